"""What may not stand in any file: where it was made, addresses of registries, words we left."""

import re

import pytest

from tests.structure import tree

# Put together from parts, so that this file does not find itself.
PLACES = ["/wo" + "rk/", ".." + "/shared"]
REGISTRIES = [
    "pypi" + r"\.org",
    "python" + r"hosted\.org",
    "registry" + r"\.npmjs",
    "registry" + r"\.yarnpkg",
]
FORBIDDEN = re.compile(
    "|".join(
        [*map(re.escape, PLACES), r"(?<![-\w])uv\.lock", rf"https?://\S*({'|'.join(REGISTRIES)})"]
    )
)
# The ignore list must name the file in order to keep it out.
MAY_NAME_THE_LOCK = frozenset({".gitignore"})


def findings() -> list[str]:
    return [
        f"{tree.name(path)}:{number}"
        for path in tree.files()
        if tree.name(path) not in MAY_NAME_THE_LOCK
        for number, line in enumerate((tree.read(path) or "").splitlines(), 1)
        if FORBIDDEN.search(line)
    ]


# One word for one thing (the glossary). The codes are spelt with «oe», so only texts are hit.
LEFT = re.compile("feil" + "før", re.IGNORECASE)


def test_no_text_uses_a_word_we_left() -> None:
    assert [
        f"{tree.name(path)}:{number}"
        for path in tree.all_ours()
        for number, line in enumerate((tree.read(path) or "").splitlines(), 1)
        if LEFT.search(line)
    ] == []


def test_no_file_names_the_workplace_or_a_registry() -> None:
    assert findings() == []


@pytest.mark.parametrize(
    "line", ["see /wo" + "rk/x", "in .." + "/shared/a", "https://registry" + ".npmjs.org/a"]
)
def test_the_pattern_finds_what_it_should(line: str) -> None:
    assert FORBIDDEN.search(line)


def test_no_generated_file_is_on_its_way_in() -> None:
    generated = re.compile(r"(^|/)(\.venv|node_modules|mutants)/|\.(sqlite3|pyc)$|(^|/)uv\.lock$")
    assert [tree.name(path) for path in tree.files() if generated.search(tree.name(path))] == []
