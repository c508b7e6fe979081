"""The official examples of the requirements, as the repository carries them."""

import json
from pathlib import Path
from typing import Any

FIL = Path(__file__).parents[2] / "samvern" / "law" / "examples" / "krav.json"


def offisielle() -> list[dict[str, Any]]:
    """The 25 examples of frister_eksempler.json, each with `id`, `inn` and `forventet`."""
    eksempler: list[dict[str, Any]] = json.loads(FIL.read_text("utf-8"))["eksempler"]
    return eksempler
