"""A new case: who, then the indictment or the judgment, then every date it gives, then save."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Handling, HarSak
from samvern.apps.utkast import public as utkast
from samvern.engine import clock
from samvern.engine.avslag import Avslag, Nektet, Ugyldig
from samvern.engine.idnummer import Idnummer
from samvern.engine.lesing import reading, writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.fristberegner.felter import PREFIX, Skjemafelt, Typed
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.registrering import (
    avslag,
    endringer,
    huskelapp,
    innlesing,
    nummersoek,
    person,
    start,
)
from samvern.web.registrering.felter import SKJEDDE, WHY_EARLY, Oppslag, draw
from samvern.web.registrering.flyt import (
    CONFLICT,
    FOR_STORT,
    TOO_LARGE,
    UNPROCESSABLE,
    new_key,
    number,
    receipt,
)
from samvern.web.registrering.ny_side import DUPLIKAT, PERSON, SLAG, START, STEG, Side, names
from samvern.web.registrering.oppslag import dependent, look_up
from samvern.web.registrering.start import BEGYNNER_MED

LOOKS_UP: Final = frozenset({"neste", "se", "lagre"})
"""The buttons that compare the number with the register."""


@krever_innlogging
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def new_case(request: HttpRequest) -> HttpResponse:
    """The page, and what the pressed button says. Raises Nektet for who may not open cases."""
    viewer = viewer_of(request)
    with reading(viewer, "sak.ny_vist"):
        saker.may(viewer, Handling.OPPRETTE)
        page = _page(request, viewer)
    if request.method != "POST":
        return _show(request, page)
    handling = request.POST.get("handling", "")
    if handling == "forkast":
        with writing(viewer):
            utkast.forkast(viewer, None, SLAG)
        huskelapp.look_again(request)
        return HttpResponseRedirect(reverse("register"))
    try:
        page = _kept(request, page)
    except utkast.ForStort:
        return _too_large(request, page, handling)
    if handling in LOOKS_UP and nummersoek.too_many(viewer, page.typed):
        many = replace(page, mange=True, nei=nummersoek.MANGE)
        return _show(request, many, nummersoek.TOO_MANY_REQUESTS)
    match handling:
        case "utkast":
            return render(request, "registrering/deler.html", _context(page))
        case "neste":
            return _to_start(request, page)
        case "se":
            return _preview(request, page)
        case "lagre":
            return _save(request, page)
        case "person":
            return _show(request, replace(page, steg=PERSON))
        case _:
            return _show(request, page)


def _page(request: HttpRequest, viewer: Viewer) -> Side:
    draft, key = None, new_key("")
    typed: Typed = {}
    steg = PERSON
    if request.method == "POST":
        begins = request.POST.get(PREFIX + BEGYNNER_MED.navn, "")
        known = begins if begins in BEGYNNER_MED.koder else ""
        typed = person.tidied(innlesing.from_post(names(known), request.POST))
        key = new_key(request.POST.get("noekkel", ""))
        steg = request.POST.get(STEG, PERSON)
    elif huskelapp.has_drafts(request, viewer, None) and (draft := utkast.hent(viewer, None, SLAG)):
        steg = (draft.verdier.pop(STEG, None) or [PERSON])[0]
        typed = draft.verdier
    begins = start.begins_with(typed)
    page = Side(
        viewer,
        START if steg == START and begins else PERSON,
        typed,
        key,
        utkast_fra=draft.oppdatert if draft else None,
    )
    return replace(page, oppslag=_looked_up(page))


def _looked_up(page: Side) -> dict[str, Oppslag]:
    """The choices of every field in both steps: what goes on from here may be any of them."""
    found: dict[str, Oppslag] = {person.PREFIX: person.looked_up()}
    for part in page.deler:
        found[part.prefiks] = look_up(
            page.viewer,
            None,
            part.felter,
            page.typed,
            part.prefiks,
            f"{page.deler[0].prefiks}{SKJEDDE.navn}",
        )
    return found


def _kept(request: HttpRequest, page: Side) -> Side:
    mine = {n: list(v) for n, v in page.typed.items() if any(v)}
    untouched = not (mine.keys() - {"p_identitet"})
    huskelapp.note(request, None)
    with writing(page.viewer):
        values = {} if untouched else {**mine, STEG: [page.steg]}
        moment = utkast.lagre(page.viewer, None, SLAG, values)
    return replace(page, lagret_kl=None if untouched else moment)


def _too_large(request: HttpRequest, page: Side, handling: str) -> HttpResponse:
    """More than any form holds: nothing is saved, and all that was typed stands there."""
    page = replace(page, for_stort=True, nei=FOR_STORT)
    if handling == "utkast":
        return render(request, "registrering/deler.html", _context(page))
    return _show(request, page, TOO_LARGE)


def _show(request: HttpRequest, page: Side, status: int = 200) -> HttpResponse:
    return render(request, "registrering/ny_sak.html", _context(page), status=status)


def _context(page: Side) -> dict[str, Any]:
    found: frozenset[str] = frozenset()
    for part in page.deler:
        found |= dependent(part.felter, part.prefiks)
    return {"s": page, "avhengige": found}


def _to_start(request: HttpRequest, page: Side) -> HttpResponse:
    """On to the indictment or the judgment, when the person is right."""
    _, faults = person.read(page.typed)
    if not page.begynner_med:
        faults[BEGYNNER_MED.navn] = innlesing.CHOOSE
    if faults:
        return _show(request, replace(page, steg=PERSON, feil=faults), UNPROCESSABLE)
    page = replace(page, steg=START)
    return _show(request, _kept(request, _with_known(page)))


def _with_known(page: Side) -> Side:
    """Say which cases the person has already, of those the viewer may see."""
    number = person.judge(page.typed)
    if not isinstance(number, Idnummer):
        return page
    try:
        why = nummersoek.reason(page.typed)
        with reading(page.viewer, nummersoek.HANDLING, grunn=why) as seen:
            found = saker.finn(page.viewer, number.siffer)
            seen.saw(["status", "styrende_dom"] if found else (), saker=[row.id for row in found])
    except Ugyldig:
        # A number of a kind that cannot be looked up by its digits alone; saving compares it.
        return page
    return replace(page, har_saker=found)


def _data(page: Side) -> tuple[dict[str, Any], dict[str, Text], tuple[str, ...]]:
    """What the action takes, every fault of the form, and the prefixes of the events."""
    who, faults = person.read(page.typed)
    values = {}
    for part in page.deler:
        values[part.prefiks], wrong = innlesing.read(part.felter, page.typed, part.prefiks)
        faults |= wrong
    sent = start.events(page.deler, values)
    data: dict[str, Any] = {"person": who, "hendelser": [event for _, event in sent]}
    if why := (page.typed.get(DUPLIKAT.navn) or [""])[0]:
        data["duplikat_bekreftet"] = why
    return data, faults, tuple(prefix for prefix, _ in sent)


def _refused(
    request: HttpRequest, page: Side, refusal: Avslag, faults: Mapping[str, Text],
    prefixes: tuple[str, ...],
) -> HttpResponse:  # fmt: skip
    if isinstance(refusal, Nektet):
        raise refusal
    placed, loose = innlesing.place_faults(refusal.feil, page.names, prefixes, person.PREFIX)
    # «Fill it in» gives way to what the rules say about the field.
    own = {name: text for name, text in faults.items() if text is not innlesing.WRITE}
    every = {**faults, **placed, **own}
    nei = None if isinstance(refusal, Ugyldig) else avslag.of(refusal)
    shown = replace(page, feil=every, loese=() if nei else tuple(loose), nei=nei)
    only_person = every and all(name.startswith(person.PREFIX) for name in every)
    if only_person:
        return _show(request, replace(shown, steg=PERSON), refusal.http)
    return _show(request, _with_known(replace(shown, steg=START)), refusal.http)


def _preview(request: HttpRequest, page: Side, status: int = 200) -> HttpResponse:
    if not page.begynner_med:
        return _to_start(request, page)
    data, faults, prefixes = _data(page)
    try:
        with reading(page.viewer, "sak.ny_forhaandsvist"):
            found = saker.opprett_sak.forhaandsvis(page.viewer, data)
    except Avslag as refusal:
        return _refused(request, page, refusal, faults, prefixes)
    page = replace(_with_known(page), steg=START)
    if page.har_saker and "duplikat_bekreftet" not in data:
        faults = {**faults, DUPLIKAT.navn: innlesing.WRITE_WHY}
    if faults:
        return _show(request, replace(page, feil=faults), UNPROCESSABLE)
    change = endringer.show(found, clock.today())
    why = start.reason_field(page.begynner_med)
    asked = WHY_EARLY._replace(navn=why)
    shown = change.krever_grunn
    context = {
        "s": page,
        "f": change,
        "ny_sak": True,
        "hvorfor": draw(asked, page.typed, page.feil, (), slag="lang") if shown else None,
        "skjulte": page.skjulte((why,) if shown else ("",)),
        "grupper": _summary(page),
    }
    return render(request, "registrering/ny_sak_endres.html", context, status=status)


def _unknown(page: Side) -> bool:
    return (page.typed.get("p_identitet") or [""])[0] == person.UNKNOWN


def _summary(page: Side) -> list[tuple[Text, list[Skjemafelt]]]:
    """What is registered, to be read over once more: only what is filled in."""
    known = {BEGYNNER_MED.navn, *(() if _unknown(page) else ("p_identitet",))}
    persons = [f for f in page.personfelter if f.verdi and f.navn not in known]
    found = [(Text("Personen", "Personen"), persons)]
    found += [(title, [f for f in fields if f.verdi]) for title, fields in page.grupper]
    return [(title, fields) for title, fields in found if fields]


def _save(request: HttpRequest, page: Side) -> HttpResponse:
    if not page.begynner_med:
        return _to_start(request, page)
    data, faults, prefixes = _data(page)
    if faults:
        return _preview(request, page)
    try:
        saved = saker.opprett_sak.utfoer(page.viewer, data, noekkel=page.noekkel)
    except HarSak as known:
        return _has_case(request, page, known)
    except Avslag as refusal:
        if refusal.kode == avslag.REASON_NEEDED:
            why = start.reason_field(page.begynner_med)
            return _preview(request, replace(page, feil={why: innlesing.WRITE_WHY}), CONFLICT)
        return _refused(request, page, refusal, {}, prefixes)
    with writing(page.viewer):
        utkast.forkast(page.viewer, None, SLAG)
    huskelapp.look_again(request)
    return HttpResponseRedirect(receipt(saved, number(request.POST.get("frister", "0"), 999)))


def _has_case(request: HttpRequest, page: Side, known: HarSak) -> HttpResponse:
    """The number is somebody's who has a case: show it, if the viewer may see it, and ask why."""
    page = replace(_with_known(page), steg=START, har_andre=not known.saker)
    feil = {DUPLIKAT.navn: innlesing.WRITE_WHY}
    return _show(request, replace(page, feil=feil), known.http)
