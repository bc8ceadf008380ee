"""The helplines of every step, as its template shows them, for every place, age and role: few, fitting, open first."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.template import Library
from django.template.backends.django import DjangoTemplates
from django.template.base import Parser, TextNode, Token
from django.template.loader import render_to_string
from django.utils.translation import override

from resources import repository, selectors
from resources.core.helpline import Helpline
from resources.core.needs import HelplinesByNeed
from resources.models import Helpline as HelplineRow
from tests.content.step_words import plain
from tests.project.source_tree import ROOT
from tests.system_packages import THOROUGH
from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide, walk
from wizard.core.location import Location, location_of, read_answers
from wizard.core.plan import Step, build_plan
from wizard.core.questions import FLOW
from wizard.core.step_rules import STEP_RULES
from wizard.core.wording_rules import wording
from wizard.helplines import for_plan as plan_helplines
from wizard.helplines.for_plan import helplines_for_plan
from wizard.journey.facts import facts_for_guide

pytestmark = pytest.mark.django_db

TAKE_IT_DOWN, STOPNCII, REPORT_REMOVE = "int-take-it-down", "int-stopncii", "gb-report-remove"
AGES: tuple[dict[str, str], ...] = (
    {"age": "under-13"},
    {"age": "13-15"},
    {"age": "18-plus", "age-then": "under-18"},
    {"age": "18-plus", "age-then": "18-plus"},
)
WHO: tuple[dict[str, str], ...] = (
    *({"who": role} for role in ("self", "child", "client", "friend")),
    {"who": "sharer", "forced": "no"},
    {"who": "sharer", "forced": "yes"},
)
# What opens every step that shows lines; the danger at home; and a mild case, for the steps that need one.
PRESSED = {
    "danger": "self-harm unsafe deadline",
    "device": "mine",
    "what": "demand-money shared passed-on",
    "holder": "stranger",
    "already": "paid saved",
}
ONLY_PRESSED = {**PRESSED, "what": "demand-money shared"}
MADE_TO_SEND = {**PRESSED, "what": "demand-more", "already": "sent-others"}
AT_HOME = {"danger": "none", "device": "watched home", "what": "shared passed-on", "holder": "family"}
IN_OFFICE = {**AT_HOME, "what": "shared filmed received posing", "holder": "duty", "afraid": "no"}
MILD = {
    "danger": "none",
    "device": "mine",
    "what": "shared",
    "holder": "peer",
    "holder-age": "young",
    "afraid": "no",
}
# Places that differ: regions with bodies of their own, no region, no number, two numbers, nobody at night, no list.
DIFFERENT = [
    ("CA", ""),
    ("US", ""),
    ("GB", "GB-SCT"),
    ("CA", "CA-BC"),
    ("CA", "CA-NS"),
    ("CA", "CA-NU"),
    ("GB", "GB-ENG"),
    ("NZ", ""),
    ("DE", ""),
    ("LU", ""),
    ("other", ""),
]


def looked_at() -> list[tuple[str, str]]:
    """Every place in CI, and those that differ most everywhere else."""
    return all_places() if THOROUGH else DIFFERENT


class Shown(NamedTuple):
    """One step on somebody's plan, with its helplines in the order of the page."""

    at: Location
    a: Answers
    step: Step
    known: HelplinesByNeed
    lines: tuple[Helpline, ...]
    text: str

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(line.slug for line in self.lines)

    @property
    def after_emergency(self) -> tuple[Helpline, ...]:
        return tuple(line for line in self.lines if not line.emergency)

    def __str__(self) -> str:
        return f"{self.at.region or self.at.country} {self.a.role} {self.a.age} {self.step.slug} {self.slugs}"


untranslated = Library()


@untranslated.tag
def translate(parser: Parser, token: Token) -> TextNode:
    """The words as they stand in the template."""
    return TextNode(token.split_contents()[1][1:-1])


@lru_cache
def engine() -> DjangoTemplates:
    """The real templates with a bare card: what stands on a card is looked at once for each line, further down."""
    own = dict(settings.TEMPLATES[0])
    loaders = [
        ("django.template.loaders.locmem.Loader", {"components/helpline.html": "[[{{ line.slug }}]]"}),
        "django.template.loaders.filesystem.Loader",
    ]
    # Translation takes half the time and changes no line.
    options = {**own["OPTIONS"], "loaders": [("django.template.loaders.cached.Loader", loaders)]}
    made = DjangoTemplates({"NAME": "bare", "DIRS": own["DIRS"], "APP_DIRS": False, "OPTIONS": options})
    made.engine.template_builtins.append(untranslated)
    return made


