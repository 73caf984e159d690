"""Each kind of fault is told with its place, and a way to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.authoring.check import check
from extractor.authoring.lint import doubled_words, words_with_two_meanings
from extractor.errors import Problem, RuleError
from extractor.rulebook.loader import build_rulebook, load_rulebook
from extractor.rulebook.source import load

HEAD = "on: percent\nslot: direction\nrules:\n"
RULE = (
    HEAD
    + """\
  - id: direction.mine
    pattern: {}
    set: up
    examples: ["Tăng <on=7%>."]
    not: ["Giảm <on=7%>."]
"""
)


def faults(*texts: str) -> list[Problem]:
    """What loading says of files of a user's layer, without the packaged rules."""
    files = [load(f"mine/{n}.yaml", text, layer=1) for n, text in enumerate(texts)]
    try:
        build_rulebook(files)
    except RuleError as error:
        return error.problems
    return []


LOADING = [
    ("words: {a: [b", "yaml.fault", 2, 1),
    ("words:\n\ta: [b]\n", "yaml.fault", 2, 1),
    ("words:\n  mine: &a [*a]\n", "yaml.circle", 2, 9),
    ("words: &a\n  mine: *a\n", "yaml.circle", 1, 8),
    ("words: " + "[" * 900 + "]" * 900, "yaml.deep", 1, 1),
    ("- a\n- b\n", "file.no_mapping", 1, 1),
    ("wrods:\n  a: [b]\n", "key.unknown", 1, 1),
    ("words:\n  a: [b]\n  a: [c]\n", "key.twice", 3, 3),
    ("words:\n  mine: []\n", "words.no_list", 2, 9),
    ("words:\n  mine: [a, 5]\n", "words.no_word", 2, 13),
    ("words:\n  place: [a]\n", "words.name_taken", 2, 10),
    ("table: unit\nrows: []\n", "table.unknown", 1, 8),
    ("table: units\nrows:\n  - {words: [x], base: kg}\n", "row.missing", 3, 5),
    ("table: units\nrows:\n  - {words: [x], kind: mas, base: kg}\n", "row.value", 3, 24),
    ("table: units\nrows:\n  - {words: [x], kind: mass, bse: kg, base: kg}\n", "key.unknown", 3, 30),
    ("record: rankin\nrules: []\n", "aim.unknown", 1, 9),
    ("on: percent\nslot: bassis\nrules: []\n", "aim.no_slot", 2, 7),
    ("rules:\n  - {id: a.b, pattern: c}\n", "aim.none", 2, 3),
    ("rules:\n  - {id: a.b, off: why}\n", "rule.off_unknown", 2, 5),
    (HEAD + "  - pattern: tăng <on>\n    set: up\n    examples: [a]\n    not: [b]\n", "rule.no_id", 4, 5),
    (HEAD + "  - id: Mine\n", "row.form", 4, 9),
    (HEAD + "  - id: a.b\n    pattern: tăng <on>\n    set: up\n    examples: [a]\n", "rule.no_not", 4, 5),
    (HEAD + "  - id: a.b\n    pattern: tăng <on>\n    set: up\n    not: [a]\n", "rule.no_examples", 4, 5),
    (HEAD + "  - id: a.b\n    set: up\n    examples: [a]\n    not: [b]\n", "rule.no_pattern", 4, 5),
    (HEAD + "  - {id: a.b, context: part, examples: [a], not: [b]}\n", "context.misplaced", 4, 24),
    (RULE.format("tăng <on>") + "  - id: direction.mine\n    off: twice\n", "rule.id_twice", 9, 5),
    (RULE.format("tăng <on>").replace("set: up", "set: pu"), "set.value", 6, 10),
    (RULE.format("tăng <on>").replace('["Tăng', '[a: b, "Tăng'), "trap.colon", 7, 16),
    (RULE.format("tăng <on>").replace('["Giảm <on=7%>."]', "\n      - Tăng #2 rồi"), "trap.hash", 9, 14),
    (RULE.format("tăng (<on>"), "pattern.never_closed", 5, 19),
    (RULE.format("tăng <on>)"), "pattern.closes_nothing", 5, 23),
    (RULE.format("tăng <on"), "pattern.open_hole", 5, 19),
    (RULE.format("tăng <On>"), "hole.form", 5, 19),
    (RULE.format("tăng <onn>"), "hole.unknown", 5, 19),
    (RULE.format("tăng <increase_verb> <on>"), "hole.unknown", 5, 19),
    (RULE.format('"tăng <on> | "'), "pattern.empty", 5, 27),
    (RULE.format("tăng 7 <on>"), "pattern.figure", 5, 19),
    (RULE.format('"? <on>"'), "pattern.follows_nothing", 5, 15),
    (RULE.format("(tăng)? (<on>)?"), "reach.nothing", 5, 14),
    (RULE.format("tăng"), "reach.no_anchor", 5, 14),
    (RULE.format("<word> <on>"), "reach.everything", 5, 14),
    (RULE.format("<date.year> <on>"), "reach.later", 5, 14),
    (RULE.format("(tăng ...)+ <on>"), "reach.gap_repeated", 5, 20),
    (RULE.format("((tăng)+ nữa)+ <on>"), "reach.repeat_repeated", 5, 15),
    (RULE.format("tăng ... thêm ... đến ... mức ... <on>"), "reach.slow", 5, 44),
    (RULE.format("tăng <basis=np> <on>"), "slot.unknown", 5, 19),
    (
        "grammar: period\nrules:\n  - {id: a.b, pattern: xong, build: dya, examples: [a], not: [b]}\n",
        "build.unknown",
        3,
        37,
    ),
    (
        "grammar: period\nrules:\n  - {id: a.b, pattern: <place>, build: day, examples: [a], not: [b]}\n",
        "reach.later",
        3,
        24,
    ),
]


