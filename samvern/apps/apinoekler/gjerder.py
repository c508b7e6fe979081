"""What the database itself keeps of a key: bound once and for all, withdrawn once."""

from typing import Final

from samvern.engine.gjerder import Table

TABLES: Final = (
    Table(
        "apinoekler_apinoekkel",
        (
            "id",
            "bruker_id",
            "rolle",
            "formaal",
            "navn",
            "avtrykk",
            "oektversjon",
            "opprettet",
            "utloeper",
        ),
        closed=("trukket",),
    ),
)
