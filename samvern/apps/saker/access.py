"""What one role may see of a case, and record in it. Pure: no database, no clock.

    relasjon = rader.relasjon(viewer, sak)         # FinnesIkke outside the row filter
    blikk = access.rolleblikk(viewer.rolle, relasjon)
    blikk.kan_lese(Innhold.OPPHOER)                # Innsyn.FULLT, Innsyn.MASKERT or None
    blikk.kan_registrere("klage")                  # Grunnlag.EGET, Grunnlag.GJENGITT or None
    access.may(viewer, Handling.REGISTRERE, type="opphoer", relasjon=relasjon)   # or Nektet

Which cases the role sees at all is `rader`; what a mask leaves is `masker`. Source: part 4.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samvern.apps.saker import tilgangstabell as tabell
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import INNHOLDSNAVN, Deltakerslag, Innhold
from samvern.apps.saker.tilgangstabell import NK_ROLLER, Vilkaar, celle
from samvern.engine.avslag import Feil, Nektet
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text


class Innsyn(StrEnum):
    """How much of a kind of content is read."""

    FULLT = "fullt"
    MASKERT = "maskert"


class Grunnlag(StrEnum):
    """On what ground somebody records an event."""

    EGET = "eget"
    """The role has W or V itself."""
    GJENGITT = "gjengitt"
    """NK writes down what a competent body has decided or done, with its source (P1)."""


class Handling(StrEnum):
    """What somebody wants to do with a case."""

    SE = "se"
    OPPRETTE = "opprette"
    REGISTRERE = "registrere"
    NOEDTILGANG = "noedtilgang"
    ETTERKONTROLL = "etterkontroll"


class Logginnsyn(StrEnum):
    """Whose readings of the case a role may see."""

    ALLE = "alle"
    EGNE = "egne"
    EGEN_VIRKSOMHET = "egen_virksomhet"


@dataclass(frozen=True, slots=True)
class Relasjon:
    """How the viewer stands to one case today."""

    som: frozenset[Deltakerslag] = frozenset()
    """The capacities in which the viewer takes part; empty for NK, which sees all."""
    avsluttet: bool = False
    unndratt: bool = False
    noed: bool = False
    """Whether the case is seen through emergency access only: reading, never recording."""


TYPISK: Final = Relasjon()
"""For lists: what the role sees of any case that it sees, without a case's own state."""


