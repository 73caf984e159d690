"""What was found in a sentence, as a rule's author looks at it: figures, periods and rankings with what they hold."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from extractor.document import Document, Sentence
from extractor.figures.slots import Answer
from extractor.found import FoundPeriod, FoundRanking, Stretch
from extractor.mentions.values import PeriodValue


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a slot: its words, and its value where that is more than its words."""

    text: str | None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure, period or record of a sentence, with the rule that decided and what it holds."""

    rule: str
    start: int
    end: int
    text: str
    slots: dict[str, Held]
    cue: str | None = None


def held_of(s: Sentence, answer: Answer) -> Held:
    if answer.span is None:
        return Held(None, None if answer.value is None else str(answer.value))
    return Held(s.slice(*answer.span))


def period_findings(document: Document) -> list[Finding]:
    found: list[Finding] = []
    for s in document.sentences:
        for mark in s.kind("period"):
            at = Stretch(s, mark.first, mark.last)
            value: PeriodValue = mark.value
            found.append(Finding(mark.rule or "", at.start, at.end, at.text, {"period": Held(at.text, days(value))}))
    return found


def days(value: PeriodValue) -> str:
    """Both days of a period, an open end left out.

    >>> from datetime import date
    >>> days(PeriodValue(date(2018, 7, 1), None))
    '2018-07-01..'
    """
    return f"{value.start or ''}..{value.end or ''}"


def ranking_finding(found: FoundRanking) -> Finding:
    slots: dict[str, Held] = {}
    for field in fields(found):
        if field.name not in ("stretch", "rank_stretch", "rule"):
            held = _held_field(getattr(found, field.name))
            if held is not None:
                slots[field.name] = held
    at = found.stretch
    return Finding(found.rule, at.start, at.end, at.text, slots)


def _held_field(value: Any) -> Held | None:
    if value is None:
        return None
    if isinstance(value, FoundPeriod):
        return Held(value.text, days(value.value))
    return Held(value) if isinstance(value, str) else Held(None, str(value))
