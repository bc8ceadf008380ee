"""French in the table: signs that look alike, forms of verbs, and patterns that stay inside a clause."""

import unicodedata

import pytest

from wizard.core.french_words import plain, verbs
from wizard.core.html_sentences import sentences
from wizard.core.patterns import FRENCH, compiled


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("l’image", "l'image"),
        ("l‘image", "l'image"),
        ("lʼimage", "l'image"),
        (unicodedata.normalize("NFD", "écris, répète, à"), "écris, répète, à"),
        ("ne paie\u00a0pas", "ne paie pas"),
        ("ne\u202fpaie  pas", "ne paie pas"),
        ("sup\u00adprime", "supprime"),
        ("envoie\u200b-lui", "envoie-lui"),
        ("envoie\u2011lui", "envoie-lui"),
    ],
)
def test_signs_that_look_alike_are_one(text, same):
    assert plain(text) == same


def test_accents_stay_because_words_differ_by_them():
    assert [plain(word) for word in ("menacé", "où", "dû", "à")] == ["menacé", "où", "dû", "à"]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("garder", {"garde", "gardes", "gardez", "garder", "gardera"}),
        ("transférer", {"transfère", "transférez", "transférer"}),
        ("acheter", {"achète", "achetez"}),
        ("payer", {"paie", "paye", "payez", "payer", "paieras"}),
        ("répondre", {"réponds", "répondez", "répondre"}),
        ("écrire", {"écris", "écrivez", "écrire"}),
    ],
)
def test_a_verb_has_its_forms_of_both_voices_and_no_participle(verb, forms):
    assert forms <= {*verbs()[verb]}
    assert not {*verbs()[verb]} & {"payé", "gardé", "écrite", "répondu", "acheté"}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("@payer", "Paie.", True),
        ("@payer", "Payez-la.", True),
        ("@payer", "Dans quel pays?", False),
        ("@payer", "Tu as payé?", False),
        ("@payer", "C’est la paix.", False),
        ("@répondre-lui", "Réponds-lui.", True),
        ("lui @répondre", "Tu dois lui répondre.", True),
        ("l’@ouvrir", "Ne l'ouvre pas.", True),
        ("@envoyer … image", "Envoie-lui vite une autre image.", True),
        ("@envoyer … image", "Envoie un mot, puis une image.", False),
        ("@garder … l’image", "Garde ton calme et n’envoie pas l’image.", False),
        ("@garder … l’image", "Garde et n’envoie pas l’image.", True),
        ("@garder … l’image", "Garde un deux trois quatre cinq six sept l’image.", False),
        ("capture* d’écran", "Des CAPTURES d'écran.", True),
        ("=Take It Down", "take it down", False),
        ("ta faute", "C'est ta\u00a0faute.", True),
        ("écris", "ÉCRIS.", True),
        ("tu*", "Il l’a tué.", True),
        ("tu", "Il l’a tué.", False),
    ],
)
def test_a_pattern_is_words_as_a_person_writes_them(pattern, text, found):
    assert bool(compiled((pattern,), FRENCH).search(plain(text))) is found


def test_a_verb_without_forms_is_no_pattern():
    with pytest.raises(KeyError, match="gronder"):
        compiled(("@gronder",), FRENCH)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ne réponds pas. Écris l’heure.", ["Ne réponds pas.", "Écris l’heure."]),
        ("Ne réponds pas! À toi.", ["Ne réponds pas!", "À toi."]),
        ("Dis : « Paie-le. » Ensuite, ne réponds pas.", ["Dis :", "« Paie-le.", "Ensuite, ne réponds pas."]),
        ("C’est fini? Œuvre seule.", ["C’est fini?", "Œuvre seule."]),
        ("Il est 8 h 5. Appelle.", ["Il est 8 h 5.", "Appelle."]),
    ],
)
def test_a_sentence_ends_before_accents_and_guillemets(text, cut):
    assert list(sentences(f"<p>{text.replace(' :', chr(0xA0) + ':')}</p>")) == cut
