"""What running sums start from: a position, which they import nothing of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carerslib.clauses import Group, Measure
    from carerslib.funds._known import Below
    from carerslib.funds._moves import Balance, Cell, Pot
    from carerslib.funds.entries import Paid, Times
    from carerslib.funds.layers import Layers
    from carerslib.funds.model import Fund
    from carerslib.periods import FinancialYear

__all__ = ["Start"]


class Start(Protocol):
    """What a sheet needs of the position that it starts from."""

    @property
    def fund(self) -> Fund:
        """The fund."""

    @property
    def closed(self) -> frozenset[FinancialYear]:
        """The years whose accounts are closed."""

    @property
    def entries(self) -> int:
        """How many entries were taken."""

    @property
    def cells(self) -> Layers[Cell, Sequence[int]]:
        """The sums of each cell."""

    @property
    def pots(self) -> Layers[Pot, int]:
        """What is uncommitted in each pot."""

    @property
    def heads(self) -> Layers[str, int]:
        """What each head has taken."""

    @property
    def balances(self) -> Layers[Balance, int]:
        """What is open on each order and accrual."""

    @property
    def seen(self) -> Layers[str, bool]:
        """The references of the entries."""

    @property
    def documents(self) -> Layers[str, Paid]:
        """What stands on each document."""

    @property
    def used(self) -> Layers[tuple[str, Group], Measure]:
        """What counts towards each clause, by group."""

    @property
    def orders(self) -> Layers[tuple[str, Group, str], Times]:
        """How often each order was placed, and is void, as a clause counts it in a group."""

    @property
    def below(self) -> frozenset[Below]:
        """The cells, orders and accruals of which something is below zero."""
