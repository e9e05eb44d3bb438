"""The order in which it is decided what becomes of what is left, asked of each part of a fund."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.funds._apart import State
from carerslib.funds._left import goes_on, not_said, words_on_what_is_owed
from carerslib.funds._parts import Part, parts_of
from carerslib.funds._purposes import keeps_a_purpose
from carerslib.funds._reserves import StillKept, still_kept
from carerslib.funds.disposals import Consent, Disposal, Treatment
from carerslib.funds.stipulations import CarryForward, FundType, Stipulation, Unspent
from carerslib.money import ZERO, Money
from carerslib.verdicts import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.citations import Citation
    from carerslib.funds._left import Left
    from carerslib.funds.position import Position
    from carerslib.periods import FinancialYear

__all__ = ["Settled", "owed_of", "settle"]

_OWED: Final = frozenset({Treatment.RETURN, Treatment.LIABILITY})


@final
class Settled(NamedTuple):
    """What becomes of what is left of a year.

    ``ahead`` is what was carried out of it and is owed unless it is used, and so no income yet.
    """

    unspent: Money
    disposals: tuple[Disposal, ...]
    missing: tuple[Missing, ...]
    ahead: Money

    @property
    def owed(self) -> Money:
        """What stayed in it and is owed to whoever gave the money."""
        return owed_of(self.disposals)


def owed_of(disposals: Iterable[Disposal]) -> Money:
    """Give how much of what is left is owed."""
    return Money.total(each.amount for each in disposals if each.treatment in _OWED)


def settle(position: Position, year: FinancialYear, consents: tuple[Consent, ...]) -> Settled:
    """Settle each part by itself: what one has spent too much is not taken from another."""
    parts = parts_of(position)
    state = State(position.cells.merged(), lambda key: position.balances.get(key, 0))
    settling = _Settling(year, consents, still_kept(state, position.fund, year))
    agreed = [settling.carried_by_agreement(part) for part in parts]
    over = [part.sums(year).unspent for part in parts]
    left = [max(each, ZERO) for each in over]
    for part, unspent in zip(parts, left, strict=True):
        settling.dispose(part, unspent)
    total = Money.total(left)
    return Settled(
        total if total.in_pence else Money.total(over),
        settling.disposals(),
        settling.missing(),
        Money.total(settling.ahead(part, by) for part, by in zip(parts, agreed, strict=True)),
    )


@final
class _Settling:
    """A year that is being settled: what was found, and what of each consent is not used yet."""

    __slots__ = ("_agreed", "_found", "_kept", "_lacking", "_year")

    def __init__(
        self, year: FinancialYear, consents: tuple[Consent, ...], kept: list[StillKept]
    ) -> None:
        self._year = year
        self._kept = kept
        self._agreed: dict[tuple[str, str], Money] = {}
        for one in consents:
            who = (one.stipulation, one.by)
            self._agreed[who] = self._agreed.get(who, ZERO) + one.amount
        self._found: dict[tuple[Treatment, Citation, str, str], Money] = {}
        self._lacking: dict[tuple[str, str, str], Money] = {}

    def disposals(self) -> tuple[Disposal, ...]:
        """Give what becomes of what is left; what becomes alike of several parts, once."""
        return tuple(
            Disposal(treatment, amount, source, held_as, to)
            for (treatment, source, held_as, to), amount in self._found.items()
        )

    def missing(self) -> tuple[Missing, ...]:
        """Give the words and consents that would settle the rest."""
        return tuple(
            Missing(field, f"{words} to {amount}" if field == "consents" else words)
            for (field, words, _), amount in self._lacking.items()
        )

    def _becomes(
        self, treatment: Treatment, amount: Money, source: Citation, held_as: str = "", to: str = ""
    ) -> None:
        if amount.in_pence:
            what = (treatment, source, held_as, to)
            self._found[what] = self._found.get(what, ZERO) + amount

    def _lacks(self, field: str, words: str, amount: Money, of: str = "") -> None:
        if amount.in_pence:
            what = (field, words, of)
            self._lacking[what] = self._lacking.get(what, ZERO) + amount

    # what was agreed, of which nothing is used twice

    def _consented(self, each: Stipulation, most: Money) -> Money:
        return min(self._agreed.get((each.reference, each.set_by), ZERO), most)

    def _use(self, each: Stipulation, most: Money) -> Money:
        """Use what was agreed about a stipulation, as far as it goes."""
        who = (each.reference, each.set_by)
        used = self._consented(each, most)
        self._agreed[who] = self._agreed.get(who, ZERO) - used
        return used

    def _carried(self, part: Part) -> Money:
        """Give what was carried out of the year, but for what was kept in reserves before it."""
        carried = part.carried(self._year)
        return max(carried - Money.total(part.of(each.carried) for each in self._kept), ZERO)

    def carried_by_agreement(self, part: Part) -> dict[str, Money]:
        """Give how much was carried by each agreement that carrying asks for, and use that."""
        left, carried = part.left(self._year), self._carried(part)
        asks = [each for each in left.owed if self._asks(each)]
        asks += left.by if left.says is CarryForward.WITH_CONSENT else ()
        return {each.reference: self._use(each, carried) for each in asks}

    def _asks(self, each: Stipulation) -> bool:
        return words_on_what_is_owed(each, self._year) is CarryForward.WITH_CONSENT

    def ahead(self, part: Part, agreed: dict[str, Money]) -> Money:
        """Give what was carried and is still owed: of what is kept, what stayed comes first."""
        if not part.is_owed(self._year):
            return ZERO
        carried = self._carried(part)
        return carried - min(
            agreed[each.reference]
            if each.reference in agreed
            else self._use(each, ZERO if self._refuses(each) else carried)
            for each in part.left(self._year).owed
        )

    @staticmethod
    def _refuses(each: Stipulation) -> bool:
        return each.carry_forward is CarryForward.NOT_ALLOWED

    # the order

    def dispose(self, part: Part, unspent: Money) -> None:
        """Set aside what is still kept in reserves of earlier years, and settle the rest."""
        rest = unspent
        for each in self._kept:
            kept = min(part.of(each.left), rest)
            self._still(part, each.stipulation, kept)
            rest -= kept
        if rest.in_pence:
            self._settle(part, part.left(self._year), rest)

    def _still(self, part: Part, each: Stipulation, amount: Money) -> None:
        """Keep what is left of a reserve, as far as consent is needed and given.

        Where years are kept apart, it was carried with consent, or it would not be there.
        """
        owed = each.unspent is Unspent.RETURN
        with_consent = owed or each.carry_forward is CarryForward.WITH_CONSENT
        asks = with_consent and not part.fund.by_year
        kept = self._use(each, amount) if asks else amount
        self._reserved(part, each, kept)
        if owed:
            held = part.held_as(owed=True)
            self._becomes(Treatment.RETURN, amount - kept, each.source, held, each.set_by)
        else:
            self._unagreed(each, amount - kept)

    def _settle(self, part: Part, left: Left, unspent: Money) -> None:
        """Go through the order of treatment until one applies."""
        if not left.owed:
            self._by_words(part, left, unspent)
            return
        kept = min(
            ZERO if self._refuses(each) else self._consented(each, unspent) for each in left.owed
        )
        for each in left.owed:
            self._use(each, kept)
        over = [each for each in left.owed if not goes_on(each, self._year)]
        treatment = Treatment.RETURN if over else Treatment.LIABILITY
        first = (*over, *left.owed)[0]
        held = part.held_as(owed=True)
        self._becomes(treatment, unspent - kept, first.source, held, first.set_by)
        if left.by:
            self._by_words(part, left, kept)
        else:
            held = part.held_as(owed=False)
            self._becomes(Treatment.RESERVE, kept, left.owed[0].source, held)

    def _by_words(self, part: Part, left: Left, unspent: Money) -> None:
        """Settle what is not returned: by the words, or by the kind of fund where none bind it."""
        fund, first = part.fund, next(iter(left.by), None)
        if first is None:
            self._free(part, unspent)
        elif left.says is None:
            missing = not_said(first)
            self._lacks(missing.field, missing.expected, unspent)
        elif left.says is CarryForward.RESERVE:
            self._reserved(part, first, unspent)
        elif left.says is CarryForward.NOT_ALLOWED:
            wider = fund.wider_budget or fund.holder
            self._becomes(Treatment.LAPSE, unspent, first.source, to=wider)
        elif left.says is CarryForward.FREE:
            self._becomes(Treatment.CARRY, unspent, first.source)
        else:
            self._by_consent(part, left, unspent)

    def _reserved(self, part: Part, each: Stipulation, amount: Money) -> None:
        said = each.carry_forward is CarryForward.RESERVE
        held = "ring-fenced reserve" if said else part.held_as(owed=False)
        self._becomes(Treatment.RESERVE, amount, each.source, held)

    def _by_consent(self, part: Part, left: Left, unspent: Money) -> None:
        """Carry as far as everyone agrees whose words ask for it, and name who has not."""
        agreed = [self._consented(each, unspent) for each in left.by]
        kept = min(agreed)
        for each, amount in zip(left.by, agreed, strict=True):
            self._use(each, kept)
            if left.decides:
                words = f"what {each.set_by} decides"
                self._lacks(f"stipulation {each.reference}", words, unspent - amount)
            else:
                self._unagreed(each, unspent - amount)
        standing = part.fund.stipulations_on(self._year.last_day)
        purposes = (each for each in left.by if each in standing and keeps_a_purpose(each))
        purpose = next(purposes, None)
        if purpose is None:
            self._becomes(Treatment.CARRY, kept, left.by[0].source)
        else:
            self._reserved(part, purpose, kept)

    def _unagreed(self, each: Stipulation, amount: Money) -> None:
        self._lacks("consents", f"the written consent of {each.set_by}", amount, each.reference)

    def _free(self, part: Part, unspent: Money) -> None:
        """Settle what no stipulation binds, by the kind of fund."""
        fund = part.fund
        if fund.type in (FundType.GENERAL_GRANT, FundType.TARGETED_GRANT):
            self._becomes(Treatment.CARRY, unspent, fund.source)
        elif fund.type is FundType.UNPROTECTED_BUDGET:
            self._becomes(Treatment.LAPSE, unspent, fund.source, to=fund.wider_budget)
        elif fund.type is FundType.NOTIONAL_IN_BASELINE:
            words = "the money, which cannot be told from the rest of the allocation"
            self._lacks("fund.stipulations", words, unspent)
        else:
            self._lacks("fund.stipulations", "what becomes of money that is left", unspent)
