"""The directory for others: the shape that HSDS asks for, every line once, and nothing that is for editors."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest
from django.core.management import call_command
from django.utils.translation import override

from resources import hsds, selectors
from resources.core.helpline import Details, Language, OpeningHours
from resources.core.origin import Check, Origin
from resources.core.source import Source
from resources.place import Place
from tests.resources.conftest import channel, helpline, line, small
from tests.resources.fact_counts import HELPLINES_IN_USE, linked

ENGLISH = Language("en", "English")
LANDS = {"CA": Place("CA", "Canada", False, "", (("CA-MB", "Manitoba"), ("CA-NU", "Nunavut")))}

# What HSDS 3.1 requires of each object, what we add to it, and what else it may hold.
ID = {"id"}
SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "service": (
        {"id", "name", "status", "description", "eligibility_description", "organization"}
        | {"languages", "service_areas", "attributes"},
        {"minimum_age", "maximum_age", "fees_description", "alert", "url", "email", "phones", "schedules"}
        | {"assured_date", "additional_urls"},
    ),
    "organization": (ID | {"name", "description"}, set()),
    "phones": (ID | {"number", "type", "description"}, set()),
    "schedules": (ID | {"description", "attending_type"}, set()),
    "languages": (ID | {"name"}, {"code"}),
    "service_areas": (ID | {"name"}, {"extent", "extent_type"}),
    "additional_urls": (ID | {"label", "url"}, set()),
    "attributes": (ID | {"label", "value"}, set()),
}


def one(given: Any) -> dict[str, Any]:
    """The service object of one line."""
    (found,) = hsds.services((given,), LANDS)
    return found


def about(**fields: Any) -> Details:
    own = {
        "organisation": "An organisation",
        "country": "CA",
        "languages": (ENGLISH,),
        "origin": Origin(read_on=date(2026, 11, 22)),
    }
    return Details(**{**own, **fields})


def with_times(label: str, hours: str, zone: str = "", uncertain: bool = False, kind: str = "phone") -> Any:
    return replace(channel(kind, value=label), label=label, times=OpeningHours(hours, zone, uncertain))


def without_ids(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in each.items() if name != "id"} for each in found]


@pytest.fixture
def file(db: None) -> list[dict[str, Any]]:
    """The whole directory of the loaded facts, read again from its bytes."""
    return json.loads(hsds.directory().plain)


def objects(services: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of the file with its kind."""
    for each in services:
        yield "service", each
        for name, value in each.items():
            parts = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
            yield from ((name, part) for part in parts)


# --- the whole file ---------------------------------------------------------------------------------------------------


def test_every_object_has_what_the_specification_asks_for_and_nothing_unknown(file):
    seen = list(objects(file))
    bad = [(kind, each) for kind, each in seen if not SHAPES[kind][0] <= set(each) <= SHAPES[kind][0] | SHAPES[kind][1]]
    assert (bad, {kind for kind, _each in seen}) == ([], set(SHAPES))


def test_every_value_has_its_type_and_says_something(file):
    ages = {"minimum_age", "maximum_age"}
    values = [(name, value) for _kind, each in objects(file) for name, value in each.items()]
    plain = [(name, value) for name, value in values if not isinstance(value, list | dict)]
    assert [pair for pair in plain if type(pair[1]) is not (int if pair[0] in ages else str)] == []
    assert [name for name, value in values if value in ("", [], {}, None)] == []
    assert {each["status"] for each in file} == {"active"}
    assert {way["type"] for each in file for way in each.get("phones", [])} == {"voice", "text"}


def test_links_can_be_followed(file):
    links = [(each.get("label", ""), each["url"]) for _kind, each in objects(file) if "url" in each]
    own = [url for label, url in links if not label.startswith("Source")]
    assert ([url for url in own if not url.startswith("https://")], len(own) > 200) == ([], True)
    assert [url for _label, url in links if not re.fullmatch(r"https?://[!-~]+", url)] == []


def test_every_line_says_when_it_was_read_and_none_is_assured_that_nobody_called(file, content):
    read = {hsds.uid("service", row["slug"]): row["read_on"] for row in content["helplines"]}
    found = {each["id"]: part["value"] for each in file for part in each["attributes"] if part["label"] == "read on"}
    assured = {each["id"]: each["assured_date"] for each in file if "assured_date" in each}
    checked = [row for row in content["helplines"] if "checked" in row]
    called = {hsds.uid("service", row["slug"]): row["checked"]["on"] for row in checked}
    assert (found, assured) == (read, called)


def test_every_id_is_a_uuid_of_its_own_and_only_an_organisation_comes_twice(file):
    ids = [each["id"] for kind, each in objects(file) if kind != "organization"]
    assert len(ids) == len(set(ids))
    assert {UUID(own).version for own in ids} == {5}
    organisations = {(each["organization"]["id"], json.dumps(each["organization"])) for each in file}
    assert len(organisations) == len({own for own, _content in organisations}) < len(file)


