"""Changes: a version each, nothing overwritten, nobody's change lost, and who may not."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from samvern.apps.personer import gjerder
from samvern.apps.personer import public as personer
from samvern.apps.personer.koder import Adressebeskyttelse, Endringsgrunn, Kontaktslag
from samvern.apps.personer.models import Kontaktopplysning, Person, Personnavn, Personnummer
from samvern.apps.personer.public import (
    FinnesFraFoer,
    Kontaktdata,
    Navnedata,
    Nummerdata,
    Personaliadata,
)
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Nektet, Ugyldig
from samvern.engine.gjerder import names
from samvern.engine.idnummer import Nummertype
from samvern.engine.ids import new_id
from samvern.engine.inndata import les
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.personer.folk import (
    NK,
    columns,
    number,
    picture,
    refused,
    register,
    rows,
    versjon,
    viewer,
)

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-D3")]
GRUNN = Endringsgrunn.RETTELSE
NAVN = Navnedata(fornavn="Ny", etternavn="Prøvesen")


def personalia(**change: Any) -> Personaliadata:
    base = {"kjoenn": "mann", "foedselsdato": "1985-03-17"}
    read, faults = les(Personaliadata, base | change)
    assert faults == () and read is not None
    return read


def another_number(seed: int = 2, **change: Any) -> Nummerdata:
    return Nummerdata(nummer=number(seed).siffer, **change)


def contact(text: str = "99887766", slag: Kontaktslag = Kontaktslag.TELEFON) -> Kontaktdata:
    return Kontaktdata(slag=slag, verdi=text)


type Act = Callable[[Viewer, Any, int], None]
ACTS: dict[str, Act] = {
    "navn": lambda who, person, seen: personer.endre_navn(who, person, seen, NAVN, GRUNN),
    "personalia": lambda who, person, seen: personer.endre_personalia(
        who, person, seen, personalia(), GRUNN
    ),
    "vern": lambda who, person, seen: personer.endre_adressebeskyttelse(
        who, person, seen, Adressebeskyttelse.FORTROLIG, GRUNN
    ),
    "nummer": lambda who, person, seen: personer.legg_til_nummer(
        who, person, seen, another_number(), GRUNN
    ),
    "trekk": lambda who, person, seen: personer.trekk_nummer(
        who, person, seen, personer.numre_for([person])[person][-1].id
    ),
    "kontakt": lambda who, person, seen: personer.endre_kontakt(
        who, person, seen, contact("11223344"), GRUNN
    ),
    "fjern": lambda who, person, seen: personer.fjern_kontakt(
        who, person, seen, Kontaktslag.TELEFON, GRUNN
    ),
}


def ready() -> Any:
    """A person to whom every change can be done."""
    person = register(kontakt=[{"slag": "telefon", "verdi": "99887766"}])
    personer.legg_til_nummer(NK, person, 1, another_number(7), GRUNN)
    return person


@pytest.mark.parametrize("act", sorted(ACTS))
def test_a_change_is_a_version_and_overwrites_nothing(act: str) -> None:
    person = ready()
    before = personer.historikk(person)
    ACTS[act](NK, person, 2)
    assert versjon(person) == 3
    after = personer.historikk(person)
    # Every line is still there, and says what it said (apart from what protection hides).
    kept = [line for line in after if line.versjon < 3]
    assert len(kept) == len(before)
    for was, now in zip(before, kept, strict=True):
        assert (was.slag, was.registrert) == (now.slag, now.registrert)
        assert dict(was.verdier) | dict(now.verdier) == dict(was.verdier)
        assert act == "vern" or set(was.verdier) == set(now.verdier)
    touched = [line for line in after if 3 in (line.versjon, line.erstattet_i)]
    assert touched and all(line.registrert_av == NK.bruker for line in touched)


@pytest.mark.parametrize("act", sorted(ACTS))
def test_a_stale_version_is_refused(act: str) -> None:
    person = ready()
    refused(IkkeNaa, "ENDRET_I_MENS", lambda: ACTS[act](NK, person, 1))
    refused(IkkeNaa, "ENDRET_I_MENS", lambda: ACTS[act](NK, person, 3))


@pytest.mark.en_database
@pytest.mark.parametrize("act", sorted(ACTS))
@pytest.mark.parametrize("rolle", [Rolle.STATSADVOKAT, Rolle.FAGLIG_ANSVARLIG, Rolle.SYSTEMDRIFT])
def test_who_may_not_change(act: str, rolle: Rolle) -> None:
    person = ready()
    refused(Nektet, "IKKE_TILGANG", lambda: ACTS[act](viewer(rolle), person, 2))


def test_somebody_who_does_not_exist() -> None:
    before = rows()
    for act in (ACTS["navn"], ACTS["personalia"], ACTS["vern"], ACTS["kontakt"], ACTS["fjern"]):
        with pytest.raises(FinnesIkke):
            act(NK, new_id(), 1)
    with pytest.raises(FinnesIkke):
        personer.historikk(new_id())
    assert rows() == before
    assert personer.personbilder([new_id()]) == {}


def test_another_name_and_the_former_one() -> None:
    person = register()
    personer.endre_navn(NK, person, 1, NAVN, Endringsgrunn.FOLKEREGISTERET)
    assert str(picture(person).navn) == "Ny Prøvesen"
    old, new = [line for line in personer.historikk(person) if line.slag == "personnavn"]
    assert (old.verdier["etternavn"], old.erstattet_i) == ("Merkelund", 2)
    assert (new.grunn, new.erstattet) == (Endringsgrunn.FOLKEREGISTERET, None)


def test_particulars(bosted: str) -> None:
    person = register()
    data = personalia(bostedskommune=bosted, doedsdato="2026-01-02")
    personer.endre_personalia(NK, person, 1, data, GRUNN)
    shown = picture(person)
    assert (shown.bostedskommune, shown.doedsdato) == (bosted, date(2026, 1, 2))
    wrong = data.model_copy(update={"bostedskommune": "9999"})
    refused(
        Ugyldig,
        "UGYLDIG_VERDI",
        lambda: personer.endre_personalia(NK, person, 2, wrong, GRUNN),
    )


@pytest.mark.krav("N-2.1")
def test_an_identity_that_becomes_known() -> None:
    unknown: dict[str, Any] = {"nummer": None, "etternavn": None, "fornavn": None}
    person = register(**unknown, ukjent_identitet=True, ukjent_grunn="Oppgir ikke navn.")
    refused(Ugyldig, "UGYLDIG_VERDI", lambda: ACTS["personalia"](NK, person, 1))
    reason = Endringsgrunn.IDENTITET_FASTSLAATT
    personer.endre_navn(NK, person, 1, NAVN, reason)
    refused(Ugyldig, "UGYLDIG_VERDI", lambda: ACTS["personalia"](NK, person, 2))
    personer.legg_til_nummer(NK, person, 2, another_number(), reason)
    personer.endre_personalia(NK, person, 3, personalia(), reason)
    shown = picture(person)
    assert not shown.ukjent_identitet and shown.nummer == number(2).masked()
    assert personer.finn_paa_nummer(NK, number(2).siffer) == (person,)


def test_a_new_number_and_the_old_one_finds_the_person_still() -> None:
    person = register(1)
    other = Nummerdata(nummer=number(5, Nummertype.D_NUMMER).siffer, gyldig_fra=date(2020, 5, 4))
    personer.legg_til_nummer(NK, person, 1, other, Endringsgrunn.FOLKEREGISTERET)
    newest, old = personer.numre_for([person])[person]
    assert newest.vist and newest.type is Nummertype.D_NUMMER
    assert newest.nummer == number(5, Nummertype.D_NUMMER).grouped()
    assert (newest.gyldig_fra, old.gyldig_til) == ("2020-05-04", "2020-05-04")
    for digits in (number(1).siffer, number(5, Nummertype.D_NUMMER).siffer):
        assert personer.finn_paa_nummer(NK, digits) == (person,)
    assert number(5, Nummertype.D_NUMMER).siffer[:6] not in repr(newest)


def test_a_number_that_is_somebody_elses() -> None:
    person, other = register(1), register(2)
    error = refused(
        FinnesFraFoer,
        "FINNES_FRA_FOER",
        lambda: personer.legg_til_nummer(NK, person, 1, another_number(2), GRUNN),
    )
    assert isinstance(error, FinnesFraFoer) and error.person == other


def test_a_number_that_was_wrong_finds_nobody() -> None:
    person = register(1)
    only = personer.numre_for([person])[person][0].id
    refused(Ugyldig, "UGYLDIG_VERDI", lambda: personer.trekk_nummer(NK, person, 1, only))
    personer.legg_til_nummer(NK, person, 1, another_number(2), GRUNN)
    wrong = personer.numre_for([person])[person][0]
    personer.trekk_nummer(NK, person, 2, wrong.id)
    assert personer.finn_paa_nummer(NK, number(2).siffer) == ()
    assert picture(person).nummer == number(1).masked()
    assert register(2) != person
    before = rows()
    with pytest.raises(FinnesIkke):
        personer.trekk_nummer(NK, person, 3, wrong.id)
    assert rows() == before


def test_contact_data() -> None:
    person = register(kontakt=[{"slag": "epost", "verdi": "a@example.no"}])
    refused(IkkeNaa, "FEIL_TILSTAND", lambda: ACTS["fjern"](NK, person, 1))
    personer.endre_kontakt(NK, person, 1, contact(), GRUNN)
    personer.endre_kontakt(NK, person, 2, contact("11223344"), GRUNN)
    (shown,) = personer.kontaktopplysninger([person]).values()
    assert [(one.slag, one.verdi) for one in shown] == [
        (Kontaktslag.EPOST, "a@example.no"),
        (Kontaktslag.TELEFON, "11223344"),
    ]
    personer.fjern_kontakt(NK, person, 3, Kontaktslag.TELEFON, GRUNN)
    (shown,) = personer.kontaktopplysninger([person]).values()
    assert [one.slag for one in shown] == [Kontaktslag.EPOST]
    assert "example" not in repr(shown)


def another_value(value: object) -> object:
    """Something else than what the column holds, of the same kind."""
    match value:
        case bool():
            return not value
        case int():
            return value + 5
        case str():
            return f"{value}x"
        case datetime():
            return value + timedelta(days=1)
        case UUID():
            return new_id()
        case _:
            return None


def denied(model: Any, pk: object, change: dict[str, object]) -> bool:
    try:
        with transaction.atomic():
            model._base_manager.filter(pk=pk).update(**change)
    except DatabaseError:
        return True
    return False


def test_the_database_refuses_to_overwrite_a_version() -> None:
    person = ready()
    tried = 0
    for model in (Personnavn, Personnummer, Kontaktopplysning):
        for row in model._base_manager.filter(person=person):
            for name in columns(model):
                value = getattr(row, name)
                if value is not None and name != "indeks":
                    tried += 1
                    change = {name: another_value(value)}
                    assert denied(model, row.pk, change), f"{model.__name__}.{name}"
    assert tried > 20
    assert denied(Person, person, {"opprettet_av": new_id()})
    # A number may lose its index (erasure) but never get another; what is replaced stays so.
    standing = Personnummer.objects.filter(person=person, erstattet=None)[0]
    assert denied(Personnummer, standing.pk, {"indeks": "0" * 64})
    assert not denied(Personnummer, standing.pk, {"indeks": None})
    personer.endre_navn(NK, person, 2, NAVN, GRUNN)
    old = Personnavn.objects.get(person=person, erstattet_i=3)
    assert denied(Personnavn, old.pk, {"erstattet": None, "erstattet_i": None})


def test_every_trigger_is_there_and_every_column_is_thought_of() -> None:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        assert names(gjerder.TABLES, connection.vendor) <= {name for (name,) in cursor.fetchall()}
        for table in gjerder.TABLES:
            stored = {
                column.name
                for column in connection.introspection.get_table_description(cursor, table.name)
            }
            known = {*table.fixed, *table.sealed, *table.closed, *table.cleared}
            free = {"versjon", "opplysning_id", "navn_id", "nummer_id"}
            assert stored - known == (free if table.name == "person" else set())
