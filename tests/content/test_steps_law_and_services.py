"""Law, services and guides on the plan, with the real facts: what each reader meets in each place, and never meets."""

import re
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from django.template.loader import render_to_string

from resources import selectors
from resources.models import Law as LawRow
from resources.models import TakedownService
from tests.content.step_words import plain
from tests.content.test_page_weight import too_heavy
from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    CHILD_ALONE,
    FRIEND,
    MOTHER,
    PEOPLE,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
)
from tests.resources.fact_numbers import reads
from tests.visitor import Walker
from wizard.core.flow import walk
from wizard.core.location import location_of, read_answers
from wizard.core.plan import build_plan
from wizard.core.questions import FLOW
from wizard.journey.facts import facts_for_guide
from wizard.plan.context import step_context
from wizard.plan.core.step_guides import MOST

pytestmark = pytest.mark.django_db

Person = dict[str, str]
Row = tuple[str, str, Person, tuple[str, ...], tuple[str, ...]]
STEPS = ("worker-duties", "match-service", "remove", "regulator", "know-your-rights")
# These say what the place asks of whoever stands by an adult who cannot protect themself.
BESIDE = ("with-your-child", "be-a-good-friend")


def of(person: Person, **changed: str) -> Person:
    return {**person, **{name.replace("_", "-"): value for name, value in changed.items()}}


class Reader(NamedTuple):
    """One person with the plan that the real facts give them."""

    pages: dict[str, str]
    context: dict[str, Any]


def plan_of(person: Person) -> Reader:
    """The body of each of these steps that is on the plan, as HTML, and what the templates were given."""
    world = facts_for_guide()
    path = walk(FLOW, {slug: values.split() for slug, values in person.items()}, world)
    a, at = read_answers(path, world), location_of(path, world)
    context = step_context(SimpleNamespace(answers=a, at=at, path=path, world=world))  # type: ignore[arg-type]
    steps = [step for step in build_plan(a).steps if step.slug in (*STEPS, *BESIDE)]
    pages = {
        step.slug: render_to_string(f"plan/steps/{step.slug}.html", {**context, "step": step, "they": step.they})
        for step in steps
    }
    return Reader(pages, context)


def here(country: str, region: str = "") -> Person:
    return {"place": country, "region": region}


TEEN, ADULT = TEEN_CLASSMATE_SHARED, ADULT_MAY_SAY_NO
GROWN_SINCE = of(ADULT, age_then="under-18")
TEEN_HOME, TEEN_FAMILY = of(TEEN, device="home"), of(TEEN, holder="family")
MOTHER_SHARED = of(MOTHER, what="demand-money shared")
WORKER_SHARED = of(WORKER, what="shared", where="instagram")
SMALL = of(CHILD_ALONE, what="demand-more shared")
AFRAID = of(ADULT, afraid="yes")
STRANGER = of(ADULT, holder="stranger", what="threat")

