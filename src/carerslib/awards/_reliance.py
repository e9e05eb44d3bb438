"""Which of several authorities an award that names none may have been made under."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.awards.conventions import COUNTED_AWARDS
from carerslib.awards.standing import stands
from carerslib.clauses import Except, Holder, Includes, Joint, Only
from carerslib.clauses._measures import worst
from carerslib.clauses.base import EMPTY
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis

__all__ = ["relied_on"]

_WHO_AND_WHAT_FOR: Final = (Except, Holder, Includes, Joint, Only)


def relied_on(
    under: Resolution | Authority, proposal: Proposal, basis: Basis
) -> tuple[Authority, ...]:
    """Give the authorities that an award which names none may have been made under.

    Where it is for what one of them is for, and by whoever holds it, that is none of those that are
    for something else, that somebody else holds or that do not stand on the day.
    """
    every = under.authorities
    if len(every) == 1 or basis.takes(COUNTED_AWARDS) != COUNTED_AWARDS.default:
        return every
    fits = [_fits(each, proposal, basis) for each in every]
    if Result.MET not in fits:
        return every
    return tuple(each for each, fit in zip(every, fits, strict=True) if fit is not Result.NOT_MET)


def _fits(authority: Authority, proposal: Proposal, basis: Basis) -> Result:
    """Say whether an authority gives the power, to whoever acts, for what is proposed."""
    if proposal.power not in authority.powers:
        return Result.NOT_MET
    clauses = [each for each in authority.clauses if isinstance(each, _WHO_AND_WHAT_FOR)]
    asked = [clause.result(proposal, EMPTY, basis) for clause in clauses]
    return worst((Result.MET, *asked, *(each.result for each in stands(authority, proposal))))
