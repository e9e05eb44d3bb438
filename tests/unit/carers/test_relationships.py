from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from carerslib.carers import (
    Carer,
    CaringRelationship,
    KindOfCare,
    Person,
    PersonCaredFor,
    RegardedAsCarer,
    Tie,
)
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange

WIFE, HUSBAND, SON = Person("wife"), Person("husband"), Person("son")
DAY = date(2026, 6, 15)


def caring(**facts: object) -> CaringRelationship:
    return CaringRelationship("R1", Carer(WIFE), PersonCaredFor(HUSBAND), **facts)  # type: ignore[arg-type]


def test_a_carer_can_care_for_several_people_and_be_cared_for() -> None:
    for_husband = caring()
    for_son = CaringRelationship("R2", for_husband.carer, PersonCaredFor(SON))
    from_son = CaringRelationship("R3", Carer(SON), PersonCaredFor(WIFE))
    assert for_husband.carer == for_son.carer
    assert from_son.cared_for.person == for_son.carer.person
    assert from_son.carer.person == for_son.cared_for.person


def test_nobody_is_their_own_carer() -> None:
    with pytest.raises(InvalidValueError, match="somebody other than the carer"):
        CaringRelationship("R1", Carer(WIFE), PersonCaredFor(WIFE))


def test_a_relationship_shows_references_and_nothing_about_the_people() -> None:
    shown = repr(caring(provides=True, kinds=(KindOfCare.PERSONAL,), tie=Tie.PARTNER))
    assert shown == (
        "CaringRelationship(reference='R1', carer=Carer(person=Person(reference='wife')),"
        " cared_for=PersonCaredFor(person=Person(reference='husband')))"
    )


class TestWhenCareIsGiven:
    @pytest.mark.parametrize(
        ("since", "until", "given"),
        [
            (None, None, True),
            (date(2026, 6, 15), None, True),
            (date(2026, 6, 16), None, False),
            (DateRange.month(2026, 5), None, True),
            (DateRange.month(2026, 6), None, None),
            (DateRange.month(2026, 7), None, False),
            (None, date(2026, 6, 15), True),
            (None, date(2026, 6, 14), False),
            (None, DateRange.month(2026, 6), None),
            (date(2026, 7, 1), DateRange.month(2026, 6), False),
        ],
    )
    def test_first_and_last_day_are_both_days_of_care(
        self,
        since: date | DateRange | None,
        until: date | DateRange | None,
        given: bool | None,  # noqa: FBT001 - what the table expects
    ) -> None:
        assert caring(provides=True, since=since, until=until).provides_on(DAY) is given

    @pytest.mark.parametrize("provides", [False, None])
    def test_days_add_nothing_where_care_is_not_recorded(
        self,
        provides: bool | None,  # noqa: FBT001 - what the table holds
    ) -> None:
        assert caring(provides=provides, since=date(2020, 1, 1)).provides_on(DAY) is provides

    @pytest.mark.parametrize(
        ("provides", "intends", "either"),
        [
            (True, None, True),
            (False, True, True),
            (None, True, True),
            (False, False, False),
            (False, None, None),
            (None, False, None),
            (None, None, None),
        ],
    )
    def test_intention_is_enough(
        self,
        provides: bool | None,  # noqa: FBT001 - what the table holds
        intends: bool | None,  # noqa: FBT001 - what the table holds
        either: bool | None,  # noqa: FBT001 - what the table expects
    ) -> None:
        assert caring(provides=provides, intends=intends).provides_or_intends(DAY) is either


class TestRegardedAsCarer:
    def test_nobody_is_regarded_as_a_carer_without_a_record(self) -> None:
        assert caring().is_regarded_as_carer(DAY) is False

    @pytest.mark.parametrize(
        ("day", "regarded"),
        [(date(2026, 6, 14), True), (date(2026, 6, 15), True), (date(2026, 6, 16), False)],
    )
    def test_the_view_counts_from_its_day(self, day: date, *, regarded: bool) -> None:
        view = RegardedAsCarer(day, "team manager", "unpaid nights besides the paid days")
        assert caring(regarded_as_carer=view).is_regarded_as_carer(DAY) is regarded

    def test_a_view_against_leaves_the_exclusion_standing(self) -> None:
        view = RegardedAsCarer(DAY, "team manager", "all of it is paid", appropriate=False)
        assert caring(regarded_as_carer=view).is_regarded_as_carer(DAY) is False

    @pytest.mark.parametrize(
        ("field", "wrong"),
        [("on", "today"), ("by", ""), ("reason", " "), ("reason", None), ("appropriate", None)],
    )
    def test_it_has_a_day_a_post_and_a_reason(self, field: str, wrong: object) -> None:
        right: dict[str, Any] = {"on": DAY, "by": "team manager", "reason": "unpaid nights"}
        with pytest.raises(InvalidValueError) as caught:
            RegardedAsCarer(**(right | {field: wrong}))
        assert caught.value.field == field

    def test_the_reason_is_not_shown(self) -> None:
        assert "nights" not in repr(RegardedAsCarer(DAY, "team manager", "unpaid nights"))


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("provides", "yes"),
        ("intends", 1),
        ("since", "2020"),
        ("until", 2020),
        ("kinds", ("lifting",)),
        ("hours_a_week", 169),
        ("under_contract", "no"),
        ("paid", 0),
        ("voluntary_work", 0),
        ("for_voluntary_organisation", 0),
        ("regarded_as_carer", True),
        ("substantial", 20),
        ("regular", "daily"),
        ("parental_responsibility", "mother"),
        ("tie", "wife"),
        ("dependant", 1),
        ("could_not_cope_without", "never"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_without_being_repeated(field: str, wrong: object) -> None:
    with pytest.raises(InvalidValueError, match="a value that is not shown") as caught:
        caring(**{field: wrong})
    assert caught.value.field == field


@pytest.mark.parametrize("field", ["reference", "carer", "cared_for"])
def test_a_relationship_joins_two_people_under_a_key(field: str) -> None:
    parts: dict[str, Any] = {
        "reference": "R1",
        "carer": Carer(WIFE),
        "cared_for": PersonCaredFor(HUSBAND),
    }
    with pytest.raises(InvalidValueError) as caught:
        CaringRelationship(**(parts | {field: None}))
    assert caught.value.field == field


def test_what_is_one_of_a_few_is_asked_for_by_their_names() -> None:
    with pytest.raises(InvalidValueError, match=r"^tie: expected a Tie \(FAMILY, PARTNER, .+ None"):
        caring(tie="family")


@pytest.mark.parametrize("wrong", [KindOfCare.PRACTICAL, "practical help", 3])
def test_one_kind_of_care_alone_is_refused_once_and_not_letter_by_letter(wrong: object) -> None:
    with pytest.raises(InvalidValueError, match=r"^kinds: expected several") as caught:
        caring(kinds=wrong)
    assert str(wrong) not in str(caught.value)
