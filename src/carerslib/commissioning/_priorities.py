"""Rules about what a strategy says of itself: its priorities, and who took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carerslib.commissioning.frameworks import FRAMEWORKS, MATCHING, framework, national
from carerslib.funds.offers import ALWAYS, COUNTS
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.commissioning.model import Strategy
    from carerslib.commissioning.reviewed import Reviewed

__all__ = ["answered", "bodies_named", "carers_engaged", "national_outcomes", "priorities_named"]


@rule(
    id="priorities.bodies",
    title="The bodies of a joint strategy are named",
    citation=COUNTS.at("joint strategies"),
    in_force=ALWAYS,
)
def bodies_named(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask whose a joint strategy is besides, where the record names one body only."""
    strategy = reviewed.portfolio.strategy
    if not strategy.is_joint:
        return
    named = len(strategy.bodies) > 1
    missing = Missing("strategy.bodies", "with whom it is joint")
    yield Finding(
        "priorities.bodies",
        "Whose strategy it is",
        Result.MET if named else Result.UNDETERMINED,
        Aspect.RECORD,
        strategy.reference,
        strategy.source,
        tuple(sorted(strategy.bodies)),
        "at least",
        "two bodies",
        () if named else (missing,),
    )


@rule(
    id="priorities.named",
    title="Every priority is named",
    citation=COUNTS.at("priorities"),
    in_force=ALWAYS,
)
def priorities_named(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Say how many priorities the record speaks of and does not name."""
    strategy = reviewed.portfolio.strategy
    stated, held = strategy.priorities_stated, len(strategy.priorities)
    result, note = Result.MET, ""
    missing: tuple[Missing, ...] = ()
    if held < (1 if stated is None else stated):
        result = Result.UNDETERMINED
        missing = (Missing("strategy.priorities", _not_named(stated, held)),)
    elif stated is not None and held > stated:
        result, note = Result.NOT_MET, "more are named than the record says there are"
    yield Finding(
        "priorities.named",
        "Priorities named",
        result,
        Aspect.COUNT,
        strategy.reference,
        strategy.source,
        held,
        "" if stated is None else "as many as",
        stated,
        missing,
        note=note,
    )


def _not_named(stated: int | None, held: int) -> str:
    if stated is None:
        return "the priorities"
    return "1 that is not named" if stated - held == 1 else f"{stated - held} that are not named"


@rule(
    id="priorities.national-outcomes",
    title="Where each priority stands in the national framework",
    citation=MATCHING,
    in_force=ALWAYS,
)
def national_outcomes(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise which national outcome each heading answers to, where it is one that is known."""
    strategy = reviewed.portfolio.strategy
    known = framework(strategy.framework)
    if known is None:
        if strategy.framework:
            yield _unknown(strategy)
        return
    for priority in sorted(strategy.priorities, key=lambda each: each.reference):
        matched = national(priority.heading)
        under = () if matched is None else matched.under(known.key)
        missing = (Missing(f"priorities[{priority.reference!r}]", f"its place in {known.title}"),)
        yield Finding(
            "priorities.national-outcomes",
            known.title,
            Result.MET if under else Result.UNDETERMINED,
            Aspect.SCOPE,
            priority.reference,
            MATCHING,
            priority.heading,
            "answers to",
            under or None,
            () if under else missing,
            binding=False,
        )


def _unknown(strategy: Strategy) -> Finding:
    """Say that the key of a framework is none that is known: a slip, or a council's own."""
    keys = ", ".join(each.key for each in FRAMEWORKS)
    return Finding(
        "priorities.national-outcomes",
        "National framework",
        Result.UNDETERMINED,
        Aspect.SCOPE,
        strategy.reference,
        MATCHING,
        strategy.framework,
        missing=(Missing("strategy.framework", f"a framework that is known: {keys}"),),
        binding=False,
    )


@rule(
    id="engagement.carers",
    title="Carers took part",
    citation=COUNTS.at("engagement"),
    in_force=ALWAYS,
)
def carers_engaged(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Ask for engagement in which carers took part, by whatever way; what is planned is none."""
    strategy = reviewed.portfolio.strategy
    held = [each for each in strategy.engagement if each.planned is not True]
    took_part = sorted({each.who for each in held if each.with_carers})
    missing = (Missing("strategy.engagement", "how carers took part"),)
    yield Finding(
        "engagement.carers",
        "Carers took part",
        Result.MET if took_part else Result.UNDETERMINED,
        Aspect.RECORD,
        strategy.reference,
        strategy.source,
        tuple(took_part) or None,
        "including",
        "carers",
        () if took_part else missing,
    )


@rule(
    id="engagement.answered",
    title="What was asked at meetings was answered",
    citation=COUNTS.at("questions and answers"),
    in_force=ALWAYS,
)
def answered(reviewed: Reviewed, _basis: Basis) -> Iterator[Part]:
    """Advise which questions and requests the record leaves without an answer, then or later."""
    held = reviewed.portfolio.minutes
    answers = {one for minutes in held for point in minutes.points for one in point.answers}
    for minutes in sorted(held, key=lambda each: each.reference):
        open_ones = sorted({each.reference for each in minutes.unanswered} - answers)
        missing = tuple(
            Missing(f"points[{reference!r}]", "an answer to it") for reference in open_ones
        )
        yield Finding(
            "engagement.answered",
            "Questions answered",
            Result.UNDETERMINED if missing else Result.MET,
            Aspect.RECORD,
            minutes.reference,
            minutes.source,
            tuple(open_ones) or None,
            "",
            None,
            missing,
            binding=False,
        )
