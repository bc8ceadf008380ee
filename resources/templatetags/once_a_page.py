"""A number stands once on a page: the page keeps a set of the lines it has shown, and asks this filter.

The page asks while it is drawn, so that "see above" is never said of a line that does not stand above. Every template
knows this filter; a page that gives no set shows every line each time.
"""

from django import template

register = template.Library()


@register.filter
def again(shown: set[str] | str | None, slug: str) -> bool:
    """True when this page has shown the line with this slug; from now on it has."""
    if not isinstance(shown, set):
        return False
    known = slug in shown
    shown.add(slug)
    return known
