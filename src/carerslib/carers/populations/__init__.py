"""Figures about carers: estimates, lists of known carers, the school census, and what is hidden.

A figure says whom it counts, when and how it came about, or keeps that it does not say. Figures are
compared, never mixed: :func:`compare` names each thing in which two differ, :func:`identify` gives
a rate only where lists and estimate count the same people, and :func:`apply_proportion` takes a
share only of those of whom it is a share. Lists that cannot be linked give a range.
"""

from carerslib.carers.populations.bases import (
    EVERYBODY,
    Ages,
    Dimension,
    Group,
    Inclusion,
    Population,
    Unstated,
)
from carerslib.carers.populations.comparing import (
    DEFINITIONS_DIFFER,
    Applied,
    Base,
    Comparison,
    Pair,
    Subject,
    apply_proportion,
    compare,
)
from carerslib.carers.populations.counts import Count, Gap, Rate, percent
from carerslib.carers.populations.estimates import Certainty, Estimate, Proportion, Statement
from carerslib.carers.populations.identifying import Identification, Measured, identify
from carerslib.carers.populations.published import ENGLAND_2021, PUBLISHED, CareByHours
from carerslib.carers.populations.registers import Keeper, Overlap, Register, Registers
from carerslib.carers.populations.schools import (
    IndependentReturn,
    SchoolCode,
    SchoolReturn,
    SchoolsTogether,
    check_return,
    school_code,
    together,
)
from carerslib.carers.populations.stating import check_statement

__all__ = [
    "DEFINITIONS_DIFFER",
    "ENGLAND_2021",
    "EVERYBODY",
    "PUBLISHED",
    "Ages",
    "Applied",
    "Base",
    "CareByHours",
    "Certainty",
    "Comparison",
    "Count",
    "Dimension",
    "Estimate",
    "Gap",
    "Group",
    "Identification",
    "Inclusion",
    "IndependentReturn",
    "Keeper",
    "Measured",
    "Overlap",
    "Pair",
    "Population",
    "Proportion",
    "Rate",
    "Register",
    "Registers",
    "SchoolCode",
    "SchoolReturn",
    "SchoolsTogether",
    "Statement",
    "Subject",
    "Unstated",
    "apply_proportion",
    "check_return",
    "check_statement",
    "compare",
    "identify",
    "percent",
    "school_code",
    "together",
]
