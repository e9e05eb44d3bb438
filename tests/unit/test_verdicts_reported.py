"""What is reported first of a verdict that is not met, and which of several came nearest."""

from __future__ import annotations

import pytest

from carerslib.citations import Citation
from carerslib.verdicts import Aspect, Finding, Part, Result, Verdict

HERE = Citation.record("a resolution")


def found(
    result: Result,
    aspect: Aspect = Aspect.AMOUNT,
    title: str = "a test",
    *,
    binding: bool = True,
    asked: bool = True,
) -> Finding:
    return Finding("c", title, result, aspect, "A", HERE, binding=binding, asked=asked)


def fails(*aspects: Aspect, title: str = "all of these") -> Verdict:
    """A verdict that is not met, as each of these aspects fails."""
    parts = [found(Result.NOT_MET, aspect) for aspect in aspects]
    return Verdict.all_of(parts, title=title)


def gives(result: Result, title: str = "one test") -> Verdict:
    return Verdict.all_of([found(result)], title=title)


MET, NOT_MET = found(Result.MET), found(Result.NOT_MET)
OPEN, IRRELEVANT = found(Result.UNDETERMINED), found(Result.NOT_APPLICABLE)
UNASKED = found(Result.UNDETERMINED, asked=False)
TOO_FEW = Verdict.any_of([MET], title="two of these", at_least=2)


class TestWhatFails:
    @pytest.mark.parametrize("result", [Result.MET, Result.UNDETERMINED, Result.NOT_APPLICABLE])
    def test_nothing_fails_unless_the_answer_is_no(self, result: Result) -> None:
        assert gives(result).failing is None
        assert gives(Result.NOT_MET).failing is Aspect.AMOUNT

    def test_of_several_that_fail_the_first_in_the_order_of_aspects_is_told(self) -> None:
        assert fails(Aspect.AMOUNT, Aspect.HOLDER, Aspect.FLOOR).failing is Aspect.HOLDER

    def test_where_one_part_would_do_it_is_the_aspect_of_the_one_that_got_furthest(self) -> None:
        paragraphs = [fails(Aspect.HOLDER), fails(Aspect.AMOUNT), fails(Aspect.DATES)]
        assert Verdict.any_of(paragraphs, title="any paragraph").failing is Aspect.AMOUNT

    @pytest.mark.parametrize(
        ("one", "other", "told"),
        [
            (Aspect.POWER, Aspect.SCOPE, Aspect.SCOPE),
            (Aspect.HOLDER, Aspect.SCOPE, Aspect.HOLDER),
            (Aspect.SCOPE, Aspect.DATES, Aspect.DATES),
            (Aspect.DATES, Aspect.LENGTH, Aspect.LENGTH),
            (Aspect.HOLDER, Aspect.PRECONDITION, Aspect.PRECONDITION),
            (Aspect.LENGTH, Aspect.AMOUNT, Aspect.LENGTH),
            (Aspect.AMOUNT, Aspect.FLOOR, Aspect.AMOUNT),
            (Aspect.FLOOR, Aspect.PRECONDITION, Aspect.FLOOR),
        ],
    )
    def test_of_parts_for_such_an_act_the_first_in_order_is_told_and_of_others_the_last(
        self, one: Aspect, other: Aspect, told: Aspect
    ) -> None:
        for order in ([one, other], [other, one]):
            either = Verdict.any_of([fails(each) for each in order], title="either")
            assert either.failing is told
            assert either.nearest.failing is told

    def test_of_two_that_are_for_something_else_the_one_of_the_same_holder_is_nearer(self) -> None:
        both, scope = fails(Aspect.HOLDER, Aspect.SCOPE), fails(Aspect.SCOPE)
        for order in ([both, scope], [scope, both]):
            either = Verdict.any_of(order, title="either")
            assert either.failing is Aspect.SCOPE
            assert either.nearest is scope

    def test_advice_and_what_was_not_asked_fail_in_nothing(self) -> None:
        advice = found(Result.NOT_MET, Aspect.POWER, binding=False)
        not_asked = found(Result.NOT_MET, Aspect.HOLDER, asked=False)
        parts = [advice, not_asked, found(Result.NOT_MET, Aspect.COUNT)]
        assert Verdict.all_of(parts, title="an award").failing is Aspect.COUNT

    def test_what_was_not_asked_inside_a_part_fails_in_nothing(self) -> None:
        last_day = found(Result.UNDETERMINED, Aspect.DATES, asked=False)
        inside = Verdict.all_of([last_day, NOT_MET], title="a paragraph")
        assert Verdict.all_of([inside, MET], title="an award").failing is Aspect.AMOUNT

    def test_of_readings_the_chosen_one_says_what_fails(self) -> None:
        readings = [fails(Aspect.POWER, title="strictly"), fails(Aspect.COUNT, title="broadly")]
        assert Verdict.agree(readings, title="readings").failing is Aspect.POWER
        chosen = Verdict.agree(readings, title="readings", chosen="broadly")
        assert chosen.failing is Aspect.COUNT

    def test_parts_that_are_too_few_fail_in_no_aspect_of_their_own(self) -> None:
        assert TOO_FEW.failing is None
        assert Verdict.all_of([TOO_FEW, NOT_MET], title="an award").failing is Aspect.AMOUNT


