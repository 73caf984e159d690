"""Drafts of rules to rules: patterns compiled, slots and values checked against what the records have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from extractor.messages import say
from extractor.rulebook.compile import Compiler, Pattern
from extractor.rulebook.drafts import Draft
from extractor.rulebook.notation import ANCHOR, NotationError
from extractor.rulebook.reach import out_of_reach
from extractor.rulebook.rules import CONTEXTS, Rule
from extractor.rulebook.source import Path
from extractor.rulebook.targets import GRAMMARS, RECORD_SLOTS, SET_VALUES
from extractor.rulebook.validate import close


@dataclass(slots=True)
class RuleMaker:
    """Makes the rules of all drafts, in order; what is wrong is told to the draft's file."""

    compiler: Compiler

    def make(self, drafts: Iterable[Draft]) -> list[Rule]:
        return [self._rule(draft, order) for order, draft in enumerate(drafts) if not draft.row.off]

    def _rule(self, draft: Draft, order: int) -> Rule:
        known = len(draft.file.problems)
        self._needs_examples(draft)
        patterns = self._patterns(draft, "pattern")
        nearest = self._patterns(draft, "nearest")
        unless = self._patterns(draft, "unless")
        if not (patterns or nearest or draft.row.default or draft.row.context) and len(draft.file.problems) == known:
            draft.file.complain(draft.way, say("rule.no_pattern"), rule=draft.key, mend=say("rule.no_pattern.mend"))
        if draft.row.context and (patterns or nearest or draft.row.context not in CONTEXTS.get(str(draft.slot), ())):
            what, mend = say("context.misplaced"), say("context.misplaced.mend")
            draft.file.complain((*draft.way, "context"), what, rule=draft.key, mend=mend)
        where = (draft.file.name, *draft.file.place(draft.way))
        return Rule(
            str(draft.key), draft.kind, draft.target, draft.slot, draft.row, patterns, nearest, unless,
            self._sets(draft), draft.group, order, where, draft.file, draft.way,
        )  # fmt: skip

    def _needs_examples(self, draft: Draft) -> None:
        if draft.row.default is not None and not draft.row.pattern:
            return
        for name, sentences in (("examples", draft.row.examples), ("not", draft.row.not_)):
            if not sentences:
                what, mend = say(f"rule.no_{name}"), say(f"rule.no_{name}.mend")
                draft.file.complain(draft.way, what, rule=draft.key, mend=mend)

    def _patterns(self, draft: Draft, name: str) -> tuple[Pattern, ...]:
        value = getattr(draft.row, name)
        sources = [] if value is None else [value] if isinstance(value, str) else value
        made: list[Pattern] = []
        for i, source in enumerate(sources):
            way: Path = (*draft.way, name) if isinstance(value, str) else (*draft.way, name, i)
            try:
                made.append(self.compiler.compile(source))
                if name != "unless":
                    out_of_reach(draft.kind, name, made[-1].tree, self.compiler.resolve)
            except NotationError as error:
                shift = error.at + draft.file.quote(way)
                draft.file.complain(way, error.what, rule=draft.key, mend=error.mend, shift=shift)
                continue
            self._check_slots(draft, way, made[-1])
        return tuple(made)

    def _check_slots(self, draft: Draft, way: Path, pattern: Pattern) -> None:
        if draft.kind == "grammar":
            return
        allowed = frozenset({ANCHOR, str(draft.slot)}) if draft.kind == "slot" else RECORD_SLOTS[draft.target]
        for slot in sorted(pattern.slots - allowed):
            what = say("slot.unknown", target=draft.target, slot=slot)
            shift = max(pattern.source.find(f"<{slot}="), 0) + draft.file.quote(way)
            draft.file.complain(way, what, rule=draft.key, mend=close(slot, allowed), shift=shift)

    def _sets(self, draft: Draft) -> dict[str, Any]:
        row = draft.row
        value: Any = row.default if row.set is None else row.set
        sets: dict[str, Any] = value if isinstance(value, dict) else {} if value is None else {str(draft.slot): value}
        for slot, word in sets.items():
            if slot in SET_VALUES and word not in SET_VALUES[slot]:
                mend = say("mend.one_of", names=", ".join(SET_VALUES[slot]))
                draft.file.complain((*draft.way, "set"), say("set.value", slot=slot, value=repr(word)),
                                    rule=draft.key, mend=mend)  # fmt: skip
        if draft.kind == "grammar" and row.build not in GRAMMARS[draft.target]:
            mend = close(str(row.build), GRAMMARS[draft.target])
            draft.file.complain((*draft.way, "build"), say("build.unknown", name=str(row.build)),
                                rule=draft.key, mend=mend)  # fmt: skip
        return sets
