"""What the audit log says of the last thing that happened."""

from typing import Any

from samvern.engine import audit


def siste(handling: str = "") -> dict[str, Any]:
    """The newest entry, or the newest of one kind."""
    found = [one for one in audit.records() if handling in {"", one["handling"]}]
    return dict(found[-1]) if found else {}


def antall() -> int:
    return audit.head().nr
