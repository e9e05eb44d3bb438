"""Remedies taken one after another: none undoes what another has done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Floor, Length, Line, Steps, Taken, Window
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, FinancialYear, Term
from carerslib.verdicts import Remedy, Result

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIRST: Final = date(2018, 4, 1)
LAST: Final = date(2019, 3, 31)


def pounds(text: str) -> Money:
    return Money.pounds(text)


def cap(text: str, **fields: Any) -> Cap:  # noqa: ANN401
    return Cap(f"cap {fields}", MINUTE, Figure.pounds(text), **fields)


OF_OPTIONS: Final = {"part": "options"}


def mended(proposal: Proposal, *clauses: Clause, backwards: bool = False) -> Proposal:
    """Take every remedy of one verdict, in their order or from the last."""
    unmet = judge(proposal, under=Authority("a", MINUTE, [AWARD], clauses)).unmet
    assert len(unmet) > 1
    for finding in reversed(unmet) if backwards else unmet:
        assert finding.remedy is not None
        proposal = proposal.amended(finding.remedy)
    assert judge(proposal, under=Authority("a", MINUTE, [AWARD], clauses)).result is Result.MET
    return proposal


@pytest.mark.parametrize("backwards", [False, True])
class TestTwoRemediesOfOneVerdict:
    LONG: Final = Length("length", MINUTE, Term(years=2))

    def test_less_for_all_and_less_for_the_options(self, *, backwards: bool) -> None:
        made = Contract("c", term=YEAR, value=stated("400.00"), options=[offered("400.00")])
        clauses = cap("300.00"), cap("300.00", where=OF_OPTIONS), self.LONG
        after = mended(Proposal(AWARD, made), *clauses, backwards=backwards).contract
        assert after.options[0].value == stated("0.00")
        assert after.value == stated("300.00")

    def test_an_end_that_leaves_no_option_and_less_for_it(self, *, backwards: bool) -> None:
        made = Contract("c", FIRST, LAST, value=stated("400.00"), options=[offered("400.00")])
        days = Window("days", MINUTE, FIRST, LAST)
        clauses = days, cap("900.00"), cap("300.00", where=OF_OPTIONS)
        after = mended(Proposal(AWARD, made), *clauses, backwards=backwards).contract
        assert after == attrs.evolve(made, options=())

    def test_fewer_options_and_less_for_what_one_of_them_costs(self, *, backwards: bool) -> None:
        amounts = [
            Line(stated("60.00"), {"option": "2"}),
            Line(stated("100.00"), {"part": "firm"}),
            Line(stated("50.00"), {"option": "1"}),
        ]
        made = Contract("c", term=YEAR, amounts=amounts, options=[Option(YEAR), Option(YEAR)])
        one, two = (cap("40.00", where={"option": number}) for number in ("1", "2"))
        clauses = Steps("s", MINUTE, [YEAR]), Length("length", MINUTE, YEAR, of="firm"), one, two
        total = cap("900.00")
        after = mended(Proposal(AWARD, made), *clauses, total, backwards=backwards).contract
        assert after.whole.all_like == (((), 14000),)

    def test_an_earlier_end_and_one_that_is_earlier_still(self, *, backwards: bool) -> None:
        made = Contract("c", FIRST, date(2021, 3, 31))
        clauses = Length("length", MINUTE, YEAR), Window("days", MINUTE, last=date(2020, 3, 31))
        after = mended(Proposal(AWARD, made), *clauses, backwards=backwards).contract
        assert after.last_day == LAST

    def test_a_shorter_length_and_one_that_is_shorter_still(self, *, backwards: bool) -> None:
        clauses = Length("a", MINUTE, YEAR), Length("b", MINUTE, Term(years=2))
        made = Contract("c", term=Term(years=3))
        after = mended(Proposal(AWARD, made), *clauses, backwards=backwards).contract
        assert after.term == YEAR

    def test_more_and_more_still(self, *, backwards: bool) -> None:
        clauses = (
            Floor("a", MINUTE, Figure.pounds("2.00")),
            Floor("b", MINUTE, Figure.pounds("3.00")),
            cap("9.00"),
        )
        made = Contract("c", value=stated("1.00"))
        after = mended(Proposal(AWARD, made), *clauses, backwards=backwards).contract
        assert after.value == stated("3.00")


def offered(text: str) -> Option:
    return Option(YEAR, stated(text))


BY_YEAR: Final = ByYear.of({"2018/19": stated("5.00")})
MADE: Final = Contract(
    "c", FIRST, LAST, by_year=BY_YEAR, options=[offered("5.00")], number=3
)  # to 31 March 2020 with its option
PROPOSAL: Final = Proposal(EXTEND, MADE, takes=Taken(1, 2, Term(months=18)))


class TestWhatIsAlreadySo:
    @pytest.mark.parametrize(
        ("field", "action", "same", "other"),
        [
            ("value", "reduce by", pounds("10.00"), pounds("9.99")),
            ("value", "raise by", pounds("10.00"), pounds("10.01")),
            ("by_year[2018/19]", "reduce by", pounds("5.00"), pounds("4.99")),
            ("options[0].value", "reduce by", pounds("6.00"), pounds("4.99")),
            ("last_day", "end on or before", date(2020, 3, 31), date(2020, 3, 30)),
            ("last_day", "end on or after", date(2020, 3, 31), date(2020, 4, 1)),
            ("first_day", "start on or after", FIRST, date(2018, 4, 2)),
            ("first_day", "start on or before", FIRST, date(2018, 3, 31)),
            ("number", "no more than", 3, 2),
            ("number", "no fewer than", 3, 4),
            ("options", "offer no more than", 1, 0),
            ("options[0].term", "shorten to", YEAR, Term(months=11)),
            ("options[0].term", "lengthen to", YEAR, Term(months=13)),
            ("takes.times", "take no more than", 2, 1),
            ("takes.term", "shorten to", Term(months=18), YEAR),
            ("takes.term", "lengthen to", YEAR, Term(months=19)),
        ],
    )
    def test_what_is_already_so_stays_as_it_is(
        self,
        field: str,
        action: str,
        same: Any,  # noqa: ANN401
        other: Any,  # noqa: ANN401
    ) -> None:
        assert PROPOSAL.amended(Remedy(field, same, action, same)) == PROPOSAL
        assert PROPOSAL.amended(Remedy(field, other, action, other)) != PROPOSAL

    @pytest.mark.parametrize("field", ["options[1].value", "options[1].by_year[2019/20]"])
    def test_an_option_that_is_not_there_costs_nothing(self, field: str) -> None:
        one = pounds("1.00")
        assert PROPOSAL.amended(Remedy(field, one, "reduce by", one)) == PROPOSAL
        with pytest.raises(InvalidValueError):
            PROPOSAL.amended(Remedy(field, one, "raise by", one))

    def test_a_day_known_to_the_month_may_be_later_or_earlier(self) -> None:
        march = Proposal(AWARD, Contract("c", FIRST, DateRange.month(2019, 3)))
        for action, day, stays in (
            ("end on or before", LAST, True),
            ("end on or before", date(2019, 3, 30), False),
            ("end on or after", date(2019, 3, 1), True),
            ("end on or after", date(2019, 3, 2), False),
        ):
            assert (march.amended(Remedy("last_day", day, action, day)) == march) is stays

    def test_what_is_not_stated_is_stated_as_the_remedy_says(self) -> None:
        bare = Proposal(AWARD, Contract("c"))
        day = FinancialYear(2018).last_day
        assert (
            bare.amended(Remedy("last_day", day, "end on or before", day)).contract.last_day == day
        )
        one = pounds("1.00")
        assert bare.amended(Remedy("value", one, "reduce by", one)) == bare
