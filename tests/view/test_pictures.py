"""Pictures of an archive: what they are drawn from, and that they are drawn."""

from __future__ import annotations

import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractor import model
from extractor.store.search import Archive
from extractor.store.series import deadlines, indicators, ranks
from extractor.store.sqlite import write_archive
from extractor.view.words import Words
from tests.view.conftest import SCRIPT, needs, record


def period(year: int) -> model.Period:
    return model.Period(text=f"năm {year}", start_date=date(year, 1, 1), end_date=date(year, 12, 31))


def figure(value: float, year: int, status: Any, indicator: str = "thu ngân sách") -> model.Figure:
    quantity = model.Quantity(
        start=0, end=1, text="x", value=value, unit="tỷ đồng", base_value=value, base_unit="tỷ đồng"
    )
    return model.Figure(id=f"a{year}", rule="r", start=0, end=1, text="x", quantity=quantity, indicator=indicator,
                        status=status, period=period(year))  # fmt: skip


def ranking(rank: int, year: int, subject: str = "Lạng Sơn", high: int | None = None, status: Any = "achieved") -> Any:
    return model.Ranking(id=f"r{year}", rule="r", start=0, end=1, text="x", subject=subject, rank=rank, rank_high=high,
                         criterion="PCI", status=status, period=period(year))  # fmt: skip


def directive(n: int, addressee: str, dated: bool) -> model.Action:
    return model.Action(id=f"c{n}", rule="r", start=0, end=1, text="x", kind="directive", addressee=addressee,
                        deadline=period(2019) if dated else None)  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    path = tmp_path_factory.mktemp("archive") / "a.sqlite"
    articles = [
        record(
            "x" * 20, article=model.Article(published=date(year, 6, 1) + timedelta(days=n)),
            achievements=[figure(100 + 10 * n, year, "achieved"), figure(1, year, "achieved", f"chỉ số {year} $x$")],
            targets=[figure(130, year + 1, "planned", "Thu ngân sách")],
            rankings=[
                ranking(50 - 5 * n, year), ranking(1, year, "Hà Nội", high=10), ranking(3, year + 9, status="planned"),
            ],
            conclusions=[
                directive(1, "Sở Y tế", n % 2 == 0), directive(2, "sở y tế", False), directive(3, "$\\frac{", True),
            ],
        )
        for n, year in enumerate(range(2016, 2021))
    ]  # fmt: skip
    write_archive(articles, path)
    return Archive(path)


def test_an_indicator_with_its_targets(archive: Archive) -> None:
    it = indicators(archive)[0]
    assert (it.name, it.unit) in {("thu ngân sách", "tỷ đồng"), ("Thu ngân sách", "tỷ đồng")}
    assert list(it.achieved.values()) == [100, 110, 120, 130, 140]
    assert list(it.planned) == [date(year, 12, 31) for year in range(2017, 2022)]
    assert indicators(archive, "THU NGAN") == indicators(archive)
    assert not indicators(archive, "không có")


def test_ranks_by_year_without_groups(archive: Archive) -> None:
    (it,) = ranks(archive)
    assert (it.subject, it.criterion) == ("Lạng Sơn", "PCI")
    assert it.years == {2016: 50, 2017: 45, 2018: 40, 2019: 35, 2020: 30}
    assert not ranks(archive, "SIPAS")


def test_directives_and_their_deadlines(archive: Archive) -> None:
    assert [(d.directives, d.dated) for d in deadlines(archive)] == [(10, 3), (5, 5)]


@needs("matplotlib")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_they_are_drawn(archive: Archive, language: str) -> None:
    from extractor.view.pictures import PICTURES, draw

    for name in PICTURES:
        png, svg = (draw(name, archive, Words(language), form) for form in ("png", "svg"))
        assert png
        assert svg
        assert png.startswith(b"\x89PNG")
        assert b"<svg" in svg
        assert svg == draw(name, archive, Words(language), "svg")


@needs("matplotlib")
def test_the_first_is_on_top(archive: Archive) -> None:
    from extractor.view.pictures import rank, styled

    with styled():
        drawn = rank(archive, Words("vi"))
    assert drawn
    bottom, top = drawn.axes[0].get_ylim()
    assert bottom > 50 > 1 > top


@needs("matplotlib")
def test_nothing_to_draw(tmp_path: Path) -> None:
    from extractor.view.pictures import PICTURES, draw

    write_archive([record("x")], tmp_path / "a.sqlite")
    assert [draw(name, Archive(tmp_path / "a.sqlite"), Words("vi"), "svg") for name in PICTURES] == [None] * 4


@needs("matplotlib")
def test_the_command(run: Path, tmp_path: Path) -> None:
    done = subprocess.run([SCRIPT, "plot", run, "-o", tmp_path / "p"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert {f.suffix for f in (tmp_path / "p").iterdir()} == {".png", ".svg"}
    done = subprocess.run([SCRIPT, "plot", tmp_path, "-o", tmp_path / "p"], capture_output=True, text=True)
    assert done.returncode == 2
