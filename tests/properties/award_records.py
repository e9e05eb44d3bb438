"""Awards that are stated well enough to be inside their limits about as often as outside."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from carerslib.awards import AWARD, EXTEND, GRANT, MODIFY, Authority, Proposal
from carerslib.citations import Citation
from carerslib.clauses import Line, Taken, Unlimited
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import ByYear, FinancialYear, Term
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

    from carerslib.clauses import Clause

__all__ = [
    "ALL",
    "FIRST",
    "MINUTE",
    "OPEN_WORDS",
    "PEOPLE",
    "acts",
    "authority",
    "awards",
    "hundreds",
    "years",
]

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
ALL: Final = (AWARD, EXTEND, GRANT, MODIFY)
PEOPLE: Final = ("director", "assistant director", "head of service")
FIRST: Final = date(2018, 4, 1)
OPEN_WORDS: Final = (
    Unlimited("any amount", MINUTE, "amount"),
    Unlimited("any time", MINUTE, "period"),
)
"""Beside a limit, so that what it does not limit is no reason to leave the answer open."""

_YEARS: Final = st.sampled_from([FinancialYear(2018), FinancialYear(2019)])
_LOTS: Final = st.sampled_from(("1", "2"))


def authority(*clauses: Clause, reference: str = "c") -> Authority:
    return Authority(reference, MINUTE, ALL, clauses)


def hundreds(most: int = 20) -> SearchStrategy[Price]:
    """Return prices in whole hundreds of pounds, with no word on VAT."""
    return st.integers(0, most).map(lambda count: Price.as_stated(Money.pence(count * 10_000)))


def years(most: int = 3) -> SearchStrategy[Term]:
    return st.integers(1, most).map(lambda count: Term(years=count))


def _lines(of_lots: dict[str, Price]) -> dict[str, Any]:
    return {"amounts": [Line(price, {"lot": lot}) for lot, price in of_lots.items()]}


def _by_lot_and_year(drawn: dict[tuple[str, FinancialYear], Price]) -> dict[str, Any]:
    return {
        "amounts": [
            Line(price, {"lot": lot, "year": str(year)}) for (lot, year), price in drawn.items()
        ]
    }


_AMOUNTS: Final[SearchStrategy[dict[str, Any]]] = st.one_of(
    hundreds().map(lambda price: {"value": price}),
    st.dictionaries(_LOTS, hundreds(10), min_size=1).map(_lines),
    st.dictionaries(_YEARS, hundreds(10), min_size=1).map(
        lambda held: {"by_year": ByYear.of(held)}
    ),
    st.dictionaries(st.tuples(_LOTS, _YEARS), hundreds(8), min_size=1, max_size=3).map(
        _by_lot_and_year
    ),
)
_PLACES: Final = st.fixed_dictionaries(
    {
        "lot": st.lists(_LOTS, min_size=1, max_size=2, unique=True),
        "service": st.lists(
            st.sampled_from(("carers services", "home care", "advice")), min_size=1, unique=True
        ),
        "area": st.just(["north"]),
    }
)


def _contract(  # noqa: PLR0913, PLR0917 - what a contract states
    reference: str,
    after: int,
    term: Term,
    amounts: dict[str, Any],
    options: list[Option],
    tags: dict[str, list[str]],
    number: int,
) -> Contract:
    first = FIRST + timedelta(days=after)
    if "amounts" in amounts:
        tags = {name: values for name, values in tags.items() if name != "lot"}
    return Contract(
        reference, first, term=term, options=options, tags=tags, number=number, **amounts
    )


def awards(references: Iterable[str] = ("A", "B", "C")) -> SearchStrategy[Contract]:
    """Return contracts whose days and amounts are stated, with options or without."""
    return st.builds(
        _contract,
        st.sampled_from(tuple(references)),
        st.sampled_from((0, 0, 0, 1, 30, 365)),
        years(),
        _AMOUNTS,
        st.just([]) | st.lists(st.builds(Option, years(2), hundreds(5)), max_size=2),
        _PLACES,
        st.sampled_from((1, 1, 1, 2)),
    )


def acts(references: Iterable[str] = ("A", "B", "C")) -> SearchStrategy[Proposal]:
    """Return proposals to make awards, to take options up, or to change what was awarded."""
    people = st.sampled_from(PEOPLE) | st.lists(
        st.sampled_from(PEOPLE), min_size=2, max_size=3, unique=True
    )
    shared = {
        "by": people,
        "on": st.sampled_from((FIRST - timedelta(days=30), FIRST, FIRST + timedelta(days=200))),
        "facts": st.fixed_dictionaries(
            {},
            optional={
                "waiver": st.sampled_from((True, True, False, FIRST - timedelta(days=60))),
                "new framework": st.sampled_from((FIRST, FIRST + timedelta(days=1500))),
            },
        ),
        "linked": st.just({}) | awards(("Z",)).map(lambda other: {"other": other}),
    }
    taken = st.builds(Taken, st.sampled_from((None, 1, 2)), st.sampled_from((1, 1, 2)), years(2))
    alone = st.builds(
        Contract,
        st.sampled_from(tuple(references)),
        value=st.none() | hundreds(5),
        tags=_PLACES,
    )
    made = st.builds(Proposal, st.sampled_from((AWARD, AWARD, GRANT)), awards(references), **shared)
    extended = st.builds(Proposal, st.just(EXTEND), alone, takes=taken, **shared)
    return st.one_of(made, made, extended)
