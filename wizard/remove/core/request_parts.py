"""What stands in the boxes of a request, and what a text of a law cannot do without. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.remove.core.links import usable
from wizard.remove.core.text_kinds import COPYRIGHT, EU, US


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in the boxes: `links` only those that others can open; `faith` and `own`: said with a plain yes."""

    links: tuple[str, ...] = ()
    found: str = ""
    account: str = ""
    search_words: str = ""
    signed: str = ""
    reach: str = ""
    faith: bool = False
    own: bool = False


def parts_of(texts: Mapping[str, str]) -> Parts:
    """The parts of a request from its boxes."""

    def said(slug: str) -> str:
        return texts.get(slug, "").strip()

    return Parts(
        links=usable(texts.get("links", "")),
        found=said("found"),
        account=said("account"),
        search_words=said("search_words"),
        signed=said("signed"),
        reach=said("reach"),
        faith=said("faith") == "yes",
        own=said("own") == "yes",
    )


WHO = _("Your name, as a signature")
WHICH = _("A link, or words that say where it is")
LINK = _("A link to each place where it is")
FAITH = _("Your “Yes” to “Do you stand by this?”")
REACH = _("How they can reach you")
MADE = _("That you took the picture yourself")

Need = tuple[Words, bool]


def _us_needs(a: Answers, p: Parts) -> tuple[Need, ...]:
    return (WHO, bool(p.signed)), (WHICH, bool(p.links or p.found)), (FAITH, p.faith), (REACH, bool(p.reach))


def _eu_needs(a: Answers, p: Parts) -> tuple[Need, ...]:
    # The name and the email of whoever tells of a child in such a picture are not needed, and a worker writes none.
    named = a.subject_under_18 or a.for_client
    signs = () if named else ((WHO, bool(p.signed)), (REACH, bool(p.reach)))
    return (LINK, bool(p.links)), *signs, (FAITH, p.faith)


def _copyright_needs(a: Answers, p: Parts) -> tuple[Need, ...]:
    return (
        (WHO, bool(p.signed)),
        (MADE, p.own),
        (LINK, bool(p.links)),
        (REACH, bool(p.reach)),
        (FAITH, p.faith),
    )


NEEDS: dict[str, Callable[[Answers, Parts], tuple[Need, ...]]] = {
    US: _us_needs,
    EU: _eu_needs,
    COPYRIGHT: _copyright_needs,
}


def missing(kind: str, a: Answers, parts: Parts) -> tuple[Words, ...]:
    """What still has to be filled in before this text counts; nothing for a text that no law asks to be whole."""
    return tuple(words for words, there in NEEDS[kind](a, parts) if not there) if kind in NEEDS else ()
