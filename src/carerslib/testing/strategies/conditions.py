"""Strategies for the further lines of an authority: floors, conditions, options, tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from hypothesis import strategies as st

from carerslib.clauses import (
    Either,
    EventBound,
    Except,
    Fact,
    Floor,
    For,
    Includes,
    Joint,
    Kind,
    Nature,
    Of,
    Precondition,
    Reading,
    SamePeriod,
    Share,
    Shortest,
    Start,
    Step,
    Steps,
    Taken,
    Threshold,
    Unlimited,
)
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
    numbers,
    readings,
    simple_clauses,
)
from carerslib.testing.strategies.values import date_ranges

if TYPE_CHECKING:
    from datetime import date

    from hypothesis.strategies import SearchStrategy

    from carerslib.clauses import Clause

__all__ = ["clauses", "facts", "floors", "preconditions", "shares", "starts", "steps", "taken"]

_FACTS: Final = ("waiver", "new framework")
_NATURES: Final = st.sampled_from((Nature.CAP, Nature.ESTIMATE, Nature.UNPUBLISHED))
_LOT: Final = {"lot": "1"}


def facts() -> SearchStrategy[dict[str, Fact | bool | date]]:
    """Return what is known of a few conditions: met or not, on a day, or not recorded."""
    days: SearchStrategy[Fact | bool | date] = award_days()
    values = days | st.booleans() | st.just(Fact(met=None))
    return st.dictionaries(st.sampled_from(_FACTS), values)


def taken() -> SearchStrategy[Taken]:
    """Return options taken up, by number or as the next ones, with their length or without."""
    return st.builds(Taken, st.none() | st.integers(1, 3), st.integers(1, 2), st.none() | spans())


def floors(reference: str = "floor") -> SearchStrategy[Floor]:
    """Return floors on amounts and on numbers, in all or for each lot."""
    named, per = st.just(reference), st.sampled_from(((), ("lot",)))
    return st.one_of(
        st.builds(Floor, named, sources(), figures(_NATURES), per=per, strict=st.booleans()),
        st.builds(Floor, named, sources(), numbers(_NATURES), of=st.just(Of.COUNT)),
    )


def shares(reference: str = "share") -> SearchStrategy[Share]:
    """Return shares of the first lot, at most or at least so much per cent."""
    named, lot, share = st.just(reference), st.just(_LOT), st.integers(0, 100)
    return st.builds(Share, named, sources(), lot, at_most=share) | st.builds(
        Share, named, sources(), lot, at_least=share
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
    """Return days on which to start: exact, from a day on, or between two."""
    named = st.just(reference)
    between = st.tuples(sources(), date_ranges(FIRST, LAST)).map(
        lambda pair: Start(reference, pair[0], pair[1].first, pair[1].last)
    )
    return between | st.builds(Start, named, sources(), first=award_days())


def steps(reference: str = "steps") -> SearchStrategy[Steps]:
    """Return options in one to three steps, some with days and a holder of their own."""
    held = holders("holder").map(lambda holder: (holder,))
    step = spans() | st.builds(
        Step,
        st.none() | spans(),
        not_before=st.none() | award_days(),
        clauses=st.just(()) | held,
    )
    several = st.lists(step, min_size=1, max_size=3)
    return st.builds(Steps, st.just(reference), sources(), several, in_parts=st.booleans())


def _days(prefix: str) -> SearchStrategy[Clause]:
    ends: SearchStrategy[Literal["first", "last"]] = st.sampled_from(("first", "last"))
    day = st.none() | award_days()
    period = st.none() | date_ranges(FIRST, LAST)
    return st.one_of(
        starts(f"{prefix}start"),
        st.builds(Shortest, st.just(f"{prefix}shortest"), sources(), spans()),
        st.builds(SamePeriod, st.just(f"{prefix}same"), sources(), st.just("other"), period),
        st.builds(EventBound, st.just(f"{prefix}event"), sources(), st.just(_FACTS[1]), day, ends),
    )


def _scope(prefix: str) -> SearchStrategy[Clause]:
    service = st.lists(st.sampled_from(TAGS["service"]), min_size=1, unique=True)
    people = st.lists(st.sampled_from(OFFICES), min_size=2, max_size=3, unique=True)
    of = st.just("service")
    return st.one_of(
        st.builds(Except, st.just(f"{prefix}except"), sources(), of, service),
        st.builds(Includes, st.just(f"{prefix}includes"), sources(), of, service),
        st.builds(Joint, st.just(f"{prefix}joint"), sources(), people),
    )


def _combined(prefix: str) -> SearchStrategy[Clause]:
    inner = simple_clauses() | preconditions() | steps()
    limbs = st.lists(inner, min_size=2, max_size=3).map(
        lambda held: [Reading(f"limb {number}", each) for number, each in enumerate(held)]
    )
    above = figures(st.just(Nature.THRESHOLD))
    power = st.sampled_from(({"power": "extend"}, _LOT))
    return st.one_of(
        st.builds(Either, st.just(f"{prefix}either"), sources(), limbs),
        st.builds(For, st.just(f"{prefix}for"), sources(), power, caps() | holders()),
        st.builds(Threshold, st.just(f"{prefix}threshold"), sources(), above, inner),
    )


def clauses(prefix: str = "") -> SearchStrategy[Clause]:
    """Return clauses of every built-in kind, each with the name of its kind as its reference."""
    of: SearchStrategy[Literal["amount", "period"]] = st.sampled_from(("amount", "period"))
    return st.one_of(
        simple_clauses(prefix),
        readings(f"{prefix}readings"),
        st.builds(Unlimited, st.just(f"{prefix}unlimited"), sources(), of),
        preconditions(f"{prefix}precondition"),
        floors(f"{prefix}floor"),
        shares(f"{prefix}share"),
        steps(f"{prefix}steps"),
        _days(prefix),
        _scope(prefix),
        _combined(prefix),
    )
