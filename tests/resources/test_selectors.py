"""The facts as they are loaded, asked the way the pages ask."""

import dataclasses
from datetime import UTC, datetime
from itertools import product

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from resources import repository, selectors
from resources.core.helpline import Channel, Helpline
from resources.core.needs import NEEDS
from resources.models import FactsVersion
from tests.resources.conftest import country, law, small
from tests.resources.fact_counts import COUNTRIES, PLATFORMS
from wizard.core.flow import PlatformChoice
from wizard.helplines.core.key import NumberKey
from wizard.helplines.for_plan import helplines_for_key
from wizard.journey.facts import facts_for_guide

pytestmark = pytest.mark.django_db

ROLES = ("self", "child", "client", "friend", "sharer")
TAKE_IT_DOWN, STOPNCII, REPORT_REMOVE = "int-take-it-down", "int-stopncii", "gb-report-remove"


def all_places():
    """Every country without a region, every region, and a country that is not in the list."""
    for place in selectors.places():
        yield place.code, ""
        yield from ((place.code, region) for region, _name in place.regions)
    yield "other", ""


def everyone():
    """Every place, side of 18 now and then, and role."""
    sides = [(True, True), (False, True), (False, False)]
    for (land, region), (minor, under_18), role in product([*all_places()], sides, ROLES):
        who = {"minor": minor, "role": role, "subject_under_18": under_18}
        yield land, region, who, selectors.lines_for(land, region, **who)


def ask(land, region="", *, minor=True, role="self", **more):
    return selectors.lines_for(land, region, minor=minor, role=role, **{"subject_under_18": minor, **more})


def steps(land, region="", *, minor=True, role="self"):
    return helplines_for_key(land, region, NumberKey(role, "minor" if minor else "adult")).steps


def slugs(lines):
    return [line.slug for line in lines]


def numbers(lines):
    return [way.shown for line in lines for way in line.channels if way.kind == "phone"]


def test_in_a_country_that_is_not_ours_it_is_said_that_no_number_is_known():
    lines = ask("other")
    assert (lines.emergency_note, lines.has_night_line, lines.crisis[0].slug) == (
        "We do not have a checked emergency number for where you are. If you know it, call it.",
        False,
        "int-findahelpline",
    )


def test_everyone_everywhere_has_somebody_to_reach_and_an_emergency_number_or_a_word_about_it():
    lost = [
        (land, region, who)
        for land, region, who, lines in everyone()
        if not lines.crisis or not lines.crisis[0].confirmed or not (numbers(lines.emergency) or lines.emergency_note)
    ]
    assert lost == []


def about_one_harm(topics):
    """True for a line about violence, pictures or a group alone: it is not for whoever calls."""
    harm = {"sexual-violence", "family-violence", "child-exploitation-report", "image-abuse", "school"}
    alone = {"indigenous", "lgbtq"} | (set() if "youth" in topics else harm)
    return bool(alone & set(topics)) and not {"crisis", "suicide", "counselling"} & set(topics)


def open_at_night(content, land, region, minor):
    """True when the files have a line for this place and age that answers anybody at any hour (child lines: minors)."""
    return any(
        way["opening_hours"] == "24/7" and not way["hours_uncertain"] and way["kind"] in ("phone", "text", "chat")
        for row in content["helplines"]
        if row["country"] == land
        and {"*", region} & set(row["regions"])
        and not row["emergency"]
        and not row["only_for"]
        and "adult-protection" not in row["topics"]
        and not about_one_harm(row["topics"])
        and (row["youth_ok"] if minor else row["adult_ok"] and "youth" not in row["topics"])
        and "self" in row["for_roles"]
        and row["crosses"] in (None, "any")
        for way in row["channels"]
    )


@pytest.mark.parametrize("minor", [True, False])
def test_a_line_open_all_night_is_there_wherever_the_facts_have_one(facts, minor):
    shown = {at: ask(*at, minor=minor).has_night_line for at in all_places()}
    assert shown == {at: open_at_night(facts, *at, minor) for at in all_places()}


