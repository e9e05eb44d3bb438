"""Whatever is put into a pool and spent from it, its settlement adds up to the penny."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carerslib.citations import Citation
from carerslib.funds.pooled import (
    Contribution,
    Means,
    Outturn,
    PoolAgreement,
    Portion,
    RiskShare,
    Scheme,
    Settlement,
    settle,
)
from carerslib.money import ZERO, Money
from carerslib.testing.strategies import money
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

SOURCE: Final = Citation.record("Section 75 agreement")
PARTNERS: Final = ("council", "board", "trust")
AMOUNTS: Final = money(ZERO, Money.pounds("1000000"))
STATED: Final = st.none() | st.booleans()


@st.composite
def agreements(draw: DrawFn, risk_share: RiskShare) -> PoolAgreement:
    """Build agreements of two or three partners, in one way of sharing."""
    partners = PARTNERS[: draw(st.integers(2, 3))]
    first, *others = draw(
        st.lists(
            st.tuples(AMOUNTS, AMOUNTS), min_size=len(partners), max_size=len(partners)
        ).filter(lambda pairs: any(amount > ZERO for pair in pairs for amount in pair))
    )
    cut = draw(st.integers(0, 100))
    shares = dict(zip(partners, (cut, 100 - cut, 0), strict=False))
    return PoolAgreement(
        "pool",
        SOURCE,
        draw(st.sampled_from(partners)),
        [
            Contribution(partner, *pair)
            for partner, pair in zip(partners, (first, *others), strict=True)
        ],
        risk_share,
        overspend_shares=draw(st.just({}) | st.just(shares)),
        underspend_returned=draw(STATED),
    )


@st.composite
def budgets(draw: DrawFn, contributed: Money, *, fit: bool) -> tuple[Money, ...]:
    """Divide what was contributed, less or, unless they fit, more between one to four schemes."""
    some = draw(money(ZERO, contributed))
    possible = [contributed, contributed - some, contributed + some]
    held = draw(st.sampled_from(possible[:2] if fit else possible))
    weights = draw(st.lists(st.integers(0, 5), min_size=1, max_size=4).filter(any))
    return held.share(weights)


@st.composite
def schemes(draw: DrawFn, place: int, budget: Money) -> Scheme:
    """Build a scheme that is over, under or even, and that may have money it can do without."""
    some, _ = budget.share(draw(st.sampled_from([(1, 0), (1, 3), (0, 1)])))
    spent = draw(st.sampled_from([budget + some, budget - some]) | money(ZERO, budget * 2))
    left = max(budget - spent, ZERO)
    uncommitted = draw(st.sampled_from([left, ZERO]) | money(ZERO, left))
    partner = draw(st.sampled_from([*PARTNERS, "a stranger", None]))
    return Scheme(f"scheme {place}", budget, spent, partner, uncommitted)


@st.composite
def settlements(draw: DrawFn, risk_share: RiskShare, *, fit: bool = False) -> Settlement:
    """Settle outturns with schemes, with a total, or with both, which may contradict each other.

    Where they ``fit`` there are schemes that contradict nothing, unless it is the risk pool.
    """
    agreement = draw(agreements(risk_share))
    contributed = agreement.total
    by_scheme = fit or draw(st.booleans())
    held = draw(budgets(contributed, fit=fit)) if by_scheme else ()
    listed = [draw(schemes(place, budget)) for place, budget in enumerate(held)]
    either = st.sampled_from([None, Money.total(each.spent for each in listed)])
    stated = (either if fit else either | AMOUNTS) if listed else whole(contributed)
    outturn = Outturn(
        "year",
        draw(stated),
        listed,
        draw(st.just(ZERO) | money(ZERO, contributed)),
        draw(STATED),
        draw(st.none() | st.lists(st.sampled_from(PARTNERS))),
        draw(STATED),
        draw(STATED),
    )
    return settle(agreement, outturn)


def whole(contributed: Money) -> SearchStrategy[Money]:
    """Return what a pool taken as a whole may have spent: all that it had, less, or more."""
    return st.just(contributed) | money(ZERO, contributed) | money(contributed, contributed * 3)


ANY_WAY: Final = st.sampled_from(RiskShare).flatmap(settlements)
WATERFALLS: Final = settlements(RiskShare.WATERFALL, fit=True)


def within_the_pool(settlement: Settlement) -> list[Means]:
    """List what an overspend is covered from that was contributed, and so is released as well."""
    means = [Means.OTHER_SCHEMES, Means.UNALLOCATED, Means.UNCOMMITTED]
    return means + [Means.RISK_POOL] * bool(settlement.outturn.risk_pool_contributed)


def total(side: tuple[Portion, ...], *means: Means) -> Money:
    return Money.total(each.amount for each in side if each.means in means)


@given(ANY_WAY)
def test_the_shares_of_each_side_add_up_to_it(settlement: Settlement) -> None:
    assert total(settlement.covered, *Means) == settlement.overspent
    assert total(settlement.released, *Means) == settlement.underspent


@pytest.mark.parametrize("risk_share", RiskShare)
@given(data=st.data())
def test_what_was_contributed_and_charged_is_what_was_spent_and_what_is_left(
    risk_share: RiskShare, data: st.DataObject
) -> None:
    settlement = data.draw(settlements(risk_share))
    within = within_the_pool(settlement)
    charged = settlement.overspent - total(settlement.covered, *within)
    left = settlement.underspent - total(settlement.released, *within)
    spent = settlement.outturn.total_spent
    assert settlement.agreement.total + charged == spent + left
    assert settlement.agreement.total + settlement.overspent == spent + settlement.underspent


@given(WATERFALLS)
def test_what_one_part_of_the_pool_covers_another_part_gives_up(settlement: Settlement) -> None:
    for means in within_the_pool(settlement):
        assert total(settlement.covered, means) == total(settlement.released, means)


@given(WATERFALLS)
def test_nothing_gives_up_more_than_it_has(settlement: Settlement) -> None:
    listed = settlement.outturn.schemes
    uncommitted = Money.total(each.uncommitted for each in listed)
    under = Money.total(each.under for each in listed)
    assert total(settlement.covered, Means.UNCOMMITTED) <= uncommitted
    assert total(settlement.covered, Means.OTHER_SCHEMES) <= under - uncommitted
    assert total(settlement.covered, Means.RISK_POOL) <= settlement.outturn.risk_pool


@given(ANY_WAY)
def test_no_share_is_negative_and_every_partner_named_is_one(settlement: Settlement) -> None:
    for each in settlement.covered + settlement.released:
        assert each.amount >= ZERO
        assert each.who in ("", *settlement.agreement.partners)


@given(ANY_WAY)
def test_what_is_unsettled_is_never_called_met(settlement: Settlement) -> None:
    if settlement.unsettled > ZERO:
        assert settlement.verdict.result in (Result.UNDETERMINED, Result.NOT_MET)


@given(st.sampled_from([RiskShare.OWN_RISK, RiskShare.WATERFALL]).flatmap(settlements))
def test_budgets_that_nobody_funded_are_never_called_met_where_schemes_bear_the_risk(
    settlement: Settlement,
) -> None:
    held = Money.total(each.budget for each in settlement.outturn.schemes)
    if held > settlement.agreement.total:
        assert settlement.verdict.result in (Result.UNDETERMINED, Result.NOT_MET)


@given(WATERFALLS, st.booleans())
def test_what_is_met_without_knowing_where_the_risk_pool_is_from_is_met_either_way(
    settlement: Settlement,
    contributed: bool,  # noqa: FBT001 - drawn
) -> None:
    agreement, outturn = settlement.agreement, settlement.outturn
    held = Money.total(each.budget for each in outturn.schemes) + outturn.risk_pool
    impossible = contributed and bool(outturn.schemes) and held > agreement.total
    if outturn.risk_pool_contributed is None and settlement.verdict.is_met and not impossible:
        known = settle(agreement, attrs.evolve(outturn, risk_pool_contributed=contributed))
        assert known.verdict.is_met
        for means in (Means.UNCOMMITTED, Means.OUTSIDE, Means.FURTHER_SCHEMES):
            assert total(known.covered, means) == total(settlement.covered, means)
            assert total(known.released, means) == total(settlement.released, means)


@given(agreements(RiskShare.PRO_RATA), AMOUNTS)
def test_an_amount_shared_out_by_contributions_adds_up(
    agreement: PoolAgreement, amount: Money
) -> None:
    parts = agreement.share_out(amount)
    assert tuple(partner for partner, _ in parts) == agreement.partners
    assert Money.total(part for _, part in parts) == amount
