"""Which of the words that steer a speech stand where in a sentence: one pass over all tables of discourse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from extractor.document import Mark, Sentence
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import SpeechVerb

LISTS: Final = (
    "act_makers", "action_heads", "action_verbs", "action_verbs_short", "actor_determiners", "actor_fillers",
    "actor_nouns", "addressee_pronouns", "aim_openers", "announcing_verbs", "asking_words", "bad_signs",
    "body_pronouns", "burden_openers", "caption_marks", "carrying_verbs", "cause_openers", "chair_verbs",
    "clause_takers", "closing_verbs", "comma_phrases", "company_links", "concession_openers", "concluding_adverbs",
    "condition_openers", "conjunction_modals", "consequence_verbs", "continuers", "contrast", "conveying_verbs",
    "copulas", "counting_verbs", "cut_links", "deadline_openers", "degree_words", "demand_voices",
    "directive_adverbs", "duty_modals", "embracing_verbs", "enumerators", "equal_parties", "event_subjects",
    "example_openers", "existence_words", "fault_cues", "fault_list_nouns", "fault_list_openers", "fault_supports",
    "field_verbs", "figure_faults", "free_reason_openers", "fronted_openers", "full_verbs", "future_markers",
    "general_faults", "general_pronouns", "given_nouns", "giving_verbs", "good_signs", "governing_verbs",
    "harmless_lacks", "having_starts", "having_verbs", "helping_verbs", "indefinites", "inspecting_verbs",
    "inspection_papers", "inspection_scenes", "issuing_verbs", "item_links", "laymen", "lead_in_counts",
    "lead_in_nouns", "lead_in_openers", "lead_markers", "leader_heads", "letting_verbs", "matter_links",
    "means_openers", "meeting_links", "meeting_nouns", "meeting_partners", "met_people", "modals", "named_orders",
    "natural_subjects", "needed_things", "needs_addressee", "negators", "nominal_after", "nominal_before",
    "nominal_heads", "nominal_phrases", "noun_takers", "object_links", "oblique_markers", "opinion_nouns",
    "ordering_papers", "origin_markers", "outcome_verbs", "owner_markers", "paper_continuers", "paper_nouns",
    "paper_places", "paper_pronouns", "part_links", "part_openers", "passive_markers", "past_markers",
    "petition_nouns", "place_links", "plight_modals", "pointing_back", "pointing_bodies", "poll_voices",
    "praise_cues", "praise_nouns", "praise_supports", "predicate_markers", "presenting_verbs", "prohibitions",
    "promising_verbs", "proposal_ends", "proposal_nouns", "purpose_links", "quote_openers", "reason_nouns",
    "reason_openers", "receiving_verbs", "recipient_markers", "regarding_verbs", "relative_heads",
    "relative_openers", "remaining_times", "remedies", "remedy_nouns", "report_markers", "rule_markers",
    "ruling_verbs", "sanction_verbs", "saying_verbs", "self_words", "series_heads", "showing_verbs",
    "side_markers", "solution_nouns", "speaker_heads", "speaker_pronouns", "speech_closers", "speech_closers_weak",
    "speech_openers", "state_markers", "stative_faults", "submitting_verbs", "support_links", "support_markers",
    "sure_faults", "sure_praises", "task_heads", "task_nouns", "task_orders", "task_starts", "tense_markers",
    "that_markers", "then_markers", "time_adverbs", "time_openers", "titling_verbs", "towards_markers",
    "unfinished_markers", "unreal_markers", "verb_modals", "voice_heads", "voice_nouns", "voice_people",
    "warnings", "weak_faults", "weak_praises", "weak_speech", "wish_modals",
)  # fmt: skip
SPEECH: Final = "speech_verbs"
ORDERING: Final = "ordering_papers"
_KIND: Final = 2
"""Syllables of a paper's kind."""


@dataclass(slots=True, eq=False)
class Cue:
    """A word of a table at atoms `first` to `last`; `verb` is the row of a speech verb.

    Not frozen: there are hundreds in an article, and a frozen one costs four times as much to make.
    """

    first: int
    last: int
    word: str
    verb: SpeechVerb | None = None

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(slots=True, eq=False)
class Word:
    """A word of the tables, so many atoms long, with the roles that it has: `cues` leads from each to the word."""

    text: str
    length: int
    verb: SpeechVerb | None = None
    cues: dict[str, Word] = field(default_factory=dict)

    def cue(self, i: int) -> Cue:
        """The word where it stands at atom i."""
        return Cue(i, i + self.length, self.text, self.verb)


_NONE: Final[list[Cue]] = []


