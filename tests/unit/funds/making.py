"""Short ways to write down funds and entries for tests: what they leave out, no test is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from carerslib.citations import Citation
from carerslib.clauses import Only, Window
from carerslib.funds import (
    CarryForward,
    Entry,
    EntryKind,
    Fund,
    FundType,
    Position,
    Stipulation,
    StipulationKind,
    Unspent,
    post,
)
from carerslib.money import Money
from carerslib.periods import DateRange

if TYPE_CHECKING:
    from typing import Any

    from carerslib.clauses import Clause
    from carerslib.funds import Posted
    from carerslib.periods import Day
    from carerslib.verdicts import Finding, Verdict

__all__ = [
    "DETERMINATION",
    "EARLIER",
    "IN_YEAR",
    "LAST_DAY",
    "NEXT",
    "RESERVE_TERMS",
    "allocated",
    "condition",
    "entry",
    "findings_of",
    "fund",
    "order",
    "posted",
    "purposes",
    "reserve_fund",
    "spend",
    "taken",
    "window",
]

DETERMINATION: Final = Citation.record("Grant determination", "Annex B")
EARLIER: Final = date(2003, 4, 1)
IN_YEAR: Final = date(2003, 10, 1)
LAST_DAY: Final = date(2004, 3, 31)
NEXT: Final = date(2004, 6, 1)


def purposes(*names: str) -> Only:
    """Only these purposes are permitted."""
    return Only("purposes", DETERMINATION, "purpose", names)


def window(first: date | None, last: date | None) -> Window:
    """Only these days are eligible."""
    return Window("window", DETERMINATION, first, last)


def condition(
    *clauses: Clause,
    kind: StipulationKind = StipulationKind.CONDITION,
    reference: str = "conditions",
    set_by: str = "the department",
    carry_forward: CarryForward | None = None,
    unspent: Unspent | None = None,
    **more: Any,  # noqa: ANN401
) -> Stipulation:
    """Build a stipulation."""
    return Stipulation(
        reference,
        kind,
        set_by,
        DETERMINATION,
        clauses=clauses,
        carry_forward=carry_forward,
        unspent=unspent,
        **more,
    )


def fund(
    *stipulations: Stipulation,
    type_: FundType = FundType.RING_FENCED_GRANT,
    **more: Any,  # noqa: ANN401
) -> Fund:
    """Build a fund of the council."""
    return Fund("the fund", "the council", DETERMINATION, type_, stipulations, **more)


RESERVE_TERMS: Final = condition(
    purposes("breaks"),
    days=DateRange(EARLIER, LAST_DAY),
    ring_fence=True,
    carry_forward=CarryForward.RESERVE,
)


def reserve_fund(terms: Stipulation = RESERVE_TERMS, **more: Any) -> Fund:  # noqa: ANN401
    """Build a fund of which what is left after 2003/04 is kept in a reserve for breaks."""
    return fund(terms, **{"type_": FundType.GENERAL_GRANT, **more})


def entry(reference: str, kind: EntryKind, pounds: str, day: Day = IN_YEAR, **more: Any) -> Entry:  # noqa: ANN401
    """Build an entry recorded on the first day of the financial year 2003/04."""
    return Entry(reference, kind, Money.pounds(pounds), day, more.pop("known", EARLIER), **more)


def allocated(pounds: str, day: Day = EARLIER, reference: str = "A1", **more: Any) -> Entry:  # noqa: ANN401
    """Allocate an amount."""
    return entry(reference, EntryKind.ALLOCATION, pounds, day, **more)


def order(reference: str, pounds: str, day: Day = IN_YEAR, **more: Any) -> Entry:  # noqa: ANN401
    """Commit an amount for breaks."""
    purpose = more.pop("purpose", "breaks")
    return entry(reference, EntryKind.COMMITMENT, pounds, day, purpose=purpose, **more)


def spend(reference: str, pounds: str, day: Day = IN_YEAR, **more: Any) -> Entry:  # noqa: ANN401
    """Spend an amount on breaks."""
    purpose = more.pop("purpose", "breaks")
    return entry(reference, EntryKind.EXPENDITURE, pounds, day, purpose=purpose, **more)


def posted(to: Fund, *entries: Entry) -> Posted:
    """Offer entries to an empty fund."""
    return post(entries, against=Position(to))


def taken(to: Fund, *entries: Entry) -> Position:
    """Post entries that are all taken."""
    found = posted(to, *entries)
    assert [each.entry.reference for each in found.refused] == []
    return found.position


def findings_of(rule: str, verdict: Verdict) -> list[Finding]:
    """Give the findings of one rule or clause."""
    return [each for each in verdict.findings if each.rule == rule]
