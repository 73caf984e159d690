"""A task, and how much it takes to make words a demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.discourse.parties.actors import Actor


@dataclass(frozen=True, slots=True)
class Task:
    """Atoms `first` to `last` of the quote; `actor` where one is named."""

    first: int
    last: int
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How much it takes here to make a demand.

    bare: a verb at the start is enough, as in a list of demands; else a modal is needed
    actors: so is a verb behind a body or person
    firm: a prohibition is a demand, and "chủ trì" behind a body
    ordered: behind an order so is a verb behind a noun for people or bodies ("hai ngành | thống nhất …")
    told: so is a verb behind a list of bodies ("các bộ, ngành | thực hiện nghiêm …"), if nothing there judges
    warns: advice against something is a demand ("đừng …", "không nên …")
    named: an actor must be a name or a noun for people and bodies, not just any "các …"
    """

    bare: bool = False
    actors: bool = False
    firm: bool = False
    ordered: bool = False
    told: bool = False
    warns: bool = False
    named: bool = True


ASKED: Final = Manner(bare=True, actors=True, firm=True, named=False)
"""Right behind a demanding verb."""
LISTED: Final = Manner(bare=True, actors=True, firm=True)
"""Within a list of demands."""
