"""`action` and `actor` of a figure: the verb in front of it, and the body or person that opened the clause."""

from __future__ import annotations

from copy import copy

from extractor.document import Mark, Sentence
from extractor.figures.phrases import PhraseReader
from extractor.found import FoundFigure
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Body, Level

ACTION_REACH = 6
"""How many atoms may stand between the verb and its figure ("giải quyết đúng hạn trên 4.700 hồ sơ")."""
_CLAUSE_BREAKS = frozenset(",;:.()")


class DoerReader:
    """Fills `action`, `actor` and the start of the evidence."""

    def __init__(self, book: Rulebook, phrases: PhraseReader) -> None:
        self._phrases = phrases
        self._bodies = book.table("bodies", Body)
        self._levels = book.table("levels", Level)
        self._causing = book.phrases("causing_verbs")
        self._verbs = book.phrases("action_verbs", "action_verbs_short", "figure_verbs")
        self._never = book.phrases("link_verbs", "increase_verbs", "decrease_verbs", "level_verbs")
        self._nominal = book.phrases("action_vetoes")
        self._reporting = book.phrases("figure_reporters")
        self._actor: str | None = None

    def of_article(self) -> DoerReader:
        """The same for one article, of which nothing is read yet."""
        return copy(self)

    def follow(self, s: Sentence) -> None:
        """Remember the body that the sentence opens with: later figures of the paragraph are its doing."""
        if s.opens:
            self._actor = None
        opening = self._opening_actor(s, 0, min(len(s), 1 + OPENING_REACH))
        if opening:
            self._actor = opening

    def fill(self, s: Sentence, figures: list[FoundFigure]) -> None:
        actor, said = self._actor, 0  # who acted last in this sentence, and up to where that was read
        for figure in figures:
            verb = self._verb(s, figure.mark)
            if verb:
                figure.evidence_first = verb[0]
                figure.action = s.slice(*verb)
                figure.adverb = verb[1] < figure.mark.first
                # "mưa lũ làm | 3 người chết" is no doing of the body that acted before
                befell = self._causing.before(s, figure.mark.first) is not None
                doer = self._doer(s, verb[0], said, None if befell else actor)
                figure.actor, actor, said = doer, actor if befell else doer, verb[0]

    def _verb(self, s: Sentence, mark: Mark) -> tuple[int, int] | None:
        """The nearest verb in the figure's own clause, directly before it or up to a few adverbs away."""
        for at in range(mark.first, max(0, mark.first - ACTION_REACH) - 1, -1):
            if at < mark.first and s.plain[at] in _CLAUSE_BREAKS:
                return None
            if s.mark_to(at, "quantity", "percent"):
                return None
            hit = self._verbs.before(s, at)
            if hit and not any(m.first <= hit[0] < m.last for m in s.kind("organization", "person", "document")):
                noun = self._never.at(s, hit[0]) is not None or self._nominal.before(s, hit[0]) is not None
                return None if noun else (hit[0], at)
        return None

    def _doer(self, s: Sentence, verb: int, left: int, before: str | None) -> str | None:
        """Who does it: the body that opens the verb's clause, else the nearest one that opens a clause from atom `left`
        on, else who acted before. "Giám đốc Sở Y tế | cho biết: … làm chết 19 người" only reports it."""
        body = self._place(s, verb, left) or self._lower_case_body(s, verb)
        mark = self._clause_opener(s, verb, left) if body is None else None
        if mark is None:
            return body or before
        return None if self._reported(s, mark.last, verb) else s.slice(mark.first, mark.last)

    def _clause_opener(self, s: Sentence, verb: int, left: int) -> Mark | None:
        """The nearest body or person to the left, not before atom `left`, that opens a clause of this sentence."""
        actors = s.kind("organization", "person")
        return next(
            (m for m in reversed(actors) if left <= m.first and m.last <= verb and self._opens_clause(s, m)), None
        )

    def _reported(self, s: Sentence, first: int, last: int) -> bool:
        """Whether somebody only reports what stands behind atom `last`."""
        return bool(self._reporting.find(s, first, last))

    def _place(self, s: Sentence, verb: int, left: int) -> str | None:
        """ "Lào Cai | đã trồng 1.200 ha": a place that is the verb's whole subject stands for those who govern it."""
        mark = next((m for m in reversed(s.kind("place")) if left <= m.first and m.last <= verb), None)
        if mark is None or not self._opens_clause(s, mark):
            return None
        whole = self._phrases.subject(s, verb, mark.first) == (mark.first, mark.last)
        return s.slice(mark.first, mark.last) if whole else None

    def _lower_case_body(self, s: Sentence, verb: int) -> str | None:
        """ "… trung tâm phục vụ hành chính công đã tiếp nhận": a body in small letters, no mark of its own, that opens
        the verb's clause."""
        first = max([j + 1 for j in range(verb) if s.plain[j] in _CLAUSE_BREAKS], default=0)
        period = max([m.last for m in s.kind("period") if first <= m.first and m.last <= verb], default=first)
        head, level = self._bodies.at(s, period), self._levels.at(s, period)
        subject = self._phrases.subject(s, verb, period) if head or level else None
        if subject is None or subject[0] != period:
            return None
        body = head is not None and head[0] < verb and not self._phrases.ends_saying(s, subject[1])
        alone = level is not None and subject[1] == level[0]  # "tỉnh | đã hỗ trợ"
        return s.slice(*subject) if body or alone else None

    def _opens_clause(self, s: Sentence, mark: Mark) -> bool:
        before = mark.first
        period = s.mark_to(before, "period")
        before = period.first if period else before
        return before == 0 or s.plain[before - 1] in _CLAUSE_BREAKS

    def _opening_actor(self, s: Sentence, first: int, last: int) -> str | None:
        """The body that opens the sentence and reports nothing in it; of a person no later figure is the doing."""
        mark = next((m for m in s.marks if m.kind in ("organization", "person") and m.first < last), None)
        if mark is None or mark.kind == "person" or not self._opens_clause(s, mark):
            return None
        return None if self._reported(s, mark.last, len(s)) else s.slice(mark.first, mark.last)


OPENING_REACH = 12
