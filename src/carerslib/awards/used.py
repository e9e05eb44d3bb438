"""What has been done under a resolution so far, and what is left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, final

import attrs

from carerslib.awards._bench import bench
from carerslib.awards._stated import (
    Given,
    as_meant,
    expected_of,
    fits,
    measures,
    moved,
    stated_of,
)
from carerslib.awards.model import Authority, Resolution
from carerslib.awards.proposals import Proposal
from carerslib.awards.rules import RULES
from carerslib.clauses import Cap, Clause, Group
from carerslib.clauses._given import misspelt
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses.figures import Measure
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.basis import Basis
    from carerslib.clauses import Room

__all__ = ["Used", "check_proposal", "check_used", "headroom"]


@final
@attrs.frozen
class Used:
    """Totals by clause and group, folded from what was done or stated by the caller.

    Start from ``Used()`` and add proposals that were acted on with :meth:`after`; or give the
    totals with :meth:`stated`. What was folded under one authority may stand beside another, which
    does not look at it; what was stated ``by_hand`` must fit a clause of those that are judged.
    """

    totals: Mapping[str, Mapping[Group, Measure]] = attrs.field(factory=dict)
    made: tuple[Proposal, ...] = attrs.field(default=(), eq=False, repr=False)
    by_hand: Mapping[str, Mapping[Group, Money | Price | int]] = attrs.field(
        factory=dict, eq=False, repr=False
    )

    @classmethod
    def stated(
        cls,
        totals: Mapping[
            str,
            Money | Price | int | Mapping[str | tuple[str, ...], Money | Price | int],
        ],
        *,
        includes: Iterable[Proposal] = (),
    ) -> Used:
        """Take totals that the caller knows, by the clause's reference.

        An amount is on the basis of the clause's own figure; of one that is stated both with VAT
        and without, it is not known which, and a Price says so. A clause with groups takes a dict
        of amounts by group: ``{"c.year": {"2018/19": Money.pounds("240000.00")}}``. ``includes``
        are proposals whose figures the totals hold: one that changes such a contract replaces them.

        What does not fit its clause is refused when something is judged: a clause that is not there
        or keeps no count, a number for an amount, groups where there are none.
        """
        read = {reference: stated_of(reference, given) for reference, given in totals.items()}
        measured = {reference: measures(stated) for reference, stated in read.items()}
        return cls(measured, tuple(includes), read)

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

        A proposal counts under every authority that it may have been made under (convention C-4),
        or under the one that it relies on, whether it was within it or not. Their order matters
        only where one of them changes or extends another.
        """
        require(*(check_proposal(proposal) for proposal in made))
        so_far = check_used(self, under)
        before = so_far.totals
        rests_on, by_hand = basis or RULES.basis(), so_far.by_hand
        counting = bench(under, before, self.made, rests_on, RULES, counts=True, by_hand=by_hand)
        counted = tuple(proposal for proposal in made if counting.count(proposal))
        kept = {ref: groups for ref, groups in before.items() if ref not in counting.totals}
        totals = {ref: groups for ref, groups in counting.totals.items() if groups}
        return Used(kept | totals, (*self.made, *counted), so_far.by_hand)


def check_used(used: object, under: object) -> Used:
    """Take what is used, or nothing where it is not given; refuse a clause that is not there."""
    if used is None:
        return Used()
    if not isinstance(used, Used):
        expected = "a Used, as Used().after(...) or Used.stated(...) gives it"
        raise InvalidValueError(field="used", value=used, expected=expected)
    if used.by_hand and isinstance(under, Resolution | Authority):
        clauses = [each for authority in under.authorities for each in authority.clauses]
        unknown = used.by_hand.keys() - {clause.reference for clause in clauses}
        if unknown:
            given, expected = ", ".join(sorted(unknown)), f"clauses of {under.reference}"
            raise InvalidValueError(field="used", value=given, expected=expected)
        for reference, stated in used.by_hand.items():
            # one that took the place of another may have its reference
            found = [_misfit(each, stated) for each in clauses if each.reference == reference]
            require(found[0] if all(found) else None)
        return _on_the_basis_of(clauses, used)
    return used


def _on_the_basis_of(clauses: list[Clause], used: Used) -> Used:
    """Measure what was stated by hand by whether the figure of its clause states VAT."""
    totals, by_hand = dict(used.totals), dict(used.by_hand)
    for reference, stated in used.by_hand.items():
        clause = next(each for each in clauses if each.reference == reference)
        meant = {group: as_meant(clause, group, each) for group, each in stated.items()}
        if meant != stated:
            by_hand[reference] = meant
            totals[reference] = moved(used.of(reference), measures(stated), measures(meant))
    return used if by_hand == used.by_hand else Used(totals, used.made, by_hand)


def _misfit(clause: Clause, stated: Mapping[Group, Given]) -> InvalidValueError | None:
    """Say what is wrong with totals that a clause would not look at, or would read as another."""
    expected = expected_of(clause)
    field = f"used[{clause.reference!r}]"
    for group, given in stated.items():
        if expected and not fits(clause, group, given):
            return InvalidValueError(field, {group: given} if group else given, expected)
        named = clause.per if isinstance(clause, Cap) and group != NOT_STATED else ()
        wrong = misspelt(field, zip(named, group, strict=False))
        if wrong is not None:
            return wrong
    return None


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
