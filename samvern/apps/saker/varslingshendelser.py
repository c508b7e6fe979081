"""What victims and the bereaved want to know, and that they were told (§ 5-6 c, N-20.4, N-20.9).

Never who they are: a number tells two apart, and their names and addresses are not here (N-20.13).
"""

from typing import Final

from samvern.apps.saker.felt import Feltslag, Saksfelt, own, own_type
from samvern.apps.saker.koder import Innhold
from samvern.law.text import Text

OENSKER: Final = "oensker"
OENSKER_IKKE: Final = "oensker_ikke"
OM_OPPHOER: Final = "opphoer"

_SLAG: Final = ("fornaermet", "etterlatt")
_I_SKJEMA: Final = 5
"""How many of each a form offers; there may be more."""
_HVEM = Saksfelt(
    "hvem",
    Feltslag.KODE,
    Text("Hvem", "Kven"),
    hjelp=Text(
        "Er det flere, har hver sitt nummer, det samme hele veien. Aldri navn.",
        "Er det fleire, har kvar sitt nummer, det same heile vegen. Aldri namn.",
    ),
    koder=tuple(who if n == 1 else f"{who}_{n}" for who in _SLAG for n in range(1, _I_SKJEMA + 1)),
    nummererte=frozenset(_SLAG),
    i_loven=False,
)

VARSLINGSHENDELSER: Final = (
    own_type(
        "varslingsoenske",
        Text("Ønske om varsling", "Ønske om varsling"),
        Text(
            "Hva fornærmede eller en etterlatt har sagt om å bli varslet. Det siste gjelder straks "
            "(phvl § 5-6 c femte ledd).",
            "Kva fornærma eller ein etterlaten har sagt om å bli varsla. Det siste gjeld straks "
            "(phvl § 5-6 c femte ledd).",
        ),
        Innhold.VARSLING,
        _HVEM,
        own(
            "oenske",
            Feltslag.KODE,
            Text("Ønsker varsel?", "Ønskjer varsel?"),
            koder=(
                (OENSKER, Text("Ja", "Ja")),
                (OENSKER_IKKE, Text("Nei", "Nei")),
                ("ikke_avklart", Text("Ikke avklart", "Ikkje avklart")),
            ),
        ),
        own(
            "relasjon",
            Feltslag.KODE,
            Text("Etterlatt som", "Etterlaten som"),
            hjelp=Text(
                "Må fylles ut for etterlatte. Andre regnes ikke som etterlatte.",
                "Må fyllast ut for etterlatne. Andre blir ikkje rekna som etterlatne.",
            ),
            paakrevd=False,
            koder=(
                ("ektefelle_samboer", Text("Ektefelle eller samboer", "Ektefelle eller sambuar")),
                ("barn", Text("Barn", "Barn")),
                ("forelder", Text("Forelder", "Forelder")),
                ("soesken", Text("Søsken", "Sysken")),
            ),
        ),
    ),
    own_type(
        "varsel_sendt",
        Text("Varsel sendt", "Varsel sendt"),
        Text(
            "Fornærmede eller en etterlatt er varslet. Varselet selv ligger i journalen.",
            "Fornærma eller ein etterlaten er varsla. Varselet sjølv ligg i journalen.",
        ),
        Innhold.VARSLING,
        _HVEM,
        own(
            "om_hva",
            Feltslag.KODE,
            Text("Varslet om", "Varsla om"),
            koder=(
                ("vedtak_5_2", Text("Behandlingsansvar (§ 5-2)", "Behandlingsansvar (§ 5-2)")),
                ("vedtak_5_4", Text("Overføring (§ 5-4)", "Overføring (§ 5-4)")),
                ("sikkerhetsnivaa", Text("Nytt sikkerhetsnivå", "Nytt tryggleiksnivå")),
                ("permisjon", Text("Permisjon", "Permisjon")),
                ("unndragelse", Text("Unndragelse", "Unndraging")),
                (OM_OPPHOER, Text("Opphør", "Opphøyr")),
            ),
        ),
        own(
            "klokkeslett", Feltslag.KLOKKESLETT, Text("Klokkeslett", "Klokkeslett"), paakrevd=False
        ),
    ),
)
