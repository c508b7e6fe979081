"""`samvern arbeidsliste`: whose list it is, what it never says, and what the log says of it."""

import json
from datetime import date

import pytest
from django.test import override_settings

from samvern.apps.brukere import public as brukere
from samvern.cli import main
from tests.apps.brukere.personer import operator, person
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import PERSON, Verden, dom, ny_sak, rettskraft
from tests.web.arbeidsliste.logg import antall, siste

Out = pytest.CaptureFixture[str]


def make_saker(verden: Verden) -> Verden:
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-04"))
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    return verden


felles_saker = once(make_saker)


@pytest.fixture
def saker(felles_saker: Verden, verden: Verden) -> Verden:
    return felles_saker


@pytest.mark.krav("TR-L1", "TR-A4")
@pytest.mark.parametrize("more", [["--json"], [], ["--maalform", "nn"]])
def test_case_numbers_and_never_names(saker: Verden, capsys: Out, more: list[str]) -> None:
    assert main(["arbeidsliste", *more]) == 0
    out = capsys.readouterr().out
    assert "S-2026-0001" in out
    assert PERSON["etternavn"] not in out
    entry = siste()
    assert entry["handling"] == "arbeidsliste.vist_kommandolinje"
    assert entry["bruker"] == str(saker.nk.id)
    assert "person.navn" not in entry["lest"]
    assert len(entry["saker"]) == 2


def test_the_table_has_the_groups_and_the_json_its_fields(saker: Verden, capsys: Out) -> None:
    main(["arbeidsliste"])
    table = capsys.readouterr().out
    for words in ("Over fristen: ", "Denne uken: ", "Innen 7.\u00a0desember\u00a02026: "):
        assert words in table
    main(["arbeidsliste", "--kommende", "12m", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["rolle"], told["per_dato"], told["til"]) == ("nk", "2026-11-23", "2027-11-23")
    assert sum(told["antall"].values()) == len(told["rader"])
    assert {"saksnr", "gruppe", "dato", "kode", "neste_steg"} <= told["rader"][0].keys()


def test_nothing_to_do_says_so(verden: Verden, capsys: Out) -> None:
    assert main(["arbeidsliste", "--rolle", "statsadvokat"]) == 0
    assert "Ingen frister krever noe frem til" in capsys.readouterr().out


@pytest.mark.krav("TR-A1")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--bruker", "finnes.ikke@example.no"], "Ingen aktiv bruker"),
        (["--rolle", "politi"], "Ingen har rollen politi i dag."),
        (["--kommende", "3x"], "høyst to år"),
        (["--kommende", "3x", "--maalform", "nn"], "høgst to år"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_read(
    saker: Verden, capsys: Out, words: list[str], said: str
) -> None:
    before = antall()
    assert main(["arbeidsliste", *words]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert (told.out, antall()) == ("", before)


def test_nobody_is_picked_by_chance_but_in_the_demo(saker: Verden, capsys: Out) -> None:
    person(navn="Per Dahl")
    before = antall()
    assert main(["arbeidsliste"]) == 2
    assert "Flere har rollen nk" in capsys.readouterr().err
    assert antall() == before
    with override_settings(DEMO=True):
        assert main(["arbeidsliste"]) == 0


def test_with_only_invented_people_it_says_how_to_be_one(verden: Verden, capsys: Out) -> None:
    with override_settings(DEMO=True):
        brukere.Bruker.objects.update(oppdiktet=True)
        person(navn="Per Dahl", oppdiktet=True)
    before = antall()
    for words in ([], ["--bruker", verden.nk.brukernavn]):
        assert main(["arbeidsliste", *words]) == 2
        assert "SAMVERN_DEMO=1" in capsys.readouterr().err
    assert antall() == before


def test_a_person_with_several_roles_must_say_which(saker: Verden, capsys: Out) -> None:
    leader = brukere.NyRolle(saker.nk.id, "nk_leder", saker.nk.virksomhet, date(2026, 1, 1))
    brukere.gi_rolle(operator(), leader)
    words = ["arbeidsliste", "--bruker", saker.nk.brukernavn]
    assert main(words) == 2
    assert "nk_leder" in capsys.readouterr().err
    assert main([*words, "--rolle", "nk_leder", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rolle"] == "nk_leder"
    assert main([*words, "--rolle", "politi"]) == 2


def test_a_closed_or_invented_user_has_no_list(saker: Verden, capsys: Out) -> None:
    with override_settings(DEMO=True):
        invented = person(navn="Oppdiktet Person", oppdiktet=True)
    words = ["arbeidsliste", "--bruker", invented.brukernavn]
    assert main(words) == 2
    with override_settings(DEMO=True):
        assert main(words) == 0
    brukere.Bruker.objects.filter(pk=saker.fa.id).update(aktiv=False)
    capsys.readouterr()
    assert main(["arbeidsliste", "--bruker", saker.fa.brukernavn]) == 2
    assert capsys.readouterr().out == ""
