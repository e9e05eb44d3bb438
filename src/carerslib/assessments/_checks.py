"""What constructors of this package check. No value about a person is ever put into an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carerslib.errors import WITHHELD, InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "FACT_TYPES",
    "answers",
    "check_answers",
    "check_fact",
    "check_facts",
    "check_key",
    "check_text",
]

_FACT: Final = "yes (True), no (False), or None where it is not recorded"
FACT_TYPES: Final = frozenset((bool, type(None)))


def check_fact(field: str, value: object) -> InvalidValueError | None:
    """Refuse what is neither yes, no nor not recorded."""
    if value is None or value is True or value is False:
        return None
    return InvalidValueError(field, WITHHELD, _FACT)


def check_facts(fields: Iterable[str], facts: Iterable[object]) -> list[InvalidValueError]:
    """Check several facts of one record, which are mostly right."""
    both = facts if isinstance(facts, tuple) else tuple(facts)
    if FACT_TYPES.issuperset(map(type, both)):
        return []
    problems = map(check_fact, fields, both)
    return [problem for problem in problems if problem is not None]


def check_text(field: str, value: object) -> InvalidValueError | None:
    """Refuse what is no text. It is a person's words, and not shown."""
    if isinstance(value, str):
        return None
    return InvalidValueError(field, WITHHELD, "text, empty where nothing is recorded")


def check_key(field: str, value: object) -> InvalidValueError | None:
    """Refuse a reference that is no text, or blank; what it is instead may be about a person."""
    if isinstance(value, str) and value.strip():
        return None
    return InvalidValueError(field, WITHHELD, "the caller's own key, not empty")


def answers(given: Mapping[str, bool] | Iterable[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """Put answers into the order of their keys."""
    return () if given == () else tuple(sorted(dict(given).items()))


def check_answers(
    field: str, given: Iterable[tuple[str, object]], known: frozenset[str]
) -> list[InvalidValueError]:
    """Refuse answers to what nobody asks, and answers that are not yes or no."""
    problems: list[InvalidValueError] = []
    for key, value in given:
        if key not in known:
            expected = f"one of {', '.join(sorted(known))}"
            problems.append(InvalidValueError(field, key, expected))
        elif not isinstance(value, bool):
            problems.append(
                InvalidValueError(f"{field}[{key}]", WITHHELD, "yes (True) or no (False)")
            )
    return problems
