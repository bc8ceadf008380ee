"""The checks: what is found in a text, what is left alone, and which words are quoted."""

import unicodedata

import pytest
from django.utils.translation import override

from resources.loading.content import Content
from tests.wizard.notes.samples import NASTY
from wizard.message.core.cautions import CHECKS, LONGEST, checks, warnings

FOUND = [
    ("Delete it or else.", ["threat"]),
    ("Delete it or I’ll tell your mum", ["threat"]),
    ("If you don't stop, I will come round", ["threat"]),
    ("I WILL POST yours", ["threat"]),
    ("I will pay you to stop", ["deal"]),
    ("If you delete it I will be nice", ["deal"]),
    ("Here is $50", ["deal"]),
    ("You get 50 €", ["deal"]),
    ("Delete it. My lawyer has this.", ["officials"]),
    ("The police know", ["officials"]),
    ("Can we talk in person?", ["meeting"]),
    ("Bring it to 12 Old Mill Road", ["place"]),
    ("Je suis au 12, rue Sainte-Anne", ["place"]),
    ("I live on Main", ["place"]),
    ("Call 204 555 0142", ["phone"]),
    ("+44 (0)20 7946 0958", ["phone"]),
    ("2045550142", ["phone"]),
    ("write to me@example.org", ["email"]),
    ("Pay me $20 or else, 204-555-0142", ["threat", "deal", "phone"]),
]
ALONE = [
    "",
    "I do not agree. Please take it down.",
    "On 2026-11-22 at 23:10 you sent it.",
    "You sent it 3 times in 20 days to 14 people.",
    "https://chat.example/g/18273645?id=123456789",
    "It made me feel like a thing. I am paying attention now.",
    "Please pass this on to no one else.",
    "I issued no okay for this.",
    "We are in room 12 of the school.",
]

IN_FRENCH = [
    ("Efface-la, sinon je le dis à tout le monde", ["threat"]),
    ("Si tu l’enlèves pas ce soir, je vais tout dire", ["threat", "deal"]),
    ("Tu vas le regretter", ["threat"]),
    ("Je sais ou tu habites, je sais où tu habites", ["threat"]),
    ("JE VAIS PUBLIER la tienne", ["threat"]),
    ("Je te donne 50 piastres", ["deal"]),
    ("Je te donne 50\u00a0$", ["deal"]),
    ("Si tu effaces l’image, je vais être de ton bord", ["deal"]),
    ("Je veux quelque chose en échange", ["deal"]),
    ("Je vais porter plainte", ["officials"]),
    ("Je vais te dénoncer", ["officials"]),
    ("On se verra devant la cour", ["officials"]),
    ("Un juge va voir ça", ["officials"]),
    ("On se voit demain?", ["meeting"]),
    ("Rejoins-moi au parc", ["meeting"]),
    ("On se donne rendez-vous ce soir", ["meeting"]),
    ("Je reste à Hull", ["place"]),
    ("J'habite en haut du dépanneur", ["place"]),
    ("C’est au 123, boulevard Gréber", ["place"]),
    ("C’est au 1234 avenue du Parc", ["place"]),
    ("C’est au 12 bis, rue de la Paix", ["place"]),
    ("Je suis au 45 chemin de la Montagne, app. 3", ["place"]),
    ("C’est au 300, rang 4", ["place"]),
    ("C’est le 8 place d’Armes", ["place"]),
    ("C’est au 77 côte Sainte-Catherine", ["place"]),
    ("C’est au 123, 4e Avenue", ["place"]),
    ("Appelle au 819 555-0142", ["phone"]),
    ("Écris à moi@exemple.ca", ["email"]),
]
ALONE_IN_FRENCH = [
    "Je n’accepte pas que l’on partage cette image. Voici ce que je demande : la retirer.",
    "Le 3 décembre 2026 à 14 h 10, tu l’as envoyée à 14 personnes.",
    "Tu l’as montrée dans la cour d’école, pendant le cours de 10 h.",
    "Rendez-vous sur ce site pour la retirer.",
    "Je ne te juge pas. Personne ne doit la voir.",
    "Ce message est court.",
    "Il reste 1 place libre, et 3 routes ou 2 côtes.",
    "Ne réponds pas à ce message.",
]


