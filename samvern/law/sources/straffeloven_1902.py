"""Straffeloven 1902: the ground for the sentence from 1 January 2002 to 30 September 2015.

Only parts of §§ 39 and 39 b are in our material (the amending act of 15 June 2001); the third and
fourth ledd of § 39 b, from an act of 1997, have not been read.
"""

from datetime import date

from samvern.law.source import Kilde, Ordlyd
from samvern.law.sources.citation import provision
from samvern.law.text import Text

_START = date(2002, 1, 1)
_SLUTT = date(2015, 9, 30)
_LOV_1997 = "lov 17. januar 1997 nr. 11"
_LOV_2001 = "lov 15. juni 2001 nr. 64"

_IKKE_LEST = Text(
    "Leddet kom med lov 17. januar 1997 nr. 11 og er ikke lest; innholdet her bygger på"
    " straffeloven 2005 § 65 slik den ble vedtatt.",
    "Leddet kom med lov 17. januar 1997 nr. 11 og er ikkje lese; innhaldet her byggjer på"
    " straffelova 2005 § 65 slik ho vart vedteken.",
)

PROVISIONS: tuple[Kilde, ...] = (
    provision(
        "strl1902/39",
        Text(
            "Vilkår for dom på overføring til tvungent psykisk helsevern, bare tidsubestemt: nr. 1"
            " ved alvorlige, nr. 2 ved mindre alvorlige forbrytelser.",
            "Vilkår for dom på overføring til tvungent psykisk helsevern, berre tidsubestemt: nr. 1"
            " ved alvorlege, nr. 2 ved mindre alvorlege brotsverk.",
        ),
        fra=_START,
        til=_SLUTT,
        ordlyd=Ordlyd.ELDRE_IKKE_LEST,
        endret_ved=_LOV_2001,
        merknad=Text("Bare nr. 1 første punktum er lest.", "Berre nr. 1 første punktum er lese."),
    ),
    provision(
        "strl1902/39b",
        Text(
            "Opprettholdelse og opphør av reaksjonen; forløperen til straffeloven 2005 § 65.",
            "Oppretthalding og opphøyr av reaksjonen; forløparen til straffelova 2005 § 65.",
        ),
        fra=_START,
        til=_SLUTT,
        ordlyd=Ordlyd.ELDRE_IKKE_LEST,
        endret_ved=_LOV_2001,
        merknad=Text(
            "Første og annet ledd er lest slik de ble vedtatt i 2001; tredje og fjerde ledd er"
            " ikke lest.",
            "Første og andre ledd er lesne slik dei vart vedtekne i 2001; tredje og fjerde ledd er"
            " ikkje lesne.",
        ),
    ),
    provision(
        "strl1902/39b/1",
        Text(
            "Reaksjonen kan bare opprettholdes når vilkåret om gjentakelsesfare i § 39 nr. 1 eller"
            " 2 fortsatt er oppfylt.",
            "Reaksjonen kan berre haldast ved lag når vilkåret om gjentakingsfare i § 39 nr. 1"
            " eller 2 framleis er oppfylt.",
        ),
        fra=_START,
        til=_SLUTT,
        endret_ved=_LOV_2001,
    ),
    provision(
        "strl1902/39b/2",
        Text(
            "Den domfelte, nærmeste og faglig ansvarlig kan begjære opphør; påtalemyndigheten"
            " fremmer saken for retten, og den skal påskyndes.",
            "Den domfelte, næraste og fagleg ansvarleg kan krevje opphøyr; påtalemakta fremjar saka"
            " for retten, og ho skal påskundast.",
        ),
        fra=_START,
        til=_SLUTT,
        ordlyd=Ordlyd.ELDRE_IKKE_LEST,
        endret_ved=_LOV_2001,
        merknad=Text(
            "Ordlyden ved ikrafttredelsen er lest; senere endringer fram til 2015 er ikke"
            " undersøkt.",
            "Ordlyden ved ikraftsetjinga er lesen; seinare endringar fram til 2015 er ikkje"
            " undersøkte.",
        ),
    ),
    provision(
        "strl1902/39b/3",
        Text(
            "Sperre på ett år før opphør kan begjæres.",
            "Sperre på eitt år før opphøyr kan krevjast.",
        ),
        fra=_START,
        til=_SLUTT,
        ordlyd=Ordlyd.ELDRE_IKKE_LEST,
        endret_ved=_LOV_1997,
        merknad=_IKKE_LEST,
    ),
    provision(
        "strl1902/39b/4",
        Text(
            "Påtalemyndighetens adgang til å beslutte opphør og plikten til å velge mellom opphør"
            " og sak innen tre år etter siste rettskraftige dom.",
            "Høvet påtalemakta har til å avgjere opphøyr og plikta til å velje mellom opphøyr og"
            " sak innan tre år etter siste rettskraftige dom.",
        ),
        fra=_START,
        til=_SLUTT,
        ordlyd=Ordlyd.ELDRE_IKKE_LEST,
        endret_ved=_LOV_1997,
        merknad=_IKKE_LEST,
    ),
)
"""Straffeloven 1902 §§ 39 and 39 b."""
