"""Action plans: numbered actions with lettered parts, who leads, by when, how far, to what effect.

A plan may grow while it runs. What a record does not say of an action stays open: nobody is taken
to lead it, and an effect that nobody knows is not taken for none.
"""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, final

import attrs

from carerslib.citations import Citation
from carerslib.commissioning._given import (
    cited,
    count,
    each,
    key,
    named,
    names,
    one_of,
    repeated,
    several,
    some_day,
    text,
    yes_or_no,
)
from carerslib.commissioning.rag import Rag, RagScheme
from carerslib.errors import InvalidValueError, require
from carerslib.periods import Day, check_day, earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = [
    "Action",
    "ActionPlan",
    "ActionStatus",
    "Effect",
    "Issues",
]


class ActionStatus(enum.StrEnum):
    """How far an action has come."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"


class Effect(enum.StrEnum):
    """Whether it is known what an action brings about. The effect itself is for its measures."""

    NOT_STATED = "not stated"
    NOT_KNOWN = "not known"
    KNOWN = "known"


class Issues(enum.StrEnum):
    """What was logged of issues and risks."""

    NONE = "no issue or risk"
    FOUND = "an issue or a risk"
    SIGNIFICANT = "a significant issue or risk"


@final
@attrs.frozen(kw_only=True)
class Action:
    """One action of a plan, or one lettered part of it, as the record has it.

    ``number`` and ``letter`` are the plan's own ("3.7" and "c"), ``heading`` what stands over the
    number. ``involves`` names who else takes part, ``measures`` the indicators that it is to be
    seen by. ``stated`` is a colour that somebody gave it, and ``because`` the indicators for which.
    ``further_work`` is whether more may have to be done. ``added_on`` is None for what was in the
    plan from the first. Links are references.
    """

    reference: str
    number: str
    title: str
    letter: str = ""
    heading: str = ""
    lead: str | None = None
    involves: tuple[str, ...] = attrs.field(default=(), converter=names)
    starts: Day | None = None
    due: Day | None = None
    status: ActionStatus | None = None
    priority: str | None = None
    intentions: tuple[str, ...] = attrs.field(default=(), converter=names)
    measures: tuple[str, ...] = attrs.field(default=(), converter=names)
    effect: Effect = Effect.NOT_STATED
    further_work: bool | None = None
    issues: Issues | None = None
    stated: Rag | None = None
    because: tuple[str, ...] = attrs.field(default=(), converter=names)
    added_on: Day | None = None
    page: int | None = None

    def __attrs_post_init__(self) -> None:
        optional = [name for name in ("lead", "priority") if getattr(self, name) is not None]
        require(
            *(key(name, getattr(self, name)) for name in ("reference", "number", "title")),
            *(text(name, getattr(self, name)) for name in ("letter", "heading")),
            *(key(name, getattr(self, name)) for name in optional),
            *(
                named(name, getattr(self, name))
                for name in ("involves", "intentions", "measures", "because")
            ),
            *(some_day(name, getattr(self, name)) for name in ("starts", "due", "added_on")),
            one_of("status", self.status, ActionStatus, optional=True),
            one_of("effect", self.effect, Effect),
            yes_or_no("further_work", self.further_work),
            one_of("issues", self.issues, Issues, optional=True),
            one_of("stated", self.stated, Rag, optional=True),
            count("page", self.page),
        )
        if self.starts is not None and self.due is not None:
            late = earliest(self.starts) > latest(self.due)
            expected = "a day not before the start"
            require(InvalidValueError("due", self.due, expected) if late else None)

    @property
    def label(self) -> str:
        """Its number with its letter, as "3.7(c)"."""
        return f"{self.number}({self.letter})" if self.letter else self.number

    @property
    def place(self) -> tuple[tuple[int, str], ...]:
        """Where it stands among others, so that 3.7(c) comes before 3.10."""
        steps = re.findall(r"\d+|[^\d.]+", f"{self.number}.{self.letter}")
        return tuple((int(step), "") if step.isdigit() else (0, step) for step in steps)


def _actions(given: Action | Iterable[Action]) -> tuple[Action, ...]:
    return several(given)


@final
@attrs.frozen(kw_only=True)
class ActionPlan:
    """A plan's actions, and what the colours on it mean.

    ``scheme`` is None where the record does not say what its colours mean. Two actions may carry
    one number, since real plans do; :func:`.check_plan` then says so. References are each used
    once.
    """

    reference: str
    title: str
    actions: tuple[Action, ...] = attrs.field(default=(), converter=_actions)
    scheme: RagScheme | None = None
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            key("title", self.title),
            each("actions", self.actions, Action),
            cited("source", self.source, optional=True),
            None
            if isinstance(self.scheme, RagScheme | None)
            else InvalidValueError("scheme", self.scheme, "a RagScheme or None"),
        )
        require(repeated("actions", (action.reference for action in self.actions)))

    def action(self, label: str) -> Action:
        """Return the action with a number and letter, such as "3.7(c)".

        Raises :class:`~carerslib.errors.InvalidValueError` where there is none, or more than one.
        """
        found = [action for action in self.actions if action.label == label]
        if len(found) != 1:
            expected = "a number that one action of the plan has"
            raise InvalidValueError(field="label", value=label, expected=expected)
        return found[0]

    def parts_of(self, number: str) -> tuple[Action, ...]:
        """Return the lettered parts under a number, in the order of their letters."""
        parts = [each for each in self.actions if each.number == number and each.letter]
        return tuple(sorted(parts, key=lambda each: each.place))

    def with_added(self, action: Action, *, on: date) -> ActionPlan:
        """Return the plan with one more action, added on a day."""
        require(check_day("on", on))
        return attrs.evolve(self, actions=(*self.actions, attrs.evolve(action, added_on=on)))

    def as_at(self, day: date) -> ActionPlan:
        """Return the plan as it certainly stood at the end of a day, before later additions."""
        require(check_day("day", day))
        held = [
            action
            for action in self.actions
            if action.added_on is None or latest(action.added_on) <= day
        ]
        return attrs.evolve(self, actions=held)
