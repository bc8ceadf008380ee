"""What differs on paper: which line stands in full, what stands of it after that, and marks that are written out."""

import re
from dataclasses import replace
from itertools import compress, product

import pytest
from django.template import Context
from django.template.loader import render_to_string
from django.test import RequestFactory

from resources.core.helpline import Channel, Helpline
from tests.content.step_words import plain, unmarked
from tests.resources.conftest import channel, line
from wizard.pdf.paper import _templates, sheet, ways_again, with_marks

NOTED = replace(line("noted"), notes="They listen.")
UNKNOWN = replace(line("unknown", channels=()), notes="Ask another line for its number.")


def asked(*lines: Helpline, brief: str = "") -> list[tuple[Channel, ...]]:
    """The answers when these lines come one after the other; `brief` has a 1 for each that stands without its notes."""
    shown: set[tuple[str, str]] = set()
    without = brief.ljust(len(lines), "0")
    contexts = [Context({"shown": shown, "brief": mark == "1"}) for mark in without]
    return [ways_again(context, line) for context, line in zip(contexts, lines, strict=True)]


def test_a_line_stands_in_full_once_and_each_line_for_itself() -> None:
    one, two = line("one"), line("two")
    assert asked(one, two, one, one) == [(), (), one.channels, one.channels]


def test_a_new_sheet_begins_anew() -> None:
    assert [asked(NOTED), asked(NOTED)] == [[()], [()]]


# To cover another mix of ways, add a row: the ways of a line, and those that stand again.
WAYS = [
    ("phone", "phone"),
    ("chat phone text web", "phone text"),
    ("text phone", "text phone"),
    ("phone phone", "phone phone"),
    ("email whatsapp text", "text"),
    ("chat", "chat"),
    ("form email", "form email"),
]


@pytest.mark.parametrize(("ways", "again"), WAYS)
def test_the_numbers_stand_again_and_where_there_is_none_every_other_way(ways: str, again: str) -> None:
    one = line(channels=tuple(channel(kind) for kind in ways.split()))
    assert [" ".join(way.kind for way in found) for found in asked(one, one)] == ["", again]


def test_a_line_without_a_way_to_reach_it_is_never_cut() -> None:
    assert asked(UNKNOWN, UNKNOWN, UNKNOWN) == [(), (), ()]


# 1: the card without notes. A card that has something to say for the first time is a card.
NOTES = [("00", [False, True]), ("01", [False, True]), ("11", [False, True]), ("10", [False, False])]
NOTES += [("101", [False, False, True]), ("100", [False, False, True])]


@pytest.mark.parametrize(("brief", "again"), NOTES)
def test_notes_are_never_lost_by_a_card_without_them(brief: str, again: list[bool]) -> None:
    assert [bool(ways) for ways in asked(*[NOTED] * len(brief), brief=brief)] == again


def test_a_line_that_has_no_notes_is_whole_without_them() -> None:
    assert [bool(ways) for ways in asked(*[line()] * 2, brief="10")] == [False, True]


def drawn(*lines: Helpline) -> list[str]:
    """What the card on paper reads for each of these lines, one after the other."""
    context = {"shown": set()}
    card = _templates().get_template("components/helpline.html")
    pages = [card.render({**context, "line": line}) for line in lines]
    return [" ".join(re.sub(r"</?(?:a|small|strong)\b[^>]*>", "", page).split()) for page in pages]


def test_a_card_in_full_reads_as_on_the_screen() -> None:
    on_paper = _templates().get_template("components/helpline.html")
    nobody, everybody = line(channels=()), line(channels=(channel(), channel("chat"), channel("email")))
    fields = ("serves", "notes", "hours_note", "international", "emergency", "open_all_hours")
    for one, brief, *chosen in product((nobody, everybody), (False, True), *[(False, True)] * len(fields)):
        given = {name: (name if name in fields[:3] else True) for name in compress(fields, chosen)}
        context = {"line": replace(one, **{"open_all_hours": False, **given}), "brief": brief}
        on_screen = plain(render_to_string("components/helpline.html", context))
        assert plain(on_paper.render({**context, "shown": set()})) == on_screen


def test_the_one_line_is_the_name_and_what_to_do_with_each_number() -> None:
    call = Channel("phone", "tel:988", "9-8-8", "Call a counsellor", "", True, "")
    text = Channel("text", "sms:686868", "686868", "", "CONNECT", True, "")
    chat = Channel("chat", "https://chat.example/", "chat.example", "Chat", "", True, "")
    one = replace(line("one", channels=(call, text, chat)), name="One <line>")
    said = "One &lt;line&gt; · Call a counsellor 9-8-8 · Text CONNECT to 686868"
    assert unmarked(drawn(one, one)[1]) == f'<p class="again" data-helpline="one">{said} </p>'


def test_an_emergency_line_keeps_its_look() -> None:
    nine = line("nine", emergency=True)
    assert unmarked(drawn(nine, nine)[1]) == '<p class="again card danger" data-helpline="nine">nine · Call 1 </p>'


def test_a_list_of_lines_is_read_in_its_order() -> None:
    two = [line("one"), line("two")]
    html = _templates().get_template("components/helplines.html").render({"shown": set(), "lines": [*two, *two]})
    assert re.findall(r'<(div|p)[^>]*data-helpline="(\w+)"', html) == [
        ("div", "one"),
        ("div", "two"),
        ("p", "one"),
        ("p", "two"),
    ]


MARKS = [
    ("<ul><li>a</li><li>b</li></ul>", "<ul><li>• a</li><li>• b</li></ul>"),
    ("<ol><li>a</li>\n<li>b</li></ol>", "<ol><li>1. a</li>\n<li>2. b</li></ol>"),
    ("<ol><li>a</li></ol><p>b</p><ol><li>c</li></ol>", "<ol><li>1. a</li></ol><p>b</p><ol><li>1. c</li></ol>"),
    ("<ul>\n<li>a</li>\n</ul><ol><li>b</li></ol>", "<ul>\n<li>• a</li>\n</ul><ol><li>1. b</li></ol>"),
    ("<p>a</p>", "<p>a</p>"),
    ('<ul><li><span class="box">☐</span> a</li></ul>', '<ul><li><span class="box">☐</span> a</li></ul>'),
]


@pytest.mark.parametrize(("plain", "marked"), MARKS)
def test_bullets_and_numbers_are_written_out(plain: str, marked: str) -> None:
    assert with_marks(plain) == marked


def test_a_plan_without_steps_is_a_sheet_too() -> None:
    html = sheet(RequestFactory().get("/plan/print/"), {"opening": "Thank you for coming here."})
    assert re.findall(r"<(\w+)[^>]*>([^<]*\w[^<]*)<", html) == [
        ("h1", "Your plan"),
        ("p", "Thank you for coming here."),
        ("h2", "Your steps"),
        ("p", "Start at the top. The rest can wait."),
        *[("span", "Who helps:"), ("span", "Day and time:")] * 2,
    ]
