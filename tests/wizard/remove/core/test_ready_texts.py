"""What the reviewer at the other end reads. Whole texts, word for word, then the rules over everybody."""

from dataclasses import replace

import pytest

from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    MOTHER,
    SHARER_FORCED,
    TEEN_BLACKMAILED,
    TEEN_CLASSMATE_SHARED,
    WORKER,
    WORKER_ONTARIO,
)
from tests.wizard.remove.core.test_text_kinds import of
from wizard.remove.core.ready_texts import MAKERS, first_to_open, ready
from wizard.remove.core.request_parts import Parts
from wizard.remove.core.text_kinds import LAW, NAMES, Scene, offered

PARTS = Parts(
    links=("https://a.org/1", "https://a.org/2"),
    found="In the group “Street”",
    account="@name",
    search_words="my name",
    signed="A. B.",
    reach="a@example.org",
    faith=True,
    own=True,
)
END = "Please tell me what you decide, and give me a number for this request.\n\nA. B.\na@example.org"
WHERE = "Where it is:\nhttps://a.org/1\nhttps://a.org/2\nIn the group “Street”\nAccount: @name"

TEXTS = {
    ("plain", "teen"): f"""I am under 18 now. I was under 18 in this picture.

This is a nude or sexual picture of me.
I did not agree to this.
Please remove it, and every copy of it that you can find.

{WHERE}

{END}""",
    ("plain", "adult"): f"""This is a nude or sexual picture of me.
I did not agree to this.
Please remove it, and every copy of it that you can find.

{WHERE}

{END}""",
    ("plain", "mother"): f"""The person in this picture was under 18.

This is a nude or sexual picture of someone.
They did not agree to this.
I am a parent or carer of the person in the picture.
Please remove it, and every copy of it that you can find.

{WHERE}

{END}""",
    ("account", "teen"): f"""This account is threatening me with a nude or sexual picture of me.
It is demanding money.
I am under 18 now. I was under 18 in this picture.

{WHERE}

Please look into this account and stop it.

{END}""",
    ("account", "worker"): f"""This account is threatening someone with a nude or sexual picture.
In my work, I support the person in the picture. I am writing with their permission.

{WHERE}

Please look into this account and stop it.

{END}""",
    ("account", "sharer"): f"""This account is threatening me.

{WHERE}

Please look into this account and stop it.

{END}""",
    ("profile", "imitated"): f"""This profile is pretending to be me. I did not make it.

{WHERE}

Please take it down.

{END}""",
    ("profile", "carer"): f"""This profile is pretending to be someone else. That person did not make it.
I look after the person in the picture. They cannot write this alone.

{WHERE}

Please take it down.

{END}""",
    ("plain", "own post"): f"""I am under 18 now. I was under 18 in this picture.

This is a nude or sexual picture of me.
I do not agree to it being here.
Please remove it, and every copy of it that you can find.

{WHERE}

{END}""",
    ("plain", "worker at risk"): f"""This is a nude or sexual picture of someone.
They did not agree to this.
In my work, I support the person in the picture. They cannot write this alone.
Please remove it, and every copy of it that you can find.

{WHERE}

{END}""",
    ("own", "sharer"): f"""Please take down these posts of mine.

{WHERE}

Please remove copies that others made of them, too.

{END}""",
    ("search", "adult"): f"""This is a nude or sexual picture of me.
I did not agree to this.
Please take these pages and pictures out of your results.

{WHERE}

They come up for these search words: my name

{END}""",
    ("host", "teen"): f"""Hello. I am writing about a website that you host or register.

I am under 18 now. I was under 18 in this picture.

This is a nude or sexual picture of me.
I did not agree to this.

{WHERE}

Please have it taken down, or stop serving these pages, as your rules say.

Please do not pass on my name or my address to the people who run the site.

{END}""",
    ("us", "teen"): """Request for removal under the TAKE IT DOWN Act (United States)

I am under 18 now. I was under 18 in this picture.

This is a nude or sexual picture of me.
I did not agree to this.
Please remove it within 48 hours, and try to find and remove exact copies.

1. What it is, and where:
https://a.org/1
https://a.org/2
In the group “Street”
Account: @name

2. I believe, in good faith, that it was posted without the consent of the person in it.

3. You can reach me here: a@example.org

4. Signed: A. B.""",
    (
        "in",
        "adult",
    ): f"""This is a complaint under the Information Technology Rules of India. Please remove it within 2 hours.

This is a nude or sexual picture of me.
I did not agree to this.
It shows nudity or a sexual act, or it was changed to look that way.

{WHERE}

{END}""",
    ("eu", "adult"): """Notice of illegal content under Article 16 of the Digital Services Act (EU)

1. Why it is against the law:
This is a nude or sexual picture of me.
I did not agree to this.

2. The exact place:
https://a.org/1
https://a.org/2
In the group “Street”

3. Who sends this: A. B., a@example.org

4. I believe, in good faith, that this notice is accurate and complete.

Please tell me what you decide, and why.""",
    ("copyright", "adult"): """Notice of copyright infringement (17 U.S.C. 512(c)(3))

1. The work: a picture or a video that I made myself.

2. Where copies of it are:
https://a.org/1
https://a.org/2
In the group “Street”

3. You can reach me here: a@example.org

4. I believe, in good faith, that nobody with a right to it has allowed this use.

5. Under penalty of perjury: this notice is accurate, and I am the owner of the copyright.

Signed: A. B.""",
}
WHO = {
    "teen": {**TEEN_BLACKMAILED, "what": "demand-money shared"},
    "adult": ADULT_MAY_SAY_NO,
    "mother": {**MOTHER, "what": "shared"},
    "worker": WORKER_ONTARIO,
    "sharer": SHARER_FORCED,
    "imitated": {**ADULT_MAY_SAY_NO, "what": "posing"},
    "carer": {**ADULT_MAY_SAY_NO, "who": "friend", "keeps-safe": "no", "what": "posing"},
    "own post": {**TEEN_CLASSMATE_SHARED, "holder": "me"},
    "worker at risk": {**WORKER_ONTARIO, "keeps-safe": "no", "what": "shared"},
}


