"""A decision on transfer: who receives the person, and the first day it may be carried out."""

from datetime import date, timedelta

import pytest

from samvern.apps.saker.saksside import saksbilde
from samvern.engine import lesing
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.roller import Rolle
from samvern.law import datotekst
from samvern.law.trace import Varselkode
from tests.apps.brukere.personer import person
from tests.apps.saker.test_lovkrav import refused, state
from tests.apps.saker.test_lovkrav_hendelser import complained, f21, transferred, withdrawn
from tests.apps.saker.verden import Verden, foer, hendelse, vedtak

# What is asked of an entry, and told of it, is the same whatever holds the data.
pytestmark = pytest.mark.en_database


@pytest.mark.krav("N-14.2", "N-7.8")
def test_who_receives_is_named_in_the_decision_and_sees_nothing_until_taking_over(
    verden: Verden,
) -> None:
    sak = transferred(verden)
    taking_over = person(Rolle.FAGLIG_ANSVARLIG, "Eva Pettersen")
    wrong = vedtak("2024-05-01", mottakende_faglig_ansvarlig=str(verden.sa.id))
    field = "innhold.mottakende_faglig_ansvarlig"
    refused(verden.silje, sak, wrong, Ugyldig, field, "UGYLDIG_VERDI")
    foer(verden.silje, sak, vedtak("2024-05-01", mottakende_faglig_ansvarlig=str(taking_over.id)))
    with lesing.reading(verden.silje, "proeve"):
        shown = saksbilde(verden.silje, sak).hendelser[0].felt
    assert [one.verdi.nb for one in shown if field.endswith(one.navn)] == ["Eva Pettersen"]
    viewer = taking_over.viewer()
    with lesing.reading(viewer, "proeve"), pytest.raises(FinnesIkke):
        saksbilde(viewer, sak)
    took = hendelse("faglig_ansvarlig_endret", "2024-06-01", faglig_ansvarlig=str(taking_over.id))
    foer(verden.silje, sak, took)
    with lesing.reading(viewer, "proeve"):
        assert saksbilde(viewer, sak).rad.id == sak


@pytest.mark.krav("N-14.3", "N-5.6")
@pytest.mark.parametrize(
    ("accepted", "told"),
    [
        # All accept on the 9th, but nobody leaves the institution in the first three weeks.
        (("domfelt", "paaroerende", "paatale"), " Tidligste dag var 23.\u00a0februar\u00a02024."),
        # Somebody may still complain: there is no first day to tell.
        ((), ""),
    ],
)
def test_the_first_lawful_day_is_told_only_when_it_is_settled(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, accepted: tuple[str, ...], told: str
) -> None:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2024-02-12T08:10:00+01:00")
    sak = transferred(verden)
    nr = foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2024-02-05", retning="mildere")).nr
    for part in ("domfelt", "paaroerende", "paatale"):
        foer(verden.silje, sak, hendelse("vedtak_mottatt", "2024-02-05", ref=f"h{nr}", part=part))
    for part in accepted:
        foer(verden.silje, sak, hendelse("vedtak_akseptert", "2024-02-09", ref=f"h{nr}", part=part))
    early = hendelse("overfoering_gjennomfoert", "2024-02-08", ref=f"h{nr}",
                     institusjon=str(verden.institusjon), oppholdsform="uten_doegn")  # fmt: skip
    with pytest.raises(IkkeNaa) as refused:
        foer(verden.silje, sak, early)
    words = refused.value.feil[0].melding.nb
    assert f"før alle parter var ferdige.{told}" in words
    assert ("Tidligste dag" in words) is bool(told)


@pytest.mark.krav("F-21", "N-14.3")
@pytest.mark.parametrize(
    ("gone", "earliest"),
    [
        # The deadline was out on 22 May: nobody could carry it out while the complaint stood.
        ("2024-06-10", "2024-06-10"),
        # Withdrawn in time, and the party may complain again until the deadline is out.
        ("2024-05-15", "2024-05-23"),
        ("2024-05-22", "2024-05-23"),
        ("2024-05-23", "2024-05-23"),
        ("2024-05-24", "2024-05-24"),
    ],
)
def test_nothing_is_carried_out_before_the_day_the_complaint_was_withdrawn(
    verden: Verden, gone: str, earliest: str
) -> None:
    sak = complained(verden, "domfelt")
    foer(verden.silje, sak, withdrawn("domfelt", gone))
    assert f21(sak).dato == date.fromisoformat(earliest)
    carried = hendelse("overfoering_gjennomfoert", earliest, ref="h4", oppholdsform="uten_doegn",
                       institusjon=str(verden.institusjon))  # fmt: skip
    day_before = (date.fromisoformat(earliest) - timedelta(days=1)).isoformat()
    refused(verden.silje, sak, {**carried, "skjedde": day_before}, IkkeNaa, "merknad",
            "AVVIK_KREVES")  # fmt: skip
    with pytest.raises(IkkeNaa) as told:
        foer(verden.silje, sak, {**carried, "skjedde": day_before})
    first = datotekst.long(date.fromisoformat(earliest))
    assert f"Tidligste dag var {first}." in told.value.feil[0].melding.nb
    foer(verden.silje, sak, carried)
    svar = state(sak).svar
    assert svar is not None
    assert Varselkode.GJENNOMFORT_FOR_TIDLIG not in {found.kode for found in svar.varsler}
