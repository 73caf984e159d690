"""Where a task begins: at its modal, its verb, or behind the one who must act."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.judgements.tones import tone_of
from extractor.discourse.parties.actors import VERBS, Actor, find_actor
from extractor.discourse.parties.sources import Sources
from extractor.discourse.tasks.conditions import behind_condition
from extractor.discourse.tasks.manner import LISTED, Manner, Task
from extractor.discourse.tasks.openings import demand_at
from extractor.discourse.words.clauses import behind_time, segment_end, skip_fronted, skip_light
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import VERBAL, advice_against, is_modal, modal_end, modal_within
from extractor.discourse.words.roles import Roles
from extractor.discourse.words.verbs import PAUSES

_CLAUSE_OPENERS: Final = ("item_links", "then_markers", "that_markers", "saying_verbs", "continuers", "contrast")
_DESCRIBED: Final = 6  # atoms behind an actor
_STATE: Final = 2  # atoms of a marker and its verb
_STATED: Final = 12  # atoms of what those asked have or have not done
_MEETING: Final = 2  # atoms from "chủ trì" to the meeting
_SAYS_WHICH: Final = 6  # atoms between an actor and its modal


class DemandFinder:
    """Finds where tasks begin."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def actor(self, line: Line, i: int, last: int, manner: Manner = LISTED) -> Actor | None:
        return find_actor(line, self._sources, i, last, named=manner.named)

    def start(self, line: Line, i: int, last: int, manner: Manner) -> Task | None:
        """A task that begins at atom i: a modal, a verb, or an actor before one of them."""
        if i >= last:
            return None
        actor = self.actor(line, i, last, manner)
        named = actor is not None and actor.first == i  # not behind "báo cáo | Chính phủ"
        ambiguous = named and line.at("action_verbs", i) is not None  # "lãnh đạo ngành"
        direct = None if ambiguous else demand_at(line, i, last, manner)
        if direct is not None:
            return Task(direct, last)
        if actor is None or actor.last >= last or (not named and line.at("submitting_verbs", i) is not None):
            return None  # "trình | Chính phủ | xem xét …" is what others do
        beside = _behind_adverbial(line, actor.last, last) if named else None
        if beside is not None:
            return Task(beside, last, actor)
        k = actor.last + (line.char(actor.last) in ',"')  # "đề nghị người dân | "chung tay …"
        k = skip_fronted(line, behind_time(line, k, last), last)
        if line.char(actor.last) != "," and line.has("modals", actor.last + 1, k):
            return None  # "cán bộ trong khi thi hành công vụ phải …, " has its modal before the comma
        who = actor.marked or any(
            line.at("actor_nouns", j) for j in range(actor.first, min(actor.first + 2, actor.last))
        )
        behind = _behind_state(line, k, last) if who and not manner.named else None
        if behind is not None:
            return Task(behind[1], last, replace(actor, last=behind[0]))
        if manner.named and line.at("promising_verbs", k) is not None:
            return None  # "Bộ Y tế | cam kết …" promises for itself
        hoped = line.at("future_markers", k) if not manner.named else None  # "mong các bộ sẽ | quan tâm"
        if hoped is not None:
            k = hoped.last
        elif line.at("tense_markers", k) is not None and line.at("directive_adverbs", k) is None:
            return None  # what was done, or will be
        if k < last and line.sentence.atom(k)[0].isupper() and line.at("modals", k) is None:
            return None  # "Bộ trưởng | Phát triển kinh tế" is a name
        leads = manner.firm and line.any_at(k, "lead_markers", "support_links") is not None and not _chairs(line, k)
        told = manner.told and actor.first == i and self._plain(line, k, last)
        goes_on = line.at("directive_adverbs", k) is not None  # "Bộ Y tế | tiếp tục kiểm nghiệm …"
        praised = line.at("praise_cues", k) is not None or (line.at("predicate_markers", k) is not None and not goes_on)
        led = actor.marked and ((manner.actors and not praised) or leads)
        enough = manner.bare or manner.ordered or told or led
        begin = demand_at(line, k, last, manner if manner.bare == enough else replace(manner, bare=enough))
        if begin == k and _foretold(line, k, last):
            return None
        return Task(begin, last, actor) if begin is not None else None

    @staticmethod
    def _plain(line: Line, k: int, last: int) -> bool:
        """Whether what bodies do is told to them ("các bộ, ngành | rà soát …"), and not judged."""
        judged = tone_of(line, k, last, None, sure=False) is not None
        states = line.at("predicate_markers", k) is not None and line.at("directive_adverbs", k) is None
        return not judged and not states

    def theme(self, line: Line, first: int, last: int, *, any_subject: bool) -> Task | None:
        """A modal further on: behind a person or body, or (`any_subject`) a thing: "quy hoạch phải | đi liền với …"."""
        main = behind_condition(line, first, last)
        if main is None or line.at("self_words", first) is not None:
            return None
        if main > first and line.at("modals", main) is not None and is_modal(line, main):
            return Task(modal_end(line, main), last) if modal_end(line, main) < last else None
        for modal in line.within("modals", main, last):
            against = advice_against(line, modal.first)  # "giá vé | không nên tăng": kept in the quote
            if against is not None and against >= main and modal.last + 1 < segment_end(line, modal.first, last):
                return Task(against, last, self._before_modal(line, main, against, last))
            if not is_modal(line, modal.first):
                continue
            if line.before("relative_heads", modal.first) is not None and not self._acting(line, main, last):
                continue
            actor = self._before_modal(line, main, modal.first, last)
            if actor is None and not any_subject and line.at("wish_modals", modal.first) is None:
                continue  # "phải" tells of a burden, "cần", "nên" propose
            # "xã nào cũng | phải báo cáo", "ai không làm thì | phải thay thế"
            everyone = any(line.before(role, modal.first) is not None for role in ("universal_adverbs", "then_markers"))
            if not everyone and line.has("indefinites", main, modal.first):
                continue  # "luật nào phải sửa" is asked
            if line.has("self_words", main, modal.first):
                continue  # "chúng tôi phải …" tells of the speaker himself
            end = modal_end(line, modal.first)
            verb = line.any_at(end, "action_verbs_short", "action_verbs") if actor is None else None
            alone = verb is not None and (verb.last >= last or line.char(verb.last) in ",.")
            alone = alone and not _advises(line, modal.first)
            if verb is not None and alone and line.any_at(verb.last + 1, *VERBAL, "modals") is None:
                continue  # "số lợn cần | bán, …" describes
            return Task(end, last, actor) if end < last else None
        return None

    def _acting(self, line: Line, first: int, last: int) -> bool:
        """Whether who must act stands at the head, before an adverbial: "cán bộ | trong khi làm nhiệm vụ phải …"."""
        actor = self.actor(line, first, last)
        return actor is not None and line.at("fronted_openers", actor.last) is not None

    def _before_modal(self, line: Line, first: int, modal: int, last: int) -> Actor | None:
        """The actor whose phrase ends at the modal."""
        mark = line.mark_at(modal - 1)
        actor = self.actor(line, mark.first, last) if mark is not None else None
        if actor is None:
            actor = self.actor(line, first, last)
            if actor is not None and actor.first == first and _one_phrase(line, actor.last, modal):
                actor = replace(actor, last=modal)  # "các hợp tác xã | dịch vụ nông nghiệp phải …"
            if actor is None or actor.last != modal:
                actor = self._nearest(line, first, modal, last)
            if actor is None:
                return None
        if line.before("relative_openers", actor.first) is not None:
            return None  # "mà nhà nước | có trách nhiệm …"
        known = actor.marked or actor.last == modal
        return actor if known and line.before("oblique_markers", actor.first) is None else None

    def _nearest(self, line: Line, first: int, modal: int, last: int) -> Actor | None:
        """The noun for people or bodies right before the modal, where a clause begins: "… và | thành phố cần"."""
        for k in range(max(first, modal - _DESCRIBED), modal):
            begins = line.char(k - 1) in ',:"' or any(line.before(role, k) is not None for role in _CLAUSE_OPENERS)
            if begins and line.any_at(k, "actor_nouns", "actor_determiners") is not None:
                actor = self.actor(line, k, last)
                if actor is not None and actor.first == k and actor.last == modal:
                    return actor
        return None

    def unknown(self, line: Line, i: int, last: int) -> Task:
        """A task whose verb no table knows: behind the actor and the next modal, if they are there."""
        actor = self.actor(line, i, last)
        if actor is None:
            return Task(i, last)
        timed = behind_time(line, actor.last, last)
        if timed > actor.last and line.any_at(timed, *VERBAL) is not None:
            return Task(timed, last, actor)
        modal = modal_within(line, actor.last, segment_end(line, i, last))
        if modal is not None and modal < last and line.before("relative_heads", modal) is None:
            dated = any(actor.last <= m.first < modal for m in line.sentence.kind("period"))
            return Task(modal_end(line, modal), last, actor if dated else replace(actor, last=modal))
        gives = line.at("giving_verbs", actor.last)
        if gives is not None and (actor.marked or line.any_at(gives.last, *VERBS) is not None):
            return Task(actor.last, last, actor)  # "đề nghị tỉnh | cho mở rộng …"
        if actor.marked and line.at("matter_links", actor.last) is not None:
            return Task(actor.last, last, actor)
        if line.at("task_starts", actor.last) is not None and line.before("condition_openers", actor.last) is None:
            return Task(actor.last, last, actor)
        noun = actor.marked or line.before("actor_nouns", actor.last) is not None
        if noun and line.at("negators", actor.last) is not None:
            return Task(actor.last, last, actor)  # "kiến nghị Thủ tướng | chưa cho khởi công"
        further = _verb_further(line, actor.last, last) if actor.marked else None
        if further is not None:
            return Task(further, last, replace(actor, last=further))
        if actor.marked or line.at("oblique_markers", actor.last) is not None:
            return Task(skip_fronted(line, skip_light(line, actor.last, last), last), last, actor)
        return Task(i, last)

    def lead_in(self, line: Line, i: int, last: int) -> Task | None:
        """ "một số kiến nghị [đối với Chính phủ] như: |": where what is asked for begins (at `last` if it does not)."""
        count = line.at("lead_in_counts", i)
        if count is None and not (i < last and line.sentence.atom(i).isdigit()):
            return None
        k = count.last if count is not None else i + 1
        noun = line.next("lead_in_nouns", k, min(k + 2, last))
        if noun is None:
            return None
        actor: Actor | None = None
        for j in range(noun.last, last):
            opener = line.at("lead_in_openers", j)
            if opener is not None or line.char(j) == ":":
                return Task(opener.last if opener is not None else j + 1, last, actor)
            if actor is None and line.at("oblique_markers", j) is not None:
                actor = self.actor(line, j, last)
                actor = actor if actor is not None and actor.marked else None
        return Task(last, last, actor)


