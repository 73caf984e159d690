"""All problems of the rules of some folders: those of loading, and those that show when the rules run.

A rule's examples are tried with the rule alone, then with the whole rulebook; so are the sentences under `not:`, but
those of a `nearest:` rule only among its rivals: that a nearer cue wins is what such a rule means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.authoring.examples import Example, read_example
from extractor.authoring.finding import Finding
from extractor.authoring.judge import anchor_slot, judge
from extractor.authoring.lint import (
    doubled_words,
    unknown_bases,
    unread_lists,
    useless_rules,
    words_of_two_rules,
    words_with_two_meanings,
)
from extractor.authoring.trial import Bench
from extractor.errors import Problem, RuleError
from extractor.messages import say
from extractor.pipeline import Extractor
from extractor.rulebook.notation import ANCHOR
from extractor.rulebook.rules import Rule


def check(folders: Sequence[str | Path] = (), *, packaged: bool = True) -> list[Problem]:
    """Every problem of the packaged rules with these folders laid over them, in file order.

    Warnings and notes on packaged files are left out where there are folders: their author cannot mend them.
    """
    try:
        bench = Bench(Extractor(folders, packaged=packaged))
    except RuleError as error:
        return error.problems
    found = [p for rule in bench.book.rules for p in check_rule(bench, rule)]
    for fault in (words_with_two_meanings, doubled_words, unknown_bases, unread_lists, words_of_two_rules):
        found += fault(bench.book)
    found += useless_rules(bench, bench.book.rules)
    if folders and packaged:
        book = bench.book
        files = [*(r.file for r in book.rules), *(p.file for p in book.places), *(p.file for p in book.list_places)]
        theirs = {file.name for file in files if file.layer == 0}
        found = [p for p in found if p.level == "error" or p.path not in theirs]
    return sorted(found, key=lambda p: (p.path, p.line, p.column))


def check_rule(bench: Bench, rule: Rule) -> list[Problem]:
    """The problems that one rule's sentences show."""
    problems: list[Problem] = []
    for i, source in enumerate(rule.row.examples):
        problems += _example(bench, rule, i, source)
    for i, source in enumerate(rule.row.not_):
        problems += _not(bench, rule, i, source)
    return problems + list(_todo(bench, rule))


def _example(bench: Bench, rule: Rule, i: int, source: str) -> Iterator[Problem]:
    part = ("examples", i)
    example = read_example(source)
    malformed = _form(rule, part, example, obligatory=True)
    if malformed:
        yield malformed
        return
    for alone in (True, False):
        found = bench.alone(rule, example.text) if alone else bench.whole(rule, example.text)
        what = judge(rule, example, found, alone=alone).what
        if what is not None:
            yield rule.problem(part, what, mend=say("example.mend"))
            return


def _form(rule: Rule, part: tuple[str, int], example: Example, *, obligatory: bool) -> Problem | None:
    """What is wrong with the marks of a sentence."""
    if example.broken is not None:
        mend = say("example.broken_mark.mend")
        return rule.problem(part, say("example.broken_mark"), mend=mend, shift=example.broken)
    anchor = anchor_slot(rule)
    if obligatory and not (example.slot(anchor) if anchor else example.expected):
        mark = {"slot": "<on=5 ha>", "grammar": f"<{rule.target}=…=…>", "record": "<rank=5>"}[rule.kind]
        return rule.problem(part, say("example.unmarked"), mend=say("example.unmarked.mend", mark=mark))
    fills = fillable(rule)
    for e in example.expected:
        if fills and e.slot not in fills:
            mend = say("example.unknown_slot.mend", slots=", ".join(sorted(fills)))
            return rule.problem(part, say("example.unknown_slot", slot=e.slot), mend=mend)
    return None


def fillable(rule: Rule) -> frozenset[str]:
    """The slots that an example of this rule may mark; empty: any."""
    if rule.kind == "slot":
        return frozenset({ANCHOR, str(rule.slot)})
    return frozenset({rule.target}) if rule.kind == "grammar" else frozenset()


def _not(bench: Bench, rule: Rule, i: int, source: str) -> Iterator[Problem]:
    part = ("not", i)
    example = read_example(source)
    malformed = _form(rule, part, example, obligatory=False)
    if malformed:
        yield malformed
        return
    missing = _unread(bench, rule, example)
    if missing:
        what = say("example.not_read", text=missing, found=", ".join(map(repr, bench.figures(example.text))) or "—")
        yield rule.problem(part, what, mend=say("example.not_read.mend"))
        return
    for alone in (False,) if rule.nearest else (True, False):
        found = bench.alone(rule, example.text) if alone else bench.whole(rule, example.text)
        fired = [f for f in found if f.rule == rule.id and _says(f) and _meant(rule, example, f)]
        if fired:
            yield rule.problem(part, say("not.matched", text=fired[0].text), mend=say("not.mend"))
            return


def _unread(bench: Bench, rule: Rule, example: Example) -> str | None:
    """A marked figure that is not read as one: then the sentence would prove nothing."""
    if rule.kind != "slot":
        return None
    read = bench.figures(example.text)
    return next((e.text for e in example.slot(ANCHOR) if e.text not in read), None)


def _says(finding: Finding) -> bool:
    return any(held.text is not None or held.value is not None for held in finding.slots.values())


def _meant(rule: Rule, example: Example, finding: Finding) -> bool:
    """Whether a `not:` sentence speaks of this find: of the marked ones, or of all where none is marked."""
    marked = example.slot(anchor_slot(rule))
    return not marked or any((e.start, e.end) == (finding.start, finding.end) for e in marked)


def _todo(bench: Bench, rule: Rule) -> Iterator[Problem]:
    for i, source in enumerate(rule.row.todo):
        example = read_example(source)
        if judge(rule, example, bench.whole(rule, example.text), alone=False).what is None:
            yield rule.problem(("todo", i), say("todo.done"), mend=say("todo.done.mend"), level="note")
        else:
            yield rule.problem(("todo", i), say("todo.open", sentence=example.text), level="note")
