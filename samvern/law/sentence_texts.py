"""The words of reasons, findings, notes and missing facts: bokmål and nynorsk side by side.

`{dag}` is a date in words, `{dager}` a number of days in words. A code is stable; its words are
not.
"""

from samvern.law.text import Text

STATUSORD: dict[str, Text] = {
    "loeper": Text("Løper", "Går"),
    "over_nominell": Text("Over nominell dato", "Over nominell dato"),
    "oversittet": Text("Over fristen", "Over fristen"),
    "naadd": Text("Nådd", "Nådd"),
    "oppfylt": Text("Oppfylt", "Oppfylt"),
    "oppfylt_for_sent": Text("Oppfylt for sent", "Oppfylt for seint"),
    "ikke_aapnet": Text("Ikke åpnet", "Ikkje opna"),
    "aapen": Text("Åpen", "Open"),
    "brukt": Text("Brukt", "Brukt"),
    "sperret": Text("Sperret", "Sperra"),
    "foreslaatt": Text("Foreslått", "Foreslått"),
    "frafalt": Text("Frafalt", "Fråfalle"),
    "bortfalt": Text("Falt bort", "Falle bort"),
    "utloept": Text("Utløpt", "Gått ut"),
    "suspendert": Text("Midlertidig opphørt", "Mellombels opphøyrd"),
    "maa_avgjoeres": Text("Må avgjøres", "Må avgjerast"),
}

