"""What has been done under a resolution so far, and what is left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, final

import attrs

from carerslib.awards.rules import RULES
from carerslib.clauses import CountingClause, Group
from carerslib.clauses._measures import add
from carerslib.clauses.figures import Measure
from carerslib.errors import InvalidValueError
from carerslib.money import Money

if TYPE_CHECKING:
    from carerslib.awards.model import Authority, Proposal, Resolution
    from carerslib.basis import Basis
    from carerslib.clauses import Room

__all__ = ["Used", "headroom"]


def _stated(reference: str, given: object) -> dict[Group, Measure]:
    if isinstance(given, Money):
        return {(): given.in_pence}
    if isinstance(given, int) and not isinstance(given, bool):
        return {(): given}
    if not isinstance(given, dict):
        expected = "Money, a whole number, or a dict of these by group"
        raise InvalidValueError(field=f"used[{reference!r}]", value=given, expected=expected)
    found: dict[Group, Measure] = {}
    for group, amount in given.items():
        inner = _stated(f"{reference}, {group}", amount)
        found[(group,) if isinstance(group, str) else tuple(group)] = inner[()]
    return found


@final
@attrs.frozen
class Used:
    """Totals by clause and group, folded from what was done or stated by the caller.

    Start from ``Used()`` and add proposals that were acted on with :meth:`after`; or give the
    totals with :meth:`stated`.
    """

    totals: Mapping[str, Mapping[Group, Measure]] = attrs.field(factory=dict)

    @classmethod
    def stated(
        cls, totals: Mapping[str, Money | int | Mapping[str | tuple[str, ...], Money | int]]
    ) -> Used:
        """Take totals that the caller knows, by the clause's reference.

        An amount is on the basis of the clause's own figure. A clause with groups takes a dict of
        amounts by group: ``{"c.year": {"2018/19": Money.pounds("240000.00")}}``.
        """
        return cls({reference: _stated(reference, given) for reference, given in totals.items()})

    def of(self, clause: str) -> Mapping[Group, Measure]:
        """Give the totals of one clause by group; empty where nothing is used."""
        return self.totals.get(clause, {})

    def copied(self) -> dict[str, dict[Group, Measure]]:
        """Give the totals as dicts of the caller's own."""
        return {clause: dict(groups) for clause, groups in self.totals.items()}

    def after(
        self,
        *made: Proposal,
        under: Resolution | Authority,
        basis: Basis | None = None,
    ) -> Used:
        """Give what is used once these proposals have been acted on as well, in any order.

        A proposal counts under every authority that gives its power, whether it was within it or
        not.
        """
        rests_on = basis or RULES.basis()
        totals = self.copied()
        for authority in under.authorities:
            for proposal in made:
                if proposal.power in authority.powers:
                    _count(totals, proposal, authority, rests_on)
        return Used(totals)


def _count(
    totals: dict[str, dict[Group, Measure]], made: Proposal, under: Authority, basis: Basis
) -> None:
    for clause in under.clauses:
        if isinstance(clause, CountingClause):
            groups = totals.setdefault(clause.reference, {})
            for group, measure in clause.adds(made, basis):
                groups[group] = add(groups.get(group, 0), measure)


def headroom(
    under: Resolution | Authority, used: Used | None = None, *, basis: Basis | None = None
) -> tuple[Room, ...]:
    """Give what is left under each clause that sets a limit, in the order of the clauses.

    ``used`` is what has been done so far: nothing, where it is not given.
    """
    so_far = used or Used()
    rests_on = basis or RULES.basis()
    return tuple(
        room
        for authority in under.authorities
        for clause in authority.clauses
        for room in clause.room(so_far.of(clause.reference), rests_on)
    )
