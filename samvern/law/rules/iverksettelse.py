"""F-04 and F-05: putting the sentence into effect, and the first three weeks in an institution."""

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
    HVEM,
    REFORM_2020,
    REGNEMAATE,
    SAERREAKSJON_FRA,
    START_OG_LENGDE,
    TIDSBESTEMT_FRA,
    basis,
    regimes,
    since,
)
from samvern.law.text import Text
from samvern.law.trace import Lesning, Status

_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})

F_04 = Rule(
    id="F-04",
    emne=Emne.IVERKSETTELSE,
    navn=Text("Iverksettelse", "Iverksetjing"),
    setning=Text(
        "Dommen settes i verk med døgnopphold straks den er rettskraftig, samme dag.",
        "Dommen blir sett i verk med døgnopphald straks han er rettskraftig, same dag.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.SENEST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Loven sier «umiddelbart». Samme dag er Samverns lesning av ordet.",
        "Lova seier «umiddelbart». Same dag er slik Samvern les ordet.",
    ),
    start=Text(
        "Finn dagen overføringsdommen ble rettskraftig.",
        "Finn dagen overføringsdommen vart rettskraftig.",
    ),
    flyttes=(FlyttesIkke(("phvl/5-2/2",)),),
    handler=Text(
        "RHF peker ut institusjon, og institusjonen tar imot",
        "RHF peikar ut institusjon, og institusjonen tek imot",
    ),
    varsles=Text("Påtalemyndigheten og NK", "Påtalemakta og NK"),
    foelge=Text(
        "Brudd på psykisk helsevernloven § 5-2. Avviket meldes RHF.",
        "Brot på psykisk helsevernlova § 5-2. Avviket blir meldt RHF.",
    ),
    avbrudd=Text("Ingenting.", "Ingenting."),
    versjoner=since(
        SAERREAKSJON_FRA, *basis(START_OG_LENGDE, "phvl/5-2/2"), *basis(HVEM, "phvl/5-2/1")
    ),
    statuser=(
        Status.LOEPER,
        Status.OPPFYLT,
        Status.OPPFYLT_FOR_SENT,
        Status.OVERSITTET,
    ),
    krav=("F-04",),
)

F_05 = Rule(
    id="F-05",
    emne=Emne.IVERKSETTELSE,
    navn=Text("Tre ukers døgnopphold", "Tre veker med døgnopphald"),
    setning=Text(
        "De tre første ukene skal den domfelte ha døgnopphold. Datoen er siste dag.",
        "Dei tre første vekene skal den domfelte ha døgnopphald. Datoen er siste dag.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.MINSTETID,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Lengden er sikker. Når tiden starter ved forsinket iverksettelse, er tolkning.",
        "Lengda er sikker. Når tida startar ved forseinka iverksetjing, er tolking.",
    ),
    start=Text(
        "Finn dagen overføringsdommen ble rettskraftig.",
        "Finn dagen overføringsdommen vart rettskraftig.",
    ),
    regnes=(Pluss(3, Unit.UKE, ("phvl/5-3/1", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R9",)),),
    handler=Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    varsles=Text("Påtalemyndigheten", "Påtalemakta"),
    foelge=Text(
        "Overføring til uten døgnopphold før datoen er passert, bryter loven.",
        "Overføring til utan døgnopphald før datoen er passert, bryt lova.",
    ),
    avbrudd=Text(
        "Starter ikke på nytt ved ny dom, tilbakeføring eller retur til riket.",
        "Startar ikkje på nytt ved ny dom, tilbakeføring eller retur til riket.",
    ),
    versjoner=regimes(
        (SAERREAKSJON_FRA, True, basis(START_OG_LENGDE, "phvl/5-3/1")),
        (
            TIDSBESTEMT_FRA,
            True,
            (*basis(START_OG_LENGDE, "phvl/5-3/1"), *basis(REGNEMAATE, "dl/148/2")),
        ),
        (
            REFORM_2020,
            True,
            (*basis(START_OG_LENGDE, "phvl/5-3/1"), *basis(REGNEMAATE, "dl/148/2")),
        ),
    ),
    lesemaater=(
        Lesemaate(
            "FRA_RETTSKRAFT",
            Text("Tre uker fra rettskraft", "Tre veker frå rettskraft"),
            True,
        ),
        Lesemaate(
            "FRA_INNLEGGELSE",
            Text(
                "Tre uker fra innleggelsen, når den kom senere",
                "Tre veker frå innlegginga, når ho kom seinare",
            ),
            False,
        ),
    ),
    statuser=(Status.LOEPER, Status.NAADD),
    krav=("F-05", "N-5.6"),
)

REGLER = (F_04, F_05)


def _status_04(answer: Answer, dato_dom: Hendelse, admitted: Hendelse | None) -> Outcome:
    if admitted is not None and admitted.dato <= dato_dom.dato:
        return Status.OPPFYLT, because("INNLAGT_I_TIDE", dag=admitted.dato)
    if admitted is not None:
        days = (admitted.dato - dato_dom.dato).days
        return Status.OPPFYLT_FOR_SENT, because("INNLAGT_SENT", dag=admitted.dato, dager=days)
    if answer.history.per_dato <= dato_dom.dato:
        return Status.LOEPER, because("IKKE_INNLAGT")
    return Status.OVERSITTET, because("IKKE_INNLAGT")


def compute(answer: Answer, sentence: Sentence) -> None:
    """Add F-04 and F-05. The end of the sanction changes neither (`frister.md` 4.3, 4.7)."""
    dom = sentence.opprinnelig
    regime = pronounced(answer.history, dom)
    admitted = answer.history.first("innleggelse")
    facts = (dom,) if admitted is None else (dom, admitted)
    answer.deadline(
        F_04,
        count(F_04, dom.dato, regime),
        _status_04(answer, dom, admitted),
        facts,
        governed_by=regime,
    )
    dates = count(F_05, dom.dato, regime)
    running = answer.history.per_dato <= dates.dato
    status = Status.LOEPER if running else Status.NAADD
    readings: tuple[Lesning, ...] = ()
    notes: tuple[str, ...] = ()
    if admitted is not None and admitted.dato > dom.dato:
        later = count(F_05, admitted.dato, regime).dato
        readings = (
            Lesning("FRA_RETTSKRAFT", dates.dato, True),
            Lesning("FRA_INNLEGGELSE", later, False),
        )
        notes = ("SEN_IVERKSETTELSE",)
    answer.deadline(
        F_05,
        dates,
        (status, because("MINSTETID_LOEPER" if running else "MINSTETID_OVER")),
        facts,
        lesninger=readings,
        merknader=notes,
        governed_by=regime,
    )
