"""The tables of `rules/`: one row model a table, so that a typo in a row is found when it is loaded.

A table file says `table: NAME` and lists `rows:`. Each row is checked against the model registered for NAME in
`ROW_MODELS`. Every row has `words`: the ways to write one thing, the first being the canonical form.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.model import Comparator, UnitKind


class Row(BaseModel):
    """What every table row has: the ways to write one thing. Case and tone placement (hoà/hòa) do not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: list[str] = Field(min_length=1, description="ways to write it; the first is the canonical form")
    note: str | None = Field(default=None, description="for the human reader; nothing reads it")

    def may_share(self, other: Row) -> bool:
        """Whether a word may stand in this row of the table and in the other one too."""
        return False


class Numeral(Row):
    """A number word below a thousand, by the part it plays in a numeral ("hai mươi mốt" = digit tens unit_digit)."""

    value: float
    role: Literal["digit", "unit_digit", "ten", "tens", "hundred", "zero_link", "point", "half", "dozen"]


class Scale(Row):
    """A multiplier after a numeral: nghìn, triệu, tỷ. `value` is the factor."""

    value: float
    alone: bool = Field(default=False, description="may it stand without a number before it ('vạn người')?")
    implies: str | None = Field(default=None, description="the unit meant where none is written ('lỗ 3.000 tỷ')")


class Unit(Row):
    """A unit of measure or a currency. `base` = `factor` x this unit; `source` says where the factor is laid down."""

    symbols: list[str] = Field(default_factory=list, description="symbols that are matched with their case (MW, mW)")
    kind: UnitKind
    base: str
    factor: float | None = Field(default=None, description="null where no fixed factor exists (currencies)")
    source: str | None = None
    before: bool = Field(default=False, description="may it stand before the number ('USD 5 triệu')?")
    not_before: list[str] = Field(default_factory=list, description="next words that make it another word (đồng chí)")
    age: bool = Field(
        default=False,
        description="a time that tells an age: it counts where it is a limit or measured (`age_measures`)",
    )
    size: bool = Field(default=False, description="says what a thing is like (its frequency), not how much was done")


class Classifier(Row):
    """A noun that counts others: lượt, vụ, bộ, cuộc. Its head noun follows ("lượt công dân")."""

    bare: bool = Field(default=False, description="means little without its noun: indicator takes the left subject")
    noun: Literal[
        "person", "body", "place", "thing", "document", "event", "money", "time", "part", "topic", "size", "attendee"
    ] = "thing"


class ComparatorWord(Row):
    """A word that bends a number: trên, gần, khoảng (before it), trở lên (after it)."""

    comparator: Comparator
    side: Literal["before", "after"] = "before"
    weak: bool = Field(default=False, description="an inner comparator wins over it ('khoảng trên 500' is over)")


class Office(Row):
    """An office of a person. `rank` 1 (head of state or party) to 9 (staff); null: the rank of the body decides."""

    rank: int | None = Field(default=None, ge=1, le=9)
    body: str | None = Field(default=None, description="the body it always belongs to (Thủ tướng: Chính phủ)")
    deputy: bool = False


class Body(Row):
    """A kind of body, or a body by name. `rank` as for offices; null: by the place or level that follows it."""

    rank: int | None = Field(default=None, ge=1, le=9)
    level: Literal["central", "province", "district", "commune"] | None = None
    kind: Literal[
        "party", "government", "ministry", "people_committee", "people_council", "assembly", "department", "office",
        "unit", "court", "procuracy", "police", "military", "inspection", "front", "union", "association",
        "enterprise", "bank", "school", "hospital", "project", "committee", "international", "press", "other",
    ]  # fmt: skip
    proper: bool = Field(default=False, description="a name complete in itself (Bộ Tài chính), no field word follows")


class Level(Row):
    """A word for a level of government after a body (tỉnh, huyện, xã), with the rank of a body of that level."""

    level: Literal["central", "province", "district", "commune"]
    rank: int = Field(ge=1, le=9)


