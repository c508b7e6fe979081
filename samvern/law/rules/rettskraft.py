"""F-01 to F-03: time to appeal a judgment, and the day it is proposed to be final."""

from datetime import date

from samvern.law.deadline import Answer, Dates, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.period import Unit
from samvern.law.rule import (
    Emne,
    Fristtype,
    Grunnlag,
    Hjemmel,
    Lesemaate,
    NesteVirkedag,
    Pluss,
    Rule,
    Sikkerhet,
    Versjon,
)
from samvern.law.rules import party
from samvern.law.rules.regimes import (
    START_OG_LENGDE,
    STRPL_310_FRA,
    STRPL_310_LEST,
    UTVIDELSE,
    basis,
    regimes,
)
from samvern.law.text import Text
from samvern.law.trace import Lesning, SporSteg, Status, Varselkode

_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})
_TO_UKER = Pluss(2, Unit.UKE, ("strpl/310/1", "dl/148/2", "R2"))
_FIRE_UKER = Pluss(4, Unit.UKE, ("strpl/310/3", "dl/148/2", "R2"))
_UTVID = NesteVirkedag(("dl/149/1", "R3"))
_ANKE_STATUSER = (
    Status.LOEPER,
    Status.OPPFYLT,
    Status.OPPFYLT_FOR_SENT,
    Status.FRAFALT,
    Status.UTLOEPT,
)


def _versions(*hjemler: Hjemmel) -> tuple[Versjon, ...]:
    """Only the wording from 2020 has been read; the numbers are the same before it."""
    return regimes((STRPL_310_FRA, False, hjemler), (STRPL_310_LEST, True, hjemler))


F_01 = Rule(
    id="F-01",
    emne=Emne.RETTSKRAFT,
    navn=Text("Ankefrist, domfelte", "Ankefrist, domfelte"),
    setning=Text(
        "Den domfelte kan anke innen to uker etter at dommen er forkynt, eller avsagt med den "
        "domfelte til stede.",
        "Den domfelte kan anke innan to veker etter at dommen er forkynt, eller sagd med den "
        "domfelte til stades.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=Text(
        "Finn dagen dommen ble avsagt med domfelte til stede, ellers dagen den ble forkynt.",
        "Finn dagen dommen vart sagd med domfelte til stades, elles dagen han vart forkynt.",
    ),
    regnes=(_TO_UKER,),
    flyttes=(_UTVID,),
    handler=Text("Domfelte eller forsvareren", "Domfelte eller forsvararen"),
    varsles=Text("Påtalemyndigheten og NK", "Påtalemakta og NK"),
    foelge=Text(
        "Anken avvises, men oppfriskning er mulig.", "Anken blir avvist, men oppfrisking er mogleg."
    ),
    avbrudd=Text("Anke eller vedtakelse.", "Anke eller vedtaking."),
    sikkerhet_merknad=Text(
        "At avsigelse med domfelte til stede starter fristen, er tolkning. Var domfelte pålagt å "
        "møte til forkynnelse, registreres forkynnelse på det varslede tidspunktet.",
        "At fristen startar når dommen blir sagd med domfelte til stades, er tolking. Var "
        "domfelte pålagd å møte til forkynning, blir forkynning registrert på det varsla "
        "tidspunktet.",
    ),
    versjoner=_versions(
        *basis(START_OG_LENGDE, "strpl/310/1", "strpl/310/2"),
        *basis(UTVIDELSE, "dl/148/2", "dl/149/1"),
    ),
    statuser=_ANKE_STATUSER,
    krav=("F-01",),
)

