"""The sentence reader: the same rules and traces, in plain bokmål and nynorsk.

Every function turns data into a `Text` and decides nothing. A rule is described from the very
steps that are run, so the words cannot describe another rule than the one that ran.
"""

from collections.abc import Callable
from datetime import date, time

from samvern.law import datotekst
from samvern.law.book import get_rule
from samvern.law.calendar import day_off_name
from samvern.law.choices import REGNEVALG
from samvern.law.event import HENDELSESTYPER, Hendelse
from samvern.law.event_texts import kodetekst
from samvern.law.rule import DateStep, FlyttesIkke, ForrigeVirkedag, NesteVirkedag, Pluss, Rule
from samvern.law.rules.regimes import AVBRUDD
from samvern.law.sentence_texts import FUNN, GRUNNER, MANGLER, MERKNADER, STATUSORD
from samvern.law.sources import find, versions
from samvern.law.text import Maalform, Text
from samvern.law.trace import Frist, Grunn, SporSteg, Status, Straks, Uavklart, Varsel, Verdi

SKJULT = "SKJULT"
"""Reason code set by whoever shows an answer to somebody who may not see what it rests on."""
NOT_SHOWN = Text(
    "Grunnlaget vises ikke for rollen din.", "Grunnlaget blir ikkje vist for rolla di."
)

type Step = tuple[Text, tuple[str, ...]]
"""One numbered step of a rule in words, with the sources it rests on."""

