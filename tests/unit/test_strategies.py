"""What the strategies build: everything that they promise, and nothing outside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from carerslib.awards import Authority, Proposal, Resolution, Used, judge
from carerslib.basis import Basis
from carerslib.citations import Citation, Standing
from carerslib.clauses import (
    Cap,
    Clause,
    Delegation,
    Extent,
    Figure,
    Floor,
    Holder,
    Length,
    Line,
    Only,
    Precondition,
    Readings,
    Share,
    Start,
    Steps,
    Taken,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.money import ZERO, Money
from carerslib.parameters import Parameter
from carerslib.periods import ByYear, DateRange, FinancialYear, Term
from carerslib.prices import Price, Vat, VatTreatment
from carerslib.testing import strategies
from carerslib.verdicts import Finding, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

UNSHRUNK = settings(phases=(Phase.generate,))
PATIENT = settings(UNSHRUNK, max_examples=2000)
TEN = Money.pounds("10.00")


@pytest.mark.parametrize(
    ("strategy", "kind"),
    [
        (strategies.money(), Money),
        (strategies.prices(), Price),
        (strategies.terms(), Term),
        (strategies.days(), date),
        (strategies.imprecise_days(), date | DateRange),
        (strategies.date_ranges(), DateRange),
        (strategies.financial_years(), FinancialYear),
        (strategies.by_year(strategies.money()), ByYear),
        (strategies.citations(), Citation),
        (strategies.parameters(strategies.money()), Parameter),
        (strategies.findings(), Finding),
        (strategies.verdicts(), Verdict),
        (strategies.remedies(), Remedy),
        (strategies.figures(), Figure),
        (strategies.numbers(), Figure),
        (strategies.caps(), Cap),
        (strategies.windows(), Window),
        (strategies.lengths(), Length),
        (strategies.only(), Only),
        (strategies.holders(), Holder),
        (strategies.readings(), Readings),
        (strategies.floors(), Floor),
        (strategies.shares(), Share),
        (strategies.preconditions(), Precondition),
        (strategies.starts(), Start),
        (strategies.steps(), Steps),
        (strategies.taken(), Taken),
        (strategies.facts(), dict),
        (strategies.clauses(), Clause),
        (strategies.delegations(), Delegation),
        (strategies.lines(), Line),
        (strategies.extents(), Extent),
        (strategies.options(), Option),
        (strategies.contracts(), Contract),
        (strategies.proposals(), Proposal),
        (strategies.authorities(), Authority),
        (strategies.resolutions(), Resolution),
        (strategies.resolutions().flatmap(strategies.used), Used),
        (strategies.resolutions().flatmap(strategies.bases), Basis),
    ],
    ids=[
        "money",
        "prices",
        "terms",
        "days",
        "imprecise_days",
        "date_ranges",
        "financial_years",
        "by_year",
        "citations",
        "parameters",
        "findings",
        "verdicts",
        "remedies",
        "figures",
        "numbers",
        "caps",
        "windows",
        "lengths",
        "only",
        "holders",
        "readings",
        "floors",
        "shares",
        "preconditions",
        "starts",
        "steps",
        "taken",
        "facts",
        "clauses",
        "delegations",
        "lines",
        "extents",
        "options",
        "contracts",
        "proposals",
        "authorities",
        "resolutions",
        "used",
        "bases",
    ],
)
@given(st.data())
def test_a_strategy_builds_what_it_is_named_for(
    strategy: SearchStrategy[object], kind: type, data: st.DataObject
) -> None:
    assert isinstance(data.draw(strategy), kind)


@given(strategies.money(ZERO, TEN), strategies.prices(TEN), strategies.terms(12, 7))
def test_bounds_are_kept(amount: Money, price: Price, term: Term) -> None:
    assert ZERO <= amount <= TEN
    assert ZERO <= price.stated <= TEN
    assert term.months <= 12
    assert term.days <= 7


@given(
    strategies.days(date(2018, 4, 1), date(2018, 4, 2)),
    strategies.date_ranges(date(2018, 4, 1), date(2018, 4, 2)),
    strategies.financial_years(2018, 2019),
    strategies.by_year(strategies.money(), max_size=2),
    strategies.parameters(strategies.money(), max_size=2),
)
def test_bounds_of_days_and_numbers_are_kept(
    day: date,
    held: DateRange,
    year: FinancialYear,
    amounts: ByYear[Money],
    parameter: Parameter[Money],
) -> None:
    both = DateRange(date(2018, 4, 1), date(2018, 4, 2))
    assert day in both
    assert both.contains(held)
    assert year.starts_in in (2018, 2019)
    assert len(amounts) <= 2
    assert len(parameter.values) <= 2


@pytest.mark.parametrize(
    "wanted",
    [
        lambda price: price.basis is Vat.UNSTATED,
        lambda price: price.basis is Vat.NET and price.gross is None,
        lambda price: price.basis is Vat.GROSS and price.net is None,
        lambda price: price.basis is Vat.GROSS and price.rate is not None,
        lambda price: price.basis is Vat.NET and price.rate is not None and price.vat > ZERO,
        lambda price: price.treatment is VatTreatment.TAXED and price.rate is None,
        lambda price: price.treatment is VatTreatment.EXEMPT,
        lambda price: price.treatment is VatTreatment.OUTSIDE_SCOPE,
    ],
)
def test_prices_of_every_kind_are_met(wanted: Callable[[Price], bool]) -> None:
    assert wanted(find(strategies.prices(), wanted, settings=UNSHRUNK))


@pytest.mark.parametrize(
    "wanted",
    [
        lambda term: term.months > 0 and term.days > 0,
        lambda term: term.months == 0,
        lambda term: term.days == 0,
    ],
)
def test_terms_of_every_kind_are_met(wanted: Callable[[Term], bool]) -> None:
    assert wanted(find(strategies.terms(), wanted, settings=UNSHRUNK))


@pytest.mark.parametrize(
    "wanted",
    [
        lambda day: isinstance(day, date),
        lambda day: isinstance(day, DateRange) and day == DateRange.year(day.first.year),
        lambda day: (
            isinstance(day, DateRange) and day == DateRange.month(day.first.year, day.first.month)
        ),
    ],
)
def test_days_known_to_a_day_a_month_and_a_year_are_met(wanted: Callable[[object], bool]) -> None:
    assert wanted(find(strategies.imprecise_days(), wanted, settings=UNSHRUNK))


@pytest.mark.parametrize("standing", Standing)
def test_citations_of_every_standing_are_met(standing: Standing) -> None:
    found = find(
        strategies.citations(), lambda citation: citation.standing is standing, settings=UNSHRUNK
    )
    assert found.source.strip()


def test_parameters_with_days_between_their_values_are_met() -> None:
    met = find(
        strategies.parameters(strategies.money()),
        lambda parameter: len(parameter.days_known) > 1,
        settings=UNSHRUNK,
    )
    assert len(met.values) > 1


def test_no_amount_is_met_beyond_a_bound() -> None:
    with pytest.raises(NoSuchExample):
        find(strategies.money(ZERO, TEN), lambda amount: amount > TEN)


def test_the_simplest_amount_is_nothing() -> None:
    assert find(strategies.money(), lambda _: True) == ZERO
    assert find(strategies.terms(), lambda _: True) == Term(months=1)


@given(strategies.proposals(complete=True))
def test_a_complete_proposal_states_who_acts_and_when_beside_a_complete_contract(
    proposal: Proposal,
) -> None:
    contract = proposal.contract
    assert isinstance(proposal.by, str)
    assert isinstance(proposal.on, date)
    assert None not in (contract.first_day, contract.last_day or contract.term)


@given(strategies.contracts(complete=True))
def test_a_complete_contract_states_its_days_its_price_and_its_service(contract: Contract) -> None:
    assert isinstance(contract.whole.first, date)
    assert isinstance(contract.whole.last, date)
    assert all(line.price is not None for line in contract.whole.lines)
    assert contract.by_tag["service"]


def _judged() -> SearchStrategy[Verdict]:
    return strategies.authorities().flatmap(
        lambda under: strategies.proposals().map(lambda made: judge(made, under=under))
    )


@pytest.mark.parametrize("result", [Result.MET, Result.NOT_MET, Result.UNDETERMINED])
def test_what_is_built_for_awards_gives_every_answer(result: Result) -> None:
    def has_clauses_and_this_answer(verdict: Verdict) -> bool:
        return verdict.result is result and len(verdict.parts) > 1

    met = find(_judged(), has_clauses_and_this_answer, settings=PATIENT)
    assert met.result is result