class Place(Row):
    """A place. Provinces carry the years in which they exist under that name and what they became.

    Of several rows of one name that is meant which is in force on the article's day. Only the years choose; `into`,
    `parts` and `within` are for the human reader.
    """

    kind: Literal["country", "region", "province", "city", "district", "commune", "continent"]
    head: str | None = Field(default=None, description="tỉnh or thành phố: the word of its rank")
    since: int | None = Field(default=None, description="first year under this name, null: before 1990")
    until: int | None = Field(default=None, description="last year as a unit of its own, null: still is")
    into: str | None = Field(default=None, description="the province that it became part of")
    parts: list[str] = Field(default_factory=list, description="provinces merged into it")
    within: str | None = Field(default=None, description="the province that it lies in")

    def in_force(self, year: int | None) -> bool:
        """Whether it was a unit of its own in that year; without a year, whether it still is."""
        if year is None:
            return self.until is None
        return (self.since or year) <= year <= (self.until or year)

    def may_share(self, other: Row) -> bool:
        """Units of one name that followed each other, maybe in the course of a year: the city of Huế in a province,
        then the city under the centre."""
        return isinstance(other, Place) and (self._came_before(other) or other._came_before(self))

    def _came_before(self, other: Place) -> bool:
        return self.until is not None and other.since is not None and self.until <= other.since


class Index(Row):
    """An index or league table in which provinces and bodies are ranked: PCI, PAPI, PAR Index."""

    issuer: str | None = Field(default=None, description="who publishes it; for the human reader")
    measures: str | None = Field(default=None, description="what it tells; for the human reader")


class SpeechVerb(Row):
    """A verb of saying or ordering, with the act it performs; `by_rank` where the speaker's rank decides."""

    act: Literal["directive", "recommendation", "by_rank", "recognition", "shortcoming", "statement", "answer"]
    addressee: bool = Field(default=False, description="may its object be the body that must act ('yêu cầu Sở X …')?")


class Abbreviation(Row):
    """An abbreviation of administrative Vietnamese and what it stands for. `growth`: a percentage told of it is how
    much it grew, unless a verb says else ("CPI bình quân 3,5%")."""

    expansion: str
    growth: bool = False


class SyllablePart(Row):
    """Onsets or rhymes of written syllables; `fits` says which neighbours they take (see the file)."""

    part: Literal["onset", "rhyme"]
    fits: Literal["any", "front", "back", "g", "glide", "bare"]
    stopped: bool = Field(default=False, description="a rhyme that ends in c, ch, p, t: two tones only")

    def may_share(self, other: Row) -> bool:
        """Each row says of its spellings with which neighbours they stand."""
        return True


class CalendarName(Row):
    """A month or a day of the week by name: tháng Giêng is month 1, thứ hai is day 0 of the week."""

    value: int = Field(ge=0, le=12)


class Portal(Row):
    """A family of government sites: how its pages are known, and where the parts of an article stand in them.

    All entries are CSS selectors; in each list the first that finds something is taken, `signs` and `drop` excepted:
    one sign is enough, and all of `drop` is removed before anything is read.
    """

    signs: list[str] = Field(min_length=1)
    title: list[str] = []
    lead: list[str] = []
    body: list[str] = Field(min_length=1)
    date: list[str] = []
    author: list[str] = []
    source: list[str] = []
    place: list[str] = []
    drop: list[str] = []


ROW_MODELS: dict[str, type[Row]] = {
    "numerals": Numeral,
    "ordinals": Numeral,
    "scales": Scale,
    "units": Unit,
    "classifiers": Classifier,
    "comparators": ComparatorWord,
    "offices": Office,
    "bodies": Body,
    "levels": Level,
    "places": Place,
    "indexes": Index,
    "speech_verbs": SpeechVerb,
    "abbreviations": Abbreviation,
    "month_names": CalendarName,
    "weekdays": CalendarName,
    "syllables": SyllablePart,
    "portals": Portal,
}
