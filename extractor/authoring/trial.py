"""What rules find in one sentence: a rule by itself, or the whole rulebook.

By itself a rule still has what is found before it: the marks of numbers, periods and names for slot and record rules,
the parts of periods for a rule of that grammar. Everything else of its own kind is taken away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractor.alphabet import KINDS, kind_code
from extractor.authoring.finding import Finding, Held, held_of, period_findings, ranking_finding
from extractor.document import Document, Sentence, fold_marks
from extractor.figures.phrases import PhraseReader
from extractor.figures.reader import FigureReader
from extractor.figures.slots import FIGURE_KINDS, SlotRules
from extractor.found import Stretch
from extractor.mentions.period_captures import BUILDERS
from extractor.mentions.periods import PARTS, PeriodMarker
from extractor.normalize import tidy
from extractor.pipeline import Extractor
from extractor.rankings import RankingReader
from extractor.rulebook.book import Rulebook
from extractor.rulebook.notation import Hole, leaves
from extractor.rulebook.rules import CONTEXTS, Rule

PUBLISHED = date(2019, 6, 20)
"""The day on which the sentences of rules are taken to be published."""


Reader = SlotRules | FigureReader | PeriodMarker | RankingReader


class Bench:
    """A rulebook with everything that runs it over single sentences."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.book: Rulebook = extractor.book
        phrases = PhraseReader(self.book)
        self._documents: dict[str, Document] = {}
        self._all = SlotRules(self.book, phrases)
        self._context = FigureReader(self.book)
        self._alone: tuple[Rule, Reader] | None = None
        self._without: tuple[Rule, Reader] | None = None

    def document(self, text: str) -> Document:
        """The sentence with all mentions marked."""
        if text not in self._documents:
            made = self._documents[text] = self.extractor.segment(tidy(text), PUBLISHED)
            made.facts["rankings"] = self.extractor.mark(made)
        return self._documents[text]

    def alone(self, rule: Rule, text: str) -> list[Finding]:
        """What the rule finds when no other rule of its kind is there, except those that it builds on."""
        if self._alone is None or self._alone[0] is not rule:
            needed = self._needed(rule)
            kept = [r for r in self.book.rules if r.kind != rule.kind or r is rule or r.id in needed]
            if rule.row.context:  # it builds on what the figures' own words say
                kept = [r for r in self.book.rules if r is rule or not r.row.context]
            self._alone = (rule, _reader(replace(self.book, rules=kept), rule))
        return self._found(self._alone[1], rule, text)

    def without(self, rule: Rule, text: str) -> list[Finding]:
        """What the rulebook finds when this rule is not there."""
        if self._without is None or self._without[0] is not rule:
            kept = [r for r in self.book.rules if r is not rule]
            self._without = (rule, _reader(replace(self.book, rules=kept), rule))
        return self._found(self._without[1], rule, text)

    def _found(self, reader: Reader, rule: Rule, text: str) -> list[Finding]:
        if isinstance(reader, SlotRules):
            return self._figures(reader, rule, self.document(text).sentences)
        if isinstance(reader, FigureReader):
            return self._settled(reader, rule, self.document(text))
        document = self.extractor.segment(tidy(text), PUBLISHED)
        if isinstance(reader, PeriodMarker):
            reader.mark(document)
            return period_findings(document)
        return [ranking_finding(r) for r in self.extractor.mark(document, reader)]

    def whole(self, rule: Rule, text: str) -> list[Finding]:
        """What the whole rulebook finds of the kind that the rule finds."""
        document = self.document(text)
        if rule.slot in CONTEXTS:
            return self._settled(self._context, rule, document)
        if rule.kind == "slot":
            return self._figures(self._all, rule, document.sentences)
        if rule.kind == "grammar":
            return period_findings(document)
        return [ranking_finding(r) for r in document.facts["rankings"]]

    def figures(self, text: str) -> list[str]:
        """The figures of the sentence as they were read."""
        return [s.slice(m.first, m.last) for s in self.document(text).sentences for m in s.kind(*FIGURE_KINDS)]

    @staticmethod
    def lends(rule: Rule) -> bool:
        """Whether what the rule finds only shows inside what another one finds."""
        return (rule.kind == "grammar" and _grain(rule) in PARTS) or (rule.kind == "record" and _adds(rule))

    # --- slot rules --------------------------------------------------------------------------------------------

    def figures_of(self, rule: Rule, sentence: Sentence) -> list[Finding]:
        """What the whole rulebook answers for the rule's slot of each figure of a sentence."""
        return self._figures(self._all, rule, [sentence])

    def _figures(self, rules: SlotRules, rule: Rule, sentences: Sequence[Sentence]) -> list[Finding]:
        found: list[Finding] = []
        for s in sentences:
            answers = rules.answers(s, fold_marks(s))
            for mark in s.kind(*FIGURE_KINDS):
                if rule.target not in ("figure", mark.kind):
                    continue
                answer = answers[id(mark)].get(str(rule.slot))
                at = Stretch(s, mark.first, mark.last)
                slots = {str(rule.slot): held_of(s, answer)} if answer else {}
                cue = s.slice(*answer.cue) if answer and answer.cue else None
                found.append(Finding(answer.rule if answer else "", at.start, at.end, at.text, slots, cue))
        return found

    def _settled(self, reader: FigureReader, rule: Rule, document: Document) -> list[Finding]:
        """What the slot of each figure comes to, once what stands around its sentence was looked at."""
        found = {id(f.mark): f for _, figures in reader.settled(document, self._demands(document)) for f in figures}
        made = []
        for s in document.sentences:
            of = [m for m in s.kind(*FIGURE_KINDS) if rule.target in ("figure", m.kind)]
            for mark, said in zip(of, self._figures(reader.rules, rule, [s]), strict=True):
                value, by = found[id(mark)].slot(str(rule.slot))
                if by != said.rule:
                    said = replace(said, rule=by, slots={str(rule.slot): Held(None, value)}, cue=None)
                made.append(said)
        return made

    def _demands(self, document: Document) -> list[Stretch]:
        if "demands" not in document.facts:
            document.facts["demands"] = self.extractor.demands(document)
        found: list[Stretch] = document.facts["demands"]
        return found

    # --- what a rule cannot do without -------------------------------------------------------------------------

    def _needed(self, rule: Rule) -> frozenset[str]:
        """The rules of the same kind whose finds this one builds on."""
        if rule.kind == "slot":
            return frozenset()
        if rule.kind == "record":
            others = self.book.of("record", rule.target)
            if _adds(rule) or rule.row.continues:
                return frozenset(r.id for r in others if not _adds(r) and not r.row.continues)
            return frozenset(r.id for r in others if _adds(r))
        grammar = self.book.of("grammar", rule.target)
        tops = [rule, *(r for r in grammar if _grain(rule) in PARTS and _grain(rule) in _takes(r))]
        needed = {r.id for r in tops}
        wanted = {grain for r in tops for grain in _takes(r)}
        seen: set[str] = set()
        while wanted:
            grain = wanted.pop()
            seen.add(grain)
            makers = [r for r in grammar if _grain(r) == grain]
            needed |= {r.id for r in makers}
            wanted |= {g for r in makers for g in _takes(r)} - seen
        return frozenset(needed) - {rule.id}


def _reader(book: Rulebook, rule: Rule) -> Reader:
    if rule.row.context:
        return FigureReader(book)
    if rule.kind == "slot":
        return SlotRules(book, PhraseReader(book))
    return PeriodMarker(book) if rule.kind == "grammar" else RankingReader(book)


def _adds(rule: Rule) -> bool:
    """Whether a record rule only adds a slot to a record that another one finds: its change, its score."""
    slots = {slot for p in rule.patterns for slot in p.slots} | rule.sets.keys()
    return not slots & {"rank", "rank_high"}


def _grain(rule: Rule) -> str:
    return BUILDERS[str(rule.row.build)][0]


def _takes(rule: Rule) -> set[str]:
    """The grains of periods that the rule's holes take."""
    names = {name for p in rule.patterns for hole in leaves(p.tree, Hole) for name in hole.kinds}
    codes = {code for name in names for code in KINDS.get(name, "")}
    return {grain for grain, _ in BUILDERS.values() if kind_code("date", grain) in codes}
