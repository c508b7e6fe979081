"""The arguments of every command, with help and faults in Norwegian."""

import argparse
import sys
from typing import TYPE_CHECKING

from samvern import __version__

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

# Everything argparse can say to a user. It asks gettext, and has no other hook that covers both
# its help and its faults. tests/cli/test_parser.py fails when a sentence is missing here.
_WORDS = {
    "usage: ": "Bruk: ",
    "%(heading)s:": "%(heading)s:",
    "positional arguments": "Argumenter",
    "options": "Valg",
    "subcommands": "Kommandoer",
    "show this help message and exit": "vis denne hjelpen",
    "show program's version number and exit": "vis versjonen",
    " (default: %(default)s)": " (standard: %(default)s)",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: advarsel: %(message)s\n",
    "the following arguments are required: %s": "dette mangler: %s",
    "one of the arguments %s is required": "velg én av %s",
    "unrecognized arguments: %s": "ukjent: %s",
    "not allowed with argument %s": "kan ikke brukes sammen med %s",
    "ignored explicit argument %r": "tar ingen verdi, men fikk %r",
    "unexpected option string: %s": "uventet valg: %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan bety flere valg: %(matches)s"
    ),
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r finnes ikke. Velg én av: %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "ugyldig verdi: %(value)r",
    "expected one argument": "her må det stå én verdi",
    "expected at most one argument": "her kan det stå høyst én verdi",
    "expected at least one argument": "her må det stå minst én verdi",
    "expected %s argument": "her må det stå %s verdi",
    "expected %s arguments": "her må det stå %s verdier",
}


def _norwegian(message: str) -> str:
    return _WORDS.get(message, message)


def _norwegian_count(one: str, many: str, count: int) -> str:
    return _norwegian(one if count == 1 else many)


ROLES = (
    "nk", "nk_leder", "faglig_ansvarlig", "institusjon", "rhf", "statsadvokat", "politi",
    "kontrollkommisjon", "statsforvalter", "kriminalomsorg", "forsker", "revisor", "systemdrift",
)  # fmt: skip
"""The codes of `samvern.engine.roller`, which is not loaded for a command that needs none of it."""

_FRISTER = """\
Regner ut alle frister i en sak: dato, status, hvem som handler, og hvorfor.

FIL er en JSON-fil med én sak, {"type": …, "hendelser": […], "per_dato": …}, eller en liste av
saker. «samvern hendelser» viser hva en hendelse kan være. Skriv - for å lese fra standard inn.
Ingenting lagres.

Feil i inndata gir kode 2 og en JSON-liste over alle feil på standard feil."""


def _frister(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "frister",
        help="regn ut fristene i en sak eller en fil med saker",
        description=_FRISTER,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("fil", metavar="FIL", nargs="?", help="JSON-fil med saker, eller -")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="skriv hele svaret som JSON")
    how.add_argument("--forklar", metavar="REGEL", help="vis hele begrunnelsen for én regel (F-12)")
    how.add_argument("--eksempler", metavar="EKSEMPELFIL", help="prøv motoren mot en eksempelfil")
    _language(command)


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--maalform", choices=("nb", "nn"), default="nb", help="bokmål (nb) eller nynorsk (nn)"
    )


