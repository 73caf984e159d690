"""Spans to pieces and lanes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor import model
from extractor.view.marks import LANES, Stretch, lanes, paragraphs, stretches
from tests.view.conftest import record

TEXT = "Một hai ba bốn\nnăm sáu bảy 𝟠 chín\n\nmười"


def action(n: int, start: int, end: int) -> model.Action:
    return model.Action(
        id=f"c{n}", rule="r", start=start, end=end, text=TEXT[start:end], kind="directive", speaker=None
    )  # fmt: skip


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda s: s[0] < s[1])


@given(st.lists(spans, max_size=8))
def test_pieces_are_the_text_and_every_span_is_covered(found: list[tuple[int, int]]) -> None:
    made = record(TEXT, conclusions=[action(n, *span) for n, span in enumerate(found)])
    lines = paragraphs(made)
    assert "\n".join("".join(p.text for p in line) for line in lines) == TEXT
    for item in made.conclusions:
        covered = "".join(p.text for line in lines for p in line if any(c.id == item.id for c in p.covers))
        assert covered == item.text.replace("\n", "")
        opened = [c for line in lines for p in line for c in p.covers if c.id == item.id and c.opens]
        assert len(opened) <= 1


@given(st.lists(spans, max_size=6))
def test_two_that_overlap_never_share_a_lane(found: list[tuple[int, int]]) -> None:
    made = lanes(stretches(record(TEXT, conclusions=[action(n, *span) for n, span in enumerate(found)])))
    for a, in_a in made.items():
        for b, in_b in made.items():
            if a is not b and a.start < b.end and b.start < a.end:
                assert in_a != in_b or in_a == LANES - 1


def test_the_inner_one_is_nearer_to_the_text() -> None:
    outer, inner = Stretch("conclusions", "c1", 0, 30), Stretch("percentages", "p1", 4, 9)
    assert lanes([outer, inner]) == {inner: 0, outer: 1}


def test_a_span_over_a_paragraph_end_goes_on_in_the_next() -> None:
    lines = paragraphs(record(TEXT, conclusions=[action(1, 11, 18)]))
    assert [p.text for line in lines for p in line if p.covers] == ["bốn", "năm"]
