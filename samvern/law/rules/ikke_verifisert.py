"""Rules that are known but not verified: they exist, are switched off, and say why.

Source: `frister.md` 3.7 as corrected by LF-K11 and LF-K16, and 3.5 on F-64 for sentences. A
lawyer must confirm number and starting point before one is switched on.
"""

from samvern.law.event import Sakstype
from samvern.law.rule import Emne, Fristtype, Grunnlag, Rule, Sikkerhet, Versjon
from samvern.law.rules.regimes import PHVL_FRA, SAERREAKSJON_FRA, START_OG_LENGDE, basis, since
from samvern.law.text import Text

_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})
_TPH = frozenset({Sakstype.TPH})
_ALLE = frozenset(Sakstype)
_UKJENT = Text("Ikke avklart.", "Ikkje avklart.")


def _off(
    rule_id: str,
    emne: Emne,
    fristtype: Fristtype,
    gjelder: frozenset[Sakstype],
    navn: Text,
    setning: Text,
    avslaatt: Text,
    versjoner: tuple[Versjon, ...],
) -> Rule:
    return Rule(
        id=rule_id,
        emne=emne,
        navn=navn,
        setning=setning,
        gjelder=gjelder,
        fristtype=fristtype,
        grunnlag=Grunnlag.LOV,
        sikkerhet=Sikkerhet.IKKE_VERIFISERT,
        start=_UKJENT,
        handler=_UKJENT,
        varsles=_UKJENT,
        foelge=_UKJENT,
        avbrudd=_UKJENT,
        versjoner=versjoner,
        avslaatt=avslaatt,
        krav=("LF-K16",),
    )


IV_1 = _off(
    "IV-1",
    Emne.KLAGE,
    Fristtype.KLAGE,
    _TPH,
    Text("Klagefrist uten underretning", "Klagefrist utan underretning"),
    Text(
        "For vedtak som gir noen en rettighet, løper andres klagefrist senest ut tre måneder etter "
        "vedtaket.",
        "For vedtak som gir nokon ein rett, går klagefristen til andre seinast ut tre månader "
        "etter vedtaket.",
    ),
    Text(
        "Regelen gjelder bare vedtak som gir en rettighet, og brukes ikke på tvangsvedtak.",
        "Regelen gjeld berre vedtak som gir ein rett, og blir ikkje brukt på tvangsvedtak.",
    ),
    since(PHVL_FRA, *basis(START_OG_LENGDE, "fvl/29/2")),
)
IV_2 = _off(
    "IV-2",
    Emne.KLAGE,
    Fristtype.KLAGE,
    _ALLE,
    Text("Søksmål etter tvisteloven kapittel 36", "Søksmål etter tvistelova kapittel 36"),
    Text(
        "Vedtak kan bringes inn for tingretten. Fristen er ikke gjenfunnet i kildene.",
        "Vedtak kan bringast inn for tingretten. Fristen er ikkje funnen att i kjeldene.",
    ),
    Text(
        "Tallet er ikke gjenfunnet i lovteksten vi har.",
        "Talet er ikkje funne att i lovteksten vi har.",
    ),
    since(PHVL_FRA, *basis(START_OG_LENGDE, "phvl/7-1")),
)
IV_3 = _off(
    "IV-3",
    Emne.VERN,
    Fristtype.KLAGE,
    _ALLE,
    Text("Frister ved behandling uten samtykke", "Fristar ved behandling utan samtykke"),
    Text(
        "Vedtak om undersøkelse og behandling uten samtykke har egne frister.",
        "Vedtak om undersøking og behandling utan samtykke har eigne fristar.",
    ),
    Text(
        "Tall og startpunkt må bekreftes av en jurist.",
        "Tal og startpunkt må stadfestast av ein jurist.",
    ),
    since(PHVL_FRA, *basis(START_OG_LENGDE, "phvl/4-4")),
)
IV_4 = _off(
    "IV-4",
    Emne.VERN,
    Fristtype.INTERVALL,
    _DOM,
    Text("Kontrollundersøkelse av dømte", "Kontrollundersøking av dømde"),
    Text(
        "Loven unntar ikke § 4-9 for dømte, men undersøkelsen gjelder vilkårene i § 3-3, som ikke "
        "gjelder dem.",
        "Lova gjer ikkje unntak frå § 4-9 for dømde, men undersøkinga gjeld vilkåra i § 3-3, som "
        "ikkje gjeld dei.",
    ),
    Text(
        "Om plikten gjelder ved dom, er tolkning. Avslått som standard.",
        "Om plikta gjeld ved dom, er tolking. Slått av som standard.",
    ),
    since(SAERREAKSJON_FRA, *basis(START_OG_LENGDE, "phvl/4-9/1", "phvl/5-1/1")),
)

REGLER = (IV_1, IV_2, IV_3, IV_4)
