"""What is known of the real facts, line by line: the one file that a corrected number or a closed line may turn red.

A row that is red names a line or a number: read its sources again, then change the row. All other tests hold for any
facts. Lines that came later may stand beside those of a row.
"""

from typing import Any

import pytest

from compass import settings
from resources import selectors
from resources.core.needs import Numbers
from resources.loading.audit import audit
from resources.loading.content import Content
from resources.loading.fixtures import read
from tests.content.step_words import plain
from tests.people import ADULT_EX, PEOPLE, SHARER, TEEN_BLACKMAILED, TEEN_CLASSMATE_SHARED, answers_of
from tests.resources.fact_counts import NEWEST
from tests.resources.fact_numbers import reads
from tests.visitor import Walker
from tests.wizard.helplines.test_for_plan import ONLY_PRESSED, steps_of
from tests.wizard.test_journeys import first_lines
from wizard.helplines.core.key import NumberKey
from wizard.helplines.for_plan import helplines_for_key, whole_key
from wizard.journey.facts import facts_for_guide
from wizard.talk.core.card_content import pocket_card

pytestmark = pytest.mark.django_db

Place = tuple[str, str]


def told(shown: Any, wanted: list[str]) -> list[str]:
    """`wanted` when its lines are shown in this order, from the first one on; otherwise all that is shown.

    A line that came later may stand beside them, or where the last of them stood.
    """
    known = [one for one in shown if one in wanted]
    return wanted if known and known == wanted[: len(known)] else [*shown]


def slugs(lines: Any) -> list[str]:
    return [line.slug for line in lines]


def ask(land: str, region: str = "", *, minor: bool = True) -> Any:
    return selectors.lines_for(land, region, minor=minor, role="self", subject_under_18=minor)


def steps(place: Place, *, minor: bool = True, role: str = "self") -> Any:
    return helplines_for_key(*place, NumberKey(role=role, age="minor" if minor else "adult", affected=True)).steps


# --- danger -----------------------------------------------------------------------------------------------------------

EMERGENCY = {
    **{land: ["911"] for land in ("CA", "US", "MX", "PH")},
    **{land: ["112"] for land in ("NL", "ES", "IE", "IN", "KR", "NG", "SE", "DK", "PL", "GR", "IT", "NO")},
    **{"ID": ["110", "112"], "BD": ["999"], "MY": ["999"], "CO": ["123"], "AR": ["911", "101"], "TH": ["191"]},
    **{"SG": ["999"], "IL": ["100"]},
    **{"GB": ["999"], "AU": ["000"], "NZ": ["111"], "JP": ["110"], "BR": ["190"], "ZA": ["10111"]},
    **{"AT": ["112", "133"], "BE": ["101", "112"], "CZ": ["112", "158"], "CH": ["112", "117"], "SI": ["112", "113"]},
    **{"LU": ["112", "113"]},
    **{"DE": ["110", "112"], "FR": ["17", "112"], "KE": ["999", "112", "911"], "PK": ["1122", "15"]},
    "other": [],
    **{f"CA {region}": ["911"] for region in ("CA-AB", "CA-BC", "CA-MB", "CA-ON", "CA-QC", "CA-SK", "CA-YT")},
    "CA CA-NU": [],
}


@pytest.mark.parametrize(("place", "expected"), EMERGENCY.items())
def test_the_emergency_number_is_the_one_of_the_place(place: str, expected: list[str]) -> None:
    lines = ask(*place.split()).emergency
    assert [way.shown for line in lines for way in line.channels if way.kind == "phone"] == expected


MEMBERS = {"DE": ["de-110", "int-112-eu"], "NL": ["nl-112"], "SE": ["se-emergency"], "GB": ["gb-999"]}


@pytest.mark.parametrize(("land", "lines"), MEMBERS.items())
def test_members_of_the_eu_have_112_after_their_own_number(land: str, lines: list[str]) -> None:
    assert slugs(ask(land).emergency) == lines


