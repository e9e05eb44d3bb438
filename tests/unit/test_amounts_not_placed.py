"""Amounts and lengths of which it is not said what they are of, and what may be said of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import label, net, stated

from carerslib import explain
from carerslib.awards import (
    AWARD,
    EXTEND,
    GRANT,
    MODIFY,
    RULES,
    Authority,
    Proposal,
    Used,
    judge,
    judge_each,
    judge_register,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    WITH_OPTIONS,
    Cap,
    Clause,
    Either,
    Figure,
    For,
    Holder,
    Length,
    Line,
    Of,
    Only,
    Reading,
    Steps,
    Taken,
    Window,
    firm_or_whole,
    year_or_whole,
)
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.periods import ByYear, DateRange, Term
from carerslib.verdicts import Aspect, Result

if TYPE_CHECKING:
    from carerslib.prices import Price
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
HUNDRED: Final = Figure.pounds("100.00")
LONGEST: Final = Length("longest", MINUTE, Term(months=60))


def months(number: int) -> Term:
    return Term(months=number)


def asked(contract: Contract, *clauses: Clause, used: Used | None = None) -> str:
    return label(found(contract, *clauses, used=used))


def found(contract: Contract, *clauses: Clause, used: Used | None = None) -> Verdict:
    return judge(Proposal(AWARD, contract), under=Authority("a", MINUTE, AWARD, clauses), used=used)


def priced(pounds: str, **about: object) -> Contract:
    return Contract("c", value=stated(pounds), **about)  # type: ignore[arg-type]


def by_year(**years: str) -> ByYear[Price]:
    return ByYear.of({f"20{y[1:3]}/{y[3:]}": stated(each) for y, each in years.items()})


class TestAPriceOfNoYearUnderAFigureForEachYear:
    """£100 for each financial year, or each year of the contract."""

    FINANCIAL: Final = Cap("year", MINUTE, HUNDRED, per=("year",))
    OF_CONTRACT: Final = Cap("year", MINUTE, HUNDRED, per=("contract year",))

    @pytest.mark.parametrize("yearly", [FINANCIAL, OF_CONTRACT])
    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [("99.99", "within"), ("100.00", "within"), ("100.01", "undetermined")],
    )
    def test_with_no_length_only_one_years_figure_is_certain(
        self, yearly: Cap, pounds: str, answer: str
    ) -> None:
        assert asked(priced(pounds), yearly, LONGEST) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [
            ("299.99", "within"),
            ("300.00", "within"),
            # three years may touch four financial years
            ("300.01", "undetermined"),
            ("400.00", "undetermined"),
            ("400.01", "exceeds"),
        ],
    )
    def test_three_years_bound_the_whole_price(self, pounds: str, answer: str) -> None:
        three_years = priced(pounds, term=months(36))
        assert asked(three_years, self.FINANCIAL, LONGEST) == answer

    def test_three_years_of_the_contract_are_three(self) -> None:
        assert asked(priced("300.00", term=months(36)), self.OF_CONTRACT, LONGEST) == "within"
        assert asked(priced("300.01", term=months(36)), self.OF_CONTRACT, LONGEST) == "exceeds"

    def test_a_length_begun_is_a_whole_year(self) -> None:
        assert asked(priced("400.00", term=months(37)), self.FINANCIAL, LONGEST) == "within"

    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [("300.00", "within"), ("300.01", "undetermined"), ("400.01", "exceeds")],
    )
    def test_a_fourth_financial_year_that_is_only_touched_gives_no_fourth_figure(
        self, pounds: str, answer: str
    ) -> None:
        from_october = priced(pounds, first_day=date(2025, 10, 1), term=months(36))
        assert asked(from_october, self.FINANCIAL, LONGEST) == answer

    def test_what_bursts_all_its_years_says_how_many_they_are(self) -> None:
        verdict = found(priced("400.01", term=months(36)), self.FINANCIAL, LONGEST)
        assert "Value per year, 4 together" in explain.as_text(verdict)

    def test_a_total_of_its_own_answers_for_a_price_of_no_year(self) -> None:
        total = Cap("total", MINUTE, Figure.pounds("500.00"))
        assert asked(priced("500.00"), self.FINANCIAL, total) == "within"
        assert asked(priced("500.01"), self.FINANCIAL, total) == "exceeds"

    def test_what_is_open_says_what_the_words_limit(self) -> None:
        verdict = found(priced("100.01"), self.FINANCIAL, LONGEST)
        assert "the words limit the amount of each year, and no other" in explain.as_text(verdict)


class TestAnAmountOfAYearOfTheOtherKind:
    """A financial year is none of the contract's, unless the first day says which lies in it."""

    FINANCIAL: Final = Cap("year", MINUTE, HUNDRED, per=("year",))
    OF_CONTRACT: Final = Cap("year", MINUTE, HUNDRED, per=("contract year",))
    APRIL: Final = date(2025, 4, 1)

    @pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
    def test_from_april_on_a_financial_year_is_a_year_of_the_contract(
        self, pounds: str, answer: str
    ) -> None:
        contract = Contract(
            "c", self.APRIL, term=months(36), by_year=by_year(y2526="1.00", y2627=pounds)
        )
        assert asked(contract, self.OF_CONTRACT, LONGEST) == answer

    @pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
    def test_and_a_year_of_the_contract_is_a_financial_year(self, pounds: str, answer: str) -> None:
        years = [Line(stated(pounds), (("contract year", year),)) for year in ("1", "2")]
        contract = Contract("c", self.APRIL, term=months(36), amounts=years)
        assert asked(contract, self.FINANCIAL, LONGEST) == answer

    def test_from_october_on_a_financial_year_is_of_two_years_of_the_contract(self) -> None:
        contract = Contract(
            "c", date(2025, 10, 1), term=months(36), by_year=by_year(y2627="200.01")
        )
        assert asked(contract, self.OF_CONTRACT, LONGEST) == "exceeds"
        first = Contract("c", date(2025, 10, 1), term=months(36), by_year=by_year(y2526="100.01"))
        assert asked(first, self.OF_CONTRACT, LONGEST) == "exceeds"

    def test_with_no_first_day_more_than_one_years_figure_is_open(self) -> None:
        over = Contract("c", term=months(36), by_year=by_year(y2526="100.01"))
        assert asked(over, self.OF_CONTRACT, LONGEST) == "undetermined"
        inside = Contract("c", term=months(36), by_year=by_year(y2526="100.00"))
        assert asked(inside, self.OF_CONTRACT, LONGEST) == "within"

    @pytest.mark.parametrize("named", ["the first", "99999", "0"])
    def test_a_year_that_is_written_otherwise_may_be_any(self, named: str) -> None:
        years = [Line(stated("100.01"), (("contract year", named),))]
        contract = Contract("c", self.APRIL, term=months(36), amounts=years)
        assert asked(contract, self.FINANCIAL, LONGEST) == "undetermined"

    def test_a_financial_year_before_the_contract_is_none_of_its_own(self) -> None:
        contract = Contract("c", self.APRIL, term=months(36), by_year=by_year(y2425="100.01"))
        assert asked(contract, self.OF_CONTRACT, LONGEST) == "undetermined"


