"""A run over many articles: each input has its line, each record is whole, the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor import Extractor, Record
from extractor.batch import prepare, run
from extractor.errors import OutputError
from extractor.read import LINE_LIMIT
from extractor.read.inputs import discover

SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLE = (SAMPLES / "thong-bao-ngan.txt").read_bytes()
SCRIPT = Path(sys.executable).with_name("extractor")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def lines(out: Path) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in (out / "manifest.jsonl").read_bytes().splitlines()]


def tree_bytes(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def many(folder: Path, copies: int) -> Path:
    """Copies of the sample articles, enough that a run can be stopped in the middle."""
    for copy in range(copies):
        (folder / f"{copy:03}").mkdir(parents=True)
        for path in SAMPLES.glob("*.txt"):
            shutil.copy(path, folder / f"{copy:03}")
    return folder


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
            "rules_version": extractor.rules_version,
        }
        record = Record.model_validate_json((tmp_path / str(line["record"])).read_bytes())
        assert record.id == hashlib.sha256(data).hexdigest()[:16]
        assert record.source.path == str(item.path)
        assert sum(summary.records.values()) > 0


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


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_killed_run_leaves_whole_records_and_can_be_run_again(tmp_path: Path) -> None:
    source, out = many(tmp_path / "in", 25), tmp_path / "out"
    _stopped_in_the_middle(source, out, signal.SIGKILL)
    written = list((out / "records").rglob("*.json"))
    assert 0 < len(written) < 25 * 8
    for path in written:
        Record.model_validate_json(path.read_bytes())
    assert not (out / "manifest.jsonl").exists()

    again, fresh = out, tmp_path / "fresh"
    for folder in (again, fresh):
        subprocess.run([SCRIPT, "run", source, "-o", folder, "--quiet"], check=True, timeout=300)
    left = {name: data for name, data in tree_bytes(again).items() if not name.endswith(".part")}
    assert left == tree_bytes(fresh)


def test_an_interrupted_run_lists_what_it_wrote(tmp_path: Path) -> None:
    source, out = many(tmp_path / "in", 25), tmp_path / "out"
    process = _stopped_in_the_middle(source, out, signal.SIGINT)
    assert process.returncode == 130
    assert "interrupted after" in process.stderr
    assert "Traceback" not in process.stderr
    listed = {str(line["record"]) for line in lines(out)}
    assert 0 < len(listed) < 25 * 8
    written = {str(p.relative_to(out)) for p in (out / "records").rglob("*") if p.is_file()}
    assert listed <= written
    assert len(written - listed) <= 1  # a record may be in its place before its line is
    assert all(name.endswith(".json") for name in written)


def _stopped_in_the_middle(source: Path, out: Path, how: signal.Signals) -> subprocess.CompletedProcess[str]:
    command = [SCRIPT, "run", source, "-o", out]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and len(list((out / "records").rglob("*.json"))) < 5:
            time.sleep(0.005)
        process.send_signal(how)
        _, said = process.communicate(timeout=60)
    return subprocess.CompletedProcess(command, process.returncode, "", said)
