"""Hypothesis strategies that build valid objects of this library, and the limits of them.

Each function returns a strategy that shrinks towards the simplest object: £0.00, one day, the year
2000. Bounds are in the words of the object itself and both included. What is built for awards uses
few names and few days, so that limits are met, exactly and by a little, more often than by chance.
"""

from carerslib.testing.strategies.assessments import (
    adult_needs,
    assessments,
    carer_needs,
    meetings,
    offers,
    outcome_records,
    strengths,
    support,
)
from carerslib.testing.strategies.awards import (
    authorities,
    bases,
    contracts,
    options,
    proposals,
    resolutions,
    used,
)
from carerslib.testing.strategies.clauses import (
    caps,
    clauses,
    delegations,
    extents,
    figures,
    holders,
    lengths,
    lines,
    numbers,
    only,
    readings,
    windows,
)
from carerslib.testing.strategies.funds import entries, funds, stipulations
from carerslib.testing.strategies.people import (
    assessment_facts,
    carers,
    caring_relationships,
    people,
    people_cared_for,
)
from carerslib.testing.strategies.values import (
    by_year,
    citations,
    date_ranges,
    days,
    financial_years,
    imprecise_days,
    money,
    parameters,
    prices,
    terms,
)
from carerslib.testing.strategies.verdicts import findings, remedies, verdicts

__all__ = [
    "adult_needs",
    "assessment_facts",
    "assessments",
    "authorities",
    "bases",
    "by_year",
    "caps",
    "carer_needs",
    "carers",
    "caring_relationships",
    "citations",
    "clauses",
    "contracts",
    "date_ranges",
    "days",
    "delegations",
    "entries",
    "extents",
    "figures",
    "financial_years",
    "findings",
    "funds",
    "holders",
    "imprecise_days",
    "lengths",
    "lines",
    "meetings",
    "money",
    "numbers",
    "offers",
    "only",
    "options",
    "outcome_records",
    "parameters",
    "people",
    "people_cared_for",
    "prices",
    "proposals",
    "readings",
    "remedies",
    "resolutions",
    "stipulations",
    "strengths",
    "support",
    "terms",
    "used",
    "verdicts",
    "windows",
]
