"""The codes that only the API has, beside those of `koordineringsenheten.md` section 0.

Stable: programs compare with them. Each with the words that people read.
"""

from typing import Final

from samvern.law.text import Text

IKKE_AUTENTISERT: Final = "IKKE_AUTENTISERT"
FINNES_IKKE: Final = "FINNES_IKKE"
METODE_IKKE_TILLATT: Final = "METODE_IKKE_TILLATT"
FEIL_INNHOLDSTYPE: Final = "FEIL_INNHOLDSTYPE"
FOR_STOR: Final = "FOR_STOR"
UGYLDIG_JSON: Final = "UGYLDIG_JSON"
TRENGER_IF_MATCH: Final = "TRENGER_IF_MATCH"
FOR_MANGE_OPPSLAG: Final = "FOR_MANGE_OPPSLAG"
INTERN_FEIL: Final = "INTERN_FEIL"

LARGEST: Final = 256 * 1024
"""Bytes of a body. A new case with all its events is well below this."""
DEEPEST: Final = 20
"""Objects and lists within each other in a body."""

TEKSTER: Final[dict[str, Text]] = {
    IKKE_AUTENTISERT: Text(
        "Send en API-nøkkel som virker: «Authorization: Bearer sv1_…».",
        "Send ein API-nøkkel som verkar: «Authorization: Bearer sv1_…».",
    ),
    FINNES_IKKE: Text("Det finnes ikke her.", "Det finst ikkje her."),
    METODE_IKKE_TILLATT: Text(
        "Adressen tar ikke imot denne metoden. «Allow» sier hvilke den tar imot.",
        "Adressa tek ikkje imot denne metoden. «Allow» seier kva ho tek imot.",
    ),
    FEIL_INNHOLDSTYPE: Text(
        "Send innholdet som «Content-Type: application/json», i UTF-8 og uten komprimering.",
        "Send innhaldet som «Content-Type: application/json», i UTF-8 og utan komprimering.",
    ),
    FOR_STOR: Text(
        f"Innholdet er for stort. Grensen er {LARGEST // 1024} KiB.",
        f"Innhaldet er for stort. Grensa er {LARGEST // 1024} KiB.",
    ),
    UGYLDIG_JSON: Text(
        "Innholdet kan ikke leses som ett JSON-objekt.",
        "Innhaldet kan ikkje lesast som eitt JSON-objekt.",
    ),
    TRENGER_IF_MATCH: Text(
        'Send «If-Match» med nummeret på den nyeste hendelsen du har sett, for eksempel "7".',
        'Send «If-Match» med nummeret på den nyaste hendinga du har sett, til dømes "7".',
    ),
    FOR_MANGE_OPPSLAG: Text(
        "Mer enn 20 oppslag på person på ett minutt. Vent, eller si hvorfor i «grunn».",
        "Meir enn 20 oppslag på person på eitt minutt. Vent, eller sei kvifor i «grunn».",
    ),
    INTERN_FEIL: Text(
        "Noe gikk galt hos oss. Ingenting ble lagret. Prøv igjen med den samme nøkkelen.",
        "Noko gjekk gale hos oss. Ingenting vart lagra. Prøv igjen med den same nøkkelen.",
    ),
}

DOBBELT_FELT: Final = Text(
    "Feltet står to ganger i det samme objektet.", "Feltet står to gonger i det same objektet."
)
FOR_DYPT: Final = Text(
    f"Innholdet har flere enn {DEEPEST} nivåer i hverandre.",
    f"Innhaldet har fleire enn {DEEPEST} nivå i kvarandre.",
)
FEIL_TALL: Final = Text(
    "Et tall er for stort, eller ikke et tall.", "Eit tal er for stort, eller ikkje eit tal."
)
FEIL_TEGN: Final = Text(
    "Teksten har tegn som ikke kan lagres.", "Teksten har teikn som ikkje kan lagrast."
)
IKKE_OBJEKT: Final = Text(
    "Innholdet skal være ett objekt, med felter i krøllparenteser.",
    "Innhaldet skal vere eitt objekt, med felt i krøllparentesar.",
)
FOR_MANGE_NYE: Final = Text(
    "Mer enn 20 oppslag på person på ett minutt. Ingenting er lagret. Vent ett minutt, og send det "
    "samme med den samme nøkkelen.",
    "Meir enn 20 oppslag på person på eitt minutt. Ingenting er lagra. Vent eitt minutt, og send "
    "det same med den same nøkkelen.",
)
"""A new case has no field for a reason: the number is compared with those of the register."""
TO_GANGER: Final = Text("Send dette bare én gang.", "Send dette berre éin gong.")
FEIL_IF_MATCH: Final = Text(
    'Skriv nummeret i anførselstegn, for eksempel "7".',
    'Skriv nummeret i hermeteikn, til dømes "7".',
)
TRENGER_NOEKKEL: Final = Text(
    "Send «Idempotency-Key»: 8–80 tegn (A–Z, a–z, 0–9, _ og -), en ny for hver innsending.",
    "Send «Idempotency-Key»: 8–80 teikn (A–Z, a–z, 0–9, _ og -), ein ny for kvar innsending.",
)

TITLER: Final[dict[int, Text]] = {
    400: Text("Kan ikke leses", "Kan ikkje lesast"),
    401: Text("Ikke autentisert", "Ikkje autentisert"),
    403: Text("Du kan ikke gjøre dette", "Du kan ikkje gjere dette"),
    404: Text("Finnes ikke", "Finst ikkje"),
    405: Text("Metoden er ikke tillatt", "Metoden er ikkje tillaten"),
    409: Text("Ikke mulig nå", "Ikkje mogleg no"),
    413: Text("For stort", "For stort"),
    415: Text("Feil innholdstype", "Feil innhaldstype"),
    422: Text("Ikke gyldig", "Ikkje gyldig"),
    428: Text("Vilkår mangler", "Vilkår manglar"),
    429: Text("For mange oppslag", "For mange oppslag"),
    500: Text("Noe gikk galt", "Noko gjekk gale"),
}
LOVEN_SETTER_DATO: Final = Text("Loven setter en dato", "Lova set ein dato")
