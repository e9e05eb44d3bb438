"""A cap held again, with something supposed that a proposal leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.verdicts import Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.verdicts import Judgement
    from carerslib.clauses import Cap, Request, Tally

__all__ = ["noted", "refused_by"]


def noted(finding: Finding, note: str) -> Finding:
    """Add a note to those that a finding has."""
    return finding._replace(note="; ".join(filter(None, (finding.note, note))))


def refused_by(
    cap: Cap, supposed: Request, tally: Tally, judged: Judgement, note: str
) -> Iterator[Finding]:
    """Give what a cap refuses of what is supposed; nothing where its readings leave it open."""
    part = cap.finding(supposed, tally, judged.basis)
    if part.result is Result.NOT_MET:
        for each in (part,) if isinstance(part, Finding) else part.findings:
            if each.result is Result.NOT_MET:
                yield noted(each, note)
