"""The same article gives the same records in every format and encoding, on every sample.

What a format forces to differ is listed in docs/formats.md and asserted here: the source, the id (it names the bytes),
and the day of publication where a page states one and the text does not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from extractor import Extractor
from extractor.normalize import tidy
from extractor.read import Article
from tests.read import make
from tests.read.legacy import ENCODERS, plain

TEXTS = make.TEXTS
OLD = ("vni", "viscii")
FAMILIES = sorted(path.stem for path in make.PAGES.glob("*.html"))
DAY = "2024-12-30"
FORMATS: dict[str, Callable[[str], bytes]] = {
    "docx": make.docx,
    "pdf": make.pdf,
    "markdown": make.markdown,
    "jsonl": make.json_line,
    **{f"html {family}": (lambda text, family=family: make.page(family, text).encode()) for family in FAMILIES},
    **{f"html {e}": (lambda text, e=e: ENCODERS[e](make.page("layout-tables", plain(text)))) for e in OLD},
    "zip": lambda text: make.zipped({"a/b.txt": text.encode()}),
}  # fmt: skip
STATES_A_DAY = [name for name in FORMATS if name.startswith("html")] + ["markdown", "jsonl"]


def read(ex: Extractor, data: bytes, name: str = "a") -> Article:
    [article] = ex.reader().articles(data, name)
    return article


def record(ex: Extractor, article: Article) -> dict[str, Any]:
    """The record as data, without where it came from."""
    made = ex.extract(article.text, published=DAY, source=article.source, article=article.facts).model_dump(mode="json")
    for name in ("id", "source"):
        del made[name]
    return made


def expected(ex: Extractor, text: str, day: date | None) -> dict[str, Any]:
    made = ex.extract(text, published=DAY).model_dump(mode="json")
    for name in ("id", "source"):
        del made[name]
    if day:
        made["article"]["published"] = day.isoformat()
    return made


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_gives_the_same_records(ex: Extractor, kind: str, name: str) -> None:
    text = plain(TEXTS[name]) if kind in [f"html {e}" for e in OLD] else TEXTS[name]
    article = read(ex, FORMATS[kind](text))
    assert tidy(article.text) == tidy(text)
    made, wanted = record(ex, article), expected(ex, text, make.day_of(text) if kind in STATES_A_DAY else None)
    for fact in ("source", "title", "author"):  # what markup or columns state, and the text does not
        if kind in STATES_A_DAY and wanted["article"][fact] is None:
            made["article"][fact] = None
    assert made == wanted


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", ENCODERS)
def test_every_encoding_gives_the_same_records(ex: Extractor, encoding: str, name: str) -> None:
    text = plain(TEXTS[name])
    article = read(ex, ENCODERS[encoding](text))
    assert article.source.encoding == encoding
    assert record(ex, article) == expected(ex, text, None)


def test_pages_state_their_facts(ex: Extractor) -> None:
    for family in FAMILIES:
        article = read(ex, make.page(family, TEXTS["chuyen-doi-so"]).encode())
        assert article.facts.title == "Vĩnh An tăng 12 bậc về chỉ số chuyển đổi số", family
        assert str(article.facts.published) == DAY, family
    assert read(ex, make.page("sharepoint", TEXTS["hdnd-ky-hop"]).encode()).facts.source == "Cổng TTĐT tỉnh"
    assert read(ex, make.page("nukeviet", TEXTS["hdnd-ky-hop"]).encode()).facts.author == "Hoàng Yến"


def test_decomposed_markup_and_text_are_one(ex: Extractor) -> None:
    page = unicodedata.normalize("NFD", make.page("liferay", TEXTS["hdnd-ky-hop"])).encode()
    article = read(ex, page)
    assert article.source.encoding == "utf-8/nfd"
    assert tidy(article.text) == tidy(TEXTS["hdnd-ky-hop"])
