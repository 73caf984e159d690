"""The form under which texts are searched: no tone mark, no letter mark, no case.

SQLite's `remove_diacritics` leaves đ as it is, so the fold is ours and the index holds its result.
"""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans("đĐ", "dd")


def folded(text: str) -> str:
    """A text as it is searched.

    >>> folded("Ủy ban nhân dân, ĐƯỜNG hoà")
    'uy ban nhan dan, duong hoa'
    """
    apart = unicodedata.normalize("NFD", text.translate(_LETTERS).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))
