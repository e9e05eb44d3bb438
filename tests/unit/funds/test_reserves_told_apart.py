"""Whatever is posted, nothing of a reserve goes to what it is not for, and nothing more is held."""

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
    fund,
    order,
    posted,
    purposes,
    reserve_fund,
    spend,
    taken,
)

from carerslib.clauses import For, Only
from carerslib.funds import (
    Book,
    CarryForward,
    Consent,
    Entry,
    EntryKind,
    FundType,
    Head,
    Lift,
    Position,
    StipulationKind,
    Treatment,
    Unspent,
    check,
    close_year,
)
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, FinancialYear
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.funds import Fund, Stipulation

MET, NOT_MET, UNDETERMINED = Result.MET, Result.NOT_MET, Result.UNDETERMINED
AFTER: Final = date(2005, 6, 1)
DAYS: Final = DateRange(date(2003, 4, 1), LAST_DAY)
BEFORE: Final = (
    allocated("100.00"),
    entry("C1", EntryKind.CARRY_FORWARD, "80.00", LAST_DAY, by="the department"),
    allocated("50.00", date(2004, 4, 1), "A2"),
)


def _held(*more: Entry, terms: Stipulation = RESERVE_TERMS, **said: Any) -> Position:  # noqa: ANN401
    """A reserve of £80.00 brought into 2004/05, and £50.00 of that year beside it."""
    return taken(reserve_fund(terms, **said), *BEFORE, *more)


def _roads(reference: str, pounds: str, day: date = NEXT, **more: Any) -> Entry:  # noqa: ANN401
    return spend(reference, pounds, day, purpose="roads", **more)


def _carry(reference: str, pounds: str, day: date = date(2005, 3, 31), **more: Any) -> Entry:  # noqa: ANN401
    return entry(reference, EntryKind.CARRY_FORWARD, pounds, day, **more)


def _correct(kind: EntryKind, pounds: str, day: date = NEXT, **more: Any) -> Entry:  # noqa: ANN401
    return entry("K1", EntryKind.CORRECTION, pounds, day, corrects=kind, **more)


# what lowers what there is beside the reserve


@pytest.mark.parametrize(
    ("pounds", "result"), [("29.99", MET), ("30.00", MET), ("30.01", UNDETERMINED)]
)
@pytest.mark.parametrize("purpose", ["roads", "breaks"])
def test_a_release_is_taken_back_as_far_as_there_is_money_for_the_order(
    purpose: str, pounds: str, result: Result
) -> None:
    position = _held(
        order("O1", "50.00", NEXT, purpose=purpose),
        entry("R1", EntryKind.RELEASE, "50.00", NEXT, order="O1", purpose=purpose),
        _roads("E1", "20.00"),
    )
    said: dict[str, Any] = {"order": "O1", "purpose": purpose}
    verdict = check(_correct(EntryKind.RELEASE, pounds, **said), against=position)
    assert verdict.result is (result if purpose == "roads" else MET)


def test_what_takes_of_the_reserve_says_what_is_missing() -> None:
    cut = _correct(EntryKind.ALLOCATION, "30.01")
    verdict = check(cut, against=_held(_roads("E1", "20.00")))
    assert [str(each) for each in verdict.missing] == [
        "stipulation conditions (from which money it is taken: £80.00 was kept for what it says)"
    ]
    (found,) = findings_of("conditions", verdict)
    assert (str(found.measured), str(found.permitted)) == ("£30.01", "£30.00")
    assert found.note == "£80.00 stays for its purpose"


@pytest.mark.parametrize(
    ("pounds", "result"), [("29.99", MET), ("30.00", MET), ("30.01", UNDETERMINED)]
)
def test_an_allocation_is_cut_as_far_as_there_is_money_beside_the_reserve(
    pounds: str, result: Result
) -> None:
    cut = _correct(EntryKind.ALLOCATION, pounds)
    assert check(cut, against=_held(_roads("E1", "20.00"))).result is result


