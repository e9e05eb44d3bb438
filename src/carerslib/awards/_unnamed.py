"""An extension that names no option, and is longer than all the options of the words together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards.powers import EXTEND
from carerslib.clauses import Length
from carerslib.clauses._nested import walk
from carerslib.verdicts import Aspect, Finding, Missing, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.citations import Citation
    from carerslib.clauses import Clause
    from carerslib.periods import Term

__all__ = ["longer_than_options"]


def longer_than_options(
    said: tuple[str, Citation],
    clauses: tuple[Clause, ...],
    together: Term | None,
    proposal: Proposal,
    basis: Basis,
) -> Iterator[Finding]:
    """Ask what a length is of that the options together cannot hold.

    It may be that of the contract with its extension. Where the words set a firm term too, or the
    figures are those of a whole contract, that is held against the whole elsewhere.
    """
    takes = proposal.takes
    named = takes is not None and takes.term is not None
    named = named or bool(proposal.contract.options) or proposal.contract.in_all
    if together is None or named or proposal.power != EXTEND or proposal.changes:
        return
    if any(isinstance(each, Length) and each.of == "firm" for each in walk(clauses)):
        return
    extent = proposal.extent(basis)
    length = extent.length or extent.shortest
    if length is None or length.within(together) is not False:
        return
    reference, source = said
    yield Finding(
        reference,
        "Length with no option named",
        Result.UNDETERMINED,
        Aspect.STEP,
        proposal.reference,
        source,
        length,
        "at most, of the extension alone",
        together,
        missing=(Missing("proposal.takes", "the option taken up, and how long it is"),),
        note="longer than all options together, unless it is that of the whole contract",
    )
