"""Registering: what is refused, what is stored, and the warning about a number that exists."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test.utils import override_settings

from samvern.apps.noekler.models import Datanoekkel
from samvern.apps.personer import numre, registrering
from samvern.apps.personer import public as personer
from samvern.apps.personer.koder import Adressebeskyttelse, Kjoenn
from samvern.apps.personer.models import Person, Personnavn, Personnummer
from samvern.apps.personer.public import FinnesFraFoer
from samvern.engine import idnummer
from samvern.engine.avslag import Nektet, Ugyldig
from samvern.engine.idnummer import Miljoe, Nummertype
from samvern.engine.roller import Rolle
from tests.apps.personer.folk import (
    BORN,
    NK,
    data,
    number,
    picture,
    refused,
    register,
    rows,
    sent,
    viewer,
)
from tests.engine.numre import not_yet_born, seeded

pytestmark = pytest.mark.django_db


def faults(**change: object) -> dict[str, str]:
    read, found = personer.les_person(sent(**change))
    assert read is None
    return {fault.sti: fault.kode for fault in found}


@pytest.mark.krav("N-1.4")
def test_a_person_is_registered_and_shown(bosted: str) -> None:
    person = register(bostedskommune=bosted, mellomnavn="Å.")
    shown = picture(person, paa=date(2026, 3, 16))
    assert str(shown.navn) == "Zebrafine Å. Merkelund"
    assert shown.nummer == number().masked()
    assert (shown.alder, shown.kjoenn) == (40, Kjoenn.KVINNE)
    assert (shown.bostedskommune, shown.versjon, shown.koblet) == (bosted, 1, ())
    assert not (shown.skjermet or shown.slettet or shown.ukjent_identitet)
    assert picture(person, paa=date(2026, 3, 17)).alder == 41
    assert picture(person).paa == date(2026, 11, 2)
    assert Datanoekkel.objects.filter(subjekt=person).count() == 1
    assert Person.objects.get(pk=person).opprettet_av == NK.bruker


def test_sex_and_birth_date_are_never_read_from_the_number() -> None:
    person = register(kjoenn="mann", foedselsdato="1984-01-02")
    shown = picture(person)
    assert (shown.kjoenn, shown.foedselsdato) == (Kjoenn.MANN, date(1984, 1, 2))


def test_age_stops_at_death_and_begins_at_birth() -> None:
    person = register(foedselsdato="2004-02-29", doedsdato="2020-02-28")
    assert picture(person).alder == 15
    assert picture(person, paa=date(2004, 2, 28)).alder is None
    assert picture(person, paa=date(2005, 2, 28)).alder == 0
    assert picture(person, paa=date(2005, 3, 1)).alder == 1


@pytest.mark.krav("TR-D4")
def test_what_must_be_there() -> None:
    read, found = personer.les_person({})
    assert read is None
    assert {fault.sti: fault.kode for fault in found} == dict.fromkeys(
        ("nummer", "etternavn", "kjoenn", "foedselsdato", "adressebeskyttelse"), "MANGLER_FELT"
    )
    read, found = personer.les_person(17)
    assert read is None and [fault.kode for fault in found] == ["UGYLDIG_VERDI"]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"rolle": "admin"}, {"rolle": "UGYLDIG_VERDI"}),
        ({"id": "x"}, {"id": "UGYLDIG_VERDI"}),
        ({"kjoenn": "K"}, {"kjoenn": "UGYLDIG_VERDI"}),
        ({"foedselsdato": 19850317}, {"foedselsdato": "UGYLDIG_VERDI"}),
        ({"foedselsdato": "2027-01-01"}, {"foedselsdato": "UGYLDIG_REKKEFOLGE"}),
        ({"foedselsdato": "1899-12-31"}, {"foedselsdato": "UGYLDIG_VERDI"}),
        ({"doedsdato": "1985-03-16"}, {"doedsdato": "UGYLDIG_REKKEFOLGE"}),
        ({"nummer": 17857500000}, {"nummer": "UGYLDIG_VERDI"}),
        ({"nummer": "1785750000"}, {"nummer": "UGYLDIG_VERDI"}),
        ({"nummertype": "organisasjonsnummer"}, {"nummertype": "UGYLDIG_VERDI"}),
        ({"nummertype": "d_nummer"}, {"nummer": "UGYLDIG_VERDI"}),
        ({"bostedskommune": "9999"}, {"bostedskommune": "UGYLDIG_VERDI"}),
        ({"bostedskommune": "Oslo"}, {"bostedskommune": "UGYLDIG_VERDI"}),
        ({"etternavn": "a\nb"}, {"etternavn": "UGYLDIG_VERDI"}),
        ({"kontakt": [{"slag": "telefon"}]}, {"kontakt[0].verdi": "MANGLER_FELT"}),
        ({"kontakt": [{"slag": "epost", "verdi": "a"}] * 2}, {"kontakt": "UGYLDIG_VERDI"}),
        ({"ukjent_grunn": "nekter"}, {"ukjent_grunn": "UGYLDIG_VERDI"}),
        ({"ukjent_identitet": "ja"}, {"ukjent_identitet": "UGYLDIG_VERDI"}),
    ],
)
def test_what_is_not_valid(change: dict[str, object], wrong: dict[str, str]) -> None:
    assert faults(**change) == wrong


def test_all_faults_at_once(bosted: str) -> None:
    found = faults(
        nummer="12345678901", foedselsdato="2026-02-30", etternavn="", adressebeskyttelse="nei",
        bostedskommune="0000", ukjent_grunn="x", kontakt=[{"slag": "brev", "verdi": "x"}], ny=1,
    )  # fmt: skip
    assert sorted(found) == [
        "adressebeskyttelse", "bostedskommune", "etternavn", "foedselsdato", "kontakt[0].slag",
        "nummer", "ny", "ukjent_grunn",
    ]  # fmt: skip


@pytest.mark.krav("N-2.1")
def test_an_unknown_identity_needs_a_reason() -> None:
    unknown: dict[str, Any] = {
        "nummer": None, "fornavn": None, "etternavn": None, "foedselsdato": None,
        "ukjent_identitet": True,
    }  # fmt: skip
    assert faults(**unknown) == {"ukjent_grunn": "MANGLER_FELT"}
    person = register(**unknown, ukjent_grunn="Oppgir ikke navn.")
    shown = picture(person)
    assert shown.ukjent_identitet and str(shown.navn) == "Ukjent navn"
    assert (shown.nummer, shown.nummertype, shown.alder) == (None, None, None)
    (line,) = personer.historikk(person)
    assert line.verdier["ukjent_grunn"] == "Oppgir ikke navn."


@pytest.mark.krav("N-1.4", "TR-A10")
@pytest.mark.parametrize("demo", [True, False])
def test_only_synthetic_numbers_outside_production(demo: bool) -> None:
    with override_settings(DEMO=demo):
        real = not_yet_born(1, 1)
        read, found = personer.les_person(sent(nummer=real))
        assert read is None
        (fault,) = found
        assert (fault.sti, fault.kode) == ("nummer", "UGYLDIG_VERDI")
        assert "syntetiske" in fault.melding.nb and "verkeleg" in fault.melding.nn
        assert real not in repr(found)
        # Also where the input has been made without the reading.
        made = data().model_copy(update={"nummer": real})
        error = refused(Ugyldig, "UGYLDIG_VERDI", lambda: personer.registrer(NK, made))
        assert real not in repr(error.feil)
        refused(Ugyldig, "UGYLDIG_VERDI", lambda: personer.finn_paa_nummer(NK, real))


def test_synthetic_numbers_are_refused_in_production() -> None:
    made = data()
    with override_settings(PRODUCTION=True):
        assert numre.miljoe() is Miljoe.PRODUKSJON
        found = numre.read(number().siffer, sti="nummer")
    assert isinstance(found, tuple) and found[0].kode == "UGYLDIG_VERDI"
    assert isinstance(numre.read(made.nummer or ""), idnummer.Idnummer)


def test_a_help_number_needs_its_issuer() -> None:
    read, found = personer.les_person(sent(nummertype="h_nummer"))
    assert read is None and {fault.kode for fault in found} == {"UGYLDIG_VERDI"}
    with override_settings(PRODUCTION=True):
        issued = numre.read(not_yet_born(1, 41), Nummertype.H_NUMMER, sti="rot.nummer")
        assert isinstance(issued, tuple)
        assert [(f.sti, f.kode) for f in issued] == [("rot.utsteder", "MANGLER_FELT")]


@pytest.mark.parametrize(
    "rolle", sorted(set(Rolle) - {Rolle.NK, Rolle.NK_LEDER, Rolle.STATSADVOKAT})
)
def test_who_may_not_register(rolle: Rolle) -> None:
    made = data()
    refused(Nektet, "IKKE_TILGANG", lambda: personer.registrer(viewer(rolle), made))


def test_an_unknown_municipality_is_refused_also_when_registering() -> None:
    made = data().model_copy(update={"bostedskommune": "9999"})
    refused(Ugyldig, "UGYLDIG_VERDI", lambda: personer.registrer(NK, made))


@pytest.mark.krav("N-1.4")
def test_a_number_that_exists_warns_instead_of_creating() -> None:
    person = register()
    again = data(etternavn="Annen", nummer=f"{number().siffer[:6]} {number().siffer[6:]}")
    error = refused(FinnesFraFoer, "FINNES_FRA_FOER", lambda: personer.registrer(NK, again))
    assert isinstance(error, FinnesFraFoer) and error.person == person
    assert error.http == 409 and error.feil[0].sti == "nummer"
    assert number().siffer not in repr(error.feil) and str(person) not in str(error)


def test_the_database_refuses_what_slips_past_the_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at once: both asked before either wrote. The second gets the warning all the same."""
    person = register()
    asked: list[object] = []
    real = registrering.refuse_taken

    def blind_the_first_time(taken: idnummer.Idnummer) -> None:
        asked.append(taken)
        if len(asked) > 1:
            real(taken)

    monkeypatch.setattr(registrering, "refuse_taken", blind_the_first_time)
    made = data()
    error = refused(FinnesFraFoer, "FINNES_FRA_FOER", lambda: personer.registrer(NK, made))
    assert isinstance(error, FinnesFraFoer) and error.person == person
    assert len(asked) == 2


