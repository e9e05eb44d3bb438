"""Whether two figures count the same people, and what may then be done with them.

Figures of different people are never mixed: no difference, no rate and no total is worked out, and
a finding names each thing in which they differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.basis import Convention
from carerslib.carers.populations.bases import EVERYBODY, Dimension, Population
from carerslib.carers.populations.counts import Count, Gap
from carerslib.carers.populations.estimates import Certainty, Estimate, Proportion, Statement
from carerslib.carers.populations.stating import ALWAYS
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, require
from carerslib.periods import DateRange, Day, check_day
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.verdicts import Part

__all__ = [
    "DEFINITIONS_DIFFER",
    "RULES",
    "SAME_PEOPLE",
    "Applied",
    "Base",
    "Comparison",
    "Pair",
    "Subject",
    "apply_proportion",
    "compare",
    "same_ages",
    "same_among",
    "same_area",
    "same_definition",
    "same_year",
    "subject_of",
]

SAME_PEOPLE: Final = Citation.convention(
    "Figures about carers", "two figures are set against each other only where they count alike"
)
"""Why figures of different areas, ages, definitions or groups are not mixed."""

DEFINITIONS_DIFFER: Final = Convention(
    "identification.definitions",
    "Whether figures that rest on different definitions of a carer may be set against each other",
    ("refused", "allowed"),
    "refused",
    SAME_PEOPLE,
)
"""Lists of known carers seldom rest on the definition of a census, and a council may accept that.

Where it does, the difference is still named, as advice.
"""


@final
@attrs.frozen
class Subject:
    """What is set against something else: its reference, whom it counts, and when."""

    reference: str
    population: Population
    year: Day | None = None


@final
@attrs.frozen
class Pair:
    """Two things that are to be set against each other."""

    left: Subject
    right: Subject

    @property
    def reference(self) -> str:
        """The references of both."""
        return f"{self.left.reference} and {self.right.reference}"


def subject_of(statement: Statement) -> Subject:
    """Give what a figure says of whom it counts."""
    return Subject(statement.reference, statement.population, statement.year)


def _alike(pair: Pair, title: str, dimension: Dimension, *, binding: bool = True) -> Finding:
    """Say whether two things count alike in one dimension, with what each says."""
    left, right = pair.left, pair.right
    differs = left.population.differs(right.population, dimension)
    missing = tuple(
        Missing(f"{each.reference}.population.{dimension}", f"the {dimension} of whom it counts")
        for each in (left, right)
        if dimension in each.population.unstated
    )
    return Finding(
        f"identification.same-{dimension}",
        title,
        {True: Result.NOT_MET, False: Result.MET, None: Result.UNDETERMINED}[differs],
        Aspect.SCOPE,
        pair.reference,
        SAME_PEOPLE,
        str(left.population.on(dimension)),
        "the same as",
        str(right.population.on(dimension)),
        missing,
        binding=binding,
    )


@rule(
    id="identification.same-area",
    title="Both count the same area",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def same_area(pair: Pair, _basis: Basis) -> Iterator[Part]:
    """Refuse to set one area against another."""
    yield _alike(pair, "Area", Dimension.AREA)


@rule(
    id="identification.same-ages",
    title="Both count the same ages",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def same_ages(pair: Pair, _basis: Basis) -> Iterator[Part]:
    """Refuse to set some ages against others."""
    yield _alike(pair, "Ages", Dimension.AGES)


@rule(
    id="identification.same-definition",
    title="Both rest on the same definition of a carer",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def same_definition(pair: Pair, basis: Basis) -> Iterator[Part]:
    """Refuse to set definitions against each other, unless the council has chosen to allow it."""
    binding = basis.takes(DEFINITIONS_DIFFER) == "refused"
    yield _alike(pair, "Definition of a carer", Dimension.DEFINITION, binding=binding)


@rule(
    id="identification.same-among",
    title="Both count among the same people",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def same_among(pair: Pair, _basis: Basis) -> Iterator[Part]:
    """Refuse to set pupils or patients against everybody."""
    yield _alike(pair, "Among whom", Dimension.AMONG)


@rule(
    id="identification.same-year",
    title="Both are of the same year",
    citation=SAME_PEOPLE,
    in_force=ALWAYS,
)
def same_year(pair: Pair, _basis: Basis) -> Iterator[Part]:
    """Advise where the two are not of the same day or days; lists and estimates seldom are."""
    left, right = pair.left, pair.right
    missing = tuple(
        Missing(f"{each.reference}.year", "the day or the year that it is about")
        for each in (left, right)
        if each.year is None
    )
    result = Result.MET if left.year == right.year else Result.NOT_MET
    yield Finding(
        "identification.same-year",
        "Year",
        Result.UNDETERMINED if missing else result,
        Aspect.DATES,
        pair.reference,
        SAME_PEOPLE,
        left.year,
        "" if right.year is None else "the same as",
        right.year,
        missing,
        binding=False,
    )


RULES: Final[RuleSet[Pair]] = RuleSet(
    "carerslib.carers.populations.comparing",
    "2026-11",
    (same_area, same_ages, same_definition, same_among, same_year),
    conventions=(DEFINITIONS_DIFFER,),
)
"""What must be alike before two figures are set against each other."""


@final
@attrs.frozen
class Comparison:
    """Two figures side by side: whether they count the same people, and if so how far apart.

    ``difference`` is the first less the second; None unless the verdict is met.
    """

    left: Statement
    right: Statement
    verdict: Verdict
    difference: Gap | None


def compare(left: Statement, right: Statement, *, basis: Basis | None = None) -> Comparison:
    """Set two figures side by side.

    Not met where they count different people, with a finding for each thing that differs;
    undetermined where one does not say. A share of some people is not a number of people, so
    where one is a share the verdict asks for the number of which it is a share. Raises
    :class:`.InvalidValueError` for what is neither an estimate nor a proportion.
    """
    require(_is_statement("left", left), _is_statement("right", right))
    rests_on = basis or RULES.basis()
    pair = Pair(subject_of(left), subject_of(right))
    parts = [part for each in RULES for part in each(pair, rests_on)]
    parts.append(_kinds(left, right))
    verdict = Verdict.all_of(
        parts, title="The same people are counted", subject=pair.reference, basis=rests_on
    )
    difference = None
    if verdict.is_met and isinstance(left, Estimate) and isinstance(right, Estimate):
        difference = _apart(left.count, right.count)
    return Comparison(left, right, verdict, difference)


def _apart(left: Count | None, right: Count | None) -> Gap | None:
    return None if left is None or right is None else Gap.between(left, right)


def _is_statement(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, Estimate | Proportion):
        return None
    return InvalidValueError(field, type(value).__name__, "an Estimate or a Proportion")


def _kinds(left: Statement, right: Statement) -> Finding:
    """Keep a number of people and a share of people apart."""
    shares = [each for each in (left, right) if isinstance(each, Proportion)]
    mixed = len(shares) == 1
    missing = tuple(
        Missing(f"{each.reference}.base", "the number of people that it is a share of")
        for each in shares
        if mixed
    )
    return Finding(
        "identification.same-kind",
        "What a share is of",
        Result.UNDETERMINED if mixed else Result.MET,
        Aspect.COUNT,
        f"{left.reference} and {right.reference}",
        SAME_PEOPLE,
        str(left),
        "the same kind as",
        str(right),
        missing,
    )


@final
@attrs.frozen
class Base:
    """A number of people of whom a share may be taken: 12,000 pupils, a practice's patients."""

    reference: str
    number: int
    population: Population
    year: Day | None = None

    def __attrs_post_init__(self) -> None:
        named = isinstance(self.reference, str) and self.reference.strip()
        known = type(self.number) is int and self.number >= 0
        counts = isinstance(self.population, Population)
        on = self.year
        dated = on is None or isinstance(on, DateRange) or check_day("year", on) is None
        require(
            None
            if named
            else InvalidValueError("reference", self.reference, "the caller's own key, not empty"),
            None if known else InvalidValueError("number", self.number, "a whole number from 0"),
            None
            if counts
            else InvalidValueError("population", self.population, "a Population: whom it counts"),
            None if dated else InvalidValueError("year", on, "a date, a DateRange, or None"),
        )


