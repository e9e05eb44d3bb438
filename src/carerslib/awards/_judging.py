"""The quick way of judging under one authority, whose clauses are bound once for many proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from carerslib.awards import standing
from carerslib.awards.proposals import counts_whole
from carerslib.awards.verdicts import Judgement
from carerslib.clauses._measures import worst
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from carerslib.awards.model import Authority
    from carerslib.awards.proposals import Proposal
    from carerslib.basis import Basis
    from carerslib.clauses import Tally
    from carerslib.clauses._quick import Judge
    from carerslib.verdicts import Part

__all__ = ["Judging", "judging"]

# looking a member up on its enum costs more than the comparison that it is for
_MET: Final = Result.MET
_NOT_MET: Final = Result.NOT_MET
_UNDETERMINED: Final = Result.UNDETERMINED
_new: Final = tuple.__new__


class Judging(Protocol):
    """Judges a proposal under one authority; what it uses is counted unless that is not asked."""

    def __call__(
        self, proposal: Proposal, own: tuple[Part, ...], *, counts: bool = True
    ) -> Verdict: ...


def judging(
    authority: Authority, judges: tuple[Judge, ...], others: tuple[Judge, ...], basis: Basis
) -> Judging:
    """Bind an authority to its clauses, bound twice: ``others`` count nothing."""
    powers, is_plain = authority.powers, authority.is_plain
    judged, wholly = Verdict.judged, counts_whole(basis)

    def judge(proposal: Proposal, own: tuple[Part, ...], *, counts: bool = True) -> Verdict:
        """Work out a result for each clause, and the worst of them."""
        extent = proposal.whole if wholly else proposal.extent(basis)
        result, asked = _MET, judges if counts else others
        if proposal.power not in powers:
            result, asked = _NOT_MET, others
        tallies: list[Tally] = []
        for ask in asked:
            found = ask(proposal, extent, tallies)
            if found is not _MET and (
                found is _NOT_MET or (found is _UNDETERMINED and result is _MET)
            ):
                result = found
        if not is_plain:
            made = Judgement(authority, proposal, basis, tuple(tallies))
            own = (*standing.of_authority(made), *own)
        if own:
            result = worst((result, Verdict.all_of(own, title="").result))
        # a tuple made whole costs half of what naming its fields does
        return judged(_new(Judgement, (authority, proposal, basis, tuple(tallies), own)), result)

    return judge
