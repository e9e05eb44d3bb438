"""Words answer alike wherever they stand: alone, for what is proposed, or beside another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carerslib.awards import AWARD, EXTEND, MODIFY, RULES, SPEND, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import For, Reading, Readings, Unlimited
from carerslib.testing.strategies import clauses, proposals

if TYPE_CHECKING:
    from carerslib.basis import Basis
    from carerslib.clauses import Clause
    from carerslib.verdicts import Result

MINUTE: Final = Citation.record("An invented council, cabinet")
_POWERS: Final = (AWARD, EXTEND, MODIFY, SPEND)
_UNLIMITED: Final = [Unlimited(f"any {of}", MINUTE, of) for of in ("amount", "period")]

several: Final = st.tuples(clauses("a"), clauses("b")).map(lambda two: [*two])
others: Final = st.sampled_from([_UNLIMITED, _UNLIMITED[:1], _UNLIMITED[1:], []])


def answer(
    proposal: Proposal, words: list[Clause], others: list[Clause], basis: Basis | None = None
) -> tuple[Result, Result]:
    under = Authority("c", MINUTE, _POWERS, [*words, *others])
    verdict = judge(proposal, under=under, basis=basis)
    return verdict.result, verdict.as_asked


@given(several, others, proposals())
def test_words_for_the_power_that_is_used_are_those_words(
    words: list[Clause], others: list[Clause], proposal: Proposal
) -> None:
    some = For("for", MINUTE, {"power": proposal.power}, words)
    assert answer(proposal, [some], others) == answer(proposal, words, others)


@given(several, others, proposals(), clauses("z"))
def test_words_for_another_service_are_no_words_on_this_one(
    words: list[Clause], others: list[Clause], proposal: Proposal, other: Clause
) -> None:
    contract = proposal.contract
    tagged = attrs.evolve(contract, tags={**dict(contract.tags), "kind": "this"})
    proposal = attrs.evolve(proposal, contract=tagged, reference=proposal.reference)
    some = For("for", MINUTE, {"kind": "another"}, other)
    assert answer(proposal, [*words, some], others) == answer(proposal, words, others)


@given(several, others, proposals(), clauses("z"))
def test_words_of_a_reading_that_is_chosen_are_those_words(
    words: list[Clause], others: list[Clause], proposal: Proposal, other: Clause
) -> None:
    read = Readings("read", MINUTE, [Reading("chosen", words), Reading("not", other)])
    basis = RULES.basis(readings={"read": "chosen"})
    assert answer(proposal, [read], others, basis) == answer(proposal, words, others)
