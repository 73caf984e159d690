"""Speech verbs in a sentence, and what stands around them."""

from __future__ import annotations

from typing import Final

from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.glue import begins
from extractor.discourse.words.roles import SPEECH, Roles
from extractor.rulebook.tables import SpeechVerb

HARD: Final = frozenset('.;:?!…"()')
"""The marks that no clause runs across."""
PAUSES: Final = HARD | {","}
_LIGHT: Final = (
    "continuers", "contrast", "item_links", "directive_adverbs", "tense_markers", "self_words", "enumerators",
)  # fmt: skip


def speech_verbs(line: Line) -> list[tuple[Cue, SpeechVerb]]:
    """The speech verbs of the sentence that are verbs: no modal, no noun, not denied, not without their object."""
    found: list[tuple[Cue, SpeechVerb]] = []
    at = 0
    for cue in line.of(SPEECH):
        i = cue.first
        if i < at or cue.verb is None or line.at("modals", i) is not None or is_nominal(line, cue):
            continue
        if names_itself(line, cue) or (line.at("paper_pronouns", i) is not None and line.at(SPEECH, cue.last)):
            continue  # "Chỉ thị | yêu cầu …"
        if line.at("needs_addressee", i) is not None and not has_addressee(line, cue.last):
            continue
        counts = not is_sure(line, cue) or line.at("counting_verbs", i) is not None
        if cue.verb.act == "recognition" and counts and (_counted(line, cue.last) or _takes_note(line, cue.last)):
            continue
        if _only_polite(line, cue) or _unsaid(line, cue):
            continue
        found.append((cue, cue.verb))
        at = cue.last
    return found


def _only_polite(line: Line, cue: Cue) -> bool:
    """Whether a word of asking only introduces saying: "tôi xin khẳng định"."""
    more, polite = line.at(SPEECH, cue.last), line.at("asking_words", cue.first)
    if more is None or more.verb is None or polite is None or polite.last < cue.last:
        return False  # "đề nghị | làm rõ nguồn vốn" asks
    return more.verb.act in ("statement", "answer", "recognition")


def _unsaid(line: Line, cue: Cue) -> bool:
    """Whether a comma and no task follows the proposing: "đang nghiên cứu, đề xuất, | như …"."""
    if cue.verb is None or cue.verb.act != "recommendation" or line.char(cue.last) != ",":
        return False
    i = cue.last + 1
    roles: Roles = (
        "modals",
        "actor_nouns",
        "actor_determiners",
        "directive_adverbs",
        "fronted_openers",
        "continuers",
        SPEECH,
    )
    return line.mark_at(i) is None and line.any_at(i, *roles) is None


def _counted(line: Line, i: int) -> bool:
    """Whether a number follows: "ghi nhận 500 ca" reports a figure."""
    figure = any(mark.first == i for mark in line.sentence.kind("quantity", "percent"))
    return figure or (i < len(line) and line.sentence.atom(i)[0].isdigit())


def _takes_note(line: Line, i: int) -> bool:
    """Whether what is acknowledged is what people said: "ghi nhận | các ý kiến của cử tri" praises nothing."""
    several = line.any_at(i, "lead_in_counts", "actor_determiners")
    noun = line.at("petition_nouns", several.last if several is not None else i)
    if noun is None:
        return False
    end = next((k for k in range(noun.last, len(line)) if line.char(k) in ",.;"), len(line))
    return not line.has("praise_cues", noun.last, end)


def is_nominal(line: Line, cue: Cue) -> bool:
    """Whether a speech word is no speech verb here: a noun, part of a set phrase, or denied."""
    for phrase in line.of("nominal_phrases"):
        inside = phrase.first <= cue.first and cue.last <= phrase.last and len(phrase) > len(cue)
        paper = line.at("paper_nouns", phrase.first) is not None
        sent = paper and line.before("issuing_verbs", phrase.first)
        orders = paper and phrase.last == cue.last and phrase.first == 0 and has_addressee(line, cue.last)
        if inside and not sent and not orders:
            return True
    dated = any(m.last == cue.first for m in line.sentence.kind("period", "document"))
    if cue.first > 0 and line.sentence.atom(cue.first - 1)[0].isdigit() and not dated:
        return True  # "40 | đề nghị"
    passive = line.at("passive_markers", cue.last) is not None and _asker_before(line, cue.first)
    if line.at("nominal_after", cue.last) is not None and not passive:  # "…, kiến nghị | được giãn thời hạn"
        return True
    if line.char(cue.first - 1) == "," and not has_addressee(line, cue.last):
        before = line.before(SPEECH, cue.first - 1)
        if before is not None and line.before("nominal_before", before.first) and is_nominal(line, before):
            return True  # "những kiến nghị, | đề xuất cụ thể"
    noun = line.before("nominal_before", cue.first)
    if noun is not None and not _sent_paper(line, noun) and not _told_before(line, noun):
        voices = line.before("speaker_heads", cue.first)  # "nhiều ý kiến | đề nghị" speak, "ý kiến đề nghị" is a noun
        if voices is None:
            return True
        there = line.before("existence_words", voices.first) is not None  # "có ý kiến | cho rằng"
        return voices.last - voices.first < 3 and not there
    return line.before("negators", cue.first) is not None


def _told_before(line: Line, noun: Cue) -> bool:
    """Whether the word is one of past time behind who spoke: "Thủ tướng | từng | lưu ý …"."""
    return line.at("past_markers", noun.first) is not None and line.mark_at(noun.first - 1) is not None


def _sent_paper(line: Line, noun: Cue) -> bool:
    """Whether the noun is a paper that someone sends: "làm đơn | kiến nghị UBND tỉnh …"."""
    return line.at("paper_nouns", noun.first) is not None and line.before("issuing_verbs", noun.first) is not None


