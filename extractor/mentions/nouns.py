"""The nouns that a number counts, and where they end: "cơ sở y tế", "cuộc thanh tra, kiểm tra", "lượt công dân"."""

from __future__ import annotations

from extractor.alphabet import FIGURES, ROMAN
from extractor.document import Sentence
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Classifier

_PAIRED = ("place", "body", "person", "thing", "document", "event", "part", "attendee")
_TOGETHER = ({"body", "person"}, {"body", "place"})
"""Classes that go together in pairs: "cá nhân, tổ chức", "sở, ngành, địa phương"."""
NOUN_MOST = 7
"""Syllables of a counted noun at most; of 79 labelled nouns none is longer without its relative clause."""


OBJECT_MOST = 4
"""Syllables at most of what several verbs are done to ("cơ sở thu gom, chế biến | phế liệu nhựa")."""


class NounReader:
    """Reads the counted noun that begins at an atom: its head and what classifies it."""

    def __init__(self, book: Rulebook) -> None:
        self.rows: Phrases[Classifier] = Phrases(
            book.alphabet, ((w, r) for r in book.rows("classifiers", Classifier) for w in r.words), loose=True
        )
        self._purpose_heads = book.phrases("purpose_heads")
        self._purposes = book.phrases("purpose_verbs")
        self._determiners = book.phrases("object_determiners")
        self._ands = book.phrases("pair_links")
        self._stops = book.phrases("np_stop", "action_verbs", "action_verbs_short")
        qualities = book.words("np_qualities")
        self._qualities = Phrases(book.alphabet, ((w, w) for w in qualities), loose=True)
        self._adjuncts = book.phrases("np_adjuncts")
        self._open_adjuncts, self._closers = book.phrases("np_open_adjuncts"), book.phrases("np_closers")
        self._terms = Phrases(book.alphabet, ((w, w) for w in book.words("term_labels")), loose=True)
        self._labels = book.phrases("number_blockers", "weak_number_blockers")
        self._happenings = book.phrases("np_happenings")

    def read(self, s: Sentence, i: int, taken: list[bool]) -> tuple[int, Classifier | None] | None:
        """The atom after the counted noun at atom i, with its row of the table if that holds it."""
        if not s.atom(i)[0].isalpha():
            return None
        hit = self.row(s, i)
        if hit is None and (self.stops(s, i) or not self._may_be_noun(s, i)):
            return None
        head = hit[0] if hit else self.word_end(s, i)
        row = hit[1] if hit else None
        return self._without_label(s, head, self._noun_end(s, i, head, taken, row)), row

    def end(self, s: Sentence, first: int, at: int, taken: list[bool]) -> int:
        """The atom after the noun phrase that begins at atom `first` and goes at least up to atom `at`."""
        return self._without_label(s, at, self._noun_end(s, first, at, taken, None))

    def row(self, s: Sentence, i: int) -> tuple[int, Classifier] | None:
        """A noun of the table at atom i; one syllable must end a word ("bản", not "bản lề")."""
        hit = self.rows.at(s, i)
        return None if hit is None or (hit[0] == i + 1 and not s.ends_word(hit[0])) else hit

    def stops(self, s: Sentence, i: int) -> bool:
        """Whether a word begins at atom i that no noun phrase goes on over."""
        return self._stops.at(s, i) is not None

    def _quality(self, s: Sentence, i: int) -> tuple[int, str] | None:
        """A quality at atom i; the beginning of a longer word is none ("số | phụ_huynh")."""
        hit = self._qualities.at(s, i)
        return hit if hit and (s.ends_word(hit[0]) or s.atom(hit[0]).istitle()) else None

    def _may_be_noun(self, s: Sentence, i: int) -> bool:
        """A small word, or an abbreviation (DN); a capitalised name counts nothing."""
        return s.atom(i)[0].islower() or s.atom(i).isupper()

    def word_end(self, s: Sentence, i: int) -> int:
        """The atom after the word at atom i; a hyphen between letters joins its parts ("bê-tông", "ki-ốt")."""
        j = i + 1
        while s.joins[j] or self._hyphened(s, j):
            j += 1
        return j

    def _hyphened(self, s: Sentence, j: int) -> bool:
        """Whether a glued hyphen stands right before or at atom j, with letters on both sides."""
        at = j - 1 if s.plain[j - 1] == "-" else j
        return (
            0 < at < len(s) - 1
            and s.plain[at] == "-"
            and s.touches(at)
            and s.touches(at + 1)
            and s.atom(at - 1)[-1].isalpha()
            and s.atom(at + 1).islower()
        )

    def _noun_end(self, s: Sentence, first: int, at: int, taken: list[bool], head: Classifier | None) -> int:
        """Where the noun phrase ends: at a closed-class word, a common verb, punctuation, a number or a mark."""
        open_, begin = head is None or head.bare, first
        while at < len(s) and at - begin < NOUN_MOST:
            if taken[at] or s.plain[at] in FIGURES:
                break
            adjunct = self._adjuncts.at(s, at)
            stop = self._stops.at(s, at) if adjunct else None
            if adjunct and ((stop and stop[0] > adjunct[0]) or self._governs(s, at, adjunct[0])):
                break  # "9 doanh nghiệp | vi phạm quy định": a longer word than what would classify
            if adjunct and not open_ and (self._ends(s, adjunct[0], taken) or self._before_name(s, at, adjunct[0])):
                at = adjunct[0]
                paired = self._paired_noun(s, first, at, head) if at + 1 < len(s) else None
                if paired is None:
                    break
                begin, at = at + 1, paired
                continue
            bracket = self._acronym_end(s, at)
            if bracket:
                if self._ends(s, bracket, taken):
                    break  # "doanh nghiệp (DN) | tham gia": it only tells how the noun is written from now on
                at = bracket
                continue
            paired = self._paired_noun(s, first, at, head)
            if paired:
                begin, at = at + 1, paired
                continue
            purpose = self._purpose_end(s, first, at, taken)
            if purpose:
                return purpose
            if self.stops(s, at) or self._quality(s, at) or not s.atom(at)[0].isalpha():
                break
            if self._happenings.at(s, at) and not (open_ and head and head.noun == "event"):
                break  # "3 tàu | chìm", but "3 vụ chìm tàu"
            if s.atom(at)[0].isupper() and not s.atom(at).isupper():
                break  # a name belongs to no counted noun
            term = self._terms.at(s, at)
            if term and s.plain[term[0] : term[0] + 1] == ROMAN:
                break  # "5 đại biểu Quốc hội | khóa XIV"
            if s.plain[at] == s.plain[first] and at == first + 1 and s.atom(at) == s.atom(first):
                break  # "4 loại tem | tem …": two sentences without a mark between them
            end = self.word_end(s, at)
            if end - begin > NOUN_MOST:
                break
            at, open_ = end, False
        return at

    def _without_label(self, s: Sentence, head: int, end: int) -> int:
        """ "63 cơ sở | hạng 3", "16 DN | ngành Xây dựng": the last word labels the number or the name behind it."""
        if end >= len(s):
            return end
        name = s.atom(end)[0].isupper() and not s.atom(end).isupper()
        counted = self._labels.before(s, end) if s.plain[end] in FIGURES else None
        label = counted or (self.rows.before(s, end) if name else None)
        return label[0] if label and label[0] >= head else end

    def _purpose_end(self, s: Sentence, first: int, at: int, taken: list[bool]) -> int | None:
        """The atom after what the counted thing is for: "dự án | nạo vét luồng", "cơ sở | thu mua, sơ chế | thủy sản".

        A number or a determiner behind the last verb makes it what they did ("3 công ty | xử lý 500 tấn rác")."""
        head = self._purpose_heads.at(s, first)
        verb = self._purposes.at(s, head[0]) if head else None
        if verb is None or head is None or not (head[0] == at or (at <= verb[0] and s.plain[at : at + 1] == ",")):
            return None
        end, most = verb[0], NOUN_MOST
        while end + 1 < len(s) and self._joins_verbs(s, end) and (again := self._purposes.at(s, end + 1)):
            end, most = again[0], max(NOUN_MOST, again[0] - first + OBJECT_MOST)
        if end == at or (end < len(s) and (taken[end] or s.plain[end] in FIGURES)):
            return None
        if self._determiners.at(s, end) is not None:
            return None  # "14 doanh nghiệp | xây dựng các khu du lịch": what they do
        while end < len(s) and end - first < most and not self._ends(s, end, taken):
            if s.plain[end] in FIGURES or s.atom(end)[0].isupper() or self._quality(s, end):
                break
            adjunct = self._adjuncts.at(s, end)
            end = adjunct[0] if adjunct else self.word_end(s, end)
        return end

    def _joins_verbs(self, s: Sentence, at: int) -> bool:
        return s.plain[at] == "," or self._ands.at(s, at) is not None

    def _governs(self, s: Sentence, at: int, end: int) -> bool:
        """ "20 hộ | tự nguyện hiến đất", "5 trường | trực thuộc Bộ": what might classify belongs to what follows."""
        if self._open_adjuncts.at(s, at) is None or end >= len(s) or not s.atom(end)[0].isalpha():
            return False
        return (self._ends(s, end, []) and self._closers.at(s, end) is None) or s.atom(end).istitle()

    def _before_name(self, s: Sentence, at: int, end: int) -> bool:
        """ "4 huyện | ven biển Hải Lăng, …": what classifies stands before the names of its members."""
        return s.atom(end)[0].isupper() and self._quality(s, at) is None

    def _ends(self, s: Sentence, at: int, taken: list[bool]) -> bool:
        return (
            at >= len(s)
            or (bool(taken) and taken[at])
            or not s.atom(at)[0].isalpha()
            or self._stops.at(s, at) is not None
        )

    def _acronym_end(self, s: Sentence, at: int) -> int | None:
        """The atom after "(DN)"."""
        if at + 2 < len(s) and s.plain[at] == "(" and s.plain[at + 2] == ")" and s.atom(at + 1).isupper():
            return at + 3
        return None

    def _paired_noun(self, s: Sentence, first: int, at: int, head: Classifier | None) -> int | None:
        """The atom after a second noun of the same class ("huyện, thị xã") or the same head ("tàu cá, tàu dịch vụ")
        right behind a comma, the same head also behind "và"; it is not itself counted, and no name's title."""
        behind = at + 1
        if behind >= len(s) or not (s.atom(behind).islower() or s.atom(behind).isupper()):
            return None
        if s.plain[at] == ",":
            hit = self.row(s, behind)
            last = self._last_row(s, first, at, head)
            if hit and last and last.noun in _PAIRED and not self._counts(s, hit[0]) and not self._names(s, hit[0]):
                classes = {hit[1].noun, last.noun}
                another = last.noun == "place" and hit[1].noun != "place"
                visited = another and not self._closes(s, hit[0])
                if (len(classes) == 1 or classes in _TOGETHER) and not visited:  # "tại 5 xã, | đoàn ghi nhận …"
                    return hit[0]
        elif not self._ands.at(s, at):
            return None
        end = self.word_end(s, behind)
        told = end > behind + 1 or not self._ends(s, end, [])  # "bưu phẩm, bưu kiện", "tàu cá, tàu dịch vụ"
        again = s.plain[behind] == s.plain[first] and at > first + 1 and told
        return end if again and not self._names(s, end) else None

    def _last_row(self, s: Sentence, first: int, at: int, head: Classifier | None) -> Classifier | None:
        """The head of the noun phrase; behind a bare one what it classifies: "lượt | công chức, viên chức"."""
        if head is None or not (head.bare or head.noun == "event"):
            return head
        inner = self.rows.before(s, at)
        if inner and inner[0] == first and head.noun == "event":  # it holds its classifier: "lượt cán bộ, nhân viên"
            again = self.rows.at(s, first + 1)
            return again[1] if again and again[0] == at else head
        return inner[1] if inner and inner[0] > first else head

    def _counts(self, s: Sentence, at: int) -> bool:
        """ "xem 5 báo cáo, chất vấn | 3 sở": what looks like a second noun is a verb with a count of its own."""
        if s.plain[at : at + 1] in FIGURES:
            return at < len(s)
        return s.plain[at + 1 : at + 2] in FIGURES and at + 1 < len(s) and not self._closes(s, at)

    def _closes(self, s: Sentence, at: int) -> bool:
        """Whether a list of nouns may go on or end here: no predicate follows."""
        return at >= len(s) or s.plain[at] in ",.;:)" or self._ands.at(s, at) is not None

    def _names(self, s: Sentence, at: int) -> bool:
        return at < len(s) and s.atom(at)[0].isupper()
