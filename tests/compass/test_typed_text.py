"""Words are given back to the page they came from, for the boxes it has, and never to another site."""

from dataclasses import dataclass

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from compass.typed_text import BYTES_A_CHARACTER, ROOM, SMALL_FORM, form_at, given_back, most_bytes, takes_text
from tests.compass.conftest import FORM

pytestmark = pytest.mark.urls(__name__)


@dataclass
class Box:
    slug: str
    label: str
    kind: str = "line"
    most: int = 300


BOXES = [Box("words", "The exact words", "long", 9000), Box("account", "Account"), Box("real", "Is it real?", "choice")]


@takes_text(BOXES[:1], BOXES[1:])
def with_boxes(request):
    return HttpResponse()


def without(request):
    return HttpResponse()


urlpatterns = [path("boxes/", with_boxes), path("none/", without)]


def posted(
    at="/boxes/", origin="http://testserver", method="POST", body="words=one%0D%0Atwo&account=%40x&other=y&real=yes"
):
    headers = {} if origin is None else {"HTTP_ORIGIN": origin}
    return RequestFactory().generic(method, at, body, content_type=FORM, **headers)


def test_boxes_with_words_come_back_below_their_labels():
    assert given_back(posted()) == "The exact words\none\ntwo\n\nAccount\n@x"


@pytest.mark.parametrize(
    "origin", [None, "null", "https://testserver", "http://evil.example", "http://testserver.evil"]
)
def test_only_our_own_page_gets_them(origin):
    assert given_back(posted(origin=origin)) == ""


@pytest.mark.parametrize("given", [{"at": "/none/"}, {"at": "/nowhere/"}, {"method": "GET"}, {"body": "words=+%0D%0A"}])
def test_where_nothing_was_typed_nothing_comes_back(given):
    assert given_back(posted(**given)) == ""


def test_a_body_that_cannot_be_read_gives_nothing():
    assert given_back(posted(body="words=x&" * 500)) == ""


def test_what_is_given_back_holds_no_zero_byte():
    assert given_back(posted(body="account=a%00b")) == "Account\nab"


def test_a_form_may_be_as_long_as_its_boxes_in_any_script():
    assert most_bytes(posted()) == BYTES_A_CHARACTER * 9600 + ROOM
    assert (most_bytes(posted("/none/")), most_bytes(posted("/nowhere/"))) == (SMALL_FORM, SMALL_FORM)


def test_a_view_without_boxes_has_no_form():
    assert (form_at(posted("/none/")), [*form_at(posted()).labels]) == (None, ["words", "account"])
