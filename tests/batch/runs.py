"""What the tests of runs share: folders of articles, the command in a process of its own, the bytes it leaves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parents[2] / "samples"
SCRIPT = Path(sys.executable).with_name("extractor")
MEANT = "Tỉnh đã cấp {} giấy phép trong năm 2019."
TRAPS = """
import os, signal, time
from extractor.pipeline import Extractor

_extract = Extractor.extract

def extract(self, text, **options):
    if "POISON" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "SLOW" in text:
        try:
            time.sleep(600)
        except Exception:
            pass
    if "STUCK" in text:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        time.sleep(600)
    if "WAIT" in text:
        time.sleep(3)
    if "LINGER" in text:
        time.sleep(0.2)
    return _extract(self, text, **options)

Extractor.extract = extract

from extractor.read import markdown

_read = markdown.read

def read(data, options):
    if b"TANGLED" in data:
        time.sleep(600)
    return _read(data, options)

markdown.read = read
"""
"""Laid on the path of a run's processes, these make an article do what a fault in a library would."""


def lines(out: Path, name: str = "manifest.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / name).read_bytes().splitlines()]


def tree_bytes(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def many(folder: Path, copies: int) -> Path:
    """Copies of the sample articles, enough that a run can be stopped in the middle."""
    for copy in range(copies):
        (folder / f"{copy:03}").mkdir(parents=True)
        for path in SAMPLES.glob("*.txt"):
            shutil.copy(path, folder / f"{copy:03}")
    return folder


def short(folder: Path, count: int, **special: str) -> Path:
    """Articles of one sentence, each another; `special` replaces the text of some."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"a{number:03}.txt").write_text(MEANT.format(100 + number), encoding="utf-8")
    for name, text in special.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def trapped(folder: Path) -> dict[str, str]:
    """An environment in which the traps are laid."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(TRAPS, encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def start(source: Path, out: Path, *options: str | Path, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    command = [SCRIPT, "run", source, "-o", out, *options]
    return subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env={**os.environ, **(env or {})}
    )


def go(
    source: Path, out: Path, *options: str | Path, env: Mapping[str, str] | None = None, code: int = 0
) -> subprocess.CompletedProcess[str]:
    """A whole run. It must end with this code, and without a traceback."""
    with start(source, out, *options, env=env) as process:
        _, said = process.communicate(timeout=300)
    assert "Traceback" not in said, said
    assert process.returncode == code, said
    return subprocess.CompletedProcess([], process.returncode, "", said)


def until(true: Callable[[], Any], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def children(pid: int) -> list[int]:
    """The processes below this one."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            found += [int(stat.parent.name), *children(int(stat.parent.name))]
    return found


def commands(pids: list[int]) -> dict[int, str]:
    return {pid: Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode() for pid in pids}


def call(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """The command with these arguments."""
    done = subprocess.run([SCRIPT, *args], capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done
