"""What a body's bare head stands for: "Sở" is the Sở Y tế that was named before."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.mentions.bodies import Org
from extractor.mentions.canonical import Settled
from extractor.mentions.reading import Reading
from extractor.mentions.view import View, fold_phrase

Antecedents = dict[int, tuple[View, Org]]
"""A bare body (by its id) to the one that it stands for, with the sentence where that one is named."""


def find_antecedents(readings: Iterable[Reading], settled: Settled) -> Antecedents:
    """For each bare head the last body before it whose full name begins with that head."""
    found: Antecedents = {}
    last: dict[str, tuple[View, Org]] = {}
    for reading in readings:
        for org in reading.organizations:
            if org.general or org.plural:
                continue
            view = reading.view
            head = fold_phrase(settled.expand(view.text(*org.head)))
            if _bare(org):
                known = last.get(head)
                if known is not None:
                    found[id(org)] = known
                continue
            if org.row is None or not org.row.proper:
                last[head] = view, org
                continue
            name = fold_phrase(settled.organization(view, org)).split()  # "Ủy ban" may be the Ủy ban Dân tộc
            for length in range(1, len(name)):
                last[" ".join(name[:length])] = view, org
    return found


def _bare(org: Org) -> bool:
    """Whether nothing but a head is named, and a head that many bodies have."""
    proper = org.row is None or org.row.proper
    return not proper and org.field is None and org.where is None and org.above is None
