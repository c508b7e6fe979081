"""What happened otherwise than decided, or than the law has it, is recorded with a reason and is
seen on the case by those who may know of it (P1, N-7.5)."""

from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker.actions import feilfoer_hendelse, opprett_sak, registrer_hendelse
from samvern.apps.saker.saksside import saksbilde
from samvern.engine import ids, lesing
from samvern.engine.avslag import Ugyldig
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.brukere.personer import person
from tests.apps.saker.test_lovkrav import TIDSBESTEMT, refused, state
from tests.apps.saker.test_lovkrav_hendelser import transferred
from tests.apps.saker.verden import PERSON, Verden, dom, foer, hendelse, ny_sak, rettskraft


def codes(sak: UUID) -> list[str]:
    return [one.kode for one in state(sak).avvik]


def shown(viewer: Viewer, sak: UUID) -> str:
    with lesing.reading(viewer, "proeve"):
        return " ".join(text.nb for text in saksbilde(viewer, sak).avvik)


def carried_out(verden: Verden, sak: UUID, merknad: str | None = None) -> dict[str, Any]:
    nr = foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2024-05-01", retning="til_doegn"))
    return hendelse("overfoering_gjennomfoert", "2024-08-01", merknad, ref=f"h{nr.nr}",
                    oppholdsform="uten_doegn", institusjon=str(verden.institusjon))  # fmt: skip


@pytest.mark.krav("N-5.8")
def test_a_transfer_in_another_form_is_recorded_with_a_reason_and_flagged(verden: Verden) -> None:
    sak = transferred(verden)
    done = carried_out(verden, sak)
    refused(verden.silje, sak, done, Ugyldig, "innhold.oppholdsform", "UGYLDIG_VERDI")
    told = {**done, "merknad": "Avdelingen var full."}
    with lesing.reading(verden.silje, "proeve"):
        preview = registrer_hendelse.forhaandsvis(verden.silje, sak, told)
    assert preview.krever_grunn
    assert any("annen form enn vedtaket" in text.nb for text in preview.avvik)
    nr = foer(verden.silje, sak, told).nr
    assert codes(sak) == ["ANNEN_FORM"]
    assert "1.\u00a0august\u00a02024" in shown(verden.silje, sak)
    feilfoer_hendelse.utfoer(
        verden.silje, sak, nr, {"grunn": "Feil sak."}, forventet_nr=nr, noekkel=str(ids.new_id())
    )
    assert codes(sak) == []


@pytest.mark.krav("TR-A4")
def test_who_may_not_read_of_transfers_is_not_told_that_one_deviated(verden: Verden) -> None:
    sak = transferred(verden)
    foer(verden.silje, sak, hendelse("paatale_fastsatt", "2024-02-02", embete=str(verden.embete),
                                     politidistrikt=str(verden.politi)))  # fmt: skip
    foer(verden.silje, sak, carried_out(verden, sak, "Avdelingen var full."))
    police = person(Rolle.POLITI, "Per Betjent", virksomhet=verden.politi).viewer()
    assert shown(police, sak) == ""
    assert "annen form" in shown(verden.sa.viewer(), sak)


@pytest.mark.krav("N-8.2", "N-8.5")
@pytest.mark.parametrize(
    ("change", "code"),
    [({"antall_lovbrudd": 1}, "ETT_LOVBRUDD"), ({"faregrad": "naerliggende"}, "FARE_TIDSBESTEMT")],
)
def test_a_time_limited_judgment_on_weak_grounds_is_seen_on_the_case(
    verden: Verden, change: dict[str, Any], code: str
) -> None:
    weak = {**dom(**{**TIDSBESTEMT, **change}), "merknad": "Slik står det i dommen."}
    sak = ny_sak(verden, weak, rettskraft()).sak
    assert codes(sak) == [code]
    assert "strl § 62" in shown(verden.silje, sak)


@pytest.mark.krav("N-7.5")
def test_the_danger_of_many_offences_with_one_offence_is_told_for_control(verden: Verden) -> None:
    odd = dom(faregrad="saerlig_naerliggende", antall_lovbrudd=1)
    data = {"person": dict(PERSON), "hendelser": [odd, rettskraft()]}
    with lesing.reading(verden.silje, "proeve"):
        preview = opprett_sak.forhaandsvis(verden.silje, data)
    # A warning: nobody has to explain what the court wrote.
    assert (preview.krever_grunn, len(preview.avvik)) == (False, 1)
    sak = opprett_sak.utfoer(verden.silje, data, noekkel=str(ids.new_id())).sak
    assert codes(sak) == ["FARE_OG_ANTALL"]
    assert "Kontroller registreringen" in shown(verden.silje, sak)
    for fine in ({"antall_lovbrudd": 2}, {"faregrad": "naerliggende"}):
        assert codes(ny_sak(verden, dom(**{**odd["innhold"], **fine}), rettskraft()).sak) == []
