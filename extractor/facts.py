"""Facts about the article itself, from its text: title, byline, source, day of publication, reported day, place.

What markup, columns or a sidecar state is believed before what the text seems to say. The words are lists of the
rulebook (`rules/portals/words.yaml`).
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from extractor import model
from extractor.document import Document
from extractor.mentions.lead import event_date
from extractor.normalize import fold
from extractor.read.article import Options
from extractor.read.syllables import inventory
from extractor.read.words import find_day, plain, says, unlabelled
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import CalendarName, Place

TITLE_MOST = 250
BYLINE_WORDS = 5
_HEAD_LINES, _TAIL_LINES = 6, 3
_DAY_LINE_MOST, _SOURCE_LINE_MOST = 60, 60

_NAME = r"[^\W\d_]+(?:[ -]{1,3}[^\W\d_]+){0,3}"
_DATELINE = re.compile(
    rf"\(?(?P<place>{_NAME}(?:\s*-\s*{_NAME})?)\s*,\s*(?P<day>[^,;]{{6,35}}?\d{{4}})\)?(?P<rest>\s*[-–—:.]|\s*$)"
)
_SOURCE_AT_START = re.compile(r"\(([^()]{2,40})\)\s*[-–—:.]")
_IN_BRACKETS_AT_END = re.compile(r"[.!?…”\"]\s*\(([^()]{2,60})\)\s*\.?$")
_SENTENCE_ENDS = ".!?…"
_NAME_AT_END = re.compile(rf"[.!?…][”\"’)]*\s+[-–(]?\s*({_NAME})\)?\.?$")
_DECORATION = " -–—*()./|"
_NO_LETTER = re.compile(r"[^\w\s]|\d")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


class Dateline(NamedTuple):
    """Where and when a release was given out: "LẠNG SƠN, ngày 27/5/2019 - …"."""

    place: str
    day: date


class FactReader:
    """Reads the facts of articles by the word lists of one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self._options = Options(words=book.lists)
        names = [word for row in book.rows("weekdays", CalendarName) for word in row.words]
        lists = ("date_labels", "day_words", "month_words", "year_words")
        self._calendar = sorted({plain(w) for w in (*names, *(w for n in lists for w in self._options.of(n)))}, key=len)
        self._places = {
            _folded(word): row.words[0]
            for row in book.rows("places", Place)
            if row.kind != "commune"
            for word in row.words
        }

    def published(self, text: str) -> date | None:
        """The day on which the text says that it was given out: a line that is a day, or a dateline."""
        lines = text.split("\n")
        for line in lines[:_HEAD_LINES]:
            if self._is_day(line):
                return find_day(line, self._options)
        found = self.dateline(text)
        return found.day if found else None

    def dateline(self, text: str) -> Dateline | None:
        """The dateline at the head of the text, or alone on a line at its end.

        The place must be one of the gazetteer, or written in capitals.
        """
        lines = text.split("\n")
        for i, line in enumerate(lines):
            head, tail = i < _HEAD_LINES, i >= len(lines) - _TAIL_LINES
            found = _DATELINE.match(line) if head or tail else None
            day = find_day(found["day"], self._options) if found else None
            if found and day and (head or found.end() == len(line)) and self._only_a_day(found["day"]):
                place = self._place(found["place"])
                if place:
                    return Dateline(place, day)
        return None

    def title(self, text: str) -> str | None:
        """The first line that reads as a heading: below mastheads and days, short, followed by more, no sentence."""
        lines = text.split("\n")
        for line in lines[:_HEAD_LINES]:
            if says(line, self._options.of("mastheads")) or self._is_day(line) or _is_dateline_alone(line):
                continue
            return line if self._is_heading(line, last=line is lines[-1]) else None
        return None

    def author(self, text: str) -> str | None:
        """The byline: labelled, alone on a last line, or behind the last sentence."""
        for line in reversed(text.split("\n")[1:][-_TAIL_LINES:]):
            if self._named_source(line):
                continue
            labelled = unlabelled(line.strip(_DECORATION), self._options.of("author_labels"))
            name = _byline(labelled if labelled is not None else line)
            if name and not says(name, self._options.of("no_authors")):
                return name
            if len(line) > _SOURCE_LINE_MOST:
                break
        last = max(text.rfind(mark, 0, len(text) - 1) for mark in _SENTENCE_ENDS)  # no other mark is in what matches
        behind = _NAME_AT_END.search(text, last) if last >= 0 else None
        return behind[1] if behind and _is_person(behind[1]) else None

    def source(self, text: str) -> str | None:
        """Who published it first: "(Chinhphu.vn) - …" before the lead, "Theo TTXVN" or "(Nguồn: …)" at the end."""
        lines = text.split("\n")
        for line in lines[:_TAIL_LINES]:
            opening = _SOURCE_AT_START.match(line)
            if opening and find_day(opening[1], self._options) is None:
                return opening[1].strip()
        for line in reversed(lines[-_TAIL_LINES:]):
            bracket = _IN_BRACKETS_AT_END.search(line)
            for said in (bracket[1] if bracket else None, line if len(line) <= _SOURCE_LINE_MOST else None):
                found = self._named_source(said) if said else None
                if found:
                    return found
        return None

    def article(self, document: Document, stated: model.Article | None = None) -> model.Article:
        """All facts of a marked document; what neither its markup nor its text says is None."""
        text, known = document.text, stated or model.Article()
        dateline = self.dateline(text)
        return model.Article(
            title=known.title or self.title(text),
            published=document.published,
            event_date=known.event_date or event_date(document),
            place=known.place or (dateline.place if dateline else None) or document.facts.get("province"),
            author=known.author or self.author(text),
            source=known.source or self.source(text),
        )

    # --- what lines are ------------------------------------------------------------------------------------------

    def _is_day(self, line: str) -> bool:
        short = len(line) <= _DAY_LINE_MOST
        return short and find_day(line, self._options) is not None and self._only_a_day(line)

    def _only_a_day(self, text: str) -> bool:
        """Whether a text holds nothing but a day, a time, and the words that go with them."""
        rest = f" {plain(_NO_LETTER.sub(' ', text))} "
        for words in reversed(self._calendar):
            rest = rest.replace(f" {words} ", " ").replace(f" {words} ", " ")
        return len(rest.split()) <= 1 and len(rest.strip()) <= 4

    def _is_heading(self, line: str, *, last: bool) -> bool:
        return not last and len(line) <= TITLE_MOST and line[-1] not in ".;:,…"

    def _place(self, name: str) -> str | None:
        known = self._places.get(_folded(name))
        if known or not name.isupper():
            return known
        return " ".join(word.capitalize() for word in name.split())

    def _named_source(self, said: str) -> str | None:
        said = said.strip(_DECORATION)
        named = unlabelled(said, self._options.of("source_labels"))
        if named:
            return named.strip(_DECORATION)
        small = said.lower()
        for label in self._options.of("source_labels"):
            if not small.startswith(label + " "):
                continue
            rest = said[len(label) :].strip()
            if rest and (rest[0].isupper() or "." in rest) and "," not in rest:
                return rest
        return None


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


