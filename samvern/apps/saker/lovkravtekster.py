"""What `lovkrav` says at the field: what is wrong, and which entry tells it truthfully."""

from samvern.law.text import Text

BARE_TIDSBESTEMT = Text(
    "Bare en tidsbestemt reaksjon tar slutt når lengstetiden er ute. En tidsubestemt varer til "
    "påtalemyndigheten eller retten avgjør at den skal opphøre.",
    "Berre ein tidsbestemt reaksjon tek slutt når lengstetida er ute. Ein tidsubestemt varer til "
    "påtalemakta eller retten avgjer at han skal ta slutt.",
)
IKKE_UTE = Text(
    "Tre år etter dommen er ikke gått denne dagen.",
    "Tre år etter dommen er ikkje gått denne dagen.",
)
TIDSBESTEMT_FARE = Text(
    "Ved tidsbestemt reaksjon må faren være særlig nærliggende. Sjekk type dom og fare. Står det "
    "slik i dommen, skriv det i merknaden.",
    "Ved tidsbestemt reaksjon må faren vere særleg nærliggjande. Sjekk type dom og fare. Står det "
    "slik i dommen, skriv det i merknaden.",
)
INNLAGT = Text(
    "Dommen settes i verk med døgnopphold. Overgang til vern uten døgnopphold er en overføring.",
    "Dommen blir sett i verk med døgnopphald. Overgang til vern utan døgnopphald er ei overføring.",
)
IKKE_INTERN = Text(
    "Skifte mellom vern med og uten døgnopphold er en overføring etter § 5-4, som kan påklages. "
    "Registrer vedtaket og at overføringen er gjennomført.",
    "Skifte mellom vern med og utan døgnopphald er ei overføring etter § 5-4, som ein kan klage "
    "på. Registrer vedtaket og at overføringa er gjennomført.",
)
IKKE_VEDTAKET = Text(
    "Det passer ikke med vedtaket overføringen bygger på. Sjekk oppholdsformen og vedtaket. Ble "
    "det slik likevel, skriv hvorfor i merknaden.",
    "Det passar ikkje med vedtaket overføringa byggjer på. Sjekk opphaldsforma og vedtaket. Vart "
    "det slik likevel, skriv kvifor i merknaden.",
)
SI_HVORFOR = Text(
    "Skriv hvorfor påtalemyndigheten ikke ble konsultert.",
    "Skriv kvifor påtalemakta ikkje vart konsultert.",
)
DU_BESTEMMER = Text(
    "Det er du som konsulterer. Velg om du har gjort det.",
    "Det er du som konsulterer. Vel om du har gjort det.",
)
SKRIV_SAKSNR = Text(
    "Skriv domstolens saksnummer. Det står først i dommen.",
    "Skriv saksnummeret til domstolen. Det står først i dommen.",
)
VELG_LOVBRUDD = Text(
    "Velg minst ett lovbrudd som krenket andres liv, helse eller frihet, eller kunne sette dem i "
    "fare. En dom på tidsubestemt reaksjon bygger på det. Nevner dommen bare andre lovbrudd, velg "
    "dem og skriv det i merknaden.",
    "Vel minst eitt lovbrot som krenkte liv, helse eller fridom hos andre, eller kunne setje dei i "
    "fare. Ein dom på tidsubestemt reaksjon byggjer på det. Nemner dommen berre andre lovbrot, vel "
    "dei og skriv det i merknaden.",
)
GJENTATTE = Text(
    "Tidsbestemt reaksjon krever gjentatte lovbrudd, altså minst to. Sjekk type dom og antall. "
    "Gjelder dommen bare ett, skriv det i merknaden.",
    "Tidsbestemt reaksjon krev gjentekne lovbrot, altså minst to. Sjekk type dom og tal. Gjeld "
    "dommen berre eitt, skriv det i merknaden.",
)
OPPGI_FAREN = Text(
    "Velg faren for nye lovbrudd. Ved tidsbestemt reaksjon må den være særlig nærliggende.",
    "Vel faren for nye lovbrot. Ved tidsbestemt reaksjon må han vere særleg nærliggjande.",
)
OPPGI_ANTALL = Text(
    "Skriv hvor mange lovbrudd dommen gjelder. Tidsbestemt reaksjon krever minst to.",
    "Skriv kor mange lovbrot dommen gjeld. Tidsbestemt reaksjon krev minst to.",
)
OPPGI_TILTAK = Text(
    "Velg minst ett tiltak som var prøvd før dommen.",
    "Vel minst eitt tiltak som var prøvd før dommen.",
)
IKKE_VESENTLIG = Text(
    "Skriv hvorfor endringen ikke er vesentlig. Er den det, svar ja og varsle statsadvokaten.",
    "Skriv kvifor endringa ikkje er vesentleg. Er ho det, svar ja og varsle statsadvokaten.",
)
BEGRUNN_BEHANDLING = Text(
    "Skriv hvor i vedtaket hensynet til behandlingen er vurdert.",
    "Skriv kvar i vedtaket omsynet til behandlinga er vurdert.",
)
BEGRUNN_SAMFUNNSVERN = Text(
    "Skriv hvor i vedtaket behovet for å beskytte samfunnet er vurdert.",
    "Skriv kvar i vedtaket behovet for å verne samfunnet er vurdert.",
)
BESKRIV_OPPLEGGET = Text(
    "Skriv hvor i vedtaket opplegget der personen skal, er beskrevet.",
    "Skriv kvar i vedtaket opplegget der personen skal, er skildra.",
)
FOER_VEDTAKET = Text(
    "Overføringen kan ikke være planlagt før vedtaket.",
    "Overføringa kan ikkje vere planlagd før vedtaket.",
)
FOER_KLAGEFRISTEN = Text(
    "Da er klagefristen ikke ute. Godtar alle partene vedtaket før det, registrer det.",
    "Då er klagefristen ikkje ute. Godtek alle partane vedtaket før det, registrer det.",
)
I_TRE_UKER = Text(
    "De første tre ukene skal være med døgnopphold.",
    "Dei første tre vekene skal vere med døgnopphald.",
)
INGEN_KLAGE = Text(
    "Ingen klage over dette vedtaket er registrert den dagen. Registrer klagen først.",
    "Inga klage over dette vedtaket er registrert den dagen. Registrer klaga først.",
)
IKKE_PART = Text(
    "Et vedtak om overføring kan påklages av den domfelte, nærmeste pårørende og "
    "påtalemyndigheten. Sjekk part. Har en annen klaget, skriv det i merknaden.",
    "Eit vedtak om overføring kan den domfelte, nærmaste pårørande og påtalemakta klage på. Sjekk "
    "part. Har nokon annan klaga, skriv det i merknaden.",
)
IKKE_KLAGET = Text(
    "Ingen klage fra denne parten over vedtaket er registrert den dagen. Sjekk part og vedtak.",
    "Inga klage frå denne parten over vedtaket er registrert den dagen. Sjekk part og vedtak.",
)
IKKE_BEGJAERT = Text(
    "Begjæringen kom fra en annen part. Bare den som begjærte, kan trekke den.",
    "Kravet kom frå ein annan part. Berre den som sette fram kravet, kan trekkje det.",
)
FOER_BEGJAERINGEN = Text(
    "Begjæringen var ikke fremsatt denne dagen. Sjekk begge datoene.",
    "Kravet var ikkje sett fram denne dagen. Sjekk begge datoane.",
)
UENIGHET_OPPHEVET = Text(
    "Psykisk helsevernloven § 5-8 ble opphevet 1. oktober 2020. Etter det avgjør ikke "
    "Helsedirektoratet slik uenighet.",
    "Psykisk helsevernlova § 5-8 vart oppheva 1. oktober 2020. Etter det avgjer ikkje "
    "Helsedirektoratet slik usemje.",
)
BARE_ETTERLATTE = Text("Fylles bare ut for etterlatte.", "Skal berre fyllast ut for etterlatne.")
VARSLET_MOT_OENSKE = Text(
    "Mottakeren har sagt at hun eller han ikke vil bli varslet. Skriv hvorfor varselet ble sendt.",
    "Mottakaren har sagt at ho eller han ikkje vil bli varsla. Skriv kvifor varselet vart sendt.",
)
TIDSBESTEMT_5_6 = Text(
    "Det er uklart om § 5-6 kunne brukes ved tidsbestemt reaksjon. Skriv hvorfor den ble brukt.",
    "Det er uklart om § 5-6 kunne brukast ved tidsbestemt reaksjon. Skriv kvifor han vart brukt.",
)
