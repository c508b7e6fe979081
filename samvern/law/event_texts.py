"""Names and help of event types, fields and codes, bokmål and nynorsk side by side."""

from samvern.law.text import Text

SAKSTYPETEKSTER: dict[str, tuple[Text, Text]] = {
    "tidsubestemt": (
        Text("Tidsubestemt dom", "Tidsubestemt dom"),
        Text(
            "Dom til tvungent psykisk helsevern etter straffeloven § 62 første ledd.",
            "Dom til tvungent psykisk helsevern etter straffelova § 62 første ledd.",
        ),
    ),
    "tidsbestemt": (
        Text("Tidsbestemt dom", "Tidsbestemt dom"),
        Text(
            "Dom etter straffeloven § 62 annet ledd. Reaksjonen opphører senest etter tre år.",
            "Dom etter straffelova § 62 andre ledd. Reaksjonen tek slutt seinast etter tre år.",
        ),
    ),
    "tph": (
        Text("Tvungent vern uten dom", "Tvungent vern utan dom"),
        Text(
            "Tvungen observasjon eller tvungent psykisk helsevern etter kapittel 3.",
            "Tvungen observasjon eller tvungent psykisk helsevern etter kapittel 3.",
        ),
    ),
}

HENDELSETEKSTER: dict[str, tuple[Text, Text]] = {
    "dom_avsagt": (
        Text("Dom avsagt", "Dom avsagd"),
        Text("Dagen retten avsa dommen.", "Dagen retten sa dom."),
    ),
    "dom_forkynt": (
        Text("Dom forkynt for domfelte", "Dom forkynt for domfelte"),
        Text(
            "Dagen dommen ble forkynt. Trengs ikke når domfelte var til stede da den ble avsagt.",
            "Dagen dommen vart forkynt. Trengst ikkje når domfelte var til stades "
            "då han vart sagd.",
        ),
    ),
    "dom_mottatt_paatale": (
        Text("Påtalemyndigheten fikk dommen", "Påtalemakta fekk dommen"),
        Text(
            "Dagen dommen kom inn. Ett innslag for den som kan anke, og ett for aktors kontor. "
            "Var den som kan anke, til stede ved avsigelsen, skriv avsigelsesdagen.",
            "Dagen dommen kom inn. Eitt innslag for den som kan anke, eitt for kontoret til aktor. "
            "Var den som kan anke, til stades då dommen vart sagd, skriv den dagen.",
        ),
    ),
    "dom_vedtatt": (
        Text("Dom vedtatt", "Dom vedteken"),
        Text("Dagen parten vedtok dommen.", "Dagen parten vedtok dommen."),
    ),
    "anke": (
        Text("Anke", "Anke"),
        Text("Dagen anken ble sendt.", "Dagen anken vart send."),
    ),
    "dom_rettskraftig": (
        Text("Dom rettskraftig", "Dom rettskraftig"),
        Text(
            "Den registrerte rettskraftdatoen. Den styrer fristene som regnes fra dommen.",
            "Den registrerte rettskraftdatoen. Han styrer fristane som blir rekna frå dommen.",
        ),
    ),
    "innleggelse": (
        Text("Innlagt", "Innlagd"),
        Text("Første dag med døgnopphold.", "Første dag med døgnopphald."),
    ),
    "helseopplysningsskjema_sendt": (
        Text("Helseopplysningsskjema sendt", "Helseopplysningsskjema sendt"),
        Text(
            "Dagen faglig ansvarlig sendte skjemaet til NK.",
            "Dagen fagleg ansvarleg sende skjemaet til NK.",
        ),
    ),
    "statusrapport_sendt": (
        Text("Statusrapport sendt", "Statusrapport send"),
        Text(
            "Dagen rapporten ble sendt statsadvokaten.",
            "Dagen rapporten vart send statsadvokaten.",
        ),
    ),
    "begjaering_opphoer": (
        Text("Begjæring om opphør", "Krav om opphøyr"),
        Text("Dagen begjæringen ble sendt.", "Dagen kravet vart sendt."),
    ),
    "opprettholdelse_underskrevet": (
        Text("Begjæring om opprettholdelse underskrevet", "Krav om oppretthalding underskrive"),
        Text(
            "Dagen påtalemyndigheten underskrev. Etter praksis avbryter underskriften "
            "treårsfristen.",
            "Dagen påtalemakta skreiv under. Etter praksis avbryt underskrifta treårsfristen.",
        ),
    ),
    "sak_oversendt_retten": (
        Text("Saken sendt tingretten", "Saka send tingretten"),
        Text(
            "Dagen saken om opprettholdelse ble sendt.",
            "Dagen saka om oppretthalding vart send.",
        ),
    ),
    "opphoer": (
        Text("Reaksjonen er opphørt", "Reaksjonen er opphøyrd"),
        Text(
            "Dagen påtalemyndighet eller domstol lot reaksjonen opphøre, eller den domfelte døde.",
            "Dagen påtalemakt eller domstol lét reaksjonen opphøyre, eller den domfelte døydde.",
        ),
    ),
    "overfoeringsvedtak": (
        Text("Vedtak om overføring", "Vedtak om overføring"),
        Text(
            "Dagen faglig ansvarlig traff vedtaket etter § 5-4.",
            "Dagen fagleg ansvarleg gjorde vedtaket etter § 5-4.",
        ),
    ),
    "vedtak_mottatt": (
        Text("Vedtak mottatt", "Vedtak motteke"),
        Text(
            "Dagen underretningen kom frem til parten. For påtalemyndigheten: til statsadvokaten.",
            "Dagen underretninga kom fram til parten. For påtalemakta: til statsadvokaten.",
        ),
    ),
    "vedtak_akseptert": (
        Text("Vedtak godtatt", "Vedtak godteke"),
        Text("Dagen parten godtok vedtaket.", "Dagen parten godtok vedtaket."),
    ),
    "klage": (
        Text("Klage", "Klage"),
        Text("Dagen klagen ble sendt.", "Dagen klaga vart send."),
    ),
    "klage_avgjort": (
        Text("Klage avgjort", "Klage avgjord"),
        Text(
            "Dagen klagesaken ble endelig avgjort.",
            "Dagen klagesaka vart endeleg avgjord.",
        ),
    ),
    "overfoering_gjennomfoert": (
        Text("Overføring gjennomført", "Overføring gjennomført"),
        Text("Dagen personen ble overført.", "Dagen personen vart overført."),
    ),
    "endringsbegjaering": (
        Text("Begjæring om endring", "Krav om endring"),
        Text(
            "Dagen begjæringen etter § 5-5 ble sendt faglig ansvarlig.",
            "Dagen kravet etter § 5-5 vart sendt fagleg ansvarleg.",
        ),
    ),
    "endringsavslag_endelig": (
        Text("Avslag på endring er endelig", "Avslag på endring er endeleg"),
        Text(
            "Dagen kontrollkommisjonens avslag ble endelig.",
            "Dagen avslaget frå kontrollkommisjonen vart endeleg.",
        ),
    ),
    "endringsklage": (
        Text("Ny klage om endring", "Ny klage om endring"),
        Text(
            "Dagen en ny klage etter § 5-5 ble sendt kontrollkommisjonen.",
            "Dagen ei ny klage etter § 5-5 vart send kontrollkommisjonen.",
        ),
    ),
    "tilbakefoering": (
        Text("Tilbakeført fra kriminalomsorgen", "Tilbakeført frå kriminalomsorga"),
        Text(
            "Dagen den domfelte kom tilbake etter § 5-8 (opphevet 1.10.2020).",
            "Dagen den domfelte kom tilbake etter § 5-8 (oppheva 1.10.2020).",
        ),
    ),
    "utreise": (
        Text("Utvist og reist ut", "Utvist og reist ut"),
        Text("Dagen den utviste forlot riket.", "Dagen den utviste forlét riket."),
    ),
    "retur_til_riket": (
        Text("Tilbake i riket", "Tilbake i riket"),
        Text("Dagen den utviste kom tilbake.", "Dagen den utviste kom tilbake."),
    ),
    "varslingsvedtak": (
        Text("Vedtak om varsling", "Vedtak om varsling"),
        Text(
            "Dagen faglig ansvarlig traff vedtak etter § 5-6 c.",
            "Dagen fagleg ansvarleg gjorde vedtak etter § 5-6 c.",
        ),
    ),
    "ankomst": (
        Text("Kommet til institusjonen", "Komen til institusjonen"),
        Text(
            "Dag og klokkeslett pasienten kom.",
            "Dag og klokkeslett pasienten kom.",
        ),
    ),
    "observasjon_startet": (
        Text("Tvungen observasjon startet", "Tvungen observasjon starta"),
        Text(
            "Da undersøkelsen begynte. Klokkeslettet avgjør når ti dager er gått.",
            "Då undersøkinga tok til. Klokkeslettet avgjer når ti dagar er gått.",
        ),
    ),
    "observasjon_forlenget": (
        Text("Observasjon forlenget", "Observasjon forlengd"),
        Text(
            "Dagen kommisjonens leder samtykket, og hvor mange dager.",
            "Dagen leiaren av kommisjonen samtykte, og kor mange dagar.",
        ),
    ),
    "observasjon_avsluttet": (
        Text("Observasjon avsluttet", "Observasjon avslutta"),
        Text("Dagen observasjonen tok slutt.", "Dagen observasjonen tok slutt."),
    ),
    "tph_etablert": (
        Text("Tvungent vern etablert", "Tvungent vern etablert"),
        Text("Dagen vedtaket etter § 3-3 ble truffet.", "Dagen vedtaket etter § 3-3 vart gjort."),
    ),
    "tph_opphoert": (
        Text("Tvungent vern opphørt", "Tvungent vern opphøyrt"),
        Text("Dagen vernet tok slutt.", "Dagen vernet tok slutt."),
    ),
    "undersoekelse_4_9": (
        Text("Kontrollundersøkelse", "Kontrollundersøking"),
        Text(
            "Dagen faglig ansvarlig undersøkte pasienten etter § 4-9.",
            "Dagen fagleg ansvarleg undersøkte pasienten etter § 4-9.",
        ),
    ),
    "kommisjonskontroll": (
        Text("Kontroll i kommisjonen", "Kontroll i kommisjonen"),
        Text(
            "Dagen kontrollkommisjonen gjorde tremånederskontrollen.",
            "Dagen kontrollkommisjonen gjorde tremånaderskontrollen.",
        ),
    ),
    "forlengelse_soekt": (
        Text("Forlengelse søkt", "Forlenging søkt"),
        Text(
            "Dagen kommisjonen mottok søknaden.",
            "Dagen kommisjonen tok imot søknaden.",
        ),
    ),
    "forlengelse_innvilget": (
        Text("Forlengelse gitt", "Forlenging gitt"),
        Text(
            "Dagen kommisjonen samtykket. Kortere enn ett år: skriv siste dag.",
            "Dagen kommisjonen samtykte. Kortare enn eitt år: skriv siste dag.",
        ),
    ),
    "pasientklage": (
        Text("Pasienten klaget på vernet", "Pasienten klaga på vernet"),
        Text("Dagen klagen ble sendt.", "Dagen klaga vart send."),
    ),
    "klage_avslaatt": (
        Text("Klage avslått", "Klage avslått"),
        Text(
            "Dagen kontrollkommisjonen avslo klagen.",
            "Dagen kontrollkommisjonen avslo klaga.",
        ),
    ),
    "annet_vedtak": (
        Text("Annet vedtak", "Anna vedtak"),
        Text(
            "Dagen et annet vedtak etter loven ble truffet. Overføring: skriv 4-10.",
            "Dagen eit anna vedtak etter lova vart gjort. Overføring: skriv 4-10.",
        ),
    ),
    "sak_brakt_inn": (
        Text("Sak brakt inn for kommisjonen", "Sak bringa inn for kommisjonen"),
        Text(
            "Dagen kontrollkommisjonen fikk saken.",
            "Dagen kontrollkommisjonen fekk saka.",
        ),
    ),
}

