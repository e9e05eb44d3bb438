"""Whom a figure counts: where, of which ages, under which definition, among whom.

Two figures can be set against each other only where all four are the same. What was not stated is
kept as not stated: it is neither the same as anything nor different from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import InvalidValueError, require

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["EVERYBODY", "Ages", "Dimension", "Group", "Inclusion", "Population", "Unstated"]

EVERYBODY: Final = "everybody living there"
"""Among whom a figure counts where it is not limited to pupils, patients or the like."""


class Unstated(StrEnum):
    """Why a figure does not say whom it counts."""

    NOT_STATED = "not stated"
    NONE_USED = "none in particular was used"


class Group(StrEnum):
    """A group of carers whom a figure may include, leave out, or reach less well than others."""

    YOUNG = "young carers"
    OLDER = "older carers"
    PARENTS = "parent carers"
    WITH_OTHER_NEEDS = "carers with needs of their own"


class Inclusion(StrEnum):
    """Whether a figure includes a group."""

    YES = "included"
    IN_PRINCIPLE = "included in principle"
    NO = "left out"


def _age(field: str, value: object) -> InvalidValueError | None:
    if type(value) is int and value >= 0:
        return None
    return InvalidValueError(field, value, "an age in completed years, from 0")


@final
@attrs.frozen
class Ages:
    """Ages in completed years, both included; ``most`` is None where there is no top.

    ``Ages()`` is all ages. Raises :class:`.InvalidValueError` for ages the wrong way round.
    """

    least: int = 0
    most: int | None = None

    def __attrs_post_init__(self) -> None:
        require(_age("least", self.least), None if self.most is None else _age("most", self.most))
        if self.most is not None and self.most < self.least:
            expected = f"an age from {self.least}"
            raise InvalidValueError(field="most", value=self.most, expected=expected)

    def __str__(self) -> str:
        if self.most is None:
            return f"{self.least} or over" if self.least else "all ages"
        return f"{self.least} to {self.most}"


class Dimension(StrEnum):
    """One of the things in which two figures may count different people."""

    AREA = "area"
    AGES = "ages"
    DEFINITION = "definition"
    AMONG = "among"


def _text(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, value, "text, or an Unstated")


@final
@attrs.frozen(kw_only=True)
class Population:
    """Whom a figure counts.

    ``area`` is a place by name. ``definition`` is the key of a definition of this library, or the
    figure's own words for one. ``among`` narrows those living there to pupils, patients or the
    like, and is never taken for granted to be the same in two sources that name it differently.
    """

    area: str | Unstated = Unstated.NOT_STATED
    ages: Ages | Unstated = Unstated.NOT_STATED
    definition: str | Unstated = Unstated.NOT_STATED
    among: str = EVERYBODY

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.ages, Ages | Unstated)
        require(
            _text("area", self.area),
            None if known else InvalidValueError("ages", self.ages, "Ages, or an Unstated"),
            _text("definition", self.definition),
            _text("among", self.among),
        )

    def on(self, dimension: Dimension) -> str | Ages | Unstated:
        """Give what the figure says in one dimension."""
        said: str | Ages | Unstated = getattr(self, dimension.value)
        return said

    @property
    def unstated(self) -> Iterator[Dimension]:
        """Go through the dimensions in which the figure does not say whom it counts."""
        return (each for each in Dimension if isinstance(self.on(each), Unstated))

    def differs(self, other: Population, dimension: Dimension) -> bool | None:
        """Say whether two figures count different people; None where one does not say whom."""
        mine, theirs = self.on(dimension), other.on(dimension)
        if isinstance(mine, Unstated) or isinstance(theirs, Unstated):
            return None
        return mine != theirs
