"""Reading cases: the register, one case, its events and who has read it, and the work list.

Every answer is made inside `reading`, and the log says what is in it, for what purpose.
"""

from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables

from samvern.api import eksempler, koder, lesefelt, modeller
from samvern.api.adgang import grunn_of, viewer_of
from samvern.api.gjengivelse import answer, plain
from samvern.api.innlesing import body, query, require
from samvern.api.operasjon import operasjon
from samvern.api.problem import Stans
from samvern.api.ruter import router
from samvern.api.spoerringer import Arbeidssoek, Lesersoek, Registersoek, Sok, Tidsvalg
from samvern.apps.saker import public as saker
from samvern.apps.utvalg import public as utvalg
from samvern.engine import clock
from samvern.engine.avslag import Ugyldig
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer

SAKER: Final = "Saker"


@router.get(
    "/saker",
    **operasjon(
        "api_saker", SAKER, "Sakene du ser",
        "Én side av registeret, med de samme filtrene og den samme rekkefølgen som på nettsiden. "
        "Felter rollen ikke ser, er null og står i «skjult»; de filtrerer og sorterer heller ikke. "
        "En side etter den siste gir den siste. Saksnummer og fødselsnummer er ikke filtre: bruk "
        "POST /saker/sok.",
        modeller.Registerside, soek=Registersoek, eksempel=eksempler.REGISTERSIDE,
    ),
)  # fmt: skip
def register(request: HttpRequest) -> HttpResponse:
    """One page of the register."""
    viewer, wanted = viewer_of(request), query(request, Registersoek)
    chosen = saker.Utvalg(
        domstype=wanted.domstype or "",
        status=wanted.status.value if wanted.status else "",
        institusjon=wanted.institusjon,
        rhf=wanted.rhf,
        frist_innen=wanted.frist_innen,
        avsluttet=wanted.avsluttet,
        mine=wanted.mine,
        sorter=wanted.sorter,
    )
    with reading(viewer, "register.vist", grunn=grunn_of(request)) as lest:
        side = saker.register(viewer, chosen, side=wanted.side, per_side=wanted.per_side)
        made = answer(side)
        lest.saw(lesefelt.of_cases(side.rader), saker={row.id for row in side.rader})
    return made


@router.post(
    "/saker/sok",
    **operasjon(
        "api_saker_sok", SAKER, "Finn en sak på nummer",
        "Saken med nøyaktig dette saksnummeret, eller sakene til personen med dette "
        "fødselsnummeret. Numrene står i innholdet og aldri i en adresse. Ingen treff gir en tom "
        "liste, det samme enten saken ikke finnes eller du ikke ser den. Etter 20 oppslag på "
        "person på ett minutt kreves «grunn»; den blir logget.",
        modeller.Treff, inn=Sok, inneksempel=eksempler.SOK, eksempel=eksempler.TREFF,
        feil=(403, 429),
    ),
)  # fmt: skip
@sensitive_variables()
def find(request: HttpRequest) -> HttpResponse:
    """Look a case up by its number, or a person's cases by the identity number."""
    viewer, sought = viewer_of(request), require(Sok, body(request))
    person = sought.nummer is not None
    if person:
        _count(viewer, sought.grunn)
    ground = sought.grunn if person and sought.grunn else grunn_of(request)
    refused: Ugyldig | None = None
    hits: tuple[saker.Saksrad, ...] = ()
    with reading(viewer, "person.soekt" if person else "sak.soekt", grunn=ground) as lest:
        try:
            hits = saker.finn(viewer, sought.nummer or sought.saksnr or "")
        except Ugyldig as wrong:
            # That somebody looked is logged also when it was no number.
            refused = wrong
        made = answer({"rader": hits})
        lest.saw(lesefelt.of_cases(hits) or {"treff.ingen"}, saker={hit.id for hit in hits})
    if refused is not None:
        raise refused
    return made


def _count(viewer: Viewer, grunn: str | None) -> None:
    """Count a look-up of a person. Raises Stans 429 when there are many and no reason (TR-X15)."""
    if not utvalg.slipper_gjennom(viewer, "person.soekt", grunn):
        raise Stans(429, koder.FOR_MANGE_OPPSLAG, Retry_After="60")


@router.get(
    "/saker/{uuid:sak}",
    **operasjon(
        "api_sak", SAKER, "Én sak",
        "Hele saken slik du får se den: status, frister med begrunnelse, hendelser, deltakere, "
        "plasseringer, oppgaver, mangler og avvik. «paa» viser slik det var en dag, «som_kjent» "
        "det vi visste på et tidspunkt. «ETag» er nummeret på den nyeste hendelsen.",
        modeller.Saksbilde, soek=Tidsvalg, eksempel=eksempler.SAKSBILDE, feil=(404,),
    ),
)  # fmt: skip
def case(request: HttpRequest, sak: UUID) -> HttpResponse:
    """The whole case, today or as it was."""
    viewer, wanted = viewer_of(request), query(request, Tidsvalg)
    with reading(viewer, "sak.vist", objekt=("sak", sak), grunn=grunn_of(request)) as lest:
        bilde = saker.saksbilde(viewer, sak, som_kjent=wanted.som_kjent, paa=wanted.paa)
        made = answer(bilde, ETag=f'"{bilde.siste_nr}"')
        lest.saw(saker.felt_vist(bilde), saker=[sak])
    return made


