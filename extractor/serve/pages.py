"""The pages: read an article, browse the archive, an article of it, counts by month, the calls."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from starlette.datastructures import URL
from starlette.responses import HTMLResponse, RedirectResponse, Response

from extractor.messages import LANGUAGES
from extractor.model import Period, Record
from extractor.serve import downloads
from extractor.serve.answers import Refusal, words_of
from extractor.serve.api import PAGE, Number, WantedQuery, archive_of
from extractor.serve.reading import from_form
from extractor.serve.settings import Settings
from extractor.store.search import Query as Wanted
from extractor.view.article import article_view
from extractor.view.marks import RECORD_KINDS
from extractor.view.render import asset, assets, page
from extractor.view.site import entry
from extractor.view.words import Words

_COOKIE = "language"
_COOKIE_DAYS = 365
_MEDIA = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page needs: its language, whether there is an archive, where the reader is."""

    request: Request
    settings: Settings

    @property
    def words(self) -> Words:
        asked = self.request.query_params.get("lang") or self.request.cookies.get(_COOKIE, "")
        return words_of(self.request.headers, asked if asked in LANGUAGES else self.settings.language)

    def answer(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A page; a language asked for by its address is kept in a cookie."""
        html = page(template, self.words, archive=self.settings.archive is not None, here=self._other(), **values)
        answer = HTMLResponse(html, status)
        if self.request.query_params.get("lang") in LANGUAGES:
            age = _COOKIE_DAYS * 24 * 3600
            answer.set_cookie(_COOKIE, self.words.language, max_age=age, httponly=True, samesite="strict")
        return answer

    def _other(self) -> str:
        """The address of this page in the other language, without the name of any host."""
        other = next(tag for tag in LANGUAGES if tag != self.words.language)
        if self.request.method != "GET":
            return f"/?lang={other}"
        url = URL(scope=self.request.scope).include_query_params(lang=other)
        return f"/{url.path.lstrip('/')}?{url.query}"


def routes(settings: Settings) -> APIRouter:
    """The pages of a service; none of them stands in the description of its calls."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/")
    def home(request: Request) -> Response:
        return _home(Frame(request, settings))

    @pages.post("/read")
    async def read(request: Request) -> Response:
        """Read the article of the form and go to its page, so that loading it again posts nothing."""
        text = ""
        try:
            job, text = await from_form(request, settings)
            answer = await run_in_threadpool(settings.workers.extract, job)
        except Refusal as refusal:
            frame = Frame(request, settings)
            return _home(frame, refusal.status, message=refusal.message(frame.words), text=text)
        name = settings.results.keep(answer)
        alone = len(answer.records) == 1 and not answer.faults
        return RedirectResponse(f"/result/{name}/1" if alone else f"/result/{name}", 303)

    @pages.get("/result/{name}")
    def results(request: Request, name: str) -> Response:
        """The articles of a file of many."""
        answer = settings.results.answer(name)
        if answer is None:
            raise Refusal(404, "expired")
        found = [Record.model_validate_json(record) for record in answer.records]
        entries = [entry(record, number) for number, record in enumerate(found, 1)]
        return Frame(request, settings).answer(
            "serve_results.html", entries=entries, faults=answer.faults, link=lambda e: f"/result/{name}/{e.number}"
        )

    @pages.get("/result/{name}/{number}")
    def result(request: Request, name: str, number: Number) -> Response:
        record = settings.results.record(name, number)
        if record is None:
            raise Refusal(404, "expired")
        address = f"/result/{name}/{number}"
        return _article(Frame(request, settings), Record.model_validate_json(record), address, table=address)

    @pages.get("/archive")
    def archive(request: Request, query: WantedQuery, at: Annotated[int, Query(ge=1, le=200_000)] = 1) -> Response:
        return _archive(Frame(request, settings), query, at)

    @pages.get("/archive/{number}")
    def article(request: Request, number: Number) -> Response:
        record = archive_of(settings).record(number)
        if record is None:
            raise Refusal(404, "not_found")
        return _article(Frame(request, settings), record, f"/api/articles/{number}", table="")

    @pages.get("/months")
    def months(request: Request) -> Response:
        found = archive_of(settings)
        frame = Frame(request, settings)
        drawn = settings.pictures.of(found, frame.words) if settings.pictures else {}
        return frame.answer(
            "serve_months.html", months=found.months(), totals=found.counts(), month_link=_of_month, drawn=list(drawn)
        )

    @pages.get("/pictures/{name}.svg")
    def picture(request: Request, name: str) -> Response:
        found = archive_of(settings)
        drawn = settings.pictures.of(found, Frame(request, settings).words) if settings.pictures else {}
        if name not in drawn:
            raise Refusal(404, "not_found")
        return Response(drawn[name], media_type="image/svg+xml")

    @pages.get("/calls")
    def calls(request: Request) -> Response:
        base = f"{request.url.scheme}://{request.headers['host']}"
        mib = f"{settings.size / 1024 / 1024:g}"
        return Frame(request, settings).answer("serve_calls.html", base=base, mib=mib, seconds=f"{settings.seconds:g}")

    @pages.get("/assets/{name}")
    def assets_(name: str) -> Response:
        if name not in assets():
            raise Refusal(404, "not_found")
        return Response(asset(name), media_type=_MEDIA[name.rpartition(".")[2]])

    return pages


def _of_month(month: str) -> str:
    """The address of the records whose period touches a month "2019-05"; none for no month."""
    if not month:
        return ""
    year, number = map(int, month.split("-"))
    return "/archive?" + urlencode({"first": f"{month}-01", "last": f"{month}-{monthrange(year, number)[1]}"})


def _home(frame: Frame, status: int = 200, message: str = "", text: str = "") -> HTMLResponse:
    settings = frame.settings
    return frame.answer(
        "serve_home.html", status, message=message, text=text, token=settings.token,
        mib=f"{settings.size / 1024 / 1024:g}", seconds=f"{settings.seconds:g}",
    )  # fmt: skip


def _article(frame: Frame, record: Record, address: str, table: str) -> HTMLResponse:
    view = article_view(record, frame.words)
    json = f"{address}.json" if table else address
    return frame.answer("serve_article.html", view=view, json=json, table=table, formats=downloads.formats())


def _archive(frame: Frame, query: Wanted, at: int) -> HTMLResponse:
    found = archive_of(frame.settings).search(query, limit=PAGE, offset=(at - 1) * PAGE)
    asked = {name: value for name in Wanted.__slots__ if (value := getattr(query, name))}
    last = max(1, -(-found.total // PAGE))

    def to(number: int) -> str:
        return "/archive?" + urlencode({**asked, "at": number})

    def download(kind: str, form: str) -> str:
        return f"/download/{kind}.{form}?" + urlencode({k: v for k, v in asked.items() if k != "type"})

    hits = [_shown(row, frame.words) for row in found.rows]
    return frame.answer(
        "serve_archive.html", query=query, found=found, hits=hits, at=at, last=last, to=to,
        download=download, formats=downloads.formats(), types=[query.type] if query.type else RECORD_KINDS,
    )  # fmt: skip


def _shown(row: sqlite3.Row, words: Words) -> dict[str, Any]:
    """A hit for the page: a heading for its article, its days as people write them."""
    first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("first_day", "last_day"))
    days = words.days(Period(text="", start_date=first, end_date=last))
    return {**dict(row), "heading": row["title"] or row["opening"].split("\n", 1)[0], "days": days}
