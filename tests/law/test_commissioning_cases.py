"""Worked cases of commissioning, under their numbers."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from tests.unit.commissioning.making import DAY, FUND, INTENTION, only, whole

from carerslib.commissioning import (
    Account,
    Budget,
    IntentionType,
    Notice,
    national,
)
from carerslib.funds import Entry, EntryKind, fold
from carerslib.money import Money
from carerslib.periods import ByYear
from carerslib.verdicts import Result


@pytest.mark.parametrize(
    ("heading", "outcome_2008", "theme_2018"),
    [
        pytest.param(
            "Income & Employment",
            "not financially disadvantaged",
            "employment and financial wellbeing",
            id="M01",
        )
    ],
)
def test_a_heading_answers_to_a_national_outcome(
    heading: str, outcome_2008: str, theme_2018: str
) -> None:
    found = national(heading)
    assert found is not None
    assert found.outcome_2008 == outcome_2008
    assert found.themes_2018 == (theme_2018,)


COST = Money.pounds("30000")
PLANNED = ByYear.of({"2018/19": COST})


@pytest.mark.parametrize(
    ("budgets", "left", "rule", "result"),
    [
        pytest.param((), "20000", "money.fund-named", Result.UNDETERMINED, id="M02-no-fund"),
        pytest.param(
            Budget(FUND.reference, PLANNED),
            "20000",
            "money.uncommitted",
            Result.NOT_MET,
            id="M02-too-little-left",
        ),
        pytest.param(
            Budget(FUND.reference, PLANNED),
            "29999.99",
            "money.uncommitted",
            Result.NOT_MET,
            id="M02-a-penny-short",
        ),
        pytest.param(
            Budget(FUND.reference, PLANNED),
            "30000",
            "money.uncommitted",
            Result.MET,
            id="M02-just-enough",
        ),
    ],
)
def test_an_intention_that_costs_30_000_names_a_fund_that_has_as_much(
    budgets: Budget | tuple[()], left: str, rule: str, result: Result
) -> None:
    given = Entry("A1", EntryKind.ALLOCATION, Money.pounds(left), date(2018, 4, 1), DAY)
    intention = attrs.evolve(INTENTION, cost=COST, budgets=budgets)
    record = whole(intentions=[intention], accounts=[Account(FUND, fold([given], fund=FUND))])
    (finding,) = only(record, rule)
    assert finding.result is result
    (complete,) = only(record, "intentions.complete")
    assert complete.measured == ("complete" if budgets else "incomplete")


@pytest.mark.parametrize(
    ("effective", "result"),
    [
        pytest.param(date(2018, 4, 30), Result.NOT_MET, id="M03"),
        pytest.param(date(2018, 5, 31), Result.NOT_MET, id="M03-a-day-short"),
        pytest.param(date(2018, 6, 1), Result.MET, id="M03-three-months"),
    ],
)
def test_notice_on_1_march_of_a_service_that_ends_is_a_warning_under_three_months(
    effective: date, result: Result
) -> None:
    intention = attrs.evolve(
        INTENTION,
        type=IntentionType.DECOMMISSION,
        notice=Notice(date(2018, 3, 1), effective),
    )
    (finding,) = only(whole(intentions=[intention]), "intentions.notice")
    assert (finding.result, finding.binding) == (result, False)
