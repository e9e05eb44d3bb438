"""Clauses of real resolutions, each below, on and above its limit, and what each says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from carerslib.awards import (
    AWARD,
    EXTEND,
    Authority,
    Proposal,
    Used,
    headroom,
    judge,
    judge_each,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Delegation,
    Either,
    EventBound,
    Except,
    Fact,
    Figure,
    Floor,
    For,
    Holder,
    Includes,
    Joint,
    Kind,
    Length,
    Line,
    Nature,
    Of,
    Only,
    Precondition,
    Reading,
    SamePeriod,
    Share,
    Shortest,
    Start,
    Step,
    Steps,
    Taken,
    Threshold,
    Unlimited,
)
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Part, Result, Verdict, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN, NONE = (
    Result.MET,
    Result.NOT_MET,
    Result.UNDETERMINED,
    Result.NOT_APPLICABLE,
)
FIRST, LAST = date(2018, 4, 1), date(2019, 3, 31)
YEAR: Final = Term(years=1)


def pounds(text: str) -> Price:
    return Price.as_stated(Money.pounds(text))


def lots(**each: str) -> Contract:
    return Contract("A", amounts=[Line(pounds(v), (("lot", n[-1]),)) for n, v in each.items()])


def proposal(contract: Contract | None = None, **stated: Any) -> Proposal:  # noqa: ANN401
    return Proposal(stated.pop("power", AWARD), contract or Contract("A"), **stated)


def part(clause: Clause, proposed: Proposal, used: Used | None = None) -> Part:
    authority = Authority("c", MINUTE, (AWARD, EXTEND), (clause,))
    return judge(proposed, under=authority, used=used).parts[1]


def found(clause: Clause, proposed: Proposal, used: Used | None = None) -> Finding:
    made = part(clause, proposed, used)
    assert isinstance(made, Finding)
    return made


def result(clause: Clause, proposed: Proposal, used: Used | None = None) -> Result:
    return part(clause, proposed, used).result


class TestFloor:
    FLOOR = Floor("f", MINUTE, Figure.pounds("500.00"))

    @pytest.mark.parametrize(
        ("value", "expected"), [("499.99", NOT_MET), ("500.00", MET), ("500.01", MET)]
    )
    def test_on_the_least_figure_is_enough(self, value: str, expected: Result) -> None:
        finding = found(self.FLOOR, proposal(Contract("A", value=pounds(value))))
        assert (finding.result, finding.aspect) == (expected, Aspect.FLOOR)
        assert finding.comparison == "at least"

    @pytest.mark.parametrize(("value", "expected"), [("500.00", NOT_MET), ("500.01", MET)])
    def test_more_than_a_figure_is_more_than_it(self, value: str, expected: Result) -> None:
        strict = Floor("f", MINUTE, Figure.pounds("500.00"), strict=True)
        finding = found(strict, proposal(Contract("A", value=pounds(value))))
        assert finding.result is expected
        assert (finding.comparison, show(finding.permitted)) == ("more than", "£500.00")

    def test_what_would_do_is_the_figure_itself(self) -> None:
        proposed = proposal(Contract("A", value=pounds("420.00")))
        remedy = found(self.FLOOR, proposed).remedy
        assert str(remedy) == "raise by £80.00"
        assert remedy is not None
        assert result(self.FLOOR, proposed.amended(remedy)) is MET

    def test_an_amount_on_another_basis_has_no_such_remedy(self) -> None:
        net = Price.plus_vat(Money.pounds("420.00"), "20")
        gross = Floor("f", MINUTE, Figure(Price.including_vat(Money.pounds("600.00"))))
        finding = found(gross, proposal(Contract("A", value=net)))
        assert (finding.result, finding.remedy) == (NOT_MET, None)

    def test_an_amount_that_is_not_stated_is_open_and_not_asked(self) -> None:
        finding = found(self.FLOOR, proposal())
        assert (finding.result, finding.asked) == (OPEN, False)
        assert [each.field for each in finding.missing] == ["contract.value"]

    def test_each_lot_must_reach_it_and_the_least_is_shown(self) -> None:
        each = Floor("f", MINUTE, Figure.pounds("500.00"), per=("lot",))
        assert found(each, proposal(lots(lot1="600.00", lot2="500.00"))).measured == (
            Money.pounds("500.00")
        )
        low = found(each, proposal(lots(lot1="600.00", lot2="499.99")))
        assert (low.title, low.result) == ("Least value per lot: 2", NOT_MET)
        assert low.remedy is not None
        assert (low.remedy.field, str(low.remedy)) == ("amounts[1]", "raise by £0.01")

    @pytest.mark.parametrize(
        ("second", "expected"), [("499.99", NOT_MET), ("500.00", MET), ("500.01", MET)]
    )
    def test_one_for_a_lot_asks_what_is_of_that_lot(self, second: str, expected: Result) -> None:
        floor = Floor("f", MINUTE, Figure.pounds("500.00"), where={"lot": "2"})
        assert result(floor, proposal(lots(lot1="600.00", lot2=second))) is expected

    def test_whether_more_is_for_a_lot_than_the_amounts_of_others_say_is_open(self) -> None:
        floor = Floor("f", MINUTE, Figure.pounds("0.01"), where={"lot": "2"})
        finding = found(floor, proposal(lots(lot1="600.00")))
        assert (finding.result, finding.asked) == (OPEN, False)
        assert result(floor, proposal(lots(lot1="600.00", lot2="0.00"))) is NOT_MET

    def test_a_contract_of_which_no_lot_is_stated_may_be_for_another(self) -> None:
        floor = Floor("f", MINUTE, Figure.pounds("5.00"), where={"lot": "2"})
        finding = found(floor, proposal(Contract("A", value=pounds("1.00"))))
        assert (finding.result, finding.asked) == (OPEN, False)
        for per in ("contract", "year", "contract year"):
            each = Floor("f", MINUTE, Figure.pounds("5.00"), per=(per,), where={"lot": "2"})
            bare = Contract("A", date(2018, 4, 1), term=Term(years=1), value=pounds("1.00"))
            assert result(each, proposal(bare)) is OPEN
        assert result(floor, proposal(Contract("A", value=pounds("2.00"), number=2))) is OPEN
        both = Contract("A", value=pounds("1.00"), tags={"lot": ["1", "2"]})
        assert result(floor, proposal(both)) is NOT_MET

    def test_a_contract_for_another_lot_need_not_reach_it(self) -> None:
        first = proposal(Contract("A", value=pounds("1.00"), tags={"lot": "1"}))
        second = proposal(Contract("A", value=pounds("1.00"), tags={"lot": "2"}))
        for floor, expected in (
            (Floor("f", MINUTE, Figure.pounds("5.00"), where={"lot": "2"}), NOT_MET),
            (Floor("f", MINUTE, Figure.pounds("5.00"), without={"lot": "1"}), NOT_MET),
        ):
            assert result(floor, first) is Result.NOT_APPLICABLE
            assert result(floor, second) is expected

    @pytest.mark.parametrize(("number", "expected"), [(1, NOT_MET), (2, MET), (3, MET)])
    def test_a_least_number_of_contracts(self, number: int, expected: Result) -> None:
        two = Floor("f", MINUTE, Figure(2), of=Of.COUNT)
        finding = found(two, proposal(Contract("A", number=number)))
        assert (finding.result, finding.measured) == (expected, number)

    def test_an_estimate_advises_and_an_unpublished_figure_is_open(self) -> None:
        estimate = Floor("f", MINUTE, Figure.pounds("500.00", nature=Nature.ESTIMATE))
        low = proposal(Contract("A", value=pounds("1.00")))
        assert found(estimate, low).binding is False
        authority = Authority("c", MINUTE, (AWARD,), (estimate,))
        assert judge(low, under=authority).unmet == ()
        unpublished = Floor("f", MINUTE, Figure.unpublished())
        assert found(unpublished, low).missing[0].expected == (
            "the figure, which was not published"
        )
        assert judge(low, under=Authority("c", MINUTE, (AWARD,), (unpublished,))).result is OPEN

    def test_years_that_reach_it_reach_it_whatever_the_days(self) -> None:
        floor = Floor("f", MINUTE, Figure.pounds("1.00"), per=("year",))
        by_year = ByYear.of({"2018/19": pounds("5.00"), "2019/20": pounds("5.00")})
        days = {"first_day": date(2018, 4, 1), "term": Term(years=2)}
        placed = proposal(Contract("A", by_year=by_year, **days))  # type: ignore[arg-type]
        assert result(floor, placed) is MET
        assert found(floor, placed).result is MET

    def test_each_year_must_reach_it(self) -> None:
        yearly = Floor("f", MINUTE, Figure.pounds("500.00"), per=("year",))
        years = {"2018/19": pounds("500.00"), "2019/20": pounds("499.99")}
        finding = found(yearly, proposal(Contract("A", by_year=ByYear.of(years))))
        assert (finding.title, finding.result) == ("Least value per year: 2019/20", NOT_MET)

    @pytest.mark.parametrize("per", [("year",), ("lot",), ("lot", "year")])
    @pytest.mark.parametrize(
        ("value", "expected"),
        [("0.00", NOT_MET), ("0.01", NOT_MET), ("499.99", NOT_MET), ("500.00", OPEN)],
    )
    def test_too_little_for_any_year_or_lot_is_so_whichever_it_is_of(
        self, value: str, expected: Result, per: tuple[str, ...]
    ) -> None:
        each = Floor("f", MINUTE, Figure.pounds("500.00"), per=per)
        assert found(each, proposal(Contract("A", value=pounds(value)))).result is expected
        proposed = proposal(Contract("A", value=pounds(value), tags={"lot": "1"}))
        assert result(each, proposed) is (MET if per == ("lot",) and expected is OPEN else expected)

    @pytest.mark.parametrize("tags", [{}, {"lot": "1"}])
    @pytest.mark.parametrize("per", [("year",), ("lot",), ("lot", "year")])
    def test_nothing_at_all_is_less_than_a_figure_with_its_vat(
        self, per: tuple[str, ...], tags: dict[str, str]
    ) -> None:
        both = Price.both(net=Money.pounds("500.00"), gross=Money.pounds("600.00"))
        proposed = proposal(Contract("A", value=pounds("0.00"), tags=tags))
        finding = found(Floor("f", MINUTE, Figure(both), per=per), proposed)
        assert (finding.result, finding.remedy) == (NOT_MET, None)

    def test_a_floor_leaves_no_room(self) -> None:
        assert headroom(Authority("c", MINUTE, (AWARD,), (self.FLOOR,))) == ()

    def test_inside_the_rounding_the_readings_differ(self) -> None:
        rounded = Figure.pounds("500.00", rounded_to=Money.pounds("100.00"))
        proposed = proposal(Contract("A", value=pounds("500.00")))
        clause = Floor("f", MINUTE, rounded)
        assert judge(proposed, under=Authority("c", MINUTE, (AWARD,), (clause,))).differs
        for value, expected in (("449.99", NOT_MET), ("549.99", MET)):
            assert result(clause, proposal(Contract("A", value=pounds(value)))) is expected


class TestLessThan:
    CAP = Cap("v", MINUTE, Figure.pounds("500.00"), strict=True)

    @pytest.mark.parametrize(
        ("value", "expected"), [("499.99", MET), ("500.00", NOT_MET), ("500.01", NOT_MET)]
    )
    def test_on_the_figure_is_outside_it(self, value: str, expected: Result) -> None:
        finding = found(self.CAP, proposal(Contract("A", value=pounds(value))))
        assert (finding.result, finding.comparison) == (expected, "less than")
        assert finding.permitted == Money.pounds("500.00")

    def test_what_would_do_is_a_penny_less(self) -> None:
        remedy = found(self.CAP, proposal(Contract("A", value=pounds("500.00")))).remedy
        assert str(remedy) == "reduce by £0.01"

    @pytest.mark.parametrize(("value", "expected"), [("499.99", MET), ("500.00", NOT_MET)])
    def test_so_it_is_where_vat_is_stated(self, value: str, expected: Result) -> None:
        net = Cap("v", MINUTE, Figure(Price.net_of_vat(Money.pounds("500.00"))), strict=True)
        finding = found(net, proposal(Contract("A", value=Price.exempt(Money.pounds(value)))))
        assert (finding.result, show(finding.permitted)) == (expected, "£500.00")


class TestPartsOfAContract:
    MADE = Contract(
        "A",
        term=YEAR,
        by_year=ByYear.of({"2018/19": pounds("100.00")}),
        options=(Option(YEAR, pounds("50.00")), Option(YEAR, pounds("60.00"))),
        uplift=ByYear.of({"2018/19": pounds("3.00")}),
    )

    @pytest.mark.parametrize(
        ("where", "held"),
        [
            ({}, "£213.00"),
            ({"part": "firm"}, "£100.00"),
            ({"part": "options"}, "£110.00"),
            ({"option": "2"}, "£60.00"),
            ({"part": "uplift"}, "£3.00"),
        ],
        ids=["all", "initial", "extensions", "second option", "uplift"],
    )
    def test_a_cap_may_bind_one_part(self, where: dict[str, str], held: str) -> None:
        cap = Cap("v", MINUTE, Figure.pounds("1000.00"), where=where)
        assert show(found(cap, proposal(self.MADE)).measured) == held

    def test_a_cap_may_leave_a_part_out(self) -> None:
        cap = Cap("v", MINUTE, Figure.pounds("210.00"), without={"part": "uplift"})
        finding = found(cap, proposal(self.MADE))
        assert (finding.result, show(finding.measured)) == (MET, "£210.00")
        assert finding.title == "Value, without part uplift"

    def test_what_may_be_left_out_may_count(self) -> None:
        both = Contract("A", value=pounds("100.00"), tags={"head": ("training", "support")})
        cap = Cap("v", MINUTE, Figure.pounds("99.99"), without={"head": "training"})
        assert result(cap, proposal(both)) is OPEN

    def test_the_last_option_gives_way_to_a_figure_for_the_options(self) -> None:
        cap = Cap("v", MINUTE, Figure.pounds("100.00"), where={"part": "options"})
        remedy = found(cap, proposal(self.MADE)).remedy
        assert remedy is not None
        assert (remedy.field, show(remedy.nearest)) == ("options[1].value", "£50.00")
        assert result(cap, proposal(self.MADE).amended(remedy)) is MET

    def test_one_price_for_the_whole_may_lie_in_any_part(self) -> None:
        whole = Contract("A", term=YEAR, options=(Option(YEAR),), amounts=[Line(pounds("100.00"))])
        assert result(Cap("v", MINUTE, Figure.pounds("100.00")), proposal(whole)) is MET
        assert result(Cap("v", MINUTE, Figure.pounds("99.99")), proposal(whole)) is NOT_MET
        firm = Cap("v", MINUTE, Figure.pounds("99.99"), where={"part": "firm"})
        assert result(firm, proposal(whole)) is OPEN

    @pytest.mark.parametrize(("limit", "expected"), [("50.00", OPEN), ("49.99", NOT_MET)])
    def test_a_price_for_two_years_is_bounded_by_two_yearly_figures(
        self, limit: str, expected: Result
    ) -> None:
        cap = Cap("v", MINUTE, Figure.pounds(limit), per=("contract year",))
        two = Contract("A", term=Term(months=24), value=pounds("100.00"))
        assert result(cap, proposal(two)) is expected

    @pytest.mark.parametrize(
        ("term", "years"),
        [(Term(months=12), 1), (Term(months=12, days=1), 2), (Term(months=13), 2)],
    )
    def test_a_year_of_a_contract_counts_once_it_has_begun(self, term: Term, years: int) -> None:
        extent = Contract("A", term=term).whole
        assert extent.contract_years == tuple(str(each) for each in range(1, years + 1))

    def test_no_year_is_known_of_a_contract_of_unknown_length(self) -> None:
        assert Contract("A").whole.contract_years == ()

    def test_several_contracts_alike_may_each_be_anything_up_to_their_sum(self) -> None:
        each = Cap("v", MINUTE, Figure.pounds("250.00"), per=("contract",))
        grants = Contract("A", number=2, value=pounds("500.00"))
        assert result(each, proposal(grants)) is OPEN
        assert result(each, proposal(Contract("A", number=2, value=pounds("250.00")))) is MET

    @pytest.mark.parametrize(("number", "expected"), [(2, MET), (3, NOT_MET)])
    def test_several_contracts_alike_count_as_many(self, number: int, expected: Result) -> None:
        two = Cap("n", MINUTE, Figure(2), of=Of.COUNT)
        assert result(two, proposal(Contract("A", number=number))) is expected

    def test_what_is_counted_belongs_to_the_years_of_its_amounts(self) -> None:
        cap = Cap("n", MINUTE, Figure(0), where={"year": "2018/19"}, of=Of.COUNT)
        of_year = Contract("A", by_year=ByYear.of({"2018/19": pounds("1.00")}))
        assert result(cap, proposal(of_year)) is NOT_MET
        next_year = Contract("A", by_year=ByYear.of({"2019/20": pounds("1.00")}))
        assert result(cap, proposal(next_year)) is NONE


class TestShare:
    SIXTY = Share("s", MINUTE, {"lot": "1"}, at_most="60")

    @pytest.mark.parametrize(
        ("one", "two", "expected"),
        [("59.99", "40.01", MET), ("60.00", "40.00", MET), ("60.01", "39.99", NOT_MET)],
    )
    def test_a_lot_may_have_so_much_of_the_whole(
        self, one: str, two: str, expected: Result
    ) -> None:
        finding = found(self.SIXTY, proposal(lots(lot1=one, lot2=two)))
        assert (finding.result, finding.aspect) == (expected, Aspect.AMOUNT)

    @pytest.mark.parametrize(
        ("one", "two", "expected"), [("19.99", "80.01", NOT_MET), ("20.00", "80.00", MET)]
    )
    def test_a_lot_must_have_so_much_of_the_whole(
        self, one: str, two: str, expected: Result
    ) -> None:
        least = Share("s", MINUTE, {"lot": "1"}, at_least=20)
        finding = found(least, proposal(lots(lot1=one, lot2=two)))
        assert (finding.result, finding.aspect) == (expected, Aspect.FLOOR)

    def test_both_sides_are_shown(self) -> None:
        between = Share("s", MINUTE, {"lot": "1"}, at_most="60", at_least="20")
        made = part(between, proposal(lots(lot1="50.00", lot2="50.00")))
        assert isinstance(made, Verdict)
        assert [(each.comparison, each.permitted) for each in made.findings] == [
            ("at most", "60 per cent"),
            ("at least", "20 per cent"),
        ]
        assert {each.measured for each in made.findings} == {"50 per cent"}

    @pytest.mark.parametrize("stated", [Price.net_of_vat, Price.including_vat])
    @pytest.mark.parametrize(("one", "expected"), [("60.00", MET), ("60.01", NOT_MET)])
    def test_amounts_on_one_basis_are_parts_of_that(
        self, stated: Callable[[Money], Price], one: str, expected: Result
    ) -> None:
        prices = {"1": stated(Money.pounds(one)), "2": stated(Money.pounds("40.00"))}
        lines = [Line(price, (("lot", lot),)) for lot, price in prices.items()]
        assert result(self.SIXTY, proposal(Contract("A", amounts=lines))) is expected

    def test_a_third_is_written_to_a_hundredth_and_never_up(self) -> None:
        finding = found(self.SIXTY, proposal(lots(lot1="2.00", lot2="1.00")))
        assert (finding.measured, finding.result) == ("66.66 per cent", NOT_MET)

    def test_a_part_that_is_not_there_has_no_share(self) -> None:
        finding = found(self.SIXTY, proposal(lots(lot2="1.00")))
        assert (finding.measured, finding.result) == ("0 per cent", MET)

    def test_an_amount_that_names_no_lot_may_have_any_share(self) -> None:
        finding = found(self.SIXTY, proposal(Contract("A", value=pounds("1.00"))))
        assert (finding.result, finding.measured) == (OPEN, "0 to 100 per cent")
        assert finding.missing[0].expected == "how much is of lot 1, and how much in all"

    def test_a_least_share_of_an_unknown_part_is_open(self) -> None:
        least = Share("s", MINUTE, {"lot": "1"}, at_least=20)
        assert result(least, proposal(Contract("A", value=pounds("1.00")))) is OPEN

    def test_an_amount_that_is_not_stated_leaves_it_open(self) -> None:
        finding = found(self.SIXTY, proposal())
        assert (finding.result, finding.asked, finding.measured) == (OPEN, False, None)
        partly = Contract("A", amounts=[Line(pounds("1.00"), (("lot", "1"),)), Line(None)])
        assert result(self.SIXTY, proposal(partly)) is OPEN

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"at_most": "101"}, "at_most"),
            ({"at_most": "-1"}, "at_most"),
            ({"at_most": 0.5}, "at_most"),
            ({"at_least": "half"}, "at_least"),
            ({}, "at_most"),
            ({"at_most": "20", "at_least": "21"}, "at_least"),
            ({"where": {}, "at_most": "20"}, "where"),
        ],
    )
    def test_no_share_is_more_than_the_whole(self, fields: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as error:
            Share("s", MINUTE, **({"where": {"lot": "1"}} | fields))
        assert error.value.field == field

    def test_a_share_leaves_no_room(self) -> None:
        assert headroom(Authority("c", MINUTE, (AWARD,), (self.SIXTY,))) == ()


def serving(*areas: str) -> Proposal:
    return proposal(Contract("A", tags={"area": areas} if areas else {}))


class TestScope:
    @pytest.mark.parametrize(
        ("areas", "left_out", "required"),
        [
            (("north",), MET, NOT_MET),
            (("south",), NOT_MET, NOT_MET),
            (("south", "west"), NOT_MET, MET),
            (("north", "south", "west"), NOT_MET, MET),
            ((), OPEN, OPEN),
        ],
    )
    def test_what_is_left_out_and_what_is_required(
        self, areas: tuple[str, ...], left_out: Result, required: Result
    ) -> None:
        without = found(Except("x", MINUTE, "area", ("south", "west")), serving(*areas))
        every = found(Includes("i", MINUTE, "area", ("south", "west")), serving(*areas))
        assert (without.result, every.result) == (left_out, required)
        assert (without.title, every.title) == ("Area left out", "Area included")
        assert (without.comparison, every.comparison) == ("none of", "all of")
        assert {without.aspect, every.aspect} == {Aspect.SCOPE}

    def test_a_scope_leaves_no_room(self) -> None:
        clauses = (Except("x", MINUTE, "area", "south"), Includes("i", MINUTE, "area", "west"))
        assert headroom(Authority("c", MINUTE, (AWARD,), clauses)) == ()

    @pytest.mark.parametrize("kind", [Only, Except, Includes])
    def test_a_scope_names_something(self, kind: Callable[..., Clause]) -> None:
        with pytest.raises(InvalidRecordError) as error:
            kind("x", MINUTE, "", None)
        assert [each.field for each in error.value.problems] == ["dimension", "values"]


class TestPeople:
    BOTH = Joint("j", MINUTE, ("adults", "children"))
    TO_DEPUTY = Delegation("adults", "deputy", MINUTE, DateRange(FIRST, LAST))

    @pytest.mark.parametrize(
        ("by", "expected"),
        [
            (("adults", "children"), MET),
            (("adults", "children", "finance"), MET),
            ("adults", NOT_MET),
            (("adults", "finance"), NOT_MET),
            (None, OPEN),
        ],
    )
    def test_joint_holders_act_together(
        self, by: str | tuple[str, ...] | None, expected: Result
    ) -> None:
        finding = found(self.BOTH, proposal(by=by))
        assert (finding.result, finding.aspect) == (expected, Aspect.HOLDER)
        assert finding.comparison == "all of"

    def test_it_says_for_whom_nobody_acts(self) -> None:
        assert found(self.BOTH, proposal(by="adults")).note == "nobody acts for children"

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(FIRST, MET), (date(2018, 3, 31), NOT_MET), (DateRange.year(2018), OPEN), (None, OPEN)],
    )
    def test_a_delegate_acts_for_one_of_them_while_the_delegation_lasts(
        self, on: date | DateRange | None, expected: Result
    ) -> None:
        people = ("deputy", "children")
        proposed = proposal(by=people, on=on, chain=(self.TO_DEPUTY,))
        assert result(self.BOTH, proposed) is expected

    def test_of_several_who_act_together_one_holder_is_enough(self) -> None:
        holder = Holder("h", MINUTE, "adults")
        assert result(holder, proposal(by=("finance", "adults"))) is MET
        assert result(holder, proposal(by=("finance", "children"))) is NOT_MET
        assert proposal(by=["adults"]).by == "adults"

    def test_joint_holders_are_two_or_more(self) -> None:
        for names in ("adults", ("adults", "adults"), None):
            with pytest.raises(InvalidValueError) as error:
                Joint("j", MINUTE, names)  # type: ignore[arg-type]
            assert error.value.field == "holders"
        with pytest.raises(InvalidValueError) as error:
            Holder("h", MINUTE, None)  # type: ignore[arg-type]
        assert error.value.expected == "the office or body named"

    def test_holders_leave_no_room(self) -> None:
        assert headroom(Authority("c", MINUTE, (AWARD,), (self.BOTH,))) == ()


ACT: Final = date(2018, 6, 1)


class TestPrecondition:
    WAIVER = Precondition("p", MINUTE, "waiver", Kind.WAIVER)

    @pytest.mark.parametrize(
        ("fact", "expected", "measured"),
        [
            (True, MET, "met"),
            (False, NOT_MET, "not met"),
            (Fact(met=None), OPEN, "not recorded"),
            (date(2018, 5, 31), MET, date(2018, 5, 31)),
            (ACT, MET, ACT),
            (date(2018, 6, 2), NOT_MET, date(2018, 6, 2)),
            (Fact(met=True, on=DateRange.month(2018, 6)), OPEN, DateRange.month(2018, 6)),
        ],
    )
    def test_it_must_hold_by_the_day_of_the_act(
        self,
        fact: Fact | bool | date,  # noqa: FBT001 - met or not
        expected: Result,
        measured: object,
    ) -> None:
        finding = found(self.WAIVER, proposal(on=ACT, facts={"waiver": fact}))
        assert (finding.result, finding.measured) == (expected, measured)
        assert (finding.aspect, finding.asked) == (Aspect.PRECONDITION, True)
        assert finding.title == "Waiver: waiver"

    def test_what_is_not_recorded_is_open_and_not_asked(self) -> None:
        finding = found(self.WAIVER, proposal(on=ACT))
        assert (finding.result, finding.asked) == (OPEN, False)
        assert finding.missing[0].field == "proposal.facts['waiver']"

    def test_a_day_is_held_against_the_day_of_the_act(self) -> None:
        finding = found(self.WAIVER, proposal(facts={"waiver": ACT}))
        assert (finding.result, finding.asked) == (OPEN, False)
        assert finding.missing[0].field == "proposal.on"

    @pytest.mark.parametrize(
        ("met", "expected"),
        [(date(2018, 5, 1), MET), (date(2018, 5, 2), NOT_MET)],
    )
    def test_it_may_have_a_last_day(self, met: date, expected: Result) -> None:
        dated = Precondition("p", MINUTE, "funding", Kind.FUNDING, deadline=date(2018, 5, 1))
        finding = found(dated, proposal(on=ACT, facts={"funding": met}))
        assert finding.result is expected
        assert finding.permitted == "met on or before 1 May 2018"
        month = Fact(met=True, on=DateRange.month(2018, 5))
        assert result(dated, proposal(on=ACT, facts={"funding": month})) is OPEN

    def test_it_may_be_met_afterwards_where_the_words_allow_it(self) -> None:
        after = Precondition("p", MINUTE, "report", before_act=False)
        finding = found(after, proposal(on=ACT, facts={"report": date(2018, 6, 2)}))
        assert (finding.result, finding.permitted) == (MET, "met")

    @pytest.mark.parametrize(("stated", "expected"), [({}, MET), ({"waiver": False}, NOT_MET)])
    def test_what_the_record_says_stands_where_a_proposal_is_silent(
        self, stated: dict[str, bool], expected: Result
    ) -> None:
        recorded = Precondition("p", MINUTE, "waiver", recorded=True)
        assert result(recorded, proposal(facts=stated)) is expected
        assert Precondition("p", MINUTE, "waiver", recorded=ACT).recorded == Fact(True, ACT)  # noqa: FBT003

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2018, 3, 31), NONE),
            (FIRST, NOT_MET),
            (LAST, NOT_MET),
            (date(2019, 4, 1), NONE),
            (DateRange.month(2018, 6), NOT_MET),
            (DateRange.year(2018), OPEN),
            (DateRange(date(2018, 1, 1), date(2019, 12, 31)), OPEN),
            (None, OPEN),
        ],
    )
    def test_it_may_be_asked_only_of_acts_on_some_days(
        self, on: date | DateRange | None, expected: Result
    ) -> None:
        while_open = Precondition(
            "p", MINUTE, "open", recorded=False, during=DateRange(FIRST, LAST)
        )
        finding = found(while_open, proposal(on=on))
        assert (finding.result, finding.asked) == (expected, on is not None)

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"name": ""}, "name"),
            ({"kind": "waiver"}, "kind"),
            ({"deadline": "2018"}, "deadline"),
            ({"recorded": "yes"}, "recorded"),
            ({"during": 2018}, "during"),
        ],
    )
    def test_what_it_is_made_of_is_checked(self, fields: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as error:
            Precondition("p", MINUTE, **({"name": "waiver"} | fields))
        assert error.value.field == field

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"met": "yes"}, "met"),
            ({"met": True, "on": "2018"}, "on"),
            ({"met": False, "on": FIRST}, "on"),
        ],
    )
    def test_a_fact_is_met_or_not_since_a_day(self, fields: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as error:
            Fact(**fields)
        assert error.value.field == field

    def test_a_condition_leaves_no_room(self) -> None:
        clauses = (self.WAIVER, Unlimited("u", MINUTE, "amount"))
        assert headroom(Authority("c", MINUTE, (AWARD,), clauses)) == ()


class TestUnlimited:
    @pytest.mark.parametrize(
        ("of", "aspect"), [("amount", Aspect.AMOUNT), ("period", Aspect.LENGTH)]
    )
    def test_words_may_say_that_there_is_no_limit(self, of: Any, aspect: Aspect) -> None:  # noqa: ANN401
        finding = found(Unlimited("u", MINUTE, of), proposal())
        assert (finding.result, finding.aspect) == (NONE, aspect)
        assert finding.note == f"the words set no limit on the {of}"

    def test_it_is_said_of_the_amount_or_the_period(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Unlimited("u", MINUTE, "number")  # type: ignore[arg-type]
        assert error.value.expected == "'amount' or 'period'"


def starting(day: date | DateRange | None, last: date | None = None) -> Proposal:
    return proposal(Contract("A", day, last))


class TestStart:
    APRIL = Start("s", MINUTE, FIRST, date(2018, 4, 30))

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2018, 3, 31), NOT_MET),
            (FIRST, MET),
            (date(2018, 4, 30), MET),
            (date(2018, 5, 1), NOT_MET),
            (DateRange.month(2018, 4), MET),
            (DateRange.year(2018), OPEN),
            (None, OPEN),
        ],
    )
    def test_it_starts_on_one_of_the_days(
        self, day: date | DateRange | None, expected: Result
    ) -> None:
        finding = found(self.APRIL, starting(day))
        assert (finding.result, finding.aspect) == (expected, Aspect.DATES)
        assert finding.asked == (day is not None)
        assert (finding.comparison, show(finding.permitted)) == ("within", "April 2018")

    @pytest.mark.parametrize(
        ("clause", "words"),
        [
            (Start("s", MINUTE, first=FIRST), ("on or after", "1 April 2018")),
            (Start("s", MINUTE, last=FIRST), ("on or before", "1 April 2018")),
            (Start("s", MINUTE, FIRST, FIRST), ("on", "1 April 2018")),
        ],
    )
    def test_it_says_what_is_allowed(self, clause: Start, words: tuple[str, str]) -> None:
        finding = found(clause, starting(FIRST))
        assert finding.result is MET
        assert (finding.comparison, show(finding.permitted)) == words

    @pytest.mark.parametrize(
        ("day", "last", "remedy"),
        [
            (date(2018, 3, 31), None, "start on or after 1 April 2018"),
            (date(2018, 3, 31), LAST, "start on or after 1 April 2018"),
            (date(2018, 3, 1), date(2018, 3, 31), "None"),
            (date(2018, 5, 1), LAST, "start on or before 30 April 2018"),
        ],
    )
    def test_the_nearest_day_would_do(self, day: date, last: date | None, remedy: str) -> None:
        proposed = starting(day, last)
        finding = found(self.APRIL, proposed)
        assert str(finding.remedy) == remedy
        if finding.remedy is not None:
            assert result(self.APRIL, proposed.amended(finding.remedy)) is MET

    def test_it_bounds_something_and_leaves_no_room(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Start("s", MINUTE)
        assert error.value.expected == "a first day, a last day, or both"
        assert headroom(Authority("c", MINUTE, (AWARD,), (self.APRIL,))) == ()


class TestShortest:
    CLAUSE = Shortest("l", MINUTE, YEAR)

    @pytest.mark.parametrize(
        ("last", "expected"),
        [(date(2019, 3, 30), NOT_MET), (LAST, MET), (date(2019, 4, 1), MET), (None, OPEN)],
    )
    def test_it_runs_at_least_so_long(self, last: date | None, expected: Result) -> None:
        proposed = starting(FIRST, last)
        finding = found(self.CLAUSE, proposed)
        assert (finding.result, finding.aspect) == (expected, Aspect.FLOOR)
        assert finding.asked == (last is not None)
        if expected is NOT_MET:
            assert str(finding.remedy) == "end on or after 31 March 2019"
            assert finding.remedy is not None
            assert result(self.CLAUSE, proposed.amended(finding.remedy)) is MET

    @pytest.mark.parametrize(
        ("first", "last", "expected", "measured", "note"),
        [
            (FIRST, DateRange(date(2019, 3, 29), date(2019, 3, 30)), NOT_MET, "11", "exactly"),
            (FIRST, DateRange(date(2019, 3, 30), LAST), OPEN, "11 months 30 days", "exactly"),
            (FIRST, DateRange(LAST, date(2019, 4, 30)), MET, "1 year", "exactly"),
            (DateRange.month(2018, 4), DateRange.month(2019, 4), OPEN, "11", "exactly"),
            (DateRange.month(2018, 4), DateRange.month(2019, 5), MET, "1 year 2 days", "exactly"),
            (DateRange.year(2018), DateRange.year(2018), OPEN, "1 day", "exactly"),
            (DateRange.onwards(FIRST), DateRange.year(2018), NOT_MET, "9 months", "exactly"),
        ],
    )
    def test_days_known_to_a_range_settle_it_where_all_of_them_agree(
        self,
        first: date | DateRange,
        last: date | DateRange,
        expected: Result,
        measured: str,
        note: str,
    ) -> None:
        finding = found(self.CLAUSE, proposal(Contract("A", first, last)))
        assert (finding.result, finding.asked) == (expected, True)
        assert show(finding.measured).startswith(measured)
        assert finding.note.endswith(note)

    @pytest.mark.parametrize(
        ("months", "expected"), [(11, OPEN), (12, MET), (13, MET)], ids=["below", "on", "above"]
    )
    def test_what_is_long_enough_without_an_option_of_no_stated_length_is_so_with_it(
        self, months: int, expected: Result
    ) -> None:
        term = Term(months=months)
        for fields in ({"term": term}, {"first_day": FIRST, "term": term}):
            made = Contract("A", **fields, options=[Option()])
            finding = found(self.CLAUSE, proposal(made))
            assert (finding.result, finding.measured) == (expected, term + Term(days=1))
            assert finding.note == "this long at least"

    def test_days_against_months_need_a_first_day(self) -> None:
        days = proposal(Contract("A", term=Term(days=365)))
        assert found(self.CLAUSE, days).result is OPEN
        assert result(Shortest("l", MINUTE, Term(days=366)), days) is NOT_MET

    def test_the_firm_term_alone_may_be_bound(self) -> None:
        firm = Shortest("l", MINUTE, Term(months=13), "firm")
        made = proposal(Contract("A", FIRST, LAST, options=(Option(YEAR),)))
        finding = found(firm, made)
        assert (finding.result, finding.remedy) == (NOT_MET, None)
        assert finding.title == "Shortest length of the firm term"
        assert result(Shortest("l", MINUTE, Term(months=13)), made) is MET

    def test_what_it_is_made_of_is_checked(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Shortest("l", MINUTE, 12, "all")  # type: ignore[arg-type]
        assert [each.field for each in error.value.problems] == ["at_least", "of"]
        assert headroom(Authority("c", MINUTE, (AWARD,), (self.CLAUSE,))) == ()


class TestSamePeriod:
    BESIDE = SamePeriod("b", MINUTE, "carers contract", DateRange(FIRST, LAST))

    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            (FIRST, LAST, MET),
            (date(2018, 4, 2), LAST, NOT_MET),
            (FIRST, date(2019, 3, 30), NOT_MET),
            (date(2018, 3, 31), LAST, NOT_MET),
            (FIRST, None, OPEN),
            (DateRange.month(2018, 4), LAST, OPEN),
        ],
    )
    def test_it_runs_for_the_same_days(
        self, first: date | DateRange, last: date | None, expected: Result
    ) -> None:
        verdict = part(self.BESIDE, proposal(Contract("A", first, last)))
        assert verdict.result is expected
        assert isinstance(verdict, Verdict)
        assert {each.aspect for each in verdict.findings} == {Aspect.DATES}

    def test_an_end_that_is_not_stated_is_not_asked(self) -> None:
        only_last = part(self.BESIDE, proposal(Contract("A", last_day=LAST)))
        assert isinstance(only_last, Verdict)
        assert (only_last.result, only_last.as_asked) == (OPEN, MET)

    @pytest.mark.parametrize(("last", "expected"), [(LAST, MET), (date(2019, 4, 1), NOT_MET)])
    def test_the_other_contract_may_be_linked_by_a_proposal(
        self, last: date, expected: Result
    ) -> None:
        beside = SamePeriod("b", MINUTE, "carers contract")
        other = Contract("carers", FIRST, last)
        made = Contract("A", FIRST, LAST)
        linked = proposal(made, linked={"carers contract": other})
        assert result(beside, linked) is expected
        alone = part(beside, proposal(made))
        assert isinstance(alone, Verdict)
        assert [each.field for each in alone.missing] == ["proposal.linked['carers contract']"]

    def test_what_it_is_made_of_is_checked(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            SamePeriod("b", MINUTE, "", 2018)  # type: ignore[arg-type]
        assert [each.field for each in error.value.problems] == ["linked", "period"]
        assert headroom(Authority("c", MINUTE, (AWARD,), (self.BESIDE,))) == ()


class TestEvents:
    BY = EventBound("e", MINUTE, "new framework", LAST)

    @pytest.mark.parametrize(
        ("last", "expected"),
        [(date(2019, 3, 30), MET), (LAST, MET), (date(2019, 4, 1), NOT_MET), (None, OPEN)],
    )
    def test_it_ends_by_the_event(self, last: date | None, expected: Result) -> None:
        proposed = starting(FIRST, last)
        finding = found(self.BY, proposed)
        assert (finding.result, finding.asked) == (expected, last is not None)
        if finding.remedy is not None:
            assert str(finding.remedy) == "end on or before 31 March 2019"
            assert result(self.BY, proposed.amended(finding.remedy)) is MET

    @pytest.mark.parametrize(
        ("first", "expected"), [(FIRST, NOT_MET), (LAST, MET), (date(2019, 4, 1), MET)]
    )
    def test_or_starts_with_it(self, first: date, expected: Result) -> None:
        after = EventBound("e", MINUTE, "pilot ends", LAST, "first")
        finding = found(after, starting(first))
        assert finding.result is expected
        assert finding.title == "First day, by: pilot ends"
        assert headroom(Authority("c", MINUTE, (AWARD,), (after,))) == ()

    @pytest.mark.parametrize(
        ("first", "expected"), [(LAST, OPEN), (date(2019, 4, 1), NOT_MET), (None, OPEN)]
    )
    def test_what_starts_after_the_event_cannot_end_by_it(
        self, first: date | None, expected: Result
    ) -> None:
        finding = found(self.BY, proposal(Contract("A", first)))
        assert (finding.result, finding.asked) == (expected, expected is NOT_MET)
        assert finding.remedy is None

    @pytest.mark.parametrize(
        ("last", "expected"), [(date(2019, 3, 30), NOT_MET), (LAST, OPEN), (None, OPEN)]
    )
    def test_what_ends_before_the_event_cannot_start_with_it(
        self, last: date | None, expected: Result
    ) -> None:
        after = EventBound("e", MINUTE, "pilot ends", LAST, "first")
        finding = found(after, proposal(Contract("A", last_day=last)))
        assert (finding.result, finding.remedy) == (expected, None)

    def test_the_day_of_an_event_may_not_be_known_yet(self) -> None:
        unknown = EventBound("e", MINUTE, "new framework")
        finding = found(unknown, starting(FIRST, LAST))
        assert [each.field for each in finding.missing] == ["proposal.facts['new framework']"]
        known = proposal(Contract("A", FIRST, LAST), facts={"new framework": LAST})
        assert result(unknown, known) is MET
        early = proposal(Contract("A", FIRST, LAST), facts={"new framework": FIRST})
        assert result(unknown, early) is NOT_MET
        assert headroom(Authority("c", MINUTE, (AWARD,), (unknown,))) == ()

    def test_a_month_may_not_settle_it(self) -> None:
        in_march = EventBound("e", MINUTE, "new framework", DateRange.month(2019, 3))
        finding = found(in_march, starting(FIRST, date(2019, 3, 15)))
        assert finding.result is OPEN
        late = found(in_march, starting(FIRST, date(2019, 4, 1)))
        assert (late.result, late.remedy) == (NOT_MET, None)

    def test_what_is_left_is_the_day_of_the_event(self) -> None:
        (room,) = headroom(Authority("c", MINUTE, (AWARD,), (self.BY,)))
        assert (room.title, room.left) == ("Last day, by: new framework", LAST)

    def test_what_it_is_made_of_is_checked(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            EventBound("e", MINUTE, "", "soon", "end")  # type: ignore[arg-type]
        assert [each.field for each in error.value.problems] == ["event", "on", "bound"]


def offering(*terms: Term | None) -> Proposal:
    return proposal(Contract("A", options=[Option(term) for term in terms]))


def taking(
    number: int | None = None,
    times: int = 1,
    term: Term | None = None,
    **stated: Any,  # noqa: ANN401
) -> Proposal:
    return proposal(power=EXTEND, takes=Taken(number, times, term), **stated)


class TestSteps:
    TWO = Steps("o", MINUTE, (YEAR, YEAR))

    @pytest.mark.parametrize(
        ("terms", "expected"),
        [
            ((), NONE),
            ((YEAR,), MET),
            ((YEAR, YEAR), MET),
            ((YEAR, YEAR, YEAR), NOT_MET),
            ((Term(months=13),), NOT_MET),
            ((Term(months=24),), NOT_MET),
            ((YEAR, Term(months=11)), MET),
            ((None,), OPEN),
        ],
    )
    def test_an_award_offers_no_more_and_no_longer_options(
        self, terms: tuple[Term | None, ...], expected: Result
    ) -> None:
        assert result(self.TWO, offering(*terms)) is expected

    def test_an_option_of_no_stated_length_is_not_asked(self) -> None:
        made = part(self.TWO, offering(None))
        assert isinstance(made, Verdict)
        assert made.as_asked is MET
        assert [each.field for each in made.missing] == ["contract.options[0].term"]

    def test_an_option_too_long_is_to_be_shortened(self) -> None:
        proposed = offering(YEAR, Term(months=13))
        made = part(self.TWO, proposed)
        assert isinstance(made, Verdict)
        (finding,) = made.unmet
        assert (finding.aspect, str(finding.remedy)) == (Aspect.STEP, "shorten to 1 year")
        assert finding.remedy is not None
        assert result(self.TWO, proposed.amended(finding.remedy)) is MET

    @pytest.mark.parametrize(
        ("terms", "expected"),
        [
            ((Term(months=24),), MET),
            ((Term(months=8),) * 3, MET),
            ((Term(months=24), Term(months=1)), NOT_MET),
            ((Term(months=8), None), OPEN),
        ],
    )
    def test_cut_up_in_any_way_only_the_sum_counts(
        self, terms: tuple[Term | None, ...], expected: Result
    ) -> None:
        up_to = Steps("o", MINUTE, (Term(months=24),), in_parts=True)
        assert result(up_to, offering(*terms)) is expected

    @pytest.mark.parametrize(
        ("proposed", "expected"),
        [
            (taking(1), OPEN),
            (taking(1, term=YEAR), MET),
            (taking(2, term=YEAR), OPEN),
            (taking(3), NOT_MET),
            (taking(1, 2), OPEN),
            (taking(2, 2), NOT_MET),
            (taking(term=YEAR), MET),
            (taking(term=Term(months=13)), NOT_MET),
            (taking(1, 2, Term(months=24)), MET),
            (taking(1, 1, Term(months=24)), NOT_MET),
            (taking(3, term=YEAR), NOT_MET),
        ],
    )
    def test_an_extension_takes_a_step_that_there_is(
        self, proposed: Proposal, expected: Result
    ) -> None:
        assert result(self.TWO, proposed) is expected

    def test_a_step_taken_for_too_long_is_to_be_shortened(self) -> None:
        proposed = taking(term=Term(months=13))
        made = part(self.TWO, proposed)
        assert isinstance(made, Verdict)
        (remedy,) = [each.remedy for each in made.unmet]
        assert remedy is not None
        assert (remedy.field, remedy.nearest) == ("takes.term", YEAR)
        assert result(self.TWO, proposed.amended(remedy)) is MET

    def test_steps_are_counted_for_each_contract(self) -> None:
        authority = Authority("c", MINUTE, (EXTEND,), (self.TWO,))
        one = Used().after(taking(), under=authority)
        both = one.after(taking(), under=authority)
        again = taking(term=YEAR)
        assert [judge(again, under=authority, used=each).result for each in (one, both)] == [
            MET,
            NOT_MET,
        ]
        other = Proposal(EXTEND, Contract("B"), takes=Taken(term=YEAR))
        assert judge(other, under=authority, used=both).result is MET
        rooms = [(room.group, room.left) for room in headroom(authority, both)]
        assert rooms == [(("A",), 0), ((), 2)]

    def test_a_step_is_not_taken_twice(self) -> None:
        authority = Authority("c", MINUTE, (EXTEND,), (self.TWO,))
        one = Used().after(taking(), under=authority)
        verdict = judge(taking(1), under=authority, used=one)
        (finding,) = verdict.unmet
        assert finding.note == "number 1 has been taken already"

    def test_what_is_taken_in_parts_has_no_number(self) -> None:
        up_to = Steps("o", MINUTE, (Term(months=24),), in_parts=True)
        assert result(up_to, taking(5, term=Term(months=24))) is MET
        assert result(up_to, taking(1, term=Term(months=25))) is NOT_MET

    @pytest.mark.parametrize(("months", "expected"), [(11, NOT_MET), (12, MET), (13, NOT_MET)])
    def test_less_than_a_step_may_not_do(self, months: int, expected: Result) -> None:
        exactly = Steps("o", MINUTE, (Step(YEAR, at_least=YEAR),))
        made = part(exactly, taking(1, term=Term(months=months)))
        assert made.result is expected
        assert isinstance(made, Verdict)
        words = {11: "lengthen to 1 year", 12: "None", 13: "shorten to 1 year"}
        assert str(made.findings[1].remedy) == words[months]

    def test_a_length_that_was_not_published_is_open(self) -> None:
        unpublished = Steps("o", MINUTE, (Step(None),))
        made = part(unpublished, taking(1, term=YEAR))
        assert isinstance(made, Verdict)
        assert made.missing[0].expected == "the length, which was not published"
        assert result(unpublished, taking(1)) is OPEN

    def test_days_against_months_are_open(self) -> None:
        made = part(self.TWO, taking(1, term=Term(days=366)))
        assert isinstance(made, Verdict)
        assert [each.field for each in made.missing] == ["contract.first_day"]

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2018, 3, 31), NOT_MET),
            (FIRST, MET),
            (LAST, MET),
            (date(2019, 4, 1), NOT_MET),
            (DateRange.year(2018), OPEN),
            (None, OPEN),
        ],
    )
    def test_a_step_is_exercised_in_its_days(
        self, on: date | DateRange | None, expected: Result
    ) -> None:
        dated = Steps("o", MINUTE, (Step(YEAR, not_before=FIRST, by=LAST),))
        made = part(dated, taking(1, term=YEAR, on=on))
        assert made.result is expected
        assert isinstance(made, Verdict)
        assert made.findings[-1].asked == (on is not None)

    @pytest.mark.parametrize(
        ("step", "words"),
        [
            (Step(YEAR, not_before=FIRST), ("on or after", FIRST)),
            (Step(YEAR, by=FIRST), ("on or before", FIRST)),
        ],
    )
    def test_one_end_of_the_days_may_be_open(self, step: Step, words: tuple[str, date]) -> None:
        made = part(Steps("o", MINUTE, (step,)), taking(1, term=YEAR, on=FIRST))
        assert isinstance(made, Verdict)
        assert (made.findings[-1].comparison, made.findings[-1].permitted) == words
        assert made.result is MET

    @pytest.mark.parametrize(
        ("by", "price", "expected"),
        [
            ("director", "50.00", MET),
            ("director", "50.01", NOT_MET),
            ("assistant", "50.00", NOT_MET),
        ],
    )
    def test_a_step_has_clauses_of_its_own(self, by: str, price: str, expected: Result) -> None:
        own = (Holder("h", MINUTE, "director"), Cap("v", MINUTE, Figure.pounds("50.00")))
        steps = Steps("o", MINUTE, (YEAR, Step(YEAR, clauses=own)))
        priced = Contract("A", value=pounds(price))
        second = Proposal(EXTEND, priced, by=by, takes=Taken(2, term=YEAR))
        one_taken = Used.stated({"o": {("taken", "A"): 1}})
        assert result(steps, second, one_taken) is expected
        first = Proposal(EXTEND, priced, by=by, takes=Taken(1, term=YEAR))
        assert result(steps, first) is MET

    @pytest.mark.parametrize(
        ("fields", "fields_wrong"),
        [
            ({"at_most": 12}, ["at_most"]),
            ({"at_most": None, "at_least": "year"}, ["at_least"]),
            ({"at_most": None, "not_before": 1, "by": 2}, ["not_before", "by"]),
            ({"at_most": None, "clauses": ("holder",)}, ["clauses"]),
        ],
    )
    def test_a_step_is_checked(self, fields: dict[str, Any], fields_wrong: list[str]) -> None:
        with pytest.raises((InvalidValueError, InvalidRecordError)) as error:
            Step(**fields)
        problems = getattr(error.value, "problems", (error.value,))
        assert [each.field for each in problems] == fields_wrong

    @pytest.mark.parametrize("steps", [(), ("one year",)])
    def test_there_is_a_step(self, steps: tuple[Any, ...]) -> None:
        with pytest.raises(InvalidValueError) as error:
            Steps("o", MINUTE, steps)
        assert error.value.field == "steps"

    @pytest.mark.parametrize(
        ("fields", "field"),
        [({"number": 0}, "number"), ({"times": 0}, "times"), ({"term": 12}, "term")],
    )
    def test_what_is_taken_is_checked(self, fields: dict[str, Any], field: str) -> None:
        with pytest.raises(InvalidValueError) as error:
            Taken(**fields)
        assert error.value.field == field


def valued(text: str, **stated: Any) -> Proposal:  # noqa: ANN401
    return proposal(Contract("A", value=pounds(text)), **stated)


class TestEither:
    TIERS = Either(
        "t",
        MINUTE,
        (
            Reading(
                "up to £500",
                (Holder("d", MINUTE, "director"), Cap("v", MINUTE, Figure.pounds("500.00"))),
            ),
            Reading("any value", Holder("m", MINUTE, "cabinet")),
        ),
    )

    @pytest.mark.parametrize(
        ("by", "value", "expected"),
        [
            ("director", "500.00", MET),
            ("director", "500.01", NOT_MET),
            ("cabinet", "500.01", MET),
            ("assistant", "1.00", NOT_MET),
        ],
    )
    def test_one_limb_is_enough(self, by: str, value: str, expected: Result) -> None:
        assert result(self.TIERS, valued(value, by=by)) is expected

    def test_what_fails_is_what_the_nearest_limb_lacks(self) -> None:
        authority = Authority("c", MINUTE, (AWARD,), (self.TIERS,))
        verdict = judge(valued("500.01", by="director"), under=authority)
        assert verdict.failing is Aspect.AMOUNT

    def test_each_limb_keeps_its_own_count_and_room(self) -> None:
        authority = Authority("c", MINUTE, (AWARD,), (self.TIERS,))
        so_far = Used().after(valued("300.00"), under=authority)
        assert judge(valued("200.00", by="director"), under=authority, used=so_far).is_met
        assert not judge(valued("200.01", by="director"), under=authority, used=so_far).is_met
        (room,) = headroom(authority, so_far)
        assert (room.title, show(room.left)) == ("Value, up to £500", "£200.00")

    def test_limbs_that_do_not_apply_give_no_answer(self) -> None:
        unlimited = Reading("one", Unlimited("u", MINUTE, "amount"))
        other = Reading("other", Unlimited("w", MINUTE, "period"))
        assert result(Either("t", MINUTE, (unlimited, other)), proposal()) is NONE

    def test_there_are_two_limbs_of_different_names(self) -> None:
        limb = Reading("one", Holder("h", MINUTE, "director"))
        with pytest.raises(InvalidValueError) as error:
            Either("t", MINUTE, (limb, limb))
        assert error.value.expected == "two or more limbs of different names"


class TestFor:
    LOT_ONE = For("f", MINUTE, {"lot": "1"}, Cap("v", MINUTE, Figure.pounds("10.00")))

    @staticmethod
    def of_lot(*names: str, value: str = "10.01") -> Proposal:
        tags = {"lot": names} if names else {}
        return proposal(Contract("A", value=pounds(value), tags=tags))

    @pytest.mark.parametrize(
        ("proposed", "expected"),
        [
            (of_lot("1"), NOT_MET),
            (of_lot("1", value="10.00"), MET),
            (of_lot("2"), NONE),
            (of_lot("1", "2"), OPEN),
            (of_lot(), OPEN),
            (of_lot(value="10.00"), MET),
        ],
    )
    def test_it_binds_those_of_one_lot(self, proposed: Proposal, expected: Result) -> None:
        assert result(self.LOT_ONE, proposed) is expected

    def test_whether_it_binds_may_be_what_is_missing(self) -> None:
        made = part(self.LOT_ONE, proposal(Contract("A", value=pounds("10.01"))))
        assert {each.field for each in made.missing} >= {"contract.tags['lot']"}

    def test_what_may_be_of_the_lot_counts_as_far_as_it_may(self) -> None:
        authority = Authority("c", MINUTE, (AWARD,), (self.LOT_ONE,))
        so_far = Used().after(self.of_lot(value="5.00"), under=authority)
        six = self.of_lot("1", value="6.00")
        assert judge(six, under=authority, used=so_far).parts[1].result is OPEN
        five = self.of_lot("1", value="5.00")
        assert judge(five, under=authority, used=so_far).is_met

    def test_a_power_may_be_what_it_is_for(self) -> None:
        extending = For("f", MINUTE, {"power": "extend"}, Holder("h", MINUTE, "director"))
        assert result(extending, proposal(by="assistant")) is NONE
        assert result(extending, proposal(by="assistant", power=EXTEND)) is NOT_MET

    def test_its_room_says_for_whom(self) -> None:
        (room,) = headroom(Authority("c", MINUTE, (AWARD,), (self.LOT_ONE,)))
        assert (room.clause, room.title, show(room.left)) == (
            "f",
            "Value, for lot 1",
            "£10.00",
        )

    def test_what_it_is_made_of_is_checked(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            For("f", MINUTE, {}, ())
        assert [each.field for each in error.value.problems] == ["where", "clauses"]


class TestThreshold:
    FIGURE = Figure.pounds("500.00", nature=Nature.THRESHOLD)
    CLAUSE = Threshold("t", MINUTE, FIGURE, Precondition("p", MINUTE, "cabinet approval"))

    @pytest.mark.parametrize(
        ("value", "approved", "expected"),
        [
            ("499.99", False, MET),
            ("500.00", False, MET),
            ("500.01", False, NOT_MET),
            ("500.01", True, MET),
        ],
    )
    def test_above_it_more_is_needed(
        self,
        value: str,
        approved: bool,  # noqa: FBT001 - given or not
        expected: Result,
    ) -> None:
        facts = {"cabinet approval": approved}
        assert result(self.CLAUSE, valued(value, facts=facts)) is expected

    def test_above_it_what_fails_is_what_is_needed(self) -> None:
        authority = Authority("c", MINUTE, (AWARD,), (self.CLAUSE,))
        over = valued("500.01", facts={"cabinet approval": False})
        assert judge(over, under=authority).failing is Aspect.PRECONDITION

    def test_an_amount_that_is_not_stated_may_be_above_it(self) -> None:
        assert result(self.CLAUSE, proposal(facts={"cabinet approval": False})) is OPEN
        assert result(self.CLAUSE, proposal(facts={"cabinet approval": True})) is MET

    @pytest.mark.parametrize(("by", "expected"), [("chief executive", MET), ("director", OPEN)])
    def test_who_acts_above_it_is_not_asked_where_no_amount_is(
        self, by: str, expected: Result
    ) -> None:
        clause = Threshold("t", MINUTE, self.FIGURE, Holder("h", MINUTE, "chief executive"))
        verdict = judge(proposal(by=by), under=Authority("c", MINUTE, (AWARD,), (clause,)))
        assert (verdict.result, verdict.as_asked) == (expected, MET)
        assert [each.field for each in verdict.missing] == (
            [] if expected is MET else ["contract.value"]
        )

    def test_each_contract_is_held_against_it_alone(self) -> None:
        authority = Authority("c", MINUTE, (AWARD,), (self.CLAUSE,))
        so_far = Used().after(valued("500.00"), under=authority)
        other = proposal(Contract("B", value=pounds("500.00")))
        assert judge(other, under=authority, used=so_far).is_met

    def test_its_room_is_that_up_to_it(self) -> None:
        (room,) = headroom(Authority("c", MINUTE, (AWARD,), (self.CLAUSE,)))
        assert (room.left, room.title) == (
            Money.pounds("500.00"),
            "Value per contract, up to the threshold",
        )

    def test_a_number_may_be_a_threshold(self) -> None:
        third = Figure(2, Nature.THRESHOLD)
        clause = Threshold("t", MINUTE, third, Precondition("p", MINUTE, "more"), per=())
        several = proposal(Contract("A", number=3), facts={"more": False})
        assert result(clause, several) is NOT_MET

    def test_its_figure_is_a_threshold_and_no_other_clause_takes_one(self) -> None:
        with pytest.raises(InvalidRecordError) as error:
            Threshold("t", MINUTE, Figure.pounds("1.00"), ())
        assert [each.field for each in error.value.problems] == ["above", "clauses"]
        for kind in (Cap, Floor):
            with pytest.raises(InvalidValueError) as refused:
                kind("v", MINUTE, self.FIGURE)
            assert refused.value.expected == "a figure that bounds: a threshold is a Threshold"

    def test_a_figure_is_a_figure(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Cap("v", MINUTE, "500.00")  # type: ignore[arg-type]
        assert error.value.field == "at_most"


def test_a_rounded_figure_and_an_amount_with_vat_lack_the_exact_figure() -> None:
    rounded = Cap("v", MINUTE, Figure.pounds("500.00", rounded_to=Money.pounds("100.00")))
    price = Price.plus_vat(Money.pounds("450.00"), "20")
    made = part(rounded, proposal(Contract("A", value=price)))
    assert isinstance(made, Verdict)
    assert "the exact figure, which the record rounds to £100.00" in {
        each.expected for finding in made.findings for each in finding.missing
    }


def test_a_number_has_no_amounts_of_vat() -> None:
    assert Figure(2).limits() == ()


WITH_VAT: Final = Price.plus_vat(Money.pounds("100.00"), "20")


def _of(dimension: str, first: str, second: str) -> list[Contract]:
    """Give contracts of two amounts each, of which the last states VAT in every other one."""
    return [
        Contract(
            str(number),
            amounts=(
                Line(pounds("100.00"), {dimension: first}),
                Line(price, {dimension: second}),
            ),
        )
        for number, price in enumerate((pounds("100.00"), WITH_VAT) * 2)
    ]


WHOLE_LOTS: Final = [
    Contract("one lot", value=pounds("100.00"), tags={"lot": "1"}),
    Contract("no lot", value=pounds("100.00")),
    Contract("the same lot", value=pounds("300.00"), tags={"lot": "1"}),
    Contract("two lots", value=pounds("100.00"), tags={"lot": ("1", "2")}),
    Contract("with VAT", value=WITH_VAT, tags={"lot": "1"}),
    Contract("the other lot", value=pounds("500.01"), tags={"lot": "2"}),
]


@pytest.mark.parametrize(
    ("dimension", "contracts"),
    [
        ("lot", _of("lot", "1", "2")),
        ("year", _of("year", "2018/19", "2019/20")),
        ("lot", WHOLE_LOTS),
        ("lot", WHOLE_LOTS[::2]),
        ("lot", WHOLE_LOTS[4:]),
        ("lot", [WHOLE_LOTS[0], *WHOLE_LOTS[3:]]),
    ],
)
def test_a_register_is_judged_as_its_contracts_are_one_by_one(
    dimension: str, contracts: list[Contract]
) -> None:
    limit = Cap("v", MINUTE, Figure.pounds("500.00"), per=(dimension,))
    under = Authority("c", MINUTE, (AWARD,), (limit,))
    made = [proposal(each) for each in contracts]
    so_far, expected = Used(), []
    for each in made:
        expected.append(judge(each, under=under, used=so_far).findings)
        so_far = so_far.after(each, under=under)
    assert [each.findings for each in judge_each(made, under=under)] == expected


def test_a_length_that_was_not_published_is_asked_where_days_are_stated() -> None:
    unpublished = Length("l", MINUTE, None)
    assert found(unpublished, proposal(Contract("A", last_day=LAST))).asked
    assert not found(unpublished, proposal()).asked