def test_take_it_down_and_stopncii_are_never_named_to_the_same_person():
    for _land, _region, who, lines in everyone():
        wrong = STOPNCII if who["subject_under_18"] else TAKE_IT_DOWN
        assert wrong not in slugs(lines.all)
        assert not [
            line for line in lines.all if line.fit.crosses == ("adult" if who["subject_under_18"] else "under-18")
        ]


@pytest.mark.parametrize("role", ["self", "child", "client"])
def test_the_matching_service_fits_place_and_age(role):
    def matching(land, minor, under_18):
        found = slugs(ask(land, minor=minor, role=role, subject_under_18=under_18).matching)
        return [slug for slug in found if slug in (TAKE_IT_DOWN, STOPNCII, REPORT_REMOVE)]

    assert matching("CA", True, True) == [TAKE_IT_DOWN]
    assert matching("GB", True, True) == [REPORT_REMOVE, TAKE_IT_DOWN]
    assert matching("GB", False, True) == [TAKE_IT_DOWN]
    assert matching("GB", False, False) == [STOPNCII]


def test_age_and_role_of_the_facts_are_kept():
    for _land, _region, who, lines in everyone():
        if who["role"] in ("self", "sharer", "friend"):
            ages = {"youth_ok" if who["minor"] else "adult_ok"}
            assert [line.slug for line in lines.all if not line.emergency and not getattr(line.fit, *ages)] == []


def test_child_tiplines_are_for_pictures_of_somebody_under_18():
    found = [(land, who) for land, _r, who, lines in everyone() if lines.child_tipline and not who["subject_under_18"]]
    assert (found, ask("CA").child_tipline == ()) == ([], False)


def test_lines_are_those_of_the_place_and_the_others_are_called_international(facts):
    own = {row["slug"]: (row["country"], set(row["regions"])) for row in facts["helplines"]}
    for land, region, _who, lines in everyone():
        for line in lines.all:
            country_of, regions = own[line.slug]
            assert (country_of in (land, "INT"), line.international) == (True, country_of == "INT")
            assert "*" in regions or "EU" in regions or region in regions or (not region and line.emergency)


def test_a_skipped_region_gives_lines_of_the_whole_country_only():
    assert [line.slug for line in ask("CA").all if not line.fit.national and not line.emergency] == []
    assert ask("CA", "GB-SCT") == ask("CA", None) == ask("CA", "")


def test_a_region_adds_its_own_lines():
    assert {"manitoba-suicide-line", "klinic-sexual-assault-crisis-line"} <= set(slugs(ask("CA", "CA-MB").all))
    assert "victimlinkbc" in slugs(ask("CA", "CA-YT").all)


def test_withdrawn_lines_are_never_shown(folder, content):
    rows = [{**row, "withdrawn": row["slug"] == "kids-help-phone"} for row in content["helplines"]]
    others = [row for row in rows if not row["withdrawn"]]
    found = []
    for lines in (rows, others):
        call_command("load_content", folder=folder({**content, "helplines": lines}), verbosity=0)
        found.append((selectors.crisis_pair("CA", "", True), selectors.directory("CA").all))
    assert found[0] == found[1]
    assert "kids-help-phone" not in slugs(found[0][1])


def test_pages_see_nothing_that_is_for_editors(facts):
    shown = repr([lines for *_who, lines in everyone()]) + repr(
        selectors.laws_for("CA", "CA-BC", role="client", subject_under_18=True)
    )
    notes = {row["editor_note"] for row in [*facts["helplines"], *facts["law"]] if row["editor_note"]}
    assert [note for note in notes if note in shown] == []
    fields = {field.name for kind in (Helpline, Channel) for field in dataclasses.fields(kind)}
    assert fields & {"sources", "conflicts", "editor_note", "organisation", "withdrawn"} == set()


