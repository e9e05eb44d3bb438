"""Action plans that grow, colours that mean three things, and effects that nobody knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from carerslib import explain
from carerslib.citations import Citation
from carerslib.commissioning.action_checks import check_plan
from carerslib.commissioning.actions import Action, ActionPlan, ActionStatus, Effect, Issues
from carerslib.commissioning.monitoring import Against, Direction, Indicator, IndicatorKind
from carerslib.commissioning.rag import (
    CONFIDENCE_RAG,
    PROGRESS_RAG,
    RISK_RAG,
    Rag,
    RagBasis,
    RagScheme,
)
from carerslib.commissioning.ratings import RATINGS, check_colour, rate
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.verdicts import Finding, Result, Verdict

if TYPE_CHECKING:
    from carerslib.basis import Basis

SOURCE: Final = Citation.record("Health Policy and Performance Board", "page 71")
DUE: Final = date(2010, 3, 31)
MARCH: Final = DateRange.month(2010, 3)
PERFORMANCE: Final = RATINGS.basis(conventions={"indicators rate actions": "performance"})


def _action(reference: str = "presentation", **fields: Any) -> Action:  # noqa: ANN401 - fields by name
    given = {"number": "3.7", "title": "a presentation for schools", **fields}
    return Action(reference=reference, **given)


def _plan(*actions: Action, **fields: Any) -> ActionPlan:  # noqa: ANN401 - fields by name
    return ActionPlan(reference="plan", title="The action plan", actions=actions, **fields)


def _found(verdict: Verdict, rule: str) -> Finding:
    return next(each for each in verdict.findings if each.rule == f"action.{rule}")


def test_an_action_is_found_by_its_number_and_letter() -> None:
    third = _action("third", letter="c")
    first = _action("first", letter="a")
    whole = _action("whole", number="3.8")
    plan = _plan(third, first, whole)
    assert plan.action("3.7(c)") is third
    assert plan.action("3.8") is whole
    assert plan.parts_of("3.7") == (first, third)
    assert plan.parts_of("3.8") == ()


@pytest.mark.parametrize("label", ["3.7(b)", "3.9"])
def test_a_number_that_no_action_or_two_actions_have_is_refused(label: str) -> None:
    plan = _plan(_action("one", number="3.9"), _action("two", number="3.9"))
    with pytest.raises(InvalidValueError, match="label"):
        plan.action(label)


def test_numbers_stand_in_the_order_of_a_plan_and_not_of_a_dictionary() -> None:
    numbers = [("3.10", ""), ("3.7", "c"), ("3.7", ""), ("10", ""), ("A", "")]
    actions = [_action(f"{n}{letter}", number=n, letter=letter) for n, letter in numbers]
    ordered = [each.label for each in sorted(actions, key=lambda each: each.place)]
    assert ordered == ["A", "3.7", "3.7(c)", "3.10", "10"]


def test_a_plan_grows_and_can_be_seen_as_it_was() -> None:
    plan = _plan(_action("1.1"), _action("imprecise", added_on=DateRange.month(2020, 2)))
    grown = plan.with_added(_action("1.2", number="1.2"), on=date(2020, 2, 24))
    assert grown.action("1.2").added_on == date(2020, 2, 24)
    assert [each.reference for each in grown.as_at(date(2020, 2, 23)).actions] == ["1.1"]
    assert [each.reference for each in grown.as_at(date(2020, 2, 24)).actions] == ["1.1", "1.2"]
    assert grown.as_at(date(2020, 2, 29)) == grown


@pytest.mark.parametrize(
    ("issues", "colour"),
    [
        (Issues.NONE, Rag.GREEN),
        (Issues.FOUND, Rag.AMBER),
        (Issues.SIGNIFICANT, Rag.RED),
        (None, None),
    ],
)
def test_the_colour_of_risk_follows_what_was_logged(
    issues: Issues | None, colour: Rag | None
) -> None:
    rating = rate(_action(issues=issues), RISK_RAG)
    assert (rating.rag, rating.basis) == (colour, RagBasis.RISK)
    assert rating.finding.result is (Result.MET if colour else Result.UNDETERMINED)


@pytest.mark.parametrize(
    ("status", "stated", "result", "lacking"),
    [
        (ActionStatus.IN_PROGRESS, Rag.AMBER, Result.MET, []),
        (ActionStatus.IN_PROGRESS, None, Result.UNDETERMINED, ["stated"]),
        (ActionStatus.NOT_STARTED, Rag.AMBER, Result.NOT_APPLICABLE, []),
        (ActionStatus.COMPLETE, None, Result.NOT_APPLICABLE, []),
        (None, Rag.AMBER, Result.UNDETERMINED, ["status"]),
    ],
)
def test_only_an_action_in_progress_has_a_colour_for_progress(
    status: ActionStatus | None, stated: Rag | None, result: Result, lacking: list[str]
) -> None:
    rating = rate(_action(status=status, stated=stated), PROGRESS_RAG)
    assert rating.rag is (stated if result is Result.MET else None)
    found = rating.finding
    assert (found.result, [each.field for each in found.missing]) == (result, lacking)
    assert ("in progress" in found.note) == (result is Result.NOT_APPLICABLE)


@pytest.mark.parametrize("status", [None, *ActionStatus])
def test_confidence_is_stated_whatever_the_progress(status: ActionStatus | None) -> None:
    rating = rate(_action(status=status, stated=Rag.RED), CONFIDENCE_RAG)
    assert (rating.rag, rating.basis) == (Rag.RED, RagBasis.CONFIDENCE)


def _against(value: int, **fields: Any) -> Against:  # noqa: ANN401 - fields by name
    given = {
        "indicator": "carers known",
        "kind": IndicatorKind.PERFORMANCE,
        "direction": Direction.HIGH_IS_GOOD,
        "level": 60,
        **fields,
    }
    return Against(value=value, **given)


@pytest.mark.parametrize(
    ("value", "direction", "colour"),
    [
        (59, Direction.HIGH_IS_GOOD, Rag.RED),
        (60, Direction.HIGH_IS_GOOD, Rag.GREEN),
        (61, Direction.HIGH_IS_GOOD, Rag.GREEN),
        (59, Direction.LOW_IS_GOOD, Rag.GREEN),
        (60, Direction.LOW_IS_GOOD, Rag.GREEN),
        (61, Direction.LOW_IS_GOOD, Rag.RED),
    ],
)
def test_an_indicator_is_green_at_its_level_or_better(
    value: int, direction: Direction, colour: Rag
) -> None:
    assert _against(value, direction=direction).rag is colour


@pytest.mark.parametrize(
    ("kind", "basis", "colour"),
    [
        (IndicatorKind.PERFORMANCE, None, Rag.GREEN),
        (IndicatorKind.PERFORMANCE, PERFORMANCE, Rag.RED),
        (IndicatorKind.CONTEXTUAL, None, Rag.GREEN),
        (IndicatorKind.CONTEXTUAL, PERFORMANCE, Rag.GREEN),
    ],
)
def test_indicators_count_only_where_chosen_and_contextual_ones_never(
    kind: IndicatorKind,
    basis: Basis | None,
    colour: Rag,
) -> None:
    action = _action(issues=Issues.NONE)
    assert rate(action, RISK_RAG, against=[_against(59, kind=kind)], basis=basis).rag is colour


def test_an_indicator_gives_no_colour_to_an_action_that_has_none() -> None:
    rating = rate(_action(), RISK_RAG, against=[_against(59)], basis=PERFORMANCE)
    assert rating.rag is None


INDICATORS: Final = (
    Indicator(reference="jobs", title="carers in work", kind=IndicatorKind.CONTEXTUAL),
    Indicator(reference="plans", title="plans made", kind=IndicatorKind.PERFORMANCE),
    Indicator(reference="calls", title="calls answered"),
)


@pytest.mark.parametrize(
    ("stated", "because", "result"),
    [
        (Rag.RED, ["jobs"], Result.NOT_MET),
        (Rag.RED, ["jobs", "plans"], Result.MET),
        (Rag.RED, ["jobs", "calls"], Result.UNDETERMINED),
        (Rag.RED, ["not listed"], Result.UNDETERMINED),
        (Rag.RED, ["plans", "calls"], Result.MET),
        (Rag.RED, [], Result.NOT_APPLICABLE),
        (Rag.AMBER, ["jobs"], Result.NOT_APPLICABLE),
        (None, ["jobs"], Result.NOT_APPLICABLE),
    ],
)
def test_a_red_does_not_rest_on_circumstances_alone(
    stated: Rag | None, because: list[str], result: Result
) -> None:
    found = check_colour(_action(stated=stated, because=because), INDICATORS)
    assert (found.result, found.binding) == (result, False)
    assert bool(found.missing) == (result is Result.UNDETERMINED)


@pytest.mark.parametrize(
    ("effect", "result", "lacking"),
    [
        (Effect.NOT_STATED, Result.NOT_APPLICABLE, []),
        (Effect.NOT_KNOWN, Result.UNDETERMINED, ["effect"]),
        (Effect.KNOWN, Result.MET, []),
    ],
)
def test_an_effect_that_is_not_known_leaves_the_plan_open(
    effect: Effect, result: Result, lacking: list[str]
) -> None:
    plan = _plan(_action(effect=effect, further_work=True), source=SOURCE)
    verdict = check_plan(plan, on=DUE)
    found = _found(verdict, "effect")
    assert (found.result, [each.field for each in found.missing]) == (result, lacking)
    assert (found.citation, found.note) == (SOURCE, "further work may be needed")
    assert (verdict.result is Result.UNDETERMINED) == (result is Result.UNDETERMINED)


@pytest.mark.parametrize(
    ("on", "due", "status", "result"),
    [
        (date(2010, 3, 30), DUE, None, Result.MET),
        (date(2010, 3, 31), DUE, None, Result.MET),
        (date(2010, 4, 1), DUE, ActionStatus.IN_PROGRESS, Result.NOT_MET),
        (date(2010, 4, 1), DUE, ActionStatus.COMPLETE, Result.NOT_APPLICABLE),
        (date(2010, 4, 1), DUE, None, Result.UNDETERMINED),
        (date(2010, 4, 1), None, ActionStatus.IN_PROGRESS, Result.NOT_APPLICABLE),
        (date(2010, 3, 1), MARCH, ActionStatus.IN_PROGRESS, Result.MET),
        (date(2010, 3, 2), MARCH, ActionStatus.IN_PROGRESS, Result.UNDETERMINED),
        (
            date(2010, 3, 31),
            DateRange.month(2010, 3),
            ActionStatus.IN_PROGRESS,
            Result.UNDETERMINED,
        ),
        (date(2010, 4, 1), MARCH, ActionStatus.IN_PROGRESS, Result.NOT_MET),
    ],
)
def test_an_action_is_overdue_after_its_day_and_not_on_it(
    on: date, due: date | DateRange | None, status: ActionStatus | None, result: Result
) -> None:
    found = _found(check_plan(_plan(_action(due=due, status=status)), on=on), "overdue")
    assert found.result is result
    assert bool(found.missing) == (result is Result.UNDETERMINED)


@pytest.mark.parametrize("field", ["lead", "due", "status"])
def test_what_a_plan_leaves_to_another_document_only_advises(field: str) -> None:
    given: dict[str, Any] = {
        "lead": "development officer",
        "due": DUE,
        "status": ActionStatus.IN_PROGRESS,
    }
    complete = check_plan(_plan(_action(**given)), on=DUE)
    wanting = check_plan(_plan(_action(**given | {field: None})), on=DUE)
    assert _found(complete, field).result is Result.MET
    found = _found(wanting, field)
    assert (found.result, found.binding) == (Result.UNDETERMINED, False)
    assert (complete.result, wanting.result) == (Result.MET, Result.MET)


def test_two_actions_under_one_number_are_found() -> None:
    plan = _plan(_action("one"), _action("two"), _action("three", number="4"))
    verdict = check_plan(plan, on=DUE)
    twice = [each.subject for each in verdict.unmet if each.rule == "action.number"]
    assert twice == ["one", "two"]


@pytest.mark.parametrize(
    ("stated", "scheme", "result"),
    [
        (Rag.AMBER, None, Result.UNDETERMINED),
        (Rag.AMBER, RISK_RAG, Result.MET),
        (None, None, Result.NOT_APPLICABLE),
    ],
)
def test_a_colour_without_its_basis_says_nothing(
    stated: Rag | None, scheme: RagScheme | None, result: Result
) -> None:
    verdict = check_plan(_plan(_action(stated=stated), scheme=scheme), on=DUE)
    assert _found(verdict, "rag_basis").result is result


def test_an_officer_can_read_what_is_wanting() -> None:
    text = explain.as_text(check_plan(_plan(_action(letter="c", effect=Effect.NOT_KNOWN)), on=DUE))
    assert "Action 3.7(c)" in text
    assert "Its effect is known (action.effect): undetermined." in text


WRONG: Final[dict[str, tuple[Any, dict[str, Any], str]]] = {
    "no key": (_action, {"reference": ""}, "reference"),
    "no number": (_action, {"number": ""}, "number"),
    "a letter that is none": (_action, {"letter": None}, "letter"),
    "nobody in words": (_action, {"lead": ""}, "lead"),
    "a link to nothing": (_action, {"measures": [""]}, "measures"),
    "a day in words": (_action, {"due": "soon"}, "due"),
    "a status in words": (_action, {"status": "late"}, "status"),
    "an effect that is none": (_action, {"effect": None}, "effect"),
    "further work in words": (_action, {"further_work": "maybe"}, "further_work"),
    "issues in words": (_action, {"issues": "some"}, "issues"),
    "a colour in words": (_action, {"stated": "purple"}, "stated"),
    "a page below nothing": (_action, {"page": -1}, "page"),
    "due before it starts": (_action, {"starts": date(2010, 4, 1), "due": DUE}, "due"),
    "an action in words": (
        ActionPlan,
        {"reference": "p", "title": "t", "actions": ["present"]},
        "actions",
    ),
    "a scheme in words": (
        ActionPlan,
        {"reference": "p", "title": "t", "scheme": "risk"},
        "scheme",
    ),
    "one key for two": (
        ActionPlan,
        {"reference": "p", "title": "t", "actions": [_action(), _action()]},
        "actions",
    ),
    "a basis in words": (
        RagScheme,
        {"reference": "s", "basis": "mood", "source": SOURCE},
        "basis",
    ),
    "a level that is a float": (_against, {"value": 0.5}, "value"),
    "a level that is nothing": (_against, {"value": 5, "level": None}, "level"),
    "a kind in words": (_against, {"value": 5, "kind": "context"}, "kind"),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused(make: Any, fields: dict[str, Any], field: str) -> None:  # noqa: ANN401 - a constructor
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field


def test_an_action_may_start_on_the_day_on_which_it_is_due() -> None:
    assert _action(starts=DUE, due=DUE).due == DUE


def test_only_a_plan_is_checked_and_only_on_a_day() -> None:
    with pytest.raises(InvalidValueError, match="an ActionPlan"):
        check_plan(_action(), on=DUE)  # type: ignore[arg-type] # refused
    with pytest.raises(InvalidValueError, match="on"):
        check_plan(_plan(), on="today")  # type: ignore[arg-type] # refused


@pytest.mark.parametrize(
    ("action", "scheme", "field"), [("3.7", RISK_RAG, "action"), (None, None, "action, scheme")]
)
def test_only_an_action_has_a_colour_and_only_under_a_scheme(
    action: object, scheme: object, field: str
) -> None:
    given: Any = (action, scheme)
    with pytest.raises(InvalidValueError) as refused:
        rate(*given)
    assert [each.field for each in refused.value.problems] == field.split(", ")
