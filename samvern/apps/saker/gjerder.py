"""What the database itself keeps of a case: the log is only added to."""

from typing import Final

from samvern.engine.gjerder import Table

TABLES: Final = (
    Table("saker_sak", ("id", "saksnr", "person_id", "opprettet")),
    Table(
        "saker_hendelse",
        (
            "id",
            "sak_id",
            "person_id",
            "nr",
            "type",
            "virkning",
            "erstatter",
            "skjedde",
            "registrert",
            "aktoer",
            "aktoer_rolle",
            "aktoer_virksomhet",
            "kilde",
            "skjemaversjon",
            "innhold",
        ),
        sealed=("kilde_ref", "merknad"),
    ),
)
