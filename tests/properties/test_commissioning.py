"""A review keeps its promises whatever a portfolio holds, however it is listed."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.records import FAILING, PRICE_AND_REASONS, RECORDS

from carerslib import explain
from carerslib.commissioning import Portfolio, review, trace
from carerslib.commissioning.monitoring import Ground
from carerslib.verdicts import Result, Verdict

if TYPE_CHECKING:
    from random import Random

DAY: Final = date(2018, 1, 15)


def _turned(held: Any, random: Random) -> Any:  # noqa: ANN401 - any record
    """Give a record with everything that it lists in another order."""
    changes = {}
    for field in attrs.fields(type(held)):
        listed = getattr(held, field.name)
        if field.init and isinstance(listed, tuple) and listed:
            changes[field.name] = random.sample(listed, len(listed))
    return attrs.evolve(held, **changes)


@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_in_which_a_record_lists_anything_does_not_matter(
    portfolio: Portfolio, random: Random
) -> None:
    other = _turned(portfolio, random)
    other = attrs.evolve(
        other,
        strategy=_turned(portfolio.strategy, random),
        intentions=[_turned(each, random) for each in other.intentions],
        timetables=[_turned(each, random) for each in other.timetables],
        arrangements=[_turned(each, random) for each in other.arrangements],
        plans=[_turned(each, random) for each in other.plans],
        minutes=[_turned(each, random) for each in other.minutes],
    )
    verdict = review(portfolio, on=DAY)
    assert review(other, on=DAY) == verdict
    assert explain.as_text(review(other, on=DAY)) == explain.as_text(verdict)


@given(st.builds(lambda record, more: attrs.evolve(record, **more), RECORDS, FAILING))
def test_no_review_is_met_by_calling_failing_what_may_be_priced_out(portfolio: Portfolio) -> None:
    """Take-up alone is never enough, nor with other grounds where price or reasons are missing."""
    findings = review(portfolio, on=DAY).findings
    for claim in portfolio.claims:
        known = [each for each in portfolio.movements if each.service == claim.service]
        open_ones = not known or any(
            each.of(measure) is None for each in known for measure in PRICE_AND_REASONS
        )
        alone = set(claim.grounds) <= {Ground.TAKE_UP}
        if alone or (Ground.TAKE_UP in claim.grounds and open_ones):
            held = [each for each in findings if each.subject == claim.reference]
            against = [
                each for each in held if each.result in (Result.NOT_MET, Result.UNDETERMINED)
            ]
            assert against
            assert claim.feared or any(each.binding for each in against)


@given(RECORDS)
def test_a_review_is_pickled_and_compares_equal(portfolio: Portfolio) -> None:
    verdict = review(portfolio, on=DAY)
    stored = pickle.loads(pickle.dumps(verdict))  # noqa: S301 - our own
    assert stored == verdict == review(portfolio, on=DAY)
    assert stored.findings == verdict.findings


@given(RECORDS)
def test_a_review_says_what_its_areas_say(portfolio: Portfolio) -> None:
    verdict = review(portfolio, on=DAY)
    assert verdict.result is Verdict.all_of(verdict.parts, title="").result
    if verdict.result is Result.UNDETERMINED:
        assert verdict.missing
    if verdict.result is Result.NOT_MET:
        assert verdict.unmet


@given(RECORDS)
def test_every_link_is_followed_both_ways_or_broken(portfolio: Portfolio) -> None:
    held = trace(portfolio)
    broken = set(held.broken)
    for link in held.links:
        sound = link not in broken
        assert (link.target in held.onward(*link.source)) is sound
        assert (link.source in held.back(*link.target)) is sound
        if sound:
            assert link.target in held.all_onward(*link.source)
            assert link.source in held.all_back(*link.target)
