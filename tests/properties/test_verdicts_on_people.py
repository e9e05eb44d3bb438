"""Verdicts about people: stored and read again unchanged, and giving nothing away when printed.

Every verdict of carers, assessments and services is asked about generated records. What is printed
of a record or of a verdict is the same whatever was recorded about the person.
"""

from __future__ import annotations

import copy
import inspect
import pickle
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carerslib import assessments, carers, explain
from carerslib.assessments import (
    DIRECT_PAYMENTS,
    DUTIES_TO_ASSESS,
    DUTIES_TO_INFORM,
    FOLLOWING,
    GOING_ON,
    PAYMENT_CONDITIONS,
    PAYMENTS_GO_ON,
    PLAN_CONTENTS,
    REVIEW_STEPS,
    STEPS,
    Assessment,
    AssessmentFacts,
    Kind,
    Meeting,
    PersonalBudget,
    Requester,
    Section17Services,
    Strength,
    SupportPlan,
    check,
    check_plan,
    check_steps,
    determine,
    direct_payment,
    duties_to_assess,
    duty_to_meet,
    may_pay,
    must_assess,
    must_inform,
    payment_conditions,
    payment_goes_on,
    power_to_meet,
    review_payment,
    review_plan,
    section_17_goes_on,
    usable,
)
from carerslib.assessments import RULES as ELIGIBILITY
from carerslib.carers import RULES as DEFINITIONS
from carerslib.carers import CaringRelationship, define
from carerslib.errors import VerdictNotMetError, VerdictTruthError
from carerslib.funds import RULES as ENTRIES
from carerslib.law.direct_payments_regulations_2014 import Payee
from carerslib.services import Support
from carerslib.services import check as check_support
from carerslib.testing import strategies as of
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.assessments import Checklist
    from carerslib.rules import RuleSet
    from carerslib.verdicts import Part

DAYS: Final = st.sampled_from([date(2009, 3, 10), date(2017, 8, 1), date(2026, 11, 1)])
FACTS: Final = st.none() | st.booleans()
SERVICES: Final = st.builds(
    Section17Services,
    reference=st.just("S-1"),
    **{field.name: FACTS for field in attrs.fields(Section17Services)[1:]},
)


def _answers(checklist: Checklist) -> st.SearchStrategy[dict[str, bool]]:
    return st.dictionaries(st.sampled_from(sorted(checklist.keys)), st.booleans())


def _on_payments(draw: st.DrawFn) -> list[Verdict]:
    by = draw(st.sampled_from(Requester))
    asked = (
        (direct_payment, DIRECT_PAYMENTS),
        (payment_goes_on, PAYMENTS_GO_ON),
        (payment_conditions, PAYMENT_CONDITIONS),
    )
    return [
        *(ask("D-1", draw(_answers(lists[by])), by=by) for ask, lists in asked),
        may_pay(
            "D-1",
            draw(st.none() | st.sampled_from(Payee)),
            in_household=draw(FACTS),
            necessary=draw(FACTS),
        ),
        review_payment(draw(of.direct_payments()), {}, on=date(2026, 11, 1)),
    ]


@st.composite
def on_plans(draw: st.DrawFn) -> list[Verdict]:
    amounts = [draw(st.none() | of.money()) for _ in range(3)]
    plan = SupportPlan(
        "P-1",
        "A-1",
        date(2026, 11, 1),
        stated=draw(_answers(PLAN_CONTENTS)),
        budget=PersonalBudget(*amounts),
    )
    return [
        check_plan(plan),
        review_plan(plan, draw(_answers(REVIEW_STEPS)), on=date(2026, 12, 1)),
        section_17_goes_on(draw(SERVICES), on=date(2026, 12, 1)),
        *_on_payments(draw),
    ]


@st.composite
def on_relationships(draw: st.DrawFn) -> list[Verdict]:
    relationship: CaringRelationship = draw(of.caring_relationships())
    facts: AssessmentFacts = draw(of.assessment_facts())
    day: date = draw(DAYS)
    return [
        *define(relationship, on=day).values(),
        *duties_to_assess(relationship, facts, on=day).values(),
        must_assess(relationship, facts, on=day),
        must_inform(relationship, facts, on=day),
    ]


@st.composite
def on_assessments(draw: st.DrawFn) -> list[Verdict]:
    assessment: Assessment = attrs.evolve(draw(of.assessments()), reference="A-1")
    meeting: Meeting = attrs.evolve(
        draw(of.meetings()), reference="M-1", assessment=draw(of.assessments(Kind.CARER))
    )
    strength: Strength = draw(of.strengths())
    return [
        determine(assessment),
        check(assessment),
        duty_to_meet(meeting),
        power_to_meet(meeting),
        usable(strength),
        *_steps_after(assessment, draw),
    ]


def _steps_after(assessment: Assessment, draw: st.DrawFn) -> list[Verdict]:
    steps = STEPS.get(assessment.kind)
    if steps is None:
        return []
    taken = draw(_answers(steps))
    return [check_steps(assessment, {key: taken[key] for key in taken if key != "some_eligible"})]


