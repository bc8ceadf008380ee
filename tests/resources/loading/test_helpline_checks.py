import pytest

from resources.loading.helpline_checks import GROUPS
from resources.loading.helpline_checks import helpline as judge
from tests.resources.conftest import helpline, way

NOBODY = "the helpline is for nobody: youth_ok and adult_ok are both false"
REGIONS = {"CA": {"CA-MB", "CA-NU"}, "GB": {"GB-SCT"}, "JP": set()}


def complaints(**fields):
    return list(judge(helpline(**fields), REGIONS))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"regions": ["CA-MB", "CA-NU"]},
        {"country": "INT", "regions": ["EU"]},
        {"channels": []},
        {"channels": [way(value="988", dial="short")]},
        {"channels": [way(kind="text", value="686868", dial="short", keyword="CONNECT")]},
        {"channels": [way(kind="form", value="https://www.cybertip.ca/app/en/", dial=None)]},
        {"channels": [way(kind="email", value="jo@samaritans.org", dial=None)]},
        {"channels": [way(opening_hours="Mo-Su 09:00-21:00", timezone="America/Toronto")]},
        {"channels": [way(opening_hours=None)]},
        {"channels": [way(from_abroad=True)]},
        {"country": "JP", "channels": [way(value="#9110", dial="short")]},
        # A text number that Jersey handed out works in the whole of the United Kingdom.
        {"country": "GB", "channels": [way(kind="text", value="+447797805839")]},
        {"sources": [{"url": "https://old.example.org", "page_date": "2011"}]},
    ],
)
def test_a_right_helpline_has_no_complaint(fields):
    assert complaints(**fields) == []


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"sources": []}, "sources", "must not be empty"),
        ({"read_on": None}, "read_on", "must be a day like 2026-11-22"),
        ({"goes_between": None}, "goes_between", "must be true or false"),
        ({"only_for": ["girls"]}, "only_for", f"'girls' is not one of {', '.join(GROUPS)}"),
        ({"slug": "A Line"}, "slug", "'A Line' must look like kids-help-phone"),
        ({"country": "FR"}, "country", "FR is not in countries.json"),
        ({"regions": ["CA-XX"]}, "regions", "CA-XX is not a region of CA"),
        ({"regions": ["EU"]}, "regions", "EU is not a region of CA"),
        ({"regions": []}, "regions", "must not be empty"),
        ({"regions": ["*", "CA-MB"]}, "regions", '"*" means everywhere and stands alone'),
        ({"country": "INT", "regions": ["CA-MB"]}, "regions", "CA-MB is not a region of INT"),
        ({"name": {"fr": "Ligne"}}, "name", 'needs a text under "en"'),
        ({"youth_ok": False, "adult_ok": False}, "adult_ok", NOBODY),
        ({"crosses": "child"}, "crosses", "'child' is not one of under-18, adult, any"),
        ({"for_roles": ["parent"]}, "for_roles", "'parent' is not one of self, child, client, friend, sharer"),
        ({"languages": ["English"]}, "languages", "'English' must look like en"),
        ({"phone": "988"}, "phone", "is not a field we know"),
        ({"channels": ["988"]}, "channels", "must hold objects"),
    ],
)  # fmt: skip
def test_a_slip_in_a_helpline_is_told(fields, field, said):
    assert complaints(**fields) == [(field, said)]


HTTPS = "must be an address that starts with https://"
E164 = "must be a whole number with its country, like +18006686868"
SHORT = "is not a short code: two to seven digits, maybe after * or #"


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"value": "8006686868"}, "value", f"'8006686868' {E164}"),
        ({"value": "+1 800 668 6868"}, "value", "'+1 800 668 6868' must be + and digits only, like +18006686868"),
        ({"value": "+1800668"}, "value", "'+1800668' is not a number that can exist"),
        ({"value": "+448001111"}, "value", "'+448001111' is not a number of CA"),
        ({"value": "+18006686868", "dial": "short"}, "value", f"'+18006686868' {SHORT}"),
        ({"value": "9-8-8", "dial": "short"}, "value", f"'9-8-8' {SHORT}"),
        ({"value": "988", "dial": None}, "dial", "a number needs e164 or short"),
        ({"value": "988", "dial": "national"}, "dial", "'national' is not one of e164, short"),
        ({"keyword": "CONNECT"}, "keyword", "only a text has a word to send"),
        ({"kind": "text", "keyword": "connect now"}, "keyword", "'connect now' must look like HELP"),
        ({"kind": "fax"}, "kind", "'fax' is not one of phone, text, whatsapp, chat, form, web, email"),
        ({"label": "Call"}, "label", 'must be a text for each language, like {"en": "…"}'),
        ({"opening_hours": "always"}, "opening_hours", "'always' is not OpenStreetMap opening_hours text"),
        ({"opening_hours": "Mo-Su 09:00-21:00"}, "timezone", "hours that begin and end need a timezone"),
        ({"timezone": "Canada/Winnipeg"}, "timezone", "'Canada/Winnipeg' is not a timezone that is known"),
        ({"hours_uncertain": None}, "hours_uncertain", "must be true or false"),
        ({"kind": "chat", "dial": None, "value": "http://a.org"}, "value", f"'http://a.org' {HTTPS}"),
        ({"kind": "email", "dial": None, "value": "a.org"}, "value", "'a.org' is not a plain e-mail address"),
        ({"kind": "web", "value": "https://a.org"}, "dial", "a web is not dialled: it must be null"),
    ],
)  # fmt: skip
def test_a_slip_in_a_channel_is_told_with_its_position(fields, field, said):
    assert complaints(channels=[way(), way(**fields)]) == [(f"channels[1].{field}", said)]
