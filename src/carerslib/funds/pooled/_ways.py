"""How each way of sharing risk covers what a pool overspent and releases what was left of it.

Theory of operation. A waterfall and own risk go by scheme, where the schemes fit the rest of the
record: they add up to what was spent, and their budgets hold no more than was contributed. Then
every pound contributed is in one scheme's budget or in no budget at all, and what is in none was
left. Otherwise, and in the other ways, the pool is taken as a whole. Either way, what was
contributed and what was overspent come to what was spent and what was underspent.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from carerslib.funds.pooled.model import Outturn, PoolAgreement, RiskShare
from carerslib.money import ZERO, Money
from carerslib.verdicts import Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = [
    "BY_SCHEME",
    "Means",
    "Portion",
    "Side",
    "cover",
    "held_by_budgets",
    "over_and_under",
    "release",
]

BY_SCHEME: Final = (RiskShare.OWN_RISK, RiskShare.WATERFALL)
"""The ways that go by scheme where there are schemes."""


class Means(StrEnum):
    """Where the money for an overspend comes from, or where an underspend goes."""

    PARTNER = "a partner"
    """Borne by the partner, or returned to it."""
    KEPT = "kept in the pool for a partner"
    PARTNER_OR_KEPT = "a partner, or kept in the pool for it"
    """The agreement does not say which of the two."""
    CARRIED = "carried into the next year"
    CONTINGENCY = "kept in the pool as a contingency"
    AS_AGREED = "as the partners agree"
    OTHER_SCHEMES = "between schemes of the pool"
    UNALLOCATED = "contributions that no scheme's budget holds"
    RISK_POOL = "the risk pool"
    UNCOMMITTED = "uncommitted schemes"
    OUTSIDE = "money from outside the pool"
    FURTHER_SCHEMES = "further joint schemes"
    UNSETTLED = "not settled by what is stated"


@final
class Portion(NamedTuple):
    """One part of an overspend or an underspend; ``who`` is a partner, or empty for none."""

    means: Means
    who: str
    amount: Money


Side: TypeAlias = "tuple[list[Portion], list[Missing]]"
"""The shares of an overspend or an underspend, and what would settle the rest."""

_Way: TypeAlias = "Callable[[PoolAgreement, Outturn, Money], Side]"

_SCHEMES: Final = Missing("outturn.schemes", "each scheme, with its budget and what was spent")
_FITTING: Final = Missing(
    "outturn.schemes", "schemes that fit what was spent and what was contributed"
)
_NO_BUDGET: Final = Missing(
    "outturn.schemes", "whose the contributions are that no scheme's budget holds"
)
_RISK_POOL: Final = Missing(
    "outturn.risk_pool_contributed", "whether the risk pool is part of the contributions"
)


def held_by_budgets(outturn: Outturn) -> Money:
    """Give what the budgets hold, with a risk pool that is part of the contributions."""
    budgets = Money.total(each.budget for each in outturn.schemes)
    return budgets + (outturn.risk_pool if outturn.risk_pool_contributed else ZERO)


def _by_scheme(agreement: PoolAgreement, outturn: Outturn) -> bool:
    return (
        agreement.risk_share in BY_SCHEME
        and bool(outturn.schemes)
        and Money.total(each.spent for each in outturn.schemes) == outturn.total_spent
        and held_by_budgets(outturn) <= agreement.total
    )


def _in_no_budget(agreement: PoolAgreement, outturn: Outturn) -> Money:
    return agreement.total - Money.total(each.budget for each in outturn.schemes)


def over_and_under(agreement: PoolAgreement, outturn: Outturn) -> tuple[Money, Money]:
    """Give what was overspent and what was left: by scheme, or of the pool as a whole."""
    if _by_scheme(agreement, outturn):
        left = Money.total(each.under for each in outturn.schemes)
        over = Money.total(each.over for each in outturn.schemes)
        return over, left + _in_no_budget(agreement, outturn)
    balance = agreement.total - outturn.total_spent
    return max(-balance, ZERO), max(balance, ZERO)


def cover(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    """Share out an overspend."""
    way, _ = _WAYS[agreement.risk_share]
    return way(agreement, outturn, amount) if amount > ZERO else _nothing(agreement, outturn)


def release(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    """Share out an underspend."""
    _, way = _WAYS[agreement.risk_share]
    return way(agreement, outturn, amount) if amount > ZERO else _nothing(agreement, outturn)


def _nothing(agreement: PoolAgreement, outturn: Outturn) -> Side:
    # Of the pool as a whole, one partner's overspend may hide behind what another has left.
    hidden = agreement.risk_share is RiskShare.OWN_RISK and not _by_scheme(agreement, outturn)
    return [], [_schemes(outturn)] if hidden else []


def _schemes(outturn: Outturn) -> Missing:
    return _FITTING if outturn.schemes else _SCHEMES


def _to_partners(means: Means, parts: Iterable[tuple[str, Money]]) -> Side:
    return [Portion(means, partner, amount) for partner, amount in parts], []


def _open(amount: Money, *missing: Missing) -> Side:
    return [Portion(Means.UNSETTLED, "", amount)], list(missing)


def _pro_rata(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    del outturn
    return _to_partners(Means.PARTNER, agreement.share_out(amount))


def _pro_rata_under(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    del outturn
    parts = agreement.share_out(amount)
    if agreement.underspend_returned is None:
        shares, _ = _to_partners(Means.PARTNER_OR_KEPT, parts)
        return shares, [
            Missing("agreement.underspend_returned", "whether it is returned or kept in the pool")
        ]
    return _to_partners(Means.PARTNER if agreement.underspend_returned else Means.KEPT, parts)


def _own(agreement: PoolAgreement, outturn: Outturn, pick: Callable[[int], Money]) -> Side:
    shares: list[Portion] = []
    missing: list[Missing] = []
    for place, scheme in enumerate(outturn.schemes):
        known = scheme.partner in agreement.partners
        if pick(place) == ZERO:
            continue
        if known:
            shares.append(Portion(Means.PARTNER, str(scheme.partner), pick(place)))
        else:
            shares.append(Portion(Means.UNSETTLED, "", pick(place)))
            field = f"outturn.schemes[{scheme.reference!r}].partner"
            missing.append(Missing(field, "whose scheme it is"))
    return shares, missing


def _own_over(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    if not _by_scheme(agreement, outturn):
        return _open(amount, _schemes(outturn))
    return _own(agreement, outturn, lambda place: outturn.schemes[place].over)


def _own_under(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    if not _by_scheme(agreement, outturn):
        return _open(amount, _schemes(outturn))
    shares, missing = _own(agreement, outturn, lambda place: outturn.schemes[place].under)
    spare = _in_no_budget(agreement, outturn)
    if spare > ZERO:
        shares.append(Portion(Means.UNSETTLED, "", spare))
        missing.append(_NO_BUDGET)
    return shares, missing


def _host(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    del outturn
    return [Portion(Means.PARTNER, agreement.host, amount)], []


def _risk_pool_is_open(agreement: PoolAgreement, outturn: Outturn) -> bool:
    """Say whether the risk pool may be money that is counted among the contributions already."""
    if outturn.risk_pool == ZERO or outturn.risk_pool_contributed is not None:
        return False
    return not _by_scheme(agreement, outturn) or _in_no_budget(agreement, outturn) > ZERO


def _steps(agreement: PoolAgreement, outturn: Outturn) -> list[tuple[Means, Money]]:
    """Give what an overspend is taken from, in turn, up to the first step that is not known."""
    unknown = _risk_pool_is_open(agreement, outturn)
    risk_pool = (Means.RISK_POOL, ZERO if unknown else outturn.risk_pool)
    if not _by_scheme(agreement, outturn):
        # What was spent counts all that was contributed, and a risk pool that is part of it.
        return [] if outturn.risk_pool_contributed else [risk_pool]
    uncommitted = Money.total(each.uncommitted for each in outturn.schemes)
    underspent = Money.total(each.under for each in outturn.schemes) - uncommitted
    spare = _in_no_budget(agreement, outturn)
    if outturn.risk_pool_contributed:
        spare -= outturn.risk_pool
    return [
        (Means.OTHER_SCHEMES, underspent),
        (Means.UNALLOCATED, spare),
        risk_pool,
        (Means.UNCOMMITTED, ZERO if unknown else uncommitted),
    ]


def _waterfall(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    left = amount
    shares: list[Portion] = []
    for means, most in _steps(agreement, outturn):
        part = min(left, most)
        if part > ZERO:
            shares.append(Portion(means, "", part))
            left -= part
    missing: list[Missing] = []
    if left > ZERO and _risk_pool_is_open(agreement, outturn):
        missing.append(_RISK_POOL)
    if left > ZERO and not _by_scheme(agreement, outturn):
        missing.append(_schemes(outturn))
    if left > ZERO:
        shares.append(Portion(Means.UNSETTLED if missing else Means.OUTSIDE, "", left))
    return shares, missing


def _stays(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    """Take off what covers an overspend out of the pool's own money; the rest stays in the pool."""
    over, _ = over_and_under(agreement, outturn)
    covered, missing = _waterfall(agreement, outturn, over)
    inside = [Means.OTHER_SCHEMES, Means.UNALLOCATED, Means.UNCOMMITTED]
    if outturn.risk_pool_contributed:
        inside.append(Means.RISK_POOL)
    shares = [each for each in covered if each.means in inside]
    # An uncommitted scheme is cut for what is not settled, or keeps its money: nobody can say.
    unknown = Money.total(each.amount for each in covered if each.means is Means.UNSETTLED)
    either = min(unknown, Money.total(each.uncommitted for each in outturn.schemes))
    rest = amount - either - Money.total(each.amount for each in shares)
    shares += [
        Portion(means, "", part)
        for means, part in ((Means.UNSETTLED, either), (Means.FURTHER_SCHEMES, rest))
        if part > ZERO
    ]
    return shares, missing if either > ZERO else []