def test_a_voided_release_that_would_take_of_the_reserve_is_left_open() -> None:
    position = _held(
        order("O1", "50.00", NEXT, purpose="roads"),
        entry("R1", EntryKind.RELEASE, "50.00", NEXT, order="O1", purpose="roads", voids=True),
        _roads("E1", "0.01"),
    )
    back = _correct(EntryKind.RELEASE, "50.00", order="O1", purpose="roads", voids=True)
    assert check(back, against=position).result is UNDETERMINED


@pytest.mark.parametrize(
    ("purpose", "pounds", "result"),
    [
        ("roads", "50.00", MET),
        ("roads", "50.01", UNDETERMINED),
        ("breaks", "130.00", MET),
        ("breaks", "130.01", MET),
    ],
)
def test_what_was_approved_ahead_is_not_met_from_a_reserve_carried_in_later(
    purpose: str, pounds: str, result: Result
) -> None:
    years = ByYear.of({"2005/06": Money.pounds(pounds)})
    ahead = order("O1", pounds, NEXT, purpose=purpose, by_year=years, by="full council")
    position = taken(reserve_fund(), *BEFORE[:2], allocated("50.00", date(2005, 4, 1), "A3"), ahead)
    carried = check(_carry("C2", "80.00"), against=position)
    assert carried.result is result


def test_an_order_approved_ahead_after_the_reserve_came_is_not_met_from_it() -> None:
    years = ByYear.of({"2005/06": Money.pounds("10.00")})
    position = taken(reserve_fund(), *BEFORE[:2], _carry("C2", "80.00"))
    ahead = order("O1", "10.00", NEXT, purpose="roads", by_year=years, by="full council")
    assert check(ahead, against=position).result is UNDETERMINED
    assert check(ahead, against=position.after(allocated("10.00", AFTER, "A3"))).is_met


def test_what_was_approved_ahead_may_be_met_from_other_money_that_is_carried() -> None:
    years = ByYear.of({"2005/06": Money.pounds("50.00")})
    ahead = order("O1", "50.00", NEXT, purpose="roads", by_year=years, by="full council")
    position = _held(ahead)
    assert check(_carry("C2", "130.00"), against=position).is_met
    used = position.after(_roads("E1", "0.01"))
    assert check(_carry("C2", "129.99"), against=used).result is UNDETERMINED


def test_an_order_beyond_the_money_of_a_year_without_its_reserve_is_for_the_approvers() -> None:
    years = ByYear.of({"2005/06": Money.pounds("10.00")})
    ahead = order("O1", "10.00", NEXT, purpose="roads", by_year=years, by="full council")
    assert check(ahead, against=_held()).is_met


def test_an_order_of_an_earlier_day_does_not_reach_into_the_reserve_either() -> None:
    terms = attrs.evolve(RESERVE_TERMS, days=DateRange(date(2003, 10, 1), LAST_DAY))
    years = ByYear.of({"2004/05": Money.pounds("50.01")})
    placed = order("O1", "50.01", date(2003, 6, 1), purpose="roads", by_year=years, by="council")
    assert check(placed, against=_held(terms=terms)).result is UNDETERMINED


def test_what_is_moved_between_heads_is_followed_there_and_no_further() -> None:
    heads = [Head(each, allotted=True) for each in ("own", "rest", "third")]
    of = reserve_fund(heads=heads)
    given, carried, _ = BEFORE
    position = taken(
        of,
        attrs.evolve(given, head="own"),
        attrs.evolve(carried, head="own"),
        allocated("50.00", NEXT, "A2", head="rest"),
        allocated("50.00", NEXT, "A3", head="third"),
        entry("V1", EntryKind.VIREMENT, "80.00", NEXT, head="own", to_head="rest"),
    )
    for head, pounds, result in (
        ("rest", "50.00", MET),
        ("rest", "50.01", UNDETERMINED),
        ("third", "50.00", MET),
    ):
        assert check(_roads("E1", pounds, head=head), against=position).result is result


