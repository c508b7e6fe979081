"""The answer as plain data: the contract of the command line and the API.

Field names and codes are stable (`frister.md` part 1, plus `kilde`, `sikkerhet`, `hjemmel`,
`spor`). Fields that do not apply are left out; a date that cannot be fixed is null. Words are
bokmål.
"""

from datetime import date, time
from typing import Any

from samvern.law import sentence
from samvern.law.book import get_rule
from samvern.law.certainty import certainty
from samvern.law.event import Hendelse
from samvern.law.rule import REGELSETT, Versjon
from samvern.law.trace import Frist, Lesning, SporSteg, Straks, Svar, Uavklart, Varsel

Data = dict[str, Any]

_ALVOR = {"A": "alvorlig", "W": "advarsel", "I": "opplysning"}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value


def _without_none(**fields: object) -> Data:
    return {name: _plain(value) for name, value in fields.items() if value is not None}


def _fact(hendelse: Hendelse) -> Data:
    return _without_none(
        type=hendelse.type,
        dato=hendelse.dato,
        id=hendelse.id,
        ref=hendelse.ref,
        part=hendelse.part,
        tekst=sentence.fact(hendelse).nb,
    )


def _step(steg: SporSteg, frist: Frist) -> Data:
    return _without_none(
        operasjon=steg.operasjon,
        antall=steg.antall,
        enhet=steg.enhet and str(steg.enhet),
        dato=steg.dato,
        kilder=list(steg.kilder) or None,
        merknad=steg.merknad,
        tekst=sentence.step(steg, frist).nb,
    )


def _reading(rule_id: str, lesning: Lesning) -> Data:
    return {
        "kode": lesning.kode,
        "tekst": sentence.reading(rule_id, lesning.kode).nb,
        "dato": _plain(lesning.dato),
        "gjelder": lesning.gjelder,
    }


def _trace(frist: Frist, version: Versjon) -> Data:
    spor = frist.spor
    data: Data = {
        "fakta": [_fact(h) for h in spor.fakta],
        "steg": [_step(s, frist) for s in spor.steg],
        "grunn": {
            "kode": spor.grunn.kode,
            **{k: _plain(v) for k, v in spor.grunn.verdier},
            "tekst": sentence.reason(spor.grunn).nb,
        },
        "alternativer": [_reading(frist.regel, r) for r in spor.lesninger],
        "regelsett": REGELSETT,
        "versjon": _without_none(
            fra=version.fra,
            til=version.til,
            ordlyd_lest=version.ordlyd_lest,
            merknad=version.merknad and version.merknad.nb,
        ),
    }
    flyttet = sentence.moved(frist)
    if flyttet is not None:
        data["flyttet"] = flyttet.nb
    return data


def _core(frist: Frist) -> Data:
    return {
        "regel": frist.regel,
        "dato": _plain(frist.dato),
        "nominell_dato": _plain(frist.nominell_dato),
        "status": str(frist.status),
        **_without_none(
            ref=frist.ref,
            part=frist.part,
            n=frist.n,
            lovdato=frist.lovdato,
            siste_virkedag=frist.siste_virkedag,
            klokkeslett=frist.klokkeslett,
        ),
    }


def frist_as_data(frist: Frist) -> Data:
    """Return one deadline as plain data, with its whole reasoning."""
    rule = get_rule(frist.regel)
    version = rule.version_on(frist.hendelsesdag)
    return {
        **_core(frist),
        "navn": sentence.rule_name(frist).nb,
        **_without_none(
            slag=str(rule.fristtype),
            kilde=str(rule.grunnlag),
            sikkerhet=str(certainty(frist)),
            sikkerhet_merknad=rule.sikkerhet_merknad and rule.sikkerhet_merknad.nb,
            hjemmel=[sentence.citation(h.kilde, frist.hendelsesdag) for h in version.hjemler],
            merknader=[{"kode": m, "tekst": sentence.note(m).nb} for m in frist.spor.merknader]
            or None,
        ),
        "spor": _trace(frist, version),
    }


def _finding(varsel: Varsel) -> Data:
    return _without_none(
        kode=str(varsel.kode),
        ref=varsel.ref,
        alvor=_ALVOR[varsel.kode[0]],
        tekst=sentence.finding(varsel).nb,
    )


def _duty(straks: Straks) -> Data:
    rule = get_rule(straks.regel)
    version = rule.version_on(straks.hjemmelsdag)
    return _without_none(
        regel=straks.regel,
        navn=rule.navn.nb,
        utloest=straks.utloest,
        dager=straks.dager,
        kilde=str(rule.grunnlag),
        sikkerhet=str(rule.sikkerhet),
        hjemmel=[sentence.citation(h.kilde, straks.hjemmelsdag) for h in version.hjemler],
        fakta=[_fact(h) for h in straks.fakta],
        tekst=sentence.duty(straks).nb,
    )


def _unclear(uavklart: Uavklart) -> Data:
    return _without_none(
        regler=list(uavklart.regler),
        mangler=list(uavklart.mangler),
        ref=uavklart.ref,
        part=uavklart.part,
        tekst=sentence.unclear(uavklart).nb,
    )


def as_data(svar: Svar) -> Data:
    """Return a whole answer as plain, JSON-ready data."""
    return {
        "regelsett": REGELSETT,
        "per_dato": svar.per_dato.isoformat(),
        "frister": [frist_as_data(f) for f in svar.frister],
        "varsler": [_finding(v) for v in svar.varsler],
        "straks": [_duty(s) for s in svar.straks],
        "uavklart": [_unclear(u) for u in svar.uavklart],
    }


def dates_as_data(svar: Svar) -> Data:
    """Return only the fields of `frister.md` part 1, for comparing many answers."""
    return {
        "frister": [_core(f) for f in svar.frister],
        "varsler": [_without_none(kode=str(v.kode), ref=v.ref) for v in svar.varsler],
    }
