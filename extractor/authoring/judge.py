"""Whether what was found in an example is what the example says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.authoring.examples import Example, Expected
from extractor.authoring.finding import Finding, Held
from extractor.messages import Message, say
from extractor.rulebook.notation import ANCHOR
from extractor.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with an example, None where nothing is; `by` are the rules that made what it expects."""

    what: Message | None
    by: frozenset[str] = frozenset()


def anchor_slot(rule: Rule) -> str:
    """The slot that an example must mark: the figure, the period; a record has none."""
    return {"slot": ANCHOR, "grammar": rule.target, "record": ""}[rule.kind]


def judge(rule: Rule, example: Example, found: Sequence[Finding], *, alone: bool) -> Verdict:
    """Whether these finds, of the rule alone or of the whole rulebook, are what the example says."""
    if rule.kind == "record":
        return _record(example, found, alone)
    by: set[str] = set()
    for wanted in example.slot(anchor_slot(rule)):
        finding = next((f for f in found if (f.start, f.end) == (wanted.start, wanted.end)), None)
        what = _missing(rule, wanted, found, alone) if finding is None else _at(rule, example, wanted, finding, alone)
        if what is not None:
            return Verdict(what)
        if finding is not None:
            by.add(finding.rule)
    return Verdict(None, frozenset(by))


def _missing(rule: Rule, wanted: Expected, found: Sequence[Finding], alone: bool) -> Message:
    if rule.kind == "slot":
        return say("example.not_read", text=wanted.text, found=_list([f.text for f in found]))
    if alone:
        return say("example.missed", text=wanted.text)
    others = [f"{f.text!r} ({f.rule})" for f in found if f.start < wanted.end and wanted.start < f.end]
    if others:
        aim = repr(wanted.text)
        return say("example.beaten", slot=rule.target, got=", ".join(others), wanted=aim, by=found[0].rule)
    return say("example.gone", text=wanted.text)


def _at(rule: Rule, example: Example, wanted: Expected, finding: Finding, alone: bool) -> Message | None:
    """What is wrong with what was found at the marked figure or period."""
    slot = str(rule.slot) if rule.kind == "slot" else rule.target
    held = finding.slots.get(slot)
    if held is None:
        return say("example.missed", text=wanted.text) if alone else say("example.gone", text=wanted.text)
    if rule.kind == "grammar":
        right, aim = wanted.value in (None, held.value), str(wanted.value)
    else:
        right, aim = _slot_right(rule, example, wanted, slot, held)
    if right:
        return None
    key = "example.other_value" if alone else "example.beaten"
    return say(key, slot=slot, got=_shown(held), wanted=aim, by=finding.rule)


def _slot_right(rule: Rule, example: Example, wanted: Expected, slot: str, held: Held) -> tuple[bool, str]:
    marked = example.slot(slot)
    if marked:
        return held.text == marked[0].text, repr(marked[0].text)
    aim = wanted.value or rule.sets.get(slot)
    if aim is None:
        return held.text is not None, "…"
    return held.value == str(aim), str(aim)


def _record(example: Example, found: Sequence[Finding], alone: bool) -> Verdict:
    """An example of a record rule: one record must hold every marked slot."""
    nearest: tuple[int, Message] | None = None
    for finding in found:
        wrong = [e for e in example.expected if not _holds(finding.slots.get(e.slot), e)]
        if not wrong:
            return Verdict(None, frozenset({finding.rule}))
        if nearest is None or len(wrong) < nearest[0]:
            first = wrong[0]
            key = "example.other_value" if alone else "example.beaten"
            got, aim = _shown(finding.slots.get(first.slot)), _aim(first)
            nearest = len(wrong), say(key, slot=first.slot, got=got, wanted=aim, by=finding.rule)
    if nearest is not None:
        return Verdict(nearest[1])
    return Verdict(say("example.missed_here") if alone else say("example.gone", text=example.text))


def _holds(held: Held | None, wanted: Expected) -> bool:
    if held is None:
        return False
    if wanted.value is not None:
        return wanted.value in (held.value, held.text)
    return wanted.text in (held.text, held.value)


def _aim(wanted: Expected) -> str:
    return wanted.value or repr(wanted.text)


def _shown(held: Held | None) -> str:
    if held is None or (held.text is None and held.value is None):
        return "—"
    return held.value or repr(held.text)


def _list(texts: Sequence[str]) -> str:
    return ", ".join(map(repr, texts)) or "—"


def held(finding: Finding) -> str:
    """What a find holds, in one line.

    >>> held(Finding("a.b", 0, 3, "5 %", {"direction": Held(None, "up")}))
    'direction=up'
    """
    return ", ".join(f"{slot}={_shown(value)}" for slot, value in finding.slots.items()) or "—"
