"""Orders and money that go from one year into the next, where years are kept apart or are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from tests.unit.funds.making import DETERMINATION, allocated, condition, entry, fund, spend, taken

from carerslib.clauses import Cap, Figure
from carerslib.funds import (
    Entry,
    EntryKind,
    Fund,
    FundType,
    Head,
    Lift,
    Position,
    ShareOfGrant,
    check,
    close_year,
    fold,
    post,
)
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, FinancialYear

if TYPE_CHECKING:
    from carerslib.verdicts import Verdict

Kind = EntryKind
FIRST_YEAR: Final = FinancialYear(2009)
GIVEN_ON: Final = date(2009, 4, 1)
ORDERED_ON: Final = date(2010, 3, 1)
RECEIVED_ON: Final = date(2010, 4, 10)
TOGETHER: Final = fund(type_=FundType.GENERAL_GRANT, by_year=False)
APART: Final = fund(type_=FundType.GENERAL_GRANT)
MONEY: Final = allocated("100.00", GIVEN_ON)
ORDER: Final = entry("O1", Kind.COMMITMENT, "40.00", ORDERED_ON, purpose="breaks")


def _of_order(kind: Kind, pounds: str, day: date = RECEIVED_ON, **more: Any) -> Entry:  # noqa: ANN401
    return entry("E1", kind, pounds, day, purpose="breaks", order="O1", **more)


def _notes(verdict: Verdict) -> list[str]:
    return [each.note for each in verdict.unmet]


ABOUT_AN_ORDER: Final = pytest.mark.parametrize(
    ("kind", "more"),
    [
        (Kind.EXPENDITURE, {}),
        (Kind.ACCRUAL, {}),
        (Kind.RELEASE, {}),
        (Kind.CORRECTION, {"corrects": Kind.COMMITMENT}),
    ],
    ids=["delivered", "received before its invoice", "released", "cancelled"],
)


class TestAnOrderOfMoneyThatHasNoYear:
    @ABOUT_AN_ORDER
    @pytest.mark.parametrize(
        ("pounds", "met"), [("39.99", True), ("40.00", True), ("40.01", False)]
    )
    def test_is_resolved_in_a_later_year_for_all_of_it_and_no_more(
        self, kind: Kind, more: dict[str, Any], pounds: str, *, met: bool
    ) -> None:
        verdict = check(_of_order(kind, pounds, **more), against=taken(TOGETHER, MONEY, ORDER))
        assert verdict.is_met is met
        assert met or "£40.00 is open on order O1" in _notes(verdict)

    def test_leaves_the_money_as_it_was_and_is_spent_in_the_year_of_delivery(self) -> None:
        position = taken(TOGETHER, MONEY, ORDER, _of_order(Kind.EXPENDITURE, "40.00"))
        assert position.open_on("O1") == Money.pounds("0.00")
        assert position.room(year="2010/11") == Money.pounds("60.00")
        assert position.sums(year="2010/11").paid == Money.pounds("40.00")
        whole = position.sums()
        assert whole.authorised == whole.expenditure + whole.open_commitments + whole.uncommitted

    def test_is_not_spent_when_its_own_year_ends(self) -> None:
        position = taken(TOGETHER, MONEY, ORDER, _of_order(Kind.EXPENDITURE, "40.00"))
        assert close_year(position, "2009/10").unspent == Money.pounds("100.00")
        assert close_year(position, "2010/11").unspent == Money.pounds("60.00")

    def test_comes_to_the_same_in_any_order(self) -> None:
        entries = [MONEY, ORDER, _of_order(Kind.EXPENDITURE, "40.00")]
        assert fold(reversed(entries), fund=TOGETHER) == fold(entries, fund=TOGETHER)

    def test_is_resolved_when_its_own_year_is_closed(self) -> None:
        closed = taken(TOGETHER, MONEY, ORDER).closing(FIRST_YEAR)
        assert check(_of_order(Kind.EXPENDITURE, "40.00"), against=closed).is_met

    @pytest.mark.parametrize(
        ("pounds", "met"), [("19.99", False), ("20.00", True), ("20.01", False)]
    )
    def test_of_several_years_is_made_void_as_a_whole(self, pounds: str, *, met: bool) -> None:
        half = Money.pounds("10.00")
        signed = entry(
            "O1",
            Kind.COMMITMENT,
            "20.00",
            ORDERED_ON,
            by_year=ByYear.of({"2009/10": half, "2010/11": half}),
        )
        void = entry("L1", Kind.RELEASE, pounds, RECEIVED_ON, order="O1", voids=True)
        assert check(void, against=taken(TOGETHER, MONEY, signed)).is_met is met

    @pytest.mark.parametrize(("second", "met"), [("20.00", True), ("20.01", False)])
    def test_is_cancelled_over_several_years_for_no_more_than_is_open(
        self, second: str, *, met: bool
    ) -> None:
        parts = ByYear.of({"2009/10": Money.pounds("20.00"), "2010/11": Money.pounds(second)})
        cancelled = Entry(
            "K1",
            Kind.CORRECTION,
            parts.total,
            ORDERED_ON,
            ORDERED_ON,
            purpose="breaks",
            corrects=Kind.COMMITMENT,
            order="O1",
            by_year=parts,
        )
        verdict = check(cancelled, against=taken(TOGETHER, MONEY, ORDER))
        assert verdict.is_met is met


class TestWhatWasPostedToMoneyThatHasNoYear:
    ACCRUED = entry("X1", Kind.ACCRUAL, "40.00", ORDERED_ON, purpose="breaks")
    PAID = spend("E1", "40.00", ORDERED_ON, document="7")

    def _credit(self, pounds: str, day: date, **more: Any) -> Entry:  # noqa: ANN401
        said = {"corrects": Kind.EXPENDITURE, "purpose": "breaks", **more}
        return entry("K1", Kind.CORRECTION, pounds, day, **said)

    def test_an_accrual_is_paid_in_the_next_year(self) -> None:
        position = taken(TOGETHER, MONEY, self.ACCRUED)
        assert check(spend("E9", "40.00", RECEIVED_ON, settles="X1"), against=position).is_met
        over = check(spend("E9", "40.01", RECEIVED_ON, settles="X1"), against=position)
        assert _notes(over) == ["£40.00 is open on accrual X1"]

    @pytest.mark.parametrize(
        ("pounds", "met"), [("39.99", True), ("40.00", True), ("40.01", False)]
    )
    def test_a_credit_note_may_come_in_a_later_year(self, pounds: str, *, met: bool) -> None:
        position = taken(TOGETHER, MONEY, self.PAID).closing(FIRST_YEAR)
        credit = self._credit(pounds, RECEIVED_ON)
        assert check(credit, against=position).is_met is met

    def test_a_document_is_void_in_a_later_year(self) -> None:
        position = taken(TOGETHER, MONEY, self.PAID)
        void = self._credit("40.00", RECEIVED_ON, document="7", voids=True)
        later = position.after(void)
        assert check(void, against=position).is_met
        assert later.sums().paid == Money.pounds("0.00")
        assert not later.below, "all of it was posted"
        assert close_year(later, "2009/10").unspent == Money.pounds("60.00")
        assert close_year(later, "2010/11").unspent == Money.pounds("100.00")

    def test_nothing_is_taken_off_in_a_year_before_it_was_posted(self) -> None:
        position = taken(TOGETHER, MONEY, spend("E1", "40.00", RECEIVED_ON))
        early = check(self._credit("40.00", ORDERED_ON), against=position)
        assert _notes(early) == ["£0.00 was posted before as expenditure"]

    def test_nothing_is_taken_off_in_a_year_that_is_taken_off_later(self) -> None:
        later = self._credit("30.00", RECEIVED_ON)
        position = taken(TOGETHER, MONEY, self.PAID, later)
        back = entry(
            "K2", Kind.CORRECTION, "10.01", ORDERED_ON, corrects=Kind.EXPENDITURE, purpose="breaks"
        )
        assert _notes(check(back, against=position)) == ["£10.00 was posted before as expenditure"]

    def test_a_grant_of_several_years_is_cut_by_no_more_than_was_given(self) -> None:
        heads = fund(type_=FundType.GENERAL_GRANT, by_year=False, heads=(Head("a"), Head("b")))
        parts = ByYear.of(dict.fromkeys(("2009/10", "2010/11"), Money.pounds("60.00")))
        given = (MONEY, allocated("100.00", GIVEN_ON, "A2", head="a"))
        cut = Entry(
            "K1",
            Kind.CORRECTION,
            parts.total,
            GIVEN_ON,
            GIVEN_ON,
            corrects=Kind.ALLOCATION,
            by_year=parts,
        )
        notes = _notes(check(cut, against=taken(heads, *given)))
        assert notes == ["£100.00 was posted before as allocation"]

    def test_what_is_known_of_it_too_late_is_told_of_no_year(self) -> None:
        credit = self._credit("40.00", RECEIVED_ON)
        position = Position(TOGETHER).after(MONEY, credit)
        verdict = check(spend("E9", "1.00", RECEIVED_ON), against=position)
        told = [each.expected for each in verdict.missing]
        assert told == ["what was spent: £40.00 more is taken off it than is known"]
        assert not position.after(self.PAID).below


class TestWhatCountsByTheYear:
    """A limit for each year stays one, however little the money itself has years."""

    CAP = Cap("each year", DETERMINATION, Figure.pounds("40.00"), per=("year",))
    SHARE = ShareOfGrant("share", DETERMINATION, "purpose", "breaks", at_most=40)
    FREED = entry("L1", Kind.RELEASE, "40.00", RECEIVED_ON, purpose="breaks", order="O1")

    def _of(self, *clauses: Cap | ShareOfGrant) -> Fund:
        return fund(condition(*clauses), by_year=False)

    @pytest.mark.parametrize("clause", [CAP, SHARE], ids=["a cap", "a share"])
    def test_an_order_is_delivered_in_a_later_year(self, clause: Cap | ShareOfGrant) -> None:
        position = taken(self._of(clause), MONEY, ORDER)
        assert check(_of_order(Kind.EXPENDITURE, "40.00"), against=position).is_met

    @pytest.mark.parametrize("clause", [CAP, SHARE], ids=["a cap", "a share"])
    def test_and_is_released_in_the_year_in_which_it_counts(
        self, clause: Cap | ShareOfGrant
    ) -> None:
        position = taken(self._of(clause), MONEY, ORDER)
        late = check(self.FREED, against=position)
        (note,) = _notes(late)
        assert note.startswith("£0.00 of order O1 counts under conditions in 2010/11")
        freed = entry("L1", Kind.RELEASE, "40.00", ORDERED_ON, purpose="breaks", order="O1")
        assert check(freed, against=position).is_met

    def test_some_days_alone_keep_no_year(self) -> None:
        days = DateRange(GIVEN_ON, date(2011, 3, 31))
        whole = Cap("in all", DETERMINATION, Figure.pounds("40.00"))
        of = fund(condition(whole, days=days), by_year=False)
        position = taken(of, MONEY, ORDER)
        assert check(self.FREED, against=position).is_met
        lifted = fund(
            condition(whole, days=days),
            by_year=False,
            lifts=[Lift("conditions", "the department", date(2010, 4, 1), DETERMINATION)],
        )
        late = check(self.FREED, against=taken(lifted, MONEY, ORDER))
        assert late.is_met, "it is not in force any more, and its count is left as it was"


class TestAnOrderOfMoneyThatIsKeptByYear:
    @pytest.mark.parametrize("kind", [Kind.EXPENDITURE, Kind.ACCRUAL])
    def test_delivered_in_the_next_year_says_what_to_do(self, kind: Kind) -> None:
        verdict = check(_of_order(kind, "40.00"), against=taken(APART, MONEY, ORDER))
        assert _notes(verdict) == [
            (
                "£0.00 is open on order O1 in 2010/11, and £40.00 in 2009/10: "
                "release that, and order it again of the money of 2010/11"
            )
        ]

    @pytest.mark.parametrize("closed", [[], [FIRST_YEAR]], ids=["open", "closed"])
    def test_is_released_in_its_own_year_and_ordered_again(
        self, closed: list[FinancialYear]
    ) -> None:
        position = taken(APART, MONEY, allocated("40.00", RECEIVED_ON, "A2"), ORDER)
        for year in closed:
            position = position.closing(year)
        before = close_year(position, "2009/10")
        again = entry("O2", Kind.COMMITMENT, "40.00", RECEIVED_ON, purpose="breaks", order="O1")
        released = entry("L1", Kind.RELEASE, "40.00", ORDERED_ON, order="O1")
        posted = post(
            [released, again, _of_order(Kind.EXPENDITURE, "40.00")],
            against=position,
        )
        assert posted.refused == ()
        assert close_year(posted.position, "2009/10") == before, "a release spends nothing"

    def test_of_several_years_tells_of_each(self) -> None:
        years = ByYear.of({"2009/10": Money.pounds("30.00"), "2011/12": Money.pounds("10.00")})
        signed = entry("O1", Kind.COMMITMENT, "40.00", ORDERED_ON, by_year=years, by="cabinet")
        verdict = check(_of_order(Kind.RELEASE, "1.00"), against=taken(APART, MONEY, signed))
        (note,) = _notes(verdict)
        assert "and £30.00 in 2009/10 and £10.00 in 2011/12: date this in that year" in note

    def test_nothing_is_told_where_nothing_is_open_in_any_year(self) -> None:
        verdict = check(_of_order(Kind.EXPENDITURE, "40.00"), against=taken(APART, MONEY))
        assert _notes(verdict) == ["£0.00 is open on order O1"]

    def test_an_accrual_is_paid_as_of_the_day_on_which_it_was_received(self) -> None:
        accrued = entry("X1", Kind.ACCRUAL, "40.00", ORDERED_ON, purpose="breaks")
        late = spend("E9", "40.00", RECEIVED_ON, settles="X1")
        assert _notes(check(late, against=taken(APART, MONEY, accrued))) == [
            "£0.00 is open on accrual X1 in 2010/11, and £40.00 in 2009/10: date this in that year"
        ]
