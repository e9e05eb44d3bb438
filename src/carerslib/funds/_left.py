"""What stipulations say of money that is left, asked alike of an entry and of a year's end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.clauses import Either, For, Readings, Window
from carerslib.clauses._nested import walk
from carerslib.funds._purposes import concerning, keeps_a_purpose
from carerslib.funds.conventions import UNREAD_CARRY_FORWARD
from carerslib.funds.stipulations import (
    CarryForward,
    FundType,
    Stipulation,
    StipulationKind,
    Unspent,
)
from carerslib.periods import FinancialYear
from carerslib.verdicts import Missing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.clauses import Clause, Reading
    from carerslib.funds._purposes import Place
    from carerslib.funds.model import Fund

__all__ = [
    "Left",
    "as_chosen",
    "goes_on",
    "not_said",
    "reserves",
    "silent",
    "what_is_left",
    "words_on_what_is_owed",
]

_KEEP: Final = (CarryForward.RESERVE, CarryForward.WITH_CONSENT)


def goes_on(each: Stipulation, year: FinancialYear) -> bool:
    """Say whether the days to use money go on after a year: those of the words, and eligible ones.

    Where neither has an end, they do not: a year's money is for that year. Nor do they where one of
    several readings ends with the year, or where nothing may be carried out of it.
    """
    if each.carry_forward is CarryForward.NOT_ALLOWED:
        return False
    found = [_goes_on(clause, year) for clause in each.clauses]
    if each.days is not None:
        found.append(each.days.last > year.last_day)
    return _all(found) is True


def _goes_on(clause: Clause, year: FinancialYear) -> bool | None:
    """Say it of a clause; None where it names no last day that is one for all of the money."""
    if isinstance(clause, Window):
        return None if clause.last is None else clause.last > year.last_day
    if isinstance(clause, For):
        # what is not asked for goes on as it would without these words
        return _all([_goes_on(inner, year) for inner in clause.clauses]) or None
    if isinstance(clause, Readings):
        return _agreed([_of(each, year) for each in clause.readings])
    if isinstance(clause, Either):
        limbs = {_of(each, year) for each in clause.limbs}
        # one limb is enough, and one that names no last day goes on as without these words
        return True in limbs if None not in limbs or True in limbs else None
    return None


def _of(reading: Reading, year: FinancialYear) -> bool | None:
    return _all([_goes_on(clause, year) for clause in reading.clauses])


def _all(found: Collection[bool | None]) -> bool | None:
    """Combine what must all hold: the first end counts."""
    if False in found:
        return False
    return True if True in found else None


def _agreed(found: Collection[bool | None]) -> bool | None:
    """Combine what has to agree: over where it may be, and open where one says nothing."""
    if False in found:
        return False
    return None if None in found else True


def silent(standing: Iterable[Stipulation]) -> tuple[Stipulation, ...]:
    """Give those that bind and of whose body no words say what becomes of what is left.

    Words in one stipulation of a body settle it for its others.
    """
    binding = [each for each in standing if each.binds]
    spoke = {each.set_by for each in binding if each.carry_forward or each.unspent}
    return tuple(each for each in binding if each.set_by not in spoke)


@final
class Left(NamedTuple):
    """What the words make of money that is left when a year ends, however much it is.

    ``owed`` are the duties to return it, which come first. ``says`` is what is said of the rest,
    or of what may be kept, and ``by`` the stipulations that say so; where it is None, ``by`` are
    the conditions that do not say, or what was not read, and with none of them the kind of fund
    decides. ``decides`` says
    that it is for the body that ring-fenced the money to say, also once it has lifted the
    ring-fence or its days are over.
    """

    owed: tuple[Stipulation, ...]
    says: CarryForward | None
    by: tuple[Stipulation, ...]
    decides: bool


def what_is_left(fund: Fund, year: FinancialYear, place: Place) -> Left:
    """Go through the order of treatment: of an entry that carries money, and of a year's end.

    Only the words on the money of that place count: other words are of other money.
    """
    standing = concerning(fund.stipulations_on(year.last_day), fund, place)
    duties = concerning(fund.stipulations_of(year), fund, place)
    owed = tuple(each for each in duties if each.binds and each.unspent is Unspent.RETURN)
    rest = tuple(each for each in standing if each.binds and each not in owed)
    if fund.type is FundType.LOCAL_RING_FENCE and not (owed or rest):
        set_before = tuple(concerning(_set_before(fund, year), fund, place))
        if set_before:
            return Left((), CarryForward.WITH_CONSENT, set_before, decides=True)
    says, by, decides = _in_order(fund, rest, silent((*rest, *owed)))
    if not (owed or by):
        by = tuple(each for each in standing if each.carry_forward is CarryForward.NOT_READ)
    return Left(owed, says, by, decides)


def as_chosen(fund: Fund, basis: Basis | None) -> Fund:
    """Leave out that carrying was not read, where a council treats such money as free."""
    if basis is None or basis.takes(UNREAD_CARRY_FORWARD) != "free":
        return fund
    return attrs.evolve(
        fund,
        stipulations=[
            attrs.evolve(each, carry_forward=None)
            if each.carry_forward is CarryForward.NOT_READ
            else each
            for each in fund.stipulations
        ],
    )


def not_said(each: Stipulation) -> Missing:
    """Name the words that a stipulation lacks, or those of it that were not read."""
    words = "whether what is not spent is returned"
    if each.carry_forward is CarryForward.NOT_READ:
        words = "whether it may be carried forward, which was not read"
    return Missing(f"stipulation {each.reference}", words)


def _set_before(fund: Fund, year: FinancialYear) -> tuple[Stipulation, ...]:
    """Give what bound a fund before a year ended: who lifted its own words still decides."""
    return tuple(
        each
        for each in fund.stipulations
        if each.binds and (each.days is None or each.days.first <= year.last_day)
    )


def _in_order(
    fund: Fund, rest: tuple[Stipulation, ...], unsaid: tuple[Stipulation, ...]
) -> tuple[CarryForward | None, tuple[Stipulation, ...], bool]:
    """Settle what no duty to return settles; a restriction needs no words to keep its purpose."""
    conditions = tuple(each for each in unsaid if each.kind is StipulationKind.CONDITION)
    if conditions:
        return None, conditions, False
    if unsaid and fund.type is FundType.LOCAL_RING_FENCE:
        return CarryForward.WITH_CONSENT, unsaid, True
    for words in (CarryForward.RESERVE, CarryForward.NOT_ALLOWED, CarryForward.WITH_CONSENT):
        by = tuple(each for each in rest if each.carry_forward is words)
        if by:
            return words, by, False
    free = tuple(each for each in rest if each.carry_forward is CarryForward.FREE)
    if free and not unsaid:
        return CarryForward.FREE, free, False
    by = unsaid or rest
    return (CarryForward.RESERVE if by else None), by, False


def words_on_what_is_owed(each: Stipulation, year: FinancialYear) -> CarryForward:
    """Give what a duty to return says of carrying money out of a year.

    What is to be returned when the year ends is carried only with consent, and not where its words
    say that it is not.
    """
    if goes_on(each, year):
        return each.carry_forward or CarryForward.FREE
    if each.carry_forward is CarryForward.NOT_ALLOWED:
        return CarryForward.NOT_ALLOWED
    return CarryForward.WITH_CONSENT


def reserves(fund: Fund) -> tuple[tuple[Stipulation, FinancialYear], ...]:
    """Give the stipulations that leave a reserve when their days are over.

    With each stands a year of which it keeps what is left for its purpose: the last that it stood
    to the end of, and the one in which its days end, where what is left of that is owed.
    """
    found = []
    for each in fund.stipulations:
        if each.days is not None and not each.days.is_open and keeps_a_purpose(each):
            last = FinancialYear.of(each.days.last)
            years = (last,) if each.days.last == last.last_day else (last.previous, last)
            found += [(each, year) for year in years if _is_kept(fund, each, year)]
    return tuple(found)


def _is_kept(fund: Fund, each: Stipulation, year: FinancialYear) -> bool:
    """Say whether what is left of a year, and goes on, stays for the purpose of a stipulation."""
    return any(
        _stays(fund, one, year, place)
        for place in _places(fund)
        for one in concerning((each,), fund, place)
    )


def _places(fund: Fund) -> Iterator[Place]:
    """Give the places of which some words may be, and others not."""
    named: list[str | None] = list(fund.sources)
    if not named:
        clauses = [clause for each in fund.stipulations for clause in each.clauses]
        wheres = [dict(one.where) for one in walk(clauses) if isinstance(one, For)]
        named = [None, *(where["source"] for where in wheres if "source" in where)]
    heads = dict.fromkeys(fund.pot(head) for head in (None, *fund.head))
    return ((head, source) for head in heads for source in dict.fromkeys(named))


def _stays(fund: Fund, each: Stipulation, year: FinancialYear, place: Place) -> bool:
    """Say it of the money of one place.

    What is carried by consent does: whoever agrees to it may lift the purpose as well.
    """
    left = what_is_left(fund, year, place)
    if each in left.owed:
        return True
    stands = each.stands_on(year.last_day, fund.lifts)
    free = each.carry_forward is CarryForward.FREE
    return stands and not free and (bool(left.owed) or left.says in _KEEP)
