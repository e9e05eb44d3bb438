"""Strategies for the lines of an authority, and for what is held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from hypothesis import strategies as st

from carerslib.clauses import (
    Cap,
    Delegation,
    Extent,
    Figure,
    Holder,
    Length,
    Line,
    Nature,
    Of,
    Only,
    Reading,
    Readings,
    Window,
)
from carerslib.money import Money
from carerslib.periods import DateRange, Day, Term
from carerslib.testing.strategies._vocabulary import (
    FIRST,
    LAST,
    OFFICES,
    TAGS,
    award_days,
    award_prices,
    sources,
    spans,
)
from carerslib.testing.strategies.values import date_ranges

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.clauses import Clause
    from carerslib.prices import Price

__all__ = [
    "caps",
    "delegations",
    "extents",
    "figures",
    "holders",
    "lengths",
    "lines",
    "numbers",
    "only",
    "readings",
    "simple_clauses",
    "windows",
]

T = TypeVar("T")

_YEARS: Final = ("2018/19", "2019/20", "2020/21")
_BOUNDS: Final = (
    Nature.CAP,
    Nature.BUDGET,
    Nature.AWARD_VALUE,
    Nature.ESTIMATE,
    Nature.EXPECTATION,
    Nature.UNPUBLISHED,
)
_UNITS: Final = (Money.pounds("0.01"), Money.pounds("0.02"), Money.pounds("10.00"))
_GROUPS: Final = ((), ("year",), ("contract",), ("lot",), ("service",), ("year", "lot"))
_PARTS: Final[tuple[dict[str, str], ...]] = (
    {},
    {"lot": "1"},
    {"service": "carers services"},
    {"year": "2018/19"},
    {"part": "options"},
)
_LEFT_OUT: Final[tuple[dict[str, str], ...]] = (
    {},
    {},
    {"lot": "2"},
    {"part": "uplift"},
    {"part": "options"},
)


def _all(values: list[T]) -> tuple[T, ...]:
    return (*values,)


def figures(natures: SearchStrategy[Nature] | None = None) -> SearchStrategy[Figure]:
    """Return figures of money of every nature, or of some, exact and rounded."""

    def stated(nature: Nature) -> SearchStrategy[Figure]:
        if nature is Nature.UNPUBLISHED:
            return st.just(Figure.unpublished())
        unit = st.none() | st.sampled_from(_UNITS)
        return st.builds(Figure, award_prices(), st.just(nature), unit)

    return (st.sampled_from(Nature) if natures is None else natures).flatmap(stated)


def numbers(natures: SearchStrategy[Nature] | None = None) -> SearchStrategy[Figure]:
    """Return figures that count things, from none to four."""

    def stated(nature: Nature) -> SearchStrategy[Figure]:
        if nature is Nature.UNPUBLISHED:
            return st.just(Figure.unpublished())
        return st.builds(Figure, st.integers(0, 4), st.just(nature))

    return (st.sampled_from(Nature) if natures is None else natures).flatmap(stated)


def caps(
    reference: str = "cap", natures: SearchStrategy[Nature] | None = None
) -> SearchStrategy[Cap]:
    """Return caps on amounts and on numbers, in all or for each group, of all or of a part."""
    bounds = st.sampled_from(_BOUNDS) if natures is None else natures
    groups: dict[str, SearchStrategy[Any]] = {
        "per": st.sampled_from(_GROUPS),
        "where": st.sampled_from(_PARTS),
        "without": st.sampled_from(_LEFT_OUT),
        "strict": st.booleans(),
    }
    named = st.just(reference)
    return st.one_of(
        st.builds(Cap, named, sources(), figures(bounds)),
        st.builds(Cap, named, sources(), figures(bounds), **groups),
        st.builds(
            Cap,
            named,
            sources(),
            numbers(bounds),
            of=st.just(Of.COUNT),
            distinct=st.sampled_from(("", "lot", "service")),
            **groups,
        ),
    )


def windows(reference: str = "window") -> SearchStrategy[Window]:
    """Return windows with two ends, with a first day alone, and with a last day alone."""
    named = st.just(reference)
    # all the days that are tried, often: otherwise what is proposed is hardly ever inside
    held = st.just(DateRange(FIRST, LAST)) | date_ranges(FIRST, LAST)
    return st.one_of(
        st.tuples(sources(), held).map(
            lambda pair: Window(reference, pair[0], pair[1].first, pair[1].last)
        ),
        st.builds(Window, named, sources(), first=award_days()),
        st.builds(Window, named, sources(), last=award_days() | st.just(LAST)),
    )


def lengths(reference: str = "length") -> SearchStrategy[Length]:
    """Return limits on the length of the whole and of the firm term, published or not."""
    of = st.sampled_from(("whole", "firm"))
    return st.builds(Length, st.just(reference), sources(), st.none() | spans(), of=of)


def only(reference: str = "only") -> SearchStrategy[Only]:
    """Return limits of scope, in one of the dimensions that contracts are given."""

    def limited(dimension: str) -> SearchStrategy[Only]:
        values = st.lists(st.sampled_from(TAGS[dimension]), min_size=1, unique=True)
        return st.builds(Only, st.just(reference), sources(), st.just(dimension), values)

    return st.sampled_from(sorted(TAGS)).flatmap(limited)


def holders(reference: str = "holder") -> SearchStrategy[Holder]:
    """Return clauses that name one or several holders."""
    names = st.lists(st.sampled_from(OFFICES), min_size=1, max_size=2, unique=True)
    return st.builds(Holder, st.just(reference), sources(), names)


def delegations() -> SearchStrategy[Delegation]:
    """Return recorded steps from one office to another, with days in force or without."""
    office = st.sampled_from(OFFICES)
    in_force = st.none() | date_ranges(FIRST, LAST)
    return st.builds(Delegation, office, office, sources(), in_force)


def readings(reference: str = "readings") -> SearchStrategy[Readings]:
    """Return two or three readings of the same words, each of one clause or two."""
    inner = st.lists(
        simple_clauses(), min_size=1, max_size=2, unique_by=lambda each: each.reference
    )

    def named(held: list[list[Clause]]) -> list[Reading]:
        return [Reading(f"reading {number}", each) for number, each in enumerate(held, start=1)]

    held = st.lists(inner, min_size=2, max_size=3).map(named)
    return st.builds(Readings, st.just(reference), sources(), held)


def simple_clauses(prefix: str = "") -> SearchStrategy[Clause]:
    """Return clauses of the most common kinds, each with the name of its kind as its reference."""
    return st.one_of(
        caps(f"{prefix}cap"),
        windows(f"{prefix}window"),
        lengths(f"{prefix}length"),
        only(f"{prefix}only"),
        holders(f"{prefix}holder"),
    )


def lines() -> SearchStrategy[Line]:
    """Return amounts, stated or not, with a year, with a lot, with both or with neither."""
    year = st.none() | st.sampled_from(_YEARS)
    lot = st.none() | st.sampled_from(TAGS["lot"])

    def tagged(price: Price | None, year: str | None, lot: str | None) -> Line:
        pairs = (("lot", lot), ("year", year))
        return Line(price, tuple((name, value) for name, value in pairs if value is not None))

    return st.builds(tagged, st.none() | award_prices(), year, lot)


def extents() -> SearchStrategy[Extent]:
    """Return what a request may extend over, anything from nothing stated to everything."""
    ends = st.tuples(_imprecise(), _imprecise())

    def made(
        ends: tuple[Day | None, Day | None],
        term: Term | None,
        held: tuple[Line, ...],
        *,
        whole: bool,
    ) -> Extent:
        first, last = ends
        if whole or term is None:
            return Extent(first, last, term, held)
        return Extent(first, last, None, held, at_least=term)

    return st.builds(
        made,
        ends.filter(_in_order),
        st.none() | spans(),
        st.lists(lines(), max_size=3).map(_all),
        whole=st.booleans(),
    )


def _imprecise() -> SearchStrategy[Day | None]:
    return st.one_of(
        st.none(),
        award_days(),
        award_days().map(lambda day: DateRange.month(day.year, day.month)),
        award_days().map(lambda day: DateRange.year(day.year)),
    )


def _in_order(ends: tuple[Day | None, Day | None]) -> bool:
    first, last = ends
    if first is None or last is None:
        return True
    earliest = first.first if isinstance(first, DateRange) else first
    return earliest <= (last.last if isinstance(last, DateRange) else last)
