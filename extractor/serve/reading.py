"""From a request to an article: its bytes, its name, its day. Nothing is written but to the temporary folder."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable
from datetime import date
from typing import TypeVar

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from extractor.serve.answers import Refusal
from extractor.serve.settings import Settings
from extractor.serve.workers import Job

T = TypeVar("T")
_NAME_LENGTH = 200
MANY_MOST = 100
"""Articles of one file that the page reads; a run has no such limit."""


async def from_form(request: Request, settings: Settings) -> tuple[Job, str]:
    """The article of the page's form, a file or a text, and the text as typed. Raises Refusal."""
    form = await _in_time(request.form(max_files=1, max_fields=10, max_part_size=settings.size), settings)
    try:
        if not hmac.compare_digest(str(form.get("token", "")).encode(), settings.token.encode()):
            raise Refusal(403, "token")
        day = day_of(str(form.get("published", "")))
        upload, text = form.get("file"), str(form.get("text", ""))
        if isinstance(upload, UploadFile) and upload.filename:
            return Job(await upload.read(), name_of(upload.filename), day, settings.size, MANY_MOST), ""
        return Job(text.encode("utf-8", "replace"), None, day, settings.size), text
    finally:
        await form.close()


async def from_body(request: Request, settings: Settings, name: str, published: str) -> Job:
    """The article of a call: the body is the file, or JSON with `text` and `published`. Raises Refusal."""
    body = await _in_time(request.body(), settings)
    if request.headers.get("content-type", "").partition(";")[0].strip() == "application/json":
        try:
            asked = json.loads(body)
            text, published = asked["text"], asked.get("published") or published
            body = text.encode("utf-8")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Refusal(422, "no_text") from None
    return Job(body, name_of(name) if name else None, day_of(str(published)), settings.size)


async def _in_time(awaited: Awaitable[T], settings: Settings) -> T:
    """What the client sends, if it does so in time. Raises Refusal."""
    try:
        async with asyncio.timeout(settings.seconds):
            return await awaited
    except TimeoutError:
        raise Refusal(408, "slow_client", seconds=f"{settings.seconds:g}") from None
    except HTTPException as error:
        if error.status_code == 413:
            raise Refusal(413, "too_large", mib=f"{settings.size / 1024 / 1024:g}") from None
        raise Refusal(400, "no_form") from None


def day_of(text: str) -> date | None:
    """An ISO day, None for none. Raises Refusal."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(422, "day", text=text[:40]) from None


def name_of(path: str) -> str:
    """The last part of a file's name; no folder of anybody's machine is kept.

    >>> name_of("C:\\\\Users\\\\lan\\\\bai.docx"), name_of("../../etc/passwd")
    ('bai.docx', 'passwd')
    """
    return path.replace("\\", "/").rpartition("/")[2][-_NAME_LENGTH:]
