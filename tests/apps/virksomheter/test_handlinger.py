"""Changing the reference data: who may, every refusal changes nothing, a preview saves nothing."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection

from samvern.apps.virksomheter.actions.avslutte import avslutte
from samvern.apps.virksomheter.actions.endre_enhet import avslutte_enhet, endre_enhet
from samvern.apps.virksomheter.actions.endre_fra_dato import endre_fra_dato
from samvern.apps.virksomheter.actions.opprette_enhet import opprette_enhet
from samvern.apps.virksomheter.actions.opprette_virksomhet import opprette_virksomhet
from samvern.apps.virksomheter.actions.rette_versjon import rette_versjon
from samvern.apps.virksomheter.kontroll import faults
from samvern.apps.virksomheter.models import (
    VERSJONERTE,
    Enhet,
    Enhetsversjon,
    Etterfoelger,
    Virksomhet,
    Virksomhetsversjon,
)
from samvern.apps.virksomheter.public import (
    Status,
    enheter_for,
    find,
    politidistrikt_for,
    successor_at,
)
from samvern.apps.virksomheter.versjoner import Opphav, Registrering, correct
from samvern.apps.virksomheter.versjonert import known, rows_of
from samvern.engine import clock
from samvern.engine.avslag import Avslag, IkkeNaa, Nektet, Ugyldig
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

pytestmark = pytest.mark.usefixtures("referansedata")

DAG = date(2027, 1, 1)
OPPHAV = {"kilde": "Kongelig resolusjon", "belegg": "lest", "grunn": "Ny ordning"}
type Handling = Callable[..., Any]


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day after the data were loaded."""
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T09:00:00+01:00")


def viewer(rolle: Rolle = Rolle.SYSTEMDRIFT) -> Viewer:
    body = uuid4()
    return Viewer(uuid4(), "Drift Prøve", rolle, body, frozenset({body}), uuid4())


def version(kode: str) -> Virksomhetsversjon:
    rows = known(Virksomhetsversjon.objects.filter(virksomhet__kode=kode), None)
    return rows.select_related("overordnet").latest("gyldig_fra")


def as_input(kode: str, **other: object) -> dict[str, object]:
    """What the form holds when it has just been opened, and what is typed."""
    row = version(kode)
    above = row.overordnet.kode if row.overordnet else ""
    names = {"navn": row.navn, "navn_nn": row.navn_nn, "orgnr": row.orgnr, "sted": row.sted}
    return {**OPPHAV, **names, "overordnet": above, "versjon": str(row.id), **other}


def new_body(**other: object) -> dict[str, object]:
    named = {"kode": "DIKEMARK", "slag": "institusjon", "navn": "Dikemark", "overordnet": "OUS"}
    return {**OPPHAV, **named, "gyldig_fra": "2026-01-01", **other}


def new_unit(**other: object) -> dict[str, object]:
    named = {"virksomhet": "OUS", "kode": "RSA-OUS", "navn": "Regional sikkerhetsavdeling"}
    codes = {"sikkerhetsnivaa": "RSA", "oppholdsform": "doegn", "doertype": "laast"}
    return {**OPPHAV, **named, **codes, "gyldig_fra": "2026-01-01", **other}


def ending(kode: str, **other: object) -> dict[str, object]:
    return {**OPPHAV, "versjon": str(version(kode).id), "siste_dag": "2026-12-31", **other}


