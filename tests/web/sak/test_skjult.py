"""What a role does not see: a lock, never a hole."""

from dataclasses import replace
from datetime import date

import pytest

from samvern.apps.saker.public import Hendelsesfelt, Hvem
from samvern.law.sentence import SKJULT
from samvern.law.text import Text
from samvern.law.trace import Grunn, Spor
from samvern.web.fristberegner.rader import Gruppe
from samvern.web.sak.frister import compute_for
from tests.web.sak.conftest import Show, part, words
from tests.web.sak.laget import (
    bilde,
    entry,
    row,
)


@pytest.mark.krav("TR-A4", "TR-A9")
def test_what_the_role_does_not_see_is_a_lock_and_never_a_hole(show: Show) -> None:
    hidden = frozenset(
        {"navn", "foedselsnummer", "institusjon", "faglig_ansvarlig", "embete", "oppholdsform"}
        | {"styrende_dom", "domstype", "hendelser"}
    )
    masked = row(
        navn=None, institusjon=None, oppholdssted=None, faglig_ansvarlig=None, embete=None,
        oppholdsform="", styrende_dom=None, domstype="", enhet=None, rhf=None, skjult=hidden,
    )  # fmt: skip
    content = show(bilde(rad=masked, foedselsnummer=None, adressebeskyttet=True))
    text = words(content)
    assert "Morten" not in content and "17857517911" not in content
    assert "Sak S-2020-0147 Navn: Vises ikke for din rolle" in text
    assert "fødselsnummer: Vises ikke for din rolle" in text
    assert "Adresse vises ikke" in text
    assert (
        "Vises ikke for din rolle: Hvor personen er; Ansvarlig institusjon; Faglig ansvarlig; "
        "Påtalemyndighet; Styrende dom; Type dom; Noen av hendelsene." in text
    )
    assert '<dl class="sv-fakta' not in content


@pytest.mark.krav("TR-A4")
def test_one_hidden_fact_has_its_lock_among_the_others(show: Show) -> None:
    masked = row(styrende_dom=None, skjult=frozenset({"styrende_dom"}))
    facts = words(part(show(bilde(rad=masked)), '<dl class="sv-fakta', "</dl>"))
    assert facts.endswith("Styrende dom Vises ikke for din rolle")
    assert facts.startswith("Er nå")


def test_a_label_that_asks_has_no_colon(show: Show) -> None:
    asked = entry(
        1, "dom_avsagt", date(2026, 1, 1),
        felt=(
            Hendelsesfelt("domstol", Text("Domstol", "Domstol"), Text("Tingretten", "Tingretten")),
            Hendelsesfelt("til_stede", Text("Var domfelte til stede?", "?"), Text("Ja", "Ja")),
        ),
    )  # fmt: skip
    text = words(show(bilde(hendelser=(asked,))))
    assert "Domstol: Tingretten Var domfelte til stede? Ja" in text


@pytest.mark.krav("TR-A4")
def test_a_date_without_its_ground_says_so(show: Show) -> None:
    picture = bilde()
    assert picture.svar is not None
    three = next(f for f in picture.svar.frister if f.regel == "F-12")
    bare = three._replace(spor=Spor((), (), Grunn(SKJULT)))
    others = tuple(f for f in picture.svar.frister if f.regel != "F-12")
    content = show(replace(picture, svar=picture.svar._replace(frister=(bare, *others)), lov=None))
    mine = words(content[content.index('id="frist-F-12"') :])
    assert "Grunnlaget vises ikke for rollen din." in mine[:600]
    assert "underskrift" not in mine[:300]
    assert "Prøv «hva om»" not in words(content)


@pytest.mark.krav("TR-A4")
def test_a_final_judgment_waits_for_nobody_also_where_the_ground_is_hidden() -> None:
    named = tuple(
        replace(e, raa={**e.raa, "id": "D1"}) if e.raa.get("art") == "overfoeringsdom" else e
        for e in bilde().hendelser
    )
    picture = bilde(hendelser=named)
    seen = [r.gruppe for r in compute_for(picture).rader if r.frist.regel == "F-03"]
    cut = [
        r.gruppe for r in compute_for(replace(picture, lov=None)).rader if r.frist.regel == "F-03"
    ]
    assert cut == seen == [Gruppe.AVSLUTTET]
    unseen = tuple(e for e in named if e.type != "dom_rettskraftig")
    left = compute_for(replace(picture, lov=None, hendelser=unseen)).rader
    assert [r.gruppe for r in left if r.frist.regel == "F-03"] == [Gruppe.KREVER]


def test_masked_entries_have_a_lock_for_their_source(show: Show) -> None:
    one = entry(1, "klage", date(2026, 1, 1), aktoer=Hvem(None, ""), kilde=Text("", ""))
    content = show(bilde(hendelser=(one,)))
    cell = content[content.index('id="hendelse-1"') :]
    assert "Vises ikke for din rolle" in words(cell[: cell.index("</tr>")])
