"""What was ticked: the flags that one answer decides alone. What is worked out from several stands in `answers.py`.

A skipped answer is no answer: `NoneOf` is true then, `AnyOf` is false, `Unanswered` says that it was skipped.
"""

from wizard.core.flags import AnyOf, NoneOf, Unanswered
from wizard.core.flow import Replies


class Ticked:
    """The flags of single answers; `Answers` adds the others."""

    replies: Replies
    unanswered: frozenset[str]

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
    watched_ticked = AnyOf("device", "watched")
    # Place
    place_skipped = Unanswered("place")
    # Age
    age_skipped = Unanswered("age")
    minor_now = NoneOf("age", "18-plus")
    under_13 = AnyOf("age", "under-13")
    at_risk = AnyOf("keeps-safe", "no")
    then_skipped = Unanswered("age-then")
    only_long_ago = AnyOf("age-then", "under-18")
    # What
    what_skipped = Unanswered("what")
    demand_money = AnyOf("what", "demand-money")
    demand_more = AnyOf("what", "demand-more")
    threat = AnyOf("what", "threat")
    shared_ticked = AnyOf("what", "shared")
    filmed = AnyOf("what", "filmed")
    fake = AnyOf("what", "fake")
    posing = AnyOf("what", "posing")
    received = AnyOf("what", "received")
    passed_on = AnyOf("what", "passed-on")
    said_forced = AnyOf("forced", "yes")
    # Holder
    stranger = AnyOf("holder", "stranger")
    far_person = AnyOf("holder", "stranger", "unknown")
    close = AnyOf("holder", "partner", "family", "adult")
    holder_young = AnyOf("holder-age", "young")
    peer = AnyOf("holder", "peer")
    young = AnyOf("holder", "young")
    adult = AnyOf("holder", "adult")
    partner = AnyOf("holder", "partner")
    trust = AnyOf("holder", "trust")
    duty = AnyOf("holder", "duty")
    family = AnyOf("holder", "family")
    put_it_there = AnyOf("holder", "me")
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
    gave_in = AnyOf("already", "paid", "sent-more", "sent-others", "replied")
    blocked = AnyOf("already", "blocked")
    deleted = AnyOf("already", "deleted")
    saved = AnyOf("already", "saved")
    # Where
    group_chat = AnyOf("where", "group-chat")
    school_work = AnyOf("where", "school-work")
