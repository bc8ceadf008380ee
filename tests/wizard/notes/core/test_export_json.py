"""The JSON file: what was typed comes back, and its second line is what is counted."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wizard.notes.samples import BLACKMAILED, NASTY, NOW, PASSED_ROUND
from wizard.notes.core.export_json import to_json
from wizard.notes.core.fields import ENTRY
from wizard.notes.core.log import make_log, number


@pytest.mark.parametrize("written", [[], PASSED_ROUND, BLACKMAILED])
def test_it_holds_the_log_and_its_number(written: list[tuple[str, dict[str, str]]]) -> None:
    log = make_log(NOW, written)
    whole = json.loads(to_json(log))
    assert whole == {"log": log, "sha256": number(log)}
    assert list(whole["log"]) == ["made_at", "title", "about", "entries", "told", "held"]


@pytest.mark.parametrize("name", NASTY)
def test_the_second_of_three_lines_is_what_is_counted(name: str) -> None:
    log = make_log(NOW, [(ENTRY, {"words": NASTY[name]})])
    before, counted, after, end = to_json(log).split(b"\n")
    assert (before, end) == (b'{"log":', b"")
    assert after == b',"sha256":"%s"}' % hashlib.sha256(counted).hexdigest().encode()


@given(st.dictionaries(st.sampled_from(["words", "link", "account", "date", "zone"]), st.text(min_size=1)))
def test_what_goes_in_comes_out(texts: dict[str, str]) -> None:
    (entry,) = json.loads(to_json(make_log(NOW, [(ENTRY, texts)])))["log"]["entries"]
    assert {slug: text for slug, text in entry.items() if slug != "moments"} == texts
