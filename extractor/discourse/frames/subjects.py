"""The subject of a speech verb: the person, body or noun phrase to its left that speaks."""

from __future__ import annotations

from typing import Final, Literal

from extractor.discourse.frames.frame import DEMANDS, Frame
from extractor.discourse.frames.passives import behind_passive, in_passive
from extractor.discourse.frames.spokesmen import (
    one_person,
    paper_of,
    passes_on,
    people_of,
    person_before,
    voice_start,
    voiced,
)
from extractor.discourse.frames.unnamed import behind_scene, find_unnamed
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.clauses import in_credit
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import (
    HARD,
    after_verb,
    before_adverbs,
    has_addressee,
    is_nominal,
    is_sure,
    is_weak,
    starts_afresh,
)  # fmt: skip
from extractor.document import Mark
from extractor.rulebook.tables import SpeechVerb

SPEAKING: Final = ("person", "organization", "place")
_GAP: Final = 14  # atoms between subject and verb
_TITLES: Final = 16  # atoms of titles behind a name
_CLOSE: Final = 4
_SHORT: Final = 3  # atoms of an abbreviation and its brackets

Relation = Literal["subject", "oblique", "task"]


class SubjectFinder:
    """Finds who says what a speech verb opens."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def find(self, line: Line, cue: Cue, verb: SpeechVerb, floor: int) -> Frame | Literal["task"] | None:
        """The frame with the subject to the left of the verb, within its clause and not before atom `floor`.

        "task" says that the verb is no speech but what a body does or must do ("UBND tỉnh | chỉ đạo Sở Y tế …").
        """
        if line.before("self_words", before_adverbs(line, floor, cue.first)) is not None:
            return None  # "Nghị quyết của Chính phủ đã có nhưng tôi | kiến nghị …": whoever speaks
        k = floor if starts_afresh(line, cue.first) else cue.first
        while k > floor and cue.first - k <= _GAP:
            mark = line.mark_at(k - 1)
            if mark is not None and in_credit(line, mark.first):
                break  # "(Ảnh: TTXVN) | Đề nghị …"
            if mark is not None and mark.kind in SPEAKING:
                relation = "oblique" if _acted_on(line, cue, mark) else self._relation(line, cue, verb, mark)
                if relation == "task":
                    return "task"
                if relation == "subject":
                    first = voice_start(line, mark)
                    source = people_of(line, mark, self._joined(line, mark))
                    content = behind_passive(line, cue) if in_passive(line, cue, mark) else after_verb(line, cue)
                    return Frame(first, content, verb, cue.word, source, sure=is_sure(line, cue))
                k = mark.first
                continue
            remark = _remark(line, k)
            if remark is not None:
                k = remark  # "đại biểu Minh (đoàn Hà Giang) | đề nghị", "Cục Thú y (Bộ Nông nghiệp) | cho biết"
                continue
            if line.char(k - 1) == ")" and line.mark_at(k - 2) is not None:
                k -= 1  # "Diễn đàn Kinh tế tư nhân (VBF) | đề nghị": the abbreviation is the subject
                continue
            then = line.before("then_markers", k)
            named = line.mark_at(then.first - 1) if then is not None else None
            if then is not None and named is not None and named.kind == "person":
                k = then.first  # "ông Minh | thì cho rằng"
                continue
            if line.char(k - 1) in HARD or then is not None:
                break
            if line.char(k - 1) == ",":
                if not self._crosses(line, k - 1, cue.first):
                    break
                titled = self._titled(line, k - 1)
                k = titled.last if titled is not None else k - 1
            else:
                k = mark.first if mark is not None else k - 1
        if is_weak(line, cue) or starts_afresh(line, cue.first):
            return None
        return find_unnamed(line, cue, verb, k)

    def _relation(self, line: Line, cue: Cue, verb: SpeechVerb, mark: Mark) -> Relation:
        """What the mark is to the verb behind it: its subject, oblique (look further), or the verb is its task."""
        if line.char(mark.first - 1) == "(":
            mark = line.mark_at(mark.first - 2) or mark  # "gửi Bộ Thương mại (MOC) | yêu cầu": the name before decides
        if in_passive(line, cue, mark):
            return "subject"
        if line.has("modals", mark.last, cue.first) or _subordinate(line, verb, mark):
            return "task"
        if _titles(line, cue, mark):
            return "task"
        if line.before("purpose_links", cue.first) is not None:
            return "task"  # "phó chủ tịch để | đánh giá"
        body = (
            mark.kind != "person"
            or mark.value.collective
            or (mark.last == cue.first and mark.value.name_last not in (None, mark.last))
        )
        if body and line.at("named_orders", cue.first) and not has_addressee(line, cue.last):
            return "task"  # "Tổ trưởng Tổ công tác | chỉ đạo giải ngân" tells what the body is for
        if is_weak(line, cue) and not _may_be_speech(line, cue, verb, mark):
            return "task"
        if behind_scene(line, mark.first) and mark.kind == "person":
            return "subject"  # "Tại buổi làm việc | đồng chí Minh yêu cầu"
        if verb.act == "statement" and _acts_before(line, mark.last, cue.first):
            return "task"
        trigger = line.before(SPEECH, _series_start(line, mark))
        asking = trigger.verb if trigger is not None and not is_nominal(line, trigger) else None
        if asking is not None and asking.addressee:
            return "task" if asking.act in DEMANDS else "oblique"
        if line.before("nominal_heads", mark.first) is not None and not _headed(line, cue, mark):
            return "task"  # "việc | EVN thông báo"
        series = _series_start(line, mark)
        opening = line.mark_at(series)
        placed = mark.kind == "place" and opening is not None and opening.kind == "place"
        if placed and line.before("oblique_markers", series) is not None and person_before(line, mark) is None:
            return "oblique"  # "chủ quán tại xã An Bình, | huyện Phú Giáo nói"
        if series < mark.first and line.before("support_links", series) is not None:
            return "task"  # "phối hợp với Bộ X, Sở Y | kiến nghị …": they help
        oblique, acting = line.before("oblique_markers", mark.first), line.before("action_verbs", mark.first)
        if acting is not None and line.at("saying_verbs", acting.first) is not None:
            acting = None  # "ông Minh cho biết | Cục đang đề xuất …"
        if oblique is None and acting is not None and verb.act not in DEMANDS and line.at("action_verbs", cue.first):
            return "task"  # "Bộ X phối hợp Bộ Y | đánh giá mức độ …" acts
        oblique = oblique or acting
        speaks = oblique is None or paper_of(line, oblique) or voiced(line, oblique) or passes_on(line, mark)
        return "subject" if speaks else "oblique"

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
            if mark.last > comma or comma - mark.last > _TITLES:
                continue
            inner = range(mark.last, comma)
            broken = any(line.char(k) in HARD or line.at(SPEECH, k) is not None for k in inner)
            titles = any(line.char(k) == "," for k in range(mark.first, mark.last))  # "bà Lan, tiểu thương | ở chợ X,"
            opened = titles or line.char(mark.last) in ",-" or mark.last == comma
            return mark if opened and not broken else None
        return None

    def _joined(self, line: Line, mark: Mark) -> Source:
        """The speaker, with those coordinated before it: "lãnh đạo Văn phòng, lãnh đạo các phòng"."""
        sentence, first = line.sentence, mark.first
        named = self._titled(line, first - 1) if _bare_post(line, mark) else None
        if named is not None and named.value.name and not named.value.collective:
            return self._sources.of(sentence, named)  # "GS Khôi - nguyên Viện trưởng, | Chủ tịch Hội Quế cho biết"
        if mark.kind == "place" and (person := person_before(line, mark)) is not None:
            return self._sources.of(sentence, person)
        apposed = line.mark_at(first - 2) if line.char(first - 1) == "," else None
        if mark.kind == "organization" and one_person(apposed):
            assert apposed is not None
            if line.before("oblique_markers", apposed.first) is not None:
                return self._sources.of(sentence, mark)  # "Tại cuộc họp với Thủ tướng, UBND tỉnh | kiến nghị"
            return self._sources.of(sentence, apposed)  # "đại biểu X, Tổ đại biểu huyện Y | đề nghị"
        while (before := _coordinated(line, mark, first)) is not None:
            first = before.first
        if first == mark.first:
            return self._sources.of(sentence, mark)
        text = sentence.slice(first, mark.last)
        return Source("t " + text, text, rank=getattr(mark.value, "rank", None), collective=True)


def _acted_on(line: Line, cue: Cue, mark: Mark) -> bool:
    """Whether somebody else does something to the person and speaks: "ông Minh ngắt lời | bà Lan | và cho rằng"."""
    link = line.before("item_links", cue.first)
    if link is None or link.first != mark.last or mark.kind != "person":
        return False
    doer = next((m for m in reversed(line.sentence.kind("person")) if m.last < mark.first), None)
    if doer is None or line.before("item_links", mark.first) or line.before("oblique_markers", doer.first):
        return False
    return all(line.sentence.atom(k).islower() for k in range(doer.last, mark.first))


def _may_be_speech(line: Line, cue: Cue, verb: SpeechVerb, mark: Mark) -> bool:
    """Whether a verb that is mostly a task is speech: right behind a person, and if it demands, to someone; of a body
    where it calls people: "Hội Chữ thập đỏ | kêu gọi nhân dân …"."""
    if line.at("calling_verbs", cue.first) is not None and cue.first - mark.last <= _CLOSE:
        return has_addressee(line, cue.last) and line.before("tense_markers", cue.first) is None
    close = mark.kind == "person" and cue.first - mark.last <= _CLOSE
    # "ông Minh góp ý: …", "ông Minh góp ý cần …"
    whole = line.char(cue.last) in ".:" or line.any_at(cue.last, "that_markers", "modals") is not None
    return close and (verb.act not in DEMANDS or whole or has_addressee(line, cue.last))


def _subordinate(line: Line, verb: SpeechVerb, mark: Mark) -> bool:
    """Whether a word before the names opens a clause that only tells more: "vấn đề mà | Chính phủ, Thủ tướng chỉ đạo",
    "mặc dù | UBND tỉnh đã yêu cầu …"."""
    first = _series_start(line, mark)
    if line.before("relative_openers", mark.first) is not None or line.before("relative_openers", first) is not None:
        return True
    return verb.act in DEMANDS and line.before("concession_openers", first) is not None


def _acts_before(line: Line, first: int, verb: int) -> bool:
    """Whether the word only says what is done: "Sở X | sớm ban hành bộ tiêu chí đánh giá …"."""
    if (
        line.at("action_verbs", verb) is None
        or line.char(verb - 1) == ","
        or line.before("item_links", verb) is not None
    ):
        return False
    acting = line.next("action_verbs", first, verb)
    return acting is not None and acting.last < verb and line.at(SPEECH, acting.first) is None


def _headed(line: Line, cue: Cue, mark: Mark) -> bool:
    """Whether a heading runs into the sentence that the name begins: "Gỡ vướng về cơ chế | Bộ trưởng X cho biết …"."""
    named = mark.kind == "person" and bool(mark.value.name) and line.sentence.atom(mark.first)[0].isupper()
    return named and line.at("saying_verbs", cue.first) is not None and line.before("clause_takers", mark.first) is None


def _titles(line: Line, cue: Cue, mark: Mark) -> bool:
    """Whether the verb begins what a document is called: "Quyết định số 12/QĐ-TTg của Thủ tướng | phê duyệt Đề án"."""
    owner = line.before("owner_markers", mark.first)
    paper = line.mark_at(owner.first - 1) if owner is not None else None
    return paper is not None and paper.kind == "document" and line.at("titling_verbs", cue.first) is not None


def _remark(line: Line, i: int) -> int | None:
    """The atom of the bracket that opens a remark behind a name and closes before atom i; a short name is none."""
    if line.char(i - 1) != ")":
        return None
    opening = next((k for k in range(i - 2, max(-1, i - _TITLES), -1) if line.char(k) == "("), None)
    mark = line.mark_at(opening - 1) if opening is not None else None
    if opening is None or mark is None or mark.kind not in SPEAKING:
        return None
    return opening if one_person(mark) or i - opening > _SHORT else None


def _bare_post(line: Line, mark: Mark) -> bool:
    """Whether the mark is an office without a name behind a comma."""
    return mark.kind == "person" and not mark.value.name and line.char(mark.first - 1) == ","


def _series_start(line: Line, mark: Mark) -> int:
    """Where the series of names begins that ends with this one: "| các thành viên Chính phủ, các địa phương"."""
    first = mark.first
    while True:
        link = line.before("item_links", first)
        gap = link.first if link is not None else first - 1 if line.char(first - 1) == "," else first
        before = line.mark_at(gap - 1) if gap < first else None
        if before is None or before.last != gap or before.kind not in SPEAKING:
            return first
        first = before.first


def _coordinated(line: Line, mark: Mark, first: int) -> Mark | None:
    """The mark of the same kind that "," or "và" joins to what begins at atom `first`; of persons only groups."""
    link = line.before("item_links", first)
    gap = link.first if link is not None else first - 1 if line.char(first - 1) == "," else first
    before = line.mark_at(gap - 1) if gap < first else None
    if before is None or before.kind != mark.kind or before.kind == "place":
        return None
    if mark.kind == "person" and not (before.value.collective and mark.value.collective):
        return None
    return None if line.before("oblique_markers", before.first) is not None else before
