"""Every format holds the same figures, as numbers, and opens in what it is for."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extractor import Record, to_frame
from extractor.archive.diff import diff
from extractor.archive.export import export
from extractor.archive.tables import schemas, wide
from extractor.errors import OutputError, UsageError
from extractor.read.text import LIMIT
from extractor.store.columns import TABLES
from extractor.store.folder import read_record, record_files
from extractor.store.folding import folded
from tests.batch.runs import call

Copy = Callable[[str], Path]


def needs(*modules: str) -> pytest.MarkDecorator:
    missing = [module for module in modules if find_spec(module) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {missing}")


@pytest.fixture(scope="module")
def records(made: Path) -> list[Record]:
    return [read_record(file) for file in record_files(made)]


def count(records: list[Record]) -> Counter[str]:
    return Counter({kind: sum(len(getattr(r, kind)) for r in records) for kind in TABLES})


def frames(records: list[Record]) -> Iterator[tuple[str, pd.DataFrame]]:
    for kind in TABLES:
        yield kind, to_frame(records, kind)


def test_json_lines_hold_the_whole_records(made: Path, tmp_path: Path, records: list[Record]) -> None:
    assert export(made, tmp_path / "a.jsonl") == 8
    lines = (tmp_path / "a.jsonl").read_bytes().splitlines()
    assert [Record.model_validate_json(line) for line in lines] == records


def test_sqlite_finds_words_without_marks(made: Path, tmp_path: Path, records: list[Record]) -> None:
    export(made, tmp_path / "a.sqlite")
    with sqlite3.connect(tmp_path / "a.sqlite") as db:
        for kind, number in count(records).items():
            assert db.execute(f"SELECT count(*) FROM {kind}").fetchone() == (number,)
        for words in ("uy ban", "duong"):
            found = db.execute(
                "SELECT r.text FROM records_fts JOIN records r ON r.row = records_fts.rowid WHERE records_fts MATCH ?",
                [f'"{words}"'],
            ).fetchall()
            said = [text for (text,) in db.execute("SELECT text FROM records") if words in folded(text).split(" · ")[0]]
            assert found
            assert set(said) <= {text for (text,) in found}
        kinds = db.execute("SELECT DISTINCT typeof(quantity_value) FROM achievements").fetchall()
        assert {kind for (kind,) in kinds} <= {"integer", "real"}


@needs("pyarrow")
def test_parquet_has_one_schema_and_opens_in_pandas(made: Path, tmp_path: Path, records: list[Record]) -> None:
    import pyarrow.parquet as pq

    export(made, tmp_path / "tables", "parquet")
    assert sorted(p.stem for p in (tmp_path / "tables").iterdir()) == sorted(schemas())
    for kind, frame in frames(records):
        read = pd.read_parquet(tmp_path / "tables" / f"{kind}.parquet")
        assert list(read.columns) == list(frame.columns)
        assert len(read) == len(frame)
    values = pd.read_parquet(tmp_path / "tables" / "achievements.parquet")["quantity_value"]
    assert values.dtype == "float64"
    assert values.sum() == sum(i.quantity.value for r in records for i in r.achievements)

    export(made, tmp_path / "a.parquet")
    table = pq.read_table(tmp_path / "a.parquet")
    assert table.num_rows == sum(count(records).values())
    assert table.column_names == list(wide())
    (tmp_path / "none" / "records").mkdir(parents=True)
    export(tmp_path / "none", tmp_path / "empty.parquet")
    assert pq.read_schema(tmp_path / "empty.parquet") == table.schema


def test_csv_opens_in_excel_and_pandas(made: Path, tmp_path: Path, records: list[Record]) -> None:
    export(made, tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfrecord_type,article_id,")
    read = pd.read_csv(tmp_path / "a.csv")
    assert Counter(read["record_type"]) == count(records)
    assert read["quantity_value"].dtype == "float64"
    export(made, tmp_path / "tables", "csv")
    read = pd.read_csv(tmp_path / "tables" / "rankings.csv")
    assert list(read["rank"]) == [item.rank for r in records for item in r.rankings]


def test_a_text_that_a_spreadsheet_would_compute_is_inert(copy: Copy, tmp_path: Path) -> None:
    out = copy("out")
    file = out / "records" / "thuy-linh.json"
    record = json.loads(file.read_bytes())
    record["rankings"][0]["subject"] = "=1+1"
    file.write_text(json.dumps(record), encoding="utf-8")
    export(out, tmp_path / "tables", "csv")
    with (tmp_path / "tables" / "rankings.csv").open(encoding="utf-8-sig", newline="") as table:
        assert "'=1+1" in {row["subject"] for row in csv.DictReader(table)}
    if find_spec("openpyxl"):
        from openpyxl import load_workbook

        export(out, tmp_path / "a.xlsx")
        cells = [c for row in load_workbook(tmp_path / "a.xlsx")["rankings"].iter_rows() for c in row]
        assert [c.data_type for c in cells if c.value == "=1+1"] == ["s"]


@needs("openpyxl")
def test_a_workbook_has_numbers_and_days_as_such(made: Path, tmp_path: Path, records: list[Record]) -> None:
    from openpyxl import load_workbook

    export(made, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == list(schemas())

    def column(sheet: str, name: str) -> list[Any]:
        rows = list(book[sheet].iter_rows(values_only=True))
        return [row[rows[0].index(name)] for row in rows[1:]]

    assert column("achievements", "quantity_value") == [i.quantity.value for r in records for i in r.achievements]
    assert all(isinstance(value, int | float) for value in column("achievements", "quantity_value"))
    days = [value for value in column("achievements", "period_start_date") if value is not None]
    assert days
    assert all(isinstance(day, datetime | date) for day in days)
    assert "text" not in [cell.value for cell in book["articles"][1]]


@needs("openpyxl")
def test_a_table_too_long_for_a_sheet_goes_on_in_the_next(tmp_path: Path, records: list[Record]) -> None:
    from openpyxl import load_workbook

    from extractor.archive.workbook import write

    write(iter(records), tmp_path / "a.xlsx", rows_most=11)
    book = load_workbook(tmp_path / "a.xlsx")
    names = [name for name in book.sheetnames if name.split()[0] == "conclusions"]
    assert len(names) > 1
    assert sum(book[name].max_row - 1 for name in names) == count(records)["conclusions"]


@needs("duckdb", "pyarrow")
def test_duckdb_has_typed_tables(made: Path, tmp_path: Path, records: list[Record]) -> None:
    import duckdb

    export(made, tmp_path / "a.duckdb")
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as db:
        for kind, number in count(records).items():
            assert db.execute(f"SELECT count(*) FROM {kind}").fetchone() == (number,)
        types = {name: type_ for name, type_, *_ in db.execute("DESCRIBE achievements").fetchall()}
    assert (types["quantity_value"], types["start"], types["period_end_date"]) == ("DOUBLE", "BIGINT", "DATE")


def test_the_target_is_whole_or_as_it_was(made: Path, tmp_path: Path) -> None:
    export(made, tmp_path / "t", "csv")
    export(made, tmp_path / "t", "csv")  # its own folder of tables is replaced
    (tmp_path / "t" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="a folder of other things"):
        export(made, tmp_path / "t", "csv")
    assert (tmp_path / "t" / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert [p.name for p in tmp_path.iterdir()] == ["t"]


def test_a_record_that_cannot_be_read_is_told_and_left_out(copy: Copy, tmp_path: Path) -> None:
    out = copy("out")
    (out / "records" / "thuy-linh.json").write_text("{}", encoding="utf-8")
    done = call("export", out, "-o", tmp_path / "a.jsonl")
    assert done.returncode == 1
    assert "thuy-linh.json: this is no record of this extractor" in done.stderr
    assert len((tmp_path / "a.jsonl").read_bytes().splitlines()) == 7


def test_what_the_manifest_does_not_name_is_left_out(copy: Copy, tmp_path: Path) -> None:
    out = copy("out")
    (out / "records" / "gone.json").write_bytes((out / "records" / "thuy-linh.json").read_bytes())
    assert export(out, tmp_path / "a.jsonl") == 8
    found = diff(out, copy("other"))
    assert (found.same, found.is_none) == (8, True)
    (out / "manifest.jsonl").unlink()
    assert export(out, tmp_path / "a.jsonl") == 9
    assert diff(out, tmp_path / "other").only_before == ["records/gone.json"]


def test_a_record_longer_than_any_article_may_be_is_read_back(copy: Copy, tmp_path: Path) -> None:
    out = copy("out")
    file = out / "records" / "thuy-linh.json"
    record = json.loads(file.read_bytes())
    record["mentions"] *= (17 << 20) // len(json.dumps(record["mentions"], ensure_ascii=False).encode()) + 1
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    assert file.stat().st_size > LIMIT
    assert len(read_record(file).mentions) == len(record["mentions"])


@pytest.mark.parametrize(
    ("target", "says"),
    [("a.doc", "there is no format 'doc'"), ("folder", "for a folder of tables add --format parquet or --format csv")],
)
def test_a_format_that_is_none_is_answered(made: Path, tmp_path: Path, target: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        export(made, tmp_path / target)


def test_a_missing_extra_says_what_to_install(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.archive.export.find_spec", lambda name: None)
    for kind, package in (("parquet", "pyarrow"), ("xlsx", "openpyxl"), ("duckdb", "duckdb, pyarrow")):
        with pytest.raises(UsageError, match=rf"needs {package}: pip install 'vn-gov-extractor\[{kind}\]'"):
            export(made, tmp_path / f"a.{kind}")
