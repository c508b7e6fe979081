"""Who acts on what, and the next step in words, for every kind of thing that waits."""

from typing import Final, NamedTuple

from samvern.engine.roller import Rolle
from samvern.law.text import Text

PART: Final = "part"
"""Somebody outside the system decides: the sentenced person, next of kin, a victim."""


class Steg(NamedTuple):
    """Who must act, and what to do about it as seen from the work list. Always a verb."""

    venter_paa: str
    neste: Text


def _steg(venter_paa: str, nb: str, nn: str) -> Steg:
    return Steg(str(venter_paa), Text(nb, nn))


_SEND = ("Send purring", "Send purring")

FRISTSTEG: Final[dict[str, Steg]] = {
    "F-01": _steg(PART, "Se om dommen er anket", "Sjå om dommen er anka"),
    "F-02": _steg(Rolle.STATSADVOKAT, "Avklar anke", "Avklar anke"),
    "F-03": _steg(Rolle.STATSADVOKAT, "Bekreft rettskraftdatoen", "Stadfest rettskraftdatoen"),
    "F-04": _steg(Rolle.RHF, "Ring RHF og noter svaret", "Ring RHF og noter svaret"),
    "F-06": _steg(Rolle.FAGLIG_ANSVARLIG, *_SEND),
    "F-07": _steg(Rolle.FAGLIG_ANSVARLIG, "Be om statusrapporten", "Be om statusrapporten"),
    "F-12": _steg(Rolle.STATSADVOKAT, "Spør statsadvokaten", "Spør statsadvokaten"),
    "F-13": _steg(Rolle.STATSADVOKAT, "Bekreft plan for opphør", "Stadfest plan for opphøyr"),
    "F-20": _steg(PART, "Se kvitteringene", "Sjå kvitteringane"),
    "F-42": _steg(PART, "Se kvitteringene", "Sjå kvitteringane"),
    "F-71": _steg(Rolle.KONTROLLKOMMISJON, "Etterlys avgjørelsen", "Etterlys avgjerda"),
}
"""Deadlines that somebody must keep. Rights and derived dates are shown on the case alone."""

STRAKSSTEG: Final[dict[str, Steg]] = {
    "F-80": _steg(Rolle.STATSADVOKAT, "Spør om framdriften", "Spør om framdrifta"),
    "F-81": _steg(Rolle.FAGLIG_ANSVARLIG, "Avklar tilbakeføring", "Avklar tilbakeføring"),
    "F-82": _steg(Rolle.FAGLIG_ANSVARLIG, "Avklar varsel", "Avklar varsel"),
    "F-83": _steg(Rolle.FAGLIG_ANSVARLIG, "Avklar varsel om opphør", "Avklar varsel om opphøyr"),
    "F-84": _steg(Rolle.FAGLIG_ANSVARLIG, "Varsle statsadvokaten", "Varsle statsadvokaten"),
    "F-87": _steg(Rolle.POLITI, "Se varselet", "Sjå varselet"),
    "LF-K5": _steg(Rolle.STATSADVOKAT, "Avgjør etter retur", "Avgjer etter retur"),
}

UKLARSTEG: Final[dict[str, Steg]] = {
    "forkynnelse": _steg(Rolle.STATSADVOKAT, "Be om forkynningsdatoen", "Be om forkynningsdatoen"),
    "mottatt_paatale": _steg(Rolle.STATSADVOKAT, "Be om mottaksdatoen", "Be om mottaksdatoen"),
    "mottatt": _steg(Rolle.FAGLIG_ANSVARLIG, "Be om mottaksdatoen", "Be om mottaksdatoen"),
    "rettskraft": _steg(Rolle.STATSADVOKAT, "Be om rettskraftdatoen", "Be om rettskraftdatoen"),
}


class Mangel(NamedTuple):
    """A gap in a case: title, reason with `{fra}`, who can fill it, and what to do."""

    tittel: Text
    grunn: Text
    steg: Steg


MANGLER: Final[dict[str, Mangel]] = {
    "mangler_embete": Mangel(
        Text("Statsadvokatembete mangler", "Statsadvokatembete manglar"),
        Text(
            "Ingen påtalemyndighet er registrert siden {fra}.",
            "Inga påtalemakt er registrert sidan {fra}.",
        ),
        _steg(Rolle.NK, "Registrer embetet", "Registrer embetet"),
    ),
    "mangler_rhf": Mangel(
        Text("Behandlingsansvar mangler", "Behandlingsansvar manglar"),
        Text("Ingen region har ansvaret siden {fra}.", "Ingen region har ansvaret sidan {fra}."),
        _steg(Rolle.RHF, "Be RHF om vedtaket", "Be RHF om vedtaket"),
    ),
    "mangler_faglig_ansvarlig": Mangel(
        Text("Faglig ansvarlig mangler", "Fagleg ansvarleg manglar"),
        Text(
            "Ingen er registrert som faglig ansvarlig siden {fra}.",
            "Ingen er registrert som fagleg ansvarleg sidan {fra}.",
        ),
        _steg(Rolle.INSTITUSJON, "Be institusjonen om navnet", "Be institusjonen om namnet"),
    ),
    "mangler_saksbehandler": Mangel(
        Text("Uten saksbehandler", "Utan saksbehandlar"),
        Text("Ingen i NK følger saken siden {fra}.", "Ingen i NK følgjer saka sidan {fra}."),
        _steg(Rolle.NK, "Ta saken", "Ta saka"),
    ),
    "mangler_plassering": Mangel(
        Text("Plassering mangler", "Plassering manglar"),
        Text(
            "Registeret vet ikke hvor personen er siden {fra}.",
            "Registeret veit ikkje kvar personen er sidan {fra}.",
        ),
        _steg(Rolle.INSTITUSJON, "Be om plasseringen", "Be om plasseringa"),
    ),
    "unndratt": Mangel(
        Text("Unndratt", "Unndregen"),
        Text(
            "Personen har vært unndratt siden {fra}. Ingen tilbakekomst er registrert.",
            "Personen har vore unndregen sidan {fra}. Ingen tilbakekomst er registrert.",
        ),
        _steg(Rolle.FAGLIG_ANSVARLIG, "Se hvem som er varslet", "Sjå kven som er varsla"),
    ),
    "avgjoer_retur": Mangel(
        Text("Avgjørelse etter retur", "Avgjerd etter retur"),
        Text(
            "Personen kom tilbake {fra}. Påtalemyndigheten avgjør om reaksjonen skal fortsette.",
            "Personen kom tilbake {fra}. Påtalemakta avgjer om reaksjonen skal halde fram.",
        ),
        _steg(Rolle.STATSADVOKAT, "Spør statsadvokaten", "Spør statsadvokaten"),
    ),
}
