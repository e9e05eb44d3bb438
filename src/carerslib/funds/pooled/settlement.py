"""Who bears a pool's overspend and who has its underspend, to the penny.

Theory of operation. A settlement has two sides. What was overspent is *covered* and what was
underspent is *released*, each by shares that add up to it exactly. What the agreement or the record
does not settle is a share too, and is called unsettled: nothing is lost, and nothing is guessed.
What was contributed and what was overspent come together to what was spent and what was underspent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import InvalidValueError
from carerslib.funds.pooled._ways import (
    BY_SCHEME,
    Means,
    Portion,
    cover,
    held_by_budgets,
    over_and_under,
    release,
)
from carerslib.funds.pooled.model import SOURCES, Outturn, PoolAgreement, RiskShare
from carerslib.money import ZERO, Money
from carerslib.rules import RuleSet
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.basis import Basis

__all__ = ["CAP_READINGS", "RULES", "Means", "Portion", "Settlement", "settle"]

RULES: Final[RuleSet[Outturn]] = RuleSet("carerslib.funds.pooled", "2026-11", ())
"""The rules asked of every settlement besides the agreement's own: none of general law."""

CAP_READINGS: Final = ("all that the partner pays", "the share of the overspend")
"""The two things that the cap of a pro rata agreement can be on; a council may choose one."""


@final
@attrs.frozen
class Settlement:
    """What was over and under, the shares that make up each, and whether anything is open.

    ``covered`` adds up to ``overspent`` and ``released`` to ``underspent``. What was contributed
    and ``overspent`` come together to what was spent and ``underspent``: a scheme that is over and
    another that is under count on both sides, and so does what passes between them.
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


def settle(agreement: PoolAgreement, outturn: Outturn, *, basis: Basis | None = None) -> Settlement:
    """Say who bears what was overspent and who has what was left, by the agreement.

    Own risk and waterfall go by scheme, so that one scheme may be over and another under, where the
    schemes add up to what was spent and their budgets hold no more than was contributed. What was
    contributed and is in no scheme's budget is underspent with the rest: a waterfall covers an
    overspend from it and keeps it in the pool, and under own risk it is nobody's, and unsettled.

    Otherwise, and in the other ways, all that was spent is compared with all that was contributed.
    ``basis`` may choose, by the agreement's reference, how its cap is read.
    """
    over, under = over_and_under(agreement, outturn)
    covered, unknown_over = cover(agreement, outturn, over)
    released, unknown_under = release(agreement, outturn, under)
    rests_on = basis or RULES.basis()
    parts: list[Part] = [
        _settled("Overspend", agreement, outturn, over, unknown_over),
        _settled("Underspend", agreement, outturn, under, unknown_under),
        *_adds_up(agreement, outturn),
        *_within_contributions(agreement, outturn),
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
    result = Result.MET if amount > ZERO else Result.NOT_APPLICABLE
    if missing:
        result = Result.UNDETERMINED
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


def _within_contributions(agreement: PoolAgreement, outturn: Outturn) -> list[Part]:
    """Hold the budgets against the contributions, where the agreement goes by scheme.

    More was budgeted than contributed where some other money is in the pool, or where the budgets
    were never funded: the record does not say which.
    """
    if agreement.risk_share not in BY_SCHEME or not outturn.schemes:
        return []
    held = held_by_budgets(outturn)
    fits = held <= agreement.total
    expected = "the money that the budgets hold besides the contributions"
    return [
        Finding(
            "funds.pool.budgets",
            "Budgets within what was contributed",
            Result.MET if fits else Result.UNDETERMINED,
            Aspect.RECORD,
            outturn.reference,
            agreement.source,
            held,
            "at most",
            agreement.total,
            () if fits else (Missing("agreement.contributions", expected),),
        )
    ]


def _within_cap(
    agreement: PoolAgreement, outturn: Outturn, share: Portion, basis: Basis
) -> Verdict:
    """Judge one partner's share against the cap on it, in both readings of the cap.

    The words make the share subject to the most that the partner contributes. Either all that it
    pays is capped there, so that nothing is borne without agreement, or its share of the overspend
    alone is. It may be more where the finance chief of every partner agreed beforehand.
    """
    contributed = dict(zip(agreement.partners, agreement.contributions, strict=True))
    most = contributed[share.who].amount
    readings = (
        (CAP_READINGS[0], most + share.amount),
        (CAP_READINGS[1], share.amount),
    )
    return Verdict.agree(
        [_capped(agreement, outturn, most, each) for each in readings],
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
    most: Money,
    reading: tuple[str, Money],
) -> Finding:
    title, measured = reading
    agreed = None
    if outturn.agreed_before is not None:
        agreed = set(agreement.partners) <= set(outturn.agreed_before)
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
        note="agreed beforehand by every finance chief" if agreed else "",
    )
