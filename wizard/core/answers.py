"""Answers: one frozen, typed view of what was answered. Rules, plan rows and templates read its flags and nothing else.

A skipped answer is read as the more protective one. "Not asked" is neither yes nor no. Rules of reading: the table
"Read as" in the product's design; each property says its own in one line.
"""

from dataclasses import dataclass

from wizard.core.flow import Replies
from wizard.core.ticked import Ticked

# All that can be happening but `received` and `passed-on`.
ABOUT_THEM = ("demand-money", "demand-more", "threat", "shared", "filmed", "fake", "posing", "worried")


@dataclass(frozen=True)
class Answers(Ticked):
    """The closed set of flags over one path; what is known of the place (`law_known`, …) comes from the facts."""

    replies: Replies
    unanswered: frozenset[str]
    platform_named: bool
    report_remove_here: bool
    law_known: bool
    child_body: bool
    adult_body: bool
    crime_here: bool
    outing: bool
    sells: bool

    @property
    def role(self) -> str:
        """self, child, client, friend or sharer; skipped reads as self."""
        return self.replies.one("who") or "self"

    @property
    def age(self) -> str:
        """under-13, 13-15, 16-17 or 18-plus; skipped reads as 13-15."""
        return self.replies.one("age") or "13-15"

    @property
    def under_13_alone(self) -> bool:
        """A child under 13 holds the phone."""
        return self.under_13 and not self.helper

    @property
    def pictured(self) -> bool:
        """There is, or may be, a picture of the person this is for; where nobody said, this is true."""
        return self.replies.has("what", *ABOUT_THEM) or not (self.received or self.passed_on)

    @property
    def subject_under_18(self) -> bool:
        """The person in the picture was under 18, or nobody said that they were not."""
        then = self.then_skipped or self.only_long_ago
        return self.minor_now or then or self.replies.only("what", "received")

    @property
    def off_limits(self) -> bool:
        """Nobody is told to capture, open, copy or move a picture."""
        return self.subject_under_18 or self.received or self.put_right

    @property
    def device_mine(self) -> bool:
        """Exactly "nobody else uses it": only then may a step rely on this phone."""
        return self.replies.only("device", "mine")

    @property
    def watched(self) -> bool:
        """Someone checks the phone; skipped reads as watched."""
        return self.device_skipped or self.replies.has("device", "watched")

    @property
    def forced(self) -> bool:
        """A sharer who was made to do it; skipped reads as yes."""
        return "forced" in self.unanswered or self.replies.has("forced", "yes")

    @property
    def only_worried(self) -> bool:
        """None of it has happened yet."""
        return self.replies.only("what", "worried")

    @property
    def only_passed_on(self) -> bool:
        """The only thing that happened is that they passed on a picture."""
        return self.replies.only("what", "passed-on")

    @property
    def shared(self) -> bool:
        """Sent or posted; `what` skipped reads as shared."""
        return self.shared_ticked or self.what_skipped

    @property
    def sextorted(self) -> bool:
        """A demand of either kind; `what` skipped reads as one."""
        return self.demand_money or self.demand_more or self.what_skipped

    @property
    def threatened(self) -> bool:
        """A threat, a time limit, or force that was spoken of, without a demand."""
        return not self.sextorted and (self.threat or self.deadline or self.said_forced)

    @property
    def put_right(self) -> bool:
        """They passed on a picture of someone else."""
        return self.for_sharer or self.passed_on

    @property
    def carer(self) -> bool:
        """A relative of an adult whom illness or disability stops from protecting themself."""
        return self.for_friend and self.at_risk

    @property
    def affected(self) -> bool:
        """It is (also) done to the person this is for."""
        if self.for_sharer:
            return self.forced or self.under_13_alone
        return self.pictured and (not self.for_friend or self.at_risk)

    @property
    def out(self) -> bool:
        """Something stands where others can see it."""
        return self.shared or self.fake or self.posing

    @property
    def fear(self) -> bool:
        """They have to be careful around the other person, or may be hurt."""
        return self.afraid or self.family or self.contact_danger

    @property
    def lives_near(self) -> bool:
        """The other person, or who must not know, is in the home or looks at the phone."""
        return self.partner or self.family or self.home or self.watched_ticked

    @property
    def sibling(self) -> bool:
        """Another child of the family did it."""
        return self.family and self.holder_young

    @property
    def afraid(self) -> bool:
        """They have to be careful; skipped reads as yes, not asked as neither."""
        return self.afraid_skipped or self.replies.has("afraid", "yes")

    @property
    def dangerous_holder(self) -> bool:
        """Writing to this person, or making them angry, could do harm."""
        unnamed = "holder" in self.unanswered
        kind = self.replies.has("holder", "stranger", "young", "trust", "duty", "family", "unknown")
        return unnamed or kind or self.afraid or self.contact_danger or self._grown_holder_of_a_child

    @property
    def _grown_holder_of_a_child(self) -> bool:
        # `holder-age` decides for peers and partners; without a plain "young" they are taken for adults.
        perhaps_grown = (self.peer or self.partner) and not self.holder_young
        return self.subject_under_18 and (self.adult or perhaps_grown)

    @property
    def body_serves(self) -> bool:
        """A public body here takes reports about pictures from this age."""
        return self.child_body if self.subject_under_18 else self.adult_body


_RAW = {"replies", "unanswered"}
_NAMES = {*Answers.__annotations__, *vars(Answers), *vars(Ticked)}
FLAGS = frozenset(name for name in _NAMES if not name.startswith("_")) - _RAW
