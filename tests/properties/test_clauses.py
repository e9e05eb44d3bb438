"""What every clause promises, whatever is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Judgement, Proposal, Used, judge
from carerslib.awards._left_out import left_out
from carerslib.citations import Citation
from carerslib.clauses import (
    NO_PARTICULARS,
    Cap,
    CountingClause,
    Delegation,
    Extent,
    Figure,
    Length,
    Nature,
    Particulars,
    Reading,
    Readings,
    Shortest,
    Unlimited,
    Window,
)
from carerslib.clauses._telling import Telling
from carerslib.clauses.base import EMPTY
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.periods import DateRange, Day, Term, last_day_of
from carerslib.prices import Price
from carerslib.testing.strategies import (
    bases,
    caps,
    clauses,
    days,
    delegations,
    extents,
    lengths,
    money,
    proposals,
    terms,
    used,
    windows,
)
from carerslib.verdicts import Finding, Remedy, Result, Verdict

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.clauses import Clause
    from carerslib.verdicts import Part

MINUTE = Citation.record("Cabinet, 22 June 2017")
PENNY = Money.pounds("0.01")
DAY = timedelta(days=1)
BINDING = st.sampled_from((Nature.CAP, Nature.BUDGET, Nature.AWARD_VALUE))
ADVISORY = st.sampled_from((Nature.ESTIMATE, Nature.EXPECTATION))


@attrs.frozen
class Enquiry:
    """A request that is no proposal: its amounts may have any tags, as a fund's entry may."""

    extents: tuple[Extent, Extent]
    tags: Mapping[str, frozenset[str]]
    by: str | tuple[str, ...] | None = None
    on: Day | None = None
    chain: tuple[Delegation, ...] = ()
    reference: str = "E"
    power: str = "award"
    particulars: Particulars = NO_PARTICULARS

    @property
    def firm(self) -> Extent:
        return self.extents[0]

    def extent(self, basis: Basis) -> Extent:
        del basis
        return self.extents[1]


def _tags() -> st.SearchStrategy[dict[str, frozenset[str]]]:
    values = {"lot": ("1", "2"), "service": ("carers services", "home care"), "area": ("north",)}
    return st.fixed_dictionaries(
        {},
        optional={
            name: st.frozensets(st.sampled_from(each), min_size=1) for name, each in values.items()
        },
    )


ENQUIRIES = st.builds(
    Enquiry,
    st.tuples(extents(), extents()),
    _tags(),
    st.none() | st.just("director"),
    chain=st.lists(delegations(), max_size=1).map(lambda each: (*each,)),
)


def _under(clause: Clause) -> Authority:
    """Give an authority with one clause, whose words leave nothing else without a limit."""
    open_words = (Unlimited("any", MINUTE, "amount"), Unlimited("any time", MINUTE, "period"))
    return Authority("c", MINUTE, (AWARD,), (clause, *open_words))


def _part(proposal: Proposal, clause: Clause, before: Used, basis: Basis | None = None) -> Part:
    return judge(proposal, under=_under(clause), used=before, basis=basis).parts[1]


def _settled(part: Part) -> Result:
    if isinstance(part, Verdict):
        return part.result
    return part.result if part.binding else Result.NOT_APPLICABLE


@given(clauses(), proposals(), st.data())
def test_the_quick_answer_is_that_of_the_finding(
    clause: Clause, proposal: Proposal, data: st.DataObject
) -> None:
    under = _under(clause)
    before, basis = data.draw(used(under)), data.draw(bases(under))
    verdict = judge(proposal, under=under, used=before, basis=basis)
    (judgement,) = (verdict._source,)  # noqa: SLF001 - the tally that it was judged by
    assert isinstance(judgement, Judgement)
    tally = (*judgement.tallies, EMPTY)[0]
    part = clause.finding(proposal, tally, basis)
    at_length = (part,) if isinstance(part, Finding) else part.findings
    # of words for some that are left out, the verdict says no more than that
    assert left_out(judgement) or verdict.findings[1 : 1 + len(at_length)] == at_length
    quick = clause.result(proposal, tally, basis)
    assert quick is _settled(clause.finding(proposal, tally, basis))
    power = proposal.power in under.powers
    if power and quick is not Result.NOT_APPLICABLE:
        assert verdict.result is quick


