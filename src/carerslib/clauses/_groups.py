"""What a request uses in each group of a cap.

What a request does not say is not assumed. An amount with no year, in a contract of several years,
may lie in any of them: each then holds anything from nothing to the whole of it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses._measures import UNKNOWN, add, up_to
from carerslib.clauses._years import certain_years, is_outside, years_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.clauses.base import Adds
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Extent, Group, Line, Request

__all__ = [
    "BUILT_IN",
    "NOT_STATED",
    "PARTS",
    "WHOLE",
    "YEARS",
    "Grouping",
    "Placed",
    "all_of",
    "amounts",
    "contracts_of",
    "inside",
    "lines_of",
    "may_be_of",
    "option_of",
    "placed",
    "reaches",
    "values_of",
]

NOT_STATED: Final[Group] = ("not stated",)
"""The group of what a request does not place in any."""


BUILT_IN: Final = frozenset(("contract", "year", "contract year"))
"""Dimensions that follow from what a request is, not from its tags."""

YEARS: Final = BUILT_IN - {"contract"}
"""Years, of either kind."""

PARTS: Final = frozenset({"part", "option"})
"""Dimensions that say where in a contract an amount stands."""


@final
class Grouping(NamedTuple):
    """What counts, and in which groups: ``per`` dimension, ``where`` it is so, ``without`` what."""

    per: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    without: tuple[tuple[str, str], ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether some of a request may not count."""
        return bool(self.where or self.without)

    @property
    def is_whole(self) -> bool:
        """Whether everything counts, in one group."""
        return not (self.per or self.where or self.without)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """What must be known of an amount to place it."""
        return (*self.per, *(dimension for dimension, _ in self.where))

    def titled(self, name: str) -> str:
        """Name a figure by what counts against it."""
        per = "".join(f" per {dimension}" for dimension in self.per)
        where = "".join(f", {dimension} {value}" for dimension, value in self.where)
        without = "".join(f", without {dimension} {value}" for dimension, value in self.without)
        return name + per + where + without


WHOLE: Final = Grouping()
"""Everything, in one group."""


@final
class Placed(NamedTuple):
    """An amount that counts, or a number, and the groups it may be of; none where not known."""

    line: Line | None
    measure: Measure
    groups: tuple[Group, ...]


def placed(
    request: Request, extent: Extent, grouping: Grouping, *, counts: bool, like: bool
) -> list[Placed]:
    """Give all that counts, each amount or contract with the groups that it may be of."""
    if not counts:
        return list(_placed(request, extent, grouping, _measured(extent, like=like)))
    return [
        each
        for one, number in _contracts(request, extent)
        for each in _placed(request, one, grouping, [(None, number)])
    ]


def amounts(request: Request, extent: Extent, grouping: Grouping, *, like: bool) -> Adds:
    """Give the amount in each group that a request touches."""
    if grouping.is_whole:
        return extent.all_like if like else extent.all_bounds
    if like and grouping == (("year",), (), ()) and extent.by_year:
        return extent.by_year
    return _grouped(request, extent, grouping, _measured(extent, like=like))


def _measured(extent: Extent, *, like: bool) -> list[tuple[Line | None, Measure]]:
    """Give each amount with its measure; where none is stated, anything at all."""
    lines = [(line, line.like if like else line.bounds) for line in extent.lines]
    return [*lines] or [(None, UNKNOWN)]


def _contracts(request: Request, extent: Extent) -> list[tuple[Extent, int]]:
    """Give each of several contracts with its own amounts, where all of these say whose they are.

    Else it is not known which contract is of what, and they are taken together.
    """
    known = request.particulars
    names = None if known.counted else contracts_of(request, extent)
    if names is None:
        return [(extent, max(known.number - known.counted, 0))]
    of_each = [
        [line for line in extent.lines if line.tag("contract") == name] for name in sorted(names)
    ]
    return [(attrs.evolve(extent, lines=tuple(lines)), 1) for lines in of_each]


def contracts_of(request: Request, extent: Extent) -> frozenset[str] | None:
    """Give the names of several contracts, where all amounts say whose they are; else None."""
    number = request.particulars.number
    names = all_of("contract", extent.lines) if number > 1 else None
    return names if names is not None and len(names) == number else None


def _grouped(
    request: Request,
    extent: Extent,
    grouping: Grouping,
    lines: Iterable[tuple[Line | None, Measure]],
) -> Adds:
    totals: dict[Group, Measure] = {}
    several = request.particulars.number > 1 and "contract" in grouping.per
    for line, measure, groups in _placed(request, extent, grouping, lines):
        # the figures are those of several contracts together, but where one is named
        shared = several and line is not None and not line.tag("contract")
        part = measure if len(groups) == 1 and not shared else up_to(measure)
        for group in groups or (NOT_STATED,):
            totals[group] = add(totals.get(group, 0), part)
    return tuple(totals.items())


