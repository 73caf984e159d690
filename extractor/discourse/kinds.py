"""An order or a proposal: by the verb, else by the ranks of who asks and who is asked."""

from __future__ import annotations

from typing import Literal

from extractor.discourse.ranks import higher
from extractor.discourse.state import Article

Kind = Literal["recommendation", "recognition", "shortcoming", "directive"]


def kind_of(article: Article, *, must: bool) -> Kind:
    """An order or a proposal: by the verb, else by rank; who holds an office orders with "phải" (`must`)."""
    state = article.state
    assert state.source is not None
    if state.verb.act == "directive":
        abroad = article.ranks.words.abroad.state(state.addressee_source)
        asks = state.source.layman or abroad or higher(state.addressee_source, state.source)
        return "recommendation" if asks else "directive"
    if state.verb.act == "recommendation":
        return "recommendation"
    to = state.addressee_source
    nobody = to is None and state.verb.act == "by_rank" and not state.source.person
    if article.ranks.words.abroad.asked(state.addressee, to):
        return "recommendation"
    if (to is None or to.rank is None) and article.ranks.over(state.source, state.addressee):
        return "directive"
    if state.lay and to is None and article.ranks.is_authority(state.source):
        return "recommendation" if (state.trigger or "").lower() in article.ranks.words.polite else "directive"
    beside = state.equal or article.ranks.beside(state.source, state.addressee)
    if beside or (nobody and not article.ranks.sent_out(state.source)):
        return "recommendation"  # "Chính phủ đề nghị …": who is not told may stand above
    if to is not None and state.source.speaks_for(to):
        others = (state.addressee or "").startswith(f"{to.name},")
        to = None
        if not others:  # "(Thủ tướng:) | Chính phủ, các bộ, ngành phải …" speaks to the others too
            state.forget_addressee()
    if to is None and article.ranks.below(state.source, state.addressee):
        return "recommendation"
    if article.ranks.above(state.source, to):
        return "directive"
    rank = state.source.rank
    named = state.addressee is not None and (to is None or to.rank is None or (rank is not None and rank < to.rank))
    if state.paper and rank is not None and named:
        return "directive"  # who issues a paper orders whom it names
    told = to is None and (must or state.addressee is not None) and article.ranks.governs(state.source)
    return "directive" if told else "recommendation"
