"""Where a record takes several things, one alone is taken as it is and never taken apart."""

from __future__ import annotations

from carerslib.awards import AWARD, Authority, Proposal, Resolution, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure
from carerslib.contracts import Contract

MINUTE = Citation.record("Cabinet", "paragraph (c)")
CAP = Cap("c.value", MINUTE, Figure.pounds("1230000.00"))


def test_one_power_is_not_read_letter_by_letter() -> None:
    authority = Authority("c", MINUTE, AWARD)
    assert authority == Authority("c", MINUTE, [AWARD])
    assert judge(Proposal(AWARD, Contract("hub")), under=authority).is_met


def test_one_clause_stands_for_a_list_of_one() -> None:
    assert Authority("c", MINUTE, AWARD, CAP) == Authority("c", MINUTE, [AWARD], [CAP])


def test_one_authority_stands_for_a_list_of_one() -> None:
    authority = Authority("c", MINUTE, AWARD, CAP)
    one = Resolution("r", "Cabinet", MINUTE, authorities=authority)
    assert one == Resolution("r", "Cabinet", MINUTE, authorities=[authority])
