"""What entries of one day, or with the same labels, have in common: judged once for them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, final

from carerslib.funds._moves import Cell, Labels, Pot, labels_of

if TYPE_CHECKING:
    from carerslib.clauses import CountingClause
    from carerslib.funds._counting import Plain
    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund
    from carerslib.funds.stipulations import Stipulation
    from carerslib.verdicts import Result

__all__ = ["Counting", "Day", "Lane"]

Counting: TypeAlias = "tuple[Stipulation, CountingClause, Plain | None, bool]"
"""A clause that counts, its stipulation, its short way of counting if any, and whether it binds."""


@final
class Day(NamedTuple):
    """What entries that count for the same day have in common: what stands, and eligible days.

    ``terms`` is the same number for days of a year on which the same stipulations stand.
    ``counting`` has each clause that counts, None where it does not stand.
    """

    result: Result
    terms: int
    counting: tuple[Counting | None, ...]


@final
class Lane(NamedTuple):
    """What entries with the same labels have in common, while the same stipulations stand."""

    result: Result
    closed: bool
    place: Cell
    pot: Pot
    head: str
    at_most: int | None
    sums: list[int]
    said: Labels | None

    def says(self, entry: Entry, fund: Fund) -> Labels:
        """Give what an entry says of what the fund counts by: the same but for the recipient."""
        return labels_of(entry, fund) if self.said is None else self.said
