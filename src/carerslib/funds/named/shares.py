"""Whether a finished year of a named fund kept to the shares that bound or guided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.errors import InvalidValueError, require
from carerslib.funds.shares import ShareOfGrant
from carerslib.money import ZERO, Money
from carerslib.verdicts import Finding, Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carerslib.clauses import Group, Measure
    from carerslib.funds.named.model import NamedFund
    from carerslib.periods import FinancialYear

__all__ = ["check_shares"]


def check_shares(
    spent: Mapping[str, Money], *, of: NamedFund, year: FinancialYear, grant: Money
) -> Verdict:
    """Say whether what was spent, by purpose, comes to the shares of one body's grant for a year.

    A share that was only expected is advice and decides nothing. Not applicable for a year in
    which no share is known to have bound the fund. Raises
    :class:`~carerslib.errors.NotInForceError` for a year in which the fund itself is not known, and
    :class:`~carerslib.errors.InvalidValueError` for a negative amount.
    """
    amounts = {"grant": grant, **{f"spent[{key!r}]": amount for key, amount in spent.items()}}
    require(
        *(
            InvalidValueError(field, amount, "Money of £0.00 or more")
            for field, amount in amounts.items()
            if amount < ZERO
        )
    )
    return Verdict.all_of(
        _parts(spent, of, year, grant),
        title=f"Shares of the {of.title}, {year}",
        subject=of.reference,
    )


def _parts(
    spent: Mapping[str, Money], of: NamedFund, year: FinancialYear, grant: Money
) -> Iterator[Part]:
    for stipulation in of.stipulations_on(year.last_day):
        for clause in stipulation.clauses:
            if isinstance(clause, ShareOfGrant):
                finding = _reached(clause, spent, year, grant, of.reference)
                yield finding if stipulation.binds else finding._replace(binding=False)


def _reached(
    clause: ShareOfGrant,
    spent: Mapping[str, Money],
    year: FinancialYear,
    grant: Money,
    subject: str,
) -> Finding:
    inside = Money.total(amount for purpose, amount in spent.items() if purpose in clause.values)
    used: dict[Group, Measure] = {
        (str(year), "grant"): grant.in_pence,
        (str(year), "inside"): inside.in_pence,
    }
    return clause.reached(used, str(year), subject)
