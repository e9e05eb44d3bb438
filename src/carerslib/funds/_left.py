"""What stipulations say of money that is left, asked alike of an entry and of a year's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.clauses import Window
from carerslib.funds.model import FundType
from carerslib.funds.stipulations import (
    CarryForward,
    Stipulation,
    StipulationKind,
    Unspent,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.funds.model import Fund
    from carerslib.periods import FinancialYear

__all__ = ["goes_on", "silent", "words_on_carrying"]


def goes_on(each: Stipulation, year: FinancialYear) -> bool:
    """Say whether the days to use money go on after a year: those of the words, and eligible ones.

    Where neither has an end, they do not: a year's money is for that year.
    """
    ends = [clause.last for clause in each.clauses if isinstance(clause, Window) and clause.last]
    if each.days is not None:
        ends.append(each.days.last)
    return bool(ends) and min(ends) > year.last_day


def silent(standing: Iterable[Stipulation]) -> tuple[Stipulation, ...]:
    """Give those that bind and of whose body no words say what becomes of what is left.

    Words in one stipulation of a body settle it for its others.
    """
    binding = [each for each in standing if each.binds]
    spoke = {each.set_by for each in binding if each.carry_forward or each.unspent}
    return tuple(each for each in binding if each.set_by not in spoke)


def words_on_carrying(
    each: Stipulation, fund: Fund, year: FinancialYear, *, said_nothing: bool
) -> CarryForward | None:
    """Give what a stipulation says of carrying money out of a year; None where it does not say.

    What is to be returned when the year ends is carried only with consent, whatever else is said.
    Where a restriction's body said nothing, the money keeps its purpose, and what a body has
    ring-fenced for itself is for that body to decide.
    """
    words = each.carry_forward
    if each.unspent is Unspent.RETURN:
        if goes_on(each, year):
            return words or CarryForward.FREE
        return words if words is CarryForward.NOT_ALLOWED else CarryForward.WITH_CONSENT
    if said_nothing and each.kind is StipulationKind.RESTRICTION:
        decides = fund.type is FundType.LOCAL_RING_FENCE
        return CarryForward.WITH_CONSENT if decides else CarryForward.RESERVE
    if words is None and each.binds and each.unspent is Unspent.KEEP:
        return CarryForward.RESERVE
    return words
