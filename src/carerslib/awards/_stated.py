"""Totals that a caller states by hand: read, measured, and held against what clauses count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from carerslib.clauses import Cap, Clause, Either, For, Group, Of, Readings, Threshold
from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import add, less, of_price, spread, up_to
from carerslib.clauses.base import keeps_count
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.prices import Price

if TYPE_CHECKING:
    from carerslib.clauses.figures import Measure

__all__ = ["Given", "as_meant", "expected_of", "fits", "measures", "moved", "stated_of"]

Given: TypeAlias = "Money | Price | int"
"""An amount, or a number."""

_KEY: Final = 2
"""A clause inside another has the names of both before its groups."""


def stated_of(reference: str, given: object) -> dict[Group, Given]:
    """Read what is stated of one clause as amounts by group."""
    if isinstance(given, Money | Price | int) and not isinstance(given, bool):
        return {(): _amount(reference, given)}
    if not isinstance(given, Mapping):
        expected = "Money, a Price, a whole number, or a dict of these by group"
        raise InvalidValueError(field=f"used[{reference!r}]", value=given, expected=expected)
    return {
        _group(reference, group): _amount(f"{reference}, {group}", amount)
        for group, amount in given.items()
    }


def _amount(reference: str, given: object) -> Given:
    if isinstance(given, Money | Price | int) and not isinstance(given, bool):
        amount = given.stated if isinstance(given, Price) else given
        size = amount.in_pence if isinstance(amount, Money) else amount
        if size >= 0:
            return given
    expected = "Money, a Price, or a whole number, that is not negative"
    raise InvalidValueError(field=f"used[{reference!r}]", value=given, expected=expected)


def _group(reference: str, given: object) -> Group:
    group = (given,) if isinstance(given, str) else given
    if isinstance(group, tuple) and all(isinstance(name, str) for name in group):
        return group
    expected = "groups by name, such as '2018/19', or by several names in a tuple"
    raise InvalidValueError(field=f"used[{reference!r}]", value=given, expected=expected)


def measures(stated: Mapping[Group, Given]) -> dict[Group, Measure]:
    """Measure what is stated of one clause by group."""
    read = {group: _measure(each) for group, each in stated.items()}
    # what is placed nowhere may lie in any group, as it does when it is folded
    return {group: up_to(each) if group == NOT_STATED else each for group, each in read.items()}


def _measure(given: Given) -> Measure:
    if isinstance(given, Price):
        return of_price(given, like=False)
    return given.in_pence if isinstance(given, Money) else given


def as_meant(clause: Clause, group: Group, given: Given) -> Given:
    """Give an amount as the figure of its clause has it.

    Of a figure that states no VAT, what states none is held against it like with like. Of one that
    is stated both with VAT and without, an amount that does not say which may be either.
    """
    if isinstance(clause, Cap):
        figure = clause.at_most
        if isinstance(given, Price) and figure.is_like and given.unstated is not None:
            return given.unstated
        if isinstance(given, Money) and len(figure.limits()) > 1 and not figure.is_like:
            return Price.as_stated(given)
    if isinstance(clause, Threshold) and group[1:_KEY] == (clause.reference,):
        return as_meant(clause.cap, group[_KEY:], given)
    held = [each for each in getattr(clause, "inner", ()) if each.reference in group[1:_KEY]]
    return as_meant(held[0], group[_KEY:], given) if held else given


def moved(
    totals: Mapping[Group, Measure],
    stated: Mapping[Group, Measure],
    meant: Mapping[Group, Measure],
) -> dict[Group, Measure]:
    """Put what is meant in the place of what was stated, beside what was folded since."""
    found = dict(totals)
    for group, measure in stated.items():
        total = spread(add(less(totals.get(group, 0), measure), meant[group]))
        found[group] = total[0] if len(set(total)) == 1 else total
    return found


def _dimensions(cap: Cap) -> tuple[str, ...]:
    return (*cap.per, *filter(None, (cap.distinct,)))


def expected_of(clause: Clause) -> str:
    """Say what may be stated for a clause; nothing for one of which only it knows."""
    if isinstance(clause, Cap):
        amount = "Money or a Price" if clause.of is Of.AMOUNT else "a whole number"
        by = _dimensions(clause)
        return f"{amount} by {', '.join(by)}, in a dict" if by else amount
    if isinstance(clause, Either | For | Readings):
        return "a dict by the name of the part and the reference of a clause in it"
    return "" if keeps_count(clause) else "nothing, as the clause keeps no count"


def fits(clause: Clause, group: Group, given: Given) -> bool:
    """Say whether what is stated is what a clause counts, in groups such as it has."""
    if isinstance(clause, Cap):
        alike = isinstance(given, Money | Price) == (clause.of is Of.AMOUNT)
        return alike and (len(group) == len(_dimensions(clause)) or group == NOT_STATED)
    if isinstance(clause, Either | For | Readings):
        return len(group) > 1 and group[1] in {each.reference for each in clause.inner}
    return False
