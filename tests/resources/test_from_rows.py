import pytest

from resources.core.helpline import Language
from resources.from_rows import Names, about_of, channel_of, law_of, line_of
from resources.models import Channel as ChannelRow
from resources.models import Helpline as HelplineRow
from resources.models import Law as LawRow
from resources.repository import names, version_key

pytestmark = pytest.mark.django_db


def shown(slug):
    return line_of(HelplineRow.objects.prefetch_related("channels").get(slug=slug), names(version_key()))


@pytest.mark.parametrize(
    ("slug", "always", "note"),
    [
        ("kids-help-phone", True, ""),
        ("tel-jeunes", False, "every day 08:00 to midnight, Eastern time"),
        ("nl-kindertelefoon", False, "every day 11:00 to 21:00, Amsterdam time. Check the hours before you call."),
        # Round the clock by an old source only.
        ("klinic-crisis-line", False, "May be open day and night. Check the hours before you call."),
        ("cybertip-ca", False, ""),
        # Its form is open on more days than its phone.
        ("nz-netsafe", False, "Monday to Friday 08:00 to 20:00, Auckland time"),
        # A form that can be sent at any hour is nobody to talk to.
        ("quebec-intimate-image-urgent-order", False, "Open day and night"),
    ],
)
def test_a_line_says_when_somebody_can_be_reached(slug, always, note):
    line = shown(slug)
    assert (line.open_all_hours, line.hours_note) == (always, note)


def test_a_clock_and_a_language_have_the_names_of_the_facts():
    row = HelplineRow(slug="x", country="CA", regions=["*"], languages=["tlh", "xx"], sources=[])
    way = ChannelRow(kind="web", value="https://a.example", label={}, from_abroad=False, hours_uncertain=False)
    way.opening_hours, way.timezone = "Mo-Fr 09:00-17:00", "Mars/Olympus"
    given = Names({"Mars/Olympus": "Martian time"}, {"tlh": "Klingon"})
    assert about_of(row, given).languages == (Language("tlh", "Klingon"), Language("xx", ""))
    found = [channel_of(way, each) for each in (given, Names({}, {}))]
    assert [(one.times.clock, one.hours_note.split(", ")[1]) for one in found] == [
        ("Martian time", "Martian time"),
        ("Olympus time", "Olympus time"),
    ]


def test_channels_come_in_the_order_of_the_facts():
    ways = [(way.kind, way.shown, way.href, way.label, way.keyword) for way in shown("kids-help-phone").channels]
    assert ways == [
        ("phone", "1-800-668-6868", "tel:18006686868", "Call a counsellor", ""),
        ("text", "686868", "sms:686868?&body=CONNECT", "Text CONNECT", "CONNECT"),
        ("chat", "kidshelpphone.ca", "https://kidshelpphone.ca", "Chat on the website", ""),
    ]


def test_a_line_without_a_checked_number_is_not_confirmed_and_has_nothing_to_tap():
    line = shown("salal-svsc")
    assert (line.confirmed, line.channels, line.open_all_hours) == (False, (), False)


@pytest.mark.parametrize(
    ("slug", "national", "international"),
    [("kids-help-phone", True, False), ("victimlinkbc", False, False), ("int-112-eu", False, True)],
)
def test_a_line_knows_where_it_serves(slug, national, international):
    line = shown(slug)
    assert (line.fit.national, line.international) == (national, international)


def test_laws_of_a_region_stand_before_those_of_its_country():
    slugs = ["ca-346-extortion", "ca-bc-iips", "ca-bc-iipa", "ca-duty-to-report-child-abuse"]
    cards = sorted((law_of(row) for row in LawRow.objects.filter(slug__in=slugs)), key=lambda card: card.rank())
    assert [card.slug for card in cards] == [
        "ca-bc-iipa",
        "ca-bc-iips",
        "ca-346-extortion",
        "ca-duty-to-report-child-abuse",
    ]
