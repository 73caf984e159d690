"""Which of the words that steer a speech stand where in a sentence: one pass over all tables of discourse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extractor.alphabet import ATOM
from extractor.document import Mark, Sentence
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import SpeechVerb

LISTS: Final = (
    "action_verbs", "action_verbs_short", "actor_determiners", "actor_fillers", "actor_nouns", "body_pronouns", "chair_verbs", "closing_verbs", "condition_openers", "conjunction_modals",
    "continuers", "contrast", "copulas", "cut_links", "deadline_openers", "demand_nouns", "directive_adverbs", "enumerators", "fault_cues", "fault_supports",
    "free_reason_openers", "fronted_openers", "future_markers", "general_faults", "governing_verbs", "item_links", "lead_in_counts", "lead_in_nouns", "lead_in_openers", "lead_markers", "matter_links", "meeting_links", "modals", "negators", "nominal_after", "nominal_before",
    "needs_addressee", "nominal_heads", "nominal_phrases", "oblique_markers", "paper_nouns", "past_markers", "petition_links", "plight_modals", "pointing_back", "praise_cues",
    "praise_nouns", "praise_supports", "predicate_markers", "prohibitions", "purpose_links", "reason_openers", "relative_heads", "report_markers", "relative_openers", "saying_verbs",
    "self_words", "speaker_heads", "speaker_pronouns", "speech_closers", "speech_openers", "support_links", "support_markers", "sure_faults", "sure_praises", "task_heads", "task_orders",
    "tense_markers", "then_markers", "towards_markers",
    "voice_nouns", "weak_faults", "weak_praises", "weak_speech",
)  # fmt: skip
SPEECH: Final = "speech_verbs"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of a table at atoms `first` to `last`; `verb` is the row of a speech verb."""

    first: int
    last: int
    word: str
    verb: SpeechVerb | None = None


@dataclass(slots=True)
class Line:
    """A sentence with its cues by role and first atom (the longest of each role), and the marks at each atom."""

    sentence: Sentence
    index: int
    cues: dict[str, dict[int, Cue]] = field(default_factory=dict)
    covers: list[Mark | None] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.sentence)

    def at(self, role: str, i: int) -> Cue | None:
        """The cue of this role that begins at atom i."""
        found = self.cues.get(role)
        return found.get(i) if found else None

    def any_at(self, i: int, *roles: str) -> Cue | None:
        """The longest cue of any of these roles that begins at atom i."""
        found = [cue for role in roles if (cue := self.at(role, i)) is not None]
        return max(found, key=lambda cue: cue.last) if found else None

    def before(self, role: str, i: int) -> Cue | None:
        """The longest cue of this role that ends before atom i."""
        found = self.cues.get(role)
        if not found:
            return None
        return next((cue for k in range(max(0, i - 6), i) if (cue := found.get(k)) is not None and cue.last == i), None)

    def within(self, role: str, first: int, last: int) -> Iterator[Cue]:
        """The cues of this role inside atoms `first` to `last`, left to right."""
        for k, cue in self.cues.get(role, {}).items():
            if k >= first and cue.last <= last:
                yield cue

    def char(self, i: int) -> str:
        """The folded code of atom i: itself for punctuation, "" beyond the sentence."""
        return self.sentence.plain[i] if 0 <= i < len(self.sentence.plain) else ""

    def mark_at(self, i: int) -> Mark | None:
        """The person, body, place, document or period that covers atom i."""
        return self.covers[i] if 0 <= i < len(self.covers) else None


class CueTable:
    """All tables of discourse in one lookup."""

    def __init__(self, book: Rulebook) -> None:
        self._words: dict[str, list[tuple[str, str, SpeechVerb | None]]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        free = book.alphabet.free
        lengths: dict[str, set[int]] = {}
        entries = [(name, word, None) for name in LISTS for word in book.words(name)]
        entries += [(SPEECH, word, row) for row in book.rows(SPEECH, SpeechVerb) for word in row.words]
        for role, word, row in entries:
            code = "".join([free(atom) for atom in ATOM.findall(word)])
            values = self._words.setdefault(code, [])
            if all(role != known for known, _, _ in values):
                values.append((role, word, row))
            lengths.setdefault(code[0], set()).add(len(code))
        self._lengths = {first: tuple(sorted(found)) for first, found in lengths.items()}

    def read(self, sentence: Sentence, index: int) -> Line:
        """The sentence with its cues. A cue of one syllable must be a word of its own."""
        line = Line(sentence, index, covers=covers(sentence))
        plain, codes = sentence.plain, sentence.codes
        words, known = self._words, self._lengths
        cues = line.cues
        for i, code in enumerate(plain):
            for length in known.get(code, ()):
                values = words.get(plain[i : i + length])
                if values is None or line.covers[i] is not None or (length == 1 and codes[i] != code and not _own(sentence, i)):
                    continue  # unknown, part of a longer word, or inside a name
                for role, word, row in values:
                    cues.setdefault(role, {})[i] = Cue(i, i + length, word, row)
        return line


def covers(sentence: Sentence) -> list[Mark | None]:
    """The outermost mark over each atom, of the kinds that a speech is about."""
    found: list[Mark | None] = [None] * len(sentence)
    for mark in sentence.kind("person", "organization", "place", "document"):
        for k in range(mark.first, mark.last):
            found[k] = found[k] or mark
    return found


def _own(sentence: Sentence, i: int) -> bool:
    """Whether a small syllable that the segmenter glued to a capital is a word of its own ("giao | Phó Thủ tướng")."""
    following = sentence.atom(i + 1)[0] if i + 1 < len(sentence) and sentence.words[i + 1] == sentence.words[i] else ""
    return following.isupper() and sentence.atom(i)[0].islower()
