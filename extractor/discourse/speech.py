"""What is said: from a stretch of speech to its recommendations and conclusions."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.actors import VERBS, Actor, find_support
from extractor.discourse.addressees import (
    asked_before,
    concerned,
    giver,
    known_body,
    met_with,
    of_a_country,
    one_body,
    pointed_at,
    recipient,
)
from extractor.discourse.assess import Assessment, AssessmentReader, fault_list
from extractor.discourse.authority import BOTH, FAULTS, Authority, tone_of_verb
from extractor.discourse.clauses import clause_before, dated, pieces, skip_light
from extractor.discourse.closing import closes, polled
from extractor.discourse.cues import Line
from extractor.discourse.deadlines import find_deadline
from extractor.discourse.demands import LISTED, Manner, Task
from extractor.discourse.frame import Frame
from extractor.discourse.items import TaskReader, main_verb
from extractor.discourse.judgement import LIST_NOUNS, Tone, exhorts, instances, is_finding, leans, tells_on
from extractor.discourse.kinds import Kind, kind_of
from extractor.discourse.modals import modal_before, must
from extractor.discourse.roles import SPEECH
from extractor.discourse.sources import Source
from extractor.discourse.state import Article
from extractor.found import FoundAction, Stretch
from extractor.rulebook.book import Rulebook

_HOW: Final = {"directive": "order", "recommendation": "propose", "by_rank": "request"}
_COUNTED: Final = 4
_TOLD: Final = 6  # atoms from the tense of a verb of asking to what it asks for


class Speech:
    """Reads what one article's speakers say, with the state of the speech."""

    def __init__(self, book: Rulebook, article: Article) -> None:
        self._owners = frozenset(book.words("owner_markers"))
        self._voices = tuple(book.words("voice_heads"))
        self._admitting = frozenset(book.words("admitting_verbs"))
        self._authority = Authority(book, article.ranks)
        self._article = article
        self._tasks = TaskReader(article.sources)
        self._assessments = AssessmentReader(article.sources)

    def turn_to(self, line: Line, frame: Frame) -> None:
        """Speak to whom the paper went, or whom an adverbial names: "Đối với UBND huyện, | Thanh tra tỉnh yêu cầu".

        What a paper only tells its reader is no demand; if it proposes, it proposes to him.
        """
        state, sources = self._article.state, self._article.sources
        state.address(line, concerned(sources, line, frame))
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
        """Behind a demanding verb: tasks, piece by piece."""
        fresh, orders = True, self._article.state.verb.act == "directive"
        announced = self._tasks.announced_to(line, first, last)
        if announced is not None and self._article.state.source is not None:
            self._article.state.asked[self._article.state.source.key] = announced.text(line), announced.source
        for begin, end in pieces(line, first, last):
            if skip_light(line, begin, end) >= end or (line.char(end - 1) == "?" and not orders):
                continue  # who orders to find out how things are does not ask
            if self._closed_by(line, begin):
                return
            if fresh:
                tasks = self._tasks.fresh(line, begin, end)
                if tasks and self._counts(line, tasks[0]):
                    return
                self._add_tasks(line, tasks)
            else:
                tasks = self._tasks.carried(line, begin, end, LISTED, any_subject=True)
                self._add_tasks(line, tasks, own_modal=True)
            fresh = fresh and not tasks

    def statement(self, line: Line, first: int, last: int, frame: Frame | None) -> None:
        """In running speech: demands by their modals (by their verbs within a list of demands), then assessments."""
        state = self._article.state
        assert state.source is not None
        high = self._article.ranks.presides(state.source)
        state.inspects = state.inspects or self._authority.inspects(state.source)
        tones = self._authority.tones(state.source, state.trigger, high=high, orders=state.ordering) | (
            FAULTS if state.inspects else frozenset()
        )
        tone, strong = tone_of_verb(frame)
        confesses = frame is not None and frame.trigger in self._admitting
        if confesses and tone is None and high:
            tone, strong = "shortcoming", True  # "“…”, Bộ trưởng thừa nhận": all of it
        if tone == "shortcoming" and high and not strong and self._points_to_tasks(line, first, last, frame):
            tone = None  # "chỉ rõ: các sở cần …" asks
        listed = high or first > 0 or line.any_at(0, "continuers", "enumerators") is not None
        bare = state.demanding and frame is None and (listed or self._asks_on(line, first))
        if tone is not None:
            counted = any(
                first <= m.first < first + _COUNTED for m in line.sentence.kind("quantity")
            )  # a report of figures
            admits = confesses and frame is not None and not frame.quoted and not counted
            allowed = BOTH if admits or (tone == "recognition" and state.source.rank is not None) else tones
            self._assess(line, first, last, tone, strong=strong, tones=allowed)
            return
        for begin, end in pieces(line, first, last):
            if (frame is None or begin > first) and self._closed_by(line, begin):
                return
            if "?" in (line.char(end - 1), line.char(end)) or (
                frame is None and self._narrates(line, begin, end, state.source)
            ):
                continue
            if polled(line, begin, end):
                bare = False
                continue
            spoken = frame is not None and frame.quoted
            quoted = spoken and high
            ordered = state.demanding and frame is None and (state.paper or state.verb.act == "directive")
            binds = high or (ordered and state.source.rank is not None)
            # "Thủ tướng: Không tăng giá điện"
            exhorting = high and frame is not None and frame.titled and exhorts(line, begin, end)
            if dated(line, begin):
                manner = Manner(firm=binds, warns=state.source.person, bare=exhorting)
            else:
                manner = Manner(
                    firm=binds, warns=state.source.person, bare=bare or exhorting, actors=bare or quoted,
                    ordered=ordered, told=high and state.ordering,
                )  # fmt: skip
            tasks = self._tasks.carried(line, begin, end, manner, any_subject=binds or state.source.person or spoken)
            figures = any(begin <= m.first < end for m in line.sentence.kind("quantity", "percent"))
            aimed = line.has("purpose_links", begin, end)  # "… đã lập danh sách để cắt giảm; thu hồi …" lists aims
            promised = line.at("future_markers", skip_light(line, begin, end)) is not None  # "Theo đó, sẽ …; …"
            if not tasks and (promised or (figures and not aimed and line.has("tense_markers", begin, end))):
                bare = False  # figures are told: "đã xảy ra 40 vụ; giảm cả ba mặt" goes on telling
            if (
                tasks
                and not high
                and line.has("rule_markers", clause_before(line, begin, tasks[0].first), tasks[0].first)
            ):
                continue  # what the rules demand is told, not asked
            if tasks:
                state.demanding = state.ordering = True
                state.mood = None
                bare = self._add_tasks(line, tasks, own_modal=True)
            elif fault_list(line, begin, last) is not None and tones >= FAULTS:
                self._assess(line, begin, last, None, strong=False, tones=tones)
                return
            elif self._reported(frame, figures=figures):
                continue
            elif self._judged(line, begin, end, tones, frame if begin == first else None):
                bare = False

    def _points_to_tasks(self, line: Line, first: int, last: int, frame: Frame | None) -> bool:
        """Whether who points something out says at once what somebody must do: "chỉ rõ | các huyện cần …"."""
        if frame is None or not self._authority.judges(frame.trigger):
            return False
        begin, end = next(iter(pieces(line, first, last)), (first, last))
        tasks = self._tasks.carried(line, begin, end, Manner(firm=True), any_subject=False)
        return bool(tasks) and tasks[0].actor is not None

    def _asks_on(self, line: Line, first: int) -> bool:
        """Whether a sentence that begins with an urging adverb or the head of a task goes on with what the last
        sentence proposed: "… đề nghị tỉnh bố trí vốn. | Chủ động rà soát quy hoạch"."""
        found = self._article.found
        before = found[-1].stretch.sentence if found else None
        lines = self._article.lines
        goes_on = first == 0 and line.index > 0 and before is lines[line.index - 1].sentence
        if not goes_on or line.at(SPEECH, 0) is not None:
            return False
        adverb = line.at("directive_adverbs", 0)
        acts = adverb is not None and line.any_at(adverb.last, *VERBS, "task_heads") is not None
        return acts or line.any_at(0, "task_heads", "prohibitions") is not None

    def heading(self, line: Line, source: Source, first: int) -> bool:
        """A title that demands by a modal from atom `first` on; whether it does."""
        state = self._article.state
        state.source = source
        tasks = self._tasks.carried(line, first, len(line), Manner(firm=True), any_subject=True)
        self._add_tasks(line, tasks)
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

    # --- tasks -------------------------------------------------------------------------------------------------------

    def _add_tasks(self, line: Line, tasks: list[Task], *, own_modal: bool = False) -> bool:
        """Record the tasks; with `own_modal` the trigger of one behind a modal is that modal. Whether the last is one
        of others: what the speaker says he will do himself goes on behind it.
        """
        state, own = self._article.state, False
        for k, task in enumerate(tasks):
            if task.actor is not None and self._himself(line, task.actor):
                task = replace(task, actor=None)
            state.address(line, task.actor)
            pointed = pointed_at(self._article, line, task.actor)
            state.addressee, state.addressee_source = pointed or (state.addressee, state.addressee_source)
            kind = kind_of(self._article, must=own_modal and must(line, task.first))
            trigger = modal_before(line, task.first) if own_modal or k > 0 else None
            promised = own_modal and trigger is None and line.any_at(task.first, "prohibitions", "negators") is None
            bears = (kind == "recommendation" or promised) and self._own(line, task)
            told = kind == "directive" and promised and self._upward(task)  # what those above do is told
            own = bears or told or (own and task.actor is None and promised)
            if own:
                continue
            if kind == "recommendation":
                self._keep_asking()
            rule = f"{kind}.{_HOW.get(state.verb.act, 'modal')}"
            self._add(line, kind, task.first, task.last, rule, trigger)
        return not own

    def _own(self, line: Line, task: Task) -> bool:
        """Whether the speaker tells what he or his own body must do: a burden, no proposal."""
        source, actor = self._article.state.source, task.actor.source if task.actor is not None else None
        if source is None or actor is None or task.actor is None or line.before("quote_openers", task.actor.first):
            return False  # "theo ông X phải …" names the speaker
        return source.key == actor.key or source.speaks_for(actor)

    def _himself(self, line: Line, actor: Actor) -> bool:
        """Whether the actor is another name of the speaker: "Lãnh đạo Chính phủ" of its head."""
        source, other = self._article.state.source, actor.source
        if source is None or other is None or line.at("leader_heads", actor.first) is None:
            return False
        return other.collective and source.leads(other)

    def _upward(self, task: Task) -> bool:
        """Whether the actor of the task stands above the speaker."""
        source, actor = self._article.state.source, task.actor.source if task.actor is not None else None
        ranks = (source.rank if source is not None else None, actor.rank if actor is not None else None)
        return ranks[0] is not None and ranks[1] is not None and ranks[1] < ranks[0]

    def _counts(self, line: Line, task: Task) -> bool:
        """Whether a body tells how many or how much it asked to be punished: "đã kiến nghị xử lý 24 tập thể"."""
        state = self._article.state
        sanction = line.at("sanction_verbs", task.first) if state.verb.act == "recommendation" else None
        if sanction is None or state.source is None or state.source.person or task.actor is not None:
            return False
        if not line.has("tense_markers", max(0, task.first - _TOLD), task.first):
            return False  # "Thanh tra tỉnh kiến nghị thu hồi 2 tỷ đồng" still asks
        return any(sanction.last <= m.first < sanction.last + _COUNTED for m in line.sentence.kind("quantity"))

    def _keep_asking(self) -> None:
        """Who asks again without saying whom still asks the same body: "Sở cũng kiến nghị …"."""
        state = self._article.state
        assert state.source is not None
        if state.addressee is not None:
            state.asked[state.source.key] = state.addressee, state.addressee_source
        else:
            state.addressee, state.addressee_source = asked_before(self._article, state.source) or (None, None)

    # --- assessments -------------------------------------------------------------------------------------------------

    def _assess(
        self, line: Line, first: int, last: int, tone: Tone | None, *, strong: bool, tones: frozenset[Tone] = BOTH
    ) -> bool:
        """The assessments of these tones in the stretch; whether there are any."""
        state, before_all, general = self._article.state, len(self._article.found), False
        read = self._assessments.read(line, first, last, tone, strong=strong, denials=state.inspects)
        for found in read if tones else ():
            if found.tone not in tones:
                continue
            if state.demanding:
                state.demanding = False
                state.forget_addressee()
            state.address(line, found.actor if found.actor is None or not of_a_country(found.actor) else None)
            before = state.addressee, state.addressee_source
            if found.actor is None and state.addressee is None:
                state.address(line, known_body(self._article, self._owners, line, found.first, found.last))
            rule = "recognition.praise" if found.tone == "recognition" else "shortcoming.fault"
            self._add(line, found.tone, found.first, found.last, rule)
            self._open_list(line, found)
            state.addressee, state.addressee_source = before
            general = general or (found.actor is not None and not one_body(line, found.actor))
        if general:
            state.forget_addressee()  # "một số đơn vị" answer for no more than is said of them here
        return len(self._article.found) > before_all

    def _judged(self, line: Line, first: int, last: int, tones: frozenset[Tone], frame: Frame | None) -> bool:
        """Whether the clause judges, by its own words or as one that goes on with what was judged before."""
        if self._assess(line, first, last, None, strong=False, tones=tones):
            return True
        if frame is None and self._goes_on(line, first, last):
            return True
        return (frame is None or frame.subjectless) and self._exemplifies(line, first, last, tones)

    def _open_list(self, line: Line, found: Assessment) -> None:
        """What names results or faults as such opens a list of them: "đạt kết quả tích cực. | Xuất khẩu tăng …"."""
        state = self._article.state
        presides = state.source is not None and state.source.person and self._article.ranks.presides(state.source)
        named = line.has(LIST_NOUNS[found.tone], found.first, found.last)
        if named or not presides:
            state.mood = found.tone if presides or state.inspects else None

    def _goes_on(self, line: Line, first: int, last: int) -> bool:
        """Whether who presides goes on listing what is good or bad: "xuất khẩu tăng gần 19%" behind praise."""
        state = self._article.state
        i = skip_light(line, first, last)
        if line.has("contrast", first, i):
            state.mood = None
        if state.mood is None:
            return False
        finding = state.inspects and state.mood == "shortcoming" and is_finding(line, first, i, last)
        told = finding or tells_on(line, i, last, state.mood)
        if not told and not leans(line, i, last, state.mood):
            return False
        return self._assess(line, first, last, state.mood, strong=True)

    def _exemplifies(self, line: Line, first: int, last: int, tones: frozenset[Tone]) -> bool:
        """Whether the clause shows by an example what was judged just before: "Cụ thể, ba bộ cùng quản lý …; …"."""
        opener = line.at("example_openers", 0) or line.at("example_openers", 1)
        found = self._article.found[-1] if self._article.found else None
        if opener is None or found is None or line.index == 0 or line.at("predicate_markers", opener.last) is not None:
            return False  # "Ví dụ được nêu là …" names none
        near = (line.sentence, self._article.lines[line.index - 1].sentence)
        tone = next((tone for tone in tones if tone == found.kind), None)
        if tone is None or found.stretch.sentence not in near or not instances(line, first, last):
            return False
        return self._assess(line, max(first, opener.last), last, tone, strong=True)

    # --- the record --------------------------------------------------------------------------------------------------

    def _add(self, line: Line, kind: Kind, first: int, last: int, rule: str, trigger: str | None = None) -> None:
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
