"""What is said to people, in English and in Vietnamese: one catalogue a language, the same keys in each.

`<language>.yaml` speaks to the author of rules, `pages.<language>.yaml` on the pages, pictures and in the service.

>>> say("key.twice", key="words")
"the key 'words' stands twice; the first would be lost"
"""

from __future__ import annotations

import os
from functools import cache
from importlib import resources
from typing import Any

DEFAULT, LANGUAGES = "en", ("en", "vi")


class Message(str):
    """A text of the catalogue. As a `str` it is English; `in_` says it in another language."""

    __slots__ = ("args", "key")
    key: str
    args: dict[str, Any]

    def in_(self, language: str) -> str:
        """The message in this language; messages among its arguments are said in it too.

        >>> say("key.twice", key="words").in_("vi") != say("key.twice", key="words")
        True
        """
        said = {name: a.in_(language) if isinstance(a, Message) else a for name, a in self.args.items()}
        return catalogue(language)[self.key].format(**said)


def say(key: str, /, **args: Any) -> Message:
    """The message of the catalogue under this key, its places filled."""
    message = Message(catalogue(DEFAULT)[key].format(**args))
    message.key, message.args = key, args
    return message


def translated(text: str, language: str) -> str:
    """The text in this language, if it is a message of the catalogue; else as it is."""
    return text.in_(language) if isinstance(text, Message) else text


@cache
def catalogue(language: str) -> dict[str, str]:
    """All messages of a language by key."""
    import yaml

    loaded: dict[str, str] = {}
    for file in resources.files("extractor.messages").iterdir():
        if file.name == f"{language}.yaml" or file.name.endswith(f".{language}.yaml"):
            loaded |= yaml.safe_load(file.read_text(encoding="utf-8"))
    return loaded


def language_of_locale() -> str:
    """The language that the environment asks for, English where it asks for none that we have."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = os.environ.get(name, "")
        if wanted:
            return wanted[:2] if wanted[:2] in LANGUAGES else DEFAULT
    return DEFAULT
