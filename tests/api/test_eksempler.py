"""Every example in docs/api.md is sent, in order, and answered as it says there."""

import json
import re
from typing import Any

from django.test import Client

from tests.api.klient import key_for
from tests.apps.saker.verden import Verden, ny_sak
from tests.structure import tree

PAGE = tree.ROOT / "docs" / "api.md"
BLOCK = re.compile(r"```http\n(.*?)```", re.DOTALL)


def holds(told: Any, found: Any) -> bool:
    """Whether an answer has what the page says; it may have more fields."""
    if isinstance(told, dict):
        return isinstance(found, dict) and all(
            name in found and holds(value, found[name]) for name, value in told.items()
        )
    if isinstance(told, list):
        return len(told) == len(found) and all(
            holds(one, other) for one, other in zip(told, found, strict=True)
        )
    return bool(told == found)


def split(block: str) -> tuple[str, str, dict[str, str], str, int, Any]:
    """Method, address, headers, body, status and answer of one example."""
    parts = block.strip().split("\n\n")
    head, body, said = parts[0], "" if len(parts) == 2 else parts[1], parts[-1]
    (first, *lines), (status, answer) = head.splitlines(), said.split("\n", 1)
    method, address = first.split()
    headers = dict(line.split(": ", 1) for line in lines)
    return method, address, headers, body, int(status), json.loads(answer)


def test_the_examples_of_the_page_hold(verden: Verden) -> None:
    sak, key = ny_sak(verden).sak, key_for(verden.nk).tekst
    blocks = [block.replace("{sak}", str(sak)) for block in BLOCK.findall(PAGE.read_text("utf-8"))]
    assert len(blocks) >= 8
    for block in blocks:
        method, address, headers, body, status, told = split(block)
        if "Authorization" in headers:
            headers["Authorization"] = f"Bearer {key}"
        kind = headers.pop("Content-Type", "")
        answer = Client().generic(
            method, address, body.encode(), content_type=kind, headers=headers
        )
        found = json.loads(answer.content)
        assert (answer.status_code, holds(told, found)) == (status, True), (block, found)


def test_what_an_answer_lacks_is_found() -> None:
    assert holds({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}], "d": 3})
    assert not holds({"a": 1}, {"b": 1})
    assert not holds([1], [1, 2])
    assert not holds({"a": {"b": 1}}, {"a": {"b": 2}})
