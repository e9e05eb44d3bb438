"""The lines of an authority: how much, when, how long, what for, by whom."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest
from tests.scenarios.kit import label

from carerslib.awards import AWARD, RULES, Authority, Proposal, Used, headroom, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Delegation,
    Figure,
    Holder,
    Length,
    Nature,
    Of,
    Only,
    Reading,
    Readings,
    Window,
)
from carerslib.clauses.requests import LIKE_WITH_LIKE
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.explain import as_text
from carerslib.money import ZERO, Money
from carerslib.periods import ByYear, DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Finding, Missing, Result, Verdict, show

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
FIRST, LAST = date(2018, 4, 1), date(2021, 3, 31)
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
TEN: Final = Figure.pounds("10.00")
A_YEAR: Final = Term(years=1)
ANY_LENGTH: Final = Length("length", MINUTE, Term(years=9))


def pounds(text: str) -> Price:
    return Price.as_stated(Money.pounds(text))


def proposal(by: str | None = None, on: Any = None, chain: Any = (), **fields: Any) -> Proposal:  # noqa: ANN401
    return Proposal(AWARD, Contract("A", **fields), by, on, chain)


def part(
    clause: Clause, proposed: Proposal, used: Used | None = None, basis: Basis | None = None
) -> Finding | Verdict:
    under = Authority("c", MINUTE, (AWARD,), (clause,))
    return judge(proposed, under=under, used=used, basis=basis).parts[1]


def found(clause: Clause, proposed: Proposal, used: Used | None = None) -> Finding:
    only = part(clause, proposed, used)
    assert isinstance(only, Finding)
    return only


def rooms(clause: Clause, used: Used | None = None) -> list[tuple[tuple[str, ...], str, str]]:
    under = Authority("c", MINUTE, (AWARD,), (clause,))
    return [(room.group, show(room.left), room.note) for room in headroom(under, used)]


class TestFigures:
    @pytest.mark.parametrize(
        ("fields", "says"),
        [
            ((12.5,), "amount: expected a Price, or a whole number of things that is not negative"),
            ((True,), "amount: expected a Price, or a whole number of things that is not negative"),
            ((-1,), "amount: expected a Price, or a whole number of things that is not negative"),
            ((None,), "amount: expected a Price, or a whole number of things that is not negative"),
            (
                (3, Nature.UNPUBLISHED),
                "amount: expected no amount, as the figure is unpublished",
            ),
            (
                (3, Nature.CAP, Money.pounds("1.00")),
                "rounded_to: expected a unit above £0.00, for an amount of money",
            ),
            (
                (pounds("1.00"), Nature.CAP, ZERO),
                "rounded_to: expected a unit above £0.00, for an amount of money",
            ),
            ((pounds("1.00"), "budgett"), "nature: expected a Nature, got 'budgett'"),
        ],
    )
    def test_what_is_no_figure_is_refused(self, fields: tuple[Any, ...], says: str) -> None:
        with pytest.raises(InvalidValueError) as error:
            Figure(*fields)
        assert str(error.value).startswith(says)

    def test_a_float_for_money_is_refused(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Figure.pounds(1230000.0)  # type: ignore[arg-type]
        assert error.value.value == 1230000.0

    def test_a_figure_is_shown_as_the_record_has_it(self) -> None:
        unit = Money.pounds("1.00")
        assert str(TEN) == "£10.00 (VAT not stated)"
        assert str(Figure.pounds("10.00", rounded_to=unit)).endswith(", rounded to £1.00")
        assert str(Figure.unpublished()) == "not published"


class TestCap:
    CAP: Final = Cap("v", MINUTE, TEN)

    @pytest.mark.parametrize(
        ("amount", "result"), [("9.99", MET), ("10.00", MET), ("10.01", NOT_MET)]
    )
    def test_on_the_figure_is_inside_it(self, amount: str, result: Result) -> None:
        assert found(self.CAP, proposal(value=pounds(amount))).result is result

    @pytest.mark.parametrize(
        ("amount", "result"), [("3.99", MET), ("4.00", MET), ("4.01", NOT_MET)]
    )
    def test_what_was_used_before_counts(self, amount: str, result: Result) -> None:
        used = Used.stated({"v": Money.pounds("6.00")})
        assert found(self.CAP, proposal(value=pounds(amount)), used).result is result

    def test_no_remedy_mends_what_others_have_used_up(self) -> None:
        used = Used.stated({"v": Money.pounds("10.01")})
        over = found(self.CAP, proposal(value=pounds("1.00")), used)
        assert (over.result, over.remedy) == (NOT_MET, None)

    def test_an_amount_that_is_not_stated_is_missing_and_was_not_asked(self) -> None:
        open_ = found(self.CAP, proposal())
        assert (open_.result, open_.asked) == (OPEN, False)
        assert open_.missing == (Missing("contract.value", "the amount"),)

    def test_an_amount_that_is_not_stated_is_shown_as_such(self) -> None:
        open_ = found(self.CAP, proposal())
        assert (open_.measured, open_.note) == (None, "")
        text = as_text(judge(proposal(), under=Authority("c", MINUTE, (AWARD,), (self.CAP,))))
        assert "Measured: not stated; permitted: at most £10.00." in text
        assert "not known exactly" not in text

    def test_an_amount_that_is_not_stated_beside_what_is_used_is_at_least_that(self) -> None:
        used = Used.stated({"v": Money.pounds("4.00")})
        open_ = found(self.CAP, proposal(), used)
        assert show(open_.measured) == "£4.00"
        assert open_.note == f"£4.00 of it used before; {LIKE_WITH_LIKE}; this much at least"

    @pytest.mark.parametrize(
        ("before", "note"),
        [
            ("0.00", LIKE_WITH_LIKE),
            ("0.01", f"£0.01 of it used before; {LIKE_WITH_LIKE}"),
            ("10.01", f"£10.01 of it used before; {LIKE_WITH_LIKE}"),
        ],
    )
    def test_what_is_too_much_says_how_much_of_it_was_used_before(
        self, before: str, note: str
    ) -> None:
        used = Used.stated({"v": Money.pounds(before)})
        assert found(self.CAP, proposal(value=pounds("10.01")), used).note == note

    def test_each_basis_says_what_was_used_before_on_it(self) -> None:
        net = Cap("v", MINUTE, Figure(Price.net_of_vat(Money.pounds("10.00"))))
        authority = Authority("c", MINUTE, (AWARD,), (net,))
        exact = proposal(value=Price.net_of_vat(Money.pounds("6.00")))
        used = Used().after(exact, under=authority)
        assert found(net, exact, used).note == "£6.00 of it used before"
        unknown = Used().after(proposal(value=pounds("6.00")), under=authority)
        assert "used before" not in found(net, exact, unknown).note

    @pytest.mark.parametrize(
        ("figure", "price", "remedy", "would_do"),
        [
            (
                TEN,
                Price.plus_vat(Money.pounds("9.00"), "20"),
                "reduce by £0.80 including VAT",
                "£8.33 net of VAT",
            ),
            (
                Figure(Price.including_vat(Money.pounds("10.00"))),
                Price.including_vat(Money.pounds("10.01")),
                "reduce by £0.01 including VAT",
                "£10.00 including VAT",
            ),
            (
                Figure(Price.net_of_vat(Money.pounds("10.00"))),
                Price.including_vat(Money.pounds("12.02"), "20"),
                "reduce by £0.02 net of VAT",
                "£12.00 including VAT",
            ),
            (TEN, pounds("10.01"), "reduce by £0.01", "£10.00"),
            (TEN, Price.exempt(Money.pounds("10.01")), "reduce by £0.01", "£10.00"),
            (
                Figure(Price.net_of_vat(Money.pounds("10.00"))),
                Price.outside_scope(Money.pounds("10.01")),
                "reduce by £0.01",
                "£10.00",
            ),
        ],
    )
    def test_a_remedy_says_whether_its_amounts_have_vat_in_them(
        self, figure: Figure, price: Price, remedy: str, would_do: str
    ) -> None:
        under = Authority("c", MINUTE, (AWARD,), (Cap("v", MINUTE, figure),))
        (over,) = [
            each for each in judge(proposal(value=price), under=under).findings if each.remedy
        ]
        assert over.remedy is not None
        assert (str(over.remedy), over.remedy.would_do) == (remedy, would_do)

    def test_the_two_amounts_of_a_remedy_cannot_be_mistaken_for_each_other(self) -> None:
        taxed = proposal(value=Price.plus_vat(Money.pounds("9.00"), "20"))
        text = as_text(judge(taxed, under=Authority("c", MINUTE, (AWARD,), (self.CAP,))))
        assert "What would do: reduce by £0.80 including VAT (value: £8.33 net of VAT)" in text

    def test_amounts_stated_on_several_bases_have_no_one_basis_to_name(self) -> None:
        mixed = proposal(
            value=Price.plus_vat(Money.pounds("5.00"), "20"),
            options=(Option(Term(years=1), Price.including_vat(Money.pounds("5.00"), "20")),),
        )
        under = Authority("c", MINUTE, (AWARD,), (self.CAP,))
        (over,) = [each for each in judge(mixed, under=under).findings if each.remedy]
        assert over.remedy is not None
        assert (over.remedy.amount_vat, over.remedy.nearest_vat) == ("including VAT", "")

    @pytest.mark.parametrize(
        ("price", "note"),
        [
            (Price.exempt(Money.pounds("1.00")), "the amount is VAT exempt"),
            (Price.outside_scope(Money.pounds("1.00")), "the amount is outside the scope of VAT"),
            (Price.plus_vat(Money.pounds("1.00"), 0), "the amount is without VAT"),
        ],
    )
    @pytest.mark.parametrize("figure", ["10.00", "0.99"])
    @pytest.mark.parametrize("rounded", [None, Money.pounds("0.02")])
    def test_an_amount_without_vat_says_so_beside_a_figure_that_states_none(
        self, price: Price, note: str, figure: str, rounded: Money | None
    ) -> None:
        limit = Cap("v", MINUTE, Figure.pounds(figure, rounded_to=rounded))
        made = part(limit, proposal(value=price))
        notes = {each.note for each in (made.findings if isinstance(made, Verdict) else [made])}
        says = f"{note}; the limit does not say whether it includes VAT"
        assert {each.removesuffix("; the record rounds to £0.02") for each in notes} == {says}

    @pytest.mark.parametrize("value", ["6.00", "6.01"])
    def test_an_amount_of_which_part_is_exempt_says_so(self, value: str) -> None:
        exempt = Option(Term(years=1), Price.exempt(Money.pounds("4.00")))
        proposed = proposal(value=pounds(value), options=(exempt,))
        assert found(self.CAP, proposed).note == (
            "part of the amount is VAT exempt; the limit does not say whether it includes VAT"
        )

    def test_a_figure_that_states_its_basis_needs_no_such_note(self) -> None:
        net = Cap("v", MINUTE, Figure(Price.net_of_vat(Money.pounds("10.00"))))
        assert found(net, proposal(value=Price.exempt(Money.pounds("1.00")))).note == ""

    def test_an_option_without_a_price_is_named(self) -> None:
        proposed = proposal(value=pounds("1.00"), options=(Option(Term(years=1)),))
        open_ = found(self.CAP, proposed)
        assert open_.missing == (Missing("contract.options[0].value", "the amount"),)

    @pytest.mark.parametrize(
        ("firm", "asked"), [("9.99", "within"), ("10.00", "within"), ("10.01", "exceeds")]
    )
    def test_an_option_without_a_price_is_not_asked_about(self, firm: str, asked: str) -> None:
        proposed = proposal(value=pounds(firm), term=A_YEAR, options=(Option(A_YEAR),))
        verdict = judge(proposed, under=Authority("c", MINUTE, (AWARD,), (self.CAP, ANY_LENGTH)))
        assert not verdict.is_met
        assert label(verdict) == asked

    def test_an_option_without_a_price_is_asked_about_with_what_was_used(self) -> None:
        under = Authority("c", MINUTE, (AWARD,), (self.CAP, ANY_LENGTH))
        before = Proposal(AWARD, Contract("B", value=pounds("4.00")))
        used = Used().after(before, under=under)
        for firm, asked in (("5.99", "within"), ("6.00", "within"), ("6.01", "exceeds")):
            proposed = proposal(value=pounds(firm), term=A_YEAR, options=(Option(A_YEAR),))
            assert label(judge(proposed, under=under, used=used)) == asked

    def test_a_known_part_that_is_too_much_settles_it(self) -> None:
        proposed = proposal(value=pounds("10.01"), options=(Option(Term(years=1)),))
        assert found(self.CAP, proposed).result is NOT_MET

    @pytest.mark.parametrize(
        ("price", "result"),
        [
            (Price.exempt(Money.pounds("10.00")), MET),
            (Price.exempt(Money.pounds("10.01")), NOT_MET),
            (Price.plus_vat(Money.pounds("8.33"), "20"), MET),
            (Price.plus_vat(Money.pounds("8.34"), "20"), OPEN),
            (Price.plus_vat(Money.pounds("10.01"), "20"), NOT_MET),
            (Price.net_of_vat(Money.pounds("10.00")), OPEN),
            (Price.net_of_vat(Money.pounds("10.01")), NOT_MET),
            (Price.including_vat(Money.pounds("10.00")), MET),
            (Price.including_vat(Money.pounds("10.01")), OPEN),
        ],
    )
    def test_a_figure_that_states_no_vat_is_read_both_ways(
        self, price: Price, result: Result
    ) -> None:
        assert part(self.CAP, proposal(value=price)).result is result

    @pytest.mark.parametrize(
        ("amount", "result"),
        [("9.49", MET), ("9.50", MET), ("9.51", OPEN), ("10.49", OPEN), ("10.50", NOT_MET)],
    )
    def test_a_figure_that_the_record_rounds_is_open_half_a_unit_either_side(
        self, amount: str, result: Result
    ) -> None:
        rounded = Cap("v", MINUTE, Figure.pounds("10.00", rounded_to=Money.pounds("1.00")))
        assert part(rounded, proposal(value=pounds(amount))).result is result

    def test_a_reading_of_the_figure_that_is_none_is_refused(self) -> None:
        taxed = proposal(value=Price.plus_vat(Money.pounds("9.00"), "20"))
        basis = RULES.basis(readings={"v": "net"})
        says = "reading of v: expected one of net of VAT, including VAT, got 'net'"
        for ask in (
            lambda: part(Cap("v", MINUTE, TEN), taxed, basis=basis),
            lambda: headroom(Authority("c", MINUTE, (AWARD,), Cap("v", MINUTE, TEN)), basis=basis),
        ):
            with pytest.raises(InvalidValueError) as error:
                ask()
            assert str(error.value) == says

    def test_an_estimate_advises_and_decides_nothing(self) -> None:
        estimate = Cap("v", MINUTE, Figure.pounds("10.00", nature=Nature.ESTIMATE))
        over = found(estimate, proposal(value=pounds("10.01")))
        assert (over.result, over.binding) == (NOT_MET, False)
        assert "an estimate, which does not bind" in over.note
        under = Authority("c", MINUTE, (AWARD,), (estimate,))
        verdict = judge(proposal(value=pounds("10.01")), under=under)
        assert (verdict.result, verdict.unmet) == (OPEN, ())
        assert [str(each) for each in verdict.missing] == ["authority c (what limits the amount)"]
        assert rooms(estimate) == [((), "£10.00", "advice only")]

    def test_an_unpublished_figure_is_undetermined_whatever_is_proposed(self) -> None:
        unpublished = Cap("v", MINUTE, Figure.unpublished())
        open_ = found(unpublished, proposal(value=pounds("0.01")))
        assert open_.result is OPEN
        assert open_.missing == (Missing("clause v", "the figure, which was not published"),)
        assert rooms(unpublished) == [((), "not stated", "the figure was not published")]

    @pytest.mark.parametrize(("used", "result"), [(1, MET), (2, NOT_MET)])
    def test_a_number_of_contracts_is_counted(self, used: int, result: Result) -> None:
        two = Cap("n", MINUTE, Figure(2), of=Of.COUNT)
        counted = found(two, proposal(), Used.stated({"n": used}))
        assert (counted.result, counted.measured, counted.remedy) == (result, used + 1, None)
        assert counted.note == ("" if result is MET else "2 of it used before")


class TestCapByGroup:
    YEARLY: Final = Cap("v", MINUTE, TEN, per=("year",))

    def test_each_year_has_its_own_figure(self) -> None:
        profile = ByYear.of({"2018/19": pounds("10.00"), "2019/20": pounds("10.01")})
        over = found(self.YEARLY, proposal(first_day=FIRST, last_day=LAST, by_year=profile))
        assert (over.title, over.result) == ("Value per year: 2019/20", NOT_MET)
        assert over.remedy is not None
        assert over.remedy.field == "by_year[2019/20]"

    @pytest.mark.parametrize(
        ("amount", "result"), [("10.00", MET), ("10.01", OPEN), ("30.00", OPEN), ("30.01", NOT_MET)]
    )
    def test_an_amount_without_years_is_bounded_as_a_whole(
        self, amount: str, result: Result
    ) -> None:
        proposed = proposal(first_day=FIRST, last_day=LAST, value=pounds(amount))
        assert part(self.YEARLY, proposed).result is result

    def test_an_amount_of_no_known_years_is_too_much_for_none(self) -> None:
        assert part(self.YEARLY, proposal(value=pounds("10.00"))).result is MET
        open_ = part(self.YEARLY, proposal(value=pounds("10.01")))
        assert open_.result is OPEN
        assert open_.missing == (Missing("contract.by_year", "the amount of each year"),)

    def test_a_group_that_is_not_stated_may_be_any(self) -> None:
        per_lot = Cap("v", MINUTE, TEN, per=("lot",))
        under = Authority("c", MINUTE, (AWARD,), (per_lot,))
        used = Used().after(proposal(value=pounds("6.00")), under=under)
        in_lot_1 = proposal(value=pounds("5.00"), tags={"lot": "1"})
        assert part(per_lot, in_lot_1).result is MET
        assert part(per_lot, in_lot_1, used).result is OPEN

    def test_each_contract_stands_alone(self) -> None:
        each = Cap("v", MINUTE, TEN, per=("contract",))
        used = Used.stated({"v": {"B": Money.pounds("10.00")}})
        assert found(each, proposal(value=pounds("10.00")), used).result is MET

    @pytest.mark.parametrize(
        ("tags", "result"),
        [({"lot": "1"}, NOT_MET), ({"lot": "2"}, Result.NOT_APPLICABLE), ({}, OPEN)],
    )
    def test_only_the_part_that_is_named_counts(self, tags: dict[str, str], result: Result) -> None:
        lot_1 = Cap("v", MINUTE, TEN, where={"lot": "1"})
        assert lot_1.title == "Value, lot 1"
        assert found(lot_1, proposal(value=pounds("10.01"), tags=tags)).result is result

    def test_room_is_given_for_each_group_and_for_the_next(self) -> None:
        used = Used.stated({"v": {"2018/19": Money.pounds("4.00")}})
        assert rooms(self.YEARLY, used) == [
            (("2018/19",), "£6.00", ""),
            ((), "£10.00", "each that is not yet used"),
        ]

    @pytest.mark.parametrize("per", ["year", ["year"], (2018,), ("",)])
    def test_what_is_no_tuple_of_names_is_refused(self, per: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidValueError) as error:
            Cap("v", MINUTE, TEN, per=per)
        assert error.value.field == "per"
        assert "a tuple of names, as in ('year',)" in str(error.value)

    def test_what_is_counted_is_an_amount_or_a_number(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Cap("v", MINUTE, TEN, of="number")  # type: ignore[arg-type]
        assert str(error.value) == "of: expected Of.AMOUNT or Of.COUNT, got 'number'"

    def test_a_figure_of_money_counts_no_things(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Cap("v", MINUTE, TEN, of=Of.COUNT)
        assert error.value.field == "at_most"


class TestWindow:
    WINDOW: Final = Window("w", MINUTE, FIRST, LAST)

    @pytest.mark.parametrize(
        ("first", "last", "result"),
        [
            (FIRST, LAST, MET),
            (date(2018, 3, 31), LAST, NOT_MET),
            (FIRST, date(2021, 4, 1), NOT_MET),
            (date(2018, 4, 2), date(2021, 3, 30), MET),
            (DateRange.month(2018, 4), LAST, MET),
            (DateRange.year(2018), LAST, OPEN),
            (DateRange.month(2018, 3), LAST, NOT_MET),
            (FIRST, DateRange.month(2021, 4), NOT_MET),
            (FIRST, DateRange.year(2021), OPEN),
            (None, LAST, OPEN),
            (FIRST, None, OPEN),
            (date(2021, 4, 1), None, NOT_MET),
        ],
    )
    def test_both_ends_lie_within(self, first: Any, last: Any, result: Result) -> None:  # noqa: ANN401
        assert part(self.WINDOW, proposal(first_day=first, last_day=last)).result is result

    def test_one_end_alone_is_tested_alone(self) -> None:
        proposed = proposal(first_day=date(2018, 3, 31), last_day=date(2021, 4, 1))
        early = found(Window("w", MINUTE, first=FIRST), proposed)
        late = found(Window("w", MINUTE, last=LAST), proposed)
        assert (early.title, str(early.remedy)) == ("First day", "start on or after 1 April 2018")
        assert (late.title, str(late.remedy)) == ("Last day", "end on or before 31 March 2021")
        assert late.note == "1 day late"

    def test_a_later_start_does_not_mend_what_is_over_by_then(self) -> None:
        proposed = proposal(first_day=date(2017, 1, 1), last_day=date(2017, 12, 31))
        assert found(Window("w", MINUTE, first=FIRST), proposed).remedy is None

    def test_a_later_start_does_not_mend_a_firm_term_that_is_over_by_then(self) -> None:
        options = (Option(Term(years=5)),)
        proposed = proposal(
            first_day=date(2017, 1, 1), last_day=date(2017, 12, 31), options=options
        )
        assert found(Window("w", MINUTE, first=FIRST), proposed).remedy is None

    def test_an_earlier_end_does_not_mend_what_starts_too_late(self) -> None:
        proposed = proposal(first_day=date(2021, 4, 1), last_day=date(2022, 3, 31))
        assert found(Window("w", MINUTE, last=LAST), proposed).remedy is None

    def test_room_is_the_last_day(self) -> None:
        assert rooms(self.WINDOW) == [((), "31 March 2021", "")]
        assert rooms(Window("w", MINUTE, first=FIRST)) == []

    def test_a_window_needs_a_day_and_one_that_is_no_datetime(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Window("w", MINUTE)
        assert error.value.expected == "a first day, a last day, or both"
        with pytest.raises(InvalidValueError) as error:
            Window("w", MINUTE, datetime(2018, 4, 1, 9, 0))
        assert error.value.field == "first"

    def test_a_window_does_not_end_before_it_starts(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Window("w", MINUTE, LAST, FIRST)
        assert str(error.value) == (
            "last: expected 31 March 2021 or later, got datetime.date(2018, 4, 1)"
        )


class TestLength:
    FIVE: Final = Length("l", MINUTE, Term(years=5))

    @pytest.mark.parametrize(
        ("fields", "result"),
        [
            ({"first_day": FIRST, "last_day": date(2023, 3, 30)}, MET),
            ({"first_day": FIRST, "last_day": date(2023, 3, 31)}, MET),
            ({"first_day": FIRST, "last_day": date(2023, 4, 1)}, NOT_MET),
            ({"term": Term(years=5)}, MET),
            ({"term": Term(years=5, days=1)}, NOT_MET),
            ({"term": Term(days=1826)}, OPEN),
            ({"term": Term(months=59, days=29), "first_day": DateRange.year(2018)}, OPEN),
            ({"last_day": LAST, "term": Term(months=59, days=60)}, NOT_MET),
            ({"first_day": FIRST}, OPEN),
        ],
    )
    def test_a_length_is_measured_from_its_own_first_day(
        self, fields: dict[str, Any], result: Result
    ) -> None:
        assert found(self.FIVE, proposal(**fields)).result is result

    @pytest.mark.parametrize(
        ("first", "last", "result"),
        [
            (FIRST, DateRange.month(2023, 3), MET),
            (FIRST, DateRange(date(2023, 3, 31), date(2023, 4, 1)), OPEN),
            (FIRST, DateRange.month(2023, 4), NOT_MET),
            (DateRange.month(2018, 4), date(2023, 3, 31), MET),
            (DateRange.month(2018, 4), date(2023, 4, 1), OPEN),
            (DateRange.month(2018, 4), date(2023, 4, 29), OPEN),
            (DateRange.month(2018, 4), date(2023, 4, 30), NOT_MET),
            (DateRange.year(2018), DateRange.year(2022), MET),
            (DateRange.year(2018), DateRange.year(2023), OPEN),
            (DateRange.year(2018), DateRange.year(2024), NOT_MET),
            (DateRange(FIRST, date(2024, 3, 31)), DateRange.year(2023), OPEN),
        ],
    )
    def test_days_known_to_a_month_or_year_settle_it_where_all_of_them_agree(
        self, first: date | DateRange, last: date | DateRange, result: Result
    ) -> None:
        assert found(self.FIVE, proposal(first_day=first, last_day=last)).result is result

    @pytest.mark.parametrize(
        ("fields", "result", "measured", "note"),
        [
            (
                {"first_day": FIRST, "last_day": DateRange.month(2023, 4)},
                NOT_MET,
                "5 years 1 month",
                "not known exactly",
            ),
            (
                {"first_day": FIRST, "last_day": LAST, "options": [Option()]},
                OPEN,
                "3 years 1 day",
                "this long at least",
            ),
            ({"first_day": FIRST}, OPEN, "not stated", ""),
        ],
    )
    def test_of_days_not_known_the_longest_is_measured_or_else_the_shortest(
        self, fields: dict[str, Any], result: Result, measured: str, note: str
    ) -> None:
        length = found(self.FIVE, proposal(**fields))
        assert (length.result, show(length.measured), length.note) == (result, measured, note)

    @pytest.mark.parametrize(
        ("fields", "result"),
        [
            ({"term": Term(months=59)}, OPEN),
            ({"term": Term(years=5)}, NOT_MET),
            ({"term": Term(years=5, days=1)}, NOT_MET),
            ({"first_day": FIRST, "last_day": date(2023, 3, 30)}, OPEN),
            ({"first_day": FIRST, "last_day": date(2023, 3, 31)}, NOT_MET),
            ({"first_day": FIRST, "last_day": date(2023, 4, 1)}, NOT_MET),
            ({"first_day": DateRange.year(2018), "term": Term(years=5, days=1)}, NOT_MET),
        ],
    )
    def test_what_is_too_long_without_an_option_of_no_stated_length_is_too_long_with_it(
        self, fields: dict[str, Any], result: Result
    ) -> None:
        length = found(self.FIVE, proposal(**fields, options=[Option()]))
        assert (length.result, length.asked) == (result, True)

    def test_options_that_are_stated_count_beside_one_that_is_not(self) -> None:
        options = (Option(), Option(Term(days=1)))
        assert found(self.FIVE, proposal(term=Term(years=5), options=options)).result is NOT_MET

    def test_a_later_end_known_to_a_month_is_mended_by_a_day_where_the_first_day_is_known(
        self,
    ) -> None:
        may = DateRange.month(2023, 5)
        over = found(self.FIVE, proposal(first_day=FIRST, last_day=may))
        assert str(over.remedy) == "end on or before 31 March 2023"
        neither = found(self.FIVE, proposal(first_day=DateRange.month(2018, 4), last_day=may))
        assert (neither.result, neither.remedy) == (NOT_MET, None)

    def test_the_days_that_are_not_exact_are_missing(self) -> None:
        april = DateRange.month(2018, 4)
        ends = DateRange.month(2023, 4)
        day = "the exact day"
        first, last = Missing("contract.first_day", day), Missing("contract.last_day", day)
        for begins, until, missing in (
            (april, ends, (first, last)),
            (april, date(2023, 4, 10), (first,)),
            (date(2018, 4, 10), ends, (last,)),
        ):
            proposed = proposal(first_day=begins, last_day=until)
            assert found(self.FIVE, proposed).missing == missing

    def test_days_are_counted_on_the_calendar(self) -> None:
        a_year_in_days = Length("l", MINUTE, Term(days=365))
        leap = proposal(first_day=date(2020, 1, 1), last_day=date(2020, 12, 31))
        other = proposal(first_day=date(2019, 1, 1), last_day=date(2019, 12, 31))
        assert found(a_year_in_days, leap).result is NOT_MET
        assert found(a_year_in_days, other).result is MET

    def test_where_no_first_day_is_known_the_term_is_to_be_shortened(self) -> None:
        over = found(self.FIVE, proposal(term=Term(years=6)))
        assert str(over.remedy) == "shorten to 5 years"

    def test_what_is_missing_is_named(self) -> None:
        assert found(self.FIVE, proposal()).missing == (
            Missing("contract.term", "the length, or the first and last day"),
        )
        assert found(self.FIVE, proposal(term=Term(days=1826))).missing == (
            Missing("contract.first_day", "the exact day"),
        )

    def test_the_firm_term_alone_may_be_bound(self) -> None:
        firm = Length("l", MINUTE, Term(years=3), of="firm")
        proposed = proposal(first_day=FIRST, last_day=LAST, options=(Option(Term(years=1)),))
        assert found(firm, proposed).result is MET
        assert found(Length("l", MINUTE, Term(years=3)), proposed).result is NOT_MET

    def test_an_unpublished_length_is_undetermined_and_leaves_no_known_room(self) -> None:
        unpublished = Length("l", MINUTE, None)
        open_ = found(unpublished, proposal(term=Term(years=1)))
        assert (open_.result, open_.asked) == (OPEN, True)
        assert open_.note == "the length was not published"
        assert rooms(unpublished) == [((), "not stated", "the length was not published")]
        assert rooms(self.FIVE) == [((), "5 years", "for each contract")]

    def test_a_number_of_years_and_an_unknown_part_are_refused_together(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Length("l", MINUTE, 5, of="half")  # type: ignore[arg-type]
        assert [each.field for each in error.value.problems] == ["at_most", "of"]


class TestHolder:
    HOLDER: Final = Holder("h", MINUTE, "director")
    STEP: Final = Delegation("director", "head of service", MINUTE, DateRange(FIRST, LAST))

    @pytest.mark.parametrize(
        ("by", "result"), [("director", MET), ("clerk", NOT_MET), (None, OPEN)]
    )
    def test_the_holder_may_act_and_others_may_not(self, by: str | None, result: Result) -> None:
        assert found(self.HOLDER, proposal(by)).result is result

    @pytest.mark.parametrize(
        ("on", "result"),
        [
            (date(2018, 3, 31), NOT_MET),
            (FIRST, MET),
            (LAST, MET),
            (date(2021, 4, 1), NOT_MET),
            (None, OPEN),
            (DateRange.month(2018, 4), MET),
            (DateRange.year(2018), OPEN),
        ],
    )
    def test_a_delegation_reaches_while_it_is_in_force(self, on: Any, result: Result) -> None:  # noqa: ANN401
        assert found(self.HOLDER, proposal("head of service", on, (self.STEP,))).result is result

    def test_delegations_are_followed_step_by_step(self) -> None:
        steps = (
            Delegation("head of service", "manager", MINUTE),
            Delegation("director", "head of service", MINUTE),
        )
        reached = found(self.HOLDER, proposal("manager", None, steps))
        assert (reached.result, reached.note) == (MET, "by recorded delegation")

    def test_a_circle_of_delegations_ends(self) -> None:
        steps = (Delegation("a", "b", MINUTE), Delegation("b", "a", MINUTE))
        assert found(self.HOLDER, proposal("b", None, steps)).result is NOT_MET

    def test_a_delegation_names_both(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Delegation("", "", MINUTE)
        assert [each.field for each in error.value.problems] == ["giver", "receiver"]


class TestOnly:
    ONLY: Final = Only("s", MINUTE, "service", ("carers services", "respite"))

    @pytest.mark.parametrize(
        ("tags", "result"),
        [
            ({"service": "respite"}, MET),
            ({"service": ("carers services", "respite")}, MET),
            ({"service": ("carers services", "home care")}, NOT_MET),
            ({"lot": "1"}, OPEN),
        ],
    )
    def test_everything_stated_is_among_the_names(
        self, tags: dict[str, Any], result: Result
    ) -> None:
        assert found(self.ONLY, proposal(tags=tags)).result is result

    def test_what_is_not_stated_is_named(self) -> None:
        assert found(self.ONLY, proposal()).missing == (
            Missing("contract.tags['service']", "what it is for"),
        )

    def test_no_name_and_no_dimension_are_refused_together(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Only("s", MINUTE, "", ())
        assert [each.field for each in error.value.problems] == ["dimension", "values"]


class TestReadings:
    READINGS: Final = Readings(
        "r",
        MINUTE,
        (
            Reading("in all", Cap("r.all", MINUTE, TEN)),
            Reading("each year", Cap("r.year", MINUTE, TEN, per=("year",))),
        ),
    )
    SPREAD: Final = ByYear.of({"2018/19": pounds("6.00"), "2019/20": pounds("6.00")})

    @pytest.mark.parametrize(
        ("chosen", "result"), [({}, OPEN), ({"r": "in all"}, NOT_MET), ({"r": "each year"}, MET)]
    )
    def test_readings_that_differ_are_settled_by_the_council_alone(
        self, chosen: dict[str, str], result: Result
    ) -> None:
        proposed = proposal(first_day=FIRST, last_day=LAST, by_year=self.SPREAD)
        followed = part(self.READINGS, proposed, basis=RULES.basis(readings=chosen))
        assert followed.result is result
        assert isinstance(followed, Verdict)
        assert [each.title for each in followed.parts] == ["in all", "each year"]

    def test_each_reading_keeps_its_own_count(self) -> None:
        under = Authority("c", MINUTE, (AWARD,), (self.READINGS,))
        made = proposal(first_day=FIRST, last_day=LAST, by_year=self.SPREAD)
        room = headroom(under, Used().after(made, under=under))[0]
        assert [(name, show(left)) for name, left in room.readings] == [
            ("in all", "-£2.00"),
            ("each year", "£4.00"),
            ("each year", "£4.00"),
            ("each year", "£10.00"),
        ]
        assert room.note == "the readings differ"

    def test_room_that_the_readings_agree_on_is_given(self) -> None:
        same = Readings(
            "r",
            MINUTE,
            (Reading("one", Cap("a", MINUTE, TEN)), Reading("two", Cap("b", MINUTE, TEN))),
        )
        assert rooms(same) == [((), "£10.00", "")]

    def test_readings_that_set_no_limit_leave_none(self) -> None:
        scopes = Readings(
            "r",
            MINUTE,
            (
                Reading("one", Only("a", MINUTE, "service", "respite")),
                Reading("two", Only("b", MINUTE, "service", "home care")),
            ),
        )
        assert rooms(scopes) == [((), "not stated", "")]
        assert part(scopes, proposal(tags={"service": "respite"})).result is OPEN

    def test_a_reading_that_there_is_not_is_refused(self) -> None:
        basis = RULES.basis(readings={"r": "each month"})
        with pytest.raises(InvalidValueError) as error:
            part(self.READINGS, proposal(value=pounds("1.00")), basis=basis)
        assert str(error.value) == (
            "reading of r: expected one of in all, each year, got 'each month'"
        )

    def test_one_reading_or_two_of_one_name_are_no_readings(self) -> None:
        one = Reading("one", Cap("a", MINUTE, TEN))
        for readings in ((one,), (one, one)):
            with pytest.raises(InvalidValueError) as error:
                Readings("r", MINUTE, readings)
            assert error.value.expected == "two or more readings of different names"

    def test_a_reading_has_a_name_and_a_clause(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Reading("", ())
        assert [each.field for each in error.value.problems] == ["name", "clauses"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Cap("", "paragraph (c)", TEN),  # type: ignore[arg-type]
        lambda: Window("", "paragraph (c)", FIRST),  # type: ignore[arg-type]
        lambda: Length("", "paragraph (c)", Term(years=1)),  # type: ignore[arg-type]
        lambda: Only("", "paragraph (c)", "service", "respite"),  # type: ignore[arg-type]
        lambda: Holder("", "paragraph (c)", "director"),  # type: ignore[arg-type]
    ],
    ids=["Cap", "Window", "Length", "Only", "Holder"],
)
def test_every_clause_needs_a_reference_and_a_source(make: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidRecordError) as error:
        make()
    assert [each.field for each in error.value.problems][:2] == ["reference", "source"]
