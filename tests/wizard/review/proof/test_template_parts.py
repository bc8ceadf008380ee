"""Cut apart and put together again: a template is the same sentences, and cuts stand only where a sentence ends."""

from itertools import product

import pytest
from django.template import Context, engines

from wizard.core.html_sentences import sentences
from wizard.review.proof.template_parts import parts_of

TOOL = '{% include "components/tool_link.html" with tool="talk" %}'


def made(source: str):
    return engines["django"].from_string(source).template


def count(source: str) -> int:
    return len(parts_of(made(source)))


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("<p>One.</p><p>Two.</p>", 2),
        ("<p>One {% if x %}more{% endif %} end.</p><p>Two.</p>", 2),
        ("{% if x %}<p>One.</p>{% endif %}\n{% if y %}<p>Two.</p>{% else %}<p>Three.</p>{% endif %}", 3),
        ("{% if x %}<p>One.</p><p>Two.</p>{% endif %}", 2),
        ("One {% if x %}<p>in</p>{% endif %} end", 1),
        ("One {% if x %}<p>in</p>{% endif %}<p>Two</p>", 3),
        ("{% if x %}<p>in</p> out{% endif %} end", 1),
        ("{% if x %}<p>a</p>{% elif y %}<p>b</p>{% else %}<p>c</p>{% endif %}", 3),
        ("<ul>{% for one in many %}<li>{{ one }}</li>{% endfor %}</ul>", 1),
        ("{% for one in many %}{{ one }}{% endfor %} and {{ x }}", 1),
        ('{% translate "Go" as words %}' + TOOL + "<p>Two.</p>", 2),
        ('{% if x %}{% translate "Go" as words %}{% else %}{% translate "No" as words %}{% endif %}' + TOOL, 1),
    ],
)
def test_a_template_is_cut_where_sentences_end(source: str, parts: int) -> None:
    assert count(source) == parts


@pytest.mark.parametrize(
    "source",
    [
        "<p>One {% if x %}more. Then{% endif %} end.</p>{% if y %}<p>Two.</p>{% endif %} tail",
        "a {% if x %}<p>in</p>{% endif %} b {% if y %}c{% endif %}",
        "{% if x %}<p>a</p>{% if y %}<p>b</p>{% endif %}{% elif y %}<p>c {{ many.0 }}</p>{% else %}<p>d</p>{% endif %}",
        '{% if x %}{% if y %}{% translate "Go" as words %}{% else %}{% translate "No" as words %}{% endif %}'
        + TOOL
        + "{% endif %}",
        "{% for one in many %}<p>{{ one }} {% if x %}x{% endif %}</p>{% endfor %}{% if y %}<p>y</p>{% endif %}",
        '<a href="{% if x %}one{% endif %}">go {% if y %}on{% endif %}</a>',
    ],
)
def test_the_parts_make_up_the_whole(source: str) -> None:
    template = made(source)
    for x, y in product((False, True), repeat=2):
        values = {"x": x, "y": y, "many": ["A.", "B."]}
        cut = [sentence for part in parts_of(template) for sentence in sentences(part.render(template, values))]
        assert tuple(cut) == sentences(template.render(Context(values)))
