"""A line is said to stand above only where it does."""

from django.template import engines


def drawn(lines, **context):
    template = "{% for slug in lines %}{% if shown|again:slug %}above {% endif %}{{ slug }} {% endfor %}"
    return engines["django"].from_string(template).render({"lines": lines, **context}).strip()


def test_a_line_is_above_from_its_second_time_on():
    assert drawn(["a", "b", "a", "a"], shown=set()) == "a b above a above a"


def test_a_page_without_a_set_shows_every_line_each_time():
    assert drawn(["a", "a"]) == drawn(["a", "a"], shown="") == "a a"
