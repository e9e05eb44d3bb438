"""The Carers Grant (Carers Special Grant), 1999/2000 to 2010/11: amounts, and what bound it.

One name, three behaviours: ring-fenced to 31 March 2004, then unring-fenced but targeted, then one
line of the unring-fenced Area Based Grant. Amounts are national, as published in round millions.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.parameters import Dated, Gap, Parameter
from carerslib.periods import DateRange, FinancialYear

__all__ = [
    "AMOUNTS",
    "AREA_BASED_GRANT",
    "BREAKS_SHARE",
    "CHILDRENS_SHARE",
    "COMMITTEE_TABLE",
    "END_OF_RING_FENCE",
    "PERMITTED_PURPOSES",
    "REPORT_44",
]

REPORT_44: Final = Citation(
    "Special Grant Report No. 44, Promoting Independence: Carers Grant",
    standing=Standing.SECONDARY,
    url="https://api.parliament.uk/historic-hansard/written-answers/1999/nov/30/carers-grant",
    note="named in a Lords written answer of 30 November 1999; the report itself was not read",
)
"""The legal form of the grant at its start."""

COMMITTEE_TABLE: Final = Citation(
    "Health Committee, session 2009-10, written evidence",
    "table of grants",
    url="https://publications.parliament.uk/pa/cm200910/cmselect/cmhealth/269/269we37.htm",
)
"""The Department of Health's table of its grants."""

END_OF_RING_FENCE: Final = Citation(
    "Carers Harrow, Minister agrees new carers performance indicator (2004)",
    standing=Standing.SECONDARY,
    url=(
        "http://www.carers.org/text-only/local/london/harrow/"
        "minister-agrees-new-carers-performance-indicator,205,NW.html"
    ),
    note="the removal was announced in 2003 and took effect from 2004/05",
)
"""The ring-fence went from 1 April 2004."""

PERMITTED_PURPOSES: Final = Citation(
    "House of Commons, written answer of 20 June 2006, Carers' Grant",
    standing=Standing.SECONDARY,
    url="https://hansard.parliament.uk/Commons/2006-06-20/debates/0606216000064/CarersGrant",
    note="an answer of 2006; the circulars with the words of the ring-fence were not read",
)
"""Breaks and other services for carers."""

AREA_BASED_GRANT: Final = Citation(
    "House of Commons, written answer of 9 July 2009, local government finance",
    note="no ring-fence, local choice of use, no restriction on carrying forward between years",
)
"""What became of the grant from 2008/09."""

_TRADE_PRESS: Final = Citation(
    "Community Care, Give me a break (22 August 2002)",
    standing=Standing.SECONDARY,
    url="https://www.communitycare.co.uk/2002/08/22/give-me-a-break/",
)

AMOUNTS: Final = Parameter(
    "carers-grant.amount",
    "The Carers Grant of a financial year, for England",
    tuple(
        Dated(Money.pence(millions * 100_000_000), FinancialYear(year).range, source)
        for year, millions, source in (
            (1999, 20, _TRADE_PRESS),
            (2000, 50, _TRADE_PRESS),
            (2001, 70, _TRADE_PRESS),
            (2002, 85, _TRADE_PRESS),
            (2003, 100, COMMITTEE_TABLE),
            (2004, 125, COMMITTEE_TABLE),
            (2005, 185, COMMITTEE_TABLE),
            (2006, 185, COMMITTEE_TABLE),
            (2007, 185, COMMITTEE_TABLE),
            (2008, 224, COMMITTEE_TABLE),
            (2009, 240, COMMITTEE_TABLE),
            (2010, 256, COMMITTEE_TABLE),
        )
    ),
    (
        Gap(
            DateRange.onwards(date(2011, 4, 1)),
            "no source was read for what became of the money when the Area Based Grant ended",
        ),
    ),
)
"""The national amount of each year."""

BREAKS_SHARE: Final = Parameter(
    "carers-grant.breaks-share",
    "The least per cent of a council's grant for additional services that give carers a break",
    (
        Dated(
            75,
            FinancialYear(1999).range,
            Citation(
                "King's Fund, A break for carers? (2000)",
                standing=Standing.SECONDARY,
                url="https://archive.kingsfund.org.uk/concern/published_works/000023484",
            ),
        ),
    ),
    (
        Gap(
            DateRange(date(2000, 4, 1), date(2011, 3, 31)),
            "no source that was read says that the share applied after the first year",
        ),
    ),
)
"""At least 75 per cent in the first year, and no value for any other."""

CHILDRENS_SHARE: Final = Parameter(
    "carers-grant.childrens-share",
    "The per cent of the grant for children's services, young carers among them",
    (
        Dated(
            20,
            FinancialYear(2003).range,
            Citation(
                "House of Commons, written answer of 14 July 2003, Carers Grant",
                url=(
                    "https://api.parliament.uk/historic-hansard/written-answers/2003/jul/14/"
                    "carers-grant"
                ),
                note="a share for children's services as a whole, not for young carers only",
            ),
        ),
        Dated(
            20,
            DateRange(date(2004, 4, 1), date(2008, 3, 31)),
            Citation(
                "Community Care, Where has the money gone? (6 December 2007)",
                standing=Standing.SECONDARY,
                url=(
                    "https://www.communitycare.co.uk/2007/12/06/where-has-the-money-gone-alex-fox-"
                    "at-the-princess-royal-trust-for-carers-looks-at-how-local-authorities-are-"
                    "spending-the-carers-grant/"
                ),
                note="the share of a distribution formula, so an expectation",
            ),
        ),
    ),
    (
        Gap(
            DateRange(date(1999, 4, 1), date(2003, 3, 31)),
            "no source that was read gives a children's share before 2003/04",
        ),
    ),
)
"""20 per cent: earmarked in 2003/04, and from 2004/05 only how the grant was distributed."""
