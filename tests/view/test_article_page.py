"""The page of one article: what it shows, in both languages, whatever the article holds."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from extractor import model
from extractor.view.article import write_article
from extractor.view.marks import RECORD_KINDS
from extractor.view.words import Words
from tests.conftest import SAMPLES
from tests.view.conftest import SCRIPT, Page, record

NAMES = sorted(f.stem for f in SAMPLES.glob("*.txt"))


def html_of(found: model.Record, tmp_path: Path, language: str = "vi") -> str:
    write_article(found, tmp_path / "page.html", Words(language))
    return (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_marked_and_has_its_row(
    name: str, language: str, records: dict[str, model.Record], tmp_path: Path
) -> None:
    found = records[name]
    page = Page(html_of(found, tmp_path, language))
    assert "\n".join(page.lines[-len(found.text.split("\n")) :]) == found.text
    ids = page.ids()
    assert len(ids) == len(set(ids))
    for kind in RECORD_KINDS:
        for item in getattr(found, kind):
            assert page.words[item.id] == item.text.replace("\n", "")
            assert item.id in ids
            assert f"row-{item.id}" in ids
    links = [a["href"] for tag, a in page.elements if tag == "a" and a.get("href")]
    assert all(link and link.startswith("#") and link[1:] in {*ids, "main"} for link in links)


def test_checks_mark_what_contradicts(records: dict[str, model.Record], tmp_path: Path) -> None:
    found = records["thuy-linh"]
    assert found.checks, "the model article contradicts itself"
    page = Page(html_of(found, tmp_path))
    check = found.checks[0]
    assert page.words[check.id] == "".join(s.text for s in check.spans)
    assert "không khớp" in page.text
    rows = [a for tag, a in page.elements if tag == "a" and a.get("href") == f"#row-{check.id}"]
    assert len(rows) > len(check.spans)  # its spans, and the rows of the records that it names


def test_who_asks_whom_for_what(records: dict[str, model.Record], tmp_path: Path) -> None:
    html = html_of(records["thuy-linh"], tmp_path)
    tasks = html[html.index("tasks") :]
    for said in ("Nguyễn Long Hải", "Phó Chủ tịch", "Văn phòng UBND tỉnh", "đẩy nhanh tiến độ"):
        assert said in tasks


def test_the_page_needs_no_network(records: dict[str, model.Record], tmp_path: Path) -> None:
    html = html_of(records["thuy-linh"], tmp_path)
    page = Page(html)
    assert not [a for _, a in page.elements if a.get("src")]
    assert not [tag for tag, _ in page.elements if tag in ("link", "iframe", "object", "base")]
    assert not re.search(r"url\(|@import|https?://", html)
    policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


HOSTILE = [
    "<script>alert(1)</script>",
    "</p></article><script src=//evil.example/x.js></script>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">bấm</a>',
    "{{ 7*7 }} {% raw %} ${7*7}",
    "</style><style>*{display:none}</style>",
    "<!-- --><svg/onload=alert(1)>",
    "&lt;script&gt; &#x3c;script&#x3e;",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_article_stays_text(hostile: str, tmp_path: Path) -> None:
    said = model.Speaker(name=hostile, role=hostile, organization=hostile)
    item = model.Action(id="c1", rule=hostile, start=0, end=len(hostile), text=hostile, kind="directive", speaker=said,
                        addressee=hostile, trigger=hostile)  # fmt: skip
    found = record(
        hostile + "\n" + hostile, conclusions=[item],
        article=model.Article(title=hostile, author=hostile, place=hostile),
        source=model.Source(path=hostile, sha256="0" * 64),
    )  # fmt: skip
    plain = Page(html_of(record("a"), tmp_path))
    page = Page(html_of(found, tmp_path))
    assert {tag for tag, _ in page.elements} - {tag for tag, _ in plain.elements} <= {
        "a", "aside", "br", "dd", "div", "dl", "dt", "form", "h2", "input", "label", "section", "small", "span",
        "table", "tbody", "td", "th", "thead", "tr", "title", "h1",
    }  # fmt: skip
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    assert sum(tag == "style" for tag, _ in page.elements) == 1
    assert not [a for _, a in page.elements for name in a if name.startswith("on") or name in ("style", "src")]
    assert all((a["href"] or "").startswith("#") for tag, a in page.elements if tag == "a")
    assert page.words["c1"] == hostile
    assert page.lines[-1] == hostile


def test_text_cannot_turn_the_page_around(tmp_path: Path) -> None:
    html = html_of(record("Số \u202e001\u202c hồ sơ \u2066\x1b[31m\x07"), tmp_path)
    assert not set(html) & set("\u202e\u202c\u2066\x1b\x07")
    assert "⟨U+202E⟩001⟨U+202C⟩" in html


def test_a_title_of_ten_thousand_letters(tmp_path: Path) -> None:
    found = record("ữ" * 10_000 + "\nhết", article=model.Article(title="ữ" * 10_000))
    html = html_of(found, tmp_path)
    title = re.search("<title>(.*?)</title>", html, re.DOTALL)
    assert title
    assert len(title[1]) < 200


def test_an_article_without_records(tmp_path: Path) -> None:
    assert "Không tìm thấy" in Page(html_of(record("Không có gì."), tmp_path)).text


def test_the_command(tmp_path: Path) -> None:
    article, page = SAMPLES / "thong-bao-ngan.txt", tmp_path / "a" / "page.html"
    done = subprocess.run([SCRIPT, "view", article, "-o", page, "--lang", "en"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert '<html lang="en">' in page.read_text(encoding="utf-8")
    for wrong, code, why in (("missing.txt", 1, "cannot be read"), (tmp_path, 2, "no output folder")):
        done = subprocess.run([SCRIPT, "view", wrong, "-o", page], capture_output=True, text=True)
        assert done.returncode == code
        assert why in done.stderr
