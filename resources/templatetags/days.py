"""Days as people write them in the language of the page."""

from datetime import date

from django import template

from resources.core.hours.calendar_words import day_and_year

register = template.Library()


@register.filter
def day(on: date) -> str:
    """The whole day, as in "24 November 2026"."""
    return day_and_year(on)
