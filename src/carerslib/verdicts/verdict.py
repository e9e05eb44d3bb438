"""A verdict: findings, and the three ways in which answers combine."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn, Protocol, TypeAlias, final

import attrs

from carerslib.errors import InvalidValueError, VerdictNotMetError, VerdictTruthError
from carerslib.verdicts import _reported
from carerslib.verdicts.combining import Combining, agreed, best, worst
from carerslib.verdicts.findings import Aspect, Finding, Missing, Result, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carerslib.basis import Basis

__all__ = ["Combined", "Part", "PartsSource", "Verdict"]


Part: TypeAlias = "Finding | Verdict"
"""A finding, or a verdict over several."""


class PartsSource(Protocol):
    """What a verdict is worked out from: its parts are made when asked for, equal every time."""

    @property
    def how(self) -> Combining:
        """How the parts combine."""

    @property
    def title(self) -> str:
        """What the verdict is about."""

    @property
    def subject(self) -> str:
        """The reference of what was judged."""

    @property
    def basis(self) -> Basis | None:
        """What the verdict rests on besides the inputs."""

    @property
    def chosen(self) -> str:
        """The title of the part that a council has chosen among readings, or nothing."""

    def parts(self) -> tuple[Part, ...]:
        """Make the parts."""


@final
class Combined(NamedTuple):
    """A source that already holds its parts.

    ``at_least`` is how many of the parts must be met, where any of them may be.
    """

    how: Combining
    title: str
    subject: str
    basis: Basis | None
    held: tuple[Part, ...]
    chosen: str = ""
    at_least: int = 1

    def parts(self) -> tuple[Part, ...]:
        """Give the parts as they are held."""
        return self.held


def _at_least(source: PartsSource) -> int:
    return source.at_least if isinstance(source, Combined) else 1


def _counted(part: Part) -> Result:
    if isinstance(part, Finding) and not part.binding:
        return Result.NOT_APPLICABLE
    return part.result


def _asked(part: Part) -> Result:
    if isinstance(part, Verdict):
        return part.as_asked
    return _counted(part) if part.asked else Result.NOT_APPLICABLE


def _asked_or_open(part: Part) -> Result:
    """Give the result as asked, or as it stands where nothing was: it still counts towards two."""
    found = _asked(part)
    return _counted(part) if found is Result.NOT_APPLICABLE else found


@final
@attrs.frozen(weakref_slot=False)
class Verdict:
    """Findings and how they combine.

    Never used as a truth value: ask :attr:`is_met`, or read :attr:`result`. Where a finding is
    private, the ``repr`` leaves the result out, as it would give the finding away.
    """

    _source: PartsSource
    result: Result

    @classmethod
    def all_of(
        cls, parts: Iterable[Part], *, title: str, subject: str = "", basis: Basis | None = None
    ) -> Verdict:
        """Combine parts that must all be met: the worst counts."""
        return cls.of(Combined(Combining.ALL_OF, title, subject, basis, tuple(parts)))

    @classmethod
    def any_of(
        cls,
        parts: Iterable[Part],
        *,
        title: str,
        subject: str = "",
        basis: Basis | None = None,
        at_least: int = 1,
    ) -> Verdict:
        """Combine parts of which one is enough: the best counts.

        Where ``at_least`` so many must be met, the second best counts for two, and so on. Raises
        :class:`~carerslib.errors.InvalidValueError` where that is less than one.
        """
        if at_least < 1:
            raise InvalidValueError(field="at_least", value=at_least, expected="1 or more")
        how, held = Combining.ANY_OF, tuple(parts)
        return cls.of(Combined(how, title, subject, basis, held, at_least=at_least))

    @classmethod
    def agree(
        cls,
        parts: Iterable[Part],
        *,
        title: str,
        subject: str = "",
        basis: Basis | None = None,
        chosen: str = "",
    ) -> Verdict:
        """Combine readings of the same words: their common answer, else undetermined.

        Where ``chosen`` is the title of one part, the verdict follows that part and keeps the rest.
        """
        return cls.of(Combined(Combining.AGREE, title, subject, basis, tuple(parts), chosen))

    @classmethod
    def of(cls, source: PartsSource) -> Verdict:
        """Work out the result from the parts of a source."""
        return cls(source, _combine(source, _counted))

    @classmethod
    def judged(cls, source: PartsSource, result: Result) -> Verdict:
        """Keep a source with the result that its parts would give, worked out already.

        For a judgement that compares first and makes its parts only when asked; nothing is checked.
        """
        made = object.__new__(cls)
        _set_source(made, source)
        _set_result(made, result)
        return made

    @property
    def how(self) -> Combining:
        """How the parts combine."""
        return self._source.how

    @property
    def title(self) -> str:
        """What the verdict is about."""
        return self._source.title

    @property
    def subject(self) -> str:
        """The reference of what was judged."""
        return self._source.subject

    @property
    def basis(self) -> Basis | None:
        """The rule set, edition and choices that the verdict rests on."""
        return self._source.basis

    @property
    def chosen(self) -> str:
        """The reading that a council has chosen, or nothing."""
        return self._source.chosen

    @property
    def at_least(self) -> int:
        """How many parts must be met, where any of them may be."""
        return _at_least(self._source)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The findings and verdicts that this one combines."""
        return self._source.parts()

    @property
    def is_met(self) -> bool:
        """Whether the result is met. Undetermined is not met."""
        return self.result is Result.MET

    @property
    def is_undetermined(self) -> bool:
        """Whether facts or words that are missing or open could change the answer."""
        return self.result is Result.UNDETERMINED

    @property
    def as_asked(self) -> Result:
        """The result without the tests of facts that the subject does not state.

        A question about dates gets an answer about dates; nobody gets a yes for what was not asked.
        Where two or more parts must be met, those that were not asked stay open among them; so does
        a reading or a limb of which nothing was asked, beside one that is not met.
        """
        found = _combine(self._source, _asked)
        if found is Result.NOT_MET and self.how is not Combining.ALL_OF:
            return _combine(self._source, _asked_or_open)
        if self.at_least == 1 or found is Result.NOT_APPLICABLE:
            return found
        return _combine(self._source, _asked_or_open)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in order, advisory ones and those of readings included."""
        source = self._source
        # a source may have a shorter way to its findings than through its parts
        shortly: Callable[[], tuple[Finding, ...]] | None = getattr(source, "findings", None)
        if shortly is not None:
            return shortly()
        found: list[Finding] = []
        for part in source.parts():
            found += (part,) if isinstance(part, Finding) else part.findings
        return tuple(found)

    @property
    def unmet(self) -> tuple[Finding, ...]:
        """The binding findings that are not met and make this verdict other than met."""
        return tuple(self._unmet())

    def _unmet(self) -> Iterator[Finding]:
        if self.result in (Result.MET, Result.NOT_APPLICABLE):
            return
        for part in self._that_count():
            if isinstance(part, Verdict):
                yield from part.unmet
            elif part.binding and part.result is Result.NOT_MET:
                yield part

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is not stated and could change the answer; empty where the answer is settled."""
        found: dict[Missing, None] = {}
        if self.result is Result.UNDETERMINED:
            for part in self._that_count():
                if _counted(part) is Result.UNDETERMINED:
                    found.update(dict.fromkeys(part.missing))
        return tuple(found)

    @property
    def ask_next(self) -> Missing | None:
        """What to ask first: a fact that could settle the answer alone, where there is one.

        Of a finding that lacks several, none is counted on alone. Failing that, the first of
        :attr:`missing`; None where nothing is missing.
        """
        missing = self.missing
        settling = _settling(self, Result.MET) | _settling(self, Result.NOT_MET)
        return next((fact for fact in missing if fact in settling), next(iter(missing), None))

    def _that_count(self) -> tuple[Part, ...]:
        """Give the parts, or only the chosen one among readings."""
        if not self.chosen:
            return self.parts
        return tuple(part for part in self.parts if part.title == self.chosen)

    @property
    def failing(self) -> Aspect | None:
        """The first aspect that fails as asked, in the order of :class:`Aspect`; None if none does.

        Where any one of several parts would be enough, it is that of the :attr:`nearest`.
        """
        return _reported.failing(self)

    @property
    def nearest(self) -> Verdict:
        """The part that comes nearest to being met, where one part is enough; else the verdict.

        One that fails on the power, the scope, the holder or the dates is for another act, the less
        the later it stands here; of those for such an act it is the one that fails first in order.
        """
        return _reported.nearest(self)

    @property
    def differs(self) -> bool:
        """Whether the answer as asked is open because readings of the same words differ."""
        return _reported.differs(self)

    def on(self, aspect: Aspect) -> Verdict:
        """Give the same verdict over the findings of one aspect alone.

        It is not applicable where there is no such finding. Where two or more parts must be met,
        and fewer have such findings, all of these must be.
        """
        kept: list[Part] = []
        parts = self.parts
        for part in parts:
            if isinstance(part, Verdict):
                sub = part.on(aspect)
                if sub.parts:
                    kept.append(sub)
            elif part.aspect is aspect:
                kept.append(part)
        about = (self.how, self.title, self.subject, self.basis, tuple(kept))
        # what is left out is held against nobody; too few parts from the start still are
        most = max(len(kept), self.at_least - (len(parts) - len(kept)), 1)
        return Verdict.of(Combined(*about, self.chosen, min(self.at_least, most)))

    def require(self) -> None:
        """Raise :class:`~carerslib.errors.VerdictNotMetError` unless the verdict is met."""
        if self.result is Result.MET:
            return
        unmet = self.unmet
        reasons = [
            f"{finding.title}: {show(finding.measured)}, {finding.comparison} "
            f"{show(finding.permitted)} ({finding.citation})"
            for finding in unmet
            if not finding.private
        ]
        if len(reasons) < len(unmet):
            reasons.append("what was found about a person is not shown")
        reasons = reasons or [f"{missing} is missing" for missing in self.missing]
        raise VerdictNotMetError(self, f"{self.title}: {self.result}. " + "; ".join(reasons))

    def __repr__(self) -> str:
        shown = "" if any(each.private for each in self.findings) else f", result={self.result!r}"
        return f"Verdict(title={self.title!r}, subject={self.subject!r}{shown})"

    def __bool__(self) -> NoReturn:
        message = "a verdict has no truth value: ask verdict.is_met or verdict.result"
        raise VerdictTruthError(message)


