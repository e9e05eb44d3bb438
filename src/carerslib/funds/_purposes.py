"""What a stipulation keeps money for, of which money it says so, and what is for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from carerslib.basis import Basis
from carerslib.clauses import EMPTY, Except, For, Includes, Only
from carerslib.clauses._nested import walk
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.clauses import Clause
    from carerslib.funds.entries import Entry
    from carerslib.funds.model import Fund
    from carerslib.funds.stipulations import Stipulation

__all__ = ["Place", "allows", "concerning", "covers", "keeps_a_purpose"]

Place: TypeAlias = "tuple[str, str | None]"
"""The head that money is allotted to and its source: "" where not stated, None for any other."""

_SCOPES: Final = (Only, Except, Includes)
_NOTHING_CHOSEN: Final = Basis("carerslib.funds", "what names say for themselves")


def keeps_a_purpose(each: Stipulation) -> bool:
    """Say whether it binds and says what money is for, or that money stays in the fund."""
    says = each.ring_fence or any(isinstance(one, _SCOPES) for one in walk(each.clauses))
    return each.binds and says


def covers(each: Stipulation, head: str, source: str) -> bool:
    """Say whether it binds the money of a head from a source: some words are of others only."""
    return each.ring_fence or any(True for _ in _about(each.clauses, head, source))


def _about(clauses: Iterable[Clause], head: str, source: str) -> Iterator[Clause]:
    """Give the purposes that are named for a head and a source."""
    for clause in clauses:
        where = dict(clause.where) if isinstance(clause, For) else {}
        if (where.get("head", head), where.get("source", source)) == (head, source):
            if isinstance(clause, _SCOPES):
                yield clause
            yield from _about(getattr(clause, "inner", ()), head, source)


def concerning(given: Iterable[Stipulation], fund: Fund, place: Place) -> list[Stipulation]:
    """Give the stipulations on the money of a place, each with those of its clauses that are.

    A stipulation all of whose clauses are for other heads or sources is none of it; one that names
    neither, or that ring-fences the fund, is of all of it. Money of no stated source may be of any,
    and heads that draw on the same money are not told apart.
    """
    found = []
    for each in given:
        clauses = tuple(one for one in each.clauses if _is_about(one, fund, place))
        if clauses == each.clauses:
            found.append(each)
        elif clauses or each.ring_fence:
            found.append(attrs.evolve(each, clauses=clauses))
    return found


def _is_about(clause: Clause, fund: Fund, place: Place) -> bool:
    head, source = place
    if isinstance(clause, For):
        where = dict(clause.where)
        if "head" in where and fund.pot(where["head"]) != head:
            return False
        if source != "" and where.get("source", source) != source:
            return False
    inner = getattr(clause, "inner", ())
    return not inner or any(_is_about(one, fund, place) for one in inner)


def allows(each: Stipulation, entry: Entry) -> bool:
    """Say whether the purposes that it names allow an entry; what leaves the fund is none."""
    return entry.out_to is None and all(
        clause.result(entry, EMPTY, _NOTHING_CHOSEN) is Result.MET
        for clause in _asked(each.clauses, entry)
    )


def _asked(clauses: Iterable[Clause], entry: Entry) -> Iterator[Clause]:
    """Give the purposes that an entry is asked for, however deep: of readings, of each."""
    for clause in clauses:
        if isinstance(clause, For) and clause.binds(entry, _NOTHING_CHOSEN) is False:
            continue
        if isinstance(clause, _SCOPES):
            yield clause
        yield from _asked(getattr(clause, "inner", ()), entry)
