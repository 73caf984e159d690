"""Where a task begins: at its modal, its verb, or behind the one who must act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from extractor.discourse.actors import VERBS, Actor, find_actor
from extractor.discourse.clauses import segment_end, skip_fronted, skip_light
from extractor.discourse.cues import Line
from extractor.discourse.judgement import tone_of
from extractor.discourse.modals import VERBAL, is_modal, modal_end, modal_within
from extractor.discourse.roles import Roles
from extractor.discourse.sources import Sources
from extractor.discourse.verbs import PAUSES

_SUBJECT: Final = 12  # atoms before a copula
_CLAUSE_OPENERS: Final = ("item_links", "then_markers", "that_markers", "saying_verbs", "continuers", "contrast")
_DESCRIBED: Final = 6  # atoms behind an actor
_STATE: Final = 2  # atoms of a marker and its verb
_STATED: Final = 12  # atoms of what those asked have or have not done
_SAYS_WHICH: Final = 6  # atoms between an actor and its modal


@dataclass(frozen=True, slots=True)
class Task:
    """Atoms `first` to `last` of the quote; `actor` where one is named."""

    first: int
    last: int
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How much it takes here to make a demand.

    bare: a verb at the start is enough, as in a list of demands; else a modal is needed
    actors: so is a verb behind a body or person
    firm: a prohibition is a demand, and "chủ trì" behind a body
    ordered: behind an order so is a verb behind a noun for people or bodies ("hai ngành | thống nhất …")
    told: so is a verb behind a list of bodies ("các bộ, ngành | thực hiện nghiêm …"), if nothing there judges
    warns: advice against something is a demand ("đừng …", "không nên …")
    named: an actor must be a name or a noun for people and bodies, not just any "các …"
    """

    bare: bool = False
    actors: bool = False
    firm: bool = False
    ordered: bool = False
    told: bool = False
    warns: bool = False
    named: bool = True


ASKED: Final = Manner(bare=True, actors=True, firm=True, named=False)
"""Right behind a demanding verb."""
LISTED: Final = Manner(bare=True, actors=True, firm=True)
"""Within a list of demands."""


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
        if actor is None or actor.last >= last:
            return None
        k = skip_fronted(line, actor.last + (line.char(actor.last) == ","), last)
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
        leads = manner.firm and line.any_at(k, "lead_markers", "support_links") is not None
        told = manner.told and actor.first == i and self._plain(line, k, last)
        goes_on = line.at("directive_adverbs", k) is not None  # "Bộ Y tế | tiếp tục kiểm nghiệm …"
        praised = line.at("praise_cues", k) is not None or (line.at("predicate_markers", k) is not None and not goes_on)
        led = actor.marked and ((manner.actors and not praised) or leads)
        enough = manner.bare or manner.ordered or told or led
        begin = demand_at(line, k, last, manner if manner.bare == enough else replace(manner, bare=enough))
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
            if not is_modal(line, modal.first):
                continue
            if line.before("relative_heads", modal.first) is not None and not self._acting(line, main, last):
                continue
            actor = self._before_modal(line, main, modal.first, last)
            if actor is None and not any_subject and line.at("wish_modals", modal.first) is None:
                continue  # "phải" tells of a burden, "cần", "nên" propose
            if line.has("indefinites", main, modal.first):
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
        modal = modal_within(line, actor.last, segment_end(line, i, last))
        if modal is not None and modal < last and line.before("relative_heads", modal) is None:
            dated = any(actor.last <= m.first < modal for m in line.sentence.kind("period"))
            return Task(modal_end(line, modal), last, actor if dated else replace(actor, last=modal))
        gives = line.at("giving_verbs", actor.last)
        if gives is not None and (actor.marked or line.any_at(gives.last, *VERBS) is not None):
            return Task(actor.last, last, actor)  # "đề nghị tỉnh | cho mở rộng …"
        if actor.marked and line.at("matter_links", actor.last) is not None:
            return Task(actor.last, last, actor)
        if actor.marked and line.at("task_starts", actor.last) is not None:
            return Task(actor.last, last, actor)
        if actor.marked and line.at("negators", actor.last) is not None:
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


def matter(line: Line, i: int, last: int) -> int | None:
    """Over "về việc" before what is asked for; None where only a topic or a purpose stands there."""
    link = line.at("matter_links", i)
    if link is not None and link.last < last:
        return link.last
    adverb = line.at("directive_adverbs", i)
    acts = adverb is not None and line.any_at(adverb.last, *VERBS, "task_heads") is not None  # "cùng | thảo luận"
    if acts or line.any_at(i, *VERBS, "task_heads") is not None:
        return i
    modal = modal_within(line, i, segment_end(line, i, last))
    if modal is not None:
        return modal_end(line, modal)
    gives = line.at("giving_verbs", i)
    if gives is not None and (line.mark_at(i - 1) is not None or line.any_at(gives.last, *VERBS) is not None):
        return i  # "bộ trưởng | cho tôi một bản giải trình"
    return None if line.any_at(i, "oblique_markers", "purpose_links") is not None else i


