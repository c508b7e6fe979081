"""F-60 to F-67, F-70 and F-71: care without a judgment (frister.md 4.6 and 4.7)."""

from datetime import date

from tests.oracle.domfrister import sperret_klage
from tests.oracle.kalender import EN_DAG, doegn_etter, om, tidspunkt, virkedag_fra, virkedag_til
from tests.oracle.notat import Hendelse, Hendelser, Notat, alle, dager, foerste, i_tide


def vern(ut: Notat, h: Hendelser) -> None:
    """Everything that applies only to administrative care."""
    if "observasjon_startet" in h:
        _observasjon(ut, h, h["observasjon_startet"][-1])
    if "ankomst" in h:
        _ankomst(ut, h, h["ankomst"][-1])
    if "tph_etablert" in h:
        _etablert(ut, h, h["tph_etablert"][-1]["dag"])
    _klage_etter_opphoer(ut, h)
    avslag = dager(h, "klage_avslaatt")
    if avslag:
        aapner = om(avslag[-1], maaneder=6)
        ut.frist("F-70", aapner, ut.rett(aapner))
    sperret_klage(ut, h, "pasientklage", avslag)


def _observasjon(ut: Notat, h: Hendelser, start: Hendelse) -> None:
    fra, klokkeslett = start["dag"], start.get("klokkeslett")
    if klokkeslett is None:
        ut.varsel("W-MANGLER-KLOKKESLETT")
    slutt = foerste(h, "observasjon_avsluttet", "tph_etablert", fra=fra)
    dato = om(fra, dager=10)
    forlengelser = alle(h, "observasjon_forlenget", fra=fra)
    if forlengelser and forlengelser[0]["dag"] <= dato:
        ut.frist("F-60", dato, "bortfalt", klokkeslett=klokkeslett)
        dager_til = forlengelser[0]["dager"]
        if dager_til > 10:
            ut.varsel("W-FORLENGELSE-KAPPET")
        forlenget = om(dato, dager=min(dager_til, 10))
        status = _observasjonsstatus(ut, forlenget, slutt)
        ut.frist("F-61", forlenget, status, klokkeslett=klokkeslett)
        return
    if forlengelser:
        ut.varsel("A-FORLENGET-FOR-SENT")
    ut.frist("F-60", dato, _observasjonsstatus(ut, dato, slutt), klokkeslett=klokkeslett)


def _observasjonsstatus(ut: Notat, dato: date, slutt: date | None) -> str:
    if slutt is not None and slutt <= dato:
        return "oppfylt"
    if slutt is None and ut.per <= dato:
        return "loeper"
    ut.varsel("A-SLUTT-OVERSITTET")
    return "naadd"


def _ankomst(ut: Notat, h: Hendelser, ankomst: Hendelse) -> None:
    frist = doegn_etter(ankomst["dag"], ankomst["klokkeslett"])
    dato = frist.date()
    vedtak = alle(h, "observasjon_startet", "tph_etablert", "annet_vedtak", fra=ankomst["dag"])
    if not vedtak:
        status = "loeper" if ut.per <= dato else "naadd"
    elif "klokkeslett" in vedtak[0]:
        i_tid = tidspunkt(vedtak[0]["dag"], vedtak[0]["klokkeslett"]) <= frist
        status = "oppfylt" if i_tid else "oppfylt_for_sent"
    else:
        status = i_tide(vedtak[0]["dag"], dato)
    ut.frist("F-62", dato, status, klokkeslett=f"{frist:%H:%M}")


def _etablert(ut: Notat, h: Hendelser, start: date) -> None:
    opphoer = foerste(h, "tph_opphoert", fra=start)
    _tremaanederskontroll(ut, h, start, opphoer)
    siste = dager(h, "undersoekelse_4_9", fra=start)[-1:] or [start]
    dato = om(siste[0], maaneder=3)
    status = "bortfalt" if opphoer else ut.plikt(dato, None)
    ut.frist("F-64", dato, status, siste_virkedag=virkedag_til(dato))
    slutt, siste_samtykke = _ettaarsgrense(ut, h, start)
    if opphoer is not None:
        status, varte_til = i_tide(opphoer, slutt), opphoer
    else:
        status, varte_til = "loeper" if ut.per < slutt else "naadd", ut.per
    if varte_til > slutt:
        ut.varsel("A-SLUTT-OVERSITTET")
    ut.frist("F-65", slutt, status, siste_virkedag=virkedag_til(slutt))
    _soeknad(ut, h, slutt, siste_samtykke or start, opphoer)