@dataclass(slots=True)
class Line:
    """A sentence with the words of discourse at each atom, and the marks. `plain` and `signs` are the sentence's own.

    Most of the words are never asked for, so a cue is made when it is.
    """

    sentence: Sentence
    index: int
    covers: list[Mark | None]
    plain: str
    signs: list[str]
    lit: dict[int, dict[str, Word]] = field(default_factory=dict)
    """for each atom at which a word begins, left to right, the longest of each role"""
    ends: dict[int, list[int]] = field(default_factory=dict)
    """for each atom before which a word ends, where such words begin, left to right"""
    roles: frozenset[str] = frozenset()
    """of all words that stand in it"""
    seams: list[int] | None = None
    """what `glue.seams` found"""
    _of: dict[str, list[Cue]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.covers)

    def at(self, role: str, i: int) -> Cue | None:
        """The cue of this role that begins at atom i."""
        here = self.lit.get(i)
        if here is None or role not in here:
            return None
        word = here[role]
        return Cue(i, i + word.length, word.text, word.verb)

    def any_at(self, i: int, *roles: str) -> Cue | None:
        """The longest cue of any of these roles that begins at atom i."""
        here = self.lit.get(i)
        if here is None:
            return None
        best: Word | None = None
        for role in roles:
            if role in here and (best is None or here[role].length > best.length):
                best = here[role]
        return None if best is None else Cue(i, i + best.length, best.text, best.verb)

    def before(self, role: str, i: int) -> Cue | None:
        """The longest cue of this role that ends before atom i."""
        for k in self.ends.get(i, ()):
            word = self.lit[k].get(role)
            if word is not None and k + word.length == i:
                return Cue(k, i, word.text, word.verb)
        return None

    def of(self, role: str) -> list[Cue]:
        """All cues of this role, left to right; the list is no caller's own."""
        if role not in self.roles:
            return _NONE
        found = self._of.get(role)
        if found is None:
            found = self._of[role] = [words[role].cue(i) for i, words in self.lit.items() if role in words]
        return found

    def within(self, role: str, first: int, last: int) -> Iterator[Cue]:
        """The cues of this role inside atoms `first` to `last`, left to right."""
        for cue in self.of(role):
            if cue.first >= first and cue.last <= last:
                yield cue

    def has(self, role: str, first: int, last: int) -> bool:
        """Whether a cue of this role lies inside atoms `first` to `last`."""
        return role in self.roles and any(cue.first >= first and cue.last <= last for cue in self.of(role))

    def char(self, i: int) -> str:
        """The folded code of atom i: itself for punctuation, "" beyond the sentence."""
        return self.signs[i] if 0 <= i < len(self.signs) else ""

    def mark_at(self, i: int) -> Mark | None:
        """The person, body, place, document or period that covers atom i."""
        return self.covers[i] if 0 <= i < len(self.covers) else None


class CueTable:
    """All tables of discourse in one lookup."""

    def __init__(self, book: Rulebook) -> None:
        self._words: dict[str, Word] = {}
        self._starts: dict[str, _Start] = {}
        spell = book.alphabet.spell
        entries: list[tuple[str, str, SpeechVerb | None]]
        entries = [(name, word, None) for name in LISTS for word in book.words(name)]
        entries += [(SPEECH, word, row) for row in book.rows(SPEECH, SpeechVerb) for word in row.words]
        for role, text, row in entries:
            code = spell(text)
            word = self._words.setdefault(code, Word(text, len(code)))
            if role not in word.cues:
                word.cues[role] = word
                word.verb = word.verb or row
            start = self._starts.setdefault(code[0], _Start())
            if len(code) == 1:
                start.alone = word
            elif len(code) not in (lengths := start.longer.get(code[1], ())):
                start.longer[code[1]] = tuple(sorted([*lengths, len(code)]))

    def read(self, sentence: Sentence, index: int) -> Line:
        """The sentence with its cues. A cue of one syllable must be a word of its own."""
        plain, signs, joins = sentence.plain, sentence.signs, sentence.joins
        line = Line(sentence, index, covers(sentence), plain, signs)
        words, end = self._words, len(plain)
        marked, lit, ends = line.covers, line.lit, line.ends
        following = iter(signs)
        next(following, None)
        for i, (start, second) in enumerate(zip_longest(map(self._starts.get, signs), following)):
            if start is None or marked[i] is not None:
                continue  # no cue, or inside a name
            word = start.alone
            if word is not None:
                joined = joins[i + 1] or (joins[i] and marked[i - 1] is None)  # a name's end is the end of a word
                if not joined or _own(sentence, i):
                    lit[i] = word.cues
                    ends.setdefault(i + 1, []).append(i)
            for length in start.longer.get(second, ()):
                last = i + length
                word = words.get(plain[i:last]) if last <= end else None
                if word is not None and marked[last - 1] is None:
                    lit[i] = {**lit[i], **word.cues} if i in lit else word.cues
                    ends.setdefault(last, []).append(i)
        self._papers(line)
        line.roles = frozenset().union(*lit.values())
        return line

    def _papers(self, line: Line) -> None:
        """Note the papers that order by their kind, though a name covers it: "Chỉ thị số 16/CT-TTg"."""
        for mark in line.sentence.kind("document"):
            word = self._words.get(line.plain[mark.first : mark.first + _KIND])
            if word is not None and ORDERING in word.cues:
                line.lit[mark.first] = {ORDERING: Word(word.text, mark.last - mark.first)}


@dataclass(slots=True)
class _Start:
    """What may begin with a syllable: the phrase that it is by itself, and how long those are that go on with each
    second syllable, shortest first."""

    alone: Word | None = None
    longer: dict[str | None, tuple[int, ...]] = field(default_factory=dict)


def covers(sentence: Sentence) -> list[Mark | None]:
    """The outermost mark over each atom, of the kinds that a speech is about."""
    found: list[Mark | None] = [None] * len(sentence)
    for mark in sentence.kind("person", "organization", "place", "document"):
        for k in range(mark.first, mark.last):
            found[k] = found[k] or mark
    return found


def _own(sentence: Sentence, i: int) -> bool:
    """Whether a small syllable that the segmenter glued to a capital is a word of its own ("giao | Phó Thủ tướng")."""
    following = sentence.atoms[i + 1][0] if sentence.joins[i + 1] else ""
    return following.isupper() and sentence.atom(i)[0].islower()
