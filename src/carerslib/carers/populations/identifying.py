"""How many carers are known, out of how many there may be: a rate, a gap, or a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.carers.populations.comparing import (
    DEFINITIONS_DIFFER,
    SAME_PEOPLE,
    Pair,
    Subject,
    subject_of,
)
from carerslib.carers.populations.comparing import RULES as PAIR_RULES
from carerslib.carers.populations.counts import Gap, Rate
from carerslib.carers.populations.estimates import Estimate
from carerslib.carers.populations.registers import Registers
from carerslib.carers.populations.stating import ALWAYS
from carerslib.errors import InvalidValueError, require
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.carers.populations.counts import Count
    from carerslib.verdicts import Part

__all__ = [
    "RULES",
    "Identification",
    "Measured",
    "estimated",
    "identify",
    "known",
    "no_more_known",
    "same_people",
]


@final
@attrs.frozen
class Measured:
    """Lists of known carers, and the estimate that they are measured against."""

    registers: Registers
    estimate: Estimate

    @property
    def known(self) -> Count | None:
        """How many different carers are on the lists; None where the overlaps cannot be right."""
        return self.registers.distinct


@rule(
    id="identification.same-people",
    title="The lists and the estimate count the same people",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def same_people(measured: Measured, basis: Basis) -> Iterator[Part]:
    """Refuse a rate where a list and the estimate differ in area, ages, group or definition."""
    whole = subject_of(measured.estimate)
    for register in measured.registers.registers:
        pair = Pair(Subject(register.reference, register.population, register.on), whole)
        parts = (part for each in PAIR_RULES for part in each(pair, basis))
        title = f"{register.reference} and {whole.reference} count the same people"
        yield Verdict.all_of(parts, title=title, subject=pair.reference)


@rule(
    id="identification.known",
    title="How many different carers are known",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def known(measured: Measured, _basis: Basis) -> Iterator[Part]:
    """Ask for a number of different carers, exactly or as a range, and for lists that agree."""
    registers, count = measured.registers, measured.known
    missing = [
        Missing(f"{reference}.number", "how many carers are on the list")
        for reference in registers.without_number
    ]
    if not registers.registers:
        missing.append(Missing("registers", "a list of known carers"))
    result = Result.NOT_MET if count is None else Result.MET
    yield Finding(
        "identification.known",
        "Different carers known",
        Result.UNDETERMINED if count is not None and missing else result,
        Aspect.COUNT,
        measured.estimate.reference,
        SAME_PEOPLE,
        None if count is None else str(count),
        "on",
        tuple(each.reference for each in registers.registers),
        tuple(missing),
        note=_on_known(measured),
    )


def _on_known(measured: Measured) -> str:
    """Say why there is no number, or why it is a range."""
    if measured.known is None:
        return "the overlaps of the lists cannot all be right"
    pairs = measured.registers.unlinked
    if measured.known.is_exact or not pairs:
        return ""
    return f"not linked: {'; '.join(' and '.join(pair) for pair in pairs)}"


@rule(
    id="identification.estimated",
    title="How many carers there may be",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def estimated(measured: Measured, _basis: Basis) -> Iterator[Part]:
    """Ask for a number to divide by: an estimate without one, or of nobody, gives no rate."""
    count = measured.estimate.count
    usable = count is not None and count.most != 0
    yield Finding(
        "identification.estimated",
        "Carers estimated",
        Result.MET if usable else Result.UNDETERMINED,
        Aspect.COUNT,
        measured.estimate.reference,
        measured.estimate.source,
        None if count is None else str(measured.estimate),
        "at least",
        1,
        () if usable else (Missing("estimate.count", "how many carers there may be"),),
    )


@rule(
    id="identification.no-more-known-than-estimated",
    title="No more carers are known than there may be",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def no_more_known(measured: Measured, _basis: Basis) -> Iterator[Part]:
    """Warn of a rate above 1, which is never cut off: the lists or the estimate are wrong."""
    count, whole = measured.known, measured.estimate.count
    if count is None or whole is None:
        return
    certainly = whole.most is not None and count.least > whole.most
    surely_not = count.most is not None and count.most <= whole.least
    yield Finding(
        "identification.no-more-known-than-estimated",
        "Known carers within the estimate",
        Result.NOT_MET if certainly else Result.MET if surely_not else Result.UNDETERMINED,
        Aspect.COUNT,
        measured.estimate.reference,
        SAME_PEOPLE,
        str(count),
        "at most",
        str(whole),
        binding=False,
        note="more carers are known than were estimated" if certainly else "",
    )


RULES: Final[RuleSet[Measured]] = RuleSet(
    "carerslib.carers.populations.identifying",
    "2026-11",
    (same_people, known, estimated, no_more_known),
    conventions=(DEFINITIONS_DIFFER,),
)
"""What is asked before known carers are divided by an estimate, and after."""


@final
@attrs.frozen
class Identification:
    """What part of the carers there may be is known.

    ``rate`` and ``gap`` are None unless the verdict is met, so that neither is worked out from
    figures of different people. Both are exact, or a range that holds the truth if the estimate is
    right; the gap is below 0 where more carers may be known than were estimated.
    """

    measured: Measured
    verdict: Verdict

    @property
    def known(self) -> Count | None:
        """How many different carers are known."""
        return self.measured.known

    @property
    def rate(self) -> Rate | None:
        """Known carers as a share of those estimated."""
        known, whole = self.known, self.measured.estimate.count
        if not self.verdict.is_met or known is None or whole is None:
            return None
        return Rate.of(known, whole)

    @property
    def gap(self) -> Gap | None:
        """How many more carers there may be than are known."""
        known, whole = self.known, self.measured.estimate.count
        if not self.verdict.is_met or known is None or whole is None:
            return None
        return Gap.between(whole, known)


def identify(
    registers: Registers,
    estimate: Estimate,
    *,
    basis: Basis | None = None,
    rules: RuleSet[Measured] = RULES,
) -> Identification:
    """Measure lists of known carers against an estimate, or say why that cannot be done.

    Not met where a list and the estimate count different people; undetermined where one of them
    does not say whom it counts, or how many. ``rules`` may hold a council's own beside these.
    Raises :class:`.InvalidValueError` for what is no lists and no estimate.
    """
    require(
        _is_a("registers", registers, Registers),
        _is_a("estimate", estimate, Estimate),
    )
    rests_on = basis or rules.basis()
    measured = Measured(registers, estimate)
    verdict = Verdict.all_of(
        (part for each in rules for part in each(measured, rests_on)),
        title=f"Known carers against {estimate.reference}",
        subject=estimate.reference,
        basis=rests_on,
    )
    return Identification(measured, verdict)


def _is_a(field: str, value: object, kind: type) -> InvalidValueError | None:
    if isinstance(value, kind):
        return None
    article = "an" if kind is Estimate else "a"
    return InvalidValueError(field, type(value).__name__, f"{article} {kind.__name__}")
