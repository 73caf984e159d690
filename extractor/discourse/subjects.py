"""The subject of a speech verb: the person, body or noun phrase to its left that speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from extractor.discourse.cues import ORDERING, SPEECH, Cue, Line
from extractor.discourse.frame import DEMANDS, Frame
from extractor.discourse.glue import seams
from extractor.discourse.sources import Source, Sources
from extractor.discourse.verbs import HARD, after_verb, has_addressee, is_nominal, is_sure, is_weak, starts_afresh
from extractor.document import Mark
from extractor.rulebook.tables import SpeechVerb

SPEAKING: Final = ("person", "organization", "place")
_GAP: Final = 14  # atoms between subject and verb
_PHRASE: Final = 12  # atoms of a subject that is no mark
_TITLES: Final = 16  # atoms of titles behind a name
_BRIDGE: Final = 7  # atoms between a pronoun and its verb
_CLOSE: Final = 4

Role = Literal["subject", "oblique", "task"]


class SubjectFinder:
    """Finds who says what a speech verb opens."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def find(self, line: Line, cue: Cue, verb: SpeechVerb, floor: int) -> Frame | Literal["task"] | None:
        """The frame with the subject to the left of the verb, within its clause and not before atom `floor`.

        "task" says that the verb is no speech but what a body does or must do ("UBND tỉnh | chỉ đạo Sở Y tế …").
        """
        if line.before("self_words", _before_adverbs(line, floor, cue.first)) is not None:
            return None  # "Nghị quyết của Chính phủ đã có nhưng tôi | kiến nghị …": whoever speaks
        k = floor if starts_afresh(line, cue.first) else cue.first
        while k > floor and cue.first - k <= _GAP:
            mark = line.mark_at(k - 1)
            if mark is not None and mark.kind in SPEAKING:
                role = self._role(line, cue, verb, mark)
                if role == "task":
                    return "task"
                if role == "subject":
                    first = _voice_start(line, mark)
                    source = _people_of(line, mark, self._joined(line, mark))
                    return Frame(first, after_verb(line, cue), verb, cue.word, source, sure=is_sure(line, cue))
                k = mark.first
                continue
            remark = _remark(line, k)
            if remark is not None:
                k = remark  # "đại biểu Minh (đoàn Hà Giang) | đề nghị"
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
        return self._phrase(line, cue, verb, k)

    # --- marks -------------------------------------------------------------------------------------------------------

    def _role(self, line: Line, cue: Cue, verb: SpeechVerb, mark: Mark) -> Role:
        """What the mark is to the verb behind it: its subject, oblique (look further), or the verb is its task."""
        if line.char(mark.first - 1) == "(":
            mark = line.mark_at(mark.first - 2) or mark  # "gửi Bộ Thương mại (MOC) | yêu cầu": the name before decides
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
        trigger = line.before(SPEECH, _series_start(line, mark))
        asking = trigger.verb if trigger is not None and not is_nominal(line, trigger) else None
        if asking is not None and asking.addressee:
            return "task" if asking.act in DEMANDS else "oblique"
        if line.before("nominal_heads", mark.first) is not None and not _headed(line, cue, mark):
            return "task"  # "việc | EVN thông báo"
        series = _series_start(line, mark)
        if series < mark.first and line.before("support_links", series) is not None:
            return "task"  # "phối hợp với Bộ X, Sở Y | kiến nghị …": they help
        oblique, acting = line.before("oblique_markers", mark.first), line.before("action_verbs", mark.first)
        if acting is not None and line.at("saying_verbs", acting.first) is not None:
            acting = None  # "ông Minh cho biết | Cục đang đề xuất …"
        if oblique is None and acting is not None and verb.act not in DEMANDS and line.at("action_verbs", cue.first):
            return "task"  # "Bộ X phối hợp Bộ Y | đánh giá mức độ …" acts
        oblique = oblique or acting
        voiced = oblique is None or _paper_of(line, oblique) or _voiced(line, oblique) or passes_on(line, mark)
        return "subject" if voiced else "oblique"

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
        apposed = line.mark_at(first - 2) if line.char(first - 1) == "," else None
        if mark.kind == "organization" and _one_person(apposed):
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

    # --- no marks ----------------------------------------------------------------------------------------------------

    def _phrase(self, line: Line, cue: Cue, verb: SpeechVerb, start: int) -> Frame | None:
        """A subject that is no mark: a pronoun, or a noun phrase that may name a speaker."""
        first = _skip_connectives(line, start, cue.first)
        there = (cue.last for cue in line.within("existence_words", first, cue.first))
        several = (k for k in there if line.any_at(k, "lead_in_counts", "speaker_heads") is not None)
        first = next(several, first)  # "đã có | nhiều ý kiến", "có | ý kiến của đại biểu cho rằng"
        content, sure = after_verb(line, cue), is_sure(line, cue)
        pronoun = line.at("speaker_pronouns", first)
        if pronoun is not None and _only_bridge(line, pronoun.last, cue.first):
            return Frame(first, content, verb, cue.word, pronoun=True, sure=sure)
        body = line.at("body_pronouns", first)
        if body is not None and _only_bridge(line, body.last, cue.first):
            return Frame(first, content, verb, cue.word, body=True, noun=body.word, sure=sure)
        paper = _paper_at(line, first)
        if paper is not None and _only_bridge(line, paper, cue.first):
            return Frame(first, content, verb, cue.word, body=True, noun="", sure=sure, paper=True)
        text = self._speaking_phrase(line, first, cue.first)
        if text is None:
            return None
        layman = any(line.at("laymen", k) is not None for k in range(first, cue.first))
        nobody = line.at("opinion_nouns", first) if line.at("voice_people", first) is None else None
        bare = nobody is not None and text == line.sentence.slice(first, nobody.last)
        name = None if bare else text  # "có | ý kiến | cho rằng": nobody in particular
        source = Source("t " + text.lower(), name, collective=True, layman=layman)
        return Frame(first, content, verb, cue.word, source, sure=sure)

    @staticmethod
    def _speaking_phrase(line: Line, first: int, verb: int) -> str | None:
        """The noun phrase at atom `first` if it may name a speaker: "cử tri xã Nậm Khao", "các nhà khoa học"."""
        head = line.any_at(first, "speaker_heads", "actor_determiners", "lead_in_counts")
        if head is None or verb - first > _PHRASE or head.last > verb:
            return None
        if line.at("speaker_heads", first) is None and line.any_at(head.last, "speaker_heads", "laymen") is None:
            return None
        last = _before_adverbs(line, first, verb)
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
    paper = line.at("paper_pronouns", i) or line.at(ORDERING, i)
    return paper.last if paper is not None else None


