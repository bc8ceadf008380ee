import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from opening_hours import OpeningHours as Parsed

from resources.core.helpline import Details, OpeningHours
from resources.core.hours import osm_text, public_holidays
from resources.core.hours.status import Opening, OpeningState, channel_opening, next_change, opening
from tests.resources.conftest import channel, line

PACIFIC, EASTERN, ATLANTIC = "America/Los_Angeles", "America/Toronto", "America/Halifax"
NEWFOUNDLAND, LONDON, DUBLIN = "America/St_Johns", "Europe/London", "Europe/Dublin"
CLOCKS = {PACIFIC: "Pacific time", EASTERN: "Eastern time", ATLANTIC: "Atlantic time"}
CLOCKS |= {
    NEWFOUNDLAND: "Newfoundland time",
    LONDON: "London time",
    DUBLIN: "Dublin time",
    "Europe/Lisbon": "Lisbon time",
}
OFFICE = "Mo-Fr 08:30-16:30"
SHORTER = "Mo-Fr 08:00-20:00; Sa-Su,PH 09:00-17:00"
NO_HOLIDAY = "Mo-Fr 10:00-16:00; PH off"
AT_NIGHT = "Mo-Fr 00:00-08:30,17:00-24:00; Sa,Su 00:00-24:00"
FRIDAY_NIGHT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)  # Friday 19:00 in Vancouver, 23:30 in St. John's
IT_IS = "Hours may differ today: it is a holiday. Check first."
SHUT = "Closed now. Check the hours before you call."
THAT_DAY = "That day is a holiday: check first."
IT_WAS = "Hours may differ: yesterday was a holiday. Check first."


def told(hours, zone, when, places=(), fold=0):
    """State and words at a time on the line's own clock."""
    now = datetime.fromisoformat(when).replace(tzinfo=ZoneInfo(zone), fold=fold)
    found = channel_opening(OpeningHours(hours, zone, clock=CLOCKS.get(zone, "")), now.astimezone(UTC), places)
    return found.state.value, found.words


def way(kind="phone", hours="24/7", zone="", uncertain=False):
    """A channel with hours."""
    return replace(channel(kind), times=OpeningHours(hours, zone, uncertain, CLOCKS.get(zone, "")))


def of(*ways, country="CA", regions=("*",)):
    """A line with these channels that works in a place."""
    return replace(line(channels=ways), about=Details(country=country, regions=regions))


@pytest.mark.parametrize(
    ("hours", "zone", "when", "expected"),
    [
        (OFFICE, PACIFIC, "2026-11-20T10:00", ("open", "Open now, until 16:30, Pacific time")),
        (OFFICE, PACIFIC, "2026-11-20T08:29", ("later", "Opens today at 08:30, Pacific time")),
        (OFFICE, PACIFIC, "2026-11-20T08:30", ("open", "Open now, until 16:30, Pacific time")),
        (OFFICE, PACIFIC, "2026-11-20T16:29", ("open", "Open now, until 16:30, Pacific time")),
        (OFFICE, PACIFIC, "2026-11-20T16:30", ("later", "Opens on Monday at 08:30, Pacific time")),
        (OFFICE, PACIFIC, "2026-11-22T12:00", ("later", "Opens tomorrow at 08:30, Pacific time")),
        (
            "Mo-Fr 09:00-16:00",
            NEWFOUNDLAND,
            "2026-11-20T16:00",
            ("later", "Opens on Monday at 09:00, Newfoundland time"),
        ),
        ("Mo-Fr 09:00-16:00", NEWFOUNDLAND, "2026-11-20T15:59", ("open", "Open now, until 16:00, Newfoundland time")),
        ("Mo-Su 17:00-24:00", LONDON, "2026-11-20T23:59", ("open", "Open now, until midnight, London time")),
        ("Mo-Su 17:00-24:00", LONDON, "2026-11-21T00:00", ("later", "Opens today at 17:00, London time")),
        ("Mo-Su 10:00-04:00", DUBLIN, "2026-11-20T23:00", ("open", "Open now, until tomorrow 04:00, Dublin time")),
        ("Mo-Su 10:00-04:00", DUBLIN, "2026-11-21T03:00", ("open", "Open now, until 04:00, Dublin time")),
        ("Mo-Su 10:00-04:00", DUBLIN, "2026-11-21T04:00", ("later", "Opens today at 10:00, Dublin time")),
        (AT_NIGHT, ATLANTIC, "2026-11-20T18:00", ("open", "Open now, until Monday 08:30, Atlantic time")),
        (AT_NIGHT, ATLANTIC, "2026-11-23T12:00", ("later", "Opens today at 17:00, Atlantic time")),
        ("Sa,Su 00:00-08:00", LONDON, "2026-11-20T12:00", ("later", "Opens at midnight, London time")),
        ("We 10:00-12:00", LONDON, "2026-11-18T12:00", ("later", "Opens on November 25, at 10:00, London time")),
        ("Mo-Su 00:00-24:00", LONDON, "2026-11-20T12:00", ("open", "Open now")),
        ("Mo-Su off", LONDON, "2026-11-20T12:00", ("unknown", SHUT)),
        ("2020 Jan 1 10:00-12:00", LONDON, "2026-11-20T12:00", ("unknown", SHUT)),
        ("Mo-Su 09:00-17:00; Fr off", LONDON, "2026-11-20T12:00", ("later", "Opens tomorrow at 09:00, London time")),
        ("Mo-Su 09:00-17:00 unknown", LONDON, "2026-11-20T12:00", ("unknown", "Hours unknown: check first")),
        ("Mo-Fr 09:00-17:00; SH off", LONDON, "2026-11-20T12:00", ("unknown", "Hours unknown: check first")),
        ("Mo-Fr 09:00-12:00; Sa 09:00-12:00 unknown", LONDON, "2026-11-20T13:00", ("unknown", SHUT)),
    ],
)
def test_a_plain_day_is_told_by_the_clock_of_the_line(hours, zone, when, expected):
    assert told(hours, zone, when) == expected


