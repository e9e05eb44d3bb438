"""Strengths: what the carer, the person cared for, the family or the community can do.

Strengths are looked for beside the assessment of needs, and spent when a plan is made. They are no
part of the question whether needs meet the eligibility criteria.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from carerslib.assessments._checks import check_facts, check_key, check_text
from carerslib.basis import Basis, Convention
from carerslib.carers._checks import one_of, several
from carerslib.citations import Citation, Standing
from carerslib.errors import WITHHELD, InvalidValueError, require
from carerslib.law.eligibility_regulations_2015 import CareOutcome, CarerHealth
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TESTED", "Help", "Need", "Source", "Strength", "usable"]

Need: TypeAlias = CareOutcome | CarerHealth
"""What a strength or an offer helps with: a care outcome, or the carer's health."""

_FAMILY_HELP: Final = Citation(
    "Care and support statutory guidance",
    "chapter 6, paragraph 6.64",
    standing=Standing.SECONDARY,
    note="paragraph numbers change; as numbered in September 2024",
)

TESTED: Final = Convention(
    "tests strengths",
    "Whose help must be shown to be willing, able, appropriate and agreed before it is relied on",
    ("family and network", "every source"),
    "family and network",
    Citation.convention("How the library counts", "strengths that are relied on"),
)
"""The guidance asks this of family help; a council may ask it of every source."""

_FACTS: Final = ("willing", "able", "appropriate", "agreed")
_RECORDED: Final = (*_FACTS, "sustainable")


@final
class Source(enum.Enum):
    """Where a strength comes from."""

    CARER = "the carer"
    CARED_FOR = "the person cared for"
    NETWORK = "family and network"
    COMMUNITY = "the community"

    def __str__(self) -> str:
        return self.value


@final
class Help(NamedTuple):
    """What a strength helps with, and whether it is enough there by itself."""

    need: Need
    enough: bool | None = None


def _people(given: Iterable[str]) -> tuple[str, ...]:
    return several("agreed_by", given)


def _helps(given: Iterable[Need | Help]) -> tuple[Help, ...]:
    if isinstance(given, Help):
        expected = "several in a list or a tuple, not one alone"
        raise InvalidValueError(field="helps", value=WITHHELD, expected=expected)
    helps = several("helps", given)
    return tuple(each if isinstance(each, Help) else Help(each) for each in helps)


@final
@attrs.frozen
class Strength:
    """One strength: its source, what it helps with, how far it can be relied on, and who agreed.

    ``offered_by`` and ``agreed_by`` are references of people. ``sustainable`` says whether it can
    be kept up; ``words`` and ``impact`` (on whoever gives the help) are in people's own words and
    are not shown. Every fact is yes, no or not recorded.
    """

    reference: str
    source: Source
    helps: tuple[Help, ...] = attrs.field(default=(), converter=_helps, repr=False)
    willing: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    able: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    appropriate: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    agreed: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    sustainable: bool | None = attrs.field(default=None, kw_only=True, repr=False)
    offered_by: str | None = attrs.field(default=None, kw_only=True, repr=False)
    agreed_by: tuple[str, ...] = attrs.field(
        default=(), converter=_people, kw_only=True, repr=False
    )
    words: str = attrs.field(default="", kw_only=True, repr=False)
    impact: str = attrs.field(default="", kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.source, Source)
        require(
            check_key("reference", self.reference),
            None if known else InvalidValueError("source", self.source, one_of(Source)),
            *check_facts(_RECORDED, [getattr(self, field) for field in _RECORDED]),
            None if self.offered_by is None else check_key("offered_by", self.offered_by),
            *(check_key("agreed_by", each) for each in self.agreed_by),
            check_text("words", self.words),
            check_text("impact", self.impact),
            *(_help(each) for each in self.helps),
        )

    def help_with(self, need: Need) -> Help | None:
        """Give what the strength does for a need, or None where it does nothing."""
        return next((each for each in self.helps if each.need is need), None)


def _help(each: Help) -> InvalidValueError | None:
    if isinstance(each.need, CareOutcome | CarerHealth) and isinstance(each.enough, bool | None):
        return None
    return InvalidValueError("helps", WITHHELD, "care outcomes or health, alone or in a Help")


def usable(strength: Strength, *, basis: Basis | None = None) -> Verdict:
    """Say whether a plan may rely on a strength. What is not recorded is not a yes.

    Help from family and network needs all of willing, able, appropriate and agreed. Of other
    sources the same is asked only where a council has so chosen (:data:`.TESTED`); a recorded "no"
    rules a strength out whatever its source.
    """
    rests_on = basis or Basis("carerslib.assessments", "2026-11")
    everything = rests_on.takes(TESTED) == "every source"
    tested = everything or strength.source is Source.NETWORK
    parts = [_recorded(strength)] + [_fact(strength, field, tested=tested) for field in _FACTS]
    title = "A strength that a plan may rely on"
    return Verdict.all_of(parts, title=title, subject=strength.reference, basis=rests_on)


def _recorded(strength: Strength) -> Finding:
    return Finding(
        "strengths.source",
        "Source of the strength",
        Result.MET,
        Aspect.RECORD,
        strength.reference,
        _FAMILY_HELP if strength.source is Source.NETWORK else TESTED.citation,
        str(strength.source),
        "one of",
        tuple(str(source) for source in Source),
    )


def _fact(strength: Strength, field: str, *, tested: bool) -> Finding:
    fact: bool | None = getattr(strength, field)
    if fact is None:
        result = Result.UNDETERMINED if tested else Result.NOT_APPLICABLE
    else:
        result = Result.MET if fact else Result.NOT_MET
    lacks = Missing(f"strengths[{strength.reference}].{field}", f"whether the help is {field}")
    return Finding(
        f"strengths.{field}",
        f"The help is {field}",
        result,
        Aspect.RECORD,
        strength.reference,
        _FAMILY_HELP,
        None if fact is None else "yes" if fact else "no",
        "must be",
        "yes",
        (lacks,) if result is Result.UNDETERMINED else (),
        private=True,
    )
