"""The end of a year where words are on one source or head only, and what follows the close."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.unit.funds.making import (
    DETERMINATION,
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

from carerslib.clauses import For
from carerslib.funds import (
    CarryForward,
    Consent,
    EntryKind,
    FundType,
    Head,
    Outlay,
    Position,
    StipulationKind,
    Treatment,
    Unspent,
    check,
    close_year,
)
from carerslib.money import Money
from carerslib.periods import DateRange, FinancialYear
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.funds import Entry, Fund, Stipulation, YearEnd

YEAR = FinancialYear.parse("2003/04")
LAST_DAY = date(2004, 3, 31)
NEXT_YEAR = date(2004, 6, 1)
TWO_YEARS = DateRange(date(2003, 4, 1), date(2005, 3, 31))
RETURN = Unspent.RETURN
WITH_CONSENT = CarryForward.WITH_CONSENT
RESTRICTION = StipulationKind.RESTRICTION


def _consent(pounds: str, of: str = "conditions", by: str = "the department") -> Consent:
    return Consent(of, Money.pounds(pounds), by, DETERMINATION)


def _treatments(end: YearEnd) -> dict[str, str]:
    return {str(each.treatment): str(each.amount) for each in end.disposals}


def _adds_up(end: YearEnd) -> None:
    settled = Money.total(each.amount for each in end.disposals)
    assert settled + end.undisposed == max(end.unspent, Money.pounds("0.00"))


def _carry(pounds: str, **more: Any) -> Entry:  # noqa: ANN401
    by = more.pop("by", "the department")
    return entry(f"C{pounds}", EntryKind.CARRY_FORWARD, pounds, LAST_DAY, by=by, **more)


class TestWhatWasCarriedByAgreement:
    """It is taken off what was agreed, which keeps nothing twice."""

    @pytest.mark.parametrize("words", [None, WITH_CONSENT])
    @pytest.mark.parametrize(
        ("agreed", "result"),
        [
            ("59.99", {"return": "£40.00"}),
            ("60.00", {"return": "£40.00"}),
            ("60.01", {"return": "£39.99", "reserve": "£0.01"}),
            ("100.00", {"reserve": "£40.00"}),
        ],
    )
    def test_is_not_kept_a_second_time_where_the_rest_is_returned(
        self, words: CarryForward | None, agreed: str, result: dict[str, str]
    ) -> None:
        of = fund(condition(purposes("breaks"), unspent=RETURN, carry_forward=words))
        position = taken(of, allocated("100.00"), _carry("60.00"))
        end = close_year(position, YEAR, consents=[_consent(agreed)])
        assert _treatments(end) == result
        _adds_up(end)

    @pytest.mark.parametrize(
        ("agreed", "carried", "open_"),
        [("60.00", {}, "£40.00"), ("60.01", {"carry forward": "£0.01"}, "£39.99")],
    )
    def test_leaves_the_rest_open_where_it_needs_consent(
        self, agreed: str, carried: dict[str, str], open_: str
    ) -> None:
        position = taken(
            fund(condition(carry_forward=WITH_CONSENT)), allocated("100.00"), _carry("60.00")
        )
        end = close_year(position, YEAR, consents=[_consent(agreed)])
        assert (_treatments(end), str(end.undisposed)) == (carried, open_)
        assert [each.expected for each in end.missing] == [
            f"the written consent of the department to {open_}"
        ]

    def test_two_letters_about_the_same_money_are_added_up(self) -> None:
        position = taken(fund(condition(unspent=RETURN)), allocated("100.00"), _carry("60.00"))
        end = close_year(position, YEAR, consents=[_consent("60.00"), _consent("10.00")])
        assert _treatments(end) == {"return": "£30.00", "reserve": "£10.00"}

    def test_is_of_a_fund_that_keeps_its_years_together_as_well(self) -> None:
        of = fund(condition(carry_forward=WITH_CONSENT), by_year=False)
        position = taken(of, allocated("100.00"), _carry("60.00"))
        for year in (YEAR, YEAR.next):
            end = close_year(position, year, consents=[_consent("60.00")])
            left = {YEAR: "£40.00", YEAR.next: "£40.00"}[year]
            assert str(end.undisposed) == left

    @pytest.mark.parametrize("by_year", [True, False])
    def test_is_income_of_the_year_in_which_it_was_agreed_though_its_days_go_on(
        self, *, by_year: bool
    ) -> None:
        terms = condition(unspent=RETURN, carry_forward=WITH_CONSENT, days=TWO_YEARS)
        position = taken(fund(terms, by_year=by_year), allocated("100.00"), _carry("60.00"))
        letter = [_consent("75.00")]
        end = close_year(position, YEAR, consents=letter)
        assert (str(end.income), _treatments(end)) == (
            "£75.00",
            {"liability": "£25.00", "reserve": "£15.00"},
        )
        after = close_year(position, YEAR.next, consents=letter, consents_before=letter)
        assert str(after.income) == "£0.00"

    @pytest.mark.parametrize("by_year", [True, False])
    def test_where_nobody_has_to_agree_what_stayed_is_kept_first(self, *, by_year: bool) -> None:
        of = fund(condition(unspent=RETURN, days=TWO_YEARS), by_year=by_year)
        position = taken(of, allocated("100.00"), _carry("60.00"))
        end = close_year(position, YEAR, consents=[_consent("45.00")])
        assert (str(end.income), _treatments(end)) == ("£45.00", {"reserve": "£40.00"})

    def test_a_reserve_that_is_carried_on_uses_no_consent(self) -> None:
        days = DateRange(date(2003, 4, 1), LAST_DAY)
        over = condition(
            purposes("breaks"), reference="over", days=days, carry_forward=CarryForward.RESERVE
        )
        begun = DateRange(date(2004, 4, 1), date(2005, 3, 31))
        asks = condition(reference="asks", carry_forward=WITH_CONSENT, days=begun)
        more = allocated("20.00", date(2004, 4, 1), "A2")
        on = entry("C2", EntryKind.CARRY_FORWARD, "100.00", date(2005, 3, 31))
        position = taken(fund(over, asks), allocated("100.00"), _carry("100.00"), more, on)
        end = close_year(position, YEAR.next, consents=[_consent("20.00", of="asks")])
        assert (_treatments(end), end.missing) == ({"carry forward": "£20.00"}, ())

    def test_a_reserve_beside_money_that_is_owed_is_income_once(self) -> None:
        days = DateRange(date(2003, 4, 1), LAST_DAY)
        over = condition(
            purposes("breaks"), reference="over", days=days, carry_forward=CarryForward.RESERVE
        )
        begun = DateRange(date(2004, 4, 1), date(2006, 3, 31))
        owed = condition(reference="owed", unspent=RETURN, days=begun)
        more = allocated("20.00", date(2004, 4, 1), "A2")
        on = entry("C2", EntryKind.CARRY_FORWARD, "100.00", date(2005, 3, 31))
        position = taken(fund(over, owed), allocated("100.00"), _carry("100.00"), more, on)
        years = (YEAR, YEAR.next, YEAR.next.next)
        incomes = [str(close_year(position, year).income) for year in years]
        assert incomes == ["£100.00", "£0.00", "£0.00"]

    def test_one_letter_is_not_used_for_an_old_reserve_and_again_for_the_year(self) -> None:
        days = DateRange(date(2003, 4, 1), date(2004, 6, 1))
        of = fund(condition(purposes("breaks"), unspent=RETURN, days=days), by_year=False)
        more = allocated("30.00", date(2004, 5, 1), "A2")
        position = taken(of, allocated("100.00"), more)
        end = close_year(position, YEAR.next, consents=[_consent("110.00")])
        assert _treatments(end) == {"reserve": "£110.00", "return": "£20.00"}


def _of_the_grant(of: str = "source", what: str = "grant", **said: Any) -> Stipulation:  # noqa: ANN401
    return condition(For("for", DETERMINATION, {of: what}, [purposes("breaks")]), **said)


def _mixed(*entries: Entry, type_: FundType = FundType.GENERAL_GRANT, **said: Any) -> Position:  # noqa: ANN401
    """Leave £10 of a grant and £90 of the council's own money, in one fund."""
    of = fund(_of_the_grant(**said), type_=type_, sources=("grant", "own"), wider_budget="all")
    return taken(
        of,
        allocated("100.00", source="grant"),
        allocated("100.00", reference="A2", source="own"),
        spend("E1", "90.00", source="grant"),
        spend("E2", "10.00", source="own", purpose="roads"),
        *entries,
    )


