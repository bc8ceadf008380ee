"""The row of a visit: its names, its keys, and edits merged into the freshest state."""

import pytest
from django.contrib.sessions.backends.base import CreateError, UpdateError

from compass.models import Visit
from compass.visits import crypto, storage

COOKIE = "c" * 32


@pytest.fixture
def row(db):
    made = storage.new(COOKIE)
    made.insert({"who": "self"})
    return made


def test_a_row_is_found_by_its_cookie_with_its_state(row):
    assert storage.find(COOKIE) == (row, {"who": "self"})


def test_no_row_is_found_by_its_own_name_or_another_cookie(row):
    assert (storage.find(row.row_id), storage.find("d" * 32)) == (None, None)


def test_a_new_row_is_written_only_once(row):
    with pytest.raises(CreateError):
        storage.new(COOKIE).insert({})
    assert storage.find(COOKIE) == (row, {"who": "self"})


def test_edits_are_applied_in_order_to_what_is_stored(row):
    row.merge([lambda state: state.update(age="13-15"), lambda state: state.pop("who")])
    assert row.merge([lambda state: state.update(age=state["age"] + "!")]) == {"age": "13-15!"}
    assert storage.find(COOKIE) == (row, {"age": "13-15!"})


def test_an_edit_that_fails_writes_nothing(row):
    with pytest.raises(ZeroDivisionError):
        row.merge([lambda state: state.update(age="13-15"), lambda state: 1 / 0])
    assert storage.find(COOKIE) == (row, {"who": "self"})


def test_a_row_that_is_gone_takes_no_edit(row):
    Visit.objects.all().delete()
    with pytest.raises(UpdateError):
        row.merge([])


def test_a_cookie_has_one_name_for_each_pepper(settings):
    settings.VISIT_PEPPERS = ["p" * 40, "q" * 40]
    assert storage.names_of(COOKIE) == {crypto.row_id(pepper, COOKIE): pepper for pepper in settings.VISIT_PEPPERS}


@pytest.mark.parametrize(("state", "holds"), [({}, False), ({"_csrftoken": "t"}, False), ({"who": ""}, True)])
def test_the_form_token_alone_is_no_answer(state, holds):
    assert storage.holds_answers(state) is holds
