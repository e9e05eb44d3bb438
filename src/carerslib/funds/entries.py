"""Entries: what happened to a fund's money, never edited; a mistake is corrected by another."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses import NO_PARTICULARS, Delegation, Extent, Line, Measure, Particulars
from carerslib.errors import InvalidValueError, require
from carerslib.funds.model import Outlay
from carerslib.money import Money
from carerslib.periods import ByYear, DateRange, Day, FinancialYear, check_day
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.verdicts import Remedy

__all__ = ["ORDERS", "SPENDING", "Entry", "EntryKind", "Paid", "Times"]


class EntryKind(enum.StrEnum):
    """What an entry does to the money."""

    ALLOCATION = "allocation"
    """An amount is determined for the fund and a year, before any cash."""
    RECEIPT = "receipt"
    """Cash comes in."""
    COMMITMENT = "commitment"
    """An order or a contract binds an amount: its reference is the order's."""
    EXPENDITURE = "expenditure"
    """Something was received and is paid for, whether or not it was ordered before."""
    ACCRUAL = "accrual"
    """Something was received; the invoice is still to come."""
    RELEASE = "release"
    """What is left of an order is no longer needed."""
    VIREMENT = "virement"
    """Money moves from one head to another, or out of the fund."""
    CARRY_FORWARD = "carry-forward"
    """Money of one year goes into the next."""
    RETURN = "return"
    """Money goes back to whoever gave it."""
    CORRECTION = "correction"
    """An earlier entry was too high by so much, or a credit note takes so much off."""


SPENDING: Final = frozenset({EntryKind.COMMITMENT, EntryKind.EXPENDITURE, EntryKind.ACCRUAL})
"""The kinds that use a fund's money for something, which the stipulations judge."""

ORDERS: Final = frozenset({EntryKind.COMMITMENT, EntryKind.RELEASE})
"""The kinds that bind money and free it, by which nothing is received or paid."""

_DATED: Final = "the day that it counts for, or the days of one financial year"
_APRIL: Final = 4
_NAME_WHAT_IS_VOID: Final = (EntryKind.COMMITMENT, EntryKind.ACCRUAL, EntryKind.RELEASE)
_NO_TAGS: Final[tuple[tuple[str, str], ...]] = ()
_KIND: Final = EntryKind
_COMMITMENT: Final = EntryKind.COMMITMENT
_EXPENDITURE: Final = EntryKind.EXPENDITURE
_ACCRUAL: Final = EntryKind.ACCRUAL


def _pairs(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(dict(given).items())) if given else _NO_TAGS


