"""Frames of speech in a sentence: who says, with which verb, from where on.

Four shapes: SUBJECT verb ("Phó Chủ tịch UBND tỉnh yêu cầu …"), a verb alone at a clause's start that goes on with the
last speaker ("Đồng thời đề nghị …"), "Theo X, …", "X: …"; and the noun for the verb: "tinh thần của Thủ tướng là …".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.discourse.cues import SPEECH, Cue, Line
from extractor.discourse.sources import Source, Sources
from extractor.document import Mark
from extractor.rulebook.tables import SpeechVerb

SAYING: Final = SpeechVerb(words=["-"], act="statement")
_HARD: Final = frozenset('.;:?!…"()')
_SPEAKING_KINDS: Final = ("person", "organization", "place")
DEMANDS: Final = frozenset({"directive", "recommendation", "by_rank"})
_GAP: Final = 14
_PHRASE: Final = 12
_TITLES: Final = 16


@dataclass(frozen=True, slots=True)
class Frame:
    """Speech that begins at atom `first`, its content at `content`. `source` None: whoever spoke before."""

    first: int
    content: int
    verb: SpeechVerb
    trigger: str | None
    source: Source | None
    pronoun: bool = False
    body: bool = False
    noun: str | None = None
    to_body: bool = False
    linked: bool = False
    opens: bool = False
    sure: bool = False
    stop: int | None = None
    quoted: bool = False


class FrameFinder:
    """Finds the frames of one article."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def find(self, line: Line) -> list[Frame]:
        """All frames of the sentence, left to right."""
        found: list[Frame] = []
        at = 0
        for cue in self._verbs(line):
            if cue.first < at:
                continue
            frame, task = self._subject(line, cue, at)
            if frame is None and not task:
                frame = self._bare(line, cue)
            if frame is not None:
                found.append(frame)
                at = frame.content
        found += self._voices(line)
        found += self._according(line)
        found += self._colon(line)
        return sorted(found, key=lambda f: (f.first, -f.content))

    # --- the verb ----------------------------------------------------------------------------------------------------

    @staticmethod
    def _verbs(line: Line) -> list[Cue]:
        """The speech verbs of the sentence that are verbs: not in a name, not in a nominal phrase, not denied."""
        found: list[Cue] = []
        at = 0
        for i, cue in sorted(line.cues.get(SPEECH, {}).items()):
            if i < at or line.at("modals", i) is not None or is_nominal(line, cue):
                continue
            if line.at("needs_addressee", i) is not None and not has_addressee(line, cue.last):
                continue
            found.append(cue)
            at = cue.last
        return found

    def _subject(self, line: Line, cue: Cue, floor: int) -> tuple[Frame | None, bool]:
        """The frame with the subject to the left of the verb, within its clause and behind the frame before.

        The second value says that the verb is no speech but the task of a body ("UBND tỉnh | chỉ đạo Sở Y tế …").
        """
        assert cue.verb is not None
        content = after_verb(line, cue)
        k, start = cue.first, cue.first
        while k > floor and cue.first - k <= _GAP:
            mark = line.mark_at(k - 1)
            if mark is not None and mark.kind in _SPEAKING_KINDS:
                role = self._role_of(line, mark)
                weak = line.at("weak_speech", cue.first) is not None and not self._may_be_speech(line, cue, mark)
                if role == "none" or weak or any(True for _ in line.within("modals", mark.last, cue.first)):
                    return None, True
                if role == "subject":
                    source = self._joined(line, mark)
                    return Frame(mark.first, content, cue.verb, cue.word, source, sure=_sure(line, cue)), False
                k = mark.first
                start = k
                continue
            char = line.char(k - 1)
            if char in _HARD or line.before("then_markers", k) is not None:
                break
            if char == ",":
                if not self._crosses(line, k - 1, cue.first):
                    break
                titled = self._titled(line, k - 1)
                k = titled.last if titled is not None else k - 1
                start = k
                continue
            k = mark.first if mark is not None else k - 1
            start = k
        return self._phrase(line, cue, start, content), False

    @staticmethod
    def _may_be_speech(line: Line, cue: Cue, mark: Mark) -> bool:
        """Whether a verb that is mostly a task is speech: right behind a person, and if it demands, to someone."""
        assert cue.verb is not None
        close = mark.kind == "person" and cue.first - mark.last <= 4
        return close and (cue.verb.act not in DEMANDS or has_addressee(line, cue.last))

    def _crosses(self, line: Line, comma: int, verb: int) -> bool:
        """Whether the subject may stand before this comma: "ông X, trong cuộc họp mới đây, đã yêu cầu"."""
        behind = line.any_at(comma + 1, "tense_markers", "directive_adverbs")
        if comma + 1 == verb or (behind is not None and behind.last == verb):
            return self._titled(line, comma) is not None
        mark = line.mark_at(comma - 1)
        return mark is not None and mark.kind == "person" and line.at("fronted_openers", comma + 1) is not None

    @staticmethod
    def _titled(line: Line, comma: int) -> Mark | None:
        """The person whose titles end at this comma: "Ông X, Vụ phó Vụ Y - Bộ Z, | cho rằng"."""
        for mark in reversed(line.sentence.kind("person")):
            if mark.last <= comma and comma - mark.last <= _TITLES:
                inner = range(mark.last, comma)
                hard = any(line.char(k) in _HARD for k in inner) or any(line.at(SPEECH, k) for k in inner)
                opened = line.char(mark.last) in ",-" or mark.last == comma
                return mark if opened and not hard else None
        return None

    @staticmethod
    def _role_of(line: Line, mark: Mark) -> str:
        """What the mark is to the verb behind it: "subject", "oblique" (look further), "none" (the verb is no speech)."""
        i = mark.first
        if line.before("relative_openers", i) is not None:
            return "none"
        trigger = line.before(SPEECH, i)
        if trigger is not None and trigger.verb is not None and trigger.verb.addressee and not is_nominal(line, trigger):
            return "none" if trigger.verb.act in DEMANDS else "oblique"
        oblique = line.before("oblique_markers", i)
        if oblique is None:
            return "subject"
        paper = line.mark_at(oblique.first - 1)
        speaks = line.before("paper_nouns", oblique.first) is not None or (paper is not None and paper.kind == "document")
        return "subject" if speaks else "oblique"  # "văn bản của Sở Y tế yêu cầu": the Sở speaks

    def _joined(self, line: Line, mark: Mark) -> Source:
        """The speaker, with those coordinated before it: "lãnh đạo Văn phòng, lãnh đạo các phòng"."""
        first, last = mark.first, mark.last
        sentence = line.sentence
        apposed = line.mark_at(first - 2) if line.char(first - 1) == "," else None
        if mark.kind == "organization" and apposed is not None and apposed.kind == "person" and not apposed.value.collective:
            return self._sources.of(sentence, apposed)  # "đại biểu X, Tổ đại biểu huyện Y | đề nghị"
        while first >= 2:
            link = line.before("item_links", first)
            gap = link.first if link is not None else first - 1 if line.char(first - 1) == "," else first
            before = line.mark_at(gap - 1) if gap < first else None
            if before is None or before.kind != mark.kind or before.kind == "place":
                break
            if mark.kind == "person" and not (before.value.collective and mark.value.collective):
                break
            if line.before("oblique_markers", before.first) is not None:
                break
            first = before.first
        if first == mark.first:
            return self._sources.of(sentence, mark)
        text = sentence.slice(first, last)
        return Source("t " + text, text, rank=getattr(mark.value, "rank", None), collective=True)

    def _phrase(self, line: Line, cue: Cue, start: int, content: int) -> Frame | None:
        """A subject that is no mark: a pronoun, or a noun phrase that may name a speaker."""
        assert cue.verb is not None
        if line.at("weak_speech", cue.first) is not None:
            return None
        first = start
        while first < cue.first:
            skip = line.any_at(first, "continuers", "contrast", "item_links", "tense_markers")
            if skip is None or skip.last > cue.first:
                break
            first = skip.last
        while first < cue.first and line.char(first) in _HARD | {",", "-"}:
            first += 1
        pronoun = line.at("speaker_pronouns", first)
        if pronoun is not None and self._only_bridge(line, pronoun.last, cue.first):
            return Frame(first, content, cue.verb, cue.word, None, pronoun=True, sure=_sure(line, cue))
        body = line.at("body_pronouns", first)
        if body is not None and self._only_bridge(line, body.last, cue.first):
            return Frame(first, content, cue.verb, cue.word, None, body=True, noun=body.word, sure=_sure(line, cue))
        head = line.any_at(first, "speaker_heads", "actor_determiners")
        if head is None or cue.first - first > _PHRASE or head.last >= cue.first + 1:
            return None
        if head.word not in ("",) and line.at("speaker_heads", first) is None and line.at("speaker_heads", head.last) is None:
            return None
        last = self._bridge_start(line, first, cue.first)
        counted = any(line.sentence.atom(k)[0].isdigit() for k in range(first, last))
        if last <= first or counted or any(line.any_at(k, "action_verbs", "modals") for k in range(head.last, last)):
            return None
        text = line.sentence.slice(first, last)
        source = Source("t " + text.lower(), text, collective=True)
        return Frame(first, content, cue.verb, cue.word, source, sure=_sure(line, cue))

    @staticmethod
    def _only_bridge(line: Line, first: int, last: int) -> bool:
        """Whether only adverbs, tense and a short adverbial stand between subject and verb."""
        if last - first > 7 or any(line.char(k) in _HARD for k in range(first, last)):
            return False
        return not any(True for _ in line.within("modals", first, last))

    @staticmethod
    def _bridge_start(line: Line, first: int, last: int) -> int:
        """Where the adverbs before the verb begin."""
        while last > first:
            cue = line.before("tense_markers", last) or line.before("directive_adverbs", last) or line.before("past_markers", last)
            if cue is None or cue.first <= first:
                return last
            last = cue.first
        return last

    def _bare(self, line: Line, cue: Cue) -> Frame | None:
        """The verb without a subject, at a clause's start or right before the body that must act."""
        assert cue.verb is not None
        act = cue.verb.act
        if line.at("weak_speech", cue.first) is not None and not (act in ("shortcoming", "recognition") and cue.first == 0):
            return None
        if line.before("future_markers", cue.first) is not None:
            return None  # what will be ordered is not yet
        follower = line.mark_at(after_cho(line, cue.last))
        to_body = act in DEMANDS and cue.verb.addressee and follower is not None and follower.kind != "document"
        start = clause_start(line, cue.first)
        tense = line.before("tense_markers", cue.first) or line.before("directive_adverbs", cue.first)
        linked = line.before("item_links", tense.first if tense is not None else cue.first) is not None
        saying = line.at("saying_verbs", cue.first) is not None
        if line.before("purpose_links", cue.first) is not None and not linked:
            return None
        before = line.before(SPEECH, cue.first)
        if (before is not None and not is_nominal(line, before)) or (start is None and not (to_body or (linked and saying))):
            return None
        if act in ("statement", "answer", "shortcoming", "recognition") and start != 0 and not saying:
            return None
        first = cue.first if start is None else start
        if start != 0 and not linked and line.at("task_orders", cue.first) is not None and line.char(first - 1) in ",":
            return None
        opens = first == 0 or line.char(first - 1) in '.;:?!…"' or line.before("then_markers", first) is not None
        opens = opens or any(True for _ in line.within("self_words", first, cue.first))
        return Frame(first, after_verb(line, cue), cue.verb, cue.word, None, to_body=to_body, linked=linked, opens=opens,
                     sure=_sure(line, cue))  # fmt: skip

    # --- other shapes ------------------------------------------------------------------------------------------------

    def _voices(self, line: Line) -> list[Frame]:
        """ "tinh thần của Thủ tướng là …": the noun, of whom, and what he wants."""
        found = []
        for noun, mark in self._nouns_of(line):
            copula = line.at("copulas", mark.last)
            if copula is not None:
                row = line.at(SPEECH, noun.first)
                verb = row.verb if row is not None and row.verb is not None else SAYING
                found.append(Frame(noun.first, copula.last, verb, noun.word, self._sources.of(line.sentence, mark)))
        return found

    def back(self, line: Line) -> Frame | None:
        """ "Đó là chỉ đạo của Phó Chủ tịch UBND tỉnh …": who said what stood before."""
        for noun, mark in self._nouns_of(line):
            if line.before("pointing_back", noun.first) is not None:
                return Frame(noun.first, mark.last, SAYING, noun.word, self._sources.of(line.sentence, mark))
        return None

    @staticmethod
    def _nouns_of(line: Line) -> list[tuple[Cue, Mark]]:
        """Nouns of what is said, each with the speaker that it is of."""
        found = []
        for noun in line.cues.get("voice_nouns", {}).values():
            for k in range(noun.last, min(noun.last + 12, len(line))):
                mark = line.mark_at(k)
                if mark is None or mark.first != k or mark.kind not in _SPEAKING_KINDS:
                    continue
                if line.before("oblique_markers", k) is not None:
                    found.append((noun, mark))
                break
        return found

    # --- other shapes ------------------------------------------------------------------------------------------------

    def _according(self, line: Line) -> list[Frame]:
        """ "Theo ông Thi, …"."""
        found = []
        for mark in line.sentence.kind("person", "organization"):
            before = line.before("oblique_markers", mark.first)
            if before is None or before.word != "theo" or line.char(mark.last) != ",":
                continue
            at_start = clause_start(line, before.first) is not None
            if at_start:
                found.append(Frame(before.first, mark.last + 1, SAYING, None, self._sources.of(line.sentence, mark)))
        return found

    def _colon(self, line: Line) -> list[Frame]:
        """ "Thủ tướng: …" at the head of a line."""
        mark = line.mark_at(0)
        if not line.sentence.opens or mark is None or mark.kind != "person" or line.char(mark.last) != ":":
            return []
        return [Frame(0, mark.last + 1, SAYING, None, self._sources.of(line.sentence, mark))]


