"""Which written form of Norwegian the words of a refusal are in: `Accept-Language`, nb or nn.

Data carry both forms side by side; only refusals, which people read as they stand, choose.
"""

from typing import Final

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from samvern.law.text import Maalform

_FORMS: Final[dict[str, Maalform]] = {
    "nn": "nn", "nn-no": "nn", "nb": "nb", "nb-no": "nb", "no": "nb",
}  # fmt: skip
LONGEST: Final = 200


def of(request: HttpRequest) -> Maalform:
    """The form asked for; bokmål when none of ours is."""
    header = request.headers.get("Accept-Language", "")[:LONGEST].lower()
    wanted = (_FORMS.get(language) for language, _ in parse_accept_lang_header(header))
    return next((form for form in wanted if form), "nb")
