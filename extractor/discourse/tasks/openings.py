"""The words that open a task at an atom: its modal, its verb, an adverb that urges, or "về việc"."""

from __future__ import annotations

from typing import Final

from extractor.discourse.parties.actors import VERBS
from extractor.discourse.tasks.manner import LISTED, Manner
from extractor.discourse.words.clauses import segment_end, skip_light
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.modals import VERBAL, is_modal, modal_end, modal_within

_SUBJECT: Final = 12  # atoms before a copula
_NAMED: Final = 3  # atoms from a number to the noun that it counts
_ANNOUNCED: Final = 12  # atoms from the noun for tasks to their colon


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
        if verb is not None and _asks_by_modal(line, verb):
            return modal_end(line, verb.last)  # "đặc biệt lưu ý phải | …"
        owned = verb is not None and line.at("owner_markers", verb.last) is not None  # "tăng trưởng | của các ngành"
        return None if owned or _is_subject(line, i, last) else i
    if line.at("having_starts", i) is not None and (adverb is not None or _in_list(line, i)):
        return i  # "sớm có | giải pháp chống ngập", "…; đồng thời, | có những cơ chế phù hợp"
    if adverb is not None and adverb.last < last:
        verb = line.at("action_verbs", adverb.last)
        begin = demand_at(line, adverb.last, last, LISTED)
        return begin if begin is None or (verb is not None and _asks_by_modal(line, verb)) else i
    return None


def _asks_by_modal(line: Line, verb: Cue) -> bool:
    """Whether the verb only asks for what a modal right behind it demands: "lưu ý | phải giữ gìn …"."""
    return line.at("task_orders", verb.first) is not None and line.at("modals", verb.last) is not None


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
    if line.at("fronted_openers", i) is not None:
        against = next(line.within("warnings", i + 1, segment_end(line, i, last)), None)
        if against is not None:
            return against.first  # "(lưu ý) khi mua máy | không nên theo phong trào"
    gives = line.at("giving_verbs", i)
    if gives is not None and (line.mark_at(i - 1) is not None or line.any_at(gives.last, *VERBS) is not None):
        return i  # "bộ trưởng | cho tôi một bản giải trình"
    return None if line.any_at(i, "oblique_markers", "purpose_links") is not None else i


def behind_lead_in(line: Line, i: int, last: int) -> int:
    """The atom behind the colon of a task that only announces others: "tập trung thực hiện các giải pháp sau: | …";
    `last` where nothing follows, i where it announces nothing."""
    k = i
    while (cue := line.any_at(k, *VERBAL, "oblique_markers", "item_links")) is not None or (
        k > i and line.char(k) == ","
    ):
        k = cue.last if cue is not None else k + 1
    count = line.at("lead_in_counts", k)
    k = count.last if count is not None else k + line.sentence.atom(min(k, last - 1)).isdigit()
    noun = line.next("lead_in_nouns", k, min(k + _NAMED, last)) if k > i else None
    if noun is None:
        return i
    colon = next((j for j in range(noun.last, min(noun.last + _ANNOUNCED, last)) if line.char(j) == ":"), None)
    if colon is None:
        return i
    behind = skip_light(line, colon, last)
    acts = behind >= last or line.any_at(behind, *VERBAL, "task_heads", "prohibitions", "modals") is not None
    return behind if acts and not line.has("modals", noun.last, colon) else i


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
