"""Assessments: what a leader praises and what he finds at fault, one span each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from extractor.discourse.judgements.clauses import judged_clauses
from extractor.discourse.judgements.signs import denied, has_cue
from extractor.discourse.judgements.tones import Tone, leans, listed_tone, tone_of
from extractor.discourse.parties.actors import Actor, find_actor
from extractor.discourse.parties.sources import Sources
from extractor.discourse.words.clauses import pieces, skip_fronted, skip_light, trim
from extractor.discourse.words.cues import Line
from extractor.discourse.words.verbs import after_cho

_SHORTEST: Final = 3
_LEAD: Final = 5  # atoms between the name of faults and what opens their list
_REASON: Final = 12  # atoms from "nguyên nhân" to "là do"
_PREDICATES: Final = (
    "predicate_markers",
    "action_verbs",
    "directive_adverbs",
    "general_faults",
    "stative_faults",
    "concession_openers",
)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Atoms `first` to `last` of the quote, and the body assessed where it stands before it."""

    first: int
    last: int
    tone: Tone
    actor: Actor | None


class AssessmentReader:
    """Reads assessments in a stretch of speech."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def read(
        self, line: Line, first: int, last: int, act: Tone | None, *, strong: bool, denials: bool = False
    ) -> list[Assessment]:
        """The assessments in atoms `first` to `last`.

        `act` is the tone of the speech verb; with it the first clause needs no cue if the verb is `strong` (khen,
        phê bình), any cue of its tone otherwise. Without it only clear cues count. With `denials` what was not done
        is a fault as well.
        """
        colon = next((i for i in range(first, last) if line.char(i) == ":"), None) if act is not None else None
        if act is not None and colon is not None and colon + 2 < last and line.char(colon + 1) != '"':
            actor = find_actor(line, self._sources, skip_light(line, first, colon), colon)
            listed = [
                self._assessment(line, skip_light(line, a, b), b, act)
                for a, b in pieces(line, colon + 1, last)
                if line.char(b - 1) != "?"
            ]
            return [replace(a, actor=a.actor or actor) for a in listed]
        found: list[Assessment] = []
        opened = fault_list(line, first, last) if act != "recognition" else None
        for begin, end in pieces(line, first, _before_lead_in(line, first, opened) if opened is not None else last):
            if line.char(end - 1) == "?":
                continue
            clauses = judged_clauses(line, begin, end, bare_noun=act is not None and begin == first, denials=denials)
            for k, (start, stop) in enumerate(clauses):
                turned = line.at("contrast", start) is not None
                act = "shortcoming" if act == "recognition" and turned else act
                if act is None and line.at("condition_openers", start) is not None:
                    continue  # "dù còn khó khăn, …" only concedes
                i = skip_light(line, start, stop)
                if act is not None and start == first and (_elsewhere(line, i) or line.at("item_links", first)):
                    continue  # "bày tỏ lo ngại | tại hội nghị"
                if act is not None and start == first and _announces(line, i, stop):
                    continue
                i = _behind_that(line, i, stop)
                i = after_cho(line, i) if act is not None and start == first else _behind_fronted(line, i, stop)
                tone = tone_of(line, i, trim(line, i, stop)[1], act, sure=strong and not turned)
                tone = tone or ("shortcoming" if denials and denied(line, i, stop) else None)
                if tone is None and found and not turned and start > begin and found[-1].tone == "shortcoming":
                    tone = listed_tone(line, i, trim(line, i, stop)[1])
                if tone is None:
                    tone = self._beside(line, i, stop, clauses, k)
                if tone is not None:
                    found.append(self._assessment(line, i, stop, tone))
        for begin, end in pieces(line, opened, last) if opened is not None else ():
            for start, stop in judged_clauses(line, begin, end, bare_noun=True, denials=True):
                found.append(self._assessment(line, skip_light(line, start, stop), stop, "shortcoming"))
        return [a for a in found if a.last - a.first >= (_SHORTEST if act is None else 2)]

    def _assessment(self, line: Line, first: int, last: int, tone: Tone) -> Assessment:
        """Without the body assessed where a predicate follows it: "huyện | huy động tốt nguồn lực"."""
        first = self._behind_condition(line, first, last)
        noun = line.at("reason_nouns", first)  # "nguyên nhân chủ yếu của tình trạng này | là do | phối hợp còn yếu"
        reason = line.next("cause_openers", first, first + 1 if noun is None else min(first + _REASON, last))
        first = reason.last if reason is not None and reason.last + _SHORTEST <= last else first
        last = _without_bracket(line, first, last)
        actor = find_actor(line, self._sources, first, last)
        if actor is not None and (actor.marked or actor.last - actor.first == 1) and actor.last < last:
            spanned = (m.last for m in line.sentence.kind("period") if actor.last <= m.first <= actor.last + 1)
            k = next(spanned, actor.last)  # "UBND tỉnh giai đoạn 2011 - 2015 | đã buông lỏng …"
            why = line.any_at(k, "free_reason_openers", "matter_links") if tone == "shortcoming" else None
            if why is not None and why.last < last:
                return Assessment(*trim(line, why.last, last), tone, actor)  # "phê bình Sở Y tế vì | chậm tham mưu"
            k = _behind_when(line, k, last)
            tense = line.at("tense_markers", k)
            if tense is not None or line.any_at(k, *_PREDICATES) is not None:
                begin = tense.last if tense is not None and tense.last < last else k
                begin, end = trim(line, begin, last)
                return Assessment(begin, end, tone, actor)
        tense = line.at("tense_markers", first)
        begin, end = trim(line, tense.last if tense is not None and tense.last < last else first, last)
        return Assessment(begin, end, tone, None)

    @staticmethod
    def _behind_condition(line: Line, first: int, last: int) -> int:
        """The atom behind "thì": "so với yêu cầu … thì | Hải Phòng còn nhiều bất cập"."""
        then = [cue.last for cue in line.within("then_markers", first, last) if last - cue.last > 2]
        plain = bool(then) and not has_cue(line, first, then[-1])
        if line.at("fronted_openers", first) is None and line.char(first - 1) != ";" and not plain:
            return first
        return then[-1] if then else first

    @staticmethod
    def _beside(line: Line, i: int, stop: int, clauses: list[tuple[int, int]], k: int) -> Tone | None:
        """The tone of the clause before or behind, if this one has a sign of it: "thu tăng cao, | giá ổn định"."""
        for first, last in (*clauses[max(k - 1, 0) : k], *clauses[k + 1 : k + 2]):
            tone = tone_of(line, skip_light(line, first, last), last, None, sure=False)
            contrasted = line.has("contrast", min(first, i), max(first, i))
            if tone is not None and not contrasted and leans(line, i, stop, tone):
                return tone
        return None


def _behind_when(line: Line, i: int, last: int) -> int:
    """The atom behind a clause of time between subject and predicate: "Sở Y tế | khi xây trạm | không bố trí van"."""
    if line.at("condition_openers", i) is None or line.at("concession_openers", i) is not None:
        return i
    end = next((k for k in range(i, last) if line.char(k) in ",;."), last)
    told = next(line.within("state_markers", i + 1, end), None)
    return told.first if told is not None else i


def _behind_that(line: Line, i: int, last: int) -> int:
    """The atom behind "rằng", with what is said before a quotation how it was said: "một lần nữa rằng: “| …”"."""
    that = line.next("that_markers", i, min(i + _LEAD, last))
    if that is None or (that.first > i and line.char(that.last) not in ':"'):
        return i
    return skip_light(line, that.last, last)


def _elsewhere(line: Line, i: int) -> bool:
    """Whether no object stands at atom i, but when or where something was said; a quotation may open with a cause."""
    caused = line.char(i - 1) == '"' and line.at("cause_openers", i) is not None
    return not caused and line.at("oblique_markers", i) is not None and line.at("object_links", i) is None


def _announces(line: Line, i: int, last: int) -> bool:
    """Whether only reasons or remedies are announced: "nêu ra | mấy nguyên nhân của hạn chế"."""
    count = line.at("lead_in_counts", i)
    noun = line.at("reason_nouns", count.last if count is not None else i)
    return (
        noun is not None
        and not line.has("copulas", noun.last, last)
        and not line.has("reason_openers", noun.last, last)
    )


def _before_lead_in(line: Line, first: int, opened: int) -> int:
    """Where the clauses end that stand before the lead-in of a list: it names nothing itself."""
    return next((k for k in range(opened - 1, first, -1) if line.char(k) in ",;"), first)


def fault_list(line: Line, first: int, last: int) -> int | None:
    """The atom behind a lead-in that names faults: "còn nhiều sai phạm như: |"."""
    for noun in line.within("fault_list_nouns", first, last):
        k = noun.last
        while k < min(noun.last + _LEAD, last) and line.char(k) not in ",.;":
            opener = line.at("fault_list_openers", k)
            denied = line.before("negators", noun.first) is not None or line.before("negators", k) is not None
            if (opener is not None or line.char(k) == ":") and not denied and not _tells_which(line, noun.first):
                k = opener.last if opener is not None else k + 1
                return k + (line.char(k) == ":") if k + 1 < last else None
            k += 1
    return None


def _tells_which(line: Line, i: int) -> bool:
    """Whether the word at atom i only tells which ones are meant: "các doanh nghiệp | khó khăn như Công ty A"."""
    named = line.mark_at(i - 1) is not None
    return named or line.before("actor_nouns", i) is not None or line.before("list_holders", i) is not None


def _behind_fronted(line: Line, i: int, last: int) -> int:
    """The atom behind an adverbial; one that runs into its clause is none: "trong quá trình triển khai còn chậm, …"."""
    behind = skip_fronted(line, i, last)
    judges = line.has("state_markers", i, behind) and tone_of(line, i, behind, None, sure=False) is not None
    return i if judges else behind


def _without_bracket(line: Line, first: int, last: int) -> int:
    """The end without a remark in brackets."""
    if last - 1 > first and line.char(last - 1) == ")":
        opened = next((k for k in range(last - 2, first, -1) if line.char(k) == "("), None)
        return opened if opened is not None and opened - first > 2 else last
    return last
