"""What other apps may use. Docstrings say what each function answers, raises and costs.

    with lesing.reading(viewer, "register.vist") as lest:
        bilder = personbilder(ids_the_row_filter_gave)
        lest.saw(LEST, saker=…)

    with lesing.writing(viewer):
        person = registrer(viewer, data)
        audit.record(viewer.actor, "person.registrert", objekt=("person", person), skrevet=[…])

`Person` is the table that foreign keys may point at. See docs/personer.md.
"""

from samvern.apps.personer.data import (
    Kontaktdata,
    Navnedata,
    Nummerdata,
    Personaliadata,
    Persondata,
)
from samvern.apps.personer.endringer import (
    endre_adressebeskyttelse,
    endre_kontakt,
    endre_navn,
    endre_personalia,
    fjern_kontakt,
    legg_til_nummer,
    trekk_nummer,
)
from samvern.apps.personer.felt import FELT, Felt
from samvern.apps.personer.koblinger import koble, koblede, opphev_kobling
from samvern.apps.personer.koder import (
    BESKYTTELSESNAVN,
    GRUNNAVN,
    KJOENNSNAVN,
    KOBLINGSNAVN,
    KONTAKTNAVN,
    SLETTENAVN,
    Adressebeskyttelse,
    Endringsgrunn,
    Kjoenn,
    Koblingsgrunn,
    Kontaktslag,
    Slettegrunn,
)
from samvern.apps.personer.models import Person
from samvern.apps.personer.numre import miljoe
from samvern.apps.personer.queries import (
    LEST,
    NOBODY,
    finn_paa_nummer,
    historikk,
    koblingshistorikk,
    kontaktopplysninger,
    numre_for,
    personbilder,
)
from samvern.apps.personer.registrering import FinnesFraFoer, les_person, registrer
from samvern.apps.personer.sletting import slett_innhold
from samvern.apps.personer.svar import (
    UKJENT_NAVN,
    Historikklinje,
    Koblingslinje,
    Kontaktbilde,
    Nummerbilde,
    Personbilde,
)

__all__ = [
    "BESKYTTELSESNAVN",
    "FELT",
    "GRUNNAVN",
    "KJOENNSNAVN",
    "KOBLINGSNAVN",
    "KONTAKTNAVN",
    "LEST",
    "NOBODY",
    "SLETTENAVN",
    "UKJENT_NAVN",
    "Adressebeskyttelse",
    "Endringsgrunn",
    "Felt",
    "FinnesFraFoer",
    "Historikklinje",
    "Kjoenn",
    "Koblingsgrunn",
    "Koblingslinje",
    "Kontaktbilde",
    "Kontaktdata",
    "Kontaktslag",
    "Navnedata",
    "Nummerbilde",
    "Nummerdata",
    "Person",
    "Personaliadata",
    "Personbilde",
    "Persondata",
    "Slettegrunn",
    "endre_adressebeskyttelse",
    "endre_kontakt",
    "endre_navn",
    "endre_personalia",
    "finn_paa_nummer",
    "fjern_kontakt",
    "historikk",
    "koble",
    "koblede",
    "koblingshistorikk",
    "kontaktopplysninger",
    "legg_til_nummer",
    "les_person",
    "miljoe",
    "numre_for",
    "opphev_kobling",
    "personbilder",
    "registrer",
    "slett_innhold",
    "trekk_nummer",
]
