"""Start the service on an address and say where it is."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

import uvicorn

from extractor.errors import UsageError
from extractor.serve.app import make_app
from extractor.serve.settings import Settings


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises UsageError where the address cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"cannot listen on {host}, port {port}: {why}; choose another with --port") from error
    return listening


def serve(settings: Settings, listening: socket.socket, tell: Callable[[str], None]) -> None:
    """Answer until it is stopped; `tell` gets the address once it is."""
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(
        make_app(settings), log_level="warning", access_log=False, server_header=False, timeout_keep_alive=10,
        limit_concurrency=200, h11_max_incomplete_event_size=64 * 1024, proxy_headers=False,
    )  # fmt: skip
    tell(f"http://{shown}:{port}/")
    uvicorn.Server(config).run(sockets=[listening])
