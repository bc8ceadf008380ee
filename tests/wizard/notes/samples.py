"""Logs that tests share: texts that break things, full books, and people with what they would write."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone

from tests.wizard.records.visitor import Writer
from wizard.notes.core.fields import ENTRY, ENTRY_BOXES, HEADER, HELD, REPORT

Written = list[tuple[str, dict[str, str]]]

# What breaks one thing or another when it is not only kept. To try another text, add a row.
NASTY = {
    "formula": '=HYPERLINK("http://a.example","b")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "plus": "+1 204 555 0100",
    "minus": "-1",
    "tab": "\t=1",
    "guarded": "'=1",
    "twice guarded": "''",
    "semicolon": "a;=1+1;b",
    "long number": "100012345678901234",
    "first zero": "0012",
    "HTML": "<script>alert(1)</script><b>&amp;</b>",
    "newlines": "one\r\ntwo\n\nthree\rfour",
    "blanks": "  two  blanks  ",
    "quotes": '"“it\'s”" said , they',
    "Arabic and Hebrew": "قال لي: أرسل المال الآن — שלום",
    "turned round": "a\u202edaeh\u202c b",
    "emoji": "😱👨‍👩‍👧 👍🏽",
    "other scripts": "Żółć Ελλάδα Привет 你好 ไทย",
    "ends of lines": "a\u2028b\u2029c\x0bd\x0ce\x85f",
    "no mark": "\ufeffa\u200bb",
    "no link": "javascript:alert(1) http://[ www",
    "braces": "{{ 1 }}{% now 'Y' %} %s {0}",
    "long word": "x" * 300,
}
NOW = datetime(2026, 11, 22, 9, 0, 5, tzinfo=timezone(timedelta(hours=-6)))


def writer(person: Mapping[str, str], written: Written) -> Writer:
    """A person who has answered the guide, with these rows in their notes."""
    made = Writer()
    made.walk(person)
    for kind, texts in written:
        made.book.add(kind, texts)
    return made


def full(entries: int, boxes: int, length: int = 58) -> Written:
    """So many entries with so many filled boxes each, of different days."""
    return [(ENTRY, dict(_filled(place, boxes, length))) for place in range(entries)]


def _filled(place: int, boxes: int, length: int) -> Iterator[tuple[str, str]]:
    known = {"date": f"2026-{place % 12 + 1:02}-{place % 27 + 1:02}", "time": f"{place % 24:02}:10",
             "zone": "America/Winnipeg"}  # fmt: skip
    words = "they wrote that it goes to everyone in class unless I pay today "
    for number, box in enumerate(ENTRY_BOXES[:boxes]):
        chosen = box.choices[place % len(box.choices)][0] if box.choices else ""
        yield box.slug, known.get(box.slug) or chosen or (f"{number} {words * 90}")[: min(length, box.most)]


PASSED_ROUND: Written = [
    (HEADER, {"relation": "Someone in my year at school", "first_contact": "September, in maths",
              "effect": "I do not sleep.\nI have not been at school since Monday."}),
    (ENTRY, {"kind": "post", "words": "“look who it is 😂” and then 14 people laughed", "date": "2026-11-18",
             "time": "21:40", "zone": "America/Halifax", "sure": "about", "platform": "Snapchat",
             "link": "https://www.snapchat.example/g/18273645?share_id=" + "abc123" * 12, "account": "@jay.m_09",
             "still_up": "unsure", "did_next": "I told Ms. Leblanc."}),
    (ENTRY, {"kind": "message", "words": "jay: sorry not sorry", "date": "2026-11-17", "time": "08:05",
             "zone": "America/Halifax", "sure": "sure", "account": "@jay.m_09"}),
    (ENTRY, {"kind": "in-person", "words": "They showed it on the bus.", "seen_by": "Four from my class"}),
    (REPORT, {"to": "Ms. Leblanc, counsellor", "when": "2026-11-19", "how": "In person", "answer": "She will call."}),
    (HELD, {"what": "A list of links on paper", "who": "My aunt", "since": "2026-11-19"}),
]  # fmt: skip
BLACKMAILED: Written = [
    (ENTRY, {"kind": "threat", "words": "send 500 or your wife sees it\n\nu have 2 hours", "date": "2026-11-01",
             "time": "01:30", "zone": "America/Edmonton", "platform": "WhatsApp", "phone": "+1 780 555 0142",
             "account": "=lisa_22", "demand": "500 dollars in gift cards", "deadline": "2 hours"}),
    (ENTRY, {"kind": "payment", "date": "2026-02-30", "time": "25:00", "zone": "America/Edmonton",
             "paid_how": "Gift card", "paid_amount": "200", "paid_to": "lisa", "paid_reference": "0012345678901234"}),
    (ENTRY, {"kind": "message", "words": "قال لي: أرسل المال الآن", "date": "2026-03-08", "time": "02:30",
             "zone": "America/Edmonton", "account_id": "100012345678901234"}),
]  # fmt: skip
