"""Rules about links: those that lead to nothing, and what nothing leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.commissioning.intentions import IntentionStatus
from carerslib.commissioning.nodes import Node, NodeKind
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.commissioning.reviewed import Reviewed

__all__ = ["links_lead_somewhere", "nothing_orphaned"]

_WANTED: Final = {
    NodeKind.NEED: "a priority or an intention that answers it",
    NodeKind.PRIORITY: "an intention that carries it out",
    NodeKind.INTENTION: "the priority or the need that it is for",
    NodeKind.FUND: "an intention or a contract that it pays for",
    NodeKind.AUTHORITY: "an intention or a contract that relies on it",
    NodeKind.CONTRACT: "the intention that it carries out",
    NodeKind.MEASURE: "an intention or a contract that it measures",
}
_ADVICE: Final = frozenset({NodeKind.FUND, NodeKind.AUTHORITY, NodeKind.MEASURE})
"""Funds, authorities and measures may serve another strategy as well."""


@rule(
    id="traceability.broken",
    title="Every link leads somewhere",
    citation=COUNTS.at("links"),
    in_force=ALWAYS,
)
def links_lead_somewhere(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Refuse a reference to what is not there."""
    strategy, held = reviewed.portfolio.strategy, reviewed.trace
    for link in held.broken:
        yield Finding(
            "traceability.broken",
            "Broken link",
            Result.NOT_MET,
            Aspect.RECORD,
            link.where,
            COUNTS.at("links"),
            str(link),
            "from and to what is there",
            note="one end of the link is not in the record",
        )
    if held.links and not held.broken:
        yield Finding(
            "traceability.broken",
            "Links lead somewhere",
            Result.MET,
            Aspect.RECORD,
            strategy.reference,
            COUNTS.at("links"),
            len(held.links),
            "all of",
            len(held.links),
        )


@rule(
    id="traceability.orphaned",
    title="Nothing stands alone",
    citation=COUNTS.at("links"),
    in_force=ALWAYS,
)
def nothing_orphaned(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Keep open what is for nothing that is named, or what nothing is done about."""
    alone, undone = set(reviewed.trace.orphaned), _undone(reviewed)
    for node in reviewed.trace.nodes:
        if node.kind is NodeKind.INTENTION and node.reference in reviewed.withdrawn:
            continue
        if node in alone or _only_undone(node, undone, reviewed):
            yield _orphan(node)


def _undone(reviewed: Reviewed) -> set[str]:
    """Give the intentions about which nothing is to be done: withdrawn, or not planned."""
    not_planned = (
        reference
        for reference, each in reviewed.intentions.items()
        if each.status is IntentionStatus.NOT_PLANNED
    )
    return {*reviewed.withdrawn, *not_planned}


def _only_undone(node: Node, undone: set[str], reviewed: Reviewed) -> bool:
    """Say whether all that would be done about a need or a priority is not to be done."""
    if not undone or node.kind not in (NodeKind.NEED, NodeKind.PRIORITY):
        return False
    return all(
        after.kind is NodeKind.INTENTION and after.reference in undone
        for after in reviewed.trace.onward(*node)
    )


def _orphan(node: Node) -> Finding:
    return Finding(
        "traceability.orphaned",
        f"{str(node.kind).capitalize()} that stands alone",
        Result.UNDETERMINED,
        Aspect.RECORD,
        node.reference,
        COUNTS.at("links"),
        str(node),
        "with",
        _WANTED[node.kind],
        (Missing(f"{node.kind} {node.reference}", _WANTED[node.kind]),),
        binding=node.kind not in _ADVICE,
    )
