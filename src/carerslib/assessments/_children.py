"""What the Children Act requires of assessments of young carers and of parent carers."""

from __future__ import annotations

from typing import Final

from carerslib.assessments._lists import Kind, checklist
from carerslib.assessments.checklists import Item
from carerslib.law.children_act_1989 import CHILDREN_ACT_1989
from carerslib.law.young_carers_regulations_2015 import (
    REGULATION_4_2_D_E,
    YOUNG_CARERS_REGULATIONS,
)

__all__ = ["PARENT_CARER_NEEDS", "YOUNG_CARER_NEEDS"]

_CHILDREN: Final = CHILDREN_ACT_1989
_YOUNG: Final = YOUNG_CARERS_REGULATIONS

YOUNG_CARER_NEEDS: Final = checklist(
    Kind.YOUNG_CARER_NEEDS,
    Item(
        "appropriate",
        "whether it is appropriate to provide the care",
        _CHILDREN.at("section 17ZA(7)"),
    ),
    Item("education", "education, training or recreation", _CHILDREN.at("section 17ZA(8)(a)")),
    Item("work", "whether the young carer works or wishes to", _CHILDREN.at("section 17ZA(8)(b)")),
    Item("carer_involved", "the young carer involved", _CHILDREN.at("section 17ZA(9)(a)")),
    Item(
        "parents_involved", "the young carer's parents involved", _CHILDREN.at("section 17ZA(9)(b)")
    ),
    Item(
        "others_involved",
        "those whom the young carer or a parent asked for involved",
        _CHILDREN.at("section 17ZA(9)(c)"),
        where=("asked_to_involve_others",),
    ),
    Item(
        "proportionate",
        "carried out in an appropriate and proportionate manner",
        _YOUNG.at("regulation 2(1)"),
    ),
    Item("age", "age, understanding and family circumstances", _YOUNG.at("regulation 2(2)(a)")),
    Item("wishes", "wishes, feelings and preferences", _YOUNG.at("regulation 2(2)(b)")),
    Item("differences", "differences of opinion about the care", _YOUNG.at("regulation 2(2)(c)")),
    Item("outcomes", "outcomes sought from the assessment", _YOUNG.at("regulation 2(2)(d)")),
    Item(
        "informed_beforehand",
        "informed, beforehand where practicable",
        _YOUNG.at("regulation 2(3) to (5)"),
    ),
    Item("amount_of_care", "amount, nature and type of care", _YOUNG.at("regulation 4(2)(a)")),
    Item("reliance", "how far the family relies on the care", _YOUNG.at("regulation 4(2)(b)")),
    Item(
        "impact", "impact on well-being, education and development", _YOUNG.at("regulation 4(2)(c)")
    ),
    Item("tasks", "tasks that are excessive or inappropriate", REGULATION_4_2_D_E),
    Item("prevention", "needs that services to others could prevent", REGULATION_4_2_D_E),
    Item(
        "relieved",
        "needs likely if relieved of some or all caring",
        _YOUNG.at("regulation 4(2)(f)"),
    ),
    Item(
        "agreed_to_combine",
        "the young carer and the person cared for agree to the combining",
        _CHILDREN.at("section 17ZB(7)"),
        where=("combined",),
    ),
    Item(
        "record_given",
        "written record given to young carer and parents",
        _CHILDREN.at("section 17ZA(10)"),
    ),
    Item(
        "copies_given",
        "copies given to others, as was asked",
        _CHILDREN.at("section 17ZA(10)(c)"),
        where=("asked_for_copies",),
    ),
    Item(
        "child_in_need_stated",
        "record states whether the child cared for is a child in need",
        _CHILDREN.at("section 17ZA(11)"),
        where=("cared_for_is_child",),
    ),
    Item(
        "decided_needs",
        "decided whether there are needs for support",
        _CHILDREN.at("section 17ZC(a)"),
    ),
    Item(
        "decided_services",
        "decided whether services under section 17 could satisfy them",
        _CHILDREN.at("section 17ZC(b)"),
        where=("needs_found",),
    ),
    Item(
        "decided_provision",
        "decided whether to provide them",
        _CHILDREN.at("section 17ZC(c)"),
        where=("needs_found", "services_could_help"),
    ),
)

PARENT_CARER_NEEDS: Final = checklist(
    Kind.PARENT_CARER_NEEDS,
    Item(
        "appropriate",
        "whether it is appropriate to provide the care",
        _CHILDREN.at("section 17ZD(9)"),
    ),
    Item("well_being", "the well-being of the parent carer", _CHILDREN.at("section 17ZD(10)(a)")),
    Item(
        "children",
        "the welfare of the disabled child and other children",
        _CHILDREN.at("section 17ZD(10)(b)"),
    ),
    Item("carer_involved", "the parent carer involved", _CHILDREN.at("section 17ZD(12)(a)")),
    Item(
        "children_involved",
        "the parent carer's children involved",
        _CHILDREN.at("section 17ZD(12)(b)"),
    ),
    Item(
        "others_involved",
        "those whom the parent carer asked for involved",
        _CHILDREN.at("section 17ZD(12)(c)"),
        where=("asked_to_involve_others",),
    ),
    Item(
        "record_given",
        "written record given to the parent carer",
        _CHILDREN.at("section 17ZD(13)(a)"),
    ),
    Item(
        "copies_given",
        "copies given to others, as was asked",
        _CHILDREN.at("section 17ZD(13)(b)"),
        where=("asked_for_copies",),
    ),
    Item(
        "decided_needs",
        "decided whether the parent carer has needs for support",
        _CHILDREN.at("section 17ZF(a)"),
    ),
    Item(
        "decided_child_needs",
        "decided whether the disabled child has needs",
        _CHILDREN.at("section 17ZF(b)"),
    ),
    Item(
        "decided_services",
        "decided whether services under section 17 could satisfy them",
        _CHILDREN.at("section 17ZF(c)"),
        where=("needs_found",),
    ),
    Item(
        "decided_provision",
        "decided whether to provide them",
        _CHILDREN.at("section 17ZF(d)"),
        where=("needs_found", "services_could_help"),
    ),
)
