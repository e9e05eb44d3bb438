"""Rules of law as small pure functions, and the explicit sets that hold them.

Nothing registers itself: a package ends in one :class:`RuleSet` that lists its rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar, final

import attrs

from carerslib.basis import Basis, Convention
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, NotInForceError, require
from carerslib.periods import DateRange
from carerslib.verdicts import Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Any

    from carerslib.parameters import Parameter

__all__ = ["Rule", "RuleSet", "rule"]

S = TypeVar("S")


@final
@attrs.frozen
class Rule(Generic[S]):
    """One rule: what it is called, where it comes from, when it is in force, and its function.

    ``in_force`` includes both days. Calling the rule with a subject and a basis gives its findings.
    """

    id: str
    title: str
    citation: Citation
    in_force: DateRange
    examine: Callable[[S, Basis], Iterable[Part]]

    def __attrs_post_init__(self) -> None:
        require(
            None if self.id else InvalidValueError("id", self.id, "a rule id"),
            None if self.title else InvalidValueError("title", self.title, "a title in words"),
        )

    def __call__(self, subject: S, basis: Basis) -> tuple[Part, ...]:
        """Give the rule's findings on a subject."""
        return tuple(self.examine(subject, basis))


def rule(
    *,
    id: str,  # noqa: A002 - what a rule is known by, in every document about it
    title: str,
    citation: Citation,
    in_force: DateRange,
) -> Callable[[Callable[[S, Basis], Iterable[Part]]], Rule[S]]:
    """Make a function of a subject and a basis into a frozen :class:`Rule`; register nothing.

    A rule of a module can be pickled, and so can verdicts that ask it later.
    """

    def make(examine: Callable[[S, Basis], Iterable[Part]]) -> Rule[S]:
        # the function's own name leads to the rule, so pickle would not find it under that
        if not examine.__qualname__.endswith(".examine"):
            examine.__qualname__ += ".examine"
        return Rule(id, title, citation, in_force, examine)

    return make


def _clashes(rules: tuple[Rule[S], ...]) -> list[InvalidValueError]:
    seen: dict[str, list[Rule[S]]] = {}
    problems: list[InvalidValueError] = []
    for each in rules:
        for other in seen.setdefault(each.id, []):
            if each.in_force.overlaps(other.in_force):
                expected = f"one version in force on a day; another is in force {other.in_force}"
                problems.append(InvalidValueError(f"rule {each.id}", str(each.in_force), expected))
        seen[each.id].append(each)
    return problems


def _are(field: str, values: object, kind: type, expected: str) -> InvalidValueError | None:
    known = isinstance(values, tuple) and all(isinstance(each, kind) for each in values)
    return None if known else InvalidValueError(field, values, expected)


@final
@attrs.frozen
class RuleSet(Generic[S]):
    """A named edition of rules, in the order in which they are asked.

    ``conventions`` are those that its judgements look up, so that a choice under any other name is
    refused. Two versions of one id that are in force on the same day are refused.
    """

    name: str
    edition: str
    rules: tuple[Rule[S], ...]
    own: tuple[str, ...] = ()
    conventions: tuple[Convention, ...] = ()

    def __attrs_post_init__(self) -> None:
        require(
            _are("rules", self.rules, Rule, "a tuple of rules"),
            _are("conventions", self.conventions, Convention, "a tuple of conventions"),
        )
        require(*_clashes(self.rules))

    def __iter__(self) -> Iterator[Rule[S]]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def on(self, day: date) -> tuple[Rule[S], ...]:
        """Give the rules in force on a day."""
        return tuple(each for each in self.rules if day in each.in_force)

    def get(self, rule_id: str, day: date) -> Rule[S]:
        """Give the version of a rule in force on a day.

        Raises :class:`~carerslib.errors.NotInForceError` where there is none, saying which days
        the rule covers.
        """
        versions = [each for each in self.rules if each.id == rule_id]
        for each in versions:
            if day in each.in_force:
                return each
        days = "; ".join(str(each.in_force) for each in versions)
        raise NotInForceError(
            rule_id, day, f"in force {days}" if days else f"no rule of {self.name}"
        )

    def extended(
        self,
        rules: Iterable[Rule[S]],
        *,
        name: str,
        edition: str,
        conventions: Iterable[Convention] = (),
    ) -> RuleSet[S]:
        """Give a new set, with a name and edition of its own, that asks further rules as well.

        ``conventions`` are those that the further rules look up besides.
        """
        added = tuple(rules)
        own = self.own + tuple(each.id for each in added)
        return RuleSet(
            name, edition, self.rules + added, own, self.conventions + tuple(conventions)
        )

    def basis(
        self,
        *,
        conventions: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        readings: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        parameters: Iterable[Parameter[Any]] = (),
    ) -> Basis:
        """Give the basis of verdicts under this set, with the choices that a council has made.

        Raises :class:`~carerslib.errors.InvalidValueError` for a convention that the set does not
        look up, and for a choice that is not one of its options.
        """
        rests_on = Basis(
            self.name, self.edition, conventions, readings, self.own, tuple(parameters)
        )
        require(*(self._choice_problem(*choice) for choice in rests_on.conventions))
        return rests_on

    def _choice_problem(self, name: str, choice: str) -> InvalidValueError | None:
        for each in self.conventions:
            if each.name == name:
                return each.problem(name, choice)
        names = ", ".join(each.name for each in self.conventions)
        expected = f"one of {names}" if names else f"none, as {self.name} looks up no convention"
        return InvalidValueError("conventions", name, expected)

    def judge(
        self, subject: S, *, day: date, title: str, reference: str = "", basis: Basis | None = None
    ) -> Verdict:
        """Judge a subject by every rule in force on a day: all must be met."""
        rests_on = basis or self.basis()
        parts = [part for each in self.on(day) for part in each(subject, rests_on)]
        return Verdict.all_of(parts, title=title, subject=reference, basis=rests_on)