def steps_of(person: dict[str, str], world: FactsForGuide) -> Iterator[Shown]:
    """The steps of one plan that show lines, drawn from their templates."""
    path = walk(FLOW, {slug: values.split() for slug, values in person.items()}, world)
    at, a = location_of(path, world), read_answers(path, world)
    lines = helplines_for_plan(at, a)
    by_slug = {line.slug: line for few in lines.steps.values() for line in few.lines}
    for step in build_plan(a).steps:
        page = engine().get_template(step.template)
        if "lines.steps" not in page.template.source:
            continue
        text = page.render({"a": a, **wording(a), "at": at, "lines": lines, "step": step, "they": step.they})
        yield Shown(at, a, step, lines, tuple(by_slug[slug] for slug in re.findall(r"\[\[(.+?)\]\]", text)), text)


def all_places() -> Iterator[tuple[str, str]]:
    """Every country without a region, every region, and a country that is not in the list."""
    for land in selectors.places():
        yield land.code, ""
        yield from ((land.code, region) for region, _name in land.regions)
    yield "other", ""


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: Any) -> tuple[Shown, ...]:
    """Every step, for every place, age and role. Drawn once for all tests; without translation, which takes long."""
    with django_db_blocker.unblock(), override(None):
        world = facts_for_guide()
        cases = [
            *product(looked_at(), [PRESSED]),
            *product(DIFFERENT, [AT_HOME, IN_OFFICE, MILD, ONLY_PRESSED, MADE_TO_SEND]),
        ]
        people = [
            {"place": land, "region": region, **age, **who, **events}
            for ((land, region), events), age, who in product(cases, AGES, WHO)
        ]
        return tuple(step for person in people for step in steps_of(person, world))


def wrong(shown: tuple[Shown, ...], slugs: str = "", *, unless: Any) -> list[str]:
    """The steps (of these slugs, or all) that break a rule, in words for the one who reads the failure."""
    wanted = slugs.split()
    return [str(one) for one in shown if (not wanted or one.step.slug in wanted) and not unless(one)]


def test_every_place_age_and_role_was_looked_at(shown: tuple[Shown, ...]) -> None:
    places = {(one.at.country, one.at.region) for one in shown}
    people = {(one.a.role, one.a.age, one.a.forced, one.a.subject_under_18) for one in shown}
    least = 68 if THOROUGH else len(DIFFERENT)
    assert (places, len(places) >= least, len(people)) == (set(looked_at()), True, 23)


def test_every_step_that_asks_for_lines_was_seen_with_some(shown: tuple[Shown, ...]) -> None:
    assert {one.step.slug for one in shown if one.lines} == {
        row.slug for row in STEP_RULES if "lines.steps" in (ROOT / f"templates/plan/steps/{row.slug}.html").read_text()
    }


def test_no_step_shows_more_than_four_lines_or_one_twice(shown: tuple[Shown, ...]) -> None:
    assert wrong(shown, unless=lambda one: len(set(one.slugs)) == len(one.slugs) <= 4) == []


def test_lines_are_of_the_place_or_called_international(shown: tuple[Shown, ...], facts: Any) -> None:
    serves = {row["slug"]: (row["country"], {*row["regions"]}) for row in facts["helplines"]}
    members = {land.code for land in selectors.places() if land.eu}

    def of_the_place(line: Helpline, at: Location) -> bool:
        country, regions = serves[line.slug]
        here = {"*", at.region} | ({"EU"} if at.country in members else set())
        if line.international:
            return country == "INT" and bool(regions & here)
        return country == at.country and (bool(regions & here) or (line.emergency and not at.region))

    assert wrong(shown, unless=lambda one: all(of_the_place(line, one.at) for line in one.lines)) == []


def test_nobody_sees_a_line_that_their_age_may_not_use(shown: tuple[Shown, ...]) -> None:
    def may_use(one: Shown, line: Helpline) -> bool:
        own_age = line.fit.youth_ok if one.a.minor_now else line.fit.adult_ok
        # Helpers see what parents and workers may use beside what the child may.
        return own_age or line.emergency or (one.a.role in line.fit.for_roles and one.a.role in ("child", "client"))

    assert wrong(shown, unless=lambda one: all(may_use(one, line) for line in one.lines)) == []


def test_an_adult_meets_no_line_about_children_but_a_body_for_any_age(shown: tuple[Shown, ...]) -> None:
    found = {
        line.slug
        for one in shown
        if not one.a.minor_now
        for line in one.lines
        if line.fit.topics & {"youth", "child-protection"} and line.fit.crosses is None
    }
    assert found == set()


