"""Capital letters in a name typed without them, or with nothing else.

    written("ola")          -> "Ola"
    written("VON DER LIPPE") -> "von der Lippe"
    written("McDonald")     -> "McDonald"

Only a name that is all small or all capital letters is changed: whoever has used both has meant
something by it. What is changed stands in the form and in the preview before anything is saved.
"""

import re
from typing import Final

_PARTICLES: Final = frozenset({"af", "av", "den", "der", "du", "van", "von", "zu"})
"""Words inside a surname that keep their small letter when a longer name follows."""
_FIRST: Final = re.compile(r"(?:^|(?<=[\s'’\-.]))[^\W\d_]")
INITIALS: Final = 2
"""Characters. So short a name in capitals may be initials, and is left alone."""


def written(name: str) -> str:
    """The name with capital letters where they belong; unchanged when it has any of both kinds."""
    if not (name.islower() or (name.isupper() and len(name) > INITIALS)):
        return name
    words = name.lower().split(" ")
    return " ".join(
        word if word in _PARTICLES and any(words[at + 1 :]) else _capital(word)
        for at, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return _FIRST.sub(lambda found: found[0].upper(), word)
