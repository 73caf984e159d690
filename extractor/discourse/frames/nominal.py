"""Proposals that stand in a noun: "đề xuất của Sở X | giảm phí …", "có ý kiến đề nghị | giữ nguyên …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extractor.discourse.frames.frame import Frame
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.clauses import segments
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import clause_start, is_nominal, names_itself

_SHORTEST: Final = 3
_SPEAKING: Final = ("person", "organization", "place")
_AFRESH: Final = ("contrast", "continuers", "speaker_pronouns", "reason_openers", "conjunction_modals", "saying_verbs")
_ENDS: Final = ("copulas", "tense_markers", "passive_markers", "proposal_ends")


def find_proposals(line: Line, sources: Sources, frames: Sequence[Frame]) -> list[Frame]:
    """The proposals named by nouns, each as a frame from its noun on; `content` to `stop` is what is proposed."""
    found: list[Frame] = []
    for cue in line.of("proposal_nouns"):
        row = line.at(SPEECH, cue.first)
        if row is None or row.verb is None or len(row) != len(cue):
            continue
        verb = any(f.first <= row.first < f.content for f in frames)
        noun = is_nominal(line, row) or names_itself(line, row) or line.before("copulas", row.first) is not None
        if verb or not noun:
            continue
        maker = line.before("act_makers", cue.first)
        if maker is not None and (len(maker) > 1 or clause_start(line, maker.first) is not None):
            continue  # "Việc đề xuất bổ nhiệm …" names an act, whoever does it
        counted = cue.first > 0 and line.sentence.atom(cue.first - 1)[0].isdigit()
        if counted or line.before("paper_nouns", cue.first) is not None:
            continue  # "hồ sơ đề nghị cấp phép" is a form, "151 đề nghị" are counted
        source, k = _owner(line, sources, cue)
        link = line.any_at(k, "matter_links", "lead_in_openers")  # "đề xuất của Cục | như tăng vốn"
        k = link.last if link is not None else k
        modal = line.at("modals", k)
        k = modal.last if modal is not None else k
        last = _end(line, k, whole=clause_start(line, cue.first) is None)
        if last - k >= _SHORTEST and _acts(line, k, last) and not line.has("indefinites", k, last + 1):
            found.append(Frame(cue.first, k, row.verb, cue.word, source, body=source is None, stop=last))
    return found


def _owner(line: Line, sources: Sources, cue: Cue) -> tuple[Source | None, int]:
    """Whose proposal it is, and the atom behind."""
    owner = line.at("owner_markers", cue.last)
    mark = line.mark_at(owner.last) if owner is not None else None
    if owner is None or mark is None or mark.first != owner.last or mark.kind not in _SPEAKING:
        return None, cue.last
    short = line.mark_at(mark.last + 1) if line.char(mark.last) == "(" else None  # "của Tập đoàn Điện lực (EVN)"
    behind = short.last + 1 if short is not None and line.char(short.last) == ")" else mark.last
    return sources.of(line.sentence, mark), behind


def _acts(line: Line, i: int, last: int) -> bool:
    """Whether a verb with its object stands at atom i."""
    if i >= last or line.at("proposal_ends", i) is not None:
        return False
    if line.at("prohibitions", i) is not None:
        return True
    negator = line.at("negators", i)
    verb = line.any_at(negator.last if negator is not None else i, "action_verbs", "action_verbs_short")
    return verb is not None and verb.last < last and line.sentence.atom(i)[0].islower()


def _asks_on(line: Line, i: int) -> bool:
    """Whether who weighs the proposal goes on to ask: "đồng tình với kiến nghị … | và đề nghị Bộ X …"."""
    link = line.at("item_links", i)
    verb = line.at(SPEECH, link.last) if link is not None else None
    return verb is not None and line.at("saying_verbs", verb.first) is not None


def _end(line: Line, i: int, *, whole: bool) -> int:
    """Where the noun phrase ends: where a predicate begins, or at its comma; an object (`whole`) runs on."""
    hard = next((k for k in range(i, len(line)) if line.char(k) in '.;?!…"()'), len(line))
    inner = range(i + _SHORTEST, hard)
    last = next((k for k in inner if line.any_at(k, *_ENDS) is not None or _asks_on(line, k)), hard)
    for _, comma in segments(line, i, last) if i < last else ():
        if comma < last and (not whole or line.mark_at(comma + 1) is not None or line.any_at(comma + 1, *_AFRESH)):
            return comma
    return last
