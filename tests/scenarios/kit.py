"""What the scenarios share: short words for money, and the one label of a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.clauses import Figure, Nature
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.verdicts import Verdict

__all__ = ["LABELS", "budget", "label", "net", "stated", "worth"]

LABELS: Final[Mapping[Aspect, str]] = {
    Aspect.POWER: "not_authorised",
    Aspect.HOLDER: "wrong_holder",
    Aspect.SCOPE: "off_purpose",
    Aspect.DATES: "out_of_period",
    Aspect.LENGTH: "exceeds",
    Aspect.STEP: "exceeds",
    Aspect.AMOUNT: "exceeds",
    Aspect.COUNT: "exceeds",
    Aspect.FLOOR: "below_minimum",
    Aspect.PRECONDITION: "condition_unmet",
    Aspect.RECORD: "record_wrong",
    Aspect.DETERMINATION: "not_shown",
}
"""What an officer calls a verdict that is not met, by the first aspect that fails.

No question about an award fails on the last two: they are of records and of people.
"""


def label(verdict: Verdict) -> str:
    """Say in one word what a verdict answers to what was asked."""
    result = verdict.as_asked
    if result is Result.MET:
        return "within"
    if result is Result.NOT_MET and verdict.failing is not None:
        return LABELS[verdict.failing]
    return "ambiguous" if verdict.differs else "undetermined"


def stated(pounds: str) -> Price:
    """Give an amount that does not say whether it includes VAT."""
    return Price.as_stated(Money.pounds(pounds))


def net(pounds: str) -> Price:
    """Give an amount without VAT, whose VAT is not known."""
    return Price.net_of_vat(Money.pounds(pounds))


def worth(pounds: str) -> Figure:
    """Give the value at which a contract was awarded, VAT not stated."""
    return Figure.pounds(pounds, nature=Nature.AWARD_VALUE)


def budget(pounds: str) -> Figure:
    """Give the amount of a budget or of one of its heads, VAT not stated."""
    return Figure.pounds(pounds, nature=Nature.BUDGET)
