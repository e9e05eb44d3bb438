"""Strategies for funds, their stipulations, and the entries that may be offered to them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from carerslib.clauses import Only, Window
from carerslib.funds import (
    CarryForward,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Stipulation,
    StipulationKind,
    Unspent,
)
from carerslib.money import ZERO, Money
from carerslib.testing.strategies._vocabulary import sources
from carerslib.testing.strategies.values import days, money

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["entries", "funds", "stipulations"]

_FIRST: Final = date(2018, 4, 1)
_LAST: Final = date(2020, 3, 31)
_PURPOSES: Final = ("breaks", "training", "advice")
_HEADS: Final = ("own money", "ceiling", "rest")
_DOCUMENTS: Final = ("invoice 1", "invoice 2")
_REFERENCES: Final = tuple(f"entry {number}" for number in range(12))
_MOST: Final = Money.pounds("2000.00")
_KINDS: Final = (
    EntryKind.ALLOCATION,
    EntryKind.RECEIPT,
    EntryKind.COMMITMENT,
    EntryKind.EXPENDITURE,
    EntryKind.ACCRUAL,
    EntryKind.CARRY_FORWARD,
    EntryKind.RETURN,
)


def stipulations(reference: str = "terms") -> SearchStrategy[Stipulation]:
    """Return conditions, restrictions and expectations on purposes and days."""

    def built(kind: StipulationKind) -> SearchStrategy[Stipulation]:
        purposes = st.lists(st.sampled_from(_PURPOSES), min_size=1, unique=True)
        only = st.builds(
            Only, st.just(f"{reference}, purpose"), sources(), st.just("purpose"), purposes
        )
        window = st.builds(
            Window, st.just(f"{reference}, days"), sources(), last=days(_FIRST, _LAST)
        )
        unspent = [None, Unspent.KEEP]
        carry_forward = [None, *CarryForward]
        if kind is not StipulationKind.EXPECTATION:
            carry_forward.remove(CarryForward.NOT_READ)
        if kind is StipulationKind.CONDITION:
            unspent.append(Unspent.RETURN)
        return st.builds(
            Stipulation,
            st.just(reference),
            st.just(kind),
            st.sampled_from(("the department", "the council")),
            sources(),
            clauses=st.tuples(only) | st.tuples(only, window),
            ring_fence=st.booleans(),
            carry_forward=st.sampled_from(carry_forward),
            unspent=st.sampled_from(unspent),
        )

    return st.sampled_from(StipulationKind).flatmap(built)


def funds() -> SearchStrategy[Fund]:
    """Return funds with none, one or two stipulations, with heads and without."""
    heads = (Head("own money", allotted=True), Head("ceiling", at_most=_MOST), Head("rest"))
    return st.builds(
        Fund,
        st.just("fund"),
        st.just("the council"),
        sources(),
        st.sampled_from(FundType),
        stipulations=st.just(())
        | st.tuples(stipulations())
        | st.tuples(stipulations(), stipulations("more terms")),
        heads=st.sampled_from(((), heads)),
        by_year=st.booleans(),
    )


def entries() -> SearchStrategy[Entry]:
    """Return entries for the funds that :func:`funds` gives, few of whose references differ.

    So some repeat a reference or a document, resolve an order that is not there, or ask for too
    much.
    """
    said: dict[str, Any] = {
        "amount": money(ZERO, _MOST),
        "counts_for": days(_FIRST, _LAST),
        "recorded_on": days(_FIRST, _LAST),
        "head": st.none() | st.sampled_from(_HEADS),
        "purpose": st.none() | st.sampled_from(_PURPOSES),
        "document": st.none() | st.sampled_from(_DOCUMENTS),
    }
    named = st.sampled_from(_REFERENCES)
    return st.one_of(
        st.builds(Entry, named, st.sampled_from(_KINDS), **said),
        st.builds(Entry, named, st.just(EntryKind.EXPENDITURE), **said, order=named),
        st.builds(Entry, named, st.just(EntryKind.EXPENDITURE), **said, settles=named),
        st.builds(Entry, named, st.just(EntryKind.RELEASE), **said, order=named),
        st.builds(
            Entry, named, st.just(EntryKind.VIREMENT), **said, to_head=st.sampled_from(_HEADS)
        ),
        st.builds(
            Entry,
            named,
            st.just(EntryKind.CORRECTION),
            **said,
            corrects=st.sampled_from((EntryKind.EXPENDITURE, EntryKind.ALLOCATION)),
        ),
        st.builds(
            Entry,
            named,
            st.just(EntryKind.CORRECTION),
            **{**said, "document": st.sampled_from(_DOCUMENTS)},
            corrects=st.sampled_from((EntryKind.EXPENDITURE, EntryKind.ALLOCATION)),
            voids=st.just(value=True),
        ),
    )
