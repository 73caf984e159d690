"""Plans over several sentences: "Tỉnh phấn đấu trồng 500 ha rừng. Xây dựng | 20 trạm bơm. | 100% xã có điện."

A sentence that plans is gone on with by those behind it, each as far as no word beside its figures says else:

- one that says so goes on with a plan right before it ("Trong đó, huyện Bình Sơn trồng | 120 ha", "con số này là …");
- one without a subject goes on with any plan: it opens with a bare verb, or with "100%";
- behind what lists aims ("Đại hội đề ra 15 chỉ tiêu, …", a heading "Mục tiêu năm 2025:") any sentence of the paragraph,
  and every line of the list, goes on with it, until somebody takes the word or something is told as done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from extractor.document import Sentence
from extractor.figures.dates import is_day
from extractor.found import FoundFigure
from extractor.rulebook.book import Rulebook

FULL = 100
"""A plan goes on with "100% xã …"; any other share at the start of a sentence is told of what is."""
OPENING_MOST = 3
"""How many atoms from its start a sentence may say that it goes on with the one before."""
GOES_ON_MOST = 20
"""How many atoms at most stand between "con số này" and its figure, and before the first figure of a sentence that
goes on with the one before."""
HEADING_MOST = 14
"""How many atoms at most a heading without a colon has."""
HEADED_MOST = 4
"""How many atoms from its start such a heading names the aims ("II. Một số chỉ tiêu chủ yếu")."""
DATED_MOST = 2
"""How many atoms at most stand before the period that a sentence opens with ("Phấn đấu đến | năm 2025, …")."""
Mood = Literal["none", "aims", "list"]


@dataclass(slots=True)
class Plan:
    """What the sentences so far hand on: the last one with its figures, and whether the article plans behind it."""

    before: Sentence | None = None
    told: list[FoundFigure] | None = None
    mood: Mood = "none"


class PlanReader:
    """Follows an article sentence by sentence and knows whether it plans."""

    def __init__(self, book: Rulebook) -> None:
        self._planning = book.phrases("planning_words")
        self._accomplished = book.phrases("accomplished_words")
        self._verbs = book.phrases("goal_openers")
        self._links = book.phrases("continuers")
        self._continuing = book.phrases("plan_continuers")
        self._headings = book.phrases("plan_headings")
        self._anaphors = book.phrases("figure_anaphors")
        self._aims = book.phrases("planning_words", "plan_aims", "plan_papers")
        self._named = book.phrases("plan_aims")
        self._breaks = book.phrases("list_breaks", "report_breaks", "heading_reviews")
        self._reviews = book.phrases("heading_reviews")
        self._attributes = book.phrases("list_attributes")
        self._from = book.phrases("level_openers")
        self._changes = book.phrases("level_links")
        self._leading = {r.id for r in book.rules if r.row.leads}

    def follow(self, plan: Plan, s: Sentence, figures: list[FoundFigure]) -> list[FoundFigure]:
        """The figures of the next sentence that are planned because it goes on with a plan."""
        goes_on: list[FoundFigure] = []
        listed = plan.mood == "list" and self._lists(plan, s, figures)
        if figures:
            goes_on = self._from_before(plan, s, figures) if figures[0].status_by_default else []
            if listed:
                end = self._broken(s)
                goes_on = [f for f in figures if self._is_open(f) and f.mark.first < end and not self._began(f)]
            elif (plan.mood != "none" and self._subjectless(s, figures)) or self._under_heading(plan, s, figures):
                goes_on = [f for f in figures if f.status_by_default and f.status == "achieved"]
        return goes_on

    def leave(self, plan: Plan, s: Sentence, figures: list[FoundFigure]) -> None:
        """Keep what a sentence hands on, once the status of its figures is settled."""
        plan.mood = self._mood(plan, s, figures)
        plan.before, plan.told = s, figures

    def _mood(self, plan: Plan, s: Sentence, figures: list[FoundFigure]) -> Mood:
        settled = [f for f in figures if not f.status_by_default and f.status != "other"]
        item = plan.mood == "list" and self._broken(s) == len(s) and self._lists(plan, s, figures)
        if item and _is_bulleted(s):
            return "list"
        if settled and settled[-1].status != "planned":
            return "none"
        if item or self._opens_list(s, settled):
            return "list"
        if settled or (self._plans(s) and not self._reviews.find(s)):
            return "aims"
        goes_on = plan.mood != "none" and self._subjectless(s, figures) and not self._last(s, planned=False)
        return "aims" if goes_on else "none"

    def _opens_list(self, s: Sentence, settled: list[FoundFigure]) -> bool:
        """Whether its figures are a list of aims, or it is the heading of one."""
        if settled:
            return settled[-1].status_rule in self._leading
        if self._broken(s) < len(s) or s.kind("person"):
            return False  # "ông Nam nói về kế hoạch: …" lists none
        if s.plain[-1:] == ":":
            return bool(self._aims.find(s))
        short = s.opens and s.line > 0 and len(s) <= HEADING_MOST and s.plain[-1:] not in ".!?…;"
        return short and any(self._named.at(s, i) for i in range(HEADED_MOST))

    def _lists(self, plan: Plan, s: Sentence, figures: list[FoundFigure]) -> bool:
        """Whether a sentence behind a list of aims, or its heading, goes on with it."""
        if plan.before is None or self._opened_by_actor(s):
            return False
        if s.line == plan.before.line or plan.before.plain[-1:] in ":;":
            return True
        headed = ":" in s.plain[: min(figures[0].mark.first, GOES_ON_MOST)] if figures else False
        opens = any(self._continuing.at(s, i) for i in range(min(OPENING_MOST, len(s))))
        openers = (m for m in s.kind("period") if m.first <= DATED_MOST and not is_day(m))
        ahead = any(m.refinement not in ("past", "open") for m in openers)
        return _is_bulleted(s) or opens or ahead or headed or self._subjectless(s, figures)

    def _opened_by_actor(self, s: Sentence) -> bool:
        link = self._links.at(s, 0)
        first = link[0] + (s.plain[link[0] : link[0] + 1] == ",") if link else 0
        return any(m.first in (0, first) for m in s.kind("organization", "person"))

    def _is_open(self, figure: FoundFigure) -> bool:
        """Whether a list of aims settles it: no word beside it does, or only that it is a measure of something; a
        count of places or parts only where it is all that the item says ("Số trường đạt chuẩn: | 4 trường")."""
        s, first = figure.sentence, figure.mark.first
        names = figure.mark.refinement in ("place", "part", "topic", "body") and s.plain[first - 1 : first] != ":"
        return figure.status != "planned" and (figure.status_by_default or (figure.status_soft and not names))

    def _began(self, figure: FoundFigure) -> bool:
        """ "giảm từ | 14 xóm xuống còn 9 xóm": where a change starts, planned or not."""
        s, mark = figure.sentence, figure.mark
        return self._from.before(s, mark.first) is not None and self._changes.at(s, mark.last) is not None

    def _broken(self, s: Sentence) -> int:
        """Where something is told as done, or somebody takes the word; the sentence's end where nothing is."""
        told = (first for first, _, _ in self._breaks.find(s) if self._attributes.at(s, first) is None)
        return min(told, default=len(s))

    def _from_before(self, plan: Plan, s: Sentence, figures: list[FoundFigure]) -> list[FoundFigure]:
        """The first figures of a sentence that goes on with the one before, in the same paragraph, where that planned:
        its last figure is planned, or it has none and its last cue is of a plan."""
        first = figures[0].mark.first
        if plan.before is None or s.line != plan.before.line:
            return []
        anaphor = next(iter(self._anaphors.find(s, 0, first)), None)
        said = anaphor is not None and first - anaphor[1] <= GOES_ON_MOST
        opens = any(self._continuing.at(s, i) for i in range(min(OPENING_MOST, len(s))))
        if not (said or (opens and first <= GOES_ON_MOST)):
            return []
        goes_on: list[FoundFigure] = []
        if plan.told[-1].status == "planned" if plan.told else self._plans(plan.before):
            for figure in figures:
                if not figure.status_by_default or (figure.mark.kind == "percent" and not said):
                    break  # shares of what is planned are told as they stand
                goes_on.append(figure)
        return goes_on

    def _under_heading(self, plan: Plan, s: Sentence, figures: list[FoundFigure]) -> bool:
        """ "Mục tiêu: GRDP tăng 8%. Về xã hội: giảm hộ nghèo còn | 5%": the next heading in a list of aims."""
        listed = bool(plan.told) and all(f.status == "planned" for f in plan.told or ())
        return listed and figures[0].status_by_default and self._headed(s, figures)

    def _headed(self, s: Sentence, figures: list[FoundFigure]) -> bool:
        first = figures[0].mark.first if figures else len(s)
        return self._headings.at(s, 0) is not None and ":" in s.plain[: min(first, GOES_ON_MOST)]

    def _subjectless(self, s: Sentence, figures: list[FoundFigure]) -> bool:
        """Whether a sentence opens with a bare verb or with its first figure, behind "Bên cạnh đó," or not."""
        link = self._links.at(s, 0)
        first = link[0] + (s.plain[link[0] : link[0] + 1] == ",") if link else 0
        if self._verbs.at(s, first) is not None:
            return True
        mark = figures[0].mark if figures else None
        return mark is not None and mark.first == first and mark.kind == "percent" and mark.value.value == FULL

    def _plans(self, s: Sentence) -> bool:
        """Whether the last cue of a sentence is one of a plan."""
        planned = self._last(s, planned=True)
        return planned > max(self._last(s, planned=False), 0)

    def _last(self, s: Sentence, *, planned: bool) -> int:
        """Where the last cue ends, 0 where there is none."""
        cues = self._planning if planned else self._accomplished
        return max((last for _, last, _ in cues.find(s)), default=0)


def _is_bulleted(s: Sentence) -> bool:
    """Whether a line begins as an item of a list: "- …", "(2) …", "3. …", "b) …"; a quotation is none."""
    opening = s.text[s.starts[0] : s.starts[0] + NUMBER_MOST]
    if opening[0].isalnum() or opening[0] == "(":
        return s.opens and _NUMBERED.match(opening) is not None
    return opening[0] not in _QUOTES


NUMBER_MOST = 6
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]")
_QUOTES: Final = frozenset("\"'“”‘’«»")
