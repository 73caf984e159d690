"""The sample articles: the model article exactly, the others with few known misses."""

from __future__ import annotations

import json

import pytest

from tests.conftest import GOLD_SAMPLES, SAMPLES
from tests.reading import record

KNOWN_MISSES = {"ket-luan-thanh-tra": 2}  # "quan tâm chỉnh lý …, cơ bản hoàn thành …" stays one praise


def _gold(name: str) -> list[dict[str, str]]:
    gold = json.loads((GOLD_SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    proposals = [{**item, "kind": "recommendation"} for item in gold["recommendations"]]
    return [*proposals, *gold["conclusions"]]


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_model_article() -> None:
    found = record((SAMPLES / "thuy-linh.txt").read_text(encoding="utf-8"))
    said = [(a.kind, a.text, a.addressee) for a in (*found.recommendations, *found.conclusions)]
    assert said == [(g["kind"], _plain(g["quote"]), g["addressee"]) for g in _gold("thuy-linh")]
    assert {a.speaker.name for a in found.conclusions if a.speaker} == {"Nguyễn Long Hải"}
    assert len({a.speaker.name for a in found.recommendations if a.speaker}) == 1
    assert all(a.speaker for a in found.recommendations)


@pytest.mark.parametrize("name", sorted(p.stem for p in SAMPLES.glob("*.txt")))
def test_quotes_and_kinds(name: str) -> None:
    found = record((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    said = {(a.kind, _plain(a.text)) for a in (*found.recommendations, *found.conclusions)}
    wanted = {(g["kind"], _plain(g["quote"])) for g in _gold(name)}
    missed = wanted - said
    assert len(missed) <= KNOWN_MISSES.get(name, 0), missed
    assert len(said - wanted) <= KNOWN_MISSES.get(name, 0), said - wanted
