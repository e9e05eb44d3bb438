"""Options of a contract, and its amounts: what each is for, and where in it each stands."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.basis import Convention
from carerslib.citations import Citation
from carerslib.clauses import Line
from carerslib.clauses._given import are_pairs, pairs_of, several
from carerslib.clauses._groups import BUILT_IN, PARTS, YEARS, option_of
from carerslib.clauses._lengths import day_after, end_of
from carerslib.clauses._remedies import FIRM_VALUE
from carerslib.errors import InvalidValueError, require
from carerslib.money import Rounding
from carerslib.periods import ByYear, DateRange, FinancialYear, Term, check_day, last_day_of
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carerslib.clauses import Extent
    from carerslib.periods import Day

__all__ = [
    "COUNTS_OPTIONS",
    "FIRM",
    "INDEXATION",
    "IN_OPTIONS",
    "UPLIFT",
    "Option",
    "amount_problems",
    "called",
    "end_after",
    "filled",
    "in_option",
    "in_the_only_option",
    "last_day_problem",
    "lines_of",
    "made_firm",
    "may_be_firm",
    "named",
    "next_day",
    "of_firm",
    "placed",
    "stands",
    "tag_problems",
    "tags_of",
    "unplaced",
    "uplifted",
    "with_amounts",
    "within_options",
]

COUNTS_OPTIONS: Final = Convention(
    "counts options",
    "Whether options not yet exercised count towards the term and the value",
    ("from the award", "as exercised"),
    "from the award",
    Citation.convention("How the library counts", "C-1"),
)
"""C-1: a maximum is a ceiling on all that may be paid, so options count from the award."""

INDEXATION: Final = Convention(
    "indexation",
    "Whether a contractual uplift counts towards the value",
    ("counted", "left out"),
    "counted",
    Citation.convention("How the library counts", "C-6"),
)
"""C-6: a maximum is a ceiling on all that may be paid, a contractual uplift included."""


FIRM: Final = (("part", "firm"), ("option", "none"))
"""Where an amount of the firm term stands."""
IN_OPTIONS: Final = (("part", "options"),)
"""Where an amount of some option stands."""
UPLIFT: Final = (("part", "uplift"), ("option", "none"))
"""Where an uplift beside the price stands."""
_NAMED: Final = re.compile(r"amounts\[[0-9]+\]")


def in_option(number: int) -> tuple[tuple[str, str], ...]:
    """Say that an amount stands in an option, numbered from 0."""
    return (("part", "options"), ("option", str(number + 1)))


def lines_of(
    value: Price | None,
    by_year: ByYear[Price] | None,
    prefix: str,
    place: tuple[tuple[str, str], ...],
) -> tuple[Line, ...]:
    """Give the amounts by year, or else the one amount, as far as they are stated."""
    if by_year is not None:
        return tuple(
            Line(price, (("year", str(year)),), f"{prefix}by_year[{year}]", place)
            for year, price in by_year.items()
        )
    return () if value is None else (Line(value, (), f"{prefix}value", place),)


def called(what: str, lines: Iterable[Line]) -> list[Line]:
    """Give the stated amounts that a remedy means by a name: by "value", all of them together."""
    stated = [line for line in lines if line.price is not None]
    if what == "value":
        return stated
    return [line for line in stated if line.what == ("value" if what == FIRM_VALUE else what)]


def last_day_problem(value: object) -> InvalidValueError | None:
    """Say what is wrong with a last day that is stated; what has no end has none."""
    if value == date.max:
        expected = "a day before 31 December 9999, or None where no end is stated"
        return InvalidValueError("last_day", value, expected)
    return check_day("last_day", value)


def next_day(last: Day) -> Day:
    """Give the day after a last day; of one that may be any from a day on, the earliest counts."""
    if isinstance(last, DateRange) and last.is_open and last.first < date.max:
        return DateRange.onwards(last.first + timedelta(days=1))
    return day_after(last)


def end_after(start: Day, span: Term) -> Day:
    """Give the last day of a span; from any day on, it ends at the earliest as from the first."""
    if isinstance(start, DateRange) and start.is_open:
        return DateRange.onwards(last_day_of(start.first, span))
    return end_of(start, span)


def amount_problems(value: object, by_year: object) -> tuple[InvalidValueError | None, ...]:
    """Say what is wrong with a price, or with prices by year."""
    price = value is None or isinstance(value, Price)
    years = by_year is None or (
        isinstance(by_year, ByYear) and all(isinstance(each, Price) for _, each in by_year.pairs)
    )
    both = value is not None and by_year is not None
    return (
        None if price else InvalidValueError("value", value, "a Price, as Price.as_stated(money)"),
        None if years else InvalidValueError("by_year", by_year, "a ByYear of prices"),
        InvalidValueError("value", value, "no value beside by_year, whose total it is")
        if both
        else None,
    )


@final
@attrs.frozen
class Option:
    """A right to go on for a further term, or to a last day, at a price of its own if stated."""

    term: Term | None = None
    value: Price | None = None
    by_year: ByYear[Price] | None = None
    last_day: date | None = None
    reference: str = ""

    def __attrs_post_init__(self) -> None:
        both = self.term is not None and self.last_day is not None
        require(
            InvalidValueError("last_day", self.last_day, "no last day beside a term")
            if both
            else None,
            None if self.last_day is None else last_day_problem(self.last_day),
            None
            if self.term is None or isinstance(self.term, Term)
            else InvalidValueError("term", self.term, "a Term, or None if not stated"),
            *amount_problems(self.value, self.by_year),
        )


def stands(line: Line) -> Line:
    """Place an amount that says its part, or its option, in the other of these too."""
    part, option = (dict(line.tags).get(name) for name in ("part", "option"))
    if part in ("firm", "uplift") and option is None:
        return attrs.evolve(line, place=(("option", "none"),))
    if part is None and option not in (None, "none"):
        return attrs.evolve(line, place=IN_OPTIONS)
    return line


def in_the_only_option(line: Line) -> Line:
    """Place an amount of the options of a contract that has one, in that."""
    if line.tag("part") == "options" and line.tag("option") is None:
        return attrs.evolve(line, place=(("option", "1"),))
    return line


def may_be_firm(line: Line) -> bool:
    """Say whether an amount may be of the firm part."""
    return line.tag("part") in (None, "firm") and line.tag("option") in (None, "none")


def placed(line: Line) -> Line:
    """Place an amount of a contract without options, where it says nothing else."""
    return attrs.evolve(line, place=FIRM) if line.tag("part") is None else line


def named(given: Iterable[Line]) -> tuple[Line, ...]:
    """Give each amount the name by which a remedy can change it, which it keeps as others go."""
    lines: tuple[Line, ...] = several(given)
    names = {line.what for line in lines if isinstance(line, Line)}
    kept = len(names) == len(lines) and all(map(_NAMED.fullmatch, names))
    return tuple(
        stands(line if kept else attrs.evolve(line, what=f"amounts[{number}]"))
        if isinstance(line, Line)
        else line
        for number, line in enumerate(lines)
    )


def within_options(lines: Iterable[Line], there: int) -> tuple[Line, ...]:
    """Give amounts without those of options after so many."""
    return tuple(
        line
        for line in lines
        if (option_of(line) or 0) <= there and (there or line.tag("part") != "options")
    )


def made_firm(lines: Iterable[Line], options: Sequence[Option], number: int) -> tuple[Line, ...]:
    """Give amounts as they are once the first few options are firm, the rest numbered anew."""
    found = []
    for line in lines:
        option, made = option_of(line) or 0, line
        if option > number:
            made = _of_part(line, ("option", str(option - number)))
        elif option or (line.tag("part") == "options" and number == len(options)):
            made = _of_part(line, ("part", "firm"))
        elif line.tag("part") == "options":
            # how much of it is of an option still, nobody knows
            made = _of_part(line)
        found.append(made)
    own = [line for each in options[:number] for line in lines_of(each.value, each.by_year, "", ())]
    return (*found, *(_of_part(line, ("part", "firm")) for line in own)) if found else ()


def _of_part(line: Line, *tags: tuple[str, str]) -> Line:
    """Give an amount that says this of where it stands, and nothing else."""
    others = [(name, value) for name, value in line.tags if name not in PARTS]
    return attrs.evolve(line, tags=(*others, *tags), place=())


def unplaced(line: Line) -> Line:
    """Give an amount of which it is not known whether it is of the firm part or of an option."""
    return line if line.place == UPLIFT else attrs.evolve(line, place=())


def of_firm(line: Line) -> Line:
    """Give what is known of an amount in the firm part: how much, only where it says so."""
    return line if line.tag("part") == "firm" else attrs.evolve(line, price=None)


def tags_of(
    given: Mapping[str, str | Iterable[str]] | Iterable[tuple[str, str | Iterable[str]]],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read what a contract is for: in each dimension one name, or several in order."""
    read = pairs_of(given)
    if not are_pairs(read):
        return read  # type: ignore[no-any-return]
    return tuple((name, tuple(sorted(several(values), key=str))) for name, values in read)


