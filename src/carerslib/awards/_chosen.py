"""The readings that a council has chosen, held against the words that they are chosen for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from carerslib.clauses import READINGS, Figure, Readings
from carerslib.clauses._measures import ROUNDED_DOWN, ROUNDED_UP
from carerslib.clauses._nested import walk
from carerslib.clauses.base import is_built_in
from carerslib.errors import InvalidValueError
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.awards.model import Authority, Resolution
    from carerslib.basis import Basis
    from carerslib.clauses import Clause

__all__ = ["chosen_problems", "with_readings_of"]


def chosen_problems(
    clauses: Iterable[Clause], whose: str, basis: Basis
) -> Iterator[InvalidValueError]:
    """Say which choices are of no words that can be read in several ways, or are none of these.

    ``whose`` is the reference of the record, or records, of the clauses. Choices by one name for
    the words of several records may be of either.
    """
    if not basis.readings:
        return
    known: dict[str, tuple[str, ...]] = {}
    for clause in walk(clauses):
        names = _names(clause)
        if names is not None:
            known[clause.reference] = (*known.get(clause.reference, ()), *names)
    for reference, chosen in basis.readings:
        if reference not in known:
            there = ", ".join(sorted(known))
            none = f"none, as no words of {whose} are read in several ways"
            yield InvalidValueError("readings", reference, f"one of {there}" if there else none)
        elif (found := tuple(dict.fromkeys(known[reference]))) and chosen not in found:
            expected = f"one of {', '.join(found)}"
            yield InvalidValueError(f"reading of {reference}", chosen, expected)


def with_readings_of(under: Resolution | Authority, basis: Basis) -> Basis:
    """Give a basis of several records with the choices alone that are for the words of one."""
    clauses = [each for authority in under.authorities for each in authority.clauses]
    own = {each.reference for each in walk(clauses)}
    kept = tuple(pair for pair in basis.readings if pair[0] in own)
    return basis if kept == basis.readings else attrs.evolve(basis, readings=kept)


def _names(clause: Clause) -> tuple[str, ...] | None:
    """Give the readings of a clause by name: none where only it knows them; None of plain words."""
    if isinstance(clause, Readings):
        return tuple(each.name for each in clause.readings)
    if not is_built_in(clause):
        return ()
    figure = next(
        (
            each
            for field in ("at_most", "at_least", "above")
            if isinstance(each := getattr(clause, field, None), Figure)
        ),
        None,
    )
    return None if figure is None else _names_of_figure(figure)


def _names_of_figure(figure: Figure) -> tuple[str, ...] | None:
    """Give how a figure can be read: with VAT or without, rounded one way or the other."""
    if not isinstance(figure.amount, Price):
        return None
    stated = figure.limits()
    bases = [READINGS[vat] for vat, _, _ in stated] if len(stated) > 1 else []
    rounded = [ROUNDED_UP, ROUNDED_DOWN] if figure.rounded_to else []
    return (*bases, *rounded) or None