class TestWordsOnOneSource:
    """They bind the money of that source and leave the rest to other words, or the kind of fund."""

    @pytest.mark.parametrize(
        ("said", "treatment"),
        [
            ({"unspent": RETURN}, "return"),
            ({"unspent": RETURN, "days": TWO_YEARS}, "liability"),
            ({"carry_forward": CarryForward.RESERVE}, "reserve"),
            ({"carry_forward": CarryForward.NOT_ALLOWED}, "lapse"),
            ({"kind": RESTRICTION}, "reserve"),
        ],
    )
    def test_settle_what_is_left_of_it_alone(self, said: dict[str, Any], treatment: str) -> None:
        end = close_year(_mixed(**said), YEAR)
        assert _treatments(end) == {treatment: "£10.00", "carry forward": "£90.00"}
        _adds_up(end)

    def test_ask_consent_for_it_alone(self) -> None:
        position = _mixed(carry_forward=WITH_CONSENT)
        end = close_year(position, YEAR, consents=[_consent("100.00")])
        assert _treatments(end) == {"reserve": "£10.00", "carry forward": "£90.00"}
        assert str(close_year(position, YEAR).undisposed) == "£10.00"

    @pytest.mark.parametrize(
        ("type_", "rest"),
        [(FundType.UNPROTECTED_BUDGET, {"lapse": "£90.00"}), (FundType.GRANT_AGREEMENT, {})],
    )
    def test_leave_the_rest_to_the_kind_of_fund(
        self, type_: FundType, rest: dict[str, str]
    ) -> None:
        end = close_year(_mixed(unspent=RETURN, type_=type_), YEAR)
        assert _treatments(end) == {"return": "£10.00", **rest}
        _adds_up(end)

    @pytest.mark.parametrize(
        "said", [{"unspent": RETURN}, {"carry_forward": WITH_CONSENT}], ids=str
    )
    def test_ask_nobody_where_other_money_is_carried(self, said: dict[str, Any]) -> None:
        position = _mixed(**said)
        own = _carry("90.00", by=None, source="own")
        assert check(own, against=position).is_met
        of_the_grant = _carry("10.00", by=None, source="grant")
        assert check(of_the_grant, against=position).result is Result.UNDETERMINED
        assert check(attrs.evolve(of_the_grant, by="the department"), against=position).is_met

    def test_that_are_expected_are_no_advice_on_other_money(self) -> None:
        expected, refused = StipulationKind.EXPECTATION, CarryForward.NOT_ALLOWED
        position = _mixed(kind=expected, carry_forward=refused)
        for source, advised in (("grant", True), ("own", False)):
            verdict = check(_carry("1.00", source=source), against=position)
            assert verdict.is_met
            found = [each.result for each in verdict.findings if each.rule == "conditions"]
            assert found == ([Result.NOT_MET] if advised else [])

    def test_may_be_of_money_of_which_no_source_is_stated(self) -> None:
        of = fund(_of_the_grant(unspent=RETURN), type_=FundType.GENERAL_GRANT)
        assert _treatments(close_year(taken(of, allocated("40.00")), YEAR)) == {"return": "£40.00"}

    def test_with_a_ring_fence_bind_the_whole_fund(self) -> None:
        end = close_year(_mixed(unspent=RETURN, ring_fence=True), YEAR)
        assert _treatments(end) == {"return": "£100.00"}

    def test_end_where_the_days_of_that_source_do(self) -> None:
        windows = [
            For(name, DETERMINATION, {"source": name}, [attrs.evolve(each, reference=f"w {name}")])
            for name, each in (
                ("grant", window(None, LAST_DAY)),
                ("own", window(None, date(2005, 3, 31))),
            )
        ]
        of = fund(condition(*windows, unspent=RETURN), sources=("grant", "own"))
        position = taken(
            of,
            allocated("10.00", source="grant"),
            allocated("90.00", reference="A2", source="own"),
        )
        end = close_year(position, YEAR)
        assert _treatments(end) == {"return": "£10.00", "liability": "£90.00"}

    def test_one_consent_goes_round_all_sources_once(self) -> None:
        of = fund(
            condition(unspent=RETURN, reference="all"),
            _of_the_grant(kind=RESTRICTION, reference="grant"),
            sources=("grant", "own"),
        )
        position = taken(
            of,
            allocated("50.00", source="grant"),
            allocated("50.00", reference="A2", source="own"),
        )
        end = close_year(position, YEAR, consents=[_consent("60.00", of="all")])
        assert _treatments(end) == {"reserve": "£60.00", "return": "£40.00"}

    def test_what_one_source_has_overspent_is_not_taken_from_another(self) -> None:
        of = fund(_of_the_grant(unspent=RETURN), sources=("grant", "own"), by_year=False)
        position = taken(
            of,
            allocated("10.00", source="grant"),
            allocated("90.00", NEXT_YEAR, "A2", source="own"),
            spend("E1", "30.00", source="own"),
        )
        end = close_year(position, YEAR)
        assert (str(end.unspent), _treatments(end)) == ("£10.00", {"return": "£10.00"})
        assert position.sums(year=YEAR).unspent == Money.pounds("-20.00")

    def test_where_all_is_overspent_nothing_is_left_of_any(self) -> None:
        of = fund(_of_the_grant(unspent=RETURN), sources=("grant", "own"), by_year=False)
        position = taken(
            of, allocated("90.00", NEXT_YEAR, source="own"), spend("E1", "30.00", source="own")
        )
        end = close_year(position, YEAR)
        assert (str(end.unspent), end.disposals) == ("-£30.00", ())
        _adds_up(end)

    @pytest.mark.parametrize("sources", [(), ("grant", "own")])
    def test_a_reserve_of_one_source_stays_one_beside_money_that_lapses(
        self, sources: tuple[str, ...]
    ) -> None:
        """What may not be carried of the one is nothing to the other."""
        days = DateRange(date(2003, 4, 1), LAST_DAY)
        grant = _of_the_grant(carry_forward=WITH_CONSENT, days=days)
        own = condition(
            For("for own", DETERMINATION, {"source": "own"}, [window(None, LAST_DAY)]),
            reference="own",
            set_by="the council",
            carry_forward=CarryForward.NOT_ALLOWED,
            days=days,
        )
        of = fund(grant, own, sources=sources)
        position = taken(of, allocated("100.00", source="grant"), _carry("100.00", source="grant"))
        roads = spend("E1", "1.00", NEXT_YEAR, source="grant", purpose="roads")
        assert check(roads, against=position).result is Result.UNDETERMINED


