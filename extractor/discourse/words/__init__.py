"""The words that steer a speech, where they stand, and the clauses that they part."""
