"""Reading what somebody sends in: one Pydantic model per action, and every fault at once.

    class Klagedata(Inndata):
        mottatt: Dato
        part: Kode[Part]
        merknad: Linje | None = None

    klage, feil = les(Klagedata, data)

The model is strict wherever it is used (here, in django-ninja, directly): an unknown field is a
fault, a number is not a date, «1» is not a number. A blank text counts as not given. No fault
repeats what was sent, and no model shows it. Codes: `koordineringsenheten.md` section 0.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Annotated, Any, ClassVar, Final, NoReturn, Self, TypeVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from samvern.engine.avslag import Feil
from samvern.law.text import Text

MANGLER_FELT: Final = "MANGLER_FELT"
UGYLDIG_VERDI: Final = "UGYLDIG_VERDI"
UGYLDIG_REKKEFOLGE: Final = "UGYLDIG_REKKEFOLGE"

_OWN = "samvern"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII
)
_CLOCK = re.compile(r"\d{2}:\d{2}", re.ASCII)
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
# A field name as ours are: an unknown one may be anything, also a name or an identity number.
FIELD_NAME = re.compile(r"(?!.*\d{4})[a-z_][a-z0-9_]{0,39}", re.ASCII)
# Control characters, and those that make a text show in another order than it is written.
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029")


def _fault(kode: str, melding: Text) -> PydanticCustomError:
    # Pydantic never sees the words; they travel in the context.
    return PydanticCustomError(_OWN, "ugyldig", {"feil": (Feil("", kode, melding),)})


MANGLER: Final = Text("Feltet må fylles ut.", "Feltet må fyllast ut.")
UKJENT_FELT: Final = Text("Feltet er ukjent.", "Feltet er ukjent.")
UGYLDIG: Final = Text("Verdien er ikke gyldig.", "Verdien er ikkje gyldig.")
FEIL_DATO: Final = Text(
    "Skriv en dato som finnes, på formen åååå-mm-dd.",
    "Skriv ein dato som finst, på forma åååå-mm-dd.",
)
FEIL_TIDSPUNKT: Final = Text(
    "Skriv et tidspunkt med tidssone, på formen åååå-mm-ddTtt:mm+01:00.",
    "Skriv eit tidspunkt med tidssone, på forma åååå-mm-ddTtt:mm+01:00.",
)
FEIL_KLOKKESLETT: Final = Text(
    "Skriv et klokkeslett på formen tt:mm.", "Skriv eit klokkeslett på forma tt:mm."
)
FEIL_ID: Final = Text("Id-en har ikke riktig form.", "Id-en har ikkje rett form.")
FEIL_VALG: Final = Text("Velg en av de lovlige verdiene.", "Vel ein av dei lovlege verdiane.")
FEIL_TEGN: Final = Text(
    "Teksten kan ikke ha linjeskift eller usynlige tegn.",
    "Teksten kan ikkje ha linjeskift eller usynlege teikn.",
)
EN_LISTE: Final = Text("Her skal det stå en liste.", "Her skal det stå ei liste.")
FEIL_FORM: Final = Text(
    "Her skal det stå felter med navn og verdi.", "Her skal det stå felt med namn og verdi."
)

_TEXTS: Final[dict[str, Text]] = {
    "missing": MANGLER,
    "extra_forbidden": UKJENT_FELT,
    "enum": FEIL_VALG,
    "literal_error": FEIL_VALG,
    "union_tag_invalid": FEIL_VALG,
    "union_tag_not_found": MANGLER,
    "bool_type": Text("Svar ja eller nei.", "Svar ja eller nei."),
    "int_type": Text("Skriv et helt tall.", "Skriv eit heilt tal."),
    "string_type": Text("Her skal det stå tekst.", "Her skal det stå tekst."),
    "list_type": EN_LISTE,
    "tuple_type": EN_LISTE,
    "date_type": FEIL_DATO,
    "datetime_type": FEIL_TIDSPUNKT,
    "time_type": FEIL_KLOKKESLETT,
    "model_type": FEIL_FORM,
    "model_attributes_type": FEIL_FORM,
    "dict_type": FEIL_FORM,
    "string_too_long": Text(
        "Teksten er for lang (høyst {max_length} tegn).",
        "Teksten er for lang (høgst {max_length} teikn).",
    ),
    "string_too_short": Text(
        "Teksten er for kort (minst {min_length} tegn).",
        "Teksten er for kort (minst {min_length} teikn).",
    ),
    "too_long": Text(
        "Listen er for lang (høyst {max_length}).", "Lista er for lang (høgst {max_length})."
    ),
    "too_short": Text(
        "Listen er for kort (minst {min_length}).", "Lista er for kort (minst {min_length})."
    ),
    "greater_than_equal": Text("Tallet skal være minst {ge}.", "Talet skal vere minst {ge}."),
    "less_than_equal": Text("Tallet kan være høyst {le}.", "Talet kan vere høgst {le}."),
}
_MISSING = frozenset({"missing", "union_tag_not_found"})


def _read(value: object, form: re.Pattern[str], kind: type, fault: Text) -> Any:
    """Return what an ISO text says; other values are left to the strict type that follows."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    try:
        return kind.fromisoformat(text) if form.fullmatch(text) else _refuse(fault)  # type: ignore[attr-defined]
    except ValueError:
        _refuse(fault)


