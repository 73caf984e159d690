"""`extractor rules …` as its user meets it: what it prints, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.cli import app
from extractor.errors import RuleError, UsageError
from extractor.rulebook.loader import load_rulebook

ROOT = Path(__file__).parents[2]
RANKED = "Lạng Sơn nằm ở thứ hạng 5/61 cả nước, thu ngân sách tăng 7%."


def call(*args: object) -> Result:
    return CliRunner().invoke(app, ["rules", *map(str, args)], catch_exceptions=False)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "mine.yaml").write_text("record: rankin\nrules: []\n", encoding="utf-8")
    return tmp_path


def test_check_ends_with_1_and_speaks_both_languages(faulty: Path) -> None:
    english, vietnamese = (call("check", faulty, "--lang", lang) for lang in ("en", "vi"))
    assert (english.exit_code, vietnamese.exit_code) == (1, 1)
    assert "did you mean ranking?" in english.output
    assert "có phải bạn muốn viết ranking?" in vietnamese.output


def test_check_gives_json_for_editors(faulty: Path) -> None:
    done = call("check", faulty, "--format", "json")
    (problem,) = json.loads(done.stdout)
    assert problem["file"].endswith("mine.yaml")
    assert (problem["line"], problem["column"], problem["kind"], problem["level"]) == (1, 9, "aim.unknown", "error")
    assert done.exit_code == 1


def test_check_of_no_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        call("check", tmp_path / "none")


def test_a_folder_without_a_rule_file_and_a_file_are_answered(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Tỉnh đã cấp 5 giấy phép.", encoding="utf-8")
    done = call("check", tmp_path, "--lang", "en")
    assert done.exit_code == 1
    assert f"{tmp_path}:1:1: no rule file here or below" in done.stdout
    with pytest.raises(RuleError, match="no rule file here"):
        load_rulebook([tmp_path])
    with pytest.raises(UsageError, match="this is a file; name the folder that holds it"):
        call("check", tmp_path / "article.txt")
    with pytest.raises(RuleError, match="this is a file"):
        load_rulebook([tmp_path / "article.txt"])


def test_explain_tells_winners_losers_and_near_misses() -> None:
    said = call("explain", RANKED, "--lang", "en").output
    assert "mention    <place.province> 'Lạng Sơn'" in said
    assert "'7%': direction=up  direction.up  rules/records/percentages.yaml:" in said
    assert "rank=5, out_of=61, subject='Lạng Sơn'" in said
    assert "lost" in said
    one = call("explain", "Lạng Sơn chễm chệ ở hạng 5.", "--rule", "ranking.verb_noun", "--lang", "en").output
    assert "then wanted <rank_verbs>, where 'chễm chệ' stands" in one


def test_explain_tells_a_veto() -> None:
    said = call("explain", "Bệnh viện đa khoa tỉnh đạt hạng 2.", "--rule", "ranking.verb_noun", "--lang", "en").output
    assert "unless" in said


def test_explain_of_an_unknown_rule_names_a_near_one() -> None:
    with pytest.raises(UsageError, match=r"did you mean ranking\.verb_noun\?"):
        call("explain", RANKED, "--rule", "ranking.verb_nuon")


def test_list_and_show() -> None:
    listed = call("list", "--record", "direction").output.splitlines()
    assert listed
    assert {" ".join(line.split()[1:3]) for line in listed} == {"percent direction", "quantity direction"}
    shown = call("show", "direction.up").output
    assert shown.startswith("# rules/records/percentages.yaml:")
    assert shown.rstrip().splitlines()[-1].strip().startswith("not:")
    held = call("show", "sào").output
    assert "(table units)" in held
    assert "kind: area" in held
    with pytest.raises(UsageError, match="there are rules for"):
        call("list", "--record", "rankings_of_rivers")


@pytest.mark.parametrize(
    ("kind", "sentence", "pattern"),
    [
        ("ranking", "<subject=Lạng Sơn> chễm chệ ở hạng <rank=5> cả nước.", "chễm chệ ở hạng <rank=whole>"),
        ("ranking", "<subject=Huế> ở hạng <rank=5>/<out_of=63>.", "ở hạng <rank=whole> / <out_of=whole>"),
        ("direction", "Giá nhích nhẹ <on=7%>.", "Giá nhích nhẹ <on>"),
        ("basis", "Đạt <on=7%> (chỉ tiêu) của <basis=kế hoạch>.", r"Đạt <on> \( chỉ tiêu \) của <basis=np>"),
        ("period", "Từ <period=rằm tháng 5/2018=2018-05-15..2018-05-15>.", "rằm tháng <m=month> / <y=year>"),
    ],
)
def test_new_writes_a_skeleton_that_only_wants_its_not(kind: str, sentence: str, pattern: str, tmp_path: Path) -> None:
    assert call("new", kind, sentence, "--into", tmp_path).exit_code == 0
    assert f"    pattern: {pattern}\n" in (tmp_path / f"{kind}.yaml").read_text(encoding="utf-8")
    call("new", kind, sentence, "--into", tmp_path)
    found = json.loads(call("check", tmp_path, "--format", "json", "--quiet").stdout)
    assert [p["kind"] for p in found] == ["rule.no_not", "rule.no_not"]


def test_new_wants_marks(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="mark the slots"):
        call("new", "ranking", "Lạng Sơn đứng thứ 5.", "--into", tmp_path)


def test_report_measures_rules(tmp_path: Path) -> None:
    out = tmp_path / "confidence.json"
    done = call("report", ROOT / "tests" / "gold_samples", ROOT / "samples", "--write", out, "--told", "the samples")
    assert done.exit_code == 0
    header, *rows = done.output.splitlines()
    assert header.split()[:4] == ["rule", "fired", "right", "wrong"]
    assert all(int(row.split()[1]) == int(row.split()[2]) + int(row.split()[3]) for row in rows)
    data = json.loads(out.read_text(encoding="utf-8"))
    assert data["measured_on"] == "the samples"
    assert all(value is None or 0 <= value <= 1 for value in data["rules"].values())


def test_coverage_lists_what_nothing_reads(tmp_path: Path) -> None:
    text = "Loa phường sẵn sàng cho 5G.\nÔng Nguyễn Văn Ba sẵn sàng cho 5G.\nThu ngân sách tăng 7%.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    said = call("coverage", tmp_path).output
    assert "    2  number" in said
    assert "tăng" not in said


@pytest.mark.parametrize("command", ["check", "explain", "list", "show", "new", "report", "coverage", "schema"])
def test_every_command_has_help(command: str) -> None:
    assert call(command, "--help").exit_code == 0