FELTTEKSTER: dict[str, Text] = {
    "type": Text("Type", "Type"),
    "dato": Text("Dato", "Dato"),
    "per_dato": Text("Regnet for", "Rekna for"),
    "hendelser": Text("Det som har skjedd", "Det som har hendt"),
    "id": Text("Kjennetegn", "Kjenneteikn"),
    "ref": Text("Gjelder", "Gjeld"),
    "part": Text("Hvem", "Kven"),
    "domstol": Text("Domstol", "Domstol"),
    "domfelt_til_stede": Text("Var domfelte til stede?", "Var domfelte til stades?"),
    "hos": Text("Hvor kom dommen inn?", "Kvar kom dommen inn?"),
    "art": Text("Hva slags", "Kva slag"),
    "n": Text("Rapportår", "Rapportår"),
    "av": Text("Hvem besluttet", "Kven avgjorde"),
    "retning": Text("Retning", "Retning"),
    "haster": Text(
        "Uomgjengelig nødvendig å overføre raskt?", "Uomgjengeleg nødvendig å overføre raskt?"
    ),
    "parter": Text("Parter", "Partar"),
    "utfall": Text("Utfall", "Utfall"),
    "nye_forhold": Text("Bygger klagen på nye forhold?", "Byggjer klaga på nye forhold?"),
    "klokkeslett": Text("Klokkeslett", "Klokkeslett"),
    "dager": Text("Antall dager", "Tal på dagar"),
    "til_og_med": Text("Til og med", "Til og med"),
    "trukket": Text("Klagen trukket", "Klaga trekt"),
}

