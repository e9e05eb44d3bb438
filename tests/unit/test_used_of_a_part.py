"""What others have used of a part is too much only for what is known to be of that part."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from tests.scenarios.kit import stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge, judge_each
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, Line, Of, Taken, Unlimited
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import Term
from carerslib.verdicts import Result, Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
TWO: Final = Figure.pounds("2.00")
YEAR: Final = Term(years=1)


def under(cap: Cap) -> Authority:
    any_ = (Unlimited(f"any {each}", MINUTE, each) for each in ("amount", "period"))
    return Authority("a", MINUTE, [AWARD, EXTEND], (cap, *any_))


FULL: Final = Used.stated({"c": Money.pounds("3.00")})


def judged(cap: Cap, used: Used, changes: dict[str, Any] | None = None) -> Verdict:
    given: dict[str, Any] = {"first_day": date(2018, 4, 1), "term": YEAR, "value": stated("1.00")}
    proposal = Proposal(AWARD, Contract("c", **given | (changes or {})))
    return judge(proposal, under=under(cap), used=used)


@pytest.mark.parametrize(
    ("used", "no_lot", "lot_2"),
    [
        ("0.99", "met", "met"),
        ("1.00", "met", "met"),
        ("1.01", "undetermined", "not met"),
        ("3.00", "undetermined", "not met"),
    ],
)
def test_a_full_lot_is_too_much_only_for_what_is_known_to_be_of_it(
    used: str, no_lot: str, lot_2: str
) -> None:
    of_lot = Cap("c", MINUTE, TWO, where={"lot": "2"})
    per_lot = Cap("c", MINUTE, TWO, per=("lot",))
    spent = Money.pounds(used)
    for tags, expected in (({}, no_lot), ({"lot": "1"}, "met"), ({"lot": "2"}, lot_2)):
        found = judged(of_lot, Used.stated({"c": spent}), {"tags": tags})
        assert str(found.result) == expected
        # a figure for each lot says the same
        alike = judged(per_lot, Used.stated({"c": {"2": spent}}), {"tags": tags})
        assert (alike.result, alike.as_asked) == (found.result, found.as_asked)


def test_what_is_missing_is_the_amount_of_each_lot() -> None:
    found = judged(Cap("c", MINUTE, TWO, where={"lot": "2"}), FULL)
    assert [each.expected for each in found.missing] == ["the amount of each lot"]
    assert found.as_asked is Result.UNDETERMINED


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"tags": {"lot": ["1", "2"]}}, "not met"),
        ({"value": None, "amounts": [Line(stated("1.00"))]}, "undetermined"),
        (
            {"value": None, "amounts": [Line(stated("1.00"), {"lot": "2"}), Line(stated("1.00"))]},
            "not met",
        ),
        (
            {"value": None, "amounts": [Line(stated("1.00"), {"lot": "1"}), Line(stated("1.00"))]},
            "undetermined",
        ),
        ({"value": stated("0.00")}, "undetermined"),
    ],
    ids=[
        "of two lots",
        "an amount of no lot",
        "one of its amounts is",
        "one of its amounts is of another",
        "nothing, of no lot",
    ],
)
def test_what_names_the_full_lot_in_any_way_is_too_much(
    changes: dict[str, Any], expected: str
) -> None:
    cap = Cap("c", MINUTE, TWO, where={"lot": "2"})
    assert str(judged(cap, FULL, changes).result) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"first_day": date(2019, 3, 31)}, "not met"),
        ({"first_day": date(2019, 4, 1)}, "met"),
        ({"first_day": None}, "undetermined"),
        ({"first_day": None, "term": None}, "undetermined"),
    ],
    ids=["its last day is of the year", "it starts after the year", "no first day", "no days"],
)
def test_a_full_year_is_too_much_only_for_what_is_known_to_touch_it(
    days: dict[str, Any], expected: str
) -> None:
    cap = Cap("c", MINUTE, TWO, where={"year": "2018/19"})
    assert str(judged(cap, FULL, days).result) == expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [({"option": "1"}, "met"), ({"option": "2"}, "not met"), ({"part": "options"}, "undetermined")],
    ids=["the first", "the second", "one of them"],
)
def test_a_full_option_is_too_much_only_for_what_is_known_to_be_of_it(
    tags: dict[str, str], expected: str
) -> None:
    cap = Cap("c", MINUTE, TWO, where={"option": "2"})
    priced = {"value": None, "amounts": [Line(stated("1.00"), tags)]}
    options = [Option(YEAR), Option(YEAR)]
    found = judged(cap, FULL, {"options": options, **priced})
    assert str(found.result) == expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [({}, "undetermined"), ({"lot": "1"}, "met"), ({"lot": "2"}, "not met")],
    ids=["no lot", "another lot", "the full lot"],
)
def test_so_it_is_of_all_without_one_lot_and_of_a_figure_for_each_year(
    tags: dict[str, str], expected: str
) -> None:
    without = Cap("c", MINUTE, TWO, without={"lot": "1"})
    found = judged(without, FULL, {"tags": tags})
    assert str(found.result) == expected
    yearly = Cap("c", MINUTE, TWO, per=("year",), where={"lot": "2"})
    three = Money.pounds("3.00")
    full = Used.stated({"c": {"2018/19": three, "2019/20": three}})
    found = judged(yearly, full, {"tags": tags, "term": Term(years=2)})
    assert str(found.result) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "undetermined"),
        ({"tags": {"lot": "2"}}, "not met"),
        (
            {"value": None, "amounts": [Line(stated("1.00"), {"lot": "2"}), Line(stated("1.00"))]},
            "not met",
        ),
    ],
    ids=["no lot", "the full lot", "one of its amounts is of it"],
)
def test_so_it_is_of_a_number(changes: dict[str, Any], expected: str) -> None:
    cap = Cap("c", MINUTE, Figure(2), where={"lot": "2"}, of=Of.COUNT)
    assert str(judged(cap, Used.stated({"c": 3}), changes).result) == expected


def test_a_register_says_the_same_of_an_amount_of_nothing() -> None:
    cap = Cap("c", MINUTE, TWO, where={"lot": "2"})
    full = Proposal(AWARD, Contract("a", value=stated("3.00"), tags={"lot": "2"}))
    nothing = Proposal(AWARD, Contract("b", value=stated("0.00")))
    of_it = Proposal(AWARD, Contract("d", value=stated("0.00"), tags={"lot": "2"}))
    found = [*judge_each([full, nothing, of_it], under=under(cap))]
    assert [str(each.result) for each in found] == ["not met", "undetermined", "not met"]
    used = Used().after(full, under=under(cap))
    for proposal, verdict in zip((nothing, of_it), found[1:], strict=True):
        assert judge(proposal, under=under(cap), used=used) == verdict


class TestWhatLeavesAnOptionOut:
    """£1.00 at most, without an option or all of them, of an extension for £3.00."""

    @staticmethod
    def extend(without: dict[str, str], takes: Taken | None, pounds: str = "3.00") -> str:
        cap = Cap("c", MINUTE, Figure.pounds("1.00"), without=without)
        proposal = Proposal(EXTEND, Contract("c", value=stated(pounds)), takes=takes)
        return str(judge(proposal, under=under(cap)).result)

    @pytest.mark.parametrize(
        ("takes", "expected"),
        [
            (None, "undetermined"),
            (Taken(), "undetermined"),
            (Taken(1), "not met"),
            (Taken(2), "met"),
            (Taken(3), "not met"),
        ],
        ids=["none", "one of them", "the first", "the second", "the third"],
    )
    def test_what_names_no_option_may_be_of_the_one_that_is_left_out(
        self, takes: Taken | None, expected: str
    ) -> None:
        assert self.extend({"option": "2"}, takes) == expected

    @pytest.mark.parametrize(
        ("pounds", "expected"), [("0.99", "met"), ("1.00", "met"), ("1.01", "undetermined")]
    )
    def test_what_is_inside_the_figure_is_so_whichever_it_takes(
        self, pounds: str, expected: str
    ) -> None:
        assert self.extend({"option": "2"}, None, pounds) == expected

    @pytest.mark.parametrize(("takes", "expected"), [(None, "undetermined"), (Taken(1), "met")])
    def test_what_takes_none_may_be_of_an_option_or_not(
        self, takes: Taken | None, expected: str
    ) -> None:
        assert self.extend({"part": "options"}, takes) == expected

    @pytest.mark.parametrize("takes", [None, Taken(), Taken(1)])
    def test_what_an_extension_states_is_no_uplift(self, takes: Taken | None) -> None:
        assert self.extend({"part": "uplift"}, takes) == "not met"

    def test_what_others_used_beside_it_is_open_too(self) -> None:
        cap = Cap("c", MINUTE, Figure.pounds("1.00"), without={"option": "2"})
        proposal = Proposal(EXTEND, Contract("c", value=stated("1.00")))
        used = Used.stated({"c": Money.pounds("3.00")})
        assert judge(proposal, under=under(cap), used=used).is_undetermined
        of_one = Proposal(EXTEND, Contract("c", value=stated("1.00")), takes=Taken(1))
        assert str(judge(of_one, under=under(cap), used=used).result) == "not met"
