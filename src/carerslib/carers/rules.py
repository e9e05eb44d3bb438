"""The rule set of carers: every definition of a carer, in the edition that verdicts rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.carers.care_law import (
    care_act_carer,
    childs_carer,
    parent_carer,
    young_carer,
    young_carer_of_an_adult,
)
from carerslib.carers.earlier_law import (
    carer_since_1996,
    carer_since_2015_by_1995_act,
    carer_under_2000_act,
)
from carerslib.carers.people import LEAP_DAY_BIRTHDAY
from carerslib.carers.wider_words import (
    carer_at_nhs_england,
    carer_in_census_2011,
    carer_in_census_2021,
    carer_on_leave,
    carer_with_allowance,
    carer_with_credit,
)
from carerslib.rules import RuleSet

if TYPE_CHECKING:
    from carerslib.carers.care_law import Asked

__all__ = ["RULES"]

RULES: Final[RuleSet[Asked]] = RuleSet(
    "carerslib.carers",
    "2026-11",
    (
        care_act_carer,
        childs_carer,
        young_carer_of_an_adult,
        young_carer,
        parent_carer,
        carer_since_1996,
        carer_since_2015_by_1995_act,
        carer_under_2000_act,
        carer_at_nhs_england,
        carer_in_census_2011,
        carer_in_census_2021,
        carer_with_allowance,
        carer_with_credit,
        carer_on_leave,
    ),
    conventions=(LEAP_DAY_BIRTHDAY,),
)
"""Every definition. They do not combine: each is asked by itself."""
