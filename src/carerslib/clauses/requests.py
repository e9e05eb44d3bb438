"""What a clause may ask of a proposal or an entry: who, what, when and how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses._given import check_each, check_pairs, check_text, pairs_of, several
from carerslib.clauses._measures import UNBOUNDED, UNKNOWN, add, of_price
from carerslib.clauses._years import begun, touched_by
from carerslib.clauses.figures import Measure
from carerslib.errors import InvalidValueError, require
from carerslib.periods import (
    DateRange,
    Day,
    FinancialYear,
    Term,
    check_day,
    earliest,
    format_day,
    latest,
)
from carerslib.prices import FREE_OF_VAT, Price

if TYPE_CHECKING:
    from carerslib.basis import Basis

__all__ = [
    "LIKE_WITH_LIKE",
    "NO_PARTICULARS",
    "Delegation",
    "Extent",
    "Fact",
    "Group",
    "Line",
    "Particulars",
    "Request",
    "Taken",
]

_MONTHS: Final = 12
_BEFORE_ALL: Final = date.min.toordinal() - 1
_AFTER_ALL: Final = date.max.toordinal() + 1

LIKE_WITH_LIKE: Final = "VAT is stated on neither side: compared like with like"
"""What a finding says of two amounts that both leave VAT unstated."""

Group: TypeAlias = "tuple[str, ...]"
"""The values, one for each dimension of a cap, that a figure is counted under."""

_Tags: TypeAlias = "tuple[tuple[str, str], ...]"


@final
@attrs.frozen
class Delegation:
    """One recorded step by which a holder passed a power on.

    ``in_force`` includes both days; None where the record sets no days.
    """

    giver: str
    receiver: str
    source: Citation
    in_force: DateRange | None = None

    def __attrs_post_init__(self) -> None:
        require(
            *(
                InvalidValueError(field, value, "the name of an office or person's post")
                for field, value in (("giver", self.giver), ("receiver", self.receiver))
                if not (isinstance(value, str) and value)
            ),
            *check_each("source", (self.source,), Citation, "a Citation of the delegation"),
            *check_each("in_force", (self.in_force,), DateRange | None, "a DateRange, or None"),
        )


def _tags(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> _Tags:
    return pairs_of(given)  # type: ignore[no-any-return]


@final
@attrs.frozen
class Line:
    """One amount of a request and what it is for: a year, a lot, a head, a recipient.

    ``price`` is None where it is not stated. ``what`` names it where it is reported missing.
    ``place`` says where in its contract it stands: in the firm part, an option or the uplift.
    """

    price: Price | None
    tags: _Tags = attrs.field(default=(), converter=_tags)
    what: str = "value"
    place: _Tags = attrs.field(default=(), eq=False, repr=False)
    like: Measure = attrs.field(init=False, eq=False, repr=False)
    bounds: Measure = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            *check_each("price", (self.price,), Price | None, "a Price, or None if not stated"),
            check_pairs("tags", self.tags),
            check_text("what", self.what),
        )
        object.__setattr__(self, "like", of_price(self.price, like=True))
        object.__setattr__(self, "bounds", of_price(self.price, like=False))

    def tag(self, dimension: str) -> str | None:
        """Give the line's own value of a dimension, or None where it states none."""
        every = (*self.tags, *self.place)
        return next((value for name, value in every if name == dimension), None)


def _problems(extent: Extent) -> list[InvalidValueError | None]:
    found = [
        None if isinstance(day, DateRange) or day is None else check_day(field, day)
        for field, day in (("first_day", extent.first), ("last_day", extent.last))
    ]
    found += check_each("term", (extent.term,), Term | None, "a Term, or None if not stated")
    found += check_each("at_least", (extent.at_least,), Term | None, "a Term, or None")
    found += check_each("lines", several(extent.lines), Line, "a Line")
    if extent.last == date.max:
        expected = "a day before 31 December 9999, or None where no end is stated"
        found.append(InvalidValueError("last_day", extent.last, expected))
    if any(found) or extent.first is None or extent.last is None:
        return found
    if latest(extent.last) < earliest(extent.first):
        expected = f"a day not before the first day, {format_day(extent.first)}"
        return [InvalidValueError("last_day", extent.last, expected)]
    return []


