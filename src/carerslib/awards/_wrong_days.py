"""Days and lengths of a record that do not agree, wherever in its words they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards._wrong import Said, Wrong
from carerslib.clauses import EventBound, Length, Start, Steps, Window
from carerslib.clauses._taken import sum_of
from carerslib.periods import DateRange, latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from carerslib.clauses import Clause

__all__ = ["wrong_days"]


def wrong_days(every: Iterable[Said]) -> Iterator[Wrong]:
    """Find starts after the last day, and lengths that are not those of their days or parts.

    A length that is held where it stands is not held again where it is said of fewer: what is
    narrower for one lot is no contradiction of what is the most for all.
    """
    held: list[tuple[Length, Said]] = []
    for said in every:
        yield from _starts(said.clauses)
        lengths = [each for each in said.clauses if isinstance(each, Length) and each.at_most]
        for length in lengths:
            if any(each == length and said.is_inside(where) for each, where in held):
                continue
            firm = [each for each in lengths if each.of == "firm" and length.of == "whole"]
            found = [*_in_days(length, said.clauses), *_in_parts(length, firm, said.clauses)]
            held += [(length, said)] if found else []
            yield from filter(None, found)


def _starts(clauses: tuple[Clause, ...]) -> Iterator[Wrong]:
    """Find words by which it may start only after the last day on which it may end."""
    events = [each for each in clauses if isinstance(each, EventBound) and each.bound == "last"]
    lasts = [each.last for each in clauses if isinstance(each, Window) and each.last is not None]
    lasts += [latest(each.on) for each in events if each.on is not None]
    for start, first in _firsts(clauses):
        for last in lasts:
            if first > last:
                note = "it may not start before the last day on which it may end is over"
                yield Wrong(
                    start.reference, "First day", start.source, note, first, "on or before", last
                )


def _firsts(clauses: tuple[Clause, ...]) -> list[tuple[Start | Window, date]]:
    bounds = [each for each in clauses if isinstance(each, Start | Window)]
    return [(each, each.first) for each in bounds if each.first is not None]


def _in_days(length: Length, clauses: tuple[Clause, ...]) -> Iterator[Wrong | None]:
    """Hold a length against the days of each window; None for each that holds it."""
    first = max((day for _, day in _firsts(clauses)), default=None)
    lasts = [each.last for each in clauses if isinstance(each, Window)]
    for last in lasts:
        # where no day lies between these, that is said by itself
        if first is None or last is None or length.at_most is None or first > last:
            continue
        days = DateRange(first, last).length
        note = "the days do not hold the longest length"
        wrong = Wrong(
            length.reference, "Length", length.source, note, length.at_most, "at most", days
        )
        yield wrong if length.at_most.within(days, first) is False else None


def _in_parts(
    whole: Length, firm: list[Length], clauses: tuple[Clause, ...]
) -> Iterator[Wrong | None]:
    """Hold the whole against a firm term and the options; None where one makes it with them."""
    steps = [each for each in clauses if isinstance(each, Steps)]
    if len(steps) != 1 or whole.at_most is None:
        return
    options = [step.at_most for step in steps[0].steps]
    spans = [sum_of([each.at_most, *options]) for each in firm]
    known = [span for span in spans if span is not None]
    if not known:
        return
    fits = any(span.compare(whole.at_most) == 0 for span in known)
    note = "the firm term and the options do not make the whole"
    wrong = Wrong(
        whole.reference, "Whole length", whole.source, note, known[-1], "equal to", whole.at_most
    )
    yield None if fits else wrong
