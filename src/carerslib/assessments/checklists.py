"""A list of what the law requires to be done or written, and how far it has been.

An item may depend on circumstances: a copy is owed to the adult only if the carer asks. An answer
to an item, or a circumstance, is yes, no or not recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from carerslib.assessments._checks import check_answers
from carerslib.errors import NotInForceError, require
from carerslib.law.care_act_2014 import IN_FORCE
from carerslib.periods import DateRange
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = ["Checklist", "Item"]


@final
class Item(NamedTuple):
    """One thing required: its key, what it is in words, and where that is written.

    It is required only where every circumstance of ``where`` is so, and none of ``unless``.
    """

    key: str
    title: str
    citation: Citation
    where: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@final
@attrs.frozen
class Checklist:
    """What is required of one kind of record, in the order of the law, with the words for it.

    ``keys`` is everything that can be answered: items and circumstances. ``private`` is True where
    the answers are about a person, and not about what an authority did. ``in_force`` are the days
    on which the law requires it.
    """

    title: str
    items: tuple[Item, ...]
    circumstances: tuple[tuple[str, str], ...] = ()
    private: bool = attrs.field(default=False, kw_only=True)
    in_force: DateRange = attrs.field(default=IN_FORCE, kw_only=True)
    keys: frozenset[str] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        items, circumstances = (item.key for item in self.items), dict(self.circumstances)
        object.__setattr__(self, "keys", frozenset((*items, *circumstances)))

    def on(self, day: date) -> Checklist:
        """Give the list for a record of a day.

        Raises :class:`.NotInForceError` for a day on which the law did not require it.
        """
        if day not in self.in_force:
            raise NotInForceError(self.title, day, f"in force {self.in_force}")
        return self

    def check(
        self, answers: Mapping[str, bool], *, field: str, subject: str, basis: Basis | None = None
    ) -> Verdict:
        """Say which items are covered: each is met, not met, not recorded or not required.

        Each item is asked by itself: two that are owed in opposite circumstances are both open
        while the circumstance is not recorded, though neither was done. ``field`` is where the
        answers are kept, for the names of what is missing. Raises
        :class:`.InvalidValueError` for an answer to what this list does not ask.
        """
        require(*check_answers(field, answers.items(), self.keys))
        findings = [self._finding(item, answers, field, subject) for item in self.items]
        return Verdict.all_of(findings, title=self.title, subject=subject, basis=basis)

    def outstanding(self, answers: Mapping[str, bool], *, field: str) -> tuple[Missing, ...]:
        """Name what is not covered yet, whether it was recorded as not done or not recorded."""
        checked = self.check(answers, field=field, subject="")
        unmet = [
            Missing(f"{field}[{finding.rule}]", finding.title)
            for finding in checked.findings
            if finding.result is Result.NOT_MET
        ]
        unknown = [
            missing
            for finding in checked.findings
            if finding.result is Result.UNDETERMINED
            for missing in finding.missing
        ]
        return tuple(dict.fromkeys(unmet + unknown))

    def _finding(
        self, item: Item, answers: Mapping[str, bool], field: str, subject: str
    ) -> Finding:
        conditions = [(key, True) for key in item.where] + [(key, False) for key in item.unless]
        answer = answers.get(item.key)
        open_ = [key for key, _ in conditions if key not in answers]
        if any(answers.get(key, needed) is not needed for key, needed in conditions):
            result, open_ = Result.NOT_APPLICABLE, []
        elif answer is True:
            result, open_ = Result.MET, []
        elif answer is False and not open_:
            result = Result.NOT_MET
        else:
            result = Result.UNDETERMINED
            open_ += [item.key] if answer is None else []
        words = {**{each.key: each.title for each in self.items}, **dict(self.circumstances)}
        return Finding(
            item.key,
            item.title,
            result,
            Aspect.RECORD,
            subject,
            item.citation,
            None if answer is None else "yes" if answer else "no",
            "must be",
            "yes",
            tuple(Missing(f"{field}[{key}]", words[key]) for key in open_),
            private=self.private,
        )
