"""Figures about carers as they were stated, and whether two of them count the same people.

An estimate is a number of people, a proportion is a share of some. Both carry their source, their
year, whom they count and how far they can be relied on. They are compared, never mixed: a figure is
scaled from another only through a proportion and a base of the same people.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from carerslib.carers.populations.bases import Group, Inclusion, Population
from carerslib.carers.populations.counts import Count
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day, check_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Certainty", "Estimate", "Proportion", "Statement"]


class Certainty(StrEnum):
    """How a figure came about, as far as its source says."""

    COUNTED = "counted"
    SURVEYED = "from a sample"
    DERIVED = "derived from another figure"
    QUOTED = "quoted without its method"
    NOT_STATED = "not stated"


def _key(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


def _is_a(field: str, value: object, kind: type) -> InvalidValueError | None:
    return (
        None if isinstance(value, kind) else InvalidValueError(field, value, f"a {kind.__name__}")
    )


def _some_day(field: str, value: object) -> InvalidValueError | None:
    if value is None or isinstance(value, DateRange) or check_day(field, value) is None:
        return None
    return InvalidValueError(field, value, "a date without a time, a DateRange, or None")


def _counted(value: Count | int | None) -> Count | None:
    if isinstance(value, int):
        return Count.exactly(value)
    return value


def _pairs(
    given: Mapping[Group, Inclusion] | Iterable[tuple[Group, Inclusion]],
) -> tuple[tuple[Group, Inclusion], ...]:
    return tuple(sorted(dict(given).items()))


def _groups(given: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(set(given)))


@final
@attrs.frozen
class Estimate:
    """A number of carers as a source states it.

    ``count`` is the number, a range, or None where no number is given. ``year`` is the day or the
    days that it is about. ``about`` is True where the source rounds it. ``accurate`` is False where
    the source itself doubts that it captures everybody. ``includes`` says of groups whether they
    are in it; a group that is not named is not known to be. ``seldom_recognise_themselves`` are
    groups that the source says it is likely to miss. ``fewer_than`` is the reference of an
    estimate that it is said to be smaller than, ``derived_from`` of the figure that it was worked
    out from. Raises :class:`.InvalidValueError` for what can never be right.
    """

    reference: str
    count: Count | None = attrs.field(converter=_counted)
    population: Population
    source: Citation
    year: Day | None = None
    certainty: Certainty = attrs.field(default=Certainty.NOT_STATED, kw_only=True)
    about: bool = attrs.field(default=False, kw_only=True)
    accurate: bool | None = attrs.field(default=None, kw_only=True)
    includes: tuple[tuple[Group, Inclusion], ...] = attrs.field(
        default=(), converter=_pairs, kw_only=True
    )
    seldom_recognise_themselves: tuple[Group, ...] = attrs.field(
        default=(), converter=_groups, kw_only=True
    )
    fewer_than: str | None = attrs.field(default=None, kw_only=True)
    derived_from: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        known = self.count is None or isinstance(self.count, Count)
        require(
            _key("reference", self.reference),
            None if known else InvalidValueError("count", self.count, "a Count, a number or None"),
            _is_a("population", self.population, Population),
            _is_a("source", self.source, Citation),
            _some_day("year", self.year),
            _is_a("certainty", self.certainty, Certainty),
            *(
                _key(field, getattr(self, field))
                for field in ("fewer_than", "derived_from")
                if getattr(self, field) is not None
            ),
        )

    def inclusion_of(self, group: Group) -> Inclusion | None:
        """Say whether a group is included; None where the source does not say."""
        return dict(self.includes).get(group)

    def __str__(self) -> str:
        if self.count is None:
            return "not known"
        return f"about {self.count}" if self.about else str(self.count)


@final
@attrs.frozen
class Proportion:
    """A share of some people as a source states it: "1 in 12", or 337 of 4,029.

    ``part`` and ``whole`` are as stated and are not reduced. ``population`` says of whom it is a
    share. Raises :class:`.InvalidValueError` for a share of nobody and for a part above the whole.
    """

    reference: str
    part: int
    whole: int
    population: Population
    source: Citation
    year: Day | None = None
    certainty: Certainty = attrs.field(default=Certainty.NOT_STATED, kw_only=True)

    def __attrs_post_init__(self) -> None:
        in_order = type(self.whole) is int and type(self.part) is int and self.part >= 0
        fits = in_order and self.whole >= max(1, self.part)
        require(
            _key("reference", self.reference),
            None
            if fits
            else InvalidValueError(
                "part", (self.part, self.whole), "a part of at least one person"
            ),
            _is_a("population", self.population, Population),
            _is_a("source", self.source, Citation),
            _some_day("year", self.year),
            _is_a("certainty", self.certainty, Certainty),
        )

    @property
    def share(self) -> Fraction:
        """The share, exactly."""
        return Fraction(self.part, self.whole)

    def __str__(self) -> str:
        return f"{self.part:,} in {self.whole:,}"


Statement: TypeAlias = Estimate | Proportion
"""A figure about carers as a source states it: a number of people, or a share of some."""
