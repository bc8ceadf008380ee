import pytest

from resources import shapes


@pytest.mark.parametrize(
    ("shape", "good"),
    [
        (shapes.words, {"en": "Anyone", "fr": "Tous", "fr-ca": "Tous"}),
        (shapes.string(3), "abc"),
        (shapes.code(r"[A-Z]{2}", "CA"), "GB"),
        (shapes.flag, False),
        (shapes.whole(1, 3), 3),
        (shapes.one_of("a", "b"), "b"),
        (shapes.each(shapes.flag), []),
        (shapes.some(shapes.flag), [True]),
        (shapes.maybe(shapes.flag), None),
        (shapes.day, "2026-11-22"),
        (shapes.link, "https://kidshelpphone.ca"),
        (shapes.link, "https://quebec.ca/en/a?b=c"),
        (shapes.email, "jo@samaritans.org"),
        (shapes.source, {"url": "http://example.org/1", "page_date": None}),
        (shapes.anything, object()),
    ],
)
def test_a_good_value_has_no_complaint(shape, good):
    assert shape(good) == ""


@pytest.mark.parametrize(
    ("shape", "bad", "complaint"),
    [
        (shapes.words, "Anyone", 'must be a text for each language, like {"en": "…"}'),
        (shapes.words, {"en": None}, 'must be a text for each language, like {"en": "…"}'),
        (shapes.words, {"fr": "Tous"}, 'needs a text under "en"'),
        (shapes.words, {"en": "  "}, 'needs a text under "en"'),
        (shapes.words, {"en": "Anyone", "French": "Tous"}, "'French' is not a language code"),
        (shapes.string(3), "", "must be a text that is not empty"),
        (shapes.string(3), 5, "must be a text that is not empty"),
        (shapes.string(3), "abcd", "is longer than 3 characters"),
        (shapes.code(r"[A-Z]{2}", "CA"), "ca", "'ca' must look like CA"),
        (shapes.code(r"[A-Z]{2}", "CA"), "CAN", "'CAN' must look like CA"),
        (shapes.flag, "yes", "must be true or false"),
        (shapes.flag, None, "must be true or false"),
        (shapes.whole(1, 3), 4, "must be a whole number from 1 to 3"),
        (shapes.whole(1, 3), 0, "must be a whole number from 1 to 3"),
        (shapes.whole(1, 3), True, "must be a whole number from 1 to 3"),
        (shapes.one_of("a", "b"), "c", "'c' is not one of a, b"),
        (shapes.each(shapes.flag), "ab", "must be a list"),
        (shapes.each(shapes.flag), [True, 1], "must be true or false"),
        (shapes.some(shapes.flag), [], "must not be empty"),
        (shapes.maybe(shapes.flag), 0, "must be true or false"),
        (shapes.day, "22 November", "must be a day like 2026-11-22"),
        (shapes.day, None, "must be a day like 2026-11-22"),
        (shapes.link, "http://example.org", "'http://example.org' must be an address that starts with https://"),
        (shapes.link, "https://a b.org", "'https://a b.org' must be an address that starts with https://"),
        (shapes.link, "https://localhost", "'https://localhost' must be an address that starts with https://"),
        (shapes.email, "mailto:jo@samaritans.org", "'mailto:jo@samaritans.org' is not a plain e-mail address"),
        (shapes.source, {"url": "https://a.org"}, 'must be like {"url": "https://…", "page_date": null}'),
        (shapes.source, {"url": "a.org", "page_date": None}, "'a.org' is not a web address"),
    ],
)
def test_a_bad_value_is_told_in_words(shape, bad, complaint):
    assert shape(bad) == complaint


FIELDS = {"name": shapes.string(5), "known?": shapes.flag}


@pytest.mark.parametrize(
    ("row", "complaints"),
    [
        ({"name": "a"}, []),
        ({"name": "a", "known": True}, []),
        ({}, [("name", "is missing")]),
        ({"name": "", "known": 1}, [("name", "must be a text that is not empty"), ("known", "must be true or false")]),
        ({"name": "a", "nmae": "b"}, [("nmae", "is not a field we know")]),
        (["a"], [("object", "must have fields")]),
    ],
)
def test_fields_that_are_missing_wrong_or_unknown_are_named(row, complaints):
    assert list(shapes.fit(FIELDS, row)) == complaints
