"""Halton, 2009: money for carers' breaks that the PCT ring-fenced of its own accord.

The minute says that the Department had allocated £150m to PCTs for 2009/10 and 2010/11, and that
Halton and St Helens PCT had "ring fenced funds during 2001/10 and 2010/11". The first year is
misprinted, and is kept as readings. The PCT's own amount is not in the minute, so the amounts here
are made up.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.halton_2009 import BREAKS as AS_RECORDED
from tests.scenarios.halton_2009 import MINUTE, PCT

from carerslib.citations import Citation
from carerslib.clauses import Only
from carerslib.funds import (
    Entry,
    EntryKind,
    Fund,
    Lift,
    Position,
    Stipulation,
    StipulationKind,
    check,
    check_lift,
    close_year,
    fold,
    post,
)
from carerslib.funds.rules import RULES
from carerslib.money import Money
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.basis import Basis

EXPECTED: Final = Stipulation(
    "framework",
    StipulationKind.EXPECTATION,
    "Department of Health",
    Citation.record("NHS Operating Framework 2009/10", "paragraph 37"),
    clauses=[Only("framework.purpose", MINUTE, "purpose", "support for carers")],
)
BREAKS: Final = attrs.evolve(AS_RECORDED, stipulations=[*AS_RECORDED.stipulations, EXPECTED])
DAY: Final = date(2009, 6, 1)
GIVEN: Final = (
    Entry("A1", EntryKind.ALLOCATION, Money.pounds("300000"), date(2009, 4, 1), DAY),
    Entry("A2", EntryKind.ALLOCATION, Money.pounds("600000"), date(2010, 4, 1), DAY),
)


def _spend(reference: str, pounds: str, day: date, purpose: str = "support for carers") -> Entry:
    amount = Money.pounds(pounds)
    return Entry(reference, EntryKind.EXPENDITURE, amount, day, day, purpose=purpose)


def _chosen(reading: str) -> Basis:
    return RULES.basis(readings={"ring-fence.years": reading})


@pytest.mark.parametrize("day", [date(2009, 4, 1), date(2010, 3, 31), date(2010, 4, 1)])
def test_money_of_both_years_goes_to_carers(day: date) -> None:
    assert check(_spend("E1", "40000", day), against=fold(GIVEN, fund=BREAKS)).is_met


def test_the_ward_is_refused_while_the_pcts_own_minute_stands() -> None:
    wards = _spend("E1", "40000", DAY, "wards")
    verdict = check(wards, against=fold(GIVEN, fund=BREAKS))
    assert [finding.rule for finding in verdict.unmet] == ["ring-fence.purpose"]
    advice = [each for each in verdict.findings if not each.binding]
    assert [each.result for each in advice] == [Result.NOT_MET], "the Department only expects"


def test_what_is_left_of_one_year_does_not_pay_for_the_other() -> None:
    over = _spend("E1", "300000.01", DAY)
    (finding,) = check(over, against=fold(GIVEN, fund=BREAKS)).unmet
    assert finding.note == "£300,000.00 is uncommitted"


class TestTheMisprintedYear:
    EARLY = _spend("E1", "100", date(2008, 6, 1))
    MONEY = Entry("A0", EntryKind.ALLOCATION, Money.pounds("1000"), date(2008, 4, 1), DAY)

    def test_the_readings_differ_on_2008_so_the_answer_is_open(self) -> None:
        against = fold([self.MONEY], fund=BREAKS)
        assert check(self.EARLY, against=against).result is Result.UNDETERMINED

    @pytest.mark.parametrize(
        ("reading", "result"),
        [("2009/10 and 2010/11", Result.NOT_MET), ("2001 to 2011", Result.MET)],
    )
    def test_a_reading_that_is_chosen_settles_it(self, reading: str, result: Result) -> None:
        against = fold([self.MONEY], fund=BREAKS)
        assert check(self.EARLY, against=against, basis=_chosen(reading)).result is result

    @pytest.mark.parametrize(
        ("day", "result"), [(date(2011, 3, 31), Result.MET), (date(2011, 4, 1), Result.NOT_MET)]
    )
    def test_both_readings_end_on_31_march_2011(self, day: date, result: Result) -> None:
        money = Entry("A3", EntryKind.ALLOCATION, Money.pounds("1000"), day, DAY)
        against = fold([*GIVEN, money], fund=BREAKS)
        assert check(_spend("E1", "100", day), against=against).result is result


class TestLifting:
    def _lifted(self, by: str) -> Fund:
        lift = Lift("ring-fence", by, date(2010, 9, 1), Citation.record("a later minute"))
        return attrs.evolve(BREAKS, lifts=[lift])

    @pytest.mark.parametrize(
        ("by", "day", "result"),
        [
            (PCT, date(2010, 8, 31), Result.NOT_MET),
            (PCT, date(2010, 9, 1), Result.MET),
            ("Halton Borough Council", date(2010, 9, 1), Result.NOT_MET),
            ("Department of Health", date(2010, 9, 1), Result.NOT_MET),
        ],
    )
    def test_only_the_pct_can_lift_what_the_pct_set(
        self, by: str, day: date, result: Result
    ) -> None:
        fund = self._lifted(by)
        wards = _spend("E1", "40000", day, "wards")
        assert check(wards, against=fold(GIVEN, fund=fund)).result is result
        assert check_lift(fund.lifts[0], fund).is_met is (by == PCT)


def test_both_years_run_to_the_end_and_ask_the_pct_what_becomes_of_the_rest() -> None:
    posted = post(
        [
            *GIVEN,
            _spend("E1", "250000", date(2010, 3, 31)),
            _spend("E2", "600000", date(2011, 3, 31)),
            _spend("E3", "0.01", date(2011, 3, 31)),
        ],
        against=Position(BREAKS),
    )
    assert [each.entry.reference for each in posted.refused] == ["E3"]
    first = close_year(posted.position, "2009/10")
    assert first.undisposed == Money.pounds("50000")
    assert [each.expected for each in first.missing] == [f"what {PCT} decides"]
    second = close_year(posted.position, "2010/11")
    assert second.unspent == Money.pounds("0")
    assert second.missing == ()