class TestAnAmountOfNoLot:
    LOTS: Final = Cap("lot", MINUTE, HUNDRED, per=("lot",))

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("100.00", "within"), ("100.01", "undetermined")]
    )
    def test_more_than_any_one_lot_may_have_is_open(self, pounds: str, answer: str) -> None:
        assert asked(priced(pounds), self.LOTS) == answer

    def test_a_lot_that_is_named_answers(self) -> None:
        assert asked(priced("100.01", tags={"lot": "1"}), self.LOTS) == "exceeds"

    @pytest.mark.parametrize(("number", "answer"), [(2, "within"), (3, "undetermined")])
    def test_more_contracts_than_one_supplier_may_have_are_open(
        self, number: int, answer: str
    ) -> None:
        most = Cap("most", MINUTE, Figure(2), per=("supplier",), of=Of.COUNT)
        assert asked(Contract("c", number=number), most) == answer

    def test_an_amount_of_unknown_vat_is_asked_of_each_contract(self) -> None:
        each = Cap("each", MINUTE, Figure(net("100.00")), per=("contract",))
        assert asked(priced("100.00"), each) == "within"
        assert asked(priced("170.00"), each) == "undetermined"


class TestALengthWithNoDays:
    DAYS: Final = Window("days", MINUTE, date(2025, 4, 1), date(2028, 3, 31))

    @pytest.mark.parametrize(
        ("length", "answer"), [(35, "within"), (36, "within"), (37, "exceeds")]
    )
    def test_what_is_longer_than_all_the_days_fits_into_none(
        self, length: int, answer: str
    ) -> None:
        assert asked(Contract("c", term=months(length)), self.DAYS) == answer

    def test_the_finding_is_of_the_length(self) -> None:
        verdict = found(Contract("c", term=months(37)), self.DAYS)
        assert verdict.failing is Aspect.LENGTH
        assert "it does not fit into them, whenever it starts" in explain.as_text(verdict)

    def test_open_days_hold_any_length(self) -> None:
        until = Window("days", MINUTE, last=date(2028, 3, 31))
        assert asked(Contract("c", term=months(600)), until) == "within"


