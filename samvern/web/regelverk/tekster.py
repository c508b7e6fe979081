"""Words for the codes of the law library that only these pages show, and short citations."""

from samvern.law.choices import REGNEVALG
from samvern.law.event_texts import SAKSTYPETEKSTER
from samvern.law.rule import Emne, Fristtype, Grunnlag, Rule, Sikkerhet
from samvern.law.source import Kilde, Ordlyd, Slag
from samvern.law.sources import act_of
from samvern.law.text import Text
from samvern.web.statuser import SOURCES

EMNER: dict[Emne, Text] = {
    Emne.RETTSKRAFT: Text("Anke og rettskraft", "Anke og rettskraft"),
    Emne.IVERKSETTELSE: Text("Iverksettelse", "Iverksetjing"),
    Emne.RAPPORTERING: Text("Rapportering", "Rapportering"),
    Emne.OPPHOER: Text("Opphør og opprettholdelse", "Opphøyr og oppretthalding"),
    Emne.OVERFOERING: Text("Overføring", "Overføring"),
    Emne.ENDRING: Text("Endring av opplegget", "Endring av opplegget"),
    Emne.VARSLING: Text("Varsling", "Varsling"),
    Emne.KLAGE: Text("Klage", "Klage"),
    Emne.OBSERVASJON: Text("Tvungen observasjon", "Tvungen observasjon"),
    Emne.VERN: Text("Tvungent vern uten dom", "Tvungent vern utan dom"),
    Emne.STRAKS: Text("Straks, uten tallfestet frist", "Straks, utan talfesta frist"),
}

FRISTTYPER: dict[Fristtype, Text] = {
    Fristtype.TIDLIGST: Text("En rett som åpner", "Ein rett som opnar"),
    Fristtype.SENEST: Text("En plikt", "Ei plikt"),
    Fristtype.KLAGE: Text("En klage- eller ankefrist", "Ein klage- eller ankefrist"),
    Fristtype.INTERVALL: Text("En plikt som gjentas", "Ei plikt som tek seg opp att"),
    Fristtype.SLUTT: Text("En absolutt grense", "Ei absolutt grense"),
    Fristtype.MINSTETID: Text("En minstetid", "Ei minstetid"),
    Fristtype.AVLEDET: Text("En dato Samvern regner ut", "Ein dato Samvern reknar ut"),
    Fristtype.STRAKS: Text("En plikt straks", "Ei plikt straks"),
}

GRUNNLAG: dict[Grunnlag, Text] = {kode: SOURCES[str(kode)] for kode in Grunnlag}

SIKKERHET: dict[Sikkerhet, Text] = {
    Sikkerhet.SIKKER: Text("Sikker", "Sikker"),
    Sikkerhet.TOLKNING: Text("Tolkning", "Tolking"),
    Sikkerhet.FORSIKTIG_VALG: Text("Forsiktig valg", "Forsiktig val"),
    Sikkerhet.IKKE_VERIFISERT: Text("Ikke verifisert", "Ikkje verifisert"),
}

SLAG: dict[Slag, Text] = {kode: SOURCES[str(kode)] for kode in Slag}

ORDLYD: dict[Ordlyd, tuple[Text, str, str]] = {
    Ordlyd.LEST: (Text("Ordlyd lest", "Ordlyd lesen"), "hake-ring", "success"),
    Ordlyd.ELDRE_IKKE_LEST: (
        Text("Eldre ordlyd ikke lest", "Eldre ordlyd ikkje lesen"),
        "spoersmaal",
        "brand2",
    ),
    Ordlyd.BARE_OMTALE: (
        Text("Bare omtale lest", "Berre omtale lesen"),
        "spoersmaal",
        "brand2",
    ),
}
"""Word, icon and colour for how well a version is known. Purple is «not established»."""

FOELGE: dict[Fristtype, Text] = {
    Fristtype.TIDLIGST: Text("Hvis noen er for tidlig ute", "Om nokon er for tidleg ute"),
    Fristtype.MINSTETID: Text("Hvis det skjer før datoen", "Om det skjer før datoen"),
    Fristtype.AVLEDET: Text("Hvis datoen ikke følges", "Om datoen ikkje blir følgd"),
    Fristtype.STRAKS: Text("Når det skal gjøres", "Når det skal gjerast"),
}
DAGEN_PASSERES = Text("Hvis dagen passeres", "Om dagen blir passert")

_ALLE_SAKER = Text("Alle saker", "Alle saker")
_BEGGE_DOMMER = Text("Begge slags dom", "Begge slags dom")
_BARE = Text("Bare {sakstype}", "Berre {sakstype}")


def gjelder(rule: Rule) -> Text:
    """Which cases a rule holds for: «Bare tidsubestemt dom», «Begge slags dom»."""
    if len(rule.gjelder) == 1:
        (sakstype,) = rule.gjelder
        navn = SAKSTYPETEKSTER[str(sakstype)][0]
        return Text(
            _BARE.nb.format(sakstype=navn.nb[:1].lower() + navn.nb[1:]),
            _BARE.nn.format(sakstype=navn.nn[:1].lower() + navn.nn[1:]),
        )
    return _ALLE_SAKER if len(rule.gjelder) == len(SAKSTYPETEKSTER) else _BEGGE_DOMMER


def kort(kilde: Kilde) -> Text:
    """The shortest citation in both written forms («strl § 65 annet ledd», «… andre ledd»)."""
    akt = act_of(kilde.id)
    if kilde.navn.nn.startswith(akt.navn.nn) and kilde.kort.startswith(akt.kort):
        return Text(kilde.kort, akt.kort + kilde.navn.nn.removeprefix(akt.navn.nn))
    return Text(kilde.kort, kilde.kort)


def regnevalg(valg_id: str) -> Text:
    """«Regneregel R6». Raises KeyError for an unknown choice."""
    valg = REGNEVALG[valg_id]
    return Text(f"Regneregel\u00a0{valg.id}", f"Rekneregel\u00a0{valg.id}")
