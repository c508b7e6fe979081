"""F-01 to F-07, F-10 to F-13, F-30 and F-31: judgment to end (frister.md 4.1-4.3, 4.5)."""

from datetime import date

from tests.oracle.kalender import EN_DAG, om, virkedag_fra, virkedag_til
from tests.oracle.notat import Hendelse, Hendelser, Notat, alle, dager, foerste, i_tide

STYRENDE = ("overfoeringsdom", "opprettholdelse", "nekter_opphoer")
FORSTE_OKTOBER_2020 = date(2020, 10, 1)


def rettskraft(ut: Notat, h: Hendelser) -> None:
    """F-01, F-02 and F-03 for each judgment given, and deviation from the registered date."""
    for dom in h.get("dom_avsagt", ()):
        if dom["domstol"] == "hoeyesterett":
            forslag: date | None = dom["dag"]
        else:
            forslag = _begge_ferdig(ut, h, dom)
        if forslag is None:
            ut.frist("F-03", None, "sperret", ref=dom["id"])
            continue
        status = "foreslaatt" if ut.per >= forslag else "ikke_aapnet"
        ut.frist("F-03", forslag, status, ref=dom["id"])
        if any(dag != forslag for dag in dager(h, "dom_rettskraftig", id=dom["id"])):
            ut.varsel("W-RETTSKRAFT-AVVIK", dom["id"])


def _begge_ferdig(ut: Notat, h: Hendelser, dom: Hendelse) -> date | None:
    """The later of the days the two parties are done; None while that cannot be fixed."""
    ferdige = [
        _part_ferdig(ut, h, dom["id"], "domfelt", _frist_domfelt(h, dom)),
        _part_ferdig(ut, h, dom["id"], "paatale", _frist_paatale(h, dom)),
    ]
    kjente = [dag for dag in ferdige if dag is not None]
    return max(kjente) if len(kjente) == 2 else None


def _frist_domfelt(h: Hendelser, dom: Hendelse) -> date | None:
    start = dom["dag"] if dom.get("domfelt_til_stede") else foerste(h, "dom_forkynt", ref=dom["id"])
    return start and om(start, uker=2)


def _frist_paatale(h: Hendelser, dom: Hendelse) -> date | None:
    nominelle = [
        om(mottak["dag"], uker=2 if mottak["hos"] == "ankeberettiget" else 4)
        for mottak in alle(h, "dom_mottatt_paatale", ref=dom["id"])
    ]
    return min(nominelle, default=None)


def _part_ferdig(
    ut: Notat, h: Hendelser, dom: str, part: str, nominell: date | None
) -> date | None:
    anket = foerste(h, "anke", ref=dom, part=part)
    vedtatt = foerste(h, "dom_vedtatt", ref=dom, part=part)
    if nominell is None:
        # An appeal cannot be late against a deadline that has not begun to run.
        return None if anket else vedtatt
    frist = virkedag_fra(nominell)
    status = ut.klage(frist, anket, vedtatt is not None)
    regel = "F-01" if part == "domfelt" else "F-02"
    ut.frist(regel, frist, status, nominell, ref=dom, part=part)
    if anket and anket <= frist:
        return None
    return min(vedtatt or frist + EN_DAG, frist + EN_DAG)


