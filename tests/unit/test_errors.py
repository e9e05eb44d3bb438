"""What a developer is told when the library is called wrongly."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest

from carerslib.errors import (
    WITHHELD,
    CarerslibError,
    InvalidRecordError,
    InvalidValueError,
    NotInForceError,
    UnknownYearError,
    VerdictNotMetError,
    VerdictTruthError,
    require,
)

WRONG_AMOUNT = InvalidValueError("amount", 12.5, "Money")
WRONG_DAY = InvalidValueError("starts", "soon", "a date without a time")


def test_a_wrong_value_is_told_by_field_value_and_what_was_expected() -> None:
    assert str(WRONG_AMOUNT) == "amount: expected Money, got 12.5"
    assert (WRONG_AMOUNT.field, WRONG_AMOUNT.value, WRONG_AMOUNT.expected) == (
        "amount",
        12.5,
        "Money",
    )
    assert WRONG_AMOUNT.problems == (WRONG_AMOUNT,)


def test_a_value_about_a_person_is_not_shown() -> None:
    error = InvalidValueError("needs", WITHHELD, "text")
    assert str(error) == "needs: expected text, got a value that is not shown"


def test_what_stands_for_a_withheld_value_stays_itself_when_stored() -> None:
    assert pickle.loads(pickle.dumps(WITHHELD)) is WITHHELD  # noqa: S301 - our own bytes
    assert copy.deepcopy(WITHHELD) is WITHHELD


def test_nothing_wrong_raises_nothing() -> None:
    require(None, None)
    require()


def test_one_problem_is_raised_as_it_is() -> None:
    with pytest.raises(InvalidValueError) as caught:
        require(None, WRONG_DAY)
    assert caught.value is WRONG_DAY


def test_several_problems_are_told_together() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        require(WRONG_AMOUNT, None, WRONG_DAY)
    assert str(caught.value) == (
        "2 problems:\n"
        "  amount: expected Money, got 12.5\n"
        "  starts: expected a date without a time, got 'soon'"
    )
    assert caught.value.problems == (WRONG_AMOUNT, WRONG_DAY)
    assert caught.value.field == "amount"


def test_a_day_outside_what_is_known_says_which_days_are() -> None:
    error = NotInForceError("threshold", date(2016, 4, 1), "it is known from 2018")
    assert str(error) == "threshold is not known on 1 April 2016: it is known from 2018"
    assert (error.name, error.day) == ("threshold", date(2016, 4, 1))


def test_a_verdict_that_is_not_met_is_told_by_its_summary() -> None:
    verdict = object()
    error = VerdictNotMetError(verdict, "the amount is £0.01 too high")
    assert str(error) == "the amount is £0.01 too high"
    assert error.verdict is verdict


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (InvalidValueError, ValueError),
        (InvalidRecordError, ValueError),
        (UnknownYearError, KeyError),
        (NotInForceError, LookupError),
        (VerdictTruthError, TypeError),
        (VerdictNotMetError, CarerslibError),
    ],
)
def test_each_error_is_caught_as_what_python_calls_it_and_as_ours(
    error: type[Exception], builtin: type[Exception]
) -> None:
    assert issubclass(error, builtin)
    assert issubclass(error, CarerslibError)


@pytest.mark.parametrize(
    "error",
    [
        WRONG_AMOUNT,
        InvalidRecordError([WRONG_AMOUNT, WRONG_DAY]),
        UnknownYearError("year", "2020/21", "one of 2018/19"),
        NotInForceError("threshold", date(2016, 4, 1), "it is known from 2018"),
        VerdictNotMetError("a verdict", "no"),
    ],
)
def test_an_error_reads_the_same_after_it_has_been_sent_elsewhere(error: Exception) -> None:
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(sent) is type(error)
    assert str(sent) == str(error)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (InvalidValueError, ("amount", 12.5, "Money")),
        (UnknownYearError, ("year", "2020/21", "one of 2018/19")),
        (NotInForceError, ("threshold", date(2016, 4, 1), "it is known from 2018")),
        (VerdictNotMetError, ("a verdict", "the amount is £0.01 too high")),
    ],
)
def test_an_error_keeps_all_that_it_was_told_when_it_is_sent_elsewhere(
    kind: type[Exception], told: tuple[object, ...]
) -> None:
    error = kind(*told)
    assert error.args == told
    assert repr(error) == f"{kind.__name__}{told!r}"
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (sent.args, vars(sent)) == (told, vars(error))


def test_several_problems_are_read_as_their_first_by_who_expects_one() -> None:
    error = InvalidRecordError([WRONG_DAY, WRONG_AMOUNT])
    assert (error.field, error.value, error.expected) == (
        "starts",
        "soon",
        "a date without a time",
    )