def stored() -> tuple[int, ...]:
    """How much there is of everything that an act may write, also how much is replaced."""
    counted = [f"count(*), count(erstattet) FROM {model._meta.db_table}" for model in VERSJONERTE]
    counted += [f"count(*), 0 FROM {model._meta.db_table}" for model in (Virksomhet, Enhet)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT {n}, {one}" for n, one in enumerate(counted)))
        return tuple(number for row in sorted(cursor.fetchall()) for number in row)


def log() -> list[dict[str, Any]]:
    rows = apps.get_model("revisjon", "Revisjonslogg")._default_manager.order_by("nr")
    fields = ("handling", "utfall", "kode", "objekt", "skrevet")
    return [dict(zip(fields, row, strict=True)) for row in rows.values_list(*fields)]


def refusal(kind: type[Avslag], act: Handling, data: Mapping[str, object]) -> list[tuple[str, str]]:
    """Run an act that is refused; nothing is changed. Gives place and code of every fault."""
    before = stored()
    with pytest.raises(kind) as caught:
        act(viewer(), data)
    assert stored() == before
    return [(fault.sti, fault.kode) for fault in caught.value.feil]


ACTS: list[tuple[Handling, Callable[[], dict[str, object]], str]] = [
    (endre_fra_dato, lambda: as_input("PD-AGDER", fra="2027-01-01", navn="Sør"), "virksomhet."),
    (rette_versjon, lambda: as_input("OUS", gyldig_fra="2024-01-01", navn="Oslo"), "virksomhet."),
    (avslutte, lambda: ending("PD-AGDER", etterfoelgere=["PD-SORVEST"]), "virksomhet.avsluttet"),
    (opprette_virksomhet, new_body, "virksomhet.opprettet"),
    (opprette_enhet, new_unit, "enhet.opprettet"),
]
NAMES = [act.__name__ for act, _, _ in ACTS]


@pytest.mark.parametrize(("act", "data", "handling"), ACTS, ids=NAMES)
@pytest.mark.krav("TR-A1")
def test_only_operations_may_change(act: Handling, data: Any, handling: str) -> None:
    before = stored()
    for rolle in set(Rolle) - {Rolle.SYSTEMDRIFT}:
        with pytest.raises(Nektet) as caught:
            act(viewer(rolle), {})
        assert caught.value.kode == "IKKE_KOMPETANT"
    assert stored() == before


@pytest.mark.parametrize(("act", "data", "handling"), ACTS, ids=NAMES)
def test_a_preview_saves_nothing_and_says_what_the_act_does(
    act: Handling, data: Any, handling: str
) -> None:
    before, given = stored(), data()
    seen = act(viewer(), given, lagre=False)
    assert (stored(), log()) == (before, [])
    done = act(viewer(), given)
    assert (done.linjer, done.foelger, done.tittel) == (seen.linjer, seen.foelger, seen.tittel)
    assert done.linjer
    assert stored() != before
    (entry,) = log()
    assert entry["handling"].startswith(handling)
    assert (entry["utfall"], entry["objekt"]) == ("ok", str(done.virksomhet))
    assert entry["skrevet"]
    assert faults() == []


@pytest.mark.parametrize(("act", "data", "handling"), ACTS, ids=NAMES)
def test_everything_that_is_missing_is_told_at_once(
    act: Handling, data: Any, handling: str
) -> None:
    given = data()
    wanted = {name for name in ("kilde", "belegg", "grunn", "versjon", "kode") if name in given}
    for name in wanted:
        given[name] = " "
    assert set(refusal(Ugyldig, act, given)) == {(name, "MANGLER_FELT") for name in wanted}


@pytest.mark.parametrize(("act", "data", "handling"), ACTS, ids=NAMES)
def test_an_unknown_field_is_refused(act: Handling, data: Any, handling: str) -> None:
    assert refusal(Ugyldig, act, data() | {"slettet": True}) == [("slettet", "UGYLDIG_VERDI")]


def test_a_new_name_from_a_day() -> None:
    endre_fra_dato(viewer(), as_input("PD-AGDER", fra="2027-01-01", navn="Agder og Telemark"))
    before, after = (find("PD-AGDER", day).virksomhet for day in (date(2026, 12, 31), DAG))
    assert before and after
    assert (before.navn.nb, after.navn.nb) == ("Agder politidistrikt", "Agder og Telemark")
    assert after.belegg.kilde == "Kongelig resolusjon"
    assert politidistrikt_for("4204", DAG).virksomhet == after
    assert version("PD-AGDER").registrert_av == "Drift Prøve"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"fra": "2026-01-01"}, ("fra", "UGYLDIG_REKKEFOLGE")),
        ({"navn": "Agder politidistrikt"}, ("", "UGYLDIG_VERDI")),
        ({"orgnr": "991 324 969"}, ("orgnr", "UGYLDIG_VERDI")),
        ({"overordnet": ""}, ("overordnet", "MANGLER_FELT")),
        ({"overordnet": "OUS"}, ("overordnet", "UGYLDIG_VERDI")),
        ({"overordnet": "SA-AGDE"}, ("overordnet", "UGYLDIG_REKKEFOLGE")),
        ({"kilde_dato": "2099-01-01"}, ("kilde_dato", "UGYLDIG_REKKEFOLGE")),
        ({"versjon": "00000000-0000-4000-8000-000000000001"}, ("versjon", "UGYLDIG_VERDI")),
    ],
    ids=lambda value: str(value)[:40],
)
def test_refused_changes(typed: dict[str, object], fault: tuple[str, str]) -> None:
    given = as_input("PD-AGDER", fra="2027-01-01", navn="Sør") | typed
    assert refusal(Ugyldig, endre_fra_dato, given) == [fault]


