"""Building blocks for random histories: dates near deadlines, events with ids, decisions."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from dateutil.easter import easter

from tests.oracle.kalender import OSLO, om, tidspunkt, virkedag_fra, virkedag_til

Lengde = tuple[int, int, int, int]  # days, weeks, months, years

NULL: Lengde = (0, 0, 0, 0)
EN_UKE: Lengde = (0, 1, 0, 0)
TO_UKER: Lengde = (0, 2, 0, 0)
TRE_UKER: Lengde = (0, 3, 0, 0)
FIRE_UKER: Lengde = (0, 4, 0, 0)
TI_DAGER: Lengde = (10, 0, 0, 0)
TJUE_DAGER: Lengde = (20, 0, 0, 0)
TRE_MND: Lengde = (0, 0, 3, 0)
SEKS_MND: Lengde = (0, 0, 6, 0)
ETT_AAR: Lengde = (0, 0, 0, 1)
TO_AAR: Lengde = (0, 0, 0, 2)
TRE_AAR: Lengde = (0, 0, 0, 3)
SOEKNAD: Lengde = (0, -4, 0, 1)
SOEKNAD_AAR_TO: Lengde = (0, -4, 0, 2)

FORSKYVNING = (0, 0, 0, 0, 0, 1, 1, 1, -1, -1, -1, 2, -2, 3, -5, 8)


def _spesielle_dager() -> tuple[date, ...]:
    dager = [date(2016, 10, 1), date(2020, 9, 30), date(2020, 10, 1), date(2026, 6, 1)]
    for aar in range(2013, 2035):
        paaske = easter(aar)
        dager += [paaske + timedelta(days=n) for n in (-3, -2, -1, 0, 1, 2, 39, 48, 49, 50)]
        dager += [date(aar, 5, n) for n in (1, 16, 17, 18)]
        dager += [date(aar, 12, n) for n in (24, 25, 26, 30, 31)]
        dager += [
            date(aar, maaned, 1) - timedelta(days=n) for maaned in range(1, 13) for n in (0, 1)
        ]
        for maaned in (3, 10):
            skifte = date(aar, maaned, 31)
            skifte -= timedelta(days=skifte.isoweekday() % 7)
            dager += [skifte - timedelta(days=1), skifte]
    return tuple(dager)


SPESIELLE = _spesielle_dager()


class Bygger:
    """Collects the events of one history."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.hendelser: list[dict[str, Any]] = []
        self._nr = 0

    def sjanse(self, andel: float) -> bool:
        """True in the given share of calls."""
        return self.rng.random() < andel

    def velg[T](self, *verdier: T) -> T:
        """One of the values; repeat a value to make it likelier."""
        return verdier[int(self.rng.random() * len(verdier))]

    def tall(self, fra: int, til: int) -> int:
        """A whole number, both ends included."""
        return fra + int(self.rng.random() * (til - fra + 1))

    def antall(self, *andeler: float) -> int:
        """How many: a first with the first probability, a further one with the next, and so on."""
        for nr, andel in enumerate(andeler):
            if self.rng.random() >= andel:
                return nr
        return len(andeler)

    def navn(self, bokstav: str) -> str:
        """A new id."""
        self._nr += 1
        return f"{bokstav}{self._nr}"

    def ny(self, type_: str, dag: date, **felt: Any) -> None:
        """Add an event; now and then with an id that nothing points to."""
        if "id" not in felt and self.rng.random() < 0.03:
            felt["id"] = self.navn("X")
        self.hendelser.append({"type": type_, "dato": dag.isoformat(), **felt})

    def start(self, *lengder: Lengde) -> date:
        """A start day chosen so that one of the periods often ends on a special day."""
        maal = self.velg(*SPESIELLE)
        if self.sjanse(0.15):
            maal += timedelta(days=self.tall(-200, 200))
        dager, uker, maaneder, aar = self.velg(*lengder)
        return om(maal, dager=-dager, uker=-uker, maaneder=-maaneder, aar=-aar)

    def naer(self, base: date, *lengder: Lengde, tidligst: date | None = None) -> date:
        """A day near the end of one of the periods from the base, often exactly on it."""
        dager, uker, maaneder, aar = self.velg(*lengder)
        dag = om(base, dager=dager, uker=uker, maaneder=maaneder, aar=aar)
        trekk = self.rng.random()
        if trekk < 0.1:
            dag += timedelta(days=self.tall(-90, 90))
        elif trekk < 0.2:
            dag = virkedag_fra(dag)
        elif trekk < 0.25:
            dag = virkedag_til(dag)
        else:
            dag += timedelta(days=self.velg(*FORSKYVNING))
        return dag if tidligst is None else max(dag, tidligst)

    def klokkeslett(self) -> str:
        """A wall clock, often in the hours where summer time begins and ends."""
        time = self.velg(2, 1, 3) if self.sjanse(0.2) else self.tall(0, 23)
        return f"{time:02}:{self.velg(0, 30, 59, self.tall(0, 59)):02}"

    def siste_dato(self, type_: str) -> list[date]:
        """Dates so far of the events of one type."""
        return [date.fromisoformat(h["dato"]) for h in self.hendelser if h["type"] == type_]