def test_the_directory_of_a_place_has_every_line_of_it(facts):
    here = {
        row["slug"] for row in facts["helplines"] if row["country"] == "CA" and {"*", "CA-BC"} & set(row["regions"])
    }
    found = selectors.directory("CA", "CA-BC")
    assert (here - set(slugs(found.all)), found.all[0].slug) == (set(), "emergency-911")
    assert {TAKE_IT_DOWN, STOPNCII} <= set(slugs(found.all))


def test_the_world_of_the_questions(facts):
    world = facts_for_guide()
    names = [name for _code, name in world.countries[1:]]
    assert (world.home, world.countries[0], names == sorted(names), len(world.countries)) == (
        "CA",
        ("CA", "Canada"),
        True,
        COUNTRIES,
    )
    assert ({land: len(parts) for land, parts in world.regions.items()}, world.regions["GB"]) == (
        {row["code"]: len(row["regions"]) for row in facts["countries"] if row["regions"]},
        (("GB-ENG", "England"), ("GB-NIR", "Northern Ireland"), ("GB-SCT", "Scotland"), ("GB-WLS", "Wales")),
    )
    line, kik = (next(choice for choice in world.platforms if choice.slug == slug) for slug in ("line", "kik"))
    assert line == PlatformChoice("line", "LINE", 3, likely_in=("JP",), found_by="line")
    assert (kik.adults_only, len(world.platforms)) == (True, PLATFORMS)
    assert {choice.slug: (choice.likely, choice.likely_age) for choice in world.platforms} == {
        row["slug"]: (row["likely"], row.get("likely_age", "")) for row in facts["platforms"]
    }


def test_the_marks_of_the_facts_are_part_of_the_world(facts):
    world = facts_for_guide()
    assert world.crime_here == {row["code"] for row in facts["countries"] if row["crime_here"]}
    assert {choice.slug: (choice.lgbtq, choice.sold_here) for choice in world.platforms} == {
        row["slug"]: (row["lgbtq"], row["sold_here"]) for row in facts["platforms"]
    }


def test_the_duty_of_a_region_comes_before_that_of_its_country(facts):
    rows = {row["code"]: row for land in facts["countries"] for row in (land, *land["regions"])}
    for land in facts["countries"]:
        for region in ("", *(part["code"] for part in land["regions"])):
            own = [rows[code] for code in (region, land["code"]) if "adult_duty" in rows.get(code, {})]
            found = selectors.adult_duty(land["code"], region)
            assert (found and found.note) == (own[0]["adult_duty_note"]["en"] if own else None)


@pytest.mark.parametrize(("country", "region"), [("other", ""), ("JP", None), ("XX", "XX-A")])
def test_a_duty_that_nobody_read_about_is_none(country, region):
    assert selectors.adult_duty(country, region) is None


def test_the_home_country_is_a_setting(settings):
    settings.COMPASS_HOME_COUNTRY = "NZ"
    assert (facts_for_guide().home, facts_for_guide().countries[0][0], selectors.places()[0].code) == ("NZ", "NZ", "NZ")


def laws(land, region="", role="self", under_18=False):
    return [card.slug for card in selectors.laws_for(land, region, role=role, subject_under_18=under_18)]


def test_laws_fit_place_subject_and_role():
    assert laws("CA", "CA-BC")[:2] == ["ca-bc-iipa", "ca-bc-iips"]
    assert ("ca-163-1-csaem" in laws("CA"), "ca-163-1-csaem" in laws("CA", under_18=True)) == (False, True)
    assert "ca-163-1-csaem" not in laws("CA", "CA-BC", "sharer", True)
    assert laws("other") == []


def test_a_law_that_is_still_a_plan_is_shown_to_nobody(folder, content):
    bill = next(row["slug"] for row in content["law"] if row["place"] == ["CA"] and row["status"] == "in-force")
    rows = [{**row, "status": "bill"} if row["slug"] == bill else row for row in content["law"]]
    call_command("load_content", folder=folder({**content, "law": rows}), verbosity=0)
    bills = {row["slug"] for row in rows if row["status"] == "bill"}
    asked = product([*all_places()], ROLES, [True, False])
    found = {slug for (land, region), role, under_18 in asked for slug in laws(land, region, role, under_18)}
    assert (bills & found, bill in bills) == (set(), True)