class TestAnOptionUnderAnAuthorityWithoutSteps:
    @staticmethod
    def take(length: Term | None, *clauses: Clause, **about: object) -> Verdict:
        contract = Contract("c", **about)  # type: ignore[arg-type]
        authority = Authority("a", MINUTE, EXTEND, clauses)
        return judge(Proposal(EXTEND, contract, takes=Taken(term=length)), under=authority)

    @pytest.mark.parametrize(("length", "answer"), [(12, "within"), (13, "exceeds")])
    def test_it_may_not_be_longer_than_the_whole(self, length: int, answer: str) -> None:
        verdict = self.take(months(length), Length("l", MINUTE, months(12)))
        assert label(verdict) == answer

    def test_there_is_no_remedy_in_the_term_of_the_contract(self) -> None:
        verdict = self.take(months(13), Length("l", MINUTE, months(12)))
        assert [each.remedy for each in verdict.findings if each.remedy] == []

    def test_it_may_not_be_longer_whatever_the_contract_says_of_itself(self) -> None:
        longest = Length("l", MINUTE, months(12))
        assert label(self.take(months(13), longest, term=months(12))) == "exceeds"
        assert label(self.take(months(12), longest, term=months(12))) == "within"
        too_long = self.take(months(12), longest, term=months(13))
        assert label(too_long) == "exceeds"
        assert [each.remedy for each in too_long.findings if each.remedy] == []

    def test_it_is_no_part_of_the_firm_term(self) -> None:
        assert label(self.take(months(24), Length("l", MINUTE, months(12), of="firm"))) == "within"

    def test_a_length_that_was_not_published_decides_nothing(self) -> None:
        assert self.take(months(24), Length("l", MINUTE, None)).result is Result.UNDETERMINED

    def test_it_may_not_be_longer_than_the_days_allowed(self) -> None:
        days = Window("days", MINUTE, date(2025, 4, 1), date(2026, 3, 31))
        assert label(self.take(months(12), days)) == "within"
        assert label(self.take(months(13), days)) == "exceeds"

    def test_where_nothing_says_how_long_it_is_open(self) -> None:
        provider = Only("p", MINUTE, "provider", "X")
        assert label(self.take(months(12), provider, tags={"provider": "X"})) == "undetermined"
        assert label(self.take(None, provider, tags={"provider": "X"})) == "within"

    def test_so_is_an_option_that_is_offered(self) -> None:
        provider = Only("p", MINUTE, "provider", "X")
        contract = Contract("c", options=[Option(), Option(months(12))], tags={"provider": "X"})
        assert asked(contract, provider) == "undetermined"
        assert asked(contract, provider, Steps("s", MINUTE, [months(12)] * 2)) == "within"
        authority = Authority("a", MINUTE, AWARD, [provider])
        exercised = RULES.basis(conventions={"counts options": "as exercised"})
        later = judge(Proposal(AWARD, contract), under=authority, basis=exercised)
        assert label(later) == "within"


