"""Contracts with a first day and options, of which nobody says how long the firm term is."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Figure, Length, SamePeriod, Shortest, Unlimited, Window
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Missing, Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
FIRST: Final = date(2018, 4, 1)
YEAR: Final = Term(years=1)
REST: Final = (
    Unlimited("any", MINUTE, "amount"),
    Unlimited("any time", MINUTE, "period"),
)


def found(clause: Clause, *options: Option) -> Verdict:
    contract = Contract("c", FIRST, options=options or [Option(YEAR, stated("100.00"))])
    return judge(Proposal(AWARD, contract), under=Authority("a", MINUTE, [AWARD], (clause, *REST)))


class TestOneOptionOfAYear:
    @pytest.mark.parametrize(
        ("last", "answer"),
        [(date(2019, 3, 30), NOT_MET), (date(2019, 3, 31), OPEN), (date(2030, 3, 31), OPEN)],
    )
    def test_it_cannot_end_before_the_option_does_and_may_end_on_any_day_after(
        self, last: date, answer: Result
    ) -> None:
        assert found(Window("days", MINUTE, FIRST, last)).result is answer

    @pytest.mark.parametrize(("months", "answer"), [(11, NOT_MET), (12, OPEN), (120, OPEN)])
    def test_it_is_no_shorter_than_the_option_and_may_be_longer(
        self, months: int, answer: Result
    ) -> None:
        verdict = found(Length("longest", MINUTE, Term(months=months)))
        assert verdict.result is answer
        if answer is OPEN:
            assert [each.field for each in verdict.missing] == ["contract.term"]

    @pytest.mark.parametrize(("months", "answer"), [(12, MET), (13, OPEN)])
    def test_it_is_long_enough_where_the_option_is(self, months: int, answer: Result) -> None:
        assert found(Shortest("shortest", MINUTE, Term(months=months))).result is answer

    def test_whether_it_runs_beside_another_for_the_same_days_is_open(self) -> None:
        same = SamePeriod("same", MINUTE, "k", DateRange(FIRST, date(2019, 3, 31)))
        assert found(same).result is OPEN

    def test_in_which_years_its_price_lies_is_open(self) -> None:
        options = [Option(YEAR, stated("100.00"))]
        contract = Contract("c", FIRST, value=stated("100.00"), options=options)
        yearly = Cap("yearly", MINUTE, Figure.pounds("100.00"), per=("year",))
        under = Authority("a", MINUTE, [AWARD], [yearly, *REST])
        assert judge(Proposal(AWARD, contract), under=under).result is OPEN


class TestSeveralOptions:
    @pytest.mark.parametrize(("last", "answer"), [(date(2020, 3, 30), NOT_MET), (None, OPEN)])
    def test_all_count_to_the_earliest_end(self, last: date | None, answer: Result) -> None:
        days = Window("days", MINUTE, FIRST, last or date(2020, 3, 31))
        assert found(days, Option(YEAR), Option(YEAR)).result is answer

    def test_one_that_goes_on_to_a_day_says_where_it_ends(self) -> None:
        options = [Option(YEAR), Option(last_day=date(2021, 3, 31))]
        contract = Contract("c", FIRST, options=options)
        assert contract.whole.last == date(2021, 3, 31)
        longer = Contract("c", FIRST, options=[*options, Option(YEAR)])
        assert longer.whole.last == date(2022, 3, 31)

    def test_it_must_go_on_past_the_option_before(self) -> None:
        with pytest.raises(InvalidValueError, match="after 31 March 2019"):
            Contract("c", FIRST, options=[Option(YEAR), Option(last_day=date(2019, 3, 31))])

    def test_after_one_of_no_stated_length_alone_nothing_more_is_known(self) -> None:
        assert Contract("c", FIRST, options=[Option(), Option(YEAR)]).whole.last is None

    def test_one_of_no_stated_length_between_others_lasts_a_day_at_the_least(self) -> None:
        known = Contract("c", FIRST, options=[Option(YEAR), Option(), Option(YEAR)])
        assert known.whole.last == DateRange.onwards(date(2020, 4, 1))

    def test_where_the_first_day_is_not_known_either_there_is_no_last(self) -> None:
        assert Contract("c", options=[Option(YEAR)]).whole.last is None


def test_the_length_of_the_firm_term_settles_it() -> None:
    contract = Contract("c", FIRST, term=YEAR, options=[Option(YEAR)])
    days = Window("days", MINUTE, FIRST, date(2020, 3, 31))
    under = Authority("a", MINUTE, [AWARD], (days, *REST))
    assert judge(Proposal(AWARD, contract), under=under).is_met


def test_what_is_missing_of_the_days_is_the_last() -> None:
    verdict = found(Window("days", MINUTE, FIRST, date(2019, 3, 31)))
    assert verdict.missing == (Missing("contract.last_day", "the exact day"),)
