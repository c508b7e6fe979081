"""The closed lists of codes that this app stores, with what people read beside each code.

A stored code never changes its spelling. The names are pairs of bokmål and nynorsk.
"""

from enum import StrEnum

from samvern.law.text import Text


class Slag(StrEnum):
    """What kind of body a `Virksomhet` is. Never changes for one body."""

    RHF = "rhf"
    HELSEFORETAK = "helseforetak"
    PRIVAT_SYKEHUS = "privat_sykehus"
    INSTITUSJON = "institusjon"
    KOORDINERINGSENHET = "koordineringsenhet"
    POLITIDISTRIKT = "politidistrikt"
    STATSADVOKATEMBETE = "statsadvokatembete"
    NASJONALT_EMBETE = "nasjonalt_embete"
    RIKSADVOKAT = "riksadvokat"
    TINGRETT = "tingrett"
    LAGMANNSRETT = "lagmannsrett"
    HOEYESTERETT = "hoeyesterett"
    STATSFORVALTER = "statsforvalter"
    KONTROLLKOMMISJON = "kontrollkommisjon"


SLAGNAVN: dict[Slag, Text] = {
    Slag.RHF: Text("Regionalt helseforetak", "Regionalt helseføretak"),
    Slag.HELSEFORETAK: Text("Helseforetak", "Helseføretak"),
    Slag.PRIVAT_SYKEHUS: Text(
        "Privat sykehus med opptaksområde", "Privat sjukehus med opptaksområde"
    ),
    Slag.INSTITUSJON: Text("Institusjon", "Institusjon"),
    Slag.KOORDINERINGSENHET: Text("Nasjonal koordineringsenhet", "Nasjonal koordineringseining"),
    Slag.POLITIDISTRIKT: Text("Politidistrikt", "Politidistrikt"),
    Slag.STATSADVOKATEMBETE: Text("Statsadvokatembete", "Statsadvokatembete"),
    Slag.NASJONALT_EMBETE: Text("Nasjonalt embete", "Nasjonalt embete"),
    Slag.RIKSADVOKAT: Text("Riksadvokaten", "Riksadvokaten"),
    Slag.TINGRETT: Text("Tingrett", "Tingrett"),
    Slag.LAGMANNSRETT: Text("Lagmannsrett", "Lagmannsrett"),
    Slag.HOEYESTERETT: Text("Høyesterett", "Høgsterett"),
    Slag.STATSFORVALTER: Text("Statsforvalter", "Statsforvaltar"),
    Slag.KONTROLLKOMMISJON: Text("Kontrollkommisjon", "Kontrollkommisjon"),
}

SYKEHUSSLAG = frozenset({Slag.HELSEFORETAK, Slag.PRIVAT_SYKEHUS})
"""Kinds that may have a catchment area, and so answer `hf_for`."""


class Omraadeslag(StrEnum):
    """What a municipality (or city district) belongs to."""

    POLITIDISTRIKT = "politidistrikt"
    TINGRETT = "tingrett"
    HELSEFORETAK = "helseforetak"
    STATSFORVALTER = "statsforvalter"


OMRAADENAVN: dict[Omraadeslag, Text] = {
    Omraadeslag.POLITIDISTRIKT: SLAGNAVN[Slag.POLITIDISTRIKT],
    Omraadeslag.TINGRETT: SLAGNAVN[Slag.TINGRETT],
    Omraadeslag.HELSEFORETAK: SLAGNAVN[Slag.HELSEFORETAK],
    Omraadeslag.STATSFORVALTER: SLAGNAVN[Slag.STATSFORVALTER],
}


class Omfang(StrEnum):
    """How much a successor takes over."""

    HELE = "hele"
    """Everything; the old body is gone."""
    DELT = "delt"
    """One of several that share out everything; the old body is gone."""
    DEL = "del"
    """A part; the old body lives on."""


class Oppholdsform(StrEnum):
    """Form of stay at a security level or unit."""

    DOEGN = "doegn"
    UTEN_DOEGN = "uten_doegn"
    KRIMINALOMSORG = "kriminalomsorg"
    UKJENT = "ukjent"


OPPHOLDSNAVN: dict[Oppholdsform, Text] = {
    Oppholdsform.DOEGN: Text("Med døgnopphold", "Med døgnopphald"),
    Oppholdsform.UTEN_DOEGN: Text("Uten døgnopphold", "Utan døgnopphald"),
    Oppholdsform.KRIMINALOMSORG: Text("I kriminalomsorgen", "I kriminalomsorga"),
    Oppholdsform.UKJENT: Text("Ukjent", "Ukjend"),
}


class Doertype(StrEnum):
    """Whether the doors of a unit are kept locked."""

    LAAST = "laast"
    AAPEN = "aapen"
    IKKE_OPPGITT = "ikke_oppgitt"


DOERNAVN: dict[Doertype, Text] = {
    Doertype.LAAST: Text("Låst", "Låst"),
    Doertype.AAPEN: Text("Åpen", "Open"),
    Doertype.IKKE_OPPGITT: Text("Ikke oppgitt", "Ikkje oppgitt"),
}


class Status(StrEnum):
    """The answer to a question about a body on a date. Anything but `funnet` names no body."""

    FUNNET = "funnet"
    TRENGER_BYDEL = "trenger_bydel"
    TRENGER_KOMMUNE = "trenger_kommune"
    USIKKER = "usikker"
    UKJENT = "ukjent"


STATUSTEKST: dict[Status, Text] = {
    Status.FUNNET: Text("Funnet", "Funne"),
    Status.TRENGER_BYDEL: Text(
        "Kommunen er delt mellom flere. Oppgi bydel.",
        "Kommunen er delt mellom fleire. Gje opp bydel.",
    ),
    Status.TRENGER_KOMMUNE: Text(
        "Oppgavene er delt mellom flere. Oppgi kommune.",
        "Oppgåvene er delte mellom fleire. Gje opp kommune.",
    ),
    Status.USIKKER: Text(
        "Datoen ligger i et tidsrom der kildene ikke sier sikkert hvem det var.",
        "Datoen ligg i eit tidsrom der kjeldene ikkje seier sikkert kven det var.",
    ),
    Status.UKJENT: Text(
        "Registeret vet ikke hvem det var på denne datoen.",
        "Registeret veit ikkje kven det var på denne datoen.",
    ),
}