@final
@attrs.frozen
class Applied:
    """A share taken of a number of people: whether it may be, and the estimate that it gives.

    ``estimate`` is None unless the verdict is met. It carries the source and the year of the share,
    not of the number it was taken of, and names the share as what it was derived from.
    """

    verdict: Verdict
    estimate: Estimate | None


def _is_a(field: str, value: object, kind: type) -> InvalidValueError | None:
    if isinstance(value, kind):
        return None
    return InvalidValueError(field, type(value).__name__, f"a {kind.__name__}")


def apply_proportion(proportion: Proportion, base: Base, *, basis: Basis | None = None) -> Applied:
    """Take a share of a number of people, where both are about the same ages and group.

    That they are of another area or year is named as advice: a share that was found in one place
    is often all there is for another. The number is rounded to whole people, halves up, and
    ``about`` says so. What the base says of a definition is not asked, as it counts everybody.
    Raises :class:`.InvalidValueError` for what is no share or no base.
    """
    require(_is_a("proportion", proportion, Proportion), _is_a("base", base, Base))
    rests_on = basis or RULES.basis()
    pair = Pair(Subject(proportion.reference, proportion.population, proportion.year), _of(base))
    parts = [
        *_same_ages_of_a_group(pair),
        _alike(pair, "Among whom", Dimension.AMONG),
        _alike(pair, "Area", Dimension.AREA, binding=False),
        *same_year(pair, rests_on),
    ]
    verdict = Verdict.all_of(
        parts,
        title=f"{proportion.reference} taken of {base.reference}",
        subject=pair.reference,
        basis=rests_on,
    )
    return Applied(verdict, _taken(proportion, base) if verdict.is_met else None)


def _same_ages_of_a_group(pair: Pair) -> Iterator[Finding]:
    """Ask for the same ages, except within one group that neither divides by age."""
    both = (pair.left.population, pair.right.population)
    undivided = all(Dimension.AGES in each.unstated and each.among != EVERYBODY for each in both)
    if not undivided:
        yield _alike(pair, "Ages", Dimension.AGES)


def _of(base: Base) -> Subject:
    return Subject(base.reference, base.population, base.year)


def _taken(proportion: Proportion, base: Base) -> Estimate:
    exact = proportion.share * base.number
    whole = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return Estimate(
        f"{proportion.reference} of {base.reference}",
        whole,
        attrs.evolve(base.population, definition=proportion.population.definition),
        proportion.source,
        proportion.year,
        certainty=Certainty.DERIVED,
        about=exact.denominator != 1,
        derived_from=proportion.reference,
    )
