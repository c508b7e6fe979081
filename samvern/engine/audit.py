"""The audit log: who did or saw what, when, in which case, on what ground. Append-only, chained.

    with transaction.atomic():
        …the change…
        audit.record(actor, "sak.hendelse_registrert", saker=[sak.id], skrevet=["hendelse"])

    with audit.audited_read(actor, "sak.vist") as reading:
        …the queries and the whole page…
        reading.saw(["status", "navn"], saker=[sak.id])

`record` comes last in the transaction: it locks the head of the chain until commit. No personal
data is ever written here, only ids and codes. Source: trust table L1, L4, L8; docs/revisjon.md.
"""

import functools
import hmac
import json
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final, cast
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import Max
from django.db.models.functions import Cast
from django.db.transaction import TransactionManagementError

from samvern.engine import chain, clock
from samvern.engine.chain import Break, Checkpoint, Record, Result, Slag

type Id = UUID | str

OK: Final = "ok"
DENIED: Final = "nektet"
LONGEST: Final = 64
"""Characters in an id or a code."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]*")
_CODE = re.compile(r"[a-z0-9][a-z0-9._:/-]*")
_HASH = re.compile(r"[0-9a-f]{64}")
_IDENTITY_NUMBER = re.compile(r"(?<!\w)\d{6}[ .-]?\d{5}(?!\w)")
_CHUNK = 5000
_SALT_BYTES = 32


class UgyldigInnslag(ValueError):
    """An entry holds what the log may not hold. Names the field, never the value."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: user, role and organisation, and the request that this is part of."""

    bruker: Id
    rolle: str
    virksomhet: Id
    forespoersel: Id


@dataclass(slots=True)
class Reading:
    """What a page or an answer has shown so far; written to the log when the reading ends."""

    saker: set[str] = field(default_factory=set)
    lest: set[str] = field(default_factory=set)

    def saw(self, fields: Iterable[str], saker: Iterable[Id] = ()) -> None:
        """Note fields («person.navn») that are shown, and the cases they are about."""
        self.lest.update(fields)
        self.saker.update(str(sak) for sak in saker)


def record(
    actor: Actor,
    handling: str,
    *,
    saker: Iterable[Id] = (),
    objekt: tuple[str, Id] | None = None,
    lest: Iterable[str] = (),
    skrevet: Iterable[str] = (),
    grunn: str = "",
    forpliktelser: Mapping[str, str] | None = None,
) -> int:
    """Append an entry about something done, in the caller's transaction; its number.

    `objekt` is (type, id), `grunn` the code or provision of the ground, `forpliktelser` maps names
    to the first half of what `commit_to` gives. Call it last: the head stays locked until commit.
    Raises UgyldigInnslag, TransactionManagementError outside a transaction, and DatabaseError,
    which must be let through: what cannot be logged is not done.
    """
    result = {"utfall": OK, "kode": "", "grunn": grunn}
    lists = {"saker": saker, "lest": lest, "skrevet": skrevet}
    return _append(actor, handling, objekt, lists, {**result}, forpliktelser or {})


def record_denial(
    actor: Actor,
    handling: str,
    kode: str,
    *,
    saker: Iterable[Id] = (),
    objekt: tuple[str, Id] | None = None,
    grunn: str = "",
) -> int:
    """Append an entry about something refused, in a transaction of its own; its number.

    To be called after the refused transaction has rolled back. Raises RuntimeError inside one,
    where the entry would be lost with it; otherwise as `record`.
    """
    result = {"utfall": DENIED, "kode": kode, "grunn": grunn}
    with transaction.atomic(durable=True):
        return _append(actor, handling, objekt, {"saker": saker}, result, {})


@contextmanager
def audited_read(
    actor: Actor, handling: str, *, objekt: tuple[str, Id] | None = None, grunn: str = ""
) -> Iterator[Reading]:
    """Run a reading and its log entry in one transaction.

    Everything that is shown must be made before the block ends (no lazy templates). If the entry
    cannot be written, the error comes out of the block and nothing may be shown.
    """
    with transaction.atomic():
        reading = Reading()
        yield reading
        record(actor, handling, objekt=objekt, grunn=grunn, saker=reading.saker, lest=reading.lest)