def _refuse(melding: Text) -> NoReturn:
    raise _fault(UGYLDIG_VERDI, melding) from None


def _date(value: object) -> object:
    return _read(value, _DATE, date, FEIL_DATO)


def _moment(value: object) -> object:
    return _read(value, _MOMENT, datetime, FEIL_TIDSPUNKT)


def _aware(value: datetime) -> datetime:
    return value if value.utcoffset() is not None else _refuse(FEIL_TIDSPUNKT)


def _clock(value: object) -> object:
    return _read(value, _CLOCK, time, FEIL_KLOKKESLETT)


def _id(value: object) -> object:
    if isinstance(value, UUID):
        return value
    fits = isinstance(value, str) and _ID.fullmatch(value.strip())
    return UUID(str(value).strip()) if fits else _refuse(FEIL_ID)


def _without_unseen(value: str, allowed: str) -> str:
    text = unicodedata.normalize("NFC", value)
    for sign in text:
        if sign in _UNSEEN or (unicodedata.category(sign) == "Cc" and sign not in allowed):
            _refuse(FEIL_TEGN)
    return text


def _line(value: str) -> str:
    return _without_unseen(value, "")


def _lines(value: str) -> str:
    return _without_unseen(value.replace("\r\n", "\n"), "\n\t")


_E = TypeVar("_E", bound=Enum)
_T = TypeVar("_T")

type Dato = Annotated[date, BeforeValidator(_date)]
"""A date: `åååå-mm-dd`, or a date object. Never a number, never a moment."""
type Tidspunkt = Annotated[datetime, BeforeValidator(_moment), AfterValidator(_aware)]
"""A moment with its offset, as ISO 8601 or an aware datetime."""
type Klokkeslett = Annotated[time, BeforeValidator(_clock)]
"""Hours and minutes: `tt:mm`."""
type Id = Annotated[UUID, BeforeValidator(_id)]
"""One of our own identifiers."""
type Linje = Annotated[str, Field(max_length=200), AfterValidator(_line)]
"""A text on one line, without unseen signs; at most 200 characters."""
type Fritekst = Annotated[str, Field(max_length=4000), AfterValidator(_lines)]
"""A text that may have several lines; at most 4000 characters."""
Kode = Annotated[_E, Field(strict=False)]
"""A code of a closed list, as its stored text: `Kode[Kjoenn]`."""
Liste = Annotated[tuple[_T, ...], Field(strict=False)]
"""A list of something, unchangeable once read; what is in it is as strict as elsewhere."""


