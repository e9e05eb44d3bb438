"""Which of several paragraphs an act comes nearest to, and so what is told of it."""

from __future__ import annotations

from typing import Final

import pytest
from tests.scenarios.kit import label

from carerslib.awards import GRANT, Authority, Proposal, Resolution, judge
from carerslib.citations import Citation
from carerslib.clauses import Clause, Holder, Only
from carerslib.contracts import Contract

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "item 9")


def paragraph(name: str, holder: str, scheme: str) -> Authority:
    clauses: list[Clause] = [
        Holder(f"{name} holder", MINUTE, holder),
        Only(f"{name} for", MINUTE, "scheme", scheme),
    ]
    return Authority(name, MINUTE, [GRANT], clauses)


TWO: Final = [paragraph("i", "member", "community chest"), paragraph("ii", "director", "breaks")]


@pytest.mark.parametrize(
    ("by", "scheme", "told"),
    [
        ("member", "community chest", "within"),
        ("director", "community chest", "wrong_holder"),
        ("member", "breaks", "wrong_holder"),
        ("member", "transport", "off_purpose"),
        ("clerk", "breaks", "wrong_holder"),
    ],
)
def test_what_an_act_is_for_says_under_which_paragraph_it_is(
    by: str, scheme: str, told: str
) -> None:
    for authorities in (TWO, TWO[::-1]):
        resolution = Resolution("item 9", "Cabinet", MINUTE, authorities=authorities)
        proposal = Proposal(GRANT, Contract("g", tags={"scheme": scheme}), by=by)
        assert label(judge(proposal, under=resolution)) == told
