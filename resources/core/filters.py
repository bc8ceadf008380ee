"""What somebody wants of a page of lines: read from its address, and applied. Pure: no request, no database.

The codes stand in addresses, and an address stays in a history: none of them tells what the page is about.
To add a choice: one `FilterOption` below.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.utils.translation import gettext_lazy as _

from resources.core.helpline import Channel, Helpline
from resources.core.helpline_choice import Seeker

# Every filter at once needs less than a quarter of it.
MOST_CHARACTERS = 200

ROLES = {"": "self", "me": "self", "child": "child", "client": "client", "friend": "friend", "other": "sharer"}
MINORS = {"u18": (True,), "18": (False,)}
TOPICS: dict[str, frozenset[str]] = {
    "talk": frozenset({"crisis", "suicide", "counselling", "bereavement"}),
    "online": frozenset(
        {"image-abuse", "image-removal", "picture-matching", "child-exploitation-report", "tech-safety"}
    ),
    "care": frozenset(
        {"sexual-violence", "family-violence", "child-protection", "adult-protection", "victim-services"}
    ),
    "law": frozenset({"legal", "compensation", "police", "work", "immigration"}),
    "money": frozenset({"fraud"}),
    "first": frozenset({"indigenous"}),
    "plus": frozenset({"lgbtq"}),
}
KINDS = {"call": ("phone",), "text": ("text", "whatsapp"), "chat": ("chat",)}


class FilterOption(NamedTuple):
    """One choice: its code in an address, and its words. `first`: seen without opening anything."""

    code: str
    words: Any
    first: bool = False


class Filter(NamedTuple):
    """A question to the reader, and what can be chosen."""

    name: str
    heading: Any
    options: tuple[FilterOption, ...]


FILTERS = (
    Filter(
        "age",
        _("Age now"),
        (FilterOption("u18", _("Under 18"), first=True), FilterOption("18", _("18 or older"), first=True)),
    ),
    Filter("open", _("When"), (FilterOption("1", _("Open now"), first=True),)),
    Filter(
        "who",
        _("Who is it for?"),
        (
            FilterOption("me", _("Me")),
            FilterOption("child", _("A child I care for")),
            FilterOption("client", _("Someone I support")),
            FilterOption("friend", _("A friend")),
            FilterOption("other", _("I passed on someone’s picture")),
        ),
    ),
    Filter(
        "by",
        _("How?"),
        (
            FilterOption("call", _("By phone")),
            FilterOption("text", _("By text"), first=True),
            FilterOption("chat", _("By chat")),
        ),
    ),
    Filter(
        "about",
        _("What is it about?"),
        (
            FilterOption("talk", _("To talk to someone")),
            FilterOption("online", _("A picture, a threat or a fake")),
            FilterOption("care", _("Someone is hurting you, or has hurt you")),
            FilterOption("law", _("Legal help and police")),
            FilterOption("money", _("Money or accounts")),
            FilterOption("first", _("For Indigenous people")),
            FilterOption("plus", _("For 2SLGBTQ+ people")),
        ),
    ),
)
CODES = {each.name: {option.code for option in each.options} for each in FILTERS}


@dataclass(frozen=True, slots=True)
class ChosenFilters:
    """What was chosen, by the codes above; "" where nothing was."""

    age: str = ""
    open: str = ""
    who: str = ""
    by: str = ""
    about: str = ""

    @property
    def query(self) -> str:
        """The end of an address that asks for this: "?…", or "" when nothing was chosen."""
        asked = urlencode({name: code for name, code in asdict(self).items() if code})
        return asked and f"?{asked}"

    @property
    def about_somebody(self) -> bool:
        """True when it says for whom, or how old they are."""
        return bool(self.age or self.who)

    def seekers(self) -> tuple[Seeker, ...]:
        """Everybody whom it can mean. An adult may have been under 18 in the picture: nobody asked."""
        role, text_first = ROLES[self.who], self.by == "text"
        return tuple(
            Seeker(minor, role, under_18, text_first)
            for minor in MINORS.get(self.age, (True, False))
            for under_18 in ((True,) if minor or role == "sharer" else (False, True))
        )


class ParsedQuery(NamedTuple):
    """What an address asks for. `understood` is False when some of it was left out."""

    wish: ChosenFilters
    understood: bool


def read(query: str) -> ParsedQuery:
    """The filters in the query of an address, as the server got it. Never raises; what is not known is left out."""
    if len(query) > MOST_CHARACTERS:
        return ParsedQuery(ChosenFilters(), False)
    pairs = parse_qsl(query, keep_blank_values=True)
    times = Counter(name for name, _value in pairs)
    known = {name: code for name, code in pairs if times[name] == 1 and code in CODES.get(name, ())}
    return ParsedQuery(ChosenFilters(**known), len(known) == len(pairs))


def by(wish: ChosenFilters, line: Helpline) -> Helpline:
    """The line with only the ways to reach it that are wished for."""
    kinds = KINDS.get(wish.by)
    if not kinds:
        return line
    ways: tuple[Channel, ...] = tuple(way for way in line.channels if way.kind in kinds)
    return replace(line, channels=ways, confirmed=bool(ways))


def keeps(wish: ChosenFilters, line: Helpline, is_open: Callable[[Helpline], bool]) -> bool:
    """May the line stay? Emergency numbers always. `is_open` is asked of a line with the wished ways only."""
    if line.emergency:
        return True
    reached = by(wish, line)
    return (
        (not wish.by or reached.confirmed)
        and (not wish.about or bool(line.fit.topics & TOPICS[wish.about]))
        and (not wish.open or is_open(reached))
    )


def nearest(wish: ChosenFilters) -> ChosenFilters | None:
    """The same wish with one thing less, what matters least first; None when only the person is left."""
    for name in ("open", "by", "about"):
        if getattr(wish, name):
            return replace(wish, **{name: ""})
    return None
