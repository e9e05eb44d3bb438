"""Money that is designated for integration: its conditions, and what may follow a broken one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.errors import InvalidValueError, require
from carerslib.funds._coverage import judge_on
from carerslib.funds._given import key, not_negative, yes_or_no
from carerslib.law import nhs_act_2006
from carerslib.money import Money
from carerslib.periods import FinancialYear
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = [
    "CONDITIONS",
    "DESIGNATED_RULES",
    "DesignatedPayment",
    "PoolingCondition",
    "Recourse",
    "check_designated",
    "recourse",
]


class PoolingCondition(StrEnum):
    """What a designated amount may be paid on condition of."""

    TRANSFER = "transferred into a pooled fund"
    """The one condition that every such payment has."""
    PLAN = "a spending plan prepared and agreed"
    APPROVAL = "the spending plan approved by NHS England"
    OBJECTIVES = "performance objectives in the spending plan"
    PERFORMANCE = "performance objectives met"


CONDITIONS: Final[Mapping[PoolingCondition, Citation]] = {
    PoolingCondition.TRANSFER: nhs_act_2006.SECTION_223GA,
    PoolingCondition.PLAN: nhs_act_2006.SECTION_223GA.at("s.223GA(4)(a)"),
    PoolingCondition.APPROVAL: nhs_act_2006.SECTION_223GA.at("s.223GA(4)(b)"),
    PoolingCondition.OBJECTIVES: nhs_act_2006.SECTION_223GA.at("s.223GA(4)(c)"),
    PoolingCondition.PERFORMANCE: nhs_act_2006.SECTION_223GA.at("s.223GA(4)(d)"),
}
"""The provision behind each condition."""


def _by_condition(
    given: Mapping[PoolingCondition, bool | None] | Iterable[tuple[PoolingCondition, bool | None]],
) -> tuple[tuple[PoolingCondition, bool | None], ...]:
    return tuple(dict(given).items())


@final
@attrs.frozen
class DesignatedPayment:
    """An amount that NHS England has designated for integration, and how its conditions stand.

    ``amount`` is what was designated for the year, ``paid`` what of it has been paid so far, None
    where that is not known. ``conditions`` says of each condition of the payment whether it is met,
    None where nobody has said; the transfer into a pooled fund is one whether it is named or not.
    """

    reference: str
    year: FinancialYear
    amount: Money
    paid: Money | None = None
    conditions: tuple[tuple[PoolingCondition, bool | None], ...] = attrs.field(
        default=(), converter=_by_condition
    )

    def __attrs_post_init__(self) -> None:
        paid, year = self.paid, isinstance(self.year, FinancialYear)
        require(
            key("reference", self.reference),
            None if year else InvalidValueError("year", self.year, "a FinancialYear"),
            not_negative("amount", self.amount),
            not_negative("paid", paid, optional=True),
            *(self._condition_problem(each) for each, _ in self.conditions),
            *(yes_or_no("conditions", met) for _, met in self.conditions),
        )
        if paid is not None and paid > self.amount:
            expected = f"at most the {self.amount} that is designated"
            raise InvalidValueError(field="paid", value=paid, expected=expected)

    @staticmethod
    def _condition_problem(given: object) -> InvalidValueError | None:
        if isinstance(given, PoolingCondition):
            return None
        return InvalidValueError("conditions", given, "a PoolingCondition")

    @property
    def stands(self) -> Mapping[PoolingCondition, bool | None]:
        """How each condition of the payment stands, the transfer first."""
        return {PoolingCondition.TRANSFER: None, **dict(self.conditions)}


@rule(
    id="funds.designated",
    title="Conditions of a designated amount",
    citation=nhs_act_2006.SECTION_223GA,
    in_force=nhs_act_2006.DESIGNATES,
)
def _conditions(payment: DesignatedPayment, basis: Basis) -> Iterator[Finding]:
    del basis
    for condition, met in payment.stands.items():
        field = f"payment.conditions[{condition.name}]"
        yield Finding(
            "funds.designated",
            condition[0].upper() + condition[1:],
            {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[met],
            Aspect.PRECONDITION,
            payment.reference,
            CONDITIONS[condition],
            {True: str(condition), False: f"not {condition}", None: None}[met],
            "only",
            str(condition),
            (Missing(field, f"whether it is met: {condition}"),) if met is None else (),
            asked=met is not None,
        )


DESIGNATED_RULES: Final[RuleSet[DesignatedPayment]] = RuleSet(
    "carerslib.funds.pooled.designated", "2026-11", (_conditions,)
)
"""What section 223GA(3) and (4) lets the payment of a designated amount depend on."""


def check_designated(payment: DesignatedPayment, *, basis: Basis | None = None) -> Verdict:
    """Say whether the conditions of a designated amount are met, by the rules of its year.

    Raises :class:`~carerslib.errors.NotInForceError` for a year before 2015/16, or after the last
    that was looked at.
    """
    return judge_on(
        DESIGNATED_RULES,
        payment,
        day=payment.year.first_day,
        title=f"Designated amount {payment.reference}",
        reference=payment.reference,
        basis=basis,
    )


@final
class Recourse(NamedTuple):
    """What NHS England may do where a condition of a designated amount is not met.

    It may withhold what has not been paid and recover what has, in a later financial year too, or
    direct how up to ``may_direct`` is used for integration or for payments under s.256. Which of
    these it does, if any, is for NHS England. An amount is None where it is not known how much was
    paid.
    """

    broken: tuple[PoolingCondition, ...]
    may_withhold: Money | None
    may_recover: Money | None
    may_direct: Money
    source: Citation = nhs_act_2006.SECTION_223GA_5


def recourse(payment: DesignatedPayment) -> Recourse | None:
    """Give what NHS England may do about a designated amount; None unless a condition is broken.

    Raises :class:`~carerslib.errors.NotInForceError` as :func:`check_designated` does.
    """
    if not check_designated(payment).unmet:
        return None
    paid = payment.paid
    return Recourse(
        tuple(each for each, met in payment.stands.items() if met is False),
        None if paid is None else payment.amount - paid,
        paid,
        payment.amount,
    )
