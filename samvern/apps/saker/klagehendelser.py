"""How a complaint or a petition ends without the commission or the court (parts 3.3–3.5)."""

from typing import Final

from samvern.apps.saker.felt import Feltslag, Saksfelt, own_type
from samvern.apps.saker.koder import Innhold
from samvern.law.event import HENDELSESTYPER, VEDTAK
from samvern.law.text import Text

_WHO = Text("Hvem som trakk", "Kven som trekte")
_NAAR_VEDTAK = Text(
    "Må fylles ut når klagen gjaldt et vedtak.", "Må fyllast ut når klaga gjaldt eit vedtak."
)


def _ref(label: Text, hjelp: Text, *types: str) -> Saksfelt:
    kinds = frozenset(types)
    return Saksfelt("ref", Feltslag.REF, label, hjelp=hjelp, peker_paa=kinds, i_loven=False)


def _part(of: str, *, paakrevd: bool = True) -> Saksfelt:
    """The same parties as the law gives the complaint or petition that is withdrawn."""
    (asked,) = (felt for felt in HENDELSESTYPER[of].felt if felt.navn == "part")
    return Saksfelt(
        "part",
        Feltslag.KODE,
        _WHO,
        hjelp=None if paakrevd else _NAAR_VEDTAK,
        paakrevd=paakrevd,
        koder=asked.koder,
        nummererte=asked.nummererte,
        i_loven=False,
    )


KLAGEHENDELSER: Final = (
    own_type(
        "klage_tatt_til_foelge",
        Text("Klagen tatt til følge", "Klaga teken til følgje"),
        Text(
            "Faglig ansvarlig har gjort om vedtaket etter klagen. Klagen går ikke videre.",
            "Fagleg ansvarleg har gjort om vedtaket etter klaga. Klaga går ikkje vidare.",
        ),
        Innhold.KLAGE,
        _ref(
            Text("Vedtaket som er gjort om", "Vedtaket som er gjort om"),
            Text(
                "Et nytt vedtak registreres for seg, med egen klagefrist.",
                "Eit nytt vedtak blir registrert for seg, med eigen klagefrist.",
            ),
            *VEDTAK,
        ),
        etter_opphoer=True,
    ),
    own_type(
        "klage_trukket",
        Text("Klage trukket", "Klage trekt"),
        Text(
            "Den som klaget, har trukket klagen. Bare denne partens klage faller bort.",
            "Den som klaga, har trekt klaga. Berre klaga frå denne parten fell bort.",
        ),
        Innhold.KLAGE,
        _ref(
            Text("Vedtaket klagen gjaldt", "Vedtaket klaga gjaldt"),
            Text(
                "Eller saken for kontrollkommisjonen, når den er trukket derfra.",
                "Eller saka for kontrollkommisjonen, når ho er trekt derifrå.",
            ),
            *VEDTAK,
            "sak_brakt_inn",
        ),
        _part("klage", paakrevd=False),
        etter_opphoer=True,
    ),
    own_type(
        "endring_trukket",
        Text("Begjæring om endring trukket", "Krav om endring trekt"),
        Text(
            "Parten har trukket begjæringen om endring, eller klagen over avslaget på den.",
            "Parten har trekt kravet om endring, eller klaga over avslaget på det.",
        ),
        Innhold.ENDRINGSBEGJAERING,
        _ref(
            Text("Hva som er trukket", "Kva som er trekt"),
            Text(
                "Sperren etter et endelig avslag endres ikke av at noe trekkes.",
                "Sperra etter eit endeleg avslag blir ikkje endra av at noko blir trekt.",
            ),
            "endringsbegjaering",
            "endringsklage",
        ),
        _part("endringsbegjaering"),
    ),
    own_type(
        "opphoersbegjaering_trukket",
        Text("Begjæring om opphør trukket", "Krav om opphøyr trekt"),
        Text(
            "Den som begjærte opphør, har trukket begjæringen før dom.",
            "Den som kravde opphøyr, har trekt kravet før dom.",
        ),
        Innhold.OPPHOER,
        _ref(
            Text("Begjæringen som er trukket", "Kravet som er trekt"),
            Text(
                "Påtalemyndighetens treårsfrist løper som før.",
                "Treårsfristen for påtalemakta går som før.",
            ),
            "begjaering_opphoer",
        ),
        _part("begjaering_opphoer"),
    ),
)
