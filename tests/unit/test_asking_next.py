"""How many of several must be met, what is missing, and what to ask first."""

from __future__ import annotations

import itertools
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carerslib.citations import Citation
from carerslib.errors import VerdictNotMetError
from carerslib.explain import as_text
from carerslib.verdicts import Aspect, Combining, Finding, Missing, Part, Result, Verdict

HERE: Final = Citation.record("a test")
RESULTS: Final = (Result.MET, Result.NOT_MET, Result.UNDETERMINED)


def _finding(result: Result, *facts: str, binding: bool = True, private: bool = False) -> Finding:
    missing = tuple(Missing(fact, "yes or no") for fact in facts)
    return Finding(
        "r",
        "a test",
        result,
        Aspect.RECORD,
        "s",
        HERE,
        "a broken arm",
        missing=missing,
        binding=binding,
        private=private,
    )


MET: Final = _finding(Result.MET)
NOT: Final = _finding(Result.NOT_MET)


def _open(*facts: str) -> Finding:
    return _finding(Result.UNDETERMINED, *facts)


def _ask(verdict: Verdict) -> str | None:
    return None if verdict.ask_next is None else verdict.ask_next.field


def _two_of(*parts: Part) -> Verdict:
    return Verdict.any_of(parts, title="two of these", at_least=2)


@pytest.mark.parametrize(
    ("parts", "result"),
    [
        ((), Result.NOT_APPLICABLE),
        ((MET,), Result.NOT_MET),
        ((_open("a"),), Result.NOT_MET),
        ((MET, NOT), Result.NOT_MET),
        ((MET, _open("a")), Result.UNDETERMINED),
        ((MET, MET), Result.MET),
        ((MET, NOT, MET, _open("a")), Result.MET),
        ((_open("a"), _open("b"), NOT), Result.UNDETERMINED),
    ],
)
def test_two_of_several_is_met_by_the_second_best(parts: tuple[Part, ...], result: Result) -> None:
    verdict = _two_of(*parts)
    assert (verdict.result, verdict.as_asked, verdict.at_least) == (result, result, 2)
    assert Verdict.all_of([verdict], title="").on(Aspect.RECORD).result is result


def test_an_explanation_says_how_many_must_be_met() -> None:
    assert "At least 2 of these must be met:" in as_text(_two_of(MET, NOT, MET))
    assert "Any one of these is enough:" in as_text(Verdict.any_of([MET, NOT], title="one"))


def test_one_is_enough_where_no_number_is_given() -> None:
    assert Verdict.any_of([MET, NOT], title="").at_least == 1
    assert Verdict.any_of([MET, NOT], title="").is_met


@pytest.mark.parametrize(
    ("verdict", "asked"),
    [
        (Verdict.all_of([MET], title=""), None),
        (Verdict.all_of([_open("a"), _open("b")], title=""), "a"),
        (Verdict.all_of([_open("a", "b"), _open("c")], title=""), "c"),
        (Verdict.all_of([_open("a", "b")], title=""), "a"),
        (Verdict.any_of([_open("a", "b"), _open("c")], title=""), "c"),
        (Verdict.any_of([NOT, _open("a", "b")], title=""), "a"),
        (_two_of(MET, _open("a"), _open("b")), "a"),
        (_two_of(_open("a"), _open("b"), NOT), "a"),
        (_two_of(_open("a", "b"), _open("c"), _open("d"), NOT), "a"),
        (_two_of(_open("a", "b"), MET, _open("d")), "d"),
        (Verdict.agree([_open("a", "b"), _open("a")], title=""), "a"),
        (Verdict.agree([MET, NOT, _open("a")], title=""), "a"),
        (Verdict.agree([MET, NOT], title=""), None),
        (
            Verdict.all_of(
                [_finding(Result.UNDETERMINED, "a", binding=False), _open("b")], title=""
            ),
            "b",
        ),
    ],
)
def test_what_to_ask_first(verdict: Verdict, asked: str | None) -> None:
    assert _ask(verdict) == asked


def test_a_fact_that_every_reading_lacks_settles_them_all() -> None:
    readings = [
        Verdict.all_of([_open("a"), _open("b")], title="one"),
        Verdict.any_of([_open("c"), _open("b")], title="two"),
    ]
    assert _ask(Verdict.agree(readings, title="")) == "a"
    both: list[Part] = [_open("x", "y"), Verdict.agree([_open("b"), _open("b")], title="")]
    assert _ask(Verdict.any_of(both, title="")) == "b"


