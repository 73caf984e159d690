"""The calls that other tools make; all of them stand in /openapi.json."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel
from starlette.responses import Response, StreamingResponse

from extractor.model import Record
from extractor.serve import downloads
from extractor.serve.answers import FaultAnswer, Refusal
from extractor.serve.reading import from_body
from extractor.serve.settings import Settings
from extractor.store.search import Archive
from extractor.store.search import Query as Wanted

Kind = Literal["achievements", "targets", "percentages", "rankings", "recommendations", "conclusions"]
Format = Literal["json", "csv", "parquet"]
PAGE = 50
_FAULTS: dict[int | str, dict[str, Any]] = {
    400: {"model": FaultAnswer, "description": "The body cannot be read."},
    413: {"model": FaultAnswer, "description": "The article is larger than the limit."},
    422: {"model": FaultAnswer, "description": "No article in it, or it takes longer than the limit."},
    503: {"model": FaultAnswer, "description": "All workers are busy."},
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {"text": {"type": "string"}, "published": {"type": "string", "format": "date"}},
                }
            },
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            "text/plain": {"schema": {"type": "string"}},
        },
    }
}


class Hit(BaseModel):
    """A record that was found, and the article that it is from."""

    article: int
    article_id: str
    title: str | None
    path: str | None
    day: date | None
    type: Kind
    id: str
    start: int
    end: int
    text: str
    kind: str | None
    status: str | None
    indicator: str | None
    value: str | None
    body: str | None
    speaker: str | None
    first_day: date | None
    last_day: date | None


class Hits(BaseModel):
    """One page of what was found; `apart` says that the words stand in each record, but not side by side."""

    total: int
    apart: bool
    records: list[Hit]


def wanted(
    words: Annotated[str, Query(max_length=300, description="Tone marks and đ may be left out.")] = "",
    type: Annotated[Kind | Literal[""], Query(description="The type of record.")] = "",
    kind: Annotated[Literal["", "recommendation", "recognition", "shortcoming", "directive"], Query()] = "",
    status: Annotated[Literal["", "achieved", "planned", "other"], Query()] = "",
    body: Annotated[str, Query(max_length=300, description="Who acts, is ranked or is addressed.")] = "",
    speaker: Annotated[str, Query(max_length=300)] = "",
    first: Annotated[str, Query(description="First day of the period, ISO.")] = "",
    last: Annotated[str, Query(description="Last day of the period, ISO.")] = "",
) -> Wanted:
    """What is looked for, from the query of an address. Raises Refusal."""
    for day in (first, last):
        try:
            date.fromisoformat(day or "2000-01-01")
        except ValueError:
            raise Refusal(422, "day", text=day[:40]) from None
    return Wanted(words, type, kind, status, body, speaker, first, last)


Number = Annotated[int, Path(ge=1, lt=2**63, description="The number of an article in the archive.")]
WantedQuery = Annotated[Wanted, Depends(wanted)]


def archive_of(settings: Settings) -> Archive:
    """The archive. Raises Refusal where the service has none."""
    if settings.archive is None:
        raise Refusal(404, "no_archive")
    return settings.archive


def routes(settings: Settings) -> APIRouter:
    """The calls of a service."""
    api = APIRouter()

    @api.post("/extract", response_model=Record, responses=_FAULTS, openapi_extra=_BODY, tags=["extract"])
    async def extract(
        request: Request,
        name: Annotated[str, Query(max_length=1000, description="The file's name, for its format.")] = "",
        published: Annotated[str, Query(description="ISO day, for an article that states none.")] = "",
    ) -> Response:
        """The record of one article. The body is the file as it is, or JSON with its text."""
        job = await from_body(request, settings, name, published)
        answer = await run_in_threadpool(settings.workers.extract, job)
        return Response(answer.records[0], media_type="application/json")

    @api.get("/api/records", response_model=Hits, responses={404: {"model": FaultAnswer}}, tags=["archive"])
    def records(
        query: WantedQuery,
        limit: Annotated[int, Query(ge=1, le=500)] = PAGE,
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> Hits:
        """Records that fit, newest first."""
        found = archive_of(settings).search(query, limit=limit, offset=offset)
        return Hits(total=found.total, apart=found.apart, records=[_hit(dict(row)) for row in found.rows])

    @api.get("/api/articles/{number}", response_model=Record, responses={404: {"model": FaultAnswer}}, tags=["archive"])
    def article(number: Number) -> Response:
        """The whole record of an article."""
        record = archive_of(settings).record(number)
        if record is None:
            raise Refusal(404, "not_found")
        return _file(record.model_dump_json(indent=1).encode(), f"{record.id}.json")

    @api.get("/download/{table}.{form}", response_class=StreamingResponse, tags=["archive"])
    def download(table: Kind, form: Format, query: WantedQuery) -> Response:
        """All records of a type that fit, with every column, as a file."""
        if form not in downloads.formats():
            raise Refusal(404, "no_parquet")
        rows = archive_of(settings).table(table, Wanted(**{**_asked(query), "type": table}))
        return StreamingResponse(
            downloads.WRITERS[form](table, rows),
            media_type=downloads.MEDIA_TYPES[form],
            headers={"Content-Disposition": f'attachment; filename="{table}.{form}"'},
        )

    @api.get(
        "/result/{name}/{number}.json", response_model=Record, responses={404: {"model": FaultAnswer}}, tags=["extract"]
    )
    def result(name: str, number: Number) -> Response:
        """The record of an article that was just read on the page."""
        record = settings.results.record(name, number)
        if record is None:
            raise Refusal(404, "expired")
        return _file(record, "record.json")

    @api.get("/result/{name}/{number}/{table}.{form}", response_class=Response, tags=["extract"])
    def result_table(name: str, number: Number, table: Kind, form: Format) -> Response:
        """The records of one type of an article that was just read."""
        data = settings.results.record(name, number)
        if data is None:
            raise Refusal(404, "expired")
        if form not in downloads.formats():
            raise Refusal(404, "no_parquet")
        file = b"".join(downloads.WRITERS[form](table, downloads.rows(Record.model_validate_json(data), table)))
        return _file(file, f"{table}.{form}", downloads.MEDIA_TYPES[form])

    return api


def _asked(query: Wanted) -> dict[str, str]:
    return {name: getattr(query, name) for name in Wanted.__slots__}


def _hit(row: dict[str, Any]) -> Hit:
    return Hit(**{name: row[name] for name in Hit.model_fields})


def _file(data: bytes, name: str, media_type: str = "application/json") -> Response:
    return Response(data, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
