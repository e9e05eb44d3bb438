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
    Consent,
    Entry,
    EntryKind,
    Fund,
    Lift,
    Position,
    Stipulation,
    StipulationKind,
    Treatment,
    check,
    check_lift,
    close_year,
    fold,
    post,
)
from carerslib.funds.rules import RULES
from carerslib.money import Money
from carerslib.periods import DateRange
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


class TestTheEndOfTheYearAfterLifting:
    """£50,000 of 2009/10 is carried, and the PCT lifts its ring-fence in September 2010."""

    LIFT = Lift("ring-fence", PCT, date(2010, 9, 1), Citation.record("a later minute"))
    FUND = attrs.evolve(BREAKS, lifts=[LIFT])
    LAST_DAY = date(2011, 3, 31)

    def _position(self) -> Position:
        carried = Entry(
            "C1",
            EntryKind.CARRY_FORWARD,
            Money.pounds("50000"),
            date(2010, 3, 31),
            date(2010, 4, 30),
            by=PCT,
        )
        wards = _spend("E2", "600000", date(2010, 10, 1), "wards")
        entries = [*GIVEN, _spend("E1", "250000", date(2010, 3, 31)), carried, wards]
        posted = post(entries, against=Position(self.FUND))
        assert posted.refused == ()
        return posted.position

    @pytest.mark.parametrize(
        ("by", "result"),
        [
            (PCT, Result.MET),
            ("Halton Borough Council", Result.NOT_MET),
            (None, Result.UNDETERMINED),
        ],
    )
    def test_the_rest_is_carried_as_the_pct_decides_and_as_nobody_else_does(
        self, by: str | None, result: Result
    ) -> None:
        amount, day = Money.pounds("50000"), self.LAST_DAY
        carried = Entry("C2", EntryKind.CARRY_FORWARD, amount, day, day, by=by)
        assert check(carried, against=self._position()).result is result

    def test_what_the_pct_has_not_decided_stays_open(self) -> None:
        end = close_year(self._position(), "2010/11")
        assert end.undisposed == Money.pounds("50000")
        assert [each.expected for each in end.missing] == [f"what {PCT} decides"]

    @pytest.mark.parametrize(
        ("pounds", "carried", "left"),
        [
            ("49999.99", "49999.99", "0.01"),
            ("50000.00", "50000.00", "0.00"),
            ("50000.01", "50000.00", "0.00"),
        ],
    )
    def test_what_the_pct_agrees_to_is_carried_for_any_purpose(
        self, pounds: str, carried: str, left: str
    ) -> None:
        agreed = Consent("ring-fence", Money.pounds(pounds), PCT, Citation.record("a minute"))
        end = close_year(self._position(), "2010/11", consents=[agreed])
        assert end.amount(Treatment.CARRY) == Money.pounds(carried)
        assert end.undisposed == Money.pounds(left)
        assert end.liability == Money.pounds("0")

    @pytest.mark.parametrize(
        ("first", "last", "decides"),
        [
            (date(2008, 4, 1), date(2009, 3, 31), [f"what {PCT} decides"]),
            (date(2010, 3, 31), date(2010, 3, 31), [f"what {PCT} decides"]),
            (date(2010, 4, 1), date(2011, 3, 31), ["what becomes of money that is left"]),
        ],
        ids=["days that are over", "on the last day", "from the next day on"],
    )
    def test_the_pct_decides_once_it_has_ring_fenced_the_money(
        self, first: date, last: date, decides: list[str]
    ) -> None:
        (ring_fence,) = AS_RECORDED.stipulations
        dated = attrs.evolve(ring_fence, days=DateRange(first, last), clauses=())
        of = attrs.evolve(AS_RECORDED, stipulations=[dated])
        end = close_year(fold(GIVEN, fund=of), "2009/10")
        assert [each.expected for each in end.missing] == decides

    def test_what_another_body_agrees_to_settles_nothing(self) -> None:
        other = Consent("ring-fence", Money.pounds("50000"), "the Board", MINUTE)
        end = close_year(self._position(), "2010/11", consents=[other])
        assert end.undisposed == Money.pounds("50000")


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
