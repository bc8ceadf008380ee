"""Which ready texts a person is offered for one place. Pure.

To add a text: a name in `KINDS`, a line in `_fits`, and its words in `texts.py`.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from resources.core.removal import LEAK
from wizard.core.answers import Answers
from wizard.core.flow import Words

ACCOUNT, PROFILE, PLAIN, OWN, SEARCH, HOST = "account", "profile", "plain", "own", "search", "host"
US, INDIA, EU, COPYRIGHT = "us", "in", "eu", "copyright"

KINDS: tuple[tuple[str, Words], ...] = (
    (ACCOUNT, _("Report an account that makes threats")),
    (PROFILE, _("Report a profile that pretends to be someone")),
    (PLAIN, _("A plain request to remove it")),
    (OWN, _("Ask to take down your own posts")),
    (SEARCH, _("Ask a search engine to leave it out")),
    (US, _("A request under US law, with a 48-hour limit")),
    (INDIA, _("A complaint under the rules of India")),
    (EU, _("A notice under EU law")),
    (COPYRIGHT, _("A copyright notice")),
    (HOST, _("A letter to the company that hosts the site")),
)
NAMES = dict(KINDS)
# The law behind a text, by its slug in the facts.
LAW = {US: "us-take-it-down-act", INDIA: "in-it-rules", EU: "eu-dsa-article-16", COPYRIGHT: "us-dmca-512c3"}
# Kinds of places that somebody else hosts, and those that host them. The large ones answer for themselves.
WEBSITES = frozenset({"generic", "forum", "adult", "hosting"})
# An email or a text goes from one to another, and nearby no service is between them: nobody has it to remove.
DIRECT, NEARBY = "direct", "nearby"
BETWEEN_PEOPLE = frozenset({DIRECT, NEARBY})
# What makes pictures has no account to report there, and no company that hosts it for somebody else.
AI, AI_TEXTS = "ai", frozenset({PLAIN, US, EU})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the facts say about one place for one person.

    `laws`: slugs of the laws that can be used there; `own_laws`: those of them that are of the person's own country.
    """

    kind: str
    covered: bool | None
    laws: frozenset[str]
    own_laws: frozenset[str] = frozenset()
    own_work: bool = False
    asks_back: bool = False  # the site wants money, papers or a login


def offered(a: Answers, scene: Scene) -> tuple[str, ...]:
    """The texts that fit, in the order of `KINDS`: the account that threatens comes first."""
    return tuple(kind for kind, _words in KINDS if _fits(kind, a, scene))


def _fits(kind: str, a: Answers, scene: Scene) -> bool:
    if scene.asks_back or scene.kind == LEAK:
        # Nobody writes to a site that wants something in return, or posts what it is sent; who hosts it can be asked.
        return kind == HOST and about_picture(a)
    if scene.kind == "search":
        return kind == SEARCH and about_picture(a)
    if scene.kind == NEARBY or (scene.kind == DIRECT and kind != ACCOUNT):
        return False
    if scene.kind == AI and kind not in AI_TEXTS:
        return False
    if kind == ACCOUNT:
        return a.sextorted or a.threatened
    if kind == PROFILE:
        return a.posing and not a.for_sharer
    if kind == OWN:
        return a.for_sharer
    if kind == SEARCH or not about_picture(a):
        return False
    if kind == HOST:
        return scene.kind in WEBSITES and scene.covered is not True
    return scene.kind != "hosting" and (kind == PLAIN or _law_fits(kind, a, scene))


def about_picture(a: Answers) -> bool:
    """Somebody who passed a picture on asks for their own posts, and for nothing about "this picture of me"."""
    return (a.shared or a.fake) and not a.for_sharer


def _law_fits(kind: str, a: Answers, scene: Scene) -> bool:
    if LAW[kind] not in scene.laws:
        return False
    if a.put_it_there and kind != INDIA:
        # The others say that it was posted without consent, or by somebody else.
        return False
    if kind == US:
        # A worker writes no name and no address of the person, and without those the hours do not start.
        return not a.for_client and (scene.covered is True or (scene.covered is None and LAW[kind] in scene.own_laws))
    return scene.own_work if kind == COPYRIGHT else True
