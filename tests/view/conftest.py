"""What the tests of pages share: records, a run's folder, an archive of 5,000 records, a service in its own process."""

from __future__ import annotations

import contextlib
import http.client
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import IO, Any

import pytest

import extractor
import extractor.view.marks
from extractor import model
from extractor.write import record_bytes
from tests.conftest import SAMPLES

SCRIPT = Path(sys.executable).with_name("extractor")
VOID = {"meta", "link", "input", "br", "img", "hr"}


def needs(*modules: str) -> pytest.MarkDecorator:
    """Skips where an optional package is missing, and says which."""
    missing = [m for m in modules if importlib.util.find_spec(m) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")


def record(text: str, **fields: Any) -> model.Record:
    """A record made by hand: nothing found but what `fields` holds."""
    empty: dict[str, Any] = {kind: [] for kind in (
        "mentions", "achievements", "targets", "percentages", "rankings", "recommendations", "conclusions", "checks",
    )}  # fmt: skip
    base = {
        "rules_version": "0", "id": "0" * 16, "source": model.Source(sha256="0" * 64), "article": model.Article(),
        "text": text,
    }  # fmt: skip
    return model.Record(**{**empty, **base, **fields})


def write_record(record: model.Record, path: Path) -> None:
    """A record where a run would put it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(record_bytes(record))


class Page(HTMLParser):
    """A page as its reader gets it: elements with their attributes, the words of each record, the texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, str] = {}
        self.lines: list[str] = []
        self.text = ""
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in VOID:
            return
        self._open.append((tag, dict(attrs)))
        if tag in ("p", "h1") and self._within("article"):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tag, attrs = self._open[-1] if self._open else ("", {})
        if tag in ("style", "script"):
            return
        self.text += data
        if "tag" in (attrs.get("class") or "").split():
            return
        for name in {a["data-r"] for _, a in self._open if a.get("data-r")}:
            assert name
            self.words[name] = self.words.get(name, "") + data
        if self._within("article") and {"p", "h1"} & {t for t, _ in self._open}:
            self.lines[-1] += data

    def _within(self, tag: str) -> bool:
        return any(t == tag for t, _ in self._open)

    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.elements if a.get("id")]  # type: ignore[misc]


@pytest.fixture(scope="session")
def records(ex: extractor.Extractor) -> dict[str, model.Record]:
    """The records of the samples by their names."""
    return {
        file.stem: ex.extract(
            file.read_text(encoding="utf-8"), source=model.Source(path=file.name, sha256=f"{n:x}".ljust(64, "0")),
        )
        for n, file in enumerate(sorted(SAMPLES.glob("*.txt")))
    }  # fmt: skip


@pytest.fixture(scope="session")
def run(records: dict[str, model.Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run over the samples."""
    out = tmp_path_factory.mktemp("run")
    for name, found in records.items():
        write_record(found, out / "records" / f"{name}.json")
    return out


@pytest.fixture(scope="session")
def large(records: dict[str, model.Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with 5,000 records and more: the samples again and again, a fortnight later each time."""
    out, total, turn = tmp_path_factory.mktemp("large"), 0, 0
    while total < 5000:
        for name, found in records.items():
            day = found.article.published or found.article.event_date
            article = found.article.model_copy(update={"published": day and day + timedelta(days=14 * turn)})
            again = found.model_copy(update={"id": f"{turn:08x}{found.id[:8]}", "article": article})
            write_record(again, out / "records" / f"{name}-{turn:03}.json")
            total += sum(len(getattr(found, kind)) for kind in extractor.view.marks.RECORD_KINDS)
        turn += 1
    return out


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Service:
    """A running service."""

    port: int
    process: subprocess.Popen[str]
    errors: IO[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        """One request, sent as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            with contextlib.suppress(BrokenPipeError):  # refused before all of it was sent; the answer is there
                connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        except ConnectionRefusedError as e:
            self.errors.seek(0)
            pytest.fail(f"{e}: the service ended with {self.process.poll()} and said: {self.errors.read()[-2000:]}")
        finally:
            connection.close()


@contextlib.contextmanager
def serving(*args: str | Path) -> Iterator[Service]:
    """A service in a process of its own, on a free port of this machine."""
    command = [SCRIPT, "serve", "--port", "0", *args]
    # a file, not a pipe: nobody reads while the tests run, and a full pipe would stop the service
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8")
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            if not address:
                process.wait(30)
                errors.seek(0)
                pytest.fail(f"no address from the service: {errors.read()}")
            yield Service(int(address.rstrip("/").rpartition(":")[2]), process, errors)
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="session")
def service(run: Path) -> Iterator[Service]:
    """A service over the samples, with small limits."""
    with serving(run, "--size", "0.25", "--seconds", "20", "--workers", "1") as found:
        yield found


@pytest.fixture(scope="session")
def large_service(large: Path) -> Iterator[Service]:
    """A service over the large archive."""
    with serving(large, "--workers", "1") as found:
        yield found
