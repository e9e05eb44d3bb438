"""Worked cases on finding carers, by number, and the Census of 2021 for England to the last digit.

Each is restated from the facts with its expected answer: M06 to M09 and M30.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

import pytest

from carerslib.carers import BANDS_2011, BANDS_2021, HoursBand
from carerslib.carers.populations import (
    ENGLAND_2021,
    PUBLISHED,
    Ages,
    Base,
    Certainty,
    Count,
    Estimate,
    Gap,
    Keeper,
    Overlap,
    Population,
    Proportion,
    Register,
    Registers,
    SchoolReturn,
    apply_proportion,
    check_return,
    compare,
    identify,
    percent,
    school_code,
)
from carerslib.carers.populations.published import (
    HEREFORDSHIRE_2011,
    HEREFORDSHIRE_2021,
    HEREFORDSHIRE_SURVEY_2011,
    SCHOOL_CENSUS_2023,
    SCHOOL_CENSUS_2024,
    YOUNG_CARERS_2010,
    YOUNG_CARERS_2010_UK,
    YOUNG_CARERS_2011,
    YOUNG_CARERS_2021,
)
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.verdicts import Result

NORTHSHIRE: Final = Population(area="Northshire", ages=Ages(), definition="CA14_S10")
ESTIMATE: Final = Estimate("E1", 8_500, NORTHSHIRE, Citation.record("needs assessment"))
GP: Final = Register("GP", Keeper.GP, 1_200, NORTHSHIRE)
COUNCIL: Final = Register("council", Keeper.COUNCIL, 900, NORTHSHIRE)
ON_BOTH: Final = Overlap.exactly(("GP", "council"), 400)
JANUARY_2024: Final = DateRange.month(2024, 1)


@pytest.mark.parametrize(
    ("overlaps", "known", "rate", "gap"),
    [
        pytest.param([ON_BOTH], "1,700", "20.0%", "6,800", id="M06"),
        pytest.param([], "1,200 to 2,100", "14.1% to 24.7%", "6,400 to 7,300", id="M07"),
    ],
)
def test_known_carers_against_an_estimate(
    overlaps: list[Overlap], known: str, rate: str, gap: str
) -> None:
    found = identify(Registers([GP, COUNCIL], overlaps), ESTIMATE)
    assert found.verdict.is_met
    assert (str(found.known), str(found.rate), str(found.gap)) == (known, rate, gap)


class TestM08:
    def test_a_school_that_names_eight_of_900(self) -> None:
        returned = SchoolReturn("school", JANUARY_2024, 892, by_parent=3, by_school=5)
        assert check_return(returned).is_met
        assert returned.identified == 8
        assert returned.share is not None
        assert percent(returned.share) == "0.9%"

    def test_a_school_of_900_that_returns_only_n_gives_no_information(self) -> None:
        returned = SchoolReturn("school", JANUARY_2024, 900)
        verdict = check_return(returned)
        assert verdict.result is Result.UNDETERMINED
        (finding,) = verdict.findings
        assert finding.note == "no information"
        assert returned.identified is None, "never 0"


class TestM09:
    @pytest.mark.parametrize("code", ["N", "P", "S"])
    def test_the_census_has_three_codes(self, code: str) -> None:
        assert school_code(code).value == code

    @pytest.mark.parametrize("code", ["Y", "n", "", "NP", "YES"])
    def test_no_other_code_is_read(self, code: str) -> None:
        with pytest.raises(InvalidValueError, match="expected N, P or S"):
            school_code(code)


class TestM30:
    ONE_IN_TWELVE = Proportion(
        "1 in 12",
        1,
        12,
        YOUNG_CARERS_2010.population,
        YOUNG_CARERS_2010.source,
        YOUNG_CARERS_2010.year,
        certainty=Certainty.QUOTED,
    )

    def _pupils(self, among: str = "pupils of secondary schools") -> Base:
        return Base("pupils here", 12_000, Population(area="Herefordshire", among=among))

    def test_one_in_twelve_of_12_000_pupils_is_1_000_with_the_survey_of_2010_on_it(self) -> None:
        applied = apply_proportion(self.ONE_IN_TWELVE, self._pupils())
        assert applied.estimate is not None
        assert applied.estimate.count == Count.exactly(1_000)
        assert applied.estimate.derived_from == "1 in 12"
        assert applied.estimate.year == DateRange.year(2010)
        assert applied.estimate.source.source == "BBC, survey of young carers"
        assert applied.estimate.certainty is Certainty.DERIVED

    def test_that_it_was_found_elsewhere_is_said(self) -> None:
        verdict = apply_proportion(self.ONE_IN_TWELVE, self._pupils()).verdict
        advice = {each.rule: each.result for each in verdict.findings if not each.binding}
        assert advice["identification.same-area"] is Result.NOT_MET

    def test_it_is_not_taken_of_all_children(self) -> None:
        applied = apply_proportion(self.ONE_IN_TWELVE, self._pupils("all children"))
        assert applied.estimate is None
        assert "identification.same-among" in {each.rule for each in applied.verdict.unmet}

    def test_the_700_000_is_not_the_same_as_the_1_in_12(self) -> None:
        compared = compare(YOUNG_CARERS_2010_UK, self.ONE_IN_TWELVE)
        assert compared.verdict.result is Result.NOT_MET
        assert [each.rule for each in compared.verdict.unmet] == ["identification.same-among"]
        assert compared.difference is None

    def test_the_700_000_is_not_scaled_to_the_pupils_of_a_county(self) -> None:
        pupils = Estimate(
            "pupils here", 12_000, self._pupils().population, Citation.record("school census")
        )
        compared = compare(YOUNG_CARERS_2010_UK, pupils)
        assert {each.rule for each in compared.verdict.unmet} == {
            "identification.same-area",
            "identification.same-among",
        }

    def test_the_survey_itself_found_a_little_more_than_one_in_twelve(self) -> None:
        assert YOUNG_CARERS_2010.share == Fraction(337, 4_029)
        assert percent(YOUNG_CARERS_2010.share) == "8.4%"
        assert YOUNG_CARERS_2010.share > Fraction(1, 12)


class TestTheCensusOf2021ForEngland:
    """Table TS039: people aged 5 and over by hours of unpaid care a week."""

    BANDS = (1_668_989, 634_736, 452_264, 517_505, 1_404_771)

    def test_every_number_is_as_published(self) -> None:
        assert ENGLAND_2021.total == 53_413_098
        assert ENGLAND_2021.none == 48_734_833
        assert ENGLAND_2021.bands == tuple(zip(BANDS_2021, self.BANDS, strict=True))
        assert ENGLAND_2021.population.ages == Ages(5)
        assert ENGLAND_2021.year == date(2021, 3, 21)

    def test_carers_are_the_sum_of_the_bands(self) -> None:
        assert ENGLAND_2021.carers == 4_678_265
        assert percent(ENGLAND_2021.share) == "8.8%"
        hundredths = round(ENGLAND_2021.share * 10_000)
        assert hundredths == 876, "8.76 per cent, not standardised for age"

    def test_the_bands_of_2011_are_made_of_whole_bands_of_2021(self) -> None:
        merged = ENGLAND_2021.merged_into(BANDS_2011)
        assert [number for _, number in merged.bands] == [2_303_725, 969_769, 1_404_771]
        assert merged.carers == ENGLAND_2021.carers

    @pytest.mark.parametrize(
        "bands",
        [
            (HoursBand("1 to 20 hours", 1, 20), HoursBand("21 hours or more", 21, None)),
            (HoursBand("1 to 19 hours", 1, 19), HoursBand("20 to 49 hours", 20, 49)),
            BANDS_2011[1:],
        ],
        ids=["a band is cut", "the last band is left over", "the first bands are left out"],
    )
    def test_bands_that_would_cut_or_lose_a_band_are_refused(
        self, bands: tuple[HoursBand, ...]
    ) -> None:
        with pytest.raises(InvalidValueError, match="bands"):
            ENGLAND_2021.merged_into(bands)

    def test_2011_and_2021_are_never_spliced(self) -> None:
        compared = compare(YOUNG_CARERS_2011, YOUNG_CARERS_2021)
        assert [each.rule for each in compared.verdict.unmet] == ["identification.same-definition"]
        assert compared.difference is None

    def test_it_can_be_what_lists_are_measured_against(self) -> None:
        estimate = ENGLAND_2021.as_estimate()
        assert estimate.count == Count.exactly(4_678_265)
        found = identify(
            Registers(
                [
                    Register(
                        "everyone",
                        Keeper.COUNCIL,
                        1_000_000,
                        ENGLAND_2021.population,
                        date(2021, 3, 21),
                    )
                ]
            ),
            estimate,
        )
        assert found.gap == Gap(3_678_265, 3_678_265)


@pytest.mark.parametrize(
    ("published", "number"),
    [
        (HEREFORDSHIRE_SURVEY_2011, 34_200),
        (HEREFORDSHIRE_2011, 21_000),
        (HEREFORDSHIRE_2021, 17_000),
        (YOUNG_CARERS_2010_UK, 700_000),
        (YOUNG_CARERS_2011, 166_363),
        (YOUNG_CARERS_2021, 120_000),
        (SCHOOL_CENSUS_2023, 38_983),
        (SCHOOL_CENSUS_2024, 53_976),
    ],
    ids=lambda value: getattr(value, "reference", None),
)
def test_published_figures_are_as_their_sources_give_them(published: Estimate, number: int) -> None:
    assert published.count == Count.exactly(number)
    assert published in PUBLISHED


@pytest.mark.parametrize("statement", PUBLISHED, ids=lambda each: each.reference)
def test_every_published_figure_says_who_counts_and_when(statement: Estimate) -> None:
    assert statement.year is not None
    assert statement.source.source
    assert isinstance(statement.population.definition, str)
    assert statement.population.definition not in ("not stated", "none in particular was used")


def test_the_survey_of_2011_and_the_census_count_other_carers_in_one_county() -> None:
    compared = compare(HEREFORDSHIRE_SURVEY_2011, HEREFORDSHIRE_2021)
    assert "identification.same-definition" in {each.rule for each in compared.verdict.unmet}
    assert compared.difference is None
