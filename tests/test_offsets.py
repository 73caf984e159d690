"""From an offset in the tidied text back to where it was, for every text there may be."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.normalize import tidy
from extractor.offsets import origins

MESSY = st.text(
    alphabet=st.sampled_from("aâ ăơeêđ\u0301\u0323\u0302\u031b\u200b\ufeff\u00ad \t\r\n\u00a0\u20280A각\u1100\u1161")
)


@given(MESSY | st.text())
@settings(max_examples=1000)
def test_every_position_is_told_and_in_order(original: str) -> None:
    text = tidy(original)
    places = origins(original)
    assert len(places) == len(text) + 1
    assert places == sorted(places)
    assert all(0 <= place <= len(original) for place in places)


@given(st.text(alphabet="aăâeêoôơuưđằẵộữ \n.,0"))
def test_letters_are_found_where_they_were(original: str) -> None:
    text = tidy(original)
    for place, char in zip(origins(original), text, strict=False):
        assert char.isspace() or original[place] == char


@pytest.mark.parametrize(
    ("original", "places"),
    [
        ("", [0]),
        (" \n", [0]),
        ("a  b", [0, 1, 3, 4]),
        (" a\r\n\r\nb ", [1, 2, 6, 7]),
        ("\u200ba\u200bb", [1, 3, 4]),
        (unicodedata.normalize("NFD", "ộ à"), [0, 3, 4, 6]),
        ("o\u200b\u0323\u0302", [0, 4]),
        (" \u0301", [1, 2]),
    ],
)
def test_places(original: str, places: list[int]) -> None:
    assert origins(original) == places
