"""Tasks under a condition: "nếu …, thì …". Where the main clause begins, and the task in it."""

from __future__ import annotations

from extractor.discourse.tasks.manner import LISTED
from extractor.discourse.tasks.openings import demand_at
from extractor.discourse.words.clauses import segment_end
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import modal_within


def behind_condition(line: Line, first: int, last: int) -> int | None:
    """Where the main clause begins: behind "thì"; None if only a condition or a relative clause stands there."""
    if line.at("condition_openers", first) is None:
        return first if line.at("relative_openers", first) is None else None
    then = next((cue.last for cue in line.within("then_markers", first, last) if cue.last < last), None)
    if then is not None:
        return then
    return first if line.at("purpose_links", first) is not None else None


def told_then(line: Line, first: int, last: int, *, listed: bool = False) -> int | None:
    """Where a task begins that holds under a condition: "nếu không hiệu quả thì | kiên quyết dừng lại"; `listed`
    among tasks, where a verb is enough: "…; trường hợp vượt thẩm quyền thì | báo cáo UBND tỉnh"."""
    main = behind_condition(line, first, last)
    if main is None or main <= first or line.at("concluding_adverbs", main) is not None:
        return None
    if not listed and line.any_at(main, "directive_adverbs", "prohibitions") is None:
        return None
    return behind_then(line, main, last)


def behind_then(line: Line, main: int, last: int) -> int | None:
    """The task whose verb stands right behind "thì", if it is no subject: "thì | hỗ trợ nên theo hướng …"."""
    begin = demand_at(line, main, last, LISTED)
    if begin is None or modal_within(line, begin, segment_end(line, main, last)) is not None:
        return None
    return begin
