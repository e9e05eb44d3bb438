"""A contract's options are one span with its firm term, however they are taken up."""

from __future__ import annotations

from datetime import date

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term, last_day_of
from carerslib.testing.strategies import by_year, contracts, days, money, prices, terms

FEW = st.lists(terms(max_months=60, max_days=400), min_size=1, max_size=4)
UNSTATED = money(Money.pounds("0.00"), Money.pounds("500.00"))


@given(days(), FEW)
def test_options_taken_one_after_another_end_when_the_whole_does(
    first: date, lengths: list[Term]
) -> None:
    firm, *more = lengths
    contract = Contract("A", first, term=firm, options=tuple(Option(term) for term in more))
    whole = sum(more, start=firm)
    assert contract.whole.last == last_day_of(first, whole)
    for _ in more:
        contract = contract.exercised()
    assert contract.firm.last == last_day_of(first, whole)
    assert contract.options == ()


@given(contracts())
def test_taking_up_every_option_leaves_the_whole_as_it_was(contract: Contract) -> None:
    options = tuple(attrs.evolve(each, value=None, by_year=None) for each in contract.options)
    if not options:
        return
    contract = one_by_one = attrs.evolve(contract, value=None, by_year=None, options=options)
    for _ in options:
        one_by_one = one_by_one.exercised()
    together = contract.exercised(len(options))
    assert together.whole.last == contract.whole.last
    assert together.options == one_by_one.options == ()
    if contract.first_day is not None and contract.whole.term is not None:
        assert one_by_one.whole.last == contract.whole.last


@given(contracts(complete=True), days(date(2018, 4, 1), date(2040, 3, 31)))
def test_a_contract_brought_to_an_end_ends_on_that_day(contract: Contract, last: date) -> None:
    first = contract.first_day
    assert isinstance(first, date)
    if last < first:
        return
    ended = contract.ending(last)
    assert ended.whole.last == last
    assert ended.first_day == first
    assert len(ended.options) <= len(contract.options)


@given(contracts(complete=True), st.data())
def test_a_contract_repriced_states_that_sum(contract: Contract, data: st.DataObject) -> None:
    amounts = [line.price.stated for line in contract.whole.lines if line.price is not None]
    total = Money.total(amounts)
    wanted = data.draw(money(Money.pounds("0.00"), total))
    repriced = contract.priced("value", wanted)
    left = [line.price.stated for line in repriced.whole.lines if line.price is not None]
    assert Money.total(left) == wanted
    assert all(after <= before for after, before in zip(left, amounts, strict=True))


@given(by_year(prices(), max_size=3), st.data())
def test_one_year_repriced_leaves_the_others(profile: object, data: st.DataObject) -> None:
    contract = Contract("A", by_year=profile)  # type: ignore[arg-type]
    line = data.draw(st.sampled_from(contract.whole.lines))
    wanted = data.draw(UNSTATED)
    repriced = contract.priced(line.what, wanted)
    for before, after in zip(contract.whole.lines, repriced.whole.lines, strict=True):
        assert after.price is not None
        expected = wanted if before.what == line.what else before.price and before.price.stated
        assert after.price.stated == expected
