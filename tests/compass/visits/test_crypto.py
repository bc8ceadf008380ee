"""A box opens with its own key and for its own row, and with nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compass.visits import crypto

PEPPER, COOKIE = "p" * 40, "c" * 32
KEY = crypto.visit_key(PEPPER, COOKIE)
PLAIN = st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text()))


@given(PLAIN)
def test_what_is_sealed_opens_as_it_was(content):
    assert crypto.unseal(crypto.seal(content, KEY, "row"), KEY, "row") == content


@pytest.mark.parametrize(
    ("key", "owner"),
    [
        (crypto.visit_key("q" * 40, COOKIE), "row"),
        (crypto.visit_key(PEPPER, "d" * 32), "row"),
        (crypto.note_key(PEPPER, COOKIE), "row"),
        (KEY, "another row"),
    ],
)
def test_a_wrong_key_or_row_opens_nothing(key, owner):
    assert crypto.unseal(crypto.seal({"who": "self"}, KEY, "row"), key, owner) is None


@given(st.integers(min_value=0, max_value=283), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_anywhere_opens_nothing(place, flip):
    box = bytearray(crypto.seal({"who": "self"}, KEY, "row"))
    box[place] ^= flip
    assert crypto.unseal(bytes(box), KEY, "row") is None


@pytest.mark.parametrize("box", [b"", b"\0" * 7, b"\0" * 12, b"\0" * 400])
def test_what_never_was_a_box_opens_nothing(box):
    assert crypto.unseal(box, KEY, "row") is None


def test_every_box_of_a_short_visit_has_the_same_size():
    sizes = {len(crypto.seal({"what": ["threat"] * many}, KEY, "row")) for many in range(30)}
    assert sizes == {12 + 256 + 16}


def test_the_same_content_is_never_sealed_the_same_way():
    assert len({crypto.seal({}, KEY, "row") for _ in range(50)}) == 50


def test_names_and_keys_differ_by_pepper_cookie_and_use():
    made = [
        make(pepper, cookie)
        for make in (crypto.row_id, crypto.visit_key, crypto.note_key)
        for pepper in (PEPPER, "q" * 40)
        for cookie in (COOKIE, "d" * 32)
    ]
    assert (len(made), len(set(made))) == (12, 12)


def test_a_row_id_is_64_hex_digits_and_holds_no_cookie():
    name = crypto.row_id(PEPPER, COOKIE)
    assert (len(name), int(name, 16) > 0, COOKIE in name) == (64, True, False)


def test_what_json_cannot_hold_is_refused():
    with pytest.raises(TypeError):
        crypto.seal({"who": object()}, KEY, "row")