class TestWordsOnOneHead:
    """Money that is allotted to a head is told apart; what several heads share is not."""

    HEADS = (Head("breaks", allotted=True), Head("training", residual=True))

    def _left(self, of: Fund) -> YearEnd:
        position = taken(
            of,
            allocated("100.00", head="breaks"),
            allocated("100.00", reference="A2"),
            spend("E1", "90.00", head="breaks"),
            spend("E2", "10.00", head="training"),
        )
        return close_year(position, YEAR)

    @pytest.mark.parametrize(
        ("head", "result"),
        [
            ("breaks", {"carry forward": "£90.00", "return": "£10.00"}),
            ("training", {"return": "£90.00", "carry forward": "£10.00"}),
        ],
    )
    def test_settle_what_is_left_of_it_alone(self, head: str, result: dict[str, str]) -> None:
        terms = _of_the_grant("head", head, unspent=RETURN)
        end = self._left(fund(terms, heads=self.HEADS, type_=FundType.GENERAL_GRANT))
        assert _treatments(end) == result

    def test_bind_all_that_is_not_allotted_where_their_head_draws_on_it(self) -> None:
        terms = _of_the_grant("head", "training", unspent=RETURN)
        heads = (Head("breaks"), Head("training"))
        end = self._left(fund(terms, heads=heads, type_=FundType.GENERAL_GRANT))
        assert _treatments(end) == {"return": "£100.00"}


