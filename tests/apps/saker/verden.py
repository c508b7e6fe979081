"""A small world for tests of cases: bodies, users, and cases made through the actions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samvern.apps.saker.actions import opprett_sak, registrer_hendelse
from samvern.apps.saker.innsending import Lagret
from samvern.apps.saker.models import Sak
from samvern.apps.virksomheter.models import Lovbruddskategori, Utilregnelighetsgrunn
from samvern.engine import clock, ids
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.brukere.personer import Person, organisations, people


@dataclass(frozen=True)
class Verden:
    """Everybody a case needs."""

    nk: Person
    fa: Person
    sa: Person
    embete: UUID
    politi: UUID
    rhf: UUID
    institusjon: UUID
    kommisjon: UUID

    @property
    def silje(self) -> Viewer:
        """The caseworker in NK."""
        return self.nk.viewer()


BODIES: Mapping[str, str] = {
    "OUS": "helseforetak",
    "NK": "koordineringsenhet",
    "AHUS": "helseforetak",
    "SA-OST": "statsadvokatembete",
    "PD-OST": "politidistrikt",
    "RHF-SOROST": "rhf",
    "KK-1": "kontrollkommisjon",
}


def lag_verden() -> Verden:
    """Everybody and everything made at once: hundreds of tests begin with it."""
    code_lists()
    bodies = organisations(BODIES)
    nk, fa, sa = people(
        (Rolle.NK, "Silje Haugen"),
        (Rolle.FAGLIG_ANSVARLIG, "Astrid Lie"),
        (Rolle.STATSADVOKAT, "Oskar Larsen"),
    )
    return Verden(
        nk, fa, sa, embete=bodies["SA-OST"], politi=bodies["PD-OST"], rhf=bodies["RHF-SOROST"],
        institusjon=bodies["AHUS"], kommisjon=bodies["KK-1"],
    )  # fmt: skip


def code_lists() -> None:
    """The grounds of insanity and the groups of offences that the cases name."""
    Utilregnelighetsgrunn.objects.bulk_create(
        Utilregnelighetsgrunn(
            kode=kode, navn=kode, hjemmel="strl § 20", gyldig_fra=fra, gyldig_til=til,
            i_registeret=True, sortering=1, kilde="proeve", belegg="proeve",
            registrert=clock.now(), registrert_av="proeve", grunn="proeve",
        )
        for kode, fra, til in (("U-TPH-A", date(2020, 10, 1), None),
                               ("U-TPH-PSY", date(2002, 1, 1), date(2020, 9, 30)))
    )  # fmt: skip
    Lovbruddskategori.objects.bulk_create(
        Lovbruddskategori(
            kode=kode, navn=kode, hjemmel="strl § 62", gyldig_fra=date(2002, 1, 1),
            gjelder_tidsubestemt=kode == "VOLD-GROV", gjelder_tidsbestemt=kode == "SAMF-TYVERI",
            sortering=1, kilde="proeve", belegg="proeve",
            registrert=clock.now(), registrert_av="proeve", grunn="proeve",
        )
        for kode in ("VOLD-GROV", "SAMF-TYVERI")
    )  # fmt: skip


def hendelse(
    type_: str, skjedde: str, merknad: str | None = None, **innhold: Any
) -> dict[str, Any]:
    """One event as it is sent in."""
    data: dict[str, Any] = {"type": type_, "skjedde": skjedde, "kilde": "dom", "innhold": innhold}
    return data | ({"merknad": merknad} if merknad else {})


def dom(skjedde: str = "2024-01-10", **annet: Any) -> dict[str, Any]:
    """A judgment to compulsory care without time limit."""
    grunn = "U-TPH-A" if skjedde >= "2020-10-01" else "U-TPH-PSY"
    felt = {"domstol": "tingrett", "domstolens_saksnr": "24-000001MED-TDEM/01",
            "domstype": "tidsubestemt", "utilregnelighetsgrunn": grunn,
            "lovbrudd": ["VOLD-GROV"]}  # fmt: skip
    return hendelse("dom_avsagt", skjedde, **felt | annet)


def vedtak(skjedde: str, retning: str = "mildere", **annet: Any) -> dict[str, Any]:
    """A decision on transfer with what the one who decides must tell."""
    felt = {"retning": retning, "begrunnelse_behandling": "pkt. 2",
            "begrunnelse_samfunnsvern": "pkt. 3", "mottakende_opplegg": "pkt. 4"}  # fmt: skip
    return hendelse("overfoeringsvedtak", skjedde, **felt | annet)


def rettskraft(skjedde: str = "2024-02-01", ref: str = "h1") -> dict[str, Any]:
    """The judgment becomes final."""
    return hendelse("dom_rettskraftig", skjedde, id=ref, art="overfoeringsdom")


PERSON: Mapping[str, Any] = {
    "ukjent_identitet": True,
    "ukjent_grunn": "Ingen papirer.",
    "etternavn": "Proevesen",
    "kjoenn": "mann",
    "adressebeskyttelse": "ingen",
}


def ny_sak(verden: Verden, *hendelser: Mapping[str, Any], **annet: Any) -> Lagret:
    """A case opened by NK."""
    data = {"person": dict(PERSON), "hendelser": list(hendelser or (dom(), rettskraft())), **annet}
    return opprett_sak.utfoer(verden.silje, data, noekkel=str(ids.new_id()))


def foer(viewer: Viewer, sak: UUID, data: Mapping[str, Any]) -> Lagret:
    """Record an event on the newest picture of the case."""
    nr = Sak.objects.get(pk=sak).siste_nr
    return registrer_hendelse.utfoer(viewer, sak, data, forventet_nr=nr, noekkel=str(ids.new_id()))
