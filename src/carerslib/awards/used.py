"""What has been done under a resolution so far, and what is left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, final

import attrs

from carerslib.awards._bench import bench
from carerslib.awards.model import Authority
from carerslib.awards.proposals import Proposal
from carerslib.awards.rules import RULES
from carerslib.clauses import Group
from carerslib.clauses.figures import Measure
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.awards.model import Resolution
    from carerslib.basis import Basis
    from carerslib.clauses import Room

__all__ = ["Used", "check_proposal", "check_used", "headroom"]


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
    totals with :meth:`stated`. What was folded under one authority may stand beside another, which
    does not look at it; a clause that was stated ``by_hand`` must be one of those that are judged.
    """

    totals: Mapping[str, Mapping[Group, Measure]] = attrs.field(factory=dict)
    made: tuple[Proposal, ...] = attrs.field(default=(), eq=False, repr=False)
    by_hand: frozenset[str] = attrs.field(default=frozenset(), eq=False, repr=False)

    @classmethod
    def stated(
        cls,
        totals: Mapping[str, Money | int | Mapping[str | tuple[str, ...], Money | int]],
        *,
        includes: Iterable[Proposal] = (),
    ) -> Used:
        """Take totals that the caller knows, by the clause's reference.

        An amount is on the basis of the clause's own figure. A clause with groups takes a dict of
        amounts by group: ``{"c.year": {"2018/19": Money.pounds("240000.00")}}``. ``includes`` are
        proposals whose figures the totals hold: one that changes such a contract replaces them.
        """
        read = {reference: _stated(reference, given) for reference, given in totals.items()}
        return cls(read, tuple(includes), frozenset(read))

    def of(self, clause: str) -> Mapping[Group, Measure]:
        """Give the totals of one clause by group; empty where nothing is used."""
        return self.totals.get(clause, {})

    def after(
        self,
        *made: Proposal,
        under: Resolution | Authority,
        basis: Basis | None = None,
    ) -> Used:
        """Give what is used once these proposals have been acted on as well.

        A proposal counts under every authority that gives its power, or under the one that it
        relies on, whether it was within it or not. Their order matters only where one of them
        changes another.
        """
        require(*(check_proposal(proposal) for proposal in made))
        check_used(self, under)
        counting = bench(under, self.totals, self.made, basis or RULES.basis(), RULES, counts=True)
        counted = tuple(proposal for proposal in made if counting.count(proposal))
        kept = {ref: groups for ref, groups in self.totals.items() if ref not in counting.totals}
        totals = {ref: groups for ref, groups in counting.totals.items() if groups}
        return Used(kept | totals, (*self.made, *counted), self.by_hand)


def check_used(used: object, under: object) -> Used:
    """Take what is used, or nothing where it is not given; refuse a clause that is not there."""
    if used is None:
        return Used()
    if not isinstance(used, Used):
        expected = "a Used, as Used().after(...) or Used.stated(...) gives it"
        raise InvalidValueError(field="used", value=used, expected=expected)
    if used.by_hand and isinstance(under, Authority):
        unknown = used.by_hand - {clause.reference for clause in under.clauses}
        if unknown:
            given, expected = ", ".join(sorted(unknown)), f"clauses of {under.reference}"
            raise InvalidValueError(field="used", value=given, expected=expected)
    return used


def check_proposal(value: object) -> InvalidValueError | None:
    """Say what is wrong with what should be a proposal."""
    if isinstance(value, Proposal):
        return None
    return InvalidValueError("proposal", value, "a Proposal")


def headroom(
    under: Resolution | Authority, used: Used | None = None, *, basis: Basis | None = None
) -> tuple[Room, ...]:
    """Give what is left under each clause that sets a limit, in the order of the clauses.

    ``used`` is what has been done so far: nothing, where it is not given.
    """
    so_far = check_used(used, under)
    rests_on = basis or RULES.basis()
    # what is unknown in it is refused as when judging
    bench(under, so_far.totals, (), rests_on, RULES, counts=False)
    clauses = {
        clause.reference: clause for authority in under.authorities for clause in authority.clauses
    }
    return tuple(
        room
        for reference, clause in clauses.items()
        for room in clause.room(so_far.of(reference), rests_on)
    )
