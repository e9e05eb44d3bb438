"""What a named fund is: the same name may stand for money that behaves in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from carerslib.citations import Citation
from carerslib.errors import require
from carerslib.funds._given import key
from carerslib.funds.model import Fund, Outlay
from carerslib.funds.stipulations import FundType, Stipulation
from carerslib.money import Money
from carerslib.parameters import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["NamedFund", "NotRead"]


@final
class NotRead(NamedTuple):
    """Something about a fund for which there is no default, because no source of it was read."""

    what: str
    reason: str


def _stipulations(given: Iterable[Stipulation]) -> tuple[Stipulation, ...]:
    return tuple(given)


def _gaps(given: Iterable[NotRead]) -> tuple[NotRead, ...]:
    return tuple(given)


@final
@attrs.frozen
class NamedFund:
    """A fund that has a name in England: who gives it to whom, and what bound it on which days.

    ``types`` says what kind of money it was on each day that is known. ``amounts`` are national
    amounts, None where none was read by year. ``stipulations`` have their own days. ``pooled`` is
    the source of a duty to put the money into a pool. ``not_read`` names what has no default.
    """

    reference: str
    title: str
    grantor: str
    recipient: str
    types: Parameter[FundType]
    amounts: Parameter[Money] | None = None
    stipulations: tuple[Stipulation, ...] = attrs.field(default=(), converter=_stipulations)
    outlay: Outlay | None = None
    by_year: bool = True
    pooled: Citation | None = None
    not_read: tuple[NotRead, ...] = attrs.field(default=(), converter=_gaps)

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            key("grantor", self.grantor),
            key("recipient", self.recipient),
        )

    def type_on(self, day: date) -> FundType:
        """Give the kind of money that it was on a day.

        Raises :class:`~carerslib.errors.NotInForceError` for a day that is not known.
        """
        return self.types.on(day)

    def stipulations_on(self, day: date) -> tuple[Stipulation, ...]:
        """Give what bound it on a day; raises as :meth:`type_on` does."""
        self.types.dated_on(day)
        return tuple(each for each in self.stipulations if each.stands_on(day))

    def fund(self, reference: str, holder: str, *, on: date, by_year: bool | None = None) -> Fund:
        """Make the fund that one body holds, of the kind that the money was on a day.

        Its stipulations are those of the name, each with its days; a council adds its own with
        ``attrs.evolve``. ``by_year`` may be given where the body's own share was for other days
        than a financial year. Raises as :meth:`type_on` does.
        """
        dated = self.types.dated_on(on)
        return Fund(
            reference,
            holder,
            dated.citation,
            dated.value,
            self.stipulations,
            outlay=self.outlay,
            by_year=self.by_year if by_year is None else by_year,
        )
