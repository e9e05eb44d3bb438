"""Words answer alike wherever they stand: alone, for what is proposed, or in a reading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Power, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Clause,
    Either,
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
from carerslib.periods import ByYear, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carerslib.basis import Basis
    from carerslib.clauses import Group, Measure, Request, Room, Tally
    from carerslib.verdicts import Part, Result

_Words: TypeAlias = tuple[Clause, ...]
_Said: TypeAlias = tuple[Contract, _Words, _Words, str]
"""What is proposed, the words, those beside them, and the answer."""

MINUTE: Final = Citation.record("An invented council, cabinet", "the words of a paragraph")
FIRST: Final = date(2024, 4, 1)
TWO_YEARS: Final = {"first_day": FIRST, "last_day": date(2026, 3, 31)}
ON_FIRST: Final = Start("start", MINUTE, FIRST, FIRST)
TOTAL: Final = Cap("total", MINUTE, Figure.pounds("900.00"))
ANY_TIME: Final = Unlimited("any time", MINUTE, "period")
ANY_AMOUNT: Final = Unlimited("any amount", MINUTE, "amount")
BY_DIRECTOR: Final = Holder("director", MINUTE, "director")


def cap(reference: str, pounds: str, **where: str) -> Cap:
    return Cap(reference, MINUTE, Figure.pounds(pounds), where=where)


def each_year(pounds: str) -> Cap:
    return Cap("yearly", MINUTE, Figure.pounds(pounds), per=("year",))


def priced(pounds: str, **stated_too: object) -> Contract:
    return Contract("c", value=stated(pounds), **stated_too)  # type: ignore[arg-type]


YEARS: Final = (cap("24", "60.00", year="2024/25"), cap("25", "40.00", year="2025/26"))
LOTS: Final = (cap("1", "10.00", lot="1"), cap("2", "10.00", lot="2"))
TWO_AND_ONE: Final = (
    Length("firm", MINUTE, Term(years=2), of="firm"),
    Steps("options", MINUTE, [Term(years=1)]),
)
ONE_LOT: Final = (Only("lot", MINUTE, "lot", "1"), LOTS[0])
ONE_YEAR: Final = (Only("year", MINUTE, "year", "2024/25"), each_year("10.00"))
NAMED: Final = (Only("named", MINUTE, "contract", ("x", "y")),)
PER_LOT: Final = Cap("number", MINUTE, Figure(1), per=("lot",), of=Of.COUNT)

IN_ALL: Final = Contract("c", term=Term(months=36), in_all=True)
TOO_LONG: Final = attrs.evolve(IN_ALL, term=Term(months=37))
TOO_LATE: Final = Contract("c", by_year=ByYear.of({"2026/27": stated("1.00")}))
FIVE_MORE: Final = Contract("c", options=[Option(Term(years=5))])
IN_LOTS: Final = {"tags": {"lot": ("1", "2")}}

SAID: Final[list[_Said]] = [
    (priced("100.00", **TWO_YEARS), YEARS, (ANY_TIME,), "within"),
    (priced("100.01", **TWO_YEARS), YEARS, (ANY_TIME,), "exceeds"),
    (priced("20.00", **IN_LOTS), LOTS, (TOTAL,), "within"),
    (priced("20.01", **IN_LOTS), LOTS, (TOTAL,), "exceeds"),
    (priced("10.00"), ONE_LOT, (TOTAL,), "within"),
    (priced("10.01"), ONE_LOT, (TOTAL,), "exceeds"),
    (priced("10.00"), ONE_YEAR, (), "within"),
    (priced("10.01"), ONE_YEAR, (), "exceeds"),
    (TOO_LATE, (Length("l", MINUTE, Term(years=3)),), (ON_FIRST, ANY_AMOUNT), "within"),
    (TOO_LATE, (Length("l", MINUTE, Term(years=2)),), (ON_FIRST, ANY_AMOUNT), "out_of_period"),
    (IN_ALL, TWO_AND_ONE, (ANY_AMOUNT,), "within"),
    (TOO_LONG, TWO_AND_ONE, (ANY_AMOUNT,), "exceeds"),
    (Contract("c", number=2), NAMED, (), "within"),
    (Contract("c", number=3), NAMED, (), "off_purpose"),
    (Contract("c", number=2), (PER_LOT,), (), "undetermined"),
    (FIVE_MORE, (TOTAL,), (), "undetermined"),
]


class OwnHolder:
    """A council's own clause, of no attrs class: the director acts."""

    def __init__(self, reference: str, source: Citation) -> None:
        """Keep what every clause has."""
        self.reference: Final = reference
        self.source: Final = source

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        """Give the result of a holder."""
        return self._held.result(request, tally, basis)

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Part:
        """Give the finding of a holder."""
        return self._held.finding(request, tally, basis)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        """Set no limit that is used up."""
        del used, basis
        return ()

    @property
    def _held(self) -> Holder:
        return Holder(self.reference, self.source, "director")


