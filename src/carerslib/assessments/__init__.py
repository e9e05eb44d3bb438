"""Assessments of carers: what they must contain, what they found, and what follows.

Record what was found as an :class:`Assessment` and ask :func:`determine` whether the needs are
eligible; :func:`check` says what the assessment itself still lacks, :func:`duties_to_assess` who
had to be assessed. :func:`duty_to_meet` and :func:`power_to_meet` say what follows,
:func:`gaps_left` plans from strengths, and :func:`check_plan` and :func:`review_plan` look at the
support plan, :func:`direct_payment` and :func:`review_payment` at payments made under it;
:func:`section_17_goes_on` says how long a child's services go on after 18.

A name is loaded when it is first asked for, so that importing this package costs next to nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carerslib.assessments._lists import Kind
    from carerslib.assessments.checklists import Checklist, Item
    from carerslib.assessments.contents import CONTENTS
    from carerslib.assessments.continuing import GOING_ON, Section17Services, section_17_goes_on
    from carerslib.assessments.duties import (
        DUTIES_TO_ASSESS,
        DUTIES_TO_INFORM,
        duties_to_assess,
        must_assess,
        must_inform,
    )
    from carerslib.assessments.duty_facts import AssessmentFacts
    from carerslib.assessments.eligibility import Determination, determine
    from carerslib.assessments.following import FOLLOWING, Meeting, duty_to_meet, power_to_meet
    from carerslib.assessments.gaps import Gap, gaps_left
    from carerslib.assessments.model import Assessment
    from carerslib.assessments.needs import AdultNeeds, CarerNeeds, OutcomeRecord
    from carerslib.assessments.payments import (
        DIRECT_PAYMENTS,
        PAYMENT_CONDITIONS,
        PAYMENT_REVIEWS,
        PAYMENTS_GO_ON,
        DirectPayment,
        Requester,
        direct_payment,
        may_pay,
        payment_conditions,
        payment_goes_on,
        review_payment,
    )
    from carerslib.assessments.plans import (
        PLAN_CONTENTS,
        REVIEW_STEPS,
        PersonalBudget,
        SupportPlan,
        check_plan,
        review_plan,
    )
    from carerslib.assessments.rules import ADULT_CRITERIA, CARER_CRITERIA, RULES
    from carerslib.assessments.steps import STEPS, check, check_steps, outstanding
    from carerslib.assessments.strengths import TESTED, Help, Need, Source, Strength, usable

__all__ = [
    "ADULT_CRITERIA",
    "CARER_CRITERIA",
    "CONTENTS",
    "DIRECT_PAYMENTS",
    "DUTIES_TO_ASSESS",
    "DUTIES_TO_INFORM",
    "FOLLOWING",
    "GOING_ON",
    "PAYMENTS_GO_ON",
    "PAYMENT_CONDITIONS",
    "PAYMENT_REVIEWS",
    "PLAN_CONTENTS",
    "REVIEW_STEPS",
    "RULES",
    "STEPS",
    "TESTED",
    "AdultNeeds",
    "Assessment",
    "AssessmentFacts",
    "CarerNeeds",
    "Checklist",
    "Determination",
    "DirectPayment",
    "Gap",
    "Help",
    "Item",
    "Kind",
    "Meeting",
    "Need",
    "OutcomeRecord",
    "PersonalBudget",
    "Requester",
    "Section17Services",
    "Source",
    "Strength",
    "SupportPlan",
    "check",
    "check_plan",
    "check_steps",
    "determine",
    "direct_payment",
    "duties_to_assess",
    "duty_to_meet",
    "gaps_left",
    "may_pay",
    "must_assess",
    "must_inform",
    "outstanding",
    "payment_conditions",
    "payment_goes_on",
    "power_to_meet",
    "review_payment",
    "review_plan",
    "section_17_goes_on",
    "usable",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type, as stated above
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    import carerslib.assessments._lists as _lists  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.checklists as checklists  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.contents as contents  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.continuing as continuing  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.duties as duties  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.duty_facts as duty_facts  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.eligibility as eligibility  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.following as following  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.gaps as gaps  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.model as model  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.needs as needs  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.payments as payments  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.plans as plans  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.rules as rules  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.steps as steps  # noqa: PLC0415, PLR0402 - see above
    import carerslib.assessments.strengths as strengths  # noqa: PLC0415, PLR0402 - see above

    modules = (
        _lists,
        checklists,
        contents,
        continuing,
        duties,
        duty_facts,
        eligibility,
        following,
        gaps,
        model,
        needs,
        payments,
        plans,
        rules,
        steps,
        strengths,
    )
    for module in modules:
        offered = {each: getattr(module, each) for each in module.__all__ if each in __all__}
        globals().update(offered)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted(__all__)
