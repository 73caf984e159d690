"""Every way in which an output folder can be spoilt is found, and a sound one is called sound."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from extractor.archive.validate import Checked, validate
from extractor.batch import MANIFEST
from extractor.errors import InputError
from extractor.store.folder import read_record
from extractor.store.indexed import archive_of
from tests.batch.runs import call

Copy = Callable[[str], Path]
RECORD = "records/thuy-linh.json"


def problems(out: Path) -> list[str]:
    return [str(problem) for problem in validate(out, Checked())]


def test_a_sound_folder_is_sound(made: Path) -> None:
    checked = Checked()
    assert list(validate(made, checked)) == []
    assert checked.records == checked.lines == 8
    done = call("validate", made)
    assert done.returncode == 0
    assert re.fullmatch(r"8 records, 8 lines of the manifest, rules [0-9a-f]{12}: all sound\n", done.stderr)


SPOILT = {
    "a span that is off": (lambda r: r["rankings"][0].update(start=r["rankings"][0]["start"] + 1), "the text at"),
    "a nested span": (
        lambda r: r["achievements"][0]["quantity"].update(text="x"),
        "achievements[0].quantity: the text",
    ),
    "an unknown key": (lambda r: r.update(achievments=[]), "achievments: Extra inputs are not permitted"),
    "a key that is gone": (lambda r: r["achievements"][0].pop("comparison"), "a key is missing"),
    "a wrong type": (lambda r: r["rankings"][0].update(rank="first"), "rankings.0.rank"),
    "an unknown status": (lambda r: r["achievements"][0].update(status="done"), "achievements.0.status"),
    "another schema": (lambda r: r.update(schema_version="9.0"), "its schema version is 9.0, this program reads"),
    "another id": (lambda r: r.update(id="0" * 16), "its id 0000000000000000 is not that of its source"),
    "a figure that is none": (lambda r: r["percentages"][0].update(figure="a999"), "there is no figure a999"),
    "an id twice": (lambda r: r["rankings"].append(r["rankings"][0]), "stands twice"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_spoilt_record_is_found(copy: Copy, what: str) -> None:
    out = copy("out")
    change, says = SPOILT[what]
    record = json.loads((out / RECORD).read_bytes())
    change(record)  # type: ignore[no-untyped-call]
    (out / RECORD).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    found = problems(out)
    assert any(p.startswith(RECORD) and says in p for p in found), found
    assert any(p.startswith(f"{MANIFEST}:8: the hash of the record") for p in found)


def test_the_order_of_keys_is_part_of_the_form(copy: Copy) -> None:
    out = copy("out")
    record = json.loads((out / RECORD).read_bytes())
    turned = json.dumps(dict(reversed(record.items())), ensure_ascii=False, indent=1)
    (out / RECORD).write_text(turned + "\n", encoding="utf-8")
    assert problems(out)[0] == f"{RECORD}: a key is missing, or the order of keys or the layout is not the contract's"


def test_the_manifest_and_the_records_must_agree(copy: Copy) -> None:
    out = copy("out")
    (out / RECORD).unlink()
    (out / "records" / "own.json").write_bytes((out / "records" / "bo-thong-cao.json").read_bytes())
    lines = (out / MANIFEST).read_bytes().splitlines(keepends=True)
    (out / MANIFEST).write_bytes(b"".join([*lines[:2], b"{torn\n", *lines[3:]]))
    (out / "manifest.journal").touch()
    third = json.loads(lines[2])["record"]
    assert problems(out) == [
        "manifest.journal: the run did not end; the same command does the rest",
        f"{MANIFEST}:3: this is no line of a manifest of this version",
        f"{MANIFEST}:8: {RECORD} is not there, or a line before names it too",
        f"{third}: no line of the manifest names this record: it is of another run, or its article is gone",
        "records/own.json: no line of the manifest names this record: it is of another run, or its article is gone",
    ]
    done = call("validate", out)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 5)


def test_what_is_no_output_folder_is_refused(tmp_path: Path) -> None:
    done = call("validate", tmp_path)
    assert done.returncode == 2
    assert "this is no output folder" in done.stderr


@pytest.mark.parametrize("version", ["0.9", "1.1", "2.0"])
def test_a_record_of_another_version_is_refused_by_name_wherever_it_is_read(copy: Copy, version: str) -> None:
    out = copy("out")
    record = json.loads((out / RECORD).read_bytes()) | {"schema_version": version, "new_field": None}
    (out / RECORD).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    says = f"its schema version is {version}, this program reads"
    for command in (
        ("validate", out),
        ("export", out, "-o", out / "all.jsonl"),
        ("view", out / RECORD, "-o", out / "page.html"),
    ):
        done = call(*command)
        assert done.returncode == 1
        assert says in done.stdout + done.stderr
    del record["new_field"]
    (out / RECORD).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_record(out / RECORD)


def test_a_file_that_is_no_record_is_named_every_time(made: Path, copy: Copy, tmp_path: Path) -> None:
    out = copy("out")
    (out / RECORD).write_text("{", encoding="utf-8")
    done = call("diff", made, out)
    assert done.returncode == 2
    assert f"{out / RECORD}: this is no record" in done.stderr
    told: list[Path] = []
    for _ in range(2):
        archive_of(out, fault=lambda file, why: told.append(file))
    assert told == [out / RECORD, out / RECORD]
    if find_spec("matplotlib"):
        done = call("plot", out, "-o", tmp_path / "pictures")
        assert done.returncode == 1
        assert f"failed: {out / RECORD}: this is no record" in done.stderr
