"""Emergency access: four hours of reading, with a reason, reviewed by somebody else."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from samvern.apps.noekler.public import destroy_key
from samvern.apps.personer import public as personer
from samvern.apps.revisjon.models import Revisjonslogg
from samvern.apps.saker import access, noed, rader
from samvern.apps.saker.actions import aapne_noedtilgang, etterkontroller_noedtilgang
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Sak, Saksstand
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.engine import clock, keyring, lesing
from samvern.engine.avslag import Avslag, FinnesIkke, IkkeNaa, Nektet, Ugyldig
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.personer.folk import NK as REGISTRAR
from tests.apps.personer.folk import data as person_data
from tests.apps.saker.tilgangsbilder import DAG, NAA, med, seer

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A8")]
ORD = "Pasienten er rømt, og vakta må vite hvor."


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))
    stop(monkeypatch, NAA)


def stop(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def sak(ring: None) -> Sak:
    with lesing.writing(REGISTRAR):
        person = personer.registrer(REGISTRAR, person_data())
    made = Sak.objects.create(saksnr="S-2026-0001", person_id=person, opprettet=NAA, siste_nr=1)
    Saksstand.objects.create(
        sak=made, nr=1, beregnet_for=DAG, regelsett="x", status="under_gjennomfoering",
        domstype="tidsubestemt",
    )  # fmt: skip
    return made


VAKT = seer(Rolle.FAGLIG_ANSVARLIG)
NK = seer(Rolle.NK)


def sent(**change: object) -> dict[str, Any]:
    return {"saksnr": "S-2026-0001", "grunn": "unndragelse", "begrunnelse": ORD} | change


def aapne(viewer: Viewer = VAKT, **change: object) -> aapne_noedtilgang.Aapnet:
    return aapne_noedtilgang.utfoer(viewer, sent(**change))


def ser(viewer: Viewer, sak: Sak) -> bool:
    with lesing.fenced(viewer):
        filtered = rader.er_synlig(viewer, sak.pk)
        if connection.vendor == "postgresql":
            assert Sak.objects.filter(pk=sak.pk).exists() is filtered, "the fences disagree"
    return filtered


@pytest.mark.parametrize(
    ("after", "seen"),
    [
        (timedelta(0), True),
        (timedelta(hours=4) - timedelta(seconds=1), True),
        (timedelta(hours=4), False),
        (timedelta(seconds=-1), False),
    ],
)
def test_open_for_four_hours(
    sak: Sak, monkeypatch: pytest.MonkeyPatch, after: timedelta, seen: bool
) -> None:
    assert not ser(VAKT, sak)
    opened = aapne()
    assert (opened.sak, opened.utloeper) == (sak.pk, NAA + timedelta(hours=4))
    stop(monkeypatch, NAA + after)
    assert ser(VAKT, sak) is seen


def test_it_gives_reading_in_the_role_and_to_nobody_else(sak: Sak) -> None:
    aapne()
    relasjon = rader.relasjon(VAKT, sak.pk)
    assert relasjon.noed and relasjon.som == frozenset()
    with pytest.raises(Nektet):
        access.krev_registrering(access.rolleblikk(VAKT.rolle, relasjon), "klage")
    for other in (
        seer(Rolle.FAGLIG_ANSVARLIG, VAKT.virksomhet),
        seer(Rolle.STATSADVOKAT, VAKT.virksomhet, bruker=VAKT.bruker),
        seer(Rolle.FAGLIG_ANSVARLIG, bruker=VAKT.bruker),
    ):
        assert not ser(other, sak)


def test_it_ends_with_the_case(sak: Sak) -> None:
    aapne()
    Saksstand.objects.filter(sak=sak).update(avsluttet=True)
    assert not ser(VAKT, sak)


def test_it_is_logged_with_its_reason_and_without_its_words(sak: Sak) -> None:
    opened = aapne()
    row = Revisjonslogg.objects.latest("nr")
    assert (row.handling, row.saker, row.grunn, row.objekt) == (
        "sak.noedtilgang_aapnet", [str(sak.pk)], "unndragelse", str(opened.noedtilgang),
    )  # fmt: skip
    stored = Noedtilgang.objects.get()
    assert stored.begrunnelse is not None and ORD.encode() not in stored.begrunnelse.blob


REFUSED: list[tuple[type[Exception], str, Viewer, dict[str, object]]] = [
    (Nektet, "IKKE_TILGANG", seer(Rolle.SYSTEMDRIFT), {}),
    (Nektet, "IKKE_TILGANG", seer(Rolle.REVISOR), {}),
    (Nektet, "IKKE_BEKREFTET", seer(Rolle.FAGLIG_ANSVARLIG, bekreftet=False), {}),
    (Ugyldig, "MANGLER_FELT", VAKT, {"begrunnelse": "For kort."}),
    (Ugyldig, "MANGLER_FELT", VAKT, {"begrunnelse": " " * 30}),
    (Ugyldig, "UGYLDIG_VERDI", VAKT, {"grunn": "nysgjerrig"}),
    (Ugyldig, "UGYLDIG_VERDI", VAKT, {"begrunnelse": "x" * 1001}),
    (Ugyldig, "UGYLDIG_VERDI", VAKT, {"utloeper": "2030-01-01"}),
    (IkkeNaa, "FEIL_TILSTAND", NK, {}),
    (FinnesIkke, "", VAKT, {"saksnr": "S-2026-9999"}),
]


@pytest.mark.parametrize(("kind", "kode", "viewer", "change"), REFUSED)
def test_a_refusal_changes_nothing(
    sak: Sak, kind: type[Exception], kode: str, viewer: Viewer, change: dict[str, object]
) -> None:
    before = Revisjonslogg.objects.count()
    with pytest.raises(kind) as caught:
        aapne(viewer, **change)
    if isinstance(caught.value, Avslag):
        assert caught.value.kode == kode
    assert not Noedtilgang.objects.exists() and Revisjonslogg.objects.count() == before


def test_a_case_of_ones_own_and_one_that_has_ended_do_not_open(sak: Sak) -> None:
    med(sak, Deltakerslag.FAGLIG_ANSVARLIG, VAKT.bruker)
    with pytest.raises(IkkeNaa):
        aapne()
    Saksstand.objects.filter(sak=sak).update(avsluttet=True)
    with pytest.raises(FinnesIkke):
        aapne(seer(Rolle.FAGLIG_ANSVARLIG))
    assert not Noedtilgang.objects.exists()


@pytest.mark.parametrize(
    ("opened", "by"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),
        (date(2026, 11, 20), date(2026, 11, 25)),
        (date(2026, 11, 21), date(2026, 11, 25)),
        (date(2026, 3, 31), date(2026, 4, 8)),
    ],
)
def test_the_review_has_three_working_days(opened: date, by: date) -> None:
    assert noed.review_by(opened) == by


def kontroller(viewer: Viewer, noedtilgang: object, **change: object) -> None:
    data = {"utfall": "begrunnet"} | change
    etterkontroller_noedtilgang.utfoer(viewer, noedtilgang, data)  # type: ignore[arg-type]


def test_another_person_reviews(sak: Sak, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = aapne()
    (waiting,) = noed.til_kontroll(NK)
    assert (waiting.begrunnelse, waiting.over_fristen) == (ORD, False)
    stop(monkeypatch, datetime(2026, 11, 27, 8, tzinfo=UTC))
    assert noed.til_kontroll(NK)[0].over_fristen
    kontroller(NK, opened.noedtilgang, utfall="ikke_begrunnet", notat="Ingen vakt den dagen.")
    row = Noedtilgang.objects.get()
    assert (row.kontrollert_av, row.utfall) == (NK.bruker, "ikke_begrunnet")
    assert noed.til_kontroll(NK) == ()
    assert Revisjonslogg.objects.latest("nr").handling == "sak.noedtilgang_kontrollert"


@pytest.mark.parametrize(("utfall", "seen"), [("ikke_begrunnet", False), ("begrunnet", True)])
def test_what_had_no_ground_ends_at_once(
    sak: Sak, monkeypatch: pytest.MonkeyPatch, utfall: str, seen: bool
) -> None:
    opened = aapne()
    stop(monkeypatch, NAA + timedelta(hours=1))
    assert ser(VAKT, sak)
    kontroller(NK, opened.noedtilgang, utfall=utfall, notat="Sett på vaktlisten.")
    assert ser(VAKT, sak) is seen
    ends = NAA + timedelta(hours=4 if seen else 1)
    assert Noedtilgang.objects.get().utloeper == ends


@pytest.mark.parametrize(
    ("kind", "viewer", "change"),
    [
        (Nektet, seer(Rolle.NK, bruker=VAKT.bruker), {}),
        (Nektet, seer(Rolle.INSTITUSJON), {}),
        (Nektet, seer(Rolle.SYSTEMDRIFT), {}),
        (Ugyldig, NK, {"utfall": "ikke_begrunnet"}),
        (Ugyldig, NK, {"utfall": "kanskje"}),
    ],
)
def test_a_review_that_is_refused_changes_nothing(
    sak: Sak, kind: type[Exception], viewer: Viewer, change: dict[str, object]
) -> None:
    opened = aapne()
    with pytest.raises(kind):
        kontroller(viewer, opened.noedtilgang, **change)
    assert Noedtilgang.objects.get().kontrollert is None


def test_a_review_is_made_once_and_of_what_is_there(sak: Sak) -> None:
    opened = aapne()
    kontroller(NK, opened.noedtilgang)
    with pytest.raises(IkkeNaa):
        kontroller(seer(Rolle.NK_LEDER), opened.noedtilgang, utfall="ikke_begrunnet", notat="Nei.")
    with pytest.raises(FinnesIkke):
        kontroller(NK, new_id())
    assert Noedtilgang.objects.get().utfall == "begrunnet"


@pytest.mark.krav("TR-D3")
def test_the_case_of_somebody_erased_is_not_there(sak: Sak) -> None:
    destroy_key(sak.person_id)
    with pytest.raises(FinnesIkke):
        aapne()
    assert not Noedtilgang.objects.exists()


@pytest.mark.krav("TR-D3")
def test_an_opening_is_reviewed_also_when_the_person_is_erased(sak: Sak) -> None:
    opened = aapne()
    destroy_key(sak.person_id)
    kontroller(NK, opened.noedtilgang, utfall="ikke_begrunnet", notat="Ingen vakt den dagen.")
    row = Noedtilgang.objects.get()
    assert (row.utfall, row.kontrollnotat) == ("ikke_begrunnet", None)


@pytest.mark.parametrize(
    "change",
    [{"utloeper": NAA + timedelta(days=9)}, {"kontrollert": NAA, "kontrollert_av": VAKT.bruker,
                                             "utfall": "begrunnet"}, {"sak_id": new_id()}],
)  # fmt: skip
def test_the_database_refuses_to_prolong_and_to_review_oneself(
    sak: Sak, change: dict[str, Any]
) -> None:
    aapne()
    with pytest.raises(DatabaseError), transaction.atomic():
        Noedtilgang.objects.update(**change)
    row = Noedtilgang.objects.get()
    assert (row.utloeper, row.kontrollert) == (NAA + timedelta(hours=4), None)
