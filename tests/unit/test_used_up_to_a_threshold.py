"""Money stated as used up to a threshold is read as it is under a cap of the same figure."""

from __future__ import annotations

from typing import Final

import pytest

from carerslib.awards import AWARD, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Holder, Nature, Threshold
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Result

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
BOTH: Final = Price.plus_vat(Money.pounds("100.00"), "20")
ABOVE: Final = Figure(BOTH, Nature.THRESHOLD)
CLAUSE: Final = Threshold("t", MINUTE, ABOVE, Holder("h", MINUTE, "cabinet"), per=())
UNDER: Final = Authority(
    "a", MINUTE, [AWARD], (CLAUSE, Cap("all", MINUTE, Figure.pounds("9000.00")))
)


@pytest.mark.parametrize(
    ("pounds", "result"),
    [
        # inside without VAT, and inside with it
        ("89.99", Result.MET),
        ("90.00", Result.MET),
        # above it if this is without VAT, and inside if it is with it
        ("90.01", Result.UNDETERMINED),
        ("108.00", Result.UNDETERMINED),
        ("108.01", Result.NOT_MET),
    ],
)
def test_what_does_not_say_whether_it_has_vat_may_be_either(pounds: str, result: Result) -> None:
    ten = Contract("c", value=Price.plus_vat(Money.pounds("10.00"), "20"))
    used = Used.stated({"t": {("up to the threshold", "t"): Money.pounds(pounds)}})
    verdict = judge(Proposal(AWARD, ten, "director"), under=UNDER, used=used)
    assert verdict.parts[1].result is result
    cap = Cap("t", MINUTE, Figure(BOTH))
    under = Authority("a", MINUTE, [AWARD], cap)
    alike = Used.stated({"t": Money.pounds(pounds)})
    assert judge(Proposal(AWARD, ten), under=under, used=alike).parts[1].result is result