def gjennomfoering(ut: Notat, h: Hendelser, tidsubestemt: bool) -> date | None:
    """F-04 to F-13, F-30, F-31. Returns the F-05 date, or None without an original judgment."""
    for dom in alle(h, "dom_rettskraftig", art="kriminalomsorg"):
        ut.varsel("I-5-6-FLYTTER-IKKE", dom["id"])
        if dom["dag"] >= FORSTE_OKTOBER_2020:
            ut.varsel("W-OPPHEVET-HJEMMEL", dom["id"])
    opprinnelig = foerste(h, "dom_rettskraftig", art="overfoeringsdom")
    if opprinnelig is None:
        return None
    styrende = [dom for dom in h["dom_rettskraftig"] if dom["art"] in STYRENDE][-1]
    opphoer = foerste(h, "opphoer")
    _iverksettelse(ut, h, opprinnelig, opphoer)
    _statusrapporter(ut, h, styrende["dag"] if tidsubestemt else opprinnelig, opphoer)
    # Strl § 65 third paragraph names only these two; a time-limited sentence is never maintained.
    nevnt = [
        dom for dom in h["dom_rettskraftig"] if dom["art"] in ("overfoeringsdom", "nekter_opphoer")
    ][-1]
    _begjaering(ut, h, styrende if tidsubestemt else nevnt, tidsubestemt, opphoer)
    if tidsubestemt:
        _treaarsfrist(ut, h, styrende, opphoer)
    else:
        _absolutt_slutt(ut, h, opprinnelig, opphoer)
    _endring(ut, h, opprinnelig, opphoer)
    return om(opprinnelig, uker=3)


def _iverksettelse(ut: Notat, h: Hendelser, start: date, opphoer: date | None) -> None:
    ut.frist("F-04", start, ut.plikt(start, foerste(h, "innleggelse")))
    tre_uker = om(start, uker=3)
    ut.frist("F-05", tre_uker, "loeper" if ut.per <= tre_uker else "naadd")
    dato = virkedag_fra(tre_uker)
    sendt = foerste(h, "helseopplysningsskjema_sendt")
    if sendt is None and opphoer is not None and opphoer <= dato:
        status = "bortfalt"
    else:
        status = ut.plikt(dato, sendt)
    ut.frist("F-06", dato, status, tre_uker)


def fravaer(h: Hendelser) -> list[tuple[date, date | None]]:
    """Absences as (departure, return), return None while still away."""
    perioder: list[tuple[date, date | None]] = []
    ute: date | None = None
    for hendelse in alle(h, "utreise", "retur_til_riket"):
        if hendelse["type"] == "utreise":
            ute = ute or hendelse["dag"]
        elif ute:
            perioder.append((ute, hendelse["dag"]))
            ute = None
    return [*perioder, (ute, None)] if ute else perioder


def _er_ute(h: Hendelser, reist_senest: date | None = None) -> bool:
    return any(
        retur is None and (reist_senest is None or ut <= reist_senest) for ut, retur in fravaer(h)
    )


def _retur_etter(h: Hendelser, dato: date) -> date | None:
    """The return from the absence that the date fell in."""
    return next((r for ut, r in fravaer(h) if r is not None and ut <= dato < r), None)


def _falt_i_fravaer(h: Hendelser, dato: date) -> bool:
    return any(retur is not None and ut <= dato < retur for ut, retur in fravaer(h))


def _statusrapporter(ut: Notat, h: Hendelser, start: date, opphoer: date | None) -> None:
    for n in (1, 2, 3):
        nominell = om(start, aar=n)
        dato = nominell if n == 3 else virkedag_fra(nominell)
        sendt = foerste(h, "statusrapport_sendt", fra=start + EN_DAG, n=n)
        if sendt is not None:
            status = i_tide(sendt, dato)
        elif opphoer is not None and opphoer <= dato:
            status = "bortfalt"
        elif _er_ute(h, dato):
            status = "suspendert"
        elif _falt_i_fravaer(h, dato):
            status = "bortfalt"
        else:
            status = ut.plikt(dato, None)
        ut.frist("F-07", dato, status, nominell, n=n, siste_virkedag=virkedag_til(dato))


def _begjaering(
    ut: Notat, h: Hendelser, dom: Hendelse, tidsubestemt: bool, opphoer: date | None
) -> None:
    start: date = dom["dag"]
    dato = om(start, aar=1) if tidsubestemt else om(start, maaneder=6)
    begjaeringer = alle(h, "begjaering_opphoer", fra=start + EN_DAG)
    if opphoer is not None:
        status = "bortfalt"
    elif any(begjaering["dag"] >= dato for begjaering in begjaeringer):
        status = "brukt"
    else:
        status = ut.rett(dato)
    ut.frist("F-10" if tidsubestemt else "F-11", dato, status, ref=dom["id"])
    for begjaering in begjaeringer:
        if begjaering["dag"] < dato:
            ut.varsel("W-FOR-TIDLIG", begjaering["id"])


