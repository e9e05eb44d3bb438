"""Open only where what is not recorded could change the answer: proved over every completion.

Each verdict is asked with facts hidden, and again for every way in which they could turn out that
does not contradict itself.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carerslib.assessments import (
    DUTIES_TO_ASSESS,
    DUTIES_TO_INFORM,
    Assessment,
    AssessmentFacts,
    CarerNeeds,
    Kind,
    Meeting,
    OutcomeRecord,
    Section17Services,
    duties_to_assess,
    duty_to_meet,
    must_assess,
    must_inform,
    power_to_meet,
    section_17_goes_on,
)
from carerslib.assessments._together import assessing, facts_of_duties, informing
from carerslib.assessments.duty_facts import DutyAsked
from carerslib.carers import (
    Carer,
    CaringRelationship,
    Person,
    PersonCaredFor,
    RegardedAsCarer,
    definition,
    definitions_on,
)
from carerslib.carers.together import settle
from carerslib.law.eligibility_regulations_2015 import CarerOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carerslib.verdicts import Verdict

Facts = dict[str, bool | None]

OF_CARE: Final = (
    "provides",
    "intends",
    "under_contract",
    "voluntary_work",
    "for_voluntary_organisation",
    "substantial",
    "regular",
    "parental_responsibility",
)
ABOUT: Final = (
    "disabled",
    "assessed_as_disabled_child",
    "assessed_for_after_care",
    "assessed_for_community_care",
)
AGES: Final = ("carer", "cared_for")
OF_DUTIES: Final = (
    "may_need_support",
    "likely_to_need_support_at_18",
    "of_significant_benefit",
    "requested",
    "refused",
    "requested_since_refusal",
    "changed_since_refusal",
    "able_to_consent",
    "consents",
    "in_best_interests",
    "abuse_or_neglect",
    "may_be_served_under_section_17",
    "may_have_community_care",
)
BESIDES: Final = (
    "requested_by_parent",
    "assessed_before",
    "changed_since_assessment",
    "informed_before",
    "in_area",
    "easements_used",
)
ALL_OF_DUTIES: Final = (*OF_DUTIES, *BESIDES)
ON_RELATIONSHIPS: Final = (*OF_CARE, *ABOUT, *AGES)
FIELDS: Final = (
    {name: name for name in OF_CARE}
    | {name: f"cared_for.{name}" for name in ABOUT}
    | {name: f"{name}.person.born" for name in AGES}
    | {name: f"facts.{name}" for name in ALL_OF_DUTIES}
)
CARE_LAW: Final = ("CA14_S10", "CA14_S60", "CA14_S63", "CA89_17ZA", "CA89_17ZD", "C95", "C00")
LESS: Final = settings().max_examples // 2
DAYS: Final = (date(2009, 3, 10), date(2026, 11, 1))


def _person(name: str, day: date, *, grown_up: bool | None) -> Person:
    born = {True: date(day.year - 40, 1, 1), False: date(day.year - 10, 1, 1), None: None}
    return Person(name, born[grown_up])


def _relationship(facts: Facts, day: date) -> CaringRelationship:
    carer, cared_for = (_person(name, day, grown_up=facts[name]) for name in AGES)
    about: dict[str, Any] = {name: facts[name] for name in ABOUT}
    of_care: dict[str, Any] = {name: facts[name] for name in OF_CARE}
    if facts.get("regarded"):
        of_care["regarded_as_carer"] = RegardedAsCarer(day, "team manager", "nights as a daughter")
    return CaringRelationship("R", Carer(carer), PersonCaredFor(cared_for, **about), **of_care)


def _is_consistent(facts: Facts) -> bool:
    """Volunteering for an organisation is voluntary work; whoever refuses does not consent."""
    volunteers = facts.get("for_voluntary_organisation") and facts.get("voluntary_work") is False
    return not volunteers and not (facts.get("refused") and facts.get("consents"))


def _prove(
    ask: Callable[[Facts], Verdict],
    facts: Facts,
    hidden: list[str],
    fields: Mapping[str, str] = FIELDS,
) -> None:
    """Hold an answer with facts hidden against the answers of all completions."""
    ways = [
        way
        for way in product((True, False), repeat=len(hidden))
        if _is_consistent(facts | dict(zip(hidden, way, strict=True)))
    ]
    met = {way: ask(facts | dict(zip(hidden, way, strict=True))).is_met for way in ways}
    verdict = ask(facts | dict.fromkeys(hidden))
    assert verdict.is_undetermined == (len(set(met.values())) == 2)
    if not verdict.is_undetermined:
        assert {verdict.is_met} == set(met.values())
    changes, settles = set(), set()
    for place, fact in enumerate(hidden):
        turned = {way: (*way[:place], not way[place], *way[place + 1 :]) for way in ways}
        if any(met[way] != met.get(other, met[way]) for way, other in turned.items()):
            changes.add(fact)
        sides = [{met[way] for way in ways if way[place] is answer} for answer in (True, False)]
        if any(len(side) == 1 for side in sides):
            settles.add(fact)
    named = [missing.field for missing in verdict.missing]
    assert set(named) == {fields.get(fact, fact) for fact in changes}
    wanted = {fields.get(fact, fact) for fact in settles & changes}
    asked = verdict.ask_next
    if wanted:
        assert asked is not None
        assert asked.field in wanted
    else:
        assert asked == next(iter(verdict.missing), None)


def _answers(names: tuple[str, ...]) -> st.SearchStrategy[Facts]:
    """Answers that leave most tests of the law within reach."""
    answers: st.SearchStrategy[Facts] = st.fixed_dictionaries(dict.fromkeys(names, st.booleans()))
    return answers.filter(_is_consistent)


def _hidden(names: tuple[str, ...], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=most)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("key", CARE_LAW)
@settings(deadline=None)
@given(data=st.data())
def test_a_definition_is_open_only_where_what_is_hidden_could_change_it(
    key: str, day: date, data: st.DataObject
) -> None:
    facts = data.draw(_answers(ON_RELATIONSHIPS))
    hidden = data.draw(_hidden(ON_RELATIONSHIPS, 6))
    asked = next((each for each in definitions_on(day) if each.key == key), None)
    if asked is not None:
        _prove(lambda each: asked.covers(_relationship(each, day), on=day), facts, hidden)


def test_in_either_year_most_of_the_definitions_are_in_force() -> None:
    found = [{each.key for each in definitions_on(day)} & set(CARE_LAW) for day in DAYS]
    assert found == [{"C95", "C00"}, set(CARE_LAW) - {"C00"}]


@pytest.mark.parametrize(
    ("key", "day", "hidden", "met"),
    [
        # a child is a young carer, and an adult is a parent carer: neither is reached
        ("C95", DAYS[1], "carer", False),
        # an adult and a child are both reached, by another section
        ("C00", DAYS[0], "cared_for", True),
    ],
)
def test_whoever_is_answered_alike_at_any_age_need_not_be_asked_for_it(
    key: str, day: date, hidden: str, *, met: bool
) -> None:
    no = ("under_contract", "voluntary_work", "for_voluntary_organisation", "cared_for")
    known: Facts = {name: name not in no for name in ON_RELATIONSHIPS}
    verdict = definition(key, day).covers(_relationship(known | {hidden: None}, day), on=day)
    assert (verdict.is_undetermined, verdict.is_met, verdict.missing) == (False, met, ())
    assert any("turns out" in each.note or "whatever" in each.note for each in verdict.findings)


@pytest.mark.parametrize(
    ("key", "day"), [("CA14_S63", DAYS[1]), ("CA14_S60", DAYS[1]), ("C00", DAYS[0])]
)
@settings(deadline=None, max_examples=LESS)
@given(data=st.data())
def test_a_duty_is_open_only_where_what_is_hidden_could_change_it(
    key: str, day: date, data: st.DataObject
) -> None:
    within: Facts = {
        name: name in ("provides", "substantial", "regular") for name in ON_RELATIONSHIPS
    }
    within |= {"cared_for": key == "CA14_S63", "carer": key != "CA14_S63", "disabled": True}
    within |= {"parental_responsibility": True, "assessed_for_community_care": True}
    names = (*OF_DUTIES, "cared_for", "disabled")
    facts = within | data.draw(_answers(OF_DUTIES))
    hidden = data.draw(_hidden(names, 7))

    def ask(each: Facts) -> Verdict:
        known: dict[str, Any] = {name: each[name] for name in OF_DUTIES}
        relationship = _relationship(each, day)
        return duties_to_assess(relationship, AssessmentFacts(**known), on=day)[key]

    _prove(ask, facts, hidden)


EVERY_FACT: Final = (*ON_RELATIONSHIPS, *ALL_OF_DUTIES)
SHARED: Final = ("carer", "cared_for", "disabled", "parental_responsibility", "refused")
# under the Act of 1995 alone; under both Acts; while a council could step back; today
DAYS_OF_DUTIES: Final = (date(2000, 1, 3), date(2009, 3, 10), date(2020, 6, 1), date(2026, 11, 1))


@st.composite
def _mostly_within_reach(draw: st.DrawFn) -> Facts:
    """Facts with which some duty is often near: what rules it out is mostly not so."""
    mostly = st.sampled_from([True, True, True, False])
    against = ("under_contract", "voluntary_work", "for_voluntary_organisation", "refused")
    facts = draw(_answers(EVERY_FACT))
    for name in ("provides", "substantial", "regular", "in_area"):
        facts[name] = draw(mostly)
    for name in (*against, "assessed_before", "easements_used"):
        facts[name] = not draw(mostly)
    # a view that the authority has taken or not: never open
    facts["regarded"] = draw(st.booleans())
    return facts


def _asked(ask: Callable[..., Verdict], day: date) -> Callable[[Facts], Verdict]:
    def asked(each: Facts) -> Verdict:
        known: dict[str, Any] = {name: each[name] for name in ALL_OF_DUTIES}
        return ask(_relationship(each, day), AssessmentFacts(**known), on=day)

    return asked


@pytest.mark.parametrize("day", DAYS_OF_DUTIES, ids=str)
@pytest.mark.parametrize("ask", [must_assess, must_inform])
@settings(deadline=None, max_examples=LESS)
@given(
    facts=_mostly_within_reach().filter(_is_consistent),
    hidden=_hidden(EVERY_FACT, 4),
    shared=_hidden(SHARED, 2),
)
def test_whether_any_duty_is_owed_is_open_only_where_what_is_hidden_could_change_it(
    ask: Callable[..., Verdict], day: date, facts: Facts, hidden: list[str], shared: list[str]
) -> None:
    if ask is must_assess or day >= date(2005, 4, 1):
        _prove(_asked(ask, day), facts, [*dict.fromkeys((*shared, *hidden))])


@pytest.mark.parametrize("day", DAYS_OF_DUTIES, ids=str)
@settings(deadline=None)
@given(facts=_mostly_within_reach().filter(_is_consistent))
def test_the_formulas_of_the_duties_say_what_the_duties_say(day: date, facts: Facts) -> None:
    known: dict[str, Any] = {name: facts[name] for name in ALL_OF_DUTIES}
    asked = DutyAsked(_relationship(facts, day), AssessmentFacts(**known), day)
    short = settle(assessing, facts_of_duties(asked, DUTIES_TO_ASSESS.basis()))
    assert short.result is must_assess(asked.relationship, asked.facts, on=day).is_met
    if day >= date(2005, 4, 1):
        told = settle(informing, facts_of_duties(asked, DUTIES_TO_INFORM.basis()))
        assert told.result is must_inform(asked.relationship, asked.facts, on=day).is_met


@pytest.mark.parametrize("hidden", ["carer", "cared_for"])
def test_a_day_of_birth_that_changes_nothing_is_not_asked_for(hidden: str) -> None:
    so = ("provides", "carer", "cared_for", "in_area", "may_need_support", "disabled")
    served = ("parental_responsibility", "may_be_served_under_section_17")
    within: Facts = {name: name in (*so, *served) for name in EVERY_FACT}
    ask = _asked(must_assess, DAYS[1])
    settled = ask(within | {hidden: None})
    assert (settled.is_met, settled.missing) == (True, ())
    assert settled.parts[0].title.startswith("One duty or another")
    still_open = ask(within | {hidden: None, "assessed_before": None, "refused": None})
    assert FIELDS[hidden] in {each.field for each in still_open.missing}
    refused_or_not = ask(within | {hidden: None, "may_need_support": None})
    assert [each.field for each in refused_or_not.missing] == ["facts.may_need_support"]
    assert refused_or_not.ask_next == refused_or_not.missing[0]


def test_an_age_that_two_duties_ask_in_opposite_ways_is_not_asked_first() -> None:
    so = ("substantial", "regular", "disabled", "assessed_as_disabled_child")
    within: Facts = {
        name: name in (*so, "may_have_community_care") for name in (*EVERY_FACT, *SHARED)
    }
    hidden = ("carer", "cared_for", "provides", "intends")
    verdict = _asked(must_inform, date(2009, 3, 10))(within | dict.fromkeys(hidden))
    assert {each.field for each in verdict.missing} == {FIELDS.get(each, each) for each in hidden}
    assert verdict.ask_next == verdict.missing[0]


def test_with_next_to_nothing_recorded_each_duty_names_what_it_lacks() -> None:
    verdict = _asked(must_assess, DAYS[1])(dict.fromkeys(EVERY_FACT))
    fields = [each.field for each in verdict.missing]
    assert len(fields) == len(set(fields)) > 20
    assert "duties.together" not in {each.rule for each in verdict.findings}


def test_volunteering_is_asked_for_though_voluntary_work_is_looked_past() -> None:
    so = ("provides", "substantial", "regular", "disabled", "assessed_as_disabled_child")
    asked_for = ("requested", "may_be_served_under_section_17", "in_area")
    known: Facts = {name: name in (*so, *asked_for, "carer") for name in EVERY_FACT}
    hidden = ["parental_responsibility", "voluntary_work", "for_voluntary_organisation"]
    _prove(_asked(must_assess, DAYS[1]), known | {"regarded": True}, hidden)


def test_a_record_that_contradicts_itself_is_judged_all_the_same() -> None:
    no = ("under_contract", "voluntary_work", "for_voluntary_organisation", "assessed_before")
    contradiction: Facts = {name: name not in no for name in EVERY_FACT}
    contradiction["carer"] = None
    verdict = _asked(must_assess, DAYS[1])(contradiction)
    assert (verdict.is_met, verdict.missing) == (True, ())


NEEDS: Final = CarerNeeds(
    for_an_adult=True,
    care_is_necessary=True,
    arise_from_caring=True,
    outcomes=[OutcomeRecord(CarerOutcome.HOME, needs_assistance=True)],
    significant_impact=True,
)
ELIGIBLE: Final = Assessment(
    "A-1",
    Kind.CARER,
    DAYS[1],
    "carer-1",
    needs=NEEDS,
)
IMPACT: Final = "needs.significant_impact"
OF_MEETING: Final = (
    "ordinarily_resident",
    "present_unsettled",
    "support_to_carer",
    "carer_charged",
    "carer_above_limit",
    "carer_asks",
    "care_to_adult",
    "adult_charged",
    "adult_above_limit",
    "adult_agrees",
    "adult_asks",
    "adult_excluded",
)


@pytest.mark.parametrize("ask", [duty_to_meet, power_to_meet])
@settings(deadline=None, max_examples=LESS)
@given(facts=_answers(OF_MEETING), hidden=_hidden(OF_MEETING, 8))
def test_the_duty_and_the_power_to_meet_are_open_only_where_what_is_hidden_could_change_them(
    ask: Callable[[Meeting], Verdict], facts: Facts, hidden: list[str]
) -> None:
    def asked(each: Facts) -> Verdict:
        known: dict[str, Any] = dict(each)
        return ask(Meeting(reference="M", authority="H", assessment=ELIGIBLE, **known))

    _prove(asked, facts, hidden)


@pytest.mark.parametrize("ask", [duty_to_meet, power_to_meet])
@settings(deadline=None, max_examples=LESS)
@given(facts=_answers(OF_MEETING), hidden=_hidden(OF_MEETING, 5))
@example(
    facts=dict.fromkeys(OF_MEETING, False) | {"adult_charged": True, "adult_asks": True},
    hidden=["ordinarily_resident", "care_to_adult", "adult_above_limit"],
)
def test_so_they_are_where_it_is_not_known_whether_the_needs_are_eligible(
    ask: Callable[[Meeting], Verdict], facts: Facts, hidden: list[str]
) -> None:
    def asked(each: Facts) -> Verdict:
        known: dict[str, Any] = dict(each)
        needs = attrs.evolve(NEEDS, significant_impact=known.pop(IMPACT))
        assessment = attrs.evolve(ELIGIBLE, needs=needs)
        return ask(Meeting(reference="M", authority="H", assessment=assessment, **known))

    _prove(asked, {**facts, IMPACT: None}, [*hidden, IMPACT])


OF_SERVICES: Final = (
    "provided",
    "assessment_required",
    "assessed_before_18",
    "requested",
    "request_decided",
    "duty_ruled_out",
    "concluded",
)


@settings(deadline=None, max_examples=LESS)
@given(facts=_answers(OF_SERVICES), hidden=_hidden(OF_SERVICES, 7))
def test_whether_services_go_on_after_18_is_open_only_where_what_is_hidden_could_change_it(
    facts: Facts, hidden: list[str]
) -> None:
    def asked(each: Facts) -> Verdict:
        known: dict[str, Any] = dict(each)
        return section_17_goes_on(Section17Services(reference="S", **known), on=DAYS[1])

    _prove(asked, facts, hidden, {})
