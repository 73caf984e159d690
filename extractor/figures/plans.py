"""Plans over several sentences: "Tỉnh phấn đấu trồng 500 ha rừng. Xây dựng | 20 trạm bơm. | 100% xã có điện."

A sentence that plans is gone on with by those behind it, each as far as no word beside its figures says else:

- one that says so goes on with a plan right before it ("Trong đó, huyện Bình Sơn trồng | 120 ha", "con số này là …");
- one without a subject goes on with any plan: it opens with a bare verb, or with "100%";
- behind what lists aims ("Đại hội đề ra 15 chỉ tiêu, …", a heading "Mục tiêu năm 2025:") any sentence of the paragraph,
  and every line of the list, goes on with it, until somebody takes the word or something is told as done.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.document import Sentence
from extractor.enumeration import item_start
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


@dataclass(slots=True)
class Plan:
    """The sentences of an article so far, each with its figures, and what was asked about them: by the place of a
    sentence, whether it is of a list of aims, and whether the article plans there."""

    so_far: list[tuple[Sentence, list[FoundFigure]]] = field(default_factory=list)
    listed: dict[int, bool] = field(default_factory=dict)
    planned: dict[int, bool] = field(default_factory=dict)


class PlanReader:
    """Follows an article sentence by sentence. What a sentence plans is asked only when a later one with figures that
    no word settles would go on with it, the last sentence first: most are never asked."""

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
        at = len(plan.so_far)
        goes_on = self._goes_on(plan, at, s, figures) if figures and at else []
        plan.so_far.append((s, figures))
        return goes_on

    def _goes_on(self, plan: Plan, at: int, s: Sentence, figures: list[FoundFigure]) -> list[FoundFigure]:
        before, told = plan.so_far[at - 1]
        goes_on = self._from_before(before, told, s, figures) if figures[0].status_by_default else []
        open_ = [f for f in figures if self._is_open(f)]
        if (open_ or goes_on) and self._lists(before, s, figures) and self._in_list(plan, at - 1):
            end = self._broken(s)
            return [f for f in open_ if f.mark.first < end and not self._began(f)]
        unsaid = [f for f in open_ if f.status_by_default and f.status == "achieved"]
        if unsaid and (
            (self._subjectless(s, figures) and self._in_plan(plan, at - 1)) or self._under_heading(told, s, figures)
        ):
            return unsaid
        return goes_on

    def _in_list(self, plan: Plan, at: int) -> bool:
        """Whether a sentence opens a list of aims, or goes on with one that the sentences before it opened."""
        last, opened = at, False
        while at not in plan.listed:
            s, figures = plan.so_far[at]
            settled = _settled(figures)
            ahead = not settled or settled[-1].status == "planned"
            opened = ahead and self._opens_list(s, settled)
            may_go_on = bool(at) and (ahead or item_start(s) > 0)
            if opened or not may_go_on or not self._lists(plan.so_far[at - 1][0], s, figures):
                plan.listed[at] = opened
                break
            at -= 1
        opened = plan.listed[at]
        for i in range(at + 1, last + 1):
            opened = opened and not self._is_broken(plan.so_far[i][0])
            plan.listed[i] = opened
        return opened

    def _in_plan(self, plan: Plan, at: int) -> bool:
        """Whether the article plans behind a sentence: it does itself, or goes on with one that does."""
        last = at
        planned = plan.planned.get(at)
        while planned is None:
            s, figures = plan.so_far[at]
            settled = _settled(figures)
            if self._in_list(plan, at):
                planned = True
            elif settled:
                planned = settled[-1].status == "planned"
            elif self._plans(s) and not self._reviews.find(s):
                planned = True
            elif not at or not self._subjectless(s, figures) or self._last(s, planned=False):
                planned = False
            else:
                at -= 1
                planned = plan.planned.get(at)
        plan.planned.update(dict.fromkeys(range(at, last + 1), planned))
        return planned

    def _opens_list(self, s: Sentence, settled: list[FoundFigure]) -> bool:
        """Whether its figures are a list of aims, or it is the heading of one."""
        if settled:
            return settled[-1].status_rule in self._leading
        colon = s.plain[-1:] == ":"
        short = s.opens and s.line > 0 and len(s) <= HEADING_MOST and s.plain[-1:] not in ".!?…;"
        if not (colon or short) or s.kind("person") or self._is_broken(s):
            return False  # "ông Nam nói về kế hoạch: …" lists none
        return bool(self._aims.find(s)) if colon else any(self._named.at(s, i) for i in range(HEADED_MOST))

    def _lists(self, before: Sentence, s: Sentence, figures: list[FoundFigure]) -> bool:
        """Whether a sentence behind a list of aims, or its heading, goes on with it."""
        if self._opened_by_actor(s):
            return False
        if s.line == before.line or before.plain[-1:] in ":;":
            return True
        headed = ":" in s.plain[: min(figures[0].mark.first, GOES_ON_MOST)] if figures else False
        opens = any(self._continuing.at(s, i) for i in range(min(OPENING_MOST, len(s))))
        openers = (m for m in s.kind("period") if m.first <= DATED_MOST and not is_day(m))
        ahead = any(m.refinement not in ("past", "open") for m in openers)
        return item_start(s) > 0 or opens or ahead or headed or self._subjectless(s, figures)

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

    def _is_broken(self, s: Sentence) -> bool:
        return self._broken(s) < len(s)

    def _from_before(
        self, before: Sentence, told: list[FoundFigure], s: Sentence, figures: list[FoundFigure]
    ) -> list[FoundFigure]:
        """The first figures of a sentence that goes on with the one before, in the same paragraph, where that planned:
        its last figure is planned, or it has none and its last cue is of a plan."""
        first = figures[0].mark.first
        if s.line != before.line:
            return []
        anaphor = next(iter(self._anaphors.find(s, 0, first)), None)
        said = anaphor is not None and first - anaphor[1] <= GOES_ON_MOST
        opens = any(self._continuing.at(s, i) for i in range(min(OPENING_MOST, len(s))))
        if not (said or (opens and first <= GOES_ON_MOST)):
            return []
        goes_on: list[FoundFigure] = []
        if told[-1].status == "planned" if told else self._plans(before):
            for figure in figures:
                if not figure.status_by_default or (figure.mark.kind == "percent" and not said):
                    break  # shares of what is planned are told as they stand
                goes_on.append(figure)
        return goes_on

    def _under_heading(self, told: list[FoundFigure], s: Sentence, figures: list[FoundFigure]) -> bool:
        """ "Mục tiêu: GRDP tăng 8%. Về xã hội: giảm hộ nghèo còn | 5%": the next heading in a list of aims."""
        listed = bool(told) and all(f.status == "planned" for f in told)
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


def _settled(figures: list[FoundFigure]) -> list[FoundFigure]:
    """Those that words settle, as done or planned."""
    return [f for f in figures if not f.status_by_default and f.status != "other"]
