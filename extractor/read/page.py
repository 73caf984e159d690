"""The parts of an article on a page, and what belongs to the page rather than to the article taken out of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from extractor.read.article import Options
from extractor.read.words import begins, says

FURNITURE_MOST = 80
_RELATED_MOST = 60


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of an article. `heading` is the title if the page shows it; `title` may come from its head alone."""

    heading: str | None = None
    title: str | None = None
    lead: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    published: date | None = None
    author: str | None = None
    source: str | None = None
    place: str | None = None

    def text(self) -> str:
        """The article as its reader sees it: heading, lead, body, byline, none of them twice."""
        lines: list[str] = [self.heading] if self.heading else []
        lines += [line for line in self.lead if line not in lines]
        lines += [line for i, line in enumerate(self.body) if i > 1 or line not in lines]
        if self.author and not any(self.author in line for line in lines[-2:]):
            lines.append(self.author)
        return "\n".join(lines)


def cleaned(page: Page, options: Options) -> Page:
    """The page without lists of other articles, counters and buttons.

    >>> words = {"related_headings": ["các tin khác"], "page_furniture": ["lượt xem"]}
    >>> cleaned(Page(body=["Tin.", "Lượt xem: 12", "Các tin khác:", "Một tin"]), Options(words=words)).body
    ['Tin.']
    """
    body = page.body
    related, furniture = options.of("related_headings"), options.of("page_furniture")
    ends = (i for i, line in enumerate(body) if i and len(line) <= _RELATED_MOST and says(line, related))
    end = next(ends, len(body))
    kept = [line for line in body[:end] if len(line) > FURNITURE_MOST or not begins(line, furniture)]
    return replace(page, body=kept)
