"""What the authority knows that bears on a duty to assess, and how a duty asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.assessments._checks import check_facts
from carerslib.carers import Asked, CaringRelationship, Examination
from carerslib.carers.together import as_parts, settle
from carerslib.errors import require
from carerslib.verdicts import Finding, Missing, Part, Verdict

if TYPE_CHECKING:
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.rules import Rule

__all__ = ["AssessmentFacts", "DutyAsked", "DutyExamination", "consents_or_is_served"]


@final
@attrs.frozen(kw_only=True)
class AssessmentFacts:
    """What the authority knows that bears on whether it must assess a carer.

    Each is yes, no, or None where it is not recorded, and none is shown in the ``repr``.
    ``may_need_support`` is that it appears to the authority that the carer may have needs, now or
    later; ``likely_to_need_support_at_18`` and ``of_significant_benefit`` are the tests of sections
    60 and 63 of the Care Act. ``requested`` is a request by the carer, ``requested_by_parent`` one
    by a young carer's parent. ``requested_since_refusal`` and ``changed_since_refusal`` are what
    brings a refused assessment back: a change for the carer, and under section 10 of the Care Act,
    but not section 60, for the person cared for as well. ``assessed_before`` is an earlier
    care-related assessment in relation to the same person. ``easements_used`` is whether the
    council had stepped back from the duties of the Care Act in 2020 and 2021.
    """

    may_need_support: bool | None = attrs.field(default=None, repr=False)
    likely_to_need_support_at_18: bool | None = attrs.field(default=None, repr=False)
    of_significant_benefit: bool | None = attrs.field(default=None, repr=False)
    requested: bool | None = attrs.field(default=None, repr=False)
    requested_by_parent: bool | None = attrs.field(default=None, repr=False)
    refused: bool | None = attrs.field(default=None, repr=False)
    requested_since_refusal: bool | None = attrs.field(default=None, repr=False)
    changed_since_refusal: bool | None = attrs.field(default=None, repr=False)
    able_to_consent: bool | None = attrs.field(default=None, repr=False)
    consents: bool | None = attrs.field(default=None, repr=False)
    in_best_interests: bool | None = attrs.field(default=None, repr=False)
    abuse_or_neglect: bool | None = attrs.field(default=None, repr=False)
    assessed_before: bool | None = attrs.field(default=None, repr=False)
    changed_since_assessment: bool | None = attrs.field(default=None, repr=False)
    informed_before: bool | None = attrs.field(default=None, repr=False)
    in_area: bool | None = attrs.field(default=None, repr=False)
    may_be_served_under_section_17: bool | None = attrs.field(default=None, repr=False)
    may_have_community_care: bool | None = attrs.field(default=None, repr=False)
    easements_used: bool | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        require(*check_facts(_WORDS, [getattr(self, name) for name in _WORDS]))


@final
class DutyAsked(NamedTuple):
    """A relationship, what the authority knows, and the day for which a duty is asked."""

    relationship: CaringRelationship
    facts: AssessmentFacts
    day: date


_WORDS: Final = {
    "may_need_support": "The carer may have needs for support",
    "likely_to_need_support_at_18": "Needs for support are likely after the 18th birthday",
    "of_significant_benefit": "An assessment now is of significant benefit",
    "requested": "The carer asks for an assessment",
    "requested_by_parent": "A parent of the young carer asks for an assessment",
    "refused": "The carer refuses the assessment",
    "requested_since_refusal": "The carer has asked since refusing",
    "changed_since_refusal": "Needs or circumstances have changed since the refusal",
    "able_to_consent": "The young carer has capacity or is competent to consent",
    "consents": "The young carer consents",
    "in_best_interests": "An assessment is in the young carer's best interests",
    "abuse_or_neglect": "The young carer is experiencing or at risk of abuse or neglect",
    "assessed_before": "The carer has been assessed in relation to the same person",
    "changed_since_assessment": "Needs or circumstances have changed since that assessment",
    "informed_before": "The carer has been told of the right before",
    "in_area": "The carer is within the authority's area",
    "may_be_served_under_section_17": "The child and family may be served under section 17",
    "may_have_community_care": "The person cared for may be given community care services",
    "easements_used": "The council was using the easements",
}


@final
class DutyExamination(NamedTuple):
    """How one duty asks: the facts are those of :class:`AssessmentFacts`, by their names."""

    ask: Examination
    asked: DutyAsked

    @classmethod
    def of(cls, rule: str, asked: DutyAsked, basis: Basis) -> DutyExamination:
        """Begin the examination of a duty."""
        return cls(Examination(rule, asked.relationship.reference, asked.day, basis), asked)

    def is_(self, name: str, source: Citation, *, wanted: bool = True) -> Finding:
        """Ask for one fact by its name."""
        fact: bool | None = getattr(self.asked.facts, name)
        return self.ask.fact(_WORDS[name], source, fact, _missing(name), wanted=wanted)

    def refused(self, source: Citation, *, wanted: bool = True) -> Finding:
        """Ask for a refusal: whoever consents does not refuse."""
        facts = self.asked.facts
        refused = False if facts.refused is None and facts.consents else facts.refused
        missing = _missing("refused")
        return self.ask.fact(_WORDS["refused"], source, refused, missing, wanted=wanted)

    def within(self, definition: Rule[Asked]) -> Verdict:
        """Ask that the relationship is within a definition."""
        asked = Asked(self.asked.relationship, self.asked.day)
        return self.all(definition.title, *definition(asked, self.ask.basis))

    def all(self, title: str, *parts: Part) -> Verdict:
        """Combine parts that must all be met."""
        return Verdict.all_of(parts, title=title, subject=self.ask.subject)

    def any(self, title: str, *parts: Part) -> Verdict:
        """Combine parts of which one is enough."""
        return Verdict.any_of(parts, title=title, subject=self.ask.subject)

    def not_refused(self, source: Citation) -> Verdict:
        """Ask that the assessment is not refused, or that something brings it back."""
        return self.any(
            "Not refused, or refused and brought back",
            self.refused(source, wanted=False),
            self.is_("requested_since_refusal", source),
            self.is_("changed_since_refusal", source),
        )

    def not_again(self, source: Citation) -> Verdict:
        """Ask that the carer was not assessed before, or that something has changed."""
        return self.any(
            "Not assessed before, or changed since",
            self.is_("assessed_before", source, wanted=False),
            self.is_("changed_since_assessment", source),
        )

    def consent(self, source: Citation) -> Part:
        """Ask for consent, or for best interests of somebody unable to consent.

        Where it is not recorded whether the young carer is able to, both must give one answer.
        """
        facts = self.asked.facts
        answers = {
            # whoever refuses does not consent
            "consents": False if facts.refused and facts.consents is None else facts.consents,
            "in_best_interests": facts.in_best_interests,
            "able_to_consent": facts.able_to_consent,
        }
        settled = settle(consents_or_is_served, answers)
        title = "The young carer consents, or cannot and an assessment is in their best interests"
        finding = self.ask.fact(title, source, settled.result, _missing("consents"))
        if settled.result is not None:
            return finding
        return as_parts(finding, settled, {name: _missing(name) for name in answers})


def consents_or_is_served(*, consents: int, in_best_interests: int, able_to_consent: int) -> int:
    """Say where the young carer consents, or cannot and it is in their best interests."""
    return able_to_consent & consents | ~able_to_consent & in_best_interests


def _missing(name: str) -> Missing:
    title = _WORDS[name]
    return Missing(f"facts.{name}", f"whether this holds: {title[0].lower()}{title[1:]}")
