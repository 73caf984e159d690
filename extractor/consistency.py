"""Checks: figures of one article that contradict each other. Nothing is changed because of them.

Each comparison is tolerant of rounding and comparators: a number stands for the interval that its words allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.alphabet import ATOM
from extractor.document import Document, Sentence
from extractor.found import FoundFigure, Stretch
from extractor.intervals import Interval, interval
from extractor.mentions.values import PercentValue, QuantityValue
from extractor.normalize import fold
from extractor.rulebook.book import Rulebook

INDICATOR_LEAST, COUNT_INDICATOR_LEAST = 3, 4
"""Syllables that an indicator has at least where two values of it may contradict each other: a short one ("hồ sơ") may
mean two things."""
CHANGE_REACH = 2
BESIDE_BASIS_MOST = 4
"""Atoms beside the words of the basis between a percentage and the baseline's own value: "so với", a bracket."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A check before it gets its id: its kind, a sentence that says what does not fit, the stretches concerned."""

    kind: str
    message: str
    stretches: tuple[Stretch, ...]


class Checks:
    """Finds all contradictions among the figures of an article."""

    def __init__(self, book: Rulebook) -> None:
        self._part_markers = book.phrases("part_markers")
        self._change = book.phrases("increase_verbs", "decrease_verbs")

    def find(self, document: Document, figures: list[FoundFigure]) -> Iterator[Contradiction]:
        """In the order of their kinds, each kind in the article's order."""
        shares = (_share(whole, part, percent) for whole, part, percent in _trios(figures))
        yield from (found for found in shares if found)
        yield from (found for found in map(_out_of, figures) if found)
        yield from (found for found in (_from_baseline(*trio) for trio in _baselines(figures)) if found)
        yield from (found for found in map(_upside_down, figures) if found)
        yield from (found for found in map(_more_than_all, figures) if found)
        yield from self._parts(figures)
        yield from self._same_indicator(document, figures)
        for stretch in document.facts.get("rank_out_of_range", []):
            message = f"{stretch.text}: the rank is larger than the number ranked"
            yield Contradiction("rank_out_of_range", message, (stretch,))

    # --- parts of a whole --------------------------------------------------------------------------------------

    def _parts(self, figures: list[FoundFigure]) -> Iterator[Contradiction]:
        """ "500 hồ sơ, trong đó 700 hồ sơ quá hạn": a part beyond every figure that it may be a part of."""
        sentences = list({id(f.sentence): f.sentence for f in figures}.values())
        for before, s in zip([None, *sentences], sentences, strict=False):
            for first, last, _ in self._part_markers.find(s):
                wholes = [f for f in figures if f.sentence is s and f.mark.last <= first]
                if not wholes and first == 0 and before is not None and before.line == s.line:
                    wholes = [f for f in figures if f.sentence is before]
                yield from _beyond_all(wholes, _parts_behind(s, last, figures))

    # --- one indicator, two values -----------------------------------------------------------------------------

    def _same_indicator(self, document: Document, figures: list[FoundFigure]) -> Iterator[Contradiction]:
        title = _names(document.sentences[0]) if document.sentences else frozenset[str]()
        seen: dict[tuple[object, ...], FoundFigure] = {}
        for figure in figures:
            key = self._indicator_key(figure, title)
            if key is None:
                continue
            first = seen.setdefault(key, figure)
            if first.sentence is not figure.sentence and not _interval(first).overlaps(_interval(figure)):
                message = f"{figure.indicator}: {first.stretch.text} here, {figure.stretch.text} there"
                yield Contradiction("indicator_contradiction", message, (first.stretch, figure.stretch))

    def _indicator_key(self, figure: FoundFigure, title: frozenset[str]) -> tuple[object, ...] | None:
        """What two figures share if they give the same thing; None where that cannot be told."""
        value, period = figure.mark.value, figure.period
        words = _folded(figure.indicator or "").split()
        counts = isinstance(value, QuantityValue) and value.unit_kind == "count"
        least = COUNT_INDICATOR_LEAST if counts else INDICATOR_LEAST
        if len(words) < least or period is None or figure.status != "achieved" or value.comparator != "exact":
            return None
        if period.value.start is None or period.value.end is None or self._says_change(figure):
            return None
        kind: tuple[object, ...]
        if isinstance(value, PercentValue):
            kind = ("%", value.points, figure.direction, _folded(figure.basis or ""))
        else:
            kind = (value.unit_kind, _folded(value.unit or ""), value.whole is None)
        places = _names(figure.sentence) - title
        doing = (_folded(figure.action or ""), _folded(figure.actor or ""))
        return (" ".join(words), period.value.start, period.value.end, *kind, places, doing)

    def _says_change(self, figure: FoundFigure) -> bool:
        """ "tăng 20 tỷ đồng": by how much a quantity changed, not what it is."""
        if figure.mark.kind == "percent":
            return False
        first = figure.mark.first
        return any(self._change.before(figure.sentence, at) for at in range(max(0, first - CHANGE_REACH), first + 1))


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in text.split())


