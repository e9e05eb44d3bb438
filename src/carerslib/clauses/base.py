"""What a clause is, to the rest of the library and to whoever writes one."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Final,
    NamedTuple,
    Protocol,
    TypeAlias,
    TypeGuard,
    final,
    runtime_checkable,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.clauses.figures import Measure
    from carerslib.clauses.requests import Group, Request
    from carerslib.verdicts import Part, Result, Value

__all__ = [
    "EMPTY",
    "Adds",
    "Clause",
    "CountingClause",
    "Room",
    "Tally",
    "is_built_in",
    "keeps_count",
]

Adds: TypeAlias = "tuple[tuple[Group, Measure], ...]"
"""What a request uses, for each group that it touches."""

Tally: TypeAlias = "tuple[Adds, tuple[Measure, ...]]"
"""What a request adds by group, and what each of these groups then holds, in the same order."""

EMPTY: Final[Tally] = ((), ())
"""The tally of a clause that keeps no count."""


@final
class Room(NamedTuple):
    """What is left under one clause, for one group.

    ``left`` is an amount, a day (on or before which to end), a length or a number; None where the
    readings of the words differ or the figure is not known: ``readings`` then gives each, and
    ``note`` says why.
    """

    clause: str
    title: str
    group: tuple[str, ...]
    left: Value
    citation: Citation
    readings: tuple[tuple[str, Value], ...] = ()
    note: str = ""


@runtime_checkable
class Clause(Protocol):
    """One line of an authority.

    Built-in clauses and a council's own have these members and nothing in common besides. A
    council's own may also have ``limits``, a tuple of what it sets a limit on: "amount", "start",
    "end", "options". Without it, it sets none, and what no other clause limits is left open. One on
    the amount is asked in a step as a cap is: of each option alone, as soon as it is offered.
    """

    @property
    def reference(self) -> str:
        """The caller's own key, unique within a resolution."""

    @property
    def source(self) -> Citation:
        """The paragraph that says so, with its words."""

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the result alone, cheaply; always that of :meth:`finding`."""

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give the result at length."""

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Say what is left after what was used; nothing for a clause that sets no limit."""


@runtime_checkable
class CountingClause(Clause, Protocol):
    """A clause that keeps count of what requests use."""

    def adds(self, request: Request, basis: Basis) -> Adds:
        """Say what a request uses, for each group that it touches."""


def keeps_count(clause: Clause) -> TypeGuard[CountingClause]:
    """Say whether a clause keeps count; asking the protocol itself costs far more."""
    return hasattr(clause, "adds")


def is_built_in(clause: Clause) -> bool:
    """Say whether a clause is of this package: only of these is it known what a member means."""
    return type(clause).__module__.startswith("carerslib.clauses.")
