"""What a figure about carers has to say of itself before anything can rest on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from carerslib.carers.populations.bases import Dimension, Group, Inclusion, Unstated
from carerslib.carers.populations.estimates import Certainty, Estimate, Proportion
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError
from carerslib.periods import DateRange
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis
    from carerslib.carers.populations.estimates import Statement
    from carerslib.verdicts import Part

__all__ = [
    "ALWAYS",
    "RULES",
    "STATED",
    "accuracy",
    "ages_stated",
    "area_stated",
    "check_statement",
    "definition_stated",
    "method_stated",
    "number_stated",
    "year_stated",
    "young_carers_included",
]

ALWAYS: Final = DateRange(date.min, date.max)
"""The days on which a convention about figures holds: every day, as it rests on no law."""

STATED: Final = Citation.convention(
    "Figures about carers", "a figure says whom it counts, when, and how it came about"
)
"""Why a figure that does not say whom it counts settles nothing."""


def _said_of_whom(
    statement: Statement, name: str, title: str, dimension: Dimension, wanted: str
) -> Finding:
    """Ask for what a figure says of whom it counts; without it the figure stays open."""
    said = statement.population.on(dimension)
    unstated = isinstance(said, Unstated)
    return Finding(
        f"identification.{name}",
        title,
        Result.UNDETERMINED if unstated else Result.MET,
        Aspect.RECORD,
        statement.reference,
        STATED,
        None if said is Unstated.NOT_STATED else str(said),
        "has to be",
        "stated",
        (Missing(f"population.{dimension}", wanted),) if unstated else (),
    )


@rule(
    id="identification.definition-stated",
    title="The figure says who counts as a carer",
    citation=STATED,
    in_force=ALWAYS,
)
def definition_stated(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Ask for a definition of a carer: open where none is stated, and where none was used."""
    title, wanted = "Definition of a carer", "the definition of a carer that the figure rests on"
    yield _said_of_whom(statement, "definition-stated", title, Dimension.DEFINITION, wanted)


@rule(
    id="identification.ages-stated",
    title="The figure says which ages it counts",
    citation=STATED,
    in_force=ALWAYS,
)
def ages_stated(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Ask for the ages that are counted."""
    wanted = "the ages that the figure counts"
    yield _said_of_whom(statement, "ages-stated", "Ages", Dimension.AGES, wanted)


@rule(
    id="identification.area-stated",
    title="The figure says which area it is for",
    citation=STATED,
    in_force=ALWAYS,
)
def area_stated(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Ask for the area."""
    wanted = "the area that the figure is for"
    yield _said_of_whom(statement, "area-stated", "Area", Dimension.AREA, wanted)


@rule(
    id="identification.year-stated",
    title="The figure says of which year it is",
    citation=STATED,
    in_force=ALWAYS,
)
def year_stated(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Ask for the day or the year that the figure is about."""
    year = statement.year
    missing = (Missing("year", "the day or the year that the figure is about"),)
    yield Finding(
        "identification.year-stated",
        "Year",
        Result.UNDETERMINED if year is None else Result.MET,
        Aspect.RECORD,
        statement.reference,
        STATED,
        year,
        "has to be",
        "stated",
        missing if year is None else (),
    )


@rule(
    id="identification.number-stated",
    title="The figure is a number",
    citation=STATED,
    in_force=ALWAYS,
)
def number_stated(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Ask for the number itself: a group may be spoken of without one."""
    missing: tuple[Missing, ...] = ()
    if isinstance(statement, Estimate) and statement.count is None:
        missing = (Missing("count", "how many people there are"),)
    yield Finding(
        "identification.number-stated",
        "Number",
        Result.UNDETERMINED if missing else Result.MET,
        Aspect.COUNT,
        statement.reference,
        STATED,
        None if missing else str(statement),
        "has to be",
        "stated",
        missing,
    )


@rule(
    id="identification.accuracy",
    title="The source stands by its own figure",
    citation=STATED,
    in_force=ALWAYS,
)
def accuracy(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Advise where the source doubts that everybody is counted, or names whom it may miss."""
    if isinstance(statement, Proportion):
        return
    missed = tuple(str(group) for group in statement.seldom_recognise_themselves)
    sure = False if missed else statement.accurate
    missing = (Missing("accurate", "whether the source stands by its figure"),)
    yield Finding(
        "identification.accuracy",
        "The source stands by its figure",
        {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[sure],
        Aspect.RECORD,
        statement.reference,
        STATED,
        {True: "stands by it", False: "doubts it", None: None}[sure],
        "has to be",
        "stands by it",
        missing if sure is None else (),
        binding=False,
        note=f"may miss {', '.join(missed)}" if missed else "",
    )


@rule(
    id="identification.young-carers-included",
    title="The figure says whether it includes young carers",
    citation=STATED,
    in_force=ALWAYS,
)
def young_carers_included(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Advise where young carers are included only in principle, or nothing is said of them."""
    if isinstance(statement, Proportion):
        return
    inclusion = statement.inclusion_of(Group.YOUNG)
    plain = inclusion in (Inclusion.YES, Inclusion.NO)
    yield Finding(
        "identification.young-carers-included",
        "Young carers",
        Result.MET if plain else Result.UNDETERMINED,
        Aspect.SCOPE,
        statement.reference,
        STATED,
        None if inclusion is None else str(inclusion),
        "one of",
        (str(Inclusion.YES), str(Inclusion.NO)),
        () if plain else (Missing("includes", "whether young carers are included"),),
        binding=False,
    )


@rule(
    id="identification.method-stated",
    title="The figure says how it came about",
    citation=STATED,
    in_force=ALWAYS,
)
def method_stated(statement: Statement, _basis: Basis) -> Iterator[Part]:
    """Advise where a figure is quoted without saying how anybody came to it."""
    stated = statement.certainty not in (Certainty.NOT_STATED, Certainty.QUOTED)
    yield Finding(
        "identification.method-stated",
        "How it came about",
        Result.MET if stated else Result.UNDETERMINED,
        Aspect.RECORD,
        statement.reference,
        STATED,
        str(statement.certainty),
        "has to be",
        "stated",
        () if stated else (Missing("certainty", "how the figure came about"),),
        binding=False,
    )


RULES: Final[RuleSet[Statement]] = RuleSet(
    "carerslib.carers.populations.stating",
    "2026-11",
    (
        definition_stated,
        ages_stated,
        area_stated,
        year_stated,
        number_stated,
        accuracy,
        young_carers_included,
        method_stated,
    ),
)
"""What is asked of one figure about carers."""


def check_statement(
    statement: Statement, *, basis: Basis | None = None, rules: RuleSet[Statement] = RULES
) -> Verdict:
    """Say whether a figure says enough of itself to be relied on, and what is missing.

    It is never not met: a figure that does not say whom it counts leaves questions open. ``rules``
    may hold a council's own beside these. Raises :class:`.InvalidValueError` for what is neither
    an estimate nor a proportion.
    """
    if not isinstance(statement, Estimate | Proportion):
        given = type(statement).__name__
        expected = "an Estimate or a Proportion"
        raise InvalidValueError(field="statement", value=given, expected=expected)
    rests_on = basis or rules.basis()
    return Verdict.all_of(
        (part for each in rules for part in each(statement, rests_on)),
        title=f"What {statement.reference} says of itself",
        subject=statement.reference,
        basis=rests_on,
    )
