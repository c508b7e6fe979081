"""The three forms about an entry of the log: a new one, a correction, and «wrongly recorded»."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.http import Http404

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import (
    KILDENAVN,
    SAKSARTER,
    Endringsbilde,
    Hendelsesrad,
    Kilde,
    Lagret,
    Saksart,
    Saksbilde,
    Saksfelt,
)
from samvern.engine.avslag import Avslag, Feil, Nektet
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Typed
from samvern.web.registrering.felter import HVORFOR, KILDE, SKJEDDE, asked, reason
from samvern.web.registrering.innlesing import as_input, as_typed

NOT_CORRECTED: Final = Text(
    "Du kan ikke rette denne hendelsen.", "Du kan ikkje rette denne hendinga."
)
_WHY_CORRECT = reason(
    Text("Hvorfor retter du?", "Kvifor rettar du?"),
    Text("Det gamle blir stående i loggen.", "Det gamle blir ståande i loggen."),
)
_WHY_WRONG = reason(
    Text("Hvorfor er hendelsen registrert ved feil?", "Kvifor er hendinga registrert ved feil?"),
    Text(
        "Hendelsen blir stående i loggen, men regnes ikke med.",
        "Hendinga blir ståande i loggen, men blir ikkje rekna med.",
    ),
)


@dataclass(frozen=True, slots=True)
class Oppdrag:
    """One form about one case, and the action behind it. `modus`: ny, rett or feilfoer."""

    viewer: Viewer
    bilde: Saksbilde
    modus: str
    art: Saksart
    felter: tuple[Saksfelt, ...]
    gammel: Hendelsesrad | None = None
    utgangspunkt: Typed = field(default_factory=dict)
    """What stands in the form before anything is typed."""

    @property
    def sak(self) -> UUID:
        """The case."""
        return self.bilde.rad.id

    @property
    def slag(self) -> str:
        """The draft's name of this form."""
        if self.gammel is None:
            return f"hendelse:{self.art.kode}"
        return f"{self.modus}:{self.gammel.nr}"

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the fields that may be sent."""
        return tuple(felt.navn for felt in self.felter)

    def data(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What the action takes."""
        return dict(values) if self.modus == "feilfoer" else as_input(self.art.kode, values)

    def preview(self, values: Mapping[str, Any]) -> Endringsbilde:
        """What saving would change. Raises Avslag and FinnesIkke; saves nothing."""
        data = self.data(values)
        if self.gammel is None:
            return saker.registrer_hendelse.forhaandsvis(self.viewer, self.sak, data)
        if self.modus == "rett":
            return saker.korriger_hendelse.forhaandsvis(self.viewer, self.sak, self.gammel.nr, data)
        return saker.feilfoer_hendelse.forhaandsvis(self.viewer, self.sak, self.gammel.nr, data)

    def save(self, values: Mapping[str, Any], forventet_nr: int, noekkel: str) -> Lagret:
        """Save. Raises Avslag and FinnesIkke; then nothing is saved."""
        data, who, sak = self.data(values), self.viewer, self.sak
        if self.gammel is None:
            return saker.registrer_hendelse.utfoer(
                who, sak, data, forventet_nr=forventet_nr, noekkel=noekkel
            )
        if self.modus == "rett":
            return saker.korriger_hendelse.utfoer(
                who, sak, self.gammel.nr, data, forventet_nr=forventet_nr, noekkel=noekkel
            )
        return saker.feilfoer_hendelse.utfoer(
            who, sak, self.gammel.nr, data, forventet_nr=forventet_nr, noekkel=noekkel
        )


def _entry(viewer: Viewer, bilde: Saksbilde, nr: int) -> Hendelsesrad:
    """The entry, when the viewer may correct it. Raises Http404, Nektet and IkkeNaa."""
    found = next((row for row in bilde.hendelser if row.nr == nr), None)
    if found is None:
        raise Http404
    if not found.kan_rettes:
        # The action knows why: another body's entry, or one that no longer counts.
        saker.feilfoer_hendelse.forhaandsvis(viewer, bilde.rad.id, nr, {HVORFOR: "–"})
        raise Nektet([Feil("", "IKKE_TILGANG", NOT_CORRECTED)])
    return found


def new(viewer: Viewer, bilde: Saksbilde, kode: str) -> Oppdrag:
    """The form for something that has happened. Raises Http404 for an unknown type, and Nektet.

    A type that does not fit the case as it stands may fit it as it was: the form is given, and
    the action judges the day.
    """
    art = SAKSARTER.get(kode)
    if art is None:
        raise Http404
    made = Oppdrag(viewer, bilde, "ny", art, asked(art))
    if kode not in bilde.kan_registrere:
        _require_competence(made)
    return made


def _require_competence(made: Oppdrag) -> None:
    """Ask the action whether the viewer may, with nothing filled in; any other no is for later."""
    try:
        made.preview({SKJEDDE.navn: made.bilde.per_dato.isoformat(), KILDE.navn: str(Kilde.ANNET)})
    except Nektet:
        raise
    except Avslag:
        return


def correction(viewer: Viewer, bilde: Saksbilde, nr: int) -> Oppdrag:
    """The form for correcting an entry, filled in as it stands. Raises Http404, Nektet, IkkeNaa."""
    old = _entry(viewer, bilde, nr)
    art = SAKSARTER[old.type]
    fields = asked(art)
    return Oppdrag(
        viewer, bilde, "rett", art, (*fields, _WHY_CORRECT), old, as_typed(fields, stored(old))
    )


def removal(viewer: Viewer, bilde: Saksbilde, nr: int) -> Oppdrag:
    """The form for marking an entry as wrongly recorded. Raises Http404, Nektet, IkkeNaa."""
    old = _entry(viewer, bilde, nr)
    return Oppdrag(viewer, bilde, "feilfoer", SAKSARTER[old.type], (_WHY_WRONG,), old)


def stored(row: Hendelsesrad) -> dict[str, Any]:
    """The fields of an entry as the form names them."""
    kilde = next((str(k) for k, name in KILDENAVN.items() if name == row.kilde), "")
    return {
        **row.raa,
        "skjedde": row.skjedde.isoformat(),
        "kilde": kilde,
        "kilde_ref": row.kilde_ref,
        "merknad": row.merknad,
    }
