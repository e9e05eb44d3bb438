"""The school census: three codes, one census a year, and silence that is no answer."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from carerslib.carers.populations import (
    Count,
    IndependentReturn,
    SchoolCode,
    SchoolReturn,
    check_return,
    school_code,
    together,
)
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.periods import DateRange
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.periods import Day

JANUARY: Final = DateRange.month(2024, 1)
CENSUS_DAY: Final = date(2024, 1, 18)


def test_each_code_says_who_identified_the_pupil() -> None:
    assert [each.value for each in SchoolCode] == ["N", "P", "S"]
    assert "not declared" in SchoolCode.NOT_DECLARED.meaning
    assert "parent" in SchoolCode.BY_PARENT.meaning
    assert "school" in SchoolCode.BY_SCHOOL.meaning


def test_a_wrong_code_is_named_by_its_place_and_not_repeated() -> None:
    with pytest.raises(InvalidValueError) as refused:
        SchoolReturn.of_codes("school", JANUARY, ["N", "Y"])
    assert refused.value.field == "codes[1]"
    assert "'Y'" not in str(refused.value)


def test_codes_are_counted() -> None:
    returned = SchoolReturn.of_codes("school", CENSUS_DAY, ["N", "P", "S", "S", "N"])
    assert (returned.not_declared, returned.by_parent, returned.by_school) == (2, 1, 2)
    assert returned.pupils == 5
    assert returned.identified == 3
    assert returned.share == Fraction(3, 5)


def test_the_field_of_a_code_is_the_callers_to_name() -> None:
    with pytest.raises(InvalidValueError) as refused:
        school_code("Y", field="pupil.young_carer")
    assert refused.value.field == "pupil.young_carer"


class TestWhenItIsAsked:
    @pytest.mark.parametrize(
        "on",
        [
            date(2023, 1, 1),
            date(2023, 1, 31),
            date(2024, 1, 18),
            DateRange.month(2023, 1),
            DateRange(date(2025, 1, 13), date(2025, 1, 17)),
        ],
        ids=str,
    )
    def test_in_january_from_2023(self, on: Day) -> None:
        assert SchoolReturn("school", on, 900).on == on

    @pytest.mark.parametrize(
        "on",
        [
            date(2022, 12, 31),
            date(2023, 2, 1),
            date(2023, 5, 18),
            DateRange(date(2023, 1, 31), date(2023, 2, 1)),
            DateRange(date(2023, 1, 1), date(2024, 1, 31)),
            datetime(2024, 1, 18),
            "January",
            None,
        ],
        ids=str,
    )
    def test_in_no_other_month(self, on: Day) -> None:
        with pytest.raises(InvalidValueError) as refused:
            SchoolReturn("school", on, 900)
        assert refused.value.field == "on"

    @pytest.mark.parametrize("on", [date(2022, 1, 31), DateRange.month(2022, 1)], ids=str)
    def test_and_not_before(self, on: Day) -> None:
        with pytest.raises(NotInForceError, match="asked from 1 January 2023"):
            SchoolReturn("school", on, 900)


@pytest.mark.parametrize(
    ("field", "value"),
    [("reference", ""), ("not_declared", -1), ("by_parent", True), ("by_school", 1.5)],
)
def test_what_can_never_be_right_is_refused_without_being_repeated(field: str, value: int) -> None:
    changed: dict[str, Any] = {field: value}
    with pytest.raises(InvalidValueError) as refused:
        attrs.evolve(SchoolReturn("school", JANUARY, 900), **changed)
    assert refused.value.field == field
    assert "not shown" in str(refused.value)


def test_small_numbers_are_not_shown_by_a_repr() -> None:
    returned = SchoolReturn("school", JANUARY, 30, by_parent=1)
    assert "by_parent" not in repr(returned)
    (finding,) = check_return(returned).findings
    assert "1," not in repr(finding)
    assert finding.private


@pytest.mark.parametrize(
    ("by_parent", "result"), [(0, Result.UNDETERMINED), (1, Result.MET), (2, Result.MET)]
)
def test_one_pupil_is_information(by_parent: int, result: Result) -> None:
    returned = SchoolReturn("school", CENSUS_DAY, 900 - by_parent, by_parent)
    assert check_return(returned).result is result


def test_no_pupils_at_all_is_no_information() -> None:
    returned = SchoolReturn("school", JANUARY, 0)
    assert check_return(returned).result is Result.UNDETERMINED
    assert returned.share is None


def test_only_a_return_is_checked() -> None:
    wrong: Any = ["N"]
    with pytest.raises(InvalidValueError, match="returned"):
        check_return(wrong)


class TestSchoolsTogether:
    NAMED = SchoolReturn("first", JANUARY, 892, by_parent=3, by_school=5)
    SILENT = SchoolReturn("second", JANUARY, 900)

    def test_schools_that_each_name_some_add_up(self) -> None:
        other = SchoolReturn("third", JANUARY, 99, by_school=1)
        found = together([self.NAMED, other])
        assert found.identified == Count.exactly(9)
        assert found.pupils == 1_000
        assert found.without_information == ()

    def test_a_silent_school_leaves_only_the_least(self) -> None:
        found = together([self.NAMED, self.SILENT])
        assert found.identified == Count.at_least(8)
        assert found.pupils == 900, "the silent school's pupils are no base"
        assert found.without_information == ("second",)

    def test_no_school_is_nobody(self) -> None:
        assert together([]).identified == Count.exactly(0)

    def test_a_school_counts_once_and_all_on_one_day(self) -> None:
        with pytest.raises(InvalidValueError, match="each school once"):
            together([self.NAMED, self.NAMED])
        later = attrs.evolve(self.SILENT, on=DateRange.month(2025, 1))
        with pytest.raises(InvalidValueError, match="one census day"):
            together([self.NAMED, later])

    def test_an_independent_school_adds_its_count_whose_pupils_may_not_be_known(self) -> None:
        counted = IndependentReturn("third", JANUARY, 2, pupils=100)
        found = together([self.NAMED, counted])
        assert (found.identified, found.pupils) == (Count.exactly(10), 1_000)
        unknown = together([self.NAMED, attrs.evolve(counted, pupils=None)])
        assert (unknown.identified, unknown.pupils) == (Count.exactly(10), None)
        silent = together([self.NAMED, attrs.evolve(counted, young_carers=0)])
        assert (silent.identified, silent.pupils) == (Count.at_least(8), 900)


class TestIndependentSchools:
    """They give a count and no codes, from January 2024."""

    COUNTED = IndependentReturn("school", CENSUS_DAY, 4, pupils=200)

    @pytest.mark.parametrize("on", [date(2024, 1, 1), JANUARY, DateRange.month(2026, 1)])
    def test_from_january_2024(self, on: Day) -> None:
        assert IndependentReturn("school", on, 1).identified == 1

    @pytest.mark.parametrize("on", [date(2023, 1, 31), DateRange.month(2023, 1)])
    def test_and_not_before(self, on: Day) -> None:
        with pytest.raises(NotInForceError, match="January 2024"):
            IndependentReturn("school", on, 1)

    @pytest.mark.parametrize(
        ("pupils", "young_carers", "told"),
        [
            (200, 4, "4, 2.0% of pupils"),
            (None, 4, "4"),
            (4, 4, "4, 100.0% of pupils"),
        ],
    )
    def test_a_count_is_information(self, pupils: int | None, young_carers: int, told: str) -> None:
        returned = attrs.evolve(self.COUNTED, young_carers=young_carers, pupils=pupils)
        (finding,) = check_return(returned).findings
        assert (finding.result, finding.measured) == (Result.MET, told)

    @pytest.mark.parametrize("pupils", [None, 0, 200])
    def test_a_count_of_none_is_no_information(self, pupils: int | None) -> None:
        returned = attrs.evolve(self.COUNTED, young_carers=0, pupils=pupils)
        (finding,) = check_return(returned).findings
        assert (finding.result, finding.permitted) == (Result.UNDETERMINED, 0)
        assert [each.field for each in finding.missing] == ["young_carers"]
        assert (returned.identified, returned.share) == (None, None)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("reference", " "),
            ("on", date(2024, 2, 1)),
            ("young_carers", -1),
            ("young_carers", 201),
            ("pupils", True),
        ],
    )
    def test_what_can_never_be_right_is_refused(self, field: str, value: object) -> None:
        changed: dict[str, Any] = {field: value}
        with pytest.raises(InvalidValueError) as refused:
            attrs.evolve(self.COUNTED, **changed)
        assert refused.value.field == field

    def test_small_numbers_are_not_shown_by_a_repr(self) -> None:
        assert "young_carers" not in repr(self.COUNTED)
        assert "pupils" not in repr(self.COUNTED)
