"""Words that records often leave open, kept as readings whose names are always the same.

A council that has settled what such words mean chooses by these names in its basis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.clauses.caps import Cap
from carerslib.clauses.combined import For
from carerslib.clauses.readings import Reading, Readings
from carerslib.clauses.scope import Holder, Joint
from carerslib.clauses.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.citations import Citation
    from carerslib.clauses._step import Step
    from carerslib.clauses.figures import Figure
    from carerslib.periods import Term

__all__ = [
    "EACH_ALONE",
    "FIRM_ALONE",
    "OF_A_YEAR",
    "OF_THE_WHOLE",
    "ONE_AT_A_TIME",
    "SEVERAL_AT_ONCE",
    "TOGETHER",
    "WITH_OPTIONS",
    "firm_or_whole",
    "numbered",
    "one_or_several",
    "together_or_alone",
    "year_or_whole",
]

TOGETHER: Final = "together"
"""Several holders act together."""
EACH_ALONE: Final = "each alone"
"""Any one of several holders may act."""
ONE_AT_A_TIME: Final = "one at a time"
"""Options are taken one by one, each no longer than its own length."""
SEVERAL_AT_ONCE: Final = "several at once"
"""Options may be taken together, up to the sum of their lengths; there are no more of them."""
WITH_OPTIONS: Final = "with the options"
"""A value covers the firm term and its options."""
FIRM_ALONE: Final = "the firm term alone"
"""A value covers the firm term alone."""
OF_THE_WHOLE: Final = "of the whole"
"""A value is that of the whole life."""
OF_A_YEAR: Final = "of a year"
"""A value is that of each year."""


def numbered(count: int) -> tuple[str, ...]:
    """Name things that a record only counts: "1" to the last of them."""
    return tuple(str(number) for number in range(1, count + 1))


def together_or_alone(reference: str, source: Citation, holders: Iterable[str]) -> Readings:
    """Keep both readings of holders whom a record only lists: one "and" another."""
    people = tuple(holders)
    return Readings(
        reference,
        source,
        [
            Reading(TOGETHER, Joint(f"{reference}.together", source, people)),
            Reading(EACH_ALONE, Holder(f"{reference}.alone", source, people)),
        ],
        title="Holders",
    )


def one_or_several(reference: str, source: Citation, steps: Iterable[Step | Term]) -> Readings:
    """Keep both readings of several options: taken one by one, or several in one act."""
    held = tuple(steps)
    at_once = Steps(f"{reference}.sum", source, held, in_parts=True, as_many=True)
    return Readings(
        reference,
        source,
        [
            Reading(ONE_AT_A_TIME, Steps(f"{reference}.each", source, held)),
            Reading(SEVERAL_AT_ONCE, at_once),
        ],
        title="Options",
    )


def firm_or_whole(reference: str, source: Citation, figure: Figure) -> Readings:
    """Keep both readings of a value beside a term with options: it covers them, or does not."""
    firm = Cap(f"{reference}.firm", source, figure, where={"part": "firm"})
    return Readings(
        reference,
        source,
        [
            Reading(WITH_OPTIONS, Cap(f"{reference}.whole", source, figure)),
            Reading(FIRM_ALONE, firm),
        ],
        title="Value",
    )


def year_or_whole(
    reference: str, source: Citation, figure: Figure, *, year: str = "year"
) -> Readings:
    """Keep both readings of a value that does not say whether it is that of a year.

    ``year`` is "contract year" for years that start with the contract. A price that states no
    period either is held against the figure as it stands, like with like: whatever the unit of
    the one, it is that of the other.
    """
    like = Cap(f"{reference}.like", source, figure, per=("contract",))
    return Readings(
        reference,
        source,
        [
            Reading(OF_THE_WHOLE, Cap(f"{reference}.whole", source, figure)),
            Reading(
                OF_A_YEAR,
                [
                    Cap(f"{reference}.year", source, figure, per=(year,)),
                    For(f"{reference}.unit", source, {"period": "not stated"}, like),
                ],
            ),
        ],
        title="Value",
    )