def answer(
    contract: Contract, *clauses: Clause, power: Power = AWARD, basis: Basis | None = None
) -> str:
    under = Authority("a", MINUTE, [AWARD, EXTEND], clauses)
    proposal = Proposal(power, contract, "director")
    return label(judge(proposal, under=under, basis=basis))


@pytest.mark.parametrize("said", SAID)
class TestWordsThatSaySomethingTogether:
    def test_alone(self, said: _Said) -> None:
        contract, words, others, expected = said
        assert answer(contract, *others, *words) == expected

    def test_for_the_power_that_is_used(self, said: _Said) -> None:
        contract, words, others, expected = said
        some = For("for", MINUTE, {"power": AWARD}, words)
        assert answer(contract, *others, some) == expected
        inner = For("outer", MINUTE, {"power": AWARD}, some)
        assert answer(contract, *others, inner) == expected

    def test_in_a_reading_that_is_chosen(self, said: _Said) -> None:
        contract, words, others, expected = said
        other: list[Clause] = [cap("other", "0.01"), Window("until", MINUTE, None, FIRST)]
        read = Readings("read", MINUTE, [Reading("chosen", words), Reading("not", other)])
        basis = RULES.basis(readings={"read": "chosen"})
        assert answer(contract, *others, read, basis=basis) == expected

    def test_in_each_of_two_readings(self, said: _Said) -> None:
        contract, words, others, expected = said
        again = [attrs.evolve(each, reference=f"{each.reference} again") for each in words]  # type: ignore[misc]
        read = Readings("read", MINUTE, [Reading("one", words), Reading("two", again)])
        assert answer(contract, *others, read) == expected

    def test_beside_words_for_another_service(self, said: _Said) -> None:
        contract, words, others, expected = said
        tagged = attrs.evolve(contract, tags={**dict(contract.tags), "service": "breaks"})
        for inner in (
            Length("long", MINUTE, Term(years=9)),
            each_year("0.01"),
            cap("24 too", "0.01", year="2024/25"),
            Window("days", MINUTE, FIRST, FIRST),
        ):
            for_another = For("another", MINUTE, {"service": "meals"}, inner)
            assert answer(tagged, *others, *words, for_another) == expected


@pytest.mark.parametrize("last", [date(2025, 3, 31), date(2032, 3, 31)])
def test_a_length_for_another_lot_is_no_leave_for_this_one(last: date) -> None:
    contract = Contract("c", FIRST, last, value=stated("1.00"), tags={"lot": "1"})
    firm = Length("firm", MINUTE, Term(years=3), of="firm")
    words = (TOTAL, ON_FIRST, firm)
    for_another = For("another", MINUTE, {"lot": "2"}, Length("long", MINUTE, Term(years=10)))
    alone = answer(contract, *words, power=EXTEND)
    assert answer(contract, *words, for_another, power=EXTEND) == alone


@pytest.mark.parametrize(("pounds", "expected"), [("10.00", "within"), ("10.01", "exceeds")])
def test_what_an_option_may_cost_is_no_other_lots_matter(pounds: str, expected: str) -> None:
    options = Cap("options", MINUTE, Figure.pounds("10.00"), where={"part": "options"})
    for_another = For("another", MINUTE, {"lot": "2"}, cap("five", "5.00"))
    contract = priced(pounds, tags={"lot": "1"})
    assert answer(contract, options, for_another, power=EXTEND) == expected


