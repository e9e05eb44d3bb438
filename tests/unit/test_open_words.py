"""Words that records leave open: both readings, one of them chosen, and what is not split."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from carerslib.awards import AWARD, EXTEND, RULES, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    EACH_ALONE,
    FIRM_ALONE,
    OF_A_YEAR,
    OF_THE_WHOLE,
    ONE_AT_A_TIME,
    SEVERAL_AT_ONCE,
    TOGETHER,
    WAIVERS,
    WITH_OPTIONS,
    Cap,
    Figure,
    For,
    Kind,
    Length,
    Line,
    Nature,
    Of,
    Only,
    Precondition,
    Reading,
    Readings,
    Steps,
    Taken,
    firm_or_whole,
    numbered,
    one_or_several,
    together_or_alone,
    year_or_whole,
)
from carerslib.contracts import COUNTS_OPTIONS, Contract, Option
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.periods import ByYear, Term
from carerslib.prices import Price
from carerslib.verdicts import Aspect, Result, Verdict

if TYPE_CHECKING:
    from carerslib.clauses import Clause

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
MET, NOT_MET, OPEN = Result.MET, Result.NOT_MET, Result.UNDETERMINED
YEAR: Final = Term(years=1)
HUNDRED: Final = Figure.pounds("100.00")


def pounds(text: str) -> Price:
    return Price.as_stated(Money.pounds(text))


def ask(
    clause: Clause, contract: Contract | None = None, chosen: str | None = None, **known: object
) -> Verdict:
    power = EXTEND if "takes" in known else AWARD
    under = Authority("c", MINUTE, (AWARD, EXTEND), clause)
    readings = {} if chosen is None else {clause.reference: chosen}
    proposal = Proposal(power, contract or Contract("hub"), **known)  # type: ignore[arg-type]
    return judge(proposal, under=under, basis=RULES.basis(readings=readings))


class TestTogetherOrAlone:
    BOTH: Final = together_or_alone("who", MINUTE, ["adults", "children"])

    @pytest.mark.parametrize(
        ("by", "chosen", "expected"),
        [
            (("adults", "children"), None, MET),
            (("adults",), None, OPEN),
            (("adults",), TOGETHER, NOT_MET),
            (("adults",), EACH_ALONE, MET),
            (("finance",), None, NOT_MET),
        ],
    )
    def test_one_director_and_another(
        self, by: tuple[str, ...], chosen: str | None, expected: Result
    ) -> None:
        assert ask(self.BOTH, chosen=chosen, by=by).result is expected


class TestOneOrSeveral:
    TWO: Final = one_or_several("o", MINUTE, (YEAR, YEAR))

    @pytest.mark.parametrize(
        ("months", "chosen", "expected"),
        [
            (12, None, MET),
            (24, None, OPEN),
            (24, ONE_AT_A_TIME, NOT_MET),
            (24, SEVERAL_AT_ONCE, MET),
            (25, None, NOT_MET),
        ],
    )
    def test_two_periods_of_twelve_months(
        self, months: int, chosen: str | None, expected: Result
    ) -> None:
        taken = Taken(1, term=Term(months=months))
        assert ask(self.TWO, chosen=chosen, takes=taken).result is expected


class TestFirmOrWhole:
    VALUE: Final = firm_or_whole("v", MINUTE, HUNDRED)

    @staticmethod
    def with_option(firm: str, option: str) -> Contract:
        return Contract("hub", value=pounds(firm), options=[Option(value=pounds(option))])

    @pytest.mark.parametrize(
        ("firm", "option", "chosen", "expected"),
        [
            ("60.00", "40.00", WITH_OPTIONS, MET),
            ("60.00", "40.01", WITH_OPTIONS, NOT_MET),
            ("100.01", "1.00", FIRM_ALONE, NOT_MET),
            ("100.01", "1.00", None, NOT_MET),
            # read of the firm term alone, nothing limits the price of the option
            ("100.00", "40.00", FIRM_ALONE, OPEN),
            ("100.00", "40.00", None, OPEN),
        ],
    )
    def test_a_value_beside_a_term_with_an_option(
        self, firm: str, option: str, chosen: str | None, expected: Result
    ) -> None:
        assert ask(self.VALUE, self.with_option(firm, option), chosen).result is expected

    @pytest.mark.parametrize(("value", "expected"), [("100.00", MET), ("100.01", OPEN)])
    def test_a_value_in_all_is_inside_whichever_it_covers(
        self, value: str, expected: Result
    ) -> None:
        contract = Contract("hub", value=pounds(value), in_all=True)
        assert ask(self.VALUE, contract).as_asked is expected


class TestYearOrWhole:
    VALUE: Final = year_or_whole("v", MINUTE, HUNDRED)

    @pytest.mark.parametrize(
        ("value", "chosen", "expected"),
        [
            ("100.00", None, MET),
            ("100.01", None, NOT_MET),
            ("100.01", OF_A_YEAR, NOT_MET),
            ("100.01", OF_THE_WHOLE, NOT_MET),
        ],
    )
    def test_a_price_of_no_stated_period_is_of_the_same_unit(
        self, value: str, chosen: str | None, expected: Result
    ) -> None:
        contract = Contract("hub", value=pounds(value))
        assert ask(self.VALUE, contract, chosen).as_asked is expected

    @pytest.mark.parametrize(
        ("chosen", "expected"), [(None, OPEN), (OF_A_YEAR, MET), (OF_THE_WHOLE, NOT_MET)]
    )
    def test_each_of_two_years_at_the_figure_is_open(
        self, chosen: str | None, expected: Result
    ) -> None:
        years = ByYear.of({"2018/19": pounds("100.00"), "2019/20": pounds("100.00")})
        assert ask(self.VALUE, Contract("hub", by_year=years), chosen).result is expected

    @pytest.mark.parametrize(
        "stated",
        [
            {"term": YEAR},
            {"last_day": date(2019, 3, 31)},
            {"first_day": date(2018, 4, 1)},
            {"options": [Option(YEAR)]},
            {"term": YEAR, "in_all": True},
        ],
        ids=["a length", "a last day", "a first day", "an option", "a length in all"],
    )
    def test_a_price_of_a_stated_period_is_of_that_period(self, stated: dict[str, object]) -> None:
        alike = Only("f", MINUTE, "area", "north")
        asked = For("p", MINUTE, {"period": "not stated"}, alike)
        south = Contract("hub", tags={"area": "south"}, **stated)  # type: ignore[arg-type]
        assert ask(asked, south).on(Aspect.SCOPE).result is Result.NOT_APPLICABLE
        bare = Contract("hub", tags={"area": "south"})
        assert ask(asked, bare).result is NOT_MET

    @pytest.mark.parametrize("year", [("year", "2018/19"), ("contract year", "1")])
    def test_so_is_one_by_year(self, year: tuple[str, str]) -> None:
        asked = For("p", MINUTE, {"period": "stated"}, Cap("v", MINUTE, HUNDRED))
        line = Line(pounds("100.01"), (year,))
        assert ask(asked, Contract("hub", amounts=[line])).result is NOT_MET


class TestThingsThatARecordOnlyCounts:
    TWELVE: Final = Only("which", MINUTE, "contract", numbered(12))

    @pytest.mark.parametrize(("name", "expected"), [("1", MET), ("12", MET), ("13", NOT_MET)])
    def test_they_are_named_by_number(self, name: str, expected: Result) -> None:
        assert ask(self.TWELVE, Contract("hub", tags={"contract": name})).result is expected


class TestWhatAmountsAreFor:
    """A lot is named by the contract, or by each of its amounts."""

    LOT_1: Final = (Only("lot", MINUTE, "lot", "1"), Cap("v", MINUTE, HUNDRED))

    @pytest.mark.parametrize(
        ("named", "lots", "expected"),
        [
            (None, ("1", "1"), (MET, MET)),
            (None, ("1", "2"), (NOT_MET, NOT_MET)),
            ("1", ("2", "2"), (NOT_MET, NOT_MET)),
            # an amount that names none leaves open what the whole is for
            (None, ("1", None), (OPEN, MET)),
            ("1", ("1", None), (MET, MET)),
        ],
    )
    def test_all_that_amounts_name_is_held_against_the_words(
        self, named: str | None, lots: tuple[str | None, ...], expected: tuple[Result, Result]
    ) -> None:
        lines = [Line(pounds("1.00"), (("lot", lot),) if lot else ()) for lot in lots]
        contract = Contract("hub", amounts=lines, tags={"lot": named} if named else {})
        under = Authority("c", MINUTE, AWARD, self.LOT_1)
        verdict = judge(Proposal(AWARD, contract), under=under)
        assert (verdict.result, verdict.as_asked) == expected

    def test_the_years_of_amounts_are_no_tag(self) -> None:
        contract = Contract("hub", by_year=ByYear.of({"2018/19": pounds("1.00")}))
        assert contract.by_tag == {}


class TestAReadingThatAsksNothing:
    """A figure that is a limit, or only an estimate; a number of grants, or arithmetic."""

    EITHER: Final = Readings(
        "n",
        MINUTE,
        [
            Reading("a limit", Cap("most", MINUTE, Figure(1), of=Of.COUNT)),
            Reading("arithmetic", Cap("sum", MINUTE, Figure(1, Nature.ESTIMATE), of=Of.COUNT)),
        ],
    )

    @pytest.mark.parametrize(
        ("number", "chosen", "expected"),
        [
            (1, None, MET),
            (2, None, OPEN),
            (2, "a limit", NOT_MET),
            (2, "arithmetic", Result.NOT_APPLICABLE),
        ],
    )
    def test_has_nothing_against_it(
        self, number: int, chosen: str | None, expected: Result
    ) -> None:
        part = ask(self.EITHER, Contract("hub", number=number), chosen).parts[1]
        assert part.result is expected

    def test_where_the_other_refuses_the_readings_differ(self) -> None:
        verdict = ask(self.EITHER, Contract("hub", number=2))
        assert verdict.differs
        assert "Nothing against it: arithmetic" in {each.title for each in verdict.findings}


class TestWaivers:
    NAMED: Final = Precondition("w", MINUTE, "waiver", kind=Kind.WAIVER)

    @pytest.mark.parametrize(
        ("clause", "facts", "expected"),
        [
            (NAMED, {}, (OPEN, MET)),
            (NAMED, {"waiver": False}, (NOT_MET, NOT_MET)),
            (NAMED, {"waiver": True}, (MET, MET)),
            (Precondition("w", MINUTE, "waiver", kind=Kind.FUNDING), {}, (OPEN, OPEN)),
            (
                Precondition("w", MINUTE, "waiver", kind=Kind.WAIVER, recorded=False),
                {},
                (NOT_MET, NOT_MET),
            ),
        ],
    )
    def test_one_that_is_only_named_is_to_be_shown_unless_a_council_takes_it_as_given(
        self, clause: Precondition, facts: dict[str, bool], expected: tuple[Result, Result]
    ) -> None:
        under = Authority("c", MINUTE, AWARD, clause)
        proposal = Proposal(AWARD, Contract("hub"), facts=facts)
        bases = [RULES.basis(conventions={WAIVERS.name: each}) for each in WAIVERS.options]
        found = tuple(judge(proposal, under=under, basis=each).result for each in bases)
        assert found == expected


class TestALengthInAll:
    FIVE: Final = (
        Length("firm", MINUTE, Term(months=36), of="firm"),
        Length("whole", MINUTE, Term(months=60)),
        Steps("options", MINUTE, (Term(months=24),)),
    )

    @pytest.mark.parametrize(("months", "expected"), [(60, MET), (61, NOT_MET)])
    def test_is_held_against_the_whole_and_not_the_firm_term(
        self, months: int, expected: Result
    ) -> None:
        under = Authority("c", MINUTE, AWARD, self.FIVE)
        contract = Contract("hub", term=Term(months=months), in_all=True)
        verdict = judge(Proposal(AWARD, contract), under=under)
        assert verdict.as_asked is expected
        # how much of it is firm is not known, nor how long its option is
        assert verdict.result is (OPEN if expected is MET else NOT_MET)

    def test_the_same_length_as_a_firm_term_is_too_long(self) -> None:
        under = Authority("c", MINUTE, AWARD, self.FIVE)
        assert judge(Proposal(AWARD, Contract("hub", term=Term(months=60))), under=under).unmet

    def test_its_amounts_may_be_of_any_part(self) -> None:
        contract = Contract(
            "hub",
            date(2018, 4, 1),
            date(2023, 3, 31),
            value=pounds("5.00"),
            uplift=ByYear.of({"2019/20": pounds("1.00")}),
            in_all=True,
        )
        assert [line.place and line.tag("part") for line in contract.whole.lines] == [(), "uplift"]
        assert (contract.firm.last, contract.firm.lines) == (None, ())

    def test_counted_as_exercised_nothing_is_known_of_it(self) -> None:
        under = Authority("c", MINUTE, AWARD, Length("l", MINUTE, Term(months=12)))
        basis = RULES.basis(conventions={COUNTS_OPTIONS.name: "as exercised"})
        contract = Contract("hub", term=Term(months=60), in_all=True)
        assert judge(Proposal(AWARD, contract), under=under, basis=basis).result is OPEN

    def test_what_is_too_long_may_be_shortened(self) -> None:
        under = Authority("c", MINUTE, AWARD, Length("l", MINUTE, Term(months=60)))
        proposal = Proposal(AWARD, Contract("hub", term=Term(months=61), in_all=True))
        (finding,) = judge(proposal, under=under).unmet
        assert finding.remedy is not None
        assert judge(proposal.amended(finding.remedy), under=under).is_met

    def test_there_are_no_options_beside_it(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            Contract("hub", options=[Option(YEAR)], in_all=True)
        assert error.value.field == "options"