@dataclass(frozen=True, slots=True)
class Blikk:
    """What one role may see and do in one case. Ask it for everything; never the role itself."""

    rolle: Rolle
    relasjon: Relasjon = TYPISK

    def kan_lese(self, innhold: Innhold) -> Innsyn | None:
        """Whether a kind of content is read in full, masked or not at all."""
        cell = celle(self.rolle, innhold)
        if not cell.leses:
            return None
        if Vilkaar.VED_UNNDRAGELSE in cell.vilkaar and not self.relasjon.unndratt:
            return None
        return Innsyn.MASKERT if cell.maskert else Innsyn.FULLT

    def leser_alt(self, *innhold: Innhold) -> bool:
        """Whether every one of these is read in full."""
        return all(self.kan_lese(one) is Innsyn.FULLT for one in innhold)

    @property
    def opphoer_holdes_unna(self) -> bool:
        """Whether the dates of opphør and opprettholdelse are kept from the role (rule 2)."""
        return self.rolle is Rolle.KONTROLLKOMMISJON

    @property
    def bare_oppholdssted(self) -> bool:
        """Whether the viewer's institution has the person, and another the responsibility."""
        return self.relasjon.som == {Deltakerslag.OPPHOLDSSTED}

    def kan_registrere(self, kode: str) -> Grunnlag | None:
        """Whether the role may record an event of this type, and on what ground.

        What the state of the case allows is another question. Raises KeyError for unknown types.
        """
        innhold = SAKSARTER[kode].innhold
        cell = celle(self.rolle, innhold)
        if self.relasjon.noed:
            return None
        if self.rolle in NK_ROLLER:
            if cell.skrives:
                return Grunnlag.EGET
            return Grunnlag.GJENGITT if cell.leses and not cell.maskert else None
        if self.relasjon.avsluttet or self.rolle not in tabell.AVSENDERE[kode]:
            return None
        if self.bare_oppholdssted and kode in tabell.ANSVARETS:
            return None
        own = cell.skrives or kode in tabell.PAATALEHENDELSER
        return Grunnlag.EGET if own or self._decides_on_notification(kode) else None

    def _decides_on_notification(self, kode: str) -> bool:
        # The state administrator decides complaints about notification with the same event type.
        return self.rolle is Rolle.STATSFORVALTER and kode == "klage_avgjort"

    def tillatte_verdier(self, kode: str) -> Mapping[str, frozenset[str]]:
        """Fields of the event type in which the role may only give some of the values."""
        if self.rolle is Rolle.STATSADVOKAT and kode in tabell.EGEN_PART:
            return {"part": tabell.EGEN_PART[kode]}
        return {}

    def kan_si(self, kode: str, felt: Mapping[str, object]) -> bool:
        """Whether no field says more than the role may say. Takes what is sent in, whatever it
        is."""
        limits = self.tillatte_verdier(kode).items()
        return all(felt.get(name) in (None, *allowed) for name, allowed in limits)

    def kan_gjelde(self, kode: str, om: Innhold | None) -> bool:
        """Whether an event of this type may be about (its `ref`) that kind of content.

        Complaints about notification go to the state administrator, and only those; the commission
        and the prosecution have no part in them. A matter that the commission has is withdrawn by
        no party that records for itself only.
        """
        if kode not in tabell.OM_VEDTAK:
            return True
        if kode == "klage_trukket" and om is Innhold.KLAGE and self.tillatte_verdier(kode):
            return False
        if self.rolle is Rolle.STATSFORVALTER:
            return om is Innhold.VARSLING
        apart = {Rolle.STATSADVOKAT, Rolle.KONTROLLKOMMISJON, *NK_ROLLER}
        return om is not Innhold.VARSLING or self.rolle not in apart

    def kan_rette(self, kode: str, aktoer_rolle: str, *, andres: bool = False) -> bool:
        """Whether the role may correct an entry that somebody in `aktoer_rolle` made.

        Whoever records a type on its own ground also corrects what NK wrote for it. What NK only
        reproduces, it corrects only when it wrote it: nobody rewrites another's decision. The place
        of stay does not rewrite what another institution (`andres`) has recorded (N-9.7).
        """
        ground = self.kan_registrere(kode)
        by_nk = aktoer_rolle in NK_ROLLER
        if ground is None:
            return False
        if self.rolle in NK_ROLLER:
            return ground is Grunnlag.EGET or by_nk
        return by_nk or (aktoer_rolle == self.rolle and not (andres and self.bare_oppholdssted))

    @property
    def logginnsyn(self) -> Logginnsyn | None:
        """Whose readings of the case the viewer may be shown; None for nobody's."""
        cell = celle(self.rolle, Innhold.REVISJON)
        if not cell.leses:
            return None
        if Vilkaar.EGEN in cell.vilkaar:
            return Logginnsyn.EGNE
        if Vilkaar.EGEN_INSTITUSJON in cell.vilkaar:
            return Logginnsyn.EGEN_VIRKSOMHET
        return Logginnsyn.ALLE


def rolleblikk(rolle: Rolle, relasjon: Relasjon = TYPISK) -> Blikk:
    """What the role may see and do in a case it has this relation to."""
    return Blikk(rolle, relasjon)


def roller_som_leser(innhold: Innhold) -> tuple[Rolle, ...]:
    """The roles that read a kind of content, in full or masked: «who will see this»."""
    return tuple(rolle for rolle in tabell.SAKSROLLER_I_ORDEN if Blikk(rolle).kan_lese(innhold))


def who_can(kode: str) -> Text:
    """Who may record an event of this type, in words, for the refusal."""
    roles = [rolle for rolle in Rolle if rolle in tabell.AVSENDERE[kode]]
    names = [ROLLENAVN[rolle] for rolle in (*roles, Rolle.NK)]
    if Blikk(Rolle.NK).kan_registrere(kode) is None:
        names = names[:-1]
    return Text(", ".join(name.nb for name in names), ", ".join(name.nn for name in names))


def _refuse(kode: str, nb: str, nn: str) -> Nektet:
    return Nektet([Feil("", kode, Text(nb, nn), "phvl/5-2b")])


def _no_column() -> Nektet:
    return _refuse(
        "IKKE_TILGANG",
        "Rollen din gir ikke adgang til saker.",
        "Rolla di gir ikkje tilgang til saker.",
    )


def krev_lesing(blikk: Blikk, innhold: Innhold) -> None:
    """Raise Nektet IKKE_TILGANG unless the viewer reads something of this kind of content."""
    if blikk.kan_lese(innhold) is None:
        name = INNHOLDSNAVN[innhold]
        raise _refuse(
            "IKKE_TILGANG",
            f"Rollen din leser ikke dette: {name.nb}.",
            f"Rolla di les ikkje dette: {name.nn}.",
        )


