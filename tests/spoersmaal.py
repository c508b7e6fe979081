"""Counting the questions a page asks the database.

What opens, closes or parts a transaction, and what tells PostgreSQL who asks (`lesing.fence`), is
not a question. Session, role and audit entry are.
"""

from collections.abc import Iterable, Mapping

_QUIET = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
_FENCE = ("set_config(", "current_setting(")


def questions(captured: Iterable[Mapping[str, str]]) -> list[str]:
    """The statements among what was captured (`CaptureQueriesContext`) that are questions."""
    every = [one["sql"] for one in captured]
    return [
        sql
        for sql in every
        if not sql.startswith(_QUIET) and not any(word in sql for word in _FENCE)
    ]
