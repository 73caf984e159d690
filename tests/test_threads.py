"""One extractor serves several threads: nothing of one article is handed on to another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import extractor
from extractor.write import record_bytes
from tests.conftest import SAMPLES

THREADS, TIMES = 8, 6


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns a thousand times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless")
def test_threads_write_what_one_would(ex: extractor.Extractor) -> None:
    texts = [file.read_text() for file in sorted(SAMPLES.glob("*.txt"))]

    def read(text: str) -> bytes:
        return record_bytes(ex.extract(text, published="2019-05-01"))

    alone = [read(text) for text in texts]
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(read, texts * TIMES))
    assert together == alone * TIMES
