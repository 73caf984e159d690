"""The command as a user meets it: real processes, their output, and their exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import extractor
from extractor.model import Record

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
ARTICLE = SAMPLES / "thuy-linh.txt"
SCRIPT = Path(sys.executable).with_name("extractor")


def call(*args: str | Path, said: str | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [SCRIPT, *args], input=said, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
    )
    assert "Traceback" not in done.stderr
    return done


# --- the first impression ---------------------------------------------------------------------------------------


def test_help_answers_at_once() -> None:
    """In processor time, which a busy machine does not stretch."""
    took = []
    for _ in range(3):
        before = os.times()
        done = call("--help")
        after = os.times()
        took.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert done.returncode == 0
    assert all(command in done.stdout for command in ("run", "show", "schema", "rules"))
    assert min(took) < 0.3


@pytest.mark.parametrize("module", ["extractor", "extractor.cli"])
def test_nothing_heavy_is_imported_for_the_help(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"underthesea", "spacy", "pandas", "pydantic", "numpy", "rich", "yaml"}
    assert heavy.isdisjoint(done.stdout.split())


def test_version() -> None:
    assert call("--version").stdout == f"extractor {extractor.__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    done = call()
    assert done.returncode == 2
    assert "Usage: extractor" in done.stdout + done.stderr


# --- run --------------------------------------------------------------------------------------------------------


def test_run_over_a_folder(tmp_path: Path) -> None:
    done = call("run", SAMPLES, "-o", tmp_path / "out")
    articles = sorted(SAMPLES.glob("*.txt"))
    assert (done.returncode, done.stdout) == (0, "")
    assert f"{len(articles)} articles, written to" in done.stderr
    assert " achievements" in done.stderr
    assert "\x1b" not in done.stderr
    assert "━" not in done.stderr
    assert [p.stem for p in sorted((tmp_path / "out" / "records").iterdir())] == [p.stem for p in articles]


def test_quiet_says_only_what_failed(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert call("run", ARTICLE, "-o", tmp_path / "a", "--quiet").stderr == ""
    done = call("run", ARTICLE, tmp_path / "empty.txt", "-o", tmp_path / "b", "--quiet")
    assert done.returncode == 1
    assert done.stderr == f"failed: {tmp_path / 'empty.txt'}: EmptyInput: the file is empty\n"


def test_one_bad_article_gives_exit_1_and_the_rest_is_written(tmp_path: Path) -> None:
    (tmp_path / "nul.txt").write_bytes(b"a\0b")
    done = call("run", tmp_path / "nul.txt", ARTICLE, tmp_path / "gone.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "3 articles, 2 failed" in done.stderr
    assert f"failed: {tmp_path / 'gone.txt'}: UnreadableInput: it cannot be read: No such file" in done.stderr
    assert (tmp_path / "out" / "records" / "thuy-linh.json").exists()


def test_no_file_of_a_folder_is_left_out_in_silence(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text('[{"title": "A", "text": "Tỉnh đã cấp 12 giấy phép."}]', encoding="utf-8")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (folder / "x.rtf").write_bytes(b"{\\rtf1 x}")
    (folder / "noext").write_text("x", encoding="utf-8")
    done = call("run", folder, "-o", tmp_path / "out", "--quiet")
    assert done.returncode == 1
    assert f"1 file not read, of no format that is known by its name: {folder / 'noext'}" in done.stderr
    assert f"failed: {folder / 'old.doc'}: InputError: byte 0: this is an old Office document" in done.stderr
    assert f"failed: {folder / 'x.rtf'}: InputError: byte 0: this is a rich text document" in done.stderr
    assert (tmp_path / "out" / "records" / "a.json" / "1.json").is_file()


def test_what_this_program_wrote_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE.read_bytes())
    assert "1 article, written to" in call("run", tmp_path, "-o", tmp_path).stderr
    for target in ("all.jsonl", "all.csv"):
        assert call("export", tmp_path, "-o", tmp_path / target).returncode == 0
    assert call("export", tmp_path, "-o", tmp_path / "tables", "--format", "csv").returncode == 0
    assert call("view", tmp_path, "-o", tmp_path / "page.html").returncode == 0
    assert call("run", tmp_path, "-o", tmp_path / "out").returncode == 0
    for out in (tmp_path, tmp_path / "new"):
        done = call("run", tmp_path, "-o", out)
        assert done.returncode == 0
        assert "1 article," in done.stderr
        assert "files left out, written by this program" in done.stderr


def test_standard_input(tmp_path: Path) -> None:
    done = call("run", "-", "-o", tmp_path / "out", said=ARTICLE.read_text(encoding="utf-8"))
    assert done.returncode == 0
    record = json.loads((tmp_path / "out" / "records" / "stdin.json").read_bytes())
    assert record["source"]["path"] == "-"
    assert call("run", "-", "-o", tmp_path / "out", said="").returncode == 1


def test_published_dates_an_article_that_states_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tỉnh đã cấp 120 giấy phép.", encoding="utf-8")
    call("run", tmp_path / "a.txt", "-o", tmp_path / "out", "--published", "2019-06-20")
    assert json.loads((tmp_path / "out/records/a.json").read_bytes())["article"]["published"] == "2019-06-20"


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("20/6/2019", "did you mean 2019-06-20"),
        ("2019-02-30", "write YYYY-MM-DD, for example 2019-06-20"),
        ("hôm qua", "write YYYY-MM-DD"),
    ],
)
def test_a_date_that_is_none_is_answered(tmp_path: Path, date: str, says: str) -> None:
    done = call("run", ARTICLE, "-o", tmp_path / "out", "--published", date)
    assert done.returncode == 2
    assert says in done.stderr
    assert not (tmp_path / "out").exists()


def test_wrong_usage_gives_exit_2(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "file").touch()
    cases = {
        "no article in this folder": ("run", tmp_path / "in", "-o", tmp_path / "out"),
        "Missing option '-o'": ("run", ARTICLE),
        "Missing argument": ("run", "-o", tmp_path / "out"),
        "cannot be written: Not a directory": ("run", ARTICLE, "-o", tmp_path / "file"),
        "this folder of rules does not exist": ("run", ARTICLE, "-o", tmp_path / "out", "--rules", tmp_path / "no"),
    }
    for says, args in cases.items():
        done = call(*args)
        assert (done.returncode, done.stdout) == (2, ""), says
        assert says in done.stderr


def test_a_faulty_rule_file_stops_before_any_article_is_read(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.yaml").write_text("record: rankin\nrules: []\n", encoding="utf-8")
    done = call("run", SAMPLES, "-o", tmp_path / "out", "--rules", rules)
    assert done.returncode == 2
    assert "mine.yaml:1:" in done.stderr
    assert "did you mean ranking?" in done.stderr
    assert not (tmp_path / "out" / "manifest.jsonl").exists()
    assert not list((tmp_path / "out").rglob("*.json"))
    check = call("rules", "check", rules)
    assert check.returncode == 1
    assert "mine.yaml:1:" in check.stdout


def on_a_terminal(*args: str | Path) -> tuple[str, int]:
    """What the command writes where its output is a terminal, and its exit code."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    leader, follower = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")} | {"TERM": "xterm-256color"}
    with subprocess.Popen([SCRIPT, *args], stdin=follower, stdout=follower, stderr=follower, env=env) as process:
        os.close(follower)
        said = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other side is closed: Linux says so by an error
                break
            if not piece:
                break
            said += piece
    os.close(leader)
    return said.decode(), process.returncode


