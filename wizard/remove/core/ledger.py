"""What became of a request, and what comes next. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.records.core.field import Choices
from wizard.remove.core import deadlines as clocks
from wizard.remove.core.deadlines import NUDGE_HOURS, Clock

ASKED, ANSWERED, REMOVED, REFUSED, BACK = "asked", "answered", "removed", "refused", "back"
STATES: Choices = (
    (ASKED, _("I asked")),
    (ANSWERED, _("They answered")),
    (REMOVED, _("It was removed")),
    (REFUSED, _("They said no")),
    (BACK, _("It was removed, and it came back")),
)
WAITING = (ASKED, ANSWERED)


def state_of(texts: Mapping[str, str]) -> str:
    """The state that was chosen; with a day and none chosen, it was asked; "" before that."""
    return texts.get("state", "") or (ASKED if texts.get("date", "").strip() else "")


def state_words(texts: Mapping[str, str]) -> Words:
    """The state in words."""
    state = state_of(texts)
    return dict(STATES).get(state, state) if state else _("Not asked yet")


def clock_of(texts: Mapping[str, str], hours: int | None, now: datetime, near: Iterable[str] = ()) -> Clock | None:
    """The clock of a request that waits for an answer: the hours of the law, or those until one asks again.

    `near`: the zones of the place, for a request whose time zone was left open.
    """
    if state_of(texts) not in WAITING:
        return None
    on, at, where = (texts.get(slug, "") for slug in ("date", "time", "zone"))
    return clocks.clock(on, at, where, hours or NUDGE_HOURS, now, near)


def clock_words(clock: Clock, has_law: bool) -> str:
    """When the hours end; without a law, when to ask again."""
    if has_law or clock.waits:
        return clocks.words(clock)
    if clock.over:
        return gettext("It is time to ask again.")
    said = gettext("We do not know of a law that gives this app or site a time limit. You can ask again on %(day)s.")
    return said % {"day": clocks.day_words(clock)}


def is_late(clock: Clock | None) -> bool:
    """The hours are over and nothing came of it."""
    return clock is not None and clock.over and not clock.waits


def next_words(texts: Mapping[str, str], clock: Clock | None, a: Answers) -> tuple[Words, ...]:
    """What to do now, one line each."""
    asked = _late if is_late(clock) else _waiting if clock else _untimed
    return {
        "": _before,
        ASKED: asked,
        ANSWERED: _answered,
        REMOVED: _removed,
        REFUSED: _refused,
        BACK: _back,
    }.get(state_of(texts), asked)(a)


def _before(a: Answers) -> tuple[Words, ...]:
    return (
        _("Copy a text below into the form of the app or site. If it only has short boxes, use the words that fit."),
        _("Then write here when you asked, and the number you got."),
    )


def _untimed(a: Answers) -> tuple[Words, ...]:
    return (
        _("Write here which request it was, and when you sent it. Then this page can say when to ask again."),
        _("Write here what they answer."),
    )


def _waiting(a: Answers) -> tuple[Words, ...]:
    return (
        _("There is nothing to do until then. Asking many times at once can slow it down."),
        _("Write here what they answer."),
    )


def _late(a: Answers) -> tuple[Words, ...]:
    return (
        _("Ask again. Say when you asked first, and give the number you got."),
        _("You can also try one of the ways below."),
    )


def _answered(a: Answers) -> tuple[Words, ...]:
    return (
        _("If they ask for more, send only words and links."),
        _("Note here what they decide: removed, or no."),
    )


def _removed(a: Answers) -> tuple[Words, ...]:
    if a.subject_under_18 or a.helper:
        return (
            _("Keep the number of this request. Nobody has to go looking for copies."),
            _("If someone says that it is back, note it here."),
        )
    return (_("Keep the number of this request."), _("If you hear that it is back, note it here."))


def _refused(a: Answers) -> tuple[Words, ...]:
    return (
        _("Ask for a second look. Then try a new way: another reason, or another text below."),
        _("A helpline may know another way, and some can ask the site for you."),
    )


def _back(a: Answers) -> tuple[Words, ...]:
    return (
        _("Ask again with the new link and the old number. Say that it was removed before."),
        _("Ask the app or site to stop the same picture from coming back."),
    )
