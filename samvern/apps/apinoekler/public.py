"""What the doors may use: make and withdraw keys, list one's own, and let a request in by one."""

from samvern.apps.apinoekler.access import may_have
from samvern.apps.apinoekler.actions.lag_noekkel import Laget
from samvern.apps.apinoekler.actions.lag_noekkel import utfoer as lag_noekkel
from samvern.apps.apinoekler.actions.trekk_noekkel import utfoer as trekk_noekkel
from samvern.apps.apinoekler.bruk import Bruk, bruk
from samvern.apps.apinoekler.koder import FORMAALSNAVN, LENGST, Formaal, Stand
from samvern.apps.apinoekler.lister import Noekkelrad, mine

__all__ = [
    "FORMAALSNAVN",
    "LENGST",
    "Bruk",
    "Formaal",
    "Laget",
    "Noekkelrad",
    "Stand",
    "bruk",
    "lag_noekkel",
    "may_have",
    "mine",
    "trekk_noekkel",
]
