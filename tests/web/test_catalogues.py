"""Every text people read exists in nynorsk, and the compiled catalogues are what they should be."""

import gettext
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType
from django.utils import translation

from tools import kompiler_tekster as texts

TEMPLATES = sorted(texts.WEB.rglob("templates/**/*.html"))
READABLE_ATTRIBUTES = {"aria-label", "title", "alt", "placeholder", "content", "data-etikett"}
# Names, and the two written forms in their own language.
ALLOWED = {"Samvern", "Bokmål", "Nynorsk"}
WORD = re.compile(r"[A-Za-zÆØÅæøå]{2,}")
CODE_ELEMENTS = {"code", "kbd", "script", "style"}
HARD_SPACE_NEEDED = re.compile(r"§ \d|\bkl\. \d|\bnr\. \d")


class Visible(HTMLParser):
    """Collects the words a reader would meet in a template's own text."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside_code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside_code += tag in CODE_ELEMENTS
        names = dict(attrs)
        if tag == "meta" and names.get("name") != "description":
            return
        for name, value in attrs:
            if name in READABLE_ATTRIBUTES and value:
                self.words += WORD.findall(value)

    def handle_endtag(self, tag: str) -> None:
        self.inside_code -= tag in CODE_ELEMENTS

    def handle_data(self, data: str) -> None:
        if not self.inside_code:
            self.words += WORD.findall(data)


def own_text(source: str) -> list[str]:
    """Words in a template outside every translation tag."""
    kept, inside = [], False
    for token in Lexer(source).tokenize():
        if token.token_type is TokenType.BLOCK:
            name = token.split_contents()[0]
            inside = (inside or name.startswith("blocktrans")) and not name.startswith("endblockt")
        elif token.token_type is TokenType.TEXT and not inside:
            kept.append(token.contents)
    parser = Visible()
    parser.feed("".join(kept))
    return [word for word in parser.words if word not in ALLOWED]


def test_no_text_lacks_nynorsk() -> None:
    assert texts.missing() == []


def test_no_text_is_left_behind() -> None:
    assert texts.stale() == []


@pytest.mark.parametrize("path", texts.catalogues(), ids=str)
def test_the_compiled_catalogue_is_what_the_source_gives(path: Path) -> None:
    source = texts.read_po(path)
    assert path.with_suffix(".mo").read_bytes() == texts.compile_mo(source)
    with path.with_suffix(".mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    for key, translations in source.items():
        if key and "\0" not in key:
            assert catalogue.gettext(key) == translations[0]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(texts.WEB)))
def test_templates_have_no_untranslated_words(path: Path) -> None:
    assert own_text(path.read_text(encoding="utf-8")) == []


def test_the_search_for_untranslated_words_finds_them() -> None:
    assert own_text('<p aria-label="Lukk">{% translate "Hei" %} Du</p>') == ["Lukk", "Du"]
    assert own_text("{% blocktranslate %}Hei {{ x }}{% endblocktranslate %} der") == ["der"]
    assert own_text("<code>dom_avsagt</code> Samvern") == []


def test_placeholders_are_the_same_in_both_forms() -> None:
    names = re.compile(r"%\((\w+)\)s")
    for key, translations in texts.translated().items():
        for text in translations:
            assert sorted(names.findall(text)) == sorted(names.findall(key.split("\0")[-1])), key


def test_hard_spaces_stand_where_a_line_must_not_break() -> None:
    broken = [
        text
        for key, translations in texts.translated().items()
        for text in (key, *translations)
        if HARD_SPACE_NEEDED.search(text)
    ]
    assert broken == []


def test_the_catalogue_reaches_the_pages() -> None:
    with translation.override("nn"):
        assert translation.gettext("Hurtigtaster") == "Hurtigtastar"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "to ganger"),
        ("tull\n", "kan ikke leses"),
    ],
)
def test_a_bad_catalogue_is_refused(tmp_path: Path, content: str, part: str) -> None:
    path = tmp_path / "x.po"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(texts.CatalogueFault, match=part):
        texts.read_po(path)


def test_plurals_and_long_texts_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        'msgid ""\n"lang "\n"tekst"\nmsgstr "x"\n\nmsgid "én"\nmsgid_plural "flere"\n'
        'msgstr[0] "ein"\nmsgstr[1] "fleire"\n',
        encoding="utf-8",
    )
    assert texts.read_po(path) == {"lang tekst": ["x"], "én\0flere": ["ein", "fleire"]}
