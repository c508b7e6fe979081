"""`samvern bygg-opp`: rebuild every list from the cases' events, or see whether anything differs.

Exit codes: 0 done (or nothing differs), 1 something differs or cannot be read, 2 bad input.
"""

import argparse
import json
import os
import sys

from samvern.cli.fremdrift import follow
from samvern.law.text import Maalform, Text

OK, FAILED, BAD_INPUT = 0, 1, 2

_NOT_READY = Text(
    "Databasen er ikke klar. Kjør «make run» eller «samvern server» først.",
    "Databasen er ikkje klar. Køyr «make run» eller «samvern server» først.",
)
_NO_SUCH = Text("Saken finnes ikke.", "Saka finst ikkje.")
_BUILT = Text("{count} saker er bygget opp på nytt.", "{count} saker er bygde opp på nytt.")
_SAME = Text(
    "Ingenting avviker: {count} saker er sjekket.", "Ingenting avvik: {count} saker er sjekka."
)
_DIFFER = Text(
    "{count} saker avviker fra hendelsene: {which}", "{count} saker avvik frå hendingane: {which}"
)
_CAUGHT_UP = Text(
    "Regnet {count} på nytt: dagen eller programmet er et annet enn sist.",
    "Rekna {count} på nytt: dagen eller programmet er eit anna enn sist.",
)


def catch_up() -> Text | None:
    """Compute the cases whose stored pictures are of another day or program; what was done.

    The first list would do it, and whoever asked for it would wait. After `django.setup()`.
    """
    # lazy: needs Django, which the caller has set up.
    from samvern.apps.saker import public as saker
    from samvern.engine import clock

    found = saker.oppfrisk(clock.today())
    if not found:
        return None
    count = "1 sak" if found == 1 else f"{found} saker"
    return Text(_CAUGHT_UP.nb.format(count=count), _CAUGHT_UP.nn.format(count=count))


def run(arguments: argparse.Namespace) -> int:
    """Rebuild or check, as asked. Ids and numbers of cases only; nothing about persons."""
    # lazy: the other commands never need Django.
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
            print(f"samvern bygg-opp: {fault}", file=sys.stderr)
            return BAD_INPUT
    try:
        return _run(arguments, say)
    except DatabaseError:
        print(_NOT_READY.lang(say), file=sys.stderr)
        return FAILED


def _run(arguments: argparse.Namespace, say: Maalform) -> int:
    # lazy: needs Django, which `run` has set up.
    from samvern.apps.saker import public as saker

    chosen = saker.alle_saker(arguments.sak)
    if arguments.sak and not chosen:
        print(_NO_SUCH.lang(say), file=sys.stderr)
        return BAD_INPUT
    wrong = []
    for sak, saksnr in follow(chosen, "Sjekker" if arguments.sjekk else "Bygger opp"):
        if not arguments.sjekk:
            saker.bygg_opp_sak(sak)
        elif not saker.sjekk_sak(sak):
            wrong.append(saksnr)
    if arguments.json:
        data = {"saker": len(chosen), "avviker": wrong, "bare_sjekk": arguments.sjekk}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    elif wrong:
        print(_DIFFER.lang(say).format(count=len(wrong), which=", ".join(wrong)))
    else:
        words = _SAME if arguments.sjekk else _BUILT
        print(words.lang(say).format(count=len(chosen)))
    return FAILED if wrong else OK
