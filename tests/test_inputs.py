"""What the command line names, in which order, and where each record goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.read.inputs import LeftOut, discover, record_folders, record_paths


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Xin chào.", encoding="utf-8")
    return root


def places(*named: str | Path, out: Path) -> list[str]:
    return [str(p) for p in record_paths(discover(named, out))]


def test_a_folder_gives_its_articles_in_order_without_hidden_ones(tmp_path: Path) -> None:
    tree(tmp_path / "in", "b.txt", "a/2.TXT", "a/1.txt", ".hidden.txt", ".git/x.txt", "note.xyz", "c.txt.bak")
    found = discover([tmp_path / "in"], tmp_path / "out")
    assert [str(item.inside) for item in found] == ["a/1.txt", "a/2.TXT", "b.txt"]
    assert places(tmp_path / "in", out=tmp_path / "out") == ["records/a/1.json", "records/a/2.json", "records/b.json"]


def test_a_folder_without_an_article_is_told(tmp_path: Path) -> None:
    tree(tmp_path / "in", "note.xyz", ".hidden.txt")
    with pytest.raises(UsageError, match=r"no article in this folder.*\*\.txt"):
        discover([tmp_path / "in"], tmp_path / "out")


def test_documents_that_are_refused_are_inputs_and_other_files_are_told(tmp_path: Path) -> None:
    tree(tmp_path / "in", "a.json", "b.rtf", "c.xlsx", "d.doc", "noext", "photo.jpg", ".hidden", "facts")
    left_out = LeftOut()
    found = discover([tmp_path / "in"], tmp_path / "out", besides=[tmp_path / "in" / "facts"], left_out=left_out)
    assert [item.path.name for item in found] == ["a.json", "b.rtf", "c.xlsx", "d.doc"]
    assert [Path(name).name for name in left_out.unknown] == ["noext", "photo.jpg"]


def test_linked_folders_cannot_loop(tmp_path: Path) -> None:
    tree(tmp_path / "in", "a.txt", "sub/b.txt")
    (tmp_path / "in" / "sub" / "up").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self.txt").symlink_to("self.txt")
    found = discover([tmp_path / "in"], tmp_path / "out")
    assert [str(item.inside) for item in found] == ["a.txt", "self.txt", "sub/b.txt"]


def test_a_linked_folder_elsewhere_is_read(tmp_path: Path) -> None:
    tree(tmp_path / "elsewhere", "x.txt")
    tree(tmp_path / "in", "a.txt")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere")
    assert places(tmp_path / "in", out=tmp_path / "out") == ["records/a.json", "records/link/x.json"]


def test_an_input_named_twice_is_one_input(tmp_path: Path) -> None:
    tree(tmp_path / "in", "a.txt", "sub/b.txt")
    named = [
        tmp_path / "in",
        tmp_path / "in" / "a.txt",
        tmp_path / "in" / "sub",
        tmp_path / "in" / ".." / "in" / "a.txt",
    ]
    assert places(*named, out=tmp_path / "out") == ["records/a.json", "records/sub/b.json"]


def test_the_suffix_stays_where_two_would_share_a_place(tmp_path: Path) -> None:
    tree(tmp_path / "in", "a.txt", "a.html", "b.txt", "a.txt.txt")
    named = [tmp_path / "in" / name for name in ("a.txt", "a.html", "b.txt", "a.txt.txt")]
    assert places(*named, out=tmp_path / "out") == [
        "records/in/a.txt.json",
        "records/a.html.json",
        "records/b.json",
        "records/a.txt.txt.json",
    ]


def test_folders_that_would_collide_are_told_apart_by_name_then_number(tmp_path: Path) -> None:
    tree(tmp_path, "2018/a.txt", "2019/a.txt", "2019/b.txt", "x/2019/a.txt")
    named = [tmp_path / name for name in ("2018", "2019", "x/2019")]
    assert places(*named, out=tmp_path / "out") == [
        "records/2018/a.txt.json",
        "records/2019/a.txt.json",
        "records/b.json",
        "records/2019/a.txt~2.json",
    ]


def test_names_that_differ_in_case_alone_do_not_share_a_place(tmp_path: Path) -> None:
    tree(tmp_path / "in", "a.txt", "A.txt")
    if len(list((tmp_path / "in").iterdir())) < 2:
        pytest.skip("this file system ignores case")
    made = places(tmp_path / "in", out=tmp_path / "out")
    assert len({name.casefold() for name in made}) == 2


def test_the_output_folder_is_never_read(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "out/records/old.txt", "out/note.txt")
    assert places(tmp_path, out=tmp_path / "out") == ["records/a.json"]
    assert places(tmp_path / "out", out=tmp_path / "out") == ["records/note.json"]
    with pytest.raises(UsageError, match="inside the output folder"):
        discover([tmp_path / "out" / "records" / "old.txt"], tmp_path / "out")


def test_a_name_that_is_no_text_is_kept_apart_and_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"b\xffc.txt")
    try:
        tree(tmp_path / "in", name)
    except OSError:
        pytest.skip("this file system wants valid names")
    [item] = discover([tmp_path / "in"], tmp_path / "out")
    assert item.path.name == name
    assert item.name.endswith("b\\xffc.txt")
    assert places(tmp_path / "in", out=tmp_path / "out") == ["records/b\\xffc.json"]


def test_no_two_files_of_many_share_a_folder_nor_it_with_a_folder_of_that_name(tmp_path: Path) -> None:
    tree(tmp_path, "in/a.csv", "in/a.csv.csv", "in/x.zip", "other/x.zip/b.txt", "in/rows", "in/rows.json")
    named = [tmp_path / "in" / name for name in ("a.csv", "a.csv.csv", "x.zip", "rows", "rows.json")]
    found = discover([*named, tmp_path / "other"], tmp_path / "out")
    folders = record_folders(found, record_paths(found))
    assert list(map(str, folders)) == [
        "records/a.csv",
        "records/a.csv.csv",
        "records/x.zip.many",
        "records/rows.many",
        "records/rows.json.many",
        "records/x.zip/b.txt",
    ]
