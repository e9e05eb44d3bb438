"""Looser words never refuse what stricter words allowed: every kind of clause, in every way."""

from __future__ import annotations

import inspect
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple, final

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from tests.properties.award_records import MINUTE, OPEN_WORDS, PEOPLE, acts, authority, hundreds

import carerslib.clauses
from carerslib.awards import Authority, Proposal, Used, judge
from carerslib.clauses import (
    Cap,
    Clause,
    CountingClause,
    Either,
    EventBound,
    Except,
    Figure,
    Floor,
    For,
    Holder,
    Includes,
    Joint,
    Length,
    Nature,
    Only,
    Precondition,
    Reading,
    Readings,
    SamePeriod,
    Share,
    Shortest,
    Start,
    Step,
    Steps,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.testing.strategies import clauses, clauses_of
from carerslib.testing.strategies.conditions import KINDS
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@final
class More(NamedTuple):
    """By how much words are loosened."""

    price: Price
    number: int
    days: timedelta
    term: Term
    pick: int


more = st.builds(
    More,
    hundreds(5),
    st.integers(0, 2),
    st.integers(0, 400).map(lambda count: timedelta(days=count)),
    st.integers(1, 30).map(lambda count: Term(months=count)),
    st.integers(0, 20),
)


# figures


def _raised(figure: Figure, by: More) -> Figure:
    amount = figure.amount
    if isinstance(amount, Price):
        return attrs.evolve(figure, amount=amount.at(amount.stated + by.price.stated))
    return attrs.evolve(figure, amount=None if amount is None else amount + by.number)


def _lowered(figure: Figure, by: More) -> Figure:
    amount = figure.amount
    if isinstance(amount, Price):
        less = min(by.price.stated, amount.stated)
        return attrs.evolve(figure, amount=amount.at(amount.stated - less))
    return attrs.evolve(figure, amount=None if amount is None else max(amount - by.number, 0))


def _rounded(figure: Figure) -> Figure | None:
    if not isinstance(figure.amount, Price) or figure.rounded_to:
        return None
    return attrs.evolve(figure, rounded_to=Money.pounds("100.00"))


def _advice(figure: Figure) -> Figure | None:
    if figure.amount is None or figure.nature is Nature.THRESHOLD:
        return None
    return attrs.evolve(figure, nature=Nature.ESTIMATE)


def _with(clause: Any, **changes: Any) -> Any:  # noqa: ANN401 - of any kind
    """Give a clause with other words; nothing where there is none to change."""
    if any(value is None for value in changes.values()):
        return None
    return attrs.evolve(clause, **changes)


def _without(clause: Any, *names: str) -> Any:  # noqa: ANN401 - of any kind
    if all(getattr(clause, name) is None for name in names):
        return None
    nothing: dict[str, Any] = dict.fromkeys(names)
    return attrs.evolve(clause, **nothing)


def _unpublished(clause: Any, field: str) -> Any:  # noqa: ANN401 - of any kind
    if isinstance(clause, Cap) and clause.distinct:
        return None
    return _with(clause, **{field: Figure.unpublished()})


def _per_lot(cap: Cap) -> Cap | None:
    if "lot" in cap.per or "lot" in dict(cap.where) or cap.distinct:
        return None
    return attrs.evolve(cap, per=(*cap.per, "lot"))


def _shrunk(values: tuple[str, ...], by: More) -> tuple[str, ...] | None:
    """Leave one of several names out."""
    if len(values) == 1:
        return None
    gone = by.pick % len(values)
    return (*values[:gone], *values[gone + 1 :])


def _earlier(day: date | None, by: More) -> date | None:
    return None if day is None else day - by.days


def _later(day: date | None, by: More) -> date | None:
    return None if day is None else day + by.days


def _shorter(term: Term | None) -> Term | None:
    return None if term is None or term.months < 2 else Term(months=1)


def _longer(term: Term | None, by: More) -> Term | None:
    return None if term is None else term + by.term


# what is inside others


def _inside(held: tuple[Clause, ...], by: More) -> tuple[Clause, ...] | None:
    """Loosen one of the clauses that another holds."""
    if not held:
        return None
    place = by.pick % len(held)
    ways = [loose for _, loose in looser(held[place], by)]
    if not ways:
        return None
    return (*held[:place], ways[by.pick % len(ways)], *held[place + 1 :])


def _dropped(held: tuple[Clause, ...], by: More, least: int = 1) -> tuple[Clause, ...] | None:
    """Leave one of the clauses that another holds out."""
    if len(held) <= least:
        return None
    gone = by.pick % len(held)
    return (*held[:gone], *held[gone + 1 :])


def _in_one(
    several: tuple[Reading, ...], by: More, change: Callable[..., tuple[Clause, ...] | None]
) -> tuple[Reading, ...] | None:
    """Change the clauses of one reading, or of one limb."""
    place = by.pick % len(several)
    held = change(several[place].clauses, by)
    if held is None:
        return None
    changed = attrs.evolve(several[place], clauses=held)
    return (*several[:place], changed, *several[place + 1 :])


def _step(steps: Steps, by: More, change: Callable[[Step], Step | None]) -> Steps | None:
    place = by.pick % len(steps.steps)
    changed = change(steps.steps[place])
    if changed is None:
        return None
    return attrs.evolve(steps, steps=(*steps.steps[:place], changed, *steps.steps[place + 1 :]))


def _in_parts(steps: Steps) -> Steps | None:
    """Let options be cut up; what has a figure, a holder or a day of its own is not looser so."""
    plain = all(step == Step(step.at_most, step.at_least) for step in steps.steps)
    return attrs.evolve(steps, in_parts=True) if plain and not steps.in_parts else None


def _fewer_requests(clause: For) -> For | None:
    if "area" in dict(clause.where):
        return None
    return attrs.evolve(clause, where=(*clause.where, ("area", "south")))


def _later_event(clause: EventBound, by: More) -> EventBound | None:
    if not isinstance(clause.on, date):
        return None
    late = clause.bound == "last"
    return attrs.evolve(clause, on=clause.on + by.days if late else clause.on - by.days)


WAYS: Final[dict[type, dict[str, Callable[[Any, More], Any]]]] = {
    Cap: {
        "a higher figure": lambda c, by: _with(c, at_most=_raised(c.at_most, by)),
        "a rounded figure": lambda c, _: _with(c, at_most=_rounded(c.at_most)),
        "advice only": lambda c, _: _with(c, at_most=_advice(c.at_most)),
        "not published": lambda c, _: _unpublished(c, "at_most"),
        "on it is inside": lambda c, _: _with(c, strict=False) if c.strict else None,
        "for each lot": lambda c, _: _per_lot(c),
        "for each contract": lambda c, _: (
            None if "contract" in c.per else _with(c, per=(*c.per, "contract"))
        ),
        "of one lot alone": lambda c, _: None if c.where else _with(c, where={"lot": "1"}),
        "without an uplift": lambda c, _: (
            None if c.without else _with(c, without={"part": "uplift"})
        ),
    },
    Floor: {
        "a lower figure": lambda f, by: _with(f, at_least=_lowered(f.at_least, by)),
        "a rounded figure": lambda f, _: _with(f, at_least=_rounded(f.at_least)),
        "advice only": lambda f, _: _with(f, at_least=_advice(f.at_least)),
        "not published": lambda f, _: _unpublished(f, "at_least"),
        "on it is inside": lambda f, _: _with(f, strict=False) if f.strict else None,
    },
    Share: {
        "a higher share": lambda s, _: None if s.at_most is None else _with(s, at_most=100),
        "a lower share": lambda s, _: None if s.at_least is None else _with(s, at_least=0),
        "no least": lambda s, _: None if s.at_most is None else _without(s, "at_least"),
        "no most": lambda s, _: None if s.at_least is None else _without(s, "at_most"),
    },
    Window: {
        "an earlier first day": lambda w, by: _with(w, first=_earlier(w.first, by)),
        "a later last day": lambda w, by: _with(w, last=_later(w.last, by)),
        "no first day": lambda w, _: None if w.last is None else _without(w, "first"),
        "no last day": lambda w, _: None if w.first is None else _without(w, "last"),
    },
    Start: {
        "an earlier first day": lambda s, by: _with(s, first=_earlier(s.first, by)),
        "a later last day": lambda s, by: _with(s, last=_later(s.last, by)),
        "no first day": lambda s, _: None if s.last is None else _without(s, "first"),
        "no last day": lambda s, _: None if s.first is None else _without(s, "last"),
        "from then on, to any end": lambda s, _: (
            None if s.first is None else Window(s.reference, s.source, s.first)
        ),
    },
    Length: {
        "longer": lambda x, by: _with(x, at_most=_longer(x.at_most, by)),
        "not published": lambda x, _: _without(x, "at_most"),
        "of the firm term alone": lambda x, _: None if x.of == "firm" else _with(x, of="firm"),
    },
    Shortest: {
        "shorter": lambda x, _: _with(x, at_least=_shorter(x.at_least)),
        "with the options": lambda x, _: None if x.of == "whole" else _with(x, of="whole"),
    },
    SamePeriod: {
        "inside the period": lambda x, _: (
            x.period and Window(x.reference, x.source, x.period.first, x.period.last)
        ),
    },
    EventBound: {
        "a later event": _later_event,
        "a day not known well": lambda x, _: (
            _with(x, on=DateRange.year(x.on.year)) if isinstance(x.on, date) else None
        ),
        "a day not known": lambda x, _: _without(x, "on"),
    },
    Only: {
        "one more": lambda x, _: _with(x, values=(*x.values, "north", "3", "breaks")),
    },
    Except: {"one fewer": lambda x, by: _with(x, values=_shrunk(x.values, by))},
    Includes: {"one fewer": lambda x, by: _with(x, values=_shrunk(x.values, by))},
    Holder: {
        "one more holder": lambda x, _: _with(x, holders=tuple({*x.holders, *PEOPLE})),
    },
    Joint: {
        "one holder fewer": lambda x, by: (
            _with(x, holders=_shrunk(x.holders, by)) if len(x.holders) > 2 else None
        ),
        "any one of them": lambda x, _: Holder(x.reference, x.source, x.holders),
    },
    Precondition: {
        "met afterwards": lambda x, _: _with(x, before_act=False) if x.before_act else None,
        "a later day for it": lambda x, by: _with(x, deadline=_later(x.deadline, by)),
        "no last day for it": lambda x, _: _without(x, "deadline"),
        "recorded as met": lambda x, _: None if x.recorded else _with(x, recorded=True),
        "asked on one day only": lambda x, _: (
            _with(x, during=DateRange(x.during.first, x.during.first)) if x.during else None
        ),
    },
    Unlimited: {},
    Readings: {
        "looser inside": lambda x, by: _with(x, readings=_in_one(x.readings, by, _inside)),
        "a clause fewer": lambda x, by: _with(x, readings=_in_one(x.readings, by, _dropped)),
        "a reading more": lambda x, _: _with(
            x, readings=(*x.readings, Reading("any", Unlimited("any", MINUTE, "amount")))
        ),
        "a reading fewer": lambda x, _: (
            _with(x, readings=x.readings[1:]) if len(x.readings) > 2 else None
        ),
    },
    Either: {
        "looser inside": lambda x, by: _with(x, limbs=_in_one(x.limbs, by, _inside)),
        "a clause fewer": lambda x, by: _with(x, limbs=_in_one(x.limbs, by, _dropped)),
        "a limb more": lambda x, _: _with(
            x, limbs=(*x.limbs, Reading("who", Holder("who", MINUTE, PEOPLE[0])))
        ),
    },
    For: {
        "looser inside": lambda x, by: _with(x, clauses=_inside(x.clauses, by)),
        "a clause fewer": lambda x, by: _with(x, clauses=_dropped(x.clauses, by)),
        "of fewer requests": lambda x, _: _fewer_requests(x),
    },
    Threshold: {
        "a higher figure": lambda x, by: _with(x, above=_raised(x.above, by)),
        "a rounded figure": lambda x, _: _with(x, above=_rounded(x.above)),
        "looser inside": lambda x, by: _with(x, clauses=_inside(x.clauses, by)),
    },
    Steps: {
        "a longer step": lambda x, by: _step(
            x, by, lambda step: _with(step, at_most=_longer(step.at_most, by))
        ),
        "not published": lambda x, by: _step(x, by, lambda step: _without(step, "at_most")),
        "a shorter least": lambda x, by: _step(
            x, by, lambda step: _with(step, at_least=_shorter(step.at_least))
        ),
        "no least": lambda x, by: _step(x, by, lambda step: _without(step, "at_least")),
        "exercised earlier": lambda x, by: _step(
            x, by, lambda step: _with(step, not_before=_earlier(step.not_before, by))
        ),
        "exercised later": lambda x, by: _step(
            x, by, lambda step: _with(step, by=_later(step.by, by))
        ),
        "exercised on any day": lambda x, by: _step(
            x, by, lambda step: _without(step, "not_before", "by")
        ),
        "a clause fewer": lambda x, by: _step(
            x, by, lambda step: _with(step, clauses=_dropped(step.clauses, by, 0))
        ),
        "looser inside": lambda x, by: _step(
            x, by, lambda step: _with(step, clauses=_inside(step.clauses, by))
        ),
        "a step more": lambda x, by: _with(x, steps=(*x.steps, Step(by.term))),
        "cut up in any way": lambda x, _: _in_parts(x),
    },
}
"""In which ways the words of each kind of clause can be looser."""


def looser(clause: Clause, by: More) -> Iterator[tuple[str, Clause]]:
    """Give a clause with looser words, in each way in which it can have them."""
    for way, change in WAYS[type(clause)].items():
        loose = change(clause, by)
        if loose is not None:
            yield way, loose


def _of_its_days(clause: Clause, proposal: Proposal) -> Clause:
    """Let words that name a period name that of what is proposed: hardly any other is the same."""
    whole = proposal.whole
    if not isinstance(clause, SamePeriod) or clause.period is None:
        return clause
    if not (isinstance(whole.first, date) and isinstance(whole.last, date)):
        return clause
    return attrs.evolve(clause, period=DateRange(whole.first, whole.last))


def _result(proposal: Proposal, under: Authority, before: list[Proposal]) -> Result:
    return judge(proposal, under=under, used=Used().after(*before, under=under)).result


_KINDS: Final = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
_HALF: Final = settings(max_examples=settings().max_examples // 2)
_PATIENT: Final = settings(
    max_examples=2000, phases=(Phase.generate,), derandomize=True, database=None
)


@_KINDS
def test_looser_words_of_a_clause_never_refuse_what_it_allowed(kind: type[Clause]) -> None:
    @_HALF
    @given(
        clauses_of(kind),
        st.lists(clauses("o."), max_size=1),
        more,
        acts(),
        st.lists(acts(), max_size=2),
    )
    def never_refuses(
        clause: Clause, others: list[Clause], by: More, proposal: Proposal, made: list[Proposal]
    ) -> None:
        clause, beside = _of_its_days(clause, proposal), (*OPEN_WORDS, *others)
        if _result(proposal, authority(clause, *beside), made) is not Result.MET:
            return
        assert _result(proposal, authority(*beside), made) is not Result.NOT_MET
        for way, loose in looser(clause, by):
            found = _result(proposal, authority(loose, *beside), made)
            assert found is not Result.NOT_MET, (way, loose)

    never_refuses()


@_KINDS
def test_each_way_of_loosening_a_clause_is_tried_of_one_that_allowed_something(
    kind: type[Clause],
) -> None:
    tried = set[str]()

    def tries_them_all(drawn: tuple[Clause, More, Proposal]) -> bool:
        clause, by, proposal = _of_its_days(drawn[0], drawn[2]), drawn[1], drawn[2]
        if _result(proposal, authority(clause, *OPEN_WORDS), []) is Result.MET:
            tried.update(way for way, _ in looser(clause, by))
        return tried == set(WAYS[kind])

    assert find(st.tuples(clauses_of(kind), more, acts()), tries_them_all, settings=_PATIENT)


PUBLIC: Final = {
    each
    for each in (getattr(carerslib.clauses, name) for name in carerslib.clauses.__all__)
    if inspect.isclass(each) and hasattr(each, "finding") and each not in {Clause, CountingClause}
}


def test_every_public_kind_of_clause_is_loosened_here() -> None:
    assert set(KINDS) == PUBLIC
    assert set(WAYS) == PUBLIC
    # words that set no limit can be no looser
    assert {kind for kind in WAYS if not WAYS[kind]} == {Unlimited}


def test_clauses_of_every_public_kind_are_drawn() -> None:
    drawn = set[type]()

    def are_all_drawn(clause: Clause) -> bool:
        drawn.add(type(clause))
        return drawn == PUBLIC

    find(clauses(), are_all_drawn, settings=_PATIENT)
    assert drawn == PUBLIC
