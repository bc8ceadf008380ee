"""Parents with their children in one query: the same rows as Django's own prefetch gives."""

import pytest

from resources.joined import with_all
from resources.models import Country, Helpline, Platform

pytestmark = pytest.mark.django_db


def values(row):
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def families(rows, name):
    return {row.pk: (values(row), [values(child) for child in getattr(row, name).all()]) for row in rows}


@pytest.mark.parametrize(("model", "name"), [(Helpline, "channels"), (Platform, "guides"), (Country, "regions")])
def test_every_row_and_every_child_is_what_the_tables_hold(model, name, django_assert_num_queries):
    expected = families(model.objects.prefetch_related(name), name)
    with django_assert_num_queries(1):
        found = families(with_all(model.objects.all(), name), name)
    assert found == expected


def test_a_row_without_children_is_there_with_none():
    silent = Helpline.objects.filter(channels=None).order_by("slug")
    found = with_all(silent, "channels")
    assert [(row.slug, [*row.channels.all()]) for row in found] == [(row.slug, []) for row in silent]
    assert len(found) > 5


def test_rows_stay_in_the_order_that_was_asked_for():
    slugs = [row.slug for row in with_all(Helpline.objects.order_by("-slug"), "channels")]
    assert slugs == sorted(slugs, reverse=True)


def test_children_stand_in_their_own_order():
    line = Helpline.objects.get(slug="kids-help-phone")
    line.channels.filter(position=0).update(position=99)
    (found,) = with_all(Helpline.objects.filter(pk=line.pk), "channels")
    assert [way.position for way in found.channels.all()] == [*range(1, line.channels.count()), 99]


def test_no_rows_are_an_empty_list():
    assert with_all(Helpline.objects.filter(country="ZZ"), "channels") == []
