"""Transitional rules that stand only in an amending act."""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision
from samvern.law.text import Text

PROVISIONS: tuple[Kilde, ...] = (
    provision(
        "lov2019-48/del-v/2",
        Text(
            "Domfelte som var overført til anstalt under kriminalomsorgen, skal tilbakeføres til"
            " det psykiske helsevernet innen ett år etter at psykisk helsevernloven § 5-6 ble"
            " opphevet.",
            "Domfelte som var overførte til anstalt under kriminalomsorga, skal førast tilbake til"
            " det psykiske helsevernet innan eitt år etter at psykisk helsevernlova § 5-6 vart"
            " oppheva.",
        ),
        fra=date(2020, 10, 1),
        endret_ved="lov 21. juni 2019 nr. 48",
        merknad=Text(
            "Paragrafen ble opphevet 1. oktober 2020; fristen er derfor ett år fra den dagen.",
            "Paragrafen vart oppheva 1. oktober 2020; fristen er derfor eitt år frå den dagen.",
        ),
    ),
)
"""The transitional rule of the act that repealed psykisk helsevernloven §§ 5-6 to 5-8."""
