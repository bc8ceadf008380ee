"""The ready texts, made from what stands in the boxes. They are for an app, a site, a host or a search. Pure.

A part that nobody filled in is left out. A text of a law that counts only when it is whole says what is missing, and
is not given before that.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.remove.core.request_parts import Parts, missing
from wizard.remove.core.standard_sentences import opening, room_for_a_name, said_under_18, under_18, writer
from wizard.remove.core.text_kinds import (
    ACCOUNT,
    COPYRIGHT,
    EU,
    HOST,
    INDIA,
    NAMES,
    OWN,
    PLAIN,
    PROFILE,
    SEARCH,
    US,
)

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Ready:
    """One text. While something is `missing` in one that has to be whole, `text` is ""; `unsure`: it says no age."""

    kind: str
    heading: Words
    text: str
    missing: tuple[Words, ...] = ()
    unsure: bool = False


def ready(kind: str, a: Answers, parts: Parts) -> Ready:
    """The text of this kind for this person."""
    lacking = missing(kind, a, parts)
    text = "" if lacking else _joined(MAKERS[kind](a, parts))
    return Ready(kind, NAMES[kind], text, lacking, unsure=_age_is_open(a) and kind not in (OWN, PROFILE))


def first_to_open(a: Answers, texts: Sequence[Ready]) -> str:
    """The kind of the text that stands open, "" without any: no threat is told of while nobody spoke of one."""
    about_threat = {ACCOUNT} if a.what_skipped else set()
    return next((text.kind for text in texts if text.kind not in about_threat), "") or next(
        (text.kind for text in texts), ""
    )


def _age_is_open(a: Answers) -> bool:
    """Nobody said how old the person was, so the text does not say it either; it helps to add it where it is true."""
    return a.subject_under_18 and not a.for_sharer and not said_under_18(a)


def _joined(blocks: Iterable[Lines]) -> str:
    """Paragraphs with a blank line between them; empty lines and empty paragraphs left out."""
    found = ("\n".join(line for line in block if line) for block in blocks)
    return "\n\n".join(block for block in found if block)


def _where(p: Parts) -> Lines:
    at = [_("Where it is:"), *p.links, p.found] if p.links or p.found else []
    return [*at, _("Account: %(name)s") % {"name": p.account} if p.account else ""]


def _end(a: Answers, p: Parts) -> list[Lines]:
    asks = _("Please tell me what you decide, and give me a number for this request.")
    return [[asks], [p.signed or room_for_a_name(a), p.reach]]


def _plain(a: Answers, p: Parts) -> list[Lines]:
    asks = _("Please remove it, and every copy of it that you can find.")
    return [[under_18(a)], [*opening(a), asks], _where(p), *_end(a, p)]


def _account(a: Answers, p: Parts) -> list[Lines]:
    if a.for_sharer:
        begins = _("This account is threatening me.")
    elif a.helper:
        begins = _("This account is threatening someone with a nude or sexual picture.")
    else:
        begins = _("This account is threatening me with a nude or sexual picture of me.")
    money = _("It is demanding money.") if a.demand_money else ""
    # A report of an account shows no picture, so the line about age comes after the one that names it.
    return [
        [begins, money, under_18(a, picture_was_named=True), writer(a)],
        _where(p),
        [_("Please look into this account and stop it.")],
        *_end(a, p),
    ]


def _profile(a: Answers, p: Parts) -> list[Lines]:
    if a.helper:
        begins = _("This profile is pretending to be someone else. That person did not make it.")
    else:
        begins = _("This profile is pretending to be me. I did not make it.")
    return [[begins, writer(a)], _where(p), [_("Please take it down.")], *_end(a, p)]


def _own(a: Answers, p: Parts) -> list[Lines]:
    asks = [_("Please take down these posts of mine.")]
    return [asks, _where(p), [_("Please remove copies that others made of them, too.")], *_end(a, p)]


def _search(a: Answers, p: Parts) -> list[Lines]:
    words = _("They come up for these search words: %(words)s") % {"words": p.search_words} if p.search_words else ""
    asks = _("Please take these pages and pictures out of your results.")
    return [[under_18(a)], [*opening(a), asks], _where(p), [words], *_end(a, p)]


def _host(a: Answers, p: Parts) -> list[Lines]:
    return [
        [_("Hello. I am writing about a website that you host or register.")],
        [under_18(a)],
        opening(a),
        _where(p),
        [_("Please have it taken down, or stop serving these pages, as your rules say.")],
        [_("Please do not pass on my name or my address to the people who run the site.")],
        *_end(a, p),
    ]


def _us(a: Answers, p: Parts) -> list[Lines]:
    return [
        [_("Request for removal under the TAKE IT DOWN Act (United States)")],
        [under_18(a)],
        [*opening(a), _("Please remove it within 48 hours, and try to find and remove exact copies.")],
        [
            _("1. What it is, and where:"),
            *p.links,
            p.found,
            _("Account: %(name)s") % {"name": p.account} if p.account else "",
        ],
        [_("2. I believe, in good faith, that it was posted without the consent of the person in it.")],
        [_("3. You can reach me here: %(reach)s") % {"reach": p.reach}],
        [_("4. Signed: %(name)s") % {"name": p.signed}],
    ]


def _india(a: Answers, p: Parts) -> list[Lines]:
    law = _("This is a complaint under the Information Technology Rules of India. Please remove it within 2 hours.")
    shows = _("It shows nudity or a sexual act, or it was changed to look that way.")
    return [[law], [under_18(a)], [*opening(a), shows], _where(p), *_end(a, p)]


def _eu(a: Answers, p: Parts) -> list[Lines]:
    return [
        [_("Notice of illegal content under Article 16 of the Digital Services Act (EU)")],
        [_("1. Why it is against the law:"), under_18(a), *opening(a)],
        [_("2. The exact place:"), *p.links, p.found],
        [_eu_sender(a, p)],
        [_("4. I believe, in good faith, that this notice is accurate and complete.")],
        [_("Please tell me what you decide, and why.")],
    ]


def _eu_sender(a: Answers, p: Parts) -> str:
    sender = ", ".join(part for part in (p.signed, p.reach) if part)
    if not sender and said_under_18(a):
        return _("3. It shows someone under 18, so I am leaving out my name and my email.")
    # A worker leaves the place of the name open; so does who did not say an age.
    return _("3. Who sends this: %(who)s") % {"who": sender or "…"}


def _copyright(a: Answers, p: Parts) -> list[Lines]:
    return [
        [_("Notice of copyright infringement (17 U.S.C. 512(c)(3))")],
        [_("1. The work: a picture or a video that I made myself.")],
        [_("2. Where copies of it are:"), *p.links, p.found],
        [_("3. You can reach me here: %(reach)s") % {"reach": p.reach}],
        [_("4. I believe, in good faith, that nobody with a right to it has allowed this use.")],
        [_("5. Under penalty of perjury: this notice is accurate, and I am the owner of the copyright.")],
        [_("Signed: %(name)s") % {"name": p.signed}],
    ]


MAKERS: dict[str, Callable[[Answers, Parts], list[Lines]]] = {
    ACCOUNT: _account,
    PROFILE: _profile,
    PLAIN: _plain,
    OWN: _own,
    SEARCH: _search,
    HOST: _host,
    US: _us,
    INDIA: _india,
    EU: _eu,
    COPYRIGHT: _copyright,
}
