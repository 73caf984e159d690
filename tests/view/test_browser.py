"""The pages in a real browser: paste, highlight, filter, search, download, keyboard, phone, hostile articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor import model
from extractor.store.folder import record_files
from extractor.view.article import write_article
from extractor.view.site import write_site
from extractor.view.words import Words
from tests.conftest import SAMPLES
from tests.view.browser import browser, why_not
from tests.view.conftest import Service, needs, record
from tests.view.test_article_page import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"),
    needs("fastapi", "uvicorn", "python_multipart"),
]
ARTICLE = (SAMPLES / "thuy-linh.txt").read_text(encoding="utf-8")
PHONE = {"width": 360, "height": 740}
PATIENCE = 120_000
"""Milliseconds for a page: a machine that does much else beside the tests must not fail them."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(locale="vi-VN", viewport={"width": 1280, "height": 800})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must say nothing in its console, and load nothing from elsewhere."""
    opened = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    opened.on("request", lambda request: asked.append(request.url))
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()
    expected = re.compile(r"status of 4\d\d")
    assert not [s for s in said if not expected.search(s)]
    assert not [url for url in asked if not re.match(r"http://127\.0\.0\.1:|file:|data:|blob:", url)]


def file_page(found: model.Record, tmp_path: Path) -> str:
    write_article(found, tmp_path / "page.html", Words("vi"))
    return (tmp_path / "page.html").as_uri()


def paste(page: Page, text: str) -> None:
    """What a paste does: an event with the text, then the text in the field."""
    page.focus("#text")
    page.evaluate(
        """text => {
          const data = new DataTransfer(); data.setData("text/plain", text);
          const field = document.getElementById("text");
          field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
          field.value = text;
        }""",
        text,
    )


def fits(page: Page) -> bool:
    """Nothing wider than the screen, but what scrolls by itself."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


# --- one article -----------------------------------------------------------------------------------------------------


def test_paste_and_it_is_read(page: Page, service: Service) -> None:
    page.goto(service.url)
    paste(page, ARTICLE)
    page.wait_for_url("**/result/**")
    assert page.locator("article [data-r=a1]").first.inner_text().startswith("a1")
    assert page.locator("#row-a1").is_visible()


def test_drop_a_file_and_it_is_read(page: Page, service: Service) -> None:
    page.goto(service.url)
    page.evaluate(
        """text => {
          const data = new DataTransfer(); data.items.add(new File([text], "bai.txt", {type: "text/plain"}));
          document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        ARTICLE,
    )
    page.wait_for_url("**/result/**")
    assert page.get_by_text("bai.txt").is_visible()


def test_hover_on_one_shows_the_other(page: Page, records: dict[str, model.Record], tmp_path: Path) -> None:
    page.goto(file_page(records["thuy-linh"], tmp_path))
    page.locator("article [data-r=r1]").first.hover()
    row = page.locator("tr#row-r1")
    assert "on" in (row.get_attribute("class") or "").split()
    assert row.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }")
    page.locator("tr#row-p1").hover()
    assert page.locator("article [data-r=p1].on").count() >= 1
    assert page.locator("article [data-r=r1].on").count() == 0


def test_the_words_of_every_record_are_marked(page: Page, records: dict[str, model.Record], tmp_path: Path) -> None:
    found = records["chuyen-doi-so"]
    page.goto(file_page(found, tmp_path))
    marked = page.evaluate(
        """() => { const words = {};
          for (const e of document.querySelectorAll("article [data-r]")) {
            const copy = e.cloneNode(true); copy.querySelectorAll(".tag").forEach(t => t.remove());
            words[e.dataset.r] = (words[e.dataset.r] || "") + copy.textContent; }
          return words; }"""
    )
    for kind in ("achievements", "targets", "percentages", "rankings", "recommendations", "conclusions"):
        for item in getattr(found, kind):
            assert item.text in marked[item.id]


def test_filter_by_type(page: Page, records: dict[str, model.Record], tmp_path: Path) -> None:
    page.goto(file_page(records["thuy-linh"], tmp_path))
    ground = "e => getComputedStyle(e).borderBottomColor"
    mark, table = page.locator("article [data-r=a1]").first, page.locator(".block.k-achievements")
    assert mark.evaluate(ground) != "rgba(0, 0, 0, 0)"
    page.uncheck("#show-achievements")
    assert mark.evaluate(ground) == "rgba(0, 0, 0, 0)"
    assert not table.is_visible()
    assert page.locator("article #a1").is_hidden()
    assert page.locator("tr#row-r1").is_visible()
    page.check("#show-achievements")
    assert table.is_visible()


