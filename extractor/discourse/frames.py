"""Finds the frames of speech in a sentence.

The shapes: SUBJECT verb ("Phó Chủ tịch UBND tỉnh yêu cầu …"); a verb alone at a clause's start, which goes on with the
last speaker ("Đồng thời đề nghị …"); "Theo X, …"; "X: …"; a noun for the verb ("tinh thần của Thủ tướng là …").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.discourse.announced import ASKING, behind_relative, with_tasks
from extractor.discourse.clauses import skip_light
from extractor.discourse.colons import colon_frames
from extractor.discourse.cues import SPEECH, Cue, Line
from extractor.discourse.frame import DEMANDS, SAYING, Frame
from extractor.discourse.papers import find_paper
from extractor.discourse.sources import Source, Sources
from extractor.discourse.subjects import SPEAKING, SubjectFinder
from extractor.discourse.verbs import (
    HARD,
    PAUSES,
    after_cho,
    after_verb,
    clause_start,
    is_nominal,
    is_sure,
    is_weak,
    speech_verbs,
    starts_afresh,
)  # fmt: skip
from extractor.document import Mark
from extractor.rulebook.tables import SpeechVerb

_NOUN_TO_SPEAKER = 12  # atoms
_SCENE = 8
_FIRM = 6  # atoms
_GIVEN = 5
_OPINION = 3  # atoms of "có ý kiến"
_GAP = 10  # atoms of what a person is before the name


class FrameFinder:
    """Finds the frames of one article."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._subjects = SubjectFinder(sources)
        self._nouns: dict[int, list[tuple[Cue, Mark]]] = {}

    def find(self, line: Line) -> list[Frame]:
        """All frames of the sentence, left to right."""
        found: list[Frame] = []
        at = 0
        for cue, verb in speech_verbs(line):
            if cue.first < at or _holds_opinion(line, cue):
                continue
            paper = find_paper(self._subjects, line, cue, verb)
            frame = paper or self._subjects.find(line, cue, verb, at) or _bare(line, cue, verb)
            if frame is None or (isinstance(frame, Frame) and frame.subjectless):
                frame = _opinion(line, cue, verb) or frame
            if frame == "task" and _announces(line, cue, verb):
                frame = _bare(line, cue, verb)
            if isinstance(frame, Frame) and not (found and _inside_task(line, found[-1], frame)):
                found.append(with_tasks(line, behind_relative(line, frame)))
                at = frame.content
        found += self._voices(line)
        found += self._according(line)
        found += self._inspected(line)
        found += colon_frames(line, self._sources)
        found = [_as_inspection(line, f) for f in found]
        return sorted(found, key=lambda f: (f.first, -f.content))

    def back(self, line: Line) -> Frame | None:
        """ "Đó là chỉ đạo của Phó Chủ tịch UBND tỉnh …", "“…”, là ý kiến của …": who said what stood before."""
        for noun, mark in self._nouns_of(line):
            if line.before("pointing_back", noun.first) is not None or _behind_words(line, noun.first):
                return Frame(noun.first, mark.last, SAYING, noun.word, self._sources.of(line.sentence, mark))
        return None

    def _nouns_of(self, line: Line) -> list[tuple[Cue, Mark]]:
        """What `_nouns_of` finds, asked twice."""
        if line.index not in self._nouns:
            self._nouns[line.index] = _nouns_of(line)
        return self._nouns[line.index]

    def _voices(self, line: Line) -> list[Frame]:
        """ "tinh thần của Thủ tướng là …": the noun, of whom, and what he wants."""
        found = []
        for noun, mark in self._nouns_of(line):
            copula = _copula(line, mark.last)
            if copula is not None:
                row = line.at(SPEECH, noun.first)
                verb = row.verb if row is not None and row.verb is not None else SAYING
                asks = line.at("demand_voices", noun.first) is not None or _tells_to(line, noun, copula.last)
                verb = ASKING if asks and verb is SAYING else verb
                found.append(Frame(noun.first, copula.last, verb, noun.word, self._sources.of(line.sentence, mark)))
        return found + list(self._wishes(line))

    def _wishes(self, line: Line) -> Iterator[Frame]:
        """ "Nguyện vọng của bà con là …": what people without a name wish for."""
        for noun in line.of("demand_voices"):
            owner = next((line.at("owner_markers", k) for k in range(noun.last, noun.last + _GIVEN)
                          if line.at("owner_markers", k) is not None), None)  # fmt: skip
            head = line.any_at(owner.last, "laymen", "voice_people") if owner is not None else None
            if owner is None or head is None:
                continue
            copula = next((line.at("copulas", k) for k in range(head.last, head.last + _GAP)
                           if line.char(k) in PAUSES or line.at("copulas", k) is not None), None)  # fmt: skip
            if copula is None or line.at("degree_words", copula.last) is not None:
                continue
            text = line.sentence.slice(owner.last, copula.first)
            source = Source("t " + text.lower(), text, collective=True, layman=True)
            yield Frame(noun.first, copula.last, ASKING, noun.word, source)

    def _according(self, line: Line) -> list[Frame]:
        """ "Theo ông Thi, …"."""
        found: list[Frame] = []
        if "quote_openers" not in line.roles:
            return found
        for mark in line.sentence.kind("person", "organization"):
            before = _opener(line, mark)
            if before is None:
                continue
            joined = line.at("item_links", mark.last) is not None  # "theo các doanh nghiệp | và chuyên gia, …"
            several = mark.kind == "organization" and mark.value.plural  # "theo các doanh nghiệp | trong ngành, …"
            rest = mark.last + (_FIRM if mark.kind == "person" or joined or several else 1)
            comma = _name_ends(line, mark.last, rest)
            if comma is None or clause_start(line, before.first) is None:
                continue
            found.append(Frame(before.first, comma + 1, SAYING, source=self._sources.of(line.sentence, mark)))
        for opener in line.of("quote_openers"):
            pronoun = line.before("speaker_pronouns", opener.last) or line.at("speaker_pronouns", opener.last)
            comma = pronoun is not None and line.char(pronoun.last) == ","
            asks = pronoun is not None and line.at("wish_modals", pronoun.last) is not None  # "theo vị này | cần …"
            if pronoun is not None and (comma or asks) and clause_start(line, opener.first) is not None:
                found.append(Frame(opener.first, pronoun.last + comma, SAYING, pronoun=True))
                continue
            people = _people_named(line, opener.last)
            if people is not None and clause_start(line, opener.first) is not None:
                text = line.sentence.slice(opener.last, people)
                source = Source("t " + text.lower(), text, collective=True)
                found.append(Frame(opener.first, people + 1, SAYING, source=source))
        return found

    def _inspected(self, line: Line) -> list[Frame]:
        """ "Theo kết luận thanh tra (của Bộ Y tế), …"."""
        found = []
        for paper in line.of("inspection_papers"):
            before = line.before("quote_openers", paper.first)
            comma = next((k for k in range(paper.last, len(line)) if line.char(k) == ","), None)
            if before is None or comma is None or clause_start(line, before.first) is None:
                continue
            owners = [m for m in line.sentence.kind("person", "organization") if paper.last <= m.first < comma]
            source = self._sources.of(line.sentence, owners[0]) if owners else None
            found.append(Frame(before.first, comma + 1, SAYING, source=source, body=source is None))
        for scene in line.of("inspection_scenes"):
            end = next((k for k in range(scene.last, len(line)) if line.char(k) in HARD), len(line))
            shown = next(line.within("showing_verbs", scene.first, end), None)
            if (
                shown is not None
                and clause_start(line, scene.first) is not None
                and self._bare_scene(line, scene, shown)
            ):
                found.append(Frame(scene.first, shown.last, SAYING, shown.word, body=True, inspects=True))
        return found

    @staticmethod
    def _bare_scene(line: Line, scene: Cue, shown: Cue) -> bool:
        """Whether nobody is the subject of what was shown: "Qua kiểm toán tại hai đơn vị | cho thấy …"."""
        return not any(line.mark_at(k) is not None for k in range(shown.first - 1, shown.first))