def _foretold(line: Line, i: int, last: int) -> bool:
    """Whether what looks like a verb goes on with the name of who will act: "Trung tâm | điều hành đô thị sẽ …"."""
    end = segment_end(line, i, last)
    will = line.next("future_markers", i, min(i + _SAYS_WHICH, end))
    return will is not None and not line.has("relative_heads", i, will.first)


def _chairs(line: Line, i: int) -> bool:
    """Whether who leads only sits at the head of a meeting: "(Thủ tướng) | chủ trì cuộc họp"."""
    lead = line.at("lead_markers", i)
    return lead is not None and line.next("meeting_nouns", lead.last, lead.last + _MEETING) is not None


def _advises(line: Line, modal: int) -> bool:
    """Whether the modal at atom `modal` never says which of a thing: "các dự án chậm (thì) nên | dừng lại"."""
    return line.at("conjunction_modals", modal) is not None or line.before("then_markers", modal) is not None


def _one_phrase(line: Line, i: int, modal: int) -> bool:
    """Whether what stands between people or bodies and the modal only says which of them."""
    barred: Roles = (
        "tense_markers", "purpose_links", "relative_openers", "then_markers", "predicate_markers", "contrast",
        "copulas", "saying_verbs", "conjunction_modals", "item_links", "time_adverbs", "relative_heads",
    )  # fmt: skip
    if not i < modal <= i + _SAYS_WHICH:
        return False
    return all(line.char(k) not in PAUSES and line.any_at(k, *barred) is None for k in range(i, modal))


