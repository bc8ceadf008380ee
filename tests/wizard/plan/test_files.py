"""A file at once, or a page that asks again: what its address holds, for whom it works, and how long."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing
from django.test import Client

from compass.visits.session_store import SessionStore
from tests.content.step_words import plain
from tests.people import ADULT_MAY_SAY_NO, TEEN_BLACKMAILED
from tests.system_packages import need_font, need_pango
from tests.visitor import FORM, Walker
from tests.wizard.notes.samples import PASSED_ROUND, writer
from wizard.pdf import render
from wizard.pdf.line import EVERY, MOST_SECONDS, PLACES
from wizard.records.store import RecordStore

pytestmark = pytest.mark.django_db

# To cover another page that makes a file, add a row: its address, what its button sends, the file.
PAGES = [
    ("/plan/print/", {}, "plan.pdf"),
    ("/talk/sheet/", {}, "sheet.pdf"),
    ("/notes/take/", {"which": "pdf"}, "log.pdf"),
]


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    yield
    render._press.close()


@pytest.fixture
def crowd() -> Iterator[ExitStack]:
    """Others have every place; closing it lets them go."""
    with ExitStack() as others:
        for number in range(PLACES):
            others.enter_context(render._line.place(f"other {number}", 0))
        yield others


def at(page: str, sent: dict[str, str]) -> tuple[Walker, Any]:
    """A walker who asked for the file of a page, and the answer."""
    walker = writer(ADULT_MAY_SAY_NO, PASSED_ROUND)
    walker.get(page)
    return walker, walker.post(page, **sent)


def book_of(walker: Walker) -> RecordStore:
    return RecordStore(SessionStore(next(iter(walker.client.cookies.values())).value))


def again(answer: Any) -> str:
    """The address that a page asks next."""
    seconds, _, address = answer.headers["Refresh"].partition("; url=")
    assert int(seconds) in EVERY
    return address


@pytest.mark.parametrize(("page", "sent", "name"), PAGES)
def test_without_a_place_a_page_asks_again_and_saves_the_same_file_in_its_turn(
    page: str, sent: dict[str, str], name: str, crowd: ExitStack
) -> None:
    need_pango()
    need_font()
    walker, first = at(page, sent)
    second = walker.client.get(again(first))
    crowd.close()
    third = walker.client.get(again(second))
    said = plain(first.content.decode())
    assert [answer.status_code for answer in (first, second, third)] == [202, 202, 200]
    assert ("Your file is being made" in said, f"saves it as {name}" in said) == (True, True)
    assert (third.content[:5], third.headers["Content-Disposition"]) == (b"%PDF-", f'attachment; filename="{name}"')


def test_those_who_tapped_together_do_not_go_on_asking_together(crowd: ExitStack) -> None:
    walker, first = at("/plan/print/", {})
    asked = [walker.client.get(again(first)).headers["Refresh"].split(";")[0] for _ in range(40)]
    assert {int(seconds) for seconds in asked} == {*EVERY}


@pytest.mark.parametrize(("page", "sent", "name"), PAGES)
def test_the_page_works_without_script_and_its_button_is_that_address(
    page: str, sent: dict[str, str], name: str, crowd: ExitStack
) -> None:
    _walker, first = at(page, sent)
    html = first.content.decode()
    (button,) = re.findall(r'class="go" href="([^"]+)"', html)
    assert (button.replace("&amp;", "&"), "http-equiv" in html) == (again(first), False)
    assert re.findall(r"<title>(.*?)</title>", html) == ["Your file – Compass"]
    assert again(first).startswith(f"{page}?")


def test_the_address_keeps_the_time_of_the_notes_and_holds_no_answer(crowd: ExitStack) -> None:
    walker, first = at("/notes/take/", {"which": "pdf"})
    query = parse_qs(urlsplit(again(first)).query)
    assert (query["made"], set(query)) == (walker.page.fields["made"], {"made", "file"})
    name, _when, _seal = query["file"][0].split(":")
    assert name == "log.pdf"


def test_the_numbers_go_along_to_the_page_that_waits(crowd: ExitStack) -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    walker.get("/plan/print/")
    assert 'class="strip"' in walker.post("/plan/print/").content.decode()


def test_the_second_tap_of_a_visit_that_is_inside_does_not_get_a_file_of_another_page() -> None:
    walker = writer(ADULT_MAY_SAY_NO, PASSED_ROUND)
    walker.get("/plan/print/")
    with render._line.place(book_of(walker).visit.row.row_id, 0):
        assert walker.post("/plan/print/").status_code == 202


def test_after_a_minute_it_says_so(crowd: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    walker, first = at("/plan/print/", {})
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + MOST_SECONDS + 1)
    late = walker.client.get(again(first))
    assert (late.status_code, late.has_header("Refresh")) == (503, False)
    assert "The file could not be made this time." in plain(late.content.decode())


# --- the address is of no use to others -------------------------------------------------------------------------------


def refused(walker: Walker, address: str) -> bool:
    """True when the page comes, with a line that says that there is no file."""
    answer = walker.client.get(address)
    return answer.status_code == 503 and answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("seal", ["", "plan.pdf", "plan.pdf:1:2", "plan.pdf:1wOzzz:x", "::", "é:1:1"])
def test_another_site_cannot_have_a_file_saved(seal: str) -> None:
    walker = Walker().walk(TEEN_BLACKMAILED)
    assert refused(walker, f"/plan/print/?file={seal}")


def test_the_address_of_one_visit_or_of_one_file_is_none_of_another(crowd: ExitStack) -> None:
    walker, first = at("/plan/print/", {})
    other = Walker().walk(TEEN_BLACKMAILED)
    crowd.close()
    query = again(first).partition("?")[2]
    assert (refused(other, f"/plan/print/?{query}"), refused(walker, f"/talk/sheet/?{query}")) == (True, True)


def test_after_leaving_it_leads_nowhere(crowd: ExitStack) -> None:
    walker, first = at("/plan/print/", {})
    walker.client.post("/leave/", "", content_type=FORM)
    crowd.close()
    answers = [walker.client.get(again(first)), Client().get(again(first))]
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(303, "/guide/")] * 2


def test_looking_ahead_makes_no_file(crowd: ExitStack) -> None:
    walker, first = at("/plan/print/", {})
    crowd.close()
    looked = [walker.client.head(again(first)), walker.client.get(again(first), headers={"Sec-Purpose": "prefetch"})]
    assert [(answer.status_code, answer.headers["Content-Type"].split(";")[0]) for answer in looked] == [
        (200, "text/html")
    ] * 2
