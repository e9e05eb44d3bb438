"""A portfolio: a strategy with everything that hangs on it, as one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.awards import Resolution, Used
from carerslib.carers.populations import Estimate, Proportion, Registers, Statement
from carerslib.commissioning._given import each, repeated, several, text
from carerslib.commissioning.actions import ActionPlan
from carerslib.commissioning.arrangements import Arrangement
from carerslib.commissioning.figures import SetBeside
from carerslib.commissioning.intentions import CommissioningIntention, OutcomeMeasure
from carerslib.commissioning.minutes import Minutes
from carerslib.commissioning.model import Strategy
from carerslib.commissioning.monitoring import (
    BreakReturn,
    FailingClaim,
    Indicator,
    IndicatorValue,
    Movement,
    TakeUpReport,
)
from carerslib.commissioning.sums import Account, NationalSum
from carerslib.commissioning.timetable import Timetable
from carerslib.errors import InvalidValueError, require
from carerslib.services import BenefitView, Service

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Portfolio"]


def _intentions(
    given: CommissioningIntention | Iterable[CommissioningIntention],
) -> tuple[CommissioningIntention, ...]:
    return several(given)


def _measures(given: OutcomeMeasure | Iterable[OutcomeMeasure]) -> tuple[OutcomeMeasure, ...]:
    return several(given)


def _timetables(given: Timetable | Iterable[Timetable]) -> tuple[Timetable, ...]:
    return several(given)


def _accounts(given: Account | Iterable[Account]) -> tuple[Account, ...]:
    return several(given)


def _sums(given: NationalSum | Iterable[NationalSum]) -> tuple[NationalSum, ...]:
    return several(given)


def _resolutions(given: Resolution | Iterable[Resolution]) -> tuple[Resolution, ...]:
    return several(given)


def _arrangements(given: Arrangement | Iterable[Arrangement]) -> tuple[Arrangement, ...]:
    return several(given)


def _minutes(given: Minutes | Iterable[Minutes]) -> tuple[Minutes, ...]:
    return several(given)


def _plans(given: ActionPlan | Iterable[ActionPlan]) -> tuple[ActionPlan, ...]:
    return several(given)


def _statements(given: Statement | Iterable[Statement]) -> tuple[Statement, ...]:
    return several(given)


def _beside(given: SetBeside | Iterable[SetBeside]) -> tuple[SetBeside, ...]:
    return several(given)


def _services(given: Service | Iterable[Service]) -> tuple[Service, ...]:
    return several(given)


def _views(given: BenefitView | Iterable[BenefitView]) -> tuple[BenefitView, ...]:
    return several(given)


def _returns(given: BreakReturn | Iterable[BreakReturn]) -> tuple[BreakReturn, ...]:
    return several(given)


def _movements(given: Movement | Iterable[Movement]) -> tuple[Movement, ...]:
    return several(given)


def _take_up(given: TakeUpReport | Iterable[TakeUpReport]) -> tuple[TakeUpReport, ...]:
    return several(given)


def _claims(given: FailingClaim | Iterable[FailingClaim]) -> tuple[FailingClaim, ...]:
    return several(given)


def _indicators(given: Indicator | Iterable[Indicator]) -> tuple[Indicator, ...]:
    return several(given)


def _values(given: IndicatorValue | Iterable[IndicatorValue]) -> tuple[IndicatorValue, ...]:
    return several(given)


def _used(
    given: Mapping[str, Used] | tuple[tuple[str, Used], ...],
) -> tuple[tuple[str, Used], ...]:
    return tuple(sorted(dict(given).items(), key=lambda pair: pair[0]))


_HELD: Final[dict[str, type | tuple[type, ...]]] = {
    "intentions": CommissioningIntention,
    "measures": OutcomeMeasure,
    "timetables": Timetable,
    "accounts": Account,
    "sums": NationalSum,
    "resolutions": Resolution,
    "arrangements": Arrangement,
    "minutes": Minutes,
    "plans": ActionPlan,
    "statements": (Estimate, Proportion),
    "beside": SetBeside,
    "services": Service,
    "views": BenefitView,
    "returns": BreakReturn,
    "movements": Movement,
    "take_up": TakeUpReport,
    "claims": FailingClaim,
    "indicators": Indicator,
    "values": IndicatorValue,
}
"""What each field holds."""

_WITHIN: Final = (
    ("resolutions", "authorities"),
    ("plans", "actions"),
    ("minutes", "points"),
    ("minutes", "undertakings"),
    ("minutes", "resolved"),
)
"""What is named by its reference alone, whichever record of a field it stands in."""


@final
@attrs.frozen(kw_only=True)
class Portfolio:
    """A strategy with its intentions, money, resolutions, contracts and what is known of results.

    ``statements`` are figures about carers, and ``beside`` says which of them somebody has set
    beside each other; ``registers`` are the lists of known carers, to be held against the figure
    that ``estimate`` names. ``services`` and ``views`` are the services that the record names, and
    how somebody sees them. ``used`` is what was done before under a resolution, by its reference,
    for contracts that are not in the portfolio; it is refused for a resolution that is not held, as
    nothing would count it. References are each used once among things of one kind: those of
    authorities among all of the resolutions, of actions among all plans, of points and undertakings
    among all minutes.
    """

    strategy: Strategy
    intentions: tuple[CommissioningIntention, ...] = attrs.field(default=(), converter=_intentions)
    measures: tuple[OutcomeMeasure, ...] = attrs.field(default=(), converter=_measures)
    timetables: tuple[Timetable, ...] = attrs.field(default=(), converter=_timetables)
    accounts: tuple[Account, ...] = attrs.field(default=(), converter=_accounts)
    sums: tuple[NationalSum, ...] = attrs.field(default=(), converter=_sums)
    resolutions: tuple[Resolution, ...] = attrs.field(default=(), converter=_resolutions)
    arrangements: tuple[Arrangement, ...] = attrs.field(default=(), converter=_arrangements)
    used: tuple[tuple[str, Used], ...] = attrs.field(default=(), converter=_used)
    minutes: tuple[Minutes, ...] = attrs.field(default=(), converter=_minutes)
    plans: tuple[ActionPlan, ...] = attrs.field(default=(), converter=_plans)
    statements: tuple[Statement, ...] = attrs.field(default=(), converter=_statements)
    beside: tuple[SetBeside, ...] = attrs.field(default=(), converter=_beside)
    services: tuple[Service, ...] = attrs.field(default=(), converter=_services)
    views: tuple[BenefitView, ...] = attrs.field(default=(), converter=_views)
    returns: tuple[BreakReturn, ...] = attrs.field(default=(), converter=_returns)
    movements: tuple[Movement, ...] = attrs.field(default=(), converter=_movements)
    take_up: tuple[TakeUpReport, ...] = attrs.field(default=(), converter=_take_up)
    claims: tuple[FailingClaim, ...] = attrs.field(default=(), converter=_claims)
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=_indicators)
    values: tuple[IndicatorValue, ...] = attrs.field(default=(), converter=_values)
    registers: Registers | None = None
    estimate: str = ""

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.strategy, Strategy)
        lists = self.registers is None or isinstance(self.registers, Registers)
        require(
            None if known else InvalidValueError("strategy", self.strategy, "a Strategy"),
            *(each(name, getattr(self, name), kind) for name, kind in _HELD.items()),
            None if lists else InvalidValueError("registers", self.registers, "Registers, or None"),
            text("estimate", self.estimate),
        )
        require(
            *(repeated(name, [one.reference for one in getattr(self, name)]) for name in _HELD),
            *(repeated(within, self._within(name, within)) for name, within in _WITHIN),
            self._used_nowhere(),
        )

    def _within(self, name: str, within: str) -> list[str]:
        """Give the references of what several records of one kind hold between them."""
        return [one.reference for each in getattr(self, name) for one in getattr(each, within)]

    def _used_nowhere(self) -> InvalidValueError | None:
        """Refuse what was used under a resolution that is not held: it would go uncounted."""
        held = {one.reference for one in self.resolutions}
        nowhere = [reference for reference, _ in self.used if reference not in held]
        if not nowhere:
            return None
        return InvalidValueError("used", ", ".join(nowhere), "resolutions that the record holds")
