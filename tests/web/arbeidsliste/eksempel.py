"""Hand-made pictures of a Monday morning: invented people, dates as the rules give them."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from samvern.apps.saker.bilder import Arbeidsliste, Hvem, Oppgaverad, Registerside, Saksrad
from samvern.apps.saker.koder import Saksstatus
from samvern.law.text import Text

I_DAG = date(2026, 11, 23)
TIL = date(2026, 12, 7)


def sak_id(saksnr: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, saksnr)


def hvem(navn: str, under: str = "") -> Hvem:
    return Hvem(uuid.uuid5(uuid.NAMESPACE_URL, navn), navn, navn, under)


def rad(
    gruppe: str,
    saksnr: str,
    navn: str | None,
    tittel: str,
    dato: date | None,
    *,
    kode: str = "F-06",
    slag: str = "frist",
    status: str = "loeper",
    fristdato: date | None = None,
    fra_lov: bool = True,
    grunn: str = "Ingen underskrift er registrert.",
    venter: str = "Faglig ansvarlig",
    hos: Hvem | None = None,
    neste: str = "Send purring",
    dager: int | None = None,
    domstype: str = "tidsubestemt",
) -> Oppgaverad:
    return Oppgaverad(
        sak=sak_id(saksnr),
        saksnr=saksnr,
        navn=navn,
        domstype=domstype,
        gruppe=gruppe,
        slag=slag,
        kode=kode,
        tittel=Text(tittel, tittel),
        grunn=Text(grunn, grunn),
        dato=dato,
        fristdato=fristdato or dato,
        dager=(dato - I_DAG).days if dato else dager,
        status=status,
        fra_lov=fra_lov,
        venter_paa=Text(venter, venter),
        hos=hos,
        neste_steg=Text(neste, neste),
        anker=f"{slag}-{kode}",
    )


MORGEN = (
    rad(
        "over_fristen", "S-2026-0311", "Emil Karlsen", "Iverksettelse", date(2026, 11, 19),
        kode="F-04", slag="straks", status="straks",
        grunn="Dommen ble rettskraftig 19. nov. 2026. Ingen innleggelse er registrert.",
        venter="Regionalt helseforetak", hos=hvem("Helse Vest RHF"),
        neste="Ring RHF og noter svaret",
    ),
    rad(
        "over_fristen", "S-2025-0288", "Sara Nilsen", "Statusrapport år 1", date(2026, 11, 13),
        kode="F-07", status="oversittet", fra_lov=False, hos=hvem("Helse Bergen HF"),
        grunn="Ett år fra rettskraft 13. nov. 2025.", neste="Be om statusrapporten",
    ),
    rad(
        "over_fristen", "S-2026-0297", "Filip Eriksen", "Helseopplysningsskjema",
        date(2026, 11, 16), status="oversittet", fra_lov=False, domstype="tidsbestemt",
        grunn="Tre uker fra rettskraft 26. okt. 2026.", hos=hvem("St. Olavs hospital HF"),
    ),
    rad(
        "denne_uken", "S-2020-0147", "Morten Bakken", "Klagefrist, domfelte", date(2026, 11, 24),
        kode="F-20", venter="Parten selv", neste="Se kvitteringene",
        grunn="Domfelte fikk vedtaket 3. nov. 2026.",
    ),
    rad(
        "denne_uken", "S-2026-0304", "Thea Hagen", "Helseopplysningsskjema", date(2026, 11, 25),
        fra_lov=False, hos=hvem("Kari Vik", "Sykehuset Telemark HF"),
        grunn="Tre uker fra rettskraft 4. nov. 2026.",
    ),
    rad(
        "innen", "S-2020-0147", "Morten Bakken", "Treårsfristen", date(2026, 12, 4),
        kode="F-12", fristdato=date(2026, 12, 6), venter="Statsadvokat",
        hos=hvem("Oskar Larsen", "Øst statsadvokatembeter"), neste="Spør statsadvokaten",
    ),
    rad(
        "innen", "S-2023-0219", "Ayla Berg", "Siste dag for dommen", date(2026, 12, 4),
        kode="F-13", fristdato=date(2026, 12, 5), domstype="tidsbestemt", venter="Statsadvokat",
        hos=hvem("Sør statsadvokatembeter"), neste="Bekreft plan for opphør",
        grunn="Tre år fra rettskraft. Ingenting forlenger den.",
    ),
    rad(
        "dato_mangler", "S-2022-0176", "Nora Lie", "Klagefrist, nærmeste pårørende", None,
        kode="F-20", slag="uavklart", status="uavklart", neste="Be om mottaksdatoen",
        grunn="Vedtaket er fra 9. nov. 2026. Mottak er ikke registrert, så fristen løper ikke.",
        hos=hvem("Sykehuset Innlandet HF"),
    ),
    rad(
        "dato_mangler", "S-2026-0320", "Jonas Moe", "Uten saksbehandler", None,
        kode="mangler_saksbehandler", slag="mangel", status="mangler", fra_lov=False, dager=-12,
        venter="Nasjonal koordineringsenhet", neste="Ta saken",
        grunn="Ingen i NK følger saken siden 11. nov. 2026.",
    ),
)  # fmt: skip


def liste(rader: Iterable[Oppgaverad] = MORGEN, *, senere: int = 14) -> Arbeidsliste:
    rows = tuple(rader)
    groups = ("over_fristen", "denne_uken", "innen", "dato_mangler")
    return Arbeidsliste(
        per_dato=I_DAG,
        til=TIL,
        rader=rows,
        antall={**dict.fromkeys(groups, 0), **Counter(row.gruppe for row in rows)},
        saker=len({row.sak for row in rows}),
        senere=senere,
        neste=date(2027, 1, 14),
    )


def uten_navn(rader: Iterable[Oppgaverad] = MORGEN) -> tuple[Oppgaverad, ...]:
    return tuple(replace(row, navn=None) for row in rader)


def saksrad(saksnr: str, navn: str | None = "Emil Karlsen", **andre: object) -> Saksrad:
    felt: dict[str, object] = {
        "id": sak_id(saksnr),
        "saksnr": saksnr,
        "navn": navn,
        "status": Saksstatus.UNDER_GJENNOMFOERING,
        "domstype": "tidsubestemt",
        "flagg": (),
        "rhf": hvem("Helse Sør-Øst RHF"),
        "institusjon": hvem("Oslo universitetssykehus HF"),
        "oppholdssted": hvem("Oslo universitetssykehus HF"),
        "enhet": hvem("Regional sikkerhetsavdeling"),
        "sikkerhetsnivaa": Text("Regional sikkerhet", "Regional tryggleik"),
        "oppholdsform": "doegn",
        "siden": date(2025, 3, 4),
        "embete": hvem("Øst statsadvokatembeter"),
        "faglig_ansvarlig": hvem("Kari Vik"),
        "saksbehandler": hvem("Silje Haugen"),
        "styrende_dom": date(2025, 2, 1),
        "neste_frist": date(2026, 12, 4),
        "siste_hendelse": date(2026, 11, 2),
    }
    return Saksrad(**{**felt, **andre})  # type: ignore[arg-type]


SAKER = (
    saksrad("S-2026-0311", neste_frist=date(2026, 11, 19)),
    saksrad(
        "S-2026-0304", "Thea Hagen", status=Saksstatus.MIDLERTIDIG_OPPHOERT, institusjon=None,
        enhet=None, sikkerhetsnivaa=None, neste_frist=None,
    ),
    saksrad("S-2020-0147", None, skjult=frozenset({"navn"}), faglig_ansvarlig=None),
    saksrad("S-2026-0401", "Ola Strand", status=Saksstatus.TILTALT, domstype="", rhf=None,
            institusjon=None, enhet=None, sikkerhetsnivaa=None, faglig_ansvarlig=None,
            embete=None),
)  # fmt: skip


def registerside(
    rader: tuple[Saksrad, ...] = SAKER, *, antall: int | None = None, side: int = 1, stor: int = 50
) -> Registerside:
    return Registerside(rader, len(rader) if antall is None else antall, side, stor)
