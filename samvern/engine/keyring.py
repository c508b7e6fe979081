"""The key ring: the keys that never lie in the database. No Django here, so start-up can ask.

`SAMVERN_NOEKLER` is the path of a JSON file, or the JSON itself:

    {"aktiv": "2026a", "hovednoekler": {"2026a": "<base64 of 32 bytes>"}, "indeks": "<base64>"}

Master keys wrap data keys; «aktiv» names the one that wraps new ones. «indeks» keys the blind
index. Without the variable, development makes a ring of its own under `var/`; production refuses.
No message here repeats a key, or any part of the file. Source: trust table A10.
"""

import base64
import binascii
import json
import os
import re
import secrets
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

VARIABLE = "SAMVERN_NOEKLER"
FILE_NAME = "noekler.json"
KEY_BYTES = 32
FEWEST_DIFFERENT_BYTES = 16
"""Of 32 random bytes some 30 differ; below 16 happens once in about 10^20 rings."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_OTHERS_OR_GROUP_WRITE = stat.S_IRWXO | stat.S_IWGRP
_FIELDS = {"aktiv", "hovednoekler", "indeks"}


class UgyldigNoekkelring(ValueError):
    """The key ring is missing or unfit; the text (Norwegian) says why and never what it holds."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Master keys by name, the name of the active one, and the key of the blind index."""

    active: str
    masters: Mapping[str, bytes] = field(repr=False)
    index_key: bytes = field(repr=False)


def new_ring(name: str = "1") -> dict[str, object]:
    """Return a fresh ring, as data for the file, with one master key of the given name."""
    return {
        "aktiv": name,
        "hovednoekler": {name: _encode(secrets.token_bytes(KEY_BYTES))},
        "indeks": _encode(secrets.token_bytes(KEY_BYTES)),
    }


def load(env: Mapping[str, str], var: Path, *, production: bool) -> KeyRing:
    """Return the ring that `env` points to; development without one makes it under `var`.

    Raises UgyldigNoekkelring.
    """
    value = env.get(VARIABLE, "").strip()
    if value.startswith("{"):
        return parse(value)
    if value:
        return parse(_read(Path(value)))
    if production:
        raise UgyldigNoekkelring(f"{VARIABLE} mangler.")
    return parse(_read(_own_file(var)))


def faults(env: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the ring for production, in Norwegian; empty when it is fit."""
    try:
        load(env, Path(), production=True)
    except UgyldigNoekkelring as fault:
        return [str(fault)]
    return []


def parse(text: str) -> KeyRing:
    """Return the ring in a JSON text. Raises UgyldigNoekkelring."""
    try:
        data = json.loads(text, object_pairs_hook=_unique)
    except UgyldigNoekkelring:
        raise
    except (ValueError, RecursionError):
        raise UgyldigNoekkelring("Nøkkelringen er ikke gyldig JSON.") from None
    if not isinstance(data, dict) or set(data) != _FIELDS:
        raise UgyldigNoekkelring("Nøkkelringen skal ha feltene aktiv, hovednoekler og indeks.")
    written = data["hovednoekler"]
    if not isinstance(written, dict) or not all(_NAME.fullmatch(name) for name in written):
        raise UgyldigNoekkelring("Hovednøklene skal ha navn av små bokstaver, sifre og bindestrek.")
    if not isinstance(data["aktiv"], str) or data["aktiv"] not in written:
        raise UgyldigNoekkelring("Den aktive hovednøkkelen finnes ikke i nøkkelringen.")
    masters = {name: _decode(key) for name, key in written.items()}
    index_key = _decode(data["indeks"])
    if len({*masters.values(), index_key}) != len(masters) + 1:
        raise UgyldigNoekkelring("Samme nøkkel står flere steder i nøkkelringen.")
    return KeyRing(data["aktiv"], masters, index_key)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise UgyldigNoekkelring("Et felt står to ganger i nøkkelringen.")
    return found


def _encode(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _decode(text: object) -> bytes:
    try:
        key = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise UgyldigNoekkelring("Hver nøkkel skal være 32 byte, skrevet som base64.")
    if len(set(key)) < FEWEST_DIFFERENT_BYTES:
        raise UgyldigNoekkelring("En nøkkel er for svak: den er ikke tilfeldig.")
    return key


def _read(path: Path) -> str:
    """Return the file's text. The permissions are read from the very file that is opened."""
    try:
        with path.open("rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            text = stream.read().decode("utf-8") if stat.S_ISREG(mode) else ""
    except UnicodeDecodeError:
        raise UgyldigNoekkelring("Nøkkelringen er ikke gyldig JSON.") from None
    except (OSError, ValueError):
        raise UgyldigNoekkelring(f"Filen i {VARIABLE} kan ikke leses.") from None
    if mode & _OTHERS_OR_GROUP_WRITE:
        raise UgyldigNoekkelring(
            f"Filen i {VARIABLE} er åpen for andre. Sett rettighetene til 600."
        )
    return text


def _own_file(var: Path) -> Path:
    """Return development's own ring, made whole before it gets its name, so no process reads half.

    Two processes may start at once: the one that names its file first wins, the other uses that.
    """
    path = var / FILE_NAME
    if path.exists():
        return path
    var.mkdir(parents=True, exist_ok=True)
    # Temporary files are made with mode 600.
    with tempfile.NamedTemporaryFile("w", dir=var, prefix=".noekler-", delete=True) as stream:
        json.dump(new_ring(), stream)
        stream.flush()
        os.fsync(stream.fileno())
        try:
            os.link(stream.name, path)
        except FileExistsError:
            return path
    return path
