"""F-20 and F-21: complaints on a transfer decision, one deadline for each party, and the
earliest day the transfer may be carried out.
"""

from datetime import date
from typing import NamedTuple

from samvern.law.deadline import Answer, Dates, Outcome, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.history import WITHDRAWN
from samvern.law.period import Unit
from samvern.law.rule import (
    Emne,
    Fristtype,
    Grunnlag,
    Lesemaate,
    NesteVirkedag,
    Pluss,
    Rule,
    Sikkerhet,
)
from samvern.law.rules import iverksettelse, party
from samvern.law.rules.judgments import Sentence
from samvern.law.rules.regimes import (
    FORHOLD,
    REFORM_2007,
    REFORM_2020,
    SAERREAKSJON_FRA,
    START_OG_LENGDE,
    UTVIDELSE,
    basis,
    regimes,
)
from samvern.law.text import Text
from samvern.law.trace import Lesning, SporSteg, Status, Varselkode

_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})

_BASIS_20 = (
    *basis(START_OG_LENGDE, "phvl/5-4/1", "fvl/29/1"),
    *basis(UTVIDELSE, "fvl/30"),
)

F_20 = Rule(
    id="F-20",
    emne=Emne.OVERFOERING,
    navn=Text("Klagefrist, overføring", "Klagefrist, overføring"),
    setning=Text(
        "Hver part kan klage på overføringsvedtaket innen tre uker etter at parten fikk det. For "
        "påtalemyndigheten regnes fra dagen statsadvokaten fikk det.",
        "Kvar part kan klage på overføringsvedtaket innan tre veker etter at parten fekk det. For "
        "påtalemakta blir det rekna frå dagen statsadvokaten fekk det.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=Text("Finn dagen parten fikk vedtaket.", "Finn dagen parten fekk vedtaket."),
    regnes=(Pluss(3, Unit.UKE, ("fvl/29/1", "dl/148/2", "R2")),),
    flyttes=(NesteVirkedag(("fvl/30", "dl/149/1", "R3")),),
    handler=Text(
        "Domfelte, nærmeste pårørende og påtalemyndigheten, hver for seg",
        "Domfelte, næraste pårørande og påtalemakta, kvar for seg",
    ),
    varsles=Text(
        "Faglig ansvarlig, deretter kontrollkommisjonen",
        "Fagleg ansvarleg, deretter kontrollkommisjonen",
    ),
    foelge=Text(
        "En for sen klage kan bare tas opp etter forvaltningsloven § 31, og stanser ikke "
        "overføringen av seg selv.",
        "Ei for sein klage kan berre takast opp etter forvaltningslova § 31, og stansar ikkje "
        "overføringa av seg sjølv.",
    ),
    avbrudd=Text(
        "Klage, eller at parten godtar vedtaket.", "Klage, eller at parten godtek vedtaket."
    ),
    versjoner=regimes(
        (SAERREAKSJON_FRA, False, _BASIS_20),
        (REFORM_2007, True, _BASIS_20),
        (
            REFORM_2020,
            True,
            (
                *basis(START_OG_LENGDE, "phvl/5-4/1", "fvl/29/1", "nk/klagefrist"),
                *basis(UTVIDELSE, "fvl/30", "dl/148/2", "dl/149/1"),
            ),
        ),
    ),
    statuser=(
        Status.LOEPER,
        Status.OPPFYLT,
        Status.OPPFYLT_FOR_SENT,
        Status.FRAFALT,
        Status.UTLOEPT,
    ),
    krav=("F-20", "N-11.1", "N-11.2", "N-11.3", "N-11.4", "LF-K15"),
)

F_21 = Rule(
    id="F-21",
    emne=Emne.OVERFOERING,
    navn=Text("Tidligste gjennomføring", "Tidlegaste gjennomføring"),
    setning=Text(
        "Overføringen kan gjennomføres når alle parter er ferdige: de har godtatt vedtaket, "
        "klagefristen er ute eller klagen er avgjort. Overføring fra uten døgnopphold til "
        "døgnopphold, og overføring som tilstanden gjør uomgjengelig nødvendig, kan skje straks.",
        "Overføringa kan gjennomførast når alle partar er ferdige: dei har godteke vedtaket, "
        "klagefristen er ute eller klaga er avgjord. Overføring frå utan døgnopphald til "
        "døgnopphald, og overføring som tilstanden gjer uomgjengeleg nødvendig, kan skje straks.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.AVLEDET,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Hovedregelen er sikker. At en hasteoverføring også går foran en klagefrist som løper, "
        "er tolkning.",
        "Hovudregelen er sikker. At ei hasteoverføring også går føre ein klagefrist som går, er "
        "tolking.",
    ),
    start=Text("Finn dagen hver part er ferdig.", "Finn dagen kvar part er ferdig."),
    handler=Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    varsles=Text(
        "Partene, NK og fornærmede som ønsker det (§ 5-6 c)",
        "Partane, NK og fornærma som ønskjer det (§ 5-6 c)",
    ),
    foelge=Text(
        "Gjennomføres overføringen før datoen, er det i strid med psykisk helsevernloven § 5-4.",
        "Blir overføringa gjennomført før datoen, er det i strid med psykisk helsevernlova § 5-4.",
    ),
    avbrudd=Text("Klage sperrer til den er avgjort.", "Klage sperrar til ho er avgjord."),
    versjoner=regimes(
        (SAERREAKSJON_FRA, False, basis(START_OG_LENGDE, "phvl/5-4/2")),
        (REFORM_2007, True, basis(START_OG_LENGDE, "phvl/5-4/2")),
        (
            REFORM_2020,
            True,
            (
                *basis(START_OG_LENGDE, "phvl/5-4/2"),
                *basis(FORHOLD, "rundskriv/hdir-5-4", "nk/haster"),
            ),
        ),
    ),
    lesemaater=(
        Lesemaate(
            "HASTER_FORAN_KLAGEFRIST",
            Text(
                "Hasteoverføring kan skje straks, også mens klagefristen løper",
                "Hasteoverføring kan skje straks, også medan klagefristen går",
            ),
            True,
        ),
        Lesemaate(
            "HASTER_ETTER_KLAGEFRIST",
            Text(
                "Unntaket gjelder bare mens en klage behandles, så klagefristen må først være ute",
                "Unntaket gjeld berre medan ei klage blir handsama, så klagefristen må først vere "
                "ute",
            ),
            False,
        ),
    ),
    statuser=(Status.IKKE_AAPNET, Status.AAPEN, Status.SPERRET, Status.BORTFALT),
    krav=("F-21", "N-14.3", "N-29.4", "N-29.5"),
)

REGLER = (F_20, F_21)


class _Parties(NamedTuple):
    """Where all parties stand on one decision."""

    done: tuple[date, ...]
    waiting: bool
    missing: bool
    facts: tuple[Hendelse, ...]
    deadlines: tuple[date, ...]
    """The day each party's deadline is out or was waived, complaints aside."""


def _decided(answer: Answer, vedtak: Hendelse, complaint: Hendelse) -> Hendelse | None:
    return answer.history.first("klage_avgjort", ref=vedtak.id, from_day=complaint.dato)


def _party(
    answer: Answer, vedtak: Hendelse, part: str, notes: tuple[str, ...]
) -> tuple[date | None, bool, tuple[Hendelse, ...]]:
    """Give the day one party is done, whether its receipt is missing, and the facts used."""
    history = answer.history
    received = history.first("vedtak_mottatt", ref=vedtak.id, part=part)
    complaint = history.first("klage", ref=vedtak.id, part=part)
    accepted = history.first("vedtak_akseptert", ref=vedtak.id, part=part)
    gone = history.all(WITHDRAWN, ref=vedtak.id, part=part)
    facts = tuple(f for f in (received, accepted, complaint, *gone) if f is not None)
    dates: Dates | None = None
    if received is not None:
        dates = count(F_20, received.dato)
        outcome = party.outcome(
            history.per_dato, dates.dato, received, complaint, accepted, withdrawn=bool(gone)
        )
        notes = (*notes, *party.order_notes(vedtak, received))
        answer.deadline(F_20, dates, outcome, facts, ref=vedtak.id, part=part, merknader=notes)
    elif accepted is None:
        answer.finding(Varselkode.MANGLER_MOTTATT, vedtak.id)
        rules = ("F-20",) if _at_once(vedtak) else ("F-20", "F-21")
        answer.unclear(rules, "mottatt", ref=vedtak.id, part=part)
        return None, True, facts
    pending = [
        c
        for c in history.all("klage", ref=vedtak.id, part=part)
        if dates is None or c.dato <= dates.dato
    ]
    if pending:
        decision = _decided(answer, vedtak, pending[-1])
        return (decision.dato if decision else None), False, facts
    if dates is None:
        done = accepted.dato if accepted else None
    else:
        done = party.done_on(dates.dato, accepted)
    return party.not_before_withdrawn(done, gone, dates and dates.dato), False, facts


def _deadline_out(answer: Answer, vedtak: Hendelse, part: str) -> date | None:
    """The day after a party's deadline, or of its acceptance, whether it complained or not."""
    received = answer.history.first("vedtak_mottatt", ref=vedtak.id, part=part)
    accepted = answer.history.first("vedtak_akseptert", ref=vedtak.id, part=part)
    if received is None:
        return accepted.dato if accepted else None
    return party.done_on(count(F_20, received.dato).dato, accepted)


def _parties(answer: Answer, vedtak: Hendelse, notes: tuple[str, ...]) -> _Parties:
    done: list[date] = []
    deadlines: list[date] = []
    facts: tuple[Hendelse, ...] = ()
    missing = False
    for part in sorted(vedtak.parter):
        out = _deadline_out(answer, vedtak, part)
        if out is not None:
            deadlines.append(out)
        day, unknown, used = _party(answer, vedtak, part, notes)
        missing = missing or unknown
        facts += used
        if day is not None:
            done.append(day)
    return _Parties(tuple(done), len(done) < len(vedtak.parter), missing, facts, tuple(deadlines))


def _at_once(vedtak: Hendelse) -> bool:
    return vedtak.haster or vedtak.retning == "til_doegn"


def _earliest(
    answer: Answer, vedtak: Hendelse, parties: _Parties
) -> tuple[date | None, Outcome, str]:
    """Give the earliest day (None: none), the status, and the operation that gave the day."""
    if _at_once(vedtak):
        kode = "HASTER" if vedtak.haster else "TIL_DOEGN"
        return vedtak.dato, (Status.AAPEN, because(kode)), "straks"
    decisions = answer.history.all("klage_avgjort", ref=vedtak.id)
    upheld = next((d for d in decisions if d.utfall == "medhold"), None)
    if upheld is not None:
        return None, (Status.BORTFALT, because("MEDHOLD", dag=upheld.dato)), ""
    if parties.waiting:
        kode = "MANGLER_MOTTATT" if parties.missing else "KLAGE_TIL_BEHANDLING"
        return None, (Status.SPERRET, because(kode)), ""
    day = max(parties.done)
    if answer.history.per_dato >= day:
        return day, (Status.AAPEN, because("ALLE_FERDIGE", dag=day)), "seneste_ferdig"
    return day, (Status.IKKE_AAPNET, because("ALLE_FERDIGE_DEN", dag=day)), "seneste_ferdig"


def _carried_out(
    answer: Answer, sentence: Sentence, vedtak: Hendelse, earliest: date | None
) -> None:
    three_weeks = count(iverksettelse.F_05, sentence.opprinnelig.dato).dato
    for done in answer.history.all("overfoering_gjennomfoert", ref=vedtak.id):
        if earliest is None or done.dato < earliest:
            answer.finding(Varselkode.GJENNOMFORT_FOR_TIDLIG, vedtak.id)
        if vedtak.retning == "mildere" and done.dato <= three_weeks:
            answer.finding(Varselkode.DOGNOPPHOLD_BRUTT, vedtak.id)


def _haste_readings(vedtak: Hendelse, parties: _Parties) -> tuple[Lesning, ...]:
    if not vedtak.haster or vedtak.retning == "til_doegn":
        return ()
    after = None if parties.missing else max(parties.deadlines)
    return (
        Lesning("HASTER_FORAN_KLAGEFRIST", vedtak.dato, True),
        Lesning("HASTER_ETTER_KLAGEFRIST", after, False),
    )


def _decision(answer: Answer, sentence: Sentence, vedtak: Hendelse) -> None:
    three_weeks = count(iverksettelse.F_05, sentence.opprinnelig.dato).dato
    notes = ("I_TREUKERSPERIODEN",) if vedtak.dato <= three_weeks else ()
    if vedtak.retning == "mellom_institusjoner":
        notes = (*notes, "SIKKERHETSAVDELING")
    parties = _parties(answer, vedtak, notes)
    day, outcome, operation = _earliest(answer, vedtak, parties)
    facts = (vedtak, *parties.facts)
    if day is None:
        answer.undated(F_21, outcome, facts, vedtak.dato, ref=vedtak.id, merknader=notes)
    else:
        step = SporSteg(operation, day, ("phvl/5-4/2",))
        answer.deadline(
            F_21,
            Dates(day, day, None, (step,)),
            outcome,
            facts,
            ref=vedtak.id,
            lesninger=_haste_readings(vedtak, parties),
            merknader=notes,
            governed_by=vedtak.dato,
        )
    _carried_out(answer, sentence, vedtak, day)


def compute(answer: Answer, sentence: Sentence) -> None:
    """Add F-20 and F-21 for every transfer decision (`frister.md` 4.4, 4.7)."""
    for vedtak in answer.history.all("overfoeringsvedtak"):
        _decision(answer, sentence, vedtak)
