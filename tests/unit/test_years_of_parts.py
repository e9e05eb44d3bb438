"""An amount of the firm term is of its years, and one of an option is of the years of that."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from tests.scenarios.kit import label, stated

from carerslib.awards import AWARD, EXTEND, Authority, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure, For, Line, Window
from carerslib.contracts import Contract, Option
from carerslib.money import Money
from carerslib.periods import DateRange, Term

if TYPE_CHECKING:
    from carerslib.clauses import Clause
    from carerslib.periods import Day
    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("An invented council, cabinet", "carers services")
YEAR: Final = Term(years=1)
FIRST: Final = date(2024, 4, 1)
TWO_YEARS: Final = Window("w", MINUTE, FIRST, date(2026, 3, 31))


def yearly(per: str = "year", pounds: str = "200000.00") -> Cap:
    return Cap("cap", MINUTE, Figure.pounds(pounds), per=(per,))


def asked(contract: Contract, *clauses: Clause) -> str:
    return str(
        judge(Proposal(AWARD, contract), under=Authority("a", MINUTE, AWARD, clauses)).result
    )


def hub(firm: str, option: str, first: Day | None = FIRST) -> Contract:
    return Contract(
        "c", first, term=YEAR, value=stated(firm), options=[Option(YEAR, stated(option))]
    )


@pytest.mark.parametrize("per", ["year", "contract year"])
@pytest.mark.parametrize(
    ("firm", "option", "expected"),
    [
        ("250000.00", "150000.00", "not met"),
        ("150000.00", "250000.00", "not met"),
        ("200000.00", "200000.00", "met"),
        ("199999.99", "200000.00", "met"),
        ("200000.00", "200000.01", "not met"),
        ("200000.01", "0.00", "not met"),
    ],
)
def test_one_year_and_an_option_of_one_have_a_yearly_figure_each(
    firm: str, option: str, per: str, expected: str
) -> None:
    assert asked(hub(firm, option), yearly(per), TWO_YEARS) == expected


def test_the_years_of_a_contract_are_those_of_its_parts_though_no_day_is_stated() -> None:
    cap, length = yearly("contract year"), Window("w", MINUTE, FIRST)
    assert asked(hub("250000.00", "150000.00", None), cap, length) == "not met"
    assert asked(hub("150000.00", "250000.00", None), cap, length) == "not met"


@pytest.mark.parametrize(
    ("year", "firm", "expected"),
    [
        ("2024/25", "200000.00", "met"),
        ("2024/25", "200000.01", "not met"),
        ("2025/26", "200000.01", "met"),
    ],
)
def test_a_figure_for_one_year_is_held_against_the_part_that_lies_in_it(
    year: str, firm: str, expected: str
) -> None:
    total = Cap("total", MINUTE, Figure.pounds("500000.00"))
    one = Cap("one", MINUTE, Figure.pounds("200000.00"), where={"year": year})
    assert asked(hub(firm, "150000.00"), one, total, TWO_YEARS) == expected


@pytest.mark.parametrize(("option", "expected"), [("200000.00", "met"), ("200000.01", "not met")])
def test_an_option_is_taken_up_within_the_figure_of_its_own_year(
    option: str, expected: str
) -> None:
    under = Authority("a", MINUTE, (AWARD, EXTEND), (yearly(), TWO_YEARS))
    made = Proposal(AWARD, hub("150000.00", option), on=FIRST)
    taken = Proposal.exercising(made.contract, on=date(2025, 3, 1))
    used = Used().after(made, under=under)
    assert str(judge(taken, under=under, used=used).result) == expected


def line(pounds: str, **place: str) -> Line:
    return Line(stated(pounds), place)


def of_parts(*amounts: Line, options: int = 2, first: Day | None = FIRST) -> Contract:
    return Contract("c", first, term=YEAR, options=[Option(YEAR)] * options, amounts=amounts)


@pytest.mark.parametrize("per", ["year", "contract year"])
@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([line("200000.00", part="firm"), line("200000.00", option="2")], "met"),
        ([line("200000.00", part="firm"), line("200000.01", option="2")], "not met"),
        # of two options, each may have all of it: together they have no more than two figures
        ([line("200000.00", part="options")], "met"),
        ([line("400000.01", part="options")], "not met"),
        ([line("200000.01", part="options")], "undetermined"),
        # there is no fourth year, and what is of no part may be of any
        ([line("200000.01", option="3")], "undetermined"),
        ([line("200000.01")], "undetermined"),
    ],
)
def test_an_amount_lies_in_the_years_of_the_part_that_it_names(
    amounts: list[Line], per: str, expected: str
) -> None:
    window = Window("w", MINUTE, FIRST, date(2027, 3, 31))
    assert asked(of_parts(*amounts), yearly(per), window) == expected


def test_an_option_that_ends_on_a_day_has_the_years_that_its_days_touch() -> None:
    half = [
        Option(value=stated("1.00"), last_day=date(2025, 9, 30)),
        Option(YEAR, stated("200000.01")),
    ]
    contract = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=half)
    window = Window("w", MINUTE, FIRST, date(2027, 1, 1))
    assert asked(contract, yearly("year"), window) == "undetermined"
    assert asked(contract, yearly("contract year"), window) == "undetermined"
    to_march = Option(value=stated("200000.01"), last_day=date(2026, 3, 31))
    sooner = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=[to_march])
    assert asked(sooner, yearly("contract year"), TWO_YEARS) == "not met"


def test_a_start_known_to_the_month_leaves_a_part_in_the_years_that_it_may_touch() -> None:
    april = DateRange(FIRST, date(2024, 4, 30))
    window = Window("w", MINUTE, FIRST, date(2026, 4, 30))
    assert asked(hub("250000.00", "150000.00", april), yearly(), window) == "undetermined"
    assert asked(hub("1.00", "1.00", april), yearly(), window) == "met"


def test_an_option_after_one_of_no_stated_length_is_of_a_year_that_is_not_known() -> None:
    options = [Option(None, stated("1.00")), Option(YEAR, stated("200000.01"))]
    undated = Contract("c", term=YEAR, value=stated("1.00"), options=options)
    dated = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=options)
    assert asked(undated, yearly("contract year")) == "undetermined"
    assert asked(dated, yearly(), Window("w", MINUTE, FIRST)) == "undetermined"


def test_an_option_to_a_day_after_one_of_no_stated_length_may_be_of_any_year_so_far() -> None:
    options = [
        Option(value=stated("1.00")),
        Option(None, stated("200000.01"), None, date(2026, 3, 31)),
    ]
    contract = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=options)
    assert asked(contract, yearly("contract year"), TWO_YEARS) == "undetermined"


FIVE_YEARS: Final = Window("w", MINUTE, FIRST, date(2029, 3, 31))
PROFILE: Final = tuple(
    Cap(f"cap {year}", MINUTE, Figure.pounds("200000.00"), where={"year": f"20{year}/{year + 1}"})
    for year in range(24, 29)
)
FOR_EACH_YEAR: Final = tuple(
    For(f"words {year}", MINUTE, {"year": f"20{year}/{year + 1}"}, attrs.evolve(cap, where=()))
    for year, cap in enumerate(PROFILE, start=24)
)
OF_YEARS: Final[dict[str, tuple[Clause, ...]]] = {
    "year": (yearly("year"),),
    "contract year": (yearly("contract year"),),
    "profile": PROFILE,
    "words for each year": FOR_EACH_YEAR,
}


def two_years(firm: str, *options: Option, first: Day | None = FIRST) -> Contract:
    return Contract("c", first, term=Term(years=2), value=stated(firm), options=options)


def verdict(proposal: Proposal, *clauses: Clause, used: Used | None = None) -> Verdict:
    under = Authority("a", MINUTE, (AWARD, EXTEND), (*clauses, FIVE_YEARS))
    return judge(proposal, under=under, used=used)


@pytest.mark.parametrize("kind", OF_YEARS)
class TestAPartOfSeveralYears:
    """A part longer than a year has no more than the figures of its own years together."""

    @pytest.mark.parametrize(
        ("firm", "option", "expected"),
        [
            ("399999.99", "1.00", "undetermined"),
            ("400000.00", "1.00", "undetermined"),
            ("400000.01", "1.00", "not met"),
            ("400000.01", "0.00", "not met"),
            # the option has one year, and all three have three
            ("1.00", "200000.01", "not met"),
            ("400000.00", "200000.00", "undetermined"),
        ],
    )
    def test_the_firm_term_is_held_against_its_two_years_beside_an_option(
        self, kind: str, firm: str, option: str, expected: str
    ) -> None:
        made = Proposal(AWARD, two_years(firm, Option(YEAR, stated(option))))
        found = verdict(made, *OF_YEARS[kind])
        assert str(found.result) == expected
        assert label(found) == ("exceeds" if expected == "not met" else label(found))

    @pytest.mark.parametrize(
        ("option", "expected"), [("400000.00", "undetermined"), ("400000.01", "not met")]
    )
    def test_an_option_of_two_years_is_held_against_these_when_it_is_offered_and_taken(
        self, kind: str, option: str, expected: str
    ) -> None:
        contract = Contract(
            "c",
            FIRST,
            term=YEAR,
            value=stated("100000.00"),
            options=[Option(Term(years=2), stated(option))],
        )
        for asked in (Proposal(AWARD, contract), Proposal.exercising(contract)):
            assert str(verdict(asked, *OF_YEARS[kind]).result) == expected

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ("400000.00", "400000.00", "undetermined"),
            ("400000.01", "0.00", "not met"),
            ("0.00", "400000.01", "not met"),
        ],
    )
    def test_two_options_of_two_years_have_two_figures_each(
        self, kind: str, first: str, second: str, expected: str
    ) -> None:
        options = [Option(Term(years=2), stated(each)) for each in (first, second)]
        contract = Contract("c", FIRST, term=YEAR, value=stated("1.00"), options=options)
        assert str(verdict(Proposal(AWARD, contract), *OF_YEARS[kind]).result) == expected


@pytest.mark.parametrize("kind", ["year", "profile", "words for each year"])
class TestPartsThatMeetInOneYear:
    """From October, each part of a year touches two financial years, one with the next."""

    @pytest.mark.parametrize(
        ("second", "third", "expected"),
        [
            ("300000.00", "300000.00", "undetermined"),
            ("300000.00", "300000.01", "not met"),
            ("400000.01", "0.00", "not met"),
        ],
    )
    def test_two_that_follow_one_another_have_the_three_years_of_both(
        self, kind: str, second: str, third: str, expected: str
    ) -> None:
        prices = ("0.00", second, third, "0.00")
        contract = Contract(
            "c",
            date(2024, 10, 1),
            term=YEAR,
            value=stated("0.00"),
            options=[Option(YEAR, stated(each)) for each in prices[1:]],
        )
        assert str(verdict(Proposal(AWARD, contract), *OF_YEARS[kind]).result) == expected

    @pytest.mark.parametrize(
        ("firm", "expected"),
        [("299999.99", "undetermined"), ("300000.00", "undetermined"), ("300000.01", "not met")],
    )
    def test_what_was_used_of_a_year_is_not_there_for_a_part(
        self, kind: str, firm: str, expected: str
    ) -> None:
        under = Authority("a", MINUTE, (AWARD, EXTEND), (*OF_YEARS[kind], FIVE_YEARS))
        before = Contract("b", date(2025, 4, 1), date(2026, 3, 31), value=stated("100000.00"))
        used = Used().after(Proposal(AWARD, before), under=under)
        made = Proposal(AWARD, two_years(firm, Option(YEAR, stated("0.00"))))
        assert str(judge(made, under=under, used=used).result) == expected


@pytest.mark.parametrize(
    ("firm", "option", "expected"),
    [
        ("600000.00", "0.00", "undetermined"),
        ("600000.01", "0.00", "not met"),
        ("1.00", "400000.01", "not met"),
        ("500000.00", "300000.00", "undetermined"),
        ("500000.00", "300000.01", "not met"),
    ],
)
def test_with_no_first_day_a_part_touches_one_year_more_than_it_is_long(
    firm: str, option: str, expected: str
) -> None:
    contract = two_years(firm, Option(YEAR, stated(option)), first=None)
    assert str(verdict(Proposal(AWARD, contract), yearly()).result) == expected


@pytest.mark.parametrize(
    ("option", "expected"), [("400000.00", "undetermined"), ("400000.01", "not met")]
)
def test_so_does_an_option_after_one_of_no_stated_length(option: str, expected: str) -> None:
    options = [Option(None, stated("0.00")), Option(YEAR, stated(option))]
    contract = Contract("c", FIRST, term=YEAR, value=stated("0.00"), options=options)
    assert str(verdict(Proposal(AWARD, contract), yearly()).result) == expected


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        # two contracts of two years have four figures, and one of them has two
        ([line("800000.00")], "undetermined"),
        ([line("800000.01")], "not met"),
        ([line("400000.00", contract="1"), line("1.00", contract="2")], "undetermined"),
        ([line("400000.01", contract="1"), line("1.00", contract="2")], "not met"),
        ([line("400000.00", contract="1"), line("400000.00")], "undetermined"),
        ([line("400000.00", contract="1"), line("400000.01")], "not met"),
    ],
)
def test_each_of_several_contracts_has_the_figures_of_its_own_years(
    amounts: list[Line], expected: str
) -> None:
    cap = Cap("cap", MINUTE, Figure.pounds("200000.00"), per=("contract", "year"))
    contract = Contract("c", FIRST, term=Term(years=2), amounts=amounts, number=2)
    assert str(verdict(Proposal(AWARD, contract), cap).result) == expected


@pytest.mark.parametrize(
    ("one", "expected"), [("400000.00", "undetermined"), ("400000.01", "not met")]
)
@pytest.mark.parametrize("per", [("year", "lot"), ("lot", "year")])
def test_a_lot_has_the_figures_of_its_own_years_whatever_the_others_leave(
    per: tuple[str, ...], one: str, expected: str
) -> None:
    cap = Cap("cap", MINUTE, Figure.pounds("200000.00"), per=per)
    amounts = [line("1.00", lot="2"), line(one, lot="1"), line("1.00", lot="2", year="2024/25")]
    contract = Contract("c", FIRST, term=Term(years=2), amounts=amounts)
    assert str(verdict(Proposal(AWARD, contract), cap).result) == expected


def test_two_parts_have_the_eighth_ninth_and_tenth_years_together() -> None:
    cap, days = yearly("contract year"), Window("w", MINUTE, FIRST, date(2036, 3, 31))
    amounts = [line("300000.00", option=str(number)) for number in (1, 2)]
    options = [Option(Term(months=18)), Option(Term(months=18))]
    for last, expected in (("0.00", "undetermined"), ("0.01", "not met")):
        contract = Contract(
            "c",
            FIRST,
            term=Term(years=7),
            options=options,
            amounts=[*amounts, line(last, option="1")],
        )
        assert asked(contract, cap, days) == expected


def test_a_finding_on_one_part_names_its_years_and_no_remedy() -> None:
    made = Proposal(AWARD, two_years("400000.01", Option(YEAR, stated("1.00"))))
    (finding,) = verdict(made, *PROFILE).unmet
    assert finding.title == "Value, year 2024/25, 2025/26 together"
    assert (finding.measured, finding.permitted) == (
        Money.pounds("400000.01"),
        Money.pounds("400000.00"),
    )
    assert finding.remedy is None
    (one,) = verdict(Proposal(AWARD, two_years("400000.01")), *PROFILE).unmet
    assert one.remedy is not None
    assert one.remedy.nearest == Money.pounds("400000.00")
    (each,) = verdict(made, yearly()).unmet
    assert each.title == "Value per year, 2 together"


@pytest.mark.parametrize(
    ("pounds", "one_less", "both_less"),
    [
        ("99.98", "within", "within"),
        ("99.99", "within", "exceeds"),
        ("100.00", "exceeds", "exceeds"),
        ("100.01", "exceeds", "exceeds"),
    ],
)
def test_each_figure_that_must_not_be_reached_leaves_a_penny(
    pounds: str, one_less: str, both_less: str
) -> None:
    first, second = (
        Cap(year, MINUTE, Figure.pounds("50.00"), where={"year": year}, strict=True)
        for year in ("2024/25", "2025/26")
    )
    reached = attrs.evolve(second, strict=False)
    made = Proposal(AWARD, two_years(pounds))
    assert label(verdict(made, first, reached)) == one_less
    assert label(verdict(made, first, second)) == both_less
