"""At most so many lots for each supplier: a lot counts once, however many contracts are of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, Authority, Proposal, Used, headroom, judge, judge_each
from carerslib.citations import Citation
from carerslib.clauses import Cap, Clause, Figure, For, Holder, Line, Of
from carerslib.contracts import Contract
from carerslib.errors import InvalidValueError
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TWO_LOTS: Final = Cap("lots", MINUTE, Figure(2), per=("supplier",), of=Of.COUNT, distinct="lot")
ENOUGH: Final = Cap("value", MINUTE, Figure.pounds("900.00"))
UNDER: Final = Authority("a", MINUTE, AWARD, (TWO_LOTS, ENOUGH))
IN_ALL: Final = Authority(
    "b", MINUTE, AWARD, (Cap("lots", MINUTE, Figure(2), of=Of.COUNT, distinct="lot"), ENOUGH)
)


def award(
    lots: Iterable[str],
    supplier: str | None = "A",
    reference: str = "c",
    tags: dict[str, Any] | None = None,
) -> Proposal:
    about = {} if supplier is None else {"supplier": supplier}
    amounts = [Line(stated("1.00"), {"lot": lot, **about}) for lot in lots]
    return Proposal(AWARD, Contract(reference, amounts=amounts, tags=tags or {}))


def answer(proposal: Proposal, *before: Proposal, under: Authority = UNDER) -> str:
    return label(judge(proposal, under=under, used=Used().after(*before, under=under)))


@pytest.mark.vocabulary("count_limit", holds="carerslib.clauses.Cap.distinct", decides="met")
@pytest.mark.parametrize("lots", ["1", "12"])
def test_up_to_two_lots_for_a_supplier_are_within(lots: str) -> None:
    assert answer(award(lots)) == "within"


@pytest.mark.vocabulary("count_limit", holds="carerslib.clauses.Cap.distinct", decides="not met")
def test_a_third_lot_for_a_supplier_is_too_many_in_one_contract_or_in_two() -> None:
    assert answer(award("123")) == "exceeds"
    assert answer(award("3"), award("12", reference="first")) == "exceeds"


def test_a_second_contract_of_the_same_lot_is_no_second_lot() -> None:
    assert answer(award("2"), award("12", reference="first")) == "within"
    again = award("2"), award("12", reference="first"), award("1", reference="second")
    assert answer(*again) == "within"


def test_another_supplier_has_two_lots_of_its_own() -> None:
    assert answer(award("34", "B"), award("12", reference="first")) == "within"


def test_without_suppliers_they_are_counted_in_all() -> None:
    first = award("12", reference="first")
    assert answer(award("1", "B"), first, under=IN_ALL) == "within"
    assert answer(award("3", "B"), first, under=IN_ALL) == "exceeds"


def test_of_a_contract_that_names_its_lots_and_no_amount_for_each_all_count() -> None:
    for lots, expected in ((["1", "2"], "within"), (["1", "2", "3"], "exceeds")):
        contract = Contract("c", value=stated("1.00"), tags={"supplier": "A", "lot": lots})
        assert answer(Proposal(AWARD, contract)) == expected


def test_how_many_lots_it_is_of_is_open_where_none_is_named() -> None:
    proposal = Proposal(AWARD, Contract("c", value=stated("1.00"), tags={"supplier": "A"}))
    verdict = judge(proposal, under=UNDER)
    assert verdict.result is Result.UNDETERMINED
    (finding,) = [each for each in verdict.findings if each.rule == "lots"]
    assert finding.measured is None
    assert "which lot it is of" in [each.expected for each in finding.missing]
    assert answer(award("1"), proposal) == "undetermined"


@pytest.mark.parametrize(
    ("before", "expected"), [("", "within"), ("1", "within"), ("12", "undetermined")]
)
def test_in_all_it_is_asked_only_where_there_is_no_room_for_another(
    before: str, expected: str
) -> None:
    unnamed = Proposal(AWARD, Contract("c", value=stated("1.00")))
    used = Used().after(*([award(before, reference="first")] if before else []), under=IN_ALL)
    verdict = judge(unnamed, under=IN_ALL, used=used)
    assert (verdict.result, label(verdict)) == (Result.UNDETERMINED, expected)


@pytest.mark.parametrize(("lots", "expected"), [("1", "within"), ("12", "undetermined")])
def test_a_lot_of_no_named_supplier_may_be_for_the_one_that_has_one(
    lots: str, expected: str
) -> None:
    first = award("3", reference="first")
    assert answer(award(lots, None), first) == expected


def test_one_of_two_suppliers_may_have_it() -> None:
    either = award("3", None, tags={"supplier": ["A", "B"]})
    assert answer(either) == "within"
    assert answer(either, award("12", reference="first")) == "undetermined"


def test_only_lots_of_the_part_that_counts_are_counted() -> None:
    north = Cap("lots", MINUTE, Figure(1), where={"area": "north"}, of=Of.COUNT, distinct="lot")
    under = Authority("a", MINUTE, AWARD, (north, ENOUGH))
    for area, expected in (("north", "exceeds"), ("south", "within")):
        assert answer(award("12", tags={"area": area}), under=under) == expected
    assert judge(award("12"), under=under).result is Result.UNDETERMINED
    assert answer(award("1", tags={"area": ["north", "south"]}), under=under) == "within"


def test_lots_out_of_sight_leave_it_open() -> None:
    """A total of no stated lot, as a caller may give it, may be of other lots."""
    used = Used.stated({"lots": {("A", "not stated"): 1}})
    for lots, expected in (("1", Result.MET), ("12", Result.UNDETERMINED)):
        assert judge(award(lots), under=UNDER, used=used).result is expected


def test_what_is_used_may_be_stated_by_lot() -> None:
    used = Used.stated({"lots": {("A", "1"): 1, ("A", "2"): 1}})
    assert label(judge(award("2"), under=UNDER, used=used)) == "within"
    assert label(judge(award("3"), under=UNDER, used=used)) == "exceeds"
    with pytest.raises(InvalidValueError, match="a whole number by supplier, lot, in a dict"):
        judge(award("2"), under=UNDER, used=Used.stated({"lots": {"A": 1}}))


def test_lots_are_counted_under_a_clause_for_some_contracts_alone() -> None:
    some = Authority("a", MINUTE, AWARD, (For("f", MINUTE, {"area": "north"}, TWO_LOTS), ENOUGH))
    north = {"area": "north"}
    first = award("12", reference="first", tags=north)
    assert answer(award("3", tags=north), first, under=some) == "exceeds"
    assert answer(award("1", tags=north), first, under=some) == "within"


def test_headroom_is_in_lots() -> None:
    used = Used().after(award("1"), award("1", reference="again"), under=UNDER)
    rooms = {each.group: each.left for each in headroom(UNDER, used) if each.clause == "lots"}
    assert rooms == {("A",): 1, (): 2}


def test_no_number_of_contracts_is_offered_as_a_remedy() -> None:
    (finding,) = judge(award("123"), under=UNDER).unmet
    assert (finding.measured, finding.permitted, finding.remedy) == (3, 2, None)
    assert finding.title == "Number of different values of lot per supplier: A"


@pytest.mark.parametrize("distinct", [5, "year", "contract", None])
def test_what_counts_once_is_a_dimension_of_the_callers_own(distinct: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValueError, match="a dimension of the caller's tags"):
        Cap("lots", MINUTE, Figure(2), of=Of.COUNT, distinct=distinct)


def test_amounts_are_not_counted_once() -> None:
    with pytest.raises(InvalidValueError, match=r"for Of\.COUNT"):
        Cap("lots", MINUTE, Figure.pounds("2.00"), distinct="lot")


@pytest.mark.parametrize(
    ("number", "beside", "answer"),
    [(1, "lot", "within"), (2, "lot", "undetermined"), (2, "", "within")],
)
def test_a_number_of_lots_is_no_number_for_all_contracts(
    number: int, beside: str, answer: str
) -> None:
    each = Cap("each", MINUTE, Figure(1), per=("supplier",), of=Of.COUNT)
    most = Cap("most", MINUTE, Figure(2), of=Of.COUNT, distinct=beside)
    under = Authority("a", MINUTE, AWARD, (each, most, ENOUGH))
    several = Contract("c", value=stated("1.00"), tags={"lot": "1"}, number=number)
    assert label(judge(Proposal(AWARD, several), under=under)) == answer


TWO_OF_EACH: Final = Cap("each", MINUTE, Figure(2), per=("lot",), of=Of.COUNT)


def three(*lots: str, number: int = 3) -> Proposal:
    """Give several contracts, the first of the first lots, and so on; a space is no lot."""
    of = [
        {"contract": str(place), **({"lot": lot} if lot.strip() else {})}
        for place, each in enumerate(lots)
        for lot in each
    ]
    amounts = [Line(stated("1.00"), each) for each in of]
    return Proposal(AWARD, Contract("c", amounts=amounts, number=number))


@pytest.mark.parametrize(
    ("lots", "number", "expected"),
    [
        (("1", "1", "2"), 3, Result.MET),
        (("1", "1", "1"), 3, Result.NOT_MET),
        (("1", "1", "11"), 3, Result.NOT_MET),
        # a contract of two lots is one in each of them
        (("1", "1", "12"), 3, Result.NOT_MET),
        (("1", "2", "12"), 3, Result.MET),
        (("1", "1", " "), 3, Result.UNDETERMINED),
        # of the third it is not said which lot it is of
        (("1", "2"), 3, Result.UNDETERMINED),
    ],
)
def test_several_contracts_that_say_which_is_of_which_lot_count_each_in_its_own(
    lots: tuple[str, ...], number: int, expected: Result
) -> None:
    under = Authority("a", MINUTE, AWARD, (TWO_OF_EACH, ENOUGH))
    assert judge(three(*lots, number=number), under=under).result is expected


def test_a_number_for_one_lot_counts_the_contracts_of_that_lot_alone() -> None:
    of_one = Cap("one", MINUTE, Figure(2), where={"lot": "1"}, of=Of.COUNT)
    in_all = Cap("all", MINUTE, Figure(3), of=Of.COUNT)
    under = Authority("a", MINUTE, AWARD, (of_one, in_all, ENOUGH))
    assert judge(three("1", "1", "2"), under=under).result is Result.MET
    assert judge(three("1", "1", "1"), under=under).result is Result.NOT_MET
    assert judge(three("1", "1", "2", "2", number=4), under=under).result is Result.NOT_MET


def _for(lot: str, *clauses: Clause) -> For:
    return For(f"of {lot}", MINUTE, {"lot": lot}, clauses)


JUST_ONE: Final = Cap("one", MINUTE, Figure(1), of=Of.COUNT)
NONE_OF_LOT_2: Final = Authority(
    "a", MINUTE, AWARD, (_for("2", Holder("h", MINUTE, "director")), ENOUGH)
)
ONE_OF_LOT_1: Final = _for("1", Cap("n1", MINUTE, Figure(1), of=Of.COUNT))
TWO_OF_LOT_2: Final = _for("2", Cap("n2", MINUTE, Figure(2), of=Of.COUNT))
IN_EACH: Final = Authority("a", MINUTE, AWARD, (ONE_OF_LOT_1, TWO_OF_LOT_2, ENOUGH))


@pytest.mark.parametrize(
    ("lots", "number", "expected"),
    [
        (("1", "2"), 2, Result.MET),
        (("1", "2", "2"), 3, Result.MET),
        (("1", "1", "2"), 3, Result.NOT_MET),
        (("1", "2", "2", "2"), 4, Result.NOT_MET),
        # a contract of both lots is one in each of them
        (("1", "12"), 2, Result.NOT_MET),
        (("2", "12"), 2, Result.MET),
        (("3", "2", "2"), 3, Result.MET),
        # of one of them it is not said which lot it is of, or that it is one at all
        (("1", "2", " "), 3, Result.UNDETERMINED),
        (("1", "2"), 3, Result.UNDETERMINED),
    ],
)
def test_words_for_one_lot_count_the_contracts_that_are_said_to_be_of_it(
    lots: tuple[str, ...], number: int, expected: Result
) -> None:
    assert judge(three(*lots, number=number), under=IN_EACH).result is expected


@pytest.mark.parametrize(("lot", "expected"), [("1", "exceeds"), ("2", "within")])
def test_what_several_contracts_used_is_counted_for_the_lot_of_each(
    lot: str, expected: str
) -> None:
    used = Used().after(three("1", "2", number=2), under=IN_EACH)
    another = Contract("d", amounts=[Line(stated("1.00"), {"lot": lot})])
    assert label(judge(Proposal(AWARD, another), under=IN_EACH, used=used)) == expected


@pytest.mark.parametrize(
    ("by", "lots", "expected"),
    [
        ("director", ("1", "2"), "within"),
        ("clerk", ("1", "2"), "wrong_holder"),
        ("clerk", ("3", "2"), "within"),
    ],
)
def test_words_for_one_lot_bind_where_one_of_several_contracts_is_of_it(
    by: str, lots: tuple[str, ...], expected: str
) -> None:
    under = Authority("a", MINUTE, AWARD, (_for("1", Holder("h", MINUTE, "director")), ENOUGH))
    proposal = attrs.evolve(three(*lots, number=2), by=by)
    assert label(judge(proposal, under=under)) == expected


@pytest.mark.parametrize(
    ("pounds", "expected"),
    [
        ("0.99", "within"),
        ("1.00", "within"),
        ("1.01", "exceeds"),
    ],
)
def test_a_figure_for_each_contract_of_one_lot_is_held_against_each_of_that_lot(
    pounds: str, expected: str
) -> None:
    each = Cap("each", MINUTE, Figure.pounds("1.00"), per=("contract",))
    under = Authority("a", MINUTE, AWARD, (_for("1", each), ENOUGH))
    amounts = [
        Line(stated(amount), {"lot": lot, "contract": name})
        for name, lot, amount in (("A", "1", pounds), ("B", "1", "1.00"), ("C", "2", "9.00"))
    ]
    proposal = Proposal(AWARD, Contract("c", amounts=amounts, number=3))
    assert label(judge(proposal, under=under)) == expected


def test_a_lot_that_the_contract_names_and_none_of_its_amounts_is_open() -> None:
    contract = three("1", "3", number=2).contract
    for lots, expected in (("13", Result.MET), ("123", Result.UNDETERMINED)):
        proposal = Proposal(AWARD, attrs.evolve(contract, tags={"lot": tuple(lots)}), "clerk")
        assert judge(proposal, under=NONE_OF_LOT_2).result is expected


@pytest.mark.parametrize(
    "clause",
    [
        _for("1", For("n", MINUTE, {"area": "N"}, JUST_ONE)),
        For("1n", MINUTE, {"lot": "1", "area": "N"}, JUST_ONE),
    ],
)
@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        ("SSN", Result.MET),
        ("NSN", Result.MET),
        ("NNS", Result.NOT_MET),
    ],
)
def test_words_for_one_lot_in_one_area_count_the_contracts_of_both(
    clause: For, areas: str, expected: Result
) -> None:
    north = Authority("a", MINUTE, AWARD, (clause, ENOUGH))
    amounts = [
        Line(stated("1.00"), {"lot": lot, "area": area, "contract": name})
        for name, lot, area in zip("ABC", "112", areas, strict=True)
    ]
    proposal = Proposal(AWARD, Contract("c", amounts=amounts, number=3))
    assert judge(proposal, under=north).result is expected


IN_LOT_1: Final = {"lot": "1"}


@pytest.mark.parametrize(
    "one_for_lot_1",
    [
        Cap("n", MINUTE, Figure(1), where=IN_LOT_1, of=Of.COUNT),
        Cap("n", MINUTE, Figure(1), per=("lot",), of=Of.COUNT),
        For("f", MINUTE, IN_LOT_1, JUST_ONE),
    ],
)
class TestAContractForTwoLotsIsOneOfEach:
    BY_TAG: Final = Contract("both", value=stated("2.00"), tags={"lot": ["1", "2"]})
    BY_AMOUNT: Final = award("12", None, "both").contract

    @pytest.mark.parametrize("both", [BY_TAG, BY_AMOUNT])
    @pytest.mark.parametrize(("lot", "expected"), [("1", Result.NOT_MET), ("3", Result.MET)])
    def test_so_another_of_one_of_these_is_a_second(
        self, one_for_lot_1: Clause, both: Contract, lot: str, expected: Result
    ) -> None:
        under = Authority("a", MINUTE, AWARD, (one_for_lot_1, ENOUGH))
        proposals = [Proposal(AWARD, both), award(lot, None)]
        for each in (proposals, proposals[::-1]):
            assert [one.result for one in judge_each(each, under=under)] == [Result.MET, expected]

    @pytest.mark.parametrize("both", [BY_TAG, BY_AMOUNT])
    def test_how_many_of_two_contracts_are_of_which_is_open(
        self, one_for_lot_1: Clause, both: Contract
    ) -> None:
        under = Authority("a", MINUTE, AWARD, (one_for_lot_1, ENOUGH))
        two = Proposal(AWARD, attrs.evolve(both, number=2))
        assert judge(two, under=under).result is Result.UNDETERMINED


@pytest.mark.parametrize("tags", [{"area": ["N", "S"]}, {}])
def test_which_lot_is_in_which_area_is_open(tags: dict[str, Any]) -> None:
    of_both = Cap("n", MINUTE, Figure(1), where={"lot": "1", "area": "N"}, of=Of.COUNT)
    under = Authority("a", MINUTE, AWARD, (of_both, ENOUGH))
    first = award("1", None, "first", {"area": "N"})
    used = Used().after(first, under=under)
    several = Contract("c", value=stated("2.00"), tags={"lot": ["1", "2"], **tags})
    assert judge(Proposal(AWARD, several), under=under, used=used).result is Result.UNDETERMINED
    amounts = [Line(stated("1.00"), {"lot": lot, "area": "N"}) for lot in "12"]
    told = Proposal(AWARD, Contract("c", amounts=amounts, tags=tags))
    assert judge(told, under=under, used=used).result is Result.NOT_MET


def test_an_amount_of_no_lot_in_an_area_makes_no_lot_one_of_that_area() -> None:
    north = For(
        "f", MINUTE, IN_LOT_1, Cap("n", MINUTE, Figure(0), where={"area": "N"}, of=Of.COUNT)
    )
    under = Authority("a", MINUTE, AWARD, (north, ENOUGH))
    for lot, expected in (({}, Result.UNDETERMINED), ({"lot": "1"}, Result.NOT_MET)):
        amounts = [
            Line(stated("1.00"), {"lot": "1", "area": "S"}),
            Line(stated("1.00"), {**lot, "area": "N"}),
        ]
        proposal = Proposal(AWARD, Contract("c", amounts=amounts, tags={"lot": ["1", "2"]}))
        assert judge(proposal, under=under).result is expected


def test_of_several_contracts_that_are_named_no_smaller_number_says_which_would_go() -> None:
    (finding,) = judge(three("1", "1", "2"), under=IN_EACH).unmet
    assert (finding.rule, finding.measured, finding.permitted) == ("n1", 2, 1)
    assert finding.remedy is None
    of_one = Authority(
        "a", MINUTE, AWARD, (Cap("n", MINUTE, Figure(1), where={"lot": "1"}, of=Of.COUNT), ENOUGH)
    )
    (finding,) = judge(three("1", "1", "2"), under=of_one).unmet
    assert finding.remedy is None
    in_all = Authority("a", MINUTE, AWARD, (Cap("n", MINUTE, Figure(2), of=Of.COUNT), ENOUGH))
    proposal = three("1", "1", "2")
    (finding,) = judge(proposal, under=in_all).unmet
    assert finding.remedy is not None
    assert judge(proposal.amended(finding.remedy), under=in_all).is_met


@pytest.mark.parametrize(
    ("number", "in_it", "in_each"),
    [
        (0, "not met", "not met"),
        (1, "not met", "not met"),
        # the amount of no lot may make each of them one of another lot
        (2, "met", "undetermined"),
        (4, "met", "met"),
    ],
)
def test_a_contract_with_an_amount_of_a_lot_and_one_of_none_is_one_of_that_lot(
    number: int, in_it: str, in_each: str
) -> None:
    amounts = [Line(stated("1.00"), {"lot": "1"}), Line(stated("1.00"))]
    first, second = (Proposal(AWARD, Contract(name, amounts=amounts)) for name in "ab")
    of_it = Cap("n", MINUTE, Figure(number), of=Of.COUNT, where={"lot": "1"})
    for most, expected in ((of_it, in_it), (attrs.evolve(of_it, per=("lot",), where={}), in_each)):
        under = Authority("a", MINUTE, AWARD, (most, ENOUGH))
        used = Used().after(first, under=under)
        found = judge(second, under=under, used=used)
        assert str(found.as_asked) == expected
