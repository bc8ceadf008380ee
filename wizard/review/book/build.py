"""Puts the book together: one HTML document that needs no other file, from the code, the templates and the fixtures."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.template.loader import get_template, render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from compass import languages
from resources.loading import fixtures
from wizard.core.flow import Words
from wizard.review.book import names, pages, rules
from wizard.review.book.facts import kinds_of
from wizard.review.book.unsettled import read_unsettled
from wizard.review.book.voices import chart as merged
from wizard.review.book.voices import voices_of
from wizard.review.flowmap.chart import chart_of
from wizard.review.words import named

STYLE = "book/book.css"


@dataclass(frozen=True, slots=True)
class Signed:
    """A part of the book that is signed on its own."""

    anchor: str
    title: Words


PARTS = (
    Signed("part-map", _("The map")),
    Signed("part-questions", _("The questions")),
    Signed("part-steps", _("The steps, sentence by sentence")),
    Signed("part-rules", _("The rules")),
    Signed("part-facts", _("The facts")),
    Signed("part-words", _("What the names mean")),
    Signed("part-unsettled", _("What still needs a professional’s judgement")),
)


def book(site: str, day: date, folder: Path, code: str = "en") -> str:
    """The HTML of the whole book in a language; `folder` holds the fixtures.

    Raises UnreadableError for a fixture, NoWordsError for code or a template that the book cannot say.
    """
    with translation.override(code):
        frame = {"site": site, "day": day, "tag": languages.BY_CODE[code].tag, "voices": len(voices_of(code)) > 1}
        page = render_to_string("book/book.html", {**frame, **content(folder, code)})
        # A page of the site carries no style of its own; this is a document, which travels alone.
        return page.replace("</head>", f"<style>{get_template(STYLE).render()}</style></head>", 1)


def content(folder: Path, code: str = "en") -> dict[str, Any]:
    """All that the templates of the book are given, but the name of the site, the day and the tag of the language."""
    voices = voices_of(code)
    charts = [chart_of(voice=voice) for voice in voices]
    chart, phrases = merged(voices, charts), rules.phrase_rules()
    steps, shared = pages.step_pages(chart, code), pages.shared_pages(code)
    trees = [*(page.parts for page in steps), *(page.parts for page in shared)]
    return {
        "parts": PARTS,
        "digest": fixtures.digest(folder),
        "questions": pages.question_pages(chart),
        "steps": steps,
        "shared": shared,
        "numbers": tuple(rules.numbers()),
        "safety": rules.safety_rules(),
        "phrases": phrases,
        "kinds": kinds_of(fixtures.read(folder)),
        "question_words": pages.question_words(chart),
        "services": tuple((named(name), means) for name, means in names.SERVICES.items()),
        "step_words": pages.step_words(charts[0], trees, rules.flags_of(phrases)),
        "unsettled": read_unsettled(code),
    }
