"""Carers by what councils' data say they were given: one category for each, the best one counting.

National statistics put a carer whose break was a service to the person cared for under "no direct
support". How many were relieved in that way is a local figure, to be shown beside the national one.
"""

from __future__ import annotations

import enum
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.commissioning.monitoring._numbers import per_cent
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.periods import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

__all__ = [
    "AgeBand",
    "CarerEvent",
    "Category",
    "DirectSupport",
    "EventKind",
    "Mechanism",
    "age_band",
    "categorise",
    "category_of",
    "count_categories",
    "direct_support",
    "relieved_through_cared_for",
]


class AgeBand(enum.StrEnum):
    """The ages that the national collection counts carers by; the framework joins some of them."""

    UNDER_18 = "under 18"
    FROM_18 = "18 to 25"
    FROM_26 = "26 to 64"
    FROM_65 = "65 to 84"
    FROM_85 = "85 and over"
    UNKNOWN = "unknown"


_FIRST_AGES: Final = (
    (85, AgeBand.FROM_85),
    (65, AgeBand.FROM_65),
    (26, AgeBand.FROM_26),
    (18, AgeBand.FROM_18),
    (0, AgeBand.UNDER_18),
)


def age_band(age: int | None) -> AgeBand:
    """Give the band of an age in whole years; unknown where no age is recorded."""
    if age is None:
        return AgeBand.UNKNOWN
    if type(age) is not int or age < 0:
        expected = "an age in whole years, or None"
        raise InvalidValueError(field="age", value=WITHHELD, expected=expected)
    return next(band for first, band in _FIRST_AGES if age >= first)


class EventKind(enum.StrEnum):
    """What a row of the data says happened."""

    SUPPORT_DIRECT = "support direct to the carer"
    SUPPORT_INVOLVING = "support involving the person cared for"
    REQUEST_INFORMATION = "request ending in information and advice only"
    REQUEST_OTHER = "request ending otherwise"
    ASSESSMENT_INFORMATION = "assessment or review ending in information and advice only"
    ASSESSMENT_OTHER = "assessment or review ending otherwise"


class Mechanism(enum.StrEnum):
    """How support direct to a carer is delivered."""

    DIRECT_PAYMENT = "direct payment"
    MANAGED_BUDGET = "personal budget managed by the council"
    COMMISSIONED = "support commissioned by the council"


class Category(enum.Enum):
    """The six categories, best first: a carer counts once, in the best that any event gives."""

    DIRECT_PAYMENT = 1, "Direct Payment only"
    MANAGED_BUDGET = 2, "CASSR Managed Personal Budget"
    COMMISSIONED = 3, "CASSR Commissioned Support only"
    UNKNOWN_MECHANISM = 4, "Support Direct to Carer: Unknown Delivery Mech"
    INFORMATION = 5, "Information, Advice and Other Universal Services / Signposting"
    NO_DIRECT_SUPPORT = 6, "No Direct Support Provided to Carer"

    def __init__(self, rank: int, title: str) -> None:
        self.rank = rank
        self.title = title

    def __str__(self) -> str:
        return self.title


_DIRECT: Final[Mapping[Mechanism | None, Category]] = {
    Mechanism.DIRECT_PAYMENT: Category.DIRECT_PAYMENT,
    Mechanism.MANAGED_BUDGET: Category.MANAGED_BUDGET,
    Mechanism.COMMISSIONED: Category.COMMISSIONED,
    None: Category.UNKNOWN_MECHANISM,
}
_OTHER: Final[Mapping[EventKind, Category]] = {
    EventKind.SUPPORT_INVOLVING: Category.NO_DIRECT_SUPPORT,
    EventKind.REQUEST_INFORMATION: Category.INFORMATION,
    EventKind.ASSESSMENT_INFORMATION: Category.INFORMATION,
    EventKind.ASSESSMENT_OTHER: Category.NO_DIRECT_SUPPORT,
}


@final
@attrs.frozen
class CarerEvent:
    """One row about one carer, by the caller's key, on its days.

    ``mechanism`` is None where it is missing or invalid. Whether the row may be counted at all
    (the latest submission, one person beyond doubt, alive at the start) is for whoever gives it.
    """

    carer: str
    kind: EventKind = attrs.field(repr=False)
    days: DateRange = attrs.field(repr=False)
    mechanism: Mechanism | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.carer, str) and self.carer.strip()
        mechanism = self.mechanism is None or isinstance(self.mechanism, Mechanism)
        require(
            None if known else InvalidValueError("carer", WITHHELD, "the caller's own key"),
            _kind("kind", self.kind, EventKind),
            _kind("days", self.days, DateRange),
            None if mechanism else InvalidValueError("mechanism", WITHHELD, "a Mechanism or None"),
        )


def _kind(field: str, value: object, kind: type) -> InvalidValueError | None:
    if isinstance(value, kind):
        return None
    article = "an" if kind is EventKind else "a"
    return InvalidValueError(field, WITHHELD, f"{article} {kind.__name__}")


def category_of(event: CarerEvent) -> Category | None:
    """Give the category of one event; None where it is not counted, as other requests are not."""
    if event.kind is EventKind.SUPPORT_DIRECT:
        return _DIRECT[event.mechanism]
    return _OTHER.get(event.kind)


def categorise(
    events: Iterable[CarerEvent], *, within: DateRange
) -> tuple[tuple[str, Category], ...]:
    """Put each carer into one category: the best of those of the events that touch the days."""
    best: dict[str, Category] = {}
    for event in events:
        category = category_of(event) if event.days.overlaps(within) else None
        if category is not None:
            held = best.setdefault(event.carer, category)
            best[event.carer] = min(held, category, key=lambda each: each.rank)
    return tuple(sorted(best.items(), key=lambda pair: pair[0]))


def count_categories(events: Iterable[CarerEvent], *, within: DateRange) -> dict[Category, int]:
    """Count the carers of each category, every category named, best first."""
    counted = Counter(category for _, category in categorise(events, within=within))
    return {category: counted[category] for category in Category}


def relieved_through_cared_for(events: Iterable[CarerEvent], *, within: DateRange) -> int:
    """Count the carers relieved by a service to the person cared for, whatever else they had."""
    return len(
        {
            event.carer
            for event in events
            if event.kind is EventKind.SUPPORT_INVOLVING and event.days.overlaps(within)
        }
    )


@final
class DirectSupport(NamedTuple):
    """ASCOF 3D for carers, per cent of those with support direct to them by a known mechanism.

    Both are None where there is nobody to count.
    """

    self_directed: Fraction | None
    direct_payments: Fraction | None
    base: int


def direct_support(counts: Mapping[Category, int]) -> DirectSupport:
    """Work out 3D(1b) and 3D(2b): ranks 1 and 2, and rank 1, of ranks 1 to 3.

    An unknown mechanism, information and no direct support are in neither.
    """
    payments = counts.get(Category.DIRECT_PAYMENT, 0)
    managed = counts.get(Category.MANAGED_BUDGET, 0)
    base = payments + managed + counts.get(Category.COMMISSIONED, 0)
    return DirectSupport(per_cent(payments + managed, base), per_cent(payments, base), base)
