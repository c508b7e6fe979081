"""What other apps and the doors may use of the cases.

Reads go within `lesing.reading(viewer, handling)`; say what was shown with
`lest.saw(felt_vist(bilde), saker=[...])`. Actions open and log their own transactions.
"""

from samvern.apps.saker import noed, sperre
from samvern.apps.saker.access import (
    Blikk,
    Grunnlag,
    Handling,
    Innsyn,
    Logginnsyn,
    Relasjon,
    may,
    rolleblikk,
)
from samvern.apps.saker.actions import (
    aapne_noedtilgang,
    aapne_stengt_sak,
    etterkontroller_noedtilgang,
    feilfoer_hendelse,
    korriger_hendelse,
    opprett_sak,
    registrer_hendelse,
    steng_sak,
)
from samvern.apps.saker.actions.opprett_sak import HarSak, har_saker
from samvern.apps.saker.arbeidsliste import DAGER, GRUPPER, arbeidsliste, group_of
from samvern.apps.saker.bilder import (
    FAAR,
    MISTER,
    Arbeidsliste,
    Deltakerbilde,
    Endring,
    Endringsbilde,
    Hendelsesfelt,
    Hendelsesrad,
    Hvem,
    Lesningsrad,
    Oppgaverad,
    Plasseringsbilde,
    Registerside,
    Saksbilde,
    Saksrad,
    anker,
)
from samvern.apps.saker.felt import Feltslag, Saksfelt
from samvern.apps.saker.foering import ENDRET_I_MENS, EndretIMens
from samvern.apps.saker.forsoek import AVVIK_KREVES, FEIL_TILSTAND
from samvern.apps.saker.hendelsestyper import SAKSARTER, Saksart
from samvern.apps.saker.innsending import Lagret
from samvern.apps.saker.koder import (
    AVSLUTTET,
    DELTAKERNAVN,
    INNHOLDSNAVN,
    KILDENAVN,
    STATUSNAVN,
    Deltakerslag,
    Innhold,
    Kilde,
    Saksstatus,
    Virkning,
)
from samvern.apps.saker.masker import soekbare_felt
from samvern.apps.saker.noedkoder import (
    GRUNNAVN,
    KORTESTE_BEGRUNNELSE,
    LENGSTE_BEGRUNNELSE,
    UTFALLSNAVN,
    VARIGHET,
    Noedgrunn,
    Utfall,
)
from samvern.apps.saker.oppgavetall import oppgaver_i_dag
from samvern.apps.saker.oppgavetekster import PART
from samvern.apps.saker.plassering import FORMNAVN
from samvern.apps.saker.projection import check as sjekk_sak
from samvern.apps.saker.projection import every_case as alle_saker
from samvern.apps.saker.projection import rebuild as bygg_opp_sak
from samvern.apps.saker.projection import refresh as oppfrisk
from samvern.apps.saker.register import (
    SORTERING,
    STOERRELSER,
    Utvalg,
    alle,
    finn,
    register,
)
from samvern.apps.saker.saksside import (
    felt_vist,
    historikk,
    lesere_av,
    person_of,
    saksbilde,
    saksnummer,
)
from samvern.apps.saker.sperremodell import SPERREGRUNNER
from samvern.apps.saker.valg import valg_for

__all__ = [
    "AVSLUTTET",
    "AVVIK_KREVES",
    "DAGER",
    "DELTAKERNAVN",
    "ENDRET_I_MENS",
    "FAAR",
    "FEIL_TILSTAND",
    "FORMNAVN",
    "GRUNNAVN",
    "GRUPPER",
    "INNHOLDSNAVN",
    "KILDENAVN",
    "KORTESTE_BEGRUNNELSE",
    "LENGSTE_BEGRUNNELSE",
    "MISTER",
    "PART",
    "SAKSARTER",
    "SORTERING",
    "SPERREGRUNNER",
    "STATUSNAVN",
    "STOERRELSER",
    "UTFALLSNAVN",
    "VARIGHET",
    "Arbeidsliste",
    "Blikk",
    "Deltakerbilde",
    "Deltakerslag",
    "EndretIMens",
    "Endring",
    "Endringsbilde",
    "Feltslag",
    "Grunnlag",
    "Handling",
    "HarSak",
    "Hendelsesfelt",
    "Hendelsesrad",
    "Hvem",
    "Innhold",
    "Innsyn",
    "Kilde",
    "Lagret",
    "Lesningsrad",
    "Logginnsyn",
    "Noedgrunn",
    "Oppgaverad",
    "Plasseringsbilde",
    "Registerside",
    "Relasjon",
    "Saksart",
    "Saksbilde",
    "Saksfelt",
    "Saksrad",
    "Saksstatus",
    "Utfall",
    "Utvalg",
    "Virkning",
    "aapne_noedtilgang",
    "aapne_stengt_sak",
    "alle",
    "alle_saker",
    "anker",
    "arbeidsliste",
    "bygg_opp_sak",
    "etterkontroller_noedtilgang",
    "feilfoer_hendelse",
    "felt_vist",
    "finn",
    "group_of",
    "har_saker",
    "historikk",
    "korriger_hendelse",
    "lesere_av",
    "may",
    "noed",
    "oppfrisk",
    "oppgaver_i_dag",
    "opprett_sak",
    "person_of",
    "register",
    "registrer_hendelse",
    "rolleblikk",
    "saksbilde",
    "saksnummer",
    "sjekk_sak",
    "soekbare_felt",
    "sperre",
    "steng_sak",
    "valg_for",
]
