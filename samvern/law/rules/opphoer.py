"""F-10 and F-11: from when an end of the sanction can be petitioned for."""

from datetime import date

from samvern.law.deadline import Answer, Outcome, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.period import Unit
from samvern.law.rule import (
    Emne,
    FlyttesIkke,
    Fristtype,
    Grunnlag,
    Lesemaate,
    Pluss,
    Rule,
    Sikkerhet,
)
from samvern.law.rules.judgments import Sentence, pronounced
from samvern.law.rules.regimes import (
    FORHOLD,
    REFORM_2020,
    REGNEMAATE,
    SAERREAKSJON_FRA,
    START_OG_LENGDE,
    STRAFFELOVEN_2005_FRA,
    TIDSBESTEMT_FRA,
    basis,
    regimes,
    with_steps,
)
from samvern.law.text import Text
from samvern.law.trace import Lesning, Status, Varselkode

_STATUSER = (Status.IKKE_AAPNET, Status.AAPEN, Status.BRUKT, Status.BORTFALT)
_HANDLER = Text(
    "Domfelte, nærmeste pårørende eller faglig ansvarlig",
    "Domfelte, næraste pårørande eller fagleg ansvarleg",
)
_VARSLES = Text(
    "Påtalemyndigheten bringer saken for tingretten, som skal påskynde den. NK får vite det",
    "Påtalemakta bringar saka for tingretten, som skal påskunde ho. NK får vite det",
)
_FOELGE = Text(
    "En begjæring før datoen kan avvises. Samvern tar den imot og merker den.",
    "Eit krav før datoen kan bli avvist. Samvern tek det imot og merkar det.",
)

_BASIS_10 = (
    *basis(START_OG_LENGDE, "strl/65/3/p1", "rt/2014-373"),
    *basis(REGNEMAATE, "strl/13", "dl/148/2"),
)
_BASIS_11 = (
    *basis(START_OG_LENGDE, "strl/65/3/p2"),
    *basis(REGNEMAATE, "strl/13", "dl/148/2"),
)

