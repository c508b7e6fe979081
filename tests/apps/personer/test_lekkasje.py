"""What a thief of the database, a reader of the logs, or a writer at the same moment gets."""

import logging
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samvern.apps.noekler import rotation
from samvern.apps.noekler.models import Datanoekkel
from samvern.apps.noekler.public import Keys
from samvern.apps.personer import public as personer
from samvern.apps.personer.koder import Adressebeskyttelse, Endringsgrunn, Koblingsgrunn
from samvern.apps.personer.models import VERSJONERTE, Personnavn
from samvern.apps.personer.public import FinnesFraFoer, Navnedata, Nummerdata
from samvern.apps.virksomheter.models import Kommune
from samvern.engine import audit, lesing
from samvern.engine.avslag import Avslag, IkkeNaa
from samvern.engine.crypto import KanIkkeAapnes
from tests.apps.personer.folk import LEDER, NK, data, number, picture, register, rows, sent
from tests.apps.virksomheter.test_fences import DAY, kommune
from tests.hostile import dump
from tests.hostile.threads import in_threads

MARKED = {
    "fornavn": "Kvassefjær",
    "mellomnavn": "Sjøsprøyt",
    "etternavn": "Merkelundsen",
    "ukjent_grunn": "Fritekst om hvorfor navnet er usikkert",
}
OTHER_NAME = "Tordivelstad"
ADDRESS = "Merkeveien 4711, 0099 Prøvestad"
PHONE = "55443322"
BORN, DIED = "1967-08-09", "2026-10-13"


def live_through_everything() -> UUID:
    """A marked person through every function of the app, and a new data key."""
    if not Kommune.objects.exists():
        kommune(DAY).save(force_insert=True)
    person = register(
        **MARKED,
        ukjent_identitet=True,
        foedselsdato=BORN,
        doedsdato=DIED,
        bostedskommune="9901",
        kontakt=[{"slag": "postadresse", "verdi": ADDRESS}, {"slag": "telefon", "verdi": PHONE}],
    )
    other, reason = register(2), Endringsgrunn.RETTELSE
    with lesing.writing(NK):
        personer.endre_navn(NK, person, 1, Navnedata(etternavn=OTHER_NAME), reason)
        more = Nummerdata(nummer=number(3).siffer, gyldig_fra=DAY)
        personer.legg_til_nummer(NK, person, 2, more, reason)
        vern = Adressebeskyttelse.STRENGT_FORTROLIG
        personer.endre_adressebeskyttelse(NK, person, 3, vern, reason)
        personer.koble(NK, person, other, Koblingsgrunn.DOBBELTREGISTRERT)
        skrevet = ["person.navn", "person.nummer"]
        audit.record(NK.actor, "person.endret", objekt=("person", person), skrevet=skrevet)
    with lesing.reading(NK, "person.vist", objekt=("person", person)) as lest:
        assert personer.finn_paa_nummer(NK, number(3).siffer) == (person, other)
        assert str(picture(person).navn) == OTHER_NAME
        personer.numre_for([person]), personer.kontaktopplysninger([person])
        assert len(personer.historikk(person)) == 9
        lest.saw(personer.LEST)
    rotation.rotate(person)
    rotation.forget_superseded(person)
    return person


def secrets() -> list[str]:
    numbers = [form for seed in (1, 3) for form in (number(seed).siffer, number(seed).grouped())]
    return [*MARKED.values(), OTHER_NAME, ADDRESS, "Merkeveien", PHONE, BORN, DIED, *numbers]


@pytest.mark.krav("TR-A10", "TR-A9", "N-1.4")
def test_a_stolen_database_shows_nothing(shared_database: Path | None) -> None:
    (person,) = in_threads([live_through_everything])
    (stolen,) = in_threads([partial(dump.everything, shared_database)])
    assert {text: found for text in secrets() if (found := dump.traces(stolen, text))} == {}
    # The municipality is only four digits: it is looked for as a whole value, where values lie.
    assert in_threads([partial(plain_values, person)]) == [set()]
    # The scan can find: codes lie in the open.
    assert "utf-8" in dump.traces(stolen, "strengt_fortrolig")
    # And after the new key everything is as it was.
    assert in_threads([lambda: str(picture(person).navn)]) == [OTHER_NAME]
    assert in_threads([lambda: len(personer.historikk(person))]) == [9]


def plain_values(person: UUID) -> set[str]:
    """Secrets that lie in some column of the app as they are."""
    stored = {str(value) for table in rows().values() for row in table for value in row}
    assert str(person) in stored
    return stored & {"9901", *secrets()}


