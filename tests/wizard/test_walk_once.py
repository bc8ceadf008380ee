"""`manage.py walk_once`: quiet while all is well, one line and code 1 for whatever a person would stumble over."""

import dataclasses
import re

import pytest
from django.core.management import call_command

from compass.models import Visit
from wizard.management import walk as walking
from wizard.management.asking import in_process, over_network
from wizard.management.commands import walk_once
from wizard.management.walk import Walk, WalkError

pytestmark = pytest.mark.django_db


def spoiled(path, when=1, **changes):
    """The site of this process, with another answer at the so-manieth visit of one page."""
    seen = []

    def ask(at, cookie, form=None):
        seen.append(at)
        answer = in_process(at, cookie, form)
        return dataclasses.replace(answer, **changes) if at == path and seen.count(path) >= when else answer

    return ask


def test_a_walk_leaves_no_visit_and_says_one_line(capsys):
    call_command("walk_once")
    line, nothing = capsys.readouterr()
    assert re.fullmatch(r"To the plan, back and out: \d\d pages in \d+\.\d seconds\. Nothing stays\.\n", line)
    assert (nothing, Visit.objects.count()) == ("", 0)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (spoiled("/", status=503), "GET / answered 503, not 200."),
        (spoiled("/", body="<p>Hello</p>"), "GET / shows no page with a number to call."),
        (spoiled("/guide/", status=301), "GET /guide/ answered 301, not 303."),
        (spoiled("/guide/who/", body=""), "GET /guide/who/ shows no page with a form."),
        (spoiled("/guide/who/", when=2, status=403), "POST /guide/who/ answered 403, not 303."),
        (spoiled("/guide/now/", status=500), "GET /guide/now/ answered 500, not 200."),
        (spoiled("/plan/", status=500), "GET /plan/ answered 500, not 200."),
        (spoiled("/plan/", body="tel:"), "GET /plan/ shows no page with a step."),
        (
            spoiled("/guide/age/", when=3, body='<form><input type="radio" value="13-15"></form>'),
            "GET /guide/age/ does not show what was answered there.",
        ),
        (
            spoiled("/leave/", location="http://weather.example/"),
            "GET /leave/ leads to http://weather.example/, not to",
        ),
        (spoiled("/plan/", when=4, status=200), "GET /plan/ still shows the plan of a visit that was left."),
        (spoiled("/plan/", when=4, status=500), "GET /plan/ answered 500, not 303."),
    ],
)
def test_what_a_person_would_stumble_over_is_one_sentence(spoil, sentence):
    with pytest.raises(WalkError, match=re.escape(sentence)):
        Walk(spoil).go()
    assert Visit.objects.count() == 0


def test_questions_without_an_end_are_an_end_of_the_walk(monkeypatch):
    monkeypatch.setattr(walking, "MOST_QUESTIONS", 3)
    with pytest.raises(WalkError, match="After 3 pages there is still a question: /guide/"):
        Walk(in_process).go()


def test_a_walk_that_ended_early_is_code_1_and_one_line(monkeypatch, capsys):
    monkeypatch.setattr(walk_once, "in_process", spoiled("/plan/", status=500))
    with pytest.raises(SystemExit) as ended:
        call_command("walk_once")
    assert (ended.value.code, capsys.readouterr()) == (1, ("", "GET /plan/ answered 500, not 200.\n"))


@pytest.mark.parametrize("url", ["compass.example", "ftp://compass.example", "https://", "https://compass.example/x/"])
def test_what_is_no_address_of_a_site_is_named(url):
    with pytest.raises(ValueError, match="is not the address of a site"):
        over_network(url)


def test_a_site_that_nobody_answers_for_is_named(free_address):
    with pytest.raises(WalkError, match=r"^/ cannot be reached: "):
        Walk(over_network(free_address)).go()


@pytest.fixture
def free_address():
    """An address of this machine that nobody listens on."""
    from tests.project.server import free_port

    return f"http://127.0.0.1:{free_port()}"


def test_it_walks_in_every_language_that_pages_lead_to(monkeypatch, capsys):
    asked = set()

    def ask(path, cookie, form=None):
        asked.add(path.startswith("/fr/"))
        return in_process(path, cookie, form)

    monkeypatch.setattr(walk_once, "in_process", ask)
    call_command("walk_once")
    assert (asked, Visit.objects.count()) == ({True, False}, 0)
    monkeypatch.setattr(walk_once, "in_process", spoiled("/fr/plan/", status=500))
    with pytest.raises(SystemExit):
        call_command("walk_once")
    assert capsys.readouterr().err == "In Français: GET /plan/ answered 500, not 200.\n"
