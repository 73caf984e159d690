"""Names of places and bodies in a sentence, as opposed to general words for them ("tỉnh", "các địa phương")."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.document import Mark, Sentence

NAMES = ("place", "organization")


def is_name(s: Sentence, mark: Mark) -> bool:
    """Whether the mark holds a capital that is not only the sentence's first."""
    if mark.kind not in NAMES:
        return False
    if mark.first == 0 and mark.last == 1:
        return mark.refinement == "country" or s.atom(0).isupper()  # "Campuchia", but not "Tỉnh"
    return any(s.atom(j)[0].isupper() for j in range(mark.first, mark.last) if j > 0) or s.atom(mark.first).isupper()


def names(s: Sentence) -> Iterator[Mark]:
    """The names of a sentence, left to right."""
    return (m for m in s.marks if is_name(s, m))


def name_at(s: Sentence, at: int) -> Mark | None:
    """The name that begins at the atom."""
    return next((m for m in names(s) if m.first == at), None)


def name_ending(s: Sentence, last: int) -> Mark | None:
    """The name that ends before atom `last`."""
    return next((m for m in names(s) if m.last == last), None)


def name_text(s: Sentence, mark: Mark) -> str:
    """The words of a name; general words before a comma are no part of it ("huyện, | thành phố Vĩnh Phong")."""
    comma = s.plain.rfind(",", mark.first, mark.last)
    if comma > mark.first and not any(s.atom(j)[0].isupper() for j in range(mark.first, comma)):
        return s.slice(comma + 1, mark.last)
    return s.slice(mark.first, mark.last)


def inside(s: Sentence, at: int) -> bool:
    """Whether the atom lies inside a mark, not at its start."""
    return any(m.first < at < m.last for m in s.marks)
