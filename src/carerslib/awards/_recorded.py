"""What is counted for a contract: its figures, and what took the place of those of its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from carerslib.awards._counted import plain
from carerslib.awards._implied import figures_of, options_of
from carerslib.awards.powers import EXTEND
from carerslib.clauses import Line, Steps
from carerslib.clauses._measures import add, less, spread
from carerslib.clauses._part_of import priced
from carerslib.clauses._worth import is_of_step
from carerslib.money import ZERO
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.clauses import Adds, CountingClause, Group, Measure

__all__ = ["Recorded", "keep_figures", "keep_option"]


@final
class Recorded(NamedTuple):
    """Whose figures are counted for a contract, with the extensions that stand for its options.

    An option is taken once: what a second extension for it states comes on top, and stays when the
    figures are changed. ``named`` are the options taken by number, ``unnamed`` says how many others
    are taken of which the number is not known.
    """

    made: Proposal
    taken: tuple[Proposal, ...] = ()
    named: frozenset[int] = frozenset()
    unnamed: int = 0

    @property
    def names(self) -> set[str]:
        """The contract, by its own reference and by that of the one that it changes."""
        return {self.made.contract.reference, self.made.changes} - {""}

    @property
    def _left(self) -> set[int]:
        """The options that may have been taken without a number."""
        contract = self.made.contract
        return {*range(contract.taken + 1, len(contract.options) + 1)} - self.named

    @property
    def number_taken(self) -> int:
        """How many options are taken, with a number or without."""
        return len(self.named) + min(self.unnamed, len(self._left))

    def after(self, extension: Proposal) -> Recorded:
        """Give what is counted once an extension stands for the options that it takes."""
        takes = extension.takes
        assert takes is not None  # noqa: S101 - what stands for an option takes it
        numbers = options_of(self.made, takes)
        if numbers is not None:
            after = self._replace(named=self.named | numbers)
        else:
            after = self._replace(unnamed=min(self.unnamed + takes.times, len(self._left)))
        if after.number_taken == self.number_taken:
            return self
        return after._replace(taken=(*self.taken, extension))

    def of_option(self, clause: CountingClause, extension: Proposal, basis: Basis) -> Adds:
        """Give what is counted for the options whose place an extension takes."""
        after = self.after(extension)
        if after is self or isinstance(clause, Steps):
            return ()
        before = dict(self.replaced(clause, basis))
        return tuple(
            (group, plain(less(measure, before.get(group, 0))))
            for group, measure in after.replaced(clause, basis)
        )

    def figures(self, clause: CountingClause, basis: Basis) -> Adds:
        """Give all that is counted for the contract, but for the number of options taken."""
        figures = figures_of(clause, self.made, basis)
        if not self.taken or isinstance(clause, Steps):
            return figures
        found: dict[Group, Measure] = dict(figures)
        for group, measure in self.replaced(clause, basis):
            found[group] = plain(less(found.get(group, 0), measure))
        for extension in self.taken:
            for group, measure in _amounts(clause, extension, basis):
                found[group] = add(found.get(group, 0), measure)
        return tuple(found.items())

    def replaced(self, clause: CountingClause, basis: Basis) -> Adds:
        """Give what the options that are taken were counted for.

        Of those of no number it is the most in place of the least, and the other way round: what is
        left is then what may be left at the least, and at the most.
        """
        made, left = self.made, self._left
        if not 0 < self.unnamed < len(left):
            numbers = self.named | left if self.unnamed else self.named
            return _of_options(clause, made, numbers, basis)
        each = [dict(_of_options(clause, made, {number}, basis)) for number in left]
        return tuple(
            (group, add(measure, _any_of([one[group] for one in each], self.unnamed)))
            for group, measure in _of_options(clause, made, self.named, basis)
        )


def _any_of(measures: list[Measure], number: int) -> Measure:
    """Give what so many of several may have been counted for: the most before the least."""
    net, most_net, gross, most_gross = (
        sorted(each) for each in zip(*map(spread, measures), strict=True)
    )
    return (
        sum(net[-number:]),
        sum(most_net[:number]),
        sum(gross[-number:]),
        sum(most_gross[:number]),
    )


def keep_figures(
    indexed: dict[tuple[str, str], Recorded], key: tuple[str, str], made: Proposal
) -> None:
    """Keep whose figures are counted; what extends a contract that is counted has others."""
    if made.changes or made.power != EXTEND or key not in indexed:
        indexed[key] = Recorded(made)


def keep_option(indexed: dict[tuple[str, str], Recorded], clause: str, extension: Proposal) -> None:
    """Keep what stands for an option of a contract, under each name that the contract has."""
    contract = extension.changes or extension.contract.reference
    recorded = indexed.get((clause, contract))
    if recorded is not None:
        names = [name for name in recorded.names if indexed.get((clause, name)) is recorded]
        indexed.update(((clause, name), recorded.after(extension)) for name in names)


def _of_options(
    clause: CountingClause, made: Proposal, numbers: Collection[int], basis: Basis
) -> Adds:
    """Give what some options are counted for: the figures, less what they are without them."""
    names = {str(number) for number in numbers}
    lines = made.extent(basis).lines
    without = [_free(line) if line.tag("option") in names else line for line in lines]
    return _less(clause, made, without, basis)


def _amounts(clause: CountingClause, extension: Proposal, basis: Basis) -> Adds:
    """Give what an extension adds by its amounts: in the words of a step these stay counted."""
    without = [_free(line) for line in extension.extent(basis).lines] or [_free(Line(None))]
    return tuple(
        (group, measure)
        for group, measure in _less(clause, extension, without, basis)
        if not is_of_step(group)
    )


def _less(clause: CountingClause, proposal: Proposal, lines: Iterable[Line], basis: Basis) -> Adds:
    """Give by how much less a proposal would add with other amounts."""
    other = dict(clause.adds(priced(proposal, lines, basis), basis))
    return tuple(
        (group, less(measure, other.get(group, 0)))
        for group, measure in clause.adds(proposal, basis)
    )


def _free(line: Line) -> Line:
    return attrs.evolve(line, price=Price.as_stated(ZERO))
