"""What a figure has to do with the one before it in the sentence: the same again, a part of it, one of its list."""

from __future__ import annotations

from extractor.found import FoundFigure
from extractor.mentions.values import QuantityValue
from extractor.rulebook.book import Rulebook

LIST_MOST = 4
"""How many atoms at most stand between two figures of one list ("; CĐ là")."""
PART_MOST = 2
"""How many atoms at most stand between two parts of a count (", | và")."""
RATIO_MOST = 8
"""How many atoms at most stand between an amount and the ratio that compares it (", tăng gấp | ba lần")."""
SAME_MOST = 5
"""How many atoms at most stand between an amount and the same in another unit ("(tương đương | 32 triệu đồng)")."""
_MEMBERS = frozenset({"body", "place", "part"})


class NeighbourReader:
    """Tells how a figure goes with the one before it."""

    def __init__(self, book: Rulebook) -> None:
        self._parts = book.phrases("part_markers", "makeup_openers")
        self._of_which = book.phrases("part_markers")
        self._changes = book.phrases("increase_verbs", "decrease_verbs")
        self._links = book.phrases("member_links")
        self._same = book.phrases("same_amount")

    def parted(self, before: FoundFigure, figure: FoundFigure) -> bool:
        """Whether "trong đó" or so stands between them."""
        return bool(self._parts.find(figure.sentence, before.mark.last, figure.mark.first))

    def is_same(self, before: FoundFigure, figure: FoundFigure) -> bool:
        """ "trả 2.000 USD (tương đương | 45 triệu đồng)": the amount before in another unit, or as a share."""
        named = figure.mark.kind == "percent" and before.status == "other"
        if named or figure.mark.first - before.mark.last > SAME_MOST:
            return False  # "40 triệu dân, tương đương | 45% dân số" reports, whatever the first names
        return bool(self._same.find(figure.sentence, before.mark.last, figure.mark.first))

    def is_overtaken(self, before: FoundFigure, figure: FoundFigure) -> bool:
        """ "kiến nghị xử lý 4 người, chuyển cơ quan điều tra 2 vụ, | 3 đối tượng": beside a figure that its own words
        settle, a cue from further left says nothing any more."""
        cue, at = figure.status_cue, before.mark.last
        if cue is None or cue > before.mark.first or before.status_by_default or before.mark.kind != figure.mark.kind:
            return False
        if before.status_cue is not None and before.status_cue <= cue:
            return False
        rates = figure.mark.kind == "percent" and before.direction == figure.direction == "level"
        if before.status != "achieved" and before.mark.refinement != "topic" and not rates:
            return False  # a price or a place names, whatever stands behind it
        between = figure.sentence.plain[at : figure.mark.first]
        linked = bool(self._links.find(figure.sentence, at, figure.mark.first))
        bracketed = figure.mark.kind == "percent" and between[:1] == ")"  # "Thái Lan (21%), Malaysia (| 19%)"
        most = LIST_MOST if bracketed or (rates and before.status == "other") else PART_MOST
        return linked and len(between) <= most and ";" not in between

    def is_part(self, before: FoundFigure, figure: FoundFigure, rule: str) -> bool:
        """ "42 đơn vị, gồm | 30 xã, | 12 phường": parts of a count, one after the other, are what their whole is."""
        if not is_open(figure):
            return False
        values = before.mark.value, figure.mark.value
        if not all(isinstance(v, QuantityValue) and v.unit_kind == "count" for v in values):
            return False
        if before.status_rule == rule:
            return figure.mark.first - before.mark.last <= PART_MOST
        return self._parts.before(figure.sentence, figure.mark.first) is not None

    def goes_with(self, before: FoundFigure, figure: FoundFigure) -> bool:
        """Whether a figure without a cue goes on with the list that the one before it stands in."""
        between = figure.sentence.plain[before.mark.last : figure.mark.first]
        if figure.mark.refinement == "ratio" and before.mark.kind == "quantity":
            return before.status != "achieved" and len(between) <= RATIO_MOST and ";" not in between
        if before.status == "planned":
            if self._of_which.find(figure.sentence, before.mark.last, figure.mark.first):
                return True
            return ";" in between or before.status_by_default or (len(between) <= LIST_MOST and ")" not in between)
        if _are_rates(before, figure) and not self._changes.before(figure.sentence, figure.mark.first):
            return before.status == "other" and len(between) <= RATIO_MOST
        return before.status == "other" and len(between) <= LIST_MOST and _may_follow(before, figure)


def is_open(figure: FoundFigure) -> bool:
    """Whether what stands elsewhere may settle it: no word beside it does, or only softly."""
    return figure.status_by_default or figure.status_soft


def _are_rates(before: FoundFigure, figure: FoundFigure) -> bool:
    """ "500.000 đồng/người đối với chủ tọa, 150.000 đồng/người đối với đại biểu": both are sums per something."""
    values = [v for v in (before.mark.value, figure.mark.value) if isinstance(v, QuantityValue)]
    return len(values) == 2 and all(v.unit_kind == "money" and "/" in (v.unit or "") for v in values)


def next_price(before: FoundFigure, figure: FoundFigure) -> bool:
    """ "sẽ tăng lên 3.000 đồng/lít, dầu là | 1.500 đồng/lít": a price in a list of prices to come."""
    prices = figure.mark.refinement == before.mark.refinement == "price"
    return prices and figure.status_soft and before.status == "planned"


def next_measure(before: FoundFigure, figure: FoundFigure) -> bool:
    """ "phấn đấu mở 12 lớp; mỗi lớp có | 30 học viên": what the next of the planned things are like."""
    between = figure.sentence.plain[before.mark.last : figure.mark.first]
    like = figure.status_soft and figure.mark.refinement not in ("price", "money", "place", "part", "topic")
    return like and figure.status == "other" and before.status == "planned" and ";" in between


def _may_follow(before: FoundFigure, figure: FoundFigure) -> bool:
    """Whether a figure behind one that reports nothing goes with it: a rate ("dưới 2,5 lít là 15%"), another of its
    kind ("1,5 - 2 lít là 20%; 2 - 3 lít là 25%"); a count stands for itself."""
    values = before.mark.value, figure.mark.value
    if figure.mark.kind == "percent":
        return figure.direction == "level" and before.mark.refinement in (None, "measure")
    nouns = [v.noun for v in values if isinstance(v, QuantityValue)]
    if figure.mark.first - before.mark.last == 1 and len(nouns) == 2 and all(n in _MEMBERS for n in nouns):
        return True  # "tại 2 xã và 3 đơn vị"
    if figure.sentence.plain[before.mark.last : figure.mark.first] == "," and _shares_unit(before):
        return True  # "bước giá 10, | 20, | 30 triệu đồng"
    kinds = [v.unit_kind for v in values if isinstance(v, QuantityValue)]
    return kinds[-1] not in ("count", "money") and (len(kinds) == 1 or kinds[0] == kinds[1])


def _shares_unit(figure: FoundFigure) -> bool:
    """Whether its unit stands only behind a later number of its list."""
    value = figure.mark.value
    return isinstance(value, QuantityValue) and value.unit is not None and value.number_last == figure.mark.last
