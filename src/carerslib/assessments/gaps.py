"""The plan, strengths first: for each need, what helps already, what is left, what could close it.

Nothing here changes whether a need is eligible. A strength that is enough closes a gap in the plan;
the need stays what it was, and the gap opens again when the strength goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from carerslib.assessments.needs import CarerNeeds
from carerslib.assessments.strengths import Need, Strength, usable
from carerslib.law.eligibility_regulations_2015 import CarerHealth
from carerslib.services import Offer
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carerslib.assessments.model import Assessment
    from carerslib.assessments.needs import AdultNeeds
    from carerslib.basis import Basis

__all__ = ["Gap", "gaps_left"]


@final
@attrs.frozen
class Gap:
    """One need: the strengths to rely on, those not yet shown, and the offers for what is left.

    ``is_left`` is False where a strength is enough by itself, True where what is recorded leaves
    something, and None where that is a matter of judgement or not recorded. All of it is about the
    person, and none is shown in the ``repr``.
    """

    need: Need = attrs.field(repr=False)
    strengths: tuple[Strength, ...] = attrs.field(repr=False)
    not_shown: tuple[Strength, ...] = attrs.field(repr=False)
    is_left: bool | None = attrs.field(repr=False)
    offers: tuple[Offer, ...] = attrs.field(repr=False)


def gaps_left(
    assessment: Assessment, offers: Iterable[Offer] = (), *, basis: Basis | None = None
) -> tuple[Gap, ...]:
    """Give a gap for each need that was found, in the order of the regulations.

    A need is an outcome that cannot be achieved, or a carer's health that is deteriorating or at
    risk; what is not recorded is no need yet. ``offers`` are set beside what is left, the universal
    ones first, in the order given.
    """
    helping = [(each, usable(each, basis=basis).result) for each in assessment.strengths]
    shown = tuple(each for each, result in helping if result is Result.MET)
    not_shown = tuple(each for each, result in helping if result is Result.UNDETERMINED)
    in_order = tuple(sorted(offers, key=lambda offer: not offer.universal))
    return tuple(_gap(need, shown, not_shown, in_order) for need in _needs_found(assessment.needs))


def _needs_found(needs: CarerNeeds | AdultNeeds | None) -> list[Need]:
    if needs is None:
        return []
    found: list[Need] = []
    if isinstance(needs, CarerNeeds):
        health = (CarerHealth.PHYSICAL, needs.physical_health)
        found += [each for each, at_risk in (health, _mental(needs)) if at_risk]
    return found + [record.outcome for record in needs.outcomes if record.unable]


def _mental(needs: CarerNeeds) -> tuple[CarerHealth, bool | None]:
    return CarerHealth.MENTAL, needs.mental_health


def _gap(
    need: Need,
    shown: tuple[Strength, ...],
    not_shown: tuple[Strength, ...],
    offers: tuple[Offer, ...],
) -> Gap:
    strengths = tuple(each for each in shown if each.help_with(need))
    possible = tuple(each for each in not_shown if each.help_with(need))
    enough = [help_.enough for each in strengths if (help_ := each.help_with(need))]
    left: bool | None
    if True in enough:
        left = False
    elif possible or None in enough or len(enough) > 1:
        left = None
    else:
        left = True
    closing = () if left is False else tuple(each for each in offers if need in each.serves)
    return Gap(need, strengths, possible, left, closing)
