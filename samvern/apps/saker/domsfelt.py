"""What a judgment has weighed, as the register holds it (N-7.2, N-7.3, N-7.6, N-8.3–8.6).

That it was weighed and where in the judgment it stands, never the words and never a score: what the
court says about somebody's health stays in the judgment (§ 5-2 b fourth paragraph, principle P3).
"""

from typing import Final

from samvern.apps.saker.felt import Feltslag, own
from samvern.law.text import Text

ANDRE_TILTAK: Final = own(
    "andre_tiltak",
    Feltslag.KODELISTE,
    Text("Andre tiltak som var prøvd", "Andre tiltak som var prøvde"),
    hjelp=Text(
        "Tidsbestemt krever at andre tiltak har vist seg åpenbart uhensiktsmessige (strl § 62). "
        "Den første dommen på tidsbestemt reaksjon må ha minst ett.",
        "Tidsbestemt krev at andre tiltak har vist seg openbert uføremålstenlege (strl § 62). Den "
        "første dommen på tidsbestemt reaksjon må ha minst eitt.",
    ),
    paakrevd=False,
    koder=(
        ("frivillig_helsehjelp", Text("Frivillig helsehjelp", "Frivillig helsehjelp")),
        ("rusavvenning", Text("Rusavvenning", "Rusavvenjing")),
        ("annet", Text("Annet", "Anna")),
    ),
)
VURDERT: Final = own(
    "vurdert",
    Feltslag.KODELISTE,
    Text("Vurdert i dommen", "Vurdert i dommen"),
    hjelp=Text(
        "Det retten har tatt stilling til. De siste er momenter ved tidsbestemt reaksjon. Bare at "
        "det er vurdert, ikke hva retten kom til.",
        "Det retten har teke stilling til. Dei siste er moment ved tidsbestemt reaksjon. Berre at "
        "det er vurdert, ikkje kva retten kom til.",
    ),
    paakrevd=False,
    koder=(
        ("utilregnelighet", Text("Utilregnelighet", "Utilreknelegheit")),
        ("samfunnsvern", Text("Vern av samfunnet", "Vern av samfunnet")),
        ("noedvendig", Text("Om reaksjonen er nødvendig", "Om reaksjonen er nødvendig")),
        ("alvor", Text("Hvor alvorlig lovbruddet er", "Kor alvorleg lovbrotet er")),
        ("gjentakelsesfare", Text("Faren for gjentakelse", "Faren for gjentaking")),
        ("alternativer", Text("Andre tiltak", "Andre tiltak")),
        ("tidligere_hjelp", Text("Tidligere behandling og hjelp", "Tidlegare behandling og hjelp")),
        ("kvalifisert", Text("Kvalifiserende kriminalitet", "Kvalifiserande kriminalitet")),
        ("skadevirkninger", Text("Konsekvenser og skade", "Konsekvensar og skade")),
        ("hyppighet", Text("Hvor ofte", "Kor ofte")),
        ("varighet", Text("Hvor lenge", "Kor lenge")),
        ("samme_fornaermede", Text("Samme fornærmede", "Same fornærma")),
        ("sannsynlighet", Text("Sannsynlighet", "Sannsyn")),
        ("type_handling", Text("Type handling", "Type handling")),
        ("sinnstilstand", Text("Sinnstilstand", "Sinnstilstand")),
    ),
)
VURDERT_HVOR: Final = own(
    "vurdert_hvor",
    Feltslag.TEKST,
    Text("Hvor i dommen", "Kvar i dommen"),
    hjelp=Text(
        "Side eller avsnitt, som «s. 12-15». Skriv aldri helseopplysninger her.",
        "Side eller avsnitt, som «s. 12-15». Skriv aldri helseopplysningar her.",
    ),
    paakrevd=False,
)
DOMSFELT: Final = (ANDRE_TILTAK, VURDERT, VURDERT_HVOR)
