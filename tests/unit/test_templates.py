"""What a council's web templates write about a verdict, in Django and in Jinja."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import django  # type: ignore[import-untyped]
import jinja2
import pytest
from django.conf import settings  # type: ignore[import-untyped]
from django.template import Context, Engine  # type: ignore[import-untyped]

from carerslib.awards import AWARD, Authority, Proposal, judge
from carerslib.citations import Citation
from carerslib.clauses import Cap, Figure
from carerslib.contracts import Contract
from carerslib.errors import VerdictTruthError
from carerslib.money import Money
from carerslib.prices import Price

if TYPE_CHECKING:
    from collections.abc import Callable

    from carerslib.verdicts import Verdict

MINUTE: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (c)")
AUTHORITY: Final = Authority(
    "c", MINUTE, (AWARD,), (Cap("c.value", MINUTE, Figure.pounds("1230000.00")),)
)
PAGE: Final = """\
{% if verdict.is_met %}Allowed{% elif verdict.is_undetermined %}Open{% else %}Refused{% endif %}
{% for finding in verdict.findings %}\
{{ finding.title }}: {{ finding.result }}, \
{% if finding.measured == None %}not stated{% else %}{{ finding.measured }}{% endif %}\
{% if finding.remedy %}, {{ finding.remedy }}{% endif %}; {{ finding.citation }}
{% endfor %}\
{% for missing in verdict.missing %}{{ missing.field }}: {{ missing.expected }}
{% endfor %}"""
REFUSED: Final = """\
Refused
Power: met, award; Cabinet, 22 June 2017, paragraph (c)
Value: not met, £1,230,000.01, reduce by £0.01; Cabinet, 22 June 2017, paragraph (c)
"""
ALLOWED: Final = """\
Allowed
Power: met, award; Cabinet, 22 June 2017, paragraph (c)
Value: met, £1,230,000.00; Cabinet, 22 June 2017, paragraph (c)
"""
OPEN: Final = """\
Open
Power: met, award; Cabinet, 22 June 2017, paragraph (c)
Value: undetermined, not stated; Cabinet, 22 June 2017, paragraph (c)
contract.value: the amount
"""
CASES: Final = pytest.mark.parametrize(
    ("value", "page"),
    [("1230000.00", ALLOWED), ("1230000.01", REFUSED), (None, OPEN)],
    ids=["met", "not met", "undetermined"],
)


def verdict_on(value: str | None) -> Verdict:
    price = None if value is None else Price.as_stated(Money.pounds(value))
    contract = Contract("A", value=price)
    return judge(Proposal(AWARD, contract), under=AUTHORITY)


@pytest.fixture(scope="module", autouse=True)
def django_is_set_up() -> None:
    if not settings.configured:
        settings.configure(USE_I18N=False)
        django.setup()


def in_django(template: str, verdict: Verdict) -> str:
    return str(Engine().from_string(template).render(Context({"verdict": verdict})))


def in_jinja(template: str, verdict: Verdict) -> str:
    environment = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
    return environment.from_string(template).render(verdict=verdict)


@CASES
def test_a_django_page_shows_the_answer_and_its_reasons(value: str | None, page: str) -> None:
    assert in_django(PAGE, verdict_on(value)) == page


@CASES
def test_a_jinja_page_shows_the_answer_and_its_reasons(value: str | None, page: str) -> None:
    assert in_jinja(PAGE, verdict_on(value)) == page


@pytest.mark.parametrize("render", [in_django, in_jinja], ids=["Django", "Jinja"])
def test_a_page_that_asks_the_verdict_itself_fails_loudly(
    render: Callable[[str, Verdict], str],
) -> None:
    with pytest.raises(VerdictTruthError, match=r"ask verdict\.is_met or verdict\.result"):
        render("{% if verdict %}Allowed{% endif %}", verdict_on("1230000.01"))
