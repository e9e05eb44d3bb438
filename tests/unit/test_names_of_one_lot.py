"""A contract for several lots and providers: which lot is of which provider must be stated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Except, Figure, For, Includes, Line, Only
from carerslib.contracts import Contract

if TYPE_CHECKING:
    from carerslib.clauses import Clause
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("1000.00"))
LOTS: Final = Only("lots", MINUTE, "lot", ["1", "2"])
BOTH: Final = {"lot": ["1", "2"], "provider": ["Alpha", "Beta"]}


def for_lot(lot: str, *clauses: Clause) -> For:
    return For(f"lot {lot}", MINUTE, {"lot": lot}, clauses)


def only(provider: str) -> Only:
    return Only(f"only {provider}", MINUTE, "provider", provider)


ALPHA_HAS_1: Final = (for_lot("1", only("Alpha")), for_lot("2", only("Beta")))


def judged(contract: Contract, *clauses: Clause) -> Verdict:
    under = Authority("a", MINUTE, AWARD, (*clauses, TOTAL))
    return judge(Proposal(AWARD, contract), under=under)


def answer(contract: Contract, *clauses: Clause) -> str:
    return str(judged(contract, *clauses).result)


def tagged(**tags: list[str]) -> Contract:
    return Contract("c", value=stated("10.00"), tags=tags)


def of(*amounts: dict[str, str], **tags: list[str]) -> Contract:
    return Contract("c", amounts=[Line(stated("10.00"), each) for each in amounts], tags=tags)


def test_two_lots_and_two_providers_leave_open_which_provider_has_which_lot() -> None:
    found = judged(tagged(**BOTH), *ALPHA_HAS_1)
    assert str(found.result) == "undetermined"
    assert {(each.field, each.expected) for each in found.missing} == {
        ("contract.amounts", "which provider each part is of")
    }


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Alpha", "Beta", "met"),
        ("Beta", "Alpha", "not met"),
        ("Alpha", "", "undetermined"),
        ("Beta", "", "not met"),
    ],
)
def test_amounts_say_which_provider_has_which_lot(first: str, second: str, expected: str) -> None:
    lines = [{"lot": "1", "provider": first}, {"lot": "2"}]
    lines[1] |= {"provider": second} if second else {}
    assert answer(of(*lines, **BOTH), *ALPHA_HAS_1) == expected


def test_amounts_by_lot_alone_leave_the_providers_open() -> None:
    lots = ({"lot": "1"}, {"lot": "2"})
    assert answer(of(*lots, provider=["Alpha", "Beta"]), *ALPHA_HAS_1) == "undetermined"
    assert answer(of(*lots, provider=["Alpha"]), *ALPHA_HAS_1) == "not met"
    assert answer(of(*lots, provider=["Alpha", "Beta"]), for_lot("1", only("Gamma"))) == "not met"
    either = Only("either", MINUTE, "provider", ["Alpha", "Beta"])
    assert answer(of(*lots, provider=["Alpha", "Beta"]), for_lot("1", either)) == "met"


def test_an_amount_of_no_stated_lot_leaves_open_whether_its_provider_has_the_lot() -> None:
    lines = ({"lot": "1", "provider": "Alpha"}, {"provider": "Beta"})
    assert answer(of(*lines, lot=["1", "2"]), *ALPHA_HAS_1) == "undetermined"


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        (["Gamma"], "met"),
        (["Alpha"], "undetermined"),
        (["Alpha", "Beta"], "not met"),
    ],
)
def test_a_provider_left_out_of_one_lot_may_have_the_other(
    left_out: list[str], expected: str
) -> None:
    words = for_lot("1", Except("not", MINUTE, "provider", left_out))
    assert answer(tagged(**BOTH), words) == expected


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        (["north"], "met"),
        (["south"], "not met"),
        (["north", "south"], "undetermined"),
    ],
)
def test_an_area_that_a_lot_must_include_may_be_of_the_other_lot(
    areas: list[str], expected: str
) -> None:
    words = for_lot("1", Includes("north", MINUTE, "area", "north"))
    assert answer(tagged(lot=["1", "2"], area=areas), words) == expected


def test_an_area_of_a_lot_that_its_amount_names_is_included() -> None:
    words = for_lot("1", Includes("north", MINUTE, "area", "north"))
    lines = [{"lot": "1", "area": "north"}, {"lot": "1"}, {"lot": "2", "area": "south"}]
    assert answer(of(*lines, area=["north", "south"]), words) == "met"


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ([Cap("cap", MINUTE, Figure.pounds("9.99"))], "undetermined"),
        ([Cap("cap", MINUTE, Figure.pounds("10.00"))], "met"),
        ([only("Alpha")], "met"),
        ([Only("area", MINUTE, "area", "north")], "undetermined"),
    ],
)
def test_words_for_a_provider_inside_words_for_a_lot_bind_what_may_be_of_both(
    clauses: list[Clause], expected: str
) -> None:
    inner = For("alpha", MINUTE, {"provider": "Alpha"}, clauses)
    contract = tagged(**BOTH, area=["north", "south"])
    assert answer(contract, for_lot("1", inner)) == expected
    none = For("gamma", MINUTE, {"provider": "Gamma"}, clauses)
    assert answer(contract, for_lot("1", none), LOTS) == "met"


def test_words_for_a_provider_of_a_lot_bind_it_where_an_amount_says_so() -> None:
    lines = ({"lot": "1", "provider": "Alpha"}, {"lot": "1"}, {"lot": "2"})
    small = For("alpha", MINUTE, {"provider": "Alpha"}, Cap("cap", MINUTE, Figure.pounds("9.99")))
    assert answer(of(*lines, provider=["Alpha", "Beta"]), for_lot("1", small)) == "not met"
