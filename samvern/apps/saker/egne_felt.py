"""The register's own fields, used by one or more event types (N-5.1–5.3, N-1.4, N-1.3)."""

from samvern.apps.saker.felt import Feltslag, own
from samvern.law.text import Text

TYPE_DOM = (
    ("tidsubestemt", Text("Tidsubestemt", "Tidsubestemt")),
    ("tidsbestemt", Text("Tidsbestemt", "Tidsbestemt")),
)
OPPHOLD = (
    ("doegn", Text("Med døgnopphold", "Med døgnopphald")),
    ("uten_doegn", Text("Uten døgnopphold", "Utan døgnopphald")),
)
KOM_FRA = (
    ("varetekt", Text("Varetekt", "Varetekt")),
    ("institusjon", Text("En annen institusjon", "Ein annan institusjon")),
    ("fri", Text("På fri fot", "På frifot")),
    ("ukjent", Text("Ikke kjent", "Ikkje kjent")),
)

DOMSTYPE = own("domstype", Feltslag.KODE, Text("Type dom", "Type dom"), koder=TYPE_DOM)
PAASTAND = own("paastand", Feltslag.KODE, Text("Påstand om", "Påstand om"), koder=TYPE_DOM)
EMBETE = own(
    "embete",
    Feltslag.VIRKSOMHET,
    Text("Statsadvokatembete", "Statsadvokatembete"),
    virksomhetsslag=("statsadvokatembete", "nasjonalt_embete"),
)
POLITIDISTRIKT = own(
    "politidistrikt",
    Feltslag.VIRKSOMHET,
    Text("Politidistrikt", "Politidistrikt"),
    virksomhetsslag=("politidistrikt",),
)
RETTEN = own(
    "domstol_virksomhet",
    Feltslag.VIRKSOMHET,
    Text("Hvilken domstol", "Kva domstol"),
    paakrevd=False,
    virksomhetsslag=("tingrett", "lagmannsrett", "hoeyesterett"),
)
RETTENS_SAKSNR = own(
    "domstolens_saksnr",
    Feltslag.TEKST,
    Text("Domstolens saksnummer", "Saksnummeret til domstolen"),
    hjelp=Text(
        "Som 26-123456MED-TOSL/01. Må være med på den første dommen. Aldri navn.",
        "Som 26-123456MED-TOSL/01. Må vere med på den første dommen. Aldri namn.",
    ),
    paakrevd=False,
)
GRUNN = own(
    "utilregnelighetsgrunn",
    Feltslag.KODE,
    Text("Utilregnelighetsgrunn", "Grunn til utilreknelegheit"),
    hjelp=Text(
        "Straffeloven § 20, slik den var da dommen falt. Før 1. oktober 2015: straffeloven 1902 "
        "§ 44.",
        "Straffelova § 20, slik ho var då dommen fall. Før 1. oktober 2015: straffelova 1902 § 44.",
    ),
    kodeverk="utilregnelighetsgrunn",
)
FAREGRAD = own(
    "faregrad",
    Feltslag.KODE,
    Text("Faren for nye lovbrudd", "Faren for nye lovbrot"),
    hjelp=Text(
        "Slik retten beskriver den (strl § 62). Tidsbestemt krever særlig nærliggende fare.",
        "Slik retten skildrar han (strl § 62). Tidsbestemt krev særleg nærliggjande fare.",
    ),
    paakrevd=False,
    koder=(
        ("naerliggende", Text("Nærliggende", "Nærliggjande")),
        ("saerlig_naerliggende", Text("Særlig nærliggende", "Særleg nærliggjande")),
    ),
)
KATEGORIER = own(
    "lovbrudd",
    Feltslag.KODELISTE,
    Text("Lovbrudd", "Lovbrot"),
    hjelp=Text(
        "Det dommen gjelder. Den første dommen på tidsubestemt reaksjon må ha minst ett.",
        "Det dommen gjeld. Den første dommen på tidsubestemt reaksjon må ha minst eitt.",
    ),
    kodeverk="lovbrudd",
    paakrevd=False,
)
ANTALL_LOVBRUDD = own(
    "antall_lovbrudd",
    Feltslag.HELTALL,
    Text("Antall lovbrudd", "Talet på lovbrot"),
    hjelp=Text(
        "Hvor mange lovbrudd dommen gjelder. Tidsbestemt reaksjon krever gjentatte lovbrudd.",
        "Kor mange lovbrot dommen gjeld. Tidsbestemt reaksjon krev gjentekne lovbrot.",
    ),
    paakrevd=False,
)._replace(minst=1, hoeyst=999)
FULLBYRDET = own(
    "fullbyrdet",
    Feltslag.KODE,
    Text("Forsøk eller fullbyrdet", "Forsøk eller fullført"),
    hjelp=Text(
        "Straffeloven § 62 første ledd gjelder også forsøk.",
        "Straffelova § 62 første ledd gjeld også forsøk.",
    ),
    paakrevd=False,
    koder=(
        ("fullbyrdet", Text("Fullbyrdet", "Fullført")),
        ("forsoek", Text("Forsøk", "Forsøk")),
        ("begge", Text("Både forsøk og fullbyrdet", "Både forsøk og fullført")),
    ),
)
RHF = own(
    "rhf",
    Feltslag.VIRKSOMHET,
    Text("Regionalt helseforetak", "Regionalt helseføretak"),
    virksomhetsslag=("rhf",),
)
HELSEFORETAK = own(
    "helseforetak",
    Feltslag.VIRKSOMHET,
    Text("Helseforetak", "Helseføretak"),
    paakrevd=False,
    virksomhetsslag=("helseforetak", "privat_sykehus"),
)
INSTITUSJON = own(
    "institusjon",
    Feltslag.VIRKSOMHET,
    Text("Institusjon", "Institusjon"),
    virksomhetsslag=("institusjon", "helseforetak", "privat_sykehus"),
)
ENHET = own("enhet", Feltslag.ENHET, Text("Enhet", "Eining"), paakrevd=False)
NIVAA = own(
    "sikkerhetsnivaa",
    Feltslag.KODE,
    Text("Sikkerhetsnivå", "Tryggleiksnivå"),
    paakrevd=False,
    kodeverk="sikkerhetsnivaa",
)
DOERTYPE = own(
    "doertype",
    Feltslag.KODE,
    Text("Låst eller åpen avdeling", "Låst eller open avdeling"),
    hjelp=Text("Begge er døgnopphold.", "Begge er døgnopphald."),
    paakrevd=False,
    koder=(
        ("laast", Text("Låst", "Låst")),
        ("aapen", Text("Åpen", "Open")),
    ),
)
FORM = own("oppholdsform", Feltslag.KODE, Text("Oppholdsform", "Opphaldsform"), koder=OPPHOLD)
FRA_HVOR = own("kom_fra", Feltslag.KODE, Text("Kom fra", "Kom frå"), koder=KOM_FRA, paakrevd=False)
FAGLIG_ANSVARLIG = own(
    "faglig_ansvarlig", Feltslag.BRUKER, Text("Faglig ansvarlig", "Fagleg ansvarleg")
)
SAKSBEHANDLER = own(
    "saksbehandler", Feltslag.BRUKER, Text("Saksbehandler i NK", "Saksbehandlar i NK")
)
KOMMISJON = own(
    "kontrollkommisjon",
    Feltslag.VIRKSOMHET,
    Text("Kontrollkommisjon", "Kontrollkommisjon"),
    virksomhetsslag=("kontrollkommisjon",),
)
STATSFORVALTER = own(
    "statsforvalter",
    Feltslag.VIRKSOMHET,
    Text("Statsforvalter", "Statsforvaltar"),
    virksomhetsslag=("statsforvalter",),
)
MELDT_TIL = own(
    "meldt_til",
    Feltslag.KODELISTE,
    Text("Meldt til", "Meldt til"),
    hjelp=Text(
        "Hvem som har fått beskjed. Varsel til fornærmede føres ikke her.",
        "Kven som har fått beskjed. Varsel til fornærma blir ikkje ført her.",
    ),
    paakrevd=False,
    koder=(
        ("politi", Text("Politiet", "Politiet")),
        ("statsadvokat", Text("Statsadvokaten", "Statsadvokaten")),
    ),
)
VESENTLIG = own(
    "vesentlig",
    Feltslag.JA_NEI,
    Text("Vesentlig endring", "Vesentleg endring"),
    hjelp=Text(
        "Kan den ha vesentlig betydning for samfunnsvernet, varsles statsadvokaten skriftlig. Nei "
        "ved permisjon uten følge, eller fra låst til åpen avdeling, må begrunnes i merknaden.",
        "Kan ho ha mykje å seie for samfunnsvernet, blir statsadvokaten varsla skriftleg. Nei ved "
        "permisjon utan følgje, eller frå låst til open avdeling, må grunngivast i merknaden.",
    ),
)
SAERLIGE_HENSYN = own(
    "konsultasjon",
    Feltslag.KODE,
    Text("Konsultert påtalemyndigheten?", "Konsultert påtalemakta?"),
    hjelp=Text(
        "Når særlige hensyn tilsier det, skal påtalemyndigheten konsulteres først (phvl § 5-3 "
        "tredje ledd, fra 1. oktober 2020). «Ikke kjent» er for den som gjengir det en annen har "
        "bestemt.",
        "Når særlege omsyn tilseier det, skal påtalemakta konsulterast først (phvl § 5-3 tredje "
        "ledd, frå 1. oktober 2020). «Ikkje kjent» er for den som attgir det ein annan har "
        "bestemt.",
    ),
    paakrevd=False,
    koder=(
        ("ikke_saerlige_hensyn", Text("Ingen særlige hensyn", "Ingen særlege omsyn")),
        ("konsultert", Text("Konsultert før", "Konsultert før")),
        (
            "ikke_konsultert",
            Text("Ikke konsultert (skriv hvorfor)", "Ikkje konsultert (skriv kvifor)"),
        ),
        (
            "ikke_kjent",
            Text("Ikke kjent", "Ikkje kjent"),
        ),
    ),
)