def test_ids_never_change():
    assert hsds.uid("service", "kids-help-phone") == "027bb77e-f494-5204-bb6a-3d2ae67f4d69"


def test_every_line_that_was_not_withdrawn_is_there_once_by_slug(file, content):
    slugs = sorted(row["slug"] for row in content["helplines"] if not row["withdrawn"])
    assert ([each["id"] for each in file], len(slugs)) == (
        [hsds.uid("service", slug) for slug in slugs],
        HELPLINES_IN_USE,
    )


def test_what_is_for_editors_is_not_in_it(file, content):
    text = json.dumps(file, ensure_ascii=False)
    remarks = [remark for row in content["helplines"] for remark in [row["editor_note"], *row["conflicts"]] if remark]
    assert ([remark for remark in remarks if remark in text], len(remarks) > 100) == ([], True)
    assert {"editor_note", "conflicts", "withdrawn"} & {name for _kind, each in objects(file) for name in each} == set()


def test_every_line_says_where_it_was_read(file, content):
    sources = {hsds.uid("service", row["slug"]): [seen["url"] for seen in linked(row)] for row in content["helplines"]}
    found = {
        each["id"]: [part["url"] for part in each.get("additional_urls", ()) if part["label"].startswith("Source")]
        for each in file
    }
    assert found == sources


def test_hours_are_those_of_the_fixtures(file, content):
    known = {way["opening_hours"] for row in content["helplines"] for way in row["channels"]} - {None}
    said = {each["description"] for kind, each in objects(file) if kind == "schedules"}
    assert [hours for hours in known if not any(f"{text} ".startswith(f"{hours} ") for text in said)] == []


def test_the_numbers_are_those_that_people_pages_show(client, file):
    """Every number of every people page is in the file and the other way round; read from the links that dial."""
    lands = selectors.places()
    pages = [land.href("people-country") for land in lands]
    pages += [land.href("people-region", code) for land in lands for code, _name in land.regions]
    hrefs = [
        found
        for page in pages
        for found in re.findall(r'href="((?:tel|sms):[^"?]+)', client.get(page).content.decode())
    ]
    schemes = {"voice": "tel", "text": "sms"}
    phones = [way for each in file for way in each.get("phones", [])]
    exported = {f"{schemes[way['type']]}:{re.sub(r'[^0-9+*#]', '', way['number'])}" for way in phones}
    assert ({unquote(unescape(href)) for href in hrefs}, len(exported) > 200) == (exported, True)


def test_it_is_english_ascii_and_the_same_whatever_the_language_of_the_page(file):
    english = hsds.directory()
    with override("fr"):
        assert hsds.directory() is english
    assert (english.plain.isascii(), b"Kids Help Phone" in english.plain, b"Jeunesse" in english.plain) == (
        True,
        True,
        False,
    )


def test_each_service_stands_on_a_line_of_its_own(file):
    lines = hsds.directory().plain.decode().splitlines()
    assert [lines[0], lines[-1], *[json.loads(row.rstrip(",")) for row in lines[1:-1]]] == ["[", "]", *file]


@pytest.mark.django_db
def test_a_withdrawn_line_is_not_in_it_and_other_facts_give_another_digest(folder):
    before = hsds.directory().digest
    rows = [helpline(slug="gone", withdrawn=True, name={"en": "Gone"}), helpline(editor_note="For editors.")]
    call_command("load_content", folder=folder(small(helplines=rows)), verbosity=0)
    after = hsds.directory()
    assert [each["name"] for each in json.loads(after.plain)] == ["A line"]
    assert (after.digest != before, b"Gone" in after.plain, b"editors" in after.plain) == (True, False, False)


def test_nothing_to_write_is_an_empty_array():
    assert json.loads(hsds.written([], LANDS)) == []


# --- one object -------------------------------------------------------------------------------------------------------


def test_a_line_without_a_channel_says_so_and_has_no_phone():
    found = one(line(channels=(), emergency=True))
    assert ({"phones", "schedules"} & set(found), found["status"], found["alert"]) == (
        set(),
        "active",
        "No way to reach this service is confirmed at present.",
    )
    assert "alert" not in one(line())


def test_what_nobody_knows_is_left_out():
    found = one(replace(line(), about=about()))
    assert {"minimum_age", "maximum_age", "fees_description", "url", "email"} & set(found) == set()


@pytest.mark.parametrize(("free", "said"), [(True, "Free of charge."), (False, "Not free of charge.")])
def test_what_is_known_is_said(free, said):
    checked = Origin(read_on=date(2026, 3, 1), checked=Check(date(2026, 3, 2), "called", "editor"))
    known = about(free=free, age_min=0, age_max=17, url="https://example.org", origin=checked)
    found = one(replace(line(), about=known))
    names = ("fees_description", "minimum_age", "maximum_age", "url", "assured_date")
    assert [found[name] for name in names] == [said, 0, 17, "https://example.org", "2026-03-02"]


