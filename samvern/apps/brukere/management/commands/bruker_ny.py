"""`bruker_ny`: the first user of an installation, who can then register everyone else."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from samvern.apps.brukere.actions import gi_rolle, registrer_bruker
from samvern.apps.brukere.models import Tilknytning
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine import clock
from samvern.engine.avslag import Avslag
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer


class Command(BaseCommand):
    """For whoever has a shell on the server. Refused once somebody holds the role."""

    help = "Registrer den første brukeren med rollen systemdrift, og vis engangspassordet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """User name, name, and the code of the organisation."""
        parser.add_argument("brukernavn", help="Som en e-postadresse")
        parser.add_argument("navn")
        parser.add_argument("virksomhet", help="Koden, for eksempel OUS")

    def handle(self, *_: object, **options: str) -> None:
        """Register, give the role, and print the one-time password."""
        today = clock.today()
        found = virksomheter.find(options["virksomhet"], today).virksomhet
        if found is None:
            raise CommandError("Ingen virksomhet har denne koden. Kjør virksomheter_last først.")
        operator = Viewer(
            new_id(), "drift", Rolle.SYSTEMDRIFT, found.id, frozenset({found.id}), new_id(),
            bekreftet=True,
        )  # fmt: skip
        with transaction.atomic():
            if Tilknytning.objects.filter(rolle=Rolle.SYSTEMDRIFT, erstattet=None).exists():
                raise CommandError("Noen har alt rollen. Brukere registreres på siden Brukere.")
            try:
                new = registrer_bruker.utfoer(
                    operator, registrer_bruker.NyBruker(options["brukernavn"], options["navn"])
                )
                gi_rolle.utfoer(
                    operator,
                    gi_rolle.NyRolle(new.bruker, Rolle.SYSTEMDRIFT.value, found.id, today),
                )
            except Avslag as refused:
                words = "\n".join(fault.melding.nb for fault in refused.feil)
                raise CommandError(words) from None
        self.stdout.write(f"Engangspassord (gjelder i 72 timer): {new.engangspassord}")
