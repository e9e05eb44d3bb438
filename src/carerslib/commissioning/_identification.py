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
from carerslib.commissioning.topics import Topic
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.law.care_act_2014 import CARE_ACT_2014, IN_FORCE
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.carers.populations import Statement
    from carerslib.commissioning.figures import SetBeside
    from carerslib.commissioning.reviewed import Reviewed
    from carerslib.verdicts import Verdict

__all__ = ["figures_stated", "hidden_carers", "known_beside_estimated", "one_basis"]


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


@rule(
    id="identification.hidden-carers",
    title="Regard to finding carers whose needs are not met",
    citation=CARE_ACT_2014.at("section 2(2)(c)"),
    in_force=IN_FORCE,
)
def hidden_carers(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise whether a strategy says anything of finding carers whose needs are not met."""
    strategy = reviewed.portfolio.strategy
    said = sorted(
        each.reference
        for group in (strategy.priorities, strategy.aims, strategy.needs, strategy.findings)
        for each in group
        if Topic.IDENTIFICATION in each.topics
    )
    missing = Missing("strategy.aims", "how carers whose needs are not met are to be found")
    yield Finding(
        "identification.hidden-carers",
        "Finding hidden carers",
        Result.MET if said else Result.UNDETERMINED,
        Aspect.RECORD,
        strategy.reference,
        CARE_ACT_2014.at("section 2(2)(c)"),
        tuple(said) or None,
        "including",
        str(Topic.IDENTIFICATION),
        () if said else (missing,),
        binding=False,
        note="the Act asks for regard to it, not for a line in a strategy",
    )
