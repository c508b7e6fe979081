"""Random histories of administrative care."""

from datetime import date, timedelta

from tests.oracle.bygger import (
    ETT_AAR,
    NULL,
    SEKS_MND,
    SOEKNAD,
    SOEKNAD_AAR_TO,
    TI_DAGER,
    TJUE_DAGER,
    TO_AAR,
    TO_UKER,
    TRE_AAR,
    TRE_MND,
    Bygger,
    annet_vedtak,
    finnes,
    kommisjonssak,
    varslingsvedtak,
)

ETT_DOEGN = (1, 0, 0, 0)


def vernhistorie(b: Bygger) -> None:
    """Events of one case of observation, care, or both."""
    start = b.start(NULL, ETT_DOEGN, TI_DAGER, TI_DAGER, TJUE_DAGER, TRE_MND, TRE_MND, ETT_AAR)
    for _ in range(b.antall(0.4, 0.05)):
        _ankomst(b, start)
    observert = b.sjanse(0.6)
    if observert:
        for _ in range(b.antall(1, 0.07)):
            _observasjon(b, b.naer(start, NULL, NULL, ETT_DOEGN))
    if b.sjanse(0.65 if observert else 0.9):
        etablert = b.naer(start, TI_DAGER, TJUE_DAGER) if observert else b.naer(start, NULL)
        _vern(b, etablert)
        for _ in range(b.antall(0.08)):
            _vern(b, b.naer(etablert, ETT_AAR, TO_AAR, TRE_MND))
    elif b.sjanse(0.1):
        b.ny("tph_opphoert", b.naer(start, TRE_MND))
    _klager(b, start)
    for _ in range(b.antall(0.35, 0.4)):
        annet_vedtak(b, start)
    _for_alle_typer(b, start)
    if b.sjanse(0.02):
        b.ny("innleggelse", start)
        b.ny("opphoer", b.naer(start, ETT_AAR))
        b.ny("utreise", b.naer(start, TRE_MND))


def _for_alle_typer(b: Bygger, base: date) -> None:
    if b.sjanse(0.12):
        varslingsvedtak(b, base)
    for _ in range(b.antall(0.25, 0.2)):
        kommisjonssak(b, base)


def _ankomst(b: Bygger, dag: date) -> None:
    klokkeslett = b.klokkeslett()
    if finnes(dag, klokkeslett):
        b.ny("ankomst", dag, klokkeslett=klokkeslett)


def _observasjon(b: Bygger, start: date) -> None:
    b.ny(
        "observasjon_startet", start, **({"klokkeslett": b.klokkeslett()} if b.sjanse(0.7) else {})
    )
    for _ in range(b.antall(0.42, 0.15)):
        dag = b.naer(start, TI_DAGER, TI_DAGER, ETT_DOEGN, tidligst=start)
        b.ny("observasjon_forlenget", dag, dager=b.velg(10, 7, 1, 11, 14, b.tall(1, 20)))
    if b.sjanse(0.45):
        dag = b.naer(start, TI_DAGER, TI_DAGER, TJUE_DAGER, NULL, tidligst=start)
        b.ny("observasjon_avsluttet", dag)


def _vern(b: Bygger, start: date) -> None:
    b.ny("tph_etablert", start)
    if b.sjanse(0.4):
        lengder = (ETT_AAR, ETT_AAR, TRE_MND, TO_AAR, TRE_MND, NULL)
        b.ny("tph_opphoert", b.naer(start, *lengder, tidligst=start))
    if b.sjanse(0.45):
        b.ny("kommisjonskontroll", b.naer(start, TRE_MND, TRE_MND, TRE_MND, NULL))
    undersoekt = start
    for _ in range(b.antall(0.5, 0.5, 0.5, 0.5)):
        undersoekt = b.naer(undersoekt, TRE_MND)
        b.ny("undersoekelse_4_9", undersoekt)
    for _ in range(b.antall(0.45, 0.4)):
        b.ny("forlengelse_soekt", b.naer(start, SOEKNAD, SOEKNAD, SOEKNAD_AAR_TO, ETT_AAR))
    for nr in range(b.antall(0.45, 0.5, 0.4)):
        dag = b.naer(start, (0, 0, 0, nr + 1), (0, -2, 0, nr + 1), (0, -4, 0, nr + 1))
        felt = {}
        if b.sjanse(0.5):
            til = b.naer(start, (0, 0, 0, nr + 2), (0, 0, 0, nr + 2), (0, 0, 6, nr + 1), TRE_AAR)
            felt = {"til_og_med": max(til, dag).isoformat()}
        b.ny("forlengelse_innvilget", dag, **felt)


def _klager(b: Bygger, start: date) -> None:
    slutt = b.siste_dato("tph_opphoert") + b.siste_dato("observasjon_avsluttet")
    baser = [start, *b.siste_dato("tph_etablert"), *slutt, *slutt]
    for _ in range(b.antall(0.4, 0.25)):
        _pasientklage(b, b.naer(b.velg(*baser), TRE_MND, TRE_MND, NULL))
    for _ in range(b.antall(0.3, 0.35)):
        avslag = b.naer(b.velg(*baser), NULL, TO_UKER, TRE_MND)
        if b.sjanse(0.1):
            avslag += timedelta(days=b.tall(0, 300))
        b.ny("klage_avslaatt", avslag)
        for _ in range(b.antall(0.5, 0.2)):
            _pasientklage(b, b.naer(avslag, SEKS_MND, SEKS_MND, NULL))


def _pasientklage(b: Bygger, dag: date) -> None:
    felt = {"nye_forhold": b.sjanse(0.7)} if b.sjanse(0.4) else {}
    b.ny("pasientklage", dag, id=b.navn("K"), **felt)