class TestWhereInAContractAnAmountStands:
    """£300 for the firm term and £120 for each of two options."""

    FIRM: Final = Cap("firm", MINUTE, Figure.pounds("300.00"), where={"part": "firm"})
    OPTIONS: Final = Cap("options", MINUTE, Figure.pounds("120.00"), where={"part": "options"})
    SECOND: Final = Cap("second", MINUTE, Figure.pounds("50.00"), where={"option": "2"})
    TOTAL: Final = Cap("total", MINUTE, Figure.pounds("500.00"))

    @staticmethod
    def extend(pounds: str, *clauses: Clause, takes: Taken | None = None) -> str:
        authority = Authority("a", MINUTE, [AWARD, EXTEND], clauses)
        return label(judge(Proposal(EXTEND, priced(pounds), takes=takes), under=authority))

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("119.99", "within"), ("120.00", "within"), ("120.01", "exceeds")]
    )
    def test_what_an_extension_costs_is_the_price_of_an_option(
        self, pounds: str, answer: str
    ) -> None:
        steps = Steps("s", MINUTE, [months(12)] * 2)
        takes = Taken(term=months(12))
        assert self.extend(pounds, self.FIRM, self.OPTIONS, steps, takes=takes) == answer

    def test_an_option_that_is_numbered_has_its_own_figure(self) -> None:
        clauses = self.OPTIONS, self.SECOND
        assert self.extend("50.01", *clauses, takes=Taken(number=1)) == "within"
        assert self.extend("50.01", *clauses, takes=Taken(number=2)) == "exceeds"

    def test_an_extension_that_takes_no_option_may_be_of_either(self) -> None:
        assert self.extend("120.00", self.FIRM, self.OPTIONS) == "within"
        assert self.extend("120.01", self.FIRM, self.OPTIONS) == "undetermined"

    def test_an_uplift_of_an_extension_stays_an_uplift(self) -> None:
        without = Cap("c", MINUTE, Figure.pounds("120.00"), without={"part": "uplift"})
        contract = Contract("c", by_year=by_year(y2526="120.00"), uplift=by_year(y2526="1.00"))
        authority = Authority("a", MINUTE, EXTEND, without)
        proposal = Proposal(EXTEND, contract, takes=Taken())
        assert label(judge(proposal, under=authority)) == "within"

    def test_a_price_for_all_is_not_asked_how_much_of_it_is_firm(self) -> None:
        in_all = priced("500.00", in_all=True)
        assert asked(in_all, self.FIRM, self.TOTAL) == "within"
        assert asked(in_all, self.FIRM) == "undetermined"
        assert asked(priced("300.00", in_all=True), self.FIRM, self.OPTIONS) == "undetermined"


class TestAReadingOfWhichNothingIsAsked:
    """£120 that may be of each year, or of the whole; or of the firm term alone."""

    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [
            ("120.00", "within"),
            ("120.01", "ambiguous"),
            ("240.00", "ambiguous"),
            ("240.01", "exceeds"),
        ],
    )
    def test_it_stays_open_beside_one_that_is_not_met(self, pounds: str, answer: str) -> None:
        value = year_or_whole("v", MINUTE, Figure.pounds("120.00"), year="contract year")
        assert asked(priced(pounds, term=months(24)), value, LONGEST) == answer

    @pytest.mark.parametrize(("pounds", "answer"), [("120.00", "within"), ("120.01", "ambiguous")])
    def test_so_it_does_where_how_much_is_firm_is_not_said(self, pounds: str, answer: str) -> None:
        value = firm_or_whole("v", MINUTE, Figure.pounds("120.00"))
        assert asked(priced(pounds, in_all=True), value, LONGEST) == answer

    def test_a_reading_that_is_chosen_answers_alone(self) -> None:
        value = firm_or_whole("v", MINUTE, Figure.pounds("120.00"))
        authority = Authority("a", MINUTE, AWARD, value)
        proposal = Proposal(AWARD, priced("120.01", in_all=True))
        whole = RULES.basis(readings={"v": WITH_OPTIONS})
        assert label(judge(proposal, under=authority, basis=whole)) == "exceeds"

    @pytest.mark.parametrize(("pounds", "answer"), [("50.00", "within"), ("50.01", "undetermined")])
    def test_so_does_a_limb_where_it_is_not_said_who_acts(self, pounds: str, answer: str) -> None:
        small = Cap("small", MINUTE, Figure.pounds("50.00"))
        limbs = Either(
            "who",
            MINUTE,
            [
                Reading("director", [Holder("d", MINUTE, "director"), small]),
                Reading("cabinet", Holder("c", MINUTE, "cabinet")),
            ],
        )
        assert asked(priced(pounds), limbs, Cap("total", MINUTE, HUNDRED)) == answer


