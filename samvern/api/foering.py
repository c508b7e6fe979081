"""Writing: a new case, an event, a correction, taking an entry out; and previews of each.

The same actions as the forms use. A write needs `Idempotency-Key`; one on a case that exists needs
`If-Match` with the newest entry the sender has seen. The actions log themselves, under the same
request as the entry that says with which key and for what purpose.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables

from samvern.api import eksempler, koder, lesefelt, modeller
from samvern.api.adgang import grunn_of, viewer_of
from samvern.api.gjengivelse import answer
from samvern.api.innlesing import body, expected_number, idempotency_key
from samvern.api.operasjon import operasjon
from samvern.api.problem import Stans
from samvern.api.ruter import router
from samvern.apps.saker import public as saker
from samvern.apps.saker.inndata import Feilfoeringsdata, Hendelsesdata, Rettingsdata, Saksdata
from samvern.apps.utvalg import public as utvalg
from samvern.engine.avslag import Feil
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer

NY = "Ny sak"
HENDELSER = "Hendelser"
_ENDRES = "Hva det ville endre: hver frist, status og oppgave før og etter. Ingenting lagres."
_ALLE_FEIL = "Alle feil i innholdet kommer samlet, hver med sitt sted."


def _saved(lagret: saker.Lagret) -> HttpResponse:
    place = f"/api/v1/saker/{lagret.sak}"
    return answer(lagret._asdict(), 201, Location=place)


@router.post(
    "/saker",
    **operasjon(
        "api_ny_sak", NY, "Opprett en sak",
        "En ny sak fra tiltale eller dom, med hendelsene som hører til. «person» er personalia, "
        "eller «id» for en som finnes i registeret. Har personen sak fra før, må "
        f"«duplikat_bekreftet» si hvorfor det skal være en til. {_ALLE_FEIL} Nummeret "
        "sammenlignes med registeret og telles som et oppslag på person.",
        modeller.Lagret, status=201, inn=Saksdata, inneksempel=eksempler.NY_SAK, skriver="ny",
        eksempel=eksempler.LAGRET, feil=(404, 429),
    ),
)  # fmt: skip
@sensitive_variables()
def new_case(request: HttpRequest) -> HttpResponse:
    """Open a case."""
    viewer, key, data = viewer_of(request), idempotency_key(request), body(request)
    _count_number(viewer, data)
    return _saved(saker.opprett_sak.utfoer(viewer, data, noekkel=key))


@sensitive_variables()
def _count_number(viewer: Viewer, data: dict[str, Any]) -> None:
    """The answer to a number tells whether somebody is in the register: it is a look-up. Raises
    Stans 429 when there are many in a minute (TR-X15)."""
    person = data.get("person")
    if not isinstance(person, dict) or not person.get("nummer"):
        return
    if not utvalg.slipper_gjennom(viewer, saker.opprett_sak.HANDLING, None):
        told = Feil("person.nummer", koder.FOR_MANGE_OPPSLAG, koder.FOR_MANGE_NYE)
        raise Stans(429, koder.FOR_MANGE_OPPSLAG, [told], Retry_After="60")


@router.post(
    "/saker/forhaandsvisning",
    **operasjon(
        "api_ny_sak_forhaandsvisning", NY, "Forhåndsvis en ny sak",
        f"{_ENDRES} Om personen har sak fra før, sies først når saken opprettes.",
        modeller.Endringsbilde, inn=Saksdata, inneksempel=eksempler.NY_SAK,
        eksempel=eksempler.ENDRINGSBILDE, feil=(403, 404, 409),
    ),
)  # fmt: skip
@sensitive_variables()
def preview_case(request: HttpRequest) -> HttpResponse:
    """What a new case would have."""
    viewer, data = viewer_of(request), body(request)
    with reading(viewer, "sak.ny_forhaandsvist", grunn=grunn_of(request)) as lest:
        found = saker.opprett_sak.forhaandsvis(viewer, data)
        made = answer(found)
        lest.saw(lesefelt.of_preview(found))
    return made


def _preview(found: saker.Endringsbilde) -> HttpResponse:
    return answer(found, ETag=f'"{found.siste_nr}"')


@router.post(
    "/saker/{uuid:sak}/hendelser",
    **operasjon(
        "api_ny_hendelse", HENDELSER, "Registrer en hendelse",
        "Noe som har skjedd i saken. Feltene i «innhold» står i GET /hendelsestyper. Et avvik fra "
        f"loven blir registrert og merket, med grunnen i «merknad». {_ALLE_FEIL}",
        modeller.Lagret, status=201, inn=Hendelsesdata, inneksempel=eksempler.NY_HENDELSE,
        skriver="endring", eksempel=eksempler.LAGRET, feil=(404,),
    ),
)  # fmt: skip
@sensitive_variables()
def record(request: HttpRequest, sak: UUID) -> HttpResponse:
    """Record an event."""
    key, number, data = idempotency_key(request), expected_number(request), body(request)
    done = saker.registrer_hendelse.utfoer(
        viewer_of(request), sak, data, forventet_nr=number, noekkel=key
    )
    return _saved(done)


@router.post(
    "/saker/{uuid:sak}/hendelser/forhaandsvisning",
    **operasjon(
        "api_ny_hendelse_forhaandsvisning", HENDELSER, "Forhåndsvis en hendelse", _ENDRES,
        modeller.Endringsbilde, inn=Hendelsesdata, inneksempel=eksempler.NY_HENDELSE,
        eksempel=eksempler.ENDRINGSBILDE, feil=(403, 404, 409),
    ),
)  # fmt: skip
@sensitive_variables()
def preview_event(request: HttpRequest, sak: UUID) -> HttpResponse:
    """What an event would change."""
    viewer, data = viewer_of(request), body(request)
    ground = grunn_of(request)
    with reading(viewer, "sak.forhaandsvist", objekt=("sak", sak), grunn=ground) as lest:
        found = saker.registrer_hendelse.forhaandsvis(viewer, sak, data)
        made = _preview(found)
        lest.saw(lesefelt.of_preview(found), saker=[sak])
    return made


@router.post(
    "/saker/{uuid:sak}/hendelser/{int:nr}/retting",
    **operasjon(
        "api_rett_hendelse", HENDELSER, "Rett en hendelse",
        "Hendelsen slik den skulle vært, med «grunn». Den gamle blir stående og kan leses. "
        f"{_ALLE_FEIL}",
        modeller.Lagret, status=201, inn=Rettingsdata, inneksempel=eksempler.RETTING,
        skriver="endring", eksempel=eksempler.LAGRET, feil=(404,),
    ),
)  # fmt: skip
@sensitive_variables()
def correct(request: HttpRequest, sak: UUID, nr: int) -> HttpResponse:
    """Correct an entry."""
    key, number, data = idempotency_key(request), expected_number(request), body(request)
    done = saker.korriger_hendelse.utfoer(
        viewer_of(request), sak, nr, data, forventet_nr=number, noekkel=key
    )
    return _saved(done)


@router.post(
    "/saker/{uuid:sak}/hendelser/{int:nr}/retting/forhaandsvisning",
    **operasjon(
        "api_rett_hendelse_forhaandsvisning", HENDELSER, "Forhåndsvis en retting", _ENDRES,
        modeller.Endringsbilde, inn=Rettingsdata, inneksempel=eksempler.RETTING,
        eksempel=eksempler.ENDRINGSBILDE, feil=(403, 404, 409),
    ),
)  # fmt: skip
@sensitive_variables()
def preview_correction(request: HttpRequest, sak: UUID, nr: int) -> HttpResponse:
    """What a correction would change."""
    viewer, data = viewer_of(request), body(request)
    ground = grunn_of(request)
    with reading(viewer, "sak.forhaandsvist", objekt=("sak", sak), grunn=ground) as lest:
        found = saker.korriger_hendelse.forhaandsvis(viewer, sak, nr, data)
        made = _preview(found)
        lest.saw(lesefelt.of_preview(found), saker=[sak])
    return made


@router.post(
    "/saker/{uuid:sak}/hendelser/{int:nr}/feilfoering",
    **operasjon(
        "api_feilfoer_hendelse", HENDELSER, "Si at en hendelse er registrert ved feil",
        "Hendelsen teller ikke lenger, men kan fortsatt leses.",
        modeller.Lagret, status=201, inn=Feilfoeringsdata, inneksempel=eksempler.FEILFOERING,
        skriver="endring", eksempel=eksempler.LAGRET, feil=(404,),
    ),
)  # fmt: skip
@sensitive_variables()
def take_out(request: HttpRequest, sak: UUID, nr: int) -> HttpResponse:
    """Take an entry out of what counts."""
    key, number, data = idempotency_key(request), expected_number(request), body(request)
    done = saker.feilfoer_hendelse.utfoer(
        viewer_of(request), sak, nr, data, forventet_nr=number, noekkel=key
    )
    return _saved(done)


@router.post(
    "/saker/{uuid:sak}/hendelser/{int:nr}/feilfoering/forhaandsvisning",
    **operasjon(
        "api_feilfoer_hendelse_forhaandsvisning", HENDELSER,
        "Forhåndsvis at en hendelse er registrert ved feil", _ENDRES,
        modeller.Endringsbilde, inn=Feilfoeringsdata, inneksempel=eksempler.FEILFOERING,
        eksempel=eksempler.ENDRINGSBILDE, feil=(403, 404, 409),
    ),
)  # fmt: skip
@sensitive_variables()
def preview_taking_out(request: HttpRequest, sak: UUID, nr: int) -> HttpResponse:
    """What it would change to take an entry out."""
    viewer, data = viewer_of(request), body(request)
    ground = grunn_of(request)
    with reading(viewer, "sak.forhaandsvist", objekt=("sak", sak), grunn=ground) as lest:
        found = saker.feilfoer_hendelse.forhaandsvis(viewer, sak, nr, data)
        made = _preview(found)
        lest.saw(lesefelt.of_preview(found), saker=[sak])
    return made
