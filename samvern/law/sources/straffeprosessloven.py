"""Straffeprosessloven: time limits for appeal, and restraining orders.

The amending acts of § 310 are not in our material, only their dates, so every version before
1 January 2020 is marked as not read.
"""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

_310_START = (
    (date(1995, 8, 1), "lov 11. juni 1993 nr. 80"),
    (date(2001, 7, 1), "lov 4. mai 2001 nr. 16"),
    (date(2002, 10, 1), "lov 28. juni 2002 nr. 55"),
    (date(2008, 7, 1), "lov 7. mars 2008 nr. 5"),
    (date(2010, 12, 10), "lov 10. desember 2010 nr. 76"),
    (date(2017, 1, 1), "lov 16. desember 2016 nr. 96"),
)
_2020 = date(2020, 1, 1)
_TIL_2020 = date(2019, 12, 31)
_LOV_2020 = "lov 21. juni 2019 nr. 51"
_NOTE = Text(
    "Endringsnotene gjelder hele § 310; hvilke ledd de enkelte endringene gjaldt, er ikke kjent.",
    "Endringsnotane gjeld heile § 310; kva ledd dei einskilde endringane galdt, er ikkje kjent.",
)


def _310(kilde_id: str, emne: Text, gjelder: Text) -> tuple[Kilde, ...]:
    return (
        *unread(kilde_id, emne, _310_START, til=_TIL_2020, merknad=_NOTE),
        provision(kilde_id, gjelder, fra=_2020, endret_ved=_LOV_2020),
    )


PROVISIONS: tuple[Kilde, ...] = (
    provision(
        "strpl/222a",
        Text(
            "Påtalemyndigheten kan ilegge besøksforbud når det er grunn til å tro at noen ellers"
            " vil begå en straffbar handling mot, forfølge eller krenke freden til en annen.",
            "Påtalemakta kan leggje ned besøksforbod når det er grunn til å tru at nokon elles vil"
            " gjere ei straffbar handling mot, forfølgje eller krenkje freden til ein annan.",
        ),
        fra=date(2024, 4, 8),
        endret_ved="lov 20. desember 2023 nr. 111",
    ),
    *unread(
        "strpl/222a",
        Text("besøksforbud", "besøksforbod"),
        (
            (date(1995, 1, 1), "lov 1. juli 1994 nr. 50"),
            (date(2003, 1, 1), "lov 30. august 2002 nr. 67"),
            (date(2008, 7, 1), "lov 7. mars 2008 nr. 5"),
            (date(2009, 6, 19), "lov 19. juni 2009 nr. 75"),
            (date(2015, 3, 27), "lov 27. mars 2015 nr. 15"),
            (date(2015, 10, 1), "lov 19. juni 2015 nr. 65"),
        ),
        til=date(2024, 4, 7),
        merknad=Text(
            "Også endret ved lov 9. januar 1998 nr. 2 og lov 10. januar 2003 nr. 2.",
            "Òg endra ved lov 9. januar 1998 nr. 2 og lov 10. januar 2003 nr. 2.",
        ),
    ),
    *_310(
        "strpl/310/1",
        Text("ankefristens lengde", "lengda på ankefristen"),
        Text(
            "Ankefristen er to uker fra dommen er avsagt.",
            "Ankefristen er to veker frå dommen er avsagd.",
        ),
    ),
    *_310(
        "strpl/310/2",
        Text("siktedes ankefrist", "ankefristen for sikta"),
        Text(
            "For siktede løper ankefristen fra forkynnelsen; er siktede pålagt å møte til"
            " forkynnelse, løper den fra det varslede tidspunktet selv om siktede uteblir.",
            "For sikta går ankefristen frå forkynninga; er sikta pålagd å møte til forkynning, går"
            " han frå det varsla tidspunktet sjølv om sikta ikkje møter.",
        ),
    ),
    *_310(
        "strpl/310/2/p1",
        Text("siktedes ankefrist fra forkynnelsen", "ankefristen for sikta frå forkynninga"),
        Text(
            "For siktede løper ankefristen fra dommen er forkynt.",
            "For sikta går ankefristen frå dommen er forkynt.",
        ),
    ),
    *_310(
        "strpl/310/2/p2",
        Text("siktedes ankefrist ved pålagt oppmøte", "ankefristen for sikta ved pålagt frammøte"),
        Text(
            "Er siktede pålagt å møte til forkynnelse, løper ankefristen fra det varslede"
            " tidspunktet, også når siktede ikke møter.",
            "Er sikta pålagd å møte til forkynning, går ankefristen frå det varsla tidspunktet, òg"
            " når sikta ikkje møter.",
        ),
    ),
    *_310(
        "strpl/310/3",
        Text("påtalemyndighetens ankefrist", "ankefristen for påtalemakta"),
        Text(
            "Var den ankeberettigede i påtalemyndigheten ikke til stede ved avsigelsen, løper to"
            " uker fra dommen kom til dennes kontor, men fristen er ute senest fire uker etter at"
            " dommen kom til den påtalemyndighet som førte saken.",
            "Var ikkje den ankerettkomne i påtalemakta til stades ved avseiinga, går to veker frå"
            " dommen kom til kontoret til vedkomande, men fristen er ute seinast fire veker etter"
            " at dommen kom til den påtalemakta som førte saka.",
        ),
    ),
    *_310(
        "strpl/310/3/p1",
        Text(
            "påtalemyndighetens frist fra den ankeberettigede",
            "fristen for påtalemakta frå den ankerettkomne",
        ),
        Text(
            "Ankefristen for påtalemyndigheten løper fra dommen kom inn til den ankeberettigedes"
            " kontor, når vedkommende ikke var til stede ved avsigelsen.",
            "Ankefristen for påtalemakta går frå dommen kom inn til kontoret til den ankerettkomne,"
            " når vedkomande ikkje var til stades ved avseiinga.",
        ),
    ),
    *_310(
        "strpl/310/3/p2",
        Text("påtalemyndighetens ytterste ankefrist", "den ytste ankefristen for påtalemakta"),
        Text(
            "Ankefristen for påtalemyndigheten er ute senest fire uker etter at dommen kom inn til"
            " den påtalemyndighet som utførte aktoratet.",
            "Ankefristen for påtalemakta er ute seinast fire veker etter at dommen kom inn til den"
            " påtalemakta som utførte aktoratet.",
        ),
    ),
)
"""Straffeprosessloven §§ 222 a and 310."""
