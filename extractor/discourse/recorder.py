"""Writes down what is said: an action with its speaker, its addressee and the words that tell of it."""

from __future__ import annotations

from extractor.discourse.addressees import giver, met_with
from extractor.discourse.kinds import Kind
from extractor.discourse.parties.actors import find_support
from extractor.discourse.state import Article
from extractor.discourse.tasks.deadlines import find_deadline
from extractor.discourse.tasks.items import main_verb
from extractor.discourse.words.cues import Line
from extractor.found import FoundAction, Stretch


class Recorder:
    """Adds to one article's actions, with the state of the speech."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def add(self, line: Line, kind: Kind, first: int, last: int, rule: str, trigger: str | None = None) -> None:
        """Note atoms `first` to `last` as an action of this kind, found by this rule."""
        state, stretch = self._article.state, Stretch(line.sentence, first, last)
        assert state.source is not None
        demand = kind in ("directive", "recommendation")
        self._article.found.append(
            FoundAction(
                kind=kind,
                stretch=stretch,
                rule=rule,
                speaker=state.source.speaker() if state.source.known else None,
                addressee=self._addressee(line, kind, stretch),
                support=find_support(line, self._article.sources, first, last) if demand else None,
                trigger=trigger or state.trigger,
                action=main_verb(line, first, last) if demand else None,
                deadline=find_deadline(line, first, last) if demand else None,
                group=state.group,
            )
        )

    def _addressee(self, line: Line, kind: Kind, stretch: Stretch) -> str | None:
        """Who is spoken to or judged: whom the speech names, else who is to give what is hoped for, else who is met."""
        if self._article.state.addressee is not None:
            return self._article.state.addressee
        if kind != "recommendation":
            return met_with(self._article, kind, stretch)
        gives = giver(self._article.sources, line, stretch.first, stretch.last)
        return gives.name(line) if gives is not None else None
