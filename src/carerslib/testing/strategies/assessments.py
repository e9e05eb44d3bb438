"""Strategies for assessments, what they found, strengths, and support."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from carerslib.assessments import (
    CONTENTS,
    AdultNeeds,
    Assessment,
    CarerNeeds,
    DirectPayment,
    Help,
    Kind,
    Meeting,
    OutcomeRecord,
    Requester,
    Source,
    Strength,
)
from carerslib.law.care_act_2014 import IN_FORCE, WellBeing
from carerslib.law.eligibility_regulations_2015 import (
    AdultOutcome,
    CarerHealth,
    CarerOutcome,
    Limb,
)
from carerslib.money import ZERO, Money
from carerslib.services import OFFER_KINDS, Offer, Party, Support
from carerslib.testing.strategies.values import date_ranges, days, money

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.law.eligibility_regulations_2015 import CareOutcome

__all__ = [
    "adult_needs",
    "assessments",
    "carer_needs",
    "direct_payments",
    "meetings",
    "offers",
    "outcome_records",
    "strengths",
    "support",
]

_FACTS: Final = st.sampled_from([False, True, None])
_KEYS: Final = st.text("abcdef0123456789-", min_size=1, max_size=8)
_NEEDS: Final[tuple[CareOutcome | CarerHealth, ...]] = (
    *CarerOutcome,
    *CarerHealth,
    *AdultOutcome,
)
_IMPACT: Final[dict[str, SearchStrategy[Any]]] = {
    "significant_impact": _FACTS,
    "affected": st.frozensets(st.sampled_from(WellBeing), max_size=3),
    "fluctuates": _FACTS,
    "period": st.none() | date_ranges(),
}


def outcome_records(outcome: CareOutcome) -> SearchStrategy[OutcomeRecord]:
    """Return records of one care outcome, with every limb yes, no or not recorded."""
    limbs = st.fixed_dictionaries({limb.value: _FACTS for limb in Limb})
    return limbs.map(lambda facts: OutcomeRecord(outcome, **facts))


def _records(
    outcomes: type[CarerOutcome | AdultOutcome],
) -> SearchStrategy[tuple[OutcomeRecord, ...]]:
    """Return records of some of the outcomes, in any order."""
    every: list[CareOutcome] = [*outcomes]
    some = st.lists(st.sampled_from(every), unique=True)
    return some.flatmap(lambda chosen: st.tuples(*map(outcome_records, chosen)))


def carer_needs() -> SearchStrategy[CarerNeeds]:
    """Return what was found of carers' needs, complete or not."""
    fields = ("for_an_adult", "care_is_necessary", "arise_from_caring")
    health = ("physical_health", "mental_health")
    facts = dict.fromkeys((*fields, *health), _FACTS)
    outcomes = _records(CarerOutcome)
    return st.builds(CarerNeeds, outcomes=outcomes, **facts, **_IMPACT)


def adult_needs() -> SearchStrategy[AdultNeeds]:
    """Return what was found of adults' needs, complete or not."""
    outcomes = _records(AdultOutcome)
    return st.builds(AdultNeeds, from_impairment=_FACTS, outcomes=outcomes, **_IMPACT)


def strengths() -> SearchStrategy[Strength]:
    """Return strengths of every source, tested or not."""
    helps = st.lists(st.builds(Help, st.sampled_from(_NEEDS), _FACTS), max_size=3)
    facts = dict.fromkeys(("willing", "able", "appropriate", "agreed", "sustainable"), _FACTS)
    return st.builds(Strength, _KEYS, st.sampled_from(Source), helps, **facts)


def assessments(kind: Kind | None = None) -> SearchStrategy[Assessment]:
    """Return assessments of one kind, or of any, from 1 April 2015 on."""
    if kind is None:
        return st.sampled_from(Kind).flatmap(assessments)
    needs: SearchStrategy[CarerNeeds | AdultNeeds | None] = st.none()
    if kind is Kind.CARER:
        needs = needs | carer_needs()
    if kind is Kind.ADULT_NEEDS:
        needs = needs | adult_needs()
    keys = sorted(CONTENTS[kind].keys)
    return st.builds(
        Assessment,
        _KEYS,
        st.just(kind),
        days(IN_FORCE.first, date(2030, 12, 31)),
        _KEYS,
        needs=needs,
        strengths=st.lists(strengths(), max_size=2),
        covered=st.dictionaries(st.sampled_from(keys), st.booleans()),
        refused=_FACTS,
        at_risk=_FACTS,
        hours_a_week=st.none() | st.integers(0, 168),
    )


def meetings() -> SearchStrategy[Meeting]:
    """Return ways of meeting a carer's needs, every fact yes, no or not recorded."""
    fields = [
        name
        for name in Meeting.__annotations__
        if name not in ("reference", "authority", "assessment")
    ]
    facts = dict.fromkeys(fields, _FACTS)
    of_carers = assessments(Kind.CARER)
    return st.builds(Meeting, reference=_KEYS, authority=_KEYS, assessment=of_carers, **facts)


def direct_payments() -> SearchStrategy[DirectPayment]:
    """Return direct payments to either kind of requester, reviewed in time, late or never."""
    some_day = days(IN_FORCE.first, date(2026, 11, 30))
    return st.builds(
        DirectPayment,
        reference=_KEYS,
        by=st.sampled_from(Requester),
        made_on=some_day,
        reviewed_on=st.lists(some_day, max_size=4),
    )


def offers() -> SearchStrategy[Offer]:
    """Return offers of every kind, each helping with something or nothing."""
    serves = st.frozensets(st.sampled_from(_NEEDS), max_size=4)
    kinds = st.sampled_from(OFFER_KINDS)
    return st.builds(Offer, _KEYS, kinds, serves, universal=st.booleans())


def support() -> SearchStrategy[Support]:
    """Return support between all parties, lawful or not, charged for or not."""
    parties = st.sampled_from(Party)
    somebody = parties.filter(lambda party: party is not Party.NOBODY)
    amounts = st.none() | money(ZERO, Money.pounds("1000.00"))
    return st.builds(
        Support,
        reference=_KEYS,
        need_owner=somebody,
        delivered_to=somebody,
        benefits_most=st.none() | parties,
        charged_to=st.none() | parties,
        adult_agrees=_FACTS,
        charge=amounts,
        cost=amounts,
    )
