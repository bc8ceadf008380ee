import pytest
from django.utils.translation import override

from resources.core.translations import text


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
