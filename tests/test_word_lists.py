"""A word list that nothing reads would teach a linguist what has no effect."""

from __future__ import annotations

import re
from pathlib import Path

import extractor
from extractor.authoring.lint import named_lists
from extractor.read.columns import PARTS
from extractor.rulebook.loader import load_rulebook


def test_every_packaged_word_list_is_read() -> None:
    """By a rule that names it in a pattern, or by a module, which writes its name as a string."""
    book = load_rulebook()
    code = "\n".join(p.read_text(encoding="utf-8") for p in Path(extractor.__file__).parent.rglob("*.py"))
    read = {*named_lists(book), *re.findall(r'"([a-z_]+)"', code), *(f"{part}_columns" for part in PARTS)}
    assert {place.name for place in book.list_places} - read == set()
