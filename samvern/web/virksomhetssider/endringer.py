"""The pages where operations change organisations. Others are refused with IKKE_KOMPETANT."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from samvern.apps.virksomheter.actions.avslutte import avslutte
from samvern.apps.virksomheter.actions.endre_enhet import avslutte_enhet, endre_enhet
from samvern.apps.virksomheter.actions.endre_fra_dato import endre_fra_dato
from samvern.apps.virksomheter.actions.grunnlag import allow, newest
from samvern.apps.virksomheter.actions.opprette_enhet import opprette_enhet
from samvern.apps.virksomheter.actions.opprette_virksomhet import opprette_virksomhet
from samvern.apps.virksomheter.actions.rette_versjon import rette_versjon
from samvern.apps.virksomheter.detalj import Detalj, Versjonslinje, detail
from samvern.apps.virksomheter.grupper import OVERORDNET_SLAG
from samvern.apps.virksomheter.koder import Slag
from samvern.apps.virksomheter.models import Enhetsversjon, Virksomhetsversjon
from samvern.apps.virksomheter.versjonert import Versjonert, known
from samvern.engine import clock
from samvern.law.text import Text
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.virksomhetssider import felter
from samvern.web.virksomhetssider.skjema import Felt, Skjema, Verdi, in_field, show


@require_http_methods(["GET", "HEAD", "POST"])
@krever_innlogging
def change_body(request: HttpRequest, kode: str) -> HttpResponse:
    """A new version from a day."""
    found = _body(request, kode)
    navn = found.siste.navn
    skjema = Skjema(
        tittel=Text(f"Endre {navn.nb}", f"Endre {navn.nn}"),
        ingress=Text(
            "Skriv hvordan det blir fra en dato. Det som gjaldt før, blir stående.",
            "Skriv korleis det blir frå ein dato. Det som gjaldt før, blir ståande.",
        ),
        felter=(felter.FRA, *_names(found.slag), *felter.OPPHAV),
        handling=endre_fra_dato,
        lagre=Text("Lagre endringen", "Lagre endringa"),
        start=_start(found.siste),
        skjult=_hidden(found.siste, found.slag),
        naa=_newest_body,
    )
    return show(request, skjema, {"virksomhet": found})


@require_http_methods(["GET", "HEAD", "POST"])
@krever_innlogging
def correct_version(request: HttpRequest, kode: str, versjon: UUID) -> HttpResponse:
    """A correction of one version, also for the past."""
    found = _body(request, kode)
    line = next((one for one in found.versjoner if one.id == versjon), None)
    if line is None:
        raise Http404
    dates: dict[str, Verdi] = {
        "gyldig_fra": in_field(line.gyldig_fra),
        "gyldig_til": in_field(line.gyldig_til),
    }
    skjema = Skjema(
        tittel=Text(f"Rett {line.navn.nb}", f"Rett {line.navn.nn}"),
        ingress=Text(
            "Bruk dette når versjonen var feil hele tiden. Den gamle kan fortsatt leses.",
            "Bruk dette når versjonen var feil heile tida. Den gamle kan framleis lesast.",
        ),
        felter=(felter.GYLDIG_FRA, felter.GYLDIG_TIL, *_names(found.slag), *felter.OPPHAV),
        handling=rette_versjon,
        lagre=Text("Lagre rettingen", "Lagre rettinga"),
        start=_start(line) | dates,
        skjult=_hidden(line, found.slag),
        naa=_newest_body,
    )
    return show(request, skjema, {"virksomhet": found})


@require_http_methods(["GET", "HEAD", "POST"])
@krever_innlogging
def end_body(request: HttpRequest, kode: str) -> HttpResponse:
    """The last day, and who takes over."""
    found = _body(request, kode)
    navn = found.siste.navn
    skjema = Skjema(
        tittel=Text(f"Avslutt {navn.nb}", f"Avslutt {navn.nn}"),
        ingress=Text(
            "Etterfølgeren overtar sakene fra dagen etter siste dag.",
            "Etterfølgjaren tek over sakene frå dagen etter siste dag.",
        ),
        felter=(felter.SISTE_DAG, *felter.heirs(found.slag, found.kode), *felter.OPPHAV),
        handling=avslutte,
        lagre=Text("Avslutt virksomheten", "Avslutt verksemda"),
        skjult={"versjon": str(found.siste.id)},
        naa=_newest_body,
    )
    return show(request, skjema, {"virksomhet": found})


@require_http_methods(["GET", "HEAD", "POST"])
@krever_innlogging
def new_body(request: HttpRequest) -> HttpResponse:
    """An organisation that the register did not have."""
    allow(viewer_of(request))
    above = felter.bodies(
        sorted({kind for kinds in OVERORDNET_SLAG.values() for kind in kinds}, key=list(Slag).index)
    )
    skjema = Skjema(
        tittel=Text("Ny virksomhet", "Ny verksemd"),
        ingress=Text(
            "Sjekk først at den ikke finnes med et eldre navn.",
            "Sjekk først at ho ikkje finst med eit eldre namn.",
        ),
        felter=(
            felter.SLAG,
            felter.KODE,
            *felter.names(above),
            felter.GYLDIG_FRA,
            *felter.OPPHAV,
        ),
        handling=opprette_virksomhet,
        lagre=Text("Lagre virksomheten", "Lagre verksemda"),
        start={"slag": Slag.INSTITUSJON.value},
    )
    return show(request, skjema, {"virksomhet": None})


@require_http_methods(["GET", "HEAD", "POST"])
@krever_innlogging
def new_unit(request: HttpRequest, kode: str) -> HttpResponse:
    """A unit that the register did not have."""
    found = _body(request, kode)
    if not found.har_enheter:
        raise Http404
    navn = found.siste.navn
    skjema = Skjema(
        tittel=Text(f"Ny enhet ved {navn.nb}", f"Ny eining ved {navn.nn}"),
        ingress=Text(
            "Sikkerhetsnivået avgjør hvordan en flytting dit blir vist i saken.",
            "Tryggleiksnivået avgjer korleis ei flytting dit blir vist i saka.",
        ),
        felter=(felter.KODE, *felter.unit(), felter.GYLDIG_FRA, *felter.OPPHAV),
        handling=opprette_enhet,
        lagre=Text("Lagre enheten", "Lagre eininga"),
        skjult={"virksomhet": found.kode},
    )
    return show(request, skjema, {"virksomhet": found})


@require_http_methods(["GET", "HEAD", "POST"])
@krever_innlogging
def change_unit(request: HttpRequest, kode: str, enhet: str) -> HttpResponse:
    """A unit becomes different on a day."""
    found, row = _unit(request, kode, enhet)
    names = ("navn", "navn_nn", "sikkerhetsnivaa", "oppholdsform", "doertype")
    skjema = Skjema(
        tittel=Text(f"Endre {row.navn}", f"Endre {row.navn_nn or row.navn}"),
        ingress=Text(
            "Skriv hvordan enheten blir fra en dato.", "Skriv korleis eininga blir frå ein dato."
        ),
        felter=(felter.FRA, *felter.unit(), *felter.OPPHAV),
        handling=endre_enhet,
        lagre=Text("Lagre endringen", "Lagre endringa"),
        start={name: getattr(row, name) for name in names},
        skjult={"versjon": str(row.id)},
        naa=_newest_unit,
    )
    return show(request, skjema, {"virksomhet": found})


@require_http_methods(["GET", "HEAD", "POST"])
@krever_innlogging
def end_unit(request: HttpRequest, kode: str, enhet: str) -> HttpResponse:
    """The last day of a unit."""
    found, row = _unit(request, kode, enhet)
    skjema = Skjema(
        tittel=Text(f"Avslutt {row.navn}", f"Avslutt {row.navn_nn or row.navn}"),
        ingress=Text("Skriv enhetens siste dag.", "Skriv den siste dagen til eininga."),
        felter=(felter.SISTE_DAG, *felter.OPPHAV),
        handling=avslutte_enhet,
        lagre=Text("Avslutt enheten", "Avslutt eininga"),
        skjult={"versjon": str(row.id)},
        naa=_newest_unit,
    )
    return show(request, skjema, {"virksomhet": found})


def _body(request: HttpRequest, kode: str) -> Detalj:
    """The body, for somebody who may change it. Raises Nektet and Http404."""
    allow(viewer_of(request))
    found = detail(kode, clock.today())
    if found is None:
        raise Http404
    return found


def _unit(request: HttpRequest, kode: str, enhet: str) -> tuple[Detalj, Enhetsversjon]:
    found = _body(request, kode)
    rows = known(Enhetsversjon.objects.filter(enhet__kode=enhet, enhet__virksomhet=found.id), None)
    row = rows.select_related("enhet").order_by("gyldig_fra").last()
    if row is None:
        raise Http404
    return found, row


def _names(slag: Slag) -> tuple[Felt, ...]:
    return felter.names(felter.bodies(OVERORDNET_SLAG[slag]))


def _hidden(line: Versjonslinje, slag: Slag) -> dict[str, str]:
    hidden = {"versjon": str(line.id)}
    return hidden if OVERORDNET_SLAG[slag] else hidden | {"overordnet": ""}


def _start(line: Versjonslinje) -> dict[str, Verdi]:
    """What stands in the form when it is opened. The source is never taken over."""
    return {
        "navn": line.navn.nb,
        "navn_nn": line.navn.nn if line.navn.nn != line.navn.nb else "",
        "orgnr": line.orgnr,
        "sted": line.sted,
        "overordnet": line.overordnet.kode if line.overordnet else "",
    }


def _newest_body(version: str) -> str:
    return _newest(Virksomhetsversjon, version)


def _newest_unit(version: str) -> str:
    return _newest(Enhetsversjon, version)


def _newest(model: type[Versjonert], version: str) -> str:
    row = newest(model, UUID(version))
    return str(row.id) if row else version
