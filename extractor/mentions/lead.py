"""What the lead of an article says of its day."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.document import Document, Mark, Sentence
from extractor.mentions.values import PeriodValue

LEAD_SENTENCES = 4
_LONG_AGO = timedelta(days=300)
"""A day of the lead so long before publication is history, not what the article reports."""


def event_date(document: Document) -> date | None:
    """The first single day that the lead names, if it is not after publication, nor long before."""
    told = event_mark(document)
    day: date | None = told[1].value.start if told else None
    return day


def event_mark(document: Document) -> tuple[Sentence, Mark] | None:
    """Where the lead names that day."""
    for s in document.sentences[:LEAD_SENTENCES]:
        for m in s.kind("period"):
            value: PeriodValue = m.value
            if value.kind == "day" and value.start is not None and value.start == value.end:
                return (s, m) if _reported(value.start, document.published) else None
    return None


def _reported(day: date, published: date | None) -> bool:
    return published is None or published - _LONG_AGO <= day <= published
