from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carerslib.carers import (
    LEAP_DAY_BIRTHDAY,
    RULES,
    Carer,
    Person,
    PersonCaredFor,
    RecognisedBy,
    Recognition,
    WhyHelpIsNeeded,
    aged_at_least,
    birthday,
)
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.testing.strategies import days

SOMEONE = Person("P1")


def test_a_person_is_shown_by_the_callers_own_key_alone() -> None:
    assert repr(Person("P1", date(2008, 2, 29))) == "Person(reference='P1')"


@pytest.mark.parametrize("reference", ["", " ", None, 1])
def test_a_person_needs_a_key(reference: object) -> None:
    with pytest.raises(InvalidValueError, match="own key") as caught:
        Person(reference)  # type: ignore[arg-type]
    assert caught.value.field == "reference"


@pytest.mark.parametrize("born", ["1960-05-01", datetime(1960, 5, 1), 1960])
def test_a_birth_is_a_day_or_a_range_of_days(born: object) -> None:
    with pytest.raises(InvalidValueError, match="born: expected a date without a time"):
        Person("P1", born)  # type: ignore[arg-type]


class TestFamilyLawReformAct1969Section9:
    @pytest.mark.parametrize(
        ("day", "adult"),
        [(date(2026, 5, 9), False), (date(2026, 5, 10), True), (date(2026, 5, 11), True)],
        ids=["the day before", "the birthday", "the day after"],
    )
    def test_an_age_is_reached_as_the_birthday_begins(self, day: date, *, adult: bool) -> None:
        assert aged_at_least(Person("P1", date(2008, 5, 10)), 18, day) is adult

    @pytest.mark.parametrize(
        ("choice", "expected"),
        [
            (None, date(2026, 3, 1)),
            ("1 March", date(2026, 3, 1)),
            ("28 February", date(2026, 2, 28)),
        ],
    )
    def test_which_day_counts_for_a_birth_on_29_february_is_a_convention(
        self, choice: str | None, expected: date
    ) -> None:
        basis = RULES.basis(conventions={LEAP_DAY_BIRTHDAY.name: choice}) if choice else None
        assert birthday(date(2008, 2, 29), 18, basis) == expected

    def test_a_leap_year_has_the_day_itself(self) -> None:
        assert birthday(date(2008, 2, 29), 20) == date(2028, 2, 29)

    def test_a_birth_on_28_february_is_no_leap_day(self) -> None:
        assert birthday(date(2008, 2, 28), 18) == date(2026, 2, 28)

    @given(days())
    def test_a_birthday_is_on_the_same_day_of_the_year_unless_it_is_a_leap_day(
        self, born: date
    ) -> None:
        reached = birthday(born, 18)
        same = (reached.month, reached.day) == (born.month, born.day)
        assert same or (born.month, born.day) == (2, 29)
        assert reached.year == born.year + 18

    @given(days(), days(), st.integers(1, 120), st.sampled_from(LEAP_DAY_BIRTHDAY.options))
    def test_an_age_is_reached_from_the_birthday_on_and_not_before(
        self, born: date, day: date, years: int, choice: str
    ) -> None:
        basis = RULES.basis(conventions={LEAP_DAY_BIRTHDAY.name: choice})
        expected = birthday(born, years, basis) <= day
        assert aged_at_least(Person("P1", born), years, day, basis) is expected

    @pytest.mark.parametrize("choice", LEAP_DAY_BIRTHDAY.options)
    @pytest.mark.parametrize("born", [date(2008, 2, 28), date(2008, 2, 29), date(2008, 3, 1)])
    @pytest.mark.parametrize("year", [2026, 2028])
    def test_the_days_about_the_end_of_february(self, year: int, born: date, choice: str) -> None:
        basis = RULES.basis(conventions={LEAP_DAY_BIRTHDAY.name: choice})
        first = date(year, 2, 27)
        for day in (first + timedelta(days=n) for n in range(4)):
            expected = birthday(born, year - 2008, basis) <= day
            assert aged_at_least(Person("P1", born), year - 2008, day, basis) is expected

    def test_a_birth_with_no_last_day_is_open_from_the_first_birthday_it_may_have(self) -> None:
        person = Person("P1", DateRange.onwards(date(2008, 5, 10)))
        assert aged_at_least(person, 18, date(2026, 5, 9)) is False
        assert aged_at_least(person, 18, date(2026, 5, 10)) is None


@pytest.mark.parametrize(
    ("day", "adult"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), None),
        (date(2026, 12, 30), None),
        (date(2026, 12, 31), True),
    ],
)
def test_a_birth_known_to_the_year_leaves_open_the_days_it_does_not_settle(
    day: date,
    adult: bool | None,  # noqa: FBT001 - what the table expects
) -> None:
    assert aged_at_least(Person("P1", DateRange.year(2008)), 18, day) is adult


def test_nothing_is_known_of_an_age_without_a_birth() -> None:
    assert aged_at_least(SOMEONE, 18, date(2026, 1, 1)) is None