GRUNNER: dict[str, Text] = {
    "ANKE_I_TIDE": Text("Anken ble sendt {dag}, i tide.", "Anken vart send {dag}, i tide."),
    "ANKE_FOR_SENT": Text("Anken ble sendt {dag}, for sent.", "Anken vart send {dag}, for seint."),
    "KLAGE_I_TIDE": Text("Klagen ble sendt {dag}, i tide.", "Klaga vart send {dag}, i tide."),
    "KLAGE_FOR_SENT": Text(
        "Klagen ble sendt {dag}, for sent.", "Klaga vart send {dag}, for seint."
    ),
    "PASIENTKLAGE_I_TIDE": Text(
        "Klagen ble sendt {dag}, i tide.", "Klaga vart send {dag}, i tide."
    ),
    "PASIENTKLAGE_FOR_SENT": Text(
        "Klagen ble sendt {dag}, for sent.", "Klaga vart send {dag}, for seint."
    ),
    "DOM_VEDTATT": Text("Parten vedtok dommen {dag}.", "Parten vedtok dommen {dag}."),
    "VEDTAK_AKSEPTERT": Text("Parten godtok vedtaket {dag}.", "Parten godtok vedtaket {dag}."),
    "INGEN_ANKE": Text(
        "Fristen går fra {dag}. Ingen anke er registrert.",
        "Fristen går frå {dag}. Ingen anke er registrert.",
    ),
    "INGEN_KLAGE": Text(
        "Fikk vedtaket {dag}. Ingen klage er registrert.",
        "Fekk vedtaket {dag}. Inga klage er registrert.",
    ),
    "KLAGE_TRUKKET": Text(
        "Fikk vedtaket {dag}. Klagen er trukket.", "Fekk vedtaket {dag}. Klaga er trekt."
    ),
    "INGEN_HAR_KLAGET": Text("Ingen klage er registrert.", "Inga klage er registrert."),
    "ANKET_I_TIDE": Text(
        "Dommen er anket i tide, så datoen kan ikke fastsettes.",
        "Dommen er anka i tide, så datoen kan ikkje fastsetjast.",
    ),
    "MANGLER_STARTPUNKT": Text(
        "Det er ikke registrert når ankefristen begynte, så datoen kan ikke fastsettes.",
        "Det er ikkje registrert når ankefristen tok til, så datoen kan ikkje fastsetjast.",
    ),
    "FORESLAATT_NAADD": Text(
        "Begge parter er ferdige. Påtalemyndigheten bekrefter datoen.",
        "Begge partar er ferdige. Påtalemakta stadfester datoen.",
    ),
    "FORESLAATT_IKKE_NAADD": Text(
        "Dagen kommer hvis ingen anker.", "Dagen kjem dersom ingen ankar."
    ),
    "INNLAGT_I_TIDE": Text("Innlagt {dag}, i tide.", "Innlagd {dag}, i tide."),
    "INNLAGT_SENT": Text("Innlagt {dag}, {dager} for sent.", "Innlagd {dag}, {dager} for seint."),
    "IKKE_INNLAGT": Text("Ingen innleggelse er registrert.", "Inga innlegging er registrert."),
    "MINSTETID_LOEPER": Text(
        "Døgnoppholdet skal vare til og med denne dagen.",
        "Døgnopphaldet skal vare til og med denne dagen.",
    ),
    "MINSTETID_OVER": Text("De tre ukene er gått.", "Dei tre vekene er gått."),
    "SENDT_I_TIDE": Text("Sendt {dag}, i tide.", "Sendt {dag}, i tide."),
    "SENDT_FOR_SENT": Text("Sendt {dag}, {dager} for sent.", "Sendt {dag}, {dager} for seint."),
    "IKKE_SENDT": Text("Ikke registrert sendt.", "Ikkje registrert sendt."),
    "OPPHOERT": Text("Reaksjonen opphørte {dag}.", "Reaksjonen tok slutt {dag}."),
    "OPPHOERT_FOR_SENT": Text(
        "Reaksjonen opphørte {dag}, for sent.", "Reaksjonen tok slutt {dag}, for seint."
    ),
    "OPPHOERT_ETTER_NOMINELL": Text(
        "Reaksjonen opphørte {dag}, etter datoen Samvern viser, men innen loven.",
        "Reaksjonen tok slutt {dag}, etter datoen Samvern viser, men innan lova.",
    ),
    "UNDERSKREVET": Text("Underskrevet {dag}, i tide.", "Underskrive {dag}, i tide."),
    "UNDERSKREVET_ETTER_NOMINELL": Text(
        "Underskrevet {dag}, etter datoen Samvern viser, men innen loven.",
        "Underskrive {dag}, etter datoen Samvern viser, men innan lova.",
    ),
    "UNDERSKREVET_FOR_SENT": Text(
        "Underskrevet {dag}, {dager} over fristen.", "Underskrive {dag}, {dager} over fristen."
    ),
    "UNDERSKREVET_ETTER_RETUR": Text(
        "Underskrevet {dag}, etter retur. Treårsdatoen kom mens den domfelte var ute av riket, og "
        "straffeloven § 65 femte ledd åpner for saken. En jurist må avgjøre.",
        "Underskrive {dag}, etter retur. Treårsdatoen kom medan den domfelte var ute av riket, og "
        "straffelova § 65 femte ledd opnar for saka. Ein jurist må avgjere.",
    ),
    "INGEN_UNDERSKRIFT": Text(
        "Ingen underskrift og intet opphør er registrert.",
        "Inga underskrift og ikkje noko opphøyr er registrert.",
    ),
    "UTE_AV_RIKET": Text("Ute av riket siden {dag}.", "Ute av riket sidan {dag}."),
    "VAR_UTE_AV_RIKET": Text(
        "Den domfelte var ute av riket denne dagen.", "Den domfelte var ute av riket denne dagen."
    ),
    "DATOEN_FALT_I_FRAVAER": Text(
        "Datoen kom mens den domfelte var ute av riket. En jurist må avgjøre hva som gjelder.",
        "Datoen kom medan den domfelte var ute av riket. Ein jurist må avgjere kva som gjeld.",
    ),
    "OPPHOER_IKKE_REGISTRERT": Text(
        "Intet opphør er registrert.", "Ikkje noko opphøyr er registrert."
    ),
    "BEGJAERT": Text("Begjært {dag}.", "Kravt {dag}."),
    "RETTEN_ER_AAPEN": Text("Datoen er nådd.", "Datoen er nådd."),
    "RETTEN_ER_IKKE_AAPEN": Text("Datoen er ikke nådd.", "Datoen er ikkje nådd."),
    "HASTER": Text(
        "Vedtaket sier at overføringen er uomgjengelig nødvendig og må skje raskt.",
        "Vedtaket seier at overføringa er uomgjengeleg nødvendig og må skje raskt.",
    ),
    "TIL_DOEGN": Text(
        "Overføring fra uten døgnopphold til døgnopphold trenger ikke vente på klagefristen.",
        "Overføring frå utan døgnopphald til døgnopphald treng ikkje vente på klagefristen.",
    ),
    "MEDHOLD": Text(
        "Klagen fikk medhold {dag}, så vedtaket gjennomføres ikke.",
        "Klaga fekk medhald {dag}, så vedtaket blir ikkje gjennomført.",
    ),
    "MANGLER_MOTTATT": Text(
        "Mottak er ikke registrert for alle, så fristen løper ikke mot dem.",
        "Mottak er ikkje registrert for alle, så fristen går ikkje mot dei.",
    ),
    "KLAGE_TIL_BEHANDLING": Text(
        "En klage i tide er ikke avgjort.", "Ei klage i tide er ikkje avgjord."
    ),
    "ALLE_FERDIGE": Text("Alle parter var ferdige {dag}.", "Alle partar var ferdige {dag}."),
    "ALLE_FERDIGE_DEN": Text(
        "Alle parter er ferdige {dag}, hvis ingen klager.",
        "Alle partar er ferdige {dag}, dersom ingen klagar.",
    ),
    "GRENSEN_ER_IKKE_NAADD": Text("Ett år er ikke gått.", "Eitt år er ikkje gått."),
    "GRENSEN_ER_PASSERT": Text("Mer enn ett år er gått.", "Meir enn eitt år er gått."),
    "AVGJORT_I_TIDE": Text("Avgjort {dag}, i tide.", "Avgjord {dag}, i tide."),
    "AVGJORT_FOR_SENT": Text(
        "Avgjort {dag}, {dager} etter to uker. Grunnen skal stå i vedtaket.",
        "Avgjord {dag}, {dager} etter to veker. Grunnen skal stå i vedtaket.",
    ),
    "IKKE_AVGJORT": Text("Ingen avgjørelse er registrert.", "Inga avgjerd er registrert."),
    "AVSLUTTET_I_TIDE": Text(
        "Observasjonen ble avløst eller avsluttet {dag}.",
        "Observasjonen vart avløyst eller avslutta {dag}.",
    ),
    "AVSLUTTET_ETTER_GRENSEN": Text(
        "Observasjonen tok slutt {dag}, etter grensen.",
        "Observasjonen tok slutt {dag}, etter grensa.",
    ),
    "IKKE_AVSLUTTET": Text("Ingen slutt er registrert.", "Ingen slutt er registrert."),
    "FORLENGET": Text("Forlenget {dag}.", "Forlengd {dag}."),
    "INTET_VEDTAK": Text("Intet vedtak er registrert.", "Ikkje noko vedtak er registrert."),
    "VEDTAK_I_TIDE": Text(
        "Vedtaket ble truffet {dag}, i tide.", "Vedtaket vart gjort {dag}, i tide."
    ),
    "VEDTAK_FOR_SENT": Text(
        "Vedtaket ble truffet {dag}, for sent.", "Vedtaket vart gjort {dag}, for seint."
    ),
    "LEGEUTTALELSE_FRA": Text(
        "Legeuttalelsen må være datert denne dagen eller senere.",
        "Legefråsegna må vere datert denne dagen eller seinare.",
    ),
    "PASIENTEN_KLAGET": Text(
        "Pasienten klaget {dag}, så kommisjonen prøver vernet i klagesaken.",
        "Pasienten klaga {dag}, så kommisjonen prøver vernet i klagesaka.",
    ),
    "KONTROLLERT": Text("Kontrollen ble gjort {dag}.", "Kontrollen vart gjord {dag}."),
    "IKKE_KONTROLLERT": Text("Ingen kontroll er registrert.", "Ingen kontroll er registrert."),
    "IKKE_UNDERSOEKT": Text(
        "Ingen nyere undersøkelse er registrert.", "Inga nyare undersøking er registrert."
    ),
    "VERNET_OPPHOERT": Text("Vernet tok slutt {dag}.", "Vernet tok slutt {dag}."),
    "SOEKNAD_MOTTATT": Text("Kommisjonen fikk søknaden {dag}.", "Kommisjonen fekk søknaden {dag}."),
    "INGEN_SOEKNAD": Text("Ingen søknad er registrert.", "Ingen søknad er registrert."),
    "BEGJAERING_TIL_BEHANDLING": Text(
        "Begjæringen om opphør er ikke avgjort.", "Kravet om opphøyr er ikkje avgjort."
    ),
    "I_KRIMINALOMSORGEN": Text(
        "Ingen tilbakeføring er registrert. Plikten gjelder når tilstanden tilsier det, og senest "
        "{dag}.",
        "Inga tilbakeføring er registrert. Plikta gjeld når tilstanden tilseier det, og seinast "
        "{dag}.",
    ),
    "SKULLE_VAERT_TILBAKE": Text(
        "Ingen tilbakeføring er registrert. Alle skulle vært tilbakeført innen {dag}.",
        "Inga tilbakeføring er registrert. Alle skulle vore tilbakeførte innan {dag}.",
    ),
    "KJENT_SLUTT": Text(
        "Reaksjonen opphører senest {dag}. Ønsker fornærmede det, skal de vite det på forhånd.",
        "Reaksjonen tek slutt seinast {dag}. Ønskjer fornærma det, skal dei vite det på førehand.",
    ),
    "SLUTT_PASSERT": Text(
        "Reaksjonen skulle vært opphørt {dag}.", "Reaksjonen skulle ha teke slutt {dag}."
    ),
    "RETUR": Text(
        "Påtalemyndigheten avgjør om reaksjonen skal opprettholdes eller opphøre.",
        "Påtalemakta avgjer om reaksjonen skal haldast ved lag eller ta slutt.",
    ),
    "RETUR_ETTER_SLUTT": Text(
        "Tre år er gått siden overføringsdommen. Reaksjonen kan ikke opprettholdes. "
        "Påtalemyndigheten må konstatere opphør.",
        "Tre år er gått sidan overføringsdommen. Reaksjonen kan ikkje haldast ved lag. "
        "Påtalemakta må konstatere opphøyr.",
    ),
    "RETUR_OVER_TRE_AAR": Text(
        "Påtalemyndigheten avgjør. Det er gått mer enn tre år siden siste dom, så skal reaksjonen "
        "opprettholdes, må saken bringes inn for tingretten.",
        "Påtalemakta avgjer. Det er gått meir enn tre år sidan siste dom, så skal reaksjonen "
        "haldast ved lag, må saka bringast inn for tingretten.",
    ),
    "UNDERRETNING_TIL_KOMMISJONEN": Text(
        "Kommisjonen skal få underretning og kontrollere dokumentene.",
        "Kommisjonen skal få underretning og kontrollere dokumenta.",
    ),
    "UNDERRETNING_TIL_POLITIET": Text(
        "Har politi, kommune eller en annen myndighet begjært vernet, skal den ha vedtaket, "
        "begrunnelsen og klageadgangen.",
        "Har politi, kommune eller ei anna styresmakt sett fram krav, skal ho ha vedtaket, "
        "grunngivinga og klagehøvet.",
    ),
}

