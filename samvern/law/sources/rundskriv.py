"""Circulars, official commentaries and letters that a rule or its explanation rests on."""

from samvern.law.source import Kilde, Ordlyd, Slag
from samvern.law.sources.opinion import opinion
from samvern.law.text import Text

_HDIR = "https://www.helsedirektoratet.no/rundskriv/"
_KOMMENTAR = (
    _HDIR
    + "psykisk-helsevernloven-med-kommentarer/dom-pa-overforing-til-tvungent-psykisk-helsevern"
)
_OMTALT = Text(
    "Bare kjent gjennom omtale eller utdrag; dagen er ikke kjent.",
    "Berre kjend gjennom omtale eller utdrag; dagen er ikkje kjend.",
)

_HELSE_POLITI = _HDIR + (
    "helsetjenestens-og-politiets-ansvar-for-psykisk-syke-oppgaver-og-samarbeid"
)
_UTGAVE = Text(
    "Avløste IS-5/2012; dagen utgaven gjelder fra, står ikke i teksten.",
    "Avløyste IS-5/2012; dagen utgåva gjeld frå, står ikkje i teksten.",
)


def _helse_politi(id_del: str, kapittel: str, gjelder: Text) -> Kilde:
    return opinion(
        f"rundskriv/{id_del}",
        Text(
            f"Rundskriv om helsetjenestens og politiets ansvar for psykisk syke{kapittel}",
            f"Rundskriv om ansvaret helsetenesta og politiet har for psykisk sjuke{kapittel}",
        ),
        f"rundskriv helse–politi{kapittel}",
        gjelder,
        Slag.RUNDSKRIV,
        ordlyd=Ordlyd.LEST,
        lenke=_HELSE_POLITI,
        merknad=_UTGAVE,
    )


