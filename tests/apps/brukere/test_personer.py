"""The people that tests make at once are those that the actions would have made."""

from typing import Any

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.db import models

from samvern.apps.brukere.models import Bruker, Tilknytning
from samvern.apps.noekler.models import Datanoekkel
from samvern.apps.virksomheter.models import Virksomhet, Virksomhetsversjon
from samvern.engine import crypto
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import KINDS, Person, organisation, organisations, people, person

OWN = frozenset(
    {"id", "bruker_id", "brukernavn", "password", "noekkel", "registrert_av", "subjekt",
     "innpakket", "virksomhet_id", "kode"}
)  # fmt: skip
"""Columns that differ from one person or body to the next; of these only the kind is compared."""


def stored(row: models.Model) -> dict[str, Any]:
    """Every column of a row; of what is the row's own, the type."""
    values = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    return {name: type(value) if name in OWN else value for name, value in values.items()}


def rows(who: Person) -> tuple[Bruker, Tilknytning, Datanoekkel]:
    """The only rows there are about a person."""
    return (
        Bruker.objects.get(pk=who.id),
        Tilknytning.objects.get(bruker=who.id),
        Datanoekkel.objects.get(subjekt=who.id),
    )


@pytest.mark.django_db
@pytest.mark.parametrize("rolle", [Rolle.FAGLIG_ANSVARLIG, Rolle.STATSADVOKAT, Rolle.FORSKER])
def test_people_made_at_once_are_stored_as_the_actions_store_them(
    rolle: Rolle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")
    by_actions = person(rolle, "Silje Haugen")
    _, at_once = people((Rolle.NK, "En Annen"), (rolle, "Silje Haugen"))
    expected, found = rows(by_actions), rows(at_once)
    assert [stored(row) for row in found] == [stored(row) for row in expected]
    assert found[1].virksomhet_id == at_once.virksomhet == by_actions.virksomhet
    assert (found[1].noekkel, found[0].brukernavn) == (at_once.rolle, at_once.brukernavn)
    assert found[0].check_password(at_once.passord)
    hashers = {identify_hasher(user.password).algorithm for user in (found[0], expected[0])}
    assert (len(hashers), len(at_once.passord)) == (1, len(by_actions.passord))
    for key in (found[2], expected[2]):
        assert key.innpakket is not None
        crypto.unwrap(
            key.subjekt, key.versjon, key.hovednoekkel, bytes(key.innpakket), crypto.ring()
        )


@pytest.mark.django_db
def test_organisations_made_at_once_are_as_one_alone_and_made_only_once() -> None:
    alone = organisation("NK", "koordineringsenhet")
    bodies = organisations({kode: slag for slag, kode in KINDS.values()})
    assert bodies == organisations({kode: slag for slag, kode in KINDS.values()})
    assert bodies["NK"] == alone
    assert Virksomhet.objects.count() == Virksomhetsversjon.objects.count() == len(bodies)
    for version in Virksomhetsversjon.objects.select_related("virksomhet"):
        assert bodies[version.virksomhet.kode] == version.virksomhet_id
        assert version.navn == f"Virksomhet {version.virksomhet.kode}"
        assert (version.gyldig_fra.year, version.gyldig_til) == (2000, None)