def _may_be_speech(line: Line, cue: Cue, verb: SpeechVerb, mark: Mark) -> bool:
    """Whether a verb that is mostly a task is speech: right behind a person, and if it demands, to someone."""
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


def _headed(line: Line, cue: Cue, mark: Mark) -> bool:
    """Whether a heading runs into the sentence that the name begins: "Gỡ vướng về cơ chế | Bộ trưởng X cho biết …"."""
    named = mark.kind == "person" and bool(mark.value.name) and line.sentence.atom(mark.first)[0].isupper()
    return named and line.at("saying_verbs", cue.first) is not None and line.before("clause_takers", mark.first) is None


def _titles(line: Line, cue: Cue, mark: Mark) -> bool:
    """Whether the verb begins what a document is called: "Quyết định số 12/QĐ-TTg của Thủ tướng | phê duyệt Đề án"."""
    owner = line.before("owner_markers", mark.first)
    paper = line.mark_at(owner.first - 1) if owner is not None else None
    return paper is not None and paper.kind == "document" and line.at("titling_verbs", cue.first) is not None


def _paper_of(line: Line, oblique: Cue) -> bool:
    """ "văn bản của | Sở Y tế yêu cầu": the Sở speaks in its paper, or in the word that another passes on."""
    paper, noun = line.mark_at(oblique.first - 1), line.before("paper_nouns", oblique.first)
    return noun is not None or (paper is not None and paper.kind == "document")


def passes_on(line: Line, mark: Mark | None) -> bool:
    """Whether another only passes on what the one named here wants: "truyền đạt ý kiến chỉ đạo của | Thủ tướng"."""
    owner = line.before("owner_markers", mark.first) if mark is not None and mark.kind == "person" else None
    word = line.before("voice_nouns", owner.first) if owner is not None else None
    return word is not None and line.before("conveying_verbs", word.first) is not None


