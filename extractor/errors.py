"""The exception tree.

ExtractorError
├── RuleError            the rule author's: every problem of the rule files at once, each with file:line:col
├── InputError           the file's: one article cannot be read; the batch goes on
│   ├── EmptyInput       nothing to read in it
│   ├── EncodingError    its bytes are no text in an encoding that we know
│   ├── TooLarge         over the stated limit
│   └── UnreadableInput  the operating system refuses it, or it is gone
├── SegmentationError    the segmenter's words cannot be found again in the text
├── WorkerDied           the process that read an article is gone
├── UsageError           what was asked for makes no sense: a folder without an article, a date that is none
└── OutputError          the output folder cannot be written
    └── NoRoom           nothing more can be written at all: the disk is full, or was taken away; the run stops
TimeLimit                an article's time is over; a BaseException, so that nothing on the way takes it for its own
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.messages import DEFAULT, Message, say, translated


class ExtractorError(Exception):
    """Everything that this package raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a rule file: where, what, how to mend it. `line` and `column` count from 1.

    Only an `error` makes a file unusable; a `warning` is worth a look, a `note` tells of what is known.
    """

    path: str
    line: int
    column: int
    what: str
    rule: str | None = None
    mend: str | None = None
    source: str | None = None
    level: Literal["error", "warning", "note"] = "error"

    @property
    def kind(self) -> str:
        """The name of this kind of fault, for programs; it stays where the wording changes."""
        return self.what.key if isinstance(self.what, Message) else "other"

    def __str__(self) -> str:
        return self.in_(DEFAULT)

    def in_(self, language: str) -> str:
        """The problem as it is shown: place, rule, what; the line with a caret; how to mend it."""
        rule = f"{self.rule}: " if self.rule else ""
        level = "" if self.level == "error" else say(f"level.{self.level}").in_(language) + ": "
        lines = [f"{self.path}:{self.line}:{self.column}: {rule}{level}{translated(self.what, language)}"]
        if self.source is not None:
            lines += [f"    {self.source}", "    " + " " * (self.column - 1) + "^"]
        if self.mend:
            lines.append(f"  {say('level.mend').in_(language)}: {translated(self.mend, language)}")
        return "\n".join(lines)


class RuleError(ExtractorError):
    """Rule files cannot be used. `problems` holds every fault found, in file order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems, key=lambda p: (p.path, p.line, p.column))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[RuleError], tuple[list[Problem]]]:
        return RuleError, (self.problems,)  # it may come from another process


class InputError(ExtractorError):
    """One article cannot be read. `byte` is the offset of the first fault where there is one."""

    def __init__(self, what: str, *, byte: int | None = None) -> None:
        self.byte = byte
        super().__init__(what if byte is None else f"byte {byte}: {what}")


class EmptyInput(InputError):
    """The file holds no text."""


class EncodingError(InputError):
    """The bytes are no text in an encoding that we know."""


class TooLarge(InputError):
    """The file is over the stated limit."""


class UnreadableInput(InputError):
    """The operating system does not let us read it, or it is gone."""


class SegmentationError(ExtractorError):
    """The segmenter's words do not lie in the text one after the other; spans would drift."""


class UsageError(ExtractorError):
    """What was asked for cannot be done as asked; nothing was read or written."""


class OutputError(ExtractorError):
    """The output cannot be written."""


class NoRoom(OutputError):
    """Nothing more can be written at all: the disk is full, or was taken away."""


class WorkerDied(ExtractorError):
    """The process that read an article is gone: killed, out of memory, or crashed."""


class TimeLimit(BaseException):
    """An article's time is over. No `except Exception` on the way may take it for its own."""
