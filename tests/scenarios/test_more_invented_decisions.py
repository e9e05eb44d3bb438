"""Six more decisions such as councils take, invented, each written down once and asked of.

They leave things out, as records and questions do: a last day with no first day, a sum with no
years, an extension that does not say how much of it is firm, grants that are only counted.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import budget, label, stated, worth

from carerslib.awards import (
    AWARD,
    EXTEND,
    GRANT,
    SPEND,
    Authority,
    Power,
    Proposal,
    Resolution,
    Used,
    judge,
)
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    Holder,
    Kind,
    Length,
    Line,
    Of,
    Only,
    Precondition,
    Reading,
    Readings,
    Start,
    Step,
    Steps,
    Taken,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import ByYear, Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(months=12)


def decision(*authorities: Authority) -> Resolution:
    return Resolution("R", "Cabinet", MINUTE, authorities=authorities)


def authority(reference: str, powers: Power | list[Power], *clauses: Clause) -> Authority:
    return Authority(reference, MINUTE, powers, clauses)


def ask(proposal: Proposal, under: Resolution, used: Used | None = None) -> str:
    return label(judge(proposal, under=under, used=used))


class TestAGrantThatTapersOverThreeYears:
    """£60,000, £45,000 and £30,000 for 2012/13 to 2014/15, and no more in all than these."""

    PROFILE: Final = {"2012/13": "60000.00", "2013/14": "45000.00", "2014/15": "30000.00"}
    DECIDED: Final = decision(
        authority(
            "g",
            GRANT,
            *(
                Cap(f"g.{year}", MINUTE, worth(most), where={"year": year})
                for year, most in PROFILE.items()
            ),
            Window("g.days", MINUTE, date(2012, 4, 1), date(2015, 3, 31)),
        )
    )

    @pytest.mark.parametrize(
        ("year", "pounds", "answer"),
        [
            ("2013/14", "45000.00", "within"),
            ("2013/14", "45000.01", "exceeds"),
            ("2014/15", "45000.00", "exceeds"),
            ("2015/16", "0.01", "out_of_period"),
        ],
    )
    def test_each_year_has_its_figure_and_there_is_no_fourth(
        self, year: str, pounds: str, answer: str
    ) -> None:
        payment = Contract("payment", by_year=ByYear.of({year: stated(pounds)}))
        assert ask(Proposal(SPEND, payment), self.DECIDED) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("135000.00", "within"), ("135000.01", "exceeds")]
    )
    def test_three_years_come_to_what_they_come_to(self, pounds: str, answer: str) -> None:
        grant = Contract("grant", term=Term(months=36), value=stated(pounds))
        assert ask(Proposal(GRANT, grant), self.DECIDED) == answer


class TestThreeLotsAndATotal:
    """A yearly figure for each of three lots, £1,350,000 over five years, one contract a lot."""

    LOTS: Final = {"1": "120000.00", "2": "90000.00", "3": "60000.00"}
    DECIDED: Final = decision(
        authority(
            "l",
            AWARD,
            Only("l.lot", MINUTE, "lot", LOTS),
            *(
                Cap(f"l.{lot}", MINUTE, worth(most), per=("contract year",), where={"lot": lot})
                for lot, most in LOTS.items()
            ),
            Cap("l.total", MINUTE, Figure.pounds("1350000.00")),
            Cap("l.each", MINUTE, Figure(1), per=("lot",), of=Of.COUNT),
            Length("l.firm", MINUTE, Term(months=36), of="firm"),
            Steps("l.options", MINUTE, (YEAR, YEAR)),
        )
    )

    @staticmethod
    def five_years(pounds: str, *lots: str) -> Proposal:
        tags = {"lot": lots} if lots else {}
        contract = Contract("c", term=Term(months=60), value=stated(pounds), tags=tags, in_all=True)
        return Proposal(AWARD, contract)

    @pytest.mark.parametrize(
        ("pounds", "lots", "answer"),
        [
            ("300000.00", "3", "within"),
            ("300000.01", "3", "exceeds"),
            ("1350000.00", "123", "within"),
            ("1350000.01", "123", "exceeds"),
            ("1350000.00", "", "within"),
            ("60000.00", "4", "off_purpose"),
        ],
    )
    def test_five_years_of_a_lot_are_five_times_its_figure(
        self, pounds: str, lots: str, answer: str
    ) -> None:
        assert ask(self.five_years(pounds, *lots), self.DECIDED) == answer

    @pytest.mark.parametrize(("year", "answer"), [("5", "within"), ("6", "exceeds")])
    def test_there_is_no_sixth_year(self, year: str, answer: str) -> None:
        line = Line(stated("60000.00"), (("lot", "3"), ("contract year", year)))
        assert ask(Proposal(AWARD, Contract("c", amounts=[line])), self.DECIDED) == answer

    def test_a_lot_has_one_contract(self) -> None:
        two = Contract("c", tags={"lot": "3"}, number=2)
        assert ask(Proposal(AWARD, two), self.DECIDED) == "exceeds"


class TestAnExtensionOfARunningContract:
    """Six months and then three single ones to 30 June 2020; £1.5m with what was paid before."""

    DECIDED: Final = decision(
        authority(
            "x",
            EXTEND,
            Holder("x.holder", MINUTE, "head of commissioning"),
            Start("x.start", MINUTE, date(2019, 10, 1), date(2019, 10, 1)),
            Length("x.firm", MINUTE, Term(months=6), of="firm"),
            Steps("x.months", MINUTE, [Term(months=1)] * 3),
            Cap("x.total", MINUTE, Figure.pounds("1500000.00")),
        )
    )
    PAID: Final = Used.stated({"x.total": Money.pounds("1320000.00")})

    @pytest.mark.parametrize(
        ("last", "answer"),
        [
            (date(2020, 3, 31), "within"),
            (date(2020, 6, 30), "within"),
            (date(2020, 7, 1), "exceeds"),
        ],
    )
    def test_it_may_run_to_the_end_of_june(self, last: date, answer: str) -> None:
        contract = Contract("c", last_day=last)
        proposal = Proposal(EXTEND, contract, by="head of commissioning")
        assert ask(proposal, self.DECIDED, self.PAID) == answer

    @pytest.mark.parametrize(
        ("pounds", "answer"), [("180000.00", "within"), ("180000.01", "exceeds")]
    )
    def test_what_was_paid_before_counts(self, pounds: str, answer: str) -> None:
        contract = Contract("c", value=stated(pounds))
        proposal = Proposal(EXTEND, contract, by="head of commissioning")
        assert ask(proposal, self.DECIDED, self.PAID) == answer

    def test_a_fourth_single_month_is_too_many(self) -> None:
        proposal = Proposal(EXTEND, Contract("c"), takes=Taken(4, 1, Term(months=1)))
        assert ask(proposal, self.DECIDED, self.PAID) == "exceeds"


class TestOptionsAtAPriceOfTheirOwnThatBothMustWant:
    """£900,000 for three years, and £310,000 for each of two more by agreement."""

    CONSENT: Final = Precondition("agreed", MINUTE, "both agree", kind=Kind.CONSENT)
    EACH: Final = Cap(
        "each", MINUTE, Figure.pounds("310000.00"), per=("option",), where={"part": "options"}
    )
    DECIDED: Final = decision(
        authority(
            "a",
            AWARD,
            Length("a.firm", MINUTE, Term(months=36), of="firm"),
            Steps("a.options", MINUTE, (YEAR, YEAR)),
            Cap("a.firm value", MINUTE, Figure.pounds("900000.00"), where={"part": "firm"}),
            EACH,
        ),
        authority("x", EXTEND, Steps("x.options", MINUTE, [Step(YEAR, clauses=CONSENT)] * 2), EACH),
    )

    @pytest.mark.parametrize(
        ("firm", "second", "answer"),
        [
            ("900000.00", "310000.00", "within"),
            ("900000.01", "310000.00", "exceeds"),
            ("900000.00", "310000.01", "exceeds"),
        ],
    )
    def test_the_firm_term_and_each_option_have_their_own(
        self, firm: str, second: str, answer: str
    ) -> None:
        options = [Option(YEAR, stated(each)) for each in ("310000.00", second)]
        contract = Contract("c", term=Term(months=36), value=stated(firm), options=options)
        assert ask(Proposal(AWARD, contract), self.DECIDED) == answer

    @pytest.mark.parametrize(
        ("pounds", "agrees", "answer"),
        [
            ("310000.00", True, "within"),
            ("310000.01", True, "exceeds"),
            ("310000.00", False, "condition_unmet"),
        ],
    )
    def test_an_option_is_taken_at_its_price_where_both_agree(
        self,
        pounds: str,
        agrees: bool,  # noqa: FBT001 - whether both do
        answer: str,
    ) -> None:
        contract = Contract("c", value=stated(pounds))
        takes, facts = Taken(1, 1, YEAR), {"both agree": agrees}
        proposal = Proposal(EXTEND, contract, takes=takes, facts=facts)
        assert ask(proposal, self.DECIDED) == answer


class TestThreeYearsThatDoNotEndOnTheDayStated:
    """Words for three years from 1 May 2012 to 31 March 2015, which are a month short."""

    DECIDED: Final = decision(
        authority(
            "t",
            AWARD,
            Readings(
                "t.days",
                MINUTE,
                [
                    Reading(
                        "three years", Window("long", MINUTE, date(2012, 5, 1), date(2015, 4, 30))
                    ),
                    Reading(
                        "to 31 March", Window("short", MINUTE, date(2012, 5, 1), date(2015, 3, 31))
                    ),
                ],
                wrong="three years from 1 May 2012 do not end on 31 March 2015",
            ),
        )
    )

    @pytest.mark.parametrize("first", [date(2012, 5, 1), None])
    @pytest.mark.parametrize(
        ("last", "answer"),
        [
            (date(2015, 3, 31), "within"),
            (date(2015, 4, 1), "ambiguous"),
            (date(2015, 4, 30), "ambiguous"),
            (date(2015, 5, 1), "out_of_period"),
        ],
    )
    def test_the_month_between_is_open(self, first: date | None, last: date, answer: str) -> None:
        assert ask(Proposal(AWARD, Contract("c", first, last)), self.DECIDED) == answer


class TestSmallGrantsToGroups:
    """Up to twelve grants of up to £5,000 in 2011/12, £50,000 in all, one for each group."""

    DECIDED: Final = decision(
        authority(
            "s",
            GRANT,
            Cap("s.number", MINUTE, Figure(12), of=Of.COUNT),
            Cap("s.each", MINUTE, Figure.pounds("5000.00"), per=("contract",)),
            Cap("s.one", MINUTE, Figure(1), per=("recipient",), of=Of.COUNT),
            Cap("s.total", MINUTE, budget("50000.00")),
            Window("s.days", MINUTE, date(2011, 4, 1), date(2012, 3, 31)),
        )
    )

    @pytest.mark.parametrize(
        ("number", "pounds", "answer"),
        [
            (10, "50000.00", "within"),
            (9, "45000.01", "exceeds"),
            (12, "50000.00", "within"),
            (12, "50000.01", "exceeds"),
            (13, "13000.00", "exceeds"),
        ],
    )
    def test_they_are_inside_their_number_their_sum_and_the_figure_for_each(
        self, number: int, pounds: str, answer: str
    ) -> None:
        grants = Contract("grants", value=stated(pounds), number=number)
        assert ask(Proposal(GRANT, grants), self.DECIDED) == answer

    def test_a_group_has_one(self) -> None:
        def grant(reference: str) -> Proposal:
            tags = {"recipient": "a carers group"}
            return Proposal(GRANT, Contract(reference, value=stated("1.00"), tags=tags))

        used = Used().after(grant("first"), under=self.DECIDED)
        assert ask(grant("second"), self.DECIDED, used) == "exceeds"

    def test_one_that_is_of_the_next_year_is_out_of_period(self) -> None:
        late = Contract("late", by_year=ByYear.of({"2012/13": stated("1.00")}))
        assert ask(Proposal(GRANT, late), self.DECIDED) == "out_of_period"
