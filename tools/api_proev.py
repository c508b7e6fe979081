"""Try the REST API hard: many requests for each operation, made from its own OpenAPI document.

    python -m tools.api_proev [ANTALL]        requests for each operation (200)

The same test as in `make test`, with more requests. Nothing is kept: the test's own database, with
one case in it. Exit status: that of the test.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST = "tests/api/test_schemathesis.py"
STANDARD = 200
MOST = 100_000


def read(arguments: list[str]) -> int:
    """How many requests are asked for. Ends the program (Norwegian text) for what is no number."""
    written = arguments[0] if arguments else str(STANDARD)
    if not (written.isascii() and written.isdigit() and 0 < int(written[:7]) <= MOST):
        sys.exit(f"Skriv hvor mange forespørsler per operasjon, fra 1 til {MOST}.")
    return int(written)


def main(arguments: list[str]) -> int:
    """Run the test with so many requests, and say how long it took."""
    number, started = read(arguments), time.monotonic()
    environment = {name: v for name, v in os.environ.items() if not name.startswith("SAMVERN_")}
    environment["SAMVERN_API_EKSEMPLER"] = str(number)
    command = [sys.executable, "-m", "pytest", "-q", TEST]
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    seconds = time.monotonic() - started
    print(
        f"== {number} forespørsler til hver operasjon på {seconds:.0f} s, utgangskode {status} =="
    )
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