def test_several_faults_at_the_same_time() -> None:
    typed = {"fra": "2020-01-01", "orgnr": "123456789", "overordnet": "HSO"}
    found = refusal(Ugyldig, endre_fra_dato, as_input("PD-AGDER", navn="Sør") | typed)
    assert {place for place, _ in found} == {"fra", "orgnr", "overordnet"}


def test_a_stale_form_is_told_what_changed() -> None:
    stale = as_input("PD-AGDER", fra="2027-01-01", sted="Arendal")
    rette_versjon(
        viewer(), as_input("PD-AGDER", gyldig_fra="2026-01-01", navn="Agder pd", gyldig_til=None)
    )
    before = stored()
    with pytest.raises(IkkeNaa) as caught:
        endre_fra_dato(viewer(), stale)
    assert stored() == before
    first, *changed = caught.value.feil
    assert (first.sti, first.kode) == ("", "ENDRET_I_MENS")
    assert first.melding.nb.startswith("Drift Prøve registrerte en ny versjon ")
    assert [(one.sti, one.melding.nb) for one in changed] == [("navn", "Navn er nå: Agder pd.")]


def test_a_correction_holds_for_the_past_and_says_that_the_day_is_known() -> None:
    done = rette_versjon(viewer(), as_input("OUS", gyldig_fra="2009-01-01"))
    words = {line.felt.nb: (line.foer.nb, line.etter.nb) for line in done.linjer}
    assert words["Gjelder fra"] == ("1.\xa0januar\xa02024", "1.\xa0januar\xa02009")
    assert words["Tidligst mulige begynnelse"][1] == "datoen er kjent"
    assert find("OUS", date(2010, 1, 1)).status is Status.FUNNET


def test_a_correction_that_breaks_a_takeover_is_refused() -> None:
    row = rows_of(Virksomhetsversjon).get(virksomhet__kode="SA-AGDE", erstattet=None)
    given = as_input("SA-AGDE", gyldig_fra=str(row.gyldig_fra), gyldig_til="2025-11-30")
    assert refusal(Ugyldig, rette_versjon, given) == [("", "UGYLDIG_VERDI")]


def test_what_was_wrong_already_stops_nobody_and_a_new_fault_is_told_alone() -> None:
    step = Etterfoelger.objects.get(fra__kode="SA-OSLO")
    origin, who = Opphav("prøve", "prøve"), Registrering("A. Admin", "prøve", clock.now())
    correct(step, {"gyldig_fra": date(2026, 2, 1)}, origin, who)
    (wrong,) = faults()
    endre_fra_dato(viewer(), as_input("PD-AGDER", fra="2027-01-01", navn="Sør"), lagre=False)
    assert version("PD-AGDER").navn == "Agder politidistrikt"
    endre_fra_dato(viewer(), as_input("PD-AGDER", fra="2027-01-01", navn="Sør"))
    assert version("PD-AGDER").navn == "Sør"
    assert len(log()) == 1
    before = stored()
    first = str(version("SA-AGDE").gyldig_fra)
    given = as_input("SA-AGDE", gyldig_fra=first, gyldig_til="2025-11-30")
    with pytest.raises(Ugyldig) as caught:
        rette_versjon(viewer(), given)
    assert (stored(), faults()) == (before, [wrong])
    (told,) = caught.value.feil
    assert "SA-AGDE" in told.melding.nb and wrong not in told.melding.nb


