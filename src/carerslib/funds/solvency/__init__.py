"""When the money runs out: reports under ss.114 and 114A of the Local Government Finance Act 1988.

Five pure checks: whether what was found calls for a report that it is unlawful, whether spending
stays within resources, whether the council considered a report in time, whether a new agreement may
be entered into after one, and whether the conduct that led to one may be pursued. They say what
follows from the facts, figures and days that are stated; whether something is unlawful, or
*likely*, or pursues the same conduct, is the chief finance officer's judgement, and stays it.
"""

from carerslib.funds.solvency.checks import (
    RULES,
    check_conduct,
    check_consideration,
    check_new_agreement,
    check_outlook,
    check_pursuit,
)
from carerslib.funds.solvency.model import (
    REPORTS,
    Authorisation,
    Conduct,
    ConductKind,
    Ground,
    NewAgreement,
    Outlook,
    Pursuit,
    Report,
    ReportKind,
)

__all__ = [
    "REPORTS",
    "RULES",
    "Authorisation",
    "Conduct",
    "ConductKind",
    "Ground",
    "NewAgreement",
    "Outlook",
    "Pursuit",
    "Report",
    "ReportKind",
    "check_conduct",
    "check_consideration",
    "check_new_agreement",
    "check_outlook",
    "check_pursuit",
]
