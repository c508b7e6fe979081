"""What every field, deadline, duty, finding and gap tells about, as rows of the access table.

Data for `masker`. What is not listed here is hidden from everyone but NK.
"""

from typing import Final

from samvern.apps.saker import egneavvik
from samvern.apps.saker.koder import Deltakerslag, Innhold, Saksstatus
from samvern.apps.saker.tilgangstabell import OM_VEDTAK
from samvern.engine.roller import Rolle
from samvern.law.trace import Varselkode

I = Innhold  # noqa: E741 -- a table reads better with one letter

RADFELT: Final[dict[str, Innhold]] = {
    "navn": I.SAK,
    "status": I.SAK,
    "domstype": I.SAK,
    "flagg": I.SAK,
    "embete": I.SAK,
    "saksbehandler": I.SAK,
    "styrende_dom": I.SAK,
    "neste_frist": I.SAK,
    "siste_hendelse": I.SAK,
    "rhf": I.PLASSERING,
    "institusjon": I.PLASSERING,
    "oppholdssted": I.PLASSERING,
    "enhet": I.PLASSERING,
    "sikkerhetsnivaa": I.PLASSERING,
    "oppholdsform": I.PLASSERING,
    "siden": I.PLASSERING,
    "faglig_ansvarlig": I.PLASSERING,
}
"""Fields of `bilder.Saksrad`, apart from the id and number of the case."""
PERSONFELT: Final = ("foedselsnummer", "foedselsdato", "kjoenn")
"""Fields of `bilder.Saksbilde` about who it is; they follow the first row of the table."""

MASKEN: Final[dict[tuple[Rolle, Innhold], frozenset[str]]] = {
    (Rolle.POLITI, I.SAK): frozenset({"navn", "status", "flagg", "embete", "foedselsdato"}),
    (Rolle.POLITI, I.PLASSERING): frozenset({"oppholdssted", "enhet"}),
    (Rolle.STATSFORVALTER, I.SAK): frozenset({"navn", "status"}),
}
"""What a mask leaves of the header, for the roles that have a mask there."""

MASKERTE_TYPER: Final[dict[tuple[Rolle, Innhold], frozenset[str]]] = {
    (Rolle.POLITI, I.SAK): frozenset({"tiltale", "dom_avsagt", "dom_rettskraftig"}),
    (Rolle.POLITI, I.PLASSERING): frozenset({"unndragelse", "unndragelse_avsluttet"}),
    (Rolle.POLITI, I.VARSLING): frozenset(
        {"varslingsvedtak", "varslingsklage_oversendt", "varsel_sendt", *OM_VEDTAK}
    ),
    (Rolle.STATSFORVALTER, I.SAK): frozenset(),
}
"""Event types that stay in a masked log, as type and day only; elsewhere every type stays."""

FLAGG: Final[dict[str, Innhold]] = {
    "unndratt": I.PLASSERING,
    "i_treukersperioden": I.SAK,
    "opprettholdelse_paagaar": I.OPPHOER,
    "opphoersbegjaering_paagaar": I.OPPHOER,
}
STATUSENS_INNHOLD: Final[dict[Saksstatus, Innhold]] = {
    Saksstatus.I_KRIMINALOMSORGEN: I.KRIMINALOMSORG,
    Saksstatus.PROEVELOESLATT: I.KRIMINALOMSORG,
    Saksstatus.MIDLERTIDIG_OPPHOERT: I.UTVISNING,
    Saksstatus.AVVENTER_PAATALE: I.UTVISNING,
}
"""A status that tells more than that the sentence runs; a mask says only that it does."""

DELTAKERE: Final[dict[Deltakerslag, Innhold]] = {
    Deltakerslag.EMBETE: I.SAK,
    Deltakerslag.POLITIDISTRIKT: I.SAK,
    Deltakerslag.SAKSBEHANDLER: I.SAK,
    Deltakerslag.RHF: I.PLASSERING,
    Deltakerslag.HELSEFORETAK: I.PLASSERING,
    Deltakerslag.INSTITUSJON: I.PLASSERING,
    Deltakerslag.OPPHOLDSSTED: I.PLASSERING,
    Deltakerslag.FAGLIG_ANSVARLIG: I.PLASSERING,
    Deltakerslag.KONTROLLKOMMISJON: I.KLAGE,
    Deltakerslag.STATSFORVALTER: I.VARSLING,
    Deltakerslag.KRIMINALOMSORG: I.KRIMINALOMSORG,
}
MASKERTE_DELTAKERE: Final[dict[Rolle, frozenset[Deltakerslag]]] = {
    Rolle.POLITI: frozenset({Deltakerslag.EMBETE, Deltakerslag.POLITIDISTRIKT}),
}
"""Participants of the first row that a mask leaves."""

