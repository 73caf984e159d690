"""Assessments: what a leader praises and what he finds at fault, one span each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from extractor.discourse.actors import Actor, find_actor
from extractor.discourse.clauses import pieces, segment_end, segments, skip_fronted, skip_light, trim
from extractor.discourse.cues import Line
from extractor.discourse.sources import Sources
from extractor.discourse.verbs import after_cho

Tone = Literal["recognition", "shortcoming"]
_CUES: Final = ("praise_cues", "praise_nouns", "fault_cues", "general_faults")


_PREDICATES: Final = ("predicate_markers", "action_verbs", "directive_adverbs")
_NEAR: Final = 12


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

    def read(self, line: Line, first: int, last: int, act: Tone | None, *, strong: bool) -> list[Assessment]:
        """The assessments in atoms `first` to `last`.

        `act` is the tone of the speech verb; with it the first clause needs no cue if the verb is `strong` (khen,
        phê bình), any cue of its tone otherwise. Without it only clear cues count.
        """
        colon = next((i for i in range(first, last) if line.char(i) == ":"), None) if act is not None else None
        if act is not None and colon is not None and colon + 2 < last and line.char(colon + 1) != '"':
            actor = find_actor(line, self._sources, skip_light(line, first, colon), colon)
            listed = [self._assessment(line, skip_light(line, a, b), b, act) for a, b in pieces(line, colon + 1, last)]
            return [replace(a, actor=a.actor or actor) for a in listed]
        found: list[Assessment] = []
        for begin, end in pieces(line, first, last):
            if line.char(end - 1) == "?":
                continue
            for start, stop in self._clauses(line, begin, end, bare_noun=act is not None and begin == first):
                turned = line.at("contrast", start) is not None
                act = "shortcoming" if act == "recognition" and turned else act
                i = skip_light(line, start, stop)
                that = line.at("that_markers", i)
                i = that.last if that is not None else i
                i = after_cho(line, i) if act is not None and start == first else skip_fronted(line, i, stop)
                tone = self._tone(line, i, stop, act, sure=strong and not found and not turned)
                if tone is not None:
                    found.append(self._assessment(line, i, stop, tone))
        return [a for a in found if a.last - a.first >= 2]

    def _assessment(self, line: Line, first: int, last: int, tone: Tone) -> Assessment:
        """Without the body assessed where a predicate follows it: "huyện | huy động tốt nguồn lực"."""
        first = self._behind_condition(line, first, last)
        last = _without_bracket(line, first, last)
        actor = find_actor(line, self._sources, first, last)
        if actor is not None and (actor.marked or actor.last - actor.first == 1) and actor.last < last:
            k = actor.last
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
        if line.at("fronted_openers", first) is None and line.char(first - 1) != ";":
            return first
        then = [cue.last for cue in line.within("then_markers", first, last) if last - cue.last > 2]
        return then[-1] if then else first

    # --- clauses -----------------------------------------------------------------------------------------------------

    def _clauses(self, line: Line, first: int, last: int, *, bare_noun: bool) -> list[tuple[int, int]]:
        """The piece cut at words of contrast, and at commas where a clause with a cue of its own begins.

        The left side needs a predicate too, or (`bare_noun`) is the object of a verb of praise or blame.
        """
        cuts = [first]
        for start, _ in segments(line, first, last)[1:]:
            left = cuts[-1], start - 1
            whole = line.has("predicate_markers", *left) or (bare_noun and cuts[-1] == first)
            if whole and self._has_cue(line, *left) and self._begins_clause(line, start, last):
                cuts.append(start)
        for i, cue in line.cues.get("contrast", {}).items():
            if first < i < last and cue.last < last and i not in cuts:
                cuts.append(i)
        cuts = sorted(cuts)
        return [(a, b) for a, b in zip(cuts, [*cuts[1:], last], strict=True) if b > a]

    def _begins_clause(self, line: Line, first: int, last: int) -> bool:
        """Whether a subject with a predicate, or a predicate, with a cue of its own begins at the comma."""
        end = segment_end(line, first, last)
        return self._has_cue(line, first, end) and line.has("predicate_markers", first, end)

    @staticmethod
    def _has_cue(line: Line, first: int, last: int) -> bool:
        return any(line.has(role, first, last) for role in _CUES)

    def _tone(self, line: Line, first: int, last: int, act: Tone | None, *, sure: bool) -> Tone | None:
        """What the clause is: the tone of its last cue; with a verb of praise or blame, what that verb says."""
        faults, praises = self._faults(line, first, last, act), self._praises(line, first, last, act)
        if act is not None and sure:
            return act
        if act == "shortcoming":
            return "shortcoming" if faults else None
        if act == "recognition" and not faults:
            return "recognition" if praises or line.has("praise_nouns", first, last) else None
        if not faults and not praises:
            return None
        return "shortcoming" if max(faults, default=-1) >= max(praises, default=-1) else "recognition"

    @staticmethod
    def _faults(line: Line, first: int, last: int, act: Tone | None) -> list[int]:
        """Where faults are named; praise that is denied is one ("chưa đồng bộ")."""
        found = [cue.last for cue in line.within("praise_cues", first, last) if line.before("negators", cue.first)]
        found += [cue.last for cue in line.within("general_faults", first, last)]
        for cue in line.within("fault_cues", first, last):
            weak = act is None and line.at("weak_faults", cue.first) is not None
            held = not weak or _beside(line, "fault_supports", first, cue.first)
            if held and not _harmless(line, cue.first):
                found.append(cue.last)
        return found

    @staticmethod
    def _praises(line: Line, first: int, last: int, act: Tone | None) -> list[int]:
        """Where something is praised; what is to come is not."""
        if act is None and line.has("future_markers", first, last):
            return []
        found = []
        for cue in line.within("praise_cues", first, last):
            weak = act is None and line.at("weak_praises", cue.first) is not None
            held = not weak or _beside(line, "praise_supports", first, cue.last)
            if held and line.before("negators", cue.first) is None:
                found.append(cue.last)
        return found


def _beside(line: Line, role: str, first: int, last: int) -> bool:
    """Whether a word of this role stands close before."""
    return line.has(role, max(first, last - _NEAR), last)


def _harmless(line: Line, i: int) -> bool:
    """Whether the fault is one that is being mended: "khắc phục hạn chế", "không có sai phạm"."""
    before = line.before("action_verbs", i) or line.before("negators", i)
    return before is not None


def _without_bracket(line: Line, first: int, last: int) -> int:
    """The end without a remark in brackets."""
    if last - 1 > first and line.char(last - 1) == ")":
        opened = next((k for k in range(last - 2, first, -1) if line.char(k) == "("), None)
        return opened if opened is not None and opened - first > 2 else last
    return last
