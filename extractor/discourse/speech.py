"""What is said: from a stretch of speech to its recommendations and conclusions."""

from __future__ import annotations

from typing import Final

from extractor.discourse.addressees import (
    concerned,
    recipient,
    turned_to,
)
from extractor.discourse.assessment_records import AssessmentRecorder
from extractor.discourse.authority import BOTH, FAULTS, Authority, tone_of_verb
from extractor.discourse.continuing import asks_on, behind_matter, is_item
from extractor.discourse.frames.frame import Frame
from extractor.discourse.judgements.assess import fault_list
from extractor.discourse.judgements.tones import Tone, exhorts, tone_of
from extractor.discourse.parties.actors import Actor, find_actor
from extractor.discourse.parties.sources import Source
from extractor.discourse.recorder import Recorder
from extractor.discourse.state import Article
from extractor.discourse.task_records import TaskRecorder
from extractor.discourse.tasks.items import TaskReader
from extractor.discourse.tasks.manner import LISTED, Manner
from extractor.discourse.wording import (
    behind_lead_in,
    goes_on_promising,
    lists_bodies,
    opens_plainly,
    ruled,
    said_on,
    should_have,
    things_listed,
)
from extractor.discourse.words.clauses import dated, pieces, skip_light
from extractor.discourse.words.closing import closes, polled
from extractor.discourse.words.cues import Line
from extractor.rulebook.book import Rulebook

_COUNTED: Final = 4


