"""Labels and days in what surrounds an article: "Tác giả: Thùy Linh", "Thứ Hai, 27/05/2019 14:30".

The words are lists of the rulebook (`rules/portals/words.yaml`); what is here is arithmetic and punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from extractor.read.article import Options

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?!\d)(?:[\s,]+\d{1,2}:\d\d(?::\d\d)?\s*([AP]M)\b)?"
)
_EARLIEST, _LATEST = 1945, 2100


def plain(text: str) -> str:
    """A text as labels are compared: small letters, single spaces, no colon or dots around.

    >>> plain(" Các  tin khác: ")
    'các tin khác'
    """
    return " ".join(text.lower().split()).strip(" :.-–»«>|*•[]()…")


def says(text: str, words: Iterable[str]) -> bool:
    """Whether the text is one of these words and nothing else."""
    return plain(text) in {plain(word) for word in words}


def begins(text: str, words: Iterable[str]) -> bool:
    """Whether the text begins with one of these words, as a whole word."""
    compared = plain(text)
    return any(compared == w or (compared.startswith(w) and not compared[len(w)].isalnum()) for w in map(plain, words))


def unlabelled(text: str, labels: Sequence[str]) -> str | None:
    """What follows a label and its colon; None where no label is before it.

    >>> unlabelled("Tác giả: Thùy Linh", ["tác giả"]), unlabelled("Thùy Linh", ["tác giả"])
    ('Thùy Linh', None)
    """
    head, colon, rest = text.partition(":")
    return rest.strip(" -–|\t") if colon and says(head, labels) else None


def find_day(text: str, options: Options) -> date | None:
    """The first day written out in full: 27/5/2019, 2019-05-27, ngày 27 tháng 5 năm 2019; before AM or PM, month first.

    >>> find_day("Thứ Hai, 27/05/2019 14:30", Options()), find_day("5/7/2019 2:30 PM", Options())
    (datetime.date(2019, 5, 27), datetime.date(2019, 5, 7))
    """
    found = []
    for match in _ISO.finditer(text):
        found.append((match.start(), _day(*map(int, match.groups()))))
    for match in _NUMERIC.finditer(text):
        first, _, second, year, half = match.groups()
        day, month = (int(second), int(first)) if half else (int(first), int(second))
        found.append((match.start(), _day(int(year), month, day) or _day(int(year), day, month)))
    for match in _written(options).finditer(text):
        day, month, year = (int(part) for part in match.groups())
        found.append((match.start(), _day(year, month, day)))
    return next((day for _, day in sorted(found, key=lambda f: f[0]) if day), None)


def _written(options: Options) -> re.Pattern[str]:
    day, month, year = (
        "|".join(map(re.escape, options.of(name))) or "(?!)" for name in ("day_words", "month_words", "year_words")
    )
    return re.compile(rf"(?i:{day})\s+(\d{{1,2}})\s+(?i:{month})\s+(\d{{1,2}})\s+(?i:{year})\s+((?:19|20)\d\d)")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None


def name_of(text: str, options: Options) -> str | None:
    """An author as a page names one: without its label, and only if it is no account of the system.

    >>> name_of("Tác giả: Thùy Linh", Options(words={"author_labels": ["tác giả"]}))
    'Thùy Linh'
    """
    found = unlabelled(text, options.of("author_labels"))
    name = " ".join((text if found is None else found).split()).strip(" |-–,;")
    return name if name and len(name) <= 80 and not says(name, options.of("no_authors")) else None


def source_of(text: str, options: Options) -> str | None:
    """Who published first, as a page names it: without its label."""
    found = unlabelled(text, options.of("source_labels"))
    name = " ".join((text if found is None else found).split()).strip(" |-–,;()")
    return name if name and len(name) <= 120 else None
