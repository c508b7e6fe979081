"""Examples for the document, made from the same pictures as real answers. Nobody in them exists."""

from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from samvern.api.gjengivelse import plain
from samvern.apps.saker.public import (
    Arbeidsliste,
    Deltakerbilde,
    Deltakerslag,
    Endring,
    Endringsbilde,
    Hendelsesfelt,
    Hendelsesrad,
    Hvem,
    Innhold,
    Lesningsrad,
    Oppgaverad,
    Plasseringsbilde,
    Registerside,
    Saksbilde,
    Saksrad,
    Saksstatus,
)
from samvern.law.text import Text

SAK: Final = UUID("0190a3c2-7d51-7000-8000-000000000311")
_SOMEBODY: Final = UUID("0190a3c2-7d51-7000-8000-000000000001")
_BODY: Final = UUID("0190a3c2-7d51-7000-8000-000000000002")
_WHEN: Final = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
_SILJE: Final = Hvem(_SOMEBODY, "Silje Haugen", "Silje Haugen", "Nasjonal koordineringsenhet")
_AHUS: Final = Hvem(_BODY, "Akershus universitetssykehus HF", "Akershus universitetssjukehus HF")

RAD: Final = Saksrad(
    id=SAK, saksnr="S-2026-0311", navn="Proeve Proevesen", status=Saksstatus.UNDER_GJENNOMFOERING,
    domstype="tidsubestemt", flagg=(), rhf=None, institusjon=_AHUS,
    oppholdssted=_AHUS, enhet=None, sikkerhetsnivaa=None, oppholdsform="doegn",
    siden=date(2024, 2, 5), embete=None, faglig_ansvarlig=None, saksbehandler=_SILJE,
    styrende_dom=date(2024, 1, 10), neste_frist=date(2027, 2, 1), siste_hendelse=date(2024, 2, 5),
)  # fmt: skip
HENDELSE: Final = Hendelsesrad(
    nr=3, type="utvisningsvedtak", navn=Text("Vedtak om utvisning", "Vedtak om utvising"),
    skjedde=date(2024, 3, 1), registrert=_WHEN, aktoer=_SILJE, aktoer_rolle="nk",
    kilde=Text("Brev", "Brev"), kilde_ref=None, merknad=None,
    felt=(Hendelsesfelt("id", Text("Id", "Id"), Text("h3", "h3")),), virkning="ny",
    erstatter=None, erstattet_av=None, gjelder=True, kan_rettes=True, innhold=Innhold.UTVISNING,
    raa={},
)  # fmt: skip
LESNING: Final = Lesningsrad(41, _SILJE, "nk", _WHEN, "sak.vist", ("frister", "status"))
OPPGAVE: Final = Oppgaverad(
    sak=SAK, saksnr="S-2026-0311", navn="Proeve Proevesen", domstype="tidsubestemt",
    gruppe="innen", slag="frist", kode="F-12",
    tittel=Text("Bringe saken inn for tingretten", "Bringe saka inn for tingretten"),
    grunn=Text("Tre år etter siste rettskraftige dom.", "Tre år etter siste rettskraftige dom."),
    dato=date(2026, 12, 1), fristdato=date(2026, 12, 1), dager=8, status="venter", fra_lov=True,
    venter_paa=Text("Statsadvokat", "Statsadvokat"), hos=None,
    neste_steg=Text("Statsadvokaten tar ut begjæring.", "Statsadvokaten tek ut krav."),
    anker="frist-F-12",
)  # fmt: skip
_CASE: Final = Saksbilde(
    rad=RAD, foedselsnummer=None, foedselsdato=None, kjoenn=None, adressebeskyttet=False,
    svar=None, hendelser=(HENDELSE,),
    deltakere=(Deltakerbilde(Deltakerslag.INSTITUSJON, _AHUS, date(2024, 2, 5), None),),
    plasseringer=(
        Plasseringsbilde(date(2024, 2, 5), None, "doegn", _AHUS, None, None, None),
    ),
    oppgaver=(OPPGAVE,), mangler=(), avvik=(), har_lest=(LESNING,),
    kan_registrere=("utreise",), siste_nr=3, per_dato=date(2026, 11, 23), som_kjent=None, lov=None,
)  # fmt: skip

