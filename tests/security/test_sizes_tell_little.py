"""From the length of a form and of the page after it, nobody on the network should read an answer.

Somebody who has measured every answer before guesses the nearest one. `make sizes` prints how often that is right for
each question, beside blind chance: with a script, without one, and for who also measures the address of the page that
follows, and so knows which question it is.
"""

import gzip
import os
import random
from collections.abc import Iterator

import pytest
from django.conf import settings

from compass import sizes
from compass.visits.session_store import SessionStore
from tests.people import ADULT_EX, MOTHER, SHARER, TEEN_BLACKMAILED, TEEN_CLASSMATE_SHARED
from tests.visitor import Walker, _urlencoded
from wizard.core.flow import record, walk
from wizard.core.questions import FLOW
from wizard.journey.facts import facts_for_guide
from wizard.journey.journey import ANSWERS

PRINTED = "SIZES" in os.environ
PACKED = {"accept-encoding": "gzip"}
# Each question as this person comes to it.
ASKED = {
    **dict.fromkeys(
        ("who", "danger", "device", "place", "region", "age", "what", "holder", "already"), TEEN_BLACKMAILED
    ),
    **dict.fromkeys(("holder-age", "afraid", "where"), TEEN_CLASSMATE_SHARED),
    "keeps-safe": {**MOTHER, "age": "18-plus"},
    "forced": SHARER,
    "age-then": ADULT_EX,
}
# Whoever guesses the same each time is right so often; more than this much more would be a leak.
MOST = 1.5
HIDDEN = ("who", "age", "holder")
# Of a long list the first ones stand for all; each answer is sent so often, and the page after it fetched so often.
MOST_VALUES, SENT, FETCHED = 15, 40, 3
# As the script does it.
FORM_BLOCK = 1024

Lengths = tuple[int, ...]  # of the form, of the page after it, of the address of that page


@pytest.fixture
def at(db):
    """Comes to a question as a person does."""

    def come(slug: str) -> Walker:
        walker, stored, world = Walker(), {}, facts_for_guide()
        walker.get("/guide/")
        while (now := walk(FLOW, stored, world).first_open) != slug:
            stored = record(FLOW, stored, now or "", ASKED[slug].get(now or "", "").split(), world)
        visit = SessionStore(walker.client.cookies[settings.SESSION_COOKIE_NAME].value)
        visit.change(lambda state: state.__setitem__(ANSWERS, stored))
        visit.save()
        walker.get(f"/guide/{slug}/")
        return walker

    return come


@pytest.fixture(autouse=True)
def _the_same_chance_each_time(monkeypatch):
    monkeypatch.setattr(sizes.secrets, "randbelow", random.Random(7).randrange)


def form(walker: Walker, slug: str, value: str, fill: str) -> str:
    """What a browser sends for this answer."""
    return _urlencoded({**walker.page.fields, "fill": fill, f"{slug}-answer": value})


def filled(walker: Walker, slug: str, value: str) -> str:
    """The same after the script filled it to whole blocks."""
    return form(walker, slug, value, "0" * (FORM_BLOCK - len(form(walker, slug, value, "")) % FORM_BLOCK))


def page_after(walker: Walker, slug: str, value: str) -> Lengths:
    """How long the packed page is that an answer leads to, and its address."""
    walker.get(f"/guide/{slug}/")
    response, path = walker.post(f"/guide/{slug}/", **{f"{slug}-answer": value}), ""
    while response.status_code == 303:
        path = response.url
        response = walker.client.get(path, headers=PACKED)
    return len(response.content), len(path)


def measured(walker: Walker, slug: str, with_script: bool) -> dict[str, list[Lengths]]:
    """What the network sees of each answer, some times over."""

    def sent(value: str) -> Iterator[int]:
        for _ in range(SENT):
            yield len(filled(walker, slug, value) if with_script else form(walker, slug, value, sizes.fill()))

    values = walker.page.offered[f"{slug}-answer"][:MOST_VALUES]
    pages = {value: [page_after(walker, slug, value) for _ in range(FETCHED)] for value in values}
    return {value: [(length, *pages[value][n % FETCHED]) for n, length in enumerate(sent(value))] for value in values}


def guessed(seen: dict[str, list[Lengths]]) -> float:
    """How often the nearest other sample belongs to the same answer; where several are as near, their share counts."""
    samples = [(value, lengths) for value, found in seen.items() for lengths in found]
    right = 0.0
    for number, (value, own) in enumerate(samples):
        others = [(distance(own, found), name) for n, (name, found) in enumerate(samples) if n != number]
        nearest = min(others)[0]
        names = [name for far, name in others if far == nearest]
        right += names.count(value) / len(names)
    return right / len(samples)


def distance(one: Lengths, other: Lengths) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def without_address(seen: dict[str, list[Lengths]]) -> dict[str, list[Lengths]]:
    """For who sees the forms and the pages alone."""
    return {value: [lengths[:2] for lengths in found] for value, found in seen.items()}


@pytest.mark.parametrize("slug", [question.slug for question in FLOW])
def test_lengths_name_no_answer(at, slug):
    walker = at(slug)
    script, plain = (measured(walker, slug, with_script) for with_script in (True, False))
    blind = 1 / len(script)
    times = [guessed(seen) / blind for seen in (without_address(script), without_address(plain), script)]
    if PRINTED:
        said = zip(times, ("with a script", "without", "with the address after it"), strict=True)
        print(f"\n{slug:>11}: {blind:4.0%} blind;", ", ".join(f"{found:4.2f} times that {how}" for found, how in said))
    # One length of the form, whichever answer it is.
    assert {lengths[0] for found in script.values() for lengths in found} == {FORM_BLOCK}
    if slug in HIDDEN:
        assert max(times[:2]) <= MOST


def test_a_plain_form_without_the_field_is_taken(at):
    walker = at("who")
    del walker.page.fields["fill"]
    assert walker.post("/guide/who/", **{"who-answer": "self"}).url == "/guide/danger/"


def test_lengths_that_differ_would_name_the_answer():
    apart = {"a": [(4, 512)] * 9, "b": [(6, 512)] * 9}
    alike = {"a": [(4, 512)] * 9, "b": [(4, 512)] * 9}
    assert (guessed(apart), round(guessed(alike), 2)) == (1.0, 0.47)


def test_a_page_that_differs_by_a_sentence_has_the_length_of_the_others():
    one, other = (gzip.compress(text.encode() * 9) for text in ("Who?", "Who is this for, and who asks?"))
    assert len(sizes.filled_gzip(one)) == len(sizes.filled_gzip(other)) == sizes.LEAST_BYTES
