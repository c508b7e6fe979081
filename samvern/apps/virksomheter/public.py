"""What other apps may use. Every function says in its docstring what it answers and how it costs.

Reference data only: nothing here is about a person. `Virksomhet` and `Enhet` are the tables that
foreign keys may point at; their names, and to whom they belong, come from the queries, for a date.
"""

from samvern.apps.virksomheter.koder import (
    DOERNAVN,
    OPPHOLDSNAVN,
    SLAGNAVN,
    STATUSTEKST,
    Doertype,
    Omfang,
    Omraadeslag,
    Oppholdsform,
    Slag,
    Status,
)
from samvern.apps.virksomheter.lasting import load_reference_data
from samvern.apps.virksomheter.lister import (
    bydeler,
    enheter_for,
    kommune,
    kommuner,
    kontrollkommisjoner_for,
    lovbruddskategorier,
    sikkerhetsnivaaer,
    utilregnelighetsgrunner,
)
from samvern.apps.virksomheter.models import Enhet, Virksomhet
from samvern.apps.virksomheter.navnebok import Navnebok, navnebok
from samvern.apps.virksomheter.orgnr import display as display_orgnr
from samvern.apps.virksomheter.orgnr import is_valid as is_valid_orgnr
from samvern.apps.virksomheter.queries import (
    by_ids,
    embete_for_kommune,
    embete_for_politidistrikt,
    find,
    hf_for,
    politidistrikt_for,
    predecessors,
    rhf_for,
    search,
    statsforvalter_for,
    successor_at,
    tingrett_for,
)
from samvern.apps.virksomheter.svar import (
    Belegg,
    Bydelsbilde,
    Enhetsbilde,
    Kommunebilde,
    Lovbruddskategoribilde,
    Oppslag,
    Side,
    Sikkerhetsnivaabilde,
    UkjentOrgan,
    Utilregnelighetsgrunnbilde,
    Virksomhetsbilde,
)

__all__ = [
    "DOERNAVN",
    "OPPHOLDSNAVN",
    "SLAGNAVN",
    "STATUSTEKST",
    "Belegg",
    "Bydelsbilde",
    "Doertype",
    "Enhet",
    "Enhetsbilde",
    "Kommunebilde",
    "Lovbruddskategoribilde",
    "Navnebok",
    "Omfang",
    "Omraadeslag",
    "Oppholdsform",
    "Oppslag",
    "Side",
    "Sikkerhetsnivaabilde",
    "Slag",
    "Status",
    "UkjentOrgan",
    "Utilregnelighetsgrunnbilde",
    "Virksomhet",
    "Virksomhetsbilde",
    "by_ids",
    "bydeler",
    "display_orgnr",
    "embete_for_kommune",
    "embete_for_politidistrikt",
    "enheter_for",
    "find",
    "hf_for",
    "is_valid_orgnr",
    "kommune",
    "kommuner",
    "kontrollkommisjoner_for",
    "load_reference_data",
    "lovbruddskategorier",
    "navnebok",
    "politidistrikt_for",
    "predecessors",
    "rhf_for",
    "search",
    "sikkerhetsnivaaer",
    "statsforvalter_for",
    "successor_at",
    "tingrett_for",
    "utilregnelighetsgrunner",
]
