"""Words for one lot or one source, where a proposal says nothing of any: they are left out.

So is a figure for one of them. Where whatever it may be of is refused, it is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards._binding import as_they_bind, opened
from carerslib.awards._parts import limited_to
from carerslib.clauses import For, Readings
from carerslib.clauses._groups import YEARS
from carerslib.clauses.combined import ASKED_OF_THE_REQUEST
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Clause, Tally
    from carerslib.verdicts import Finding, Part

__all__ = ["found_of", "left_out"]


def left_out(judged: Judgement) -> dict[str, Finding]:
    """Give what is said in the place of the words that are left out, by their reference."""
    judged = as_they_bind(judged)
    open_ = _open(judged)
    refused = {pair for words in open_ for pair in words.where}
    found = {
        words.reference: words.whether(judged.proposal, judged.basis)
        for words in open_
        if any(
            _says_nothing(name, judged) and not _all_refused(name, refused, judged)
            for name, _ in words.where
        )
    }
    return {reference: each for reference, each in found.items() if each is not None}


def found_of(clause: Clause, tally: Tally, judged: Judgement, left: Mapping[str, Finding]) -> Part:
    """Give what is found of a clause, with what is said in the place of words left out of it."""
    proposal, basis = judged.proposal, judged.basis
    if clause.reference in left:
        return left[clause.reference]
    held = opened(clause, tally, proposal, basis)
    if held is None:
        return clause.finding(proposal, tally, basis)
    title, inside = held
    subject = proposal.reference
    parts = [found_of(each, own, judged, left) for each, own in inside]
    made = Verdict.all_of(parts, title=title, subject=subject, basis=basis)
    if not isinstance(clause, Readings):
        return made
    # the readings that are not followed stay beside the one that is
    whole = clause.finding(proposal, tally, basis)
    each_reading = [made if each.title == title else each for each in whole.parts]
    return Verdict.agree(
        each_reading, title=whole.title, subject=subject, basis=basis, chosen=title
    )


def _open(judged: Judgement) -> list[For]:
    """Give the words that would refuse a proposal, or may, if they bound it; which is not known."""
    proposal, basis, held = judged.proposal, judged.basis, judged.held
    return [
        each
        for each in judged.authority.clauses
        if isinstance(each, For)
        and each.binds(proposal, basis) is None
        and each.result(proposal, held[each.reference], basis) is Result.UNDETERMINED
    ]


def _says_nothing(dimension: str, judged: Judgement) -> bool:
    """Say whether a proposal names nothing at all in a dimension of its tags."""
    if dimension in ASKED_OF_THE_REQUEST | YEARS or dimension in judged.proposal.tags:
        return False
    return all(line.tag(dimension) is None for line in judged.proposal.extent(judged.basis).lines)


def _all_refused(dimension: str, refused: set[tuple[str, str]], judged: Judgement) -> bool:
    """Say whether each value that there may be is refused: those allowed, or several named."""
    clauses = judged.authority.clauses
    named = {
        value
        for each in clauses
        if isinstance(each, For)
        for name, value in each.where
        if name == dimension
    }
    values = limited_to(dimension, clauses) or (named if len(named) > 1 else ())
    return bool(values) and all((dimension, value) in refused for value in values)
