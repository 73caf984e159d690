"""A sentence as the rules read it: words, mentions, what fired, what lost and to whom, and the near misses."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.authoring.finding import Finding
from extractor.authoring.judge import held
from extractor.authoring.listing import aim
from extractor.authoring.near import NearMiss, NearReader
from extractor.authoring.trial import PUBLISHED, Bench
from extractor.document import Document, Mark, Sentence
from extractor.messages import say
from extractor.model import Action
from extractor.rulebook.rules import Rule

_NEAR_MOST = 5
_NEAR_SHARE = 0.5


def explain(bench: Bench, text: str, only: Rule | None = None, language: str = "en") -> Iterator[str]:
    """The lines of the explanation; with `only`, what this one rule does and where it stopped."""
    document = bench.document(text)
    for sentence in document.sentences:
        yield _label("words", language) + " | ".join(_words(sentence))
        for mark in sentence.marks:
            yield _label("mention", language) + _mention(sentence, mark)
    if only is not None:
        yield from _one(bench, only, document, text, language)
        return
    reader = NearReader(bench.book)
    open_: list[Rule] = []
    for rules in _families(bench):
        findings = [f for f in bench.whole(rules[0], text) if f.rule]
        losers = [r for r in rules if not bench.lends(r) and reader.matches(r, document)] if findings else []
        for finding in findings:
            yield from _finding(bench, rules, finding, losers, text, language)
        if all(f.cue is None and rules[0].kind == "slot" for f in findings):
            open_ += rules
    for action in _actions(bench, text):
        yield _label("fired", language) + _action(action)
    yield from _near(reader, open_, document, language)


def _label(key: str, language: str) -> str:
    return f"{say(f'explain.{key}').in_(language):<10} "


def _words(sentence: Sentence) -> list[str]:
    """The words as they were segmented."""
    found: list[list[str]] = []
    for atom, joined in zip(sentence.atoms, sentence.joins, strict=False):
        if joined:
            found[-1].append(atom)
        else:
            found.append([atom])
    return [" ".join(word) for word in found]


def _mention(sentence: Sentence, mark: Mark) -> str:
    kind = f"{mark.kind}.{mark.refinement}" if mark.refinement else mark.kind
    return f"<{kind}> {sentence.slice(mark.first, mark.last)!r}" + (f"  ({mark.rule})" if mark.rule else "")


def _families(bench: Bench) -> list[list[Rule]]:
    """Rules that compete: those of one grammar, record type, or slot of a kind of figure."""
    found: dict[tuple[str, str, str | None], list[Rule]] = {}
    for rule in bench.book.rules:
        found.setdefault((rule.kind, rule.target, rule.slot), []).append(rule)
    return list(found.values())


def _finding(
    bench: Bench, rules: list[Rule], finding: Finding, losers: list[Rule], text: str, language: str
) -> Iterator[str]:
    winner = next((r for r in rules if r.id == finding.rule), None)
    where = f"{winner.where[0]}:{winner.where[1]}" if winner else ""
    cue = f"  {say('explain.cue', cue=repr(finding.cue)).in_(language)}" if finding.cue else ""
    yield _label("fired", language) + f"{finding.text!r}: {held(finding)}  {finding.rule}  {where}{cue}"
    for loser in losers:
        if loser.id == finding.rule:
            continue
        for other in bench.alone(loser, text):
            if other.rule == loser.id and other.start < finding.end and finding.start < other.end and _says(other):
                yield _label("lost", language) + f"  {loser.id}: {other.text!r}: {held(other)}"


def _says(finding: Finding) -> bool:
    return any(value.text is not None or value.value is not None for value in finding.slots.values())


def _actions(bench: Bench, text: str) -> list[Action]:
    record = bench.extractor.extract(text, published=PUBLISHED)
    return [*record.recommendations, *record.conclusions]


def _action(action: Action) -> str:
    slots = {"speaker": action.speaker and (action.speaker.name or action.speaker.organization),
             "addressee": action.addressee, "trigger": action.trigger, "action": action.action}  # fmt: skip
    said = ", ".join(f"{name}={value!r}" for name, value in slots.items() if value)
    return f"{action.text!r}: {action.kind}: {said}  {action.rule}"


def _near(reader: NearReader, rules: list[Rule], document: Document, language: str) -> Iterator[str]:
    """The best near misses of rules for which nothing, or only a default, answered."""
    found = [miss for rule in rules for miss in reader.near(rule, document)]
    good = [m for m in found if m.said and m.share >= _NEAR_SHARE and m.share < 1]
    good.sort(key=lambda m: (-m.share, -len(m.matched)))
    for miss in good[:_NEAR_MOST]:
        yield from _miss(miss, language)


def _miss(miss: NearMiss, language: str) -> Iterator[str]:
    yield _label("near", language) + f"{miss.rule.id}  {miss.rule.where[0]}:{miss.rule.where[1]}  {miss.pattern}"
    stood = repr(miss.stood) if miss.stood else say("explain.end").in_(language)
    what = say("explain.stopped", matched=repr(miss.matched), wanted=miss.wanted, stood=stood)
    yield " " * 11 + what.in_(language)


def _one(bench: Bench, rule: Rule, document: Document, text: str, language: str) -> Iterator[str]:
    """What one rule does with the sentence, by itself and among the others."""
    alone = [f for f in bench.alone(rule, text) if f.rule == rule.id and _says(f)]
    whole = {(f.start, f.end): f for f in bench.whole(rule, text)}
    yield _label("rule", language) + f"{rule.id}  {rule.where[0]}:{rule.where[1]}  ({aim(rule)})"
    for finding in alone:
        winner = whole.get((finding.start, finding.end))
        yield _label("fired", language) + f"{finding.text!r}: {held(finding)}"
        if winner is None or winner.rule != rule.id:
            by = winner.rule if winner else "—"
            yield _label("lost", language) + say("explain.lost_to", by=by).in_(language)
    if not alone:
        yield from _why_not(rule, NearReader(bench.book), document, language)


def _why_not(rule: Rule, reader: NearReader, document: Document, language: str) -> Iterator[str]:
    """Where each pattern of the rule stopped, and what vetoed it."""
    misses = list(reader.near(rule, document))
    for miss in misses:
        yield from _miss(miss, language)
    vetoed = [v for s in document.sentences for v in _vetoes(rule, s, reader, document)]
    for words in vetoed:
        yield _label("veto", language) + repr(words)
    if not misses and not vetoed:
        yield _label("near", language) + say("explain.far").in_(language)


def _vetoes(rule: Rule, sentence: Sentence, reader: NearReader, document: Document) -> Iterator[str]:
    folded = reader.folded(rule, document, sentence)
    for pattern in rule.unless:
        for m in pattern.regex.finditer(folded.codes):
            yield sentence.slice(folded.first[m.start()], folded.first[m.end()])