class TestYearsInARegister:
    """Awards one after another, under £100 for each financial year."""

    YEARLY: Final = Authority("a", MINUTE, AWARD, Cap("year", MINUTE, HUNDRED, per=("year",)))

    @staticmethod
    def award(pounds: str) -> Proposal:
        return Proposal(AWARD, Contract("c", by_year=by_year(y2526=pounds)))

    def test_each_is_counted_in_its_year(self) -> None:
        made = [self.award("60.00"), self.award("40.00"), self.award("0.01")]
        found = [label(each) for each in judge_each(made, under=self.YEARLY)]
        assert found == ["within", "within", "exceeds"]

    def test_one_of_no_year_may_be_of_any(self) -> None:
        made = [Proposal(AWARD, priced("60.00")), self.award("40.00"), self.award("0.01")]
        found = [each.result for each in judge_each(made, under=self.YEARLY)]
        assert found == [Result.MET, Result.MET, Result.UNDETERMINED]

    def test_what_has_no_end_is_of_no_known_year(self) -> None:
        onwards = priced(
            "100.01", first_day=date(2025, 4, 1), last_day=DateRange.onwards(date(2026, 4, 1))
        )
        assert found(onwards, Cap("year", MINUTE, HUNDRED, per=("year",))).result is (
            Result.UNDETERMINED
        )