def _treaarsfrist(ut: Notat, h: Hendelser, dom: Hendelse, opphoer: date | None) -> None:
    dato = om(dom["dag"], aar=3)
    lovdato = virkedag_fra(dato)
    underskrift = foerste(h, "opprettholdelse_underskrevet", fra=dom["dag"] + EN_DAG)
    avbrudd = min((dag for dag in (underskrift, opphoer) if dag), default=None)
    retur = _retur_etter(h, dato)
    if avbrudd == underskrift and avbrudd and retur and avbrudd > lovdato and avbrudd >= retur:
        # Strl § 65 fifth paragraph third sentence: a late case after return is foreseen.
        status = "maa_avgjoeres"
    elif avbrudd is not None:
        status = i_tide(avbrudd, lovdato)
        if avbrudd > dato:
            for_sent = avbrudd > lovdato
            ut.varsel("A-FRIST-OVERSITTET" if for_sent else "W-ETTER-NOMINELL")
    elif _er_ute(h, dato):
        status = "suspendert"
    elif ut.per <= dato:
        status = "loeper"
    elif _falt_i_fravaer(h, dato):
        status = "maa_avgjoeres"
    elif ut.per <= lovdato:
        status = "over_nominell"
    else:
        status = "oversittet"
        ut.varsel("A-FRIST-OVERSITTET")
    ligger = underskrift is not None and opphoer is None and ut.per > dato
    if ligger and not dager(h, "sak_oversendt_retten", fra=underskrift):
        ut.varsel("W-IKKE-OVERSENDT")
    siste = virkedag_til(dato)
    ut.frist("F-12", dato, status, ref=dom["id"], lovdato=lovdato, siste_virkedag=siste)


def _absolutt_slutt(ut: Notat, h: Hendelser, start: date, opphoer: date | None) -> None:
    dato = om(start, aar=3)
    if opphoer is not None:
        status = i_tide(opphoer, dato)
        over = opphoer > dato
    elif ut.per < dato:
        status = "suspendert" if _er_ute(h) else "loeper"
        over = False
    else:
        status = "naadd"
        over = ut.per > dato and not _er_ute(h)
    if over:
        ut.varsel("A-SLUTT-OVERSITTET")
    ut.frist("F-13", dato, status, siste_virkedag=virkedag_til(dato))


def _endring(ut: Notat, h: Hendelser, start: date, opphoer: date | None) -> None:
    foerst = om(start, uker=3)
    ut.frist("F-30", foerst, "bortfalt" if opphoer else ut.rett(foerst))
    for begjaering in h.get("endringsbegjaering", ()):
        if begjaering["dag"] < foerst:
            ut.varsel("W-FOR-TIDLIG", begjaering["id"])
    avslag = dager(h, "endringsavslag_endelig")
    if avslag:
        aapner = om(avslag[-1], maaneder=6)
        ut.frist("F-31", aapner, "bortfalt" if opphoer else ut.rett(aapner))
    sperret_klage(ut, h, "endringsklage", avslag)


def sperret_klage(ut: Notat, h: Hendelser, type_: str, avslag: list[date]) -> None:
    """Complaints less than six months after the last earlier refusal (4.3, 4.6, 4.7)."""
    for klage in h.get(type_, ()):
        tidligere = [dag for dag in avslag if dag <= klage["dag"]]
        if tidligere and klage["dag"] < om(tidligere[-1], maaneder=6):
            kode = "I-NYE-FORHOLD" if klage.get("nye_forhold") else "W-FOR-TIDLIG"
            ut.varsel(kode, klage["id"])
