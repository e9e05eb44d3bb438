"""What several clauses of an authority say together, where none of them says it alone.

A price for several years is bounded by the figures of all these years; a last day that stands alone
by the longest length, from the first day that the words allow; a length for all by the firm term
and the options together. Only what a proposal leaves out makes any of them ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.awards._coverage import YEARS, names_options
from carerslib.awards._unnamed import longer_than_options
from carerslib.awards.powers import EXTEND
from carerslib.clauses import (
    Cap,
    Effect,
    Figure,
    For,
    Length,
    Of,
    Only,
    Readings,
    Start,
    Steps,
    Unlimited,
    Window,
)
from carerslib.clauses._groups import NOT_STATED, values_of
from carerslib.clauses._nested import walk
from carerslib.clauses._taken import sum_of
from carerslib.clauses._unplaced import PARTS
from carerslib.clauses.base import EMPTY
from carerslib.clauses.requests import Extent
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.clauses import Clause

__all__ = ["are_of_parts", "together"]

_SEVERAL: Final = 2


def together(
    reference: str,
    source: Citation,
    clauses: tuple[Clause, ...],
    proposal: Proposal,
    basis: Basis,
) -> Iterator[Part]:
    """Find what the clauses of an authority say together of a proposal."""
    both, longer = _both(clauses), _outruns_the_firm_term(clauses, proposal, basis)
    if not names_options(clauses, proposal, basis):
        yield from _unnamed_option(reference, source, proposal, longer=longer)
    elif longer and both is None:
        yield _how_long_with_it(reference, source, proposal)
    if both is not None:
        found = both.finding(proposal, EMPTY, basis)
        # a length that is stated in its parts is held against each
        parts = proposal.extent(basis).length is not None and not _with_the_option(proposal)
        outside = found.result is Result.NOT_MET and not parts
        if proposal.contract.in_all or outside or (longer and found.result is not Result.MET):
            yield _with_options(found)
    for options in [found for each in clauses for found in _sums(each)]:
        yield from longer_than_options((reference, source), clauses, options, proposal, basis)
    if proposal.firm.first is None:
        yield from _from_the_start(clauses, both, proposal, basis)
    if proposal.contract.number > 1:
        yield from _several_of_none(clauses, proposal, basis)
        yield from _more_than_named(clauses, proposal)
    for dimension, caps in _by_dimension(clauses).items():
        yield from _of_parts(dimension, caps, clauses, proposal, basis)


# an option that is taken up, where no clause names any


def _with_the_option(proposal: Proposal) -> bool:
    """Say whether what is stated of a length may be that of an option taken up with it."""
    return proposal.takes is not None and not proposal.contract.options


def _outruns_the_firm_term(clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis) -> bool:
    """Say whether the option makes it longer than the firm term may be, with no length for all."""
    firm = proposal.firm
    stated = firm.last is not None or firm.length is not None
    if not (stated and _with_the_option(proposal)) or _for_all(clauses):
        return False
    bound = [
        each
        for each in clauses
        if not isinstance(each, For) or each.binds(proposal, basis) is not False
    ]
    return any(
        isinstance(each, Length) and each.result(proposal, EMPTY, basis) is Result.NOT_APPLICABLE
        for each in walk(bound)
    )


def _how_long_with_it(reference: str, source: Citation, proposal: Proposal) -> Finding:
    return Finding(
        reference,
        "Length with the option",
        Result.UNDETERMINED,
        Aspect.LENGTH,
        proposal.reference,
        source,
        proposal.firm.length or proposal.firm.last,
        "needs",
        "a length for the firm term and the option together",
        missing=(Missing("contract.options", "the option taken, apart from the firm term"),),
    )


def _unnamed_option(
    reference: str, source: Citation, proposal: Proposal, *, longer: bool
) -> Iterator[Finding]:
    takes = proposal.takes
    if takes is None:
        return
    if takes.number is None and takes.times == 1 and not longer:
        return
    if (takes.number or 1) + takes.times - 1 <= len(proposal.contract.options):
        # the contract has it, and it is bounded by what bounds the contract
        return
    yield Finding(
        reference,
        "Number of the option",
        Result.UNDETERMINED,
        Aspect.STEP,
        proposal.reference,
        source,
        takes.number or takes.times,
        "needs",
        "options in the words",
        missing=(Missing(f"authority {reference}", "which options there are"),),
        note="neither the words nor the contract name it, and that is no leave",
    )


# several contracts that name no supplier, recipient or lot


def _several_of_none(
    clauses: tuple[Clause, ...], proposal: Proposal, basis: Basis
) -> Iterator[Part]:
    """Say that a number for each of something limits no number for all."""
    counts = [each for each in clauses if isinstance(each, Cap) and each.of is Of.COUNT]
    if any(not (each.per or each.where) for each in counts):
        return
    for cap in counts:
        adds = cap.adds(proposal, basis)
        unplaced = any(group == NOT_STATED for group, _ in adds)
        found = cap.finding(proposal, (adds, tuple(each for _, each in adds)), basis)
        if unplaced and found.result is Result.UNDETERMINED and isinstance(found, Finding):
            yield found._replace(asked=True)


def _more_than_named(clauses: tuple[Clause, ...], proposal: Proposal) -> Iterator[Finding]:
    """Say that more contracts cannot all be among those that the words name."""
    number = proposal.contract.number
    for clause in clauses:
        if not isinstance(clause, Only) or clause.dimension != "contract":
            continue
        if number > len(clause.values):
            yield Finding(
                clause.reference,
                "Number of the contracts named",
                Result.NOT_MET,
                Aspect.SCOPE,
                proposal.reference,
                clause.source,
                number,
                "at most",
                len(clause.values),
            )


# the firm term and the options, where no words are on both


def _both(clauses: tuple[Clause, ...]) -> Length | None:
    """Give the longest firm term with the longest options, where the words set no length for all.

    It is not known where either was not published, or may be read in two ways.
    """
    lengths = [each for each in clauses if isinstance(each, Length)]
    sums = [found for each in clauses for found in _sums(each)]
    if any(each.of == "whole" for each in lengths) or not (lengths and sums):
        return None
    firm, options, longest = lengths[0], sums[0], None
    if firm.at_most is not None and options is not None:
        longest = firm.at_most + options
    return Length(firm.reference, firm.source, longest)


def _with_options(found: Finding) -> Finding:
    note = "; ".join(filter(None, (found.note, "the longest firm term and options together")))
    return found._replace(title="Length with the options", note=note)


def _sums(clause: Clause) -> list[Term | None]:
    """Give how long all options may be together; None where that is not known, or is open."""
    if isinstance(clause, Steps):
        return [sum_of([step.at_most for step in clause.steps])]
    if not isinstance(clause, Readings):
        return []
    found = [[each for inner in one.clauses for each in _sums(inner)] for one in clause.readings]
    if not all(found):
        return []
    sums = {each for one in found for each in one}
    return [sums.pop() if len(sums) == 1 else None]


# a last day with no first day


@final
class _Starts(NamedTuple):
    """The days on which a contract may start, as far as the words say."""

    first: date | None
    last: date | None


def _starts(clauses: Iterable[Clause]) -> _Starts:
    bounds = [each for each in clauses if isinstance(each, Start | Window)]
    first = [each.first for each in bounds if each.first is not None]
    last = [each.last for each in bounds if isinstance(each, Start) and each.last is not None]
    return _Starts(max(first, default=None), min(last, default=None))


def _from_the_start(
    clauses: tuple[Clause, ...], both: Length | None, proposal: Proposal, basis: Basis
) -> Iterator[Finding]:
    """Hold a last day against each length, from the days on which the words let it start."""
    starts = _starts(clauses)
    whole = proposal.extent(basis)
    if both is not None and whole.last is not None and whole.length is None:
        yield _with_options(_counted_from(starts, both, whole, proposal, basis))
    # the last day of an extension is that of the whole, however much of it is firm
    goes_on = proposal.power == EXTEND and (both is not None or _for_all(clauses))
    for clause in clauses:
        if isinstance(clause, For) and clause.binds(proposal, basis) is False:
            continue
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


def _for_all(clauses: Iterable[Clause]) -> bool:
    return any(
        (isinstance(each, Length) and each.of == "whole")
        or (isinstance(each, Unlimited) and each.of == "period")
        for each in walk(clauses)
    )


def _counted_from(
    starts: _Starts, length: Length, extent: Extent, proposal: Proposal, basis: Basis
) -> Finding:
    supposed = proposal
    if starts.first is not None and extent.last_to is not None:
        latest = extent.last_to if starts.last is None else min(starts.last, extent.last_to)
        supposed = _starting(proposal, starts.first, latest)
    found = length.finding(supposed, EMPTY, basis)
    if supposed is proposal:
        return found._replace(asked=True)
    note = "; ".join(filter(None, (found.note, "from the days on which the words let it start")))
    return found._replace(asked=True, note=note)


def _starting(proposal: Proposal, first: date, last: date) -> Proposal:
    """Give a proposal that starts on one of these days, or as it is where it cannot."""
    try:
        days = first if first == last else DateRange(first, last)
        contract = attrs.evolve(proposal.contract, first_day=days)
    except InvalidValueError:
        return proposal
    return attrs.evolve(proposal, contract=contract, reference=proposal.reference)


# an amount of several years, lots or heads, each with a figure of its own


def are_of_parts(clauses: Iterable[Clause]) -> bool:
    """Say whether some clauses are figures for several values of one dimension."""
    return bool(_by_dimension(clauses))


def _by_dimension(clauses: Iterable[Clause]) -> dict[str, dict[str, Cap]]:
    """Give the caps on one part each, by dimension and value, where there are several."""
    found: dict[str, dict[str, Cap]] = {}
    for clause in clauses:
        if isinstance(clause, Cap) and _is_of_a_part(clause):
            ((dimension, value),) = clause.where
            found.setdefault(dimension, {})[value] = clause
    return {dimension: caps for dimension, caps in found.items() if len(caps) >= _SEVERAL}


def _is_of_a_part(cap: Cap) -> bool:
    figure = cap.at_most
    exact = isinstance(figure.amount, Price) and not figure.rounded_to
    alone = len(cap.where) == 1 and not (cap.per or cap.without)
    binds = cap.of is Of.AMOUNT and figure.effect is Effect.BINDS
    return exact and alone and binds and PARTS.isdisjoint(dict(cap.where))


def _allowed(dimension: str, clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    """Give the values to which the words limit a dimension; nothing where they do not."""
    for clause in clauses:
        if isinstance(clause, Only) and clause.dimension == dimension:
            return clause.values
        if isinstance(clause, Window) and dimension == "year":
            return Extent(clause.first, clause.last).years
    return ()


def _for_each(dimension: str, clauses: tuple[Clause, ...]) -> bool:
    return any(isinstance(each, Cap) and dimension in each.per for each in clauses)


def _without_figure(
    dimension: str, value: str, caps: dict[str, Cap], proposal: Proposal
) -> Finding:
    """Say that an amount is of a year for which the words have no figure, though for others."""
    cap = next(iter(caps.values()))
    return Finding(
        cap.reference,
        f"Figure for {dimension} {value}",
        Result.UNDETERMINED,
        Aspect.AMOUNT,
        proposal.reference,
        cap.source,
        value,
        "one of",
        tuple(sorted(caps)),
        missing=(Missing(f"clause {cap.reference}", f"a figure for {dimension} {value}"),),
        note=f"the words have a figure for each {dimension}, and none for this",
    )


def _of_parts(
    dimension: str,
    caps: dict[str, Cap],
    clauses: tuple[Clause, ...],
    proposal: Proposal,
    basis: Basis,
) -> Iterator[Part]:
    """Hold an amount that may be of several parts against their figures together."""
    extent = proposal.extent(basis)
    allowed = _allowed(dimension, clauses)
    places = [values_of(dimension, line, proposal, extent) or allowed for line in extent.lines]
    named = sorted({value for values in places for value in values})
    if dimension in YEARS and not _for_each(dimension, clauses):
        without = {values[0] for values in places if len(values) == 1} - caps.keys()
        yield from [_without_figure(dimension, each, caps, proposal) for each in sorted(without)]
    if not all(places) or len(named) < _SEVERAL or not caps.keys() >= set(named):
        return
    if all(len(values) == 1 for values in places):
        # each is held against its own figure
        return
    held = [caps[value] for value in named]
    try:
        most = Price.total([cap.at_most.amount for cap in held])  # type: ignore[misc]
    except InvalidValueError:
        return
    strict = any(cap.strict for cap in held)
    whole = Cap(held[0].reference, held[0].source, Figure(most), strict=strict)
    adds = whole.adds(proposal, basis)
    found = whole.finding(proposal, (adds, tuple(each for _, each in adds)), basis)
    if found.result is Result.NOT_MET:
        title = f"Value, {dimension} {', '.join(named)} together"
        yield found._replace(title=title) if isinstance(found, Finding) else found
