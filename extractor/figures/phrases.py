"""Noun phrases around figures: where the one that starts here ends, and the subject to the left."""

from __future__ import annotations

from extractor.alphabet import FIGURES
from extractor.document import Sentence
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import SpeechVerb

NOUN_PHRASE_MOST = 12
SEGMENT_LEAST = 2
COMMA_MOST = 1
CREDIT_MOST = 4
"""Atoms at most before the "/" of a picture's credit ("Ảnh: Lê Hà/TTXVN")."""
_BREAKS = frozenset(',;.:!?…"()[]')
_SUBJECT_BREAKS = frozenset(";:(!?")


class PhraseReader:
    """Finds noun phrases by what cannot stand inside them (lists `np_breaks`, `link_verbs`, verbs)."""

    def __init__(self, book: Rulebook) -> None:
        self._breaks = book.phrases("np_breaks", "action_verbs")
        self._links = book.phrases("link_verbs", "subject_links", "subject_tails")
        self._glued_links = Phrases(book.alphabet, ((w, w) for w in book.words("glued_links")), loose=True)
        self._purposes = book.phrases("purpose_words")
        self._kept = book.phrases("kept_ends")
        self._averages = book.phrases("average_words")
        self._parts = book.phrases("part_markers")
        self._against = book.phrases("against_words")
        self._vetoes = book.phrases("action_vetoes")
        self._tails = book.phrases("tail_breaks")
        self._actions = book.phrases("action_verbs")
        self._speech = Phrases(book.alphabet, ((w, w) for r in book.rows("speech_verbs", SpeechVerb) for w in r.words))
        self._runs = book.phrases("adverbial_openers")
        self._consequence = book.phrases("consequence_words")
        self._sources = book.phrases("source_openers")
        self._openers = book.phrases("empty_openers", "continuers", "contrast")
        self._closed = book.phrases("np_never_first", "increase_verbs", "decrease_verbs")
        self._list_closers = book.phrases("list_closers")

    def noun_phrase(self, s: Sentence, i: int) -> tuple[int, int] | None:
        """The noun phrase that starts at atom i: (first, last), None where none does. Periods may lie inside it."""
        if i >= len(s) or s.plain[i] in "/-" or self._closed.at(s, i):
            return None
        period = s.mark_from(i, "period")
        at = period.last if period else i
        while at < len(s) and at - i < NOUN_PHRASE_MOST and not self._ends(s, i, at):
            inner = s.mark_from(at, "period", "organization", "place")
            at = inner.last if inner else at + 1
        return (i, at) if at > i else None

    def _ends(self, s: Sentence, first: int, at: int) -> bool:
        if s.plain[at] in _BREAKS or s.plain[at] in FIGURES:
            return not any(m.kind in ("period", "organization") and m.first <= at < m.last for m in s.marks)
        if s.mark_from(at, "quantity", "percent"):
            return True
        if at == first or self._breaks.at(s, at) is None:
            return False
        if self._closed.at(s, at):
            return True  # "mục tiêu | đề ra"
        return self._actions.at(s, at) is None or not (
            s.joins[at] or self._vetoes.before(s, at)
        )  # "tổng | thu ngân sách"

    def subject(self, s: Sentence, at: int, left: int, *, listed: bool = False) -> tuple[int, int] | None:
        """The noun phrase to the left of atom `at`, not before atom `left`: link words stripped, adverbials skipped.
        Of a `listed` one all members are taken, else what stands behind its last comma.

        In "Năm 2018, thu ngân sách của tỉnh ước đạt | 500 tỷ đồng" it is "thu ngân sách của tỉnh".
        """
        left = max([left, *(end for _, end, _ in self._consequence.find(s, left, at))])
        last = self._strip_right(s, at, left)
        left = self._aim(s, at, left, last)
        first = self._after_speech(s, self._subject_start(s, left, last), last)
        first = max(first, _closing(s, first, last))
        while first < last and (skipped := self._skip_opener(s, first, last)) > first:
            first = skipped
        averaged = _last_comma(s, first, last)
        if averaged > first and self._averages.at(s, averaged + 1):
            last = averaged  # "Thu ngân sách tăng tốt, | bình quân trong 5 năm đạt 121%"
        if not listed:
            first = self._last_segment(s, first, last)
        return (first, last) if first < last and any(s.atom(j)[0].isalpha() for j in range(first, last)) else None

    def _aim(self, s: Sentence, at: int, left: int, last: int) -> int:
        """Behind the last word of purpose, where the figure is what its verb does; behind a link ("vốn ủy thác để cho
        vay | tăng 35%") it is told of the subject before."""
        aim = max((end for _, end, _ in self._purposes.find(s, left, at)), default=left)
        return aim if aim >= last or last == at else left

    def ends_saying(self, s: Sentence, last: int) -> bool:
        """Whether a verb of saying stands right before atom `last`: "Thanh tra tỉnh kiến nghị | …"."""
        return self._speech.before(s, last) is not None

    def says(self, s: Sentence, i: int) -> bool:
        """Whether a verb of saying begins at atom i: "40% | cho rằng …"."""
        return i < len(s) and self._speech.at(s, i) is not None

    def behind(self, s: Sentence, at: int, most: int) -> int:
        """Where the words behind a count that say which ones are counted end, from atom `at`."""
        first = at
        while at < len(s) and at - first < most and s.plain[at] not in _BREAKS and not self._tails.at(s, at):
            if s.mark_from(at, "quantity", "percent", "rank", "period"):
                break
            at += 1
        return self._strip_right(s, at, first)

    # --- the subject's edges -------------------------------------------------------------------------------------

    def _strip_right(self, s: Sentence, at: int, left: int) -> int:
        """The atom after the subject: links, hedges, periods and loose punctuation before atom `at` are dropped."""
        last = at
        while at > left:
            if self._kept.before(s, at) or (at < last and self._averages.before(s, at)):
                break
            mark = s.mark_to(at, "period")
            hit = self._links.before(s, at, unbroken=True) or self._glued_links.before(s, at)
            if mark and mark.first >= left:
                at = mark.first
            elif hit and hit[0] >= left:
                at = hit[0]
            elif not s.atom(at - 1)[0].isalnum() and s.plain[at - 1] not in ");":
                at -= 1
            else:
                break
        return at

    def _subject_start(self, s: Sentence, left: int, last: int) -> int:
        """The nearest stop to the left; brackets that close are stepped over."""
        depth = 0
        for j in range(last - 1, left - 1, -1):
            if s.plain[j] == ")":
                depth += 1
            elif s.plain[j] == "(" and depth:
                depth -= 1
            elif s.plain[j] in _SUBJECT_BREAKS and not depth:
                return j + 1
        return left

    def _after_speech(self, s: Sentence, first: int, last: int) -> int:
        """Behind the last verb of saying: "Ông A cho biết, | thu ngân sách …". One at the very end says nothing of a
        speech ("số vụ cảnh báo", "vốn Chính phủ giao")."""
        for start, end, _ in self._speech.find(s, first, last):
            named = start > 0 and s.atom(start)[0].isupper()  # "từ khi có Chỉ thị 40", a document
            first = end if start > first and end < last and not named else first
        return first

    def _skip_opener(self, s: Sentence, first: int, last: int) -> int:
        """The atom after a leading adverbial: a period, "Theo …,", "so với …", "Tuy nhiên,", a comma or "và"."""
        if not s.atom(first)[0].isalnum():
            return first + 1
        period = s.mark_from(first, "period")
        if period and period.last <= last:
            return period.last
        caption = self._caption(s, first, last)
        if caption > first:
            return caption
        against = self._against.at(s, first)
        if against and against[0] < last:
            phrase = self.noun_phrase(s, against[0])
            return min(phrase[1] if phrase else against[0], last)
        run = self._runs.at(s, first)
        if run and "," in s.plain[run[0] : last]:
            return s.plain.index(",", run[0], last) + 1  # "Theo báo cáo của Sở, …" runs to its comma
        if self._sources.at(s, first) and "," in s.plain[last : last + COMMA_MOST]:
            return last  # the source alone: "Theo Sở, đến nay | 500 hộ"
        hit = self._openers.at(s, first)
        return hit[0] if hit and hit[0] <= last else first

    def _caption(self, s: Sentence, first: int, last: int) -> int:
        """The atom after the credit of a picture that runs into the sentence: "VGP/Lê Hà | Theo đó, …"."""
        slash = s.plain.find("/", first, min(last, first + CREDIT_MOST))
        if not first < slash < last - 1 or not (s.atom(slash - 1)[0].isupper() and s.atom(slash + 1)[0].isupper()):
            return first
        at = slash + 2
        while not s.atom(slash + 1).isupper() and at < last and s.atom(at)[0].isupper():
            if self._runs.at(s, at) or self._openers.at(s, at) or s.mark_from(at, "period"):
                break
            at += 1
        return at

    def _last_segment(self, s: Sentence, first: int, last: int) -> int:
        """After the last comma, where what stands there can be a subject by itself."""
        comma = _last_comma(s, first, last)
        part = self._parts.at(s, comma + 1) if comma >= 0 else None
        if part and part[0] < last:
            return part[0]  # "giảm cả ba mặt, trong đó | số vụ"
        if comma < 0 or last - comma - 1 < SEGMENT_LEAST or self._closed.at(s, comma + 1):
            return first
        across = next((m for m in s.kind("person", "place", "organization") if m.first < comma < m.last), None)
        if across:
            return max(first, across.first)  # "ông A, Chủ tịch hội, | góp 8%"
        name = s.mark_from(comma + 1, "place")
        if name and s.mark_to(comma, "place"):  # "tại ba huyện X, Y, Z với tổng vốn": a list of names
            closer = self._list_closers.at(s, name.last) if name.last < last else None
            return closer[0] if closer else first
        only = _last_comma(s, first, comma) < 0 and s.mark_from(first, "organization", "person") is None
        if only and self._actions.at(s, comma + 1) and self._actions.before(s, comma):
            return first  # "số tiền đền bù, chi trả cho dân": two acts of one noun
        return comma + 1


def _closing(s: Sentence, first: int, last: int) -> int:
    """The atom after a bracket that closes here and opened before: what stands in it is no part of the subject."""
    depth, at = 0, first
    for j in range(first, last):
        depth += {"(": 1, ")": -1}.get(s.plain[j], 0)
        if depth < 0:
            depth, at = 0, j + 1
    return at


def _last_comma(s: Sentence, first: int, last: int) -> int:
    """The last comma that stands in no bracket, -1 where none does."""
    depth = 0
    for j in range(last - 1, first - 1, -1):
        depth += {")": 1, "(": -1}.get(s.plain[j], 0)
        if s.plain[j] == "," and depth <= 0:
            return j
    return -1
