"""Scores that are worked out from counts and answers: quality of life, and NI 135."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple, final

from carerslib.errors import WITHHELD, InvalidValueError, NotInForceError, require
from carerslib.law.national_indicators import NI_135, NI_135_DAYS
from carerslib.periods import FinancialYear

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["QualityOfLife", "Question", "ni_135", "quality_of_life"]

_MOST: Final = 2


class Question(enum.StrEnum):
    """What the survey asks about a carer's life; each is answered by 2, 1 or 0.

    2 is no unmet need, 1 some, and 0 that no need is met.
    """

    OCCUPATION = "occupation"
    CONTROL = "control"
    PERSONAL_CARE = "personal care"
    SAFETY = "safety"
    SOCIAL_PARTICIPATION = "social participation"
    SUPPORT = "encouragement and support"


@final
class QualityOfLife(NamedTuple):
    """A score from 0 to 12 with how many answered all six questions, and how many did not.

    ``score`` is None where nobody answered all six.
    """

    score: Fraction | None
    counted: int
    left_out: int


def quality_of_life(responses: Iterable[Mapping[Question, int]]) -> QualityOfLife:
    """Work out the score of an area: the mean total of those who answered all six questions.

    Raises :class:`~carerslib.errors.InvalidValueError` for an answer that is not 0, 1 or 2.
    """
    totals: list[int] = []
    left_out = 0
    for response in responses:
        require(*(_answer(question, answer) for question, answer in response.items()))
        if len(response) == len(Question):
            totals.append(sum(response.values()))
        else:
            left_out += 1
    score = Fraction(sum(totals), len(totals)) if totals else None
    return QualityOfLife(score, len(totals), left_out)


def _answer(question: object, answer: object) -> InvalidValueError | None:
    if not isinstance(question, Question):
        return InvalidValueError("question", WITHHELD, "a Question")
    if type(answer) is int and 0 <= answer <= _MOST:
        return None
    return InvalidValueError(str(question), WITHHELD, "0, 1 or 2; left out where not answered")


def ni_135(*, carers: int, clients: int, year: FinancialYear | str) -> Fraction:
    """Work out NI 135: carers helped, per hundred people with a community-based service.

    The two are different people, so it may come to more than 100. Raises
    :class:`~carerslib.errors.NotInForceError` outside 2008/09 to 2010/11.
    """
    asked = year if isinstance(year, FinancialYear) else FinancialYear.parse(year)
    require(
        _whole("carers", carers, 0),
        _whole("clients", clients, 1),
    )
    if asked.first_day not in NI_135_DAYS:
        name, reason = NI_135.place, f"it was collected {NI_135_DAYS}"
        raise NotInForceError(name, asked.first_day, reason)
    return Fraction(carers * 100, clients)


def _whole(field: str, value: object, least: int) -> InvalidValueError | None:
    if type(value) is int and value >= least:
        return None
    return InvalidValueError(field, value, f"a whole number of {least} or more")
