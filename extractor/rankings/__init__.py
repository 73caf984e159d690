"""Places in an order: what the rules of `record: ranking` find, with subject, tail, change, score and period."""

from extractor.rankings.reader import RankingReader

__all__ = ["RankingReader"]
