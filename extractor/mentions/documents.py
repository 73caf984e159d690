"""Documents: "Nghị quyết số 01/NQ-CP", "Chỉ thị 16", "Luật Đầu tư công", "Nghị quyết Trung ương 4 khóa XII"."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.alphabet import ROMAN
from extractor.document import Mark
from extractor.mentions.values import DocumentValue
from extractor.mentions.view import CAPITAL, FIGURE, LOWER, View, openings
from extractor.normalize import fold
from extractor.rulebook.book import Phrases, Rulebook

_LETTERS = r"[A-ZĐƯ][\wĐđƯư&]*"
# "01/NQ-CP", "43/2014/NĐ-CP", "12-TB/TU", "211/BTC-TCDN", "19-2017/NQ-CP", "30a"
_CODE = rf"\d{{1,5}}[a-zđ]?(?:\s?[-–/]\s?\d{{4}})?(?:\s?[-–/.]\s?(?:{_LETTERS}|\d{{2,4}}(?=[-–/]))){{1,4}}"
_NUMBERED = re.compile(rf"{_CODE}|\d{{1,5}}(?:/\d{{4}})?[a-zđ]?(?![\w.,/-]*\d)(?!\s?%)")
_BARE = re.compile(r"\d{1,5}(?:/\d{4})?[-/][A-ZĐƯ][\wĐđƯư]+(?:[-/&][A-ZĐƯ][\wĐđƯư]*)+")
_YEAR = re.compile(r"\d{4}\Z")


class DocumentFinder:
    """Reads documents in a sentence."""

    def __init__(self, book: Rulebook) -> None:
        self._kinds = book.phrases("document_kinds")
        self._number_words = book.phrases("document_number_words")
        self._makers = book.phrases("document_makers")
        self._sessions = book.phrases("document_sessions")
        self._law_kinds = Phrases(book.alphabet, ((w, w) for w in book.words("law_kinds")), loose=True)
        self._law_names = book.phrases("law_names")
        self._dated = book.phrases("dated_documents")
        self._years = book.phrases("year_words")
        self._alternatives = book.phrases("numbered_alternatives")
        self._times = book.phrases("document_time_words")
        self._issuers = frozenset(fold(word) for word in book.words("document_issuers"))
        kinds = book.words("document_kinds", "law_kinds")
        self.openings = openings(book.alphabet, kinds)

    def at(self, view: View, i: int) -> Mark | None:
        """A document whose kind begins at atom i."""
        sentence = view.sentence
        law = self._law_kinds.at(sentence, i)
        if law is not None and view.upper(i):
            found = self._law(view, i, law[0])
            if found is not None:
                return found
        dated = self._dated.at(sentence, i)
        if dated is not None and (year := self._year(view, dated[0])) is not None:
            return self._mark(view, i, year, None)
        kind = self._kinds.at(sentence, i)
        return None if kind is None else self._numbered(view, i, kind[0])

    def bare(self, view: View) -> list[Mark]:
        """Codes that stand without their kind: "theo 43/2014/NĐ-CP"."""
        sentence = view.sentence
        text = sentence.text
        if text.find("/", sentence.start, sentence.end) < 0:
            return []
        found = []
        for m in _BARE.finditer(text, sentence.start, sentence.end):
            codes = re.split(r"[-/&]", m[0])
            first, last = bisect_left(sentence.starts, m.start()), bisect_left(sentence.ends, m.end()) + 1
            known = any(fold(code) in self._issuers for code in codes)
            if known and first < len(view) and sentence.starts[first] == m.start():
                found.append(Mark("document", first, last, DocumentValue(m[0], m[0])))
        return found

    def _law(self, view: View, i: int, after: int) -> Mark | None:
        """ "Luật Đất đai 2013": a known name, else the first capitalised word behind it."""
        known = self._law_names.at(view.sentence, after)
        if known is not None and (view.upper(after) or view.upper(after + 1)):
            last = known[0]
        elif view.case(after) == CAPITAL:
            last = after + 1
            while not view.sentence.ends_word(last):
                last += 1
        else:
            return None
        if view.case(last) == FIGURE and _YEAR.match(view.atom(last)):
            last += 1
        number = self._number(view, last, said=False) if view.case(last) != FIGURE else None
        if number is not None:
            last = number
        return self._mark(view, i, last, None)

    def _year(self, view: View, i: int) -> int | None:
        """The atom after the year at atom i: "năm 2013", "2013"."""
        word = self._years.at(view.sentence, i)
        at = word[0] if word else i
        return at + 1 if view.case(at) == FIGURE and _YEAR.match(view.atom(at)) else None

    def _numbered(self, view: View, i: int, after: int) -> Mark | None:
        maker = self._makers.at(view.sentence, after)
        if maker is not None:
            return self._session(view, i, maker[0])
        said = self._number_words.at(view.sentence, after)
        start = said[0] if said else after
        colon = view.atom(start) == ":"
        if colon:
            start += 1
        last = self._number(view, start, said=said is not None)
        if last is None or not (said or view.upper(i) or last - start > 1):
            return None
        if colon and not said and last - start == 1:
            return None  # "Kế hoạch: 500 căn" says how many; only a code names one ("Kế hoạch: 12/KH-UBND")
        if not said and last - start == 1 and self._alternatives.at(view.sentence, i) is not None:
            return None  # "Phương án 2" is one of several
        return self._mark(view, i, last, (start, last))

    def _number(self, view: View, i: int, *, said: bool) -> int | None:
        """The atom after the number that begins at i. Without "số", a small letter behind it counts something."""
        if view.case(i) != FIGURE:
            return None
        sentence = view.sentence
        m = _NUMBERED.match(sentence.text, sentence.starts[i], sentence.end)
        if m is None:
            return None
        last = bisect_left(sentence.ends, m.end()) + 1
        plain = m[0].isdigit()
        if plain and not said and (len(m[0]) > 3 or self._counts(view, last)):
            return None
        return last

    def _counts(self, view: View, i: int) -> bool:
        """Whether a number before atom i may count what stands there: "Kế hoạch 5 năm", but "Nghị định 71 năm 2010"."""
        time = self._times.at(view.sentence, i)
        if time is not None:
            return view.case(time[0]) != FIGURE
        return view.case(i) == LOWER and not view.sentence.ends_word(i + 1)

    def _session(self, view: View, i: int, last: int) -> Mark | None:
        """ "Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Đại hội XII"."""
        start = last
        if view.case(last) == FIGURE or view.sentence.plain[last : last + 1] == ROMAN:
            last += 1
        session = self._sessions.at(view.sentence, last)
        if session is not None and view.sentence.plain[session[0] : session[0] + 1] == ROMAN:
            last = session[0] + 1
        number = self._number_words.at(view.sentence, last)
        coded = self._number(view, number[0], said=True) if number else None
        if coded is not None:
            last = coded
        return self._mark(view, i, last, None) if last > start else None

    @staticmethod
    def _mark(view: View, first: int, last: int, number: tuple[int, int] | None) -> Mark:
        code = view.text(*number) if number else None
        return Mark("document", first, last, DocumentValue(view.text(first, last), code))