def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    said, code = on_a_terminal("run", SAMPLES, "-o", tmp_path / "out")
    assert code == 0
    assert "━" in said
    said, code = on_a_terminal("run", SAMPLES, "-o", tmp_path / "out", "--quiet")
    assert (said, code) == ("", 0)


# --- show, schema, rules ----------------------------------------------------------------------------------------


def test_show_marks_the_records_in_place_and_lists_them(tmp_path: Path) -> None:
    done = call("show", ARTICLE)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    call("run", ARTICLE, "-o", tmp_path)
    record = Record.model_validate_json((tmp_path / "records" / "thuy-linh.json").read_bytes())
    unmarked = done.stdout.split("\n\n")[0]
    for kind in ("achievements", "percentages", "rankings", "recommendations", "conclusions"):
        items = getattr(record, kind)
        assert not items or f"{kind} ({len(items)})" in done.stdout
        for item in items:
            assert f"⟦{item.id} " in done.stdout
            unmarked = unmarked.replace(f"⟦{item.id} ", "", 1).replace(f"{item.id}⟧", "", 1)
    assert unmarked.replace("⟧", "") == record.text


def test_show_in_a_terminal_has_colour() -> None:
    said, code = on_a_terminal("show", ARTICLE)
    assert code == 0
    assert "\x1b[1;32m⟦a1 " in said


def test_show_answers_a_file_it_cannot_read(tmp_path: Path) -> None:
    done = call("show", tmp_path / "gone.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "gone.txt: it cannot be read: No such file" in done.stderr


def test_an_article_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tỉnh đã cấp 120 giấy phép [red]đỏ[/red] \x1b[2J.", encoding="utf-8")
    done = call("show", tmp_path / "a.txt")
    assert "\x1b" not in done.stdout
    assert "[red]" in done.stdout


def test_output_cut_short_by_the_reader_is_no_error() -> None:
    done = subprocess.run(
        f"'{SCRIPT}' schema | head -n 1", shell=True, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_every_record_is_valid_against_the_schema(tmp_path: Path) -> None:
    schema = json.loads(call("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    call("run", SAMPLES, "-o", tmp_path)
    records = [json.loads(p.read_bytes()) for p in (tmp_path / "records").iterdir()]
    assert records
    for record in records:
        validator.validate(record)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**records[0], "achievments": []})
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({k: v for k, v in records[0].items() if k != "checks"})
