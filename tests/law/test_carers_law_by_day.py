"""For every day from 1 April 1996 and each definition and duty: one version, or a refusal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from carerslib import assessments, services
from carerslib.assessments import FOLLOWING, GOING_ON, Assessment, Kind, determine
from carerslib.assessments.duties import DUTIES_TO_ASSESS, DUTIES_TO_INFORM
from carerslib.carers import RULES
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


def test_every_day_has_a_duty_for_some_carer() -> None:
    assert all(DUTIES_TO_ASSESS.on(day) for day in DAYS)
    assert not DUTIES_TO_ASSESS.on(FIRST - timedelta(days=1))


def test_a_duty_never_outlives_the_definition_that_it_rests_on() -> None:
    for duty in DUTIES_TO_ASSESS:
        for day in (duty.in_force.first, min(duty.in_force.last, LAST)):
            assert day in RULES.get(duty.id, day).in_force
