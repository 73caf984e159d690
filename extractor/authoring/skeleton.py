"""The start of a rule from a marked sentence: words stay, slots become holes; the rest is its author's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.alphabet import KINDS, number_shape
from extractor.authoring.examples import Example, Expected, read_example
from extractor.errors import OutputError, UsageError
from extractor.messages import say
from extractor.rulebook.notation import ANCHOR
from extractor.rulebook.source import load

HEADS = {
    "ranking": "record: ranking",
    "period": "grammar: period",
    "status": "on: figure\nslot: status",
    "direction": "on: percent\nslot: direction",
    "basis": "on: percent\nslot: basis",
    "comparison": "on: quantity\nslot: comparison",
}
_VALUES = {"status": "planned", "direction": "up"}
_NUMBERS = {"rank": "whole", "rank_high": "whole", "out_of": "whole", "change": "whole", "score": "number"}
_DATE_HOLES = {"<day>": "<d=day>", "<month>": "<m=month>", "<year>": "<y=year>", "<whole>": "<n=whole>"}
_WORDS_BEFORE = 4
_CLAUSE = re.compile(r"[,;.:](?!\d)")
_TOKEN = re.compile(r"<\w+=[^<>]*>|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
_SLUG_WORDS = 4


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A rule to begin with."""

    id: str
    text: str


def write(kind: str, sentence: str, folder: Path, language: str = "en") -> Iterator[str]:
    """Put the skeleton into `folder/kind.yaml`, behind what is there, and say what to do next."""
    if kind not in HEADS:
        raise UsageError(f"there is no skeleton for {kind!r}; there are {', '.join(HEADS)}")
    file = folder / f"{kind}.yaml"
    known = file.read_text(encoding="utf-8").rstrip("\n") if file.exists() else f"{HEADS[kind]}\nrules:"
    made = skeleton(kind, read_example(sentence), language, _ids(known))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{known}\n{made.text}", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{file}: {error.strerror}") from error
    yield say("new.written", id=made.id, file=str(file)).in_(language)
    yield say("new.next", folder=str(folder)).in_(language)


def _ids(text: str) -> frozenset[str]:
    data = load("", text).data
    rules = data.get("rules") if isinstance(data, dict) else None
    return frozenset(str(r.get("id")) for r in rules or () if isinstance(r, dict))


def skeleton(kind: str, example: Example, language: str = "en", taken: frozenset[str] = frozenset()) -> Skeleton:
    """The skeleton for one marked sentence. Raises UsageError where the marks that it needs are missing.

    >>> made = skeleton("ranking", read_example("Huyện ta xếp hạng <rank=5>."))
    >>> "pattern: Huyện ta xếp hạng <rank=whole>" in made.text
    True
    """
    if example.broken is not None or not example.expected:
        mark = {"ranking": "<rank=5>", "period": "<period=…=…..…>"}.get(kind, "<on=5 ha>")
        raise UsageError(f"mark the slots in the sentence: {mark}; marked text looks like <slot=words=value>")
    if kind in ("status", "direction", "basis", "comparison") and not example.slot(ANCHOR):
        raise UsageError("mark the figure in the sentence: <on=5 ha>")
    pattern = " ".join(_pattern(kind, example))
    made = _new_id(kind, pattern, taken)
    return Skeleton(made, "\n".join(_lines(kind, example, pattern, made, language)) + "\n")


def _lines(kind: str, example: Example, pattern: str, key: str, language: str) -> Iterator[str]:
    def comment(name: str) -> Iterator[str]:
        for line in say(f"new.{name}").in_(language).splitlines():
            yield f"    # {line}"

    yield f"  - id: {key}"
    yield from comment("pattern")
    yield f"    pattern: {_quoted(pattern)}"
    if kind in _VALUES:
        yield from comment(kind)
        yield f"    set: {_VALUES[kind]}"
    said = {e.slot: e.value for e in example.expected if kind == "ranking" and _in_words(e) and e.value}
    if said:
        yield "    set: {" + ", ".join(f"{slot}: {value}" for slot, value in said.items()) + "}"
    if kind == "period":
        yield from comment("build")
        yield f"    build: {_build(pattern)}"
    yield from comment("examples")
    yield "    examples:"
    yield f"      - {_quoted(example.source)}"
    yield from comment("not")
    yield "    not: []"


def _build(pattern: str) -> str:
    """A first guess at the arithmetic, by the holes."""
    parts = {"<d=day>": "day", "<m=month>": "month", "<y=year>": "year", "<n=whole>": "last_units"}
    return next((build for hole, build in parts.items() if hole in pattern), "vague")


def _quoted(text: str) -> str:
    """YAML in quotation marks where the plain text would be read otherwise."""
    plain = text[:1] not in "\"'%@`&*!|>[]{}#,?:-" and ": " not in text and " #" not in text and not text.endswith(":")
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _pattern(kind: str, example: Example) -> Iterator[str]:
    """The words of the clause up to the last number (or around the figure), with holes for the slots."""
    if kind == "period":
        for token in _tokens(example.slot("period")[0].text if example.slot("period") else example.text):
            yield _DATE_HOLES.get(token, token)
        return
    slots = [e for e in example.expected if kind != "ranking" or e.slot in _NUMBERS] or list(example.expected)
    subject = max((e.end for e in example.expected if kind == "ranking" and e.slot == "subject"), default=0)
    end = max(e.end for e in slots)
    clause = [m.end() for m in _CLAUSE.finditer(example.text, 0, min(e.start for e in slots))]
    start = max([0, subject if subject < end else 0, *clause])
    before = list(_tokens(example.text[start : min(e.start for e in slots)]))[-_WORDS_BEFORE:]
    yield from before
    at = min(e.start for e in slots)
    for slot in sorted(slots, key=lambda e: e.start):
        yield from _tokens(example.text[at : slot.start])
        yield from _tokens(slot.text) if _in_words(slot) else [_hole(slot)]
        at = slot.end


def _in_words(slot: Expected) -> bool:
    """Whether words say the number without naming one: "bỏ xa các tỉnh" is rank 1."""
    return slot.slot in _NUMBERS and not any(c.isdigit() for c in slot.text) and " " in slot.text


def _hole(slot: Expected) -> str:
    if slot.slot == ANCHOR:
        return "<on>"
    if slot.slot in _NUMBERS:
        kind = _NUMBERS[slot.slot] if slot.text[:1].isdigit() else "rank_words"
        return f"<{slot.slot}={kind}>"
    return f"<{slot.slot}=np>"


def _tokens(text: str) -> Iterator[str]:
    """Words as they are, figures as holes, marks of the notation escaped."""
    for m in _TOKEN.finditer(text):
        token = m[0]
        if token[0].isdigit():
            yield _number_hole(token)
        elif token in "()|?+^$<>":
            yield "\\" + token
        else:
            yield token


def _number_hole(figures: str) -> str:
    shape = number_shape(figures)
    return next(f"<{name}>" for name in ("month", "day", "year", "whole", "number") if shape in KINDS[name])


def _new_id(kind: str, pattern: str, taken: frozenset[str]) -> str:
    """An id from the first words of the pattern, without marks of tone.

    >>> _new_id("ranking", "chễm chệ ở <rank=whole>", frozenset())
    'ranking.chem_che_o'
    """
    plain = unicodedata.normalize("NFD", re.sub(r"<[^>]*>", " ", pattern).lower().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))[:_SLUG_WORDS]
    base = f"{kind}.{'_'.join(words) or 'new'}"
    return next(name for name in (base, *(f"{base}_{n}" for n in range(2, 1000))) if name not in taken)
