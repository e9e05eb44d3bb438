"""Who bears a pool's overspend and who has its underspend, to the penny.

Theory of operation. A settlement has two sides. What was overspent is *covered* and what was
underspent is *released*, each by shares that add up to it exactly. What the agreement or the record
does not settle is a share too, and is called unsettled: nothing is lost, and nothing is guessed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from carerslib.errors import InvalidValueError
from carerslib.funds.pooled.model import SOURCES, Outturn, PoolAgreement, RiskShare
from carerslib.money import ZERO, Money
from carerslib.rules import RuleSet
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from carerslib.basis import Basis

__all__ = ["CAP_READINGS", "RULES", "Means", "Portion", "Settlement", "settle"]

RULES: Final[RuleSet[Outturn]] = RuleSet("carerslib.funds.pooled", "2026-11", ())
"""The rules asked of every settlement besides the agreement's own: none of general law."""


CAP_READINGS: Final = ("all that the partner pays", "the share of the overspend")
"""The two things that the cap of a pro rata agreement can be on; a council may choose one."""


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


_Side: TypeAlias = "tuple[list[Portion], list[Missing]]"
_Way: TypeAlias = "Callable[[PoolAgreement, Outturn, Money], _Side]"


@final
@attrs.frozen
class Settlement:
    """What was over and under, the shares that make up each, and whether anything is open.

    ``covered`` adds up to ``overspent`` and ``released`` to ``underspent``.
    """

    agreement: PoolAgreement
    outturn: Outturn
    overspent: Money
    underspent: Money
    covered: tuple[Portion, ...]
    released: tuple[Portion, ...]
    verdict: Verdict

    def borne_by(self, partner: str) -> Money:
        """Give what a partner pays besides its contribution."""
        return _of(self.covered, partner, (Means.PARTNER,))

    def returned_to(self, partner: str) -> Money:
        """Give what a partner gets back, what is kept in the pool for it not counted."""
        return _of(self.released, partner, (Means.PARTNER,))

    @property
    def unsettled(self) -> Money:
        """What neither the agreement nor the record settles, of both sides."""
        shares = self.covered + self.released
        return Money.total(each.amount for each in shares if each.means is Means.UNSETTLED)


def _of(shares: Iterable[Portion], partner: str, means: tuple[Means, ...]) -> Money:
    return Money.total(
        each.amount for each in shares if each.who == partner and each.means in means
    )


def _to_partners(means: Means, parts: Iterable[tuple[str, Money]]) -> _Side:
    return [Portion(means, partner, amount) for partner, amount in parts], []


def _open(amount: Money, *missing: Missing) -> _Side:
    return [Portion(Means.UNSETTLED, "", amount)], list(missing)


