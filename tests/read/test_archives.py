"""Archives are read in memory and bounded; many articles a file have a record and a line each."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.archive.validate import Checked, validate
from extractor.batch import Ask, Settings, run
from extractor.errors import InputError, TooLarge, UsageError
from extractor.read import Article, Fault, Piece, Reader
from extractor.read.archive import RATIO_FREE, safe
from extractor.read.inputs import discover
from extractor.read.sidecar import read_sidecar
from tests.conftest import SAMPLES
from tests.read import make

ARTICLE = (SAMPLES / "thong-bao-ngan.txt").read_bytes()
SCRIPT = Path(sys.executable).with_name("extractor")


def tarred(members: dict[str, bytes], links: dict[str, str] | None = None) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return made.getvalue()


def pieces(data: bytes, name: str = "a") -> list[Piece]:
    return list(Reader().stream(io.BytesIO(data), name))


def faults(data: bytes) -> list[str]:
    return [str(piece.error) for piece in pieces(data) if isinstance(piece, Fault)]


MEMBERS = {
    "2019/b.txt": ARTICLE,
    "2019/a.txt": ARTICLE + b"\n",
    "__MACOSX/x.txt": b"x",
    ".DS_Store": b"x",
    "y.jpg": b"x",
}


@pytest.mark.parametrize("pack", [lambda d: d, gzip.compress, lzma.compress], ids=["tar", "gz", "xz"])
def test_tar_and_zip_give_their_articles(pack) -> None:  # type: ignore[no-untyped-def]
    found = pieces(pack(tarred(MEMBERS)), "t.tar")
    assert [piece.part for piece in found] == ["2019/b.txt", "2019/a.txt"]
    assert [p.source.path for p in found if isinstance(p, Article)] == ["t.tar#2019/b.txt", "t.tar#2019/a.txt"]
    assert [piece.part for piece in pieces(make.zipped(MEMBERS))] == ["2019/a.txt", "2019/b.txt"]


def test_one_packed_file_and_archives_in_archives() -> None:
    assert [p.part for p in pieces(gzip.compress(ARTICLE), "in/b.txt.gz")] == ["b.txt"]
    inner = make.zipped({"r.jsonl": make.json_line(make.TEXTS["hdnd-ky-hop"])})
    reader = Extractor().reader()
    [article] = reader.articles(make.zipped({"in.zip": inner}), "o.zip")
    assert (article.part, article.source.path) == ("in.zip/r.jsonl/1", "o.zip#in.zip#r.jsonl#1")
    deep = make.zipped({"1.zip": make.zipped({"2.zip": make.zipped({"a.txt": ARTICLE})})})
    assert "more than 2 deep" in faults(deep)[0]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, bz2.compress], ids=["gz", "xz", "bz2"])
@pytest.mark.parametrize("name", ["press.gz", "press", "-"])
def test_one_packed_file_needs_no_suffix(pack, name: str) -> None:  # type: ignore[no-untyped-def]
    [article] = pieces(pack(ARTICLE), name)
    assert isinstance(article, Article)
    assert (article.part, article.text.encode()) == (name.removesuffix(".gz"), ARTICLE)
    assert "JPEG" in faults(pack(b"\xff\xd8\xff picture"))[0]


def test_a_packed_file_from_standard_input_is_read(tmp_path: Path) -> None:
    command = [SCRIPT, "run", "-", "-o", tmp_path]
    done = subprocess.run(command, input=gzip.compress(ARTICLE), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    [line] = lines(tmp_path)
    assert json.loads((tmp_path / line["record"]).read_bytes())["source"]["media_type"] == "text/plain"


@pytest.mark.parametrize("name", ["../up.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "c:x.txt"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    assert not safe(name)
    for data in (make.zipped({name: ARTICLE, "ok.txt": ARTICLE}), tarred({name: ARTICLE, "ok.txt": ARTICLE})):
        found = pieces(data)
        assert [piece.part for piece in found if isinstance(piece, Article)] == ["ok.txt"]
        assert [piece.part for piece in found if isinstance(piece, Fault)] == [None]


def test_links_are_not_followed() -> None:
    assert faults(tarred({"a.txt": ARTICLE}, {"l.txt": "/etc/passwd"})) == [
        "this is a link or a device, no file; it is not followed"
    ]


def test_bombs_are_not_unpacked() -> None:
    bomb = b" " * (RATIO_FREE * 4)
    assert "looks like a trap" in faults(make.zipped({"a.txt": bomb}))[0]
    with pytest.raises(TooLarge, match="looks like a trap"):
        pieces(gzip.compress(bomb), "a.txt.gz")
    with pytest.raises(TooLarge, match="looks like a trap"):
        pieces(gzip.compress(tarred({"a.txt": bomb})), "a.tar.gz")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/thumbnail.jpeg"])
def test_a_word_document_is_no_bomb_either(part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(make.docx(ARTICLE.decode()))) as document:
        parts = {name: document.read(name) for name in document.namelist()}
    bomb = make.zipped({**parts, part: b"<!--" + b" " * (RATIO_FREE * 4) + b"-->" + parts[part]})
    [fault] = pieces(bomb, "a.docx")
    assert isinstance(fault, Fault)
    assert isinstance(fault.error, TooLarge)
    assert "looks like a trap" in str(fault.error)
    many = {f"word/{n}.xml": b" " * RATIO_FREE for n in range(9)}
    assert "looks like a trap" in faults(make.zipped({**parts, **many}))[0]
    large = {f"word/{n}.xml": os.urandom(800).hex().encode() * 25_000 for n in range(2)}
    assert "64 MiB more than its size" in faults(make.zipped({**parts, **large}))[0]


def test_a_size_that_lies_and_a_damaged_member_are_told() -> None:
    good = make.zipped({"a.txt": ARTICLE * 20, "b.txt": ARTICLE})
    at = good.index(b"a.txt") + 30
    broken = good[:at] + bytes(b ^ 0x55 for b in good[at : at + 40]) + good[at + 40 :]
    assert "damaged" in faults(broken)[0]
    assert [p.part for p in pieces(broken) if isinstance(p, Article)] == ["b.txt"]


def test_a_locked_member_and_an_empty_archive_are_told() -> None:
    data = bytearray(make.zipped({"a.txt": ARTICLE}))
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert "password" in faults(bytes(data))[0]
    with pytest.raises(InputError, match="holds no article"):
        pieces(make.zipped({"y.jpg": b"x"}))


# --- runs --------------------------------------------------------------------------------------------------------


def lines(out: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (out / "manifest.jsonl").read_bytes().splitlines()]


def test_many_articles_have_a_record_and_a_line_each(tmp_path: Path, ex: Extractor) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_bytes(ARTICLE)
    (folder / "old.zip").write_bytes(make.zipped({"x/b.txt": ARTICLE, "x/B.txt": ARTICLE, "bad.txt": b""}))
    text = make.TEXTS["thong-bao-ngan"]
    (folder / "rows.jsonl").write_bytes(make.json_line(text, id="k1") + b"{\n" + make.json_line(text))
    summary = run(discover([folder], out), out, ex)
    assert (summary.inputs, summary.read, summary.done, len(summary.failures)) == (3, 3, 7, 2)
    assert [(Path(line["path"]).name, line["record"]) for line in lines(out)] == [
        ("a.txt", "records/a.json"),
        ("old.zip#bad.txt", None),
        ("B.txt", "records/old.zip/x/B.txt.json"),
        ("b.txt", "records/old.zip/x/b.txt~2.json"),
        ("rows.jsonl#1", "records/rows.jsonl/k1.json"),
        ("rows.jsonl#2", None),
        ("rows.jsonl#3", "records/rows.jsonl/3.json"),
    ]
    assert (
        len({line["sha256"] for line in lines(out) if "B.txt" in line["path"] or line["path"].endswith("/a.txt")}) == 1
    )
    (folder / "old.zip").write_bytes(make.zipped({"x/b.txt": ARTICLE}))
    run(discover([folder], out), out, ex)
    assert [p.name for p in (out / "records" / "old.zip").rglob("*.json")] == ["b.txt.json"]


def test_inputs_of_like_names_cost_each_other_nothing(tmp_path: Path, ex: Extractor) -> None:
    one, two, out = tmp_path / "one", tmp_path / "two", tmp_path / "out"
    (two / "x.zip").mkdir(parents=True)
    one.mkdir()
    (one / "a.csv").write_text("id,text\n1,Tỉnh cấp 12 giấy phép.\n", "utf-8")
    (one / "a.csv.csv").write_text("id,text\n1,Huyện cấp 3 giấy phép.\n", "utf-8")
    (one / "x.zip").write_bytes(make.zipped({"b.txt": ARTICLE}))
    (two / "x.zip" / "c.txt").write_bytes(ARTICLE)
    inputs = discover([two, one], out)
    for _ in range(2):
        assert run(inputs, out, ex).failures == []
        assert list(validate(out, Checked())) == []
        assert len(list((out / "records").rglob("*.json"))) == 4


def test_a_record_of_another_run_is_named_and_stays(tmp_path: Path, ex: Extractor) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(ARTICLE)
    run(discover([folder], out), out, ex)
    (folder / "b.txt").unlink()
    (folder / "a.html").write_bytes(ARTICLE)
    done = run(discover([folder], out), out, ex)
    assert done.strange == ["records/b.json"]
    assert sorted(p.name for p in (out / "records").iterdir()) == ["a.html.json", "a.txt.json", "b.json"]


def test_a_sidecar_is_believed_before_all_else(tmp_path: Path, ex: Extractor) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.html").write_text(make.page("liferay", make.TEXTS["hdnd-ky-hop"]), encoding="utf-8")
    (folder / "z.zip").write_bytes(make.zipped({"b.txt": ARTICLE}))
    side = folder / "side.csv"
    side.write_text(
        "path,published,title,source\na.html,1/2/2023,Mới,\nz.zip#b.txt,2022-03-10,,TTXVN\ngone.txt,,x,\n", "utf-8"
    )
    reader = ex.reader()
    sidecar = read_sidecar(side, reader.options)
    run(discover([folder], out, besides=[side]), out, ex, Settings(), Ask(sidecar))
    facts = [json.loads((out / line["record"]).read_bytes())["article"] for line in lines(out)]
    assert (facts[0]["title"], facts[0]["published"], facts[0]["author"]) == ("Mới", "2023-02-01", "Hoàng Yến")
    assert (facts[1]["published"], facts[1]["source"]) == ("2022-03-10", "TTXVN")
    assert sidecar.unused == {"gone.txt"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("file,title\na,b\n", "no column path"),
        ("path,published\na.txt,hôm qua\nb.txt,2019-02-30\n", r"side.csv:2: 'hôm qua' is no day.*\n.*side.csv:3:"),
        ("path,title\na.txt,x\na.txt,y\n", "a.txt stands twice"),
        ("path,publishd,title\na.txt,2019-06-01,x\n", "'publishd' is no column of a sidecar; did you mean 'published'"),
        ("path,Tiêu đê\na.txt,x\n", "did you mean 'tiêu đề'"),
    ],
)
def test_a_faulty_sidecar_is_refused_with_every_fault(tmp_path: Path, ex: Extractor, text: str, says: str) -> None:
    (tmp_path / "side.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        read_sidecar(tmp_path / "side.csv", ex.reader().options)


def test_columns_of_a_sidecar_that_state_nothing_are_told(tmp_path: Path, ex: Extractor) -> None:
    (tmp_path / "side.csv").write_text("path,note,title2,title\na.txt,x,y,z\n", encoding="utf-8")
    assert read_sidecar(tmp_path / "side.csv", ex.reader().options).unread == ["note", "title2"]
    (tmp_path / "a.txt").write_bytes(ARTICLE)
    command = [SCRIPT, "run", tmp_path / "a.txt", "-o", tmp_path / "out", "--sidecar", tmp_path / "side.csv"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "2 columns of" in done.stderr
    assert "not read, of no name that is known: note, title2" in done.stderr


def test_show_takes_an_article_of_many(ex: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    path.write_bytes(make.zipped({"b.txt": ARTICLE, "c.txt": ARTICLE}))
    assert ex.reader().one(f"{path}#c.txt").part == "c.txt"
    with pytest.raises(InputError, match=r"many articles; name one of them: .*z.zip#b.txt"):
        ex.reader().one(path)
    with pytest.raises(InputError, match=r"holds no d\.txt"):
        ex.reader().one(f"{path}#d.txt")


def test_the_command_line_takes_an_encoding_and_a_sidecar(tmp_path: Path) -> None:
    from tests.read.legacy import tcvn3

    (tmp_path / "a.txt").write_bytes(tcvn3("Sở Y tế") + b" abc \xe9q\xf1 w\xeat z\xea")
    (tmp_path / "s.csv").write_text("path,published\na.txt,2019-05-27\nb.txt,\n", encoding="utf-8")
    command = [SCRIPT, "run", tmp_path, "-o", tmp_path / "out", "--sidecar", tmp_path / "s.csv"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "--encoding" in done.stderr
    done = subprocess.run(
        [*command, "--encoding", "TCVN3"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, "1 row of" in done.stderr) == (0, True)
    record = json.loads((tmp_path / "out" / "records" / "a.json").read_bytes())
    assert (record["source"]["encoding"], record["article"]["published"]) == ("tcvn3", "2019-05-27")
    done = subprocess.run(
        [*command, "--encoding", "xyz"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, "known are utf-8" in done.stderr) == (2, True)


def test_an_archive_is_read_from_a_zip_of_any_zip_program(ex: Extractor) -> None:
    """Names that are no UTF-8, folders as entries, stored members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("d/", b"")
        archive.writestr("d/tin.txt", ARTICLE)
    assert [p.part for p in ex.reader().stream(io.BytesIO(made.getvalue()), "a.zip")] == ["d/tin.txt"]
