"""A cap held again, with something supposed that a proposal leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.clauses._groups import NOT_STATED
from carerslib.clauses._measures import alone, less, total_of, up_to
from carerslib.verdicts import Finding, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Adds, Cap, Request, Tally

__all__ = ["beside", "noted", "refused_by"]


def noted(finding: Finding, note: str) -> Finding:
    """Add a note to those that a finding has."""
    return finding._replace(note="; ".join(filter(None, (finding.note, note))))


def beside(adds: Adds, tally: Tally, *, of_it: bool = True) -> Tally:
    """Set what is supposed of a proposal beside what was used before.

    What was used and is placed nowhere is ``of_it`` too, or else may be.
    """
    rows = zip(*tally, strict=True)
    used = {group: less(total, adding) for (group, adding), total in rows}
    loose = used.pop(NOT_STATED, 0)
    loose = loose if of_it else up_to(loose)
    return adds, tuple(total_of((used.get(group, 0), loose, measure)) for group, measure in adds)


def refused_by(
    cap: Cap, supposed: Request, tally: Tally, judged: Judgement, note: str
) -> Iterator[Part]:
    """Give what a cap refuses of what is supposed; or that it may, for what was used before."""
    part = cap.finding(supposed, tally, judged.basis)
    if part.result is Result.NOT_MET:
        for each in (part,) if isinstance(part, Finding) else part.findings:
            if each.result is Result.NOT_MET:
                yield noted(each, note)
    # what is left open of it alone is said where it is held as it is stated
    elif (
        part.result is Result.UNDETERMINED
        and cap.result(supposed, alone(tally[0]), judged.basis) is Result.MET
    ):
        yield noted(part, note)._replace(asked=True) if isinstance(part, Finding) else part
