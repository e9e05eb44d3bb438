"""What the Children Act requires of assessments of young carers and of parent carers."""

from __future__ import annotations

from typing import Final

from carerslib.assessments._lists import Kind, checklist, items
from carerslib.law.children_act_1989 import CHILDREN_ACT_1989
from carerslib.law.young_carers_regulations_2015 import YOUNG_CARERS_REGULATIONS

__all__ = ["PARENT_CARER_NEEDS", "YOUNG_CARER_NEEDS"]

_ACT: Final = CHILDREN_ACT_1989
_YOUNG: Final = YOUNG_CARERS_REGULATIONS
_ASKED: Final = "asked_to_involve_others"
_COPIES: Final = "asked_for_copies"
_TO_PROVIDE: Final = "decided whether to provide them"
_SERVICES: Final = "decided whether services under section 17 could satisfy them"

YOUNG_CARER_NEEDS: Final = checklist(
    Kind.YOUNG_CARER_NEEDS,
    *items(
        _ACT.at("section 17ZA"),
        ("appropriate", "whether it is appropriate to provide the care", "(7)"),
        ("education", "education, training or recreation", "(8)(a)"),
        ("work", "whether the young carer works or wishes to", "(8)(b)"),
        ("carer_involved", "the young carer involved", "(9)(a)"),
        ("parents_involved", "the young carer's parents involved", "(9)(b)"),
        (
            "others_involved",
            "those whom the young carer or a parent asked for involved",
            "(9)(c)",
            _ASKED,
        ),
    ),
    *items(
        _YOUNG.at("regulation 2"),
        ("proportionate", "carried out in an appropriate and proportionate manner", "(1)"),
        ("age", "age, understanding and family circumstances", "(2)(a)"),
        ("wishes", "wishes, feelings and preferences", "(2)(b)"),
        ("differences", "differences of opinion about the care", "(2)(c)"),
        ("outcomes", "outcomes sought from the assessment", "(2)(d)"),
        ("informed_beforehand", "informed, beforehand where practicable", "(3) to (5)"),
    ),
    *items(
        _YOUNG.at("regulation 3"),
        (
            "assessor_trained",
            "carried out by somebody trained, with enough knowledge and skill",
            "(1)(a) and (b)",
        ),
        (
            "assessor_appropriate",
            "carried out by somebody appropriate to the young carer's age, sex and understanding",
            "(1)(c)",
        ),
        (
            "expert_consulted",
            "those with expertise and knowledge of the young carer consulted",
            "(2)(a)",
            "expert_appropriate",
        ),
    ),
    *items(
        _YOUNG.at("regulation 4"),
        ("amount_of_care", "amount, nature and type of care", "(2)(a)"),
        ("reliance", "how far the family relies on the care", "(2)(b)"),
        ("impact", "impact on well-being, education and development", "(2)(c)"),
        ("tasks", "tasks that are excessive or inappropriate", "(2)(d)"),
        ("prevention", "needs that services to others could prevent", "(2)(e)"),
        ("relieved", "needs likely if relieved of some or all caring", "(2)(f)"),
        ("other_assessments", "whether any other assessment was carried out", "(2)(g)"),
        ("child_in_need", "whether the young carer is a child in need", "(2)(h)"),
        ("actions", "actions to be taken as a result", "(2)(i)"),
        ("future_review", "arrangements for a future review", "(2)(j)"),
        ("family_needs", "impact of the family's needs on the children in it", "(3)"),
        (
            "others_weighed",
            "another assessment of the young carer or the person cared for taken into account",
            "(4)",
            "assessed_otherwise",
        ),
        ("combining_considered", "combining it with another assessment considered", "(5)"),
        (
            "friends_and_family",
            "friends and family identified, and how they can contribute considered",
            "(6)",
        ),
    ),
    *items(
        _ACT,
        (
            "agreed_to_combine",
            "the young carer and the person cared for agree to the combining",
            "section 17ZB(7)",
            "combined",
        ),
        ("record_given", "written record given to young carer and parents", "section 17ZA(10)"),
        ("copies_given", "copies given to others, as was asked", "section 17ZA(10)(c)", _COPIES),
        (
            "child_in_need_stated",
            "record states whether the child cared for is a child in need",
            "section 17ZA(11)",
            "cared_for_is_child",
        ),
    ),
    *items(
        _ACT.at("section 17ZC"),
        ("decided_needs", "decided whether there are needs for support", "(a)"),
        ("decided_services", _SERVICES, "(b)", "needs_found"),
        ("decided_provision", _TO_PROVIDE, "(c)", "needs_found", "services_could_help"),
    ),
)

PARENT_CARER_NEEDS: Final = checklist(
    Kind.PARENT_CARER_NEEDS,
    *items(
        _ACT.at("section 17ZD"),
        ("appropriate", "whether it is appropriate to provide the care", "(9)"),
        ("well_being", "the well-being of the parent carer", "(10)(a)"),
        ("children", "the welfare of the disabled child and other children", "(10)(b)"),
        ("carer_involved", "the parent carer involved", "(12)(a)"),
        ("children_involved", "the parent carer's children involved", "(12)(b)"),
        (
            "others_involved",
            "those whom the parent carer asked for involved",
            "(12)(c)",
            _ASKED,
        ),
        ("record_given", "written record given to the parent carer", "(13)(a)"),
        ("copies_given", "copies given to others, as was asked", "(13)(b)", _COPIES),
    ),
    *items(
        _ACT.at("section 17ZF"),
        ("decided_needs", "decided whether the parent carer has needs for support", "(a)"),
        ("decided_child_needs", "decided whether the disabled child has needs", "(b)"),
        ("decided_services", _SERVICES, "(c)", "needs_found"),
        ("decided_provision", _TO_PROVIDE, "(d)", "needs_found", "services_could_help"),
    ),
)