def test_keyboard_only(page: Page, service: Service) -> None:
    page.goto(service.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(20):
        if page.evaluate("document.activeElement.id") == "text":
            break
        page.keyboard.press("Tab")
    page.keyboard.insert_text(ARTICLE)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "submit":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/result/**")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "a1":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.locator("tr#row-a1.on").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#row-a1"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#a1"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#a1"))


def test_without_scripts(chromium: Browser, service: Service, records: dict[str, model.Record], tmp_path: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="vi")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(service.url)
    page.fill("#text", ARTICLE)
    page.click("button[type=submit]")
    page.wait_for_url("**/result/**")
    page.uncheck("#show-conclusions")
    assert not page.locator(".block.k-conclusions").is_visible()
    page.click("article #r1")
    page.wait_for_url(lambda url: url.endswith("#row-r1"))
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone(
    chromium: Browser, service: Service, records: dict[str, model.Record], scheme: Any, tmp_path: Path
) -> None:
    context = chromium.new_context(viewport=PHONE, is_mobile=True, has_touch=True, color_scheme=scheme, locale="vi")  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    for address in ("/", "/archive?words=uy+ban", "/archive/1", "/months", "/calls", "/x"):
        page.goto(service.url + address)
        assert fits(page), address
    page.goto(file_page(records["thuy-linh"], tmp_path))
    assert fits(page)
    page.tap("article #r1")
    assert page.locator("tr#row-r1").evaluate("e => e.getBoundingClientRect().top < innerHeight")
    context.close()


def test_printing_shows_everything(page: Page, records: dict[str, model.Record], tmp_path: Path) -> None:
    page.goto(file_page(records["thuy-linh"], tmp_path))
    page.emulate_media(media="print")
    for kind in ("achievements", "conclusions", "recommendations"):
        assert page.locator(f".block.k-{kind}").is_visible()
    assert page.locator(".found").evaluate("e => getComputedStyle(e).maxHeight") == "none"
    assert len(page.pdf()) > 20_000


# --- hostile articles ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hostile", [*HOSTILE, "\u202egnas\u202c \u2066x", "ữ" * 10_000])
def test_hostile_articles_stay_text(page: Page, service: Service, hostile: str, tmp_path: Path) -> None:
    """In the file and in the service: no dialog, no console message, no request elsewhere (see the fixture)."""
    figure = model.Action(
        id="c1", rule="r", start=0, end=len(hostile), text=hostile, kind="directive", addressee=hostile
    )
    page.goto(file_page(record(hostile, conclusions=[figure], article=model.Article(title=hostile)), tmp_path))
    assert fits(page)
    shown = page.locator("article [data-r=c1]").first.inner_text()
    if "\u202e" not in hostile:
        assert " ".join(shown.split()) == " ".join(f"c1{hostile}".split())
    page.goto(service.url)
    page.fill("#text", f"{hostile}\nTỉnh ban hành 132 văn bản. {hostile}")
    page.click("button[type=submit]")
    page.wait_for_url("**/result/**")
    assert fits(page)
    assert page.locator("article [data-r=a1]").count() >= 1
    assert page.locator("article script, article img, article svg, article a:not(.tag)").count() == 0


# --- archives --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_search_without_tone_marks_in_five_thousand(page: Page, large_service: Service) -> None:
    page.goto(f"{large_service.url}/archive")
    total = int(re.sub(r"\D", "", page.locator("#total").inner_text()))
    assert total >= 5000
    page.fill("input[name=words]", "uy ban")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=uy*")
    assert 0 < int(re.sub(r"\D", "", page.locator("#total").inner_text())) < total
    page.select_option("select[name=type]", "recommendations")
    page.click("button[type=submit]")
    page.wait_for_url("**type=recommendations*")
    assert page.locator(".hits li").count() == page.locator(".hits li.k-recommendations").count() > 0
    page.get_by_role("link", name="Sau", exact=True).click()
    page.wait_for_url("**at=2*")
    page.locator(".hits .words").first.click()
    page.wait_for_url("**/archive/*#k*")
    target = page.locator("article a.tag:target")
    assert target.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }")


def test_download(page: Page, service: Service) -> None:
    page.goto(f"{service.url}/archive?type=targets")
    page.click("details.downloads summary")
    for name in ("JSON", "CSV"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name, exact=True).click()
        file = waiting.value
        assert file.suggested_filename == f"targets.{name.lower()}"
        assert Path(file.path()).stat().st_size > 500
    page.goto(f"{service.url}/archive/1")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="JSON", exact=True).click()
    assert json.loads(Path(waiting.value.path()).read_bytes())["schema_version"]


def test_the_language_is_switched(page: Page, service: Service) -> None:
    page.goto(f"{service.url}/archive?words=uy+ban")
    assert page.locator("h1").inner_text() == "Kho lưu trữ"
    page.get_by_role("link", name="English").click()
    assert page.locator("h1").inner_text() == "Archive"
    assert page.locator("input[name=words]").input_value() == "uy ban"
    page.goto(f"{service.url}/months")
    assert page.locator("h1").inner_text() == "Months"


def test_the_pages_of_a_run(page: Page, run: Path, tmp_path: Path) -> None:
    write_site(list(record_files(run)), tmp_path / "site.html", Words("vi"), "x")
    page.goto((tmp_path / "site.html").as_uri())
    rows = page.locator("#articles > li:visible")
    assert rows.count() == 8
    page.fill("#filter-words", "nong thon moi")
    assert rows.count() == 1
    page.fill("#filter-words", "")
    page.select_option("#filter-kind", "rankings")
    assert 0 < rows.count() < 8
    page.select_option("#filter-month", "2019-05")
    assert rows.count() == 1
    rows.locator("a").click()
    assert not page.locator("#index").is_visible()
    assert page.locator(".leaf:visible").count() == 1
    page.locator(".leaf:visible article a.tag").first.click()
    assert page.locator(".leaf:visible").count() == 1
    page.get_by_role("link", name="Tất cả bài viết").click()
    assert page.locator("#index").is_visible()
