"""Template tags: the same word, icon and colour for the same thing everywhere."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation

from samvern.law.text import Maalform
from samvern.web import statuser
from samvern.web.pages.content import STATUS_ROWS, Example
from samvern.web.templatetags import samvern as tags

SPRITE = Path(tags.__file__).parent.parent / "static" / "samvern" / "ikoner.svg"
DRAWN = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text(encoding="utf-8")))


def render(source: str, maalform: Maalform = "nb", **context: object) -> str:
    with translation.override(maalform):
        return Template("{% load samvern %}" + source).render(Context(context))


@pytest.mark.parametrize("code", statuser.STATUSES)
def test_every_status_has_word_icon_and_colour(code: str) -> None:
    shown = statuser.status_for(code)
    assert shown.icon in DRAWN
    assert shown.colour in {"info", "warning", "danger", "success", "neutral", "brand2"}
    assert shown.word.nn in render(f'{{% status "{code}" %}}', "nn")


def test_status_words() -> None:
    assert "Løper, 3 dager igjen" in render('{% status "loeper" tillegg="3 dager igjen" %}')
    assert "Haster" in render('{% status "loeper" haster=True %}')
    assert "Oppfylt" in render('{% status "oppfylt" haster=True %}')
    assert 'data-color="danger"' in render('{% status "naadd" %}')
    assert 'data-color="neutral"' in render('{% status "naadd" noeytral=True %}')
    with pytest.raises(KeyError):
        render('{% status "ukjent" %}')


def test_colour_is_danger_only_where_someone_must_act() -> None:
    red = {code for code, status in statuser.STATUSES.items() if status.colour == "danger"}
    assert red == {"oversittet", "naadd"}


def test_sources_and_certainty() -> None:
    assert "Retningslinje" in render('{% kilde "retningslinje" %}')
    assert render('{% sikkerhet "sikker" %}') == ""
    assert "Tolking" in render('{% sikkerhet "tolkning" %}', "nn")


def test_findings_have_shape_by_severity() -> None:
    for code, icon in (("A-X", "aattekant"), ("W-X", "trekant"), ("I-X", "info-ring")):
        html = render("{% funn kode tekst %}", kode=code, tekst="For tidlig <b>")
        assert f"#{icon}" in html
        assert "&lt;b&gt;" in html
        assert icon in DRAWN


def test_icons_are_hidden_unless_named() -> None:
    assert 'aria-hidden="true"' in render('{% ikon "klokke" %}')
    assert 'aria-label="Klokke"' in render('{% ikon "klokke" "Klokke" %}')


def test_every_icon_used_in_a_template_is_drawn() -> None:
    root = SPRITE.parent.parent.parent
    used = {
        name
        for path in root.rglob("*.html")
        for name in re.findall(r'\{% ikon "([\w-]+)"', path.read_text(encoding="utf-8"))
    }
    assert used <= DRAWN


def test_dates_follow_the_written_form() -> None:
    day = Example().siste_virkedag
    assert render("{{ d|dato_full|stor }}", d=day) == "Fredag 4.\u00a0desember\u00a02026"
    assert render("{{ d|ukedag }} {{ d|dato_tabell }}", "nn", d=Example().lovdato).startswith(
        "måndag må."
    )
    assert render("{% dager_igjen d i %}", "nn", d=day, i=Example().per_dato).endswith("att")
    assert render("{% aapner d i %}", d=day, i=Example().per_dato).startswith("åpner om")
    assert render("{{ 1250|tall }} {{ 12.5|tall:1 }}") == "1\u00a0250 12,5"


def test_help_explains_every_status() -> None:
    assert {row.code for row in STATUS_ROWS} == set(statuser.STATUSES)
