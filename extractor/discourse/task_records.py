"""Records the tasks of a speech: which are asked for, of whom, and which the speaker only bears or tells of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.addressees import asked_before, pointed_at
from extractor.discourse.kinds import kind_of
from extractor.discourse.parties.actors import Actor
from extractor.discourse.recorder import Recorder
from extractor.discourse.state import Article
from extractor.discourse.tasks.manner import Task
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import modal_before, must

_HOW: Final = {"directive": "order", "recommendation": "propose", "by_rank": "request"}
_COUNTED: Final = 4
_TOLD: Final = 10  # atoms from the tense of a verb of asking to what it asks for


class TaskRecorder:
    """Records what one article's speakers ask for."""

    def __init__(self, article: Article, recorder: Recorder) -> None:
        self._article = article
        self._recorder = recorder

    def add(self, line: Line, tasks: list[Task], *, own_modal: bool = False) -> bool:
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
            self._recorder.add(line, kind, task.first, task.last, rule, trigger)
            if kind == "directive" and own_modal and self._upward(task):
                state.forget_addressee()  # "“Nhà nước kiên quyết không cấp thêm vốn. | Kiên quyết xử lý …" turns to all
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

    def counts(self, line: Line, task: Task) -> bool:
        """Whether a body tells how many or how much it asked to be punished: "đã kiến nghị xử lý 24 tập thể"."""
        state = self._article.state
        asks = state.verb.act in ("recommendation", "by_rank")
        sanction = line.at("sanction_verbs", task.first) if asks else None
        if sanction is None or state.source is None or state.source.person or task.actor is not None:
            return False
        told = line.has("tense_markers", max(0, task.first - _TOLD), task.first)
        if not told and not self._tells_counts(line, task.first):
            return False  # "Thanh tra tỉnh kiến nghị thu hồi 2 tỷ đồng" still asks
        return any(sanction.last <= m.first < sanction.last + _COUNTED for m in line.sentence.kind("quantity"))

    @staticmethod
    def _tells_counts(line: Line, i: int) -> bool:
        """Whether figures before atom i tell what was done: "đã chuyển 5 vụ và kiến nghị | xử lý 8 vụ"."""
        first = next((k + 1 for k in range(i - 1, -1, -1) if line.char(k) in ".;:"), 0)
        tense = next(line.within("tense_markers", first, i), None)
        return tense is not None and any(tense.last <= m.first < i for m in line.sentence.kind("quantity"))

    def _keep_asking(self) -> None:
        """Who asks again without saying whom still asks the same body: "Sở cũng kiến nghị …"."""
        state = self._article.state
        assert state.source is not None
        if state.addressee is not None:
            state.asked[state.source.key] = state.addressee, state.addressee_source
        else:
            state.addressee, state.addressee_source = asked_before(self._article, state.source) or (None, None)