def _on_vat(lines: tuple[Line, ...]) -> str:
    """Say how amounts stand beside a limit that does not say whether it includes VAT."""
    prices = [line.price for line in lines if line.price is not None]
    free = {price.treatment for price in prices if price.unstated is None}
    words = sorted(FREE_OF_VAT.get(each, "without VAT") for each in free)
    if not words:
        return LIKE_WITH_LIKE
    some = "part of " if any(price.unstated is not None for price in prices) else ""
    what = f"{some}the amount is {' or '.join(words)}"
    return f"{what}; the limit does not say whether it includes VAT"


@cache
def _of_year(year: str) -> Group:
    """Give the group of a year, the same object every time: it is looked up for every contract."""
    return (year,)


@final
@attrs.frozen
class Extent:
    """From when to when, how long, and for how much, as far as it is stated.

    ``first`` and ``last`` are both inclusive; ``term`` is the length where one is stated or follows
    from the days; where a part of it is not stated, ``at_least`` is what the others come to.
    ``lines`` are the amounts; none are stated where it is empty. ``parts`` are the last day and the
    length of the firm term, and of each option after it. ``on_vat`` is what a finding says
    of them beside a limit that states no VAT. ``starts`` and ``ends`` are the earliest first day
    and the latest last day as ordinals, which are quick to compare; a day that is not stated lies
    outside all days. ``lasts`` is the length in months where both days are known, a part of a month
    counted as one; else more than any.
    """

    first: Day | None = None
    last: Day | None = None
    term: Term | None = None
    lines: tuple[Line, ...] = ()
    at_least: Term | None = None
    parts: tuple[tuple[Day | None, Term | None], ...] = ()
    first_from: date | None = attrs.field(init=False, eq=False, repr=False)
    first_to: date | None = attrs.field(init=False, eq=False, repr=False)
    last_from: date | None = attrs.field(init=False, eq=False, repr=False)
    last_to: date | None = attrs.field(init=False, eq=False, repr=False)
    starts: int = attrs.field(init=False, eq=False, repr=False)
    ends: int = attrs.field(init=False, eq=False, repr=False)
    length: Term | None = attrs.field(init=False, eq=False, repr=False)
    lasts: int = attrs.field(init=False, eq=False, repr=False)
    all_like: tuple[tuple[Group, Measure], ...] = attrs.field(init=False, eq=False, repr=False)
    all_bounds: tuple[tuple[Group, Measure], ...] = attrs.field(init=False, eq=False, repr=False)
    by_year: tuple[tuple[Group, Measure], ...] | None = attrs.field(
        init=False, eq=False, repr=False
    )
    dimensions: frozenset[str] = attrs.field(init=False, eq=False, repr=False)
    on_vat: str = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        require(*_problems(self))
        fill = object.__setattr__
        first, last = self.first, self.last
        fill(self, "first_from", None if first is None else earliest(first))
        fill(self, "first_to", None if first is None else latest(first))
        fill(self, "last_from", None if last is None else earliest(last))
        fill(self, "last_to", None if last is None else latest(last))
        fill(self, "starts", _BEFORE_ALL if first is None else earliest(first).toordinal())
        fill(self, "ends", _AFTER_ALL if last is None else latest(last).toordinal())
        length, lasts = self.term, UNBOUNDED
        if isinstance(first, date) and isinstance(last, date):
            length = DateRange(first, last).length
            lasts = length.months + (length.days > 0)
        fill(self, "length", length)
        fill(self, "lasts", lasts)
        like: Measure = 0 if self.lines else UNKNOWN
        bounds = like
        for line in self.lines:
            like, bounds = add(like, line.like), add(bounds, line.bounds)
        fill(self, "all_like", (((), like),))
        fill(self, "all_bounds", (((), bounds),))
        fill(self, "by_year", self._years())
        named = [name for line in self.lines for name, _ in line.tags]
        fill(self, "dimensions", frozenset(named))
        fill(self, "on_vat", _on_vat(self.lines))

    def _years(self) -> tuple[tuple[Group, Measure], ...] | None:
        """Give the plain amount of each year, or None where the lines do not say."""
        totals: dict[Group, Measure] = {}
        for line in self.lines:
            year = line.tag("year")
            if year is None or not isinstance(line.like, int):
                return None
            group = _of_year(year)
            totals[group] = add(totals.get(group, 0), line.like)
        return tuple(totals.items())

    @property
    def longest(self) -> Term | None:
        """The longest that the days leave open, from the earliest first day; None if no end."""
        first, last = self.first_from, self.last_to
        if first is None or last is None or last == date.max:
            return None
        return DateRange(first, last).length

    @property
    def shortest(self) -> Term | None:
        """The shortest that the days leave open, from the latest first day; None if they do not.

        It is one day where the first day may be as late as the last.
        """
        first, last = self.first_to, self.last_from
        if first is None or last is None or first == date.max:
            return None
        return DateRange(first, max(first, last)).length

    @property
    def years(self) -> tuple[str, ...]:
        """The financial years that the days touch; empty where they are not known."""
        return touched_by(self.first, self.last)

    @property
    def named_years(self) -> tuple[FinancialYear, ...]:
        """The financial years that its amounts name, where they are written as here."""
        found: list[FinancialYear] = []
        for line in self.lines:
            try:
                found.append(FinancialYear.parse(line.tag("year") or ""))
            except InvalidValueError:
                continue
        return tuple(found)

    @property
    def begun(self) -> Term | None:
        """The least that it lasts for an amount of its last own year to be due; None if not known.

        A fourth year has begun on the day after three.
        """
        named = [line.tag("contract year") or "" for line in self.lines]
        last = max([int(year) for year in named if year.isdecimal()], default=0)
        return Term(months=_MONTHS * (last - 1), days=1) if last > 1 else None

    @property
    def contract_years(self) -> tuple[str, ...]:
        """The years of the contract that have begun by its end, from "1"; empty if not known."""
        return () if self.length is None else begun(self.length)


