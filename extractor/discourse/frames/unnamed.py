"""Speakers without a name: pronouns, papers, and noun phrases like "các nhà khoa học", left of a speech verb."""

from __future__ import annotations

from typing import Final

from extractor.discourse.frames.frame import Frame
from extractor.discourse.parties.sources import Source
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import ORDERING, SPEECH
from extractor.discourse.words.verbs import HARD, PAUSES, after_verb, before_adverbs, is_sure, skip_connectives
from extractor.rulebook.tables import SpeechVerb

_PHRASE: Final = 12  # atoms of a subject that is no mark
_BRIDGE: Final = 7  # atoms between a pronoun and its verb


def find_unnamed(line: Line, cue: Cue, verb: SpeechVerb, start: int) -> Frame | None:
    """A subject that is no mark: a pronoun, or a noun phrase that may name a speaker."""
    first = skip_connectives(line, start, cue.first)
    there = (cue.last for cue in line.within("existence_words", first, cue.first))
    several = (k for k in there if line.any_at(k, "lead_in_counts", "speaker_heads") is not None)
    first = next(several, first)  # "đã có | nhiều ý kiến", "có | ý kiến của đại biểu cho rằng"
    content, sure = after_verb(line, cue), is_sure(line, cue)
    pronoun = line.at("speaker_pronouns", first)
    if pronoun is not None and _only_bridge(line, pronoun.last, cue.first):
        return Frame(first, content, verb, cue.word, pronoun=True, sure=sure)
    later = line.before("speaker_pronouns", before_adverbs(line, first, cue.first))
    if later is not None and behind_scene(line, later.first):
        return Frame(later.first, content, verb, cue.word, pronoun=True, sure=sure)
    body = line.at("body_pronouns", first)
    if body is not None and _only_bridge(line, body.last, cue.first):
        return Frame(first, content, verb, cue.word, body=True, noun=body.word, sure=sure)
    paper = _paper_at(line, first)
    if paper is not None and _only_bridge(line, paper, cue.first):
        return Frame(first, content, verb, cue.word, body=True, noun="", sure=sure, paper=True)
    text = _speaking_phrase(line, first, cue.first)
    if text is None:
        return None
    layman = any(line.at("laymen", k) is not None for k in range(first, cue.first))
    nobody = line.at("opinion_nouns", first) if line.at("voice_people", first) is None else None
    bare = nobody is not None and text == line.sentence.slice(first, nobody.last)
    name = None if bare else text  # "có | ý kiến | cho rằng": nobody in particular
    source = Source("t " + text.lower(), name, collective=True, layman=layman)
    return Frame(first, content, verb, cue.word, source, sure=sure)


def behind_scene(line: Line, i: int) -> bool:
    """Whether a setting without its comma opens the sentence and ends before atom i: "Phát biểu tại lễ | ông …"."""
    first = skip_connectives(line, 0, i)
    opens = line.any_at(first, "speech_openers", SPEECH, "paper_places") is not None
    ends = any(line.before(role, i) is not None for role in ("meeting_nouns", "event_subjects", "speech_openers"))
    return opens and ends and not any(line.char(k) in PAUSES for k in range(first, i))


def _speaking_phrase(line: Line, first: int, verb: int) -> str | None:
    """The noun phrase at atom `first` if it may name a speaker: "cử tri xã Nậm Khao", "các nhà khoa học"."""
    head = line.any_at(first, "speaker_heads", "actor_determiners", "lead_in_counts")
    if head is None or verb - first > _PHRASE or head.last > verb:
        return None
    if line.at("speaker_heads", first) is None and line.any_at(head.last, "speaker_heads", "laymen") is None:
        return None
    last = before_adverbs(line, first, verb)
    if line.before("item_links", last) is not None or line.before("purpose_links", last) is not None:
        return None  # "ghi nhận các ý kiến của cử tri và | giao phòng …": the subject of the verb before
    counted = any(line.sentence.atom(k)[0].isdigit() for k in range(first, last))
    who = line.at("speaker_heads", head.last)
    acts = who.last if who is not None else head.last  # "một công ty | nhập khẩu máy tính" is what it does
    described = (k for k in range(head.last, last) if k != acts)
    if line.at("wish_modals", acts) is not None and acts < last:
        return None  # "(cho rằng) thành phố | cần kiến nghị …" is a task of the city's
    if last <= first or counted or any(line.any_at(k, "action_verbs", "modals") for k in described):
        return None
    owner = line.at("owner_markers", head.last) if line.at("opinion_nouns", first) is not None else None
    return line.sentence.slice(owner.last if owner is not None else first, last)  # "ý kiến của | đại biểu"


def _paper_at(line: Line, i: int) -> int | None:
    """The atom behind the paper that is the subject: "Công điện |", "Chỉ thị số 16 |"."""
    paper = line.any_at(i, "paper_pronouns", "inspection_papers") or line.at(ORDERING, i)
    return paper.last if paper is not None else None


def _only_bridge(line: Line, first: int, last: int) -> bool:
    """Whether only adverbs, tense and a short adverbial stand between subject and verb."""
    if last - first > _BRIDGE or any(line.char(k) in HARD for k in range(first, last)):
        return False
    return not line.has("modals", first, last)
