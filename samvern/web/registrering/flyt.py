"""How a form about an entry goes: fill in, see what it changes, save. Works without scripts.

One address for each form. What a POST shall do stands in `handling`: `utkast` keeps what is typed
and answers the parts of the page that follow from it, `oppdater` shows the form again with other
choices, `se` shows what saving would change, `lagre` saves, `tilbake` goes back to the form,
`forkast` deletes the draft.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Endringsbilde, Hendelsesrad, Lagret, Saksbilde
from samvern.apps.utkast import public as utkast
from samvern.apps.utkast.public import Utkastbilde
from samvern.engine import clock
from samvern.engine.avslag import Avslag, Nektet, Ugyldig
from samvern.engine.lesing import reading, writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.fristberegner.felter import PREFIX, Skjemafelt, Typed
from samvern.web.innlogging.krev import viewer_of
from samvern.web.registrering import avslag, endringer, gjentakelse, huskelapp, innlesing
from samvern.web.registrering.avslag import Nei
from samvern.web.registrering.endringer import Forandring
from samvern.web.registrering.felter import HVORFOR, WHY_EARLY, Oppslag, build, draw
from samvern.web.registrering.innlesing import Skjemafeil
from samvern.web.registrering.oppdrag import Oppdrag
from samvern.web.registrering.oppslag import dependent, look_up
from samvern.web.registrering.overgang import transition
from samvern.web.registrering.typer import alternative

BEGUN: Final = "forventet_nr"
"""The newest entry when the form was begun, kept with the draft."""
UNPROCESSABLE, CONFLICT, TOO_LARGE = 422, 409, 413
FOR_STORT: Final = Nei(
    "strek-ring",
    "neutral",
    Text("For mye tekst", "For mykje tekst"),
    (
        Text(
            "Det er sendt mer enn skjemaet rommer. Gjør de lange tekstene kortere, og prøv igjen.",
            "Det er sendt meir enn skjemaet rommar. Gjer dei lange tekstane kortare, og prøv "
            "igjen.",
        ),
    ),
)
_KEY = re.compile(r"[A-Za-z0-9-]{8,80}", re.ASCII)

type Maker = Callable[[Viewer, Saksbilde], Oppdrag]
type Step = Callable[[HttpRequest, Skjemaside], HttpResponse]


@dataclass(frozen=True, slots=True)
class Skjemaside:
    """The form, or the preview, as the templates draw it."""

    oppdrag: Oppdrag
    oppslag: Oppslag
    typed: Typed
    forventet_nr: int
    noekkel: str
    nytt: tuple[Hendelsesrad, ...] = ()
    """What others have entered since the form was begun."""
    utkast_fra: datetime | None = None
    lagret_kl: datetime | None = None
    for_stort: bool = False
    """Whether more was sent than a draft holds."""
    feil: Mapping[str, Text] | None = None
    loese: tuple[Text, ...] = ()
    nei: Nei | None = None

    @property
    def felter(self) -> tuple[Skjemafelt, ...]:
        """The fields with what was typed."""
        wanted = self.oppdrag.felter
        return build(self.oppdrag.art.kode, wanted, self.typed, self.feil or {}, self.oppslag)

    @property
    def feilliste(self) -> tuple[Skjemafeil, ...]:
        """Every fault at once, with the field it is at."""
        return innlesing.listed(self.felter, self.loese)

    def skjulte(self, vist: str) -> tuple[tuple[str, str], ...]:
        """What was typed, to be carried by the preview; all but the field that stands there."""
        return tuple(
            (PREFIX + name, value)
            for name, values in self.typed.items()
            for value in values
            if value and name != vist
        )


@sensitive_variables()
def run(request: HttpRequest, sak: UUID, make: Maker) -> HttpResponse:
    """Show the form, or do what the pressed button says. Raises FinnesIkke and Avslag."""
    viewer = viewer_of(request)
    with reading(viewer, "sak.skjema_vist") as seen:
        bilde = saker.saksbilde(viewer, sak)
        oppdrag = make(viewer, bilde)
        page = _page(request, oppdrag)
        seen.saw(saker.felt_vist(bilde), saker=[sak])
    if request.method != "POST":
        return _form(request, page)
    step = _STEPS.get(request.POST.get("handling", ""), _form)
    if step is _discard:
        return _discard(request, page)
    try:
        page = _kept(request, page)
    except utkast.ForStort:
        return _too_large(request, page, step)
    return step(request, page)


def _page(request: HttpRequest, oppdrag: Oppdrag) -> Skjemaside:
    """What stands in the form: what was sent, else the draft, else what is registered."""
    viewer, bilde = oppdrag.viewer, oppdrag.bilde
    draft = None
    begun, typed, key = bilde.siste_nr, oppdrag.utgangspunkt, new_key("")
    if request.method == "POST":
        typed = innlesing.from_post(oppdrag.names, request.POST)
        begun = number(request.POST.get(BEGUN, ""), bilde.siste_nr)
        key = new_key(request.POST.get("noekkel", ""))
    elif draft := _draft(request, oppdrag):
        begun = number((draft.verdier.pop(BEGUN, None) or [""])[0], bilde.siste_nr)
        typed = draft.verdier
    return Skjemaside(
        oppdrag,
        look_up(viewer, bilde, oppdrag.felter, typed),
        typed,
        begun,
        key,
        nytt=tuple(row for row in bilde.hendelser if row.nr > begun),
        utkast_fra=draft.oppdatert if draft else None,
    )


def _draft(request: HttpRequest, oppdrag: Oppdrag) -> Utkastbilde | None:
    if not huskelapp.has_drafts(request, oppdrag.viewer, oppdrag.sak):
        return None
    return utkast.hent(oppdrag.viewer, oppdrag.sak, oppdrag.slag)


def new_key(sent: str) -> str:
    """The key the form was made with, or a new one: the same submission is carried out once."""
    return sent if _KEY.fullmatch(sent) else str(uuid4())


def number(sent: str, otherwise: int) -> int:
    """A whole number that was sent along, never above `otherwise`, which also stands for none."""
    plain = sent.isascii() and sent.isdigit() and len(sent) < 9
    return min(int(sent), otherwise) if plain else otherwise


def _kept(request: HttpRequest, page: Skjemaside) -> Skjemaside:
    """Keep what is typed as a draft; what stands there already is none."""
    oppdrag = page.oppdrag
    mine = {n: list(v) for n, v in page.typed.items() if any(v)}
    nothing = not mine or mine == {n: list(v) for n, v in oppdrag.utgangspunkt.items() if any(v)}
    values = {} if nothing else {**mine, BEGUN: [str(page.forventet_nr)]}
    huskelapp.note(request, oppdrag.sak)
    with writing(oppdrag.viewer):
        moment = utkast.lagre(oppdrag.viewer, oppdrag.sak, oppdrag.slag, values)
    return replace(page, lagret_kl=None if nothing else moment)


def _context(page: Skjemaside) -> dict[str, Any]:
    return {
        "s": page,
        "o": page.oppdrag,
        "bilde": page.oppdrag.bilde,
        "avhengige": dependent(page.oppdrag.felter),
        "felt_navn": page.oppdrag.names,
    }


def _form(request: HttpRequest, page: Skjemaside, status: int = 200) -> HttpResponse:
    return render(request, "registrering/skjema.html", _context(page), status=status)


def _parts(request: HttpRequest, page: Skjemaside) -> HttpResponse:
    """The parts of the page that follow from what is typed, for the script to put in."""
    return render(request, "registrering/deler.html", _context(page))


def _too_large(request: HttpRequest, page: Skjemaside, step: Step) -> HttpResponse:
    """More than any form holds: nothing is saved, and all that was typed stands there."""
    page = replace(page, for_stort=True, nei=FOR_STORT)
    return _parts(request, page) if step is _parts else _form(request, page, TOO_LARGE)


def _discard(request: HttpRequest, page: Skjemaside) -> HttpResponse:
    oppdrag = page.oppdrag
    with writing(oppdrag.viewer):
        utkast.forkast(oppdrag.viewer, oppdrag.sak, oppdrag.slag)
    huskelapp.look_again(request)
    return HttpResponseRedirect(reverse("sak", args=[oppdrag.sak]))


def _refused(
    request: HttpRequest, page: Skjemaside, refusal: Avslag, faults: Mapping[str, Text]
) -> HttpResponse:
    """The form again, with every fault at its field, or the no that is about all of it."""
    if isinstance(refusal, Nektet):
        raise refusal
    placed, loose = innlesing.place_faults(refusal.feil, page.oppdrag.names)
    every = {**avslag.plain(page.oppdrag.art.kode, refusal, placed), **faults}
    if isinstance(refusal, Ugyldig):
        shown = replace(page, feil=every, loese=tuple(loose))
    else:
        shown = replace(page, feil=every, nei=avslag.of(refusal))
    return _form(request, shown, refusal.http)


def _preview(request: HttpRequest, page: Skjemaside, status: int = 200) -> HttpResponse:
    """What saving would change; every fault at once when it cannot be read."""
    values, faults = innlesing.read(page.oppdrag.felter, page.typed)
    try:
        found = _tried(page.oppdrag, values)
    except Avslag as refusal:
        return _refused(request, page, refusal, faults)
    if faults:
        return _form(request, replace(page, feil=faults), UNPROCESSABLE)
    return _show_preview(request, page, endringer.show(found, clock.today()), status)


def _tried(oppdrag: Oppdrag, values: Mapping[str, Any]) -> Endringsbilde:
    """What saving would change, and an entry in the log that it was looked at."""
    with reading(oppdrag.viewer, "sak.forhaandsvist") as seen:
        found = oppdrag.preview(values)
        seen.saw(saker.felt_vist(oppdrag.bilde), saker=[oppdrag.sak])
        # A preview names those who would take part, also when nobody does yet.
        seen.saw({"forhaandsvisning", *(f"endring.{one.slag}" for one in found.endringer)})
    return found


def _show_preview(
    request: HttpRequest, page: Skjemaside, change: Forandring, status: int
) -> HttpResponse:
    oppdrag = page.oppdrag
    # From here on the news has been seen: what is saved builds on the newest entry.
    page = replace(page, forventet_nr=oppdrag.bilde.siste_nr)
    why = _why(page, change)
    context = {
        **_context(page),
        "f": change,
        "overgang": transition(oppdrag, page.felter, page.oppslag),
        "hvorfor": why,
        "skjulte": page.skjulte(why.navn if why else ""),
        "stanset": status == CONFLICT and not page.feil,
        "gjentatt": gjentakelse.repeated(oppdrag.bilde, oppdrag.art.kode, page.typed)
        if oppdrag.modus == "ny"
        else None,
        "alternativ": alternative(oppdrag.art.kode, oppdrag.bilde.kan_registrere)
        if change.avvik
        else None,
    }
    return render(request, "registrering/endres.html", context, status=status)


def _why(page: Skjemaside, change: Forandring) -> Skjemafelt | None:
    """The field that asks why, where a reason is needed: what is typed can be changed there.

    The reason for an event that deviates is its note; a correction has a reason of its own.
    """
    if page.oppdrag.modus != "ny":
        return next(felt for felt in page.felter if felt.navn == HVORFOR)
    if not change.krever_grunn:
        return None
    return draw(WHY_EARLY, page.typed, page.feil or {}, ())


def _save(request: HttpRequest, page: Skjemaside) -> HttpResponse:
    values, faults = innlesing.read(page.oppdrag.felter, page.typed)
    if faults:
        return _again(request, page, faults)
    oppdrag = page.oppdrag
    try:
        saved = oppdrag.save(values, page.forventet_nr, page.noekkel)
    except Avslag as refusal:
        if refusal.kode == avslag.STALE:
            return _stale(request, page)
        if refusal.kode == avslag.REASON_NEEDED:
            missing = {WHY_EARLY.navn: innlesing.WRITE_WHY}
            return _preview(request, replace(page, feil=missing), refusal.http)
        return _refused(request, page, refusal, {})
    with writing(oppdrag.viewer):
        utkast.forkast(oppdrag.viewer, oppdrag.sak, oppdrag.slag)
    huskelapp.look_again(request)
    return HttpResponseRedirect(receipt(saved, number(request.POST.get("frister", "0"), 999)))


def _again(request: HttpRequest, page: Skjemaside, faults: Mapping[str, Text]) -> HttpResponse:
    """The reason was taken away on the preview: say so there. Any other fault is the form's."""
    if set(faults) == {HVORFOR} and page.oppdrag.modus == "rett":
        rest = {**page.typed, HVORFOR: ["–"]}
        values, _ = innlesing.read(page.oppdrag.felter, rest)
        with suppress(Avslag):
            found = endringer.show(_tried(page.oppdrag, values), clock.today())
            return _show_preview(request, replace(page, feil=faults), found, UNPROCESSABLE)
    return _form(request, replace(page, feil=faults), UNPROCESSABLE)


def receipt(saved: Lagret, deadlines: int) -> str:
    """Where to stand after saving: on the case, at the receipt, which leads to the entry."""
    place = reverse("sak", args=[saved.sak])
    return f"{place}?lagret={saved.nr}&frister={deadlines}#lagret"


def _stale(request: HttpRequest, page: Skjemaside) -> HttpResponse:
    """Somebody was first: show what is new, keep what was typed, and compute again."""
    oppdrag = page.oppdrag
    with reading(oppdrag.viewer, "sak.skjema_vist") as seen:
        bilde = saker.saksbilde(oppdrag.viewer, oppdrag.sak)
        seen.saw(saker.felt_vist(bilde), saker=[oppdrag.sak])
    news = tuple(row for row in bilde.hendelser if row.nr > page.forventet_nr)
    fresh = replace(page, oppdrag=replace(oppdrag, bilde=bilde), nytt=news)
    return _preview(request, fresh, CONFLICT)


_STEPS: dict[str, Step] = {
    "utkast": _parts,
    "oppdater": _form,
    "tilbake": _form,
    "se": _preview,
    "lagre": _save,
    "forkast": _discard,
}