def test_the_input_shows_nothing_of_itself() -> None:
    made = data(kontakt=[{"slag": "telefon", "verdi": "99887766"}])
    shown = f"{made!r} {made} {made.kontakt!r} {picture(register())!r}"
    assert not [word for word in ("Zebrafine", number().siffer, "99887766") if word in shown]
    assert made.adressebeskyttelse is Adressebeskyttelse.INGEN


def test_registering_is_all_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    made, before = data(), rows()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(registrering, "add_number", broken)
    with pytest.raises(RuntimeError):
        personer.registrer(NK, made)
    assert rows() == before and not Datanoekkel.objects.exists()


@pytest.mark.krav("N-1.4")
def test_exact_look_up_by_number() -> None:
    person, other = register(1), register(2)
    digits = number(1).siffer
    for typed in (digits, f" {digits[:6]} {digits[6:]} ", f"{digits[:6]}-{digits[6:]}"):
        assert personer.finn_paa_nummer(NK, typed) == (person,)
    assert personer.finn_paa_nummer(NK, number(2).siffer) == (other,)
    assert personer.finn_paa_nummer(NK, number(3).siffer) == ()
    refused(Ugyldig, "UGYLDIG_VERDI", lambda: personer.finn_paa_nummer(NK, digits[:10]))
    refused(Ugyldig, "UGYLDIG_VERDI", lambda: personer.finn_paa_nummer(NK, "Merkelund"))
    refused(Ugyldig, "MANGLER_FELT", lambda: personer.finn_paa_nummer(NK, " "))


@pytest.mark.parametrize("rolle", [Rolle.FORSKER, Rolle.REVISOR, Rolle.SYSTEMDRIFT])
def test_who_may_not_look_up(rolle: Rolle) -> None:
    digits = number().siffer
    refused(Nektet, "IKKE_TILGANG", lambda: personer.finn_paa_nummer(viewer(rolle), digits))


def test_the_index_tells_kinds_and_issuers_apart() -> None:
    one = number()
    other = idnummer.make_synthetic(BORN, seeded(1), Nummertype.D_NUMMER)
    found = {
        numre.index(one),
        numre.index(other),
        numre.index(replace(one, type=Nummertype.D_NUMMER)),
        numre.index(replace(one, type=Nummertype.H_NUMMER, utsteder="926725939")),
        numre.index(replace(one, type=Nummertype.H_NUMMER, utsteder="826723122")),
    }
    assert len(found) == 5
    assert Personnummer.objects.filter(indeks__in=found).count() == 0
    assert not Personnavn.objects.exists()
