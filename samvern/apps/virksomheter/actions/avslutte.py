"""A body ceased: its last day, who took over, and what moves there.

«Etterfølger arver saker» (LES_FOERST): the successor carries on the cases from the day after.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from samvern.apps.virksomheter import rader
from samvern.apps.virksomheter.actions.felt import FELTNAVN, Avslutte, exists, source_faults
from samvern.apps.virksomheter.actions.flytting import Flytting, left_behind, move
from samvern.apps.virksomheter.actions.grunnlag import (
    INGEN_SLUTT,
    Endring,
    gather,
    read,
    row,
    rows,
    run,
    unchanged,
)
from samvern.apps.virksomheter.koder import Omfang
from samvern.apps.virksomheter.models import Etterfoelger, Virksomhet, Virksomhetsversjon
from samvern.apps.virksomheter.versjoner import Opphav, Registrering, end, register
from samvern.engine.avslag import Feil
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.text import Text

HANDLING: Final = "virksomhet.avsluttet"
INGEN: Final = Text("ingen", "ingen")


def avslutte(viewer: Viewer, data: Mapping[str, object], *, lagre: bool = True) -> Endring:
    """End a body, with successors or without; with `lagre` false only tell what would change.

    Its units end with it. With one successor and `flytt`, municipalities, bodies under it and
    supervision move there the day after. Raises Nektet, Ugyldig and IkkeNaa, and then nothing is
    changed.
    """
    inn = read(viewer, Avslutte, data)
    return run(viewer, HANDLING, inn.grunn, lambda who: _do(inn, who), lagre=lagre)


def _do(inn: Avslutte, who: Registrering) -> Endring:
    names = {name: FELTNAVN[name] for name in ("navn", "gyldig_fra", "gyldig_til")}
    old = unchanged(Virksomhetsversjon, inn.versjon, names)
    body, day = old.virksomhet, inn.siste_dag + timedelta(days=1)
    heirs = list(Virksomhet.objects.filter(kode__in=inn.etterfoelgere).order_by("kode"))
    gather(
        _day_faults(inn, old),
        _heir_faults(inn, body, heirs, day),
        source_faults(inn),
    )
    end(old, inn.siste_dag, inn.opphav, who)
    _succeed(body, heirs, day, inn.opphav, who)
    to = heirs[0] if inn.flytt and len(heirs) == 1 else None
    named = _names(heirs, day)
    moved = move(Flytting(body.id, to.id if to else None, day), inn.opphav, who)
    last = datotekst.long(inn.siste_dag)
    lines = rows(
        row(FELTNAVN["gyldig_til"], old.gyldig_til or INGEN_SLUTT, inn.siste_dag),
        row(
            Text("Etterfølger", "Etterfølgjar"),
            INGEN,
            ", ".join(named) or INGEN,
        ),
    )
    return Endring(
        virksomhet=body.id,
        kode=body.kode,
        tittel=Text(f"{old.navn} slutter {last}", f"{old.navn} sluttar {last}"),
        linjer=lines,
        foelger=(*_inherits(named, day), *moved, *(() if to else left_behind(body.id, day))),
        uendret=(
            Text(
                f"Alt som gjaldt til og med {last}, står som det var.",
                f"Alt som gjaldt til og med {last}, står som det var.",
            ),
        ),
        skrevet=("etterfoelger", "gyldig_til"),
    )


def _names(heirs: Sequence[Virksomhet], day: date) -> list[str]:
    """What the successors are called on their first day, as bodies are called in bokmål."""
    found = rader.pictures([heir.id for heir in heirs], day, None)
    return [found[heir.id].navn.nb for heir in heirs]


def _inherits(heirs: Sequence[str], day: date) -> Iterator[Text]:
    first = datotekst.long(day)
    if len(heirs) == 1:
        (name,) = heirs
        yield Text(f"{name} har sakene fra {first}.", f"{name} har sakene frå {first}.")
    elif heirs:
        yield Text(
            f"Sakene deles fra {first}. Hvem som har dem, følger av kommunen.",
            f"Sakene blir delte frå {first}. Kven som har dei, følgjer av kommunen.",
        )
    else:
        yield Text(
            f"Ingen har sakene fra {first}. Registeret svarer «ukjent» for dem.",
            f"Ingen har sakene frå {first}. Registeret svarer «ukjend» for dei.",
        )


def _succeed(
    body: Virksomhet, heirs: Sequence[Virksomhet], day: date, origin: Opphav, who: Registrering
) -> None:
    omfang = Omfang.HELE if len(heirs) == 1 else Omfang.DELT
    for heir in heirs:
        register(
            Etterfoelger(
                fra=body,
                til=heir,
                omfang=omfang.value,
                gyldig_fra=day,
                kilde=origin.kilde,
                kilde_dato=origin.kilde_dato,
                belegg=origin.belegg,
                ikke_verifisert=origin.ikke_verifisert,
            ),
            who,
        )


def _day_faults(inn: Avslutte, old: Virksomhetsversjon) -> Iterator[Feil]:
    if inn.siste_dag < old.gyldig_fra:
        day = datotekst.long(old.gyldig_fra)
        text = Text(
            f"Siste dag er før versjonen begynte ({day}).",
            f"Siste dag er før versjonen byrja ({day}).",
        )
        yield Feil("siste_dag", "UGYLDIG_REKKEFOLGE", text)
    if old.gyldig_til is not None:
        text = Text(
            "Virksomheten har allerede en siste dag. Rett versjonen hvis den er feil.",
            "Verksemda har alt ein siste dag. Rett versjonen om han er feil.",
        )
        yield Feil("siste_dag", "UGYLDIG_VERDI", text)


def _heir_faults(
    inn: Avslutte, body: Virksomhet, heirs: Sequence[Virksomhet], day: date
) -> Iterator[Feil]:
    found: dict[str, Virksomhet] = {one.kode: one for one in heirs}
    for kode in sorted(set(inn.etterfoelgere)):
        heir = found.get(kode)
        if heir is None or heir.id == body.id or heir.slag != body.slag:
            text = Text(
                f"{kode} kan ikke være etterfølger. Velg en annen av samme slag.",
                f"{kode} kan ikkje vere etterfølgjar. Vel ein annan av same slag.",
            )
            yield Feil("etterfoelgere", "UGYLDIG_VERDI", text)
        elif not exists(heir, day):
            first = datotekst.long(day)
            text = Text(f"{kode} finnes ikke {first}.", f"{kode} finst ikkje {first}.")
            yield Feil("etterfoelgere", "UGYLDIG_REKKEFOLGE", text)
    if inn.flytt and len(heirs) != 1:
        text = Text(
            "Bare en eneste etterfølger kan overta alt som hører under virksomheten.",
            "Berre ein einaste etterfølgjar kan ta over alt som høyrer under verksemda.",
        )
        yield Feil("flytt", "UGYLDIG_VERDI", text)
