"""The service as programs meet it: a real process on this machine's own address."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import io
import json
import re
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import model
from tests.conftest import SAMPLES
from tests.read import make
from tests.view.conftest import SCRIPT, Page, Service, needs, serving

pytestmark = needs("fastapi", "uvicorn", "python_multipart")
ARTICLE = (SAMPLES / "thuy-linh.txt").read_bytes()


def token(service: Service) -> str:
    page = Page(service.ask("/").text)
    return next(a["value"] or "" for tag, a in page.elements if tag == "input" and a.get("name") == "token")


def form(fields: dict[str, str], file: tuple[str, bytes] | None = None) -> tuple[bytes, dict[str, str]]:
    """A multipart form as a browser sends it."""
    parts = [f'--X\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()]
    if file:
        name, data = file
        head = f'--X\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n")
    return b"".join(parts) + b"--X--\r\n", {"Content-Type": "multipart/form-data; boundary=X"}


# --- reading ---------------------------------------------------------------------------------------------------------


def test_an_article_in_its_record_out(service: Service, records: dict[str, model.Record]) -> None:
    answer = service.ask("/extract?name=thuy-linh.txt", "POST", ARTICLE)
    assert answer.status == 200
    found = model.Record.model_validate_json(answer.body)
    assert found.model_dump(exclude={"id", "source"}) == records["thuy-linh"].model_dump(exclude={"id", "source"})


def test_json_with_a_text(service: Service) -> None:
    body = json.dumps({"text": "Năm ngoái, tỉnh ban hành 132 văn bản.", "published": "2019-06-20"})
    found = service.ask("/extract", "POST", body, {"Content-Type": "application/json"}).json()
    assert found["achievements"][0]["quantity"]["value"] == 132


@pytest.mark.parametrize(
    ("path", "body", "kind", "status", "said"),
    [
        ("/extract", b"", "EmptyInput", 422, "empty"),
        ("/extract", b" \n ", "EmptyInput", 422, "white space"),
        ("/extract", bytes(range(256)) * 20, None, 422, ""),
        ("/extract", b"x" * 300_000, "too_large", 413, "0.25 MiB"),
        ("/extract?published=20/6/2019", b"x", "day", 422, "YYYY-MM-DD"),
        ("/missing", b"", "not_found", 404, "nothing"),
        ("/archive", b"", "method", 405, "asked"),
    ],
)
def test_faults_are_said(service: Service, path: str, body: bytes, kind: str | None, status: int, said: str) -> None:
    answer = service.ask(path, "POST", body, {"Accept-Language": "en"})
    assert answer.status == status
    error = answer.json()["error"]
    assert said in error["message"]
    assert kind in (None, error["kind"])


@pytest.mark.parametrize("body", ["[", "[]", "{}", '{"text": ', '{"text": null}', "[" * 100_000, '{"text": "\\ud800"}'])
def test_json_that_is_no_article(service: Service, body: str) -> None:
    answer = service.ask("/extract", "POST", body, {"Content-Type": "application/json"})
    assert answer.status == 422
    assert answer.json()["error"]["kind"] == "no_text"


def test_messages_in_vietnamese(service: Service) -> None:
    answer = service.ask("/extract", "POST", b"", {"Accept-Language": "vi"})
    assert "Không có văn bản" in answer.json()["error"]["message"]


def test_a_body_without_a_length_is_counted(service: Service) -> None:
    def chunks():  # type: ignore[no-untyped-def]
        for _ in range(100):
            yield b"x" * 10_000

    assert service.ask("/extract", "POST", chunks()).status == 413


def test_the_form_reads_a_text_and_a_file(service: Service) -> None:
    for fields, file in (({"text": ARTICLE.decode()}, None), ({"text": ""}, ("../../bài.txt", ARTICLE))):
        body, headers = form({"token": token(service), "published": "", **fields}, file)
        answer = service.ask("/read", "POST", body, headers)
        assert answer.status == 303
        place = answer.headers["location"]
        page = service.ask(place)
        assert "c1" in Page(page.text).words
        assert "../" not in Page(page.text).text
        assert service.ask(f"{place}.json").json()["text"].startswith("Ngày 27/5/2019")
        table = service.ask(f"{place}/achievements.csv").body.decode("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(table)))) == 1 + len(service.ask(f"{place}.json").json()["achievements"])


@pytest.mark.parametrize("pack", [gzip.compress, lambda text: make.zipped({"bai.txt": text})], ids=["gz", "zip"])
def test_what_is_packed_may_be_larger_than_it_arrives(service: Service, pack: Callable[[bytes], bytes]) -> None:
    data = pack(ARTICLE * 3)
    assert len(data) < len(ARTICLE * 3)
    answer = service.ask("/extract?name=bai.zip", "POST", data)
    assert answer.status == 200
    assert answer.json()["text"].startswith("Ngày 27/5/2019")
    answer = service.ask("/extract?name=bai.zip", "POST", pack(b"x" * 300_000), {"Accept-Language": "en"})
    assert (answer.status, "0.25 MiB" in answer.json()["error"]["message"]) == (422, True)


def test_a_file_of_many_articles(service: Service) -> None:
    lines = [json.dumps({"id": str(n), "text": f"Năm 2018, tỉnh ban hành {n} văn bản."}) for n in (132, 133)]
    data = "\n".join([lines[0], '{"text": ', lines[1]]).encode()
    body, headers = form({"token": token(service), "text": ""}, ("bai.jsonl", data))
    place = service.ask("/read", "POST", body, headers).headers["location"]
    page = Page(service.ask(place).text)
    links = [
        a["href"] or "" for tag, a in page.elements if tag == "a" and re.fullmatch(place + r"/\d+", a.get("href") or "")
    ]
    assert links == [f"{place}/1", f"{place}/2"]
    assert "133" in Page(service.ask(links[1]).text).words["a1"]
    assert service.ask(f"{links[1]}.json").json()["achievements"][0]["quantity"]["value"] == 133
    assert service.ask(f"{place}/3").status == 404
    answer = service.ask("/extract?name=bai.jsonl", "POST", data)
    assert (answer.status, answer.json()["error"]["kind"]) == (422, "many")


def test_the_form_says_what_is_wrong_and_keeps_the_text(service: Service) -> None:
    body, headers = form({"token": token(service), "published": "hôm qua", "text": "</textarea><b>"})
    answer = service.ask("/read", "POST", body, {**headers, "Accept": "text/html"})
    assert answer.status == 422
    assert "hôm qua" in answer.text
    body, headers = form({"token": token(service), "text": ""})
    assert service.ask("/read", "POST", body, headers).status == 422


def test_an_article_that_takes_too_long_is_stopped(run: Path) -> None:
    with serving("--seconds", "2", "--size", "8", "--workers", "1") as hasty:
        slow = (SAMPLES / "huyen-6-thang.txt").read_bytes() * 400
        answer = hasty.ask("/extract", "POST", slow)
        assert answer.status == 422
        assert answer.json()["error"]["kind"] == "too_slow"
        for _ in range(20):  # the reader that was stopped is replaced
            answer = hasty.ask("/extract", "POST", "Tỉnh ban hành 132 văn bản.".encode())
            if answer.status == 200:
                break
            time.sleep(1)
        assert answer.status == 200


# --- the archive -----------------------------------------------------------------------------------------------------


def test_records_are_found_and_lead_to_their_words(service: Service) -> None:
    found = service.ask("/api/records?words=uy+ban&limit=5").json()
    assert found["total"] > 0
    hit = found["records"][0]
    article = service.ask(f"/api/articles/{hit['article']}").json()
    assert article["text"][hit["start"] : hit["end"]] == hit["text"]
    page = Page(service.ask("/archive?words=uy+ban").text)
    links = [a["href"] for tag, a in page.elements if tag == "a" and a.get("class") == "words"]
    assert links
    path, _, anchor = (links[0] or "").partition("#")
    assert anchor in Page(service.ask(path).text).ids()


def test_downloads(service: Service, records: dict[str, model.Record]) -> None:
    wanted = [i for r in records.values() for i in r.targets]
    rows = service.ask("/download/targets.json").json()
    assert sorted(r["text"] for r in rows) == sorted(i.text for i in wanted)
    answer = service.ask("/download/targets.csv")
    assert answer.body.startswith(b"\xef\xbb\xbf")
    assert 'filename="targets.csv"' in answer.headers["content-disposition"]
    table = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert [r["text"] for r in table] == [r["text"] for r in rows]
    assert service.ask("/download/targets.json?words=khongcogica").json() == []
    if importlib.util.find_spec("pyarrow"):
        import pyarrow.parquet as pq

        parquet = pq.read_table(io.BytesIO(service.ask("/download/targets.parquet").body))
        assert parquet.column("text").to_pylist() == [r["text"] for r in rows]
        assert str(parquet.schema.field("period_end_date").type) == "date32[day]"


def test_a_cell_is_never_a_formula() -> None:
    from extractor.serve.downloads import as_csv

    row = {"text": "=HYPERLINK(0)", "n": -5, "none": None}
    assert b"'=HYPERLINK(0),-5," in b"".join(as_csv("targets", [row]))


def test_filters_that_are_wrong_are_said(service: Service) -> None:
    for query in ("type=mentions", "status=x", "first=2019", "at=0", "words=" + "x" * 400):
        assert service.ask(f"/archive?{query}").status == 422


def test_without_an_archive_it_reads_only() -> None:
    with serving("--workers", "1") as bare:
        assert bare.ask("/").status == 200
        assert bare.ask("/archive").status == 404
        assert "extractor serve OUT" in bare.ask("/api/records").text


@pytest.mark.slow
def test_five_thousand_records_are_quick_to_search(large_service: Service) -> None:
    assert large_service.ask("/api/records?limit=1").json()["total"] >= 5000
    start = time.perf_counter()
    for words in ("uy+ban", "nghi+quyet", "duong", "phat+trien"):
        assert large_service.ask(f"/archive?words={words}").status == 200
    assert time.perf_counter() - start < 4
    assert len(large_service.ask("/download/achievements.json").json()) > 1000


# --- languages, description, start -----------------------------------------------------------------------------------


def test_the_language_of_the_browser_and_the_switch(service: Service) -> None:
    assert '<html lang="vi">' in service.ask("/", headers={"Accept-Language": "vi-VN"}).text
    assert '<html lang="en">' in service.ask("/", headers={"Accept-Language": "de"}).text
    answer = service.ask("/archive?lang=vi&words=%22%3E")
    assert answer.headers["set-cookie"].startswith("language=vi;")
    assert '<html lang="vi">' in service.ask("/", headers={"Cookie": "language=vi"}).text


def test_the_description_of_the_calls(service: Service) -> None:
    described = service.ask("/openapi.json").json()
    assert {"/extract", "/api/records", "/api/articles/{number}"} <= set(described["paths"])
    assert "/read" not in described["paths"]
    answer = described["paths"]["/extract"]["post"]["responses"]
    assert answer["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/Record")
    assert {"413", "422", "503"} <= set(answer)


def test_pictures_are_shown(service: Service) -> None:
    if importlib.util.find_spec("matplotlib") is None:
        pytest.skip("needs matplotlib")
    page = Page(service.ask("/months").text)
    sources = [a["src"] for tag, a in page.elements if tag == "img"]
    assert sources
    for source in sources:
        assert source
        answer = service.ask(source)
        assert answer.headers["content-type"] == "image/svg+xml"
        assert b"<script" not in answer.body


def test_a_port_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([SCRIPT, "serve", "--port", port], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "--port" in done.stderr


def test_other_addresses_are_warned_of() -> None:
    import os
    import signal

    process = subprocess.Popen(
        [SCRIPT, "serve", "--host", "0.0.0.0", "--port", "0", "--workers", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    address = process.stdout.readline().strip()
    assert address.startswith("http://0.0.0.0:")
    port = int(address.removeprefix("http://0.0.0.0:").split("/")[0])
    urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60).close()  # it serves: only now is it asked to end
    os.kill(process.pid, signal.SIGINT)
    assert "no password" in process.communicate(timeout=30)[1]
