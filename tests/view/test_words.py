"""One catalogue, two languages: the same keys, the same places, and every key that the pages use."""

from __future__ import annotations

import re
import string
from importlib import resources
from pathlib import Path

import pytest

import extractor
from extractor.messages import catalogue
from extractor.view.words import Words, accepted

TEMPLATES = resources.files("extractor.view") / "templates"


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same() -> None:
    english, vietnamese = ({k: v for k, v in catalogue(tag).items() if k.startswith("page.")} for tag in ("en", "vi"))
    assert list(english) == list(vietnamese)
    assert not [k for k in english if places(english[k]) != places(vietnamese[k])]
    assert not [k for k, v in (*english.items(), *vietnamese.items()) if not v.strip()]


def used() -> set[str]:
    """Every key, or beginning of a key, that templates and modules name."""
    root = Path(extractor.__file__).parent
    texts = [f.read_text(encoding="utf-8") for f in TEMPLATES.iterdir()]
    texts += [f.read_text(encoding="utf-8") for folder in ("view", "serve") for f in (root / folder).glob("*.py")]
    texts.append((root / "cli_view.py").read_text(encoding="utf-8"))
    found = set()
    for text in texts:
        found |= set(re.findall(r"""\b(?:t|words|self)\(\s*f?["']([a-z_]+\.[a-z_.]*|[a-z]+)["'{]?""", text))
        found |= {f"error.{key}" for key in re.findall(r"""Refusal\(\s*\d+,\s*["'](\w+)["']""", text)}
    return found


def test_every_key_that_is_used_is_there() -> None:
    known = catalogue("en")
    missing = {k for k in used() if f"page.{k}" not in known and not any(x.startswith(f"page.{k}") for x in known)}
    assert not missing


@pytest.mark.parametrize("tag", ["vi", "en"])
def test_no_text_stands_in_a_template(tag: str) -> None:
    """Words on a page come from the catalogue: none is written between two tags."""
    for file in TEMPLATES.iterdir():
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(code|title)>.*?</\1>|<[^>]*>", " ", file.read_text(), flags=re.DOTALL
        )
        words = set(re.findall(r"[^\W\d_]{3,}", text)) - {
            "GET",
            "POST",
            "JSON",
            "OpenAPI",
            "extract",
            "api",
            "records",
            "download",
        }
        assert not words, (file.name, words)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        ("en-GB,vi;q=0.2", "en"),
        ("fr", "en"),
        ("", "en"),
        ("vi;q=x, ;;,", "en"),
        ("*", "en"),
    ],
)
def test_the_browser_says_the_language(header: str, language: str) -> None:
    assert accepted(header) == language


def test_numbers_are_written_as_people_write_them() -> None:
    assert Words("vi").number(99.12) == "99,12"
    assert Words("en").number(1234.5) == "1,234.5"
    assert Words("vi").number(1e30) == "1.000.000.000.000.000.019.884.624.838.656"


def test_an_extra_that_is_missing_is_named() -> None:
    from extractor.cli_view import _need
    from extractor.errors import UsageError

    with pytest.raises(UsageError, match=r"no_such_package: pip install 'vn-gov-extractor\[serve\]'"):
        _need("serve", "json", "no_such_package")