class TestWhatCameNearest:
    def test_where_all_must_be_met_it_is_the_verdict_itself(self) -> None:
        both = Verdict.all_of([gives(Result.MET), gives(Result.NOT_MET)], title="both")
        assert both.nearest is both

    def test_where_there_are_only_single_tests_it_is_the_verdict_itself(self) -> None:
        either = Verdict.any_of([MET, NOT_MET], title="either")
        assert either.nearest is either

    @pytest.mark.parametrize(
        ("farther", "nearer"),
        [
            (Result.NOT_APPLICABLE, Result.NOT_MET),
            (Result.NOT_MET, Result.UNDETERMINED),
            (Result.UNDETERMINED, Result.MET),
        ],
    )
    def test_the_better_answer_comes_nearer(self, farther: Result, nearer: Result) -> None:
        far, near = gives(farther, "far"), gives(nearer, "near")
        assert Verdict.any_of([far, near], title="either").nearest is near
        assert Verdict.any_of([near, far], title="either").nearest is near

    @pytest.mark.parametrize(
        ("far", "near"),
        [
            (fails(Aspect.HOLDER), fails(Aspect.AMOUNT)),
            (fails(Aspect.HOLDER), fails(Aspect.AMOUNT, Aspect.AMOUNT)),
            (fails(Aspect.AMOUNT, Aspect.AMOUNT), fails(Aspect.AMOUNT)),
            (fails(Aspect.DETERMINATION), TOO_FEW),
        ],
    )
    def test_of_two_answers_of_no_the_one_that_fails_later_or_in_less_comes_nearer(
        self, far: Verdict, near: Verdict
    ) -> None:
        assert Verdict.any_of([far, near], title="either").nearest is near
        assert Verdict.any_of([near, far], title="either").nearest is near

    def test_the_first_comes_nearest_where_two_are_alike(self) -> None:
        one, other = fails(Aspect.AMOUNT, title="one"), fails(Aspect.AMOUNT, title="other")
        assert Verdict.any_of([one, other], title="either").nearest is one

    def test_it_is_looked_for_inside_the_part_that_comes_nearest(self) -> None:
        near = fails(Aspect.AMOUNT)
        inside = Verdict.any_of([fails(Aspect.DATES), near], title="either here")
        outside = Verdict.any_of([fails(Aspect.POWER), inside, MET], title="either there")
        assert outside.nearest is near


class TestWhetherReadingsDiffer:
    READINGS = Verdict.agree([MET, NOT_MET], title="readings")

    @pytest.mark.parametrize(
        ("parts", "differ"),
        [
            ([MET, NOT_MET], True),
            ([MET, OPEN], True),
            ([MET, NOT_MET, OPEN], True),
            ([OPEN, OPEN], False),
            ([OPEN, IRRELEVANT], False),
            ([MET, MET], False),
            ([MET, IRRELEVANT], False),
            ([NOT_MET, UNASKED], True),
            ([MET, UNASKED], False),
            ([NOT_MET, IRRELEVANT], False),
        ],
    )
    def test_readings_differ_where_they_give_different_answers(
        self, parts: list[Part], *, differ: bool
    ) -> None:
        assert Verdict.agree(parts, title="readings").differs is differ

    def test_a_reading_of_which_nothing_was_asked_leaves_open_what_another_refuses(self) -> None:
        readings = Verdict.agree([NOT_MET, UNASKED], title="readings")
        assert readings.as_asked is Result.UNDETERMINED
        assert readings.failing is None
        assert Verdict.all_of([NOT_MET, UNASKED], title="all").as_asked is Result.NOT_MET

    def test_a_limb_of_which_nothing_was_asked_may_still_be_enough(self) -> None:
        limbs = Verdict.any_of([NOT_MET, UNASKED], title="limbs")
        assert limbs.as_asked is Result.UNDETERMINED
        assert not limbs.differs
        assert Verdict.any_of([NOT_MET, IRRELEVANT], title="limbs").as_asked is Result.NOT_MET

    def test_a_fact_that_is_missing_is_no_difference_of_readings(self) -> None:
        assert not Verdict.all_of([MET, OPEN], title="all").differs
        assert not Verdict.any_of([NOT_MET, OPEN], title="any").differs

    def test_readings_that_differ_inside_a_part_leave_the_whole_open(self) -> None:
        assert Verdict.all_of([OPEN, gives(Result.MET), self.READINGS], title="all").differs

    def test_readings_do_not_matter_where_the_answer_is_settled_without_them(self) -> None:
        assert not Verdict.all_of([NOT_MET, self.READINGS], title="all").differs
        assert not Verdict.any_of([MET, self.READINGS], title="any").differs

    def test_a_reading_that_was_not_chosen_differs_from_nothing(self) -> None:
        strictly, broadly = found(Result.UNDETERMINED, title="strictly"), gives(Result.MET)
        chosen = Verdict.agree([strictly, broadly], title="readings", chosen="strictly")
        assert chosen.result is Result.UNDETERMINED
        assert not chosen.differs

    def test_readings_may_differ_inside_the_one_that_was_chosen(self) -> None:
        other = gives(Result.MET, "other")
        chosen = Verdict.agree([self.READINGS, other], title="which", chosen="readings")
        assert chosen.differs