PROVISIONS: tuple[Kilde, ...] = (
    _helse_politi(
        "politi-helse",
        "",
        Text(
            "Oppgaver og samarbeid mellom helsetjenesten og politiet overfor personer med psykisk"
            " lidelse, blant annet begjæring om tvungen observasjon eller tvungent vern.",
            "Oppgåver og samarbeid mellom helsetenesta og politiet overfor personar med psykisk"
            " liding, mellom anna krav om tvungen observasjon eller tvungent vern.",
        ),
    ),
    _helse_politi(
        "2-1",
        ", kapittel\u00a02.1",
        Text(
            "Politiet skal straks varsle helsetjenesten når helsetilstanden gir grunn til å anta at"
            " legehjelp kan være nødvendig.",
            "Politiet skal straks varsle helsetenesta når helsetilstanden gir grunn til å tru at"
            " legehjelp kan vere nødvendig.",
        ),
    ),
    _helse_politi(
        "7-3",
        ", kapittel\u00a07.3",
        Text(
            "Begjæringen må være hos institusjonen senest samtidig med pasienten; begjærende"
            " politi skal så snart som mulig få vite om vedtak, begrunnelse og klageadgang, og kan"
            " klage når vern ikke etableres eller opphører.",
            "Kravet må vere hos institusjonen seinast samstundes med pasienten; politiet bak kravet"
            " skal så snart som råd få vite om vedtak, grunngiving og klagerett, og kan klage når"
            " vern ikkje blir etablert eller opphøyrer.",
        ),
    ),
    opinion(
        "rundskriv/hdir-5-4",
        Text(
            "Rundskriv til psykisk helsevernloven § 5-4 (Helsedirektoratets kommentar)",
            "Rundskriv til psykisk helsevernlova § 5-4 (kommentaren til Helsedirektoratet)",
        ),
        "Hdir, kommentar til phvl §\u00a05-4",
        Text(
            "Klagefristen er tre uker; overføring kan gjennomføres når alle parters frist er ute"
            " eller alle har akseptert, og ventetiden gjelder ikke overføring til døgnopphold.",
            "Klagefristen er tre veker; overføring kan gjennomførast når fristen for alle partar er"
            " ute eller alle har akseptert, og ventetida gjeld ikkje overføring til døgnopphald.",
        ),
        Slag.RUNDSKRIV,
        lenke=_KOMMENTAR + "/5-4-klage-til-kontrollkommisjonen",
        merknad=_OMTALT,
    ),
    opinion(
        "rundskriv/hdir-5-5",
        Text(
            "Rundskriv til psykisk helsevernloven § 5-5 (Helsedirektoratets kommentar)",
            "Rundskriv til psykisk helsevernlova § 5-5 (kommentaren til Helsedirektoratet)",
        ),
        "Hdir, kommentar til phvl §\u00a05-5",
        Text(
            "Sperren på seks måneder oppstår først etter avslag i kommisjonen, gjelder alle"
            " klageberettigede og samme faktiske forhold; nye forhold opphever den.",
            "Sperra på seks månader oppstår først etter avslag i kommisjonen, gjeld alle"
            " som har klagerett, og same faktiske forhold; nye forhold opphevar henne.",
        ),
        Slag.RUNDSKRIV,
        lenke=_KOMMENTAR,
        merknad=_OMTALT,
    ),
    opinion(
        "rundskriv/kontrollkommisjon",
        Text(
            "Rundskriv om kontrollkommisjonens saksbehandling",
            "Rundskriv om saksbehandlinga i kontrollkommisjonen",
        ),
        "Hdir, kontrollkommisjonens saksbehandling",
        Text(
            "Klagefrister, formkrav og utsatt iverksetting i saker for kontrollkommisjonen.",
            "Klagefristar, formkrav og utsett iverksetjing i saker for kontrollkommisjonen.",
        ),
        Slag.RUNDSKRIV,
        lenke=_HDIR + "kontrollkommisjonens-saksbehandling",
        merknad=_OMTALT,
    ),
    opinion(
        "rundskriv/is-9-2012",
        Text("Rundskriv IS-9/2012 (Helsedirektoratet)", "Rundskriv IS-9/2012 (Helsedirektoratet)"),
        "IS-9/2012",
        Text(
            "Klagefristen etter psykisk helsevernloven § 5-4 er fortsatt tre uker, ikke én uke som"
            " etter § 4-10.",
            "Klagefristen etter psykisk helsevernlova § 5-4 er framleis tre veker, ikkje éi veke"
            " som etter § 4-10.",
        ),
        Slag.RUNDSKRIV,
        merknad=_OMTALT,
    ),
    opinion(
        "rundskriv/ra-4-2001",
        Text("Rundskriv nr. 4/2001 fra Riksadvokaten", "Rundskriv nr. 4/2001 frå Riksadvokaten"),
        "RA 4/2001",
        Text(
            "Påtalemyndigheten skal varsles ved vesentlige endringer i gjennomføringen og har"
            " klagerett til kontrollkommisjonen.",
            "Påtalemakta skal varslast ved vesentlege endringar i gjennomføringa og har klagerett"
            " til kontrollkommisjonen.",
        ),
        Slag.RUNDSKRIV,
        merknad=_OMTALT,
    ),
    opinion(
        "rundskriv/ra-strpl-310",
        Text(
            "Rundskriv fra Riksadvokaten: presisering om straffeprosessloven § 310",
            "Rundskriv frå Riksadvokaten: presisering om straffeprosesslova § 310",
        ),
        "RA, presisering om strpl §\u00a0310",
        Text(
            "Fireukersfristen regnes fra dommen første gang kom inn til aktors kontor eller"
            " saksbehandlingssystem.",
            "Firevekesfristen blir rekna frå dommen første gong kom inn til kontoret eller"
            " saksbehandlingssystemet til aktor.",
        ),
        Slag.RUNDSKRIV,
        merknad=_OMTALT,
    ),
    opinion(
        "rundskriv/jd-2004-fvl-29",
        Text(
            "Rundskriv og brev: Justisdepartementet 2004 om forvaltningsloven § 29",
            "Rundskriv og brev: Justisdepartementet 2004 om forvaltningslova § 29",
        ),
        "JD 2004 om fvl §\u00a029",
        Text(
            "Rettsferien forlenger ikke klagefrister etter forvaltningsloven.",
            "Rettsferien forlengjer ikkje klagefristar etter forvaltningslova.",
        ),
        Slag.RUNDSKRIV,
        merknad=_OMTALT,
    ),
)
"""Circulars, commentaries and letters."""
