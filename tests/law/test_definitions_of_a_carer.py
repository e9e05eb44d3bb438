"""Each definition of a carer, by the provision that makes it, on and beside its limits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from carerslib.carers import (
    DEFINITIONS,
    RULES,
    Asked,
    Carer,
    CaringRelationship,
    Definition,
    Examination,
    HoursBand,
    KindOfCare,
    Person,
    PersonCaredFor,
    RegardedAsCarer,
    Tie,
    WhyHelpIsNeeded,
    band_of,
    define,
    definition,
    definitions_on,
)
from carerslib.carers.wider_words import BANDS_2011, BANDS_2021
from carerslib.citations import Citation
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.money import Money
from carerslib.periods import DateRange, Day
from carerslib.rules import RuleSet, rule
from carerslib.verdicts import Aspect, Missing, Part, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carerslib.basis import Basis

IN_2009: Final = date(2009, 3, 10)
IN_2017: Final = date(2017, 8, 1)
IN_2026: Final = date(2026, 11, 1)

BIRTHS: Final = {
    "adult": date(1960, 5, 1),
    "17": date(2009, 1, 1),
    "15": date(2011, 1, 1),
    "10": date(2016, 1, 1),
    "not recorded": None,
}
FACTS_OF_CARER: Final = frozenset(
    {
        "employee",
        "in_full_time_education",
        "net_weekly_earnings",
        "meets_residence_rule",
        "under_pension_age",
        "hours_in_all",
    }
)
FACTS_OF_CARED_FOR: Final = frozenset(
    {
        "disabled",
        "needs_help_because",
        "assessed_for_community_care",
        "assessed_as_disabled_child",
        "assessed_for_after_care",
        "receives_qualifying_benefit",
        "level_of_care_accepted",
        "has_long_term_care_need",
    }
)
UNPAID: Final = {"provides": True, "under_contract": False, "voluntary_work": False, "paid": False}
OFTEN: Final = UNPAID | {"substantial": True, "regular": True}


def _picked(facts: dict[str, object], names: frozenset[str]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if name in names}


def caring(
    carer: str | date = "adult", cared_for: str | date = "adult", /, **facts: object
) -> CaringRelationship:
    births = [BIRTHS[age] if isinstance(age, str) else age for age in (carer, cared_for)]
    others = FACTS_OF_CARER | FACTS_OF_CARED_FOR
    own = {name: value for name, value in facts.items() if name not in others}
    return CaringRelationship(
        "R1",
        Carer(Person("A", births[0]), **_picked(facts, FACTS_OF_CARER)),  # type: ignore[arg-type]
        PersonCaredFor(
            Person("B", births[1]),
            **_picked(facts, FACTS_OF_CARED_FOR),  # type: ignore[arg-type]
        ),
        **own,  # type: ignore[arg-type]
    )


def ask(key: str, relationship: CaringRelationship, on: date = IN_2026) -> Verdict:
    return definition(key, on).covers(relationship, on=on)


def missing(verdict: Verdict) -> set[str]:
    return {each.field for each in verdict.missing}


class TestCareAct2014Section10:
    def test_an_adult_who_cares_for_an_adult_is_a_carer(self) -> None:
        assert ask("CA14_S10", caring(**UNPAID)).is_met

    def test_intending_to_care_is_enough(self) -> None:
        assert ask("CA14_S10", caring(**(UNPAID | {"provides": False, "intends": True}))).is_met

    @pytest.mark.parametrize("kind", KindOfCare)
    def test_any_kind_of_care_counts_emotional_support_alone_too(self, kind: KindOfCare) -> None:
        assert ask("CA14_S10", caring(**UNPAID, kinds=(kind,))).is_met

    @pytest.mark.parametrize("hours", [None, 0, 1, 34, 35, 168])
    def test_hours_are_no_part_of_it(self, hours: int | None) -> None:
        assert ask("CA14_S10", caring(**UNPAID, hours_a_week=hours)).is_met

    @pytest.mark.parametrize("tie", [*Tie, None])
    def test_it_asks_for_no_tie_of_family_or_friendship(self, tie: Tie | None) -> None:
        assert ask("CA14_S10", caring(**UNPAID, tie=tie)).is_met

    @pytest.mark.parametrize(
        ("born", "expected"),
        [
            (date(2008, 11, 2), Result.NOT_MET),
            (date(2008, 11, 1), Result.MET),
            (date(2008, 10, 31), Result.MET),
        ],
        ids=["17 until tomorrow", "18 today", "18 since yesterday"],
    )
    @pytest.mark.parametrize("who", ["carer", "cared_for"])
    def test_both_are_adults(self, who: str, born: date, expected: Result) -> None:
        pair = (born, "adult") if who == "carer" else ("adult", born)
        assert ask("CA14_S10", caring(*pair, **UNPAID)).result is expected

    @pytest.mark.parametrize("excluded", ["under_contract", "voluntary_work"])
    def test_care_under_a_contract_or_as_voluntary_work_is_excluded(self, excluded: str) -> None:
        verdict = ask("CA14_S10", caring(**(UNPAID | {excluded: True})))
        assert verdict.result is Result.NOT_MET
        assert "section 10(9)" in str(verdict.unmet[0].citation)

    @pytest.mark.parametrize("excluded", ["under_contract", "voluntary_work"])
    def test_unless_the_authority_regards_the_person_as_a_carer(self, excluded: str) -> None:
        view = RegardedAsCarer(date(2026, 1, 1), "team manager", "daughter, unpaid at night")
        facts = UNPAID | {excluded: True, "regarded_as_carer": view}
        assert ask("CA14_S10", caring(**facts)).is_met

    def test_facts_that_are_not_recorded_are_named(self) -> None:
        verdict = ask("CA14_S10", caring("not recorded", "not recorded"))
        assert verdict.result is Result.UNDETERMINED
        assert missing(verdict) == {
            "carer.person.born",
            "cared_for.person.born",
            "provides",
            "intends",
            "under_contract",
            "voluntary_work",
        }

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"provides": False}, {"intends"}),
            ({"provides": None, "intends": False}, {"provides"}),
            ({"provides": True, "since": DateRange.year(2026), "intends": False}, {"since"}),
            ({"provides": True, "since": DateRange.year(2026)}, {"since", "intends"}),
        ],
    )
    def test_of_giving_care_only_what_could_settle_it_is_named(
        self, facts: dict[str, object], expected: set[str]
    ) -> None:
        assert missing(ask("CA14_S10", caring(**(UNPAID | facts)))) == expected

    def test_a_fact_that_could_not_change_the_answer_is_not_asked_for(self) -> None:
        verdict = ask("CA14_S10", caring("15", "not recorded"))
        assert verdict.result is Result.NOT_MET
        assert verdict.missing == ()

    @pytest.mark.parametrize("day", [date(2015, 3, 31), date(2000, 1, 1)])
    def test_it_is_refused_before_1_april_2015(self, day: date) -> None:
        rule = next(each for each in DEFINITIONS if each.key == "CA14_S10")
        with pytest.raises(NotInForceError, match="from 1 April 2015"):
            rule.covers(caring(), on=day)
        assert rule.covers(caring(), on=date(2015, 4, 1)).result is Result.UNDETERMINED


class TestCareAct2014Section60:
    @pytest.mark.parametrize("responsible", [True, False, None])
    def test_a_childs_carer_is_an_adult_parent_or_not(
        self,
        responsible: bool | None,  # noqa: FBT001 - what the table holds
    ) -> None:
        facts = UNPAID | {"parental_responsibility": responsible}
        assert ask("CA14_S60", caring("adult", "17", **facts)).is_met

    def test_the_child_is_under_18(self) -> None:
        assert ask("CA14_S60", caring("adult", date(2008, 11, 2), **UNPAID)).is_met
        assert ask("CA14_S60", caring("adult", date(2008, 11, 1), **UNPAID)).unmet

    def test_a_contract_excludes_under_section_60_8(self) -> None:
        verdict = ask("CA14_S60", caring("adult", "17", **(UNPAID | {"under_contract": True})))
        assert "section 60(8)" in str(verdict.unmet[0].citation)


class TestCareAct2014Section63:
    def test_a_young_carer_cares_for_an_adult(self) -> None:
        assert ask("CA14_S63", caring("17", "adult", **UNPAID)).is_met
        assert ask("CA14_S63", caring("15", "10", **UNPAID)).result is Result.NOT_MET

    def test_on_the_18th_birthday_the_young_carer_is_a_carer(self) -> None:
        born_today = caring(date(2008, 11, 1), "adult", **UNPAID)
        on_the_eve = {key: v.is_met for key, v in define(born_today, on=date(2026, 10, 31)).items()}
        on_the_day = {key: v.is_met for key, v in define(born_today, on=IN_2026).items()}
        assert (on_the_eve["CA14_S63"], on_the_eve["CA14_S10"]) == (True, False)
        assert (on_the_day["CA14_S63"], on_the_day["CA14_S10"]) == (False, True)


class TestChildrenAct1989Section17ZA:
    @pytest.mark.parametrize("cared_for", ["adult", "10", "not recorded"])
    def test_a_young_carer_cares_for_anyone_of_any_age(self, cared_for: str) -> None:
        assert ask("CA89_17ZA", caring("15", cared_for, **UNPAID)).is_met

    def test_at_18_nobody_is_a_young_carer(self) -> None:
        assert ask("CA89_17ZA", caring(date(2008, 11, 2), "10", **UNPAID)).is_met
        assert ask("CA89_17ZA", caring(date(2008, 11, 1), "10", **UNPAID)).unmet

    @pytest.mark.parametrize("tie", Tie)
    def test_it_is_not_limited_to_the_same_family(self, tie: Tie) -> None:
        assert ask("CA89_17ZA", caring("15", "adult", **UNPAID, tie=tie)).is_met


class TestChildrenAct1989Section17ZD:
    RESPONSIBLE: Final = {"provides": True, "disabled": True, "parental_responsibility": True}

    def test_a_parent_carer_has_parental_responsibility_for_a_disabled_child(self) -> None:
        assert ask("CA89_17ZD", caring("adult", "10", **self.RESPONSIBLE)).is_met

    @pytest.mark.parametrize("fact", ["provides", "disabled", "parental_responsibility"])
    def test_each_part_counts(self, fact: str) -> None:
        facts = self.RESPONSIBLE | {"intends": False, fact: False}
        assert ask("CA89_17ZD", caring("adult", "10", **facts)).result is Result.NOT_MET

    @pytest.mark.parametrize("hours", [None, 1, 20])
    def test_there_is_no_threshold_of_hours(self, hours: int | None) -> None:
        facts = self.RESPONSIBLE | {"hours_a_week": hours}
        assert ask("CA89_17ZD", caring("adult", "10", **facts)).is_met

    def test_a_parent_under_18_is_no_parent_carer(self) -> None:
        assert ask("CA89_17ZD", caring("17", "10", **self.RESPONSIBLE)).result is Result.NOT_MET


class TestActOf1995:
    @pytest.mark.parametrize("carer", ["adult", "17", "10", "not recorded"])
    def test_before_the_care_act_it_asked_for_no_age(self, carer: str) -> None:
        facts = OFTEN | {"assessed_for_community_care": True}
        assert ask("C95", caring(carer, "adult", **facts), IN_2009).is_met

    def test_it_needed_an_assessment_of_the_person_cared_for(self) -> None:
        facts = OFTEN | {"assessed_for_community_care": False}
        assert ask("C95", caring(**facts), IN_2009).result is Result.NOT_MET

    @pytest.mark.parametrize("fact", ["substantial", "regular"])
    def test_substantial_and_regular_is_the_authoritys_judgement_never_hours(
        self, fact: str
    ) -> None:
        facts = OFTEN | {"assessed_for_community_care": True, fact: None, "hours_a_week": 100}
        verdict = ask("C95", caring(**facts), IN_2009)
        assert verdict.result is Result.UNDETERMINED
        assert missing(verdict) == {fact}

    @pytest.mark.parametrize(
        "excluded", [{"under_contract": True}, {"for_voluntary_organisation": True}]
    )
    def test_contract_and_volunteer_are_excluded_and_nothing_overrides(
        self, excluded: dict[str, bool]
    ) -> None:
        view = RegardedAsCarer(date(2000, 1, 1), "team manager", "daughter")
        facts = OFTEN | excluded | {"assessed_for_community_care": True, "regarded_as_carer": view}
        assert ask("C95", caring(**facts), IN_2009).result is Result.NOT_MET

    def test_voluntary_work_outside_an_organisation_is_not_excluded(self) -> None:
        facts = OFTEN | {"assessed_for_community_care": True, "voluntary_work": True}
        undecided = ask("C95", caring(**facts), IN_2009)
        assert missing(undecided) == {"for_voluntary_organisation"}
        alone = ask("C95", caring(**facts, for_voluntary_organisation=False), IN_2009)
        assert alone.is_met

    CHILD: Final = OFTEN | {"disabled": True, "assessed_as_disabled_child": True}

    @pytest.mark.parametrize("on", [date(2015, 3, 31), date(2015, 4, 1), IN_2026])
    def test_section_1_2_reaches_a_grandparent_then_and_now(self, on: date) -> None:
        facts = self.CHILD | {"parental_responsibility": False}
        assert ask("C95", caring("adult", "10", **facts), on).is_met

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2015, 3, 31), Result.MET), (date(2015, 4, 1), Result.NOT_MET)]
    )
    def test_section_1_3a_sends_parent_carers_to_the_children_act(
        self, on: date, expected: Result
    ) -> None:
        facts = self.CHILD | {"parental_responsibility": True}
        assert ask("C95", caring("adult", "10", **facts), on).result is expected

    def test_section_1_3a_sends_young_carers_to_the_children_act(self) -> None:
        verdict = ask("C95", caring("15", "10", **self.CHILD))
        assert verdict.result is Result.NOT_MET
        assert [str(each.citation).split(", ")[1] for each in verdict.unmet] == ["section 1(3A)"]

    def test_whether_a_carer_is_a_parent_carer_may_be_what_is_missing(self) -> None:
        verdict = ask("C95", caring("adult", "10", **self.CHILD))
        assert verdict.result is Result.UNDETERMINED
        assert missing(verdict) == {"parental_responsibility"}

    def test_since_the_care_act_it_reaches_no_carer_of_an_adult(self) -> None:
        facts = OFTEN | {"assessed_for_community_care": True, "assessed_for_after_care": True}
        assert ask("C95", caring(**facts), IN_2017).result is Result.NOT_MET

    def test_it_reaches_a_child_assessed_for_after_care(self) -> None:
        facts = OFTEN | {"assessed_for_after_care": True, "disabled": False}
        assert ask("C95", caring("adult", "15", **facts)).is_met


class TestActOf2000:
    @pytest.mark.parametrize(
        ("born", "expected"),
        [
            (date(1993, 3, 11), Result.NOT_MET),
            (date(1993, 3, 10), Result.MET),
            (date(1993, 3, 9), Result.MET),
        ],
        ids=["16 tomorrow", "16 today", "16 yesterday"],
    )
    def test_a_carer_of_an_adult_is_16_or_over(self, born: date, expected: Result) -> None:
        assert ask("C00", caring(born, "adult", **OFTEN), IN_2009).result is expected

    def test_a_person_with_parental_responsibility_cares_for_a_disabled_child(self) -> None:
        child = date(2001, 1, 1)
        facts = OFTEN | {"disabled": True, "parental_responsibility": True}
        assert ask("C00", caring("adult", child, **facts), IN_2009).is_met
        facts["parental_responsibility"] = False
        assert ask("C00", caring("adult", child, **facts), IN_2009).result is Result.NOT_MET

    def test_it_needs_no_assessment_of_the_person_cared_for(self) -> None:
        facts = OFTEN | {"assessed_for_community_care": False}
        assert ask("C00", caring(**facts), IN_2009).is_met

    @pytest.mark.parametrize("day", [date(2001, 3, 31), date(2015, 4, 1)])
    def test_it_bound_england_from_2001_to_the_care_act(self, day: date) -> None:
        with pytest.raises(NotInForceError, match="1 April 2001 to 31 March 2015"):
            definition("C00", day)


class TestNhsEngland:
    FACTS: Final = UNPAID | {
        "tie": Tie.FRIEND,
        "needs_help_because": (WhyHelpIsNeeded.ADDICTION,),
        "could_not_cope_without": True,
    }

    @pytest.mark.parametrize("carer", ["adult", "10", "not recorded"])
    def test_it_covers_any_age(self, carer: str) -> None:
        assert ask("NHSE", caring(carer, **self.FACTS)).is_met

    @pytest.mark.parametrize(
        ("fact", "value"),
        [
            ("tie", Tie.NEIGHBOUR),
            ("needs_help_because", (WhyHelpIsNeeded.OLD_AGE,)),
            ("could_not_cope_without", False),
            ("paid", True),
            ("provides", False),
        ],
    )
    def test_each_part_counts(self, fact: str, value: object) -> None:
        assert ask("NHSE", caring(**(self.FACTS | {fact: value}))).result is Result.NOT_MET

    def test_it_does_not_count_intending_to_care(self) -> None:
        facts = self.FACTS | {"provides": False, "intends": True}
        assert ask("NHSE", caring(**facts)).result is Result.NOT_MET


class TestCensus:
    FACTS: Final = UNPAID | {"needs_help_because": (WhyHelpIsNeeded.OLD_AGE,)}

    @pytest.mark.parametrize(
        ("born", "expected"),
        [(date(2021, 11, 2), Result.NOT_MET), (date(2021, 11, 1), Result.MET)],
        ids=["4", "5"],
    )
    def test_tables_of_2021_count_those_aged_5_or_over(self, born: date, expected: Result) -> None:
        assert ask("CEN21", caring(born, **self.FACTS)).result is expected

    def test_the_question_of_2011_is_asked_as_it_was_until_the_next_census(self) -> None:
        relationship = caring("not recorded", **self.FACTS)
        assert ask("CEN11", relationship, date(2021, 3, 20)).is_met
        with pytest.raises(NotInForceError):
            definition("CEN11", date(2021, 3, 21))

    @pytest.mark.parametrize(("fact", "value"), [("paid", True), ("needs_help_because", ())])
    def test_paid_care_and_other_reasons_do_not_count(self, fact: str, value: object) -> None:
        assert ask("CEN21", caring(**(self.FACTS | {fact: value}))).result is Result.NOT_MET

    def test_hours_give_the_band_and_decide_nothing(self) -> None:
        verdict = ask("CEN21", caring(**self.FACTS, hours_a_week=3))
        band = verdict.findings[-1]
        assert verdict.is_met
        assert (band.measured, band.permitted, band.binding) == (3, "9 hours or less", False)
        assert ask("CEN21", caring(**self.FACTS)).is_met

    @pytest.mark.parametrize(
        ("hours", "of_2011", "of_2021"),
        [
            (0, None, "9 hours or less"),
            (1, "1 to 19 hours", "9 hours or less"),
            (9, "1 to 19 hours", "9 hours or less"),
            (10, "1 to 19 hours", "10 to 19 hours"),
            (19, "1 to 19 hours", "10 to 19 hours"),
            (20, "20 to 49 hours", "20 to 34 hours"),
            (34, "20 to 49 hours", "20 to 34 hours"),
            (35, "20 to 49 hours", "35 to 49 hours"),
            (49, "20 to 49 hours", "35 to 49 hours"),
            (50, "50 hours or more", "50 hours or more"),
        ],
    )
    def test_bands_meet_and_do_not_overlap(
        self, hours: int, of_2011: str | None, of_2021: str
    ) -> None:
        earlier, later = band_of(hours, BANDS_2011), band_of(hours, BANDS_2021)
        assert (earlier.title if earlier else None) == of_2011
        assert (later.title if later else None) == of_2021

    @pytest.mark.parametrize("bands", [BANDS_2011, BANDS_2021])
    def test_the_top_of_each_band_is_one_below_the_next(self, bands: tuple[HoursBand, ...]) -> None:
        tops = [band.most for band in bands]
        assert tops == [*(band.least - 1 for band in bands[1:]), None]


class TestCarersAllowance:
    FACTS: Final = UNPAID | {
        "hours_a_week": 35,
        "receives_qualifying_benefit": True,
        "in_full_time_education": False,
        "net_weekly_earnings": Money.pounds("95.00"),
        "meets_residence_rule": True,
    }

    @pytest.mark.parametrize(
        ("hours", "expected"),
        [(34, Result.NOT_MET), (35, Result.MET), (36, Result.MET)],
    )
    def test_care_takes_at_least_35_hours(self, hours: int, expected: Result) -> None:
        verdict = ask("CA_BEN", caring(**(self.FACTS | {"hours_a_week": hours})), IN_2009)
        assert verdict.result is verdict.on(Aspect.COUNT).result is expected

    @pytest.mark.parametrize(
        ("earned", "expected"),
        [("94.99", Result.MET), ("95.00", Result.MET), ("95.01", Result.NOT_MET)],
    )
    def test_earnings_may_reach_the_limit_and_not_exceed_it(
        self, earned: str, expected: Result
    ) -> None:
        facts = self.FACTS | {"net_weekly_earnings": Money.pounds(earned)}
        verdict = ask("CA_BEN", caring(**facts), IN_2009)
        assert verdict.result is verdict.on(Aspect.AMOUNT).result is expected

    @pytest.mark.parametrize(
        ("born", "expected"),
        [(date(1993, 3, 11), Result.NOT_MET), (date(1993, 3, 10), Result.MET)],
        ids=["15", "16"],
    )
    def test_the_carer_is_16_or_over(self, born: date, expected: Result) -> None:
        assert ask("CA_BEN", caring(born, **self.FACTS), IN_2009).result is expected

    @pytest.mark.parametrize(
        ("fact", "value"),
        [
            ("receives_qualifying_benefit", False),
            ("in_full_time_education", True),
            ("meets_residence_rule", False),
            ("provides", False),
        ],
    )
    def test_each_condition_counts(self, fact: str, value: object) -> None:
        verdict = ask("CA_BEN", caring(**(self.FACTS | {fact: value})), IN_2009)
        assert verdict.result is Result.NOT_MET

    def test_a_limit_that_is_not_known_on_the_day_leaves_the_answer_open(self) -> None:
        verdict = ask("CA_BEN", caring(**self.FACTS), date(2024, 4, 3))
        assert verdict.result is Result.UNDETERMINED
        assert missing(verdict) == {"carers_allowance.earnings_limit"}
        assert "rose in April 2024" in str(verdict.missing[0])

    def test_hours_beyond_the_days_checked_leave_the_answer_open(self) -> None:
        verdict = ask("CA_BEN", caring(**self.FACTS), date(2030, 1, 1))
        assert "carers_allowance.hours" in missing(verdict)

    def test_it_is_no_test_of_being_a_carer_for_the_council(self) -> None:
        facts = self.FACTS | {"hours_a_week": 3, "net_weekly_earnings": Money.pounds("900.00")}
        side_by_side = define(caring(**facts), on=IN_2026)
        assert side_by_side["CA14_S10"].is_met
        assert side_by_side["CA_BEN"].result is Result.NOT_MET

    def test_nothing_about_it_can_be_remedied_by_choosing(self) -> None:
        facts = self.FACTS | {"hours_a_week": 1, "net_weekly_earnings": Money.pounds("900.00")}
        assert [each.remedy for each in ask("CA_BEN", caring(**facts), IN_2009).unmet] == [None] * 2


class TestCarersCredit:
    FACTS: Final = UNPAID | {
        "under_pension_age": True,
        "hours_in_all": 20,
        "receives_qualifying_benefit": True,
    }

    @pytest.mark.parametrize(
        ("hours", "expected"), [(19, Result.NOT_MET), (20, Result.MET), (21, Result.MET)]
    )
    def test_it_asks_for_20_hours_for_everyone_together(self, hours: int, expected: Result) -> None:
        assert ask("CC_NI", caring(**(self.FACTS | {"hours_in_all": hours}))).result is expected

    @pytest.mark.parametrize(
        ("hours", "expected"),
        [(None, Result.UNDETERMINED), (19, Result.UNDETERMINED), (20, Result.MET)],
    )
    def test_the_hours_for_one_person_show_enough_but_never_too_few(
        self, hours: int | None, expected: Result
    ) -> None:
        facts = self.FACTS | {"hours_in_all": None, "hours_a_week": hours}
        assert ask("CC_NI", caring(**facts)).result is expected

    def test_earnings_do_not_matter(self) -> None:
        facts = self.FACTS | {"net_weekly_earnings": Money.pounds("900.00")}
        assert ask("CC_NI", caring(**facts)).is_met

    def test_without_a_benefit_the_level_of_care_may_be_accepted(self) -> None:
        facts = self.FACTS | {"receives_qualifying_benefit": False}
        assert missing(ask("CC_NI", caring(**facts))) == {"cared_for.level_of_care_accepted"}
        assert ask("CC_NI", caring(**facts, level_of_care_accepted=True)).is_met

    def test_it_is_for_those_under_pension_age(self) -> None:
        verdict = ask("CC_NI", caring(**(self.FACTS | {"under_pension_age": False})))
        assert verdict.result is Result.NOT_MET

    def test_hours_beyond_the_days_checked_leave_the_answer_open(self) -> None:
        assert "carers_credit.hours" in missing(ask("CC_NI", caring(), date(2030, 1, 1)))


class TestCarersLeave:
    FACTS: Final = {
        "provides": True,
        "employee": True,
        "dependant": True,
        "has_long_term_care_need": True,
    }

    def test_an_employee_may_care_for_a_dependant_with_a_long_term_need(self) -> None:
        assert ask("CLEAVE", caring(**self.FACTS)).is_met

    def test_arranging_care_is_enough(self) -> None:
        facts = self.FACTS | {"provides": False, "kinds": (KindOfCare.ARRANGING,)}
        assert ask("CLEAVE", caring(**facts)).is_met

    @pytest.mark.parametrize(
        ("until", "expected"),
        [
            (date(2026, 10, 31), Result.NOT_MET),
            (date(2026, 11, 1), Result.MET),
            (DateRange(date(2026, 10, 31), date(2026, 11, 1)), Result.UNDETERMINED),
        ],
    )
    def test_what_was_arranged_counts_for_as_long_as_it_lasts(
        self, until: Day, expected: Result
    ) -> None:
        facts = self.FACTS | {"kinds": (KindOfCare.ARRANGING,), "until": until}
        relationship = caring(**facts | {"provides": False, "intends": False})
        assert ask("CLEAVE", relationship, date(2026, 11, 1)).result is expected

    @pytest.mark.parametrize("fact", ["employee", "dependant", "has_long_term_care_need"])
    def test_each_part_counts(self, fact: str) -> None:
        assert ask("CLEAVE", caring(**(self.FACTS | {fact: False}))).result is Result.NOT_MET

    def test_the_right_begins_on_6_april_2024(self) -> None:
        assert ask("CLEAVE", caring(**self.FACTS), date(2024, 4, 6)).is_met
        with pytest.raises(NotInForceError):
            definition("CLEAVE", date(2024, 4, 5))


class TestSideBySide:
    def test_one_call_asks_every_definition_of_the_day(self) -> None:
        assert list(define(caring(), on=IN_2017)) == [
            "CA14_S10",
            "CA14_S60",
            "CA14_S63",
            "CA89_17ZA",
            "CA89_17ZD",
            "C95",
            "CEN11",
            "CA_BEN",
            "CC_NI",
        ]

    def test_each_answer_names_the_relationship_and_what_it_rests_on(self) -> None:
        for verdict in define(caring(), on=IN_2026).values():
            assert verdict.subject == "R1"
            assert str(verdict.basis) == "carerslib.carers 2026-11"

    @pytest.mark.parametrize("each", DEFINITIONS, ids=lambda each: f"{each.key} {each.in_force}")
    def test_each_definition_has_words_and_a_source(self, each: Definition) -> None:
        words = (each.title, each.carer, each.cared_for, each.care, each.hours, each.exclusions)
        assert all(words)
        assert each.citation.source

    def test_there_is_none_before_1_april_1996(self) -> None:
        assert [each.key for each in definitions_on(date(1996, 4, 1))] == ["C95"]
        with pytest.raises(NotInForceError, match="from 1 April 1996"):
            definitions_on(date(1996, 3, 31))

    def test_a_day_is_a_date(self) -> None:
        with pytest.raises(InvalidValueError, match="a date without a time"):
            definitions_on("2026")  # type: ignore[arg-type]
        with pytest.raises(InvalidValueError, match="a date without a time"):
            DEFINITIONS[0].covers(caring(), on="2026")  # type: ignore[arg-type]

    def test_an_unknown_definition_is_refused(self) -> None:
        with pytest.raises(NotInForceError, match="no rule of"):
            definition("CA26", IN_2026)


STRATEGY: Final = Citation.record("Carers strategy 2024-29", "page 4")


@rule(
    id="OURS",
    title="Carer in our strategy",
    citation=STRATEGY,
    in_force=DateRange.onwards(date(2024, 4, 1)),
)
def _in_our_strategy(asked: Asked, basis: Basis) -> Iterator[Part]:
    ask = Examination("OURS", asked.relationship.reference, asked.day, basis)
    missing = Missing("provides", "whether care is given")
    yield ask.fact("Looks after someone", STRATEGY, asked.relationship.provides, missing)


class TestACouncilsOwnDefinition:
    OURS: Final = RULES.extended([_in_our_strategy], name="our council", edition="2024")

    def test_it_stands_beside_the_others_and_changes_none(self) -> None:
        known, all_ = (
            define(caring(provides=True), on=IN_2026, rules=rules) for rules in (RULES, self.OURS)
        )
        assert list(all_) == [*known, "OURS"]
        assert all_["OURS"].is_met
        for key, verdict in known.items():
            assert (all_[key].result, all_[key].findings) == (verdict.result, verdict.findings)

    def test_each_answer_rests_on_the_councils_set(self) -> None:
        for verdict in define(caring(), on=IN_2026, rules=self.OURS).values():
            assert str(verdict.basis) == "our council 2024"
            assert verdict.basis is not None
            assert verdict.basis.own_rules == ("OURS",)

    @pytest.mark.parametrize(
        ("day", "asked"), [(date(2024, 3, 31), False), (date(2024, 4, 1), True)]
    )
    def test_it_is_asked_on_its_own_days(self, day: date, *, asked: bool) -> None:
        assert ("OURS" in define(caring(), on=day, rules=self.OURS)) is asked

    def test_a_set_of_nothing_but_its_own_has_only_its_own_days(self) -> None:
        alone = RuleSet("ours alone", "2024", (_in_our_strategy,))
        assert list(define(caring(), on=date(2024, 4, 1), rules=alone)) == ["OURS"]
        with pytest.raises(NotInForceError, match="the first is in force from 1 April 2024"):
            define(caring(), on=date(2024, 3, 31), rules=alone)
        with pytest.raises(NotInForceError, match="no rule of nothing"):
            define(caring(), on=IN_2026, rules=RuleSet("nothing", "1", ()))