@pytest.mark.parametrize("inside", ["nothing", "power", "reading"])
def test_words_for_one_lot_are_left_out_where_no_lot_is_named_wherever_they_stand(
    inside: str,
) -> None:
    words: Clause = For("lot", MINUTE, {"lot": "1"}, Holder("cabinet", MINUTE, "cabinet"))
    if inside == "power":
        words = For("for", MINUTE, {"power": AWARD}, words)
    if inside == "reading":
        other = Reading("not", BY_DIRECTOR)
        words = Readings("read", MINUTE, [Reading("chosen", [cap("most", "9.00"), words]), other])
    basis = RULES.basis(readings={"read": "chosen"} if inside == "reading" else {})
    assert answer(priced("1.00"), TOTAL, words, basis=basis) == "within"
    for lot, expected in (("1", "wrong_holder"), ("2", "within")):
        contract = priced("1.00", tags={"lot": lot})
        assert answer(contract, TOTAL, words, basis=basis) == expected


def test_one_reference_may_stand_for_words_and_for_what_is_inside_them() -> None:
    some = For("for", MINUTE, {"power": AWARD}, [cap("total", "5.00")])
    for pounds, expected in (("5.00", "within"), ("5.01", "exceeds")):
        assert answer(priced(pounds), TOTAL, some) == expected
    only, figure = ONE_LOT
    others = For("others", MINUTE, {"power": EXTEND}, BY_DIRECTOR)
    for pounds, expected in (("10.00", "within"), ("10.01", "exceeds")):
        for name in ("lot 1", figure.reference):
            words = For(name, MINUTE, {"power": AWARD}, figure)
            for clauses in ((only, words), (words, only), (words, others, only)):
                assert answer(priced(pounds), TOTAL, *clauses) == expected
            more = attrs.evolve(figure, at_most=Figure.pounds("10.02"))
            read = Readings(name, MINUTE, [Reading("a", figure), Reading("b", more)])
            assert answer(priced(pounds), TOTAL, only, read) == (
                expected if expected == "within" else "ambiguous"
            )
            assert answer(priced("10.03"), TOTAL, only, read) == "exceeds"


def test_two_words_may_hold_clauses_of_one_reference_in_whatever_order_they_stand() -> None:
    only, figure = ONE_LOT
    by = Holder(figure.reference, MINUTE, "director")
    some = [For(name, MINUTE, {"power": AWARD}, each) for name, each in (("f", figure), ("g", by))]
    for pounds, expected in (("10.00", "within"), ("10.01", "exceeds")):
        for words in (some, some[::-1]):
            assert answer(priced(pounds), TOTAL, only, *words) == expected


def test_two_words_that_can_be_read_in_several_ways_are_read_in_any_order() -> None:
    own = [Reading("a", each_year("10.00")), Reading("b", each_year("11.00"))]
    one = Readings("yearly", MINUTE, own)
    two = Readings("other", MINUTE, [Reading("a", TOTAL), Reading("b", cap("most", "900.00"))])
    contract = Contract("c", last_day=date(2025, 3, 31), value=stated("5.00"))
    for words in ((one, two), (two, one)):
        assert answer(contract, ON_FIRST, ANY_TIME, *words) == "within"


def test_the_reading_of_one_words_is_not_chosen_for_others_of_the_same_name() -> None:
    inner = Readings("read", MINUTE, [Reading("x", BY_DIRECTOR), Reading("y", ANY_TIME)])
    limbs = Either("either", MINUTE, [Reading("one", inner), Reading("two", BY_DIRECTOR)])
    own = [Reading("a", [TOTAL, limbs]), Reading("b", cap("most", "900.00"))]
    assert answer(priced("5.00"), Readings("read", MINUTE, own)) == "within"


@pytest.mark.parametrize("own", [True, False])
def test_a_councils_own_clause_may_have_the_reference_of_another(*, own: bool) -> None:
    alike = OwnHolder("total", MINUTE) if own else Holder("total", MINUTE, "director")
    some = For("for", MINUTE, {"power": AWARD}, [alike, cap("five", "5.00")])
    for pounds, expected in (("5.00", "within"), ("5.01", "exceeds")):
        assert answer(priced(pounds), TOTAL, some) == expected


def test_more_words_than_can_be_read_in_a_moment_are_judged_all_the_same() -> None:
    words = [
        Readings(f"r{each}", MINUTE, [Reading("a", cap(f"{each} a", "9.00")), Reading("b", TOTAL)])
        for each in range(12)
    ]
    contract = Contract("c", last_day=date(2025, 3, 31), value=stated("9.00"))
    assert answer(contract, ON_FIRST, ANY_TIME, *words) == "within"
    assert answer(attrs.evolve(contract, value=stated("9.01")), ON_FIRST, ANY_TIME, *words) == (
        "ambiguous"
    )
