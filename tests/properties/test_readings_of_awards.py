"""A reading that a council has chosen is the resolution written so, wherever the words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from tests.properties.award_records import (
    FIRST,
    MINUTE,
    OPEN_WORDS,
    PEOPLE,
    acts,
    authority,
    hundreds,
    years,
)

from carerslib.awards import AWARD, RULES, Proposal, Used, judge
from carerslib.citations import Citation
from carerslib.clauses import (
    Cap,
    Either,
    Figure,
    For,
    Holder,
    Length,
    Line,
    Nature,
    Of,
    Precondition,
    Reading,
    Readings,
    Step,
    Steps,
    Threshold,
    Window,
)
from carerslib.contracts import Contract
from carerslib.money import Money
from carerslib.prices import Price
from carerslib.verdicts import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from carerslib.awards import Authority
    from carerslib.clauses import Clause

GENERATED: Final = settings(
    max_examples=2000, phases=(Phase.generate,), derandomize=True, database=None
)
# each law is asked of many places
HALF: Final = settings(max_examples=settings().max_examples // 2)
WORDS: Final = Citation.record("Cabinet, 22 June 2017", "paragraph (d)")


def _plain(key: str) -> SearchStrategy[Clause]:
    amounts = st.builds(
        lambda most, per: Cap(key, MINUTE, Figure(most), per),
        hundreds(30),
        st.sampled_from(((), ("lot",), ("year",))),
    )
    steps = st.lists(years(2), min_size=1, max_size=2)
    return st.one_of(amounts, _of_no_amount(key), steps.map(lambda held: Steps(key, MINUTE, held)))


def _of_no_amount(key: str) -> SearchStrategy[Clause]:
    lots: tuple[dict[str, str], ...] = ({}, {"lot": "1"})
    return st.one_of(
        st.builds(
            lambda most, where: Cap(key, MINUTE, Figure(most), (), where, Of.COUNT),
            st.integers(0, 3),
            st.sampled_from(lots),
        ),
        years(4).map(lambda most: Length(key, MINUTE, most)),
        st.just(Window(key, MINUTE, FIRST)),
        st.sampled_from(PEOPLE).map(lambda name: Holder(key, MINUTE, name)),
        st.just(Precondition(key, MINUTE, "waiver")),
    )


_Clauses: TypeAlias = "Callable[[str], SearchStrategy[Clause]]"


def _reading(key: str, name: str, of: _Clauses) -> SearchStrategy[Reading]:
    one, more = of(f"{key} {name}"), of(f"{key} {name} too")
    clauses: SearchStrategy[tuple[Clause, ...]] = st.tuples(one) | st.tuples(one, more)
    return clauses.map(lambda held: Reading(name, held))


def _readings(key: str = "r", of: _Clauses = _plain) -> SearchStrategy[Readings]:
    held = st.tuples(_reading(key, "one", of), _reading(key, "two", of))
    return held.map(lambda readings: Readings(key, WORDS, readings))


def _for(where: dict[str, str]) -> SearchStrategy[Clause]:
    return _readings().map(lambda read: For("f", MINUTE, where, read))


PLACES: Final[dict[str, SearchStrategy[Clause]]] = {
    "alone": _readings(),
    "for one lot": _for({"lot": "1"}),
    "for an extension": _for({"power": "extend"}),
    "in a limb": st.builds(
        lambda read, other: Either("e", MINUTE, [Reading("a", read), Reading("b", other)]),
        _readings(),
        _plain("other"),
    ),
    "in both limbs": st.builds(
        lambda one, other: Either("e", MINUTE, [Reading("a", one), Reading("b", other)]),
        _readings(),
        _readings(),
    ),
    "above a threshold": st.builds(
        lambda above, read: Threshold("t", MINUTE, Figure(above, Nature.THRESHOLD), read),
        hundreds(),
        _readings(),
    ),
    "in a step": st.builds(
        lambda most, read, more: Steps("s", MINUTE, [Step(most, clauses=read), *more]),
        years(2),
        _readings(),
        st.lists(years(2), max_size=1),
    ),
    "in another reading": st.builds(
        lambda read, other: Readings("r of r", WORDS, [Reading("one", read), Reading("b", other)]),
        _readings(),
        _plain("other"),
    ),
}


def written(clauses: tuple[Clause, ...], chosen: dict[str, str]) -> list[Clause]:
    """Give the clauses that somebody would have written who knew no other reading."""
    return [own for each in clauses for own in _written(each, chosen)]


def _limbs(limbs: tuple[Reading, ...], chosen: dict[str, str]) -> list[Reading]:
    return [attrs.evolve(limb, clauses=written(limb.clauses, chosen)) for limb in limbs]


def _written(clause: Clause, chosen: dict[str, str]) -> list[Clause]:
    if isinstance(clause, Readings):
        if clause.reference not in chosen:
            return [attrs.evolve(clause, readings=_limbs(clause.readings, chosen))]
        (read,) = [each for each in clause.readings if each.name == chosen[clause.reference]]
        return written(read.clauses, chosen)
    if isinstance(clause, Either):
        return [attrs.evolve(clause, limbs=_limbs(clause.limbs, chosen))]
    if isinstance(clause, For | Threshold):
        return [attrs.evolve(clause, clauses=written(clause.clauses, chosen))]
    if isinstance(clause, Steps):
        steps = [attrs.evolve(each, clauses=written(each.clauses, chosen)) for each in clause.steps]
        return [attrs.evolve(clause, steps=steps)]
    return [clause]


def _answer(
    proposal: Proposal, under: Authority, made: list[Proposal], chosen: dict[str, str]
) -> tuple[Result, Result]:
    basis = RULES.basis(readings=chosen)
    used = Used().after(*made, under=under, basis=basis)
    verdict = judge(proposal, under=under, used=used, basis=basis)
    return verdict.result, verdict.as_asked


@pytest.mark.parametrize("place", PLACES)
def test_a_reading_chosen_anywhere_is_the_resolution_written_so(place: str) -> None:
    @HALF
    @given(
        PLACES[place],
        _plain("beside"),
        acts(),
        st.lists(acts(), max_size=2),
        st.sampled_from(("one", "two")),
    )
    def is_written_so(
        clause: Clause, beside: Clause, proposal: Proposal, made: list[Proposal], name: str
    ) -> None:
        chosen = {"r": name}
        held = (clause, beside, *OPEN_WORDS)
        as_written = authority(*written(held, chosen))
        assert _answer(proposal, authority(*held), made, chosen) == _answer(
            proposal, as_written, made, {}
        )

    is_written_so()


@pytest.mark.parametrize("place", PLACES)
def test_where_a_reading_is_left_open_anywhere_the_answer_is_that_of_both_or_none(
    place: str,
) -> None:
    @HALF
    @given(PLACES[place], acts(), st.lists(acts(), max_size=2))
    def is_that_of_both(clause: Clause, proposal: Proposal, made: list[Proposal]) -> None:
        under = authority(clause, *OPEN_WORDS)
        answers = {_answer(proposal, under, made, {"r": name})[0] for name in ("one", "two")}
        left_open = _answer(proposal, under, made, {})[0]
        if len(answers) == 1:
            assert left_open in answers
        else:
            assert left_open is Result.UNDETERMINED

    is_that_of_both()


@pytest.mark.parametrize("place", PLACES)
def test_a_choice_of_reading_decides_something_wherever_the_words_stand(place: str) -> None:
    def decides(drawn: tuple[Clause, Proposal]) -> bool:
        under = authority(drawn[0], *OPEN_WORDS)
        answers = {_answer(drawn[1], under, [], {"r": name})[0] for name in ("one", "two")}
        return len(answers) > 1 and Result.MET in answers

    assert find(st.tuples(PLACES[place], acts()), decides, settings=GENERATED)


# a figure that does not say whether it includes VAT, and one that the record rounds

ON_ITS_BASIS: Final[dict[str, Callable[[Money], Price]]] = {
    "net of VAT": Price.net_of_vat,
    "including VAT": Price.including_vat,
}
ways_to_price: Final = st.sampled_from(
    (
        Price.net_of_vat,
        Price.including_vat,
        Price.exempt,
        lambda amount: Price.plus_vat(amount, "20"),
        lambda amount: Price.including_vat(amount, "20"),
    )
)
amounts: Final = st.tuples(ways_to_price, st.integers(0, 30)).map(
    lambda drawn: drawn[0](Money.pence(drawn[1] * 100))
)
of_lots: Final = st.lists(
    st.tuples(amounts, st.sampled_from(("1", "2"))), min_size=1, max_size=2
).map(
    lambda held: Proposal(
        AWARD, Contract("A", amounts=[Line(price, {"lot": lot}) for price, lot in held])
    )
)


@given(
    st.sampled_from(sorted(ON_ITS_BASIS)),
    st.integers(0, 60),
    st.sampled_from(((), ("lot",))),
    st.lists(of_lots, max_size=2),
    of_lots,
)
def test_a_figure_read_with_vat_or_without_is_the_figure_written_so(
    name: str, most: int, per: tuple[str, ...], made: list[Proposal], proposal: Proposal
) -> None:
    amount = Money.pence(most * 100)
    open_ = authority(Cap("v", MINUTE, Figure(Price.as_stated(amount)), per))
    settled = authority(Cap("v", MINUTE, Figure(ON_ITS_BASIS[name](amount)), per))
    assert _answer(proposal, open_, made, {"v": name}) == _answer(proposal, settled, made, {})


@given(
    st.sampled_from(("rounded up", "rounded down")),
    st.integers(10, 40),
    st.booleans(),
    st.lists(st.integers(0, 4000), min_size=1, max_size=3),
)
def test_a_rounded_figure_read_as_rounded_either_way_is_the_exact_figure_so(
    name: str,
    tens: int,
    strict: bool,  # noqa: FBT001 - less than, or at most
    pence: list[int],
) -> None:
    def award(amount: int) -> Proposal:
        return Proposal(AWARD, Contract("A", value=Price.as_stated(Money.pence(amount))))

    def under(amount: int, unit: Money | None) -> Any:  # noqa: ANN401 - an authority
        figure = Figure(Price.as_stated(Money.pence(amount)), rounded_to=unit)
        return authority(Cap("v", MINUTE, figure, strict=strict))

    # to £1, from 50 pence below up to 49 pence above
    exact = tens * 100 + (-50 if name == "rounded up" else 49)
    *before, last = map(award, pence)
    assert _answer(last, under(tens * 100, Money.pence(100)), before, {"v": name}) == _answer(
        last, under(exact, None), before, {}
    )


def test_of_what_is_inside_the_rounding_the_reading_decides() -> None:
    figure = Figure(Price.as_stated(Money.pence(1000)), rounded_to=Money.pence(100))
    under: Any = authority(Cap("v", MINUTE, figure))
    for pence, up in ((950, Result.MET), (951, Result.NOT_MET), (1049, Result.NOT_MET)):
        award = Proposal(AWARD, Contract("A", value=Price.as_stated(Money.pence(pence))))
        assert _answer(award, under, [], {"v": "rounded up"})[0] is up
        assert _answer(award, under, [], {"v": "rounded down"})[0] is Result.MET
