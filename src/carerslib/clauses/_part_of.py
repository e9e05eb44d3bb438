"""A request as a clause sees it that is for part of it alone: one lot of several, or one option."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, final

import attrs

from carerslib.clauses._groups import BUILT_IN, PARTS, Grouping, all_of, contracts_of, inside
from carerslib.clauses._measures import up_to
from carerslib.clauses._taken import sum_of
from carerslib.clauses.requests import Extent, Particulars, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carerslib.basis import Basis
    from carerslib.clauses.requests import Delegation, Line
    from carerslib.periods import Day

__all__ = [
    "PartOf",
    "certainly_of",
    "counted_before",
    "none_counted",
    "part_of",
    "priced",
    "with_lines",
]


@final
@attrs.frozen
class PartOf:
    """A request with the amounts of one part of it, and with what these say that they are for.

    Of an amount that may be of the part, it is open how much of it is. Where the whole has several
    names in a dimension, and the amounts do not say which of them the part has, ``some`` gives
    those that it certainly has: it has these, and perhaps the others. Of several contracts whose
    amounts say which is of what, it is those of the part. Everything else is that of the whole: who
    acts, on which day, and from when to when, but that it may end with an option.
    """

    whole: Request
    firm: Extent
    counted: Extent
    tags: Mapping[str, frozenset[str]]
    some: Mapping[str, frozenset[str]]
    particulars: Particulars

    @property
    def reference(self) -> str:
        """The caller's own key of the whole."""
        return self.whole.reference

    @property
    def power(self) -> str:
        """The power that someone wants to use."""
        return self.whole.power

    @property
    def by(self) -> str | tuple[str, ...] | None:
        """Who wants to use it."""
        return self.whole.by

    @property
    def on(self) -> Day | None:
        """The day of the act."""
        return self.whole.on

    @property
    def chain(self) -> tuple[Delegation, ...]:
        """The recorded delegations relied on."""
        return self.whole.chain

    def extent(self, basis: Basis) -> Extent:
        """Give what counts of the part; the basis is that for which it was made."""
        del basis
        return self.counted


def part_of(
    request: Request, where: tuple[tuple[str, str], ...], basis: Basis, until: int | None = None
) -> PartOf:
    """Give the part of a request that is of one value in each dimension.

    With ``until``, the number of an option, it ends with that option, whatever comes after it.
    """
    grouping, extent = Grouping(where=where), request.extent(basis)
    if until is not None:
        extent = _ending_with(until, extent)
    counted = attrs.evolve(extent, lines=tuple(_lines(request, extent, grouping)))
    firm = attrs.evolve(request.firm, lines=tuple(_lines(request, request.firm, grouping)))
    tags = dict(request.tags)
    for name in counted.dimensions - BUILT_IN:
        values = [line.tag(name) for line in counted.lines]
        if None not in values:
            tags[name] = frozenset(filter(None, values))
    own = {name: frozenset((value,)) for name, value in where if name not in PARTS}
    some = dict(request.some) if isinstance(request, PartOf) else {}
    particulars = request.particulars
    if own:
        sure = [line for line in extent.lines if inside(line, request, extent, grouping)]
        some = _some_names({name: tags[name] for name in tags.keys() - own}, sure, some)
        particulars = _of_contracts(sure, request, extent, counted)
    return PartOf(request, firm, counted, tags | own, some, particulars)


def _of_contracts(
    sure: list[Line], request: Request, extent: Extent, counted: Extent
) -> Particulars:
    """Give the number of those of several contracts that the part is of, where that is known."""
    told = contracts_of(request, extent) if len(sure) == len(counted.lines) else None
    names = None if told is None else all_of("contract", sure)
    return attrs.evolve(request.particulars, number=len(names)) if names else request.particulars


def _some_names(
    tags: Mapping[str, frozenset[str]], sure: list[Line], before: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Give the names that a part certainly has, where it may have others of the whole or not."""
    found: dict[str, frozenset[str]] = {}
    for name, names in tags.items():
        certain = frozenset(filter(None, (line.tag(name) for line in sure)))
        certain &= before.get(name, certain)
        if len(names) > 1 and certain != names:
            found[name] = certain
    return found


def counted_before(request: Request, number: int, basis: Basis) -> PartOf:
    """Give all of a request, so many of whose contracts are counted already."""
    particulars = attrs.evolve(request.particulars, counted=number)
    return PartOf(request, request.firm, request.extent(basis), request.tags, {}, particulars)


def none_counted(request: Request) -> Request:
    """Give a request that counts whatever was counted: an option is another than its contract."""
    if not (isinstance(request, PartOf) and request.particulars.counted):
        return request
    return attrs.evolve(request, particulars=attrs.evolve(request.particulars, counted=0))


def priced(request: Request, lines: Iterable[Line], basis: Basis) -> PartOf:
    """Give all of a request with other amounts."""
    counted = attrs.evolve(request.extent(basis), lines=tuple(lines))
    return PartOf(request, request.firm, counted, request.tags, {}, request.particulars)


def with_lines(request: Request, keep: Callable[[Line], bool]) -> PartOf:
    """Give a part of a request with some of its amounts alone."""
    assert isinstance(request, PartOf)  # noqa: S101 - only a part has amounts of its own
    kept = tuple(filter(keep, request.counted.lines))
    return attrs.evolve(request, counted=attrs.evolve(request.counted, lines=kept))


def certainly_of(request: Request, dimension: str) -> frozenset[str] | None:
    """Give what a part of a request is certainly of, where what it is of is not all known."""
    return request.some.get(dimension) if isinstance(request, PartOf) else None


def _ending_with(option: int, extent: Extent) -> Extent:
    """Give the days to the end of an option, with the length that they have."""
    parts = extent.parts[: option + 1]
    if parts == extent.parts:
        return extent
    known = [term for _, term in parts if term is not None]
    stated, complete = sum_of([*known]), len(known) == len(parts)
    return attrs.evolve(
        extent,
        last=parts[-1][0],
        term=stated if complete else None,
        at_least=None if complete else stated,
    )


def _lines(request: Request, extent: Extent, grouping: Grouping) -> Iterator[Line]:
    for line in extent.lines:
        counts = inside(line, request, extent, grouping)
        if counts is not False:
            yield line if counts else _some_of(line)


def _some_of(line: Line) -> Line:
    """Give an amount of which any part may count."""
    some = attrs.evolve(line)
    object.__setattr__(some, "like", up_to(line.like))
    object.__setattr__(some, "bounds", up_to(line.bounds))
    return some
