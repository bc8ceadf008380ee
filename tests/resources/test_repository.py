"""What a page costs the database, in a process that has read nothing yet and in a directory that has grown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resources import page_cache, repository
from resources.models import Channel as ChannelRow
from resources.models import Helpline as HelplineRow
from tests.benchmarks.many_lines import add_lines

pytestmark = pytest.mark.django_db

PAGES = ["/people/ca/", "/now/ca/", "/people/ca/nu/", "/now/", "/people/", "/", "/places/", "/places/whatsapp/"]
PAGES += ["/after/", "/after/gb/"]


@pytest.fixture(autouse=True)
def _within_one_second(monkeypatch):
    """A busy machine does not make a page ask twice which facts are loaded."""
    monkeypatch.setattr(repository.time, "monotonic", lambda: 1.0)


def read_nothing_yet():
    """As in a process that has just started."""
    repository.forget()
    page_cache.forget()
    for function in vars(repository).values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()


def queries(client, path):
    """What the database is asked for this page by a process that has read nothing yet."""
    read_nothing_yet()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in asked]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_the_database_a_few_times_at_most(client, path):
    # The digest; names; countries, helplines of the place, helplines of other places: each with what belongs to it.
    assert len(queries(client, path)) in (3, 5, 7, 10)


@pytest.mark.thorough
@pytest.mark.parametrize("path", ["/people/ca/", "/now/ca/"])
def test_a_directory_of_ten_thousand_lines_asks_and_shows_the_same(client, path):
    before, page, known = queries(client, path), client.get(path).content, HelplineRow.objects.count()
    add_lines(10_000)
    after = queries(client, path)
    assert (after, client.get(path).content == page, HelplineRow.objects.count()) == (before, True, known + 10_000)


@pytest.mark.sqlite
def test_lines_of_other_countries_are_not_even_looked_at():
    repository.names(("a digest of this test alone", "en"))
    with CaptureQueriesContext(connection) as asked:
        repository.lines(("a digest of this test alone", "en"), "CA")
    query, _channels = asked
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
        plan = [row[-1] for row in cursor.fetchall()]
    assert [step.split(" USING INDEX")[0] for step in plan] == ["SEARCH resources_helpline"] + [
        "SEARCH resources_channel"
    ] * (len(plan) - 1)


def test_once_read_a_page_only_asks_which_facts_are_loaded(client):
    client.get("/people/ca/")
    page_cache.forget()
    repository.forget()
    with CaptureQueriesContext(connection) as asked:
        client.get("/people/ca/")
    assert len(asked) == 1


def test_lines_stand_as_the_editors_put_them_also_on_a_site_that_took_them_in_one_by_one():
    as_loaded = [line.slug for _regions, line in repository.lines(("a new site", "en"), "CA")]
    first = HelplineRow.objects.get(slug=as_loaded[0])
    channels = list(first.channels.all())
    HelplineRow.objects.filter(pk=first.pk).delete()
    first.save(force_insert=True)
    ChannelRow.objects.bulk_create(channels)
    assert [line.slug for _regions, line in repository.lines(("a site with a later line", "en"), "CA")] == as_loaded


def test_lines_of_the_country_stand_before_those_of_the_world():
    lines = [line for _regions, line in repository.lines(("every line of a country", "en"), "US")]
    assert [line.international for line in lines] == sorted(line.international for line in lines)
