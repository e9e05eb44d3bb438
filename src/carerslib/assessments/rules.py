"""The eligibility criteria as rules: their conditions, each with its findings and its provision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from carerslib.assessments._lists import Kind
from carerslib.assessments.needs import AdultNeeds, CarerNeeds
from carerslib.assessments.strengths import TESTED
from carerslib.law.care_act_2014 import CARE_ACT_2014, WellBeing
from carerslib.law.children_act_1989 import CHILDREN_ACT_1989
from carerslib.law.coronavirus_act_2020 import EASEMENTS, SCHEDULE_12
from carerslib.law.eligibility_regulations_2015 import (
    CONSEQUENCE,
    ELIGIBILITY_REGULATIONS,
    IN_FORCE,
    LIMBS,
    AdultOutcome,
    CareOutcome,
    CarerHealth,
    CarerOutcome,
    Limb,
)
from carerslib.rules import Rule, RuleSet
from carerslib.verdicts import (
    Aspect,
    Combined,
    Combining,
    Finding,
    Missing,
    Part,
    Result,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.assessments.model import Assessment
    from carerslib.assessments.needs import OutcomeRecord
    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = ["ADULT_CRITERIA", "CARER_CRITERIA", "RULES", "eased", "no_criteria"]

_RESULT: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}
_SHOWN: Final = {True: "yes", False: "no", None: None}
_FLUCTUATION: Final = {
    CarerOutcome: ELIGIBILITY_REGULATIONS.at("regulation 3(4)"),
    AdultOutcome: ELIGIBILITY_REGULATIONS.at("regulation 2(4)"),
}
_DETERMINATION: Final = Aspect.DETERMINATION
_ANY_OF: Final = Combining.ANY_OF
_OWN_VIEW: Final = CARE_ACT_2014.at("section 1(3)(a)")
_LIMB_WORDS: Final = {
    Limb.ASSISTANCE: "cannot be achieved without assistance",
    Limb.PAIN: "causes significant pain, distress or anxiety",
    Limb.DANGER: "endangers the health or safety of anyone",
    Limb.LONGER: "takes significantly longer than is normal",
}


class _Question(NamedTuple):
    """A fact that a regulation asks for: the rule, the title, the provision and the field.

    ``otherwise`` is what may help where the fact is not so.
    """

    rule: str
    title: str
    citation: Citation
    field: str
    otherwise: str = ""

    def finding(self, subject: str, fact: bool | None) -> Finding:  # noqa: FBT001 - a fact, not a switch
        """Give the finding: shown, not shown, or not recorded."""
        lacks = (
            ()
            if fact is not None
            else (
                Missing(f"needs.{self.field}", f"whether {self.title[0].lower()}{self.title[1:]}"),
            )
        )
        return Finding(
            self.rule,
            self.title,
            _RESULT[fact],
            _DETERMINATION,
            subject,
            self.citation,
            _SHOWN[fact],
            "must be",
            "yes",
            lacks,
            note=self.otherwise if fact is False else "",
            private=True,
        )


_CONDITION_1: Final = (
    _Question(
        "carer.for_an_adult",
        "The care is for an adult",
        ELIGIBILITY_REGULATIONS.at("regulation 3(1)(a)"),
        "for_an_adult",
    ),
    _Question(
        "carer.care_is_necessary",
        "The care is necessary",
        ELIGIBILITY_REGULATIONS.at("regulation 3(1)(a)"),
        "care_is_necessary",
        "advice may be given on the strengths of the adult and on what the community offers",
    ),
    _Question(
        "carer.arise_from_caring",
        "The needs arise from providing that care",
        ELIGIBILITY_REGULATIONS.at("regulation 3(1)(a)"),
        "arise_from_caring",
        "needs of the carer's own may call for a needs assessment (Care Act 2014, section 9)",
    ),
)
_HEALTH: Final = tuple(
    _Question(
        f"carer.{field}",
        f"The carer's {health} is deteriorating or at risk of it",
        health.citation,
        field,
    )
    for field, health in (
        ("physical_health", CarerHealth.PHYSICAL),
        ("mental_health", CarerHealth.MENTAL),
    )
)
_IMPAIRMENT: Final = _Question(
    "adult.from_impairment",
    "The needs arise from an impairment or illness",
    ELIGIBILITY_REGULATIONS.at("regulation 2(1)(a)"),
    "from_impairment",
)
_IMPACT: Final = {
    kind: _Question(
        f"{whose}.significant_impact",
        "There is, or is likely to be, a significant impact on well-being",
        CONSEQUENCE[kind],
        "significant_impact",
    )
    for kind, whose in ((CarerOutcome, "carer"), (AdultOutcome, "adult"))
}


class _Outcome(NamedTuple):
    """A care outcome, with a question for each limb that counts for it."""

    outcome: CareOutcome
    title: str
    limbs: tuple[_Question, ...]
    fields: tuple[str, ...]

    def verdict(self, subject: str, record: OutcomeRecord | None) -> Verdict:
        """Give the outcome as any of its limbs."""
        facts = [None if record is None else getattr(record, field) for field in self.fields]
        held = tuple(
            [limb.finding(subject, fact) for limb, fact in zip(self.limbs, facts, strict=True)]
        )
        unable = None if record is None else record.unable
        source = Combined(_ANY_OF, self.title, subject, None, held)
        return Verdict(source, _RESULT[unable])


def _outcome(outcome: CareOutcome) -> _Outcome:
    whose = "carer" if isinstance(outcome, CarerOutcome) else "adult"
    limbs = tuple(
        _Question(
            f"{whose}.{outcome.name.lower()}.{limb.value}",
            f"{outcome}: {_LIMB_WORDS[limb]}",
            citation,
            f"outcomes[{outcome.name}].{limb.value}",
        )
        for limb, citation in LIMBS[type(outcome)]
    )
    fields = tuple(limb.value for limb, _ in LIMBS[type(outcome)])
    return _Outcome(outcome, f"Unable to achieve: {outcome}", limbs, fields)


_OF_CARER: Final = tuple(_outcome(outcome) for outcome in CarerOutcome)
_OF_ADULT: Final = tuple(_outcome(outcome) for outcome in AdultOutcome)


def _outcomes(
    outcomes: tuple[_Outcome, ...], records: tuple[OutcomeRecord, ...], subject: str
) -> list[Part]:
    """Give each outcome in the order of the regulations, in which records are kept too."""
    if len(records) == len(outcomes):
        both = zip(outcomes, records, strict=True)
        return [outcome.verdict(subject, record) for outcome, record in both]
    recorded = {record.outcome: record for record in records}
    return [each.verdict(subject, recorded.get(each.outcome)) for each in outcomes]


def _advisory(
    field: str, title: str, citation: Citation, subject: str, *, shown: bool | None
) -> Finding:
    """Give a finding that decides nothing; what is not called for does not apply."""
    return Finding(
        f"advice.{field}",
        title,
        Result.NOT_APPLICABLE if shown is False else _RESULT[shown],
        Aspect.RECORD,
        subject,
        citation,
        missing=() if shown is not None else (Missing(f"needs.{field}", title.lower()),),
        binding=False,
        private=True,
    )


def _advice(needs: CarerNeeds | AdultNeeds, fluctuation: Citation, subject: str) -> list[Part]:
    """Give what the authority must have regard to, which decides nothing by itself.

    A period is looked for only where the needs fluctuate, or where it is not known whether they do.
    """
    viewed = True if needs.own_view else None
    if needs.fluctuates is None:
        field, looked_at = "fluctuates", None
    else:
        looked_at = False if not needs.fluctuates else True if needs.period else None
        field = "period"
    title = "The period over which fluctuating needs were looked at"
    return [
        _advisory("own_view", "The person's own view", _OWN_VIEW, subject, shown=viewed),
        _advisory(field, title, fluctuation, subject, shown=looked_at),
    ]


_NOT_EASED: Final = (Kind.YOUNG_CARER_NEEDS, Kind.PARENT_CARER_NEEDS)
"""Assessments under the Children Act, whose duties no easement reached."""


def eased(assessment: Assessment) -> list[Part]:
    """Warn where duties could be stepped back from on the day; what a council did is not known."""
    if assessment.on not in EASEMENTS or assessment.kind in _NOT_EASED:
        return []
    title = "Whether the council had stepped back from its duties on the day"
    return [
        Finding(
            "advice.easements",
            title,
            Result.UNDETERMINED,
            Aspect.DATES,
            assessment.reference,
            SCHEDULE_12,
            assessment.on,
            missing=(Missing("easements", title.lower()),),
            binding=False,
        )
    ]


def _impact(kind: type[CareOutcome], needs: CarerNeeds | AdultNeeds, subject: str) -> Finding:
    """Give the finding on the impact, with the matters of well-being that it falls on."""
    finding = _IMPACT[kind].finding(subject, needs.significant_impact)
    if not needs.affected:
        return finding
    matters = (str(matter) for matter in WellBeing if matter in needs.affected)
    return finding._replace(note=f"recorded as affected: {'; '.join(matters)}")


def _carer_conditions(assessment: Assessment, _basis: Basis) -> Iterable[Part]:
    """Give the three conditions of regulation 3(1): all of them, the second any of its limbs."""
    needs = assessment.needs if isinstance(assessment.needs, CarerNeeds) else CarerNeeds()
    subject = assessment.reference
    cause = [question.finding(subject, getattr(needs, question.field)) for question in _CONDITION_1]
    effect: list[Part] = [
        question.finding(subject, getattr(needs, question.field)) for question in _HEALTH
    ]
    effect += _outcomes(_OF_CARER, needs.outcomes, subject)
    return (
        Verdict.all_of(cause, title="Condition 1: needs from necessary care", subject=subject),
        Verdict.any_of(effect, title="Condition 2: health or an outcome", subject=subject),
        _impact(CarerOutcome, needs, subject),
        *_advice(needs, _FLUCTUATION[CarerOutcome], subject),
        *eased(assessment),
    )


def _adult_conditions(assessment: Assessment, _basis: Basis) -> Iterable[Part]:
    """Give the three conditions of regulation 2(1), the second of them two outcomes or more."""
    needs = assessment.needs if isinstance(assessment.needs, AdultNeeds) else AdultNeeds()
    subject = assessment.reference
    unable = _outcomes(_OF_ADULT, needs.outcomes, subject)
    return (
        _IMPAIRMENT.finding(subject, needs.from_impairment),
        Verdict.any_of(unable, title="Two or more outcomes", subject=subject, at_least=2),
        _impact(AdultOutcome, needs, subject),
        *_advice(needs, _FLUCTUATION[AdultOutcome], subject),
        *eased(assessment),
    )


CARER_CRITERIA: Final[Rule[Assessment]] = Rule(
    "eligibility.carer",
    "A carer's needs meet the eligibility criteria",
    ELIGIBILITY_REGULATIONS.at("regulation 3"),
    IN_FORCE,
    _carer_conditions,
)
"""Regulation 3: needs from necessary care; health or any one outcome; a significant impact."""

ADULT_CRITERIA: Final[Rule[Assessment]] = Rule(
    "eligibility.adult",
    "An adult's needs meet the eligibility criteria",
    ELIGIBILITY_REGULATIONS.at("regulation 2"),
    IN_FORCE,
    _adult_conditions,
)
"""Regulation 2: needs from an impairment; two or more outcomes; a significant impact."""

_NO_CRITERIA: Final = {
    Kind.CHILDS_CARER: CARE_ACT_2014.at("section 61(5)"),
    Kind.YOUNG_CARER: CARE_ACT_2014.at("section 64(5)"),
    Kind.CHILD_NEEDS: CARE_ACT_2014.at("section 59(4)"),
    Kind.YOUNG_CARER_NEEDS: CHILDREN_ACT_1989.at("section 17ZC"),
    Kind.PARENT_CARER_NEEDS: CHILDREN_ACT_1989.at("section 17ZF"),
}
_INDICATION: Final = "an indication is given whether later needs are likely to be eligible"
_INSTEAD: Final = {
    Kind.CHILDS_CARER: f"{_INDICATION}; needs of now may be met (Care Act 2014, section 62)",
    Kind.YOUNG_CARER: _INDICATION,
    Kind.CHILD_NEEDS: _INDICATION,
    Kind.YOUNG_CARER_NEEDS: "the authority decides whether to provide services under section 17",
    Kind.PARENT_CARER_NEEDS: "the authority decides whether to provide services under section 17",
}


def no_criteria(assessment: Assessment, basis: Basis) -> Verdict:
    """Say that no eligibility criteria apply to this kind of assessment, and what comes instead."""
    kind = assessment.kind
    finding = Finding(
        "eligibility.none",
        "No eligibility criteria apply",
        Result.NOT_APPLICABLE,
        Aspect.DETERMINATION,
        assessment.reference,
        _NO_CRITERIA[kind],
        str(kind),
        note=_INSTEAD[kind],
    )
    title = f"Eligibility on a {kind}"
    return Verdict.all_of([finding], title=title, subject=assessment.reference, basis=basis)


RULES: Final[RuleSet[Assessment]] = RuleSet(
    "carerslib.assessments", "2026-11", (CARER_CRITERIA, ADULT_CRITERIA), conventions=(TESTED,)
)
"""The eligibility criteria. They are national: a council adds none of its own."""
