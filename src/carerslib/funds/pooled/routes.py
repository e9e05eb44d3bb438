"""The legal route of money between the NHS and councils, and money that has to go into a pool."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.funds._coverage import judge_on
from carerslib.funds._given import key, one_of, yes_or_no
from carerslib.law import nhs_act_2006, nhs_payment_directions_2013
from carerslib.periods import DateRange, check_day
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carerslib.basis import Basis

__all__ = [
    "ROUTES",
    "ROUTE_RULES",
    "TOWARDS_256",
    "BodyKind",
    "Route",
    "Towards",
    "Transfer",
    "check_transfer",
]


class BodyKind(StrEnum):
    """What kind of body pays or is paid."""

    NHS = "NHS body"
    COUNCIL = "council"
    OTHER = "another body"


class Route(StrEnum):
    """The power that a transfer is recorded under."""

    SECTION_75 = "s.75 NHS Act 2006"
    SECTION_76 = "s.76 NHS Act 2006"
    SECTION_256 = "s.256 NHS Act 2006"
    SECTION_65Z5 = "ss.65Z5 and 65Z6 NHS Act 2006"
    NONE = "none"
    """The record says that there is none, or holds nothing where a route would stand."""


class Towards(StrEnum):
    """What the one who is paid spends the money on."""

    SOCIAL_SERVICES = "social services functions"
    EDUCATION_OF_DISABLED_PERSONS = "education functions for disabled persons"
    HOUSING = "housing"
    MEALS_AND_RECREATION = "meals and recreation for old people"
    SOMETHING_ELSE = "something else"


ROUTES: Final[Mapping[Route, Citation]] = {
    Route.SECTION_75: nhs_act_2006.SECTION_75,
    Route.SECTION_76: nhs_act_2006.SECTION_76,
    Route.SECTION_256: nhs_act_2006.SECTION_256,
    Route.SECTION_65Z5: nhs_act_2006.SECTION_65Z5,
}
"""The provision behind each route."""

TOWARDS_256: Final = (
    Towards.SOCIAL_SERVICES,
    Towards.EDUCATION_OF_DISABLED_PERSONS,
    Towards.HOUSING,
    Towards.MEALS_AND_RECREATION,
)
"""What a payment under s.256(1) may go towards."""

_ALL_DAYS: Final = DateRange(
    nhs_act_2006.NAMES_BOTH_ROUTES.first, nhs_act_2006.WITH_JOINT_WORKING.last
)
_BETWEEN: Final[Mapping[tuple[BodyKind, BodyKind], tuple[Route, ...]]] = {
    (BodyKind.NHS, BodyKind.COUNCIL): (Route.SECTION_75, Route.SECTION_256),
    (BodyKind.COUNCIL, BodyKind.NHS): (Route.SECTION_75, Route.SECTION_76),
}


@final
@attrs.frozen
class Transfer:
    """Money that one body pays to another, as it is posted.

    ``on`` is the day of payment. ``route`` is the power that the record names; None where the
    record was not looked at. ``must_be_pooled`` is the source of a duty to put this money into a
    pool, None for money without one; ``into_pool`` says whether it went there. ``towards`` and
    ``more_effective_use`` matter for s.256: what it goes towards, and whether the payer was
    satisfied that it is likely to be a more effective use than spending as much on the NHS.
    """

    reference: str
    payer: str
    payer_is: BodyKind
    payee: str
    payee_is: BodyKind
    on: date
    route: Route | None = None
    into_pool: bool | None = None
    must_be_pooled: Citation | None = None
    towards: Towards | None = None
    more_effective_use: bool | None = None

    def __attrs_post_init__(self) -> None:
        source = self.must_be_pooled
        cited = source is None or isinstance(source, Citation)
        expected = "the Citation of a duty to pool the money, or None"
        require(
            key("reference", self.reference),
            key("payer", self.payer),
            one_of("payer_is", self.payer_is, BodyKind),
            key("payee", self.payee),
            one_of("payee_is", self.payee_is, BodyKind),
            check_day("on", self.on),
            one_of("route", self.route, Route, optional=True),
            yes_or_no("into_pool", self.into_pool),
            None if cited else InvalidValueError("must_be_pooled", source, expected),
            one_of("towards", self.towards, Towards, optional=True),
            yes_or_no("more_effective_use", self.more_effective_use),
        )


def _route_finding(transfer: Transfer, added: tuple[Route, ...]) -> Iterator[Finding]:
    lawful = _BETWEEN.get((transfer.payer_is, transfer.payee_is))
    if lawful is None:
        return
    lawful += added
    route = transfer.route
    result = Result.UNDETERMINED
    if route is not None:
        result = Result.MET if route in lawful else Result.NOT_MET
    default = lawful[1]
    yield Finding(
        "funds.legal-route",
        "Legal route",
        result,
        Aspect.POWER,
        transfer.reference,
        ROUTES[route if route in lawful and route is not None else default],
        None if route is None else str(route),
        "one of",
        tuple(str(each) for each in lawful),
        (Missing("transfer.route", "the power that it is paid under"),) if route is None else (),
    )


@rule(
    id="funds.legal-route",
    title="Legal route",
    citation=nhs_act_2006.SECTION_256,
    in_force=nhs_act_2006.NAMES_BOTH_ROUTES,
)
def _legal_route(transfer: Transfer, basis: Basis) -> Iterator[Finding]:
    del basis
    yield from _route_finding(transfer, ())


@rule(
    id="funds.legal-route",
    title="Legal route",
    citation=nhs_act_2006.SECTION_65Z5,
    in_force=nhs_act_2006.WITH_JOINT_WORKING,
)
def _legal_route_2022(transfer: Transfer, basis: Basis) -> Iterator[Finding]:
    del basis
    yield from _route_finding(transfer, (Route.SECTION_65Z5,))


@rule(
    id="funds.into-pool",
    title="Money that must be pooled",
    citation=nhs_act_2006.SECTION_223GA,
    in_force=_ALL_DAYS,
)
def _into_pool(transfer: Transfer, basis: Basis) -> Iterator[Finding]:
    del basis
    source, pooled = transfer.must_be_pooled, transfer.into_pool
    if source is None:
        return
    yield Finding(
        "funds.into-pool",
        "Money that must be pooled",
        {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[pooled],
        Aspect.SCOPE,
        transfer.reference,
        source,
        {True: "a pooled fund", False: transfer.payee, None: None}[pooled],
        "only",
        "a pooled fund",
        (Missing("transfer.into_pool", "whether it went into a pool"),) if pooled is None else (),
    )


@rule(
    id="funds.s256.towards",
    title="What a payment under s.256 goes towards",
    citation=nhs_act_2006.SECTION_256,
    in_force=_ALL_DAYS,
)
def _towards(transfer: Transfer, basis: Basis) -> Iterator[Finding]:
    del basis
    if transfer.route is not Route.SECTION_256:
        return
    towards = transfer.towards
    result = Result.UNDETERMINED
    if towards is not None:
        result = Result.MET if towards in TOWARDS_256 else Result.NOT_MET
    yield Finding(
        "funds.s256.towards",
        "What a payment under s.256 goes towards",
        result,
        Aspect.SCOPE,
        transfer.reference,
        nhs_act_2006.SECTION_256.at("s.256(1)"),
        None if towards is None else str(towards),
        "one of",
        tuple(str(each) for each in TOWARDS_256),
        (Missing("transfer.towards", "what it goes towards"),) if towards is None else (),
        asked=towards is not None,
    )


@rule(
    id="funds.s256.more-effective-use",
    title="More effective use of the money",
    citation=nhs_payment_directions_2013.MORE_EFFECTIVE_USE,
    in_force=nhs_payment_directions_2013.IN_FORCE,
)
def _more_effective_use(transfer: Transfer, basis: Basis) -> Iterator[Finding]:
    del basis
    if transfer.route is not Route.SECTION_256:
        return
    satisfied = transfer.more_effective_use
    expected = "whether the payer was satisfied of a more effective use"
    yield Finding(
        "funds.s256.more-effective-use",
        "More effective use of the money",
        {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[satisfied],
        Aspect.PRECONDITION,
        transfer.reference,
        nhs_payment_directions_2013.MORE_EFFECTIVE_USE,
        {True: "satisfied", False: "not satisfied", None: None}[satisfied],
        "only",
        "satisfied",
        (Missing("transfer.more_effective_use", expected),) if satisfied is None else (),
        asked=satisfied is not None,
    )


ROUTE_RULES: Final[RuleSet[Transfer]] = RuleSet(
    "carerslib.funds.pooled.routes",
    "2026-11",
    (_legal_route, _legal_route_2022, _into_pool, _towards, _more_effective_use),
)
"""What is asked of money that moves between the NHS and councils, or has to be pooled."""


def check_transfer(transfer: Transfer, *, basis: Basis | None = None) -> Verdict:
    """Say whether a transfer has a lawful route, and went where it had to go.

    Not applicable between bodies that are not an NHS body and a council, unless the money has to be
    pooled. Raises :class:`~carerslib.errors.NotInForceError` for a day before 1 April 2012 or after
    the last that was looked at.
    """
    return judge_on(
        ROUTE_RULES,
        transfer,
        day=transfer.on,
        title=f"Transfer {transfer.reference}",
        reference=transfer.reference,
        basis=basis,
    )
