"""How long an opening still lasts, in words."""

from datetime import datetime

from samvern.law.text import Text


def igjen(until: datetime, now: datetime) -> Text:
    """«3 timer og 40 minutter», whole minutes, never less than one."""
    left = max(1, -int((now - until).total_seconds() // 60))
    hours, minutes = divmod(left, 60)
    nb = [_counted(hours, "time", "timer"), _counted(minutes, "minutt", "minutter")]
    nn = [_counted(hours, "time", "timar"), _counted(minutes, "minutt", "minutt")]
    return Text(" og ".join(p for p in nb if p), " og ".join(p for p in nn if p))


def _counted(count: int, one: str, many: str) -> str:
    if count == 0:
        return ""
    return f"{count} {one if count == 1 else many}"
