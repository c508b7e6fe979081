"""Writing through the API: once however often it is sent, never over what somebody else wrote."""

from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker.actions import registrer_hendelse
from samvern.apps.saker.models import Hendelse, Innsending, Sak
from samvern.engine import audit
from tests.api.klient import Sender, data_of, koder, sti
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import PERSON, Verden, dom, foer, hendelse, ny_sak, rettskraft

UTVIST = hendelse("utvisningsvedtak", "2024-03-01")
WRITES = ("/hendelser", "/hendelser/3/retting", "/hendelser/3/feilfoering")
BODY: dict[str, dict[str, Any]] = {
    "/hendelser": hendelse("utvisningsvedtak", "2024-04-01"),
    "/hendelser/3/retting": {**UTVIST, "skjedde": "2024-03-02", "grunn": "Feil dag."},
    "/hendelser/3/feilfoering": {"grunn": "Feil sak."},
}


def make_sak(verden: Verden) -> UUID:
    made = ny_sak(verden).sak
    foer(verden.silje, made, UTVIST)
    return made


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: UUID, verden: Verden) -> UUID:
    return felles_sak


def everything() -> tuple[Any, ...]:
    rows = Hendelse.objects.order_by("sak", "nr").values_list("sak", "nr", "type", "virkning")
    return tuple(rows), Sak.objects.count(), Innsending.objects.count()


@pytest.mark.krav("TR-F5", "N-29.8")
@pytest.mark.parametrize("rest", WRITES)
def test_a_write_is_what_the_action_does(silje: Sender, sak: UUID, rest: str) -> None:
    done = silje.skriv(sti(sak, rest), BODY[rest], 3)
    found = data_of(done, 201)
    assert found == {"sak": str(sak), "saksnr": "S-2026-0001", "nr": 4, "gjentatt": False}
    assert done["Location"] == f"/api/v1/saker/{sak}"
    row = Hendelse.objects.get(sak=sak, nr=4)
    assert (row.virkning, row.aktoer_rolle) == (
        {"/hendelser": "ny", "/hendelser/3/retting": "retting"}.get(rest, "feilfoert"), "nk",
    )  # fmt: skip
    used = [one for one in audit.records() if one["handling"] == "apinoekkel.brukt"][-1]
    wrote = list(audit.records())[-1]
    assert (wrote["forespoersel"], wrote["saker"]) == (used["forespoersel"], [str(sak)])


# That two at once are one is tried on both databases, by test_saker_samtidig.
@pytest.mark.slow
@pytest.mark.en_database
@pytest.mark.krav("TR-F5")
def test_a_thousand_retries_with_one_key_are_one_entry(
    silje: Sender, verden: Verden, sak: UUID
) -> None:
    """Fifty through the door, and the rest where the door hands them on, which is quicker."""
    data, key = BODY["/hendelser"], "noekkel-0001"
    first = data_of(silje.skriv(sti(sak, "/hendelser"), data, 3, key), 201)
    before = everything()
    again = [silje.skriv(sti(sak, "/hendelser"), data, 3, key) for _ in range(50)]
    assert {one.status_code for one in again} == {201}
    assert {one.content for one in again} == {again[0].content}
    assert data_of(again[0], 201) == {**first, "gjentatt": True}
    for _ in range(950):
        done = registrer_hendelse.utfoer(verden.silje, sak, data, forventet_nr=3, noekkel=key)
        assert (done.nr, done.gjentatt) == (4, True)
    assert everything() == before


@pytest.mark.krav("TR-F5")
def test_a_case_is_opened_once(silje: Sender) -> None:
    data = {"person": dict(PERSON), "hendelser": [dom(), rettskraft()]}
    before = Sak.objects.count()
    made = [silje.skriv("/saker", data, noekkel="ny-sak-0001") for _ in range(3)]
    assert [data_of(one, 201)["gjentatt"] for one in made] == [False, True, True]
    assert Sak.objects.count() == before + 1
    other = {**data, "hendelser": [dom()]}
    assert koder(silje.skriv("/saker", other, noekkel="ny-sak-0001"), 409) == [
        ("noekkel", "NOEKKEL_BRUKT")
    ]
    assert Sak.objects.count() == before + 1


@pytest.mark.parametrize("rest", ["/saker", *WRITES])
def test_a_write_needs_its_key(silje: Sender, sak: UUID, rest: str) -> None:
    before = everything()
    path = rest if rest == "/saker" else sti(sak, rest)
    for key, kode in (("", "MANGLER_FELT"), ("kort", "UGYLDIG_VERDI"), ("æ" * 10, "UGYLDIG_VERDI"),
                      ("a" * 81, "UGYLDIG_VERDI")):  # fmt: skip
        answer = silje.post(path, BODY.get(rest, {}), Idempotency_Key=key, If_Match='"3"')
        assert koder(answer, 400) == [("Idempotency-Key", kode)]
    assert everything() == before


@pytest.mark.parametrize("rest", WRITES)
def test_a_change_needs_the_newest_entry(
    silje: Sender, verden: Verden, sak: UUID, rest: str
) -> None:
    before = everything()
    assert koder(silje.skriv(sti(sak, rest), BODY[rest]), 428) == [("", "TRENGER_IF_MATCH")]
    for wrong in ("3", "*", 'W/"3"', '"3", "4"', '"-3"', '"03"', '"9999999999"', '"³"'):
        answer = silje.post(
            sti(sak, rest), BODY[rest], Idempotency_Key="noekkel-0002", If_Match=wrong
        )
        assert koder(answer, 400) == [("If-Match", "UGYLDIG_VERDI")]
    for old in (1, 2, 4):
        stale = silje.skriv(sti(sak, rest), BODY[rest], old)
        assert koder(stale, 409) == [("", "ENDRET_I_MENS")]
        assert data_of(stale, 409)["siste_nr"] == 3
    assert everything() == before
    assert silje.skriv(sti(sak, rest), BODY[rest], 3).status_code == 201


