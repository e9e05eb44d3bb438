"""What counts of a proposal beside what is used: an extension is no further contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards.powers import EXTEND, MODIFY
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import less, spread, up_to
from carerslib.clauses._part_of import counted_before
from carerslib.clauses._quick import Held

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.clauses import Adds, CountingClause, Group
    from carerslib.clauses.figures import Measure

__all__ = ["adds_beside", "goes_on_with", "hold_between", "left_of", "plain", "without"]


def goes_on_with(proposal: Proposal) -> str:
    """Give the contract that a proposal extends or changes; empty where it makes one."""
    goes_on = proposal.power in (EXTEND, MODIFY)
    return proposal.changes or (proposal.contract.reference if goes_on else "")


def adds_beside(
    clause: CountingClause, proposal: Proposal, counted: int | None, basis: Basis
) -> Adds:
    """Give what a proposal adds, so many of whose contracts are counted already.

    With None that is not known, and each may be another contract, or not.
    """
    adds = clause.adds(proposal, basis)
    if counted == 0:
        return adds
    number = proposal.particulars.number if counted is None else counted
    fewer = clause.adds(counted_before(proposal, number, basis), basis)
    if counted is not None:
        return fewer
    least = dict(fewer)
    return tuple((group, one if least.get(group) == one else up_to(one)) for group, one in adds)


def plain(measure: Measure) -> Measure:
    """Write a measure that is one number as a number."""
    bounds = spread(measure)
    return bounds[0] if len(set(bounds)) == 1 else measure


def left_of(used: Measure, back: Measure) -> Measure:
    """Give what is left of what is used once something is taken back: never less than nothing."""
    a, b, c, d = (max(each, 0) for each in spread(less(used, back)))
    return plain((a, b, c, d))


def hold_between(held: Mapping[str, Held], found: list[dict[str, Held]]) -> None:
    """Hold as used whatever lies between several totals: where they are all one, just that."""
    for reference, used in held.items():
        for group in {group for totals in found for group in totals[reference]}:
            bounds = [spread(totals[reference][group]) for totals in found]
            net, gross = [each[:2] for each in bounds], [each[2:] for each in bounds]
            least = min(each[0] for each in net), min(each[0] for each in gross)
            most = max(each[1] for each in net), max(each[1] for each in gross)
            used[group] = plain((least[0], most[0], least[1], most[1]))


def without(used: Mapping[Group, Measure], back: Adds, adds: Adds) -> Held:
    """Give what is used in the groups of a request once something is taken back."""
    groups = {NOT_STATED, *(group for group, _ in (*back, *adds))}
    left = Held({group: used[group] for group in groups if group in used})
    for group, measure in back:
        left[group] = left_of(left[group], measure)
    return Held({group: measure for group, measure in left.items() if measure != 0})
