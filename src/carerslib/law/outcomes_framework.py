"""The Adult Social Care Outcomes Framework (ASCOF) and the survey of adult carers (SACE).

The same number stands for different things before and after 1 April 2023: "1C", "3B", "3C" and "3D"
all changed their meaning. A number is therefore held with the days for which it was verified.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, FinancialYear

__all__ = [
    "ASCOF_3D",
    "ASCOF_2024_25",
    "ASCOF_CODE",
    "DIRECT_PAYMENTS_NUMBER",
    "INCLUDED_NUMBER",
    "INFORMATION_NUMBER",
    "QUALITY_OF_LIFE_NUMBER",
    "QUALITY_OF_LIFE_SCORE",
    "QUALITY_OF_LIFE_SERIES",
    "SATISFACTION_NUMBER",
    "SELF_DIRECTED_NUMBER",
    "SOCIAL_CONTACT_NUMBER",
    "SURVEY_2021_22",
    "SURVEY_2023_24",
    "SURVEY_CAMBRIDGESHIRE",
    "SURVEY_YEARS",
]

ASCOF_CODE: Final = Citation(
    "NHS Digital, ASC-Outcomes-Framework: carers.py and rounding.py",
    url="https://github.com/NHSDigital/ASC-Outcomes-Framework",
    note="the official code; numbers as they were to 2022-23",
)
"""How the measures were worked out, rounded and suppressed."""

ASCOF_3D: Final = Citation(
    "NHS, SALT sources for ASCOF 2023-24",
    "measure 3D (formerly 1C)",
    url=(
        "https://digital.nhs.uk/data-and-information/data-collections-and-data-sets/"
        "data-collections/social-care-collection-materials-2024/salt-sources-for-ascof/"
        "ascof-measure-3d"
    ),
)
"""Self-directed support and direct payments, under their number from 2023-24."""

ASCOF_2024_25: Final = Citation(
    "Measures from the Adult Social Care Outcomes Framework, England, 2024 to 2025",
    "statistical commentary",
    url=(
        "https://www.gov.uk/government/statistics/measures-from-the-adult-social-care-outcomes-"
        "framework-england-2024-to-2025/measures-from-ascof-england-2024-to-2025-"
        "statistical-commentary"
    ),
    note="published on 18 December 2025 with carers' answers of autumn 2023; its notes say that it "
    "must not be used to judge how effective a council is",
)
"""A framework year whose values for carers were collected in an earlier one."""

SURVEY_2021_22: Final = Citation(
    "NHS Digital, personal social services survey of adult carers, England 2021-22",
    standing=Standing.SECONDARY,
    url="https://govmemo.com/england/health_wellbeing_c40/decrease_in_adult_ca..._d7855id.shtml",
    note="read in a reprint of the release",
)
"""The survey of 2021-22, and what it says of 2018-19."""

SURVEY_2023_24: Final = Citation(
    "NHS Digital, personal social services survey of adult carers, England 2023-24",
    url=(
        "https://digital.nhs.uk/data-and-information/publications/statistical/"
        "personal-social-services-survey-of-adult-carers/england-2023-24"
    ),
    note="tables corrected and issued again on 16 April 2025",
)
"""The survey of 2023-24. A value from it says in which release it was read."""

QUALITY_OF_LIFE_SCORE: Final = Citation(
    "Local Government Association, esd standards, metric 10671",
    "carer-reported quality of life",
    url="https://standards.esd.org.uk/?uri=metricType%2F10671",
    note="the page turns the fraction round, and says once that the most is 14: it is 12",
)
"""Six questions of 0, 1 or 2; the score is the mean total of those who answered all six."""

QUALITY_OF_LIFE_SERIES: Final = Citation(
    "Nuffield Trust, carer-reported quality of life",
    standing=Standing.SECONDARY,
    url="https://www.nuffieldtrust.org.uk/resource/carer-reported-quality-of-life",
    note="from 2016-17 the population took in carers not assessed or reviewed in the year",
)
"""The scores for England, and the break in their series."""

SURVEY_CAMBRIDGESHIRE: Final = Citation(
    "Cambridgeshire County Council, survey of adult carers 2023",
    standing=Standing.RECORD,
    url=(
        "https://cambridgeshire.gov.uk/residents/adults/looking-after-someone/"
        "survey-of-adult-carers-2023"
    ),
)
"""One council's account of its survey, and of a sample that differed from the one before."""

SURVEY_YEARS: Final = tuple(FinancialYear(year) for year in (2012, 2014, 2016, 2018, 2021, 2023))
"""The years in which carers were surveyed: every second year, put off once in the pandemic."""

_OLD: Final = DateRange(date(2014, 4, 1), date(2023, 3, 31))
_NEW: Final = DateRange(date(2023, 4, 1), date(2025, 3, 31))
_ESD: Final = Citation(
    "Local Government Association, esd standards, metric 10678",
    url="https://standards.esd.org.uk/?uri=metricType%2F10678",
)
_NOT_VERIFIED: Final = Gap(_NEW, "the number from 1 April 2023 was not verified in any source")

QUALITY_OF_LIFE_NUMBER: Final[Parameter[str]] = Parameter(
    "ascof.carers.quality-of-life",
    "The number of carer-reported quality of life in the framework",
    (Dated("1D", _OLD, ASCOF_CODE),),
    (_NOT_VERIFIED,),
)
"""1D, to 2022-23."""

SOCIAL_CONTACT_NUMBER: Final[Parameter[str]] = Parameter(
    "ascof.carers.social-contact",
    "The number of carers with as much social contact as they want in the framework",
    (Dated("1I(2)", _OLD, _ESD),),
    (_NOT_VERIFIED,),
)
"""1I(2), to 2022-23."""

SATISFACTION_NUMBER: Final[Parameter[str]] = Parameter(
    "ascof.carers.satisfaction",
    "The number of carers' overall satisfaction in the framework",
    (Dated("3B", _OLD, ASCOF_CODE),),
    (_NOT_VERIFIED,),
)
"""3B, to 2022-23."""

INCLUDED_NUMBER: Final[Parameter[str]] = Parameter(
    "ascof.carers.included",
    "The number of carers included in discussions about the person in the framework",
    (Dated("3C", _OLD, ASCOF_CODE),),
    (_NOT_VERIFIED,),
)
"""3C, to 2022-23."""

INFORMATION_NUMBER: Final[Parameter[str]] = Parameter(
    "ascof.carers.information",
    "The number of carers who find information easy in the framework",
    (Dated("3D(2)", _OLD, ASCOF_CODE),),
    (_NOT_VERIFIED,),
)
"""3D(2), to 2022-23."""

SELF_DIRECTED_NUMBER: Final[Parameter[str]] = Parameter(
    "ascof.carers.self-directed-support",
    "The number of carers with self-directed support in the framework",
    (Dated("1C", _OLD, ASCOF_3D), Dated("3D(1b)", _NEW, ASCOF_3D)),
)
"""A part of 1C to 2022-23, and 3D(1b) after."""

DIRECT_PAYMENTS_NUMBER: Final[Parameter[str]] = Parameter(
    "ascof.carers.direct-payments",
    "The number of carers with direct payments in the framework",
    (Dated("1C", _OLD, ASCOF_3D), Dated("3D(2b)", _NEW, ASCOF_3D)),
)
"""A part of 1C to 2022-23, and 3D(2b) after."""
