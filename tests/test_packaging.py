"""The wheel carries all that a user needs: built here, installed in a fresh environment, run from another folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES

pytestmark = pytest.mark.slow

BACKEND = "setuptools"


def run(*command: str | Path, at: Path) -> str:
    """A command's output; its errors in the failure of the test."""
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run([str(c) for c in command], cwd=at, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what a clone holds, so that nothing is left in the checkout."""
    if find_spec(BACKEND) is None:
        pytest.skip(f"no build backend: {BACKEND} is not installed")
    source, out = tmp_path_factory.mktemp("source") / "clone", tmp_path_factory.mktemp("dist")
    ignored = shutil.ignore_patterns(".git", "__pycache__", "*.egg-info", "build", "dist", ".venv", "out", ".*_cache")
    shutil.copytree(ROOT, source, ignore=ignored)
    run(sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation", "--wheel-dir", out, at=source)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment with the wheel; dependencies come from the running environment."""
    home = tmp_path_factory.mktemp("fresh") / "env"
    run(sys.executable, "-m", "venv", "--without-pip", home, at=home.parent)
    scheme = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", scheme))
    pip = (sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--ignore-installed")
    run(*pip, "--prefix", home, wheel, at=home.parent)
    assert (site / "extractor").is_dir()
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Path(sysconfig.get_path("scripts", "venv", scheme))


def command(bin_: Path, name: str) -> Path:
    found = shutil.which(name, path=str(bin_))
    assert found is not None
    return Path(found)


def python(bin_: Path) -> Path:
    return command(bin_, "python")


def test_the_wheel_holds_all_rules(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    rules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "rules").rglob("*.yaml")}
    assert rules
    assert {f"extractor/{name}" for name in rules} <= packed
    assert "extractor/py.typed" in packed
    assert {
        f"extractor/{p.relative_to(ROOT / 'extractor').as_posix()}" for p in (ROOT / "extractor").rglob("*.py")
    } <= packed
    assert not [name for name in packed if name.startswith(("tests/", "samples/"))]


def test_the_installed_package_is_the_one_that_answers(installed: Path, tmp_path: Path) -> None:
    where = run(python(installed), "-c", "import extractor; print(extractor.__file__)", at=tmp_path).strip()
    assert Path(where).is_relative_to(installed.parent)


def test_run_from_another_folder(installed: Path, tmp_path: Path) -> None:
    article = tmp_path / "in" / "thuy-linh.txt"
    article.parent.mkdir()
    shutil.copy(SAMPLES / "thuy-linh.txt", article)
    run(command(installed, "extractor"), "run", "in", "-o", "out", "--quiet", at=tmp_path)
    record = json.loads((tmp_path / "out" / "records" / "thuy-linh.json").read_text(encoding="utf-8"))
    assert len(record["achievements"]) == 7
    assert [r["rank"] for r in record["rankings"]] == [35]
    assert (tmp_path / "out" / "manifest.jsonl").exists()


def test_rules_check(installed: Path, tmp_path: Path) -> None:
    run(command(installed, "extractor"), "rules", "check", at=tmp_path)


def test_schema(installed: Path, tmp_path: Path) -> None:
    schema = json.loads(run(command(installed, "extractor"), "schema", at=tmp_path))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_version(installed: Path, tmp_path: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version in run(command(installed, "extractor"), "--version", at=tmp_path)


def test_the_spacy_component_is_found(installed: Path, tmp_path: Path) -> None:
    code = (
        "import spacy; nlp = spacy.blank('xx'); nlp.add_pipe('vi_gov_records'); "
        "print(len(nlp('Năm 2018, tỉnh ban hành 132 văn bản.').spans['achievements']))"
    )
    assert run(python(installed), "-c", code, at=tmp_path).strip() == "1"
