"""Strategies for what services give: quantities, services by name, stays, vouchers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from carerslib.money import Money
from carerslib.services import (
    OFFER_KINDS,
    BreakCode,
    Quantity,
    Service,
    ServiceStatus,
    ShortBreaks,
    Stay,
    System,
    Unit,
    Voucher,
)
from carerslib.testing.strategies.values import days, money

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["break_words", "quantities", "services", "short_breaks", "stays", "vouchers"]

_FIRST: Final = date(2012, 4, 1)
_LAST: Final = date(2019, 3, 31)
_MOST: Final = Money.pounds("100.00")


def quantities(unit: Unit | None = None) -> SearchStrategy[Quantity]:
    """Return quantities up to 200 of one unit, or of any, some of them in halves."""
    units = st.sampled_from(Unit) if unit is None else st.just(unit)
    amounts = st.integers(0, 200) | st.fractions(0, 200, max_denominator=2)
    return st.builds(Quantity, amounts, units)


def break_words() -> SearchStrategy[tuple[System, str, BreakCode]]:
    """Return a service, its own word for a break, and a code for it."""
    words = st.sampled_from(("short break", "respite", "replacement care", "carer's break"))
    return st.tuples(st.sampled_from(System), words, st.sampled_from(BreakCode))


def services(reference: str = "service") -> SearchStrategy[Service]:
    """Return services of every kind and of none, running and only suggested."""
    return st.builds(
        Service,
        reference=st.just(reference),
        title=st.sampled_from(("drop-in", "sitting", "information and advice")),
        kind=st.none() | st.sampled_from(OFFER_KINDS),
        status=st.none() | st.sampled_from(ServiceStatus),
        universal=st.none() | st.booleans(),
        starts=st.none() | days(_FIRST, _LAST),
    )


def stays(reference: str = "stay") -> SearchStrategy[Stay]:
    """Return stays of up to three weeks, in one of two places or in none that is recorded."""

    def built(given: tuple[date, int, str, int | None]) -> Stay:
        first, length, setting, intended = given
        last = first + timedelta(days=length - 1)
        return Stay(
            reference=reference, first=first, last=last, setting=setting, intended_days=intended
        )

    return st.tuples(
        days(_FIRST, _LAST),
        st.integers(1, 21),
        st.sampled_from(("Elm House", "Oak House", "")),
        st.none() | st.integers(1, 21),
    ).map(built)


def short_breaks() -> SearchStrategy[ShortBreaks]:
    """Return series of one to six stays of a child."""
    return st.builds(
        ShortBreaks,
        reference=st.just("series"),
        stays=st.lists(stays(), min_size=1, max_size=6),
        in_care=st.none() | st.booleans(),
        returns_home=st.none() | st.booleans(),
    )


def vouchers() -> SearchStrategy[Voucher]:
    """Return vouchers in money, in time, in both and in neither."""
    return st.builds(
        Voucher,
        st.just("voucher"),
        money=st.none() | money(Money.pence(1), _MOST),
        time=st.none() | quantities(Unit.HOUR),
    )