@pytest.mark.parametrize(
    ("serves", "notes", "said"),
    [
        ("Anyone", "Somebody listens.", "Anyone. Somebody listens."),
        ("Anyone in B.C.", "Somebody listens.", "Anyone in B.C. Somebody listens."),
        ("Anyone", "", "Anyone."),
    ],
)
def test_the_description_begins_with_whom_it_serves(serves, notes, said):
    found = one(replace(line(), serves=serves, notes=notes))
    assert (found["description"], found["eligibility_description"]) == (said, serves)


def test_each_way_stands_where_the_specification_has_a_place_for_it():
    ways = (
        replace(channel("phone", value="988"), label="Call"),
        replace(channel("text", value="741741"), label="Text HOME", keyword="HOME"),
        replace(channel("email", value="jo@example.org"), label="Write"),
        replace(channel("chat"), label="Chat", href="https://example.org/chat"),
        replace(channel("whatsapp"), label="WhatsApp", href="https://wa.me/34900116117"),
    )
    found = one(line(channels=ways))
    assert without_ids(found["phones"]) == [
        {"number": "988", "type": "voice", "description": "Call"},
        {"number": "741741", "type": "text", "description": "Text HOME. Send the word HOME."},
    ]
    assert (found["email"], without_ids(found["additional_urls"])) == (
        "jo@example.org",
        [
            {"label": "Chat", "url": "https://example.org/chat"},
            {"label": "WhatsApp", "url": "https://wa.me/34900116117"},
        ],
    )


def test_hours_stand_once_for_all_ways_that_share_them_and_uncertain_ones_say_so():
    ways = (
        with_times("Call", "24/7"),
        with_times("Text", "24/7", kind="text"),
        with_times("Chat", "Mo-Su 07:00-24:00", "America/Toronto", uncertain=True, kind="chat"),
        with_times("Office", "Mo-Fr 09:00-17:00; PH off", "Europe/London"),
        with_times("Nobody knows", ""),
    )
    assert without_ids(one(line(channels=ways))["schedules"]) == [
        {"description": "24/7", "attending_type": "Call; Text"},
        {"description": "Mo-Su 07:00-24:00 America/Toronto (not certain: check first)", "attending_type": "Chat"},
        {"description": "Mo-Fr 09:00-17:00; PH off Europe/London", "attending_type": "Office"},
    ]


@pytest.mark.parametrize(
    ("country", "regions", "areas"),
    [
        ("CA", ("*",), [("Canada", "CA")]),
        ("CA", ("CA-MB", "CA-NU"), [("Manitoba", "CA-MB"), ("Nunavut", "CA-NU")]),
        ("INT", ("*",), [("Worldwide", None)]),
        ("INT", ("EU",), [("European Union", "EU")]),
    ],
)
def test_an_area_has_a_name_and_its_code(country, regions, areas):
    found = one(replace(line(), about=about(country=country, regions=regions)))["service_areas"]
    assert [(area["name"], area.get("extent")) for area in found] == areas
    assert [area.get("extent_type") for area in found] == [code and "text" for _name, code in areas]


def test_languages_have_a_name_and_a_code_but_for_several():
    spoken = (ENGLISH, Language("xx", ""), Language("multiple", ""))
    found = one(replace(line(), about=about(languages=spoken)))["languages"]
    assert without_ids(found) == [
        {"name": "English", "code": "en"},
        {"name": "xx", "code": "xx"},
        {"name": "Several languages"},
    ]


def test_an_organisation_is_the_same_object_for_all_its_lines_in_a_country():
    first, second = replace(line("first"), about=about()), replace(line("second"), about=about())
    abroad = replace(line("third"), about=about(country="GB"))
    found = [each["organization"] for each in hsds.services((first, second, abroad), LANDS)]
    assert (found[0] == found[1], found[0]["id"] == found[2]["id"]) == (True, False)
    assert found[0]["description"] == "Services listed here: first; second"


def test_sources_topics_and_the_emergency_number_are_marked():
    seen = (Source("https://a.example/1", "a.example", "2026-01"), Source("https://b.example/2", "b.example", ""))
    known = about(origin=Origin(seen, date(2026, 11, 22)))
    found = one(replace(line("a-line", "youth", "crisis", emergency=True), about=known))
    assert without_ids(found["additional_urls"]) == [
        {"label": "Source, dated 2026-01", "url": "https://a.example/1"},
        {"label": "Source", "url": "https://b.example/2"},
    ]
    marks = [(each["label"], each["value"]) for each in found["attributes"]]
    assert marks == [("topic", "crisis"), ("topic", "youth"), ("emergency", "yes"), ("read on", "2026-11-22")]
