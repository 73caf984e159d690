"""The nouns of the output contract, as frozen pydantic models. This module imports none of ours.

One article in, one `Record` out. Offsets are Unicode code points into `Record.text`, half open, and
`record.text[x.start:x.end] == x.text` for every span. A slot with no evidence in the article is None.

>>> Span(start=0, end=4, text="trên").text
'trên'
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

Comparator = Literal["exact", "over", "under", "nearly", "about", "range", "at_least", "at_most"]
UnitKind = Literal[
    "count", "money", "mass", "length", "area", "volume", "time", "energy", "power", "force", "speed", "temperature",
    "concentration", "data", "ratio", "rate", "score", "angle", "pressure", "frequency", "sound", "light", "radiation",
]  # fmt: skip
Status = Literal["achieved", "planned", "other"]
Direction = Literal["up", "down", "level"]
ConclusionKind = Literal["recognition", "shortcoming", "directive"]
Number = int | float


class Node(BaseModel):
    """Frozen, and refuses unknown fields, so that a typo in code or in an archived file is found."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")


class Span(Node):
    """A stretch of `Record.text`, in code points, half open."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Evidence(Span):
    """A record's own span, its id (unique in the article) and the rule that made it."""

    id: str
    rule: str
    confidence: float | None = Field(
        default=None, description="lower bound of the rule's precision on annotated articles; null: not measured"
    )


class Period(Node):
    """Days, both ends inclusive; an end that the article leaves open is None."""

    text: str
    start_date: date | None
    end_date: date | None


class Amount(Span):
    """A number as read: `value` with its scale applied, `high` the upper end of a range."""

    value: Number
    high: Number | None = None
    comparator: Comparator = "exact"


class Quantity(Amount):
    """An amount with its unit or counted noun; `base_value` is the value in `base_unit` (kg, m², đồng)."""

    unit: str | None = None
    unit_kind: UnitKind | None = None
    base_value: Number | None = None
    base_unit: str | None = None


class Comparison(Node):
    """What a figure is compared with: "tăng 7% so với cùng kỳ", "tăng 7 tỷ đồng so với năm 2018", "gấp 2 lần cùng kỳ".

    `change`, up to `change_high` in a range and bent by `comparator` ("hơn 7%"), is in `change_unit`: "%", "điểm phần
    trăm", "lần" (times), or the unit of an amount, its scale applied (7000000000 "đồng"). With `direction` level the
    figure is so many per cent, or times, of the baseline. `period` are the baseline's days and `computed_baseline` its
    value in the figure's unit, both computed where the article gives the parts: no value comes of points, of "tăng 2
    lần", nor of a figure or change that is not exact.
    """

    text: str
    kind: Literal["same_period", "previous_period", "plan", "other"]
    direction: Direction
    change: Number
    change_unit: str
    period: Period | None = None
    computed_baseline: Number | None = None
    comparator: Comparator = "exact"
    change_high: Number | None = None


# --- mentions ---------------------------------------------------------------------------------------------------


class MentionBase(Span):
    """A typed span found in the article."""

    id: str


class QuantityMention(MentionBase):
    type: Literal["quantity"] = "quantity"
    value: Number
    high: Number | None = None
    comparator: Comparator = "exact"
    unit: str | None = None
    unit_kind: UnitKind | None = None
    base_value: Number | None = None
    base_unit: str | None = None
    status: Status | None = None


class PercentMention(MentionBase):
    type: Literal["percent"] = "percent"
    value: Number
    high: Number | None = None
    comparator: Comparator = "exact"


class RankMention(MentionBase):
    type: Literal["rank"] = "rank"
    rank: int
    rank_high: int | None = None
    out_of: int | None = None


class PeriodMention(MentionBase):
    type: Literal["period"] = "period"
    start_date: date | None
    end_date: date | None


class PersonMention(MentionBase):
    type: Literal["person"] = "person"
    role: str | None = None
    organization: str | None = None
    canonical: str | None = None


class OrganizationMention(MentionBase):
    type: Literal["organization"] = "organization"
    canonical: str | None = None
    level: str | None = None


class PlaceMention(MentionBase):
    type: Literal["place"] = "place"
    canonical: str | None = None
    kind: str | None = None


class DocumentMention(MentionBase):
    type: Literal["document"] = "document"
    canonical: str | None = None
    number: str | None = None


class AbbreviationMention(MentionBase):
    type: Literal["abbreviation"] = "abbreviation"
    expansion: str | None = None


Mention = Annotated[
    QuantityMention
    | PercentMention
    | RankMention
    | PeriodMention
    | PersonMention
    | OrganizationMention
    | PlaceMention
    | DocumentMention
    | AbbreviationMention,
    Field(discriminator="type"),
]


# --- records ----------------------------------------------------------------------------------------------------


class Figure(Evidence):
    """A quantity that reports a result (status achieved) or a goal (planned)."""

    quantity: Quantity
    direction: Direction | None = Field(default=None, description="of an amount by which something grew or fell")
    indicator: str | None = None
    action: str | None = None
    actor: str | None = None
    status: Status
    period: Period | None = None
    comparison: Comparison | None = None


class Percentage(Evidence):
    """A share, rate, growth or completion. `figure` is the id of the Figure that it qualifies."""

    percent: Amount
    direction: Direction
    basis: str | None = None
    indicator: str | None = None
    status: Status
    period: Period | None = None
    figure: str | None = None


class Ranking(Evidence):
    """A place in an order; 1 is best. `change` counts places, positive is better."""

    subject: str | None = None
    rank: int
    rank_high: int | None = None
    out_of: int | None = None
    population: str | None = None
    criterion: str | None = None
    change: int | None = None
    score: Number | None = None
    status: Status
    period: Period | None = None


class Speaker(Node):
    """Who says it: a person with role and organization, or a body named in `organization` or `name`."""

    name: str | None = None
    role: str | None = None
    organization: str | None = None


class Action(Evidence):
    """One thing asked or proposed (recommendation, directive) or assessed (recognition, shortcoming)."""

    kind: Literal["recommendation", "recognition", "shortcoming", "directive"]
    speaker: Speaker | None = None
    addressee: str | None = None
    support: str | None = Field(default=None, description="who helps the addressee: 'phối hợp với Sở Y'")
    trigger: str | None = None
    action: str | None = None
    deadline: Period | None = None
    group: str | None = None


class Check(Node):
    """Figures of the article that do not fit each other; nothing is changed because of it."""

    id: str
    kind: Literal[
        "percentage_of_parts", "part_exceeds_whole", "rank_out_of_range", "range_upside_down", "indicator_contradiction"
    ]
    message: str
    spans: list[Span]


class Source(Node):
    """Where the article came from: path as given, hash of its bytes, media type and encoding as read.

    The path of an article inside a file of many is the file's path, "#", and the member's path or the row's number.
    """

    path: str | None = None
    sha256: str
    media_type: str = "text/plain"
    encoding: str | None = "utf-8"


class Article(Node):
    """Facts about the article itself; absent facts are None."""

    title: str | None = None
    published: date | None = None
    event_date: date | None = None
    place: str | None = None
    author: str | None = None
    source: str | None = Field(default=None, description="who published it first: Chinhphu.vn, TTXVN")


class Record(Node):
    """The contract: everything found in one article."""

    schema_version: str = SCHEMA_VERSION
    rules_version: str
    id: str
    source: Source
    article: Article
    text: str
    mentions: list[Mention]
    achievements: list[Figure]
    targets: list[Figure]
    percentages: list[Percentage]
    rankings: list[Ranking]
    recommendations: list[Action]
    conclusions: list[Action]
    checks: list[Check]
