"""Who takes the word with a frame of speech: its subject, or for whom a pronoun or a noun of its stands."""

from __future__ import annotations

from extractor.discourse.asides import NOBODY, signer
from extractor.discourse.frames.frame import Frame
from extractor.discourse.parties.actors import find_actor
from extractor.discourse.parties.sources import Source
from extractor.discourse.state import Article, State
from extractor.discourse.words.clauses import skip_fronted, skip_light
from extractor.discourse.words.cues import Line
from extractor.discourse.words.verbs import starts_afresh


def enter(article: Article, line: Line, frame: Frame) -> bool:
    """Give the word to the frame's speaker; False where nobody is known."""
    state = article.state
    source = _retold(article, line, frame) or _speaker(article, line, frame)
    if source is None:
        return False
    same = state.source is not None and state.source.key == source.key
    asked = state.addressee, state.addressee_source
    linked = same and frame.subjectless and frame.verb.act == "directive" and _spoke_here(article, line)
    linked = linked and line.char(frame.first - 1) != ";"
    if not (frame.quoted and frame.first == 0 and same and state.open):  # else the quotation just goes on
        state.take(frame, source)
        article.heard.append((line.index, frame, source))
    if linked:
        state.addressee, state.addressee_source = asked  # "lưu ý Sở X về việc này, | yêu cầu xử lý nghiêm"
    return True


def _spoke_here(article: Article, line: Line) -> bool:
    """Whether the speaker took the word in this sentence."""
    return bool(article.heard) and article.heard[-1][0] == line.index


def _retold(article: Article, line: Line, frame: Frame) -> Source | None:
    """Who tells what a paper or another body found: "Theo Thủ tướng, | Kết luận của Bộ Chính trị đã chỉ rõ hạn chế"."""
    told = article.heard[-1] if article.heard else None
    if told is None or told[0] != line.index or frame.demands or frame.quoted or frame.source is None:
        return None
    _, outer, source = told
    within = outer.trigger is None and not outer.quoted and outer.content <= frame.first
    keeps = within and source.person and not frame.source.person and line.char(outer.content - 1) == ","
    return source if keeps else None


def _speaker(article: Article, line: Line, frame: Frame) -> Source | None:
    """Who speaks: the subject; for a pronoun or no subject whoever spoke last, or is named behind."""
    state: State = article.state
    if frame.pronoun:
        return state.person or _last_person(article, line) or state.source
    if frame.body and frame.paper:
        return signer(article, line) or state.source or (NOBODY if frame.demands or frame.inspects else None)
    if frame.body:
        called = _body_called(article, line, frame) or state.body
        called = called or _body_before(article, line, frame) or state.source or _called_so(frame)
        return called or (NOBODY if frame.inspects else None)  # "Theo kết luận thanh tra, …": whose, is not told
    if frame.source is not None:
        if state.person is None:
            return frame.source
        same = (frame.source.collective and state.person.leads(frame.source)) or frame.source.vague
        same = same or _his_body(state, frame.source) or article.ranks.names_again(frame.source, state.person)
        return state.person if same else frame.source
    if (frame.first == 0 or starts_afresh(line, frame.first)) and not frame.demands:
        frames = article.frames[line.index]
        later = next((f.source for f in frames if f.first > frame.first and f.source is not None), None)
        return later or state.source
    if state.source is None and frame.demands:
        told = _told_of(article, line) if line.at("paper_continuers", 0) is not None else None
        return told or _acting_body(article, line, frame)
    return _proposing_body(article, line, frame) or state.source


def _his_body(state: State, source: Source) -> bool:
    """Whether who has the word tells what his own body does: "(Thủ tướng) …. | Chính phủ trăn trở: thủ tục còn …"."""
    person = state.person
    told = person is not None and state.open and state.source is not None and state.source.key == person.key
    return told and person is not None and not source.person and person.speaks_for(source)


def _called_so(frame: Frame) -> Source | None:
    """The body by what the article calls it, where it never names it: "Cơ quan thẩm tra đề nghị …"."""
    return Source("t " + frame.noun.lower(), frame.noun) if frame.noun and len(frame.noun.split()) > 2 else None