def _asker_before(line: Line, i: int) -> bool:
    """Whether who asks stands right before atom i, or a comma: "ông Minh đề nghị | được cấp đất"."""
    mark = line.mark_at(i - 1)
    asker = mark is not None and mark.kind in ("person", "organization")
    if asker or line.char(i - 1) == ",":
        return True
    # "công ty đang | đề nghị được gia hạn": what has a tense is a verb
    if any(line.before(role, i) for role in ("speaker_pronouns", "laymen", "tense_markers", "directive_adverbs")):
        return True
    return line.before("nominal_before", i) is None and _people_at_clause(line, i)


def _people_at_clause(line: Line, i: int) -> bool:
    """Whether people are the subject of the clause of atom i: "đại diện các hộ nuôi cá | đề nghị được giãn nợ"."""
    first = next((k + 1 for k in range(i - 1, -1, -1) if line.char(k) in PAUSES), 0)
    several = line.any_at(first, "lead_in_counts", "actor_determiners")
    head = line.any_at(several.last if several is not None else first, "voice_heads", "voice_people", "laymen")
    return head is not None and head.last < i


def names_itself(line: Line, cue: Cue) -> bool:
    """Whether the word is the subject of its sentence: "Đề xuất tăng thuế | được nêu trong báo cáo"."""
    if cue.first != 0 or line.at("proposal_nouns", 0) is None or has_addressee(line, cue.last):
        return False
    end = next((k for k in range(cue.last, len(line)) if line.char(k) in ',.;:"'), len(line))
    return any(line.has(role, cue.last + 2, end) for role in ("tense_markers", "passive_markers", "copulas"))


def is_weak(line: Line, cue: Cue) -> bool:
    """Whether the verb is far more often a task than speech ("trình", "khuyến khích")."""
    return line.at("weak_speech", cue.first) is not None and not _asks_politely(line, cue)


def _asks_politely(line: Line, cue: Cue) -> bool:
    """Whether the weak word only goes with a verb of asking: "trân trọng | đề nghị"."""
    inner = next((c for k in range(cue.first + 1, cue.last) if (c := line.at(SPEECH, k)) is not None), None)
    if inner is None or inner.last != cue.last or line.at("weak_speech", inner.first) is not None:
        return False
    return inner.verb is not None and cue.verb is not None and inner.verb.act == cue.verb.act  # not "bác | đề xuất"


def is_sure(line: Line, cue: Cue) -> bool:
    """Whether the verb praises or blames by itself."""
    return line.any_at(cue.first, "sure_praises", "sure_faults") is not None


def after_verb(line: Line, cue: Cue) -> int:
    """The atom where what is said begins: over a second verb of the same act ("kiến nghị, đề xuất |")."""
    i = cue.last
    while True:
        link = line.at("item_links", i)
        behind = i + 1 if line.char(i) == "," else link.last if link is not None else None
        more = line.at(SPEECH, behind) if behind is not None else None
        if more is None or more.verb is None or cue.verb is None or more.verb.act != cue.verb.act:
            return i
        i = more.last


def after_cho(line: Line, i: int) -> int:
    """Over the preposition between a verb and its addressee ("giao cho |", "kiến nghị với |")."""
    cue = line.at("oblique_markers", i)
    return cue.last if cue is not None and cue.last - cue.first <= 2 else i


def has_addressee(line: Line, i: int) -> bool:
    """Whether a body, a person or a noun for them stands at atom i ("giao Sở Y tế", "giao cho các địa phương")."""
    i = after_cho(line, i)
    mark = line.mark_at(i)
    if mark is not None:
        return mark.kind != "document"
    return line.any_at(i, "actor_nouns", "actor_determiners") is not None


def starts_afresh(line: Line, i: int) -> bool:
    """Whether a verb of saying has a capital inside a sentence: "… phát triển đô thị | Đánh giá cao tỉnh, …"."""
    cue = line.at(SPEECH, i) if i > 1 else None
    if cue is None or cue.verb is None or cue.verb.act in ("directive", "recommendation", "by_rank"):
        return False
    return line.sentence.atom(i)[0].isupper() and line.char(i - 1) not in HARD and line.char(i - 1) != "-"


def clause_start(line: Line, i: int) -> int | None:
    """The start of the clause whose verb is at atom i, if only light words stand between; None if others do."""
    k = i
    while k > 0:
        if line.char(k - 1) in HARD or line.char(k - 1) in ",-" or line.before("then_markers", k) is not None:
            return k
        if k == i and line.before("conjunction_modals", k) is not None:
            return k  # "… nên | yêu cầu đánh giá lại"
        if k > 1 and (begins(line, k) or (k == i and starts_afresh(line, k))):
            return k  # a heading runs into the sentence
        lights = [cue for role in _LIGHT if (cue := line.before(role, k)) is not None]
        light = min(lights, key=lambda cue: cue.first, default=None)
        period = None if light else next((m for m in line.sentence.kind("period") if m.last == k), None)
        if light is not None:
            k = light.first
            if k < i and line.at("contrast", k) is not None and line.has("self_words", k, i):
                return k  # "… | nhưng tôi kiến nghị"
        elif period is not None:
            k = period.first
        else:
            return None
    return 0


def skip_connectives(line: Line, first: int, last: int) -> int:
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


def before_adverbs(line: Line, first: int, last: int) -> int:
    """Where the adverbs before the verb begin."""
    roles: Roles = ("tense_markers", "directive_adverbs", "past_markers")
    while last > first:
        cue = next((found for role in roles if (found := line.before(role, last)) is not None), None)
        if cue is None or cue.first <= first:
            return last
        last = cue.first
    return last
