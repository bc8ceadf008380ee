import pytest

from resources.loading import validators

NUMBERED = "names a machine by its number: nobody can see whose it is"


@pytest.mark.parametrize(
    ("shape", "good"),
    [
        (validators.words, {"en": "Anyone", "fr": "Tous", "fr-ca": "Tous"}),
        (validators.string(3), "abc"),
        (validators.code(r"[A-Z]{2}", "CA"), "GB"),
        (validators.flag, False),
        (validators.whole(1, 3), 3),
        (validators.one_of("a", "b"), "b"),
        (validators.each(validators.flag), []),
        (validators.some(validators.flag), [True]),
        (validators.maybe(validators.flag), None),
        (validators.day, "2026-11-22"),
        (validators.link, "https://kidshelpphone.ca"),
        (validators.link, "https://quebec.ca/en/a?b=c"),
        (validators.email, "jo@samaritans.org"),
        (validators.anything, object()),
    ],
)
def test_a_good_value_has_no_complaint(shape, good):
    assert shape(good) == ""


@pytest.mark.parametrize(
    ("shape", "bad", "complaint"),
    [
        (validators.words, "Anyone", 'must be a text for each language, like {"en": "…"}'),
        (validators.words, {"en": None}, 'must be a text for each language, like {"en": "…"}'),
        (validators.words, {"fr": "Tous"}, 'needs a text under "en"'),
        (validators.words, {"en": "  "}, 'needs a text under "en"'),
        (validators.words, {"en": "Anyone", "French": "Tous"}, "'French' is not a language code"),
        (validators.string(3), "", "must be a text that is not empty"),
        (validators.string(3), 5, "must be a text that is not empty"),
        (validators.string(3), "abcd", "is longer than 3 characters"),
        (validators.code(r"[A-Z]{2}", "CA"), "ca", "'ca' must look like CA"),
        (validators.code(r"[A-Z]{2}", "CA"), "CAN", "'CAN' must look like CA"),
        (validators.flag, "yes", "must be true or false"),
        (validators.flag, None, "must be true or false"),
        (validators.whole(1, 3), 4, "must be a whole number from 1 to 3"),
        (validators.whole(1, 3), 0, "must be a whole number from 1 to 3"),
        (validators.whole(1, 3), True, "must be a whole number from 1 to 3"),
        (validators.one_of("a", "b"), "c", "'c' is not one of a, b"),
        (validators.each(validators.flag), "ab", "must be a list"),
        (validators.each(validators.flag), [True, 1], "must be true or false"),
        (validators.some(validators.flag), [], "must not be empty"),
        (validators.maybe(validators.flag), 0, "must be true or false"),
        (validators.day, "22 November", "must be a day like 2026-11-22"),
        (validators.day, None, "must be a day like 2026-11-22"),
        (validators.link, "http://example.org", "'http://example.org' must be an address that starts with https://"),
        (validators.link, "https://a b.org", "'https://a b.org' must be an address that starts with https://"),
        *(
            (validators.link, f"https://{host}/a", f"'https://{host}/a' {NUMBERED}")
            for host in ("35.201.78.98", "35.201.78.98:80", "me@35.201.78.98", "0x23.0xc9.1", "[2a00:1450::1]")
        ),
        (validators.link, "https://localhost", "'https://localhost' must be an address that starts with https://"),
        (validators.email, "mailto:jo@samaritans.org", "'mailto:jo@samaritans.org' is not a plain e-mail address"),
    ],
)
def test_a_bad_value_is_told_in_words(shape, bad, complaint):
    assert shape(bad) == complaint


FIELDS = {"name": validators.string(5), "known?": validators.flag}


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
    assert list(validators.fit(FIELDS, row)) == complaints
