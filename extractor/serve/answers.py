"""Answers that say no, kindly: one form for programs, a page for people, in the language that was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, Response

from extractor.messages import catalogue
from extractor.view.render import page
from extractor.view.words import Words, accepted


class Fault(BaseModel):
    """What went wrong: a name that stays, and a sentence."""

    kind: str
    message: str


class FaultAnswer(BaseModel):
    """The body of every answer that is no success."""

    error: Fault


@dataclass
class Refusal(Exception):
    """A request that is not answered as asked: the status, the kind, what its sentence needs, a detail."""

    status: int
    key: str
    detail: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def __init__(self, status: int, key: str, detail: str = "", **values: Any) -> None:
        self.status, self.key, self.detail, self.values = status, key, detail, values

    def message(self, words: Words) -> str:
        """The sentence in this language, with the detail behind it."""
        known = f"page.error.{self.key}" in catalogue(words.language)
        said = words(f"error.{self.key}", **self.values) if known else words("error.other")
        return f"{said} ({self.detail})" if self.detail else said


def words_of(headers: Headers, asked: str = "") -> Words:
    """The language of an answer: the one asked for, else the one that the browser accepts."""
    return Words(asked or accepted(headers.get("accept-language", "")))


def refuse(headers: Headers, refusal: Refusal, words: Words | None = None) -> Response:
    """The answer: a page where the reader is a browser, JSON where it is a program."""
    words = words or words_of(headers)
    message = refusal.message(words)
    if "text/html" in headers.get("accept", ""):
        html = page("serve_error.html", words, message=message, status=refusal.status, archive=False, here="")
        return HTMLResponse(html, refusal.status)
    return JSONResponse(FaultAnswer(error=Fault(kind=refusal.key, message=message)).model_dump(), refusal.status)
