"""The acts and other works our sources come from, with the names people know them by."""

from typing import NamedTuple

from samvern.law.source import Slag
from samvern.law.text import Text


class Akt(NamedTuple):
    """An act, a regulation or another collection of sources.

    `kode` is the first part of every source id (``strl`` in ``strl/65/4``). `kort` is the
    abbreviation used in citations. `navn` is what a citation in running text starts with.
    `formelt` is the number the work is registered under. `lenke` is the public address of the
    whole work, or None.
    """

    kode: str
    kort: str
    navn: Text
    formelt: Text
    slag: Slag
    lenke: str | None = None


_LOV = "https://lovdata.no/lov/"

_ALLE = (
    Akt(
        "strl",
        "strl",
        Text("Straffeloven", "Straffelova"),
        Text("lov 20. mai 2005 nr. 28 om straff", "lov 20. mai 2005 nr. 28 om straff"),
        Slag.LOV,
        _LOV + "2005-05-20-28",
    ),
    Akt(
        "strl1902",
        "strl. 1902",
        Text("Straffeloven 1902", "Straffelova 1902"),
        Text(
            "almindelig borgerlig straffelov 22. mai 1902 nr. 10",
            "allmenn borgarleg straffelov 22. mai 1902 nr. 10",
        ),
        Slag.LOV,
        _LOV + "1902-05-22-10",
    ),
    Akt(
        "strpl",
        "strpl",
        Text("Straffeprosessloven", "Straffeprosesslova"),
        Text(
            "lov 22. mai 1981 nr. 25 om rettergangsmåten i straffesaker",
            "lov 22. mai 1981 nr. 25 om rettargangsmåten i straffesaker",
        ),
        Slag.LOV,
        _LOV + "1981-05-22-25",
    ),
    Akt(
        "dl",
        "dl",
        Text("Domstolloven", "Domstollova"),
        Text("lov 13. august 1915 nr. 5 om domstolene", "lov 13. august 1915 nr. 5 om domstolane"),
        Slag.LOV,
        _LOV + "1915-08-13-5",
    ),
    Akt(
        "fvl",
        "fvl",
        Text("Forvaltningsloven", "Forvaltningslova"),
        Text(
            "lov 10. februar 1967 om behandlingsmåten i forvaltningssaker",
            "lov 10. februar 1967 om behandlingsmåten i forvaltningssaker",
        ),
        Slag.LOV,
        _LOV + "1967-02-10",
    ),
    Akt(
        "fvl2025",
        "fvl 2025",
        Text("Forvaltningsloven 2025", "Forvaltningslova 2025"),
        Text("lov 20. juni 2025 nr. 81", "lov 20. juni 2025 nr. 81"),
        Slag.LOV,
        _LOV + "2025-06-20-81",
    ),
    Akt(
        "phvl",
        "phvl",
        Text("Psykisk helsevernloven", "Psykisk helsevernlova"),
        Text(
            "lov 2. juli 1999 nr. 62 om etablering og gjennomføring av psykisk helsevern",
            "lov 2. juli 1999 nr. 62 om etablering og gjennomføring av psykisk helsevern",
        ),
        Slag.LOV,
        _LOV + "1999-07-02-62",
    ),
    Akt(
        "phvf",
        "phvf",
        Text("Psykisk helsevernforskriften", "Psykisk helsevernforskrifta"),
        Text("forskrift 16. desember 2011 nr. 1258", "forskrift 16. desember 2011 nr. 1258"),
        Slag.FORSKRIFT,
        "https://lovdata.no/forskrift/2011-12-16-1258",
    ),
    Akt(
        "lov2019-48",
        "lov 2019 nr. 48",
        Text("Lov 21. juni 2019 nr. 48", "Lov 21. juni 2019 nr. 48"),
        Text(
            "lov 21. juni 2019 nr. 48 (endringer i straffeloven mv.)",
            "lov 21. juni 2019 nr. 48 (endringar i straffelova mv.)",
        ),
        Slag.LOV,
    ),
    Akt(
        "hr",
        "HR",
        Text("Høyesterett", "Høgsterett"),
        Text("avgjørelse av Høyesterett, etter dato", "avgjerd av Høgsterett, etter dato"),
        Slag.RETTSPRAKSIS,
    ),
    Akt(
        "rt",
        "Rt.",
        Text("Norsk Retstidende", "Norsk Retstidende"),
        Text("avgjørelse i Norsk Retstidende", "avgjerd i Norsk Retstidende"),
        Slag.RETTSPRAKSIS,
    ),
    Akt(
        "nk",
        "NK",
        Text("Nasjonal koordineringsenhet", "Nasjonal koordineringseining"),
        Text(
            "Nasjonal koordineringsenhet for dom til tvungent psykisk helsevern",
            "Nasjonal koordineringseining for dom til tvungent psykisk helsevern",
        ),
        Slag.NK_TOLKNING,
    ),
    Akt(
        "rundskriv",
        "rundskriv",
        Text("Rundskriv", "Rundskriv"),
        Text(
            "rundskriv, kommentarer og brev fra sentrale myndigheter",
            "rundskriv, kommentarar og brev frå sentrale styresmakter",
        ),
        Slag.RUNDSKRIV,
    ),
)

AKTER: dict[str, Akt] = {akt.kode: akt for akt in _ALLE}
"""All works, by the code that starts their source ids."""
