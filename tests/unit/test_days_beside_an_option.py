"""Days that an extension states beside the option that it takes, which may be those of either."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

import pytest
from tests.scenarios.kit import label

from carerslib.awards import AWARD, EXTEND, MODIFY, Authority, Power, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Clause,
    EventBound,
    Length,
    SamePeriod,
    Shortest,
    Step,
    Steps,
    Taken,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Missing, Result, Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
FIRST: Final = date(2014, 7, 1)
APART: Final = Missing("contract.options", "the option taken, apart from the firm term")
YEAR: Final = Term(years=1)
TWO_YEARS: Final = Term(years=2)
OPTIONS: Final = Steps("options", MINUTE, [Term(years=9)], in_parts=True)


def months(number: int) -> Term:
    return Term(months=number)


def found(clause: Clause, contract: Contract, taken: Term | None, power: str = EXTEND) -> Verdict:
    under = Authority("a", MINUTE, [EXTEND, MODIFY], [clause, OPTIONS])
    return judge(Proposal(power, contract, takes=Taken(term=taken)), under=under)  # type: ignore[arg-type]


class TestTheLongestLength:
    def so_far(self, years: int, longest: int, *, taken: Term | None = TWO_YEARS) -> Verdict:
        contract = Contract("hub", FIRST, term=Term(years=years))
        return found(Length("l", MINUTE, Term(years=longest)), contract, taken)

    @pytest.mark.parametrize(("longest", "answer"), [(3, NOT_MET), (4, OPEN), (5, OPEN), (6, MET)])
    def test_four_years_and_two_more_may_be_six(self, longest: int, answer: Result) -> None:
        assert self.so_far(4, longest).result is answer

    def test_what_the_days_are_of_is_missing_and_is_not_asked(self) -> None:
        verdict = self.so_far(4, 5)
        assert verdict.missing == (APART,)
        assert label(verdict) == "within"

    def test_an_option_of_no_stated_length_adds_nothing(self) -> None:
        assert label(self.so_far(4, 4, taken=None)) == "within"
        assert APART not in self.so_far(4, 4, taken=None).missing

    @pytest.mark.parametrize(
        ("taken", "answer"), [(5, OPEN), (6, OPEN), (7, NOT_MET), (18, NOT_MET)]
    )
    def test_an_option_alone_may_not_be_longer(self, taken: int, answer: Result) -> None:
        contract = Contract("hub", date(2018, 4, 1), date(2018, 9, 30))
        verdict = found(Length("l", MINUTE, months(6)), contract, months(taken))
        assert verdict.result is answer

    def test_a_few_months_cannot_hold_a_longer_option_and_so_are_added_to_it(self) -> None:
        contract = Contract("hub", FIRST, term=months(3))
        verdict = found(Length("l", MINUTE, months(6)), contract, months(4))
        (finding,) = verdict.unmet
        assert (finding.measured, finding.remedy) == (months(7), None)
        assert found(Length("l", MINUTE, months(7)), contract, months(4)).is_met

    def test_an_option_too_long_beside_a_last_day_alone_is_too_long(self) -> None:
        contract = Contract("hub", last_day=date(2018, 9, 30))
        verdict = found(Length("l", MINUTE, months(6)), contract, months(7))
        assert verdict.result is NOT_MET

    def test_days_that_are_too_long_by_themselves_are_so_with_an_option(self) -> None:
        (finding,) = self.so_far(6, 5).unmet
        assert finding.remedy is None

    def test_options_of_the_contract_are_not_added_twice(self) -> None:
        options = [Option(TWO_YEARS)]
        contract = Contract("hub", FIRST, term=Term(years=3), options=options)
        assert found(Length("l", MINUTE, Term(years=5)), contract, TWO_YEARS).is_met

    def test_a_change_of_a_contract_adds_none(self) -> None:
        contract = Contract("hub", FIRST, term=Term(years=4))
        assert found(Length("l", MINUTE, Term(years=5)), contract, TWO_YEARS, MODIFY).is_met


class TestTheDaysAllowed:
    LAST: Final = date(2019, 6, 30)

    def until(self, contract: Contract, taken: Term = TWO_YEARS) -> Verdict:
        return found(Window("days", MINUTE, FIRST, self.LAST), contract, taken)

    @pytest.mark.parametrize(
        ("last", "answer"),
        [
            (date(2017, 6, 30), MET),
            (date(2017, 7, 1), OPEN),
            (date(2019, 6, 30), OPEN),
            (date(2019, 7, 1), NOT_MET),
        ],
    )
    def test_two_more_years_may_end_too_late(self, last: date, answer: Result) -> None:
        assert self.until(Contract("hub", FIRST, last)).result is answer
        alone = self.until(Contract("hub", last_day=last))
        assert [each.result for each in alone.findings if each.title == "Last day"] == [answer]

    def test_what_the_days_are_of_is_missing_and_is_not_asked(self) -> None:
        verdict = self.until(Contract("hub", FIRST, date(2018, 6, 30)))
        assert verdict.missing == (APART,)
        assert label(verdict) == "within"

    def test_a_few_months_and_a_longer_option_end_too_late_for_certain(self) -> None:
        contract = Contract("hub", date(2017, 9, 1), date(2017, 12, 31))
        (finding,) = self.until(contract).unmet
        assert (finding.measured, finding.remedy) == (date(2019, 12, 31), None)

    def test_a_last_day_known_to_the_month_stays_so(self) -> None:
        june = DateRange(date(2017, 6, 1), date(2017, 6, 30))
        assert APART not in self.until(Contract("hub", last_day=june)).missing
        july = DateRange(date(2017, 7, 1), date(2017, 7, 31))
        assert APART in self.until(Contract("hub", last_day=july)).missing

    def test_a_last_day_that_is_open_stays_so(self) -> None:
        onwards = DateRange.onwards(date(2017, 6, 1))
        assert self.until(Contract("hub", last_day=onwards)).result is OPEN

    def test_words_that_set_no_last_day_are_not_asked_for_one(self) -> None:
        from_then = Window("days", MINUTE, first=FIRST)
        contract = Contract("hub", FIRST, date(2018, 6, 30))
        part = found(from_then, contract, TWO_YEARS).parts[1]
        assert part.result is MET


@pytest.mark.parametrize(
    ("last", "remedy"),
    [
        (date(2015, 6, 30), None),
        (date(2015, 7, 1), "end on or before 1 July 2015"),
        (date(2017, 6, 29), "end on or before 29 June 2017"),
    ],
)
def test_an_end_in_the_firm_term_is_no_remedy_for_an_option_that_is_taken(
    last: date, remedy: str | None
) -> None:
    contract = Contract("hub", FIRST, term=Term(years=1), options=[Option(TWO_YEARS)])
    verdict = found(Window("w", MINUTE, FIRST, last), contract, TWO_YEARS)
    (finding,) = [each for each in verdict.unmet if each.rule == "w"]
    assert (None if finding.remedy is None else str(finding.remedy)) == remedy


class TestAnEvent:
    """It ends by an event, and an option goes on after the days that are stated, or is in them."""

    def by(self, event: date, first: date = FIRST, last: date = date(2017, 6, 30)) -> Verdict:
        by = EventBound("e", MINUTE, "new framework", on=event)
        return found(by, Contract("hub", first, last), TWO_YEARS)

    @pytest.mark.parametrize(
        ("event", "answer"),
        [
            (date(2017, 6, 29), NOT_MET),
            (date(2017, 6, 30), OPEN),
            (date(2019, 6, 29), OPEN),
            (date(2019, 6, 30), MET),
        ],
    )
    def test_two_more_years_may_end_after_it(self, event: date, answer: Result) -> None:
        assert self.by(event).result is answer

    def test_what_the_days_are_of_is_missing_and_is_not_asked(self) -> None:
        verdict = self.by(date(2018, 6, 30))
        assert verdict.missing == (APART,)
        assert label(verdict) == "within"

    @pytest.mark.parametrize(
        ("event", "answer"),
        [
            (date(2016, 9, 29), NOT_MET),
            (date(2016, 9, 30), MET),
        ],
    )
    def test_a_few_months_and_a_longer_option_end_on_one_day(
        self, event: date, answer: Result
    ) -> None:
        verdict = self.by(event, last=date(2014, 9, 30))
        assert verdict.result is answer
        assert [each.remedy for each in verdict.unmet] == [None] * (answer is NOT_MET)


class TestTheShortestLength:
    def so_far(self, years: int, shortest: int, of: Literal["whole", "firm"] = "whole") -> Verdict:
        contract = Contract("hub", FIRST, term=Term(years=years))
        return found(Shortest("s", MINUTE, Term(years=shortest), of), contract, TWO_YEARS)

    @pytest.mark.parametrize(("shortest", "answer"), [(4, MET), (5, OPEN), (6, OPEN), (7, NOT_MET)])
    def test_four_years_and_two_more_may_be_six(self, shortest: int, answer: Result) -> None:
        shown = [each for each in self.so_far(4, shortest).findings if each.rule == "s"]
        assert [each.result for each in shown] == [answer]
        assert shown[0].remedy is None
        assert shown[0].missing == ((APART,) if answer is OPEN else ())

    def test_an_option_adds_nothing_to_the_firm_term(self) -> None:
        shown = [each for each in self.so_far(4, 5, "firm").findings if each.rule == "s"]
        assert [each.result for each in shown] == [NOT_MET]

    @pytest.mark.parametrize(("shortest", "answer"), [(3, MET), (4, NOT_MET)])
    def test_a_year_cannot_hold_a_longer_option_and_so_is_added_to_it(
        self, shortest: int, answer: Result
    ) -> None:
        shown = [each for each in self.so_far(1, shortest).findings if each.rule == "s"]
        assert [(each.result, each.measured) for each in shown] == [(answer, Term(years=3))]


class TestTheShortestLengthOfAContractThatIsExtended:
    """At least three years, with options of a year each that go on after them."""

    OPTIONS: Final = Steps("options", MINUTE, [YEAR, YEAR])
    ITS_DAYS: Final = Contract("hub", date(2027, 4, 1), date(2028, 3, 31))
    ITS_TERM: Final = Contract("hub", term=YEAR)

    def judged(
        self,
        contract: Contract,
        takes: Taken | None = None,
        of: Literal["whole", "firm"] = "whole",
        powers: tuple[Power, ...] = (AWARD, EXTEND),
    ) -> Verdict:
        shortest = Shortest("s", MINUTE, Term(years=3), of)
        under = Authority("a", MINUTE, powers, [shortest, self.OPTIONS])
        return judge(Proposal(EXTEND, contract, takes=takes), under=under)

    @pytest.mark.parametrize("of", ["whole", "firm"])
    @pytest.mark.parametrize("takes", [None, Taken(1), Taken(1, 1, YEAR)])
    @pytest.mark.parametrize("stated", [ITS_DAYS, ITS_TERM])
    def test_the_days_of_the_option_alone_are_not_asked_to_be_so_long(
        self, stated: Contract, takes: Taken | None, of: Literal["whole", "firm"]
    ) -> None:
        verdict = self.judged(stated, takes, of)
        (shown,) = [each for each in verdict.findings if each.rule == "s"]
        assert (shown.result, shown.asked, shown.remedy) == (OPEN, False, None)
        assert shown.missing == (APART,)

    def test_such_an_extension_is_within_the_words(self) -> None:
        assert label(self.judged(self.ITS_DAYS, Taken(1, 1, YEAR))) == "within"

    @pytest.mark.parametrize("day", [30, 31])
    def test_under_words_on_extensions_alone_the_days_are_held(self, day: int) -> None:
        contract = Contract("hub", date(2027, 4, 1), date(2030, 3, day))
        for takes in (None, Taken(1, 1, contract.whole.length)):
            verdict = self.judged(contract, takes, powers=(EXTEND,))
            refused = [each.rule for each in verdict.unmet if each.rule == "s"]
            assert refused == ["s"] * (day == 30)

    def test_the_words_of_another_step_are_not_asked(self) -> None:
        second = Step(YEAR, clauses=Shortest("s", MINUTE, Term(years=3)))
        steps = Steps("options", MINUTE, [YEAR, second])
        under = Authority("a", MINUTE, [EXTEND], [steps])
        verdict = judge(Proposal(EXTEND, self.ITS_DAYS, takes=Taken(1, 1, YEAR)), under=under)
        assert [each for each in verdict.findings if each.rule == "s"] == []

    @pytest.mark.parametrize(("last", "answer"), [(30, NOT_MET), (31, MET)])
    def test_an_award_is_held(self, last: int, answer: Result) -> None:
        shortest = Shortest("s", MINUTE, Term(years=3))
        under = Authority("a", MINUTE, [AWARD], [shortest])
        award = Contract("hub", date(2024, 4, 1), date(2027, 3, last))
        shown = judge(Proposal(AWARD, award), under=under).findings
        assert [each.result for each in shown if each.rule == "s"] == [answer]


class TestTheSamePeriod:
    @pytest.mark.parametrize(
        ("last", "answer"),
        [
            (date(2017, 6, 30), OPEN),
            (date(2019, 6, 30), OPEN),
            (date(2019, 7, 1), NOT_MET),
        ],
    )
    def test_the_same_days_may_be_those_before_the_option_or_with_it(
        self, last: date, answer: Result
    ) -> None:
        same = SamePeriod("p", MINUTE, "lead", DateRange(FIRST, last))
        contract = Contract("hub", FIRST, date(2017, 6, 30))
        verdict = found(same, contract, TWO_YEARS)
        ends = [each for each in verdict.findings if each.rule == "p"]
        assert [each.result for each in ends] == [MET, answer]
        assert ends[1].missing == ((APART,) if answer is OPEN else ())

    def test_a_few_months_are_the_same_with_a_longer_option(self) -> None:
        same = SamePeriod("p", MINUTE, "lead", DateRange(FIRST, date(2016, 9, 30)))
        verdict = found(same, Contract("hub", FIRST, date(2014, 9, 30)), TWO_YEARS)
        assert verdict.is_met
