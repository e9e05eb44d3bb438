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
from carerslib.clauses import OPTION_ORDER, READINGS, WAIVERS, Cap, Line, Readings, Unlimited
from carerslib.clauses._nested import walk
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
    from carerslib.prices import Price

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


def _beside(amounts: SearchStrategy[_Fields]) -> SearchStrategy[_Fields]:
    """Return amounts, some of them lot by lot instead, or with an uplift beside the price."""
    year = FinancialYear(FIRST.year)
    lots = st.dictionaries(st.sampled_from(TAGS["lot"]), st.none() | award_prices(), min_size=1)
    each_lot = lots.map(lambda held: {"amounts": [*map(_of_lot, held.items())]})
    uplift = award_prices().map(lambda price: {"uplift": ByYear.of({year: price})})
    return st.one_of(amounts, amounts, each_lot, st.builds(_joined, amounts, uplift))


def _of_lot(held: tuple[str, Price | None]) -> Line:
    lot, price = held
    return Line(price, {"lot": lot})


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

    Some without options are stated in all, with no word on how much of them is firm. Some have an
    amount for each lot, or an uplift beside the price, and some are several contracts alike. With
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
        amount = _beside(_amounts(FIRST.year))
        tags |= st.just({})
        extra = st.lists(options(with_last_day=True), max_size=3).filter(_in_order)
    others = st.fixed_dictionaries(
        {"reference": references, "tags": tags, "options": extra.map(_tuple)}
    )
    if complete:
        return st.builds(_joined, when, amount, others).map(_contract)
    counted = st.fixed_dictionaries(
        {
            "in_all": st.sampled_from((False, False, True)),
            "number": st.sampled_from((1, 1, 1, 2)),
            "taken": st.integers(0, 2),
        }
    )
    return st.builds(_joined, when, amount, others, counted).map(_contract)


def _contract(known: _Fields) -> Contract:
    """Make a contract; one that has options is not stated in all, and no more are taken."""
    there = len(known["options"])
    in_all, taken = known.get("in_all", False) and not there, min(known.get("taken", 0), there)
    return Contract(**(known | {"in_all": in_all, "taken": taken}))


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
    power = st.sampled_from((AWARD, AWARD, EXTEND, MODIFY, SPEND))
    stated = {"chain": st.lists(delegations(), max_size=2), "facts": facts()}
    takes = st.none() | taken()
    if complete:
        whole = contracts(references, complete=True)
        return st.builds(Proposal, power, whole, by=office, on=on, takes=takes, **stated)
    together = st.lists(office, min_size=2, max_size=3, unique=True)
    linked: SearchStrategy[dict[str, Contract]] = st.just({}) | contracts(complete=True).map(
        lambda other: {"other": other}
    )
    return st.builds(
        Proposal,
        power,
        contracts(references),
        by=st.none() | office | together,
        on=on.flatmap(_known),
        takes=takes,
        changes=st.sampled_from(("", "", "A")),
        linked=linked,
        **stated,
    )


_CONVENTIONS: Final = (COUNTS_OPTIONS, OPTION_ORDER, CHANGES, PAYMENTS, WAIVERS)

_PROPOSALS: Final = st.deferred(proposals)


def used(under: Resolution | Authority, max_made: int = 3) -> SearchStrategy[Used]:
    """Return what is used under a resolution once up to ``max_made`` proposals were acted on."""
    made = st.lists(_PROPOSALS, max_size=max_made)
    return made.map(lambda each: Used().after(*each, under=under))


def bases(under: Resolution | Authority) -> SearchStrategy[Basis]:
    """Return bases in which readings of a resolution are chosen, and ways of counting, or not."""
    held = [*walk([each for one in under.authorities for each in one.clauses])]
    names: dict[str, set[str]] = {}
    for each in held:
        # words inside several others may have one reference: a choice must suit them all
        if isinstance(each, Readings):
            own = {reading.name for reading in each.readings}
            names[each.reference] = names.get(each.reference, own) & own
        elif isinstance(each, Cap):
            own = {READINGS[vat] for vat, _, _ in each.at_most.limits()}
            own = own if len(own) > 1 else set()
            names[each.reference] = names.get(each.reference, own) & own
    choices = {
        reference: st.sampled_from(sorted(known)) for reference, known in names.items() if known
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
