"""Rules about finding carers: what figures say of themselves, and carers who are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.carers.populations import (
    Estimate,
    check_statement,
    compare,
    comparing,
    identify,
    identifying,
    stating,
)
from carerslib.carers.populations.comparing import SAME_PEOPLE
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.carers.populations import Statement
    from carerslib.commissioning.figures import SetBeside
    from carerslib.commissioning.reviewed import Reviewed
    from carerslib.verdicts import Verdict

__all__ = ["figures_stated", "known_beside_estimated", "one_basis"]


@rule(
    id="identification.figures",
    title="Each figure says whom it counts",
    citation=COUNTS.at("figures about carers"),
    in_force=ALWAYS,
)
def figures_stated(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Ask of each figure what it says of itself; most of all, who counts as a carer."""
    rests_on = reviewed.under(stating.RULES, basis)
    for each in sorted(reviewed.portfolio.statements, key=lambda one: one.reference):
        yield check_statement(each, basis=rests_on)


@rule(
    id="identification.two-bases",
    title="Figures set beside each other count the same people",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def one_basis(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Advise where two figures that were set beside each other count different people."""
    figures = {each.reference: each for each in reviewed.portfolio.statements}
    rests_on = reviewed.under(comparing.RULES, basis)
    for pair in sorted(reviewed.portfolio.beside, key=lambda each: each.reference):
        yield _beside(pair, figures.get(pair.left), figures.get(pair.right), rests_on)


def _beside(
    pair: SetBeside, left: Statement | None, right: Statement | None, basis: Basis
) -> Finding:
    missing: tuple[Missing, ...] = tuple(
        Missing(f"beside[{pair.reference!r}].{name}", "a figure that the record holds")
        for name, figure in (("left", left), ("right", right))
        if figure is None
    )
    result, differ = Result.UNDETERMINED, ""
    if left is not None and right is not None:
        compared = compare(left, right, basis=basis).verdict
        result, missing = compared.result, compared.missing
        differ = _told(compared)
    return Finding(
        "identification.two-bases",
        "Figures on one basis",
        result,
        Aspect.SCOPE,
        pair.reference,
        SAME_PEOPLE,
        None if left is None else str(left),
        "beside",
        None if right is None else str(right),
        missing,
        binding=False,
        note=differ,
    )


def _told(compared: Verdict) -> str:
    """Say in what two figures differ, and what one of them does not say."""
    apart = [each.title for each in compared.unmet]
    still_open = [each.title for each in compared.findings if each.missing and each.binding]
    parts = (("they differ in", apart), ("not said", still_open))
    return "; ".join(f"{words}: {', '.join(titles)}" for words, titles in parts if titles)


@rule(
    id="identification.registers",
    title="Known carers are held against an estimate of the same people",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def known_beside_estimated(reviewed: Reviewed, basis: Basis) -> Iterator[Part]:
    """Hold the lists of known carers against the estimate that the record names for it."""
    portfolio = reviewed.portfolio
    if portfolio.registers is None:
        return
    figures = {each.reference: each for each in portfolio.statements}
    estimate = figures.get(portfolio.estimate)
    if isinstance(estimate, Estimate):
        rests_on = reviewed.under(identifying.RULES, basis)
        yield identify(portfolio.registers, estimate, basis=rests_on).verdict
        return
    strategy = portfolio.strategy
    yield Finding(
        "identification.registers",
        "Known beside estimated",
        Result.UNDETERMINED,
        Aspect.COUNT,
        strategy.reference,
        SAME_PEOPLE,
        portfolio.estimate or None,
        missing=(Missing("estimate", "an estimate to hold the lists against"),),
    )
