"""Words for some years, asked of the days of a contract, and of the day on which money is spent."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import (
    AWARD,
    GRANT,
    RULES,
    SPEND,
    YEAR_OF_ACT,
    Authority,
    Power,
    Proposal,
    Used,
    judge,
)
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Except, Figure, Includes, Line, Of, Only, Window
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.periods import ByYear, DateRange, Term
from carerslib.verdicts import Aspect, Result

MINUTE: Final = Citation.record("An invented council, cabinet", "a fund for 2012/13")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))
THAT_YEAR: Final = Only("year", MINUTE, "year", "2012/13")
IN_DAYS: Final = Window("days", MINUTE, date(2012, 4, 1), date(2013, 3, 31))
UNTIL_2014: Final = Window("until", MINUTE, last=date(2014, 3, 31))
EACH_YEAR: Final = Cap("each", MINUTE, Figure.pounds("100.00"), per=("year",))


def asked(proposal: Proposal, *clauses: Clause) -> str:
    under = Authority("a", MINUTE, [AWARD, SPEND, GRANT], (TOTAL, *clauses))
    return label(judge(proposal, under=under))


def running(first: date, last: date | DateRange) -> Proposal:
    return Proposal(AWARD, Contract("c", first, last, value=stated("1.00")))


def spent(on: date | None, power: Power = SPEND, pounds: str = "1.00") -> Proposal:
    return Proposal(power, Contract("c", value=stated(pounds)), on=on)


@pytest.mark.parametrize(
    ("first", "last", "only", "without"),
    [
        (date(2012, 4, 1), date(2013, 3, 31), "within", "out_of_period"),
        (date(2012, 3, 31), date(2013, 3, 31), "out_of_period", "out_of_period"),
        (date(2012, 4, 1), date(2013, 4, 1), "out_of_period", "out_of_period"),
        (date(2013, 4, 1), date(2014, 3, 31), "out_of_period", "within"),
        (
            date(2013, 3, 1),
            DateRange(date(2013, 3, 31), date(2013, 4, 1)),
            "undetermined",
            "out_of_period",
        ),
        (
            date(2013, 3, 1),
            DateRange(date(2013, 4, 1), date(2014, 4, 1)),
            "out_of_period",
            "out_of_period",
        ),
    ],
)
def test_words_for_one_year_are_asked_of_the_days(
    first: date, last: date | DateRange, only: str, without: str
) -> None:
    assert asked(running(first, last), THAT_YEAR) == only
    left_out = Except("not", MINUTE, "year", "2012/13")
    assert asked(running(first, last), left_out, UNTIL_2014) == without


@pytest.mark.parametrize(("months", "answer"), [(12, "within"), (13, "out_of_period")])
def test_words_for_the_first_year_of_a_contract_are_asked_of_its_length(
    months: int, answer: str
) -> None:
    proposal = Proposal(AWARD, Contract("c", term=Term(months=months), value=stated("1.00")))
    assert asked(proposal, Only("year", MINUTE, "contract year", "1")) == answer


def test_a_year_that_must_be_among_those_of_a_contract_is_looked_for_in_its_days() -> None:
    both = Includes("both", MINUTE, "year", ["2012/13", "2013/14"])
    assert asked(running(date(2013, 3, 31), date(2013, 4, 1)), both, UNTIL_2014) == "within"
    assert asked(running(date(2013, 4, 1), date(2013, 4, 1)), both, UNTIL_2014) == "out_of_period"


def test_a_first_day_alone_says_of_one_year_that_it_is_among_them() -> None:
    for first, expected in (
        (date(2013, 4, 1), Result.NOT_MET),
        (date(2013, 3, 31), Result.UNDETERMINED),
    ):
        proposal = Proposal(AWARD, Contract("c", first, value=stated("1.00")))
        verdict = judge(proposal, under=Authority("a", MINUTE, [AWARD], (TOTAL, THAT_YEAR)))
        assert verdict.on(Aspect.DATES).result is expected


def test_words_for_one_year_limit_the_days() -> None:
    days = running(date(2012, 4, 1), date(2013, 3, 31))
    assert judge(days, under=Authority("a", MINUTE, [AWARD], (TOTAL, THAT_YEAR))).is_met


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2012, 3, 31), "out_of_period"),
        (date(2012, 4, 1), "within"),
        (date(2013, 3, 31), "within"),
        (date(2013, 4, 1), "out_of_period"),
        (None, "within"),
    ],
)
@pytest.mark.parametrize("power", [SPEND, GRANT])
def test_money_is_of_the_year_of_the_day_on_which_it_is_spent_or_granted(
    power: Power, on: date | None, answer: str
) -> None:
    in_all = Proposal(power, Contract("c", value=stated("1.00"), in_all=True), on=on)
    for clause in (THAT_YEAR, IN_DAYS):
        assert asked(spent(on, power), clause) == answer
        assert asked(in_all, clause) == answer


def test_what_is_awarded_on_a_day_need_not_be_of_its_year() -> None:
    assert asked(spent(date(2012, 3, 31), AWARD), THAT_YEAR) == "within"


@pytest.mark.parametrize("power", [SPEND, GRANT])
def test_a_council_may_leave_open_of_which_year_money_is_that_goes_out_on_a_day(
    power: Power,
) -> None:
    basis = RULES.basis(conventions={YEAR_OF_ACT.name: "none that is known"})
    under = Authority("a", MINUTE, [power], (TOTAL, THAT_YEAR))
    for contract in (
        Contract("c", value=stated("1.00")),
        Contract("c", value=stated("1.00"), in_all=True),
    ):
        proposal = Proposal(power, contract, on=date(2013, 4, 1))
        assert label(judge(proposal, under=under)) == "out_of_period"
        assert label(judge(proposal, under=under, basis=basis)) == "within"


@pytest.mark.parametrize(
    ("pounds", "answer"), [("39.99", "within"), ("40.00", "within"), ("40.01", "exceeds")]
)
def test_what_was_spent_in_the_year_of_the_day_counts_with_it(pounds: str, answer: str) -> None:
    under = Authority("a", MINUTE, [SPEND], (TOTAL, EACH_YEAR))
    used = Used().after(spent(date(2012, 4, 1), pounds="60.00"), under=under)
    for on, expected in ((date(2013, 3, 31), answer), (date(2013, 4, 1), "within")):
        proposal = Proposal(SPEND, Contract("d", value=stated(pounds)), on=on)
        assert label(judge(proposal, under=under, used=used)) == expected


def test_days_and_years_of_its_own_go_before_the_day_on_which_money_is_spent() -> None:
    day = date(2013, 4, 1)
    stays = [
        Contract("c", date(2012, 4, 1), date(2013, 3, 31), value=stated("1.00")),
        Contract("c", amounts=[Line(stated("1.00"), {"year": "2012/13"})]),
        Contract("c", date(2012, 4, 1), term=Term(years=1), value=stated("1.00")),
    ]
    for contract in stays:
        assert asked(Proposal(SPEND, contract, on=day), THAT_YEAR) == "within"


@pytest.mark.parametrize(
    ("days", "answer"),
    [
        (DateRange.month(2012, 4), Result.NOT_MET),
        (DateRange(date(2012, 4, 1), date(2013, 3, 31)), Result.NOT_MET),
        # of which of two years it is, is not known
        (DateRange(date(2012, 4, 1), date(2013, 4, 1)), Result.UNDETERMINED),
    ],
)
def test_money_of_a_day_known_only_to_some_days_of_one_year_is_of_that_year(
    days: DateRange, answer: Result
) -> None:
    under = Authority("a", MINUTE, [GRANT], (TOTAL, EACH_YEAR))
    used = Used().after(spent(date(2012, 6, 1), GRANT, "60.00"), under=under)
    grant = Proposal(GRANT, Contract("d", value=stated("60.00")), on=days)
    assert judge(grant, under=under, used=used).as_asked is answer


@pytest.mark.parametrize("in_all", [False, True])
@pytest.mark.parametrize(
    ("on", "only", "one"),
    [
        (date(2012, 3, 31), Result.NOT_MET, Result.MET),
        (date(2012, 4, 1), Result.MET, Result.NOT_MET),
        (date(2013, 3, 31), Result.MET, Result.NOT_MET),
        (date(2013, 4, 1), Result.NOT_MET, Result.MET),
    ],
)
def test_a_grant_of_no_stated_amount_is_of_the_year_of_its_day(
    on: date, only: Result, one: Result, *, in_all: bool
) -> None:
    once = Cap("once", MINUTE, Figure(1), of=Of.COUNT, per=("year",))
    under = Authority("a", MINUTE, [GRANT], (TOTAL, once))
    used = Used().after(spent(date(2012, 6, 1), GRANT), under=under)
    for value in (None, stated("1.00")):
        grant = Proposal(GRANT, Contract("d", value=value, in_all=in_all), on=on)
        assert judge(grant, under=under, used=used).as_asked is one
        found = judge(grant, under=Authority("a", MINUTE, [GRANT], (TOTAL, THAT_YEAR)))
        assert found.as_asked is only


@pytest.mark.parametrize(
    ("pounds", "answer"),
    [("99.99", Result.UNDETERMINED), ("100.00", Result.UNDETERMINED), ("100.01", Result.NOT_MET)],
)
def test_money_of_an_option_is_not_of_the_day_of_the_grant(pounds: str, answer: Result) -> None:
    year = Option(Term(years=1), stated("100.00"))
    until = Option(last_day=date(2014, 3, 31), value=stated("100.00"))
    under = Authority("a", MINUTE, [GRANT], (EACH_YEAR,))
    firm, further = (stated(pounds), {"part": "firm"}), (stated("100.00"), {"option": "1"})
    for contract in (
        Contract("c", value=stated(pounds), options=[year]),
        Contract("c", value=stated(pounds), options=[until]),
        Contract("c", amounts=[Line(*firm), Line(*further)], options=[Option(Term(years=1))]),
        Contract("c", amounts=[Line(*firm), Line(*further)]),
    ):
        found = judge(Proposal(GRANT, contract, on=date(2013, 3, 31)), under=under)
        assert found.on(Aspect.AMOUNT).result is answer


@pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
def test_what_states_no_year_is_of_the_day_beside_what_states_one(pounds: str, answer: str) -> None:
    own = {"2012/13": stated("60.00")}
    named = Line(stated("60.00"), {"year": "2012/13"})
    both = Contract("c", amounts=[named, Line(stated(pounds))])
    assert asked(Proposal(SPEND, both, on=date(2013, 4, 1)), EACH_YEAR) == answer
    uplift = Contract("c", value=stated(pounds), uplift=ByYear.of(own))
    assert asked(Proposal(SPEND, uplift, on=date(2013, 4, 1)), EACH_YEAR) == answer


@pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
def test_the_firm_term_alone_is_of_the_day_where_options_count_as_exercised(
    pounds: str, answer: str
) -> None:
    basis = RULES.basis(conventions={COUNTS_OPTIONS.name: "as exercised"})
    contract = Contract("c", value=stated(pounds), options=[Option(value=stated("1.00"))])
    under = Authority("a", MINUTE, [GRANT], (TOTAL, EACH_YEAR))
    proposal = Proposal(GRANT, contract, on=date(2013, 4, 1))
    assert label(judge(proposal, under=under, basis=basis)) == answer