def test_a_virement_into_a_head_that_is_overcommitted_does_not_use_the_reserve_up() -> None:
    of = reserve_fund(heads=[Head(each, allotted=True) for each in ("own", "rest")])
    given, carried, _ = BEFORE
    years = ByYear.of({"2004/05": Money.pounds("10.00")})
    placed = order("O1", "10.00", purpose="breaks", by_year=years, head="rest", by="council")
    other = attrs.evolve(placed, reference="O2", purpose="roads", counts_for=date(2003, 5, 1))
    late = attrs.evolve(RESERVE_TERMS, days=DateRange(date(2003, 6, 1), LAST_DAY))
    own = (attrs.evolve(given, head="own"), attrs.evolve(carried, head="own"))
    moved = entry("V1", EntryKind.VIREMENT, "10.00", NEXT, head="own", to_head="rest")
    assert check(moved, against=taken(attrs.evolve(of), *own, placed)).is_met
    for_roads = taken(reserve_fund(late, heads=of.heads), *own, other)
    assert check(moved, against=for_roads).result is UNDETERMINED


# what is not held any more


@pytest.mark.parametrize(
    "used",
    [
        spend("E2", "80.00", NEXT),
        order("O1", "80.00", NEXT),
        entry("B1", EntryKind.RETURN, "80.00", NEXT),
        _carry("C2", "80.00"),
    ],
    ids=["spent on its purpose", "ordered for its purpose", "returned", "carried on"],
)
def test_what_the_reserve_went_to_is_held_no_more(used: Entry) -> None:
    position = _held(used)
    assert check(_roads("E1", "50.00"), against=position).is_met
    part = _held(attrs.evolve(used, amount=Money.pounds("79.99")))
    assert check(_roads("E1", "50.00"), against=part).is_met
    assert check(_roads("E1", "50.01"), against=part).result is UNDETERMINED


def test_what_is_taken_back_of_its_purpose_is_held_again() -> None:
    position = _held(spend("E2", "80.00", NEXT), _roads("E1", "50.00"))
    back = _correct(EntryKind.EXPENDITURE, "30.00", purpose="breaks")
    again = taken(reserve_fund(), *BEFORE, spend("E2", "80.00", NEXT), _roads("E1", "50.00"), back)
    assert check(back, against=position).is_met
    assert check(_roads("E3", "0.01"), against=again).result is UNDETERMINED
    assert check(spend("E3", "30.00", NEXT), against=again).is_met


@pytest.mark.parametrize("source", ["grant", "gift"])
def test_each_source_is_judged_by_what_it_keeps_itself(source: str) -> None:
    of = reserve_fund(sources=("grant", "gift"))
    given, carried, fresh = BEFORE
    position = taken(
        of,
        attrs.evolve(given, source="grant"),
        attrs.evolve(carried, source="grant"),
        attrs.evolve(fresh, source="gift"),
    )
    result = MET if source == "gift" else UNDETERMINED
    assert check(_roads("E1", "50.00", source=source), against=position).result is result


@pytest.mark.parametrize(
    ("where", "head", "result"),
    [
        ({"head": "own"}, "own", UNDETERMINED),
        ({"head": "own"}, "rest", MET),
        ({"head": "rest"}, "own", MET),
        ({"source": "grant"}, "own", UNDETERMINED),
        ({"source": "gift"}, "own", MET),
    ],
)
def test_words_about_a_head_or_a_source_keep_the_money_of_that_alone(
    where: dict[str, str], head: str, result: Result
) -> None:
    about = For("about", DETERMINATION, where, [purposes("breaks")])
    terms = attrs.evolve(RESERVE_TERMS, clauses=[about], ring_fence=False)
    of = reserve_fund(
        terms, heads=[Head("own", allotted=True), Head("rest")], sources=("grant", "gift")
    )
    said: dict[str, Any] = {"head": head, "source": "grant"}
    position = taken(of, *(attrs.evolve(each, **said) for each in BEFORE[:2]))
    assert check(_roads("E1", "80.00", **said), against=position).result is result
    assert check(spend("E1", "80.00", NEXT, **said), against=position).is_met


@pytest.mark.parametrize(("recipient", "result"), [("one", UNDETERMINED), ("two", MET)])
def test_words_about_a_recipient_bind_what_that_recipient_is_given(
    recipient: str, result: Result
) -> None:
    about = For("about", DETERMINATION, {"recipient": "one"}, [purposes("breaks")])
    position = _held(terms=attrs.evolve(RESERVE_TERMS, clauses=[about]))
    assert check(_roads("E1", "130.00", recipient=recipient), against=position).result is result


