import pytest

from wizard.core.html_sentences import sentences

# A closing mark goes with the gap behind it.
QUOTED = ("Do not cry.", "“Pay.", "‘Pay.", '"Pay.', "«Pay.", "(Pay.", "[Pay.", "„Pay.", "Go.")


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<p>Do not pay. Do not send more.</p>", ("Do not pay.", "Do not send more.")),
        ("<h3>What to do</h3><p>Call</p>", ("What to do", "Call")),
        ("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>", ("One", "Two")),
        ("<p>You can say: “Stop. Delete it.”</p>", ("You can say:", "“Stop.", "Delete it.”")),
        ("<p>It is <strong>not</strong> your fault</p>", ("It is not your fault",)),
        ("<p>someone else&#x27;s &amp; yours</p>", ("someone else's & yours",)),
        ("<p>Call 9-1-1. 988 is open too.</p>", ("Call 9-1-1.", "988 is open too.")),
        ("<p>Do not reply. Évitez.</p>", ("Do not reply.", "Évitez.")),
        (
            "<p>Stop. À payer? Ça va! Œuvre. Ñandú. Њега.</p>",
            ("Stop.", "À payer?", "Ça va!", "Œuvre.", "Ñandú.", "Њега."),
        ),
        ("<p>Stop. « Payez. » Élise a dit : « Non. »</p>", ("Stop.", "« Payez.", "Élise a dit :", "« Non. »")),
        ('<p>Do not cry. “Pay.” ‘Pay.’ "Pay." «Pay.» (Pay.) [Pay.] „Pay.“ Go.</p>', QUOTED),
        ("<p>Do not cry. ¿Pay? ¡Go!</p>", ("Do not cry.", "¿Pay?", "¡Go!")),
        ("<p>He said “Stop.” and left, at 5 p.m. or so.</p>", ("He said “Stop.” and left, at 5 p.m. or so.",)),
        ("<p>Call 112. élise is here.</p>", ("Call 112. élise is here.",)),
        ("<p> </p><div></div>", ()),
        ("", ()),
    ],
)
def test_a_page_is_read_sentence_by_sentence(page, read):
    assert sentences(page) == read
