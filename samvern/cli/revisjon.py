"""`samvern revisjon`: verify the audit log, anchor it outside the database, export it.

Exit codes: 0 the log holds, 1 it does not (or cannot be read), 2 bad input.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from samvern.cli.fremdrift import follow
from samvern.engine import chain
from samvern.engine.chain import Checkpoint, Record, Result, Slag
from samvern.law.text import Maalform, Text

OK, FAILED, BAD_INPUT = 0, 1, 2
_HASH = re.compile(r"[0-9a-f]{64}")

WORDS = {
    Slag.ENDRET: Text("innslaget er endret", "innslaget er endra"),
    Slag.SLETTET: Text(
        "ett eller flere innslag er slettet her", "eitt eller fleire innslag er sletta her"
    ),
    Slag.SATT_INN: Text("et innslag er satt inn", "eit innslag er sett inn"),
    Slag.FLYTTET: Text("innslagene har byttet plass", "innslaga har bytt plass"),
    Slag.AVKORTET: Text("de nyeste innslagene mangler", "dei nyaste innslaga manglar"),
    Slag.OMSKREVET: Text(
        "loggen er skrevet på nytt etter at sjekkpunktet ble tatt",
        "loggen er skriven på nytt etter at sjekkpunktet vart teke",
    ),
    Slag.INDEKS: Text(
        "oppslaget per sak stemmer ikke med innslaget",
        "oppslaget per sak stemmer ikkje med innslaget",
    ),
}
_HOLDS = Text(
    "Loggen holder: {count} innslag er prøvd, nr. {first}–{last}.",
    "Loggen held: {count} innslag er prøvde, nr. {first}–{last}.",
)
_EMPTY = Text("Loggen holder: ingen innslag å prøve.", "Loggen held: ingen innslag å prøve.")
_BROKEN = Text(
    "Loggen holder IKKE. Første brudd: nr. {nr}, {word}. {count} innslag før det holder.",
    "Loggen held IKKJE. Første brot: nr. {nr}, {word}. {count} innslag før det held.",
)
_CLOCK = Text(
    "Merk: klokken gikk bakover ved nr. {nr}. Kjeden viser rekkefølgen, ikke klokkeslettet.",
    "Merk: klokka gjekk bakover ved nr. {nr}. Kjeda viser rekkjefølgja, ikkje klokkeslettet.",
)
_COMPARED = Text(
    "Sjekkpunkter utenfra som er sammenlignet: {count}.",
    "Sjekkpunkt utanfrå som er samanlikna: {count}.",
)
_LIMIT = Text(
    "Kjeden alene viser ikke at de nyeste innslagene er fjernet sammen med hodet, eller at alt\n"
    "er skrevet på nytt av en som eier databasen. Det viser bare sjekkpunkter som oppbevares\n"
    "utenfor: «samvern revisjon forankre --fil FIL», så «samvern revisjon verifiser --mot FIL».",
    "Kjeda åleine viser ikkje at dei nyaste innslaga er fjerna saman med hovudet, eller at alt\n"
    "er skrive på nytt av ein som eig databasen. Det viser berre sjekkpunkt som blir oppbevarte\n"
    "utanfor: «samvern revisjon forankre --fil FIL», så «samvern revisjon verifiser --mot FIL».",
)
_ANCHORED = Text("Sjekkpunkt skrevet: nr. {nr}, {tid}.", "Sjekkpunkt skrive: nr. {nr}, {tid}.")
_EXPORTED = Text("{count} innslag skrevet.", "{count} innslag skrivne.")
_NOT_READY = Text(
    "Databasen svarer ikke, eller er ikke satt opp.",
    "Databasen svarer ikkje, eller er ikkje sett opp.",
)
_UNREADABLE = Text("Filen kan ikke leses eller skrives.", "Fila kan ikkje lesast eller skrivast.")
_NOT_A_POINT = Text("Linje {nr} er ikke et sjekkpunkt.", "Linje {nr} er ikkje eit sjekkpunkt.")
_RANGE = Text("--fra og --til skal være nummer fra 1.", "--fra og --til skal vere nummer frå 1.")


class UgyldigFil(ValueError):
    """A file of checkpoints that cannot be used, with what to say about it."""

    def __init__(self, text: Text, nr: int = 0) -> None:
        super().__init__(text.nb)
        self.text = text
        self.nr = nr


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    # lazy: Django and its settings load only for commands that use the database.
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    say: Maalform = arguments.maalform
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
        try:
            django.setup()
        except ImproperlyConfigured as fault:
            print(f"samvern revisjon: {fault}", file=sys.stderr)
            return BAD_INPUT
    acts = {"verifiser": _verify, "forankre": _anchor, "eksporter": _export}
    try:
        return acts[arguments.handling](arguments, say)
    except UgyldigFil as fault:
        print(fault.text.lang(say).format(nr=fault.nr), file=sys.stderr)
        return BAD_INPUT
    except OSError:
        print(_UNREADABLE.lang(say), file=sys.stderr)
        return BAD_INPUT
    except DatabaseError:
        print(_NOT_READY.lang(say), file=sys.stderr)
        return FAILED


def _verify(arguments: argparse.Namespace, say: Maalform) -> int:
    # lazy: needs Django, which `run` has set up.
    from samvern.engine import audit

    first, last = _range(arguments)
    outside = read_checkpoints(Path(arguments.mot)) if arguments.mot else []
    watch = partial(follow, what="Verifiserer")
    found = audit.verify(first, last, outside, watch)
    if arguments.json:
        data = as_data(found, first, len(outside))
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for line in report(found, first, len(outside), say):
            print(line)
    return OK if found.broken is None else FAILED


def _anchor(arguments: argparse.Namespace, say: Maalform) -> int:
    """Add a checkpoint, when the log continues unbroken from the last one in the file."""
    # lazy: needs Django, which `run` has set up.
    from samvern.engine import audit

    path = Path(arguments.fil)
    kept = read_checkpoints(path) if path.exists() else []
    # Read before verifying: what is anchored is then something that has been verified.
    newest = audit.head()
    from_here = max(1, max((point.nr for point in kept), default=1))
    found = audit.verify(from_here, outside=[*kept, newest])
    if found.broken is not None:
        for line in report(found, from_here, len(kept), say):
            print(line, file=sys.stderr)
        return FAILED
    line = chain.canonical({"nr": newest.nr, "hash": newest.hash, "tid": newest.tid})
    with path.open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    print(_ANCHORED.lang(say).format(nr=newest.nr, tid=newest.tid))
    return OK


def _export(arguments: argparse.Namespace, say: Maalform) -> int:
    # lazy: needs Django, which `run` has set up.
    from samvern.engine import audit

    first, last = _range(arguments)
    count = 0
    entries: Iterable[Record] = follow(audit.records(first, last), "Eksporterer")
    with Path(arguments.fil).open("x", encoding="utf-8") as stream:
        for entry in entries:
            stream.write(chain.canonical(entry) + "\n")
            count += 1
        stream.flush()
        os.fsync(stream.fileno())
    print(_EXPORTED.lang(say).format(count=count))
    return OK


def _range(arguments: argparse.Namespace) -> tuple[int, int | None]:
    first, last = arguments.fra, arguments.til
    if first < 1 or (last is not None and last < first):
        raise UgyldigFil(_RANGE)
    return first, last


def read_checkpoints(path: Path) -> list[Checkpoint]:
    """Return the checkpoints in a file, one on each line. Raises UgyldigFil, OSError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise UgyldigFil(_UNREADABLE) from None
    return [_checkpoint(line, nr) for nr, line in enumerate(lines, 1) if line.strip()]


