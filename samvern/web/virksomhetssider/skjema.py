"""The forms for changing organisations: fields, what was typed, faults at the field, a summary.

One address for each act. It is opened, sent for a look at what it changes, and sent again to be
saved; what was typed travels along, and nothing is kept in between.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from samvern.apps.virksomheter.actions.grunnlag import Endring
from samvern.engine.avslag import Avslag, Feil, IkkeNaa, Ugyldig
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.innlogging.krev import viewer_of

type Verdi = str | list[str]
type Valg = tuple[tuple[str, Text], ...]
type Handling = Callable[..., Endring]


@dataclass(frozen=True, slots=True)
class Felt:
    """One field. `slag`: tekst, dato, langt, valg, kryss (yes or no), flervalg."""

    navn: str
    etikett: Text
    slag: str = "tekst"
    hjelp: Text | None = None
    valgfri: bool = False
    valg: Valg = ()


@dataclass(frozen=True, slots=True)
class Vist:
    """A field with what stands in it and what is wrong with it."""

    felt: Felt
    verdi: Verdi
    feil: tuple[Text, ...]

    @property
    def beskrevet(self) -> str:
        """The ids that describe the field, help before fault."""
        name = self.felt.navn
        parts = [f"{name}-hjelp"] if self.felt.hjelp else []
        return " ".join([*parts, *([f"{name}-feil"] if self.feil else [])])


@dataclass(frozen=True, slots=True)
class Skjema:
    """One act as a form. `skjult` are values the person does not type, such as the version."""

    tittel: Text
    ingress: Text
    felter: tuple[Felt, ...]
    handling: Handling
    lagre: Text
    start: Mapping[str, Verdi] = field(default_factory=dict)
    skjult: Mapping[str, str] = field(default_factory=dict)
    naa: Callable[[str], str] | None = None
    """From the version a form was made from to the one that holds now."""


@dataclass(frozen=True, slots=True)
class Tilstand:
    """What the form shows just now."""

    skrevet: Mapping[str, Verdi]
    skjult: Mapping[str, str]
    feil: tuple[Feil, ...] = ()
    endret: tuple[Text, ...] = ()
    """What somebody else has changed in the meantime."""
    kode: int = 200


def show(request: HttpRequest, skjema: Skjema, ramme: Mapping[str, object]) -> HttpResponse:
    """Open the form, show what it changes, or save it. Raises Nektet."""
    if request.method != "POST":
        start = {felt.navn: skjema.start.get(felt.navn, "") for felt in skjema.felter}
        return _form(request, skjema, ramme, Tilstand(start, skjema.skjult))
    typed = _typed(skjema, request.POST)
    hidden = {name: request.POST.get(name, value) for name, value in skjema.skjult.items()}
    state = Tilstand(typed, hidden)
    step = request.POST.get("steg", "")
    if step == "tilbake":
        return _form(request, skjema, ramme, state)
    try:
        change = _run(viewer_of(request), skjema, state, lagre=step == "lagre")
    except Ugyldig as fault:
        return _form(request, skjema, ramme, Tilstand(typed, hidden, fault.feil, kode=fault.http))
    except IkkeNaa as fault:
        return _form(request, skjema, ramme, _stale(skjema, state, fault))
    if step == "lagre":
        address = reverse("virksomhet", kwargs={"kode": change.kode})
        return HttpResponseRedirect(f"{address}?lagret=1")
    context = {**ramme, "skjema": skjema, "endring": change, "tilstand": state}
    return render(request, "virksomheter/hva_endres.html", context)


def _run(viewer: Viewer, skjema: Skjema, state: Tilstand, *, lagre: bool) -> Endring:
    """Run the act; a date that cannot be read stops it, together with every other fault."""
    data, wrong = _input(skjema, state)
    if not wrong:
        return skjema.handling(viewer, data, lagre=lagre)
    named = {fault.sti for fault in wrong}
    try:
        skjema.handling(viewer, data, lagre=False)
    except Ugyldig as more:
        wrong += [fault for fault in more.feil if fault.sti not in named]
    raise Ugyldig(wrong)


def _typed(skjema: Skjema, data: QueryDict) -> dict[str, Verdi]:
    return {
        felt.navn: data.getlist(felt.navn) if felt.slag == "flervalg" else data.get(felt.navn, "")
        for felt in skjema.felter
    }


def _input(skjema: Skjema, state: Tilstand) -> tuple[dict[str, object], list[Feil]]:
    """What the act is given: typed dates read, ticks as yes or no, the rest as it stands."""
    data: dict[str, object] = dict(state.skjult)
    wrong = []
    for felt in skjema.felter:
        value: object = state.skrevet[felt.navn]
        if felt.slag == "kryss":
            value = value == "ja"
        elif felt.slag == "dato" and isinstance(value, str) and value.strip():
            try:
                value = read_date(value)
            except DateFault as fault:
                wrong.append(Feil(felt.navn, "UGYLDIG_VERDI", fault.text))
                continue
        data[felt.navn] = value
    return data, wrong


def _stale(skjema: Skjema, state: Tilstand, fault: Avslag) -> Tilstand:
    """Keep what was typed, tell what is new, and let the next try be against what holds now."""
    hidden = dict(state.skjult)
    if skjema.naa and "versjon" in hidden:
        hidden["versjon"] = skjema.naa(hidden["versjon"])
    told = tuple(one.melding for one in fault.feil)
    return Tilstand(state.skrevet, hidden, (), told, fault.http)


def _form(
    request: HttpRequest, skjema: Skjema, ramme: Mapping[str, object], state: Tilstand
) -> HttpResponse:
    labels = {felt.navn: felt.etikett for felt in skjema.felter}
    shown = [
        Vist(
            felt,
            state.skrevet[felt.navn],
            tuple(fault.melding for fault in state.feil if _place(fault) == felt.navn),
        )
        for felt in skjema.felter
    ]
    context = {
        **ramme,
        "skjema": skjema,
        "tilstand": state,
        "felter": shown,
        "feil": [_listed(fault, labels) for fault in state.feil],
    }
    return render(request, "virksomheter/skjema.html", context, status=state.kode)


def _listed(fault: Feil, labels: Mapping[str, Text]) -> tuple[str, Text | None, Text]:
    """A fault in the list on top: the field to go to and its label, where it has one."""
    place = _place(fault)
    return (place if place in labels else "", labels.get(place), fault.melding)


def _place(fault: Feil) -> str:
    """The field a fault is about: `etterfoelgere[1]` is shown at `etterfoelgere`."""
    return fault.sti.split("[")[0]


def in_field(day: date | None) -> str:
    """A day as it stands in a field."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""