@pytest.mark.parametrize(
    ("hours", "zone", "where", "when", "expected"),
    [
        # A text that says nothing of holidays.
        (OFFICE, PACIFIC, "CA-BC", "2026-02-16T12:00", ("may-differ", IT_IS)),
        (OFFICE, PACIFIC, "CA-BC", "2026-02-16T03:00", ("may-differ", IT_IS)),
        (OFFICE, PACIFIC, "CA-BC", "2026-02-17T12:00", ("open", "Open now, until 16:30, Pacific time")),
        (OFFICE, EASTERN, "CA-QC", "2026-02-16T12:00", ("open", "Open now, until 16:30, Eastern time")),
        (OFFICE, EASTERN, "CA-QC", "2026-06-24T12:00", ("may-differ", IT_IS)),
        (OFFICE, EASTERN, "CA-ON", "2026-06-24T12:00", ("open", "Open now, until 16:30, Eastern time")),
        (OFFICE, "America/Iqaluit", "CA-NU", "2026-07-09T12:00", ("may-differ", IT_IS)),
        (OFFICE, EASTERN, "CA", "2026-07-01T12:00", ("may-differ", IT_IS)),
        (OFFICE, EASTERN, "CA", "2026-07-09T12:00", ("open", "Open now, until 16:30, Eastern time")),
        (OFFICE, EASTERN, "CA CA-NU", "2026-07-09T12:00", ("may-differ", IT_IS)),
        ("Mo-Su 17:00-24:00", LONDON, "GB-SCT", "2026-01-02T18:00", ("may-differ", IT_IS)),
        ("Mo-Su 17:00-24:00", LONDON, "GB-ENG", "2026-01-02T18:00", ("open", "Open now, until midnight, London time")),
        (OFFICE, LONDON, "GB", "2026-12-28T12:00", ("may-differ", IT_IS)),
        (OFFICE, PACIFIC, "", "2026-12-25T12:00", ("open", "Open now, until 16:30, Pacific time")),
        # The day of the next opening is one.
        (
            OFFICE,
            PACIFIC,
            "CA-BC",
            "2026-02-13T18:00",
            ("later", f"Opens on Monday at 08:30, Pacific time. {THAT_DAY}"),
        ),
        (OFFICE, PACIFIC, "CA-BC", "2026-12-24T18:00", ("later", f"Opens tomorrow at 08:30, Pacific time. {THAT_DAY}")),
        # The end lies behind one.
        (AT_NIGHT, ATLANTIC, "CA-PE", "2026-12-24T18:00", ("open", "Open now")),
        (AT_NIGHT, ATLANTIC, "CA-PE", "2026-12-25T01:00", ("may-differ", IT_IS)),
        ("Mo-Su 08:00-24:00", EASTERN, "CA-QC", "2026-12-24T18:00", ("open", "Open now, until midnight, Eastern time")),
        # The night after one.
        ("Mo-Su 10:00-04:00", DUBLIN, "IE", "2026-03-18T01:00", ("may-differ", IT_WAS)),
        ("Mo-Su 10:00-04:00", DUBLIN, "IE", "2026-03-18T05:00", ("later", "Opens today at 10:00, Dublin time")),
        (
            "Mo-Su 10:00-04:00",
            DUBLIN,
            "IE",
            "2026-03-18T11:00",
            ("open", "Open now, until tomorrow 04:00, Dublin time"),
        ),
        (AT_NIGHT, ATLANTIC, "CA-PE", "2026-02-17T01:00", ("open", "Open now, until 08:30, Atlantic time")),
    ],
)
def test_a_holiday_makes_hours_doubtful_where_the_text_says_nothing_of_it(hours, zone, where, when, expected):
    assert told(hours, zone, when, tuple(where.split())) == expected


