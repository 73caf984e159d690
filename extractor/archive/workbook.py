"""An Excel workbook: a sheet a table, numbers and days as such, text never as a formula.

Written row by row. What Excel cannot hold is met so: a table of more rows than a sheet takes goes on in a second sheet,
a text longer than a cell takes is cut and ends with "…"; the texts of the articles are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from extractor.archive.tables import rows, schemas, typed
from extractor.model import Record
from extractor.store.columns import Type

ROWS_MOST = 1_048_576
CELL_MOST = 32_767


def write(records: Iterator[Record], path: Path, rows_most: int = ROWS_MOST) -> None:
    """Write a workbook."""
    book = Workbook(write_only=True)
    sheets = {kind: _Sheets(book, kind, _columns(kind, schema), rows_most) for kind, schema in schemas().items()}
    for record in records:
        for kind, row in rows(record):
            sheets[kind].add(row)
    book.save(path)


def _columns(kind: str, schema: dict[str, Type]) -> dict[str, Type]:
    return {name: type_ for name, type_ in schema.items() if (kind, name) != ("articles", "text")}


class _Sheets:
    """The sheets of one table."""

    def __init__(self, book: Workbook, kind: str, schema: dict[str, Type], rows_most: int) -> None:
        self._book, self._kind, self._schema, self._most = book, kind, schema, rows_most
        self._number = 0
        self._open()

    def _open(self) -> None:
        self._number += 1
        self._sheet = self._book.create_sheet(self._kind if self._number == 1 else f"{self._kind} {self._number}")
        self._sheet.freeze_panes = "A2"
        head = [WriteOnlyCell(self._sheet, name) for name in self._schema]
        for cell in head:
            cell.font = Font(bold=True)
        self._sheet.append(head)
        self._rows = 1

    def add(self, row: dict[str, Any]) -> None:
        if self._rows >= self._most:
            self._open()
        self._sheet.append([self._cell(value) for value in typed(row, self._schema).values()])
        self._rows += 1

    def _cell(self, value: Any) -> Any:
        if isinstance(value, str):
            clean = ILLEGAL_CHARACTERS_RE.sub(" ", value)
            cell = WriteOnlyCell(self._sheet, clean if len(clean) <= CELL_MOST else clean[: CELL_MOST - 1] + "…")
            cell.data_type = "s"
            return cell
        if isinstance(value, date):
            cell = WriteOnlyCell(self._sheet, value)
            cell.number_format = "yyyy-mm-dd"
            return cell
        return value