class Inndata(BaseModel):
    """Base of every action's input. Strict, unchangeable, closed, and silent about its content."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        hide_input_in_errors=True,
        allow_inf_nan=False,
        ser_json_inf_nan="null",
    )

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:  # noqa: ARG003 -- for others
        """Say what is wrong between fields; `sti` is relative to this model.

        `gitt` holds what was given, by field name: as sent when other fields have faults, so take
        nothing for granted about the types. Pure: no database.
        """
        return ()

    @model_validator(mode="before")
    @classmethod
    def _blank_is_not_given(cls, data: object) -> object:
        return _given(cls, data) if isinstance(data, Mapping) else data

    @model_validator(mode="after")
    def _check_across(self) -> Self:
        gitt = {name: getattr(self, name) for name in self.model_fields_set}
        if found := tuple(type(self).paa_tvers(gitt)):
            raise PydanticCustomError(_OWN, "ugyldig", {"feil": found})
        return self

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show nothing: what people send in must not reach a log or an error page."""
        return ()


def _given(model: type[BaseModel], data: Mapping[Any, object]) -> dict[Any, object]:
    """Leave out the model's own fields that are empty; what is unknown stays, to be refused."""
    known = model.model_fields
    return {name: value for name, value in data.items() if not (name in known and _blank(value))}


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def les[M: Inndata](modell: type[M], data: object) -> tuple[M | None, tuple[Feil, ...]]:
    """Return the input as the model has it and no faults, or None and every fault. Never raises.

    `Feil.sti` is the place in `data` («hendelser[0].dato»), empty when it is about the whole.
    """
    try:
        return modell.model_validate(data), ()
    except ValidationError as caught:
        return None, _all_faults(modell, data, caught)


def feil_fra(caught: ValidationError, data: object) -> tuple[Feil, ...]:
    """Return the faults of a validation that Pydantic did elsewhere (django-ninja)."""
    found = [fault for error in caught.errors(include_url=False) for fault in _faults(error, data)]
    return tuple(dict.fromkeys(found))


def _all_faults(modell: type[Inndata], data: object, caught: ValidationError) -> tuple[Feil, ...]:
    found = feil_fra(caught, data)
    if isinstance(data, Mapping):
        # What is wrong between the fields is looked for also when a field is wrong by itself,
        # but a field is said to be wrong only once.
        named = {fault.sti for fault in found}
        across = modell.paa_tvers(_given(modell, data))
        found += tuple(fault for fault in across if fault.sti not in named)
    return found


def _faults(error: ErrorDetails, data: object) -> Iterator[Feil]:
    missing = error["type"] in _MISSING
    place = path(error["loc"], data, missing=missing)
    context = error.get("ctx", {})
    if error["type"] == _OWN:
        for fault in context["feil"]:
            yield fault._replace(sti=_join(place, fault.sti))
        return
    if error["type"] == "union_tag_not_found":
        place = _join(place, str(context["discriminator"]).strip("'"))
    kode = MANGLER_FELT if missing else UGYLDIG_VERDI
    melding = _TEXTS.get(error["type"], UGYLDIG)
    # Only limits of the model are filled in; the context may hold parts of what was sent.
    limits = {name: str(value) for name, value in context.items() if isinstance(value, int | float)}
    yield Feil(place, kode, melding.format(**limits) if "{" in melding.nb else melding)


def _join(place: str, inner: str) -> str:
    return f"{place}.{inner}" if place and inner else place or inner


def path(loc: Sequence[int | str], data: object, *, missing: bool = False) -> str:
    """Write Pydantic's location as a place in the data: `hendelser[0].dato`.

    Pydantic also names the kind it tried (in unions): such parts are not in the data, and are left
    out; `missing` says that the last part is a field that should have been there. An unknown field
    whose name is not like a field's is not repeated.
    """
    written, here = "", data
    for at, part in enumerate(loc):
        if isinstance(part, int):
            written += f"[{part}]"
            here = here[part] if isinstance(here, list | tuple) and part < len(here) else None
        elif isinstance(here, Mapping) and _is_field(part, loc[at + 1 :], here, missing=missing):
            if not FIELD_NAME.fullmatch(part):
                break
            written = _join(written, part)
            here = here.get(part)
    return written


def _is_field(
    part: str, rest: Sequence[int | str], here: Mapping[Any, object], *, missing: bool
) -> bool:
    """Whether this part of a location is a field of the data, and not the name of a kind."""
    if part not in here:
        return missing and not rest
    if not rest or isinstance(here[part], Mapping | list | tuple):
        return True
    # The field holds a plain value: what follows is then a kind, unless it is a field beside it.
    return rest[0] not in here
