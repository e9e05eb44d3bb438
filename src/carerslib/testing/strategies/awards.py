"""Strategies for resolutions, contracts, proposals, and what has been used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hypothesis import strategies as st

from carerslib.awards import (
    AWARD,
    CHANGES,
    EXTEND,
    GRANT,
    MODIFY,
    PAYMENTS,
    RULES,
    SPEND,
    Authority,
    Proposal,
    Resolution,
    Used,
)
from carerslib.citations import Citation
from carerslib.clauses import OPTION_ORDER, READINGS, WAIVERS, Cap, Readings, Unlimited
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.periods import ByYear, DateRange, FinancialYear, Term, last_day_of
from carerslib.testing.strategies._vocabulary import (
    FIRST,
    LAST,
    OFFICES,
    TAGS,
    award_days,
    award_prices,
    sources,
    spans,
)
from carerslib.testing.strategies.conditions import clauses, facts, taken
from carerslib.testing.strategies.of_clauses import delegations
from carerslib.testing.strategies.values import days

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from carerslib.basis import Basis
    from carerslib.periods import Day

__all__ = [
    "authorities",
    "bases",
    "contracts",
    "options",
    "proposals",
    "resolutions",
    "used",
]

_Fields: TypeAlias = "dict[str, Any]"
_REFERENCES: Final = st.sampled_from(("A", "B", "C"))


def authorities(reference: str = "c", max_clauses: int = 5) -> SearchStrategy[Authority]:
    """Return authorities of up to ``max_clauses`` clauses, no two of one kind.

    Half of them say besides that nothing else is limited: without such words, what no clause limits
    is undetermined.
    """
    held = st.lists(
        clauses(f"{reference}."), max_size=max_clauses, unique_by=lambda clause: clause.reference
    )
    powers = st.sampled_from(((AWARD,), (AWARD, EXTEND), (GRANT,)))
    free = (
        Unlimited(f"{reference}.any amount", Citation.record("Cabinet"), "amount"),
        Unlimited(f"{reference}.any period", Citation.record("Cabinet"), "period"),
    )
    bounded = held | held.map(lambda each: [*each, *free])
    return st.builds(Authority, st.just(reference), sources(), powers, bounded)


def resolutions(max_authorities: int = 2) -> SearchStrategy[Resolution]:
    """Return resolutions of up to ``max_authorities``, none at all included."""
    # built once: a strategy made anew for each example costs more than the example
    each = [authorities(f"({number})") for number in range(max_authorities)]
    held = st.one_of([st.tuples(*each[:count]) for count in range(max_authorities + 1)])
    resolved_on = st.none() | award_days() | award_days().map(lambda day: DateRange.year(day.year))
    return st.builds(Resolution, st.just("R"), st.just("cabinet"), sources(), resolved_on, held)


def _amounts(first_year: int) -> SearchStrategy[_Fields]:
    """Return no amount, one amount, or amounts by year from a financial year on."""
    years = st.integers(first_year, first_year + 4).map(FinancialYear)
    by_year = st.dictionaries(years, award_prices(), min_size=1, max_size=3).map(ByYear.of)
    return st.one_of(
        st.just({}),
        award_prices().map(lambda value: {"value": value}),
        by_year.map(lambda each: {"by_year": each}),
    )


def _joined(*each: _Fields) -> _Fields:
    return {name: value for fields in each for name, value in fields.items()}


def options(*, with_last_day: bool = False) -> SearchStrategy[Option]:
    """Return options for a further term, or for one that is not stated, priced or not.

    With ``with_last_day``, some go on to a day of 2040 instead, which no firm term reaches.
    """
    ends = st.none() | spans()
    until = days(date(2040, 1, 1), date(2040, 12, 31))
    when: SearchStrategy[_Fields] = ends.map(lambda term: {"term": term})
    if with_last_day:
        when |= until.map(lambda day: {"last_day": day})
    fields = st.builds(_joined, when, _amounts(LAST.year))
    return fields.map(lambda known: Option(**known))


def _known(day: date) -> SearchStrategy[Day | None]:
    """Return a day as a record may know it: not at all, exactly, or to the month or year."""
    return st.sampled_from(
        (day, None, DateRange.month(day.year, day.month), DateRange.year(day.year))
    )


def contracts(
    references: SearchStrategy[str] = _REFERENCES, *, complete: bool = False
) -> SearchStrategy[Contract]:
    """Return contracts of which anything may be left unstated, with up to three options.

    Some without options are stated in all, with no word on how much of them is firm. With
    ``complete``, the days, the price and every tag are stated, and the days exactly.
    """

    def dated(first: date, term: Term) -> SearchStrategy[_Fields]:
        last = last_day_of(first, term)
        ends: tuple[_Fields, ...] = (
            {"first_day": first, "last_day": last},
            {"first_day": first, "term": term},
        )
        to_an_end: _Fields = {"last_day": last, "term": term}
        exact = st.sampled_from(ends)
        if complete:
            return exact
        return st.one_of(
            exact,
            st.builds(lambda a, b: {"first_day": a, "last_day": b}, _known(first), _known(last)),
            _known(first).map(lambda day: {"first_day": day, "term": term}),
            st.just(to_an_end),
        )

    when = st.tuples(award_days(), spans()).flatmap(lambda pair: dated(*pair))
    tags: SearchStrategy[_Fields] = st.fixed_dictionaries(
        {
            name: st.lists(st.sampled_from(values), min_size=1, unique=True)
            for name, values in TAGS.items()
        }
    )
    if complete:
        amount: SearchStrategy[_Fields] = award_prices().map(lambda value: {"value": value})
        extra = st.lists(st.builds(Option, spans(), award_prices()), max_size=3)
    else:
        amount = _amounts(FIRST.year)
        tags |= st.just({})
        extra = st.lists(options(with_last_day=True), max_size=3).filter(_in_order)
    others = st.fixed_dictionaries(
        {"reference": references, "tags": tags, "options": extra.map(_tuple)}
    )
    fields = st.builds(_joined, when, amount, others)
    if not complete:
        fields = st.builds(_joined, fields, st.sampled_from((False, False, True)).map(_in_all))
    return fields.map(_contract)


def _in_all(in_all: bool) -> _Fields:  # noqa: FBT001 - stated in all, or not
    return {"in_all": in_all}


def _contract(known: _Fields) -> Contract:
    """Make a contract; one that has options is not stated in all."""
    return Contract(**(known | {"in_all": known.get("in_all", False) and not known["options"]}))


def _tuple(held: list[Option]) -> tuple[Option, ...]:
    return (*held,)


def _in_order(held: list[Option]) -> bool:
    """Keep options apart that go on to a day which an earlier one may have passed."""
    return len(held) < 2 or all(option.last_day is None for option in held)  # noqa: PLR2004


def proposals(
    references: SearchStrategy[str] = _REFERENCES, *, complete: bool = False
) -> SearchStrategy[Proposal]:
    """Return proposals to use a power, of which anything may be left unstated.

    With ``complete``, the contract is stated in full, and so are the office and the day.
    """
    office = st.sampled_from(OFFICES)
    on = award_days()
    return st.builds(
        Proposal,
        st.sampled_from((AWARD, AWARD, EXTEND, MODIFY, SPEND)),
        contracts(references, complete=complete),
        by=office if complete else st.none() | office,
        on=on if complete else on.flatmap(_known),
        chain=st.lists(delegations(), max_size=2),
        facts=facts(),
        takes=st.none() | taken(),
    )


_CONVENTIONS: Final = (COUNTS_OPTIONS, OPTION_ORDER, CHANGES, PAYMENTS, WAIVERS)

_PROPOSALS: Final = st.deferred(proposals)


def used(under: Resolution | Authority, max_made: int = 3) -> SearchStrategy[Used]:
    """Return what is used under a resolution once up to ``max_made`` proposals were acted on."""
    made = st.lists(_PROPOSALS, max_size=max_made)
    return made.map(lambda each: Used().after(*each, under=under))


def bases(under: Resolution | Authority) -> SearchStrategy[Basis]:
    """Return bases in which readings of a resolution are chosen, and ways of counting, or not."""
    clauses_held = [each for one in under.authorities for each in one.clauses]
    choices = {
        each.reference: st.sampled_from([reading.name for reading in each.readings])
        for each in clauses_held
        if isinstance(each, Readings)
    } | {
        each.reference: st.sampled_from([name for name in READINGS.values() if name])
        for each in clauses_held
        if isinstance(each, Cap)
    }
    conventions = st.fixed_dictionaries(
        {}, optional={each.name: st.sampled_from(each.options) for each in _CONVENTIONS}
    )
    readings = st.fixed_dictionaries({}, optional=choices)
    return st.builds(
        lambda counted, read: RULES.basis(conventions=counted, readings=read),
        conventions,
        readings,
    )