# (step, place, person, phrases that must be there, phrases that must never be there); one more case is one more row.
BODIES: list[Row] = [
    ("regulator", "CA-BC", TEEN,
     ("Civil Resolution Tribunal", "Intimate Images Protection Service", "6 March 2023", "From 14 you can ask",
      "From 12 you can choose", "They may contact the other person", "Ask first when they would do it", "Cybertip.ca",
      "NeedHelpNow", "Never send the picture"),
     ("Netsafe", "CyberScan", "Quebec")),
    ("regulator", "CA-BC", ADULT, ("Civil Resolution Tribunal", "may contact the other person"),
     ("From 14", "Cybertip", "NeedHelpNow", "tipline", "after the safety plan", "Before you ask it")),
    ("regulator", "CA-BC", AFRAID,
     ("contact with the other person could get you hurt", "until you say so. Contact it only after the safety plan."),
     ("Before you ask it", "They may contact", "talk to that person for you")),
    ("regulator", "CA-BC", STRANGER,
     ("until you say so. Talk to a helpline in this plan before you contact it.",),
     ("after the safety plan",)),
    ("regulator", "CA-BC", MOTHER, ("“you” means the person", "From 14 you can ask"), ("picture of me",)),
    ("regulator", "CA-BC", CHILD_ALONE, ("“you” means the person", "for pictures of people under 18"), ()),
    ("regulator", "CA-NS", TEEN, ("CyberScan", "Ask first what they will say", "cannot make an order", "parent"), ()),
    ("regulator", "CA-NS", ADULT, ("CyberScan",), ("under 19", "A parent can")),
    ("regulator", "CA-NS", TEEN_HOME,
     ("CyberScan", "An adult you choose", "only after the safety plan"), ("A parent",)),
    ("regulator", "CA-NS", TEEN_FAMILY,
     ("CyberScan", "An adult you choose", "only after the safety plan"), ("A parent",)),
    ("regulator", "CA-QC", TEEN, ("by day or by night", "From 14 you can ask alone", "reach the other person"), ()),
    ("regulator", "CA-QC", TEEN_HOME, ("From age 14 you can ask on your own",), ("Under 14",)),
    ("regulator", "CA-QC", ADULT, ("Urgent order",), ("From 14", "Cybertip")),
    ("regulator", "CA-MB", TEEN, ("Cybertip.ca",), ("Tribunal", "Urgent order", "write to the other person")),
    ("regulator", "GB", TEEN, ("Internet Watch Foundation", "Only the link"), ("Revenge", "18 or older")),
    ("regulator", "GB", ADULT_EX, ("Revenge Porn Helpline", "10:00 to 16:00"), ("Watch Foundation", "48 hours")),
    ("regulator", "IE", ADULT, ("Hotline.ie", "Coimisiún na Meán"), ("will be taken down",)),
    ("regulator", "AU", TEEN, ("eSafety", "ACCCE", "The 24 hours start with eSafety’s formal notice, not your report",
                               "may contact the other person", "Do not save"), ("CyberTipline",)),
    ("regulator", "AU", TEEN_HOME, ("eSafety", "ACCCE"), ("The parent or guardian",)),
    ("regulator", "NZ", ADULT, ("Netsafe", "but only if you agree", "District Court", "No nude or sexual"), ()),
    ("regulator", "KR", ADULT, ("Digital Sex Crime Victim Support Center", "write to sites"), ("CyberTipline",)),
    ("regulator", "US", TEEN, ("CyberTipline", "may not tell you what happened with"), ("Cybertip.ca",)),
    ("regulator", "US", FRIEND, ("If you already have a link",), ("What each one can do",)),
    ("regulator", "CA-BC", SHARER_FORCED, ("Talk to a legal line before",), ("What each one can do", "picture of me")),
]  # fmt: skip

MATCHING: list[Row] = [
    ("match-service", "CA-MB", TEEN_BLACKMAILED,
     ("these take part, as far as we know: Snapchat, Instagram", "in any country", "Adults can use it too",
      "The picture, already on your own device", "do not let anyone send you one"), ("StopNCII", "Report Remove")),
    ("match-service", "GB", of(TEEN, where="yubo"),
     ("Report Remove", "under 13, you are not asked", "know: Yubo"), ("NCII",)),
    ("match-service", "GB", GROWN_SINCE, ("Take It Down",), ("Report Remove", "StopNCII")),
    ("match-service", "GB", of(ADULT, where="bumble yubo"), ("know: Bumble."), ("Take It Down",)),
    ("match-service", "CA-BC", TEEN_HOME, ("in any country",), ("a parent", "StopNCII")),
    ("match-service", "CA-BC", MOTHER, ("They use it themselves", "know: Snapchat"), ("Choose the file", "Have ready")),
    ("match-service", "GB", WORKER_SHARED, ("Report Remove",), ("Choose the file", "Have ready", "or choose the file")),
    ("match-service", "CA-BC", SMALL, ("Take It Down",), ("Choose the file", "Have ready")),
]  # fmt: skip

