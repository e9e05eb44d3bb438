"""Findings and verdicts: what they say, and what they refuse to be used for."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest

from carerslib.basis import Basis
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, VerdictNotMetError, VerdictTruthError
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.verdicts import Aspect, Combining, Finding, Missing, Remedy, Result, Verdict, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.verdicts import Value

MINUTE = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
THE_DAY = Missing("contract.last_day", "the exact day")
A_PENNY_LESS = Remedy("value", Money.pounds("10.00"), "reduce by", Money.pounds("0.01"))


def finding(
    result: Result,
    title: str = "Value",
    *,
    aspect: Aspect = Aspect.AMOUNT,
    binding: bool = True,
    asked: bool = True,
) -> Finding:
    missing = (THE_DAY,) if result is Result.UNDETERMINED else ()
    return Finding(
        "c.value",
        title,
        result,
        aspect,
        "A",
        MINUTE,
        Money.pounds("10.01"),
        "at most",
        Money.pounds("10.00"),
        missing,
        binding=binding,
        asked=asked,
    )


MET = finding(Result.MET)
NOT_MET = finding(Result.NOT_MET)
OPEN = finding(Result.UNDETERMINED)
NOT_ASKED = finding(Result.UNDETERMINED, "Last day", aspect=Aspect.DATES, asked=False)
IRRELEVANT = finding(Result.NOT_APPLICABLE)
ADVICE = finding(Result.NOT_MET, binding=False)


class TestTruth:
    @pytest.mark.parametrize("result", Result)
    def test_a_result_is_never_true_or_false(self, result: Result) -> None:
        says = f"a result has no truth value, compare it: result is Result.{result.name}"
        with pytest.raises(VerdictTruthError) as error:
            bool(result)
        assert str(error.value) == says

    def test_a_finding_is_never_true_or_false(self) -> None:
        with pytest.raises(VerdictTruthError) as error:
            bool(MET)
        assert str(error.value) == (
            "a finding has no truth value: ask finding.is_met or finding.result"
        )

    def test_a_verdict_is_never_true_or_false(self) -> None:
        with pytest.raises(VerdictTruthError) as error:
            bool(Verdict.all_of([MET], title="Award"))
        assert str(error.value) == (
            "a verdict has no truth value: ask verdict.is_met or verdict.result"
        )


class TestCombining:
    @pytest.mark.parametrize(
        ("combine", "parts", "result"),
        [
            (Verdict.all_of, [], Result.NOT_APPLICABLE),
            (Verdict.all_of, [MET, MET], Result.MET),
            (Verdict.all_of, [MET, OPEN], Result.UNDETERMINED),
            (Verdict.all_of, [MET, OPEN, NOT_MET], Result.NOT_MET),
            (Verdict.all_of, [MET, IRRELEVANT], Result.MET),
            (Verdict.all_of, [IRRELEVANT], Result.NOT_APPLICABLE),
            (Verdict.all_of, [MET, ADVICE], Result.MET),
            (Verdict.any_of, [], Result.NOT_APPLICABLE),
            (Verdict.any_of, [NOT_MET, NOT_MET], Result.NOT_MET),
            (Verdict.any_of, [NOT_MET, OPEN], Result.UNDETERMINED),
            (Verdict.any_of, [NOT_MET, OPEN, MET], Result.MET),
            (Verdict.any_of, [NOT_MET, IRRELEVANT], Result.NOT_MET),
            (Verdict.agree, [], Result.NOT_APPLICABLE),
            (Verdict.agree, [MET, MET], Result.MET),
            (Verdict.agree, [NOT_MET, NOT_MET], Result.NOT_MET),
            (Verdict.agree, [MET, NOT_MET], Result.UNDETERMINED),
            (Verdict.agree, [MET, OPEN], Result.UNDETERMINED),
            (Verdict.agree, [MET, IRRELEVANT], Result.MET),
            (Verdict.agree, [MET, ADVICE], Result.MET),
        ],
    )
    def test_parts_combine_as_their_way_says(
        self, combine: Callable[..., Verdict], parts: list[Finding], result: Result
    ) -> None:
        verdict = combine(parts, title="Award")
        assert verdict.result is result
        assert verdict.is_met == (result is Result.MET)
        assert verdict.is_undetermined == (result is Result.UNDETERMINED)

    def test_a_verdict_keeps_how_it_combines_and_what_it_is_about(self) -> None:
        basis = Basis("rules", "1")
        verdict = Verdict.any_of([MET], title="Award", subject="A", basis=basis)
        assert verdict.how is Combining.ANY_OF
        assert str(verdict.how) == "any of"
        assert (verdict.title, verdict.subject, verdict.basis) == ("Award", "A", basis)
        assert (verdict.parts, verdict.chosen) == ((MET,), "")

    def test_the_reading_chosen_decides_and_the_others_stay(self) -> None:
        one, other = finding(Result.MET, "one"), finding(Result.NOT_MET, "other")
        verdict = Verdict.agree([one, other], title="Period", chosen="one")
        assert verdict.result is Result.MET
        assert verdict.parts == (one, other)
        assert verdict.chosen == "one"


class TestWhatWasAsked:
    def test_a_question_about_money_is_answered_without_the_day(self) -> None:
        verdict = Verdict.all_of([MET, NOT_ASKED], title="Award")
        assert verdict.result is Result.UNDETERMINED
        assert verdict.as_asked is Result.MET

    def test_a_test_of_what_was_stated_stays_open(self) -> None:
        inner = Verdict.all_of([OPEN, NOT_ASKED], title="Dates")
        assert Verdict.all_of([MET, inner], title="Award").as_asked is Result.UNDETERMINED

    def test_nobody_gets_a_yes_for_what_was_not_asked(self) -> None:
        assert Verdict.all_of([NOT_ASKED], title="Award").as_asked is Result.NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("parts", "result"),
        [
            ([MET, NOT_ASKED], Result.UNDETERMINED),
            ([MET, MET, NOT_ASKED], Result.MET),
            ([MET, NOT_MET, NOT_ASKED], Result.UNDETERMINED),
            ([NOT_MET, NOT_MET, NOT_ASKED], Result.NOT_MET),
            ([NOT_ASKED, NOT_ASKED], Result.NOT_APPLICABLE),
            ([MET, IRRELEVANT], Result.NOT_MET),
            ([MET, ADVICE], Result.NOT_MET),
        ],
    )
    def test_where_two_must_be_met_what_was_not_asked_stays_open_among_them(
        self, parts: list[Finding], result: Result
    ) -> None:
        verdict = Verdict.any_of(parts, title="Two of them", at_least=2)
        assert verdict.as_asked is result

    def test_too_few_parts_fail_in_no_aspect(self) -> None:
        verdict = Verdict.any_of([MET, IRRELEVANT], title="Two of them", at_least=2)
        assert (verdict.as_asked, verdict.failing) == (Result.NOT_MET, None)

    def test_advice_is_not_an_answer(self) -> None:
        assert Verdict.all_of([ADVICE], title="Award").as_asked is Result.NOT_APPLICABLE


class TestReasons:
    def test_unmet_findings_are_those_that_stand_against_it(self) -> None:
        inner = Verdict.all_of([MET, NOT_MET], title="Money")
        assert Verdict.all_of([inner, OPEN, ADVICE], title="Award").unmet == (NOT_MET,)

    def test_a_verdict_that_is_met_has_nothing_against_it(self) -> None:
        other = Verdict.all_of([NOT_MET], title="other paragraph")
        assert Verdict.any_of([other, MET], title="Award").unmet == ()

    def test_readings_that_are_not_followed_stand_against_nothing(self) -> None:
        one, other = finding(Result.UNDETERMINED, "one"), finding(Result.NOT_MET, "other")
        assert Verdict.agree([one, other], title="Period", chosen="one").unmet == ()

    def test_what_is_missing_is_what_could_change_the_answer(self) -> None:
        inner = Verdict.all_of([OPEN], title="Dates")
        assert Verdict.all_of([MET, inner, OPEN], title="Award").missing == (THE_DAY,)

    def test_nothing_is_missing_where_the_answer_is_no_anyway(self) -> None:
        assert Verdict.all_of([NOT_MET, OPEN], title="Award").missing == ()

    def test_one_aspect_is_asked_by_itself(self) -> None:
        inner = Verdict.all_of([NOT_ASKED, MET], title="Inner")
        none = Verdict.all_of([NOT_MET], title="Money only")
        dates = Verdict.all_of([MET, inner, none], title="Award").on(Aspect.DATES)
        assert dates.findings == (NOT_ASKED,)
        assert dates.result is Result.UNDETERMINED

    @pytest.mark.parametrize(
        ("amounts", "result"),
        [
            ([MET], Result.MET),
            ([NOT_MET], Result.NOT_MET),
            ([OPEN], Result.UNDETERMINED),
            ([MET, NOT_MET], Result.NOT_MET),
            ([MET, MET], Result.MET),
            ([MET, MET, NOT_MET], Result.MET),
            ([MET, NOT_MET, NOT_MET], Result.NOT_MET),
        ],
    )
    def test_where_two_must_be_met_an_aspect_needs_two_of_its_own_or_all_there_are(
        self, amounts: list[Finding], result: Result
    ) -> None:
        dates = finding(Result.NOT_MET, "Last day", aspect=Aspect.DATES)
        verdict = Verdict.any_of([*amounts, dates, dates], title="Two of them", at_least=2)
        about = verdict.on(Aspect.AMOUNT)
        assert (about.findings, about.result) == (tuple(amounts), result)

    def test_an_aspect_without_findings_does_not_apply(self) -> None:
        verdict = Verdict.all_of([MET], title="Award").on(Aspect.HOLDER)
        assert verdict.result is Result.NOT_APPLICABLE
        two = Verdict.any_of([MET, MET], title="Two of them", at_least=2)
        assert two.on(Aspect.HOLDER).result is Result.NOT_APPLICABLE


class TestRequire:
    def test_a_met_verdict_passes(self) -> None:
        Verdict.all_of([MET], title="Award").require()

    def test_a_verdict_that_is_not_met_raises_and_says_why(self) -> None:
        verdict = Verdict.all_of([NOT_MET], title="Award")
        with pytest.raises(VerdictNotMetError) as error:
            verdict.require()
        assert error.value.verdict is verdict
        assert str(error.value) == (
            "Award: not met. Value: £10.01, at most £10.00 (Cabinet, 22 June 2017, paragraph (c))"
        )

    def test_an_undetermined_verdict_raises_and_says_what_is_missing(self) -> None:
        with pytest.raises(VerdictNotMetError) as error:
            Verdict.all_of([OPEN], title="Award").require()
        assert str(error.value) == (
            "Award: undetermined. contract.last_day (the exact day) is missing"
        )


class TestStored:
    def test_a_stored_verdict_says_later_under_which_edition_it_was_given(self) -> None:
        basis = Basis("carerslib.awards", "2026-11", {"counts options": "as exercised"})
        verdict = Verdict.all_of([NOT_MET], title="Award", basis=basis)
        later = pickle.loads(pickle.dumps(verdict))  # noqa: S301
        assert later == verdict
        assert str(later.basis) == "carerslib.awards 2026-11"
        assert later.basis.conventions == (("counts options", "as exercised"),)
        assert later.unmet == (NOT_MET,)

    def test_verdicts_of_different_findings_differ(self) -> None:
        assert Verdict.all_of([MET], title="Award") != Verdict.all_of([OPEN], title="Award")


class TestFindings:
    def test_a_finding_knows_whether_it_is_met(self) -> None:
        assert MET.is_met
        assert not NOT_MET.is_met

    def test_a_remedy_and_what_is_missing_are_told_in_words(self) -> None:
        assert str(A_PENNY_LESS) == "reduce by £0.01"
        assert str(THE_DAY) == "contract.last_day (the exact day)"
        assert str(Result.NOT_MET) == "not met"

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (None, "not stated"),
            (Money.pounds("1230000.00"), "£1,230,000.00"),
            (date(2023, 3, 31), "31 March 2023"),
            (DateRange.month(2017, 6), "June 2017"),
            (Term(years=5), "5 years"),
            (3, "3"),
            ("award", "award"),
            (("award", "extend"), "award, extend"),
            ((), "none"),
        ],
    )
    def test_values_are_shown_as_an_officer_writes_them(self, value: Value, words: str) -> None:
        assert show(value) == words


def test_a_verdict_is_printed_with_its_result_unless_that_would_give_a_person_away() -> None:
    about_nobody = Verdict.all_of([MET], title="Award", subject="A")
    assert repr(about_nobody) == "Verdict(title='Award', subject='A', result=<Result.MET: 'met'>)"
    private = MET._replace(private=True)
    for parts in ([private], [MET, private], [Verdict.any_of([private], title="a part")]):
        verdict = Verdict.all_of(parts, title="Needs", subject="A")
        assert repr(verdict) == "Verdict(title='Needs', subject='A')"


@pytest.mark.parametrize("at_least", [0, -1])
def test_at_least_one_of_several_parts_must_be_asked_for(at_least: int) -> None:
    with pytest.raises(InvalidValueError, match="at_least: expected 1 or more"):
        Verdict.any_of([], title="Any of none", at_least=at_least)


@attrs.frozen
class MadeWhenAsked:
    """A source of parts as a register has it, without a number of parts that must be met."""

    how: Combining
    held: tuple[Finding, ...]
    title: str = "Award"
    subject: str = "A"
    basis: Basis | None = None
    chosen: str = ""

    def parts(self) -> tuple[Finding, ...]:
        return self.held


class TestSources:
    def test_one_part_is_enough_where_a_source_gives_no_number(self) -> None:
        verdict = Verdict.of(MadeWhenAsked(Combining.ANY_OF, (NOT_MET, MET)))
        assert (verdict.result, verdict.at_least) == (Result.MET, 1)

    def test_a_verdict_given_with_its_result_still_shows_what_it_rests_on(self) -> None:
        source = MadeWhenAsked(Combining.ALL_OF, (MET, NOT_MET))
        verdict = Verdict.judged(source, Result.NOT_MET)
        assert (verdict.title, verdict.subject) == ("Award", "A")
        assert (verdict.parts, verdict.unmet) == ((MET, NOT_MET), (NOT_MET,))
        assert verdict == Verdict.of(source)


class TestWhatIsTold:
    def test_readings_keep_what_they_are_about(self) -> None:
        basis = Basis("carerslib.awards", "2026-11")
        verdict = Verdict.agree([MET], title="Options", subject="A", basis=basis)
        assert (verdict.title, verdict.subject, verdict.basis) == ("Options", "A", basis)

    def test_a_part_counts_as_it_was_asked_where_two_must_be_met(self) -> None:
        about_money = Verdict.all_of([MET, NOT_ASKED], title="Money and dates")
        verdict = Verdict.any_of([about_money, MET], title="Two of them", at_least=2)
        assert (verdict.result, verdict.as_asked) == (Result.UNDETERMINED, Result.MET)

    def test_an_aspect_without_findings_still_asks_for_one_part(self) -> None:
        assert Verdict.all_of([MET], title="Award").on(Aspect.HOLDER).at_least == 1
        two = Verdict.any_of([MET, MET], title="Two of them", at_least=2)
        assert two.on(Aspect.HOLDER).at_least == 1

    def test_a_verdict_about_nothing_named_has_no_subject(self) -> None:
        for combine in (Verdict.all_of, Verdict.any_of, Verdict.agree):
            assert combine([MET], title="Award").subject == ""

    def test_a_finding_is_printed_field_by_field(self) -> None:
        assert repr(MET._replace(private=True)) == (
            "Finding(rule='c.value', title='Value', aspect=<Aspect.AMOUNT: 'amount'>, subject='A')"
        )
        assert repr(MET).startswith("Finding(rule='c.value', title='Value', result=<Result.MET: ")
        assert repr(MET).endswith(", binding=True, asked=True, note='', private=False)")

    def test_a_number_of_parts_below_one_is_told(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Verdict.any_of([MET], title="Any", at_least=0)
        assert (caught.value.field, caught.value.value) == ("at_least", 0)

    def test_an_aspect_is_asked_of_the_reading_that_was_chosen(self) -> None:
        one, other = finding(Result.MET, "as awarded"), finding(Result.NOT_MET, "as exercised")
        readings = Verdict.agree([one, other], title="Options", chosen="as awarded")
        amounts = readings.on(Aspect.AMOUNT)
        assert (amounts.result, amounts.chosen) == (Result.MET, "as awarded")
        assert amounts.parts == (one, other)

    def test_each_reason_is_told_and_what_is_about_a_person_is_only_mentioned(self) -> None:
        parts = [NOT_MET, NOT_MET._replace(private=True), NOT_MET._replace(title="Total")]
        with pytest.raises(VerdictNotMetError) as caught:
            Verdict.all_of(parts, title="Needs").require()
        against = "£10.01, at most £10.00 (Cabinet, 22 June 2017, paragraph (c))"
        assert str(caught.value) == (
            f"Needs: not met. Value: {against}; Total: {against}; "
            "what was found about a person is not shown"
        )
