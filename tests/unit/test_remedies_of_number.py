"""How many would do, where somebody may choose how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from carerslib.awards import AWARD, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Floor, Of
from carerslib.contracts import Contract
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from carerslib.verdicts import Finding

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
TWELVE: Final = Cap("n", MINUTE, Figure(12), of=Of.COUNT)
UNDER_TWELVE: Final = Cap("n", MINUTE, Figure(12), of=Of.COUNT, strict=True)
PER_LOT: Final = Cap("n", MINUTE, Figure(2), of=Of.COUNT, per=("lot",))
THREE: Final = Floor("n", MINUTE, Figure(3), of=Of.COUNT)


def contracts(number: int) -> Proposal:
    return Proposal(AWARD, Contract("alike", number=number, tags={"lot": "1"}))


def unmet(clause: Cap | Floor, number: int, before: int = 0) -> tuple[Finding, ...]:
    under = Authority("c", MINUTE, AWARD, clause)
    used = Used.stated({"n": {("1",) if clause.per else (): before}}) if before else Used()
    return judge(contracts(number), under=under, used=used).unmet


@pytest.mark.parametrize(
    ("clause", "number", "before", "words"),
    [
        (TWELVE, 12, 0, None),
        (TWELVE, 13, 0, "no more than 12"),
        (TWELVE, 5, 8, "no more than 4"),
        (TWELVE, 5, 12, "None"),
        (TWELVE, 1, 12, "None"),
        (UNDER_TWELVE, 12, 0, "no more than 11"),
        (PER_LOT, 3, 0, "no more than 2"),
        (THREE, 2, 0, "no fewer than 3"),
        (THREE, 3, 0, None),
    ],
)
def test_what_would_do_is_the_number_that_fits(
    clause: Cap | Floor, number: int, before: int, words: str | None
) -> None:
    found = unmet(clause, number, before)
    assert [str(each.remedy) for each in found] == ([] if words is None else [words])
    for each in found:
        if each.remedy is not None:
            amended = contracts(number).amended(each.remedy).contract.number
            assert unmet(clause, amended, before) == ()
            short = amended - 1 if clause is THREE else amended + 1
            assert unmet(clause, short, before) != ()


@pytest.mark.parametrize(
    ("number", "before", "answer"),
    [(6, 0, Result.UNDETERMINED), (7, 0, Result.NOT_MET), (6, 1, Result.NOT_MET)],
)
def test_more_than_the_lots_named_may_have_together_is_too_many(
    number: int, before: int, answer: Result
) -> None:
    contract = Contract("alike", number=number, tags={"lot": ["1", "2", "3"]})
    under = Authority("c", MINUTE, AWARD, PER_LOT)
    used = Used.stated({"n": {("1",): before}})
    assert judge(Proposal(AWARD, contract), under=under, used=used).result is answer


def test_what_was_counted_before_leaves_less_for_the_lots_together() -> None:
    contract = Contract("alike", number=6, tags={"lot": ["1", "2", "3"]})
    under = Authority("c", MINUTE, AWARD, PER_LOT)
    (finding,) = judge(
        Proposal(AWARD, contract), under=under, used=Used.stated({"n": {("1",): 1}})
    ).unmet
    assert (finding.measured, finding.permitted, finding.remedy) == (7, 6, None)