@pytest.mark.parametrize(
    ("text", "kind", "line", "column"), LOADING, ids=[f"{k}@{n}" for n, (_, k, *_r) in enumerate(LOADING)]
)
def test_faults_of_loading(text: str, kind: str, line: int, column: int) -> None:
    found = faults(text)
    assert (kind, line, column) in [(p.kind, p.line, p.column) for p in found], "\n".join(map(str, found))


def test_all_faults_of_all_files_at_once() -> None:
    found = faults("record: rankin\nrules: []\n", "wrods: {}\ntable: unit\nrows: []\n")
    assert [(p.path, p.line) for p in found] == [("mine/0.yaml", 1), ("mine/1.yaml", 1), ("mine/1.yaml", 2)]


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes("words: {a: [tăng]}".encode("cp1258", errors="replace"))
    with pytest.raises(RuleError) as caught:
        load_rulebook([tmp_path])
    assert caught.value.problems[0].kind == "file.encoding"


RUNNING = """\
on: percent
slot: direction
rules:
  - id: direction.missed
    pattern: leo dốc <on>
    set: up
    examples: ["Giá leo thác <on=7%>."]
    not: ["Giá giảm <on=7%>."]
  - id: direction.unmarked
    pattern: leo dốc <on>
    set: up
    examples: ["Giá leo dốc 7%."]
    not: ["Giá giảm <on=7%>."]
  - id: direction.not_read
    pattern: leo dốc <on>
    set: up
    examples: ["Giá leo dốc <on=7>%."]
    not: ["Giá giảm <on=7%>."]
  - id: direction.broken
    pattern: leo dốc <on>
    set: up
    examples: ["Giá leo dốc <on 7%>."]
    not: ["Giá giảm <on=7%>."]
  - id: direction.other_slot
    pattern: leo dốc <on>
    set: up
    examples: ["<basis=Giá> leo dốc <on=7%>."]
    not: ["Giá giảm <on=7%>."]
  - id: direction.matches
    pattern: lao dốc <on>
    set: down
    examples: ["Giá lao dốc <on=7%>."]
    not: ["Giá lao dốc <on=8%>."]
  - id: direction.first
    pattern: tụt dốc <on>
    set: down
    examples: ["Giá tụt dốc <on=7%>."]
    not: ["Giá tăng <on=7%>."]
  - id: direction.beaten
    pattern: tụt dốc <on>
    set: level
    examples: ["Giá tụt dốc <on=7%>."]
    not: ["Giá tăng <on=7%>."]
  - id: direction.dead
    pattern: tụt dốc <on>
    set: down
    examples: ["Giá tụt dốc <on=9%>."]
    not: ["Giá tăng <on=7%>."]
    todo: ["Giá trượt dốc <on=9%>.", "Giá tụt dốc <on=9%>."]
  - id: direction.shared_up
    nearest: <mine_up>
    set: up
    examples: ["Giá nhảy cóc <on=7%>."]
    not: ["Giá giảm <on=7%>."]
  - id: direction.shared_down
    nearest: <mine_down>
    set: down
    examples: ["Giá nhảy lùi <on=7%>."]
    not: ["Giá tăng <on=7%>."]
words:
  mine_up: [nhảy cóc, nhảy lò cò]
  mine_down: [nhảy lùi, nhảy lò cò]
  planning_word: [nhắm đích]
  forgotten: [chẳng ai đọc]
  modals: [ắt phải, ắt là, ắt phải]
"""
ROWS = """\
table: units
rows:
  - {words: [bao tải, bao gai], kind: mass, base: kg, factor: 50}
  - {words: [bao gai], kind: mass, base: kg, factor: 60}
  - {words: [thúng, bao tải], kind: mass, base: kg, factor: 50}
  - {words: [tạ], kind: mass, base: kg, factor: 60}
  - {words: [thước đất], kind: area, base: m2, factor: 24}
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str | None, list[Problem]]:
    folder = tmp_path_factory.mktemp("rules")
    (folder / "mine.yaml").write_text(RUNNING, encoding="utf-8")
    (folder / "rows.yaml").write_text(ROWS, encoding="utf-8")
    found: dict[str | None, list[Problem]] = {}
    for problem in check([folder]):
        found.setdefault(problem.rule, []).append(problem)
    return found


@pytest.mark.parametrize(
    ("rule", "kind", "line"),
    [
        ("missed", "example.missed", 7),
        ("unmarked", "example.unmarked", 12),
        ("not_read", "example.not_read", 17),
        ("broken", "example.broken_mark", 22),
        ("other_slot", "example.unknown_slot", 27),
        ("matches", "not.matched", 33),
        ("beaten", "example.beaten", 42),
        ("dead", "rule.never_reached", 44),
        ("dead", "todo.open", 49),
        ("dead", "todo.done", 49),
        ("shared_up", "words.two_rules", 51),
        ("shared_down", "words.two_rules", 56),
    ],
)
def test_faults_of_running(rule: str, kind: str, line: int, run: dict[str | None, list[Problem]]) -> None:
    found = [(p.kind, p.line) for p in run.get(f"direction.{rule}", [])]
    assert (kind, line) in found or kind == "words.two_rules", found
    if kind == "words.two_rules":
        both = [p for name in ("shared_up", "shared_down") for p in run.get(f"direction.{name}", [])]
        assert any(p.kind == kind for p in both)


def test_a_list_that_nothing_reads(run: dict[str | None, list[Problem]]) -> None:
    """Its name was mistyped, or no rule names it. Lists that add to packaged ones, and those of a pattern, are read."""
    found = [(p.line, p.column, p.level, p.mend) for p in run[None] if p.kind == "words.unread"]
    assert [(line, column, level) for line, column, level, _mend in found] == [(63, 3, "warning"), (64, 3, "warning")]
    assert "planning_words" in str(found[0][3])
    assert "<forgotten>" in str(found[1][3])


def test_a_word_that_stands_twice_in_a_list(run: dict[str | None, list[Problem]]) -> None:
    found = [p for p in run[None] if p.kind == "words.doubled"]
    assert [(p.line, p.column, p.level) for p in found] == [(65, 28, "warning")]
    assert "'ắt phải'" in found[0].what
    assert "'modals'" in found[0].what


def test_no_packaged_list_holds_a_word_twice() -> None:
    assert [*map(str, doubled_words(load_rulebook()))] == []


def test_a_word_with_two_meanings(run: dict[str | None, list[Problem]]) -> None:
    found = [(p.kind, p.line, p.column, p.level) for p in run[None]]
    assert ("row.two_meanings", 4, 14, "error") in found
    assert ("row.twice", 5, 21, "warning") in found
    assert ("row.overlaid", 6, 14, "note") in found
    assert ("row.base", 7, 44, "warning") in found


@pytest.mark.parametrize(("since", "kinds"), [(2025, []), (2024, []), (2023, ["row.two_meanings"])])
def test_units_of_one_name_may_follow_each_other(since: int, kinds: list[str]) -> None:
    rows = (
        f"  - {{words: [An Tây], kind: city, until: 2024}}\n  - {{words: [An Tây], kind: province, since: {since}}}\n"
    )
    book = build_rulebook([load("mine/places.yaml", f"table: places\nrows:\n{rows}", layer=1)])
    assert [p.kind for p in words_with_two_meanings(book)] == kinds


def test_what_decided_is_named(run: dict[str | None, list[Problem]]) -> None:
    beaten = next(p for p in run["direction.beaten"] if p.kind == "example.beaten")
    assert "direction.first" in beaten.what
    assert str(beaten).splitlines()[1].strip() == 'examples: ["Giá tụt dốc <on=7%>."]'
    assert beaten.source is not None
    assert beaten.source[beaten.column - 1 :].startswith('"Giá')