@pytest.mark.parametrize(
    ("hours", "where", "when", "expected"),
    [
        (NO_HOLIDAY, "GB", "2026-12-24T15:00", ("open", "Open now, until 16:00, London time")),
        (NO_HOLIDAY, "GB", "2026-12-24T17:00", ("later", "Opens on Tuesday at 10:00, London time")),
        (NO_HOLIDAY, "GB", "2026-12-28T11:00", ("later", "Opens tomorrow at 10:00, London time")),
        (NO_HOLIDAY, "GB-SCT", "2026-11-30T11:00", ("later", "Opens tomorrow at 10:00, London time")),
        (NO_HOLIDAY, "GB-ENG", "2026-11-30T11:00", ("open", "Open now, until 16:00, London time")),
        # Not every nation keeps these: the text does not tell who is meant.
        (NO_HOLIDAY, "GB", "2026-04-06T11:00", ("may-differ", IT_IS)),
        (NO_HOLIDAY, "GB GB-SCT", "2026-11-30T11:00", ("may-differ", IT_IS)),
        # Holidays with hours of their own.
        (SHORTER, "GB", "2026-12-25T18:00", ("later", "Opens tomorrow at 09:00, London time")),
        (SHORTER, "GB", "2026-12-25T12:00", ("open", "Open now, until 17:00, London time")),
        (SHORTER, "GB", "2026-12-23T18:00", ("open", "Open now, until 20:00, London time")),
        ("24/7; PH off", "GB", "2026-12-23T18:00", ("open", "Open now, until Friday 00:00, London time")),
        ("24/7; PH off", "GB", "2026-12-25T18:00", ("later", "Opens on Sunday at 00:00, London time")),
    ],
)
def test_a_text_that_speaks_of_holidays_is_obeyed(hours, where, when, expected):
    assert told(hours, LONDON, when, tuple(where.split())) == expected


