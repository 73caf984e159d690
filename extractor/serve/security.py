"""What every request passes: whose name it asks for, where it comes from, how large it is; and the headers of answers.

No browser is talked into reading for another site: names other than this machine's are refused (DNS rebinding), and
so is posting from elsewhere (Origin, Sec-Fetch-Site; forms carry a token too).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException

from extractor.serve.answers import Refusal, refuse

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """The outermost layer of the service."""

    def __init__(self, app: App, *, size: int, names: frozenset[str]) -> None:
        self.app = app
        self.size = size
        self.names = names | {"localhost", socket.gethostname().lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out[name] = value
            await send(message)

        refusal = self._refusal(scope, headers)
        if refusal:
            await refuse(headers, refusal)(scope, receive, sending)
        else:
            await self.app(scope, self._measured(receive), sending)

    def _refusal(self, scope: Scope, headers: Headers) -> Refusal | None:
        host = headers.get("host", "")
        if not self._is_ours(host):
            return Refusal(421, "host", host=host[:100])
        if scope["method"] in _SAFE:
            return None
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return Refusal(403, "cross_site")
        if headers.get("origin", f"{scope['scheme']}://{host}") != f"{scope['scheme']}://{host}":
            return Refusal(403, "cross_site")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.size:
            return self.too_large
        return None

    def _is_ours(self, host: str) -> bool:
        """This machine by number or name. A name of somebody's own that points here is not."""
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".") if _well_formed(host) else ""
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self.names
        return True

    @property
    def too_large(self) -> Refusal:
        return Refusal(413, "too_large", mib=f"{self.size / 1024 / 1024:g}")

    def _measured(self, receive: Receive) -> Receive:
        """The body, up to the limit; what says no length is counted as it comes."""
        seen = 0

        async def measured() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.size:
                raise HTTPException(413, detail=self.too_large.key)
            return message

        return measured


def _well_formed(host: str) -> bool:
    try:
        urlsplit(f"//{host}").port  # noqa: B018
    except ValueError:
        return False
    return not set(host) & set("/@?#\\ ")
