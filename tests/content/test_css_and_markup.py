"""The look keeps its promises: light enough, readable in both schemes, neutral, and Leave always first."""

import gzip
import itertools
import re
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string

from compass.static_storage import stripped
from tests.project.source_tree import text, under
from wizard.core.flow import Choice
from wizard.core.questions import BY_SLUG
from wizard.guide.context import choice_groups
from wizard.guide.forms import AnswerForm

CSS = text("static/css/compass.css") + text("static/css/visit.css")
CODE = re.sub(r"/\*.*?\*/", "", CSS, flags=re.S)
SCRIPT = "".join(text(f"static/js/{name}.js") for name in ("compass", "visit", "find"))
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})\b", block)) for block in re.findall(r":root\{(.*?)\}", CODE, re.S)[:2]
)
BACKGROUNDS = ("page", "sheet", "act-soft", "care-soft", "risk-soft")
# What is written on what: body words and links anywhere, the two warning colours on a page, a sheet and their own tint.
PAIRS = [
    *itertools.product(("ink", "soft", "act"), BACKGROUNDS),
    *itertools.product(("care",), ("page", "sheet", "care-soft")),
    *itertools.product(("risk",), ("page", "sheet", "risk-soft")),
    ("on-act", "act"),
    ("page", "ink"),
]
ERROR_PAGES = ("400", "404", "500", "errors/body_refused")
PLAIN_PAGES = {
    "403_csrf": "Compass",
    "pages/about": "About – Compass",
    "pages/privacy": "What we keep – Compass",
    "pages/safety": "This phone – Compass",
}


@dataclass
class Channel:
    kind: str
    href: str
    shown: str
    label: str = ""
    keyword: str = ""


@dataclass
class Line:
    """A helpline as templates see it; enough of it for a card."""

    channels: tuple[Channel, ...] = ()
    slug: str = "a-line"
    name: str = "A line"
    serves: str = "Young people"
    notes: str = "They listen."
    international: bool = False
    emergency: bool = False
    open_all_hours: bool = False
    hours_note: str = ""

    @property
    def confirmed(self):
        return bool(self.channels)


@dataclass
class Card:
    """A step as the plan sees it; its words are those of any small template."""

    slug: str
    open: bool = False
    done: bool = False
    title: str = "A step"
    line: str = "One line"
    href: str = "/plan/a-step/"
    template: str = "components/number_unchecked.html"
    they: bool = False
    aside: bool = False


class Tags(HTMLParser):
    """Every start tag of a page, in order, as (name, attributes)."""

    def __init__(self, page):
        super().__init__()
        self.seen = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def all(self, *names):
        return [attributes for tag, attributes in self.seen if tag in names]

    def submits(self):
        """Buttons that send a form."""
        return [button for button in self.all("button") if button.get("type") != "button"]


def brightness(colour):
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dim, bright = sorted((brightness(one), brightness(other)))
    return (bright + 0.05) / (dim + 0.05)


def title(page):
    return re.search(r"<title>(.*?)</title>", page, re.S).group(1)


def question(slug, choices, data=None, **more):
    asked = {"slug": slug, "heading": "What is happening?", "hint": "Choose one."}
    form = AnswerForm(data, prefix=slug, question=BY_SLUG[slug], choices=choices)
    shown = {"question": asked, "form": form, "kind": form.kind, "groups": choice_groups(form)}
    return render_to_string("guide/question.html", {**shown, "number": 4, "left": 6, "csrf_token": "t", **more})


TWO = (Choice("a", "The first", "a hint"), Choice("b", "The second"))


def said(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_black_on_white_is_21_to_1():
    assert round(contrast("#000", "#ffffff"), 2) == 21


def test_both_schemes_set_the_same_colours():
    assert set(LIGHT) == set(DARK) == {"rule", "edge", "lit"} | {token for pair in PAIRS for token in pair}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_seven_to_one(scheme, words, ground):
    assert contrast(scheme[words], scheme[ground]) >= 7


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "sheet"])
def test_the_edge_of_a_choice_stands_out_three_to_one(scheme, ground):
    assert contrast(scheme["edge"], scheme[ground]) >= 3


def test_every_colour_is_a_token():
    beyond_tokens = re.sub(r":root\{.*?\}", "", CODE, flags=re.S)
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", beyond_tokens) == []


def test_every_token_that_is_used_is_set():
    used, given = set(re.findall(r"var\(--([\w-]+)", CODE)), set(re.findall(r"--([\w-]+):", CODE))
    assert used - given == set()


def test_the_sheet_reads_in_both_directions():
    sided = r"\b(?:margin|padding|border|inset)-(?:left|right)\b|[;{](?:left|right):|text-align:(?:left|right)"
    assert re.findall(sided, CODE) == []


