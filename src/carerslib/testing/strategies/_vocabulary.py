"""The few names, days and amounts that clauses and contracts share, so that they meet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from carerslib.citations import Citation
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.prices import Price
from carerslib.testing.strategies.values import days, prices, terms

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["FIRST", "LAST", "OFFICES", "TAGS", "award_days", "award_prices", "sources", "spans"]

TAGS: Final = {
    "service": ("carers services", "home care", "advice"),
    "lot": ("1", "2"),
    "area": ("north",),
}
"""The dimensions, and their values, that clauses and contracts share."""

OFFICES: Final = ("director", "assistant director", "head of service")
"""Those who hold powers, and those to whom they are delegated."""

FIRST: Final = date(2018, 4, 1)
"""The first of the days that are tried."""

LAST: Final = date(2024, 3, 31)
"""The last of the days that are tried."""

_MOST: Final = Money.pounds("2000.00")


_MINUTE: Final = Citation.record("Cabinet, 22 June 2017")


def sources() -> SearchStrategy[Citation]:
    """Return citations of a few paragraphs of one minute, some with their words."""
    paragraphs = (_MINUTE.at("paragraph (c)"), _MINUTE.at("paragraph (d)").quoting("up to £2,000"))
    return st.sampled_from((_MINUTE, *paragraphs))


def award_days() -> SearchStrategy[date]:
    """Return days from 1 April 2018 to 31 March 2024, those two and their neighbours often."""
    edges = (FIRST, date(2018, 4, 2), date(2018, 3, 31), date(2023, 3, 31), date(2023, 4, 1))
    return st.sampled_from(edges) | days(FIRST, LAST)


def award_prices() -> SearchStrategy[Price]:
    """Return prices up to £2,000.00, often in hundreds of pounds with VAT not stated."""
    hundreds = st.integers(0, 20).map(lambda count: Price.as_stated(Money.pence(count * 10_000)))
    return hundreds | prices(_MOST)


def spans() -> SearchStrategy[Term]:
    """Return lengths up to seven years, whole years often."""
    years = st.integers(1, 6).map(lambda count: Term(years=count))
    return years | terms(max_months=72, max_days=400)
