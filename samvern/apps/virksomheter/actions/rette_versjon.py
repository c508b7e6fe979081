"""A version was wrong, also for the time behind us: it is replaced, and can still be read."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from samvern.apps.virksomheter.actions.endre_fra_dato import (
    INGENTING_NYTT,
    SAMMENLIGNES,
    changes_of,
    name_lines,
)
from samvern.apps.virksomheter.actions.felt import FELTNAVN, RetteVersjon, name_faults
from samvern.apps.virksomheter.actions.grunnlag import (
    INGEN_SLUTT,
    Endring,
    Linje,
    gather,
    read,
    row,
    rows,
    run,
    unchanged,
)
from samvern.apps.virksomheter.gyldighet import UKJENT_START
from samvern.apps.virksomheter.koder import Slag
from samvern.apps.virksomheter.models import Virksomhetsversjon
from samvern.apps.virksomheter.versjoner import Registrering, correct
from samvern.engine.avslag import Feil
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "virksomhet.versjon_rettet"
UKJENT: Final = Text("ukjent, eldre enn første sikre dag", "ukjend, eldre enn første sikre dag")
NOEYAKTIG: Final = Text("datoen er kjent", "datoen er kjend")


def rette_versjon(viewer: Viewer, data: Mapping[str, object], *, lagre: bool = True) -> Endring:
    """Correct a version; with `lagre` false only tell what would change.

    A new first or last day is an exact day: the uncertainty of the old one goes with it. Raises
    Nektet, Ugyldig and IkkeNaa, and then nothing is changed.
    """
    inn = read(viewer, RetteVersjon, data)
    return run(viewer, HANDLING, inn.grunn, lambda who: _do(inn, who), lagre=lagre)


def _do(inn: RetteVersjon, who: Registrering) -> Endring:
    old = unchanged(Virksomhetsversjon, inn.versjon, {n: FELTNAVN[n] for n in SAMMENLIGNES})
    body = old.virksomhet
    slag = Slag(body.slag)
    gather(_date_faults(inn), name_faults(inn, slag, inn.gyldig_fra))
    changes = changes_of(inn)
    lines = rows(*name_lines(old, inn), *_date_lines(inn, old))
    if not lines and inn.ikke_verifisert == old.ikke_verifisert and _same_source(inn, old):
        gather([Feil("", "UGYLDIG_VERDI", INGENTING_NYTT)])
    correct(old, {**changes, **_dates(inn, old)}, inn.opphav, who)
    return Endring(
        virksomhet=body.id,
        kode=body.kode,
        tittel=Text(f"{old.navn} rettes", f"{old.navn} blir retta"),
        linjer=rows(
            *lines,
            row(FELTNAVN["ikke_verifisert"], old.ikke_verifisert, inn.ikke_verifisert),
            row(Text("Kilde", "Kjelde"), old.kilde, inn.kilde),
        ),
        uendret=(
            Text(
                "Den gamle versjonen kan fortsatt leses, med når den ble erstattet.",
                "Den gamle versjonen kan framleis lesast, med når han vart erstatta.",
            ),
        ),
        skrevet=tuple(sorted({*changes, "gyldig_fra", "gyldig_til"})),
    )


def _same_source(inn: RetteVersjon, old: Virksomhetsversjon) -> bool:
    return (inn.kilde, inn.belegg, inn.kilde_dato) == (old.kilde, old.belegg, old.kilde_dato)


def _dates(inn: RetteVersjon, old: Virksomhetsversjon) -> dict[str, date | None]:
    same_start, same_end = inn.gyldig_fra == old.gyldig_fra, inn.gyldig_til == old.gyldig_til
    return {
        "gyldig_fra": inn.gyldig_fra,
        "gyldig_til": inn.gyldig_til,
        "mulig_fra": old.mulig_fra if same_start else None,
        "mulig_til": old.mulig_til if same_end else None,
    }


def _date_lines(inn: RetteVersjon, old: Virksomhetsversjon) -> Iterator[Linje | None]:
    new = _dates(inn, old)
    yield row(FELTNAVN["gyldig_fra"], old.gyldig_fra, inn.gyldig_fra)
    yield row(FELTNAVN["gyldig_til"], old.gyldig_til or INGEN_SLUTT, inn.gyldig_til or INGEN_SLUTT)
    for name in ("mulig_fra", "mulig_til"):
        yield row(FELTNAVN[name], _bound(getattr(old, name)), _bound(new[name]))


def _bound(day: date | None) -> Text | date:
    if day is None:
        return NOEYAKTIG
    return UKJENT if day == UKJENT_START else day


def _date_faults(inn: RetteVersjon) -> Iterator[Feil]:
    if inn.gyldig_til is not None and inn.gyldig_til < inn.gyldig_fra:
        text = Text(
            "Siste dag er før første dag. Sjekk begge.", "Siste dag er før første dag. Sjekk begge."
        )
        yield Feil("gyldig_til", "UGYLDIG_REKKEFOLGE", text)