def _trees(facts: list[str]) -> st.SearchStrategy[Part]:
    """Trees in which each fact stands once, or that hold no open fact."""
    leaves: list[st.SearchStrategy[Part]] = [st.just(_open(fact)) for fact in facts]
    known: st.SearchStrategy[Part] = st.sampled_from([MET, NOT])
    parts = st.tuples(*leaves, known, known).flatmap(st.permutations)
    return parts.flatmap(lambda some: _split(list(some)))


@st.composite
def _split_parts(draw: st.DrawFn, parts: list[Part]) -> Part:
    if len(parts) == 1:
        return parts[0]
    cut = draw(st.integers(1, len(parts) - 1))
    held = [draw(_split_parts(parts[:cut])), draw(_split_parts(parts[cut:]))]
    how = draw(st.sampled_from(["all", "any", "two"]))
    if how == "all":
        return Verdict.all_of(held, title="")
    return Verdict.any_of(held, title="", at_least=1 if how == "any" else 2)


def _split(parts: list[Part]) -> st.SearchStrategy[Part]:
    return _split_parts(parts)


def _answered(part: Part, answers: dict[str, bool]) -> Part:
    if isinstance(part, Verdict):
        parts = [_answered(each, answers) for each in part.parts]
        if part.how is Combining.ALL_OF:
            return Verdict.all_of(parts, title="")
        return Verdict.any_of(parts, title="", at_least=part.at_least)
    if part.missing and part.missing[0].field in answers:
        return MET if answers[part.missing[0].field] else NOT
    return part


FACTS: Final = ["a", "b", "c", "d", "e"]


@given(_trees(FACTS))
def test_missing_is_what_could_change_the_answer_and_ask_next_settles_it_where_one_can(
    part: Part,
) -> None:
    verdict = Verdict.all_of([part], title="")
    completions = [
        dict(zip(FACTS, answers, strict=True))
        for answers in itertools.product([True, False], repeat=len(FACTS))
    ]
    result = {tuple(each.items()): _answered(part, each).result for each in completions}
    assert verdict.is_undetermined == (len(set(result.values())) > 1)
    matters = {
        fact
        for fact in FACTS
        for each in completions
        if result[tuple(each.items())] is not result[tuple((each | {fact: not each[fact]}).items())]
    }
    assert {missing.field for missing in verdict.missing} == matters
    settles = {
        fact
        for fact in matters
        for answer in (True, False)
        if not Verdict.all_of([_answered(part, {fact: answer})], title="").is_undetermined
    }
    if settles:
        assert _ask(verdict) in settles
    else:
        assert _ask(verdict) == (verdict.missing[0].field if verdict.missing else None)


def test_what_is_private_is_in_no_representation_and_no_error() -> None:
    private = _finding(Result.NOT_MET, private=True)
    verdict = Verdict.all_of([private, NOT], title="a person's need")
    assert "broken arm" not in repr(private)
    assert "not met" not in repr(private)
    assert "broken arm" in repr(NOT)
    with pytest.raises(VerdictNotMetError) as caught:
        Verdict.all_of([private], title="a person's need").require()
    assert "broken arm" not in str(caught.value) + repr(caught.value)
    assert "what was found about a person is not shown" in str(caught.value)
    with pytest.raises(VerdictNotMetError, match=r"broken arm.*not shown"):
        verdict.require()


def test_where_two_of_three_must_be_met_a_second_no_settles_the_answer() -> None:
    assert _ask(_two_of(NOT, _open("a", "b"), _open("c"))) == "c"
    # one no among four still leaves room for two
    assert _ask(_two_of(NOT, MET, _open("a", "b"), _open("c"))) == "c"
    assert _ask(_two_of(NOT, _open("a", "b"), _open("c"), _open("d"))) == "a"


def test_a_fact_may_settle_the_answer_from_inside_a_part() -> None:
    some: list[Part] = [_open("a", "b"), _open("c")]
    any_inside = Verdict.any_of(some, title="any")
    all_inside = Verdict.all_of(some, title="all")
    for inside in (any_inside, all_inside):
        assert _ask(Verdict.all_of([inside], title="")) == "c"
        assert _ask(Verdict.any_of([inside], title="")) == "c"
