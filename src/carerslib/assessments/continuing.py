"""How long services under section 17 of the Children Act go on after an 18th birthday.

Where a child in need, or somebody who cares for that child, was to be assessed under the Care Act
or had asked to be, the services go on until the authority reaches a conclusion. It does when it
finds that there are no needs; when it begins to meet some of them; or when it concludes that it is
not going to meet any (section 17ZH(7)).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from carerslib.assessments._checks import check_facts, check_key
from carerslib.carers import Examination
from carerslib.carers.together import as_parts, settle
from carerslib.errors import require
from carerslib.law.children_act_1989 import (
    IN_FORCE,
    SECTION_17ZH_1,
    SECTION_17ZH_2,
    SECTION_17ZH_7,
)
from carerslib.periods import check_day
from carerslib.rules import Rule, RuleSet
from carerslib.verdicts import Missing, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.verdicts import Part

__all__ = ["GOING_ON", "Section17Services", "ServicesAsked", "section_17_goes_on"]

_WORDS: Final = {
    "provided": "whether services under section 17 were provided for the child",
    "assessment_required": "whether section 58(1), 60(1) or 63(1) of the Care Act required an "
    "assessment before the 18th birthday",
    "assessed_before_18": "whether that assessment was carried out before the 18th birthday",
    "requested": "whether such an assessment was requested",
    "request_decided": "whether it was decided before the 18th birthday to comply or not",
    "duty_ruled_out": "whether the authority has decided that section 9 or 10 of the Care Act does "
    "not apply",
    "concluded": "whether the authority has reached a conclusion in the case",
}
_MISSING: Final = {field: Missing(field, words) for field, words in _WORDS.items()}
_TOGETHER: Final = (
    "assessment_required",
    "assessed_before_18",
    "requested",
    "request_decided",
    "duty_ruled_out",
)


def _fact() -> bool | None:
    found: bool | None = attrs.field(default=None, repr=False)
    return found


@final
@attrs.frozen(kw_only=True)
class Section17Services:
    """Services under section 17 for a child in need who has become 18, by the caller's own key.

    ``provided`` is that they were. ``assessment_required`` is that an assessment of the child, or
    of a carer of the child, was required before the birthday: a child's needs assessment, a young
    carer's or a child's carer's. ``assessed_before_18`` says whether it was carried out by then,
    ``requested`` whether somebody asked for one, and ``request_decided`` whether the request was
    decided by then. ``duty_ruled_out`` is that the authority has decided since that no needs or
    carer's assessment is called for, ``concluded`` that it has reached a conclusion. Each is yes,
    no, or None where it is not recorded, and none is shown in the ``repr``.
    """

    reference: str
    provided: bool | None = _fact()
    assessment_required: bool | None = _fact()
    assessed_before_18: bool | None = _fact()
    requested: bool | None = _fact()
    request_decided: bool | None = _fact()
    duty_ruled_out: bool | None = _fact()
    concluded: bool | None = _fact()

    def __attrs_post_init__(self) -> None:
        require(
            check_key("reference", self.reference),
            *check_facts(_WORDS, [getattr(self, field) for field in _WORDS]),
        )


@final
class ServicesAsked(NamedTuple):
    """Services under section 17, and the day for which it is asked whether they go on."""

    services: Section17Services
    day: date


def _goes_on(asked: ServicesAsked, basis: Basis) -> Iterator[Part]:
    services = asked.services
    ask = Examination("section_17.goes_on", services.reference, asked.day, basis)
    yield ask.fact(
        "Services under section 17 were provided for the child",
        SECTION_17ZH_1,
        services.provided,
        _MISSING["provided"],
    )
    settled = settle(_is_pending, {field: getattr(services, field) for field in _TOGETHER})
    finding = ask.fact(
        "An assessment, or a request for one, is to be seen to its end",
        SECTION_17ZH_2,
        settled.result,
        _MISSING["assessment_required"],
    )
    yield finding if settled.result is not None else as_parts(finding, settled, _MISSING)
    yield ask.fact(
        "The authority has reached a conclusion",
        SECTION_17ZH_7,
        services.concluded,
        _MISSING["concluded"],
        wanted=False,
    )


def _is_pending(
    *,
    assessment_required: int,
    assessed_before_18: int,
    requested: int,
    request_decided: int,
    duty_ruled_out: int,
) -> int:
    """Say where subsections (2) to (6) keep the services going until there is a conclusion.

    Once the assessment was carried out, only a conclusion ends them.
    """
    in_time = assessment_required & assessed_before_18
    late = assessment_required & ~assessed_before_18
    undecided = ~assessment_required & requested & ~request_decided
    return in_time | (late | undecided) & ~duty_ruled_out


_RULE: Final[Rule[ServicesAsked]] = Rule(
    "section_17.goes_on",
    "Services under section 17 go on after the 18th birthday",
    SECTION_17ZH_1,
    IN_FORCE,
    _goes_on,
)

GOING_ON: Final[RuleSet[ServicesAsked]] = RuleSet(
    "carerslib.assessments.continuing", "2026-11", (_RULE,)
)
"""Whether services under section 17 go on after an 18th birthday."""


def section_17_goes_on(
    services: Section17Services, *, on: date, basis: Basis | None = None
) -> Verdict:
    """Say whether the authority must go on with services under section 17, on a day after 18.

    Not met means that section 17ZH does not require it. Other law may, as it does while an
    education, health and care plan is maintained. Raises :class:`.NotInForceError` for a day before
    1 April 2015.
    """
    require(check_day("on", on))
    rule, rests_on = GOING_ON.get(_RULE.id, on), basis or GOING_ON.basis()
    parts = rule(ServicesAsked(services, on), rests_on)
    return Verdict.all_of(parts, title=rule.title, subject=services.reference, basis=rests_on)
