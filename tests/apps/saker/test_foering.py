"""Opening a case, recording, correcting, taking out: what is saved, and every way to be refused."""

from datetime import date
from typing import Any

import pytest

from samvern.apps.saker import projection
from samvern.apps.saker.actions import feilfoer_hendelse, korriger_hendelse, registrer_hendelse
from samvern.apps.saker.foering import EndretIMens
from samvern.apps.saker.models import Hendelse, Innsending, Sak, Saksstand
from samvern.apps.saker.saksside import felt_vist, saksbilde
from samvern.engine import audit, ids, lesing
from samvern.engine.avslag import Avslag, FinnesIkke, IkkeNaa, Nektet, Ugyldig
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft


def everything() -> tuple[Any, ...]:
    rows = Hendelse.objects.order_by("sak", "nr").values_list("sak", "nr", "type")
    return tuple(rows), Sak.objects.count(), Innsending.objects.count()


@pytest.mark.krav("N-0.6", "N-5.2")
def test_a_case_from_a_judgment_gets_its_dates_tasks_and_number(verden: Verden) -> None:
    lagret = ny_sak(verden)
    assert lagret.saksnr == "S-2026-0001"
    stand = Saksstand.objects.get(sak=lagret.sak)
    assert (stand.status, stand.domstype) == ("under_gjennomfoering", "tidsubestemt")
    with lesing.reading(verden.silje, "sak.vist") as lest:
        bilde = saksbilde(verden.silje, lagret.sak)
        lest.saw(felt_vist(bilde), saker=[lagret.sak])
    assert bilde.svar is not None
    dates = {frist.regel: frist.dato for frist in bilde.svar.frister}
    assert dates["F-12"] == date(2027, 2, 1)
    assert any(task.kode == "F-06" for task in bilde.oppgaver)
    assert [row.handling for row in bilde.har_lest] == ["sak.opprettet"]


@pytest.mark.krav("TR-F5")
def test_the_same_submission_twice_is_one_entry(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    data = hendelse("utvisningsvedtak", "2024-03-01")
    key = str(ids.new_id())
    one = registrer_hendelse.utfoer(verden.silje, sak, data, forventet_nr=2, noekkel=key)
    before = everything()
    two = registrer_hendelse.utfoer(verden.silje, sak, data, forventet_nr=2, noekkel=key)
    assert (two.nr, two.gjentatt, one.gjentatt) == (one.nr, True, False)
    assert everything() == before
    other = {**data, "skjedde": "2024-03-02"}
    with pytest.raises(IkkeNaa) as told:
        registrer_hendelse.utfoer(verden.silje, sak, other, forventet_nr=3, noekkel=key)
    assert told.value.kode == "NOEKKEL_BRUKT"
    assert everything() == before


def test_a_stale_form_is_told_and_changes_nothing(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("utvisningsvedtak", "2024-03-01"))
    before = everything()
    with pytest.raises(EndretIMens) as told:
        registrer_hendelse.utfoer(
            verden.silje,
            sak,
            hendelse("utvisningsvedtak", "2024-03-05"),
            forventet_nr=2,
            noekkel="noekkel-nummer-to",
        )
    assert (told.value.kode, told.value.siste_nr) == ("ENDRET_I_MENS", 3)
    assert everything() == before


@pytest.mark.krav("N-1.2", "N-5.1")
@pytest.mark.parametrize(
    ("events", "found"),
    [
        ((dom("2001-12-31"),), [("hendelser[0].skjedde", "UGYLDIG_REKKEFOLGE")]),
        ((dom("2026-11-24"),), [("hendelser[0].skjedde", "UGYLDIG_REKKEFOLGE")]),
        ((dom(domstype=None),), [("hendelser[0].innhold.domstype", "MANGLER_FELT")]),
        (
            (dom(utilregnelighetsgrunn="U-TPH-PSY"),),
            [
                ("hendelser[0].innhold.utilregnelighetsgrunn", "UGYLDIG_VERDI"),
            ],
        ),
        ((dom("2016-09-30", domstype="tidsbestemt"),), [("hendelser[0].skjedde", "UGYLDIG_VERDI")]),
        ((dom(navn="Kari"),), [("hendelser[0].innhold.navn", "UGYLDIG_VERDI")]),
        (
            (dom(), rettskraft("2024-01-09")),
            [("hendelser[1].skjedde", "UGYLDIG_REKKEFOLGE")],
        ),
        (
            (hendelse("tull", "2024-01-01"), hendelse("dom_avsagt", "2024-13-01")),
            [
                ("hendelser[0].type", "UGYLDIG_VERDI"),
                ("hendelser[1].skjedde", "UGYLDIG_VERDI"),
            ],
        ),
    ],
)
def test_what_is_not_valid_is_told_at_the_field_all_at_once(
    verden: Verden, events: tuple[dict[str, Any], ...], found: list[tuple[str, str]]
) -> None:
    before = everything()
    with pytest.raises(Avslag) as told:
        ny_sak(verden, *events)
    assert [(f.sti, f.kode) for f in told.value.feil] == found
    assert everything() == before


@pytest.mark.krav("N-29.6", "LF-K1")
@pytest.mark.parametrize(
    ("later", "kind", "kode"),
    [
        (hendelse("retur_til_riket", "2024-05-01"), IkkeNaa, "FEIL_TILSTAND"),
        (hendelse("tiltale_trukket", "2024-05-01"), IkkeNaa, "FEIL_TILSTAND"),
        (hendelse("permisjon", "2024-01-20", foelge="med", vesentlig=False,
                  konsultasjon="konsultert"), Ugyldig, "UGYLDIG_REKKEFOLGE"),
        (hendelse("begjaering_5_6", "2024-05-01"), IkkeNaa, "FEIL_TILSTAND"),
    ],
)  # fmt: skip
def test_what_cannot_have_been_is_refused(
    verden: Verden, later: dict[str, Any], kind: type[Avslag], kode: str
) -> None:
    sak = ny_sak(verden).sak
    before = everything()
    with pytest.raises(kind) as told:
        foer(verden.silje, sak, later)
    assert told.value.kode == kode
    assert everything() == before


@pytest.mark.krav("N-29.6")
def test_after_the_end_only_complaints_are_recorded_but_earlier_events_may_come_late(
    verden: Verden,
) -> None:
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("opphoer", "2025-05-01", "Besluttet.", av="paatale"))
    assert Saksstand.objects.get(sak=sak).status == "opphoert"
    with pytest.raises(IkkeNaa):
        foer(verden.silje, sak, hendelse("utvisningsvedtak", "2025-05-02"))
    foer(verden.silje, sak, hendelse("utvisningsvedtak", "2025-04-30"))