class TestWhoKnows:
    carer = Carer(
        SOMEONE,
        recognitions=(
            Recognition(RecognisedBy.GP, date(2024, 3, 1)),
            Recognition(RecognisedBy.GP, date(2025, 3, 1), known=False),
            Recognition(RecognisedBy.SCHOOL, DateRange.month(2024, 6)),
        ),
    )

    @pytest.mark.parametrize(
        ("day", "known"),
        [
            (date(2024, 2, 29), None),
            (date(2024, 3, 1), True),
            (date(2025, 2, 28), True),
            (date(2025, 3, 1), False),
        ],
    )
    def test_the_latest_recognition_by_then_counts(
        self,
        day: date,
        known: bool | None,  # noqa: FBT001 - what the table expects
    ) -> None:
        assert self.carer.known_to(RecognisedBy.GP, day) is known

    def test_each_body_knows_apart_from_the_others(self) -> None:
        assert self.carer.known_to(RecognisedBy.COUNCIL, date(2026, 1, 1)) is None

    @pytest.mark.parametrize(
        ("day", "known"), [(date(2024, 6, 29), None), (date(2024, 6, 30), True)]
    )
    def test_a_day_known_to_the_month_counts_from_its_end(
        self,
        day: date,
        known: bool | None,  # noqa: FBT001 - what the table expects
    ) -> None:
        assert self.carer.known_to(RecognisedBy.SCHOOL, day) is known

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"by": "GP"}, "by"),
            ({"on": None}, "on"),
            ({"on": "2024"}, "on"),
            ({"known": None}, "known"),
        ],
    )
    def test_a_recognition_has_a_body_a_day_and_an_answer(
        self, wrong: dict[str, Any], field: str
    ) -> None:
        right: dict[str, Any] = {"by": RecognisedBy.GP, "on": date(2024, 3, 1)}
        with pytest.raises(InvalidValueError) as caught:
            Recognition(**(right | wrong))
        assert caught.value.field == field


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("recognitions", ("GP",)),
        ("employee", 1),
        ("in_full_time_education", "yes"),
        ("net_weekly_earnings", 95),
        ("meets_residence_rule", 0),
        ("under_pension_age", "no"),
        ("hours_in_all", -1),
        ("hours_in_all", 169),
        ("hours_in_all", True),
        ("hours_in_all", 3.5),
    ],
)
def test_a_fact_about_a_carer_that_cannot_be_is_refused_without_being_repeated(
    field: str, wrong: object
) -> None:
    with pytest.raises(InvalidValueError, match="a value that is not shown") as caught:
        Carer(SOMEONE, **{field: wrong})  # type: ignore[arg-type]
    assert caught.value.field == field


@pytest.mark.parametrize("hours", [0, 168])
def test_a_week_has_from_none_to_168_hours(hours: int) -> None:
    assert Carer(SOMEONE, hours_in_all=hours).hours_in_all == hours


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("disabled", "yes"),
        ("needs_help_because", ("illness",)),
        ("assessed_for_community_care", 1),
        ("assessed_as_disabled_child", 1),
        ("assessed_for_after_care", 1),
        ("receives_qualifying_benefit", 1),
        ("level_of_care_accepted", 1),
        ("has_long_term_care_need", 1),
    ],
)
def test_a_fact_about_someone_cared_for_that_cannot_be_is_refused(
    field: str, wrong: object
) -> None:
    with pytest.raises(InvalidValueError, match="a value that is not shown") as caught:
        PersonCaredFor(SOMEONE, **{field: wrong})  # type: ignore[arg-type]
    assert caught.value.field == field


def test_a_carer_and_a_person_cared_for_are_people() -> None:
    with pytest.raises(InvalidValueError, match="person: expected a Person"):
        Carer("P1")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="person: expected a Person"):
        PersonCaredFor(None)  # type: ignore[arg-type]


def test_several_wrong_facts_are_reported_together() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Carer(SOMEONE, employee=1, hours_in_all=200)  # type: ignore[arg-type]
    assert [problem.field for problem in caught.value.problems] == ["employee", "hours_in_all"]


def test_facts_about_people_are_not_shown() -> None:
    carer = Carer(SOMEONE, net_weekly_earnings=Money.pounds("95.00"), employee=True)
    assert repr(carer) == "Carer(person=Person(reference='P1'))"


@pytest.mark.parametrize(
    ("reasons", "answer"),
    [
        (None, None),
        ((), False),
        ((WhyHelpIsNeeded.OLD_AGE,), False),
        ((WhyHelpIsNeeded.OLD_AGE, WhyHelpIsNeeded.ILLNESS), True),
    ],
)
def test_why_help_is_needed_may_be_unrecorded_or_recorded_as_none_of_these(
    reasons: tuple[WhyHelpIsNeeded, ...] | None,
    answer: bool | None,  # noqa: FBT001 - what the table expects
) -> None:
    cared_for = PersonCaredFor(SOMEONE, needs_help_because=reasons)
    assert cared_for.needs_help_from(WhyHelpIsNeeded.ILLNESS) is answer


@pytest.mark.parametrize("wrong", [WhyHelpIsNeeded.OLD_AGE, "old age", 3])
def test_one_reason_for_help_alone_is_refused_once_and_not_letter_by_letter(wrong: object) -> None:
    with pytest.raises(InvalidValueError, match=r"^needs_help_because: expected several") as caught:
        PersonCaredFor(Person("B"), needs_help_because=wrong)  # type: ignore[arg-type]
    assert str(wrong) not in str(caught.value)


def test_one_recognition_alone_is_refused_by_the_name_of_its_field() -> None:
    by_gp = Recognition(RecognisedBy.GP, date(2020, 1, 1))
    with pytest.raises(InvalidValueError, match=r"^recognitions: expected several"):
        Carer(Person("A"), recognitions=by_gp)  # type: ignore[arg-type]
