"""The files give what the tables give, row for row, with what belongs to each."""

import pytest
from django.forms.models import model_to_dict

from resources import repository, tables
from resources.loading import in_memory

pytestmark = pytest.mark.django_db


def plain(rows, part=""):
    """Rows and their parts as dicts, by primary key."""
    return {
        row.pk: (model_to_dict(row), [model_to_dict(one) for one in getattr(row, part).all()] if part else [])
        for row in rows
    }


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("countries", "regions"),
        ("platforms", "guides"),
        ("services", ""),
        ("laws", ""),
        ("helplines", "channels"),
        ("clocks", ""),
    ],
)
def test_rows_are_those_of_the_tables(name, part):
    there, here = (plain(getattr(source, name)(), part) for source in (tables, in_memory))
    assert (here == there, len(here) > 20) == (True, True)


def test_languages_are_those_of_the_tables():
    assert plain(in_memory.languages()) == plain(tables.languages())


def test_clocks_come_in_their_order():
    assert [row.zone for row in in_memory.clocks()] == [row.zone for row in tables.clocks()]


def test_lines_of_some_countries_are_picked():
    assert plain(in_memory.helplines("CA", "INT"), "channels") == plain(tables.helplines("CA", "INT"), "channels")


def test_what_the_questions_need_is_the_same():
    assert sorted(map(repr, in_memory.served())) == sorted(repr(tuple(row)) for row in tables.served())


@pytest.mark.parametrize("reader", ["places", "platforms", "services", "laws", "every_line", "served"])
def test_a_page_cannot_tell_them_apart(reader):
    read = getattr(repository, reader)
    key = repository.version_key()
    assert sorted(map(repr, read(("files", "en")))) == sorted(map(repr, read(key)))
