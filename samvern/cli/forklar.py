"""The whole reasoning behind one rule in one case, as plain text with provisions."""

from collections.abc import Iterator
from textwrap import fill

from samvern.law import datotekst, sentence
from samvern.law.book import get_rule
from samvern.law.certainty import certainty
from samvern.law.event import Sak
from samvern.law.reader import compute
from samvern.law.rule import Rule, Sikkerhet
from samvern.law.text import Maalform, Text
from samvern.law.trace import Frist, Straks, Svar

_WIDTH = 96
_WHY = Text("Hvorfor", "Kvifor")
_FACTS = Text("Bygger på", "Byggjer på")
_STEPS = Text("Slik er datoen regnet", "Slik er datoen rekna")
_READINGS = Text("Loven kan leses slik", "Lova kan lesast slik")
_APPLIES = Text("gjelder her", "gjeld her")
_NOT_APPLIED = Text("brukes ikke", "blir ikkje brukt")
_NOTES = Text("Merk", "Merk")
_LAW = Text("Hjemmel", "Heimel")
_WHO = Text("Hvem handler", "Kven handlar")
_TOLD = Text("Hvem får vite", "Kven får vite")
_MISSED = Text("Følge", "Følgje")
_NOMINAL = Text("Før flytting", "Før flytting")
_STATUTE = Text(
    "Siste dag etter loven – ikke planlegg etter den",
    "Siste dag etter lova – ikkje planlegg etter han",
)
_LAST_WORKING = Text("Siste virkedag", "Siste virkedag")
_NO_DATE = Text("Ingen dato", "Ingen dato")
_CERTAINTY = {
    Sikkerhet.SIKKER: Text("Sikker", "Sikker"),
    Sikkerhet.TOLKNING: Text("Tolkning", "Tolking"),
    Sikkerhet.FORSIKTIG_VALG: Text("Forsiktig valg", "Forsiktig val"),
    Sikkerhet.IKKE_VERIFISERT: Text("Ikke verifisert", "Ikkje verifisert"),
}
_CERTAINTY_TITLE = Text("Sikkerhet", "Tryggleik")
_NOT_READ = Text("Eldre ordlyd ikke lest", "Eldre ordlyd ikkje lesen")
_OTHER_TYPE = Text("Regelen gjelder ikke denne sakstypen.", "Regelen gjeld ikkje denne sakstypen.")
_NOT_STARTED = Text(
    "Regelen gir ingen dato i saken: hendelsen som starter den, er ikke registrert.",
    "Regelen gir ingen dato i saka: hendinga som startar han, er ikkje registrert.",
)
_SINCE = Text("siden", "sidan")


def write(sak: Sak, rule_id: str, maalform: Maalform) -> None:
    """Print the reasoning of every deadline or duty the rule gives in the case."""
    for line in lines(compute(sak), sak, get_rule(rule_id), maalform):
        print(line)


def lines(svar: Svar, sak: Sak, rule: Rule, maalform: Maalform) -> Iterator[str]:
    """Give the reasoning line by line; says why when the rule gives nothing."""
    found = False
    for frist in svar.frister:
        if frist.regel == rule.id:
            yield from ("",) if found else ()
            found = True
            yield from _deadline(frist, rule, maalform)
    for straks in svar.straks:
        if straks.regel == rule.id:
            yield from ("",) if found else ()
            found = True
            yield from _duty(straks, rule, maalform)
    if not found:
        yield _title(rule.id, rule.navn.lang(maalform))
        yield from _wrapped(_absent(svar, sak, rule).lang(maalform))


def _absent(svar: Svar, sak: Sak, rule: Rule) -> Text:
    if rule.avslaatt is not None:
        return rule.avslaatt
    if sak.type not in rule.gjelder:
        return _OTHER_TYPE
    unclear = next((u for u in svar.uavklart if rule.id in u.regler), None)
    return _NOT_STARTED if unclear is None else sentence.unclear(unclear)


def _title(rule_id: str, name: str) -> str:
    heading = f"{rule_id} {name}"
    return f"{heading}\n{'=' * len(heading)}"


def _wrapped(text: str, indent: str = "  ") -> Iterator[str]:
    yield fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _section(title: Text, body: list[str], maalform: Maalform) -> Iterator[str]:
    if body:
        yield f"\n{title.lang(maalform)}"
        for text in body:
            yield from _wrapped(text)


