"""What the law requires of each kind of assessment, item by item, each with its provision.

Where the text of a provision was not seen, it is left out; the documentation lists those.
"""

from __future__ import annotations

from typing import Final

import attrs

from carerslib.assessments._children import PARENT_CARER_NEEDS, YOUNG_CARER_NEEDS
from carerslib.assessments._lists import Kind, advocate, checklist, items
from carerslib.assessments.checklists import Item
from carerslib.law.assessment_regulations_2014 import ASSESSMENT_REGULATIONS
from carerslib.law.care_act_2014 import CARE_ACT_2014

__all__ = ["CONTENTS"]

_ACT: Final = CARE_ACT_2014
_REGULATIONS: Final = ASSESSMENT_REGULATIONS
_CARER_OVERLOOKED: Final = attrs.evolve(
    _ACT.at("section 10(1)"),
    note="fault where the adult was assessed and the carer never was: Ombudsman, 19 007 335",
)
_ASKED: Final = "asked_to_involve_others"
_COPIES: Final = "asked_for_copies"
_IMPACT: Final = "impact of the needs on well-being"
_OUTCOMES: Final = "outcomes wished for in day-to-day life"
_CONTRIBUTION: Final = "how far support could contribute"
_EDUCATION: Final = "education, training or recreation"
_OTHER_MATTERS: Final = "how far other things could contribute"
_COMMUNITY: Final = "benefit from prevention, advice or the community"

_BY_REGULATION: Final = items(
    _REGULATIONS.at("regulation "),
    ("asked_about_self_assessment", "asked whether a supported self-assessment is wanted", "2(2)"),
    ("proportionate", "carried out in an appropriate and proportionate manner", "3(1)(a)"),
    (
        "participation",
        "carried out so that the person can take part as effectively as possible",
        "3(1)(b)",
    ),
    (
        "regard_had",
        "regard had to wishes, to the outcome sought and to how severe the needs are",
        "3(2)",
    ),
    (
        "informed_beforehand",
        "informed about the process, beforehand where practicable",
        "3(4) and (5)",
    ),
    (
        "period_considered",
        "circumstances considered over as long as the fluctuating needs require",
        "3(3)",
        "needs_fluctuate",
    ),
    (
        "impact_on_others",
        "impact on whoever is involved in caring, and on others who matter, considered",
        "4(1)",
    ),
    (
        "others_advised",
        "whoever would benefit told how to get information and advice",
        "4(2)",
        "others_would_benefit",
    ),
    (
        "impact_on_child",
        "impact on a child who helps, and tasks inappropriate for the child, considered",
        "4(3)",
        "child_helps",
    ),
    (
        "assessor_trained",
        "carried out by somebody trained, with the skills, knowledge and competence",
        "5(1)",
    ),
    (
        "expert_consulted",
        "somebody with expertise in the condition or circumstances consulted",
        "5(2)",
        "expertise_needed",
    ),
    (
        "deafblind_expertise",
        "carried out by somebody with specific training on deafblind people",
        "6(1)",
        "deafblind",
    ),
    (
        "assessor_informed",
        "what the authority knows supplied to whoever assesses",
        "6(2)",
        "deafblind",
    ),
)
"""What the regulations require of every Care Act assessment."""


def _common(paragraph: str) -> tuple[Item, ...]:
    """Give what the regulations and later sections require of every Care Act assessment."""
    delegated = ("authorised", "the other body authorised to assess", "section 79(1)", "delegated")
    return (*_BY_REGULATION, *advocate(paragraph), *items(_ACT, delegated))


_SELF_ASSESSMENT: Final = tuple(
    each._replace(unless=("lacks_capacity_to_take_part",))
    for each in items(
        _REGULATIONS.at("regulation "),
        (
            "self_assessment_done",
            "carried out jointly, as a supported self-assessment",
            "2(3)",
            "wants_self_assessment",
        ),
        (
            "information_supplied",
            "what the authority knows supplied for the supported self-assessment",
            "2(5)",
            "wants_self_assessment",
        ),
    )
)


