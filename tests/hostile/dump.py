"""Everything a thief of the database would hold, and every form a text could lie in there."""

import base64
from pathlib import Path

from django.db import connection


def everything(path: Path | None) -> bytes:
    """The raw bytes of the whole database, from a connection of the caller's own.

    On SQLite the file and its journal, as they lie on the disk; on PostgreSQL what a dump holds:
    a COPY of every table, as text and as binary.
    """
    if path is not None:
        beside = sorted(path.parent.glob(f"{path.name}*"))
        return b"".join(part.read_bytes() for part in beside)
    found = bytearray()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            for form in ("TEXT", "BINARY"):
                with cursor.copy(f"COPY {name} TO STDOUT (FORMAT {form})") as rows:
                    for part in rows:
                        found += bytes(part)
    return bytes(found)


def forms(text: str) -> dict[str, bytes]:
    """The text as it may be written: plain, other encodings, hexadecimal, base64 at any place."""
    raw = text.encode()
    written = {
        "utf-8": raw,
        "utf-16": text.encode("utf-16-le"),
        "latin-1": text.encode("latin-1"),
        "hex": raw.hex().encode(),
        "json": text.encode("ascii", "backslashreplace"),
    }
    for shift in range(3):
        # The first and last letters of base64 depend on what stands before and after.
        whole = base64.b64encode(bytes(shift) + raw)
        written[f"base64+{shift}"] = whole[(0, 2, 3)[shift] : len(whole) - 4]
    return written


def traces(dump: bytes, text: str) -> list[str]:
    """The forms in which the text, or the text in small or capital letters, stands in the dump."""
    small = dump.lower()
    return [
        name
        for name, form in forms(text).items()
        if form in dump or (not name.startswith("base64") and form.lower() in small)
    ]
