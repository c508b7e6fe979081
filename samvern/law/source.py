"""What a legal source is: one version of a provision, with the time it was in force.

The sources themselves are data in `samvern.law.sources`. A rule cites sources by id; the version
is chosen by the date of the event, never by today's date (LES_FOERST: «reglene som gjaldt da
hendelsen skjedde»).
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samvern.law.text import Text


class Slag(StrEnum):
    """Kind of source, strongest first."""

    LOV = "lov"
    FORSKRIFT = "forskrift"
    RUNDSKRIV = "rundskriv"
    RETNINGSLINJE = "retningslinje"
    RETTSPRAKSIS = "rettspraksis"
    NK_TOLKNING = "nk_tolkning"


class Ordlyd(StrEnum):
    """Whether the wording behind this version has been read (requirement LF-K18)."""

    LEST = "lest"
    ELDRE_IKKE_LEST = "eldre_ordlyd_ikke_lest"
    BARE_OMTALE = "bare_omtale_lest"


class Kilde(NamedTuple):
    """One version of one provision, ruling or guideline.

    `id` is the same for all versions (for instance ``strl/65/4``). `fra` is the first day in
    force; `til` the last day in force, inclusive, or None while it still applies. A start day
    of None means «as far back as our material goes».
    """

    id: str
    navn: Text
    """Short title, for instance «Straffeloven § 65 fjerde ledd»."""
    kort: str
    """Shortest citation, for instance «strl § 65 fjerde ledd» (non-breaking space after §)."""
    gjelder: Text
    """What the provision says on the point we use it for, in our own words, one sentence."""
    slag: Slag
    ordlyd: Ordlyd
    fra: date | None
    til: date | None
    lenke: str | None = None
    """Public address of the provision (lovdata.no or the publishing body), or None."""
    endret_ved: str | None = None
    """The amending act that started this version, for instance «lov 21. juni 2019 nr. 48»."""
    merknad: Text | None = None

    def in_force(self, on: date) -> bool:
        """Whether this version was in force on the day `on` (local Norwegian calendar day)."""
        return (self.fra is None or self.fra <= on) and (self.til is None or on <= self.til)
