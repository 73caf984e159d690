"""Status of figures that no word beside them settles: from the list they stand in, the sentence before, the article.

"Tỉnh phấn đấu trồng 500 ha rừng; <120 ha> chè" goes on with an aim; "con số này là <75%>" is of the figure before;
an amount told again without a cue ("<8.000 đồng> mỗi lít") is what it was where a cue stood beside it; and a count of
things that comes again and again ("<12 dự án>") names the article's topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractor.alphabet import FIGURES
from extractor.document import Sentence
from extractor.figures.classes import ClassReader
from extractor.figures.neighbours import NeighbourReader, is_open, next_measure, next_price
from extractor.figures.plans import Plan, PlanReader
from extractor.figures.works import WorksReader
from extractor.found import FoundFigure, FoundPeriod, Stretch
from extractor.mentions.values import QuantityValue
from extractor.model import Status
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.rules import Context, contexts

FEW = 100
"""A count below it may name the things themselves ("12 dự án này")."""
DISTINCT_DIGITS = 3
"""How many digits, zeros at both ends aside, make an amount that hardly comes twice by chance."""
NAMING = ("place", "body", "person", "part", "topic")
TOPIC_LEAST = 3
"""How often a count comes in an article whose topic is what it counts."""

Group = tuple[Sentence, list[FoundFigure]]


class StatusContext:
    """Settles the status of figures by what stands around their sentence. Each reading is named by a rule of the
    rulebook (`context:`), and a rule that is switched off settles nothing."""

    def __init__(self, book: Rulebook) -> None:
        self._rules = contexts(book.rules, "status")
        self._plans = PlanReader(book)
        self._works = WorksReader(book)
        self._classes = ClassReader(book)
        self._happened = book.phrases("happened_to")
        self._neighbours = NeighbourReader(book)
        self._standing = book.phrases("state_openers")
        self._done = book.phrases("action_verbs", "action_verbs_short", "figure_verbs", "result_of", "existence")

    def in_sentence(self, figures: list[FoundFigure], demands: Sequence[Stretch]) -> None:
        """The figures of one sentence, left to right, each by the one before and by what somebody demands."""
        before: FoundFigure | None = None
        amount: FoundFigure | None = None
        part = self._rules.get("part")
        for figure in figures:
            demand = next((d for d in demands if d.first <= figure.mark.first < d.last), None)
            figure.demanded = demand is not None
            if demand is not None and self._told_before(figure, demand):
                self._settle(figure, "planned", "demand")
            if "class_bound" in self._rules and self._classes.makes_class(figure):
                self._settle(figure, "other", "class_bound")
                figure.status_by_default = False
                continue  # no member of the list that it stands in
            if amount and before and figure.mark.kind == "quantity" and _is_aside(before):
                # "giao 500 tỷ, mới đạt 39%; trong đó | 300 tỷ": of the amount, not of its share
                since = before if before.mark.kind == "percent" else amount
                before = amount if self._neighbours.parted(since, figure) else before
            if before is not None and self._neighbours.is_same(before, figure):
                self._settle(figure, before.status, "same")
                figure.status_by_default = before.status_by_default
            elif before is not None and self._neighbours.is_overtaken(before, figure):
                self._settle(figure, before.status, "list")
            elif before is not None and part is not None and self._neighbours.is_part(before, figure, part):
                self._settle(figure, before.status, "part")
            elif figure.status_by_default:
                self._by_place(figure, before)
            elif before is not None and (next_price(before, figure) or next_measure(before, figure)):
                self._settle(figure, before.status, "list")
            before = figure
            amount = figure if figure.mark.kind == "quantity" and figure.status != "other" else amount

    def in_article(self, sentences: Sequence[Sentence], groups: list[Group]) -> None:
        """All figures of the article, in order, once each sentence has had its say."""
        of = {id(s): figures for s, figures in groups}
        plan = Plan()
        for s in sentences:
            figures = of.get(id(s), [])
            for figure in self._plans.follow(plan, s, figures):
                self._settle(figure, "planned", "goes_on")
        for figure in self._works.to_be_built(sentences, groups):
            self._settle(figure, "planned", "to_be_built")
        self._told_again([f for _, figures in groups for f in figures])

    def _settle(self, figure: FoundFigure, status: Status, context: Context) -> bool:
        """Give a figure its status by one of the readings; False where no rule names that reading."""
        rule = self._rules.get(context)
        if rule is None:
            return False
        figure.status, figure.status_rule = status, rule
        return True

    def _by_place(self, figure: FoundFigure, before: FoundFigure | None) -> None:
        """In a list whose first member is planned (its cue stands before that; the next members may stand behind
        ";"), a bound to be kept ("tối thiểu 30%"), or inside what somebody demands."""
        if (
            before is not None
            and self._neighbours.goes_with(before, figure)
            and self._settle(figure, before.status, "list")
        ):
            return
        mark = figure.mark
        if mark.value.comparator in ("at_least", "at_most"):
            in_figures = figure.sentence.plain[mark.first] in FIGURES
            ruled = self._classes.ruled(figure)
            if not in_figures and self._settle(figure, "other" if ruled else "planned", "bound"):
                return  # not "8.000 hộ trở lên"
            if in_figures and mark.kind == "percent" and self._settle(figure, "other", "bound"):
                return  # "đơn vị giải ngân từ 30% trở xuống" makes a class
        names = mark.refinement in ("body", "place", "part", "topic")  # who or what a demand is about
        stands = mark.kind == "quantity" and self._standing.before(figure.sentence, mark.first) is not None
        acted_on = self._done.before(figure.sentence, mark.first) is not None
        if figure.demanded and not stands:
            self._settle(figure, "planned" if acted_on or not names else "other", "demand")

    def _told_before(self, figure: FoundFigure, demand: Stretch) -> bool:
        """Whether only a cue before the demand makes something done of what it wants done: "Sáng qua, Bộ yêu cầu Sở |
        xử lý 3 cán bộ"."""
        cue = figure.status_cue
        told = (
            figure.status == "achieved" and figure.mark.kind == "quantity" and cue is not None and cue <= demand.first
        )
        return told and self._done.before(figure.sentence, figure.mark.first) is not None

    def _told_again(self, figures: list[FoundFigure]) -> None:
        """An amount that is told more than once is the same each time, as far as no cue beside it says else. What
        somebody demands of it ("thu hồi 5,9 tỷ đồng") says nothing of what it was."""
        same: dict[tuple[object, ...], list[FoundFigure]] = defaultdict(list)
        for figure in figures:
            key = _identity(figure)
            if key is not None:
                same[key].append(figure)
        for group in same.values():
            if len(group) < 2:
                continue
            settled = {f.status for f in group if not (f.status_by_default or f.demanded or f.status_soft)}
            settled -= {"other"} if len(settled) > 1 else set()  # what only points back says nothing of the rest
            status = next(iter(settled)) if len(settled) == 1 else None
            topic = len(group) >= TOPIC_LEAST and status != "planned"
            for figure in group:
                if _is_counted(figure):
                    self._named_again(figure, None if topic else status, often=len(group) >= TOPIC_LEAST)
                elif status and is_open(figure) and not _stands_alone(figure, status, self._done):
                    self._settle(figure, status, "told_again")

    def _named_again(self, figure: FoundFigure, status: Status | None, *, often: bool) -> None:
        """What somebody did to things that are counted again is a result, all else only names them again."""
        if status is None and figure.status_rule == self._rules.get("to_be_built"):
            return  # one of the parts of a work, not the topic
        unsaid = figure.status_by_default or (figure.status == "achieved" and often)
        person = figure.mark.refinement == "person"
        befell = status is None and person and self._happened.at(figure.sentence, _behind(figure)) is not None
        if unsaid and not befell and self._done.before(figure.sentence, figure.mark.first) is None:
            self._settle(figure, status or "other", "told_again" if status else "topic")


