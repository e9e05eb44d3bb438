"""Judging keeps its promises whatever is proposed under whatever was resolved."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carerslib import explain
from carerslib.awards import EXTEND, MODIFY, Used, headroom, judge, judge_each
from carerslib.testing.strategies import bases, proposals, resolutions, used
from carerslib.verdicts import Verdict

if TYPE_CHECKING:
    from carerslib.awards import Proposal, Resolution

RESOLUTIONS = resolutions()


@given(RESOLUTIONS, proposals(), st.data())
def test_judging_twice_gives_equal_verdicts_that_survive_being_stored(
    resolution: Resolution, proposal: Proposal, data: st.DataObject
) -> None:
    before, basis = data.draw(used(resolution)), data.draw(bases(resolution))
    verdict = judge(proposal, under=resolution, used=before, basis=basis)
    again = judge(proposal, under=resolution, used=before, basis=basis)
    stored = pickle.loads(pickle.dumps(verdict))  # noqa: S301
    assert verdict == again == stored == copy.deepcopy(verdict)
    assert verdict.findings == again.findings == stored.findings
    assert explain.as_text(stored) == explain.as_text(verdict)


@given(RESOLUTIONS, proposals(), st.data())
def test_a_verdict_says_what_its_parts_say(
    resolution: Resolution, proposal: Proposal, data: st.DataObject
) -> None:
    before, basis = data.draw(used(resolution)), data.draw(bases(resolution))
    verdict = judge(proposal, under=resolution, used=before, basis=basis)
    assert verdict.result is Verdict.any_of(verdict.parts, title="").result
    for part in verdict.parts:
        if isinstance(part, Verdict):
            assert part.result is Verdict.all_of(part.parts, title="").result


@given(RESOLUTIONS, st.lists(proposals(), max_size=4), st.data())
def test_judging_a_register_is_judging_one_after_another(
    resolution: Resolution, made: list[Proposal], data: st.DataObject
) -> None:
    basis = data.draw(bases(resolution))
    expected, so_far = [], Used()
    for proposal in made:
        expected.append(judge(proposal, under=resolution, used=so_far, basis=basis))
        so_far = so_far.after(proposal, under=resolution, basis=basis)
    found = list(judge_each(made, under=resolution, basis=basis))
    assert [verdict.result for verdict in found] == [verdict.result for verdict in expected]
    assert [verdict.findings for verdict in found] == [verdict.findings for verdict in expected]


def _makes_its_own(proposal: Proposal) -> bool:
    """Say whether it goes on with no contract, which may be made before it or after it."""
    return proposal.power not in (EXTEND, MODIFY)


def _of_no_other(proposal: Proposal) -> Proposal:
    return attrs.evolve(proposal, changes="", reference=proposal.reference)


@given(
    RESOLUTIONS,
    st.lists(proposals().filter(_makes_its_own).map(_of_no_other), max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_of_awards_that_change_no_other_changes_no_total(
    resolution: Resolution, made: list[Proposal], shuffler: object
) -> None:
    shuffled = list(made)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    one = Used().after(*made, under=resolution)
    other = Used().after(*shuffled, under=resolution)
    assert one == other
    rooms = headroom(resolution, one)
    assert {(each.clause, each.group, each.left) for each in rooms} == {
        (each.clause, each.group, each.left) for each in headroom(resolution, other)
    }


@given(RESOLUTIONS, st.lists(proposals(), max_size=4))
def test_awards_and_changes_counted_at_once_or_one_by_one_come_to_the_same(
    resolution: Resolution, made: list[Proposal]
) -> None:
    step_by_step = Used()
    for proposal in made:
        step_by_step = step_by_step.after(proposal, under=resolution)
    assert Used().after(*made, under=resolution) == step_by_step
