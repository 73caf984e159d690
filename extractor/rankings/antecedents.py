"""Who is meant where the clause names nobody: the one ranked before, the nation, what a general word means."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.document import Sentence
from extractor.rankings.memory import Memory
from extractor.rankings.subject import Subject, SubjectReader
from extractor.rulebook.book import Rulebook


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ranking stands: sentence number `index`, atom `first`; what is left of atom `left` is read already."""

    sentence: Sentence
    index: int
    first: int
    left: int


class Antecedents:
    """Finds the subject of a ranking outside its clause."""

    def __init__(self, book: Rulebook, subjects: SubjectReader) -> None:
        self._subjects = subjects
        self._nations = tuple(book.words("rank_nations"))
        self._worlds = tuple(word.lower() for word in book.words("rank_world"))
        self._we = frozenset(book.words("rank_nation"))

    def find(
        self, memory: Memory, at: Place, said: Subject | None, last: str | None, population: str | None
    ) -> str | None:
        """The subject: `said` is what the clause does say, `last` the subject of the ranking before."""
        general = said.text.lower() if said and said.text else None
        if general in self._we or _begins(population, self._nations):
            return last if memory.is_country(last) else memory.country()
        if general is not None and (named := memory.general(general, at.index, at.first)):
            return named
        if said is not None and said.text is None and (last is None or at.left == 0):
            last = self._subjects.clause_name(at.sentence, at.first, at.left) or last
        if last is None and _begins(population, self._worlds):
            last = memory.country()
        return last or memory.before(at.index) or (said.text if said else None)


def _begins(population: str | None, heads: tuple[str, ...]) -> bool:
    return population is not None and population.lower().startswith(heads)
