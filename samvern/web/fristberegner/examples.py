"""Cases to look at before one's own. Synthetic, and dated so that they never change."""

from samvern.law.text import Text
from samvern.web.fristberegner.tilstand import Rad


def _event(kind: str, day: str, **fields: object) -> Rad:
    return {"type": kind, "dato": day, **fields}


def _received(ref: str, **days: str) -> list[Rad]:
    return [_event("vedtak_mottatt", day, ref=ref, part=part) for part, day in days.items()]


OVERFOERING: dict[str, object] = {
    "type": "tidsubestemt",
    "per_dato": "2026-12-11",
    "hendelser": [
        _event("dom_rettskraftig", "2026-10-05", id="D1", art="overfoeringsdom"),
        _event("innleggelse", "2026-10-05"),
        _event("helseopplysningsskjema_sendt", "2026-10-22"),
        _event("overfoeringsvedtak", "2026-11-30", id="V1", retning="mildere"),
        *_received("V1", domfelt="2026-11-30", paaroerende="2026-12-02", paatale="2026-12-04"),
    ],
}
SEKS_AAR: dict[str, object] = {
    "type": "tidsubestemt",
    "per_dato": "2026-11-23",
    "hendelser": [
        _event("dom_avsagt", "2020-10-15", id="D1", domstol="tingrett", domfelt_til_stede=True),
        _event("dom_mottatt_paatale", "2020-10-15", ref="D1", hos="ankeberettiget"),
        _event("dom_rettskraftig", "2020-10-30", id="D1", art="overfoeringsdom"),
        _event("innleggelse", "2020-11-02"),
        _event("helseopplysningsskjema_sendt", "2020-11-18"),
        _event("statusrapport_sendt", "2021-10-27", n=1),
        _event("overfoeringsvedtak", "2022-01-20", id="V1", retning="mellom_institusjoner"),
        *_received("V1", domfelt="2022-01-20", paaroerende="2022-01-24", paatale="2022-01-25"),
        _event("overfoering_gjennomfoert", "2022-02-17", ref="V1"),
        _event("statusrapport_sendt", "2022-10-26", n=2),
        _event("statusrapport_sendt", "2023-08-30", n=3),
        _event("opprettholdelse_underskrevet", "2023-09-05"),
        _event("sak_oversendt_retten", "2023-09-06"),
        _event("dom_rettskraftig", "2023-12-06", id="D2", art="opprettholdelse"),
        _event("statusrapport_sendt", "2024-12-10", n=1),
        _event("statusrapport_sendt", "2025-12-05", n=2),
        _event("overfoeringsvedtak", "2026-11-02", id="V2", retning="mildere"),
        *_received("V2", domfelt="2026-11-03", paaroerende="2026-11-05", paatale="2026-11-04"),
    ],
}
UTEN_DOM: dict[str, object] = {
    "type": "tph",
    "per_dato": "2026-03-06",
    "hendelser": [
        _event("ankomst", "2026-03-02", klokkeslett="13:40"),
        _event("observasjon_startet", "2026-03-02", klokkeslett="15:10"),
    ],
}

EXAMPLES: dict[str, tuple[Text, Text, dict[str, object]]] = {
    "overfoering": (
        Text("Overføring med tre klagefrister", "Overføring med tre klagefristar"),
        Text(
            "Tidsubestemt dom. Vedtaket er hos partene, og julen kommer i veien.",
            "Tidsubestemt dom. Vedtaket er hos partane, og jula kjem i vegen.",
        ),
        OVERFOERING,
    ),
    "seks_aar": (
        Text("Seks år og to dommer", "Seks år og to dommar"),
        Text(
            "Tidsubestemt dom, 13 dager før treårsfristen. Den er en søndag.",
            "Tidsubestemt dom, 13 dagar før treårsfristen. Han er ein søndag.",
        ),
        SEKS_AAR,
    ),
    "uten_dom": (
        Text("Tvungen observasjon", "Tvungen observasjon"),
        Text(
            "Vern uten dom, med klokkeslett for 24 timer og ti dager.",
            "Vern utan dom, med klokkeslett for 24 timar og ti dagar.",
        ),
        UTEN_DOM,
    ),
}
