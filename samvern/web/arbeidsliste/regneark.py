"""The register as a file: a table of texts and dates, safe to open in a spreadsheet (TR-X7).

A cell that a spreadsheet would take for a formula gets an apostrophe in front in CSV; so does one
that already begins with an apostrophe. Taking away one apostrophe from the cells that begin with
one therefore gives back every value. In XLSX each value is stored as text, marked as such.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

type Verdi = str | date | int | None

ACTIVE: Final = frozenset("=+-@\t\r\n＝＋－＠−﹢﹣﹦﹫")
"""First characters that make a cell a formula somewhere, full-width and small forms included."""

APOSTROPHE: Final = "'"
_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DATE: Final = "yyyy-mm-dd"
_WIDEST: Final = 48


def safe(text: str) -> str:
    """The text as a CSV cell that no spreadsheet runs."""
    return APOSTROPHE + text if is_active(text) or text.startswith(APOSTROPHE) else text


def recover(cell: str) -> str:
    """The text that `safe` was given."""
    return cell.removeprefix(APOSTROPHE)


def is_active(text: str) -> bool:
    """Whether a spreadsheet may run it. Spaces and invisible characters in front do not hide it."""
    for character in text:
        if character in ACTIVE:
            return True
        if unicodedata.category(character) not in {"Zs", "Cf", "Cc"}:
            return False
    return False


def to_csv(heading: Sequence[str], rows: Iterable[Sequence[Verdi]]) -> bytes:
    """Semicolons and a byte order mark, as Norwegian spreadsheets expect; dates as 2026-12-06."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([safe(text) for text in heading])
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _written(cell: Verdi) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else safe(str(cell))


def to_xlsx(title: str, heading: Sequence[str], rows: Iterable[Sequence[Verdi]]) -> bytes:
    """A workbook with one sheet, a frozen heading and filters. No cell holds a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    content = [list(row) for row in rows]
    for at, text in enumerate(heading):
        widest = max([len(text), *(len(str(row[at] or "")) for row in content)])
        column = chr(ord("A") + at)
        sheet.column_dimensions[column].width = min(widest, _WIDEST) + 3
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{chr(ord('A') + len(heading) - 1)}{len(content) + 1}"
    sheet.append([_cell(sheet, text, bold=True) for text in heading])
    for row in content:
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: WriteOnlyWorksheet, value: Verdi, *, bold: bool = False) -> Cell | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, datetime.combine(value, time.min))
        cell.number_format = _DATE
        return cell
    text = _NOT_XML.sub("\ufffd", str(value))
    cell = WriteOnlyCell(sheet, text)
    # A text that begins with «=» would otherwise be stored as a formula.
    cell.data_type = "s"
    cell.quotePrefix = is_active(text)
    if bold:
        cell.font = Font(bold=True)
    return cell