def tag_problems(tags: object) -> list[InvalidValueError]:
    """Refuse what is no name; a dimension is left out rather than said to be None."""
    if not are_pairs(tags):
        return [InvalidValueError("tags", tags, "names by dimension, as in {'service': 'breaks'}")]
    expected = "a name, or several; nothing at all where it is not stated"
    of_year = "no tag: a year is said by by_year, by the tags of one amount, or by the days"
    return [
        InvalidValueError(
            f"tags[{dimension!r}]", names, of_year if dimension in YEARS else expected
        )
        for dimension, names in tags
        if dimension in YEARS
        or not names
        or not all(isinstance(name, str) and name for name in (dimension, *names))
    ]


# contracts are of the same few lots and services: sets that are one object are known to be equal
@lru_cache(maxsize=1024)
def _shared(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(values)


def with_amounts(
    tags: Iterable[tuple[str, tuple[str, ...]]], whole: Extent
) -> dict[str, frozenset[str]]:
    """Give what a contract is for: by its own tags and those of its amounts.

    Where it has no tag of its own in a dimension, and some amount has none either, what it is for
    is not known there.
    """
    found = {name: _shared(values) for name, values in tags}
    for name in whole.dimensions - BUILT_IN:
        values = {line.tag(name) for line in whole.lines}
        if name in found or None not in values:
            found[name] = found.get(name, frozenset()).union(filter(None, values))
    return found


def filled(
    lines: Iterable[Line], named: Iterable[Line], tags: Iterable[tuple[str, tuple[str, ...]]]
) -> tuple[Line, ...]:
    """Give amounts the one tag of their contract in each dimension that only others name."""
    others = {name for line in named for name, _ in line.tags} - BUILT_IN
    own = {name: values[0] for name, values in tags if name in others and len(values) == 1}
    return tuple(
        attrs.evolve(line, tags=(*line.tags, *lacking.items()))
        if (lacking := {name: own[name] for name in own if line.tag(name) is None})
        else line
        for line in lines
    )


def uplifted(
    first: Price, years: Iterable[FinancialYear | str], per_cent: str | int | Decimal
) -> ByYear[Price]:
    """Give the price of each year where each is so much per cent more than the year before.

    Each year's amount is rounded to the penny, half up, and the next starts from what it was.
    """
    factor = 1 + Fraction(Decimal(per_cent)) / 100
    prices: dict[str, Price] = {}
    price = first
    for year in years:
        prices[str(year)] = price
        price = price.at(price.stated.times(factor, Rounding.HALF_UP))
    return ByYear.of(prices)