class TestWhatOthersHaveUsed:
    """£100 for each lot, of which £90 of lot 1 is used; two contracts for each supplier."""

    PER_LOT: Final = Cap("lot", MINUTE, HUNDRED, per=("lot",))

    @staticmethod
    def after(*clauses: Clause, **about: object) -> Used:
        made = Proposal(AWARD, priced("90.00", **about))
        return Used().after(made, under=Authority("a", MINUTE, AWARD, clauses))

    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [("9.99", "within"), ("10.00", "within"), ("10.01", "undetermined")],
    )
    def test_an_award_of_no_stated_lot_may_be_of_the_lot_that_is_nearly_used_up(
        self, pounds: str, answer: str
    ) -> None:
        used = self.after(self.PER_LOT, tags={"lot": "1"})
        assert asked(priced(pounds), self.PER_LOT, used=used) == answer
        assert asked(priced(pounds, tags={"lot": ["1", "2"]}), self.PER_LOT, used=used) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("10.00", Result.MET), ("10.01", Result.UNDETERMINED)]
    )
    def test_so_may_a_contract_that_is_changed_and_an_award_of_the_same_day(
        self, pounds: str, answer: Result
    ) -> None:
        under = Authority("a", MINUTE, (AWARD, MODIFY), self.PER_LOT)
        day = date(2020, 1, 1)
        first = Proposal(AWARD, priced("90.00", tags={"lot": "1"}), on=day, reference="first")
        other = Proposal(AWARD, priced(pounds), on=day, reference="other")
        assert [each.result for each in judge_register([first, other], under=under)] == [
            answer,
            answer,
        ]
        small = Proposal(AWARD, Contract("small", value=stated("1.00"), tags={"lot": "2"}))
        changed = Contract("small", value=stated(pounds))
        change = Proposal(MODIFY, changed, changes="small", reference="change")
        last = list(judge_each([first, small, change], under=under))[-1]
        assert last.result is answer

    def test_it_names_the_lot_and_what_is_missing(self) -> None:
        used = self.after(self.PER_LOT, tags={"lot": "1"})
        (finding,) = found(priced("50.00"), self.PER_LOT, used=used).findings[1:]
        assert finding.title == "Value per lot: 1"
        assert [each.expected for each in finding.missing] == ["the amount of each lot"]

    def test_a_lot_that_is_over_its_figure_does_not_make_it_too_much(self) -> None:
        used = Used.stated({"lot": {"1": stated("120.00").stated}})
        assert found(priced("1.00"), self.PER_LOT, used=used).result is Result.UNDETERMINED

    def test_an_award_of_nothing_touches_no_lot(self) -> None:
        used = Used.stated({"lot": {"1": stated("120.00").stated}})
        (finding, *_) = found(priced("0.00"), self.PER_LOT, used=used).findings[1:]
        assert finding.result is Result.MET

    def test_what_is_more_than_the_figures_of_its_years_together_is_too_much_still(self) -> None:
        yearly = Cap("year", MINUTE, HUNDRED, per=("year",))
        used = self.after(yearly, LONGEST, first_day=date(2018, 4, 1), last_day=date(2019, 3, 31))
        assert asked(priced("50.00"), yearly, LONGEST, used=used) == "undetermined"
        for pounds, answer in (("200.00", "undetermined"), ("200.01", "exceeds")):
            # a year of any first day is of two financial years at the most
            contract = priced(pounds, term=months(12))
            assert asked(contract, yearly, LONGEST, used=used) == answer

    @pytest.mark.parametrize(
        ("before", "answer"), [(0, "within"), (1, "within"), (2, "undetermined")]
    )
    def test_a_contract_of_no_stated_supplier_may_be_of_the_one_that_has_two(
        self, before: int, answer: str
    ) -> None:
        number = Cap("number", MINUTE, Figure(2), per=("supplier",), of=Of.COUNT)
        used = Used.stated({"number": {"A": before}})
        clauses = (number, Cap("value", MINUTE, HUNDRED))
        assert asked(priced("1.00"), *clauses, used=used) == answer

    def test_other_contracts_and_other_lots_are_left_aside_where_they_are_known(self) -> None:
        each = Cap("each", MINUTE, HUNDRED, per=("area", "lot"))
        used = self.after(each, tags={"area": "north", "lot": "1"})
        # neither a place that was not used, nor any in an area that is another, is too full
        for area, answer in (("north", "undetermined"), ("south", "within")):
            assert asked(priced("50.00", tags={"area": area}), each, used=used) == answer

    def test_so_it_is_under_a_clause_for_some_requests_alone(self) -> None:
        north = For("north", MINUTE, {"area": "north"}, self.PER_LOT)
        used = self.after(north, tags={"area": "north", "lot": "1"})
        assert asked(priced("50.00", tags={"area": "north"}), north, used=used) == "undetermined"
        assert found(priced("50.00", tags={"area": "south"}), north, used=used).is_met is False

    def test_the_order_of_two_awards_does_not_decide_it(self) -> None:
        under = Authority("a", MINUTE, AWARD, self.PER_LOT)
        placed = Proposal(AWARD, priced("90.00", tags={"lot": "1"}))
        loose = Proposal(AWARD, priced("50.00"))
        for made in ([placed, loose], [loose, placed]):
            last = [*judge_each(made, under=under)][-1]
            assert last.result is Result.UNDETERMINED


