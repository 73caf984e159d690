"""The author's card, run from top to bottom: its files are written, its commands give what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli import app

RULES = Path(__file__).parents[2] / "rules"
_FENCE = re.compile(r"^```(yaml|console) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _shown(wanted: str, said: str) -> bool:
    """Whether a line stands in the output; "…" stands for anything."""
    return re.search(".*".join(map(re.escape, wanted.strip().split("…"))), said) is not None


def _run(block: str) -> None:
    said = ""
    for line in block.splitlines():
        if line.startswith("$ extractor "):
            done = CliRunner().invoke(app, shlex.split(line)[2:], catch_exceptions=False)
            said = done.output
            assert done.exit_code in (0, 1), said
        else:
            assert _shown(line, said), f"{line!r} is not in:\n{said}"


@pytest.mark.parametrize(("card", "language"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_the_card_does_what_it_shows(card: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    (tmp_path / "my_rules").mkdir()
    blocks = _FENCE.findall((RULES / card).read_text(encoding="utf-8"))
    assert len(blocks) > 8
    for kind, name, block in blocks:
        if kind == "yaml":
            (tmp_path / name).write_text(block, encoding="utf-8")
        else:
            _run(block)


def test_the_cards_are_one_page_and_show_the_same_rules() -> None:
    texts = [(RULES / card).read_text(encoding="utf-8") for card in ("README.md", "README.vi.md")]
    names = [[name for _, name, _ in _FENCE.findall(text)] for text in texts]
    assert names[0] == names[1]
    assert all(len(text.splitlines()) <= 140 for text in texts)