FOUR = ("Typed is enough", "Which picture it is", "in good faith", "How to reach you")
REMOVING: list[Row] = [
    ("remove", "CA-BC", of(TEEN, where="instagram"),
     ("Add that the person in it is under 18", "I was under 18 in this picture", "pictures of people under 18",
      "Project Arachnid", *FOUR), ("DMCA", "copyright", "2 hours", "Aylo")),
    ("remove", "CA-BC", of(TEEN, where="group-chat"), ("I was under 18 in this picture",), ("48 hours",)),
    ("remove", "CA-BC", of(TEEN, where="whatsapp"), ("Untick that box", "Press the message and hold it"), ("Open it",)),
    ("remove", "CA-BC", of(TEEN, where="azar tinder google-search"), ("user code",), ("screenshot", "Find the")),
    ("remove", "CA-BC", of(ADULT, where="azar"), ("If the form asks for screenshots",), ("Project Arachnid",)),
    ("remove", "CA-MB", TEEN_BLACKMAILED,
     ("To report the account", "or threats to share them", "talk to a helpline before you block"),
     ("To ask for the picture", "48 hours", "Project Arachnid")),
    ("remove", "CA-BC", AFRAID, ("do it only after the safety plan",), ("DMCA",)),
    ("remove", "US", of(ADULT, where="pornhub"), (*FOUR, "the FTC", "Aylo", "DMCA"), ("Arachnid",)),
    ("remove", "US", of(TEEN, where="group-chat"), ("The 48 hours start with your full request", "FTC complaint"),
     ("DMCA", "private storage")),
    ("remove", "US", of(ADULT, what="threat", where="snapchat"), ("To report the account",), ("48 hours", "DMCA")),
    ("remove", "US", of(ADULT, holder="stranger"), FOUR, ("DMCA",)),
    ("remove", "IN", ADULT, ("The 2 hours start with your complaint", "Some government pages still give 24"), ()),
    ("remove", "IE", of(TEEN, where="other"), ("accurate and complete", "Coimisiún na Meán complaint"), ("FTC",)),
    ("remove", "DE", of(ADULT, where="other"), ("accurate and complete",), ("Coimisiún na Meán complaint", "FTC")),
    ("remove", "GB", of(ADULT, where="other"), ("Search removal by name",), ("48 hours", "accurate and complete")),
    ("remove", "GB", GROWN_SINCE, ("nude, sexual or fake",), ("pictures of people under 18",)),
    ("remove", "CA-BC", MOTHER_SHARED,
     ("“you” means the person in the picture. That person does", "Open the request form on the Snapchat help site"),
     ("Go to the Snap", "picture of me")),
    ("remove", "GB", WORKER_SHARED, ("Do not look at the picture", "Paste the links"), ("Tap the three dots on the",)),
    ("remove", "CA-BC", SMALL, ("Use the links they already have", "“you” means the person"), ("of me", "your child")),
    ("remove", "CA-BC", of(SHARER_FORCED, what="threat shared", where="snapchat"), ("your own posts",),
     ("in this picture", "To report the account", "Project Arachnid", "48 hours")),
]  # fmt: skip