class TestCapital:
    """What is left of money for capital is named as such, head by head."""

    @pytest.mark.parametrize(
        ("said", "held"),
        [
            ({"kind": RESTRICTION}, "Capital Grants Unapplied Account"),
            ({"unspent": RETURN}, "capital grants receipts in advance"),
        ],
    )
    def test_under_a_capital_head(self, said: dict[str, Any], held: str) -> None:
        heads = [Head("works", outlay=Outlay.CAPITAL, allotted=True)]
        of = fund(condition(**said), heads=heads)
        end = close_year(taken(of, allocated("100.00", head="works")), YEAR)
        assert [each.held_as for each in end.disposals] == [held]

    @pytest.mark.parametrize("of_fund", [None, Outlay.REVENUE])
    def test_is_split_where_heads_differ(self, of_fund: Outlay | None) -> None:
        heads = [Head("works", outlay=Outlay.CAPITAL, allotted=True), Head("rest", allotted=True)]
        of = fund(condition(kind=RESTRICTION), heads=heads, outlay=of_fund)
        entries = allocated("100.00", head="works"), allocated("50.00", reference="A2", head="rest")
        found = close_year(taken(of, *entries), YEAR).disposals
        assert {each.held_as: str(each.amount) for each in found} == {
            "Capital Grants Unapplied Account": "£100.00",
            "earmarked reserve": "£50.00",
        }

    def test_is_named_with_revenue_where_both_draw_on_it(self) -> None:
        heads = [Head("works", outlay=Outlay.CAPITAL), Head("rest", residual=True)]
        end = close_year(taken(fund(condition(unspent=RETURN), heads=heads), allocated("1")), YEAR)
        assert [each.held_as for each in end.disposals] == [
            "creditor or receipt in advance or capital grants receipts in advance"
        ]


