"""Contracts and grants of a strategy: which intentions they carry out, paid from which funds."""

from __future__ import annotations

from typing import final

import attrs

from carerslib.awards import Proposal
from carerslib.commissioning._given import named, names, text
from carerslib.errors import InvalidValueError, require

__all__ = ["Arrangement"]


@final
@attrs.frozen
class Arrangement:
    """A contract or a grant, made or proposed, and what it hangs on.

    ``proposal`` is the award as :mod:`carerslib.awards` judges it; the authority that it relies on
    is the proposal's own. ``resolution`` is what it is made under, ``intentions`` what it carries
    out, ``funds`` what pays for it and ``measures`` how one would know that it worked, each by
    reference.
    """

    proposal: Proposal
    resolution: str = ""
    intentions: tuple[str, ...] = attrs.field(default=(), converter=names)
    funds: tuple[str, ...] = attrs.field(default=(), converter=names)
    measures: tuple[str, ...] = attrs.field(default=(), converter=names)

    def __attrs_post_init__(self) -> None:
        known = isinstance(self.proposal, Proposal)
        require(
            None if known else InvalidValueError("proposal", self.proposal, "a Proposal"),
            text("resolution", self.resolution),
            named("intentions", self.intentions),
            named("funds", self.funds),
            named("measures", self.measures),
        )

    @property
    def reference(self) -> str:
        """The reference of the proposal."""
        return self.proposal.reference

    @property
    def authority(self) -> str:
        """The authority that the proposal relies on, or nothing where it names none."""
        return self.proposal.relies_on