def _as_inspection(line: Line, frame: Frame) -> Frame:
    """The frame, with a note if it names an inspection's paper, or tells what an inspection showed."""
    paper = line.has("inspection_papers", frame.first, min(frame.content + _GIVEN, len(line)))
    scene = line.has("inspection_scenes", max(0, frame.first - _SCENE), min(frame.content + _SCENE, len(line)))
    inspects = paper or scene
    return frame if frame.inspects == inspects else replace(frame, inspects=inspects)


def _bare(line: Line, cue: Cue, verb: SpeechVerb) -> Frame | None:
    """The verb without a subject, at a clause's start or right before the body that must act."""
    assesses = verb.act in ("shortcoming", "recognition")
    if is_weak(line, cue) and not (assesses and cue.first == 0):
        return None
    proposes = verb.act == "recommendation" or (verb.act == "by_rank" and _to_body(line, cue, verb))
    if line.before("future_markers", cue.first) is not None and not proposes:
        return None  # what will be ordered is not yet; what will be proposed is
    before = line.before(SPEECH, cue.first)
    if before is not None and not is_nominal(line, before):
        return None
    start, to_body, linked = clause_start(line, cue.first), _to_body(line, cue, verb), _linked(line, cue)
    saying = line.at("saying_verbs", cue.first) is not None or (linked and is_sure(line, cue))
    if line.before("purpose_links", cue.first) is not None and not linked:
        return None
    if start is None and not ((to_body and _trails(line, cue)) or (linked and saying)):
        return None
    if verb.act not in DEMANDS and start != 0 and not saying and not starts_afresh(line, cue.first):
        return None
    adverb = line.before("directive_adverbs", cue.first)
    first = start if start is not None else adverb.first if linked and adverb is not None else cue.first
    if first > 0 and not linked and line.at("task_orders", cue.first) is not None and line.char(first - 1) == ",":
        return None
    return Frame(
        first,
        after_verb(line, cue),
        verb,
        cue.word,
        pronoun=line.has("self_words", first, cue.first),
        to_body=to_body,
        linked=linked,
        opens=_opens(line, first, cue.first),
        sure=is_sure(line, cue),
    )


