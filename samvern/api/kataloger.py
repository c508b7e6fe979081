"""What a sender must know: the event types with fields and codes, the bodies, and oneself."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from samvern.api import eksempler, modeller
from samvern.api.adgang import bruk_of, grunn_of, viewer_of
from samvern.api.gjengivelse import answer
from samvern.api.innlesing import query
from samvern.api.operasjon import operasjon
from samvern.api.ruter import router
from samvern.api.spoerringer import Katalogsoek, Valgsoek, Virksomhetssoek
from samvern.apps.saker import access
from samvern.apps.saker import public as saker
from samvern.apps.saker.public import KILDENAVN, SAKSARTER, Feltslag, Saksart, Saksfelt
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.lesing import reading
from samvern.engine.roller import ROLLENAVN
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

KATALOG: Final = "Katalog"
_CODED: Final = frozenset({Feltslag.KODE, Feltslag.KODELISTE})


@router.get(
    "/hendelsestyper",
    **operasjon(
        "api_hendelsestyper", KATALOG, "Hendelsestypene med felter og koder",
        "Alle hendelsestyper en sak kan ha, med felter, koder og hjelp. Kodene er de som gjaldt på "
        "«dag». Virksomheter velges fra GET /virksomheter; brukere, enheter og tidligere hendelser "
        "fra GET /hendelsestyper/{type}/felt/{felt}/valg.",
        modeller.Katalog, soek=Katalogsoek, eksempel=eksempler.KATALOG,
    ),
)  # fmt: skip
def catalogue(request: HttpRequest) -> HttpResponse:
    """Every event type."""
    viewer, wanted = viewer_of(request), query(request, Katalogsoek)
    day = wanted.dag or clock.today()
    lists: dict[object, Any] = {}
    content = {
        "dag": day,
        "typer": [_type(viewer, art, day, lists) for art in SAKSARTER.values()],
        "kilder": _choices([(kode.value, navn) for kode, navn in KILDENAVN.items()]),
    }
    return answer(content)


def _choices(pairs: Any) -> list[dict[str, Any]]:
    return [{"kode": kode, "navn": navn} for kode, navn in pairs]


def _type(
    viewer: Viewer, art: Saksart, day: date, lists: dict[object, Any]
) -> Mapping[str, object]:
    may = saker.rolleblikk(viewer.rolle).kan_registrere(art.kode) is not None
    return {
        "kode": art.kode, "navn": art.navn, "hjelp": art.hjelp, "innhold": art.innhold,
        "i_loven": art.i_loven, "etter_opphoer": art.etter_opphoer, "kan_registrere": may,
        "felt": [_field(viewer, felt, day, lists) for felt in art.felt],
    }  # fmt: skip


def _field(
    viewer: Viewer, felt: Saksfelt, day: date, lists: dict[object, Any]
) -> Mapping[str, object]:
    choices: Any = ()
    if felt.slag in _CODED:
        key = felt.kodeverk or felt
        if key not in lists:
            lists[key] = saker.valg_for(viewer, None, felt, dag=day)
        choices = lists[key]
    return {
        "navn": felt.navn, "slag": felt.slag, "etikett": felt.etikett, "hjelp": felt.hjelp,
        "paakrevd": felt.paakrevd, "valg": _choices(choices), "kodeverk": felt.kodeverk,
        "virksomhetsslag": felt.virksomhetsslag, "peker_paa": felt.peker_paa,
        "nummererte": felt.nummererte, "minst": felt.minst, "hoeyst": felt.hoeyst,
        "i_loven": felt.i_loven,
    }  # fmt: skip


@router.get(
    "/hendelsestyper/{str:type}/felt/{str:felt}/valg",
    **operasjon(
        "api_feltvalg", KATALOG, "Verdiene som kan velges i et felt",
        "For felter med slag kode, kodeliste, virksomhet, enhet, bruker, ref og id: hva som kan "
        "velges på «dag». Tidligere hendelser og enheter trenger «sak»; «institusjon» velger "
        "enhetene ved en annen institusjon. Bare for typer rollen kan registrere.",
        modeller.Valgliste, soek=Valgsoek, eksempel={"valg": [eksempler.VALG]}, feil=(403, 404),
    ),
)  # fmt: skip
def choices(request: HttpRequest, type: str, felt: str) -> HttpResponse:  # noqa: A002 -- the name in the address
    """What can be chosen in one field."""
    viewer, wanted = viewer_of(request), query(request, Valgsoek)
    asked = next((f for f in _art(viewer, type).felt if f.navn == felt), None)
    if asked is None:
        raise FinnesIkke
    target = ("sak", wanted.sak) if wanted.sak else None
    with reading(viewer, "sak.valg_vist", objekt=target, grunn=grunn_of(request)) as lest:
        found = saker.valg_for(
            viewer, wanted.sak, asked, dag=wanted.dag, institusjon=str(wanted.institusjon or "")
        )
        made = answer({"valg": _choices(found)})
        shown = asked.slag in (Feltslag.REF, Feltslag.ID)
        lest.saw(["hendelse.type"] if shown else (), saker=[wanted.sak] if wanted.sak else ())
    return made


def _art(viewer: Viewer, kode: str) -> Saksart:
    """An event type that the role may record. Raises FinnesIkke and Nektet."""
    if kode not in SAKSARTER:
        raise FinnesIkke
    access.krev_registrering(saker.rolleblikk(viewer.rolle), kode)
    return SAKSARTER[kode]


@router.get(
    "/virksomheter",
    **operasjon(
        "api_virksomheter", KATALOG, "Virksomhetene",
        "Organene registeret kjenner, slik de var på «dag», i norsk alfabetisk rekkefølge. "
        "«tekst» søker i navn, kode, sted og organisasjonsnummer.",
        modeller.Virksomheter, soek=Virksomhetssoek, eksempel=eksempler.VIRKSOMHETER,
    ),
)  # fmt: skip
def organisations(request: HttpRequest) -> HttpResponse:
    """One page of the organisations. Reference data: nothing about a person."""
    wanted = query(request, Virksomhetssoek)
    found = virksomheter.search(
        wanted.tekst or "",
        wanted.slag,
        on=wanted.dag or clock.today(),
        page=wanted.side,
        size=wanted.per_side,
    )
    rows = [_organisation(one) for one in found.rader]
    content = {"rader": rows, "antall": found.antall, "side": found.side, "sider": found.sider}
    return answer(content)


def _organisation(one: virksomheter.Virksomhetsbilde) -> Mapping[str, object]:
    return {
        "id": one.id, "kode": one.kode, "slag": one.slag, "navn": one.navn, "orgnr": one.orgnr,
        "sted": one.sted, "overordnet_id": one.overordnet_id,
        "overordnet_kode": one.overordnet_kode, "gyldig_fra": one.gyldig_fra,
        "gyldig_til": one.gyldig_til, "sikker": one.sikker,
    }  # fmt: skip


@router.get(
    "/meg",
    **operasjon(
        "api_meg", KATALOG, "Hvem nøkkelen gjelder",
        "Brukeren, rollen og virksomheten nøkkelen er bundet til, formålet og når den utløper.",
        modeller.Meg, eksempel=eksempler.MEG,
    ),
)  # fmt: skip
def me(request: HttpRequest) -> HttpResponse:
    """Who the key is bound to."""
    used, viewer = bruk_of(request), viewer_of(request)
    key = {
        "id": used.noekkel, "navn": used.navn, "formaal": used.formaal, "utloeper": used.utloeper,
    }  # fmt: skip
    content = {
        "bruker": viewer.bruker, "navn": viewer.navn, "rolle": viewer.rolle,
        "rollenavn": ROLLENAVN[viewer.rolle], "noekkel": key, "i_dag": clock.today(),
        "virksomhet": {"id": viewer.virksomhet, "navn": _name(viewer.virksomhet)},
    }  # fmt: skip
    return answer(content)


def _name(virksomhet: UUID) -> Text:
    found = virksomheter.by_ids([virksomhet], clock.today()).get(virksomhet)
    return found.navn if found else Text("Ukjent virksomhet", "Ukjend verksemd")