def test_roles_see_lines_for_them_and_helpers_those_of_the_person_too(shown: tuple[Shown, ...]) -> None:
    def for_role(one: Shown, line: Helpline) -> bool:
        role = "self" if one.a.forced else one.a.role
        youth_lawyer = role == "sharer" and {"legal", "youth"} <= line.fit.topics
        return (
            line.emergency
            or role in line.fit.for_roles
            or youth_lawyer
            or (one.a.helper and "self" in line.fit.for_roles)
        )

    assert wrong(shown, unless=lambda one: all(for_role(one, line) for line in one.lines)) == []


def test_services_for_pictures_fit_the_side_of_18(shown: tuple[Shown, ...]) -> None:
    other_side = {True: "adult", False: "under-18"}
    assert (
        wrong(
            shown, unless=lambda one: other_side[one.a.subject_under_18] not in {line.fit.crosses for line in one.lines}
        )
        == []
    )
    named = {(one.a.subject_under_18, slug) for one in shown for slug in one.slugs if slug in (TAKE_IT_DOWN, STOPNCII)}
    assert named == {(True, TAKE_IT_DOWN), (False, STOPNCII)}


def test_report_remove_is_for_young_people_in_britain(shown: tuple[Shown, ...]) -> None:
    found = {(one.at.country, one.a.minor_now) for one in shown if REPORT_REMOVE in one.slugs}
    assert found == {("GB", True)}


def test_child_tiplines_stand_only_beside_pictures_of_somebody_under_18(shown: tuple[Shown, ...]) -> None:
    found = {line.slug: line.fit for one in shown if not one.a.subject_under_18 for line in one.lines}
    tells = {slug: fit for slug, fit in found.items() if "child-exploitation-report" in fit.topics}
    # What remains acts on pictures of any age, or is where money that was paid is reported.
    assert {slug for slug, fit in tells.items() if fit.crosses != "any" and "fraud" not in fit.topics} == set()


def test_somebody_answers_at_night_wherever_there_is_danger(shown: tuple[Shown, ...]) -> None:
    def open_at_night(one: Shown) -> bool:
        return any(line.open_all_hours for line in one.after_emergency) or not one.known.has_night_line

    assert wrong(shown, "danger-now crisis beat-the-clock people", unless=open_at_night) == []


def test_somebody_who_answers_at_night_comes_first_for_thoughts_of_dying_and_a_clock(shown: tuple[Shown, ...]) -> None:
    def open_first(one: Shown) -> bool:
        close = one.a.contact_danger and not one.a.stranger
        return close or not one.known.has_night_line or one.after_emergency[0].open_all_hours

    assert wrong(shown, "crisis beat-the-clock people", unless=open_first) == []


def test_the_emergency_number_comes_first_where_one_is_known(shown: tuple[Shown, ...]) -> None:
    def first(one: Shown) -> bool:
        known = one.known.emergency
        return one.lines[: len(known)] == known

    assert wrong(shown, "danger-now crisis people", unless=first) == []


NIGHT = "We do not know of a helpline here that is open all night for everyone."


def test_it_is_said_exactly_where_no_line_is_open_at_night(shown: tuple[Shown, ...]) -> None:
    def said(one: Shown) -> bool:
        return (NIGHT in one.text) is not one.known.has_night_line

    assert wrong(shown, "crisis beat-the-clock people", unless=said) == []
    assert {one.at.country for one in shown if NIGHT in one.text} >= {"LU", "other"}


def test_what_must_be_known_of_the_emergency_number_stands_beside_it(shown: tuple[Shown, ...]) -> None:
    def said(one: Shown) -> bool:
        lines = one.known
        on_card = any(not line.confirmed for line in lines.emergency)
        return on_card or plain(lines.emergency_note) in plain(one.text)

    assert wrong(shown, "danger-now crisis people worker-duties", unless=said) == []
    noted = {one.at.country for one in shown if one.known.emergency_note}
    assert noted >= {"CA", "other"}


def test_nunavut_gets_no_emergency_number_but_words(shown: tuple[Shown, ...]) -> None:
    found = [line for one in shown if one.at.region == "CA-NU" for line in one.lines if line.emergency]
    assert {(line.slug, line.channels) for line in found} == {("emergency-nunavut-rcmp", ())}
    assert "RCMP" in plain(render_to_string("components/helpline.html", {"line": found[0], "brief": True}))


def test_one_link_leads_to_the_rest_of_the_place_where_something_was_left_out(shown: tuple[Shown, ...]) -> None:
    def linked(one: Shown) -> bool:
        lines = one.known
        rest = [line for line in lines.all if line not in one.lines]
        return one.text.count(f'href="{lines.more_href}"') == bool(rest)

    assert wrong(shown, "people", unless=linked) == []
    # The way to another country is a link of its own.
    most_once = re.compile(r'href="/people/[a-z]')
    assert wrong(shown, unless=lambda one: len(most_once.findall(one.text)) <= 1) == []


