"""What the pages say in one language: messages of the catalogue, numbers, days, periods.

>>> Words("vi").number(17272000000000.0)
'17.272.000.000.000'
>>> Words("en").day(date(2019, 5, 27))
'27 May 2019'
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.messages import DEFAULT, LANGUAGES, catalogue
from extractor.model import Number, Period

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Words:
    """One language of the pages."""

    language: str

    def __call__(self, key: str, /, **args: object) -> str:
        """The message under this key; a key that the catalogue lacks is a fault of ours and raises KeyError."""
        return catalogue(self.language)[f"page.{key}"].format(**args)

    def number(self, value: Number | None) -> str:
        """A number with its thousands apart, as people of this language write it."""
        if value is None:
            return ""
        whole = isinstance(value, int) or float(value).is_integer()
        text = f"{int(value):,}" if whole else f"{value:,.10f}".rstrip("0")
        return text.translate(str.maketrans(",.", ".,")) if self.language == "vi" else text

    def day(self, day: date | None) -> str:
        if day is None:
            return "…"
        if self.language == "vi":
            return f"{day.day}/{day.month}/{day.year}"
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def days(self, period: Period | None) -> str:
        """The days of a period, one day where it is one."""
        if period is None or (period.start_date is None and period.end_date is None):
            return ""
        if period.start_date == period.end_date:
            return self.day(period.start_date)
        return f"{self.day(period.start_date)} – {self.day(period.end_date)}"

    def month(self, month: str) -> str:
        """A month "2019-05" by name; the empty one is of articles without a day."""
        if not month:
            return self("month.none")
        year, number = month.split("-")
        return f"{int(number)}/{year}" if self.language == "vi" else f"{_MONTHS[int(number) - 1]} {year}"


def accepted(header: str, default: str = DEFAULT) -> str:
    """The first language of an Accept-Language header that the pages speak.

    >>> accepted("fr, vi-VN;q=0.8, en;q=0.5"), accepted("de"), accepted("en;q=0, vi")
    ('vi', 'en', 'vi')
    """
    wanted: list[tuple[float, str]] = []
    for part in header[:500].split(","):
        tag, _, weight = part.strip().partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            continue
        if quality > 0:
            wanted.append((-quality, tag.strip().lower()[:2]))
    return next((tag for _, tag in sorted(wanted, key=lambda w: w[0]) if tag in LANGUAGES), default)
