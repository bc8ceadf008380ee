"""A template becomes a tree of sentences under their conditions, and the tree says what the page says, to everybody."""

import re
from functools import cache

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.utils.translation import gettext

from tests.content.step_words import NoLines, plain
from tests.people import PEOPLE, WORLD, path_of
from wizard.core.location import location_of, read_answers
from wizard.core.plan import step_for
from wizard.core.step_rules import STEP_RULES
from wizard.review.book.names import FACTS, SERVICES, said
from wizard.review.book.template_conditions import spoken
from wizard.review.book.template_reader import tree_of, words_of
from wizard.review.book.tree import EACH, Part, texts
from wizard.review.flowmap.read_code import NoWordsError
from wizard.review.flowmap.terms import All, Has, Named, Some, every, negate, some
from wizard.review.proof.plan_proof import random_paths

NO_NUMBER = "Ask someone near you to call for help."
STEPS = [row.slug for row in STEP_RULES]
A, B, C = (Named(f"a.{name}", None) for name in ("afraid", "family", "home"))


def outline(parts: tuple[Part, ...], depth: int = 0) -> list[str]:
    """A tree as indented lines, with the kind of each sentence."""
    found = []
    for part in parts:
        found.append(f"{'. ' * depth}{part.text}" + (f" ({part.kind})" if part.is_words else ":"))
        found += outline(part.parts, depth + 1)
    return found


def tree(source: str) -> list[str]:
    return outline(tree_of(engines["django"].from_string(source).template.nodelist))


# --- how a template is read -------------------------------------------------------------------------------------------

READ = {
    "a sentence": ('<p>{% translate "Call." %}</p>', ["Call. (text)"]),
    "two in a paragraph": ('<p>{% translate "Call." %} {% translate "Or text." %}</p>', ["Call. Or text. (text)"]),
    "two paragraphs": ('<p>{% translate "A." %}</p><p>{% translate "B." %}</p>', ["A. (text)", "B. (text)"]),
    "a link inside a sentence": (
        '<p>{% translate "A." %} <a href="{{ place.href }}">{% translate "B." %}</a></p>',
        ["A. B. (text)"],
    ),
    "kinds": (
        '<h3>{% translate "A" %}</h3><ul><li>{% translate "B" %}</li></ul><p class="card care">{% translate "C" %}</p>'
        '<details><summary>{% translate "D" %}</summary><p>{% translate "E" %}</p></details>',
        ["A (heading)", "B (item)", "C (care)", "D (fold)", "E (text)"],
    ),
    "a service is named in the text": ("<p>Take It Down</p>", ["Take It Down (text)"]),
    "branches": (
        '{% if a.afraid or a.family %}<p>{% translate "A" %}</p>{% elif they %}<p>{% translate "B" %}</p>'
        '{% else %}<p>{% translate "C" %}</p>{% endif %}',
        [
            "When afraid, or family:",
            ". A (text)",
            "Otherwise, when a helper reads it:",
            ". B (text)",
            "Otherwise:",
            ". C (text)",
        ],
    ),
    "a branch that says nothing": (
        '{% if a.home %}{% elif they %}<p>{% translate "B" %}</p>{% endif %}',
        ["When home:", ". [nothing] (text)", "Otherwise, when a helper reads it:", ". B (text)"],
    ),
    "a condition without words": ("{% if a.home %}<br>{% endif %}", []),
    "a condition inside a tag": ('<p class="{% if a.home %}x{% endif %}">{% translate "A" %}</p>', ["A (text)"]),
    "branches inside a point, which goes on": (
        '<ul><li>{% if they %}{% translate "A." %}{% else %}{% translate "B." %}{% endif %} {% translate "C." %}</li>'
        '<li>{% translate "D." %}</li></ul>',
        ["When a helper reads it:", ". A. (item)", "Otherwise:", ". B. (item)", "C. (more)", "D. (item)"],
    ),
    "a place": ('{% if at.country == "NZ" %}{% translate "A" %}{% endif %}', ["When the country is NZ:", ". A (text)"]),
    "not a value": (
        '{% if line.notes != line.serves %}{% translate "A" %}{% endif %}',
        ["When line: notes is not [line: serves]:", ". A (text)"],
    ),
    "the facts": (
        '{% for law in laws %}<p>{{ law.title }}</p>{% if law.how_to_use %}<p>{% translate "A" %}</p>{% endif %}'
        "{% endfor %}",
        ["For each of [laws]:", ". [law: title] (text)", ". When the facts have [law: how to use]:", ". . A (text)"],
    ),
    "a blank in a sentence": (
        "{% blocktranslate trimmed with name=place.name %}\n Steps for {{ name }}, 100% \n{% endblocktranslate %}",
        ["Steps for [place: name], 100% (text)"],
    ),
    "numbers": (
        '{% include "components/helplines.html" with lines=lines.steps.crisis.talk %}',
        ["[numbers: crisis, talk] (text)"],
    ),
    "numbers, one after the other": (
        '{% for line in lines.steps.say_no.between %}{% include "components/helpline.html" %}{% endfor %}',
        ["[numbers: say no, between] (text)"],
    ),
    "what steps share": (
        '{% include "plan/_service.html" with service=route.service parts=1 %}',
        ["[see “One removal service, unfolded”: asked for with all its parts] (text)"],
    ),
    "a part of its own": (
        '{% include "plan/_service.html" with service=route.service %}',
        ["[see “One removal service, unfolded”] (text)"],
    ),
    "words with a name": (
        '{% if they %}{% translate "A" as words %}{% else %}{% translate "B" as words %}{% endif %}'
        '{% include "components/tool_link.html" with tool="talk" %}',
        ["When a helper reads it:", ". A (text)", "Otherwise:", ". B (text)"],
    ),
    "another name for the facts": (
        "{% with place=guided.place %}<p>{{ place.name }}</p>{% endwith %}",
        ["[guided: place name] (text)"],
    ),
}