@router.get(
    "/saker/{uuid:sak}/hendelser",
    **operasjon(
        "api_sak_hendelser", SAKER, "Hendelsene i en sak",
        "Alle hendelser rollen leser, også de som er rettet eller registrert ved feil. «raa» er "
        "feltene slik de er lagret. «ETag» og «siste_nr» er nummeret på den nyeste hendelsen i "
        "saken.",
        modeller.Hendelser, eksempel=eksempler.HENDELSER, feil=(404,),
    ),
)  # fmt: skip
def events(request: HttpRequest, sak: UUID) -> HttpResponse:
    """The events of a case."""
    viewer = viewer_of(request)
    ground = grunn_of(request)
    with reading(viewer, "sak.hendelser_vist", objekt=("sak", sak), grunn=ground) as lest:
        bilde = saker.saksbilde(viewer, sak)
        content = {"sak": sak, "siste_nr": bilde.siste_nr, "hendelser": bilde.hendelser}
        made = answer(content, ETag=f'"{bilde.siste_nr}"')
        lest.saw(lesefelt.of_events(bilde), saker=[sak])
    return made


@router.get(
    "/saker/{uuid:sak}/hendelser/{int:nr}/historikk",
    **operasjon(
        "api_hendelse_historikk", SAKER, "Versjonene av én hendelse",
        "Hendelsen slik den først ble ført, og hver retting av den, den eldste først.",
        modeller.Historikk, eksempel=eksempler.HISTORIKK, feil=(404,),
    ),
)  # fmt: skip
def versions(request: HttpRequest, sak: UUID, nr: int) -> HttpResponse:
    """Every version of one entry."""
    viewer = viewer_of(request)
    ground = grunn_of(request)
    with reading(viewer, "sak.historikk_vist", objekt=("sak", sak), grunn=ground) as lest:
        chain = saker.historikk(viewer, sak, nr)
        made = answer({"sak": sak, "versjoner": chain})
        lest.saw({f"innhold.{one.innhold}" for one in chain}, saker=[sak])
        if any(one.merknad for one in chain):
            lest.saw(["hendelse.merknad"])
        if any(one.kilde_ref for one in chain):
            lest.saw(["hendelse.kilde_ref"])
    return made


@router.get(
    "/saker/{uuid:sak}/lesere",
    **operasjon(
        "api_sak_lesere", SAKER, "Hvem som har lest saken",
        "Lesninger og endringer, den siste først, så langt rollen får vite det. «eldre» er det som "
        "skal stå i «foer» for å få de neste.",
        modeller.Lesere, soek=Lesersoek, eksempel=eksempler.LESERE, feil=(404,),
    ),
)  # fmt: skip
def readers(request: HttpRequest, sak: UUID) -> HttpResponse:
    """Who has read or changed the case."""
    viewer, wanted = viewer_of(request), query(request, Lesersoek)
    ground = grunn_of(request)
    with reading(viewer, "sak.lesninger_vist", objekt=("sak", sak), grunn=ground) as lest:
        # One more than is sent tells whether there are older ones.
        rows = saker.lesere_av(viewer, sak, wanted.antall + 1, wanted.foer)
        sent = rows[: wanted.antall]
        older = sent[-1].nr if len(rows) > wanted.antall else None
        made = answer({"sak": sak, "lesere": sent, "eldre": older})
        lest.saw(["lesere"], saker=[sak])
    return made


@router.get(
    "/arbeidsliste",
    **operasjon(
        "api_arbeidsliste", "Arbeidsliste", "Hva som venter",
        "Det som venter på noen i sakene du ser, over fristen og så langt frem som «kommende» "
        "sier. Tallene er de samme som på nettsiden og i «samvern arbeidsliste».",
        modeller.Arbeidsliste, soek=Arbeidssoek, eksempel=eksempler.ARBEIDSLISTE,
    ),
)  # fmt: skip
def work_list(request: HttpRequest) -> HttpResponse:
    """The work list."""
    viewer, wanted = viewer_of(request), query(request, Arbeidssoek)
    until = utvalg.frem_til(wanted.kommende, clock.today())
    with reading(viewer, "arbeidsliste.vist", grunn=grunn_of(request)) as lest:
        found = saker.arbeidsliste(
            viewer,
            til=until,
            rhf=wanted.rhf,
            domstype=wanted.domstype or "",
            venter_paa=wanted.venter_paa or "",
            mine=wanted.mine,
        )
        made = answer(plain(found))
        lest.saw(lesefelt.of_tasks(found.rader), saker={row.sak for row in found.rader})
    return made
