"""A unit became different on a day, or ceased: another level, other doors, another name."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from samvern.apps.virksomheter.actions.endre_fra_dato import INGENTING_NYTT
from samvern.apps.virksomheter.actions.felt import (
    FELTNAVN,
    AvslutteEnhet,
    EndreEnhet,
    level_faults,
    source_faults,
)
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
from samvern.apps.virksomheter.koder import DOERNAVN, OPPHOLDSNAVN, Doertype, Oppholdsform
from samvern.apps.virksomheter.models import Enhetsversjon
from samvern.apps.virksomheter.versjoner import Registrering, change_from, end
from samvern.engine.avslag import Feil
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.text import Text

ENDRET: Final = "enhet.endret_fra_dato"
AVSLUTTET: Final = "enhet.avsluttet"
FELTER: Final = ("navn", "navn_nn", "sikkerhetsnivaa", "oppholdsform", "doertype")
SAMMENLIGNES: Final = (*FELTER, "gyldig_fra", "gyldig_til")
OPPHOLD_STAAR: Final = Text(
    "Opphold som er registrert, står som de var. Hver sak må endres for seg.",
    "Opphald som er registrerte, står som dei var. Kvar sak må endrast for seg.",
)


def endre_enhet(viewer: Viewer, data: Mapping[str, object], *, lagre: bool = True) -> Endring:
    """Change a unit from a day; with `lagre` false only tell what would change.

    Raises Nektet, Ugyldig and IkkeNaa, and then nothing is changed.
    """
    inn = read(viewer, EndreEnhet, data)
    return run(viewer, ENDRET, inn.grunn, lambda who: _change(inn, who), lagre=lagre)


def avslutte_enhet(viewer: Viewer, data: Mapping[str, object], *, lagre: bool = True) -> Endring:
    """End a unit on its last day. As `endre_enhet`."""
    inn = read(viewer, AvslutteEnhet, data)
    return run(viewer, AVSLUTTET, inn.grunn, lambda who: _end(inn, who), lagre=lagre)


def _change(inn: EndreEnhet, who: Registrering) -> Endring:
    old = _held(inn)
    gather(_change_faults(inn.fra, old), level_faults(inn, inn.fra))
    changes = {name: str(getattr(inn, name)) for name in FELTER}
    lines = rows(
        *(
            row(FELTNAVN[name], _worded(name, getattr(old, name)), _worded(name, new))
            for name, new in changes.items()
        )
    )
    if not lines:
        gather([Feil("", "UGYLDIG_VERDI", INGENTING_NYTT)])
    change_from(old, inn.fra, changes, inn.opphav, who)
    day = datotekst.long(inn.fra)
    body = old.enhet.virksomhet
    return Endring(
        virksomhet=body.id,
        kode=body.kode,
        tittel=Text(f"{old.navn} blir annerledes fra {day}", f"{old.navn} blir annleis frå {day}"),
        linjer=lines,
        uendret=(OPPHOLD_STAAR,),
        objekt=old.enhet_id,
        skrevet=tuple(sorted(changes)),
    )


def _end(inn: AvslutteEnhet, who: Registrering) -> Endring:
    old = _held(inn)
    gather(_end_faults(inn.siste_dag, old), source_faults(inn))
    end(old, inn.siste_dag, inn.opphav, who)
    day = datotekst.long(inn.siste_dag)
    body = old.enhet.virksomhet
    return Endring(
        virksomhet=body.id,
        kode=body.kode,
        tittel=Text(f"{old.navn} slutter {day}", f"{old.navn} sluttar {day}"),
        linjer=rows(row(FELTNAVN["gyldig_til"], INGEN_SLUTT, inn.siste_dag)),
        uendret=(OPPHOLD_STAAR,),
        objekt=old.enhet_id,
        skrevet=("gyldig_til",),
    )


def _held(inn: EndreEnhet | AvslutteEnhet) -> Enhetsversjon:
    return unchanged(Enhetsversjon, inn.versjon, {name: FELTNAVN[name] for name in SAMMENLIGNES})


def _worded(name: str, value: str) -> Text | str:
    if name == "oppholdsform":
        return OPPHOLDSNAVN[Oppholdsform(value)]
    return DOERNAVN[Doertype(value)] if name == "doertype" else value


def _change_faults(day: date, old: Enhetsversjon) -> Iterator[Feil]:
    first, last = old.gyldig_fra, old.gyldig_til
    if day <= first or (last is not None and day > last):
        text = Text(
            f"Datoen må være etter {datotekst.long(first)}, mens enheten finnes.",
            f"Datoen må vere etter {datotekst.long(first)}, medan eininga finst.",
        )
        yield Feil("fra", "UGYLDIG_REKKEFOLGE", text)


def _end_faults(day: date, old: Enhetsversjon) -> Iterator[Feil]:
    if day < old.gyldig_fra or old.gyldig_til is not None:
        text = Text(
            f"Enheten begynte {datotekst.long(old.gyldig_fra)}, og kan bare slutte én gang.",
            f"Eininga byrja {datotekst.long(old.gyldig_fra)}, og kan berre slutte éin gong.",
        )
        yield Feil("siste_dag", "UGYLDIG_REKKEFOLGE", text)
