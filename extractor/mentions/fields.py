"""The field of a body: "Sở | Nông nghiệp và Phát triển nông thôn", "Công ty | CP Hòa Phát", "Sở | TN&MT"."""

from __future__ import annotations

from extractor.mentions.bodies import Org
from extractor.mentions.names import Names
from extractor.mentions.places import PlaceFinder
from extractor.mentions.view import ACRONYM, CAPITAL, LOWER, View
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Body, Office, SpeechVerb

_LONGEST_REST = 6  # atoms of a field in small letters behind a capitalised word
_LONGEST_FIELD = 9  # atoms of a field that no list knows

_NAMELESS = frozenset({"union", "party", "inspection", "police", "department", "ministry", "office", "front"})

Heads = Phrases[tuple[str, Body]]
"""The heads of bodies: the word as the table writes it, and its row."""


class FieldReader:
    """Reads the field behind a body's head."""

    def __init__(self, book: Rulebook, names: Names, places: PlaceFinder, heads: Heads) -> None:
        self._names, self._places, self._bodies = names, places, heads
        self._fields = book.phrases("body_fields")
        self._links = book.phrases("name_links")
        self._list_links = book.phrases("body_list_links")
        self._forms = book.phrases("company_forms")
        self._middles = frozenset(book.words("middle_names"))
        self._verbs = book.phrases("action_verbs")
        says = (word for row in book.rows("speech_verbs", SpeechVerb) for word in row.words)
        self._says = Phrases(book.alphabet, ((word, word) for word in [*says, *book.words("modals")]))
        self._stops = book.phrases("np_stop")
        titles = (word for row in book.rows("offices", Office) for word in row.words)
        self._people = Phrases(book.alphabet, ((word, word) for word in [*titles, *book.words("honorifics")]))

    def add(self, view: View, org: Org, *, plural: bool) -> None:
        """Add the field: a phrase of the list, an abbreviation, or a capitalised name."""
        i = org.last
        if plural and view.atom(i) == ":":
            i += 1
        form = self._forms.at(view.sentence, i)
        while form is not None and org.row is not None and org.row.kind in ("enterprise", "bank"):
            org.field, org.last, i = (org.last, form[0]), form[0], form[0]
            form = self._forms.at(view.sentence, i)
        if org.row is not None and org.row.kind == "committee" and (task := self._to_place(view, i, task=True)) > i:
            org.field, org.last = (i, task), task
            return
        if view.case(org.first) == LOWER and self._people.at(view.sentence, i) is not None:
            return  # "… cho doanh nghiệp Chủ tịch UBND tỉnh …": a heading runs into its sentence
        if org.row is not None and org.row.kind == "union" and self._bodies.at(view.sentence, i) is not None:
            return  # "Công đoàn | Tổng công ty Điện lực": the body whose people it unites
        last = self._one_field(view, i) if not self._holder(view, org, i) else None
        if last is None or self._is_verb(view, org, i, last):
            return
        last = self._to_place(view, last)
        if plural:
            last = self.more(view, last)
        org.field, org.last = (org.field[0] if org.field else i, last), last

    def _holder(self, view: View, org: Org, i: int) -> bool:
        """Whether the person who leads it stands behind a body that bears nobody's name: "Tỉnh Đoàn | Lê Văn Tám"."""
        office = org.row is not None and org.row.kind in _NAMELESS
        return office and bool(self._names.surname(view, i)) and view.atom(i + 1) in self._middles

    def more(self, view: View, last: int) -> int:
        """Where a list of fields ends: "các Bộ Y tế, Nội vụ, Kế hoạch và Đầu tư"."""
        while (link := self._list_links.at(view.sentence, last)) is not None and view.upper(link[0]):
            more = self._one_field(view, link[0])
            if more is None or self._bodies.at(view.sentence, link[0]) is not None:
                break
            last = more
        return last

    def _is_verb(self, view: View, org: Org, i: int, last: int) -> bool:
        """Whether a field in small letters is the verb of a sentence: "Sở xây dựng kế hoạch", "bệnh viện tổ chức"."""
        if view.case(i) != LOWER or (verb := self._verbs.at(view.sentence, i)) is None or verb[0] < last:
            return False
        return view.upper(org.first) or org.row is None or org.row.kind not in ("department", "ministry")

    def _to_place(self, view: View, i: int, *, task: bool = False) -> int:
        """Where a field in small letters goes on to if a place ends it: "Truyền | máu huyết học | TP.HCM".

        A committee's `task` is told with verbs: "Ban Chỉ đạo | phòng, chống tham nhũng | tỉnh".
        """
        for j in range(i, min(i + (_LONGEST_FIELD if task else _LONGEST_REST), len(view))):
            if j > i and (view.upper(j) or task) and (where := self._places.where(view, j)) is not None:
                return j if where.named or task else i
            if view.case(j) != LOWER and not (task and view.atoms[j] == "," and j > i):
                return i
            verb = self._verbs.at(view.sentence, j) is not None
            ends = self._says.at(view.sentence, j) if task else verb
            if ends or (not verb and self._stops.at(view.sentence, j)):
                return i
        return i

    def _one_field(self, view: View, i: int) -> int | None:
        known = self._fields.at(view.sentence, i)
        if known is not None:
            return self._name_run(view, known[0]) if self._goes_on(view, known[0]) else known[0]
        if view.case(i) == ACRONYM and self._places.gazetteer(view, i) is None:
            return self._acronyms(view, i)
        if view.case(i) == CAPITAL and self._places.where(view, i) is None:
            return self._name_run(view, i) if self._names.openers.at(view.sentence, i) is None else None
        return None

    def _goes_on(self, view: View, i: int) -> bool:
        """Whether a capitalised name follows a known field, in a firm's name ("Công ty Cổ phần Hòa Phát")."""
        return (
            view.upper(i)
            and self._names.openers.at(view.sentence, i) is None
            and self._places.where(view, i) is None
            and not self._names.surname(view, i)
            and (self._bodies.at(view.sentence, i) is None)
        )

    def _acronyms(self, view: View, i: int) -> int:
        """ "NN&PTNT", "KH- CN", "LĐ-TB&XH": capitals joined by ampersands and hyphens."""
        last = i + 1
        while last + 1 < len(view) and view.atom(last) in ("&", "-", "–", ",", "/") and view.case(last + 1) == ACRONYM:
            if not (view.joined(last) or view.joined(last + 1)):
                break
            last += 2
        return last

    def _name_run(self, view: View, i: int) -> int:
        """Capitalised syllables, the rest of their words, and links between them, up to a place or a person's name."""
        last = i
        while last < len(view) and last - i < _LONGEST_FIELD:
            if view.upper(last):
                if last > i and self._ends_name(view, last):
                    break
                last += 1
            elif view.case(last) == LOWER and last > i and not view.sentence.ends_word(last) and view.upper(last - 1):
                last += 1
            elif last > i and (link := self._links.at(view.sentence, last)) and view.upper(link[0]):
                if view.atom(last) in ("-", "–") and not view.joined(last) and self._ends_name(view, link[0]):
                    break
                last = link[0]
            else:
                break
        return last

    def _ends_name(self, view: View, i: int) -> bool:
        """Whether a capital at i begins something else: a person, a place, the body above, a sentence."""
        if self._names.openers.at(view.sentence, i) is not None:
            return True
        if self._names.surname(view, i) and view.run(i) - i >= 2 and self._names.full_name(view, i) > i:
            return True
        return self._places.where(view, i) is not None or self._bodies.at(view.sentence, i) is not None
