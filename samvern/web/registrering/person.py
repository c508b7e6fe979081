"""The person of a new case: what is asked, and what the number says about itself."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from samvern.apps.personer import public as personer
from samvern.apps.personer.public import BESKYTTELSESNAVN, KJOENNSNAVN
from samvern.apps.saker.public import Feltslag, Saksfelt
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine import clock, idnummer
from samvern.engine.idnummer import Idnummer, Nummertype
from samvern.engine.idnummer_feil import Feilkode
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Typed
from samvern.web.registrering import innlesing, navneskrift

PREFIX: Final = "p_"
KNOWN, UNKNOWN = "kjent", "ukjent"
_NAMES: Final[dict[Nummertype, Text]] = {
    Nummertype.FOEDSELSNUMMER: Text("Fødselsnummer", "Fødselsnummer"),
    Nummertype.D_NUMMER: Text("D-nummer", "D-nummer"),
    Nummertype.H_NUMMER: Text("H-nummer", "H-nummer"),
    Nummertype.FH_NUMMER: Text("FH-nummer", "FH-nummer"),
    Nummertype.DUFNUMMER: Text("DUF-nummer", "DUF-nummer"),
}


def _own(
    navn: str, slag: Feltslag, etikett: Text, hjelp: Text | None = None, *, paakrevd: bool = True
) -> Saksfelt:
    return Saksfelt(navn, slag, etikett, hjelp=hjelp, paakrevd=paakrevd, i_loven=False)


IDENTITET: Final = _own(
    "identitet",
    Feltslag.KODE,
    Text("Er identiteten kjent?", "Er identiteten kjend?"),
)._replace(
    koder=(KNOWN, UNKNOWN),
    kodenavn=(Text("Ja", "Ja"), Text("Nei, ikke ennå", "Nei, ikkje enno")),
)
NUMMER: Final = _own(
    "nummer",
    Feltslag.TEKST,
    Text("Fødselsnummer eller D-nummer", "Fødselsnummer eller D-nummer"),
    Text(
        "11 sifre. Nummeret sjekkes mens du skriver, og lagres kryptert.",
        "11 siffer. Nummeret blir sjekka medan du skriv, og lagra kryptert.",
    ),
)
NUMMERTYPE: Final = _own(
    "nummertype",
    Feltslag.KODE,
    Text("Et annet slags nummer", "Eit anna slags nummer"),
    Text("Bare for H-nummer og DUF-nummer.", "Berre for H-nummer og DUF-nummer."),
    paakrevd=False,
)._replace(
    koder=(str(Nummertype.H_NUMMER), str(Nummertype.DUFNUMMER)),
    kodenavn=(_NAMES[Nummertype.H_NUMMER], _NAMES[Nummertype.DUFNUMMER]),
)
UTSTEDER: Final = _own(
    "utsteder",
    Feltslag.TEKST,
    Text("Organisasjonsnummeret til den som ga H-nummeret", "Organisasjonsnummeret til den som gav"
         " H-nummeret"),
    paakrevd=False,
)  # fmt: skip
UKJENT_GRUNN: Final = _own(
    "ukjent_grunn",
    Feltslag.TEKST,
    Text("Hvorfor er identiteten ukjent?", "Kvifor er identiteten ukjend?"),
    Text(
        "Som «uten papirer, venter på svar fra politiet».",
        "Som «utan papir, ventar på svar frå politiet».",
    ),
)
FORNAVN: Final = _own("fornavn", Feltslag.TEKST, Text("Fornavn", "Førenamn"), paakrevd=False)
MELLOMNAVN: Final = _own(
    "mellomnavn", Feltslag.TEKST, Text("Mellomnavn", "Mellomnamn"), paakrevd=False
)
ETTERNAVN: Final = _own("etternavn", Feltslag.TEKST, Text("Etternavn", "Etternamn"))
KJOENN: Final = _own(
    "kjoenn",
    Feltslag.KODE,
    Text("Kjønn", "Kjønn"),
    Text("Spørres om, og leses aldri ut av nummeret.", "Blir spurt om, og aldri lese ut av"
         " nummeret."),
)._replace(
    koder=tuple(str(k) for k in KJOENNSNAVN), kodenavn=tuple(KJOENNSNAVN.values())
)  # fmt: skip
FOEDT: Final = _own(
    "foedselsdato",
    Feltslag.DATO,
    Text("Fødselsdato", "Fødselsdato"),
    Text("Som 2.6.1996.", "Som 2.6.1996."),
)
BESKYTTELSE: Final = _own(
    "adressebeskyttelse",
    Feltslag.KODE,
    Text("Adressebeskyttelse", "Adressevern"),
    Text(
        "Slik det står i Folkeregisteret. Med beskyttelse skal ikke bosted stå i registeret.",
        "Slik det står i Folkeregisteret. Med vern skal ikkje bustad stå i registeret.",
    ),
)._replace(koder=tuple(str(k) for k in BESKYTTELSESNAVN), kodenavn=tuple(BESKYTTELSESNAVN.values()))
KOMMUNE: Final = _own(
    "bostedskommune",
    Feltslag.KODE,
    Text("Bostedskommune", "Bustadkommune"),
    Text("Kommer ikke med når adressen er beskyttet.", "Kjem ikkje med når adressa er verna."),
    paakrevd=False,
)
_FELLES: Final = (KJOENN, FOEDT, BESKYTTELSE, KOMMUNE)


def fields(typed: Typed) -> tuple[Saksfelt, ...]:
    """What is asked about the person: other things when the identity is unknown."""
    if (typed.get(f"{PREFIX}identitet") or [KNOWN])[0] == UNKNOWN:
        unsure = [felt._replace(paakrevd=False) for felt in (ETTERNAVN, FOEDT)]
        return (
            IDENTITET,
            UKJENT_GRUNN,
            FORNAVN,
            MELLOMNAVN,
            unsure[0],
            KJOENN,
            unsure[1],
            BESKYTTELSE,
            KOMMUNE,
        )
    names = (FORNAVN, MELLOMNAVN, ETTERNAVN)
    return (IDENTITET, NUMMER, NUMMERTYPE, UTSTEDER, *names, *_FELLES)


ALL: Final = (
    IDENTITET, NUMMER, NUMMERTYPE, UTSTEDER, UKJENT_GRUNN, FORNAVN, MELLOMNAVN, ETTERNAVN, *_FELLES
)  # fmt: skip
"""Every field that may be sent."""


def looked_up() -> dict[str, Sequence[tuple[str, Text]]]:
    """The municipalities of today. One query."""
    rows = virksomheter.kommuner(clock.today())
    return {"bostedskommune": [(k.kommunenr, Text(k.visningsnavn, k.visningsnavn)) for k in rows]}


def tidied(typed: Typed) -> Typed:
    """What was typed, with capital letters in names that have none, or nothing else."""
    names = {PREFIX + felt.navn for felt in (FORNAVN, MELLOMNAVN, ETTERNAVN)}
    return {
        field: [navneskrift.written(one) for one in values] if field in names else values
        for field, values in typed.items()
    }


def as_input(values: Mapping[str, Any]) -> dict[str, Any]:
    """The person as the action takes it (`Persondata`)."""
    unknown = values.get("identitet") == UNKNOWN
    data = {name: value for name, value in values.items() if name != "identitet"}
    return {**data, "ukjent_identitet": True} if unknown else data


def read(typed: Typed) -> tuple[dict[str, Any], dict[str, Text]]:
    """The person as the action takes it, and every fault by the name of its field."""
    wanted = fields(typed)
    values, faults = innlesing.read(wanted, typed, PREFIX)
    data = as_input(values)
    placed, _ = innlesing.place_faults(
        personer.les_person(data)[1], [PREFIX + felt.navn for felt in wanted], (), PREFIX
    )
    # «Fill it in» gives way to what the person's own rules say about the field.
    own = {name: text for name, text in faults.items() if text is not innlesing.WRITE}
    return data, {**faults, **placed, **own}


def number_says(typed: Typed) -> Text | None:
    """What the number typed so far is, or what is wrong with it; None while nothing is typed."""
    text = (typed.get(f"{PREFIX}nummer") or [""])[0]
    if not text:
        return None
    found = judge(typed)
    if isinstance(found, Idnummer):
        name = _NAMES[found.type]
        return Text(f"{name.nb}. Nummeret henger sammen.", f"{name.nn}. Nummeret heng saman.")
    return Text(" ".join(f.nb for f in found), " ".join(f.nn for f in found))


def judge(typed: Typed) -> Idnummer | tuple[Text, ...]:
    """The number, or everything that is wrong with it in words."""
    kind = (typed.get(f"{PREFIX}nummertype") or [""])[0]
    chosen = Nummertype(kind) if kind in set(Nummertype) else None
    answer = idnummer.classify(
        (typed.get(f"{PREFIX}nummer") or [""])[0],
        personer.miljoe(),
        clock.today(),
        valgt=chosen,
        utsteder=(typed.get(f"{PREFIX}utsteder") or [""])[0],
    )
    if isinstance(answer, Idnummer):
        return answer
    return tuple(f.melding for f in answer if f.kode is not Feilkode.MANGLER_UTSTEDER)