class Speech:
    """Reads what one article's speakers say, with the state of the speech."""

    def __init__(self, book: Rulebook, article: Article) -> None:
        self._admitting = frozenset(book.words("admitting_verbs"))
        self._picking = tuple(f"{word} " for word in book.words("definite_plurals"))
        self._settling = frozenset(book.words("settling_verbs"))
        self._authority = Authority(book, article.ranks)
        self._article = article
        self._tasks = TaskReader(article.sources)
        recorder = Recorder(article)
        self._asked = TaskRecorder(article, recorder)
        self._judged = AssessmentRecorder(book, article, recorder)

    def turn_to(self, line: Line, frame: Frame) -> None:
        """Speak to whom the paper went, or whom an adverbial names: "Đối với UBND huyện, | Thanh tra tỉnh yêu cầu".

        What a paper only tells its reader is no demand; if it proposes, it proposes to him.
        """
        state, sources = self._article.state, self._article.sources
        state.address(line, frame.asked or concerned(sources, line, frame))
        reader = recipient(sources, line, frame)
        if reader is not None and frame.demands:
            state.address(line, reader)
        elif reader is not None and state.source is not None:
            state.asked[state.source.key] = reader.text(line), reader.source

    def turn_up(self, line: Line, frame: Frame) -> None:
        """Speak to whoever weighs the proposal: "Thủ tướng đồng ý với đề xuất của Bộ Y tế | …"."""
        sources, proposer = self._article.sources, frame.source
        for mark in reversed(line.sentence.kind("person", "organization")):
            source = sources.of(line.sentence, mark)
            if mark.last > frame.first or proposer is None or proposer.rank is None or source.rank is None:
                continue
            if source.rank < proposer.rank and line.before("oblique_markers", mark.first) is None:
                self._article.state.address(line, Actor(mark.first, mark.last, source, marked=True))
                return

    def demand(self, line: Line, first: int, last: int) -> None:
        """Behind a demanding verb: tasks, piece by piece; behind one that notes faults, these."""
        if self._notes_faults(line, first, last):
            self._judged.assess(line, first, last, "shortcoming", strong=False, tones=FAULTS)
            return
        fresh, orders = True, self._article.state.verb.act == "directive"
        announced = self._tasks.announced_to(line, first, last)
        if announced is not None and self._article.state.source is not None:
            self._article.state.asked[self._article.state.source.key] = announced.text(line), announced.source
        self._article.state.address(line, self._tasks.only_addressed(line, first, last))
        for begin, end in pieces(line, first, last):
            if skip_light(line, begin, end) >= end or (line.char(end - 1) == "?" and not orders):
                continue  # who orders to find out how things are does not ask
            if self._closed_by(line, begin) or (begin > first and things_listed(line, first, begin)):
                return
            missed = should_have(line, begin, end)
            if missed is not None:
                self._judged.assess(line, missed, end, "shortcoming", strong=True, tones=FAULTS)
                return
            if fresh:
                tasks = self._tasks.fresh(line, begin, end)
                if tasks and self._asked.counts(line, tasks[0]):
                    return
                self._asked.add(line, tasks)
            else:
                tasks = self._tasks.carried(line, begin, end, LISTED, any_subject=True)
                self._asked.add(line, tasks, own_modal=True)
            fresh = fresh and not tasks

    def _notes_faults(self, line: Line, first: int, last: int) -> bool:
        """Whether the attention of a body is drawn to what it does badly: "lưu ý | các xã còn để nợ đọng"."""
        if line.before("noting_verbs", first) is None:
            return False
        actor = find_actor(line, self._article.sources, skip_light(line, first, last), last)
        lingers = line.at("lingering_markers", actor.last) if actor is not None else None
        if actor is None or lingers is None or line.has("modals", actor.last, last):
            return False
        begin, end = next(iter(pieces(line, first, last)), (first, last))
        picked = actor.name(line).lower().startswith(self._picking)
        if picked and any(task.first > actor.last for task in self._tasks.fresh(line, begin, end)):
            return False  # "lưu ý các xã còn vướng mắc | báo cáo ngay"
        return tone_of(line, actor.last, last, None, sure=False) == "shortcoming"

    def statement(self, line: Line, first: int, last: int, frame: Frame | None) -> None:
        """In running speech: demands by their modals (by their verbs within a list of demands), then assessments."""
        state = self._article.state
        assert state.source is not None
        high = self._article.ranks.presides(state.source)
        state.inspects = state.inspects or self._authority.inspects(state.source)
        tones = self._tones(state.source, high=high)
        tone, strong = self._verb_tone(line, first, last, frame, high=high)
        if tone is None:
            self._clauses(line, first, last, frame, tones, high=high)
            return
        admits = frame is not None and frame.trigger in self._admitting and not frame.quoted
        counted = any(
            first <= m.first < first + _COUNTED for m in line.sentence.kind("quantity")
        )  # a report of figures
        known = state.source.rank is not None or self._authority.inspects(state.source)
        allowed = BOTH if (admits and not counted) or (tone == "recognition" and known) else tones
        self._judged.assess(line, first, last, tone, strong=strong, tones=allowed)

    def _tones(self, source: Source, *, high: bool) -> frozenset[Tone]:
        """The judgements that count when this speaker makes them in plain words."""
        state = self._article.state
        tones = self._authority.tones(source, state.trigger, high=high, orders=state.ordering)
        blames = self._authority.blames(source, state.verb.act, state.trigger)
        return tones | FAULTS if state.inspects or blames else tones

    def _verb_tone(
        self, line: Line, first: int, last: int, frame: Frame | None, *, high: bool
    ) -> tuple[Tone | None, bool]:
        """What the verb of speech makes of all that is said, if it judges, and whether it does so beyond doubt."""
        tone, strong = tone_of_verb(frame)
        if tone is None and high and frame is not None and frame.trigger in self._admitting:
            return "shortcoming", True  # "“…”, Bộ trưởng thừa nhận": all of it
        if tone == "shortcoming" and high and not strong and self._points_to_tasks(line, first, last, frame):
            return None, strong  # "chỉ rõ: các sở cần …" asks
        return tone, strong

    def _clauses(
        self, line: Line, first: int, last: int, frame: Frame | None, tones: frozenset[Tone], *, high: bool
    ) -> None:
        """Read clause by clause what no verb of speech has judged as a whole."""
        state = self._article.state
        assert state.source is not None
        listed = high or first > 0 or line.any_at(0, "continuers", "enumerators") is not None
        listed = listed or is_item(self._article, line) or asks_on(self._article, line)
        goes_on = frame is None or (said_on(line, frame) and not line.has("copulas", first, last))
        bare = state.demanding and goes_on and listed
        if bare and first == 0:
            state.address(line, turned_to(self._article.sources, line, behind_matter(line) - 1))
        promised = False
        for start, end in pieces(line, first, last):
            begin = behind_lead_in(line, start, end)
            if (frame is None or start > first) and self._closed_by(line, start):
                return
            if "?" in line.plain[begin : end + 1] or (frame is None and self._narrates(line, begin, end, state.source)):
                continue
            if polled(line, begin, end):
                bare = False
                continue
            missed = should_have(line, begin, end)
            if missed is not None:
                bare = self._judged.assess(line, missed, end, "shortcoming", strong=True, tones=tones) and bare
                continue
            spoken = frame is not None and frame.quoted
            ordered = state.demanding and frame is None and (state.paper or state.verb.act == "directive")
            binds = high or (ordered and state.source.rank is not None)
            # "Thủ tướng: Không tăng giá điện"
            said = frame is not None and (frame.titled or (spoken and opens_plainly(line, begin, end)))
            exhorting = high and said and exhorts(line, begin, end)
            listing = high and frame is not None and frame.trigger in self._settling
            listing = listing and lists_bodies(self._article, line, begin, frame)
            if dated(line, begin):
                manner = Manner(firm=binds, warns=state.source.person, bare=exhorting)
            else:
                manner = Manner(
                    firm=binds, warns=state.source.person, bare=bare or exhorting,
                    actors=bare or listing or (spoken and high),
                    ordered=ordered, told=high and state.ordering,
                )  # fmt: skip
            if promised and goes_on_promising(line, begin, end):
                continue
            tasks = self._tasks.carried(line, begin, end, manner, any_subject=binds)
            promised = promised or (frame is not None and not tasks and line.has("future_markers", begin, end))
            figures = any(begin <= m.first < end for m in line.sentence.kind("quantity", "percent"))
            if not tasks and self._reports(line, begin, end, figures=figures):
                bare = False  # figures are told: "đã xảy ra 40 vụ; giảm cả ba mặt" goes on telling
            if tasks and not high and ruled(line, begin, tasks[0]):
                continue  # what the rules demand is told, not asked
            if tasks:
                state.demanding = state.ordering = True
                state.mood = None
                bare = self._asked.add(line, tasks, own_modal=True)
            elif fault_list(line, begin, last) is not None and tones >= FAULTS:
                self._judged.assess(line, begin, last, None, strong=False, tones=tones)
                return
            elif self._reported(frame, figures=figures):
                continue
            elif self._judged.judge(line, begin, end, tones, frame if start == first else None):
                bare = False

    @staticmethod
    def _reports(line: Line, first: int, last: int, *, figures: bool) -> bool:
        """Whether the clause tells what was done, in figures, or promises: "Theo đó, sẽ …"."""
        if line.at("future_markers", skip_light(line, first, last)) is not None:
            return True
        aimed = line.has("purpose_links", first, last)  # "… đã lập danh sách để cắt giảm; thu hồi …" lists aims
        return figures and not aimed and line.has("tense_markers", first, last)

    def _points_to_tasks(self, line: Line, first: int, last: int, frame: Frame | None) -> bool:
        """Whether who points something out says at once what somebody must do: "chỉ rõ | các huyện cần …"."""
        if frame is None or not self._authority.judges(frame.trigger):
            return False
        begin, end = next(iter(pieces(line, first, last)), (first, last))
        tasks = self._tasks.carried(line, begin, end, Manner(firm=True), any_subject=False)
        return bool(tasks) and tasks[0].actor is not None

    def heading(self, line: Line, source: Source, first: int) -> bool:
        """A title that demands by a modal from atom `first` on; whether it does."""
        state = self._article.state
        state.source = source
        tasks = self._tasks.carried(line, first, len(line), Manner(firm=True), any_subject=True)
        self._asked.add(line, tasks)
        return bool(tasks)

    def _closed_by(self, line: Line, i: int) -> bool:
        """Whether the reporter speaks again from atom i on ("Trước đó, …")."""
        state = self._article.state
        presiding = state.source is not None and self._article.ranks.presides(state.source)
        if not closes(line, i, presiding=presiding):
            return False
        state.open = False
        return True

    def _reported(self, frame: Frame | None, *, figures: bool) -> bool:
        """Whether the reporter goes on behind what was asked: he judges nothing; behind an order he tells figures."""
        state = self._article.state
        if frame is not None or state.inspects:
            return False
        act = state.verb.act
        return act == "by_rank" or (act == "directive" and figures)

    def _narrates(self, line: Line, first: int, last: int, source: Source) -> bool:
        """Whether the clause tells of the speaker instead of being said by him: "Thủ tướng đã ký Chỉ thị …"."""
        i = skip_light(line, first, last)
        mark = line.mark_at(i)
        if mark is None or mark.kind != "person":
            return False
        return self._article.sources.of(line.sentence, mark).key == source.key
