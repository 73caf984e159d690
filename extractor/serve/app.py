"""The service as an application: its routes, the guard around them, its answers to what goes wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from extractor import __version__
from extractor.messages import LANGUAGES
from extractor.serve import api, pages
from extractor.serve.answers import Refusal, refuse, words_of
from extractor.serve.security import Guard
from extractor.serve.settings import Settings
from extractor.view.words import Words

_KINDS = {404: "not_found", 405: "method", 413: "too_large"}


def make_app(settings: Settings) -> FastAPI:
    """The application. Its workers stop when it does."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        settings.workers.end()

    app = FastAPI(
        title="extractor", version=__version__, lifespan=life, docs_url=None, redoc_url=None,
        description="Vietnamese government press releases in, structured and checkable JSON out.",
    )  # fmt: skip
    app.include_router(api.routes(settings))
    app.include_router(pages.routes(settings))

    def words(request: Request) -> Words:
        asked = request.query_params.get("lang") or request.cookies.get("language", "")
        return words_of(request.headers, asked if asked in LANGUAGES else settings.language)

    @app.exception_handler(Refusal)
    async def refused(request: Request, refusal: Refusal) -> Response:
        return refuse(request.headers, refusal, words(request))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        refusal = Refusal(
            error.status_code, _KINDS.get(error.status_code, "other"), mib=f"{settings.size / 1024 / 1024:g}"
        )
        return refuse(request.headers, refusal, words(request))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        refusal = Refusal(422, "parameter", str(first["msg"]), name=str(first["loc"][-1])[:40])
        return refuse(request.headers, refusal, words(request))

    @app.exception_handler(Exception)
    async def broken(request: Request, error: Exception) -> Response:
        return refuse(request.headers, Refusal(500, "failed"), words(request))

    app.add_middleware(Guard, size=settings.size, names=settings.names)
    return app
