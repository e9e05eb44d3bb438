"""Figures about carers: what they say of themselves, and when two of them may be compared."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from carerslib.carers.populations import (
    EVERYBODY,
    Ages,
    Base,
    Certainty,
    Count,
    Dimension,
    Estimate,
    Gap,
    Group,
    Inclusion,
    Population,
    Proportion,
    Rate,
    Unstated,
    apply_proportion,
    check_statement,
    compare,
    percent,
)
from carerslib.carers.populations.comparing import RULES as COMPARING
from carerslib.carers.populations.published import ENGLAND_2021
from carerslib.carers.populations.stating import RULES as STATING
from carerslib.carers.wider_words import BANDS_2011, BANDS_2021, HoursBand
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.rules import rule
from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.carers.populations import Statement

SOURCE: Final = Citation.record("a needs assessment")
NORTHSHIRE: Final = Population(area="Northshire", ages=Ages(), definition="CA14_S10")
YEAR: Final = DateRange.year(2024)


def _estimate(reference: str = "E1", number: int | None = 8_500, **more: object) -> Estimate:
    said: dict[str, Any] = {"population": NORTHSHIRE, "source": SOURCE, "year": YEAR, **more}
    return Estimate(reference, number, **said)


def _results(statement: Estimate | Proportion) -> dict[str, Result]:
    return {each.rule: each.result for each in check_statement(statement).findings}


class TestCounts:
    @pytest.mark.parametrize(
        ("count", "words"),
        [
            (Count.exactly(1_700), "1,700"),
            (Count(1_200, 2_100), "1,200 to 2,100"),
            (Count.at_least(8), "at least 8"),
            (Count.exactly(0), "0"),
        ],
    )
    def test_a_count_is_written_as_an_officer_reads_it(self, count: Count, words: str) -> None:
        assert str(count) == words

    @pytest.mark.parametrize(
        ("number", "inside"), [(1_199, False), (1_200, True), (2_100, True), (2_101, False)]
    )
    def test_both_ends_are_inside(self, number: int, *, inside: bool) -> None:
        assert (number in Count(1_200, 2_100)) is inside

    def test_without_a_top_everything_above_is_inside(self) -> None:
        assert 10**9 in Count.at_least(8)
        assert 7 not in Count.at_least(8)

    @pytest.mark.parametrize(
        ("least", "most", "field"),
        [(-1, 2, "least"), (2, 1, "most"), (1, -1, "most"), (True, 2, "least"), (1.0, 2, "least")],
    )
    def test_what_is_no_number_of_people_is_refused(
        self, least: object, most: object, field: str
    ) -> None:
        given: dict[str, Any] = {"least": least, "most": most}
        with pytest.raises(InvalidValueError) as refused:
            Count(**given)
        assert refused.value.field == field

    def test_different_people_are_added_up(self) -> None:
        assert Count.total([Count(1, 2), Count.exactly(3)]) == Count(4, 5)
        assert Count.total([Count(1, 2), Count.at_least(3)]) == Count.at_least(4)
        assert Count.total([]) == Count.exactly(0)

    @pytest.mark.parametrize(
        ("whole", "part", "words"),
        [
            (Count.exactly(10), Count.exactly(4), "6"),
            (Count.exactly(10), Count(4, 12), "-2 to 6"),
            (Count.exactly(10), Count.at_least(4), "at most 6"),
            (Count.at_least(10), Count.exactly(4), "at least 6"),
            (Count.at_least(10), Count.at_least(4), "not known"),
        ],
    )
    def test_a_gap_is_as_wide_as_what_is_not_known(
        self, whole: Count, part: Count, words: str
    ) -> None:
        assert str(Gap.between(whole, part)) == words

    @pytest.mark.parametrize(
        ("part", "whole", "words"),
        [
            (Count.exactly(1), Count.exactly(4), "25.0%"),
            (Count(1, 2), Count.exactly(4), "25.0% to 50.0%"),
            (Count.at_least(1), Count.exactly(4), "at least 25.0%"),
            (Count.exactly(1), Count(0, 4), "at least 25.0%"),
            (Count.exactly(1), Count.at_least(4), "0.0% to 25.0%"),
            (Count.exactly(6), Count.exactly(4), "150.0%"),
            (Count.exactly(1), Count.exactly(0), "None"),
        ],
    )
    def test_a_rate_is_never_cut_off(self, part: Count, whole: Count, words: str) -> None:
        assert str(Rate.of(part, whole)) == words

    @pytest.mark.parametrize(
        ("share", "words"),
        [
            (Fraction(1_449, 100_000), "1.4%"),
            (Fraction(145, 10_000), "1.5%"),
            (Fraction(1, 12), "8.3%"),
            (Fraction(25), "2,500.0%"),
        ],
    )
    def test_a_share_is_written_to_one_decimal_place_halves_up(
        self, share: Fraction, words: str
    ) -> None:
        assert percent(share) == words


class TestWhomAFigureCounts:
    @pytest.mark.parametrize(
        ("ages", "words"),
        [(Ages(), "all ages"), (Ages(5), "5 or over"), (Ages(5, 17), "5 to 17")],
    )
    def test_ages_are_written_in_words(self, ages: Ages, words: str) -> None:
        assert str(ages) == words

    @pytest.mark.parametrize("given", [(-1, None), (5, 4), (5, -1), (5.0, None)])
    def test_impossible_ages_are_refused(self, given: tuple[Any, Any]) -> None:
        with pytest.raises(InvalidValueError):
            Ages(*given)

    @pytest.mark.parametrize(
        "wrong", [{"area": ""}, {"ages": "5 to 17"}, {"definition": 5}, {"among": " "}]
    )
    def test_a_population_takes_only_what_it_can_compare(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError) as refused:
            Population(**wrong)
        assert [refused.value.field] == list(wrong)

    def test_what_is_not_said_is_neither_the_same_nor_different(self) -> None:
        silent = Population(area="Northshire")
        assert silent.differs(NORTHSHIRE, Dimension.AREA) is False
        assert silent.differs(NORTHSHIRE, Dimension.AGES) is None
        assert silent.differs(silent, Dimension.AGES) is None
        assert list(silent.unstated) == [Dimension.AGES, Dimension.DEFINITION]
        assert silent.among == EVERYBODY

    def test_that_no_definition_was_used_is_no_definition(self) -> None:
        none_used = attrs.evolve(NORTHSHIRE, definition=Unstated.NONE_USED)
        assert none_used.differs(NORTHSHIRE, Dimension.DEFINITION) is None
        assert none_used.differs(none_used, Dimension.DEFINITION) is None


class TestEstimates:
    def test_a_plain_number_is_taken_as_exact(self) -> None:
        assert _estimate().count == Count.exactly(8_500)
        assert str(_estimate()) == "8,500"

    def test_what_is_rounded_says_so_and_what_has_no_number_says_that(self) -> None:
        assert str(_estimate(number=34_000, about=True)) == "about 34,000"
        assert str(_estimate(number=None)) == "not known"

    def test_groups_are_included_only_as_far_as_the_source_says(self) -> None:
        estimate = _estimate(includes={Group.YOUNG: Inclusion.IN_PRINCIPLE})
        assert estimate.inclusion_of(Group.YOUNG) is Inclusion.IN_PRINCIPLE
        assert estimate.inclusion_of(Group.OLDER) is None

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("reference", ""),
            ("count", "34,000"),
            ("population", "Northshire"),
            ("source", "a survey"),
            ("year", 2024),
            ("year", datetime(2024, 1, 1)),
            ("certainty", "fairly"),
            ("fewer_than", ""),
            ("derived_from", 5),
        ],
    )
    def test_what_can_never_be_right_is_refused_by_name(self, field: str, value: object) -> None:
        given: dict[str, Any] = {
            "reference": "E1",
            "count": 1,
            "population": NORTHSHIRE,
            "source": SOURCE,
        }
        with pytest.raises(InvalidValueError) as refused:
            Estimate(**(given | {field: value}))
        assert refused.value.field == field

    def test_a_truth_value_is_no_number_of_people(self) -> None:
        with pytest.raises(InvalidValueError, match="a whole number from 0"):
            _estimate(number=True)

    def test_everything_that_is_wrong_is_reported_together(self) -> None:
        wrong: Any = "wrong"
        with pytest.raises(InvalidValueError) as refused:
            Estimate("", wrong, wrong, wrong)
        fields = [each.field for each in refused.value.problems]
        assert fields == ["reference", "count", "population", "source"]


class TestProportions:
    def test_a_share_keeps_its_own_numbers(self) -> None:
        share = Proportion("S1", 2, 24, NORTHSHIRE, SOURCE)
        assert str(share) == "2 in 24"
        assert share.share == Fraction(1, 12)

    @pytest.mark.parametrize(("part", "whole"), [(0, 1), (1, 1), (0, 12)])
    def test_none_and_all_are_shares(self, part: int, whole: int) -> None:
        assert Proportion("S1", part, whole, NORTHSHIRE, SOURCE).share == Fraction(part, whole)

    @pytest.mark.parametrize(("part", "whole"), [(0, 0), (2, 1), (-1, 12), (1, -1), (True, 12)])
    def test_a_share_of_nobody_and_a_part_above_the_whole_are_refused(
        self, part: int, whole: int
    ) -> None:
        with pytest.raises(InvalidValueError, match="part"):
            Proportion("S1", part, whole, NORTHSHIRE, SOURCE)


class TestWhatAFigureSaysOfItself:
    def test_a_figure_that_says_everything_is_met(self) -> None:
        full = _estimate(
            certainty=Certainty.SURVEYED, accurate=True, includes={Group.YOUNG: Inclusion.YES}
        )
        assert set(_results(full).values()) == {Result.MET}
        assert list(_results(full)) == [each.id for each in STATING]

    @pytest.mark.parametrize("unstated", list(Unstated))
    def test_without_a_definition_the_figure_stays_open(self, unstated: Unstated) -> None:
        estimate = _estimate(population=attrs.evolve(NORTHSHIRE, definition=unstated))
        verdict = check_statement(estimate)
        assert verdict.result is Result.UNDETERMINED
        assert [each.field for each in verdict.missing] == ["population.definition"]

    def test_that_none_was_used_is_shown_and_that_none_is_stated_is_not(self) -> None:
        def _measured(unstated: Unstated) -> object:
            population = attrs.evolve(NORTHSHIRE, definition=unstated)
            return check_statement(_estimate(population=population)).findings[0].measured

        assert _measured(Unstated.NONE_USED) == "none in particular was used"
        assert _measured(Unstated.NOT_STATED) is None

    @pytest.mark.parametrize(
        ("estimate", "rule_id"),
        [
            (
                _estimate(population=attrs.evolve(NORTHSHIRE, ages=Unstated.NOT_STATED)),
                "ages-stated",
            ),
            (
                _estimate(population=attrs.evolve(NORTHSHIRE, area=Unstated.NOT_STATED)),
                "area-stated",
            ),
            (_estimate(year=None), "year-stated"),
            (_estimate(number=None), "number-stated"),
        ],
        ids=["ages", "area", "year", "number"],
    )
    def test_whatever_else_is_not_said_is_missing(self, estimate: Estimate, rule_id: str) -> None:
        open_rules = [
            each.rule
            for each in check_statement(estimate).findings
            if each.binding and each.missing
        ]
        assert open_rules == [f"identification.{rule_id}"]

    @pytest.mark.parametrize(
        ("more", "result"),
        [
            ({}, Result.UNDETERMINED),
            ({"accurate": True}, Result.MET),
            ({"accurate": False}, Result.NOT_MET),
            ({"seldom_recognise_themselves": [Group.YOUNG]}, Result.NOT_MET),
        ],
    )
    def test_whether_a_source_stands_by_its_figure_is_only_advice(
        self, more: dict[str, Any], result: Result
    ) -> None:
        estimate = _estimate(**more)
        assert _results(estimate)["identification.accuracy"] is result
        assert check_statement(estimate).is_met

    def test_whom_it_may_miss_is_named(self) -> None:
        estimate = _estimate(seldom_recognise_themselves=[Group.YOUNG, Group.OLDER])
        (found,) = [
            each for each in check_statement(estimate).findings if each.rule.endswith("accuracy")
        ]
        assert found.note == "may miss older carers, young carers"

    @pytest.mark.parametrize(
        ("includes", "result"),
        [
            ({}, Result.UNDETERMINED),
            ({Group.YOUNG: Inclusion.IN_PRINCIPLE}, Result.UNDETERMINED),
            ({Group.YOUNG: Inclusion.YES}, Result.MET),
            ({Group.YOUNG: Inclusion.NO}, Result.MET),
        ],
    )
    def test_young_carers_in_principle_are_not_young_carers_counted(
        self, includes: dict[Group, Inclusion], result: Result
    ) -> None:
        found = _results(_estimate(includes=includes))
        assert found["identification.young-carers-included"] is result

    @pytest.mark.parametrize(
        ("certainty", "result"),
        [
            (Certainty.COUNTED, Result.MET),
            (Certainty.DERIVED, Result.MET),
            (Certainty.QUOTED, Result.UNDETERMINED),
            (Certainty.NOT_STATED, Result.UNDETERMINED),
        ],
    )
    def test_a_figure_that_is_only_quoted_does_not_say_how_it_came_about(
        self, certainty: Certainty, result: Result
    ) -> None:
        found = _results(_estimate(certainty=certainty))
        assert found["identification.method-stated"] is result

    def test_a_share_is_asked_only_what_a_share_can_say(self) -> None:
        share = Proportion("S1", 1, 12, NORTHSHIRE, SOURCE, YEAR)
        assert check_statement(share).is_met
        assert not {"identification.accuracy"} & set(_results(share))

    def test_a_council_adds_a_rule_of_its_own(self) -> None:
        @rule(id="own.census-only", title="Census figures", citation=SOURCE, in_force=YEAR)
        def census_only(statement: Statement, _basis: Basis) -> list[Finding]:
            template = check_statement(statement).findings[0]
            return [template._replace(rule="own.census-only", result=Result.NOT_MET)]

        own = STATING.extended([census_only], name="Northshire", edition="1")
        verdict = check_statement(_estimate(), rules=own)
        assert [each.rule for each in verdict.unmet] == ["own.census-only"]
        assert verdict.basis is not None
        assert verdict.basis.own_rules == ("own.census-only",)

    def test_what_is_no_figure_is_refused(self) -> None:
        wrong: Any = 34_000
        with pytest.raises(InvalidValueError, match="statement"):
            check_statement(wrong)


class TestComparing:
    def test_figures_of_the_same_people_have_a_difference(self) -> None:
        compared = compare(_estimate("A", 34_200), _estimate("B", 34_000))
        assert compared.verdict.is_met
        assert compared.difference == Gap(200, 200)

    def test_a_figure_without_a_number_has_none(self) -> None:
        compared = compare(_estimate("A", None), _estimate("B"))
        assert compared.verdict.is_met
        assert compared.difference is None

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("area", "Southshire"),
            ("ages", Ages(5)),
            ("definition", "CEN21"),
            ("among", "patients"),
        ],
    )
    def test_each_difference_is_named(self, field: str, value: object) -> None:
        changed: dict[str, Any] = {field: value}
        other = attrs.evolve(NORTHSHIRE, **changed)
        compared = compare(_estimate("A"), _estimate("B", population=other))
        (finding,) = compared.verdict.unmet
        assert finding.rule == f"identification.same-{field}"
        assert finding.permitted == str(value)
        assert compared.difference is None

    def test_what_one_does_not_say_is_missing_by_its_name(self) -> None:
        silent = attrs.evolve(NORTHSHIRE, ages=Unstated.NOT_STATED)
        compared = compare(_estimate("A"), _estimate("B", population=silent))
        assert compared.verdict.result is Result.UNDETERMINED
        assert [each.field for each in compared.verdict.missing] == ["B.population.ages"]

    @pytest.mark.parametrize(
        ("year", "result"),
        [
            (YEAR, Result.MET),
            (date(2024, 1, 1), Result.NOT_MET),
            (None, Result.UNDETERMINED),
        ],
    )
    def test_another_year_is_only_advice(self, year: object, result: Result) -> None:
        compared = compare(_estimate("A"), _estimate("B", year=year))
        found = {each.rule: each.result for each in compared.verdict.findings}
        assert found["identification.same-year"] is result
        assert compared.verdict.is_met

    def test_a_council_may_allow_another_definition_and_still_sees_that_it_differs(self) -> None:
        census = attrs.evolve(NORTHSHIRE, definition="CEN21")
        basis = COMPARING.basis(conventions={"identification.definitions": "allowed"})
        compared = compare(_estimate("A"), _estimate("B", 8_000, population=census), basis=basis)
        assert compared.difference == Gap(500, 500)
        found = {each.rule: each for each in compared.verdict.findings}
        assert found["identification.same-definition"].result is Result.NOT_MET
        assert not found["identification.same-definition"].binding

    def test_a_number_and_a_share_ask_for_what_it_is_a_share_of(self) -> None:
        share = Proportion("S1", 1, 12, NORTHSHIRE, SOURCE, YEAR)
        compared = compare(_estimate(), share)
        assert compared.verdict.result is Result.UNDETERMINED
        assert [each.field for each in compared.verdict.missing] == ["S1.base"]

    def test_two_shares_of_the_same_people_compare_without_a_difference(self) -> None:
        share = Proportion("S1", 1, 12, NORTHSHIRE, SOURCE, YEAR)
        compared = compare(share, attrs.evolve(share, reference="S2"))
        assert compared.verdict.is_met
        assert compared.difference is None

    @pytest.mark.parametrize("field", ["left", "right"])
    def test_only_figures_are_compared(self, field: str) -> None:
        given: dict[str, Any] = {"left": _estimate(), "right": _estimate()}
        with pytest.raises(InvalidValueError) as refused:
            compare(**(given | {field: 34_000}))
        assert refused.value.field == field


class TestApplyingAShare:
    SHARE = Proportion("1 in 12", 1, 12, NORTHSHIRE, SOURCE, YEAR)

    @pytest.mark.parametrize(
        ("number", "gives", "about"),
        [(0, 0, False), (5, 0, True), (6, 1, True), (12, 1, False), (17, 1, True), (18, 2, True)],
    )
    def test_people_are_whole_and_halves_go_up(
        self, number: int, gives: int, *, about: bool
    ) -> None:
        applied = apply_proportion(self.SHARE, Base("B", number, NORTHSHIRE, YEAR))
        assert applied.estimate is not None
        assert applied.estimate.count == Count.exactly(gives)
        assert applied.estimate.about is about
        assert applied.estimate.reference == "1 in 12 of B"

    def test_the_estimate_takes_the_definition_of_the_share_and_the_place_of_the_base(
        self,
    ) -> None:
        place = Population(area="Southshire", ages=Ages())
        applied = apply_proportion(self.SHARE, Base("B", 12, place))
        assert applied.estimate is not None
        assert applied.estimate.population == attrs.evolve(NORTHSHIRE, area="Southshire")

    @pytest.mark.parametrize(
        ("ages", "result"),
        [
            (Ages(), Result.MET),
            (Ages(5), Result.NOT_MET),
            (Unstated.NOT_STATED, Result.UNDETERMINED),
        ],
    )
    def test_other_ages_are_refused(self, ages: Ages | Unstated, result: Result) -> None:
        base = Base("B", 12, attrs.evolve(NORTHSHIRE, ages=ages))
        applied = apply_proportion(self.SHARE, base)
        assert applied.verdict.result is result
        assert (applied.estimate is not None) is (result is Result.MET)

    def test_a_group_that_neither_divides_by_age_is_the_same_group(self) -> None:
        pupils = Population(area="England", among="pupils")
        share = attrs.evolve(self.SHARE, population=pupils)
        assert apply_proportion(share, Base("B", 12, pupils)).estimate is not None
        divided = attrs.evolve(pupils, ages=Ages(11, 15))
        assert apply_proportion(share, Base("B", 12, divided)).estimate is None

    def test_everybody_of_unknown_ages_is_not_the_same_group(self) -> None:
        someone = Population(area="England")
        share = attrs.evolve(self.SHARE, population=someone)
        applied = apply_proportion(share, Base("B", 12, someone))
        assert applied.verdict.result is Result.UNDETERMINED

    @pytest.mark.parametrize("number", [-1, 1.5, True])
    def test_a_base_is_a_number_of_people(self, number: int) -> None:
        with pytest.raises(InvalidValueError, match="number"):
            Base("B", number, NORTHSHIRE)


class TestCensusTables:
    def test_parts_that_do_not_add_up_are_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="53,413,098"):
            attrs.evolve(ENGLAND_2021, total=53_413_097)

    def test_a_band_is_found_and_one_of_another_table_is_not(self) -> None:
        assert ENGLAND_2021.number_in(BANDS_2021[-1]) == 1_404_771
        with pytest.raises(InvalidValueError, match="band"):
            ENGLAND_2021.number_in(BANDS_2011[0])

    def test_a_table_merges_into_its_own_bands_unchanged(self) -> None:
        assert ENGLAND_2021.merged_into(BANDS_2021) == ENGLAND_2021

    def test_a_band_that_no_band_fills_is_refused(self) -> None:
        extra = (*BANDS_2021, HoursBand("100 hours or more", 100, None))
        with pytest.raises(InvalidValueError, match="whole bands"):
            ENGLAND_2021.merged_into(extra)
