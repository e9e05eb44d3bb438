"""Shares of a grant: at least, or at most, so much of it for a purpose."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.clauses import Room
from carerslib.clauses._checks import check_clause
from carerslib.clauses._given import check_pairs
from carerslib.clauses._groups import Grouping
from carerslib.clauses._measures import spread
from carerslib.clauses.caps import pairs
from carerslib.errors import InvalidValueError, require
from carerslib.funds._given import names
from carerslib.money import Money
from carerslib.periods import FinancialYear
from carerslib.verdicts import Aspect, Finding, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Adds, Group, Measure, Request, Tally
    from carerslib.funds.stipulations import Lift, Stipulation

__all__ = ["ShareOfGrant", "of_its_years"]

_GRANT: Final = "grant"
_INSIDE: Final = "inside"
_OUTSIDE: Final = "outside"
_HEAD: Final = "head"
_SOURCE: Final = "source"
_PER_CENT: Final = "a share per cent from 0 to 100, as a Fraction or a whole number, or None"


def _share(field: str, value: object) -> InvalidValueError | None:
    number = isinstance(value, Fraction) or type(value) is int
    if value is None or (number and 0 <= value <= 100):  # type: ignore[operator]  # noqa: PLR2004
        return None
    return InvalidValueError(field, value, _PER_CENT)


def _of_a_grant(where: tuple[tuple[str, str], ...]) -> InvalidValueError | None:
    """Find a grant that is told by what an allocation does not say of itself."""
    if all(each in (_HEAD, _SOURCE) for each, _ in where):
        return None
    return InvalidValueError("where", where, "a source, a head or both, by these names")


@final
@attrs.frozen
class ShareOfGrant:
    """Of each year's allocation, at least or at most a share for what the values name.

    ``dimension`` and ``values`` say what counts, as in :class:`~carerslib.clauses.Only`; shares are
    per cent. ``where`` says of which ``source`` and ``head`` the grant is, as in
    ``{"source": "Department of Health"}``: what is allocated to others or spent of them does not
    count. Without it, all that is allocated to the fund is the grant.

    While the year runs, spending on anything else is refused where it would leave less than the
    share; whether the share was reached is asked of the finished year with :meth:`reached`.
    Spending that does not state the dimension counts as outside the share. It is a clause of its
    own: a fund refuses one inside another clause, where no allocation counts.
    """

    reference: str
    source: Citation
    dimension: str
    values: tuple[str, ...] = attrs.field(converter=names)
    at_least: Fraction | int | None = None
    at_most: Fraction | int | None = None
    where: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=pairs)

    def __attrs_post_init__(self) -> None:
        least, most = self.at_least, self.at_most
        neither = least is None and most is None
        require(
            *check_clause(self.reference, self.source),
            None if self.dimension else InvalidValueError("dimension", self.dimension, "a name"),
            None if self.values else InvalidValueError("values", self.values, "one or more names"),
            _share("at_least", least),
            _share("at_most", most),
            check_pairs("where", self.where) or _of_a_grant(self.where),
            InvalidValueError("at_least", None, "at_least, at_most or both") if neither else None,
        )

    @property
    def title(self) -> str:
        """The share, by what it is for and of which grant."""
        return Grouping((), self.where).titled(f"Share for {', '.join(self.values)}")

    def _is_of(self, request: Request) -> bool:
        tags = request.tags
        return all(tags.get(each) == frozenset((value,)) for each, value in self.where)

    def _is_inside(self, request: Request) -> bool:
        stated = request.tags.get(self.dimension)
        return stated is not None and stated <= frozenset(self.values)

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Count an allocation as the grant, and spending as inside the share or outside it."""
        if not self._is_of(request):
            return ()
        side = _INSIDE if self._is_inside(request) else _OUTSIDE
        found: list[tuple[Group, Measure]] = []
        for line in request.extent(basis).lines:
            year = line.tag("year") or ""
            if request.power == "allocation":
                # a grant that is cut leaves less room on either side
                found += [((year, _GRANT), line.like), ((year, _INSIDE), 0), ((year, _OUTSIDE), 0)]
            else:
                found += [((year, _GRANT), 0), ((year, side), line.like)]
        return tuple(found)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the result alone."""
        part = self.finding(request, tally, basis)
        return part.result

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Say whether spending leaves, or keeps to, the share of each year that it touches."""
        totals = {group: spread(total)[0] for (group, _), total in zip(*tally, strict=True)}
        parts: list[Part] = []
        for (year, side), total in totals.items():
            grant = totals.get((year, _GRANT), 0)
            limit = self._limit(side, grant)
            if limit is not None:
                parts.append(self._finding(request.reference, year, side, total, limit))
        if len(parts) == 1:
            return parts[0]
        return Verdict.all_of(parts, title=self.title, subject=request.reference, basis=basis)

    def _limit(self, side: str, grant: int) -> int | None:
        """Give the most pence that may go inside the share, or outside it."""
        share = self.at_most
        if side == _OUTSIDE and self.at_least is not None:
            share = 100 - self.at_least
        elif side != _INSIDE:
            share = None
        return None if share is None else int(Fraction(grant) * share / 100)

    def _finding(self, subject: str, year: str, side: str, total: int, limit: int) -> Finding:
        met = total <= limit
        left = Money.pence(limit)
        return Finding(
            self.reference,
            f"{self.title}, {year}"
            if side == _INSIDE
            else f"Beside the {self.title.lower()}, {year}",
            Result.MET if met else Result.NOT_MET,
            Aspect.AMOUNT,
            subject,
            self.source,
            Money.pence(total),
            "at most",
            left,
            note="" if met else f"{Money.pence(total - limit)} too much",
        )

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Give what may still be spent inside the share, or outside it, in each year."""
        del basis
        found = []
        for year in sorted({group[0] for group in used}):
            grant = spread(used.get((year, _GRANT), 0))[0]
            for side in (_INSIDE, _OUTSIDE):
                limit = self._limit(side, grant)
                if limit is not None:
                    left = Money.pence(limit - spread(used.get((year, side), 0))[0])
                    found.append(Room(self.reference, self.title, (year, side), left, self.source))
        return tuple(found)

    def reached(self, used: Mapping[Group, Measure], year: str, subject: str = "") -> Finding:
        """Say of a finished year whether what was spent inside comes to the share of the grant.

        ``used`` is what counts towards the clause, as a position gives it. The remedy is what was
        lacking. Without ``at_least`` it is not applicable.
        """
        grant = spread(used.get((year, _GRANT), 0))[0]
        inside = spread(used.get((year, _INSIDE), 0))[0]
        if self.at_least is None:
            result, least = Result.NOT_APPLICABLE, 0
        else:
            least = -int(-Fraction(grant) * self.at_least // 100)
            result = Result.MET if inside >= least else Result.NOT_MET
        lacking = Money.pence(max(least - inside, 0))
        needed = Money.pence(least)
        unmet = result is Result.NOT_MET
        return Finding(
            self.reference,
            f"{self.title}, {year}",
            result,
            Aspect.FLOOR,
            subject,
            self.source,
            Money.pence(inside),
            "at least",
            needed,
            remedy=Remedy("amount", needed, "spend more by", lacking) if unmet else None,
            note=_per_cent(inside, grant),
        )


def of_its_years(adds: Adds, stipulation: Stipulation, lifts: Iterable[Lift]) -> Adds:
    """Leave out what an entry adds in years that a stipulation's days do not touch.

    A share of one year's grant says nothing of the next year's.
    """
    return tuple(
        each
        for each in adds
        if stipulation.stands_on(FinancialYear.parse(str(each[0][0])).range, lifts)
    )


def _per_cent(part: int, whole: int) -> str:
    if not whole:
        return ""
    tenths = part * 1000 // whole
    return f"{tenths // 10}.{tenths % 10}% of {Money.pence(whole)}"