@pytest.mark.parametrize(
    ("hours", "when", "fold", "expected"),
    [
        ("Mo-Su 02:30-05:00", "2026-03-08T01:59", 0, ("later", "Opens today at 03:00, Eastern time")),
        ("Mo-Su 02:30-05:00", "2026-03-08T03:00", 0, ("open", "Open now, until 05:00, Eastern time")),
        ("Mo-Su 09:00-17:00", "2026-03-07T18:00", 0, ("later", "Opens tomorrow at 09:00, Eastern time")),
        ("Mo-Su 09:00-17:00", "2026-03-08T09:00", 0, ("open", "Open now, until 17:00, Eastern time")),
        ("Mo-Su 01:00-01:30", "2026-11-01T01:15", 0, ("open", "Open now, until 01:30, Eastern time")),
        ("Mo-Su 01:00-01:30", "2026-11-01T01:40", 0, ("later", "Opens tomorrow at 01:00, Eastern time")),
        ("Mo-Su 01:00-01:30", "2026-11-01T01:15", 1, ("open", "Open now, until 01:30, Eastern time")),
        ("Mo-Su 10:00-01:30", "2026-11-01T01:40", 1, ("later", "Opens today at 10:00, Eastern time")),
        ("Mo-Su 09:00-17:00", "2026-11-01T16:59", 0, ("open", "Open now, until 17:00, Eastern time")),
    ],
)
def test_the_days_on_which_clocks_are_set_keep_the_hours_of_the_clock(hours, when, fold, expected):
    assert told(hours, EASTERN, when, fold=fold) == expected


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (OpeningHours("24/7"), ("always", "Open day and night")),
        (OpeningHours("24/7", EASTERN), ("always", "Open day and night")),
        (OpeningHours("24/7", uncertain=True), ("unknown", "Hours unknown: check first")),
        (OpeningHours(OFFICE, EASTERN, uncertain=True), ("unknown", "Hours unknown: check first")),
        (OpeningHours(), ("unknown", "Hours unknown: check first")),
        (OpeningHours(uncertain=True), ("unknown", "Hours unknown: check first")),
        (OpeningHours(OFFICE), ("unknown", "Hours unknown: check first")),
    ],
)
def test_hours_that_are_not_known_for_sure_never_read_as_open(times, expected):
    on_christmas = channel_opening(times, datetime(2026, 12, 25, 18, tzinfo=UTC), ("CA",))
    assert (on_christmas.state, on_christmas.words, on_christmas.changes_at) == (*expected, None)


@pytest.mark.parametrize(
    ("hours", "zone", "where", "now", "changes", "opens"),
    [
        (OFFICE, PACIFIC, (), "2026-11-20T18:00:42", "2026-11-21T00:30", None),
        (OFFICE, PACIFIC, (), "2026-11-20T12:00", "2026-11-20T16:30", "2026-11-20T16:30"),
        (OFFICE, PACIFIC, (), "2026-11-21T03:00", "2026-11-21T08:00", "2026-11-23T16:30"),
        ("Mo-Fr 09:00-16:00", NEWFOUNDLAND, (), "2026-11-21T03:00", "2026-11-21T03:30", "2026-11-23T12:30"),
        (OFFICE, PACIFIC, ("CA-BC",), "2026-02-16T20:00", "2026-02-17T00:30", None),
        (OFFICE, PACIFIC, ("CA-BC",), "2026-02-17T01:00", "2026-02-17T08:00", None),
        ("Mo-Su 01:00-01:30", EASTERN, (), "2026-11-01T05:15", "2026-11-01T05:30", None),
        ("Mo-Su 01:00-01:30", EASTERN, (), "2026-11-01T05:40", "2026-11-01T06:00", "2026-11-02T06:00"),
        ("Mo-Su 01:00-01:30", EASTERN, (), "2026-11-01T06:15", "2026-11-01T06:30", None),
    ],
)
def test_the_next_change_is_told_in_utc(hours, zone, where, now, changes, opens):
    found = channel_opening(OpeningHours(hours, zone), datetime.fromisoformat(now).replace(tzinfo=UTC), where)
    moments = [f"{moment:%Y-%m-%dT%H:%M %Z}" if moment else None for moment in (found.changes_at, found.opens_at)]
    assert moments == [f"{moment} UTC" if moment else None for moment in (changes, opens)]


def test_clocks_that_show_the_same_time_keep_their_names():
    said = [told(OFFICE, zone, "2026-11-20T10:00")[1] for zone in (LONDON, DUBLIN, "Europe/Lisbon")]
    assert said == [f"Open now, until 16:30, {city} time" for city in ("London", "Dublin", "Lisbon")]


def test_the_words_are_of_the_active_language(monkeypatch):
    monkeypatch.setattr("resources.core.hours.status_words._", lambda text: f"[{translation.get_language()}] {text}")
    now, said = datetime(2026, 11, 20, 18, tzinfo=UTC), []
    for language in ("de", "nl", "de"):
        with translation.override(language):
            said += [
                channel_opening(times, now, ("XX",)).words[:4]
                for times in (OpeningHours(), OpeningHours(OFFICE, "Asia/Tokyo"))
            ]
    assert said == ["[de]", "[de]", "[nl]", "[nl]", "[de]", "[de]"]