@final
@attrs.frozen
class Fact:
    """What the record says of a condition: met, not met, or not known, and since which day.

    ``met`` is None where the record is silent or unclear. ``on`` is the day on which it was met.
    """

    met: bool | None
    on: Day | None = None

    def __attrs_post_init__(self) -> None:
        met, on = self.met, self.on
        require(
            *check_each(
                "met", (met,), bool | None, "True, False, or None where it is not recorded"
            ),
            None if on is None or isinstance(on, DateRange) else check_day("on", on),
            InvalidValueError("on", on, "no day for what was not met")
            if on is not None and met is False
            else None,
        )


@final
@attrs.frozen
class Taken:
    """The option, or the run of options, that a request takes up.

    ``number`` is that of the first, from 1; None where it is the next of its contract. ``times`` is
    how many are taken at once, ``term`` how long they run together; None where not stated.
    """

    number: int | None = None
    times: int = 1
    term: Term | None = None

    def __attrs_post_init__(self) -> None:
        term = self.term
        require(
            _from_one("number", 1 if self.number is None else self.number),
            _from_one("times", self.times),
            *check_each("term", (term,), Term | None, "a Term, or None if not stated"),
        )


def _from_one(field: str, value: object) -> InvalidValueError | None:
    known = type(value) is int and value > 0
    return None if known else InvalidValueError(field, value, "a whole number from 1")


@final
@attrs.frozen
class Particulars:
    """What else a request states, which few clauses ask for.

    ``facts`` are conditions by name; ``takes`` the option taken up; ``offered`` the length of each
    option that the contract offers; ``number`` how many contracts alike it stands for, the figures
    being those of all together; ``linked`` other contracts by name; ``contract`` the reference of
    the contract, where that of the request is another; ``counted`` how many of the contracts are
    counted already.
    """

    facts: Mapping[str, Fact] = attrs.field(factory=dict)
    takes: Taken | None = None
    offered: tuple[Term | None, ...] = ()
    number: int = 1
    linked: Mapping[str, Extent] = attrs.field(factory=dict)
    contract: str = ""
    counted: int = 0


NO_PARTICULARS: Final = Particulars()
"""Nothing else is stated."""


class Request(Protocol):
    """A proposal or an entry, as a clause sees it."""

    @property
    def reference(self) -> str:
        """The caller's own key."""

    @property
    def power(self) -> str:
        """The power that someone wants to use."""

    @property
    def by(self) -> str | tuple[str, ...] | None:
        """Who wants to use it, alone or together; None where that is not stated."""

    @property
    def on(self) -> Day | None:
        """The day of the act; None where that is not stated."""

    @property
    def chain(self) -> tuple[Delegation, ...]:
        """The recorded delegations relied on."""

    @property
    def tags(self) -> Mapping[str, frozenset[str]]:
        """What it is for, by dimension: service, provider, lot, client group, area, form."""

    @property
    def particulars(self) -> Particulars:
        """What else is stated: facts, the option taken, options offered, contracts linked."""

    @property
    def firm(self) -> Extent:
        """The firm term alone."""

    def extent(self, basis: Basis) -> Extent:
        """Give what counts: with the options, or the firm term alone, as the basis says."""
