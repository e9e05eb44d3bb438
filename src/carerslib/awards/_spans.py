"""How long and until when, where several clauses say so together and none of them alone.

A length for all is that of the firm term and the options together; a last day that stands alone is
held against the longest length, and a length that stands alone against the last day, both from the
days on which the words let it start.
"""

from __future__ import annotations

from functools import reduce
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from carerslib.awards._supposed import noted
from carerslib.awards.powers import EXTEND
from carerslib.clauses import (
    Either,
    EventBound,
    For,
    Length,
    Readings,
    Start,
    Steps,
    Unlimited,
    Window,
)
from carerslib.clauses._lengths import taken
from carerslib.clauses._nested import walk
from carerslib.clauses._taken import sum_of
from carerslib.clauses.base import EMPTY
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, earliest, latest
from carerslib.verdicts import Aspect, Finding, Remedy, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Extent
    from carerslib.periods import Term

__all__ = [
    "for_all",
    "from_the_start",
    "longest_of_both",
    "only_start",
    "start_allowed",
    "starting",
    "until_the_end",
    "with_options",
]


# the firm term and the options, where no words are on both


def longest_of_both(clauses: tuple[Clause, ...], proposal: Proposal) -> tuple[Length, ...]:
    """Give the firm terms with the longest options, where the words set no length for all.

    Each binds. It is not known where either was not published, or may be read in two ways. The
    options are those up to the last that is taken, where it says which that is.
    """
    lengths = [each for each in clauses if isinstance(each, Length)]
    options = [found for each in clauses for found in _sums(each, _last_taken(proposal))]
    if any(each.of == "whole" for each in lengths):
        return ()
    found: list[Length] = []
    for firm, together in product(lengths, options):
        known = firm.at_most is not None and together is not None
        longest = firm.at_most + together if known else None  # type: ignore[operator]
        found.append(Length(firm.reference, firm.source, longest))
    return tuple(found)


def _last_taken(proposal: Proposal) -> int | None:
    takes = proposal.takes
    return takes.number + takes.times - 1 if takes is not None and takes.number else None


def with_options(found: Finding) -> Finding:
    found = noted(found, "the longest firm term and options together")
    return found._replace(title="Length with the options")


def _sums(clause: Clause, last: int | None) -> list[Term | None]:
    """Give how long all options may be together, or those up to one; None where that is open."""
    if not isinstance(clause, Steps):
        return []
    steps = clause.steps if clause.in_parts else clause.steps[:last]
    return [sum_of([step.at_most for step in steps])]


# the days that the words leave, whichever of their readings and limbs is taken


@final
class _Days(NamedTuple):
    """The first and the last day on which it may start, and the last on which it may end.

    None where the words leave that open.
    """

    first: date | None = None
    until: date | None = None
    last: date | None = None

    def and_(self, other: _Days) -> _Days:
        """Give the days that both leave."""
        first = [each for each in (self.first, other.first) if each is not None]
        until = [each for each in (self.until, other.until) if each is not None]
        last = [each for each in (self.last, other.last) if each is not None]
        return _Days(max(first, default=None), min(until, default=None), min(last, default=None))

    def or_(self, other: _Days) -> _Days:
        """Give the days that either leaves."""
        return _Days(
            None if self.first is None or other.first is None else min(self.first, other.first),
            None if self.until is None or other.until is None else max(self.until, other.until),
            None if self.last is None or other.last is None else max(self.last, other.last),
        )


def start_allowed(
    clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis
) -> tuple[date | None, date | None]:
    """Give the first day on which the words let a proposal start, and the last, if they say so."""
    days = _days(clauses, proposal, basis)
    return days.first, days.until


def only_start(clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis) -> date | None:
    """Give the one day on which the words let a proposal start, if there is but one."""
    first, until = start_allowed(clauses, proposal, basis)
    return first if first == until else None


def _days(clauses: Iterable[Clause], proposal: Proposal, basis: Basis) -> _Days:
    """Give the days that all of some clauses leave to a proposal."""
    return reduce(_Days.and_, (_of_one(each, proposal, basis) for each in clauses), _Days())


