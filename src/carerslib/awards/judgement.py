"""Whether something may be done under a resolution, and why.

Judging is cheap. A judgement keeps its inputs and works out one result for each clause by comparing
whole numbers; findings are made from the inputs when they are asked for, and are equal every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.awards._bench import Bench, bench
from carerslib.awards.proposals import Proposal
from carerslib.awards.rules import RULES
from carerslib.awards.used import check_proposal, check_used
from carerslib.errors import require

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carerslib.awards.model import Authority, Resolution
    from carerslib.awards.used import Used
    from carerslib.basis import Basis
    from carerslib.rules import RuleSet
    from carerslib.verdicts import Verdict

__all__ = ["judge", "judge_each"]


def _bench(
    under: Resolution | Authority,
    used: Used | None,
    basis: Basis | None,
    rules: RuleSet[Proposal],
    *,
    counts: bool,
) -> Bench:
    before = check_used(used, under)
    return bench(
        under,
        before.totals,
        before.made,
        basis or rules.basis(),
        rules,
        counts=counts,
        by_hand=before.by_hand,
    )


def judge(
    proposal: Proposal,
    *,
    under: Resolution | Authority,
    used: Used | None = None,
    basis: Basis | None = None,
    rules: RuleSet[Proposal] = RULES,
) -> Verdict:
    """Say whether a proposal may be acted on, and why.

    ``under`` a resolution, one authority that allows it is enough; under an authority, every clause
    must be met. ``used`` is what has been done so far: nothing, where it is not given. ``basis``
    holds the readings and conventions that a council has chosen; ``rules`` are those of this
    library, or a set extended by a council.
    """
    require(check_proposal(proposal))
    return _bench(under, used, basis, rules, counts=False).judge(proposal)


def judge_each(
    made: Iterable[Proposal],
    *,
    under: Resolution | Authority,
    used: Used | None = None,
    basis: Basis | None = None,
    rules: RuleSet[Proposal] = RULES,
) -> Iterator[Verdict]:
    """Judge awards that were made, in their order, each beside those before it.

    Every award counts for those after it, whether it was within the authority or not: the award
    that crosses a limit is the breach, and earlier ones stand. The cost grows with their number
    only.
    """
    bench = _bench(under, used, basis, rules, counts=True)
    alone, keep = bench.alone, bench.made.append
    for proposal in made:
        if type(proposal) is not Proposal:
            require(check_proposal(proposal))
        if alone is not None and proposal.is_plain:
            keep(proposal)
            yield alone(proposal, ())
        else:
            yield bench.judge(proposal)