def _names(s: Sentence) -> frozenset[str]:
    """The places and bodies that a sentence names."""
    return frozenset(_folded(s.slice(m.first, m.last)) for m in s.kind("place", "organization"))


def _interval(figure: FoundFigure) -> Interval:
    value = figure.mark.value
    return interval(value.value, value.high, value.comparator)


def _parts_behind(s: Sentence, first: int, figures: list[FoundFigure]) -> list[FoundFigure]:
    """The figures of the clause that begins at an atom."""
    stop = s.plain.find(";", first)
    last = stop if stop >= 0 else len(s)
    return [f for f in figures if f.sentence is s and first <= f.mark.first < last]


def _beyond_all(wholes: Sequence[FoundFigure], parts: Sequence[FoundFigure]) -> Iterator[Contradiction]:
    """The parts that are larger than every whole of their unit."""
    for part in parts:
        of = [w for w in wholes if _same_unit(w, part) or _counts_some(part, w)]
        if not of or part.status != of[-1].status:
            continue
        if all(_interval(part).low > _interval(w).high for w in of):
            message = f"{part.stretch.text} is said to be part of {of[-1].stretch.text}, which is less"
            yield Contradiction("part_exceeds_whole", message, (of[-1].stretch, part.stretch))


def _more_than_all(figure: FoundFigure) -> Contradiction | None:
    """ "20/19 tiêu chí"."""
    value = figure.mark.value
    if not isinstance(value, QuantityValue) or value.whole is None or value.value <= value.whole:
        return None
    text = figure.stretch.text
    return Contradiction("part_exceeds_whole", f"{text}: the part is more than the whole", (figure.stretch,))


def _trios(figures: list[FoundFigure]) -> Iterator[tuple[FoundFigure, FoundFigure, FoundFigure]]:
    """A percentage, the figure that it qualifies, and the figure before that with the same unit: whole and part."""
    for i, percent in enumerate(figures):
        part = percent.qualifies
        if part is None or i < 2 or percent.direction != "level" or percent.basis:
            continue
        whole = figures[i - 2]
        if whole.sentence is part.sentence and _same_unit(whole, part):
            yield whole, part, percent


def _same_unit(a: FoundFigure, b: FoundFigure) -> bool:
    return (
        isinstance(a.mark.value, QuantityValue)
        and isinstance(b.mark.value, QuantityValue)
        and (a.mark.value.unit == b.mark.value.unit and a.mark.value.unit is not None)
    )


def _counts_some(part: FoundFigure, whole: FoundFigure) -> bool:
    """ "500 hồ sơ, trong đó | 700 hồ sơ quá hạn": of the things counted, those that the words behind tell apart."""
    some, of = part.mark.value, whole.mark.value
    if not isinstance(some, QuantityValue) or not isinstance(of, QuantityValue) or not some.unit or not of.unit:
        return False
    return some.unit_kind == of.unit_kind == "count" and some.unit.startswith(f"{of.unit} ")


