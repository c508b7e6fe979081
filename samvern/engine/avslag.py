"""The four ways to say no, which must never look alike.

`Nektet` you may not · `IkkeNaa` not possible now · `ForTidlig` too early or too late by the law ·
`Ugyldig` this is not valid. And `FinnesIkke`, which says the same about what is hidden and what
does not exist. Codes and HTTP answers: `koordineringsenheten.md` section 0.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, NamedTuple

from samvern.law.text import Text


class Feil(NamedTuple):
    """One fault: where, which stable code, and in words. `sti` is empty when it is about all."""

    sti: str
    kode: str
    melding: Text
    hjemmel: str = ""
    """Provision or calculation choice (`phvl/5-3/1`), when a rule says so."""
    tidligst: date | None = None
    """The earliest lawful date, where there is one."""


class Avslag(Exception):
    """Something was refused. Carries what to say; never what was typed."""

    http: ClassVar[int] = 422

    def __init__(self, feil: Iterable[Feil]) -> None:
        self.feil = tuple(feil)
        if not self.feil:
            raise ValueError("Et avslag må si hvorfor.")
        super().__init__(", ".join(sorted({f.kode for f in self.feil})))

    @property
    def kode(self) -> str:
        """The code of the first fault."""
        return self.feil[0].kode


class Ugyldig(Avslag):
    """The input is not valid: MANGLER_FELT, UGYLDIG_VERDI or UGYLDIG_REKKEFOLGE; all at once."""

    http = 422


class IkkeNaa(Avslag):
    """Not possible in the state the case is in: FEIL_TILSTAND, AVVIK_KREVES or ENDRET_I_MENS.

    `tillatt` lists the codes of what is possible now.
    """

    http = 409

    def __init__(self, feil: Iterable[Feil], tillatt: Iterable[str] = ()) -> None:
        super().__init__(feil)
        self.tillatt = tuple(tillatt)


class ForTidlig(Avslag):
    """The law gives an earliest or a last date: FOR_TIDLIG or FRIST_UTLOPT."""

    http = 409


class Nektet(Avslag):
    """The person may not: IKKE_TILGANG, IKKE_KOMPETANT or IKKE_I_FORMAL."""

    http = 403


class FinnesIkke(Exception):
    """Hidden or missing; nobody is told which."""
