"""The rules about words hold for everybody who can see a step, in every place; and each of them bites."""

import re
from dataclasses import replace
from functools import lru_cache

import pytest
from django.template import Context
from django.utils.translation import override
from django.utils.translation.trans_real import translation

from tests.people import PEOPLE, answers_of
from wizard.core.french_words import plain
from wizard.core.html_sentences import sentences
from wizard.core.location import read_answers
from wizard.core.patterns import compiled
from wizard.core.phrase_tables import read_all, read_phrases
from wizard.core.phrases import Phrase
from wizard.core.plan import step_for
from wizard.core.step_rules import STEP_RULES
from wizard.core.wording_rules import WORDING_RULES
from wizard.journey.facts import facts_for_guide
from wizard.review.proof import sample_places, step_readers
from wizard.review.proof.plan_proof import random_paths
from wizard.review.proof.sample_places import NOWHERE, PLACES, places_of
from wizard.review.proof.step_readers import Reader
from wizard.review.proof.voices import Text, voices_of
from wizard.review.proof.words_proof import prove_step

pytestmark = pytest.mark.django_db

ROWS = {row.slug: row for row in STEP_RULES}
PHRASES = read_all(ROWS)


@pytest.mark.parametrize("slug", ROWS)
def test_the_words_of_a_step_keep_every_rule(slug):
    verdict = prove_step(ROWS[slug], NOWHERE, PHRASES, facts_for_guide())
    assert {(phrase.language, phrase.name): said for phrase, said in verdict.broken.items()} == {}
    assert verdict.texts


# `make prove` proves all of them, too.
@pytest.mark.thorough
@pytest.mark.parametrize("at", PLACES[:1], ids=lambda at: at.region or at.country)
def test_the_words_of_the_place_keep_every_rule(at):
    world = facts_for_guide()
    found = [prove_step(row, at, PHRASES, world) for row in STEP_RULES if at in places_of(row)]
    assert {(one.step, phrase.id): said for one in found for phrase, said in one.broken.items()} == {}
    assert {"know-your-rights", "regulator", "remove", "match-service"} <= {one.step for one in found}


def tampered(phrase, said):
    """The words of a step with the slip that the rule is there to find."""
    if phrase.never:
        return (*said, phrase.example)
    return tuple(compiled(phrase.must, phrase.language).sub("–", phrase.plain(sentence)) for sentence in said)


@lru_cache(maxsize=1)
def crowd():
    """Many different people, and the named ones."""
    world = facts_for_guide()
    named = (answers_of(**{slug.replace("-", "_"): said for slug, said in given.items()}) for given in PEOPLE.values())
    return (*named, *(read_answers(path, world) for path in random_paths(world, 4000)))


def heard(phrase, a):
    """The voice in which this person is spoken to, in the language of the rule."""
    return next(voice.name for voice in voices_of([phrase]) if voice.heard_by(a))


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.language} {phrase.rule}: {phrase.name}")
def test_a_rule_finds_the_slip_it_is_there_for(phrase):
    concerned = [row for row in STEP_RULES if phrase.concerns(row.slug)]
    met = next((row, a) for a in crowd() for row in concerned if row.shown_when(a) and phrase.when.holds(a))
    row, a = met
    with override(heard(phrase, a)):
        said = Reader(row, NOWHERE)(a)
    assert (phrase.broken(said, a), bool(phrase.broken(tampered(phrase, said), a))) == ("", True)


def test_a_slip_in_a_template_is_found_with_its_step_and_its_sentence(monkeypatch):
    read = step_readers.PartReader.text

    def slipped(self, a):
        text = read(self, a)
        words = text.in_voice("en")
        slip = {"en": (*words, "Tell your parents today.")}
        return Text(tuple, slip) if a.for_self and words else text

    monkeypatch.setattr(step_readers.PartReader, "text", slipped)
    verdict = prove_step(ROWS["people"], NOWHERE, read_phrases(ROWS), facts_for_guide())
    assert {(phrase.rule, said) for phrase, said in verdict.broken.items()} == {("9", "Tell your parents today.")}


