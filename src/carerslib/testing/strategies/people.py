"""Strategies for people, for who cares for whom, and for what an authority knows of it.

Births are few and lie about the ages that definitions turn on, so that limits are met more often
than by chance. Every fact may be unrecorded, and shrinks towards that.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import strategies as st

from carerslib.assessments.duty_facts import AssessmentFacts
from carerslib.carers import (
    Carer,
    CaringRelationship,
    KindOfCare,
    Person,
    PersonCaredFor,
    RecognisedBy,
    Recognition,
    RegardedAsCarer,
    Tie,
    WhyHelpIsNeeded,
)
from carerslib.money import Money
from carerslib.periods import DateRange
from carerslib.testing.strategies.values import days, imprecise_days, money

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.periods import Day

__all__ = ["assessment_facts", "carers", "caring_relationships", "people", "people_cared_for"]

_FACTS: Final = st.none() | st.booleans()
_BIRTHS: Final[SearchStrategy[Day | None]] = st.none() | st.sampled_from(
    (
        date(1948, 7, 5),
        date(1991, 3, 10),
        date(1993, 3, 10),
        date(2008, 2, 29),
        date(2008, 11, 1),
        DateRange.year(2008),
        date(2021, 11, 1),
    )
)
_HOURS: Final = st.none() | st.integers(0, 168)


def _facts_of(kind: type) -> dict[str, SearchStrategy[Any]]:
    """Draw every fact of a record that has three values, by what its field is said to hold."""
    facts = (field.name for field in attrs.fields(kind) if str(field.type) == "bool | None")
    return dict.fromkeys(facts, _FACTS)


def people(reference: str = "P1") -> SearchStrategy[Person]:
    """Return people of some ages, one or the other born on a 29 February or in a known year."""
    return st.builds(Person, st.just(reference), _BIRTHS)


def carers(reference: str = "carer") -> SearchStrategy[Carer]:
    """Return carers of whom any fact may be recorded."""
    recognitions = st.builds(
        Recognition, st.sampled_from(RecognisedBy), imprecise_days(), known=st.booleans()
    )
    return st.builds(
        Carer,
        people(reference),
        recognitions=st.lists(recognitions, max_size=3),
        net_weekly_earnings=st.none() | money(max_value=Money.pounds("400.00")),
        hours_in_all=_HOURS,
        **_facts_of(Carer),
    )


def people_cared_for(reference: str = "cared for") -> SearchStrategy[PersonCaredFor]:
    """Return people cared for of whom any fact may be recorded."""
    reasons = st.frozensets(st.sampled_from(WhyHelpIsNeeded))
    return st.builds(
        PersonCaredFor,
        people(reference),
        needs_help_because=st.none() | reasons,
        **_facts_of(PersonCaredFor),
    )


def caring_relationships(reference: str = "R1") -> SearchStrategy[CaringRelationship]:
    """Return relationships of which any fact may be recorded, contradictory ones too."""
    views = st.builds(
        RegardedAsCarer, days(), st.just("post"), st.just("a reason"), appropriate=st.booleans()
    )
    return st.builds(
        CaringRelationship,
        st.just(reference),
        carers(),
        people_cared_for(),
        since=st.none() | imprecise_days(),
        until=st.none() | imprecise_days(),
        kinds=st.frozensets(st.sampled_from(KindOfCare)),
        hours_a_week=_HOURS,
        tie=st.none() | st.sampled_from(Tie),
        regarded_as_carer=st.none() | views,
        **_facts_of(CaringRelationship),
    )


def assessment_facts() -> SearchStrategy[AssessmentFacts]:
    """Return what an authority may know that bears on a duty to assess."""
    return st.builds(AssessmentFacts, **_facts_of(AssessmentFacts))