@pytest.mark.parametrize(
    ("ways", "state", "by"),
    [
        ([way("phone", OFFICE, PACIFIC), way("text")], "always", "text"),
        ([way("phone", OFFICE, PACIFIC), way("chat", "Mo-Su 16:00-21:30", PACIFIC)], "open", "chat"),
        ([way("phone", OFFICE, PACIFIC), way("text", "Sa 10:00-12:00", PACIFIC)], "later", "text"),
        ([way("phone", OFFICE, PACIFIC, uncertain=True), way("chat", OFFICE, PACIFIC)], "later", "chat"),
        ([way("phone", ""), way("chat", OFFICE, PACIFIC)], "later", "chat"),
        ([way("phone", ""), way("chat", "")], "unknown", "phone"),
        ([way("phone", OFFICE, PACIFIC, uncertain=True), way("form", "24/7")], "unknown", "phone"),
        ([way("whatsapp", "Mo-Su 08:00-23:00", PACIFIC), way("email", "24/7")], "open", "whatsapp"),
    ],
)
def test_a_line_is_as_open_as_the_best_channel_people_talk_on(ways, state, by):
    found = opening(of(*ways), FRIDAY_NIGHT)
    assert (found.state, found.by, found.now) == (state, by, state in ("always", "open"))


@pytest.mark.parametrize("ways", [(), (way("form"), way("web"), way("email", OFFICE, PACIFIC))])
def test_a_line_nobody_talks_on_is_neither_open_nor_closed(ways):
    assert opening(of(*ways), FRIDAY_NIGHT) == Opening(OpeningState.UNKNOWN, "")


def test_doubt_comes_after_a_known_opening_and_before_not_knowing():
    family_day = datetime(2026, 2, 16, 20, tzinfo=UTC)
    ways = [way("text", OFFICE, PACIFIC, uncertain=True), way("phone", OFFICE, PACIFIC)]
    later = way("chat", f"{OFFICE}; PH off", PACIFIC)
    found = [opening(of(*some, regions=("CA-BC",)), family_day) for some in (ways, [*ways, later])]
    assert [(each.words, each.by, each.now) for each in found] == [
        (IT_IS, "phone", False),
        ("Opens tomorrow at 08:30, Pacific time", "chat", False),
    ]


@pytest.mark.parametrize(
    ("country", "regions", "visitor", "state"),
    [
        ("CA", ("*",), "", "open"),
        ("CA", ("*",), "CA-QC", "may-differ"),
        ("CA", ("*",), "CA-ON", "open"),
        ("CA", ("CA-QC",), "", "may-differ"),
        ("CA", ("CA-NU", "CA-QC"), "CA-NU", "may-differ"),
        ("CA", ("CA-ON",), "CA-QC", "open"),
        ("INT", ("*",), "CA-QC", "open"),
    ],
)
def test_the_holidays_of_the_line_and_of_its_visitor_count(country, regions, visitor, state):
    saint_jean = datetime(2026, 6, 24, 16, tzinfo=UTC)
    found = opening(of(way("phone", OFFICE, EASTERN), country=country, regions=regions), saint_jean, visitor)
    assert found.state == state


def test_the_next_change_of_a_page_is_that_of_any_channel_on_it():
    pacific, late = way("phone", OFFICE, PACIFIC), way("chat", "Mo-Su 10:00-19:10", PACIFIC)
    easterly = of(way("phone", OFFICE, NEWFOUNDLAND))
    pages = [[], [of(way())], [of(pacific)], [of(pacific), easterly], [of(way(), pacific, late), easterly]]
    pages += [[of(way("phone", OFFICE, PACIFIC, uncertain=True), way("form", "Mo-Su 10:00-19:05", PACIFIC))]]
    changes = [next_change(page, FRIDAY_NIGHT) for page in pages]
    assert [f"{moment:%H:%M}" if moment else None for moment in changes] == [
        None,
        None,
        "08:00",
        "03:30",
        "03:10",
        None,
    ]


def test_what_a_line_says_may_change_with_any_of_its_channels():
    # The chat is open until 22:00; in Newfoundland the day ends after half an hour.
    both = of(way("chat", "Mo-Su 10:00-22:00", PACIFIC), way("phone", OFFICE, NEWFOUNDLAND))
    always = of(*both.channels, way("text"))
    said = [opening(each, FRIDAY_NIGHT) for each in (both, always)]
    assert [(each.by, each.changes_at) for each in said] == [
        ("chat", FRIDAY_NIGHT + timedelta(minutes=30)),
        ("text", None),
    ]


