"""From rows about removal to what pages see, in the active language."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from resources.core.removal import Guide, GuideStep, Platform, RemovalService
from resources.core.translations import Text, name, text
from resources.from_rows import origin_of, sources_of
from resources.models import Guide as GuideRow
from resources.models import Platform as PlatformRow
from resources.models import TakedownService


def platform_of(row: PlatformRow) -> Platform:
    """An app or a site; its guides must have been fetched with it."""
    return Platform(
        slug=row.slug,
        path=row.path,
        name=name(row.name_by_language) or row.name,
        kind=row.kind,
        # Whoever types the name that it has in another language finds it, too.
        aliases=(*row.aliases, *row.name_by_language.values()),
        likely=row.likely,
        lgbtq=row.lgbtq,
        sold_here=row.sold_here,
        likely_in=tuple(row.likely_in),
        likely_age=row.likely_age,
        covered_by_us_48h=row.covered_by_us_48h,
        blackmail_form=row.blackmail_form,
        report_deletes_or_exposes=text(row.report_deletes_or_exposes),
        warnings=texts(row.warnings),
        minors_allowed_from=row.minors_allowed_from,
        evidence_tips=texts(row.evidence_tips),
        evidence_tips_adult=texts(row.evidence_tips_adult),
        matching=tuple(row.matching),
        guides=tuple(map(guide_of, row.guides.all())),
        origin=origin_of(row),
        href=reverse("place", args=(row.path,)),
    )


def guide_of(row: GuideRow) -> Guide:
    """How to ask one platform for one thing."""
    steps = (
        GuideStep(text(step["text"]), step["needs_picture"], text(step["warning"]), step.get("tells_them", False))
        for step in row.steps
    )
    return Guide(
        purpose=row.purpose,
        where=row.where,
        account_needed=row.account_needed,
        steps=tuple(steps),
        form_url=row.form_url or "",
        email=row.email or "",
        needs=texts(row.needs),
        expect=text(row.expect),
        under_18_ok=row.under_18_ok,
    )


SERVICE_TEXTS = (
    *("who_can_use", "age_rule", "what_it_does", "what_it_cannot_do", "contact_note", "clock_starts"),
    "complaint",
)
SERVICE_FIELDS = (
    *("slug", "status", "for_subject", "age_alone_from", "needs_file_on_device", "deadline_hours"),
    *("order_deadline_hours", "use_after_hours", "read_on", "part", "only_minors_now"),
)


def service_of(row: TakedownService) -> RemovalService:
    """A service or a legal route that can get a picture removed."""
    same: dict[str, Any] = {name: getattr(row, name) for name in SERVICE_FIELDS}
    said: dict[str, Any] = {name: text(getattr(row, name)) for name in SERVICE_TEXTS}
    return RemovalService(
        **same,
        **said,
        name=name(row.name),
        place=tuple(row.place),
        contacts_other_person=bool(row.contacts_other_person),
        what_you_need=texts(row.what_you_need),
        required_elements=texts(row.required_elements),
        complain_to=row.complain_to or "",
        href=row.url or "",
        sources=sources_of(row.sources),
        participants_as_of=row.participants_as_of or "",
        only_on=tuple(row.only_on),
    )


def texts(field: Iterable[Text]) -> tuple[str, ...]:
    """Each text of a list."""
    return tuple(map(text, field))
