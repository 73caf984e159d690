"""Whether a sentence goes on with what the sentence before it began: a list, a chain of demands."""

from __future__ import annotations

from typing import Final

from extractor.discourse.parties.actors import VERBS, find_actor
from extractor.discourse.state import Article
from extractor.discourse.words.clauses import skip_fronted, skip_light
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import is_modal
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import PAUSES
from extractor.enumeration import item_start

_SCENE: Final = 8  # atoms of when, where or what for: "Trong lúc này | cần …"
_WHICH: Final = 5  # atoms that say which of them, and the adverb before the modal


def is_item(article: Article, line: Line) -> bool:
    """Whether the sentence is an item of a list: a number or a sign opens its line ("1. …", "✅ …"), or the line before
    announces it ("…: | …", "…; | …")."""
    if line.index == 0:
        return False
    before = article.lines[line.index - 1]
    number = item_start(before.sentence)  # "1." may be a sentence of its own
    opens = line.sentence.opens and (item_start(line.sentence) > 0 or before.char(len(before) - 1) in ":;")
    return opens or number >= len(before) or (number > 0 and item_start(line.sentence) > 0)


def asks_on(article: Article, line: Line) -> bool:
    """Whether a sentence without a subject goes on with what the one before asked for: "… đề nghị tỉnh bố trí vốn. |
    Chủ động rà soát quy hoạch"."""
    before = article.found[-1].stretch.sentence if article.found else None
    if line.index == 0 or before is not article.lines[line.index - 1].sentence or line.at(SPEECH, 0) is not None:
        return False
    first = behind_matter(line)
    adverb = line.at("directive_adverbs", first)
    acts = adverb is not None and line.any_at(adverb.last, *VERBS, "task_heads") is not None
    if first > 0 and line.has("tense_markers", first, len(line)):
        return False  # "Về y tế, bố trí vốn đã kịp thời hơn" tells
    if first > 0 and not acts and line.sentence.kind("quantity", "percent"):
        return False  # "Về đầu tư, thực hiện 300 tỷ đồng" tells
    return acts or line.any_at(first, "task_heads", "prohibitions") is not None


def behind_matter(line: Line) -> int:
    """The atom behind the matter or the body that opens the sentence, which what is asked concerns: "Về nhân sự, | rà
    soát …", "Đối với Sở Y tế, | khẩn trương …"; 0 where none does."""
    if line.any_at(0, "matter_openers", "towards_markers") is None:
        return 0
    first = skip_fronted(line, 0, len(line))
    return first if line.char(first - 1) == "," else 0


def urges(article: Article, line: Line) -> bool:
    """Whether the sentence opens with what people or bodies had better do ("Mỗi cán bộ trẻ | cần …"), or with that
    alone ("Thời gian tới cần …"); "phải" may as well tell a rule."""
    first = skip_fronted(line, skip_light(line, 0, len(line)), len(line))
    actor = find_actor(line, article.sources, first, len(line))
    if actor is not None:
        behind = range(actor.last, actor.last + _WHICH)
    else:
        behind = range(first, first + (_SCENE if line.at("fronted_openers", first) is not None else 1))
    for k in behind:
        if line.char(k) in PAUSES:
            return False
        adverb = line.at("directive_adverbs", k)
        k = adverb.last if adverb is not None else k
        if line.at("wish_modals", k) is not None:
            return is_modal(line, k)
    return False


def bodies_act(article: Article, line: Line, first: int = 0) -> bool:
    """Whether behind an order a body by name and what it is to do stand at atom `first`: "(giao hai bộ …) | Bộ Tài
    chính chủ trì …", "Về kinh phí, | Sở Y tế lập dự toán …"."""
    if article.state.verb.act != "directive" or not article.state.demanding:
        return False
    return body_acts(article, line, first)


def body_acts(article: Article, line: Line, first: int) -> bool:
    """Whether a body by name and what it does stand at atom `first`, behind adverbials."""
    first = skip_fronted(line, skip_light(line, first, len(line)), len(line))
    actor = find_actor(line, article.sources, first, len(line))
    if actor is None or actor.first != first or not actor.marked or actor.last >= len(line):
        return False
    adverb = line.at("directive_adverbs", actor.last)
    verb = adverb.last if adverb is not None else actor.last
    if adverb is None and line.at("lead_markers", verb) is None:
        counts = any(m.first >= verb for m in line.sentence.kind("quantity", "percent", "period"))
        return not counts and line.any_at(verb, *VERBS, "support_links") is not None  # else it tells what was done
    return line.any_at(verb, *VERBS, "lead_markers", "support_links") is not None