@final
@attrs.frozen
class Entry:
    """One entry of a fund, under the caller's own reference.

    ``counts_for`` is the day on which goods or services are received (for an order, the day it is
    placed; for money coming in, any day of its year), or the days of one financial year over which
    they are; an invoice's date is of no account. ``recorded_on`` is the day on which it was
    entered. ``order`` names the commitment that spending or a release resolves, ``settles`` the
    accrual that a payment settles, ``document`` the invoice line that it pays; of an order or an
    accrual, the one that is to be paid. ``by_year`` gives a commitment or an allocation that lies
    in several years, and adds up to ``amount``. A virement goes from ``head`` to ``to_head``, or
    ``out_to`` something outside the fund. A correction takes ``amount`` off what entries of the
    kind ``corrects`` have put there: of an order or an accrual, it names that, and of an accrual on
    an order both; of what paid a document, it may name the document too. With ``voids``, what a
    correction or a release is about is void: it no longer counts as one of a number, and its
    document may be paid again under another reference. It names the document, order or accrual, and
    takes off all of it; an accrual that named its invoice is void with both named, or the invoice
    stays accrued. ``by`` is who approved. What is None is not stated and is not assumed.
    """

    reference: str
    kind: EntryKind
    amount: Money
    counts_for: Day
    recorded_on: date
    head: str | None = None
    purpose: str | None = None
    source: str | None = None
    outlay: Outlay | None = None
    recipient: str | None = None
    order: str | None = None
    settles: str | None = None
    document: str | None = None
    by_year: ByYear[Money] | None = None
    to_head: str | None = None
    out_to: str | None = None
    corrects: EntryKind | None = None
    by: str | None = None
    voids: bool = False
    other_tags: tuple[tuple[str, str], ...] = attrs.field(default=_NO_TAGS, converter=_pairs)
    in_year: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        day = self.counts_for
        if (
            self.reference.__class__ is str
            and self.reference
            and self.kind.__class__ is _KIND
            and self.amount.__class__ is Money
            and self.amount.in_pence >= 0
            and day.__class__ is date
            and self.recorded_on.__class__ is date
            and self.by_year is None
            and self.to_head is None
            and self.out_to is None
            and self.corrects is None
            and not self.voids
            and (
                (self.settles is None and (self.kind is _COMMITMENT or self.kind is _ACCRUAL))
                or (self.kind is _EXPENDITURE and (self.order is None or self.settles is None))
            )
        ):
            year = day.year if day.month >= _APRIL else day.year - 1
        else:
            require(*self._problems())
            year = FinancialYear.of(self.day).starts_in
        object.__setattr__(self, "in_year", year)

    def _problems(self) -> list[InvalidValueError | None]:
        amount = self.amount
        positive = isinstance(amount, Money) and amount.in_pence >= 0
        key = isinstance(self.reference, str) and self.reference
        return [
            None if key else InvalidValueError("reference", self.reference, "the caller's own key"),
            None
            if isinstance(self.kind, EntryKind)
            else InvalidValueError("kind", self.kind, "an EntryKind"),
            None if positive else InvalidValueError("amount", amount, "Money of £0.00 or more"),
            self._day_problem(),
            check_day("recorded_on", self.recorded_on),
            self._years_problem(),
            self._virement_problem(),
            self._correction_problem(),
            self._order_problem(),
            self._void_problem(),
        ]

    def _day_problem(self) -> InvalidValueError | None:
        day = self.counts_for
        if not isinstance(day, DateRange):
            return check_day("counts_for", day)
        if not day.is_open and FinancialYear.of(day.first) == FinancialYear.of(day.last):
            return None
        return InvalidValueError("counts_for", str(day), _DATED)

    def _years_problem(self) -> InvalidValueError | None:
        if self.by_year is None:
            return None
        kind = self.corrects if self.kind is EntryKind.CORRECTION else self.kind
        if kind not in (EntryKind.COMMITMENT, EntryKind.ALLOCATION):
            return InvalidValueError("by_year", self.by_year, f"no amounts by year for a {kind}")
        if min(self.by_year.values()).in_pence < 0:
            return InvalidValueError("by_year", self.by_year, "amounts of £0.00 or more")
        if self.by_year.total != self.amount:
            return InvalidValueError("by_year", self.by_year, f"amounts that make {self.amount}")
        return None

    def _virement_problem(self) -> InvalidValueError | None:
        ends = (self.to_head is not None) + (self.out_to is not None)
        if EntryKind.VIREMENT in (self.kind, self.corrects):
            if ends == 1:
                return None
            return InvalidValueError("to_head", self.to_head, "one of to_head and out_to")
        if ends:
            return InvalidValueError("to_head", self.to_head, "none, unless it is a virement")
        return None

    def _correction_problem(self) -> InvalidValueError | None:
        corrects = self.corrects
        if self.kind is not EntryKind.CORRECTION:
            if corrects is None:
                return None
            return InvalidValueError("corrects", corrects, "none, unless it is a correction")
        if isinstance(corrects, EntryKind) and corrects is not EntryKind.CORRECTION:
            return None
        return InvalidValueError("corrects", corrects, "the kind of entry that it corrects")

    def _order_problem(self) -> InvalidValueError | None:
        """Find a release of no order, a correction of no order, and what has none."""
        moves, corrects = self.moves, self.corrects is not None
        kinds = (EntryKind.COMMITMENT, EntryKind.EXPENDITURE, EntryKind.ACCRUAL, EntryKind.RELEASE)
        named = moves is EntryKind.RELEASE or (corrects and moves is EntryKind.COMMITMENT)
        if named and not self.order:
            return InvalidValueError("order", self.order, "the order that it is about")
        if self.order and moves not in kinds:
            return InvalidValueError("order", self.order, f"no order for a {moves}")
        pays = moves is EntryKind.EXPENDITURE or (corrects and moves is EntryKind.ACCRUAL)
        if corrects and moves is EntryKind.ACCRUAL and not self.settles:
            return InvalidValueError("settles", self.settles, "the accrual that it is about")
        both = self.order and self.settles and moves is EntryKind.EXPENDITURE
        if self.settles and (both or not pays):
            return InvalidValueError("settles", self.settles, "an accrual that a payment settles")
        return None

    def _void_problem(self) -> InvalidValueError | None:
        """Find what is void and is neither a document nor an order nor an accrual."""
        if not self.voids:
            return None
        if self.corrects is None and self.kind is not EntryKind.RELEASE:
            return InvalidValueError(
                "voids", self.voids, "False, unless it is a correction or a release"
            )
        named = self.document is not None or self.moves in _NAME_WHAT_IS_VOID
        expected = "the document that is void"
        return None if named else InvalidValueError("document", self.document, expected)

    @property
    def day(self) -> date:
        """The last day that it counts for."""
        day = self.counts_for
        return day.last if isinstance(day, DateRange) else day

    @property
    def year(self) -> FinancialYear:
        """The financial year that it counts for."""
        return FinancialYear(self.in_year)

    @property
    def moves(self) -> EntryKind:
        """The kind of entry that it is, or that it corrects."""
        return self.kind if self.corrects is None else self.corrects

    # what a clause may ask

    @property
    def power(self) -> str:
        """What is done, as a clause asks it."""
        return "spend" if self.moves in SPENDING else str(self.moves)

    @property
    def on(self) -> Day:
        """The day that it counts for."""
        return self.counts_for

    @property
    def chain(self) -> tuple[Delegation, ...]:
        """No delegations are recorded on an entry."""
        return ()

    @property
    def tags(self) -> Mapping[str, frozenset[str]]:
        """What it is for, by dimension; nothing where it is not stated."""
        named = (
            ("head", self.head),
            ("purpose", self.purpose),
            ("source", self.source),
            ("outlay", self.outlay),
            ("recipient", self.recipient),
            *self.other_tags,
        )
        return {name: frozenset((value,)) for name, value in named if value is not None}

    @property
    def number(self) -> int:
        """Each entry stands for one."""
        return 1

    @property
    def particulars(self) -> Particulars:
        """The order or accrual that it is about, as its contract; nothing else is recorded."""
        contract = self.order or self.settles
        return NO_PARTICULARS if contract is None else Particulars(contract=contract)

    @property
    def firm(self) -> Extent:
        """Its days and its amounts by year."""
        days = self.counts_for
        first, last = (days.first, days.last) if isinstance(days, DateRange) else (days, days)
        if self.by_year is None:
            return Extent(first, last, None, (self._line(str(self.year), self.amount, "amount"),))
        ends = self.by_year.years[-1]
        return Extent(
            first,
            # it lasts into the last of its years, nobody knows how far
            ends.range if ends.starts_in > self.in_year else last,
            None,
            tuple(
                self._line(str(year), amount, f"by_year[{year}]")
                for year, amount in self.by_year.items()
            ),
        )

    def _line(self, year: str, amount: Money, what: str) -> Line:
        return Line(Price.as_stated(amount), (("year", year),), what)

    def extent(self, basis: Basis) -> Extent:
        """Give its days and amounts: an entry has no options to count or leave out."""
        del basis
        return self.firm

    def amended(self, remedy: Remedy) -> Entry:
        """Give the entry as a remedy asks, under the same reference.

        Raises :class:`~carerslib.errors.InvalidValueError` for what is not its amount or its day.
        """
        nearest = remedy.nearest
        if (
            remedy.field in ("amount", "value")
            and isinstance(nearest, Money)
            and self.by_year is None
        ):
            return attrs.evolve(self, amount=nearest)
        if remedy.field in ("first_day", "last_day") and isinstance(nearest, date):
            return attrs.evolve(self, counts_for=nearest)
        expected = "the amount, where it lies in one year, or a day"
        raise InvalidValueError(field="remedy", value=remedy.field, expected=expected)


