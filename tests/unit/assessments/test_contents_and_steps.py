"""What assessments, plans and reviews must contain, and what is still missing."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from carerslib.assessments import (
    CONTENTS,
    DIRECT_PAYMENTS,
    PAYMENT_CONDITIONS,
    PAYMENT_REVIEWS,
    PAYMENTS_GO_ON,
    PLAN_CONTENTS,
    REVIEW_STEPS,
    STEPS,
    Assessment,
    CarerNeeds,
    Checklist,
    Item,
    Kind,
    OutcomeRecord,
    PersonalBudget,
    SupportPlan,
    check,
    check_plan,
    check_steps,
    outstanding,
    review_plan,
)
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.law.eligibility_regulations_2015 import CarerOutcome
from carerslib.money import Money
from carerslib.verdicts import Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

DAY: Final = date(2026, 11, 1)
HERE: Final = Citation.record("a list")
LIST: Final = Checklist(
    "a list",
    (
        Item("always", "always needed", HERE),
        Item("if_asked", "needed if asked for", HERE, ("asked",)),
        Item("unless_done", "needed unless the first is done", HERE, (), ("always",)),
    ),
    (("asked", "whether it was asked for"),),
)
EVERY_LIST: Final = {
    **{str(kind): checklist for kind, checklist in CONTENTS.items()},
    **{f"steps after a {kind}": checklist for kind, checklist in STEPS.items()},
    **{f"payments to {by.name}": checklist for by, checklist in DIRECT_PAYMENTS.items()},
    **{f"payments go on to {by.name}": checklist for by, checklist in PAYMENTS_GO_ON.items()},
    **{f"conditions for {by.name}": checklist for by, checklist in PAYMENT_CONDITIONS.items()},
    **{f"review for {by.name}": checklist for by, checklist in PAYMENT_REVIEWS.items()},
    "plan": PLAN_CONTENTS,
    "review": REVIEW_STEPS,
}


BEFORE_18: Final = (Kind.CHILDS_CARER, Kind.YOUNG_CARER, Kind.CHILD_NEEDS)


def _assessment(kind: Kind, **fields: Any) -> Assessment:  # noqa: ANN401 - fields by name
    return Assessment("A-1", kind, DAY, "carer-1", **fields)


def _covering(kind: Kind, *but: str) -> dict[str, bool]:
    checklist = CONTENTS[kind]
    items = {item.key: True for item in checklist.items if item.key not in but}
    return {key: False for key, _ in checklist.circumstances} | items


@pytest.mark.parametrize(
    ("answers", "results", "missing"),
    [
        ({}, "uuu", ["always", "asked", "if_asked"]),
        ({"always": True}, "muN", ["asked", "if_asked"]),
        ({"always": True, "asked": False}, "mNN", []),
        ({"always": True, "asked": True}, "muN", ["if_asked"]),
        ({"always": True, "asked": True, "if_asked": True}, "mmN", []),
        ({"always": True, "if_asked": True}, "mmN", []),
        ({"always": True, "if_asked": False}, "muN", ["asked"]),
        ({"always": True, "asked": True, "if_asked": False}, "mnN", []),
        ({"always": False, "asked": False, "unless_done": True}, "nNm", []),
        ({"always": False, "asked": False, "unless_done": False}, "nNn", []),
    ],
)
def test_an_item_is_met_not_met_not_recorded_or_not_required(
    answers: dict[str, bool], results: str, missing: list[str]
) -> None:
    verdict = LIST.check(answers, field="done", subject="L-1")
    letters = {
        Result.MET: "m",
        Result.NOT_MET: "n",
        Result.UNDETERMINED: "u",
        Result.NOT_APPLICABLE: "N",
    }
    assert "".join(letters[each.result] for each in verdict.findings) == results
    named = [f"done[{key}]" for key in missing]
    if verdict.is_undetermined and answers:
        assert [each.field for each in verdict.missing] == named


def test_what_is_outstanding_is_named_whether_it_was_not_done_or_not_recorded() -> None:
    found = LIST.outstanding({"always": False, "asked": True}, field="done")
    assert found == (
        Missing("done[always]", "always needed"),
        Missing("done[if_asked]", "needed if asked for"),
        Missing("done[unless_done]", "needed unless the first is done"),
    )


@pytest.mark.parametrize("checklist", EVERY_LIST.values(), ids=EVERY_LIST)
def test_every_list_names_each_item_once_and_every_circumstance_it_depends_on(
    checklist: Checklist,
) -> None:
    keys = [item.key for item in checklist.items] + [key for key, _ in checklist.circumstances]
    assert len(keys) == len(set(keys))
    depended = {key for item in checklist.items for key in (*item.where, *item.unless)}
    assert depended <= set(keys)
    assert {key for key, _ in checklist.circumstances} <= depended
    assert all(item.citation.place and item.title for item in checklist.items)


@pytest.mark.parametrize("kind", Kind)
def test_an_assessment_of_which_nothing_is_recorded_lacks_everything(kind: Kind) -> None:
    verdict = check(_assessment(kind))
    assert verdict.is_undetermined
    fields = {missing.field for missing in verdict.missing}
    assert fields == {f"covered[{key}]" for key in CONTENTS[kind].keys}


@pytest.mark.parametrize("kind", Kind)
def test_an_assessment_that_covers_everything_lacks_nothing(kind: Kind) -> None:
    assessment = _assessment(kind, covered=_covering(kind))
    assert check(assessment).is_met
    assert outstanding(assessment) == ()


@pytest.mark.parametrize(
    ("kind", "key"),
    [(kind, item.key) for kind in Kind for item in CONTENTS[kind].items if not item.where],
)
def test_each_item_that_is_always_required_is_missed_by_name(kind: Kind, key: str) -> None:
    assessment = _assessment(kind, covered=_covering(kind, key))
    assert [missing.field for missing in check(assessment).missing] == [f"covered[{key}]"]
    assert [missing.field for missing in outstanding(assessment)] == [f"covered[{key}]"]


def test_willing_and_able_are_four_questions() -> None:
    keys = CONTENTS[Kind.CARER].keys
    assert {"able", "able_later", "willing", "willing_later"} <= keys


@pytest.mark.parametrize(
    ("difficulty", "appropriate", "result"),
    [
        (False, False, Result.NOT_APPLICABLE),
        (True, True, Result.NOT_APPLICABLE),
        (True, False, Result.NOT_MET),
    ],
)
def test_an_advocate_is_arranged_where_involvement_is_difficult_and_nobody_can_help(
    *, difficulty: bool, appropriate: bool, result: Result
) -> None:
    covered = {
        "substantial_difficulty": difficulty,
        "appropriate_person": appropriate,
        "advocate_arranged": False,
    }
    verdict = check(_assessment(Kind.CARER, covered=covered))
    found = {each.rule: each for each in verdict.findings}["advocate_arranged"]
    assert (found.result, found.citation.place) == (result, "section 67(2) and (3)(b)")


def _found(kind: Kind, key: str, **covered: bool) -> tuple[Result, str]:
    verdict = check(_assessment(kind, covered=covered))
    found = {each.rule: each for each in verdict.findings}[key]
    return found.result, f"{found.citation.source}, {found.citation.place}"


ADVOCACY: Final = (
    "Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014 (SI 2014/2889), "
    "regulation 4"
)


@pytest.mark.parametrize(
    ("difficulty", "appropriate", "all_the_same", "result"),
    [
        (True, True, True, Result.NOT_MET),
        (False, True, True, Result.NOT_APPLICABLE),
        (True, False, True, Result.NOT_APPLICABLE),
        (True, True, False, Result.NOT_APPLICABLE),
    ],
)
def test_an_appropriate_person_is_not_always_enough(
    *, difficulty: bool, appropriate: bool, all_the_same: bool, result: Result
) -> None:
    found = _found(
        Kind.CARER,
        "advocate_arranged_as_well",
        substantial_difficulty=difficulty,
        appropriate_person=appropriate,
        advocate_all_the_same=all_the_same,
        advocate_arranged_as_well=False,
    )
    assert found == (result, ADVOCACY)


OF_THE_CARE_ACT: Final = (Kind.CARER, *BEFORE_18, Kind.ADULT_NEEDS)


@pytest.mark.parametrize("kind", OF_THE_CARE_ACT)
@pytest.mark.parametrize(
    ("key", "where", "place"),
    [
        ("impact_on_others", None, "regulation 4(1)"),
        ("others_advised", "others_would_benefit", "regulation 4(2)"),
        ("impact_on_child", "child_helps", "regulation 4(3)"),
        ("assessor_trained", None, "regulation 5(1)"),
        ("expert_consulted", "expertise_needed", "regulation 5(2)"),
        ("deafblind_expertise", "deafblind", "regulation 6(1)"),
        ("assessor_informed", "deafblind", "regulation 6(2)"),
    ],
)
def test_each_regulation_on_assessments_asks_for_its_own_where_it_applies(
    kind: Kind, key: str, where: str | None, place: str
) -> None:
    source = "Care and Support (Assessment) Regulations 2014 (SI 2014/2827)"
    if where is None:
        assert _found(kind, key, **{key: False}) == (Result.NOT_MET, f"{source}, {place}")
        return
    assert _found(kind, key, **{key: False, where: True}) == (
        Result.NOT_MET,
        f"{source}, {place}",
    )
    assert _found(kind, key, **{where: False})[0] is Result.NOT_APPLICABLE


def test_only_an_adult_is_referred_for_nhs_continuing_healthcare() -> None:
    keys = {kind: "referred_to_nhs" in CONTENTS[kind].keys for kind in Kind}
    assert [kind for kind, asked in keys.items() if asked] == [Kind.ADULT_NEEDS]
    covered = {"may_have_nhs_care": True, "referred_to_nhs": False}
    assert _found(Kind.ADULT_NEEDS, "referred_to_nhs", **covered)[0] is Result.NOT_MET


@pytest.mark.parametrize(
    ("key", "where", "place"),
    [
        ("expert_consulted", "expert_appropriate", "3(2)(a)"),
        ("others_weighed", "assessed_otherwise", "4(4)"),
    ],
)
def test_what_the_young_carers_regulations_ask_for_only_in_some_cases(
    key: str, where: str, place: str
) -> None:
    result, cited = _found(Kind.YOUNG_CARER_NEEDS, key, **{key: False, where: True})
    assert (result, cited[-len(place) :]) == (Result.NOT_MET, place)
    assert _found(Kind.YOUNG_CARER_NEEDS, key, **{where: False})[0] is Result.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("kind", "at_risk", "result"),
    [
        (Kind.CARER, None, Result.NOT_APPLICABLE),
        (Kind.CARER, True, Result.NOT_APPLICABLE),
        (Kind.CHILDS_CARER, True, Result.NOT_APPLICABLE),
        (Kind.YOUNG_CARER, False, Result.NOT_APPLICABLE),
        (Kind.YOUNG_CARER, True, Result.MET),
        (Kind.YOUNG_CARER, None, Result.UNDETERMINED),
        (Kind.ADULT_NEEDS, True, Result.MET),
        (Kind.ADULT_NEEDS, False, Result.NOT_APPLICABLE),
        (Kind.CHILD_NEEDS, False, Result.NOT_APPLICABLE),
        (Kind.CHILD_NEEDS, True, Result.MET),
        (Kind.CHILD_NEEDS, None, Result.UNDETERMINED),
        (Kind.YOUNG_CARER_NEEDS, None, Result.MET),
        (Kind.PARENT_CARER_NEEDS, None, Result.MET),
    ],
)
def test_what_a_refusal_changes(kind: Kind, *, at_risk: bool | None, result: Result) -> None:
    refused = _assessment(kind, covered=_covering(kind), refused=True, at_risk=at_risk)
    assert check(refused).result is result
    nothing_done = _assessment(kind, refused=True, at_risk=at_risk)
    lacks_nothing = result is Result.NOT_APPLICABLE
    assert (outstanding(nothing_done) == ()) is lacks_nothing


def test_a_refusal_that_may_be_overridden_asks_for_the_risk_first() -> None:
    verdict = check(_assessment(Kind.YOUNG_CARER, refused=True, covered={"able": False}))
    assert [missing.field for missing in verdict.missing] == ["at_risk"]


def _carer(*, impact: bool | None) -> Assessment:
    needs = CarerNeeds(
        for_an_adult=True,
        care_is_necessary=True,
        arise_from_caring=True,
        outcomes=[OutcomeRecord(CarerOutcome.WORK, danger=True)],
        significant_impact=impact,
    )
    return _assessment(Kind.CARER, needs=needs)


@pytest.mark.parametrize(
    ("impact", "advice", "considered"),
    [
        (True, Result.NOT_APPLICABLE, Result.UNDETERMINED),
        (False, Result.UNDETERMINED, Result.NOT_APPLICABLE),
        (None, Result.UNDETERMINED, Result.UNDETERMINED),
    ],
)
def test_what_is_owed_depends_on_eligibility(
    *, impact: bool | None, advice: Result, considered: Result
) -> None:
    verdict = check_steps(_carer(impact=impact), {"needs_found": True})
    found = {finding.rule: finding.result for finding in verdict.findings}
    assert (found["advice_given"], found["meeting_considered"]) == (advice, considered)


def test_reasons_are_owed_where_needs_are_not_going_to_be_met() -> None:
    taken = {"going_to_meet": False, "reasons_given": False, "advice_given": True}
    (unmet,) = check_steps(_carer(impact=False), taken).unmet
    assert unmet.citation.place == "section 24(2)(a)"


@pytest.mark.parametrize(
    ("assessment", "taken", "field"),
    [
        (_assessment(Kind.PARENT_CARER_NEEDS), {}, "kind"),
        (_carer(impact=True), {"some_eligible": True}, "taken"),
        (_carer(impact=True), {"colour": True}, "taken"),
    ],
)
def test_steps_that_cannot_be_checked(
    assessment: Assessment, taken: dict[str, bool], field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_steps(assessment, taken)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("kind", "section"),
    [
        (Kind.CHILDS_CARER, "section 60(6)"),
        (Kind.YOUNG_CARER, "section 63(5)"),
        (Kind.CHILD_NEEDS, "section 58(5)"),
    ],
)
def test_reasons_and_advice_are_owed_where_a_request_is_declined(kind: Kind, section: str) -> None:
    given = {"decline_reasons_given": True, "advice_on_declining": True}
    declined = {"request_declined": True, "has_become_18": True, "meeting_now": False}
    declined = {key: declined[key] for key in declined if key in STEPS[kind].keys}
    assessment = _assessment(kind)
    unmet = check_steps(assessment, declined | dict.fromkeys(given, False)).unmet
    assert [each.citation.place for each in unmet] == [f"{section}(a)", f"{section}(b)"]
    assert check_steps(assessment, declined | given).is_met
    still_a_child = declined | {"request_declined": False, "has_become_18": False}
    assert check_steps(assessment, still_a_child).result is Result.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        (Kind.CHILDS_CARER, ["section 61(6)", "section 61(7)"]),
        (Kind.YOUNG_CARER, ["section 64(7)", "section 64(8)"]),
        (Kind.CHILD_NEEDS, ["section 59(6)", "section 59(7)"]),
    ],
)
def test_on_the_18th_birthday_it_is_decided_how_to_treat_the_assessment(
    kind: Kind, places: list[str]
) -> None:
    turned = {"request_declined": False, "has_become_18": True, "section_17_services": False}
    done = {"treatment_decided": True, "age_of_assessment_weighed": True}
    if kind is Kind.CHILDS_CARER:
        turned["meeting_now"] = False
    assessment = _assessment(kind)
    assert check_steps(assessment, turned | done).is_met
    unmet = check_steps(assessment, turned | dict.fromkeys(done, False)).unmet
    assert [each.citation.place for each in unmet] == places


@pytest.mark.parametrize("kind", BEFORE_18)
@pytest.mark.parametrize(
    ("services", "treated", "result"),
    [
        (True, False, Result.NOT_MET),
        (True, True, Result.NOT_APPLICABLE),
        (False, False, Result.NOT_APPLICABLE),
        (True, None, Result.UNDETERMINED),
    ],
)
def test_section_17zh_calls_for_another_where_the_earlier_one_is_not_treated_as_an_adults(
    kind: Kind, *, services: bool, treated: bool | None, result: Result
) -> None:
    taken = {
        "request_declined": False,
        "has_become_18": True,
        "section_17_services": services,
        "assessed_after_18": False,
    }
    taken |= {} if treated is None else {"treated": treated}
    verdict = check_steps(_assessment(kind), taken)
    (found,) = (each for each in verdict.findings if each.rule == "assessed_after_18")
    assert (found.result, found.citation.place) == (result, "section 17ZH(3)(a)")
    adults = "a needs" if kind is Kind.CHILD_NEEDS else "a carer's"
    assert found.title == f"{adults} assessment carried out after the 18th birthday"


@pytest.mark.parametrize(
    ("considered", "weighed", "result"),
    [
        (True, False, Result.NOT_MET),
        (True, True, Result.MET),
        (False, False, Result.NOT_APPLICABLE),
        (None, False, Result.UNDETERMINED),
    ],
)
def test_section_62_looks_at_section_17_before_a_childs_carers_needs_of_now_are_met(
    *, considered: bool | None, weighed: bool, result: Result
) -> None:
    taken = {"request_declined": False, "section_17_weighed": weighed}
    taken |= {} if considered is None else {"meeting_now": considered}
    verdict = check_steps(_assessment(Kind.CHILDS_CARER), taken)
    (found,) = (each for each in verdict.findings if each.rule == "section_17_weighed")
    assert (found.result, found.citation.place) == (result, "section 62(3)")
    others = [kind for kind in STEPS if "section_17_weighed" in STEPS[kind].keys]
    assert others == [Kind.CHILDS_CARER]


CHILD_NEEDS: Final = {
    "impact": "section 59(1)(a)",
    "outcomes": "section 59(1)(b)",
    "contribution": "section 59(1)(c)",
    "child_involved": "section 59(2)(a)",
    "parents_involved": "section 59(2)(b)",
    "others_involved": "section 59(2)(c)",
    "other_matters": "section 59(3)",
    "indication": "section 59(4)(a)",
    "advice": "section 59(4)(b)",
    "advocate_arranged": "section 67(2) and (3)(g)",
    "authorised": "section 79(1)",
    "agreed_to_combine": "section 65(2)",
    "other_agreed_to_combine": "section 65(2)(a) and (b)",
}


def test_a_childs_needs_assessment_contains_what_section_59_requires() -> None:
    assert _places(Kind.CHILD_NEEDS, "section") == CHILD_NEEDS
    assert _places(Kind.CHILD_NEEDS, "regulation") == ASSESSMENT_REGULATIONS


# What the provisions that were read require of a carer's assessment, each by its place.
ACT_ON_CARERS: Final = {
    "able": "section 10(5)(a)",
    "able_later": "section 10(5)(a)",
    "willing": "section 10(5)(b)",
    "willing_later": "section 10(5)(b)",
    "impact": "section 10(5)(c)",
    "outcomes": "section 10(5)(d)",
    "contribution": "section 10(5)(e)",
    "work": "section 10(6)(a)",
    "education": "section 10(6)(b)",
    "carer_involved": "section 10(7)(a)",
    "others_involved": "section 10(7)(b)",
    "other_matters": "section 10(8)(a)",
    "prevention_and_community": "section 10(8)(b)",
    "agreed_to_combine": "section 12(5)",
    "other_agreed_to_combine": "section 12(5)(a) and (b)",
    "record_given": "section 12(4)(a)",
    "copies_given": "section 12(4)(b) and (c)",
    "advocate_arranged": "section 67(2) and (3)(b)",
    "authorised": "section 79(1)",
}
ASSESSMENT_REGULATIONS: Final = {
    "asked_about_self_assessment": "regulation 2(2)",
    "proportionate": "regulation 3(1)(a)",
    "participation": "regulation 3(1)(b)",
    "regard_had": "regulation 3(2)",
    "period_considered": "regulation 3(3)",
    "informed_beforehand": "regulation 3(4) and (5)",
    "impact_on_others": "regulation 4(1)",
    "others_advised": "regulation 4(2)",
    "impact_on_child": "regulation 4(3)",
    "assessor_trained": "regulation 5(1)",
    "expert_consulted": "regulation 5(2)",
    "deafblind_expertise": "regulation 6(1)",
    "assessor_informed": "regulation 6(2)",
    "advocate_arranged_as_well": "regulation 4",
}
SELF_ASSESSMENT: Final = {
    "self_assessment_done": "regulation 2(3)",
    "information_supplied": "regulation 2(5)",
}
YOUNG_CARERS_REGULATIONS: Final = {
    "proportionate": "regulation 2(1)",
    "age": "regulation 2(2)(a)",
    "wishes": "regulation 2(2)(b)",
    "differences": "regulation 2(2)(c)",
    "outcomes": "regulation 2(2)(d)",
    "informed_beforehand": "regulation 2(3) to (5)",
    "amount_of_care": "regulation 4(2)(a)",
    "reliance": "regulation 4(2)(b)",
    "impact": "regulation 4(2)(c)",
    "tasks": "regulation 4(2)(d)",
    "prevention": "regulation 4(2)(e)",
    "relieved": "regulation 4(2)(f)",
    "other_assessments": "regulation 4(2)(g)",
    "child_in_need": "regulation 4(2)(h)",
    "actions": "regulation 4(2)(i)",
    "future_review": "regulation 4(2)(j)",
    "assessor_trained": "regulation 3(1)(a) and (b)",
    "assessor_appropriate": "regulation 3(1)(c)",
    "expert_consulted": "regulation 3(2)(a)",
    "family_needs": "regulation 4(3)",
    "others_weighed": "regulation 4(4)",
    "combining_considered": "regulation 4(5)",
    "friends_and_family": "regulation 4(6)",
}


def _places(kind: Kind, under: str) -> dict[str, str]:
    items = CONTENTS[kind].items
    return {
        item.key: item.citation.place for item in items if item.citation.place.startswith(under)
    }


def test_a_carers_assessment_contains_what_the_act_and_the_regulations_require() -> None:
    assert _places(Kind.CARER, "section") == ACT_ON_CARERS
    assert _places(Kind.CARER, "regulation") == ASSESSMENT_REGULATIONS | SELF_ASSESSMENT


@pytest.mark.parametrize("kind", [Kind.CHILDS_CARER, Kind.YOUNG_CARER, Kind.ADULT_NEEDS])
def test_the_same_regulations_hold_for_every_assessment_under_the_care_act(kind: Kind) -> None:
    # a supported self-assessment must be carried out for an adult, and may be for a child
    of_adults = {} if kind is Kind.YOUNG_CARER else SELF_ASSESSMENT
    nhs = {"referred_to_nhs": "regulation 7(1)"} if kind is Kind.ADULT_NEEDS else {}
    assert _places(kind, "regulation") == ASSESSMENT_REGULATIONS | of_adults | nhs


def test_a_young_carers_needs_assessment_contains_what_its_own_regulations_require() -> None:
    assert _places(Kind.YOUNG_CARER_NEEDS, "regulation") == YOUNG_CARERS_REGULATIONS
    assert _places(Kind.PARENT_CARER_NEEDS, "regulation") == {}


def _plan(budget: PersonalBudget, **fields: Any) -> SupportPlan:  # noqa: ANN401 - fields by name
    stated = {item.key: True for item in PLAN_CONTENTS.items}
    return SupportPlan("P-1", "A-1", DAY, stated=stated, budget=budget, **fields)


POUNDS: Final = [None, *(Money.pounds(amount) for amount in ("0.00", "40.00", "100.00"))]


@pytest.mark.parametrize(("cost", "person", "authority"), list(itertools.product(POUNDS, repeat=3)))
def test_the_budget_states_its_three_amounts_and_advice_says_whether_they_add_up(
    cost: Money | None, person: Money | None, authority: Money | None
) -> None:
    verdict = check_plan(_plan(PersonalBudget(cost, person, authority)))
    nothing_left = cost is not None and cost == person
    stated = None not in (cost, person) and (authority is not None or nothing_left)
    assert verdict.is_met is stated
    advice = {each.rule: each for each in verdict.findings}["budget.adds_up"]
    assert advice.binding is False
    if cost is None or person is None or authority is None:
        assert advice.result is Result.NOT_APPLICABLE
    else:
        assert advice.is_met is (person + authority == cost)


PLAN_PLACES: Final = {
    "needs": "section 25(1)(a)",
    "eligibility": "section 25(1)(b)",
    "to_be_met": "section 25(1)(c)",
    "relevance": "section 25(1)(d)",
    "budget": "section 25(1)(e)",
    "advice": "section 25(1)(f)",
    "paid_needs": "section 25(2)(a)",
    "payments": "section 25(2)(b)",
    "carer_involved": "section 25(4)(a)",
    "adult_involved": "section 25(4)(b)",
    "others_involved": "section 25(4)(c)",
    "agreement_sought": "section 25(5)",
    "proportionate": "section 25(6)",
    "copy_given": "section 25(10)(a)",
    "copies_given": "section 25(10)(b) and (c)",
    "agreed_to_combine": "section 25(11) and (12)",
    "advocate_arranged": "section 67(2) and (3)(d)",
    "advocate_arranged_as_well": "regulation 4",
}
REVIEW_PLACES: Final = {
    "kept_under_review": "section 27(1)(a)",
    "reviewed": "section 27(1)(b)",
    "reassessed": "section 27(4)(a)",
    "revised": "section 27(4)(b)",
    "regard_had": "section 27(3)(a)",
    "carer_involved": "section 27(3)(b)(i)",
    "adult_involved": "section 27(3)(b)(ii)",
    "others_involved": "section 27(3)(b)(iii)",
    "agreement_sought": "section 27(5)",
    "advocate_arranged": "section 67(2) and (3)(f)",
    "advocate_arranged_as_well": "regulation 4",
}


@pytest.mark.parametrize(
    ("checklist", "places"),
    [(PLAN_CONTENTS, PLAN_PLACES), (REVIEW_STEPS, REVIEW_PLACES)],
    ids=["plan", "review"],
)
def test_a_plan_and_its_review_contain_what_the_act_requires(
    checklist: Checklist, places: dict[str, str]
) -> None:
    assert {item.key: item.citation.place for item in checklist.items} == places
    for key, place in places.items():
        (item,) = (each for each in checklist.items if each.key == key)
        needed = dict.fromkeys(checklist.keys, True) | dict.fromkeys(item.unless, False)
        (unmet,) = checklist.check({**needed, key: False}, field="it", subject="P-1").unmet
        assert unmet.citation.place == place


@pytest.mark.parametrize(
    ("checklist", "key", "circumstance"),
    [
        (PLAN_CONTENTS, "copies_given", "copies_asked_for"),
        (PLAN_CONTENTS, "agreed_to_combine", "combined"),
        (PLAN_CONTENTS, "paid_needs", "direct_payments"),
        (PLAN_CONTENTS, "payments", "direct_payments"),
        (PLAN_CONTENTS, "adult_involved", "adult_asked_for"),
        (PLAN_CONTENTS, "others_involved", "others_asked_for"),
        (REVIEW_STEPS, "reviewed", "reasonable_request"),
        (REVIEW_STEPS, "reassessed", "circumstances_changed"),
        (REVIEW_STEPS, "revised", "circumstances_changed"),
        (REVIEW_STEPS, "regard_had", "revising"),
        (REVIEW_STEPS, "carer_involved", "revising"),
        (REVIEW_STEPS, "adult_involved", "adult_asked_for"),
        (REVIEW_STEPS, "others_involved", "others_asked_for"),
        (REVIEW_STEPS, "agreement_sought", "changing_how_met"),
        (PLAN_CONTENTS, "advocate_arranged", "substantial_difficulty"),
        (PLAN_CONTENTS, "advocate_arranged_as_well", "advocate_all_the_same"),
        (REVIEW_STEPS, "advocate_arranged", "revising"),
        (REVIEW_STEPS, "advocate_arranged", "substantial_difficulty"),
        (REVIEW_STEPS, "advocate_arranged_as_well", "appropriate_person"),
    ],
)
def test_what_a_plan_or_a_review_needs_only_in_some_cases(
    checklist: Checklist, key: str, circumstance: str
) -> None:
    yes = dict.fromkeys(checklist.keys, True)
    without = {**yes, key: False, circumstance: False}
    assert checklist.check(without, field="it", subject="P-1").is_met


def test_a_plan_that_does_not_state_its_needs_is_not_what_section_25_requires() -> None:
    budget = PersonalBudget(Money.pounds("1.00"), Money.pounds("0.00"), Money.pounds("1.00"))
    plan = SupportPlan("P-1", "A-1", DAY, stated={"needs": False}, budget=budget)
    (unmet,) = check_plan(plan).unmet
    assert unmet.citation.place == "section 25(1)(a)"


@pytest.mark.parametrize(
    ("on", "reviewed_on", "within"),
    [
        (date(2027, 10, 31), None, True),
        (date(2027, 11, 1), None, True),
        (date(2027, 11, 2), None, False),
        (date(2027, 11, 2), date(2027, 6, 1), True),
    ],
)
def test_a_year_between_reviews_is_advice(
    on: date, reviewed_on: date | None, *, within: bool
) -> None:
    done = dict.fromkeys(REVIEW_STEPS.keys, True)
    verdict = review_plan(_plan(PersonalBudget(), reviewed_on=reviewed_on), done, on=on)
    advice = verdict.findings[-1]
    assert (advice.is_met, advice.binding, verdict.is_met) == (within, False, True)


def test_a_change_that_affects_the_plan_calls_for_a_new_assessment() -> None:
    done = dict.fromkeys(REVIEW_STEPS.keys, True) | {"reassessed": False}
    (unmet,) = review_plan(_plan(PersonalBudget()), done, on=DAY).unmet
    assert unmet.citation.place == "section 27(4)(a)"
    unchanged = done | {"circumstances_changed": False}
    assert review_plan(_plan(PersonalBudget()), unchanged, on=DAY).is_met


DAYS_OF_THE_ACT: Final = [(date(2015, 3, 31), False), (date(2015, 4, 1), True)]


@pytest.mark.parametrize(("on", "known"), DAYS_OF_THE_ACT)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("ask", [lambda each: check(each).is_undetermined, outstanding])
def test_what_an_assessment_must_contain_is_not_known_before_1_april_2015(
    ask: Callable[[Assessment], object], kind: Kind, on: date, *, known: bool
) -> None:
    assessment = Assessment("A-1", kind, on, "carer-1")
    if known:
        assert ask(assessment)
    else:
        with pytest.raises(NotInForceError, match=f"What a {kind} must contain is not known"):
            ask(assessment)


@pytest.mark.parametrize(("on", "known"), DAYS_OF_THE_ACT)
def test_nor_what_a_plan_must_contain_or_its_review_requires(on: date, *, known: bool) -> None:
    plan = SupportPlan("P-1", "A-1", on)
    asked: list[Callable[[], Verdict]] = [
        lambda: check_plan(plan),
        lambda: review_plan(plan, {}, on=DAY),
    ]
    for ask in asked:
        if known:
            assert ask().is_undetermined
        else:
            with pytest.raises(NotInForceError, match="in force from 1 April 2015"):
                ask()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("on", "within"),
    [
        (date(2020, 3, 30), False),
        (date(2020, 3, 31), True),
        (date(2021, 7, 16), True),
        (date(2021, 7, 17), False),
    ],
)
def test_a_day_on_which_a_council_could_step_back_is_pointed_out_and_decides_nothing(
    kind: Kind, on: date, *, within: bool
) -> None:
    assessment = Assessment("A-1", kind, on, "carer-1", covered=_covering(kind))
    verdicts = [check(assessment)]
    verdicts += [check_steps(assessment, {})] if kind in STEPS else []
    eased = within and kind in OF_THE_CARE_ACT
    for verdict in verdicts:
        warnings = [each for each in verdict.findings if each.rule == "advice.easements"]
        assert [each.binding for each in warnings] == ([False] if eased else [])
    assert check(assessment).is_met
    nobody_wants_it = attrs.evolve(assessment, refused=True, at_risk=False)
    assert check(nobody_wants_it).is_met is (kind not in OF_THE_CARE_ACT)


@pytest.mark.parametrize(("answer", "shown"), [(True, "yes"), (False, "no"), (None, None)])
def test_an_item_shows_what_was_answered(*, answer: bool | None, shown: str | None) -> None:
    answers = {} if answer is None else {"always": answer}
    first = LIST.check(answers, field="done", subject="L-1").findings[0]
    assert (first.measured, first.comparison, first.permitted) == (shown, "must be", "yes")
