"""The input of the acts: one closed model for each, and the checks they share.

Unknown fields are refused (LES_FOERST, «Tilgang»). Dates are Norwegian dates without a time.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from samvern.apps.virksomheter import orgnr, rader
from samvern.apps.virksomheter.actions.grunnlag import body_of
from samvern.apps.virksomheter.grupper import OVERORDNET_SLAG
from samvern.apps.virksomheter.gyldighet import surely
from samvern.apps.virksomheter.koder import SLAGNAVN, Doertype, Oppholdsform, Slag
from samvern.apps.virksomheter.models import Sikkerhetsnivaa, Virksomhet
from samvern.apps.virksomheter.versjoner import Opphav
from samvern.apps.virksomheter.versjonert import known
from samvern.engine import clock
from samvern.engine.avslag import Feil
from samvern.engine.inndata import Dato, Fritekst, Id, Inndata, Kode, Linje
from samvern.law.text import Text

KODEMOENSTER: Final = re.compile(r"[A-ZÆØÅ0-9]+(-[A-ZÆØÅ0-9]+)*")
FELTNAVN: Final[dict[str, Text]] = {
    "navn": Text("Navn", "Namn"),
    "navn_nn": Text("Navn på nynorsk", "Namn på nynorsk"),
    "orgnr": Text("Organisasjonsnummer", "Organisasjonsnummer"),
    "sted": Text("Sted", "Stad"),
    "overordnet": Text("Hører under", "Høyrer under"),
    "gyldig_fra": Text("Gjelder fra", "Gjeld frå"),
    "gyldig_til": Text("Gjelder til", "Gjeld til"),
    "mulig_fra": Text("Tidligst mulige begynnelse", "Tidlegast moglege start"),
    "mulig_til": Text("Senest mulige slutt", "Seinast moglege slutt"),
    "sikkerhetsnivaa": Text("Sikkerhetsnivå", "Tryggleiksnivå"),
    "oppholdsform": Text("Behandlingsform", "Behandlingsform"),
    "doertype": Text("Dører", "Dører"),
    "ikke_verifisert": Text("Ikke verifisert", "Ikkje verifisert"),
}


INGEN_OVER: Final = Text(
    "En slik virksomhet hører ikke under noen. La feltet stå tomt.",
    "Ei slik verksemd høyrer ikkje under nokon. La feltet stå tomt.",
)
IKKE_DEN_DAGEN: Final = Text(
    "Den virksomheten finnes ikke på denne datoen.",
    "Den verksemda finst ikkje på denne datoen.",
)


FEIL_KODE: Final = Text(
    "Skriv koden med store bokstaver, tall og bindestrek, for eksempel RSA-DIKEMARK.",
    "Skriv koden med store bokstavar, tal og bindestrek, til dømes RSA-DIKEMARK.",
)


def _kode(value: str) -> str:
    if not KODEMOENSTER.fullmatch(value):
        feil = (Feil("", "UGYLDIG_VERDI", FEIL_KODE),)
        raise PydanticCustomError("samvern", "ugyldig", {"feil": feil})
    return value


type Tekst = Annotated[Fritekst, Field(max_length=1000)]
type Registerkode = Annotated[Linje, Field(max_length=40), AfterValidator(_kode)]
type Orgnr = Annotated[Linje, AfterValidator(orgnr.normalised)]


class Opphavsdata(Inndata):
    """Where the new fact comes from, and why it is registered. Never inherited from the old one."""

    kilde: Tekst
    kilde_dato: Dato | None = None
    belegg: Tekst
    ikke_verifisert: bool = False
    grunn: Tekst

    @property
    def opphav(self) -> Opphav:
        """As the versions keep it."""
        return Opphav(self.kilde, self.belegg, self.kilde_dato, self.ikke_verifisert)


class Navnedata(Opphavsdata):
    """What a body is called, and to whom it belongs. `overordnet` is a code, or empty."""

    navn: Linje
    navn_nn: Linje = ""
    orgnr: Orgnr = ""
    sted: Linje = ""
    overordnet: Linje = ""


class Enhetsdata(Opphavsdata):
    """What a unit is: names, security level (a code of the list), form of stay and doors."""

    navn: Linje
    navn_nn: Linje = ""
    sikkerhetsnivaa: Linje
    oppholdsform: Kode[Oppholdsform]
    doertype: Kode[Doertype]


class EndreFraDato(Navnedata):
    """Something about a body became different on a day. `versjon` is the one it changes."""

    versjon: Id
    fra: Dato


class RetteVersjon(Navnedata):
    """A version was wrong, also for the time behind us."""

    versjon: Id
    gyldig_fra: Dato
    gyldig_til: Dato | None = None


class Avslutte(Opphavsdata):
    """A body ceased. `etterfoelgere` are codes: none, one who took it all, or several who shared.

    With `flytt`, what belonged to it belongs to the one successor from the day after.
    """

    versjon: Id
    siste_dag: Dato
    etterfoelgere: Annotated[list[Linje], Field(max_length=10)] = Field(default_factory=list)
    flytt: bool = False


class OppretteVirksomhet(Navnedata):
    """A body that the register did not have."""

    kode: Registerkode
    slag: Kode[Slag]
    gyldig_fra: Dato


class OppretteEnhet(Enhetsdata):
    """A unit that the register did not have, at the body with the code `virksomhet`."""

    virksomhet: Linje
    kode: Registerkode
    gyldig_fra: Dato


class EndreEnhet(Enhetsdata):
    """A unit became different on a day: another level, other doors, another name."""

    versjon: Id
    fra: Dato


class AvslutteEnhet(Opphavsdata):
    """A unit ceased."""

    versjon: Id
    siste_dag: Dato


def source_faults(data: Opphavsdata) -> Iterator[Feil]:
    """A source is not from the future."""
    if data.kilde_dato and data.kilde_dato > clock.today():
        yield Feil(
            "kilde_dato",
            "UGYLDIG_REKKEFOLGE",
            Text("Kildens dato er etter i dag.", "Datoen til kjelda er etter i dag."),
        )


def name_faults(data: Navnedata, slag: Slag, on: date) -> Iterator[Feil]:
    """The number is valid, and the body above exists on the day and is of the right kind."""
    yield from source_faults(data)
    if data.orgnr and not orgnr.is_valid(data.orgnr):
        yield Feil(
            "orgnr",
            "UGYLDIG_VERDI",
            Text(
                "Organisasjonsnummeret stemmer ikke. Det har ni sifre, og det siste er en "
                "kontroll.",
                "Organisasjonsnummeret stemmer ikkje. Det har ni siffer, og det siste er ein "
                "kontroll.",
            ),
        )
    if fault := above_fault(data.overordnet, slag, on):
        yield fault


def above_fault(kode: str, slag: Slag, on: date) -> Feil | None:
    """What is wrong with the body above, if anything."""
    kinds = OVERORDNET_SLAG[slag]
    if not kinds:
        return Feil("overordnet", "UGYLDIG_VERDI", INGEN_OVER) if kode else None
    names = [SLAGNAVN[kind] for kind in kinds]
    wanted = Text(*(" / ".join(forms).lower() for forms in zip(*names, strict=True)))
    if not kode:
        text = Text(
            f"Velg hva det hører under: {wanted.nb}.", f"Vel kva det høyrer under: {wanted.nn}."
        )
        return Feil("overordnet", "MANGLER_FELT", text)
    above = body_of(kode)
    if above is None or Slag(above.slag) not in kinds:
        text = Text(f"Slaget må være {wanted.nb}.", f"Slaget må vere {wanted.nn}.")
        return Feil("overordnet", "UGYLDIG_VERDI", text)
    if not exists(above, on):
        return Feil("overordnet", "UGYLDIG_REKKEFOLGE", IKKE_DEN_DAGEN)
    return None


def exists(body: Virksomhet, on: date) -> bool:
    """Whether a body surely or possibly exists on a day."""
    return bool(rader.pictures([body.id], on, None))


def level_faults(data: Enhetsdata, on: date) -> Iterator[Feil]:
    """The security level is in the list of the day, and goes with the form of stay."""
    yield from source_faults(data)
    stored = known(Sikkerhetsnivaa.objects.filter(kode=data.sikkerhetsnivaa), None)
    level = next((one for one in stored if surely(one, on)), None)
    if level is None:
        text = Text(
            "Sikkerhetsnivået finnes ikke på denne datoen.",
            "Tryggleiksnivået finst ikkje på denne datoen.",
        )
        yield Feil("sikkerhetsnivaa", "UGYLDIG_VERDI", text)
    elif level.oppholdsform not in {data.oppholdsform, Oppholdsform.UKJENT}:
        text = Text(
            "Behandlingsformen passer ikke med sikkerhetsnivået.",
            "Behandlingsforma passar ikkje med tryggleiksnivået.",
        )
        yield Feil("oppholdsform", "UGYLDIG_VERDI", text)


def kode_fault(kode: str, taken: bool) -> Iterator[Feil]:
    """A code is used once."""
    if taken:
        text = Text(
            f"Koden {kode} er i bruk. Velg en annen.", f"Koden {kode} er i bruk. Vel ein annan."
        )
        yield Feil("kode", "UGYLDIG_VERDI", text)