@given(clauses(), ENQUIRIES)
def test_the_quick_answer_and_findings_are_those_of_the_clause_for_any_request(
    clause: Clause, enquiry: Enquiry
) -> None:
    basis = RULES.basis()
    adds = clause.adds(enquiry, basis) if isinstance(clause, CountingClause) else ()
    tally = (adds, tuple(measure for _, measure in adds))
    quick = clause.result(enquiry, tally, basis)
    part = clause.finding(enquiry, tally, basis)
    assert quick is _settled(part)
    told: list[Finding] = []
    ((tell, _),) = Telling((clause,)).placed
    tell(told.append, enquiry, enquiry.extent(basis), tally, basis)
    assert told == [*((part,) if isinstance(part, Finding) else part.findings)]


def _without_powers(clause: Clause, proposal: Proposal, before: Used) -> Result:
    return _settled(_part(attrs.evolve(proposal, power=AWARD), clause, before))


@given(caps(natures=BINDING), proposals(), money(PENNY, Money.pounds("900.00")), st.data())
def test_a_higher_cap_never_turns_met_into_not_met(
    cap: Cap, proposal: Proposal, more: Money, data: st.DataObject
) -> None:
    figure = cap.at_most
    amount = figure.amount
    higher = amount + 1 if isinstance(amount, int) else amount and amount.at(amount.stated + more)
    loose = attrs.evolve(cap, at_most=attrs.evolve(figure, amount=higher))
    before = data.draw(used(_under(cap)))
    if _without_powers(cap, proposal, before) is Result.MET:
        assert _without_powers(loose, proposal, before) is Result.MET


@given(windows(), proposals(), st.integers(1, 400), st.integers(0, 400))
def test_a_wider_window_never_turns_met_into_not_met(
    window: Window, proposal: Proposal, earlier: int, later: int
) -> None:
    wider = attrs.evolve(
        window,
        first=window.first and window.first - earlier * DAY,
        last=window.last and window.last + later * DAY,
    )
    if _without_powers(window, proposal, Used()) is Result.MET:
        assert _without_powers(wider, proposal, Used()) is Result.MET


@given(lengths().filter(lambda each: each.at_most is not None), proposals(), terms(24, 400))
def test_a_longer_length_never_turns_met_into_not_met(
    length: Length, proposal: Proposal, more: Term
) -> None:
    longer = attrs.evolve(length, at_most=(length.at_most or more) + more)
    if _without_powers(length, proposal, Used()) is Result.MET:
        assert _without_powers(longer, proposal, Used()) is Result.MET


def _days(first: date, count: int) -> list[date]:
    return [first + number * DAY for number in range(count)]


@given(days(), terms(max_months=8), st.integers(-40, 40), st.integers(1, 40), st.integers(1, 40))
def test_a_length_is_settled_where_every_first_and_last_day_that_it_may_have_agrees(
    first: date, limit: Term, late: int, firsts: int, lasts: int
) -> None:
    starts = _days(first, firsts)
    ends = _days(last_day_of(first, limit) + late * DAY, lasts)
    pairs = [(start, end) for start in starts for end in ends if start <= end]
    assume(ends[0] >= first)
    contract = Contract("A", DateRange(first, starts[-1]), DateRange(ends[0], ends[-1]))
    inside = {end <= last_day_of(start, limit) for start, end in pairs}
    enough = {end >= last_day_of(start, limit) for start, end in pairs}
    answers = {True: Result.MET, False: Result.NOT_MET}
    for clause, found in (
        (Length("l", MINUTE, limit), inside),
        (Shortest("l", MINUTE, limit), enough),
    ):
        expected = answers[found.pop()] if len(found) == 1 else Result.UNDETERMINED
        assert _part(Proposal(AWARD, contract), clause, Used()).result is expected


