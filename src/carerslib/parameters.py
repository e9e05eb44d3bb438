"""Values that the law or a council changes from time to time, each with its days and its source.

A parameter knows its values only on the days that are written down: every value has an end, and a
day outside them raises instead of borrowing the nearest value.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Generic, TypeVar, final

import attrs

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, NotInForceError, require
from carerslib.periods import DateRange, check_day

__all__ = ["Dated", "Gap", "Parameter"]

T_co = TypeVar("T_co", covariant=True)

_A_DAY: Final = timedelta(days=1)


def _is_a(field: str, value: object, kind: type) -> InvalidValueError | None:
    return (
        None if isinstance(value, kind) else InvalidValueError(field, value, f"a {kind.__name__}")
    )


def _are(field: str, values: object, kind: type) -> InvalidValueError | None:
    if isinstance(values, tuple) and all(isinstance(value, kind) for value in values):
        return None
    return InvalidValueError(field, values, f"a tuple of {kind.__name__}")


def _has_words(field: str, value: object) -> InvalidValueError | None:
    named = isinstance(value, str) and value.strip()
    return None if named else InvalidValueError(field, value, "text that is not empty")


@final
@attrs.frozen
class Dated(Generic[T_co]):
    """A value, the days on which it held (both ends included), and where that is written.

    Raises :class:`.InvalidValueError` for days without an end: where none is fixed in law, it is
    the last day up to which the value has been checked.
    """

    value: T_co
    in_force: DateRange
    citation: Citation

    def __attrs_post_init__(self) -> None:
        """Refuse a value that would be given on days nobody has looked at."""
        require(
            _is_a("in_force", self.in_force, DateRange),
            _is_a("citation", self.citation, Citation),
        )
        if self.in_force.is_open:
            raise InvalidValueError(
                field="in_force",
                value=self.in_force,
                expected="an end that is written down, because no value is invented beyond it",
            )


@final
@attrs.frozen
class Gap:
    """Days on which a value is not known, and why, in words for the error that says so."""

    days: DateRange
    reason: str

    def __attrs_post_init__(self) -> None:
        """Refuse a gap without days or without a reason."""
        require(_is_a("days", self.days, DateRange), _has_words("reason", self.reason))


@final
@attrs.frozen
class Parameter(Generic[T_co]):
    """A named value and what it was on each day for which that is known.

    ``values`` are kept in the order of their days; ``gaps`` say why some days are not known.
    Raises :class:`.InvalidValueError` for no value, and for values or gaps that share a day.
    """

    name: str
    title: str
    values: tuple[Dated[T_co], ...]
    gaps: tuple[Gap, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse what would give a day two answers."""
        require(
            _has_words("name", self.name),
            _has_words("title", self.title),
            _are("values", self.values, Dated),
            _are("gaps", self.gaps, Gap),
        )
        if not self.values:
            raise InvalidValueError(field="values", value=(), expected="at least one dated value")
        in_order = tuple(sorted(self.values, key=lambda dated: dated.in_force.first))
        object.__setattr__(self, "values", in_order)
        for earlier, later in pairwise(self.values):
            if earlier.in_force.overlaps(later.in_force):
                raise InvalidValueError(
                    field="values",
                    value=str(later.in_force),
                    expected=f"days that none shares with {earlier.in_force}",
                )
        for place, gap in enumerate(self.gaps):
            self._require_unknown(f"gaps[{place}]", gap.days)

    def _require_unknown(self, field: str, days: DateRange) -> None:
        for dated in self.values:
            if dated.in_force.overlaps(days):
                raise InvalidValueError(
                    field=field, value=str(days), expected=f"no day of {dated.in_force}"
                )

    def on(self, day: date) -> T_co:
        """Return the value on a day. Raises :class:`.NotInForceError` where none is known."""
        return self.dated_on(day).value

    def dated_on(self, day: date) -> Dated[T_co]:
        """Return the value on a day with its days and its citation.

        Raises :class:`.NotInForceError` where none is known, naming the nearest days that are.
        """
        require(check_day("day", day))
        for dated in self.values:
            if day in dated.in_force:
                return dated
        raise NotInForceError(self.name, day, self._why_not(day))

    def _why_not(self, day: date) -> str:
        known = self.days_known
        before = [str(days) for days in known if days.last < day][-1:]
        after = [str(days) for days in known if days.first > day][:1]
        nearest = f"it is known for {' and for '.join(before + after)}"
        reasons = [gap.reason for gap in self.gaps if day in gap.days]
        return "; ".join([*reasons, nearest])

    @property
    def days_known(self) -> tuple[DateRange, ...]:
        """The days on which a value is known, ranges that meet being joined."""
        known: list[DateRange] = []
        for dated in self.values:
            days = dated.in_force
            if known and known[-1].last + _A_DAY == days.first:
                days = DateRange(known.pop().first, days.last)
            known.append(days)
        return tuple(known)