def test_a_platform_is_found_by_its_neutral_address(facts):
    for row in facts["platforms"]:
        card = selectors.platform(row["path"])
        assert (card.slug, card.href) == (row["slug"], f"/places/{row['path']}/")
    assert [selectors.platform(path) for path in ("pornhub", "image-boards", "nowhere")] == [None, None, None]


def test_named_platforms_come_in_the_order_they_were_named():
    assert [card.name for card in selectors.named_places(["tiktok", "website", "snapchat"])] == ["TikTok", "Snapchat"]


def test_after_the_first_time_a_question_to_the_facts_costs_one_small_query_a_second_at_most():
    calls = [
        facts_for_guide,
        selectors.platforms,
        lambda: ask("CA", "CA-BC"),
        lambda: selectors.crisis_pair("CA", "", True),
        lambda: selectors.directory("GB", "GB-SCT"),
        lambda: selectors.laws_for("CA", "", role="self", subject_under_18=True),
    ]
    for call in calls:
        call()
        selectors.forget()
        with CaptureQueriesContext(connection) as asked:
            call()
        assert len(asked) == 1


def test_new_facts_of_another_process_are_seen_after_a_second(monkeypatch):
    monkeypatch.setattr(repository.time, "monotonic", lambda: 1.0)
    before = facts_for_guide()
    FactsVersion.objects.update(digest="another")
    monkeypatch.setattr(repository.time, "monotonic", lambda: 1.9)
    assert facts_for_guide() is before
    monkeypatch.setattr(repository.time, "monotonic", lambda: 2.0)
    assert facts_for_guide() is not before


def test_new_facts_are_seen_at_once(folder):
    assert selectors.place("CA").name == "Canada"
    call_command("load_content", folder=folder(small(countries=[country(name={"en": "Kanata"})])), verbosity=0)
    assert (selectors.place("CA").name, len(selectors.platforms()), selectors.place("GB")) == ("Kanata", 1, None)


def test_texts_are_in_the_language_of_the_visitor(facts):
    def name():
        return selectors.crisis_pair("CA", "", True).crisis.name

    with override("fr"):
        french = name()
    said = next(row["name"] for row in facts["helplines"] if row["slug"] == "kids-help-phone")
    assert (french, name(), french != name()) == (said["fr"], said["en"], True)


def test_every_need_of_a_person_in_manitoba_at_night(facts):
    lines = ask("CA", "CA-MB", text_first=True)
    first = lines.crisis[0]
    row = next(row for row in facts["helplines"] if row["slug"] == first.slug)
    always = {way["kind"] for way in row["channels"] if way["opening_hours"] == "24/7" and not way["hours_uncertain"]}
    assert ({way.kind for way in first.channels if way.open_all_hours}, "text" in always) == (always, True)
    assert {need for need in NEEDS if getattr(lines, need)} >= {
        "emergency",
        "crisis",
        "child_tipline",
        "matching",
        "image",
    }


def test_a_page_for_anybody_keeps_the_list_of_lines_where_only_a_line_for_the_young_is_open():
    found = [line.slug for line in selectors.directory("NG").crisis]
    assert {"ng-cece-yara", "int-findahelpline"} <= set(found)


def test_a_page_for_anybody_keeps_a_line_about_violence_where_else_only_a_line_for_the_young_is_open():
    found = [line.slug for line in selectors.directory("KE").crisis]
    assert {"ke-childline-116", "ke-1195"} <= set(found)


@pytest.mark.parametrize(("day", "counts"), [(1, False), (2, True)])
def test_a_law_begins_on_its_day_without_anybody_editing_it(folder, monkeypatch, day, counts):
    passed = law(status="enacted-not-in-force", in_force="2026-12-02")
    call_command("load_content", folder=folder(small(law=[passed])), verbosity=0)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 12, day, 12, tzinfo=UTC))
    (found,) = selectors.laws_for("CA", "", role="self", subject_under_18=True)
    assert found.in_force is counts
