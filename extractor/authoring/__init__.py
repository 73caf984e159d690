"""The rule author's bench: check rules, explain a sentence, write a rule's skeleton, measure rules on texts."""
