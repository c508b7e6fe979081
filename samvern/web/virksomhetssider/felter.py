"""The fields of the forms, with their help, in both written forms."""

from collections.abc import Iterable

from samvern.apps.virksomheter.koder import DOERNAVN, OPPHOLDSNAVN, SLAGNAVN, Slag
from samvern.apps.virksomheter.public import search, sikkerhetsnivaaer
from samvern.engine import clock
from samvern.law.text import Text
from samvern.web.virksomhetssider.skjema import Felt, Valg

ALLE = 10_000
INGEN = Text("Ingen", "Ingen")
VELG = Text("Velg", "Vel")
DATOHJELP = Text("For eksempel 1.1.2027", "Til dømes 1.1.2027")

OPPHAV: tuple[Felt, ...] = (
    Felt(
        "kilde",
        Text("Kilde", "Kjelde"),
        "langt",
        Text("Hvor står det? Lov, vedtak, register eller brev.",
             "Kvar står det? Lov, vedtak, register eller brev."),
    ),
    Felt("kilde_dato", Text("Kildens dato", "Datoen til kjelda"), "dato", DATOHJELP, valgfri=True),
    Felt(
        "belegg",
        Text("Belegg", "Belegg"),
        "tekst",
        Text("Hvor godt er det støttet? For eksempel: lest, to kilder, utledet av navnet.",
             "Kor godt er det støtta? Til dømes: lese, to kjelder, utleidd av namnet."),
    ),
    Felt("ikke_verifisert", Text("Ikke verifisert", "Ikkje verifisert"), "kryss", valgfri=True),
    Felt(
        "grunn",
        Text("Hvorfor endrer du?", "Kvifor endrar du?"),
        "langt",
        Text("En kort setning er nok. Den blir stående i registeret.",
             "Ei kort setning er nok. Ho blir ståande i registeret."),
    ),
)  # fmt: skip
KODE = Felt(
    "kode",
    Text("Kode", "Kode"),
    "tekst",
    Text("Store bokstaver, tall og bindestrek. Kan ikke endres senere.",
         "Store bokstavar, tal og bindestrek. Kan ikkje endrast seinare."),
)  # fmt: skip
FRA = Felt("fra", Text("Endres fra", "Blir endra frå"), "dato", DATOHJELP)
GYLDIG_FRA = Felt("gyldig_fra", Text("Gjelder fra", "Gjeld frå"), "dato", DATOHJELP)
GYLDIG_TIL = Felt(
    "gyldig_til",
    Text("Gjelder til og med", "Gjeld til og med"),
    "dato",
    Text("La stå tomt når den fortsatt gjelder.", "La stå tomt når ho framleis gjeld."),
    valgfri=True,
)
SISTE_DAG = Felt("siste_dag", Text("Siste dag", "Siste dag"), "dato", DATOHJELP)
SLAG = Felt(
    "slag",
    Text("Slag", "Slag"),
    "valg",
    valg=(("", VELG), *((slag.value, navn) for slag, navn in SLAGNAVN.items())),
)


def bodies(kinds: Iterable[Slag]) -> Valg:
    """Bodies of some kinds that exist today, by name, with their code. One query for each kind."""
    today = clock.today()
    return tuple(
        (one.kode, Text(f"{one.navn.nb} ({one.kode})", f"{one.navn.nn} ({one.kode})"))
        for kind in kinds
        for one in search("", kind, on=today, size=ALLE).rader
    )


def names(above: Valg) -> tuple[Felt, ...]:
    """Name, number, place and the body above; `above` empty when there is nobody to be under."""
    fields = (
        Felt("navn", Text("Navn", "Namn")),
        Felt("navn_nn", Text("Navn på nynorsk", "Namn på nynorsk"), valgfri=True),
        Felt("orgnr", Text("Organisasjonsnummer", "Organisasjonsnummer"), valgfri=True),
        Felt("sted", Text("Sted", "Stad"), valgfri=True),
    )
    if not above:
        return fields
    choices = (("", INGEN), *above)
    return (*fields, Felt("overordnet", Text("Hører under", "Høyrer under"), "valg", valg=choices))


def unit() -> tuple[Felt, ...]:
    """What a unit is. One query for the security levels of today."""
    levels = tuple((one.kode, one.navn) for one in sikkerhetsnivaaer(clock.today()))
    stays = tuple((one.value, navn) for one, navn in OPPHOLDSNAVN.items())
    doors = tuple((one.value, navn) for one, navn in DOERNAVN.items())
    return (
        Felt("navn", Text("Navn", "Namn")),
        Felt("navn_nn", Text("Navn på nynorsk", "Namn på nynorsk"), valgfri=True),
        Felt(
            "sikkerhetsnivaa",
            Text("Sikkerhetsnivå", "Tryggleiksnivå"),
            "valg",
            valg=(("", VELG), *levels),
        ),
        Felt(
            "oppholdsform",
            Text("Behandlingsform", "Behandlingsform"),
            "valg",
            valg=(("", VELG), *stays),
        ),
        Felt("doertype", Text("Dører", "Dører"), "valg", valg=(("", VELG), *doors)),
    )


def heirs(kind: Slag, itself: str) -> tuple[Felt, ...]:
    """Who takes over: others of the same kind, and whether what belongs there moves too."""
    others = tuple(choice for choice in bodies([kind]) if choice[0] != itself)
    return (
        Felt(
            "etterfoelgere",
            Text("Etterfølger", "Etterfølgjar"),
            "flervalg",
            Text("Velg ingen, én, eller flere som deler oppgavene.",
                 "Vel ingen, éin, eller fleire som deler oppgåvene."),
            valgfri=True,
            valg=others,
        ),
        Felt(
            "flytt",
            Text("Flytt kommuner, underordnede og tilsyn til etterfølgeren fra dagen etter",
                 "Flytt kommunar, underordna og tilsyn til etterfølgjaren frå dagen etter"),
            "kryss",
            valgfri=True,
        ),
    )  # fmt: skip
