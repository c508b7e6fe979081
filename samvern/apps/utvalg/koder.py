"""Which filters each page has, and what a saved value may look like.

No form below can hold eleven digits or free text, so a search for a person can never be saved.
"""

import re
from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """The pages that a user can keep filters for. Stored; never respell one."""

    ARBEIDSLISTE = "arbeidsliste"
    REGISTER = "register"


_CODE: Final = re.compile(r"[a-z]+(_[a-z]+){0,4}")
_ORDER: Final = re.compile(r"-?[a-z]+(_[a-z]+){0,4}")
_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_AHEAD: Final = re.compile(r"[1-9][0-9]{0,2}[dm]")
_SIZE: Final = re.compile(r"25|50|100")

FORMER: Final[dict[Side, dict[str, re.Pattern[str]]]] = {
    Side.ARBEIDSLISTE: {
        "frem": _AHEAD,
        "rhf": _ID,
        "domstype": _CODE,
        "venter": _CODE,
        "mine": _CODE,
    },
    Side.REGISTER: {
        "domstype": _CODE,
        "status": _CODE,
        "institusjon": _ID,
        "rhf": _ID,
        "frist": _AHEAD,
        "avsluttet": _CODE,
        "mine": _CODE,
        "sorter": _ORDER,
        "per_side": _SIZE,
    },
}
"""The filters of each page by name. A code is at most 64 characters (`LONGEST`)."""

LONGEST: Final = 64
