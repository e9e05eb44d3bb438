"""What a review says when a link of a record is taken away, or leads to nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import given, settings
from tests.properties.records import PORTFOLIOS, RECORDS

from carerslib.commissioning import Portfolio, review, trace
from carerslib.testing.strategies import whole_portfolios
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAY: Final = date(2018, 1, 15)
NOTHING: Final = "nothing of this name"
LINKS: Final = {
    "intentions": (
        "needs",
        "priorities",
        "measures",
        "monitored_by",
        "authorities",
        "approved_by",
        "timetable",
    ),
    "timetables": ("approved_by",),
    "arrangements": ("resolution", "intentions", "funds", "measures"),
    "measures": ("indicator",),
    "sums": ("fund",),
    "services": ("part_of", "integral_with"),
}
IN_STRATEGY: Final = {
    "priorities": ("needs",),
    "needs": ("evidence",),
    "monitoring": ("monitors",),
    "documents": ("part_of",),
    "findings": ("from_",),
    "evidence": ("about",),
    "engagement": ("shaped",),
    "choices": ("because",),
}
HARMLESS: Final = {
    "intentions.monitored_by": "the strategy says itself who watches over all of it",
    "arrangements.measures": "its intention says how one would know that it worked",
    "measures.indicator": "a measure may be in words, and counted by nobody",
    "actions.intentions": "the intention is for a priority or a need besides",
    "actions.measures": "the measure is that of an intention besides",
    "actions.because": "no colour was given because of it",
    "points.answers": "what a meeting left unanswered is advice",
    "points.follow_up": "what was undertaken stands in the minutes itself",
    "strategy.needs.evidence": "a need that is found is a need, whatever shows it",
    "strategy.monitoring.monitors": "a group of the strategy watches over the strategy",
    "strategy.documents.part_of": "where a document belongs binds nobody",
    "strategy.findings.from_": "what was found stays found",
    "strategy.evidence.about": "evidence is not asked what it is about",
    "strategy.engagement.shaped": "that people took part is enough",
    "strategy.choices.because": "a choice is not asked for its reasons",
    "services.part_of": "a service may stand by itself",
    "services.integral_with": "a service may stand by itself",
}
"""Links without which a whole record is met all the same, and why that is right."""

NEEDED: Final = {
    "strategy.priorities.needs",
    "intentions.needs",
    "intentions.priorities",
    "intentions.measures",
    "intentions.authorities",
    "intentions.approved_by",
    "intentions.timetable",
    "budgets.fund",
    "budgets.authority",
    "timetables.approved_by",
    "arrangements.resolution",
    "arrangements.intentions",
    "arrangements.funds",
    "arrangements.relies_on",
    "actions.priority",
    "sums.fund",
    "estimate",
}
"""Links of the chain, and what hangs on it, without which no record is whole."""


def _result(portfolio: Portfolio) -> Result:
    return review(portfolio, on=DAY).result


def _other(held: Any, field: str, to: str) -> Iterator[Any]:  # noqa: ANN401 - any record with links
    """Give a record with one of its links led elsewhere, or taken away, for each of a field."""
    named = getattr(held, field)
    if isinstance(named, str):
        yield from [attrs.evolve(held, **{field: to})] * bool(named)
        return
    for place in range(len(named)):
        led = (*named[:place], *([to] * bool(to)), *named[place + 1 :])
        yield attrs.evolve(held, **{field: led})


def _swapped(record: Any, name: str, place: int, other: object) -> Any:  # noqa: ANN401 - as above
    held = list(getattr(record, name))
    held[place] = other
    return attrs.evolve(record, **{name: held})


def _of(
    record: Any,  # noqa: ANN401 - as above
    name: str,
    fields: tuple[str, ...],
    to: str,
) -> Iterator[tuple[str, Any]]:
    """Give a record with one link changed of what it holds under a name, for each such link."""
    for place, held in enumerate(getattr(record, name)):
        for field in fields:
            for other in _other(held, field, to):
                yield f"{name}.{field}", _swapped(record, name, place, other)


def _changed_links(portfolio: Portfolio, to: str = "") -> Iterator[tuple[str, Portfolio]]:
    """Give the portfolio with each of its links in turn taken away, or led elsewhere."""
    for name, fields in LINKS.items():
        yield from _of(portfolio, name, fields, to)
    for name, fields in IN_STRATEGY.items():
        for kind, strategy in _of(portfolio.strategy, name, fields, to):
            yield f"strategy.{kind}", attrs.evolve(portfolio, strategy=strategy)
    for name, within in WITHIN.items():
        for place, held in enumerate(getattr(portfolio, name)):
            for kind, other in within(held, to):
                yield kind, _swapped(portfolio, name, place, other)
    for other in _other(portfolio, "estimate", to):
        yield "estimate", other


def _of_budgets(intention: Any, to: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    yield from _of(intention, "budgets", ("fund", "authority"), to)


def _of_points(minutes: Any, to: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    yield from _of(minutes, "points", ("answers", "follow_up"), to)


def _of_proposal(made: Any, to: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    if made.proposal.relies_on:
        other = attrs.evolve(made.proposal, relies_on=to, reference=made.reference)
        yield "arrangements.relies_on", attrs.evolve(made, proposal=other)


def _of_actions(plan: Any, to: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    """Give a plan with a link of an action changed; its priority is one, or None."""
    yield from _of(plan, "actions", ("intentions", "measures", "because"), to)
    for place, action in enumerate(plan.actions):
        if action.priority is not None:
            other = attrs.evolve(action, priority=to or None)
            yield "actions.priority", _swapped(plan, "actions", place, other)


WITHIN: Final[dict[str, Callable[[Any, str], Iterator[tuple[str, Any]]]]] = {
    "intentions": _of_budgets,
    "minutes": _of_points,
    "arrangements": _of_proposal,
    "plans": _of_actions,
}


def test_every_link_is_either_needed_or_harmless_for_a_reason() -> None:
    assert NEEDED & set(HARMLESS) == set()


@given(whole_portfolios())
def test_a_whole_record_is_met(portfolio: Portfolio) -> None:
    assert _result(portfolio) is Result.MET


@settings(max_examples=20)  # each is reviewed some fifty times
@given(whole_portfolios())
def test_without_any_one_link_that_is_needed_a_whole_record_is_not_met(
    portfolio: Portfolio,
) -> None:
    """Each link of the chain in turn, and the timetable; the others leave it met."""
    met = {(kind, _result(fewer) is Result.MET) for kind, fewer in _changed_links(portfolio)}
    assert {kind for kind, _ in met} <= NEEDED | set(HARMLESS)
    assert {kind for kind, still in met if still} == {kind for kind, _ in met} - NEEDED


@settings(max_examples=20)  # each is reviewed some fifty times
@given(whole_portfolios())
def test_with_any_one_link_that_leads_to_nothing_a_whole_record_is_not_met(
    portfolio: Portfolio,
) -> None:
    results = [(kind, _result(other)) for kind, other in _changed_links(portfolio, NOTHING)]
    assert [kind for kind, result in results if result is Result.MET] == []


def test_whole_records_hold_links_of_every_kind() -> None:
    held: set[str] = set()

    @given(whole_portfolios())
    def _look(portfolio: Portfolio) -> None:
        held.update(kind for kind, _ in _changed_links(portfolio))

    _look()
    assert held == NEEDED | set(HARMLESS)


def _leads_somewhere(portfolio: Portfolio) -> bool:
    return not trace(portfolio).broken


@given((PORTFOLIOS | RECORDS).filter(_leads_somewhere))
def test_removing_a_link_never_makes_a_review_met(portfolio: Portfolio) -> None:
    before = _result(portfolio)
    made_met = [name for name, fewer in _changed_links(portfolio) if _result(fewer) is Result.MET]
    assert before is Result.MET or made_met == []