def _checkpoint(line: str, nr: int) -> Checkpoint:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or set(data) != {"nr", "hash", "tid"}:
        raise UgyldigFil(_NOT_A_POINT, nr)
    number, value, tid = data["nr"], data["hash"], data["tid"]
    fits = type(number) is int and number >= 0 and isinstance(value, str) and isinstance(tid, str)
    if not fits or not _HASH.fullmatch(value):
        raise UgyldigFil(_NOT_A_POINT, nr)
    return Checkpoint(number, value, tid)


def as_data(found: Result, first: int, compared: int) -> dict[str, object]:
    """Return what was found as plain data, words in bokmål."""
    broken = found.broken
    return {
        "holder": broken is None,
        "antall": found.count,
        "fra": first,
        "til": found.end.nr,
        "hash": found.end.hash,
        "brudd": broken
        and {"nr": broken.nr, "slag": str(broken.slag), "tekst": WORDS[broken.slag].nb},
        "klokke_tilbake": found.clock_back,
        "sjekkpunkter": compared,
    }


def report(found: Result, first: int, compared: int, say: Maalform) -> list[str]:
    """Return what was found as lines to read."""
    broken, count = found.broken, found.count
    if broken is not None:
        word = WORDS[broken.slag].lang(say)
        lines = [_BROKEN.lang(say).format(nr=broken.nr, word=word, count=count)]
    elif count == 0:
        lines = [_EMPTY.lang(say)]
    else:
        lines = [_HOLDS.lang(say).format(count=count, first=first, last=found.end.nr)]
    if found.clock_back is not None:
        lines.append(_CLOCK.lang(say).format(nr=found.clock_back))
    if compared:
        lines.append(_COMPARED.lang(say).format(count=compared))
    else:
        lines.append(_LIMIT.lang(say))
    return lines
