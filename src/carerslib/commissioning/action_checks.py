"""What is wanting or overdue in an action plan, as things stand on a day."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from carerslib.citations import Citation
from carerslib.commissioning.actions import Action, ActionPlan, ActionStatus, Effect
from carerslib.errors import InvalidValueError, require
from carerslib.periods import check_day, earliest, latest
from carerslib.verdicts import Aspect, Finding, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

__all__ = ["check_plan"]

_COUNTS: Final = Citation.convention("How the library counts", "action plans")
_WANTED: Final = (
    ("lead", "Somebody leads the action", "who leads it"),
    ("due", "It is said by when", "by when it is to be done"),
    ("status", "It is said how far it is", "not started, in progress or complete"),
)


def check_plan(plan: ActionPlan, *, on: date) -> Verdict:
    """Say what is wanting or overdue in a plan, as things stand on a day.

    That nobody leads an action, or that no day is given, only advises: a strategy may leave it to
    another document. An effect that is said not to be known leaves the answer undetermined, and one
    that nobody has spoken of is not asked for.
    """
    known = isinstance(plan, ActionPlan)
    require(
        None if known else InvalidValueError("plan", type(plan).__name__, "an ActionPlan"),
        check_day("on", on),
    )
    labels = Counter(action.label for action in plan.actions)
    ordered = sorted(plan.actions, key=lambda action: (action.place, action.reference))
    source = plan.source or _COUNTS
    parts: list[Part] = [
        Verdict.all_of(
            _about(action, plan, source, on=on, twice=labels[action.label] > 1),
            title=f"Action {action.label}",
            subject=action.reference,
        )
        for action in ordered
    ]
    return Verdict.all_of(parts, title=plan.title, subject=plan.reference)


def _about(
    action: Action, plan: ActionPlan, source: Citation, *, on: date, twice: bool
) -> Iterator[Part]:
    yield Finding(
        "action.number",
        "Its number is its own",
        Result.NOT_MET if twice else Result.MET,
        Aspect.RECORD,
        action.reference,
        source,
        action.label,
        "used",
        "once",
    )
    yield from _wanted(action, source)
    yield _overdue(action, source, on)
    yield _effect(action, source)
    yield _basis(action, plan, source)


def _wanted(action: Action, source: Citation) -> Iterator[Finding]:
    for field, title, expected in _WANTED:
        value = getattr(action, field)
        given = value is not None
        yield Finding(
            f"action.{field}",
            title,
            Result.MET if given else Result.UNDETERMINED,
            Aspect.RECORD,
            action.reference,
            source,
            value,
            "given",
            None,
            () if given else (Missing(field, expected),),
            binding=False,
        )


def _overdue(action: Action, source: Citation, on: date) -> Finding:
    due, status = action.due, action.status
    missing: tuple[Missing, ...] = ()
    if due is None or status is ActionStatus.COMPLETE:
        result = Result.NOT_APPLICABLE
    elif on <= earliest(due):
        result = Result.MET
    elif status is None:
        result = Result.UNDETERMINED
        missing = (Missing("status", "whether it is complete"),)
    elif on <= latest(due):
        result = Result.UNDETERMINED
        missing = (Missing("due", "the day by which it is to be done"),)
    else:
        result = Result.NOT_MET
    return Finding(
        "action.overdue",
        "It is not overdue",
        result,
        Aspect.DATES,
        action.reference,
        source,
        on,
        "on or before",
        due,
        missing,
    )


def _effect(action: Action, source: Citation) -> Finding:
    effect = action.effect
    result = {
        Effect.NOT_STATED: Result.NOT_APPLICABLE,
        Effect.NOT_KNOWN: Result.UNDETERMINED,
        Effect.KNOWN: Result.MET,
    }[effect]
    lacks = Missing("effect", "what it brings about")
    further = action.further_work is True
    return Finding(
        "action.effect",
        "Its effect is known",
        result,
        Aspect.RECORD,
        action.reference,
        source,
        str(effect),
        "must be",
        str(Effect.KNOWN),
        (lacks,) if effect is Effect.NOT_KNOWN else (),
        note="further work may be needed" if further else "",
    )


def _basis(action: Action, plan: ActionPlan, source: Citation) -> Finding:
    result = Result.NOT_APPLICABLE
    if action.stated is not None:
        result = Result.UNDETERMINED if plan.scheme is None else Result.MET
    lacks = Missing("scheme", "what the colours mean: progress, risk or confidence")
    return Finding(
        "action.rag_basis",
        "It is said what its colour means",
        result,
        Aspect.RECORD,
        action.reference,
        source,
        None if plan.scheme is None else str(plan.scheme.basis),
        "given",
        None,
        (lacks,) if result is Result.UNDETERMINED else (),
    )
