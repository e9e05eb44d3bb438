"""What every rule of a review sees: the portfolio, the day, and everything by its reference.

Everything is indexed once and sorted by reference, so that a review costs as much as its record is
long, and does not depend on the order in which a record lists its parts.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar, final

import attrs

from carerslib.awards import RULES as AWARD_RULES
from carerslib.awards import Authority, Proposal, Resolution
from carerslib.commissioning.arrangements import Arrangement
from carerslib.commissioning.intentions import CommissioningIntention, IntentionStatus
from carerslib.commissioning.links import Trace, trace
from carerslib.commissioning.minutes import ResolvedKind
from carerslib.commissioning.portfolio import Portfolio
from carerslib.commissioning.sums import Account
from carerslib.commissioning.timetable import Timetable
from carerslib.errors import InvalidValueError, require
from carerslib.funds import RULES as FUND_RULES
from carerslib.funds.book import Book
from carerslib.funds.offers import Offer
from carerslib.funds.position import Position
from carerslib.periods import check_day
from carerslib.rules import RuleSet

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.clauses import Clause
    from carerslib.verdicts import Verdict

__all__ = ["NOTED_ONLY", "Area", "Reviewed"]

T = TypeVar("T")

NOTED_ONLY: Final = "the minutes say only that it was noted"
"""Why a resolution that an intention or a timetable names did not approve it."""


class Area(enum.StrEnum):
    """The areas of a review, in their order. The id of a rule begins with that of its area."""

    PRIORITIES = "priorities"
    ENGAGEMENT = "engagement"
    INTENTIONS = "intentions"
    MONEY = "money"
    AUTHORITY = "authority"
    TIMETABLE = "timetable"
    MONITORING = "monitoring"
    IDENTIFICATION = "identification"
    TRACEABILITY = "traceability"


_reference = attrgetter("reference")


def _by_reference(given: Iterable[T]) -> dict[str, T]:
    return {_reference(each): each for each in sorted(given, key=_reference)}


@final
@attrs.frozen
class Reviewed:
    """A portfolio as it is reviewed on a day, with everything by its reference, in order.

    ``intentions`` are those that stand, and ``withdrawn`` those that do not any more.
    ``award_rules`` and ``fund_rules`` are those that contracts and offered entries are judged by.
    """

    portfolio: Portfolio
    on: date
    award_rules: RuleSet[Proposal] = AWARD_RULES
    fund_rules: RuleSet[Offer] = FUND_RULES
    trace: Trace = attrs.field(init=False, eq=False, repr=False)
    intentions: Mapping[str, CommissioningIntention] = attrs.field(init=False, eq=False, repr=False)
    withdrawn: Mapping[str, CommissioningIntention] = attrs.field(init=False, eq=False, repr=False)
    accounts: Mapping[str, Account] = attrs.field(init=False, eq=False, repr=False)
    resolutions: Mapping[str, Resolution] = attrs.field(init=False, eq=False, repr=False)
    authorities: Mapping[str, Authority] = attrs.field(init=False, eq=False, repr=False)
    timetables: Mapping[str, Timetable] = attrs.field(init=False, eq=False, repr=False)
    arrangements: Mapping[str, Arrangement] = attrs.field(init=False, eq=False, repr=False)
    _done_to: Mapping[tuple[str, str], set[ResolvedKind]] = attrs.field(
        init=False, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        portfolio = self.portfolio
        known = isinstance(portfolio, Portfolio)
        require(
            None
            if known
            else InvalidValueError("portfolio", type(portfolio).__name__, "a Portfolio"),
            check_day("on", self.on),
        )
        fill = object.__setattr__
        fill(self, "trace", trace(portfolio))
        left: tuple[list[CommissioningIntention], ...] = ([], [])
        for each in portfolio.intentions:
            left[each.status is IntentionStatus.WITHDRAWN].append(each)
        fill(self, "intentions", _by_reference(left[False]))
        fill(self, "withdrawn", _by_reference(left[True]))
        fill(self, "accounts", _by_reference(portfolio.accounts))
        fill(self, "resolutions", _by_reference(portfolio.resolutions))
        given = (one for each in portfolio.resolutions for one in each.authorities)
        fill(self, "authorities", _by_reference(given))
        fill(self, "timetables", _by_reference(portfolio.timetables))
        fill(self, "arrangements", _by_reference(portfolio.arrangements))
        done: dict[tuple[str, str], set[ResolvedKind]] = {}
        for paragraph in (one for each in portfolio.minutes for one in each.resolved):
            for about in paragraph.about:
                done.setdefault((paragraph.resolution, about), set()).add(paragraph.kind)
        fill(self, "_done_to", done)

    def only_noted(self, approved: CommissioningIntention | Timetable) -> bool:
        """Say whether the paragraphs about it, of the resolution that it names, only note it."""
        return self._done(approved) == {ResolvedKind.NOTED}

    def only_asked(self, approved: CommissioningIntention | Timetable) -> bool:
        """Say whether they ask for it, and none of them approves it."""
        done = self._done(approved)
        return ResolvedKind.ASKED in done and done <= {ResolvedKind.ASKED, ResolvedKind.NOTED}

    def _done(self, approved: CommissioningIntention | Timetable) -> AbstractSet[ResolvedKind]:
        return self._done_to.get((approved.approved_by, approved.reference), frozenset())

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of every authority, and those that bind every fund."""
        bound: list[Clause] = [one for each in self.authorities.values() for one in each.clauses]
        for account in self.accounts.values():
            bound += [one for each in account.fund.stipulations for one in each.clauses]
            bound += account.fund.virement_clauses
        return tuple(bound)

    def under(self, rules: RuleSet[T], basis: Basis) -> Basis:
        """Give the basis of another rule set, with what the council has chosen of its own."""
        looked_up = {each.name for each in rules.conventions}
        return rules.basis(
            conventions=[choice for choice in basis.conventions if choice[0] in looked_up],
            readings=basis.readings,
            parameters=basis.parameters,
        )

    def offered(self, account: Account, basis: Basis) -> tuple[tuple[Verdict, ...], Position]:
        """Offer an account's entries in the order of their days, and give what became of each.

        Entries of one day are taken in the order of their references.
        """
        start = account.position or Position(account.fund)
        book = Book(start, basis=self.under(self.fund_rules, basis), rules=self.fund_rules)
        entries = sorted(account.entries, key=lambda one: (one.recorded_on, one.day, one.reference))
        return tuple(book.offer(entry) for entry in entries), book.position