F_02 = Rule(
    id="F-02",
    emne=Emne.RETTSKRAFT,
    navn=Text("Ankefrist, påtalemyndigheten", "Ankefrist, påtalemakta"),
    setning=Text(
        "Påtalemyndigheten kan anke innen to uker etter at dommen kom til den som kan anke, men "
        "senest fire uker etter at den kom til aktors kontor. Den tidligste datoen gjelder.",
        "Påtalemakta kan anke innan to veker etter at dommen kom til den som kan anke, men "
        "seinast fire veker etter at han kom til kontoret til aktor. Den tidlegaste datoen gjeld.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=Text(
        "Finn dagen dommen kom til den som kan anke, og dagen den kom til aktors kontor.",
        "Finn dagen dommen kom til den som kan anke, og dagen han kom til kontoret til aktor.",
    ),
    regnes=(_TO_UKER,),
    flyttes=(_UTVID,),
    handler=Text("Statsadvokaten", "Statsadvokaten"),
    varsles=Text("Domfelte og NK", "Domfelte og NK"),
    foelge=Text(
        "Anken avvises, men oppfriskning er mulig.", "Anken blir avvist, men oppfrisking er mogleg."
    ),
    avbrudd=Text("Anke eller vedtakelse.", "Anke eller vedtaking."),
    versjoner=_versions(
        *basis(START_OG_LENGDE, "strpl/310/3", "rt/2015-1319"),
        *basis(UTVIDELSE, "dl/148/2", "dl/149/1"),
    ),
    statuser=_ANKE_STATUSER,
    krav=("F-02",),
)

F_02_KONTOR = F_02._replace(regnes=(_FIRE_UKER,))
"""The second branch of F-02, counted from the office; the earlier of the two is the deadline."""