NORTH = "In some northern towns 911 may not reach police. Call the local police number there."
NUNAVIK = "In Nunavik, 911 may not reach police. Call the police number of your village there."
NUNAVUT = (
    "911 may not work in Nunavut. To call the police (RCMP), dial 867, then the first three digits of your town’s "
    "phone numbers, then 1111. You can also go to the health centre."
)
# The whole sentence, or its beginning where three dots follow.
NOTES = {
    ("CA", "CA-NT"): "If 911 does not work where you are: dial 867…",
    **{("CA", region): NORTH for region in ("CA-MB", "CA-ON")},
    **{("CA", region): "" for region in ("CA-AB", "CA-BC", "CA-SK", "CA-YT")},
    ("CA", "CA-QC"): NUNAVIK,
    ("CA", ""): "The emergency number may differ where you are. In Nunavut, 911 may not work: …",
    ("CA", "CA-NU"): NUNAVUT,
    **{(land, ""): "" for land in ("GB", "US")},
    ("other", ""): "We do not have a checked emergency number for where you are. If you know it, call it.",
}


@pytest.mark.parametrize(("place", "note"), NOTES.items())
def test_what_is_said_beside_the_emergency_number(place: Place, note: str) -> None:
    found = [selectors.directory(*place).emergency_note, ask(*place).emergency_note]
    length = len(note) - 1 if note.endswith("…") else None
    assert [one[:length] for one in found] == [note.removesuffix("…")] * 2


FIRST_NUMBER = {
    ("CA", "CA-MB"): "tel:911",
    ("GB", "GB-SCT"): "tel:999",
    ("US", ""): "tel:911",
    ("AU", ""): "tel:000",
    ("NZ", ""): "tel:111",
    ("IE", ""): "tel:112",
    ("DE", ""): "tel:110",
}


def in_danger(place: Place) -> tuple[Walker, str]:
    """The plan of somebody who is in danger at a place."""
    walker = Walker().walk({**TEEN_BLACKMAILED, "danger": "meet", "place": place[0], "region": place[1]})
    return walker, walker.get("/plan/").content.decode()


@pytest.mark.parametrize(("place", "number"), FIRST_NUMBER.items())
def test_the_emergency_number_of_the_place_comes_first_on_the_plan(place: Place, number: str) -> None:
    walker, _page = in_danger(place)
    assert next(link for link in walker.page.links if link.startswith("tel:")) == number


def test_nunavut_gets_no_invented_number() -> None:
    walker, page = in_danger(("CA", "CA-NU"))
    first = ask("CA", "CA-NU").emergency[0]
    assert (first.slug, first.confirmed, "tel:911" in walker.page.links) == ("emergency-nunavut-rcmp", False, False)
    assert "go to the health centre" in plain(page.split('data-step="danger-now"')[1])


# --- somebody to talk to ----------------------------------------------------------------------------------------------

# Where, under 18, and the line that is named first; then the one for texts, where the first takes none.
CRISIS = [
    (("CA", ""), True, "kids-help-phone"),
    (("CA", "CA-MB"), True, "kids-help-phone"),
    (("CA", "CA-QC"), True, "kids-help-phone"),
    (("CA", "CA-BC"), False, "988-suicide-crisis-helpline"),
    (("GB", "GB-SCT"), True, "gb-childline gb-shout"),
    (("GB", ""), False, "gb-samaritans gb-shout"),
    (("US", ""), True, "us-988-lifeline"),
    (("AU", ""), True, "au-kids-helpline au-lifeline"),
    (("AU", ""), False, "au-lifeline"),
    (("NZ", ""), True, "nz-youthline"),
    (("IE", ""), True, "ie-childline ie-text-50808"),
    (("IN", ""), False, "in-tele-manas"),
    (("NG", ""), True, "ng-cece-yara"),
    (("FR", ""), True, "fr-119"),
    (("SE", ""), True, "se-bris"),
    (("LV", ""), False, "lv-skalbes"),
    (("PK", ""), False, "pk-umang"),
    (("other", ""), True, "int-findahelpline"),
]


@pytest.mark.parametrize(("place", "minor", "named"), CRISIS)
def test_the_crisis_line_to_name_first(place: Place, minor: bool, named: str) -> None:
    pair = selectors.crisis_pair(*place, minor)
    assert " ".join(line.slug for line in (pair.crisis, pair.text) if line) == named


