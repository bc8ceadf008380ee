"""What was typed is drawn in every script, and a sign that no font has stands as its code: never an empty box."""

from collections.abc import Iterator
from html import escape

import pytest

from compass.checks import PDF_FONTS
from compass.fonts import lacking
from tests.pdf_glyphs import empty_boxes
from tests.system_packages import missing, need_font, need_pango
from wizard.pdf import render
from wizard.pdf.render import make_pdf

PAGE = "<!doctype html><html lang='en'><title>-</title><body class='log'><p>{}</p>"
# What people type who are threatened: "do not send it" and the like. To cover another script, add a row.
SCRIPTS = {
    "Latin": "Nie wysyłaj, œuvre, ağ, số tiền, €5",
    "Greek": "Μην το στείλεις σε κανέναν",
    "Cyrillic": "Не надсилай це нікому, щоб",
    "Armenian": "Մի ուղարկիր դա ոչ ոքի",
    "Hebrew": "אל תשלח את זה לאף אחד",
    "Arabic": "لا ترسلها إلى أحد، پیسے نہ دو",
    "Hindi": "इसे किसी को मत भेजो",
    "Bengali": "এটা কাউকে পাঠিও না",
    "Punjabi": "ਇਹ ਕਿਸੇ ਨੂੰ ਨਾ ਭੇਜੋ",
    "Gujarati": "આ કોઈને મોકલશો નહીં",
    "Tamil": "இதை யாருக்கும் அனுப்பாதே",
    "Telugu": "దీన్ని ఎవరికీ పంపవద్దు",
    "Kannada": "ಇದನ್ನು ಯಾರಿಗೂ ಕಳುಹಿಸಬೇಡ",
    "Malayalam": "ഇത് ആർക്കും അയയ്ക്കരുത്",
    "Sinhala": "මෙය කිසිවෙකුට යවන්න එපා",
    "Thai": "อย่าส่งให้ใคร",
    "Lao": "ຢ່າສົ່ງໃຫ້ໃຜ",
    "Burmese": "ဒါကို ဘယ်သူ့ကိုမှ မပို့ပါနဲ့",
    "Khmer": "កុំផ្ញើវាទៅនរណា",
    "Amharic": "ለማንም አትላክ",
    "Georgian": "არავის გაუგზავნო",
    "Inuktitut": "ᐊᑐᙱᓪᓗᒍ ᓇᒃᓯᐅᔾᔨᓐᓇᒍ",
    "Cherokee": "ᏝᏍᏗ ᏣᏓᏅᏍᎩ",
    "Chinese": "不要把它发给任何人，別付錢",
    "Japanese": "誰にも送らないで。カネを払うな",
    "Korean": "아무에게도 보내지 마세요",
    "emoji": "😱💸🥺👨‍👩‍👧👍🏽🇨🇦❤️",
}
# Nothing was ever given this place, so no font has it.
NOWHERE = "\u0378"


@pytest.fixture(autouse=True)
def _machine() -> None:
    need_pango()
    need_font()


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    yield
    render._press.close()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_note_is_drawn_whole(name: str) -> None:
    if lacking(SCRIPTS[name]):
        missing(f"A font for {name}", " ".join(PDF_FONTS))
    assert empty_boxes(make_pdf(PAGE.format(SCRIPTS[name]))) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_note_has_an_empty_box_whatever_the_fonts(name: str) -> None:
    assert empty_boxes(make_pdf(PAGE.format(f"{SCRIPTS[name]} {NOWHERE} \ue000 \U000e0041"))) == []


def test_an_empty_box_would_be_seen() -> None:
    from weasyprint import HTML

    assert len(empty_boxes(HTML(string=PAGE.format(f"a{NOWHERE}b{NOWHERE}")).write_pdf())) == 2


def test_labels_and_marks_of_our_own_are_drawn() -> None:
    assert lacking("☐ ☑ • · “é” – … œ ½ €") == ""


def test_a_code_stands_where_a_sign_could_not_be_drawn() -> None:
    drawn, written = (make_pdf(PAGE.format(escape(text))) for text in (f"a{NOWHERE}b", "a[U+0378]b"))
    assert drawn == written
