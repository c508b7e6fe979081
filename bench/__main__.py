"""Measure, print a table and write bench.json: `make bench`. Nothing fails for being slow."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench import enkel, maaling, sider
from bench.sak import SAK
from samvern.cli import forklar
from samvern.law.book import get_rule
from samvern.law.event import Sak
from samvern.law.intake import read_case
from samvern.law.present import as_data
from samvern.law.reader import compute
from tools import throwaway_postgres

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "bench.json"
SAMVERN = Path(sys.executable).with_name("samvern")
MANY = 10_000
BARE = "bar_revidert_side"

Measured = dict[str, dict[str, Any]]


def the_case() -> Sak:
    """The measured case; ends when it does not read or the plain loop has other dates."""
    sak, faults = read_case(SAK)
    if sak is None:
        sys.exit(f"Saken kan ikke leses: {faults}")
    ours = sorted((f.regel, f.dato.isoformat()) for f in compute(sak).frister if f.dato)
    plain = enkel.datoer(SAK)
    if ours != plain:
        sys.exit(f"Ulike datoer.\nSamvern: {ours}\nEnkel:   {plain}")
    return sak


def one_case(sak: Sak) -> Measured:
    """One case in this process, beside the plain loop."""
    plain = maaling.per_call(lambda: enkel.datoer(SAK))
    svar = compute(sak)
    rule = get_rule("F-12")
    works = {
        "alle_datoer_med_spor": (lambda: compute(sak), 1.0),
        "lesing_og_alle_datoer": (lambda: compute(_read()), None),
        "svaret_som_data": (lambda: as_data(svar), None),
        "forklaring_av_en_dato": (lambda: list(forklar.lines(svar, sak, rule, "nb")), 1.0),
    }
    found: Measured = {"enkel_sloeyfe": {"ms": plain, "forhold": 1.0}}
    for name, (work, target) in works.items():
        spent = maaling.per_call(work)
        found[name] = {
            "ms": spent,
            "forhold": spent / plain,
            "mot": "enkel_sloeyfe",
            "maal": target,
        }
    return found


def _read() -> Sak:
    sak, _ = read_case(SAK)
    assert sak is not None
    return sak


def starts() -> Measured:
    """Import and whole processes, beside an empty Python."""
    empty = maaling.process(sys.executable, "-c", "pass")
    found: Measured = {"tom_python": {"ms": empty, "forhold": 1.0}}
    modules = "samvern.law.reader, samvern.law.intake"
    spent = maaling.import_time(modules)
    found["import_av_samvern_law"] = {
        "ms": spent,
        "forhold": spent / empty,
        "mot": "tom_python",
        "maal": 50.0,
    }
    for name, words, stdin in (
        ("samvern_frister_json", ("frister", "-", "--json"), SAK),
        ("samvern_frister_tabell", ("frister", "-"), SAK),
    ):
        spent = maaling.process(SAMVERN, *words, stdin=json.dumps(stdin).encode())
        found[name] = {"ms": spent, "forhold": spent / empty, "mot": "tom_python"}
    return found


def a_file_of_cases() -> Measured:
    """Many cases from a file, beside the plain loop over the same cases."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "saker.json"
        path.write_text(json.dumps([SAK] * MANY), encoding="utf-8")
        spent = maaling.process(SAMVERN, "frister", path, "--json", rounds=1)
    plain = maaling.per_call(lambda: enkel.datoer(SAK)) * MANY
    return {
        f"samvern_frister_{MANY}_saker": {
            "ms": spent,
            "forhold": spent / plain,
            "mot": f"enkel_sloeyfe × {MANY}",
            "per_sak_ms": spent / MANY,
        }
    }


def pages() -> Measured:
    """The calculator's page beside a bare Django page."""
    ours, bare = sider.measure("/fristberegner/")
    return {
        "bar_djangoside": {"ms": bare, "forhold": 1.0},
        "fristberegneren": {"ms": ours, "forhold": ours / bare, "mot": "bar_djangoside"},
    }


def the_register() -> Measured:
    """Every page with 10 000 cases on both databases, each beside a bare audited page on the same.

    PostgreSQL is one of our own, with row-level security as in production, but it does not wait
    for the disk: compare the ratios, not the milliseconds, with a server's.
    """
    elsewhere = {k: v for k, v in os.environ.items() if k != "SAMVERN_DATABASE_URL"}
    told = {"sqlite": _in_a_process(elsewhere)}
    with throwaway_postgres.cluster() as address:
        told["postgresql"] = _in_a_process(elsewhere | {"SAMVERN_DATABASE_URL": address})
    found: Measured = {}
    for name in told["sqlite"]:
        for database, measured in told.items():
            row = measured[name]
            found[f"{name}_{database}"] = {
                "ms": row["p50"],
                "p95_ms": row["p95"],
                "forhold": row.get("forhold", 1.0),
                "mot": f"{BARE}_{database}",
            }
    return found


def _in_a_process(environment: dict[str, str]) -> Measured:
    """The pages by name on the database of an environment."""
    command = [sys.executable, "-m", "bench.register"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    told = json.loads(done.stdout)
    cases = told.pop("saker")
    return {name if name == BARE else f"{name}_{cases}_saker": row for name, row in told.items()}


def show(found: Measured) -> None:
    """Print the measurements as a table."""
    table = Table("Måling", "ms", "p95, ms", "Forhold", "Mot", "Mål, ms")
    for name, row in found.items():
        target = row.get("maal")
        table.add_row(
            name.replace("_", " "),
            f"{row['ms']:.3f}",
            f"{row['p95_ms']:.1f}" if "p95_ms" in row else "",
            f"{row['forhold']:.2f}",
            str(row.get("mot", "")).replace("_", " "),
            "" if target is None else f"{target:g}",
        )
    Console(width=120).print(table)


def main() -> int:
    """Measure everything in one run; returns 0."""
    found = one_case(the_case()) | starts() | a_file_of_cases() | pages() | the_register()
    RESULT.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    show(found)
    print(f"Skrevet til {RESULT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