# What the reader of the texts says itself, minute by minute -------------------------------------------------------


def with_hours(content):
    """Each text of the facts with its clock and its places; the uncertain ones are asked as if they were sure."""
    for row in content["helplines"]:
        about = Details(country=row["country"], regions=tuple(row["regions"]))
        for each in row["channels"]:
            if each["opening_hours"] not in (None, "24/7"):
                yield each["opening_hours"], each["timezone"], public_holidays.places(about)


def moments(chance, number):
    """Moments of two years, half of them near a day on which clocks are set or a feast."""
    feasts = [(3, 8), (3, 29), (10, 25), (11, 1), (12, 25), (1, 1), (12, 31)]
    for nth in range(number):
        day = datetime(2026, *chance.choice(feasts), tzinfo=UTC) if nth % 2 else datetime(2026, 1, 1, tzinfo=UTC)
        yield day + timedelta(minutes=chance.randrange(36 * 60) if nth % 2 else chance.randrange(2 * 365 * 1440))


def plainly(hours, zone, where, moment):
    """What the text means for one minute, with no memory: open, closed, or None on a holiday it does not settle."""
    here = moment.astimezone(ZoneInfo(zone))
    near = public_holidays.near(where, here.date())
    if here.date() in near.certain and "PH" in hours:
        hours = hours.split("PH ")[-1] if "PH off" not in hours else "off"
    elif here.date() in near.perhaps:
        return None
    usual = hours.replace("; PH off", "").replace(",PH", "")
    return "open" if Parsed(usual).is_open(here.replace(tzinfo=None)) else "closed"


def test_open_is_said_when_the_text_says_open_and_at_no_other_time(content):
    chance, wrong, asked = random.Random(4), [], 0
    for hours, zone, where in sorted(set(with_hours(content))):
        late = osm_text.past_midnight(hours)
        for moment in moments(chance, 200):
            found = channel_opening(OpeningHours(hours, zone), moment, where)
            truth = plainly(hours, zone, where, moment)
            fits = {"open": found.state is OpeningState.OPEN, "closed": found.state is OpeningState.LATER}
            doubt = found.state is OpeningState.MAY_DIFFER and (truth is None or (late and found.words == IT_WAS))
            wrong += [] if doubt or fits.get(truth) else [(hours, zone, moment, found.words, truth)]
            asked += 1
    assert (wrong, asked > 6000) == ([], True)


def test_an_answer_holds_until_it_changes(content):
    chance, wrong = random.Random(5), []
    for hours, zone, where in sorted(set(with_hours(content))):
        for moment in moments(chance, 40):
            found = channel_opening(OpeningHours(hours, zone), moment, where)
            last = found.changes_at - timedelta(minutes=1)
            between = moment + (last - moment) * chance.random() if last > moment else moment
            truths = {plainly(hours, zone, where, each) for each in (moment, between, last)}
            if found.state is OpeningState.LATER and found.opens_at < found.changes_at:
                wrong.append((hours, moment, "opens before it changes"))
            if len(truths) > 1 or channel_opening(OpeningHours(hours, zone), between, where) != found:
                wrong.append((hours, moment, between, found.words, truths))
    assert wrong == []


def test_a_line_that_opens_later_is_open_then_and_closed_the_minute_before(content):
    wrong, asked = [], 0
    for hours, zone, where in sorted(set(with_hours(content))):
        for moment in moments(random.Random(6), 40):
            found = channel_opening(OpeningHours(hours, zone), moment, where)
            if found.state is not OpeningState.LATER:
                continue
            then = [found.opens_at, found.opens_at - timedelta(minutes=1)]
            states = [plainly(hours, zone, where, each) for each in then]
            holiday_told = "holiday" in found.words
            wrong += [] if states == ["open", "closed"] or None in states else [(hours, moment, found.words, states)]
            wrong += [(hours, moment, found.words)] if (states[0] is None) is not holiday_told else []
            asked += 1
    assert (wrong, asked > 500) == ([], True)