@pytest.mark.krav("N-1.4")
def test_a_correction_takes_the_place_and_the_old_stays_readable(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    data = {**rettskraft("2024-02-05"), "grunn": "Påtegningen viser 5. februar."}
    korriger_hendelse.utfoer(
        verden.silje, sak, 2, data, forventet_nr=2, noekkel="retting-nummer-en"
    )
    with lesing.reading(verden.silje, "sak.vist"):
        bilde = saksbilde(verden.silje, sak)
        before = saksbilde(verden.silje, sak, paa=date(2024, 2, 1))
    rows = {row.nr: row for row in bilde.hendelser}
    assert (rows[2].gjelder, rows[2].erstattet_av, rows[3].erstatter) == (False, 3, 2)
    assert rows[3].merknad == "Påtegningen viser 5. februar."
    assert bilde.rad.styrende_dom == date(2024, 2, 5)
    assert before.rad.status == "doemt_ikke_rettskraftig"
    with pytest.raises(IkkeNaa):
        korriger_hendelse.utfoer(
            verden.silje, sak, 2, data, forventet_nr=3, noekkel="retting-nummer-to"
        )


def test_a_wrongly_recorded_entry_no_longer_counts(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("utreise", "2024-06-01", "Meldt."))
    assert Saksstand.objects.get(sak=sak).status == "midlertidig_opphoert"
    feilfoer_hendelse.utfoer(
        verden.silje, sak, 3, {"grunn": "Feil sak."}, forventet_nr=3, noekkel="feilfoert-en"
    )
    assert Saksstand.objects.get(sak=sak).status == "under_gjennomfoering"
    with pytest.raises(IkkeNaa) as told:
        feilfoer_hendelse.utfoer(
            verden.silje, sak, 1, {"grunn": "Feil."}, forventet_nr=4, noekkel="feilfoert-to"
        )
    assert told.value.kode in {"FEIL_TILSTAND", "UGYLDIG_REKKEFOLGE"}


@pytest.mark.krav("TR-A3")
def test_a_hidden_case_and_a_missing_one_are_told_alike(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    data = hendelse("utvisningsvedtak", "2024-03-01")
    for viewer in (verden.fa.viewer(), verden.sa.viewer()):
        for one in (sak, ids.new_id()):
            with pytest.raises(FinnesIkke):
                registrer_hendelse.utfoer(
                    viewer, one, data, forventet_nr=2, noekkel="noekkel-nummer-en"
                )


def test_only_who_may_records(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete)))
    before = everything()
    with pytest.raises(Nektet) as told:
        foer(verden.sa.viewer(), sak, hendelse("permisjon", "2024-06-01", foelge="med",
             vesentlig=False, konsultasjon="konsultert"))  # fmt: skip
    assert told.value.kode == "IKKE_KOMPETANT"
    assert everything() == before
    foer(verden.sa.viewer(), sak, hendelse("opprettholdelse_underskrevet", "2026-11-20"))


def test_a_rebuild_changes_nothing(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete)))
    before = projection.snapshot(sak)
    projection.rebuild(sak)
    assert projection.snapshot(sak) == before


@pytest.mark.krav("TR-L1")
def test_every_write_is_logged_with_the_case_and_the_kind(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("utvisningsvedtak", "2024-03-01"))
    last = list(audit.records())[-1]
    assert last["handling"] == "sak.hendelse_registrert"
    assert last["saker"] == [str(sak)]
    assert last["skrevet"] == ["hendelse", "hendelse.utvisningsvedtak"]


def test_only_a_finality_takes_the_id_of_a_judgment(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    before = everything()
    decision = hendelse("overfoeringsvedtak", "2024-06-01", id="h1", retning="mildere")
    with pytest.raises(Ugyldig) as told:
        foer(verden.silje, sak, decision)
    assert [f.sti for f in told.value.feil] == ["innhold.id"]
    assert everything() == before
