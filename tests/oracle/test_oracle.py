"""The engine agrees with the independent oracle."""

import json
from itertools import islice

import pytest

from tests.oracle.eksempler import offisielle
from tests.oracle.enighet import avvik
from tests.oracle.historier import histories

FROE = 20_260
ANTALL = 20_000
VIST = 3


@pytest.mark.krav("N-13.1")
def test_motoren_og_orakelet_er_enige_om_eksemplene() -> None:
    ulike = {e["id"]: funn for e in offisielle() if (funn := avvik(e["inn"]))}
    assert ulike == {}


@pytest.mark.slow
@pytest.mark.krav("N-13.1")
def test_motoren_og_orakelet_er_enige_om_tilfeldige_historier() -> None:
    ulike = ((inn, funn) for inn in histories(FROE, ANTALL) if (funn := avvik(inn)))
    vist = [{"inn": inn, "avvik": funn} for inn, funn in islice(ulike, VIST)]
    assert not vist, "\n".join(json.dumps(feil, ensure_ascii=False) for feil in vist)
