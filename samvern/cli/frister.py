"""`samvern frister`: cases in, every date out; or a run of worked examples.

The contract others build on: one `inn` object gives one answer, a list gives a list; with any fault
anywhere, nothing is written on standard output and every fault of every case on standard error.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from samvern.cli import jsonfil
from samvern.cli.fremdrift import follow
from samvern.law.book import RULES
from samvern.law.event import Sak
from samvern.law.intake import UGYLDIG_VERDI, Fault, read_case
from samvern.law.text import Text

OK, FAILED, BAD_INPUT = 0, 1, 2


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    wrong = _wrong_use(arguments)
    if wrong is not None:
        print(f"samvern frister: {wrong}", file=sys.stderr)
        return BAD_INPUT
    try:
        if arguments.eksempler is not None:
            return _examples(arguments.eksempler)
        data = _right_kind(jsonfil.read(arguments.fil), "eksempler")
    except jsonfil.Uleselig as fault:
        return refuse([fault.feil])
    many = isinstance(data, list)
    cases, faults = _read(data if isinstance(data, list) else [data], many)
    if not faults and arguments.forklar is not None and len(cases) != 1:
        faults = [_one_case_only()]
    if faults:
        return refuse(faults)
    if arguments.json:
        _write_json(cases, many)
        return OK
    # The readable forms need words and layout that --json never loads.
    view = import_module("samvern.cli.forklar" if arguments.forklar else "samvern.cli.tabell")
    if arguments.forklar:
        view.write(cases[0], arguments.forklar.upper(), arguments.maalform)
    else:
        view.write(follow(cases, "Regner"), arguments.maalform, numbered=many)
    return OK


def _wrong_use(arguments: argparse.Namespace) -> str | None:
    if (arguments.fil is None) == (arguments.eksempler is None):
        return "oppgi enten en fil med saker, - for standard inn, eller --eksempler EKSEMPELFIL"
    if arguments.forklar is not None and arguments.forklar.upper() not in RULES:
        # What was typed may hold codes that a terminal would obey.
        shown = ascii(arguments.forklar[:40])[1:-1]
        return f"regelen {shown} finnes ikke. «samvern regel» viser alle"
    return None


_OTHER_KIND = {
    "eksempler": (
        "Dette er en eksempelfil. Bruk «samvern frister --eksempler FIL».",
        "Dette er ei eksempelfil. Bruk «samvern frister --eksempler FIL».",
    ),
    "hendelser": (
        "Dette er en sak, ikke en eksempelfil. Bruk «samvern frister FIL».",
        "Dette er ei sak, ikkje ei eksempelfil. Bruk «samvern frister FIL».",
    ),
}


def _right_kind(data: object, other: str) -> object:
    """Return what was read; one sentence instead of many faults when it is the other kind of file.

    Told by the one list that only the other kind has. Raises `jsonfil.Uleselig`.
    """
    own = "hendelser" if other == "eksempler" else "eksempler"
    if isinstance(data, dict) and other in data and own not in data:
        raise jsonfil.Uleselig(*_OTHER_KIND[other])
    return data


def _one_case_only() -> Fault:
    return Fault(
        "",
        UGYLDIG_VERDI,
        Text(
            "--forklar gjelder én sak. Filen har flere.", "--forklar gjeld éi sak. Fila har fleire."
        ),
    )


def refuse(faults: Iterable[Fault]) -> int:
    """Write faults on standard error as the contract says; returns the exit code."""
    rows = [fault.as_data() for fault in faults]
    text = json.dumps({"feil": rows}, ensure_ascii=False, indent=1)
    # A key in the input may hold half a character; the fault must still be written.
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"), file=sys.stderr)
    return BAD_INPUT


def _place(i: int, sti: str) -> str:
    return f"[{i}].{sti}" if sti else f"[{i}]"


def _read(rows: Sequence[object], many: bool) -> tuple[list[Sak], list[Fault]]:
    """Read every case, so that all faults are known before anything is written."""
    cases: list[Sak] = []
    faults: list[Fault] = []
    for i, row in enumerate(follow(rows, "Leser")):
        sak, found = read_case(row)
        if sak is not None:
            cases.append(sak)
        for fault in found:
            sti = _place(i, fault.sti) if many else fault.sti
            faults.append(Fault(sti, fault.kode, fault.melding))
    return cases, faults


def _answers(cases: Iterable[Sak]) -> Iterator[object]:
    compute = import_module("samvern.law.reader").compute
    as_data = import_module("samvern.law.present").as_data
    return (as_data(compute(sak)) for sak in cases)


def _write_json(cases: Sequence[Sak], many: bool) -> None:
    """Write one answer, or a list with one answer a line, as they are computed."""
    if not many:
        json.dump(next(_answers(cases)), sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    sys.stdout.write("[")
    for i, answer in enumerate(_answers(follow(cases, "Regner"))):
        sys.stdout.write("\n" if i == 0 else ",\n")
        sys.stdout.write(json.dumps(answer, ensure_ascii=False))
    sys.stdout.write("\n]\n" if cases else "]\n")


def _examples(name: str) -> int:
    """Run an example file; prints each failure and the count."""
    # lazy: the example runner is not needed to answer for a case.
    from samvern.law import golden

    try:
        examples = golden.load(_right_kind(jsonfil.read(name), "hendelser")).eksempler
    except golden.UgyldigEksempelfil as fault:
        return refuse(fault.feil)
    failed = 0
    for example in follow(examples, "Prøver"):
        differences = golden.run(example)
        if differences:
            failed += 1
            print(f"{example.id}: {example.om}")
            for line in differences:
                print(f"  {line}")
    print(f"{len(examples) - failed} passed, {failed} failed")
    return FAILED if failed else OK
