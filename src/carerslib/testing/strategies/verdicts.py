"""Strategies for findings and verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from carerslib.testing.strategies._vocabulary import sources
from carerslib.testing.strategies.values import (
    days,
    imprecise_days,
    money,
    prices,
    terms,
)
from carerslib.verdicts import Aspect, Finding, Missing, Remedy, Result, Verdict

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.verdicts import Part

__all__ = ["findings", "remedies", "verdicts"]

_NAMES: Final = st.text("abc é|*\n", min_size=1, max_size=6)
_MISSING: Final = st.builds(Missing, _NAMES, _NAMES)


def remedies() -> SearchStrategy[Remedy]:
    """Return remedies of every kind: an amount, a day, a length, a number."""
    return st.builds(
        lambda field, nearest, amount: Remedy(field, nearest, "change by", amount),
        st.sampled_from(("value", "first_day", "last_day", "term")),
        money() | days() | terms() | st.integers(0, 100),
        money() | days() | terms() | st.integers(0, 100),
    )


def findings(
    results: SearchStrategy[Result] | None = None, *, binding: bool | None = None
) -> SearchStrategy[Finding]:
    """Return findings of every result, or of some; binding, advisory, or of both kinds."""
    measured = (
        st.none()
        | money()
        | prices()
        | terms()
        | imprecise_days()
        | st.integers(0, 100)
        | _NAMES
        | st.lists(_NAMES, max_size=3).map(lambda names: (*names,))
    )
    return st.builds(
        Finding,
        rule=_NAMES,
        title=_NAMES,
        result=st.sampled_from(Result) if results is None else results,
        aspect=st.sampled_from(Aspect),
        subject=_NAMES,
        citation=sources(),
        measured=measured,
        comparison=st.sampled_from(("", "at most", "one of")),
        permitted=measured,
        missing=st.lists(_MISSING, max_size=2).map(lambda each: (*each,)),
        remedy=st.none() | remedies(),
        binding=st.booleans() if binding is None else st.just(binding),
        asked=st.booleans(),
        note=st.just("") | _NAMES,
    )


def verdicts(
    parts: SearchStrategy[Part] | None = None, max_parts: int = 4
) -> SearchStrategy[Verdict]:
    """Return verdicts that combine findings, and verdicts over findings, in all three ways."""
    leaves = findings() if parts is None else parts

    def combined(inner: SearchStrategy[Part]) -> SearchStrategy[Verdict]:
        held = st.lists(inner, max_size=max_parts)
        return st.one_of(
            st.builds(Verdict.all_of, held, title=_NAMES, subject=_NAMES),
            st.builds(Verdict.any_of, held, title=_NAMES, subject=_NAMES),
            st.builds(Verdict.agree, held, title=_NAMES, subject=_NAMES),
            st.lists(inner, min_size=1, max_size=max_parts).flatmap(_with_one_chosen),
        )

    return combined(leaves | combined(leaves))


def _with_one_chosen(held: list[Part]) -> SearchStrategy[Verdict]:
    chosen = st.sampled_from([part.title for part in held])
    return st.builds(Verdict.agree, st.just(held), title=_NAMES, chosen=chosen)