def test_cash_that_comes_in_is_not_asked_about_a_reserve() -> None:
    verdict = check(entry("B1", EntryKind.RECEIPT, "500.00", NEXT), against=_held())
    assert verdict.is_met
    assert findings_of("conditions", verdict) == []


def test_a_head_that_the_words_name_is_the_only_one_for_what_is_kept() -> None:
    only = Only("head only", DETERMINATION, "head", "own")
    terms = attrs.evolve(RESERVE_TERMS, clauses=[only], ring_fence=False)
    of = reserve_fund(terms, heads=[Head("own"), Head("rest")])
    position = taken(of, *(attrs.evolve(each, head="own") for each in BEFORE))
    assert check(_roads("E1", "130.00", head="own"), against=position).is_met
    assert check(_roads("E1", "50.00", head="rest"), against=position).is_met
    assert check(_roads("E1", "50.01", head="rest"), against=position).result is UNDETERMINED


def test_money_carried_with_consent_is_held_for_its_purpose() -> None:
    terms = attrs.evolve(RESERVE_TERMS, carry_forward=CarryForward.WITH_CONSENT)
    position = _held(terms=terms)
    assert check(_roads("E1", "50.00"), against=position).is_met
    assert check(_roads("E1", "50.01"), against=position).result is UNDETERMINED
    consent = Consent("conditions", Money.pounds("60.00"), "the department", DETERMINATION)
    end = close_year(taken(reserve_fund(terms), BEFORE[0]), "2003/04", consents=[consent])
    assert [(each.treatment, each.amount, each.held_as) for each in end.disposals] == [
        (Treatment.RESERVE, Money.pounds("60.00"), "earmarked reserve")
    ]
    assert end.undisposed == Money.pounds("40.00")


def test_a_duty_to_return_whose_days_end_in_a_year_keeps_what_may_stay_by_consent() -> None:
    days = DateRange(date(2003, 4, 1), date(2003, 12, 31))
    terms = attrs.evolve(RESERVE_TERMS, days=days, carry_forward=None, unspent=Unspent.RETURN)
    position = _held(terms=terms)
    assert check(_roads("E1", "50.00"), against=position).is_met
    assert check(_roads("E1", "50.01"), against=position).result is UNDETERMINED


def test_a_restriction_whose_days_end_in_a_year_holds_nothing_after_them() -> None:
    days = DateRange(date(2003, 4, 1), date(2003, 12, 31))
    terms = attrs.evolve(
        RESERVE_TERMS, days=days, carry_forward=None, kind=StipulationKind.RESTRICTION
    )
    assert check(_roads("E1", "130.00"), against=_held(terms=terms)).is_met


# without years


@pytest.mark.parametrize(("pounds", "result"), [("50.00", MET), ("50.01", UNDETERMINED)])
def test_without_years_an_order_that_is_released_later_gives_its_money_back_to_the_reserve(
    pounds: str, result: Result
) -> None:
    of = reserve_fund(by_year=False)
    position = taken(
        of,
        BEFORE[0],
        order("O1", "30.00"),
        spend("E0", "20.00"),
        BEFORE[2],
        entry("R0", EntryKind.RELEASE, "30.00", order="O1", purpose="breaks"),
    )
    assert check(_roads("E1", pounds), against=position).result is result


@pytest.mark.parametrize(("pounds", "result"), [("50.00", MET), ("50.01", UNDETERMINED)])
def test_without_years_a_credit_note_for_an_earlier_year_goes_back_to_the_reserve(
    pounds: str, result: Result
) -> None:
    of = reserve_fund(by_year=False)
    back = _correct(EntryKind.EXPENDITURE, "20.00", purpose="breaks")
    position = taken(of, BEFORE[0], spend("E0", "20.00"), BEFORE[2], back)
    assert check(_roads("E1", pounds), against=position).result is result


@pytest.mark.parametrize("used", [spend("E2", "100.00", NEXT), order("O2", "100.00", NEXT)])
def test_without_years_what_is_used_for_the_purpose_is_held_no_more(used: Entry) -> None:
    of = reserve_fund(by_year=False)
    position = taken(of, BEFORE[0], BEFORE[2], used)
    assert check(_roads("E1", "50.00"), against=position).is_met