F_03 = Rule(
    id="F-03",
    emne=Emne.RETTSKRAFT,
    navn=Text("Foreslått rettskraftdato", "Foreslått rettskraftdato"),
    setning=Text(
        "Dommen foreslås som rettskraftig når begge parter er ferdige: dagen de vedtok den, "
        "eller dagen etter ankefristen. Påtalemyndigheten bekrefter datoen.",
        "Dommen blir foreslått som rettskraftig når begge partar er ferdige: dagen dei vedtok "
        "han, eller dagen etter ankefristen. Påtalemakta stadfester datoen.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.AVLEDET,
    grunnlag=Grunnlag.PRAKSIS,
    sikkerhet=Sikkerhet.TOLKNING,
    sikkerhet_merknad=Text(
        "Dagen etter siste ankefrist er valgt. Praksis kan bruke siste dag. Den registrerte "
        "rettskraftdatoen styrer alt annet.",
        "Dagen etter siste ankefrist er vald. Praksis kan bruke siste dag. Den registrerte "
        "rettskraftdatoen styrer alt anna.",
    ),
    start=Text("Finn dagen hver part er ferdig.", "Finn dagen kvar part er ferdig."),
    handler=Text("Påtalemyndigheten bekrefter", "Påtalemakta stadfester"),
    varsles=Text("RHF, faglig ansvarlig og NK", "RHF, fagleg ansvarleg og NK"),
    foelge=Text("Ingen.", "Ingen."),
    avbrudd=Text("Anke i tide sperrer datoen.", "Anke i tide sperrar datoen."),
    versjoner=_versions(*basis(START_OG_LENGDE, "strpl/310/1", "strpl/310/3")),
    lesemaater=(
        Lesemaate(
            "DAGEN_ETTER",
            Text(
                "Rettskraftig dagen etter siste ankefrist",
                "Rettskraftig dagen etter siste ankefrist",
            ),
            True,
        ),
        Lesemaate(
            "SISTE_DAG",
            Text("Rettskraftig siste dag i ankefristen", "Rettskraftig siste dag i ankefristen"),
            False,
        ),
    ),
    statuser=(Status.FORESLAATT, Status.IKKE_AAPNET, Status.SPERRET),
    krav=("F-03",),
)

REGLER = (F_01, F_02, F_03)

_F_03_KILDER = ("strpl/310/1", "strpl/310/3")

_Party = tuple[Rule, Dates, tuple[Hendelse, ...]]


def _domfelt(answer: Answer, dom: Hendelse) -> _Party | None:
    served = None if dom.domfelt_til_stede else answer.history.first("dom_forkynt", ref=dom.id)
    start = dom if dom.domfelt_til_stede else served
    return None if start is None else (F_01, count(F_01, start.dato), (start,))


def _paatale(answer: Answer, dom: Hendelse) -> _Party | None:
    received = answer.history.all("dom_mottatt_paatale", ref=dom.id)
    branches: list[_Party] = []
    for hos, rule in (("ankeberettiget", F_02), ("kontor", F_02_KONTOR)):
        event = next((e for e in received if e.hos == hos), None)
        if event is not None:
            branches.append((rule, count(rule, event.dato), (event,)))
    if len(branches) < 2:
        return next(iter(branches), None)
    earliest = min(branches, key=lambda b: b[1].nominell)
    other = branches[1] if earliest is branches[0] else branches[0]
    _, dates, facts = earliest
    compared = SporSteg("tidligste_av", dates.nominell, ("strpl/310/3",))
    steps = (*dates.steg[:-1], compared, dates.steg[-1])
    return F_02, Dates(dates.nominell, dates.dato, None, steps), facts + other[2]


def _party_done(
    answer: Answer, dom: Hendelse, part: str, found: _Party | None
) -> tuple[date | None, bool]:
    """Give the day the party is done (None: cannot be said) and whether it appealed in time."""
    appeal = answer.history.first("anke", ref=dom.id, part=part)
    accepted = answer.history.first("dom_vedtatt", ref=dom.id, part=part)
    if found is None:
        if appeal is not None:
            return None, True
        return (accepted.dato, False) if accepted is not None else (None, False)
    rule, dates, facts = found
    one_receipt = len(facts) == 1
    if accepted is not None:
        facts = (*facts, accepted)
    if appeal is not None:
        facts = (*facts, appeal)
    answer.deadline(
        rule,
        dates,
        party.outcome(answer.history.per_dato, dates.dato, facts[0], appeal, accepted),
        facts,
        ref=dom.id,
        part=part,
        merknader=("BARE_ETT_MOTTAK",) if part == "paatale" and one_receipt else (),
        governed_by=dom.dato,
    )
    if appeal is not None and appeal.dato <= dates.dato:
        return None, True
    return party.done_on(dates.dato, accepted), False


def _proposed(answer: Answer, dom: Hendelse, day: date, facts: tuple[Hendelse, ...]) -> None:
    reached = day <= answer.history.per_dato
    status = Status.FORESLAATT if reached else Status.IKKE_AAPNET
    grunn = because("FORESLAATT_NAADD" if reached else "FORESLAATT_IKKE_NAADD", dag=day)
    highest = dom.domstol == "hoeyesterett"
    step = SporSteg("hoeyesterett" if highest else "seneste_ferdig", day, _F_03_KILDER)
    readings: tuple[Lesning, ...] = ()
    if not highest and not any(f.dato == day for f in facts if f.type == "dom_vedtatt"):
        readings = (
            Lesning("DAGEN_ETTER", day, True),
            Lesning("SISTE_DAG", date.fromordinal(day.toordinal() - 1), False),
        )
    dates = Dates(day, day, None, (step,))
    answer.deadline(
        F_03,
        dates,
        (status, grunn),
        (dom, *facts),
        ref=dom.id,
        lesninger=readings,
        governed_by=dom.dato,
    )
    final = next((e for e in answer.history.all("dom_rettskraftig") if e.id == dom.id), None)
    if final is not None and final.dato != day:
        answer.finding(Varselkode.RETTSKRAFT_AVVIK, dom.id)


def _judgment(answer: Answer, dom: Hendelse) -> None:
    if dom.domstol == "hoeyesterett":
        _proposed(answer, dom, dom.dato, ())
        return
    days: list[date] = []
    appealed = False
    for part, found, fact in (
        ("domfelt", _domfelt(answer, dom), "forkynnelse"),
        ("paatale", _paatale(answer, dom), "mottatt_paatale"),
    ):
        day, in_time = _party_done(answer, dom, part, found)
        appealed = appealed or in_time
        if day is not None:
            days.append(day)
        elif not in_time:
            rule = "F-01" if part == "domfelt" else "F-02"
            answer.unclear((rule, "F-03"), fact, ref=dom.id, part=part)
    if len(days) == 2:
        facts = tuple(answer.history.all("dom_vedtatt", ref=dom.id))
        _proposed(answer, dom, max(days), facts)
        return
    grunn = because("ANKET_I_TIDE") if appealed else because("MANGLER_STARTPUNKT")
    answer.undated(F_03, (Status.SPERRET, grunn), (dom,), dom.dato, ref=dom.id)


def compute(answer: Answer) -> None:
    """Add F-01 to F-03 for every judgment pronounced (`frister.md` 4.1)."""
    for dom in answer.history.all("dom_avsagt"):
        _judgment(answer, dom)