def _behind(figure: FoundFigure) -> int:
    """The atom behind a count and the name of where those counted come from: "3 ngư dân Phú Yên | mất tích"."""
    at = figure.mark.last
    names = figure.sentence.kind("person", "place", "organization")
    return next((m.last for m in names if m.first <= at < m.last), at)


def _is_aside(figure: FoundFigure) -> bool:
    """A share of an amount, or a count that only names ("giao 500 tỷ, trong đó cho 2 huyện là | 300 tỷ")."""
    return figure.mark.kind == "percent" or (figure.status == "other" and figure.mark.refinement in NAMING)


def _stands_alone(figure: FoundFigure, status: Status, done: Phrases[str]) -> bool:
    """ "trên tuyến có 1.000 cây" is told for itself, whatever is planned with as many; and an amount that names
    elsewhere ("dài 24 km") may be a result here, and what a thing measures is none though as much was done elsewhere.
    A price is one everywhere."""
    value = figure.mark.value
    if figure.status_soft and figure.mark.refinement == "measure" and status == "achieved":
        return True
    if not isinstance(value, QuantityValue) or figure.mark.refinement == "price":
        return False
    if value.unit_kind == "count":
        return done.before(figure.sentence, figure.mark.first) is not None
    return status == "other"


def same_periods(figures: list[FoundFigure]) -> None:
    """An amount told without its period is of the one that it is told with elsewhere in the article, where all those
    agree ("10 tỷ USD vào năm 2025" beside "10 tỷ USD vào năm 2030" settles nothing). A round amount comes again by
    chance; that of the title does not."""
    dated: dict[tuple[object, ...], list[FoundPeriod]] = defaultdict(list)
    for figure in figures:
        key = _identity(figure)
        if key is not None and figure.period is not None:
            dated[(*key, figure.status)].append(figure.period)
    for figure in figures:
        key = _identity(figure)
        again = figure.sentence.line == 0 or not _is_round(figure)
        if key is not None and figure.period is None and again and not _is_counted(figure):
            told = dated.get((*key, figure.status), [])
            agree = len({(p.value.start, p.value.end) for p in told}) == 1
            figure.period = told[0] if agree else None


def _identity(figure: FoundFigure) -> tuple[object, ...] | None:
    """What two mentions of one amount have in common: value and unit, of a count its noun's head. Whole percentages
    come again by chance ("100%", "14%")."""
    value = figure.mark.value
    if isinstance(value, QuantityValue):
        unit = (value.unit or "").split()
        head = unit[0].lower() if unit and value.unit_kind == "count" else " ".join(unit)
        chance = figure.mark.refinement == "ratio"  # "gấp 7 lần"
        return (head, value.value, value.high) if head and not chance else None
    return None if value.value % 1 == 0 and value.high is None else ("%", value.value, value.high)


def _is_round(figure: FoundFigure) -> bool:
    """ "9 triệu tấn", "23.000 tỷ đồng"; rates are told to the digit."""
    value = figure.mark.value
    digits = f"{float(value.value):f}".replace(".", "").strip("0")
    return isinstance(value, QuantityValue) and len(digits) < DISTINCT_DIGITS


def _is_counted(figure: FoundFigure) -> bool:
    """A count of a few things or persons, which names them ("12 dự án này"), not of events or measures, nor so many
    out of a whole ("15/19 tiêu chí") or about so many."""
    value = figure.mark.value
    if not isinstance(value, QuantityValue) or value.unit_kind != "count" or value.noun == "event":
        return False
    return value.whole is None and value.comparator == "exact" and value.value < FEW