def _holds_opinion(line: Line, cue: Cue) -> bool:
    """Whether only the next verb says what the opinion is: "có ý kiến | (của đại biểu) cho rằng …"."""
    if line.at("existence_words", cue.first) is None or line.at("opinion_nouns", cue.first + 1) is None:
        return False
    end = next((k for k in range(cue.last, len(line)) if line.char(k) in PAUSES), len(line))
    return cue.last - cue.first <= _OPINION and line.has("saying_verbs", cue.last, end)


def _opinion(line: Line, cue: Cue, verb: SpeechVerb) -> Frame | None:
    """ "Có ý kiến đề nghị …": the opinion of nobody in particular."""
    existing = line.at("existence_words", cue.first) or line.before("existence_words", cue.first)
    opinion = line.at("opinion_nouns", existing.last) if existing is not None else None
    if existing is None or opinion is None or clause_start(line, existing.first) is None:
        return None
    text = line.sentence.slice(opinion.first, opinion.last)
    source = Source("t " + text.lower(), collective=True, layman=True)
    return Frame(existing.first, after_verb(line, cue), verb, cue.word, source)


def _announces(line: Line, cue: Cue, verb: SpeechVerb) -> bool:
    """Whether who ordered goes on to say what is to come: "(yêu cầu Sở Y tế) …, và | cho biết sẽ sớm bố trí vốn"."""
    if verb.act in DEMANDS or line.at("saying_verbs", cue.first) is None or not _linked(line, cue):
        return False
    return line.any_at(cue.last, "future_markers", "that_markers") is not None


def _inside_task(line: Line, outer: Frame, inner: Frame) -> bool:
    """Whether a subject within a demand begins no clause: "(yêu cầu) gửi ngay | Chủ tịch UBND các tỉnh quán triệt",
    "(giao) | cơ quan này đánh giá"."""
    return outer.demands and not inner.subjectless and clause_start(line, inner.first) is None