def _deadline(frist: Frist, rule: Rule, maalform: Maalform) -> Iterator[str]:
    name = sentence.rule_name(frist).lang(maalform)
    yield _title(frist.regel, f"{name} ({frist.ref})" if frist.ref else name)
    status = sentence.status_word(frist.status).lang(maalform)
    if frist.dato is None:
        yield f"{_NO_DATE.lang(maalform)}: {status}"
    else:
        clock = f" {datotekst.clock(frist.klokkeslett)}" if frist.klokkeslett else ""
        yield f"{datotekst.full(frist.dato, maalform)}{clock}: {status}"
    for label, day in (
        (_NOMINAL, frist.nominell_dato if frist.nominell_dato != frist.dato else None),
        (_STATUTE, frist.lovdato if frist.lovdato != frist.dato else None),
        (_LAST_WORKING, frist.siste_virkedag if frist.siste_virkedag != frist.dato else None),
    ):
        if day is not None:
            yield f"{label.lang(maalform)}: {datotekst.full(day, maalform)}"
    yield from _section(_WHY, [sentence.reason(frist.spor.grunn).lang(maalform)], maalform)
    facts = [sentence.fact(h).lang(maalform) for h in frist.spor.fakta]
    yield from _section(_FACTS, facts, maalform)
    yield from _section(_STEPS, _steps(frist, maalform), maalform)
    readings = [
        _reading(frist, r.kode, r.gjelder, maalform)
        + (f", {datotekst.long(r.dato)}" if r.dato else "")
        for r in frist.spor.lesninger
    ]
    yield from _section(_READINGS, readings, maalform)
    notes = [sentence.note(kode).lang(maalform) for kode in frist.spor.merknader]
    yield from _section(_NOTES, notes, maalform)
    yield from _law(rule, frist, maalform)


def _reading(frist: Frist, kode: str, applies: bool, maalform: Maalform) -> str:
    words = sentence.reading(frist.regel, kode).lang(maalform)
    mark = (_APPLIES if applies else _NOT_APPLIED).lang(maalform)
    return f"{words} ({mark})"


def _steps(frist: Frist, maalform: Maalform) -> list[str]:
    rows = []
    for number, steg in enumerate(frist.spor.steg, start=1):
        text = f"{number}. {sentence.step(steg, frist).lang(maalform)}"
        if steg.dato is not None:
            text = f"{text} → {datotekst.table(steg.dato, maalform)}"
        if steg.kilder:
            cited = "; ".join(sentence.citation(k, frist.hendelsesdag) for k in steg.kilder)
            text = f"{text} [{cited}]"
        rows.append(text)
    return rows


def _law(rule: Rule, frist: Frist, maalform: Maalform) -> Iterator[str]:
    version = rule.version_on(frist.hendelsesdag)
    cited = [
        f"{sentence.citation(h.kilde, frist.hendelsesdag)}: {h.baerer.lang(maalform)}"
        for h in version.hjemler
    ]
    if not version.ordlyd_lest:
        cited.append(f"{(version.merknad or _NOT_READ).lang(maalform)}.")
    yield from _section(_LAW, cited, maalform)
    certain = _CERTAINTY[certainty(frist)].lang(maalform)
    if rule.sikkerhet_merknad is not None:
        certain = f"{certain}. {rule.sikkerhet_merknad.lang(maalform)}"
    yield from _section(_CERTAINTY_TITLE, [certain], maalform)
    yield from _people(rule, maalform)


def _people(rule: Rule, maalform: Maalform) -> Iterator[str]:
    for title, text in ((_WHO, rule.handler), (_TOLD, rule.varsles), (_MISSED, rule.foelge)):
        yield from _section(title, [text.lang(maalform)], maalform)


def _duty(straks: Straks, rule: Rule, maalform: Maalform) -> Iterator[str]:
    yield _title(rule.id, rule.navn.lang(maalform))
    days = datotekst.days(straks.dager, maalform)
    since = f"{days} {_SINCE.lang(maalform)} {datotekst.full(straks.utloest, maalform)}"
    yield from _section(_WHY, [sentence.duty(straks).lang(maalform), f"{since}."], maalform)
    facts = [sentence.fact(h).lang(maalform) for h in straks.fakta]
    yield from _section(_FACTS, facts, maalform)
    version = rule.version_on(straks.utloest)
    cited = [
        f"{sentence.citation(h.kilde, straks.utloest)}: {h.baerer.lang(maalform)}"
        for h in version.hjemler
    ]
    yield from _section(_LAW, cited, maalform)
    yield from _people(rule, maalform)