def commit_to(value: str) -> tuple[str, bytes]:
    """Return a commitment to a value, and the salt that opens it.

    The commitment goes in the log; the salt is sealed with the person's data key, so that erasing
    the person makes the commitment meaningless. Nothing about the value shows without the salt.
    """
    salt = secrets.token_bytes(_SALT_BYTES)
    return sha256(salt + value.encode()).hexdigest(), salt


def proves(commitment: str, salt: bytes, value: str) -> bool:
    """Whether the commitment in the log was made to this value."""
    return hmac.compare_digest(sha256(salt + value.encode()).hexdigest(), commitment)


def head() -> Checkpoint:
    """Return the newest number and hash, as the database says, and the time of asking."""
    row = _table("Revisjonshode").get()
    return Checkpoint(row.nr, row.hash, chain.timestamp(clock.now()))


def hash_of(nr: int) -> str | None:
    """Return the hash stored with an entry, or None when there is no such entry."""
    found = _table("Revisjonslogg").filter(nr=nr).values_list("hash", flat=True).first()
    return cast("str | None", found)


def records(first: int = 1, last: int | None = None) -> Iterator[Record]:
    """Give the entries from `first` to `last`, both included, as the chain reads them.

    They are for reading only: equal lists may be one and the same object.
    """
    columns = _model("Revisjonslogg")._meta.concrete_fields  # noqa: SLF001 -- Django's public name
    names = [column.attname for column in columns]
    when = names.index("tid")
    parsed = [at for at, column in enumerate(columns) if isinstance(column, models.JSONField)]
    # As text, and each text parsed once: most entries hold the same few lists.
    wanted = [
        Cast(name, models.TextField()) if at in parsed else name for at, name in enumerate(names)
    ]
    chosen = _table("Revisjonslogg").filter(nr__gte=first).order_by("nr")
    if last is not None:
        chosen = chosen.filter(nr__lte=last)
    for row in chosen.values_list(*wanted).iterator(chunk_size=_CHUNK):
        record = dict(zip(names, row, strict=True))
        record["tid"] = chain.timestamp(row[when])
        for at in parsed:
            record[names[at]] = _parse(row[at])
        yield record


@functools.lru_cache(maxsize=4096)
def _parse(text: str) -> object:
    return json.loads(text)


def about_case(
    sak: Id, most: int, *, before: int | None = None, whose: Mapping[str, object] | None = None
) -> list[Any]:
    """The newest entries about a case, at most `most`; older than number `before` when given.

    `whose` narrows by columns of the log (`bruker`, `virksomhet__in`). One query.
    """
    of_case = _table("Revisjonssak").filter(sak=str(sak)).values("nr")
    found = _table("Revisjonslogg").filter(nr__in=of_case, **(whose or {}))
    if before is not None:
        found = found.filter(nr__lt=before)
    return list(found.order_by("-nr")[:most])


def cases(first: int = 1, last: int | None = None) -> Iterator[tuple[int, str]]:
    """Give the rows of the look-up by case as (number, case), in order."""
    chosen = _table("Revisjonssak").filter(nr__gte=first).order_by("nr", "sak")
    if last is not None:
        chosen = chosen.filter(nr__lte=last)
    yield from chosen.values_list("nr", "sak").iterator(chunk_size=_CHUNK)


def verify(
    first: int = 1,
    last: int | None = None,
    outside: Iterable[Checkpoint] = (),
    watch: Callable[[Iterable[Record]], Iterable[Record]] = iter,
) -> Result:
    """Verify the stored log from `first` to `last` (the newest), also while others write to it.

    `outside` are checkpoints that were kept elsewhere; those in the range are compared. `watch` is
    given the stream of entries, to show how far it has come.
    """
    # The newest entry is read before the head, so that a writer in between does no harm.
    newest = _table("Revisjonslogg").aggregate(newest=Max("nr"))["newest"] or 0
    top = head()
    if newest > top.nr:
        return Result(0, top, Break(top.nr + 1, Slag.SATT_INN))
    after = chain.START if first == 1 else Checkpoint(first - 1, hash_of(first - 1) or "")
    part = last is not None and last < top.nr
    end = Checkpoint(last, hash_of(last) or "") if part and last is not None else top
    kept = [point for point in outside if point.nr >= first and not (part and point.nr > end.nr)]
    compared = _ComparedWithCases(cases(first, end.nr))
    found = chain.verify(watch(compared.follow(records(first, end.nr))), after, end, kept)
    if part and found.broken is not None and found.broken.slag is Slag.AVKORTET:
        return replace(found, broken=Break(found.broken.nr, Slag.SLETTET))
    if found.broken is None and (wrong := compared.first_wrong()) is not None:
        return replace(found, broken=Break(wrong, Slag.INDEKS))
    return found