# what setting a field of a frozen object comes down to, without looking it up each time
_set_source: Final = Verdict.__dict__["_source"].__set__
_set_result: Final = Verdict.__dict__["result"].__set__


def _combine(source: PartsSource, result_of: Callable[[Part], Result]) -> Result:
    parts = source.parts()
    if source.chosen:
        parts = tuple(part for part in parts if part.title == source.chosen)
    results = [result_of(part) for part in parts]
    match source.how:
        case Combining.ALL_OF:
            return worst(results)
        case Combining.ANY_OF:
            return best(results, _at_least(source))
        case _:
            return agreed(results)


def _settling(verdict: Verdict, towards: Result) -> set[Missing]:
    """Find the facts of which one answer, alone, would bring a verdict to a result.

    A finding that lacks several facts is not counted on to be settled by one of them.
    """
    counted = [(part, _counted(part)) for part in verdict._that_count()]  # noqa: SLF001
    counted = [(part, result) for part, result in counted if result is not Result.NOT_APPLICABLE]
    found: Counter[Missing] = Counter()
    for part, result in counted:
        if result is Result.UNDETERMINED:
            found.update(_settling_part(part, towards))
    reached = sum(result is towards for _, result in counted)
    needed = _needed(verdict, towards, len(counted)) - reached
    return {fact for fact, parts in found.items() if parts >= needed}


def _settling_part(part: Part, towards: Result) -> set[Missing]:
    if isinstance(part, Verdict):
        return _settling(part, towards)
    return set(part.missing) if len(part.missing) == 1 else set()


def _needed(verdict: Verdict, towards: Result, parts: int) -> int:
    """How many parts must give a result for the verdict to give it."""
    match verdict.how, towards:
        case Combining.ALL_OF, Result.NOT_MET:
            return 1
        case Combining.ANY_OF, Result.MET:
            return verdict.at_least
        case Combining.ANY_OF, _:
            return parts - verdict.at_least + 1
        case _:
            return parts
