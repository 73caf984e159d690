"""A user's folder over the packaged one: it adds, it replaces by id, it switches off; records and versions tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.authoring.check import check
from extractor.pipeline import Extractor
from extractor.rulebook.loader import load_rulebook
from extractor.rulebook.tables import Unit

SLUMP = "Thu ngân sách co rúm 7% so với dự toán."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "words.yaml").write_text("words:\n  decrease_verbs: [co rúm]\n", encoding="utf-8")
    (tmp_path / "units.yaml").write_text(
        "table: units\nrows:\n  - {words: [tạ], kind: mass, base: kg, factor: 60}\n", encoding="utf-8"
    )
    return tmp_path


def _write(folder: Path, text: str) -> None:
    (folder / "rules.yaml").write_text(text, encoding="utf-8")


def test_words_are_added(folder: Path) -> None:
    assert Extractor().extract(SLUMP).percentages[0].direction == "level"
    found = Extractor([folder]).extract(SLUMP).percentages[0]
    assert (found.direction, found.rule) == ("down", "direction.down")


def test_one_folder_may_be_given_as_it_is(folder: Path) -> None:
    for rules in (str(folder), folder):
        assert Extractor(rules).extract(SLUMP).percentages[0].direction == "down"


def test_a_row_stands_before_the_packaged_ones(folder: Path) -> None:
    assert load_rulebook([folder]).rows("units", Unit)[0].factor == 60
    assert Extractor([folder]).extract("Xã thu 5 tạ thóc.").achievements[0].quantity.base_value == 300


REPLACED = """\
on: percent
slot: direction
rules:
  - id: direction.up
    pattern: tăng <on>
    set: down
    examples: ["Giá tăng <on=7%>."]
    not: ["Giá giảm <on=7%>."]
"""


def test_a_rule_is_replaced_in_its_place_and_no_longer_measured(folder: Path) -> None:
    _write(folder, REPLACED)
    packaged, mine = load_rulebook(), load_rulebook([folder])
    order = [[r.id for r in book.rules] for book in (packaged, mine)]
    assert order[0] == order[1]
    found = Extractor([folder]).extract("Giá tăng 7%.").percentages[0]
    assert (found.rule, found.direction, found.confidence) == ("direction.up", "down", None)
    assert Extractor().extract("Giá tăng 7%.").percentages[0].confidence is not None


def test_a_new_rule_comes_before_the_packaged_ones(folder: Path) -> None:
    _write(folder, REPLACED.replace("direction.up", "direction.mine"))
    found = Extractor([folder]).extract("Giá tăng 7%.").percentages[0]
    assert (found.rule, found.direction) == ("direction.mine", "down")


SAMPLE_PLOTS = """on: quantity
slot: status
rules:
  - id: status.sample_plots
    pattern: <on> lúa mẫu
    set: other
    examples: [Tỉnh đã trồng <on=500 ha> lúa mẫu.]
    not: [Tỉnh đã trồng <on=500 ha> lúa.]
"""


def test_a_new_rule_of_quantities_comes_before_packaged_ones_of_all_figures(folder: Path) -> None:
    _write(folder, SAMPLE_PLOTS)
    assert not [p for p in check([folder]) if p.level != "note"]
    record = Extractor([folder]).extract("Tỉnh đã trồng 500 ha lúa mẫu. Huyện đã trồng 70 ha lúa.")
    assert [a.quantity.text for a in record.achievements] == ["70 ha"]
    assert record.targets == []


def test_a_new_cue_competes_by_nearness_with_the_packaged_ones(folder: Path) -> None:
    _write(folder, REPLACED.replace("direction.up", "direction.mine").replace("pattern: tăng <on>", "nearest: lao dốc"))
    record = Extractor([folder]).extract("Giá lao dốc 7%; lượng lao dốc rồi tăng 8%.")
    assert [(p.rule, p.direction) for p in record.percentages] == [("direction.mine", "down"), ("direction.up", "up")]


def test_a_rule_is_switched_off_with_a_reason(folder: Path) -> None:
    _write(folder, "rules:\n  - {id: direction.up, off: we only look at falls}\n")
    book = load_rulebook([folder])
    assert book.switched_off == {"direction.up": "we only look at falls"}
    assert Extractor([folder]).extract("Giá tăng 7%.").percentages[0].rule != "direction.up"


def test_an_id_cannot_become_a_rule_for_something_else(folder: Path) -> None:
    _write(folder, REPLACED.replace("direction.up", "basis.direct"))
    assert "rule.other_aim" in [p.kind for p in check([folder])]


def test_the_version_names_the_rules(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    versions = {load_rulebook().version, load_rulebook([folder]).version}
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for file in folder.iterdir():
        (elsewhere / file.name).write_bytes(file.read_bytes())
    assert load_rulebook([elsewhere]).version in versions, "the same rules, wherever they lie"
    _write(folder, REPLACED)
    versions.add(load_rulebook([folder]).version)
    assert len(versions) == 3
    assert Extractor([folder]).extract("Giá tăng 7%.").rules_version in versions


def test_later_folders_lie_over_earlier_ones(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    over = tmp_path_factory.mktemp("over")
    _write(folder, REPLACED)
    _write(over, REPLACED.replace("set: down", "set: level"))
    assert Extractor([folder, over]).extract("Giá tăng 7%.").percentages[0].direction == "level"


def test_a_country_of_ones_own_makes_no_foreigners_of_the_others(tmp_path: Path) -> None:
    row = "table: places\nrows:\n  - {words: [Bắc Kiến Quốc], kind: country}\n"
    (tmp_path / "countries.yaml").write_text(row, encoding="utf-8")
    asked = "Phó Thủ tướng Trần Văn An đề nghị doanh nghiệp {} mở thêm nhà máy."
    reader = Extractor([tmp_path])
    assert [c.kind for c in reader.extract(asked.format("Việt Nam")).conclusions] == ["directive"]
    assert not reader.extract(asked.format("Bắc Kiến Quốc")).conclusions
