"""The oracle: one valid case in, deadlines and findings out, straight from frister.md."""

from datetime import date
from typing import Any

from tests.oracle.domfrister import gjennomfoering, rettskraft
from tests.oracle.notat import Notat, samle
from tests.oracle.vedtaksfrister import andre_vedtak, overfoering, varsling
from tests.oracle.vernfrister import kommisjonssaker, vern


def answer(inn: dict[str, Any]) -> dict[str, Any]:
    """Deadlines and findings for one valid `inn` object (frister.md parts 1 to 4).

    Returns `{"frister": [...], "varsler": [...]}` with the fields of part 1 only.
    """
    per = date.fromisoformat(inn["per_dato"])
    ut = Notat(per)
    h = samle(inn, per)
    if inn["type"] == "tph":
        vern(ut, h)
        andre_vedtak(ut, h)
    else:
        rettskraft(ut, h)
        siste_doegndag = gjennomfoering(ut, h, inn["type"] == "tidsubestemt")
        if siste_doegndag is not None:
            overfoering(ut, h, siste_doegndag)
    varsling(ut, h)
    kommisjonssaker(ut, h)
    return ut.svar()
