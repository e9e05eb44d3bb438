"""What the law requires of each kind of assessment, item by item, each with its provision.

Where the text of a provision was not seen, it is left out; the documentation lists those.
"""

from __future__ import annotations

from typing import Final

import attrs

from carerslib.assessments._children import PARENT_CARER_NEEDS, YOUNG_CARER_NEEDS
from carerslib.assessments._lists import Kind, checklist
from carerslib.assessments.checklists import Item
from carerslib.law.assessment_regulations_2014 import ASSESSMENT_REGULATIONS, REGULATION_4_3
from carerslib.law.care_act_2014 import CARE_ACT_2014

__all__ = ["CONTENTS"]

_ACT: Final = CARE_ACT_2014
_CARER_OVERLOOKED: Final = attrs.evolve(
    _ACT.at("section 10(1)"),
    note="fault where the adult was assessed and the carer never was: Ombudsman, 19 007 335",
)
_REGULATIONS: Final = ASSESSMENT_REGULATIONS


def _common(advocacy: str) -> tuple[Item, ...]:
    """Give what the regulations and later sections require of every Care Act assessment."""
    delegation = _ACT.at("section 79(1)")
    return (
        Item(
            "asked_about_self_assessment",
            "asked whether a supported self-assessment is wanted",
            _REGULATIONS.at("regulation 2(2)"),
        ),
        Item(
            "proportionate",
            "carried out in an appropriate and proportionate manner",
            _REGULATIONS.at("regulation 3(1)(a)"),
        ),
        Item(
            "participation",
            "carried out so that the person can take part as effectively as possible",
            _REGULATIONS.at("regulation 3(1)(b)"),
        ),
        Item(
            "regard_had",
            "regard had to wishes, to the outcome sought and to how severe the needs are",
            _REGULATIONS.at("regulation 3(2)"),
        ),
        Item(
            "informed_beforehand",
            "informed about the process, beforehand where practicable",
            _REGULATIONS.at("regulation 3(4) and (5)"),
        ),
        Item(
            "period_considered",
            "circumstances considered over as long as the fluctuating needs require",
            _REGULATIONS.at("regulation 3(3)"),
            where=("needs_fluctuate",),
        ),
        Item(
            "impact_on_child",
            "impact on a child who helps, and tasks inappropriate for the child, considered",
            REGULATION_4_3,
            where=("child_helps",),
        ),
        Item(
            "advocate_arranged",
            "an independent advocate arranged",
            _ACT.at(f"section 67(2) and (3)({advocacy})"),
            where=("substantial_difficulty",),
            unless=("appropriate_person",),
        ),
        Item("authorised", "the other body authorised to assess", delegation, where=("delegated",)),
    )


_SELF_ASSESSMENT: Final = (
    Item(
        "self_assessment_done",
        "carried out jointly, as a supported self-assessment",
        _REGULATIONS.at("regulation 2(3)"),
        where=("wants_self_assessment",),
        unless=("lacks_capacity_to_take_part",),
    ),
    Item(
        "information_supplied",
        "what the authority knows supplied for the supported self-assessment",
        _REGULATIONS.at("regulation 2(5)"),
        where=("wants_self_assessment",),
        unless=("lacks_capacity_to_take_part",),
    ),
)


def _agreed(section: str, child: str) -> tuple[Item, ...]:
    return (
        Item(
            "agreed_to_combine",
            "the person assessed, or the consent condition, allows the combining",
            _ACT.at(section),
            where=("combined",),
        ),
        Item(
            "other_agreed_to_combine",
            "the other person, or the consent condition, allows the combining",
            _ACT.at(child),
            where=("combined",),
        ),
    )


_CARER: Final = checklist(
    Kind.CARER,
    Item("able", "whether able to provide care", _ACT.at("section 10(5)(a)")),
    Item("able_later", "whether likely to continue to be able", _ACT.at("section 10(5)(a)")),
    Item("willing", "whether willing to provide care", _ACT.at("section 10(5)(b)")),
    Item("willing_later", "whether likely to continue to be willing", _ACT.at("section 10(5)(b)")),
    Item("impact", "impact of the needs on well-being", _ACT.at("section 10(5)(c)")),
    Item("outcomes", "outcomes wished for in day-to-day life", _ACT.at("section 10(5)(d)")),
    Item("contribution", "how far support could contribute", _ACT.at("section 10(5)(e)")),
    Item("work", "whether the carer works or wishes to", _ACT.at("section 10(6)(a)")),
    Item("education", "education, training or recreation", _ACT.at("section 10(6)(b)")),
    Item("carer_involved", "the carer involved", _ACT.at("section 10(7)(a)")),
    Item(
        "others_involved",
        "those whom the carer asked for involved",
        _ACT.at("section 10(7)(b)"),
        where=("asked_to_involve_others",),
    ),
    Item("other_matters", "how far other things could contribute", _ACT.at("section 10(8)(a)")),
    Item(
        "prevention_and_community",
        "benefit from prevention, advice or the community",
        _ACT.at("section 10(8)(b)"),
    ),
    *_common("b"),
    *_SELF_ASSESSMENT,
    *_agreed("section 12(5)", "section 12(5)(a) and (b)"),
    Item("record_given", "written record given to the carer", _ACT.at("section 12(4)(a)")),
    Item(
        "copies_given",
        "copies given to the adult or others, as the carer asked",
        _ACT.at("section 12(4)(b) and (c)"),
        where=("asked_for_copies",),
    ),
)

