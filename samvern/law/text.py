"""Bilingual texts: every sentence people read exists in bokmål and nynorsk, side by side."""

from typing import Literal, NamedTuple

Maalform = Literal["nb", "nn"]


class Text(NamedTuple):
    """One sentence or phrase in both written forms of Norwegian.

    `nb` is bokmål and the source language; `nn` is nynorsk. Neither may be empty.
    """

    nb: str
    nn: str

    def lang(self, maalform: Maalform) -> str:
        """Return the text in the asked-for form."""
        return self.nn if maalform == "nn" else self.nb

    def format(self, **verdier: str) -> "Text":
        """Fill the same named values into both forms (values must not depend on the form)."""
        return Text(self.nb.format(**verdier), self.nn.format(**verdier))

    def inside(self) -> "Text":
        """The phrase as it is written inside a sentence: without its capital letter."""
        return Text(self.nb[:1].lower() + self.nb[1:], self.nn[:1].lower() + self.nn[1:])
