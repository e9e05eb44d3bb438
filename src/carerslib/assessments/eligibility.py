"""Whether needs meet the eligibility criteria, and why.

Determining is cheap: a determination keeps its assessment and one result, worked out by comparing
facts; its findings are made from the assessment when they are asked for, and are equal every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.assessments._lists import Kind
from carerslib.assessments.model import Assessment
from carerslib.assessments.needs import AdultNeeds, CarerNeeds
from carerslib.assessments.rules import ADULT_CRITERIA, CARER_CRITERIA, RULES, no_criteria
from carerslib.errors import InvalidValueError
from carerslib.law.eligibility_regulations_2015 import IN_FORCE, AdultOutcome
from carerslib.verdicts import Combining, Part, Result, Verdict

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.rules import Rule

__all__ = ["Determination", "determine"]

_BASIS: Final = RULES.basis()
_FIRST_DAY: Final = IN_FORCE.first
_OF_CARER: Final = Kind.CARER
_OF_ADULT: Final = Kind.ADULT_NEEDS
_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_TEN: Final = len(AdultOutcome)
_TWO: Final = 2
_NOTHING_ON_A_CARER: Final = CarerNeeds()
_NOTHING_ON_AN_ADULT: Final = AdultNeeds()


@final
class Determination(NamedTuple):
    """The inputs of a verdict on eligibility, from which its findings are made."""

    rule: Rule[Assessment]
    assessment: Assessment
    basis: Basis

    @property
    def how(self) -> Combining:
        """All conditions must be met."""
        return Combining.ALL_OF

    @property
    def title(self) -> str:
        """The rule in words."""
        return self.rule.title

    @property
    def subject(self) -> str:
        """The assessment's reference."""
        return self.assessment.reference

    @property
    def chosen(self) -> str:
        """Nothing: these are not readings."""
        return ""

    def parts(self) -> tuple[Part, ...]:
        """Make the conditions and their findings."""
        return self.rule(self.assessment, self.basis)


def determine(assessment: Assessment, *, basis: Basis | None = None) -> Verdict:
    """Say whether the needs of an assessment meet the eligibility criteria, and why.

    A carer's assessment is determined by regulation 3, an adult's needs assessment by regulation 2;
    to the other kinds no criteria apply, and the verdict says so. Strengths and hours are no part
    of it. Raises :class:`.NotInForceError` for a day before 1 April 2015, and
    :class:`.InvalidValueError` for what is no assessment.
    """
    if not isinstance(assessment, Assessment):
        raise InvalidValueError(
            field="assessment", value=type(assessment).__name__, expected="an Assessment"
        )
    if assessment.on < _FIRST_DAY:
        RULES.get(CARER_CRITERIA.id, assessment.on)
    kind = assessment.kind
    rests_on = basis or _BASIS
    needs = assessment.needs
    if kind is _OF_CARER:
        found = needs if isinstance(needs, CarerNeeds) else _NOTHING_ON_A_CARER
        return Verdict(Determination(CARER_CRITERIA, assessment, rests_on), _carer(found))
    if kind is _OF_ADULT:
        of_adult = needs if isinstance(needs, AdultNeeds) else _NOTHING_ON_AN_ADULT
        return Verdict(Determination(ADULT_CRITERIA, assessment, rests_on), _adult(of_adult))
    return no_criteria(assessment, rests_on)


def _carer(needs: CarerNeeds) -> Result:
    """Weigh the three conditions of regulation 3(1)."""
    conditions = (needs.cause, needs.effect, needs.significant_impact)
    if False in conditions:
        return _NOT_MET
    return _UNDETERMINED if None in conditions else _MET


def _adult(needs: AdultNeeds) -> Result:
    """Weigh the three conditions of regulation 2(1)."""
    facts = [needs.from_impairment, needs.significant_impact]
    unable = [record.unable for record in needs.outcomes]
    failed = unable.count(True)
    could_fail = _TEN - unable.count(False)
    if False in facts or could_fail < _TWO:
        return _NOT_MET
    return _UNDETERMINED if None in facts or failed < _TWO else _MET
