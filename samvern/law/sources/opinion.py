"""Building a source that is not a provision: a ruling, a guideline, a circular or a letter."""

from datetime import date

from samvern.law.source import Kilde, Ordlyd, Slag
from samvern.law.text import Text


def opinion(
    kilde_id: str,
    navn: Text,
    kort: str,
    gjelder: Text,
    slag: Slag,
    *,
    fra: date | None = None,
    til: date | None = None,
    ordlyd: Ordlyd = Ordlyd.BARE_OMTALE,
    lenke: str | None = None,
    merknad: Text | None = None,
) -> Kilde:
    """Make one version of a source that is cited by name rather than by section.

    `fra` is the day of the ruling or publication, or None when only the year is known.
    """
    return Kilde(
        id=kilde_id,
        navn=navn,
        kort=kort,
        gjelder=gjelder,
        slag=slag,
        ordlyd=ordlyd,
        fra=fra,
        til=til,
        lenke=lenke,
        merknad=merknad,
    )
