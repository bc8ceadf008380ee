"""What the talk pages show, and the one thing they keep: whom somebody wants to tell, how, and how much."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.http import QueryDict

from resources.core.needs import Numbers
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import carried_numbers
from wizard.journey.urgent_numbers import numbers as numbers_of
from wizard.plan.context import step_context
from wizard.records.context import fields
from wizard.records.store import FullError, RecordStore
from wizard.talk.core.card_content import Card, CardNumber, pocket_card
from wizard.talk.core.choices import BOXES, TALK, TEXT, TalkChoice, chosen, offered
from wizard.talk.core.first_words import first_words, in_danger, may_think_of_dying


def keep(journey: Journey, given: QueryDict) -> bool:
    """Keeps the choices of a person who may choose; False when there is no room, and the page shows them all the same.

    The choice that was made last counts, whichever tab it came from.
    """
    if not chooses(journey):
        return True
    values = {box.slug: {value for value, _words in box.choices} for box in BOXES}
    sent = {slug: given.get(slug, "-") for slug in values}
    texts = {slug: value for slug, value in sent.items() if value in {"", *values[slug]}}
    book = RecordStore(journey.session)
    row = book.single(TALK)
    try:
        book.save_single(TALK, texts, row.version if row else "")
    except FullError:
        return False
    return True


def chooses(journey: Journey) -> bool:
    """Helpers and children under 13 have words of their own, without choices."""
    return not journey.answers.helper and not journey.answers.under_13_alone


def words(journey: Journey, given: Mapping[str, str]) -> dict[str, Any]:
    """The words of this person, for the choices in a form, or else for those that are kept."""
    context = step_context(journey)
    if not chooses(journey):
        return context
    a = journey.answers
    row = RecordStore(journey.session).single(TALK)
    choice = chosen(a, given if "who" in given else row.texts if row else {})
    texts = {"who": choice.who, "how": choice.how, "much": choice.much}
    said = " ".join(str(sentence) for sentence in first_words(a, choice))
    return {
        **context,
        "fields": fields(offered(a), texts, {}, a, journey.at),
        "choice": choice,
        "said": said,
        "add": in_danger(a),
        "without_dying": may_think_of_dying(a),
        "message_href": _message(said, choice),
    }


def _message(said: str, choice: TalkChoice) -> str:
    """Opens the phone's own messages with the words in place; nobody is chosen, and nothing is sent."""
    return f"sms:?&body={quote(said)}" if choice.how == TEXT else ""


def pocket(journey: Journey) -> tuple[Card, tuple[CardNumber, ...]]:
    """The pocket card of this visit, and the lines behind its numbers."""
    return pocket_card(journey.answers, step_context(journey)["lines"], numbers_of(journey))


def carried(journey: Journey) -> Numbers | None:
    """The numbers that every page carries once something on `danger` was ticked, or the question was skipped."""
    return carried_numbers(journey)