@pytest.mark.krav("TR-X12")
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"skjedde": 20240401}, ("skjedde", "UGYLDIG_VERDI")),
        ({"skjedde": 1711929600}, ("skjedde", "UGYLDIG_VERDI")),
        ({"skjedde": "2024-02-30"}, ("skjedde", "UGYLDIG_VERDI")),
        ({"skjedde": "2024-04-01T00:00:00Z"}, ("skjedde", "UGYLDIG_VERDI")),
        ({"skjedde": None}, ("skjedde", "MANGLER_FELT")),
        ({"skjedde": "2026-11-24"}, ("skjedde", "UGYLDIG_REKKEFOLGE")),
        ({"type": ["utvisningsvedtak"]}, ("type", "UGYLDIG_VERDI")),
        ({"type": "finnes_ikke"}, ("type", "UGYLDIG_VERDI")),
        ({"kilde": True}, ("kilde", "UGYLDIG_VERDI")),
        ({"innhold": []}, ("innhold", "UGYLDIG_VERDI")),
        ({"innhold": {"navn": "Kari Vik"}}, ("innhold.navn", "UGYLDIG_VERDI")),
        ({"aktoer": "en annen"}, ("aktoer", "UGYLDIG_VERDI")),
        ({"registrert": "2020-01-01"}, ("registrert", "UGYLDIG_VERDI")),
        ({"nr": 1}, ("nr", "UGYLDIG_VERDI")),
        ({"merknad": "x" * 4001}, ("merknad", "UGYLDIG_VERDI")),
        ({"010190 12345": 1}, ("", "UGYLDIG_VERDI")),
    ],
)
def test_what_is_not_valid_is_told_at_its_place_and_changes_nothing(
    silje: Sender, sak: UUID, changed: dict[str, Any], told: tuple[str, str]
) -> None:
    before = everything()
    answer = silje.skriv(sti(sak, "/hendelser"), {**BODY["/hendelser"], **changed}, 3)
    assert told in koder(answer, 422)
    assert everything() == before
    for value in ("Kari", "010190", "2024-02-30", "finnes_ikke", "en annen"):
        assert value.encode() not in answer.content


def test_every_fault_comes_at_once_and_every_action_refusal_has_its_status(
    silje: Sender, sak: UUID
) -> None:
    before = everything()
    many = koder(silje.skriv(sti(sak, "/hendelser"), {"kilde": "x", "y": 1}, 3), 422)
    assert set(many) == {
        ("type", "MANGLER_FELT"), ("skjedde", "MANGLER_FELT"), ("kilde", "UGYLDIG_VERDI"),
        ("y", "UGYLDIG_VERDI"),
    }  # fmt: skip
    answer = silje.skriv(sti(sak, "/hendelser"), hendelse("tiltale_trukket", "2024-05-01"), 3)
    assert koder(answer, 409)[0][1] == "FEIL_TILSTAND"
    assert "opphoer" in data_of(answer, 409)["tillatt"]
    gone = silje.skriv(sti(sak, "/hendelser/9/feilfoering"), {"grunn": "x"}, 3)
    assert koder(gone, 404) == [("", "FINNES_IKKE")]
    repealed = silje.skriv(sti(sak, "/hendelser"), hendelse("begjaering_5_6", "2024-05-01"), 3)
    assert data_of(repealed, 409)["feil"][0]["hjemmel"] == "phvl/5-6"
    assert everything() == before


def test_a_person_who_has_a_case_needs_a_reason_for_one_more(silje: Sender, verden: Verden) -> None:
    made = ny_sak(verden)
    person = Sak.objects.get(pk=made.sak).person_id
    data: dict[str, Any] = {"person": {"id": str(person)}, "hendelser": [dom("2025-01-10")]}
    before = everything()
    answer = silje.skriv("/saker", data)
    assert koder(answer, 409) == [("duplikat_bekreftet", "AVVIK_KREVES")]
    assert data_of(answer, 409)["saker"] == [{"id": str(made.sak), "saksnr": made.saksnr}]
    assert everything() == before
    unknown = {**data, "person": {"id": str(made.sak)}}
    assert koder(silje.skriv("/saker", unknown), 404) == [("", "FINNES_IKKE")]
    assert silje.skriv("/saker", {**data, "duplikat_bekreftet": "Ny dom."}).status_code == 201


@pytest.mark.parametrize("rest", WRITES)
def test_a_preview_saves_nothing_says_what_would_change_and_is_logged(
    silje: Sender, sak: UUID, rest: str
) -> None:
    before = everything()
    answer = silje.post(sti(sak, f"{rest}/forhaandsvisning"), BODY[rest])
    found = data_of(answer)
    assert (found["siste_nr"], answer["ETag"]) == (3, '"3"')
    assert everything() == before
    seen: Any = list(audit.records())[-1]
    assert (seen["handling"], seen["saker"]) == ("sak.forhaandsvist", [str(sak)])
    assert "forhaandsvisning" in seen["lest"]
    assert koder(silje.post(sti(sak, f"{rest}/forhaandsvisning"), {}), 422)


def test_a_new_case_is_previewed_with_all_its_dates(silje: Sender) -> None:
    data = {"person": dict(PERSON), "hendelser": [dom(), rettskraft()]}
    before = Sak.objects.count()
    found = data_of(silje.post("/saker/forhaandsvisning", data))
    changes = {one["noekkel"].split(":")[0]: one["etter"] for one in found["endringer"]}
    assert changes["F-12"]["dato"] == "2027-02-01"
    assert (Sak.objects.count(), found["siste_nr"]) == (before, 0)
