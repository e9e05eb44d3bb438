"""How long services under section 17 go on after 18, by the subsections of section 17ZH."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from carerslib.assessments import Section17Services, section_17_goes_on
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.verdicts import Result

DAY: Final = date(2026, 11, 1)
MET, NOT_MET = Result.MET, Result.NOT_MET


def services(**facts: bool | None) -> Section17Services:
    return Section17Services(reference="S-1", **facts)


REQUIRED: Final = {"provided": True, "assessment_required": True, "concluded": False}
ASKED_FOR: Final = REQUIRED | {"assessment_required": False, "requested": True}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(REQUIRED | {"assessed_before_18": True}, MET, id="(2) and (3) assessed"),
        pytest.param(
            REQUIRED | {"assessed_before_18": True, "duty_ruled_out": True},
            MET,
            id="(2) and (3) only a conclusion ends them",
        ),
        pytest.param(
            REQUIRED | {"assessed_before_18": True, "concluded": True}, NOT_MET, id="(7) concluded"
        ),
        pytest.param(
            REQUIRED | {"assessed_before_18": False, "duty_ruled_out": False},
            MET,
            id="(4) not assessed yet",
        ),
        pytest.param(
            REQUIRED | {"assessed_before_18": False, "duty_ruled_out": True},
            NOT_MET,
            id="(4)(a) no duty to assess",
        ),
        pytest.param(
            ASKED_FOR | {"request_decided": False, "duty_ruled_out": False},
            MET,
            id="(6) a request undecided",
        ),
        pytest.param(
            ASKED_FOR | {"request_decided": False, "duty_ruled_out": True},
            NOT_MET,
            id="(6)(a) no duty to assess",
        ),
        pytest.param(ASKED_FOR | {"request_decided": True}, NOT_MET, id="(6) a request decided"),
        pytest.param(ASKED_FOR | {"requested": False}, NOT_MET, id="(5) neither"),
        pytest.param({"provided": False}, NOT_MET, id="(1) no services"),
    ],
)
def test_services_go_on_until_there_is_a_conclusion(
    facts: dict[str, bool], expected: Result
) -> None:
    assert section_17_goes_on(services(**facts), on=DAY).result is expected


def test_what_is_not_recorded_is_named() -> None:
    verdict = section_17_goes_on(services(**REQUIRED), on=DAY)
    assert [each.field for each in verdict.missing] == ["assessed_before_18", "duty_ruled_out"]
    assert all("section 17ZH" in each.citation.place for each in verdict.findings)


@pytest.mark.parametrize(("on", "known"), [(date(2015, 3, 31), False), (date(2015, 4, 1), True)])
def test_section_17zh_is_not_known_before_1_april_2015(on: date, *, known: bool) -> None:
    if known:
        assert section_17_goes_on(services(), on=on).is_undetermined
    else:
        with pytest.raises(NotInForceError, match="from 1 April 2015"):
            section_17_goes_on(services(), on=on)


@pytest.mark.parametrize(
    ("given", "field"), [({"provided": 1}, "provided"), ({"reference": " "}, "reference")]
)
def test_services_that_cannot_be_are_refused(given: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Section17Services(**{"reference": "S-1", **given})  # type: ignore[arg-type]
    assert caught.value.field == field


def test_it_is_asked_for_a_date() -> None:
    with pytest.raises(InvalidValueError, match="a date without a time"):
        section_17_goes_on(services(), on="2026")  # type: ignore[arg-type]
