"""Every operation as every role: what the tables of access say, and not one answer more."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest

from samvern.apps.apinoekler import public as apinoekler
from samvern.apps.saker import public as saker
from samvern.apps.saker import rader
from samvern.apps.saker.models import Hendelse, Sak
from samvern.engine import audit, lesing
from samvern.engine.avslag import FinnesIkke
from samvern.engine.roller import Rolle
from tests.api.klient import Sender, data_of, key_for, sti
from tests.apps.brukere.personer import Person, organisation, person
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import PERSON, Verden, dom, foer, hendelse, ny_sak

SAKSROLLER = (
    Rolle.NK, Rolle.NK_LEDER, Rolle.FAGLIG_ANSVARLIG, Rolle.INSTITUSJON, Rolle.RHF,
    Rolle.STATSADVOKAT, Rolle.POLITI, Rolle.KONTROLLKOMMISJON, Rolle.STATSFORVALTER,
    Rolle.KRIMINALOMSORG,
)  # fmt: skip
TYPER = ("utvisningsvedtak", "unndragelse", "begjaering_opphoer", "permisjon")
INNHOLD: Mapping[str, Mapping[str, Any]] = {
    "permisjon": {"foelge": "med", "vesentlig": False, "saerlige_hensyn": False},
    "begjaering_opphoer": {"fra": "domfelt"},
}


def make_sak(verden: Verden) -> UUID:
    """A case with a part for as many as a judgment leads to."""
    made = ny_sak(verden).sak
    silje = verden.silje
    places = {"rhf": verden.rhf, "helseforetak": verden.institusjon,
              "institusjon": verden.institusjon}  # fmt: skip
    foer(
        silje,
        made,
        hendelse(
            "behandlingsansvar_fastsatt", "2024-02-02", **{k: str(v) for k, v in places.items()}
        ),
    )
    foer(silje, made, hendelse("paatale_fastsatt", "2024-02-02", embete=str(verden.embete),
                               politidistrikt=str(verden.politi)))  # fmt: skip
    foer(silje, made, hendelse(
        "faglig_ansvarlig_endret", "2024-02-03", faglig_ansvarlig=str(verden.fa.id)))  # fmt: skip
    return made


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: UUID, verden: Verden) -> UUID:
    return felles_sak


def somebody(verden: Verden, rolle: Rolle) -> Person:
    known = {Rolle.NK: verden.nk, Rolle.FAGLIG_ANSVARLIG: verden.fa, Rolle.STATSADVOKAT: verden.sa}
    return known.get(rolle) or person(rolle, f"En i {rolle}")


def relation(who: Person, sak: UUID) -> saker.Relasjon | None:
    """How the person stands to the case, found without the API; None outside the row filter."""
    try:
        with lesing.fenced(who.viewer()):
            return rader.relasjon(who.viewer(), sak)
    except FinnesIkke:
        return None


def everything() -> tuple[int, int]:
    return Hendelse.objects.count(), Sak.objects.count()


@pytest.mark.krav("TR-A1", "TR-A2", "N-10.1")
@pytest.mark.parametrize("rolle", SAKSROLLER)
def test_every_operation_as_this_role(verden: Verden, sak: UUID, rolle: Rolle) -> None:
    who = somebody(verden, rolle)
    caller = Sender(key_for(who).tekst)
    tie = relation(who, sak)
    blikk = saker.rolleblikk(rolle, tie) if tie is not None else None
    seen = 200 if blikk else 404
    for path in ("/meg", "/hendelsestyper", "/virksomheter"):
        assert caller.get(path).status_code == 200
    listed = data_of(caller.get("/saker"))["rader"]
    assert [one["id"] for one in listed] == ([str(sak)] if blikk else [])
    hits = data_of(caller.post("/saker/sok", {"saksnr": "S-2026-0001"}))["rader"]
    assert [one["id"] for one in hits] == ([str(sak)] if blikk else [])
    tasks = data_of(caller.get("/arbeidsliste", kommende="12m"))["rader"]
    assert {one["sak"] for one in tasks} <= ({str(sak)} if blikk else set())
    for path in (sti(sak), sti(sak, "/hendelser")):
        assert caller.get(path).status_code == seen
    readers = 200 if blikk and blikk.logginnsyn else 404
    assert caller.get(sti(sak, "/lesere")).status_code == readers
    _no_more_than_the_picture(caller, who, sak, seen)
    _writes(caller, who, sak, blikk)


def _no_more_than_the_picture(caller: Sender, who: Person, sak: UUID, seen: int) -> None:
    """The case and its versions are those the queries give this viewer, field for field."""
    if seen != 200:
        assert str(sak).encode() not in caller.get(sti(sak)).content
        return
    viewer = who.viewer()
    with lesing.reading(viewer, "sak.vist") as lest:
        bilde = saker.saksbilde(viewer, sak)
        lest.saw((), saker=[sak])
    found = data_of(caller.get(sti(sak)))
    assert set(found["rad"]["skjult"]) == set(bilde.rad.skjult)
    assert found["rad"]["navn"] == bilde.rad.navn
    assert [one["nr"] for one in found["hendelser"]] == [one.nr for one in bilde.hendelser]
    assert [one["raa"] for one in found["hendelser"]] == [
        json.loads(json.dumps(dict(one.raa), default=str)) for one in bilde.hendelser
    ]
    assert set(found["kan_registrere"]) == set(bilde.kan_registrere)
    readable = {one.nr for one in bilde.hendelser}
    for nr in range(1, 6):
        chain = caller.get(sti(sak, f"/hendelser/{nr}/historikk"))
        assert chain.status_code == (200 if nr in readable else 404)


def _writes(caller: Sender, who: Person, sak: UUID, blikk: saker.Blikk | None) -> None:
    """A write is refused as the preview is: 404 outside the row filter, 403 for the role."""
    before = everything()
    newest = Sak.objects.get(pk=sak).siste_nr
    for kode in TYPER:
        data = hendelse(kode, "2024-06-01", "Fordi.", **INNHOLD.get(kode, {}))
        answer = caller.post(sti(sak, "/hendelser/forhaandsvisning"), data)
        wrote = None
        if blikk is None:
            expected = {404}
        elif blikk.kan_registrere(kode) is None:
            expected = {403}
        else:
            expected = {200, 409, 422}
        assert answer.status_code in expected, (kode, answer.content)
        if answer.status_code in (403, 404):
            wrote = caller.skriv(sti(sak, "/hendelser"), data, newest)
            assert wrote.content == answer.content
    may = who.kode in (Rolle.NK, Rolle.NK_LEDER)
    case = {"person": dict(PERSON), "hendelser": [dom()]}
    assert caller.post("/saker/forhaandsvisning", case).status_code == (200 if may else 403)
    if not may:
        assert caller.skriv("/saker", case).status_code == 403
    reason = {"grunn": "x"}
    taken = caller.post(sti(sak, "/hendelser/1/feilfoering/forhaandsvisning"), reason)
    can = blikk is not None and blikk.kan_rette("dom_avsagt", "nk")
    assert taken.status_code in ({404} if blikk is None else {200, 409} if can else {403, 404})
    assert everything() == before


@pytest.mark.krav("TR-A3", "TR-L1")
def test_denials_are_logged_with_operation_case_and_purpose(verden: Verden, sak: UUID) -> None:
    stranger = person(Rolle.RHF, "En annen", virksomhet=organisation("RHF-NORD", "rhf"))
    caller = Sender(key_for(stranger, "planlegging").tekst)
    assert caller.get(sti(sak)).status_code == 404
    denied = list(audit.records())[-1]
    assert (denied["handling"], denied["utfall"], denied["kode"], denied["objekt"]) == (
        "api.sak", "nektet", "finnes_ikke", str(sak),
    )  # fmt: skip
    assert (denied["grunn"], denied["bruker"]) == ("planlegging", str(stranger.id))
    data = hendelse("opphoer", "2024-06-01", "x", av="paatale")
    police = Sender(key_for(person(Rolle.POLITI, "Politi")).tekst)
    assert police.skriv(sti(sak, "/hendelser"), data, 5).status_code == 403
    denied = list(audit.records())[-1]
    assert (denied["handling"], denied["kode"]) == ("api.ny_hendelse", "ikke_kompetant")


@pytest.mark.krav("TR-A2")
def test_every_id_in_one_roles_answers_opens_nothing_new_for_another(
    verden: Verden, sak: UUID
) -> None:
    """The ids that NK is shown, asked for by somebody with no part in the case."""
    nk = Sender(key_for(verden.nk).tekst)
    stranger = person(Rolle.INSTITUSJON, "Fremmed", virksomhet=organisation("HF-X", "helseforetak"))
    other = Sender(key_for(stranger).tekst)
    shown = nk.get(sti(sak)).content.decode() + nk.get("/saker").content.decode()
    ids = {part for part in shown.replace('"', " ").split() if len(part) == 36 and "-" in part}
    assert str(sak) in ids
    for one in ids:
        for rest in ("", "/hendelser", "/lesere", "/hendelser/1/historikk"):
            answer = other.get(f"/saker/{one}{rest}")
            assert answer.status_code == 404
    assert apinoekler.mine(stranger.viewer())[0].virker
