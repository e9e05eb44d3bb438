"""Where a record does not agree with itself: listed, and never settled by the library.

What contradicts itself is kept as readings of the same words, with a note of what is wrong. Here
these are listed, beside what can be found by adding up and counting days.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.clauses import Cap, Figure, Length, Of, Only, Readings, Steps, Window
from carerslib.clauses._nested import walk
from carerslib.law.value_added_tax import REDUCED_RATE, STANDARD_RATE
from carerslib.money import Money, Rounding
from carerslib.periods import DateRange
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.model import Authority, Resolution
    from carerslib.citations import Citation
    from carerslib.verdicts import Value

__all__ = ["contradictions"]


def contradictions(resolution: Resolution) -> tuple[Finding, ...]:
    """List where the record of a resolution contradicts itself, as findings that bind nothing.

    They are the readings that note what is wrong with the record; parts that do not add up to the
    total of the same kind; VAT that fits neither figure; a length that its days cannot hold, or
    that is not that of the firm term and the options; an effective day before the resolution.
    """
    found: list[_Wrong] = [*_days(resolution)]
    for authority in resolution.authorities:
        found += [*_noted(authority), *_sums(authority), *_taxes(authority), *_lengths(authority)]
    return tuple(each.finding(resolution.reference) for each in dict.fromkeys(found))


@final
class _Wrong(NamedTuple):
    """What does not agree with what, and why."""

    rule: str
    title: str
    source: Citation
    note: str
    measured: Value = None
    comparison: str = ""
    permitted: Value = None

    def finding(self, subject: str) -> Finding:
        """Say so of a resolution."""
        return Finding(
            self.rule,
            self.title,
            Result.NOT_MET,
            Aspect.RECORD,
            subject,
            self.source,
            self.measured,
            self.comparison,
            self.permitted,
            binding=False,
            note=self.note,
        )


def _days(resolution: Resolution) -> Iterator[_Wrong]:
    resolved, effective = resolution.resolved_on, resolution.effective_on
    if effective is None or resolved is None:
        return
    first = resolved.first if isinstance(resolved, DateRange) else resolved
    if effective < first:
        note = "it would be effective before it was resolved"
        yield _Wrong(
            resolution.reference,
            "Effective day",
            resolution.source,
            note,
            effective,
            "on or after",
            resolved,
        )


def _noted(authority: Authority) -> Iterator[_Wrong]:
    for clause in walk(authority.clauses):
        if isinstance(clause, Readings) and clause.wrong:
            names = tuple(each.name for each in clause.readings)
            title = "The record contradicts itself"
            yield _Wrong(
                clause.reference, title, clause.source, clause.wrong, names, "read as one of"
            )


def _sums(authority: Authority) -> Iterator[_Wrong]:
    """Hold the figures for all values of one dimension against the total."""
    caps = [each for each in authority.clauses if isinstance(each, Cap)]
    totals = [each for each in caps if _is_plain(each) and not each.where]
    for total in totals:
        for dimension in sorted({each.where[0][0] for each in caps if len(each.where) == 1}):
            parts = [
                each
                for each in caps
                if _is_plain(each)
                and each.of is total.of
                and [name for name, _ in each.where] == [dimension]
            ]
            added = sum(each.plain or 0 for each in parts)
            # a part without a figure of its own takes what the others leave
            rest = _named(authority, dimension) - {each.where[0][1] for each in parts}
            fits = added == total.plain or (rest and added < (total.plain or 0))
            if len(parts) > 1 and not fits:
                yield _Wrong(
                    total.reference,
                    f"Sum over each {dimension}",
                    total.source,
                    "the parts do not add up to the total",
                    _shown(total, added),
                    "equal to",
                    _shown(total, total.plain or 0),
                )


def _named(authority: Authority, dimension: str) -> set[str]:
    """Give the values that the authority is limited to in one dimension, where it names them."""
    return {
        value
        for clause in authority.clauses
        if isinstance(clause, Only) and clause.dimension == dimension
        for value in clause.values
    }


def _is_plain(cap: Cap) -> bool:
    return cap.plain is not None and not (cap.per or cap.without or cap.strict)


def _shown(cap: Cap, figure: int) -> Value:
    return figure if cap.of is Of.COUNT else Money.pence(figure)


_RATES: Final = frozenset(
    {
        Fraction(0),
        *(Fraction(each.value) for each in STANDARD_RATE.values),
        *(Fraction(each.value) for each in REDUCED_RATE.values),
    }
)


def _taxes(authority: Authority) -> Iterator[_Wrong]:
    """Find figures whose VAT is at no rate that has been charged."""
    for clause in walk(authority.clauses):
        figure = getattr(clause, "at_most", getattr(clause, "at_least", None))
        if not isinstance(figure, Figure) or not isinstance(figure.amount, Price):
            continue
        net, gross = figure.amount.net, figure.amount.gross
        if net is None or gross is None or figure.rounded_to:
            continue
        fits = {net.times(1 + rate / 100, Rounding.HALF_UP) for rate in _RATES}
        if gross not in fits:
            yield _Wrong(
                clause.reference,
                "VAT",
                clause.source,
                "the VAT fits the two figures at no rate that has been charged",
                gross - net,
                "the VAT on",
                net,
            )


def _lengths(authority: Authority) -> Iterator[_Wrong]:
    """Hold lengths against days, and the whole against the firm term and the options."""
    lengths = [each for each in authority.clauses if isinstance(each, Length) and each.at_most]
    windows = [each for each in authority.clauses if isinstance(each, Window)]
    for length in lengths:
        for window in windows:
            if window.first is None or window.last is None or length.at_most is None:
                continue
            held = DateRange(window.first, window.last).length
            if length.at_most.within(held, window.first) is False:
                note = "the days do not hold the longest length"
                yield _Wrong(
                    length.reference, "Length", length.source, note, length.at_most, "at most", held
                )
    yield from _options(authority, lengths)


def _options(authority: Authority, lengths: list[Length]) -> Iterator[_Wrong]:
    terms = {each.of: each for each in lengths}
    steps = [each for each in authority.clauses if isinstance(each, Steps)]
    if len(terms) < len(("firm", "whole")) or len(steps) != 1:
        return
    whole, span = terms["whole"], terms["firm"].at_most
    for step in steps[0].steps:
        span = None if span is None or step.at_most is None else span + step.at_most
    if span is not None and whole.at_most is not None and span.compare(whole.at_most) != 0:
        note = "the firm term and the options do not make the whole"
        yield _Wrong(
            whole.reference, "Whole length", whole.source, note, span, "equal to", whole.at_most
        )
