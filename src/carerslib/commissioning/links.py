"""What leads to what: from a need by way of money and authority to a measure, and back again.

A need is answered by a priority, a priority is carried out by an intention, an intention is paid
from a fund, the fund is spent under an authority, a contract is made under the authority, and a
measure shows whether it worked. Links are references: one that leads to nothing is broken, and what
nothing leads to is orphaned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.commissioning._beside import links_beside, nodes_beside
from carerslib.commissioning.nodes import Link, Node, NodeKind
from carerslib.commissioning.portfolio import Portfolio
from carerslib.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.awards import Resolution
    from carerslib.commissioning.arrangements import Arrangement
    from carerslib.commissioning.intentions import CommissioningIntention

__all__ = ["Trace", "trace"]

_IS_FOR: Final = {
    NodeKind.INTENTION: (NodeKind.NEED, NodeKind.PRIORITY),
    NodeKind.CONTRACT: (NodeKind.INTENTION,),
    NodeKind.MEASURE: (NodeKind.INTENTION, NodeKind.CONTRACT, NodeKind.ACTION),
}
"""What has to lead to something, for it not to stand alone."""


_PLACE: Final = {kind: place for place, kind in enumerate(NodeKind)}


def _in_order(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Give things in the order of their kinds, and of their references."""
    return tuple(sorted(nodes, key=lambda node: (_PLACE[node.kind], node.reference)))