def test_a_correction_ends_after_it_begins() -> None:
    given = as_input("OUS", gyldig_fra="2024-01-01", gyldig_til="2023-01-01")
    assert refusal(Ugyldig, rette_versjon, given) == [("gyldig_til", "UGYLDIG_REKKEFOLGE")]


def test_a_correction_cannot_overlap_the_version_before() -> None:
    given = as_input("PD-AGDER", gyldig_fra="2024-06-01", overordnet="SA-SOR")
    found = refusal(Ugyldig, rette_versjon, given)
    assert found and found[0][0] in {"", "overordnet"}


def test_the_successor_has_the_cases_and_the_municipalities() -> None:
    old = version("PD-AGDER").virksomhet_id
    done = avslutte(viewer(), ending("PD-AGDER", etterfoelgere=["PD-SORVEST"], flytt=True))
    heir = find("PD-SORVEST", DAG).virksomhet
    assert successor_at(old, DAG).virksomhet == heir
    assert politidistrikt_for("4204", DAG).virksomhet == heir
    before = politidistrikt_for("4204", date(2026, 12, 31)).virksomhet
    assert before and before.kode == "PD-AGDER"
    assert any("kommuner" in text.nb for text in done.foelger)


def test_without_moving_what_is_left_behind_is_told() -> None:
    done = avslutte(viewer(), ending("PD-AGDER", etterfoelgere=["PD-SORVEST"]))
    assert any("hører fortsatt til her" in text.nb for text in done.foelger)
    assert politidistrikt_for("4204", DAG).virksomhet is None


def test_several_successors_share() -> None:
    heirs = ["PD-SORVEST", "PD-SOROST"]
    old = version("PD-AGDER").virksomhet_id
    avslutte(viewer(), ending("PD-AGDER", etterfoelgere=heirs))
    assert successor_at(old, DAG).status is Status.TRENGER_KOMMUNE


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"siste_dag": "2020-01-01"}, ("siste_dag", "UGYLDIG_REKKEFOLGE")),
        ({"etterfoelgere": ["PD-AGDER"]}, ("etterfoelgere", "UGYLDIG_VERDI")),
        ({"etterfoelgere": ["OUS"]}, ("etterfoelgere", "UGYLDIG_VERDI")),
        ({"etterfoelgere": ["FINNES-IKKE"]}, ("etterfoelgere", "UGYLDIG_VERDI")),
        ({"flytt": True}, ("flytt", "UGYLDIG_VERDI")),
    ],
    ids=lambda value: str(value)[:40],
)
def test_refused_endings(typed: dict[str, object], fault: tuple[str, str]) -> None:
    assert fault in refusal(Ugyldig, avslutte, ending("PD-AGDER") | typed)


def test_what_has_ended_cannot_end_again() -> None:
    assert refusal(Ugyldig, avslutte, ending("SA-AGDE")) == [("siste_dag", "UGYLDIG_VERDI")]


