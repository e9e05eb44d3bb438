"""Words answer alike wherever they stand: alone, for what is proposed, or beside another's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, EXTEND, MODIFY, RULES, SPEND, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Figure,
    For,
    Holder,
    Length,
    Of,
    Only,
    Reading,
    Readings,
    Start,
    Steps,
    Unlimited,
    Window,
)
from carerslib.contracts import Contract, Option
from carerslib.periods import Term
from carerslib.testing.strategies import clauses, proposals

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.clauses import Clause
    from carerslib.verdicts import Result

MINUTE: Final = Citation.record("An invented council, cabinet")
_POWERS: Final = (AWARD, EXTEND, MODIFY, SPEND)
_UNLIMITED: Final = [Unlimited(f"any {of}", MINUTE, of) for of in ("amount", "period")]

TEN: Final = Figure.pounds("10.00")
FIRST: Final = date(2024, 4, 1)
_FOR_EACH: Final = ("year", "lot", "contract year")
_IN: Final = [{"year": "2024/25"}, {"year": "2025/26"}, {"lot": "1"}, {"lot": "2"}]
_WORDS: Final[list[Clause]] = [
    *(Cap(f"each {per}", MINUTE, TEN, per=(per,)) for per in _FOR_EACH),
    *(Cap(f"in {number}", MINUTE, TEN, where=where) for number, where in enumerate(_IN)),
    Cap("options", MINUTE, TEN, where={"part": "options"}),
    Cap("number", MINUTE, Figure(1), per=("lot",), of=Of.COUNT),
    Only("only year", MINUTE, "year", ("2024/25",)),
    Only("only lot", MINUTE, "lot", ("1",)),
    Start("start", MINUTE, FIRST, FIRST),
    Window("window", MINUTE, FIRST, date(2026, 3, 31)),
    Length("firm", MINUTE, Term(years=2), of="firm"),
    Length("whole", MINUTE, Term(years=2)),
    Steps("steps", MINUTE, [Term(years=1), Term(years=1)]),
    For("other lot", MINUTE, {"lot": "2"}, Holder("cabinet", MINUTE, "cabinet")),
]
"""Words of which several say more together than each of them alone."""

several: Final = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3, unique=True)
any_words: Final = st.tuples(clauses("a"), clauses("b")).map(lambda two: [*two])
others: Final = st.sampled_from([_UNLIMITED, _UNLIMITED[:1], _UNLIMITED[1:], []])
_months: Final = st.sampled_from([None, Term(months=12), Term(months=24), Term(months=25)])
_sums: Final = st.sampled_from([None, *map(stated, ("10.00", "10.01", "20.00", "20.01"))])
_stating_little: Final = st.builds(
    lambda power, first, term, value, option, lots: Proposal(
        power,
        Contract(
            "c",
            first,
            term=term,
            value=value,
            options=[Option(Term(years=1))] if option else (),
            tags={"lot": lots} if lots else {},
        ),
    ),
    st.sampled_from((AWARD, EXTEND)),
    st.sampled_from([None, FIRST, date(2025, 4, 1)]),
    _months,
    _sums,
    st.booleans(),
    st.sampled_from([(), ("1",), ("1", "2")]),
)


asked: Final = st.tuples(several, _stating_little) | st.tuples(any_words, proposals())


def answer(
    proposal: Proposal, words: list[Clause], others: list[Clause], basis: Basis | None = None
) -> tuple[Result, Result]:
    under = Authority("c", MINUTE, _POWERS, [*words, *others])
    verdict = judge(proposal, under=under, basis=basis)
    return verdict.result, verdict.as_asked


@given(asked, others)
def test_words_for_the_power_that_is_used_are_those_words(
    drawn: tuple[list[Clause], Proposal], others: list[Clause]
) -> None:
    words, proposal = drawn
    some = For("for", MINUTE, {"power": proposal.power}, words)
    assert answer(proposal, [some], others) == answer(proposal, words, others)


@given(asked, others, clauses("z"))
def test_words_for_another_service_are_no_words_on_this_one(
    drawn: tuple[list[Clause], Proposal], others: list[Clause], other: Clause
) -> None:
    words, proposal = drawn
    contract = proposal.contract
    tagged = attrs.evolve(contract, tags={**dict(contract.tags), "kind": "this"})
    proposal = attrs.evolve(proposal, contract=tagged, reference=proposal.reference)
    some = For("for", MINUTE, {"kind": "another"}, other)
    assert answer(proposal, [*words, some], others) == answer(proposal, words, others)


@given(asked, others, clauses("z"))
def test_words_of_a_reading_that_is_chosen_are_those_words(
    drawn: tuple[list[Clause], Proposal], others: list[Clause], other: Clause
) -> None:
    words, proposal = drawn
    read = Readings("read", MINUTE, [Reading("chosen", words), Reading("not", other)])
    basis = RULES.basis(readings={"read": "chosen"})
    assert answer(proposal, [read], others, basis) == answer(proposal, words, others)
