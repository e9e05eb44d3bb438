"""Answers combine in three ways, and each keeps its laws whatever it combines."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from carerslib import explain
from carerslib.testing.strategies import findings, verdicts
from carerslib.verdicts import Aspect, Finding, Result, Verdict

if TYPE_CHECKING:
    from carerslib.verdicts import Part

PARTS = st.lists(findings() | verdicts(max_parts=2), max_size=5)
SOME_PARTS = st.lists(findings() | verdicts(max_parts=2), min_size=1, max_size=5)
ANSWERS = (Result.NOT_MET, Result.UNDETERMINED, Result.MET)


def _counted(part: Part) -> Result:
    advice = isinstance(part, Finding) and not part.binding
    return Result.NOT_APPLICABLE if advice else part.result


@given(PARTS, st.randoms(use_true_random=False))
def test_the_order_of_parts_does_not_matter(parts: list[Part], shuffler: object) -> None:
    shuffled = list(parts)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    for combine in (Verdict.all_of, Verdict.any_of, Verdict.agree):
        one, other = combine(parts, title="one"), combine(shuffled, title="other")
        assert one.result is other.result
        assert one.as_asked is other.as_asked


@given(SOME_PARTS, findings(st.just(Result.MET)))
def test_a_met_part_never_changes_what_all_parts_say(parts: list[Part], met: Finding) -> None:
    before = Verdict.all_of(parts, title="before").result
    after = Verdict.all_of([*parts, met], title="after").result
    assert after is before or (before is Result.NOT_APPLICABLE and after is Result.MET)


@given(PARTS, findings(st.just(Result.NOT_MET)))
def test_an_unmet_part_never_changes_what_any_part_says(parts: list[Part], unmet: Finding) -> None:
    before = Verdict.any_of(parts, title="before").result
    after = Verdict.any_of([*parts, unmet], title="after").result
    assert after is before or (before is Result.NOT_APPLICABLE and after is Result.NOT_MET)


@given(PARTS, st.integers(1, 6), st.randoms(use_true_random=False))
def test_the_order_of_parts_does_not_matter_where_several_must_be_met(
    parts: list[Part], at_least: int, shuffler: object
) -> None:
    shuffled = list(parts)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    one = Verdict.any_of(parts, title="one", at_least=at_least)
    other = Verdict.any_of(shuffled, title="other", at_least=at_least)
    assert (one.result, one.as_asked) == (other.result, other.as_asked)
    assert one.failing is other.failing


@given(SOME_PARTS, st.integers(1, 6))
def test_needing_one_more_never_makes_an_answer_better(parts: list[Part], at_least: int) -> None:
    fewer = Verdict.any_of(parts, title="", at_least=at_least)
    more = Verdict.any_of(parts, title="", at_least=at_least + 1)
    if fewer.result is not Result.NOT_APPLICABLE:
        assert ANSWERS.index(more.result) <= ANSWERS.index(fewer.result)


@given(st.lists(st.sampled_from(ANSWERS).flatmap(lambda each: findings(st.just(each))), min_size=1))
def test_needing_every_part_is_needing_all(parts: list[Finding]) -> None:
    binding = [part for part in parts if part.binding]
    every = Verdict.any_of(binding, title="", at_least=max(len(binding), 1))
    assert every.result is Verdict.all_of(binding, title="").result


@given(PARTS, findings(binding=False))
def test_advice_never_changes_an_answer(parts: list[Part], advice: Finding) -> None:
    for combine in (Verdict.all_of, Verdict.any_of, Verdict.agree):
        assert combine([*parts, advice], title="").result is combine(parts, title="").result


@given(PARTS)
def test_all_of_gives_the_worst_answer_and_any_of_the_best(parts: list[Part]) -> None:
    found = [result for result in ANSWERS if result in {_counted(part) for part in parts}]
    worst, best = (found[0], found[-1]) if found else (Result.NOT_APPLICABLE,) * 2
    assert Verdict.all_of(parts, title="").result is worst
    assert Verdict.any_of(parts, title="").result is best


@given(st.sampled_from(Result), st.integers(1, 4), st.data())
def test_readings_that_agree_give_their_common_answer(
    result: Result, count: int, data: st.DataObject
) -> None:
    parts = [data.draw(findings(st.just(result), binding=True)) for _ in range(count)]
    assert Verdict.agree(parts, title="").result is result


@given(findings(st.just(Result.MET), binding=True), findings(binding=True), PARTS)
def test_readings_that_differ_leave_the_answer_undetermined(
    met: Finding, other: Finding, more: list[Part]
) -> None:
    result = Verdict.agree([met, other, *more], title="").result
    if other.result in (Result.NOT_MET, Result.UNDETERMINED):
        assert result is Result.UNDETERMINED
    else:
        assert result in (Result.MET, Result.UNDETERMINED)


@given(SOME_PARTS, st.data())
def test_a_verdict_follows_the_reading_that_is_chosen(
    parts: list[Part], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(parts)).title
    followed = [part for part in parts if part.title == chosen]
    verdict = Verdict.agree(parts, title="", chosen=chosen)
    assert verdict.result is Verdict.agree(followed, title="").result
    assert verdict.parts == tuple(parts)


@given(verdicts())
def test_a_verdict_survives_pickling_and_copying(verdict: Verdict) -> None:
    for other in (pickle.loads(pickle.dumps(verdict)), copy.deepcopy(verdict)):  # noqa: S301
        assert other == verdict
        assert other.parts == verdict.parts
        assert explain.as_text(other) == explain.as_text(verdict)


@given(verdicts())
def test_what_is_missing_is_named_only_where_the_answer_is_open(verdict: Verdict) -> None:
    if verdict.result is not Result.UNDETERMINED:
        assert verdict.missing == ()
    assert set(verdict.missing) <= {each for found in verdict.findings for each in found.missing}


@given(verdicts())
def test_unmet_findings_are_binding_and_not_met(verdict: Verdict) -> None:
    assert all(found.binding and found.result is Result.NOT_MET for found in verdict.unmet)
    if verdict.is_met:
        assert verdict.unmet == ()


@given(verdicts(), st.sampled_from(Aspect))
def test_one_aspect_holds_all_findings_of_that_aspect_and_no_other(
    verdict: Verdict, aspect: Aspect
) -> None:
    wanted = tuple(found for found in verdict.findings if found.aspect is aspect)
    assert verdict.on(aspect).findings == wanted


@given(verdicts())
def test_every_finding_is_shown_in_every_form(verdict: Verdict) -> None:
    count = len(verdict.findings)
    assert explain.as_text(verdict).count("\n") >= count
    rows = explain.as_markdown(verdict).split("\n\n")[1].splitlines()
    assert len(rows) >= count + 2
    assert {row.replace("\\|", "").count("|") for row in rows} == {8}
