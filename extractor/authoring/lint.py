"""Faults of the rulebook as a whole: a word with two meanings, a rule that another one makes useless."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from extractor.alphabet import ATOM
from extractor.authoring.examples import read_example
from extractor.authoring.judge import held, judge
from extractor.authoring.trial import Bench
from extractor.errors import Problem
from extractor.messages import say
from extractor.normalize import fold
from extractor.rulebook.book import Rulebook
from extractor.rulebook.notation import Hole, leaves
from extractor.rulebook.reading import RowPlace
from extractor.rulebook.rules import Rule
from extractor.rulebook.tables import Unit
from extractor.rulebook.validate import close


def words_with_two_meanings(book: Rulebook) -> Iterator[Problem]:
    """Words that stand in two rows of one table: the later layer's row is meant, within a layer only the first."""
    seen: dict[tuple[str, str], list[RowPlace]] = {}
    for place in book.places:
        for i, word in enumerate(place.row.words):
            there = seen.setdefault((place.table, " ".join(fold(atom) for atom in ATOM.findall(word))), [])
            other = next((known for known in there if not place.row.may_share(known.row)), None)
            if other is None:
                there.append(place)
            if other is None or other is place:
                continue
            where = f"{other.file.name}:{other.file.place(other.way)[0]}"
            way = (*place.way, "words", i)
            if other.file.layer != place.file.layer:
                what = say("row.overlaid", word=word, table=place.table, place=where)
                yield place.file.problem(way, what, level="note")
                there[there.index(other)] = place
            elif other.row.model_copy(update={"words": []}) != place.row.model_copy(update={"words": []}):
                what = say("row.two_meanings", word=word, table=place.table, place=where)
                yield place.file.problem(way, what, mend=say("row.two_meanings.mend"))
            else:
                what = say("row.twice", word=word, table=place.table, place=where)
                yield place.file.problem(way, what, mend=say("row.twice.mend"), level="warning")


def doubled_words(book: Rulebook) -> Iterator[Problem]:
    """Words that stand twice in one list, letter for letter; spellings that are matched alike (tỉ, tỷ) do no harm."""
    for place in book.list_places:
        seen: set[str] = set()
        for i, word in enumerate(place.file.data["words"][place.name]):
            if word in seen:
                what = say("words.doubled", word=word, name=place.name)
                yield place.file.problem((*place.way, i), what, mend=say("words.doubled.mend"), level="warning")
            seen.add(word)


def unknown_bases(book: Rulebook) -> Iterator[Problem]:
    """Units laid over the packaged ones whose base unit is none of theirs: mostly it is written otherwise (m², m2)."""
    known = {place.row.base for place in book.places if isinstance(place.row, Unit) and place.file.layer == 0}
    for place in book.places:
        if isinstance(place.row, Unit) and place.row.base not in known:
            what, mend = say("row.base", base=place.row.base), close(place.row.base, known)
            yield place.file.problem((*place.way, "base"), what, mend=mend, level="warning")


def unread_lists(book: Rulebook) -> Iterator[Problem]:
    """Word lists laid over the packaged ones that add to none of them and that no rule names: mostly a slip of the
    name, which would leave their words without any effect."""
    packaged = {place.name for place in book.list_places if place.file.layer == 0}
    read = packaged | named_lists(book)
    for place in book.list_places:
        if place.file.layer and place.name not in read:
            near = get_close_matches(place.name, packaged, n=1)
            mend = say("mend.close", name=near[0]) if near else say("words.unread.mend", name=place.name)
            yield place.file.problem(
                place.way, say("words.unread", name=place.name), mend=mend, level="warning", of_key=True
            )


def named_lists(book: Rulebook) -> set[str]:
    """What the holes of all patterns name: word lists, tables, kinds of mentions."""
    patterns = [p for rule in book.rules for p in (*rule.patterns, *rule.nearest, *rule.unless)]
    return {name for pattern in patterns for hole in leaves(pattern.tree, Hole) for name in hole.kinds}


def words_of_two_rules(book: Rulebook) -> Iterator[Problem]:
    """Cues that two rivals by nearness share though they answer differently."""
    rivals = [r for r in book.rules if r.nearest]
    for i, rule in enumerate(rivals):
        for other in rivals[:i]:
            if (other.target, other.slot, other.group) != (
                rule.target,
                rule.slot,
                rule.group,
            ) or other.sets == rule.sets:
                continue
            shared = {fold(w): w for w in _cues(book, other)}
            for word in _cues(book, rule):
                if fold(word) in shared:
                    what = say("words.two_rules", word=word, a=other.id, b=rule.id)
                    yield rule.problem(("nearest",), what, mend=say("words.two_rules.mend"), level="warning")


def _cues(book: Rulebook, rule: Rule) -> list[str]:
    """The entries of the lists that are a whole pattern of the rule."""
    trees = [p.tree for p in rule.nearest if isinstance(p.tree, Hole)]
    names = [name for tree in trees for name in tree.kinds if name in book.lists]
    return [word for name in names for word in book.lists[name]]


def useless_rules(bench: Bench, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Rules whose examples others answer, or would answer alike."""
    for rule in rules:
        if bench.lends(rule):
            continue
        examples = [read_example(source) for source in rule.row.examples]
        verdicts = [judge(rule, example, bench.whole(rule, example.text), alone=False) for example in examples]
        if not examples or any(v.what is not None for v in verdicts):
            continue
        makers = [v.by for v in verdicts]
        if not any(rule.id in by for by in makers):
            by = ", ".join(sorted(frozenset().union(*makers)))
            what, mend = say("rule.never_reached", by=by), say("rule.never_reached.mend", by=by)
            yield rule.problem((), what, mend=mend, level="warning")
        elif not rule.nearest:
            yield from _shadowed(bench, rule, [e.text for e in examples])


def _shadowed(bench: Bench, rule: Rule, texts: Sequence[str]) -> Iterator[Problem]:
    """What the rulebook says of the rule's examples without it."""
    same: set[str] = set()
    for text in texts:
        mine = [f for f in bench.whole(rule, text) if f.rule == rule.id]
        without = {(f.start, f.end): f for f in bench.without(rule, text)}
        for finding in mine:
            other = without.get((finding.start, finding.end))
            if other is None:
                return
            if other.slots != finding.slots:
                if rule.kind != "slot":
                    what = say("rule.by_order", by=other.rule, got=held(other))
                    yield rule.problem((), what, mend=say("rule.by_order.mend"), level="warning")
                return
            same.add(other.rule)
    if same:
        by = ", ".join(sorted(same))
        yield rule.problem((), say("rule.shadowed", by=by), mend=say("rule.shadowed.mend"), level="warning")
