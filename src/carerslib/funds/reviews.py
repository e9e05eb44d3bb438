"""Checks of a fund that are not about one entry: lifts, what is due, and costs charged twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.funds._given import not_negative
from carerslib.money import Money
from carerslib.verdicts import Aspect, Finding, Missing, Part, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from carerslib.funds.model import Fund
    from carerslib.funds.stipulations import Due, Lift, Stipulation

__all__ = ["check_cost", "check_due", "check_lift"]

_ONCE: Final = Citation.convention("How the library counts", "R-ACC-4")


def check_lift(lift: Lift, fund: Fund) -> Finding:
    """Say whether a lift takes effect: only the body that set a stipulation can lift it.

    Raises :class:`~carerslib.errors.InvalidValueError` for a stipulation that the fund does not
    have.
    """
    for each in fund.stipulations:
        if each.reference == lift.stipulation:
            return Finding(
                each.reference,
                "Lifting",
                Result.MET if lift.lifts(each) else Result.NOT_MET,
                Aspect.HOLDER,
                fund.reference,
                lift.source,
                lift.by,
                "only",
                each.set_by,
                note=f"from {lift.on.isoformat()}" if lift.lifts(each) else "it still stands",
            )
    expected = f"one of {', '.join(each.reference for each in fund.stipulations) or 'none'}"
    raise InvalidValueError(field="stipulation", value=lift.stipulation, expected=expected)


def check_cost(document: str, cost: Money, *, charged: Mapping[str, Money]) -> Finding:
    """Say whether one cost is charged to funds for no more than it came to, all together.

    ``charged`` is the amount by the fund's reference. Raises
    :class:`~carerslib.errors.InvalidValueError` for an amount below £0.00: it would hide that
    another fund is charged too much.
    """
    require(
        not_negative("cost", cost),
        *(not_negative(f"charged[{fund!r}]", amount) for fund, amount in charged.items()),
    )
    total = Money.total(charged.values())
    over = total - cost
    met = over.in_pence <= 0
    share = f"{total.in_pence * 100 // cost.in_pence}% of it" if cost.in_pence else ""
    return Finding(
        "fund.cost",
        "Each cost once",
        Result.MET if met else Result.NOT_MET,
        Aspect.AMOUNT,
        document,
        _ONCE,
        total,
        "at most",
        cost,
        remedy=None if met else Remedy("amount", cost, "reduce by", over),
        note=f"{share}, charged to {', '.join(charged) or 'no fund'}" if share else "",
    )


def check_due(fund: Fund, *, done: Mapping[str, date], on: date) -> Verdict:
    """Say which certificates and reports were given in time, as things stand on a day.

    ``done`` is the day on which each was given, by its reference. What is not given and not yet
    overdue is not applicable; what has no last day and was not given is undetermined. Where the
    stipulation was lifted, what was due before stays due, and what was due from then on is not.
    """
    parts: list[Part] = [
        _due(stipulation, each, _given_by(on, done.get(each.reference)), on, fund)
        for stipulation in fund.stipulations
        for each in stipulation.due
    ]
    return Verdict.all_of(parts, title="Certificates and reports", subject=fund.reference)


def _given_by(on: date, given: date | None) -> date | None:
    """Leave out what was given only later: on the day that is asked about, nobody had it."""
    return given if given is not None and given <= on else None


def _due(stipulation: Stipulation, due: Due, given: date | None, on: date, fund: Fund) -> Finding:
    missing: tuple[Missing, ...] = ()
    if due.by is None:
        result = Result.UNDETERMINED if given is None else Result.MET
        if given is None:
            missing = (Missing(f"done[{due.reference!r}]", "the day on which it was given"),)
    elif given is None and on <= due.by:
        result = Result.NOT_APPLICABLE
    else:
        result = Result.MET if (given or on) <= due.by else Result.NOT_MET
    last = on if due.by is None else min(due.by, on)
    lifted = any(lift.on <= last for lift in fund.lifts if lift.lifts(stipulation))
    if lifted and result is not Result.MET:
        result, missing = Result.NOT_APPLICABLE, ()
    return Finding(
        due.reference,
        due.title,
        result,
        Aspect.PRECONDITION,
        fund.reference,
        stipulation.source,
        given,
        "on or before" if due.by else "given",
        due.by,
        missing,
        binding=stipulation.binds,
        note=f"signed by {due.signed_by}" + ("; it was lifted before" if lifted else ""),
    )
