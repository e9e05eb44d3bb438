"""Share: how much of the whole one part may be, or must be, per cent."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import _groups
from carerslib.clauses._checks import check_clause
from carerslib.clauses._given import check_pairs
from carerslib.clauses._groups import WHOLE, Grouping
from carerslib.clauses._measures import UNBOUNDED, spread, worst
from carerslib.clauses.caps import pairs
from carerslib.errors import InvalidValueError, require
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses.base import Room, Tally
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request

__all__ = ["Share"]

_NONE: Final = Fraction(0)
_WHOLE: Final = Fraction(100)
_EXPECTED: Final = "a share per cent from 0 to 100, as text, a whole number or a Decimal"


def _per_cent(given: str | int | Decimal | None) -> Decimal | None:
    """Read a share per cent; what is none is left for the check to refuse."""
    if given is None or isinstance(given, float | bool):
        return given  # type: ignore[return-value]
    try:
        return Decimal(given)
    except (InvalidOperation, TypeError, ValueError):
        return given  # type: ignore[return-value]


def _problem(field: str, share: object) -> InvalidValueError | None:
    fits = isinstance(share, Decimal) and share.is_finite() and _NONE <= share <= _WHOLE
    return None if share is None or fits else InvalidValueError(field, share, _EXPECTED)


@final
@attrs.frozen
class Share:
    """The part of a request's whole amount that is of one kind: a lot, a funder, a client group.

    ``where`` names the part, as in ``{"funder": "ICB"}``; ``at_most`` and ``at_least`` are per
    cent of the whole, and on the figure is inside it. It looks at each request alone.
    """

    reference: str
    source: Citation
    where: tuple[tuple[str, str], ...] = attrs.field(converter=pairs)
    at_most: Decimal | None = attrs.field(default=None, converter=_per_cent)
    at_least: Decimal | None = attrs.field(default=None, converter=_per_cent)
    title: str = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        neither = self.at_most is None and self.at_least is None
        nowhere = InvalidValueError("where", self.where, "which part it is")
        require(
            *check_clause(self.reference, self.source),
            check_pairs("where", self.where) if self.where else nowhere,
            _problem("at_most", self.at_most),
            _problem("at_least", self.at_least),
            InvalidValueError("at_most", None, "a share at most, at least, or both")
            if neither
            else None,
        )
        if self.at_most is not None and self.at_least is not None and self.at_least > self.at_most:
            expected = f"no more than the {self.at_most} per cent allowed"
            raise InvalidValueError(field="at_least", value=self.at_least, expected=expected)
        object.__setattr__(self, "title", Grouping((), self.where).titled("Share"))

    def _bounds(self, request: Request, basis: Basis) -> tuple[Fraction, Fraction] | None:
        """Give the least and the most that the share can be; None where no amount is stated."""
        lines = request.extent(basis).lines
        if all(line.price is None for line in lines):
            return None
        part = spread(_sum(request, basis, Grouping((), self.where)))
        whole = spread(_sum(request, basis, WHOLE))
        if part[1] == 0:
            return _NONE, _NONE
        found = [_of(part[:2], whole[:2]), _of(part[2:], whole[2:])]
        exact = [each for each in found if each[0] == each[1]]
        # where every amount is stated on one basis alone, that is what they are parts of;
        # net and gross may differ, where the parts are taxed differently
        kept = exact if len(exact) == 1 else found
        return min(least for least, _ in kept), max(most for _, most in kept)

    def _results(self, request: Request, basis: Basis) -> list[tuple[Aspect, Result]]:
        bounds = self._bounds(request, basis)
        found: list[tuple[Aspect, Result]] = []
        if self.at_most is not None:
            found.append((Aspect.AMOUNT, _inside(bounds, Fraction(self.at_most))))
        if self.at_least is not None:
            found.append((Aspect.FLOOR, _reached(bounds, Fraction(self.at_least))))
        return found

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the worse of the two sides."""
        del tally
        return worst(result for _, result in self._results(request, basis))

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give a finding for each side."""
        del tally
        bounds = self._bounds(request, basis)
        found = [
            self._finding(request, aspect, result, bounds)
            for aspect, result in self._results(request, basis)
        ]
        if len(found) == 1:
            return found[0]
        return Verdict.all_of(found, title=self.title, subject=request.reference, basis=basis)

    def _finding(
        self,
        request: Request,
        aspect: Aspect,
        result: Result,
        bounds: tuple[Fraction, Fraction] | None,
    ) -> Finding:
        upper = aspect is Aspect.AMOUNT
        share = self.at_most if upper else self.at_least
        missing: tuple[Missing, ...] = ()
        if result is Result.UNDETERMINED:
            named = " and ".join(f"{dimension} {value}" for dimension, value in self.where)
            missing = (Missing("contract.amounts", f"how much is of {named}, and how much in all"),)
        return Finding(
            self.reference,
            self.title,
            result,
            aspect,
            request.reference,
            self.source,
            None if bounds is None else _shown(*bounds),
            "at most" if upper else "at least",
            f"{share} per cent",
            missing,
            # where nothing is said to be of any part, the share is not asked about
            asked=bounds is not None and bounds != (_NONE, _WHOLE),
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give nothing: each request has its own share."""
        del used, basis
        return ()


def _of(part: tuple[int, int], whole: tuple[int, int]) -> tuple[Fraction, Fraction]:
    """Give the least and the most that a part can be of a whole, on one basis."""
    if whole[1] >= UNBOUNDED or not whole[0]:
        return _NONE, _WHOLE
    most = Fraction(100 * part[1], whole[0])
    return Fraction(100 * part[0], whole[1]), min(most, _WHOLE)


def _sum(request: Request, basis: Basis, grouping: Grouping) -> Measure:
    adds = _groups.amounts(request, request.extent(basis), grouping, like=True)
    return adds[0][1] if adds else 0


def _inside(bounds: tuple[Fraction, Fraction] | None, share: Fraction) -> Result:
    if bounds is None or bounds[0] <= share < bounds[1]:
        return Result.UNDETERMINED
    return Result.NOT_MET if bounds[0] > share else Result.MET


def _reached(bounds: tuple[Fraction, Fraction] | None, share: Fraction) -> Result:
    if bounds is None or bounds[0] < share <= bounds[1]:
        return Result.UNDETERMINED
    return Result.NOT_MET if bounds[1] < share else Result.MET


def _shown(least: Fraction, most: Fraction) -> str:
    if least != most:
        return f"{_figures(least)} to {_figures(most)} per cent"
    return f"{_figures(least)} per cent"


def _figures(share: Fraction) -> str:
    """Write a share to a hundredth of a per cent, cut off and never rounded up to a limit."""
    hundredths = share.numerator * 100 // share.denominator
    return f"{Decimal(hundredths) / 100:f}"
