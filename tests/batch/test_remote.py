"""Places that fsspec reaches: the same records, and a run that goes on where another was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.batch import run
from extractor.batch.remote import inputs, opened
from extractor.errors import UsageError
from extractor.read.inputs import LeftOut
from tests.batch.runs import call, go, short, tree_bytes

fsspec = pytest.importorskip("fsspec")


def without_paths(tree: dict[str, bytes], root: str) -> dict[str, bytes]:
    """The places of articles are part of the output; for two that differ by them alone, they are cut."""
    told = {}
    for name, data in tree.items():
        if name == "manifest.jsonl":
            told[name] = b"".join(
                json.dumps({k: v for k, v in json.loads(line).items() if k not in ("path", "record_sha256")}).encode()
                for line in data.splitlines()
            )
        else:
            told[name] = data.replace(root.encode(), b"")
    return told


def test_a_run_from_and_to_places_gives_the_records_of_a_run_on_the_disk(tmp_path: Path) -> None:
    source = short(tmp_path / "in", 6, empty="")
    (source / "rows.jsonl").write_text(
        '{"text": "Tỉnh cấp 12 giấy phép."}\n{"text": "Huyện cấp 3 giấy phép."}\n', "utf-8"
    )
    go(source, tmp_path / "disk", "--jobs", "1", code=1)
    done = call("run", f"file://{source}", "-o", f"file://{tmp_path}/place", "--jobs", "1")
    assert done.returncode == 1
    assert f"written to file://{tmp_path}/place" in done.stderr
    here = without_paths(tree_bytes(tmp_path / "disk"), f"{source}")
    there = without_paths(tree_bytes(tmp_path / "place"), f"file://{source}")
    assert here == there
    done = call("run", f"file://{source}", "-o", f"file://{tmp_path}/place", "--jobs", "1")
    assert "9 of them unchanged since an earlier run" in done.stderr


def test_memory_is_a_place(ex: Extractor) -> None:
    fs, root = opened("memory://in")
    for number in range(3):
        fs.pipe_file(f"{root}/b/{number}.txt", f"Tỉnh đã cấp {number + 2} giấy phép.".encode())
    fs.pipe_file(f"{root}/b/.hidden.txt", b"x")
    found = inputs(["memory://in"], "memory://out", [], LeftOut())
    assert [item.name for item in found] == [f"memory://in/b/{number}.txt" for number in range(3)]
    assert run(found, "memory://out", ex).done == 3
    fs, root = opened("memory://out")
    assert sorted(p[len(root) + 1 :] for p in fs.find(root)) == [
        "manifest.jsonl", "records/b/0.json", "records/b/1.json", "records/b/2.json",
    ]  # fmt: skip
    assert run(found, "memory://out", ex).kept == 3


def test_a_file_named_in_two_ways_is_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = short(tmp_path / "in", 2)
    monkeypatch.chdir(tmp_path)
    found = inputs(["in", f"{source}/a000.txt", f"file://{source}/a000.txt", "./in/a001.txt"], "out", [], LeftOut())
    assert [item.name for item in found] == ["in/a000.txt", "in/a001.txt", f"file://{source}/a000.txt"]


def test_what_a_run_wrote_to_a_place_is_no_input(ex: Extractor) -> None:
    fs, root = opened("memory://own")
    fs.pipe_file(f"{root}/a.txt", "Tỉnh đã cấp 2 giấy phép.".encode())
    fs.pipe_file(f"{root}/b.xyz", b"x")
    for out in ("memory://own", "memory://own/out", "memory://own"):
        left_out = LeftOut()
        found = inputs(["memory://own"], out, [], left_out)
        assert [item.name for item in found] == ["memory://own/a.txt"]
        assert left_out.unknown == ["memory://own/b.xyz"]
        run(found, out, ex)
    assert left_out.own == [
        f"memory://own/{name}" for name in ("manifest.jsonl", "out/manifest.jsonl", "out/records/a.json")
    ]


def test_a_place_that_is_unknown_or_empty_is_answered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        opened("nowhere://x")
    with pytest.raises(UsageError, match="no article below this place"):
        inputs([f"file://{tmp_path}"], "memory://out", [], LeftOut())