def _placed(
    request: Request,
    extent: Extent,
    grouping: Grouping,
    lines: Iterable[tuple[Line | None, Measure]],
) -> Iterator[Placed]:
    for line, measure in lines:
        is_inside = inside(line, request, extent, grouping)
        if is_inside is not False:
            # where some dimension is not known, so is every group
            choices = [values_of(each, line, request, extent) for each in grouping.per]
            yield Placed(line, measure if is_inside else up_to(measure), tuple(product(*choices)))


def option_of(line: Line) -> int | None:
    """Give the number of the option that an amount is of, where it states one."""
    option = line.tag("option")
    return int(option) if option is not None and option.isdecimal() else None


def lines_of(group: Group, request: Request, extent: Extent, grouping: Grouping) -> list[Line]:
    """Give the lines that count and may be among those of a group."""
    return [line for line in extent.lines if may_be_of(group, line, request, extent, grouping)]


def may_be_of(
    group: Group, line: Line | None, request: Request, extent: Extent, grouping: Grouping
) -> bool:
    """Say whether a line counts and may be of a group: whatever it does not state is open."""
    if inside(line, request, extent, grouping) is False:
        return False
    values = [values_of(each, line, request, extent) for each in grouping.per]
    stated = zip(grouping.per, group, values, strict=False)
    return all(_may_be(name, value, known, line, extent) for name, value, known in stated)


def _may_be(
    dimension: str, value: str, values: tuple[str, ...], line: Line | None, extent: Extent
) -> bool:
    """Say whether a line may be of a value, by those it may be of, or else by its days."""
    if values or dimension != "year":
        return value in (values or (value,))
    return not is_outside(value, line, extent)


def all_of(dimension: str, lines: Iterable[Line]) -> frozenset[str] | None:
    """Give what amounts are of in one dimension, where each of them says so; else None."""
    values = {line.tag(dimension) for line in lines}
    return None if None in values or not values else frozenset(filter(None, values))


def inside(line: Line | None, request: Request, extent: Extent, grouping: Grouping) -> bool | None:
    """Say whether a line is of the part that counts; None where that is not known.

    What does not say where in a contract it stands is not of the part that is left out, but that an
    extension may be of any option.
    """
    answer: bool | None = True
    for dimension, unwanted in grouping.without:
        values = values_of(dimension, line, request, extent)
        if values == (unwanted,):
            return False
        open_ = values or _may_be_left_out(dimension, unwanted, request)
        if open_ and _may_be(dimension, unwanted, values, line, extent):
            answer = None
    for dimension, wanted in grouping.where:
        values = values_of(dimension, line, request, extent)
        if not _may_be(dimension, wanted, values, line, extent):
            return False
        if len(values) != 1:
            answer = None
    return answer


def _may_be_left_out(dimension: str, unwanted: str, request: Request) -> bool:
    """Say whether what states nothing in a dimension may be of what is left out there."""
    unnamed = request.power == "extend" and not request.particulars.offered
    return dimension not in PARTS or (unnamed and unwanted != "uplift")


def reaches(
    group: Group, line: Line | None, request: Request, extent: Extent, grouping: Grouping
) -> bool:
    """Say whether some of a line is of a group, as far as it states what it is of.

    Of what states no lot, nothing need be of the lot that counts.
    """
    if not may_be_of(group, line, request, extent, grouping):
        return False
    for dimension, wanted in grouping.where:
        values = values_of(dimension, line, request, extent)
        certain = len(values) == 1 or dimension != "year" or wanted in certain_years(extent)
        if not (values and certain):
            return False
    return all(
        values_of(dimension, line, request, extent)
        or not _may_be_left_out(dimension, unwanted, request)
        for dimension, unwanted in grouping.without
    )


def values_of(
    dimension: str, line: Line | None, request: Request, extent: Extent
) -> tuple[str, ...]:
    """Give what a line may belong to in one dimension; nothing where that is not stated."""
    if dimension == "contract":
        contract = request.particulars.contract or request.reference
        own = line is not None and request.particulars.number > 1 and line.tag("contract")
        return (f"{contract} {own}" if own else contract,)
    if line is None:
        # what is counted is of whatever all its amounts are of
        found = {each.tag(dimension) for each in extent.lines}
        if found and None not in found:
            return tuple(sorted(value for value in found if value is not None))
    else:
        own = line.tag(dimension)
        if own is not None:
            return (own,)
    if dimension in YEARS:
        return years_of(dimension, line, extent)
    return tuple(sorted(request.tags.get(dimension, ())))
