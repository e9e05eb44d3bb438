"""Carer's Allowance: section 70 of the Social Security Contributions and Benefits Act 1992.

Its regulations are still called the Social Security (Invalid Care Allowance) Regulations 1976
(SI 1976/409). The limit and the rate change in April, and not on the same day of every April: where
the day was not found, the days on which either value could hold are a gap, and are refused.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange

__all__ = [
    "EARNINGS_LIMIT",
    "HOURS",
    "IN_FORCE",
    "REGULATION_4",
    "REGULATION_8",
    "SECTION_70",
    "WEEKLY_RATE",
]

_CHECKED_TO: Final = date(2027, 4, 4)

IN_FORCE: Final = DateRange.onwards(date(2003, 4, 1))
"""The days on which the benefit is called Carer's Allowance for all purposes (SI 2002/1457).

The conditions of Invalid Care Allowance before then were not checked.
"""

SECTION_70: Final = Citation(
    "Social Security Contributions and Benefits Act 1992",
    "section 70",
    url="https://www.legislation.gov.uk/ukpga/1992/4/section/70",
)
"""Who is entitled: regularly and substantially caring, and not gainfully employed."""

_REGULATIONS: Final = Citation(
    "Social Security (Invalid Care Allowance) Regulations 1976 (SI 1976/409)",
    url="https://www.legislation.gov.uk/uksi/1976/409/contents",
)

REGULATION_4: Final = Citation(
    "Social Security (Invalid Care Allowance) Regulations 1976 (SI 1976/409)",
    "regulation 4",
    standing=Standing.SECONDARY,
    url="https://www.gov.uk/carers-allowance/eligibility",
    note="the hours were read on GOV.UK and in the Commissioner's decision R(IS) 8/02",
)
"""How many hours a week count as regularly and substantially caring."""

REGULATION_8: Final = _REGULATIONS.at("regulation 8(1)")
"""Gainfully employed: earnings in the week before that exceed the limit."""

HOURS: Final[Parameter[int]] = Parameter(
    "carers_allowance.hours",
    "Carer's Allowance: hours of care a week, at least",
    (Dated(35, DateRange(date(2003, 4, 1), _CHECKED_TO), REGULATION_4),),
)
"""Whole hours of care a week for one person, at least."""


def _at_second_hand(source: str, note: str = "") -> Citation:
    return Citation(source, standing=Standing.SECONDARY, note=note)


def _limit(pounds: str, first: date, last: date, source: Citation) -> Dated[Money]:
    return Dated(Money.pounds(pounds), DateRange(first, last), source)


_ANSWER_2008: Final = Citation("House of Commons, written answer, 26 June 2008")
_ANSWER_2015: Final = Citation("House of Commons, written answers on the limit from 6 April 2015")
_PRESS_2010: Final = _at_second_hand("Contact a Family, on the rates from April 2010")

EARNINGS_LIMIT: Final[Parameter[Money]] = Parameter(
    "carers_allowance.earnings_limit",
    "Carer's Allowance: net earnings a week, at most",
    (
        _limit(
            "87.00",
            date(2007, 5, 1),
            date(2007, 9, 30),
            _at_second_hand("announcement by the Department for Work and Pensions, 2007"),
        ),
        _limit("95.00", date(2007, 10, 1), date(2010, 4, 11), _ANSWER_2008),
        _limit("100.00", date(2010, 4, 12), date(2014, 3, 31), _PRESS_2010),
        _limit("102.00", date(2014, 5, 1), date(2015, 4, 5), _ANSWER_2015),
        _limit("110.00", date(2015, 4, 6), date(2017, 4, 9), _ANSWER_2015),
        _limit(
            "116.00",
            date(2017, 4, 10),
            date(2018, 3, 31),
            Citation(
                "Social Security (Invalid Care Allowance) (Amendment) Regulations 2017"
                " (SI 2017/386)",
                "regulation 2",
                url="https://www.legislation.gov.uk/uksi/2017/386/made",
            ),
        ),
        _limit(
            "120.00",
            date(2018, 5, 1),
            date(2019, 3, 31),
            Citation("House of Commons, written answer 176331"),
        ),
        _limit("123.00", date(2019, 5, 1), date(2020, 3, 31), _at_second_hand("Contact")),
        _limit(
            "128.00",
            date(2020, 5, 1),
            date(2022, 4, 10),
            _at_second_hand("published levels of the limit"),
        ),
        _limit("132.00", date(2022, 4, 11), date(2023, 3, 31), _at_second_hand("Carers UK")),
        _limit(
            "139.00",
            date(2023, 5, 1),
            date(2024, 3, 31),
            Citation("House of Commons, written answer 114688"),
        ),
        _limit(
            "151.00",
            date(2024, 5, 1),
            date(2025, 4, 6),
            _at_second_hand("published levels of the limit"),
        ),
        _limit("196.00", date(2025, 4, 7), date(2026, 3, 31), _at_second_hand("Carers UK")),
        _limit(
            "204.00",
            date(2026, 5, 1),
            date(2027, 3, 31),
            _at_second_hand("Carers UK", "16 hours at the National Living Wage"),
        ),
    ),
    tuple(
        Gap(
            DateRange.month(year, 4),
            f"the limit rose in April {year}, on a day that was not found",
        )
        for year in (2007, 2014, 2018, 2019, 2020, 2023, 2024, 2026)
    ),
)
"""Pounds a week after the deductions that the benefit allows: exactly the limit is within it."""

WEEKLY_RATE: Final[Parameter[Money]] = Parameter(
    "carers_allowance.weekly_rate",
    "Carer's Allowance: pounds a week",
    (
        _limit("53.10", date(2009, 5, 1), date(2010, 4, 11), _at_second_hand("rate for 2009/10")),
        _limit("53.90", date(2010, 4, 12), date(2011, 3, 31), _PRESS_2010),
        _limit("76.75", date(2023, 5, 1), date(2024, 3, 31), _at_second_hand("rate for 2023/24")),
        _limit("81.90", date(2024, 5, 1), date(2025, 4, 6), _at_second_hand("rate for 2024/25")),
        _limit("83.30", date(2025, 4, 7), date(2026, 3, 31), _at_second_hand("Carers UK")),
        _limit("86.45", date(2026, 5, 1), date(2027, 3, 31), _at_second_hand("Carers UK")),
    ),
    (
        Gap(
            DateRange(date(2011, 4, 1), date(2023, 3, 31)),
            "the rates of these years were not checked",
        ),
        *(
            Gap(
                DateRange.month(year, 4),
                f"the rate rose in April {year}, on a day that was not found",
            )
            for year in (2009, 2023, 2024, 2026)
        ),
    ),
)
"""The weekly rate, for the years in which it was checked."""
