"""Measures the extractor as ratios to plain `underthesea.word_tokenize`, and writes docs/performance.md's table.

    python -m bench.bench [--shared ../shared] [--rounds 5] [--write] [--only hostile]

Each measurement is a fresh process (see `tasks`). `--write` puts the table and, where matplotlib is installed, the
picture into docs/.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from bench import texts
from bench.tasks import SUBJECTS

HERE = Path(__file__).resolve().parent.parent
DOCUMENT, PICTURE = HERE / "docs" / "performance.md", HERE / "docs" / "performance.png"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
_PATIENCE = 300  # seconds for one hostile text
_START = "from extractor.pipeline import Extractor; Extractor().extract('Năm 2018, tỉnh ban hành 132 văn bản.')"
_HELP = "from extractor.cli import main; main()"


class Row(NamedTuple):
    """One line of the table: what was measured, its value as text, the bound it should keep, whether it does."""

    what: str
    value: str
    bound: str = ""
    kept: bool | None = None
    number: float | None = None


def task(*words: str, shared: Path, patience: float | None = None) -> Any:
    """What a task of `tasks` prints, run in a process of its own. Raises TimeoutExpired."""
    command = [sys.executable, "-m", "bench.tasks", *words, str(shared)]
    run = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=patience, check=False)
    if run.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{run.stderr[-2000:]}")
    return json.loads(run.stdout)


def ratios(shared: Path, rounds: int) -> Iterator[Row]:
    """Each subject against plain word_tokenize; the subjects turn about, each round over articles of its own."""
    bounds = {"segmenter": 0.15, "full": 0.40, "every sentence": 0.55}
    found: dict[str, list[float]] = {subject: [] for subject in SUBJECTS}
    for part in range(1, rounds + 1):
        for subject in SUBJECTS:
            plain, spent = task("rate", subject, f"{part}/{rounds}", shared=shared)
            found[subject].append(spent / plain)
    for subject, values in found.items():
        yield _row(f"{subject} / word_tokenize", values, "{:.3f}", bounds.get(subject))


def starts(rounds: int) -> Iterator[Row]:
    """Processor seconds to the first record, and to the help text, of a package that was started before.

    Beside them the very first start, which compiles Python's modules and the rules and keeps both.
    """
    firsts: list[float] = []
    later: list[float] = []
    helps: list[float] = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as empty:
            firsts.append(_processor(_START, keeps=empty))
            later.append(_processor(_START, keeps=empty))
            _processor(_HELP, "--help", keeps=empty)
            helps.append(_processor(_HELP, "--help", keeps=empty))
    yield _row("start-up to the first record, s", later, "{:.2f}", 1.5)
    yield _row("the very first start of all, s", firsts, "{:.2f}", None)
    yield _row("--help, s", helps, "{:.2f}", 0.3)


def _processor(code: str, *arguments: str, keeps: str) -> float:
    """Processor seconds of a process of its own; what it keeps between starts lies in the folder `keeps`."""
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    settings |= {"PYTHONPYCACHEPREFIX": f"{keeps}/modules", "EXTRACTOR_CACHE": f"{keeps}/rules"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", code, *arguments]
    subprocess.run(command, cwd=HERE, env=settings, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def memory(shared: Path) -> Iterator[Row]:
    held: float = task("memory", shared=shared)
    yield Row("peak memory of a process, MB", f"{held:.0f}", "≤ 400", held <= 400, held)


def lengths(shared: Path) -> Iterator[Row]:
    """The same articles one by one, by tens, and as one text: the cost must not grow with the length of a text."""
    (_, one), *longer = task("length", shared=shared).items()
    for size, spent in longer:
        yield Row(f"cost a character, {size} articles in one", f"{spent / one:.2f} ×", "≤ 1.3 ×", spent <= 1.3 * one)


def two_processes(shared: Path, rounds: int) -> Iterator[Row]:
    """Wall time alone over wall time of the slower of two; it means something on a machine with two idle cores only."""
    values = []
    for _ in range(rounds):
        alone: float = task("share", "1/1", shared=shared)
        command = [sys.executable, "-m", "bench.tasks", "share"]
        both = [
            subprocess.Popen([*command, part, str(shared)], cwd=HERE, stdout=subprocess.PIPE) for part in ("1/2", "2/2")
        ]
        values.append(alone / max(float(process.communicate()[0]) for process in both))
    middle = median(values)
    yield Row("speed-up by two processes", f"{middle:.2f} × ({_spread(values, '{:.2f}')})", "≥ 1.75 ×", middle >= 1.75)


def hostile(shared: Path) -> Iterator[Row]:
    """Cost a byte against ordinary text; beside it how it grew from a quarter of the text to the whole."""
    for kind in texts.HOSTILE:
        try:
            cost = task("hostile", kind, shared=shared, patience=_PATIENCE)
        except subprocess.TimeoutExpired:
            yield Row(f"hostile: {kind}", f"over {_PATIENCE} s", "≤ 10 ×", False)
            continue
        times, growth = cost["whole"] / cost["ordinary"], cost["whole"] / cost["quarter"]
        yield Row(f"hostile: {kind}", f"{times:.2f} × (growth {growth:.2f})", "≤ 10 ×", times <= 10, times)


def _row(what: str, values: list[float], form: str, bound: float | None) -> Row:
    middle = median(values)
    value = f"{form.format(middle)} ({_spread(values, form)})"
    if bound is None:
        return Row(what, value, number=middle)
    return Row(what, value, f"≤ {bound:g}", middle <= bound, middle)


def _spread(values: list[float], form: str) -> str:
    return f"{form.format(min(values))}–{form.format(max(values))}"


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    kept = {None: "", True: "yes", False: "**no**"}
    lines = [f"| {row.what} | {row.value} | {row.bound} | {kept[row.kept]} |" for row in rows]
    return "\n".join(["| measured | median (spread) | bound | kept |", "|---|---|---|---|", *lines])


def write(rows: list[Row]) -> None:
    """Put the table between its marks in the document, and the picture beside it."""
    text = DOCUMENT.read_text() if DOCUMENT.exists() else f"# Performance\n\n{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table(rows)}\n{END}{after}")
    try:
        from bench.plot import plot
    except ImportError:
        print("no picture: matplotlib is not installed (pip install -e '.[plot]')")
        return
    plot({row.what: row.number for row in rows if row.number is not None}, PICTURE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent / "shared", help="a folder with corpus/*.txt")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write the table and the picture into docs/")
    parser.add_argument("--only", choices=["ratios", "starts", "memory", "lengths", "two", "hostile"])
    asked = parser.parse_args()
    shared, rounds = asked.shared.resolve(), asked.rounds
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "ratios": lambda: ratios(shared, rounds),
        "starts": lambda: starts(rounds),
        "memory": lambda: memory(shared),
        "lengths": lambda: lengths(shared),
        "two": lambda: two_processes(shared, max(1, rounds // 2)),
        "hostile": lambda: hostile(shared),
    }
    rows: list[Row] = []
    for name, part in parts.items():
        if asked.only in (None, name):
            for row in part():
                print(f"{row.what:45} {row.value:28} {row.bound}", flush=True)
                rows.append(row)
    if asked.write:
        write(rows)


if __name__ == "__main__":
    main()
