"""Figures on breaks: published, still to come or not recorded, and added up by unit."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from carerslib.citations import Citation
from carerslib.commissioning.monitoring import (
    Awaited,
    BreakReturn,
    BreakUse,
    check_return,
    total_breaks,
)
from carerslib.errors import InvalidValueError
from carerslib.money import Money
from carerslib.periods import FinancialYear
from carerslib.services import BreakCode, Quantity, System, Unit
from carerslib.verdicts import Finding, Result, Verdict

SOURCE: Final = Citation.record("Carers strategy for Herefordshire", "paragraph 2.4")
TO_COME: Final = Awaited(
    before="the strategy is published", being_finalised=True, asked_by="group leader"
)
THREE_WORDS: Final = (
    (System.CHILDREN, "short break"),
    (System.ADULTS, "replacement care"),
    (System.HEALTH, "carers' breaks"),
)


def _return(**figures: Any) -> BreakReturn:  # noqa: ANN401 - fields by name
    return BreakReturn(reference="breaks", title="Short breaks and respite", **figures)


def _found(verdict: Verdict, rule: str) -> Finding:
    return next(each for each in verdict.findings if each.rule == rule)


PUBLISHED: Final[dict[str, Any]] = {
    "places": 12,
    "units": Quantity(40, Unit.NIGHT),
    "people": 30,
    "spend": Money.pounds("394583.00"),
}


@pytest.mark.parametrize("field", PUBLISHED)
def test_a_figure_is_published_still_to_come_or_not_recorded(field: str) -> None:
    out = _found(check_return(_return(**PUBLISHED)), f"breaks.{field}")
    to_come = _found(check_return(_return(**PUBLISHED | {field: TO_COME})), f"breaks.{field}")
    unknown = _found(check_return(_return(**PUBLISHED | {field: None})), f"breaks.{field}")
    assert (out.result, out.missing) == (Result.MET, ())
    assert (to_come.result, to_come.binding, to_come.measured) == (
        Result.UNDETERMINED,
        True,
        "not yet published",
    )
    assert to_come.note == "promised before the strategy is published"
    assert (unknown.result, unknown.binding) == (Result.UNDETERMINED, False)
    for found in (to_come, unknown):
        assert [each.field for each in found.missing] == [field]


@pytest.mark.parametrize(
    ("figures", "result"),
    [
        (PUBLISHED, Result.MET),
        (PUBLISHED | {"spend": TO_COME}, Result.UNDETERMINED),
        ({}, Result.NOT_APPLICABLE),
        ({"people": 0}, Result.MET),
    ],
)
def test_what_is_still_to_come_leaves_the_return_open(
    figures: dict[str, Any], result: Result
) -> None:
    assert check_return(_return(**figures)).result is result


def test_nothing_is_said_of_a_promise_without_one() -> None:
    found = _found(check_return(_return(places=Awaited(by=date(2017, 9, 1)))), "breaks.places")
    assert found.note == ""


def test_figures_under_three_words_and_in_two_units_stand_side_by_side() -> None:
    units = [Quantity(40, Unit.NIGHT), Quantity(6, Unit.SESSION)]
    given = _return(**PUBLISHED | {"units": units}, words=THREE_WORDS, source=SOURCE)
    verdict = check_return(given)
    words, added = _found(verdict, "services.words"), _found(verdict, "services.units")
    assert (words.result, words.binding) == (Result.UNDETERMINED, False)
    assert (added.result, added.binding) == (Result.NOT_MET, False)
    assert verdict.result is Result.MET
    assert _found(verdict, "breaks.units").measured == ("40 nights", "6 sessions")
    assert _found(verdict, "breaks.spend").citation is SOURCE
    assert given.systems == (System.CHILDREN, System.ADULTS, System.HEALTH)


def test_one_word_is_not_compared_with_itself() -> None:
    rules = {each.rule for each in check_return(_return(words=THREE_WORDS[:1])).findings}
    assert "services.words" not in rules


def _use(reference: str, code: BreakCode, nights: int, purpose: bool | None = None) -> BreakUse:  # noqa: FBT001 - a fact
    return BreakUse(
        reference=reference,
        system=System.CHARGING,
        word="temporary resident",
        code=code,
        quantity=Quantity(nights, Unit.NIGHT),
        carer_purpose=purpose,
    )


def test_temporary_stays_without_a_carers_purpose_are_left_out() -> None:
    uses = [
        _use("respite", BreakCode.RESIDENTIAL_RESPITE, 10),
        _use("for the carer", BreakCode.TEMPORARY_STAY, 20, purpose=True),
        _use("after hospital", BreakCode.TEMPORARY_STAY, 40, purpose=False),
        _use("not said", BreakCode.TEMPORARY_STAY, 80),
        _use("a line of spending", BreakCode.FUND_LINE, 160),
    ]
    totals = total_breaks("breaks", uses)
    assert totals.counted == (Quantity(30, Unit.NIGHT),)
    assert totals.with_open == (Quantity(110, Unit.NIGHT),)
    assert totals.left_out == ("after hospital", "a line of spending")
    assert totals.still_open == ("not said",)
    assert totals.finding.result is Result.UNDETERMINED
    assert [each.field for each in totals.finding.missing] == ["not said.carer_purpose"]


def test_breaks_are_added_by_unit_and_nothing_is_open_where_all_is_said() -> None:
    hours = BreakUse(
        reference="sitting",
        system=System.ADULTS,
        word="replacement care",
        code=BreakCode.REPLACEMENT_CARE,
        quantity=Quantity(20, Unit.HOUR),
    )
    totals = total_breaks("breaks", [_use("stay", BreakCode.RESIDENTIAL_RESPITE, 10), hours])
    assert totals.counted == (Quantity(20, Unit.HOUR), Quantity(10, Unit.NIGHT))
    assert (totals.with_open, totals.finding.result) == (totals.counted, Result.MET)


WRONG: Final[dict[str, tuple[Any, dict[str, Any], str]]] = {
    "no key": (BreakReturn, {"reference": "", "title": "t"}, "reference"),
    "a year that is a number": (_return, {"year": 2017}, "year"),
    "a word of nobody": (_return, {"words": [("council", "respite")]}, "words"),
    "an empty word": (_return, {"words": [(System.ADULTS, "")]}, "words"),
    "places below nothing": (_return, {"places": -1}, "places"),
    "people in words": (_return, {"people": "many"}, "people"),
    "units that are a number": (_return, {"units": [40]}, "units"),
    "spending below nothing": (_return, {"spend": Money.pence(-1)}, "spend"),
    "spending that is a number": (_return, {"spend": 5}, "spend"),
    "a promise in words": (Awaited, {"by": "soon"}, "by"),
    "an asker that is none": (Awaited, {"asked_by": None}, "asked_by"),
    "a code in words": (
        BreakUse,
        {
            "reference": "u",
            "system": System.ADULTS,
            "word": "respite",
            "code": "respite",
            "quantity": Quantity(1, Unit.NIGHT),
        },
        "code",
    ),
}


@pytest.mark.parametrize(("make", "fields", "field"), WRONG.values(), ids=WRONG)
def test_what_can_never_be_right_is_refused(make: Any, fields: dict[str, Any], field: str) -> None:  # noqa: ANN401 - a constructor
    with pytest.raises(InvalidValueError) as caught:
        make(**fields)
    assert caught.value.field == field


def test_only_a_return_is_checked() -> None:
    with pytest.raises(InvalidValueError, match="a BreakReturn"):
        check_return(TO_COME)  # type: ignore[arg-type] # refused


def test_spending_of_two_years_of_one_council_is_held_as_it_was_told() -> None:
    told = [
        _return(year=FinancialYear(year), spend=Money.pounds(spend), covers=("respite", "grants"))
        for year, spend in ((2015, "445206.00"), (2016, "394583.00"))
    ]
    assert [check_return(each).result for each in told] == [Result.MET, Result.MET]


def test_a_year_may_be_written_as_it_is_spoken_of() -> None:
    assert BreakReturn(reference="R", title="Breaks", year="2017/18").year == FinancialYear(2017)
    with pytest.raises(InvalidValueError, match="2018/19"):
        BreakReturn(reference="R", title="Breaks", year="2017")


def test_units_in_words_are_refused_whole() -> None:
    wrong: Any = "40 nights"
    with pytest.raises(InvalidValueError) as refused:
        BreakReturn(reference="R", title="Breaks", units=wrong)
    assert (refused.value.field, refused.value.value) == ("units", ("40 nights",))
