"""The page of a new case, in one of its steps: what its templates are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from samvern.apps.saker.public import Saksrad
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.fristberegner.felter import PREFIX, Skjemafelt, Typed
from samvern.web.registrering import innlesing, nummersoek, person, start
from samvern.web.registrering.avslag import Nei
from samvern.web.registrering.felter import Oppslag, build, draw, reason
from samvern.web.registrering.innlesing import Skjemafeil
from samvern.web.registrering.start import BEGYNNER_MED, Del

SLAG: Final = "ny_sak"
STEG: Final = "steg"
PERSON, START = "person", "start"
DUPLIKAT: Final = reason(
    Text("Hvorfor skal det opprettes en ny sak?", "Kvifor skal det opprettast ei ny sak?"),
    Text(
        "Som «ny straffesak» eller «saken fra 2009 er opphørt».",
        "Som «ny straffesak» eller «saka frå 2009 er opphøyrd».",
    ),
)._replace(navn="duplikat_grunn")


@dataclass(frozen=True, slots=True)
class Side:
    """The page of a new case, in one of its steps."""

    viewer: Viewer
    steg: str
    typed: Typed
    noekkel: str
    oppslag: Mapping[str, Oppslag] = field(default_factory=dict)
    """Choices of the fields, by the prefix of their part."""
    feil: Mapping[str, Text] = field(default_factory=dict)
    loese: tuple[Text, ...] = ()
    nei: Nei | None = None
    har_saker: tuple[Saksrad, ...] = ()
    """Cases of the same person that the viewer may see."""
    har_andre: bool = False
    """Whether the person has a case that the viewer may not see."""
    utkast_fra: datetime | None = None
    lagret_kl: datetime | None = None
    for_stort: bool = False
    """Whether more was sent than a draft holds."""
    mange: bool = False
    """Whether so many numbers are looked up that a reason is asked for."""

    @property
    def begynner_med(self) -> str:
        """`tiltale` or `dom_avsagt`, or nothing yet."""
        return start.begins_with(self.typed)

    @property
    def deler(self) -> tuple[Del, ...]:
        """The events that are asked about."""
        return start.parts(self.begynner_med) if self.begynner_med else ()

    @property
    def hvem(self) -> str:
        """The name typed in the first step, for the steps after: a draft may be opened days later.
        Empty when no name is known."""
        fields = (person.FORNAVN, person.MELLOMNAVN, person.ETTERNAVN)
        parts = [(self.typed.get(f"{person.PREFIX}{one.navn}") or [""])[0] for one in fields]
        return " ".join(part for part in parts if part)

    @property
    def personfelter(self) -> tuple[Skjemafelt, ...]:
        """The fields of the person step."""
        looked = self.oppslag.get(person.PREFIX, {})
        wanted = person.fields(self.typed)
        typed = {f"{person.PREFIX}identitet": [person.KNOWN], **self.typed}
        fields = list(build(SLAG, wanted, typed, self.feil, looked, person.PREFIX))
        at = next((i for i, f in enumerate(fields) if f.navn == "p_nummer"), None)
        if at is not None:
            fields[at] = replace(fields[at], slag="nummer", lest=person.number_says(self.typed))
        return (*fields, *build(SLAG, (BEGYNNER_MED,), self.typed, self.feil, {}))

    @property
    def grupper(self) -> tuple[tuple[Text, tuple[Skjemafelt, ...]], ...]:
        """The fields of the start step under their headings."""
        return tuple(
            (
                part.tittel,
                build(
                    part.kode,
                    part.felter,
                    self.typed,
                    self.feil,
                    self.oppslag.get(part.prefiks, {}),
                    part.prefiks,
                ),
            )
            for part in self.deler
        )

    @property
    def duplikatfelt(self) -> Skjemafelt | None:
        """The field that asks why there is to be one case more."""
        if not (self.har_saker or self.har_andre):
            return None
        return draw(DUPLIKAT, self.typed, self.feil, ())

    @property
    def grunnfelt(self) -> Skjemafelt | None:
        """The field that asks why so many numbers are looked up."""
        if not self.mange:
            return None
        return build(SLAG, (nummersoek.GRUNN,), self.typed, self.feil, {})[0]

    @property
    def felter(self) -> tuple[Skjemafelt, ...]:
        """Every field of the step, in the order of the page."""
        extra = tuple(felt for felt in (self.grunnfelt, self.duplikatfelt) if felt)
        if self.steg == PERSON:
            return (*extra, *self.personfelter)
        return (*extra, *(felt for _, group in self.grupper for felt in group))

    @property
    def feilliste(self) -> tuple[Skjemafeil, ...]:
        """Every fault at once, with the field it is at."""
        return innlesing.listed(self.felter, self.loese)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all fields of the two steps."""
        return names(self.begynner_med)

    def skjulte(self, vist: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
        """What was typed in the other step, or before the preview."""
        here = {f.navn for f in self.felter} if not vist else set(vist)
        return tuple(
            (PREFIX + name, value)
            for name, values in self.typed.items()
            for value in values
            if value and name not in here
        )

    @property
    def andre_felt(self) -> tuple[tuple[str, str], ...]:
        """What was typed in the other step."""
        return self.skjulte()


def names(begins_with: str) -> tuple[str, ...]:
    """Names of all fields of the two steps, when a case begins like this."""
    found = [person.PREFIX + felt.navn for felt in person.ALL]
    found += [BEGYNNER_MED.navn, DUPLIKAT.navn, nummersoek.GRUNN.navn]
    for part in start.parts(begins_with) if begins_with else ():
        found += [part.prefiks + felt.navn for felt in part.felter]
    return tuple(found)
