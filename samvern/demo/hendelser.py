"""The events of the stories, one short function for each kind, so that a story reads as one."""

from datetime import date
from typing import Any
from zlib import crc32

from samvern.demo.fortelling import Hendelse

TIDSUBESTEMT, TIDSBESTEMT = "tidsubestemt", "tidsbestemt"
DOEGN, UTEN_DOEGN = "doegn", "uten_doegn"
LOV_2015, LOV_2020 = date(2015, 10, 1), date(2020, 10, 1)

_KILDE = {
    "dom_avsagt": "dom",
    "dom_rettskraftig": "brev",
    "overfoeringsvedtak": "vedtak",
    "varslingsvedtak": "vedtak",
    "behandlingsansvar_fastsatt": "vedtak",
    "klage_avgjort": "vedtak",
    "endringsavslag_endelig": "vedtak",
    "helseopplysningsskjema_sendt": "skjema",
    "vedtak_mottatt": "journal",
    "klage": "brev",
    "anke": "brev",
    "begjaering_opphoer": "brev",
    "unndragelse": "telefon",
}


def hendelse(
    slag: str,
    skjedde: str,
    *,
    kilde: str = "",
    kilde_ref: str = "",
    merknad: str = "",
    merke: str = "",
    **innhold: object,
) -> Hendelse:
    """Any event. What is None is left out."""
    given = {name: value for name, value in innhold.items() if value is not None}
    source = kilde or _KILDE.get(slag, "melding")
    day = date.fromisoformat(skjedde)
    return Hendelse(slag, day, given, source, kilde_ref, merknad, merke)


def grunn_for(day: date) -> str:
    """The most common ground of insanity, as the Penal Code worded it on the day."""
    if day < LOV_2015:
        return "U-1902-44"
    return "U-TPH-PSY" if day < LOV_2020 else "U-TPH-A"


def saksnr_for(day: date, navn: str, rett: str | None) -> str:
    """The number a court could have given the case: the same story gives the same number."""
    number = crc32(f"{day} {navn} {rett}".encode()) % 1_000_000
    return f"{day:%y}-{number:06}MED-{rett or 'TDEM'}/01"


def tiltale(
    skjedde: str, embete: str, politi: str, *lovbrudd: str, paastand: str = TIDSUBESTEMT
) -> Hendelse:
    """Indictment with a claim for compulsory mental health care."""
    return hendelse(
        "tiltale",
        skjedde,
        kilde="brev",
        paastand=paastand,
        embete=embete,
        politidistrikt=politi,
        lovbrudd=list(lovbrudd) or None,
    )


_TIDSBESTEMT: dict[str, Any] = {
    "antall_lovbrudd": 9,
    "faregrad": "saerlig_naerliggende",
    "andre_tiltak": ["frivillig_helsehjelp", "rusavvenning"],
}
"""What a time-limited sentence rests on."""


def dom(
    avsagt: str,
    domstype: str = TIDSUBESTEMT,
    *lovbrudd: str,
    navn: str = "dom1",
    domstol: str = "tingrett",
    rett: str | None = None,
    saksnr: str | None = None,
    til_stede: bool = True,
    merke: str = "",
) -> Hendelse:
    """A judgment as it was given. Only repeated offences give a time-limited one."""
    day = date.fromisoformat(avsagt)
    return hendelse(
        "dom_avsagt",
        avsagt,
        merke=merke,
        id=navn,
        domstol=domstol,
        domfelt_til_stede=til_stede,
        domstol_virksomhet=rett,
        domstolens_saksnr=saksnr or saksnr_for(day, navn, rett),
        domstype=domstype,
        utilregnelighetsgrunn=grunn_for(day),
        lovbrudd=list(lovbrudd) or None,
        **(_TIDSBESTEMT if domstype == TIDSBESTEMT and lovbrudd else {}),
    )


def paatalen_fikk(skjedde: str, ref: str = "dom1", hos: str = "ankeberettiget") -> Hendelse:
    """The prosecution received the judgment."""
    return hendelse("dom_mottatt_paatale", skjedde, ref=ref, hos=hos)


def forkynt(skjedde: str, ref: str = "dom1") -> Hendelse:
    """The judgment was served on the sentenced person."""
    return hendelse("dom_forkynt", skjedde, ref=ref)


def rettskraftig(
    skjedde: str,
    art: str = "overfoeringsdom",
    *,
    navn: str = "dom1",
    merke: str = "",
    merknad: str = "",
) -> Hendelse:
    """The judgment became final."""
    return hendelse("dom_rettskraftig", skjedde, merke=merke, merknad=merknad, id=navn, art=art)


def ny_dom(avsagt: str, final: str, art: str, navn: str, domstype: str) -> tuple[Hendelse, ...]:
    """A later judgment in the same sentence, given with the parties present, and now final."""
    return (
        dom(avsagt, domstype, navn=navn),
        paatalen_fikk(avsagt, navn),
        rettskraftig(final, art, navn=navn),
    )


def paatale(skjedde: str, embete: str, politi: str | None = None) -> Hendelse:
    """Which prosecution office has the case."""
    return hendelse("paatale_fastsatt", skjedde, embete=embete, politidistrikt=politi)


def ansvar(skjedde: str, rhf: str, institusjon: str) -> Hendelse:
    """The regional health authority decided who is responsible (§ 5-2)."""
    return hendelse(
        "behandlingsansvar_fastsatt",
        skjedde,
        rhf=rhf,
        helseforetak=institusjon,
        institusjon=institusjon,
    )