def _kalender(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("kalender", help="vis helligdager og virkedager i et år")
    command.add_argument("aar", metavar="ÅR", type=int, help="et år fra 1990 til 2100")
    command.add_argument("--json", action="store_true", help="skriv som JSON")
    _language(command)


def _regel(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("regel", help="vis en regel med hjemler, eller listen over alle")
    command.add_argument("regel", metavar="REGEL", nargs="?", help="for eksempel F-12")
    command.add_argument("--json", action="store_true", help="skriv som JSON")
    _language(command)


def _hendelser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "hendelser", help="vis hendelsestypene en sak kan ha, eller feltene til én"
    )
    command.add_argument("hendelse", metavar="TYPE", nargs="?", help="for eksempel dom_avsagt")
    command.add_argument("--json", action="store_true", help="skriv som JSON")
    _language(command)


def _krav(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("krav", help="vis hvilke prøver som viser hvilke krav")
    command.add_argument("--json", action="store_true", help="skriv som JSON")


def _server(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "server",
        help="start Samvern i produksjon",
        description="Starter Samvern i produksjon (gunicorn). Innstillingene leses fra miljøet.",
    )
    command.add_argument(
        "--adresse", default="127.0.0.1:8000", help="vert og port (standard: %(default)s)"
    )
    command.add_argument(
        "--prosesser", type=int, default=2, help="antall arbeidsprosesser (standard: %(default)s)"
    )


def _revisjon(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("revisjon", help="verifiser, forankre og eksporter loggen")
    acts = command.add_subparsers(dest="handling", metavar="HANDLING", required=True)
    verify = acts.add_parser("verifiser", help="prøv at loggen er hel")
    verify.add_argument("--json", action="store_true", help="skriv som JSON")
    verify.add_argument("--mot", metavar="FIL", help="sammenlign med sjekkpunktene i FIL")
    anchor = acts.add_parser(
        "forankre", help="legg et sjekkpunkt til i FIL, som oppbevares utenfor"
    )
    export = acts.add_parser("eksporter", help="skriv innslagene til FIL, ett per linje")
    for act in (anchor, export):
        act.add_argument("--fil", metavar="FIL", required=True, help="filen som skrives")
    for act in (verify, export):
        act.add_argument("--fra", metavar="NR", type=int, default=1, help="første innslag")
        act.add_argument("--til", metavar="NR", type=int, help="siste innslag")
    for act in (verify, anchor, export):
        _language(act)


def _bygg_opp(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "bygg-opp",
        help="bygg listene opp på nytt fra hendelsene",
        description="Regner ut status, frister og oppgaver i hver sak på nytt fra hendelsene.",
    )
    command.add_argument(
        "--sjekk", action="store_true", help="bare se om noe ville blitt annerledes"
    )
    command.add_argument("--sak", metavar="SAKSNR", help="bare denne saken (S-2026-0017)")
    command.add_argument("--json", action="store_true", help="skriv som JSON")
    _language(command)


_ARBEIDSLISTE = """\
Viser det som venter på noen, slik én person i én rolle ser det: over fristen, denne uken, innen
den valgte tiden, og det som mangler dato. Tallene er de samme som på siden «Arbeidsliste».

Bare saksnummer vises, ikke navn. Lesingen blir logget på personen."""


def _arbeidsliste(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "arbeidsliste",
        help="vis hva som venter på noen de neste dagene",
        description=_ARBEIDSLISTE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--kommende",
        metavar="TID",
        default="14d",
        help="hvor langt frem: 14d (dager) eller 12m (måneder)",
    )
    _reader(command)
    command.add_argument("--json", action="store_true", help="skriv som JSON")
    _language(command)


_SAK = """\
Viser én sak slik én person i én rolle ser den: status, sted, frister, hendelser og hvem som deltar.

--paa viser saken slik den var en dag. --som-kjent viser den slik vi kjente den ved utgangen av en
dag: det som er registrert senere, er ikke med. De to kan brukes sammen.

Navn og fødselsnummer på personen vises ikke, og heller ikke fritekst. Lesingen blir logget."""


def _sak(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "sak",
        help="vis en sak, i dag eller slik den var",
        description=_SAK,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("saksnr", metavar="SAKSNR", help="for eksempel S-2026-0017")
    command.add_argument("--paa", metavar="DATO", help="slik den var denne dagen (2026-03-01)")
    command.add_argument("--som-kjent", metavar="DATO", help="slik vi kjente den denne dagen")
    _reader(command)
    command.add_argument("--json", action="store_true", help="skriv som JSON")
    _language(command)


def _reader(command: argparse.ArgumentParser) -> None:
    command.add_argument("--bruker", metavar="BRUKERNAVN", help="hvem som leser")
    command.add_argument(
        "--rolle", choices=ROLES, help="rollen personen har (uten --bruker: nk)", metavar="ROLLE"
    )


def _demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("demo", help="legg inn demoen, eller slett den")
    acts = command.add_subparsers(dest="handling", metavar="HANDLING", required=True)
    last = acts.add_parser("last", help="legg demoen i et tomt register (SAMVERN_DEMO=1)")
    delete = acts.add_parser("slett", help="slett databasefilen til en demo")
    delete.add_argument("--ja", action="store_true", help="bekreft")
    for act in (last, delete):
        _language(act)


class _Parser(argparse.ArgumentParser):
    """A parser that does not hide that its help could not be written."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        if file is not None and file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    argparse._ = _norwegian  # type: ignore[attr-defined]
    argparse.ngettext = _norwegian_count  # type: ignore[attr-defined]
    parser: argparse.ArgumentParser = _Parser(
        prog="samvern",
        description="Samvern: frister og forklaringer ved dom til tvungent psykisk helsevern.",
        epilog="«samvern KOMMANDO --help» viser hjelp til hver kommando.",
    )
    parser.add_argument("--version", action="version", version=f"samvern {__version__}")
    commands = parser.add_subparsers(
        dest="kommando", metavar="KOMMANDO", title=_norwegian("subcommands")
    )
    for add in (
        *(_frister, _kalender, _regel, _hendelser, _krav),
        *(_server, _revisjon, _bygg_opp, _arbeidsliste, _sak, _demo),
    ):
        add(commands)
    return parser