LAGRET: Final[dict[str, Any]] = {
    "sak": str(SAK), "saksnr": "S-2026-0311", "nr": 4, "gjentatt": False,
}  # fmt: skip
NY_HENDELSE: Final[dict[str, Any]] = {
    "type": "utvisningsvedtak", "skjedde": "2024-03-01", "kilde": "brev", "innhold": {},
}  # fmt: skip
RETTING: Final[dict[str, Any]] = {
    **NY_HENDELSE, "skjedde": "2024-03-02", "grunn": "Datoen i brevet er 2. mars.",
}  # fmt: skip
FEILFOERING: Final[dict[str, Any]] = {"grunn": "Ført i feil sak."}
NY_SAK: Final[dict[str, Any]] = {
    "person": {
        "ukjent_identitet": True, "ukjent_grunn": "Ingen papirer.", "etternavn": "Proevesen",
        "kjoenn": "mann", "adressebeskyttelse": "ingen",
    },
    "hendelser": [
        {
            "type": "tiltale", "skjedde": "2026-11-02", "kilde": "dom",
            "innhold": {"paastand": "tidsubestemt"},
        }
    ],
}  # fmt: skip
SOK: Final[dict[str, Any]] = {"saksnr": "S-2026-0311"}
TREFF: Final = {"rader": plain((RAD,))}
REGISTERSIDE: Final = plain(Registerside((RAD,), 1, 1, 50))
SAKSBILDE: Final = plain(_CASE)
HENDELSER: Final = {"sak": str(SAK), "siste_nr": 3, "hendelser": plain((HENDELSE,))}
HISTORIKK: Final = {"sak": str(SAK), "versjoner": plain((HENDELSE,))}
LESERE: Final = {"sak": str(SAK), "lesere": plain((LESNING,)), "eldre": None}
ARBEIDSLISTE: Final = plain(
    Arbeidsliste(
        date(2026, 11, 23), date(2026, 12, 7), (OPPGAVE,),
        {"over_fristen": 0, "denne_uken": 0, "innen": 1, "dato_mangler": 0}, 1, 0, None,
    )
)  # fmt: skip
ENDRINGSBILDE: Final = plain(
    Endringsbilde(
        endringer=(
            Endring(
                "status", "status", Text("Status", "Status"), None, None,
                {"tekst": Text("Under gjennomføring", "Under gjennomføring")}, 0,
            ),
        ),
        uendret=4, oppgaver_nye=(), oppgaver_lukket=(), faar_se=(), avvik=(), krever_grunn=False,
        siste_nr=3,
    )
)  # fmt: skip
VALG: Final = {"kode": "tidsubestemt", "navn": {"nb": "Tidsubestemt", "nn": "Tidsubestemt"}}
KATALOG: Final = {
    "dag": "2026-11-23",
    "kilder": [{"kode": "dom", "navn": {"nb": "Dom", "nn": "Dom"}}],
    "typer": [
        {
            "kode": "tiltale", "navn": {"nb": "Tiltale", "nn": "Tiltale"},
            "hjelp": {"nb": "Dagen tiltalen ble tatt ut.", "nn": "Dagen tiltalen vart teken ut."},
            "innhold": "sak", "i_loven": False, "etter_opphoer": False, "kan_registrere": True,
            "felt": [
                {
                    "navn": "paastand", "slag": "kode",
                    "etikett": {"nb": "Påstand", "nn": "Påstand"}, "hjelp": None,
                    "paakrevd": True, "valg": [VALG], "kodeverk": "", "virksomhetsslag": [],
                    "peker_paa": [], "nummererte": [], "minst": None, "hoeyst": None,
                    "i_loven": False,
                }
            ],
        }
    ],
}  # fmt: skip
VIRKSOMHETER: Final = {
    "rader": [
        {
            "id": str(_BODY), "kode": "AHUS", "slag": "helseforetak",
            "navn": {"nb": _AHUS.navn, "nn": _AHUS.navn_nn}, "orgnr": "", "sted": "Lørenskog",
            "overordnet_id": None, "overordnet_kode": "", "gyldig_fra": "2002-01-01",
            "gyldig_til": None, "sikker": True,
        }
    ],
    "antall": 1, "side": 1, "sider": 1,
}  # fmt: skip
MEG: Final = {
    "bruker": str(_SOMEBODY), "navn": "Silje Haugen", "rolle": "nk",
    "rollenavn": {"nb": "Nasjonal koordineringsenhet", "nn": "Nasjonal koordineringseining"},
    "virksomhet": {
        "id": str(_BODY),
        "navn": {"nb": "Nasjonal koordineringsenhet", "nn": "Nasjonal koordineringseining"},
    },
    "noekkel": {
        "id": str(_SOMEBODY), "navn": "Fagsystemet", "formaal": "samhandling",
        "utloeper": "2027-01-01T00:00:00+00:00",
    },
    "i_dag": "2026-11-23",
}  # fmt: skip
