"""No body but a small plain form gets in, and nothing of a refused one is read or kept."""

import pytest
from django.test import RequestFactory

from compass.middleware import refusal
from compass.typed_text import SMALL_FORM
from tests.compass.conftest import FORM

pytestmark = pytest.mark.urls("tests.compass.pages")

REFUSED = {
    "multipart": ({"type": "multipart/form-data; boundary=x", "length": "9"}, 415),
    "multipart, empty": ({"type": "multipart/form-data; boundary=x", "length": "0"}, 415),
    "multipart in capitals": ({"type": "MultiPart/Form-Data; boundary=x", "length": "9"}, 415),
    "multipart without length": ({"type": "multipart/mixed; boundary=x", "length": ""}, 415),
    "picture": ({"type": "image/jpeg", "length": "9"}, 415),
    "huge picture": ({"type": "image/jpeg", "length": "50000000"}, 415),
    "text": ({"type": "text/plain", "length": "9"}, 415),
    "two types": ({"type": f"{FORM}, multipart/form-data", "length": "9"}, 415),
    "no type": ({"type": "", "length": "9"}, 415),
    "too long": ({"type": FORM, "length": str(2 * SMALL_FORM + 1)}, 413),
    "absurdly long": ({"type": FORM, "length": "9" * 5000}, 413),
    "no number": ({"type": FORM, "length": "many"}, 400),
    "negative": ({"type": FORM, "length": "-1"}, 400),
    "foreign digits": ({"type": FORM, "length": "٣"}, 400),
    "chunked": ({"type": FORM, "length": "", "HTTP_TRANSFER_ENCODING": "chunked"}, 411),
    "form": ({"type": FORM, "length": str(2 * SMALL_FORM)}, None),
    "form with charset": ({"type": f"{FORM}; charset=UTF-8", "length": "9"}, None),
    "empty beacon": ({"type": "text/plain;charset=UTF-8", "length": "0"}, None),
    "nothing at all": ({"type": "", "length": ""}, None),
}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(("sent", "status"), list(REFUSED.values()), ids=REFUSED)
def test_a_body_is_refused_by_type_and_length(method, sent, status):
    request = RequestFactory().generic(method, "/answer/")
    request.META.update({"CONTENT_LENGTH": sent["length"], **{k: v for k, v in sent.items() if k.isupper()}})
    request._set_content_type_params({"CONTENT_TYPE": sent["type"]})
    assert refusal(request) == status


class Unread:
    """A body that must not be looked at."""

    def read(self, *size):
        raise AssertionError("the body was read")

    readline = close = __len__ = read


@pytest.mark.parametrize(("kind", "length", "status"), [("image/png", 70, 415), (FORM, 300_000, 413), (FORM, "x", 400)])
def test_a_refused_body_is_not_read_and_nothing_is_kept(started, kind, length, status, writes):
    body = {"wsgi.input": Unread(), "CONTENT_TYPE": kind, "CONTENT_LENGTH": str(length)}
    with writes:
        response = started.generic("POST", "/answer/", **body)
    assert (response.status_code, writes.found, list(response.cookies)) == (status, [], [])
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert started.visit.holds_answers is False


def test_a_form_that_a_browser_sends_as_multipart_is_refused(started):
    response = started.post("/answer/", {"csrfmiddlewaretoken": started.token, "answer": "x"})
    assert (response.status_code, started.visit.get("answer")) == (415, None)


@pytest.mark.parametrize("fields", ["a&" * 30_000, "answer=1&" * 401])
def test_too_many_fields_end_as_a_clear_page(started, fields):
    response = started.post("/answer/", f"csrfmiddlewaretoken={started.token}&{fields}", content_type=FORM)
    assert (response.status_code, started.visit.holds_answers, list(response.cookies)) == (400, False, [])


def test_a_hundred_thousand_fields_with_values_are_too_long(started):
    assert started.post("/answer/", "answer=1&" * 100_000, content_type=FORM).status_code == 413


@pytest.mark.parametrize("answer", ["a\0b", "🙂", "<script>alert(1)</script>", ["one", "two"], "é" * 1000])
def test_odd_words_do_not_break_the_shell(started, answer):
    assert started.send("/answer/", {"answer": answer}).status_code == 200
    assert started.visit["answer"] == (answer if isinstance(answer, str) else answer[-1])
