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
    """What somebody who follows the case does."""
    selv: Text
    """What the one who must act does: nobody reminds or telephones themselves."""


def _steg(venter_paa: str, nb: str, nn: str, selv: tuple[str, str] | None = None) -> Steg:
    return Steg(str(venter_paa), Text(nb, nn), Text(*(selv or (nb, nn))))


_SEND = ("Send purring", "Send purring")
_FORKYNNING = ("Registrer forkynningsdatoen", "Registrer forkynningsdatoen")
_MOTTATT = ("Registrer mottaksdatoen", "Registrer mottaksdatoen")
_SETT_I_VERK = ("Sørg for innleggelse", "Sørg for innlegging")
_HELSESKJEMA = ("Send helseopplysningsskjemaet", "Send helseopplysningsskjemaet")
_RAPPORT = ("Send statusrapporten", "Send statusrapporten")
_OPPHOER_ELLER_RETT = (
    "Beslutt opphør, eller bring saken inn for tingretten",
    "Avgjer opphøyr, eller bring saka inn for tingretten",
)
_SLUTT = ("Sørg for at reaksjonen opphører i tide", "Sørg for at reaksjonen tek slutt i tide")
_PAASKYND = ("Få saken fram for tingretten", "Få saka fram for tingretten")
_ETTER_RETUR = (
    "Bring saken inn for tingretten, eller beslutt opphør",
    "Bring saka inn for tingretten, eller avgjer opphøyr",
)

FRISTSTEG: Final[dict[str, Steg]] = {
    "F-01": _steg(PART, "Se om dommen er anket", "Sjå om dommen er anka"),
    "F-02": _steg(Rolle.STATSADVOKAT, "Avklar anke", "Avklar anke"),
    "F-03": _steg(Rolle.STATSADVOKAT, "Bekreft rettskraftdatoen", "Stadfest rettskraftdatoen"),
    "F-04": _steg(Rolle.RHF, "Ring RHF og noter svaret", "Ring RHF og noter svaret", _SETT_I_VERK),
    "F-06": _steg(Rolle.FAGLIG_ANSVARLIG, *_SEND, _HELSESKJEMA),
    "F-07": _steg(
        Rolle.FAGLIG_ANSVARLIG, "Be om statusrapporten", "Be om statusrapporten", _RAPPORT
    ),
    "F-12": _steg(
        Rolle.STATSADVOKAT, "Spør statsadvokaten", "Spør statsadvokaten", _OPPHOER_ELLER_RETT
    ),
    "F-13": _steg(
        Rolle.STATSADVOKAT, "Bekreft plan for opphør", "Stadfest plan for opphøyr", _SLUTT
    ),
    "F-20": _steg(PART, "Se kvitteringene", "Sjå kvitteringane"),
    "F-42": _steg(PART, "Se kvitteringene", "Sjå kvitteringane"),
    "F-71": _steg(
        Rolle.KONTROLLKOMMISJON,
        "Etterlys avgjørelsen",
        "Etterlys avgjerda",
        ("Avgjør saken", "Avgjer saka"),
    ),
}
"""Deadlines that somebody must keep. Rights and derived dates are shown on the case alone."""

PAATALENS_KLAGE: Final = _steg(
    Rolle.STATSADVOKAT,
    "Spør om de vil klage",
    "Spør om dei vil klage",
    ("Vurder klage", "Vurder klage"),
)
"""The prosecution's own deadline for a complaint: it is in the system, unlike the other parties."""

SLUTTEN_NAADD: Final = _steg(
    Rolle.STATSADVOKAT,
    "Spør om reaksjonen er opphørt",
    "Spør om reaksjonen er opphøyrd",
    ("La reaksjonen opphøre nå", "La reaksjonen ta slutt no"),
)
"""The absolute end is reached and nothing has ended: there is no plan left to confirm."""

STRAKSSTEG: Final[dict[str, Steg]] = {
    "F-80": _steg(Rolle.STATSADVOKAT, "Spør om framdriften", "Spør om framdrifta", _PAASKYND),
    "F-81": _steg(Rolle.FAGLIG_ANSVARLIG, "Avklar tilbakeføring", "Avklar tilbakeføring"),
    "F-82": _steg(Rolle.FAGLIG_ANSVARLIG, "Avklar varsel", "Avklar varsel"),
    "F-83": _steg(Rolle.FAGLIG_ANSVARLIG, "Avklar varsel om opphør", "Avklar varsel om opphøyr"),
    "F-84": _steg(Rolle.FAGLIG_ANSVARLIG, "Varsle statsadvokaten", "Varsle statsadvokaten"),
    "F-87": _steg(Rolle.POLITI, "Se varselet", "Sjå varselet"),
    "LF-K5": _steg(Rolle.STATSADVOKAT, "Spør statsadvokaten", "Spør statsadvokaten", _ETTER_RETUR),
}

