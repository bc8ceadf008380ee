"""The French texts beside their English: nothing is turned round, lost or added. Each is written as Quebec writes."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from django.utils.translation import gettext, ngettext, npgettext, override, pgettext

from compass.catalogues import file_of
from compass.languages import FRENCH
from compass.management.translating import compiled, read, state
from tests.content.french.catalogues import (
    figures,
    negations_in_english,
    negations_in_french,
    pairs,
    places,
    spoken,
)
from tests.content.french.rules import QUOTED, TU, VOUS, WRONG_SIGNS
from tests.content.gathered_texts import gathered

LOOKED_AT = tomllib.loads((Path(__file__).parent / "looked_at.toml").read_text(encoding="utf-8"))
# Times of day: 14:10 is "14 h 10".
TIMES = {"time of day: %(hour_2)s:00", "time of day: %(hour_2)s:%(minute_2)s"}
# "Ask your child what they want" is easier to do with the words for it.
ASKED_WITH_WORDS = {
    "Do not talk about it with the person who may have done this, or with anyone at home except your child. Ask your "
    "child what they want.",
    "Ask them alone what they want, and keep asking. They should not have to carry this alone.",
    "Ask adult protection or police what to do with the message. Ask your child what they want, too.",
    "Do not write about this where anyone else could read it. Ask the person it is about who already knows.",
}


def test_what_is_forbidden_in_english_is_forbidden_in_french():
    counted = [(pair.name, [negations_in_english(pair.english), negations_in_french(pair.french)]) for pair in pairs()]
    differing = {(name, *counts) for name, counts in counted if counts[0] != counts[1]}
    looked_at = {(name, *counts) for name, counts in LOOKED_AT["negations"].items()}
    assert (differing - looked_at, looked_at - differing) == (set(), set())


@pytest.mark.parametrize(
    ("english", "french", "numbers"),
    [
        ("Do not pay.", "Ne paie pas.", (1, 1)),
        ("Do not pay.", "Paie.", (1, 0)),
        ("Do not reply or pay.", "Ne réponds pas, paie.", (1, 1)),
        ("Do not pay. Do not send more.", "Ne paie pas. Envoie plus.", (2, 1)),
        ("Nobody has to answer.", "Personne n’a à répondre.", (1, 1)),
        ("Without a copy", "Pas de copie", (1, 1)),
        ("You can’t lose this.", "Tu peux perdre ça.", (1, 0)),
        ("Do not delete the chat.", "Ne supprime ni la conversation ni le compte.", (1, 1)),
        ("None of these", "Rien de tout ça", (1, 1)),
    ],
)
def test_a_negation_that_is_lost_is_seen(english, french, numbers):
    assert (negations_in_english(english), negations_in_french(french)) == numbers


def test_numbers_blanks_and_addresses_are_the_same():
    changed = {
        pair.name
        for pair in pairs()
        if (figures(pair.english), places(pair.english)) != (figures(pair.french), places(pair.french))
    }
    assert changed == TIMES


def test_what_somebody_is_to_say_is_there_as_often():
    found = {pair.name for pair in pairs() if spoken(pair.english, "english") != spoken(pair.french, "french")}
    assert found == ASKED_WITH_WORDS


@pytest.mark.parametrize("wrong", WRONG_SIGNS)
def test_signs_and_blanks_are_those_of_quebec(wrong):
    assert [pair.french for pair in pairs() if WRONG_SIGNS[wrong].search(pair.french)] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tu dis : non", "a blank that breaks before : or %"),
        ("Erreur:", "no blank before :"),
        ("« Non »", "no no-break space inside « »"),
        ("Vraiment ?", "a blank before ? ! ;"),
        ("l'image", "a straight apostrophe or mark"),
        ("moins de 18 ans", "a blank that breaks after a number"),
        ("ta soeur", "œ in two letters"),
        ("Ecris l’heure", "a capital without its accent"),
        ("e\u0301cris", "a letter in two signs"),
        ("Oui.  Non.", "two blanks"),
        ("prêt(e)", "a médian point or brackets"),
        ("prêt·e", "a médian point or brackets"),
    ],
)
def test_each_wrong_sign_is_seen(text, wrong):
    assert wrong in {name for name, pattern in WRONG_SIGNS.items() if pattern.search(text)}


# Words that agree with whoever is spoken to, after a verb that makes them do so.
AGREES = re.compile(
    r"\b(?:(?:tu|vous) (?:ne |n’)?(?:es|êtes|étais|étiez|seras|serez|restes|restez|te sens|vous sentez|as été)|"
    r"(?:je |j’)(?:ne |n’)?(?:suis|étais|serai|reste|me sens|ai été|restais))\b"
    r"(?: (?:pas|plus|trop|vraiment|très|si))*\s"
    r"(?:seul|forcé|obligé|inquiet|inquiète|blessé|prêt|désolé|content|fâché|menacé|perdu|isolé|protégé|fier|fière|"
    r"certain|sûr|effrayé|nu|filmé|piégé|arrivé|allé|parti|tombé|né|heureux|heureuse|gêné|mineur|majeur|assis|"
    r"fatigué|entendu|cru|surveillé|trompé|victime|coupable|responsable)(?:e|s|es)?\b",
    re.IGNORECASE,
)


def test_nothing_agrees_with_whoever_reads_or_speaks():
    assert [pair.french for pair in pairs() if AGREES.search(pair.french)] == []


@pytest.mark.parametrize(
    "text",
    ["Tu n’es pas seule.", "Vous êtes très inquiet.", "« Je suis désolé. »", "si tu te sens prête", "Je suis seul"],
)
def test_a_word_that_agrees_is_seen(text):
    assert AGREES.search(text)


@pytest.mark.parametrize("text", ["Tu es là où il faut.", "Je suis de ton côté.", "L’autre personne est certaine."])
def test_a_word_about_nobody_here_agrees_with_no_reader(text):
    assert not AGREES.search(text)


# Each blames, frightens, promises or can be read as something else; why and what to say: CONTRIBUTING "Translations".
NEVER = re.compile(
    r"\b(?:pornographie|pédoporno\w*|porno-vengeance|victimes?|survivante?s?|dénonc\w+|délation|avou\w+|aveux?|"
    r"agresseure?s?|prédateurs?|sextorqueurs?|maîtres?[ -]chanteurs?|chum|blonde|copains?|copines?|petite? amie?|"
    r"impruden\w+|gaffes?|bêtises?|compromettant\w*|juste|simplement|il suffit|hésite\w*|panique\w*|"
    r"commettre un suicide|suicide réussi|en toute confidentialité|sécuritaires?|anonym\w+|téléverse\w*|délais?|"
    r"coupables?|honteu\w+|naï\w+|garanti\w*|grandes? personnes?|sans témoin|iels?|fait avoir)\b|100\u00a0%",
    re.IGNORECASE,
)


def test_words_that_harm_are_never_used():
    assert [pair.french for pair in pairs() if NEVER.search(pair.french)] == []


# How whole texts begin that somebody says to a friend: nobody else is spoken to in them.
TO_A_FRIEND = ("Something bad is happening", "Can you stay with me", "Please listen first. Then help me")
# Whole texts that are said or written to a service or an office, and what /now/ says to a parent.
TO_OTHERS = re.compile(
    r"^(?:Je vous demande|Bonjour\. Je vous écris|\d\. |Ceci est une plainte|Écoutez-moi d’abord|"
    r"Avant que j’en dise plus|Est-ce qu’on peut se parler)|^Si ça arrive à votre enfant$|^Restez tout près\."
)


def test_a_text_speaks_in_the_voice_of_its_catalogue():
    mixed = [
        (pair.voice, pair.french)
        for pair in pairs()
        if (VOUS if pair.voice == "fr-tu" else TU).search(QUOTED.sub("", pair.french))
        and not pair.english.startswith(TO_A_FRIEND)
    ]
    assert mixed == []


def test_whatever_says_vous_to_a_reader_has_its_tu():
    said = {pair.name for pair in pairs() if pair.voice == "fr-tu"}
    alone = [pair.french for pair in pairs() if pair.voice == "fr" and pair.name not in said]
    assert [text for text in alone if VOUS.search(QUOTED.sub("", text)) and not TO_OTHERS.search(text)] == []


def test_a_voice_holds_nothing_but_what_differs():
    whole = {pair.name: pair.french for pair in pairs() if pair.voice == "fr"}
    assert [pair for pair in pairs() if pair.voice != "fr" and whole[pair.name] == pair.french] == []


def test_no_text_is_missing_unsure_or_left_over():
    found = {voice: state(gathered(), voice, whole=voice == FRENCH.code) for voice in FRENCH.voices}
    assert found == dict.fromkeys(FRENCH.voices, ((), (), ()))


@pytest.mark.parametrize("voice", FRENCH.voices)
def test_what_gettext_reads_is_what_people_wrote(voice):
    assert file_of(voice, "mo").read_bytes() == compiled(FRENCH, voice)


@pytest.mark.parametrize("voice", FRENCH.voices)
def test_a_page_says_what_stands_in_our_catalogue_and_nothing_of_djangos(voice):
    ours = {pair.name: pair for pair in pairs() if pair.voice == "fr"} | {
        pair.name: pair for pair in pairs() if pair.voice == voice
    }
    plural = {entry.msgid_plural for entry in read("fr") if entry.msgid_plural}
    with override(voice):
        said = {
            name: pgettext(pair.context, pair.english) if pair.context else gettext(pair.english)
            for name, pair in ours.items()
            if pair.english not in plural
        }
        assert {name: text for name, text in said.items() if text != ours[name].french} == {}
        for entry in read("fr"):
            if entry.msgid_plural:
                made = [
                    npgettext(entry.msgctxt, entry.msgid, entry.msgid_plural, many)
                    if entry.msgctxt
                    else ngettext(entry.msgid, entry.msgid_plural, many)
                    for many in (0, 1, 2)
                ]
                assert made == [entry.msgstr_plural[0], entry.msgstr_plural[0], entry.msgstr_plural[1]]


def test_there_is_much_to_read():
    many = Counter(pair.voice for pair in pairs())
    assert [many["fr"] > 3500, many["fr-tu"] > 1400, many["fr-vo"] > 10] == [True] * 3
