"""Make the pictures of README.md and README.vi.md again: `python -m docs.screenshots [FOLDER]`.

Each is what a reader of the samples sees: the pages are written and served as users do it, and a browser looks at them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.view.browser import browser, why_not

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screenshots"
SAMPLES = ROOT / "samples"
SCRIPT = Path(sys.executable).with_name("extractor")
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def article(page: Page, place: str, run: Path, language: str) -> None:
    """The model article; the pointer rests on its ranking."""
    page.goto(_viewed(SAMPLES / "thuy-linh.txt", run, language))
    page.locator("article [data-r=r1]").first.hover()


def phone(page: Page, place: str, run: Path, language: str) -> None:
    """An article on a phone, in the dark."""
    page.goto(_viewed(SAMPLES / "chuyen-doi-so.txt", run, language))


def index(page: Page, place: str, run: Path, language: str) -> None:
    """A whole run."""
    page.goto(_viewed(run, run, language))


def archive(page: Page, place: str, run: Path, language: str) -> None:
    """A search without tone marks."""
    page.goto(f"{place}archive?words=uy+ban&lang={language}")


SHOTS: dict[str, tuple[Callable[[Page, str, Path, str], None], dict[str, Any]]] = {
    "article": (article, {"viewport": DESKTOP}),
    "phone": (phone, {"viewport": PHONE, "color_scheme": "dark"}),
    "index": (index, {"viewport": DESKTOP}),
    "archive": (archive, {"viewport": {"width": 1280, "height": 720}}),
}


def make(folder: Path) -> list[Path]:
    """Make all pictures in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        run = Path(temporary) / "out"
        subprocess.run([SCRIPT, "run", "samples", "-o", run, "--quiet"], cwd=ROOT, check=True)
        with _serving(run) as place, browser() as started:
            return [_shot(started, name, language, folder, place, run) for name in SHOTS for language in ("en", "vi")]


def _shot(started: Browser, name: str, language: str, folder: Path, place: str, run: Path) -> Path:
    take, options = SHOTS[name]
    context = started.new_context(locale=language, **options)
    page = context.new_page()
    take(page, place, run, language)
    file = folder / f"{name}.{language}.png"
    page.screenshot(path=file)
    context.close()
    return file


def _viewed(what: Path, run: Path, language: str) -> str:
    page = run.parent / f"{what.stem}.{language}.html"
    subprocess.run([SCRIPT, "view", what.relative_to(ROOT) if what.is_relative_to(ROOT) else what, "-o", page,
                    "--lang", language], cwd=ROOT, check=True)  # fmt: skip
    return page.as_uri()


@contextmanager
def _serving(run: Path) -> Iterator[str]:
    process = subprocess.Popen(
        [SCRIPT, "serve", run, "--port", "0", "--workers", "1"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    if why_not():
        sys.exit(f"no screenshots: {why_not()}")
    for made in make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(made)