@pytest.mark.parametrize(("source", "lines"), READ.values(), ids=READ)
def test_a_template_is_read(source: str, lines: list[str]) -> None:
    assert tree(source) == lines


@pytest.mark.parametrize(
    "source",
    [
        '{% if mood %}{% translate "A" %}{% endif %}',
        '{% if a.mood %}{% translate "A" %}{% endif %}',
        '{% if a.age in "13-15" %}{% translate "A" %}{% endif %}',
        "<p>{{ mood }}</p>",
        "<p>{% now 'Y' %}</p>",
    ],
)
def test_what_the_book_has_no_words_for_is_refused(source: str) -> None:
    with pytest.raises(NoWordsError):
        tree(source)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (A, "afraid"),
        (negate(A), "not afraid"),
        (some(A, B, C), "afraid, or family, or home"),
        (every(A, negate(B)), "afraid and not family"),
        (some(A, every(B, C)), "afraid, or (family and home)"),
        (every(some(A, B), C), "(afraid, or family) and home"),
        (negate(some(A, B)), "not afraid and not family"),
        (Has("at.region", ("CA-BC", "CA-NS")), "the region is CA-BC or CA-NS"),
        (negate(Has("at.region", ("CA-BC",))), "the region is not CA-BC"),
        (negate(Named("they", None)), "the person reads it"),
        (negate(Named("service.complaint", None)), "the facts have no [service: complaint]"),
    ],
)
def test_a_condition_is_one_line_of_words(term: Named | All | Some | Has, words: str) -> None:
    assert spoken(term) == words


def test_every_list_of_services_that_a_step_reads_is_explained() -> None:
    read_here = {
        name
        for slug in [*STEPS]
        for name in re.findall(r"\[services: ([a-z ]+)\]", "\n".join(outline(words_of(f"plan/steps/{slug}.html"))))
    }
    assert {name.replace(" ", "_") for name in read_here} <= SERVICES.keys()
    assert (len(read_here) > 5, "services" in FACTS, said("services.bodies", True)) == (
        True,
        True,
        "the facts have [services: bodies]",
    )


