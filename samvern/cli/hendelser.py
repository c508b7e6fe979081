"""`samvern hendelser`: the event types a case file may hold, or one of them with its fields.

Read from the same definitions as the reading of the file itself (`samvern.law.event`), so the
list cannot say anything else than what is accepted.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from textwrap import fill

from samvern.law.event import HENDELSESTYPER, SCHEMA, Felt, Hendelsestype, Verdi
from samvern.law.event_texts import SAKSTYPETEKSTER, kodetekst
from samvern.law.text import Maalform, Text

OK, BAD_INPUT = 0, 2
_WIDTH = 96

_KINDS: dict[Verdi, Text] = {
    Verdi.DATO: Text("dato, som 2026-01-31", "dato, som 2026-01-31"),
    Verdi.KLOKKESLETT: Text("klokkeslett, som 09:30", "klokkeslett, som 09:30"),
    Verdi.HELTALL: Text("heltall", "heiltal"),
    Verdi.JA_NEI: Text("true eller false", "true eller false"),
    Verdi.KODE: Text("én av kodene", "éin av kodane"),
    Verdi.KODELISTE: Text("liste med koder", "liste med kodar"),
    Verdi.TEKST: Text("tekst", "tekst"),
    Verdi.ID: Text("kjennetegn du velger", "kjenneteikn du vel"),
    Verdi.REF: Text("kjennetegnet til en annen hendelse", "kjenneteiknet til ei anna hending"),
}
_OPTIONAL = Text("kan utelates", "kan utelatast")
_POINTS_AT = Text("av typen", "av typen")
_NUMBERED = Text("flere av samme slag", "fleire av same slag")
_APPLIES = Text("Gjelder", "Gjeld")
_FIELDS = Text("Felt", "Felt")
_MORE = Text(
    "«samvern hendelser TYPE» viser feltene til én type.",
    "«samvern hendelser TYPE» viser felta til éin type.",
)
_COMMON = (Felt("dato", Verdi.DATO),)
_OWN_ID = Felt("id", Verdi.ID, paakrevd=False)


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    kinds = tuple(HENDELSESTYPER.values())
    if arguments.hendelse is not None:
        kind = HENDELSESTYPER.get(arguments.hendelse.lower())
        if kind is None:
            # What was typed may hold codes that a terminal would obey.
            shown = ascii(arguments.hendelse[:40])[1:-1]
            words = f"samvern hendelser: {shown} finnes ikke. «samvern hendelser» viser alle"
            print(words, file=sys.stderr)
            return BAD_INPUT
        kinds = (kind,)
    if arguments.json:
        rows = [as_data(kind) for kind in kinds]
        print(json.dumps({"skjema": SCHEMA, "hendelser": rows}, ensure_ascii=False, indent=1))
    else:
        pages = _all(arguments.maalform) if len(kinds) > 1 else page(kinds[0], arguments.maalform)
        print("\n".join(pages))
    return OK


def fields(kind: Hendelsestype) -> tuple[Felt, ...]:
    """Return every field of an event type besides `type`, in the order they are listed."""
    own = () if any(felt.navn == "id" for felt in kind.felt) else (_OWN_ID,)
    return (*_COMMON, *kind.felt, *own)


def _all(maalform: Maalform) -> Iterator[str]:
    widest = max(len(code) for code in HENDELSESTYPER)
    for kind in HENDELSESTYPER.values():
        yield f"{kind.kode:<{widest}}  {kind.navn.lang(maalform)}"
    yield f"\n{_MORE.lang(maalform)}"


def page(kind: Hendelsestype, maalform: Maalform) -> Iterator[str]:
    """Give the page of one event type line by line."""
    heading = f"{kind.kode}: {kind.navn.lang(maalform)}"
    yield heading
    yield "=" * len(heading)
    yield fill(kind.hjelp.lang(maalform), _WIDTH)
    cases = [SAKSTYPETEKSTER[t][0].lang(maalform) for t in sorted(kind.gjelder)]
    yield f"\n{_APPLIES.lang(maalform)}\n  {', '.join(cases)}"
    yield f"\n{_FIELDS.lang(maalform)}"
    for felt in fields(kind):
        optional = "" if felt.paakrevd else f" ({_OPTIONAL.lang(maalform)})"
        yield f"  {felt.navn}: {felt.tekst.lang(maalform)}{optional}"
        yield fill(_value(felt, maalform), _WIDTH, initial_indent="    ", subsequent_indent="    ")
        for code in felt.koder:
            yield f"    – {code}: {kodetekst(code).lang(maalform)}"


def _value(felt: Felt, maalform: Maalform) -> str:
    """Return what the field takes, with its limits."""
    words = _KINDS[felt.verdi].lang(maalform)
    if felt.minst is not None:
        words += f", {felt.minst}–{felt.hoeyst}" if felt.hoeyst else f", ≥ {felt.minst}"
    if felt.peker_paa:
        words += f" {_POINTS_AT.lang(maalform)} {', '.join(sorted(felt.peker_paa))}"
    if felt.nummererte:
        several = ", ".join(f"{code}_2" for code in sorted(felt.nummererte))
        words += f"; {_NUMBERED.lang(maalform)}: {several} …"
    return words


def as_data(kind: Hendelsestype) -> dict[str, object]:
    """Return an event type as plain data, words in bokmål."""
    return {
        "type": kind.kode,
        "navn": kind.navn.nb,
        "hjelp": kind.hjelp.nb,
        "gjelder": sorted(str(t) for t in kind.gjelder),
        "felt": [
            {
                "navn": felt.navn,
                "tekst": felt.tekst.nb,
                "verdi": str(felt.verdi),
                "paakrevd": felt.paakrevd,
                "koder": list(felt.koder),
                "nummererte": sorted(felt.nummererte),
                "minst": felt.minst,
                "hoeyst": felt.hoeyst,
                "peker_paa": sorted(felt.peker_paa),
            }
            for felt in fields(kind)
        ],
    }