F_10 = Rule(
    id="F-10",
    emne=Emne.OPPHOER,
    navn=Text("Begjæring om opphør, tidsubestemt dom", "Krav om opphøyr, tidsubestemt dom"),
    setning=Text(
        "Opphør av en tidsubestemt reaksjon kan begjæres ett år etter siste rettskraftige dom.",
        "Opphøyr av ein tidsubestemt reaksjon kan krevjast eitt år etter siste rettskraftige dom.",
    ),
    gjelder=frozenset({Sakstype.TIDSUBESTEMT}),
    fristtype=Fristtype.TIDLIGST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "At også en opprettholdelsesdom starter året, er NKs tolkning.",
        "At også ein oppretthaldingsdom startar året, er NKs tolking.",
    ),
    start=Text(
        "Finn siste rettskraftige dom: overføring, opprettholdelse eller nektet opphør.",
        "Finn siste rettskraftige dom: overføring, oppretthalding eller nekta opphøyr.",
    ),
    regnes=(Pluss(1, Unit.AAR, ("strl/65/3/p1", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R4",)),),
    handler=_HANDLER,
    varsles=_VARSLES,
    foelge=_FOELGE,
    avbrudd=Text("Ny rettskraftig dom starter på nytt.", "Ny rettskraftig dom startar på nytt."),
    versjoner=with_steps(
        regimes(
            (SAERREAKSJON_FRA, False, basis(START_OG_LENGDE, "strl1902/39b/3")),
            (STRAFFELOVEN_2005_FRA, True, _BASIS_10),
            (TIDSBESTEMT_FRA, True, _BASIS_10),
            (REFORM_2020, True, (*_BASIS_10, *basis(FORHOLD, "nk/frister"))),
        ),
        STRAFFELOVEN_2005_FRA,
        (Pluss(1, Unit.AAR, ("strl1902/39b/3", "dl/148/2", "R2")),),
    ),
    lesemaater=(
        Lesemaate(
            "OPPRETTHOLDELSE_STARTER",
            Text(
                "NKs lesning: også en opprettholdelsesdom starter ettårsfristen",
                "NKs lesing: også ein oppretthaldingsdom startar eittårsfristen",
            ),
            True,
        ),
        Lesemaate(
            "BARE_NEVNTE_DOMMER",
            Text(
                "Etter ordlyden: bare overføringsdommen og dom som nekter opphør",
                "Etter ordlyden: berre overføringsdommen og dom som nektar opphøyr",
            ),
            False,
        ),
    ),
    statuser=_STATUSER,
    krav=("F-10", "N-13.4", "LF-K4"),
)

F_11 = Rule(
    id="F-11",
    emne=Emne.OPPHOER,
    navn=Text("Begjæring om opphør, tidsbestemt dom", "Krav om opphøyr, tidsbestemt dom"),
    setning=Text(
        "Opphør av en tidsbestemt reaksjon kan begjæres seks måneder etter overføringsdommen "
        "eller en dom som nekter opphør.",
        "Opphøyr av ein tidsbestemt reaksjon kan krevjast seks månader etter overføringsdommen "
        "eller ein dom som nektar opphøyr.",
    ),
    gjelder=frozenset({Sakstype.TIDSBESTEMT}),
    fristtype=Fristtype.TIDLIGST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=Text(
        "Finn siste rettskraftige dom: overføring eller nektet opphør.",
        "Finn siste rettskraftige dom: overføring eller nekta opphøyr.",
    ),
    regnes=(Pluss(6, Unit.MAANED, ("strl/65/3/p2", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R4",)),),
    handler=_HANDLER,
    varsles=_VARSLES,
    foelge=_FOELGE,
    avbrudd=Text(
        "Ny dom som nekter opphør starter på nytt.", "Ny dom som nektar opphøyr startar på nytt."
    ),
    versjoner=regimes(
        (TIDSBESTEMT_FRA, True, _BASIS_11),
        (REFORM_2020, True, _BASIS_11),
    ),
    statuser=_STATUSER,
    krav=("F-11", "N-13.5"),
)

REGLER = (F_10, F_11)

_NEVNTE = frozenset({"overfoeringsdom", "nekter_opphoer"})


def _outcome(answer: Answer, sentence: Sentence, opens: date, used: Hendelse | None) -> Outcome:
    if sentence.opphoer is not None:
        return Status.BORTFALT, because("OPPHOERT", dag=sentence.opphoer.dato)
    if used is not None:
        return Status.BRUKT, because("BEGJAERT", dag=used.dato)
    if answer.history.per_dato >= opens:
        return Status.AAPEN, because("RETTEN_ER_AAPEN")
    return Status.IKKE_AAPNET, because("RETTEN_ER_IKKE_AAPEN")


def _named(answer: Answer) -> Hendelse:
    """The last of the judgments that strl § 65 third paragraph names.

    For a time-limited sentence nothing else starts the six months: it cannot be maintained.
    """
    return [d for d in answer.history.all("dom_rettskraftig") if d.art in _NEVNTE][-1]


def _readings(answer: Answer, sentence: Sentence, applies: date) -> tuple[Lesning, ...]:
    """Give both readings of strl § 65 third paragraph when they differ (LF-K4)."""
    if sentence.styrende.art != "opprettholdelse" or answer.history.type is Sakstype.TIDSBESTEMT:
        return ()
    named = _named(answer)
    return (
        Lesning("OPPRETTHOLDELSE_STARTER", applies, True),
        Lesning("BARE_NEVNTE_DOMMER", count(F_10, named.dato).dato, False),
    )


def compute(answer: Answer, sentence: Sentence) -> None:
    """Add F-10 or F-11 and mark petitions that came too early (`frister.md` 4.3)."""
    limited = answer.history.type is Sakstype.TIDSBESTEMT
    rule = F_11 if limited else F_10
    dom = _named(answer) if limited else sentence.styrende
    regime = pronounced(answer.history, dom)
    dates = count(rule, dom.dato, regime)
    petitions = [e for e in answer.history.all("begjaering_opphoer") if e.dato > dom.dato]
    for petition in petitions:
        if petition.dato < dates.dato:
            answer.finding(Varselkode.FOR_TIDLIG, petition.id)
    used = next((p for p in petitions if p.dato >= dates.dato), None)
    answer.deadline(
        rule,
        dates,
        _outcome(answer, sentence, dates.dato, used),
        (dom, used) if used else (dom,),
        ref=dom.id,
        lesninger=_readings(answer, sentence, dates.dato),
        governed_by=regime,
    )
