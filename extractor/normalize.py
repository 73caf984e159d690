"""`tidy` makes the `text` of a record; `fold` makes the form of a syllable that is only ever compared.

`tidy` changes no visible character: NFC, white space tidied, invisible marks (BOM, zero-width space, soft hyphen)
dropped. `fold` is for matching alone: case, tone placement (hoà = hòa), i/y (tỉ = tỷ), typographic quotes, ð for đ.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractor.wrapping import joined

FOLDED_MOST = 50_000
"""Syllables whose folded form is remembered: Vietnamese has some 7,000, in several cases each."""
INVISIBLE = "\u200b\ufeff\u00ad"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def tidy(text: str) -> str:
    """The text in NFC, one paragraph a line (also where lines were broken at a width), single spaces, no empty line.

    >>> tidy("Trên  địa bàn \\r\\n\\r\\n tỉnh\\u00a0Lạng Sơn")
    'Trên địa bàn\\ntỉnh Lạng Sơn'
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return "\n".join(joined(text.splitlines()))


# Where the tone mark stands in the open rhymes oa, oe, uy is a matter of school, not of sound: "hòa" and "hoà" are
# one word (Hoàng Phê, Từ điển tiếng Việt, spells hoà; newspapers print both). The later position is taken as canonical.
_TONE_PLACEMENT = {
    first + second: plain + moved
    for plain, toned in (("o", "òóỏõọ"), ("u", "ùúủũụ"))
    for first, *tones in zip(toned, "àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ", strict=True)
    for second, moved in zip("aey", tones, strict=True)
    if (plain == "o") == (second in "ae")
}
_MOVE = re.compile("|".join(_TONE_PLACEMENT))
# i and y as the whole rhyme after h, k, l, m, s, t (and qu) sound the same and are spelt both ways: kỹ/kĩ, quý/quí.
_I_TO_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
_IY = re.compile(r"\A(?:[hklmst]|qu)[iìíỉĩị]\Z")
# Typographic marks as plain ones; and the Icelandic ð (capital Ð) that old keyboards wrote for the Vietnamese đ.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "ð": "đ"}
)


@lru_cache(maxsize=FOLDED_MOST)
def fold(syllable: str) -> str:
    """One syllable (or punctuation mark) in the form under which rules and text are compared.

    >>> fold("Hòa"), fold("TỈ"), fold("“"), fold("Ðồng")
    ('hoà', 'tỷ', '"', 'đồng')
    """
    syllable = syllable.lower().translate(_PLAIN)
    syllable = _MOVE.sub(lambda m: _TONE_PLACEMENT[m[0]], syllable)
    return syllable.translate(_I_TO_Y) if _IY.match(syllable) else syllable