def _of_one(clause: Clause, proposal: Proposal, basis: Basis) -> _Days:
    if isinstance(clause, Readings | Either):
        several = clause.followed(basis) if isinstance(clause, Readings) else clause.limbs
        return reduce(_Days.or_, [_days(each.clauses, proposal, basis) for each in several])
    if isinstance(clause, For) and clause.binds(proposal, basis):
        return _days(clause.clauses, proposal, basis)
    if isinstance(clause, Window):
        return _Days(clause.first, None, clause.last)
    if isinstance(clause, Start):
        return _Days(clause.first, clause.last)
    return _of_event(clause, proposal) if isinstance(clause, EventBound) else _Days()


def _of_event(clause: EventBound, proposal: Proposal) -> _Days:
    event = clause.day(proposal)
    if event is None:
        return _Days()
    return _Days(earliest(event)) if clause.bound == "first" else _Days(last=latest(event))


# a length with no days


def until_the_end(
    clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis
) -> Iterator[Finding]:
    """Hold a length that states no days against those that the words leave it."""
    extent = proposal.extent(basis)
    length = extent.length or extent.at_least or extent.begun or taken(proposal)
    if extent.last is not None or length is None:
        return
    days = _days(clauses, proposal, basis)
    if days.first is None or days.last is None or days.first > days.last:
        return
    alone = [each for each in clauses if isinstance(each, Window)]
    if any((each.first, each.last) == (days.first, days.last) for each in alone):
        # it says so itself
        return
    held = DateRange(days.first, days.last)
    if length.within(held.length, held.first) is not False:
        return
    bound = next(each for each in clauses if _of_one(each, proposal, basis).last == days.last)
    shorter = extent.length is not None and proposal.takes is None
    yield Finding(
        bound.reference,
        "Length of the days allowed",
        Result.NOT_MET,
        Aspect.LENGTH,
        proposal.reference,
        bound.source,
        length,
        "at most",
        held.length,
        remedy=Remedy("term", held.length, "shorten to", held.length) if shorter else None,
        note="it does not fit into them, whenever it starts",
    )


# a last day with no first day


def from_the_start(
    clauses: tuple[Clause, ...], both: tuple[Length, ...], proposal: Proposal, basis: Basis
) -> Iterator[Finding]:
    """Hold a last day against each length, from the days on which the words let it start."""
    starts = _days(clauses, proposal, basis)
    whole = proposal.extent(basis)
    if whole.last is not None and whole.length is None:
        for each in both:
            yield with_options(_counted_from(starts, each, whole, proposal, basis))
    # the last day of an extension is that of the whole, however much of it is firm
    goes_on = proposal.power == EXTEND and (bool(both) or for_all(clauses))
    for clause in clauses:
        for length in walk((clause,)):
            if not isinstance(length, Length) or length.at_most is None:
                continue
            if length.of == "firm" and goes_on:
                continue
            extent = proposal.firm if length.of == "firm" else proposal.extent(basis)
            if extent.last is None or extent.length is not None:
                continue
            found = _counted_from(starts, length, extent, proposal, basis)
            if length is clause or found.result is Result.MET:
                yield found
            else:
                # it need not bind: a reading, or a limb, may do without
                yield found._replace(result=Result.UNDETERMINED, remedy=None)


def for_all(clauses: Iterable[Clause]) -> bool:
    return any(
        (isinstance(each, Length) and each.of == "whole")
        or (isinstance(each, Unlimited) and each.of == "period")
        for each in walk(clauses)
    )


def _counted_from(
    starts: _Days, length: Length, extent: Extent, proposal: Proposal, basis: Basis
) -> Finding:
    supposed = proposal
    if starts.first is not None and extent.last_to is not None:
        latest = extent.last_to if starts.until is None else min(starts.until, extent.last_to)
        supposed = starting(proposal, starts.first, latest)
    found = length.finding(supposed, EMPTY, basis)
    if supposed is proposal:
        return found._replace(asked=True)
    return noted(found, "from the days on which the words let it start")._replace(asked=True)


def starting(proposal: Proposal, first: date, last: date) -> Proposal:
    """Give a proposal that starts on one of these days, or as it is where it cannot."""
    try:
        days = first if first == last else DateRange(first, last)
        contract = attrs.evolve(proposal.contract, first_day=days)
    except InvalidValueError:
        return proposal
    return attrs.evolve(proposal, contract=contract, reference=proposal.reference)