class TestAFigureForAllLotsButOne:
    """£100 for everything but lot 2."""

    BUT_ONE: Final = Cap("v", MINUTE, HUNDRED, without={"lot": "2"})

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("100.00", Result.MET), ("100.01", Result.UNDETERMINED)]
    )
    def test_an_amount_of_no_stated_lot_may_be_of_the_one_that_is_left_out(
        self, pounds: str, answer: Result
    ) -> None:
        verdict = found(priced(pounds), self.BUT_ONE)
        (finding,) = [each for each in verdict.findings if each.rule == "v"]
        assert finding.result is answer
        expected = [] if answer is Result.MET else ["the amount of each lot"]
        assert [each.expected for each in finding.missing] == expected

    @pytest.mark.parametrize(
        ("tags", "answer"),
        [
            ({"lot": "1"}, Result.MET),
            ({"lot": "2"}, Result.UNDETERMINED),
            ({"lot": ["1", "2"]}, Result.UNDETERMINED),
            ({}, Result.UNDETERMINED),
        ],
    )
    def test_what_is_left_out_has_no_limit_and_no_leave(
        self, tags: dict[str, str | list[str]], answer: Result
    ) -> None:
        assert found(priced("100.00", tags=tags), self.BUT_ONE).result is answer

    @pytest.mark.parametrize(("lot", "answer"), [("1", "exceeds"), ("2", "within")])
    def test_one_that_states_its_lot_is_inside_or_out(self, lot: str, answer: str) -> None:
        total = Cap("total", MINUTE, Figure.pounds("200.00"))
        assert asked(priced("100.01", tags={"lot": lot}), self.BUT_ONE, total) == answer

    def test_of_one_that_states_its_lot_only_the_vat_may_be_missing(self) -> None:
        without_vat = Cap("v", MINUTE, Figure(net("100.00")), without={"lot": "2"})
        verdict = found(priced("101.00", tags={"lot": "1"}), without_vat)
        (finding,) = [each for each in verdict.findings if each.rule == "v"]
        assert [each.expected for each in finding.missing] == [
            "whether it includes VAT, and how much VAT there is"
        ]

    def test_what_is_not_said_to_be_an_uplift_is_none(self) -> None:
        but_uplift = Cap("v", MINUTE, HUNDRED, without={"part": "uplift"})
        assert asked(priced("100.01"), but_uplift) == "exceeds"


class TestWhatIsNotByName:
    @pytest.mark.parametrize("given", [5, "waiver", [("waiver",)], {5: True}])
    def test_facts_are(self, given: object) -> None:
        with pytest.raises(InvalidValueError, match="by name"):
            Proposal(AWARD, priced("1.00"), facts=given)  # type: ignore[arg-type]

    @pytest.mark.parametrize("given", [5, "lot", [("lot",)], {5: "1"}])
    def test_tags_are(self, given: object) -> None:
        with pytest.raises(InvalidValueError, match="names by dimension"):
            priced("1.00", tags=given)

    @pytest.mark.parametrize("given", [5, "lot", [("lot",)], {5: "1"}, {"lot": ""}])
    def test_what_a_cap_is_for_is(self, given: object) -> None:
        with pytest.raises(InvalidValueError, match="a name and what it must be"):
            Cap("c", MINUTE, HUNDRED, where=given)  # type: ignore[arg-type]


@pytest.mark.parametrize("dimension", ["recipient", "organisation", "carer"])
@pytest.mark.parametrize(
    ("pounds", "number", "answer"),
    [
        ("99.99", 1, "within"),
        ("100.00", 1, "within"),
        ("100.01", 1, "undetermined"),
        ("200.00", 2, "within"),
        ("200.01", 2, "undetermined"),
        ("900.01", 1, "exceeds"),
    ],
)
def test_a_grant_of_more_than_one_may_have_is_asked_whose_it_is(
    dimension: str, pounds: str, number: int, answer: str
) -> None:
    each = Cap("each", MINUTE, HUNDRED, per=(dimension,))
    total = Cap("total", MINUTE, Figure.pounds("900.00"))
    under = Authority("a", MINUTE, [GRANT, AWARD], (each, total, LONGEST))
    contract = priced(pounds, number=number)
    assert label(judge(Proposal(GRANT, contract), under=under)) == answer
    # a contract may be for many of them
    plan = "exceeds" if answer == "exceeds" else "within"
    assert label(judge(Proposal(AWARD, contract), under=under)) == plan
