"""Every answer that can be given says something to the rules: it is read by a flag, or by the place of the visit."""

from tests.people import PEOPLE, WORLD
from wizard.core.flow import walk
from wizard.core.location import location_of, read_answers
from wizard.core.questions import FLOW

# What says the same as an answer that was skipped.
LIKE_SKIPPED: dict[str, set[str]] = {}


def read(person):
    """What the rules know of somebody with these answers."""
    path = walk(FLOW, person, WORLD)
    return read_answers(path, WORLD), location_of(path, WORLD)


def unread(flow=FLOW):
    """Question -> values that no flag and no place knows from a skipped one, whoever gives them."""
    people = [{slug: values.split() for slug, values in person.items()} for person in PEOPLE.values()]
    offered = {question.slug: set() for question in flow}
    seen = {question.slug: set() for question in flow}
    for person in people:
        path = walk(flow, person, WORLD)
        for stop in path.stops:
            question, slug = stop.question, stop.question.slug
            skipped = read({**person, slug: []})
            for choice in question.choices(path.before(slug), WORLD):
                offered[slug].add(choice.value)
                if read({**person, slug: [choice.value]}) != skipped:
                    seen[slug].add(choice.value)
    return {slug: values - seen[slug] for slug, values in offered.items() if values - seen[slug]}


def test_every_answer_is_read_by_a_flag():
    assert unread() == LIKE_SKIPPED


def test_an_answer_that_nothing_reads_would_be_found(monkeypatch):
    monkeypatch.setattr(f"{__name__}.read", lambda person: person.get("who"))
    assert {"danger", "age", "where"} <= unread().keys()
