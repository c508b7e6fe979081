"""Worked examples: reading an example file, running its cases and saying what differs.

Two schemas are read. ``samvern-frister/1`` is that of the requirements (`frister.md` part 1):
other deadlines than the expected may come in addition. ``samvern-eksempler/1`` is our own and
stricter: every example says why and on what source, and a deadline in the answer that is neither
expected nor listed as not assessed fails the case. Unknown keys are refused in both. Pure: reading
the file itself is the caller's.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samvern.law.book import RULES
from samvern.law.intake import FAULT_CODES, MANGLER_FELT, UGYLDIG_VERDI, Fault, read_case
from samvern.law.present import as_data
from samvern.law.reader import compute
from samvern.law.text import Text
from samvern.law.trace import STATUSER, VARSELKODER

FRISTER = "samvern-frister/1"
EKSEMPLER = "samvern-eksempler/1"

KEY_FIELDS = ("regel", "ref", "part", "n")
"""What tells one deadline from another, as far as the example names them."""

_FRIST_FIELDS = (
    *KEY_FIELDS,
    *("dato", "nominell_dato", "status", "lovdato", "siste_virkedag", "klokkeslett"),
)
_STRAKS_FIELDS = ("regel", "utloest", "dager")
_OUTCOME_KEYS = ("frister", "varsler", "fravaerende", "straks")

Row = Mapping[str, object]
Compute = Callable[[object], "Row | tuple[Fault, ...]"]


@dataclass(frozen=True, slots=True)
class Eksempel:
    """One case with the answer it must give. Lists that are None are not compared."""

    id: str
    om: str
    hvorfor: str
    """Why the answer is so, in words a lawyer can check."""
    kilder: tuple[str, ...]
    """Source ids (`strl/65/4`); empty in ``samvern-frister/1``, which cites in `grunnlag`."""
    inn: object
    frister: tuple[Row, ...] = ()
    varsler: tuple[Row, ...] = ()
    fravaerende: tuple[str, ...] = ()
    straks: tuple[Row, ...] | None = None
    feil: tuple[Row, ...] | None = None
    """The faults when the input must be refused, else None."""
    ikke_vurdert: frozenset[str] | None = None
    """Rules whose deadlines may be in the answer without being expected; None: any rule."""


@dataclass(frozen=True, slots=True)
class Eksempelfil:
    """One file of examples. `familie` groups files by subject."""

    skjema: str
    familie: str
    eksempler: tuple[Eksempel, ...]


class UgyldigEksempelfil(ValueError):
    """An example file that does not follow its schema; carries every fault."""

    def __init__(self, feil: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{f.sti}: {f.melding.nb}" for f in feil))
        self.feil = feil


def _showable(text: str) -> bool:
    """Whether the text has no code a terminal would obey and turns no reading direction."""
    return text.replace("\u00a0", " ").isprintable()


class _Reader:
    """Reads values of the file and collects every fault with its place."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, sti: str, nb: str, nn: str, kode: str = UGYLDIG_VERDI) -> None:
        self.faults.append(Fault(sti, kode, Text(nb, nn)))

    def record(
        self, value: object, sti: str, required: Sequence[str], optional: Sequence[str] = ()
    ) -> dict[str, object]:
        """Return an object's known keys; missing and unknown keys are faults."""
        if not isinstance(value, Mapping):
            self.fault(sti, "Her må det stå et objekt.", "Her må det stå eit objekt.")
            return {}
        prefix = f"{sti}." if sti else ""
        for name in required:
            if name not in value:
                melding = (f"Feltet «{name}» mangler.", f"Feltet «{name}» manglar.")
                self.fault(f"{prefix}{name}", *melding, kode=MANGLER_FELT)
        for name in value:
            if name not in required and name not in optional:
                self.fault(f"{prefix}{name}", "Ukjent felt.", "Ukjent felt.")
        return {str(k): v for k, v in value.items() if k in required or k in optional}

    def row(
        self, value: object, sti: str, required: Sequence[str], optional: Sequence[str] = ()
    ) -> dict[str, object]:
        """Return a record of single values, whose texts can be shown when they differ."""
        row = self.record(value, sti, required, optional)
        for name, field in row.items():
            if isinstance(field, str) and not _showable(field):
                self.not_text(f"{sti}.{name}")
        return row

    def not_text(self, sti: str) -> None:
        self.fault(sti, "Her må det stå en tekst.", "Her må det stå ein tekst.")

    def text(self, value: object, sti: str) -> str:
        if isinstance(value, str) and value.strip() and _showable(value):
            return value
        self.not_text(sti)
        return ""

    def elements(self, value: object, sti: str) -> list[tuple[str, object]]:
        """Return each element with its path."""
        if isinstance(value, list):
            return [(f"{sti}[{i}]", element) for i, element in enumerate(value)]
        self.fault(sti, "Her må det stå en liste.", "Her må det stå ei liste.")
        return []

    def code(self, value: object, sti: str, known: object) -> str:
        codes = known if isinstance(known, tuple | dict) else ()
        if isinstance(value, str) and value in codes:
            return value
        self.fault(sti, "Koden finnes ikke.", "Koden finst ikkje.")
        return ""

    def rules(self, value: object, sti: str) -> tuple[str, ...]:
        return tuple(self.code(rule, place, RULES) for place, rule in self.elements(value, sti))


