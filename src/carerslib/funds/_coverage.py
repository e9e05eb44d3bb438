"""Asking a rule set only on days that it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.rules import RuleSet
    from carerslib.verdicts import Verdict

__all__ = ["judge_on"]

S = TypeVar("S")


def judge_on(  # noqa: PLR0913 - what RuleSet.judge takes, and the set
    rules: RuleSet[S],
    subject: S,
    *,
    day: date,
    title: str,
    reference: str,
    basis: Basis | None,
) -> Verdict:
    """Judge by the rules in force on a day.

    Raises :class:`~carerslib.errors.NotInForceError` where no rule of the set is: an empty verdict
    would look like a clean one.
    """
    if not rules.on(day):
        first = next(iter(rules))
        rules.get(first.id, day)
    return rules.judge(subject, day=day, title=title, reference=reference, basis=basis)