FUNN: dict[str, Text] = {
    "A-FRIST-OVERSITTET": Text(
        "Treårsfristen er oversittet. Grunnlaget for å holde på den domfelte er i fare. Varsle "
        "statsadvokaten, faglig ansvarlig og NK straks.",
        "Treårsfristen er ikkje halden. Grunnlaget for å halde på den domfelte er i fare. Varsle "
        "statsadvokaten, fagleg ansvarleg og NK straks.",
    ),
    "A-SLUTT-OVERSITTET": Text(
        "Inngrepet varer eller varte ut over den absolutte grensen.",
        "Inngrepet varer eller varte ut over den absolutte grensa.",
    ),
    "A-GJENNOMFORT-FOR-TIDLIG": Text(
        "Overføringen ble gjennomført før alle parter var ferdige.",
        "Overføringa vart gjennomført før alle partar var ferdige.",
    ),
    "A-DOGNOPPHOLD-BRUTT": Text(
        "Overføring til uten døgnopphold skjedde i de tre første ukene.",
        "Overføring til utan døgnopphald skjedde i dei tre første vekene.",
    ),
    "A-FORLENGET-FOR-SENT": Text(
        "Samtykket til lengre observasjon kom etter at de ti dagene var ute. Det forlenger ikke.",
        "Samtykket til lengre observasjon kom etter dei ti dagane. Det forlengjer ikkje.",
    ),
    "A-SAMTYKKE-FOR-SENT": Text(
        "Kommisjonens samtykke kom etter at vernet skulle være slutt. Det forlenger ikke.",
        "Samtykket frå kommisjonen kom etter at vernet skulle vere slutt. Det forlengjer ikkje.",
    ),
    "W-ETTER-NOMINELL": Text(
        "Det ble handlet etter datoen Samvern viser, men innen siste dag etter loven.",
        "Det vart handla etter datoen Samvern viser, men innan siste dag etter lova.",
    ),
    "W-IKKE-OVERSENDT": Text(
        "Begjæringen er underskrevet, men saken er ikke sendt tingretten. Treårsfristen er "
        "passert.",
        "Kravet er underskrive, men saka er ikkje send tingretten. Treårsfristen er passert.",
    ),
    "W-FOR-TIDLIG": Text(
        "Kom før retten åpnet. Det er registrert. Den som mottar, avgjør om det avvises.",
        "Kom før retten opna. Det er registrert. Mottakaren avgjer om det blir avvist.",
    ),
    "W-MANGLER-MOTTATT": Text(
        "Minst én part mangler mottaksdato. Fristen løper ikke mot den som ikke har fått vedtaket.",
        "Minst éin part manglar mottaksdato. Fristen går ikkje mot den som ikkje har fått "
        "vedtaket.",
    ),
    "W-MANGLER-KLOKKESLETT": Text(
        "Klokkeslettet observasjonen begynte, mangler. Planlegg for dagen før.",
        "Klokkeslettet observasjonen tok til, manglar. Planlegg for dagen før.",
    ),
    "W-FORLENGELSE-KAPPET": Text(
        "Forlengelsen var lengre enn loven tillater. Samvern regner med den lengste lovlige.",
        "Forlenginga var lengre enn lova tillèt. Samvern reknar med den lengste lovlege.",
    ),
    "W-RETTSKRAFT-AVVIK": Text(
        "Registrert rettskraftdato er en annen enn den foreslåtte. Den registrerte styrer.",
        "Registrert rettskraftdato er ein annan enn den foreslåtte. Den registrerte styrer.",
    ),
    "W-OPPHEVET-HJEMMEL": Text(
        "Psykisk helsevernloven § 5-6 ble opphevet 1. oktober 2020 (lov 21. juni 2019 nr. 48). "
        "Et nytt steg kan ikke bygge på den.",
        "Psykisk helsevernlova § 5-6 vart oppheva 1. oktober 2020 (lov 21. juni 2019 nr. 48). Eit "
        "nytt steg kan ikkje byggje på han.",
    ),
    "I-NYE-FORHOLD": Text(
        "Klagen bygger på nye forhold, så sperren på seks måneder gjelder ikke.",
        "Klaga byggjer på nye forhold, så sperra på seks månader gjeld ikkje.",
    ),
    "I-5-6-FLYTTER-IKKE": Text(
        "Dom om overføring til kriminalomsorgen flytter ingen frister.",
        "Dom om overføring til kriminalomsorga flyttar ingen fristar.",
    ),
}

