import pytest

from resources.core.contact_links import href, shown

NUMBERS = [
    ("phone", "+18006686868", "e164", "1-800-668-6868", "tel:18006686868"),
    ("phone", "+16046733143", "e164", "604-673-3143", "tel:6046733143"),
    ("text", "+12047925302", "e164", "204-792-5302", "sms:2047925302"),
    ("phone", "988", "short", "988", "tel:988"),
    ("text", "988", "short", "988", "sms:988"),
    ("phone", "3106789", "short", "310-6789", "tel:3106789"),
    ("phone", "116123", "short", "116 123", "tel:116123"),
    ("phone", "131114", "short", "13 11 14", "tel:131114"),
    ("phone", "1737", "short", "1737", "tel:1737"),
    ("text", "741741", "short", "741741", "sms:741741"),
    ("phone", "#9110", "short", "#9110", "tel:%239110"),
    ("phone", "+448001111", "e164", "0800 1111", "tel:08001111"),
    ("phone", "+448088010302", "e164", "0808 801 0302", "tel:08088010302"),
    ("phone", "+611800551800", "e164", "1800 551 800", "tel:1800551800"),
    ("text", "+61477131114", "e164", "0477 131 114", "sms:0477131114"),
    ("phone", "+35315224300", "e164", "01 522 4300", "tel:015224300"),
    ("phone", "+81570003110", "e164", "0570-003-110", "tel:0570003110"),
    ("whatsapp", "+34900116117", "e164", "+34 900 11 61 17", "https://wa.me/34900116117"),
    ("chat", "https://www.hopeforwellness.ca", None, "hopeforwellness.ca", "https://www.hopeforwellness.ca"),
    ("form", "https://www.cybertip.ca/app/en/", None, "cybertip.ca", "https://www.cybertip.ca/app/en/"),
    ("email", "jo@samaritans.org", None, "jo@samaritans.org", "mailto:jo@samaritans.org"),
]


@pytest.mark.parametrize(("kind", "value", "dial", "reads", "opens"), NUMBERS)
def test_a_number_is_shown_as_people_say_it_and_dialled_in_national_form(kind, value, dial, reads, opens):
    said = shown(kind, value, dial)
    # The library writes the Spanish number in one of two groupings, depending on its version.
    assert (said.replace("900 116 117", "900 11 61 17"), href(kind, value, dial)) == (reads, opens)


def test_a_text_carries_its_word_in_the_form_that_both_phones_read():
    assert href("text", "686868", "short", "CONNECT") == "sms:686868?&body=CONNECT"


def test_a_number_for_callers_from_abroad_keeps_its_country():
    number = ("phone", "+442038798560", "e164")
    assert (shown(*number, from_abroad=True), href(*number, from_abroad=True)) == (
        "+44 20 3879 8560",
        "tel:+442038798560",
    )


@pytest.mark.parametrize("value", ["988", "911", "112", "85258", "686868", "116123", "3106789"])
def test_a_short_code_never_gets_the_number_of_a_country(value):
    assert [href(kind, value, "short") for kind in ("phone", "text")] == [f"tel:{value}", f"sms:{value}"]


def test_every_number_of_the_facts_is_dialled_with_the_digits_that_are_shown(content):
    def digits(text):
        return "".join(sign for sign in text if sign.isdigit())

    ways = [w for row in content["helplines"] for w in row["channels"] if w["kind"] in ("phone", "text")]
    different = [
        w["value"]
        for w in ways
        if digits(shown(w["kind"], w["value"], w["dial"]))
        != digits(href(w["kind"], w["value"], w["dial"]).replace("%23", ""))
    ]
    assert (different, ways == []) == ([], False)
