"""When a question appears: plain yes/no functions over what was really answered.

A skipped answer has no value, so "is X" and "has X" are false and "is not X" is true.
"""

from collections.abc import Callable

from wizard.core.flow import Choice, FactsForGuide, Replies, Words

HELPERS = ("child", "client", "friend")
# All that can be happening but `received` and `passed-on`: with one of these there is, or may be, a picture of them.
ABOUT_THEM = ("demand-money", "demand-more", "threat", "shared", "filmed", "fake", "posing", "worried")


def helping(r: Replies) -> bool:
    """Someone is here for another person."""
    return r.has("who", *HELPERS)


def under_13_alone(r: Replies) -> bool:
    """A child under 13 holds the phone."""
    return r.has("age", "under-13") and not helping(r)


def grown(r: Replies) -> bool:
    """The person this is for is 18 or older."""
    return r.has("age", "18-plus")


def pictured(r: Replies) -> bool:
    """There is, or may be, a picture of the person this is for."""
    return r.has("what", *ABOUT_THEM) or not r.has("what", "received", "passed-on")


def asks_age_then(r: Replies) -> bool:
    """An adult now: how old somebody is in the picture decides which services may be named."""
    return grown(r) and (r.has("who", "sharer") or pictured(r) or r.has("what", "passed-on"))


def subject_under_18(r: Replies) -> bool:
    """The person in the picture was under 18, as far as the answers say."""
    then = asks_age_then(r) and not r.has("age-then", "18-plus")
    return not grown(r) or then or r.only("what", "received")


def tells_what(r: Replies) -> bool:
    """`what` makes sense: everyone but a person who passed a picture on of their own will."""
    return not r.has("who", "sharer") or not r.has("forced", "no")


def names_holder(r: Replies) -> bool:
    """Somebody else has it, as far as the answers say."""
    return tells_what(r) and not r.only("what", "passed-on")


def own_post(r: Replies) -> bool:
    """Nothing but "it was sent or posted": they may have put it there themselves."""
    other = r.has("what", "demand-money", "demand-more", "threat", "filmed", "fake", "posing", "received")
    return r.has("what", "shared") and not other and not r.has("who", "sharer") and not r.has("danger", "deadline")


def asks_holder_age(r: Replies) -> bool:
    """Under 18 now or then: another child is met otherwise than an adult."""
    near = r.has("holder", "peer", "partner", "family")
    return near and subject_under_18(r) and (not grown(r) or pictured(r))


def may_have_acted(r: Replies) -> bool:
    """Pressure was put on the person, so something may already have been done under it."""
    pressed = r.has("what", "demand-money", "demand-more", "threat")
    return pressed or (r.has("what", "shared") and r.has("holder", "stranger", "unknown"))


def always(r: Replies, world: FactsForGuide) -> bool:
    """Everyone is asked."""
    return True


def when(*rules: Callable[[Replies], bool]) -> Callable[[Replies, FactsForGuide], bool]:
    """Asked when every rule holds."""
    return lambda r, world: all(rule(r) for rule in rules)


def grown_or_helped(r: Replies) -> bool:
    """Anyone but a child under 13 alone."""
    return not under_13_alone(r)


def say(own: Words, theirs: Words = "") -> Callable[[Replies], Words]:
    """One sentence for the person, one for a helper."""
    return lambda r: theirs if theirs and helping(r) else own


def fixed(*choices: Choice) -> Callable[[Replies, FactsForGuide], tuple[Choice, ...]]:
    """The same choices for everyone."""
    return lambda r, world: choices


def chosen(
    own: tuple[Choice, ...], theirs: tuple[Choice, ...]
) -> Callable[[Replies, FactsForGuide], tuple[Choice, ...]]:
    """The first for the person, the others for a helper."""
    return lambda r, world: theirs if helping(r) else own