LOVENS_AVVIK: Final = (I.SAK, I.PLASSERING, I.OVERFOERING, I.OPPHOER)
"""What somebody must read to be told what the law library calls a deviation."""
EGNE_AVVIK: Final[dict[str, tuple[Innhold, ...]]] = {
    **dict.fromkeys((egneavvik.ANNEN_FORM, egneavvik.TRE_UKER), (I.PLASSERING, I.OVERFOERING)),
    **dict.fromkeys(
        (egneavvik.ETT_LOVBRUDD, egneavvik.FARE_TIDSBESTEMT, egneavvik.FARE_OG_ANTALL), LOVENS_AVVIK
    ),
}
"""The same for what the register itself sees (`egneavvik`)."""

OPPHOERSREGLER: Final = frozenset({"F-10", "F-11", "F-12", "F-13"})
"""Deadlines of the first row, but about opphør and opprettholdelse: kept from the commission."""

REGLER: Final[dict[str, tuple[Innhold, ...]]] = {
    **dict.fromkeys(("F-01", "F-02", "F-03", "F-05"), (I.SAK,)),
    **dict.fromkeys(OPPHOERSREGLER, (I.SAK,)),
    "F-04": (I.PLASSERING,),
    "F-06": (I.HELSEOPPLYSNINGSSKJEMA,),
    "F-07": (I.STATUSRAPPORT,),
    "F-20": (I.OVERFOERING,),
    "F-21": (I.OVERFOERING,),
    "F-30": (I.ENDRINGSBEGJAERING,),
    "F-31": (I.ENDRINGSBEGJAERING,),
    "F-42": (I.VARSLING,),
    "F-68": (I.KLAGE,),
    "F-69": (I.KLAGE,),
    "F-71": (I.KLAGE,),
    "K16-1": (I.KLAGE,),
    "F-80": (I.OPPHOER,),
    "F-81": (I.KRIMINALOMSORG,),
    "F-82": (I.VARSLING, I.PLASSERING),
    "F-83": (I.VARSLING, I.OPPHOER),
    "F-84": (I.PLASSERING,),
    "F-85": (I.KLAGE,),
    "F-86": (I.KLAGE,),
    "F-87": (I.PLASSERING,),
    "F-88": (I.UTVISNING,),
    "LF-K5": (I.UTVISNING,),
}
"""What a deadline or duty is about. One that is not listed is read by NK alone."""
EGNE_OPPGAVER: Final[dict[Rolle, frozenset[str]]] = {Rolle.POLITI: frozenset({"F-87"})}
"""Duties of a role that otherwise sees no deadlines."""

VARSLER: Final[dict[str, tuple[Innhold, ...]]] = {
    Varselkode.FRIST_OVERSITTET: (I.OPPHOER,),
    Varselkode.SLUTT_OVERSITTET: (I.OPPHOER,),
    Varselkode.ETTER_NOMINELL: (I.OPPHOER,),
    Varselkode.IKKE_OVERSENDT: (I.OPPHOER,),
    Varselkode.GJENNOMFORT_FOR_TIDLIG: (I.OVERFOERING,),
    Varselkode.DOGNOPPHOLD_BRUTT: (I.OVERFOERING, I.PLASSERING),
    Varselkode.MANGLER_MOTTATT: (I.OVERFOERING,),
    Varselkode.RETTSKRAFT_AVVIK: (I.SAK,),
    Varselkode.NYE_FORHOLD: (I.ENDRINGSBEGJAERING,),
    Varselkode.OPPHEVET_HJEMMEL: (I.KRIMINALOMSORG,),
    Varselkode.FLYTTER_IKKE: (I.KRIMINALOMSORG,),
    Varselkode.FOR_TIDLIG: (I.ENDRINGSBEGJAERING, I.OPPHOER),
}
"""What a finding of the computation is about; one that is not listed is read by NK alone."""

MANGLER: Final[dict[str, Innhold]] = {
    "mangler_embete": I.SAK,
    "mangler_saksbehandler": I.SAK,
    "mangler_rhf": I.PLASSERING,
    "mangler_faglig_ansvarlig": I.PLASSERING,
    "mangler_plassering": I.PLASSERING,
    "unndratt": I.PLASSERING,
    "mangler_varsel": I.PLASSERING,
    "hos_kommisjonen": I.KLAGE,
    "klage_ikke_sendt": I.KLAGE,
    "ikke_oversendt": I.OPPHOER,
    "avgjoer_retur": I.UTVISNING,
}
"""What a gap is about; one that is not listed is read by NK alone."""
