"""The catalogues hold the same messages with the same places to fill."""

from __future__ import annotations

import re

import pytest

from extractor.messages import LANGUAGES, catalogue, language_of_locale, say


def _places(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)", text))


def test_the_languages_say_the_same() -> None:
    english, *others = (catalogue(language) for language in LANGUAGES)
    for other in others:
        assert other.keys() == english.keys()
        assert {k: _places(v) for k, v in other.items()} == {k: _places(v) for k, v in english.items()}


def test_a_message_is_english_and_can_be_said_in_vietnamese() -> None:
    message = say("aim.no_slot", target="percent", slot="x")
    assert message == "percent has no slot 'x' for rules"
    assert message.in_("vi") == "percent không có ô 'x' cho quy tắc"


@pytest.mark.parametrize(("locale", "language"), [("vi_VN.UTF-8", "vi"), ("C", "en"), ("de_DE", "en"), ("", "en")])
def test_the_locale_chooses(locale: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert language_of_locale() == language
