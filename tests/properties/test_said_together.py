"""What clauses say together of what a proposal leaves out is what they say once it is filled in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carerslib.awards import AWARD, EXTEND, GRANT, Authority, Power, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Floor, Length, Line, Only, Start, Steps, Window
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.prices import Price
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
FIRST: Final = date(2018, 4, 1)
POWERS: Final = (AWARD, EXTEND, GRANT)

spans = st.integers(0, 70)
lengths = st.integers(1, 4).map(lambda count: Term(months=count))


def asked(contract: Contract, *clauses: Clause, power: Power = AWARD) -> Result:
    under = Authority("c", MINUTE, POWERS, clauses)
    return judge(Proposal(power, contract), under=under).as_asked


def pounds(pence: int) -> Price:
    return Price.as_stated(Money.pence(pence))


def figure(pence: int) -> Figure:
    return Figure(pounds(pence))


def after(count: int) -> date:
    return FIRST + timedelta(days=count)


@given(spans, spans, lengths, st.integers(-5, 150), st.sampled_from((AWARD, EXTEND)))
def test_a_last_day_alone_has_the_answer_of_every_start_that_is_allowed(
    one: int, other: int, longest: Term, ends: int, power: Power
) -> None:
    earliest, latest = sorted((one, other))
    clauses = (
        Start("start", MINUTE, after(earliest), after(latest)),
        Length("length", MINUTE, longest),
    )
    last = after(ends)
    found = asked(Contract("c", last_day=last), *clauses, power=power)
    filled = {
        asked(Contract("c", after(each), last), *clauses, power=power)
        for each in range(earliest, min(latest, ends) + 1)
    }
    if not filled:
        assert found is Result.NOT_MET
    else:
        assert found is (filled.pop() if len(filled) == 1 else Result.UNDETERMINED)


@given(spans, st.integers(0, 200), lengths, lengths, st.integers(1, 3))
def test_a_length_for_all_is_too_long_only_where_no_firm_term_and_options_would_do(
    starts: int, runs: int, firm: Term, step: Term, steps: int
) -> None:
    clauses = (
        Length("firm", MINUTE, firm, of="firm"),
        Steps("steps", MINUTE, (step,) * steps),
    )
    first, last = after(starts), after(starts + runs)
    found = asked(Contract("c", first, last, in_all=True), *clauses)
    terms = [Option(step)] * steps
    longest = Contract("c", first, term=firm, options=terms).whole.last
    assert asked(Contract("c", first, term=firm, options=terms), *clauses) is Result.MET
    assert isinstance(longest, date)
    assert found is (Result.MET if last <= longest else Result.NOT_MET)


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 14))
def test_a_sum_for_two_lots_is_too_much_where_every_split_of_it_is(
    most: int, other: int, whole: int
) -> None:
    lots = {"1": most, "2": other}
    clauses = [Cap(lot, MINUTE, figure(each), where={"lot": lot}) for lot, each in lots.items()]
    both = Contract("c", value=pounds(whole), tags={"lot": ["1", "2"]})
    found = asked(both, *clauses)
    splits = {
        asked(
            Contract(
                "c",
                amounts=[
                    Line(pounds(part), (("lot", "1"),)),
                    Line(pounds(whole - part), (("lot", "2"),)),
                ],
            ),
            *clauses,
        )
        for part in range(whole + 1)
    }
    assert (found is Result.NOT_MET) == (splits == {Result.NOT_MET})
    named = asked(
        Contract("c", value=pounds(whole)), *clauses, Only("lots", MINUTE, "lot", ("1", "2"))
    )
    assert (named is Result.NOT_MET) == (splits == {Result.NOT_MET})


@given(st.integers(0, 4), st.integers(2, 4), st.integers(0, 18), st.booleans())
def test_a_sum_for_several_contracts_is_wrong_where_every_split_of_it_is(
    limit: int,
    number: int,
    whole: int,
    least: bool,  # noqa: FBT001 - a floor, or a cap
) -> None:
    clause: Clause = Cap("each", MINUTE, figure(limit), per=("contract",))
    if least:
        clause = Floor("each", MINUTE, figure(limit))
    clauses = (clause, Cap("total", MINUTE, figure(99)))
    together = Contract("c", value=pounds(whole), number=number)
    share, more = divmod(whole, number)
    amounts = [
        Line(pounds(share + (place < more)), (("contract", str(place)),)) for place in range(number)
    ]
    evenly = asked(Contract("c", amounts=amounts, number=number), *clauses, power=GRANT)
    # the most even split is inside where any is
    found = asked(together, *clauses, power=GRANT)
    assert (found is Result.NOT_MET) == (evenly is Result.NOT_MET)


@given(st.tuples(spans, st.integers(0, 200)), lengths, lengths, st.integers(0, 3), st.data())
def test_looser_words_on_one_thing_never_refuse_what_all_allowed_before(
    days: tuple[int, int], longest: Term, step: Term, changed: int, data: st.DataObject
) -> None:
    starts, ends = days
    clauses: list[Clause] = [
        Start("start", MINUTE, after(starts), after(starts)),
        Length("firm", MINUTE, longest, of="firm"),
        Steps("steps", MINUTE, (step,)),
        Window("days", MINUTE, FIRST, after(150)),
    ]
    power = data.draw(st.sampled_from((AWARD, EXTEND)))
    contract = Contract("c", last_day=after(ends), in_all=data.draw(st.booleans()))
    looser: list[Clause] = [
        Start("start", MINUTE, after(starts), after(starts + 9)),
        Length("firm", MINUTE, longest + Term(days=9), of="firm"),
        Steps("steps", MINUTE, (step, step)),
        Window("days", MINUTE, FIRST, after(190)),
    ]
    if asked(contract, *clauses, power=power) is Result.MET:
        clauses[changed] = looser[changed]
        assert asked(contract, *clauses, power=power) is not Result.NOT_MET


@given(st.integers(0, 300), st.integers(1, 6))
def test_what_is_too_long_from_its_only_start_is_mended_by_the_last_day_that_would_do(
    ends: int, count: int
) -> None:
    clauses = (
        Start("start", MINUTE, FIRST, FIRST),
        Length("length", MINUTE, Term(months=count)),
    )
    proposal = Proposal(AWARD, Contract("c", last_day=after(ends)))
    under = Authority("c", MINUTE, POWERS, clauses)
    for finding in judge(proposal, under=under).unmet:
        assert finding.remedy is not None
        mended = proposal.amended(finding.remedy)
        assert judge(mended, under=under).as_asked is Result.MET
        last = mended.contract.last_day
        assert isinstance(last, date)
        later = attrs.evolve(mended.contract, last_day=last + timedelta(days=1))
        assert asked(later, *clauses) is Result.NOT_MET
