"""A helpline as pages see it: frozen, in the active language. Pure: the rows are read elsewhere."""

from dataclasses import dataclass, field

from resources.core.origin import Origin
from resources.core.spoken_languages import note

TALKED_ON = ("phone", "text", "chat", "whatsapp")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When somebody is there: OpenStreetMap opening_hours and a time zone, "" when nobody knows; or an old source."""

    opening_hours: str = ""
    timezone: str = ""
    uncertain: bool = False
    clock: str = ""  # the name of that time zone as a person says it


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a line: what a tap opens, what is read, and when somebody is there."""

    kind: str  # phone, text, chat, form, web, email or whatsapp
    href: str
    shown: str
    label: str
    keyword: str  # the word to text, or ""
    open_all_hours: bool
    hours_note: str  # plain words, "" when not known
    times: OpeningHours = field(default=OpeningHours(), repr=False)
    at_night: bool = False  # somebody is known to be there in the middle of every night


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whom a line serves and what for; fields as in the fixtures."""

    national: bool  # serves the whole country, not only some of its regions
    youth_ok: bool
    adult_ok: bool
    for_roles: tuple[str, ...]
    crosses: str | None
    topics: frozenset[str]
    official: bool
    goes_between: bool = False  # talks to the other person, when asked to
    only_for: frozenset[str] = frozenset()  # whom it is for only, by the codes of the fixtures; empty: for everybody


@dataclass(frozen=True, slots=True)
class Language:
    """What is spoken on a line. `code` is ISO 639, or MULTIPLE; `name` is "" where the facts have none."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Details:
    """What a card tells of a line beside its numbers; fields as in the fixtures. None: nobody knows."""

    organisation: str = ""
    country: str = "INT"
    regions: tuple[str, ...] = ("*",)
    age_min: int | None = None
    age_max: int | None = None
    languages: tuple[Language, ...] = ()
    free: bool | None = None
    confidential: bool | None = None
    anonymous: bool | None = None
    url: str = ""
    origin: Origin = field(default=Origin())


@dataclass(frozen=True, slots=True)
class Helpline:
    """A helpline as a page shows it, in the active language."""

    slug: str
    name: str
    serves: str
    notes: str
    international: bool
    emergency: bool
    open_all_hours: bool  # somebody can be reached at any hour by phone, text or chat
    hours_note: str  # for a line that is not open at all hours; "" when nothing is known
    confirmed: bool  # has a channel
    channels: tuple[Channel, ...]
    fit: Eligibility = field(repr=False)
    about: Details = field(default=Details(), repr=False)

    @property
    def languages_note(self) -> str:
        """Which languages are spoken, where a reader of this page has to know; "" for an emergency number."""
        return "" if self.emergency else note(self.about.languages)

    @property
    def hours_known(self) -> bool:
        """True when somebody talks there at hours that are known for sure."""
        talked = [way.times for way in self.channels if way.kind in TALKED_ON]
        return self.open_all_hours or any(times.opening_hours and not times.uncertain for times in talked)

    def always_by(self, kind: str) -> bool:
        """True when this kind of channel (phone, text, …) is answered day and night."""
        return any(way.kind == kind and way.open_all_hours for way in self.channels)
