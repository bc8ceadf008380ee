"""When something broke, the page has numbers; when the page broke too, so does the sentence in its place."""

import pytest
from django.template import TemplateDoesNotExist
from django.test import RequestFactory

from resources.contexts.people import home_numbers
from resources.views import errors
from tests.visitor import Page


@pytest.fixture
def request_(db):
    return RequestFactory().get("/marker-of-a-path/")


def test_the_page_has_the_numbers_of_the_home_country_and_names_it(request_):
    response = errors.server_error(request_)
    numbers = home_numbers()
    wanted = [line.slug for line in (*numbers.emergency, numbers.crisis, numbers.text) if line]
    assert (response.status_code, Page(response).data["data-helpline"]) == (500, wanted)
    assert (f"Numbers for {numbers.place_name}." in response.content.decode()) is True
    assert b"marker-of-a-path" not in response.content


def broken(*args, **kwargs):
    raise TemplateDoesNotExist("500.html")


def test_when_even_the_page_cannot_be_made_sentences_are(request_, monkeypatch):
    monkeypatch.setattr(errors, "render", broken)
    response = errors.server_error(request_)
    sorry, *lines = response.content.decode().splitlines()
    numbers = home_numbers()
    assert (response.status_code, response["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert sorry.startswith("Something broke on our side.")
    assert [line.partition(":")[0] for line in lines] == [numbers.emergency[0].name, numbers.crisis.name]
    assert all(
        line.channels[0].shown in said for line, said in zip((*numbers.emergency, numbers.crisis), lines, strict=True)
    )


def test_when_nothing_can_be_read_the_sentence_is_left(request_, monkeypatch):
    def nothing():
        raise OSError

    monkeypatch.setattr(errors, "home_numbers", nothing)
    response = errors.server_error(request_)
    assert (response.status_code, len(response.content.decode().splitlines())) == (500, 1)
