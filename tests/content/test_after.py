"""What the page for who has lost somebody says, and what it never says. One more sentence is one more row."""

import re
from html import unescape
from itertools import pairwise

import pytest
from django.core.management import call_command
from django.test import Client

from resources import page_cache, selectors
from tests.conftest import FIXTURES
from tests.content.step_words import plain
from tests.people import answers_of
from tests.resources.conftest import written
from tests.resources.views.test_people import helplines
from tests.visitor import Walker
from wizard.core.html_sentences import sentences
from wizard.core.phrase_tables import read_phrases
from wizard.core.step_rules import STEP_RULES

pytestmark = pytest.mark.django_db

# In the order in which they stand.
MUST = (
    "If you are thinking about dying, or about hurting yourself, call or text a number here now.",
    "In danger or hurt?",
    "People to call",
    "If you are under 18, this is for you:",
    "Calls and texts stay in this phone’s list",
    "Numbers shown: Canada. Choose another place",
    "We are so sorry",
    "What was done to the person you lost is not your fault, and it was not their fault. You are not the only one.",
    "Nothing on this page has to be done today.",
    "If you are under 18, you do not have to do any of it. You can leave it to an adult you choose.",
    "Do not answer. Do not pay.",
    "Do not delete the messages.",
    "If not answering could get you hurt, ask a helpline above first.",
    "Do not look for the picture. If someone sends it to you, do not open it, and do not send it on.",
    "Do not wipe, reset, sell or hand back their phone or computer.",
    "Do not log in as them, even if you know the password.",
    "Do not ask an app to close their account, or to make it a memorial.",
    "This office is often called the coroner. Wait until they say it is all right.",
    "Tell police or that office that there was a picture or a threat.",
    "You need no proof, and you do not need the picture.",
    "may be in the family, or may work in that office, first talk to someone outside.",
    "Until then, say nothing about it at home.",
    "who a person loved, can bring trouble with police.",
    "ask there first if it can come down now.",
    "Ask the app or site as family, in your own name.",
    "Ask only about the picture, and leave the account as it is for now.",
    "If they were under 18 in the picture, you can give the link to a tipline.",
    "If they were 18 or older, we do not know of a right for families that works everywhere.",
    "Brothers, sisters and classmates need few words, and true ones.",
    "It was not their fault, and it is not yours.",
    "without details",
    "A doctor, or a helpline above, may know of a group for people who have lost someone.",
    "More numbers for Canada",
)
# A piece that would be wrong here, and why.
NEVER = {
    "stopncii": "for the person in the picture alone",
    "take it down": "for a living child",
    "report remove": "used by the young person",
    "their ok": "nobody can ask the person",
    "with their permission": "nobody can ask the person",
    "i am the person": "no text speaks for the person",
    "my picture": "no text speaks for the person",
    "would have wanted": "nobody knows",
    "commit": "they died",
    "overdose": "no method",
    "hang": "no method",
    "pills": "no method",
    "statistic": "no count",
    "every year": "no count",
    "leave them alone": "for the living",
    "stay with them": "for the living",
    "keep them alive": "for the living",
    "ask your child": "for the living",
    "ask them first": "for the living",
    "they decide": "for the living",
    "your child": "not every reader is a parent",
    "your son": "not every reader is a parent",
    "your daughter": "not every reader is a parent",
    "should have": "no blame",
    "did not notice": "no blame",
    "mistake": "no blame",
    "at least": "no comfort that hurts",
    "better place": "no comfort that hurts",
    "move on": "no comfort that hurts",
    "come back later": "no reminder",
    "will be removed": "no promise",
    "will come down": "no promise",
    "will be found": "no promise",
    "offender": "the other person",
    "predator": "the other person",
    "victim support": "a line of another country",
}
LANDS = ("CA", "GB", "IE", "AU", "NZ", "US", "FR", "JP", "KE", "PH")


def main_of(address):
    page = Client().get(address).content.decode()
    return page.split("<main", 1)[1].split(">", 1)[1].split("</main>")[0]


def said(address="/after/"):
    return plain(main_of(address))


def test_it_says_what_it_must_in_this_order():
    words = said()
    at = [words.find(wanted) for wanted in MUST]
    assert [wanted for wanted, place in zip(MUST, at, strict=True) if place < 0] == []
    assert at == sorted(at)


def test_it_never_says_what_would_hurt():
    words = said().casefold()
    assert {piece: why for piece, why in NEVER.items() if re.search(rf"\b{piece}", words)} == {}


def test_it_counts_nothing():
    words = re.sub(r"\bunder 18\b|\b18 or older\b", "", said())
    own = words[words.index("We are so sorry") : words.index("Cybertip.ca")]
    assert re.findall(r"\d|\bper ?cent\b|\bhundreds\b|\bthousands\b", own) == []


@pytest.mark.parametrize("land", LANDS)
def test_no_service_for_the_person_in_the_picture_is_named_in_any_country(land):
    words = said(f"/after/{land.lower()}/").casefold()
    assert [name for name in ("stopncii", "take it down", "report remove") if name in words] == []