def _behind_adverbial(line: Line, i: int, last: int) -> int | None:
    """The atom behind a modal before which only an adverbial stands: "Bộ Tài chính | ngoài việc thu thuế cần | …"."""
    if line.at("intervening_openers", i) is None:
        return None
    modal = modal_within(line, i, segment_end(line, i, last))
    return modal_end(line, modal) if modal is not None else None


def _behind_state(line: Line, i: int, last: int) -> tuple[int, int] | None:
    """Where it ends what those asked have or have not done, and the task begins: "các xã | chưa đạt | phải | …"."""
    if line.any_at(i, "past_markers", "unfinished_markers") is None:
        return None
    for k in range(i + _STATE, min(i + _STATED, last)):
        if line.char(k) in PAUSES:
            return None
        begins = line.any_at(k, "directive_adverbs", "modals", "task_heads") is not None
        if begins:
            return k, modal_end(line, k) if line.at("modals", k) is not None else k
    return None


def _verb_further(line: Line, i: int, last: int) -> int | None:
    """The verb that begins the task behind words that describe who must act: "các cơ quan lo việc này | xem xét"."""
    for k in range(i, min(i + _DESCRIBED, last - 1)):
        if line.any_at(k, "action_verbs", "directive_adverbs", "prohibitions") is not None:
            return k
    return None
