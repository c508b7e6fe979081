"""What happened otherwise than decided, or than the law has it, is recorded with a reason and is
seen on the case by those who may know of it (P1, N-7.5)."""

from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker import access, masker
from samvern.apps.saker.actions import feilfoer_hendelse, opprett_sak, registrer_hendelse
from samvern.apps.saker.saksside import saksbilde
from samvern.engine import ids, lesing
from samvern.engine.avslag import Ugyldig
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.trace import Varselkode
from tests.apps.brukere.personer import person
from tests.apps.saker.test_lovkrav import TIDSBESTEMT, refused, state
from tests.apps.saker.test_lovkrav_hendelser import transferred
from tests.apps.saker.verden import PERSON, Verden, dom, foer, hendelse, ny_sak, rettskraft

# What is asked of an entry, and told of it, is the same whatever holds the data.
pytestmark = pytest.mark.en_database


def codes(sak: UUID) -> list[str]:
    return [one.kode for one in state(sak).avvik]


def shown(viewer: Viewer, sak: UUID) -> str:
    with lesing.reading(viewer, "proeve"):
        return " ".join(text.nb for text in saksbilde(viewer, sak).avvik)


def carried_out(verden: Verden, sak: UUID, merknad: str | None = None) -> dict[str, Any]:
    nr = foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2024-05-01", retning="til_doegn"))
    return hendelse("overfoering_gjennomfoert", "2024-08-01", merknad, ref=f"h{nr.nr}",
                    oppholdsform="uten_doegn", institusjon=str(verden.institusjon))  # fmt: skip


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
    # Until October 2020 one less serious offence asked for just that (strl § 62 third paragraph).
    before = dom("2018-03-01", faregrad="saerlig_naerliggende", antall_lovbrudd=1)
    assert codes(ny_sak(verden, before, rettskraft("2018-04-01")).sak) == []


def test_a_judgment_that_was_set_aside_says_nothing_more(verden: Verden) -> None:
    weak = {**dom(**{**TIDSBESTEMT, "antall_lovbrudd": 1}), "merknad": "Slik står det."}
    sak = ny_sak(verden, weak).sak
    assert codes(sak) == ["ETT_LOVBRUDD"]
    foer(verden.silje, sak, dom("2024-06-01", domstol="lagmannsrett"))
    assert codes(sak) == []
    foer(verden.silje, sak, rettskraft("2024-07-01", ref="h2"))
    assert codes(sak) == []


@pytest.mark.krav("N-5.6")
@pytest.mark.parametrize(
    ("direction", "form", "own", "by_law"),
    [
        # Out of the institution in the first three weeks, although that was not what was decided.
        ("til_doegn", "uten_doegn", ["ANNEN_FORM", "TRE_UKER"], False),
        ("mellom_institusjoner", "uten_doegn", ["ANNEN_FORM", "TRE_UKER"], False),
        # It was decided, and not done: the person never left.
        ("mildere", "doegn", ["ANNEN_FORM"], False),
        ("mildere", "uten_doegn", [], True),
    ],
)
def test_the_three_weeks_are_broken_by_what_was_done_and_not_by_what_was_decided(
    verden: Verden, direction: str, form: str, own: list[str], by_law: bool
) -> None:
    sak = transferred(verden)
    nr = foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2024-02-05", retning=direction))
    done = hendelse("overfoering_gjennomfoert", "2024-02-08", "Ble slik.", ref=f"h{nr.nr}",
                    oppholdsform=form, institusjon=str(verden.institusjon))  # fmt: skip
    foer(verden.silje, sak, done)
    svar = state(sak).svar
    assert svar is not None
    assert codes(sak) == own
    assert (Varselkode.DOGNOPPHOLD_BRUTT in {v.kode for v in svar.varsler}) is by_law


@pytest.mark.krav("TR-A4")
def test_the_institution_that_records_another_form_is_told_and_asked(verden: Verden) -> None:
    """A note about something else must not carry a slip of the finger past everybody."""
    sak = transferred(verden)
    foer(verden.silje, sak, hendelse(
        "behandlingsansvar_fastsatt", "2024-02-02", rhf=str(verden.rhf),
        institusjon=str(verden.institusjon)))  # fmt: skip
    done = carried_out(verden, sak, "Fulgt av to ansatte.")
    leader = person(Rolle.INSTITUSJON, "Inger Leder", virksomhet=verden.institusjon).viewer()
    with lesing.reading(leader, "proeve"):
        preview = registrer_hendelse.forhaandsvis(leader, sak, done)
    assert preview.krever_grunn
    assert any("annen form" in text.nb for text in preview.avvik)
    foer(leader, sak, done)
    assert "annen form" in shown(leader, sak)


@pytest.mark.krav("TR-A4")
@pytest.mark.parametrize("rolle", [Rolle.POLITI, Rolle.KONTROLLKOMMISJON, Rolle.STATSFORVALTER])
def test_a_state_that_is_cut_down_holds_no_deviation_its_reader_may_not_know(
    verden: Verden, rolle: Rolle
) -> None:
    weak = {**dom(**{**TIDSBESTEMT, "antall_lovbrudd": 1}), "merknad": "Slik står det."}
    whole = state(ny_sak(verden, weak, rettskraft()).sak)
    assert whole.avvik
    assert masker.tilstand(access.rolleblikk(rolle), whole).avvik == ()
    assert masker.tilstand(access.rolleblikk(Rolle.NK), whole).avvik == whole.avvik
