"""What has been done under a resolution so far, and what is left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, final

import attrs

from carerslib.awards._bench import bench
from carerslib.awards.model import Authority, Resolution
from carerslib.awards.proposals import Proposal
from carerslib.awards.rules import RULES
from carerslib.clauses import Cap, Clause, Either, For, Group, Of, Readings
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import up_to
from carerslib.clauses.base import keeps_count
from carerslib.clauses.figures import Measure
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.basis import Basis
    from carerslib.clauses import Room

__all__ = ["Used", "check_proposal", "check_used", "headroom"]


def _stated(reference: str, given: object) -> dict[Group, Money | int]:
    if isinstance(given, Money | int) and not isinstance(given, bool):
        return {(): _amount(reference, given)}
    if not isinstance(given, Mapping):
        expected = "Money, a whole number, or a dict of these by group"
        raise InvalidValueError(field=f"used[{reference!r}]", value=given, expected=expected)
    return {
        _group(reference, group): _amount(f"{reference}, {group}", amount)
        for group, amount in given.items()
    }


def _amount(reference: str, given: object) -> Money | int:
    if isinstance(given, Money | int) and not isinstance(given, bool):
        size = given.in_pence if isinstance(given, Money) else given
        if size >= 0:
            return given
    expected = "Money, or a whole number, that is not negative"
    raise InvalidValueError(field=f"used[{reference!r}]", value=given, expected=expected)


def _group(reference: str, given: object) -> Group:
    group = (given,) if isinstance(given, str) else given
    if isinstance(group, tuple) and all(isinstance(name, str) for name in group):
        return group
    expected = "groups by name, such as '2018/19', or by several names in a tuple"
    raise InvalidValueError(field=f"used[{reference!r}]", value=given, expected=expected)


def _in_pence(stated: Mapping[Group, Money | int]) -> dict[Group, Measure]:
    read = {
        group: each.in_pence if isinstance(each, Money) else each for group, each in stated.items()
    }
    # what is placed nowhere may lie in any group, as it does when it is folded
    return {group: up_to(each) if group == NOT_STATED else each for group, each in read.items()}


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
    by_hand: Mapping[str, Mapping[Group, Money | int]] = attrs.field(
        factory=dict, eq=False, repr=False
    )

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

        What does not fit its clause is refused when something is judged: a clause that is not there
        or keeps no count, a number for an amount, groups where there are none.
        """
        read = {reference: _stated(reference, given) for reference, given in totals.items()}
        in_pence = {reference: _in_pence(stated) for reference, stated in read.items()}
        return cls(in_pence, tuple(includes), read)

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
        only where one of them changes another.
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
    return used


def _misfit(clause: Clause, stated: Mapping[Group, Money | int]) -> InvalidValueError | None:
    """Say what is wrong with totals that a clause would not look at, or would read as another."""
    expected = _expected(clause)
    for group, given in stated.items():
        if not expected or _fits(clause, group, given):
            continue
        value = {group: given} if group else given
        return InvalidValueError(f"used[{clause.reference!r}]", value, expected)
    return None


def _expected(clause: Clause) -> str:
    """Say what may be stated for a clause; nothing for one of which only it knows."""
    if isinstance(clause, Cap):
        amount = "Money" if clause.of is Of.AMOUNT else "a whole number"
        return f"{amount} by {', '.join(clause.per)}, in a dict" if clause.per else amount
    if isinstance(clause, Either | For | Readings):
        return "a dict by the name of the part and the reference of a clause in it"
    return "" if keeps_count(clause) else "nothing, as the clause keeps no count"


def _fits(clause: Clause, group: Group, given: Money | int) -> bool:
    if isinstance(clause, Cap):
        alike = isinstance(given, Money) == (clause.of is Of.AMOUNT)
        return alike and (len(group) == len(clause.per) or group == NOT_STATED)
    if isinstance(clause, Either | For | Readings):
        return len(group) > 1 and group[1] in {each.reference for each in clause.inner}
    return False


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
