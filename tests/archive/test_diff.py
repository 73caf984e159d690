"""What a changed rule did is told by type and rule; what did not change is not told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.archive.diff import diff, lines
from tests.batch.runs import call

Copy = Callable[[str], Path]
RECORD = "records/thuy-linh.json"


def changed(out: Path, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((out / RECORD).read_bytes())
    change(record)
    (out / RECORD).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return record


def test_the_same_is_the_same(made: Path) -> None:
    done = call("diff", made, made)
    assert (done.returncode, done.stdout) == (0, "8 articles are the same, 0 differ\n")


def test_versions_and_numbers_within_the_article_are_no_change(made: Path, copy: Copy) -> None:
    other = copy("other")

    def renumber(record: dict[str, Any]) -> None:
        record["rules_version"] = "another"
        for item in record["rankings"]:
            item["id"], item["confidence"] = "x" + item["id"], 0.5

    changed(other, renumber)
    assert diff(made, other).is_none


def test_a_slot_that_says_something_else(made: Path, copy: Copy) -> None:
    other = copy("other")
    record = changed(other, lambda r: r["achievements"][2].update(indicator="văn bản khác", rule="new.rule"))
    before = json.loads((made / RECORD).read_bytes())["achievements"][2]
    done = call("diff", made, other)
    assert done.returncode == 1
    start, text = record["achievements"][2]["start"], record["achievements"][2]["text"]
    assert done.stdout.splitlines() == [
        "7 articles are the same, 1 differ",
        "",
        "achievements · new.rule: 1 changed (rule 1, indicator 1)",
        f"  ~ {RECORD}:{start} {text if len(text) <= 100 else text[:99] + '…'}",
        f"      rule: {before['rule']} → new.rule",
        f"      indicator: {before['indicator'] or '–'} → văn bản khác",
    ]


def test_added_and_removed_by_rule(made: Path, copy: Copy) -> None:
    other = copy("other")
    record = changed(other, lambda r: r["conclusions"].pop(0))
    gone = json.loads((made / RECORD).read_bytes())["conclusions"][0]
    found = diff(made, other)
    assert found.counts["conclusions", gone["rule"]] == {"removed": 1}
    back = diff(other, made)
    assert back.counts["conclusions", gone["rule"]] == {"added": 1}
    said = json.loads(call("diff", made, other, "--json").stdout)
    [rule] = said["rules"]
    assert (rule["type"], rule["rule"], rule["removed"], rule["added"]) == ("conclusions", gone["rule"], 1, 0)
    assert rule["examples"][0]["before"]["text"] == gone["text"]
    assert record["conclusions"]


def test_a_wider_span_is_a_change_and_no_pair_of_two(made: Path, copy: Copy) -> None:
    other = copy("other")

    def widen(record: dict[str, Any]) -> None:
        item = record["recommendations"][0]
        item["end"] = item["end"] - 3
        item["text"] = record["text"][item["start"] : item["end"]]

    changed(other, widen)
    [counts] = diff(made, other).counts.values()
    assert counts == {"changed": 1}


def test_articles_of_one_run_only(made: Path, copy: Copy) -> None:
    other = copy("other")
    (other / RECORD).rename(other / "records" / "moved.json")
    manifest = (other / "manifest.jsonl").read_text(encoding="utf-8")
    (other / "manifest.jsonl").write_text(manifest.replace(RECORD, "records/moved.json"), encoding="utf-8")
    found = list(lines(diff(made, other)))
    assert found == [
        "7 articles are the same, 0 differ",
        f"1 only in the first: {RECORD}",
        "1 only in the second: records/moved.json",
    ]


@pytest.mark.parametrize("spoilt", ["folder", "record"])
def test_what_cannot_be_read_is_trouble(made: Path, copy: Copy, tmp_path: Path, spoilt: str) -> None:
    other = tmp_path / "none"
    if spoilt == "record":
        other = copy("other")
        (other / RECORD).write_text("{}", encoding="utf-8")
    done = call("diff", made, other)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_new_rule_is_seen_for_what_it_did(tmp_path: Path) -> None:
    """Two real runs; the second switches a rule off."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Năm 2018, tỉnh xếp thứ 5 cả nước về chỉ số PCI.", encoding="utf-8")
    call("run", tmp_path / "in", "-o", tmp_path / "one", "--quiet")
    [ranking] = json.loads((tmp_path / "one/records/a.json").read_bytes())["rankings"]
    rules = tmp_path / "rules" / "records"
    rules.mkdir(parents=True)
    off = f"record: ranking\nrules:\n  - id: {ranking['rule']}\n    off: for a test\n"
    (rules / "mine.yaml").write_text(off, encoding="utf-8")
    assert call("run", tmp_path / "in", "-o", tmp_path / "two", "--rules", tmp_path / "rules").returncode == 0
    done = call("diff", tmp_path / "one", tmp_path / "two")
    assert done.returncode == 1
    assert "rankings · " in done.stdout
