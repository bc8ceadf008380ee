"""`{% fill %}` in a form with choices: a field that hides how long the answer is. The server does not read it."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from compass import sizes

register = template.Library()


@register.simple_tag
def fill() -> SafeString:
    """The field, filled by chance. The script of every page fills it again when the form is sent."""
    return format_html('<input type="hidden" name="fill" value="{}">', sizes.fill())
