"""What the readers hand to `build`: records with their evidence as atoms of a sentence, without ids and offsets yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.document import Mark, Sentence
from extractor.mentions.values import PeriodValue
from extractor.model import Comparator, Direction, Number, Speaker, Status


@dataclass(frozen=True, slots=True)
class Stretch:
    """Atoms `first` to `last` (half open) of a sentence."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.sentence.starts[self.first]

    @property
    def end(self) -> int:
        return self.sentence.ends[self.last - 1]

    @property
    def text(self) -> str:
        return self.sentence.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period with the words that say it."""

    text: str
    value: PeriodValue
    future: bool = False


@dataclass(frozen=True, slots=True)
class FoundAction:
    """One thing asked or proposed, or one assessment. `group` numbers the statements of the article."""

    kind: Literal["recommendation", "recognition", "shortcoming", "directive"]
    stretch: Stretch
    rule: str
    speaker: Speaker | None = None
    addressee: str | None = None
    support: str | None = None
    trigger: str | None = None
    action: str | None = None
    deadline: FoundPeriod | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class FoundRanking:
    """A place in an order; `rank_stretch` is the number (and the one it is out of) alone."""

    stretch: Stretch
    rank_stretch: Stretch
    rule: str
    rank: int
    rank_high: int | None = None
    out_of: int | None = None
    subject: str | None = None
    population: str | None = None
    criterion: str | None = None
    change: int | None = None
    score: Number | None = None
    status: Status = "achieved"
    period: FoundPeriod | None = None


@dataclass(frozen=True, slots=True)
class FoundComparison:
    """What a figure is compared with, by the percentage that says so."""

    text: str
    kind: Literal["same_period", "previous_period", "plan", "other"]
    direction: Direction
    change: Number
    change_unit: str
    period: FoundPeriod | None = None
    computed_baseline: Number | None = None
    comparator: Comparator = "exact"
    change_high: Number | None = None


@dataclass(slots=True)
class FoundFigure:
    """A quantity or percentage with its slots, filled step by step."""

    mark: Mark
    sentence: Sentence
    status: Status = "achieved"
    status_rule: str = ""
    status_by_default: bool = True
    """no word of the sentence settles the status"""
    status_cue: int | None = None
    """where the cue to its left ends that settled the status, if one did"""
    status_soft: bool = False
    """the same amount told elsewhere may overrule it"""
    demanded: bool = False
    """stands in what somebody demands"""
    direction: Direction = "level"
    direction_rule: str = ""
    change: Direction | None = None
    """which way a quantity moved by the amount told ("tăng 7 tỷ đồng"), `level` if it is so many times another"""
    basis: str | None = None
    """what a percentage is a share of or measured against, a quantity that is a change measured against"""
    indicator: str | None = None
    action: str | None = None
    actor: str | None = None
    period: FoundPeriod | None = None
    comparison: FoundComparison | None = None
    evidence_first: int | None = None
    """where the verb before the figure begins"""
    adverb: bool = False
    """words stand between that verb and the figure"""
    qualifies: FoundFigure | None = None

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.sentence, self.mark.first, self.mark.last)

    def slot(self, name: str) -> tuple[str, str]:
        """The value of its status or direction, and the rule that decided."""
        if name == "status":
            return self.status, self.status_rule
        return (self.direction if self.mark.kind == "percent" else self.change or ""), self.direction_rule

    @property
    def rule(self) -> str:
        """The rule that the record names: of a percentage what told its direction, of a quantity its status."""
        return (self.direction_rule if self.mark.kind == "percent" else "") or self.status_rule
