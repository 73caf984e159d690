"""Frames of speech: who says what, and from where on."""
