"""Random histories of cases with a judgment."""

from datetime import date, timedelta

from tests.oracle.bygger import (
    ETT_AAR,
    FIRE_UKER,
    NULL,
    SEKS_MND,
    TI_DAGER,
    TO_AAR,
    TO_UKER,
    TRE_AAR,
    TRE_UKER,
    Bygger,
    annet_vedtak,
    kommisjonssak,
    parter_og_klager,
    varslingsvedtak,
)
from tests.oracle.kalender import om, virkedag_fra

TIDSBESTEMT_FRA = date(2016, 10, 1)


def domhistorie(b: Bygger, tidsubestemt: bool) -> None:
    """Events of one case with a judgment; the governing date is near special days."""
    lengder = (NULL, TO_UKER, TRE_UKER, TRE_UKER, SEKS_MND, ETT_AAR, TO_AAR, TRE_AAR, TRE_AAR)
    start = b.start(*lengder)
    if not tidsubestemt:
        start = max(start, TIDSBESTEMT_FRA + timedelta(days=b.tall(0, 3)))
    datoer = _dommer(b, start, tidsubestemt)
    siste = datoer[-1]
    _iverksettelse(b, datoer)
    _begjaeringer(b, datoer)
    if b.sjanse(0.35):
        _underskrift(b, siste)
    if b.sjanse(0.25):
        base = siste if b.sjanse(0.93) else datoer[0]
        lengde = (TRE_AAR, TRE_AAR, TRE_UKER, ETT_AAR, TO_AAR, NULL)
        b.ny("opphoer", b.naer(base, *lengde, tidligst=base), av="paatalemyndigheten")
    if b.sjanse(0.3):
        _fravaer(b, b.velg(siste, *datoer))
    _endring(b, datoer[0])
    for _ in range(b.antall(0.4, 0.25)):
        _overfoering(b, datoer[0])
    if b.sjanse(0.12):
        varslingsvedtak(b, b.velg(*datoer))
    if b.sjanse(0.12):
        kommisjonssak(b, b.velg(*datoer))
    if b.sjanse(0.03):
        annet_vedtak(b, siste)
    if b.sjanse(0.02):
        b.ny("observasjon_startet", siste)
        b.ny("tph_etablert", b.naer(siste, TI_DAGER))
        b.ny("pasientklage", b.naer(siste, SEKS_MND), id=b.navn("K"))


def _dommer(b: Bygger, start: date, tidsubestemt: bool) -> list[date]:
    """Judgments in time order; returns their dates (registered or proposed)."""
    senere = ["nekter_opphoer", "nekter_opphoer", "kriminalomsorg", "overfoeringsdom"]
    senere += ["opprettholdelse"] * (4 if tidsubestemt else 1)
    datoer = []
    dag = start
    for nr in range(1 + b.antall(0.42, 0.4, 0.3)):
        art = "overfoeringsdom" if nr == 0 and b.sjanse(0.95) else b.velg(*senere)
        dag = _dom(b, dag, art)
        datoer.append(dag)
        dag = b.naer(dag, ETT_AAR, TO_AAR, TRE_AAR, SEKS_MND, tidligst=dag)
        if b.sjanse(0.2):
            dag += timedelta(days=b.tall(0, 500))
    if b.sjanse(0.02):
        b.ny("dom_rettskraftig", date(2020, 10, b.tall(1, 2)), id=b.navn("J"), art="kriminalomsorg")
    return datoer


def _dom(b: Bygger, dag: date, art: str) -> date:
    """One judgment: given, or registered as final, or both. The day is the final one."""
    navn = b.navn("J")
    if b.sjanse(0.6):
        b.ny("dom_rettskraftig", dag, id=navn, art=art)
        return dag
    domstol = b.velg("tingrett", "tingrett", "tingrett", "lagmannsrett", "hoeyesterett")
    if domstol == "hoeyesterett":
        avsagt, ferdig = dag, dag
    else:
        avsagt = dag
        ferdig = _ankefrister(b, navn, dag)
    felt = {"domfelt_til_stede": True} if b.sjanse(0.5) else {}
    b.ny("dom_avsagt", avsagt, id=navn, domstol=domstol, **felt)
    if b.sjanse(0.75):
        registrert = ferdig if b.sjanse(0.6) else b.naer(ferdig, NULL, NULL, TO_UKER)
        b.ny("dom_rettskraftig", max(avsagt, registrert), id=navn, art=art)
        return max(avsagt, registrert)
    return ferdig


def _ankefrister(b: Bygger, dom: str, avsagt: date) -> date:
    """Service, receipt, acceptance and appeal; returns a likely final date."""
    forkynt = avsagt
    for _ in range(b.antall(0.55, 0.08)):
        forkynt = b.naer(avsagt, NULL, TI_DAGER, tidligst=avsagt)
        b.ny("dom_forkynt", forkynt, ref=dom)
    mottatt, lengde = avsagt, 2
    for _ in range(b.antall(0.87, 0.35)):
        hos = b.velg("ankeberettiget", "kontor")
        mottatt = b.naer(avsagt, NULL, NULL, TO_UKER, tidligst=avsagt)
        lengde = 2 if hos == "ankeberettiget" else 4
        b.ny("dom_mottatt_paatale", mottatt, ref=dom, hos=hos)
    ferdige = [virkedag_fra(om(forkynt, uker=2)), virkedag_fra(om(mottatt, uker=lengde))]
    for nr, part in enumerate(("domfelt", "paatale")):
        ferdige[nr] += timedelta(days=1)
        if b.sjanse(0.33):
            ferdige[nr] = b.naer(avsagt, NULL, TO_UKER, FIRE_UKER, tidligst=avsagt)
            b.ny("dom_vedtatt", ferdige[nr], ref=dom, part=part)
        for _ in range(b.antall(0.15, 0.1)):
            dag = b.naer(b.velg(avsagt, forkynt, mottatt), TO_UKER, TO_UKER, FIRE_UKER)
            b.ny("anke", max(dag, avsagt), ref=dom, part=part)
    return max(ferdige)