@final
class Paid(NamedTuple):
    """What stands on a document: the pence, and how many entries paid it that are not void.

    ``accrued`` is how many accruals name it that are not void: what was received is on the books,
    and what pays the document settles one of them. An order that names it posts no cost.
    """

    pence: int
    times: int
    accrued: int = 0

    def before(self, entry: Entry) -> str:
        """Say how the cost that an entry would post is posted already; "" where it is not.

        What pays an accrual posts no cost again.
        """
        if entry.corrects is not None or entry.kind in ORDERS:
            return ""
        if self.times > 0:
            return "paid"
        return "accrued" if self.accrued > 0 and entry.settles is None else ""

    def after(self, entry: Entry) -> Paid:
        """Give it with an entry that names the document, or with what corrects one."""
        pence, times, accrued = self
        if entry.moves in ORDERS:
            return self
        adds = -entry.voids if entry.corrects is not None else 1
        if entry.moves is EntryKind.ACCRUAL:
            return Paid(pence, times, accrued + adds)
        sign = 1 if entry.corrects is None else -1
        return Paid(pence + sign * entry.amount.in_pence, times + adds, accrued)


@final
class Times(NamedTuple):
    """How an order counts by number in one group, by sums of its entries there.

    However often it is added to, and however much of it is delivered or released, it counts by the
    most that any of its commitments says; but not where some of it is void and nothing else is
    left. ``left`` holds the pence that were ordered and not released, corrected or void, delivered
    or not; ``void`` those that are void. All three are the same in whatever order entries come.
    """

    number: Measure = 0
    left: int = 0
    void: int = 0

    @property
    def counts(self) -> Measure:
        """The number that it counts as."""
        return self.number if self.left > 0 or self.void <= 0 else 0
