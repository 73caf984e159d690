"""Where clauses begin and end: hard cuts, what is skipped before a clause, what is trimmed from its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractor.discourse.words.cues import Line
from extractor.enumeration import item_start
from extractor.mentions.values import PeriodValue

_PUNCTUATION: Final = frozenset(",;:.-\"'…()/?!*+•")
_CLOSING: Final = frozenset(",;:.-\"'…(/?!")
_ENDS: Final = re.compile("[;….?!]")
_COMMAS: Final = re.compile("[,()]")
_CREDIT: Final = 8  # atoms
_SAYING: Final = 12  # atoms
_DENIED: Final = ("action_verbs", "action_verbs_short", "task_starts")
_LIGHT: Final = ("enumerators", "continuers", "item_links", "contrast", "time_adverbs")


def pieces(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """The stretch cut at each ";", at "…" before a capital, and around quotations that are sentences."""
    found, start = [], first
    for m in _ENDS.finditer(line.sentence.plain, first, last):
        i, char = m.start(), m[0]
        ends = char != ";" and i + 1 < last and _begins_sentence(line, i + 1) and not _inside_mark(line, i)
        if char == ";" or ends:
            found.append((start, i + (char == "?")))  # a question keeps its mark, by which it is known
            start = i + 1
    found.append((start, last))
    return [(a, b) for a, b in found if b > a]


def _begins_sentence(line: Line, i: int) -> bool:
    """Whether a sentence may begin at atom i: a capital behind a space."""
    return line.sentence.atom(i)[0].isupper() and not line.sentence.touches(i)


def _inside_mark(line: Line, i: int) -> bool:
    mark = line.mark_at(i)
    return mark is not None and mark.last > i + 1


def segments(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """The piece cut at its commas outside of brackets and marks."""
    return list(_segments(line, first, last))


def _segments(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    start, depth = first, 0
    for m in _COMMAS.finditer(line.sentence.plain, first, last):
        i, char = m.start(), m[0]
        depth += (char == "(") - (char == ")")
        if (
            char == ","
            and depth <= 0
            and not _inside_mark(line, i)
            and not in_phrase(line, i)
            and not _in_saying(line, i)
        ):
            if i > start:
                yield start, i
            start = i + 1
    if last > start:
        yield start, last


def in_phrase(line: Line, i: int) -> bool:
    """Whether the comma belongs to a set phrase ("phòng, chống tội phạm")."""
    return "comma_phrases" in line.roles and any(cue.first < i < cue.last for cue in line.of("comma_phrases"))


def _in_saying(line: Line, i: int) -> bool:
    """Whether the comma stands in a few words in quotation marks, no sentence: "“thiên thời, | địa lợi”"."""
    if '"' not in line.plain:
        return False
    atoms = line.sentence.atoms
    opened = next((k for k in range(i - 1, max(-1, i - _SAYING), -1) if line.char(k) == '"'), None)
    closed = next((k for k in range(i + 1, min(len(line), i + _SAYING)) if line.char(k) == '"'), None)
    if opened is None or closed is None or closed - opened > _SAYING or atoms[opened] in "”»":
        return False
    return atoms[closed] not in "“«" and atoms[opened + 1][0].islower() and line.plain[:opened].count('"') % 2 == 0


def segment_end(line: Line, first: int, last: int) -> int:
    """The atom of the first comma of the piece, or its end."""
    return next((b for _, b in _segments(line, first, last)), last)


def skip_light(line: Line, i: int, last: int) -> int:
    """Over punctuation, numbering, connectives and leading times: "Thứ nhất, trong năm 2019 |"."""
    i = min(item_start(line.sentence), last) if i == 0 else i
    while i < last:
        if line.char(i) in _PUNCTUATION:
            i += 1
            continue
        if i in line.lit:
            if line.at("caption_marks", i) is not None and (behind := behind_credit(line, i, last)) > i:
                i = behind
                continue
            cue = line.any_at(i, *_LIGHT)
            denial = line.at("negators", i) if cue is not None else None
            if denial is not None and line.any_at(denial.last, *_DENIED) is not None:
                return i  # "và | không phải nộp lại hồ sơ"
            verb = line.any_at(i, "action_verbs", "modals") if cue is not None else None
            if cue is not None and cue.last <= last and (verb is None or verb.last < cue.last):
                copula = line.at("copulas", cue.last)
                i = copula.last if copula is not None and copula.last < last else cue.last
                continue
        if line.sentence.atoms[i].isdigit() and line.char(i + 1) in ".)-":
            i += 2
            continue
        period = line.sentence.mark_from(i, "period")
        if period is None or period.last >= last:
            return i
        i = period.last
    return i


def behind_credit(line: Line, i: int, last: int) -> int:
    """The atom behind a picture's credit that runs into a sentence: "Ảnh: VGP/Lê Minh | Bộ Tài chính …"; else i."""
    cue = line.at("caption_marks", i)
    if cue is None or line.char(cue.last) not in (":", "/"):
        return i
    named = False
    for k in range(cue.last + 1, min(cue.last + _CREDIT, last)):
        written = line.sentence.atom(k)
        if line.char(k) in ".)" and named:
            return k + 1
        apart = not line.sentence.touches(k) and line.char(k - 1) not in ":/-"
        mark = line.mark_at(k)
        starts = mark.first == k if mark is not None else k in line.lit
        if named and apart and written[0].isupper() and starts:
            return k
        named = named or written[0].isupper()
    return i