def _read_frister(reader: _Reader, value: object, sti: str) -> tuple[Row, ...]:
    rows = []
    for place, element in reader.elements(value, sti):
        row = reader.row(element, place, ("regel", "dato", "status"), _FRIST_FIELDS)
        if "regel" in row:
            reader.code(row["regel"], f"{place}.regel", RULES)
        if "status" in row:
            reader.code(row["status"], f"{place}.status", STATUSER)
        rows.append(row)
    return tuple(rows)


def _read_varsler(reader: _Reader, value: object, sti: str) -> tuple[Row, ...]:
    rows = []
    for place, element in reader.elements(value, sti):
        row = reader.row(element, place, ("kode",), ("ref",))
        if "kode" in row:
            reader.code(row["kode"], f"{place}.kode", VARSELKODER)
        rows.append(row)
    return tuple(rows)


def _read_straks(reader: _Reader, value: object, sti: str) -> tuple[Row, ...]:
    rows = []
    for place, element in reader.elements(value, sti):
        row = reader.row(element, place, ("regel", "utloest", "dager"), _STRAKS_FIELDS)
        if "regel" in row:
            reader.code(row["regel"], f"{place}.regel", RULES)
        rows.append(row)
    return tuple(rows)


def _read_feil(reader: _Reader, value: object, sti: str) -> tuple[Row, ...]:
    rows = []
    for place, element in reader.elements(value, sti):
        row = reader.row(element, place, ("sti", "kode"))
        if not isinstance(row.get("sti", ""), str):
            reader.not_text(f"{place}.sti")
        if "kode" in row:
            reader.code(row["kode"], f"{place}.kode", FAULT_CODES)
        rows.append(row)
    if isinstance(value, list) and not rows:
        reader.fault(sti, "Listen over feil er tom.", "Lista over feil er tom.")
    return tuple(rows)


def _read_kilder(reader: _Reader, value: object, sti: str) -> tuple[str, ...]:
    """Read source ids: a list, or an object saying also where in a document."""
    if isinstance(value, Mapping):
        row = reader.record(value, sti, ("dokument", "sted", "hjemmel"))
        for name in ("dokument", "sted"):
            if name in row:
                reader.text(row[name], f"{sti}.{name}")
        value, sti = row.get("hjemmel", []), f"{sti}.hjemmel"
    found = tuple(reader.text(kilde, place) for place, kilde in reader.elements(value, sti))
    if not found:
        reader.fault(sti, "Minst én kilde må oppgis.", "Minst éi kjelde må oppgivast.")
    return found


