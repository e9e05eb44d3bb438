"""What a pooled fund is: partners, contributions, schemes, and how its risk is shared."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation, Standing
from carerslib.errors import InvalidValueError, require
from carerslib.funds._given import key, names, names_if_stated, not_negative, one_of, yes_or_no
from carerslib.law.nhs_partnership_regulations_2000 import AGREEMENT_CONTENTS
from carerslib.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["SOURCES", "Contribution", "Outturn", "PoolAgreement", "RiskShare", "Scheme"]

_LETTERS: Final = tuple(letter for letter, _ in AGREEMENT_CONTENTS)
_WHOLE: Final = 100


class RiskShare(StrEnum):
    """Who bears an overspend and who has an underspend, in the six ways seen in agreements."""

    PRO_RATA = "pro rata"
    """In proportion to contributions, up to what each contributes unless all agreed beforehand."""
    OWN_RISK = "own risk"
    """Each partner bears and keeps what comes of its own schemes."""
    FIXED_SHARE = "fixed share"
    """Only the host's part varies; the others pay what they agreed."""
    WATERFALL = "waterfall"
    """First what the pool does not need, then a risk pool, then uncommitted schemes."""
    CARRY_THEN_SPLIT = "carry, then split"
    """An underspend is carried while the agreement goes on, and split when it ends."""
    CONTINGENCY = "contingency"
    """An underspend on which the partners cannot agree stays in the pool as a contingency."""


def _sample(title: str, url: str, note: str = "") -> Citation:
    return Citation(title, standing=Standing.SECONDARY, url=url, note=note)


SOURCES: Final[Mapping[RiskShare, Citation]] = {
    RiskShare.PRO_RATA: _sample(
        "Risk share arrangements of a Better Care Fund agreement, Rotherham",
        "https://lawinsider.com/clause/risk-share-arrangements/_1",
    ),
    RiskShare.OWN_RISK: _sample(
        "Risk share clauses of partnership agreements",
        "https://lawinsider.com/clause/risk-share",
    ),
    RiskShare.FIXED_SHARE: _sample(
        "Risk share clauses of partnership agreements, Luton",
        "https://lawinsider.com/clause/risk-share",
        "that the host has an underspend is inferred from its bearing an overspend",
    ),
    RiskShare.WATERFALL: _sample(
        "Over and underspends of a Better Care Fund agreement",
        "https://www.markettransfer.info/clause/over-and-underspends/_1",
    ),
    RiskShare.CARRY_THEN_SPLIT: _sample(
        "Risk and benefit share arrangements of a partnership agreement",
        "https://www.markettransfer.info/clause/risk-and-benefit-share-arrangements/_9",
    ),
    RiskShare.CONTINGENCY: _sample(
        "Underspend clauses of partnership agreements",
        "https://lawinsider.com/clause/underspends",
    ),
}
"""Where each way of sharing was read: samples of contract clauses, none of them law."""


def _several(values: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return tuple(values)


def _schemes(values: Iterable[Scheme]) -> tuple[Scheme, ...]:
    return tuple(values)


def _by_letter(
    given: Mapping[str, bool] | Iterable[tuple[str, bool]],
) -> tuple[tuple[str, bool], ...]:
    return tuple(sorted(dict(given).items()))


def _by_partner(
    given: Mapping[str, Decimal | int] | Iterable[tuple[str, Decimal | int]],
) -> tuple[tuple[str, Decimal | int], ...]:
    return tuple(sorted(dict(given).items()))


@final
@attrs.frozen
class Contribution:
    """What one partner puts into the pool in the year, in two parts that neither is negative.

    The ``non_recurrent`` part was given for once, and some agreements leave it out when they split.
    """

    partner: str
    recurrent: Money
    non_recurrent: Money = ZERO

    def __attrs_post_init__(self) -> None:
        require(
            key("partner", self.partner),
            not_negative("recurrent", self.recurrent),
            not_negative("non_recurrent", self.non_recurrent),
        )

    @property
    def amount(self) -> Money:
        """Both parts together."""
        return self.recurrent + self.non_recurrent


@final
@attrs.frozen
class PoolAgreement:
    """The written agreement behind a pooled fund, as far as the record states it.

    ``host`` is the partner that keeps the pool. ``specifies`` says by the letters of regulation
    7(3) what the agreement specifies; a letter that is left out is not known. ``permits`` and
    ``never`` list kinds of spending in the words of the agreement. ``overspend_shares`` are per
    cent by partner, where the agreement states them; ``underspend_returned`` says whether a pro
    rata underspend goes back to the partners or is kept for them.

    Raises :class:`~carerslib.errors.InvalidValueError` for fewer than two partners, a partner
    named twice, a host that is none of them, no money at all, an unknown letter, and shares that do
    not name each partner once and come to 100.
    """

    reference: str
    source: Citation
    host: str
    contributions: tuple[Contribution, ...] = attrs.field(converter=_several)
    risk_share: RiskShare
    in_writing: bool | None = None
    specifies: tuple[tuple[str, bool], ...] = attrs.field(default=(), converter=_by_letter)
    permits: tuple[str, ...] | None = attrs.field(default=None, converter=names_if_stated)
    never: tuple[str, ...] = attrs.field(default=(), converter=names)
    overspend_shares: tuple[tuple[str, Decimal | int], ...] = attrs.field(
        default=(), converter=_by_partner
    )
    underspend_returned: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            one_of("risk_share", self.risk_share, RiskShare),
            yes_or_no("in_writing", self.in_writing),
            yes_or_no("underspend_returned", self.underspend_returned),
            self._partners_problem(),
            self._letters_problem(),
            self._shares_problem(),
        )

    def _partners_problem(self) -> InvalidValueError | None:
        partners = self.partners
        if len(partners) < len((self.host, "another")) or len(set(partners)) < len(partners):
            expected = "two partners or more, each named once"
            return InvalidValueError("contributions", partners, expected)
        if self.host not in partners:
            return InvalidValueError("host", self.host, f"one of {', '.join(partners)}")
        if self.total == ZERO:
            return InvalidValueError("contributions", self.total, "more than £0.00 in all")
        return None

    def _letters_problem(self) -> InvalidValueError | None:
        for letter, stated in self.specifies:
            if letter not in _LETTERS:
                return InvalidValueError("specifies", letter, f"one of {', '.join(_LETTERS)}")
            if not isinstance(stated, bool):
                return InvalidValueError(f"specifies[{letter!r}]", stated, "True or False")
        return None

    def _shares_problem(self) -> InvalidValueError | None:
        shares = dict(self.overspend_shares)
        right = set(shares) == set(self.partners) and sum(shares.values()) == _WHOLE
        if not shares or (right and min(shares.values()) >= 0):
            return None
        return InvalidValueError(
            "overspend_shares", self.overspend_shares, "per cent for each partner, 100 in all"
        )

    @property
    def partners(self) -> tuple[str, ...]:
        """The partners, in the order of their contributions."""
        return tuple(each.partner for each in self.contributions)

    @property
    def total(self) -> Money:
        """All contributions together."""
        return Money.total(each.amount for each in self.contributions)

    def share_out(self, amount: Money) -> tuple[tuple[str, Money], ...]:
        """Divide an amount in proportion to the contributions; the parts add up to the penny."""
        parts = amount.share([each.amount.in_pence for each in self.contributions])
        return tuple(zip(self.partners, parts, strict=True))


