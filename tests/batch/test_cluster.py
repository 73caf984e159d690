"""A cluster of separate worker processes: the output of a local run, whatever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.runs import call, children, commands, go, lines, many, short, start, trapped, tree_bytes, until

pytest.importorskip("distributed", reason="needs the extra 'dask'")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc for worker processes"),
]


def workers(pid: int) -> list[int]:
    """The worker processes below this one, the largest first: those that have loaded the rules."""
    found = [pid for pid, said in commands(children(pid)).items() if "spawn_main" in said or "forkserver" in said]
    return sorted(found, key=lambda p: -int(Path(f"/proc/{p}/statm").read_text().split()[1]))


def test_a_local_cluster_with_a_worker_killed_gives_the_output_of_a_local_run(tmp_path: Path) -> None:
    source = many(tmp_path / "in", 16)
    go(source, tmp_path / "calm", "--jobs", "2")
    with start(source, tmp_path / "out", "--dask", "local", "--jobs", "2", "--quiet") as process:
        until(lambda: len(list((tmp_path / "out/records").rglob("*.json"))) > 5)
        os.kill(workers(process.pid)[0], signal.SIGKILL)
        process.communicate(timeout=300)
    assert process.returncode == 0
    assert tree_bytes(tmp_path / "out") == tree_bytes(tmp_path / "calm")


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler and two workers, each a process of its own, as an administrator would start them."""
    env = {**os.environ, **trapped(tmp_path / "traps")}
    place = tmp_path / "scheduler.json"
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard",
             "--scheduler-file", place], stderr=subprocess.DEVNULL,
        )
    ]  # fmt: skip
    until(lambda: place.exists() and place.stat().st_size > 0)
    for _ in range(2):
        started.append(
            subprocess.Popen(
                [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", place, "--nthreads", "1",
                 "--no-dashboard"], env=env, stderr=subprocess.DEVNULL, cwd=tmp_path,
            )
        )  # fmt: skip
    yield json.loads(place.read_text())["address"]
    for process in reversed(started):
        process.terminate()
        process.wait(30)


def test_a_poison_article_on_a_cluster_costs_itself_alone(tmp_path: Path, scheduler: str) -> None:
    source = short(tmp_path / "in", 40, a020="POISON")
    done = call("run", source, "-o", tmp_path / "out", "--dask", scheduler)
    assert done.returncode == 1
    told = lines(tmp_path / "out")
    assert [Path(line["path"]).stem for line in told] == [f"a{n:03}" for n in range(40)]
    [failed] = [line for line in told if line["status"] == "failed"]
    assert Path(failed["path"]).stem == "a020"
    assert failed["error"].startswith("WorkerDied: ")
    assert (
        "39 of them unchanged"
        in call("run", source, "-o", tmp_path / "out", "--retry-failed", "--dask", scheduler).stderr
    )


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path) -> None:
    source = short(tmp_path / "in", 1)
    done = call("run", source, "-o", tmp_path / "out", "--dask", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "no scheduler answers at tcp://127.0.0.1:9" in done.stderr