def demand_at(line: Line, i: int, last: int, manner: Manner) -> int | None:
    """The first atom of the task whose modal or verb stands at atom i."""
    if i not in line.lit:
        return None
    modal = line.at("modals", i)
    if modal is not None and is_modal(line, i):
        return skip_light(line, modal_end(line, i), last) if modal.last < last else None
    if line.at("prohibitions", i) is not None:
        warned = manner.warns and line.at("warnings", i) is not None
        return i if manner.bare or manner.firm or warned else None
    adverb = line.at("directive_adverbs", i)
    if adverb is not None and line.at("modals", adverb.last) is not None and is_modal(line, adverb.last):
        return modal_end(line, adverb.last)  # "trước hết cần |"
    if not manner.bare:
        return None
    negator = line.at("negators", i)
    kept_off = negator is not None and len(negator) == 1 and line.at("general_faults", i) is None  # "không còn", "chưa"
    denied = (
        kept_off and negator is not None and line.at("action_verbs", negator.last) is not None
    )  # "không huy động quá sức dân"
    verb = line.any_at(i, *VERBS, "lead_markers")
    if denied or verb is not None:
        owned = verb is not None and line.at("owner_markers", verb.last) is not None  # "tăng trưởng | của các ngành"
        return None if owned or _is_subject(line, i, last) else i
    if line.at("having_starts", i) is not None and (adverb is not None or _in_list(line, i)):
        return i  # "sớm có | giải pháp chống ngập", "…; đồng thời, | có những cơ chế phù hợp"
    if adverb is not None and adverb.last < last:
        return i if demand_at(line, adverb.last, last, LISTED) is not None else None
    return None


def _in_list(line: Line, i: int) -> bool:
    """Whether a semicolon stands before atom i, and no more than a connective between."""
    k = i - (line.char(i - 1) == ",")
    link = line.before("continuers", k) or line.before("item_links", k)
    return line.char((link.first if link is not None else k) - 1) == ";"


def _is_subject(line: Line, i: int, last: int) -> bool:
    """Whether the action is named as the subject of a copula: "sản xuất điện | là một trong 4 ngành …"."""
    end = segment_end(line, i, last)
    for copula in line.within("copulas", i + 1, min(end, i + _SUBJECT)):
        inside = line.any_at(copula.first - 1, "continuers", "purpose_links", "directive_adverbs")
        if inside is None and line.before("regarding_verbs", copula.first) is None:
            regards = line.has("regarding_verbs", i, copula.first)
            return not regards
    return False


def behind_condition(line: Line, first: int, last: int) -> int | None:
    """Where the main clause begins: behind "thì"; None if only a condition or a relative clause stands there."""
    if line.at("condition_openers", first) is None:
        return first if line.at("relative_openers", first) is None else None
    then = next((cue.last for cue in line.within("then_markers", first, last) if cue.last < last), None)
    if then is not None:
        return then
    return first if line.at("purpose_links", first) is not None else None


def told_then(line: Line, first: int, last: int, *, listed: bool = False) -> int | None:
    """Where a task begins that holds under a condition: "nếu không hiệu quả thì | kiên quyết dừng lại"; `listed`
    among tasks, where a verb is enough: "…; trường hợp vượt thẩm quyền thì | báo cáo UBND tỉnh"."""
    main = behind_condition(line, first, last)
    if main is None or main <= first or line.at("concluding_adverbs", main) is not None:
        return None
    if not listed and line.any_at(main, "directive_adverbs", "prohibitions") is None:
        return None
    return behind_then(line, main, last)


def behind_then(line: Line, main: int, last: int) -> int | None:
    """The task whose verb stands right behind "thì", if it is no subject: "thì | hỗ trợ nên theo hướng …"."""
    begin = demand_at(line, main, last, LISTED)
    if begin is None or modal_within(line, begin, segment_end(line, main, last)) is not None:
        return None
    return begin


def _verb_further(line: Line, i: int, last: int) -> int | None:
    """The verb that begins the task behind words that describe who must act: "các cơ quan lo việc này | xem xét"."""
    for k in range(i, min(i + _DESCRIBED, last - 1)):
        if line.char(k) in ",.;:" or line.any_at(k, "purpose_links", "matter_links") is not None:
            return None
        if line.any_at(k, "action_verbs", "directive_adverbs", "prohibitions") is not None:
            return k
    return None