KODETEKSTER: dict[str, Text] = {
    "tingrett": Text("Tingretten", "Tingretten"),
    "lagmannsrett": Text("Lagmannsretten", "Lagmannsretten"),
    "hoeyesterett": Text("Høyesterett", "Høgsterett"),
    "ankeberettiget": Text("Den som kan anke", "Den som kan anke"),
    "kontor": Text("Aktors kontor", "Kontoret til aktor"),
    "overfoeringsdom": Text("Overføringsdom", "Overføringsdom"),
    "opprettholdelse": Text("Opprettholdelse", "Oppretthalding"),
    "nekter_opphoer": Text("Nekter opphør", "Nektar opphøyr"),
    "kriminalomsorg": Text(
        "Overføring til kriminalomsorgen (§ 5-6)", "Overføring til kriminalomsorga (§ 5-6)"
    ),
    "mildere": Text("Fra døgnopphold til uten døgnopphold", "Frå døgnopphald til utan døgnopphald"),
    "mellom_institusjoner": Text(
        "Fra døgnopphold til døgnopphold i en annen institusjon",
        "Frå døgnopphald til døgnopphald i ein annan institusjon",
    ),
    "til_doegn": Text(
        "Fra uten døgnopphold til døgnopphold", "Frå utan døgnopphald til døgnopphald"
    ),
    "medhold": Text("Medhold", "Medhald"),
    "ikke_medhold": Text("Ikke medhold", "Ikkje medhald"),
    "domfelt": Text("Domfelte", "Domfelte"),
    "paaroerende": Text("Nærmeste pårørende", "Næraste pårørande"),
    "paatale": Text("Påtalemyndigheten", "Påtalemakta"),
    "faglig_ansvarlig": Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    "fornaermet": Text("Fornærmede", "Fornærma"),
    "etterlatt": Text("Etterlatte", "Etterlatne"),
    "pasient": Text("Pasienten", "Pasienten"),
    "politi": Text("Politiet", "Politiet"),
    "begjaerende_myndighet": Text("Begjærende myndighet", "Styresmakta som sette fram kravet"),
}


def kodetekst(kode: str) -> Text:
    """Return the words for a code; `fornaermet_2` becomes «Fornærmede (nr. 2)»."""
    kjent = KODETEKSTER.get(kode)
    if kjent is not None:
        return kjent
    stamme, _, nummer = kode.rpartition("_")
    grunn = KODETEKSTER.get(stamme)
    if grunn is not None and nummer.isdigit():
        return Text(f"{grunn.nb} (nr. {nummer})", f"{grunn.nn} (nr. {nummer})")
    return Text(kode, kode)
