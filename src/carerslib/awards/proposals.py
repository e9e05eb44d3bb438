"""Proposals: a power that someone wants to use, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import attrs

from carerslib.awards._amending import is_done, of_days
from carerslib.awards.conventions import YEAR_OF_ACT
from carerslib.awards.powers import EXTEND, GRANT, MODIFY, SPEND, Power
from carerslib.clauses import NO_PARTICULARS, Delegation, Extent, Fact, Line, Particulars, Taken
from carerslib.clauses._given import are_pairs, check_each, check_text, pairs_of, several
from carerslib.clauses._groups import YEARS
from carerslib.clauses._years import touched_by
from carerslib.contracts import COUNTS_OPTIONS, INDEXATION, Contract
from carerslib.contracts.options import FIRM, IN_OPTIONS, called, in_option
from carerslib.errors import InvalidValueError, require
from carerslib.money import Money
from carerslib.periods import DateRange, Day, Term, check_day

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.verdicts import Remedy

__all__ = ["Facts", "Proposal", "counts_whole"]

Facts: TypeAlias = Mapping[str, Fact | bool | date]
"""Conditions by name: met or not, the day on which one was met, or a Fact."""


def _steps(given: Iterable[Delegation]) -> tuple[Delegation, ...]:
    return several(given)


def _people(given: str | Iterable[str] | None) -> str | tuple[str, ...] | None:
    """Read one person as a name, and several who act together as a tuple."""
    if given is None or isinstance(given, str):
        return given
    people = several(given)
    return people[0] if len(people) == 1 else people


def _facts(given: Facts | Iterable[tuple[str, Fact]]) -> tuple[tuple[str, Fact], ...]:
    read = pairs_of(given)
    if not are_pairs(read):
        return read  # type: ignore[no-any-return]
    return tuple((name, _fact(value)) for name, value in read)


def _fact(value: Fact | bool | date) -> Fact:  # noqa: FBT001 - met or not
    """Read what is stated of a condition as a fact; leave what is none for the check to refuse."""
    if isinstance(value, bool):
        return Fact(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return Fact(met=True, on=value)
    return value  # type: ignore[return-value]


def _by_name(
    field: str, pairs: object, kind: type, expected: str
) -> tuple[InvalidValueError | None, ...]:
    """Check what is given by name."""
    if not are_pairs(pairs):
        return (InvalidValueError(field, pairs, f"{expected}, by name"),)
    return tuple(
        InvalidValueError(f"{field}[{name!r}]", value, expected)
        for name, value in pairs
        if not isinstance(value, kind)
    )


def _linked(
    given: Mapping[str, Contract] | Iterable[tuple[str, Contract]],
) -> tuple[tuple[str, Contract], ...]:
    return pairs_of(given)  # type: ignore[no-any-return]


def _key(field: str, value: object) -> InvalidValueError | None:
    if isinstance(value, str) and value:
        return None
    return InvalidValueError(field, value, "the caller's own key, not empty")


_LOOKED_UP: Final = (EXTEND, MODIFY, SPEND)
"""Powers that rest on others, or on a contract that may be counted already."""
_OF_THEIR_DAY: Final = (SPEND, GRANT)
"""Powers by which money goes on the day of the act."""
_FACT: Final = "yes or no, the day on which it was met, or a Fact"
_PEOPLE: Final = "the office or body that acts, or several that act together"


def counts_whole(basis: Basis) -> bool:
    """Say whether all counts as stated, as it does unless a council counts otherwise."""
    conventions = (COUNTS_OPTIONS, INDEXATION, YEAR_OF_ACT)
    return all(basis.takes(each) == each.default for each in conventions)


@final
@attrs.frozen
class Proposal:
    """A power that someone wants to use, and what is known of it.

    ``by`` is who wants to use it, several if they act together; ``on`` the day of the act;
    ``chain`` the recorded delegations relied on; ``facts`` the conditions that are known to be met
    or not. ``takes`` is the option taken up. ``changes`` is the reference of a contract whose
    figures these replace. ``relies_on`` names the authority that it is made under, where that is
    known: it then counts under no other. ``sequence`` is its number among those of one day;
    ``linked`` holds other contracts that a clause may ask for, by name.

    "Extend by twelve months" is said with ``takes=Taken(term=...)``. A term or days of the contract
    of an extension may be of the option alone, or of the whole contract with it; where these differ
    and the words do not tell which, it is asked.

    Of an extension whose contract offers no options, the amounts are those of the option taken, and
    take the place of what that option was counted for; where it takes none, it is not known whether
    they are.

    Money that is spent or granted on a day, and states neither days nor years of its own, is of the
    financial year of that day, but for that of options, unless a council counts otherwise
    (convention C-16).

    What is None or empty is not stated and is not assumed. The reference is the contract's unless
    another is given.
    """

    power: Power
    contract: Contract
    by: str | tuple[str, ...] | None = attrs.field(default=None, converter=_people)
    on: Day | None = None
    chain: tuple[Delegation, ...] = attrs.field(default=(), converter=_steps)
    reference: str = attrs.field()
    facts: tuple[tuple[str, Fact], ...] = attrs.field(default=(), converter=_facts)
    takes: Taken | None = None
    changes: str = ""
    relies_on: str = ""
    sequence: int | None = None
    linked: tuple[tuple[str, Contract], ...] = attrs.field(default=(), converter=_linked)
    tags: Mapping[str, frozenset[str]] = attrs.field(init=False, eq=False, repr=False)
    firm: Extent = attrs.field(init=False, eq=False, repr=False)
    whole: Extent = attrs.field(init=False, eq=False, repr=False)
    particulars: Particulars = attrs.field(init=False, eq=False, repr=False)
    is_plain: bool = attrs.field(init=False, eq=False, repr=False)
    _settled: Extent | None = attrs.field(init=False, eq=False, repr=False)

    @reference.default
    def _contract_reference(self) -> str:
        return self.contract.reference if isinstance(self.contract, Contract) else ""

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.contract, Contract)
        require(
            _key("power", self.power),
            None if known else InvalidValueError("contract", self.contract, "a Contract"),
            # without a contract, none was given to take the reference from
            _key("reference", self.reference) if known or self.reference else None,
            *self._problems(),
        )
        fill = object.__setattr__
        fill(self, "tags", self.contract.by_tag)
        firm = self._firm()
        fill(self, "firm", firm)
        whole = self.contract.whole
        fill(self, "whole", firm if whole is self.contract.firm else self._spent(whole))
        fill(self, "particulars", self._particulars())
        # a power that may go with another, or goes on with a contract, asks what else there is
        plain = not (self.changes or self.relies_on) and self.power not in _LOOKED_UP
        fill(self, "is_plain", plain and self._asks_each_clause_alone())
        # with neither options, an uplift, nor a year of its day, no convention changes what counts
        placed = self.power in _OF_THEIR_DAY and self.whole is not self.contract.whole
        plain = self.contract.uplift is None and self.whole is self.firm and not placed
        fill(self, "_settled", self.whole if plain else None)

    def _asks_each_clause_alone(self) -> bool:
        """Say whether it leaves nothing out that several clauses settle together."""
        whole, ends = self.whole, False
        if self.firm.first is None:
            known = (self.firm.last, whole.last, whole.length, whole.at_least)
            ends = any(each is not None for each in known) or not YEARS.isdisjoint(whole.dimensions)
        several = self.contract.number > 1
        return not (self.contract.in_all or self.takes is not None or ends or several)

    def _problems(self) -> tuple[InvalidValueError | None, ...]:
        on, by, sequence = self.on, self.by, self.sequence
        exact = on is not None and not isinstance(on, DateRange)
        people = by if isinstance(by, tuple) or by is None else (by,)
        named = people is None or (people and all(isinstance(one, str) and one for one in people))
        numbered = sequence is None or type(sequence) is int
        return (
            None if named else InvalidValueError("by", by, _PEOPLE),
            *check_each("chain", self.chain, Delegation, "a Delegation"),
            *_by_name("facts", self.facts, Fact, _FACT),
            *_by_name("linked", self.linked, Contract, "a Contract"),
            check_text("changes", self.changes),
            check_text("relies_on", self.relies_on),
            check_day("on", on) if exact else None,
            None
            if self.takes is None or isinstance(self.takes, Taken)
            else InvalidValueError("takes", self.takes, "a Taken, or None"),
            None
            if numbered
            else InvalidValueError("sequence", sequence, "a whole number, or None"),
        )

    def _firm(self) -> Extent:
        if self.power == EXTEND:
            return self._extension()
        return self._spent(self.contract.firm)

    def _spent(self, extent: Extent) -> Extent:
        """Place money of no stated days that is spent on a day in the year of that day."""
        contract = self.contract
        years = touched_by(self.on, self.on) if self.power in _OF_THEIR_DAY else ()
        # an option states a period of its own, and leaves that of the firm term as it is
        period = extent if contract.in_all else contract.firm
        stated = any(each is not None for each in (period.first, period.last, period.term))
        if stated or len(years) != 1:
            return extent
        lines = extent.lines
        if not (lines or contract.options):
            lines = (Line(None, (), "value", () if contract.in_all else FIRM),)
        return attrs.evolve(extent, lines=tuple(self._of_year(line, years[0]) for line in lines))

    def _of_year(self, line: Line, year: str) -> Line:
        """Place an amount in a year, unless it states one or may be of an option."""
        stated = any(line.tag(name) is not None for name in YEARS)
        firm = line.tag("part") == "firm" or line.tag("option") == "none"
        in_option = line.tag("part") == "options" or (self.contract.options and not firm)
        if stated or in_option:
            return line
        return attrs.evolve(line, place=(*line.place, ("year", year)))

    def _extension(self) -> Extent:
        """Give the firm term; what an extension states with no option beside it is the option's."""
        contract, taken = self.contract, self.takes
        if contract.options or contract.in_all or not contract.firm.lines:
            return contract.firm
        place: tuple[tuple[str, str], ...] = ()
        if taken is not None:
            place = IN_OPTIONS if taken.number is None else in_option(taken.number - 1)
        lines = [
            attrs.evolve(line, place=place) if line.place == FIRM else line
            for line in contract.firm.lines
        ]
        return attrs.evolve(contract.firm, lines=tuple(lines))

    def _particulars(self) -> Particulars:
        contract = self.contract
        renamed = self.reference != contract.reference
        asked = self.facts or self.takes or contract.options or self.linked or renamed
        plain = not (asked or contract.in_all)
        if plain and contract.number == 1:
            return NO_PARTICULARS
        return Particulars(
            dict(self.facts),
            self.takes,
            contract.offered,
            contract.number,
            {name: linked.whole for name, linked in self.linked},
            contract.reference if renamed else "",
        )

    @classmethod
    def exercising(  # noqa: PLR0913 - what a proposal states, each by name
        cls,
        contract: Contract,
        *,
        times: int = 1,
        by: str | Iterable[str] | None = None,
        on: Day | None = None,
        chain: Iterable[Delegation] = (),
        facts: Facts | None = None,
        reference: str | None = None,
    ) -> Proposal:
        """Propose to exercise the next option of a contract, or the next few at once.

        The contract stays the same contract, with these options taken, and its figures replace
        those of the contract so far.
        """
        taking = contract.taking(times)
        terms = taking.offered[contract.taken : taking.taken]
        known = [term for term in terms if term is not None]
        term = sum(known[1:], known[0]) if known and len(known) == len(terms) else None
        return cls(
            EXTEND,
            taking,
            by,
            on,
            chain,
            reference=reference or contract.reference,
            facts=facts or {},
            takes=Taken(contract.taken + 1, times, term),
            changes=contract.reference,
        )

    def extent(self, basis: Basis) -> Extent:
        """Give what counts: with the options, or as far as they are exercised (convention C-1).

        A contractual uplift counts as well, unless a council counts otherwise (convention C-6).
        """
        if self._settled is not None:
            return self._settled
        if self.on is not None and basis.takes(YEAR_OF_ACT) != YEAR_OF_ACT.default:
            undated = attrs.evolve(self, on=None, reference=self.reference)
            return undated.extent(basis)
        if self.contract.uplift is not None and basis.takes(INDEXATION) != INDEXATION.default:
            bare = attrs.evolve(self.contract, uplift=None)
            return attrs.evolve(self, contract=bare, reference=self.reference).extent(basis)
        if self.whole is self.firm or basis.takes(COUNTS_OPTIONS) == COUNTS_OPTIONS.default:
            return self.whole
        return self._spent(self.contract.committed)

    def amended(self, remedy: Remedy) -> Proposal:
        """Give the proposal with what a remedy asks for.

        One remedy may be taken after another: what is already as low, as early or as short as this
        one asks stays as it is, and so does what is already as much. To reduce an amount that is
        not there, or no longer, changes nothing.

        Raises :class:`~carerslib.errors.InvalidValueError` for a field that it does not have.
        """
        remedy = of_days(self.contract, self.takes, remedy)
        contract, nearest, field = self.contract, remedy.nearest, remedy.field
        gone = field.startswith("amounts[") and not called(field, contract.whole.lines)
        if is_done(contract, self.takes, remedy) or (gone and remedy.action == "reduce by"):
            # an amount of an option that is no longer offered costs nothing
            return self
        if field.startswith("takes.") and self.takes is not None:
            changes: dict[str, Any] = {field.removeprefix("takes."): nearest}
            takes = attrs.evolve(self.takes, **changes)
            return attrs.evolve(self, takes=takes, reference=self.reference)
        if isinstance(nearest, Money):
            changed = contract.priced(field, nearest)
        elif isinstance(nearest, Term) and field == "term":
            changed = attrs.evolve(contract.offering(0), term=nearest)
        elif isinstance(nearest, int) and field == "options":
            changed = contract.offering(nearest)
        elif isinstance(nearest, int) and field == "number":
            changed = attrs.evolve(contract, number=nearest)
        elif isinstance(nearest, Term) and field.startswith("options["):
            changed = contract.with_option(field, nearest)
        elif field == "last_day" and not isinstance(nearest, int | Term):
            changed = contract.ending(nearest)
        elif field == "first_day" and not isinstance(nearest, int | Term):
            changed = contract.starting(nearest)
        else:
            expected = (
                "an amount, first_day, last_day, term, number, options, or the term of an option"
            )
            raise InvalidValueError(field="remedy", value=field, expected=expected)
        return attrs.evolve(self, contract=changed, reference=self.reference)
