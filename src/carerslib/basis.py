"""What a verdict rests on besides the inputs: whose rules, in which edition, counted how, read how.

A basis holds no day. The day is the proposal's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, final

import attrs

from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.parameters import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


__all__ = ["Basis", "Convention"]

T = TypeVar("T")


@final
@attrs.frozen
class Convention:
    """A choice about how the library counts, which no law or record settles.

    ``options`` are the choices by name, ``default`` the one taken where a council names none.
    """

    name: str
    title: str
    options: tuple[str, ...]
    default: str
    citation: Citation

    def __attrs_post_init__(self) -> None:
        require(self.problem("default", self.default))

    def problem(self, field: str, choice: str) -> InvalidValueError | None:
        """Say what is wrong with a choice, or None where it is one of the options."""
        if choice in self.options:
            return None
        return InvalidValueError(field, choice, f"one of {', '.join(self.options)}")


def _pairs(choices: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    try:
        pairs = dict(choices)
    except (TypeError, ValueError):
        expected = "what is chosen, by name"
        raise InvalidValueError(field="choices", value=choices, expected=expected) from None
    for name, choice in pairs.items():
        if not (isinstance(name, str) and isinstance(choice, str)):
            field, expected = f"choices[{name!r}]", "a name and what is chosen, both as text"
            raise InvalidValueError(field=field, value=choice, expected=expected)
    return tuple(sorted(pairs.items()))


@final
@attrs.frozen
class Basis:
    """The rule set and edition, the council's own rules and values, and the choices made.

    Ask a rule set for one, which refuses a convention that it does not look up. ``conventions``
    maps a convention's name to the option chosen; ``readings`` maps the reference of a clause of
    readings to the reading that the council has chosen; ``parameters`` holds values of the
    council's own, which stand in for the library's of the same name.
    """

    rule_set: str
    edition: str
    conventions: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs)
    readings: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs)
    own_rules: tuple[str, ...] = ()
    parameters: tuple[Parameter[Any], ...] = ()
    _convention: dict[str, str] = attrs.field(init=False, eq=False, repr=False)
    _reading: dict[str, str] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_convention", dict(self.conventions))
        object.__setattr__(self, "_reading", dict(self.readings))

    def takes(self, convention: Convention) -> str:
        """Give the option chosen for a convention, or its default.

        Raises :class:`~carerslib.errors.InvalidValueError` where the choice is not an option.
        """
        chosen = self._convention.get(convention.name)
        if chosen is None:
            return convention.default
        require(convention.problem(convention.name, chosen))
        return chosen

    def reading(self, clause: str) -> str | None:
        """Give the name of the reading chosen for a clause, or None where none is chosen."""
        return self._reading.get(clause)

    def parameter(self, parameter: Parameter[T]) -> Parameter[T]:
        """Give the council's own parameter of that name, or the library's."""
        for own in self.parameters:
            if own.name == parameter.name:
                return own
        return parameter

    def __str__(self) -> str:
        return f"{self.rule_set} {self.edition}"