def in_credit(line: Line, i: int) -> bool:
    """Whether the name at atom i is a picture's or a text's source: "(Nguồn: | TTXVN)", "Ảnh: Lê Hà/| TTXVN"."""
    if "caption_marks" not in line.roles or line.char(i - 1) not in ":/-":
        return False
    for k in range(i - 1, max(-1, i - _CREDIT), -1):
        if line.char(k) in ":/" and line.before("caption_marks", k) is not None:
            return True
        if line.char(k) in _CLOSING and line.char(k) not in "/-":
            return False
    return False


def behind_link(line: Line) -> int:
    """The atom behind the title of another article in square brackets, at the head of a sentence."""
    if line.char(0) != "[":
        return 0
    return line.plain.find("]") + 1


def behind_time(line: Line, i: int, last: int) -> int:
    """Over when something is to be done, between those who do it and the verb: "Sở Y tế | trong tháng 7, | rà soát"."""
    k = i
    while (end := time_at(line, k)) is not None and end < last:
        k = end + (line.char(end) == ",")
    return k if k < last else i


def time_at(line: Line, i: int) -> int | None:
    """The atom behind a time that is told at atom i, with the word of term before it: "trong | tháng 7 |"."""
    opener = line.at("deadline_openers", i)
    at = (i, opener.last) if opener is not None else (i,)
    return next((m.last for k in at if (m := line.sentence.mark_from(k, "period")) is not None), None)


def skip_fronted(line: Line, i: int, last: int) -> int:
    """Over an adverbial that stands before the clause and ends at its comma: "Đối với các dự án này, |"."""
    while (opener := line.at("fronted_openers", i)) is not None:
        if line.at("action_verbs", i) is not None and line.at("means_openers", i) is None:
            return i
        comma = segment_end(line, i, last)
        if comma >= last or opener.last >= comma:
            return i
        if any(line.has("modals", then.last, comma) for then in line.within("then_markers", i, comma)):
            return i  # "nếu giá cao thì [Bộ] phải xem xét, …" has its main clause before the comma
        if line.at("purpose_links", i) is not None and _asks_inside(line, opener.last, comma):
            return i  # "để giữ giá cần mở rộng kho, …"
        tells = _tells(line, i, comma)  # "trên đường bộ đã xảy ra 40 vụ, …"
        if (tells or line.has("modals", i, comma)) and line.any_at(i, "condition_openers", "time_openers") is None:
            return i
        behind = skip_light(line, comma, last)
        if line.has("modals", i, comma) and line.at("condition_openers", i) is None and _goes_on(line, behind):
            return i  # "với đà này phải giữ lãi suất, mở rộng tín dụng"
        i = behind
    return i


