"""Worker processes: the same bytes whatever their number, and one article's death is its own."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.batch.runs import MEANT, SCRIPT, children, go, lines, many, short, start, trapped, tree_bytes, until
from tests.read.make import zipped

linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")


def test_the_output_does_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    source = many(tmp_path / "in", 3)
    (source / "empty.txt").touch()
    trees = []
    for jobs in (1, 2, 3):
        out = tmp_path / f"out{jobs}"
        go(source, out, "--jobs", str(jobs), code=1)
        trees.append(tree_bytes(out))
    assert len(trees[0]) == 3 * 8 + 1
    assert trees[0] == trees[1] == trees[2]


def test_an_article_that_kills_its_process_is_reported_and_the_rest_is_done(tmp_path: Path) -> None:
    source = short(tmp_path / "in", 60, a017="POISON", a041="POISON")
    done = go(source, tmp_path / "out", "--jobs", "2", env=trapped(tmp_path / "traps"), code=1)
    told = lines(tmp_path / "out")
    assert [Path(line["path"]).stem for line in told] == [f"a{n:03}" for n in range(60)]
    failed = [line for line in told if line["status"] == "failed"]
    assert [Path(line["path"]).stem for line in failed] == ["a017", "a041"]
    for line in failed:
        assert line["error"].startswith("WorkerDied: the process that read it died, twice")
        assert (line["rules_version"], line["made_with"]) == (told[0]["rules_version"], told[0]["made_with"])
        assert len(line["sha256"]) == 64
    assert "60 articles, 2 failed" in done.stderr
    clean = short(tmp_path / "clean", 60)
    for name in ("a017", "a041"):
        (clean / f"{name}.txt").unlink()
    go(clean, tmp_path / "without", "--jobs", "1")
    records = {p.name for p in (tmp_path / "out/records").iterdir()}
    assert records == {p.name for p in (tmp_path / "without/records").iterdir()}


@linux
def test_a_worker_that_is_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    source = many(tmp_path / "in", 8)
    go(source, tmp_path / "calm", "--jobs", "2")
    with start(source, tmp_path / "out", "--jobs", "2", "--quiet") as process:
        until(lambda: len(list((tmp_path / "out/records").rglob("*.json"))) > 5)
        grown = max(children(process.pid), key=lambda pid: int(Path(f"/proc/{pid}/statm").read_text().split()[1]))
        os.kill(grown, signal.SIGKILL)
        _, said = process.communicate(timeout=300)
    assert (process.returncode, said) == (0, "")
    assert tree_bytes(tmp_path / "out") == tree_bytes(tmp_path / "calm")


@pytest.mark.parametrize("trap", ["SLOW", "STUCK"])
def test_an_article_over_its_time_is_reported(tmp_path: Path, trap: str) -> None:
    source = short(tmp_path / "in", 12, a003=trap)
    go(source, tmp_path / "out", "--timeout", "4", env=trapped(tmp_path / "traps"), code=1)
    told = lines(tmp_path / "out")
    assert [line["status"] for line in told].count("ok") == 11
    why = told[3]["error"]
    assert why == (
        "TimeLimit: it was not done within 4 seconds; --timeout gives it longer"
        if trap == "SLOW"
        else "WorkerDied: the process that read it died, twice: it was killed, ran out of memory, hung, or crashed in "
        "a library"
    )


def test_a_member_that_takes_too_long_to_read_costs_itself_alone(tmp_path: Path) -> None:
    members = {f"{n}.md": f"# {MEANT.format(100 + n)}".encode() for n in range(12)}
    members["3.md"] = b"# TANGLED"
    packed = tmp_path / "a.zip"
    packed.write_bytes(zipped({**members, "empty.txt": b""}))
    go(packed, tmp_path / "out", "--timeout", "4", env=trapped(tmp_path / "traps"), code=1)
    failed = {line["path"].partition("#")[2]: line for line in lines(tmp_path / "out") if line["status"] == "failed"}
    assert {name: line["error"] for name, line in failed.items()} == {
        "3.md": "TimeLimit: it was not done within 4 seconds; --timeout gives it longer",
        "empty.txt": "EmptyInput: the file is empty",
    }
    assert failed["3.md"]["sha256"] == hashlib.sha256(members["3.md"]).hexdigest()
    assert len(list((tmp_path / "out/records/a.zip").iterdir())) == 11


def test_an_article_that_had_too_little_time_is_tried_again_with_more(tmp_path: Path) -> None:
    source, out, traps = (
        short(tmp_path / "in", 2, a001="WAIT", a002="POISON"),
        tmp_path / "out",
        trapped(tmp_path / "t"),
    )
    go(source, out, "--jobs", "1", "--timeout", "1", env=traps, code=1)
    assert [line["seconds"] for line in lines(out)] == [None, 1, 1]
    said = go(source, out, "--jobs", "1", "--timeout", "1", env=traps, code=1).stderr
    assert "3 articles, 2 failed, 3 of them unchanged" in said
    said = go(source, out, "--jobs", "1", "--timeout", "30", env=traps, code=1).stderr
    assert "3 articles, 1 failed, 1 of them unchanged" in said
    assert [line["seconds"] for line in lines(out)] == [None, None, 30]


@linux
def test_no_worker_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    source = short(tmp_path / "in", 40, **{f"b{n}": "LINGER " + "Tỉnh họp. " * 20 for n in range(40)})
    with start(source, tmp_path / "out", "--jobs", "2", env=trapped(tmp_path / "traps")) as process:
        until(lambda: len(list((tmp_path / "out/records").rglob("*.json"))) > 3)
        workers = children(process.pid)
        assert len(workers) >= 2
        process.kill()
        process.communicate()
    until(lambda: not any(_alive(pid) for pid in workers), 20)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_ctrl_c_in_a_terminal_reaches_all_processes_and_is_clean(tmp_path: Path) -> None:
    source, out = many(tmp_path / "in", 12), tmp_path / "out"
    with start(source, out, "--jobs", "2") as process:
        until(lambda: len(list((out / "records").rglob("*.json"))) > 5)
        for pid in [process.pid, *children(process.pid)]:
            os.kill(pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted after" in said
    assert "Traceback" not in said
    listed = {line["record"] for line in lines(out)}
    assert 0 < len(listed) < 96
    assert listed == {str(p.relative_to(out)) for p in (out / "records").rglob("*") if p.is_file()}
    assert not (out / "manifest.journal").exists()
    go(source, out)
    go(source, tmp_path / "calm")
    assert tree_bytes(out) == tree_bytes(tmp_path / "calm")


def test_two_runs_into_one_folder_are_refused(tmp_path: Path) -> None:
    source = short(tmp_path / "in", 30, a000="LINGER Tỉnh họp.")
    traps = trapped(tmp_path / "traps")
    with start(source, tmp_path / "out", env=traps) as process:
        until(lambda: (tmp_path / "out/manifest.journal").exists())
        said = go(source, tmp_path / "out", code=2).stderr
        assert "another run is writing into" in said
        process.communicate(timeout=300)
    assert process.returncode == 0


def test_a_pipe_is_read_by_the_run_itself(tmp_path: Path) -> None:
    done = subprocess.run(
        [SCRIPT, "run", "-", "-o", tmp_path / "out", "--jobs", "2"], input="Tỉnh cấp 12 giấy phép.", text=True,
        encoding="utf-8", timeout=120, check=False, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0
    assert [line["path"] for line in lines(tmp_path / "out")] == ["-"]
