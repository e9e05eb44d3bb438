"""What links lead from and to: things in a record, by their kind and their reference."""

from __future__ import annotations

import enum
from typing import Final, NamedTuple, final

__all__ = ["CHAIN", "Link", "Node", "NodeKind"]


class NodeKind(enum.StrEnum):
    """What a link leads from or to, in the order of the chain, and then what stands beside it."""

    NEED = "need"
    PRIORITY = "priority"
    INTENTION = "intention"
    FUND = "fund"
    AUTHORITY = "authority"
    CONTRACT = "contract"
    MEASURE = "measure"
    RESOLUTION = "resolution"
    TIMETABLE = "timetable"
    GROUP = "monitoring group"
    ACTION = "action"
    INDICATOR = "indicator"
    STRATEGY = "strategy"
    PLAN = "action plan"
    DOCUMENT = "document"
    CONTENT = "content"
    ENGAGEMENT = "engagement"
    FINDING = "finding of engagement"
    EVIDENCE = "evidence"
    DRIVER = "driver"
    CARERS = "group of carers"
    CHOICE = "choice"
    FIGURE = "figure"
    POINT = "point"
    UNDERTAKING = "undertaking"
    PARAGRAPH = "paragraph of a resolution"
    SERVICE = "service"
    VIEW = "view of a service"


CHAIN: Final = tuple(NodeKind)[:7]
"""The kinds that make the chain, from a need to a measure."""


@final
class Node(NamedTuple):
    """Something in the record: its kind and its reference."""

    kind: NodeKind
    reference: str

    def __str__(self) -> str:
        return f"{self.kind} {self.reference}"


@final
class Link(NamedTuple):
    """A reference from one thing to another: whose field it stands in, and in which."""

    source: Node
    target: Node
    holder: Node
    field: str

    @property
    def where(self) -> str:
        """Where the reference stands, as in "intention i1: budgets"."""
        return f"{self.holder}: {self.field}"

    def __str__(self) -> str:
        return f"{self.source} to {self.target}"
