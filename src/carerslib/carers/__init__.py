"""Carers, the people they care for, and who counts as a carer in which law.

Write down what is recorded of a :class:`CaringRelationship`, and ask :func:`define` which
definitions cover it on a day. Each answer is a verdict with its reasons, or names the facts that
are missing. Nobody is named: people are the caller's own keys.
"""

from carerslib.carers.care_law import Asked
from carerslib.carers.definitions import (
    DEFINITIONS,
    Definition,
    Purpose,
    define,
    definition,
    definitions_on,
)
from carerslib.carers.examination import Examination
from carerslib.carers.people import (
    LEAP_DAY_BIRTHDAY,
    Carer,
    Person,
    PersonCaredFor,
    RecognisedBy,
    Recognition,
    WhyHelpIsNeeded,
    aged_at_least,
    birthday,
)
from carerslib.carers.relationships import CaringRelationship, KindOfCare, RegardedAsCarer, Tie
from carerslib.carers.rules import RULES
from carerslib.carers.wider_words import BANDS_2011, BANDS_2021, HoursBand, band_of

__all__ = [
    "BANDS_2011",
    "BANDS_2021",
    "DEFINITIONS",
    "LEAP_DAY_BIRTHDAY",
    "RULES",
    "Asked",
    "Carer",
    "CaringRelationship",
    "Definition",
    "Examination",
    "HoursBand",
    "KindOfCare",
    "Person",
    "PersonCaredFor",
    "Purpose",
    "RecognisedBy",
    "Recognition",
    "RegardedAsCarer",
    "Tie",
    "WhyHelpIsNeeded",
    "aged_at_least",
    "band_of",
    "birthday",
    "define",
    "definition",
    "definitions_on",
]