def finnes(dag: date, klokkeslett: str) -> bool:
    """False for a wall clock that summer time jumps over."""
    from_utc = tidspunkt(dag, klokkeslett).astimezone(tz=OSLO)
    return f"{from_utc:%H:%M}" == klokkeslett


def er_entydig(dag: date, klokkeslett: str) -> bool:
    """False also for the hour that occurs twice in October."""
    forste = tidspunkt(dag, klokkeslett)
    senere = (forste + timedelta(hours=1)).astimezone(OSLO)
    return finnes(dag, klokkeslett) and f"{senere:%H:%M}" != klokkeslett


def parter_og_klager(b: Bygger, vedtak: str, dag: date, parter: Sequence[str], uke: Lengde) -> date:
    """Receipt, acceptance, complaint and decision for a decision's parties; the latest of them."""
    siste = dag
    for part in parter:
        mottatt = dag + timedelta(days=b.velg(0, 0, 1, 2, 5, b.tall(0, 40)))
        if b.sjanse(0.87):
            b.ny("vedtak_mottatt", mottatt, ref=vedtak, part=part)
        frist = om(mottatt, uker=uke[1])
        siste = max(siste, virkedag_fra(frist))
        if b.sjanse(0.3):
            aksept = b.naer(mottatt, NULL, EN_UKE, uke, tidligst=dag)
            b.ny("vedtak_akseptert", aksept, ref=vedtak, part=part)
            siste = max(siste, aksept)
        for _ in range(b.antall(0.28, 0.12)):
            klage = b.naer(mottatt, uke, uke, EN_UKE, tidligst=dag)
            felt = {}
            if b.sjanse(0.25):
                trukket = b.naer(klage, NULL, TO_UKER, TRE_UKER, tidligst=klage)
                felt = {"trukket": trukket.isoformat()}
            b.ny("klage", klage, ref=vedtak, part=part, **felt)
            if b.sjanse(0.55):
                avgjort = b.naer(klage, NULL, TO_UKER, TRE_UKER, tidligst=dag)
                utfall = b.velg("medhold", "ikke_medhold", "ikke_medhold", "ikke_medhold")
                b.ny("klage_avgjort", avgjort, ref=vedtak, utfall=utfall)
                siste = max(siste, avgjort)
    return siste


def varslingsvedtak(b: Bygger, base: date) -> None:
    """A decision to warn victims, with its recipients."""
    vedtak = b.navn("V")
    dag = b.naer(base, NULL, TRE_UKER, SEKS_MND, ETT_AAR)
    b.ny("varslingsvedtak", dag, id=vedtak)
    parter = [part for part in ("domfelt", "fornaermet", "etterlatt") if b.sjanse(0.7)]
    parter_og_klager(b, vedtak, dag, parter, TRE_UKER)


def annet_vedtak(b: Bygger, base: date) -> None:
    """Another decision under the act, § 4-10 or not, with its recipients."""
    vedtak = b.navn("V")
    dag = b.naer(base, NULL, NULL, TRE_MND, ETT_AAR)
    art = b.velg("4-10", "annet")
    b.ny("annet_vedtak", dag, id=vedtak, art=art)
    parter = [part for part in ("pasient", "paaroerende", "politi") if b.sjanse(0.65)]
    parter_og_klager(b, vedtak, dag, parter, EN_UKE if art == "4-10" else TRE_UKER)


def kommisjonssak(b: Bygger, base: date) -> None:
    """A case brought before the commission, decided or not."""
    sak = b.navn("S")
    dag = b.naer(base, NULL, TRE_UKER, TRE_MND, ETT_AAR)
    b.ny("sak_brakt_inn", dag, id=sak)
    if b.sjanse(0.5):
        avgjort = b.naer(dag, TO_UKER, TO_UKER, NULL)
        if b.sjanse(0.6):
            utfall = b.velg("medhold", "ikke_medhold")
            b.ny("klage_avgjort", avgjort, ref=sak, utfall=utfall)
        else:
            b.ny("klage_avslaatt", avgjort)
