"""Address protection: nothing that tells where somebody lives, in any answer, also afterwards."""

import dataclasses
import json
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samvern.apps.noekler.public import Keys
from samvern.apps.personer import public as personer
from samvern.apps.personer import queries
from samvern.apps.personer.koder import Adressebeskyttelse, Endringsgrunn
from samvern.apps.personer.models import Kontaktopplysning, Person, Personopplysning
from samvern.engine.avslag import IkkeNaa, Ugyldig
from samvern.engine.ids import new_id
from tests.apps.personer.folk import NK, picture, refused, register, sent
from tests.apps.personer.test_endringer import contact, personalia
from tests.apps.virksomheter.test_fences import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A9")]
GRUNN = Endringsgrunn.ADRESSEBESKYTTELSE
PROTECTED = [vern for vern in Adressebeskyttelse if vern.skjermet]
ADDRESS = "Merkeveien 4711"
WAYS = [{"slag": "postadresse", "verdi": ADDRESS}, {"slag": "telefon", "verdi": "55443322"}]


def everything_shown(person: UUID) -> str:
    """Every answer that the app can give about the person, written out."""
    answers: list[object] = [
        dataclasses.asdict(picture(person)),
        [dataclasses.asdict(one) for some in personer.numre_for([person]).values() for one in some],
        [
            dataclasses.asdict(one)
            for some in personer.kontaktopplysninger([person]).values()
            for one in some
        ],
        [
            {name: getattr(line, name) for name in line.__dataclass_fields__}
            for line in personer.historikk(person)
        ],
        personer.koblingshistorikk(person),
    ]
    return json.dumps(answers, default=str, ensure_ascii=False)


def places(shown: str, bosted: str) -> list[str]:
    return [place for place in (ADDRESS, "55443322", f'"{bosted}"') if place in shown]


def test_three_codes_protect() -> None:
    assert len(PROTECTED) == 3


@pytest.mark.parametrize("vern", PROTECTED)
def test_what_was_known_is_shown_no_more_after_protection(
    vern: Adressebeskyttelse, bosted: str
) -> None:
    person = register(bostedskommune=bosted, kontakt=WAYS)
    assert len(places(everything_shown(person), bosted)) == 3
    personer.endre_adressebeskyttelse(NK, person, 1, vern, GRUNN)
    assert picture(person).skjermet and picture(person).adressebeskyttelse is vern
    assert places(everything_shown(person), bosted) == []
    assert str(picture(person).navn) == "Zebrafine Merkelund"
    refused(
        IkkeNaa,
        "FEIL_TILSTAND",
        lambda: personer.endre_adressebeskyttelse(NK, person, 2, vern, GRUNN),
    )
    # Lifting it brings nothing back by itself.
    personer.endre_adressebeskyttelse(NK, person, 2, Adressebeskyttelse.INGEN, GRUNN)
    assert picture(person).bostedskommune == ""
    assert personer.kontaktopplysninger([person]) == {}


@pytest.mark.parametrize("vern", PROTECTED)
def test_nothing_about_where_they_live_comes_in(vern: Adressebeskyttelse, bosted: str) -> None:
    read, found = personer.les_person(
        sent(adressebeskyttelse=vern.value, bostedskommune=bosted, kontakt=WAYS)
    )
    assert read is None
    assert {fault.sti for fault in found} == {"bostedskommune", "kontakt"}
    person = register(adressebeskyttelse=vern.value)
    refused(
        Ugyldig, "UGYLDIG_VERDI", lambda: personer.endre_kontakt(NK, person, 1, contact(), GRUNN)
    )
    with_place = personalia(bostedskommune=bosted)
    refused(
        Ugyldig,
        "UGYLDIG_VERDI",
        lambda: personer.endre_personalia(NK, person, 1, with_place, GRUNN),
    )


def test_the_database_refuses_a_protected_person_with_a_municipality(bosted: str) -> None:
    person = register(bostedskommune=bosted)
    row = Personopplysning.objects.get(person=person)
    Person.objects.filter(pk=person).update(opplysning=None)
    row.pk, row.adressebeskyttelse = new_id(), Adressebeskyttelse.FORTROLIG.value
    row.erstattet, row.versjon, row.erstattet_i = row.registrert, 5, 6
    with pytest.raises(IntegrityError, match="vern_uten_kommune"), transaction.atomic():
        row.save(force_insert=True)


def test_a_municipality_left_in_the_row_is_not_shown_either(bosted: str) -> None:
    """The database refuses such a row; should it be there all the same, the query keeps it back."""
    person = register(bostedskommune=bosted)
    row = Person.objects.select_related("opplysning").get(pk=person)
    assert row.opplysning is not None
    keys = Keys.reading([person])
    assert queries._picture(row, keys, set(), DAY).bostedskommune == bosted
    row.opplysning.adressebeskyttelse = Adressebeskyttelse.FORTROLIG.value
    assert queries._picture(row, keys, set(), DAY).bostedskommune == ""


def test_contact_data_left_in_force_is_not_shown_either() -> None:
    """Two fences: a row that some fault left in force is still kept back by the query."""
    person = register(adressebeskyttelse="fortrolig")
    other = register(2, kontakt=WAYS)
    row = Kontaktopplysning.objects.filter(person=other).first()
    assert row is not None
    row.pk, row.person_id = new_id(), person
    row.save(force_insert=True)
    assert personer.kontaktopplysninger([person]) == {}
    assert list(personer.kontaktopplysninger([person, other])) == [other]


@pytest.mark.parametrize("many", [1, 12])
def test_a_page_of_persons_costs_three_queries(many: int) -> None:
    people = [register(seed) for seed in range(many)]
    with CaptureQueriesContext(connection) as asked:
        shown = personer.personbilder(people)
    assert len(shown) == many and len(asked) == 3
    for query, most in ((personer.numre_for, 2), (personer.kontaktopplysninger, 2)):
        with CaptureQueriesContext(connection) as asked:
            query(people)
        assert len(asked) <= most
