"""What an administrator expects: nothing of the machine comes out, nobody else's page gets in."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.view.conftest import Service, needs
from tests.view.test_service import form, token

pytestmark = needs("fastapi", "uvicorn", "python_multipart")
PATHS = (
    "/../../../../etc/passwd", "/assets/../../../etc/passwd", "/assets/..%2f..%2f..%2fetc%2fpasswd",
    "/assets/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/assets//etc/passwd", "/assets/view.css/..%5c..%5cx",
    "/assets/view.css%00.html", "/archive/..%2f..%2fetc%2fpasswd", "/archive/1;x", "/archive/-1", "/archive/1e3",
    "/download/..%2fmeta.json", "/download/meta.json", "/download/sqlite_master.csv", "/download/records.json",
    "/download/targets.exe", "/result/../archive", "/result/x.json", "/result/x/targets.csv", "/pictures/..%2f.svg",
    "/pictures/x.svg", "/.archive.sqlite", "/records/thuy-linh.json", "/docs", "/redoc", "/static/x", "/%ff",
    "/archive/99999999999999999999999",
)  # fmt: skip


def raw(service: Service, head: str, body: bytes = b"") -> bytes:
    """A request with its path exactly as written."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=30) as connection:
        connection.sendall(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body)
        answer = b""
        while chunk := connection.recv(1 << 16):
            answer += chunk
    return answer


@pytest.mark.parametrize("path", PATHS)
def test_no_file_of_the_machine_is_readable(service: Service, path: str) -> None:
    answer = raw(service, f"GET {path} HTTP/1.1\nHost: 127.0.0.1:{service.port}\nConnection: close")
    status = int(answer.split()[1])
    assert status in (400, 404, 422), answer[:200]
    assert b"root:" not in answer
    assert b"Traceback" not in answer
    assert b"x-content-type-options: nosniff" in answer.lower()


@pytest.mark.parametrize(
    "path", ["/", "/archive", "/archive/1", "/months", "/calls", "/assets/view.css", "/openapi.json", "/x"]
)
def test_headers(service: Service, path: str) -> None:
    headers = service.ask(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("path", ["/", "/archive?words=uy", "/archive/1", "/months", "/calls"])
def test_pages_hold_no_inline_script_or_style(service: Service, path: str) -> None:
    from tests.view.conftest import Page

    page = Page(service.ask(path).text)
    assert all(a.get("src", "").startswith("/assets/") for tag, a in page.elements if tag == "script")  # type: ignore[union-attr]
    assert not [tag for tag, _ in page.elements if tag == "style"]
    assert not [name for _, a in page.elements for name in a if name.startswith("on") or name == "style"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://127.0.0.1"}, {"Origin": "http://127.0.0.1:1"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/read", "/extract"])
def test_other_sites_cannot_post(service: Service, path: str, headers: dict[str, str]) -> None:
    body, kind = form({"token": token(service), "text": "x"})
    answer = service.ask(path, "POST", body, {**kind, **headers})
    assert answer.status == 403
    assert answer.json()["error"]["kind"] == "cross_site"


def test_a_form_needs_its_token(service: Service) -> None:
    for wrong in ({}, {"token": ""}, {"token": "x" * 43}, {"token": "é"}):
        body, headers = form({**wrong, "text": "Tỉnh ban hành 132 văn bản."})
        answer = service.ask("/read", "POST", body, {**headers, "Accept-Language": "en"})
        assert answer.status == 403
        assert "earlier start" in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "a@127.0.0.1", "localhost.evil", "[::1"]
)
def test_it_answers_to_no_other_name(service: Service, host: str) -> None:
    """A name of somebody else's that is made to point here (DNS rebinding) opens nothing."""
    answer = raw(service, f"GET /archive/1 HTTP/1.1\nHost: {host}\nConnection: close")
    assert int(answer.split()[1]) in (400, 421)
    assert b"UBND" not in answer


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]:80", "LOCALHOST:99"])
def test_it_answers_to_its_own(service: Service, host: str) -> None:
    assert b" 200 " in raw(service, f"GET / HTTP/1.1\nHost: {host}\nConnection: close").split(b"\r\n")[0]


def test_a_length_that_lies(service: Service) -> None:
    for length in ("-1", "x", "99999999999"):
        head = f"POST /extract HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: {length}"
        assert int(raw(service, head).split()[1]) in (400, 413)


def test_uploads_leave_nothing_behind(service: Service, run: Path) -> None:
    before = sorted(run.rglob("*"))
    body, headers = form({"token": token(service), "text": ""}, ("../../../evil.txt", b"Xin ch\xc3\xa0o." * 5000))
    assert service.ask("/read", "POST", body, headers).status == 303
    assert sorted(run.rglob("*")) == before
    assert not list(Path.cwd().rglob("evil.txt"))


def test_it_listens_on_this_machine_only(service: Service) -> None:
    address = socket.gethostbyname(socket.gethostname())
    if address.startswith("127."):
        pytest.skip("this machine has no other address")
    with pytest.raises(ConnectionError):
        socket.create_connection((address, service.port), timeout=5).close()
