"""An action's colour under a scheme, and whether a red rests on more than the circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.basis import Convention
from carerslib.citations import Citation
from carerslib.commissioning.actions import Action, ActionStatus, Issues
from carerslib.commissioning.monitoring.indicators import IndicatorKind
from carerslib.commissioning.rag import Rag, RagBasis, RagScheme
from carerslib.errors import InvalidValueError, require
from carerslib.rules import RuleSet
from carerslib.verdicts import Aspect, Finding, Missing, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carerslib.basis import Basis
    from carerslib.commissioning.monitoring.indicators import Against, Indicator

__all__ = ["INDICATORS_RATE", "RATINGS", "Rating", "check_colour", "rate"]

INDICATORS_RATE: Final = Convention(
    "indicators rate actions",
    "Whether the colours of linked indicators count towards an action's colour",
    ("none", "performance"),
    "none",
    Citation.convention("How the library counts", "indicators and actions"),
)
"""Contextual indicators never do: what they show is often out of the council's hands."""

RATINGS: Final[RuleSet[Action]] = RuleSet(
    "carerslib.commissioning.ratings", "2026-11", (), conventions=(INDICATORS_RATE,)
)
"""The name and edition that colours rest on, and the choice that a council has."""

_BY_ISSUES: Final[Mapping[Issues, Rag]] = {
    Issues.NONE: Rag.GREEN,
    Issues.FOUND: Rag.AMBER,
    Issues.SIGNIFICANT: Rag.RED,
}
_WORST_FIRST: Final = (Rag.RED, Rag.AMBER, Rag.GREEN)


@final
class Rating(NamedTuple):
    """An action's colour with what it is about; ``rag`` is None where there is none to give."""

    action: str
    basis: RagBasis
    rag: Rag | None
    finding: Finding


def rate(
    action: Action,
    scheme: RagScheme,
    *,
    against: Iterable[Against] = (),
    basis: Basis | None = None,
) -> Rating:
    """Give an action its colour under a scheme, or say what is missing for one.

    ``against`` is how linked indicators stand; they count only where a council has chosen so
    (:data:`.INDICATORS_RATE`), and those that are contextual never. Raises
    :class:`~carerslib.errors.InvalidValueError` for what is no action or no scheme.
    """
    given, meant = isinstance(action, Action), isinstance(scheme, RagScheme)
    require(
        None if given else InvalidValueError("action", type(action).__name__, "an Action"),
        None if meant else InvalidValueError("scheme", type(scheme).__name__, "a RagScheme"),
    )
    colour, missing = _own(action, scheme)
    chosen = (basis or RATINGS.basis()).takes(INDICATORS_RATE)
    if colour is not None and chosen == "performance":
        counted = {each.rag for each in against if each.kind is IndicatorKind.PERFORMANCE}
        colour = next(each for each in _WORST_FIRST if each in {colour} | counted)
    result = Result.NOT_APPLICABLE
    if colour is not None or missing:
        result = Result.UNDETERMINED if colour is None else Result.MET
    finding = Finding(
        "action.rag",
        f"A colour for {scheme.basis}",
        result,
        Aspect.DETERMINATION,
        action.reference,
        scheme.source,
        colour,
        "one of",
        tuple(Rag),
        missing,
        binding=False,
        note=_NO_COLOUR if result is Result.NOT_APPLICABLE else "",
    )
    return Rating(action.reference, scheme.basis, colour, finding)


_NO_COLOUR: Final = "only an action in progress has a colour"


def _own(action: Action, scheme: RagScheme) -> tuple[Rag | None, tuple[Missing, ...]]:
    """Give the colour that an action has by itself, or what is missing; neither if none is due."""
    if scheme.only_in_progress and action.status is not ActionStatus.IN_PROGRESS:
        lacks = Missing("status", "whether it is not started, in progress or complete")
        return None, (lacks,) if action.status is None else ()
    if scheme.from_issues:
        if action.issues is None:
            return None, (Missing("issues", "what was logged of issues and risks"),)
        return _BY_ISSUES[action.issues], ()
    if action.stated is None:
        return None, (Missing("stated", "the colour that was given"),)
    return action.stated, ()


def check_colour(action: Action, indicators: Iterable[Indicator]) -> Finding:
    """Say whether a red that was given rests on more than contextual indicators.

    Not applicable to any other colour, and to a red for which no indicator is named. It only
    advises.
    """
    kinds = {each.reference: each.kind for each in indicators}
    unknown = [name for name in action.because if kinds.get(name) is None]
    contextual = [kinds.get(name) is IndicatorKind.CONTEXTUAL for name in action.because]
    missing: tuple[Missing, ...] = ()
    if action.stated is not Rag.RED or not action.because:
        result = Result.NOT_APPLICABLE
    elif all(contextual):
        result = Result.NOT_MET
    elif len(unknown) + sum(contextual) == len(contextual):
        result = Result.UNDETERMINED
        missing = tuple(Missing(name, "performance or contextual") for name in unknown)
    else:
        result = Result.MET
    return Finding(
        "action.contextual",
        "A red rests on more than contextual indicators",
        result,
        Aspect.DETERMINATION,
        action.reference,
        INDICATORS_RATE.citation,
        action.because,
        "not only",
        str(IndicatorKind.CONTEXTUAL),
        missing,
        binding=False,
    )
