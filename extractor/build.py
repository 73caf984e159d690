"""Marks and found records to the models of the contract: ids, offsets, order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from extractor import model
from extractor.consistency import Contradiction
from extractor.document import Document, Mark, Sentence
from extractor.found import FoundAction, FoundComparison, FoundFigure, FoundPeriod, FoundRanking, Stretch
from extractor.mentions import values

ARTICLE_ID_LENGTH = 16


def build(
    document: Document,
    figures: list[FoundFigure],
    rankings: list[FoundRanking],
    actions: list[FoundAction],
    contradictions: Iterable[Contradiction],
    *,
    source: model.Source,
    article: model.Article,
    rules_version: str,
) -> model.Record:
    """The record of one article. Ids count within their list: m1, a1, t1, p1, r1, k1, c1, x1."""
    achieved = _numbered("a", (f for f in figures if f.mark.kind == "quantity" and f.status == "achieved"))
    planned = _numbered("t", (f for f in figures if f.mark.kind == "quantity" and f.status == "planned"))
    ids = {id(f): i for i, f in [*achieved, *planned]}
    percents = _numbered("p", (f for f in figures if f.mark.kind == "percent"))
    status = {id(f.mark): f.status for f in figures}
    groups = {g: f"g{n}" for n, g in enumerate(dict.fromkeys(a.group for a in actions if a.group is not None), 1)}
    recommended = [a for a in actions if a.kind == "recommendation"]
    concluded = [a for a in actions if a.kind != "recommendation"]
    return model.Record(
        rules_version=rules_version,
        id=source.sha256[:ARTICLE_ID_LENGTH],
        source=source,
        article=article,
        text=document.text,
        mentions=_mentions(document, status),
        achievements=[_figure(i, f) for i, f in achieved],
        targets=[_figure(i, f) for i, f in planned],
        percentages=[_percentage(i, f, ids) for i, f in percents],
        rankings=[_ranking(f"r{n}", r) for n, r in enumerate(rankings, 1)],
        recommendations=[_action(f"k{n}", a, groups) for n, a in enumerate(recommended, 1)],
        conclusions=[_action(f"c{n}", a, groups) for n, a in enumerate(concluded, 1)],
        checks=[_check(f"x{n}", c) for n, c in enumerate(contradictions, 1)],
    )


def _numbered(letter: str, figures: Iterable[FoundFigure]) -> list[tuple[str, FoundFigure]]:
    return [(f"{letter}{n}", f) for n, f in enumerate(figures, 1)]


def _span(stretch: Stretch) -> model.Span:
    return model.Span(start=stretch.start, end=stretch.end, text=stretch.text)


def _period(found: FoundPeriod | None) -> model.Period | None:
    if found is None:
        return None
    return model.Period(text=found.text, start_date=found.value.start, end_date=found.value.end)


def _evidence(f: FoundFigure) -> Stretch:
    first = f.mark.first if f.evidence_first is None else f.evidence_first
    return Stretch(f.sentence, first, f.mark.last)


def _figure(id_: str, f: FoundFigure) -> model.Figure:
    v: values.QuantityValue = f.mark.value
    evidence = _evidence(f)
    return model.Figure(
        id=id_, start=evidence.start, end=evidence.end, text=evidence.text, rule=f.rule,
        quantity=model.Quantity(
            start=f.stretch.start, end=f.stretch.end, text=f.stretch.text, value=v.value, high=v.high,
            comparator=v.comparator, unit=v.unit, unit_kind=v.unit_kind, base_value=v.base_value, base_unit=v.base_unit,
        ),
        direction=f.change, indicator=f.indicator, action=f.action, actor=f.actor, status=f.status,
        period=_period(f.period), comparison=_comparison(f.comparison),
    )  # fmt: skip


def _comparison(c: FoundComparison | None) -> model.Comparison | None:
    if c is None:
        return None
    return model.Comparison(
        text=c.text, kind=c.kind, direction=c.direction, change=c.change, change_unit=c.change_unit,
        period=_period(c.period), computed_baseline=c.computed_baseline, comparator=c.comparator,
        change_high=c.change_high,
    )  # fmt: skip


def _percentage(id_: str, f: FoundFigure, ids: dict[int, str]) -> model.Percentage:
    v: values.PercentValue = f.mark.value
    evidence = _evidence(f)
    return model.Percentage(
        id=id_, start=evidence.start, end=evidence.end, text=evidence.text, rule=f.rule,
        percent=model.Amount(
            start=f.stretch.start, end=f.stretch.end, text=f.stretch.text, value=v.value, high=v.high,
            comparator=v.comparator,
        ),
        direction=f.direction, basis=f.basis, indicator=f.indicator, status=f.status, period=_period(f.period),
        figure=ids.get(id(f.qualifies)) if f.qualifies else None,
    )  # fmt: skip


def _ranking(id_: str, r: FoundRanking) -> model.Ranking:
    s = r.stretch
    return model.Ranking(
        id=id_, start=s.start, end=s.end, text=s.text, rule=r.rule, subject=r.subject, rank=r.rank,
        rank_high=r.rank_high, out_of=r.out_of, population=r.population, criterion=r.criterion, change=r.change,
        score=r.score, status=r.status, period=_period(r.period),
    )  # fmt: skip


def _action(id_: str, a: FoundAction, groups: dict[int, str]) -> model.Action:
    s = a.stretch
    return model.Action(
        id=id_, start=s.start, end=s.end, text=s.text, rule=a.rule, kind=a.kind, speaker=a.speaker,
        addressee=a.addressee, support=a.support, trigger=a.trigger, action=a.action, deadline=_period(a.deadline),
        group=None if a.group is None else groups[a.group],
    )  # fmt: skip


def _check(id_: str, c: Contradiction) -> model.Check:
    return model.Check(id=id_, kind=c.kind, message=c.message, spans=[_span(s) for s in c.stretches])


# --- mentions -----------------------------------------------------------------------------------------------------


def _mentions(document: Document, status: dict[int, model.Status]) -> list[model.Mention]:
    found: list[model.Mention] = []
    for s in document.sentences:
        for m in s.marks:
            make = _MENTIONS.get(m.kind)
            if make and m.value is not None:  # a rank's change and score only keep their numbers from being counted
                found.append(make(f"m{len(found) + 1}", s, m, status.get(id(m))))
    return found


def _at(s: Sentence, first: int, last: int) -> dict[str, object]:
    return {"start": s.starts[first], "end": s.ends[last - 1], "text": s.slice(first, last)}


def _quantity_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.QuantityValue = m.value
    return model.QuantityMention.model_validate(
        {
            "id": id_, **_at(s, m.first, m.last), "value": v.value, "high": v.high, "comparator": v.comparator,
            "unit": v.unit, "unit_kind": v.unit_kind, "base_value": v.base_value, "base_unit": v.base_unit,
            "status": status,
        }
    )  # fmt: skip


def _percent_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.PercentValue = m.value
    at = _at(s, m.first, m.last)
    return model.PercentMention.model_validate(
        {"id": id_, **at, "value": v.value, "high": v.high, "comparator": v.comparator}
    )


def _rank_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.NumberValue = m.value
    return model.RankMention.model_validate(
        {"id": id_, **_at(s, m.first, m.last), "rank": v.value, "rank_high": v.high, "out_of": v.whole}
    )


def _period_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.PeriodValue = m.value
    return model.PeriodMention.model_validate(
        {"id": id_, **_at(s, m.first, m.last), "start_date": v.start, "end_date": v.end}
    )


def _person_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.PersonValue = m.value
    first, last = getattr(v, "name_first", None), getattr(v, "name_last", None)
    at = _at(s, first, last) if first is not None and last is not None else _at(s, m.first, m.last)
    return model.PersonMention.model_validate(
        {"id": id_, **at, "role": v.role, "organization": v.organization, "canonical": v.name}
    )


def _organization_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.OrganizationValue = m.value
    return model.OrganizationMention.model_validate(
        {"id": id_, **_at(s, m.first, m.last), "canonical": v.canonical, "level": v.level}
    )


def _place_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.PlaceValue = m.value
    return model.PlaceMention.model_validate(
        {"id": id_, **_at(s, m.first, m.last), "canonical": v.canonical, "kind": v.kind}
    )


def _document_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.DocumentValue = m.value
    return model.DocumentMention.model_validate(
        {"id": id_, **_at(s, m.first, m.last), "canonical": v.canonical, "number": v.number}
    )


def _abbreviation_mention(id_: str, s: Sentence, m: Mark, status: model.Status | None) -> model.Mention:
    v: values.AbbreviationValue = m.value
    return model.AbbreviationMention.model_validate({"id": id_, **_at(s, m.first, m.last), "expansion": v.expansion})


_MENTIONS: dict[str, Callable[[str, Sentence, Mark, model.Status | None], model.Mention]] = {
    "quantity": _quantity_mention,
    "percent": _percent_mention,
    "rank": _rank_mention,
    "period": _period_mention,
    "person": _person_mention,
    "organization": _organization_mention,
    "place": _place_mention,
    "document": _document_mention,
    "abbreviation": _abbreviation_mention,
}
