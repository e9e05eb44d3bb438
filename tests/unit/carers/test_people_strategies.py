from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import Phase, find, settings

from carerslib.testing.strategies import (
    assessment_facts,
    carers,
    caring_relationships,
    people_cared_for,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

STRATEGIES: Final[dict[str, SearchStrategy[Any]]] = {
    "carers": carers(),
    "people cared for": people_cared_for(),
    "relationships": caring_relationships(),
    "what an authority knows": assessment_facts(),
}


# what is looked for need not be made simple, which takes minutes
ANY: Final = settings(phases=[Phase.generate], max_examples=2_000, database=None)


def _is_ever(strategy: SearchStrategy[Any], name: str, *, answer: bool | None) -> bool:
    found = find(strategy, lambda record: getattr(record, name) is answer, settings=ANY)
    return getattr(found, name) is answer


@pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES)
@pytest.mark.parametrize("answer", [None, True, False], ids=["not recorded", "yes", "no"])
def test_every_fact_may_be_recorded_either_way_or_not_at_all(
    strategy: SearchStrategy[Any],
    answer: bool | None,  # noqa: FBT001 - the fact itself, with three values
) -> None:
    found = find(strategy, lambda record: record is not None, settings=ANY)
    facts = [each.name for each in attrs.fields(type(found)) if each.type == "bool | None"]
    assert facts
    assert _is_ever(strategy, facts[0], answer=answer)
    assert _is_ever(strategy, facts[-1], answer=answer)


@pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES)
def test_the_simplest_record_is_one_of_which_nothing_is_recorded(
    strategy: SearchStrategy[Any],
) -> None:
    simplest = find(strategy, lambda record: record is not None)
    facts = [each.name for each in attrs.fields(type(simplest)) if each.type == "bool | None"]
    assert {getattr(simplest, name) for name in facts} == {None}