@given(caps(natures=ADVISORY), proposals(), st.data())
def test_advice_decides_nothing(cap: Cap, proposal: Proposal, data: st.DataObject) -> None:
    before = data.draw(used(_under(cap)))
    without = attrs.evolve(_under(cap), clauses=_under(cap).clauses[1:])
    with_advice = judge(proposal, under=_under(cap), used=before)
    assert with_advice.result is judge(proposal, under=without).result
    advice = [found for found in with_advice.findings if found.rule == cap.reference]
    assert advice
    assert all(not found.binding for found in advice)


def _one_unit_less(remedy: Remedy) -> Remedy:
    nearest: Any = remedy.nearest
    if isinstance(nearest, Money):
        return remedy._replace(nearest=nearest + PENNY)
    if isinstance(nearest, Term):
        return remedy._replace(nearest=nearest + Term(days=1))
    if isinstance(nearest, int):
        return remedy._replace(nearest=nearest + 1)
    return remedy._replace(nearest=nearest - DAY if remedy.field == "first_day" else nearest + DAY)


def _same(part: Part, found: Finding) -> list[Finding]:
    every = part.findings if isinstance(part, Verdict) else (part,)
    return [each for each in every if each.title == found.title]


def _takes_options_off(proposal: Proposal, remedy: Remedy) -> bool:
    """Say whether a remedy takes options off."""
    kept = proposal.amended(remedy).contract.options
    return len(kept) < len(proposal.contract.options)


def _remedied(clause: Clause, proposal: Proposal, before: Used) -> None:
    part = _part(proposal, clause, before)
    for found in part.findings if isinstance(part, Verdict) else (part,):
        if found.remedy is None:
            continue
        assert found.result is Result.NOT_MET
        mended = _part(proposal.amended(found.remedy), clause, before)
        assert all(each.is_met for each in _same(mended, found)), found
        short = _part(proposal.amended(_one_unit_less(found.remedy)), clause, before)
        # with no taxed amount left there is nothing to read in two ways: one finding, of no reading
        alone = [short] if isinstance(short, Finding) else []
        answers = {each.result for each in _same(short, found) or alone}
        # a figure that the record rounds leaves open what lies just above it
        rounded = isinstance(clause, Cap) and clause.at_most.rounded_to is not None
        if rounded:
            assert Result.MET not in answers, found
        elif proposal.power == EXTEND and _takes_options_off(proposal, found.remedy):
            # what is left may be of the option alone
            assert Result.MET not in answers, found
        else:
            assert answers == {Result.NOT_MET}, found


@given(windows() | lengths(), proposals())
def test_a_remedy_of_days_does_and_a_day_less_does_not(clause: Clause, proposal: Proposal) -> None:
    _remedied(clause, proposal, Used())


@given(caps(), proposals(), st.data())
def test_a_remedy_of_money_does_and_a_penny_less_does_not(
    cap: Cap, proposal: Proposal, data: st.DataObject
) -> None:
    before = data.draw(used(_under(cap)))
    _remedied(cap, attrs.evolve(proposal, power=AWARD), before)


@given(clauses("one."), clauses("two."), proposals(), st.data())
def test_two_readings_give_their_common_answer_or_none(
    one: Clause, other: Clause, proposal: Proposal, data: st.DataObject
) -> None:
    both = Readings("r", MINUTE, (Reading("one", one), Reading("other", other)))
    under = _under(both)
    made = data.draw(st.lists(proposals(), max_size=2))
    before = Used().after(*made, under=under)
    answers = set()
    for name in ("one", "other"):
        chosen = RULES.basis(readings={"r": name})
        answers.add(_settled(_part(proposal, both, before, chosen)))
    result = _settled(_part(proposal, both, before))
    if answers == {Result.MET, Result.NOT_APPLICABLE}:
        # a reading that asks nothing has nothing against it
        assert result is Result.MET
    elif len(answers) > 1:
        assert result is Result.UNDETERMINED
    else:
        assert result is answers.pop()


@given(st.integers(0, 200_000), st.integers(0, 200_000))
def test_what_is_left_is_the_most_that_is_still_met(limit: int, spent: int) -> None:
    cap = Cap("v", MINUTE, Figure(Price.as_stated(Money.pence(limit))))
    (room,) = cap.room({(): spent}, RULES.basis())
    assert room.left == Money.pence(limit - spent)