def is_nominal(line: Line, cue: Cue) -> bool:
    """Whether a speech word is no speech verb here: in a name, a noun, a set phrase, or denied."""
    for phrase in line.cues.get("nominal_phrases", {}).values():
        if phrase.first <= cue.first and cue.last <= phrase.last and phrase.last - phrase.first > cue.last - cue.first:
            return True
    if line.at("nominal_after", cue.last) is not None:
        return True
    if line.before("nominal_before", cue.first) is not None:
        voices = line.before("speaker_heads", cue.first)  # "nhiều ý kiến đề nghị" say something, "ý kiến đề nghị" is a noun
        return voices is None or voices.last - voices.first < 3
    return line.before("negators", cue.first) is not None


def _sure(line: Line, cue: Cue) -> bool:
    """Whether the verb praises or blames by itself."""
    return line.any_at(cue.first, "sure_praises", "sure_faults") is not None


def after_verb(line: Line, cue: Cue) -> int:
    """The atom where what is said begins: over "rằng", further speech verbs ("ghi nhận và biểu dương")."""
    i = cue.last
    while True:
        link = line.at("item_links", i)
        more = line.at(SPEECH, link.last) if link is not None else None
        if more is None or more.verb is None or cue.verb is None or more.verb.act != cue.verb.act:
            return i
        i = more.last


