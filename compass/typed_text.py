"""What somebody typed into a form that could not be kept: given back to them, and to nobody else.

A view says by `takes_text` which boxes its form has. Words are given back only where a browser says that the form came
from our own page (`Origin`), only for those boxes, and they are neither stored nor logged on the way.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from django.urls import Resolver404, resolve

from compass.http import from_our_origin

View = TypeVar("View", bound=Callable[..., Any])

# A browser sends a character in up to this many bytes: four bytes of UTF-8, each as "%F0".
BYTES_A_CHARACTER = 12
# Names of boxes, the token of the form, and whatever a browser adds.
ROOM = 16_384
# Any form may have as much, in bytes: answers, buttons.
SMALL_FORM = 65_536
# Chosen from a list and not typed.
CHOSEN = ("choice", "zone")


class Box(Protocol):
    """A box of a form, as its table describes it: `most` counts characters."""

    @property
    def slug(self) -> str: ...
    @property
    def label(self) -> Any: ...
    @property
    def kind(self) -> str: ...
    @property
    def most(self) -> int: ...


@dataclass(frozen=True, slots=True)
class TextForm:
    """The form of a view: its typed boxes by slug with their labels, and how many bytes it may send."""

    labels: Mapping[str, Any]
    most_bytes: int


def takes_text(*boxes: Iterable[Box]) -> Callable[[View], View]:
    """Says of a view which boxes its form may have, asked or not; for the outermost decorator."""
    found = {box.slug: box for group in boxes for box in group}
    labels = {slug: box.label for slug, box in found.items() if box.kind not in CHOSEN}
    size = BYTES_A_CHARACTER * sum(box.most for box in found.values()) + ROOM
    form = TextForm(labels, max(size, SMALL_FORM))

    def mark(view: View) -> View:
        view.text_form = form  # type: ignore[attr-defined]
        return view

    return mark


def form_at(request: HttpRequest) -> TextForm | None:
    """The form of the view at this address, None when it has no boxes or there is none."""
    try:
        return getattr(resolve(request.path_info).func, "text_form", None)
    except Resolver404:
        return None


def most_bytes(request: HttpRequest) -> int:
    """How long a body may be at this address, in bytes."""
    form = form_at(request)
    return form.most_bytes if form else SMALL_FORM


def given_back(request: HttpRequest) -> str:
    """Every box with words in it, its label above it; "" where nothing was typed or nothing may be given back."""
    form = form_at(request) if request.method == "POST" and from_our_origin(request) else None
    if form is None:
        return ""
    try:
        sent = {slug: request.POST.get(slug, "").replace("\r\n", "\n").replace("\x00", "") for slug in form.labels}
    except (SuspiciousOperation, UnreadablePostError):
        return ""
    return "\n\n".join(f"{form.labels[slug]}\n{words}" for slug, words in sent.items() if words.strip())
