"""The screenshots of the READMEs are made by a command, and every picture that a README shows is there."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from docs.screenshots import FOLDER, ROOT, SHOTS, make
from tests.view.browser import why_not
from tests.view.conftest import needs


@pytest.mark.slow
@pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")
@needs("fastapi", "uvicorn", "python_multipart")
def test_they_can_be_made_again(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert {f.name for f in made} == {f"{name}.{tag}.png" for name in SHOTS for tag in ("en", "vi")}
    for file in made:
        width, height = struct.unpack(">II", file.read_bytes()[16:24])
        size = SHOTS[file.name.partition(".")[0]][1]["viewport"]
        assert (width, height) == (size["width"], size["height"])
        assert len(file.read_bytes()) > 20_000


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_pictures_of_the_readmes_are_there(readme: str) -> None:
    if not (ROOT / readme).exists():
        pytest.skip(f"{readme} is not written yet")
    for path in re.findall(r"!\[[^\]]*\]\((docs/[^)]+)\)", (ROOT / readme).read_text(encoding="utf-8")):
        assert (ROOT / path).is_file(), path


def test_there_are_screenshots() -> None:
    assert {f.name for f in FOLDER.glob("*.png")} >= {f"{name}.{tag}.png" for name in SHOTS for tag in ("en", "vi")}
