"""A run that ended at any moment, started again, ends with the bytes of one that was never stopped."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import Record
from tests.batch.runs import go, lines, many, short, start, trapped, tree_bytes, until


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_at_random_moments_it_ends_as_if_it_never_was(tmp_path: Path) -> None:
    source, out = many(tmp_path / "in", 10), tmp_path / "out"
    (source / "000" / "empty.txt").touch()
    dice, kills, journal = random.Random(6), 0, out / "manifest.journal"
    for _ in range(4):
        before = _size(journal)
        with start(source, out, "--jobs", "2", "--quiet") as process:
            until(lambda: process.poll() is not None or _size(journal) > before)  # noqa: B023
            time.sleep(dice.random() * 0.5)
            process.kill()
            process.communicate()
        kills += process.returncode == -signal.SIGKILL
        for path in (out / "records").rglob("*.json"):
            Record.model_validate_json(path.read_bytes())
    assert kills >= 2
    go(source, out, code=1)
    go(source, tmp_path / "calm", code=1)
    assert tree_bytes(out) == tree_bytes(tmp_path / "calm")


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    source, out = short(tmp_path / "in", 30, a030="", a031="LINGER Tỉnh họp."), tmp_path / "out"
    traps = trapped(tmp_path / "traps")
    with start(source, out, "--jobs", "1", env=traps) as process:
        until(lambda: (out / "manifest.journal").exists() and len((out / "manifest.journal").read_bytes()) > 500)
        process.kill()
        process.communicate()
    journaled = [line["record"] for line in lines(out, "manifest.journal") if line["record"]]
    times = {name: (out / name).stat().st_mtime_ns for name in journaled}
    done = go(source, out, "--jobs", "1", code=1)
    assert times
    assert all((out / name).stat().st_mtime_ns == time_ for name, time_ in times.items())
    assert f"{len(journaled)} of them unchanged" in done.stderr


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    source, out = short(tmp_path / "in", 6, empty=""), tmp_path / "out"
    go(source, out, "--jobs", "1", code=1)
    first = tree_bytes(out)

    def again(*options: str) -> tuple[str, set[str]]:
        before = {p: p.stat().st_mtime_ns for p in (out / "records").iterdir()}
        said = go(source, out, "--jobs", "1", *options, code=1).stderr
        after = {p: p.stat().st_mtime_ns for p in (out / "records").iterdir()}
        return said, {p.stem for p in after if after[p] != before.get(p)}

    said, written = again()
    assert "7 of them unchanged" in said
    assert written == set()
    assert tree_bytes(out) == first

    said, written = again("--retry-failed")
    assert "6 of them unchanged" in said
    said, written = again("--force")
    assert "unchanged" not in said
    assert len(written) == 6
    assert tree_bytes(out) == first

    (source / "a001.txt").write_text("Tỉnh đã cấp 5 giấy phép trong năm 2018.", encoding="utf-8")
    assert again()[1] == {"a001"}
    (out / "records" / "a002.json").write_text("{}", encoding="utf-8")
    (out / "records" / "a003.json").unlink()
    assert again()[1] == {"a002", "a003"}
    assert len(again("--published", "2020-01-01")[1]) == 6
    (source / "a004.txt").unlink()
    assert again("--published", "2020-01-01")[1] == set()
    assert [Path(line["path"]).stem for line in lines(out)] == ["a000", "a001", "a002", "a003", "a005", "empty"]


@pytest.mark.skipif(not hasattr(signal, "SIGINT"), reason="no SIGINT on this system")
def test_a_run_by_force_that_is_interrupted_loses_no_line_and_goes_on(tmp_path: Path) -> None:
    source, out = short(tmp_path / "in", 12), tmp_path / "out"
    go(source, out, "--jobs", "1")
    calm = tree_bytes(out)
    for name in range(2, 12):
        (source / f"a{name:03}.txt").write_text(f"LINGER Tỉnh đã cấp {name} giấy phép.", encoding="utf-8")
    go(source, out, "--jobs", "1")
    traps, records = trapped(tmp_path / "traps"), out / "records"
    before = {p: p.stat().st_mtime_ns for p in records.iterdir()}

    def again() -> set[Path]:
        return {p for p, written in before.items() if p.stat().st_mtime_ns != written}

    with start(source, out, "--jobs", "1", "--force", env=traps) as process:
        until(again)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 130
    first = again()
    assert 0 < len(first) < 12
    assert {line["record"] for line in lines(out)} == {p.relative_to(out).as_posix() for p in before}
    assert len(lines(out)) == 12
    before = {p: p.stat().st_mtime_ns for p in records.iterdir()}
    done = go(source, out, "--jobs", "1", "--force")
    assert again() == set(before) - first
    assert f"{len(first)} of them unchanged" in done.stderr
    assert sorted(tree_bytes(out)) == sorted(calm)
    assert "unchanged" not in go(source, out, "--jobs", "1", "--force").stderr


def test_changed_rules_read_all_again(tmp_path: Path) -> None:
    source, out, rules = short(tmp_path / "in", 3), tmp_path / "out", tmp_path / "rules"
    go(source, out, "--jobs", "1")
    (rules / "lexicon").mkdir(parents=True)
    (rules / "lexicon" / "mine.yaml").write_text("words:\n  my_words: [đôn đốc]\n", encoding="utf-8")
    assert "unchanged" not in go(source, out, "--rules", rules).stderr
    assert "3 of them unchanged" in go(source, out, "--rules", rules).stderr
    assert len({line["rules_version"] for line in lines(out)}) == 1


def test_a_torn_journal_is_read_to_its_tear_and_goes_on(tmp_path: Path) -> None:
    source, out = short(tmp_path / "in", 5), tmp_path / "out"
    go(source, out, "--jobs", "1")
    calm = tree_bytes(out)
    manifest = (out / "manifest.jsonl").read_bytes()
    for tear in (1, len(manifest) // 2, len(manifest) - 1):
        (out / "manifest.jsonl").unlink()
        (out / "manifest.journal").write_bytes(manifest[:tear])
        (out / "records" / ".0123456789ab.part").write_bytes(b"half a rec")
        (out / ".0123456789ab.part").write_bytes(b"half a manifest")
        go(source, out, "--jobs", "1")
        assert tree_bytes(out) == calm


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], check=False, capture_output=True)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_stops_the_run_which_goes_on_when_there_is_room(tmp_path: Path, small_disk: Path) -> None:
    source, out = many(tmp_path / "in", 3), small_disk / "out"
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 800_000)
    done = go(source, out, "--jobs", "2", code=2)
    assert "No space left on device; make room and start the run again" in done.stderr
    assert not (out / "manifest.jsonl").exists()
    for path in (out / "records").rglob("*.json"):
        Record.model_validate_json(path.read_bytes())
    ballast.unlink()
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    go(source, out, "--jobs", "2")
    go(source, tmp_path / "calm", "--jobs", "2")
    assert tree_bytes(out) == tree_bytes(tmp_path / "calm")
