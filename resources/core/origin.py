"""Where a fact comes from, since when we know it, and who called or opened it: as sentences for a page. Pure."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from resources.core.hours.calendar_words import day_and_year
from resources.core.source import Source

CALLED, OPENED = "called", "opened"
# A page may be right for longer, but whoever taps should know.
OLD = 365


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody looked for themselves. `how` is CALLED or OPENED; `by` is their role and is on no page."""

    on: date
    how: str
    by: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The pages a fact was read on, the day they were read, and the check since, None when there was none.

    `number_unsure`: the number stands on no page that we read, only in public code or data.
    """

    sources: tuple[Source, ...] = ()
    read_on: date = date.min
    checked: Check | None = None
    number_unsure: bool = False

    @property
    def named(self) -> tuple[Source, ...]:
        """The pages that may be a link: of a service, a government or an established directory."""
        return tuple(page for page in self.sources if page.named)

    @property
    def page(self) -> Source | None:
        """The page that says most: read, on a site that is named, and the newest of those; None without any."""
        read = [page for page in self.sources if page.read]
        return max(read, key=lambda page: (page.named, page.page_date), default=None)


def told(origin: Origin, *, dialled: bool) -> str:
    """All there is to say: "From a page of 2018. Read on 22 November 2026. We have not called."

    `dialled`: there is a number that somebody could call or text.
    """
    unsure = _("We are not sure of the number.") if origin.number_unsure else ""
    said = (
        _page(origin.page),
        _("Read on %(day)s.") % {"day": day_and_year(origin.read_on)},
        _looked(origin, dialled),
        unsure,
    )
    return " ".join(filter(None, said))


def warnings(origin: Origin, today: date) -> str:
    """What a short row says: only that a page is old or on another site, or a number not sure. "" when all is well."""
    page = origin.page
    poor = page is not None and (not page.named or _is_old(page, today))
    unsure = _("We are not sure of the number.") if origin.number_unsure else ""
    return " ".join(filter(None, (_page(page) if poor and not origin.checked else "", unsure)))


def _page(page: Source | None) -> str:
    if page is None:
        return ""
    year = {"year": page.page_date[:4]}
    if page.named:
        return _("From a page dated %(year)s.") % year if page.page_date else _("From a page without a date.")
    return (
        _("From someone else’s website, dated %(year)s.") % year
        if page.page_date
        else _("From someone else’s website.")
    )


def _looked(origin: Origin, dialled: bool) -> str:
    check = origin.checked
    if check is None:
        return _("We have not called.") if dialled else _("We have not tried it.")
    if check.how == CALLED:
        return _("Called on %(day)s.") % {"day": day_and_year(check.on)}
    opened = _("Opened on %(day)s.") % {"day": day_and_year(check.on)}
    return " ".join((opened, _("We have not called."))) if dialled else opened


def _is_old(page: Source, today: date) -> bool:
    """Is a page with a day, a month or a year surely older than a year?"""
    year, month, day = page.page_date[:4], page.page_date[5:7] or "12", page.page_date[8:10] or "28"
    return bool(year) and (today - date(int(year), int(month), int(day))).days > OLD
