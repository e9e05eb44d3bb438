"""Who must be assessed, on what trigger: each duty by its provision, and the worked cases."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Final

import pytest

from carerslib.assessments.duties import (
    duties_to_assess,
    must_assess,
    must_inform,
)
from carerslib.assessments.duty_facts import AssessmentFacts
from carerslib.carers import (
    Carer,
    CaringRelationship,
    Person,
    PersonCaredFor,
    RegardedAsCarer,
    define,
)
from carerslib.errors import InvalidValueError, NotInForceError
from carerslib.verdicts import Result, Verdict

IN_2009: Final = date(2009, 3, 10)
IN_2026: Final = date(2026, 11, 1)

ADULT: Final = date(1960, 5, 1)
AT_17: Final = date(2009, 1, 1)
AT_15: Final = date(2011, 1, 1)
AT_10: Final = date(2016, 1, 1)
UNPAID: Final = {"provides": True, "under_contract": False, "voluntary_work": False}
OFTEN: Final = UNPAID | {"substantial": True, "regular": True}
DISABLED_CHILD: Final = {"disabled": True, "assessed_as_disabled_child": True}


def caring(
    born: date,
    cared_for_born: date,
    facts: dict[str, object],
    about: dict[str, object] | None = None,
) -> CaringRelationship:
    return CaringRelationship(
        "R1",
        Carer(Person("A", born)),
        PersonCaredFor(Person("B", cared_for_born), **(about or {})),  # type: ignore[arg-type]
        **facts,  # type: ignore[arg-type]
    )


def duty(
    key: str, relationship: CaringRelationship, on: date = IN_2026, /, **facts: bool | None
) -> Verdict:
    return duties_to_assess(relationship, AssessmentFacts(**facts), on=on)[key]


def missing(verdict: Verdict) -> set[str]:
    return {each.field for each in verdict.missing}


OF_AN_ADULT: Final = caring(ADULT, ADULT, dict(UNPAID))
SON_OF_15: Final = caring(AT_15, ADULT, dict(UNPAID))
MOTHER: Final = caring(
    ADULT, AT_10, {**UNPAID, "parental_responsibility": True}, {"disabled": True}
)
GRANDFATHER: Final = caring(
    ADULT, AT_10, {**OFTEN, "parental_responsibility": False}, dict(DISABLED_CHILD)
)


class TestCareAct2014Sections10And11:
    @pytest.mark.parametrize(
        ("appears", "expected"),
        [(True, Result.MET), (False, Result.NOT_MET), (None, Result.UNDETERMINED)],
    )
    def test_the_trigger_is_that_the_carer_may_have_needs(
        self,
        appears: bool | None,  # noqa: FBT001 - what the table holds
        expected: Result,
    ) -> None:
        verdict = duty("CA14_S10", OF_AN_ADULT, may_need_support=appears, refused=False)
        assert verdict.result is expected

    def test_no_request_is_needed(self) -> None:
        verdict = duty(
            "CA14_S10", OF_AN_ADULT, may_need_support=True, refused=False, requested=False
        )
        assert verdict.is_met

    @pytest.mark.parametrize(
        ("since", "expected"),
        [
            ({"requested_since_refusal": True}, Result.MET),
            ({"changed_since_refusal": True}, Result.MET),
            (
                {"requested_since_refusal": False, "changed_since_refusal": False},
                Result.NOT_MET,
            ),
            ({"requested_since_refusal": False}, Result.UNDETERMINED),
        ],
    )
    def test_a_refusal_is_final_until_a_request_or_a_change(
        self, since: dict[str, bool], expected: Result
    ) -> None:
        verdict = duty("CA14_S10", OF_AN_ADULT, may_need_support=True, refused=True, **since)
        assert verdict.result is expected

    def test_abuse_or_neglect_does_not_override_a_carers_refusal(self) -> None:
        verdict = duty(
            "CA14_S10",
            OF_AN_ADULT,
            may_need_support=True,
            refused=True,
            requested_since_refusal=False,
            changed_since_refusal=False,
            abuse_or_neglect=True,
        )
        assert verdict.result is Result.NOT_MET

    @pytest.mark.parametrize("hours", [0, 1, 34, 35, 168, None])
    def test_no_amount_of_time_is_needed_for_an_assessment(self, hours: int | None) -> None:
        relationship = caring(ADULT, ADULT, {**UNPAID, "hours_a_week": hours})
        assert duty("CA14_S10", relationship, may_need_support=True, refused=False).is_met

    def test_what_is_not_recorded_is_named(self) -> None:
        assert missing(duty("CA14_S10", OF_AN_ADULT)) == {
            "facts.may_need_support",
            "facts.refused",
            "facts.requested_since_refusal",
            "facts.changed_since_refusal",
        }


class TestCoronavirusAct2020:
    @pytest.mark.parametrize("key", ["CA14_S10", "CA14_S60", "CA14_S63"])
    @pytest.mark.parametrize(
        ("day", "eased"),
        [
            (date(2020, 3, 30), False),
            (date(2020, 3, 31), True),
            (date(2021, 7, 16), True),
            (date(2021, 7, 17), False),
        ],
    )
    def test_a_council_could_step_back_from_31_march_2020_to_16_july_2021(
        self, key: str, day: date, *, eased: bool
    ) -> None:
        births = {
            "CA14_S10": (ADULT, ADULT),
            "CA14_S60": (ADULT, AT_10),
            "CA14_S63": (AT_10, ADULT),
        }
        relationship = caring(*births[key], dict(UNPAID))
        facts = {
            "may_need_support": True,
            "likely_to_need_support_at_18": True,
            "of_significant_benefit": True,
            "refused": False,
            "able_to_consent": True,
            "consents": True,
        }
        stepped_back = duty(key, relationship, day, **facts, easements_used=True)
        did_not = duty(key, relationship, day, **facts, easements_used=False)
        unknown = duty(key, relationship, day, **facts)
        assert did_not.is_met
        assert stepped_back.result is (Result.NOT_MET if eased else Result.MET)
        assert missing(unknown) == ({"facts.easements_used"} if eased else set())

    def test_young_carers_needs_assessments_were_not_eased(self) -> None:
        facts = {"in_area": True, "requested": True, "assessed_before": False}
        eased = duty("CA89_17ZA", SON_OF_15, date(2020, 6, 1), **facts, easements_used=True)
        assert eased.is_met


class TestCareAct2014Section60:
    NEAR_18: Final = caring(ADULT, AT_17, dict(UNPAID))

    @pytest.mark.parametrize("fact", ["likely_to_need_support_at_18", "of_significant_benefit"])
    def test_needs_after_18_and_benefit_now_both_count(self, fact: str) -> None:
        facts: dict[str, bool | None] = {
            "likely_to_need_support_at_18": True,
            "of_significant_benefit": True,
            "refused": False,
        }
        assert duty("CA14_S60", self.NEAR_18, **facts).is_met
        facts[fact] = False
        assert duty("CA14_S60", self.NEAR_18, **facts).result is Result.NOT_MET


class TestCareAct2014Section63:
    AT_17: Final = caring(AT_17, ADULT, dict(UNPAID))
    LIKELY: Final = {"likely_to_need_support_at_18": True, "of_significant_benefit": True}

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"able_to_consent": True, "consents": True}, Result.MET),
            ({"able_to_consent": True, "consents": False, "refused": False}, Result.NOT_MET),
            ({"able_to_consent": False, "in_best_interests": True}, Result.MET),
            (
                {"able_to_consent": False, "in_best_interests": False, "refused": False},
                Result.NOT_MET,
            ),
            ({"consents": True, "in_best_interests": True}, Result.MET),
            ({"consents": False, "in_best_interests": False, "refused": False}, Result.NOT_MET),
            ({"refused": True, "abuse_or_neglect": True}, Result.MET),
            ({"able_to_consent": True, "refused": True, "abuse_or_neglect": False}, Result.NOT_MET),
        ],
    )
    def test_consent_or_best_interests_or_a_refusal_overridden(
        self, facts: dict[str, bool], expected: Result
    ) -> None:
        assert duty("CA14_S63", self.AT_17, **self.LIKELY, **facts).result is expected

    CONSENT: Final = ("able_to_consent", "consents", "in_best_interests")

    @pytest.mark.parametrize("answers", list(product([True, False, None], repeat=3)))
    def test_consent_is_open_only_where_an_answer_could_change_it_and_names_those(
        self, answers: tuple[bool | None, ...]
    ) -> None:
        def met(able: bool, consents: bool, best: bool) -> bool:  # noqa: FBT001 - three answers
            return consents if able else best

        known = dict(zip(self.CONSENT, answers, strict=True))
        completions = [
            full
            for full in product([True, False], repeat=3)
            if all(a is None or a == b for a, b in zip(answers, full, strict=True))
        ]
        results = {met(*full) for full in completions}
        could_change = {
            f"facts.{name}"
            for place, name in enumerate(self.CONSENT)
            if answers[place] is None
            and any(
                met(*full) != met(*(not v if i == place else v for i, v in enumerate(full)))
                for full in completions
            )
        }
        verdict = duty("CA14_S63", self.AT_17, **self.LIKELY, refused=False, **known)
        assert verdict.is_undetermined is (len(results) == 2)
        assert missing(verdict) == (could_change if len(results) == 2 else set())


class TestChildrenAct1989Section17ZA:
    @pytest.mark.parametrize("trigger", ["may_need_support", "requested", "requested_by_parent"])
    def test_appearance_of_need_or_a_request_by_child_or_parent(self, trigger: str) -> None:
        none: dict[str, bool | None] = dict.fromkeys(
            ("may_need_support", "requested", "requested_by_parent"), False
        )
        facts: dict[str, bool | None] = {"in_area": True, "assessed_before": False}
        assert duty("CA89_17ZA", SON_OF_15, **facts, **none).result is Result.NOT_MET
        assert duty("CA89_17ZA", SON_OF_15, **facts, **(none | {trigger: True})).is_met

    @pytest.mark.parametrize(
        ("changed", "expected"),
        [(True, Result.MET), (False, Result.NOT_MET), (None, Result.UNDETERMINED)],
    )
    def test_not_again_for_the_same_person_unless_something_changed(
        self,
        changed: bool | None,  # noqa: FBT001 - what the table holds
        expected: Result,
    ) -> None:
        verdict = duty(
            "CA89_17ZA",
            SON_OF_15,
            in_area=True,
            requested=True,
            assessed_before=True,
            changed_since_assessment=changed,
        )
        assert verdict.result is expected

    def test_the_young_carer_is_within_the_area(self) -> None:
        verdict = duty("CA89_17ZA", SON_OF_15, in_area=False, requested=True, assessed_before=False)
        assert verdict.result is Result.NOT_MET


class TestChildrenAct1989Section17ZD:
    FACTS: Final = {
        "in_area": True,
        "requested": True,
        "may_be_served_under_section_17": True,
        "assessed_before": False,
    }

    def test_a_request_is_enough_where_the_family_may_be_served(self) -> None:
        assert duty("CA89_17ZD", MOTHER, **self.FACTS).is_met

    @pytest.mark.parametrize("fact", ["in_area", "may_be_served_under_section_17"])
    def test_both_conditions_count(self, fact: str) -> None:
        assert duty("CA89_17ZD", MOTHER, **(self.FACTS | {fact: False})).unmet

    def test_appearance_of_need_is_enough_too(self) -> None:
        facts = self.FACTS | {"requested": False, "may_need_support": True}
        assert duty("CA89_17ZD", MOTHER, **facts).is_met


class TestActsOf1995And2000:
    COMMUNITY_CARE: Final = caring(ADULT, ADULT, dict(OFTEN), {"assessed_for_community_care": True})
    FREE_STANDING: Final = caring(ADULT, ADULT, dict(OFTEN), {"assessed_for_community_care": False})

    @pytest.mark.parametrize("key", ["C95", "C00"])
    def test_both_need_a_request(self, key: str) -> None:
        asked = duty(
            key, self.COMMUNITY_CARE, IN_2009, requested=True, may_have_community_care=True
        )
        not_asked = duty(
            key, self.COMMUNITY_CARE, IN_2009, requested=False, may_have_community_care=True
        )
        assert (asked.result, not_asked.result) == (Result.MET, Result.NOT_MET)

    def test_the_act_of_2000_stands_alone(self) -> None:
        facts = {"requested": True, "may_have_community_care": True}
        assert duty("C95", self.FREE_STANDING, IN_2009, **facts).result is Result.NOT_MET
        assert duty("C00", self.FREE_STANDING, IN_2009, **facts).is_met

    def test_the_person_cared_for_is_someone_it_may_serve(self) -> None:
        facts = {"requested": True, "may_have_community_care": False}
        assert duty("C00", self.FREE_STANDING, IN_2009, **facts).result is Result.NOT_MET

    def test_section_6_asks_whether_the_family_may_be_served(self) -> None:
        parent = caring(
            ADULT,
            date(2001, 1, 1),
            {**OFTEN, "parental_responsibility": True},
            {"disabled": True},
        )
        served = {"requested": True, "may_be_served_under_section_17": True}
        assert duty("C00", parent, IN_2009, **served).is_met
        not_served = served | {"may_be_served_under_section_17": False}
        assert duty("C00", parent, IN_2009, **not_served).result is Result.NOT_MET

    @pytest.mark.parametrize("day", [date(1996, 4, 1), date(2001, 3, 31)])
    def test_before_the_act_of_2000_there_was_the_act_of_1995_alone(self, day: date) -> None:
        assert list(duties_to_assess(OF_AN_ADULT, AssessmentFacts(), on=day)) == ["C95"]

    def test_before_both_no_duty_is_held(self) -> None:
        with pytest.raises(NotInForceError, match="from 1 April 1996"):
            must_assess(OF_AN_ADULT, AssessmentFacts(), on=date(1996, 3, 31))


class TestActOf2004:
    ALONE: Final = caring(ADULT, ADULT, dict(OFTEN), {"assessed_for_community_care": False})
    ASSESSED: Final = caring(ADULT, ADULT, dict(OFTEN), {"assessed_for_community_care": True})

    def inform(self, relationship: CaringRelationship, on: date, **facts: bool | None) -> Result:
        return must_inform(relationship, AssessmentFacts(**facts), on=on).result

    def test_a_carer_who_has_not_asked_is_told_during_the_other_assessment(self) -> None:
        facts = {"requested": False, "may_have_community_care": False}
        assert self.inform(self.ASSESSED, IN_2009, **facts) is Result.MET

    @pytest.mark.parametrize("already", ["assessed_before", "informed_before"])
    def test_a_carer_is_told_once(self, already: str) -> None:
        facts = {
            "may_have_community_care": True,
            "assessed_before": False,
            "informed_before": False,
        }
        assert self.inform(self.ALONE, IN_2009, **facts) is Result.MET
        assert self.inform(self.ALONE, IN_2009, **(facts | {already: True})) is Result.NOT_MET

    @pytest.mark.parametrize("on", [date(2015, 3, 31), date(2015, 4, 1), IN_2026])
    def test_a_grandparent_is_still_told(self, on: date) -> None:
        facts = {"requested": False, "may_be_served_under_section_17": False}
        assert self.inform(GRANDFATHER, on, **facts) is Result.MET

    def test_the_duty_begins_on_1_april_2005(self) -> None:
        assert self.inform(self.ASSESSED, date(2005, 4, 1), requested=False) is Result.MET
        with pytest.raises(NotInForceError, match="from 1 April 2005"):
            self.inform(self.ASSESSED, date(2005, 3, 31))


DAUGHTER: Final = RegardedAsCarer(date(2026, 1, 5), "team manager", "unpaid nights for her mother")
EXCLUDED: Final = {
    "A-11a": ({"provides": True, "under_contract": True, "voluntary_work": False}, Result.NOT_MET),
    "A-11b": ({"provides": True, "under_contract": False, "voluntary_work": True}, Result.NOT_MET),
    "A-11c": (
        {
            "provides": True,
            "under_contract": True,
            "voluntary_work": False,
            "regarded_as_carer": DAUGHTER,
        },
        Result.MET,
    ),
}


@pytest.mark.parametrize(("facts", "expected"), EXCLUDED.values(), ids=EXCLUDED)
def test_agency_worker_hospice_volunteer_and_paid_daughter(
    facts: dict[str, object], expected: Result
) -> None:
    relationship = caring(ADULT, ADULT, facts)
    assert define(relationship, on=IN_2026)["CA14_S10"].result is expected
    assert duty("CA14_S10", relationship, may_need_support=True, refused=False).result is expected


CHILDREN: Final = {
    # reference, relationship, definitions that cover it
    "A-12": (SON_OF_15, {"CA14_S63", "CA89_17ZA"}),
    "A-13": (caring(AT_15, AT_10, dict(UNPAID), {"disabled": True}), {"CA89_17ZA"}),
    "A-15": (MOTHER, {"CA14_S60", "CA89_17ZD"}),
    "A-16": (GRANDFATHER, {"C95", "CA14_S60"}),
}
CARE_LAW: Final = {"CA14_S10", "CA14_S60", "CA14_S63", "CA89_17ZA", "CA89_17ZD", "C95"}


@pytest.mark.parametrize(("relationship", "expected"), CHILDREN.values(), ids=CHILDREN)
def test_which_definitions_of_care_law_cover_families_with_children(
    relationship: CaringRelationship, expected: set[str]
) -> None:
    verdicts = define(relationship, on=IN_2026)
    assert {key for key in CARE_LAW if verdicts[key].is_met} == expected


ASSESSED: Final = {
    "A-12": (
        SON_OF_15,
        {"in_area": True, "may_need_support": True, "assessed_before": False},
        {"CA89_17ZA"},
    ),
    "A-13": (
        CHILDREN["A-13"][0],
        {"in_area": True, "may_need_support": True, "assessed_before": False},
        {"CA89_17ZA"},
    ),
    "A-14": (
        caring(AT_17, ADULT, dict(UNPAID)),
        {
            "likely_to_need_support_at_18": True,
            "of_significant_benefit": True,
            "refused": True,
            "abuse_or_neglect": True,
            "may_need_support": False,
            "requested": False,
            "requested_by_parent": False,
        },
        {"CA14_S63"},
    ),
    "A-14 for an adult": (
        OF_AN_ADULT,
        {
            "may_need_support": True,
            "refused": True,
            "requested_since_refusal": False,
            "changed_since_refusal": False,
            "abuse_or_neglect": True,
        },
        set(),
    ),
    "A-15": (
        MOTHER,
        {
            "in_area": True,
            "requested": True,
            "may_be_served_under_section_17": True,
            "assessed_before": False,
            "likely_to_need_support_at_18": False,
        },
        {"CA89_17ZD"},
    ),
    "A-16": (
        GRANDFATHER,
        {"requested": True, "likely_to_need_support_at_18": False},
        {"C95"},
    ),
    "A-16 near 18": (
        caring(ADULT, AT_17, {**OFTEN, "parental_responsibility": False}, dict(DISABLED_CHILD)),
        {
            "requested": True,
            "likely_to_need_support_at_18": True,
            "of_significant_benefit": True,
            "refused": False,
        },
        {"C95", "CA14_S60"},
    ),
}


@pytest.mark.parametrize(("relationship", "facts", "expected"), ASSESSED.values(), ids=ASSESSED)
def test_which_duties_require_an_assessment(
    relationship: CaringRelationship, facts: dict[str, bool], expected: set[str]
) -> None:
    verdicts = duties_to_assess(relationship, AssessmentFacts(**facts), on=IN_2026)
    assert {key for key, verdict in verdicts.items() if verdict.is_met} == expected
    overall = must_assess(relationship, AssessmentFacts(**facts), on=IN_2026)
    assert overall.is_met is bool(expected)


@pytest.mark.parametrize(
    ("facts", "about", "expected"),
    [
        ({}, {}, Result.MET),
        ({"substantial": False}, {}, Result.NOT_MET),
        ({"regular": False}, {}, Result.NOT_MET),
        ({"substantial": None}, {}, Result.UNDETERMINED),
        ({}, {"assessed_as_disabled_child": False}, Result.NOT_MET),
        ({}, {"assessed_as_disabled_child": None}, Result.UNDETERMINED),
    ],
)
def test_a_16_a_grandfather_may_ask_if_his_care_is_substantial_and_regular_and_the_child_assessed(
    facts: dict[str, object], about: dict[str, object], expected: Result
) -> None:
    no = {"assessed_for_after_care": False}
    grandfather = caring(
        ADULT,
        AT_10,
        {**OFTEN, "parental_responsibility": False, **facts},
        {**DISABLED_CHILD, **no, **about},
    )
    assert duty("C95", grandfather, requested=True).result is expected
    assert duty("C95", grandfather, requested=False).result is Result.NOT_MET


def test_a_young_carer_of_an_adult_turns_18_between_two_duties() -> None:
    born_today = caring(date(2008, 11, 1), ADULT, dict(UNPAID))
    facts = AssessmentFacts(
        may_need_support=True, refused=False, in_area=True, assessed_before=False
    )
    eve, day = (must_assess(born_today, facts, on=IN_2026 - timedelta(days=n)) for n in (1, 0))
    assert [part.title for part in eve.parts if part.result is Result.MET] == [
        "Young carer's needs assessment, Children Act 1989"
    ]
    assert [part.title for part in day.parts if part.result is Result.MET] == [
        "Carer's assessment, Care Act 2014"
    ]


@pytest.mark.parametrize("wrong", ["yes", 1])
def test_a_fact_that_cannot_be_is_refused_without_being_repeated(wrong: object) -> None:
    with pytest.raises(InvalidValueError, match="a value that is not shown") as caught:
        AssessmentFacts(abuse_or_neglect=wrong)  # type: ignore[arg-type]
    assert caught.value.field == "abuse_or_neglect"


def test_what_the_authority_knows_is_not_shown() -> None:
    assert repr(AssessmentFacts(abuse_or_neglect=True)) == "AssessmentFacts()"


def test_a_duty_is_asked_for_a_date() -> None:
    with pytest.raises(InvalidValueError, match="a date without a time"):
        must_assess(OF_AN_ADULT, AssessmentFacts(), on="2026")  # type: ignore[arg-type]
