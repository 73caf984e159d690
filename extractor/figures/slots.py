"""Slot rules: each slot of a figure that is already found, filled by itself from the words around it.

The rules of a slot stand in groups; the first group that answers wins. A rule with `pattern` holds the figure as
`<on>`; rules with `nearest` compete: the cue closest to the left of the figure wins, over commas, never over ";".
A rule with `default` answers last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from extractor.document import Folded, Mark, Sentence
from extractor.figures.phrases import PhraseReader
from extractor.match import Slot, matches, vetoed
from extractor.rulebook.book import Rulebook
from extractor.rulebook.compile import FILL_PREFIX, Pattern
from extractor.rulebook.gate import Gate
from extractor.rulebook.notation import ANCHOR
from extractor.rulebook.rules import Rule

FIGURE_KINDS = ("quantity", "percent")
_Patterns = list[tuple[Rule, Pattern]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A slot's value and the rule that gave it: a constant, or atoms of the sentence. `cue` is where the words stood
    that decided; `soft`, that the same amount told elsewhere may overrule it."""

    rule: str
    value: Any = None
    span: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    soft: bool = False


class SlotRules:
    """The rules for the slots of quantities and percentages."""

    def __init__(self, book: Rulebook, phrases: PhraseReader) -> None:
        self._phrases = phrases
        self._slots: list[tuple[str, str, Answer | None]] = []  # target, slot, and the answer where no cue speaks
        self._turns = book.phrases("scope_breaks")
        self._reports = book.phrases("report_breaks")
        self._told = book.phrases("list_breaks")
        self._attributes = book.phrases("list_attributes")
        # Each with its slot, by its place there, and its group, by its first rule's order.
        self._patterns: list[tuple[int, int, Rule, Pattern]] = []
        rules = [r for r in book.rules if r.kind == "slot" and r.slot and not r.row.context]
        for target, slot in dict.fromkeys((r.target, str(r.slot)) for r in rules):
            of = [r for r in rules if (r.target, r.slot) == (target, slot)]
            of.sort(key=lambda r: (_is_default(r), r.order))
            groups = [list(g) for _, g in groupby(of, key=lambda r: r.group)]
            for group in groups:
                for r in group:
                    patterns = r.nearest if group[0].nearest else r.patterns
                    self._patterns += [(len(self._slots), group[0].order, r, pattern) for pattern in patterns]
            default = next((g[0] for g in groups if _is_default(g[0])), None)
            self._slots.append((target, slot, Answer(default.id, default.sets.get(slot)) if default else None))
        self._gate = Gate([pattern for *_, pattern in self._patterns])

    def answers(self, sentence: Sentence, folded: Folded) -> dict[int, dict[str, Answer]]:
        """For each figure of the sentence, by id of its mark: slot -> Answer."""
        figures = sentence.kind(*FIGURE_KINDS)
        found: dict[int, dict[str, Answer]] = {id(m): {} for m in figures}
        if not figures:
            return found
        positions = {id(m): folded.position(m.first) for m in figures}
        speaking: list[dict[int, _Patterns]] = [{} for _ in self._slots]  # by group, in their order
        for i in self._gate.passed(folded.codes):
            of_slot, of_group, rule, pattern = self._patterns[i]
            speaking[of_slot].setdefault(of_group, []).append((rule, pattern))
        for (target, slot, default), groups in zip(self._slots, speaking, strict=True):
            of_target = [m for m in figures if target in ("figure", m.kind)]
            open_ = {id(m): m for m in of_target if not _is_answered(found[id(m)].get(slot))}
            for patterns in groups.values():
                if not open_:
                    break
                if patterns[0][0].nearest:
                    answers = self._nearest(patterns, slot, sentence, folded, open_, positions)
                else:
                    answers = self._anchored(patterns, slot, sentence, folded, open_)
                for key, answer in answers.items():
                    found[key][slot] = answer
                    del open_[key]
            if default is not None:
                for key in open_:
                    found[key].setdefault(slot, default)
        return found

    def _anchored(
        self, patterns: _Patterns, slot: str, sentence: Sentence, folded: Folded, open_: dict[int, Mark]
    ) -> dict[int, Answer]:
        found: dict[int, Answer] = {}
        for match in chain.from_iterable(matches(rule, pattern, folded) for rule, pattern in patterns):
            on = match.slots.get(ANCHOR)
            if on is None or on.mark is None or id(on.mark) not in open_ or id(on.mark) in found:
                continue
            if match.rule.row.most is not None and on.mark.value.value > match.rule.row.most:
                continue
            captured = match.slots.get(slot)
            if captured is None and slot in match.fills:
                captured = Slot(match.fills[slot], match.fills[slot])
            answer = self._answer(match.rule, slot, sentence, captured, (match.first, match.last))
            if answer:
                found[id(on.mark)] = answer
        return found

    def _nearest(
        self, patterns: _Patterns, slot: str, sentence: Sentence, folded: Folded, open_: dict[int, Mark],
        positions: dict[int, int],
    ) -> dict[int, Answer]:  # fmt: skip
        cues = [(end, start, m, rule) for rule, pattern in patterns for start, end, m in _cues(rule, pattern, folded)]
        cues.sort(key=lambda c: (c[0], -c[1]), reverse=True)
        found: dict[int, Answer] = {}
        turns = self._turning_points(sentence, folded) if cues and slot == "status" else []
        if cues and patterns[0][0].row.leads:
            turns += self._told_points(sentence, folded)
        for key in open_:
            at = positions[key]
            for end, start, groups, rule in cues:
                if end > at or not (rule.row.leads or _near(rule, folded, end, at)):
                    continue
                if any(end <= turn < at for turn in turns):
                    continue
                span = groups.get(slot)
                captured = Slot(folded.first[span[0]], folded.first[span[1]]) if span else None
                answer = self._answer(rule, slot, sentence, captured, (folded.first[start], folded.first[end]))
                if answer:
                    found[key] = answer
                    break
        return found

    def _turning_points(self, sentence: Sentence, folded: Folded) -> list[int]:
        """Where a clause turns against the one before (", trong khi …", ", nhưng …") or somebody is quoted anew ("ông
        cho biết …"): no cue reaches over it."""
        found = self._turns.find(sentence) if "," in sentence.plain else []
        told = [folded.position(first) for first, _, _ in self._reports.find(sentence)]
        return told + [folded.position(first) for first, _, _ in found if first and sentence.plain[first - 1] == ","]

    def _told_points(self, sentence: Sentence, folded: Folded) -> list[int]:
        """Where a list of aims ends because something is told as done: "…; đến nay đã trồng", "…; năm 2018, xã xây"."""
        told = [at for at, _, _ in self._told.find(sentence) if self._attributes.at(sentence, at) is None]
        past = [m.first for m in sentence.kind("period") if m.refinement == "past" and self._opens(sentence, m.first)]
        return [folded.position(at) for at in (*told, *past)]

    def _opens(self, sentence: Sentence, at: int) -> bool:
        """Whether a clause begins at an atom, behind "trong" or not."""
        return any(i and sentence.plain[i - 1] in ",;" for i in (at, at - 1))

    def _answer(
        self, rule: Rule, slot: str, sentence: Sentence, captured: Slot | None, cue: tuple[int, int]
    ) -> Answer | None:
        """An empty capture is where a noun phrase begins; a rule that finds none there has no answer."""
        if captured is None:
            return Answer(rule.id, rule.sets.get(slot), None, cue, rule.row.soft)
        first, last = captured.first, captured.last
        span = (first, last) if first < last else self._phrases.noun_phrase(sentence, first)
        return Answer(rule.id, None, span, cue) if span else None


def _is_answered(answer: Answer | None) -> bool:
    """Whether words of the sentence decided: rules of another target ("quantity" beside "figure") ask no more."""
    return answer is not None and answer.cue is not None


def _near(rule: Rule, folded: Folded, end: int, at: int) -> bool:
    return at - end <= rule.row.within and ";" not in folded.codes[end:at]


def _is_default(rule: Rule) -> bool:
    return rule.row.default is not None and not rule.patterns


def _cues(rule: Rule, pattern: Pattern, folded: Folded) -> list[tuple[int, int, dict[str, tuple[int, int]]]]:
    found = []
    for m in pattern.regex.finditer(folded.codes):
        if m.end() > m.start() and not vetoed(rule, folded, m.span()):
            groups = {n.removeprefix(FILL_PREFIX): m.span(n) for n in pattern.regex.groupindex if m.start(n) >= 0}
            found.append((m.start(), m.end(), groups))
    return found
