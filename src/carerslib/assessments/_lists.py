"""The kinds of assessment, and how the list of what each must contain is put together."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, TypeAlias, final

from carerslib.assessments.checklists import Checklist, Item
from carerslib.law.advocacy_regulations_2014 import ADVOCACY_REGULATIONS
from carerslib.law.care_act_2014 import CARE_ACT_2014

if TYPE_CHECKING:
    from carerslib.citations import Citation

__all__ = ["Kind", "Row", "advocate", "checklist", "circumstances", "items"]

Row: TypeAlias = "tuple[str, str, str, *tuple[str, ...]]"
"""A key, the words, the place within a provision, and the circumstances in which it is required."""


@final
class Kind(enum.Enum):
    """The kinds of assessment, each under its own provision."""

    CARER = "carer's assessment"
    CHILDS_CARER = "child's carer's assessment"
    YOUNG_CARER = "young carer's assessment"
    YOUNG_CARER_NEEDS = "young carer's needs assessment"
    PARENT_CARER_NEEDS = "parent carer's needs assessment"
    ADULT_NEEDS = "needs assessment"
    CHILD_NEEDS = "child's needs assessment"

    def __str__(self) -> str:
        return self.value


_CIRCUMSTANCES: Final = {
    "asked_to_involve_others": "whether anyone else was asked for",
    "asked_for_copies": "whether copies for others were asked for",
    "combined": "whether it is combined with another person's assessment",
    "wants_self_assessment": "whether a supported self-assessment is wanted",
    "lacks_capacity_to_take_part": "whether the person lacks capacity to take part in one",
    "advocate_all_the_same": "whether an advocate is due although an appropriate person is there: "
    "a long stay that the NHS arranges or a disagreement, and best interests",
    "substantial_difficulty": "whether involvement is substantially difficult without an advocate",
    "appropriate_person": "whether an appropriate person can represent and support",
    "delegated": "whether another body carries it out for the authority",
    "needs_fluctuate": "whether the level of the needs fluctuates",
    "others_would_benefit": "whether anyone would benefit from information and advice",
    "expertise_needed": "whether the needs call for consulting somebody with expertise",
    "expert_appropriate": "whether consulting somebody with expertise is thought appropriate",
    "deafblind": "whether the person is deafblind",
    "may_have_nhs_care": "whether the adult may be eligible for NHS continuing healthcare",
    "assessed_otherwise": "whether another assessment of either of them was carried out",
    "child_helps": "whether a child is involved in giving care",
    "has_carer": "whether the adult has a carer",
    "carer_may_have_needs": "whether it appears that a carer may have needs for support",
    "cared_for_is_child": "whether the person cared for is under 18",
    "needs_found": "whether needs for support were found",
    "services_could_help": "whether services under section 17 could satisfy them",
}


def items(source: Citation, *rows: Row) -> tuple[Item, ...]:
    """Give an item for each row, at its place within a provision."""
    return tuple(
        Item(key, title, source.at(f"{source.place}{place}"), tuple(where))
        for key, title, place, *where in rows
    )


def advocate(paragraph: str, *where: str) -> tuple[Item, ...]:
    """Give when an independent advocate is due, by the paragraph that names what it is for."""
    difficult = (*where, "substantial_difficulty")
    return (
        Item(
            "advocate_arranged",
            "an independent advocate arranged",
            CARE_ACT_2014.at(f"section 67(2) and (3)({paragraph})"),
            where=difficult,
            unless=("appropriate_person",),
        ),
        Item(
            "advocate_arranged_as_well",
            "an independent advocate arranged beside the appropriate person",
            ADVOCACY_REGULATIONS.at("regulation 4"),
            where=(*difficult, "appropriate_person", "advocate_all_the_same"),
        ),
    )


def circumstances(*keys: str) -> tuple[tuple[str, str], ...]:
    """Give circumstances with the words for them."""
    return tuple((key, _CIRCUMSTANCES[key]) for key in keys)


def checklist(kind: Kind, *items: Item) -> Checklist:
    """Give a list with the circumstances that its items depend on."""
    named = dict.fromkeys(key for item in items for key in (*item.where, *item.unless))
    keys = {item.key for item in items}
    depends = circumstances(*(key for key in named if key not in keys))
    return Checklist(f"What a {kind} must contain", items, depends, private=True)