def test_a_successor_must_exist_the_day_after() -> None:
    given = ending("SA-OST", etterfoelgere=["SA-OSLO"])
    found = refusal(Ugyldig, avslutte, given)
    assert ("etterfoelgere", "UGYLDIG_REKKEFOLGE") in found


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"kode": "OUS"}, ("kode", "UGYLDIG_VERDI")),
        ({"kode": "små bokstaver"}, ("kode", "UGYLDIG_VERDI")),
        ({"orgnr": "991324968"}, ("orgnr", "UGYLDIG_VERDI")),
        ({"slag": "sykehjem"}, ("slag", "UGYLDIG_VERDI")),
        ({"overordnet": "PD-AGDER"}, ("overordnet", "UGYLDIG_VERDI")),
        ({"slag": "rhf"}, ("overordnet", "UGYLDIG_VERDI")),
    ],
    ids=lambda value: str(value)[:40],
)
def test_refused_bodies(typed: dict[str, object], fault: tuple[str, str]) -> None:
    assert refusal(Ugyldig, opprette_virksomhet, new_body() | typed) == [fault]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"virksomhet": "PD-AGDER"}, ("virksomhet", "UGYLDIG_VERDI")),
        ({"virksomhet": "INGEN"}, ("virksomhet", "UGYLDIG_VERDI")),
        ({"sikkerhetsnivaa": "SUPER"}, ("sikkerhetsnivaa", "UGYLDIG_VERDI")),
        ({"sikkerhetsnivaa": "KRIM"}, ("sikkerhetsnivaa", "UGYLDIG_VERDI")),
        ({"oppholdsform": "uten_doegn"}, ("oppholdsform", "UGYLDIG_VERDI")),
        ({"doertype": "paa_gloett"}, ("doertype", "UGYLDIG_VERDI")),
    ],
    ids=lambda value: str(value)[:40],
)
def test_refused_units(typed: dict[str, object], fault: tuple[str, str]) -> None:
    assert refusal(Ugyldig, opprette_enhet, new_unit() | typed) == [fault]


def test_a_unit_begins_when_its_body_has() -> None:
    opprette_virksomhet(viewer(), new_body())
    given = new_unit(virksomhet="DIKEMARK", gyldig_fra="2025-12-31")
    assert refusal(Ugyldig, opprette_enhet, given) == [("gyldig_fra", "UGYLDIG_REKKEFOLGE")]


def unit_version() -> UUID:
    return known(Enhetsversjon.objects.filter(enhet__kode="RSA-OUS"), None).latest("gyldig_fra").id


def test_a_unit_changes_its_level_on_a_day_and_ends() -> None:
    made = opprette_enhet(viewer(), new_unit())
    codes = {"sikkerhetsnivaa": "LSA", "oppholdsform": "doegn", "doertype": "laast"}
    given = {**OPPHAV, **codes, "navn": "Sikkerhet", "fra": "2027-01-01"}
    endre_enhet(viewer(), given | {"versjon": str(unit_version())})
    levels = [
        [one.sikkerhetsnivaa for one in enheter_for(made.virksomhet, day)]
        for day in (date(2026, 12, 31), DAG)
    ]
    assert levels == [["RSA"], ["LSA"]]
    last = {**OPPHAV, "siste_dag": "2027-06-30", "versjon": str(unit_version())}
    avslutte_enhet(viewer(), last)
    assert enheter_for(made.virksomhet, date(2027, 7, 1)) == ()
    again = last | {"versjon": str(unit_version())}
    assert refusal(Ugyldig, avslutte_enhet, again) == [("siste_dag", "UGYLDIG_REKKEFOLGE")]


def test_a_stale_unit_form_is_refused() -> None:
    opprette_enhet(viewer(), new_unit())
    old = {**OPPHAV, "siste_dag": "2027-06-30", "versjon": str(unit_version())}
    avslutte_enhet(viewer(), old)
    found = refusal(IkkeNaa, avslutte_enhet, old)
    assert found == [("", "ENDRET_I_MENS"), ("gyldig_til", "ENDRET_I_MENS")]


def test_the_units_end_with_their_body() -> None:
    made = opprette_virksomhet(viewer(), new_body())
    opprette_enhet(viewer(), new_unit(virksomhet="DIKEMARK"))
    done = avslutte(viewer(), ending("DIKEMARK"))
    assert enheter_for(made.virksomhet, DAG) == ()
    assert any("enheter slutter" in text.nb for text in done.foelger)
