"""The next step for the one who must act: the form where it is recorded, in words of their own.

To everybody else a late report is something to ask for; to the one who writes it, it is something
to do. Only what the role may record stands here (tests/web/arbeidsliste/test_egne_steg.py).
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from samvern.apps.saker.public import Oppgaverad
from samvern.engine.roller import Rolle
from samvern.law.text import Text


class Egetsteg(NamedTuple):
    """A verb, and the event type whose form it leads to."""

    tekst: Text
    type: str


_SKJEMA: Final = Egetsteg(
    Text("Registrer skjemaet", "Registrer skjemaet"), "helseopplysningsskjema_sendt"
)
_RAPPORT: Final = Egetsteg(
    Text("Registrer rapporten", "Registrer rapporten"), "statusrapport_sendt"
)
_ANSVAR: Final = Egetsteg(
    Text("Fastsett ansvaret", "Fastset ansvaret"), "behandlingsansvar_fastsatt"
)
_FAGLIG: Final = Egetsteg(
    Text("Oppgi faglig ansvarlig", "Oppgi fagleg ansvarleg"), "faglig_ansvarlig_endret"
)
_INN: Final = Egetsteg(Text("Registrer innleggelsen", "Registrer innlegginga"), "innleggelse")
_NK: Final[Mapping[str, Egetsteg]] = {
    "mangler_embete": Egetsteg(Text("Registrer embetet", "Registrer embetet"), "paatale_fastsatt"),
    "mangler_saksbehandler": Egetsteg(Text("Ta saken", "Ta saka"), "saksbehandler_tildelt"),
}

STEG: Final[Mapping[Rolle, Mapping[str, Egetsteg]]] = {
    Rolle.NK: _NK,
    Rolle.NK_LEDER: _NK,
    Rolle.FAGLIG_ANSVARLIG: {
        "F-06": _SKJEMA,
        "F-07": _RAPPORT,
        "F-84": Egetsteg(
            Text("Varsle statsadvokaten", "Varsle statsadvokaten"), "varsel_statsadvokat"
        ),
        "mangler_plassering": _INN,
    },
    Rolle.INSTITUSJON: {"mangler_faglig_ansvarlig": _FAGLIG, "mangler_plassering": _INN},
    Rolle.RHF: {"F-04": _ANSVAR, "mangler_rhf": _ANSVAR},
    Rolle.STATSADVOKAT: {
        "F-03": Egetsteg(
            Text("Bekreft rettskraftdatoen", "Stadfest rettskraftdatoen"), "dom_rettskraftig"
        ),
        "F-12": Egetsteg(
            Text("Registrer underskriften", "Registrer underskrifta"),
            "opprettholdelse_underskrevet",
        ),
        "F-13": Egetsteg(Text("Registrer opphøret", "Registrer opphøyret"), "opphoer"),
        "avgjoer_retur": Egetsteg(Text("Registrer valget", "Registrer valet"), "retur_avgjort"),
    },
    Rolle.KONTROLLKOMMISJON: {
        "F-71": Egetsteg(Text("Registrer avgjørelsen", "Registrer avgjerda"), "klage_avgjort")
    },
}
"""What each role records itself, by the code of what waits."""


def own_step(rolle: Rolle, rad: Oppgaverad) -> Egetsteg | None:
    """The viewer's own step; None when it waits for somebody else, when the date is unknown, or
    when a lawyer must first say what applies: then nothing can be recorded yet."""
    if rad.annens or rad.slag == "uavklart" or rad.status == "maa_avgjoeres":
        return None
    return STEG.get(rolle, {}).get(rad.kode)
