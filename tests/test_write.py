"""A record's bytes are what Python's own json writes, whatever the numbers in it; a file goes where it was sent."""

from __future__ import annotations

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractor import model
from extractor.errors import OutputError, UsageError
from extractor.pipeline import Extractor
from extractor.store.indexed import archive_of
from extractor.write import record_bytes, whole
from tests.batch.runs import SCRIPT

TEXT = 'Tỉnh có 5 xã, ông An nói: "Đã xong 12,5%".'


@pytest.mark.parametrize("value", [5, 0.1, 0.0001, 0.00001, 1.5e-7, 1e15, 1e16, 1.5e22, 10**30, float("inf")])
def test_bytes(ex: Extractor, value: float) -> None:
    record = ex.extract(TEXT)
    mentions: list[model.Mention] = [
        m.model_copy(update={"value": value, "unit": 'a"\\\n\x1f'}) if m.type == "quantity" else m
        for m in record.mentions
    ]
    record = record.model_copy(update={"mentions": mentions})
    plain = json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
    assert record_bytes(record) == plain.encode()
    assert record_bytes(record).endswith(b"}\n")


# --- where a file goes ---------------------------------------------------------------------------------------------


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "page.html").write_text("old", encoding="utf-8")
    for name, target in (("link.html", "real/page.html"), ("dangling.html", "real/new.html")):
        (tmp_path / name).symlink_to(target)
        with whole(tmp_path / name) as file:
            file.write(b"new")
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / target).read_bytes() == b"new"
    assert sorted(p.name for p in (tmp_path / "real").iterdir()) == ["new.html", "page.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "page.html"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reading:
        read = reading.submit(pipe.read_bytes)
        with whole(pipe) as file:
            file.write(b"all of it")
        assert read.result(timeout=30) == b"all of it"
    assert pipe.is_fifo()
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


def test_nothing_is_left_where_the_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), whole(tmp_path / "page.html") as file:
        file.write(b"half" * (1 // 0))
    with pytest.raises(OutputError, match="directory"), whole(tmp_path) as file:
        file.write(b"x")
    assert [p.read_text("utf-8") for p in tmp_path.iterdir()] == ["old"]


def test_a_page_goes_to_standard_output(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    done = subprocess.run([SCRIPT, "view", article, "-o", "-"], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.startswith(b"<!doctype html>")
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_an_export_goes_through_a_link(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    subprocess.run([SCRIPT, "run", article, "-o", tmp_path / "out"], check=True)
    for name in ("all.jsonl", "all.sqlite"):
        (tmp_path / f"link-{name}").symlink_to(name)
        subprocess.run([SCRIPT, "export", tmp_path / "out", "-o", tmp_path / f"link-{name}"], check=True)
        assert (tmp_path / f"link-{name}").is_symlink()
        assert (tmp_path / name).stat().st_size


def test_an_index_takes_no_other_file_s_place(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    subprocess.run([SCRIPT, "run", article, "-o", tmp_path / "out"], check=True)
    with pytest.raises(UsageError, match="another thing stands here"):
        archive_of(tmp_path / "out", article)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UsageError, match="another thing stands here"):
            archive_of(tmp_path / "out", tmp_path / "pipe")
    (tmp_path / "link").symlink_to("index")
    archive_of(tmp_path / "out", tmp_path / "link")
    archive_of(tmp_path / "out", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert article.read_text(encoding="utf-8") == TEXT
