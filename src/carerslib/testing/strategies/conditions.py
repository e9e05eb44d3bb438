"""Strategies for the further lines of an authority: floors, conditions, options, tiers."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, Literal

from hypothesis import strategies as st

from carerslib.clauses import (
    Cap,
    Either,
    EventBound,
    Except,
    Fact,
    Floor,
    For,
    Holder,
    Includes,
    Joint,
    Kind,
    Length,
    Nature,
    Of,
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
    Taken,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.periods import DateRange
from carerslib.testing.strategies._vocabulary import (
    FIRST,
    LAST,
    OFFICES,
    TAGS,
    award_days,
    sources,
    spans,
)
from carerslib.testing.strategies.of_clauses import (
    caps,
    figures,
    holders,
    lengths,
    numbers,
    only,
    readings,
    simple_clauses,
    windows,
)
from carerslib.testing.strategies.values import date_ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from hypothesis.strategies import SearchStrategy

    from carerslib.clauses import Clause
    from carerslib.periods import Day, Term

__all__ = [
    "KINDS",
    "clauses",
    "clauses_of",
    "facts",
    "floors",
    "preconditions",
    "shares",
    "starts",
    "steps",
    "taken",
]

_FACTS: Final = ("waiver", "new framework")
_NATURES: Final = st.sampled_from((Nature.CAP, Nature.ESTIMATE, Nature.UNPUBLISHED))
_THRESHOLDS: Final = st.just(Nature.THRESHOLD)
_LOT: Final = {"lot": "1"}
_PARTS: Final[tuple[dict[str, str], ...]] = ({}, {}, _LOT, {"part": "options"})
_REQUESTS: Final[tuple[dict[str, str], ...]] = (
    _LOT,
    {"power": "extend"},
    {"power": "award", "service": "carers services"},
    {"period": "not stated"},
)


def facts() -> SearchStrategy[dict[str, Fact | bool | date]]:
    """Return what is known of a few conditions: met or not, on a day, or not recorded."""
    days: SearchStrategy[Fact | bool | date] = award_days()
    values = days | st.booleans() | st.just(Fact(met=None))
    return st.dictionaries(st.sampled_from(_FACTS), values)


def taken() -> SearchStrategy[Taken]:
    """Return options taken up, by number or as the next ones, with their length or without."""
    return st.builds(Taken, st.none() | st.integers(1, 3), st.integers(1, 2), st.none() | spans())


def floors(reference: str = "floor") -> SearchStrategy[Floor]:
    """Return floors on amounts and on numbers, in all or for each lot, of all or of a part."""
    named = st.just(reference)
    where: dict[str, SearchStrategy[Any]] = {
        "per": st.sampled_from(((), (), ("lot",), ("contract",))),
        "where": st.sampled_from(_PARTS),
        "without": st.sampled_from(_PARTS),
        "strict": st.booleans(),
    }
    return st.one_of(
        st.builds(Floor, named, sources(), figures(_NATURES)),
        st.builds(Floor, named, sources(), figures(_NATURES), **where),
        st.builds(
            Floor, named, sources(), numbers(_NATURES), of=st.just(Of.COUNT), strict=st.booleans()
        ),
    )


def shares(reference: str = "share") -> SearchStrategy[Share]:
    """Return shares of the first lot: at most so much per cent, at least so much, or both."""
    named, lot, share = st.just(reference), st.just(_LOT), st.integers(0, 100)
    both = st.tuples(sources(), share, share).map(
        lambda drawn: Share(
            reference, drawn[0], _LOT, at_least=min(drawn[1:]), at_most=max(drawn[1:])
        )
    )
    return st.one_of(
        st.builds(Share, named, sources(), lot, at_most=share),
        st.builds(Share, named, sources(), lot, at_least=share),
        both,
    )


def preconditions(reference: str = "precondition") -> SearchStrategy[Precondition]:
    """Return conditions that must be met first, or by a day, or may be met afterwards."""
    return st.builds(
        Precondition,
        st.just(reference),
        sources(),
        st.just("waiver"),
        st.sampled_from(Kind),
        before_act=st.booleans(),
        deadline=st.none() | award_days(),
        recorded=st.none() | st.booleans(),
        during=st.none() | date_ranges(FIRST, LAST),
    )


def starts(reference: str = "start") -> SearchStrategy[Start]:
    """Return days on which to start: exact, from a day on, up to one, or between two."""
    named = st.just(reference)
    between = st.tuples(sources(), date_ranges(FIRST, LAST)).map(
        lambda pair: Start(reference, pair[0], pair[1].first, pair[1].last)
    )
    return st.one_of(
        between,
        st.builds(Start, named, sources(), first=award_days()),
        st.builds(Start, named, sources(), last=award_days()),
    )


def steps(reference: str = "steps") -> SearchStrategy[Steps]:
    """Return options in one to three steps, some with days and with clauses of their own.

    Those may be who takes the option, what it may cost, what must hold first, what is needed above
    a figure, and words that can be read in two ways.
    """
    own = f"{reference}."
    inner = st.one_of(
        holders(f"{own}holder"),
        preconditions(f"{own}precondition"),
        caps(f"{own}cap"),
        _thresholds(f"{own}threshold"),
        readings(f"{own}readings"),
    )
    held = st.lists(inner, max_size=2, unique_by=lambda each: each.reference)
    least = spans().flatmap(
        lambda most: st.builds(
            Step, st.just(most), at_least=spans().map(lambda term: _shorter(term, most))
        )
    )
    step = st.one_of(
        spans(),
        least,
        st.builds(
            Step,
            st.none() | spans(),
            not_before=st.none() | award_days(),
            by=st.none() | award_days(),
            clauses=held,
        ),
    )
    several = st.lists(step, min_size=1, max_size=3)
    made = partial(st.builds, Steps, st.just(reference), sources(), several)
    is_so = st.just(value=True)
    return made(in_parts=st.booleans()) | made(in_parts=is_so, as_many=is_so)


def _shorter(one: Term, other: Term) -> Term:
    return one if one.within(other) else other


def _day_of_event(day: date) -> SearchStrategy[Day | None]:
    return st.sampled_from((day, day, None, DateRange.month(day.year, day.month)))


def _unlimited(reference: str) -> SearchStrategy[Unlimited]:
    of: SearchStrategy[Literal["amount", "period"]] = st.sampled_from(("amount", "period"))
    return st.builds(Unlimited, st.just(reference), sources(), of)


def _shortest(reference: str) -> SearchStrategy[Shortest]:
    of: SearchStrategy[Literal["whole", "firm"]] = st.sampled_from(("whole", "firm"))
    return st.builds(Shortest, st.just(reference), sources(), spans(), of)


def _same_periods(reference: str) -> SearchStrategy[SamePeriod]:
    period = st.none() | date_ranges(FIRST, LAST)
    return st.builds(SamePeriod, st.just(reference), sources(), st.just("other"), period)


def _events(reference: str) -> SearchStrategy[EventBound]:
    ends: SearchStrategy[Literal["first", "last"]] = st.sampled_from(("first", "last"))
    day = award_days().flatmap(_day_of_event)
    return st.builds(EventBound, st.just(reference), sources(), st.just(_FACTS[1]), day, ends)


def _services() -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(TAGS["service"]), min_size=1, max_size=2, unique=True)


def _excepts(reference: str) -> SearchStrategy[Except]:
    return st.builds(Except, st.just(reference), sources(), st.just("service"), _services())


def _includes(reference: str) -> SearchStrategy[Includes]:
    return st.builds(Includes, st.just(reference), sources(), st.just("service"), _services())


def _joint(reference: str) -> SearchStrategy[Joint]:
    people = st.lists(st.sampled_from(OFFICES), min_size=2, max_size=3, unique=True)
    return st.builds(Joint, st.just(reference), sources(), people)


@cache
def _inside(prefix: str) -> SearchStrategy[Clause]:
    return st.one_of(
        simple_clauses(prefix),
        preconditions(f"{prefix}precondition"),
        floors(f"{prefix}floor"),
        steps(f"{prefix}steps"),
        readings(f"{prefix}readings"),
        st.builds(
            For,
            st.just(f"{prefix}for"),
            sources(),
            st.sampled_from(_REQUESTS),
            simple_clauses(f"{prefix}for."),
        ),
    )


# a strategy of this form is written by its name: written out, those inside others grow too long
@st.composite
def _inner(draw: st.DrawFn, prefix: str) -> Clause:
    """Return what stands inside another clause: plain words, or words that hold some in turn."""
    return draw(_inside(prefix))


def _either(reference: str) -> SearchStrategy[Either]:
    limb = st.lists(
        _inner(f"{reference}."), min_size=1, max_size=2, unique_by=lambda each: each.reference
    )
    limbs = st.lists(limb, min_size=2, max_size=3).map(
        lambda held: [Reading(f"limb {number}", each) for number, each in enumerate(held)]
    )
    return st.builds(Either, st.just(reference), sources(), limbs)


def _for(reference: str) -> SearchStrategy[For]:
    held = st.lists(
        _inner(f"{reference}."), min_size=1, max_size=2, unique_by=lambda each: each.reference
    )
    return st.builds(For, st.just(reference), sources(), st.sampled_from(_REQUESTS), held)


def _thresholds(
    reference: str, inner: SearchStrategy[Clause] | None = None
) -> SearchStrategy[Threshold]:
    """Return figures above which plain words bind, or some that hold others."""
    held = simple_clauses(f"{reference}.") if inner is None else inner
    named = st.just(reference)
    above = figures(_THRESHOLDS) | numbers(_THRESHOLDS)
    return st.one_of(
        st.builds(Threshold, named, sources(), above, held),
        st.builds(
            Threshold,
            named,
            sources(),
            above,
            held,
            per=st.sampled_from(((), ("contract",), ("lot",), ("year",))),
            where=st.sampled_from(_PARTS),
        ),
    )


_BUILT: Final[Mapping[Callable[..., Any], tuple[str, Callable[[str], SearchStrategy[Clause]]]]] = {
    Cap: ("cap", caps),
    Window: ("window", windows),
    Length: ("length", lengths),
    Only: ("only", only),
    Holder: ("holder", holders),
    Readings: ("readings", readings),
    Unlimited: ("unlimited", _unlimited),
    Precondition: ("precondition", preconditions),
    Floor: ("floor", floors),
    Share: ("share", shares),
    Steps: ("steps", steps),
    Start: ("start", starts),
    Shortest: ("shortest", _shortest),
    SamePeriod: ("same", _same_periods),
    EventBound: ("event", _events),
    Except: ("except", _excepts),
    Includes: ("includes", _includes),
    Joint: ("joint", _joint),
    Either: ("either", _either),
    For: ("for", _for),
    Threshold: ("threshold", lambda named: _thresholds(named, _inner(f"{named}."))),
}

KINDS: Final[tuple[Any, ...]] = tuple(_BUILT)
"""Every kind of clause that this library has, each of which ``clauses`` builds."""


@cache
def _built(kind: Callable[..., Clause], prefix: str) -> SearchStrategy[Clause]:
    name, built = _BUILT[kind]
    return built(f"{prefix}{name}")


@st.composite
def _of_kinds(draw: st.DrawFn, kinds: tuple[Callable[..., Clause], ...], prefix: str) -> Clause:
    return draw(_built(draw(st.sampled_from(kinds)), prefix))


def clauses_of(kind: Callable[..., Clause], prefix: str = "") -> SearchStrategy[Clause]:
    """Return clauses of one built-in kind, as ``Cap``, with the kind's name as their reference."""
    return _of_kinds((kind,), prefix)


def clauses(prefix: str = "") -> SearchStrategy[Clause]:
    """Return clauses of every built-in kind, each with the name of its kind as its reference."""
    return _of_kinds(KINDS, prefix)
