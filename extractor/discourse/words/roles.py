"""The roles of words that steer a speech. Each is a word list of `rules/`, but for the table of speech verbs.

A closed type, so that the type checker finds a role that no list has: asked by a wrong name, no word would have it.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Role = Literal[
    "act_makers", "action_heads", "action_verbs", "action_verbs_short", "actor_determiners", "actor_fillers",
    "actor_nouns", "addressee_pronouns", "aim_openers", "announcing_verbs", "asking_words", "bad_growers",
    "bad_signs", "body_pronouns", "burden_openers", "calendar_words", "calling_verbs", "caption_marks",
    "carrying_verbs", "cause_openers", "chair_verbs", "clause_takers", "closing_verbs", "comma_phrases",
    "company_links", "concession_openers", "concluding_adverbs", "condition_openers", "conjunction_modals",
    "consequence_verbs", "continuers", "contrast", "conveying_verbs", "copulas", "counting_verbs", "cut_links",
    "dangers", "deadline_openers", "degree_words", "demand_voices", "denials", "directive_adverbs",
    "duty_modals", "embracing_verbs", "enumerators", "equal_parties", "event_subjects", "example_openers",
    "existence_words", "fault_cues", "fault_list_nouns", "fault_list_openers", "fault_supports", "field_verbs",
    "fields_openers", "figure_faults", "finding_continuers", "free_reason_openers", "fresh_predicates",
    "fronted_openers", "full_verbs", "future_markers", "general_faults", "general_pronouns", "given_nouns",
    "giving_verbs", "good_signs", "governing_verbs", "harmless_faults", "harmless_lacks", "having_starts",
    "having_verbs", "helping_verbs", "indefinites", "inspecting_verbs", "inspection_papers",
    "inspection_scenes", "issuing_verbs", "item_links", "laymen", "lead_in_counts", "lead_in_nouns",
    "lead_in_openers", "lead_markers", "leader_heads", "letting_verbs", "matter_links", "may_markers",
    "means_openers", "meeting_links", "meeting_nouns", "meeting_partners", "met_people", "misconduct_verbs",
    "modals", "named_orders", "natural_subjects", "needed_things", "needs_addressee", "negators",
    "nominal_after", "nominal_before", "nominal_heads", "nominal_phrases", "noun_takers", "object_links",
    "oblique_markers", "opinion_nouns", "ordering_papers", "origin_markers", "outcome_verbs",
    "overcome_markers", "owner_markers", "paper_continuers", "paper_nouns", "paper_places", "paper_pronouns",
    "part_links", "part_openers", "passive_markers", "past_markers", "petition_nouns", "place_links",
    "plight_modals", "pointing_back", "pointing_bodies", "poll_voices", "praise_cues", "praise_nouns",
    "praise_supports", "predicate_markers", "presenting_verbs", "price_nouns", "prohibitions",
    "promising_verbs", "proposal_ends", "proposal_nouns", "purpose_links", "quote_openers", "reason_nouns",
    "reason_openers", "receiving_verbs", "recipient_markers", "regarding_verbs", "relative_heads",
    "relative_openers", "remaining_times", "remedies", "remedy_nouns", "report_markers", "rising_words",
    "rule_markers", "ruling_verbs", "sanction_verbs", "saying_verbs", "self_words", "series_heads",
    "showing_verbs", "side_markers", "solution_nouns", "speaker_heads", "speaker_pronouns", "speech_closers",
    "speech_closers_weak", "speech_openers", "state_markers", "stative_faults", "stative_praises",
    "submitting_verbs", "support_links", "support_markers", "sure_faults", "sure_praises", "task_heads",
    "task_nouns", "task_orders", "task_starts", "tense_markers", "that_markers", "then_markers", "time_adverbs",
    "time_openers", "titling_verbs", "towards_markers", "trend_markers", "unfinished_markers", "unreal_markers",
    "urging_verbs", "verb_modals", "voice_heads", "voice_nouns", "voice_people", "warnings", "weak_faults",
    "weak_praises", "weak_speech", "wish_modals", "speech_verbs",
]  # fmt: skip
Roles = tuple[Role, ...]

SPEECH: Final = "speech_verbs"
ORDERING: Final = "ordering_papers"
LISTS: Final[Roles] = tuple(role for role in get_args(Role) if role != SPEECH)