def test_a_word_goes_with_the_text_to_kids_help_phone() -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/")
    assert "sms:686868?&body=CONNECT" in walker.page.links


LAWYERS = {
    ("CA", "CA-AB"): ["alberta-legal-aid"],
    ("CA", "CA-BC"): ["bc-legal-aid"],
    ("CA", "CA-MB"): [],
    ("CA", "CA-NB"): ["new-brunswick-legal-aid"],
    ("CA", "CA-NL"): ["nl-legal-aid"],
    ("CA", "CA-NS"): ["nova-scotia-legal-aid"],
    ("CA", "CA-ON"): ["ontario-legal-aid-youth", "justice-for-children-and-youth"],
    ("CA", "CA-QC"): ["quebec-legal-aid"],
    ("CA", "CA-SK"): ["saskatchewan-legal-aid"],
    ("CA", "CA-YT"): ["yukon-legal-aid"],
    ("GB", "GB-ENG"): ["gb-youth-justice-legal-centre"],
    ("GB", "GB-NIR"): ["gb-childrens-law-centre-ni"],
    ("GB", "GB-SCT"): [],
    ("AU", ""): ["au-youth-law-australia"],
    ("ES", ""): ["es-anar"],
    ("IE", ""): ["ie-childrens-rights-alliance"],
    ("NZ", ""): ["nz-youthlaw"],
    ("US", ""): [],
}


@pytest.mark.parametrize(("place", "lawyers"), LAWYERS.items())
def test_a_young_sharer_reaches_a_lawyer_who_takes_such_cases(place: Place, lawyers: list[str]) -> None:
    assert told(slugs(steps(place, role="sharer")["put_it_right"].lines), lawyers) == lawyers


OFFICES = {
    ("CA", "CA-MB"): ["manitoba-child-and-family-services"],
    ("CA", "CA-ON"): ["ontario-childrens-aid"],
    ("CA", "CA-NU"): ["nunavut-child-protection"],
    ("CA", "CA-QC"): ["quebec-youth-protection"],
    ("IE", ""): ["ie-tusla"],
    ("NZ", ""): ["nz-oranga-tamariki"],
}


@pytest.mark.parametrize(("place", "offices"), OFFICES.items())
def test_child_protection_is_who_takes_reports_in_that_place(place: Place, offices: list[str]) -> None:
    assert told(slugs(ask(*place).child_protection), offices) == offices


PARENTS = {
    ("CA", "CA-BC"): ["bc-kelty-mental-health"],
    ("CA", "CA-MB"): ["canadian-centre-for-child-protection"],
    ("GB", "GB-ENG"): ["gb-youngminds-parents"],
    ("NZ", ""): ["nz-netsafe"],
    ("US", ""): ["us-ncmec-family-support"],
}


@pytest.mark.parametrize(("place", "first"), PARENTS.items())
def test_a_parent_is_first_given_a_line_for_their_own_worry(place: Place, first: list[str]) -> None:
    assert told(slugs(steps(place, role="child")["with_your_child"]["parents"]), first) == first


AT_HOME = {
    ("GB", "GB-ENG"): "gb-national-domestic-abuse-helpline",
    ("GB", "GB-SCT"): "gb-domestic-abuse-scotland",
    ("IE", ""): "ie-national-rape-crisis-helpline",
    ("NZ", ""): "nz-womens-refuge",
}


@pytest.mark.parametrize(("place", "line"), AT_HOME.items())
def test_an_adult_hurt_at_home_has_a_line_day_and_night(place: Place, line: str) -> None:
    first = steps(place, minor=False)["safety_plan"]["violence"][0]
    assert (first.slug, first.open_all_hours) == (line, True)


TIPLINES = ["needhelpnow-ca", "cybertip-ca", "canadian-centre-for-child-protection"]


def test_where_pictures_of_somebody_under_18_are_told_in_canada() -> None:
    assert told(slugs(ask("CA").child_tipline), TIPLINES) == TIPLINES


# --- what a person is shown -------------------------------------------------------------------------------------------

