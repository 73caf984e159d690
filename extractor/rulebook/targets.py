"""What rules may aim at: the slots of each record type, the values that `set:` may give, the builders of grammars.

Slots are fields of the models of the contract, so a slot that no record has cannot be written.
"""

from __future__ import annotations

from typing import get_args

from extractor.model import Comparator, ConclusionKind, Direction, Ranking, Status

RECORD_SLOTS: dict[str, frozenset[str]] = {
    "ranking": frozenset(Ranking.model_fields) - {"id", "rule", "start", "end", "text"},
}
"""Record types that have line rules, with the slots that a rule of theirs may fill."""

FIGURE_SLOTS: dict[str, frozenset[str]] = {
    "figure": frozenset({"status"}),
    "quantity": frozenset({"status", "direction", "comparison"}),
    "percent": frozenset({"status", "direction", "basis"}),
}
"""Kinds of figures, with the slots that slot rules may fill; `figure` is both."""

SET_VALUES: dict[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "direction": get_args(Direction),
    "comparator": get_args(Comparator),
    "kind": get_args(ConclusionKind),
}
"""The values that `set:` may give to a slot; slots that are not named here take any word or number."""

GRAMMARS: dict[str, frozenset[str]] = {
    "period": frozenset(
        {
            "adjacent_days", "after", "at_present", "bare_day", "bare_month", "before", "century", "cumulative",
            "day", "day_again", "days", "days_of_month", "decade", "edge_of", "from_now", "full_dotted", "holiday",
            "last_units", "month", "month_named", "month_of_year", "month_range", "months_glued", "named", "part_of",
            "part_of_decade", "part_of_year", "quarter", "quarter_range", "relative_day", "relative_month",
            "relative_quarter", "relative_week", "relative_year", "rest_of_quarters", "rest_of_year", "running",
            "same_day", "same_period", "same_year", "school_year", "season", "since", "since_until_today", "so_far",
            "so_far_this", "span", "units_ago", "units_of_year", "until", "vague", "weekday", "year", "years",
        }
    ),
}  # fmt: skip
"""Kinds of mentions that have a grammar, with the builders that a rule may name: each is arithmetic in code."""