def _to_body(line: Line, cue: Cue, verb: SpeechVerb) -> bool:
    """Whether the one who must act stands right behind the verb."""
    mark = line.mark_at(after_cho(line, cue.last))
    return verb.act in DEMANDS and verb.addressee and mark is not None and mark.kind != "document"


def _trails(line: Line, cue: Cue) -> bool:
    """Whether a verb stands before in the clause, whose subject goes on asking: "họp bàn và | đề nghị Sở X"."""
    comma = next((k for k in range(cue.first - 1, -1, -1) if line.char(k) in HARD or line.char(k) == ","), -1)
    i = skip_light(line, comma + 1, cue.first)
    if any(m.first == i for m in line.sentence.kind("quantity")) or line.sentence.atom(i)[0].isdigit():
        return False  # "59 cơ sở đã | đề nghị …" have a word of their own
    return any(line.has(role, i, cue.first) for role in ("action_verbs", SPEECH))


def _linked(line: Line, cue: Cue) -> bool:
    """Whether "và" joins the verb to the one before: "… nói và đã yêu cầu"."""
    tense = line.before("tense_markers", cue.first) or line.before("directive_adverbs", cue.first)
    at = tense.first if tense is not None else cue.first
    return line.before("item_links", cue.first) is not None or line.before("item_links", at) is not None


def _opens(line: Line, first: int, verb: int) -> bool:
    """Whether nothing of the clause stands before: its start, "thì", or "tôi" as the subject."""
    if first == 0 or line.before("then_markers", first) is not None or line.has("self_words", first, verb):
        return True
    return line.char(first - 1) in HARD and line.char(first - 1) not in "()"


def _name_ends(line: Line, i: int, last: int) -> int | None:
    """The comma behind a name, or behind the rest of the firm it belongs to: "theo bà X, Chủ tịch Công ty | Y Z,"."""
    for k in range(i, min(last, len(line))):
        if line.char(k) == "," or (line.char(k) == ":" and k == i):
            return k
        if line.char(k) in HARD or line.at(SPEECH, k) is not None or line.at("tense_markers", k) is not None:
            return None
    return None


def _behind_words(line: Line, i: int) -> bool:
    """Whether only "là" and a noun stand between a quotation and atom i: "…”, là quan điểm | chỉ đạo của"."""
    copula = next((c for k in range(i - 1, max(0, i - _GIVEN), -1) if (c := line.at("copulas", k)) is not None), None)
    return copula is not None and line.char(copula.first - 1 - (line.char(copula.first - 1) in ",-")) == '"'


def _people_named(line: Line, i: int) -> int | None:
    """The comma behind people without a name at atom i: "(theo) một số thành viên đoàn giám sát |, …"."""
    count = line.any_at(i, "lead_in_counts", "actor_determiners")
    heads = ("speaker_heads", "voice_people") if count is not None else ("voice_people",)  # "(theo) giới chuyên gia |"
    head = line.any_at(count.last if count is not None else i, *heads)
    if head is None:
        return None
    for k in range(head.last, min(i + _NOUN_TO_SPEAKER, len(line))):
        if line.char(k) in ",:":
            return k
        if line.char(k) in HARD or line.at(SPEECH, k) is not None:
            return None
    return None


def _opener(line: Line, mark: Mark) -> Cue | None:
    """ "theo" before the name, or before what a person is: "theo | chuyên gia lâm nghiệp - TS Đỗ Minh Khôi"."""
    before = line.before("quote_openers", mark.first)
    if before is not None or mark.kind != "person":
        return before
    for k in range(mark.first - 1, max(-1, mark.first - _GAP), -1):
        if line.char(k) in HARD or line.char(k) == ",":
            return None
        head = line.any_at(k, "voice_people", "speaker_heads")
        opener = line.before("quote_openers", k) if head is not None else None
        if opener is not None:
            return opener
    return None


def _copula(line: Line, i: int) -> Cue | None:
    """ "… của Thủ tướng | là", "… được Thủ tướng | nêu ra là": the copula at atom i or behind the verb of giving."""
    copula = next((c for k in range(i, i + _GIVEN) if (c := line.at("copulas", k)) is not None), None)
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