# year ends


def _disposals(position: Position, year: str) -> list[tuple[Treatment, str, str]]:
    end = close_year(position, year)
    assert Money.total(each.amount for each in end.disposals) + end.undisposed == end.unspent
    return [(each.treatment, str(each.amount), each.held_as) for each in end.disposals]


RING_FENCED: Final = "ring-fenced reserve"


@pytest.mark.parametrize(
    ("more", "reserve", "rest"),
    [
        ((), "£80.00", "£50.00"),
        ((spend("E2", "30.00", NEXT),), "£50.00", "£50.00"),
        ((order("O1", "30.00", NEXT),), "£80.00", "£50.00"),
        ((_roads("E1", "50.00"),), "£80.00", ""),
        ((spend("E2", "80.00", NEXT),), "", "£50.00"),
        ((_carry("C2", "80.00"),), "", "£50.00"),
        ((_carry("C2", "79.99"),), "£0.01", "£50.00"),
    ],
    ids=["all", "spent in part", "ordered", "the rest spent", "spent", "carried", "but a penny"],
)
@pytest.mark.parametrize(
    ("kind", "treatment"),
    [(FundType.GENERAL_GRANT, Treatment.CARRY), (FundType.UNPROTECTED_BUDGET, Treatment.LAPSE)],
)
def test_the_next_year_end_keeps_what_is_left_of_the_reserve(
    more: tuple[Entry, ...], reserve: str, rest: str, kind: FundType, treatment: Treatment
) -> None:
    position = _held(*more, type_=kind)
    wanted = [(Treatment.RESERVE, reserve, RING_FENCED)] if reserve else []
    wanted += [(treatment, rest, "")] if rest else []
    assert _disposals(position, "2004/05") == wanted


def test_what_is_carried_on_is_kept_at_the_end_of_the_year_after() -> None:
    position = _held(_carry("C2", "130.00"), spend("E2", "10.00", AFTER))
    assert _disposals(position, "2005/06") == [
        (Treatment.RESERVE, "£70.00", RING_FENCED),
        (Treatment.CARRY, "£50.00", ""),
    ]


def test_without_years_the_next_year_end_keeps_what_is_left_of_the_reserve() -> None:
    of = reserve_fund(by_year=False)
    position = taken(of, BEFORE[0], BEFORE[2], spend("E2", "30.00", NEXT))
    later = position.after(spend("E3", "10.00", AFTER))
    for known in (position, later):
        assert _disposals(known, "2004/05") == [
            (Treatment.RESERVE, "£70.00", RING_FENCED),
            (Treatment.CARRY, "£50.00", ""),
        ]
    assert _disposals(later, "2005/06")[0] == (Treatment.RESERVE, "£60.00", RING_FENCED)


@pytest.mark.parametrize("unspent", [Unspent.RETURN, None], ids=["owed", "not owed"])
def test_without_years_what_is_kept_by_consent_is_kept_as_far_as_it_still_holds(
    unspent: Unspent | None,
) -> None:
    words = None if unspent else CarryForward.WITH_CONSENT
    terms = attrs.evolve(RESERVE_TERMS, carry_forward=words, unspent=unspent)
    position = taken(reserve_fund(terms, by_year=False), BEFORE[0], spend("E2", "20.00", NEXT))
    for agreed, kept in (("60.00", ["£60.00"]), ("79.99", ["£79.99"]), ("80.00", ["£80.00"])):
        consent = Consent("conditions", Money.pounds(agreed), "the department", DETERMINATION)
        end = close_year(position, "2004/05", consents=[consent])
        assert [str(each.amount) for each in end.disposals][:1] == kept
        lacking = Money.pounds("80.00") - Money.pounds(agreed)
        assert end.liability == (lacking if unspent else Money.pounds("0.00"))
        assert [each.expected for each in end.missing] == (
            [f"the written consent of the department to {lacking}"]
            if lacking.in_pence and not unspent
            else []
        )
    alone = close_year(position, "2004/05")
    assert alone.amount(Treatment.RETURN if unspent else Treatment.RESERVE) == (
        Money.pounds("80.00") if unspent else Money.pounds("0.00")
    )
    assert alone.undisposed == Money.pounds("0.00" if unspent else "80.00")


