"""A book: running sums to which entries are offered one after another.

Theory of operation. A :class:`Book` starts from a position and keeps running sums of its own, so
that an entry costs the same whether it is the tenth or the millionth. What an entry says of itself
(its head, its purpose, its day) is judged once for each set of labels and remembered; the amount,
the order and the references are compared each time. What does not pass so is judged at length by
the rules, which alone say no. Findings are made when they are asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, final

from carerslib.clauses import EMPTY, Except, Holder, Includes, Only, Window
from carerslib.errors import InvalidValueError
from carerslib.funds._apart import State
from carerslib.funds._facts import ceilings, drawn, resolved, voided
from carerslib.funds._judged import Judged
from carerslib.funds._known import hangs_on, not_known
from carerslib.funds._labels import labels
from carerslib.funds._lanes import Day, Lane
from carerslib.funds._moves import (
    ACCRUED,
    DELIVERED,
    ORDERED,
    SETTLED,
    SPENT,
    Balance,
    beside,
    labels_of,
    place_of,
    pot_of,
)
from carerslib.funds._reserves import carried_of, kept
from carerslib.funds._sheet import Sheet
from carerslib.funds.entries import Entry, EntryKind
from carerslib.funds.offers import Kept, Offer
from carerslib.funds.position import Position
from carerslib.funds.rules import RULES
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.funds._judged import Counted
    from carerslib.funds.stipulations import Stipulation
    from carerslib.rules import RuleSet

__all__ = ["Book"]

_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_COMMITMENT: Final = EntryKind.COMMITMENT
_EXPENDITURE: Final = EntryKind.EXPENDITURE
_ACCRUAL: Final = EntryKind.ACCRUAL
_MOST_REMEMBERED: Final = 50_000
# Clauses whose answer rests on an entry's labels alone; that of a window rests on its day alone.
_BY_LABELS: Final = (Only, Except, Includes, Holder)


@final
class Book:
    """Running sums on top of a position, to which entries are offered one after another.

    A book is the one thing here that changes; it belongs to whoever made it. :attr:`position` gives
    a position that never does. ``basis`` holds the conventions and readings that a council has
    chosen; ``rules`` are those of this library, or a set extended by a council.
    """

    __slots__ = (
        "_at_length",
        "_by_recipient",
        "_days",
        "_lanes",
        "_over",
        "_rules",
        "_sheet",
        "_terms",
    )

    def __init__(
        self, against: Position, *, basis: Basis | None = None, rules: RuleSet[Offer] = RULES
    ) -> None:
        if not isinstance(against, Position):
            raise InvalidValueError(field="against", value=against, expected="a Position")
        fund = against.fund
        self._rules = rules
        self._sheet = Sheet(against, basis or rules.basis())
        over = (each.days.last for each, _ in fund.reserves if each.days is not None)
        # the last day on which the words alone keep spending from a reserve
        self._over: date | None = min(over, default=None)
        self._days: dict[object, Day] = {}
        self._terms: dict[object, int] = {}
        self._lanes: dict[object, Lane] = {}
        clauses = [clause for each in fund.stipulations for clause in each.clauses]
        by_labels = all(
            isinstance(each, (Window, *_BY_LABELS)) or each.reference in fund.counted
            for each in clauses
        )
        # anything else may look at the amount, so what it said once cannot be remembered
        self._at_length = bool(rules.own) or not by_labels
        self._by_recipient = any(
            isinstance(each, Only | Except | Includes) and each.dimension == "recipient"
            for each in clauses
        )

    @property
    def position(self) -> Position:
        """The position as it stands now."""
        return self._sheet.into(Position)

    def check(self, entry: Entry) -> Verdict:
        """Say whether an entry may be taken, and why, without taking it."""
        _require_entry(entry)
        if self._is_short(entry):
            return self._judge(entry, take=False)
        return Verdict.of(self._offer(entry))

    def offer(self, entry: Entry) -> Verdict:
        """Say whether an entry may be taken, and take it if the verdict is met."""
        if entry.__class__ is not Entry:
            _require_entry(entry)
        if self._is_short(entry):
            return self._judge(entry, take=True)
        verdict = Verdict.of(self._offer(entry))
        if verdict.result is _MET:
            self._sheet.take(entry)
        return verdict

    def take(self, entry: Entry) -> None:
        """Add an entry that was taken before, without asking the rules again.

        Raises :class:`~carerslib.errors.InvalidValueError` for a reference that was taken before.
        """
        _require_entry(entry)
        self._sheet.take(entry)

    def _offer(self, entry: Entry) -> Offer:
        """Set an entry beside how the fund stands, for the rules to judge at length."""
        sheet = self._sheet
        return Offer(
            sheet.fund,
            entry,
            sheet.basis,
            self._rules,
            sheet.repeats(entry.reference),
            sheet.posted_before(entry),
            sheet.closes(entry),
            drawn(entry, sheet.fund, sheet.room_of, sheet.unspent),
            ceilings(entry, sheet.fund, sheet.taken),
            resolved(entry, sheet.fund, sheet.open_on, partial(sheet.elsewhere, entry)),
            sheet.undone(entry),
            sheet.tallies(entry),
            sheet.on_document(entry),
            voided(entry, sheet.fund, sheet.open_on, sheet.places_of),
            self._not_known(entry) if sheet.below else (),
            *self._beside_reserves(entry),
        )

    def _is_short(self, entry: Entry) -> bool:
        """Say whether an entry is spending of one year, which has a short way of being judged."""
        kind = entry.kind
        spends = kind is _EXPENDITURE or kind is _COMMITMENT or kind is _ACCRUAL
        if not spends or entry.by_year is not None or self._at_length or self._sheet.below:
            return False
        return self._over is None or entry.day <= self._over

    def _not_known(self, entry: Entry) -> tuple[str, ...]:
        """Say what is not known, where the answer to an entry hangs on it."""
        sheet = self._sheet
        if not hangs_on(entry, sheet.below, sheet, sheet.fund):
            return ()
        return not_known(sheet.below, sheet, sheet.fund)

    def _beside_reserves(self, entry: Entry) -> tuple[tuple[Kept, ...], Stipulation | None]:
        """Set an entry beside what is kept in reserves."""
        sheet, fund = self._sheet, self._sheet.fund
        if not fund.reserves:
            return (), None
        state = State(sheet.all_cells(), sheet.open_on)
        return kept(entry, state, fund), carried_of(entry, state, fund)

    def _judge(self, entry: Entry, *, take: bool) -> Verdict:
        """Judge spending of one year by its labels, the references and the amount."""
        sheet, reference = self._sheet, entry.reference
        day = self._days.get(entry.counts_for) or self._new_day(entry)
        lane = self._lane(entry, day)
        pence, result = entry.amount.in_pence, lane.result
        if result is _MET or day.result is _NOT_MET:
            result = day.result
        repeated = reference in sheet.seen or (sheet.goes_on and reference in sheet.start.seen)
        documented = "" if entry.document is None else sheet.posted_before(entry)
        # paying what was accrued changes no year's spending
        closed = lane.closed and entry.settles is None
        room, taken, open_on, unspent, elsewhere = sheet.pots.get(lane.pot), 0, 0, 0, ""
        if room is None:
            room = sheet.room_of(lane.pot)
        resolves: Balance | None = None
        if entry.kind is not _COMMITMENT and (entry.order or entry.settles) is not None:
            year, head, source = lane.place
            what = "accrual" if entry.order is None else "order"
            of = entry.order or entry.settles or ""
            resolves = (what, of, year, head, source, lane.says(entry, sheet.fund))
            open_on = sheet.open_on(resolves)
            over = pence > open_on
            elsewhere = sheet.elsewhere(entry, resolves) if over else ""
            if room < 0 and entry.order is not None:  # approved ahead of its allocation
                unspent = sheet.unspent(lane.pot)
                over = over or pence > max(unspent, 0)
        else:
            over = pence > room if room > 0 else pence > 0
        if lane.at_most is not None:
            taken = sheet.taken(lane.head)
            over = over or (resolves is None and pence > 0 and taken + pence > lane.at_most)
        if repeated or documented or closed or over:
            result = _NOT_MET
        counted: tuple[Counted, ...] = ()
        if day.counting and resolves is None:  # what is ordered counted then
            counted, result = self._count(entry, day, result)
        if take and result is _MET:
            self._take(entry, lane, resolves, room - pence, open_on - pence)
            if counted:
                sheet.count(entry, counted)
        return Verdict(
            Judged(
                sheet.fund,
                entry,
                sheet.basis,
                self._rules,
                repeated,
                documented,
                closed,
                room,
                unspent,
                taken,
                open_on,
                counted,
                elsewhere,
            ),
            result,
        )

    def _count(self, entry: Entry, day: Day, so_far: Result) -> tuple[tuple[Counted, ...], Result]:
        """Count an entry, and give the worst of what is known so far and the clauses that bind."""
        sheet, worst = self._sheet, so_far
        counted: list[Counted] = []
        for each in day.counting:
            if each is None:
                counted.append(None)
                continue
            stipulation, clause, short, binds = each
            total = None if short is None else short.total(entry, sheet.held)
            if short is not None and total is not None:
                counted.append(total)
                result = _MET if total <= short.most else _NOT_MET
            else:
                tally = sheet.tally(entry, stipulation, clause, short)
                counted.append(tally)
                result = clause.result(entry, tally or EMPTY, sheet.basis) if binds else _MET
            if binds and (result is _NOT_MET or (result is _UNDETERMINED and worst is _MET)):
                worst = result
        return tuple(counted), worst

    def _new_day(self, entry: Entry) -> Day:
        """Judge the day by the windows of what stands on it."""
        sheet = self._sheet
        standing = sheet.fund.stipulations_on(entry.counts_for)
        result = self._worst(entry, [each for each in standing if each.binds], (Window,))
        names = tuple(each.reference for each in standing)
        if len(self._days) >= _MOST_REMEMBERED:
            self._days.clear()
        terms = self._terms.setdefault((names, entry.in_year), len(self._terms))
        counting = tuple(
            (each, clause, short, each.binds) if each in standing else None
            for (each, clause), short in zip(sheet.fund.counting, sheet.plain, strict=True)
        )
        day = self._days[entry.counts_for] = Day(result, terms, counting)
        return day

    def _lane(self, entry: Entry, day: Day) -> Lane:
        """Give what is the same for every entry with these labels."""
        key = (
            entry.head,
            entry.purpose,
            entry.outlay,
            entry.source,
            entry.by,
            entry.other_tags,
            entry.recipient if self._by_recipient else None,
            day.terms,
        )
        lane = self._lanes.get(key)
        if lane is None:
            if len(self._lanes) >= _MOST_REMEMBERED:
                self._lanes.clear()
            lane = self._lanes[key] = self._new_lane(entry)
        return lane

    def _new_lane(self, entry: Entry) -> Lane:
        """Judge labels by those that the fund names, and by the clauses about them."""
        sheet = self._sheet
        fund = sheet.fund
        parts = list(labels(Offer(fund, entry, sheet.basis, self._rules), sheet.basis))
        standing = [each for each in fund.stipulations_on(entry.counts_for) if each.binds]
        found = {Verdict.all_of(parts, title="").result, self._worst(entry, standing, _BY_LABELS)}
        cell = (entry.in_year, entry.head or "", entry.source or "")
        head = fund.head.get(entry.head or "")
        return Lane(
            next((each for each in (_NOT_MET, _UNDETERMINED) if each in found), _MET),
            # of any entry with these labels: this one may pay what was accrued
            entry.year in sheet.start.closed,
            place_of(cell, fund),
            pot_of(cell, fund),
            cell[1],
            None if head is None or head.at_most is None else head.at_most.in_pence,
            sheet.sums(cell),
            None if "recipient" in fund.counted_by else labels_of(entry, fund),
        )

    def _worst(
        self, entry: Entry, standing: Iterable[Stipulation], kinds: tuple[type, ...]
    ) -> Result:
        """Give the worst result of the clauses of these kinds."""
        basis = self._sheet.basis
        found = {
            clause.result(entry, EMPTY, basis)
            for each in standing
            for clause in each.clauses
            if isinstance(clause, kinds)
        }
        return next((each for each in (_NOT_MET, _UNDETERMINED) if each in found), _MET)

    def _take(
        self, entry: Entry, lane: Lane, resolves: Balance | None, room: int, open_on: int
    ) -> None:
        """Add spending of one year to the sums, as :meth:`Sheet.take` does, by a shorter way."""
        sheet, kind, pence, sums = self._sheet, entry.kind, entry.amount.in_pence, lane.sums
        balances, fund = sheet.balances, sheet.fund
        year, head, source = lane.place
        opened: Balance | None = None
        if kind is _COMMITMENT:
            sums[ORDERED] += pence
            order = entry.order or entry.reference
            opened = ("order", order, year, head, source, lane.says(entry, fund))
        elif kind is _ACCRUAL:
            sums[ACCRUED] += pence
            opened = ("accrual", entry.reference, year, head, source, lane.says(entry, fund))
        else:
            sums[SPENT] += pence
            if resolves is None and fund.counted_by:
                opened = ("spent", "", year, head, source, lane.says(entry, fund))
        if opened is not None:
            balances[opened] = sheet.open_on(opened) + pence
        if resolves is None:
            sheet.pots[lane.pot] = room
            sheet.heads[lane.head] = sheet.taken(lane.head) + pence
        else:
            ordered = entry.order is not None
            sums[DELIVERED if ordered else SETTLED] += pence
            balances[resolves] = open_on
            delivered = "delivered" if kind is _EXPENDITURE else "accrued"
            what = delivered if ordered else "settled"
            done = (what, resolves[1], year, head, source, resolves[5])
            balances[done] = sheet.open_on(done) + pence
        if entry.document is not None or fund.comes_and_goes or fund.reserves or kind is _ACCRUAL:
            for balance, change in beside(entry, fund):
                balances[balance] = sheet.open_on(balance) + change
        sheet.note(entry)


def _require_entry(entry: object) -> None:
    if not isinstance(entry, Entry):
        raise InvalidValueError(field="entry", value=entry, expected="an Entry")