@pytest.mark.parametrize("wish", ["prefers-color-scheme:dark", "forced-colors:active", "print"])
def test_the_sheet_answers_what_a_person_set(wish):
    assert len(re.findall(rf"@media \(?{wish}\)?\{{", CODE)) == 1


def test_nothing_moves_so_that_every_tap_counts():
    # While Chromium moves from page to page, taps go to the movement: Leave would do nothing.
    assert re.findall(r"view-transition|animation|transition", CODE) == []


def test_folds_stand_open_on_paper_and_a_number_to_tap_is_printed():
    printed = re.search(r"@media print\{(.*?)\}\}", CODE, re.S)[1] + "}"
    hidden = [names for names, body in re.findall(r"([^{}]*)\{([^}]*)\}", printed) if "display:none" in body]
    assert "details::details-content{content-visibility:visible;block-size:auto}" in printed
    assert hidden == [".bar,footer,:is(.go,.alt,.quiet):not([href^=tel],[href^=sms]),.tick", ".strip .brief"]


def test_words_beside_a_number_do_not_run_into_it():
    # A box in which things stand side by side drops the blanks between them.
    side_by_side = [rule for rule in re.findall(r"([^{}]*)\{([^}]*)\}", CODE) if "inline-flex" in rule[1]]
    links = [(names, body) for names, body in side_by_side if re.search(r"\.urgent a\b", names)]
    assert ([names for names, body in links if "gap:" not in body], len(links)) == ([], 1)


def test_no_dialog_of_the_browser_stands_in_the_way_of_leaving():
    assert re.findall(r"beforeunload\b|\bconfirm\(|\balert\(|\bprompt\(", SCRIPT) == []


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("css/compass.css", 4600),
        ("css/visit.css", 1400),
        ("css/paper.css", 1200),
        ("js/compass.js", 1000),
        ("js/visit.js", 2000),
        ("js/find.js", 900),
        ("img/icon.svg", 400),
    ],
)
def test_what_a_page_fetches_is_small(path, most):
    sent = stripped(text(f"static/{path}")) if path.endswith(".css") else text(f"static/{path}")
    assert len(gzip.compress(sent.encode(), 9)) < most


def test_the_script_never_listens_to_escape():
    assert re.findall(r"Esc", SCRIPT) == []


def test_the_icon_is_a_drawing_without_words():
    assert {tag for tag, _attributes in Tags(text("static/img/icon.svg")).seen} == {"svg", "circle", "path"}
    assert re.sub(r"<[^>]+>", "", text("static/img/icon.svg")).strip() == ""


def test_a_page_fetches_three_things_and_no_more():
    assert under("static", ".css", ".js", ".svg") == [
        "static/css/compass.css",
        "static/css/paper.css",
        "static/css/visit.css",
        "static/img/icon.svg",
        "static/js/compass.js",
        "static/js/find.js",
        "static/js/visit.js",
    ]
    tags = Tags(render_to_string("500.html"))
    fetched = [found["href"] for found in tags.all("link")] + [found["src"] for found in tags.all("script", "img")]
    assert fetched == ["/static/css/compass.css", "/static/img/icon.svg", "/static/js/compass.js"]


@pytest.mark.parametrize("name", ERROR_PAGES)
def test_a_page_about_an_error_says_so_in_its_title_and_nothing_else(name):
    assert title(render_to_string(f"{name}.html")) == "Error: Compass"


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_a_plain_page_has_a_neutral_title_and_no_form(name):
    page = render_to_string(f"{name}.html")
    assert (title(page), Tags(page).all("form", "input")) == (PLAIN_PAGES[name], [])


@pytest.mark.parametrize("name", [*ERROR_PAGES, *PLAIN_PAGES])
def test_leave_is_the_first_thing_that_can_be_reached(name):
    first, second, third = Tags(render_to_string(f"{name}.html")).all("a", "button", "input", "summary")[:3]
    assert (first["class"], first["href"]) == ("leave", "/leave/")
    assert (second["class"], second["href"]) == ("skip", "#main")
    assert (third["class"], third["href"]) == ("talk", "/people/")


def test_a_question_has_one_form_with_its_cards_and_both_buttons():
    page = question("who", TWO)
    tags = Tags(page)
    assert [form["method"] for form in tags.all("form")] == ["post"]
    assert [(box["name"], box["value"]) for box in tags.all("input") if box["type"] == "radio"] == [
        ("who-answer", "a"),
        ("who-answer", "b"),
    ]
    assert [button.get("name") for button in tags.submits()] == [None, "skip"]
    assert [said(card) for card in re.findall(r"<label.*?</label>", page, re.S)] == ["The first a hint", "The second"]
    assert title(page) == "Question 4 – Compass"


def test_a_wrong_answer_is_named_first_and_leads_to_the_field():
    page = question("who", TWO, {"who-answer": "z"})
    assert title(page) == "Error: Question 4 – Compass"
    assert 'href="#id_who-answer_0"' in page
    assert page.index('role="alert"') < page.index("<form")


