"""Apps, sites and removal services as pages see them: frozen, in the active language, without what is for editors."""

from dataclasses import dataclass
from datetime import date

from resources.core.origin import Origin
from resources.core.source import Source

ADULT = 18
# What a service is to a plan. A body is whoever acts in a place; a complaint stands inside the route that names it.
PARTS = (
    *("bodies", "matching", "tiplines", "clocks", "notices", "copyright", "sites", "search", "returning"),
    "complaint",
)

# Kinds of places. "leak" posts the requests it gets or never answers, so nobody writes to it. Between two people
# ("direct", "nearby") nobody has what was sent. "ai" makes pictures or talks, and has no host behind it to write to.
LEAK = "leak"
PLACE_KINDS = (
    *("social", "messaging", "video", "forum", "gaming", "dating", "adult", "cloud", "search", "hosting", "generic"),
    *("direct", "nearby", "ai", LEAK),
)


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One thing to do. `warning` stands before it; `needs_picture` marks what only an adult in it may be shown.

    `tells_them`: whoever posted the picture gets to see what is sent.
    """

    text: str
    needs_picture: bool
    warning: str
    tells_them: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """How to ask one platform for one thing; fields as in the fixtures, "" where there is no form, address or text."""

    purpose: str
    where: str
    account_needed: bool | None
    steps: tuple[GuideStep, ...]
    form_url: str
    email: str
    needs: tuple[str, ...]
    expect: str
    under_18_ok: bool

    @property
    def tells_them(self) -> bool:
        """True when whoever posted the picture gets to see the request."""
        return any(step.tells_them for step in self.steps)


@dataclass(frozen=True, slots=True)
class Platform:
    """An app or a site. `likely`, `likely_in` and `likely_age` are for its place in a list: see `place_order`.

    `lgbtq`: made for LGBTQ+ people, so that its name can out somebody. `sold_here`: made for people who sell pictures
    of themselves. `kind` is "direct" where a message goes from one to another, and "nearby" where no service is
    between them: nobody can take such a message back.
    """

    slug: str
    path: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    likely: int
    covered_by_us_48h: bool | None
    blackmail_form: bool
    report_deletes_or_exposes: str
    warnings: tuple[str, ...]
    minors_allowed_from: int | None
    evidence_tips: tuple[str, ...]
    evidence_tips_adult: tuple[str, ...]
    matching: tuple[str, ...]  # slugs of the matching services it takes part in
    guides: tuple[Guide, ...]
    origin: Origin
    href: str = ""  # address of its page
    lgbtq: bool = False
    sold_here: bool = False
    likely_in: tuple[str, ...] = ()
    likely_age: str = ""

    @property
    def adults_only(self) -> bool:
        """True for a site of sexual content, and where nobody under 18 may have an account."""
        return self.kind == "adult" or (self.minors_allowed_from or 0) >= ADULT

    def guides_for(self, *purposes: str, under_18: bool = True) -> tuple[Guide, ...]:
        """Its guides for these purposes, in the order of the purposes; `under_18` leaves out those for adults only.

        One that tells the other person is never among them: a plan does not know if that does harm.
        """
        fitting = [guide for guide in self.guides if (guide.under_18_ok or not under_18) and not guide.tells_them]
        return tuple(guide for purpose in purposes for guide in fitting if guide.purpose == purpose)


@dataclass(frozen=True, slots=True)
class RemovalService:
    """A service or a legal route that can get a picture removed. Hours are None where no law in force sets them."""

    slug: str
    name: str
    place: tuple[str, ...]
    status: str
    for_subject: str
    age_alone_from: int | None
    who_can_use: str
    age_rule: str
    what_it_does: str
    what_it_cannot_do: str
    contacts_other_person: bool
    contact_note: str
    what_you_need: tuple[str, ...]
    needs_file_on_device: bool
    required_elements: tuple[str, ...]
    deadline_hours: int | None
    clock_starts: str
    order_deadline_hours: int | None
    use_after_hours: int | None
    complain_to: str
    complaint: str
    href: str
    sources: tuple[Source, ...]
    read_on: date
    participants_as_of: str = ""  # year, month or day for which the list of those who joined is known
    part: str = "bodies"  # the part of a plan that shows it
    only_minors_now: bool = False  # asks for somebody who is under 18 today, not only in the picture
    only_on: tuple[str, ...] = ()  # slugs of the apps and sites it is for, () for any

    @property
    def in_force(self) -> bool:
        """True when it can be used today; for another the words must say so."""
        return self.status in ("in-force", "guidance")

    def is_of(self, country: str) -> bool:
        """True when the facts file it under this country by name, or under a part of it."""
        return any(place.partition("-")[0] == country for place in self.place)

    def rank(self, country: str, region: str | None) -> tuple[bool, bool, bool, str]:
        """Sorts services for a page: of the region first, then of the country; those for named sites come last."""
        return region not in self.place, country not in self.place, bool(self.only_on), self.slug
