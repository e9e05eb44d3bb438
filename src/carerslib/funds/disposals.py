"""What becomes of money that is left, and what was agreed about it."""

from __future__ import annotations

import enum
from typing import NamedTuple, final

import attrs

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.funds._given import key, not_negative
from carerslib.money import Money

__all__ = ["Consent", "Disposal", "Treatment"]


class Treatment(enum.StrEnum):
    """What becomes of money that is left."""

    CARRY = "carry forward"
    """It may be used in the next year for anything lawful."""
    RESERVE = "reserve"
    """It is income, kept in a reserve for what it was given for."""
    RETURN = "return"
    """It is owed to whoever gave it, since the days to use it are over."""
    LIABILITY = "liability"
    """It is owed unless it is used as the condition says, and the days go on."""
    LAPSE = "lapse"
    """It goes to the wider budget that the fund is a part of."""


@final
@attrs.frozen
class Consent:
    """That whoever set a stipulation agreed in writing to an amount being kept or carried.

    The amount is all that was agreed of a year, what was carried by that agreement with it.
    """

    stipulation: str
    amount: Money
    by: str
    source: Citation

    def __attrs_post_init__(self) -> None:
        cited = isinstance(self.source, Citation)
        require(
            key("stipulation", self.stipulation),
            not_negative("amount", self.amount),
            key("by", self.by),
            None if cited else InvalidValueError("source", self.source, "a Citation"),
        )


@final
class Disposal(NamedTuple):
    """What becomes of an amount that is left, by whose words.

    ``held_as`` is what the accounts call it, ``to`` who gets it where it leaves the fund. Where
    capital and revenue draw on the same money, ``held_as`` names both.
    """

    treatment: Treatment
    amount: Money
    source: Citation
    held_as: str = ""
    to: str = ""
