"""Who must be assessed, on a day, on what trigger.

Each duty is a rule of its own with its days; where the law changed there is a version for each
period. A duty needs a carer within its definition, and then its own trigger: a request under the
Acts of 1995 and 2000, the appearance of need under the Care Act, either under the Children Act.
No duty reads hours, money, or what the authority thinks of the level of need.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from carerslib.assessments._together import assessing, informing, taken_together
from carerslib.assessments.duty_facts import AssessmentFacts, DutyAsked, DutyExamination
from carerslib.carers import Asked, CaringRelationship
from carerslib.carers.care_law import (
    care_act_carer,
    childs_carer,
    parent_carer,
    young_carer,
    young_carer_of_an_adult,
)
from carerslib.carers.earlier_law import (
    carer_since_1996,
    carer_since_2015_by_1995_act,
    section_1_or_6,
)
from carerslib.carers.people import LEAP_DAY_BIRTHDAY
from carerslib.citations import Citation
from carerslib.errors import NotInForceError, require
from carerslib.law import care_act_2014 as care_act
from carerslib.law import carers_act_1995 as act_1995
from carerslib.law import carers_and_disabled_children_act_2000 as act_2000
from carerslib.law import carers_equal_opportunities_act_2004 as act_2004
from carerslib.law import children_act_1989 as children_act
from carerslib.law import coronavirus_act_2020 as coronavirus
from carerslib.periods import DateRange, check_day
from carerslib.rules import Rule, RuleSet
from carerslib.verdicts import Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carerslib.basis import Basis

__all__ = [
    "DUTIES_TO_ASSESS",
    "DUTIES_TO_INFORM",
    "duties_to_assess",
    "must_assess",
    "must_inform",
]


_Body: TypeAlias = "Callable[[DutyAsked, Basis], Iterable[Part]]"


def _section_10(asked: DutyAsked, basis: Basis) -> Iterator[Part]:
    duty = DutyExamination.of("CA14_S10", asked, basis)
    yield duty.within(care_act_carer)
    yield duty.is_("may_need_support", care_act.SECTION_10_1)
    yield duty.not_refused(care_act.SECTION_11_5)


def _section_60(asked: DutyAsked, basis: Basis) -> Iterator[Part]:
    duty = DutyExamination.of("CA14_S60", asked, basis)
    yield duty.within(childs_carer)
    yield duty.is_("likely_to_need_support_at_18", care_act.SECTION_60_1)
    yield duty.is_("of_significant_benefit", care_act.SECTION_60_1)
    yield duty.not_refused(care_act.SECTION_60_3)


def _section_63(asked: DutyAsked, basis: Basis) -> Iterator[Part]:
    duty, source = DutyExamination.of("CA14_S63", asked, basis), care_act.SECTION_63_3
    yield duty.within(young_carer_of_an_adult)
    yield duty.is_("likely_to_need_support_at_18", care_act.SECTION_63_1)
    yield duty.is_("of_significant_benefit", care_act.SECTION_63_1)
    yield duty.any(
        "Consent, best interests, or a refusal that abuse or neglect overrides",
        duty.consent(source),
        duty.all(
            "Refused, with abuse or neglect",
            duty.refused(source),
            duty.is_("abuse_or_neglect", source),
        ),
    )


def _section_17za(asked: DutyAsked, basis: Basis) -> Iterator[Part]:
    duty, source = DutyExamination.of("CA89_17ZA", asked, basis), children_act.SECTION_17ZA_1
    yield duty.within(young_carer)
    yield duty.is_("in_area", source)
    yield duty.any(
        "Appearance of need, or a request",
        duty.is_("may_need_support", source),
        duty.is_("requested", source),
        duty.is_("requested_by_parent", source),
    )
    yield duty.not_again(children_act.SECTION_17ZA_4)


def _section_17zd(asked: DutyAsked, basis: Basis) -> Iterator[Part]:
    duty, source = DutyExamination.of("CA89_17ZD", asked, basis), children_act.SECTION_17ZD_3
    yield duty.within(parent_carer)
    yield duty.is_("in_area", source)
    yield duty.any(
        "Appearance of need, or a request",
        duty.is_("may_need_support", source),
        duty.is_("requested", source),
    )
    yield duty.is_("may_be_served_under_section_17", children_act.SECTION_17ZD_4)
    yield duty.not_again(children_act.SECTION_17ZD_6)


@attrs.frozen
class _ActOf1995:
    """A duty of the Act of 1995, over the definition of its days."""

    definition: Rule[Asked]
    source: Citation

    def __call__(self, asked: DutyAsked, basis: Basis) -> Iterator[Part]:
        duty = DutyExamination.of("C95", asked, basis)
        yield duty.within(self.definition)
        yield duty.is_("requested", self.source)


def _right_under_2000_act(duty: DutyExamination) -> Verdict:
    asked = Asked(duty.asked.relationship, duty.asked.day)
    served = (
        (duty.is_("may_have_community_care", act_2000.SECTION_1_1),),
        (duty.is_("may_be_served_under_section_17", act_2000.SECTION_6),),
    )
    return section_1_or_6(duty.ask, asked, served)


def _act_of_2000(asked: DutyAsked, basis: Basis) -> Iterator[Part]:
    duty = DutyExamination.of("C00", asked, basis)
    yield _right_under_2000_act(duty)
    yield duty.is_("requested", act_2000.SECTION_1_1)


@attrs.frozen
class _InformUnder1995Act:
    """A duty to tell a carer of a right under the Act of 1995, over the definition of its days."""

    definition: Rule[Asked]

    def __call__(self, asked: DutyAsked, basis: Basis) -> Iterator[Part]:
        duty = DutyExamination.of("C95.inform", asked, basis)
        yield duty.within(self.definition)
        yield duty.is_("requested", act_2004.SECTION_1, wanted=False)


def _inform_under_2000_act(asked: DutyAsked, basis: Basis) -> Iterator[Part]:
    duty = DutyExamination.of("C00.inform", asked, basis)
    yield _right_under_2000_act(duty)
    yield duty.is_("assessed_before", act_2000.SECTION_6A, wanted=False)
    yield duty.is_("informed_before", act_2000.SECTION_6A, wanted=False)


_BEFORE: Final = DateRange(date(2015, 4, 1), date(2020, 3, 30))
_AFTER: Final = DateRange.onwards(date(2021, 7, 17))


@attrs.frozen
class _WhileEased:
    """A duty on the days on which a council could step back from it."""

    rule: str
    body: _Body
    easement: Citation

    def __call__(self, asked: DutyAsked, basis: Basis) -> Iterator[Part]:
        yield from self.body(asked, basis)
        duty = DutyExamination.of(self.rule, asked, basis)
        yield duty.is_("easements_used", self.easement, wanted=False)


def _eased(
    rule: str, title: str, citation: Citation, body: _Body, easement: Citation
) -> tuple[Rule[DutyAsked], ...]:
    """Make the three versions of a duty that a council could step back from in 2020 and 2021."""
    eased = _WhileEased(rule, body, easement)
    return (
        Rule(rule, title, citation, _BEFORE, body),
        Rule(rule, title, citation, coronavirus.EASEMENTS, eased),
        Rule(rule, title, citation, _AFTER, body),
    )


_1995: Final = "Assessment of a carer under the Carers (Recognition and Services) Act 1995"
_INFORM_1995: Final = "Telling a carer of the right under the Act of 1995"

DUTIES_TO_ASSESS: Final[RuleSet[DutyAsked]] = RuleSet(
    "carerslib.assessments.duties",
    "2026-11",
    (
        *_eased(
            "CA14_S10",
            "Carer's assessment, Care Act 2014",
            care_act.SECTION_10_1,
            _section_10,
            coronavirus.SCHEDULE_12,
        ),
        *_eased(
            "CA14_S60",
            "Child's carer's assessment, Care Act 2014",
            care_act.SECTION_60_1,
            _section_60,
            coronavirus.SCHEDULE_12_TRANSITION,
        ),
        *_eased(
            "CA14_S63",
            "Young carer's assessment, Care Act 2014",
            care_act.SECTION_63_1,
            _section_63,
            coronavirus.SCHEDULE_12_TRANSITION,
        ),
        Rule(
            "CA89_17ZA",
            "Young carer's needs assessment, Children Act 1989",
            children_act.SECTION_17ZA_1,
            children_act.IN_FORCE,
            _section_17za,
        ),
        Rule(
            "CA89_17ZD",
            "Parent carer's needs assessment, Children Act 1989",
            children_act.SECTION_17ZD_3,
            children_act.IN_FORCE,
            _section_17zd,
        ),
        Rule(
            "C95",
            _1995,
            act_1995.SECTION_1_1,
            act_1995.BEFORE_THE_CARE_ACT,
            _ActOf1995(carer_since_1996, act_1995.SECTION_1_1),
        ),
        Rule(
            "C95",
            _1995,
            act_1995.SECTION_1_2,
            act_1995.SINCE_THE_CARE_ACT,
            _ActOf1995(carer_since_2015_by_1995_act, act_1995.SECTION_1_2),
        ),
        Rule(
            "C00",
            "Assessment of a carer under the Carers and Disabled Children Act 2000",
            act_2000.SECTION_1_1,
            act_2000.IN_FORCE,
            _act_of_2000,
        ),
    ),
    conventions=(LEAP_DAY_BIRTHDAY,),
)
"""The duties to assess a carer, each in the versions of its days."""

DUTIES_TO_INFORM: Final[RuleSet[DutyAsked]] = RuleSet(
    "carerslib.assessments.duties_to_inform",
    "2026-11",
    (
        Rule(
            "C95.inform",
            _INFORM_1995,
            act_2004.SECTION_1,
            act_2004.IN_FORCE,
            _InformUnder1995Act(carer_since_1996),
        ),
        Rule(
            "C95.inform",
            _INFORM_1995,
            act_2004.SECTION_1,
            act_1995.SINCE_THE_CARE_ACT,
            _InformUnder1995Act(carer_since_2015_by_1995_act),
        ),
        Rule(
            "C00.inform",
            "Telling a carer of the right under the Act of 2000",
            act_2000.SECTION_6A,
            act_2004.IN_FORCE,
            _inform_under_2000_act,
        ),
    ),
    conventions=(LEAP_DAY_BIRTHDAY,),
)
"""The duties, made by the Act of 2004, to tell a carer of the right to an assessment."""


def _each(duties: RuleSet[DutyAsked], asked: DutyAsked, basis: Basis | None) -> dict[str, Verdict]:
    require(check_day("on", asked.day))
    rests_on = basis or duties.basis()
    found = {
        rule.id: Verdict.all_of(
            rule(asked, rests_on),
            title=rule.title,
            subject=asked.relationship.reference,
            basis=rests_on,
        )
        for rule in duties.on(asked.day)
    }
    if not found:
        first = min(rule.in_force.first for rule in duties)
        raise NotInForceError(
            name=duties.name,
            day=asked.day,
            reason=f"the first is in force {DateRange.onwards(first)}",
        )
    return found


def duties_to_assess(
    relationship: CaringRelationship,
    facts: AssessmentFacts,
    *,
    on: date,
    basis: Basis | None = None,
) -> dict[str, Verdict]:
    """Ask each duty in force on a day whether it requires an assessment: verdicts by key.

    The keys are those of the definitions on which the duties rest. Raises
    :class:`.NotInForceError` for a day before 1 April 1996.
    """
    return _each(DUTIES_TO_ASSESS, DutyAsked(relationship, facts, on), basis)


def must_assess(
    relationship: CaringRelationship,
    facts: AssessmentFacts,
    *,
    on: date,
    basis: Basis | None = None,
) -> Verdict:
    """Say whether any duty requires an assessment of the carer on a day, and which.

    Not met means that no duty does; a council may assess all the same. Where one duty or another
    is owed whatever is not recorded, it is met, though each may be open. Raises
    :class:`.NotInForceError` for a day before 1 April 1996.
    """
    found = duties_to_assess(relationship, facts, on=on, basis=basis)
    rests_on = basis or DUTIES_TO_ASSESS.basis()
    asked = DutyAsked(relationship, facts, on)
    return Verdict.any_of(
        taken_together(found.values(), assessing, asked, rests_on),
        title="Duty to assess the carer",
        subject=relationship.reference,
        basis=rests_on,
    )


def must_inform(
    relationship: CaringRelationship,
    facts: AssessmentFacts,
    *,
    on: date,
    basis: Basis | None = None,
) -> Verdict:
    """Say whether the authority must tell the carer that there may be a right to an assessment.

    Raises :class:`.NotInForceError` for a day before 1 April 2005.
    """
    asked = DutyAsked(relationship, facts, on)
    rests_on = basis or DUTIES_TO_INFORM.basis()
    found = _each(DUTIES_TO_INFORM, asked, rests_on)
    return Verdict.any_of(
        taken_together(found.values(), informing, asked, rests_on),
        title="Duty to tell the carer of the right to an assessment",
        subject=relationship.reference,
        basis=rests_on,
    )
