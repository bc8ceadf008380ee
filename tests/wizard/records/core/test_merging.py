"""Two tabs with the same row open: what each changed is put together, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.records.core.merging import ChangedError, filled, length, merged, version

BEFORE = {"link": "a", "words": "old", "account": "@x"}


def test_what_only_one_tab_changed_is_merged() -> None:
    fresh, mine = {**BEFORE, "words": "theirs"}, {**BEFORE, "account": "@mine"}
    assert merged(fresh, mine, version(BEFORE), join=False) == {"link": "a", "words": "theirs", "account": "@mine"}


def test_an_emptied_box_stays_empty_and_a_new_box_is_added() -> None:
    fresh, mine = {**BEFORE, "account": ""}, {**BEFORE, "words": "", "date": "2026-11-22"}
    assert merged(fresh, mine, version(BEFORE), join=False) == {"link": "a", "date": "2026-11-22"}


def test_boxes_that_the_form_does_not_have_are_left_alone() -> None:
    assert merged(BEFORE, {"link": "b"}, version(BEFORE), join=False) == {**BEFORE, "link": "b"}


def test_the_same_words_from_both_tabs_are_written_once() -> None:
    fresh = {**BEFORE, "words": "new"}
    assert merged(fresh, {**BEFORE, "words": "new"}, version(BEFORE), join=False) == fresh


def test_different_words_in_one_box_are_told_or_joined() -> None:
    fresh, mine = {**BEFORE, "words": "theirs"}, {**BEFORE, "words": "mine"}
    with pytest.raises(ChangedError) as changed:
        merged(fresh, mine, version(BEFORE), join=False)
    assert changed.value.fresh == fresh
    assert merged(fresh, mine, version(BEFORE), join=True) == {**BEFORE, "words": "theirs\nmine"}


def test_emptying_a_box_takes_nothing_from_what_another_tab_wrote_there() -> None:
    fresh, mine = {**BEFORE, "words": "theirs"}, {**BEFORE, "words": ""}
    assert merged(fresh, mine, version(BEFORE), join=True) == fresh


@pytest.mark.parametrize("was", ["", "words", "=,=,", "words=,link", "x" * 3000])
def test_a_strange_version_loses_nothing(was: str) -> None:
    assert merged({"words": "theirs"}, {"words": "mine"}, was, join=True) == {"words": "theirs\nmine"}


TEXTS = st.dictionaries(st.sampled_from(["link", "words", "date"]), st.sampled_from(["", "1", "2", "3"]))


@given(TEXTS, TEXTS, TEXTS)
def test_every_text_that_a_tab_changed_stands_somewhere(before, theirs, mine) -> None:
    fresh = filled({**before, **theirs})
    found = merged(fresh, {**before, **mine}, version(before), join=True)
    for slug in {*theirs, *mine}:
        old, now = before.get(slug, ""), found.get(slug, "").split("\n")
        changed = [tab[slug] for tab in (theirs, mine) if slug in tab and tab[slug] not in ("", old)]
        assert [text for text in changed if text not in now] == []


@given(TEXTS, TEXTS)
def test_a_save_without_another_tab_writes_what_was_typed(before, mine) -> None:
    assert merged(filled(before), mine, version(before), join=False) == filled({**before, **mine})


def test_a_version_names_filled_boxes_and_no_words() -> None:
    assert version({"b": "secret", "a": "", "c": "x"}) == version({"c": "x", "b": "secret"})
    assert "secret" not in version({"b": "secret"})
    assert version({}) == ""


def test_characters_are_counted_as_people_see_them_typed() -> None:
    assert length({"a": "שלום", "b": "🙂\n"}) == 6
