"""The words of an answer shown to somebody who may not see what it rests on."""

import re

from samvern.law import sentence
from samvern.law.sentence_texts import GRUNNER
from samvern.law.trace import Grunn

HIDDEN = Grunn(sentence.SKJULT)


def test_skjult_grunnlag_sies_paa_begge_maalformer() -> None:
    text = sentence.reason(HIDDEN)
    assert text.nb == "Grunnlaget vises ikke for rollen din."
    assert text.nn == "Grunnlaget blir ikkje vist for rolla di."


def test_skjult_grunnlag_roeper_ingenting_av_det_skjulte() -> None:
    """Values left behind by a mistake are still not written, and the sentence has no place."""
    left = Grunn(sentence.SKJULT, (("dag", "2026-11-02"), ("dager", 3)))
    assert sentence.reason(left) == sentence.reason(HIDDEN)
    assert not re.search(r"[{}\d]", sentence.reason(left).nb + sentence.reason(left).nn)


def test_ingen_regel_gir_selv_grunnen_skjult() -> None:
    """The code is the reader's own: were it a rule's reason, the two could not be told apart."""
    assert sentence.SKJULT not in GRUNNER
