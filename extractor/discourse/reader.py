"""Who says what to whom: recommendations and conclusions in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from extractor.discourse.actors import Actor, find_support
from extractor.discourse.assess import AssessmentReader, Tone
from extractor.discourse.clauses import pieces, skip_light
from extractor.discourse.cues import CueTable, Line
from extractor.discourse.deadlines import find_deadline
from extractor.discourse.frames import DEMANDS, SAYING, Frame, FrameFinder
from extractor.discourse.items import Task, TaskReader, main_verb
from extractor.discourse.quotes import Quote, find_quotes
from extractor.discourse.sources import Ranks, Source, Sources
from extractor.document import Document
from extractor.found import FoundAction, Stretch
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import SpeechVerb

Kind = Literal["recommendation", "recognition", "shortcoming", "directive"]
_PATIENCE: Final = 2
_HIGH: Final = 4
_HOW: Final = {"directive": "order", "recommendation": "propose", "by_rank": "request"}


@dataclass(slots=True)
class _State:
    """Where the speech stands: who speaks, what he does, to whom."""

    source: Source | None = None
    person: Source | None = None
    body: Source | None = None
    verb: SpeechVerb = SAYING
    trigger: str | None = None
    addressee: Actor | None = None
    addressee_text: str | None = None
    addressee_source: Source | None = None
    demanding: bool = False
    open: bool = False
    empty: int = 0
    group: int = 0

    def take(self, frame: Frame, source: Source | None) -> None:
        """Begin to speak with this frame."""
        if source is not None:
            self.source = source
            if source.person and not source.collective:
                self.person = source
            else:
                self.body = source
        self.verb, self.trigger = frame.verb, frame.trigger
        self.demanding = frame.verb.act in DEMANDS
        self.forget_addressee()
        self.open, self.empty = True, 0
        self.group += 1

    def forget_addressee(self) -> None:
        self.addressee_text, self.addressee_source = None, None

    def address(self, line: Line, actor: Actor | None) -> None:
        if actor is not None:
            self.addressee_text, self.addressee_source = actor.text(line), actor.source


@dataclass(slots=True)
class _Article:
    """One article being read."""

    lines: list[Line]
    frames: list[list[Frame]]
    backs: list[Frame | None]
    quotes: list[Quote]
    tasks: TaskReader
    assessments: AssessmentReader
    sources: Sources
    ranks: Ranks
    owners: frozenset[str]
    state: _State = field(default_factory=_State)
    found: list[FoundAction] = field(default_factory=list)


class DiscourseReader:
    """Reads the recommendations and conclusions of an article whose mentions are marked."""

    def __init__(self, book: Rulebook) -> None:
        self._cues = CueTable(book)
        self._owners = frozenset(book.words("owner_markers"))

    def read(self, document: Document) -> list[FoundAction]:
        """All actions, in the order of the text."""
        article = self._prepare(document)
        for line in article.lines:
            self._sentence(article, line)
        return sorted(article.found, key=lambda a: (a.stretch.start, a.stretch.end))

    def _prepare(self, document: Document) -> _Article:
        lines = [self._cues.read(sentence, index) for index, sentence in enumerate(document.sentences)]
        sources = Sources(document)
        finder = FrameFinder(sources)
        frames = [finder.find(line) for line in lines]
        ranks = _ranks(lines, frames, sources)
        quotes = find_quotes(lines, frames)
        backs = [finder.back(line) for line in lines]
        return _Article(lines, frames, backs, quotes, TaskReader(sources), AssessmentReader(sources), sources, ranks, self._owners)

    # --- one sentence ------------------------------------------------------------------------------------------------

    def _sentence(self, article: _Article, line: Line) -> None:
        """Read the stretches of one sentence, each with the frame that opens it (None: the speech goes on)."""
        state = article.state
        if line.sentence.opens and not self._goes_on(article, line):
            state.open = False
        if line.at("speech_closers", 0) is not None:
            state.open = False
        before = len(article.found)
        framed = False
        for first, last, frame in self._stretches(article, line):
            if frame is not None:
                framed = True
                if not self._enter(article, line, frame):
                    continue
                if frame.verb.act in DEMANDS and not frame.quoted:
                    self._demand(article, line, frame, last)
                else:
                    self._statement(article, line, frame.content, last, frame)
            elif state.open and state.source is not None:
                self._statement(article, line, first, last, None)
        if state.open and not framed:
            idle = len(article.found) == before and not line.sentence.kind("quantity", "percent")
            state.empty = state.empty + 1 if idle else 0 if len(article.found) > before else state.empty
            if state.empty >= _PATIENCE:
                state.open = False

    def _goes_on(self, article: _Article, line: Line) -> bool:
        """Whether a new line belongs to the speech of the one before: a list, a connective."""
        if line.index == 0 or not article.state.open:
            return False
        previous = article.lines[line.index - 1]
        listed = line.char(0) in "-+*•" or line.sentence.atom(0)[0].isdigit() or line.at("enumerators", 0) is not None
        return listed or previous.char(len(previous) - 1) in ":;" or line.at("continuers", 0) is not None

    def _stretches(self, article: _Article, line: Line) -> Iterator[tuple[int, int, Frame | None]]:
        """The sentence cut where a frame begins."""
        frames = self._accepted(article, line)
        at = 0
        for k, frame in enumerate(frames):
            if frame.first > at:
                yield at, frame.first, None
            following = frames[k + 1].first if k + 1 < len(frames) else len(line)
            last = min(following, frame.stop if frame.stop is not None else len(line))
            yield frame.content, max(last, frame.content), frame
            at = max(last, frame.content)
        if at < len(line):
            yield at, len(line), None

    def _accepted(self, article: _Article, line: Line) -> list[Frame]:
        """The frames that hold here, with those that quotations bring in."""
        frames = list(article.frames[line.index])
        for quote in article.quotes:
            if quote.frame is None or not quote.first[0] <= line.index <= quote.last[0]:
                continue
            first = quote.first[1] + 1 if quote.first[0] == line.index else 0
            stop = quote.last[1] if quote.last[0] == line.index else len(line)
            inside = [f for f in frames if first <= f.first < stop]
            if all(f.first > first for f in inside):
                source = quote.frame.source
                frames.append(Frame(first, first, quote.frame.verb, quote.frame.trigger, source,
                                    pronoun=quote.frame.pronoun, stop=stop, quoted=True))  # fmt: skip
        frames.sort(key=lambda f: f.first)
        kept: list[Frame] = []
        for frame in frames:
            if kept and frame.first < kept[-1].content and not frame.quoted:
                continue
            if self._is_task(kept[-1].verb if kept else article.state.verb, frame, carried=not kept):
                continue
            kept.append(frame)
        return kept

    @staticmethod
    def _is_task(outer: SpeechVerb, inner: Frame, *, carried: bool) -> bool:
        """Whether a verb without a subject is a task of the speech around it: "…; đề xuất các giải pháp"."""
        act = inner.verb.act
        if inner.source is not None or inner.pronoun or inner.body or inner.quoted or inner.first == 0:
            return False
        if act not in DEMANDS:
            return outer.act in DEMANDS and not inner.linked
        if not inner.to_body:
            return carried or outer.act in ("directive", "by_rank") or (outer.act == "recommendation" and act == "directive")
        if outer.act == "recommendation":
            return act == "directive"
        return outer.act in ("directive", "by_rank") and act == "recommendation"

    def _enter(self, article: _Article, line: Line, frame: Frame) -> bool:
        """Make the frame's speaker the one who speaks; False where nobody is known."""
        state = article.state
        source = frame.source
        if frame.pronoun:
            source = state.person or state.source
        elif frame.body:
            source = state.body or state.source
        elif source is None:
            source = self._following(article, line, frame) or state.source
        if source is None:
            return False
        if frame.quoted and state.source is not None and state.source.key == source.key and state.open and frame.first == 0:
            return True
        state.take(frame, source)
        return True

    @staticmethod
    def _following(article: _Article, line: Line, frame: Frame) -> Source | None:
        """ "Băn khoăn về …, Thủ tướng yêu cầu …": the subject comes later."""
        if frame.first != 0 or frame.verb.act not in ("shortcoming", "recognition", "statement"):
            return None
        return next((f.source for f in article.frames[line.index] if f.first > 0 and f.source is not None), None)

    # --- what is said ------------------------------------------------------------------------------------------------

    def _demand(self, article: _Article, line: Line, frame: Frame, last: int) -> None:
        """Behind a demanding verb: tasks, piece by piece."""
        fresh = True
        for first, end in pieces(line, frame.content, last):
            if skip_light(line, first, end) >= end:
                continue
            if line.at("speech_closers", first) is not None:
                article.state.open = False
                return
            tasks = (
                article.tasks.fresh(line, first, end)
                if fresh
                else article.tasks.carried(line, first, end, bare=True, loose=True)
            )
            self._add_tasks(article, line, tasks)
            fresh = fresh and not tasks

    def _statement(self, article: _Article, line: Line, first: int, last: int, frame: Frame | None) -> None:
        """In running speech: demands by their modals (by their verbs within a list of demands), then assessments."""
        state = article.state
        assert state.source is not None
        high = article.ranks.presides(state.source)
        tone: Tone | None = None
        strong = False
        if frame is not None and frame.verb.act in ("recognition", "shortcoming"):
            tone = "recognition" if frame.verb.act == "recognition" else "shortcoming"
            strong = frame.verb.addressee
        bare = state.demanding and frame is None and (high or first > 0 or line.any_at(0, "continuers", "enumerators") is not None)
        for begin, end in pieces(line, first, last):
            if line.at("speech_closers", begin) is not None:
                state.open = False
                return
            tasks: list[Task] = []
            if tone is None:
                tasks = article.tasks.carried(line, begin, end, bare=bare, loose=high)
            if tasks:
                state.demanding = True
                self._add_tasks(article, line, tasks)
            elif tone is not None or (high and (state.source.rank or 9) <= _HIGH + 2):
                self._assess(article, line, begin, end, tone, strong=strong)

    def _add_tasks(self, article: _Article, line: Line, tasks: list[Task]) -> None:
        state = article.state
        for task in tasks:
            state.address(line, task.actor)
            kind = self._kind(article, task)
            how = _HOW.get(state.verb.act, "modal")
            article.found.append(self._action(article, line, kind, task.first, task.last, f"{kind}.{how}"))

    def _kind(self, article: _Article, task: Task) -> Kind:
        """An order or a proposal: by the verb, else by rank."""
        state = article.state
        assert state.source is not None
        if state.verb.act == "directive":
            return "directive"
        if state.verb.act == "recommendation":
            return "recommendation"
        return "directive" if article.ranks.above(state.source, state.addressee_source) else "recommendation"

    def _assess(self, article: _Article, line: Line, first: int, last: int, tone: Tone | None, *, strong: bool) -> None:
        state = article.state
        for found in article.assessments.read(line, first, last, tone, strong=strong):
            state.demanding = False
            state.forget_addressee()
            state.address(line, found.actor or self._known_body(article, line, found.first, found.last))
            rule = "recognition.praise" if found.tone == "recognition" else "shortcoming.fault"
            article.found.append(self._action(article, line, found.tone, found.first, found.last, rule))

    @staticmethod
    def _known_body(article: _Article, line: Line, first: int, last: int) -> Actor | None:
        """ "nỗ lực của Văn phòng UBND tỉnh": the body assessed, where the article has named it before."""
        for mark in line.sentence.kind("organization", "place"):
            owner = line.before("oblique_markers", mark.first)
            if mark.first < first or mark.last > last or owner is None or owner.word not in article.owners:
                continue
            key = article.sources.of(line.sentence, mark).key
            earlier = article.lines[: line.index]
            if any(article.sources.of(x.sentence, m).key == key for x in earlier for m in x.sentence.kind(mark.kind)):
                return Actor(mark.first, mark.last, article.sources.of(line.sentence, mark), marked=True)
        return None

    def _action(self, article: _Article, line: Line, kind: Kind, first: int, last: int, rule: str) -> FoundAction:
        state = article.state
        assert state.source is not None
        demand = kind in ("directive", "recommendation")
        return FoundAction(
            kind=kind,
            stretch=Stretch(line.sentence, first, last),
            rule=rule,
            speaker=state.source.speaker(),
            addressee=state.addressee_text,
            support=find_support(line, article.sources, first, last) if demand else None,
            trigger=state.trigger,
            action=main_verb(line, first, last) if demand else None,
            deadline=find_deadline(line, first, last) if demand else None,
            group=state.group,
        )


def _ranks(lines: list[Line], frames: list[list[Frame]], sources: Sources) -> Ranks:
    """Who presides: the subjects of chairing verbs; the highest of those who speak."""
    chairs = set()
    for line in lines:
        for mark in line.sentence.kind("person"):
            chair = line.at("chair_verbs", mark.last) or (line.at("tense_markers", mark.last) and line.at("chair_verbs", mark.last + 1))
            if chair or any(c.last <= mark.first and mark.first - c.last <= 2 for c in line.within("chair_verbs", 0, mark.first)):
                chairs.add(sources.of(line.sentence, mark).key)
    speaking = [f.source.rank for found in frames for f in found if f.source is not None and f.source.person and f.source.rank]
    return Ranks(min(speaking, default=None), frozenset(chairs))