def _read_one(reader: _Reader, value: object, sti: str, strict: bool) -> Eksempel:
    reasons = ("hvorfor", "kilde") if strict else ("grunnlag",)
    optional = ("ikke_vurdert",) if strict else ()
    row = reader.record(value, sti, ("id", "om", *reasons, "inn", "forventet"), optional)
    expected_sti = f"{sti}.forventet"
    raw = row.get("forventet", {})
    refused = isinstance(raw, Mapping) and "feil" in raw
    keys: tuple[str, ...] = ("feil",) if refused else ("frister", "varsler")
    others: tuple[str, ...] = () if refused else _OUTCOME_KEYS
    expected = reader.record(raw, expected_sti, keys, others) if "forventet" in row else {}
    rows = {
        name: read(reader, expected[name], f"{expected_sti}.{name}")
        for name, read in (
            ("frister", _read_frister),
            ("varsler", _read_varsler),
            ("straks", _read_straks),
            ("feil", _read_feil),
        )
        if name in expected
    }
    unassessed = reader.rules(row.get("ikke_vurdert", []), f"{sti}.ikke_vurdert")
    texts = {
        name: reader.text(row[name], f"{sti}.{name}")
        for name in ("id", "om", "hvorfor", "grunnlag")
        if name in row
    }
    return Eksempel(
        id=texts.get("id", ""),
        om=texts.get("om", ""),
        hvorfor=texts.get("hvorfor", texts.get("grunnlag", "")),
        kilder=_read_kilder(reader, row["kilde"], f"{sti}.kilde") if "kilde" in row else (),
        inn=row.get("inn"),
        frister=rows.get("frister", ()),
        varsler=rows.get("varsler", ()),
        fravaerende=reader.rules(expected.get("fravaerende", []), f"{expected_sti}.fravaerende"),
        straks=rows.get("straks"),
        feil=rows.get("feil"),
        ikke_vurdert=frozenset(unassessed) if strict else None,
    )


def _check_unique(reader: _Reader, examples: Sequence[Eksempel]) -> None:
    seen: set[str] = set()
    for i, example in enumerate(examples):
        if example.id and example.id in seen:
            reader.fault(f"eksempler[{i}].id", "Navnet er brukt før.", "Namnet er brukt før.")
        seen.add(example.id)


def load(data: object) -> Eksempelfil:
    """Read an example file of either schema from what a JSON reader gives.

    Raises `UgyldigEksempelfil` with every fault: unknown or missing keys, unknown rules, statuses
    and findings, examples without a reason or source, the same name twice.
    """
    reader = _Reader()
    schema = data.get("schema") if isinstance(data, Mapping) else None
    strict = schema == EKSEMPLER
    top = reader.record(
        data,
        "",
        ("schema", "familie", "eksempler") if strict else ("schema", "eksempler"),
        ("merknad",),
    )
    if "schema" in top:
        reader.code(schema, "schema", (FRISTER, EKSEMPLER))
    examples = tuple(
        _read_one(reader, element, place, strict)
        for place, element in reader.elements(top.get("eksempler", []), "eksempler")
    )
    _check_unique(reader, examples)
    if "eksempler" in top and not examples and not reader.faults:
        reader.fault("eksempler", "Filen har ingen eksempler.", "Fila har ingen eksempel.")
    familie = reader.text(top["familie"], "familie") if "familie" in top else ""
    if reader.faults:
        raise UgyldigEksempelfil(tuple(reader.faults))
    return Eksempelfil(str(schema), familie, examples)


def answer(inn: object) -> Row | tuple[Fault, ...]:
    """Return the engine's answer to one input as data, or its faults."""
    sak, faults = read_case(inn)
    return faults if sak is None else as_data(compute(sak))