@final
@attrs.frozen
class Scheme:
    """One scheme of a pool: its budget, what was spent on it, and whose risk it is.

    ``partner`` is None where the record does not say. ``uncommitted`` is the part of what was left
    of the budget that is still meant for the scheme and is bound by no order, so that it can be
    cut; the rest of what was left is an underspend.

    Raises :class:`~carerslib.errors.InvalidValueError` for a negative amount, and for more
    uncommitted than was left.
    """

    reference: str
    budget: Money
    spent: Money
    partner: str | None = None
    uncommitted: Money = ZERO

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            not_negative("budget", self.budget),
            not_negative("spent", self.spent),
            not_negative("uncommitted", self.uncommitted),
        )
        if self.uncommitted > self.under:
            expected = f"no more than was left of the budget, {self.under}"
            raise InvalidValueError(field="uncommitted", value=self.uncommitted, expected=expected)

    @property
    def over(self) -> Money:
        """What was spent above the budget."""
        return max(self.spent - self.budget, ZERO)

    @property
    def under(self) -> Money:
        """What was left of the budget."""
        return max(self.budget - self.spent, ZERO)


@final
@attrs.frozen
class Outturn:
    """How a pool's year came out.

    ``spent`` may be left out where the ``schemes`` say it. ``risk_pool`` is what the pool holds
    against overspends, and ``risk_pool_contributed`` says whether it is part of the contributions;
    only a waterfall draws on it. ``continues`` says whether the agreement goes on into the
    next year; ``agreed_before`` names the partners whose finance chief agreed, before the money was
    spent, to more than they contribute; ``partners_agree`` says whether the partners agree on what
    to do with an underspend. None means that the record does not say.

    Raises :class:`~carerslib.errors.InvalidValueError` for a negative amount, a scheme listed
    twice, and an outturn that does not say what was spent.
    """

    reference: str
    spent: Money | None = None
    schemes: tuple[Scheme, ...] = attrs.field(default=(), converter=_schemes)
    risk_pool: Money = ZERO
    continues: bool | None = None
    agreed_before: tuple[str, ...] | None = attrs.field(default=None, converter=names_if_stated)
    partners_agree: bool | None = None
    risk_pool_contributed: bool | None = None

    def __attrs_post_init__(self) -> None:
        stated = self.spent is not None or self.schemes
        references = tuple(each.reference for each in self.schemes)
        once = len(set(references)) == len(references)
        require(
            key("reference", self.reference),
            not_negative("risk_pool", self.risk_pool),
            yes_or_no("continues", self.continues),
            yes_or_no("partners_agree", self.partners_agree),
            yes_or_no("risk_pool_contributed", self.risk_pool_contributed),
            not_negative("spent", self.spent, optional=True),
            None if stated else InvalidValueError("spent", None, "an amount, or schemes"),
            None if once else InvalidValueError("schemes", references, "each scheme once"),
        )

    @property
    def total_spent(self) -> Money:
        """What was spent: as stated, or else by the schemes together."""
        if self.spent is not None:
            return self.spent
        return Money.total(each.spent for each in self.schemes)