# A worker's own duty, by place; nobody else reads of it here.
WORKER_OF_TEEN = of(WORKER, holder="stranger", device="mine")
WORKER_OF_GROWN = of(WORKER_OF_TEEN, age="18-plus", age_then="18-plus")
MUST = "that some people must report this, or that everyone must. It does not depend on what the person chooses."
SHOULD = "You should report this, even where no law makes you."
DUTIES: list[Row] = [
    ("worker-duties", "CA-MB", WORKER_OF_TEEN,
     ("Child sexual abuse material: everyone must report it", "you must tell Cybertip.ca soon",
      "Never send or save the picture"),
     ("In BC", "Tribunal")),
    ("worker-duties", "CA-MB", WORKER_OF_GROWN,
     ("They decide", "In Manitoba, everyone must report when an adult"), ("Cybertip",)),
    # Rule 16: what the place asks of whoever stands by an adult who cannot protect themself.
    *((slug, place, of(WORKER_OF_GROWN, who=who, keeps_safe="no"), (said, "tell the person first", *noted), unsaid)
      for who, slug in (("client", "worker-duties"), ("child", "with-your-child"), ("friend", "be-a-good-friend"))
      for place, said, noted, unsaid in (
          ("CA-NS", MUST, ("In Nova Scotia, everyone must report",), ("Anyone can", "You should report")),
          ("IE", MUST, ("In Ireland, it can be a crime",), ("You should report",)),
          ("GB-ENG", SHOULD, ("In England, tell your manager",), (MUST,)),
          ("AU", SHOULD, (), (MUST, "Anyone can")),
          ("CA-BC", "today. Anyone can.", (), (MUST, "You should report")),
      )),
    ("worker-duties", "CA-BC", of(WORKER_OF_GROWN, keeps_safe="no"), ("does not make everyone report",), ()),
    ("with-your-child", "CA-BC", of(WORKER_OF_GROWN, who="child", keeps_safe="no"), (), ("make everyone report",)),
    # The child only passed one on: the duty is the same, and nobody draws it out of them.
    ("worker-duties", "CA-MB", of(WORKER_OF_TEEN, what="passed-on"),
     ("you must tell Cybertip.ca soon", "Tell them about a youth legal line before you ask", reads("cybertip-ca")),
     ("What came next", "What was sent or posted", "in their words", "passed on a picture too")),
    ("worker-duties", "CA-MB", of(WORKER_OF_GROWN, age_then="under-18"), ("you must tell Cybertip.ca soon",), ()),
    ("worker-duties", "CA-BC", WORKER_OF_TEEN, ("The person who heard about it makes the report",), ("Manitoba",)),
    ("worker-duties", "CA-NS", WORKER_OF_TEEN, ("Everyone in Nova Scotia who suspects",), ("Manitoba",)),
    ("worker-duties", "CA-QC", WORKER_OF_TEEN, ("Director of Youth Protection",), ("Manitoba",)),
    ("worker-duties", "CA", WORKER_OF_TEEN, ("in every province and territory",), ("In Manitoba", "In BC")),
    ("worker-duties", "GB-ENG", WORKER_OF_TEEN,
     ("A new law may be in force by now. Do not wait to find out. Report today.", "safeguarding lead"),
     ("We could not check",)),
    ("worker-duties", "GB-SCT", WORKER_OF_TEEN,
     ("There is no single law in Scotland that makes everyone report",), ("England",)),
    ("worker-duties", "IE", WORKER_OF_TEEN, ("to Tusla",), ()),
    ("worker-duties", "US", WORKER_OF_TEEN, ("Some say that every adult must",), ("Tennessee",)),
    ("worker-duties", "AU", WORKER_OF_TEEN, ("The Northern Territory names everyone",), ()),
    ("worker-duties", "NZ", WORKER_OF_TEEN, ("Oranga Tamariki",), ()),
    ("worker-duties", "KE", WORKER_OF_TEEN, ("You probably have to report this",), ("Tusla", "Cybertip")),
]  # fmt: skip