def slugs(text: str) -> list[str]:
    return [check.slug for check in checks() if check.find(text)]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_what_could_turn_against_its_writer_is_found(text: str, found: list[str]) -> None:
    assert slugs(text) == found
    assert len(warnings(text)) == len(found)


@pytest.mark.parametrize("text", ALONE)
def test_plain_words_days_and_links_are_left_alone(text: str) -> None:
    assert slugs(text) == []


@pytest.mark.parametrize("voice", ["fr-tu", "fr", "en"])
@pytest.mark.parametrize(("text", "found"), IN_FRENCH)
def test_it_is_found_in_french_on_the_pages_of_both_languages(text: str, found: list[str], voice: str) -> None:
    with override(voice):
        assert slugs(text) == found
        assert slugs(unicodedata.normalize("NFD", text)) == found


@pytest.mark.parametrize("voice", ["fr-tu", "fr", "en"])
@pytest.mark.parametrize("text", ALONE_IN_FRENCH)
def test_plain_french_words_are_left_alone(text: str, voice: str) -> None:
    with override(voice):
        # "Court" is no short word on an English page.
        assert slugs(text) == ["officials"] * (voice == "en" and "court" in text)


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_english_words_are_found_on_a_french_page(text: str, found: list[str]) -> None:
    with override("fr-tu"):
        assert slugs(text) == found


def test_a_warning_speaks_to_the_reader_in_the_voice_of_the_page() -> None:
    said = []
    for voice in ("fr-tu", "fr"):
        with override(voice):
            said += warnings("Tu vas le regretter!")
    assert said == [
        "«\u00a0Tu vas le regretter\u00a0» peut sonner comme une menace. Quelqu’un pourrait s’en servir contre toi."
        " Il vaut mieux l’enlever.",
        "«\u00a0Tu vas le regretter\u00a0» peut sonner comme une menace. Quelqu’un pourrait s’en servir contre vous."
        " Il vaut mieux l’enlever.",
    ]


@pytest.mark.parametrize("tried", [FOUND, IN_FRENCH])
def test_every_check_is_tried_here(tried: list[tuple[str, list[str]]]) -> None:
    assert {slug for _text, found in tried for slug in found} == {check.slug for check in CHECKS}


def test_a_sentence_quotes_the_words_as_they_stand() -> None:
    assert warnings("stop, Or  Else — now") == (
        "“Or Else” can sound like a threat. It could be used against you. Leave it out.",
    )
    assert warnings("or I’ll come") == (
        "“or I’ll” can sound like a threat. It could be used against you. Leave it out.",
    )


@pytest.mark.parametrize(
    ("text", "code"), [("It is V6B 1A1", "V6B 1A1"), ("v6b-1a1", "v6b-1a1"), ("SW1A 1AA", "SW1A 1AA")]
)
def test_the_postal_codes_of_the_facts_show_where_somebody_lives(text: str, code: str, content: Content) -> None:
    codes = [row["postal_code"] for row in content["countries"] if "postal_code" in row]
    assert (warnings(text), warnings(text, codes)) == ((), (f"“{code}” could show where to find you. Leave it out.",))


def test_a_country_that_gives_its_codes_needs_no_code_here() -> None:
    assert [len(warnings("XX-4242", codes)) for codes in ((), (r"\bXX-\d{4}\b",))] == [0, 1]


@pytest.mark.parametrize("text", ALONE)
def test_no_postal_code_of_the_facts_is_found_in_plain_words(text: str, content: Content) -> None:
    assert warnings(text, [row["postal_code"] for row in content["countries"] if "postal_code" in row]) == ()


def test_a_long_find_is_quoted_in_short() -> None:
    (sentence,) = warnings(f"if you don't {'stop ' * 50} I will shout")
    quoted = sentence.split("”")[0].removeprefix("“")
    assert (len(quoted) <= LONGEST, quoted[-1], quoted[:16]) == (True, "…", "if you don't sto")


@pytest.mark.parametrize("name", NASTY)
def test_any_text_can_be_checked(name: str) -> None:
    assert all(sentence.startswith("“") for sentence in warnings(NASTY[name]))
