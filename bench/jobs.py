"""Measures `extractor run`: how much faster two processes are than one, and what a run of any size takes in memory.

    python -m bench.jobs [--articles 400] [--jobs 1 2] [--rounds 3] [--short]

Each article is another one: a sample with a sentence of its own, so that nothing is kept from the one before; `--short`
takes that sentence alone, for runs of many articles. The ratio is of wall times in one run, after the workers have
started; processor times are given beside it, which a busy machine does not stretch.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SCRIPT = Path(sys.executable).with_name("extractor")
_TICK = os.sysconf("SC_CLK_TCK")


class Measured(NamedTuple):
    """One run: seconds, and by role ("run", "worker") the processor seconds and the most memory of a process in MiB."""

    wall: float
    cpu: dict[str, float]
    memory: dict[str, float]


def articles(folder: Path, count: int, short: bool) -> Path:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    for number in range(count):
        below = folder / f"{number // 1000:03}"
        below.mkdir(parents=True, exist_ok=True)
        own = f"Năm 2019, xã thứ {number} đã cấp {number + 3} giấy phép, đạt {number % 97 + 1}% kế hoạch."
        text = own if short else f"{texts[number % len(texts)]}\n{own}\n"
        (below / f"{number % 1000:03}.txt").write_text(text, encoding="utf-8")
    return folder


def measure(source: Path, out: Path, jobs: int) -> Measured:
    """One run, looked at twice a second."""
    started = time.monotonic()
    cpu: dict[int, float] = {}
    memory: dict[int, float] = {}
    command = [str(SCRIPT), "run", str(source), "-o", str(out), "--jobs", str(jobs), "--quiet"]
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            for pid in [process.pid, *_below(process.pid)]:
                _look(pid, cpu, memory)
            time.sleep(0.5)
    assert process.returncode == 0
    wall = time.monotonic() - started

    def roles(found: dict[int, float], both: bool) -> dict[str, float]:
        others = [value for pid, value in found.items() if pid != process.pid]
        most = max(others, default=0)
        return {"run": found.get(process.pid, 0), "worker": sum(others) if both else most, "busiest worker": most}

    return Measured(wall, roles(cpu, True), roles(memory, False))


def _below(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text().split()]
        except OSError:
            continue
        found += [p for child in children for p in (child, *_below(child))]
    return found


def _look(pid: int, cpu: dict[int, float], memory: dict[int, float]) -> None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return
    cpu[pid] = (int(fields[11]) + int(fields[12])) / _TICK
    peak = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")), "0")
    memory[pid] = int(peak) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {asked.articles} articles")
    walls: dict[int, list[float]] = {jobs: [] for jobs in asked.jobs}
    busiest: dict[int, list[float]] = {jobs: [] for jobs in asked.jobs}
    with tempfile.TemporaryDirectory() as place:
        source = articles(Path(place) / "in", asked.articles, asked.short)
        few = articles(Path(place) / "few", 1, asked.short)
        begun = measure(few, Path(place) / "start", 1)
        start, loading = begun.wall, begun.cpu["busiest worker"]
        for number in range(asked.rounds):
            for jobs in asked.jobs:
                found = measure(source, Path(place) / f"out-{number}-{jobs}", jobs)
                walls[jobs].append(found.wall - start)
                busiest[jobs].append(found.cpu["busiest worker"] - loading)
                each = {role: f"{seconds / asked.articles * 1000:.1f} ms" for role, seconds in found.cpu.items()}
                memory = {role: f"{mib:.0f} MiB" for role, mib in found.memory.items()}
                rate = asked.articles / found.wall
                print(f"jobs {jobs}: {found.wall:.1f} s, {rate:.1f} a second, cpu an article {each}, memory {memory}")
    first = asked.jobs[0]
    for jobs in asked.jobs[1:]:
        ratios = [a / b for a, b in zip(walls[first], walls[jobs], strict=True)]
        shares = [a / b for a, b in zip(busiest[first], busiest[jobs], strict=True)]
        print(f"{jobs} processes: {median(ratios):.2f} times as fast as {first} (start of {start:.1f} s taken off);")
        print(f"  by the processor time of the busiest worker, as on idle cores: {median(shares):.2f} times")


if __name__ == "__main__":
    main()
