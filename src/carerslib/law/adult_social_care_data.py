"""National collections of councils' data on adult social care, as they bear on carers.

The short and long term return (SALT) counted until 31 March 2024; client level data replaced it on
the next day, after a year in which both were collected.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, FinancialYear

__all__ = [
    "CARERS_COUNTED",
    "CARERS_SPENDING",
    "CENTRAL_TRANSFORMATION",
    "CLIENT_LEVEL_DATA",
    "CLIENT_LEVEL_DATA_DAYS",
    "COLLECTION",
    "LTS003",
    "SALT_GUIDANCE",
    "SURVEY_POPULATION",
]

_REPOSITORY: Final = (
    "https://github.com/NHSDigital/ASC-Client-Level-Data-SALT-ASCOF-transformations"
)

CLIENT_LEVEL_DATA: Final = Citation(
    "NHS Digital, client level data: code for LTS003 and ASCOF 3D",
    url=_REPOSITORY,
    note="how a carer is put into one of six categories, the best rank counting",
)
"""The official code that turns councils' events into the counts of carers."""

CENTRAL_TRANSFORMATION: Final = Citation(
    "NHS Digital, Central Transformation Principles - ASCOF", "measure 3D", url=_REPOSITORY
)
"""How the two measures of 3D are worked out from the categories."""

LTS003: Final = Citation(
    "NHS Digital, reproducing SALT metrics from client level data, LTS003",
    url=(
        "https://digital.nhs.uk/data-and-information/data-collections-and-data-sets/data-sets/"
        "adult-social-care-client-level-data/reproducing-salt-metrics-from-cld/lts003"
    ),
    note="services that are bought in may lack records, and how support is delivered is optional",
)
"""What the counts of carers leave out, in the collectors' own words."""

SALT_GUIDANCE: Final = Citation(
    "NHS Digital, SALT data return 2021-22: guidance to be applied to all tables",
    url=(
        "https://digital.nhs.uk/data-and-information/data-collections-and-data-sets/"
        "data-collections/social-care-collection-materials-2022/"
        "salt-data-return-2021-2022-guidance/guidance-to-be-applied-to-all-tables"
    ),
    note="where a service helps both, the council judges who benefits most",
)
"""The guidance on the return, as read for 2021-22."""

SURVEY_POPULATION: Final = Citation(
    "NHS Digital, survey of adult carers 2023-24: eligible population",
    url=(
        "https://digital.nhs.uk/data-and-information/data-collections-and-data-sets/"
        "data-collections/social-care-user-surveys/social-care-carers-survey-2023--24/"
        "sace-eligible-population"
    ),
    note="carers whom only a third party serves, not assessed by or for the council, count as "
    "information and universal services",
)
"""Whom the survey of adult carers counts."""

CLIENT_LEVEL_DATA_DAYS: Final = DateRange(date(2024, 4, 1), date(2026, 3, 31))
"""The days since client level data stand alone, as far as that was checked."""

COLLECTION: Final[Parameter[str]] = Parameter(
    "adult-social-care.collection",
    "The collection that carers supported by councils are counted from",
    (
        Dated(
            "SALT",
            DateRange(date(2021, 4, 1), date(2023, 3, 31)),
            SALT_GUIDANCE,
        ),
        Dated(
            "SALT, with client level data beside it",
            DateRange(date(2023, 4, 1), date(2024, 3, 31)),
            CLIENT_LEVEL_DATA,
        ),
        Dated("client level data", CLIENT_LEVEL_DATA_DAYS, CLIENT_LEVEL_DATA),
    ),
    (
        Gap(
            DateRange(date(2014, 4, 1), date(2021, 3, 31)),
            "the return's guidance was read for 2021-22 only",
        ),
    ),
)
"""Which collection stands behind a year's counts: a change of collection breaks a series."""

_REPORT: Final = Citation(
    "NHS Digital, adult social care activity and finance report, England 2020-21",
    "5. Carers",
    url=(
        "https://digital.nhs.uk/data-and-information/publications/statistical/"
        "adult-social-care-activity-and-finance-report/2020-21/5.-carers"
    ),
    note="with warnings on what third parties do, and on links of one carer to one person",
)
_ANALYSIS: Final = Citation(
    "Carefree, on a report by Carers UK",
    standing=Standing.SECONDARY,
    url="https://carefreespace.org/the-notebook/carers-uk-report",
)

CARERS_COUNTED: Final[Parameter[int]] = Parameter(
    "adult-social-care.carers-counted",
    "Carers supported or assessed by councils in England in a year",
    (Dated(388_730, FinancialYear(2020).range, _REPORT),),
)
"""388,730 in 2020/21, rounded as it was published."""

CARERS_SPENDING: Final[Parameter[Money]] = Parameter(
    "adult-social-care.carers-spending",
    "What councils in England spent in a year on support for carers, gross",
    (
        Dated(Money.pounds("195000000.00"), FinancialYear(2022).range, _ANALYSIS),
        Dated(Money.pounds("183000000.00"), FinancialYear(2023).range, _ANALYSIS),
    ),
)
"""£195m, and £183m a year later, in round millions."""
