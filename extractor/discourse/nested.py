"""Which verbs of speech inside a speech are tasks of it and no speech of their own."""

from __future__ import annotations

from extractor.discourse.continuing import is_item
from extractor.discourse.frames.frame import DEMANDS, Frame
from extractor.discourse.ranks import HEADS
from extractor.discourse.state import Article
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import is_modal
from extractor.enumeration import item_start
from extractor.rulebook.tables import SpeechVerb


def proposes_for(article: Article, line: Line, outer: Frame | None, inner: Frame) -> bool:
    """Whether proposing is a task of those ordered: "(Bộ trưởng giao Cục) rà soát …; | kiến nghị giải pháp …"."""
    if not inner.subjectless or inner.quoted or inner.verb.act != "recommendation":
        return False
    source = outer.source if outer is not None and outer.source is not None else article.state.source
    if source is None:
        return False
    if source.rank is not None and source.rank <= HEADS:
        return True  # nobody is above him to whom he would propose
    verb = outer.verb if outer is not None else article.state.verb
    told = outer is not None or article.state.demanding
    if inner.to_body or not told or verb.act not in ("directive", "by_rank"):
        return line.before("then_markers", inner.first) is not None and article.ranks.presides(source)
    return article.ranks.presides(source) or (verb.act == "directive" and source.official)


def passes_down(article: Article, line: Line, outer: Frame | None, inner: Frame) -> bool:
    """Whether a body below is ordered to order others: "(UBND tỉnh yêu cầu Sở Y tế …); | Sở Giáo dục chỉ đạo các
    trường …", an item of a list too."""
    source = outer.source if outer is not None and outer.source is not None else article.state.source
    verb = outer.verb if outer is not None else article.state.verb
    body = inner.source
    if source is None or body is None or body.person or inner.quoted or inner.verb.act != "directive":
        return False
    if source.rank is None or body.rank is None or source.rank >= body.rank or verb.act != "directive":
        return False
    listed = outer is not None and outer.demands and line.char(inner.first - 1) == ";"
    asked = outer is None and article.state.open and article.state.demanding
    listed = listed or (asked and inner.first == item_start(line.sentence) and is_item(article, line))
    urged = asked and line.has("directive_adverbs", inner.first, inner.content)  # "Bộ Y tế | tiếp tục chỉ đạo …"
    return (listed or urged) and not line.has("tense_markers", inner.first, inner.content)


def does_as_well(line: Line, frame: Frame) -> bool:
    """Whether the verb of the frame is as well one of action ("và | chia sẻ rủi ro")."""
    if line.any_at(frame.content, "future_markers", "tense_markers", "that_markers") is not None:
        return False  # "(yêu cầu) …, và | cho biết sẽ sớm ký chỉ thị" goes on speaking
    return any(cue.last == frame.content for cue in line.within("action_verbs", frame.first, frame.content))


def must_as_well(line: Line, frame: Frame) -> bool:
    """Whether the verb goes on with what must be done: "(cho rằng) phải phân tích, | đánh giá từng mô hình"."""
    if not frame.subjectless or frame.demands or frame.quoted or not does_as_well(line, frame):
        return False
    first = next((k + 1 for k in range(frame.first - 1, -1, -1) if line.char(k) in '.:;"'), 0)
    modal = next(line.within("modals", first, frame.first), None)
    return modal is not None and is_modal(line, modal.first) and line.char(frame.first - 1) == ","


def orders_as_proposed(article: Article, line: Line, outer: Frame | None, inner: Frame) -> bool:
    """Whether ordering goes on with what was just proposed to somebody: "(kiến nghị UBND tỉnh) thu hồi dự án. | Đồng
    thời, chỉ đạo các sở …"."""
    if outer is not None or inner.verb.act != "directive" or not inner.subjectless or inner.quoted or not article.found:
        return False
    last = article.found[-1]
    before = line.index > 0 and last.stretch.sentence is article.lines[line.index - 1].sentence
    proposed = article.state.open and before and last.kind == "recommendation" and last.addressee is not None
    linked = line.any_at(0, "continuers", "item_links") is not None or is_item(article, line)
    return proposed and linked and not line.has("tense_markers", 0, inner.content)


def relays(article: Article, line: Line, inner: Frame) -> bool:
    """Whether the body just ordered is to direct those below it: "(giao Bộ Công Thương trình nghị định). | Chỉ đạo các
    sở kiểm tra …"."""
    if inner.first != 0 or not inner.to_body or inner.quoted or line.at("task_orders", 0) is None:
        return False
    last = article.found[-1] if article.found and line.index > 0 else None
    if last is None or last.kind != "directive" or last.addressee is None or not article.state.demanding:
        return False
    return last.stretch.sentence is article.lines[line.index - 1].sentence


def is_task(outer: SpeechVerb, inner: Frame, *, comma: bool, does: bool, told: bool) -> bool:
    """Whether a verb without a subject is a task of the speech around it: "…; đề xuất các giải pháp"."""
    act = inner.verb.act
    if not inner.subjectless or inner.quoted:
        return False
    if inner.first == 0:
        return told and does and act == "recognition"  # in a list of demands "Khích lệ đầu tư …" is one
    if not inner.demands:
        return outer.act in DEMANDS and (not inner.linked or does)
    if not inner.to_body:
        if not (inner.opens or inner.linked):
            return act == "directive" or not comma  # "X cho biết có …, | đề nghị …"
        held = outer.act in ("directive", "by_rank") or (outer.act == "recommendation" and act == "directive")
        return not inner.opens and held
    if outer.act == "recommendation":
        return act == "directive"
    return outer.act in ("directive", "by_rank") and act == "recommendation"


def participle(article: Article, line: Line, frame: Frame) -> bool:
    """Whether a demand at the head only sets the scene: "Chỉ đạo giải quyết việc này, Thủ tướng yêu cầu …"."""
    if frame.first != 0 or not frame.demands or not frame.subjectless or frame.quoted:
        return False
    later = [f for f in article.frames[line.index] if f.first > 0 and f.demands and f.source is not None]
    return any(
        line.char(f.first - 1) == "," and all(line.char(k) not in '.;:…"' for k in range(frame.content, f.first))
        for f in later
    )