class TestReturningAfterTheClose:
    """What a closed year asks back is returned of that year, and changes nothing it came to."""

    TERMS = condition(purposes("breaks"), unspent=RETURN)
    FIRST = (allocated("100.00"), spend("E1", "70.00"))
    NEXT = allocated("100.00", date(2004, 4, 1), "A2")

    def _closed(self, *more: Entry, by_year: bool = True) -> Position:
        of = fund(self.TERMS, by_year=by_year)
        return taken(of, *self.FIRST, self.NEXT, *more).closing(YEAR)

    @staticmethod
    def _returned(pounds: str, day: date = LAST_DAY) -> Entry:
        return entry("R1", EntryKind.RETURN, pounds, day, known=NEXT_YEAR)

    @pytest.mark.parametrize("by_year", [True, False])
    @pytest.mark.parametrize(
        ("pounds", "met"), [("29.99", True), ("30.00", True), ("30.01", False)]
    )
    def test_goes_as_far_as_what_was_left(self, pounds: str, *, met: bool, by_year: bool) -> None:
        position = self._closed(by_year=by_year)
        verdict = check(self._returned(pounds), against=position)
        assert verdict.is_met is met

    @pytest.mark.parametrize("by_year", [True, False])
    def test_leaves_the_income_of_each_year_as_it_was_and_nothing_to_return(
        self, *, by_year: bool
    ) -> None:
        before = self._closed(by_year=by_year)
        after = before.after(self._returned("30.00"))
        years: Iterable[FinancialYear] = (YEAR, YEAR.next)
        for year in years:
            assert close_year(after, year).income == close_year(before, year).income
        end = close_year(after, YEAR)
        assert (end.disposals, str(end.income)) == ((), "£70.00")

    def test_takes_nothing_of_the_money_of_the_new_year(self) -> None:
        after = self._closed().after(self._returned("30.00"))
        assert str(after.room(year=YEAR.next)) == "£100.00"

    def test_waits_for_what_is_still_on_order(self) -> None:
        position = self._closed(order("O1", "10.00"))
        verdict = check(self._returned("30.00"), against=position)
        assert str(verdict.unmet[0].remedy) == "reduce by £10.00"
        free = entry("L1", EntryKind.RELEASE, "10.00", LAST_DAY, order="O1", purpose="breaks")
        assert check(self._returned("30.00"), against=position.after(free)).is_met

    @pytest.mark.parametrize("spent", ["100.00", "120.00"])
    def test_is_bounded_by_what_later_years_have_used_of_it(self, spent: str) -> None:
        used = spend("E2", spent, NEXT_YEAR)
        position = self._closed(used, by_year=False)
        left = Money.pounds("130.00") - Money.pounds(spent)
        assert check(self._returned(str(left)[1:]), against=position).is_met
        more = left + Money.pence(1)
        assert not check(self._returned(str(more)[1:]), against=position).is_met

    def test_is_refused_where_nobody_asks_it_back(self) -> None:
        of = fund(type_=FundType.GENERAL_GRANT)
        position = taken(of, *self.FIRST).closing(YEAR)
        (found,) = check(self._returned("30.00"), against=position).unmet
        assert found.rule == "fund.open-year"

    def test_is_refused_of_money_that_is_not_asked_back(self) -> None:
        position = _mixed(unspent=RETURN).closing(YEAR)
        for source, met in (("grant", True), ("own", False)):
            returned = attrs.evolve(self._returned("10.00"), source=source)
            assert check(returned, against=position).is_met is met

    def test_a_return_of_an_open_year_is_of_the_money_of_that_year(self) -> None:
        position = self._closed(spend("E2", "80.00", NEXT_YEAR))
        assert not check(self._returned("20.01", NEXT_YEAR), against=position).is_met
        assert check(self._returned("20.00", NEXT_YEAR), against=position).is_met

    def test_nothing_else_counts_for_the_closed_year(self) -> None:
        late = spend("E9", "1.00", LAST_DAY, known=NEXT_YEAR)
        assert not check(late, against=self._closed()).is_met
        assert self._closed().after(late).sums(year=YEAR).unspent == Money.pounds("29.00")


def test_what_is_treated_alike_of_several_sources_is_told_once() -> None:
    of = fund(
        condition(kind=RESTRICTION, reference="all"),
        _of_the_grant(kind=RESTRICTION, reference="grant"),
        sources=("grant", "own"),
    )
    position = taken(
        of, allocated("50.00", source="grant"), allocated("50.00", reference="A2", source="own")
    )
    (only,) = close_year(position, YEAR).disposals
    assert (only.treatment, str(only.amount)) == (Treatment.RESERVE, "£100.00")
