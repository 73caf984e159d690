"""What is kept between starts: made once, never trusted when damaged or another's, and never a reason to fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import extractor
from extractor.caching import KEPT_MOST, SUFFIX, VARIABLE, kept
from tests.conftest import ROOT, SAMPLES

READ = """
import sys
from pathlib import Path
from extractor import Extractor
from extractor.write import record_bytes
texts = sorted(Path(sys.argv[1]).glob("*.txt"))
ex = Extractor()
sys.stdout.buffer.write(b"".join(record_bytes(ex.extract(p.read_text(), published="2019-05-01")) for p in texts))
"""
"""The records of all samples, as bytes."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder that is used now."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


class Maker:
    """Makes a list, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> list[int]:
        self.made += 1
        return [1, 2, self.made]


def test_a_thing_is_made_once_for_each_key(folder: Path) -> None:
    make = Maker()
    assert kept("lists", "a", make, list) == kept("lists", "a", make, list) == [1, 2, 1]
    assert kept("lists", "b", make, list) == [1, 2, 2]
    assert {f.name for f in folder.iterdir()} == {f"lists-a{SUFFIX}", f"lists-b{SUFFIX}"}


def test_versions_started_in_turn_keep_theirs_and_old_ones_go(folder: Path) -> None:
    make = Maker()
    names = [f"v{n}" for n in range(KEPT_MOST + 2)]
    for name in names:
        kept("lists", name, make, list)
    assert {f.name for f in folder.iterdir()} == {f"lists-{name}{SUFFIX}" for name in names[-KEPT_MOST:]}
    kept("lists", names[-1], make, list)
    kept("lists", names[-2], make, list)
    assert make.made == len(names)


@pytest.mark.parametrize("harm", ["empty", "cut", "one bit", "longer", "another kind"])
def test_a_damaged_file_is_made_again(folder: Path, harm: str) -> None:
    make = Maker()
    kept("lists", "a", make, list)
    (file,) = folder.iterdir()
    content = file.read_bytes()
    if harm == "another kind":
        file.unlink()
        kept("lists", "a", lambda: {"no": "list"}, dict)
    else:
        flipped = content[:-3] + bytes([content[-3] ^ 1]) + content[-2:]
        file.write_bytes({"empty": b"", "cut": content[:-1], "one bit": flipped, "longer": content + b"\0"}[harm])
    assert kept("lists", "a", make, list) == [1, 2, 2]
    assert kept("lists", "a", make, list) == [1, 2, 2]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner here")
def test_a_file_that_another_user_can_write_is_not_believed(folder: Path) -> None:
    make = Maker()
    kept("lists", "a", make, list)
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o666)
    assert kept("lists", "a", make, list) == [1, 2, 2]
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_kept_things_are_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Maker()
    (tmp_path / "file").write_text("no folder")
    for place in ("off", str(tmp_path / "file"), str(tmp_path / "file" / "below")):
        monkeypatch.setenv(VARIABLE, place)
        kept("lists", "a", make, list)
    assert make.made == 3


def records(cache: str, home: Path = ROOT) -> bytes:
    """The samples as a process of its own reads them with the package at `home`."""
    settings = os.environ | {VARIABLE: cache, "PYTHONPATH": str(home)}
    command = [sys.executable, "-c", READ, str(SAMPLES)]
    done = subprocess.run(command, capture_output=True, env=settings, cwd=home, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_kept_readers_write_the_same_records(tmp_path: Path) -> None:
    made = records("off")
    assert made.count(b'"achievements"') == len(list(SAMPLES.glob("*.txt")))
    first = records(str(tmp_path))
    (file,) = tmp_path.iterdir()
    written = file.stat().st_mtime_ns
    second = records(str(tmp_path))
    assert first == second == made
    assert file.stat().st_mtime_ns == written


def test_a_changed_rule_or_module_is_read_anew(tmp_path: Path) -> None:
    """In a copy of the package: nothing may be read by rules that are no longer there."""
    home, cache = tmp_path / "home", tmp_path / "cache"
    shutil.copytree(ROOT / "extractor", home / "extractor", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", home / "extractor" / "rules")
    before = records(str(cache), home)
    (file,) = cache.iterdir()
    table = home / "extractor" / "rules" / "README.md"
    table.write_text(table.read_text() + "\n")
    assert records(str(cache), home) == before
    assert [f.name for f in cache.iterdir()] == [file.name]  # no rule
    module = home / "extractor" / "build.py"
    module.write_text(module.read_text() + "\n")
    assert records(str(cache), home) == before
    assert len(list(cache.iterdir())) == 2
    rows = home / "extractor" / "rules" / "lexicon" / "units.yaml"
    rows.write_text(rows.read_text() + "# a word more\n")
    after = records(str(cache), home)
    version = extractor.Extractor().rules_version.encode()
    assert before.count(version) == after.count(b'"rules_version"') > 0
    assert version not in after