def krev_registrering(blikk: Blikk, kode: str) -> Grunnlag:
    """Raise Nektet IKKE_KOMPETANT, naming who can, unless the viewer may record the type."""
    ground = blikk.kan_registrere(kode)
    if ground is not None:
        return ground
    if blikk.relasjon.noed:
        raise _refuse(
            "IKKE_TILGANG",
            "Nødtilgang gir bare lesing. Den som har ansvaret i saken, registrerer.",
            "Naudtilgang gir berre lesing. Den som har ansvaret i saka, registrerer.",
        )
    if blikk.bare_oppholdssted and kode in tabell.ANSVARETS:
        raise _refuse(
            "IKKE_KOMPETANT",
            "Personen er hos dere, men en annen institusjon har behandlingsansvaret. Bare den kan "
            "registrere dette.",
            "Personen er hos dykk, men ein annan institusjon har behandlingsansvaret. Berre han "
            "kan registrere dette.",
        )
    what, who = SAKSARTER[kode].navn, who_can(kode)
    raise _refuse(
        "IKKE_KOMPETANT",
        f"Du kan ikke registrere «{what.nb}». Det kan: {who.nb}.",
        f"Du kan ikkje registrere «{what.nn}». Det kan: {who.nn}.",
    )


def krev_retting(blikk: Blikk, kode: str, aktoer_rolle: str, *, andres: bool = False) -> None:
    """Raise Nektet unless the viewer may correct an entry of the type made in that role, by
    another organisation than the viewer's when `andres`."""
    krev_registrering(blikk, kode)
    if not blikk.kan_rette(kode, aktoer_rolle, andres=andres):
        raise _refuse(
            "IKKE_KOMPETANT",
            "Føringen er gjort av en annen instans. Bare den kan rette den.",
            "Føringa er gjord av ein annan instans. Berre den kan rette henne.",
        )


def krev_ansvaret(blikk: Blikk, *, flyttes: bool) -> None:
    """Raise Nektet when the place of stay would move the responsibility (`flyttes`; N-9.7, T36)."""
    if blikk.bare_oppholdssted and flyttes:
        raise _refuse(
            "IKKE_KOMPETANT",
            "Dette ville flytte behandlingsansvaret. Det kan den ansvarlige institusjonen, det "
            "regionale helseforetaket eller Nasjonal koordineringsenhet registrere.",
            "Dette ville flytte behandlingsansvaret. Det kan den ansvarlege institusjonen, det "
            "regionale helseføretaket eller Nasjonal koordineringseining registrere.",
        )


def krev_verdier(
    blikk: Blikk, kode: str, felt: Mapping[str, object], om: Innhold | None = None
) -> None:
    """Raise Nektet when a field says more than the viewer may say.

    `om` is the kind of content of the entry that `ref` points at, when it points at one.
    """
    if not blikk.kan_si(kode, felt):
        raise _refuse(
            "IKKE_KOMPETANT",
            "Statsadvokaten fører bare det påtalemyndigheten selv har gjort som part.",
            "Statsadvokaten fører berre det påtalemakta sjølv har gjort som part.",
        )
    if not blikk.kan_gjelde(kode, om):
        name_of = INNHOLDSNAVN[om or Innhold.VARSLING]
        raise _refuse(
            "IKKE_KOMPETANT",
            f"Dette kan du ikke føre om: {name_of.nb}.",
            f"Dette kan du ikkje føre om: {name_of.nn}.",
        )


def may(
    viewer: Viewer,
    handling: Handling,
    *,
    innhold: Innhold = Innhold.SAK,
    kode: str = "",
    relasjon: Relasjon = TYPISK,
) -> None:
    """Raise Nektet with a named code and who can, unless the viewer may.

    For a case inside the row filter; outside it there is only FinnesIkke. SE asks about `innhold`,
    REGISTRERE about the event type `kode` (KeyError when unknown).
    """
    if viewer.rolle not in tabell.SAKSROLLER:
        raise _no_column()
    blikk = rolleblikk(viewer.rolle, relasjon)
    if handling is Handling.SE:
        krev_lesing(blikk, innhold)
    elif handling is Handling.REGISTRERE:
        krev_registrering(blikk, kode)
    elif handling is Handling.NOEDTILGANG:
        _require_confirmed(viewer)
    elif viewer.rolle not in NK_ROLLER:
        who = ROLLENAVN[Rolle.NK]
        raise _refuse("IKKE_KOMPETANT", f"Det kan bare {who.nb}.", f"Det kan berre {who.nn}.")


def _require_confirmed(viewer: Viewer) -> None:
    if not viewer.bekreftet:
        raise _refuse(
            "IKKE_BEKREFTET",
            "Bekreft at det er deg før du åpner en sak med nødtilgang.",
            "Stadfest at det er deg før du opnar ei sak med naudtilgang.",
        )
