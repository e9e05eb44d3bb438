"""How a rule about people writes down what it found, a yes and a no alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.carers.people import aged_at_least
from carerslib.law.family_law_reform_act_1969 import SECTION_9
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.carers.people import Person
    from carerslib.citations import Citation
    from carerslib.errors import NotInForceError
    from carerslib.money import Money

__all__ = ["Examination", "years_to_tell"]

_REACHED: Final = f"an age is reached as the birthday begins: {SECTION_9}"


def _result(holds: bool | None) -> Result:  # noqa: FBT001 - the fact itself, with three values
    if holds is None:
        return Result.UNDETERMINED
    return Result.MET if holds else Result.NOT_MET


def _word(fact: bool | None) -> str | None:  # noqa: FBT001 - the fact itself, with three values
    if fact is None:
        return None
    return "yes" if fact else "no"


def years_to_tell(years: int) -> str:
    """Say what of a day of birth is lacking where an age is not settled."""
    return f"enough of the day of birth to tell whether aged {years}"


@final
class Examination(NamedTuple):
    """The rule that asks, the reference of what it is asked about, the day, and the basis.

    Each method gives one finding. A fact that is not recorded makes it undetermined and is named.
    No finding has a remedy, as who somebody is is not for anyone to choose, and each is private.
    """

    rule: str
    subject: str
    day: date
    basis: Basis

    def fact(
        self,
        title: str,
        source: Citation,
        fact: bool | None,  # noqa: FBT001 - the fact itself, with three values
        missing: Missing,
        *,
        wanted: bool = True,
    ) -> Finding:
        """Ask for a fact that is yes, no or not recorded. ``wanted`` is what the rule asks for."""
        result = _result(None if fact is None else fact is wanted)
        return self._finding(title, source, result, missing)._replace(
            measured=_word(fact), comparison="must be", permitted=_word(wanted)
        )

    def aged(self, title: str, source: Citation, person: Person, years: int, field: str) -> Finding:
        """Ask that someone has reached an age by the day. ``field`` is where the birth stands."""
        return self._aged(title, source, (person, years, field), under=False)

    def under(
        self, title: str, source: Citation, person: Person, years: int, field: str
    ) -> Finding:
        """Ask that someone has not reached an age by the day."""
        return self._aged(title, source, (person, years, field), under=True)

    def _aged(
        self, title: str, source: Citation, whose: tuple[Person, int, str], *, under: bool
    ) -> Finding:
        person, years, field = whose
        reached = aged_at_least(person, years, self.day, self.basis)
        words = {True: f"{years} or over", False: f"under {years}", None: None}
        missing = Missing(field, years_to_tell(years))
        result = _result(None if reached is None else reached is not under)
        return self._finding(title, source, result, missing)._replace(
            measured=words[reached],
            comparison="must be",
            permitted=words[not under],
            note=_REACHED,
        )

    def at_least(
        self, title: str, source: Citation, number: int | None, least: int, missing: Missing
    ) -> Finding:
        """Ask for a whole number that is no smaller than another."""
        result = _result(None if number is None else number >= least)
        return self._finding(title, source, result, missing)._replace(
            aspect=Aspect.COUNT, measured=number, comparison="at least", permitted=least
        )

    def at_most(
        self, title: str, source: Citation, amount: Money | None, most: Money, missing: Missing
    ) -> Finding:
        """Ask for an amount that is no larger than another. Exactly as much is within it."""
        result = _result(None if amount is None else amount <= most)
        return self._finding(title, source, result, missing)._replace(
            aspect=Aspect.AMOUNT, measured=amount, comparison="at most", permitted=most
        )

    def not_known(
        self, title: str, source: Citation, aspect: Aspect, error: NotInForceError
    ) -> Finding:
        """Leave open what turns on a value of law that is not known on the day."""
        missing = Missing(error.name, error.reason)
        return self._finding(title, source, Result.UNDETERMINED, missing)._replace(
            aspect=aspect, note=str(error)
        )

    def excludes(self, title: str, source: Citation, verdict: Verdict) -> Finding:
        """Ask that another verdict is not met."""
        met = None if verdict.is_undetermined else verdict.is_met
        result = _result(None if met is None else not met)
        return self._finding(title, source, result)._replace(
            measured=_word(met), comparison="must be", permitted="no", missing=verdict.missing
        )

    def _finding(self, title: str, source: Citation, result: Result, *missing: Missing) -> Finding:
        return Finding(
            self.rule,
            title,
            result,
            Aspect.DETERMINATION,
            self.subject,
            source,
            missing=missing if result is Result.UNDETERMINED else (),
            private=True,
        )
