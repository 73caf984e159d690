"""What a rule of the grammar of periods captured, read as numbers and as periods found before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from extractor.alphabet import ATOM
from extractor.document import Sentence
from extractor.match import Match
from extractor.mentions.period_calendar import Context, Draft
from extractor.normalize import fold
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import CalendarName, Numeral

_ROMAN = {"I": 1, "V": 5, "X": 10}


class Names:
    """The values of number words, month names and days of the week."""

    def __init__(self, book: Rulebook) -> None:
        self._numerals = {fold(w): row for row in book.rows("numerals", Numeral) for w in row.words}
        self._months = self._calendar(book, "month_names")
        self._weekdays = self._calendar(book, "weekdays")

    @staticmethod
    def _calendar(book: Rulebook, table: str) -> dict[str, int]:
        return {_key(word): row.value for row in book.rows(table, CalendarName) for word in row.words}

    def number(self, text: str) -> int | None:
        """A number in figures, in Roman figures or in words ("ba mươi")."""
        if text.isdigit():
            return int(text)
        if text.isupper() and set(text) <= set(_ROMAN):
            return roman(text)
        return self._months.get(_key(text)) or self._in_words(text)

    def weekday(self, text: str) -> int | None:
        return self._weekdays.get(_key(text))

    def _in_words(self, text: str) -> int | None:
        total = 0
        for syllable in _key(text).split():
            row = self._numerals.get(syllable)
            if row is None:
                return None
            total = total * int(row.value) if row.role == "tens" else total + int(row.value)
        return total or None


def _key(text: str) -> str:
    return " ".join(fold(atom) for atom in ATOM.findall(text))


def roman(text: str) -> int:
    """The value of a Roman numeral up to 39.

    >>> roman("XIV")
    14
    """
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values))


@dataclass(frozen=True, slots=True)
class Captures:
    """The slots of one match, with what dates the words that name no year."""

    match: Match
    sentence: Sentence
    around: Context
    names: Names

    @property
    def context(self) -> Context:
        """What dates the words that name no year; that it was asked for is noted."""
        self.around.asked = True
        return self.around

    def text(self, slot: str) -> str | None:
        found = self.match.slots.get(slot)
        return self.sentence.slice(found.first, found.last) if found else None

    def number(self, slot: str) -> int | None:
        text = self.text(slot)
        return None if text is None else self.names.number(text)

    def date(self, slot: str) -> Draft | None:
        """The period that was found in this slot before."""
        found = self.match.slots.get(slot)
        value = found.mark.value if found and found.mark else None
        return value if isinstance(value, Draft) else None

    def year(self) -> int | None:
        """The year beside the rest: a number in slot `y`, or a year found before in slot `of`."""
        number = self.number("y")
        of = self.date("of")
        return number if number is not None else of.start.year if of and of.start else None

    def given(self, name: str) -> int:
        """A number that the rule sets."""
        return int(self.constant(name))

    def constant(self, name: str) -> Any:
        return self.match.rule.row.set.get(name) if isinstance(self.match.rule.row.set, dict) else None

    @property
    def tense(self) -> str | None:
        tense = self.constant("tense")
        return str(tense) if tense else None


Builder = Callable[[Captures], Draft | None]
BUILDERS: dict[str, tuple[str, Builder]] = {}
"""Each builder by name, with the grain of what it makes. A builder answers None where the words are no period."""


def makes(grain: str) -> Callable[[Builder], Builder]:
    """Register a builder under its own name."""

    def register(builder: Builder) -> Builder:
        BUILDERS[builder.__name__] = (grain, builder)
        return builder

    return register
