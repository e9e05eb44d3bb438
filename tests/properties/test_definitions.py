"""Whatever is recorded of a relationship, the definitions of care law answer it alike."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carerslib.carers import Carer, CaringRelationship, Person, PersonCaredFor, Tie, define
from carerslib.verdicts import Result

DAYS: Final = st.sampled_from(
    [date(1996, 4, 1), date(2009, 3, 10), date(2015, 4, 1), date(2017, 8, 1), date(2026, 11, 1)]
)
CARE_LAW: Final = ("CA14_S10", "CA14_S60", "CA14_S63", "CA89_17ZA", "CA89_17ZD", "C95", "C00")
FACTS: Final = (
    "provides",
    "intends",
    "under_contract",
    "voluntary_work",
    "substantial",
    "regular",
    "parental_responsibility",
)
ANSWERS: Final = st.sampled_from([True, False, None])
BIRTHS: Final = st.sampled_from([date(1950, 1, 1), date(1991, 6, 1), date(2012, 2, 29), None])


@st.composite
def relationships(draw: st.DrawFn) -> CaringRelationship:
    """Draw a relationship of which any fact may be recorded or not."""
    facts = {name: draw(ANSWERS) for name in FACTS}
    cared_for = PersonCaredFor(
        Person("B", draw(BIRTHS)),
        disabled=draw(ANSWERS),
        assessed_as_disabled_child=draw(ANSWERS),
        assessed_for_community_care=draw(ANSWERS),
    )
    return CaringRelationship(
        "R1",
        Carer(Person("A", draw(BIRTHS))),
        cared_for,
        **facts,  # type: ignore[arg-type]
        for_voluntary_organisation=draw(ANSWERS),
    )


def results(relationship: CaringRelationship, day: date) -> dict[str, Result]:
    verdicts = define(relationship, on=day)
    return {key: verdicts[key].result for key in CARE_LAW if key in verdicts}


@given(relationships(), DAYS, st.integers(0, 168), st.sampled_from([*Tie, None]))
def test_hours_and_ties_never_change_who_is_a_carer_in_care_law(
    relationship: CaringRelationship, day: date, hours: int, tie: Tie | None
) -> None:
    described = attrs.evolve(relationship, hours_a_week=hours, tie=tie, paid=True)
    assert results(described, day) == results(relationship, day)


@given(relationships(), DAYS)
def test_an_answer_that_is_settled_stays_whatever_is_recorded_later(
    relationship: CaringRelationship, day: date
) -> None:
    before = results(relationship, day)
    unknown = [name for name in FACTS if getattr(relationship, name) is None][:4]
    for answers in product([True, False], repeat=len(unknown)):
        later = attrs.evolve(
            relationship,
            **dict(zip(unknown, answers, strict=True)),  # type: ignore[arg-type]
        )
        for key, result in results(later, day).items():
            assert before[key] in (result, Result.UNDETERMINED)


@given(relationships(), DAYS)
def test_an_open_answer_names_what_is_missing_and_a_settled_one_names_nothing(
    relationship: CaringRelationship, day: date
) -> None:
    for verdict in define(relationship, on=day).values():
        assert bool(verdict.missing) is (verdict.result is Result.UNDETERMINED)
        recorded = {name for name in FACTS if getattr(relationship, name) is not None}
        assert recorded.isdisjoint(each.field for each in verdict.missing)


@pytest.mark.parametrize("day", [date(2015, 4, 1), date(2026, 11, 1)])
@given(relationships())
def test_nobody_is_both_a_carer_and_a_young_carer(
    day: date, relationship: CaringRelationship
) -> None:
    met = {key for key, result in results(relationship, day).items() if result is Result.MET}
    assert not {"CA14_S10", "CA14_S63"} <= met
    assert not {"CA14_S10", "CA14_S60"} <= met
    assert not {"CA89_17ZA", "CA89_17ZD"} <= met
