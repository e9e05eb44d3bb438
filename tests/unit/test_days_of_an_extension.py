"""Days and lengths of an extension: of the option alone, or of the contract with it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from tests.scenarios.kit import label, stated, worth

from carerslib.awards import AWARD, EXTEND, Authority, Power, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    For,
    Holder,
    Length,
    Reading,
    Readings,
    Start,
    Steps,
    Taken,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 5 March 2019", "paragraph 3")
FIRST: Final = date(2019, 4, 1)
AFTER_FIRM: Final = date(2022, 4, 1)
LAST: Final = date(2024, 3, 31)
NEXT_DAY: Final = date(2024, 4, 1)


def months(number: int) -> Term:
    return Term(months=number)


def found(
    contract: Contract,
    *clauses: Clause,
    powers: tuple[Power, ...] = (AWARD, EXTEND),
    **known: object,
) -> Verdict:
    made = Proposal(EXTEND, contract, **known)  # type: ignore[arg-type]
    return judge(made, under=Authority("a", MINUTE, powers, clauses))


class TestWordsThatFixTheFirstDayOfTheContract:
    START: Final = Start("start", MINUTE, FIRST, FIRST)
    OPTION: Final = Steps("o", MINUTE, [months(24)], in_parts=True)
    WORDS: Final = (START, Length("firm", MINUTE, months(36), of="firm"), OPTION)

    @pytest.mark.parametrize("takes", [None, Taken(), Taken(term=months(24))])
    @pytest.mark.parametrize(
        ("last", "answer"),
        [(date(2024, 3, 30), "within"), (LAST, "within"), (NEXT_DAY, "exceeds")],
    )
    def test_are_not_asked_of_the_days_of_the_option(
        self, last: date, answer: str, takes: Taken | None
    ) -> None:
        assert label(found(Contract("c", AFTER_FIRM, last), *self.WORDS, takes=takes)) == answer

    def test_refuse_an_extension_that_starts_before(self) -> None:
        early = Contract("c", date(2019, 3, 31), LAST)
        assert label(found(early, *self.WORDS)) == "out_of_period"

    def test_leave_open_days_of_which_some_are_before_the_last_start(self) -> None:
        may = DateRange(FIRST, AFTER_FIRM)
        assert found(Contract("c", may, LAST), *self.WORDS).result is Result.UNDETERMINED

    @pytest.mark.parametrize(
        ("first", "last", "answer"),
        [
            (date(2024, 3, 1), LAST, "within"),
            (LAST, NEXT_DAY, "undetermined"),
            (NEXT_DAY, date(2024, 4, 30), "exceeds"),
        ],
    )
    def test_leave_open_an_option_that_may_be_too_long(
        self, first: date, last: date, answer: str
    ) -> None:
        may = DateRange(first, last)
        assert label(found(Contract("c", AFTER_FIRM, may), *self.WORDS)) == answer

    def test_are_asked_of_a_contract_with_its_options(self) -> None:
        late = Contract("c", date(2019, 4, 2), term=months(36), options=[Option(months(12))])
        assert label(found(late, *self.WORDS)) == "out_of_period"

    def test_are_asked_of_figures_that_replace_those_of_the_contract(self) -> None:
        late = Contract("c", date(2019, 4, 2), LAST)
        assert label(found(late, *self.WORDS, changes="c")) == "out_of_period"

    @pytest.mark.parametrize(("day", "answer"), [(1, "within"), (2, "out_of_period")])
    def test_are_of_the_extension_where_they_are_on_nothing_else(
        self, day: int, answer: str
    ) -> None:
        start = Start("start", MINUTE, AFTER_FIRM, AFTER_FIRM)
        made = Contract("c", date(2022, 4, day), date(2024, 3, 30))
        window = Window("days", MINUTE, AFTER_FIRM, LAST)
        assert label(found(made, start, window, self.OPTION, powers=(EXTEND,))) == answer

    @pytest.mark.parametrize(
        ("lot", "answer"), [("1", "out_of_period"), ("2", "within"), (None, "undetermined")]
    )
    def test_are_of_the_extension_of_one_lot(self, lot: str | None, answer: str) -> None:
        start = Start("start", MINUTE, AFTER_FIRM, AFTER_FIRM)
        for_one = For("lot 1", MINUTE, {"lot": "1"}, [start])
        tags = {} if lot is None else {"lot": lot}
        made = Contract("c", date(2022, 4, 2), date(2024, 3, 30), tags=tags)
        window = Window("days", MINUTE, AFTER_FIRM, LAST)
        assert label(found(made, for_one, self.OPTION, window, powers=(EXTEND,))) == answer

    def test_may_be_read_as_none(self) -> None:
        start = Start("start", MINUTE, AFTER_FIRM, AFTER_FIRM)
        window = Window("days", MINUTE, AFTER_FIRM, LAST)
        either = Readings(
            "r", MINUTE, [Reading("a day", start), Reading("days", window)], title="Days"
        )
        made = Contract("c", date(2022, 4, 2), LAST)
        verdict = found(made, either, self.OPTION, window, powers=(EXTEND,))
        assert verdict.as_asked is Result.UNDETERMINED


class TestWordsOnNothingButOptions:
    @staticmethod
    def under(contract: Contract, *terms: int, **known: object) -> str:
        steps = Steps("o", MINUTE, [months(each) for each in terms])
        holder = Holder("h", MINUTE, "director")
        verdict = found(contract, holder, steps, powers=(EXTEND,), by="director", **known)
        return label(verdict)

    @pytest.mark.parametrize(
        ("last", "answer"),
        [(date(2024, 3, 30), "within"), (LAST, "within"), (NEXT_DAY, "exceeds")],
    )
    def test_hold_days_as_those_of_the_option(self, last: date, answer: str) -> None:
        assert self.under(Contract("c", AFTER_FIRM, last), 24) == answer

    @pytest.mark.parametrize(
        ("number", "answer"), [(23, "within"), (24, "within"), (25, "exceeds")]
    )
    def test_hold_a_term_as_that_of_the_option(self, number: int, answer: str) -> None:
        assert self.under(Contract("c", term=months(number)), 24) == answer

    def test_leave_a_last_day_alone_open(self) -> None:
        assert self.under(Contract("c", last_day=LAST), 24) == "undetermined"

    @pytest.mark.parametrize(
        ("number", "answer"),
        [(12, "within"), (13, "undetermined"), (24, "undetermined"), (25, "exceeds")],
    )
    def test_hold_what_may_be_several_at_once_against_all(self, number: int, answer: str) -> None:
        assert self.under(Contract("c", term=months(number)), 12, 12) == answer

    @pytest.mark.parametrize(("number", "answer"), [(12, "within"), (13, "exceeds")])
    def test_hold_one_that_says_it_is_one_against_its_own(self, number: int, answer: str) -> None:
        made = Contract("c", term=months(number))
        assert self.under(made, 12, 12, takes=Taken()) == answer

    @pytest.mark.parametrize(
        ("number", "pounds", "answer"),
        [
            (24, "100.00", "within"),
            (25, "100.00", "exceeds"),
            (24, "1000.01", "exceeds"),
        ],
    )
    def test_hold_the_length_whatever_it_costs(self, number: int, pounds: str, answer: str) -> None:
        made = Contract("c", term=months(number), value=stated(pounds))
        steps = Steps("o", MINUTE, [months(24)])
        total = Cap("total", MINUTE, worth("1000.00"))
        assert label(found(made, steps, total, powers=(EXTEND,))) == answer


@pytest.mark.parametrize(
    ("number", "answer"),
    [(24, "within"), (25, "undetermined"), (36, "undetermined"), (60, "undetermined"),
     (61, "exceeds")],
)  # fmt: skip
def test_a_term_beside_words_on_both_may_be_of_either(number: int, answer: str) -> None:
    words = (Length("firm", MINUTE, months(36), of="firm"), Steps("o", MINUTE, [months(24)]))
    assert label(found(Contract("c", term=months(number)), *words)) == answer


class TestAnOptionOfNoStatedLength:
    @staticmethod
    def under(contract: Contract, clause: Clause) -> str:
        return label(judge(Proposal(AWARD, contract), under=Authority("a", MINUTE, AWARD, clause)))

    @pytest.mark.parametrize(("number", "answer"), [(11, "undetermined"), (12, "exceeds")])
    def test_makes_a_term_that_fills_the_length_too_long(self, number: int, answer: str) -> None:
        made = Contract("c", term=months(number), options=[Option()])
        assert self.under(made, Length("l", MINUTE, months(12))) == answer

    @pytest.mark.parametrize(
        ("last", "answer"), [(date(2024, 3, 30), "undetermined"), (LAST, "out_of_period")]
    )
    def test_makes_days_that_fill_the_window_too_long(self, last: date, answer: str) -> None:
        made = Contract("c", FIRST, last, options=[Option()])
        assert self.under(made, Window("w", MINUTE, FIRST, LAST)) == answer
