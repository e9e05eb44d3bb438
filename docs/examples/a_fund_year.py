"""A fund's year: money is reserved, then spent, and some is left.

A council holds £100,000 of the Carers Grant for 2002/03. It orders a sitting service, pays for part
of it, finds that the rest costs less, and accrues what was received in March and not yet invoiced.
An order for which there is not enough is refused, and so is office refurbishment.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from carerslib.funds import Entry, EntryKind, fold, post
from carerslib.funds.named import CARERS_BREAKS, CARERS_GRANT
from carerslib.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.funds import Position, Posted

FUND: Final = CARERS_GRANT.fund("carers grant 2002/03", "the council", on=date(2002, 4, 1))


def entry(number: int, kind: EntryKind, amount: str, on: date, purpose: str | None = None) -> Entry:
    """Make an entry that is recorded on the day that it counts for."""
    return Entry(f"2002/{number}", kind, Money.pounds(amount), on, on, purpose=purpose)


def breaks(number: int, kind: EntryKind, amount: str, on: date, order: str | None = None) -> Entry:
    """Make an entry for carers' breaks, which may resolve an order in part or whole."""
    given = Money.pounds(amount)
    return Entry(f"2002/{number}", kind, given, on, on, purpose=CARERS_BREAKS, order=order)


ENTRIES: Final = (
    entry(1, EntryKind.ALLOCATION, "100000.00", date(2002, 4, 1)),
    breaks(2, EntryKind.COMMITMENT, "40000.00", date(2002, 6, 3)),
    breaks(3, EntryKind.EXPENDITURE, "25000.00", date(2002, 9, 30), "2002/2"),
    entry(4, EntryKind.COMMITMENT, "20000.00", date(2002, 10, 7), "refurbishment"),
    breaks(5, EntryKind.COMMITMENT, "45000.00", date(2002, 11, 4)),
    breaks(6, EntryKind.COMMITMENT, "20000.00", date(2002, 12, 2)),
    breaks(7, EntryKind.RELEASE, "5000.00", date(2003, 1, 13), "2002/2"),
    breaks(8, EntryKind.EXPENDITURE, "45000.00", date(2003, 2, 28), "2002/5"),
    breaks(9, EntryKind.ACCRUAL, "10000.00", date(2003, 3, 31), "2002/2"),
)
MOMENTS: Final = (
    ("1 April: allocated", date(2002, 4, 1)),
    ("3 June: ordered", date(2002, 6, 3)),
    ("30 September: part paid", date(2002, 9, 30)),
    ("4 November: ordered again", date(2002, 11, 4)),
    ("13 January: rest released", date(2003, 1, 13)),
    ("28 February: paid", date(2003, 2, 28)),
    ("31 March: accrued", date(2003, 3, 31)),
)


def posted() -> Posted:
    """Offer every entry in its order."""
    return post(ENTRIES, against=fold([], fund=FUND))


def standing(on: date) -> Position:
    """Add up what had been taken by the end of a day."""
    return fold(posted().taken, fund=FUND, known_on=on)


def moments() -> Iterator[tuple[str, Money, Money, Money]]:
    """Give what stood at each moment: the money spent, committed and uncommitted."""
    for words, on in MOMENTS:
        sums = standing(on).sums()
        yield words, sums.expenditure, sums.open_commitments, sums.uncommitted


def main() -> None:
    """Print the moments, and why two entries were refused."""
    for words, *amounts in moments():
        print(f"{words:28}", *(f"{amount!s:>12}" for amount in amounts))
    for refusal in posted().refused:
        for finding in refusal.verdict.unmet:
            reasons = filter(None, (str(finding.title), finding.note, str(finding.remedy or "")))
            print(f"{refusal.entry.reference} refused: {'; '.join(reasons)}")


if __name__ == "__main__":
    main()
