"""Files for spreadsheets: no cell runs, and every value comes back."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from samvern.web.arbeidsliste import regneark

DANGEROUS = "=+-@\t\r\n＝＋－＠−"
CASES = [
    "=1+1", "+47 22 33 44 55", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x",
    " =1", "\u00a0=1", "\u200b=1", "\ufeff@x", "'=1", "'", "", "Kari", "O'Neill", "a;b", 'a"b',
    "=HYPERLINK(\"http://x\")", "a\nb",
]  # fmt: skip


def read_csv(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.krav("TR-X7")
@pytest.mark.parametrize("value", CASES)
def test_no_cell_of_a_csv_runs_and_every_value_comes_back(value: str) -> None:
    ((heading,), (cell,)) = read_csv(regneark.to_csv([value], [[value]]))
    for written in (heading, cell):
        assert written.lstrip(" \u00a0\u200b\ufeff")[:1] not in set(DANGEROUS)
        assert regneark.recover(written) == value


@pytest.mark.krav("TR-X7")
@given(st.text(alphabet=st.one_of(st.sampled_from(DANGEROUS + "' \u00a0\u200b"), st.characters())))
def test_any_text_is_safe_and_comes_back(value: str) -> None:
    cell = regneark.safe(value)
    assert regneark.recover(cell) == value
    assert not regneark.is_active(cell)
    assert cell[:1] not in set(DANGEROUS)


@pytest.mark.krav("TR-X7")
def test_two_values_never_become_the_same_cell() -> None:
    assert len({regneark.safe(value) for value in CASES}) == len(set(CASES))


@pytest.mark.krav("TR-X7")
def test_a_workbook_holds_texts_and_dates_and_no_formula() -> None:
    values = [value for value in CASES if value]
    rows: list[list[regneark.Verdi]] = [[value, date(2026, 12, 6)] for value in values]
    content = regneark.to_xlsx("Register", ["=Navn", "Dato"], rows)
    sheet = load_workbook(io.BytesIO(content))["Register"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "d"}
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [
        value.replace("\r", "\n") if "\r" in value else value for value in values
    ]
    marked = {cell.value for cell in cells if cell.quotePrefix}
    assert {"=1+1", "@SUM(A1)", "＝1+1", "=Navn"} <= marked
    assert "Kari" not in marked
    assert sheet.freeze_panes == "A2"


def test_what_a_workbook_cannot_hold_is_shown_as_lost() -> None:
    content = regneark.to_xlsx("Register", ["A"], [["a\x00b"], ["\x08"]])
    sheet = load_workbook(io.BytesIO(content))["Register"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["a\ufffdb", "\ufffd"]


def test_empty_cells_stay_empty() -> None:
    assert read_csv(regneark.to_csv(["A"], [[None]])) == [["A"], [""]]
    sheet = load_workbook(io.BytesIO(regneark.to_xlsx("R", ["A", "B"], [[None, "x"]])))["R"]
    assert [cell.value for cell in next(sheet.iter_rows(min_row=2))] == [None, "x"]