_CHILDS_CARER: Final = checklist(
    Kind.CHILDS_CARER,
    Item("able", "whether able to provide care now", _ACT.at("section 61(1)(a)")),
    Item(
        "able_later", "whether likely to be able after the child is 18", _ACT.at("section 61(1)(a)")
    ),
    Item("willing", "whether willing to provide care now", _ACT.at("section 61(1)(b)")),
    Item(
        "willing_later",
        "whether likely to be willing after the child is 18",
        _ACT.at("section 61(1)(b)"),
    ),
    Item("impact", "impact of later needs on well-being", _ACT.at("section 61(1)(c)")),
    Item("outcomes", "outcomes wished for in day-to-day life", _ACT.at("section 61(1)(d)")),
    Item("contribution", "how far support could contribute", _ACT.at("section 61(1)(e)")),
    Item("work", "whether the carer works or wishes to", _ACT.at("section 61(2)(a)")),
    Item("education", "education, training or recreation", _ACT.at("section 61(2)(b)")),
    Item("carer_involved", "the carer involved", _ACT.at("section 61(3)(a)")),
    Item(
        "others_involved",
        "those whom the carer asked for involved",
        _ACT.at("section 61(3)(b)"),
        where=("asked_to_involve_others",),
    ),
    Item("other_matters", "how far other things could contribute", _ACT.at("section 61(4)")),
    *_common("h"),
    *_SELF_ASSESSMENT,
    *_agreed("section 65(3)", "section 65(3)(a) and (b)"),
    Item(
        "indication",
        "indication whether needs are likely to be eligible",
        _ACT.at("section 61(5)(a)"),
    ),
    Item("advice", "advice on later needs, and on preventing needs", _ACT.at("section 61(5)(b)")),
)

_YOUNG_CARER: Final = checklist(
    Kind.YOUNG_CARER,
    Item("able", "whether able to provide care now", _ACT.at("section 64(1)(a)")),
    Item("able_later", "whether likely to be able after becoming 18", _ACT.at("section 64(1)(a)")),
    Item("willing", "whether willing to provide care now", _ACT.at("section 64(1)(b)")),
    Item(
        "willing_later",
        "whether likely to be willing after becoming 18",
        _ACT.at("section 64(1)(b)"),
    ),
    Item("impact", "impact of later needs on well-being", _ACT.at("section 64(1)(c)")),
    Item("outcomes", "outcomes wished for in day-to-day life", _ACT.at("section 64(1)(d)")),
    Item("contribution", "how far support could contribute", _ACT.at("section 64(1)(e)")),
    Item(
        "work",
        "whether the carer works or wishes to, now or after becoming 18",
        _ACT.at("section 64(2)(a)"),
    ),
    Item(
        "education", "education, training or recreation, now or later", _ACT.at("section 64(2)(b)")
    ),
    Item("carer_involved", "the young carer involved", _ACT.at("section 64(3)(a)")),
    Item("parents_involved", "the young carer's parents involved", _ACT.at("section 64(3)(b)")),
    Item(
        "others_involved",
        "those whom the young carer or a parent asked for involved",
        _ACT.at("section 64(3)(c)"),
        where=("asked_to_involve_others",),
    ),
    Item("other_matters", "how far other things could contribute", _ACT.at("section 64(4)")),
    *_common("i"),
    *_agreed("section 65(2)", "section 65(2)(a) and (b)"),
    Item(
        "indication",
        "indication whether needs are likely to be eligible",
        _ACT.at("section 64(5)(a)"),
    ),
    Item("advice", "advice on later needs, and on preventing needs", _ACT.at("section 64(5)(b)")),
)

_ADULT_NEEDS: Final = checklist(
    Kind.ADULT_NEEDS,
    Item("impact", "impact of the needs on well-being", _ACT.at("section 9(4)(a)")),
    Item("outcomes", "outcomes wished for in day-to-day life", _ACT.at("section 9(4)(b)")),
    Item("contribution", "how far care and support could contribute", _ACT.at("section 9(4)(c)")),
    Item("adult_involved", "the adult involved", _ACT.at("section 9(5)(a)")),
    Item(
        "carers_involved",
        "the adult's carers involved",
        _ACT.at("section 9(5)(b)"),
        where=("has_carer",),
    ),
    Item(
        "others_involved",
        "those whom the adult asked for involved",
        _ACT.at("section 9(5)(c)"),
        where=("asked_to_involve_others",),
    ),
    Item("other_matters", "how far other things could contribute", _ACT.at("section 9(6)(a)")),
    Item(
        "prevention_and_community",
        "benefit from prevention, advice or the community",
        _ACT.at("section 9(6)(b)"),
    ),
    Item(
        "carer_assessed",
        "the carer's own assessment carried out, or refused by the carer",
        _CARER_OVERLOOKED,
        where=("has_carer", "carer_may_have_needs"),
    ),
    *_common("a"),
    *_SELF_ASSESSMENT,
    *_agreed("section 12(5)", "section 12(5)(a) and (b)"),
    Item("record_given", "written record given to the adult", _ACT.at("section 12(3)(a)")),
    Item(
        "copies_given",
        "copies given to carers or others, as the adult asked",
        _ACT.at("section 12(3)(b) and (c)"),
        where=("asked_for_copies",),
    ),
)

CONTENTS: Final = {
    Kind.CARER: _CARER,
    Kind.CHILDS_CARER: _CHILDS_CARER,
    Kind.YOUNG_CARER: _YOUNG_CARER,
    Kind.YOUNG_CARER_NEEDS: YOUNG_CARER_NEEDS,
    Kind.PARENT_CARER_NEEDS: PARENT_CARER_NEEDS,
    Kind.ADULT_NEEDS: _ADULT_NEEDS,
}
"""What each kind of assessment must contain."""
