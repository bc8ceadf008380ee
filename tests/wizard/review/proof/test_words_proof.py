"""The rules about words hold for everybody who can see a step, in every place; and each of them bites."""

import re
from functools import lru_cache

import pytest
from django.template import Context

from tests.people import PEOPLE, answers_of
from wizard.core.html_sentences import sentences
from wizard.core.location import read_answers
from wizard.core.phrases import Phrase, compiled, read_phrases
from wizard.core.plan import step_for
from wizard.core.step_rules import STEP_RULES
from wizard.core.wording_rules import WORDING_RULES
from wizard.journey.facts import facts_for_guide
from wizard.review.proof import sample_places, step_readers
from wizard.review.proof.plan_proof import random_paths
from wizard.review.proof.sample_places import NOWHERE, PLACES, places_of
from wizard.review.proof.step_readers import Reader
from wizard.review.proof.words_proof import prove_step

pytestmark = pytest.mark.django_db

ROWS = {row.slug: row for row in STEP_RULES}
PHRASES = read_phrases(ROWS)


@pytest.mark.parametrize("slug", ROWS)
def test_the_words_of_a_step_keep_every_rule(slug):
    verdict = prove_step(ROWS[slug], NOWHERE, PHRASES, facts_for_guide())
    assert {phrase.name: sentence for phrase, sentence in verdict.broken.items()} == {}
    assert verdict.texts


# `make prove` proves all of them, too.
@pytest.mark.thorough
@pytest.mark.parametrize("at", PLACES[:1], ids=lambda at: at.region or at.country)
def test_the_words_of_the_place_keep_every_rule(at):
    world = facts_for_guide()
    found = [prove_step(row, at, PHRASES, world) for row in STEP_RULES if at in places_of(row)]
    assert {(one.step, phrase.name): said for one in found for phrase, said in one.broken.items()} == {}
    assert {"know-your-rights", "regulator", "remove", "match-service"} <= {one.step for one in found}


def tampered(phrase, said):
    """The words of a step with the slip that the rule is there to find."""
    if phrase.never:
        return (*said, phrase.example)
    return tuple(compiled(phrase.must).sub("–", sentence) for sentence in said)


@lru_cache(maxsize=1)
def crowd():
    """Many different people, and the named ones."""
    world = facts_for_guide()
    named = (answers_of(**{slug.replace("-", "_"): said for slug, said in given.items()}) for given in PEOPLE.values())
    return (*named, *(read_answers(path, world) for path in random_paths(world, 4000)))


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.rule}: {phrase.name}")
def test_a_rule_finds_the_slip_it_is_there_for(phrase):
    concerned = [row for row in STEP_RULES if phrase.concerns(row.slug)]
    met = next((row, a) for a in crowd() for row in concerned if row.shown_when(a) and phrase.when.holds(a))
    row, a = met
    said = Reader(row, NOWHERE)(a)
    assert (phrase.broken(said, a), bool(phrase.broken(tampered(phrase, said), a))) == ("", True)


def test_a_slip_in_a_template_is_found_with_its_step_and_its_sentence(monkeypatch):
    said = step_readers.PartReader.__call__

    def slipped(self, a):
        words = said(self, a)
        return (*words, "Tell your parents today.") if a.for_self and words else words

    monkeypatch.setattr(step_readers.PartReader, "__call__", slipped)
    verdict = prove_step(ROWS["people"], NOWHERE, PHRASES, facts_for_guide())
    assert {(phrase.rule, said) for phrase, said in verdict.broken.items()} == {("9", "Tell your parents today.")}


def test_every_safety_rule_about_words_has_its_phrases():
    # The others are about lists and lines.
    about_lists_or_lines = {"5", "7", "8", "10"}
    rules = {str(number) for number in range(1, 27)} | {"words"}
    assert {phrase.rule for phrase in PHRASES} == rules - about_lists_or_lines
    assert len({phrase.name for phrase in PHRASES}) == len(PHRASES)
    assert all(isinstance(phrase, Phrase) for phrase in PHRASES)


@pytest.mark.parametrize("slug", ROWS)
def test_the_parts_of_a_step_make_up_what_is_read(slug):
    """Cut apart or rendered in one piece: the same sentences, for everybody."""
    row, several = ROWS[slug], 0
    for at in places_of(row)[:2]:
        reader = Reader(row, at)
        for a in [a for a in crowd() if row.shown_when(a)][:120]:
            title, line, *words = reader(a)
            step = step_for(row, a)
            whole = sentences(reader.template.render(Context(reader.values(a))))
            assert (title, line, tuple(words)) == (str(step.title), str(step.line), whole)
        several += len(reader.parts)
    assert several > 2


def test_a_text_is_rendered_once_for_all_who_read_it():
    reader, rendered = step_readers.PartReader(lambda a: rendered.append(1) or (str(a.minor_now), str(a.helper))), []
    assert {reader(a) for a in crowd()} == {(one, two) for one in ("True", "False") for two in ("True", "False")}
    assert (len(rendered), reader.flags) == (4, {"minor_now", "helper"})


TAG, SAID = re.compile(r"{[%{](.*?)[%}]}", re.DOTALL), re.compile(r'"[^"]*"')
INSIDE = re.compile(r'include "([a-z]+/_[a-z_]+\.html|components/[a-z_]+\.html)"')


def flags_in(name):
    """The flags, named conditions and facts of the place that a template and its parts name."""
    source = sample_places.template_source(name)
    tags = " ".join(SAID.sub("", tag) for tag in TAG.findall(source))
    named = {*re.findall(r"[\w.]+", tags)} & {*WORDING_RULES}
    return (named | {*re.findall(r"\b(?:a|at)\.\w+", tags)}).union(*map(flags_in, INSIDE.findall(source)))


@pytest.mark.parametrize("slug", ROWS)
def test_a_step_declares_in_its_first_line_what_its_words_read(slug):
    name = f"plan/steps/{slug}.html"
    first = sample_places.template_source(name).splitlines()[0]
    assert first == f"{{# Reads: {' '.join(sorted(flags_in(name))) or 'nothing'} #}}"
