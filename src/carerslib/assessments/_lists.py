"""The kinds of assessment, and how the list of what each must contain is put together."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, TypeAlias, final

from carerslib.assessments.checklists import Checklist, Item

if TYPE_CHECKING:
    from carerslib.citations import Citation

__all__ = ["Kind", "Row", "checklist", "items"]

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


def checklist(kind: Kind, *items: Item) -> Checklist:
    """Give a list with the circumstances that its items depend on."""
    named = dict.fromkeys(key for item in items for key in (*item.where, *item.unless))
    keys = {item.key for item in items}
    circumstances = tuple((key, _CIRCUMSTANCES[key]) for key in named if key not in keys)
    return Checklist(f"What a {kind} must contain", items, circumstances, private=True)
