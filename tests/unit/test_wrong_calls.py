"""Records that can never be right: each names every field that is wrong, and nothing leaks."""

from __future__ import annotations

from datetime import date, datetime
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from carerslib.awards import AWARD, Authority, Ending, Proposal, Resolution
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Delegation,
    Either,
    EventBound,
    Except,
    Extent,
    Fact,
    Figure,
    Floor,
    For,
    Holder,
    Includes,
    Joint,
    Length,
    Line,
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
    Taken,
    Threshold,
    Unlimited,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
TEN: Final = Figure.pounds("10.00")
CAP: Final = Cap("c.value", MINUTE, TEN)
YEAR: Final = Term(years=1)
PRICE: Final = Price.as_stated(Money.pounds("1.00"))
BOTH: Final = (Reading("one", CAP), Reading("other", CAP))
FIRST, LAST = date(2018, 4, 1), date(2019, 3, 31)
NOON: Final = datetime(2018, 4, 1, 12, 0)
CLAUSE: Final = {"reference": "c", "source": MINUTE}
NO_CLAUSE: Final = {"reference": 7, "source": "paragraph (c)"}


class Case(NamedTuple):
    """A constructor, what it takes, and for some fields what it must refuse."""

    make: Callable[..., object]
    right: dict[str, Any]
    wrong: dict[str, Any]


def _clause(make: Callable[..., object], right: dict[str, Any], **wrong: object) -> Case:
    return Case(make, CLAUSE | right, NO_CLAUSE | wrong)


GROUPS: Final = {"per": 7, "where": "lot 1", "of": "money", "without": 7, "strict": "yes"}
NAMED: Final = {"dimension": 7, "values": ()}
CASES: Final = [
    _clause(Cap, {"at_most": TEN}, at_most=10.0, **GROUPS),
    _clause(Floor, {"at_least": TEN}, at_least=10.0, **GROUPS),
    _clause(Window, {"first": FIRST, "last": LAST}, first="1 April 2018", last=NOON),
    _clause(Start, {"first": FIRST, "last": LAST}, first="1 April 2018", last=NOON),
    _clause(Length, {"at_most": YEAR}, at_most=5, of="half"),
    _clause(Shortest, {"at_least": YEAR}, at_least=5, of="half"),
    _clause(Only, {"dimension": "service", "values": "breaks"}, **NAMED),
    _clause(Except, {"dimension": "service", "values": "breaks"}, **NAMED),
    _clause(Includes, {"dimension": "service", "values": "breaks"}, **NAMED),
    _clause(Holder, {"holders": "director"}, holders=7),
    _clause(Joint, {"holders": ("director", "board")}, holders="director"),
    _clause(Steps, {"steps": (YEAR,)}, steps=3, in_parts="yes"),
    _clause(Readings, {"readings": BOTH}, readings=7, title=7, wrong=None),
    _clause(Either, {"limbs": BOTH}, limbs="one or other", title=7),
    _clause(For, {"where": {"lot": "1"}, "clauses": CAP}, where=["lot"], clauses=7),
    _clause(
        Threshold,
        {"above": Figure.pounds("5.00", nature=Nature.THRESHOLD), "clauses": CAP},
        above=TEN,
        clauses=None,
        per=7,
        where={"lot": 1},
    ),
    _clause(Share, {"where": {"lot": "1"}, "at_most": 50}, where=7, at_most=50.5, at_least="half"),
    _clause(SamePeriod, {"linked": "the other"}, linked="", period=FIRST),
    _clause(EventBound, {"event": "the pilot ends"}, event="", on=NOON, bound="middle"),
    _clause(
        Precondition,
        {"name": "call-in passed"},
        name="",
        kind="waiver",
        before_act="yes",
        deadline=NOON,
        recorded="yes",
        during=FIRST,
    ),
    _clause(Unlimited, {"of": "amount"}, of="number"),
    Case(Step, {"at_most": YEAR}, {"at_most": 1, "at_least": 1, "by": NOON, "clauses": 7}),
    Case(Reading, {"name": "one", "clauses": CAP}, {"name": 7, "clauses": None}),
    Case(Figure, {"amount": PRICE}, {"amount": 10.0, "nature": "cap", "rounded_to": 10}),
    Case(
        Delegation,
        {"giver": "cabinet", "receiver": "director", "source": MINUTE},
        {"giver": 7, "receiver": "", "source": "scheme", "in_force": FIRST},
    ),
    Case(Line, {"price": PRICE}, {"price": 1.0, "tags": ["year"], "what": 7}),
    Case(Extent, {}, {"first": "2018", "last": date.max, "term": 5, "lines": "value"}),
    Case(Fact, {"met": True}, {"met": "yes", "on": NOON}),
    Case(Taken, {}, {"number": 0, "times": True, "term": 1}),
    Case(Option, {"term": YEAR}, {"term": 1, "value": 1.0, "by_year": {}}),
    Case(
        Contract,
        {"reference": "A"},
        {
            "reference": "",
            "first_day": "2018",
            "last_day": NOON,
            "term": 5,
            "value": 1.0,
            "options": 7,
            "amounts": [PRICE],
            "tags": "breaks",
            "uplift": PRICE,
            "taken": -1,
            "number": 0,
        },
    ),
    Case(
        Ending,
        {"how": "revoked", "on": FIRST, "source": MINUTE},
        {"how": "forgotten", "on": NOON, "source": "minute"},
    ),
    Case(
        Authority,
        CLAUSE | {"powers": AWARD},
        NO_CLAUSE | {"powers": 7, "clauses": None, "in_force": FIRST, "ended": FIRST},
    ),
    Case(
        Resolution,
        CLAUSE | {"body": "cabinet"},
        NO_CLAUSE
        | {
            "body": 7,
            "resolved_on": NOON,
            "authorities": 7,
            "effective_on": NOON,
            "lead": None,
            "partners": [7],
            "paragraphs": "noted",
        },
    ),
    Case(
        Proposal,
        {"power": AWARD, "contract": Contract("A")},
        {
            "power": "",
            "contract": "A",
            "by": 7,
            "on": NOON,
            "chain": [7],
            "facts": {"call-in passed": "yes"},
            "takes": 1,
            "changes": None,
            "relies_on": 7,
            "sequence": 1.5,
            "linked": {"other": "B"},
        },
    ),
]
NAMES: Final = {"first": "first_day", "last": "last_day"}