def after_cho(line: Line, i: int) -> int:
    """Over the preposition between a verb and its addressee ("giao cho", "kiến nghị với")."""
    cue = line.at("oblique_markers", i)
    return cue.last if cue is not None and cue.last - cue.first <= 2 else i


def has_addressee(line: Line, i: int) -> bool:
    """Whether a body, a person or a noun for them stands at atom i ("giao Sở Y tế", "giao cho các địa phương")."""
    i = after_cho(line, i)
    mark = line.mark_at(i)
    return (mark is not None and mark.kind != "document") or line.any_at(i, "actor_nouns", "actor_determiners") is not None


def clause_start(line: Line, i: int) -> int | None:
    """The start of the clause whose verb is at atom i, if only light words stand between; None if others do."""
    k = i
    while k > 0:
        char = line.char(k - 1)
        if char in _HARD or char in ",-" or line.before("then_markers", k) is not None:
            return k
        light = next(
            (
                cue
                for role in ("continuers", "contrast", "item_links", "directive_adverbs", "tense_markers", "self_words", "enumerators")
                if (cue := line.before(role, k)) is not None
            ),
            None,
        )
        if light is not None:
            k = light.first
            continue
        period = next((m for m in line.sentence.kind("period") if m.last == k), None)
        if period is None:
            return None
        k = period.first
    return 0
