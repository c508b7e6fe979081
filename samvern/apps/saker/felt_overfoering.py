"""The register's own fields of a decision on transfer (N-14.2, N-6.7, N-7.7).

The register holds where in the decision the reasons stand, never the words: what is written about
somebody's health stays in the record of the institution (§ 5-2 b fourth paragraph, principle P3).
"""

from samvern.apps.saker.felt import Feltslag, own
from samvern.law.text import Text

BEHANDLING = own(
    "begrunnelse_behandling",
    Feltslag.TEKST,
    Text("Begrunnelse: behandlingen", "Grunngiving: behandlinga"),
    hjelp=Text(
        "Hvor i vedtaket hensynet til behandlingen er vurdert, som «pkt. 3.1» (phvl § 5-3 annet "
        "ledd). Faglig ansvarlig må fylle ut. Skriv aldri helseopplysninger her.",
        "Kvar i vedtaket omsynet til behandlinga er vurdert, som «pkt. 3.1» (phvl § 5-3 andre "
        "ledd). Fagleg ansvarleg må fylle ut. Skriv aldri helseopplysningar her.",
    ),
    paakrevd=False,
)
SAMFUNNSVERN = own(
    "begrunnelse_samfunnsvern",
    Feltslag.TEKST,
    Text("Begrunnelse: vern av samfunnet", "Grunngiving: vern av samfunnet"),
    hjelp=Text(
        "Hvor i vedtaket behovet for å beskytte samfunnet er vurdert, som «pkt. 3.2» (phvl § 5-3 "
        "annet ledd). Faglig ansvarlig må fylle ut.",
        "Kvar i vedtaket behovet for å verne samfunnet er vurdert, som «pkt. 3.2» (phvl § 5-3 "
        "andre ledd). Fagleg ansvarleg må fylle ut.",
    ),
    paakrevd=False,
)
OPPLEGG = own(
    "mottakende_opplegg",
    Feltslag.TEKST,
    Text("Opplegget hos mottakeren", "Opplegget hos mottakaren"),
    hjelp=Text(
        "Hvor i vedtaket behandlingsopplegget der personen skal, er beskrevet. Faglig ansvarlig "
        "må fylle ut.",
        "Kvar i vedtaket behandlingsopplegget der personen skal, er skildra. Fagleg ansvarleg må "
        "fylle ut.",
    ),
    paakrevd=False,
)
MOTTAKER = own(
    "mottakende_faglig_ansvarlig",
    Feltslag.BRUKER,
    Text("Mottakende faglig ansvarlig", "Mottakande fagleg ansvarleg"),
    hjelp=Text(
        "Den som skal overta. Den som er faglig ansvarlig nå, er det til overtakelsen er "
        "registrert, og først da får mottakeren se saken.",
        "Den som skal overta. Den som er fagleg ansvarleg no, er det til overtakinga er "
        "registrert, og først då får mottakaren sjå saka.",
    ),
    paakrevd=False,
)
PLANLAGT = own(
    "planlagt_dato",
    Feltslag.DATO,
    Text("Planlagt overført", "Planlagt overført"),
    hjelp=Text(
        "Tidligst når klagefristen er ute. Bare vedtak som haster eller gjelder døgnopphold i "
        "stedet for vern uten døgnopphold, kan settes i verk før (phvl § 5-4).",
        "Tidlegast når klagefristen er ute. Berre vedtak som hastar eller gjeld døgnopphald i "
        "staden for vern utan døgnopphald, kan setjast i verk før (phvl § 5-4).",
    ),
    paakrevd=False,
)
OVERFOERINGSFELT = (BEHANDLING, SAMFUNNSVERN, OPPLEGG, MOTTAKER, PLANLAGT)