def _goes_on(line: Line, i: int) -> bool:
    """Whether a verb stands at atom i, and nobody who does it."""
    return line.any_at(i, "action_verbs", "directive_adverbs") is not None and line.any_at(i, "actor_nouns") is None


def _tells(line: Line, first: int, last: int) -> bool:
    """Whether a word of tense stands there that is no part of a time: "trong dịp lễ | sắp tới"."""
    tenses = line.within("tense_markers", first, last)
    return any((time := line.at("time_adverbs", t.first)) is None or time.last <= t.last for t in tenses)


def _asks_inside(line: Line, first: int, last: int) -> bool:
    """Whether a modal that proposes stands behind the words of an aim, and not in a clause of a noun there."""
    wishes = line.within("wish_modals", first + 1, last)
    return any(line.before("relative_heads", w.first) is None and w.last < last for w in wishes)


def trim(line: Line, first: int, last: int) -> tuple[int, int]:
    """Without punctuation and links at either end, and without the reason or condition that follows."""
    last = _before_reason(line, first, last)
    while first < last and line.char(first) in _PUNCTUATION and not _opens_pair(line, first, last):
        first += 1
    while last > first:
        if line.char(last - 1) in _CLOSING and not _closes_pair(line, first, last):
            last -= 1
            continue
        link = line.before("item_links", last) or line.before("contrast", last)
        if link is None or link.first <= first:
            break
        last = link.first
    return first, last


def _opens_pair(line: Line, first: int, last: int) -> bool:
    char = line.char(first)
    return char in "\"'(" and any(line.char(k) in "\"')" for k in range(first + 1, last - 1))


def _closes_pair(line: Line, first: int, last: int) -> bool:
    """Whether the quotation mark at the end closes one inside the stretch."""
    char = line.char(last - 1)
    return char in "\"'" and sum(line.char(k) == char for k in range(first, last)) % 2 == 0


def _before_reason(line: Line, first: int, last: int) -> int:
    """Where a reason or condition begins inside the stretch, behind a comma or by itself; else its end. A name may
    begin like one: Quỹ "| Vì trẻ em nghèo"."""
    if line.roles.isdisjoint(("reason_openers", "free_reason_openers")):
        return last
    begins = [cue.first for cue in line.of("reason_openers") if line.char(cue.first - 1) == ","]
    begins += [cue.first for cue in line.of("free_reason_openers") if line.char(cue.first - 1) != '"']
    inside = (i for i in begins if first + 3 <= i < last)
    return min((i for i in inside if line.at("indefinites", i) is None), default=last)  # "giải đáp | vì sao …"


def clause_before(line: Line, first: int, i: int) -> int:
    """The atom behind the last comma before atom i, or `first`."""
    return next((k + 1 for k in range(i - 1, first, -1) if line.char(k) == ","), first)


def clause_end(line: Line, i: int) -> int:
    """The atom of the first mark behind atom i that ends a clause."""
    return next((k for k in range(i, len(line)) if line.char(k) in ",;:.…?!"), len(line))


def dated(line: Line, i: int) -> bool:
    """Whether a day opens the clause: "Ngày 25-1, Sở Y tế …" tells what was done."""
    period = line.sentence.mark_from(i, "period")
    opened = period is not None and line.sentence.atom(period.first)[0].isupper()
    if opened and period is not None and period.refinement == "past":
        return True  # "Năm 2015, tỉnh …" told in 2017
    day = opened and period is not None and line.char(period.last) == ","
    return day and period is not None and period.refinement != "future" and _is_day(period.value)


def _is_day(value: object) -> bool:
    return isinstance(value, PeriodValue) and value.start is not None and value.start == value.end
