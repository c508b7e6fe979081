"""Any case that reads gives a page: no date, however far off, may bring the server down."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.law.calendar import FIRST_YEAR, LAST_YEAR
from tests.law.strategies import raw_cases
from tests.web.fristberegner.sider import ADDRESS, Side

SERVER_ERROR = 500
PRESSES = ("vis", "visning:hele", "visning:naer", "kalender", "skriv_ut", "lagre_fil", "prov")
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def page(inn: dict[str, Any], handling: str, proever: object = None) -> Any:
    sent = {
        "inn": json.dumps(inn),
        "proever": json.dumps(proever) if proever else "",
        "visning": "hele",
        "handling": handling,
    }
    return Client(raise_request_exception=False).post(ADDRESS, sent)


@given(raw_cases(), DAYS, DAYS, st.sampled_from(PRESSES), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_valid_case_gets_an_answer_in_every_view(
    inn: dict[str, Any], today: date, moved: date, handling: str, trial: bool
) -> None:
    inn["per_dato"] = today.isoformat()
    rows = inn["hendelser"]
    tried = None
    if rows and trial:
        tried = [{"hendelse": {**rows[0], "dato": moved.isoformat()}, "bytter": 0}]
    assert page(inn, handling, tried).status_code < SERVER_ERROR
    if rows:
        assert page(inn, f"visning:{rows[0]['dato'][:4]}", tried).status_code < SERVER_ERROR


@given(DAYS, DAYS, st.sampled_from(PRESSES))
@settings(max_examples=60, deadline=None)
def test_one_event_on_any_day_seen_from_any_other(event: date, today: date, handling: str) -> None:
    dom = {"type": "dom_rettskraftig", "dato": event.isoformat(), "id": "D1",
           "art": "overfoeringsdom"}  # fmt: skip
    inn = {"type": "tidsubestemt", "per_dato": today.isoformat(), "hendelser": [dom]}
    assert page(inn, handling).status_code < SERVER_ERROR


@pytest.mark.krav("N-13.7")
@pytest.mark.parametrize("view", ["vis", "visning:hele", "visning:naer", "visning:2033"])
def test_a_year_typed_wrong_is_drawn_and_listed(client: Client, view: str) -> None:
    dom = {"type": "dom_rettskraftig", "dato": "2033-12-06", "id": "D1", "art": "overfoeringsdom"}
    inn = {"type": "tidsubestemt", "per_dato": "2026-11-21", "hendelser": [dom]}
    side = Side(client)
    side.state = {"inn": json.dumps(inn), "proever": "", "visning": "hele"}
    side.press(view)
    assert side.response.status_code == 200
    assert "ti. 6. des. 2033" in side.text, "in the table"
    assert "Dom rettskraftig" in side.html.partition("<svg")[2].partition("</svg>")[2]
    assert 'class="tl-merke"' in side.html
