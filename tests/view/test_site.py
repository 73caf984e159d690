"""The pages of a whole run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor import model
from extractor.store.folder import record_files
from extractor.view import site
from extractor.view.words import Words
from tests.view.conftest import Page

VI = Words("vi")


def test_one_file_holds_index_and_articles(run: Path, records: dict[str, model.Record], tmp_path: Path) -> None:
    found = site.write_site(list(record_files(run)), tmp_path / "site.html", VI, "năm 2019")
    page = Page((tmp_path / "site.html").read_text(encoding="utf-8"))
    assert [f.name for f in tmp_path.iterdir()] == ["site.html"]
    assert len(found.entries) == len(records)
    ids = page.ids()
    assert len(ids) == len(set(ids))
    for entry in found.entries:
        assert entry.anchor in ids
    assert all(a["href"][1:] in ids for tag, a in page.elements if tag == "a" and a.get("href"))  # type: ignore[index]
    total = sum(len(r.achievements) for r in records.values())
    assert found.totals["achievements"] == total
    assert sum(counts["achievements"] for counts in found.months.values()) == total


def test_above_the_limit_the_articles_lie_beside_it(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "INLINE_LIMIT", 3)
    monkeypatch.setattr(site, "LIST_LIMIT", 5)
    site.write_site(list(record_files(run)), tmp_path / "site.html", VI, "x")
    pages = [tmp_path / "site.html", *sorted((tmp_path / "site-articles").iterdir())]
    assert len(pages) == 1 + 8 + 1
    for file in pages:
        html = file.read_text(encoding="utf-8")
        for href in re.findall(r'href="([^"#]+)"', html):
            assert (file.parent / href).is_file(), f"{file.name} → {href}"


def test_files_that_are_no_records_are_named(tmp_path: Path, run: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "a.json").write_text("{}")
    (tmp_path / "records" / "b.json").write_bytes(next(record_files(run)).read_bytes())
    found = site.write_site(list(record_files(tmp_path)), tmp_path / "site.html", VI, "x")
    assert len(found.entries) == 1
    assert found.faults[0][0] == "a.json"
    assert "no record" in found.faults[0][1]


def test_an_empty_run(tmp_path: Path) -> None:
    site.write_site([], tmp_path / "site.html", VI, "x")
    assert "Bản ghi của x" in (tmp_path / "site.html").read_text(encoding="utf-8")