UKLARSTEG: Final[dict[str, Steg]] = {
    "forkynnelse": _steg(
        Rolle.STATSADVOKAT, "Be om forkynningsdatoen", "Be om forkynningsdatoen", _FORKYNNING
    ),
    "mottatt_paatale": _steg(
        Rolle.STATSADVOKAT, "Be om mottaksdatoen", "Be om mottaksdatoen", _MOTTATT
    ),
    "mottatt": _steg(
        Rolle.FAGLIG_ANSVARLIG, "Be om mottaksdatoen", "Be om mottaksdatoen", _MOTTATT
    ),
    "rettskraft": _steg(
        Rolle.STATSADVOKAT,
        "Be om rettskraftdatoen",
        "Be om rettskraftdatoen",
        ("Registrer rettskraftdatoen", "Registrer rettskraftdatoen"),
    ),
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
        _steg(
            Rolle.RHF,
            "Be RHF om vedtaket",
            "Be RHF om vedtaket",
            ("Registrer vedtaket om behandlingsansvar", "Registrer vedtaket om behandlingsansvar"),
        ),
    ),
    "mangler_faglig_ansvarlig": Mangel(
        Text("Faglig ansvarlig mangler", "Fagleg ansvarleg manglar"),
        Text(
            "Ingen er registrert som faglig ansvarlig siden {fra}.",
            "Ingen er registrert som fagleg ansvarleg sidan {fra}.",
        ),
        _steg(
            Rolle.INSTITUSJON,
            "Be institusjonen om navnet",
            "Be institusjonen om namnet",
            ("Registrer hvem som er faglig ansvarlig", "Registrer kven som er fagleg ansvarleg"),
        ),
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
        _steg(
            Rolle.INSTITUSJON,
            "Be om plasseringen",
            "Be om plasseringa",
            ("Registrer hvor personen er", "Registrer kvar personen er"),
        ),
    ),
    "unndratt": Mangel(
        Text("Unndratt", "Unndregen"),
        Text(
            "Personen har vært unndratt siden {fra}. Ingen tilbakekomst er registrert.",
            "Personen har vore unndregen sidan {fra}. Ingen tilbakekomst er registrert.",
        ),
        _steg(
            Rolle.FAGLIG_ANSVARLIG,
            "Se hvem som er varslet",
            "Sjå kven som er varsla",
            ("Avklar varsel til fornærmede (§ 5-6 c)", "Avklar varsel til fornærma (§ 5-6 c)"),
        ),
    ),
    "avgjoer_retur": Mangel(
        Text("Avgjørelse etter retur", "Avgjerd etter retur"),
        Text(
            "Personen kom tilbake {fra}. Påtalemyndigheten avgjør om reaksjonen skal fortsette.",
            "Personen kom tilbake {fra}. Påtalemakta avgjer om reaksjonen skal halde fram.",
        ),
        _steg(
            Rolle.STATSADVOKAT,
            "Spør statsadvokaten",
            "Spør statsadvokaten",
            ("Avgjør om reaksjonen fortsetter", "Avgjer om reaksjonen held fram"),
        ),
    ),
    "hos_kommisjonen": Mangel(
        Text("Sak hos kontrollkommisjonen", "Sak hos kontrollkommisjonen"),
        Text(
            "Kommisjonen har hatt saken siden {fra}. Avgjørelsen er ikke registrert.",
            "Kommisjonen har hatt saka sidan {fra}. Avgjerda er ikkje registrert.",
        ),
        _steg(
            Rolle.KONTROLLKOMMISJON,
            "Etterlys avgjørelsen",
            "Etterlys avgjerda",
            ("Avgjør saken", "Avgjer saka"),
        ),
    ),
    "klage_ikke_sendt": Mangel(
        Text("Klagen er ikke sendt videre", "Klaga er ikkje send vidare"),
        Text(
            "Klagen kom {fra}. Det er ikke registrert at den er sendt kontrollkommisjonen, tatt "
            "til følge eller trukket.",
            "Klaga kom {fra}. Det er ikkje registrert at ho er send kontrollkommisjonen, teken til "
            "følgje eller trekt.",
        ),
        _steg(
            Rolle.FAGLIG_ANSVARLIG,
            "Spør om klagen er sendt",
            "Spør om klaga er send",
            ("Send klagen til kontrollkommisjonen", "Send klaga til kontrollkommisjonen"),
        ),
    ),
    "ikke_oversendt": Mangel(
        Text("Saken er ikke sendt tingretten", "Saka er ikkje send tingretten"),
        Text(
            "Begjæringen om opprettholdelse er underskrevet. Treårsdatoen var {fra}, og saken er "
            "ikke registrert sendt tingretten.",
            "Kravet om at reaksjonen skal haldast ved lag, er skrive under. Treårsdatoen var "
            "{fra}, og saka er ikkje registrert send tingretten.",
        ),
        _steg(
            Rolle.STATSADVOKAT,
            "Spør statsadvokaten",
            "Spør statsadvokaten",
            ("Send saken til tingretten", "Send saka til tingretten"),
        ),
    ),
    "mangler_varsel": Mangel(
        Text("Varsel til statsadvokaten mangler", "Varsel til statsadvokaten manglar"),
        Text(
            "En endring {fra} er merket som vesentlig. Skriftlig varsel er ikke registrert.",
            "Ei endring {fra} er merkt som vesentleg. Skriftleg varsel er ikkje registrert.",
        ),
        _steg(
            Rolle.FAGLIG_ANSVARLIG,
            "Etterlys varselet",
            "Etterlys varselet",
            ("Varsle statsadvokaten skriftlig", "Varsle statsadvokaten skriftleg"),
        ),
    ),
}
