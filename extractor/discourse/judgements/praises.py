"""Where something is praised in a clause."""

from __future__ import annotations

from typing import Final

from extractor.discourse.judgements.signs import of_nature
from extractor.discourse.words.cues import Cue, Line

_NEAR: Final = 12


def praises(line: Line, first: int, last: int, *, plain: bool) -> list[int]:
    """Where something is praised; in `plain` words, without a verb of praise, what is to come or must be is not."""
    if plain and line.has("future_markers", first, last):
        return []
    must = next((cue.first for cue in line.of("modals") if first <= cue.first < last), last) if plain else last
    cues = (cue for cue in line.within("praise_cues", first, must) if not _spoilt(line, first, cue))
    return [c.last for c in cues if not plain or (_held(line, first, c) and not _drifts(line, first, last, c))]


def _held(line: Line, first: int, cue: Cue) -> bool:
    """Whether a word that as often tells how a thing is to be done stands beside one that says it was."""
    weak = line.at("weak_praises", cue.first) is not None
    return not weak or line.has("praise_supports", max(first, cue.last - _NEAR), cue.last)


def _drifts(line: Line, first: int, last: int, cue: Cue) -> bool:
    """Whether it only tells where the markets go: "giá dầu | giảm sâu"; that an epidemic is under control is work."""
    return of_nature(line, first, last) and line.at("trend_markers", cue.first) is not None


def _spoilt(line: Line, first: int, cue: Cue) -> bool:
    """Whether the praise is denied, or what grows should not."""
    lacking = max((c.last for c in line.within("general_faults", first, cue.first)), default=None)
    if lacking is not None and not line.has("contrast", lacking, cue.first):
        return True  # "chưa thực sự sâu rộng, | hiệu quả"
    if line.at("rising_words", cue.first) is not None and line.has("bad_growers", first, cue.first):
        return True  # "giá cả | tăng nhanh"
    if line.before("weak_faults", cue.first) is not None or line.before("negators", cue.first) is not None:
        return True  # "chậm | được cải thiện"
    if line.at("negators", cue.first - 1) is not None:
        return True  # "chưa | được kiểm soát" has "chưa được"
    return line.any_at(cue.last, "weak_faults", "negators", "fault_cues") is not None  # "đạt hiệu quả | thấp"
