"""Records the assessments of a speech: praise and blame by their own words, and clauses that go on with them."""

from __future__ import annotations

from extractor.discourse.addressees import known_body, of_a_country, one_body
from extractor.discourse.authority import BOTH
from extractor.discourse.frames.frame import Frame
from extractor.discourse.judgements.assess import Assessment, AssessmentReader
from extractor.discourse.judgements.tones import LIST_NOUNS, Tone, instances, is_finding, leans, tells_on
from extractor.discourse.recorder import Recorder
from extractor.discourse.state import Article
from extractor.discourse.words.clauses import skip_light
from extractor.discourse.words.cues import Line
from extractor.rulebook.book import Rulebook


class AssessmentRecorder:
    """Records what one article's speakers praise and blame."""

    def __init__(self, book: Rulebook, article: Article, recorder: Recorder) -> None:
        self._owners = frozenset(book.words("owner_markers"))
        self._article = article
        self._recorder = recorder
        self._assessments = AssessmentReader(article.sources)

    def assess(
        self, line: Line, first: int, last: int, tone: Tone | None, *, strong: bool, tones: frozenset[Tone] = BOTH
    ) -> bool:
        """The assessments of these tones in the stretch; whether there are any."""
        state, before_all, general = self._article.state, len(self._article.found), False
        read = self._assessments.read(line, first, last, tone, strong=strong, denials=state.inspects)
        for found in read if tones else ():
            if found.tone not in tones:
                continue
            if state.demanding:
                state.demanding = False
                state.forget_addressee()
            state.address(line, found.actor if found.actor is None or not of_a_country(found.actor) else None)
            before = state.addressee, state.addressee_source
            if found.actor is None and state.addressee is None:
                state.address(line, known_body(self._article, self._owners, line, found.first, found.last))
            rule = "recognition.praise" if found.tone == "recognition" else "shortcoming.fault"
            self._recorder.add(line, found.tone, found.first, found.last, rule)
            self._open_list(line, found)
            state.addressee, state.addressee_source = before
            general = general or (found.actor is not None and not one_body(line, found.actor))
        if general:
            state.forget_addressee()  # "một số đơn vị" answer for no more than is said of them here
        return len(self._article.found) > before_all

    def judge(self, line: Line, first: int, last: int, tones: frozenset[Tone], frame: Frame | None) -> bool:
        """Whether the clause judges, by its own words or as one that goes on with what was judged before."""
        if self.assess(line, first, last, None, strong=False, tones=tones):
            return True
        if frame is None and self._goes_on(line, first, last):
            return True
        return (frame is None or frame.subjectless) and self._exemplifies(line, first, last, tones)

    def _open_list(self, line: Line, found: Assessment) -> None:
        """What names results or faults as such opens a list of them: "đạt kết quả tích cực. | Xuất khẩu tăng …"."""
        state = self._article.state
        presides = state.source is not None and state.source.person and self._article.ranks.presides(state.source)
        named = line.has(LIST_NOUNS[found.tone], found.first, found.last)
        if named or not presides:
            state.mood = found.tone if presides or state.inspects else None

    def _goes_on(self, line: Line, first: int, last: int) -> bool:
        """Whether who presides goes on listing what is good or bad: "xuất khẩu tăng gần 19%" behind praise."""
        state = self._article.state
        i = skip_light(line, first, last)
        if line.has("contrast", first, i):
            state.mood = None
        if state.mood is None:
            return False
        finding = state.inspects and state.mood == "shortcoming" and is_finding(line, first, i, last)
        told = finding or tells_on(line, i, last, state.mood)
        if not told and not leans(line, i, last, state.mood):
            return False
        return self.assess(line, first, last, state.mood, strong=True)

    def _exemplifies(self, line: Line, first: int, last: int, tones: frozenset[Tone]) -> bool:
        """Whether the clause shows by an example what was judged just before: "Cụ thể, ba bộ cùng quản lý …; …"."""
        opener = line.at("example_openers", 0) or line.at("example_openers", 1)
        found = self._article.found[-1] if self._article.found else None
        if opener is None or found is None or line.index == 0 or line.at("predicate_markers", opener.last) is not None:
            return False  # "Ví dụ được nêu là …" names none
        near = (line.sentence, self._article.lines[line.index - 1].sentence)
        tone = next((tone for tone in tones if tone == found.kind), None)
        if tone is None or found.stretch.sentence not in near or not instances(line, first, last):
            return False
        return self.assess(line, max(first, opener.last), last, tone, strong=True)