@final
@attrs.frozen
class Trace:
    """Everything in a record and every link in it, indexed once.

    ``broken`` holds the links of which one end is not there; the authority that a contract relies
    on has to be one of the resolution that it is made under. ``orphaned`` holds a need or priority
    that leads to nothing, an intention or measure that nothing leads to, a fund or authority that
    nothing uses, and a contract that no intention leads to.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    broken: tuple[Link, ...] = attrs.field(init=False, eq=False, repr=False)
    orphaned: tuple[Node, ...] = attrs.field(init=False, eq=False, repr=False)
    _onward: Mapping[Node, Sequence[Node]] = attrs.field(init=False, eq=False, repr=False)
    _back: Mapping[Node, Sequence[Node]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        there = frozenset(self.nodes)
        broken: list[Link] = []
        onward: dict[Node, list[Node]] = {}
        back: dict[Node, list[Node]] = {}
        for link in self.links:
            source, target = link.source, link.target
            if source not in there or target not in there:
                broken.append(link)
                continue
            after = onward.setdefault(source, [])
            # links of one source to one target stand side by side
            if not after or after[-1] != target:
                after.append(target)
                back.setdefault(target, []).append(source)
        fill = object.__setattr__
        fill(self, "broken", tuple(broken))
        fill(self, "_onward", onward)
        fill(self, "_back", back)
        fill(self, "orphaned", tuple(node for node in self.nodes if self._is_orphaned(node)))

    def _is_orphaned(self, node: Node) -> bool:
        onward, back = self._onward.get(node, ()), self._back.get(node, ())
        match node.kind:
            case NodeKind.NEED | NodeKind.PRIORITY:
                return not onward
            case NodeKind.FUND | NodeKind.AUTHORITY:
                return not (onward or back)
            case NodeKind.INTENTION | NodeKind.CONTRACT | NodeKind.MEASURE:
                return all(one.kind not in _IS_FOR[node.kind] for one in back)
            case _:
                return False

    def onward(self, kind: NodeKind, reference: str) -> tuple[Node, ...]:
        """Give what something leads to at once."""
        return _in_order(self._onward.get(Node(kind, reference), ()))

    def back(self, kind: NodeKind, reference: str) -> tuple[Node, ...]:
        """Give what leads to something at once."""
        return _in_order(self._back.get(Node(kind, reference), ()))

    def all_onward(self, kind: NodeKind, reference: str) -> tuple[Node, ...]:
        """Give everything that something leads to, at once or by way of something else."""
        return _reached(self._onward, Node(kind, reference))

    def all_back(self, kind: NodeKind, reference: str) -> tuple[Node, ...]:
        """Give everything that leads to something, at once or by way of something else."""
        return _reached(self._back, Node(kind, reference))


def _reached(ways: Mapping[Node, Sequence[Node]], start: Node) -> tuple[Node, ...]:
    seen: set[Node] = set()
    waiting = [start]
    while waiting:
        for node in ways.get(waiting.pop(), ()):
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return _in_order(seen)


def trace(portfolio: Portfolio) -> Trace:
    """Follow every link of a portfolio, in an order that does not depend on how it is listed.

    Raises :class:`~carerslib.errors.InvalidValueError` for what is no portfolio.
    """
    if not isinstance(portfolio, Portfolio):
        given = type(portfolio).__name__
        raise InvalidValueError(field="portfolio", value=given, expected="a Portfolio")
    nodes = _in_order((*_nodes(portfolio), *nodes_beside(portfolio)))
    links = {*_links(portfolio), *links_beside(portfolio, frozenset(nodes))}
    return Trace(nodes, tuple(sorted(links)))


def _nodes(portfolio: Portfolio) -> Iterator[Node]:
    strategy = portfolio.strategy
    yield from (Node(NodeKind.NEED, each.reference) for each in strategy.needs)
    yield from (Node(NodeKind.PRIORITY, each.reference) for each in strategy.priorities)
    yield from (Node(NodeKind.INTENTION, each.reference) for each in portfolio.intentions)
    yield from (Node(NodeKind.FUND, each.reference) for each in portfolio.accounts)
    for resolution in portfolio.resolutions:
        yield Node(NodeKind.RESOLUTION, resolution.reference)
        yield from (Node(NodeKind.AUTHORITY, each.reference) for each in resolution.authorities)
    yield from (Node(NodeKind.CONTRACT, each.reference) for each in portfolio.arrangements)
    yield from (Node(NodeKind.MEASURE, each.reference) for each in portfolio.measures)
    yield from (Node(NodeKind.TIMETABLE, each.reference) for each in portfolio.timetables)
    yield from (Node(NodeKind.GROUP, each.reference) for each in strategy.monitoring)
    for plan in portfolio.plans:
        yield from (Node(NodeKind.ACTION, each.reference) for each in plan.actions)
    yield from (Node(NodeKind.INDICATOR, each.reference) for each in portfolio.indicators)


def _links(portfolio: Portfolio) -> Iterator[Link]:
    for priority in portfolio.strategy.priorities:
        here = Node(NodeKind.PRIORITY, priority.reference)
        for need in priority.needs:
            yield Link(Node(NodeKind.NEED, need), here, here, "needs")
    for intention in portfolio.intentions:
        yield from _of_intention(intention)
    for timetable in portfolio.timetables:
        here = Node(NodeKind.TIMETABLE, timetable.reference)
        yield from _to(here, NodeKind.RESOLUTION, [timetable.approved_by], "approved_by")
    for measure in portfolio.measures:
        here = Node(NodeKind.MEASURE, measure.reference)
        yield from _to(here, NodeKind.INDICATOR, [measure.indicator], "indicator")
    yield from _of_actions(portfolio)
    yield from _of_contracts(portfolio)


def _of_actions(portfolio: Portfolio) -> Iterator[Link]:
    """Follow actions; what one is to be seen by is a measure of the record, or an indicator."""
    measures = {each.reference for each in portfolio.measures}
    for action in (one for plan in portfolio.plans for one in plan.actions):
        here = Node(NodeKind.ACTION, action.reference)
        yield from _from(here, NodeKind.PRIORITY, [action.priority or ""], "priority")
        yield from _from(here, NodeKind.INTENTION, action.intentions, "intentions")
        for reference in action.measures:
            kind = NodeKind.MEASURE if reference in measures else NodeKind.INDICATOR
            yield from _to(here, kind, [reference], "measures")


def _of_contracts(portfolio: Portfolio) -> Iterator[Link]:
    given = {one.reference: each for each in portfolio.resolutions for one in each.authorities}
    made_under = {each.reference: each for each in portfolio.resolutions}
    for each in portfolio.arrangements:
        here = Node(NodeKind.CONTRACT, each.reference)
        under = _relied_on(each, made_under.get(each.resolution), given)
        yield from _from(here, NodeKind.INTENTION, each.intentions, "intentions")
        yield from _from(here, NodeKind.FUND, each.funds, "funds")
        yield from _from(here, NodeKind.AUTHORITY, [under], "proposal.relies_on")
        yield from _to(here, NodeKind.RESOLUTION, [each.resolution], "resolution")
        yield from _to(here, NodeKind.MEASURE, each.measures, "measures")


def _relied_on(
    arrangement: Arrangement, resolution: Resolution | None, given: Mapping[str, Resolution]
) -> str:
    """Name what a contract relies on: the only authority of its resolution, where it names none.

    One that another resolution gives is named with that which did not give it, and so is broken.
    """
    named = arrangement.authority
    if resolution is None:
        return named
    if not named:
        sole = resolution.authorities
        return sole[0].reference if len(sole) == 1 else ""
    if given.get(named, resolution) is resolution:
        return named
    return f"{named} of {resolution.reference}"


def _of_intention(intention: CommissioningIntention) -> Iterator[Link]:
    here = Node(NodeKind.INTENTION, intention.reference)
    yield from _from(here, NodeKind.NEED, intention.needs, "needs")
    yield from _from(here, NodeKind.PRIORITY, intention.priorities, "priorities")
    for budget in intention.budgets:
        yield from _to(here, NodeKind.FUND, [budget.fund], "budgets")
        if budget.authority:
            spent = Node(NodeKind.FUND, budget.fund) if budget.fund else here
            authority = Node(NodeKind.AUTHORITY, budget.authority)
            yield Link(spent, authority, here, "budgets")
    yield from _to(here, NodeKind.AUTHORITY, intention.authorities, "authorities")
    yield from _to(here, NodeKind.MEASURE, intention.measures, "measures")
    yield from _to(here, NodeKind.RESOLUTION, [intention.approved_by], "approved_by")
    yield from _to(here, NodeKind.TIMETABLE, [intention.timetable], "timetable")
    yield from _to(here, NodeKind.GROUP, intention.monitored_by, "monitored_by")


def _to(source: Node, kind: NodeKind, references: Iterable[str], field: str) -> Iterator[Link]:
    """Give the links that lead from something and stand in its own fields."""
    for reference in references:
        if reference:
            yield Link(source, Node(kind, reference), source, field)


def _from(target: Node, kind: NodeKind, references: Iterable[str], field: str) -> Iterator[Link]:
    """Give the links that lead to something and stand in its own fields."""
    for reference in references:
        if reference:
            yield Link(Node(kind, reference), target, target, field)
