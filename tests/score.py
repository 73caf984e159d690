"""Score the extractor on the shared gold articles, and hold the result against the floors.

    python -m tests.score [--shared DIR] [--only read|unread] [--update]

Prints precision, recall, F1 and every slot; ends with 1 where a figure lies below its floor in `tests/floors.json`.
`--only unread` scores the articles of `tests/held_out.json`, which no rule was written against; `read` all others.
`--update` raises the floors to what was measured, rounded down; it never lowers one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import extractor

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
HELD_OUT = HERE / "held_out.json"
PUBLISHED = "2017-06-30"
"""The articles are of 2017; those that state no date are read as of this day (guideline, Gold files)."""
MARGIN = 0.005


def scorer(shared: Path) -> Any:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("shared_score", shared / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def measure(shared: Path, only: str | None = None) -> dict[str, Any]:
    """The scorer's result over the gold articles, all or only those read or not read while writing rules."""
    held = set(json.loads(HELD_OUT.read_text(encoding="utf-8"))["articles"])
    ids = sorted(p.stem for p in (shared / "gold").glob("*.json"))
    ids = [i for i in ids if only is None or (i in held) == (only == "unread")]
    ex = extractor.Extractor()
    with tempfile.TemporaryDirectory() as folder:
        gold, records = Path(folder, "gold"), Path(folder, "records")
        gold.mkdir()
        records.mkdir()
        for i in ids:
            shutil.copy(shared / "gold" / f"{i}.json", gold)
            text = (shared / "corpus" / f"{i}.txt").read_text(encoding="utf-8")
            record = ex.extract(text, published=PUBLISHED)
            (records / f"{i}.json").write_text(record.model_dump_json(), encoding="utf-8")
        result: dict[str, Any] = scorer(shared).score(gold, shared / "corpus", records)
    return result


def flat(result: dict[str, Any]) -> dict[str, float]:
    """Each figure by its name: F1 of the lists, shares of the slots, the headline."""
    figures = {name: v["f1"] for name, v in result.items() if isinstance(v, dict) and "f1" in v}
    figures |= {f"slot {name}": v["share"] for name, v in result["slots"].items()}
    return figures | {"headline": result["headline"]}


def below(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What lies below its floor, a line each."""
    return [
        f"{name}: {figures.get(name, 0):.3f}, its floor is {floor:.3f}"
        for name, floor in floors.items()
        if figures.get(name, 0) < floor
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", choices=["read", "unread"])
    parser.add_argument("--update", action="store_true")
    given = parser.parse_args()
    if not (given.shared / "gold").is_dir():
        print(f"{given.shared}/gold is not there: nothing to score", file=sys.stderr)
        return 2
    result = measure(given.shared, given.only)
    for name, v in result.items():
        if isinstance(v, dict) and "f1" in v:
            print(f"{name:26} P {v['p']:.3f}  R {v['r']:.3f}  F1 {v['f1']:.3f}   gold {v['gold']}, got {v['got']}")
    for name, v in result["slots"].items():
        print(f"  {name:32} {v['share']:.3f}   {v['right']}/{v['of']}")
    print("slots that gold leaves empty, and we filled:")
    for name, v in result["invented"].items():
        print(f"  {name:32} {v['share']:.3f}   {v['filled']}/{v['of']}")
    print(f"headline (mean F1 of the five record types) {result['headline']:.3f}")
    if given.only:
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    figures = flat(result)
    if given.update:
        floors = {
            name: max(floors.get(name, 0), int((figures[name] - MARGIN) * 1000) / 1000) for name in sorted(figures)
        }
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    faults = below(figures, floors)
    print("\n".join(["below the floor:", *faults] if faults else ["no figure lies below its floor"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