def _proposing_body(article: Article, line: Line, frame: Frame) -> Source | None:
    """The body that the sentence opens with, whose proposal its last clause tells: "Bộ Tài chính vừa công bố dự thảo,
    | trong đó đề xuất …"."""
    if frame.verb.act != "recommendation" or frame.first == 0 or line.char(frame.first - 1) != ",":
        return None
    if any(f.first < frame.first for f in article.frames[line.index]):
        return None
    i = skip_fronted(line, skip_light(line, 0, frame.first), frame.first)
    mark = line.mark_at(i)
    if mark is None or mark.first != i or mark.kind != "organization":
        return None
    acts = line.any_at(mark.last, "tense_markers", "issuing_verbs", "submitting_verbs", "action_verbs")
    return article.sources.of(line.sentence, mark) if acts is not None else None


def _told_of(article: Article, line: Line) -> Source | None:
    """Who the sentence before tells of, where nobody has spoken yet: "Thủ tướng có ý kiến … | Theo đó, giao …"."""
    before = article.lines[line.index - 1] if line.index > 0 else None
    marks = before.sentence.kind("person", "organization") if before is not None else []
    for mark in marks:
        if before is not None and before.before("oblique_markers", mark.first) is None:
            return article.sources.of(before.sentence, mark)
    return None


def _body_before(article: Article, line: Line, frame: Frame) -> Source | None:
    """The body that the sentence before tells of, for "cơ quan này" where no body has spoken yet: "Thanh tra tỉnh vừa
    kết thúc đợt kiểm tra. | Cơ quan này kết luận …"."""
    told = _told_of(article, line) if line.at("general_pronouns", frame.first) is not None else None
    return told if told is not None and not told.person else None


def _acting_body(article: Article, line: Line, frame: Frame) -> Source | None:
    """The body whose doings are the reason for what is asked, where nobody has spoken yet: "Ngành Y tế sẽ mở thêm trạm,
    | vì vậy yêu cầu …", "Huyện sắp xếp lại trường lớp. | Do đó, đề nghị …"."""
    here = _head_actor(article, line, frame.first) if frame.first > 0 else None
    if here is not None or line.index == 0 or line.at("continuers", 0) is None:
        return here
    before = article.lines[line.index - 1]
    return _head_actor(article, before, len(before))


def _head_actor(article: Article, line: Line, last: int) -> Source | None:
    """The people or bodies that the sentence opens with, behind its adverbials."""
    i = skip_fronted(line, skip_light(line, 0, last), last)
    actor = find_actor(line, article.sources, i, last)
    if actor is None or actor.first != i:
        return None
    name = actor.name(line)
    return actor.source or Source("t " + name.lower(), name, rank=article.ranks.words.levels.get(name.lower()))


def _last_person(article: Article, line: Line) -> Source | None:
    """The last person whom an earlier sentence names, for "ông" where nobody has spoken yet."""
    for earlier in reversed(article.lines[: line.index]):
        for mark in reversed(earlier.sentence.kind("person")):
            source = article.sources.of(earlier.sentence, mark)
            if source.name is not None and not source.collective:
                return source
    return None


def _body_called(article: Article, line: Line, frame: Frame) -> Source | None:
    """The last body whose name begins with the noun: "Bộ", "Sở", "Hiệp hội"."""
    if not frame.noun:
        return None
    head = frame.noun.split()[0].lower() + " "
    if line.at("general_pronouns", frame.first) is not None:
        here = [m for m in line.sentence.kind("organization") if m.last <= frame.first]
        return article.sources.of(line.sentence, here[-1]) if here else None
    for earlier in reversed(article.lines[: line.index + 1]):
        for mark in reversed(earlier.sentence.kind("organization")):
            before = earlier is not line or mark.last <= frame.first
            if before and earlier.sentence.slice(mark.first, mark.last).lower().startswith(head):
                return article.sources.of(earlier.sentence, mark)
    return None
