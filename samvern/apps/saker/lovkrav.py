"""What the law asks of one entry beyond its fields: combinations that say something untrue.

Pure, but for the list of offences, which is reference data.

Nothing here keeps anybody from recording what has happened (principle P1): each refusal says which
entry tells it truthfully.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from samvern.apps.saker.domsfelt import ANDRE_TILTAK
from samvern.apps.saker.egne_felt import ANTALL_LOVBRUDD, FAREGRAD
from samvern.apps.saker.egneavvik import after_three_weeks, in_another_form
from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.felt_overfoering import BEHANDLING, OPPLEGG, PLANLAGT, SAMFUNNSVERN
from samvern.apps.saker.koder import Virkning
from samvern.apps.saker.lovkravtekster import (
    BARE_ETTERLATTE,
    BARE_TIDSBESTEMT,
    BEGRUNN_BEHANDLING,
    BEGRUNN_SAMFUNNSVERN,
    BESKRIV_OPPLEGGET,
    DU_BESTEMMER,
    FOER_BEGJAERINGEN,
    FOER_KLAGEFRISTEN,
    FOER_VEDTAKET,
    GJENTATTE,
    I_TRE_UKER,
    IKKE_BEGJAERT,
    IKKE_INTERN,
    IKKE_KLAGET,
    IKKE_PART,
    IKKE_UTE,
    IKKE_VEDTAKET,
    IKKE_VESENTLIG,
    INGEN_KLAGE,
    INNLAGT,
    OPPGI_ANTALL,
    OPPGI_FAREN,
    OPPGI_TILTAK,
    SI_HVORFOR,
    SKRIV_SAKSNR,
    TIDSBESTEMT_5_6,
    TIDSBESTEMT_FARE,
    UENIGHET_OPPHEVET,
    VARSLET_MOT_OENSKE,
    VELG_LOVBRUDD,
)
from samvern.apps.saker.plassering import DOEGN, FENGSEL, UTEN_DOEGN
from samvern.apps.saker.state import Tilstand, final_since
from samvern.apps.saker.varslingshendelser import OENSKER_IKKE
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine.avslag import Feil
from samvern.engine.inndata import MANGLER, MANGLER_FELT, UGYLDIG_REKKEFOLGE, UGYLDIG_VERDI
from samvern.engine.roller import Rolle
from samvern.law.deadline import count
from samvern.law.event import KLAGE_PARTER, Sakstype
from samvern.law.intake_check import TIDSBESTEMT_FRA
from samvern.law.period import Unit, add
from samvern.law.rules.overfoering import F_20
from samvern.law.rules.regimes import REFORM_2020, SAERREAKSJON_FRA, STRAFFELOVEN_2005_FRA

KONSULTASJON_FRA: Final = date(2020, 10, 1)
"""phvl § 5-3 third paragraph came with the act of 21 June 2019 no. 48 (LES_FOERST K6)."""

_TIME_LIMITED: Final = (
    (FAREGRAD.navn, OPPGI_FAREN),
    (ANTALL_LOVBRUDD.navn, OPPGI_ANTALL),
    (ANDRE_TILTAK.navn, OPPGI_TILTAK),
)
"""What a time-limited sentence rests on, and what is said when it is missing."""
_REASONS: Final = (
    (BEGRUNN_BEHANDLING, "phvl/5-3/2"),
    (BEGRUNN_SAMFUNNSVERN, "phvl/5-3/2"),
    (BESKRIV_OPPLEGGET, "phvl/5-3/2"),
)


def _end(entry: Oppfoering, after: Tilstand, _words: bool) -> Iterator[Feil]:
    """Only a time-limited sentence ends by itself in law, and a person records it (K14, N-5.11)."""
    if entry.innhold.get("av") != "tidsutloep":
        return
    if after.domstype != Sakstype.TIDSBESTEMT:
        yield Feil("innhold.av", UGYLDIG_VERDI, BARE_TIDSBESTEMT, "strl/65/4")
        return
    # The earliest of the readings of «tre år etter overføringsdommen»: from the day it was given.
    final = final_since(after.hendelser)
    given = [e.skjedde for e in after.hendelser if e.type == "dom_avsagt"]
    start = min([*given, *([final] if final else [])], default=None)
    if start is not None and entry.skjedde < (earliest := add(start, 3, Unit.AAR)):
        yield Feil("skjedde", UGYLDIG_REKKEFOLGE, IKKE_UTE, "strl/65/4", earliest)


class _Vilkaar(NamedTuple):
    """Where one build of the law says what a sentence rests on (LES_FOERST K2)."""

    fra: date
    uten_tidsgrense: str
    gjentatte: str = ""
    """Repeated offences, for a time-limited sentence."""
    fare: str = ""
    """The danger and the other measures, for a time-limited sentence."""


_VILKAAR: Final = (
    _Vilkaar(REFORM_2020, "strl/62/1", "strl/62/2", "strl/62/2"),
    _Vilkaar(TIDSBESTEMT_FRA, "strl/62/1/p1", "strl/62/1/p2", "strl/62/4"),
    _Vilkaar(STRAFFELOVEN_2005_FRA, "strl/62/1"),
    _Vilkaar(SAERREAKSJON_FRA, "strl1902/39"),
)


def _judgment(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """What the first judgment must tell (N-5.2), and what the first of its kind rests on.

    Without a time limit: an offence of those the sentence can rest on (N-7.4). Time-limited:
    `_time_limited`. A later judgment may be about ending the sentence and tell less, but a higher
    court may give another sentence than the first, and then says what that one rests on.
    """
    held = entry.innhold
    others = [
        e
        for e in after.hendelser
        if e.type == "dom_avsagt" and e.nr not in (entry.nr, entry.erstatter)
    ]
    if not others and not held.get("domstolens_saksnr"):
        yield Feil("innhold.domstolens_saksnr", MANGLER_FELT, SKRIV_SAKSNR)
    kind = held.get("domstype")
    first = kind not in {e.innhold.get("domstype") for e in others}
    law = next((one for one in _VILKAAR if one.fra <= entry.skjedde), _VILKAAR[-1])
    if kind == Sakstype.TIDSUBESTEMT and first and not _grounds(entry, words):
        yield Feil("innhold.lovbrudd", MANGLER_FELT, VELG_LOVBRUDD, law.uten_tidsgrense)
    # Before there was such a sentence the law library refuses it, with the reason.
    if kind == Sakstype.TIDSBESTEMT and entry.skjedde >= TIDSBESTEMT_FRA:
        yield from _time_limited(held, law, first=first, words=words)


def _time_limited(
    held: Mapping[str, Any], law: _Vilkaar, *, first: bool, words: bool
) -> Iterator[Feil]:
    """Repeated offences, the danger imminent in a high degree, other measures tried (N-8.2, N-8.5,
    N-8.6); which offences is the court's to say.

    What the law does not allow is refused until somebody says in words that the judgment is so:
    what the court decided is recorded whatever it is (P1).
    """
    repeated = ANTALL_LOVBRUDD.navn
    for name, missing in _TIME_LIMITED if first else ():
        if not held.get(name):
            source = law.gjentatte if name == repeated else law.fare
            yield Feil(f"innhold.{name}", MANGLER_FELT, missing, source)
    if held.get(FAREGRAD.navn) == "naerliggende" and not words:
        yield Feil(f"innhold.{FAREGRAD.navn}", UGYLDIG_VERDI, TIDSBESTEMT_FARE, law.fare)
    if held.get(repeated) == 1 and not words:
        yield Feil(f"innhold.{repeated}", UGYLDIG_VERDI, GJENTATTE, law.gjentatte)


def _grounds(entry: Oppfoering, words: bool) -> bool:
    """Whether one of the offences can carry a sentence without a time limit, as the law was.

    When the judgment names only others, somebody says so in words (P1); none at all will not do.
    """
    named = entry.innhold.get("lovbrudd") or ()
    if named and words:
        return True
    carries = {
        one.kode
        for one in virksomheter.lovbruddskategorier(entry.skjedde)
        if one.gjelder_tidsubestemt
    }
    return not carries.isdisjoint(named)


def _admitted(entry: Oppfoering, _after: Tilstand, _words: bool) -> Iterator[Feil]:
    """The first three weeks are round-the-clock (phvl § 5-3 first paragraph)."""
    if entry.innhold.get("oppholdsform") == UTEN_DOEGN:
        yield Feil("innhold.oppholdsform", UGYLDIG_VERDI, INNLAGT, "phvl/5-3/1")


def _moved_inside(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """A change of form is a decision that may be complained about (phvl § 5-4, N-14.6)."""
    yield from _consulted(entry, after, words)
    stays = [stay for stay in after.opphold if stay.fra <= entry.skjedde and stay.nr != entry.nr]
    was = stays[-1].form if stays else ""
    if {was, entry.innhold.get("oppholdsform")} == {DOEGN, UTEN_DOEGN}:
        yield Feil("innhold.oppholdsform", UGYLDIG_VERDI, IKKE_INTERN, "phvl/5-4/1")
    at = {e.nr: e.innhold.get("doertype") for e in after.hendelser}
    opened = entry.innhold.get("doertype") == "aapen" and bool(stays)
    if opened and at.get(stays[-1].nr) == "laast":
        yield from _not_essential(entry, words)


def _leave(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """Unaccompanied leave that is said not to be essential needs a reason (N-16.2)."""
    yield from _consulted(entry, after, words)
    if entry.innhold.get("foelge") == "uten":
        yield from _not_essential(entry, words)


def _not_essential(entry: Oppfoering, words: bool) -> Iterator[Feil]:
    # One fault at a field: the missing consultation already asks for words there.
    asked = entry.innhold.get("konsultasjon") == "ikke_konsultert"
    if entry.innhold.get("vesentlig") is False and not words and not asked:
        yield Feil("merknad", MANGLER_FELT, IKKE_VESENTLIG, "nk/varsel-permisjon")


def _consulted(entry: Oppfoering, _after: Tilstand, words: bool) -> Iterator[Feil]:
    """Whether the prosecution was consulted, and why not; asked from 1 October 2020 (K6). Whoever
    reproduces what another decided may not know, and says so rather than guess (P1)."""
    said = entry.innhold.get("konsultasjon")
    if said is None and entry.skjedde >= KONSULTASJON_FRA:
        yield Feil("innhold.konsultasjon", MANGLER_FELT, MANGLER, "phvl/5-3/3")
    if said == "ikke_kjent" and entry.aktoer_rolle == Rolle.FAGLIG_ANSVARLIG:
        yield Feil("innhold.konsultasjon", UGYLDIG_VERDI, DU_BESTEMMER, "phvl/5-3/3")
    if said == "ikke_konsultert" and not words:
        yield Feil("merknad", MANGLER_FELT, SI_HVORFOR, "phvl/5-3/3")


def _carried_out(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """The form is the one that was decided, or somebody says that it was not (P1)."""
    if in_another_form(entry, after.hendelser) and not words:
        yield Feil("innhold.oppholdsform", UGYLDIG_VERDI, IKKE_VEDTAKET, "phvl/5-4/1")


def _decided_transfer(entry: Oppfoering, after: Tilstand, _words: bool) -> Iterator[Feil]:
    """Both considerations and the arrangement, from the one who decides; and the planned day.

    NK that reproduces a decision may not have it whole (N-6.7, N-7.7, N-14.2).
    """
    if entry.aktoer_rolle == Rolle.FAGLIG_ANSVARLIG:
        for felt, krav in zip((BEHANDLING, SAMFUNNSVERN, OPPLEGG), _REASONS, strict=True):
            if not entry.innhold.get(felt.navn):
                yield Feil(f"innhold.{felt.navn}", MANGLER_FELT, *krav)
    planned = entry.innhold.get(PLANLAGT.navn)
    if not planned:
        return
    day, at_once = date.fromisoformat(planned), entry.innhold.get("retning") == "til_doegn"
    earliest, words, source = entry.skjedde, FOER_VEDTAKET, "phvl/5-4/2"
    if not at_once and not entry.innhold.get("haster"):
        # Received the same day at the earliest, and no complaint: the first day nothing stops it.
        earliest = count(F_20, entry.skjedde, entry.skjedde).dato + timedelta(days=1)
        words, source = FOER_KLAGEFRISTEN, "phvl/5-4/2"
    final = final_since(after.hendelser)
    if entry.innhold.get("retning") == "mildere" and final is not None:
        three_weeks = after_three_weeks(final)
        if three_weeks > earliest:
            earliest, words, source = three_weeks, I_TRE_UKER, "phvl/5-3/1"
    if day < earliest:
        yield Feil(f"innhold.{PLANLAGT.navn}", UGYLDIG_REKKEFOLGE, words, source, earliest)


def _complained(entry: Oppfoering, after: Tilstand, parts: frozenset[object]) -> bool:
    """Whether there is a complaint over the same decision by then, by one of the parties."""
    return any(
        e.type == "klage"
        and e.skjedde <= entry.skjedde
        and e.innhold.get("ref") == entry.innhold.get("ref")
        and (not parts or e.innhold.get("part") in parts)
        for e in after.hendelser
    )


def _party(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """Who complains over a transfer (phvl § 5-4). What another sent is recorded with a reason (P1):
    it bars nothing, and a slip of the finger must not open the transfer."""
    held = entry.innhold
    over = {str(e.innhold.get("id")) for e in after.hendelser if e.type == "overfoeringsvedtak"}
    if str(held.get("ref")) in over and held.get("part") not in KLAGE_PARTER and not words:
        yield Feil("innhold.part", UGYLDIG_VERDI, IKKE_PART, "phvl/5-4/1")


def _upheld(entry: Oppfoering, after: Tilstand, _words: bool) -> Iterator[Feil]:
    """A complaint that is upheld has been made (N-10.3)."""
    if entry.innhold.get("ref") and not _complained(entry, after, frozenset()):
        yield Feil("innhold.ref", UGYLDIG_VERDI, INGEN_KLAGE)


def _withdrawn(entry: Oppfoering, after: Tilstand, _words: bool) -> Iterator[Feil]:
    """Only the party who complained withdraws the complaint (part 3.3)."""
    ref, part = entry.innhold.get("ref"), entry.innhold.get("part")
    kinds = {str(e.innhold.get("id")): e.type for e in after.hendelser}
    if ref is None or kinds.get(str(ref)) == "sak_brakt_inn":
        return
    if part is None:
        yield Feil("innhold.part", MANGLER_FELT, MANGLER)
    elif not _complained(entry, after, frozenset({part})):
        yield Feil("innhold.part", UGYLDIG_VERDI, IKKE_KLAGET)


def _petition_withdrawn(entry: Oppfoering, after: Tilstand, _words: bool) -> Iterator[Feil]:
    """Only the party who asked withdraws, and not before having asked (parts 3.4, 3.5)."""
    ref, part = entry.innhold.get("ref"), entry.innhold.get("part")
    asked = [e for e in after.hendelser if ref is not None and e.innhold.get("id") == ref]
    if asked and part is not None and asked[0].innhold.get("part") != part:
        yield Feil("innhold.part", UGYLDIG_VERDI, IKKE_BEGJAERT)
    elif asked and asked[0].skjedde > entry.skjedde:
        yield Feil("skjedde", UGYLDIG_REKKEFOLGE, FOER_BEGJAERINGEN)


def _to_prison(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """Whether § 5-6 was open to a time-limited sentence is disputed: why, in words (D15, T30)."""
    prison = entry.type == "begjaering_5_6" or entry.innhold.get("art") == FENGSEL
    if prison and after.domstype == Sakstype.TIDSBESTEMT and not words:
        yield Feil("merknad", MANGLER_FELT, TIDSBESTEMT_5_6, "phvl/5-6")


def _dispute(entry: Oppfoering, _after: Tilstand, _words: bool) -> Iterator[Feil]:
    """The directorate decided such disputes until § 5-8 was repealed (K1, N-29.14)."""
    if entry.skjedde >= KONSULTASJON_FRA:
        yield Feil("skjedde", UGYLDIG_REKKEFOLGE, UENIGHET_OPPHEVET, "phvl/5-8")


def _wish(entry: Oppfoering, _after: Tilstand, _words: bool) -> Iterator[Feil]:
    """Who counts as bereaved is a closed list (N-20.9)."""
    bereaved = str(entry.innhold.get("hvem", "")).startswith("etterlatt")
    if bereaved and not entry.innhold.get("relasjon"):
        yield Feil("innhold.relasjon", MANGLER_FELT, MANGLER, "phvl/5-6c/1")
    if not bereaved and entry.innhold.get("relasjon"):
        yield Feil("innhold.relasjon", UGYLDIG_VERDI, BARE_ETTERLATTE, "phvl/5-6c/1")


def _told(entry: Oppfoering, after: Tilstand, words: bool) -> Iterator[Feil]:
    """Somebody who does not want to know is not told; when it has happened, why (N-20.4, P1)."""
    wishes = [
        e.innhold.get("oenske")
        for e in after.hendelser
        if e.type == "varslingsoenske"
        and e.skjedde <= entry.skjedde
        and e.innhold.get("hvem") == entry.innhold.get("hvem")
    ]
    if wishes and wishes[-1] == OENSKER_IKKE and not words:
        yield Feil("merknad", MANGLER_FELT, VARSLET_MOT_OENSKE, "phvl/5-6c/5")


_CHECKS: Final[dict[str, Callable[[Oppfoering, Tilstand, bool], Iterator[Feil]]]] = {
    "opphoer": _end,
    "dom_avsagt": _judgment,
    "innleggelse": _admitted,
    "intern_overfoering": _moved_inside,
    "permisjon": _leave,
    "overfoeringsvedtak": _decided_transfer,
    "klage": _party,
    "vedtak_akseptert": _party,
    "klage_tatt_til_foelge": _upheld,
    "klage_trukket": _withdrawn,
    "endring_trukket": _petition_withdrawn,
    "opphoersbegjaering_trukket": _petition_withdrawn,
    "begjaering_5_6": _to_prison,
    "dom_rettskraftig": _to_prison,
    "uenighet_5_8": _dispute,
    "varslingsoenske": _wish,
    "varsel_sendt": _told,
    "overfoering_gjennomfoert": _carried_out,
}


def faults(entry: Oppfoering, after: Tilstand, *, har_merknad: bool) -> list[Feil]:
    """Every such fault in an entry, with the case as it would be with the entry in it."""
    check = _CHECKS.get(entry.type)
    if check is None or entry.virkning == Virkning.FEILFOERT:
        return []
    return list(check(entry, after, har_merknad))
