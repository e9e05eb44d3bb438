"""Money designated for integration, under section 223GA of the NHS Act 2006."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.funds.pooled import (
    DesignatedPayment,
    PoolingCondition,
    check_designated,
    recourse,
)
from carerslib.money import Money
from carerslib.periods import FinancialYear
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Mapping

Condition = PoolingCondition
YEAR: Final = FinancialYear.parse("2024/25")
IN_FULL: Final = dict.fromkeys(Condition, True)


def payment(
    conditions: Mapping[PoolingCondition, bool | None],
    paid: str | None = "30000.00",
    year: FinancialYear = YEAR,
) -> DesignatedPayment:
    so_far = None if paid is None else Money.pounds(paid)
    return DesignatedPayment("BCF", year, Money.pounds("40000.00"), so_far, conditions)


class TestItsConditionsUnderSubsections3And4:
    def test_met_in_full_nothing_follows(self) -> None:
        assert check_designated(payment(IN_FULL)).is_met
        assert recourse(payment(IN_FULL)) is None

    @pytest.mark.parametrize(
        ("condition", "place"),
        [
            (Condition.TRANSFER, "s.223GA(3)"),
            (Condition.PLAN, "s.223GA(4)(a)"),
            (Condition.APPROVAL, "s.223GA(4)(b)"),
            (Condition.OBJECTIVES, "s.223GA(4)(c)"),
            (Condition.PERFORMANCE, "s.223GA(4)(d)"),
        ],
    )
    def test_each_decides(self, condition: PoolingCondition, place: str) -> None:
        (finding,) = check_designated(payment({**IN_FULL, condition: False})).unmet
        assert finding.citation.place == place
        assert finding.remedy is None

    def test_the_transfer_into_a_pool_is_one_though_nobody_names_it(self) -> None:
        verdict = check_designated(payment({}))
        assert verdict.result is Result.UNDETERMINED
        assert [each.field for each in verdict.missing] == ["payment.conditions[TRANSFER]"]

    def test_one_that_the_payment_does_not_have_is_not_asked(self) -> None:
        assert check_designated(payment({Condition.TRANSFER: True})).is_met

    def test_say_what_nhs_england_is(self) -> None:
        (finding,) = check_designated(payment({**IN_FULL, Condition.APPROVAL: False})).unmet
        assert finding.title == "The spending plan approved by NHS England"

    @pytest.mark.parametrize(
        ("year", "known"),
        [("2014/15", False), ("2015/16", True), ("2025/26", True), ("2026/27", False)],
    )
    def test_are_known_from_the_first_year_of_the_better_care_fund(
        self, year: str, *, known: bool
    ) -> None:
        one = payment(IN_FULL, year=FinancialYear.parse(year))
        if known:
            assert check_designated(one).is_met
        else:
            with pytest.raises(NotInForceError):
                check_designated(one)


class TestWhatMayFollowUnderSubsection5:
    BROKEN: Final[dict[PoolingCondition, bool | None]] = {
        Condition.TRANSFER: False,
        Condition.PLAN: None,
    }

    @pytest.mark.parametrize(
        ("paid", "withheld", "recovered"),
        [
            ("0.00", "40000.00", "0.00"),
            ("30000.00", "10000.00", "30000.00"),
            ("40000.00", "0.00", "40000.00"),
        ],
    )
    def test_what_is_not_paid_may_be_withheld_and_what_is_paid_recovered(
        self, paid: str, withheld: str, recovered: str
    ) -> None:
        found = recourse(payment(self.BROKEN, paid))
        assert found is not None
        assert found.broken == (Condition.TRANSFER,)
        assert found.may_withhold == Money.pounds(withheld)
        assert found.may_recover == Money.pounds(recovered)
        assert found.may_direct == Money.pounds("40000.00")
        assert found.source.place == "s.223GA(5), (6) and (8)"

    def test_amounts_are_open_where_nobody_knows_what_was_paid(self) -> None:
        found = recourse(payment(self.BROKEN, None))
        assert found is not None
        assert (found.may_withhold, found.may_recover) == (None, None)

    def test_nothing_follows_from_a_condition_of_which_nobody_has_said_anything(self) -> None:
        assert recourse(payment({Condition.PLAN: None})) is None


class TestWhatARecordMayHold:
    @pytest.mark.parametrize(
        ("field", "wrong"),
        [
            ("reference", ""),
            ("year", "2024/25"),
            ("amount", Money.pounds("-0.01")),
            ("paid", Money.pounds("-0.01")),
            ("paid", Money.pounds("40000.01")),
            ("conditions", {"a plan": True}),
            ("conditions", {Condition.PLAN: "yes"}),
        ],
    )
    def test_what_can_never_be_is_refused_by_name(self, field: str, wrong: object) -> None:
        right: dict[str, Any] = {
            "reference": "BCF",
            "year": YEAR,
            "amount": Money.pounds("40000.00"),
        }
        with pytest.raises(InvalidValueError) as caught:
            DesignatedPayment(**{**right, field: cast("Any", wrong)})
        assert caught.value.field == field
