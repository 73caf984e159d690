"""The two ways in which underthesea itself is left to decide."""


class UnknownModelError(Exception):
    """The installed underthesea is not the one whose tokens this package reproduces."""


class UnsureError(Exception):
    """This sentence is one for underthesea itself: rounding, or a version of Unicode, may decide its words."""
