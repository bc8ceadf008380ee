"""Every template keeps the rules of the house; and the rules find what they should, and nothing else."""

import re

import pytest

from tests.content.template_rules import untranslated, unwelcome
from tests.project.source_tree import text, under, wrong

TEMPLATES = under("templates", ".html", ".svg", ".txt")
# Their whole content is included inside a class attribute: names for the style sheet, not words.
CLASS_NAMES = {"templates/plan/_tone.html"}

TRANSLATED = """{% extends "base.html" %}{% load i18n static %}
{# A note to the next editor. #}
{% comment "why" %}Also a note, with <p>words</p>.{% endcomment %}
{% block title %}{% translate "Your plan" %}{% endblock %}
<p class="lead wide" {% if open %}data-open="yes"{% endif %} data-step="tell-someone">
  {% blocktranslate trimmed with name=place.name %}You are in <b>{{ name }}</b> now.{% endblocktranslate %} → 1.
</p>
<a href="{% url "people" %}" title="{% translate "People to talk to" %}">{{ name }}&nbsp;×</a>
<input type="hidden" value="Words for a machine"><input type="submit" value="{% translate "Go on" %}">
<meta name="viewport" content="width=device-width"><meta name="description" content="{% translate "A guide" %}">
<a href="https://takeitdown.example" rel="noreferrer noopener">Take It Down</a>
{% include "components/helpline.html" with class="card wide" kind="phone" label=_("Call") %}
{{ when|date:"j F Y" }}{% now "Y" %}{{ name|default:_("Somebody else") }}{% if kind == "phone" %}☎{% endif %}
"""

WORDS = {
    "text": ("<p>\nTell someone.</p>", [(1, "Tell someone.")]),
    "one letter": ("<b>x</b>", [(1, "x")]),
    "text beside a translation": ('<p>{% translate "Go" %} on</p>', [(1, "on")]),
    "text in another script": ("<p>Привет</p>", [(1, "Привет")]),
    "text after a translated block": (
        "{% blocktranslate %}One\ntwo{% endblocktranslate %}\n<p>Three</p>",
        [(3, "Three")],
    ),
    "a tag over two lines is text": ("{% translate\n 'Go' %}", [(1, "{% translate 'Go' %}")]),
    "a picture's text": ('<img src="/a.svg" alt="A compass">', [(1, "A compass")]),
    "a label": ('<nav aria-label="Main">', [(1, "Main")]),
    "both branches of a condition": (
        '<p {% if a %}title="One"{% else %}title="Two"{% endif %}>',
        [(1, "One"), (1, "Two")],
    ),
    "a button": ('<input type="submit" value="Send">', [(1, "Send")]),
    "a description": ('<meta name="description" content="A guide">', [(1, "A guide")]),
    "words that a script shows": ('<button data-done="Copied it">', [(1, "Copied it")]),
    "a default": ('{{ name|default:"Nobody yet" }}', [(1, "Nobody yet")]),
    "an English plural": ("{{ count }}{{ count|pluralize:'s' }}", [(1, "s")]),
    "a title handed on": ('{% include "a.html" with title="more" %}', [(1, "more")]),
    "a phrase handed on": ("{% include 'a.html' with way='by phone' %}", [(1, "by phone")]),
}

SAFE = """<link rel="stylesheet" href="{% static "css/a.css" %}"><script src="{% static "js/a.js" %}" defer></script>
<form method="post" action="/leave/"><input type="radio" name="one" value="on"></form><img src="/a.svg" alt="">
<a href="https://a.example/" rel="external noreferrer noopener"></a><a href="tel:988"></a><a href="{{ line.href }}"></a>
<svg><use href="#door"></use></svg>{% comment %}<style></style>{% endcomment %}"""

BAD = {
    "<style></style>": "<style> has no place here",
    '<iframe title="x"></iframe>': "<iframe> has no place here",
    '<p style="color:red">': "inline style",
    '<p\n class="a" onclick="go()">': "inline onclick",
    '<a href="JavaScript:go()">': "a script in an address",
    "<script>go()</script>": "an inline script",
    '<script type="application/ld+json">{}</script>': "an inline script",
    '<script src="https://a.example/a.js"></script>': "src fetches from elsewhere",
    '<img src="//a.example/a.png" alt="">': "src fetches from elsewhere",
    '<link rel="icon" href="http://a.example/a.svg">': "href fetches from elsewhere",
    '<form action="https://a.example/">': "action fetches from elsewhere",
    '<input name="a" type="file">': "a way to send a file",
    '<form enctype="multipart/form-data">': "a way to send a file",
    '{% blocktranslate %}<a href="https://a.example/">{% endblocktranslate %}': "a link out without rel",
    '<a href="https://a.example/" rel="noopener">': "a link out without rel",
}


def test_a_well_kept_template_has_nothing_untranslated():
    assert untranslated(TRANSLATED) == []


@pytest.mark.parametrize(("source", "found"), WORDS.values(), ids=WORDS)
def test_words_outside_a_translation_are_found_with_their_line(source, found):
    assert untranslated(source) == found


def test_a_well_kept_template_has_nothing_unwelcome():
    assert unwelcome(SAFE) == []


@pytest.mark.parametrize(("source", "trouble"), BAD.items())
def test_what_has_no_place_in_a_page_is_found(source, trouble):
    assert {found for _, found in unwelcome(source)} == {trouble}


def test_there_are_templates_to_look_at():
    assert {"templates/base.html", "templates/pages/front.html"} - {*TEMPLATES} == set()


def test_every_word_that_a_visitor_meets_can_be_translated():
    pages = [path for path in TEMPLATES if path not in CLASS_NAMES]
    assert (wrong(pages, lambda path: untranslated(text(path))), len(pages) > 100) == ({}, True)


def test_no_template_holds_inline_code_foreign_parts_or_a_way_to_send_a_file():
    assert wrong(TEMPLATES, lambda path: unwelcome(text(path))) == {}


# HTML wants it left out where a form goes to its own page.
EMPTY_ADDRESS = re.compile(r"""\b(?:action|formaction|href|src)=(?:""|''|(?=[\s>]))""")


def test_no_template_has_an_empty_address():
    assert EMPTY_ADDRESS.findall('<form action=""><a href=\'\'><img src= alt=""><a href="/">') == [
        'action=""',
        "href=''",
        "src=",
    ]
    assert wrong(TEMPLATES, lambda path: EMPTY_ADDRESS.findall(text(path))) == {}


ANSWERED = re.compile(
    r"<form method=\"post\"[^>]*(?:novalidate|data-words|url \"talk\")[^>]*>(?!{% csrf_token %}{% fill %})"
)


def test_a_form_with_choices_or_boxes_hides_how_long_its_answer_is():
    assert wrong(TEMPLATES, lambda path: ANSWERED.findall(text(path))) == {}
    assert sum(text(path).count("{% csrf_token %}{% fill %}") for path in TEMPLATES) > 10


@pytest.mark.parametrize("path", under("static", ".css", ".js", ".svg"))
def test_no_static_file_fetches_from_elsewhere(path):
    without_names = text(path).replace('"http://www.w3.org/', '"')
    assert re.findall(r"https?://\S+|url\(\s*[\"']?//|@import", without_names) == []


@pytest.mark.parametrize("path", under("static", ".js"))
def test_scripts_show_no_words_of_their_own(path):
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text(path), flags=re.S).replace('"use strict"', "")
    assert re.findall(r"""["'`][A-Z][a-z]+ [^"'`]*["'`]""", code) == []
