"""Which periods date no figure of theirs: what a figure is compared with, and what it is a share of."""

from __future__ import annotations

from typing import Final

from extractor.document import Mark, Sentence
from extractor.figures.dates import is_day, is_now
from extractor.figures.inheritance import OPENING_MOST
from extractor.mentions.values import PeriodValue
from extractor.rulebook.book import Rulebook

EQUALS_MOST: Final = 3
"""How many atoms at most stand between a baseline and its own figure ("cùng kỳ | chỉ tăng | 5,65%")."""

BEHIND_MOST: Final = 2
"""How many atoms at most stand between a figure that is compared with and its time ("so với 5% | của | năm 2018")."""


class Baselines:
    """Tells a baseline ("so với năm 2016", "cùng kỳ là 7,9%") from the period of a figure."""

    def __init__(self, book: Rulebook) -> None:
        self._plans = book.phrases("plan_nouns")
        self._names = book.phrases("naming_periods")
        self._of_whole = book.phrases("part_of_period_verbs")
        self._is = book.phrases("equals_words")
        self._clauses = book.phrases("clause_openers")
        self._sources = book.phrases("source_openers")
        self._papers = book.phrases("dated_papers")
        self._likeness = book.phrases("likeness_words")
        self._records = book.phrases("record_words")
        self._record_spans = book.phrases("record_spans")
        self._against = book.phrases("period_blockers")
        self._compared = book.phrases("against_words")
        self._levels = book.phrases("compared_levels")
        self._behind = book.phrases("level_times")
        self._rates = book.phrases("rate_units")
        self._within = book.phrases("period_prepositions")
        self._from = book.phrases("level_openers")
        self._changes = book.phrases("level_links")

    def holds(self, s: Sentence, m: Mark) -> bool:
        """Whether the period is what a figure is compared with, or names something else than its time."""
        if m.refinement == "baseline" or m.value.kind == "baseline":
            return True
        if is_day(m) and self._papers.before(s, m.first) and not self.opens(s, m):
            return True  # "theo báo cáo | ngày 4/10 | của sở"
        if is_now(m) and self._likeness.before(s, m.first):
            return True  # "nên giữ như | hiện nay"
        if self._is_record(s, m):
            return True
        if self._names.at(s, m.first) and not self.opens(s, m):
            return True  # "trên đất lúa | vụ đông xuân"
        if any(d.kind == "document" and d.last == m.first for d in s.marks):
            return True  # "Luật Đất đai năm 2013"
        against = self._against.before(s, m.first)
        if against and not self._names_plan(s, against[0], m.first):
            return True
        return self._in_basis(s, m)

    def own(self, s: Sentence, mark: Mark, marks: list[Mark]) -> Mark | None:
        """ "cùng kỳ là 7,9%", "thấp hơn cùng kỳ năm 2016 (7,4%)": the figure is the baseline's own."""
        for m in marks:
            between = mark.first - m.last
            if (
                0 <= between <= EQUALS_MOST
                and m.value.kind == "baseline"
                and (s.plain[m.last] == "(" or self._against.before(s, m.first) is None)
                and (between == 0 or s.plain[m.last] == "(" or self._equals(s, m.last, mark.first))
            ):
                return m
            if m.value.kind == "baseline" and self.compared_level(s, mark, m):
                return m
        return None

    def compared_level(self, s: Sentence, mark: Mark, period: Mark) -> bool:
        """ "so với | 120 tỷ đồng | cùng kỳ", "cao hơn mức | 5% | của năm 2018": what is compared with is told with its
        time behind it."""
        against = self._levels.before(s, mark.first) or self._levels.at(s, mark.first)
        if not 0 <= period.first - mark.last <= BEHIND_MOST or against is None:
            return False
        return mark.last == period.first or self._behind.before(s, period.first) is not None

    def _is_record(self, s: Sentence, m: Mark) -> bool:
        """ "cao nhất | trong 5 năm qua", "… | kể từ đầu năm", "… | từ trước đến nay": how far back nothing like it was
        seen; but what is the highest of one year or month is told of that."""
        span = self._record_spans.before(s, m.first)
        if m.value.kind != "since" and not is_now(m) and not (span and _many_years(m.value)):
            return False
        return self._records.before(s, span[0] if span else m.first) is not None

    def told_of(self, s: Sentence, percent: Mark, period: Mark) -> bool:
        """ "từ 12% | năm 2015 lên 13% | năm 2016": a rate with its year right behind, where it is no part of that
        year's ("bằng 48% năm 2016")."""
        if percent.kind != "percent" or period.value.kind == "baseline":
            return False
        if self.compared_level(s, percent, period):
            return True
        if self._changes.at(s, period.last) and self._from.before(s, percent.first):
            return True  # "từ 35% số hộ | năm 2015 | lên …": the level where the change began
        rate = self._rates.at(s, percent.last)  # "7%/năm | giai đoạn 2016-2020"
        return period.first in (percent.last, rate and rate[0]) and self._of_whole.before(s, percent.first) is None

    def opens(self, s: Sentence, m: Mark) -> bool:
        """Whether a period opens its sentence, be it behind a source: "Theo báo cáo của Sở, 6 tháng đầu năm …"."""
        if m.first <= OPENING_MOST:
            return True
        comma = s.plain.rfind(",", 0, m.first)
        return 0 < comma == s.plain.find(",") and m.first - comma <= OPENING_MOST and self._sources.at(s, 0) is not None

    def _equals(self, s: Sentence, first: int, last: int) -> bool:
        hit = self._is.at(s, first)
        return hit is not None and hit[0] == last

    def _names_plan(self, s: Sentence, first: int, last: int) -> bool:
        """ "Kế hoạch | năm 2019, | huyện trồng 500 ha": before any figure, or where the plan's own follows, it says of
        which year the plan is."""
        plan = self._plans.at(s, first)
        if plan is None or plan[0] != last or self._compared.before(s, first):
            return False  # "so với kế hoạch | năm 2019 | đạt 58%"
        period = s.mark_from(last, "period")
        told = self._is.at(s, period.last) if period else None
        if told and any(m.first == told[0] for m in s.kind("quantity", "percent")):
            return True  # "trồng 40 ha, còn kế hoạch | cả năm | là 90 ha"
        return not any(m.first < first for m in s.kind("quantity", "percent"))

    def _in_basis(self, s: Sentence, m: Mark) -> bool:
        """ "bằng 48% số vụ cả năm 2016": right behind a percentage the period belongs to what it is a share of."""
        percent = next((p for p in reversed(s.kind("percent")) if p.last <= m.first), None)
        if percent is None or any(c in s.plain[percent.last : m.first] for c in ",;:.()"):
            return False
        if m.value.kind in ("until", "since") or is_now(m) or self.told_of(s, percent, m):
            return False
        if self._clauses.find(s, percent.last, m.first):
            return False  # "muốn thu đủ 95% | thì | ba tháng cuối năm …"
        return self._within.before(s, m.first) is None


def _many_years(period: PeriodValue) -> bool:
    return bool(period.start and period.end and period.start.year < period.end.year)