@pytest.mark.parametrize(("kind", "who"), TEXTS)
def test_the_text_word_for_word(kind, who):
    assert ready(kind, of(WHO[who]), PARTS).text == TEXTS[kind, who]


def test_every_kind_of_text_is_written_out_above():
    assert {kind for kind, _who in TEXTS} == MAKERS.keys() == NAMES.keys()


@pytest.mark.parametrize(
    ("person", "what", "said"),
    [
        (ADULT_MAY_SAY_NO, "fake", "This is a nude or sexual picture that was made up or edited. It looks like me."),
        (
            ADULT_MAY_SAY_NO,
            "fake shared",
            "These are nude or sexual pictures of me. Some may be made up or edited to look like me.",
        ),
        (
            MOTHER,
            "fake",
            "This is a nude or sexual picture that was made up or edited. It looks like a real person.",
        ),
        (
            MOTHER,
            "fake shared",
            "These are nude or sexual pictures of someone. Some may be made up or edited to look like them.",
        ),
    ],
)
def test_a_fake_is_called_one_and_never_only_one(person, what, said):
    assert said in ready("plain", of(person, what=what), PARTS).text.split("\n")


SOLD = {"under 18": TEEN_CLASSMATE_SHARED, "adult": ADULT_MAY_SAY_NO}


@pytest.mark.parametrize(
    ("who", "says"), [("under 18", "I do not agree to it being here."), ("adult", "I did not agree to this.")]
)
def test_who_sold_one_under_18_says_what_holds_now(who, says):
    assert says in ready("plain", replace(of(SOLD[who]), sells=True), PARTS).text.split("\n")


def test_empty_boxes_leave_nothing_behind():
    assert ready("account", of(TEEN_BLACKMAILED), Parts()).text == (
        "This account is threatening me with a nude or sexual picture of me.\nIt is demanding money.\nI am under 18 "
        "now. I was under 18 in this picture.\n\nPlease look into this account and stop it.\n\nPlease tell me what "
        "you decide, and give me a number for this request."
    )


@pytest.mark.parametrize("kind", ["us", "eu", "copyright"])
def test_a_text_that_has_to_be_whole_is_not_given_before(kind):
    found = ready(kind, of(ADULT_MAY_SAY_NO), Parts(signed="A. B."))
    assert (found.text, len(found.missing) > 1) == ("", True)


@pytest.mark.parametrize(
    ("person", "third"),
    [
        (TEEN_CLASSMATE_SHARED, "3. It shows someone under 18, so I am leaving out my name and my email."),
        ({**WORKER_ONTARIO, "what": "shared"}, "3. Who sends this: …"),
        ({**TEEN_CLASSMATE_SHARED, "age": ""}, "3. Who sends this: …"),
    ],
)
def test_the_eu_notice_without_a_name(person, third):
    found = ready("eu", of(person), Parts(links=("https://a.org/1",), faith=True))
    assert found.text.split("\n\n")[3] == third


@pytest.mark.parametrize(
    ("person", "unsure"),
    [
        (TEEN_CLASSMATE_SHARED, False),
        ({**ADULT_MAY_SAY_NO, "age-then": "under-18"}, False),
        (ADULT_MAY_SAY_NO, False),
        ({**TEEN_CLASSMATE_SHARED, "age": ""}, True),
        ({**ADULT_MAY_SAY_NO, "age-then": ""}, True),
        ({**SHARER_FORCED, "age": ""}, False),
    ],
)
def test_where_nobody_said_the_age_the_text_says_none_and_the_page_says_so(person, unsure):
    found = ready("plain", of(person), PARTS)
    assert found.unsure is unsure
    assert not (unsure and "18" in found.text)


@pytest.mark.parametrize(("what", "first"), [("demand-money shared", "account"), ("shared", "plain"), ("", "plain")])
def test_the_text_that_stands_open_tells_of_no_threat_that_nobody_spoke_of(what, first):
    a = of(ADULT_MAY_SAY_NO, what=what)
    assert first_to_open(a, [ready(kind, a, PARTS) for kind in offered(a, SCENES[0])]) == first


def test_where_there_is_one_text_it_stands_open():
    a = of(ADULT_MAY_SAY_NO, what="")
    assert [first_to_open(a, texts) for texts in ([ready("account", a, PARTS)], [])] == ["account", ""]


@pytest.mark.parametrize(
    "nasty", ["<script>x</script>", "%(name)s %d %", "{0} {name}", "\u202eabc", "=HYPERLINK(1)", "🙂"]
)
def test_what_was_typed_stands_in_the_text_as_it_was_typed(nasty):
    for kind in MAKERS:
        text = ready(kind, of(ADULT_EX), Parts(("https://a.org",), nasty, nasty, nasty, nasty, nasty, True, True)).text
        assert nasty in text


SCENES = [
    Scene(kind, True, frozenset(LAW.values()), frozenset(LAW.values()), own_work=False, asks_back=back)
    for kind in ("social", "search", "generic", "hosting")
    for back in (False, True)
]


def test_a_worker_under_18_gets_no_own_voice():
    text = ready("plain", of(WORKER, what="shared"), PARTS).text
    assert (" me." in text, "The person in this picture was under 18." in text) == (False, True)