def test_without_years_what_is_said_to_be_carried_is_of_the_reserve() -> None:
    of = reserve_fund(by_year=False)
    position = taken(of, BEFORE[0], BEFORE[2], _carry("C2", "100.00"))
    assert _disposals(position, "2004/05") == [(Treatment.CARRY, "£50.00", "")]


def test_what_whoever_set_it_let_go_is_settled_as_other_money() -> None:
    lift = Lift("conditions", "the department", date(2005, 3, 31), DETERMINATION)
    assert _disposals(_held(lifts=[lift]), "2004/05") == [(Treatment.CARRY, "£130.00", "")]
    late = attrs.evolve(lift, on=date(2005, 4, 1))
    assert _disposals(_held(lifts=[late]), "2004/05")[0][1] == "£80.00"


def test_no_more_is_kept_than_there_is_where_more_was_spent_than_there_was() -> None:
    of = reserve_fund(heads=[Head("own", allotted=True), Head("rest", allotted=True)])
    own = [attrs.evolve(each, head="own") for each in BEFORE[:2]]
    over = _roads("E1", "30.00", head="rest")
    position = taken(of, *own).after(over)
    assert _disposals(position, "2004/05") == [(Treatment.RESERVE, "£50.00", RING_FENCED)]
    none = position.after(_roads("E2", "50.00", head="rest"))
    assert close_year(none, "2004/05").disposals == ()


def test_of_two_reserves_no_penny_is_kept_twice() -> None:
    also = attrs.evolve(RESERVE_TERMS, reference="also", clauses=[])
    position = taken(_two(also), *BEFORE)
    assert _disposals(position, "2004/05") == [
        (Treatment.RESERVE, "£80.00", RING_FENCED),
        (Treatment.CARRY, "£50.00", ""),
    ]


def _two(also: Stipulation) -> Fund:
    return fund(RESERVE_TERMS, also, type_=FundType.GENERAL_GRANT)


def test_income_is_recognised_once_of_a_reserve() -> None:
    position = _held(spend("E2", "30.00", NEXT))
    incomes = [close_year(position, year).income for year in ("2003/04", "2004/05")]
    assert incomes == [Money.pounds("100.00"), Money.pounds("50.00")]


@pytest.mark.parametrize(("pounds", "result"), [("79.99", MET), ("80.00", MET), ("80.01", NOT_MET)])
def test_what_is_left_of_a_reserve_is_carried_though_other_money_lapses(
    pounds: str, result: Result
) -> None:
    position = _held(type_=FundType.UNPROTECTED_BUDGET)
    assert check(_carry("C2", pounds), against=position).result is result
    again = _carry("C3", "0.01")
    lapses = posted(position.fund, *BEFORE, _carry("C2", "80.00"), again)
    assert [each.entry for each in lapses.refused] == [again]


def test_what_was_let_go_is_carried_as_other_money() -> None:
    lift = Lift("conditions", "the department", date(2005, 3, 31), DETERMINATION)
    position = _held(type_=FundType.UNPROTECTED_BUDGET, lifts=[lift])
    assert check(_carry("C2", "80.00"), against=position).result is NOT_MET


def test_a_book_says_the_same_in_short_and_at_length_while_the_days_run_on() -> None:
    terms = attrs.evolve(RESERVE_TERMS, days=DateRange(date(2003, 4, 1), date(2004, 5, 31)))
    book = Book(_held(terms=terms))
    in_days = date(2004, 5, 31)
    assert book.offer(spend("E2", "30.00", in_days)).is_met
    assert book.check(_roads("E1", "1.00", in_days)).result is NOT_MET
    assert book.check(_roads("E1", "50.00", date(2004, 6, 1))).is_met
    assert book.check(_roads("E1", "50.01", date(2004, 6, 1))).result is UNDETERMINED
    assert book.position.sums(year=FinancialYear(2004)).expenditure == Money.pounds("30.00")
