"""Plans that named funds ask for, and the notional share of a national sum."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.clauses import Figure, Nature
from carerslib.errors import InvalidValueError, require
from carerslib.funds._coverage import judge_on
from carerslib.funds._given import key, yes_or_no
from carerslib.law import accelerating_reform_fund, carers_breaks_funding
from carerslib.money import ZERO, Money, Rounding
from carerslib.periods import FinancialYear, check_day
from carerslib.prices import Price
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis

__all__ = [
    "PLAN_RULES",
    "BreaksPlan",
    "ReformPlan",
    "check_breaks_plan",
    "check_reform_plan",
    "notional_share",
]

_STATED: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}
_LEAST_PROJECTS: Final = 2
_FACTS: Final = (
    "signed_by_council",
    "signed_by_trust",
    "states_contributions",
    "transfers",
    "transfers_by_s256",
    "states_spending_on_breaks",
    "states_number_of_breaks",
    "published",
)
_PLAN_DAYS: Final = FinancialYear(2012).range


def notional_share(national: Money, *, allocation: Money, of_all: Money) -> Figure:
    """Give a trust's proportion of a national sum, by its part of all trusts' allocations.

    It is an estimate and never a receipt, rounded to the nearest penny. Raises
    :class:`~carerslib.errors.InvalidValueError` for an allocation below £0.00 or above them all,
    and where all come to nothing.
    """
    if of_all <= ZERO or not ZERO <= allocation <= of_all:
        raise InvalidValueError(
            field="allocation", value=allocation, expected=f"from £0.00 to all of {of_all}"
        )
    share = Fraction(allocation.in_pence, of_all.in_pence)
    amount = national.times(share, Rounding.HALF_UP)
    return Figure(Price.as_stated(amount), Nature.ESTIMATE)


@final
@attrs.frozen
class BreaksPlan:
    """A primary care trust's plan for carers' breaks in 2012/13, as far as it was looked at.

    None means that a fact is not stated. ``transfers_by_s256`` is None as well where the record
    does not say by which power money goes to the council; ``transfers`` says whether any does.
    ``published`` is False for a plan that is on no website.
    """

    reference: str
    signed_by_council: bool | None = None
    signed_by_trust: bool | None = None
    states_contributions: bool | None = None
    transfers: bool | None = None
    transfers_by_s256: bool | None = None
    states_spending_on_breaks: bool | None = None
    states_number_of_breaks: bool | None = None
    published_on: date | None = None
    published: bool | None = None

    def __attrs_post_init__(self) -> None:
        day = self.published_on
        expected = "not False, as there is a day of publication"
        require(
            key("reference", self.reference),
            *(yes_or_no(field, getattr(self, field)) for field in _FACTS),
            None if day is None else check_day("published_on", day),
            InvalidValueError("published", self.published, expected)
            if day is not None and self.published is False
            else None,
        )


def _test(plan: BreaksPlan, letter: str, title: str, field: str, *, value: bool | None) -> Finding:
    return Finding(
        f"funds.breaks-plan.{letter}",
        title,
        _STATED[value],
        Aspect.RECORD,
        plan.reference,
        carers_breaks_funding.PLANS_2012.at(f"test ({letter})"),
        {True: "yes", False: "no", None: None}[value],
        "only",
        "yes",
        (Missing(f"plan.{field}", title),) if value is None else (),
        asked=value is not None,
    )


@rule(
    id="funds.breaks-plan",
    title="The six tests of a plan for carers' breaks",
    citation=carers_breaks_funding.PLANS_2012,
    in_force=_PLAN_DAYS,
)
def _six_tests(plan: BreaksPlan, basis: Basis) -> Iterator[Finding]:
    del basis
    by_s256 = plan.transfers_by_s256
    if plan.transfers is False:
        by_s256 = True
    for letter, title, field, value in (
        ("a", "Signed off by the council", "signed_by_council", plan.signed_by_council),
        ("a", "Signed off by the trust cluster", "signed_by_trust", plan.signed_by_trust),
        ("b", "States each contribution", "states_contributions", plan.states_contributions),
        ("c", "Transfers use s.256", "transfers_by_s256", by_s256),
        (
            "d",
            "States what goes on breaks",
            "states_spending_on_breaks",
            plan.states_spending_on_breaks,
        ),
        (
            "e",
            "Gives an indicative number of breaks",
            "states_number_of_breaks",
            plan.states_number_of_breaks,
        ),
    ):
        yield _test(plan, letter, title, field, value=value)
    yield _on_the_website(plan)


def _on_the_website(plan: BreaksPlan) -> Finding:
    last = carers_breaks_funding.PLANS_2012_PUBLISHED_BY.on(_PLAN_DAYS.last)
    day = plan.published_on
    if day is not None:
        result = Result.MET if day <= last else Result.NOT_MET
    else:
        result = Result.NOT_MET if plan.published is False else Result.UNDETERMINED
    missing = (Missing("plan.published_on", "the day on which it was on the website"),)
    return Finding(
        "funds.breaks-plan.f",
        "On the website in time",
        result,
        Aspect.DATES,
        plan.reference,
        carers_breaks_funding.PLANS_2012.at("test (f)"),
        day,
        "on or before",
        last,
        missing if result is Result.UNDETERMINED else (),
        asked=result is not Result.UNDETERMINED,
    )


PLAN_RULES: Final[RuleSet[BreaksPlan]] = RuleSet(
    "carerslib.funds.named.plans", "2026-11", (_six_tests,)
)
"""What was asked of a plan for carers' breaks in 2012/13."""


def check_breaks_plan(plan: BreaksPlan, *, on: date, basis: Basis | None = None) -> Verdict:
    """Say which of the six tests of 2012/13 a plan meets.

    ``on`` is a day of the year that the plan is for; raises
    :class:`~carerslib.errors.NotInForceError` for another year.
    """
    return judge_on(
        PLAN_RULES,
        plan,
        day=on,
        title=f"Plan {plan.reference}",
        reference=plan.reference,
        basis=basis,
    )


@final
@attrs.frozen
class ReformPlan:
    """A consortium's plan for the Accelerating Reform Fund: its projects, and those on carers.

    A number that is None is not stated.
    """

    reference: str
    projects: int | None = None
    on_carers: int | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            *(
                InvalidValueError(field, value, "a whole number from 0")
                for field, value in (("projects", self.projects), ("on_carers", self.on_carers))
                if value is not None and (type(value) is not int or value < 0)
            ),
        )


def check_reform_plan(plan: ReformPlan) -> Verdict:
    """Compare a plan with the guidance: two projects or more, one at least on unpaid carers.

    Guidance advises: the verdict is not applicable whatever the plan holds, and the findings say
    where it was expected otherwise.
    """
    return Verdict.all_of(
        [
            _expected(plan, "Projects", "projects", plan.projects, _LEAST_PROJECTS),
            _expected(plan, "Projects on unpaid carers", "on_carers", plan.on_carers, 1),
        ],
        title=f"Plan {plan.reference}",
        subject=plan.reference,
    )


def _expected(plan: ReformPlan, title: str, field: str, count: int | None, least: int) -> Finding:
    result = Result.UNDETERMINED
    if count is not None:
        result = Result.MET if count >= least else Result.NOT_MET
    return Finding(
        f"funds.reform-plan.{field.replace('_', '-')}",
        title,
        result,
        Aspect.COUNT,
        plan.reference,
        accelerating_reform_fund.GUIDANCE,
        count,
        "at least",
        least,
        (Missing(f"plan.{field}", title),) if count is None else (),
        binding=False,
        asked=count is not None,
        note="guidance, not a condition",
    )