def _pro_rata(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del outturn
    return _to_partners(Means.PARTNER, agreement.share_out(amount))


def _pro_rata_under(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del outturn
    parts = agreement.share_out(amount)
    if agreement.underspend_returned is None:
        shares, _ = _to_partners(Means.PARTNER_OR_KEPT, parts)
        return shares, [
            Missing("agreement.underspend_returned", "whether it is returned or kept in the pool")
        ]
    return _to_partners(Means.PARTNER if agreement.underspend_returned else Means.KEPT, parts)


def _own(agreement: PoolAgreement, outturn: Outturn, pick: Callable[[int], Money]) -> _Side:
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


def _own_over(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    if not outturn.schemes:
        return _open(amount, _SCHEMES)
    return _own(agreement, outturn, lambda place: outturn.schemes[place].over)


def _own_under(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    if not outturn.schemes:
        return _open(amount, _SCHEMES)
    return _own(agreement, outturn, lambda place: outturn.schemes[place].under)


def _host(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del outturn
    return [Portion(Means.PARTNER, agreement.host, amount)], []


def _waterfall(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del agreement
    left = amount
    shares: list[Portion] = []
    steps = (
        (Means.OTHER_SCHEMES, Money.total(each.under for each in outturn.schemes)),
        (Means.RISK_POOL, outturn.risk_pool),
        (Means.UNCOMMITTED, Money.total(each.uncommitted for each in outturn.schemes)),
    )
    for means, most in steps:
        part = min(left, most)
        if part > ZERO:
            shares.append(Portion(means, "", part))
            left -= part
    if left > ZERO and not outturn.schemes:
        rest, missing = _open(left, _SCHEMES)
        return shares + rest, missing
    if left > ZERO:
        shares.append(Portion(Means.OUTSIDE, "", left))
    return shares, []


def _stays(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del agreement
    over = Money.total(each.over for each in outturn.schemes)
    used = min(amount, over)
    shares = [
        Portion(means, "", part)
        for means, part in (
            (Means.OTHER_SCHEMES, used),
            (Means.FURTHER_SCHEMES, amount - used),
        )
        if part > ZERO
    ]
    return shares, []


def _by_stated_shares(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del outturn
    if not agreement.overspend_shares:
        expected = "the per cent that each partner bears"
        return _open(amount, Missing("agreement.overspend_shares", expected))
    partners, shares = zip(*agreement.overspend_shares, strict=True)
    return _to_partners(Means.PARTNER, zip(partners, amount.share(shares), strict=True))


def _carry_or_split(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    if outturn.continues is None:
        return _open(amount, Missing("outturn.continues", "whether the agreement goes on or ends"))
    if outturn.continues:
        return [Portion(Means.CARRIED, "", amount)], []
    lasting = [each.recurrent.in_pence for each in agreement.contributions]
    if not any(lasting):
        return _open(amount, Missing("agreement.contributions", "a contribution that recurs"))
    parts = zip(agreement.partners, amount.share(lasting), strict=True)
    return _to_partners(Means.PARTNER, parts)


def _silent(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del agreement, outturn
    return _open(amount, Missing("agreement.risk_share", "who bears an overspend"))


def _agreed_or_contingency(agreement: PoolAgreement, outturn: Outturn, amount: Money) -> _Side:
    del agreement
    if outturn.partners_agree is None:
        return _open(amount, Missing("outturn.partners_agree", "whether the partners agree"))
    means = Means.AS_AGREED if outturn.partners_agree else Means.CONTINGENCY
    return [Portion(means, "", amount)], []


_SCHEMES: Final = Missing("outturn.schemes", "each scheme, with its budget and what was spent")

# How each way of sharing covers an overspend, and how it releases an underspend.
_WAYS: Final[Mapping[RiskShare, tuple[_Way, _Way]]] = {
    RiskShare.PRO_RATA: (_pro_rata, _pro_rata_under),
    RiskShare.OWN_RISK: (_own_over, _own_under),
    RiskShare.FIXED_SHARE: (_host, _host),
    RiskShare.WATERFALL: (_waterfall, _stays),
    RiskShare.CARRY_THEN_SPLIT: (_by_stated_shares, _carry_or_split),
    RiskShare.CONTINGENCY: (_silent, _agreed_or_contingency),
}
_BY_SCHEME: Final = (RiskShare.OWN_RISK, RiskShare.WATERFALL)


def settle(agreement: PoolAgreement, outturn: Outturn, *, basis: Basis | None = None) -> Settlement:
    """Say who bears what was overspent and who has what was left, by the agreement.

    Own risk and waterfall go by scheme where there are schemes, so that one scheme may be over and
    another under; the other ways compare all that was spent with all that was contributed.
    ``basis`` may choose, by the agreement's reference, how its cap is read.
    """
    if agreement.risk_share in _BY_SCHEME and outturn.schemes:
        over = Money.total(each.over for each in outturn.schemes)
        under = Money.total(each.under for each in outturn.schemes)
    else:
        balance = agreement.total - outturn.total_spent
        over, under = max(-balance, ZERO), max(balance, ZERO)
    cover, release = _WAYS[agreement.risk_share]
    covered, unknown_over = cover(agreement, outturn, over) if over > ZERO else ([], [])
    released, unknown_under = release(agreement, outturn, under) if under > ZERO else ([], [])
    rests_on = basis or RULES.basis()
    parts: list[Part] = [
        _settled("Overspend", agreement, outturn, over, unknown_over),
        _settled("Underspend", agreement, outturn, under, unknown_under),
        *_adds_up(agreement, outturn),
    ]
    if agreement.risk_share is RiskShare.PRO_RATA:
        parts += [_within_cap(agreement, outturn, each, rests_on) for each in covered]
    verdict = Verdict.all_of(
        parts,
        title=f"Settlement of {agreement.reference}",
        subject=outturn.reference,
        basis=rests_on,
    )
    return Settlement(agreement, outturn, over, under, tuple(covered), tuple(released), verdict)


def _settled(
    side: str, agreement: PoolAgreement, outturn: Outturn, amount: Money, missing: list[Missing]
) -> Finding:
    source = SOURCES[agreement.risk_share]
    result = Result.NOT_APPLICABLE
    if amount > ZERO:
        result = Result.UNDETERMINED if missing else Result.MET
    return Finding(
        f"funds.pool.{side.lower()}",
        f"{side} settled",
        result,
        Aspect.AMOUNT,
        outturn.reference,
        agreement.source,
        amount,
        "settled by",
        str(agreement.risk_share),
        tuple(missing),
        note=source.note,
    )


def _adds_up(agreement: PoolAgreement, outturn: Outturn) -> list[Part]:
    """Compare what was spent as stated with what the schemes say, where the record has both."""
    if outturn.spent is None or not outturn.schemes:
        return []
    by_scheme = Money.total(each.spent for each in outturn.schemes)
    return [
        Finding(
            "funds.pool.adds-up",
            "Schemes add up to what was spent",
            Result.MET if by_scheme == outturn.spent else Result.NOT_MET,
            Aspect.RECORD,
            outturn.reference,
            agreement.source,
            by_scheme,
            "equal to",
            outturn.spent,
        )
    ]


def _within_cap(
    agreement: PoolAgreement, outturn: Outturn, share: Portion, basis: Basis
) -> Verdict:
    """Judge one partner's share against the cap on it, in both readings of the cap.

    The words make the share subject to the most that the partner contributes. Either all that it
    pays is capped there, so that nothing is borne without agreement, or its share of the overspend
    alone is.
    """
    contributed = dict(zip(agreement.partners, agreement.contributions, strict=True))
    most = contributed[share.who].amount
    readings = (
        (CAP_READINGS[0], most + share.amount),
        (CAP_READINGS[1], share.amount),
    )
    return Verdict.agree(
        [_capped(agreement, outturn, share.who, most, each) for each in readings],
        title=f"Cap on {share.who}",
        subject=outturn.reference,
        basis=basis,
        chosen=_chosen(agreement, basis),
    )


def _chosen(agreement: PoolAgreement, basis: Basis) -> str:
    chosen = basis.reading(agreement.reference)
    if chosen is not None and chosen not in CAP_READINGS:
        expected = f"one of {', '.join(CAP_READINGS)}"
        raise InvalidValueError(field="readings", value=chosen, expected=expected)
    return chosen or ""


def _capped(
    agreement: PoolAgreement,
    outturn: Outturn,
    partner: str,
    most: Money,
    reading: tuple[str, Money],
) -> Finding:
    title, measured = reading
    agreed = None if outturn.agreed_before is None else partner in outturn.agreed_before
    missing: tuple[Missing, ...] = ()
    if measured <= most or agreed:
        result = Result.MET
    elif agreed is None:
        result = Result.UNDETERMINED
        missing = (Missing("outturn.agreed_before", "whose finance chief agreed beforehand"),)
    else:
        result = Result.NOT_MET
    return Finding(
        "funds.pool.cap",
        title,
        result,
        Aspect.AMOUNT,
        outturn.reference,
        agreement.source,
        measured,
        "at most",
        most,
        missing,
        note="agreed beforehand by the finance chief" if agreed else "",
    )