def _share(whole: FoundFigure, part: FoundFigure, percent: FoundFigure) -> Contradiction | None:
    w, p, q = whole.mark.value, part.mark.value, percent.mark.value
    if not (isinstance(w, QuantityValue) and isinstance(p, QuantityValue) and isinstance(q, PercentValue)):
        return None
    of, some = interval(w.value, w.high, w.comparator), interval(p.value, p.high, p.comparator)
    if of.low <= 0 or p.value > w.value:
        return None
    if some.percent_of(of).overlaps(interval(q.value, q.high, q.comparator)):
        return None
    about = round(100 * float(p.value) / float(w.value))
    message = f"{part.stretch.text} of {whole.stretch.text} is about {about} %, not {percent.stretch.text}"
    return Contradiction("percentage_of_parts", message, (whole.stretch, part.stretch, percent.stretch))


def _out_of(percent: FoundFigure) -> Contradiction | None:
    """ "300/1.000 tỷ đồng, đạt 50% kế hoạch": the share that the two halves of the figure make."""
    part, share = percent.qualifies, percent.mark.value
    if part is None or percent.direction != "level" or not isinstance(share, PercentValue):
        return None
    value = part.mark.value
    if not isinstance(value, QuantityValue) or not value.whole or value.high is not None or value.value > value.whole:
        return None
    some, of = interval(value.value, None, value.comparator), interval(value.whole, None, "exact")
    if some.percent_of(of).overlaps(interval(share.value, share.high, share.comparator)):
        return None
    about = round(100 * float(value.value) / float(value.whole))
    message = f"{part.stretch.text} is about {about} %, not {percent.stretch.text}"
    return Contradiction("percentage_of_parts", message, (part.stretch, percent.stretch))


def _baselines(figures: list[FoundFigure]) -> Iterator[tuple[FoundFigure, FoundFigure, FoundFigure]]:
    """A figure, the percentage that compares it, and the baseline's value right behind the words of the basis:
    "bằng 40% dự toán năm (2.000 tỷ đồng)", "tăng 10% so với cùng kỳ (100 triệu USD)"."""
    for percent, base in pairwise(figures):
        figure = percent.qualifies
        if figure is None or not percent.basis or base.sentence is not percent.sentence or not _same_unit(figure, base):
            continue
        s, first, last = percent.sentence, percent.mark.last, base.mark.first
        between = s.slice(first, last)
        others = last - first - len(ATOM.findall(percent.basis))
        told = between.endswith((percent.basis, "("))  # "với 400 tỷ đồng" may be by how much it grew
        if told and percent.basis in between and others <= BESIDE_BASIS_MOST and "," not in between:
            yield figure, percent, base


def _from_baseline(figure: FoundFigure, percent: FoundFigure, base: FoundFigure) -> Contradiction | None:
    """Whether the figure is what the percentage makes of its baseline."""
    q = percent.mark.value
    if not isinstance(q, PercentValue) or q.points:
        return None
    of = _interval(base)
    if of.low <= 0:
        return None
    made = _interval(figure).percent_of(of)
    share = 100 * float(figure.mark.value.value) / float(base.mark.value.value)
    told = str(round(share)) if percent.direction == "level" else f"{round(share - 100):+d}"
    if percent.direction == "up":
        made = Interval(made.low - 100, made.high - 100)
    elif percent.direction == "down":
        made = Interval(100 - made.high, 100 - made.low)
    if made.overlaps(interval(q.value, q.high, q.comparator)):
        return None
    message = f"{figure.stretch.text} against {base.stretch.text} is about {told} %, not {percent.stretch.text}"
    return Contradiction("percentage_of_parts", message, (figure.stretch, percent.stretch, base.stretch))


def _upside_down(figure: FoundFigure) -> Contradiction | None:
    value = figure.mark.value
    if isinstance(value, (QuantityValue, PercentValue)) and value.high is not None and value.high < value.value:
        text = figure.stretch.text
        return Contradiction("range_upside_down", f"{text}: the range ends below its beginning", (figure.stretch,))
    return None