# --- the tree says what the page says ---------------------------------------------------------------------------------


class Person:
    """Somebody as templates see them, where the facts hold nothing: what remains are our own words."""

    def __init__(self, path) -> None:
        self.answers, self.at = read_answers(path, WORLD), location_of(path, WORLD)

    def holds(self, term, context) -> bool:
        """Whether a condition of the book is true of them."""
        match term:
            case All(parts):
                return all(self.holds(part, context) for part in parts)
            case Some(parts):
                return any(self.holds(part, context) for part in parts)
            case Has(path, values, yes):
                return (self.value(path, context) in values) == yes
            case Named(path, _, yes):
                return bool(self.value(path, context)) == yes
        raise TypeError(term)

    def value(self, path: str, context):
        """What stands under a name: a flag, the place, or the step; nothing else is known."""
        first, *rest = path.split(".")
        known = {"a": self.answers, "at": self.at, "step": context["step"], "they": context["they"]}
        if first == "lines" and rest == ["has_night_line"]:
            return True
        return getattr(known[first], rest[0]) if rest and first in known else known.get(first)

    def words(self, part, context) -> str:
        """The words of a part, for this person."""
        return part.text

    def read_in(self, parts, context) -> str:
        """The words that the tree has for them; what comes from the facts is left out."""
        found = []
        for part in parts:
            if part.is_words:
                found.append(re.sub(r"\[[^\]]*\]", " ", self.words(part, context)))
            elif part.kind != EACH and self.holds(part.holds, context):
                found.append(self.read_in(part.parts, context))
        return " ".join(" ".join(found).split())


@cache
def people() -> list[Person]:
    """The named people, and others who answer and skip by chance, always the same ones."""
    return [Person(path) for path in (*(path_of(**given) for given in PEOPLE.values()), *random_paths(WORLD, 120))]


@cache
def parts_of(slug: str) -> tuple[Part, ...]:
    return words_of(f"plan/steps/{slug}.html")


def rendered(slug: str, context) -> str:
    """The page's own words, without the one sentence that steps share where no number is known."""
    page = plain(render_to_string(f"plan/steps/{slug}.html", context))
    return " ".join(page.replace(gettext(NO_NUMBER), " ").split())


def test_what_steps_share_where_no_number_is_known_is_in_the_book_too() -> None:
    assert [words for words in texts(words_of("components/helplines_emergency.html")) if "[" not in words] == [
        NO_NUMBER
    ]


@pytest.mark.parametrize("row", STEP_RULES, ids=STEPS)
def test_the_tree_says_to_each_person_what_the_page_says(row) -> None:
    met, pairs = 0, []
    for person in people():
        if not row.shown_when(person.answers):
            continue
        step = step_for(row, person.answers)
        context = {"a": person.answers, "at": person.at, "step": step, "they": step.they, "lines": NoLines()}
        pairs.append((person.read_in(parts_of(row.slug), context), rendered(row.slug, context)))
        met += 1
    assert next((pair for pair in pairs if pair[0] != pair[1]), None) is None
    assert met > 0


@pytest.mark.parametrize(
    ("flag", "words"), [("helper", "A"), ("partner", ""), ("for_child and not a.partner", "A"), ("for_self", "")]
)
def test_a_wrong_condition_would_be_seen(flag: str, words: str) -> None:
    mother = Person(path_of(**{name.replace("-", "_"): value for name, value in PEOPLE["mother"].items()}))
    source = f"{{% if a.{flag} %}}<p>{{% translate 'A' %}}</p>{{% endif %}}"
    parts = tree_of(engines["django"].from_string(source).template.nodelist)
    assert mother.read_in(parts, {"step": None, "they": True}) == words
