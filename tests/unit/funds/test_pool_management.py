"""How a pool is run, under regulation 7(4) to (6) of SI 2000/617."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

import pytest

from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.funds.pooled import PoolManagement, check_management
from carerslib.verdicts import Result

ON: Final = date(2024, 6, 3)
IN_FULL: Final = {
    "manager_appointed": True,
    "quarterly_reports": True,
    "annual_return": True,
    "audit_arranged": True,
}


class TestRegulation7Paragraphs4And6:
    def test_a_pool_that_is_run_as_they_ask_is_met(self) -> None:
        assert check_management(PoolManagement("pool", **IN_FULL), on=ON).is_met

    @pytest.mark.parametrize(
        ("field", "rule", "place"),
        [
            ("manager_appointed", "funds.pool.manager", "reg 7(4)"),
            ("quarterly_reports", "funds.pool.reports", "reg 7(4)(b)"),
            ("annual_return", "funds.pool.reports", "reg 7(4)(b)"),
            ("audit_arranged", "funds.pool.audit", "reg 7(6)"),
        ],
    )
    def test_each_of_them_decides(self, field: str, rule: str, place: str) -> None:
        pool = PoolManagement("pool", **{**IN_FULL, field: False})
        (finding,) = check_management(pool, on=ON).unmet
        assert (finding.rule, finding.citation.place) == (rule, place)
        assert finding.remedy is None

    @pytest.mark.parametrize("field", IN_FULL)
    def test_what_nobody_has_looked_for_is_named(self, field: str) -> None:
        verdict = check_management(PoolManagement("pool", **{**IN_FULL, field: None}), on=ON)
        assert verdict.result is Result.UNDETERMINED
        assert [each.field for each in verdict.missing] == [f"management.{field}"]

    def test_what_is_not_asked_is_left_out_of_the_answer_as_asked(self) -> None:
        verdict = check_management(PoolManagement("pool", manager_appointed=True), on=ON)
        assert (verdict.result, verdict.as_asked) == (Result.UNDETERMINED, Result.MET)

    @pytest.mark.parametrize(
        ("on", "known"),
        [
            (date(2000, 3, 31), False),
            (date(2000, 4, 1), True),
            (date(2026, 3, 31), True),
            (date(2026, 4, 1), False),
        ],
    )
    def test_they_are_known_on_the_days_of_the_regulations(self, on: date, *, known: bool) -> None:
        pool = PoolManagement("pool", **IN_FULL)
        if known:
            assert check_management(pool, on=on).is_met
        else:
            with pytest.raises(NotInForceError):
                check_management(pool, on=on)

    @pytest.mark.parametrize("field", IN_FULL)
    def test_a_fact_is_yes_or_no_or_not_known(self, field: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            PoolManagement("pool", **{field: cast("Any", "yes")})
        assert caught.value.field == field
