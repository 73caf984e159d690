"""Praise and blame: their words, and the clauses that judge."""
