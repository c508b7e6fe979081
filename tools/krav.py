"""Write which requirement is proved by which test, as JSON: to standard output or to a file.

.venv/bin/python -m tools.krav [FIL]
"""

import json
import sys
from pathlib import Path

from samvern.cli.krav_index import index

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Write the index and return 0."""
    text = json.dumps(index(ROOT), ensure_ascii=False, indent=2) + "\n"
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
