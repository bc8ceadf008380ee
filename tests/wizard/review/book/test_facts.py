"""Every field of every fact is in the book, with its sources and its day, and the notes of editors stand apart."""

from collections import Counter

import pytest

from resources.loading.content import FILES
from wizard.review.book.facts import FOR_EDITORS, KINDS, fact_of, kinds_of, spell


def leaves(value, label=""):
    """Every text and number inside a fixture, with the name of its field."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, label)
    elif value not in (None, "") and not isinstance(value, bool):
        yield label, str(value)


def facts_of(content):
    """Each fact of the book beside the row it was made of."""
    for kind in kinds_of(content):
        rows = {row[FILES[kind.slug]]: row for row in content[kind.slug]}
        yield from ((rows[fact.slug], fact) for group in kind.groups for fact in group.facts)


def test_every_file_of_facts_has_its_place():
    assert [*KINDS] == [*FILES]


@pytest.mark.parametrize("name", FILES)
def test_every_fact_is_there_once(content, name):
    kind = next(kind for kind in kinds_of(content) if kind.slug == name)
    slugs = Counter(fact.slug for group in kind.groups for fact in group.facts)
    assert slugs == Counter(row[FILES[name]] for row in content[name])
    assert kind.count == len(content[name])


def test_no_field_is_left_out(content):
    missing = []
    for row, fact in facts_of(content):
        page = [fact.slug, fact.name, fact.text, *fact.sources, fact.read_on, *fact.for_editors]
        text = "\n".join(page)
        missing += [(fact.slug, label, leaf) for label, leaf in leaves(row) if leaf not in text]
    assert missing == []


def test_every_fact_carries_its_sources_and_its_day(content):
    found = [(len(fact.sources), fact.read_on) for _row, fact in facts_of(content)]
    assert found == [(len(row["sources"]), row["read_on"]) for row, _fact in facts_of(content)]


def test_what_editors_noted_stands_apart(content):
    noted = [(row, fact) for row, fact in facts_of(content) if row.get("editor_note") or row.get("conflicts")]
    for row, fact in noted:
        notes = [*filter(None, [row.get("editor_note")]), *row.get("conflicts", ())]
        assert [note for note in notes if note not in fact.for_editors or note in fact.text] == []
    assert len(noted) > 50


def test_a_note_inside_a_guide_says_which():
    guides = [{"purpose": "ncii"}, {"purpose": "minor", "editor_note": "Menu not seen."}]
    fact = fact_of({"slug": "x", "name": "X", "guides": guides, "sources": [], "read_on": "2026-11-22"}, "slug")
    assert (fact.text, fact.for_editors) == (
        "guides:\n– purpose: ncii\n– purpose: minor",
        ("guides 2: Menu not seen.",),
    )


def test_a_fact_is_told_with_its_small_fields_first():
    row = {
        "code": "XX",
        "name": {"en": "Xland", "fr": "Xlande"},
        "eu": False,
        "emergency_note": None,
        "serves": {"en": "A long line that says who may call there, and when they may do that."},
        "languages": ["en", "fr"],
        "sources": [{"url": "https://a.example/", "page_date": "2026-01"}, {"url": "b", "page_date": None}],
        "read_on": "2026-11-22",
        "editor_note": "Look again.",
        "conflicts": ["One.", "Two."],
    }
    fact = fact_of(row, "code")
    assert (fact.slug, fact.name, fact.read_on) == ("XX", "Xland / Xlande", "2026-11-22")
    assert fact.text.split("\n") == [
        "eu: no · languages: en | fr",
        "serves: A long line that says who may call there, and when they may do that.",
    ]
    assert (fact.sources, fact.for_editors) == (
        ("https://a.example/ (2026-01)", "b"),
        ("Look again.", "One.", "Two."),
    )


def test_facts_of_one_country_stand_together(content):
    kind = next(kind for kind in kinds_of(content) if kind.slug == "helplines")
    places = [group.place for group in kind.groups]
    assert (len(places), {"Canada", "United Kingdom", "More than one country"} - {*places}) == (len({*places}), set())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (False, "no"),
        (13, "13"),
        ({"en": "Call.", "fr": "Appelez."}, "Call. [fr: Appelez.]"),
        (["a", {"en": "b"}], "a | b"),
        ({"AU-VIC": 12, "AU-NSW": 10}, "(AU-VIC: 12; AU-NSW: 10)"),
        (
            [
                {"text": {"en": "Tap."}, "needs_picture": False, "warning": None},
                {"text": {"en": "Send."}, "warning": {"en": "They see it."}},
            ],
            "1. Tap. 2. Send. (warning: They see it.)",
        ),
    ],
)
def test_a_value_is_spelled(value, words):
    assert spell(value) == words


def test_the_fields_of_editors_are_two():
    assert FOR_EDITORS == ("editor_note", "conflicts")
