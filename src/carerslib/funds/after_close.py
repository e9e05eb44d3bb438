"""What follows from spending that is found, after a year is closed, to break a stipulation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

from carerslib.errors import InvalidValueError, require
from carerslib.funds._given import key, not_negative
from carerslib.funds.stipulations import StipulationKind
from carerslib.money import ZERO, Money

if TYPE_CHECKING:
    from carerslib.citations import Citation
    from carerslib.funds.model import Fund

__all__ = ["AfterClose", "found_after_close"]


@final
class AfterClose(NamedTuple):
    """What follows from spending that is found, after the close, to break a stipulation.

    ``removed`` leaves the fund's expenditure and is charged to ``charged_to``; ``liability`` is the
    most that may have to be repaid to ``owed_to``.
    """

    removed: Money
    charged_to: str
    liability: Money
    owed_to: str
    source: Citation


def found_after_close(
    fund: Fund, stipulation: str, amount: Money, *, charged_to: str
) -> AfterClose:
    """Say what follows where spending is found to have broken a stipulation after the close.

    A condition makes it repayable, up to the amount; a restriction only moves it out of the fund;
    an expectation does neither. ``charged_to`` is the fund that bears it instead. Raises
    :class:`~carerslib.errors.InvalidValueError` for a stipulation that the fund does not have and
    for an amount below £0.00.
    """
    require(not_negative("amount", amount), key("charged_to", charged_to))
    for each in fund.stipulations:
        if each.reference == stipulation:
            repayable = each.kind is StipulationKind.CONDITION
            liability = amount if repayable else ZERO
            removed = amount if each.binds else ZERO
            owed_to = each.set_by if repayable else ""
            return AfterClose(removed, charged_to, liability, owed_to, each.source)
    expected = f"one of {', '.join(each.reference for each in fund.stipulations) or 'none'}"
    raise InvalidValueError(field="stipulation", value=stipulation, expected=expected)