RIGHTS: list[Row] = [
    ("know-your-rights", "IE", ADULT, ("can ask for it to be taken down",), ("can get it taken down",)),
    ("know-your-rights", "US", ADULT, ("in good faith", "sites that choose all of their"), ("private storage",)),
    ("know-your-rights", "DE", ADULT, ("New law, not in force yet.", "right and complete"), ("must make it a crime",)),
    ("know-your-rights", "CA-BC", TEEN, ("We could not check if it has started", "not to contact that person"),
     ("before you write to the person yourself",)),
    ("know-your-rights", "CA-NS", TEEN_HOME, ("not to contact that person", "adult you choose"), ("parent can",)),
    ("know-your-rights", "CA-QC", TEEN, ("a person or a site", "Under 14, an adult asks"), ()),
    ("know-your-rights", "GB-ENG", ADULT, ("it has not started yet",), ("screenshot another person",)),
    ("know-your-rights", "NZ", TEEN, ("Write down the words of the threat",), ("screenshot",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "place", "person", "said", "unsaid"), [*BODIES, *MATCHING, *REMOVING, *DUTIES, *RIGHTS]
)
def test_a_step_says_what_is_true_here(
    slug: str, place: str, person: Person, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    country, _dash, part = place.partition("-")
    words = plain(plan_of({**person, **here(country, place if part else "")}).pages[slug])
    assert [phrase for phrase in said if phrase not in words] == []
    assert [phrase for phrase in unsaid if phrase in words] == []


# --- every reader in every place --------------------------------------------------------------------------------------

READERS: dict[str, Person] = {
    **PEOPLE,
    "teen, shared": of(TEEN, where="snapchat discord x"),
    "teen, home": of(TEEN_HOME, where="azar"),
    "teen, family": of(TEEN_FAMILY, where="tinder"),
    "adult now": of(GROWN_SINCE, where="whatsapp"),
    "adult": of(ADULT, where="pornhub azar google-search"),
    "mother, shared": MOTHER_SHARED,
    "worker, shared": WORKER_SHARED,
    "small child": SMALL,
    "who skips all": {},
}
LANDS = [("CA", f"CA-{part}") for part in ("BC", "NS", "QC", "NU")] + [
    (country, "") for country in ("CA", "US", "GB", "IE", "AU", "NZ", "IN", "KR", "DE", "KE", "other")
]
NEVER = ("None", "[]", "editor", "page seen", "not confirmed", "sources", "Bill C-34", "Online harms law", "UK 48-hour")
VERBS = "copy|open|move|send|print|upload|screenshot|save|download|attach|keep|show"
TOUCH = re.compile(rf"\b({VERBS})\b (?:\w+ ){{0,3}}(?:pictures?|videos?|images?|screenshots?)\b", re.IGNORECASE)
REFUSED = re.compile(r"\b(?:not|never|no|nobody|crime|law|laws)\b", re.IGNORECASE)


def told_to_touch(words: str) -> list[str]:
    """Sentences, but for those quoted as somebody's own words, that ask for something to be done with the picture."""
    sentences = re.split(r"(?<=[.!?:”])\s", re.sub("“[^”]*”", "“”", words))
    return [sentence for sentence in sentences if TOUCH.search(sentence) and not REFUSED.search(sentence)]


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize("land", LANDS, ids="/".join)
def test_no_reader_meets_what_is_not_theirs(land: tuple[str, str], who: str) -> None:
    reader = plan_of({**READERS[who], **here(*land)})
    a, words = reader.context["a"], {slug: plain(page) for slug, page in reader.pages.items()}
    foreign = [*NEVER]
    foreign += (
        ["StopNCII"] if a.subject_under_18 else ["Take It Down is", "ncmec", "Cybertip", "CyberTipline", "Arachnid"]
    )
    foreign += [] if a.report_remove_here and a.minor_now else ["Report Remove"]
    foreign += ["DMCA"] if a.subject_under_18 or a.dangerous_holder or a.sextorted or a.helper else []
    foreign += ["A parent can", "parent or guardian of", "parents too"] if a.family or a.home else []
    assert [(slug, phrase) for slug, text in words.items() for phrase in foreign if phrase in text] == []
    if a.subject_under_18 or a.helper:
        laws = [text for law in reader.context["laws"] for text in (law.plain, law.how_to_use)]
        steps = [text for slug, text in words.items() if slug != "know-your-rights"]
        assert [found for text in (*steps, *laws) for found in told_to_touch(text)] == []
    links = [link for page in reader.pages.values() for link in re.findall(r'<a href="(http[^"]*)"([^>]*)>', page)]
    assert [link for link, rest in links if 'rel="noreferrer noopener"' not in rest] == []


# --- every service ----------------------------------------------------------------------------------------------------

NOT_ROUTES = {
    "ccri-guides": "guidance: something to read, its helpline stands in `regulator`",
    "uk-48-hour-duty": "not in force: nobody can use it yet",
    "ca-federal-online-harms": "a bill",
    "us-ftc-complaint": "no route of its own: where the 48-hour clock leads",
    "ie-cnam-complaint": "no route of its own: where the notice of the EU leads, in Ireland",
}
# Places that a service is for: each kind of them is named once.
TRIED = [TEEN, of(ADULT, where="pornhub ai-makers no-answer-sites")]


def shown_names(place: str) -> set[str]:
    land = (place.partition("-")[0], place if "-" in place else "")
    pages = [page for person in TRIED for page in plan_of({**person, **here(*land)}).pages.values()]
    return set(re.findall(r"<(?:summary|a [^>]*)>(?:More about )?(?:<span[^>]*>)?([^<]+)</", "".join(pages)))


def body_lines(content: Any, places: list[str]) -> list[str]:
    countries = {place.partition("-")[0] for place in places}
    return [line["slug"] for line in content["helplines"] if line["crosses"] and line["country"] in countries]


def test_every_service_in_force_is_on_a_plan_of_its_place_or_has_a_reason_not_to_be(content: Any) -> None:
    homes = {"*": "US", "EU": "DE"}
    missing = []
    for row in content["takedown"]:
        if row.get("part", "bodies") == "bodies" and not body_lines(content, row["place"]):
            # The step that shows bodies opens where a line of one is on file.
            continue
        name = row["name"]["en"]
        found = any(name in shown_names(homes.get(place, place)) for place in row["place"])
        if not found:
            missing.append(row["slug"])
    assert sorted(missing) == sorted(slug for slug in NOT_ROUTES if not slug.endswith("-complaint"))


def test_where_to_complain_is_a_link_inside_its_route() -> None:
    assert "takeitdown.ftc.gov" in plan_of({**ADULT, **here("US")}).pages["remove"]
    assert "cnam.ie" in plan_of({**ADULT, **here("IE")}).pages["remove"]


def test_a_plan_of_law_only_is_never_shown(content: Any) -> None:
    assert LawRow.objects.filter(status="bill").count() > 0
    assert TakedownService.objects.filter(status="bill").count() > 0
    bills = {row["title"]["en"] for row in content["law"] if row["status"] == "bill"}
    places = [("CA", "CA-BC"), ("US", ""), ("NZ", "")]
    words = [plain(plan_of({**ADULT, **here(*land)}).pages["know-your-rights"]) for land in places]
    assert [title for title in bills for text in words if title in text] == []


# --- many places, and the weight of it --------------------------------------------------------------------------------

EVERYWHERE = " ".join(("snapchat instagram discord x reddit whatsapp tiktok facebook messenger telegram", "kik yubo"))


@pytest.mark.parametrize("person", [TEEN, ADULT, MOTHER_SHARED])
def test_steps_are_told_for_a_few_places_and_every_one_has_its_link(person: Person) -> None:
    page = plan_of(of(person, what="demand-money shared fake", where=EVERYWHERE)).pages["remove"]
    assert page.count("To report the account") == MOST
    assert len(re.findall(r'href="/places/[^"]+"', page)) == len(EVERYWHERE.split())


HEAVY = [
    of(TEEN, what="demand-money shared fake", place="US", region=""),
    of(MOTHER_SHARED, place="IE", region=""),
    of(WORKER_SHARED, what="demand-money shared fake"),
]


@pytest.mark.parametrize("person", HEAVY)
def test_who_names_every_place_still_gets_light_pages(person: Person) -> None:
    everything = " ".join(place.slug for place in selectors.platforms())
    walker = Walker().walk(of(person, where=everything))
    paths = ["/plan/", "/plan/remove/", "/plan/regulator/", "/plan/know-your-rights/"]
    assert too_heavy(walker.client, paths) == []


def test_the_plan_itself_does_not_carry_the_steps_of_every_place() -> None:
    page = Walker().walk(of(TEEN, where=EVERYWHERE)).get("/plan/").content.decode()
    assert "To ask for the picture" not in page
