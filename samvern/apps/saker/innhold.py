"""Reading the fields of one event: what kind of value, which codes, which bodies, which events.

Every fault at once, at the field; the value itself is never repeated.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any, Final
from uuid import UUID

from samvern.apps.brukere import public as brukere
from samvern.apps.saker.felt import Feltslag, Saksfelt
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine.avslag import Feil
from samvern.engine.inndata import (
    FIELD_NAME,
    MANGLER,
    MANGLER_FELT,
    UGYLDIG_VERDI,
    UKJENT_FELT,
)
from samvern.engine.roller import Rolle
from samvern.law.text import Text

MOST_SIGNS: Final = 60
MOST_UNKNOWN: Final = 50
_NUMBERED = re.compile(r"([a-z_]+)_([1-9][0-9]?)")
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/ -]*")
_TEN_DIGITS = re.compile(r"\d{6}[ .-]?\d{5}")

VELG = Text("Velg en av mulighetene.", "Vel ei av moglegheitene.")
SKRIV_DATO = Text("Skriv en dato som finnes.", "Skriv ein dato som finst.")
SKRIV_KLOKKE = Text("Skriv klokkeslettet som tt.mm.", "Skriv klokkeslettet som tt.mm.")
SKRIV_TALL = Text(
    "Skriv et helt tall fra {minst} til {hoeyst}.", "Skriv eit heilt tal frå {minst} til {hoeyst}."
)
JA_NEI = Text("Svar ja eller nei.", "Svar ja eller nei.")
KORT = Text(
    "Skriv høyst 60 tegn: bokstaver, tall, punktum, strek og skråstrek. Aldri navn.",
    "Skriv høgst 60 teikn: bokstavar, tal, punktum, strek og skråstrek. Aldri namn.",
)
UKJENT_ORGAN = Text(
    "Velg et organ fra listen som fantes denne dagen.",
    "Vel eit organ frå lista som fanst denne dagen.",
)
UKJENT_ENHET = Text(
    "Velg en enhet ved institusjonen som fantes denne dagen.",
    "Vel ei eining ved institusjonen som fanst denne dagen.",
)
UKJENT_BRUKER = Text(
    "Velg en person som har denne rollen i dag.", "Vel ein person som har denne rolla i dag."
)
UKJENT_HENDELSE = Text("Velg en hendelse som står i saken.", "Vel ei hending som står i saka.")
IKKE_I_LOVEN = Text(
    "Denne grunnen sto ikke i straffeloven § 20 den dagen.",
    "Denne grunnen stod ikkje i straffelova § 20 den dagen.",
)
ROLES: Final = {
    "faglig_ansvarlig": (Rolle.FAGLIG_ANSVARLIG,),
    "mottakende_faglig_ansvarlig": (Rolle.FAGLIG_ANSVARLIG,),
    "saksbehandler": (Rolle.NK, Rolle.NK_LEDER),
}


class Lesing:
    """One reading of an event's fields against the day it happened and the case it belongs to."""

    def __init__(self, dag: date, i_dag: date, kjente: Mapping[str, str]) -> None:
        self.dag = dag
        self.i_dag = i_dag
        self.kjente = kjente
        """The events one may point at: their id and type."""
        self.feil: list[Feil] = []
        self.kode = ""

    def read(self, kode: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """The fields as stored. What is wrong is noted in `feil` and left out."""
        self.kode = kode
        known = {felt.navn: felt for felt in SAKSARTER[kode].felt}
        self.feil += [
            Feil(
                f"innhold.{name}" if FIELD_NAME.fullmatch(name) else "innhold",
                UGYLDIG_VERDI,
                UKJENT_FELT,
            )
            for name in sorted(given.keys() - known.keys())[:MOST_UNKNOWN]
        ]
        found: dict[str, Any] = {}
        for name, felt in known.items():
            value = given.get(name)
            if value is None or value == "" or value == []:
                if felt.paakrevd and felt.slag is not Feltslag.ID:
                    self.feil.append(Feil(f"innhold.{name}", MANGLER_FELT, MANGLER))
                continue
            read = _READERS[felt.slag](self, felt, value)
            if read is not None:
                found[name] = read
        self._unit_belongs(found)
        return found

    def wrong(self, felt: Saksfelt, words: Text) -> None:
        """Note that a field is wrong, in words."""
        self.feil.append(Feil(f"innhold.{felt.navn}", UGYLDIG_VERDI, words))

    def _unit_belongs(self, found: Mapping[str, Any]) -> None:
        body, unit = found.get("institusjon"), found.get("enhet")
        if body and unit and unit not in units_of(body, self.dag):
            self.feil.append(Feil("innhold.enhet", UGYLDIG_VERDI, UKJENT_ENHET))

    def date(self, felt: Saksfelt, value: Any) -> Any:
        """A date as text."""
        try:
            return (
                date.fromisoformat(value).isoformat()
                if isinstance(value, str)
                else self._no(felt, SKRIV_DATO)
            )
        except ValueError:
            return self._no(felt, SKRIV_DATO)

    def clock(self, felt: Saksfelt, value: Any) -> Any:
        """A time of day as text, `tt:mm`."""
        try:
            if isinstance(value, str) and len(value) == 5:
                return time.fromisoformat(value).strftime("%H:%M")
        except ValueError:
            pass
        return self._no(felt, SKRIV_KLOKKE)

    def number(self, felt: Saksfelt, value: Any) -> Any:
        """A whole number within the field's limits."""
        low, high = felt.minst or 0, felt.hoeyst or 999
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(felt, SKRIV_TALL.format(minst=str(low), hoeyst=str(high)))
            return None
        return value

    def yes_no(self, felt: Saksfelt, value: Any) -> Any:
        """True or false, nothing like it."""
        return value if isinstance(value, bool) else self._no(felt, JA_NEI)

    def code(self, felt: Saksfelt, value: Any) -> Any:
        """One code of the field's list."""
        if isinstance(value, str) and self._allowed(felt, value):
            return value
        outside = felt.kodeverk == "utilregnelighetsgrunn" and isinstance(value, str)
        return self._no(felt, IKKE_I_LOVEN if outside else VELG)

    def codes(self, felt: Saksfelt, value: Any) -> Any:
        """Several codes, each once, in the order of the list."""
        if isinstance(value, list) and all(
            isinstance(one, str) and self._allowed(felt, one) for one in value
        ):
            return sorted(set(value))
        return self._no(felt, VELG)

    def _allowed(self, felt: Saksfelt, value: str) -> bool:
        if felt.kodeverk:
            return value in code_list(felt.kodeverk, self.dag)
        if value in felt.koder:
            return True
        numbered = _NUMBERED.fullmatch(value)
        return bool(numbered and numbered[1] in felt.nummererte)

    def line(self, felt: Saksfelt, value: Any) -> Any:
        """A short reference: signs that make no name, and no identity number."""
        fits = isinstance(value, str) and len(value) <= MOST_SIGNS and _REFERENCE.fullmatch(value)
        return value if fits and not _TEN_DIGITS.search(value) else self._no(felt, KORT)

    def reference(self, felt: Saksfelt, value: Any) -> Any:
        """The id of an event in the case, of a type the field may point at."""
        kind = self.kjente.get(value) if isinstance(value, str) else None
        if kind is not None and (not felt.peker_paa or kind in felt.peker_paa):
            return str(value)
        return self._no(felt, UKJENT_HENDELSE)

    def own_id(self, felt: Saksfelt, value: Any) -> Any:
        """The id of the judgment that this is the finality of; others get theirs by themselves."""
        paired = self.kode == "dom_rettskraftig" and isinstance(value, str)
        if paired and self.kjente.get(value) == "dom_avsagt":
            return value
        return self._no(felt, UKJENT_HENDELSE)

    def body(self, felt: Saksfelt, value: Any) -> Any:
        """A body of a kind the field takes, that existed that day."""
        key = _as_id(value)
        found = virksomheter.by_ids({key}, self.dag) if key else {}
        if key in found and str(found[key].slag) in felt.virksomhetsslag:
            return str(key)
        return self._no(felt, UKJENT_ORGAN)

    def unit(self, felt: Saksfelt, value: Any) -> Any:
        """A unit; that it belongs to the institution is checked when both are read."""
        key = _as_id(value)
        return str(key) if key else self._no(felt, UKJENT_ENHET)

    def user(self, felt: Saksfelt, value: Any) -> Any:
        """A user who holds the role the field asks for: that day, or today."""
        key = _as_id(value)
        wanted = ROLES[felt.navn]
        if key and any(
            role.rolle in wanted
            for day in {self.dag, self.i_dag}
            for role in brukere.roles_of(key, day)
        ):
            return str(key)
        return self._no(felt, UKJENT_BRUKER)

    def _no(self, felt: Saksfelt, words: Text) -> Any:
        self.wrong(felt, words)
        return None


def _as_id(value: Any) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def code_list(kodeverk: str, day: date) -> dict[str, Text]:
    """The codes of a list in the reference data on a day, with their names, in order."""
    rows: Iterable[Any] = _LISTS[kodeverk](day)
    return {row.kode: row.navn for row in rows}


def units_of(body: str, day: date) -> dict[str, Text]:
    """The units of an institution on a day: id and name."""
    return {str(unit.id): unit.navn for unit in virksomheter.enheter_for(UUID(body), day)}


_LISTS: dict[str, Callable[[date], Iterable[Any]]] = {
    "lovbrudd": virksomheter.lovbruddskategorier,
    "utilregnelighetsgrunn": virksomheter.utilregnelighetsgrunner,
    "sikkerhetsnivaa": virksomheter.sikkerhetsnivaaer,
}
_READERS: dict[Feltslag, Callable[[Lesing, Saksfelt, Any], Any]] = {
    Feltslag.DATO: Lesing.date,
    Feltslag.KLOKKESLETT: Lesing.clock,
    Feltslag.HELTALL: Lesing.number,
    Feltslag.JA_NEI: Lesing.yes_no,
    Feltslag.KODE: Lesing.code,
    Feltslag.KODELISTE: Lesing.codes,
    Feltslag.TEKST: Lesing.line,
    Feltslag.ID: Lesing.own_id,
    Feltslag.REF: Lesing.reference,
    Feltslag.VIRKSOMHET: Lesing.body,
    Feltslag.ENHET: Lesing.unit,
    Feltslag.BRUKER: Lesing.user,
}
