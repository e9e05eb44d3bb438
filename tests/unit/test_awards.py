"""Resolutions, authorities and proposals, and judging one under the other."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from carerslib import explain
from carerslib.awards import (
    AWARD,
    EXTEND,
    RULES,
    Authority,
    Power,
    Proposal,
    Resolution,
    Used,
    headroom,
    judge,
    judge_each,
)
from carerslib.citations import Citation
from carerslib.clauses import Adds, Cap, Figure, Group, Length, Measure, Of, Request, Room, Tally
from carerslib.contracts import Contract, Option
from carerslib.errors import InvalidRecordError, InvalidValueError
from carerslib.money import Money
from carerslib.periods import DateRange, Term
from carerslib.prices import Price
from carerslib.rules import rule
from carerslib.verdicts import Aspect, Finding, Missing, Remedy, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from carerslib.basis import Basis

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
TEN: Final = Figure.pounds("10.00")
CAP: Final = Cap("c.value", MINUTE, TEN)
AUTHORITY: Final = Authority("c", MINUTE, (AWARD,), (CAP,))
RESOLUTION: Final = Resolution("R", "cabinet", MINUTE, date(2017, 6, 22), (AUTHORITY,))


def proposal(amount: str = "1.00", reference: str = "A", power: Power = AWARD) -> Proposal:
    price = Price.as_stated(Money.pounds(amount))
    return Proposal(power, Contract(reference, value=price))


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("make", "fields"),
        [
            (lambda: Authority("", "paragraph (c)", (AWARD,)), ["reference", "source"]),  # type: ignore[arg-type]
            (lambda: Authority("c", MINUTE, (AWARD,), ("five years",)), ["clauses"]),  # type: ignore[arg-type]
            (lambda: Authority("c", MINUTE, (AWARD,), (CAP, CAP)), ["clauses"]),
            (lambda: Resolution("", "cabinet", "minute"), ["reference", "source"]),  # type: ignore[arg-type]
            (lambda: Resolution("R", "cabinet", MINUTE, datetime(2017, 6, 22)), ["resolved_on"]),
            (lambda: Resolution("R", "cabinet", MINUTE, None, ("c",)), ["authorities"]),  # type: ignore[arg-type]
            (lambda: Proposal(AWARD, "A"), ["contract"]),  # type: ignore[arg-type]
            (
                lambda: Proposal(Power(""), Contract("A"), "", datetime(2018, 4, 1), reference=""),
                ["power", "reference", "by", "on"],
            ),
        ],
    )
    def test_a_record_that_can_never_be_right(
        self, make: Callable[[], object], fields: list[str]
    ) -> None:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [each.field for each in error.value.problems] == fields

    def test_two_clauses_of_one_reference_are_told(self) -> None:
        other = Length("c.value", MINUTE, Term(years=5))
        with pytest.raises(InvalidValueError) as error:
            Authority("c", MINUTE, (AWARD,), (CAP, other))
        assert str(error.value) == (
            "clauses: expected references that are each used once, got 'c.value'"
        )

    def test_clauses_and_authorities_of_one_reference_are_told_across_a_resolution(self) -> None:
        dearer = Cap("c.value", MINUTE, Figure.pounds("11.00"))
        twice = (AUTHORITY, attrs.evolve(AUTHORITY, clauses=(dearer,)))
        with pytest.raises(InvalidRecordError) as error:
            Resolution("R", "cabinet", MINUTE, None, twice)
        assert [each.field for each in error.value.problems] == ["authorities", "clauses"]

    def test_what_is_judged_is_a_proposal_under_a_resolution(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            judge("award", under=RESOLUTION)  # type: ignore[arg-type]
        assert str(error.value) == "proposal: expected a Proposal, got 'award'"
        with pytest.raises(InvalidValueError) as error:
            judge(proposal(), under="paragraph (c)")  # type: ignore[arg-type]
        assert error.value.expected == "a Resolution or an Authority"
        for ask in (
            lambda: judge(proposal(), under=RESOLUTION, basis={"counts options": "none"}),  # type: ignore[arg-type]
            lambda: headroom(RESOLUTION, basis={"counts options": "none"}),  # type: ignore[arg-type]
        ):
            with pytest.raises(InvalidValueError) as error:
                ask()
            assert str(error.value) == (
                "basis: expected a Basis, as RULES.basis(...) gives it, "
                "got {'counts options': 'none'}"
            )
        with pytest.raises(InvalidValueError) as error:
            list(judge_each(["award"], under=RESOLUTION))  # type: ignore[list-item]
        assert error.value.field == "proposal"


class TestJudging:
    def test_one_authority_that_allows_it_is_enough(self) -> None:
        other = Authority("d", MINUTE, (AWARD,), (Cap("d.value", MINUTE, Figure.pounds("0.50")),))
        resolution = attrs.evolve(RESOLUTION, authorities=(other, AUTHORITY))
        verdict = judge(proposal(), under=resolution)
        assert verdict.is_met
        assert [part.result for part in verdict.parts] == [Result.NOT_MET, Result.MET]

    def test_a_resolution_that_gives_no_power_allows_nothing(self) -> None:
        verdict = judge(proposal(), under=attrs.evolve(RESOLUTION, authorities=()))
        (power,) = verdict.unmet
        assert (power.aspect, power.measured, power.permitted) == (Aspect.POWER, "award", ())
        assert power.note == "the resolution gives no power"

    @pytest.mark.parametrize(
        "under",
        [Resolution("R", "cabinet", MINUTE), Authority("c", MINUTE, ())],
        ids=["a resolution that gives none", "an authority that gives none"],
    )
    def test_where_no_power_is_given_none_is_permitted(self, under: Resolution | Authority) -> None:
        text = explain.as_text(judge(proposal(), under=under))
        assert "Power (" in text
        assert "Measured: award; permitted: none." in text

    def test_another_power_is_not_given(self) -> None:
        (power,) = judge(proposal(power=EXTEND), under=AUTHORITY).unmet
        assert (power.rule, power.measured, power.comparison) == ("c", "extend", "only")

    def test_one_of_several_powers_is_enough(self) -> None:
        both = Authority("c", MINUTE, (AWARD, EXTEND))
        power = judge(proposal(power=EXTEND), under=both).findings[0]
        assert (power.result, power.comparison) == (Result.MET, "one of")

    def test_the_verdict_names_the_proposal_the_paragraph_and_the_rule_set(self) -> None:
        verdict = judge(proposal(), under=AUTHORITY)
        assert verdict.title == "Cabinet, 22 June 2017, paragraph (c)"
        assert (verdict.subject, verdict.chosen) == ("A", "")
        assert verdict.basis == RULES.basis()
        assert str(verdict.basis).startswith("carerslib.awards ")

    def test_options_count_from_the_award_or_as_they_are_taken_up(self) -> None:
        option = Option(Term(years=1), Price.as_stated(Money.pounds("9.01")))
        base = proposal()
        proposed = attrs.evolve(base, contract=attrs.evolve(base.contract, options=(option,)))
        as_taken = RULES.basis(conventions={"counts options": "as exercised"})
        assert judge(proposed, under=AUTHORITY).result is Result.NOT_MET
        assert judge(proposed, under=AUTHORITY, basis=as_taken).is_met

    def test_a_convention_is_chosen_by_a_name_that_awards_know(self) -> None:
        with pytest.raises(InvalidValueError) as error:
            RULES.basis(conventions={"count options": "as exercised"})
        assert error.value.value == "count options"
        names = error.value.expected.removeprefix("one of ").split(", ")
        assert {"counts options", "counted awards", "release on early end", "indexation"} <= {
            *names
        }

    def test_a_register_is_judged_in_its_order_and_a_breach_counts_on(self) -> None:
        made = [proposal("6.00", "A"), proposal("4.01", "B"), proposal("0.01", "C")]
        results = [verdict.result for verdict in judge_each(made, under=AUTHORITY)]
        assert results == [Result.MET, Result.NOT_MET, Result.NOT_MET]

    def test_what_another_power_was_used_for_does_not_count(self) -> None:
        made = [proposal("10.00", "A", EXTEND), proposal("10.00", "B")]
        results = [verdict.result for verdict in judge_each(made, under=AUTHORITY)]
        assert results == [Result.NOT_MET, Result.MET]
        assert Used().after(*made, under=AUTHORITY) == Used().after(made[1], under=AUTHORITY)


@rule(
    id="own.reference",
    title="Reference",
    citation=MINUTE,
    in_force=DateRange(date(2018, 4, 1), date(2019, 3, 31)),
)
def starts_with_a(proposed: Proposal, basis: Basis) -> Iterator[Finding]:
    del basis
    result = Result.MET if proposed.reference.startswith("A") else Result.NOT_MET
    yield Finding("own.reference", "Reference", result, Aspect.RECORD, proposed.reference, MINUTE)


class TestRulesOfTheCouncil:
    RULES: Final = RULES.extended([starts_with_a], name="our rules", edition="1")

    def ask(self, reference: str, on: date | None) -> Verdict:
        proposed = attrs.evolve(proposal(reference=reference), on=on)
        return judge(proposed, under=AUTHORITY, rules=self.RULES)

    @pytest.mark.parametrize(
        ("reference", "on", "result"),
        [
            ("A", date(2018, 4, 1), Result.MET),
            ("B", date(2018, 4, 1), Result.NOT_MET),
            ("B", date(2018, 3, 31), Result.MET),
            ("A", None, Result.UNDETERMINED),
        ],
    )
    def test_they_are_asked_besides_the_clauses_on_their_days(
        self, reference: str, on: date | None, result: Result
    ) -> None:
        assert self.ask(reference, on).result is result

    def test_without_a_day_nobody_knows_which_are_in_force(self) -> None:
        verdict = self.ask("A", None)
        (missing,) = verdict.missing
        assert missing == Missing("proposal.on", "the day of the act, as rules are in force by day")
        assert verdict.as_asked is Result.MET

    def test_the_verdict_names_the_council_s_rule_set(self) -> None:
        verdict = self.ask("A", date(2018, 4, 1))
        assert verdict.basis is not None
        assert (str(verdict.basis), verdict.basis.own_rules) == ("our rules 1", ("own.reference",))


@attrs.frozen
class AtMostOne:
    """A clause from outside the library, which keeps count."""

    reference: str = "own"
    source: Citation = MINUTE
    limits: tuple[str, ...] = ("amount", "start", "end")

    def adds(self, request: Request, basis: Basis) -> Adds:
        del request, basis
        return (((), 1),)

    def result(self, request: Request, tally: Tally, basis: Basis) -> Result:
        del request, basis
        return Result.MET if tally[1] == (1,) else Result.NOT_MET

    def finding(self, request: Request, tally: Tally, basis: Basis) -> Finding:
        result = self.result(request, tally, basis)
        return Finding("own", "One", result, Aspect.COUNT, request.reference, MINUTE)

    def room(self, used: Mapping[Group, Measure], basis: Basis) -> tuple[Room, ...]:
        del basis
        return (Room("own", "One", (), 1 - len(used), MINUTE),)


def test_a_clause_of_the_council_s_own_needs_no_base_class() -> None:
    under = Authority("c", MINUTE, (AWARD,), (AtMostOne(),))
    results = [verdict.result for verdict in judge_each([proposal(), proposal()], under=under)]
    assert results == [Result.MET, Result.NOT_MET]
    assert headroom(under, Used().after(proposal(), under=under))[0].left == 0


NOT_NEGATIVE: Final = "expected Money, a Price, or a whole number, that is not negative"


class TestUsed:
    def test_totals_that_the_caller_knows_are_taken(self) -> None:
        used = Used.stated(
            {
                "c.value": Money.pounds("4.00"),
                "n": 2,
                "y": {"2018/19": Money.pounds("1.00"), ("2019/20", "1"): 3},
            }
        )
        assert used.of("c.value") == {(): 400}
        assert used.of("n") == {(): 2}
        assert used.of("y") == {("2018/19",): 100, ("2019/20", "1"): 3}
        assert used.of("nothing") == {}

    @pytest.mark.parametrize("given", [4.0, True, "4.00"])
    def test_a_float_or_text_for_money_is_refused(self, given: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidValueError) as error:
            Used.stated({"c.value": given})
        assert str(error.value) == (
            "used['c.value']: expected Money, a Price, a whole number, or a dict of these by "
            "group, "
            f"got {given!r}"
        )

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ({"2018/19": 4.0}, f"used['y, 2018/19']: {NOT_NEGATIVE}, got 4.0"),
            ({"2018/19": {"1": 4}}, f"used['y, 2018/19']: {NOT_NEGATIVE}, got {{'1': 4}}"),
            ({"2018/19": -1}, f"used['y, 2018/19']: {NOT_NEGATIVE}, got -1"),
            (-1, f"used['y']: {NOT_NEGATIVE}, got -1"),
            (
                Money.pounds("-0.01"),
                f"used['y']: {NOT_NEGATIVE}, got Money.pounds('-0.01')",
            ),
            (
                {2018: 4},
                (
                    "used['y']: expected groups by name, such as '2018/19', or by several names "
                    "in a tuple, got 2018"
                ),
            ),
        ],
    )
    def test_a_wrong_group_or_amount_is_refused_by_name(self, given: Any, says: str) -> None:  # noqa: ANN401
        with pytest.raises(InvalidValueError) as error:
            Used.stated({"y": given})
        assert str(error.value) == says

    def test_what_is_used_is_kept_and_not_changed(self) -> None:
        none = Used()
        one = none.after(proposal("4.00"), under=RESOLUTION)
        assert none.of("c.value") == {}
        assert one.of("c.value") == {(): 400}

    def test_headroom_is_given_for_every_clause_that_sets_a_limit(self) -> None:
        number = Cap("c.number", MINUTE, Figure(3), of=Of.COUNT)
        under = attrs.evolve(AUTHORITY, clauses=(CAP, number))
        used = Used().after(proposal("4.00"), under=under)
        assert [(room.clause, room.left) for room in headroom(under, used)] == [
            ("c.value", Money.pounds("6.00")),
            ("c.number", 2),
        ]


class TestAmending:
    PROPOSAL: Final = Proposal(
        AWARD,
        Contract(
            "A",
            date(2018, 4, 1),
            date(2021, 3, 31),
            value=Price.as_stated(Money.pounds("10.01")),
        ),
        reference="P",
    )

    @pytest.mark.parametrize(
        ("field", "nearest", "changed"),
        [
            ("value", Money.pounds("10.00"), {"value": Price.as_stated(Money.pounds("10.00"))}),
            ("last_day", date(2020, 3, 31), {"last_day": date(2020, 3, 31)}),
            ("first_day", date(2019, 4, 1), {"first_day": date(2019, 4, 1)}),
        ],
    )
    def test_a_remedy_changes_the_field_that_it_names(
        self,
        field: str,
        nearest: Any,  # noqa: ANN401
        changed: dict[str, Any],
    ) -> None:
        amended = self.PROPOSAL.amended(Remedy(field, nearest, "change by", 1))
        assert amended.contract == attrs.evolve(self.PROPOSAL.contract, **changed)
        assert amended.reference == "P"

    def test_a_shorter_term_leaves_no_options(self) -> None:
        long = Proposal(AWARD, Contract("A", term=Term(years=5), options=(Option(Term(years=1)),)))
        amended = long.amended(Remedy("term", Term(years=5), "shorten to", Term(years=5)))
        assert amended.contract == Contract("A", term=Term(years=5))

    @pytest.mark.parametrize(
        "remedy",
        [
            Remedy("term", 5, "shorten to", 5),
            Remedy("last_day", 5, "end by", 5),
            Remedy("first_day", Term(years=1), "start by", 5),
            Remedy("holder", date(2018, 4, 1), "ask", 1),
        ],
    )
    def test_what_a_proposal_does_not_have_cannot_be_changed(self, remedy: Remedy) -> None:
        with pytest.raises(InvalidValueError) as error:
            self.PROPOSAL.amended(remedy)
        assert error.value.field == "remedy"