def _by_stated_shares(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    del outturn
    if not agreement.overspend_shares:
        expected = "the per cent that each partner bears"
        return _open(amount, Missing("agreement.overspend_shares", expected))
    partners, shares = zip(*agreement.overspend_shares, strict=True)
    return _to_partners(Means.PARTNER, zip(partners, amount.share(shares), strict=True))


def _carry_or_split(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    if outturn.continues is None:
        return _open(amount, Missing("outturn.continues", "whether the agreement goes on or ends"))
    if outturn.continues:
        return [Portion(Means.CARRIED, "", amount)], []
    lasting = [each.recurrent.in_pence for each in agreement.contributions]
    if not any(lasting):
        return _open(amount, Missing("agreement.contributions", "a contribution that recurs"))
    parts = zip(agreement.partners, amount.share(lasting), strict=True)
    return _to_partners(Means.PARTNER, parts)


def _silent(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    del agreement, outturn
    return _open(amount, Missing("agreement.risk_share", "who bears an overspend"))


def _agreed_or_contingency(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> Side:
    del agreement
    if outturn.partners_agree is None:
        return _open(amount, Missing("outturn.partners_agree", "whether the partners agree"))
    means = Means.AS_AGREED if outturn.partners_agree else Means.CONTINGENCY
    return [Portion(means, "", amount)], []


# How each way of sharing covers an overspend, and how it releases an underspend.
_WAYS: Final[Mapping[RiskShare, tuple[_Way, _Way]]] = {
    RiskShare.PRO_RATA: (_pro_rata, _pro_rata_under),
    RiskShare.OWN_RISK: (_own_over, _own_under),
    RiskShare.FIXED_SHARE: (_host, _host),
    RiskShare.WATERFALL: (_waterfall, _stays),
    RiskShare.CARRY_THEN_SPLIT: (_by_stated_shares, _carry_or_split),
    RiskShare.CONTINGENCY: (_silent, _agreed_or_contingency),
}
