"""What councils and others were found to offer, with the figures that they gave.

Each is an example with its source, as it stood when it was read. None of them is a rule, and no
verdict rests on one.
"""

from __future__ import annotations

from typing import Final, NamedTuple, final

from carerslib.citations import Citation, Standing
from carerslib.money import Money
from carerslib.services.offers import OfferKind, kind_of

__all__ = ["OFFER_EXAMPLES", "OfferExample"]


@final
class OfferExample(NamedTuple):
    """An offer as one body described it; ``amount`` is None where no sum of money was given."""

    kind: OfferKind
    body: str
    what: str
    source: Citation
    amount: Money | None = None


def _example(  # noqa: PLR0913 - a line of the table
    key: str,
    body: str,
    what: str,
    url: str,
    amount: str | None = None,
    *,
    standing: Standing = Standing.RECORD,
) -> OfferExample:
    source = Citation(f"{body}: what was read", standing=standing, url=url)
    return OfferExample(
        kind_of(key), body, what, source, None if amount is None else Money.pounds(amount)
    )


OFFER_EXAMPLES: Final = (
    _example(
        "one_off_payment",
        "Nottinghamshire",
        "a personal budget of up to so much",
        "https://www.nottinghamshire.gov.uk/care/adult-social-care/carers/"
        "personal-budgets-for-carers",
        "200.00",
    ),
    _example(
        "one_off_payment",
        "Tower Hamlets",
        "up to so much for carers below the threshold of eligibility",
        "https://www.towerhamletsconnect.org/information-and-advice/caring-for-someone/"
        "supporting-carers/personal-budgets-and-direct-payments/",
        "250.00",
    ),
    _example(
        "breaks_fund",
        "St Helens Carers Centre",
        "not means-tested",
        "http://www.sthelenscarers.org.uk/carerbreaks.html",
        standing=Standing.SECONDARY,
    ),
    _example(
        "health_break",
        "Surrey",
        "a carer's break given out by general practices",
        "https://www.surreyheartlands.org/carers-priorities",
    ),
    _example(
        "carers_centre",
        "Halton",
        "centres from 2004, run by a charity from 2008; by 2023 one in Runcorn with outreach in "
        "Widnes",
        "https://councillors.halton.gov.uk/ieIssueDetails.aspx?IId=62371&Opt=3",
    ),
    _example(
        "training",
        "Department of Health",
        "Caring with Confidence, so much a year from 2008",
        "https://hansard.parliament.uk/Commons/2009-01-12/debates/0901137000015/Carers",
        "4400000.00",
    ),
    _example(
        "discount_card",
        "Durham and Darlington",
        "a card for adults and one for young carers, taken by 103 organisations",
        "https://www.thenorthernecho.co.uk/news/"
        "18272958.discount-card-carers-co-durham-darlington-updated/",
        standing=Standing.SECONDARY,
    ),
    _example(
        "discount_card",
        "Central Bedfordshire",
        "up to 20% off",
        "http://www.centralbedfordshire.gov.uk/health-social-care/carers/finance.aspx",
        standing=Standing.SECONDARY,
    ),
)
"""The figures that were read. A scheme that is checked against is with the schemes."""
