"""Frames of speech around a noun for what is said: "tinh thần của Thủ tướng là …", "“…”, là ý kiến của …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extractor.discourse.frames.announced import ASKING
from extractor.discourse.frames.frame import DEMANDS, SAYING, Frame
from extractor.discourse.frames.subjects import SPEAKING
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import HARD, PAUSES, is_weak
from extractor.document import Mark

_NOUN_TO_SPEAKER: Final = 12  # atoms
_GIVEN: Final = 5
_GAP: Final = 10  # atoms of who wishes


def find_voices(sources: Sources, line: Line) -> list[Frame]:
    """ "tinh thần của Thủ tướng là …": the noun, of whom, and what he wants."""
    found = []
    for noun, mark in _nouns_of(line):
        copula = _copula(line, mark.last)
        if copula is not None:
            row = line.at(SPEECH, noun.first)
            verb = row.verb if row is not None and row.verb is not None else SAYING
            asks = line.at("demand_voices", noun.first) is not None or _tells_to(line, noun, copula.last)
            verb = ASKING if asks and verb is SAYING else verb
            found.append(Frame(noun.first, copula.last, verb, noun.word, sources.of(line.sentence, mark)))
    return found + list(_wishes(line))


def find_back(sources: Sources, line: Line) -> Frame | None:
    """ "Đó là chỉ đạo của Phó Chủ tịch UBND tỉnh …", "“…”, là ý kiến của …": who said what stood before."""
    for noun, mark in _nouns_of(line):
        if line.before("pointing_back", noun.first) is not None or _behind_words(line, noun.first):
            return Frame(noun.first, mark.last, SAYING, noun.word, sources.of(line.sentence, mark))
    return None


def _wishes(line: Line) -> Iterator[Frame]:
    """ "Nguyện vọng của bà con là …": what people without a name wish for."""
    for noun in line.of("demand_voices"):
        owner = line.next("owner_markers", noun.last, noun.last + _GIVEN)
        head = line.any_at(owner.last, "laymen", "voice_people") if owner is not None else None
        if owner is None or head is None:
            continue
        pause = next((k for k in range(head.last, head.last + _GAP) if line.char(k) in PAUSES), head.last + _GAP)
        copula = line.next("copulas", head.last, pause)
        if copula is None or line.at("degree_words", copula.last) is not None:
            continue
        text = line.sentence.slice(owner.last, copula.first)
        source = Source("t " + text.lower(), text, collective=True, layman=True)
        yield Frame(noun.first, copula.last, ASKING, noun.word, source)


def _behind_words(line: Line, i: int) -> bool:
    """Whether only "là" and a noun stand between a quotation and atom i: "…”, là quan điểm | chỉ đạo của"."""
    copula = next((c for k in range(i - 1, max(0, i - _GIVEN), -1) if (c := line.at("copulas", k)) is not None), None)
    return copula is not None and line.char(copula.first - 1 - (line.char(copula.first - 1) in ",-")) == '"'


def _copula(line: Line, i: int) -> Cue | None:
    """ "… của Thủ tướng | là", "… được Thủ tướng | nêu ra là": the copula at atom i or behind the verb of giving."""
    copula = line.next("copulas", i, i + _GIVEN)
    if copula is not None and any(line.char(k) in HARD for k in range(i, copula.first)):
        return None
    return None if copula is None or line.at("degree_words", copula.last) is not None else copula


def _tells_to(line: Line, noun: Cue, i: int) -> bool:
    """Whether a task stands behind "vấn đề được X nêu ra là |": a verb, or who must act before one."""
    if line.at("given_nouns", noun.first) is None:
        return False
    mark = line.mark_at(i)
    behind = mark.last if mark is not None and mark.first == i and mark.kind == "organization" else i
    return line.any_at(behind, "action_verbs", "action_verbs_short", "directive_adverbs", "modals") is not None


def _told_by(line: Line, mark: Mark) -> bool:
    """Whether the speaker's own verb stands between him and "là": "tinh thần | Thủ tướng | chỉ đạo là phải …"."""
    past = line.at("tense_markers", mark.last)
    said = line.at(SPEECH, past.last if past is not None else mark.last)
    asks = said is not None and said.verb is not None and said.verb.act in (*DEMANDS, "statement")
    return asks and said is not None and line.at("copulas", said.last) is not None


def _nouns_of(line: Line) -> list[tuple[Cue, Mark]]:
    """Nouns of what is said, each with the speaker that it is of."""
    found = []
    nouns = [*line.of("voice_nouns"), *line.of("given_nouns")]
    for noun in nouns:
        for k in range(noun.last, min(noun.last + _NOUN_TO_SPEAKER, len(line))):
            mark = line.mark_at(k)
            other = line.any_at(k, SPEECH, "voice_nouns") if mark is None else None
            if other is not None and not is_weak(line, other):
                break  # "ý kiến đánh giá | chỉ đạo của …": another noun is his
            if mark is None or mark.first != k or mark.kind not in SPEAKING:
                continue
            given = line.before("passive_markers", k) is not None and _copula(line, mark.last) is not None
            loose = line.at("given_nouns", noun.first) is not None  # "vấn đề của X là …" says nothing of the kind
            if given or _told_by(line, mark) or (not loose and line.before("oblique_markers", k) is not None):
                found.append((noun, mark))
            break
    return found
