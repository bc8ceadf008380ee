"""The plan as HTML for paper: every step, no fold, every address whole, a helpline in full where it stands first.

A template in templates/pdf/ goes before the one of the same path in templates/, on paper only: so
templates/pdf/components/helpline.html is the card on paper, whichever step asks for it.
"""

import re
from functools import cache
from itertools import count
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template import Context, Library
from django.template.backends.django import DjangoTemplates

from resources.core.helpline import Channel, Helpline

# Paper has no folds: what a tap would open stands under a small heading of its own.
_ON_PAPER = (
    (re.compile(r"</?details>"), ""),
    (re.compile(r"<(/?)summary>"), r"<\1h3>"),
    # A step's title is a heading of the same rank on the screen; on one sheet its parts stand below it.
    (re.compile(r"<h3>(.*?)</h3>", re.DOTALL), r"<h4>\1</h4>"),
)
_LIST = re.compile(r"<(ul|ol)>.*?</\1>", re.DOTALL)

register = Library()


def sheet(request: HttpRequest, context: dict[str, Any]) -> str:
    """The plan as HTML for paper; `context` is that of `wizard.plan.context.paper_context`."""
    # What is handed over is read without the pages before it.
    seen: dict[str, Any] = {"shown": set(), "shown_in_hand_over": set()}
    return plain_paper(request, str(_templates().get_template("pdf/sheet.html").render({**context, **seen}, request)))


def plain_paper(request: HttpRequest, html: str) -> str:
    """The same without folds, and with whole addresses: what cannot be tapped has to be typed."""
    for found, written in _ON_PAPER:
        html = found.sub(written, html)
    return html.replace('href="/', f'href="{request.build_absolute_uri("/")}')


def with_marks(html: str) -> str:
    """The same with bullets and numbers written out: drawing its own costs WeasyPrint a sixth more."""
    return _LIST.sub(_marked, html)


def _marked(found: re.Match[str]) -> str:
    numbers = count(1)
    # An item with a box to tick has its mark.
    return re.sub(
        '<li>(?!<span class="box")', lambda _: f"<li>{next(numbers)}. " if found[1] == "ol" else "<li>• ", found[0]
    )


@register.simple_tag(takes_context=True)
def ways_again(context: Context, line: Helpline) -> tuple[Channel, ...]:
    """The ways to reach a line whose card would say nothing new on this paper; () where the card belongs.

    So () always for a line without ways: its card is all there is. Reads `brief` (a card without notes) and keeps in
    `shown` which lines stood before, and with which notes.
    """
    shown: set[tuple[str, str]] = context["shown"]
    notes = "" if context.get("brief") else line.notes
    if shown & {(line.slug, notes), (line.slug, line.notes)}:
        numbers = tuple(way for way in line.channels if way.kind in ("phone", "text"))
        # A page that stands before the numbers says which of them is the right one.
        return (*(way for way in line.channels[:1] if way.kind == "web"), *numbers) if numbers else line.channels
    shown.add((line.slug, notes))
    return ()


@cache
def _templates() -> DjangoTemplates:
    own: dict[str, Any] = settings.TEMPLATES[0]
    folders = [folder / "pdf" for folder in own["DIRS"]] + own["DIRS"]
    options = {**own["OPTIONS"], "builtins": [*own["OPTIONS"]["builtins"], __name__]}
    return DjangoTemplates({"NAME": "paper", "DIRS": folders, "APP_DIRS": own["APP_DIRS"], "OPTIONS": options})
