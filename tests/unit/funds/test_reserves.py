"""What is kept in a reserve stays for its purpose after the days of the words are over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from tests.unit.funds.making import (
    DETERMINATION,
    LAST_DAY,
    NEXT,
    RESERVE_TERMS,
    allocated,
    entry,
    findings_of,
    order,
    purposes,
    reserve_fund,
    spend,
    taken,
)

from carerslib.clauses import Except, Reading, Readings
from carerslib.funds import (
    Book,
    CarryForward,
    Entry,
    EntryKind,
    Head,
    Lift,
    Position,
    StipulationKind,
    Unspent,
    check,
)
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.funds import Stipulation

MET, NOT_MET, UNDETERMINED = Result.MET, Result.NOT_MET, Result.UNDETERMINED
DAYS: Final = DateRange(date(2003, 4, 1), LAST_DAY)
GIVEN: Final = allocated("100.00")
CARRIED: Final = entry("C1", EntryKind.CARRY_FORWARD, "80.00", LAST_DAY)
FRESH: Final = allocated("50.00", date(2004, 4, 1), "A2")


def _kept(terms: Stipulation = RESERVE_TERMS, *more: Entry, **said: Any) -> Position:  # noqa: ANN401
    carried = attrs.evolve(CARRIED, by="the department")
    return taken(reserve_fund(terms, **said), GIVEN, carried, *more)


def _other(pounds: str, day: date = NEXT, **more: Any) -> Entry:  # noqa: ANN401
    return spend("E1", pounds, day, **{"purpose": "roads", **more})


def _out(pounds: str) -> Entry:
    return entry("V1", EntryKind.VIREMENT, pounds, NEXT, out_to="highways")


@pytest.mark.parametrize("purpose", ["roads", None])
def test_the_reserve_alone_pays_for_nothing_else(purpose: str | None) -> None:
    verdict = check(_other("0.01", purpose=purpose), against=_kept())
    assert verdict.result is UNDETERMINED
    assert [(each.field, each.expected) for each in verdict.missing] == [
        (
            "stipulation conditions",
            "from which money it is spent: £80.00 was kept for what it says",
        )
    ]


@pytest.mark.parametrize(
    ("pounds", "result"),
    [("49.99", MET), ("50.00", MET), ("50.01", UNDETERMINED), ("130.01", NOT_MET)],
)
def test_what_fits_into_the_money_beside_the_reserve_is_spent_on_anything(
    pounds: str, result: Result
) -> None:
    position = _kept(RESERVE_TERMS, FRESH)
    for offered in (_other(pounds), _out(pounds)):
        verdict = check(offered, against=position)
        assert verdict.result is result
        assert len(findings_of("conditions", verdict)) == 1


@pytest.mark.parametrize(("purpose", "result"), [("breaks", MET), ("roads", NOT_MET)])
def test_an_order_from_the_reserve_is_delivered_as_what_it_was_placed_for(
    purpose: str, result: Result
) -> None:
    position = _kept(RESERVE_TERMS, order("O1", "80.00", NEXT))
    delivered = spend("E1", "80.00", NEXT, order="O1", purpose=purpose)
    assert check(delivered, against=position).result is result


def test_a_correction_takes_off_no_more_than_was_spent_on_what_it_names() -> None:
    position = _kept(RESERVE_TERMS, FRESH, _other("50.00"), spend("E2", "10.00", NEXT))
    for pounds, result in (("10.00", MET), ("10.01", NOT_MET)):
        less = entry(
            "K1",
            EntryKind.CORRECTION,
            pounds,
            NEXT,
            corrects=EntryKind.EXPENDITURE,
            purpose="breaks",
        )
        assert check(less, against=position).result is result


def test_what_is_spent_on_anything_does_not_fit_twice() -> None:
    position = _kept(RESERVE_TERMS, FRESH, _other("50.00"))
    again = attrs.evolve(_other("0.01"), reference="E2")
    assert check(again, against=position).result is UNDETERMINED


def test_the_whole_reserve_goes_to_what_it_is_for() -> None:
    verdict = check(spend("E1", "80.00", NEXT), against=_kept())
    assert verdict.is_met
    assert findings_of("conditions", verdict) == []


def test_in_its_own_days_the_words_themselves_refuse() -> None:
    verdict = check(_other("10.00", LAST_DAY), against=taken(reserve_fund(), GIVEN))
    assert [each.rule for each in verdict.unmet] == ["purposes"]


def test_from_the_day_after_its_days_a_book_keeps_the_reserve_apart() -> None:
    book = Book(_kept(RESERVE_TERMS, FRESH))
    days = DateRange(date(2004, 4, 1), NEXT)
    assert book.check(_other("50.01", date(2004, 4, 1))).result is UNDETERMINED
    assert book.check(attrs.evolve(_other("50.01"), counts_for=days)).result is UNDETERMINED
    assert book.offer(_other("50.00", date(2004, 4, 1))).is_met


def test_what_was_not_carried_is_no_reserve() -> None:
    assert check(_other("50.00"), against=taken(reserve_fund(), GIVEN, FRESH)).is_met


@pytest.mark.parametrize(
    "terms",
    [
        attrs.evolve(RESERVE_TERMS, carry_forward=CarryForward.FREE),
        attrs.evolve(RESERVE_TERMS, kind=StipulationKind.EXPECTATION),
        attrs.evolve(RESERVE_TERMS, clauses=(), ring_fence=False),
        attrs.evolve(RESERVE_TERMS, days=DateRange(date(2003, 10, 1), date(2004, 3, 30))),
    ],
    ids=["free to carry", "only expected", "no purpose named", "its days ended before the year"],
)
def test_money_that_no_words_keep_for_a_purpose_is_free(terms: Stipulation) -> None:
    assert check(_other("80.00"), against=_kept(terms)).is_met


def test_terms_without_an_end_stand_and_refuse() -> None:
    terms = attrs.evolve(RESERVE_TERMS, days=DateRange(date(2003, 4, 1), date.max))
    assert check(_other("1.00"), against=_kept(terms)).result is NOT_MET


@pytest.mark.parametrize(
    "terms",
    [
        attrs.evolve(RESERVE_TERMS, carry_forward=None, unspent=Unspent.RETURN),
        attrs.evolve(RESERVE_TERMS, carry_forward=None, kind=StipulationKind.RESTRICTION),
        attrs.evolve(RESERVE_TERMS, days=DateRange(date(2003, 4, 1), date(2004, 5, 31))),
        attrs.evolve(RESERVE_TERMS, clauses=[Except("e", DETERMINATION, "purpose", "roads")]),
        attrs.evolve(
            RESERVE_TERMS,
            clauses=[
                Readings(
                    "r",
                    DETERMINATION,
                    [
                        Reading("a", purposes("breaks")),
                        Reading("b", Except("e", DETERMINATION, "purpose", "roads")),
                    ],
                )
            ],
        ),
    ],
    ids=[
        "kept by consent",
        "a restriction keeps its purpose",
        "its days end in the next year",
        "what is left out",
        "a purpose inside readings",
    ],
)
def test_a_reserve_is_kept_however_the_words_come_to_one(terms: Stipulation) -> None:
    position = _kept(terms)
    assert check(_other("1.00"), against=position).result is UNDETERMINED
    assert check(spend("E1", "80.00", NEXT), against=position).is_met


def test_without_a_purpose_named_a_ring_fence_keeps_money_only_from_leaving() -> None:
    position = _kept(attrs.evolve(RESERVE_TERMS, clauses=()))
    assert check(_other("80.00"), against=position).is_met
    assert check(_out("80.00"), against=position).result is UNDETERMINED


@pytest.mark.parametrize(
    ("by", "on", "result"),
    [
        ("the department", NEXT, MET),
        ("the department", date(2004, 6, 2), UNDETERMINED),
        ("the council", NEXT, UNDETERMINED),
    ],
)
def test_only_whoever_set_the_purpose_lets_the_reserve_go(
    by: str, on: date, result: Result
) -> None:
    lift = Lift("conditions", by, on, DETERMINATION)
    assert check(_other("80.00"), against=_kept(RESERVE_TERMS, lifts=[lift])).result is result


@pytest.mark.parametrize(
    ("carried_on", "fresh", "offered", "result"),
    [
        ("80.00", "0.00", "0.01", UNDETERMINED),
        ("30.00", "50.00", "50.00", MET),
        ("30.00", "50.00", "50.01", UNDETERMINED),
        ("0.00", "50.00", "50.00", MET),
    ],
)
def test_a_reserve_that_is_carried_on_stays_a_reserve(
    carried_on: str, fresh: str, offered: str, result: Result
) -> None:
    again = entry("C2", EntryKind.CARRY_FORWARD, carried_on, date(2005, 3, 31))
    position = _kept(RESERVE_TERMS, again, allocated(fresh, date(2005, 4, 1), "A3"))
    assert check(_other(offered, date(2005, 6, 1)), against=position).result is result


def test_a_reserve_that_is_moved_to_another_head_is_kept_there() -> None:
    heads = [Head("own", allotted=True), Head("rest")]
    of = reserve_fund(RESERVE_TERMS, heads=heads)
    position = taken(
        of,
        attrs.evolve(GIVEN, head="own"),
        attrs.evolve(CARRIED, head="own"),
        attrs.evolve(FRESH, head="rest"),
        entry("V1", EntryKind.VIREMENT, "80.00", NEXT, head="own", to_head="rest"),
    )
    assert check(_other("50.00", head="rest"), against=position).is_met
    assert check(_other("50.01", head="rest"), against=position).result is UNDETERMINED


def test_the_reserve_of_one_head_is_not_spent_because_another_has_money() -> None:
    of = reserve_fund(RESERVE_TERMS, heads=[Head("own", allotted=True), Head("rest")])
    position = taken(
        of,
        attrs.evolve(GIVEN, head="own"),
        attrs.evolve(CARRIED, head="own"),
        attrs.evolve(FRESH, head="rest"),
    )
    assert check(_other("1.00", head="own"), against=position).result is UNDETERMINED
    assert check(_other("50.00", head="rest"), against=position).is_met


def test_an_order_is_held_to_the_reserve_in_each_of_its_years() -> None:
    position = _kept(RESERVE_TERMS, FRESH, allocated("10.00", date(2005, 4, 1), "A3"))

    def ordered(year: str, pounds: str) -> Entry:
        years = ByYear.of({year: Money.pounds(pounds)})
        return order("O1", pounds, NEXT, purpose="roads", by_year=years)

    assert check(ordered("2004/05", "50.00"), against=position).is_met
    assert check(ordered("2004/05", "50.01"), against=position).result is UNDETERMINED
    assert check(ordered("2005/06", "10.00"), against=position).is_met
    assert check(ordered("2003/04", "0.01"), against=position).result is UNDETERMINED


def test_what_was_ordered_beside_the_reserve_is_paid_on_the_order() -> None:
    ordered = order("O1", "50.00", NEXT, purpose="roads")
    position = _kept(RESERVE_TERMS, FRESH, ordered, spend("E2", "80.00", NEXT))
    assert check(_other("50.00", order="O1"), against=position).is_met


@pytest.mark.parametrize(
    ("pounds", "result"), [("50.00", MET), ("50.01", UNDETERMINED), ("150.01", NOT_MET)]
)
def test_money_without_years_keeps_what_its_last_year_left(pounds: str, result: Result) -> None:
    of = reserve_fund(RESERVE_TERMS, by_year=False)
    for before in ((GIVEN, FRESH), (GIVEN, CARRIED, FRESH)):
        assert check(_other(pounds), against=taken(of, *before)).result is result


def test_other_entries_are_not_asked_from_which_money_they_come() -> None:
    back = entry("B1", EntryKind.RETURN, "80.00", NEXT)
    assert check(back, against=_kept()).is_met