# Relatives and friends, of somebody under 18 and of an adult, near the person who did it and not.
READERS = [
    {"who": who, "age": age, "what": "demand-money shared", "age_then": then, "holder": holder, "danger": danger}
    for who in ("child", "friend", "client")
    for age, then in (("13-15", ""), ("18-plus", "18-plus"))
    for holder in ("stranger", "family")
    for danger in ("none", "unsafe")
]
RULES = [rule for rule in read_phrases(row.slug for row in STEP_RULES) if rule.never and not rule.steps]
# A tipline is for a picture of somebody under 18: the page says so with an "If", as it cannot know.
BOTH_AGES = "Child tiplines are not named to an adult in a picture of an adult"


@pytest.mark.parametrize("reader", READERS)
def test_it_keeps_every_rule_on_words_of_the_plan(reader):
    a, words = answers_of(**{key: value for key, value in reader.items() if value}), sentences(main_of("/after/"))
    broken = {rule.name: found for rule in RULES if (found := rule.broken(words, a))}
    broken.pop(BOTH_AGES, None)
    assert (broken, len(RULES) > 30) == ({}, True)


@pytest.mark.parametrize("wrong", ["You can pay them.", "Open the picture.", "Log in as them.", "Track their phone."])
def test_a_sentence_against_a_rule_would_be_found(wrong):
    a = answers_of(who="child", age="13-15", what="demand-money", holder="stranger")
    assert [rule.name for rule in RULES if rule.broken((wrong,), a)] != []


def test_the_page_has_one_first_heading_no_level_left_out_and_a_title_that_tells_nothing():
    page = Client().get("/after/").content.decode()
    levels = [int(level) for level in re.findall(r"<h([1-6])", page.split("</main>")[0])]
    assert (levels.count(1), levels[0]) == (1, 1)
    assert [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1] == []
    assert re.findall(r"<title>(.*?)</title>", page) == ["After – Compass"]
    assert '<html lang="en">' in page


def test_it_works_without_script_form_or_question():
    assert re.findall(r"<(?:form|input|button|script)\b", main_of("/after/")) == []


@pytest.mark.parametrize("land", [*LANDS, "NL", "ZA", "MX"])
def test_a_number_stands_once_and_the_emergency_number_first(land):
    address = f"/after/{land.lower()}/"
    page, found = main_of(address), helplines(Client().get(address))
    numbers = re.findall(r'href="((?:tel|sms):[^"]+)"', page)
    assert (found[0], len(numbers)) == (selectors.directory(land).emergency[0].slug, len(set(numbers)))


@pytest.fixture
def with_one_crisis_line_less(tmp_path, content, db):
    """The facts without the line of the Philippines for everybody: then one for children is the tipline, too."""
    rows = [row for row in content["helplines"] if row["slug"] != "ph-ncmh"]
    call_command("load_content", folder=written({**content, "helplines": rows}, tmp_path), verbosity=0)
    selectors.forget()
    page_cache.forget()
    yield
    call_command("load_content", folder=FIXTURES, verbosity=0)


@pytest.mark.usefixtures("with_one_crisis_line_less")
def test_a_line_that_stands_above_is_named_again_and_not_its_number():
    page = main_of("/after/ph/")
    assert [page.count(piece) for piece in ('id="line-ph-makabata-1383"', 'href="#line-ph-makabata-1383"')] == [1, 1]


def test_a_country_without_a_line_for_grief_promises_none():
    assert ["There is also:" in said(f"/after/{land}/") for land in ("ca", "gb", "ie")] == [
        False,
        False,
        True,
    ]


def test_where_nobody_is_known_to_be_there_all_night_it_says_so():
    sentence = "We do not know of a helpline here that is open all night for everyone."
    assert [sentence in said(f"/after/{land}/") for land in ("lu", "gb")] == [True, False]


LINK = '<a class="quiet" href="/after/">Someone close to me has died</a>'


@pytest.mark.parametrize("address", ["/", "/people/", "/guide/who/"])
def test_it_is_linked_last_and_small(address):
    page = main_of(address)
    assert page.count("/after/") == 1
    assert page.rstrip().endswith(f'<p class="hint">{LINK}</p>')


def test_at_the_front_door_the_link_is_far_from_the_five_lines():
    page = main_of("/")
    between = page[page.index('<ul class="five">') : page.index(LINK)]
    assert "died" not in page[: page.index(LINK)]
    assert [piece in between for piece in ("Find my next steps", "What this site cannot do")] == [True, True]


def test_the_link_is_no_choice_of_the_question():
    page = main_of("/guide/who/")
    assert page.index(LINK) > page.index("</form>")
    assert "died" not in unescape(page[: page.index(LINK)])


def test_no_later_question_has_the_link():
    walker = Walker()
    walker.get("/guide/")
    walker.reply("friend")
    assert (walker.at, "/after/" in walker.page.links) == ("/guide/danger/", False)


@pytest.mark.parametrize("address", ["/now/", "/people/ca/", "/places/", "/safety/"])
def test_no_other_page_leads_there(address):
    assert "/after/" not in Client().get(address, follow=True).content.decode()