PEOPLE_STEP = [
    ("CA", "CA-BC", "self", "13-15", "emergency-911 kids-help-phone needhelpnow-ca bc-child-protection-screening"),
    ("CA", "CA-BC", "sharer", "13-15", "emergency-911 kids-help-phone bc-legal-aid cybertip-ca"),
    ("GB", "GB-ENG", "self", "13-15", "gb-999 gb-shout gb-report-remove gb-childline"),
    ("GB", "GB-ENG", "child", "13-15", "gb-999 gb-shout gb-ceop gb-nspcc-helpline"),
    ("US", "", "self", "13-15", "us-911 us-988-lifeline us-ncmec-cybertipline us-childhelp"),
    ("US", "", "self", "18-plus", "us-911 us-988-lifeline us-ccri-image-abuse-helpline us-ndvh"),
    ("GB", "GB-SCT", "self", "18-plus", "gb-999 gb-samaritans gb-revenge-porn-helpline gb-domestic-abuse-scotland"),
    ("DE", "", "self", "13-15", "de-110 int-112-eu de-telefonseelsorge de-medienanstalt-nrw"),
]


@pytest.mark.parametrize(("country", "region", "role", "age", "wanted"), PEOPLE_STEP)
def test_people_shows_the_four_that_matter_most(country: str, region: str, role: str, age: str, wanted: str) -> None:
    own = {"place": country, "region": region, "who": role, "forced": "no", "age": age, "age-then": age}
    found = [one.slugs for one in steps_of({**ONLY_PRESSED, **own}, facts_for_guide()) if one.step.slug == "people"]
    assert [told(shown, wanted.split()) for shown in found] == [wanted.split()]


GROWN = {"age": "18-plus", "age-then": "18-plus"}
IN_BRITAIN = [
    ("regulator", {"who": "self", "age": "13-15"}, "gb-ceop"),
    ("look-after-yourself", {"who": "sharer", "forced": "no", **GROWN}, "gb-stop-it-now"),
]


@pytest.mark.parametrize(("slug", "who", "line"), IN_BRITAIN)
def test_a_step_shows_a_line_of_britain_to_whom_it_is_for(slug: str, who: dict[str, str], line: str) -> None:
    plan = steps_of({**ONLY_PRESSED, "place": "GB", "region": "GB-ENG", **who}, facts_for_guide())
    assert [line in step.slugs for step in plan if step.step.slug == slug] == [True]


# The helplines of the first step that shows any.
FIRST_LINES = {
    "teen blackmailed by a stranger at night": "kids-help-phone 988-suicide-crisis-helpline",
    "teen whose classmate shared it": "kids-help-phone",
    "child under 13 alone": "emergency-911 kids-help-phone",
    "adult threatened by an ex": "gb-domestic-abuse-scotland",
    "adult who may say no": "bc-310-6789-mental-health",
    "mother": "canadian-anti-fraud-centre rcmp-report-cybercrime-and-fraud",
    "support worker": "gb-nspcc-helpline gb-childline",
    "friend": "us-childhelp us-988-lifeline",
    "sharer": "bc-legal-aid",
    "sharer who was forced": "bc-child-protection-screening victimlinkbc",
    "worried teen": "kids-help-phone",
    "boy of fourteen who paid": "us-thorn-741741",
    "teen ordered to hurt themselves": "au-000 au-lifeline au-kids-helpline",
    "teen in a fake that went round": "ie-childline",
    "adult with an old password in an email": "nz-1737 nz-victim-support",
    "adult in a picture from before 18": "988-suicide-crisis-helpline",
    "father whose home is the danger": "emergency-911 kids-help-phone",
    "school counsellor": "manitoba-child-and-family-services manitoba-family-violence-line sheltersafe",
}


@pytest.mark.parametrize("name", PEOPLE)
def test_each_person_is_led_to_these_lines_first(name: str) -> None:
    walker, wanted = Walker().walk(PEOPLE[name]), FIRST_LINES[name].split()
    walker.get("/plan/")
    assert told(first_lines(walker, walker.page.data["data-step"]), wanted) == wanted