def _agreed(section: str) -> tuple[Item, ...]:
    allows = "or the consent condition, allows the combining"
    return items(
        _ACT.at(section),
        ("agreed_to_combine", f"the person assessed, {allows}", "", "combined"),
        ("other_agreed_to_combine", f"the other person, {allows}", "(a) and (b)", "combined"),
    )


_CARER: Final = checklist(
    Kind.CARER,
    *items(
        _ACT.at("section 10"),
        ("able", "whether able to provide care", "(5)(a)"),
        ("able_later", "whether likely to continue to be able", "(5)(a)"),
        ("willing", "whether willing to provide care", "(5)(b)"),
        ("willing_later", "whether likely to continue to be willing", "(5)(b)"),
        ("impact", _IMPACT, "(5)(c)"),
        ("outcomes", _OUTCOMES, "(5)(d)"),
        ("contribution", _CONTRIBUTION, "(5)(e)"),
        ("work", "whether the carer works or wishes to", "(6)(a)"),
        ("education", _EDUCATION, "(6)(b)"),
        ("carer_involved", "the carer involved", "(7)(a)"),
        ("others_involved", "those whom the carer asked for involved", "(7)(b)", _ASKED),
        ("other_matters", _OTHER_MATTERS, "(8)(a)"),
        ("prevention_and_community", _COMMUNITY, "(8)(b)"),
    ),
    *_common("b"),
    *_SELF_ASSESSMENT,
    *_agreed("section 12(5)"),
    *items(
        _ACT.at("section 12(4)"),
        ("record_given", "written record given to the carer", "(a)"),
        (
            "copies_given",
            "copies given to the adult or others, as the carer asked",
            "(b) and (c)",
            _COPIES,
        ),
    ),
)

_CHILDS_CARER: Final = checklist(
    Kind.CHILDS_CARER,
    *items(
        _ACT.at("section 61"),
        ("able", "whether able to provide care now", "(1)(a)"),
        ("able_later", "whether likely to be able after the child is 18", "(1)(a)"),
        ("willing", "whether willing to provide care now", "(1)(b)"),
        ("willing_later", "whether likely to be willing after the child is 18", "(1)(b)"),
        ("impact", "impact of later needs on well-being", "(1)(c)"),
        ("outcomes", _OUTCOMES, "(1)(d)"),
        ("contribution", _CONTRIBUTION, "(1)(e)"),
        ("work", "whether the carer works or wishes to", "(2)(a)"),
        ("education", _EDUCATION, "(2)(b)"),
        ("carer_involved", "the carer involved", "(3)(a)"),
        ("others_involved", "those whom the carer asked for involved", "(3)(b)", _ASKED),
        ("other_matters", _OTHER_MATTERS, "(4)"),
    ),
    *_common("h"),
    *_SELF_ASSESSMENT,
    *_agreed("section 65(3)"),
    *items(
        _ACT.at("section 61"),
        ("indication", "indication whether needs are likely to be eligible", "(5)(a)"),
        ("advice", "advice on later needs, and on preventing needs", "(5)(b)"),
    ),
)

