"""Short-break vouchers under the regulations of 2003: money or time, and never both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import require
from carerslib.law.voucher_regulations_2003 import IN_FORCE, REGULATION_3
from carerslib.money import Money
from carerslib.periods import check_day
from carerslib.rules import Rule, RuleSet
from carerslib.services._checks import is_a, key
from carerslib.services.units import Quantity
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carerslib.basis import Basis

__all__ = ["VOUCHERS", "Voucher", "check_voucher"]


@final
@attrs.frozen
class Voucher:
    """A voucher for a short break, as it is made out: in money, in time, or wrongly in both."""

    reference: str
    money: Money | None = attrs.field(default=None, kw_only=True)
    time: Quantity | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            is_a("money", self.money, Money, missing=True),
            is_a("time", self.time, Quantity, missing=True),
        )


def _money_or_time(voucher: Voucher, _basis: Basis) -> Iterable[Part]:
    """Refuse a voucher whose value is in money and in time."""
    made_out = tuple(str(value) for value in (voucher.money, voucher.time) if value is not None)
    result = (Result.UNDETERMINED, Result.MET, Result.NOT_MET)[len(made_out)]
    lacks = Missing("money", "what it is made out for, or time")
    yield Finding(
        _MONEY_OR_TIME.id,
        _MONEY_OR_TIME.title,
        result,
        Aspect.AMOUNT,
        voucher.reference,
        REGULATION_3,
        made_out,
        "only",
        "money or time",
        () if made_out else (lacks,),
    )


_MONEY_OR_TIME: Final[Rule[Voucher]] = Rule(
    "voucher.money_or_time",
    "A voucher is made out in money or in time",
    REGULATION_3,
    IN_FORCE,
    _money_or_time,
)

VOUCHERS: Final[RuleSet[Voucher]] = RuleSet(
    "carerslib.services.vouchers", "2026-11", (_MONEY_OR_TIME,)
)
"""What the regulations asked of a voucher, while they bound councils in England."""


def check_voucher(voucher: Voucher, *, on: date) -> Verdict:
    """Say whether a voucher was made out as the regulations had it on a day.

    Raises :class:`.NotInForceError` for a day before 29 May 2003 or after 31 March 2015. A scheme
    of today is not under those regulations, and its terms are the council's own.
    """
    require(is_a("voucher", voucher, Voucher), check_day("on", on))
    VOUCHERS.get(_MONEY_OR_TIME.id, on)
    return VOUCHERS.judge(
        voucher, day=on, title="A short-break voucher", reference=voucher.reference
    )