def _voiced(line: Line, oblique: Cue) -> bool:
    """ "đại diện của | X", "Báo cáo về công nghệ của | X": a paper or people of X at the clause's start speak for X."""
    if line.any_at(oblique.first, "owner_markers", "origin_markers") is None:
        return False
    first = _skip_connectives(line, _clause_before(line, oblique.first), oblique.first)
    paper_in = line.at("paper_places", first)
    first = paper_in.last if paper_in is not None else first
    mark = line.mark_at(first)
    if mark is not None and mark.kind == "document":
        return True
    return line.any_at(first, "paper_nouns", "voice_heads") is not None


def _voice_start(line: Line, mark: Mark) -> int:
    """Where the subject begins: at the people or paper that speak for the one named ("| báo cáo của X nêu rõ")."""
    oblique = line.before("oblique_markers", mark.first)
    if oblique is None or not _voiced(line, oblique):
        head = line.before("voice_heads", mark.first)  # "chuyên gia | WB"
        return head.first if head is not None and oblique is None else mark.first
    return _skip_connectives(line, _clause_before(line, oblique.first), oblique.first)


def _people_of(line: Line, mark: Mark, body: Source) -> Source:
    """Who speaks where people of a body do: "các thành viên Hội đồng", "chuyên gia của WB"; they are not the body."""
    owner = line.before("owner_markers", mark.first)
    last = owner.first if owner is not None else mark.first
    people = line.before("voice_people", last)
    if people is None or mark.kind == "person":
        return body
    determiner = line.before("actor_determiners", people.first)
    first = determiner.first if determiner is not None else people.first
    text = line.sentence.slice(first, mark.last)
    return replace(body, key="t " + text.lower(), name=text, organization=body.name, collective=True)


def _clause_before(line: Line, i: int) -> int:
    """Where the clause of atom i begins; the date of a paper between commas does not end it."""
    seam = max((k for k in seams(line) if k < i), default=0)
    dates = line.sentence.kind("period")
    for k in range(i - 1, seam - 1, -1):
        dated = line.char(k) == "," and any(k < m.first <= k + 2 for m in dates)
        if line.char(k) in HARD or (line.char(k) == "," and not dated):
            return k + 1
    return seam


def _remark(line: Line, i: int) -> int | None:
    """The atom of the bracket that opens a remark behind a person and closes before atom i."""
    if line.char(i - 1) != ")":
        return None
    opening = next((k for k in range(i - 2, max(-1, i - _TITLES), -1) if line.char(k) == "("), None)
    mark = line.mark_at(opening - 1) if opening is not None else None
    return opening if _one_person(mark) else None


def _bare_post(line: Line, mark: Mark) -> bool:
    """Whether the mark is an office without a name behind a comma."""
    return mark.kind == "person" and not mark.value.name and line.char(mark.first - 1) == ","


def _one_person(mark: Mark | None) -> bool:
    return mark is not None and mark.kind == "person" and not mark.value.collective


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


def _skip_connectives(line: Line, first: int, last: int) -> int:
    """Over what may stand before a subject: connectives, punctuation."""
    while first < last:
        skip = line.any_at(first, "continuers", "contrast", "item_links", "tense_markers")
        if skip is not None and skip.last <= last:
            first = skip.last
        elif line.char(first) in HARD or line.char(first) in ",-":
            first += 1
        else:
            break
    return first


def _only_bridge(line: Line, first: int, last: int) -> bool:
    """Whether only adverbs, tense and a short adverbial stand between subject and verb."""
    if last - first > _BRIDGE or any(line.char(k) in HARD for k in range(first, last)):
        return False
    return not line.has("modals", first, last)


def _before_adverbs(line: Line, first: int, last: int) -> int:
    """Where the adverbs before the verb begin."""
    roles = ("tense_markers", "directive_adverbs", "past_markers")
    while last > first:
        cue = next((found for role in roles if (found := line.before(role, last)) is not None), None)
        if cue is None or cue.first <= first:
            return last
        last = cue.first
    return last
