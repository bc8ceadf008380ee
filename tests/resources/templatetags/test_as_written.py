"""Numbers keep their direction, names their words, and a short code is said digit by digit."""

import pytest
from django.template import engines

from resources.templatetags import as_written


def drawn(template, **context):
    return engines["django"].from_string(template).render(context)


def test_every_template_knows_the_filters_and_nothing_gets_through_unescaped():
    evil = "<b>&"
    assert drawn("{{ x|ltr }}", x=evil) == '<bdi dir="ltr">&lt;b&gt;&amp;</bdi>'
    assert drawn("{{ x|as_written }}", x=evil) == '<span translate="no">&lt;b&gt;&amp;</span>'
    assert drawn("{{ x|menu_words }}", x=f"Tap “{evil}”.") == 'Tap “<span translate="no">&lt;b&gt;&amp;</span>”.'
    attribute = drawn("<a{{ n|said_apart:x }}>", n="911", x='Call "home" 911')
    assert attribute == '<a aria-label="Call &quot;home&quot; 911: 9 1 1">'


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Open the app.", "Open the app."),
        ("“Report”, then “It’s spam”", "“<b>Report</b>”, then “<b>It’s spam</b>”"),
        ("A lone “ stays", "A lone “ stays"),
    ],
)
def test_words_of_a_menu_are_marked_and_no_others(text, marked):
    plain = as_written.menu_words(text).replace('<span translate="no">', "<b>").replace("</span>", "</b>")
    assert plain == marked


@pytest.mark.parametrize(
    ("shown", "apart"),
    [
        ("911", "9 1 1"),
        ("686868", "6 8 6 8 6 8"),
        ("116 123", "1 1 6 1 2 3"),
        ("1-800-668-6868", ""),
        ("306-5555", ""),
    ],
)
def test_only_short_codes_are_said_digit_by_digit(shown, apart):
    assert as_written.said_apart(shown, "Call") == (f' aria-label="Call {shown}: {apart}"' if apart else "")


def test_a_name_has_the_words_that_are_seen_first():
    named = [as_written.said_apart("911", words) for words in ("Call", "Call 911", "")]
    assert named == [f' aria-label="{seen}: 9 1 1"' for seen in ("Call 911", "Call 911", "911")]


def test_a_link_that_shows_one_word_is_named_by_all_of_them():
    assert as_written.said_whole("988", "Call 988") == ' aria-label="Call 988: 9 8 8"'
    assert as_written.said_whole("1-800-668-6868", "Call 1-800-668-6868") == ' aria-label="Call 1-800-668-6868"'