# A label of the pocket card, and whose number stands beside it.
KIDS = ("To talk", "kids-help-phone", "phone")
CALL_911 = ("In danger", "emergency-911", "phone")
CARDS = [
    (TEEN_BLACKMAILED, ("CA", "CA-MB"), [CALL_911, KIDS, ("More help", "988-suicide-crisis-helpline", "phone")]),
    # Somebody near: a line against harm comes before one more to talk.
    (
        TEEN_CLASSMATE_SHARED,
        ("CA", "CA-BC"),
        [CALL_911, KIDS, ("More help", "bc-child-protection-screening", "phone")],
    ),
    (
        ADULT_EX,
        ("GB", "GB-SCT"),
        [
            ("In danger", "gb-999", "phone"),
            ("To talk", "gb-samaritans", "phone"),
            ("To talk: Text SHOUT to", "gb-shout", "text"),
        ],
    ),
    (
        TEEN_BLACKMAILED,
        ("US", ""),
        [
            ("In danger", "us-911", "phone"),
            ("To talk", "us-988-lifeline", "phone"),
            ("More help: Text THORN to", "us-thorn-741741", "text"),
        ],
    ),
    (TEEN_BLACKMAILED, ("CA", "CA-NU"), [KIDS, ("More help", "988-suicide-crisis-helpline", "phone")]),
    (SHARER, ("AU", ""), [("In danger", "au-000", "phone"), ("Legal help: Website", "au-youth-law-australia", "web")]),
    (TEEN_BLACKMAILED, ("other", ""), [("To talk: Website", "int-findahelpline", "web")]),
]


@pytest.mark.parametrize(("given", "place", "lines"), CARDS)
def test_the_card_has_three_numbers_for_the_place_and_the_age(
    given: dict[str, str], place: Place, lines: list[tuple[str, str, str]]
) -> None:
    a = answers_of(**{name.replace("-", "_"): value for name, value in given.items()})
    pair = selectors.crisis_pair(*place, a.minor_now)
    card, _named = pocket_card(a, helplines_for_key(*place, whole_key(a)), Numbers(*pair, (), "", assumed=False))
    wanted = [(label, reads(slug, kind)) for label, slug, kind in lines]
    assert told([(entry.label, entry.number) for entry in card.entries], wanted) == wanted


# --- law, and what is missing -----------------------------------------------------------------------------------------

# Where, the role, whether the picture is of somebody under 18, and the laws.
LAWS = [
    (("CA", "CA-BC"), "self", False, ["ca-bc-iipa", "ca-bc-iips"]),
    (("CA", "CA-BC"), "sharer", True, ["ca-private-use-exception", "ca-youth-may-be-charged"]),
    (("SE", ""), "self", False, ["eu-2024-1385", "eu-dsa-16"]),
    (("JP", ""), "self", False, ["jp-private-sexual-image"]),
]


@pytest.mark.parametrize(("place", "role", "under_18", "wanted"), LAWS)
def test_these_laws_are_shown_in_this_order(place: Place, role: str, under_18: bool, wanted: list[str]) -> None:
    found = [card.slug for card in selectors.laws_for(*place, role=role, subject_under_18=under_18)]
    assert told(found, wanted) == wanted


def test_a_law_that_has_not_begun_is_not_called_in_force() -> None:
    cards = {card.slug: card.in_force for card in selectors.laws_for("CA", "", role="self", subject_under_18=False)}
    assert (cards["ca-c16-threats-deepfakes"], cards["ca-346-extortion"]) == (False, True)


def test_where_laws_and_bodies_are_known() -> None:
    world = facts_for_guide()
    known = {"CA", "CA-BC", "CA-NU", "GB", "GB-ENG", "GB-SCT", "US", "SE", "FR", "IE", "IN", "JP", "BR"}
    assert (known - world.law_places, {"EU", "MY", "other"} & world.law_places) == (set(), set())
    assert {"CA", "CA-BC", "CA-QC", "GB", "US", "IE", "NZ"} - world.child_bodies == set()
    assert (world.adult_bodies >= {"CA-BC", "CA-QC", "GB", "US", "AU"}, "CA" in world.adult_bodies) == (True, False)


# In Indonesia, in one province.
CRIME = {"BD", "ID", "KE", "MY", "NG", "PK"}


def test_where_love_is_a_crime_and_where_it_is_none(content: Content) -> None:
    known = {row["code"] for row in content["countries"]} & {*WITH_CLOCKS.split()}
    assert (len(known), facts_for_guide().crime_here & known) == (len(WITH_CLOCKS.split()), CRIME)


