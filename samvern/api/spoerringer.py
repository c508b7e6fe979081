"""What the reads take: queries, and the one body that no action reads."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from samvern.api.innlesing import Heltall, JaNei
from samvern.apps.saker.hendelsestyper import DOMSTYPER
from samvern.apps.saker.public import PART, SORTERING, Saksstatus
from samvern.apps.utvalg import public as utvalg
from samvern.apps.virksomheter.public import Slag
from samvern.engine.avslag import Feil
from samvern.engine.inndata import (
    FEIL_VALG,
    MANGLER_FELT,
    UGYLDIG_VERDI,
    Dato,
    Id,
    Inndata,
    Kode,
    Tidspunkt,
)
from samvern.engine.roller import Rolle
from samvern.law.text import Text

MOST_PAGES: Final = 1_000_000
MOST_ROWS: Final = 100
_ORDERS: Final = tuple(f"{sign}{name}" for name in SORTERING for sign in ("", "-"))
_WAITS: Final = (*(rolle.value for rolle in Rolle), PART)
ETT_AV_TO: Final = Text(
    "Send enten «saksnr» eller «nummer».", "Send anten «saksnr» eller «nummer»."
)


def _one_of(allowed: Iterable[str]) -> tuple[AfterValidator, object]:
    """A text from a closed list, with the list in the document."""
    known = tuple(allowed)

    def check(value: str) -> str:
        if value in known:
            return value
        raise PydanticCustomError(
            "samvern", "ugyldig", {"feil": (Feil("", UGYLDIG_VERDI, FEIL_VALG),)}
        )

    return AfterValidator(check), Field(json_schema_extra={"enum": list(known)})


type Domstype = Annotated[str, *_one_of(DOMSTYPER)]
type Side = Annotated[Heltall, Field(ge=1, le=MOST_PAGES, description="Fra 1.")]
type Antall = Annotated[Heltall, Field(ge=1, le=MOST_ROWS)]


class Registersoek(Inndata):
    """GET /saker. A number of a person is no filter: it must not stand in an address."""

    domstype: Domstype | None = None
    status: Kode[Saksstatus] | None = None
    institusjon: Id | None = None
    rhf: Id | None = None
    frist_innen: Annotated[Dato | None, Field(description="Neste frist er senest denne dagen.")] = (
        None
    )
    avsluttet: Annotated[JaNei, Field(description="Om avsluttede saker er med.")] = False
    mine: Annotated[JaNei, Field(description="Bare dem en selv har ansvaret for.")] = False
    sorter: Annotated[
        str, *_one_of(_ORDERS), Field(description="Minus foran gir omvendt rekkefølge.")
    ] = "saksnr"
    side: Side = 1
    per_side: Annotated[Heltall, Field(json_schema_extra={"enum": [25, 50, 100]})] = 50

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """The register has pages of three sizes."""
        if gitt.get("per_side", 50) not in (25, 50, 100, "25", "50", "100"):
            yield Feil("per_side", UGYLDIG_VERDI, FEIL_VALG)


class Sok(Inndata):
    """POST /saker/sok: exactly one of a case number and a number of a person."""

    saksnr: Annotated[str, Field(pattern=r"^[Ss]-[0-9]{4}-[0-9]{1,6}$")] | None = None
    nummer: (
        Annotated[
            str,
            Field(min_length=6, max_length=40, description="Hele fødselsnummeret, eller et annet."),
        ]
        | None
    ) = None
    grunn: (
        Annotated[
            str,
            *_one_of(utvalg.GRUNNER),
            Field(description="Kreves etter 20 oppslag på person på ett minutt."),
        ]
        | None
    ) = None

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """One and only one of the two."""
        held = [name for name in ("saksnr", "nummer") if gitt.get(name) is not None]
        if not held:
            yield Feil("", MANGLER_FELT, ETT_AV_TO)
        elif len(held) > 1:
            yield Feil("", UGYLDIG_VERDI, ETT_AV_TO)


class Tidsvalg(Inndata):
    """GET /saker/{sak}: as we knew it at a moment, as it was on a day."""

    som_kjent: Annotated[Tidspunkt | None, Field(description="Det som var registrert da.")] = None
    paa: Annotated[Dato | None, Field(description="Slik det var denne dagen.")] = None


class Lesersoek(Inndata):
    """GET /saker/{sak}/lesere."""

    foer: (
        Annotated[
            Heltall,
            Field(ge=1, le=2**31 - 1, description="Bare dem som er eldre enn dette nummeret."),
        ]
        | None
    ) = None
    antall: Antall = 50


class Arbeidssoek(Inndata):
    """GET /arbeidsliste."""

    kommende: Annotated[
        str,
        Field(
            pattern=r"^[1-9][0-9]{0,2}[dm]$",
            description="Hvor langt frem: dager (14d) eller måneder (12m), høyst to år.",
        ),
    ] = utvalg.STANDARD
    rhf: Id | None = None
    domstype: Domstype | None = None
    venter_paa: Annotated[str, *_one_of(_WAITS)] | None = None
    mine: JaNei = False


class Katalogsoek(Inndata):
    """GET /hendelsestyper."""

    dag: Annotated[
        Dato | None, Field(description="Kodene som gjaldt denne dagen; ellers i dag.")
    ] = None


class Valgsoek(Inndata):
    """GET /hendelsestyper/{type}/felt/{felt}/valg."""

    sak: Id | None = None
    dag: Dato | None = None
    institusjon: Id | None = None


class Virksomhetssoek(Inndata):
    """GET /virksomheter."""

    tekst: Annotated[str, Field(max_length=100)] | None = None
    slag: Kode[Slag] | None = None
    dag: Dato | None = None
    side: Side = 1
    per_side: Antall = 50