@st.composite
def on_support(draw: st.DrawFn) -> list[Verdict]:
    support: Support = draw(of.support())
    return [check_support(support, on=date(2026, 11, 1))]


EVERY_RULE_SET: Final = (
    DUTIES_TO_ASSESS,
    DUTIES_TO_INFORM,
    ELIGIBILITY,
    FOLLOWING,
    GOING_ON,
    DEFINITIONS,
    ENTRIES,
)
ON_PEOPLE: Final = on_relationships() | on_assessments() | on_plans()
EVERY: Final = ON_PEOPLE | on_support()


def test_every_question_about_people_whose_answer_is_a_verdict_is_asked_here() -> None:
    asked = re.findall(r"\b(\w+)\(|\((\w+), [A-Z_]+\)", Path(__file__).read_text(encoding="utf-8"))
    for package in (carers, assessments):
        questions = {
            name
            for name in package.__all__
            if inspect.isfunction(found := getattr(package, name))
            and "Verdict" in str(found.__annotations__["return"])
        }
        assert questions
        assert questions <= {name for pair in asked for name in pair}


def _all_parts(part: Part) -> Iterator[Part]:
    yield part
    if isinstance(part, Verdict):
        for each in part.parts:
            yield from _all_parts(each)


@pytest.mark.parametrize("rules", EVERY_RULE_SET, ids=lambda rules: rules.name)
def test_a_rule_set_is_the_same_once_stored_and_read_again_or_copied(rules: RuleSet[Any]) -> None:
    again = pickle.loads(pickle.dumps(rules))  # noqa: S301 - our own bytes
    assert again == rules == copy.deepcopy(rules)
    assert hash(again) == hash(rules)


@settings(deadline=None, max_examples=25)
@given(EVERY)
def test_a_verdict_is_the_same_once_stored_and_read_again_or_copied(
    verdicts: list[Verdict],
) -> None:
    for verdict in verdicts:
        again = pickle.loads(pickle.dumps(verdict))  # noqa: S301 - our own bytes
        assert again == verdict
        assert again.findings == verdict.findings
        assert copy.copy(verdict) == copy.deepcopy(verdict) == verdict
        assert hash(again) == hash(verdict)


@settings(deadline=None, max_examples=25)
@given(EVERY)
def test_a_verdict_is_explained_in_full_each_time_alike(verdicts: list[Verdict]) -> None:
    for verdict in verdicts:
        for written in (explain.as_text, explain.as_table, explain.as_markdown):
            text = written(verdict)
            assert str(verdict.result) in text.lower()
            assert text == written(verdict)


@settings(deadline=None, max_examples=10)
@given(EVERY)
def test_a_verdict_is_no_truth_value(verdicts: list[Verdict]) -> None:
    for verdict in verdicts:
        with pytest.raises(VerdictTruthError):
            bool(verdict)


@settings(deadline=None, max_examples=25)
@given(ON_PEOPLE)
def test_neither_a_verdict_nor_a_finding_on_a_person_is_printed_with_its_result(
    verdicts: list[Verdict],
) -> None:
    for verdict in verdicts:
        for part in _all_parts(verdict):
            findings = part.findings if isinstance(part, Verdict) else (part,)
            open_to_all = {each.rule for each in findings if not each.private}
            assert open_to_all <= NOT_ABOUT_ANYBODY
            if any(each.private for each in findings):
                shown = f"{part!r} {part}".replace(part.title, "")
                assert "result" not in shown
                assert "measured" not in shown


# The kind of the assessment, the day as at which it was made, and where a strength comes from.
# What an authority did, and when a plan was looked at, is about the authority.
NOT_ABOUT_ANYBODY: Final = frozenset(
    {"eligibility.none", "advice.easements", "strengths.source", "plan.yearly"}
).union(
    item.key
    for checklist in (PLAN_CONTENTS, REVIEW_STEPS, *STEPS.values())
    for item in checklist.items
)


@settings(deadline=None, max_examples=25)
@given(ON_PEOPLE)
def test_an_error_names_what_is_missing_and_never_what_was_found(verdicts: list[Verdict]) -> None:
    for verdict in verdicts:
        if verdict.result in (Result.MET, Result.NOT_APPLICABLE):
            continue
        with pytest.raises(VerdictNotMetError) as caught:
            verdict.require()
        named = " ".join(map(str, verdict.missing))
        for finding in verdict.unmet:
            if finding.rule not in NOT_ABOUT_ANYBODY:
                assert finding.title not in str(caught.value).replace(named, "")
                assert finding.private


@given(of.caring_relationships(), of.caring_relationships())
def test_what_is_printed_of_a_relationship_is_the_same_whatever_is_recorded_of_it(
    one: CaringRelationship, other: CaringRelationship
) -> None:
    assert repr(one) == repr(other)
    day = date(2026, 11, 1)
    verdicts = [define(each, on=day) for each in (one, other)]
    assert repr(verdicts[0]) == repr(verdicts[1])