MERKNADER: dict[str, Text] = {
    "STENGT_KONTOR": Text(
        "Ender på julaften eller nyttårsaften. Det er ikke helligdag, men regn med stengt kontor.",
        "Endar på julaftan eller nyttårsaftan. Det er ikkje heilagdag, men rekn med stengt kontor.",
    ),
    "SEN_IVERKSETTELSE": Text(
        "Innleggelsen kom etter rettskraft. Når de tre ukene da starter, er tolkning.",
        "Innlegginga kom etter rettskraft. Når dei tre vekene då startar, er tolking.",
    ),
    "FOER_TREAARSFRISTEN": Text(
        "Rapporten skal brukes før treårsfristen. Samme dag er trolig for sent i praksis.",
        "Rapporten skal brukast før treårsfristen. Same dag er truleg for seint i praksis.",
    ),
    "LOVDATO_ER_IKKE_PLAN": Text(
        "Siste dag etter loven er senere. Ikke planlegg etter den.",
        "Siste dag etter lova er seinare. Ikkje planlegg etter han.",
    ),
    "I_TREUKERSPERIODEN": Text(
        "Vedtaket er truffet i de tre første ukene. Da gir § 5-4 ingen klagerett.",
        "Vedtaket er gjort i dei tre første vekene. Då gir § 5-4 ingen klagerett.",
    ),
    "SENDT_UTEN_UNDERSKRIFT": Text(
        "Saken er registrert sendt tingretten, men underskriften mangler. Etter lovens ord holder "
        "det at saken er brakt inn i tide. Registrer underskriften.",
        "Saka er registrert send tingretten, men underskrifta manglar. Etter orda i lova held det "
        "at saka er bringa inn i tide. Registrer underskrifta.",
    ),
    "SIKKERHETSAVDELING": Text(
        "Overføring til regional sikkerhetsavdeling kan settes i verk selv om vedtaket er "
        "påklaget (psykisk helsevernloven § 4A-3 tredje ledd). Samvern regner ikke med det.",
        "Overføring til regional tryggleiksavdeling kan setjast i verk sjølv om det er klaga "
        "(psykisk helsevernlova § 4A-3 tredje ledd). Samvern reknar ikkje med det.",
    ),
    "VARSLING_UTEN_DOM": Text(
        "Varsling etter § 5-6 c gjelder bare dømte. Sjekk om vedtaket har hjemmel.",
        "Varsling etter § 5-6 c gjeld berre dømde. Sjekk om vedtaket har heimel.",
    ),
    "TO_SAMTYKKER": Text(
        "Et samtykke er gitt før den forrige forlengelsen begynte å løpe. Loven tillater ett år av "
        "gangen. Sjekk om det ene er en retting.",
        "Eit samtykke er gitt før den førre forlenginga tok til å gå. Lova tillèt eitt år om "
        "gongen. Sjekk om det eine er ei retting.",
    ),
    "BARE_ETT_MOTTAK": Text(
        "Bare ett av de to mottakene er registrert. Datoen kan bli tidligere.",
        "Berre eitt av dei to mottaka er registrert. Datoen kan bli tidlegare.",
    ),
    "MOTTATT_FOER_VEDTAKET": Text(
        "Mottaket er datert før vedtaket. Sjekk begge datoene.",
        "Mottaket er datert før vedtaket. Sjekk begge datoane.",
    ),
    "PLANLEGG_DAGEN_FOER": Text(
        "Klokkeslettet mangler. Planlegg for dagen før.",
        "Klokkeslettet manglar. Planlegg for dagen før.",
    ),
    "FORLENGELSE_KAPPET": Text(
        "Samtykket var lengre enn loven tillater.", "Samtykket var lengre enn lova tillèt."
    ),
    "POLITI_TRE_UKER": Text(
        "For politiet er tre uker tolkning: kilden nevner bare hovedregelen.",
        "For politiet er tre veker tolking: kjelda nemner berre hovudregelen.",
    ),
}

MANGLER: dict[str, Text] = {
    "forkynnelse": Text(
        "dagen dommen ble forkynt for domfelte", "dagen dommen vart forkynt for domfelte"
    ),
    "mottatt_paatale": Text("dagen påtalemyndigheten fikk dommen", "dagen påtalemakta fekk dommen"),
    "rettskraft": Text(
        "dagen overføringsdommen ble rettskraftig", "dagen overføringsdommen vart rettskraftig"
    ),
    "mottatt": Text("dagen parten fikk vedtaket", "dagen parten fekk vedtaket"),
}
