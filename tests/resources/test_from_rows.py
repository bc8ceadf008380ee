"""From rows to what pages see, with helplines that a test made up."""

from datetime import date

import pytest
from django.core.management import call_command

from resources.core.adult_duty import AdultDuty
from resources.core.helpline import Language
from resources.core.source import Source
from resources.from_place_rows import duty_of, place_of
from resources.from_rows import Names, about_of, channel_of, law_of, line_of
from resources.models import Channel as ChannelRow
from resources.models import Country, Region
from resources.models import Helpline as HelplineRow
from resources.models import Law as LawRow
from tests.resources.conftest import clock, country, duty, helpline, small, way

pytestmark = pytest.mark.django_db

EASTERN, AMSTERDAM, AUCKLAND = "America/Toronto", "Europe/Amsterdam", "Pacific/Auckland"
CLOCKS = [clock(), *(clock(zone=zone) for zone in (EASTERN, AMSTERDAM, AUCKLAND))]
NAMES = Names({EASTERN: "Eastern time", AMSTERDAM: "Amsterdam time", AUCKLAND: "Auckland time"}, {"en": "English"})


@pytest.fixture
def shown(folder):
    """The line that a page sees when this helpline stands in the facts."""

    def load(**fields):
        lands = [country(), country(code="SE", eu=True, regions=[])]
        call_command(
            "load_content",
            folder=folder(small(helplines=[helpline(**fields)], countries=lands, clocks=CLOCKS)),
            verbosity=0,
        )
        return line_of(HelplineRow.objects.prefetch_related("channels").get(), NAMES)

    return load


def form(**fields):
    return way(**{"kind": "form", "value": "https://example.org/form", "dial": None, **fields})


HOURS = [
    ([way(), way(opening_hours="Mo-Su 07:00-24:00", timezone=EASTERN)], True, ""),
    (
        [way(opening_hours="Mo-Su 08:00-24:00", timezone=EASTERN)],
        False,
        "every day 08:00 to midnight, Eastern time",
    ),
    (
        [way(opening_hours="Mo-Su 11:00-21:00", timezone=AMSTERDAM, hours_uncertain=True)],
        False,
        "every day 11:00 to 21:00, Amsterdam time. Check the hours before you call.",
    ),
    # Round the clock by an old source only.
    ([way(hours_uncertain=True)], False, "May be open day and night. Check the hours before you call."),
    ([form(opening_hours=None), way(opening_hours=None)], False, ""),
    # Its form is open on more days than its phone.
    (
        [
            form(opening_hours="Mo-Fr 08:00-20:00; Sa-Su,PH 09:00-17:00", timezone=AUCKLAND),
            way(opening_hours="Mo-Fr 08:00-20:00", timezone=AUCKLAND),
        ],
        False,
        "Monday to Friday 08:00 to 20:00, Auckland time",
    ),
    # A form that can be sent at any hour is nobody to talk to.
    ([form()], False, "Open day and night"),
]


@pytest.mark.parametrize(("channels", "always", "note"), HOURS)
def test_a_line_says_when_somebody_can_be_reached(shown, channels, always, note):
    line = shown(channels=channels)
    assert (line.open_all_hours, line.hours_note) == (always, note)


def test_a_clock_and_a_language_have_the_names_of_the_facts():
    row = HelplineRow(slug="x", country="CA", regions=["*"], languages=["tlh", "xx"], sources=[])
    way = ChannelRow(kind="web", value="https://a.example", label={}, from_abroad=False, hours_uncertain=False)
    way.opening_hours, way.timezone, way.keyword_by_language = "Mo-Fr 09:00-17:00", "Mars/Olympus", {}
    given = Names({"Mars/Olympus": "Martian time"}, {"tlh": "Klingon"})
    assert about_of(row, given).languages == (Language("tlh", "Klingon"), Language("xx", ""))
    found = [channel_of(way, each) for each in (given, Names({}, {}))]
    assert [(one.times.clock, one.hours_note.split(", ")[1]) for one in found] == [
        ("Martian time", "Martian time"),
        ("Olympus time", "Olympus time"),
    ]


def test_channels_come_in_the_order_of_the_facts(shown):
    text = way(kind="text", value="686868", dial="short", label={"en": "Text CONNECT"}, keyword="CONNECT")
    chat = way(kind="chat", value="https://example.org", dial=None, label={"en": "Chat on the website"})
    found = [
        (one.kind, one.shown, one.href, one.label, one.keyword) for one in shown(channels=[way(), text, chat]).channels
    ]
    assert found == [
        ("phone", "1-800-668-6868", "tel:18006686868", "Call", ""),
        ("text", "686868", "sms:686868?&body=CONNECT", "Text CONNECT", "CONNECT"),
        ("chat", "example.org", "https://example.org", "Chat on the website", ""),
    ]


def test_a_line_without_a_checked_number_is_not_confirmed_and_has_nothing_to_tap(shown):
    line = shown(channels=[])
    assert (line.confirmed, line.channels, line.open_all_hours) == (False, (), False)


@pytest.mark.parametrize(
    ("place", "national", "international"),
    [
        ({"country": "CA", "regions": ["*"]}, True, False),
        ({"country": "CA", "regions": ["CA-MB", "CA-NU"]}, False, False),
        ({"country": "INT", "regions": ["EU"]}, False, True),
    ],
)
def test_a_line_knows_where_it_serves(shown, place, national, international):
    line = shown(**place)
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


def test_a_duty_has_its_words_its_sources_and_its_day():
    # A row that no loader has marked is on no named host.
    page = Source("https://example.org/page", "example.org", "2026-01", named=False)
    assert duty_of(Region(**duty(adult_duty="may"))) == AdultDuty(
        "may", "Everyone tells an office.", (page,), date(2026, 11, 22)
    )


def test_a_place_has_the_marks_of_its_row(folder):
    regions = [{"code": "KE-30", "name": {"en": "Nairobi"}, "emergency_note": None, **duty(adult_duty="should")}]
    lands = [country(), country(code="KE", regions=regions, crime_here=True)]
    call_command("load_content", folder=folder(small(countries=lands)), verbosity=0)
    here, there = (place_of(row) for row in Country.objects.prefetch_related("regions").order_by("code"))
    assert [(land.crime_here, land.adult_duty) for land in (here, there)] == [(False, None), (True, None)]
    assert [(code, found.duty) for code, found in there.region_duties] == [("KE-30", "should")]


def test_before_the_facts_are_loaded_a_country_is_read_with_care():
    row = Country.objects.create(code="XX", name={"en": "Xland"}, eu=False, sources=[], read_on=date(2026, 11, 22))
    row.refresh_from_db()
    assert (row.crime_here, duty_of(row)) == (True, None)
