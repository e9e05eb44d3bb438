"""Whatever is put into a pool and spent from it, its settlement adds up to the penny."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from carerslib.citations import Citation
from carerslib.funds.pooled import (
    Contribution,
    Means,
    Outturn,
    PoolAgreement,
    RiskShare,
    Scheme,
    settle,
)
from carerslib.money import ZERO, Money
from carerslib.testing.strategies import money
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

SOURCE: Final = Citation.record("Section 75 agreement")
PARTNERS: Final = ("council", "board", "trust")
AMOUNTS: Final = money(ZERO, Money.pounds("1000000"))
STATED: Final = st.none() | st.booleans()


@st.composite
def agreements(draw: DrawFn) -> PoolAgreement:
    """Build agreements of two or three partners, in every way of sharing."""
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
        draw(st.sampled_from(RiskShare)),
        overspend_shares=draw(st.just({}) | st.just(shares)),
        underspend_returned=draw(STATED),
    )


@st.composite
def outturns(draw: DrawFn) -> Outturn:
    """Build outturns with schemes, with a total, or with both, which may contradict each other."""
    schemes = st.builds(
        Scheme,
        st.text("abc", min_size=1, max_size=3),
        AMOUNTS,
        AMOUNTS,
        st.none() | st.sampled_from([*PARTNERS, "a stranger"]),
        AMOUNTS,
    )
    listed = draw(st.lists(schemes, max_size=4))
    spent = draw(AMOUNTS if not listed else st.none() | AMOUNTS)
    return Outturn(
        "year",
        spent,
        listed,
        draw(AMOUNTS),
        draw(STATED),
        draw(st.none() | st.lists(st.sampled_from(PARTNERS))),
        draw(STATED),
    )


@given(agreements(), outturns())
def test_the_shares_of_each_side_add_up_to_it(agreement: PoolAgreement, outturn: Outturn) -> None:
    settlement = settle(agreement, outturn)
    assert Money.total(each.amount for each in settlement.covered) == settlement.overspent
    assert Money.total(each.amount for each in settlement.released) == settlement.underspent


@given(agreements(), outturns())
def test_what_is_over_less_what_is_under_is_what_was_spent_less_what_there_was(
    agreement: PoolAgreement, outturn: Outturn
) -> None:
    settlement = settle(agreement, outturn)
    by_scheme = agreement.risk_share in (RiskShare.OWN_RISK, RiskShare.WATERFALL)
    if by_scheme and outturn.schemes:
        spent = Money.total(each.spent for each in outturn.schemes)
        held = Money.total(each.budget for each in outturn.schemes)
    else:
        spent, held = outturn.total_spent, agreement.total
    assert settlement.overspent - settlement.underspent == spent - held


@given(agreements(), outturns())
def test_no_share_is_negative_and_every_partner_named_is_one(
    agreement: PoolAgreement, outturn: Outturn
) -> None:
    settlement = settle(agreement, outturn)
    for each in settlement.covered + settlement.released:
        assert each.amount >= ZERO
        assert each.who in ("", *agreement.partners)


@given(agreements(), outturns())
def test_what_is_unsettled_is_never_called_met(agreement: PoolAgreement, outturn: Outturn) -> None:
    settlement = settle(agreement, outturn)
    if settlement.unsettled > ZERO:
        assert settlement.verdict.result in (Result.UNDETERMINED, Result.NOT_MET)
        assert any(
            each.means is Means.UNSETTLED for each in settlement.covered + settlement.released
        )


@given(agreements(), AMOUNTS)
def test_an_amount_shared_out_by_contributions_adds_up(
    agreement: PoolAgreement, amount: Money
) -> None:
    parts = agreement.share_out(amount)
    assert tuple(partner for partner, _ in parts) == agreement.partners
    assert Money.total(part for _, part in parts) == amount