def mistranslated(monkeypatch, voice, right, wrong):
    """The catalogue of a voice with other words in every text that holds these; at least one does."""
    changed = 0
    for catalog in translation(voice)._catalog._catalogs:
        for key, said in [*catalog.items()]:
            if right in said:
                monkeypatch.setitem(catalog, key, said.replace(right, wrong))
                changed += 1
    assert changed


# To plant another fault, add a row: the step, the voice, what its texts say and what a slip makes of it, the rules that
# see it.
SLIPS = [
    ("stop-contact", "fr-tu", "Ne paie pas", "Paie", {"pay", "no-pay"}),
    ("stop-contact", "fr", "Ne payez pas", "Payez", {"pay", "no-pay"}),
    ("stop-contact", "fr-tu", "Ne le débloque pas", "Débloque-le", {"unblocks", "no-unblock"}),
    ("danger-now", "fr-tu", "Ne va pas rencontrer", "Va rencontrer", {"meets", "no-meeting", "pay"}),
    ("worker-duties", "fr", "Ne regardez pas", "Regardez", {"helpers-look", "passes-it-on", "worker-no-look"}),
    ("stop-contact", "fr-vo", "répondre ne peut pas lui", "répondre peut lui", {"answers", "death-not-answered"}),
]


@pytest.mark.parametrize(
    ("step", "voice", "right", "wrong", "rules"), SLIPS, ids=[f"{row[1]} {row[3]}" for row in SLIPS]
)
def test_a_slip_in_the_french_catalogue_is_found(step, voice, right, wrong, rules, monkeypatch):
    french = read_phrases(ROWS, "fr")
    mistranslated(monkeypatch, voice, right, wrong)
    verdict = prove_step(ROWS[step], NOWHERE, french, facts_for_guide())
    assert {phrase.id for phrase in verdict.broken} == rules


# "Ne … pas" around a verb, with what stands between.
NOT = re.compile(r"(?i)\b(?:ne |n')((?:\w+[ '-]){1,4}?)(?:pas|jamais|plus|rien|personne|aucune?|ni)\b ?")


def saved_by_a_not():
    """Rules, and sentences of the French catalogues that only a "ne … pas" makes right, with the same one without."""
    catalogs = [catalog for voice in ("fr", "fr-tu", "fr-vo") for catalog in translation(voice)._catalog._catalogs]
    texts = dict.fromkeys(said for catalog in catalogs for text in catalog.values() for said in sentences(text))
    bare = {said: NOT.sub(r"\1", plain(said)) for said in texts}
    for phrase in read_phrases(ROWS, "fr"):
        if phrase.never and not phrase.even_with_not:
            strict, never = replace(phrase, unless=()), compiled(phrase.never, "fr")
            found = ((said, without) for said, without in bare.items() if without != plain(said))
            yield from (
                (phrase, said, without)
                for said, without in found
                if never.search(without) and strict.hits(without) and not strict.hits(said)
            )


def test_all_that_must_be_said_stands_in_the_french_catalogues():
    catalogs = [catalog for voice in ("fr", "fr-tu", "fr-vo") for catalog in translation(voice)._catalog._catalogs]
    texts = plain("\n".join(text for catalog in catalogs for text in catalog.values()))
    wanted = [words for phrase in read_phrases(ROWS, "fr") for words in phrase.must]
    assert [words for words in wanted if not compiled((words,), "fr").search(texts)] == []


def test_a_sentence_that_loses_its_not_is_refused():
    saved = list(saved_by_a_not())
    assert [(phrase.id, said) for phrase, said, without in saved if not phrase.hits(without)] == []
    assert len(saved) > 200


def test_every_safety_rule_about_words_has_its_phrases():
    # The others are about lists and lines.
    about_lists_or_lines = {"5", "7", "8", "10"}
    rules = {str(number) for number in range(1, 27)} | {"words"}
    assert {phrase.rule for phrase in PHRASES} == rules - about_lists_or_lines
    assert len({(phrase.name, phrase.language) for phrase in PHRASES}) == len(PHRASES)
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