_YOUNG_CARER: Final = checklist(
    Kind.YOUNG_CARER,
    *items(
        _ACT.at("section 64"),
        ("able", "whether able to provide care now", "(1)(a)"),
        ("able_later", "whether likely to be able after becoming 18", "(1)(a)"),
        ("willing", "whether willing to provide care now", "(1)(b)"),
        ("willing_later", "whether likely to be willing after becoming 18", "(1)(b)"),
        ("impact", "impact of later needs on well-being", "(1)(c)"),
        ("outcomes", _OUTCOMES, "(1)(d)"),
        ("contribution", _CONTRIBUTION, "(1)(e)"),
        (
            "work",
            "whether the carer works or wishes to, now or after becoming 18",
            "(2)(a)",
        ),
        ("education", f"{_EDUCATION}, now or later", "(2)(b)"),
        ("carer_involved", "the young carer involved", "(3)(a)"),
        ("parents_involved", "the young carer's parents involved", "(3)(b)"),
        (
            "others_involved",
            "those whom the young carer or a parent asked for involved",
            "(3)(c)",
            _ASKED,
        ),
        ("other_matters", _OTHER_MATTERS, "(4)"),
    ),
    *_common("i"),
    *_agreed("section 65(2)"),
    *items(
        _ACT.at("section 64"),
        ("indication", "indication whether needs are likely to be eligible", "(5)(a)"),
        ("advice", "advice on later needs, and on preventing needs", "(5)(b)"),
    ),
)

_ADULT_NEEDS: Final = checklist(
    Kind.ADULT_NEEDS,
    *items(
        _ACT.at("section 9"),
        ("impact", _IMPACT, "(4)(a)"),
        ("outcomes", _OUTCOMES, "(4)(b)"),
        ("contribution", "how far care and support could contribute", "(4)(c)"),
        ("adult_involved", "the adult involved", "(5)(a)"),
        ("carers_involved", "the adult's carers involved", "(5)(b)", "has_carer"),
        ("others_involved", "those whom the adult asked for involved", "(5)(c)", _ASKED),
        ("other_matters", _OTHER_MATTERS, "(6)(a)"),
        ("prevention_and_community", _COMMUNITY, "(6)(b)"),
    ),
    Item(
        "carer_assessed",
        "the carer's own assessment carried out, or refused by the carer",
        _CARER_OVERLOOKED,
        where=("has_carer", "carer_may_have_needs"),
    ),
    *_common("a"),
    *items(
        _REGULATIONS,
        (
            "referred_to_nhs",
            "referred to the NHS body responsible for continuing healthcare",
            "regulation 7(1)",
            "may_have_nhs_care",
        ),
    ),
    *_SELF_ASSESSMENT,
    *_agreed("section 12(5)"),
    *items(
        _ACT.at("section 12(3)"),
        ("record_given", "written record given to the adult", "(a)"),
        (
            "copies_given",
            "copies given to carers or others, as the adult asked",
            "(b) and (c)",
            _COPIES,
        ),
    ),
)

_CHILD_NEEDS: Final = checklist(
    Kind.CHILD_NEEDS,
    *items(
        _ACT.at("section 59"),
        ("impact", "impact of later needs on well-being", "(1)(a)"),
        ("outcomes", _OUTCOMES, "(1)(b)"),
        ("contribution", "how far care and support could contribute", "(1)(c)"),
        ("child_involved", "the child involved", "(2)(a)"),
        ("parents_involved", "the child's parents, and any carer, involved", "(2)(b)"),
        (
            "others_involved",
            "those whom the child, a parent or a carer asked for involved",
            "(2)(c)",
            _ASKED,
        ),
        ("other_matters", _OTHER_MATTERS, "(3)"),
    ),
    *_common("g"),
    *_agreed("section 65(2)"),
    *items(
        _ACT.at("section 59"),
        ("indication", "indication whether needs are likely to be eligible", "(4)(a)"),
        ("advice", "advice on later needs, and on preventing needs", "(4)(b)"),
    ),
)

CONTENTS: Final = {
    Kind.CARER: _CARER,
    Kind.CHILDS_CARER: _CHILDS_CARER,
    Kind.YOUNG_CARER: _YOUNG_CARER,
    Kind.YOUNG_CARER_NEEDS: YOUNG_CARER_NEEDS,
    Kind.PARENT_CARER_NEEDS: PARENT_CARER_NEEDS,
    Kind.ADULT_NEEDS: _ADULT_NEEDS,
    Kind.CHILD_NEEDS: _CHILD_NEEDS,
}
"""What each kind of assessment must contain."""