def run(eksempel: Eksempel, engine: Compute = answer) -> tuple[str, ...]:
    """Run one example. Returns what differs, one line each in Norwegian; empty when it passes."""
    given = engine(eksempel.inn)
    if not isinstance(given, Mapping):
        return tuple(_compare_faults(eksempel, given))
    if eksempel.feil is not None:
        return ("Inndata ble godtatt, men skulle vært avvist.",)
    return (
        *_compare_frister(eksempel, _rows(given, "frister")),
        *_compare_varsler(eksempel.varsler, _rows(given, "varsler")),
        *_compare_straks(eksempel, _rows(given, "straks")),
    )


def _rows(given: Row, name: str) -> list[Row]:
    value = given.get(name)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _compare_faults(eksempel: Eksempel, faults: Sequence[Fault]) -> Iterator[str]:
    got = Counter(f"{f.kode} i «{f.sti}»" for f in faults)
    expected = Counter(f"{row['kode']} i «{row['sti']}»" for row in eksempel.feil or ())
    yield from (f"Uventet feil: {fault}" for fault in sorted((got - expected).elements()))
    yield from (f"Feil som mangler: {fault}" for fault in sorted((expected - got).elements()))


def _name(row: Row) -> str:
    return " ".join(str(row[name]) for name in KEY_FIELDS if row.get(name) is not None)


def _compare_frister(eksempel: Eksempel, given: list[Row]) -> Iterator[str]:
    expected_rows: set[int] = set()
    for wanted in eksempel.frister:
        keys = [name for name in KEY_FIELDS if name in wanted]
        found = [row for row in given if all(row.get(k) == wanted[k] for k in keys)]
        if len(found) != 1:
            yield f"{_name(wanted)}: {len(found)} slike frister i svaret, ventet én"
            continue
        expected_rows.add(id(found[0]))
        for name, value in wanted.items():
            if found[0].get(name) != value:
                yield f"{_name(wanted)}: {name} er {found[0].get(name)}, ventet {value}"
    for row in given:
        if row["regel"] in eksempel.fravaerende:
            yield f"{_name(row)}: skulle ikke vært i svaret"
        elif (
            eksempel.ikke_vurdert is not None
            and id(row) not in expected_rows
            and row["regel"] not in eksempel.ikke_vurdert
        ):
            yield f"{_name(row)}: {row.get('dato')} {row['status']} er verken ventet eller unntatt"


def _compare_varsler(expected: Sequence[Row], given: list[Row]) -> Iterator[str]:
    """Compare the whole list; a finding expected without `ref` matches any ref."""
    left = [(str(row["kode"]), row.get("ref")) for row in given]
    for wanted in sorted(expected, key=lambda row: "ref" not in row):
        kode = str(wanted["kode"])
        match = next(
            (v for v in left if v[0] == kode and wanted.get("ref", v[1]) == v[1]),
            None,
        )
        if match is None:
            yield f"Varsel som mangler: {kode} {wanted.get('ref') or ''}".rstrip()
        else:
            left.remove(match)
    yield from (f"Uventet varsel: {kode} {ref or ''}".rstrip() for kode, ref in left)


def _compare_straks(eksempel: Eksempel, given: list[Row]) -> Iterator[str]:
    """Compare the whole list of duties, when the example has one; absent rules always."""
    for row in given:
        if row["regel"] in eksempel.fravaerende:
            yield f"{row['regel']}: plikten skulle ikke vært i svaret"
    if eksempel.straks is None:
        return
    left = list(given)
    for wanted in eksempel.straks:
        match = next((row for row in left if all(row.get(k) == v for k, v in wanted.items())), None)
        if match is None:
            yield f"Plikt som mangler: {wanted['regel']} utløst {wanted['utloest']}"
        else:
            left.remove(match)
    yield from (f"Uventet plikt: {row['regel']} utløst {row['utloest']}" for row in left)
