"""What real resolutions of English councils limit: the features that the library must hold.

Each row is a feature that some council's decision on services for carers has, by the area that it
belongs to. A test that shows one marks itself::

    @pytest.mark.vocabulary("total_cap", holds="carerslib.clauses.Cap", decides="not met")

``holds`` is the public name that holds the feature, ``decides`` the result which it decides there.
Every row needs a test where it decides met and one where it decides not met or undetermined; the
page of the documentation that lists them is written from these marks, and fails where one is
missing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["AREAS", "DECIDES", "FEATURES", "Feature"]


class Feature(NamedTuple):
    """One thing that a resolution may limit."""

    name: str
    area: str
    meaning: str


AREAS: Final = {
    "authority": "Who may act, and what must hold first",
    "fund": "Money that belongs to a purpose",
    "nature": "What kind of figure the record states",
    "options": "Options to go on",
    "scope": "What the power is for",
    "term": "Days and lengths",
    "value": "How much",
    "vat": "Value added tax",
}
"""The areas, and what the page calls them."""

DECIDES: Final = frozenset({"met", "not met", "undetermined"})
"""What a test may say that a feature decides."""

FEATURES: Final = (
    Feature("call_in_standstill", "authority", "The call-in period or a standstill must be over"),
    Feature("condition_budget", "authority", "The money must be there first"),
    Feature("condition_other", "authority", "Some other condition must hold, before or after"),
    Feature("in_consultation", "authority", "Named people must be consulted"),
    Feature("joint_holders", "authority", "Two holders act together"),
    Feature("lead_authority_multi_area", "authority", "One body acts for several areas"),
    Feature(
        "no_award_power", "authority", "A strategy, tender or bid only: nothing to award under"
    ),
    Feature("officer_delegation", "authority", "The power lies with a named officer"),
    Feature("other_body_partner", "authority", "A health body commissions or pays as well"),
    Feature("tiered_approval", "authority", "Above a threshold, somebody else approves"),
    Feature(
        "waiver_precondition", "authority", "The council's contract rules must be waived first"
    ),
    Feature("capital_revenue", "fund", "Capital and revenue are kept apart"),
    Feature("fund_in_year", "fund", "The money belongs to one financial year"),
    Feature("multi_source", "fund", "Several sources pay"),
    Feature("no_carry_forward", "fund", "What is not spent lapses"),
    Feature("purpose_split", "fund", "The money is split between purposes"),
    Feature("ring_fence", "fund", "The funder ties the money to a purpose"),
    Feature("unprotected_budget", "fund", "The carers budget is expressly not protected"),
    Feature("estimate_not_cap", "nature", "The figure is an estimate or an expectation"),
    Feature("inconsistent_text", "nature", "The record contradicts itself"),
    Feature("rounded_figure", "nature", "The figure is rounded"),
    Feature("unpublished_limit", "nature", "A term or a value is exempt, or only in the report"),
    Feature("break_clause", "options", "The contract can be broken, say each year"),
    Feature("initial_plus_options", "options", "A firm term, and options apart from it"),
    Feature("mutual_consent", "options", "Both parties must agree to the option"),
    Feature(
        "option_conditional", "options", "The option depends on performance, review or delivery"
    ),
    Feature(
        "option_separate_exercise", "options", "A later act takes the option, often of another"
    ),
    Feature("stepped_options", "options", "Options come in steps, as in 2+1+1"),
    Feature("total_includes_option", "options", "The total stated already includes the option"),
    Feature("client_scope", "scope", "Only for some carers: adult, young, parent"),
    Feature("count_limit", "scope", "So many contracts, grants, or lots for each supplier"),
    Feature("framework_calloff", "scope", "A framework, with call-offs under it or later joiners"),
    Feature("geographic_scope", "scope", "Only in an area"),
    Feature("instrument_bound", "scope", "Only by grant, contract, direct award or modification"),
    Feature("lots", "scope", "Divided into lots"),
    Feature("partial_lot", "scope", "Only some of the lots may be awarded"),
    Feature("provider_bound", "scope", "Only to the provider named"),
    Feature("service_exclusion", "scope", "A service is expressly left out"),
    Feature("variation", "scope", "A change to a contract or fund that is running"),
    Feature("anchored_term", "term", "A length that is counted from a stated start"),
    Feature("early_end", "term", "The end is brought forward"),
    Feature("event_bounded", "term", "It ends with an event, such as a new framework"),
    Feature("fixed_window", "term", "A first and a last day, both inclusive"),
    Feature("interim_chain", "term", "One of several short awards, each needing its own decision"),
    Feature("linked_period", "term", "The same period as another contract"),
    Feature("months_days_term", "term", "A length in months or days"),
    Feature("retrospective", "term", "Approved after its own start"),
    Feature("start_bound", "term", "Not before a day, with no end"),
    Feature("unanchored_term", "term", "A length with no start, so that no end can be worked out"),
    Feature("up_to_term", "term", "Up to a length: shorter is allowed"),
    Feature("annual_and_total", "value", "A yearly figure and a total, which both bind"),
    Feature("annual_value", "value", "A figure for each year"),
    Feature("ceiling_vs_award", "value", "The figure advertised and the figure awarded differ"),
    Feature("combined_cap", "value", "One figure over several contracts"),
    Feature("cumulative_value", "value", "The total includes what was spent or awarded before"),
    Feature("extension_value", "value", "The extension has a figure of its own"),
    Feature("floor", "value", "A least figure"),
    Feature(
        "initial_vs_total_value", "value", "One figure for the firm term, one with the options"
    ),
    Feature("nested_amounts", "value", "A figure that includes another, or is net of it"),
    Feature("per_lot_value", "value", "Each lot or contract has a figure of its own"),
    Feature("per_recipient_cap", "value", "A limit for each carer, group or grant"),
    Feature("residual_allocation", "value", "One head takes whatever is left"),
    Feature("share_split", "value", "Shares by percentage, between lots or funders"),
    Feature("total_cap", "value", "One figure for the whole life"),
    Feature("uplift_clause", "value", "Indexation or an uplift, inside the figure or beside it"),
    Feature("year_profile", "value", "A different figure for each year"),
    Feature("vat_dual", "vat", "Figures both with VAT and without"),
    Feature("vat_stated", "vat", "One VAT basis is stated"),
)
"""Every feature, by area and name."""
