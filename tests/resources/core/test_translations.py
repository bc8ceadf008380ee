import pytest
from django.template import Context, Template
from django.utils.translation import override

from resources.core.translations import name, text


@pytest.mark.parametrize(
    ("language", "field", "said"),
    [
        ("en", {"en": "Anyone", "fr": "Tous"}, "Anyone"),
        ("fr", {"en": "Anyone", "fr": "Tous"}, "Tous"),
        ("fr-ca", {"en": "Anyone", "fr": "Tous"}, "Tous"),
        ("fr-ca", {"en": "Anyone", "fr": "Tous", "fr-ca": "Tout le monde"}, "Tout le monde"),
        ("fr", {"en": "Anyone"}, "Anyone"),
        ("fr", {"en": "Anyone", "fr": ""}, "Anyone"),
        (None, {"en": "Anyone", "fr": "Tous"}, "Anyone"),
        ("en", None, ""),
        ("en", {}, ""),
    ],
)
def test_each_text_falls_back_to_english_by_itself(language, field, said):
    with override(language):
        assert text(field) == said


@pytest.mark.parametrize(
    ("language", "field", "written"),
    [
        ("en", {"en": "Open & free"}, "Open &amp; free"),
        ("fr", {"en": "Open & free"}, '<span lang="en">Open &amp; free</span>'),
        ("fr-tu", {"en": "Open & free"}, '<span lang="en">Open &amp; free</span>'),
        ("fr", {"en": "Open & free", "fr": "Ouvert"}, "Ouvert"),
        ("fr", None, ""),
    ],
)
def test_a_page_says_of_a_text_in_another_language_which_one_it_is(language, field, written):
    with override(language):
        assert Template("{{ fact }}").render(Context({"fact": text(field)})) == written


def test_a_name_is_the_same_in_an_attribute_as_in_a_text():
    with override("fr"):
        page = Template('<a title="{{ fact }}">{{ fact }}</a>').render(Context({"fact": name({"en": "Kids & Co"})}))
    assert page == '<a title="Kids &amp; Co">Kids &amp; Co</a>'
    assert [name(None), name({"en": "A", "fr": "B"})] == ["", "A"]
