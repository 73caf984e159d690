"""The archive in SQLite: what lies in it, what is found in it, when it is made again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractor import model
from extractor.dataframe import to_frame
from extractor.errors import OutputError, UsageError
from extractor.store.columns import TABLES, columns
from extractor.store.folding import folded
from extractor.store.indexed import NAME, archive_of
from extractor.store.search import Archive, Query
from extractor.store.sqlite import write_archive
from tests.view.conftest import write_record


@pytest.fixture(scope="module")
def archive(records: dict[str, model.Record], tmp_path_factory: pytest.TempPathFactory) -> Archive:
    path = tmp_path_factory.mktemp("archive") / "a.sqlite"
    assert write_archive(records.values(), path) == len(records)
    return Archive(path)


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_holds_what_the_frame_holds(kind: str, archive: Archive, records: dict[str, model.Record]) -> None:
    rows = list(archive.table(kind, Query(type=kind)))
    frame = to_frame(records.values(), kind)
    assert len(rows) == len(frame)
    assert list(columns(kind)) == list(frame.columns)
    wanted = {(r.id, i.id): i for r in records.values() for i in getattr(r, kind)}
    for row in rows:
        item = wanted[row["article_id"], row["id"]]
        assert (row["start"], row["end"], row["text"], row["rule"]) == (item.start, item.end, item.text, item.rule)


def test_spans_lie_in_the_article(archive: Archive) -> None:
    with archive.open() as db:
        for row in db.execute("SELECT r.*, a.text AS whole FROM records r JOIN articles a ON a.number = r.article"):
            assert row["whole"][row["start"] : row["end"]] == row["text"]


def test_checks_keep_their_spans(archive: Archive, records: dict[str, model.Record]) -> None:
    with archive.open() as db:
        found = [json.loads(row["spans"]) for row in db.execute("SELECT spans FROM checks")]
    assert found == [[s.model_dump() for s in c.spans] for r in records.values() for c in r.checks]


def test_the_whole_record_comes_back(archive: Archive, records: dict[str, model.Record]) -> None:
    assert [archive.record(n) for n in range(1, len(records) + 1)] == list(records.values())
    assert archive.record(999) is None


@pytest.mark.parametrize(
    ("typed", "there"),
    [("uy ban", "uy ban"), ("Ủy ban", "uy ban"), ("UỶ BAN", "uy ban"), ("duong", "duong"), ("đường", "duong")],
)
def test_tone_marks_may_be_left_out(typed: str, there: str, archive: Archive) -> None:
    found = archive.search(Query(words=typed), limit=500)
    assert found.total == len(found.rows) > 0
    with archive.open() as db:
        count = db.execute("SELECT count(*) FROM records WHERE folded_words LIKE ?", (f"%{there}%",)).fetchone()[0]
    assert found.total == count
    assert not found.apart


def test_words_apart_are_found_when_no_two_are_side_by_side(archive: Archive) -> None:
    assert archive.search(Query(words="ban uy nhan"), limit=9).apart
    assert archive.search(Query(words='"ban uy"'), limit=9).total == 0


@pytest.mark.parametrize(
    "typed", ['"', '""', "a OR b", "NEAR(a b)", "folded_words:x", "-a", "*", "(", "'; DROP", "\0", "^a", "🙂"]
)
def test_nothing_that_is_typed_is_syntax(typed: str, archive: Archive) -> None:
    archive.search(Query(words=typed, body=typed, speaker=typed), limit=1)


def test_filters(archive: Archive) -> None:
    every = archive.search(Query(), limit=500).rows
    days = Query(first="2022-01-01", last="2022-12-31")
    for query, fits in (
        (Query(type="targets"), lambda r: r["type"] == "targets"),
        (Query(status="planned"), lambda r: r["status"] == "planned"),
        (Query(kind="directive"), lambda r: r["kind"] == "directive"),
        (Query(body="van phong ubnd"), lambda r: "van phong ubnd" in folded(r["body"] or "")),
        (Query(speaker="nguyen long hai"), lambda r: "nguyen long hai" in folded(r["speaker"] or "")),
        (days, lambda r: (r["last_day"] or r["first_day"] or "") >= days.first
         and (r["first_day"] or r["last_day"] or "9") <= days.last),
    ):  # fmt: skip
        found = archive.search(query, limit=500)
        assert found.total == len([r for r in every if fits(r)]) > 0
        assert all(fits(r) for r in found.rows)


def test_pages_of_hits_are_the_whole(archive: Archive) -> None:
    total = archive.search(Query(), limit=1).total
    seen = [r["row"] for at in range(0, total, 7) for r in archive.search(Query(), limit=7, offset=at).rows]
    assert len(seen) == len(set(seen)) == total
    assert archive.counts().total() == total + archive.counts()["articles"] + archive.counts()["checks"]


def test_it_is_made_once_and_again_when_a_record_changes(records: dict[str, model.Record], tmp_path: Path) -> None:
    write_record(records["thuy-linh"], tmp_path / "records" / "a.json")
    first = archive_of(tmp_path)
    assert first.path == tmp_path / NAME
    written = first.path.stat().st_mtime_ns
    assert archive_of(tmp_path).path.stat().st_mtime_ns == written
    write_record(records["huyen-6-thang"], tmp_path / "records" / "b.json")
    assert archive_of(tmp_path).counts()["articles"] == 2
    assert archive_of(first.path).counts()["articles"] == 2


def test_an_export_is_an_archive_with_its_articles(records: dict[str, model.Record], tmp_path: Path, run: Path) -> None:
    from extractor.archive.export import export

    export(run, tmp_path / "a.sqlite")
    archive = archive_of(tmp_path / "a.sqlite")
    assert [archive.record(number) for number in range(1, len(records) + 1)] == list(records.values())


def test_no_folder_is_made_that_is_not_needed(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_CACHE", "off")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert archive_of(run).path == run / NAME
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_record_is_told_and_left_out(records: dict[str, model.Record], tmp_path: Path) -> None:
    write_record(records["thuy-linh"], tmp_path / "records" / "a.json")
    (tmp_path / "records" / "b.json").write_text("[")
    told: list[str] = []
    assert archive_of(tmp_path, fault=lambda file, why: told.append(file.name)).counts()["articles"] == 1
    assert told == ["b.json"]


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_text("no")
    for wrong in (tmp_path, tmp_path / "a.sqlite", tmp_path / "missing"):
        with pytest.raises(UsageError):
            archive_of(wrong)


def test_a_write_that_fails_leaves_nothing(records: dict[str, model.Record], tmp_path: Path) -> None:
    def broken():  # type: ignore[no-untyped-def]
        yield records["thuy-linh"]
        raise OSError("the disk is full")

    with pytest.raises(OutputError):
        write_archive(broken(), tmp_path / "a.sqlite")
    assert not list(tmp_path.iterdir())


def test_a_number_too_large_for_sqlite(tmp_path: Path) -> None:
    from tests.view.conftest import record

    quantity = model.Quantity(start=0, end=1, text="x", value=10**30)
    figure = model.Figure(id="a1", rule="r", start=0, end=1, text="x", quantity=quantity, status="achieved")
    write_archive([record("x", achievements=[figure])], tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as db:
        assert db.execute("SELECT quantity_value FROM achievements").fetchone()[0] == 1e30
