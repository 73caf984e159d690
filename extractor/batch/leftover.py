"""Records that lie in the output folder when a run is done, and are not of it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.batch.output import Output
from extractor.batch.prior import Prior
from extractor.read.inputs import RECORDS, Input


def leftovers(output: Output, prior: Prior, inputs: Sequence[Input]) -> list[str]:
    """Remove what an earlier run wrote of these inputs and this one did not write again; give the places of the rest.

    Removed are the records of rows that a file does not hold any more, and of an article whose place is another now.
    What an earlier run wrote of other inputs may be wanted: it is only named.
    """
    names = {item.name for item in inputs}
    strange = []
    for place, path in prior.outdated(output.below(RECORDS)):
        if path is not None and _is_of(path, names):
            output.remove(place)
        else:
            strange.append(place)
    return strange


def _is_of(path: str, names: set[str]) -> bool:
    """Whether an article is one of these inputs, or a member or row of one: "a.zip#x/b.txt"."""
    parts = path.split("#")
    return any("#".join(parts[:count]) in names for count in range(1, len(parts) + 1))
