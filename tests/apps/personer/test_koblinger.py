"""Links instead of merging: both ways, by way of others, taken back, and who may not."""

from itertools import pairwise

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from samvern.apps.personer import public as personer
from samvern.apps.personer.koder import Koblingsgrunn
from samvern.apps.personer.models import Personkobling
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Nektet, Ugyldig
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from tests.apps.personer.folk import NK, number, picture, refused, register, rows, viewer

pytestmark = [pytest.mark.django_db, pytest.mark.krav("N-2.1")]
SAMME, FEIL = Koblingsgrunn.IDENTITET_FASTSLAATT, Koblingsgrunn.FEIL_KOBLING


def test_linking_merges_nothing_and_is_taken_back() -> None:
    one, other = register(1), register(2, etternavn="Annen")
    before = rows()
    personer.koble(NK, other, one, SAMME)
    assert {table for table, now in rows().items() if now != before[table]} == {"personkobling"}
    assert picture(one).koblet == (other,) and picture(other).koblet == (one,)
    assert personer.finn_paa_nummer(NK, number(1).siffer) == (one, other)
    assert personer.finn_paa_nummer(NK, number(2).siffer) == (other, one)
    refused(IkkeNaa, "FEIL_TILSTAND", lambda: personer.koble(NK, one, other, SAMME))
    personer.opphev_kobling(NK, one, other, FEIL)
    assert picture(one).koblet == () and personer.koblede(one) == frozenset()
    assert personer.finn_paa_nummer(NK, number(1).siffer) == (one,)
    refused(IkkeNaa, "FEIL_TILSTAND", lambda: personer.opphev_kobling(NK, one, other, FEIL))
    personer.koble(NK, one, other, SAMME)
    lines = personer.koblingshistorikk(other)
    assert [(line.annen, line.koblet, line.grunn) for line in lines] == [
        (one, True, SAMME), (one, False, FEIL), (one, True, SAMME),
    ]  # fmt: skip
    assert {line.registrert_av for line in lines} == {NK.bruker}


def test_links_reach_by_way_of_others_also_in_a_ring() -> None:
    chain = [register(seed) for seed in range(4)]
    for one, other in pairwise(chain):
        personer.koble(NK, one, other, SAMME)
    personer.koble(NK, chain[-1], chain[0], SAMME)
    alone = register(9)
    assert personer.koblede(chain[2]) == frozenset(chain) - {chain[2]}
    assert set(personer.finn_paa_nummer(NK, number(3).siffer)) == set(chain)
    assert personer.koblede(alone) == frozenset()


def test_what_is_refused() -> None:
    one, other = register(1), register(2)
    refused(Ugyldig, "UGYLDIG_VERDI", lambda: personer.koble(NK, one, one, SAMME))
    refused(IkkeNaa, "FEIL_TILSTAND", lambda: personer.opphev_kobling(NK, one, other, FEIL))
    for rolle in set(Rolle) - {Rolle.NK, Rolle.NK_LEDER}:
        who = viewer(rolle)
        refused(Nektet, "IKKE_TILGANG", lambda who=who: personer.koble(who, one, other, SAMME))  # type: ignore[misc]
    before = rows()
    with pytest.raises(FinnesIkke):
        personer.koble(NK, one, new_id(), SAMME)
    assert rows() == before


def test_the_database_keeps_links_as_they_were_made() -> None:
    one, other = sorted([register(1), register(2)])
    personer.koble(NK, one, other, SAMME)
    made = Personkobling.objects.get()
    for change in ({"koblet": False}, {"grunn": FEIL.value}, {"registrert_av": new_id()}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Personkobling.objects.update(**change)
    for pair in ((other, one), (one, one), (one, other)):
        made.pk, made.foerste_id, made.andre_id = new_id(), *pair
        with pytest.raises(IntegrityError), transaction.atomic():
            made.save(force_insert=True)
