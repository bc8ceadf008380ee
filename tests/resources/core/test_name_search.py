"""A name that was typed in a hurry is found; what is no name is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.core import name_search
from resources.core.name_search import folded, found_by, nearest, words

NAMED = [
    ("discord", ("Discord",)),
    ("facebook", ("Facebook", "FB", "Meta")),
    ("instagram", ("Instagram", "IG", "Insta")),
    ("snapchat", ("Snapchat", "Snap")),
    ("telegram", ("Telegram", "TG")),
    ("whatsapp", ("WhatsApp", "WA")),
    ("x", ("X (Twitter)", "Twitter", "x.com")),
    ("youtube", ("YouTube",)),
    ("line", ("LINE",)),
    ("kik", ("Kik",)),
    ("google", ("Google Search", "Google")),
    ("drive", ("Google Drive, Photos, Blogger, Sites", "Google Drive")),
    ("ph", ("Pornhub and Aylo network", "Tube8")),
    ("icloud", ("Apple iCloud and iMessage", "iMessage")),
    ("xbox", ("Xbox", "Xbox Live")),
    ("threads", ("Threads", "Meta Threads")),
    ("sold", ("OnlyFans", "OF")),
    ("email", ("Email", "e-mail", "mail")),
    ("text", ("Text messages (SMS)", "SMS", "text")),
    ("paste", ("Pastebin and other text sites",)),
    ("school", ("School accounts (Teams)", "Chromebook", "school email")),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("insta", ["instagram"]),
        ("snap chat", ["snapchat"]),
        ("watsapp", ["whatsapp"]),
        ("FB", ["facebook"]),
        ("tele gram", ["telegram"]),
        ("  INSTAGRAM  ", ["instagram"]),
        ("Ínstagràm", ["instagram"]),
        ("ｉｎｓｔａ", ["instagram"]),
        ("instergram", ["instagram"]),
        ("facbook", ["facebook"]),
        ("diskord", ["discord"]),
        ("twiter", ["x"]),
        ("kic", ["kik"]),
        ("what's app", ["whatsapp"]),
        ("my snapchat account", ["snapchat"]),
        ("https://www.instagram.com/p/abc", ["instagram"]),
        ("x.com", ["x"]),
        ("discordserver", ["discord"]),
        ("insta\x00gram", ["instagram"]),
        ("   " * 200 + "snap", ["snapchat"]),
        # A whole word is the place, and what merely holds its letters is another one.
        ("x", ["x"]),
        ("xb", ["xbox"]),
        ("meta", ["facebook", "threads"]),
        ("text", ["text", "paste"]),
        ("email", ["email", "school"]),
        # Two words can be one name, and a word of a sentence is none.
        ("tele gram group", ["telegram"]),
        ("https://x.com/somebody/status/1", ["x"]),
        ("discord server", ["discord"]),
        ("school chromebook", ["school"]),
        ("OF", ["sold"]),
        ("a picture of me on snap", ["snapchat"]),
        # Nearest first, and in the order of the list where two are equally near.
        ("google", ["google", "drive"]),
        ("google drive", ["drive", "google"]),
        ("photos", ["drive"]),
        ("tube", ["youtube", "ph"]),
        ("mess", ["icloud", "text"]),
        ("i", ["instagram", "icloud"]),
        ("blahblah", []),
        ("фейсбук", []),
        ("スナップ", []),
        ("tt", []),
        ("zz", []),
        ("", []),
        (" \t\n\x00\x7f", []),
        ("!?…", []),
        ("x" * 10_000, []),
        ("🙂" * 500, []),
    ],
)
def test_what_is_found_for_what_was_typed(typed, found):
    assert list(nearest(typed, NAMED)) == found


def test_every_name_finds_itself_first():
    for key, names in NAMED:
        assert {nearest(name, NAMED)[0] for name in names} == {key}


def test_a_script_compares_each_word_and_each_name_in_one_piece_once():
    assert found_by(("X (Twitter)", "Twitter", "x.com", "!?")) == "xtwitter x twitter xcom com"


def test_no_more_than_a_few_are_named():
    many = [(str(number), ("Chat",)) for number in range(20)]
    assert nearest("chat", many) == ("0", "1", "2", "3", "4", "5")


def test_something_without_a_name_is_never_found():
    assert nearest("a", [("none", ()), ("signs", ("…",))]) == ()


@pytest.mark.parametrize(
    ("text", "letters", "parts"),
    [
        ("Snap  Chât!", "snapchat", ("snap", "chat")),
        ("mega.nz/#a_b", "meganzab", ("mega", "nz", "a", "b")),
        ("Straße", "strasse", ("strasse",)),
        ("", "", ()),
    ],
)
def test_case_accents_and_signs_do_not_count(text, letters, parts):
    assert (folded(text), words(text)) == (letters, parts)


@given(st.text(max_size=300))
def test_whatever_is_typed_gets_an_answer(typed):
    assert {*nearest(typed, NAMED)} <= {key for key, _names in NAMED}


def test_little_of_a_long_text_is_compared(monkeypatch):
    seen = []
    monkeypatch.setattr(name_search, "Asked", lambda typed: seen.append(typed) or Silent())
    nearest("ab " * 4000, NAMED)
    assert [len(typed) for typed in seen] == [name_search.MOST_READ]


class Silent:
    """Compares nothing."""

    def near(self, name):
        return 0.0
