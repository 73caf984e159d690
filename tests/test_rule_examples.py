"""Each rule's own sentences, run by `rules check`; a test's name is the rule's place and id."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.authoring.check import check_rule
from extractor.authoring.trial import Bench
from extractor.pipeline import Extractor
from extractor.rulebook.rules import Rule


@cache
def bench() -> Bench:
    return Bench(Extractor())


def _place(rule: Rule) -> str:
    return f"{rule.where[0]}:{rule.where[1]} {rule.id}"


@pytest.mark.parametrize("rule", bench().book.rules, ids=_place)
def test_examples_and_not(rule: Rule) -> None:
    problems = [p for p in check_rule(bench(), rule) if p.level == "error"]
    assert not problems, "\n".join(map(str, problems))
