"""Frames of speech that name their source first: "Theo ông Thi, …", "Theo kết luận thanh tra, …"."""

from __future__ import annotations

from typing import Final

from extractor.discourse.frames.frame import SAYING, Frame
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.clauses import skip_light
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.modals import modal_within
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import HARD, PAUSES, clause_start, is_nominal
from extractor.document import Mark

_PEOPLE: Final = 12  # atoms of people without a name
_FIRM: Final = 6  # atoms
_GAP: Final = 10  # atoms of what a person is before the name


def find_according(sources: Sources, line: Line) -> list[Frame]:
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
        if _ends_sentence(line, before, mark):
            found.append(Frame(before.first, len(line), SAYING, source=sources.of(line.sentence, mark)))
            continue
        comma = _name_ends(line, mark.last, rest)
        content = comma + 1 if comma is not None else _goes_straight_on(line, before, mark)
        if content is None or (comma is not None and clause_start(line, before.first) is None):
            continue
        found.append(Frame(before.first, content, SAYING, source=sources.of(line.sentence, mark)))
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


def find_inspected(sources: Sources, line: Line, inspectors: tuple[str, ...]) -> list[Frame]:
    """ "Theo kết luận thanh tra (của Bộ Y tế), …"."""
    found = []
    for paper in line.of("inspection_papers"):
        before = line.before("quote_openers", paper.first)
        comma = next((k for k in range(paper.last, len(line)) if line.char(k) == ","), None)
        if before is None or comma is None or clause_start(line, before.first) is None:
            continue
        owners = [m for m in line.sentence.kind("person", "organization") if paper.last <= m.first < comma]
        source = sources.of(line.sentence, owners[0]) if owners else None
        found.append(Frame(before.first, comma + 1, SAYING, source=source, body=source is None))
    for scene in line.of("inspection_scenes"):
        end = next((k for k in range(scene.last, len(line)) if line.char(k) in HARD), len(line))
        shown = next(line.within("showing_verbs", scene.first, end), None)
        if shown is not None and clause_start(line, scene.first) is not None and _bare_scene(line, scene, shown):
            found.append(Frame(scene.first, shown.last, SAYING, shown.word, body=True, inspects=True))
    return found + _found_out(sources, line, inspectors)


def _found_out(sources: Sources, line: Line, inspectors: tuple[str, ...]) -> list[Frame]:
    """What inspectors find: "Thanh tra tỉnh | phát hiện UBND xã thu sai quy định", "Đoàn kiểm tra | phát hiện …"."""
    frames = []
    for shown in line.of("finding_verbs"):
        tense = line.before("tense_markers", shown.first)
        last = tense.first if tense is not None else shown.first
        mark = line.mark_at(last - 1)
        if mark is not None and not line.sentence.slice(mark.first, mark.last).lower().startswith(inspectors):
            continue
        team = line.before("inspection_papers", last)
        first = mark.first if mark is not None else team.first if team is not None else None
        if first is None or clause_start(line, first) is None or shown.last >= len(line):
            continue
        source = sources.of(line.sentence, mark) if mark is not None else None
        frames.append(Frame(first, shown.last, SAYING, shown.word, source, body=source is None, inspects=True))
    return frames


def _bare_scene(line: Line, scene: Cue, shown: Cue) -> bool:
    """Whether nobody is the subject of what was shown: "Qua kiểm toán tại hai đơn vị | cho thấy …"."""
    return not any(line.mark_at(k) is not None for k in range(shown.first - 1, shown.first))


def _name_ends(line: Line, i: int, last: int) -> int | None:
    """The comma behind a name, or behind the rest of the firm it belongs to: "theo bà X, Chủ tịch Công ty | Y Z,"."""
    for k in range(i, min(last, len(line))):
        if line.char(k) == "," or (line.char(k) == ":" and k == i):
            return k
        if line.char(k) in HARD or line.at(SPEECH, k) is not None or line.at("tense_markers", k) is not None:
            return None
    return None


def _ends_sentence(line: Line, opener: Cue, mark: Mark) -> bool:
    """Whether a person is named behind what he said, at the sentence's end: "Cần bỏ bớt thủ tục, | theo ông Minh."."""
    named = mark.kind == "person" and line.char(opener.first - 1) == "," and opener.first > 1
    return named and all(line.char(k) in '.…!"' for k in range(mark.last, len(line)))


def _goes_straight_on(line: Line, opener: Cue, mark: Mark) -> int | None:
    """The atom behind a name that what is asked for follows without a comma: "theo ông Minh | các xã cần …"."""
    if mark.kind != "person" or not mark.value.name or line.at("item_links", mark.last) is not None:
        return None
    first = next((k + 1 for k in range(opener.first - 1, -1, -1) if line.char(k) in PAUSES), 0)
    if (
        clause_start(line, opener.first) is None
        and line.at("fronted_openers", skip_light(line, first, len(line))) is None
    ):
        return None
    end = next((k for k in range(mark.last, len(line)) if line.char(k) in PAUSES), len(line))
    modal = modal_within(line, mark.last, end)
    said = line.within(SPEECH, mark.last, modal) if modal is not None else ()
    if modal is None or line.has("tense_markers", mark.last, modal) or not all(is_nominal(line, cue) for cue in said):
        return None
    return mark.last


def _people_named(line: Line, i: int) -> int | None:
    """The comma behind people without a name at atom i: "(theo) một số thành viên đoàn giám sát |, …"."""
    count = line.any_at(i, "lead_in_counts", "actor_determiners")
    heads = ("speaker_heads", "voice_people") if count is not None else ("voice_people",)  # "(theo) giới chuyên gia |"
    head = line.any_at(count.last if count is not None else i, *heads)
    if head is None:
        return None
    for k in range(head.last, min(i + _PEOPLE, len(line))):
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