def test_a_long_list_of_countries_is_a_list_box_with_a_label():
    countries = tuple(Choice(f"C{number}", f"Country {number}") for number in range(20))
    tags = Tags(question("place", countries))
    assert [label["for"] for label in tags.all("label")] == [tags.all("select")[0]["id"]] == ["id_place-answer"]


def test_a_card_says_how_to_call_and_which_word_to_text():
    line = Line(
        (Channel("phone", "tel:988", "988", "Call 988"), Channel("text", "sms:686868", "686868", "", "CONNECT"))
    )
    page = render_to_string("components/helpline.html", {"line": line})
    assert said(page) == "A line Young people Call 988 Text CONNECT to 686868 They listen."
    assert Tags(page).all("div")[0]["data-helpline"] == "a-line"


def test_a_link_out_does_not_tell_where_it_came_from():
    line = Line((Channel("chat", "https://chat.example/", "chat.example", "Chat online"),))
    (link,) = Tags(render_to_string("components/helpline.html", {"line": line})).all("a")
    assert link["rel"] == "noreferrer noopener"


def test_a_line_without_a_checked_number_shows_none():
    pages = [
        render_to_string("components/helpline.html", {"line": Line(notes=notes), "brief": 1})
        for notes in ("", "Their number is not known.")
    ]
    assert [Tags(page).all("a") for page in pages] == [[], []]
    assert ["We could not check a number" in said(page) for page in pages] == [True, False]
    assert said(pages[1]).endswith("Their number is not known.")


def test_a_line_for_many_countries_says_so():
    local, worldwide = (
        said(render_to_string("components/helpline.html", {"line": Line(international=worldwide)}))
        for worldwide in (False, True)
    )
    assert worldwide.replace(" This service works in many countries, not only in yours.", "") == local != worldwide


def test_the_strip_of_numbers_is_there_on_a_question_and_says_which_place_it_is_for():
    emergency = Line((Channel("phone", "tel:911", "911"),), slug="nine", emergency=True)
    crisis = Line((Channel("phone", "tel:988", "988"), Channel("text", "sms:988", "988")), slug="eight")
    numbers = {"emergency": (emergency,), "crisis": crisis, "place_name": "Canada", "assumed": True}
    strip = re.search(r"<section.*?</section>", question("who", TWO, numbers=numbers), re.S).group(0)
    assert said(strip) == "911 Call A line : Call 988 Text A line : Text 988 Numbers for Canada. Choose your country"
    assert [found["data-helpline"] for found in Tags(strip).all("span") if "data-helpline" in found] == [
        "nine",
        "eight",
    ]


def plan_with(first, *steps):
    """The page of a plan with this card and these rows."""
    card = {"verb": "Tell one person", "sentences": ("You choose who.",), "get": "Get words"}
    shown = {"card": card, "step": first, "stands_for": True, "number": None, "emergency": (), "others": ()}
    sections = [{"heading": "Today", "steps": steps}]
    given = {"first": shown, "first_step": first, "sections": sections, "answers_href": "/guide/check/"}
    return render_to_string("plan/index.html", {**given, "shown": set()})


def test_a_plan_has_each_step_once_with_a_button_that_ticks_it():
    page = plan_with(Card("tell-someone"), Card("remove"), Card("block", done=True))
    tags = Tags(page)
    found = [attributes["data-step"] for _tag, attributes in tags.seen if "data-step" in attributes]
    assert found == ["tell-someone", "remove", "block"]
    assert [(tick["formaction"], tick["value"], tick.get("aria-label")) for tick in tags.submits()] == [
        ("/plan/tell-someone/", "1", None),
        ("/plan/remove/", "1", "Mark as done: A step"),
        ("/plan/block/", "0", "Mark as not done: A step"),
    ]
    assert re.findall(r'class="quiet" form="ticks"[^>]*>([^<]*)<', page) == ["Mark as done"]


def test_a_plan_has_one_filled_button():
    tags = Tags(plan_with(Card("tell-someone"), Card("remove")))
    assert [(link["class"], link["data-tool"]) for link in tags.all("a", "button") if link.get("class") == "go"] == [
        ("go", "talk")
    ]


def door(**fields):
    """What a line says at the front door, as one text."""
    return said(render_to_string("components/front_line.html", {"line": Line(**fields)})).replace(" ,", ",")


def test_a_line_at_the_front_door_says_what_its_card_would():
    call = (Channel("phone", "tel:988", "988"),)
    assert door(channels=call, open_all_hours=True).startswith("A line, open day and night Young people Call 988")
    assert door(channels=call, hours_note="every day 08:00 to midnight") == (
        "A line Young people every day 08:00 to midnight Call 988"
    )
    assert "works in many countries" in door(channels=call, international=True)
    assert door() == "A line Young people They listen."
