"""Something about a body became different on a day: a new version begins, the old one ends."""

from collections.abc import Iterator, Mapping
from typing import Final

from samvern.apps.virksomheter.actions.felt import FELTNAVN, EndreFraDato, Navnedata, name_faults
from samvern.apps.virksomheter.actions.grunnlag import (
    Endring,
    Linje,
    body_of,
    gather,
    read,
    row,
    rows,
    run,
    unchanged,
)
from samvern.apps.virksomheter.koder import Slag
from samvern.apps.virksomheter.models import Virksomhetsversjon
from samvern.apps.virksomheter.versjoner import Registrering, change_from
from samvern.engine.avslag import Feil
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.text import Text

HANDLING: Final = "virksomhet.endret_fra_dato"
SAMMENLIGNES: Final = ("navn", "navn_nn", "orgnr", "sted", "overordnet", "gyldig_fra", "gyldig_til")
INGENTING_NYTT: Final = Text(
    "Ingenting er annerledes enn før. Endre minst ett felt, eller gå tilbake.",
    "Ingenting er annleis enn før. Endre minst eitt felt, eller gå tilbake.",
)


def endre_fra_dato(viewer: Viewer, data: Mapping[str, object], *, lagre: bool = True) -> Endring:
    """Change a body from a day; with `lagre` false only tell what would change.

    Raises Nektet, Ugyldig and IkkeNaa, and then nothing is changed.
    """
    inn = read(viewer, EndreFraDato, data)
    return run(viewer, HANDLING, inn.grunn, lambda who: _do(inn, who), lagre=lagre)


def changes_of(inn: Navnedata) -> dict[str, object]:
    """The fields of a version as the input says them."""
    above = body_of(inn.overordnet) if inn.overordnet else None
    same = {"navn": inn.navn, "navn_nn": inn.navn_nn, "orgnr": inn.orgnr, "sted": inn.sted}
    return {**same, "overordnet_id": above.id if above else None}


def name_lines(old: Virksomhetsversjon, inn: Navnedata) -> tuple[Linje, ...]:
    """Names, number, place and the body above, before and after."""
    fields = ("navn", "navn_nn", "orgnr", "sted")
    lines = [row(FELTNAVN[name], getattr(old, name), getattr(inn, name)) for name in fields]
    before = old.overordnet.kode if old.overordnet else ""
    return rows(*lines, row(FELTNAVN["overordnet"], before, inn.overordnet))


def _do(inn: EndreFraDato, who: Registrering) -> Endring:
    old = unchanged(Virksomhetsversjon, inn.versjon, {n: FELTNAVN[n] for n in SAMMENLIGNES})
    body = old.virksomhet
    slag = Slag(body.slag)
    gather(_date_faults(inn, old), name_faults(inn, slag, inn.fra))
    changes = changes_of(inn)
    lines = name_lines(old, inn)
    if not lines:
        gather([Feil("", "UGYLDIG_VERDI", INGENTING_NYTT)])
    change_from(old, inn.fra, changes, inn.opphav, who)
    day = datotekst.long(inn.fra)
    return Endring(
        virksomhet=body.id,
        kode=body.kode,
        tittel=Text(f"{old.navn} blir annerledes fra {day}", f"{old.navn} blir annleis frå {day}"),
        linjer=lines,
        uendret=(
            Text(
                f"Det som gjaldt før {day}, står som det var.",
                f"Det som gjaldt før {day}, står som det var.",
            ),
            Text(
                "Områder, enheter og etterfølgere er de samme.",
                "Område, einingar og etterfølgjarar er dei same.",
            ),
        ),
        skrevet=tuple(sorted(changes)),
    )


def _date_faults(inn: EndreFraDato, old: Virksomhetsversjon) -> Iterator[Feil]:
    if inn.fra <= old.gyldig_fra:
        day = datotekst.long(old.gyldig_fra)
        text = Text(
            f"Datoen må være etter {day}, da versjonen begynte. Var den feil hele tiden, rett den.",
            f"Datoen må vere etter {day}, då versjonen byrja. Var han feil heile tida, rett han.",
        )
        yield Feil("fra", "UGYLDIG_REKKEFOLGE", text)
    if old.gyldig_til is not None and inn.fra > old.gyldig_til:
        day = datotekst.long(old.gyldig_til)
        text = Text(
            f"Datoen er etter {day}, da versjonen sluttet.",
            f"Datoen er etter {day}, då versjonen slutta.",
        )
        yield Feil("fra", "UGYLDIG_REKKEFOLGE", text)
