"""Who is spoken to where the sentence names nobody as such."""

from __future__ import annotations

from typing import Final

from extractor.discourse.frames.frame import Frame
from extractor.discourse.kinds import Kind
from extractor.discourse.parties.actors import Actor, find_actor
from extractor.discourse.parties.sources import Source, Sources, one_voice
from extractor.discourse.state import Article
from extractor.discourse.words.clauses import skip_light
from extractor.discourse.words.cues import Line
from extractor.discourse.words.verbs import HARD
from extractor.found import Stretch

_BACK: Final = 3  # sentences
_PAPER: Final = 5  # atoms from a paper to the word by which it is sent
_COUNTRY: Final = "country"


def concerned(sources: Sources, line: Line, frame: Frame) -> Actor | None:
    """ "Đối với | các xã ven biển |, Chủ tịch UBND tỉnh yêu cầu …": not those for whom something is to be done."""
    return None if frame.quoted else turned_to(sources, line, frame.first - 1)


def turned_to(sources: Sources, line: Line, comma: int) -> Actor | None:
    """The body that an adverbial before this comma names: "Riêng | Sở Y tế |, khẩn trương …"."""
    if line.char(comma) != ",":
        return None
    first = _part(line, comma)
    starts = (first, skip_light(line, first, comma))
    opener = next((cue for k in starts if (cue := line.at("towards_markers", k)) is not None), None)
    if opener is None:
        side = line.mark_at(first + 1)  # "về | phía các doanh nghiệp"
        many = side is not None and side.kind == "person" and side.value.collective and side.last == comma
        about = line.at("oblique_markers", first) if many else None
        return find_actor(line, sources, about.last, comma) if about is not None else None
    actor = find_actor(line, sources, opener.last, comma)
    if actor is None or actor.first != opener.last or actor.last != comma:
        return None
    determiner = line.at("actor_determiners", actor.first) if not actor.marked else None
    head = determiner.last if determiner is not None else actor.first
    theirs = line.at("laymen", head) is None or line.at("side_markers", opener.first) is not None
    official = line.at("actor_nouns", head) is not None and theirs
    body = line.mark_at(head)
    return actor if official or (body is not None and body.kind != "document") else None


def recipient(sources: Sources, line: Line, frame: Frame) -> Actor | None:
    """Who got the paper that speaks ("Trong văn bản gửi | Bộ Tài chính |, UBND tỉnh đề nghị …"), or who, above the
    speaker, hears him: "Tại cuộc họp với | Thủ tướng |, UBND tỉnh kiến nghị …"."""
    if frame.to is not None:
        return Actor(frame.to.first, frame.to.last, sources.of(line.sentence, frame.to), marked=True)
    comma = frame.first - 1
    if frame.quoted or line.char(comma) != ",":
        return None
    first = _part(line, comma)
    for mark in line.sentence.kind("person", "organization"):
        sent = line.before("recipient_markers", mark.first)
        if mark.first < first or mark.last > comma:
            continue
        heard = line.before("meeting_links", mark.first)
        if heard is not None and _above(sources.of(line.sentence, mark), frame.source):
            return find_actor(line, sources, mark.first, comma)
        if sent is None:
            continue
        papers = range(max(first, sent.first - _PAPER), sent.first)
        paper = any(line.any_at(k, "paper_nouns", "petition_nouns") is not None for k in papers)
        document = line.mark_at(sent.first - 1)
        if paper or (document is not None and document.kind == "document"):
            return find_actor(line, sources, mark.first, comma)
    return None


def _part(line: Line, i: int) -> int:
    """The atom behind the last hard mark before atom i."""
    return next((k + 1 for k in range(i - 1, -1, -1) if line.char(k) in HARD), 0)


def known_body(article: Article, owners: frozenset[str], line: Line, first: int, last: int) -> Actor | None:
    """ "nỗ lực của Văn phòng UBND tỉnh": the body assessed, where the article has named it before."""
    sources = article.sources
    for mark in line.sentence.kind("organization", "place"):
        owner = line.before("oblique_markers", mark.first)
        if mark.first < first or mark.last > last or owner is None or owner.word not in owners:
            continue
        source = sources.of(line.sentence, mark)
        earlier = article.lines[: line.index]
        if any(sources.of(x.sentence, m).key == source.key for x in earlier for m in x.sentence.kind(mark.kind)):
            return Actor(mark.first, mark.last, source, marked=True)
    return None


def pointed_at(article: Article, line: Line, actor: Actor | None) -> tuple[str, Source] | None:
    """The body that "cơ quan này" stands for: the last one named before that is not above the speaker."""
    if actor is None or line.at("pointing_bodies", actor.first) is None:
        return None
    for earlier in reversed(article.lines[max(0, line.index - _BACK) : line.index + 1]):
        for mark in reversed(earlier.sentence.kind("organization")):
            source = article.sources.of(earlier.sentence, mark)
            if (earlier is not line or mark.last <= actor.first) and not _above(source, article.state.source):
                return earlier.sentence.slice(mark.first, mark.last), source
    return None


def asked_before(article: Article, source: Source) -> tuple[str, Source | None] | None:
    """Whom this speaker asked last, or sent a paper; a place and its committee speak with one voice."""
    asked = article.state.asked
    if (known := asked.get(source.key) or article.recipients.get(source.key)) is not None:
        return known
    return next((to for key, to in reversed(asked.items()) if one_voice(key[2:], source.key[2:])), None)


def one_body(line: Line, actor: Actor) -> bool:
    """Whether one body or person is named: no group, no country, no noun in general."""
    mark = line.mark_at(actor.first)
    if mark is None or actor.source is None or of_a_country(actor):
        return False
    return not (mark.value.plural if mark.kind == "organization" else actor.source.collective)


def of_a_country(actor: Actor) -> bool:
    """Whether a country is named: who judges how it fares speaks to nobody."""
    return actor.source is not None and actor.source.level == _COUNTRY


def giver(sources: Sources, line: Line, first: int, last: int) -> Actor | None:
    """Who is to give what the speaker hopes for: "được | Nhà nước | hỗ trợ", "nhận được sự quan tâm của | tỉnh |"."""
    passive = line.at("passive_markers", first)
    if passive is not None:
        return find_actor(line, sources, passive.last, last)
    while (adverb := line.at("directive_adverbs", first)) is not None:
        first = adverb.last
    if line.at("receiving_verbs", first) is None:
        return None
    end = next((k for k in range(first, last) if line.char(k) in ".;:" or line.at("purpose_links", k)), last)
    for role in ("owner_markers", "origin_markers"):
        for link in line.within(role, first, end):
            actor = find_actor(line, sources, link.last, end)
            if actor is not None and actor.first == link.last:
                return actor
    return None


def _above(one: Source, other: Source | None) -> bool:
    """Whether the first stands on the other's level or above."""
    return one.rank is not None and other is not None and other.rank is not None and one.rank <= other.rank


def met_with(article: Article, kind: Kind, stretch: Stretch) -> str | None:
    """Whom the one who presides speaks to or judges where he names nobody: the body that he meets."""
    source, met = article.state.source, article.met
    if kind == "recommendation" or met is None or source is None or not article.ranks.presides(source):
        return None
    if kind == "directive":
        return met.text
    bodies = [(m, article.sources.of(stretch.sentence, m)) for m in stretch.sentence.kind("organization")]
    inside = any(stretch.first <= mark.first < stretch.last for mark, _ in bodies)
    named = any(body.key == met.source.key for _, body in bodies)  # a judgement beside this one names it
    return None if inside or named or met.source.level == _COUNTRY else met.text
