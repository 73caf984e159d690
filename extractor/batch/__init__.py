"""Many articles: read → extract → write, one line of the manifest for each. No article stops another.

task       an article to do, with what an earlier run said of it (prior)
article    the whole way of one article, to its line
pool       worker processes; worker, timing: what runs in one
journal    what is done, on the disk as it is done
run        all of these in a row: read this first
"""

from extractor.batch.lines import KINDS, Line, Summary, reason
from extractor.batch.run import Ask, prepare, run
from extractor.batch.settings import TIMEOUT, Settings
from extractor.store.folder import MANIFEST

__all__ = ["KINDS", "MANIFEST", "TIMEOUT", "Ask", "Line", "Settings", "Summary", "prepare", "reason", "run"]
