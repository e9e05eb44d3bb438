"""The law and the amounts behind funds: a day has one value with its source, or none and why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from carerslib.citations import Citation, Standing
from carerslib.errors import NotInForceError
from carerslib.law import (
    accelerating_reform_fund,
    better_care_fund,
    carers_breaks_funding,
    carers_grant,
    covid_local_support_grant_2021,
    disabled_facilities_grant,
    discharge_fund_2023,
    lga_2003,
    lgfa_1988,
    nhs_act_2006,
    nhs_partnership_regulations_2000,
    nhs_payment_directions_2013,
    public_health_grant,
    short_breaks_funding,
)
from carerslib.money import Money
from carerslib.parameters import Gap, Parameter
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from types import ModuleType

MODULES: Final = (
    accelerating_reform_fund,
    better_care_fund,
    carers_breaks_funding,
    carers_grant,
    covid_local_support_grant_2021,
    disabled_facilities_grant,
    discharge_fund_2023,
    lga_2003,
    lgfa_1988,
    nhs_act_2006,
    nhs_partnership_regulations_2000,
    nhs_payment_directions_2013,
    public_health_grant,
    short_breaks_funding,
)
PARAMETERS: Final = [
    value
    for module in MODULES
    for value in (getattr(module, name) for name in module.__all__)
    if isinstance(value, Parameter)
]
A_DAY: Final = timedelta(days=1)


def _citations(module: ModuleType) -> list[Citation]:
    values = [getattr(module, name) for name in module.__all__]
    found = [value for value in values if isinstance(value, Citation)]
    for value in values:
        if isinstance(value, Parameter):
            found += [dated.citation for dated in value.values]
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_source_states_the_law_and_says_where_it_was_read(module: ModuleType) -> None:
    for citation in _citations(module):
        assert citation.standing.is_law
        assert citation.url or citation.standing is Standing.PRIMARY


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_each_value_holds_on_its_first_and_last_day(parameter: Parameter[object]) -> None:
    for dated in parameter.values:
        assert parameter.dated_on(dated.in_force.first) is dated
        assert parameter.dated_on(dated.in_force.last) is dated


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_no_value_is_given_before_the_first_day_or_after_the_last(
    parameter: Parameter[object],
) -> None:
    known = parameter.days_known
    for day in (known[0].first - A_DAY, known[-1].last + A_DAY):
        with pytest.raises(NotInForceError):
            parameter.on(day)


@pytest.mark.parametrize(
    ("parameter", "gap"),
    [(parameter, gap) for parameter in PARAMETERS for gap in parameter.gaps],
    ids=lambda value: value.name if isinstance(value, Parameter) else str(value.days),
)
def test_a_day_in_a_gap_is_refused_with_its_reason(parameter: Parameter[object], gap: Gap) -> None:
    with pytest.raises(NotInForceError, match=gap.reason[:20]):
        parameter.on(gap.days.first)


class TestTheCarersGrantByYear:
    @pytest.mark.parametrize(
        ("year", "millions"),
        [
            ("1999/00", 20),
            ("2000/01", 50),
            ("2001/02", 70),
            ("2002/03", 85),
            ("2003/04", 100),
            ("2004/05", 125),
            ("2005/06", 185),
            ("2006/07", 185),
            ("2007/08", 185),
            ("2008/09", 224),
            ("2009/10", 240),
            ("2010/11", 256),
        ],
    )
    def test_each_year_has_its_amount_from_1_april_to_31_march(
        self, year: str, millions: int
    ) -> None:
        financial = FinancialYear.parse(year)
        expected = Money.pence(millions * 100_000_000)
        assert carers_grant.AMOUNTS.on(financial.first_day) == expected
        assert carers_grant.AMOUNTS.on(financial.last_day) == expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2003, 4, 1), Standing.PRIMARY), (date(2003, 3, 31), Standing.SECONDARY)],
    )
    def test_an_account_of_an_amount_is_told_from_the_departments_own(
        self, on: date, expected: Standing
    ) -> None:
        assert carers_grant.AMOUNTS.dated_on(on).citation.standing is expected


class TestOtherAmounts:
    @pytest.mark.parametrize(
        ("parameter", "year", "amount"),
        [
            (carers_breaks_funding.AMOUNTS, "2009/10", "50000000"),
            (carers_breaks_funding.AMOUNTS, "2010/11", "100000000"),
            (carers_breaks_funding.AMOUNTS, "2012/13", "129000000"),
            (better_care_fund.CARERS_BREAKS, "2015/16", "130000000"),
            (better_care_fund.CARERS_BREAKS, "2018/19", "130000000"),
            (better_care_fund.IMPROVED_AMOUNTS, "2019/20", "1837000000"),
            (better_care_fund.IMPROVED_AMOUNTS, "2020/21", "2077000000"),
            (accelerating_reform_fund.AMOUNTS, "2023/24", "20000000"),
            (accelerating_reform_fund.AMOUNTS, "2024/25", "22600000"),
            (public_health_grant.AMOUNTS, "2023/24", "3530000000"),
            (public_health_grant.AMOUNTS, "2024/25", "3660000000"),
            (public_health_grant.AMOUNTS, "2025/26", "3858000000"),
            (short_breaks_funding.EARLY_INTERVENTION_AMOUNTS, "2011/12", "198000000"),
            (short_breaks_funding.EARLY_INTERVENTION_AMOUNTS, "2014/15", "210000000"),
            (short_breaks_funding.INNOVATION_AMOUNTS, "2022/23", "5000000"),
            (short_breaks_funding.INNOVATION_AMOUNTS, "2024/25", "15000000"),
            (disabled_facilities_grant.AMOUNTS, "2014/15", "220000000"),
            (disabled_facilities_grant.AMOUNTS, "2020/21", "573000000"),
        ],
        ids=lambda value: value.name if isinstance(value, Parameter) else str(value),
    )
    def test_a_year_has_the_amount_that_was_published(
        self, parameter: Parameter[Money], year: str, amount: str
    ) -> None:
        assert parameter.on(FinancialYear.parse(year).first_day) == Money.pounds(amount)

    def test_where_two_amounts_were_published_the_source_says_so(self) -> None:
        dated = public_health_grant.AMOUNTS.dated_on(date(2024, 4, 1))
        assert "£3,603m" in dated.citation.note

    def test_a_total_over_three_years_is_not_an_amount_of_each(self) -> None:
        (dated,) = short_breaks_funding.AIMING_HIGH_TOTAL.values
        assert len(FinancialYear.covering(dated.in_force)) == 3
        assert "together" in short_breaks_funding.AIMING_HIGH_TOTAL.title


def test_the_days_of_the_two_sets_of_routes_meet() -> None:
    earlier, later = nhs_act_2006.NAMES_BOTH_ROUTES, nhs_act_2006.WITH_JOINT_WORKING
    assert earlier.last + A_DAY == later.first


def test_regulation_7_lists_its_paragraphs_from_a_to_g() -> None:
    contents = nhs_partnership_regulations_2000.AGREEMENT_CONTENTS
    assert "".join(letter for letter, _ in contents) == "abcdefg"
