"""The lock files: complete, hashed, and the tests run on the versions that are delivered."""

import re

import pytest

from tests.structure import tree

LOCKS = ("requirements-uv", "requirements", "requirements-dev")
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", re.MULTILINE)


def text(name: str) -> str:
    return (tree.ROOT / f"{name}.lock").read_text(encoding="utf-8")


def pins(name: str) -> set[tuple[str, str]]:
    return set(PIN.findall(text(name)))


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash_and_no_host_is_named(name: str) -> None:
    requirements = re.split(r"\n(?=[a-z0-9])", text(name).strip())
    assert [part.split()[0] for part in requirements if "--hash=sha256:" not in part] == []
    assert "http" not in text(name)


def test_the_dev_environment_holds_all_that_the_product_needs() -> None:
    """tools/install.py relies on it: an environment made for tests also serves."""
    assert pins("requirements") - pins("requirements-dev") == set()


def test_what_is_asked_for_is_locked() -> None:
    for name in LOCKS:
        asked = (tree.ROOT / f"{name}.in").read_text(encoding="utf-8").splitlines()
        names = {re.split(r"[\[<>=! ]", line)[0].lower() for line in asked if line[:1].isalpha()}
        assert names - {pin for pin, _ in pins(name)} == set()