@pytest.mark.parametrize(
    ("place", "address", "words"),
    [
        (("CA", "CA-BC"), "/people/ca/bc/", "More numbers for British Columbia"),
        (("CA", ""), "/people/ca/", "More numbers for Canada"),
        (("GB", "GB-SCT"), "/people/gb/sct/", "More numbers for Scotland"),
        (("other", ""), "/people/", "More numbers, by country"),
    ],
)
def test_the_link_names_the_place(
    shown: tuple[Shown, ...], client: Any, place: tuple[str, str], address: str, words: str
) -> None:
    found = {
        re.findall(r'class="quiet" href="(/people/[^"]*)">([^<]+)<', one.text)[0]
        for one in shown
        if one.step.slug == "people" and (one.at.country, one.at.region) == place and "/people/" in one.text
    }
    assert (found, client.get(address).status_code) == ({(address, words)}, 200)


def test_every_card_says_when_a_line_is_international(shown: tuple[Shown, ...]) -> None:
    lines = {line.slug: line for one in shown for line in one.lines}
    called = {
        slug
        for slug, line in lines.items()
        if "works in many countries"
        in plain(render_to_string("components/helpline.html", {"line": line, "brief": True}))
    }
    assert called == {slug for slug, line in lines.items() if line.international} != set()


def test_a_withdrawn_line_is_never_shown() -> None:
    HelplineRow.objects.filter(slug="kids-help-phone").update(withdrawn=True)
    repository._lines.cache_clear()
    selectors._lines_for.cache_clear()
    plan_helplines._lines_of_step.cache_clear()
    plan_helplines._by_need.cache_clear()
    world = facts_for_guide()
    person = {"place": "CA", "region": "CA-MB", "who": "self", "age": "13-15", **PRESSED}
    try:
        assert "kids-help-phone" not in {slug for one in steps_of(person, world) for slug in one.slugs}
    finally:
        repository._lines.cache_clear()
        selectors._lines_for.cache_clear()
        plan_helplines._lines_of_step.cache_clear()
        plan_helplines._by_need.cache_clear()


def slugs_of(shown: tuple[Shown, ...], step: str, **flags: Any) -> set[str]:
    """Every line of a step for people with these flags; `country` is one too."""
    country = flags.pop("country")
    return {
        slug
        for one in shown
        if (one.step.slug, one.at.country) == (step, country)
        and all(getattr(one.a, name) == value for name, value in flags.items())
        for slug in one.slugs
    }


def test_a_line_for_other_harm_is_no_tipline_where_one_takes_pictures(shown: tuple[Shown, ...]) -> None:
    for step in ("regulator", "match-service", "write-it-down", "people"):
        assert "us-human-trafficking-hotline" not in slugs_of(shown, step, country="US", minor_now=True)


def test_fraud_offices_stand_beside_police_only_where_money_was_asked_for(shown: tuple[Shown, ...]) -> None:
    offices = {"canadian-anti-fraud-centre", "rcmp-report-cybercrime-and-fraud", "opp-non-emergency"}
    asked, not_asked = (
        slugs_of(shown, "officers", country="CA", demand_money=money) & offices for money in (True, False)
    )
    assert (asked != set(), not_asked) == (True, set())


def test_lines_of_britain_go_to_nobody_whom_they_are_not_for(shown: tuple[Shown, ...]) -> None:
    everywhere = {one.step.slug for one in shown}
    clients = {s for step in everywhere for s in slugs_of(shown, step, country="GB", minor_now=True, role="client")}
    helpers = {s for step in everywhere for s in slugs_of(shown, step, country="GB", helper=True)}
    assert ("gb-qmul-legal-advice" in clients, "gb-stop-it-now" in helpers) == (False, False)


def test_who_passed_a_picture_on_meets_a_lawyer_before_any_body_that_takes_reports(shown: tuple[Shown, ...]) -> None:
    def lawyer_first(one: Shown) -> bool:
        if not one.a.for_sharer or one.a.forced:
            return True
        takes = [bool(line.fit.crosses or "child-exploitation-report" in line.fit.topics) for line in one.lines]
        legal = ["legal" in line.fit.topics for line in one.lines]
        return True not in takes or True in legal[: takes.index(True)]

    assert wrong(shown, "people put-it-right tell-someone officers", unless=lawyer_first) == []


def test_a_child_alone_gets_no_body_that_takes_reports_or_pictures_outside_the_fold(shown: tuple[Shown, ...]) -> None:
    def small(one: Shown) -> bool:
        taking = [line for line in one.after_emergency if line.fit.crosses or line.fit.topics & {"police", "fraud"}]
        return not one.a.under_13_alone or one.step.folded or not taking

    assert wrong(shown, unless=small) == []
