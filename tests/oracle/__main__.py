"""Run the engine against the oracle over many seeded histories.

    python -m tests.oracle --antall 1000000 --froe 1 --prosesser 2

Prints the first histories that differ as JSON and ends with `N passed, N failed`;
exit code 1 when any history differs.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from multiprocessing import get_context

from tests.oracle.enighet import Feil, kjoer_parti
from tests.oracle.historier import PARTI


def kjoer(antall: int, froe: int, prosesser: int) -> Iterator[tuple[int, int, list[Feil]]]:
    """Results batch by batch, in order when one process, else as they come."""
    jobber = [(froe, nr // PARTI, min(PARTI, antall - nr)) for nr in range(0, antall, PARTI)]
    if prosesser == 1:
        yield from map(kjoer_parti, jobber)
        return
    with get_context("spawn").Pool(prosesser) as pool:
        yield from pool.imap_unordered(kjoer_parti, jobber)


def main(argumenter: Sequence[str] | None = None) -> int:
    """The command; see the module's text."""
    leser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    leser.add_argument("--antall", type=int, default=20_000, help="antall historier")
    leser.add_argument("--froe", type=int, default=1, help="frø for trekningen")
    leser.add_argument("--prosesser", type=int, default=1, help="antall prosesser")
    leser.add_argument("--vis", type=int, default=5, help="så mange avvik skrives ut")
    valg = leser.parse_args(argumenter)
    bestaatt = feilet = 0
    vist: list[Feil] = []
    start = time.monotonic()
    for ok, feil, eksempler in kjoer(valg.antall, valg.froe, valg.prosesser):
        bestaatt, feilet = bestaatt + ok, feilet + feil
        vist += eksempler[: max(0, valg.vis - len(vist))]
        _fremdrift(bestaatt + feilet, valg.antall, feilet, start)
    sys.stderr.write("\n")
    for eksempel in vist:
        print(json.dumps(eksempel, ensure_ascii=False))
    print(f"{bestaatt} passed, {feilet} failed")
    return 1 if feilet else 0


def _fremdrift(ferdig: int, antall: int, feilet: int, start: float) -> None:
    fart = ferdig / max(time.monotonic() - start, 0.001)
    igjen = (antall - ferdig) / fart
    sys.stderr.write(
        f"\r{ferdig}/{antall} historier ({ferdig / antall:.0%}), {feilet} avvik, "
        f"{fart:.0f}/s, {igjen:.0f} s igjen   "
    )
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
