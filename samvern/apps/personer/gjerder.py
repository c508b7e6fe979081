"""What the database itself keeps of persons: versions are never overwritten or deleted.

What may change in a row of versions: that it is replaced (once), that its blind index is cleared,
and the bytes of a sealed text (a new data key seals it anew), but never whether there is one.
Links and erasures never change. A later change of the tables gets a migration of its own, ending
with `put_up`; a test looks for every trigger.
"""

from typing import Final

from samvern.engine.gjerder import Table

_VERSION: Final = ("id", "person_id", "versjon", "registrert", "registrert_av", "grunn")
_CLOSED: Final = ("erstattet", "erstattet_i")
TABLES: Final = (
    Table("person", ("id", "opprettet", "opprettet_av"), closed=("slettet",)),
    Table(
        "personopplysning",
        (*_VERSION, "kjoenn", "adressebeskyttelse", "ukjent_identitet"),
        ("foedselsdato", "doedsdato", "bostedskommune", "ukjent_grunn"),
        _CLOSED,
    ),
    Table("personnavn", _VERSION, ("fornavn", "mellomnavn", "etternavn"), _CLOSED),
    Table(
        "personnummer",
        (*_VERSION, "slag", "utsteder"),
        ("nummer", "gyldig_fra", "gyldig_til"),
        _CLOSED,
        ("indeks",),
    ),
    Table("kontaktopplysning", (*_VERSION, "slag"), ("verdi",), _CLOSED),
    Table(
        "personkobling",
        ("id", "foerste_id", "andre_id", "nr", "koblet", "grunn", "registrert", "registrert_av"),
    ),
    Table("slettevedtak", ("person_id", "besluttet_av", "bekreftet_av", "grunn", "slettet")),
)
