"""`virksomheter_last`: load the reference data that come with the program, and check them."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from samvern.apps.virksomheter.kontroll import faults
from samvern.apps.virksomheter.lasting import load_reference_data
from samvern.apps.virksomheter.referansefiler import FeilIReferansedata


class Command(BaseCommand):
    """Run after `migrate`. Running it again changes nothing that is already there."""

    help = "Legg inn virksomheter, kommuner og kodeverk. Kan kjøres så ofte man vil."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option: only check what is stored."""
        parser.add_argument(
            "--sjekk", action="store_true", help="Bare kontroller det som er lagret"
        )

    def handle(self, *_: object, **options: object) -> None:
        """Load, tell what was done, and end with an error when the check finds something."""
        if not options["sjekk"]:
            self._load()
        if found := faults():
            raise CommandError("Feil i referansedataene:\n" + "\n".join(found))
        self.stdout.write("Kontrollen fant ingen feil.")

    def _load(self) -> None:
        try:
            result = load_reference_data()
        except FeilIReferansedata as fault:
            raise CommandError(str(fault)) from fault
        for name, new in result.nye.items():
            closed, kept = result.erstattet[name], result.uendret[name]
            self.stdout.write(f"{name}: {new} nye, {closed} erstattet, {kept} uendret")
        for told in result.lokalt_endret:
            self.stdout.write(f"Endret her, filens versjon er ikke tatt inn: {told}")
        for told in result.ikke_i_filene:
            self.stdout.write(f"Ikke lenger i filene, står urørt: {told}")