def _iverksettelse(b: Bygger, datoer: list[date]) -> None:
    if b.sjanse(0.55):
        b.ny("innleggelse", b.naer(datoer[0], NULL))
    if b.sjanse(0.45):
        b.ny("helseopplysningsskjema_sendt", b.naer(datoer[0], TRE_UKER))
    for _ in range(b.antall(0.45, 0.5, 0.5)):
        n = b.tall(1, 3)
        dag = b.naer(b.velg(*datoer), (0, 0, 0, n), (0, 0, 0, n), (0, 0, 0, n), NULL)
        b.ny("statusrapport_sendt", dag, n=n)
    if b.sjanse(0.01):
        b.ny("tilbakefoering", b.naer(datoer[-1], ETT_AAR))


def _begjaeringer(b: Bygger, datoer: list[date]) -> None:
    for _ in range(b.antall(0.4, 0.3)):
        part = b.velg("domfelt", "paaroerende", "faglig_ansvarlig")
        dag = b.naer(b.velg(*datoer), ETT_AAR, ETT_AAR, SEKS_MND, SEKS_MND, NULL)
        b.ny("begjaering_opphoer", dag, id=b.navn("B"), part=part)


def _underskrift(b: Bygger, siste: date) -> None:
    for _ in range(b.antall(1, 0.1)):
        dag = b.naer(siste, TRE_AAR, TRE_AAR, TRE_AAR, TRE_AAR, NULL, ETT_AAR)
        if b.sjanse(0.15):
            dag = om(siste, aar=3) + timedelta(days=b.tall(1, 3))
        b.ny("opprettholdelse_underskrevet", dag)
        if b.sjanse(0.5):
            b.ny("sak_oversendt_retten", b.naer(dag, NULL, NULL, TI_DAGER, TO_UKER))


def _fravaer(b: Bygger, base: date) -> None:
    if b.sjanse(0.15):
        frist = om(base, aar=b.velg(1, 2, 3, 3, 3))
        b.ny("utreise", frist - timedelta(days=b.tall(0, 40)))
        b.ny("retur_til_riket", frist + timedelta(days=b.tall(0, 40)))
        return
    ut = b.naer(base, TRE_AAR, TRE_AAR, ETT_AAR, TO_AAR, NULL)
    if b.sjanse(0.6):
        ut -= timedelta(days=b.tall(0, 400))
    for _ in range(b.antall(1, 0.2)):
        b.ny("utreise", ut)
        if b.sjanse(0.4):
            return
        hjem = b.naer(base, TRE_AAR, TRE_AAR, TRE_AAR, TO_AAR, ETT_AAR)
        if hjem <= ut or b.sjanse(0.2):
            hjem = ut + timedelta(days=b.tall(1, 900))
        b.ny("retur_til_riket", hjem)
        ut = hjem + timedelta(days=b.tall(1, 300))


def _endring(b: Bygger, base: date) -> None:
    if b.sjanse(0.25):
        part = b.velg("domfelt", "paaroerende", "paatale")
        b.ny("endringsbegjaering", b.naer(base, TRE_UKER), id=b.navn("B"), part=part)
    avslag = base
    for _ in range(b.antall(0.22, 0.3)):
        avslag = b.naer(avslag, TO_UKER, SEKS_MND, ETT_AAR)
        b.ny("endringsavslag_endelig", avslag)
        for _ in range(b.antall(0.5, 0.3)):
            part = b.velg("domfelt", "paaroerende", "paatale")
            felt = {"nye_forhold": b.sjanse(0.7)} if b.sjanse(0.5) else {}
            dag = b.naer(avslag, SEKS_MND, SEKS_MND, NULL)
            b.ny("endringsklage", dag, id=b.navn("K"), part=part, **felt)


def _overfoering(b: Bygger, base: date) -> None:
    vedtak = b.navn("V")
    dag = b.naer(base, NULL, TRE_UKER, SEKS_MND, ETT_AAR, TO_AAR)
    retning = b.velg("mildere", "mildere", "mellom_institusjoner", "til_doegn")
    parter = ["domfelt", "paaroerende", "paatale"]
    felt = {"haster": b.sjanse(0.6)} if b.sjanse(0.25) else {}
    if b.sjanse(0.45):
        parter = [part for part in parter if b.sjanse(0.5)] or [b.velg(*parter)]
        b.ny("overfoeringsvedtak", dag, id=vedtak, retning=retning, parter=parter, **felt)
    else:
        b.ny("overfoeringsvedtak", dag, id=vedtak, retning=retning, **felt)
    utenfor = [b.velg("domfelt", "paaroerende", "paatale")] if b.sjanse(0.05) else []
    siste = parter_og_klager(b, vedtak, dag, [*parter, *utenfor], TRE_UKER)
    for _ in range(b.antall(0.5, 0.08)):
        gjort = b.naer(base, TRE_UKER) if b.sjanse(0.2) else b.naer(siste, (1, 0, 0, 0), NULL)
        b.ny("overfoering_gjennomfoert", gjort, ref=vedtak)
