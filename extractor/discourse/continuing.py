"""Whether a sentence goes on with what the sentence before it began: a list, a chain of demands."""

from __future__ import annotations

from extractor.discourse.parties.actors import VERBS
from extractor.discourse.state import Article
from extractor.discourse.words.cues import Line
from extractor.discourse.words.roles import SPEECH
from extractor.enumeration import item_start


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
    adverb = line.at("directive_adverbs", 0)
    acts = adverb is not None and line.any_at(adverb.last, *VERBS, "task_heads") is not None
    return acts or line.any_at(0, "task_heads", "prohibitions") is not None
