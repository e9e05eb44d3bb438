"""References beside the chain: why a strategy says what it says, what is where, who said what.

A reference may name things of several kinds, as the evidence of a need does: it leads to each thing
of that name, and is broken where there is none. What names another thing is led to by it, so that
a question leads to its answer, and a strategy to who monitors it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.carers.populations import Estimate
from carerslib.commissioning.nodes import Link, Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.commissioning.portfolio import Portfolio

__all__ = ["links_beside", "nodes_beside"]

_WITH_CHAIN: Final = (NodeKind.NEED, NodeKind.GROUP)
_WHOLE: Final = (NodeKind.DOCUMENT, NodeKind.STRATEGY, NodeKind.PLAN)


@final
class _Field(NamedTuple):
    """A field that names other things, and of which kinds they may be."""

    name: str
    kinds: tuple[NodeKind, ...]


@final
class _Held(NamedTuple):
    """Where things of a kind are held, and which of their fields name other things."""

    kind: NodeKind
    where: str
    fields: tuple[_Field, ...] = ()


_IN_STRATEGY: Final = (
    _Held(
        NodeKind.NEED,
        "needs",
        (_Field("evidence", (NodeKind.EVIDENCE, NodeKind.FIGURE, NodeKind.FINDING)),),
    ),
    _Held(
        NodeKind.GROUP,
        "monitoring",
        (_Field("monitors", (*_WHOLE, NodeKind.INTENTION, NodeKind.TIMETABLE)),),
    ),
    _Held(NodeKind.DOCUMENT, "documents", (_Field("part_of", _WHOLE),)),
    _Held(NodeKind.CONTENT, "contents", (_Field("held_in", _WHOLE),)),
    _Held(NodeKind.ENGAGEMENT, "engagement"),
    _Held(NodeKind.FINDING, "findings", (_Field("from_", (NodeKind.ENGAGEMENT,)),)),
    _Held(
        NodeKind.EVIDENCE,
        "evidence",
        (_Field("about", (NodeKind.FIGURE, NodeKind.ENGAGEMENT, *_WHOLE)),),
    ),
    _Held(NodeKind.DRIVER, "drivers"),
    _Held(NodeKind.CARERS, "recognised"),
    _Held(
        NodeKind.CHOICE,
        "choices",
        (
            _Field(
                "because",
                (NodeKind.DRIVER, NodeKind.EVIDENCE, NodeKind.FIGURE, NodeKind.CARERS),
            ),
        ),
    ),
)
_IN_MINUTES: Final = (
    _Held(NodeKind.POINT, "points", (_Field("answers", (NodeKind.POINT,)),)),
    _Held(NodeKind.UNDERTAKING, "undertakings"),
    _Held(NodeKind.PARAGRAPH, "resolved", (_Field("resolution", (NodeKind.RESOLUTION,)),)),
)
_IN_PORTFOLIO: Final = (
    _Held(
        NodeKind.SERVICE,
        "services",
        (_Field("part_of", (NodeKind.SERVICE,)), _Field("integral_with", (NodeKind.SERVICE,))),
    ),
    _Held(NodeKind.VIEW, "views", (_Field("about", (NodeKind.SERVICE,)),)),
)
_OF_FIGURES: Final = (
    _Field("fewer_than", (NodeKind.FIGURE,)),
    _Field("derived_from", (NodeKind.FIGURE,)),
)
_BECAUSE: Final = _Field("because", (NodeKind.INDICATOR,))
_FOLLOW_UP: Final = _Field("follow_up", (NodeKind.UNDERTAKING,))
_SHAPED: Final = _Field(
    "shaped",
    (
        NodeKind.INTENTION,
        NodeKind.PRIORITY,
        NodeKind.NEED,
        NodeKind.MEASURE,
        NodeKind.TIMETABLE,
        *_WHOLE,
    ),
)


def _places(portfolio: Portfolio) -> Iterator[tuple[object, tuple[_Held, ...]]]:
    yield portfolio.strategy, _IN_STRATEGY
    yield portfolio, _IN_PORTFOLIO
    yield from ((each, _IN_MINUTES) for each in portfolio.minutes)


def _things(portfolio: Portfolio) -> Iterator[tuple[_Held, object, Node]]:
    for place, kinds in _places(portfolio):
        for held in kinds:
            for thing in getattr(place, held.where):
                yield held, thing, Node(held.kind, thing.reference)


def nodes_beside(portfolio: Portfolio) -> Iterator[Node]:
    """Give what stands beside the chain; needs and monitoring groups are given with the chain."""
    yield Node(NodeKind.STRATEGY, portfolio.strategy.reference)
    yield from (Node(NodeKind.PLAN, each.reference) for each in portfolio.plans)
    yield from (Node(NodeKind.FIGURE, each.reference) for each in portfolio.statements)
    yield from (node for _, _, node in _things(portfolio) if node.kind not in _WITH_CHAIN)


def links_beside(portfolio: Portfolio, there: frozenset[Node]) -> Iterator[Link]:
    """Give the links beside the chain, whether what they name is there or not."""
    for held, thing, node in _things(portfolio):
        for field in held.fields:
            yield from _leading_to(node, field, thing, there)
        if held.kind is NodeKind.POINT:
            yield from _leading_from(node, _FOLLOW_UP, thing, there)
        if held.kind is NodeKind.ENGAGEMENT:
            yield from _leading_from(node, _SHAPED, thing, there)
    for action in chain.from_iterable(plan.actions for plan in portfolio.plans):
        here = Node(NodeKind.ACTION, action.reference)
        yield from _leading_to(here, _BECAUSE, action, there)
    for figure in portfolio.statements:
        if isinstance(figure, Estimate):
            here = Node(NodeKind.FIGURE, figure.reference)
            for field in _OF_FIGURES:
                yield from _leading_to(here, field, figure, there)


def _leading_to(node: Node, field: _Field, thing: object, there: frozenset[Node]) -> Iterator[Link]:
    for named in _named(field, thing, there):
        yield Link(named, node, node, field.name)


def _leading_from(
    node: Node, field: _Field, thing: object, there: frozenset[Node]
) -> Iterator[Link]:
    for named in _named(field, thing, there):
        yield Link(node, named, node, field.name)


def _named(field: _Field, thing: object, there: frozenset[Node]) -> Iterator[Node]:
    """Give each thing of a name, or one of the first kind that is not there where there is none."""
    value: str | Iterable[str] | None = getattr(thing, field.name)
    for reference in (value,) if isinstance(value, str) else value or ():
        if not reference:
            continue
        found = [Node(kind, reference) for kind in field.kinds if Node(kind, reference) in there]
        yield from found or [Node(field.kinds[0], reference)]
