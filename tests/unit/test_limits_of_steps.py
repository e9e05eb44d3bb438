"""No limit is no leave: the figure of one step is none for another, nor for the firm term."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Resolution, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    For,
    Holder,
    Length,
    Line,
    Nature,
    Precondition,
    Reading,
    Step,
    Steps,
    Taken,
    Threshold,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.verdicts import Missing

if TYPE_CHECKING:
    from carerslib.clauses import Clause
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
HUNDRED: Final = Cap("hundred", MINUTE, Figure.pounds("100.00"))
CABINET: Final = Holder("holder", MINUTE, "cabinet")
CAPPED, BARE = Step(YEAR, clauses=HUNDRED), Step(YEAR)
NO_LIMIT: Final = (Missing("authority a", "what limits the amount"),)


def authority(*steps: Step, in_parts: bool = False, beside: tuple[Clause, ...] = ()) -> Authority:
    options = Steps("options", MINUTE, steps, in_parts=in_parts)
    return Authority("a", MINUTE, [AWARD, EXTEND], [options, *beside])


def taken(pounds: str, number: int = 1, times: int = 1, months: int = 12) -> Proposal:
    takes = Taken(number, times, Term(months=months))
    # the options that stand before it are in the contract's words, and not asked here
    return Proposal(EXTEND, Contract("c", value=stated(pounds)), "director", takes=takes)


def offering(*pounds: str | None, firm: str = "1.00") -> Contract:
    options = [Option(YEAR, None if each is None else stated(each)) for each in pounds]
    return Contract("c", date(2020, 4, 1), date(2023, 3, 31), value=stated(firm), options=options)


def missing(proposal: Proposal, under: Authority) -> tuple[Missing, ...]:
    return judge(proposal, under=under).missing


def answered(proposal: Proposal, under: Authority) -> str:
    return label(judge(proposal, under=under))


class TestAnOptionThatIsTaken:
    @pytest.mark.parametrize("pounds", ["99.99", "100.00", "100.01", "50000000.00"])
    @pytest.mark.parametrize("steps", [(BARE,), (BARE, CAPPED), (BARE, CAPPED, CAPPED)])
    def test_the_figure_of_the_second_step_is_none_for_the_first(
        self, steps: tuple[Step, ...], pounds: str
    ) -> None:
        under = authority(*steps)
        assert answered(taken(pounds), under) == "undetermined"
        assert missing(taken(pounds), under) == NO_LIMIT

    @pytest.mark.parametrize(
        ("pounds", "answer"),
        [("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")],
    )
    def test_the_first_step_with_a_figure_has_a_limit_of_its_own(
        self, pounds: str, answer: str
    ) -> None:
        assert answered(taken(pounds), authority(CAPPED, BARE)) == answer

    def test_the_figure_of_the_first_step_is_none_for_the_second(self) -> None:
        first = Proposal.exercising(offering("100.00", "50000000.00"))
        second = Proposal.exercising(first.contract)
        under = authority(CAPPED, BARE)
        assert missing(first, under) == ()
        assert answered(second, under) == "undetermined"
        assert NO_LIMIT[0] in missing(second, under)

    def test_of_two_taken_at_once_each_needs_a_limit(self) -> None:
        both = offering("100.00", "100.00")
        for steps, expected in (
            ((CAPPED, CAPPED), ()),
            ((CAPPED, BARE), NO_LIMIT),
            ((BARE, CAPPED), NO_LIMIT),
        ):
            assert missing(Proposal.exercising(both, times=2), authority(*steps)) == expected

    def test_so_it_is_where_the_next_option_is_taken_by_no_number(self) -> None:
        next_one = Proposal(EXTEND, Contract("c", value=stated("50.00")), takes=Taken(term=YEAR))
        assert missing(next_one, authority(CAPPED, BARE)) == ()
        assert missing(next_one, authority(BARE, CAPPED)) == NO_LIMIT

    def test_an_option_that_is_not_among_the_steps_has_no_limit(self) -> None:
        verdict = judge(taken("1.00", 2), under=authority(CAPPED))
        assert label(verdict) == "exceeds"
        assert "No limit on the amount" in {each.title for each in verdict.findings}

    @pytest.mark.parametrize(
        ("months", "steps", "expected"),
        [
            (12, (CAPPED, BARE), ()),
            (13, (CAPPED, BARE), NO_LIMIT),
            (12, (BARE, CAPPED), NO_LIMIT),
            (24, (BARE, CAPPED), NO_LIMIT),
            (24, (CAPPED, CAPPED), ()),
        ],
    )
    def test_of_parts_each_step_needs_one_into_which_they_reach(
        self, months: int, steps: tuple[Step, ...], expected: tuple[Missing, ...]
    ) -> None:
        under = authority(*steps, in_parts=True)
        assert missing(taken("1.00", months=months), under) == expected

    def test_where_it_is_not_known_how_far_a_part_reaches_nothing_is_asked(self) -> None:
        unstated = Proposal(EXTEND, Contract("c", value=stated("1.00")), takes=Taken(1))
        for steps, open_ in (((CAPPED, CAPPED), False), ((CAPPED, BARE), True)):
            verdict = judge(unstated, under=authority(*steps, in_parts=True))
            asked = {each.title: each.asked for each in verdict.findings}
            assert asked.get("No limit on the amount") is (False if open_ else None)

    def test_the_limits_of_the_award_are_those_of_an_option_that_has_none(self) -> None:
        total = Cap("total", MINUTE, Figure.pounds("900.00"))
        award = Authority("award", MINUTE, AWARD, total)
        later = Authority("later", MINUTE, EXTEND, Steps("options", MINUTE, [BARE, CAPPED]))
        under = Resolution("r", "Cabinet", MINUTE, authorities=[award, later])
        made = offering("99.00", "100.00", firm="700.00")
        used = Used().after(Proposal(AWARD, made), under=under)
        for pounds, answer in (("99.99", "within"), ("100.00", "within"), ("100.01", "exceeds")):
            dearer = attrs.evolve(made, options=[Option(YEAR, stated(pounds)), made.options[1]])
            proposal = Proposal.exercising(dearer)
            assert label(judge(proposal, under=under, used=used)) == answer

    def test_a_limit_for_all_is_one_for_every_step(self) -> None:
        total = Cap("total", MINUTE, Figure.pounds("900.00"))
        assert missing(taken("900.00"), authority(BARE, CAPPED, beside=(total,))) == ()

    def test_a_limb_of_a_step_is_met_by_the_amount_of_the_option_alone(self) -> None:
        limbs = [Reading("small", HUNDRED), Reading("agreed", CABINET)]
        under = authority(Step(YEAR, clauses=Either("either", MINUTE, limbs)))
        for pounds, by, answer in (
            ("100.00", "director", "within"),
            ("100.00", "cabinet", "within"),
            ("100.01", "director", "exceeds"),
            ("100.01", "cabinet", "undetermined"),
        ):
            taking = Proposal.exercising(offering(pounds, firm="5000.00"), by=by)
            assert answered(taking, under) == answer

    def test_a_threshold_or_words_for_some_in_a_step_limit_what_they_are_for(self) -> None:
        above = Figure.pounds("10.00", nature=Nature.THRESHOLD)
        under = authority(Step(YEAR, clauses=Threshold("t", MINUTE, above, CABINET)))
        assert missing(taken("10.00"), under) == ()
        under = authority(Step(YEAR, clauses=For("for", MINUTE, {"lot": "1"}, HUNDRED)))
        for lot, expected in (("1", ()), ("2", NO_LIMIT)):
            made = Contract("c", value=stated("100.00"), tags={"lot": lot})
            proposal = Proposal(EXTEND, made, takes=Taken(1, 1, YEAR))
            assert missing(proposal, under) == expected


class TestAnOptionThatIsOffered:
    """A figure for the firm term, and one for each option: every pound is limited."""

    FIRM: Final = (
        Length("length", MINUTE, Term(years=3), of="firm"),
        Cap("firm", MINUTE, Figure.pounds("900.00"), where={"part": "firm"}),
    )

    def award(self, firm: str, *options: str | None, steps: tuple[Step, ...] = (CAPPED,)) -> str:
        under = authority(*steps, beside=self.FIRM)
        return answered(Proposal(AWARD, offering(*options, firm=firm)), under)

    @pytest.mark.parametrize(
        ("firm", "option", "answer"),
        [
            ("899.99", "99.99", "within"),
            ("900.00", "100.00", "within"),
            ("900.01", "100.00", "exceeds"),
            ("900.00", "100.01", "exceeds"),
        ],
    )
    def test_a_penny_over_either_is_too_much(self, firm: str, option: str, answer: str) -> None:
        assert self.award(firm, option) == answer

    def test_an_option_whose_step_has_no_figure_has_no_limit(self) -> None:
        assert self.award("900.00", "1.00", steps=(BARE,)) == "undetermined"
        assert self.award("900.00", "1.00", "100.00", steps=(BARE, CAPPED)) == "undetermined"
        assert self.award("900.00", "100.00", "1.00", steps=(CAPPED, BARE)) == "undetermined"
        assert self.award("900.00", "100.00", steps=(CAPPED, BARE)) == "within"
        assert self.award("900.00", "100.00", "100.00", steps=(CAPPED, CAPPED)) == "within"

    def test_an_award_with_no_option_needs_no_figure_of_a_step(self) -> None:
        assert self.award("900.00", steps=(BARE, CAPPED)) == "within"
        assert self.award("900.01", steps=(BARE, CAPPED)) == "exceeds"

    def test_the_figures_of_the_steps_are_none_for_the_firm_term(self) -> None:
        under = authority(CAPPED, beside=self.FIRM[:1])
        assert answered(Proposal(AWARD, offering("100.00")), under) == "undetermined"

    @pytest.mark.parametrize(("pounds", "answer"), [("100.00", "within"), ("100.01", "exceeds")])
    def test_so_it_is_of_options_that_are_cut_up(self, pounds: str, answer: str) -> None:
        under = authority(CAPPED, in_parts=True, beside=self.FIRM)
        assert answered(Proposal(AWARD, offering(pounds, firm="900.00")), under) == answer

    def test_of_parts_only_the_steps_count_into_which_they_reach(self) -> None:
        for steps, options, answer in (
            ((CAPPED, BARE), ("100.00",), "within"),
            ((CAPPED, BARE), ("50.00", "50.00"), "undetermined"),
            ((BARE, CAPPED), ("50.00",), "undetermined"),
        ):
            under = authority(*steps, in_parts=True, beside=self.FIRM)
            assert answered(Proposal(AWARD, offering(*options, firm="900.00")), under) == answer

    def test_what_waits_until_the_option_is_taken_limits_nothing_of_what_is_offered(self) -> None:
        agreed = Either(
            "either",
            MINUTE,
            [Reading("small", HUNDRED), Reading("agreed", Precondition("p", MINUTE, "agreed"))],
        )
        above = Figure.pounds("10.00", nature=Nature.THRESHOLD)
        threshold = Threshold("threshold", MINUTE, above, CABINET)
        for clause in (agreed, threshold):
            steps = (Step(YEAR, clauses=clause),)
            assert self.award("900.00", "100.01", steps=steps) == "undetermined"
        limbs = [Reading("small", HUNDRED), Reading("large", [CABINET, HUNDRED])]
        steps = (Step(YEAR, clauses=Either("either", MINUTE, limbs)),)
        assert self.award("900.00", "100.00", steps=steps) == "within"
        assert self.award("900.00", "100.01", steps=steps) == "exceeds"

    def test_an_amount_that_may_be_of_either_has_no_limit(self) -> None:
        made = Contract(
            "c", term=Term(years=3), amounts=[Line(stated("1.00"))], options=[Option(YEAR)]
        )
        verdict: Verdict = judge(Proposal(AWARD, made), under=authority(CAPPED, beside=self.FIRM))
        assert NO_LIMIT[0] in verdict.missing
