"""For every day from 1 April 1996 and each definition and duty: one version, or a refusal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from carerslib import assessments, services
from carerslib.assessments import FOLLOWING, GOING_ON, Assessment, Kind, determine
from carerslib.assessments.duties import DUTIES_TO_ASSESS, DUTIES_TO_INFORM
from carerslib.carers import RULES, Carer, CaringRelationship, Person, PersonCaredFor, define
from carerslib.errors import NotInForceError

if TYPE_CHECKING:
    from carerslib.rules import RuleSet

FIRST: Final = date(1996, 4, 1)
LAST: Final = date(2026, 12, 31)
DAYS: Final = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
SETS: Final[dict[str, RuleSet[Any]]] = {
    "definition": RULES,
    "duty to assess": DUTIES_TO_ASSESS,
    "duty to inform": DUTIES_TO_INFORM,
    "eligibility": assessments.RULES,
    "meeting needs": FOLLOWING,
    "services that go on": GOING_ON,
    "charging": services.RULES,
}
EACH: Final = [
    (rules, key)
    for rules in SETS.values()
    for key in dict.fromkeys(version.id for version in rules)
]
# What kind of carer each set must have a version for, and from when.
COVERED: Final = {
    "a carer of an adult": ("CA14_S10", date(2015, 4, 1)),
    "a young carer": ("CA89_17ZA", date(2015, 4, 1)),
    "a young carer of an adult": ("CA14_S63", date(2015, 4, 1)),
    "a parent carer": ("CA89_17ZD", date(2015, 4, 1)),
    "a carer of a child near 18": ("CA14_S60", date(2015, 4, 1)),
    "a carer of anyone being assessed": ("C95", FIRST),
}


@pytest.mark.parametrize(("rules", "key"), EACH, ids=[f"{rules.name} {key}" for rules, key in EACH])
def test_each_day_has_exactly_one_version_or_a_refusal_with_the_days(
    rules: RuleSet[Any], key: str
) -> None:
    versions = [version for version in rules if version.id == key]
    for day in DAYS:
        in_force = [version for version in versions if day in version.in_force]
        assert len(in_force) <= 1
        if in_force:
            assert rules.get(key, day) is in_force[0]
        else:
            with pytest.raises(NotInForceError) as caught:
                rules.get(key, day)
            assert str(versions[0].in_force) in caught.value.reason


@pytest.mark.parametrize("key_and_start", COVERED.values(), ids=COVERED)
@pytest.mark.parametrize("rules", [RULES, DUTIES_TO_ASSESS], ids=["definition", "duty"])
def test_no_day_falls_between_two_versions(
    rules: RuleSet[Any], key_and_start: tuple[str, date]
) -> None:
    key, start = key_and_start
    covered = [day for day in DAYS if any(v.id == key and day in v.in_force for v in rules)]
    assert covered == [day for day in DAYS if day >= start]


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_of_assessment_is_determined_or_refused_with_the_days(kind: Kind) -> None:
    for day in [*DAYS[::61], date(2015, 3, 31), date(2015, 4, 1)]:
        assessment = Assessment("A-1", kind, day, "carer-1")
        if day >= date(2015, 4, 1):
            assert determine(assessment).findings
        else:
            with pytest.raises(NotInForceError, match="from 1 April 2015"):
                determine(assessment)


UNPAID: Final = {
    "provides": True,
    "substantial": True,
    "regular": True,
    "under_contract": False,
    "voluntary_work": False,
    "parental_responsibility": False,
}
RESPONSIBLE: Final = UNPAID | {"parental_responsibility": True}
ASSESSED: Final = {"assessed_for_community_care": True}
DISABLED_CHILD: Final = {"disabled": True, "assessed_as_disabled_child": True}
# The age of the carer and of the person cared for, and the definitions that cover them from the
# days on which the Acts of 1995, 2000 and 2014 came into force.
KINDS_OF_CARER: Final[dict[str, tuple[tuple[int, int], dict[str, Any], dict[str, Any], Any]]] = {
    "an adult who cares for an adult": (
        (40, 70),
        UNPAID,
        ASSESSED,
        ({"C95"}, {"C95", "C00"}, {"CA14_S10"}),
    ),
    "a child of 15 who cares for an adult": (
        (15, 40),
        UNPAID,
        ASSESSED,
        ({"C95"}, {"C95"}, {"CA14_S63", "CA89_17ZA"}),
    ),
    "a child of 17 who cares for an adult": (
        (17, 40),
        UNPAID,
        ASSESSED,
        ({"C95"}, {"C95", "C00"}, {"CA14_S63", "CA89_17ZA"}),
    ),
    "a child of 17 who cares for a disabled child": (
        (17, 10),
        UNPAID,
        DISABLED_CHILD,
        ({"C95"}, {"C95"}, {"CA89_17ZA"}),
    ),
    "a parent of a disabled child": (
        (40, 10),
        RESPONSIBLE,
        DISABLED_CHILD,
        ({"C95"}, {"C95", "C00"}, {"CA14_S60", "CA89_17ZD"}),
    ),
    "a grandparent of a disabled child": (
        (60, 10),
        UNPAID,
        DISABLED_CHILD,
        ({"C95"}, {"C95"}, {"C95", "CA14_S60"}),
    ),
}
OF_CARE_LAW: Final = {key for key, _ in COVERED.values()} | {"C00"}
CHANGES: Final = (date(2001, 4, 1), date(2015, 4, 1))


@pytest.mark.parametrize(
    ("ages", "facts", "about", "expected"), KINDS_OF_CARER.values(), ids=KINDS_OF_CARER
)
def test_each_kind_of_carer_is_covered_by_the_law_of_the_day(
    ages: tuple[int, int],
    facts: dict[str, Any],
    about: dict[str, Any],
    expected: tuple[set[str], ...],
) -> None:
    limits = {
        day + timedelta(days=n)
        for version in RULES
        for day in (version.in_force.first, min(version.in_force.last, LAST))
        for n in (-1, 0, 1)
        if FIRST <= day + timedelta(days=n) <= LAST
    }
    for day in sorted({*DAYS[::97], *limits}):
        carer, cared_for = (Person(f"P{years}", date(day.year - years, 1, 1)) for years in ages)
        relationship = CaringRelationship(
            "R", Carer(carer), PersonCaredFor(cared_for, **about), **facts
        )
        verdicts = define(relationship, on=day)
        covered = {key for key in OF_CARE_LAW & set(verdicts) if verdicts[key].is_met}
        assert covered == expected[sum(day >= change for change in CHANGES)], day


def test_every_day_has_a_duty_for_some_carer() -> None:
    assert all(DUTIES_TO_ASSESS.on(day) for day in DAYS)
    assert not DUTIES_TO_ASSESS.on(FIRST - timedelta(days=1))


def test_a_duty_never_outlives_the_definition_that_it_rests_on() -> None:
    for duty in DUTIES_TO_ASSESS:
        for day in (duty.in_force.first, min(duty.in_force.last, LAST)):
            assert day in RULES.get(duty.id, day).in_force