def _fields(make: Callable[..., object], given: dict[str, Any]) -> set[str]:
    with pytest.raises(InvalidValueError) as error:
        make(**given)
    return {problem.field.partition("[")[0] for problem in error.value.problems}


def _named(case: Case, field: str) -> str:
    return NAMES.get(field, field) if case.make is Extent else field


def _each() -> Iterator[Any]:
    for case in CASES:
        for field in case.wrong:
            yield pytest.param(case, field, id=f"{getattr(case.make, '__name__', '')}.{field}")


@pytest.mark.parametrize(("case", "field"), [*_each()])
def test_a_field_that_is_wrong_is_named(case: Case, field: str) -> None:
    case.make(**case.right)
    given = case.right | {field: case.wrong[field]}
    assert _fields(case.make, given) == {_named(case, field)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: getattr(case.make, "__name__", ""))
def test_two_fields_that_are_wrong_are_named_together(case: Case) -> None:
    for one, other in combinations(case.wrong, 2):
        given = case.right | {field: case.wrong[field] for field in (one, other)}
        assert _fields(case.make, given) == {_named(case, one), _named(case, other)}


NOT_SEVERAL: Final = [None, 7, 1.5, object(), NOON]
OF_SEVERAL: Final = [
    (Contract, {"reference": "A"}, "options"),
    (Contract, {"reference": "A"}, "amounts"),
    (Contract, {"reference": "A"}, "tags"),
    (Steps, CLAUSE, "steps"),
    (Readings, CLAUSE, "readings"),
    (Authority, CLAUSE, "powers"),
    (Authority, CLAUSE | {"powers": AWARD}, "clauses"),
    (Resolution, CLAUSE | {"body": "cabinet"}, "authorities"),
    (Proposal, {"power": AWARD, "contract": Contract("A")}, "chain"),
    (Proposal, {"power": AWARD, "contract": Contract("A")}, "facts"),
    (Proposal, {"power": AWARD, "contract": Contract("A")}, "linked"),
]


@pytest.mark.parametrize("given", NOT_SEVERAL, ids=lambda given: type(given).__name__)
@pytest.mark.parametrize(("make", "right", "field"), OF_SEVERAL)
def test_what_is_not_several_is_refused_and_not_taken_apart(
    make: Callable[..., object], right: dict[str, Any], field: str, given: object
) -> None:
    assert _fields(make, right | {field: given}) == {field}


@pytest.mark.parametrize("given", [(1, 2), [("service",)], [(7, "breaks")], {"service": None}])
def test_what_is_no_name_with_its_value_is_refused(given: object) -> None:
    assert _fields(Contract, {"reference": "A", "tags": given}) == {"tags"}


def test_a_window_that_ends_before_it_starts_says_so_beside_what_else_is_wrong() -> None:
    assert _fields(Window, {"reference": "", "source": MINUTE, "first": LAST, "last": FIRST}) == {
        "reference",
        "last",
    }
    assert _fields(Window, CLAUSE) == {"first"}


def test_readings_of_one_name_are_told_by_their_names() -> None:
    with pytest.raises(InvalidValueError) as error:
        Readings("c", MINUTE, (BOTH[0], BOTH[0]))
    assert str(error.value) == (
        "readings: expected two or more readings of different names, got ['one', 'one']"
    )