def faglig(skjedde: str, hvem: str) -> Hendelse:
    """Who is the responsible clinician from this day."""
    return hendelse(
        "faglig_ansvarlig_endret", skjedde, faglig_ansvarlig=hvem, overtakelse_bekreftet=True
    )


def foelges_av(skjedde: str, hvem: str) -> Hendelse:
    """Who in the coordination unit follows the case."""
    return hendelse("saksbehandler_tildelt", skjedde, saksbehandler=hvem)


def innlagt(
    skjedde: str, sted: str, nivaa: str = "LSA", fra: str = "varetekt", *, merke: str = ""
) -> Hendelse:
    """Admitted with round-the-clock stay."""
    return hendelse(
        "innleggelse",
        skjedde,
        merke=merke,
        institusjon=sted,
        sikkerhetsnivaa=nivaa,
        oppholdsform=DOEGN,
        kom_fra=fra,
    )


def flyttet(skjedde: str, nivaa: str, *, vesentlig: bool = True, merke: str = "") -> Hendelse:
    """Moved inside the institution."""
    return hendelse(
        "intern_overfoering",
        skjedde,
        merke=merke,
        sikkerhetsnivaa=nivaa,
        oppholdsform=DOEGN,
        vesentlig=vesentlig,
        konsultasjon="konsultert" if vesentlig else "ikke_saerlige_hensyn",
    )


def skjema(skjedde: str) -> Hendelse:
    """The form with health information was sent to the coordination unit."""
    return hendelse("helseopplysningsskjema_sendt", skjedde)


def rapport(skjedde: str, n: int) -> Hendelse:
    """A status report was sent."""
    return hendelse("statusrapport_sendt", skjedde, kilde="brev", n=n)


def vedtak(
    skjedde: str,
    navn: str,
    retning: str = "mildere",
    *,
    til: str | None = None,
    haster: bool | None = None,
    merke: str = "",
) -> Hendelse:
    """A decision on transfer (§ 5-4), and where in it the reasons stand."""
    return hendelse(
        "overfoeringsvedtak",
        skjedde,
        merke=merke,
        id=navn,
        retning=retning,
        haster=haster,
        institusjon=til,
        begrunnelse_behandling="pkt. 2",
        begrunnelse_samfunnsvern="pkt. 3",
        mottakende_opplegg="pkt. 4",
    )


def mottatt(skjedde: str, ref: str, part: str, *, merke: str = "") -> Hendelse:
    """A party received a decision."""
    return hendelse("vedtak_mottatt", skjedde, merke=merke, ref=ref, part=part)


def alle_mottok(skjedde: str, ref: str) -> tuple[Hendelse, ...]:
    """All three parties received a decision on transfer the same day."""
    return tuple(mottatt(skjedde, ref, part) for part in ("domfelt", "paaroerende", "paatale"))


def akseptert(skjedde: str, ref: str, part: str) -> Hendelse:
    """A party accepted a decision."""
    return hendelse("vedtak_akseptert", skjedde, ref=ref, part=part)


def klage(skjedde: str, ref: str, part: str) -> Hendelse:
    """A party complained."""
    return hendelse("klage", skjedde, ref=ref, part=part)


def avgjort(skjedde: str, ref: str, utfall: str) -> Hendelse:
    """The complaint was decided for good."""
    return hendelse("klage_avgjort", skjedde, ref=ref, utfall=utfall)


def gjennomfoert(
    skjedde: str,
    ref: str,
    sted: str,
    nivaa: str = "TUD",
    form: str = UTEN_DOEGN,
    *,
    merknad: str = "",
) -> Hendelse:
    """The transfer was carried out."""
    return hendelse(
        "overfoering_gjennomfoert",
        skjedde,
        merknad=merknad,
        ref=ref,
        institusjon=sted,
        sikkerhetsnivaa=nivaa,
        oppholdsform=form,
    )


def underskrevet(skjedde: str) -> Hendelse:
    """The prosecution signed the request to maintain the sentence."""
    return hendelse("opprettholdelse_underskrevet", skjedde, kilde="brev")


def sendt_retten(skjedde: str) -> Hendelse:
    """The case was sent to the district court."""
    return hendelse("sak_oversendt_retten", skjedde, kilde="brev")


def opphoert(skjedde: str, av: str | None = None) -> Hendelse:
    """The sentence ended."""
    return hendelse("opphoer", skjedde, kilde="brev", av=av)


def dom_og_rettskraft(
    avsagt: str,
    final: str,
    domstype: str = TIDSUBESTEMT,
    *lovbrudd: str,
    rett: str | None = None,
    saksnr: str | None = None,
) -> tuple[Hendelse, ...]:
    """A first judgment, given with the parties present, and final when nobody appealed."""
    return (
        dom(avsagt, domstype, *lovbrudd, rett=rett, saksnr=saksnr),
        paatalen_fikk(avsagt),
        rettskraftig(final),
    )


def i_behandling(
    fra: str, rhf: str, sted: str, lege: str, nivaa: str = "LSA", kom_fra: str = "varetekt"
) -> tuple[Hendelse, ...]:
    """Responsibility, admission and responsible clinician on one day."""
    return (ansvar(fra, rhf, sted), innlagt(fra, sted, nivaa, kom_fra), faglig(fra, lege))
