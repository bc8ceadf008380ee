"""Answers: one frozen, typed view of what was answered. Rules, plan rows and templates read its flags and nothing else.

A skipped answer is read as the more protective one. "Not asked" is neither yes nor no. Rules of reading: the table
"Read as" in the product's design; each property says its own in one line.
"""

from dataclasses import dataclass

from wizard.core.flags import AnyOf, NoneOf, Unanswered
from wizard.core.flow import Replies


@dataclass(frozen=True)
class Answers:
    """The closed set of flags over one path; what is known of the place (`law_known`, …) comes from the facts."""

    replies: Replies
    unanswered: frozenset[str]
    platform_named: bool
    report_remove_here: bool
    law_known: bool
    child_body: bool
    adult_body: bool

    # Who
    for_child = AnyOf("who", "child")
    for_client = AnyOf("who", "client")
    for_friend = AnyOf("who", "friend")
    for_sharer = AnyOf("who", "sharer")
    for_self = NoneOf("who", "child", "client", "friend", "sharer")
    helper = AnyOf("who", "child", "client", "friend")
    said_self = AnyOf("who", "self")
    # Danger
    danger_skipped = Unanswered("danger")
    self_harm = AnyOf("danger", "self-harm")
    unsafe = AnyOf("danger", "unsafe")
    meet = AnyOf("danger", "meet")
    deadline = AnyOf("danger", "deadline")
    contact_danger = AnyOf("danger", "unsafe", "meet")
    # Device
    device_skipped = Unanswered("device")
    home = AnyOf("device", "home")
    # Age
    age_skipped = Unanswered("age")
    minor_now = NoneOf("age", "18-plus")
    under_13 = AnyOf("age", "under-13")
    # What
    what_skipped = Unanswered("what")
    demand_money = AnyOf("what", "demand-money")
    demand_more = AnyOf("what", "demand-more")
    threat = AnyOf("what", "threat")
    shared_ticked = AnyOf("what", "shared")
    fake = AnyOf("what", "fake")
    passed_on = AnyOf("what", "passed-on")
    said_forced = AnyOf("forced", "yes")
    # Holder
    stranger = AnyOf("holder", "stranger")
    far_person = AnyOf("holder", "stranger", "unknown")
    peer = AnyOf("holder", "peer")
    young = AnyOf("holder", "young")
    adult = AnyOf("holder", "adult")
    partner = AnyOf("holder", "partner")
    trust = AnyOf("holder", "trust")
    family = AnyOf("holder", "family")
    known_person = AnyOf("holder", "peer", "adult", "partner")
    holder_skipped = Unanswered("holder")
    afraid_no = AnyOf("afraid", "no")
    afraid_skipped = Unanswered("afraid")
    # Already
    already_skipped = Unanswered("already")
    paid = AnyOf("already", "paid")
    sent_more = AnyOf("already", "sent-more")
    sent_others = AnyOf("already", "sent-others")
    hurt_self = AnyOf("already", "hurt-self")
    replied = AnyOf("already", "replied")
    blocked = AnyOf("already", "blocked")
    deleted = AnyOf("already", "deleted")
    saved = AnyOf("already", "saved")
    # Where
    group_chat = AnyOf("where", "group-chat")

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
    def subject_under_18(self) -> bool:
        """The person in the picture was under 18, or nobody said that they were not."""
        return self.for_sharer or self.only_passed_on or self.minor_now or not self.replies.has("age-then", "18-plus")

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
        """A threat or a time limit without a demand."""
        return not self.sextorted and (self.threat or self.deadline)

    @property
    def put_right(self) -> bool:
        """They passed on a picture of someone else."""
        return self.for_sharer or self.passed_on

    @property
    def affected(self) -> bool:
        """It is (also) done to the person this is for."""
        if self.for_sharer:
            return self.forced or self.under_13_alone
        return not self.for_friend and not self.only_passed_on

    @property
    def afraid(self) -> bool:
        """They have to be careful; skipped reads as yes, not asked as neither."""
        return self.afraid_skipped or self.replies.has("afraid", "yes")

    @property
    def dangerous_holder(self) -> bool:
        """Writing to this person, or making them angry, could do harm."""
        unnamed = "holder" in self.unanswered
        kind = self.replies.has("holder", "stranger", "young", "trust", "family", "unknown")
        return unnamed or kind or self.afraid or self.contact_danger or self._grown_holder_of_a_child

    @property
    def _grown_holder_of_a_child(self) -> bool:
        # `holder-age` decides for peers and partners; without a plain "young" they are taken for adults.
        perhaps_grown = (self.peer or self.partner) and not self.replies.has("holder-age", "young")
        return self.subject_under_18 and (self.adult or perhaps_grown)

    @property
    def body_serves(self) -> bool:
        """A public body here takes reports about pictures from this age."""
        return self.child_body if self.subject_under_18 else self.adult_body


_RAW = {"replies", "unanswered"}
FLAGS = frozenset({*Answers.__annotations__, *(name for name in vars(Answers) if not name.startswith("_"))}) - _RAW
