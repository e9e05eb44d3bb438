"""The end of a year: the order of treatment, and what no words settle."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest
from tests.unit.funds.making import (
    DETERMINATION,
    EARLIER,
    allocated,
    condition,
    entry,
    fund,
    order,
    purposes,
    spend,
    taken,
    window,
)

from carerslib.clauses import Clause, Either, For, Reading, Readings, Window
from carerslib.errors import InvalidValueError
from carerslib.funds import (
    CarryForward,
    Consent,
    EntryKind,
    Fund,
    FundType,
    Lift,
    Outlay,
    ShareOfGrant,
    Stipulation,
    StipulationKind,
    Treatment,
    Unspent,
    YearEnd,
    check,
    close_year,
    found_after_close,
)
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.verdicts import Result

YEAR = FinancialYear.parse("2003/04")
LAST_DAY = date(2004, 3, 31)
CONDITION, RESTRICTION, EXPECTATION = StipulationKind
NOTHING = Money.pounds("0.00")


def _end(of: Fund, spent: str = "60.00", *consents: Consent) -> YearEnd:
    position = taken(of, allocated("100.00"), spend("E1", spent, outlay=of.outlay))
    return close_year(position, YEAR, consents=consents)


def _consent(pounds: str, by: str = "the department", of: str = "conditions") -> Consent:
    return Consent(of, Money.pounds(pounds), by, DETERMINATION)


def _treatments(end: YearEnd) -> dict[str, str]:
    return {str(each.treatment): str(each.amount) for each in end.disposals}


def test_where_nothing_is_left_nothing_is_to_be_done() -> None:
    end = _end(fund(condition(unspent=Unspent.RETURN)), "100.00")
    assert (end.disposals, end.missing, end.unspent, end.undisposed) == ((), (), NOTHING, NOTHING)
    assert end.income == Money.pounds("100.00")


def test_a_penny_that_is_left_is_dealt_with() -> None:
    end = _end(fund(condition(unspent=Unspent.RETURN)), "99.99")
    assert _treatments(end) == {"return": "£0.01"}


def test_what_is_ordered_and_not_delivered_is_not_spent() -> None:
    of = fund(condition(unspent=Unspent.RETURN))
    end = close_year(taken(of, allocated("100.00"), order("O1", "100.00")), "2003/04")
    assert end.amount(Treatment.RETURN) == Money.pounds("100.00")


@pytest.mark.parametrize(
    ("last", "treatment"),
    [(None, "return"), (LAST_DAY, "return"), (date(2004, 4, 1), "liability")],
)
def test_a_duty_to_repay_is_a_return_once_the_days_are_over_and_a_liability_before(
    last: date | None, treatment: str
) -> None:
    days = DateRange(date(2003, 4, 1), last) if last else None
    end = _end(fund(condition(unspent=Unspent.RETURN, days=days)))
    if last == LAST_DAY or last is None:
        assert end.disposals[0].to == "the department"
    assert _treatments(end) == {treatment: "£40.00"}
    assert end.liability == Money.pounds("40.00")


@pytest.mark.parametrize(
    ("first", "last", "treatments"),
    [
        (date(2002, 4, 1), date(2003, 3, 31), {"carry forward": "£40.00"}),
        (date(2002, 4, 1), date(2003, 4, 1), {"return": "£40.00"}),
        (date(2003, 4, 17), date(2003, 6, 20), {"return": "£40.00"}),
        (date(2004, 4, 1), date(2005, 3, 31), {"carry forward": "£40.00"}),
    ],
)
def test_a_duty_to_repay_does_not_end_with_the_days_on_which_the_money_could_be_used(
    first: date, last: date, treatments: dict[str, str]
) -> None:
    terms = condition(unspent=Unspent.RETURN, days=DateRange(first, last))
    assert _treatments(_end(fund(terms, type_=FundType.GENERAL_GRANT))) == treatments


@pytest.mark.parametrize(
    ("last", "stands_to", "treatment"),
    [
        (LAST_DAY, None, "return"),
        (date(2004, 4, 1), None, "liability"),
        (None, None, "return"),
        (LAST_DAY, date(2005, 3, 31), "return"),
        (date(2004, 4, 1), date(2005, 3, 31), "liability"),
        (date(2005, 3, 31), LAST_DAY, "return"),
        (None, date(2005, 3, 31), "liability"),
    ],
)
def test_money_is_owed_and_not_yet_returned_while_eligible_days_go_on(
    last: date | None, stands_to: date | None, treatment: str
) -> None:
    days = DateRange(date(2003, 4, 1), stands_to) if stands_to else None
    eligible = window(date(2003, 4, 1), last)
    terms = condition(eligible, unspent=Unspent.RETURN, days=days)
    assert _treatments(_end(fund(terms))) == {treatment: "£40.00"}
    position = taken(fund(terms), allocated("100.00"))
    carried = entry("C1", EntryKind.CARRY_FORWARD, "100.00", LAST_DAY)
    assert check(carried, against=position).is_met is (treatment == "liability")


def test_a_duty_to_repay_that_was_lifted_is_none() -> None:
    terms = condition(unspent=Unspent.RETURN, days=DateRange(date(2003, 4, 17), date(2003, 6, 20)))
    lift = Lift("conditions", "the department", date(2003, 6, 20), DETERMINATION)
    of = fund(terms, type_=FundType.GENERAL_GRANT, lifts=[lift])
    assert _treatments(_end(of)) == {"carry forward": "£40.00"}


def test_a_share_is_asked_of_the_year_in_which_its_days_were_over() -> None:
    share = ShareOfGrant("share", DETERMINATION, "purpose", "breaks", at_least=75)
    terms = condition(share, days=DateRange(date(2003, 4, 1), date(2003, 12, 31)))
    (found,) = _end(fund(terms), "60.00").shares.findings
    assert str(found.remedy) == "spend more by £15.00"


def test_a_capital_grant_that_is_owed_is_received_in_advance() -> None:
    end = _end(fund(condition(unspent=Unspent.RETURN), outlay=Outlay.CAPITAL))
    assert end.disposals[0].held_as == "capital grants receipts in advance"


@pytest.mark.parametrize(
    "consent", [_consent("40.00", by="the council"), _consent("40.00", of="other")]
)
def test_a_consent_of_another_or_about_another_does_not_count(consent: Consent) -> None:
    end = _end(fund(condition(unspent=Unspent.RETURN)), "60.00", consent)
    assert _treatments(end) == {"return": "£40.00"}


def test_a_return_comes_before_a_reserve_and_a_reserve_before_consent() -> None:
    words = (
        condition(reference="c", carry_forward=CarryForward.WITH_CONSENT),
        condition(reference="b", carry_forward=CarryForward.RESERVE),
        condition(reference="a", unspent=Unspent.RETURN),
    )
    assert _treatments(_end(fund(*words))) == {"return": "£40.00"}
    assert _treatments(_end(fund(*words[:2]))) == {"reserve": "£40.00"}


@pytest.mark.parametrize(
    ("agreed", "carried", "lacking"),
    [("0.00", {}, "£40.00"), ("39.99", {"carry forward": "£39.99"}, "£0.01")],
)
def test_without_consent_to_all_of_it_the_rest_is_open(
    agreed: str, carried: dict[str, str], lacking: str
) -> None:
    end = _end(fund(condition(carry_forward=CarryForward.WITH_CONSENT)), "60.00", _consent(agreed))
    assert _treatments(end) == carried
    assert str(end.undisposed) == lacking
    assert [each.expected for each in end.missing] == [
        f"the written consent of the department to {lacking}"
    ]


def test_with_consent_to_all_of_it_nothing_is_open() -> None:
    end = _end(fund(condition(carry_forward=CarryForward.WITH_CONSENT)), "60.00", _consent("40.00"))
    assert (end.missing, end.undisposed) == ((), NOTHING)


@pytest.mark.parametrize(("wider", "to"), [("the directorate", "the directorate"), ("", "council")])
def test_what_may_not_be_carried_lapses_to_the_wider_budget_or_the_holder(
    wider: str, to: str
) -> None:
    of = fund(condition(carry_forward=CarryForward.NOT_ALLOWED), wider_budget=wider)
    end = _end(of)
    assert _treatments(end) == {"lapse": "£40.00"}
    assert end.disposals[0].to.endswith(to)


def test_a_condition_may_let_it_be_carried() -> None:
    end = _end(fund(condition(carry_forward=CarryForward.FREE)))
    assert _treatments(end) == {"carry forward": "£40.00"}


def test_a_condition_that_lets_the_recipient_keep_it_makes_a_reserve() -> None:
    assert _treatments(_end(fund(condition(unspent=Unspent.KEEP)))) == {"reserve": "£40.00"}


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (fund(condition()), "whether what is not spent is returned"),
        (
            fund(condition(kind=RESTRICTION, set_by="PCT"), type_=FundType.LOCAL_RING_FENCE),
            "what PCT decides",
        ),
        (fund(), "what becomes of money that is left"),
        (
            fund(type_=FundType.NOTIONAL_IN_BASELINE),
            "the money, which cannot be told from the rest of the allocation",
        ),
    ],
)
def test_where_no_words_settle_it_the_missing_words_are_named(of: Fund, expected: str) -> None:
    end = _end(of)
    assert [each.expected for each in end.missing] == [expected]
    assert (end.disposals, str(end.undisposed)) == ((), "£40.00")


def test_what_carries_money_names_the_missing_words_that_the_years_end_names() -> None:
    position = taken(fund(condition()), allocated("40.00"))
    carried = entry("C1", EntryKind.CARRY_FORWARD, "40.00", LAST_DAY)
    asked = check(carried, against=position)
    assert asked.missing == close_year(position, YEAR).missing


FREE = condition(reference="free", carry_forward=CarryForward.FREE)
KEEP = condition(reference="keep", unspent=Unspent.KEEP)
OF_THE_SAME = condition(reference="silent")
OF_ANOTHER = condition(reference="another", set_by="another body")
HELD_BY_ANOTHER = condition(reference="held", set_by="another body", kind=RESTRICTION)


@pytest.mark.parametrize(
    ("words", "result", "missing"),
    [
        ((FREE, OF_THE_SAME), {"carry forward": "£40.00"}, []),
        ((KEEP, OF_THE_SAME), {"reserve": "£40.00"}, []),
        ((KEEP, FREE), {"carry forward": "£40.00"}, []),
        ((FREE, OF_ANOTHER), {}, ["stipulation another"]),
        ((KEEP, OF_ANOTHER), {}, ["stipulation another"]),
        ((FREE, HELD_BY_ANOTHER), {"reserve": "£40.00"}, []),
        ((OF_ANOTHER, HELD_BY_ANOTHER), {}, ["stipulation another"]),
    ],
)
def test_in_whatever_order_they_are_written_down_what_each_body_says_is_kept_to(
    words: tuple[Stipulation, Stipulation], result: dict[str, str], missing: list[str]
) -> None:
    for stipulations in (words, words[::-1]):
        end = _end(fund(*stipulations))
        assert _treatments(end) == result
        assert [each.field for each in end.missing] == missing


@pytest.mark.parametrize("type_", FundType)
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (kind, words)
        for kind in StipulationKind
        for words in (None, *CarryForward)
        # only what is expected may be said not to have been read
        if kind is StipulationKind.EXPECTATION or words is not CarryForward.NOT_READ
    ],
)
@pytest.mark.parametrize("unspent", [None, Unspent.KEEP])
def test_money_is_carried_where_the_year_ends_so_and_not_otherwise(
    type_: FundType, kind: StipulationKind, words: CarryForward | None, unspent: Unspent | None
) -> None:
    of = fund(condition(kind=kind, carry_forward=words, unspent=unspent), type_=type_)
    position = taken(of, allocated("100.00"))
    end = close_year(position, YEAR)
    verdict = check(entry("C1", EntryKind.CARRY_FORWARD, "100.00", LAST_DAY), against=position)
    carried = end.amount(Treatment.CARRY) + end.amount(Treatment.RESERVE)
    assert verdict.is_met is (carried == Money.pounds("100.00"))
    assert (verdict.result is Result.UNDETERMINED) is bool(end.missing)


NOT_ALLOWED = CarryForward.NOT_ALLOWED
BEGINS_IN_OCTOBER = DateRange(date(2003, 10, 1), date(2005, 3, 31))
ENDS_IN_JUNE = DateRange(date(2003, 4, 1), date(2003, 6, 20))


@pytest.mark.parametrize("written", [date(2003, 6, 1), date(2003, 11, 1), LAST_DAY])
@pytest.mark.parametrize(
    ("days", "result", "treatment"),
    [
        (BEGINS_IN_OCTOBER, Result.NOT_MET, "lapse"),
        (ENDS_IN_JUNE, Result.MET, "carry forward"),
    ],
)
def test_on_whichever_day_a_carry_forward_is_dated_it_is_judged_as_its_year_ends(
    written: date, days: DateRange, result: Result, treatment: str
) -> None:
    of = fund(
        condition(days=days, carry_forward=NOT_ALLOWED),
        type_=FundType.GENERAL_GRANT,
    )
    position = taken(of, allocated("40.00"))
    assert _treatments(close_year(position, YEAR)) == {treatment: "£40.00"}
    carried = entry("C1", EntryKind.CARRY_FORWARD, "40.00", written)
    assert check(carried, against=position).result is result


RESERVE_OF_ONE = condition(reference="one", carry_forward=CarryForward.RESERVE)
RETURN_TO_ONE = condition(reference="one", unspent=Unspent.RETURN)
REFUSED_BY_ANOTHER = condition(reference="two", set_by="another", carry_forward=NOT_ALLOWED)
CONSENT_OF_ANOTHER = condition(
    reference="two", set_by="another", carry_forward=CarryForward.WITH_CONSENT
)


@pytest.mark.parametrize(
    ("words", "treatments", "result"),
    [
        ((RESERVE_OF_ONE, REFUSED_BY_ANOTHER), {"reserve": "£40.00"}, Result.MET),
        (
            (attrs.evolve(CONSENT_OF_ANOTHER, reference="one"), REFUSED_BY_ANOTHER),
            {"lapse": "£40.00"},
            Result.NOT_MET,
        ),
        ((RETURN_TO_ONE, REFUSED_BY_ANOTHER), {"lapse": "£40.00"}, Result.NOT_MET),
        ((RETURN_TO_ONE, CONSENT_OF_ANOTHER), {}, Result.NOT_MET),
        ((RETURN_TO_ONE, OF_ANOTHER), {}, Result.UNDETERMINED),
        (
            (attrs.evolve(RETURN_TO_ONE, carry_forward=NOT_ALLOWED),),
            {"return": "£40.00"},
            Result.NOT_MET,
        ),
        (
            (attrs.evolve(RETURN_TO_ONE, carry_forward=NOT_ALLOWED, days=BEGINS_IN_OCTOBER),),
            {"return": "£40.00"},
            Result.NOT_MET,
        ),
        ((RETURN_TO_ONE,), {"reserve": "£40.00"}, Result.MET),
    ],
    ids=[
        "a reserve comes before a refusal",
        "a refusal comes before consent",
        "what one lets be kept another does not let be carried",
        "two bodies must agree",
        "another body says nothing",
        "it is returned and not carried whoever agrees",
        "it is returned as each year ends, though the days go on",
        "it is kept by consent",
    ],
)
def test_with_the_departments_consent_an_entry_is_carried_as_the_year_ends(
    words: tuple[Stipulation, ...], treatments: dict[str, str], result: Result
) -> None:
    for stipulations in (words, words[::-1]):
        position = taken(fund(*stipulations), allocated("40.00"))
        end = close_year(position, YEAR, consents=[_consent("40.00", of="one")])
        assert _treatments(end) == treatments
        carried = entry(
            "C1", EntryKind.CARRY_FORWARD, "40.00", date(2003, 6, 1), by="the department"
        )
        assert check(carried, against=position).result is result


def test_what_the_body_that_ring_fenced_its_own_money_decides_settles_its_year() -> None:
    local = condition(kind=RESTRICTION, set_by="the trust")
    of = fund(local, type_=FundType.LOCAL_RING_FENCE)
    end = _end(of, "60.00", _consent("30.00", by="the trust"))
    assert _treatments(end) == {"carry forward": "£30.00"}
    assert [each.expected for each in end.missing] == ["what the trust decides"]
    assert _end(of, "60.00", _consent("40.00", by="the trust")).missing == ()


def test_two_bodies_that_must_agree_are_both_named() -> None:
    other = attrs.evolve(CONSENT_OF_ANOTHER, reference="one", set_by="the department")
    end = _end(fund(other, CONSENT_OF_ANOTHER), "60.00", _consent("30.00", of="one"))
    assert (_treatments(end), str(end.undisposed)) == ({}, "£40.00")
    assert [each.expected for each in end.missing] == [
        "the written consent of the department to £10.00",
        "the written consent of another to £40.00",
    ]


def test_of_two_duties_to_return_the_one_whose_days_are_over_counts() -> None:
    days = DateRange(date(2003, 4, 1), date(2005, 3, 31))
    goes_on = condition(reference="two", set_by="another", unspent=Unspent.RETURN, days=days)
    end = _end(fund(goes_on, RETURN_TO_ONE))
    assert [(str(each.treatment), each.to) for each in end.disposals] == [
        ("return", "the department")
    ]


def _until(last: date | None, reference: str = "window") -> Window:
    return Window(reference, DETERMINATION, date(2003, 4, 1), last)


OVER = _until(LAST_DAY, "over")
NEXT_YEAR = _until(date(2005, 3, 31), "next year")
NO_END = _until(None, "no end")


def _read(*clauses: Clause) -> Readings:
    return Readings("years", DETERMINATION, [Reading(each.reference, each) for each in clauses])


def _one_of(*clauses: Clause) -> Either:
    return Either("years", DETERMINATION, [Reading(each.reference, each) for each in clauses])


def _for(clause: Clause) -> For:
    return For(f"for {clause.reference}", DETERMINATION, {"purpose": "breaks"}, [clause])


LATER = _until(date(2006, 3, 31), "later")


@pytest.mark.parametrize(
    ("clauses", "treatment"),
    [
        ([_read(NEXT_YEAR, LATER)], "liability"),
        ([_read(NEXT_YEAR, OVER)], "return"),
        ([_read(NEXT_YEAR, NO_END)], "return"),
        ([_read(NO_END, OVER), LATER], "return"),
        ([_read(NO_END, attrs.evolve(NO_END, reference="b")), LATER], "liability"),
        ([_one_of(NEXT_YEAR, OVER)], "liability"),
        ([_one_of(OVER, attrs.evolve(OVER, reference="b")), LATER], "return"),
        ([_one_of(OVER, NO_END), LATER], "liability"),
        ([_for(NEXT_YEAR)], "liability"),
        ([_for(OVER)], "return"),
        ([_for(OVER), LATER], "liability"),
        ([_read(_for(NEXT_YEAR), LATER)], "liability"),
        ([purposes("breaks")], "return"),
    ],
)
def test_a_last_day_counts_also_where_it_stands_inside_another_clause(
    clauses: list[Clause], treatment: str
) -> None:
    of = fund(condition(*clauses, unspent=Unspent.RETURN))
    assert _treatments(close_year(taken(of, allocated("40.00")), YEAR)) == {treatment: "£40.00"}


def test_a_targeted_grant_is_carried_whatever_is_expected_of_it() -> None:
    of = fund(
        condition(kind=EXPECTATION, carry_forward=CarryForward.NOT_ALLOWED),
        type_=FundType.TARGETED_GRANT,
    )
    assert _treatments(_end(of)) == {"carry forward": "£40.00"}


def test_a_stipulation_that_was_lifted_by_then_settles_nothing() -> None:
    lift = Lift("conditions", "the department", LAST_DAY, DETERMINATION)
    of = fund(condition(unspent=Unspent.RETURN), type_=FundType.GENERAL_GRANT, lifts=[lift])
    assert _treatments(_end(of)) == {"carry forward": "£40.00"}


def test_money_without_years_is_looked_at_as_a_whole() -> None:
    of = fund(condition(unspent=Unspent.RETURN), by_year=False)
    position = taken(
        of, allocated("100.00"), spend("E1", "30.00"), spend("E2", "30.00", date(2004, 5, 1))
    )
    assert _treatments(close_year(position, "2004/05")) == {"return": "£40.00"}


def test_a_fund_that_asks_for_no_share_has_none_to_reach() -> None:
    assert _end(fund(condition())).shares.result is Result.NOT_APPLICABLE


@pytest.mark.parametrize("amount", [Money.pounds("-0.01"), 40])
def test_a_consent_to_less_than_nothing_is_refused(amount: Money) -> None:
    with pytest.raises(InvalidValueError, match="amount"):
        Consent("conditions", amount, "the department", DETERMINATION)


class TestIncome:
    """What the accounts recognise of a year is recognised in one year only."""

    FIRST = allocated("100.00")
    SPENT = spend("E1", "60.00")
    CARRIED = entry("C1", EntryKind.CARRY_FORWARD, "40.00", LAST_DAY)
    SECOND = allocated("30.00", date(2004, 4, 1), "A2")

    def test_what_was_returned_in_the_year_is_not_income(self) -> None:
        returned = entry("R1", EntryKind.RETURN, "40.00", LAST_DAY)
        of = fund(condition(unspent=Unspent.RETURN))
        end = close_year(taken(of, self.FIRST, self.SPENT, returned), YEAR)
        assert (end.disposals, str(end.income)) == ((), "£60.00")

    def test_what_was_income_of_one_year_is_not_that_of_the_next(self) -> None:
        of = fund(type_=FundType.GENERAL_GRANT)
        position = taken(of, self.FIRST, self.SPENT, self.CARRIED, self.SECOND)
        assert str(close_year(position, YEAR).income) == "£100.00"
        assert str(close_year(position, YEAR.next).income) == "£30.00"

    @pytest.mark.parametrize(
        ("last", "income", "income_next"),
        [(date(2005, 3, 31), "£60.00", "£70.00"), (LAST_DAY, "£100.00", "£30.00")],
    )
    def test_what_was_owed_is_income_once_the_days_to_use_it_go_on(
        self, last: date, income: str, income_next: str
    ) -> None:
        days = DateRange(date(2003, 4, 1), last)
        of = fund(condition(unspent=Unspent.RETURN, days=days), type_=FundType.GENERAL_GRANT)
        carried = attrs.evolve(self.CARRIED, by="the department")
        used = spend("E2", "70.00", date(2004, 6, 1))
        position = taken(of, self.FIRST, self.SPENT, carried, self.SECOND, used)
        assert str(close_year(position, YEAR).income) == income
        assert str(close_year(position, YEAR.next).income) == income_next

    @pytest.mark.parametrize("pounds", ["0.01", "39.99", "40.00"])
    def test_what_is_owed_is_no_income_whether_it_is_carried_yet_or_not(self, pounds: str) -> None:
        days = DateRange(date(2003, 4, 1), date(2005, 3, 31))
        of = fund(condition(unspent=Unspent.RETURN, days=days))
        carried = entry("C1", EntryKind.CARRY_FORWARD, pounds, LAST_DAY)
        before = taken(of, self.FIRST, self.SPENT)
        for position in (before, before.after(carried)):
            assert str(close_year(position, YEAR).income) == "£60.00"

    def test_money_without_years_is_income_once_however_it_is_carried(self) -> None:
        of = fund(type_=FundType.GENERAL_GRANT, by_year=False)
        before = taken(of, self.FIRST, self.SPENT)
        for position in (before, before.after(self.CARRIED)):
            assert str(close_year(position, YEAR).income) == "£100.00"
            assert str(close_year(position, YEAR.next).income) == "£0.00"


class TestMoneyWithoutYears:
    """A fund that does not keep its years apart is closed as it stood when each year ended."""

    RULED = condition(window(None, date(2005, 3, 31)), unspent=Unspent.RETURN)
    OF = fund(RULED, by_year=False)
    ENTRIES = (
        allocated("100.00"),
        spend("E1", "40.00"),
        spend("E2", "35.00", date(2004, 6, 1)),
        entry("B1", EntryKind.RETURN, "25.00", date(2005, 6, 1)),
    )

    @pytest.mark.parametrize("known", [2, 3, 4])
    def test_what_came_later_changes_no_year_that_is_over(self, known: int) -> None:
        end = close_year(taken(self.OF, *self.ENTRIES[:known]), YEAR)
        assert (str(end.unspent), str(end.income)) == ("£60.00", "£40.00")
        assert _treatments(end) == {"liability": "£60.00"}

    def test_income_of_all_years_comes_to_what_was_given_and_not_returned(self) -> None:
        position = taken(self.OF, *self.ENTRIES)
        ends = [close_year(position, FinancialYear(year)) for year in (2003, 2004, 2005)]
        assert [str(each.income) for each in ends] == ["£40.00", "£35.00", "£0.00"]
        assert _treatments(ends[1]) == {"return": "£25.00"}

    def test_a_restriction_makes_all_of_it_income_of_the_year_in_which_it_was_given(self) -> None:
        of = fund(condition(kind=RESTRICTION), by_year=False)
        more = allocated("10.00", date(2004, 5, 1), "A2")
        position = taken(of, *self.ENTRIES[:3], more)
        incomes = [str(close_year(position, year).income) for year in (YEAR, YEAR.next)]
        assert incomes == ["£100.00", "£10.00"]

    @pytest.mark.parametrize("carried", [False, True])
    def test_what_is_owed_and_carried_is_income_once_it_is_used(self, *, carried: bool) -> None:
        carry = entry("C1", EntryKind.CARRY_FORWARD, "60.00", LAST_DAY)
        position = taken(self.OF, *self.ENTRIES[:2], *([carry] if carried else []))
        after = position.after(self.ENTRIES[2])
        incomes = [str(close_year(after, year).income) for year in (YEAR, YEAR.next)]
        assert incomes == ["£40.00", "£35.00"]

    def test_what_was_agreed_to_be_kept_is_income_of_the_year_in_which_it_was_agreed(self) -> None:
        position = taken(self.OF, *self.ENTRIES[:3])
        kept = [_consent("5.00")]
        first = close_year(position, YEAR, consents=kept)
        second = close_year(position, YEAR.next, consents=kept, consents_before=kept)
        assert [str(each.income) for each in (first, second)] == ["£45.00", "£35.00"]
        assert _treatments(second) == {"return": "£20.00", "reserve": "£5.00"}

    def test_a_year_before_its_first_entry_has_nothing(self) -> None:
        end = close_year(taken(self.OF, *self.ENTRIES[:2]), YEAR.previous)
        assert (end.unspent, end.income, end.disposals) == (NOTHING, NOTHING, ())


@pytest.mark.parametrize(
    ("field", "value"), [("stipulation", ""), ("by", ""), ("source", "a letter")]
)
def test_a_consent_names_what_it_is_about_and_who_gave_it(field: str, value: str) -> None:
    wrong: dict[str, Any] = {field: value}
    with pytest.raises(InvalidValueError, match=field):
        attrs.evolve(_consent("1.00"), **wrong)


def test_what_is_found_after_the_close_is_an_amount() -> None:
    of = fund(condition())
    with pytest.raises(InvalidValueError, match="amount"):
        found_after_close(of, "conditions", Money.pounds("-0.01"), charged_to="general fund")
    with pytest.raises(InvalidValueError, match="charged_to"):
        found_after_close(of, "conditions", NOTHING, charged_to="")


class TestWhatIsKeptByConsentWhileItsDaysGoOn:
    """It is income of the year in which it was agreed, whether or not it was carried by then."""

    TERMS = fund(condition(unspent=Unspent.RETURN, days=DateRange(EARLIER, date(2005, 3, 31))))
    SPENT = (allocated("100.00"), spend("E1", "60.00"))
    LETTER = (Consent("conditions", Money.pounds("5.00"), "the department", DETERMINATION),)

    def _income(self, carried: str, year: FinancialYear, **consents: Any) -> str:  # noqa: ANN401
        forward = entry("C1", EntryKind.CARRY_FORWARD, carried, date(2004, 3, 31))
        position = taken(self.TERMS, *self.SPENT, forward)
        return str(close_year(position, year, **consents).income)

    @pytest.mark.parametrize("carried", ["0.00", "20.00", "34.99", "35.00", "35.01", "40.00"])
    def test_in_the_year_in_which_it_was_agreed(self, carried: str) -> None:
        assert self._income(carried, YEAR, consents=self.LETTER) == "£65.00"
        assert self._income(carried, YEAR) == "£60.00"

    def test_and_not_in_the_next_one_again(self) -> None:
        kept = {"consents": self.LETTER, "consents_before": self.LETTER}
        assert self._income("40.00", YEAR.next, **kept) == "£0.00"

    def test_nor_where_what_was_kept_was_not_carried(self) -> None:
        assert self._income("35.00", YEAR.next, consents_before=self.LETTER) == "£0.00"

    def test_but_then_where_it_is_agreed_only_then(self) -> None:
        assert self._income("40.00", YEAR.next, consents=self.LETTER) == "£5.00"