_NUMBERS: dict[Maalform, tuple[str, ...]] = {
    "nb": ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
    "nn": ("null", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
}
_UNITS: dict[str, tuple[Text, Text]] = {
    "dag": (Text("én dag", "éin dag"), Text("dager", "dagar")),
    "uke": (Text("én uke", "éi veke"), Text("uker", "veker")),
    "maaned": (Text("én måned", "éin månad"), Text("måneder", "månader")),
    "aar": (Text("ett år", "eitt år"), Text("år", "år")),
    "time": (Text("én time", "éin time"), Text("timer", "timar")),
}
_NEUTER_UNITS = frozenset({"aar"})


def _both(make: Callable[[Maalform], str]) -> Text:
    return Text(make("nb"), make("nn"))


def amount(count: int, unit: str) -> Text:
    """Return «tre uker», «ett år», «24 timer»."""
    one, many = _UNITS[unit]
    if count == 1:
        return one

    def words(form: Maalform) -> str:
        names = _NUMBERS[form]
        number = names[count] if 0 <= count < len(names) else str(count)
        return f"{number} {many.lang(form)}"

    return _both(words)


def _capital(text: Text) -> Text:
    return Text(text.nb[:1].upper() + text.nb[1:], text.nn[:1].upper() + text.nn[1:])


def _value(value: Verdi, form: Maalform) -> str:
    if isinstance(value, date):
        return datotekst.long(value)
    if isinstance(value, time):
        return datotekst.clock(value)
    if isinstance(value, int):
        return amount(value, "dag").lang(form)
    return value


def reason(grunn: Grunn) -> Text:
    """Return in one sentence why a status is what it is."""
    text = NOT_SHOWN if grunn.kode == SKJULT else GRUNNER[grunn.kode]
    return _both(
        lambda form: text.lang(form).format(**{k: _value(v, form) for k, v in grunn.verdier})
    )


def status_word(status: Status | str) -> Text:
    """Return the word for a status."""
    return STATUSORD[str(status)]


def finding(varsel: Varsel) -> Text:
    """Return what a finding means, in plain words."""
    return FUNN[varsel.kode]


def note(kode: str) -> Text:
    """Return the words of a note on a deadline."""
    return MERKNADER[kode]


def missing(kode: str) -> Text:
    """Return the words for a missing fact."""
    return MANGLER[kode]


def reading(rule_id: str, kode: str) -> Text:
    """Return what one reading of the law says."""
    return next(r.tekst for r in get_rule(rule_id).lesemaater if r.kode == kode)


def _suffix(part: str | None, n: int | None) -> Text | None:
    if part is not None:
        return kodetekst(part).inside()
    return Text(f"år {n}", f"år {n}") if n is not None else None


def rule_name(frist: Frist) -> Text:
    """Return the deadline's name with its party or year: «Statusrapport år 2»."""
    name = get_rule(frist.regel).navn
    if frist.regel in ("F-01", "F-02"):
        return name
    extra = _suffix(frist.part, frist.n)
    if extra is None:
        return name
    mark = ", " if frist.part is not None else " "
    return Text(f"{name.nb}{mark}{extra.nb}", f"{name.nn}{mark}{extra.nn}")


def event_name(hendelse: Hendelse) -> Text:
    """Return what happened without the date: «Dom rettskraftig, opprettholdelse»."""
    name = HENDELSESTYPER[hendelse.type].navn
    details = [
        kodetekst(code)
        for code in (hendelse.art, hendelse.retning, hendelse.part, hendelse.hos, hendelse.utfall)
        if code is not None
    ]
    if hendelse.n is not None:
        details.append(Text(f"år {hendelse.n}", f"år {hendelse.n}"))
    if not details:
        return name
    return _both(
        lambda form: f"{name.lang(form)}, {', '.join(_lower(d.lang(form)) for d in details)}"
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def fact(hendelse: Hendelse) -> Text:
    """Return a fact with its date, and its clock time when it has one."""
    name = event_name(hendelse)
    when = datotekst.long(hendelse.dato)
    if hendelse.klokkeslett is not None:
        when = f"{when} {datotekst.clock(hendelse.klokkeslett)}"
    return Text(f"{name.nb}, {when}", f"{name.nn}, {when}")


def _day_off(day: date) -> Text:
    """Return «Lørdag 17. mai er fridag» with the holiday's name where it has one."""
    name = day_off_name(day) or Text("", "")

    def words(form: Maalform) -> str:
        weekday = datotekst.weekday(day, form)
        why = name.lang(form)
        tail = "fridag" if why == weekday or why == datotekst.day_month_long(day) else why
        return f"{weekday.capitalize()} {datotekst.day_month_long(day)} er {tail}."

    return _both(words)


def _join(first: Text, second: Text) -> Text:
    return Text(f"{first.nb} {second.nb}", f"{first.nn} {second.nn}")


_MOVED_ON = Text("Flyttet til første virkedag.", "Flytt til første virkedag.")
_MOVED_BACK = Text("Flyttet til virkedagen før.", "Flytt til virkedagen før.")
_STANDS = Text("Datoen flyttes ikke.", "Datoen blir ikkje flytt.")
_WORKING = Text("Det er en virkedag, så datoen står.", "Det er ein virkedag, så datoen står.")


def moved(frist: Frist) -> Text | None:
    """Return why the date shown is another than the nominal one, or None when it is not."""
    if frist.dato is None or frist.nominell_dato is None or frist.dato == frist.nominell_dato:
        return None
    back = frist.dato < frist.nominell_dato
    return _join(_day_off(frist.nominell_dato), _MOVED_BACK if back else _MOVED_ON)


def _laid(count: int, unit: str) -> str:
    """Return the nynorsk participle that agrees: «eitt år blir lagt», «éi veke blir lagd»."""
    if count != 1:
        return "lagde"
    return "lagt" if unit in _NEUTER_UNITS else "lagd"


def _period(steg: SporSteg, before: date | None) -> Text:
    count, unit = steg.antall or 0, steg.enhet or "dag"
    how = _capital(amount(count, unit))
    if steg.operasjon == "minus":
        taken = "trekt" if count == 1 else "trekte"
        return Text(f"{how.nb} trekkes fra.", f"{how.nn} blir {taken} frå.")
    same = {
        "dag": Text("Startdagen regnes ikke med.", "Startdagen blir ikkje rekna med."),
        "uke": Text("Samme ukedag.", "Same vekedag."),
        "aar": Text("Samme dag og måned.", "Same dag og månad."),
    }.get(steg.enhet or "", Text("Samme dag i måneden.", "Same dag i månaden."))
    clipped = (
        steg.enhet in ("maaned", "aar") and before and steg.dato and steg.dato.day != before.day
    )
    if clipped:
        same = Text(
            "Dagen finnes ikke i måneden, så siste dag brukes.",
            "Dagen finst ikkje i månaden, så siste dag blir brukt.",
        )
    added = Text(f"{how.nb} legges til.", f"{how.nn} blir {_laid(count, unit)} til.")
    return _join(added, same)


_SIMPLE: dict[str, Text] = {
    "virkedag": _WORKING,
    "tidligste_av": Text(
        "Den tidligste av de to datoene gjelder.", "Den tidlegaste av dei to datoane gjeld."
    ),
    "seneste_ferdig": Text(
        "Den siste parten er ferdig denne dagen.", "Den siste parten er ferdig denne dagen."
    ),
    "hoeyesterett": Text(
        "Høyesteretts dom er rettskraftig dagen den avsies.",
        "Dommen til Høgsterett er rettskraftig dagen han blir sagd.",
    ),
    "straks": Text("Overføringen kan skje straks.", "Overføringa kan skje straks."),
    "timer": Text(
        "24 timer legges til, også over sommertid.", "24 timar blir lagde til, også over sommartid."
    ),
    "samtykke": Text(
        "Kommisjonen samtykket til denne dagen.", "Kommisjonen samtykte til denne dagen."
    ),
}


def _before(frist: Frist, steg: SporSteg) -> date | None:
    previous: date | None = None
    for taken in frist.spor.steg:
        if taken is steg:
            return previous
        if taken.operasjon != "lovdato":
            previous = taken.dato
    return previous


def _start(frist: Frist, steg: SporSteg) -> Text:
    for hendelse in frist.spor.fakta:
        if hendelse.dato == steg.dato:
            name = event_name(hendelse)
            return Text(f"{name.nb}.", f"{name.nn}.")
    if frist.regel == "F-61":
        return Text("De første ti dagene er ute.", "Dei første ti dagane er ute.")
    return Text("Vernet skal ta slutt.", "Vernet skal ta slutt.")


def _stays(before: date | None) -> Text:
    if before is None or day_off_name(before) is None:
        return _STANDS
    return _join(_day_off(before), _STANDS)


def _statutory(steg: SporSteg, before: date | None) -> Text:
    if steg.merknad == "virkedag" or before is None:
        return Text("Siste dag etter loven er den samme.", "Siste dag etter lova er den same.")
    extended = Text(
        "Loven utvider til første virkedag. Ikke planlegg etter den.",
        "Lova utvidar til første virkedag. Ikkje planlegg etter han.",
    )
    return _join(_day_off(before), extended)


def step(steg: SporSteg, frist: Frist) -> Text:
    """Return one line of the calculation in words."""
    before = _before(frist, steg)
    match steg.operasjon:
        case "start":
            return _start(frist, steg)
        case "pluss" | "minus":
            return _period(steg, before)
        case "neste_virkedag" if before is not None:
            return _join(_day_off(before), _MOVED_ON)
        case "forrige_virkedag" if before is not None:
            return _join(_day_off(before), _MOVED_BACK)
        case "flyttes_ikke":
            return _stays(before)
        case "lovdato":
            return _statutory(steg, before)
        case other:
            return _SIMPLE[other]


_LAST_PARTY = Text(
    "Dagen den siste parten er ferdig, gjelder.", "Dagen den siste parten er ferdig, gjeld."
)
_STAYS_ALWAYS = Text(
    "Datoen flyttes ikke for helg eller helligdag.",
    "Datoen blir ikkje flytt for helg eller heilagdag.",
)
# Rules whose calculation is not a chain of date steps; the sources are those of the trace.
_OWN_STEPS: dict[str, tuple[Step, ...]] = {
    "F-03": ((_LAST_PARTY, ("strpl/310/1", "strpl/310/3")),),
    "F-21": ((_LAST_PARTY, ("phvl/5-4/2",)),),
    "F-62": ((_SIMPLE["timer"], ("phvl/3-3a/2", "R11")), (_STAYS_ALWAYS, ("R5",))),
}


def _rule_step(rule_step: DateStep) -> Text:
    match rule_step:
        case Pluss(antall=antall, enhet=enhet):
            return _period(SporSteg("pluss", None, (), antall, enhet), None)
        case NesteVirkedag():
            return Text(
                "Er dagen en fridag, flyttes datoen til første virkedag.",
                "Er dagen ein fridag, blir datoen flytt til første virkedag.",
            )
        case ForrigeVirkedag():
            return Text(
                "Er dagen en fridag, flyttes datoen til virkedagen før.",
                "Er dagen ein fridag, blir datoen flytt til virkedagen før.",
            )
        case FlyttesIkke():
            return _STAYS_ALWAYS
        case _:
            return _period(SporSteg("minus", None, (), rule_step.antall, rule_step.enhet), None)


def rule_steps(rule: Rule, on: date | None = None) -> tuple[Step, ...]:
    """Return the rule's calculation as numbered steps with their sources.

    Written from the steps that are run for an event on the day `on` (None: by the newest
    version), after the starting fact. What interrupts is the last step, but only where that
    version has a source for it.
    """
    day = on or rule.versjoner[-1].fra or date.max
    regnes, flyttes = rule.steps_on(day)
    steps: list[Step] = [(rule.start, ()), *_OWN_STEPS.get(rule.id, ())]
    steps += [(_rule_step(s), s.kilder) for s in (*regnes, *flyttes)]
    for extra in rule.lovdato:
        text = Text(
            "Er dagen en fridag, er siste dag etter loven første virkedag etter. Den vises ved "
            "siden av.",
            "Er dagen ein fridag, er siste dag etter lova første virkedag etter. Han blir vist "
            "ved sida av.",
        )
        steps.append((text, extra.kilder))
    interrupts = tuple(h.kilde for h in rule.version_on(day).hjemler if h.baerer == AVBRUDD)
    if interrupts:
        steps.append((rule.avbrudd, interrupts))
    return tuple(steps)


def citation(kilde_id: str, on: date) -> str:
    """Return the short citation of a source on a day, or the name of a calculation choice."""
    if kilde_id in REGNEVALG:
        return f"Regneregel\u00a0{kilde_id}"
    known = [k for k in versions(kilde_id) if k.in_force(on)]
    return (known or list(versions(kilde_id)))[0].kort


def source_name(kilde_id: str, on: date) -> Text:
    """Return the full name of a source in force on a day. Raises when it was not in force."""
    return find(kilde_id, on).navn


def unclear(uavklart: Uavklart) -> Text:
    """Return in one sentence what is missing and what it means."""
    names = [get_rule(rule_id).navn for rule_id in uavklart.regler]
    facts = [missing(kode) for kode in uavklart.mangler]
    who = kodetekst(uavklart.part) if uavklart.part else None

    def words(form: Maalform) -> str:
        lacking = ", ".join(f.lang(form) for f in facts)
        whom = f" ({_lower(who.lang(form))})" if who else ""
        rules = "; ".join(_lower(n.lang(form)) for n in names)  # names contain commas
        if form == "nn":
            return f"Manglar: {lacking}{whom}. Difor er det ingen dato for {rules}."
        return f"Mangler: {lacking}{whom}. Derfor er det ingen dato for {rules}."

    return _both(words)


def duty(straks: Straks) -> Text:
    """Return in one sentence why a duty to act at once has arisen."""
    return reason(straks.grunn)
