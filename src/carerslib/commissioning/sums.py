"""The money of a strategy: funds as they stand, and sums announced for the whole country."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import cited, each, key, names, not_negative, several, text
from carerslib.errors import InvalidValueError, require
from carerslib.funds import Entry, Fund, Position
from carerslib.money import Money
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Account", "NationalSum"]


def _years(
    given: FinancialYear | str | Iterable[FinancialYear | str],
) -> tuple[FinancialYear, ...]:
    many = (given,) if isinstance(given, FinancialYear | str) else given
    read = [one if isinstance(one, FinancialYear) else FinancialYear.parse(one) for one in many]
    return tuple(sorted(read))


@final
@attrs.frozen(kw_only=True)
class NationalSum:
    """Money that was announced or allocated for the whole country, or for all bodies of a kind.

    It is no receipt of any one body. ``own_share`` is what came to this body, where that is
    published, and ``fund`` the fund that it came to, by reference. ``part_of`` names the framework
    or announcement that it belongs to.
    """

    reference: str
    amount: Money
    by: str
    to: str
    source: Citation
    years: tuple[FinancialYear, ...] = attrs.field(default=(), converter=_years)
    purposes: tuple[str, ...] = attrs.field(default=(), converter=names)
    part_of: str = ""
    own_share: Money | None = None
    fund: str = ""

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            not_negative("amount", self.amount),
            key("by", self.by),
            key("to", self.to),
            cited("source", self.source),
            text("part_of", self.part_of),
            not_negative("own_share", self.own_share, optional=True),
            text("fund", self.fund),
        )


def _entries(given: Entry | Iterable[Entry]) -> tuple[Entry, ...]:
    return several(given)


@final
@attrs.frozen
class Account:
    """A fund, what its entries come to, and entries that are offered to it now.

    ``position`` is None where its entries are not known: then nothing is known to be left.
    """

    fund: Fund
    position: Position | None = None
    entries: tuple[Entry, ...] = attrs.field(default=(), converter=_entries)

    def __attrs_post_init__(self) -> None:
        known = self.position is None or isinstance(self.position, Position)
        fund = isinstance(self.fund, Fund)
        require(
            None if fund else InvalidValueError("fund", self.fund, "a Fund"),
            None if known else InvalidValueError("position", self.position, "a Position, or None"),
            each("entries", self.entries, Entry),
        )
        if self.position is not None and self.position.fund != self.fund:
            expected = f"the position of {self.fund.reference}"
            raise InvalidValueError(field="position", value=self.position, expected=expected)

    @property
    def reference(self) -> str:
        """The reference of the fund."""
        return self.fund.reference