class _ComparedWithCases:
    """Lets entries through and notes the first whose cases the look-up does not have."""

    def __init__(self, rows: Iterator[tuple[int, str]]) -> None:
        self._rows = rows
        self._next = next(rows, None)
        self._wrong: int | None = None

    def follow(self, entries: Iterable[Record]) -> Iterator[Record]:
        for entry in entries:
            nr, listed = cast(int, entry["nr"]), set()
            while self._next is not None and self._next[0] <= nr:
                listed.add(self._next)
                self._next = next(self._rows, None)
            wanted = {(nr, sak) for sak in cast("list[str]", entry["saker"])}
            if listed != wanted and self._wrong is None:
                self._wrong = nr
            yield entry

    def first_wrong(self) -> int | None:
        """The first entry that does not agree; rows without an entry count too."""
        if self._wrong is None and self._next is not None:
            return self._next[0]
        return self._wrong


def _model(name: str) -> type[models.Model]:
    # The tables belong to an app, which the engine may not import.
    return apps.get_model("revisjon", name)


def _table(name: str) -> Any:
    return _model(name)._default_manager  # noqa: SLF001 -- Django's public name


def _append(
    actor: Actor,
    handling: str,
    objekt: tuple[str, Id] | None,
    lists: Mapping[str, Iterable[Id]],
    result: Mapping[str, str],
    forpliktelser: Mapping[str, str],
) -> int:
    if not connection.in_atomic_block:
        raise TransactionManagementError("Revisjonsloggen skrives i samme transaksjon.")
    kind, target = objekt or ("", "")
    entry: dict[str, object] = {
        "bruker": _id("bruker", actor.bruker),
        "rolle": _code("rolle", actor.rolle),
        "virksomhet": _id("virksomhet", actor.virksomhet),
        "forespoersel": _id("forespoersel", actor.forespoersel),
        "handling": _code("handling", handling),
        "objekttype": _code("objekttype", kind) if objekt else "",
        "objekt": _id("objekt", target) if objekt else "",
        "saker": sorted({_id("saker", sak) for sak in lists.get("saker", ())}),
        "lest": sorted({_code("lest", str(name)) for name in lists.get("lest", ())}),
        "skrevet": sorted({_code("skrevet", str(name)) for name in lists.get("skrevet", ())}),
        "utfall": result["utfall"],
        "kode": _code("kode", result["kode"]) if result["utfall"] == DENIED else "",
        "grunn": _code("grunn", result["grunn"]) if result["grunn"] else "",
        "forpliktelser": {
            _code("forpliktelser", name): _hash("forpliktelser", value)
            for name, value in forpliktelser.items()
        },
        "versjon": chain.VERSION,
    }
    return _link(entry)


def _link(entry: dict[str, object]) -> int:
    """Lock the head, and append the entry to it. The database moves the head (see the triggers)."""
    newest = _table("Revisjonshode").select_for_update().get()
    moment = clock.now()
    entry |= {"nr": newest.nr + 1, "forrige": newest.hash, "tid": chain.timestamp(moment)}
    entry["hash"] = chain.digest(entry)
    _table("Revisjonslogg").create(**{**entry, "tid": moment})
    return int(newest.nr) + 1


def _id(name: str, value: Id) -> str:
    return _checked(name, str(value), _ID)


def _code(name: str, value: str) -> str:
    return _checked(name, value, _CODE)


def _hash(name: str, value: str) -> str:
    return _checked(name, value, _HASH)


def _checked(name: str, value: str, form: re.Pattern[str]) -> str:
    fits = len(value) <= LONGEST and form.fullmatch(value)
    if not fits or _IDENTITY_NUMBER.search(value):
        # Never the value: it may be what does not belong here.
        raise UgyldigInnslag(f"{name} er ikke en id eller kode.")
    return value
