"""A run over many articles: each input has its line, each record is whole, the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path

import pytest

from extractor import Extractor, Record
from extractor.batch import KINDS, prepare, run
from extractor.errors import OutputError
from extractor.read import LINE_LIMIT
from extractor.read.inputs import discover
from tests.batch.runs import SAMPLES, lines, tree_bytes

ARTICLE = (SAMPLES / "thong-bao-ngan.txt").read_bytes()


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_every_sample_is_read_and_written(tmp_path: Path, extractor: Extractor) -> None:
    inputs = discover([SAMPLES], tmp_path)
    summary = run(inputs, tmp_path, extractor)
    assert (summary.done, summary.failures) == (len(inputs), [])
    for item, line in zip(inputs, lines(tmp_path), strict=True):
        data = item.path.read_bytes()
        assert line == {
            "path": str(item.path),
            "sha256": hashlib.sha256(data).hexdigest(),
            "status": "ok",
            "error": None,
            "record": f"records/{item.path.stem}.json",
            "record_sha256": hashlib.sha256((tmp_path / f"records/{item.path.stem}.json").read_bytes()).hexdigest(),
            "counts": line["counts"],
            "rules_version": extractor.rules_version,
            "made_with": line["made_with"],
            "seconds": None,
        }
        record = Record.model_validate_json((tmp_path / str(line["record"])).read_bytes())
        assert record.id == hashlib.sha256(data).hexdigest()[:16]
        assert record.source.path == str(item.path)
        assert line["counts"] == {kind: len(getattr(record, kind)) for kind in KINDS}
    assert summary.records["achievements"] == sum(line["counts"]["achievements"] for line in lines(tmp_path)) > 0


def test_a_record_is_laid_out_for_people_and_diffs(tmp_path: Path, extractor: Extractor) -> None:
    run(discover([SAMPLES / "thong-bao-ngan.txt"], tmp_path), tmp_path, extractor)
    text = (tmp_path / "records" / "thong-bao-ngan.json").read_text(encoding="utf-8")
    assert text.startswith('{\n "schema_version": "1.0",\n "rules_version": ')
    assert text.endswith("}\n")
    assert "\\u" not in text
    assert list(json.loads(text)) == list(Record.model_fields)


def test_a_second_run_gives_the_same_bytes(tmp_path: Path, extractor: Extractor) -> None:
    run(discover([SAMPLES], tmp_path), tmp_path, extractor)
    first = tree_bytes(tmp_path)
    run(discover([SAMPLES], tmp_path), tmp_path, extractor)
    assert tree_bytes(tmp_path) == first
    assert all(name == "manifest.jsonl" or name.endswith(".json") for name in first)


def test_bad_input_has_its_line_and_stops_nothing(tmp_path: Path, extractor: Extractor) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    bad = {
        "binary.txt": (os.urandom(64) + b"\0") * 50,
        "blank.txt": b" \n\n\t ",
        "empty.txt": b"",
        "huge.txt": b"a" * (20 * 1024 * 1024),
        "latin.txt": "Déjà vu à la forêt".encode("latin-1"),
        "line.txt": b"a" * 15_000_000,
        "nul.txt": ARTICLE[:40] + b"\0" + ARTICLE[40:],
    }
    for name, data in bad.items():
        (source / name).write_bytes(data)
    (source / "broken-link.txt").symlink_to("nowhere.txt")
    for name in ("a-good.txt", "vanishes.txt", "z-good.txt"):
        (source / name).write_bytes(ARTICLE)
    inputs = discover([source], out)
    (source / "vanishes.txt").unlink()
    summary = run(inputs, out, extractor)

    told = {Path(str(line["path"])).name: line for line in lines(out)}
    assert list(told) == [item.path.name for item in inputs]
    assert [name for name, line in told.items() if line["status"] == "ok"] == ["a-good.txt", "z-good.txt"]
    assert len(summary.failures) == len(told) - 2
    says = {
        "binary.txt": "byte ",
        "blank.txt": "EmptyInput: the file holds only white space",
        "broken-link.txt": "UnreadableInput: it cannot be read: No such file",
        "empty.txt": "EmptyInput: the file is empty",
        "huge.txt": "16 MiB",
        "latin.txt": "EncodingError: byte 1: 0xe9",
        "line.txt": "TooLarge: line 1 has 15000000 characters",
        "nul.txt": "InputError: byte 40: a NUL",
        "vanishes.txt": "UnreadableInput: it cannot be read: No such file",
    }
    for name, reason in says.items():
        assert reason in str(told[name]["error"]), name
        assert told[name]["record"] is None
    assert [p.name for p in sorted((out / "records").iterdir())] == ["a-good.json", "z-good.json"]


def test_a_locked_file_and_folder_have_their_reason(tmp_path: Path, extractor: Extractor) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    (source / "locked").mkdir(parents=True)
    (source / "a.txt").write_bytes(ARTICLE)
    (source / "b.txt").write_bytes(ARTICLE)
    (source / "b.txt").chmod(0)
    (source / "locked").chmod(0)
    try:
        if os.access(source / "b.txt", os.R_OK):
            pytest.skip("this user may read everything")
        run(discover([source], out), out, extractor)
    finally:
        (source / "locked").chmod(0o700)
    assert [line["status"] for line in lines(out)] == ["ok", "failed", "failed"]
    assert all("Permission denied" in str(line["error"]) for line in lines(out)[1:])


def test_the_longest_line_that_is_read_ends_in_bounded_time(tmp_path: Path, extractor: Extractor) -> None:
    line = (ARTICLE.decode().replace("\n", " ").replace(".", ",") * 1000)[:LINE_LIMIT]
    (tmp_path / "line.txt").write_text(line, encoding="utf-8")
    started = time.monotonic()
    summary = run(discover([tmp_path / "line.txt"], tmp_path / "out"), tmp_path / "out", extractor)
    assert (summary.done, summary.failures) == (1, [])
    assert time.monotonic() - started < 120


def test_any_error_inside_an_article_is_a_line(tmp_path: Path, extractor: Extractor) -> None:
    """A record that cannot be put in its place: a folder lies there."""
    out = tmp_path / "out"
    (out / "records" / "thong-bao-ngan.json" / "x").mkdir(parents=True)
    summary = run(discover([SAMPLES], out), out, extractor)
    assert [Path(path).name for path, _ in summary.failures] == ["thong-bao-ngan.txt"]
    assert "OutputError: " in summary.failures[0][1]
    assert "Is a directory" in summary.failures[0][1]


def test_a_failed_article_leaves_no_record_of_an_earlier_run(tmp_path: Path, extractor: Extractor) -> None:
    article, out = tmp_path / "a.txt", tmp_path / "out"
    article.write_bytes(ARTICLE)
    run(discover([article], out), out, extractor)
    assert (out / "records" / "a.json").exists()
    article.write_bytes(b"")
    run(discover([article], out), out, extractor)
    assert not (out / "records" / "a.json").exists()


def test_an_output_folder_that_cannot_be_made_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written: Not a directory"):
        prepare(tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"
