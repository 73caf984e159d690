"""What a mark of each kind holds: the values read from the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractor.model import Comparator, Number, UnitKind


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number as written, scale applied; `high` for ranges, `whole` for a/b figures ("15/19")."""

    value: Number
    high: Number | None = None
    whole: Number | None = None


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A number with its unit or counted noun. `noun` is the noun class of a counted noun (person, place, …)."""

    value: Number
    high: Number | None
    whole: Number | None
    comparator: Comparator
    unit: str | None
    unit_kind: UnitKind
    base_value: Number | None
    base_unit: str | None
    noun: str | None
    bare: bool
    number_last: int
    """the atom after the number itself, where the unit begins"""


@dataclass(frozen=True, slots=True)
class PercentValue:
    """A percentage; `points` for "điểm phần trăm"."""

    value: Number
    high: Number | None
    comparator: Comparator
    points: bool = False


@dataclass(frozen=True, slots=True)
class PeriodValue:
    """Days, both ends inclusive; None where the article leaves an end open or no date settles the year."""

    start: date | None
    end: date | None
    kind: Literal["day", "span", "since", "until", "baseline"] = "span"
    named: int | None = None
    """the year of a baseline that names no days of it ("cùng kỳ năm 2018")"""


@dataclass(frozen=True, slots=True)
class PersonValue:
    """A person by name and/or office: "đồng chí Nguyễn Long Hải, Phó Chủ tịch UBND tỉnh". `rank` 1 (top) to 9.

    The mark covers the whole phrase; `name_first` and `name_last` are the atoms of the name in it. `entry` is the
    person's place in `document.facts["people"]`, from which name, role and organization of a short mention are filled.
    """

    name: str | None
    role: str | None
    organization: str | None
    rank: int | None = None
    name_first: int | None = None
    name_last: int | None = None
    entry: int | None = None
    collective: bool = False
    former: bool = False
    """the office is held no more ("nguyên Giám đốc")"""
    """many or any ("lãnh đạo các sở", "các đại biểu"): never one person of the register"""


@dataclass(frozen=True, slots=True)
class OrganizationValue:
    """A body; `canonical` is its full name ("Ủy ban nhân dân tỉnh Lạng Sơn") as far as the article settles it."""

    canonical: str
    rank: int | None = None
    level: str | None = None
    kind: str | None = None
    plural: bool = False
    """several ("các sở, ngành"), no one body"""
    named: str | None = None
    """where only "Sở" is written: the name by which the article called that body before"""


@dataclass(frozen=True, slots=True)
class PlaceValue:
    canonical: str
    kind: str


@dataclass(frozen=True, slots=True)
class DocumentValue:
    """A document by kind and number: "Nghị quyết số 01/NQ-CP"."""

    canonical: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class AbbreviationValue:
    expansion: str | None
