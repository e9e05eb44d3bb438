"""How a pooled fund is run: its manager, what the partners are told, and the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from carerslib.errors import require
from carerslib.funds._coverage import judge_on
from carerslib.funds._given import key, yes_or_no
from carerslib.law.nhs_partnership_regulations_2000 import (
    IN_FORCE,
    REGULATION_7_4,
    REGULATION_7_6,
)
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Finding, Missing, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from carerslib.basis import Basis
    from carerslib.citations import Citation

__all__ = ["MANAGEMENT_RULES", "PoolManagement", "check_management"]


@final
@attrs.frozen
class PoolManagement:
    """How the host partner of a pool has run it, as far as the record says.

    ``manager_appointed`` is whether it appointed an officer of its own to be the pool manager;
    ``quarterly_reports`` whether the manager reported to the partners each quarter on the pool's
    income and expenditure; ``annual_return`` whether they had a return of the year as well;
    ``audit_arranged`` whether the host arranged for the audit of the pool's accounts. None is not
    known.
    """

    reference: str
    manager_appointed: bool | None = None
    quarterly_reports: bool | None = None
    annual_return: bool | None = None
    audit_arranged: bool | None = None

    def __attrs_post_init__(self) -> None:
        require(
            key("reference", self.reference),
            yes_or_no("manager_appointed", self.manager_appointed),
            yes_or_no("quarterly_reports", self.quarterly_reports),
            yes_or_no("annual_return", self.annual_return),
            yes_or_no("audit_arranged", self.audit_arranged),
        )


def _shown(pool: PoolManagement, rule_id: str, field: str, title: str, source: Citation) -> Finding:
    stated: bool | None = getattr(pool, field)
    words = _DONE[field]
    return Finding(
        rule_id,
        title,
        {True: Result.MET, False: Result.NOT_MET, None: Result.UNDETERMINED}[stated],
        Aspect.RECORD,
        pool.reference,
        source,
        {True: words, False: f"not {words}", None: None}[stated],
        "only",
        words,
        (Missing(f"management.{field}", f"{title.lower()}: {words} or not"),)
        if stated is None
        else (),
        asked=stated is not None,
    )


_DONE: Final = {
    "manager_appointed": "appointed by the host partner",
    "quarterly_reports": "submitted to the partners",
    "annual_return": "submitted to the partners",
    "audit_arranged": "arranged by the host partner",
}


@rule(
    id="funds.pool.manager",
    title="Pool manager",
    citation=REGULATION_7_4,
    in_force=IN_FORCE,
)
def _manager(pool: PoolManagement, basis: Basis) -> Iterator[Finding]:
    del basis
    yield _shown(pool, "funds.pool.manager", "manager_appointed", "Pool manager", REGULATION_7_4)


@rule(
    id="funds.pool.reports",
    title="What the partners are told",
    citation=REGULATION_7_4.at("reg 7(4)(b)"),
    in_force=IN_FORCE,
)
def _reports(pool: PoolManagement, basis: Basis) -> Iterator[Finding]:
    del basis
    source = REGULATION_7_4.at("reg 7(4)(b)")
    for field, title in (
        ("quarterly_reports", "Quarterly reports"),
        ("annual_return", "Annual return"),
    ):
        yield _shown(pool, "funds.pool.reports", field, title, source)


@rule(
    id="funds.pool.audit",
    title="Audit of the pool",
    citation=REGULATION_7_6,
    in_force=IN_FORCE,
)
def _audit(pool: PoolManagement, basis: Basis) -> Iterator[Finding]:
    del basis
    yield _shown(pool, "funds.pool.audit", "audit_arranged", "Audit of the pool", REGULATION_7_6)


MANAGEMENT_RULES: Final[RuleSet[PoolManagement]] = RuleSet(
    "carerslib.funds.pooled.management", "2026-11", (_manager, _reports, _audit)
)
"""What regulation 7(4) and (6) asks of the host partner of a pool."""


def check_management(
    management: PoolManagement, *, on: date, basis: Basis | None = None
) -> Verdict:
    """Say whether a pool is run as regulation 7(4) and (6) asks, by the rules of a day.

    Whether an officer exercises the functions of both partners is for them to agree (regulation
    7(5)), and nothing is asked of it. Raises :class:`~carerslib.errors.NotInForceError` for a day
    before 1 April 2000, or after the last that was looked at.
    """
    return judge_on(
        MANAGEMENT_RULES,
        management,
        day=on,
        title=f"Management of {management.reference}",
        reference=management.reference,
        basis=basis,
    )
