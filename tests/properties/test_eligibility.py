"""Three-valued eligibility, proved against every way in which hidden facts could turn out."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carerslib.assessments import (
    AdultNeeds,
    Assessment,
    CarerNeeds,
    Kind,
    OutcomeRecord,
    Source,
    Strength,
    determine,
)
from carerslib.law.eligibility_regulations_2015 import (
    LIMBS,
    AdultOutcome,
    CareOutcome,
    CarerOutcome,
    Limb,
)
from carerslib.verdicts import Result, Verdict

Facts = dict[str, bool | None]

DAY: Final = date(2026, 11, 1)
PLAIN: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.CARER: (
        "for_an_adult",
        "care_is_necessary",
        "arise_from_caring",
        "significant_impact",
        "physical_health",
        "mental_health",
    ),
    Kind.ADULT_NEEDS: ("from_impairment", "significant_impact"),
}
OUTCOMES: Final[dict[Kind, tuple[CareOutcome, ...]]] = {
    Kind.CARER: tuple(CarerOutcome),
    Kind.ADULT_NEEDS: tuple(AdultOutcome),
}
KINDS: Final = st.sampled_from([Kind.CARER, Kind.ADULT_NEEDS])


def _name(outcome: CareOutcome, limb: Limb) -> str:
    return f"outcomes[{outcome.name}].{limb.value}"


def _limb_facts(kind: Kind) -> list[list[str]]:
    return [
        [_name(outcome, limb) for limb, _ in LIMBS[type(outcome)]] for outcome in OUTCOMES[kind]
    ]


def _all_facts(kind: Kind) -> list[str]:
    return [*PLAIN[kind], *itertools.chain(*_limb_facts(kind))]


def _assessment(kind: Kind, facts: Facts) -> Assessment:
    outcomes = [
        OutcomeRecord(outcome, **{limb.value: facts.get(_name(outcome, limb)) for limb in Limb})
        for outcome in OUTCOMES[kind]
    ]
    plain: dict[str, Any] = {field: facts[field] for field in PLAIN[kind]}
    needs = (
        CarerNeeds(outcomes=outcomes, **plain)
        if kind is Kind.CARER
        else AdultNeeds(outcomes=outcomes, **plain)
    )
    return Assessment("A-1", kind, DAY, "person-1", needs=needs)


def _determine(kind: Kind, facts: Facts) -> Verdict:
    return determine(_assessment(kind, facts))


def _eligible(kind: Kind, facts: Facts) -> bool:
    """The regulations on facts that are all known, written out by themselves."""
    failed = sum(any(facts[limb] for limb in limbs) for limbs in _LIMBS_OF[kind])
    if kind is Kind.ADULT_NEEDS:
        return bool(facts["from_impairment"] and failed >= 2 and facts["significant_impact"])
    return bool(
        facts["for_an_adult"]
        and facts["care_is_necessary"]
        and facts["arise_from_caring"]
        and (facts["physical_health"] or facts["mental_health"] or failed >= 1)
        and facts["significant_impact"]
    )


_LIMBS_OF: Final = {kind: _limb_facts(kind) for kind in PLAIN}


@st.composite
def facts_with_gaps(draw: st.DrawFn) -> tuple[Kind, Facts, list[str]]:
    """Facts of a random assessment, up to 12 of which are hidden; conditions mostly hold."""
    kind = draw(KINDS)
    names = _all_facts(kind)
    mostly_yes = st.sampled_from([True, True, True, False])
    rarely_yes = st.sampled_from([False] * 12 + [True])
    facts: Facts = {
        name: draw(mostly_yes if name in PLAIN[kind][:4] else rarely_yes) for name in names
    }
    hidden = draw(st.lists(st.sampled_from(names), unique=True, max_size=12))
    return kind, facts | dict.fromkeys(hidden), hidden


@settings(max_examples=150, deadline=None)
@given(facts_with_gaps(), st.data())
def test_undetermined_only_where_hidden_facts_could_change_the_answer(
    case: tuple[Kind, Facts, list[str]], data: st.DataObject
) -> None:
    kind, facts, hidden = case
    ways = list(itertools.product([False, True], repeat=len(hidden)))
    answer = {way: _eligible(kind, facts | dict(zip(hidden, way, strict=True))) for way in ways}
    verdict = _determine(kind, facts)
    assert verdict.is_undetermined == (len(set(answer.values())) == 2)
    if not verdict.is_undetermined:
        assert verdict.is_met == answer[ways[0]]
    changes = {
        fact
        for place, fact in enumerate(hidden)
        if any(
            answer[way] != answer[(*way[:place], not way[place], *way[place + 1 :])] for way in ways
        )
    }
    assert {missing.field.removeprefix("needs.") for missing in verdict.missing} == changes
    settles = {
        fact
        for place, fact in enumerate(hidden)
        for value in (True, False)
        if len({answer[way] for way in ways if way[place] is value}) == 1
    } & changes
    asked = verdict.ask_next
    if settles:
        assert asked is not None
        assert asked.field.removeprefix("needs.") in settles
    else:
        assert asked == (verdict.missing[0] if verdict.missing else None)
    answered: Facts = {fact: data.draw(st.booleans()) for fact in sorted(changes)}
    assert not _determine(kind, facts | answered).is_undetermined


@settings(deadline=None)
@given(facts_with_gaps())
def test_the_result_is_what_the_findings_amount_to(case: tuple[Kind, Facts, list[str]]) -> None:
    kind, facts, _ = case
    verdict = _determine(kind, facts)
    assert Verdict.all_of(verdict.parts, title="").result is verdict.result
    assert verdict.as_asked is verdict.result
    assert verdict.findings == verdict.findings


@settings(deadline=None)
@given(facts_with_gaps(), st.data())
def test_a_further_failed_outcome_never_makes_eligible_needs_not_eligible(
    case: tuple[Kind, Facts, list[str]], data: st.DataObject
) -> None:
    kind, facts, _ = case
    limb = data.draw(st.sampled_from(_all_facts(kind)[len(PLAIN[kind]) :]))
    order = [Result.NOT_MET, Result.UNDETERMINED, Result.MET]
    before = _determine(kind, facts).result
    after = _determine(kind, facts | {limb: True}).result
    assert order.index(after) >= order.index(before)


@settings(deadline=None)
@given(
    facts_with_gaps(),
    st.none() | st.integers(0, 168),
    st.lists(st.sampled_from(Source), max_size=4),
    st.booleans(),
)
def test_hours_and_strengths_never_change_eligibility(
    case: tuple[Kind, Facts, list[str]],
    hours: int | None,
    sources: list[Source],
    agreed: bool,  # noqa: FBT001 - drawn by name
) -> None:
    kind, facts, _ = case
    plain = _assessment(kind, facts)
    strengths = [
        Strength(
            f"S-{number}",
            source,
            OUTCOMES[kind],
            willing=True,
            able=True,
            appropriate=True,
            agreed=agreed,
        )
        for number, source in enumerate(sources)
    ]
    with_strengths = attrs.evolve(plain, hours_a_week=hours, strengths=strengths)
    one, other = determine(plain), determine(with_strengths)
    assert (one.result, one.missing, one.findings) == (other.result, other.missing, other.findings)


@settings(deadline=None)
@given(facts_with_gaps(), st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(
    case: tuple[Kind, Facts, list[str]], shuffler: object
) -> None:
    kind, facts, _ = case
    needs = _assessment(kind, facts).needs
    assert needs is not None
    records = list(needs.outcomes)
    shuffler.shuffle(records)  # type: ignore[attr-defined]
    again = attrs.evolve(needs, outcomes=records)
    assert again == needs
    other = Assessment("A-1", kind, DAY, "person-1", needs=again)
    assert determine(other).findings == _determine(kind, facts).findings


@settings(deadline=None)
@given(facts_with_gaps(), st.data())
def test_an_outcome_without_a_record_is_as_one_of_which_nothing_is_recorded(
    case: tuple[Kind, Facts, list[str]], data: st.DataObject
) -> None:
    kind, facts, _ = case
    assessment = _assessment(kind, facts)
    needs = assessment.needs
    assert needs is not None
    dropped = set(data.draw(st.lists(st.sampled_from(OUTCOMES[kind]), unique=True)))
    kept = [each for each in needs.outcomes if each.outcome not in dropped]
    silent = [OutcomeRecord(outcome) for outcome in dropped]
    short, long = attrs.evolve(needs, outcomes=kept), attrs.evolve(needs, outcomes=kept + silent)
    results = [determine(attrs.evolve(assessment, needs=each)) for each in (short, long)]
    assert results[0].result is results[1].result
    assert results[0].findings == results[1].findings


@pytest.mark.parametrize("kind", PLAIN)
def test_the_search_sees_every_result(kind: Kind) -> None:
    yes: Facts = dict.fromkeys(_all_facts(kind), True)
    no: Facts = dict.fromkeys(_all_facts(kind), False)
    unknown: Facts = dict.fromkeys(_all_facts(kind))
    found = [_determine(kind, facts).result for facts in (yes, no, unknown)]
    assert found == [Result.MET, Result.NOT_MET, Result.UNDETERMINED]