def _is_dateline_alone(line: str) -> bool:
    found = _DATELINE.match(line)
    return found is not None and found.end() == len(line)


def _byline(line: str) -> str | None:
    """A line of a few capitalised words and nothing else, without what is set around it.

    >>> _byline("(Thùy Linh - Minh Châu)"), _byline("Thùy Linh (tổng hợp)"), _byline("Đề nghị các sở")
    ('Thùy Linh - Minh Châu', 'Thùy Linh', None)
    """
    remarked = line.rstrip().endswith(")")  # the expression would be tried at each space of a paragraph
    name = (_REMARK.sub("", line) if remarked else line).strip(_DECORATION) or line.strip(_DECORATION)
    words = name.replace("-", " ").replace("–", " ").replace(",", " ").split(maxsplit=BYLINE_WORDS)
    if not 1 <= len(words) <= BYLINE_WORDS or line.rstrip()[-1] in ":;,!?…" or "." in name.strip("."):
        return None
    return name if all(w[0].isupper() and not any(c.isdigit() for c in w) for w in words) else None


def _is_person(name: str) -> bool:
    """Two to four words, each a Vietnamese syllable with a capital: what a byline in running text must be."""
    words = name.split()
    return 2 <= len(words) <= 4 and all(w.istitle() and w.lower() in inventory() for w in words)
