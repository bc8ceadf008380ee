"""Filters for words that must reach a reader as they are written, whatever the browser does to the page.

A browser that translates a page also changes names, code words and what somebody typed; on a page that is read from
right to left it turns the groups of a number around. Every template knows these filters.
"""

import re

from django import template
from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from resources.core.translations import colon

register = template.Library()
# 116 123 is the longest that people say digit by digit.
LONGEST_SHORT_CODE = 6
# What an app shows on its buttons stands between these in a guide.
MENU_WORDS = re.compile("“([^“”]+)”")


@register.filter
def ltr(number: str) -> SafeString:
    """A number or an address, read from left to right on every page."""
    return format_html('<bdi dir="ltr">{}</bdi>', number)


@register.filter
def as_written(words: str) -> SafeString:
    """A name or a code word that no machine may translate."""
    return format_html('<span translate="no">{}</span>', words)


@register.filter
def menu_words(text: str) -> SafeString:
    """A step of a guide in which the words of the app's own menus stay as the app writes them."""
    return mark_safe(MENU_WORDS.sub(r'“<span translate="no">\1</span>”', conditional_escape(text)))  # noqa: S308


@register.filter
def said_apart(number: str, words: str = "") -> SafeString:
    """The attribute that names a link to a short code: the words that are seen, then the digits one by one.

    Nothing for a longer number. `words` may leave the number itself out.
    """
    if not _apart(number):
        return SafeString()
    words = _in_an_attribute(words)
    seen = words if number in words else f"{words} {number}".strip()
    return format_html(' aria-label="{}{} {}"', seen, colon(), _apart(number))


@register.filter
def said_whole(number: str, words: str) -> SafeString:
    """As `said_apart`, for a link that shows only a part of its words: a longer number is named by them, too."""
    return said_apart(number, words) or format_html(' aria-label="{}"', _in_an_attribute(words))


def _in_an_attribute(words: str) -> str:
    """The words without the element that names their language: an attribute holds none."""
    bare = strip_tags(words)
    return mark_safe(bare) if isinstance(words, SafeString) else bare  # noqa: S308


def _apart(number: str) -> str:
    digits = [sign for sign in number if sign.isdigit()]
    return " ".join(digits) if len(digits) <= LONGEST_SHORT_CODE else ""
