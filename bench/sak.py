"""The case that is measured: a sentence with every kind of date, as a person would enter it."""

from typing import Any

Data = dict[str, Any]

SAK: Data = {
    "type": "tidsubestemt",
    "per_dato": "2026-11-23",
    "hendelser": [
        {"type": "dom_avsagt", "dato": "2023-11-20", "id": "D1", "domstol": "tingrett",
         "domfelt_til_stede": True},
        {"type": "dom_mottatt_paatale", "dato": "2023-11-22", "ref": "D1", "hos": "ankeberettiget"},
        {"type": "dom_rettskraftig", "dato": "2023-12-07", "id": "D1", "art": "overfoeringsdom"},
        {"type": "innleggelse", "dato": "2023-12-07"},
        {"type": "helseopplysningsskjema_sendt", "dato": "2023-12-20"},
        {"type": "statusrapport_sendt", "dato": "2024-12-05", "n": 1},
        {"type": "statusrapport_sendt", "dato": "2025-12-05", "n": 2},
        {"type": "endringsavslag_endelig", "dato": "2026-08-31"},
        {"type": "begjaering_opphoer", "dato": "2026-10-12", "id": "B1", "part": "domfelt"},
        {"type": "overfoeringsvedtak", "dato": "2026-11-03", "id": "V1", "retning": "mildere"},
        {"type": "vedtak_mottatt", "dato": "2026-11-04", "ref": "V1", "part": "domfelt"},
        {"type": "vedtak_mottatt", "dato": "2026-11-05", "ref": "V1", "part": "paaroerende"},
        {"type": "vedtak_mottatt", "dato": "2026-11-06", "ref": "V1", "part": "paatale"},
        {"type": "varslingsvedtak", "dato": "2026-11-10", "id": "W1"},
        {"type": "vedtak_mottatt", "dato": "2026-11-11", "ref": "W1", "part": "domfelt"},
        {"type": "vedtak_mottatt", "dato": "2026-11-12", "ref": "W1", "part": "fornaermet"},
        {"type": "sak_brakt_inn", "dato": "2026-11-16", "id": "S1"},
    ],
}  # fmt: skip
