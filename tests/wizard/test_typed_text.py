"""Nothing typed is lost: late, too long, from an old tab, at a bad moment, or after an answer was changed."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver

from compass import database
from compass.models import SealedRecord, Visit
from compass.typed_text import given_back, most_bytes
from tests.people import ADULT_MAY_SAY_NO
from tests.visitor import FORM, Page, Walker
from tests.writers import locked
from wizard.notes.core.fields import ENTRY_BOXES
from wizard.remove.core.fields import BOXES as REQUEST_BOXES

pytestmark = pytest.mark.django_db
OURS = {"HTTP_ORIGIN": "http://testserver"}
WORDS = "They said <b>Tuesday</b> & “more”"
TYPED = {
    "/notes/": {"link": WORDS},
    "/notes/new/": {"words": WORDS},
    "/notes/more/": {"effect": WORDS},
    "/notes/more/told/": {"answer": WORDS},
    "/notes/more/held/": {"what": WORDS},
    "/remove/at/instagram/": {"found": WORDS},
    "/message/write/": {"about": WORDS},
    "/message/text/": {"text": WORDS},
    "/message/sent/": {"platform": WORDS},
}


def writer(path="/notes/", person=ADULT_MAY_SAY_NO):
    """Somebody who has this page open; their browser says where a form comes from."""
    walker = Walker().walk(person)
    walker.client.defaults.update(OURS)
    walker.client.raise_request_exception = False
    if path.startswith("/message/"):
        walker.get("/message/")
        walker.post("/message/", **dict.fromkeys(("told_not_to", "in_court", "got_worse", "near_tonight"), "no"))
    walker.get(path)
    return walker


def back(response):
    """The text in the box to copy, None when there is no such box."""
    html = response.content.decode()
    if 'id="typed"' not in html:
        return None
    text = html.split('id="typed"')[1].split(">\n", 1)[1].split("</textarea>")[0]
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").partition("\n")[2]


@pytest.mark.parametrize("path", TYPED)
def test_a_form_that_comes_after_the_visit_gives_its_words_back(path):
    walker = writer(path)
    Visit.objects.all().delete()
    answer = walker.post(path, **TYPED[path])
    assert (answer.status_code, back(answer), answer["Cache-Control"]) == (403, WORDS, "no-store")
    assert (Visit.objects.count(), SealedRecord.objects.count()) == (0, 0)


def test_a_form_of_an_old_tab_gives_its_words_back_beside_the_newer_visit():
    walker = writer()
    Visit.objects.all().delete()
    Walker.get(newer := Walker(), "/guide/who/")
    walker.client.cookies = newer.client.cookies
    answer = walker.post("/notes/", link=WORDS)
    assert (answer.status_code, back(answer), "newer visit" in answer.content.decode()) == (403, WORDS, True)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
@pytest.mark.parametrize("path", TYPED)
def test_another_site_gets_nothing_back(path, origin):
    walker = writer(path)
    walker.client.defaults.pop("HTTP_ORIGIN")
    headers = {} if origin is None else {"HTTP_ORIGIN": origin}
    Visit.objects.all().delete()
    data = "&".join(f"{slug}={quote(words)}" for slug, words in TYPED[path].items())
    answer = walker.client.post(path, data, content_type=FORM, **headers)
    assert (answer.status_code, "Tuesday" in answer.content.decode()) == (403, False)


def test_every_page_with_boxes_has_a_form_that_is_given_back():
    marked = {str(p.pattern) for p in flat(get_resolver().url_patterns) if hasattr(p.callback, "text_form")}
    assert {path.lstrip("/").replace("at/instagram", "at/<slug:path>") for path in TYPED} <= {
        pattern.replace("more/<str:part>", "more/told") for pattern in marked
    } | {"notes/more/held/", "notes/more/told/"}


def flat(patterns):
    for entry in patterns:
        yield from flat(entry.url_patterns) if hasattr(entry, "url_patterns") else [entry]


# --- too long ---------------------------------------------------------------------------------------------------------


def full(boxes, letter):
    """Every typed box of a form, full to its limit with one letter."""
    return {box.slug: letter * box.most for box in boxes if box.kind not in ("choice", "zone", "date", "time")}


@pytest.mark.parametrize("letter", ["я", "本", "𝄞"])
def test_a_form_that_is_full_in_any_script_is_kept(letter):
    walker = writer("/notes/new/")
    walker.post("/notes/new/", **full(ENTRY_BOXES, letter))
    assert SealedRecord.objects.count() == 1


@pytest.mark.parametrize(("letter", "times"), [("я", 60_000), ("本", 40_000)])
def test_a_form_that_is_too_long_comes_back_whole(letter, times):
    walker = writer("/notes/new/")
    answer = walker.post("/notes/new/", words=letter * times)
    assert (answer.status_code, back(answer)) == (413, letter * times)
    assert "This was too long" in answer.content.decode()


def test_a_form_that_is_a_little_too_long_comes_back_in_its_boxes():
    walker = writer("/notes/new/")
    answer = walker.post("/notes/new/", words="я" * 5001)
    assert (answer.status_code, "я" * 5001 in answer.content.decode(), SealedRecord.objects.count()) == (200, True, 0)


def test_what_is_twice_too_long_is_not_even_read():
    walker = writer("/notes/new/")
    request = walker.client.get("/notes/new/").wsgi_request
    answer = walker.post("/notes/new/", words="x" * (2 * most_bytes(request) + 1))
    assert (answer.status_code, back(answer), "xxx" in answer.content.decode()) == (413, None, False)


def test_the_longest_form_fits_into_what_django_reads(settings):
    request = writer("/remove/at/instagram/").client.get("/remove/at/instagram/").wsgi_request
    most = 12 * sum(box.most for box in REQUEST_BOXES) + 16_384
    assert (most_bytes(request), 2 * most <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE) == (most, True)


def uneven(count):
    """Letters that cannot be packed well."""
    return "".join(chr(0x4E00 + number * number % 20_011) for number in range(count))


# --- a bad moment -----------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["/notes/new/", "/remove/at/instagram/", "/message/text/"])
def test_a_locked_database_gives_the_words_back(path, monkeypatch):
    walker = writer(path)
    monkeypatch.setattr(database.writing.__wrapped__, "__defaults__", (0.1,))
    with locked():
        answer = walker.post(path, **TYPED[path])
    assert (answer.status_code, back(answer)) == (500, WORDS)


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_full_database_gives_the_words_back():
    walker = writer("/notes/new/")
    with connection.cursor() as cursor:
        # Room that earlier rows left would take the note.
        cursor.execute("VACUUM")
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        answer = walker.post("/notes/new/", words=WORDS + uneven(4900), did_next=uneven(900))
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert (answer.status_code, (back(answer) or "").startswith(WORDS)) == (500, True)


# --- an answer was changed --------------------------------------------------------------------------------------------


def changed(walker, slug, *values):
    """They change one answer in another tab; the page they see stays."""
    page = walker.page
    walker.get(f"/guide/{slug}/")
    walker.reply(*values, slug=slug)
    walker.page = page
    return walker


def test_boxes_that_are_not_asked_any_more_come_back_and_the_rest_can_be_kept():
    walker = writer("/notes/new/")
    changed(walker, "who", "friend")
    answer = walker.post("/notes/new/", account="@x", demand=WORDS)
    html = answer.content.decode()
    assert (answer.status_code, SealedRecord.objects.count()) == (200, 0)
    assert "What are they asking for?\nThey said &lt;b&gt;Tuesday" in html.split('id="gone"')[1]
    assert 'value="@x"' in html
    walker.page = Page(answer)
    walker.post("/notes/new/", account="@x")
    assert SealedRecord.objects.count() == 1


@pytest.mark.parametrize("path", ["/notes/", "/notes/new/", "/notes/more/told/", "/remove/at/instagram/"])
def test_a_tool_that_keeps_nothing_any_more_gives_the_words_back(path):
    walker = changed(writer(path), "device", "watched")
    answer = walker.post(path, **TYPED[path])
    assert (answer.status_code, back(answer), SealedRecord.objects.count()) == (409, WORDS, 0)


def test_a_tool_that_is_closed_now_gives_the_words_back():
    walker = changed(writer("/message/text/"), "who", "friend")
    answer = walker.post("/message/text/", text=WORDS)
    assert (answer.status_code, back(answer)) == (409, WORDS)


def test_a_form_without_words_is_led_on_as_before():
    walker = changed(writer("/notes/"), "device", "watched")
    answer = walker.post("/notes/", link="  ")
    assert (answer.status_code, answer.url) == (303, "/notes/")


# --- no cookie, looking ahead, staying --------------------------------------------------------------------------------


def test_a_browser_that_keeps_no_cookie_is_told_and_led_to_what_works_without():
    client = Client(enforce_csrf_checks=True, **OURS)
    page = Page(client.get("/guide/who/"))
    client.cookies.clear()
    answer = client.post(
        "/guide/who/", f"csrfmiddlewaretoken={page.fields['csrfmiddlewaretoken'][0]}", content_type=FORM
    )
    found = Page(answer)
    assert (answer.status_code, "is not keeping it" in answer.content.decode()) == (403, True)
    assert [link for link in found.links if link in ("/now/", "/people/", "/places/")][:4].count("/now/") == 1
    assert all(Client().get(link).status_code == 200 for link in ("/now/", "/people/", "/places/"))


@pytest.mark.parametrize("name", ["sec-purpose", "purpose", "x-moz"])
@pytest.mark.parametrize("path", ["/guide/who/", "/guide/"])
def test_fetching_ahead_opens_no_visit(path, name):
    client = Client(headers={name: "prefetch;prerender"})
    answer = client.get(path, follow=True)
    assert (answer.status_code, [*answer.cookies], Visit.objects.count()) == (204, [], 0)


def test_head_opens_no_visit():
    answer = Client().head("/guide/who/")
    assert (answer.status_code, [*answer.cookies], Visit.objects.count()) == (204, [], 0)


def test_staying_moves_the_idle_end_and_holds_no_body():
    walker = writer()
    before = Visit.objects.get().idle_until
    Visit.objects.update(idle_until=before - timedelta(minutes=20))
    answer = walker.client.generic("POST", "/visit/stay/")
    assert (answer.status_code, answer.content, Visit.objects.get().idle_until >= before) == (204, b"", True)


def test_staying_without_a_visit_opens_none():
    walker = writer()
    Visit.objects.all().delete()
    answers = [
        walker.client.generic("POST", "/visit/stay/"),
        Client().generic("POST", "/visit/stay/"),
    ]
    assert ([answer.status_code for answer in answers], Visit.objects.count()) == ([410, 410], 0)


def test_nothing_of_it_is_logged(caplog):
    walker = writer("/notes/new/")
    Visit.objects.all().delete()
    walker.post("/notes/new/", words=WORDS)
    assert [record for record in caplog.records if "Tuesday" in str({**vars(record), "request": None})] == []


def test_a_script_is_told_where_its_form_leads():
    walker = writer("/notes/new/")
    answer = walker.client.post(
        "/notes/new/",
        f"csrfmiddlewaretoken={walker.page.fields['csrfmiddlewaretoken'][0]}&words=x",
        content_type=FORM,
        headers={"By-Script": "1"},
    )
    assert (answer.status_code, answer["By-Script"], "Location" in answer) == (204, "1", False)
    assert answer["Go-To"].startswith("/notes/#n")


def test_a_script_gets_every_other_answer_as_it_is_with_our_mark():
    walker = writer("/notes/new/")
    answer = walker.client.get("/notes/new/", headers={"By-Script": "1"})
    assert (answer.status_code, answer["By-Script"], "Go-To" in answer) == (200, "1", False)
    assert "By-Script" not in walker.client.get("/notes/new/")


def test_given_back_reads_no_get():
    assert given_back(Client().get("/notes/new/").wsgi_request) == ""