def test_which_apps_out_somebody_and_where_people_sell_pictures_of_themselves() -> None:
    marked = {choice.slug: (choice.lgbtq, choice.sold_here) for choice in facts_for_guide().platforms}
    assert (marked["grindr"], marked["onlyfans"]) == ((True, False), (False, True))
    # Pictures on these are mostly put there by somebody else, and dating apps for everybody out nobody.
    others = ("pornhub", "xvideos", "xhamster", "tinder", "bumble", "hinge", "reddit", "email")
    assert [slug for slug in others if any(marked[slug])] == []


DUTIES = {
    "must": "CA-AB CA-MB CA-NL CA-NS CA-ON CA-PE CA-QC GB-SCT GB-WLS IE NZ US",
    "should": "CA CA-SK CA-NT CA-NU GB GB-ENG GB-NIR",
    "may": "CA-BC CA-NB CA-YT",
}


@pytest.mark.parametrize(("duty", "places"), DUTIES.items())
def test_who_must_report_for_an_adult(duty: str, places: str) -> None:
    found = {place: selectors.adult_duty(place.partition("-")[0], place) for place in places.split()}
    assert {place: one and one.duty for place, one in found.items()} == dict.fromkeys(found, duty)


def test_a_card_offers_no_service_as_one_that_talks_to_the_other_person() -> None:
    # Rule 25: a card does not know who reads it, so it says what to say first, and the step about a message the rest.
    rows = read(settings.ROOT / "fixtures")["helplines"]
    cards = {row["slug"]: f"{row['serves']['en']} {row['notes']['en']}" for row in rows if row.get("goes_between")}
    assert {*cards} == {"bc-intimate-images-protection-service", "cyberscan-nova-scotia", "nz-netsafe"}
    offers = ("contact whoever", "or the other person.", "both sides", "talk to the person", "ask them to stop")
    assert [slug for slug, card in cards.items() if any(words in card for words in offers)] == []
    assert [slug for slug, card in cards.items() if "not to contact that person until you say so" not in card] == []


@pytest.mark.parametrize("slug", ["email", "text-messages"])
def test_a_message_between_two_people_cannot_be_taken_back(slug: str) -> None:
    [card] = selectors.named_places((slug,))
    assert (card.kind, {guide.purpose for guide in card.guides}) == ("direct", {"sextortion", "block", "ncii", "minor"})


GAPS = {"emergency number": ["Canada: Nunavut"], "line for children": ["Brazil", "Mexico"]}


@pytest.mark.parametrize(("name", "places"), GAPS.items())
def test_what_these_places_lack_is_told_to_editors(content: Any, name: str, places: list[str]) -> None:
    found = next(group.entries for group in audit(content, NEWEST, 0) if f"no {name} " in group.says)
    assert [place for place in found if place in places] == places


ZONES = (
    "America/Edmonton America/Halifax America/Los_Angeles America/Moncton America/Regina America/Sao_Paulo "
    "America/St_Johns America/Toronto Asia/Karachi Asia/Kolkata Australia/Melbourne Europe/Amsterdam Europe/Berlin "
    "Europe/Dublin Europe/London Europe/Madrid Europe/Paris Pacific/Auckland"
)
WITH_CLOCKS = (
    "AR AT AU BD BE BG BR CA CO CY CZ DE DK EE ES FI FR GB GR HR HU ID IE IL IN IT JP KE KR LT LU LV MT MX MY NG NL NZ "
    "PH PK PL PT RO SE SG SI SK TH US ZA"
)

SPOKEN = "cr cy de en es fil fr hi iu ja ko mi multiple nl oj pt sw ur"


def test_the_languages_of_these_lines_have_a_name(content: Content) -> None:
    assert {*SPOKEN.split()} - {row["code"] for row in content["languages"]} == {"multiple"}


def test_the_clocks_of_these_lines_have_a_name_that_can_be_translated(content: Content) -> None:
    assert {*ZONES.split()} - {row["zone"] for row in content["clocks"]} == set()


def test_a_form_offers_the_clocks_of_these_countries() -> None:
    assert [code for code in WITH_CLOCKS.split() if not selectors.clocks_near(code)] == []
