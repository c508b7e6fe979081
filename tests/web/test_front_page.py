"""The front page shows a real answer."""

import pytest

from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.web.pages.content import Example


@pytest.mark.krav("F-12")
def test_the_example_on_the_front_page_is_what_the_engine_says() -> None:
    shown = Example()
    sak, faults = read_case(
        {
            "type": "tidsubestemt",
            "per_dato": shown.per_dato.isoformat(),
            "hendelser": [
                {
                    "type": "dom_rettskraftig",
                    "id": "d0",
                    "art": "overfoeringsdom",
                    "dato": "2020-12-09",
                },
                {
                    "type": "dom_rettskraftig",
                    "id": "d1",
                    "art": "opprettholdelse",
                    "dato": shown.dom.isoformat(),
                },
            ],
        }
    )
    assert faults == ()
    assert sak is not None
    (frist,) = [frist for frist in compute(sak).frister if frist.regel == "F-12"]
    assert (frist.dato, frist.lovdato, frist.siste_virkedag) == (
        shown.frist,
        shown.lovdato,
        shown.siste_virkedag,
    )
    assert frist.status == "loeper"
