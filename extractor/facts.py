"""Facts about the article itself, from its text: title, byline, the day that it reports, the place that it is about."""

from __future__ import annotations

from datetime import date

from extractor import model
from extractor.document import Document
from extractor.mentions.values import PeriodValue

TITLE_MOST = 250
BYLINE_WORDS = 5
LEAD_SENTENCES = 4
"""The reported day stands in the lead: among the first sentences."""


def title(text: str) -> str | None:
    """The first line, where it reads as a heading: short, followed by more, not closed like a sentence.

    >>> title("Họp báo quý I\\nSáng 6/2, tỉnh họp báo.")
    'Họp báo quý I'
    """
    first, _, rest = text.partition("\n")
    return first if rest and len(first) <= TITLE_MOST and first[-1] not in ".;:,…" else None


def author(text: str) -> str | None:
    """The last line, where it is a few capitalised words and nothing else: a byline.

    >>> author("Sáng 6/2, tỉnh họp báo.\\nThùy Linh")
    'Thùy Linh'
    """
    _, found, last = text.rpartition("\n")
    words = last.replace("-", " ").split()
    if not found or not 1 <= len(words) <= BYLINE_WORDS or last[-1] in ":;,!?…":
        return None
    return last if all(w[0].isupper() and not any(c.isdigit() for c in w) for w in words) else None


def event_date(document: Document) -> date | None:
    """The first single day that the lead names, if it is not after publication."""
    for s in document.sentences[:LEAD_SENTENCES]:
        for m in s.kind("period"):
            value: PeriodValue = m.value
            if value.kind == "day" and value.start is not None and value.start == value.end:
                return value.start if document.published is None or value.start <= document.published else None
    return None


def article(document: Document) -> model.Article:
    """All facts of a marked document; what its text does not say is None."""
    return model.Article(
        title=title(document.text),
        published=document.published,
        event_date=event_date(document),
        place=document.facts.get("province"),
        author=author(document.text),
    )
