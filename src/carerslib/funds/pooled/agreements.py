"""What the agreement behind a pool must say, and what may be spent out of the pool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.citations import Citation, Standing
from carerslib.errors import require
from carerslib.funds._coverage import judge_on
from carerslib.funds._given import key, names_if_stated
from carerslib.law.nhs_partnership_regulations_2000 import (
    AGREEMENT_CONTENTS,
    IN_FORCE,
    REGULATION_7_3,
)
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.funds.pooled.model import PoolAgreement

__all__ = [
    "AGREEMENT_RULES",
    "TEMPLATE",
    "TEMPLATE_NEVER",
    "TEMPLATE_PERMITS",
    "PoolSpend",
    "check_agreement",
    "check_spend",
]

TEMPLATE: Final = Citation(
    "Establishment of a pooled fund, clause of a widely used agreement",
    standing=Standing.SECONDARY,
    url="https://lawinsider.com/clause/establishment-of-a-pooled-fund",
)
"""Where the kinds of spending below were read; an agreement may list others."""

TEMPLATE_PERMITS: Final = (
    "contract price",
    "permitted budget",
    "third party costs",
    "other approved expenditure",
)
"""What that clause lets a pool pay for."""

TEMPLATE_NEVER: Final = ("default liabilities",)
"""What that clause keeps out of a pool."""

_STATED: Final = {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}


@rule(
    id="funds.pool.in-writing",
    title="Agreement in writing",
    citation=REGULATION_7_3,
    in_force=IN_FORCE,
)
def _in_writing(agreement: PoolAgreement, basis: Basis) -> Iterator[Finding]:
    del basis
    stated = agreement.in_writing
    yield Finding(
        "funds.pool.in-writing",
        "Agreement in writing",
        _STATED[stated],
        Aspect.RECORD,
        agreement.reference,
        REGULATION_7_3,
        {True: "in writing", False: "not in writing", None: None}[stated],
        "only",
        "in writing",
        (Missing("agreement.in_writing", "whether it is in writing"),) if stated is None else (),
        asked=stated is not None,
    )


@rule(
    id="funds.pool.contents",
    title="What the agreement specifies",
    citation=REGULATION_7_3,
    in_force=IN_FORCE,
)
def _contents(agreement: PoolAgreement, basis: Basis) -> Iterator[Finding]:
    del basis
    specifies = dict(agreement.specifies)
    for letter, words in AGREEMENT_CONTENTS:
        stated = specifies.get(letter)
        field = f"agreement.specifies[{letter!r}]"
        yield Finding(
            "funds.pool.contents",
            f"Specifies {words}",
            _STATED[stated],
            Aspect.RECORD,
            agreement.reference,
            REGULATION_7_3.at(f"reg 7(3)({letter})"),
            {True: "specified", False: "not specified", None: None}[stated],
            "only",
            "specified",
            (Missing(field, f"whether it specifies {words}"),) if stated is None else (),
            asked=stated is not None,
        )


AGREEMENT_RULES: Final[RuleSet[PoolAgreement]] = RuleSet(
    "carerslib.funds.pooled.agreements", "2026-11", (_in_writing, _contents)
)
"""What regulation 7(3) asks of the agreement behind a pool."""


def check_agreement(agreement: PoolAgreement, *, on: date, basis: Basis | None = None) -> Verdict:
    """Say whether an agreement is in writing and specifies all that regulation 7(3) lists.

    Raises :class:`~carerslib.errors.NotInForceError` for a day before 1 April 2000, or after the
    last that was looked at.
    """
    return judge_on(
        AGREEMENT_RULES,
        agreement,
        day=on,
        title=f"Agreement {agreement.reference}",
        reference=agreement.reference,
        basis=basis,
    )


@final
@attrs.frozen
class PoolSpend:
    """Something to be paid out of a pool.

    ``kind`` is in the words of the agreement. ``agreed_in_writing_by`` names the partners that have
    agreed to it in writing; None where the record does not say.
    """

    reference: str
    kind: str
    agreed_in_writing_by: tuple[str, ...] | None = attrs.field(
        default=None, converter=names_if_stated
    )

    def __attrs_post_init__(self) -> None:
        require(key("reference", self.reference), key("kind", self.kind))


def check_spend(spend: PoolSpend, *, under: PoolAgreement) -> Verdict:
    """Say whether something may be paid out of a pool under its agreement.

    What the agreement lists may be paid. What it rules out may not. Anything else needs the
    written agreement of every partner.
    """
    return Verdict.all_of(
        [_spend(spend, under)],
        title=f"Spending {spend.reference} from {under.reference}",
        subject=spend.reference,
    )


_PERMITS: Final = Missing("agreement.permits", "what the agreement lets the pool pay for")


def _spend(spend: PoolSpend, agreement: PoolAgreement) -> Finding:
    agreed = spend.agreed_in_writing_by
    missing: tuple[Missing, ...] = ()
    note = ""
    if spend.kind in agreement.never:
        result, note = Result.NOT_MET, "the agreement keeps it out of the pool"
    elif spend.kind in (agreement.permits or ()):
        result = Result.MET
    elif agreed is None:
        result = Result.UNDETERMINED
        missing = (Missing("spend.agreed_in_writing_by", "which partners agreed in writing"),)
        if agreement.permits is None:
            missing += (_PERMITS,)
    else:
        wanting = [each for each in agreement.partners if each not in agreed]
        result, note = Result.MET, "every partner agreed in writing"
        if wanting:
            result, note = Result.NOT_MET, f"not agreed in writing by {', '.join(wanting)}"
        if wanting and agreement.permits is None:  # the agreement may let the pool pay for it
            result, missing = Result.UNDETERMINED, (_PERMITS,)
    return Finding(
        "funds.pool.spend",
        "What the pool pays for",
        result,
        Aspect.SCOPE,
        spend.reference,
        agreement.source,
        spend.kind,
        "one of",
        agreement.permits or (),
        missing,
        note=note,
    )