@pytest.mark.django_db
@pytest.mark.krav("TR-A10")
def test_a_sealed_text_moved_to_another_row_or_column_does_not_open() -> None:
    moved = 0
    whole = {"kontakt": [{"slag": "telefon", "verdi": PHONE}], "ukjent_identitet": True}
    people = [register(seed, **MARKED, **whole, foedselsdato=BORN) for seed in (1, 2)]
    personer.endre_navn(NK, people[0], 1, Navnedata(**MARKED_NAME), Endringsgrunn.RETTELSE)
    sealed = [
        (model, row, name)
        for model in VERSJONERTE
        for row in model._base_manager.filter(person__in=people)
        for name in model.SEALED
        if getattr(row, name) is not None
    ]
    keys = Keys.reading(people)
    for model, row, name in sealed:
        for _, other, other_name in sealed:
            if (row, name) != (other, other_name):
                moved += 1
                target = model._base_manager.get(pk=row.pk) if moved % 40 == 0 else row
                kept = getattr(target, name)
                setattr(target, name, getattr(other, other_name))
                with pytest.raises(KanIkkeAapnes) as caught:
                    keys.open(target, name)
                assert "Merkelund" not in str(caught.value)
                setattr(target, name, kept)
    assert moved > 150
    # Also as a thief of the database would do it, read back through the app.
    mine, theirs = (Personnavn.objects.filter(person=p, erstattet=None) for p in people)
    stolen = theirs.get().etternavn
    mine.update(etternavn=stolen)
    with pytest.raises(KanIkkeAapnes):
        personer.personbilder([people[0]])


MARKED_NAME = {name: MARKED[name] for name in ("fornavn", "mellomnavn", "etternavn")}


@pytest.mark.django_db
@pytest.mark.krav("TR-L9")
def test_nothing_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Everything is logged at the lowest level, queries with values included; every refusal."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "django.db.backends")
    with CaptureQueriesContext(connection):
        say_everything()
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert len(caplog.records) > 100 and "FINNES_FRA_FOER" in said and "INSERT" in said
    assert [text for text in (*secrets(), "12345678901") if text in said] == []


def say_everything() -> None:
    person = live_through_everything()
    wrong = sent(**MARKED, nummer="12345678901", ny=PHONE, kontakt=ADDRESS)
    for act in (
        lambda: personer.les_person(wrong),
        lambda: personer.registrer(NK, data()),
        lambda: personer.endre_navn(NK, person, 99, Navnedata(**MARKED_NAME), GRUNN),
        lambda: personer.finn_paa_nummer(NK, ADDRESS),
        lambda: personer.slett_innhold(
            LEDER, person, besluttet_av=NK.bruker, bekreftet_av=LEDER.bruker, grunn=SLETT
        ),
        lambda: picture(person),
    ):
        try:
            logging.getLogger("samvern").warning("%r", act())
        except Avslag as refusal:
            logging.getLogger("samvern").warning("%r %s %r", refusal, refusal, refusal.feil)


GRUNN, SLETT = Endringsgrunn.RETTELSE, personer.Slettegrunn.LAGRINGSTID_UTE


def attempt(act: object) -> str:
    assert callable(act)
    try:
        act()
    except Avslag as refusal:
        return refusal.kode
    return "ok"


@pytest.mark.krav("TR-D3")
def test_of_many_who_change_the_same_version_one_wins(shared_database: Path | None) -> None:
    (person,) = in_threads([register])

    def change(text: str) -> str:
        with lesing.writing(NK):
            return attempt(
                lambda: personer.endre_navn(NK, person, 1, Navnedata(etternavn=text), GRUNN)
            )

    outcome = in_threads([partial(change, f"Navn {n}") for n in range(6)])
    assert sorted(outcome) == ["ENDRET_I_MENS"] * 5 + ["ok"]
    (lines,) = in_threads([partial(personer.historikk, person)])
    assert [line.versjon for line in lines if line.slag == "personnavn"] == [1, 2]


@pytest.mark.krav("N-1.4")
def test_of_many_who_register_one_number_one_wins(shared_database: Path | None) -> None:
    def register_it() -> str:
        with lesing.writing(NK):
            return attempt(lambda: personer.registrer(NK, data()))

    outcome = in_threads([register_it] * 6)
    assert sorted(outcome) == ["FINNES_FRA_FOER"] * 5 + ["ok"]
    (kept,) = in_threads([rows])
    assert len(kept["person"]) == len(kept["personnummer"]) == 1
    assert in_threads([Datanoekkel.objects.count]) == [1]
    assert issubclass(FinnesFraFoer, IkkeNaa)
