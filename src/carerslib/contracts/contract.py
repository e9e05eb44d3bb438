"""Contracts as they are proposed or made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import reduce
from operator import add
from typing import TypeVar, final

import attrs

from carerslib.clauses import Extent, Line
from carerslib.clauses._given import check_each, several
from carerslib.clauses._remedies import FIRM_VALUE
from carerslib.contracts.options import (
    FIRM,
    UPLIFT,
    Option,
    amount_problems,
    called,
    end_after,
    filled,
    in_option,
    in_the_only_option,
    last_day_problem,
    lines_of,
    made_firm,
    may_be_firm,
    named,
    next_day,
    of_firm,
    placed,
    tag_problems,
    tags_of,
    unplaced,
    with_amounts,
    within_options,
)
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.periods import (
    ByYear,
    DateRange,
    Day,
    Term,
    check_day,
    earliest,
    format_day,
    last_day,
)
from carerslib.prices import Price

__all__ = ["Contract"]


def _options(given: Iterable[Option]) -> tuple[Option, ...]:
    return several(given)


def _reference(value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value:
        return None
    return InvalidValueError("reference", value, "the caller's own key, not empty")


@final
@attrs.frozen
class Contract:
    """A contract, grant or agreement: what for, from when to when, for how much.

    ``first_day`` and ``last_day`` are those of service in the firm term, both inclusive, and may be
    known only to the month or year; ``term`` is the firm term where the days do not say. With
    ``in_all`` the length and the amounts are those of the whole, options included, and how much of
    it is firm is not stated. ``value`` is the price of the firm term, or ``by_year`` gives it year
    by year. ``tags`` say what it is for, by the caller's own keys; what all its amounts name counts
    with them. An option that goes on to a day must add one. With a ``number`` the amounts are those
    of so many contracts together; an amount tagged ``contract`` is that of one of them.
    """

    reference: str
    first_day: Day | None = None
    last_day: Day | None = None
    term: Term | None = None
    value: Price | None = None
    by_year: ByYear[Price] | None = None
    options: tuple[Option, ...] = attrs.field(default=(), converter=_options)
    tags: tuple[tuple[str, tuple[str, ...]], ...] = attrs.field(default=(), converter=tags_of)
    amounts: tuple[Line, ...] = attrs.field(default=(), converter=named)
    uplift: ByYear[Price] | None = None
    taken: int = 0
    number: int = 1
    in_all: bool = False
    firm: Extent = attrs.field(init=False, eq=False, repr=False)
    whole: Extent = attrs.field(init=False, eq=False, repr=False)
    by_tag: Mapping[str, frozenset[str]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        require(
            _reference(self.reference),
            *self._day_problems(),
            *amount_problems(self.value, self.by_year),
            *check_each("options", self.options, Option, "an Option"),
            *check_each("amounts", self.amounts, Line, "a Line"),
            *tag_problems(self.tags),
            *self._count_problems(),
        )
        fill = object.__setattr__
        fill(self, "firm", self._firm())
        fill(self, "whole", self._whole() if self.options or self.in_all else self.firm)
        # of VAT the firm term says what the whole does: a finding asks only the one at hand
        fill(self.firm, "on_vat", self.whole.on_vat)
        fill(self, "by_tag", with_amounts(self.tags, self.whole))

    def _day_problems(self) -> list[InvalidValueError | None]:
        first, last, term = self.first_day, self.last_day, self.term
        problems = [
            None
            if first is None or isinstance(first, DateRange)
            else check_day("first_day", first),
            None if last is None or isinstance(last, DateRange) else last_day_problem(last),
            None
            if term is None or isinstance(term, Term)
            else InvalidValueError("term", term, "a Term, or None if not stated"),
        ]
        if any(problems) or first is None or last is None or term is None:
            return problems
        expected = last_day(first, term)
        if last == expected:
            return []
        says = f"{format_day(expected)}, as the first day and the term say, or no term"
        return [InvalidValueError("last_day", last, says)]

    def _count_problems(self) -> list[InvalidValueError | None]:
        taken, number, options = self.taken, self.number, len(self.options)
        beside = bool(self.amounts) and (self.value is not None or self.by_year is not None)
        uplift = self.uplift is None or isinstance(self.uplift, ByYear)
        return [
            InvalidValueError("options", self.options, "none beside in_all, which includes them")
            if self.in_all and options
            else None,
            InvalidValueError("amounts", self.amounts, "no amounts beside value or by_year")
            if beside
            else None,
            None if uplift else InvalidValueError("uplift", self.uplift, "a ByYear of prices"),
            None
            if type(taken) is int and 0 <= taken <= options
            else InvalidValueError("taken", taken, f"a whole number from 0 to {options}"),
            None
            if type(number) is int and number > 0
            else InvalidValueError("number", number, "a whole number from 1"),
        ]

    def _firm(self) -> Extent:
        last = self.last_day
        if last is None and self.first_day is not None and self.term is not None:
            last = last_day(self.first_day, self.term)
        if self.in_all:
            return Extent(self.first_day)
        lines = lines_of(self.value, self.by_year, "", FIRM) + self._uplift_lines()
        if self.options:
            # what is not said to be of the firm part may be, nobody knows how much of it
            lines = (*(of_firm(line) for line in self.amounts if may_be_firm(line)), *lines)
        else:
            lines = (*(placed(line) for line in self.amounts), *lines)
        return Extent(self.first_day, last, self.term, self._filled(lines))

    def _filled(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Give what some amounts leave unsaid as the contract says it of all."""
        return filled(lines, self.amounts, self.tags) if self.amounts and self.tags else lines

    def _uplift_lines(self) -> tuple[Line, ...]:
        if self.uplift is None:
            return ()
        return tuple(
            Line(price, (("year", str(year)),), f"uplift[{year}]", UPLIFT)
            for year, price in self.uplift.items()
        )

    def _whole(self) -> Extent:
        if self.in_all:
            whole = attrs.evolve(self, in_all=False).firm
            return attrs.evolve(whole, lines=tuple(map(unplaced, whole.lines)))
        if self.amounts:
            alone = len(self.options) == 1
            own = map(in_the_only_option, self.amounts) if alone else self.amounts
            lines = [*own, *self._uplift_lines()]
        else:
            lines = list(self.firm.lines or (Line(None, (), "value", FIRM),))
        for number, option in enumerate(self.options):
            prefix, place = f"options[{number}].", in_option(number)
            stated = lines_of(option.value, option.by_year, prefix, place)
            if not stated and not self.amounts:
                stated = (Line(None, (), f"{prefix}value", place),)
            lines += stated
        if all(line.price is None for line in lines):
            lines = []
        terms, ends = [self._span, *(option.term for option in self.options)], self._ends()
        term, at_least = _in_full(terms)
        unstated = sum(option.term is None for option in self.options)
        if at_least is not None and unstated:
            # an option lasts a day at the least
            at_least += Term(days=unstated)
        counted, parts = self._filled(tuple(lines)), tuple(zip(ends, terms, strict=True))
        return Extent(self.first_day, ends[-1], term, counted, at_least, parts)

    @property
    def _span(self) -> Term | None:
        """The firm term as it is stated, or else as the days give it."""
        return self.firm.length if self.term is None else self.term

    def _ends(self) -> list[Day | None]:
        """Give the last day of each part: terms are counted as one span, never end to end."""
        start, span, last = self.first_day, self._span, self.firm.last
        # where the firm term states no end, the options alone say how long it is at least
        least = start is not None and span is None and last is None
        ends = [last]
        for number, option in enumerate(self.options):
            if option.last_day is not None:
                require(_too_early(number, option.last_day, last))
                start, span, last, least = None, None, option.last_day, False
                ends.append(last)
                continue
            if last is not None and (start is None or span is None):
                # nothing is known to count from but the day after the last so far
                start, span = next_day(last), None
            if option.term is None:
                start, span = None, None
                # it lasts a day at the least
                last = None if last is None else DateRange.onwards(earliest(next_day(last)))
            else:
                span = option.term if span is None else span + option.term
                last = None if start is None else end_after(start, span)
                last = DateRange.onwards(earliest(last)) if least and last is not None else last
            ends.append(last)
        return ends

    @property
    def offered(self) -> tuple[Term | None, ...]:
        """How long each option is; None where that is not stated or follows from no day."""
        found: list[Term | None] = [None] if self.in_all else []
        for number, option in enumerate(self.options):
            term = option.term
            if option.last_day is not None:
                before = attrs.evolve(self, options=self.options[:number], taken=0).whole.last
                if isinstance(before, date):
                    term = DateRange(before + timedelta(days=1), option.last_day).length
            found.append(term)
        return tuple(found)

    def with_option(self, field: str, term: Term) -> Contract:
        """Give the contract with another term for one option, named as in ``options[0].term``."""
        options = tuple(
            attrs.evolve(option, term=term, last_day=None)
            if field == f"options[{number}].term"
            else option
            for number, option in enumerate(self.options)
        )
        return attrs.evolve(self, options=options)

    @property
    def committed(self) -> Extent:
        """The firm term with the options that have been exercised."""
        if not self.taken:
            return self.firm
        # what an amount is of does not hang on which options are exercised
        own = {line.what: line for line in self.whole.lines}
        taken = attrs.evolve(self, options=self.options[: self.taken], taken=0).whole
        lines = within_options((own[line.what] for line in taken.lines), self.taken)
        return attrs.evolve(taken, lines=lines)

    def taking(self, times: int = 1) -> Contract:
        """Give the contract with its next option exercised, or the next few; they stay options.

        Raises :class:`~carerslib.errors.InvalidValueError` where there are not so many options.
        """
        return attrs.evolve(self, taken=self.taken + times)

    def exercised(self, number: int = 1) -> Contract:
        """Give the contract with its next option, or the next few, made part of the firm term.

        Raises :class:`~carerslib.errors.InvalidValueError` where there are not so many options, and
        where their prices and that of the firm term are not known on any one basis.
        """
        if not 1 <= number <= len(self.options):
            expected = f"a number from 1 to {len(self.options)}, the options there are"
            raise InvalidValueError(field="number", value=number, expected=expected)
        taken = attrs.evolve(self, options=self.options[:number], taken=0)
        parts: tuple[Contract | Option, ...] = (self, *taken.options)
        years = [part.by_year for part in parts if part.by_year is not None]
        prices = [price for part in parts if (price := _price(part)) is not None]
        yearly = len(years) == len(parts)
        priced = len(prices) == len(parts) and not yearly
        term = taken.whole.term
        counted = term is not None and self.first_day is not None
        return attrs.evolve(
            self,
            last_day=None if counted else taken.whole.last,
            term=term,
            value=Price.total(prices) if priced else None,
            by_year=reduce(add, years) if yearly else None,
            amounts=made_firm(self.amounts, self.options, number),
            options=self.options[number:],
            taken=max(self.taken - number, 0),
        )

    # the changes that a remedy may ask for

    def offering(self, number: int) -> Contract:
        """Give the contract with no more than its first few options, and their amounts."""
        if number >= len(self.options):
            return self
        taken, amounts = min(self.taken, number), within_options(self.amounts, number)
        return attrs.evolve(self, options=self.options[:number], taken=taken, amounts=amounts)

    def ending(self, last: date) -> Contract:
        """Give the contract with every day after ``last`` taken off, the last option first."""
        kept = self.options
        while kept:
            shorter = attrs.evolve(self, options=kept[:-1], taken=0)
            end = shorter.whole.last
            if end is None or earliest(end) < last:
                cut = attrs.evolve(kept[-1], term=None, last_day=last)
                return attrs.evolve(self.offering(len(kept)), options=(*kept[:-1], cut))
            kept = kept[:-1]
        return attrs.evolve(self.offering(0), last_day=last, term=None)

    def starting(self, first: date) -> Contract:
        """Give the contract with another first day; a last day that is stated stays."""
        return attrs.evolve(self, first_day=first, term=None if self.last_day else self.term)

    def priced(self, what: str, stated: Money) -> Contract:
        """Give the contract with one amount, or all together, at another figure.

        ``what`` is ``"value"`` for the whole, the difference being taken off the last amounts
        first, or names one amount as a remedy does: ``"firm.value"``, ``"by_year[2018/19]"``,
        ``"options[0].value"``. The figure stands on the basis that the amount states.
        """
        lines, chosen = called("value", self.whole.lines), called(what, self.whole.lines)
        if what != "value" and not chosen:
            names = (FIRM_VALUE if line.what == "value" else line.what for line in lines)
            expected = f"one of value, {', '.join(names)}"
            raise InvalidValueError(field="what", value=what, expected=expected)
        prices = {line.what: line.price for line in lines if line.price is not None}
        excess = Money.total(prices[line.what].stated for line in chosen) - stated
        for line in reversed(chosen):
            price = prices[line.what]
            taken = min(excess, price.stated)
            prices[line.what] = price.at(price.stated - taken)
            excess -= taken
        amounts = tuple(
            attrs.evolve(line, price=prices.get(line.what, line.price)) for line in self.amounts
        )
        uplift = self.uplift and ByYear.of(
            {year: prices[f"uplift[{year}]"] for year in self.uplift.years}
        )
        return attrs.evolve(
            _repriced(self, "", prices),
            amounts=amounts,
            uplift=uplift,
            options=tuple(
                _repriced(option, f"options[{number}].", prices)
                for number, option in enumerate(self.options)
            ),
        )


def _in_full(terms: list[Term | None]) -> tuple[Term | None, Term | None]:
    """Give the firm term and all options as one span, or what is stated of it."""
    known = [term for term in terms if term is not None]
    stated = reduce(add, known) if known else None
    return (stated, None) if len(known) == len(terms) else (None, stated)


def _too_early(number: int, day: date, last: Day | None) -> InvalidValueError | None:
    """Refuse an option that adds no day: it would make the whole end before its firm term."""
    if last is None or day > earliest(last):
        return None
    expected = f"a day after {format_day(earliest(last))}, to which the contract runs without it"
    return InvalidValueError(f"options[{number}].last_day", day, expected)


def _price(part: Contract | Option) -> Price | None:
    return Price.total(part.by_year.values()) if part.by_year is not None else part.value


P = TypeVar("P", Contract, Option)


def _repriced(part: P, prefix: str, prices: Mapping[str, Price]) -> P:
    if part.by_year is None:
        return attrs.evolve(part, value=prices.get(f"{prefix}value"))
    pairs = {year: prices[f"{prefix}by_year[{year}]"] for year in part.by_year.years}
    return attrs.evolve(part, by_year=ByYear.of(pairs))