def _tremaanederskontroll(ut: Notat, h: Hendelser, start: date, opphoer: date | None) -> None:
    dato = om(start, maaneder=3)
    klage = foerste(h, "pasientklage", fra=start)
    kontroll = foerste(h, "kommisjonskontroll", fra=start)
    har_klaget = klage is not None and klage <= dato
    tok_slutt = kontroll is None and opphoer is not None and opphoer <= dato
    ut.frist("F-63", dato, "bortfalt" if har_klaget or tok_slutt else ut.plikt(dato, kontroll))


def _ettaarsgrense(ut: Notat, h: Hendelser, start: date) -> tuple[date, date | None]:
    """The current end of the care, and the date of the last consent that moved it."""
    slutt = om(start, aar=1)
    siste_samtykke = None
    # § 3-8 third paragraph, one year at a time: a consent registered twice is one consent.
    samtykker = {
        (s["dag"], s.get("til_og_med")): s for s in alle(h, "forlengelse_innvilget", fra=start)
    }
    for samtykke in samtykker.values():
        if samtykke["dag"] > slutt:
            ut.varsel("A-SAMTYKKE-FOR-SENT")
            continue
        hoeyst = next(aarsdag for n in range(1, 200) if (aarsdag := om(start, aar=n)) > slutt)
        oensket = hoeyst
        if "til_og_med" in samtykke:
            oensket = date.fromisoformat(samtykke["til_og_med"])
        if oensket > hoeyst:
            ut.varsel("W-FORLENGELSE-KAPPET")
        slutt, siste_samtykke = min(oensket, hoeyst), samtykke["dag"]
    return slutt, siste_samtykke


def _soeknad(ut: Notat, h: Hendelser, slutt: date, periode_fra: date, opphoer: date | None) -> None:
    nominell = om(slutt, uker=-4)
    soekt = foerste(h, "forlengelse_soekt", fra=periode_fra + EN_DAG)
    bortfalt = soekt is None and opphoer is not None
    status = "bortfalt" if bortfalt else ut.plikt(nominell, soekt)
    ut.frist("F-66", virkedag_til(nominell), status, nominell)


def _klage_etter_opphoer(ut: Notat, h: Hendelser) -> None:
    """F-67: from the end of the care; from the end of observation only without care."""
    slutt, start = "observasjon_avsluttet", "observasjon_startet"
    if "tph_etablert" in h or "tph_opphoert" in h:
        slutt, start = "tph_opphoert", "tph_etablert"
    opphoer = foerste(h, slutt, fra=h[start][-1]["dag"] if start in h else None)
    if opphoer is None:
        return
    nominell = om(opphoer, maaneder=3)
    frist = virkedag_fra(nominell)
    klaget = foerste(h, "pasientklage", fra=opphoer)
    ut.frist("F-67", frist, ut.klage(frist, klaget, False), nominell)


def kommisjonssaker(ut: Notat, h: Hendelser) -> None:
    """F-71: two weeks from each case brought before the commission, in every type of case."""
    for sak in h.get("sak_brakt_inn", ()):
        dato = om(sak["dag"], uker=2)
        # § 6-4 sixth paragraph speaks of the case: a decision in another one does not count.
        andre = {annen["id"] for annen in h["sak_brakt_inn"]} - {sak["id"]}
        avgjoerelser = [*h.get("klage_avgjort", ()), *h.get("klage_avslaatt", ())]
        dager_avgjort = [
            a["dag"] for a in avgjoerelser if a["dag"] >= sak["dag"] and a.get("ref") not in andre
        ]
        avgjort = min(dager_avgjort, default=None)
        ut.frist("F-71", dato, ut.plikt(dato, avgjort), ref=sak["id"])
